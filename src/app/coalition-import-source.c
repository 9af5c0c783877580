/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-import-source.h"

#include "coalition-csv.h"
#include "coalition-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * CoalitionImportSource:
 *
 * One file of an import, or a table that was pasted: how it is read, what was read, and what a person said its columns are. What is read and
 * planned in threads works on copies; this object stays on the main thread.
 */
struct _CoalitionImportSource
{
  GObject parent_instance;

  GFile *file;   /* NULL if it is @text */
  GBytes *text;
  char *name;
  char *encoding; /* as chosen; NULL to guess */
  char separator; /* as chosen; 0 to guess */
  CoalitionTable *table;
  const CoalitionKind *kind;
  GPtrArray *targets; /* of texts, one for each column */
  GPtrArray *others;  /* of CoalitionImportSource: further tables of the same file */
  gboolean is_text;   /* rather than records that say themselves what they are */
};

G_DEFINE_FINAL_TYPE (CoalitionImportSource, coalition_import_source, G_TYPE_OBJECT)

static gboolean
is_json (const char *name)
{
  g_autofree char *folded = g_ascii_strdown (name, -1);

  return g_str_has_suffix (folded, ".json");
}

typedef struct {
  GFile *file;
  GBytes *text;
  char *name;
  char *encoding;
  char separator;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_object (&reading->file);
  g_clear_pointer (&reading->text, g_bytes_unref);
  g_free (reading->name);
  g_free (reading->encoding);
  g_free (reading);
}

static GPtrArray *
read_tables (Reading *reading, const char *data, gsize length, GError **error)
{
  g_autoptr (CoalitionTable) table = NULL;
  g_autofree char *converted = NULL;
  GPtrArray *tables;

  if (reading->file != NULL && is_json (reading->name))
    return coalition_json_read_data (reading->name, data, length, error);

  if (reading->encoding != NULL && reading->file != NULL)
    {
      converted = g_convert (data, length, "UTF-8", reading->encoding, NULL, &length, error);
      if (converted == NULL)
        {
          g_prefix_error (error, _("“%s” is not written as %s: "), reading->name, reading->encoding);
          return NULL;
        }
      data = converted;
    }
  table = coalition_csv_read_data (reading->name, data, length, reading->separator, error);
  if (table == NULL)
    return NULL;
  tables = g_ptr_array_new_with_free_func ((GDestroyNotify) coalition_table_unref);
  g_ptr_array_add (tables, g_steal_pointer (&table));

  return tables;
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  g_autoptr (GBytes) bytes = NULL;
  GPtrArray *tables = NULL;
  GError *error = NULL;
  const char *text;
  gsize length;

  bytes = reading->file != NULL ? g_file_load_bytes (reading->file, cancellable, NULL, &error) : g_bytes_ref (reading->text);
  if (bytes != NULL)
    {
      text = g_bytes_get_data (bytes, &length);
      tables = read_tables (reading, text != NULL ? text : "", length, &error);
    }
  if (tables != NULL && tables->len == 0)
    {
      g_clear_pointer (&tables, g_ptr_array_unref);
      error = g_error_new (COALITION_EXCHANGE_ERROR, COALITION_EXCHANGE_ERROR_READ, _("There is nothing in “%s”."), reading->name);
    }
  if (tables == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, tables, (GDestroyNotify) g_ptr_array_unref);
}

static void
take_mapping (CoalitionImportSource *self, CoalitionMapping *mapping)
{
  self->kind = coalition_mapping_get_kind (mapping);
  g_ptr_array_set_size (self->targets, 0);
  for (guint i = 0; i < coalition_table_get_n_columns (self->table); i++)
    g_ptr_array_add (self->targets, g_strdup (coalition_mapping_get_target (mapping, i)));
}

static void
take_table (CoalitionImportSource *self, CoalitionTable *table)
{
  g_autoptr (CoalitionMapping) mapping = NULL;

  self->table = coalition_table_ref (table);
  mapping = coalition_mapping_recall (table);
  if (mapping == NULL)
    {
      const CoalitionKind *kind = coalition_table_guess_kind (table);

      mapping = coalition_mapping_guess (table, kind != NULL ? kind : &coalition_kind_party);
    }
  take_mapping (self, mapping);
}

static void
coalition_import_source_finalize (GObject *object)
{
  CoalitionImportSource *self = COALITION_IMPORT_SOURCE (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->encoding, g_free);
  g_clear_pointer (&self->table, coalition_table_unref);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);

  G_OBJECT_CLASS (coalition_import_source_parent_class)->finalize (object);
}

static void
coalition_import_source_class_init (CoalitionImportSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = coalition_import_source_finalize;
}

static void
coalition_import_source_init (CoalitionImportSource *self)
{
  self->targets = g_ptr_array_new_with_free_func (g_free);
  self->others = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * coalition_import_source_new:
 * @file: what is to be imported
 *
 * Returns: (transfer full): a source that was not read yet
 */
CoalitionImportSource *
coalition_import_source_new (GFile *file)
{
  CoalitionImportSource *self = g_object_new (COALITION_TYPE_IMPORT_SOURCE, NULL);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  self->file = g_object_ref (file);
  self->name = info != NULL ? g_strdup (g_file_info_get_display_name (info)) : g_file_get_basename (file);
  self->is_text = !is_json (self->name);

  return self;
}

/**
 * coalition_import_source_new_for_text:
 * @name: what people are to call it, translated
 * @text: a table as text: cells separated by tabs, commas or semicolons
 *
 * Makes a source of a table that is in no file. It is UTF-8; only the separator can be chosen.
 *
 * Returns: (transfer full): a source that was not read yet
 */
CoalitionImportSource *
coalition_import_source_new_for_text (const char *name, const char *text)
{
  CoalitionImportSource *self = g_object_new (COALITION_TYPE_IMPORT_SOURCE, NULL);

  self->text = g_bytes_new (text, strlen (text));
  self->name = g_strdup (name);
  self->is_text = TRUE;

  return self;
}

/**
 * coalition_import_source_get_name:
 * @self: a source
 *
 * Returns: the name of the file, for people
 */
const char *
coalition_import_source_get_name (CoalitionImportSource *self)
{
  return self->name;
}

/**
 * coalition_import_source_get_encoding:
 * @self: a source
 *
 * Returns: (nullable): the encoding that was chosen, or %NULL for a guess
 */
const char *
coalition_import_source_get_encoding (CoalitionImportSource *self)
{
  return self->encoding;
}

/**
 * coalition_import_source_get_separator:
 * @self: a source
 *
 * Returns: the separator that was chosen, or 0 for a guess
 */
char
coalition_import_source_get_separator (CoalitionImportSource *self)
{
  return self->separator;
}

/**
 * coalition_import_source_read_async:
 * @self: a source
 * @encoding: (nullable): the encoding, or %NULL to guess
 * @separator: the sign between cells, or 0 to guess
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when it is read
 * @data: for @callback
 *
 * Reads the file in a thread, and guesses what its columns are, or remembers what was said of such columns before.
 */
void
coalition_import_source_read_async (CoalitionImportSource *self, const char *encoding, char separator,
                                    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  Reading *reading = g_new0 (Reading, 1);

  reading->file = self->file != NULL ? g_object_ref (self->file) : NULL;
  reading->text = self->text != NULL ? g_bytes_ref (self->text) : NULL;
  reading->name = g_strdup (self->name);
  reading->encoding = g_strdup (encoding);
  reading->separator = separator;
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_thread);
}

/**
 * coalition_import_source_read_finish:
 * @self: a source
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Returns: %FALSE if the file cannot be read so; the table is gone then
 */
gboolean
coalition_import_source_read_finish (CoalitionImportSource *self, GAsyncResult *result, GError **error)
{
  Reading *reading = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GPtrArray) tables = g_task_propagate_pointer (G_TASK (result), &local_error);

  if (tables == NULL && g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  g_free (self->encoding);
  self->encoding = g_strdup (reading->encoding);
  self->separator = reading->separator;
  g_clear_pointer (&self->table, coalition_table_unref);
  if (tables == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  take_table (self, g_ptr_array_index (tables, 0));
  for (guint i = 1; i < tables->len; i++)
    {
      CoalitionImportSource *other = g_object_new (COALITION_TYPE_IMPORT_SOURCE, NULL);

      other->file = self->file != NULL ? g_object_ref (self->file) : NULL;
      other->text = self->text != NULL ? g_bytes_ref (self->text) : NULL;
      take_table (other, g_ptr_array_index (tables, i));
      /* Translators: a file, and which of its tables */
      other->name = g_strdup_printf (_("%s: %s"), self->name, _(other->kind->label_plural));
      g_ptr_array_add (self->others, other);
    }

  return TRUE;
}

/**
 * coalition_import_source_steal_others:
 * @self: a source that was read
 *
 * Returns: (transfer full) (element-type CoalitionImportSource): sources for the further tables of its file, read already
 */
GPtrArray *
coalition_import_source_steal_others (CoalitionImportSource *self)
{
  GPtrArray *others = self->others;

  self->others = g_ptr_array_new_with_free_func (g_object_unref);

  return others;
}

/**
 * coalition_import_source_is_text:
 * @self: a source
 *
 * Returns: whether its encoding and separator can be chosen
 */
gboolean
coalition_import_source_is_text (CoalitionImportSource *self)
{
  return self->is_text;
}

/**
 * coalition_import_source_get_table:
 * @self: a source
 *
 * Returns: (transfer none) (nullable): what was read
 */
CoalitionTable *
coalition_import_source_get_table (CoalitionImportSource *self)
{
  return self->table;
}

/**
 * coalition_import_source_get_kind:
 * @self: a source
 *
 * Returns: (nullable): what its rows are
 */
const CoalitionKind *
coalition_import_source_get_kind (CoalitionImportSource *self)
{
  return self->kind;
}

/**
 * coalition_import_source_set_kind:
 * @self: a source that was read
 * @kind: what its rows are
 *
 * Takes the rows for another kind of record, and guesses anew what the columns are.
 */
void
coalition_import_source_set_kind (CoalitionImportSource *self, const CoalitionKind *kind)
{
  g_autoptr (CoalitionMapping) mapping = NULL;

  g_return_if_fail (self->table != NULL);

  mapping = coalition_mapping_guess (self->table, kind);
  take_mapping (self, mapping);
}

/**
 * coalition_import_source_get_target:
 * @self: a source that was read
 * @column: a column
 *
 * Returns: what becomes of @column, as coalition_mapping_set_target() takes it
 */
const char *
coalition_import_source_get_target (CoalitionImportSource *self, guint column)
{
  return g_ptr_array_index (self->targets, column);
}

/**
 * coalition_import_source_set_target:
 * @self: a source that was read
 * @column: a column
 * @target: what is to become of it, as coalition_mapping_set_target() takes it
 *
 * Corrects the guess. A column that was the target so far becomes an own field.
 */
void
coalition_import_source_set_target (CoalitionImportSource *self, guint column, const char *target)
{
  g_autoptr (CoalitionMapping) mapping = coalition_import_source_make_mapping (self);

  if (coalition_mapping_set_target (mapping, column, target, NULL))
    take_mapping (self, mapping);
}

static CoalitionMapping *
make_mapping (CoalitionTable *table, const CoalitionKind *kind, GPtrArray *targets)
{
  CoalitionMapping *mapping = coalition_mapping_guess (table, kind);

  /* Twice, since setting one target takes it from the column that was guessed to be it. */
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < targets->len; i++)
      coalition_mapping_set_target (mapping, i, round == 0 ? "own" : g_ptr_array_index (targets, i), NULL);

  return mapping;
}

/**
 * coalition_import_source_make_mapping:
 * @self: a source that was read
 *
 * Returns: (transfer full): what the columns are, as the exchange layer wants it
 */
CoalitionMapping *
coalition_import_source_make_mapping (CoalitionImportSource *self)
{
  return make_mapping (self->table, self->kind, self->targets);
}

/* --- the plan ------------------------------------------------------------------------------------------------------- */

typedef struct {
  CoalitionCampaign *campaign;
  GPtrArray *mappings; /* of CoalitionMapping, the thread's own */
  CoalitionImportMatch match;
  char *column;
  char *value;
} Plan;

static void
plan_free (gpointer data)
{
  Plan *plan = data;

  g_object_unref (plan->campaign);
  g_ptr_array_unref (plan->mappings);
  g_free (plan->column);
  g_free (plan->value);
  g_free (plan);
}

static int
compare_mappings (gconstpointer a, gconstpointer b)
{
  return coalition_import_compare_kinds (coalition_mapping_get_kind (*(CoalitionMapping **) a),
                                         coalition_mapping_get_kind (*(CoalitionMapping **) b));
}

static void
plan_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Plan *plan = data;
  g_autoptr (CoalitionCampaign) snapshot = NULL;
  g_autoptr (CoalitionImport) import = NULL;
  GError *error = NULL;

  snapshot = coalition_campaign_load_snapshot (plan->campaign, &error);
  if (snapshot == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  import = coalition_import_new (snapshot);
  coalition_import_set_match (import, plan->match);
  if (plan->column != NULL)
    coalition_import_add_filter (import, plan->column, plan->value);
  for (guint i = 0; i < plan->mappings->len; i++)
    if (!coalition_mapping_check (g_ptr_array_index (plan->mappings, i), &error)
        || !coalition_import_add_table (import, g_ptr_array_index (plan->mappings, i), cancellable, &error))
      {
        g_task_return_error (task, error);
        return;
      }
  g_task_return_pointer (task, g_steal_pointer (&import), (GDestroyNotify) coalition_import_free);
}

/**
 * coalition_import_plan_async:
 * @campaign: what is imported into; it is not changed
 * @sources: (element-type CoalitionImportSource): sources that were read
 * @match: how rows find the records that they are about
 * @column: (nullable): only rows whose cell in this column …
 * @value: (nullable): … is this
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * Finds out in a thread what an import would do.
 */
void
coalition_import_plan_async (CoalitionCampaign *campaign, GPtrArray *sources, CoalitionImportMatch match, const char *column,
                             const char *value, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (campaign, cancellable, callback, data);
  Plan *plan = g_new0 (Plan, 1);

  plan->campaign = g_object_ref (campaign);
  plan->mappings = g_ptr_array_new_with_free_func ((GDestroyNotify) coalition_mapping_unref);
  for (guint i = 0; i < sources->len; i++)
    g_ptr_array_add (plan->mappings, coalition_import_source_make_mapping (g_ptr_array_index (sources, i)));
  g_ptr_array_sort (plan->mappings, compare_mappings);
  plan->match = match;
  plan->column = g_strdup (column);
  plan->value = g_strdup (value);
  g_task_set_task_data (task, plan, plan_free);
  g_task_run_in_thread (task, plan_thread);
}

/**
 * coalition_import_plan_finish:
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL with the reason why the tables cannot be imported so
 */
CoalitionImport *
coalition_import_plan_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
