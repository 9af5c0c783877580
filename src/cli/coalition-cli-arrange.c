/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-cli.h"

#include "coalition-layout.h"
#include "coalition-map.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

/* The same arrangement for the same campaign, whoever asks. */
#define SEED 1

static CoalitionCommand *
make_command (CoalitionCampaign    *campaign,
              CoalitionNetwork     *network,
              const gboolean       *movable,
              const CoalitionPlace *places,
              CoalitionLayoutKind   kind,
              guint                *n_moved)
{
  const char *view = coalition_record_get_id (coalition_campaign_get_view (campaign));
  CoalitionCommand *command = coalition_command_new (N_("Arrange the map"), NULL);
  const CoalitionNetworkParty *parties;
  guint n_parties;

  parties = coalition_network_get_parties (network, &n_parties);
  *n_moved = 0;
  for (guint i = 0; i < n_parties; i++)
    {
      if (parties[i].placed && (!movable[i] || (places[i].x == parties[i].x && places[i].y == parties[i].y)))
        continue;
      coalition_command_set_position (command, view, parties[i].id, places[i].x, places[i].y, parties[i].pinned);
      (*n_moved)++;
    }
  if (*n_moved > 0)
    coalition_command_set_text (command, &coalition_kind_view, view, "layout", coalition_layout_kind_to_text (kind));

  return command;
}

static int
arrange (const char          *path,
         CoalitionLayoutKind  kind,
         gboolean             only_unplaced)
{
  g_autoptr (CoalitionDocument) document = coalition_cli_open (path);
  g_autoptr (CoalitionNetwork) network = NULL;
  g_autoptr (CoalitionMap) map = NULL;
  g_autoptr (CoalitionCommand) command = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree gboolean *movable = NULL;
  g_autofree CoalitionPlace *places = NULL;
  const CoalitionNetworkParty *parties;
  CoalitionLayoutRequest request;
  guint n_parties, n_moved;

  if (document == NULL)
    return COALITION_CLI_REFUSED;
  network = coalition_network_new (coalition_document_get_campaign (document));
  parties = coalition_network_get_parties (network, &n_parties);
  map = coalition_map_new (network, COALITION_MAP_LIGHT, NULL);
  movable = g_new0 (gboolean, n_parties + 1);
  for (guint i = 0; i < n_parties; i++)
    movable[i] = !parties[i].placed || (!parties[i].pinned && !only_unplaced);

  if (isatty (STDERR_FILENO))
    fprintf (stderr, ngettext ("Arranging %u party…\n", "Arranging %u parties…\n", n_parties), n_parties);
  request = (CoalitionLayoutRequest) { network, coalition_map_get_boxes (map), movable, kind, SEED };
  if (n_parties > 0)
    {
      places = coalition_layout_compute (&request, NULL, &error);
      if (places == NULL)
        return coalition_cli_fail (path, error);
    }

  command = make_command (coalition_document_get_campaign (document), network, movable, places, kind, &n_moved);
  if (n_moved > 0 && coalition_cli_commit (path, document, command) != COALITION_CLI_DONE)
    return COALITION_CLI_REFUSED;
  if (!coalition_cli_close (path, document))
    return COALITION_CLI_REFUSED;
  coalition_cli_print (ngettext ("%u of %u party was given a place\n", "%u of %u parties were given a place\n", n_parties),
                       n_moved, n_parties);

  return COALITION_CLI_DONE;
}

/**
 * coalition_cli_arrange:
 * @argc: number of arguments
 * @argv: arguments
 *
 * Computes places on the map and stores them.
 *
 * Returns: the exit status
 */
int
coalition_cli_arrange (int    argc,
                       char **argv)
{
  g_auto (CoalitionCliArguments) arguments = { NULL };
  g_autofree char *layout = NULL;
  gboolean only_unplaced = FALSE;
  CoalitionLayoutKind kind = COALITION_LAYOUT_FREE;
  const GOptionEntry entries[] = {
    { "layout", 0, 0, G_OPTION_ARG_FILENAME, &layout, N_("How: free, levels, rings or circle"), "free|levels|rings|circle" },
    { "only-unplaced", 0, 0, G_OPTION_ARG_NONE, &only_unplaced, N_("Move only parties that have no place yet"), NULL },
    { NULL }
  };

  if (!coalition_cli_parse (argc, argv, entries, "FILE",
                            _("Computes places on the map and stores them. Pinned parties stay where they are."), 1, 1,
                            &arguments))
    return COALITION_CLI_USAGE;
  if (layout != NULL && !coalition_layout_kind_from_text (layout, &kind))
    return coalition_cli_usage (_("“--layout=%s” is none of free, levels, rings and circle."), layout);

  return arrange (arguments.words[0], kind, only_unplaced);
}
