/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "coalition-export-task.h"
#include "coalition-import-dialog.h"
#include "coalition-import-source.h"
#include "coalition-print-job.h"
#include "coalition-sample-task.h"

#include <string.h>

static const char *const emon[] = { "data/emon/organizations.csv", "data/emon/ties.csv", NULL };

static guint
count (CoalitionCampaign *campaign, const CoalitionKind *kind)
{
  return g_list_model_get_n_items (coalition_campaign_get_records (campaign, kind));
}

static CoalitionImportSource *
new_source (const char *name, const char *data, gsize length)
{
  g_autoptr (GFile) file = app_fixture_new_file (name);
  g_autoptr (GError) error = NULL;

  g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error);
  g_assert_no_error (error);

  return coalition_import_source_new (file);
}

static gboolean
read_source (CoalitionImportSource *source, const char *encoding, char separator, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  coalition_import_source_read_async (source, encoding, separator, NULL, app_fixture_store_result, &result);

  return coalition_import_source_read_finish (source, app_fixture_wait_result (&result), error);
}

static void
test_source (void)
{
  const char text[] = "Organization;Caf\xe9\nClinic, the;x\n";
  g_autoptr (CoalitionImportSource) source = new_source ("list.csv", text, strlen (text));
  g_autoptr (GError) error = NULL;
  CoalitionTable *table;

  g_assert_true (read_source (source, NULL, 0, &error));
  g_assert_no_error (error);
  table = coalition_import_source_get_table (source);
  g_assert_cmpuint (coalition_table_get_n_columns (table), ==, 2);
  g_assert_cmpstr (coalition_table_get_heading (table, 1), ==, "Café");
  g_assert_true (coalition_import_source_get_kind (source) == &coalition_kind_party);
  g_assert_cmpstr (coalition_import_source_get_target (source, 0), ==, "name");
  g_assert_cmpstr (coalition_import_source_get_target (source, 1), ==, "own");

  /* A column takes the place of another. */
  coalition_import_source_set_target (source, 1, "name");
  g_assert_cmpstr (coalition_import_source_get_target (source, 0), ==, "own");
  g_assert_cmpstr (coalition_import_source_get_target (source, 1), ==, "name");
  coalition_import_source_set_target (source, 0, "skip");
  g_assert_cmpstr (coalition_import_source_get_target (source, 0), ==, "skip");

  /* Read another way. */
  g_assert_true (read_source (source, "WINDOWS-1251", ',', &error));
  g_assert_no_error (error);
  table = coalition_import_source_get_table (source);
  g_assert_cmpstr (coalition_table_get_heading (table, 0), ==, "Organization;Cafй");

  g_assert_false (read_source (source, "UTF-8", 0, &error));
  g_assert_nonnull (error);
  g_assert_null (coalition_import_source_get_table (source));
}

static void
test_source_of_records (void)
{
  static const char *const paths[] = { "data/emon/organizations.csv", NULL };
  g_autoptr (CoalitionDocument) document = app_fixture_new_draft ("Records");
  g_autoptr (GFile) file = app_fixture_new_file ("records.json");
  g_autoptr (CoalitionSession) session = NULL;
  g_autoptr (CoalitionImportSource) source = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GFile) written = NULL;
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GError) error = NULL;

  app_fixture_import (coalition_document_get_campaign (document), paths);
  session = coalition_session_new (document);
  coalition_export_task_async (session, "json", file, NULL, app_fixture_store_result, &result);
  written = coalition_export_task_finish (app_fixture_wait_result (&result), &error);
  g_assert_no_error (error);

  source = coalition_import_source_new (written);
  g_assert_false (coalition_import_source_is_text (source));
  g_assert_true (read_source (source, NULL, 0, &error));
  g_assert_no_error (error);
  others = coalition_import_source_steal_others (source);
  g_assert_cmpuint (others->len, >, 0);
  g_clear_object (&session);
  coalition_document_close (document, NULL);
}

static gboolean
is_sensitive (gpointer data)
{
  return gtk_widget_get_sensitive (data);
}

static gboolean
has_many_parties (gpointer data)
{
  return count (data, &coalition_kind_party) > 100;
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  GtkWidget *button;

  for (guint i = 0; (button = app_fixture_find (root, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
      return button;

  g_assert_not_reached ();
}

static void
test_import_dialog (void)
{
  g_autoptr (CoalitionDocument) document = app_fixture_new_draft ("Import");
  CoalitionCampaign *campaign = coalition_document_get_campaign (document);
  CoalitionWindow *window = app_fixture_new_window (document);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  CoalitionImportDialog *dialog;
  GtkWidget *button;

  for (guint i = 0; emon[i] != NULL; i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, emon[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      g_list_store_append (files, file);
    }
  dialog = coalition_import_dialog_new (GTK_WINDOW (window), coalition_window_get_session (window), G_LIST_MODEL (files));
  gtk_window_present (GTK_WINDOW (dialog));
  button = find_button (GTK_WIDGET (dialog), "_Import");
  g_assert_false (gtk_widget_get_sensitive (button));
  g_assert_cmpuint (count (campaign, &coalition_kind_party), ==, 1);
  app_fixture_wait (is_sensitive, button);
  /* Nothing happens before the button is pressed. */
  g_assert_cmpuint (count (campaign, &coalition_kind_party), ==, 1);
  g_signal_emit_by_name (button, "clicked");
  app_fixture_wait (has_many_parties, campaign);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_clear_object (&document);
  app_fixture_close (window);
}

static void
test_exports (void)
{
  static const struct { const char *format; const char *begin; } formats[] = {
    { "png", "\x89PNG" }, { "svg", "<?xml" }, { "pdf", "%PDF" }, { "parties.csv", "id," }, { "ties.csv", "id," }, { "json", "{" },
  };
  g_autoptr (CoalitionDocument) document = app_fixture_new_draft ("Exports");
  g_autoptr (CoalitionSession) session = NULL;

  app_fixture_import (coalition_document_get_campaign (document), emon);
  session = coalition_session_new (document);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GFile) file = app_fixture_new_file (formats[i].format);
      g_autoptr (GFile) written = NULL;
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *data = NULL;
      gsize length;

      coalition_export_task_async (session, formats[i].format, file, NULL, app_fixture_store_result, &result);
      written = coalition_export_task_finish (app_fixture_wait_result (&result), &error);
      g_assert_no_error (error);
      g_assert_true (g_file_equal (written, file));
      g_file_load_contents (file, NULL, &data, &length, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (length, >, 1000);
      g_assert_true (strncmp (data, formats[i].begin, strlen (formats[i].begin)) == 0);
    }

  /* A place that is not there leaves an error and no file. */
  {
    g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/map.png");
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GError) error = NULL;

    coalition_export_task_async (session, "png", file, NULL, app_fixture_store_result, &result);
    g_assert_null (coalition_export_task_finish (app_fixture_wait_result (&result), &error));
    g_assert_nonnull (error);
  }
  g_clear_object (&session);
  coalition_document_close (document, NULL);
}

static void
test_print (void)
{
  g_autoptr (CoalitionDocument) document = app_fixture_new_draft ("Print");
  g_autoptr (GFile) file = app_fixture_new_file ("print.pdf");
  g_autoptr (CoalitionReportRequest) request = coalition_report_request_new (COALITION_REPORT_SUMMARY, NULL, NULL);
  g_autoptr (CoalitionPrintJob) job = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  gsize length;

  app_fixture_import (coalition_document_get_campaign (document), emon);
  job = coalition_print_job_new (coalition_document_get_campaign (document), "Print", "Letter", request);
  gtk_print_operation_set_allow_async (GTK_PRINT_OPERATION (job), FALSE);
  gtk_print_operation_set_export_filename (GTK_PRINT_OPERATION (job), g_file_peek_path (file));
  g_assert_cmpint (gtk_print_operation_run (GTK_PRINT_OPERATION (job), GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_file_load_contents (file, NULL, &data, &length, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (strncmp (data, "%PDF", 4) == 0);
  g_assert_cmpint (gtk_print_operation_get_n_pages_to_print (GTK_PRINT_OPERATION (job)), >, 1);
  coalition_document_close (document, NULL);
}

static void
test_sample (void)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CoalitionDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  CoalitionCampaign *campaign;

  app_fixture_get_application ();
  coalition_sample_task_async (NULL, app_fixture_store_result, &result);
  document = coalition_sample_task_finish (app_fixture_wait_result (&result), &error);
  g_assert_no_error (error);
  campaign = coalition_document_get_campaign (document);
  g_assert_cmpint (coalition_document_get_state (document), ==, COALITION_DOCUMENT_DRAFT);
  g_assert_cmpuint (count (campaign, &coalition_kind_party), >, 30);
  g_assert_cmpuint (count (campaign, &coalition_kind_tie), >, 60);
  g_assert_cmpuint (count (campaign, &coalition_kind_agreement), >, 3);
  g_assert_cmpstr (coalition_record_get_title (coalition_campaign_get_campaign (campaign)), !=, "Sample");
  g_assert_nonnull (coalition_campaign_get_us (campaign));
  coalition_document_close (document, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/import/source", test_source);
  g_test_add_func ("/app/import/records", test_source_of_records);
  g_test_add_func ("/app/import/dialog", test_import_dialog);
  g_test_add_func ("/app/export", test_exports);
  g_test_add_func ("/app/print", test_print);
  g_test_add_func ("/app/sample", test_sample);

  return g_test_run ();
}
