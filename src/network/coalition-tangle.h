/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-plan.h"

G_BEGIN_DECLS

/* How near a tie may come to a stranger's box. */
#define COALITION_TIE_GAP 5.0

/* Four numbers that are reckoned with at once. */
typedef float CoalitionFloats __attribute__ ((vector_size (16), may_alias));
typedef gint32 CoalitionInts __attribute__ ((vector_size (16), may_alias));

/**
 * CoalitionTangle:
 * @n: how many parties
 * @n_edges: how many pairs of parties have ties
 * @x: where each party is, from the middle of the drawing
 * @y: likewise
 * @room: the room of each, as in the plan
 * @costs: what each cost where it was when it was last looked at
 * @edges: who has ties with whom
 * @first: (array): where the ties of each party begin in @incident, n + 1 of them
 * @incident: indices of edges
 * @gap: between boxes, wanted
 * @crowded_gap: how near boxes may come before it is crowded
 * @through: what a tie through a stranger's box costs; a crossing costs 1
 * @sharp: what two ties cost that leave a party in nearly the same direction
 * @framed: whether nobody should stand outside of @frame, nor in @corner
 * @frame: of the drawing
 * @corner: part of the frame that is left free
 *
 * Some parties of a plan while they are untangled: by an index of their own, packed so that what a move costs is
 * reckoned fast. The rest is private to coalition-tangle.c.
 */
typedef struct {
  guint n;
  guint n_edges;
  double origin_x;
  double origin_y;
  double *x;
  double *y;
  CoalitionBox *room;
  double *costs;
  guint (*edges)[2];
  guint *first;
  guint *incident;
  double area;
  double gap;
  double crowded_gap;
  double through;
  double sharp;
  gboolean framed;
  CoalitionBox frame;
  CoalitionBox corner;

  /* Middles and halves of the boxes, and of the lines both ends, in blocks of four. */
  guint n_box_blocks;
  CoalitionFloats *middle_x;
  CoalitionFloats *middle_y;
  CoalitionFloats *half_width;
  CoalitionFloats *half_height;
  guint n_line_blocks;
  CoalitionFloats *ax;
  CoalitionFloats *ay;
  CoalitionFloats *bx;
  CoalitionFloats *by;
  CoalitionInts *a;
  CoalitionInts *b;

  /* Forums with members among the parties: the sums of where these are, and how far around their middle they may
   * stand. */
  guint n_forums;
  guint *forum_sizes;
  double *forum_x;
  double *forum_y;
  double *forum_radius;
  guint8 *in_forum; /* n_forums flags for each party */
} CoalitionTangle;

CoalitionTangle *coalition_tangle_new          (const CoalitionPlan *plan, const guint *members, guint n_members);
void             coalition_tangle_free         (CoalitionTangle *self);
void             coalition_tangle_move         (CoalitionTangle *self, guint party, double x, double y);
double           coalition_tangle_cost_of_room (const CoalitionTangle *self, guint party, double x, double y);
double           coalition_tangle_cost_of      (const CoalitionTangle *self, guint party, double x, double y, double limit);
guint            coalition_tangle_count_crossings (const CoalitionTangle *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoalitionTangle, coalition_tangle_free)

G_END_DECLS
