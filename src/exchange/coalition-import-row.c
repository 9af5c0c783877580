/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-import-private.h"

#include "coalition-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
value_free (gpointer data)
{
  coalition_value_clear (data);
  g_free (data);
}

/* Sets the reason for which a row is refused. */
gboolean
coalition_import_refuse (GError     **error,
                         const char  *format,
                         ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (COALITION_EXCHANGE_ERROR, COALITION_EXCHANGE_ERROR_READ, format, arguments);
  va_end (arguments);

  return FALSE;
}

/* --- references ------------------------------------------------------------------------------------------------ */

/* Kinds that are little more than a word: a word that is not known yet is a new one. */
static gboolean
is_made_by_naming (const CoalitionKind *kind)
{
  return kind == &coalition_kind_constituency || kind == &coalition_kind_tag;
}

static const char *
get_derived_id (CoalitionImportRow *row,
                char              **id)
{
  const CoalitionValue *a, *b;

  *id = NULL;
  if (row->kind == &coalition_kind_position)
    {
      a = &row->values[coalition_kind_field_index (row->kind, "view")];
      b = &row->values[coalition_kind_field_index (row->kind, "party")];
      if (a->type == COALITION_VALUE_TEXT && b->type == COALITION_VALUE_TEXT)
        *id = coalition_position_id (a->text, b->text);
    }
  else if (row->kind == &coalition_kind_forum_position)
    {
      a = &row->values[coalition_kind_field_index (row->kind, "view")];
      b = &row->values[coalition_kind_field_index (row->kind, "forum")];
      if (a->type == COALITION_VALUE_TEXT && b->type == COALITION_VALUE_TEXT)
        *id = coalition_position_id (a->text, b->text);
    }
  else if (row->kind == &coalition_kind_party_tag)
    {
      a = &row->values[coalition_kind_field_index (row->kind, "party")];
      b = &row->values[coalition_kind_field_index (row->kind, "tag")];
      if (a->type == COALITION_VALUE_TEXT && b->type == COALITION_VALUE_TEXT)
        *id = coalition_party_tag_id (a->text, b->text);
    }

  return *id;
}

/* Finds the record that a cell names, by id or by title. */
gboolean
coalition_import_resolve (CoalitionImportRow   *row,
                          const CoalitionKind  *target,
                          const char           *text,
                          char                **id,
                          GError              **error)
{
  CoalitionImportIndex *index = row->import->index;
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  CoalitionImportEntry *entry = coalition_import_index_find_id (index, target, stripped);
  GPtrArray *entries;

  if (entry == NULL)
    {
      entries = coalition_import_index_find_title (index, target, stripped);
      if (entries != NULL && entries->len > 1)
        return coalition_import_refuse (error, _("“%s” is the name of %u records (%s): give each a name of its own, or write the id"),
                                        stripped, entries->len, _(target->label_plural));
      entry = entries != NULL ? entries->pdata[0] : NULL;
    }
  if (entry == NULL && is_made_by_naming (target) && row->made != NULL)
    {
      entry = coalition_import_index_add (index, target, NULL);
      coalition_import_entry_set_text (entry, target->title, stripped);
      coalition_import_index_file (index, entry);
      g_ptr_array_add (row->made, entry);
    }
  if (entry == NULL)
    return coalition_import_refuse (error, _("there is no “%s” among the records (%s): import it first, or correct the name"),
                                    stripped, _(target->label_plural));
  *id = g_strdup (entry->id);

  return TRUE;
}

/* --- reading a row --------------------------------------------------------------------------------------------- */

static gboolean
parse_cell (CoalitionImportReading *reading,
            guint                   column,
            const CoalitionField   *field,
            const char             *cell,
            CoalitionValue         *value,
            GError                **error)
{
  CoalitionValue *known;

  if (field->type == COALITION_FIELD_TEXT || field->type == COALITION_FIELD_LONG_TEXT)
    return coalition_field_parse (field, cell, value, error);

  /* Choices and dates are few and come again and again. */
  if (reading->memo[column] == NULL)
    reading->memo[column] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, value_free);
  known = g_hash_table_lookup (reading->memo[column], cell);
  if (known == NULL)
    {
      if (!coalition_field_parse (field, cell, value, error))
        return FALSE;
      known = g_new0 (CoalitionValue, 1);
      coalition_value_copy (value, known);
      g_hash_table_insert (reading->memo[column], g_strdup (cell), known);
      return TRUE;
    }
  coalition_value_clear (value);
  coalition_value_copy (known, value);

  return TRUE;
}

/* What lies on the map lies on the view that the campaign shows, if a row names none. A row with an id may be about
 * something that lies elsewhere. */
static void
stand_in_first_view (CoalitionImportRow *row)
{
  int index = coalition_kind_field_index (row->kind, "view");
  CoalitionRecord *view = coalition_campaign_get_view (row->import->campaign);

  if (index >= 0 && view != NULL && row->values[index].type == COALITION_VALUE_NULL
      && coalition_mapping_find_use (row->mapping, COALITION_COLUMN_ID) < 0)
    coalition_value_set_text (&row->values[index], coalition_record_get_id (view));
}

/* Reads the cells of a row. First those that can be wrong by themselves, then references, which may make records. */
static gboolean
stage_fields (CoalitionImportReading *reading,
              CoalitionImportRow     *row,
              GError                **error)
{
  guint n = coalition_table_get_n_columns (row->table);

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n; i++)
      {
        const CoalitionField *field = coalition_mapping_get_field (row->mapping, i);
        const char *cell = coalition_table_get_cell (row->table, row->row, i);
        const CoalitionKind *target;
        char *id = NULL;
        guint index;

        if (coalition_mapping_get_use (row->mapping, i) != COALITION_COLUMN_FIELD
            || cell[strspn (cell, " \t\r\n")] == '\0' || (field->type == COALITION_FIELD_REFERENCE) != (pass == 1))
          continue;
        index = field - row->kind->fields;
        if (pass == 0)
          {
            if (!parse_cell (reading, i, field, cell, &row->values[index], error))
              return FALSE;
            continue;
          }
        target = coalition_kinds_find (field->target);
        if (target == row->kind && !(field->flags & COALITION_FIELD_REQUIRED))
          {
            row->late[index] = g_strdup (cell);
            continue;
          }
        if (target == NULL)
          return coalition_import_refuse (error, _("“%s” cannot be read from a file"), _(field->label));
        if (!coalition_import_resolve (row, target, cell, &id, error))
          return FALSE;
        coalition_value_take_text (&row->values[index], id);
      }

  stand_in_first_view (row);
  if (row->kind == &coalition_kind_own_field)
    {
      const CoalitionValue *of = &row->values[coalition_kind_field_index (row->kind, "kind")];

      if (of->type == COALITION_VALUE_TEXT && coalition_kinds_find (of->text) == NULL)
        return coalition_import_refuse (error, _("“%s” is no kind of record"), of->text);
    }

  return TRUE;
}

/* --- finding the record that a row is about -------------------------------------------------------------------- */

static gboolean
find_by_key (CoalitionImportRow    *row,
             CoalitionImportEntry **entry,
             GError               **error)
{
  CoalitionImport *self = row->import;
  g_autofree char *key = coalition_import_index_make_key (row->kind, row->values);
  GPtrArray *entries = coalition_import_index_find_key (self->index, row->kind, key);

  *entry = NULL;
  if (entries == NULL)
    return TRUE;
  if (entries->len > 1 && coalition_import_index_knows_by_title (row->kind))
    {
      const CoalitionValue *title = &row->values[coalition_kind_field_index (row->kind, row->kind->title)];

      return coalition_import_refuse (error, _("“%s” is the name of %u records (%s): give each a name of its own, or write the id"),
                                      title->type == COALITION_VALUE_TEXT ? title->text : "", entries->len,
                                      _(row->kind->label_plural));
    }

  /* Of several contacts that are alike, the one with the same parties. */
  if (row->kind == &coalition_kind_contact && row->links != NULL)
    {
      for (guint i = 0; i < entries->len && *entry == NULL; i++)
        if (coalition_import_has_links (row, entries->pdata[i]))
          *entry = entries->pdata[i];
      return TRUE;
    }

  /* Of several links that are alike, each row takes the next. */
  *entry = entries->pdata[entries->len - 1];
  for (guint i = 0; i < entries->len; i++)
    {
      CoalitionImportEntry *candidate = entries->pdata[i];

      if (candidate->table != self->n_tables)
        {
          *entry = candidate;
          break;
        }
    }

  return TRUE;
}

/* A row of an exported file whose id is unknown here may still be about a record that came from the same spreadsheet:
 * it is, if just one that was here before bears its name and is not itself in the file. */
static CoalitionImportEntry *
find_namesake (CoalitionImportReading *reading,
               CoalitionImportRow     *row)
{
  g_autofree char *key = coalition_import_index_make_key (row->kind, row->values);
  GPtrArray *entries = coalition_import_index_find_key (row->import->index, row->kind, key);
  CoalitionImportEntry *found = NULL;

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      CoalitionImportEntry *candidate = entries->pdata[i];

      if (candidate->by_id || candidate->table == row->import->n_tables || g_hash_table_contains (reading->ids, candidate->id))
        continue;
      if (found != NULL)
        return NULL;
      found = candidate;
    }

  return found;
}

static gboolean
find_by_id (CoalitionImportReading *reading,
            CoalitionImportRow     *row,
            const char             *id,
            CoalitionImportEntry  **entry,
            GError                **error)
{
  CoalitionImport *self = row->import;

  *entry = coalition_import_index_find_id (self->index, row->kind, id);
  if (*entry != NULL)
    return TRUE;
  if (!g_uuid_string_is_valid (id))
    return coalition_import_refuse (error, _("“%s” is no id: leave the cell empty for a new record"), id);
  if (coalition_campaign_find_record (self->campaign, id) != NULL)
    return coalition_import_refuse (error, _("“%s” is the id of a record of another kind: leave the cell empty for a new record"), id);
  if (self->match == COALITION_IMPORT_MATCH_AUTO)
    *entry = find_namesake (reading, row);
  if (*entry != NULL)
    coalition_import_index_add_alias (self->index, *entry, id);

  return TRUE;
}

/* Finds the record that a row is about; none means a new one, under @new_id if there is one. */
static gboolean
identify (CoalitionImportReading *reading,
          CoalitionImportRow     *row,
          CoalitionImportEntry  **entry,
          char                  **new_id,
          GError                **error)
{
  int column = coalition_mapping_find_use (row->mapping, COALITION_COLUMN_ID);
  g_autofree char *id = NULL;

  if (get_derived_id (row, new_id) != NULL)
    {
      *entry = coalition_import_index_find_id (row->import->index, row->kind, *new_id);
      return TRUE;
    }
  if (row->kind != &coalition_kind_campaign && row->import->match != COALITION_IMPORT_MATCH_NAME && column >= 0)
    id = g_strstrip (g_strdup (coalition_table_get_cell (row->table, row->row, column)));
  if (id == NULL || *id == '\0')
    return find_by_key (row, entry, error);
  if (!find_by_id (reading, row, id, entry, error))
    return FALSE;
  if (*entry == NULL)
    *new_id = g_steal_pointer (&id);

  return TRUE;
}

/* --- taking a row up ------------------------------------------------------------------------------------------- */

static gboolean
check_required (CoalitionImportRow  *row,
                GError             **error)
{
  for (guint i = 0; i < row->kind->n_fields; i++)
    if ((row->kind->fields[i].flags & COALITION_FIELD_REQUIRED) && row->values[i].type == COALITION_VALUE_NULL)
      return coalition_import_refuse (error, _("“%s” is empty: a record (%s) needs it"), _(row->kind->fields[i].label),
                                      _(row->kind->label));

  return TRUE;
}

/* Whether a field is part of what the record is found by: its spelling here is kept, whatever the file's is. */
static gboolean
keeps_spelling (CoalitionImportRow   *row,
                CoalitionImportEntry *entry,
                guint                 i)
{
  const CoalitionValue *now = coalition_import_entry_get (entry, i);
  g_autofree char *a = NULL, *b = NULL;

  if (row->kind->title == NULL || !g_str_equal (row->kind->fields[i].name, row->kind->title)
      || now->type != COALITION_VALUE_TEXT || row->values[i].type != COALITION_VALUE_TEXT)
    return FALSE;
  a = coalition_text_fold (now->text);
  b = coalition_text_fold (row->values[i].text);

  return g_str_equal (a, b);
}

static gboolean
check_repeated (CoalitionImportRow    *row,
                CoalitionImportEntry  *entry,
                gboolean               found_by_id,
                GError               **error)
{
  for (guint i = 0; i < row->kind->n_fields; i++)
    if (row->values[i].type != COALITION_VALUE_NULL && (entry->set_here & (G_GUINT64_CONSTANT (1) << i))
        && !coalition_value_equal (&row->values[i], coalition_import_entry_get (entry, i))
        && (found_by_id || !keeps_spelling (row, entry, i)))
      return coalition_import_refuse (error, _("line %u is about the same record and says otherwise in “%s”: keep one of the two"),
                                      entry->line, _(row->kind->fields[i].label));

  return coalition_import_check_own (row, entry, error);
}

static void
apply (CoalitionImportReading *reading,
       CoalitionImportRow     *row,
       CoalitionImportEntry   *entry,
       gboolean                by_id)
{
  CoalitionImport *self = row->import;
  guint line = coalition_table_get_line (row->table, row->row);

  if (entry->table != self->n_tables)
    {
      entry->table = self->n_tables;
      entry->line = line;
      entry->set_here = 0;
    }
  entry->named = TRUE;
  for (guint i = 0; i < row->kind->n_fields; i++)
    {
      if (row->late[i] != NULL)
        {
          CoalitionImportLate late = { entry, i, g_steal_pointer (&row->late[i]), line };

          g_array_append_val (reading->late, late);
        }
      if (row->values[i].type == COALITION_VALUE_NULL || (!by_id && keeps_spelling (row, entry, i)))
        continue;
      coalition_import_entry_set (entry, i, &row->values[i]);
      entry->set_here |= G_GUINT64_CONSTANT (1) << i;
    }
  coalition_import_index_file (self->index, entry);
  coalition_import_apply_own (row, entry);
  coalition_import_apply_links (row, entry);
  if (row->kind == &coalition_kind_party)
    coalition_import_apply_party (row, entry);
}

static gboolean
take_row (CoalitionImportReading *reading,
          CoalitionImportRow     *row,
          GError                **error)
{
  CoalitionImportEntry *entry = NULL;
  g_autofree char *new_id = NULL;
  gboolean by_id;

  if (row->kind == &coalition_kind_party && !coalition_import_stage_party (row, error))
    return FALSE;
  if (!coalition_import_stage_links (row, error))
    return FALSE;
  if (!stage_fields (reading, row, error) || !identify (reading, row, &entry, &new_id, error))
    return FALSE;

  by_id = entry != NULL && coalition_mapping_find_use (row->mapping, COALITION_COLUMN_ID) >= 0
          && row->import->match != COALITION_IMPORT_MATCH_NAME;
  if (entry == NULL)
    {
      if (!check_required (row, error))
        return FALSE;
      entry = coalition_import_index_add (row->import->index, row->kind, new_id);
      entry->by_id = new_id != NULL;
    }
  else if (entry->table == row->import->n_tables && !check_repeated (row, entry, by_id, error))
    {
      return FALSE;
    }
  apply (reading, row, entry, by_id);

  return TRUE;
}

/* Reads one row, and takes it up or says why not. */
void
coalition_import_read_row (CoalitionImportReading *reading,
                           guint                   index)
{
  const CoalitionKind *kind = reading->kind;
  g_autofree CoalitionValue *values = g_new0 (CoalitionValue, kind->n_fields);
  g_autofree char **late_cells = g_new0 (char *, kind->n_fields);
  g_autoptr (GPtrArray) made = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  CoalitionImportRow row = {
    .import = reading->import, .mapping = reading->mapping, .table = reading->table, .kind = kind, .row = index,
    .values = values, .late = late_cells, .made = made,
  };

  if (!take_row (reading, &row, &error))
    {
      for (guint i = made->len; i > 0; i--)
        coalition_import_index_remove (reading->import->index, made->pdata[i - 1]);
      coalition_import_add_refusal (reading->import, reading->table, coalition_table_get_line (reading->table, index), error->message);
    }
  g_clear_pointer (&row.links, g_ptr_array_unref);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      coalition_value_clear (&values[i]);
      g_free (late_cells[i]);
    }
}

/* All rows are there: now look up what refers to other rows. A name that is unknown costs the field, not the row. */
void
coalition_import_settle_late (CoalitionImportReading *reading)
{
  CoalitionImportRow row = { .import = reading->import, .mapping = reading->mapping, .table = reading->table, .kind = reading->kind };

  for (guint i = 0; i < reading->late->len; i++)
    {
      CoalitionImportLate *late = &g_array_index (reading->late, CoalitionImportLate, i);
      const CoalitionField *field = &reading->kind->fields[late->field_index];
      g_autoptr (GError) error = NULL;
      g_auto (CoalitionValue) value = COALITION_VALUE_INIT;
      char *id = NULL;

      if (coalition_import_resolve (&row, reading->kind, late->text, &id, &error))
        {
          coalition_value_take_text (&value, id);
          coalition_import_entry_set (late->entry, late->field_index, &value);
        }
      else
        {
          /* TRANSLATORS: the name of a field, then why what the file says for it was left out */
          g_autofree char *reason = g_strdup_printf (_("only “%s” is left out: %s"), _(field->label), error->message);

          coalition_import_add_refusal (reading->import, reading->table, late->line, reason);
        }
    }
}

