/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-map-fit-private.h"

/* A map with a picture in the background, such as the neighborhood, on paper: the picture is scaled as it is, and everybody
 * stays where they live, or as near as there is room for the names. */

/*
 * coalition_map_fit_has_ground:
 *
 * Whether places mean something because of what lies under them.
 */
gboolean
coalition_map_fit_has_ground (CoalitionMap *self)
{
  for (guint i = 0; i < self->n_pictures; i++)
    if (self->pictures[i].background && coalition_map_picture_is_shown (self, i))
      return TRUE;

  return FALSE;
}

static CoalitionBox
find_ground (CoalitionMap *self)
{
  CoalitionBox ground = { 0, 0, 0, 0 };
  gboolean any = FALSE;

  for (guint i = 0; i < self->n_pictures; i++)
    if (self->pictures[i].background && coalition_map_picture_is_shown (self, i))
      coalition_map_box_join (&ground, &self->picture_items[i].box, &any);
  for (guint i = 0; i < self->n_parties; i++)
    {
      const CoalitionMapFigure *figure = &self->figures[i];
      CoalitionBox middle = { figure->x, figure->y, figure->x, figure->y };

      if (!coalition_map_party_is_absent (self, i))
        coalition_map_box_join (&ground, &middle, &any);
    }

  return ground;
}

/*
 * coalition_map_fit_ground:
 *
 * Fits a map that has a ground.
 *
 * Returns: %FALSE if there is no room for all names
 */
gboolean
coalition_map_fit_ground (CoalitionMap *self,
                          double        width,
                          double        height)
{
  static const double slacks[] = { 10, 20, 35, 55 }; /* in points */
  g_autofree CoalitionPlace *places = g_new (CoalitionPlace, MAX (self->n_parties, 1));
  CoalitionBox ground = find_ground (self);
  double across = MAX (ground.right - ground.left, 1), down = MAX (ground.bottom - ground.top, 1);
  double scale = MIN (MIN ((width - 2 * COALITION_MAP_FRAME) / across, (height - 2 * COALITION_MAP_FRAME) / down), 1.1);
  double left = (width - across * scale) / 2, top = (height - down * scale) / 2;
  gboolean clear = FALSE;

  for (guint i = 0; i < self->n_pictures; i++)
    {
      CoalitionBox *box = &self->picture_items[i].box;

      if (self->pictures[i].background)
        *box = (CoalitionBox) { left + (box->left - ground.left) * scale, top + (box->top - ground.top) * scale,
                                left + (box->right - ground.left) * scale, top + (box->bottom - ground.top) * scale };
    }
  for (guint i = 0; i < self->n_parties; i++)
    places[i] = (CoalitionPlace) { left + (self->figures[i].x - ground.left) * scale,
                                   top + (self->figures[i].y - ground.top) * scale };
  self->limits = g_new (CoalitionBox, MAX (self->n_parties, 1));
  for (guint try = 0; try < G_N_ELEMENTS (slacks) && !clear; try++)
    {
      for (guint i = 0; i < self->n_parties; i++)
        {
          const CoalitionBox *box = &self->boxes[i];
          double slack = slacks[try];

          self->figures[i].x = places[i].x;
          self->figures[i].y = places[i].y;
          self->limits[i] = (CoalitionBox) { places[i].x + box->left - slack, places[i].y + box->top - slack,
                                             places[i].x + box->right + slack, places[i].y + box->bottom + slack };
        }
      clear = coalition_map_fit_untangle (self, width, height, FALSE);
    }
  g_clear_pointer (&self->limits, g_free);

  return clear;
}
