/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-cli.h"

#include "coalition-summary.h"

#include <glib/gi18n.h>

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
  g_autoptr (CoalitionDocument) document = NULL;
  g_autoptr (CoalitionReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *paper = NULL;
  const char *path, *kind, *out;
  gboolean partner_copy = FALSE, letter, good;
  const GOptionEntry entries[] = {
    { "paper", 0, 0, G_OPTION_ARG_FILENAME, &paper, N_("A4 (if it is not given) or Letter"), "A4|Letter" },
    { "partner-copy", 0, 0, G_OPTION_ARG_NONE, &partner_copy, N_("Leave out what is private"), NULL },
    { NULL }
  };

  if (!coalition_cli_parse (argc, argv, entries, "FILE KIND OUT.pdf",
                            _("Writes pages to print as PDF. KIND:\n"
                              "  summary    the partnership summary: map, parties, agreements, issues"),
                            3, 3, &arguments))
    return COALITION_CLI_USAGE;
  path = arguments.words[0];
  kind = arguments.words[1];
  out = arguments.words[2];
  if (!g_str_equal (kind, "summary"))
    return coalition_cli_usage (_("There is no report “%s”; there is: %s."), kind, "summary");
  letter = paper != NULL && g_ascii_strcasecmp (paper, "Letter") == 0;
  if (paper != NULL && !letter && g_ascii_strcasecmp (paper, "A4") != 0)
    return coalition_cli_usage (_("“--paper=%s” is neither A4 nor Letter."), paper);

  document = coalition_cli_open (path);
  if (document == NULL)
    return COALITION_CLI_REFUSED;
  report = coalition_summary_new (coalition_document_get_campaign (document), partner_copy);
  good = coalition_report_write_pdf (report, out, letter ? "Letter" : "A4", &error);
  g_clear_object (&report);
  if (!coalition_cli_close (path, document))
    return COALITION_CLI_REFUSED;
  if (!good)
    return coalition_cli_fail (out, error);

  return COALITION_CLI_DONE;
}
