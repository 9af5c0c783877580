/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-cli.h"

#include "coalition-export.h"
#include "coalition-mapping.h"

#include <glib/gi18n.h>
#include <string.h>

static void
show_campaign (CoalitionCampaign *campaign,
               const char        *as_of)
{
  const CoalitionKind *const *kinds;
  guint n_kinds;

  coalition_cli_print ("%s\n", coalition_record_get_title (coalition_campaign_get_campaign (campaign)));
  kinds = coalition_kinds_get_all (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (GPtrArray) records = coalition_export_list_records (campaign, kinds[i], as_of, COALITION_EXPORT_WHOLE);
      guint n = records->len;

      if (n > 0 && kinds[i] != &coalition_kind_campaign && coalition_kind_is_importable (kinds[i]))
        coalition_cli_print ("  %s: %u\n", _(kinds[i]->label_plural), n);
    }
}

static void
show_campaign_json (CoalitionCampaign *campaign,
                    const char        *as_of)
{
  g_autofree char *record = coalition_export_record_to_json (campaign, coalition_campaign_get_campaign (campaign), COALITION_EXPORT_WHOLE);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) node = json_from_string (record, NULL);
  const CoalitionKind *const *kinds;
  guint n_kinds;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "campaign");
  json_builder_add_value (builder, g_steal_pointer (&node));
  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  kinds = coalition_kinds_get_all (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (GPtrArray) records = NULL;

      if (!coalition_kind_is_importable (kinds[i]))
        continue;
      records = coalition_export_list_records (campaign, kinds[i], as_of, COALITION_EXPORT_WHOLE);
      json_builder_set_member_name (builder, kinds[i]->name);
      json_builder_add_int_value (builder, records->len);
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  coalition_cli_print_json (builder);
}

static void
show_record (CoalitionCampaign *campaign,
             CoalitionRecord   *record)
{
  g_autoptr (GPtrArray) fields = coalition_campaign_list_fields (campaign, coalition_record_get_kind (record));

  coalition_cli_print ("id: %s\n", coalition_record_get_id (record));
  for (guint i = 0; i < fields->len; i++)
    {
      const CoalitionField *field = fields->pdata[i];
      g_autofree char *text = coalition_campaign_dup_display (campaign, record, field);
      const char *label = coalition_field_get_own_id (field) != NULL ? field->label : _(field->label);

      if (text != NULL && *text != '\0')
        coalition_cli_print ("%s: %s\n", label, text);
    }
}

static int
show (const char          *path,
      CoalitionCampaign   *campaign,
      const CoalitionKind *kind,
      const char          *id,
      const char          *as_of,
      gboolean             json)
{
  CoalitionRecord *record = NULL;

  if (id != NULL)
    {
      record = kind != NULL ? coalition_campaign_get_record (campaign, kind, id) : coalition_campaign_find_record (campaign, id);
      if (record == NULL)
        {
          coalition_cli_complain (path, _("there is no record of that id"));
          return COALITION_CLI_REFUSED;
        }
    }

  if (record != NULL && json)
    {
      g_autofree char *text = coalition_export_record_to_json (campaign, record, COALITION_EXPORT_WHOLE);

      coalition_cli_print ("%s", text);
    }
  else if (record != NULL)
    {
      show_record (campaign, record);
    }
  else if (kind == NULL)
    {
      (json ? show_campaign_json : show_campaign) (campaign, as_of);
    }
  else if (json)
    {
      g_autofree char *text = coalition_export_to_json (campaign, kind, as_of, COALITION_EXPORT_WHOLE);

      coalition_cli_print ("%s", text);
    }
  else
    {
      g_autoptr (GPtrArray) records = coalition_export_list_records (campaign, kind, as_of, COALITION_EXPORT_WHOLE);

      for (guint i = 0; i < records->len; i++)
        {
          g_autofree char *line = coalition_cli_describe (campaign, records->pdata[i]);

          coalition_cli_print ("%s\n", line);
        }
    }

  return COALITION_CLI_DONE;
}

/**
 * coalition_cli_show:
 * @argc: number of arguments
 * @argv: arguments
 *
 * Tells what is in a campaign.
 *
 * Returns: the exit status
 */
int
coalition_cli_show (int    argc,
                    char **argv)
{
  g_auto (CoalitionCliArguments) arguments = { NULL };
  g_autoptr (CoalitionDocument) document = NULL;
  g_autofree char *id = NULL, *view = NULL, *as_of = NULL, *date = NULL;
  gboolean json = FALSE;
  const CoalitionKind *kind = NULL;
  CoalitionRecord *record = NULL;
  int status = COALITION_CLI_REFUSED;
  const GOptionEntry entries[] = {
    { "id", 0, 0, G_OPTION_ARG_FILENAME, &id, N_("Only the record of this id, with all its fields"), N_("ID") },
    { "view", 0, 0, G_OPTION_ARG_FILENAME, &view, N_("Places of parties are those of this view; the first if it is not given"), N_("NAME") },
    { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &as_of, N_("What was there on that date: ties, forums, agreements"), N_("DATE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("As JSON"), NULL },
    { NULL }
  };

  if (!coalition_cli_parse (argc, argv, entries, "FILE [KIND]",
                            _("Tells what is in a campaign: how many records of each kind, or the records of one kind."),
                            1, 2, &arguments))
    return COALITION_CLI_USAGE;
  if (arguments.n_words > 1 && (kind = coalition_cli_find_kind (arguments.words[1])) == NULL)
    return COALITION_CLI_USAGE;
  if (as_of != NULL && !coalition_cli_parse_date ("--as-of", as_of, &date))
    return COALITION_CLI_USAGE;
  if (!coalition_cli_to_utf8 (&view))
    return coalition_cli_usage ("%s", _("A name is no text."));
  document = coalition_cli_open (arguments.words[0]);
  if (document == NULL)
    return COALITION_CLI_REFUSED;
  if (view != NULL)
    record = coalition_cli_find_view (arguments.words[0], coalition_document_get_campaign (document), view);
  if (record != NULL)
    coalition_campaign_set_view (coalition_document_get_campaign (document), coalition_record_get_id (record));
  if (view == NULL || record != NULL)
    status = show (arguments.words[0], coalition_document_get_campaign (document), kind, id, date, json);
  if (!coalition_cli_close (arguments.words[0], document))
    return COALITION_CLI_REFUSED;

  return status;
}
