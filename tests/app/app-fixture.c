/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "coalition-csv.h"
#include "coalition-import.h"

/* The one application of a test program: registered without a bus, never run. */
CoalitionApplication *
app_fixture_get_application (void)
{
  static CoalitionApplication *application;

  if (application == NULL)
    {
      g_autoptr (GError) error = NULL;

      application = coalition_application_new ();
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
    }

  return application;
}

/* Waits for a condition; that it never comes true is for the test runner's limit to find. */
void
app_fixture_wait (AppCondition condition, gpointer data)
{
  while (!condition (data))
    g_main_context_iteration (NULL, TRUE);
}

void
app_fixture_store_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

GAsyncResult *
app_fixture_wait_result (GAsyncResult **result)
{
  app_fixture_wait (is_set, result);

  return *result;
}

/* A file that is not there yet, in the folder that is thrown away after the program. */
GFile *
app_fixture_new_file (const char *name)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "files", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);

  return g_file_new_for_path (path);
}

CoalitionDocument *
app_fixture_new_draft (const char *name)
{
  g_autoptr (GError) error = NULL;
  CoalitionDocument *document;

  app_fixture_get_application ();
  document = coalition_document_create (NULL, name, "Ourselves", FALSE, &error);
  g_assert_no_error (error);

  return document;
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

/* The canvas gives parties without a place one, which is an edit of its own. */
static gboolean
is_placed (gpointer data)
{
  CoalitionCampaign *campaign = data;
  GListModel *parties = coalition_campaign_get_records (campaign, &coalition_kind_party);

  for (guint i = 0; i < g_list_model_get_n_items (parties); i++)
    {
      g_autoptr (CoalitionRecord) party = g_list_model_get_item (parties, i);

      if (coalition_campaign_get_position (campaign, coalition_record_get_id (party)) == NULL)
        return FALSE;
    }

  return TRUE;
}

/* A window that has come to rest. */
CoalitionWindow *
app_fixture_new_window (CoalitionDocument *document)
{
  CoalitionWindow *window = coalition_window_new (app_fixture_get_application ());

  if (document != NULL)
    coalition_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  app_fixture_wait (is_mapped, window);
  if (document != NULL)
    app_fixture_wait (is_placed, coalition_document_get_campaign (document));

  return window;
}

static gboolean
has_no_window (gpointer data)
{
  return g_list_find (gtk_application_get_windows (GTK_APPLICATION (app_fixture_get_application ())), data) == NULL;
}

/* Closes a window as a person does, and waits until what that begins is done. */
void
app_fixture_close (CoalitionWindow *window)
{
  gtk_window_close (GTK_WINDOW (window));
  app_fixture_wait (has_no_window, window);
}

static GtkWidget *
find (GtkWidget *root, GType type, guint *nth)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (*nth)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, nth);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The nth widget of a type below a root, in the order of the tree. */
GtkWidget *
app_fixture_find (GtkWidget *root, GType type, guint nth)
{
  return find (root, type, &nth);
}

/* Imports without the window, for tests that only want something to be there. */
void
app_fixture_import (CoalitionCampaign *campaign, const char *const *paths)
{
  g_autoptr (CoalitionImport) import = coalition_import_new (campaign);
  g_autoptr (GError) error = NULL;

  for (; *paths != NULL; paths++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, *paths, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (CoalitionTable) table = coalition_csv_read (file, 0, NULL, &error);
      g_autoptr (CoalitionMapping) mapping = NULL;

      g_assert_no_error (error);
      mapping = coalition_mapping_guess (table, coalition_table_guess_kind (table));
      coalition_import_add_table (import, mapping, NULL, &error);
      g_assert_no_error (error);
    }
  coalition_campaign_run (campaign, coalition_import_make_command (import), &error);
  g_assert_no_error (error);
}
