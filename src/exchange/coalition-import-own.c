/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-import-private.h"

#include "coalition-date.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Columns that no field of the kind takes become own fields of the campaign. What was in the cell is kept byte for
 * byte; a type other than text is only given to a column all of whose cells are written back the same by that type. */

static gboolean
survives_number (const char *cell)
{
  g_auto (CoalitionValue) value = COALITION_VALUE_INIT;
  g_autofree char *back = NULL;
  char *end = NULL;
  double number;

  if (!g_ascii_isdigit (cell[0]) && !(cell[0] == '-' && g_ascii_isdigit (cell[1])))
    return FALSE;
  number = g_ascii_strtod (cell, &end);
  if (*end != '\0' || !isfinite (number))
    return FALSE;
  coalition_value_set_real (&value, number);
  back = coalition_value_to_text (&value);

  return g_str_equal (back, cell);
}

static gboolean
survives (const char *type,
          const char *cell)
{
  if (g_str_equal (type, "number"))
    return survives_number (cell);
  if (g_str_equal (type, "date"))
    return coalition_date_is_valid (cell);
  if (g_str_equal (type, "yes-no"))
    return g_str_equal (cell, "yes") || g_str_equal (cell, "no");

  return TRUE;
}

static gboolean
column_survives (CoalitionTable *table,
                 guint           column,
                 const gboolean *kept,
                 const char     *type,
                 gboolean       *any)
{
  *any = FALSE;
  for (guint row = 0; row < coalition_table_get_n_rows (table); row++)
    {
      const char *cell = coalition_table_get_cell (table, row, column);

      if (!kept[row] || *cell == '\0')
        continue;
      *any = TRUE;
      if (!survives (type, cell))
        return FALSE;
    }

  return TRUE;
}

static const char *
guess_type (CoalitionTable *table,
            guint           column,
            const gboolean *kept)
{
  static const char *const types[] = { "number", "date", "yes-no" };
  gboolean any;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (column_survives (table, column, kept, types[i], &any) && any)
      return types[i];

  return "text";
}

static gint64
next_rank (CoalitionImport     *self,
           const CoalitionKind *kind)
{
  GPtrArray *entries = coalition_import_index_get_entries (self->index, &coalition_kind_own_field);
  int kind_index = coalition_kind_field_index (&coalition_kind_own_field, "kind");
  int rank_index = coalition_kind_field_index (&coalition_kind_own_field, "rank");
  gint64 rank = 0;

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const CoalitionValue *of = coalition_import_entry_get (entries->pdata[i], kind_index);
      const CoalitionValue *value = coalition_import_entry_get (entries->pdata[i], rank_index);

      if (of->type == COALITION_VALUE_TEXT && g_str_equal (of->text, kind->name)
          && value->type == COALITION_VALUE_INTEGER)
        rank = MAX (rank, value->integer + 1);
    }

  return rank;
}

static CoalitionImportEntry *
find_own_field (CoalitionImport     *self,
                const CoalitionKind *kind,
                const char          *name)
{
  const CoalitionKind *own_field = &coalition_kind_own_field;
  g_autofree CoalitionValue *values = g_new0 (CoalitionValue, own_field->n_fields);
  int name_index = coalition_kind_field_index (own_field, "name");
  int kind_index = coalition_kind_field_index (own_field, "kind");
  g_autofree char *key = NULL;
  GPtrArray *entries;

  coalition_value_set_text (&values[name_index], name);
  coalition_value_set_text (&values[kind_index], kind->name);
  key = coalition_import_index_make_key (own_field, values);
  coalition_value_clear (&values[name_index]);
  coalition_value_clear (&values[kind_index]);
  entries = coalition_import_index_find_key (self->index, own_field, key);

  return entries != NULL ? entries->pdata[0] : NULL;
}

/* A field that is there keeps its type as long as it can hold what comes; else it becomes text, and nothing is lost. */
static void
widen (CoalitionImportEntry *entry,
       CoalitionTable       *table,
       guint                 column,
       const gboolean       *kept)
{
  const CoalitionKind *kind = &coalition_kind_own_field;
  const CoalitionValue *type = coalition_import_entry_get (entry, coalition_kind_field_index (kind, "type"));
  int choices_index = coalition_kind_field_index (kind, "choices");
  gboolean any;

  if (type->type != COALITION_VALUE_TEXT)
    return;
  if (!column_survives (table, column, kept, type->text, &any))
    {
      coalition_import_entry_set_text (entry, "type", "text");
      return;
    }
  if (!g_str_equal (type->text, "choice"))
    return;

  for (guint row = 0; row < coalition_table_get_n_rows (table); row++)
    {
      const char *cell = coalition_table_get_cell (table, row, column);
      const CoalitionValue *choices = coalition_import_entry_get (entry, choices_index);
      const char *list = choices->type == COALITION_VALUE_TEXT ? choices->text : "";
      g_auto (GStrv) lines = g_strsplit (list, "\n", -1);
      g_autofree char *longer = NULL;

      if (!kept[row] || *cell == '\0' || g_strv_contains ((const char *const *) lines, cell))
        continue;
      if (strchr (cell, '\n') != NULL)
        {
          coalition_import_entry_set_text (entry, "type", "text");
          return;
        }
      longer = *list == '\0' ? g_strdup (cell) : g_strconcat (list, "\n", cell, NULL);
      coalition_import_entry_set_text (entry, "choices", longer);
    }
}

/* Finds or makes the own fields that the columns of a table become. */
void
coalition_import_prepare_own (CoalitionImport  *self,
                              CoalitionMapping *mapping,
                              const gboolean   *kept)
{
  CoalitionTable *table = coalition_mapping_get_table (mapping);
  const CoalitionKind *kind = coalition_mapping_get_kind (mapping);
  gboolean any = FALSE;

  g_ptr_array_set_size (self->own_columns, 0);
  g_ptr_array_set_size (self->own_columns, coalition_table_get_n_columns (table));
  for (guint row = 0; row < coalition_table_get_n_rows (table) && !any; row++)
    any = kept[row];
  if (!any)
    return;

  for (guint i = 0; i < coalition_table_get_n_columns (table); i++)
    {
      const char *name = coalition_mapping_get_own_name (mapping, i);
      CoalitionImportEntry *entry;
      g_auto (CoalitionValue) rank = COALITION_VALUE_INIT;

      if (coalition_mapping_get_use (mapping, i) != COALITION_COLUMN_OWN)
        continue;
      entry = find_own_field (self, kind, name);
      if (entry != NULL)
        {
          widen (entry, table, i, kept);
          self->own_columns->pdata[i] = entry;
          continue;
        }
      coalition_value_set_integer (&rank, next_rank (self, kind));
      entry = coalition_import_index_add (self->index, &coalition_kind_own_field, NULL);
      coalition_import_entry_set_text (entry, "name", name);
      coalition_import_entry_set_text (entry, "kind", kind->name);
      coalition_import_entry_set_text (entry, "type", guess_type (table, i, kept));
      coalition_import_entry_set (entry, coalition_kind_field_index (&coalition_kind_own_field, "rank"), &rank);
      coalition_import_index_file (self->index, entry);
      self->own_columns->pdata[i] = entry;
    }
}

static CoalitionImportOwn *
get_own (CoalitionImport      *self,
         CoalitionImportEntry *field,
         CoalitionImportEntry *entry)
{
  g_autofree char *id = coalition_own_value_id (field->id, entry->id);
  CoalitionImportOwn *own = g_hash_table_lookup (self->own, id);
  CoalitionRecord *record;

  if (own != NULL)
    return own;
  record = coalition_campaign_get_record (self->campaign, &coalition_kind_own_value, id);
  own = g_new0 (CoalitionImportOwn, 1);
  own->field_id = g_strdup (field->id);
  own->record_id = g_strdup (entry->id);
  own->exists = record != NULL;
  own->text = g_strdup (record != NULL ? coalition_record_get_text (record, "value") : NULL);
  g_hash_table_insert (self->own, g_steal_pointer (&id), own);

  return own;
}

/* Two rows of one table about one record must not say different things: whichever came last would win unseen. */
gboolean
coalition_import_check_own (CoalitionImportRow    *row,
                            CoalitionImportEntry  *entry,
                            GError               **error)
{
  CoalitionImport *self = row->import;

  for (guint i = 0; i < coalition_table_get_n_columns (row->table); i++)
    {
      const char *cell = coalition_table_get_cell (row->table, row->row, i);
      const char *name = coalition_mapping_get_own_name (row->mapping, i);
      CoalitionImportOwn *own;

      if (coalition_mapping_get_use (row->mapping, i) != COALITION_COLUMN_OWN || *cell == '\0')
        continue;
      own = get_own (self, self->own_columns->pdata[i], entry);
      if (own->table == self->n_tables && !g_str_equal (own->text, cell))
        return coalition_import_refuse (error, _("line %u is about the same record and says otherwise in “%s”: keep one of the two"),
                                        entry->line, name);
    }

  return TRUE;
}

/* Takes up the cells of own fields of a row that is good. */
void
coalition_import_apply_own (CoalitionImportRow   *row,
                            CoalitionImportEntry *entry)
{
  CoalitionImport *self = row->import;

  for (guint i = 0; i < coalition_table_get_n_columns (row->table); i++)
    {
      const char *cell = coalition_table_get_cell (row->table, row->row, i);
      CoalitionImportOwn *own;

      if (coalition_mapping_get_use (row->mapping, i) != COALITION_COLUMN_OWN || *cell == '\0')
        continue;
      own = get_own (self, self->own_columns->pdata[i], entry);
      own->table = self->n_tables;
      if (g_strcmp0 (own->text, cell) == 0)
        continue;
      g_free (own->text);
      own->text = g_strdup (cell);
      own->changed = TRUE;
      entry->changed = TRUE;
    }
}
