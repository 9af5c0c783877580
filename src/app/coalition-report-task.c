/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-report-task.h"

#include "coalition-summary.h"

/* Writing and breaking the summary of thousands of parties takes seconds: it is done in a thread, from a snapshot. A
 * report has fonts of its own, and the thread lets go of it before the window draws it. */

typedef struct {
  CoalitionCampaign *campaign;
  gboolean partner_copy;
  double width;
  double height;
  guint n_pages;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_object_unref (request->campaign);
  g_free (request);
}

static void
report_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;
  g_autoptr (CoalitionCampaign) snapshot = coalition_campaign_load_snapshot (request->campaign, &error);
  g_autoptr (CoalitionReport) report = NULL;

  if (snapshot == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (g_task_return_error_if_cancelled (task))
    return;
  report = coalition_summary_new (snapshot, request->partner_copy);
  request->n_pages = coalition_report_paginate (report, request->width, request->height);
  g_task_return_pointer (task, g_steal_pointer (&report), g_object_unref);
}

/**
 * coalition_report_task_async:
 * @campaign: what the summary is about
 * @partner_copy: whether to leave out what is private
 * @width: width of the sheet in points
 * @height: its height
 * @cancellable: (nullable): a #GCancellable; the answer to it is immediate
 * @callback: called when it is done
 * @data: for @callback
 *
 * Writes the partnership summary for a sheet, without blocking.
 */
void
coalition_report_task_async (CoalitionCampaign *campaign, gboolean partner_copy, double width, double height,
                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Request *request = g_new0 (Request, 1);

  request->campaign = g_object_ref (campaign);
  request->partner_copy = partner_copy;
  request->width = width;
  request->height = height;
  g_task_set_task_data (task, request, request_free);
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

  *n_pages = report != NULL ? ((Request *) g_task_get_task_data (G_TASK (result)))->n_pages : 0;

  return report;
}
