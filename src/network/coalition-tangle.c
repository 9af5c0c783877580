/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-tangle.h"

#include <math.h>

/* What is bad about a drawing, by how bad it is, in crossings. A tie that runs through a stranger's name says something
 * false; boxes must not overlap at all. */
#define COST_OVERLAP 6.0f
#define COST_NEAR 0.15f
#define COST_THROUGH 3.0
#define COST_SHARP_ANGLE 1.2
#define COST_LENGTH 0.22
#define COST_CROWDED 0.4f
#define COST_OUTSKIRTS 0.5
/* How near boxes may come before it is crowded. */
#define CROWDED_GAP 56.0
/* Where a drawing is held in a frame, what it costs to stand out of that, and to hide a tie between two boxes: its end
 * marks need some room. */
#define LEAST_TIE 26.0
#define COST_OUTSIDE 3.0
#define OUTSIDE_UNIT 30.0
#define MANY_TIES 3.0
#define COST_HIDDEN 1.5
/* What it costs to stand apart from a forum one belongs to, for each radius of it, and to stand in the middle of one that
 * one does not belong to. */
#define COST_APART 4.0
#define COST_STRANGER 8.0
/* How much of the circle around a forum its members' boxes fill. */
#define FORUM_DENSITY 0.42

static inline CoalitionFloats
spread (float number)
{
  return (CoalitionFloats) { number, number, number, number };
}

static inline CoalitionInts
spread_index (gint32 number)
{
  return (CoalitionInts) { number, number, number, number };
}

static inline CoalitionFloats
absolute (CoalitionFloats number)
{
  return (CoalitionFloats) ((CoalitionInts) number & spread_index (0x7fffffff));
}

static inline CoalitionFloats
larger (CoalitionFloats a, CoalitionFloats b)
{
  CoalitionInts mask = a > b;

  return (CoalitionFloats) ((mask & (CoalitionInts) a) | (~mask & (CoalitionInts) b));
}

/* A condition that holds is -1. */
static inline guint
count_held (CoalitionInts held)
{
  return -(held[0] + held[1] + held[2] + held[3]);
}

/* Which parties the numbers of a block belong to. */
static inline CoalitionInts
indices_of (guint block)
{
  return (CoalitionInts) { 0, 1, 2, 3 } + spread_index (4 * block);
}

static void
set_number (CoalitionFloats *blocks, guint index, double number)
{
  ((float *) blocks)[index] = (float) number;
}

static CoalitionFloats *
new_blocks (guint n_blocks, double filling)
{
  CoalitionFloats *blocks = g_aligned_alloc (MAX (n_blocks, 1), sizeof (CoalitionFloats), 16);

  for (guint i = 0; i < n_blocks; i++)
    blocks[i] = spread (filling);

  return blocks;
}

static void
list_edges (CoalitionTangle *self, const CoalitionPlan *plan, const guint *own)
{
  g_autofree guint *next = NULL;

  self->edges = g_malloc (sizeof (guint[2]) * MAX (plan->n_edges, 1));
  self->first = g_new0 (guint, self->n + 1);
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
  for (guint i = 0; i < self->n; i++)
    self->first[i + 1] += self->first[i];
  self->incident = g_new (guint, MAX (self->first[self->n], 1));
  next = g_memdup2 (self->first, sizeof (guint) * (self->n + 1));
  self->n_line_blocks = (self->n_edges + 3) / 4;
  self->a = (CoalitionInts *) new_blocks (self->n_line_blocks, 0);
  self->b = (CoalitionInts *) new_blocks (self->n_line_blocks, 0);
  for (guint i = 0; i < self->n_line_blocks; i++)
    self->a[i] = self->b[i] = spread_index (-1);
  for (guint i = 0; i < self->n_edges; i++)
    {
      self->incident[next[self->edges[i][0]]++] = i;
      self->incident[next[self->edges[i][1]]++] = i;
      ((gint32 *) self->a)[i] = self->edges[i][0];
      ((gint32 *) self->b)[i] = self->edges[i][1];
    }
  /* Lines of no length, where nobody is, fill the last block. */
  self->ax = new_blocks (self->n_line_blocks, 1e9);
  self->ay = new_blocks (self->n_line_blocks, 1e9);
  self->bx = new_blocks (self->n_line_blocks, 1e9);
  self->by = new_blocks (self->n_line_blocks, 1e9);
}

/* Forums of which at least two members are among the parties, but not all. */
static void
list_forums (CoalitionTangle *self, const CoalitionPlan *plan, const guint *own)
{
  self->in_forum = g_new0 (guint8, MAX (plan->n_forums * self->n, 1));
  self->forum_sizes = g_new0 (guint, MAX (plan->n_forums, 1));
  self->forum_x = g_new0 (double, MAX (plan->n_forums, 1));
  self->forum_y = g_new0 (double, MAX (plan->n_forums, 1));
  self->forum_radius = g_new0 (double, MAX (plan->n_forums, 1));
  for (guint i = 0; i < plan->n_forums; i++)
    {
      const guint forum = self->n_forums;
      double area = 0;
      guint size = 0;

      for (guint j = plan->forum_first[i]; j < plan->forum_first[i + 1]; j++)
        size += own[plan->forum_members[j]] != G_MAXUINT;
      if (size < 2 || size == self->n)
        continue;
      for (guint j = plan->forum_first[i]; j < plan->forum_first[i + 1]; j++)
        {
          guint v = own[plan->forum_members[j]];

          if (v == G_MAXUINT)
            continue;
          self->in_forum[forum * self->n + v] = 1;
          self->forum_x[forum] += self->x[v];
          self->forum_y[forum] += self->y[v];
          area += (self->room[v].right - self->room[v].left + 20) * (self->room[v].bottom - self->room[v].top + 20);
        }
      self->forum_sizes[forum] = size;
      self->forum_radius[forum] = sqrt (area / FORUM_DENSITY / G_PI);
      self->n_forums++;
    }
}

/**
 * coalition_tangle_new:
 * @plan: a plan
 * @members: (array length=n_members): indices of parties of it; the others do not count
 * @n_members: how many
 *
 * Takes parties out of a plan to untangle them.
 *
 * Returns: (transfer full): the parties, where they are in the plan
 */
CoalitionTangle *
coalition_tangle_new (const CoalitionPlan *plan, const guint *members, guint n_members)
{
  CoalitionTangle *self = g_new0 (CoalitionTangle, 1);
  g_autofree guint *own = g_new (guint, plan->n);
  CoalitionBox bounds;

  self->n = n_members;
  self->gap = COALITION_GAP;
  self->crowded_gap = CROWDED_GAP;
  self->through = COST_THROUGH;
  self->sharp = COST_SHARP_ANGLE;
  self->x = g_new (double, n_members);
  self->y = g_new (double, n_members);
  self->costs = g_new (double, n_members);
  self->room = g_new (CoalitionBox, n_members);
  self->n_box_blocks = (n_members + 3) / 4;
  self->middle_x = new_blocks (self->n_box_blocks, 1e9);
  self->middle_y = new_blocks (self->n_box_blocks, 1e9);
  self->half_width = new_blocks (self->n_box_blocks, 0);
  self->half_height = new_blocks (self->n_box_blocks, 0);
  coalition_plan_get_bounds (plan, members, n_members, &bounds);
  self->origin_x = (bounds.left + bounds.right) / 2;
  self->origin_y = (bounds.top + bounds.bottom) / 2;
  for (guint i = 0; i < plan->n; i++)
    own[i] = G_MAXUINT;
  for (guint i = 0; i < n_members; i++)
    {
      const CoalitionBox *box = &plan->boxes[members[i]];

      own[members[i]] = i;
      self->x[i] = plan->places[members[i]].x - self->origin_x;
      self->y[i] = plan->places[members[i]].y - self->origin_y;
      self->room[i] = *box;
      self->costs[i] = INFINITY;
      self->area += (box->right - box->left + 60) * (box->bottom - box->top + 60);
      set_number (self->half_width, i, (box->right - box->left) / 2);
      set_number (self->half_height, i, (box->bottom - box->top) / 2);
    }
  list_edges (self, plan, own);
  list_forums (self, plan, own);
  for (guint i = 0; i < n_members; i++)
    coalition_tangle_move (self, i, self->x[i], self->y[i]);

  return self;
}

/**
 * coalition_tangle_free:
 * @self: (transfer full): parties being untangled
 *
 * Frees them; the plan is as it was.
 */
void
coalition_tangle_free (CoalitionTangle *self)
{
  gpointer blocks[] = { self->middle_x, self->middle_y, self->half_width, self->half_height, self->ax, self->ay, self->bx,
                        self->by, self->a, self->b };

  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    g_aligned_free (blocks[i]);
  g_free (self->x);
  g_free (self->y);
  g_free (self->room);
  g_free (self->costs);
  g_free (self->edges);
  g_free (self->first);
  g_free (self->incident);
  g_free (self->forum_sizes);
  g_free (self->forum_x);
  g_free (self->forum_y);
  g_free (self->forum_radius);
  g_free (self->in_forum);
  g_free (self);
}

/**
 * coalition_tangle_move:
 * @self: parties being untangled
 * @party: index of one
 * @x: where it is to be, from the middle of the drawing as it was at first
 * @y: likewise
 *
 * Moves a party.
 */
void
coalition_tangle_move (CoalitionTangle *self, guint party, double x, double y)
{
  const CoalitionBox *room = &self->room[party];

  for (guint i = 0; i < self->n_forums; i++)
    if (self->in_forum[i * self->n + party])
      {
        self->forum_x[i] += x - self->x[party];
        self->forum_y[i] += y - self->y[party];
      }
  self->x[party] = x;
  self->y[party] = y;
  set_number (self->middle_x, party, x + (room->left + room->right) / 2);
  set_number (self->middle_y, party, y + (room->top + room->bottom) / 2);
  for (guint i = self->first[party]; i < self->first[party + 1]; i++)
    {
      guint edge = self->incident[i];
      gboolean is_a = self->edges[edge][0] == party;

      set_number (is_a ? self->ax : self->bx, edge, x);
      set_number (is_a ? self->ay : self->by, edge, y);
    }
}

/* How far outside of a frame a box is, and how deep in the corner of it that is to be left free. */
static double
cost_of_frame (const CoalitionTangle *self, double left, double top, double right, double bottom)
{
  const CoalitionBox *frame = &self->frame, *corner = &self->corner;
  double outside = MAX (frame->left - left, 0) + MAX (frame->top - top, 0) + MAX (right - frame->right, 0) + MAX (bottom - frame->bottom, 0);

  if (left < corner->right && bottom > corner->top)
    outside += MIN (corner->right - left, bottom - corner->top);

  /* Where ties cross everywhere, there would always be a crossing less farther out. */
  return COST_OUTSIDE / OUTSIDE_UNIT * outside * (1 + (double) self->n_edges / self->n / MANY_TIES);
}

/* Members of a forum stand around its middle, and others do not. Farther across than down, as screens are. */
static double
cost_of_forums (const CoalitionTangle *self, guint v, double x, double y)
{
  double cost = 0;

  for (guint i = 0; i < self->n_forums; i++)
    {
      const gboolean is_in = self->in_forum[i * self->n + v];
      double size = self->forum_sizes[i], sum_x = self->forum_x[i], sum_y = self->forum_y[i], share;

      if (is_in)
        {
          sum_x -= self->x[v];
          sum_y -= self->y[v];
          size -= 1;
        }
      share = hypot ((x - sum_x / size) / 1.15, y - sum_y / size) / self->forum_radius[i];
      if (is_in)
        cost += COST_APART * (0.15 * share + MAX (share - 0.8, 0));
      else if (share < 1)
        cost += COST_STRANGER * (1 - 0.6 * share);
    }

  return cost;
}

/**
 * coalition_tangle_cost_of_room:
 * @self: parties being untangled
 * @party: index of one
 * @x: where it would be
 * @y: likewise
 *
 * What it costs that others are in the way of a party, or too near; that it is outside of the frame, or apart from its
 * forums. The part of coalition_tangle_cost_of() that is soon known.
 *
 * Returns: the cost
 */
double
coalition_tangle_cost_of_room (const CoalitionTangle *self, guint party, double x, double y)
{
  const CoalitionBox *own = &self->room[party];
  const CoalitionFloats at_x = spread (x + (own->left + own->right) / 2), at_y = spread (y + (own->top + own->bottom) / 2);
  const CoalitionFloats width = spread ((own->right - own->left) / 2), height = spread ((own->bottom - own->top) / 2);
  const CoalitionFloats wanted = spread (self->gap), crowded = spread (self->crowded_gap);
  const CoalitionFloats slope = spread (COST_CROWDED / (self->crowded_gap - self->gap));
  const CoalitionInts index = spread_index (party);
  CoalitionFloats sum = spread (0);
  double cost;

  if (self->framed)
    cost = cost_of_frame (self, x + own->left, y + own->top, x + own->right, y + own->bottom);
  else
    cost = COST_OUTSKIRTS * (x * x / COALITION_ASPECT / COALITION_ASPECT + y * y) / self->area;
  if (self->n_forums > 0)
    cost += cost_of_forums (self, party, x, y);
  for (guint i = 0; i < self->n_box_blocks; i++)
    {
      CoalitionFloats gap = larger (absolute (self->middle_x[i] - at_x) - (self->half_width[i] + width),
                                    absolute (self->middle_y[i] - at_y) - (self->half_height[i] + height));
      CoalitionInts is_near = (gap < crowded) & (indices_of (i) != index), is_over = gap < wanted;
      CoalitionFloats over = spread (COST_OVERLAP) + spread (COST_NEAR) * (wanted - gap), near = slope * (crowded - gap);

      sum += (CoalitionFloats) (is_near & ((is_over & (CoalitionInts) over) | (~is_over & (CoalitionInts) near)));
    }

  return cost + sum[0] + sum[1] + sum[2] + sum[3];
}

/* Two ties of one party that leave in nearly the same direction look like one (less than about ten degrees). */
static inline gboolean
angle_is_sharp (double ax, double ay, double bx, double by)
{
  double along = ax * bx + ay * by, aside = ax * by - ay * bx;

  return along > 0 && aside * aside < 0.03 * along * along;
}

/* How many lines that do not end at @v or @u cross the line from @v, which would be at x, y, to @u. */
static guint
count_crossings (const CoalitionTangle *self, guint v, double x, double y, guint u)
{
  const CoalitionFloats vx = spread (x), vy = spread (y), ux = spread (self->x[u]), uy = spread (self->y[u]);
  const CoalitionFloats dx = ux - vx, dy = uy - vy;
  const CoalitionInts one = spread_index (v), other = spread_index (u);
  CoalitionInts count = spread_index (0);

  for (guint i = 0; i < self->n_line_blocks; i++)
    {
      const CoalitionFloats ax = self->ax[i], ay = self->ay[i], ex = self->bx[i] - ax, ey = self->by[i] - ay;
      CoalitionFloats a_side = dx * (ay - vy) - dy * (ax - vx), b_side = dx * (self->by[i] - vy) - dy * (self->bx[i] - vx);
      CoalitionFloats v_side = ex * (vy - ay) - ey * (vx - ax), u_side = ex * (uy - ay) - ey * (ux - ax);
      CoalitionInts apart = ((CoalitionInts) a_side ^ (CoalitionInts) b_side) & ((CoalitionInts) v_side ^ (CoalitionInts) u_side);

      count += (apart < 0) & (self->a[i] != one) & (self->b[i] != one) & (self->a[i] != other) & (self->b[i] != other);
    }

  return count_held (count);
}

/* Through how many boxes of others the line from @v, which would be at x, y, to @u runs: it does not run through a box
 * that lies aside of it, or all corners of which lie on one side of it. */
static guint
count_through (const CoalitionTangle *self, guint v, double x, double y, guint u)
{
  const CoalitionFloats vx = spread (x), vy = spread (y), dx = spread (self->x[u] - x), dy = spread (self->y[u] - y);
  const CoalitionFloats half_dx = absolute (dx) * 0.5f, half_dy = absolute (dy) * 0.5f;
  const CoalitionFloats middle_x = vx + dx * 0.5f, middle_y = vy + dy * 0.5f, gap = spread (COALITION_TIE_GAP);
  const CoalitionInts one = spread_index (v), other = spread_index (u);
  CoalitionInts count = spread_index (0);

  for (guint i = 0; i < self->n_box_blocks; i++)
    {
      const CoalitionFloats width = self->half_width[i] + gap, height = self->half_height[i] + gap;
      const CoalitionInts index = indices_of (i);
      CoalitionFloats base = dx * (self->middle_y[i] - vy) - dy * (self->middle_x[i] - vx);

      count += (absolute (self->middle_x[i] - middle_x) < width + half_dx) & (absolute (self->middle_y[i] - middle_y) < height + half_dy)
               & (absolute (base) < (half_dx * height + half_dy * width) * 2) & (index != one) & (index != other);
    }

  return count_held (count);
}

/* How many ties of others run through the box of @v, which would be at x, y. */
static guint
count_runners (const CoalitionTangle *self, guint v, double x, double y)
{
  const CoalitionBox *own = &self->room[v];
  const CoalitionFloats at_x = spread (x + (own->left + own->right) / 2), at_y = spread (y + (own->top + own->bottom) / 2);
  const CoalitionFloats width = spread ((own->right - own->left) / 2 + COALITION_TIE_GAP);
  const CoalitionFloats height = spread ((own->bottom - own->top) / 2 + COALITION_TIE_GAP);
  const CoalitionInts index = spread_index (v);
  CoalitionInts count = spread_index (0);

  for (guint i = 0; i < self->n_line_blocks; i++)
    {
      CoalitionFloats dx = self->bx[i] - self->ax[i], dy = self->by[i] - self->ay[i];
      CoalitionFloats half_dx = absolute (dx) * 0.5f, half_dy = absolute (dy) * 0.5f;
      CoalitionFloats base = dx * (at_y - self->ay[i]) - dy * (at_x - self->ax[i]);

      count += (absolute (self->ax[i] + dx * 0.5f - at_x) < width + half_dx) & (absolute (self->ay[i] + dy * 0.5f - at_y) < height + half_dy)
               & (absolute (base) < (half_dx * height + half_dy * width) * 2) & (self->a[i] != index) & (self->b[i] != index);
    }

  return count_held (count);
}

/* How many pairs of ties have a sharp angle: two of @v, each pair seen from its first, and the tie to @u with others of
 * @u. */
static guint
count_sharp (const CoalitionTangle *self, guint v, double x, double y, guint at)
{
  guint edge = self->incident[at], u = self->edges[edge][0] == v ? self->edges[edge][1] : self->edges[edge][0], count = 0;
  double dx = self->x[u] - x, dy = self->y[u] - y;

  for (guint i = at + 1; i < self->first[v + 1]; i++)
    {
      const guint *ends = self->edges[self->incident[i]];
      guint w = ends[0] == v ? ends[1] : ends[0];

      count += angle_is_sharp (dx, dy, self->x[w] - x, self->y[w] - y);
    }
  for (guint i = self->first[u]; i < self->first[u + 1]; i++)
    {
      const guint *ends = self->edges[self->incident[i]];
      guint w = ends[0] == u ? ends[1] : ends[0];

      count += w != v && angle_is_sharp (-dx, -dy, self->x[w] - self->x[u], self->y[w] - self->y[u]);
    }

  return count;
}

/* The cost of one of the ties of @v, which would be at x, y. */
static double
cost_of_edge (const CoalitionTangle *self, guint at, guint v, double x, double y)
{
  const guint *ends = self->edges[self->incident[at]];
  guint u = ends[0] == v ? ends[1] : ends[0];
  double dx = self->x[u] - x, dy = self->y[u] - y;
  double cost = COST_LENGTH * sqrt (dx * dx + dy * dy) / COALITION_TIE_LENGTH;

  if (self->framed)
    {
      const CoalitionBox *one = &self->room[v], *other = &self->room[u];
      double across = MAX (dx + other->left - one->right, one->left - dx - other->right);
      double down = MAX (dy + other->top - one->bottom, one->top - dy - other->bottom);

      cost += COST_HIDDEN * MAX (LEAST_TIE - MAX (across, down), 0) / LEAST_TIE;
    }
  cost += self->sharp * count_sharp (self, v, x, y, at);
  cost += count_crossings (self, v, x, y, u);
  cost += self->through * count_through (self, v, x, y, u);

  return cost;
}

/**
 * coalition_tangle_cost_of:
 * @self: parties being untangled
 * @party: index of one
 * @x: where it would be
 * @y: likewise
 * @limit: above which the exact cost does not matter
 *
 * What having a party somewhere costs, in crossings: ties that cross, that run through the boxes of strangers, that are
 * long, hidden, or hard to tell apart, and what coalition_tangle_cost_of_room() counts.
 *
 * Returns: the cost, or something above @limit
 */
double
coalition_tangle_cost_of (const CoalitionTangle *self, guint party, double x, double y, double limit)
{
  double cost = coalition_tangle_cost_of_room (self, party, x, y);

  if (cost > limit)
    return cost;
  cost += self->through * count_runners (self, party, x, y);
  for (guint i = self->first[party]; i < self->first[party + 1] && cost <= limit; i++)
    cost += cost_of_edge (self, i, party, x, y);

  return cost;
}

/**
 * coalition_tangle_count_crossings:
 * @self: parties being untangled
 *
 * Counts the pairs of ties that cross.
 *
 * Returns: the number
 */
guint
coalition_tangle_count_crossings (const CoalitionTangle *self)
{
  guint count = 0;

  for (guint i = 0; i < self->n_edges; i++)
    count += count_crossings (self, self->edges[i][0], self->x[self->edges[i][0]], self->y[self->edges[i][0]], self->edges[i][1]);

  return count / 2;
}
