/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
refusal_free (gpointer data)
{
  CoalitionRefusal *refusal = data;

  g_free (refusal->file);
  g_free (refusal->reason);
  g_free (refusal);
}

static void
own_free (gpointer data)
{
  CoalitionImportOwn *own = data;

  g_free (own->field_id);
  g_free (own->record_id);
  g_free (own->text);
  g_free (own);
}

static void
clear_late (gpointer data)
{
  CoalitionImportLate *late = data;

  g_free (late->text);
}

/* Notes that something of a table is left out. */
void
coalition_import_add_refusal (CoalitionImport *self,
                              CoalitionTable  *table,
                              guint            line,
                              const char      *reason)
{
  CoalitionRefusal *refusal = g_new0 (CoalitionRefusal, 1);

  refusal->file = g_strdup (coalition_table_get_name (table));
  refusal->line = line;
  refusal->reason = g_strdup (reason);
  g_ptr_array_add (self->refusals, refusal);
}

/* --- the plan -------------------------------------------------------------------------------------------------- */

/**
 * coalition_import_new:
 * @campaign: a campaign, or a snapshot of one; it is only read
 *
 * An import of nothing yet.
 *
 * Returns: (transfer full): the import
 */
CoalitionImport *
coalition_import_new (CoalitionCampaign *campaign)
{
  CoalitionImport *self = g_new0 (CoalitionImport, 1);

  self->campaign = g_object_ref (campaign);
  self->index = coalition_import_index_new (campaign);
  self->filters = g_ptr_array_new_with_free_func (g_free);
  self->refusals = g_ptr_array_new_with_free_func (refusal_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, own_free);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->own_columns = g_ptr_array_new ();

  return self;
}

/**
 * coalition_import_free:
 * @self: (transfer full): an import
 *
 * Frees the plan.
 */
void
coalition_import_free (CoalitionImport *self)
{
  coalition_import_index_free (self->index);
  g_ptr_array_unref (self->filters);
  g_ptr_array_unref (self->refusals);
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->own);
  g_hash_table_unref (self->places);
  g_ptr_array_unref (self->own_columns);
  g_object_unref (self->campaign);
  g_free (self);
}

/**
 * coalition_import_set_match:
 * @self: an import without tables
 * @match: how rows find the records that they are about
 *
 * Sets how rows are matched; %COALITION_IMPORT_MATCH_AUTO if it is not called.
 */
void
coalition_import_set_match (CoalitionImport      *self,
                            CoalitionImportMatch  match)
{
  self->match = match;
}

/**
 * coalition_import_add_filter:
 * @self: an import without tables
 * @column: heading of a column
 * @value: text of a cell
 *
 * Keeps only rows whose cell in @column is @value. Several filters must all hold.
 */
void
coalition_import_add_filter (CoalitionImport *self,
                             const char      *column,
                             const char      *value)
{
  g_ptr_array_add (self->filters, g_strdup (column));
  g_ptr_array_add (self->filters, g_strdup (value));
}

static gboolean
filter_rows (CoalitionImport  *self,
             CoalitionTable   *table,
             gboolean         *kept,
             GError          **error)
{
  for (guint row = 0; row < coalition_table_get_n_rows (table); row++)
    kept[row] = !coalition_table_is_row_empty (table, row);

  for (guint i = 0; i < self->filters->len; i += 2)
    {
      const char *heading = self->filters->pdata[i], *value = self->filters->pdata[i + 1];
      int column = coalition_table_find_column (table, heading);

      if (column < 0)
        {
          g_set_error (error, COALITION_EXCHANGE_ERROR, COALITION_EXCHANGE_ERROR_MAPPING,
                       _("%s: there is no column “%s” to choose rows by"), coalition_table_get_name (table), heading);
          return FALSE;
        }
      for (guint row = 0; row < coalition_table_get_n_rows (table); row++)
        {
          g_autofree char *cell = g_strstrip (g_strdup (coalition_table_get_cell (table, row, column)));

          kept[row] = kept[row] && (g_str_equal (cell, value)
                                    || g_str_equal (coalition_table_get_cell (table, row, column), value));
        }
    }

  return TRUE;
}

static void
collect_ids (CoalitionImportReading *reading)
{
  int column = coalition_mapping_find_use (reading->mapping, COALITION_COLUMN_ID);

  for (guint row = 0; column >= 0 && row < coalition_table_get_n_rows (reading->table); row++)
    g_hash_table_add (reading->ids, g_strstrip (g_strdup (coalition_table_get_cell (reading->table, row, column))));
}

/**
 * coalition_import_add_table:
 * @self: an import
 * @mapping: a table and what its columns mean
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Plans what the rows of a table make of the campaign, as earlier tables leave it. An empty cell says nothing: what is
 * there stays. Two rows of one table may be about the same record as long as they agree. Rows that cannot be taken are
 * among the refusals; the others stand.
 *
 * Returns: %FALSE with an error if the table as a whole cannot be taken, or the import was cancelled
 */
gboolean
coalition_import_add_table (CoalitionImport   *self,
                            CoalitionMapping  *mapping,
                            GCancellable      *cancellable,
                            GError           **error)
{
  CoalitionTable *table = coalition_mapping_get_table (mapping);
  guint n_rows = coalition_table_get_n_rows (table), n_columns = coalition_table_get_n_columns (table);
  g_autofree gboolean *kept = g_new0 (gboolean, n_rows + 1);
  g_autofree GHashTable **memo = g_new0 (GHashTable *, n_columns + 1);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) late = g_array_new (FALSE, FALSE, sizeof (CoalitionImportLate));
  CoalitionImportReading reading = {
    .import = self, .mapping = mapping, .table = table, .kind = coalition_mapping_get_kind (mapping), .kept = kept,
    .ids = ids, .memo = memo, .late = late,
  };
  g_autofree char *name = NULL;
  gboolean cancelled = FALSE;

  g_array_set_clear_func (late, clear_late);
  if (!coalition_mapping_check (mapping, error))
    {
      g_prefix_error (error, "%s: ", coalition_table_get_name (table));
      return FALSE;
    }
  if (!filter_rows (self, table, kept, error))
    return FALSE;

  self->n_tables++;
  name = g_path_get_basename (coalition_table_get_name (table));
  if (self->names->len == 0 || !g_str_equal (self->names->pdata[self->names->len - 1], name))
    g_ptr_array_add (self->names, g_strdup (name));
  collect_ids (&reading);
  coalition_import_prepare_own (self, mapping, kept);
  for (guint i = 0; i < coalition_table_get_n_faults (table); i++)
    {
      const char *reason = NULL;
      guint line = coalition_table_get_fault (table, i, &reason);

      coalition_import_add_refusal (self, table, line, reason);
    }
  for (guint row = 0; row < n_rows && !cancelled; row++)
    {
      if (kept[row])
        coalition_import_read_row (&reading, row);
      cancelled = row % 256 == 0 && g_cancellable_is_cancelled (cancellable);
    }
  coalition_import_settle_late (&reading);
  for (guint i = 0; i < n_columns; i++)
    g_clear_pointer (&memo[i], g_hash_table_unref);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/**
 * coalition_import_get_counts:
 * @self: an import
 * @kind: a kind
 * @counts: (out caller-allocates): the counts
 *
 * How many records of @kind the import adds, changes and leaves as they are.
 */
void
coalition_import_get_counts (CoalitionImport       *self,
                             const CoalitionKind   *kind,
                             CoalitionImportCounts *counts)
{
  GPtrArray *entries = coalition_import_index_get_entries (self->index, kind);

  *counts = (CoalitionImportCounts) { 0, 0, 0 };
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const CoalitionImportEntry *entry = entries->pdata[i];

      if (entry->record == NULL)
        counts->added++;
      else if (entry->changed)
        counts->updated++;
      else if (entry->named)
        counts->unchanged++;
    }
}

/**
 * coalition_import_get_refusals:
 * @self: an import
 *
 * What was left out, in the order of the sources and their lines.
 *
 * Returns: (transfer none) (element-type CoalitionRefusal): the refusals
 */
GPtrArray *
coalition_import_get_refusals (CoalitionImport *self)
{
  return self->refusals;
}

static void
add_entry (CoalitionCommand     *command,
           CoalitionImportEntry *entry)
{
  if (entry->record == NULL)
    coalition_command_insert (command, entry->kind, entry->id);
  for (guint i = 0; i < entry->kind->n_fields; i++)
    if ((entry->set & (G_GUINT64_CONSTANT (1) << i))
        && (entry->record == NULL
            || !coalition_value_equal (&entry->values[i], coalition_record_get_value (entry->record, i))))
      coalition_command_set (command, entry->kind, entry->id, &entry->kind->fields[i], &entry->values[i]);
}

static void
add_own_values (CoalitionImport  *self,
                CoalitionCommand *command)
{
  const CoalitionKind *kind = &coalition_kind_own_value;
  GHashTableIter iter;
  gpointer id, data;

  g_hash_table_iter_init (&iter, self->own);
  while (g_hash_table_iter_next (&iter, &id, &data))
    {
      const CoalitionImportOwn *own = data;

      if (!own->changed)
        continue;
      if (!own->exists)
        {
          coalition_command_insert (command, kind, id);
          coalition_command_set_text (command, kind, id, "field", own->field_id);
          coalition_command_set_text (command, kind, id, "record", own->record_id);
        }
      coalition_command_set_text (command, kind, id, "value", own->text);
    }
}

/* What the history calls it: a few names, since it stands on the undo button too. */
static char *
join_names (CoalitionImport *self)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < self->names->len && i < 3; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", (char *) self->names->pdata[i]);
  if (self->names->len > 3)
    g_string_append (names, ", …");

  return g_string_free (names, FALSE);
}

/**
 * coalition_import_make_command:
 * @self: an import
 *
 * The one edit that does all of it. A dry run leaves it unused.
 *
 * Returns: (transfer full): the command, empty if the import changes nothing
 */
CoalitionCommand *
coalition_import_make_command (CoalitionImport *self)
{
  g_autofree char *names = NULL;
  CoalitionCommand *command;
  const CoalitionKind *const *kinds;
  CoalitionRecord *view = coalition_campaign_get_view (self->campaign);
  GHashTableIter iter;
  gpointer id, data;
  guint n_kinds;

  names = join_names (self);
  command = coalition_command_new (N_("Import %s"), names, NULL);

  kinds = coalition_kinds_get_all (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      GPtrArray *entries = coalition_import_index_get_entries (self->index, kinds[i]);

      for (guint j = 0; entries != NULL && j < entries->len; j++)
        add_entry (command, entries->pdata[j]);
    }
  add_own_values (self, command);
  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, &id, &data))
    {
      const CoalitionImportPlace *place = data;

      coalition_command_set_position (command, coalition_record_get_id (view), id, place->x, place->y, place->pinned);
    }

  return command;
}

static int
rank (const CoalitionKind *kind)
{
  if (kind == &coalition_kind_own_field)
    return -2;
  if (kind == &coalition_kind_tag)
    return -1;
  if (kind == &coalition_kind_campaign)
    return G_MAXINT;

  /* A view may name a party, an issue or an own field; what lies on it names the view. */
  return coalition_kinds_index (kind) + (kind == &coalition_kind_view || coalition_kind_find_field (kind, "view") != NULL ? 1000 : 0);
}

/**
 * coalition_import_compare_kinds:
 * @a: a kind
 * @b: another
 *
 * The order in which tables are to be added so that what is referred to is there: own fields, parties, ties, …, views
 * with what lies on them, and the campaign itself last, since it refers to a party.
 *
 * Returns: negative, zero or positive
 */
int
coalition_import_compare_kinds (const CoalitionKind *a,
                                const CoalitionKind *b)
{
  int left = rank (a), right = rank (b);

  return (left > right) - (left < right);
}
