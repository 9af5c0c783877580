/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-csv.h"
#include "coalition-export.h"
#include "coalition-mapping.h"

#include <string.h>

/* The columns: id, the fields under their names, for parties the place on the map and the tags, then own fields. */

static char *
dup_cell (CoalitionCampaign    *campaign,
          CoalitionRecord      *record,
          const CoalitionField *field)
{
  const char *own_id = coalition_field_get_own_id (field);
  g_auto (CoalitionValue) value = COALITION_VALUE_INIT;

  if (own_id != NULL)
    return g_strdup (coalition_campaign_get_own_text (campaign, coalition_record_get_id (record), own_id));

  coalition_campaign_get_value (campaign, record, field, &value);
  if (value.type == COALITION_VALUE_NULL)
    return NULL;
  if (field->type == COALITION_FIELD_BOOLEAN)
    return g_strdup (value.integer ? "yes" : "no");
  if (field->type == COALITION_FIELD_REFERENCE)
    return coalition_export_dup_reference (campaign, field, value.text);

  return coalition_value_to_text (&value);
}

static char *
dup_tags (CoalitionCampaign *campaign,
          CoalitionRecord   *record)
{
  g_autoptr (GPtrArray) tags = coalition_export_list_tags (campaign, coalition_record_get_id (record));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tags->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, ';');
      for (const char *p = tags->pdata[i]; *p != '\0'; p++)
        {
          if (*p == ';')
            g_string_append_c (text, '\\');
          g_string_append_c (text, *p);
        }
    }

  return g_string_free (text, FALSE);
}

static void
add_party_cells (CoalitionCampaign    *campaign,
                 CoalitionRecord      *record,
                 CoalitionExportFlags  flags,
                 GPtrArray            *cells)
{
  static const char *const names[] = { "x", "y", "pinned" };
  CoalitionRecord *position = coalition_export_shows_places (campaign, flags)
                                ? coalition_campaign_get_position (campaign, coalition_record_get_id (record)) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const CoalitionField *field = coalition_kind_find_field (&coalition_kind_position, names[i]);

      g_ptr_array_add (cells, position != NULL ? dup_cell (campaign, position, field) : NULL);
    }
  g_ptr_array_add (cells, dup_tags (campaign, record));
}

static guint
count_built_in (GPtrArray *fields)
{
  guint n = 0;

  while (n < fields->len && coalition_field_get_own_id (fields->pdata[n]) == NULL)
    n++;

  return n;
}

static void
append_headings (GString             *text,
                 const CoalitionKind *kind,
                 GPtrArray           *fields)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  guint n_built_in = count_built_in (fields);

  g_ptr_array_add (cells, g_strdup ("id"));
  for (guint i = 0; i < fields->len; i++)
    {
      const CoalitionField *field = fields->pdata[i];

      if (i == n_built_in && kind == &coalition_kind_party)
        for (const char *const *name = (const char *const[]) { "x", "y", "pinned", "tags", NULL }; *name != NULL; name++)
          g_ptr_array_add (cells, g_strdup (*name));
      g_ptr_array_add (cells, i < n_built_in ? g_strdup (field->name) : coalition_mapping_make_own_heading (kind, field->label));
    }
  if (n_built_in == fields->len && kind == &coalition_kind_party)
    for (const char *const *name = (const char *const[]) { "x", "y", "pinned", "tags", NULL }; *name != NULL; name++)
      g_ptr_array_add (cells, g_strdup (*name));
  coalition_csv_append_row (text, (const char *const *) cells->pdata, cells->len);
}

/**
 * coalition_export_to_csv:
 * @campaign: a campaign
 * @kind: the kind of the records
 * @as_of: (nullable): an ISO date, see coalition_export_list_records()
 * @flags: how much leaves the campaign
 *
 * Writes the records of one kind as CSV, which an import into a new campaign makes the same records of. Own fields
 * stand under their own names, with "own:" before a name that means a built-in field.
 *
 * Returns: (transfer full): the text
 */
char *
coalition_export_to_csv (CoalitionCampaign    *campaign,
                         const CoalitionKind  *kind,
                         const char           *as_of,
                         CoalitionExportFlags  flags)
{
  g_autoptr (GPtrArray) fields = coalition_export_list_fields (campaign, kind, flags);
  g_autoptr (GPtrArray) records = coalition_export_list_records (campaign, kind, as_of, flags);
  GString *text = g_string_new (NULL);
  guint n_built_in = count_built_in (fields);

  append_headings (text, kind, fields);
  for (guint i = 0; i < records->len; i++)
    {
      CoalitionRecord *record = records->pdata[i];
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (cells, g_strdup (coalition_record_get_id (record)));
      for (guint j = 0; j < n_built_in; j++)
        g_ptr_array_add (cells, dup_cell (campaign, record, fields->pdata[j]));
      if (kind == &coalition_kind_party)
        add_party_cells (campaign, record, flags, cells);
      for (guint j = n_built_in; j < fields->len; j++)
        g_ptr_array_add (cells, dup_cell (campaign, record, fields->pdata[j]));
      coalition_csv_append_row (text, (const char *const *) cells->pdata, cells->len);
    }

  return g_string_free (text, FALSE);
}
