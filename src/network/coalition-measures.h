/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-network.h"

G_BEGIN_DECLS

/**
 * CoalitionMeasures:
 * @n_parties: how many parties, in the order of the network
 * @degree: number of different parties that each is tied to
 * @betweenness: share of the shortest paths between all other parties that lead through each, 0 to 1 (Freeman 1977);
 *   above 2,000 parties only paths of up to 4 ties count, which the map says
 * @community: which community each is in, 0 the largest (Leiden, Traag et al. 2019, of modularity); parties without ties
 *   are in none: -1
 * @n_communities: how many
 * @cutoff: longest path counted in @betweenness, 0 for all
 *
 * Measures of a network, immutable and counted by references. Ties of status ended or gone do not count, opposition does
 * not make a community, and direction is ignored.
 */
typedef struct {
  gatomicrefcount refs;
  guint n_parties;
  guint *degree;
  double *betweenness;
  int *community;
  guint n_communities;
  guint cutoff;
} CoalitionMeasures;

CoalitionMeasures *coalition_measures_compute        (CoalitionNetwork *network, GCancellable *cancellable, GError **error);
void               coalition_measures_compute_async  (CoalitionNetwork *network, GCancellable *cancellable,
                                                      GAsyncReadyCallback callback, gpointer data);
CoalitionMeasures *coalition_measures_compute_finish (GAsyncResult *result, GError **error);
CoalitionMeasures *coalition_measures_ref            (CoalitionMeasures *self);
void               coalition_measures_unref          (CoalitionMeasures *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoalitionMeasures, coalition_measures_unref)

G_END_DECLS
