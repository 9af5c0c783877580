/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-layout.h"

G_BEGIN_DECLS

/**
 * CoalitionDirection:
 *
 * Where an arrow key points.
 */
typedef enum {
  COALITION_LEFT,
  COALITION_RIGHT,
  COALITION_UP,
  COALITION_DOWN,
} CoalitionDirection;

int            coalition_walk_nearest  (const CoalitionPlace *places, guint n_places, guint from, CoalitionDirection direction);
int            coalition_walk_closest  (const CoalitionPlace *places, guint n_places, double x, double y);
CoalitionPlace coalition_walk_find_free (const CoalitionBox *boxes, const CoalitionPlace *places, const gboolean *placed,
                                         guint n_places, const CoalitionBox *box, double x, double y);

G_END_DECLS
