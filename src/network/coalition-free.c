/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-free.h"

#include "coalition-space.h"

#include <math.h>

/* Sizes up to which an engine answers within seconds; measured with Graphviz 2.42 and twice as many ties as parties. */
#define MAX_NEATO 1000
#define MAX_FDP 3000

/* Parts up to this size need no engine: among few parties, and among many, where Graphviz takes minutes to put thousands
 * of parts beside each other. */
#define SMALL_PART 3
#define SMALL_PART_OF_MANY 30

/* How many moves each party gets in a draft and at the end, if there are few; and how much more time the end takes than a
 * draft at most. */
#define DRAFT_MOVES 800
#define FINAL_MOVES 10000
#define FINAL_SHARE 5
/* The end is tried from several drafts if that leaves each party so many moves. */
#define LEAST_FINAL_MOVES 6000
#define MAX_FINALS 6
#define MAX_MORE_FINALS 6
#define COST_MORE_CROSSINGS 3.0

/* One way to try. */
typedef struct {
  const char *engine;
  guint seed;
} Try;

static void
add_graph (GString *dot, guint seed, gboolean pins)
{
  /* The start must be given: without it, neato is seeded by what it finds in memory. Lengths are for neato, K for fdp
   * and sfdp. With pins overlaps stay, since Graphviz would move the pinned to remove them. */
  g_string_append (dot, "graph G{overlap=true;splines=false;normalize=false;start=");
  g_string_append_printf (dot, "%u;K=", 1 + seed % 10000);
  coalition_dot_add_inches (dot, COALITION_TIE_LENGTH);
  g_string_append (dot, pins ? ";inputscale=72;notranslate=true;" : ";pack=true;");
  g_string_append (dot, "node[shape=box,fixedsize=true,label=\"\"];edge[len=");
  coalition_dot_add_inches (dot, COALITION_TIE_LENGTH);
  g_string_append (dot, "];\n");
}

/* @places has room for all parties, and as many as are included, and all forums. */
static gboolean
run_engine (CoalitionPlan *self, const gboolean *included, guint n_included, const Try *try, gboolean pins,
            CoalitionPlace *places, GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) dot = g_string_sized_new (64 * (self->n + self->n_edges) + 1024);
  guint n_forums;

  add_graph (dot, try->seed, pins);
  for (guint i = 0; i < self->n; i++)
    if (included[i])
      coalition_dot_add_node (dot, self, i);
  coalition_dot_add_edges (dot, self, included);
  n_forums = coalition_dot_add_forums (dot, self, included);
  g_string_append (dot, "}\n");

  return coalition_dot_run (self, try->engine, dot, n_included + n_forums, places, cancellable, error);
}

/* Whether there is a point in another try after this error: not if the person gave up, or nothing can be started. */
static gboolean
may_try_again (const GError *error)
{
  return !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
         && !g_error_matches (error, COALITION_LAYOUT_ERROR, COALITION_LAYOUT_ERROR_HELPER);
}

static guint
list_members (const CoalitionPlan *self, const gboolean *included, guint *members)
{
  guint n_members = 0;

  for (guint i = 0; i < self->n; i++)
    if (included[i])
      members[n_members++] = i;

  return n_members;
}

static void
keep_places (const CoalitionPlan *self, const guint *members, guint n_members, CoalitionPlace *kept)
{
  for (guint i = 0; i < n_members; i++)
    kept[i] = self->places[members[i]];
}

static void
put_places (CoalitionPlan *self, const guint *members, guint n_members, const CoalitionPlace *kept)
{
  for (guint i = 0; i < n_members; i++)
    self->places[members[i]] = kept[i];
}

/* A drawing of one part and what is left to be wished of it; and how many crossings the engine had drawn. */
typedef struct {
  CoalitionPlace *places;
  double cost;
  guint n_crossings;
} Draft;

static int
compare_drafts (gconstpointer a, gconstpointer b)
{
  const Draft *first = a, *second = b;

  return first->cost < second->cost ? -1 : first->cost > second->cost;
}

/* From the drafts that promise most, one is made as good as can be several times; the best is kept. Where little time
 * is left to each, it all goes to one. No engine's drawing should have had fewer crossings: then it is tried on. */
static void
finish_drafts (CoalitionPlan *self, const guint *members, guint n_members, GArray *drafts, double share, guint seed,
               GCancellable *cancellable)
{
  const guint n_moves = share * FINAL_SHARE * coalition_plan_find_moves (self, members, n_members, FINAL_MOVES);
  const guint n_finals = CLAMP (n_moves / MAX (n_members, 1) / LEAST_FINAL_MOVES, 1, MAX_FINALS);
  const guint n_more = n_finals > 1 ? MAX_MORE_FINALS : 0;
  g_autofree CoalitionPlace *best = g_new (CoalitionPlace, n_members);
  double least = INFINITY;
  guint fewest = G_MAXUINT, n_crossings = G_MAXUINT;

  for (guint i = 0; i < drafts->len; i++)
    fewest = MIN (fewest, g_array_index (drafts, Draft, i).n_crossings);
  for (guint i = 0; i < n_finals || (i < n_finals + n_more && n_crossings > fewest); i++)
    {
      double cost;
      guint crossings;

      put_places (self, members, n_members, g_array_index (drafts, Draft, i % drafts->len).places);
      cost = coalition_plan_tighten (self, members, n_members, n_moves / n_finals, seed + i, cancellable);
      crossings = coalition_plan_count_crossings (self, members, n_members);
      cost += COST_MORE_CROSSINGS * (crossings > fewest ? crossings - fewest : 0);
      if (cost < least)
        {
          least = cost;
          n_crossings = crossings;
          keep_places (self, members, n_members, best);
        }
    }
  put_places (self, members, n_members, best);
}

/* One connected part: each drawing that the engines gave is untangled a little, the best of them as far as can be. */
static void
arrange_part (CoalitionPlan *self, const guint *members, guint n_members, guint n_all, GPtrArray *drawings, guint seed,
              GCancellable *cancellable)
{
  g_autoptr (GArray) drafts = g_array_new (FALSE, FALSE, sizeof (Draft));
  const gboolean few = n_members <= COALITION_FEW;
  /* All parts together take no longer than one. */
  const double share = MIN (1, (double) COALITION_FEW / MAX (n_all, 1));

  for (guint i = 0; i < drawings->len; i++)
    {
      const CoalitionPlace *drawing = g_ptr_array_index (drawings, i);
      Draft draft = { g_new (CoalitionPlace, n_members) };

      for (guint j = 0; j < n_members; j++)
        self->places[members[j]] = drawing[members[j]];
      if (few)
        draft.n_crossings = coalition_plan_count_crossings (self, members, n_members);
      coalition_plan_spread (self, members, n_members);
      coalition_plan_push (self, members, n_members, few ? 60 : n_members <= MAX_NEATO ? 20 : 10);
      if (few)
        draft.cost = coalition_plan_untangle (self, members, n_members, share * coalition_plan_find_moves (self, members, n_members, DRAFT_MOVES) / drawings->len,
                                              seed + i, cancellable);
      keep_places (self, members, n_members, draft.places);
      g_array_append_val (drafts, draft);
    }
  g_array_sort (drafts, compare_drafts);
  put_places (self, members, n_members, g_array_index (drafts, Draft, 0).places);
  if (few && n_members > 2)
    finish_drafts (self, members, n_members, drafts, share, seed, cancellable);
  else if (n_members <= MAX_NEATO && n_members > 2)
    coalition_plan_tighten (self, members, n_members, FINAL_SHARE * coalition_plan_find_moves (self, members, n_members, FINAL_MOVES),
                            seed, cancellable);
  for (guint i = 0; i < drafts->len; i++)
    g_free (g_array_index (drafts, Draft, i).places);
}

/* Two parties stand side by side. */
static void
arrange_pair (CoalitionPlan *self, const guint *members)
{
  self->places[members[0]] = (CoalitionPlace) { 0, 0 };
  self->places[members[1]] = (CoalitionPlace) {
    MAX (COALITION_TIE_LENGTH, self->boxes[members[0]].right - self->boxes[members[1]].left + 3 * COALITION_GAP), 0
  };
}

/* A small part: from a circle, untangled. */
static void
arrange_small (CoalitionPlan *self, const guint *members, guint n_members, guint n_all, guint seed, GCancellable *cancellable)
{
  guint per_member = CLAMP (2000000 / MAX (n_all, 1), 60, 2000);

  for (guint i = 0; i < n_members; i++)
    {
      double angle = 2 * G_PI * i / n_members, radius = COALITION_TIE_LENGTH * n_members / (2 * G_PI);

      self->places[members[i]] = (CoalitionPlace) { 1.3 * radius * cos (angle), radius * sin (angle) };
    }
  coalition_plan_push (self, members, n_members, 20);
  coalition_plan_untangle (self, members, n_members, coalition_plan_find_moves (self, members, n_members, per_member), seed,
                           cancellable);
  coalition_plan_push (self, members, n_members, 20);
}

/* Members of each connected part, one list after the other. */
static guint *
sort_by_component (const CoalitionPlan *self, const gboolean *included, guint **first)
{
  guint *members = g_new (guint, MAX (self->n, 1));
  g_autofree guint *next = NULL;

  *first = g_new0 (guint, self->n_components + 1);
  for (guint i = 0; i < self->n; i++)
    if (included[i])
      (*first)[self->component[i] + 1]++;
  for (guint i = 0; i < self->n_components; i++)
    (*first)[i + 1] += (*first)[i];
  next = g_memdup2 (*first, sizeof (guint) * (self->n_components + 1));
  for (guint i = 0; i < self->n; i++)
    if (included[i])
      members[next[self->component[i]]++] = i;

  return members;
}

/* Parts of which nobody is bound to a place: drawn afresh, several times if there is time for it. */
static gboolean
arrange_loose (CoalitionPlan *self, const gboolean *included, guint n_included, guint seed, GCancellable *cancellable,
               GError **error)
{
  const Try few[] = { { "neato", seed }, { "fdp", seed }, { "neato", seed + 1 }, { "sfdp", seed }, { "fdp", seed + 1 },
                      { "neato", seed + 2 } };
  const Try many[] = { { "neato", seed }, { "fdp", seed }, { "sfdp", seed } };
  const Try lots[] = { { "sfdp", seed }, { "fdp", seed } };
  const Try *tries = n_included <= COALITION_FEW ? few : n_included <= MAX_NEATO ? many : lots;
  const guint small = n_included <= COALITION_FEW ? SMALL_PART : SMALL_PART_OF_MANY;
  guint n_tries = n_included <= 120 ? G_N_ELEMENTS (few) : n_included <= MAX_NEATO ? 3 : 2;
  guint n_wanted = n_included <= COALITION_FEW ? n_tries : 1;
  g_autoptr (GPtrArray) drawings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) first_error = NULL;
  g_autofree guint *first = NULL;
  g_autofree guint *members = sort_by_component (self, included, &first);
  g_autofree gboolean *sent = g_new0 (gboolean, MAX (self->n, 1));
  guint n_sent = 0;

  for (guint i = 0; i < self->n; i++)
    {
      guint component = self->component[i];

      sent[i] = included[i] && first[component + 1] - first[component] > small;
      n_sent += sent[i];
    }
  for (guint i = 0; i < n_tries && drawings->len < n_wanted && n_sent > 0; i++)
    {
      g_autofree CoalitionPlace *places = g_new0 (CoalitionPlace, self->n + n_sent + self->n_forums);
      g_autoptr (GError) try_error = NULL;

      if (run_engine (self, sent, n_sent, &tries[i], FALSE, places, cancellable, &try_error))
        g_ptr_array_add (drawings, g_steal_pointer (&places));
      else if (!may_try_again (try_error))
        {
          g_propagate_error (error, g_steal_pointer (&try_error));
          return FALSE;
        }
      else if (first_error == NULL)
        first_error = g_steal_pointer (&try_error);
    }
  if (drawings->len == 0 && n_sent > 0)
    {
      g_propagate_error (error, g_steal_pointer (&first_error));
      return FALSE;
    }

  for (guint i = 0; i < self->n_components; i++)
    {
      guint n_members = first[i + 1] - first[i];

      if (n_members == 2)
        arrange_pair (self, members + first[i]);
      else if (n_members > 2 && n_members <= small)
        arrange_small (self, members + first[i], n_members, n_included, seed, cancellable);
      else if (n_members > 2)
        arrange_part (self, members + first[i], n_members, n_included, drawings, seed, cancellable);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }

  return TRUE;
}

/* Without the engines: outward from those who have their place, each party near the neighbors that have theirs. */
static void
place_outward (CoalitionPlan *self, const gboolean *included, guint n_included)
{
  g_autoptr (CoalitionSpace) space = coalition_space_new (self->n);
  g_autofree gboolean *done = g_new0 (gboolean, self->n);
  g_autofree guint *queue = g_new (guint, MAX (n_included, 1));
  guint length = 0;

  for (guint i = 0; i < self->n; i++)
    if (self->fixed[i])
      {
        CoalitionBox box = coalition_box_at (&self->boxes[i], self->places[i]);

        coalition_space_add (space, i, &box);
        done[i] = TRUE;
        if (included[i])
          queue[length++] = i;
      }
  for (guint at = 0; at < length; at++)
    for (guint j = self->first[queue[at]]; j < self->first[queue[at] + 1]; j++)
      {
        guint party = self->neighbors[j];
        CoalitionPlace target = { 0, 0 };
        CoalitionBox box;
        guint n_placed = 0;

        if (done[party])
          continue;
        for (guint k = self->first[party]; k < self->first[party + 1]; k++)
          if (done[self->neighbors[k]])
            {
              target.x += self->places[self->neighbors[k]].x;
              target.y += self->places[self->neighbors[k]].y;
              n_placed++;
            }
        target = (CoalitionPlace) { round (target.x / n_placed), round (target.y / n_placed) };
        self->places[party] = coalition_space_find_free (space, &self->boxes[party], target, COALITION_GAP, -INFINITY, INFINITY);
        box = coalition_box_at (&self->boxes[party], self->places[party]);
        coalition_space_add (space, party, &box);
        done[party] = TRUE;
        queue[length++] = party;
      }
}

/* Parts that hold parties bound to their place: the others are laid out around those. */
static gboolean
arrange_anchored (CoalitionPlan *self, const gboolean *included, guint n_included, guint seed, GCancellable *cancellable,
                  GError **error)
{
  const Try tries[] = { { "neato", seed }, { "fdp", seed } };
  g_autofree CoalitionPlace *places = g_new0 (CoalitionPlace, self->n + n_included + self->n_forums);
  g_autofree guint *members = g_new (guint, MAX (n_included, 1));
  guint n_members = list_members (self, included, members);
  g_autoptr (GError) first_error = NULL;
  gboolean done = FALSE;
  CoalitionPlace shift = { 0, 0 };

  for (guint i = n_included <= MAX_NEATO ? 0 : 1; i < G_N_ELEMENTS (tries) && n_included <= MAX_FDP && !done; i++)
    {
      g_autoptr (GError) try_error = NULL;

      done = run_engine (self, included, n_included, &tries[i], TRUE, places, cancellable, &try_error);
      if (!done && !may_try_again (try_error))
        {
          g_propagate_error (error, g_steal_pointer (&try_error));
          return FALSE;
        }
      if (first_error == NULL)
        first_error = g_steal_pointer (&try_error);
    }
  if (n_included > MAX_FDP)
    {
      place_outward (self, included, n_included);
      return TRUE;
    }
  if (!done)
    {
      g_propagate_error (error, g_steal_pointer (&first_error));
      return FALSE;
    }

  /* The engine keeps the pinned apart as they were, but shifts the whole. */
  for (guint i = 0; i < n_members; i++)
    if (self->fixed[members[i]])
      {
        shift.x = self->places[members[i]].x - places[members[i]].x;
        shift.y = self->places[members[i]].y - places[members[i]].y;
        break;
      }
  for (guint i = 0; i < n_members; i++)
    if (!self->fixed[members[i]])
      self->places[members[i]] = (CoalitionPlace) { places[members[i]].x + shift.x, places[members[i]].y + shift.y };
  coalition_plan_push (self, members, n_members, 40);
  if (n_members <= MAX_NEATO)
    coalition_plan_tighten (self, members, n_members, coalition_plan_find_moves (self, members, n_members, 5000), seed, cancellable);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/**
 * coalition_plan_arrange_free:
 * @self: a plan
 * @seed: the same seed gives the same arrangement
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Arranges parties by their ties alone. Up to 300 parties several engines and seeds are tried and the best drawings are
 * untangled; up to 1,000 neato's is; above that, parties only lie where sfdp puts them, without overlaps. Where parties are bound to their places, the others are laid
 * out around them. Members of a forum are kept together. Parts that are not connected are packed closely.
 *
 * Returns: %TRUE if it could be done
 */
gboolean
coalition_plan_arrange_free (CoalitionPlan *self, guint seed, GCancellable *cancellable, GError **error)
{
  g_autofree gboolean *anchored = g_new0 (gboolean, MAX (self->n, 1));
  g_autofree gboolean *loose = g_new0 (gboolean, MAX (self->n, 1));
  g_autofree gboolean *has_fixed = g_new0 (gboolean, MAX (self->n_components, 1));
  g_autofree gboolean *has_movable = g_new0 (gboolean, MAX (self->n_components, 1));
  g_autofree gboolean *included = g_new0 (gboolean, MAX (self->n, 1));
  g_autofree guint *sizes = g_new0 (guint, MAX (self->n_components, 1));
  guint n_anchored = 0, n_loose = 0;

  coalition_plan_join_forums (self);
  for (guint i = 0; i < self->n; i++)
    sizes[self->component[i]]++;
  for (guint i = 0; i < self->n; i++)
    *(self->fixed[i] ? &has_fixed[self->component[i]] : &has_movable[self->component[i]]) = TRUE;
  for (guint i = 0; i < self->n; i++)
    {
      anchored[i] = has_fixed[self->component[i]];
      included[i] = anchored[i] && has_movable[self->component[i]];
      loose[i] = !anchored[i] && sizes[self->component[i]] > 1;
      n_anchored += included[i];
      n_loose += loose[i];
    }
  if (n_anchored > 0 && !arrange_anchored (self, included, n_anchored, seed, cancellable, error))
    return FALSE;
  if (n_loose > 0 && !arrange_loose (self, loose, n_loose, seed, cancellable, error))
    return FALSE;

  /* Whoever is bound to a place but not connected with those that move was not in the way so far. */
  if (n_anchored > 0)
    coalition_plan_settle (self, anchored);
  coalition_plan_pack (self, anchored);

  return TRUE;
}
