/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-layout.h"

G_BEGIN_DECLS

/**
 * CoalitionRoute:
 * @n_points: 1 + 3 n for n pieces, or 0 if the tie is best drawn straight
 * @points: control points of cubic Bézier pieces, from the middle of the one party to the middle of the other: start,
 *   then two control points and an end for each piece
 *
 * The way of a tie around the boxes of parties that are not its own.
 */
typedef struct {
  guint n_points;
  CoalitionPlace *points;
} CoalitionRoute;

/* Routes for all ties, in the order of the network, computed by Graphviz with every party where it is (neato -n2 with
 * splines). Of several ties of a pair each has its own. */
GPtrArray *coalition_routes_compute        (CoalitionNetwork *network, const CoalitionBox *boxes, const CoalitionPlace *places,
                                            GCancellable *cancellable, GError **error);
void       coalition_routes_compute_async  (CoalitionNetwork *network, const CoalitionBox *boxes, const CoalitionPlace *places,
                                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GPtrArray *coalition_routes_compute_finish (GAsyncResult *result, GError **error);
void       coalition_route_free            (CoalitionRoute *self);

G_END_DECLS
