/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-tangle.h"

#include <math.h>

/* Gaps between boxes where a drawing is held in a frame. */
#define TIGHT_GAP 16.0
#define TIGHT_CROWDED_GAP 26.0
#define TIGHT_SHARP 0.25
/* The corner of the frame that is left free, since the legend lies there where all of a map is seen: shares of its width
 * and height. */
#define CORNER_WIDTH 0.45
#define CORNER_HEIGHT 0.22

/* How wild moves are: at the beginning and at the end. */
typedef struct {
  double heat[2];
  double reach[2];
} Schedule;

/* A small generator of its own: the same seed gives the same drawing on every machine and with every GLib. */
static guint32
next_random (guint64 *state)
{
  *state ^= *state << 13;
  *state ^= *state >> 7;
  *state ^= *state << 17;

  return (guint32) (*state >> 24);
}

static guint64
start_random (guint seed)
{
  return 0x9E3779B97F4A7C15u ^ ((guint64) seed + 1) * 0xBF58476D1CE4E5B9u;
}

static double
next_unit (guint64 *state)
{
  return next_random (state) / 4294967296.0;
}

static double
clamp_y (const CoalitionTangle *self, const CoalitionPlan *plan, guint party, double y)
{
  return plan->low != NULL ? CLAMP (y, plan->low[party] - self->origin_y, plan->high[party] - self->origin_y) : y;
}

/* Two parties change places, if that is better or the heat allows it. */
static void
try_swap (CoalitionTangle *self, const CoalitionPlan *plan, const guint *members, guint v, guint w, double heat, guint64 *random)
{
  double vx = self->x[v], vy = self->y[v], wx = self->x[w], wy = self->y[w];
  double before = coalition_tangle_cost_of (self, v, vx, vy, INFINITY) + coalition_tangle_cost_of (self, w, wx, wy, INFINITY);
  double limit = before - heat * log (next_unit (random) + 1e-12);
  double after;

  coalition_tangle_move (self, v, wx, clamp_y (self, plan, members[v], wy));
  coalition_tangle_move (self, w, vx, clamp_y (self, plan, members[w], vy));
  after = coalition_tangle_cost_of (self, v, self->x[v], self->y[v], limit);
  if (after <= limit)
    after += coalition_tangle_cost_of (self, w, self->x[w], self->y[w], limit - after);
  if (after > limit)
    {
      coalition_tangle_move (self, v, vx, vy);
      coalition_tangle_move (self, w, wx, wy);
    }
}

/* One party moves: to somewhere near, or to somewhere near the middle of its neighbors. */
static void
try_move (CoalitionTangle *self, const CoalitionPlan *plan, const guint *members, guint v, double reach, double heat, guint64 *random)
{
  double worse = -heat * log (next_unit (random) + 1e-12);
  double angle = 2 * G_PI * next_unit (random), distance = reach * next_unit (random);
  double x = self->x[v], y = self->y[v];
  guint degree = self->first[v + 1] - self->first[v];

  if (degree > 0 && next_random (random) % 4 == 0)
    {
      x = y = 0;
      for (guint i = self->first[v]; i < self->first[v + 1]; i++)
        {
          const guint *edge = self->edges[self->incident[i]];
          guint u = edge[0] == v ? edge[1] : edge[0];

          x += self->x[u] / degree;
          y += self->y[u] / degree;
        }
      distance += 60;
    }
  x += 1.3 * distance * cos (angle);
  y = clamp_y (self, plan, members[v], y + distance * sin (angle));

  /* In a crowd most places are taken, and ties need not be looked at to know that; what it costs to stay may have
   * changed since, so that once in a while they are. */
  if (next_random (random) % 8 != 0 && coalition_tangle_cost_of_room (self, v, x, y) > self->costs[v] + worse + 1)
    return;
  self->costs[v] = coalition_tangle_cost_of (self, v, self->x[v], self->y[v], INFINITY);
  if (coalition_tangle_cost_of (self, v, x, y, self->costs[v] + worse) <= self->costs[v] + worse)
    coalition_tangle_move (self, v, x, y);
}

/* Tries moves and changes of places, fewer and fewer of those that make things worse. */
static void
anneal (CoalitionTangle *self, const CoalitionPlan *plan, const guint *members, guint n_moves, const Schedule *schedule,
        guint64 *random, GCancellable *cancellable)
{
  g_autofree guint *movable = g_new (guint, MAX (self->n, 1));
  guint n_movable = 0;
  const gboolean only_swaps = plan->group != NULL && plan->low == NULL;

  for (guint i = 0; i < self->n; i++)
    if (!plan->fixed[members[i]])
      movable[n_movable++] = i;

  for (guint i = 0; i < n_moves && n_movable > 0; i++)
    {
      double progress = (double) i / n_moves;
      double heat = schedule->heat[0] * pow (schedule->heat[1] / schedule->heat[0], progress);
      double reach = schedule->reach[0] * pow (schedule->reach[1] / schedule->reach[0], progress);
      guint v = movable[next_random (random) % n_movable];
      guint w = movable[next_random (random) % n_movable];
      gboolean may_swap = v != w && (plan->group == NULL || plan->group[members[v]] == plan->group[members[w]]);

      if (i % 128 == 0 && g_cancellable_is_cancelled (cancellable))
        break;
      if (may_swap && (only_swaps || next_random (random) % 8 == 0))
        try_swap (self, plan, members, v, w, heat, random);
      else if (!only_swaps)
        try_move (self, plan, members, v, reach, heat, random);
    }
}

/* Gives the places back to the plan, and tells what is left to be wished. */
static double
take_over (const CoalitionTangle *self, CoalitionPlan *plan, const guint *members)
{
  double cost = 0;

  for (guint i = 0; i < self->n; i++)
    {
      if (!plan->fixed[members[i]])
        plan->places[members[i]] = (CoalitionPlace) { self->x[i] + self->origin_x, self->y[i] + self->origin_y };
      cost += coalition_tangle_cost_of (self, i, self->x[i], self->y[i], INFINITY) / 2;
    }

  return cost;
}

/**
 * coalition_plan_segment_meets_box:
 * @a: one end
 * @b: the other
 * @box: a box
 *
 * Whether a straight tie would run through a box or close by: it does not if it lies on one side of it, or if all
 * corners of it lie on one side of the tie.
 *
 * Returns: %TRUE if it would
 */
gboolean
coalition_plan_segment_meets_box (CoalitionPlace a, CoalitionPlace b, const CoalitionBox *box)
{
  const double left = box->left - COALITION_TIE_GAP, top = box->top - COALITION_TIE_GAP;
  const double right = box->right + COALITION_TIE_GAP, bottom = box->bottom + COALITION_TIE_GAP;
  double dx = b.x - a.x, dy = b.y - a.y, base, reach;

  if (MAX (a.x, b.x) < left || MIN (a.x, b.x) > right || MAX (a.y, b.y) < top || MIN (a.y, b.y) > bottom)
    return FALSE;
  base = dx * ((top + bottom) / 2 - a.y) - dy * ((left + right) / 2 - a.x);
  reach = fabs (dx) * (bottom - top) / 2 + fabs (dy) * (right - left) / 2;

  return fabs (base) < reach;
}

/**
 * coalition_plan_find_moves:
 * @self: a plan
 * @members: (array length=n_members): indices of parties
 * @n_members: how many
 * @per_member: how many moves each of few parties gets
 *
 * How many moves to try: @per_member each, but no more than take about half a second.
 *
 * Returns: the number of moves
 */
guint
coalition_plan_find_moves (const CoalitionPlan *self, const guint *members, guint n_members, guint per_member)
{
  double n_edges = 0, steps;

  for (guint i = 0; i < n_members; i++)
    n_edges += coalition_plan_get_degree (self, members[i]) / 2.0;
  /* Four lines or boxes are looked at in one step. */
  steps = 2 * n_edges / MAX (n_members, 1) * (n_edges + n_members + 40) / 2 + n_members + n_edges / 2 + 100;

  return MIN (n_members * per_member, 0.8e8 / MAX (steps, 1));
}

/**
 * coalition_plan_untangle:
 * @self: a plan
 * @members: (array length=n_members): indices of parties; the others do not count
 * @n_members: how many
 * @n_moves: how many moves to try; 0 only tells the cost
 * @seed: the same seed gives the same moves
 * @cancellable: (nullable): to stop early
 *
 * Lowers crossings of ties, ties through the boxes of strangers, and overlaps, while keeping ties short and the whole
 * compact, by trying moves and changes of places and keeping those that help; at first also some that do not
 * (simulated annealing). In a plan with groups parties change places within their group; where the plan has
 * groups and no limits (rings, a circle), they do nothing else. Takes time in proportion to @n_moves and the number of
 * ties.
 *
 * Returns: what is left to be wished, the less the better
 */
double
coalition_plan_untangle (CoalitionPlan *self, const guint *members, guint n_members, guint n_moves, guint seed,
                         GCancellable *cancellable)
{
  const Schedule schedule = { { 1.2, 0.024 }, { 260, 15.6 } };
  g_autoptr (CoalitionTangle) tangle = coalition_tangle_new (self, members, n_members);
  guint64 random = start_random (seed);

  anneal (tangle, self, members, n_moves, &schedule, &random, cancellable);

  return take_over (tangle, self, members);
}

/**
 * coalition_plan_count_crossings:
 * @self: a plan
 * @members: (array length=n_members): indices of parties; the others do not count
 * @n_members: how many
 *
 * Counts the pairs of ties that cross, as straight lines.
 *
 * Returns: the number
 */
guint
coalition_plan_count_crossings (const CoalitionPlan *self, const guint *members, guint n_members)
{
  g_autoptr (CoalitionTangle) tangle = coalition_tangle_new (self, members, n_members);

  return coalition_tangle_count_crossings (tangle);
}

static CoalitionBox
find_extent (const CoalitionTangle *self)
{
  CoalitionBox extent = { INFINITY, INFINITY, -INFINITY, -INFINITY };

  for (guint v = 0; v < self->n; v++)
    {
      extent.left = MIN (extent.left, self->x[v] + self->room[v].left);
      extent.top = MIN (extent.top, self->y[v] + self->room[v].top);
      extent.right = MAX (extent.right, self->x[v] + self->room[v].right);
      extent.bottom = MAX (extent.bottom, self->y[v] + self->room[v].bottom);
    }

  return extent;
}

/* The room that a drawing should do with, about where it is: the more ties, the more of it is left to them. Whoever may
 * not be moved is inside; if there is nobody like that, a corner is left free. */
static void
find_frame (CoalitionTangle *self, const CoalitionPlan *plan, const guint *members)
{
  const CoalitionBox extent = find_extent (self);
  CoalitionBox fixed = { INFINITY, INFINITY, -INFINITY, -INFINITY };
  double area = 0, width, height, x = (extent.left + extent.right) / 2, y = (extent.top + extent.bottom) / 2;
  const double density = CLAMP (0.345 - 0.022 * self->n_edges / self->n - 0.001 * MAX ((int) self->n - 100, 0), 0.2, 0.34);

  self->framed = TRUE;
  self->corner = (CoalitionBox) { -INFINITY, INFINITY, -INFINITY, INFINITY };
  self->frame = (CoalitionBox) { extent.left, -INFINITY, extent.right, INFINITY };
  if (plan->low != NULL) /* rows have their height */
    return;

  for (guint v = 0; v < self->n; v++)
    {
      const CoalitionBox *box = &self->room[v];

      area += (box->right - box->left) * (box->bottom - box->top) / density;
      if (!plan->fixed[members[v]])
        continue;
      fixed.left = MIN (fixed.left, self->x[v] + box->left);
      fixed.top = MIN (fixed.top, self->y[v] + box->top);
      fixed.right = MAX (fixed.right, self->x[v] + box->right);
      fixed.bottom = MAX (fixed.bottom, self->y[v] + box->bottom);
    }
  if (fixed.left > fixed.right)
    area /= 1 - CORNER_WIDTH * CORNER_HEIGHT;
  width = sqrt (area * COALITION_TIGHT_ASPECT);
  height = area / width;
  if (fixed.left <= fixed.right)
    {
      x = MIN (MAX (x, fixed.right - width / 2), fixed.left + width / 2);
      y = MIN (MAX (y, fixed.bottom - height / 2), fixed.top + height / 2);
    }

  self->frame = (CoalitionBox) { MIN (x - width / 2, fixed.left), MIN (y - height / 2, fixed.top),
                                 MAX (x + width / 2, fixed.right), MAX (y + height / 2, fixed.bottom) };
  if (fixed.left > fixed.right)
    self->corner = (CoalitionBox) { self->frame.left, self->frame.bottom - CORNER_HEIGHT * height,
                                    self->frame.left + CORNER_WIDTH * width, self->frame.bottom };
}

/* Shrinks a drawing into a frame, each direction by itself. */
static void
shrink_into (CoalitionTangle *self, const CoalitionPlan *plan, const guint *members, const CoalitionBox *frame)
{
  const CoalitionBox extent = find_extent (self);
  double across = MIN ((frame->right - frame->left) / (extent.right - extent.left), 1);
  double down = MIN ((frame->bottom - frame->top) / (extent.bottom - extent.top), 1);

  for (guint v = 0; v < self->n; v++)
    if (!plan->fixed[members[v]])
      coalition_tangle_move (self, v, (frame->left + frame->right) / 2 + (self->x[v] - (extent.left + extent.right) / 2) * across,
                             (frame->top + frame->bottom) / 2 + (self->y[v] - (extent.top + extent.bottom) / 2) * down);
}

/**
 * coalition_plan_tighten:
 * @self: a plan
 * @members: (array length=n_members): indices of parties; the others do not count
 * @n_members: how many
 * @n_moves: how many moves to try
 * @seed: the same seed gives the same moves
 * @cancellable: (nullable): to stop early
 *
 * Pulls a drawing together, so that names can be read where all of it is seen: shrinks it into a frame of about three
 * times the room of the boxes, and untangles it there, hot at first, since what is best among near neighbors is not a
 * small copy of what is best with much room. Among many there is no time for that, and they keep about to what the engine
 * drew. Boxes keep a gap, and ties between neighbors stay long enough to be seen.
 * In a plan with limits (levels) the frame has only sides.
 *
 * Returns: what is left to be wished, the less the better
 */
double
coalition_plan_tighten (CoalitionPlan *self, const guint *members, guint n_members, guint n_moves, guint seed,
                        GCancellable *cancellable)
{
  const gboolean few = n_members <= COALITION_FEW;
  const Schedule hot = { { few ? 4.0 : 0.6, 0.05 }, { few ? 200 : 120, 8 } };
  const Schedule cold = { { 0.03, 0.003 }, { 40, 3 } };
  g_autoptr (CoalitionTangle) tangle = NULL;
  guint64 random = start_random (seed);

  if (n_members == 0)
    return 0;

  tangle = coalition_tangle_new (self, members, n_members);
  tangle->gap = TIGHT_GAP;
  tangle->crowded_gap = TIGHT_CROWDED_GAP;
  tangle->sharp = TIGHT_SHARP;
  find_frame (tangle, self, members);
  if (self->low == NULL)
    shrink_into (tangle, self, members, &tangle->frame);
  anneal (tangle, self, members, n_moves / 8 * 7, &hot, &random, cancellable);
  anneal (tangle, self, members, n_moves / 8, &cold, &random, cancellable);

  return take_over (tangle, self, members);
}
