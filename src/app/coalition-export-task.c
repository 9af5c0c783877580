/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-export-task.h"

#include "coalition-export.h"
#include "coalition-map-view.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define PNG_SCALE 2.0

/* Files that leave the window. All are made in a thread from a snapshot, so that a person can go on working; a file is
 * complete before it replaces what was there. */

typedef struct {
  GTask *task; /* while its thread runs */
  CoalitionCampaign *campaign;
  CoalitionReportRequest *request; /* its options are those of the map; its kind matters for a report alone */
  gboolean is_map;
  char *format; /* of a report, the paper */
  GFile *file;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_object_unref (export->campaign);
  coalition_report_request_free (export->request);
  g_free (export->format);
  g_object_unref (export->file);
  g_free (export);
}

/* From here on it is too late to cancel; what was cancelled before has been told already. */
static gboolean
begin_writing (Export *export, GError **error)
{
  if (g_task_set_return_on_cancel (export->task, FALSE))
    return TRUE;

  return !g_cancellable_set_error_if_cancelled (g_task_get_cancellable (export->task), error);
}

static gboolean
write_bytes (Export *export, GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return begin_writing (export, error)
         && g_file_replace_contents (export->file, data, length, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL, error);
}

/* The painter writes to a path; a person's file may be one that has none. */
static gboolean
write_map (Export *export, CoalitionCampaign *snapshot, GError **error)
{
  gboolean paper = g_str_equal (export->format, "pdf");
  g_autoptr (CoalitionMap) map = coalition_map_new_for_view (snapshot, NULL, &export->request->options,
                                                             paper ? COALITION_MAP_PAPER : COALITION_MAP_LIGHT, NULL,
                                                             g_task_get_cancellable (export->task), error);
  g_autofree char *folder = map != NULL ? g_dir_make_tmp ("coalition-XXXXXX", error) : NULL;
  g_autofree char *path = NULL;
  g_autofree char *data = NULL;
  gsize length;
  gboolean success;

  if (folder == NULL)
    return FALSE;
  path = g_build_filename (folder, "map", NULL);
  if (g_str_equal (export->format, "png"))
    success = coalition_map_write_png_at_most (map, path, PNG_SCALE, error);
  else if (g_str_equal (export->format, "svg"))
    success = coalition_map_write_svg (map, path, error);
  else
    success = coalition_map_write_pdf (map, path, 0, 0, error);
  if (success)
    success = g_file_get_contents (path, &data, &length, error);
  g_unlink (path);
  g_rmdir (folder);
  if (success)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&data), length);

      success = write_bytes (export, bytes, error);
    }

  return success;
}

static gboolean
write_report (Export *export, CoalitionCampaign *snapshot, GError **error)
{
  g_autoptr (CoalitionReport) report = coalition_report_make (snapshot, export->request,
                                                              g_task_get_cancellable (export->task), error);
  g_autoptr (GBytes) bytes = report != NULL ? coalition_report_write_bytes (report, export->format, error) : NULL;

  return bytes != NULL && write_bytes (export, bytes, error);
}

static gboolean
write_file (Export *export, GError **error)
{
  g_autoptr (CoalitionCampaign) snapshot = coalition_campaign_load_snapshot (export->campaign, error);
  g_autofree char *text = NULL;

  if (snapshot == NULL)
    return FALSE;
  if (export->is_map)
    return write_map (export, snapshot, error);

  if (g_str_equal (export->format, "parties.csv"))
    {
      text = coalition_export_to_csv (snapshot, &coalition_kind_party, NULL, COALITION_EXPORT_WHOLE);
    }
  else if (g_str_equal (export->format, "ties.csv"))
    {
      text = coalition_export_to_csv (snapshot, &coalition_kind_tie, NULL, COALITION_EXPORT_WHOLE);
    }
  else if (g_str_equal (export->format, "json"))
    {
      /* With all views in it, a party's own place is the one in the first, whichever is looked at. */
      coalition_campaign_set_view (snapshot, NULL);
      text = coalition_export_to_json (snapshot, NULL, NULL, COALITION_EXPORT_WHOLE);
    }
  else
    {
      return write_report (export, snapshot, error);
    }

  return begin_writing (export, error) && coalition_export_write (export->file, text, error);
}

static void
export_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Export *export = data;
  GError *error = NULL;

  export->task = task;
  if (write_file (export, &error))
    g_task_return_pointer (task, g_object_ref (export->file), g_object_unref);
  else
    g_task_return_error (task, error);
}

/* The last window may be closed meanwhile; the program stays until the file is written. */
static void
completed_cb (GTask *task)
{
  g_application_release (g_application_get_default ());
}

static void
start (CoalitionSession *session, const char *format, gboolean map, CoalitionReportRequest *request, GFile *file,
       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (session, cancellable, callback, data);
  Export *export = g_new0 (Export, 1);

  export->campaign = g_object_ref (coalition_session_get_campaign (session));
  export->is_map = map;
  export->format = g_strdup (format);
  export->request = request;
  export->file = g_object_ref (file);
  g_task_set_task_data (task, export, export_free);
  if (g_application_get_default () != NULL)
    {
      g_application_hold (g_application_get_default ());
      g_signal_connect (task, "notify::completed", G_CALLBACK (completed_cb), NULL);
    }
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, export_thread);
}

/**
 * coalition_export_task_async:
 * @session: what is exported
 * @format: "png", "svg" or "pdf" for the map as it is looked at; "parties.csv", "ties.csv" or "json"
 * @file: where to
 * @cancellable: (nullable): a #GCancellable; the answer to it is immediate, and what was there stays
 * @callback: called when it is done
 * @data: for @callback
 *
 * Writes the map or the records.
 */
void
coalition_export_task_async (CoalitionSession *session, const char *format, GFile *file, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data)
{
  gboolean map = g_str_equal (format, "png") || g_str_equal (format, "svg") || g_str_equal (format, "pdf");
  const CoalitionMapViewOptions options = {
    .as_of = coalition_session_get_as_of (session),
    .compare_to = coalition_session_get_compare_to (session),
  };

  start (session, format, map, coalition_report_request_new (COALITION_REPORT_MAP, NULL, &options), file, cancellable, callback, data);
}

/**
 * coalition_export_report_async:
 * @session: what it is about
 * @request: which pages; copied
 * @paper: "A4" or "Letter"
 * @file: where to
 * @cancellable: (nullable): a #GCancellable; the answer to it is immediate, and what was there stays
 * @callback: called when it is done; ends with coalition_export_task_finish()
 * @data: for @callback
 *
 * Writes pages to print as PDF.
 */
void
coalition_export_report_async (CoalitionSession *session, const CoalitionReportRequest *request, const char *paper, GFile *file,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  start (session, paper, FALSE, coalition_report_request_copy (request), file, cancellable, callback, data);
}

/**
 * coalition_export_task_finish:
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): the file that was written, or %NULL if what was there is still there
 */
GFile *
coalition_export_task_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
