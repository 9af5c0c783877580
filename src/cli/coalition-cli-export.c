/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-cli.h"

#include "coalition-export.h"
#include "coalition-map.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

/* Of a picture to be shown on screens of today. */
#define PNG_SCALE 2.0

/* The network as a partner may see it: who stands in the way is our judgement, and private. */
static CoalitionNetwork *
make_network (CoalitionCampaign    *campaign,
              CoalitionExportFlags  flags)
{
  g_autoptr (CoalitionNetwork) network = coalition_network_new (campaign);
  g_autofree CoalitionNetworkParty *parties = NULL;
  const CoalitionNetworkTie *ties;
  guint n_parties, n_ties;

  if (!(flags & COALITION_EXPORT_PARTNER_COPY))
    return g_steal_pointer (&network);
  parties = (CoalitionNetworkParty *) coalition_network_get_parties (network, &n_parties);
  parties = g_memdup2 (parties, n_parties * sizeof *parties);
  ties = coalition_network_get_ties (network, &n_ties);
  for (guint i = 0; i < n_parties; i++)
    parties[i].marks &= ~COALITION_MARK_GATEKEEPER;

  return coalition_network_new_from (parties, n_parties, ties, n_ties);
}

static gboolean
write_map (CoalitionCampaign     *campaign,
           const char            *path,
           const char            *ending,
           CoalitionExportFlags   flags,
           GError               **error)
{
  g_autoptr (CoalitionNetwork) network = make_network (campaign, flags);
  g_autoptr (CoalitionMap) map = NULL;
  gboolean paper = g_str_equal (ending, ".pdf");

  map = coalition_map_new (network, paper ? COALITION_MAP_PAPER : COALITION_MAP_LIGHT, NULL);
  if (paper)
    return coalition_map_write_pdf (map, path, 0, 0, error);
  if (g_str_equal (ending, ".svg"))
    return coalition_map_write_svg (map, path, error);

  return coalition_map_write_png (map, path, PNG_SCALE, error);
}

static gboolean
write_records (CoalitionCampaign     *campaign,
               const char            *path,
               const char            *ending,
               const CoalitionKind   *kind,
               CoalitionExportFlags   flags,
               GError               **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *text = NULL;

  if (g_str_equal (ending, ".csv"))
    text = coalition_export_to_csv (campaign, kind != NULL ? kind : &coalition_kind_party, flags);
  else
    text = coalition_export_to_json (campaign, kind, flags);

  return coalition_export_write (file, text, error);
}

static const char *
find_ending (const char *path)
{
  static const char *const endings[] = { ".csv", ".json", ".svg", ".png", ".pdf" };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return endings[i];

  return NULL;
}

/**
 * coalition_cli_export:
 * @argc: number of arguments
 * @argv: arguments
 *
 * Writes records or the map to a file.
 *
 * Returns: the exit status
 */
int
coalition_cli_export (int    argc,
                      char **argv)
{
  g_auto (CoalitionCliArguments) arguments = { NULL };
  g_autoptr (CoalitionDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;
  const CoalitionKind *kind = NULL;
  const char *path, *out, *ending;
  gboolean partner_copy = FALSE, is_map, good;
  CoalitionExportFlags flags;
  const GOptionEntry entries[] = {
    { "what", 0, 0, G_OPTION_ARG_FILENAME, &what, N_("Which records: party, tie, issue, agreement, …"), N_("KIND") },
    { "partner-copy", 0, 0, G_OPTION_ARG_NONE, &partner_copy, N_("Leave out what is private"), NULL },
    { NULL }
  };

  if (!coalition_cli_parse (argc, argv, entries, "FILE OUT",
                            _("Writes records, or the map, to a file. The ending of OUT says how:\n"
                              "  .csv              the records of one kind, the parties unless --what says otherwise\n"
                              "  .json             the records of one kind, or the whole campaign\n"
                              "  .svg .png .pdf    the map with its legend"),
                            2, 2, &arguments))
    return COALITION_CLI_USAGE;
  path = arguments.words[0];
  out = arguments.words[1];
  ending = find_ending (out);
  if (ending == NULL)
    return coalition_cli_usage (_("“%s” does not end in .csv, .json, .svg, .png or .pdf."), out);
  is_map = g_str_equal (ending, ".svg") || g_str_equal (ending, ".png") || g_str_equal (ending, ".pdf");
  if (what != NULL && is_map)
    return coalition_cli_usage ("%s", _("--what is for .csv and .json: the map is of all parties."));
  if (what != NULL && (kind = coalition_cli_find_kind (what)) == NULL)
    return COALITION_CLI_USAGE;

  flags = partner_copy ? COALITION_EXPORT_PARTNER_COPY : COALITION_EXPORT_WHOLE;
  if (kind != NULL && !coalition_export_includes_kind (kind, flags))
    {
      coalition_cli_complain (path, _("records of this kind are private as a whole: leave out --partner-copy, or choose another kind"));
      return COALITION_CLI_REFUSED;
    }
  document = coalition_cli_open (path);
  if (document == NULL)
    return COALITION_CLI_REFUSED;
  good = is_map ? write_map (coalition_document_get_campaign (document), out, ending, flags, &error)
                : write_records (coalition_document_get_campaign (document), out, ending, kind, flags, &error);
  if (!coalition_cli_close (path, document))
    return COALITION_CLI_REFUSED;
  if (!good)
    return coalition_cli_fail (out, error);

  return COALITION_CLI_DONE;
}
