/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-import-private.h"

#include "coalition-clock.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a row about a party says besides the party's own fields: its place on the map, tags, contact details and
 * judgements. A spreadsheet has them in the same row; the campaign keeps them as records of their own. */

static const char *
get_cell (CoalitionImportRow *row,
          CoalitionColumnUse  use)
{
  int column = coalition_mapping_find_use (row->mapping, use);

  return column < 0 ? "" : coalition_table_get_cell (row->table, row->row, column);
}

static gboolean
is_blank (const char *cell)
{
  return cell[strspn (cell, " \t\r\n")] == '\0';
}

static gboolean
stage_place (CoalitionImportRow  *row,
             GError             **error)
{
  static const CoalitionColumnUse uses[3] = { COALITION_COLUMN_X, COALITION_COLUMN_Y, COALITION_COLUMN_PINNED };
  static const char *const names[3] = { "x", "y", "pinned" };
  g_auto (CoalitionValue) x = COALITION_VALUE_INIT;
  g_auto (CoalitionValue) y = COALITION_VALUE_INIT;
  g_auto (CoalitionValue) pinned = COALITION_VALUE_INIT;
  CoalitionValue *values[3] = { &x, &y, &pinned };
  gboolean blank[3];

  for (guint i = 0; i < 3; i++)
    {
      const char *cell = get_cell (row, uses[i]);

      blank[i] = is_blank (cell);
      if (!blank[i] && !coalition_field_parse (coalition_kind_find_field (&coalition_kind_position, names[i]), cell,
                                               values[i], error))
        return FALSE;
    }
  if (blank[0] != blank[1])
    return coalition_import_refuse (error, _("a place on the map needs both x and y"));
  if (blank[0])
    return TRUE;
  if (coalition_campaign_get_view (row->import->campaign) == NULL)
    return coalition_import_refuse (error, _("the campaign has no view that the place could be in"));

  row->has_place = TRUE;
  row->place.x = x.real;
  row->place.y = y.real;
  /* A place that somebody wrote down is meant to stay, unless the file says otherwise. */
  row->place.pinned = blank[2] || pinned.integer != 0;

  return TRUE;
}

/* Reads what a row says of a party besides its fields, before anything of it is taken up. */
gboolean
coalition_import_stage_party (CoalitionImportRow  *row,
                              GError             **error)
{
  if (!stage_place (row, error))
    return FALSE;

  for (guint i = 0; i < coalition_table_get_n_columns (row->table); i++)
    {
      CoalitionColumnUse use = coalition_mapping_get_use (row->mapping, i);
      const char *cell = coalition_table_get_cell (row->table, row->row, i);
      g_auto (CoalitionValue) value = COALITION_VALUE_INIT;

      if (use != COALITION_COLUMN_JUDGEMENT && use != COALITION_COLUMN_JUDGED_ON && use != COALITION_COLUMN_DETAIL)
        continue;
      if (!is_blank (cell) && !coalition_field_parse (coalition_mapping_get_field (row->mapping, i), cell, &value, error))
        return FALSE;
    }

  return TRUE;
}

static void
apply_place (CoalitionImportRow   *row,
             CoalitionImportEntry *entry)
{
  CoalitionImport *self = row->import;
  CoalitionImportPlace *place = g_hash_table_lookup (self->places, entry->id);
  CoalitionRecord *record = entry->record != NULL ? coalition_campaign_get_position (self->campaign, entry->id) : NULL;
  double x, y;

  if (place == NULL && record != NULL && coalition_record_get_real (record, "x", &x)
      && coalition_record_get_real (record, "y", &y) && x == row->place.x && y == row->place.y
      && coalition_record_get_boolean (record, "pinned") == row->place.pinned)
    return;
  g_hash_table_insert (self->places, g_strdup (entry->id), g_memdup2 (&row->place, sizeof row->place));
  entry->changed = TRUE;
}

static void
apply_tag (CoalitionImportRow   *row,
           CoalitionImportEntry *entry,
           const char           *name)
{
  CoalitionImportIndex *index = row->import->index;
  GPtrArray *tags = coalition_import_index_find_title (index, &coalition_kind_tag, name);
  CoalitionImportEntry *tag, *link;
  g_autofree char *id = NULL;

  if (tags != NULL)
    {
      tag = tags->pdata[0];
    }
  else
    {
      tag = coalition_import_index_add (index, &coalition_kind_tag, NULL);
      coalition_import_entry_set_text (tag, "name", name);
      coalition_import_index_file (index, tag);
    }
  id = coalition_party_tag_id (entry->id, tag->id);
  if (coalition_import_index_find_id (index, &coalition_kind_party_tag, id) != NULL)
    return;
  link = coalition_import_index_add (index, &coalition_kind_party_tag, id);
  coalition_import_entry_set_text (link, "party", entry->id);
  coalition_import_entry_set_text (link, "tag", tag->id);
  coalition_import_index_file (index, link);
  entry->changed = TRUE;
}

/* Tags stand in one cell, separated by ";"; one within a tag is written "\;". */
static void
apply_tags (CoalitionImportRow   *row,
            CoalitionImportEntry *entry,
            const char           *cell)
{
  g_autoptr (GString) tag = g_string_new (NULL);

  for (const char *p = cell;; p++)
    {
      if (p[0] == '\\' && p[1] == ';')
        {
          g_string_append_c (tag, *++p);
          continue;
        }
      if (*p != ';' && *p != '\0')
        {
          g_string_append_c (tag, *p);
          continue;
        }
      g_strstrip (tag->str);
      if (*tag->str != '\0')
        apply_tag (row, entry, tag->str);
      g_string_truncate (tag, 0);
      if (*p == '\0')
        break;
    }
}

/* Finds the record that has just these values, or makes it. */
static CoalitionImportEntry *
find_or_add (CoalitionImportIndex *index,
             const CoalitionKind  *kind,
             CoalitionValue       *values)
{
  g_autofree char *key = coalition_import_index_make_key (kind, values);
  GPtrArray *entries = coalition_import_index_find_key (index, kind, key);
  CoalitionImportEntry *entry;

  entry = entries != NULL ? entries->pdata[0] : coalition_import_index_add (index, kind, NULL);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (values[i].type != COALITION_VALUE_NULL && (entry->record == NULL || kind == &coalition_kind_judgement))
        coalition_import_entry_set (entry, i, &values[i]);
      coalition_value_clear (&values[i]);
    }
  coalition_import_index_file (index, entry);
  entry->named = TRUE;

  return entry;
}

static void
apply_detail (CoalitionImportRow   *row,
              CoalitionImportEntry *entry,
              const char           *key,
              const char           *cell)
{
  const CoalitionKind *kind = &coalition_kind_contact_detail;
  g_autofree CoalitionValue *values = g_new0 (CoalitionValue, kind->n_fields);
  g_autofree char *stripped = g_strstrip (g_strdup (cell));

  coalition_value_set_text (&values[coalition_kind_field_index (kind, "party")], entry->id);
  coalition_value_set_text (&values[coalition_kind_field_index (kind, "kind")], key);
  coalition_value_set_text (&values[coalition_kind_field_index (kind, "value")], stripped);
  find_or_add (row->import->index, kind, values);
}

/* A judgement that says what is known already is no new one; otherwise it is dated, so that the old one stays. */
static void
apply_judgement (CoalitionImportRow   *row,
                 CoalitionImportEntry *entry,
                 const char           *aspect,
                 const char           *cell)
{
  const CoalitionKind *kind = &coalition_kind_judgement;
  CoalitionImport *self = row->import;
  g_autofree CoalitionValue *values = g_new0 (CoalitionValue, kind->n_fields);
  CoalitionValue *score = &values[coalition_kind_field_index (kind, "value")];
  CoalitionValue *judged_on = &values[coalition_kind_field_index (kind, "judged_on")];
  const char *date = get_cell (row, COALITION_COLUMN_JUDGED_ON);
  CoalitionRecord *current = NULL;
  gint64 known;

  coalition_field_parse (coalition_kind_find_field (kind, "value"), cell, score, NULL);
  if (is_blank (date) && entry->record != NULL)
    current = coalition_campaign_get_judgement (self->campaign, entry->id, aspect, NULL);
  if (current != NULL && coalition_record_get_integer (current, "value", &known) && known == score->integer)
    return;

  if (is_blank (date))
    coalition_value_take_text (judged_on, coalition_clock_today ());
  else
    coalition_field_parse (coalition_kind_find_field (kind, "judged_on"), date, judged_on, NULL);
  coalition_value_set_text (&values[coalition_kind_field_index (kind, "party")], entry->id);
  coalition_value_set_text (&values[coalition_kind_field_index (kind, "aspect")], aspect);
  find_or_add (self->index, kind, values);
}

/* Takes up what a good row says of a party besides its fields. */
void
coalition_import_apply_party (CoalitionImportRow   *row,
                              CoalitionImportEntry *entry)
{
  if (row->has_place)
    apply_place (row, entry);

  for (guint i = 0; i < coalition_table_get_n_columns (row->table); i++)
    {
      const char *cell = coalition_table_get_cell (row->table, row->row, i);
      const char *key = coalition_mapping_get_key (row->mapping, i);

      if (is_blank (cell))
        continue;
      switch (coalition_mapping_get_use (row->mapping, i))
        {
        case COALITION_COLUMN_TAGS:
          apply_tags (row, entry, cell);
          break;
        case COALITION_COLUMN_DETAIL:
          apply_detail (row, entry, key, cell);
          break;
        case COALITION_COLUMN_JUDGEMENT:
          apply_judgement (row, entry, key, cell);
          break;
        case COALITION_COLUMN_OWN:
        case COALITION_COLUMN_SKIP:
        case COALITION_COLUMN_ID:
        case COALITION_COLUMN_FIELD:
        case COALITION_COLUMN_X:
        case COALITION_COLUMN_Y:
        case COALITION_COLUMN_PINNED:
        case COALITION_COLUMN_JUDGED_ON:
        case COALITION_COLUMN_LINKS:
        default:
          break;
        }
    }
}
