/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-walk.h"

#include <math.h>

/* Room kept between a party that is put somewhere and those that are there, in map units. */
#define GAP 10.0

/**
 * coalition_walk_nearest:
 * @places: (array length=n_places): where the parties are
 * @n_places: how many
 * @from: the party to start from
 * @direction: where to
 *
 * Finds the party that an arrow key leads to: the nearest within 45 degrees of the direction, counting what lies aside
 * double; if there is none, the nearest of the half plane in that direction, so that every party can be reached.
 *
 * Returns: its index, or -1 if nothing lies there
 */
int
coalition_walk_nearest (const CoalitionPlace *places,
                        guint                 n_places,
                        guint                 from,
                        CoalitionDirection    direction)
{
  int best = -1, best_aside = -1;
  double best_cost = INFINITY, best_aside_cost = INFINITY;

  for (guint i = 0; i < n_places; i++)
    {
      double dx = places[i].x - places[from].x, dy = places[i].y - places[from].y;
      double along = 0, aside = 0, cost;

      switch (direction)
        {
        case COALITION_LEFT: along = -dx; aside = fabs (dy); break;
        case COALITION_RIGHT: along = dx; aside = fabs (dy); break;
        case COALITION_UP: along = -dy; aside = fabs (dx); break;
        case COALITION_DOWN: along = dy; aside = fabs (dx); break;
        default: g_assert_not_reached ();
        }
      if (i == from || along <= 0)
        continue;
      cost = along + 2 * aside;
      if (aside <= along && cost < best_cost)
        {
          best_cost = cost;
          best = (int) i;
        }
      if (cost < best_aside_cost)
        {
          best_aside_cost = cost;
          best_aside = (int) i;
        }
    }
  return best >= 0 ? best : best_aside;
}

/**
 * coalition_walk_closest:
 * @places: (array length=n_places): where the parties are
 * @n_places: how many
 * @x: map units
 * @y: map units
 *
 * Finds the party closest to a place, from which a walk begins.
 *
 * Returns: its index, or -1 if there is none
 */
int
coalition_walk_closest (const CoalitionPlace *places,
                        guint                 n_places,
                        double                x,
                        double                y)
{
  int best = -1;
  double best_distance = INFINITY;

  for (guint i = 0; i < n_places; i++)
    {
      double distance = hypot (places[i].x - x, places[i].y - y);

      if (distance < best_distance)
        {
          best_distance = distance;
          best = (int) i;
        }
    }
  return best;
}

static gboolean
is_free (const CoalitionBox   *boxes,
         const CoalitionPlace *places,
         const gboolean       *placed,
         guint                 n_places,
         const CoalitionBox   *box,
         double                x,
         double                y)
{
  for (guint i = 0; i < n_places; i++)
    if ((placed == NULL || placed[i])
        && places[i].x + boxes[i].left - GAP < x + box->right && x + box->left < places[i].x + boxes[i].right + GAP
        && places[i].y + boxes[i].top - GAP < y + box->bottom && y + box->top < places[i].y + boxes[i].bottom + GAP)
      return FALSE;
  return TRUE;
}

/**
 * coalition_walk_find_free:
 * @boxes: (array length=n_places): room of each party, relative to its place
 * @places: (array length=n_places): where they are
 * @placed: (array length=n_places) (nullable): which of them count; %NULL for all
 * @n_places: how many
 * @box: room of what is to be put somewhere
 * @x: where it would best be
 * @y: where it would best be
 *
 * Searches outward from a place, ring by ring, for ground that nobody takes.
 *
 * Returns: the nearest free place found
 */
CoalitionPlace
coalition_walk_find_free (const CoalitionBox   *boxes,
                          const CoalitionPlace *places,
                          const gboolean       *placed,
                          guint                 n_places,
                          const CoalitionBox   *box,
                          double                x,
                          double                y)
{
  double step = 24;

  for (guint ring = 0; ring < 400; ring++)
    {
      guint n_tries = ring == 0 ? 1 : 8 * ring;

      for (guint i = 0; i < n_tries; i++)
        {
          double angle = 2 * G_PI * i / n_tries;
          double try_x = x + ring * step * cos (angle), try_y = y + ring * step * sin (angle);

          if (is_free (boxes, places, placed, n_places, box, try_x, try_y))
            return (CoalitionPlace) { try_x, try_y };
        }
      /* Far out the rings may widen: a crowded map must not make this slow. */
      if (ring > 20)
        step *= 1.05;
    }
  return (CoalitionPlace) { x, y };
}
