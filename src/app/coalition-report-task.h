/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-campaign.h"
#include "coalition-report-request.h"

G_BEGIN_DECLS

void             coalition_report_task_async  (CoalitionCampaign *campaign, const CoalitionReportRequest *request,
                                               double width, double height,
                                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
CoalitionReport *coalition_report_task_finish (GAsyncResult *result, guint *n_pages, GError **error);

G_END_DECLS
