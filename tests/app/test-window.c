/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "coalition-canvas-view.h"
#include "coalition-inspector.h"
#include "coalition-notice.h"
#include "coalition-search.h"
#include "coalition-side-panel.h"
#include "coalition-welcome.h"

#include <glib/gstdio.h>

static const char *
get_title (CoalitionWindow *window)
{
  return adw_window_title_get_title (ADW_WINDOW_TITLE (app_fixture_find (GTK_WIDGET (window), ADW_TYPE_WINDOW_TITLE, 0)));
}

static const char *
get_subtitle (CoalitionWindow *window)
{
  return adw_window_title_get_subtitle (ADW_WINDOW_TITLE (app_fixture_find (GTK_WIDGET (window), ADW_TYPE_WINDOW_TITLE, 0)));
}

static gboolean
is_enabled (CoalitionWindow *window, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), action);
}

static guint
count_parties (gpointer window)
{
  return g_list_model_get_n_items (coalition_campaign_get_records (coalition_window_get_campaign (window), &coalition_kind_party));
}

static gboolean
has_one_party (gpointer window)
{
  return count_parties (window) == 1 && is_enabled (window, "redo");
}

static gboolean
has_two_parties (gpointer window)
{
  return count_parties (window) == 2 && !is_enabled (window, "redo");
}

static void
test_empty (void)
{
  CoalitionWindow *window = app_fixture_new_window (NULL);

  g_assert_true (coalition_window_is_free (window));
  g_assert_cmpstr (get_title (window), ==, "Coalition");
  g_assert_true (gtk_widget_get_mapped (app_fixture_find (GTK_WIDGET (window), COALITION_TYPE_WELCOME, 0)));
  g_assert_false (is_enabled (window, "save"));
  g_assert_false (is_enabled (window, "print"));
  g_assert_false (is_enabled (window, "undo"));
  app_fixture_close (window);
}

static void
test_draft (void)
{
  g_autoptr (CoalitionDocument) document = app_fixture_new_draft ("Fair Schedules");
  g_autofree char *path = g_strdup (coalition_campaign_get_path (coalition_document_get_campaign (document)));
  CoalitionWindow *window = app_fixture_new_window (document);
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (coalition_window_is_free (window));
  g_assert_true (coalition_window_has_draft (window, path));
  g_assert_cmpstr (get_title (window), ==, "Fair Schedules");
  g_assert_cmpstr (get_subtitle (window), ==, "Draft, kept on this computer");
  g_assert_nonnull (app_fixture_find (GTK_WIDGET (window), COALITION_TYPE_SIDE_PANEL, 0));
  g_assert_nonnull (app_fixture_find (GTK_WIDGET (window), COALITION_TYPE_CANVAS_VIEW, 0));
  g_assert_nonnull (app_fixture_find (GTK_WIDGET (window), COALITION_TYPE_INSPECTOR, 0));

  id = coalition_session_add_party (coalition_window_get_session (window), "Night cleaners", 0, 120, TRUE);
  app_fixture_wait (has_two_parties, window);
  g_assert_true (is_enabled (window, "undo"));
  g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
  app_fixture_wait (has_one_party, window);
  g_action_group_activate_action (G_ACTION_GROUP (window), "redo", NULL);
  app_fixture_wait (has_two_parties, window);

  /* Closing asks nothing, and the draft is there afterwards. */
  g_clear_object (&document);
  app_fixture_close (window);
  drafts = coalition_document_list_drafts (&error);
  g_assert_no_error (error);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpstr (((CoalitionDraft *) drafts->pdata[0])->path, ==, path);
  g_assert_true (coalition_document_discard_draft (path, &error));
  g_assert_no_error (error);
}

static gboolean
is_saved (gpointer data)
{
  return g_strcmp0 (get_subtitle (data), "All changes saved") == 0;
}

static CoalitionWindow *
new_saved_window (const char *name, GFile *file)
{
  g_autoptr (CoalitionDocument) document = app_fixture_new_draft (name);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CoalitionWindow *window;

  coalition_document_save_as_async (document, file, app_fixture_store_result, &result);
  coalition_document_save_as_finish (document, app_fixture_wait_result (&result), &error);
  g_assert_no_error (error);

  window = app_fixture_new_window (document);
  app_fixture_wait (is_saved, window);

  return window;
}

static void
test_same_file (void)
{
  g_autoptr (GFile) file = app_fixture_new_file ("same.coalition");
  g_autoptr (GFile) link = app_fixture_new_file ("link.coalition");
  g_autoptr (GFile) other = app_fixture_new_file ("other.coalition");
  g_autoptr (GError) error = NULL;
  CoalitionWindow *window = new_saved_window ("Same", file);

  g_file_make_symbolic_link (link, g_file_peek_path (file), NULL, &error);
  g_assert_no_error (error);
  g_assert_true (coalition_application_present_file (app_fixture_get_application (), file));
  g_assert_true (coalition_application_present_file (app_fixture_get_application (), link));
  g_assert_false (coalition_application_present_file (app_fixture_get_application (), other));
  app_fixture_close (window);
  g_assert_false (coalition_application_present_file (app_fixture_get_application (), file));
}

static void
test_close_publishes (void)
{
  g_autoptr (GFile) file = app_fixture_new_file ("publish.coalition");
  g_autoptr (CoalitionCampaign) campaign = NULL;
  g_autoptr (GError) error = NULL;
  CoalitionWindow *window = new_saved_window ("Publish", file);
  g_autofree char *id = coalition_session_add_party (coalition_window_get_session (window), "Night cleaners", 0, 120, TRUE);

  app_fixture_wait (has_two_parties, window);
  app_fixture_close (window);
  campaign = coalition_campaign_load (g_file_peek_path (file), &error);
  g_assert_no_error (error);
  g_assert_nonnull (coalition_campaign_get_record (campaign, &coalition_kind_party, id));
  coalition_campaign_close (campaign, NULL);
}

static gboolean
is_conflict (gpointer data)
{
  return is_enabled (data, "take-theirs");
}

static gboolean
is_no_conflict (gpointer data)
{
  return !is_enabled (data, "take-theirs");
}

static void
test_conflict (void)
{
  g_autoptr (GFile) file = app_fixture_new_file ("conflict.coalition");
  g_autoptr (GFile) theirs = app_fixture_new_file ("theirs.coalition");
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  CoalitionWindow *other = new_saved_window ("Theirs", theirs);
  CoalitionWindow *window;
  GtkWidget *notice;

  app_fixture_close (other);
  window = new_saved_window ("Mine", file);
  notice = app_fixture_find (GTK_WIDGET (window), COALITION_TYPE_NOTICE, 0);
  g_assert_false (gtk_widget_get_visible (notice));
  g_file_copy (theirs, file, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  id = coalition_session_add_party (coalition_window_get_session (window), "Night cleaners", 0, 120, TRUE);
  app_fixture_wait (is_conflict, window);
  g_assert_true (gtk_widget_get_visible (notice));
  g_assert_cmpstr (get_title (window), ==, "Mine");

  g_action_group_activate_action (G_ACTION_GROUP (window), "take-theirs", NULL);
  app_fixture_wait (is_no_conflict, window);
  app_fixture_wait (is_saved, window);
  g_assert_cmpstr (get_title (window), ==, "Theirs");
  g_assert_null (coalition_campaign_get_record (coalition_window_get_campaign (window), &coalition_kind_party, id));
  app_fixture_close (window);
}

static void
test_panes (void)
{
  g_autoptr (CoalitionDocument) document = app_fixture_new_draft ("Panes");
  CoalitionWindow *window = app_fixture_new_window (document);
  GSettings *settings = coalition_application_get_settings (app_fixture_get_application ());
  GtkWidget *inspector = app_fixture_find (GTK_WIDGET (window), COALITION_TYPE_INSPECTOR, 0);
  GtkWidget *side = app_fixture_find (GTK_WIDGET (window), COALITION_TYPE_SIDE_PANEL, 0);

  g_assert_true (gtk_widget_get_visible (inspector));
  g_action_group_activate_action (G_ACTION_GROUP (window), "show-inspector", NULL);
  g_assert_false (gtk_widget_get_visible (inspector));
  g_assert_false (g_settings_get_boolean (settings, "show-inspector"));

  /* The rail stays, and choosing on it opens the panel. */
  g_action_group_activate_action (G_ACTION_GROUP (window), "show-side-panel", NULL);
  g_assert_true (gtk_widget_get_visible (side));
  g_assert_false (g_settings_get_boolean (settings, "show-side-panel"));
  g_object_set (coalition_window_get_session (window), "panel", "issues", NULL);
  g_assert_true (g_settings_get_boolean (settings, "show-side-panel"));
  g_settings_reset (settings, "show-inspector");
  g_clear_object (&document);
  app_fixture_close (window);
}

static void
jumped_cb (CoalitionSearch *search, CoalitionRecord *record, CoalitionRecord **target)
{
  g_set_object (target, record);
}

static gboolean
has_row (gpointer data)
{
  return gtk_list_box_get_row_at_index (data, 0) != NULL;
}

static void
test_search (void)
{
  static const char *const paths[] = { "data/emon/organizations.csv", NULL };
  g_autoptr (CoalitionDocument) document = app_fixture_new_draft ("Search");
  g_autoptr (CoalitionRecord) target = NULL;
  CoalitionWindow *window;
  GtkWidget *search, *entry, *list;

  app_fixture_import (coalition_document_get_campaign (document), paths);
  window = app_fixture_new_window (document);
  g_action_group_activate_action (G_ACTION_GROUP (window), "search", NULL);
  search = app_fixture_find (GTK_WIDGET (window), COALITION_TYPE_SEARCH, 0);
  entry = app_fixture_find (search, GTK_TYPE_SEARCH_ENTRY, 0);
  list = app_fixture_find (search, GTK_TYPE_LIST_BOX, 0);
  g_signal_connect (search, "jump", G_CALLBACK (jumped_cb), &target);

  gtk_editable_set_text (GTK_EDITABLE (entry), "salvation");
  app_fixture_wait (has_row, list);
  g_signal_emit_by_name (entry, "activate");
  g_assert_nonnull (target);
  g_assert_cmpstr (coalition_record_get_title (target), ==, "Salvation Army");
  g_assert_true (coalition_session_is_selected (coalition_window_get_session (window), target));
  g_clear_object (&document);
  app_fixture_close (window);
}

static gboolean
has_caption (gpointer view)
{
  return coalition_canvas_view_get_places (view)[COALITION_CARD_CAPTION].shown;
}

static gboolean
has_tools (gpointer view)
{
  return coalition_canvas_view_get_places (view)[COALITION_CARD_ZOOM].shown;
}

/* Presented, the map has the window to itself; what stood beside it comes back as it was. */
static void
test_present (void)
{
  g_autoptr (CoalitionDocument) document = app_fixture_new_draft ("Present");
  CoalitionWindow *window = app_fixture_new_window (document);
  GtkWidget *view = app_fixture_find (GTK_WIDGET (window), COALITION_TYPE_CANVAS_VIEW, 0);
  GtkWidget *header = app_fixture_find (GTK_WIDGET (window), ADW_TYPE_HEADER_BAR, 0);
  GtkWidget *side = app_fixture_find (GTK_WIDGET (window), COALITION_TYPE_SIDE_PANEL, 0);
  GtkWidget *inspector = app_fixture_find (GTK_WIDGET (window), COALITION_TYPE_INSPECTOR, 0);

  app_fixture_wait (has_tools, view);
  g_action_group_change_action_state (G_ACTION_GROUP (window), "show-inspector", g_variant_new_boolean (FALSE));
  g_action_group_activate_action (G_ACTION_GROUP (window), "present", NULL);
  g_assert_true (coalition_canvas_view_get_presenting (COALITION_CANVAS_VIEW (view)));
  g_assert_false (gtk_widget_get_visible (header));
  g_assert_false (gtk_widget_get_visible (side));
  app_fixture_wait (has_caption, view);
  g_action_group_activate_action (G_ACTION_GROUP (window), "present", NULL);
  g_assert_false (coalition_canvas_view_get_presenting (COALITION_CANVAS_VIEW (view)));
  g_assert_true (gtk_widget_get_visible (header));
  g_assert_true (gtk_widget_get_visible (side));
  g_assert_false (gtk_widget_get_visible (inspector));
  app_fixture_wait (has_tools, view);
  g_action_group_change_action_state (G_ACTION_GROUP (window), "show-inspector", g_variant_new_boolean (TRUE));
  g_clear_object (&document);
  app_fixture_close (window);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/window/empty", test_empty);
  g_test_add_func ("/app/window/draft", test_draft);
  g_test_add_func ("/app/window/same-file", test_same_file);
  g_test_add_func ("/app/window/close-publishes", test_close_publishes);
  g_test_add_func ("/app/window/conflict", test_conflict);
  g_test_add_func ("/app/window/panes", test_panes);
  g_test_add_func ("/app/window/search", test_search);
  g_test_add_func ("/app/window/present", test_present);

  return g_test_run ();
}
