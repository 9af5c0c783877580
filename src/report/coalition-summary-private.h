/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-campaign.h"
#include "coalition-findings.h"
#include "coalition-flow.h"
#include "coalition-map-page.h"

G_BEGIN_DECLS

/**
 * CoalitionSummaryAgreement:
 * @record: the agreement
 * @number: as on the map and in the lists
 * @parties: ids of its parties, each once
 * @has_ended: by its status or by its end
 * @is_agreed: agreed, active or under review: only then can a review be late
 *
 * An agreement in the order of the summary.
 */
typedef struct {
  CoalitionRecord *record;
  guint number;
  GPtrArray *parties;
  gboolean has_ended;
  gboolean is_agreed;
} CoalitionSummaryAgreement;

/**
 * CoalitionSummary:
 *
 * What the sections of a partnership summary are written from. @trust has people's trust in each party of @network
 * from 0 to 5, -1 where unknown; %NULL in a partner copy, whose network has lost its gatekeeper marks too. @today is the
 * date of which it speaks, which somebody asked for if @is_dated. @network is everybody; @view is what the map shows.
 */
typedef struct {
  CoalitionCampaign *campaign;
  gboolean partner_copy;
  char *today;
  gboolean is_dated;
  CoalitionMapView *view;
  guint n_views;
  CoalitionNetwork *network;
  int *trust;
  CoalitionFindings *findings;
  GPtrArray *agreements;
} CoalitionSummary;

/**
 * CoalitionSummaryMap:
 * @page: (nullable): the map with its legend
 * @n_shown: parties on it but ourselves
 *
 * What the map shows.
 */
typedef struct {
  CoalitionMapPage *page;
  guint n_shown;
} CoalitionSummaryMap;

/**
 * CoalitionSummaryDue:
 * @due: (nullable): its date; owned by the record
 * @days: days until then, negative if it is late
 * @what: what it is
 * @who: who sees to it
 * @agreement: number of its agreement, 0 if it is not about one
 *
 * Something that is to be done.
 */
typedef struct {
  const char *due;
  int days;
  char *what;
  char *who;
  guint agreement;
} CoalitionSummaryDue;

void  coalition_summary_write_short      (CoalitionSummary *self, CoalitionFlow *flow);
CoalitionSummaryMap *coalition_summary_choose_map (CoalitionSummary *self, CoalitionFlow *flow);
void  coalition_summary_map_free         (gpointer map);
void  coalition_summary_write_map        (CoalitionSummary *self, CoalitionFlow *flow, CoalitionSummaryMap *map);
void  coalition_summary_write_parties    (CoalitionSummary *self, CoalitionFlow *flow);
void  coalition_summary_write_glance     (CoalitionSummary *self, CoalitionFlow *flow);
void  coalition_summary_write_agreements (CoalitionSummary *self, CoalitionFlow *flow);
void  coalition_summary_write_forums     (CoalitionSummary *self, CoalitionFlow *flow);
void  coalition_summary_write_issues     (CoalitionSummary *self, CoalitionFlow *flow);
void  coalition_summary_write_due        (CoalitionSummary *self, CoalitionFlow *flow);

GPtrArray *coalition_summary_list_due    (CoalitionSummary *self);
char *coalition_summary_dup_choice       (CoalitionRecord *record, const char *field);
char *coalition_summary_dup_date         (CoalitionRecord *record, const char *field);
char *coalition_summary_dup_title        (CoalitionSummary *self, const CoalitionKind *kind, const char *id);
char *coalition_summary_dup_parties      (CoalitionSummary *self, CoalitionSummaryAgreement *agreement, guint most);
char *coalition_summary_join_names       (const char *const *names);
char *coalition_summary_format_late      (int days_until);

G_END_DECLS
