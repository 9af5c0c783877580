/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-sample-task.h"

#include "coalition-import.h"
#include "coalition-json.h"

#include <glib/gi18n-lib.h>

/* The sample campaign is a folder of spreadsheets, and comes in as any spreadsheets do. */

typedef struct {
  CoalitionDocument *document;
} Sample;

static void
sample_free (gpointer data)
{
  Sample *sample = data;

  g_clear_object (&sample->document);
  g_free (sample);
}

static int
compare_mappings (gconstpointer a, gconstpointer b)
{
  return coalition_import_compare_kinds (coalition_mapping_get_kind (*(CoalitionMapping **) a),
                                         coalition_mapping_get_kind (*(CoalitionMapping **) b));
}

static gboolean
read_file (GFile *file, GPtrArray *mappings, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) tables = coalition_source_read (file, cancellable, error);

  if (tables == NULL)
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    {
      const CoalitionKind *kind = coalition_table_guess_kind (g_ptr_array_index (tables, i));

      if (kind != NULL)
        g_ptr_array_add (mappings, coalition_mapping_guess (g_ptr_array_index (tables, i), kind));
    }

  return TRUE;
}

static gboolean
read_folder (GFile *folder, GPtrArray *mappings, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileEnumerator) files = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE,
                                                                 cancellable, error);
  GFileInfo *info;
  GFile *file;

  if (files == NULL)
    return FALSE;
  while (g_file_enumerator_iterate (files, &info, &file, cancellable, error))
    {
      if (info == NULL)
        {
          g_ptr_array_sort (mappings, compare_mappings);
          return TRUE;
        }
      if (g_str_has_suffix (g_file_info_get_name (info), ".csv") && !read_file (file, mappings, cancellable, error))
        return FALSE;
    }

  return FALSE;
}

/* Plans the import in a thread; the campaign is written by the main thread, which owns the document. */
static void
sample_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Sample *sample = data;
  const char *set = g_getenv ("COALITION_SAMPLE_DIR");
  g_autoptr (GFile) folder = set != NULL ? g_file_new_for_path (set) : g_file_new_build_filename (COALITION_PKGDATADIR, "sample", NULL);
  g_autoptr (GPtrArray) mappings = g_ptr_array_new_with_free_func ((GDestroyNotify) coalition_mapping_unref);
  g_autoptr (CoalitionCampaign) snapshot = NULL;
  g_autoptr (CoalitionImport) import = NULL;
  GError *error = NULL;
  gboolean success;

  snapshot = coalition_campaign_load_snapshot (coalition_document_get_campaign (sample->document), &error);
  success = snapshot != NULL && read_folder (folder, mappings, cancellable, &error);
  if (success)
    import = coalition_import_new (snapshot);
  for (guint i = 0; success && i < mappings->len; i++)
    success = coalition_import_add_table (import, g_ptr_array_index (mappings, i), cancellable, &error);

  if (success)
    g_task_return_pointer (task, coalition_import_make_command (import), (GDestroyNotify) coalition_command_unref);
  else
    g_task_return_error (task, error);
}

static void
ran_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Sample *sample = g_task_get_task_data (task);
  GError *error = NULL;

  if (coalition_campaign_run_finish (COALITION_CAMPAIGN (source), result, &error))
    g_task_return_pointer (task, g_object_ref (sample->document), g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
planned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Sample *sample = g_task_get_task_data (task);
  GError *error = NULL;
  CoalitionCommand *command = g_task_propagate_pointer (G_TASK (result), &error);

  if (command == NULL)
    {
      coalition_document_close (sample->document, NULL);
      g_task_return_error (task, error);
      return;
    }
  coalition_campaign_run_async (coalition_document_get_campaign (sample->document), command, NULL, ran_cb, g_steal_pointer (&task));
}

/**
 * coalition_sample_task_async:
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * Makes a draft with the sample campaign in it.
 */
void
coalition_sample_task_async (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  g_autoptr (GTask) planning = NULL;
  Sample *sample = g_new0 (Sample, 1);
  Sample *planned;
  GError *error = NULL;

  g_task_set_task_data (task, sample, sample_free);
  sample->document = coalition_document_create (NULL, _("Sample"), NULL, FALSE, &error);
  if (sample->document == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  planned = g_new0 (Sample, 1);
  planned->document = g_object_ref (sample->document);
  planning = g_task_new (NULL, cancellable, planned_cb, g_steal_pointer (&task));
  g_task_set_task_data (planning, planned, sample_free);
  g_task_run_in_thread (planning, sample_thread);
}

/**
 * coalition_sample_task_finish:
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): the document
 */
CoalitionDocument *
coalition_sample_task_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
