/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-cli.h"

#include "coalition-layout.h"
#include "coalition-map-view.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

/* The same arrangement for the same campaign, whoever asks. */
#define SEED 1

/* What was asked for. */
typedef struct {
  CoalitionLayoutKind kind;
  const char *view;
  const char *center;
  const char *issue;
  gboolean only_unplaced;
} Wish;

/* A record of that name or id; FALSE if there is none or several, and the person has been told. */
static gboolean
find_record (const char           *path,
             CoalitionCampaign    *campaign,
             const CoalitionKind  *kind,
             const char           *name,
             CoalitionRecord     **record)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *message = NULL;

  *record = coalition_campaign_get_record (campaign, kind, name);
  if (*record != NULL)
    return TRUE;
  found = coalition_campaign_find_by_title (campaign, kind, name);
  if (found->len == 1)
    {
      *record = found->pdata[0];
      return TRUE;
    }
  if (found->len == 0)
    message = g_strdup_printf (_("there is no “%s”"), name);
  else
    message = g_strdup_printf (_("several are called “%s”: give an id instead, as “show --json” tells it"), name);
  coalition_cli_complain (path, message);

  return FALSE;
}

/* What the view is from now on. */
static void
set_view (CoalitionCommand          *command,
          CoalitionRecord           *view,
          CoalitionLayoutKind        kind,
          CoalitionRecord           *center,
          CoalitionRecord           *issue,
          const CoalitionPowerFrame *frame)
{
  const char *id = coalition_record_get_id (view);

  coalition_command_set_text (command, &coalition_kind_view, id, "layout", coalition_layout_kind_to_text (kind));
  if (kind == COALITION_LAYOUT_RINGS && center != NULL)
    coalition_command_set_text (command, &coalition_kind_view, id, "center", coalition_record_get_id (center));
  else if (kind == COALITION_LAYOUT_RINGS)
    coalition_command_set_null (command, &coalition_kind_view, id, "center");
  if (kind != COALITION_LAYOUT_POWER)
    return;
  if (issue != NULL)
    coalition_command_set_text (command, &coalition_kind_view, id, "issue", coalition_record_get_id (issue));
  else
    coalition_command_set_null (command, &coalition_kind_view, id, "issue");
  coalition_command_set_real (command, &coalition_kind_view, id, "frame_width", frame->width);
  coalition_command_set_real (command, &coalition_kind_view, id, "frame_height", frame->height);
}

static CoalitionCommand *
make_command (CoalitionCampaign    *campaign,
              CoalitionNetwork     *network,
              const gboolean       *movable,
              const CoalitionPlace *places,
              guint                *n_moved)
{
  CoalitionCommand *command = coalition_command_new (N_("Arrange the map"), NULL);
  const CoalitionNetworkParty *parties;
  guint n_parties;

  parties = coalition_network_get_parties (network, &n_parties);
  *n_moved = 0;
  for (guint i = 0; i < n_parties; i++)
    {
      if (parties[i].placed && (!movable[i] || (places[i].x == parties[i].x && places[i].y == parties[i].y)))
        continue;
      coalition_layout_store_place (command, campaign, network, i, places[i], parties[i].pinned, FALSE);
      (*n_moved)++;
    }

  return command;
}

/* The axes of a power map that is one already stay as long as anybody stays who was placed by them. */
static void
keep_frame (CoalitionRecord             *view,
            const CoalitionNetworkParty *parties,
            guint                        n_parties,
            const gboolean              *movable,
            CoalitionPowerFrame         *frame)
{
  *frame = (CoalitionPowerFrame) { 0, 0 };
  if (g_strcmp0 (coalition_record_get_text (view, "layout"), "power") != 0)
    return;
  for (guint i = 0; i < n_parties; i++)
    if (parties[i].placed && !movable[i])
      {
        if (!coalition_record_get_real (view, "frame_width", &frame->width)
            || !coalition_record_get_real (view, "frame_height", &frame->height) || !(frame->width < 1e6) || !(frame->height < 1e6))
          *frame = (CoalitionPowerFrame) { 0, 0 };
        return;
      }
}

/* The places, and the command that stores them; NULL if the arrangement failed, and the person has been told. */
static CoalitionCommand *
compute (const char        *path,
         CoalitionCampaign *campaign,
         CoalitionRecord   *view,
         const Wish        *wish,
         CoalitionRecord   *center,
         CoalitionRecord   *issue,
         guint             *n_moved,
         guint             *n_parties)
{
  const char *issue_id = issue != NULL ? coalition_record_get_id (issue) : NULL;
  const CoalitionMapViewOptions options = { .straight = TRUE };
  CoalitionMapView *seen = NULL;
  g_autoptr (CoalitionMap) map = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree gboolean *movable = NULL;
  g_autofree double *stance = NULL;
  g_autofree double *influence = NULL;
  g_autofree CoalitionPlace *places = NULL;
  g_autoptr (GArray) taken = NULL;
  CoalitionCommand *command = NULL;
  const CoalitionNetworkParty *parties;
  CoalitionNetwork *network;
  CoalitionPowerFrame frame;
  CoalitionLayoutRequest request;

  seen = coalition_map_view_new (campaign, view, &options, NULL, &error);
  map = seen != NULL ? coalition_map_view_make_map (seen, COALITION_MAP_LIGHT, NULL, NULL, &error) : NULL;
  g_clear_pointer (&seen, coalition_map_view_free);
  if (map == NULL)
    {
      coalition_cli_fail (path, error);
      return NULL;
    }
  network = coalition_map_get_network (map);
  parties = coalition_network_get_parties (network, n_parties);
  movable = g_new0 (gboolean, *n_parties + 1);
  for (guint i = 0; i < *n_parties; i++)
    movable[i] = !parties[i].placed || (!parties[i].pinned && !wish->only_unplaced);
  keep_frame (view, parties, *n_parties, movable, &frame);
  stance = coalition_layout_read_judgements (campaign, network, "stance", issue_id);
  influence = coalition_layout_read_judgements (campaign, network, "influence", issue_id);
  taken = coalition_map_list_taken (map);
  request = (CoalitionLayoutRequest) {
    .taken = (const CoalitionBox *) (gpointer) taken->data, .n_taken = taken->len,
    .network = network, .boxes = coalition_map_get_boxes (map), .movable = movable, .kind = wish->kind, .seed = SEED,
    .center = center != NULL ? coalition_record_get_id (center) : NULL, .stance = stance, .influence = influence, .frame = &frame,
  };

  if (isatty (STDERR_FILENO))
    fprintf (stderr, ngettext ("Arranging %u party…\n", "Arranging %u parties…\n", *n_parties), *n_parties);
  if (*n_parties > 0)
    {
      places = coalition_layout_compute (&request, NULL, &error);
      if (places == NULL)
        {
          coalition_cli_fail (path, error);
          return NULL;
        }
    }
  command = make_command (campaign, network, movable, places, n_moved);
  if (*n_moved > 0)
    coalition_layout_store_hubs (command, campaign, network, places);
  if (*n_moved > 0)
    set_view (command, view, wish->kind, center, issue, &frame);

  return command;
}

static int
arrange (const char *path,
         const Wish *wish)
{
  g_autoptr (CoalitionDocument) document = coalition_cli_open (path);
  CoalitionCampaign *campaign;
  CoalitionRecord *view, *center = NULL, *issue = NULL;
  g_autoptr (CoalitionCommand) command = NULL;
  guint n_parties = 0, n_moved = 0;

  if (document == NULL)
    return COALITION_CLI_REFUSED;
  campaign = coalition_document_get_campaign (document);
  view = wish->view != NULL ? coalition_cli_find_view (path, campaign, wish->view) : coalition_campaign_get_view (campaign);
  if (view == NULL || (wish->center != NULL && !find_record (path, campaign, &coalition_kind_party, wish->center, &center))
      || (wish->issue != NULL && !find_record (path, campaign, &coalition_kind_issue, wish->issue, &issue)))
    return COALITION_CLI_REFUSED;
  coalition_campaign_set_view (campaign, coalition_record_get_id (view));

  command = compute (path, campaign, view, wish, center, issue, &n_moved, &n_parties);
  if (command == NULL)
    return COALITION_CLI_REFUSED;
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
  g_autofree char *view = NULL;
  g_autofree char *center = NULL;
  g_autofree char *issue = NULL;
  Wish wish = { COALITION_LAYOUT_FREE };
  const GOptionEntry entries[] = {
    { "layout", 0, 0, G_OPTION_ARG_FILENAME, &layout, N_("How: free, levels, rings, circle or power (stance and influence)"),
      "free|levels|rings|circle|power" },
    { "center", 0, 0, G_OPTION_ARG_FILENAME, &center, N_("The party around which the rings lie, instead of ourselves"), "NAME" },
    { "issue", 0, 0, G_OPTION_ARG_FILENAME, &issue, N_("The issue of the power map, instead of the campaign as a whole"), "NAME" },
    { "view", 0, 0, G_OPTION_ARG_FILENAME, &view, N_("The view of the map to arrange, instead of the first"), "NAME" },
    { "only-unplaced", 0, 0, G_OPTION_ARG_NONE, &wish.only_unplaced, N_("Move only parties that have no place yet"), NULL },
    { NULL }
  };

  if (!coalition_cli_parse (argc, argv, entries, "FILE",
                            _("Computes places on the map and stores them. Pinned parties stay where they are."), 1, 1,
                            &arguments))
    return COALITION_CLI_USAGE;
  if (layout != NULL && !coalition_layout_kind_from_text (layout, &wish.kind))
    return coalition_cli_usage (_("“--layout=%s” is none of free, levels, rings, circle and power."), layout);
  if (!coalition_cli_to_utf8 (&view) || !coalition_cli_to_utf8 (&center) || !coalition_cli_to_utf8 (&issue))
    return coalition_cli_usage (_("A name on the command line cannot be read as text."));
  if (center != NULL && wish.kind != COALITION_LAYOUT_RINGS)
    return coalition_cli_usage (_("“--center” goes with “--layout=rings”."));
  if (issue != NULL && wish.kind != COALITION_LAYOUT_POWER)
    return coalition_cli_usage (_("“--issue” goes with “--layout=power”."));
  wish.view = view;
  wish.center = center;
  wish.issue = issue;

  return arrange (arguments.words[0], &wish);
}
