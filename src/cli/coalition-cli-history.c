/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-cli.h"

#include "coalition-date.h"

#include <glib/gi18n.h>

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
print_json (GPtrArray *entries)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    {
      const CoalitionHistoryEntry *entry = entries->pdata[i];

      json_builder_begin_object (builder);
      add_string (builder, "id", entry->id);
      add_string (builder, "parent", entry->parent);
      add_string (builder, "author", entry->author);
      add_string (builder, "time", entry->time);
      add_string (builder, "message", entry->message);
      add_string (builder, "undoes", entry->undoes);
      json_builder_set_member_name (builder, "redo");
      json_builder_add_boolean_value (builder, entry->is_redo);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  coalition_cli_print_json (builder);
}

static void
print_text (GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const CoalitionHistoryEntry *entry = entries->pdata[i];
      g_autofree char *time = coalition_time_format (entry->time);

      coalition_cli_print ("%s  %s%s%s\n", time, entry->message, entry->author != NULL && *entry->author != '\0' ? " · " : "",
                           entry->author != NULL ? entry->author : "");
    }
}

/**
 * coalition_cli_history:
 * @argc: number of arguments
 * @argv: arguments
 *
 * Tells what was changed, when and by whom.
 *
 * Returns: the exit status
 */
int
coalition_cli_history (int    argc,
                       char **argv)
{
  g_auto (CoalitionCliArguments) arguments = { NULL };
  g_autoptr (CoalitionDocument) document = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("As JSON"), NULL },
    { NULL }
  };

  if (!coalition_cli_parse (argc, argv, entries, "FILE", _("Tells what was changed, when and by whom."), 1, 1, &arguments))
    return COALITION_CLI_USAGE;
  document = coalition_cli_open (arguments.words[0]);
  if (document == NULL)
    return COALITION_CLI_REFUSED;
  history = coalition_campaign_get_history (coalition_document_get_campaign (document), &error);
  if (!coalition_cli_close (arguments.words[0], document))
    return COALITION_CLI_REFUSED;
  if (history == NULL)
    return coalition_cli_fail (arguments.words[0], error);
  (json ? print_json : print_text) (history);

  return COALITION_CLI_DONE;
}

/**
 * coalition_cli_undo:
 * @argc: number of arguments
 * @argv: arguments
 *
 * Undoes the last edit. Undoing again goes further back.
 *
 * Returns: the exit status
 */
int
coalition_cli_undo (int    argc,
                    char **argv)
{
  g_auto (CoalitionCliArguments) arguments = { NULL };
  g_autoptr (CoalitionDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  CoalitionCampaign *campaign;
  const char *path;

  if (!coalition_cli_parse (argc, argv, NULL, "FILE", _("Undoes the last edit. Undoing again goes further back."), 1, 1, &arguments))
    return COALITION_CLI_USAGE;
  path = arguments.words[0];
  document = coalition_cli_open (path);
  if (document == NULL)
    return COALITION_CLI_REFUSED;
  campaign = coalition_document_get_campaign (document);
  label = g_strdup (coalition_campaign_get_undo_label (campaign));
  if (!coalition_campaign_undo (campaign, &error))
    return coalition_cli_fail (path, error);
  if (coalition_cli_commit (path, document, NULL) != COALITION_CLI_DONE || !coalition_cli_close (path, document))
    return COALITION_CLI_REFUSED;
  /* TRANSLATORS: %s is what the edit did, such as "Import parties.csv" */
  coalition_cli_print (_("Undone: %s\n"), label != NULL ? label : "");

  return COALITION_CLI_DONE;
}
