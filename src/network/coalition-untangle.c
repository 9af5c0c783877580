/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-plan.h"
#include "coalition-space.h"

#include <math.h>

/* What is bad about a drawing, by how bad it is. A tie that runs through a stranger's name says something false, so it
 * counts three crossings; boxes must not overlap at all. */
#define COST_OVERLAP 6.0
#define COST_THROUGH 3.0
#define COST_CROSSING 1.0
#define COST_SHARP_ANGLE 1.2
#define COST_LENGTH 0.22
#define COST_CROWDED 0.4
#define COST_OUTSKIRTS 0.5
/* How near a tie may come to a stranger's box, and how near boxes may come before it is crowded. */
#define TIE_GAP 5.0
#define CROWDED_GAP 56.0
/* The same where a drawing is held in a frame; what it costs to stand out of that, and to hide a tie between two boxes:
 * its end marks need some room. */
#define TIGHT_GAP 16.0
#define TIGHT_CROWDED_GAP 26.0
#define LEAST_TIE 26.0
#define COST_OUTSIDE 3.0
#define OUTSIDE_UNIT 30.0
#define COST_HIDDEN 1.5

/* A tie as it is drawn, kept beside its ends since it is looked at far more often than moved. */
typedef struct {
  double ax, ay, bx, by;
  double left, top, right, bottom;
} Line;

/* The members of a plan that are being untangled, by an index of their own, packed for speed. */
typedef struct {
  guint n;
  double *x;
  double *y;
  double *costs; /* of each where it was when it was last looked at */
  CoalitionBox *boxes;
  guint n_edges;
  guint (*edges)[2];
  Line *lines;     /* where each edge lies */
  guint *first;    /* n + 1 offsets into incident */
  guint *incident; /* indices of edges */
  double middle_x;
  double middle_y;
  double area;
  gboolean framed;
  CoalitionBox frame; /* which nobody should stand out of, if framed */
  double gap;         /* between boxes, wanted */
  double crowded_gap;
} Tangle;

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

static Line
make_line (double ax, double ay, double bx, double by)
{
  return (Line) { ax, ay, bx, by, MIN (ax, bx), MIN (ay, by), MAX (ax, bx), MAX (ay, by) };
}

static void
move_party (Tangle *self, guint v, double x, double y)
{
  self->x[v] = x;
  self->y[v] = y;
  for (guint i = self->first[v]; i < self->first[v + 1]; i++)
    {
      guint edge = self->incident[i], a = self->edges[edge][0], b = self->edges[edge][1];

      self->lines[edge] = make_line (self->x[a], self->y[a], self->x[b], self->y[b]);
    }
}

/* Two lines of which the surrounding boxes meet. */
static gboolean
lines_cross (const Line *one, const Line *other)
{
  const double ax = one->ax, ay = one->ay, bx = one->bx, by = one->by;
  const double cx = other->ax, cy = other->ay, dx = other->bx, dy = other->by;
  double abc, abd, cda, cdb;

  abc = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  abd = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax);
  if ((abc > 0) == (abd > 0))
    return FALSE;
  cda = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx);
  cdb = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx);

  return (cda > 0) != (cdb > 0);
}

/* Whether a segment meets a box: it does not if it lies on one side of it, or if all corners lie on one side of it. */
static gboolean
segment_meets_box (double ax, double ay, double bx, double by, double left, double top, double right, double bottom)
{
  double dx = bx - ax, dy = by - ay, base, reach;

  if (MAX (ax, bx) < left || MIN (ax, bx) > right || MAX (ay, by) < top || MIN (ay, by) > bottom)
    return FALSE;
  base = dx * ((top + bottom) / 2 - ay) - dy * ((left + right) / 2 - ax);
  reach = fabs (dx) * (bottom - top) / 2 + fabs (dy) * (right - left) / 2;

  return fabs (base) < reach;
}

/* Two ties of one party that leave in nearly the same direction look like one (less than about ten degrees). */
static gboolean
angle_is_sharp (double ax, double ay, double bx, double by)
{
  double along = ax * bx + ay * by, aside = ax * by - ay * bx;

  return along > 0 && aside * aside < 0.03 * along * along;
}

static double
cost_of_room (const Tangle *self, guint v, double x, double y)
{
  const CoalitionBox *own = &self->boxes[v];
  double left = x + own->left, top = y + own->top, right = x + own->right, bottom = y + own->bottom;
  double dx = (x - self->middle_x) / COALITION_ASPECT, dy = y - self->middle_y;
  double cost = COST_OUTSKIRTS * (dx * dx + dy * dy) / self->area;

  if (self->framed)
    cost = COST_OUTSIDE / OUTSIDE_UNIT
           * (MAX (self->frame.left - left, 0) + MAX (self->frame.top - top, 0) + MAX (right - self->frame.right, 0)
              + MAX (bottom - self->frame.bottom, 0));
  for (guint w = 0; w < self->n; w++)
    {
      double across, down, gap;

      if (w == v)
        continue;
      across = MAX (self->x[w] + self->boxes[w].left - right, left - self->x[w] - self->boxes[w].right);
      if (across > self->crowded_gap)
        continue;
      down = MAX (self->y[w] + self->boxes[w].top - bottom, top - self->y[w] - self->boxes[w].bottom);
      gap = MAX (across, down);
      if (gap < self->gap)
        cost += COST_OVERLAP + 0.15 * (self->gap - gap);
      else if (gap < self->crowded_gap)
        cost += COST_CROWDED * (self->crowded_gap - gap) / (self->crowded_gap - self->gap);
    }

  return cost;
}

/* The cost of one of the ties of @v, which would be at x, y. */
static double
cost_of_edge (const Tangle *self, guint edge, guint v, double x, double y)
{
  guint u = self->edges[edge][0] == v ? self->edges[edge][1] : self->edges[edge][0];
  double ux = self->x[u], uy = self->y[u];
  double cost = COST_LENGTH * sqrt ((ux - x) * (ux - x) + (uy - y) * (uy - y)) / COALITION_TIE_LENGTH;
  const Line own = make_line (x, y, ux, uy);

  if (self->framed)
    {
      const CoalitionBox *one = &self->boxes[v], *other = &self->boxes[u];
      double across = MAX (ux + other->left - x - one->right, x + one->left - ux - other->right);
      double down = MAX (uy + other->top - y - one->bottom, y + one->top - uy - other->bottom);

      cost += COST_HIDDEN * MAX (LEAST_TIE - MAX (across, down), 0) / LEAST_TIE;
    }
  for (guint f = 0; f < self->n_edges; f++)
    {
      const Line *line = &self->lines[f];
      guint a, b;

      /* Most are somewhere else. Those of @v itself lie where it was and are looked at all the same. */
      if ((line->right < own.left) | (line->left > own.right) | (line->bottom < own.top) | (line->top > own.bottom))
        if (self->edges[f][0] != v && self->edges[f][1] != v)
          continue;
      a = self->edges[f][0];
      b = self->edges[f][1];
      if (f == edge)
        continue;
      if (a == v || b == v)
        {
          guint w = a == v ? b : a;

          /* Seen from both ties, so counted for one. */
          if (f > edge && angle_is_sharp (ux - x, uy - y, self->x[w] - x, self->y[w] - y))
            cost += COST_SHARP_ANGLE;
        }
      else if (a == u || b == u)
        {
          guint w = a == u ? b : a;

          if (angle_is_sharp (x - ux, y - uy, self->x[w] - ux, self->y[w] - uy))
            cost += COST_SHARP_ANGLE;
        }
      else if (lines_cross (&own, line))
        cost += COST_CROSSING;
    }
  for (guint w = 0; w < self->n; w++)
    if (w != v && w != u
        && segment_meets_box (x, y, ux, uy, self->x[w] + self->boxes[w].left - TIE_GAP, self->y[w] + self->boxes[w].top - TIE_GAP,
                              self->x[w] + self->boxes[w].right + TIE_GAP, self->y[w] + self->boxes[w].bottom + TIE_GAP))
      cost += COST_THROUGH;

  return cost;
}

/* The cost of having @v at x, y; given up once it is above @limit. */
static double
cost_of (const Tangle *self, guint v, double x, double y, double limit)
{
  double cost = cost_of_room (self, v, x, y);
  double left = x + self->boxes[v].left - TIE_GAP, top = y + self->boxes[v].top - TIE_GAP;
  double right = x + self->boxes[v].right + TIE_GAP, bottom = y + self->boxes[v].bottom + TIE_GAP;

  if (cost > limit)
    return cost;
  for (guint f = 0; f < self->n_edges; f++)
    {
      const Line *line = &self->lines[f];

      if ((line->right < left) | (line->left > right) | (line->bottom < top) | (line->top > bottom))
        continue;
      if (self->edges[f][0] != v && self->edges[f][1] != v
          && segment_meets_box (line->ax, line->ay, line->bx, line->by, left, top, right, bottom))
        cost += COST_THROUGH;
    }
  for (guint i = self->first[v]; i < self->first[v + 1] && cost <= limit; i++)
    cost += cost_of_edge (self, self->incident[i], v, x, y);

  return cost;
}

static void
fill_tangle (Tangle *self, const CoalitionPlan *plan, const guint *members, guint n_members)
{
  g_autofree guint *own = g_new (guint, plan->n);
  guint *next;
  CoalitionBox bounds;

  self->n = n_members;
  self->gap = COALITION_GAP;
  self->crowded_gap = CROWDED_GAP;
  self->x = g_new (double, n_members);
  self->y = g_new (double, n_members);
  self->costs = g_new (double, n_members);
  self->boxes = g_new (CoalitionBox, n_members);
  self->edges = g_malloc (sizeof (guint[2]) * MAX (plan->n_edges, 1));
  self->first = g_new0 (guint, n_members + 1);
  for (guint i = 0; i < plan->n; i++)
    own[i] = G_MAXUINT;
  for (guint i = 0; i < n_members; i++)
    {
      const CoalitionBox *box = &plan->boxes[members[i]];

      own[members[i]] = i;
      self->x[i] = plan->places[members[i]].x;
      self->y[i] = plan->places[members[i]].y;
      self->boxes[i] = *box;
      self->costs[i] = INFINITY;
      self->area += (box->right - box->left + 60) * (box->bottom - box->top + 60);
    }
  for (guint i = 0; i < plan->n_edges; i++)
    {
      guint a = own[plan->edges[i][0]], b = own[plan->edges[i][1]];

      if (a == G_MAXUINT || b == G_MAXUINT)
        continue;
      self->edges[self->n_edges][0] = a;
      self->edges[self->n_edges++][1] = b;
      self->first[a + 1]++;
      self->first[b + 1]++;
    }
  for (guint i = 0; i < n_members; i++)
    self->first[i + 1] += self->first[i];
  self->incident = g_new (guint, MAX (self->first[n_members], 1));
  next = g_memdup2 (self->first, sizeof (guint) * (n_members + 1));
  for (guint i = 0; i < self->n_edges; i++)
    {
      self->incident[next[self->edges[i][0]]++] = i;
      self->incident[next[self->edges[i][1]]++] = i;
    }
  g_free (next);
  self->lines = g_new (Line, MAX (self->n_edges, 1));
  for (guint i = 0; i < n_members; i++)
    move_party (self, i, self->x[i], self->y[i]);
  coalition_plan_get_bounds (plan, members, n_members, &bounds);
  self->middle_x = (bounds.left + bounds.right) / 2;
  self->middle_y = (bounds.top + bounds.bottom) / 2;
}

static void
clear_tangle (Tangle *self)
{
  g_free (self->x);
  g_free (self->y);
  g_free (self->costs);
  g_free (self->boxes);
  g_free (self->edges);
  g_free (self->lines);
  g_free (self->first);
  g_free (self->incident);
}

static double
clamp_y (const CoalitionPlan *plan, guint party, double y)
{
  return plan->low != NULL ? CLAMP (y, plan->low[party], plan->high[party]) : y;
}

/* Two parties change places, if that is better or the heat allows it. */
static void
try_swap (Tangle *self, const CoalitionPlan *plan, const guint *members, guint v, guint w, double heat, guint64 *random)
{
  double vx = self->x[v], vy = self->y[v], wx = self->x[w], wy = self->y[w];
  double before = cost_of (self, v, vx, vy, INFINITY) + cost_of (self, w, wx, wy, INFINITY);
  double limit = before - heat * log (next_unit (random) + 1e-12);
  double after;

  move_party (self, v, wx, clamp_y (plan, members[v], wy));
  move_party (self, w, vx, clamp_y (plan, members[w], vy));
  after = cost_of (self, v, self->x[v], self->y[v], limit);
  if (after <= limit)
    after += cost_of (self, w, self->x[w], self->y[w], limit - after);
  if (after > limit)
    {
      move_party (self, v, vx, vy);
      move_party (self, w, wx, wy);
    }
}

/* One party moves: to somewhere near, or to somewhere near the middle of its neighbors. */
static void
try_move (Tangle *self, const CoalitionPlan *plan, const guint *members, guint v, double reach, double heat, guint64 *random)
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
  y = clamp_y (plan, members[v], y + distance * sin (angle));

  /* In a crowd most places are taken, and ties need not be looked at to know that; what it costs to stay may have
   * changed since, so that once in a while they are. */
  if (next_random (random) % 8 != 0 && cost_of_room (self, v, x, y) > self->costs[v] + worse + 1)
    return;
  self->costs[v] = cost_of (self, v, self->x[v], self->y[v], INFINITY);
  if (cost_of (self, v, x, y, self->costs[v] + worse) <= self->costs[v] + worse)
    move_party (self, v, x, y);
}

/* Tries moves and changes of places, fewer and fewer of those that make things worse. */
static void
anneal (Tangle *self, const CoalitionPlan *plan, const guint *members, guint n_moves, const Schedule *schedule,
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
take_over (const Tangle *self, CoalitionPlan *plan, const guint *members)
{
  double cost = 0;

  for (guint i = 0; i < self->n; i++)
    {
      if (!plan->fixed[members[i]])
        plan->places[members[i]] = (CoalitionPlace) { self->x[i], self->y[i] };
      cost += cost_of (self, i, self->x[i], self->y[i], INFINITY) / 2;
    }

  return cost;
}

/**
 * coalition_plan_segment_meets_box:
 * @a: one end
 * @b: the other
 * @box: a box
 *
 * Whether a straight tie would run through a box or close by.
 *
 * Returns: %TRUE if it would
 */
gboolean
coalition_plan_segment_meets_box (CoalitionPlace a, CoalitionPlace b, const CoalitionBox *box)
{
  return segment_meets_box (a.x, a.y, b.x, b.y, box->left - TIE_GAP, box->top - TIE_GAP, box->right + TIE_GAP,
                            box->bottom + TIE_GAP);
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
  steps = 2 * n_edges / MAX (n_members, 1) * (n_edges + n_members) + 2 * n_members + n_edges;

  return MIN (n_members * per_member, 0.6e8 / MAX (steps, 1));
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
  Tangle tangle = { 0 };
  guint64 random = start_random (seed);
  double cost;

  fill_tangle (&tangle, self, members, n_members);
  anneal (&tangle, self, members, n_moves, &schedule, &random, cancellable);
  cost = take_over (&tangle, self, members);
  clear_tangle (&tangle);

  return cost;
}

static CoalitionBox
find_extent (const Tangle *self)
{
  CoalitionBox extent = { INFINITY, INFINITY, -INFINITY, -INFINITY };

  for (guint v = 0; v < self->n; v++)
    {
      extent.left = MIN (extent.left, self->x[v] + self->boxes[v].left);
      extent.top = MIN (extent.top, self->y[v] + self->boxes[v].top);
      extent.right = MAX (extent.right, self->x[v] + self->boxes[v].right);
      extent.bottom = MAX (extent.bottom, self->y[v] + self->boxes[v].bottom);
    }

  return extent;
}

/* The room that a drawing should do with, about where it is: the more ties, the more of it is left to them. Whoever may
 * not be moved is inside. */
static CoalitionBox
find_frame (const Tangle *self, const CoalitionPlan *plan, const guint *members)
{
  const CoalitionBox extent = find_extent (self);
  CoalitionBox fixed = { INFINITY, INFINITY, -INFINITY, -INFINITY };
  double area = 0, width, height, x = (extent.left + extent.right) / 2, y = (extent.top + extent.bottom) / 2;
  const double density = CLAMP (0.345 - 0.022 * self->n_edges / self->n - 0.001 * MAX ((int) self->n - 100, 0), 0.2, 0.34);

  /* Rows have their height. */
  if (plan->low != NULL)
    return (CoalitionBox) { extent.left, -INFINITY, extent.right, INFINITY };

  for (guint v = 0; v < self->n; v++)
    {
      const CoalitionBox *box = &self->boxes[v];

      area += (box->right - box->left) * (box->bottom - box->top) / density;
      if (!plan->fixed[members[v]])
        continue;
      fixed.left = MIN (fixed.left, self->x[v] + box->left);
      fixed.top = MIN (fixed.top, self->y[v] + box->top);
      fixed.right = MAX (fixed.right, self->x[v] + box->right);
      fixed.bottom = MAX (fixed.bottom, self->y[v] + box->bottom);
    }
  width = sqrt (area * COALITION_TIGHT_ASPECT);
  height = area / width;
  if (fixed.left <= fixed.right)
    {
      x = MIN (MAX (x, fixed.right - width / 2), fixed.left + width / 2);
      y = MIN (MAX (y, fixed.bottom - height / 2), fixed.top + height / 2);
    }

  return (CoalitionBox) { MIN (x - width / 2, fixed.left), MIN (y - height / 2, fixed.top),
                          MAX (x + width / 2, fixed.right), MAX (y + height / 2, fixed.bottom) };
}

/* Shrinks a drawing into a frame, each direction by itself. */
static void
shrink_into (Tangle *self, const CoalitionPlan *plan, const guint *members, const CoalitionBox *frame)
{
  const CoalitionBox extent = find_extent (self);
  double across = MIN ((frame->right - frame->left) / (extent.right - extent.left), 1);
  double down = MIN ((frame->bottom - frame->top) / (extent.bottom - extent.top), 1);

  for (guint v = 0; v < self->n; v++)
    if (!plan->fixed[members[v]])
      move_party (self, v, (frame->left + frame->right) / 2 + (self->x[v] - (extent.left + extent.right) / 2) * across,
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
 * small copy of what is best with much room. Boxes keep a gap, and ties between neighbors stay long enough to be seen.
 * In a plan with limits (levels) the frame has only sides.
 */
void
coalition_plan_tighten (CoalitionPlan *self, const guint *members, guint n_members, guint n_moves, guint seed,
                        GCancellable *cancellable)
{
  const Schedule hot = { { 1.0, 0.05 }, { 200, 8 } };
  const Schedule cold = { { 0.03, 0.003 }, { 40, 3 } };
  Tangle tangle = { 0 };
  guint64 random = start_random (seed);

  if (n_members == 0)
    return;

  fill_tangle (&tangle, self, members, n_members);
  tangle.framed = TRUE;
  tangle.gap = TIGHT_GAP;
  tangle.crowded_gap = TIGHT_CROWDED_GAP;
  tangle.frame = find_frame (&tangle, self, members);
  if (self->low == NULL)
    shrink_into (&tangle, self, members, &tangle.frame);
  anneal (&tangle, self, members, n_moves / 8 * 7, &hot, &random, cancellable);
  anneal (&tangle, self, members, n_moves / 8, &cold, &random, cancellable);
  take_over (&tangle, self, members);
  clear_tangle (&tangle);
}
