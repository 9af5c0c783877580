/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-flow.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CoalitionReportError:
 * @COALITION_REPORT_ERROR_PAPER: there is no paper of that name
 * @COALITION_REPORT_ERROR_DRAWING: drawing the pages failed
 * @COALITION_REPORT_ERROR_VIEW: the view of the map is not there
 *
 * Errors of the report layer; files that cannot be written are reported as errors of GIO.
 */
typedef enum {
  COALITION_REPORT_ERROR_PAPER,
  COALITION_REPORT_ERROR_DRAWING,
  COALITION_REPORT_ERROR_VIEW,
} CoalitionReportError;

#define COALITION_REPORT_ERROR (coalition_report_error_quark ())
GQuark coalition_report_error_quark (void);

/**
 * CoalitionReportBuilder:
 * @flow: an empty document
 * @data: the builder's own
 *
 * Writes the document for one width of text. It may be called again for another paper.
 */
typedef void (*CoalitionReportBuilder) (CoalitionFlow *flow, gpointer data);

#define COALITION_TYPE_REPORT (coalition_report_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionReport, coalition_report, COALITION, REPORT, GObject)

CoalitionReport *coalition_report_new        (const char *kind, const char *title, const char *author,
                                              gboolean partner_copy, CoalitionReportBuilder builder, gpointer data,
                                              GDestroyNotify destroy);
const char      *coalition_report_get_title  (CoalitionReport *self);
void             coalition_report_set_plain  (CoalitionReport *self);
guint            coalition_report_paginate   (CoalitionReport *self, double width, double height);
gboolean         coalition_report_is_page_turned (CoalitionReport *self, guint page);
void             coalition_report_draw_page  (CoalitionReport *self, cairo_t *cr, guint page);
void             coalition_report_draw_upright (CoalitionReport *self, cairo_t *cr, guint page);
GBytes          *coalition_report_write_bytes (CoalitionReport *self, const char *paper, GError **error);
gboolean         coalition_report_write_pdf  (CoalitionReport *self, const char *path, const char *paper, GError **error);

G_END_DECLS
