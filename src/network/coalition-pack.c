/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-plan.h"
#include "coalition-space.h"

#include <math.h>

/* What is left free between parts of the network that are not connected. */
#define PART_GAP 34.0
/* Above this many parties, and after this many parts, parts are put in rows by their bounding boxes and not fitted into
 * each other's corners. */
#define MAX_PARTIES 2000
#define MAX_FITTED 100

/* Width by height of the whole. */
static double
get_aspect (const CoalitionPlan *self)
{
  return self->n <= COALITION_FEW ? 1.2 * COALITION_TIGHT_ASPECT : COALITION_ASPECT;
}

/* One connected part. */
typedef struct {
  guint *members;
  guint n_members;
} Part;

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const Part *first = a, *second = b;

  if (first->n_members != second->n_members)
    return first->n_members > second->n_members ? -1 : 1;

  return first->members[0] < second->members[0] ? -1 : 1;
}

/* The boxes of a part, with some room around them, and little boxes along its ties, so that no other part is put
 * across a tie. */
static GArray *
list_tiles (const CoalitionPlan *self, const Part *part)
{
  GArray *tiles = g_array_new (FALSE, FALSE, sizeof (CoalitionBox));

  for (guint i = 0; i < part->n_members; i++)
    {
      guint party = part->members[i];
      CoalitionPlace from = self->places[party];
      CoalitionBox box = coalition_box_at (&self->boxes[party], from);

      g_array_append_val (tiles, box);
      for (guint j = self->first[party]; j < self->first[party + 1]; j++)
        {
          CoalitionPlace to = self->places[self->neighbors[j]];
          guint n_steps = CLAMP (hypot (to.x - from.x, to.y - from.y) / 50, 1, 200);

          for (guint k = 1; self->neighbors[j] > party && k < n_steps; k++)
            {
              double x = from.x + (to.x - from.x) * k / n_steps, y = from.y + (to.y - from.y) * k / n_steps;

              box = (CoalitionBox) { x - 6, y - 6, x + 6, y + 6 };
              g_array_append_val (tiles, box);
            }
        }
    }

  return tiles;
}

static void
add_tiles (CoalitionSpace *space, GArray *tiles)
{
  for (guint i = 0; i < tiles->len; i++)
    coalition_space_add (space, 0, &g_array_index (tiles, CoalitionBox, i));
}

static gboolean
tiles_fit (CoalitionSpace *space, GArray *tiles, double x, double y)
{
  for (guint i = 0; i < tiles->len; i++)
    {
      CoalitionBox box = coalition_box_at (&g_array_index (tiles, CoalitionBox, i), (CoalitionPlace) { x, y });

      if (!coalition_space_is_free (space, &box, PART_GAP, -1))
        return FALSE;
    }

  return TRUE;
}

/* Puts a part where it fits and the whole stays as near as can be to the shape of a screen. */
static void
fit_part (CoalitionPlan *self, CoalitionSpace *space, const Part *part)
{
  g_autoptr (GArray) tiles = list_tiles (self, part);
  CoalitionBox all, bounds;
  double from_x, from_y, best_x = 0, best_y = 0, least = INFINITY, enough = INFINITY;

  coalition_space_get_bounds (space, &all);
  coalition_plan_get_bounds (self, part->members, part->n_members, &bounds);
  from_x = (all.left + all.right - bounds.left - bounds.right) / 2;
  from_y = (all.top + all.bottom - bounds.top - bounds.bottom) / 2;
  /* The nearest place may be on the wrong side: above a drawing that is high already. */
  for (double radius = 0; radius <= enough; radius += MAX (16, radius * 0.03))
    {
      guint n_samples = CLAMP (2 * G_PI * radius / 24, 1, 96);

      for (guint i = 0; i < n_samples; i++)
        {
          double angle = 2 * G_PI * i / n_samples;
          double x = round (from_x + get_aspect (self) * radius * cos (angle)), y = round (from_y + radius * sin (angle));
          double width, height, score;

          if (!tiles_fit (space, tiles, x, y))
            continue;
          width = MAX (all.right, bounds.right + x) - MIN (all.left, bounds.left + x);
          height = MAX (all.bottom, bounds.bottom + y) - MIN (all.top, bounds.top + y);
          score = MAX (width / get_aspect (self), height) + 0.05 * hypot (x - from_x, y - from_y);
          if (score < least)
            {
              least = score;
              best_x = x;
              best_y = y;
            }
        }
      if (least < INFINITY && enough == INFINITY)
        enough = self->n <= COALITION_FEW ? radius * 1.4 : radius;
    }

  coalition_plan_shift (self, part->members, part->n_members, best_x, best_y);
  for (guint i = 0; i < tiles->len; i++)
    {
      CoalitionBox *tile = &g_array_index (tiles, CoalitionBox, i);

      *tile = coalition_box_at (tile, (CoalitionPlace) { best_x, best_y });
    }
  add_tiles (space, tiles);
}

/* Parts one beside the other, in rows below what is there: for so many that fitting would take long. */
static void
put_parts_in_rows (CoalitionPlan *self, CoalitionSpace *space, GArray *parts, guint first)
{
  CoalitionBox all;
  double width, x, y, row = 0, area = 0;

  coalition_space_get_bounds (space, &all);
  for (guint i = first; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      CoalitionBox bounds;

      coalition_plan_get_bounds (self, part->members, part->n_members, &bounds);
      area += (bounds.right - bounds.left + PART_GAP) * (bounds.bottom - bounds.top + PART_GAP);
    }
  width = MAX (all.right - all.left, sqrt (area * get_aspect (self)));
  x = all.left;
  y = all.bottom + PART_GAP;
  for (guint i = first; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      CoalitionBox bounds, box;

      coalition_plan_get_bounds (self, part->members, part->n_members, &bounds);
      if (x > all.left && x + bounds.right - bounds.left > all.left + width)
        {
          x = all.left;
          y += row + PART_GAP;
          row = 0;
        }
      coalition_plan_shift (self, part->members, part->n_members, x - bounds.left, y - bounds.top);
      box = (CoalitionBox) { x, y, x + bounds.right - bounds.left, y + bounds.bottom - bounds.top };
      coalition_space_add (space, 0, &box);
      x = box.right + PART_GAP;
      row = MAX (row, box.bottom - box.top);
    }
}

/* Parties without ties stand in columns below the rest, in the order of the list. */
static void
put_singles_in_rows (CoalitionPlan *self, CoalitionSpace *space, GArray *singles)
{
  CoalitionBox all, most = { 0 };
  double width, across, down;
  guint n_columns;

  if (singles->len == 0)
    return;
  for (guint i = 0; i < singles->len; i++)
    most = coalition_box_unite (&most, &self->boxes[g_array_index (singles, guint, i)]);
  coalition_space_get_bounds (space, &all);
  across = most.right - most.left + COALITION_GAP + 6;
  down = most.bottom - most.top + COALITION_GAP + 6;
  width = (all.right - all.left) * (all.bottom - all.top) + singles->len * across * down;
  width = MAX (all.right - all.left, sqrt (get_aspect (self) * width));
  n_columns = CLAMP ((guint) (width / across), 1, singles->len);
  if (n_columns < singles->len) /* as many in the last row as may be */
    n_columns = (singles->len + (singles->len - 1) / n_columns) / ((singles->len - 1) / n_columns + 1);
  for (guint i = 0; i < singles->len; i++)
    {
      CoalitionPlace *place = &self->places[g_array_index (singles, guint, i)];

      place->x = round ((all.left + all.right) / 2 + (i % n_columns - (n_columns - 1) / 2.0) * across);
      place->y = round (all.bottom + PART_GAP * 1.5 - most.top + i / n_columns * down);
    }
}

static void
collect_parts (CoalitionPlan *self, const gboolean *anchored, GArray *parts, GArray *singles)
{
  g_autofree guint *sizes = g_new0 (guint, MAX (self->n_components, 1));
  g_autofree int *part_of = g_new (int, MAX (self->n_components, 1));

  for (guint i = 0; i < self->n; i++)
    sizes[self->component[i]]++;
  for (guint i = 0; i < self->n_components; i++)
    part_of[i] = -1;
  for (guint i = 0; i < self->n; i++)
    {
      guint component = self->component[i];
      Part *part;

      if (anchored[i])
        continue;
      if (sizes[component] == 1)
        {
          g_array_append_val (singles, i);
          continue;
        }
      if (part_of[component] < 0)
        {
          Part fresh = { g_new (guint, sizes[component]), 0 };

          part_of[component] = parts->len;
          g_array_append_val (parts, fresh);
        }
      part = &g_array_index (parts, Part, part_of[component]);
      part->members[part->n_members++] = i;
    }
  g_array_sort (parts, compare_parts);
}

/**
 * coalition_plan_pack:
 * @self: a plan, each connected part of which has been arranged
 * @anchored: which parties stay where they are
 *
 * Puts the parts of the network that are not connected close to each other: the largest in the middle (or what is
 * anchored), the others around it where they fit best, and parties without any ties in rows below.
 */
void
coalition_plan_pack (CoalitionPlan *self, const gboolean *anchored)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_autoptr (GArray) singles = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (CoalitionSpace) space = coalition_space_new (self->n);
  gboolean any_anchored = FALSE;
  guint first = 0;

  collect_parts (self, anchored, parts, singles);
  for (guint i = 0; i < self->n; i++)
    if (anchored[i])
      {
        Part part = { &i, 1 };
        g_autoptr (GArray) tiles = list_tiles (self, &part);

        add_tiles (space, tiles);
        any_anchored = TRUE;
      }
  if (!any_anchored && parts->len > 0)
    {
      g_autoptr (GArray) tiles = list_tiles (self, &g_array_index (parts, Part, 0));

      add_tiles (space, tiles);
      first = 1;
    }
  for (; first < parts->len && first < MAX_FITTED && self->n <= MAX_PARTIES; first++)
    fit_part (self, space, &g_array_index (parts, Part, first));
  put_parts_in_rows (self, space, parts, first);
  put_singles_in_rows (self, space, singles);

  for (guint i = 0; i < parts->len; i++)
    g_free (g_array_index (parts, Part, i).members);
}
