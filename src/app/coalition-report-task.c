/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-report-task.h"

/* Writing and breaking a report on thousands of parties takes seconds: it is done in a thread, from a snapshot. A
 * report has fonts of its own, and the thread lets go of it before the window draws it. */

typedef struct {
  CoalitionCampaign *campaign;
  CoalitionReportRequest *request;
  double width;
  double height;
  guint n_pages;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->campaign);
  coalition_report_request_free (job->request);
  g_free (job);
}

static void
report_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (CoalitionCampaign) snapshot = coalition_campaign_load_snapshot (job->campaign, &error);
  g_autoptr (CoalitionReport) report = NULL;

  if (snapshot != NULL)
    report = coalition_report_make (snapshot, job->request, cancellable, &error);
  if (report == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (g_task_return_error_if_cancelled (task))
    return;
  job->n_pages = coalition_report_paginate (report, job->width, job->height);
  g_task_return_pointer (task, g_steal_pointer (&report), g_object_unref);
}

/**
 * coalition_report_task_async:
 * @campaign: what it is about
 * @request: what is wanted; copied
 * @width: width of the sheet in points
 * @height: its height
 * @cancellable: (nullable): a #GCancellable; the answer to it is immediate
 * @callback: called when it is done
 * @data: for @callback
 *
 * Writes a report for a sheet, without blocking.
 */
void
coalition_report_task_async (CoalitionCampaign *campaign, const CoalitionReportRequest *request, double width,
                             double height, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->campaign = g_object_ref (campaign);
  job->request = coalition_report_request_copy (request);
  job->width = width;
  job->height = height;
  g_task_set_task_data (task, job, job_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, report_thread);
}

/**
 * coalition_report_task_finish:
 * @result: what the callback was given
 * @n_pages: (out): the number of its pages
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): the report, ready to be drawn
 */
CoalitionReport *
coalition_report_task_finish (GAsyncResult *result, guint *n_pages, GError **error)
{
  CoalitionReport *report = g_task_propagate_pointer (G_TASK (result), error);

  *n_pages = report != NULL ? ((Job *) g_task_get_task_data (G_TASK (result)))->n_pages : 0;

  return report;
}
