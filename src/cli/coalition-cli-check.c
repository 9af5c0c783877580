/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-cli.h"

#include <glib/gi18n.h>

static void
print_json (const CoalitionFileCheck *check)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "campaign");
  json_builder_add_boolean_value (builder, check->is_campaign);
  json_builder_set_member_name (builder, "whole");
  json_builder_add_boolean_value (builder, check->is_whole);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, check->version);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; check->problems != NULL && check->problems[i] != NULL; i++)
    json_builder_add_string_value (builder, check->problems[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  coalition_cli_print_json (builder);
}

/* An answer about the file, rather than a failure to get one. */
static gboolean
is_verdict (const GError *error)
{
  return g_error_matches (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_NOT_CAMPAIGN)
         || g_error_matches (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_DAMAGED)
         || g_error_matches (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_NEWER);
}

static void
add_problem (CoalitionFileCheck *check,
             const GError       *error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (check->problems != NULL)
    g_strv_builder_addv (builder, (const char **) check->problems);
  g_strv_builder_add (builder, error->message);
  g_clear_pointer (&check->problems, g_strfreev);
  check->problems = g_strv_builder_end (builder);
  if (!g_error_matches (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_NOT_CAMPAIGN))
    check->is_campaign = TRUE;
  check->is_whole = FALSE;
}

/**
 * coalition_cli_check:
 * @argc: number of arguments
 * @argv: arguments
 *
 * Tells whether a file is a whole campaign of a version that can be read. Never changes it.
 *
 * Returns: the exit status
 */
int
coalition_cli_check (int    argc,
                     char **argv)
{
  g_auto (CoalitionCliArguments) arguments = { NULL };
  g_auto (CoalitionFileCheck) check = { 0 };
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *local = NULL;
  const char *path;
  gboolean json = FALSE, good;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("As JSON"), NULL },
    { NULL }
  };

  if (!coalition_cli_parse (argc, argv, entries, "FILE",
                            _("Tells whether a file is a campaign, whole, and of a version that can be read."), 1, 1,
                            &arguments))
    return COALITION_CLI_USAGE;
  path = arguments.words[0];
  file = g_file_new_for_commandline_arg (path);
  local = g_file_get_path (file);
  if (local == NULL)
    {
      coalition_cli_complain (path, _("only files on this computer can be checked: copy it here first"));
      return COALITION_CLI_REFUSED;
    }
  if (!coalition_campaign_check_file (local, &check, &error) && !is_verdict (error))
    return coalition_cli_fail (path, error);
  if (error != NULL)
    add_problem (&check, error);

  good = error == NULL && check.is_campaign && check.is_whole;
  if (json)
    print_json (&check);
  else if (good)
    coalition_cli_print (_("%s: a whole campaign, version %d\n"), path, check.version);
  else if (error == NULL)
    coalition_cli_complain (path, check.is_campaign ? _("this is a campaign, but it is damaged") : _("this is not a campaign"));
  for (guint i = 0; !json && check.problems != NULL && check.problems[i] != NULL; i++)
    coalition_cli_complain (path, check.problems[i]);

  return good ? COALITION_CLI_DONE : COALITION_CLI_REFUSED;
}
