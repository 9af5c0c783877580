/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-layout.h"

G_BEGIN_DECLS

/* What is left free around every box: wanted, and guaranteed. */
#define COALITION_GAP 18.0
#define COALITION_LEAST_GAP 8.0
/* How long a tie is, from middle to middle, where nothing is in its way. */
#define COALITION_TIE_LENGTH 170.0
/* Width by height of a screen or a sheet. */
#define COALITION_ASPECT 1.5
/* The same for few parties: panels stand beside the map, and leave it nearly square. */
#define COALITION_TIGHT_ASPECT 1.05
/* Up to this many parties there is time to lay out and untangle them several times. */
#define COALITION_FEW 300

/**
 * CoalitionPlan:
 * @n: how many parties
 * @boxes: the room of each
 * @places: where each is, so far
 * @fixed: which may not be moved
 * @low: (nullable): least y allowed to each
 * @high: (nullable): greatest y allowed to each
 * @group: (nullable): parties change places only within their group (levels, rings)
 * @n_edges: how many pairs of parties have ties
 * @edges: those pairs, each once
 * @first: where the neighbors of each party begin in @neighbors, n + 1 of them
 * @neighbors: the neighbors of all parties
 * @component: which connected part each party is in; once coalition_plan_join_forums() was called, those who share a
 *   forum are connected too
 * @n_components: how many parts there are
 * @n_forums: how many forums have members
 * @forum_first: where the members of each forum begin in @forum_members, n_forums + 1 of them
 * @forum_members: the members of all forums
 *
 * An arrangement being worked out.
 */
typedef struct {
  guint n;
  const CoalitionBox *boxes;
  CoalitionPlace *places;
  gboolean *fixed;
  double *low;
  double *high;
  guint *group;
  guint n_edges;
  guint (*edges)[2];
  guint *first;
  guint *neighbors;
  guint *component;
  guint n_components;
  guint n_forums;
  guint *forum_first;
  guint *forum_members;
} CoalitionPlan;

CoalitionPlan *coalition_plan_new        (const CoalitionLayoutRequest *request);
void           coalition_plan_free       (CoalitionPlan *self);
void           coalition_plan_join_forums (CoalitionPlan *self);
guint          coalition_plan_get_degree (const CoalitionPlan *self, guint party);
void           coalition_plan_get_bounds (const CoalitionPlan *self, const guint *members, guint n_members, CoalitionBox *bounds);
void           coalition_plan_shift      (CoalitionPlan *self, const guint *members, guint n_members, double x, double y);

/* coalition-overlap.c */
guint          coalition_plan_count_overlaps (const CoalitionPlan *self, const guint *members, guint n_members, double gap);
void           coalition_plan_spread     (CoalitionPlan *self, const guint *members, guint n_members);
void           coalition_plan_push       (CoalitionPlan *self, const guint *members, guint n_members, guint iterations);
void           coalition_plan_settle     (CoalitionPlan *self, const gboolean *included);

/* coalition-untangle.c */
guint          coalition_plan_find_moves  (const CoalitionPlan *self, const guint *members, guint n_members, guint per_member);
double         coalition_plan_untangle   (CoalitionPlan *self, const guint *members, guint n_members, guint n_moves,
                                          guint seed, GCancellable *cancellable);

guint          coalition_plan_count_crossings (const CoalitionPlan *self, const guint *members, guint n_members);
double         coalition_plan_tighten    (CoalitionPlan *self, const guint *members, guint n_members, guint n_moves,
                                          guint seed, GCancellable *cancellable);

gboolean       coalition_plan_segment_meets_box (CoalitionPlace a, CoalitionPlace b, const CoalitionBox *box);

/* coalition-pack.c */
void           coalition_plan_pack       (CoalitionPlan *self, const gboolean *anchored);

/* coalition-bands.c, coalition-rings.c */
gboolean       coalition_plan_arrange_bands  (CoalitionPlan *self, CoalitionNetwork *network, guint seed,
                                              GCancellable *cancellable, GError **error);
gboolean       coalition_plan_arrange_rings  (CoalitionPlan *self, CoalitionNetwork *network, const char *center,
                                              guint seed, GCancellable *cancellable, GError **error);
gboolean       coalition_plan_arrange_circle (CoalitionPlan *self, guint seed, GCancellable *cancellable, GError **error);

/* coalition-power.c */
void           coalition_plan_arrange_power  (CoalitionPlan *self, const CoalitionLayoutRequest *request);

/* coalition-plan-dot.c */
void           coalition_dot_add_inches  (GString *dot, double points);
void           coalition_dot_add_node    (GString *dot, const CoalitionPlan *self, guint party);
void           coalition_dot_add_edges   (GString *dot, const CoalitionPlan *self, const gboolean *included);
guint          coalition_dot_add_forums  (GString *dot, const CoalitionPlan *self, const gboolean *included);
gboolean       coalition_dot_run         (const CoalitionPlan *self, const char *engine, GString *dot, guint n_expected,
                                          CoalitionPlace *places, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoalitionPlan, coalition_plan_free)

G_END_DECLS
