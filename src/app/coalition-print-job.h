/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-campaign.h"
#include "coalition-report-request.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COALITION_TYPE_PRINT_JOB (coalition_print_job_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionPrintJob, coalition_print_job, COALITION, PRINT_JOB, GtkPrintOperation)

CoalitionPrintJob *coalition_print_job_new       (CoalitionCampaign *campaign, const char *title, const char *paper,
                                                  const CoalitionReportRequest *request);
const GError      *coalition_print_job_get_error (CoalitionPrintJob *self);

G_END_DECLS
