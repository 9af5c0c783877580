/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-report-request.h"

#include "coalition-map-report.h"
#include "coalition-summary.h"

#include <glib/gi18n-lib.h>

/**
 * coalition_report_request_new:
 * @kind: what is wanted
 * @view: (nullable): id of the view for the map, or %NULL for the one that the campaign shows
 * @options: (nullable): at which date, and for whom
 *
 * Makes a request, which has copies of all that it is given.
 *
 * Returns: (transfer full): the request
 */
CoalitionReportRequest *
coalition_report_request_new (CoalitionReportKind            kind,
                              const char                    *view,
                              const CoalitionMapViewOptions *options)
{
  CoalitionReportRequest *self = g_new0 (CoalitionReportRequest, 1);

  self->kind = kind;
  self->view = g_strdup (view);
  if (options != NULL)
    {
      self->options.as_of = g_strdup (options->as_of);
      self->options.compare_to = g_strdup (options->compare_to);
      self->options.partner_copy = options->partner_copy;
    }

  return self;
}

/**
 * coalition_report_request_copy:
 * @self: a request
 *
 * Returns: (transfer full): a copy
 */
CoalitionReportRequest *
coalition_report_request_copy (const CoalitionReportRequest *self)
{
  return coalition_report_request_new (self->kind, self->view, &self->options);
}

/**
 * coalition_report_request_free:
 * @self: (transfer full): a request
 *
 * Frees @self.
 */
void
coalition_report_request_free (CoalitionReportRequest *self)
{
  g_free (self->view);
  g_free ((char *) self->options.as_of);
  g_free ((char *) self->options.compare_to);
  g_free (self);
}

/**
 * coalition_report_make:
 * @campaign: a campaign, or a snapshot of one to work on in another thread
 * @request: what is wanted
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Makes the pages that somebody asks for.
 *
 * Returns: (transfer full) (nullable): the report, or %NULL with @error set
 */
CoalitionReport *
coalition_report_make (CoalitionCampaign             *campaign,
                       const CoalitionReportRequest  *request,
                       GCancellable                  *cancellable,
                       GError                       **error)
{
  CoalitionRecord *view = NULL;
  g_autoptr (GPtrArray) views = NULL;

  if (request->view != NULL)
    {
      view = coalition_campaign_get_record (campaign, &coalition_kind_view, request->view);
      if (view == NULL)
        {
          g_set_error (error, COALITION_REPORT_ERROR, COALITION_REPORT_ERROR_VIEW, _("The view is not there any more"));
          return NULL;
        }
    }
  if (request->kind == COALITION_REPORT_SUMMARY)
    return coalition_summary_new (campaign, view, &request->options, cancellable, error);
  if (request->kind == COALITION_REPORT_MAP)
    {
      views = g_ptr_array_new ();
      g_ptr_array_add (views, view != NULL ? view : coalition_campaign_get_view (campaign));
    }

  return coalition_map_report_new (campaign, views, &request->options, cancellable, error);
}
