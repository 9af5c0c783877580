/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-cli.h"

#include "coalition-report-request.h"

#include <glib/gi18n.h>

/* Of all views, a partner copy leaves out those that show judgements: each is named. */
static int
tell_left_out (const char             *path,
               CoalitionCampaign      *campaign,
               CoalitionReportRequest *request)
{
  g_autoptr (GPtrArray) views = coalition_map_view_list (campaign);
  int status = COALITION_CLI_DONE;

  if (request->kind != COALITION_REPORT_ALL_MAPS || !request->options.partner_copy)
    return status;
  for (guint i = 0; i < views->len; i++)
    if (coalition_map_view_is_private (views->pdata[i]))
      {
        g_autofree char *message = g_strdup_printf (_("“%s” is left out: a power map shows judgements, which do not go to others"),
                                                    coalition_record_get_title (views->pdata[i]));

        coalition_cli_complain (path, message);
        status = COALITION_CLI_PARTLY;
      }

  return status;
}

static int
run (const char             *path,
     const char             *out,
     const char             *paper,
     const char             *view,
     CoalitionReportRequest *request)
{
  g_autoptr (CoalitionDocument) document = coalition_cli_open (path);
  g_autoptr (CoalitionReport) report = NULL;
  g_autoptr (GError) error = NULL;
  CoalitionCampaign *campaign;
  CoalitionRecord *record = NULL;
  int status = COALITION_CLI_DONE;

  if (document == NULL)
    return COALITION_CLI_REFUSED;
  campaign = coalition_document_get_campaign (document);
  if (view != NULL)
    {
      record = coalition_cli_find_view (path, campaign, view);
      if (record == NULL)
        status = COALITION_CLI_REFUSED;
      else
        request->view = g_strdup (coalition_record_get_id (record));
    }
  if (status == COALITION_CLI_DONE)
    report = coalition_report_make (campaign, request, NULL, &error);
  if (report != NULL && coalition_report_write_pdf (report, out, paper, &error))
    status = tell_left_out (path, campaign, request);
  g_clear_object (&report);
  if (!coalition_cli_close (path, document))
    return COALITION_CLI_REFUSED;
  if (error != NULL)
    return coalition_cli_fail (out, error);

  return status;
}

/**
 * coalition_cli_report:
 * @argc: number of arguments
 * @argv: arguments
 *
 * Writes pages to print.
 *
 * Returns: the exit status
 */
int
coalition_cli_report (int    argc,
                      char **argv)
{
  g_auto (CoalitionCliArguments) arguments = { NULL };
  g_autoptr (CoalitionReportRequest) request = coalition_report_request_new (COALITION_REPORT_SUMMARY, NULL, NULL);
  g_autofree char *paper = NULL, *view = NULL, *as_of = NULL;
  const char *kind;
  gboolean letter;
  const GOptionEntry entries[] = {
    { "view", 0, 0, G_OPTION_ARG_FILENAME, &view, N_("The view that the map shows; the first if it is not given, for maps all"), N_("NAME") },
    { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &as_of, N_("As it was on that date"), N_("DATE") },
    { "paper", 0, 0, G_OPTION_ARG_FILENAME, &paper, N_("A4 (if it is not given) or Letter"), "A4|Letter" },
    { "partner-copy", 0, 0, G_OPTION_ARG_NONE, &request->options.partner_copy, N_("Leave out what is private"), NULL },
    { NULL }
  };

  if (!coalition_cli_parse (argc, argv, entries, "FILE KIND OUT.pdf",
                            _("Writes pages to print as PDF. KIND:\n"
                              "  summary    the partnership summary: map, parties, forums, agreements, issues\n"
                              "  map        every view of the map on a page of its own, or the one of --view"),
                            3, 3, &arguments))
    return COALITION_CLI_USAGE;
  kind = arguments.words[1];
  if (g_str_equal (kind, "map"))
    request->kind = view != NULL ? COALITION_REPORT_MAP : COALITION_REPORT_ALL_MAPS;
  else if (!g_str_equal (kind, "summary"))
    return coalition_cli_usage (_("There is no report “%s”; there are: %s."), kind, "summary, map");
  letter = paper != NULL && g_ascii_strcasecmp (paper, "Letter") == 0;
  if (paper != NULL && !letter && g_ascii_strcasecmp (paper, "A4") != 0)
    return coalition_cli_usage (_("“--paper=%s” is neither A4 nor Letter."), paper);
  if (!coalition_cli_to_utf8 (&view))
    return coalition_cli_usage ("%s", _("A name is no text."));
  if (as_of != NULL && !coalition_cli_parse_date ("--as-of", as_of, (char **) &request->options.as_of))
    return COALITION_CLI_USAGE;

  return run (arguments.words[0], arguments.words[2], letter ? "Letter" : "A4", view, request);
}
