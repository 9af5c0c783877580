/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-campaign.h"

G_BEGIN_DECLS

/**
 * CoalitionLevel:
 *
 * The worksheet's three levels (S4). A party whose level is not known counts as an organization.
 */
typedef enum {
  COALITION_LEVEL_AFFECTED,
  COALITION_LEVEL_CONNECTOR,
  COALITION_LEVEL_ORGANIZATION,
} CoalitionLevel;

/**
 * CoalitionTieFamily:
 *
 * The five families of tie kinds that the map tells apart by end mark and color; own kinds count as the first.
 */
typedef enum {
  COALITION_TIE_KNOWS,
  COALITION_TIE_WORKS,
  COALITION_TIE_BELONGS,
  COALITION_TIE_POWER,
  COALITION_TIE_OPPOSES,
} CoalitionTieFamily;

/**
 * CoalitionTieStatus:
 *
 * Life of a tie; one whose status is not known counts as active.
 */
typedef enum {
  COALITION_TIE_ACTIVE,
  COALITION_TIE_PROSPECTIVE,
  COALITION_TIE_DORMANT,
  COALITION_TIE_ENDED,
} CoalitionTieStatus;

/**
 * CoalitionPartyMarks:
 * @COALITION_MARK_US: our own organization
 * @COALITION_MARK_DECIDES: has authority over an issue
 * @COALITION_MARK_GATEKEEPER: judged to stand in the way, or to speak "for" people
 * @COALITION_MARK_REVIEW_LATE: an agreement of theirs is overdue for review
 * @COALITION_MARK_OPEN_DIFFERENCE: an agreement of theirs has a difference that was not talked through
 */
typedef enum {
  COALITION_MARK_US = 1 << 0,
  COALITION_MARK_DECIDES = 1 << 1,
  COALITION_MARK_GATEKEEPER = 1 << 2,
  COALITION_MARK_REVIEW_LATE = 1 << 3,
  COALITION_MARK_OPEN_DIFFERENCE = 1 << 4,
} CoalitionPartyMarks;

/**
 * CoalitionNetworkParty:
 *
 * A party as the map and the measures see it. Positions are in map units (points at zoom 1), x to the right, y down,
 * of the middle of the shape; they mean nothing unless @placed.
 */
typedef struct {
  const char *id;
  const char *name;
  const char *kind;
  CoalitionLevel level;
  CoalitionPartyMarks marks;
  double x;
  double y;
  gboolean placed;
  gboolean pinned;
} CoalitionNetworkParty;

/**
 * CoalitionNetworkTie:
 *
 * A tie; @from and @to are indices of parties. @strength is 1 to 4 (2 where unknown). @agreements counts the
 * agreements between its two ends that have not ended; @rank and @siblings tell which of how many ties of this pair
 * (in either direction) it is.
 */
typedef struct {
  const char *id;
  const char *kind;
  guint from;
  guint to;
  CoalitionTieFamily family;
  CoalitionTieStatus status;
  int strength;
  gboolean mutual;
  guint agreements;
  guint rank;
  guint siblings;
} CoalitionNetworkTie;

/**
 * CoalitionNetwork:
 *
 * A compact immutable snapshot of the parties, ties and positions (of the campaign's view) of a campaign. It owns its
 * texts and may be used from any thread.
 */
typedef struct _CoalitionNetwork CoalitionNetwork;

#define COALITION_TYPE_NETWORK (coalition_network_get_type ())
GType                        coalition_network_get_type     (void);
CoalitionNetwork            *coalition_network_new          (CoalitionCampaign *campaign);
CoalitionNetwork            *coalition_network_new_from     (const CoalitionNetworkParty *parties, guint n_parties,
                                                             const CoalitionNetworkTie *ties, guint n_ties);
CoalitionNetwork            *coalition_network_ref          (CoalitionNetwork *self);
void                         coalition_network_unref        (CoalitionNetwork *self);
const CoalitionNetworkParty *coalition_network_get_parties  (CoalitionNetwork *self, guint *n_parties);
const CoalitionNetworkTie   *coalition_network_get_ties     (CoalitionNetwork *self, guint *n_ties);
int                          coalition_network_find_party   (CoalitionNetwork *self, const char *id);
int                          coalition_network_find_tie     (CoalitionNetwork *self, const char *id);
const guint                 *coalition_network_get_ties_of  (CoalitionNetwork *self, guint party, guint *n_ties);

CoalitionTieFamily           coalition_tie_family_for_kind  (const char *kind);
gboolean                     coalition_tie_kind_is_mutual   (const char *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoalitionNetwork, coalition_network_unref)

G_END_DECLS
