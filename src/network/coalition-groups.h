/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-network.h"

G_BEGIN_DECLS

/**
 * CoalitionGroup:
 * @id: id of the forum, or "BY:KEY": "kind:union", "constituency:ID", "tag:ID", "level:affected", "own:FIELD:VALUE",
 *   "chosen:PARTY-ID,PARTY-ID,…" for parties that a person put together
 * @name: what people read
 * @members: indices of its parties in the network that it was made for
 *
 * Parties that can be collapsed into one on the map.
 */
typedef struct {
  char *id;
  char *name;
  GArray *members;
} CoalitionGroup;

void              coalition_group_free        (CoalitionGroup *self);

/* The groups of which a view says that they are collapsed (its field "collapsed": a JSON array of ids, written by
 * coalition_groups_to_text()). Groups that are gone or have fewer than two parties left are skipped; a party in several
 * groups belongs to the first. */
GPtrArray        *coalition_groups_parse      (const char *text, CoalitionCampaign *campaign, CoalitionNetwork *network);
char             *coalition_groups_to_text    (const char *const *ids);
GStrv             coalition_groups_list_ids   (const char *text);

/* All groups by which a map may be collapsed now: forums, kinds, constituencies, tags, levels. */
GPtrArray        *coalition_groups_list       (CoalitionCampaign *campaign, CoalitionNetwork *network);

/* A network in which each group is one party, in the middle of its members; ties within it are left out, ties to the
 * same neighbor of the same family and status are joined. Forums, notes, pictures stay; members are replaced. */
CoalitionNetwork *coalition_network_collapse  (CoalitionNetwork *self, GPtrArray *groups);
/* Ids of the parties behind one party of a collapsed network; (array zero-terminated). */
const char *const *coalition_network_get_member_ids (CoalitionNetwork *self, guint party);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoalitionGroup, coalition_group_free)

G_END_DECLS
