/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-table.h"

#include "coalition-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  guint line;
  char **cells;
} Row;

typedef struct {
  guint line;
  char *reason;
} Fault;

struct _CoalitionTable
{
  gatomicrefcount references;

  char *name;
  char *encoding;
  char separator;
  const CoalitionKind *kind;

  GPtrArray *headings;
  GArray *blank;
  GArray *rows;
  GArray *faults;
};

G_DEFINE_QUARK (coalition-exchange-error-quark, coalition_exchange_error)
G_DEFINE_BOXED_TYPE (CoalitionTable, coalition_table, coalition_table_ref, coalition_table_unref)

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_strfreev (row->cells);
}

static void
clear_fault (gpointer data)
{
  Fault *fault = data;

  g_free (fault->reason);
}

/**
 * coalition_table_new:
 * @name: what the source is called in messages, usually the name of a file
 *
 * A table without headings and rows.
 *
 * Returns: (transfer full): the table
 */
CoalitionTable *
coalition_table_new (const char *name)
{
  CoalitionTable *self = g_new0 (CoalitionTable, 1);

  g_atomic_ref_count_init (&self->references);
  self->name = g_strdup (name);
  self->headings = g_ptr_array_new_with_free_func (g_free);
  self->blank = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, clear_row);
  self->faults = g_array_new (FALSE, FALSE, sizeof (Fault));
  g_array_set_clear_func (self->faults, clear_fault);

  return self;
}

/**
 * coalition_table_ref:
 * @self: a table
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
CoalitionTable *
coalition_table_ref (CoalitionTable *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

/**
 * coalition_table_unref:
 * @self: (transfer full): a table
 *
 * Gives a reference back.
 */
void
coalition_table_unref (CoalitionTable *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->name);
  g_free (self->encoding);
  g_ptr_array_unref (self->headings);
  g_array_unref (self->blank);
  g_array_unref (self->rows);
  g_array_unref (self->faults);
  g_free (self);
}

/**
 * coalition_table_get_name:
 * @self: a table
 *
 * What the source is called in messages.
 *
 * Returns: the name
 */
const char *
coalition_table_get_name (CoalitionTable *self)
{
  return self->name;
}

/**
 * coalition_table_get_encoding:
 * @self: a table
 *
 * The encoding that the source was read in, for the preview: "UTF-8", "UTF-16LE", "UTF-16BE" or "WINDOWS-1252".
 *
 * Returns: (nullable): the name of the encoding
 */
const char *
coalition_table_get_encoding (CoalitionTable *self)
{
  return self->encoding;
}

/**
 * coalition_table_get_separator:
 * @self: a table
 *
 * The sign between cells, for the preview.
 *
 * Returns: the separator, or 0 if the source has none
 */
char
coalition_table_get_separator (CoalitionTable *self)
{
  return self->separator;
}

/**
 * coalition_table_get_kind:
 * @self: a table
 *
 * The kind of the records in it, where the source itself says so.
 *
 * Returns: (nullable): the kind
 */
const CoalitionKind *
coalition_table_get_kind (CoalitionTable *self)
{
  return self->kind;
}

/**
 * coalition_table_get_n_columns:
 * @self: a table
 *
 * How many columns there are.
 *
 * Returns: the number
 */
guint
coalition_table_get_n_columns (CoalitionTable *self)
{
  return self->headings->len;
}

/**
 * coalition_table_get_heading:
 * @self: a table
 * @column: a column
 *
 * The heading of @column, without spaces around it; unique, and never empty.
 *
 * Returns: the heading
 */
const char *
coalition_table_get_heading (CoalitionTable *self,
                             guint           column)
{
  return g_ptr_array_index (self->headings, column);
}

/**
 * coalition_table_is_heading_blank:
 * @self: a table
 * @column: a column
 *
 * Whether the source has no heading there, and the table made one up.
 *
 * Returns: %TRUE if it is blank
 */
gboolean
coalition_table_is_heading_blank (CoalitionTable *self,
                                  guint           column)
{
  return g_array_index (self->blank, gboolean, column);
}

/**
 * coalition_table_find_column:
 * @self: a table
 * @heading: a heading as a person writes it
 *
 * Finds a column by its heading, exactly or else with case, accents and spaces folded.
 *
 * Returns: the column, or -1 if there is none
 */
int
coalition_table_find_column (CoalitionTable *self,
                             const char     *heading)
{
  g_autofree char *wanted = coalition_text_fold (heading);

  for (guint i = 0; i < self->headings->len; i++)
    if (g_str_equal (self->headings->pdata[i], heading))
      return i;
  for (guint i = 0; i < self->headings->len; i++)
    {
      g_autofree char *folded = coalition_text_fold (self->headings->pdata[i]);

      if (g_str_equal (folded, wanted))
        return i;
    }

  return -1;
}

/**
 * coalition_table_get_n_rows:
 * @self: a table
 *
 * How many rows there are below the headings.
 *
 * Returns: the number
 */
guint
coalition_table_get_n_rows (CoalitionTable *self)
{
  return self->rows->len;
}

/**
 * coalition_table_get_cell:
 * @self: a table
 * @row: a row
 * @column: a column
 *
 * The text of a cell exactly as it was in the source, spaces and line breaks included.
 *
 * Returns: the text, empty if the cell is
 */
const char *
coalition_table_get_cell (CoalitionTable *self,
                          guint           row,
                          guint           column)
{
  return g_array_index (self->rows, Row, row).cells[column];
}

/**
 * coalition_table_get_line:
 * @self: a table
 * @row: a row
 *
 * The line of the source on which @row begins, counted from 1.
 *
 * Returns: the line
 */
guint
coalition_table_get_line (CoalitionTable *self,
                          guint           row)
{
  return g_array_index (self->rows, Row, row).line;
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

/**
 * coalition_table_is_row_empty:
 * @self: a table
 * @row: a row
 *
 * Whether no cell of @row holds anything but spaces; spreadsheets write such rows below the last one.
 *
 * Returns: %TRUE if it is empty
 */
gboolean
coalition_table_is_row_empty (CoalitionTable *self,
                              guint           row)
{
  for (guint i = 0; i < self->headings->len; i++)
    if (!is_blank (coalition_table_get_cell (self, row, i)))
      return FALSE;

  return TRUE;
}

/**
 * coalition_table_is_column_empty:
 * @self: a table
 * @column: a column
 *
 * Whether no row has anything in @column.
 *
 * Returns: %TRUE if it is empty
 */
gboolean
coalition_table_is_column_empty (CoalitionTable *self,
                                 guint           column)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (!is_blank (coalition_table_get_cell (self, i, column)))
      return FALSE;

  return TRUE;
}

/**
 * coalition_table_get_n_faults:
 * @self: a table
 *
 * How many rows of the source do not fit the headings.
 *
 * Returns: the number
 */
guint
coalition_table_get_n_faults (CoalitionTable *self)
{
  return self->faults->len;
}

/**
 * coalition_table_get_fault:
 * @self: a table
 * @fault: which
 * @reason: (out) (transfer none): what is wrong with the row and what to do
 *
 * Tells of a row that is not among the rows of the table.
 *
 * Returns: the line of the source on which it begins
 */
guint
coalition_table_get_fault (CoalitionTable  *self,
                           guint            fault,
                           const char     **reason)
{
  *reason = g_array_index (self->faults, Fault, fault).reason;

  return g_array_index (self->faults, Fault, fault).line;
}

/**
 * coalition_table_set_source:
 * @self: a table
 * @encoding: (nullable): the encoding that was read
 * @separator: the sign between cells, or 0
 *
 * Notes how the source was read.
 */
void
coalition_table_set_source (CoalitionTable *self,
                            const char     *encoding,
                            char            separator)
{
  g_free (self->encoding);
  self->encoding = g_strdup (encoding);
  self->separator = separator;
}

/**
 * coalition_table_set_kind:
 * @self: a table
 * @kind: (nullable): the kind of its records
 *
 * Notes what the source itself says that its records are.
 */
void
coalition_table_set_kind (CoalitionTable      *self,
                          const CoalitionKind *kind)
{
  self->kind = kind;
}

/**
 * coalition_table_set_headings:
 * @self: a table without rows
 * @headings: (array length=n_headings): the headings as they are in the source
 * @n_headings: how many
 *
 * Sets the headings. Spaces around them go; a blank one is named after its place; one that is there already, folded,
 * gets a number, since an own field is known by its name and two columns must not run into one.
 */
void
coalition_table_set_headings (CoalitionTable    *self,
                              const char *const *headings,
                              guint              n_headings)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n_headings; i++)
    {
      g_autofree char *base = g_strstrip (g_strdup (headings[i]));
      g_autofree char *heading = NULL;
      g_autofree char *folded = NULL;
      gboolean blank = *base == '\0';

      g_array_append_val (self->blank, blank);
      if (blank)
        {
          g_free (base);
          /* TRANSLATORS: names a column of a spreadsheet that has no heading, after its place */
          base = g_strdup_printf (_("Column %u"), i + 1);
        }
      heading = g_strdup (base);
      folded = coalition_text_fold (heading);
      for (guint number = 2; g_hash_table_contains (seen, folded); number++)
        {
          g_free (heading);
          g_free (folded);
          heading = g_strdup_printf ("%s (%u)", base, number);
          folded = coalition_text_fold (heading);
        }
      g_hash_table_add (seen, g_steal_pointer (&folded));
      g_ptr_array_add (self->headings, g_steal_pointer (&heading));
    }
}

/**
 * coalition_table_add_row:
 * @self: a table with headings
 * @line: the line on which the row begins
 * @cells: (array length=n_cells): its cells
 * @n_cells: how many
 *
 * Adds a row. Missing cells at its end are empty, and empty ones too many do not count. A row with something in a cell
 * for which there is no column becomes a fault: most often a separator within a cell that is not quoted, and guessing
 * would put every later cell into the wrong field.
 */
void
coalition_table_add_row (CoalitionTable    *self,
                         guint              line,
                         const char *const *cells,
                         guint              n_cells)
{
  guint n_columns = self->headings->len;
  Row row = { line, NULL };

  while (n_cells > n_columns && is_blank (cells[n_cells - 1]))
    n_cells--;
  if (n_cells > n_columns)
    {
      Fault fault = { line, NULL };

      fault.reason = g_strdup_printf (_("the row has %u cells, but there are %u headings: put cells that hold the "
                                        "separator in double quotes"), n_cells, n_columns);
      g_array_append_val (self->faults, fault);
      return;
    }

  row.cells = g_new0 (char *, n_columns + 1);
  for (guint i = 0; i < n_columns; i++)
    row.cells[i] = g_strdup (i < n_cells ? cells[i] : "");
  g_array_append_val (self->rows, row);
}
