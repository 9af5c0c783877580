/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-csv.h"

#include <csv.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* What libcsv needs from us to be trusted with other people's spreadsheets: left alone it trims cells, skips blank
 * lines, counts no lines, and in its lax mode a stray quote swallows the rest of the file. So it runs strict, with a
 * space function that knows no spaces, is told of every line end, and the lines are counted here. */
typedef struct {
  CoalitionTable *table;
  GPtrArray *cells;
  gboolean has_headings;
  guint line;
  guint row_line;
  gboolean after_return;
} Reader;

/* The rarer in text, the earlier: "Place, street" is no reason to take a table of tabs for one of commas. */
static const char separators[] = { '\t', ';', ',' };

static gboolean fail (GError **error, const char *name, guint line, const char *format, ...) G_GNUC_PRINTF (4, 5);

static gboolean
fail (GError     **error,
      const char  *name,
      guint        line,
      const char  *format,
      ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (line > 0)
    g_set_error (error, COALITION_EXCHANGE_ERROR, COALITION_EXCHANGE_ERROR_READ, "%s:%u: %s", name, line, message);
  else
    g_set_error (error, COALITION_EXCHANGE_ERROR, COALITION_EXCHANGE_ERROR_READ, "%s: %s", name, message);

  return FALSE;
}

/* Line ends in @length bytes: \n, \r\n and \r, as spreadsheets of all ages write them. */
static guint
count_line_ends (const char *text,
                 gsize       length)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == length || text[i + 1] != '\n')))
      n++;

  return n;
}

/* --- encodings ------------------------------------------------------------------------------------------------ */

/* UTF-16 without a byte order mark shows by its zero bytes, since the signs between cells are all ASCII. */
static const char *
guess_utf16 (const guchar *data,
             gsize         length)
{
  gsize sample = MIN (length, 4096);
  gsize zeros[2] = { 0, 0 };

  if (length % 2 != 0)
    return NULL;
  for (gsize i = 0; i < sample; i++)
    if (data[i] == 0)
      zeros[i % 2]++;
  if (zeros[1] > sample / 5 && zeros[0] * 10 < zeros[1])
    return "UTF-16LE";
  if (zeros[0] > sample / 5 && zeros[1] * 10 < zeros[0])
    return "UTF-16BE";

  return NULL;
}

/* Counts characters of several bytes and stray bytes, to tell Windows-1252 from a damaged UTF-8 file. */
static gsize
count_utf8 (const char  *data,
            gsize        length,
            gsize       *n_stray,
            const char **first_stray)
{
  const char *p = data, *end = data + length;
  gsize n_valid = 0;

  *n_stray = 0;
  *first_stray = NULL;
  while (p < end)
    {
      const char *bad;

      if (!(*p & 0x80))
        {
          p++;
          continue;
        }
      if (g_utf8_get_char_validated (p, end - p) < 0x110000)
        {
          n_valid++;
          p = g_utf8_next_char (p);
          continue;
        }
      bad = p++;
      if ((*n_stray)++ == 0)
        *first_stray = bad;
    }

  return n_valid;
}

static char *
decode_windows (const char  *name,
                const char  *data,
                gsize        length,
                GError     **error)
{
  g_autoptr (GError) local = NULL;
  gsize n_read = 0;
  char *text = g_convert (data, length, "UTF-8", "WINDOWS-1252", &n_read, NULL, &local);

  if (text == NULL)
    fail (error, name, 1 + count_line_ends (data, n_read),
          _("the byte 0x%02X means nothing in UTF-8 or Windows-1252: save the file as UTF-8 and import it again"),
          n_read < length ? (guchar) data[n_read] : 0);

  return text;
}

/* The text of a file as UTF-8, whatever it was written in; zero bytes are refused, since text ends at them. */
static char *
decode (const char  *name,
        const char  *data,
        gsize        length,
        const char **encoding,
        GError     **error)
{
  g_autofree char *text = NULL;
  const char *utf16 = NULL;
  gsize skip = 0, n_valid, n_stray, n_written = length;
  const char *stray;

  if (length >= 4 && (memcmp (data, "PK\3\4", 4) == 0 || memcmp (data, "\xD0\xCF\x11\xE0", 4) == 0))
    {
      fail (error, name, 0, _("this is a spreadsheet or another archive, not CSV: save the sheet as CSV and import that"));
      return NULL;
    }

  if (length >= 2 && memcmp (data, "\xFF\xFE", 2) == 0)
    utf16 = "UTF-16LE", skip = 2;
  else if (length >= 2 && memcmp (data, "\xFE\xFF", 2) == 0)
    utf16 = "UTF-16BE", skip = 2;
  else
    utf16 = guess_utf16 ((const guchar *) data, length);

  if (utf16 != NULL)
    {
      text = g_convert (data + skip, length - skip, "UTF-8", utf16, NULL, &n_written, NULL);
      if (text == NULL)
        {
          fail (error, name, 0, _("the UTF-16 text is damaged: save the file as UTF-8 and import it again"));
          return NULL;
        }
      *encoding = utf16;
    }
  else if (length >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    {
      text = g_strndup (data + 3, length - 3);
      n_written = length - 3;
      memcpy (text, data + 3, n_written);
      *encoding = "UTF-8";
    }
  else
    {
      n_valid = count_utf8 (data, length, &n_stray, &stray);
      if (n_stray > 0 && n_valid <= n_stray)
        {
          text = decode_windows (name, data, length, error);
          if (text == NULL)
            return NULL;
          n_written = strlen (text);
          *encoding = "WINDOWS-1252";
          if (memchr (data, '\0', length) == NULL)
            return g_steal_pointer (&text);
          g_clear_pointer (&text, g_free);
        }
      text = g_malloc (length + 1);
      memcpy (text, data, length);
      text[length] = '\0';
      n_written = length;
      *encoding = "UTF-8";
    }

  stray = memchr (text, '\0', n_written);
  if (stray != NULL)
    {
      fail (error, name, 1 + count_line_ends (text, stray - text),
            _("there is a zero byte, which no text holds: save the sheet as CSV again"));
      return NULL;
    }
  if (!g_utf8_validate (text, n_written, &stray))
    {
      fail (error, name, 1 + count_line_ends (text, stray - text),
            _("a sign is not valid UTF-8, though others are: save the file in one encoding and import it again"));
      return NULL;
    }

  return g_steal_pointer (&text);
}

/* --- cells ---------------------------------------------------------------------------------------------------- */

/* The sign that parts the headings, and the first rows most evenly. */
static char
guess_separator (const char *text)
{
  char best = ',';
  guint best_score = 0;

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      gboolean quoted = FALSE;
      guint n = 0, n_first = 0, n_rows = 0, n_even = 0, score;

      for (const char *p = text; n_rows < 50; p++)
        {
          if (*p == '"')
            quoted = !quoted;
          if (*p == separators[i] && !quoted)
            n++;
          if (*p != '\0' && (quoted || (*p != '\n' && *p != '\r')))
            continue;
          if (p > text && p[-1] != '\n' && p[-1] != '\r')
            {
              if (n_rows++ == 0)
                n_first = n;
              n_even += n == n_first;
            }
          n = 0;
          if (*p == '\0')
            break;
        }
      score = n_first == 0 ? 0 : 1000 * n_even / MAX (n_rows, 1) + MIN (n_first, 500);
      if (score > best_score)
        {
          best = separators[i];
          best_score = score;
        }
    }

  return best;
}

static int
no_space (unsigned char c)
{
  return 0;
}

static void
cell_cb (void   *cell,
         size_t  length,
         void   *data)
{
  Reader *reader = data;

  if (reader->cells->len == 0)
    reader->row_line = reader->line;
  reader->line += count_line_ends (cell, length);
  reader->after_return = FALSE;
  g_ptr_array_add (reader->cells, g_strndup (length > 0 ? cell : "", length));
}

static void
row_cb (int   c,
        void *data)
{
  Reader *reader = data;

  if (reader->cells->len == 0 && c == '\n' && reader->after_return)
    {
      reader->after_return = FALSE;
      return;
    }
  reader->after_return = c == '\r';
  reader->line++;
  if (reader->cells->len == 0)
    return;

  if (!reader->has_headings)
    {
      /* A spreadsheet that ends its lines with separators has columns that nobody made. */
      guint n = reader->cells->len;

      while (n > 1 && *(const char *) reader->cells->pdata[n - 1] == '\0')
        n--;
      coalition_table_set_headings (reader->table, (const char *const *) reader->cells->pdata, n);
      reader->has_headings = TRUE;
    }
  else
    {
      coalition_table_add_row (reader->table, reader->row_line, (const char *const *) reader->cells->pdata,
                               reader->cells->len);
    }
  g_ptr_array_set_size (reader->cells, 0);
}

static gboolean
parse (Reader      *reader,
       const char  *name,
       const char  *text,
       char         separator,
       GError     **error)
{
  struct csv_parser parser;
  gsize length = strlen (text), done;
  gboolean good;

  if (csv_init (&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL | CSV_APPEND_NULL) != 0)
    return fail (error, name, 0, _("the reader of CSV files did not start"));
  csv_set_delim (&parser, separator);
  csv_set_space_func (&parser, no_space);
  /* Its buffer grows by 128 bytes otherwise, which takes long for a cell of megabytes. */
  csv_set_blk_size (&parser, 1 << 16);
  done = csv_parse (&parser, text, length, cell_cb, row_cb, reader);
  if (done < length)
    good = fail (error, name, 1 + count_line_ends (text, done),
                 _("there is a double quote where none can be: write it twice and put the whole cell in quotes"));
  else if (csv_fini (&parser, cell_cb, row_cb, reader) != 0)
    good = fail (error, name, reader->line,
                 _("a double quote is opened and never closed: look for it on this line"));
  else
    good = TRUE;
  csv_free (&parser);

  return good;
}

/**
 * coalition_csv_read_data:
 * @name: what the source is called in messages
 * @data: (array length=length): the bytes of a CSV file
 * @length: how many
 * @separator: the sign between cells, or 0 to guess among comma, semicolon and tab
 * @error: return location for a #GError
 *
 * Reads CSV (RFC 4180, and what spreadsheets make of it): UTF-8 with or without byte order mark, UTF-16, Windows-1252;
 * quotes and cells of several lines; a first line "sep=;". Cells are kept byte for byte, and every row knows its line.
 *
 * Returns: (transfer full): the table, or %NULL with %COALITION_EXCHANGE_ERROR_READ and a message that names the line
 */
CoalitionTable *
coalition_csv_read_data (const char  *name,
                         const char  *data,
                         gsize        length,
                         char         separator,
                         GError     **error)
{
  g_autoptr (CoalitionTable) table = coalition_table_new (name);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;
  const char *start, *encoding = NULL;
  Reader reader = { .table = table, .cells = cells, .line = 1 };

  text = decode (name, data, length, &encoding, error);
  if (text == NULL)
    return NULL;

  start = text;
  if (g_ascii_strncasecmp (text, "sep=", 4) == 0 && text[4] != '\0' && (text[5] == '\r' || text[5] == '\n'))
    {
      if (separator == '\0')
        separator = text[4];
      start = text + 5;
    }
  if (separator == '\0')
    separator = guess_separator (start);
  coalition_table_set_source (table, encoding, separator);

  if (!parse (&reader, name, start, separator, error))
    return NULL;
  if (!reader.has_headings)
    {
      fail (error, name, 0, _("there is nothing in the file: it needs a line of headings and a line for each record"));
      return NULL;
    }

  return g_steal_pointer (&table);
}

/**
 * coalition_csv_read:
 * @file: a CSV file
 * @separator: the sign between cells, or 0 to guess
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Reads a file as coalition_csv_read_data() does.
 *
 * Returns: (transfer full): the table, or %NULL with an error
 */
CoalitionTable *
coalition_csv_read (GFile         *file,
                    char           separator,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autofree char *path = g_file_get_parse_name (file);
  g_autofree char *data = NULL;
  g_autoptr (GError) local = NULL;
  gsize length = 0;

  if (!g_file_load_contents (file, cancellable, &data, &length, NULL, &local))
    {
      if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_propagate_error (error, g_steal_pointer (&local));
      else
        fail (error, path, 0, "%s", local->message);
      return NULL;
    }

  return coalition_csv_read_data (path, data, length, separator, error);
}

/**
 * coalition_csv_append_row:
 * @text: a string
 * @cells: (array length=n_cells) (element-type utf8): the cells; %NULL for an empty one
 * @n_cells: how many
 *
 * Appends one row as RFC 4180 wants it: commas, CRLF, and quotes around whatever needs them. Nothing is put before a
 * number or a sign: what is read back is what was written, byte for byte.
 */
void
coalition_csv_append_row (GString           *text,
                          const char *const *cells,
                          guint              n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    {
      const char *cell = cells[i] != NULL ? cells[i] : "";
      gsize length = strlen (cell);
      /* A lone empty cell is quoted, or the row would be a blank line. */
      gboolean quote = cell[strcspn (cell, "\",;\t\r\n")] != '\0' || (length == 0 && n_cells == 1)
                       || (length > 0 && (cell[0] == ' ' || cell[length - 1] == ' '));

      if (i > 0)
        g_string_append_c (text, ',');
      if (!quote)
        {
          g_string_append (text, cell);
          continue;
        }
      g_string_append_c (text, '"');
      for (const char *p = cell; *p != '\0'; p++)
        {
          if (*p == '"')
            g_string_append_c (text, '"');
          g_string_append_c (text, *p);
        }
      g_string_append_c (text, '"');
    }
  g_string_append (text, "\r\n");
}
