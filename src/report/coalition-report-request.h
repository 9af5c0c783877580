/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-map-view.h"
#include "coalition-report.h"

G_BEGIN_DECLS

/**
 * CoalitionReportKind:
 * @COALITION_REPORT_SUMMARY: the partnership summary
 * @COALITION_REPORT_MAP: the map of one view, on a page of its own
 * @COALITION_REPORT_ALL_MAPS: the maps of all views, each on a page of its own
 *
 * What can be printed.
 */
typedef enum {
  COALITION_REPORT_SUMMARY,
  COALITION_REPORT_MAP,
  COALITION_REPORT_ALL_MAPS,
} CoalitionReportKind;

/**
 * CoalitionReportRequest:
 * @kind: what is wanted
 * @view: (nullable): id of the view for the map, or %NULL for the one that the campaign shows
 * @options: at which date, and for whom
 *
 * Pages that somebody asks for.
 */
typedef struct {
  CoalitionReportKind kind;
  char *view;
  CoalitionMapViewOptions options;
} CoalitionReportRequest;

CoalitionReportRequest *coalition_report_request_new  (CoalitionReportKind kind, const char *view,
                                                       const CoalitionMapViewOptions *options);
CoalitionReportRequest *coalition_report_request_copy (const CoalitionReportRequest *self);
void                    coalition_report_request_free (CoalitionReportRequest *self);
/* From any thread; @campaign is a snapshot where that is not the main one. */
CoalitionReport        *coalition_report_make         (CoalitionCampaign *campaign, const CoalitionReportRequest *request,
                                                       GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoalitionReportRequest, coalition_report_request_free)

G_END_DECLS
