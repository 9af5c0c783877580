/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-print-job.h"

#include "coalition-summary.h"

/**
 * CoalitionPrintJob:
 *
 * Prints the partnership summary. The report brings its own margins, so it is given the whole sheet, whichever the
 * person chooses in the dialog.
 */
struct _CoalitionPrintJob
{
  GtkPrintOperation parent_instance;

  CoalitionReport *report;
};

G_DEFINE_FINAL_TYPE (CoalitionPrintJob, coalition_print_job, GTK_TYPE_PRINT_OPERATION)

static void
coalition_print_job_begin_print (GtkPrintOperation *operation, GtkPrintContext *context)
{
  CoalitionPrintJob *self = COALITION_PRINT_JOB (operation);
  guint n_pages = coalition_report_paginate (self->report, gtk_print_context_get_width (context),
                                             gtk_print_context_get_height (context));

  gtk_print_operation_set_n_pages (operation, n_pages);
}

static void
coalition_print_job_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page)
{
  coalition_report_draw_page (COALITION_PRINT_JOB (operation)->report, gtk_print_context_get_cairo_context (context), page);
}

static void
coalition_print_job_finalize (GObject *object)
{
  g_clear_object (&COALITION_PRINT_JOB (object)->report);

  G_OBJECT_CLASS (coalition_print_job_parent_class)->finalize (object);
}

static void
coalition_print_job_class_init (CoalitionPrintJobClass *klass)
{
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = coalition_print_job_finalize;
  operation_class->begin_print = coalition_print_job_begin_print;
  operation_class->draw_page = coalition_print_job_draw_page;
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
 * @paper: "A4" or "Letter", until the person chooses another
 * @partner_copy: whether to leave out what is private
 *
 * Makes a print operation; run it.
 *
 * Returns: (transfer full): the operation
 */
CoalitionPrintJob *
coalition_print_job_new (CoalitionCampaign *campaign, const char *paper, gboolean partner_copy)
{
  CoalitionPrintJob *self = g_object_new (COALITION_TYPE_PRINT_JOB, NULL);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (g_str_equal (paper, "Letter") ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4);

  self->report = coalition_summary_new (campaign, partner_copy);
  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_paper_size_free (size);
  gtk_print_operation_set_default_page_setup (GTK_PRINT_OPERATION (self), setup);
  gtk_print_operation_set_job_name (GTK_PRINT_OPERATION (self), coalition_report_get_title (self->report));

  return self;
}
