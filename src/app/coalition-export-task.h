/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-report-request.h"
#include "coalition-session.h"

G_BEGIN_DECLS

void   coalition_export_task_async  (CoalitionSession *session, const char *format, GFile *file,
                                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
void   coalition_export_report_async (CoalitionSession *session, const CoalitionReportRequest *request, const char *paper,
                                     GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GFile *coalition_export_task_finish (GAsyncResult *result, GError **error);

G_END_DECLS
