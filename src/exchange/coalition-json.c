/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-json.h"

#include "coalition-csv.h"
#include "coalition-mapping.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* More than any campaign needs; the parser calls itself for each. */
#define MAX_DEPTH 32

static void
fail (GError     **error,
      const char  *name,
      guint        line,
      const char  *message)
{
  if (line > 0)
    g_set_error (error, COALITION_EXCHANGE_ERROR, COALITION_EXCHANGE_ERROR_READ, "%s:%u: %s", name, line, message);
  else
    g_set_error (error, COALITION_EXCHANGE_ERROR, COALITION_EXCHANGE_ERROR_READ, "%s: %s", name, message);
}

/* The parser does not keep lines, so they are found beforehand: of every object that stands in an array, in the order
 * of the file. @depth is that of the arrays: 1 in a plain array, 2 in a whole campaign. */
static GArray *
find_lines (const char *data,
            gsize       length,
            guint       wanted,
            guint      *deepest)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (guint));
  guint line = 1, depth = 0;
  gboolean quoted = FALSE;

  *deepest = 0;
  for (gsize i = 0; i < length; i++)
    {
      if (data[i] == '\n')
        line++;
      if (quoted)
        {
          if (data[i] == '\\')
            i++;
          else if (data[i] == '"')
            quoted = FALSE;
          continue;
        }
      if (data[i] == '"')
        quoted = TRUE;
      else if (data[i] == '{' || data[i] == '[')
        {
          if (data[i] == '{' && depth == wanted)
            g_array_append_val (lines, line);
          depth++;
          *deepest = MAX (*deepest, depth);
        }
      else if ((data[i] == '}' || data[i] == ']') && depth > 0)
        depth--;
    }

  return lines;
}

/* The parser forgets its line, but its message begins with it: "<data>:3:14: …". */
static guint
get_line (const GError *error)
{
  const char *colon = strchr (error->message, ':');

  return colon != NULL ? g_ascii_strtoull (colon + 1, NULL, 10) : 0;
}

static char *
dup_scalar (JsonNode *node)
{
  g_auto (CoalitionValue) value = COALITION_VALUE_INIT;
  GType type;

  if (JSON_NODE_HOLDS_NULL (node))
    return g_strdup ("");
  if (!JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  type = json_node_get_value_type (node);
  if (type == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? "yes" : "no");
  if (type == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  if (type == G_TYPE_DOUBLE)
    {
      coalition_value_set_real (&value, json_node_get_double (node));
      return coalition_value_to_text (&value);
    }

  return json_node_dup_string (node);
}

/* An array of scalars is written as tags are. */
static char *
dup_list (JsonArray *array)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *item = dup_scalar (json_array_get_element (array, i));

      if (item == NULL)
        {
          g_string_free (text, TRUE);
          return NULL;
        }
      if (i > 0)
        g_string_append_c (text, ';');
      for (const char *p = item; *p != '\0'; p++)
        {
          if (*p == ';')
            g_string_append_c (text, '\\');
          g_string_append_c (text, *p);
        }
    }

  return g_string_free (text, FALSE);
}

static void
take_cell (GHashTable *row,
           GPtrArray  *headings,
           GHashTable *known,
           char       *heading,
           char       *cell)
{
  if (!g_hash_table_contains (known, heading))
    {
      g_ptr_array_add (headings, g_strdup (heading));
      g_hash_table_add (known, headings->pdata[headings->len - 1]);
    }
  g_hash_table_insert (row, heading, cell);
}

static gboolean
read_object (JsonObject  *object,
             const char  *prefix,
             GHashTable  *row,
             GPtrArray   *headings,
             GHashTable  *known,
             const char **bad_key)
{
  g_autoptr (GList) keys = json_object_get_members (object);

  for (GList *link = keys; link != NULL; link = link->next)
    {
      const char *key = link->data;
      JsonNode *node = json_object_get_member (object, key);
      char *cell;

      if (*prefix == '\0' && JSON_NODE_HOLDS_OBJECT (node) && g_str_equal (key, "titles"))
        continue;
      if (*prefix == '\0' && JSON_NODE_HOLDS_OBJECT (node) && g_str_equal (key, "own"))
        {
          if (!read_object (json_node_get_object (node), "own:", row, headings, known, bad_key))
            return FALSE;
          continue;
        }
      cell = JSON_NODE_HOLDS_ARRAY (node) ? dup_list (json_node_get_array (node)) : dup_scalar (node);
      if (cell == NULL || strlen (key) == 0)
        {
          g_free (cell);
          *bad_key = key;
          return FALSE;
        }
      take_cell (row, headings, known, g_strconcat (prefix, key, NULL), cell);
    }

  return TRUE;
}

static CoalitionTable *
read_array (const char           *name,
            JsonArray            *array,
            const CoalitionKind  *kind,
            const guint          *lines,
            guint                 n_lines,
            GError              **error)
{
  g_autoptr (CoalitionTable) table = coalition_table_new (name);
  g_autoptr (GPtrArray) headings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      GHashTable *row = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      const char *bad_key = "";

      g_ptr_array_add (rows, row);
      if (!JSON_NODE_HOLDS_OBJECT (node))
        {
          fail (error, name, 0, _("a list of records holds something that is no record"));
          return NULL;
        }
      if (!read_object (json_node_get_object (node), "", row, headings, known, &bad_key))
        {
          g_autofree char *message = g_strdup_printf (_("the value of “%s” is neither a text nor a number"), bad_key);

          fail (error, name, i < n_lines ? lines[i] : 0, message);
          return NULL;
        }
    }

  coalition_table_set_source (table, "UTF-8", 0);
  coalition_table_set_kind (table, kind);
  coalition_table_set_headings (table, (const char *const *) headings->pdata, headings->len);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree const char **cells = g_new0 (const char *, headings->len + 1);

      for (guint j = 0; j < headings->len; j++)
        {
          cells[j] = g_hash_table_lookup (rows->pdata[i], headings->pdata[j]);
          if (cells[j] == NULL)
            cells[j] = "";
        }
      coalition_table_add_row (table, i < n_lines ? lines[i] : 0, cells, headings->len);
    }

  return g_steal_pointer (&table);
}

static GPtrArray *
read_campaign (const char  *name,
               JsonObject  *object,
               GArray      *lines,
               GError     **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) coalition_table_unref);
  g_autoptr (GList) keys = json_object_get_members (object);
  guint done = 0;

  for (GList *link = keys; link != NULL; link = link->next)
    {
      JsonNode *node = json_object_get_member (object, link->data);
      const CoalitionKind *kind = coalition_kinds_find (link->data);
      CoalitionTable *table;
      JsonArray *array;

      if (kind == NULL || !coalition_kind_is_importable (kind) || !JSON_NODE_HOLDS_ARRAY (node))
        {
          g_autofree char *message = g_strdup_printf (_("“%s” is no kind of record with a list of records"), (char *) link->data);

          fail (error, name, 0, message);
          return NULL;
        }
      array = json_node_get_array (node);
      if (json_array_get_length (array) == 0)
        continue;
      table = read_array (name, array, kind, (guint *) (gpointer) lines->data + MIN (done, lines->len),
                          lines->len - MIN (done, lines->len), error);
      if (table == NULL)
        return NULL;
      done += json_array_get_length (array);
      g_ptr_array_add (tables, table);
    }

  return g_steal_pointer (&tables);
}

/**
 * coalition_json_read_data:
 * @name: what the source is called in messages
 * @data: (array length=length): JSON in UTF-8
 * @length: how many bytes
 * @error: return location for a #GError
 *
 * Reads JSON as exported: an array of records, or an object with an array for each kind. Own fields are in "own".
 *
 * Returns: (transfer full) (element-type CoalitionTable): the tables, or %NULL with %COALITION_EXCHANGE_ERROR_READ
 */
GPtrArray *
coalition_json_read_data (const char  *name,
                          const char  *data,
                          gsize        length,
                          GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) local = NULL;
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GPtrArray) tables = NULL;
  CoalitionTable *table;
  JsonNode *root;
  guint deepest;

  if (!g_utf8_validate_len (data, length, NULL))
    {
      fail (error, name, 0, _("the file is not valid UTF-8: save it as UTF-8 and import it again"));
      return NULL;
    }
  lines = find_lines (data, length, 2, &deepest);
  if (deepest > MAX_DEPTH)
    {
      fail (error, name, 0, _("the lists in the file are nested too deeply for a campaign"));
      return NULL;
    }
  if (!json_parser_load_from_data (parser, data, length, &local))
    {
      fail (error, name, get_line (local), _("this is not JSON: look for a missing comma, quote or bracket"));
      return NULL;
    }

  root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    return read_campaign (name, json_node_get_object (root), lines, error);
  if (root == NULL || !JSON_NODE_HOLDS_ARRAY (root))
    {
      fail (error, name, 0, _("there is no list of records in the file"));
      return NULL;
    }
  tables = g_ptr_array_new_with_free_func ((GDestroyNotify) coalition_table_unref);
  if (json_array_get_length (json_node_get_array (root)) == 0)
    return g_steal_pointer (&tables);
  g_clear_pointer (&lines, g_array_unref);
  lines = find_lines (data, length, 1, &deepest);
  table = read_array (name, json_node_get_array (root), NULL, (guint *) (gpointer) lines->data, lines->len, error);
  if (table == NULL)
    return NULL;
  g_ptr_array_add (tables, table);

  return g_steal_pointer (&tables);
}

/**
 * coalition_source_read_named:
 * @file: a file
 * @name: (nullable): what it is called in messages, such as the path as it was typed; %NULL for its full path
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Reads a file of any format that can be imported, by its ending: JSON, else CSV.
 *
 * Returns: (transfer full) (element-type CoalitionTable): the tables in it, or %NULL with an error whose message begins
 *   with the name of the file
 */
GPtrArray *
coalition_source_read_named (GFile         *file,
                             const char    *name,
                             GCancellable  *cancellable,
                             GError       **error)
{
  g_autofree char *path = g_file_get_parse_name (file);
  g_autofree char *lower = g_ascii_strdown (path, -1);
  g_autofree char *data = NULL;
  g_autoptr (GError) local = NULL;
  GPtrArray *tables;
  CoalitionTable *table;
  gsize length = 0;

  if (name == NULL)
    name = path;
  if (!g_file_load_contents (file, cancellable, &data, &length, NULL, &local))
    {
      if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_propagate_error (error, g_steal_pointer (&local));
      else
        fail (error, name, 0, local->message);
      return NULL;
    }
  if (g_str_has_suffix (lower, ".json"))
    return coalition_json_read_data (name, data, length, error);

  table = coalition_csv_read_data (name, data, length, '\0', error);
  if (table == NULL)
    return NULL;
  tables = g_ptr_array_new_with_free_func ((GDestroyNotify) coalition_table_unref);
  g_ptr_array_add (tables, table);

  return tables;
}

/**
 * coalition_source_read:
 * @file: a file
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Reads a file as coalition_source_read_named() does, and calls it by its full path.
 *
 * Returns: (transfer full) (element-type CoalitionTable): the tables in it, or %NULL with an error
 */
GPtrArray *
coalition_source_read (GFile         *file,
                       GCancellable  *cancellable,
                       GError       **error)
{
  return coalition_source_read_named (file, NULL, cancellable, error);
}
