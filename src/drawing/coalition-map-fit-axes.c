/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-map-fit-private.h"

#include <math.h>

/* A power map on paper: its axes fill the frame, and everybody stays in the own cell or as near to it as there is room. */

#define TRAY_PAD 6.0
#define AXES_ROOM 12.0 /* for the names of the ends */
#define AXES_TITLE 16.0
#define STANCES 5
#define INFLUENCES 6

/* The part of the paper in which a party may be: its cell of the axes and @slack cells around it, or the tray. */
static CoalitionBox
limits_of (const CoalitionBox *axes,
           const CoalitionBox *tray,
           const CoalitionBox *old_axes,
           double              x,
           double              y,
           double              slack)
{
  double cell_width = (axes->right - axes->left) / STANCES, cell_height = (axes->bottom - axes->top) / INFLUENCES;
  double column, row;

  if (x > old_axes->right)
    return *tray;
  column = CLAMP (floor ((x - old_axes->left) / MAX (old_axes->right - old_axes->left, 1) * STANCES), 0, STANCES - 1);
  row = CLAMP (floor ((y - old_axes->top) / MAX (old_axes->bottom - old_axes->top, 1) * INFLUENCES), 0, INFLUENCES - 1);

  return (CoalitionBox) { MAX (axes->left + (column - slack) * cell_width, axes->left),
                          MAX (axes->top + (row - slack) * cell_height, axes->top),
                          MIN (axes->left + (column + 1 + slack) * cell_width, axes->right),
                          MIN (axes->top + (row + 1 + slack) * cell_height, axes->bottom) };
}

/*
 * coalition_map_fit_axes:
 *
 * Fits a map whose places are stance and influence.
 *
 * Returns: %FALSE if there is no room for all names
 */
gboolean
coalition_map_fit_axes (CoalitionMap *self,
                        double        width,
                        double        height)
{
  static const double slacks[] = { 0.1, 0.3, 0.5, 0.7, 0.9, 1.2 };
  g_autofree CoalitionPlace *places = g_new (CoalitionPlace, MAX (self->n_parties, 1));
  CoalitionBox old_axes = self->axes, old_tray = self->tray;
  CoalitionBox tray = { width, 0, width, 0 };
  CoalitionBox axes = { COALITION_MAP_FRAME + AXES_ROOM, COALITION_MAP_FRAME + AXES_TITLE, width - COALITION_MAP_FRAME, height - COALITION_MAP_FRAME - AXES_ROOM };
  double tray_width = 0;
  gboolean clear = FALSE;

  for (guint i = 0; i < self->n_parties; i++)
    {
      places[i] = (CoalitionPlace) { self->figures[i].x, self->figures[i].y };
      if (!coalition_map_party_is_absent (self, i) && places[i].x > old_axes.right)
        tray_width = MAX (tray_width, self->boxes[i].right - self->boxes[i].left + 2 * TRAY_PAD);
    }
  if (tray_width > 0)
    {
      tray = (CoalitionBox) { width - COALITION_MAP_FRAME - tray_width, axes.top, width - COALITION_MAP_FRAME, axes.bottom };
      axes.right = tray.left - 2 * TRAY_PAD;
    }
  self->limits = g_new (CoalitionBox, MAX (self->n_parties, 1));
  for (guint try = 0; try < G_N_ELEMENTS (slacks) && !clear; try++)
    {
      for (guint i = 0; i < self->n_parties; i++)
        {
          gboolean judged = places[i].x <= old_axes.right;
          const CoalitionBox *from = judged ? &old_axes : &old_tray, *to = judged ? &axes : &tray;

          self->limits[i] = limits_of (&axes, &tray, &old_axes, places[i].x, places[i].y, slacks[try]);
          self->figures[i].x = coalition_map_fit_stretched (places[i].x, from->left, from->right, to->left, to->right);
          self->figures[i].y = coalition_map_fit_stretched (places[i].y, from->top, from->bottom, to->top, to->bottom);
        }
      clear = coalition_map_fit_untangle (self, width, height, FALSE);
    }
  g_clear_pointer (&self->limits, g_free);
  self->axes = axes;
  self->tray = tray;

  return clear;
}
