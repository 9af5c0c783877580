/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-network.h"

G_BEGIN_DECLS

/* From this much trust, of 5, people will follow somebody's word to a stranger. */
#define COALITION_FINDINGS_TRUSTED 3

/**
 * CoalitionReach:
 * @COALITION_REACH_NOT: neither of the others
 * @COALITION_REACH_THROUGH: an active tie to somebody trusted who has one to them, and who is no gatekeeper
 * @COALITION_REACH_DIRECT: an active tie between us
 *
 * How we reach a party.
 */
typedef enum {
  COALITION_REACH_NOT,
  COALITION_REACH_THROUGH,
  COALITION_REACH_DIRECT,
} CoalitionReach;

/**
 * CoalitionFindings:
 * @us: index of ourselves, or -1
 * @n_others: parties but ourselves
 * @n_active: active ties, opposition left aside
 * @n_beyond: of these, those that do not touch us
 * @n_connected: parties that still have an active tie to another when we are taken out
 * @n_affected: affected parties but ourselves
 * @n_reached: affected parties by how we reach them
 * @ties: active ties of each party, opposition left aside
 * @reach: how we reach each party
 * @via: through whom, where that is so: the most trusted, and of these the busiest
 * @order: parties by how many ties they hold, most first
 *
 * What the first page says in words, counted from a network. Nothing is estimated.
 */
typedef struct {
  int us;
  guint n_others;
  guint n_active;
  guint n_beyond;
  guint n_connected;
  guint n_affected;
  guint n_reached[3];
  guint *ties;
  CoalitionReach *reach;
  int *via;
  guint *order;
} CoalitionFindings;

CoalitionFindings *coalition_findings_new  (CoalitionNetwork *network, const int *trust);
void               coalition_findings_free (CoalitionFindings *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoalitionFindings, coalition_findings_free)

G_END_DECLS
