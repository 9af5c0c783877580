/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

G_BEGIN_DECLS

/**
 * CoalitionPartySort:
 * @COALITION_PARTY_SORT_NAME: by name
 * @COALITION_PARTY_SORT_KIND: by kind, then by name
 * @COALITION_PARTY_SORT_TIES: those with most ties first
 * @COALITION_PARTY_SORT_RECENT: those changed last since the campaign was opened first
 *
 * The order of the list of parties.
 */
typedef enum {
  COALITION_PARTY_SORT_NAME,
  COALITION_PARTY_SORT_KIND,
  COALITION_PARTY_SORT_TIES,
  COALITION_PARTY_SORT_RECENT,
} CoalitionPartySort;

#define COALITION_TYPE_PARTY_MODEL (coalition_party_model_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionPartyModel, coalition_party_model, COALITION, PARTY_MODEL, GObject)

CoalitionPartyModel *coalition_party_model_new         (CoalitionCampaign *campaign);
guint                coalition_party_model_get_shown   (CoalitionPartyModel *self);
guint                coalition_party_model_get_total   (CoalitionPartyModel *self);
void                 coalition_party_model_set_query   (CoalitionPartyModel *self, const char *query);
void                 coalition_party_model_set_sort    (CoalitionPartyModel *self, CoalitionPartySort sort);
void                 coalition_party_model_set_grouped (CoalitionPartyModel *self, gboolean grouped);
void                 coalition_party_model_fold        (CoalitionPartyModel *self, CoalitionLevel level, gboolean folded);

G_END_DECLS
