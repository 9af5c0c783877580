/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-plan.h"
#include "coalition-space.h"

#include <math.h>

/* Pushing apart: what the pairs met by a search want. */
typedef struct {
  CoalitionPlan *plan;
  CoalitionPlace *push;
  guint item;
  CoalitionBox box;
  guint n_pairs;
} Push;

static void
fill_space (const CoalitionPlan *self, CoalitionSpace *space, const guint *members, guint n_members)
{
  coalition_space_clear (space);
  for (guint i = 0; i < n_members; i++)
    {
      CoalitionBox box = coalition_box_at (&self->boxes[members[i]], self->places[members[i]]);

      coalition_space_add (space, members[i], &box);
    }
}

static void
count_pair_cb (guint item, const CoalitionBox *box, gpointer data)
{
  Push *push = data;

  if (item > push->item && !(push->plan->fixed[item] && push->plan->fixed[push->item]))
    push->n_pairs++;
}

/* Each of a pair goes half of the way (all of it if the other may not), along the shorter way out. Boxes are wide, so
 * that is mostly up or down, and the map stays a landscape because rows are pushed apart before columns are. */
static void
push_pair_cb (guint item, const CoalitionBox *box, gpointer data)
{
  Push *push = data;
  gboolean fixed_a = push->plan->fixed[push->item], fixed_b = push->plan->fixed[item];
  double across, down, x = 0, y = 0, share_a, share_b;

  if (item <= push->item || (fixed_a && fixed_b))
    return;

  across = MIN (push->box.right - box->left, box->right - push->box.left);
  down = MIN (push->box.bottom - box->top, box->bottom - push->box.top);
  if (across < down * 1.2 || push->plan->low != NULL)
    x = push->box.left + push->box.right < box->left + box->right ? -across : across;
  else
    y = push->box.top + push->box.bottom < box->top + box->bottom ? -down : down;
  share_a = fixed_a ? 0 : fixed_b ? 1 : 0.5;
  share_b = 1 - share_a;
  push->push[push->item].x += x * share_a;
  push->push[push->item].y += y * share_a;
  push->push[item].x -= x * share_b;
  push->push[item].y -= y * share_b;
  push->n_pairs++;
}

/**
 * coalition_plan_count_overlaps:
 * @self: a plan
 * @members: (array length=n_members): indices of parties
 * @n_members: how many
 * @gap: what must be left free between two
 *
 * Counts the pairs of boxes that overlap or are nearer than @gap, but for pairs that both may not be moved.
 *
 * Returns: the number of pairs
 */
guint
coalition_plan_count_overlaps (const CoalitionPlan *self, const guint *members, guint n_members, double gap)
{
  g_autoptr (CoalitionSpace) space = coalition_space_new (n_members);
  Push push = { (CoalitionPlan *) self };

  fill_space (self, space, members, n_members);
  for (guint i = 0; i < n_members; i++)
    {
      CoalitionBox box = coalition_box_at (&self->boxes[members[i]], self->places[members[i]]);

      push.item = members[i];
      box = (CoalitionBox) { box.left - gap, box.top - gap, box.right + gap, box.bottom + gap };
      coalition_space_foreach (space, &box, count_pair_cb, &push);
    }

  return push.n_pairs;
}

/**
 * coalition_plan_push:
 * @self: a plan
 * @members: (array length=n_members): indices of parties
 * @n_members: how many
 * @iterations: after how many rounds to stop at the latest
 *
 * Pushes overlapping boxes apart, each a little, so that the arrangement keeps its shape. It may leave some overlaps;
 * coalition_plan_settle() does not.
 */
void
coalition_plan_push (CoalitionPlan *self, const guint *members, guint n_members, guint iterations)
{
  g_autofree CoalitionPlace *moves = g_new (CoalitionPlace, MAX (self->n, 1));
  g_autoptr (CoalitionSpace) space = coalition_space_new (n_members);

  for (guint round = 0; round < iterations; round++)
    {
      Push push = { self, moves };

      fill_space (self, space, members, n_members);
      for (guint i = 0; i < n_members; i++)
        moves[members[i]] = (CoalitionPlace) { 0 };
      for (guint i = 0; i < n_members; i++)
        {
          CoalitionBox box = coalition_box_at (&self->boxes[members[i]], self->places[members[i]]);

          push.item = members[i];
          push.box = (CoalitionBox) { box.left - COALITION_GAP, box.top - COALITION_GAP,
                                      box.right + COALITION_GAP, box.bottom + COALITION_GAP };
          coalition_space_foreach (space, &push.box, push_pair_cb, &push);
        }
      if (push.n_pairs == 0)
        return;
      for (guint i = 0; i < n_members; i++)
        {
          CoalitionPlace *place = &self->places[members[i]];

          if (self->fixed[members[i]])
            continue;
          place->x += 0.8 * CLAMP (moves[members[i]].x, -200, 200);
          place->y += 0.8 * CLAMP (moves[members[i]].y, -120, 120);
          if (self->low != NULL)
            place->y = CLAMP (place->y, self->low[members[i]], self->high[members[i]]);
        }
    }
}

/* What a party is sorted by. */
typedef struct {
  double key;
  guint member;
} Ranked;

static int
compare_ranked (const void *a, const void *b)
{
  const Ranked *first = a, *second = b;

  if (first->key != second->key)
    return first->key < second->key ? -1 : 1;

  return first->member < second->member ? -1 : first->member > second->member;
}

/* Large networks have a crowded middle and empty outskirts: shifts coordinates part of the way to where they would
 * be if as many parties were in every column, and in every row. Keeps the order in each direction. */
static void
even_out (CoalitionPlan *self, const guint *members, guint n_members)
{
  g_autofree Ranked *ranked = g_new (Ranked, n_members);
  double area = 0;
  const double share = 0.65;

  for (guint i = 0; i < n_members; i++)
    {
      const CoalitionBox *box = &self->boxes[members[i]];

      area += (box->right - box->left + 2 * COALITION_GAP) * (box->bottom - box->top + 2 * COALITION_GAP);
    }
  for (guint axis = 0; axis < 2; axis++)
    {
      double extent = sqrt (area * 1.5 * (axis == 0 ? COALITION_ASPECT : 1 / COALITION_ASPECT)), span;

      for (guint i = 0; i < n_members; i++)
        ranked[i] = (Ranked) { axis == 0 ? self->places[members[i]].x : self->places[members[i]].y, members[i] };
      qsort (ranked, n_members, sizeof (Ranked), compare_ranked);
      span = MAX (ranked[n_members - 1].key - ranked[0].key, 1);
      for (guint i = 0; i < n_members; i++)
        {
          double even = extent * ((i + 0.5) / n_members - 0.5);
          double own = extent * 1.2 * ((ranked[i].key - ranked[0].key) / span - 0.5);
          double *coordinate = axis == 0 ? &self->places[ranked[i].member].x : &self->places[ranked[i].member].y;

          *coordinate = share * even + (1 - share) * own;
        }
    }
}

/**
 * coalition_plan_spread:
 * @self: a plan
 * @members: (array length=n_members): indices of parties, all of which may be moved
 * @n_members: how many
 *
 * Turns a drawing so that it lies across, stretches it so that ties have their length, and then as far as the boxes
 * need, and no farther.
 */
void
coalition_plan_spread (CoalitionPlan *self, const guint *members, guint n_members)
{
  double x = 0, y = 0, xx = 0, xy = 0, yy = 0, angle, length = 0, scale;
  guint n_edges = 0;

  for (guint i = 0; i < n_members; i++)
    {
      x += self->places[members[i]].x / n_members;
      y += self->places[members[i]].y / n_members;
    }
  for (guint i = 0; i < n_members; i++)
    {
      double dx = self->places[members[i]].x - x, dy = self->places[members[i]].y - y;

      xx += dx * dx;
      xy += dx * dy;
      yy += dy * dy;
      for (guint j = self->first[members[i]]; j < self->first[members[i] + 1]; j++, n_edges++)
        length += hypot (self->places[members[i]].x - self->places[self->neighbors[j]].x,
                         self->places[members[i]].y - self->places[self->neighbors[j]].y);
    }
  angle = 0.5 * atan2 (2 * xy, xx - yy);
  scale = length > 1 ? COALITION_TIE_LENGTH * n_edges / length : 1;
  for (guint i = 0; i < n_members; i++)
    {
      double dx = (self->places[members[i]].x - x) * scale, dy = (self->places[members[i]].y - y) * scale;

      self->places[members[i]].x = 1.3 * (dx * cos (angle) + dy * sin (angle));
      self->places[members[i]].y = dy * cos (angle) - dx * sin (angle);
    }

  if (n_members > COALITION_FEW)
    {
      even_out (self, members, n_members);
      return;
    }
  for (guint i = 0; i < 8 && coalition_plan_count_overlaps (self, members, n_members, 0) > n_members * 0.4; i++)
    for (guint j = 0; j < n_members; j++)
      {
        self->places[members[j]].x *= 1.15;
        self->places[members[j]].y *= 1.15;
      }
}

/**
 * coalition_plan_settle:
 * @self: a plan
 * @included: (nullable): who has been arranged so far; the others, if they may be moved, do not count
 *
 * Ends an arrangement: brings everybody who may be moved to whole units and makes sure that no box overlaps another,
 * by moving those that do to the nearest free place. Parties that may not be moved stay to the last bit; where two of
 * them overlap, they go on doing so.
 */
void
coalition_plan_settle (CoalitionPlan *self, const gboolean *included)
{
  g_autoptr (CoalitionSpace) space = coalition_space_new (self->n);
  g_autoptr (GArray) late = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->n; i++)
    if (self->fixed[i])
      {
        CoalitionBox box = coalition_box_at (&self->boxes[i], self->places[i]);

        coalition_space_add (space, i, &box);
      }
  for (guint i = 0; i < self->n; i++)
    {
      CoalitionBox box;

      if (self->fixed[i] || (included != NULL && !included[i]))
        continue;
      self->places[i] = (CoalitionPlace) { round (self->places[i].x), round (self->places[i].y) };
      box = coalition_box_at (&self->boxes[i], self->places[i]);
      if (coalition_space_is_free (space, &box, COALITION_LEAST_GAP, -1))
        coalition_space_add (space, i, &box);
      else
        g_array_append_val (late, i);
    }
  g_debug ("%u of %u boxes are in the way of others", late->len, self->n);
  for (guint i = 0; i < late->len; i++)
    {
      guint party = g_array_index (late, guint, i);
      CoalitionBox box;

      self->places[party] = coalition_space_find_free (space, &self->boxes[party], self->places[party], COALITION_LEAST_GAP,
                                                       self->low != NULL ? self->low[party] : -INFINITY,
                                                       self->high != NULL ? self->high[party] : INFINITY);
      box = coalition_box_at (&self->boxes[party], self->places[party]);
      coalition_space_add (space, party, &box);
    }
}
