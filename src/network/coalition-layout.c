/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-layout.h"

#include "coalition-free.h"
#include "coalition-groups.h"
#include "coalition-plan.h"
#include "coalition-space.h"

#include <math.h>
#include <string.h>

static const char *const kind_texts[] = { "free", "levels", "rings", "circle", "power" };

/* A request that outlives its call. */
typedef struct {
  CoalitionLayoutRequest request;
  CoalitionBox *boxes;
  CoalitionBox *taken;
  gboolean *movable;
  char *center;
  double *stance;
  double *influence;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  coalition_network_unref (job->request.network);
  g_free (job->boxes);
  g_free (job->taken);
  g_free (job->movable);
  g_free (job->center);
  g_free (job->stance);
  g_free (job->influence);
  g_free (job);
}

static void
run_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  CoalitionPlace *places = coalition_layout_compute (&job->request, cancellable, &error);

  if (places != NULL)
    g_task_return_pointer (task, places, g_free);
  else
    g_task_return_error (task, error);
}

/* A drawing that nobody is bound in lies around the middle of the map. */
static void
center (CoalitionPlan *self)
{
  g_autofree guint *all = g_new (guint, MAX (self->n, 1));
  CoalitionBox bounds;

  for (guint i = 0; i < self->n; i++)
    {
      all[i] = i;
      if (self->fixed[i])
        return;
    }
  coalition_plan_get_bounds (self, all, self->n, &bounds);
  coalition_plan_shift (self, all, self->n, -round ((bounds.left + bounds.right) / 2), -round ((bounds.top + bounds.bottom) / 2));
}

/* --- some among themselves ----------------------------------------------------------------------------------------- */

/* Whether those who may be moved are a whole of their own: not if the middle of their rings stays where it is. */
static gboolean
is_apart (const CoalitionLayoutRequest *request, const CoalitionPlan *plan)
{
  int center_party = request->center != NULL ? coalition_network_find_party (request->network, request->center)
                                             : coalition_network_get_us (request->network);
  guint n_movable = 0;

  for (guint i = 0; i < plan->n; i++)
    n_movable += !plan->fixed[i];
  if (!request->apart || n_movable == 0 || n_movable == plan->n)
    return FALSE;

  return request->kind == COALITION_LAYOUT_LEVELS || request->kind == COALITION_LAYOUT_CIRCLE
         || (request->kind == COALITION_LAYOUT_RINGS && (center_party < 0 || !plan->fixed[center_party]));
}

/* The network of those who may be moved; @members tells which they are. */
static CoalitionNetwork *
extract (const CoalitionLayoutRequest *request, const CoalitionPlan *plan, GArray *members)
{
  const CoalitionNetworkParty *parties = coalition_network_get_parties (request->network, NULL);
  guint n_ties;
  const CoalitionNetworkTie *ties = coalition_network_get_ties (request->network, &n_ties);
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (CoalitionNetworkParty));
  g_autoptr (GArray) own_ties = g_array_new (FALSE, FALSE, sizeof (CoalitionNetworkTie));
  g_autofree guint *index = g_new (guint, plan->n);

  for (guint i = 0; i < plan->n; i++)
    if (!plan->fixed[i])
      {
        CoalitionNetworkParty party = parties[i];

        index[i] = own->len;
        party.image = -1;
        party.members = 0;
        party.placed = FALSE;
        g_array_append_val (own, party);
        g_array_append_val (members, i);
      }
  for (guint i = 0; i < n_ties; i++)
    if (!plan->fixed[ties[i].from] && !plan->fixed[ties[i].to])
      {
        CoalitionNetworkTie tie = ties[i];

        tie.from = index[tie.from];
        tie.to = index[tie.to];
        g_array_append_val (own_ties, tie);
      }

  return coalition_network_new_from ((CoalitionNetworkParty *) own->data, own->len, (CoalitionNetworkTie *) own_ties->data, own_ties->len);
}

/* Moves some as a whole to where they lie on nobody, as near as that is; not far, for then a few may rather be moved
 * singly. */
static void
find_ground (CoalitionPlan *plan, GArray *members)
{
  g_autoptr (CoalitionSpace) space = coalition_space_new (plan->n);
  const guint *all = (const guint *) (gpointer) members->data;

  for (guint i = 0; i < plan->n; i++)
    if (plan->fixed[i])
      {
        CoalitionBox box = coalition_box_at (&plan->boxes[i], plan->places[i]);

        coalition_space_add (space, i, &box);
      }
  for (guint step = 0; step < 600; step++)
    {
      const double radius = 26 * sqrt (step), angle = step * 2.399963;
      const double x = round (radius * 1.3 * cos (angle)), y = round (radius * sin (angle));
      gboolean clear = TRUE;

      for (guint i = 0; i < members->len && clear; i++)
        {
          CoalitionBox box = coalition_box_at (&plan->boxes[all[i]], (CoalitionPlace) { plan->places[all[i]].x + x, plan->places[all[i]].y + y });

          clear = coalition_space_is_free (space, &box, COALITION_GAP, -1);
        }
      if (clear)
        {
          coalition_plan_shift (plan, all, members->len, x, y);
          return;
        }
    }
}

/* Arranges those who may be moved as if they were alone, and puts them down around where they were. */
static gboolean
arrange_apart (CoalitionPlan *plan, const CoalitionLayoutRequest *request, GCancellable *cancellable, GError **error)
{
  const CoalitionNetworkParty *parties = coalition_network_get_parties (request->network, NULL);
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (CoalitionNetwork) network = extract (request, plan, members);
  g_autofree CoalitionBox *boxes = g_new (CoalitionBox, members->len);
  g_autofree CoalitionPlace *places = NULL;
  CoalitionLayoutRequest own = { .network = network, .boxes = boxes, .kind = request->kind, .seed = request->seed, .center = request->center };
  CoalitionPlace middle = { 0, 0 };
  guint n_placed = 0;

  for (guint i = 0; i < members->len; i++)
    {
      guint party = g_array_index (members, guint, i);

      boxes[i] = request->boxes[party];
      if (!parties[party].placed)
        continue;
      middle.x += plan->places[party].x;
      middle.y += plan->places[party].y;
      n_placed++;
    }
  places = coalition_layout_compute (&own, cancellable, error);
  if (places == NULL)
    return FALSE;
  for (guint i = 0; i < members->len; i++)
    plan->places[g_array_index (members, guint, i)] = (CoalitionPlace) { places[i].x + round (middle.x / MAX (n_placed, 1)),
                                                                         places[i].y + round (middle.y / MAX (n_placed, 1)) };
  find_ground (plan, members);

  return TRUE;
}

static gboolean
arrange (CoalitionPlan *plan, const CoalitionLayoutRequest *request, GCancellable *cancellable, GError **error)
{
  switch (request->kind)
    {
    case COALITION_LAYOUT_FREE:
      return coalition_plan_arrange_free (plan, request->seed, cancellable, error);
    case COALITION_LAYOUT_LEVELS:
      return coalition_plan_arrange_bands (plan, request->network, request->seed, cancellable, error);
    case COALITION_LAYOUT_RINGS:
      return coalition_plan_arrange_rings (plan, request->network, request->center, request->seed, cancellable, error);
    case COALITION_LAYOUT_CIRCLE:
      return coalition_plan_arrange_circle (plan, request->seed, cancellable, error);
    case COALITION_LAYOUT_POWER:
      coalition_plan_arrange_power (plan, request);
      return TRUE;
    default:
      g_assert_not_reached ();
    }
}

/* Who lies under a note or picture goes to the nearest free ground beside it, within the band. The bands have been shifted
 * by @down. */
static void
clear_taken (CoalitionPlan *plan, const CoalitionLayoutRequest *request, double down)
{
  g_autoptr (CoalitionSpace) space = coalition_space_new (plan->n + request->n_taken);
  g_autoptr (GArray) covered = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < request->n_taken; i++)
    coalition_space_add (space, plan->n + i, &request->taken[i]);
  for (guint i = 0; i < plan->n && request->n_taken > 0; i++)
    {
      CoalitionBox box = coalition_box_at (&plan->boxes[i], plan->places[i]);
      gboolean meets = FALSE;

      for (guint j = 0; j < request->n_taken && !plan->fixed[i] && !meets; j++)
        meets = coalition_boxes_overlap (&box, &request->taken[j], 0);
      if (meets)
        g_array_append_val (covered, i);
      else
        coalition_space_add (space, i, &box);
    }
  for (guint i = 0; i < covered->len; i++)
    {
      const guint party = g_array_index (covered, guint, i);
      CoalitionBox box;

      plan->places[party] = coalition_space_find_free (space, &plan->boxes[party], plan->places[party], COALITION_LEAST_GAP,
                                                       plan->low != NULL ? plan->low[party] + down : -INFINITY,
                                                       plan->high != NULL ? plan->high[party] + down : INFINITY);
      box = coalition_box_at (&plan->boxes[party], plan->places[party]);
      coalition_space_add (space, party, &box);
    }
}

/**
 * coalition_layout_compute:
 * @request: what is to be arranged, and how
 * @cancellable: (nullable): to stop; a layout that runs is killed at once
 * @error: return location for an error
 *
 * Arranges a network. Boxes never overlap in the result, unless both may not be moved; those that may not be moved
 * (and have a place) come back with exactly the place they had; the others are at whole units. May take seconds; see
 * coalition_layout_compute_async().
 *
 * Returns: (transfer full) (array): a place for every party of the network; or %NULL with an error of
 *   %COALITION_LAYOUT_ERROR or %G_IO_ERROR_CANCELLED
 */
CoalitionPlace *
coalition_layout_compute (const CoalitionLayoutRequest *request, GCancellable *cancellable, GError **error)
{
  g_autoptr (CoalitionPlan) plan = coalition_plan_new (request);
  const gboolean apart = is_apart (request, plan);
  double top;
  gboolean done = apart ? arrange_apart (plan, request, cancellable, error) : arrange (plan, request, cancellable, error);

  if (!done || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  coalition_plan_settle (plan, NULL);
  top = plan->n > 0 ? plan->places[0].y : 0;
  if (!apart && request->kind != COALITION_LAYOUT_POWER) /* whose axes are where they are */
    center (plan);
  if (request->kind != COALITION_LAYOUT_POWER)
    clear_taken (plan, request, plan->n > 0 ? plan->places[0].y - top : 0);

  return g_steal_pointer (&plan->places);
}

/**
 * coalition_layout_compute_async:
 * @request: what is to be arranged, and how; it is copied, but for its frame, which is written to and must stay until the
 *   callback is called
 * @cancellable: (nullable): to stop
 * @callback: called when it is done
 * @data: for @callback
 *
 * Arranges a network in a thread; see coalition_layout_compute().
 */
void
coalition_layout_compute_async (const CoalitionLayoutRequest *request, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);
  guint n_parties;

  coalition_network_get_parties (request->network, &n_parties);
  job->request = *request;
  coalition_network_ref (job->request.network);
  job->request.boxes = job->boxes = g_memdup2 (request->boxes, sizeof (CoalitionBox) * n_parties);
  job->request.movable = job->movable = g_memdup2 (request->movable, sizeof (gboolean) * n_parties);
  job->request.taken = job->taken = g_memdup2 (request->taken, sizeof (CoalitionBox) * request->n_taken);
  job->request.center = job->center = g_strdup (request->center);
  job->request.stance = job->stance = g_memdup2 (request->stance, sizeof (double) * n_parties);
  job->request.influence = job->influence = g_memdup2 (request->influence, sizeof (double) * n_parties);
  g_task_set_source_tag (task, coalition_layout_compute_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_job);
}

/**
 * coalition_layout_compute_finish:
 * @result: the result
 * @n_places: (out) (optional): how many places there are, as many as the network has parties
 * @error: return location for an error
 *
 * Ends coalition_layout_compute_async().
 *
 * Returns: (transfer full) (array length=n_places): a place for every party, or %NULL with an error
 */
CoalitionPlace *
coalition_layout_compute_finish (GAsyncResult *result, guint *n_places, GError **error)
{
  GTask *task = G_TASK (result);
  const Job *job = g_task_get_task_data (task);

  g_assert (g_task_get_source_tag (task) == coalition_layout_compute_async);
  if (n_places != NULL)
    coalition_network_get_parties (job->request.network, n_places);

  return g_task_propagate_pointer (task, error);
}

/**
 * coalition_layout_kind_from_text:
 * @text: (nullable): free, levels, rings, circle or power, as stored with a view and typed in the terminal
 * @kind: (out): the kind
 *
 * Reads the name of a kind of arrangement.
 *
 * Returns: %TRUE if it is one
 */
gboolean
coalition_layout_kind_from_text (const char *text, CoalitionLayoutKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_texts); i++)
    if (g_strcmp0 (text, kind_texts[i]) == 0)
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * coalition_layout_kind_to_text:
 * @kind: a kind of arrangement
 *
 * The name of a kind of arrangement, for files and the terminal; not translated.
 *
 * Returns: (transfer none): the name
 */
const char *
coalition_layout_kind_to_text (CoalitionLayoutKind kind)
{
  g_assert ((guint) kind < G_N_ELEMENTS (kind_texts));

  return kind_texts[kind];
}

/**
 * coalition_layout_store_place:
 * @command: the command that stores an arrangement
 * @campaign: the campaign, with the view that is arranged
 * @network: the network that was arranged, perhaps collapsed
 * @party: index of a party of it
 * @place: its new place
 * @pinned: whether a single party is pinned there
 * @unpin: whether the parties of a group lose their pins
 *
 * Adds the new place of a party to a command. The parties of a collapsed group all move as the group does; those that had
 * no place come to lie beside each other from there.
 */
void
coalition_layout_store_place (CoalitionCommand *command, CoalitionCampaign *campaign, CoalitionNetwork *network, guint party,
                              CoalitionPlace place, gboolean pinned, gboolean unpin)
{
  const CoalitionNetworkParty *group = &coalition_network_get_parties (network, NULL)[party];
  const char *view = coalition_record_get_id (coalition_campaign_get_view (campaign));
  const char *const *ids = group->members > 0 ? coalition_network_get_member_ids (network, party) : NULL;

  if (group->members == 0)
    coalition_command_set_position (command, view, group->id, place.x, place.y, pinned);
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      CoalitionRecord *position = coalition_campaign_get_position (campaign, ids[i]);
      double x = place.x + 150 * (i % 4), y = place.y + 100 * (i / 4);
      gboolean was_pinned = FALSE;

      if (position != NULL && coalition_record_get_real (position, "x", &x) && coalition_record_get_real (position, "y", &y))
        {
          was_pinned = coalition_record_get_boolean (position, "pinned");
          x += group->placed ? place.x - group->x : 0;
          y += group->placed ? place.y - group->y : 0;
        }
      coalition_command_set_position (command, view, ids[i], x, y, was_pinned && !unpin);
    }
}

/**
 * coalition_layout_store_hubs:
 * @command: the command that stores an arrangement
 * @campaign: the campaign, with the view that is arranged
 * @network: the network that was arranged
 * @places: (array): the new place of each of its parties
 *
 * Adds to a command that the hub of a forum that a person has put somewhere moves as its members do in the mean, so that
 * it stays with them. A hub without a place of its own is among its members anyway.
 */
void
coalition_layout_store_hubs (CoalitionCommand *command, CoalitionCampaign *campaign, CoalitionNetwork *network,
                             const CoalitionPlace *places)
{
  const CoalitionNetworkParty *parties = coalition_network_get_parties (network, NULL);
  guint n_forums;
  const CoalitionNetworkForum *forums = coalition_network_get_forums (network, &n_forums);

  for (guint i = 0; i < n_forums; i++)
    {
      const CoalitionNetworkForum *forum = &forums[i];
      CoalitionPlace by = { 0, 0 };
      guint n = 0;

      if (!forum->hub || !forum->placed)
        continue;
      for (guint j = 0; j < forum->n_members; j++)
        if (parties[forum->members[j]].placed)
          {
            by.x += places[forum->members[j]].x - parties[forum->members[j]].x;
            by.y += places[forum->members[j]].y - parties[forum->members[j]].y;
            n++;
          }
      if (n > 0 && hypot (by.x, by.y) > n)
        coalition_command_set_forum_position (command, coalition_record_get_id (coalition_campaign_get_view (campaign)), forum->id,
                                              round (forum->x + by.x / n), round (forum->y + by.y / n));
    }
}

/* Where a new party would best be: between the parties it has ties with; without any, below the middle of the map. */
static CoalitionPlace
find_target (CoalitionNetwork *network, CoalitionSpace *space, const CoalitionBox *box, guint party, gboolean *tied)
{
  const CoalitionNetworkParty *parties = coalition_network_get_parties (network, NULL);
  const CoalitionNetworkTie *ties = coalition_network_get_ties (network, NULL);
  guint n_ties, n_placed = 0;
  const guint *own = coalition_network_get_ties_of (network, party, &n_ties);
  CoalitionPlace target = { 0, 0 };
  CoalitionBox bounds;

  for (guint i = 0; i < n_ties; i++)
    {
      guint other = ties[own[i]].from == party ? ties[own[i]].to : ties[own[i]].from;

      if (other == party || !parties[other].placed)
        continue;
      target.x += parties[other].x;
      target.y += parties[other].y;
      n_placed++;
    }
  *tied = n_placed > 0;
  if (n_placed > 0)
    return (CoalitionPlace) { round (target.x / n_placed), round (target.y / n_placed) };

  coalition_space_get_bounds (space, &bounds);
  if (bounds.left == bounds.right)
    return (CoalitionPlace) { 0, 0 };

  return (CoalitionPlace) { round ((bounds.left + bounds.right) / 2), round (bounds.bottom + COALITION_GAP - box->top) };
}

/* How little a place pleases: far from where it should be, on a tie of others, or with its own ties over others. */
static double
judge_place (CoalitionNetwork *network, const CoalitionBox *boxes, guint party, CoalitionPlace place, CoalitionPlace target)
{
  guint n_parties, n_ties;
  const CoalitionNetworkParty *parties = coalition_network_get_parties (network, &n_parties);
  const CoalitionNetworkTie *ties = coalition_network_get_ties (network, &n_ties);
  CoalitionBox own = coalition_box_at (&boxes[party], place);
  double cost = hypot (place.x - target.x, place.y - target.y) / 90;

  for (guint i = 0; i < n_ties; i++)
    {
      const CoalitionNetworkParty *from = &parties[ties[i].from], *to = &parties[ties[i].to];
      const gboolean is_own = ties[i].from == party || ties[i].to == party;
      CoalitionPlace a = ties[i].from == party ? place : (CoalitionPlace) { from->x, from->y };
      CoalitionPlace b = ties[i].to == party ? place : (CoalitionPlace) { to->x, to->y };

      if (ties[i].from == ties[i].to || (ties[i].from != party && !from->placed) || (ties[i].to != party && !to->placed))
        continue;
      if (!is_own)
        cost += coalition_plan_segment_meets_box (a, b, &own) ? 2 : 0;
      else
        for (guint j = 0; j < n_parties; j++)
          if (j != ties[i].from && j != ties[i].to && parties[j].placed)
            {
              CoalitionBox other = coalition_box_at (&boxes[j], (CoalitionPlace) { parties[j].x, parties[j].y });

              cost += coalition_plan_segment_meets_box (a, b, &other) ? 3 : 0;
            }
    }

  return cost;
}

/**
 * coalition_layout_find_place:
 * @network: a network
 * @boxes: (array): room of each party, as many as the network has
 * @party: index of the party that needs a place
 *
 * Finds a place for one more party: near those it has ties with, where it overlaps nobody, on no tie if that can
 * be; without ties at the lower edge of the map. Nobody else moves and no helper is needed. For many parties at
 * once coalition_layout_compute() with only those movable is better and faster.
 *
 * Returns: the place, in whole units
 */
CoalitionPlace
coalition_layout_find_place (CoalitionNetwork *network, const CoalitionBox *boxes, guint party)
{
  guint n_parties, n_ties;
  const CoalitionNetworkParty *parties = coalition_network_get_parties (network, &n_parties);
  g_autoptr (CoalitionSpace) space = coalition_space_new (n_parties);
  CoalitionPlace target, best;
  gboolean tied;
  double least;

  g_assert (party < n_parties);
  coalition_network_get_ties (network, &n_ties);
  for (guint i = 0; i < n_parties; i++)
    if (i != party && parties[i].placed)
      {
        CoalitionBox box = coalition_box_at (&boxes[i], (CoalitionPlace) { parties[i].x, parties[i].y });

        coalition_space_add (space, i, &box);
      }
  target = find_target (network, space, &boxes[party], party, &tied);
  best = coalition_space_find_free (space, &boxes[party], target, COALITION_GAP, -INFINITY, INFINITY);
  if (!tied || n_parties + n_ties > 4000)
    return best;

  least = judge_place (network, boxes, party, best, target);
  for (double radius = 60; radius <= 480 && least > radius / 90; radius += 30)
    for (guint i = 0; i < 16; i++)
      {
        double angle = G_PI * (i + 0.5) / 8;
        CoalitionPlace place = { round (target.x + 1.2 * radius * cos (angle)), round (target.y + radius * sin (angle)) };
        CoalitionBox box = coalition_box_at (&boxes[party], place);
        double cost;

        if (!coalition_space_is_free (space, &box, COALITION_GAP, -1))
          continue;
        cost = judge_place (network, boxes, party, place, target);
        if (cost < least)
          {
            least = cost;
            best = place;
          }
      }

  return best;
}
