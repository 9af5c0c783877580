/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-export.h"

#include <json-glib/json-glib.h>

/* The JSON of records: keys are the names of the fields, and every field of the kind is there, null where nothing is
 * known. References are ids; "titles" says for people what they mean. */

static void
add_value (JsonBuilder          *builder,
           const CoalitionField *field,
           const CoalitionValue *value)
{
  switch (value->type)
    {
    case COALITION_VALUE_TEXT:
      json_builder_add_string_value (builder, value->text);
      break;
    case COALITION_VALUE_INTEGER:
      if (field->type == COALITION_FIELD_BOOLEAN)
        json_builder_add_boolean_value (builder, value->integer != 0);
      else
        json_builder_add_int_value (builder, value->integer);
      break;
    case COALITION_VALUE_REAL:
      json_builder_add_double_value (builder, value->real);
      break;
    case COALITION_VALUE_NULL:
    default:
      json_builder_add_null_value (builder);
      break;
    }
}

static void
add_place_and_tags (JsonBuilder          *builder,
                    CoalitionCampaign    *campaign,
                    CoalitionRecord      *record,
                    CoalitionExportFlags  flags)
{
  static const char *const names[] = { "x", "y", "pinned" };
  CoalitionRecord *position = coalition_export_shows_places (campaign, flags)
                                ? coalition_campaign_get_position (campaign, coalition_record_get_id (record)) : NULL;
  g_autoptr (GPtrArray) tags = coalition_export_list_tags (campaign, coalition_record_get_id (record));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      int index = coalition_kind_field_index (&coalition_kind_position, names[i]);

      json_builder_set_member_name (builder, names[i]);
      if (position != NULL)
        add_value (builder, &coalition_kind_position.fields[index], coalition_record_get_value (position, index));
      else
        json_builder_add_null_value (builder);
    }
  json_builder_set_member_name (builder, "tags");
  json_builder_begin_array (builder);
  for (guint i = 0; i < tags->len; i++)
    json_builder_add_string_value (builder, tags->pdata[i]);
  json_builder_end_array (builder);
}

static void
add_titles (JsonBuilder       *builder,
            CoalitionCampaign *campaign,
            CoalitionRecord   *record,
            GPtrArray         *fields)
{
  gboolean any = FALSE;

  for (guint i = 0; i < fields->len; i++)
    {
      const CoalitionField *field = fields->pdata[i];
      g_auto (CoalitionValue) value = COALITION_VALUE_INIT;
      g_autofree char *title = NULL;

      if (field->type != COALITION_FIELD_REFERENCE)
        continue;
      coalition_campaign_get_value (campaign, record, field, &value);
      if (value.type != COALITION_VALUE_TEXT)
        continue;
      if (!any)
        {
          json_builder_set_member_name (builder, "titles");
          json_builder_begin_object (builder);
          any = TRUE;
        }
      title = coalition_campaign_dup_display (campaign, record, field);
      json_builder_set_member_name (builder, field->name);
      json_builder_add_string_value (builder, title);
    }
  if (any)
    json_builder_end_object (builder);
}

static void
add_record (JsonBuilder          *builder,
            CoalitionCampaign    *campaign,
            CoalitionRecord      *record,
            GPtrArray            *fields,
            CoalitionExportFlags  flags)
{
  const CoalitionKind *kind = coalition_record_get_kind (record);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, coalition_record_get_id (record));
  for (guint i = 0; i < fields->len; i++)
    {
      const CoalitionField *field = fields->pdata[i];
      g_auto (CoalitionValue) value = COALITION_VALUE_INIT;

      if (coalition_field_get_own_id (field) != NULL)
        continue;
      coalition_campaign_get_value (campaign, record, field, &value);
      json_builder_set_member_name (builder, field->name);
      add_value (builder, field, &value);
    }
  if (kind == &coalition_kind_party)
    add_place_and_tags (builder, campaign, record, flags);
  add_titles (builder, campaign, record, fields);

  json_builder_set_member_name (builder, "own");
  json_builder_begin_object (builder);
  for (guint i = 0; i < fields->len; i++)
    {
      const CoalitionField *field = fields->pdata[i];
      const char *own_id = coalition_field_get_own_id (field);
      const char *text = own_id != NULL ? coalition_campaign_get_own_text (campaign, coalition_record_get_id (record), own_id) : NULL;

      if (text == NULL)
        continue;
      json_builder_set_member_name (builder, field->label);
      json_builder_add_string_value (builder, text);
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
add_records (JsonBuilder          *builder,
             CoalitionCampaign    *campaign,
             const CoalitionKind  *kind,
             const char           *as_of,
             CoalitionExportFlags  flags)
{
  g_autoptr (GPtrArray) fields = coalition_export_list_fields (campaign, kind, flags);
  g_autoptr (GPtrArray) records = coalition_export_list_records (campaign, kind, as_of, flags);

  json_builder_begin_array (builder);
  for (guint i = 0; i < records->len; i++)
    add_record (builder, campaign, records->pdata[i], fields, flags);
  json_builder_end_array (builder);
}

static char *
to_text (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, NULL);

  return g_strconcat (text, "\n", NULL);
}

/**
 * coalition_export_to_json:
 * @campaign: a campaign
 * @kind: (nullable): the kind of the records, or %NULL for the whole campaign
 * @as_of: (nullable): an ISO date, see coalition_export_list_records()
 * @flags: how much leaves the campaign
 *
 * Writes the records of one kind as an array, or the whole campaign as an object with such an array for each kind. Both
 * can be imported.
 *
 * Returns: (transfer full): the text
 */
char *
coalition_export_to_json (CoalitionCampaign    *campaign,
                          const CoalitionKind  *kind,
                          const char           *as_of,
                          CoalitionExportFlags  flags)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  const CoalitionKind *const *kinds;
  guint n_kinds;

  if (kind != NULL)
    {
      add_records (builder, campaign, kind, as_of, flags);
      return to_text (builder);
    }

  kinds = coalition_kinds_get_all (&n_kinds);
  json_builder_begin_object (builder);
  for (guint i = 0; i < n_kinds; i++)
    {
      if (!coalition_export_includes_kind (kinds[i], flags))
        continue;
      json_builder_set_member_name (builder, kinds[i]->name);
      add_records (builder, campaign, kinds[i], as_of, flags);
    }
  json_builder_end_object (builder);

  return to_text (builder);
}

/**
 * coalition_export_record_to_json:
 * @campaign: a campaign
 * @record: one of its records
 * @flags: how much leaves the campaign
 *
 * Writes one record as an object.
 *
 * Returns: (transfer full): the text
 */
char *
coalition_export_record_to_json (CoalitionCampaign    *campaign,
                                 CoalitionRecord      *record,
                                 CoalitionExportFlags  flags)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (GPtrArray) fields = coalition_export_list_fields (campaign, coalition_record_get_kind (record), flags);

  add_record (builder, campaign, record, fields, flags);

  return to_text (builder);
}
