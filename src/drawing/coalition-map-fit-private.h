/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-map-private.h"

G_BEGIN_DECLS

/* What the files that fit a map to paper share. */

#define COALITION_MAP_FRAME 5.0 /* nothing comes nearer to the frame */
#define COALITION_MAP_APART 3.0 /* least room between two boxes, on each */

/**
 * CoalitionMapStretch:
 * @from: where all parties were
 * @to: where they are now
 * @before: where each was
 *
 * What became of the places of parties: what is no party goes along.
 */
typedef struct {
  CoalitionBox from;
  CoalitionBox to;
  const CoalitionPlace *before;
} CoalitionMapStretch;

gboolean     coalition_map_fit_untangle  (CoalitionMap *self, double width, double height, gboolean thorough);
gboolean     coalition_map_fit_rows      (CoalitionMap *self, double width, double height);
guint        coalition_map_fit_count     (CoalitionMap *self);
gboolean     coalition_map_fit_has_ground (CoalitionMap *self);
gboolean     coalition_map_fit_ground    (CoalitionMap *self, double width, double height);
gboolean     coalition_map_fit_axes      (CoalitionMap *self, double width, double height);
void         coalition_map_fit_items     (CoalitionMap *self, const CoalitionMapStretch *stretch, double width, double height);
void         coalition_map_fit_numbers   (CoalitionMap *self);
double       coalition_map_fit_stretched (double value, double from, double to, double new_from, double new_to);
CoalitionBox coalition_map_fit_shifted   (const CoalitionBox *box, double x, double y, double margin);
double       coalition_map_fit_overlap   (const CoalitionBox *one, const CoalitionBox *other);

G_END_DECLS
