/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-print-job.h"

#include "coalition-report-task.h"

/* How long GTK waits before it asks again whether the pages are ready, in microseconds: no time that is felt. */
#define PATIENCE 5000

/**
 * CoalitionPrintJob:
 *
 * Prints a report. It brings its own margins, so it is given the whole sheet, whichever the
 * person chooses in the dialog. Its pages are made in a thread while GTK shows the progress and a way to cancel.
 */
struct _CoalitionPrintJob
{
  GtkPrintOperation parent_instance;

  CoalitionCampaign *campaign;
  CoalitionReportRequest *request;
  CoalitionReport *report;
  GCancellable *cancellable; /* set while the pages are being made */
  guint n_pages;
  GError *error; /* why there are no pages */
};

G_DEFINE_FINAL_TYPE (CoalitionPrintJob, coalition_print_job, GTK_TYPE_PRINT_OPERATION)

static void
prepared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CoalitionPrintJob) self = data;

  g_clear_object (&self->cancellable);
  self->report = coalition_report_task_finish (result, &self->n_pages, &self->error);
}

static void
coalition_print_job_begin_print (GtkPrintOperation *operation, GtkPrintContext *context)
{
  CoalitionPrintJob *self = COALITION_PRINT_JOB (operation);

  g_clear_error (&self->error);
  g_clear_object (&self->report);
  self->cancellable = g_cancellable_new ();
  coalition_report_task_async (self->campaign, self->request, gtk_print_context_get_width (context),
                               gtk_print_context_get_height (context), self->cancellable, prepared_cb, g_object_ref (self));
}

/* Called over and over, between other events, until it says that it is done. */
static gboolean
coalition_print_job_paginate (GtkPrintOperation *operation, GtkPrintContext *context)
{
  CoalitionPrintJob *self = COALITION_PRINT_JOB (operation);

  if (self->report == NULL && self->error == NULL)
    {
      g_usleep (PATIENCE);
      return FALSE;
    }
  if (self->error != NULL)
    gtk_print_operation_cancel (operation);
  gtk_print_operation_set_n_pages (operation, MAX (self->n_pages, 1));

  return TRUE;
}

static void
coalition_print_job_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page)
{
  CoalitionPrintJob *self = COALITION_PRINT_JOB (operation);

  if (self->report != NULL)
    coalition_report_draw_page (self->report, gtk_print_context_get_cairo_context (context), page);
}

static void
coalition_print_job_end_print (GtkPrintOperation *operation, GtkPrintContext *context)
{
  g_cancellable_cancel (COALITION_PRINT_JOB (operation)->cancellable);
}

static void
coalition_print_job_finalize (GObject *object)
{
  CoalitionPrintJob *self = COALITION_PRINT_JOB (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->report);
  g_clear_object (&self->campaign);
  g_clear_pointer (&self->request, coalition_report_request_free);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (coalition_print_job_parent_class)->finalize (object);
}

static void
coalition_print_job_class_init (CoalitionPrintJobClass *klass)
{
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = coalition_print_job_finalize;
  operation_class->begin_print = coalition_print_job_begin_print;
  operation_class->paginate = coalition_print_job_paginate;
  operation_class->draw_page = coalition_print_job_draw_page;
  operation_class->end_print = coalition_print_job_end_print;
}

static void
coalition_print_job_init (CoalitionPrintJob *self)
{
  gtk_print_operation_set_unit (GTK_PRINT_OPERATION (self), GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (GTK_PRINT_OPERATION (self), TRUE);
  gtk_print_operation_set_embed_page_setup (GTK_PRINT_OPERATION (self), TRUE);
  gtk_print_operation_set_show_progress (GTK_PRINT_OPERATION (self), TRUE);
  gtk_print_operation_set_allow_async (GTK_PRINT_OPERATION (self), TRUE);
}

/**
 * coalition_print_job_new:
 * @campaign: what is printed
 * @title: the name of the job in the printer's queue
 * @paper: "A4" or "Letter", until the person chooses another
 * @request: which pages; copied
 *
 * Makes a print operation; run it.
 *
 * Returns: (transfer full): the operation
 */
CoalitionPrintJob *
coalition_print_job_new (CoalitionCampaign *campaign, const char *title, const char *paper,
                         const CoalitionReportRequest *request)
{
  CoalitionPrintJob *self = g_object_new (COALITION_TYPE_PRINT_JOB, NULL);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (g_str_equal (paper, "Letter") ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4);

  self->campaign = g_object_ref (campaign);
  self->request = coalition_report_request_copy (request);
  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_paper_size_free (size);
  gtk_print_operation_set_default_page_setup (GTK_PRINT_OPERATION (self), setup);
  gtk_print_operation_set_job_name (GTK_PRINT_OPERATION (self), title);

  return self;
}

/**
 * coalition_print_job_get_error:
 * @self: a job
 *
 * Returns: (nullable): why the pages could not be made, beside what GTK reports itself
 */
const GError *
coalition_print_job_get_error (CoalitionPrintJob *self)
{
  g_return_val_if_fail (COALITION_IS_PRINT_JOB (self), NULL);

  return g_error_matches (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? NULL : self->error;
}
