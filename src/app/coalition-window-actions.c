/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-window-private.h"

#include "coalition-canvas-view.h"
#include "coalition-compat.h"
#include "coalition-export-task.h"
#include "coalition-file-filters.h"
#include "coalition-history-dialog.h"
#include "coalition-import-dialog.h"
#include "coalition-print-preview.h"

#include <glib/gi18n-lib.h>

/* The actions of a window: what its menus, buttons and shortcuts do. */

/* --- saving -------------------------------------------------------------------------------------------------------- */

/* "Campaign.coalition", or with a part "Campaign, map.png". */
static char *
dup_file_name (CoalitionWindow *self, const char *part, const char *suffix)
{
  CoalitionRecord *record = coalition_campaign_get_campaign (coalition_window_get_campaign (self));
  const char *title = record != NULL ? coalition_record_get_title (record) : NULL;
  g_autofree char *name = NULL;

  if (title == NULL || *title == '\0')
    title = _("Campaign");
  name = part != NULL ? g_strdup_printf ("%s, %s", title, part) : g_strdup (title);
  g_strdelimit (name, "/\\:*?\"<>|\n\t", '-');

  return g_strconcat (name, ".", suffix, NULL);
}

static void
saved_as_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CoalitionWindow) self = data;
  CoalitionDocument *document = COALITION_DOCUMENT (source);
  g_autoptr (GError) error = NULL;

  coalition_window_end_work (self);
  if (!coalition_document_save_as_finish (document, result, &error))
    {
      coalition_window_saved_as (self, FALSE);
      coalition_window_tell_error (self, _("The campaign could not be saved there"), error);
      return;
    }
  if (gtk_window_get_application (GTK_WINDOW (self)) != NULL)
    coalition_application_note_recent (COALITION_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))),
                                       coalition_document_get_file (document));
  coalition_window_saved_as (self, TRUE);
}

static void
save_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CoalitionWindow *self = COALITION_WINDOW (source);
  CoalitionDocument *document = coalition_window_get_document (self);
  g_autoptr (GFile) file = coalition_compat_save_file_finish (result, NULL);

  if (file == NULL || document == NULL)
    return;
  coalition_window_begin_work (self);
  self->saving_as = TRUE;
  coalition_document_save_as_async (document, file, saved_as_cb, g_object_ref (self));
}

static void
save_as_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CoalitionWindow *self = data;
  g_autofree char *name = dup_file_name (self, NULL, "coalition");
  g_autoptr (GListModel) filters = coalition_file_filters_for_campaigns ();

  coalition_window_commit (self);
  coalition_compat_save_file_async (GTK_WINDOW (self), _("Save the Campaign"), name, filters, save_chosen_cb, NULL);
}

static void
published_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CoalitionWindow) self = data;
  g_autoptr (GError) error = NULL;

  coalition_window_end_work (self);
  /* The notice under the header bar tells of a failure, and stays. */
  if (coalition_document_publish_finish (COALITION_DOCUMENT (source), result, &error))
    coalition_window_toast (self, _("Saved"));
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CoalitionWindow *self = data;
  CoalitionDocument *document = coalition_window_get_document (self);

  if (coalition_document_get_file (document) == NULL)
    {
      save_as_cb (action, parameter, data);
      return;
    }
  coalition_window_commit (self);
  coalition_window_begin_work (self);
  coalition_document_publish_async (document, published_cb, g_object_ref (self));
}

static void
take_theirs_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CoalitionWindow *self = data;
  g_autoptr (CoalitionDocument) document = g_object_ref (coalition_window_get_document (self));
  g_autoptr (GError) error = NULL;

  if (!coalition_document_take_theirs (document, &error))
    {
      coalition_window_tell_error (self, _("Their version could not be taken"), error);
      return;
    }
  coalition_window_reload (self);
}

static void
keep_both_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CoalitionWindow *self = data;
  g_autoptr (GFile) kept = NULL;
  g_autoptr (GError) error = NULL;

  if (!coalition_document_keep_both (coalition_window_get_document (self), &kept, &error))
    {
      coalition_window_tell_error (self, _("Both versions could not be kept"), error);
      return;
    }
  if (kept != NULL)
    {
      g_autofree char *name = g_file_get_basename (kept);
      g_autofree char *text = g_strdup_printf (_("Both versions are kept: one of them is in “%s”"), name);

      coalition_window_toast (self, text);
    }
  coalition_window_reload (self);
}

static void
dismiss_notice_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  coalition_window_dismiss_notice (data);
}

/* --- editing and finding --------------------------------------------------------------------------------------------- */

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  coalition_session_undo (coalition_window_get_session (data));
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  coalition_session_redo (coalition_window_get_session (data));
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  coalition_window_open_search (data);
}

static void
arrange_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  coalition_session_arrange (coalition_window_get_session (data), NULL, FALSE);
}

static void
history_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (coalition_history_dialog_new (GTK_WINDOW (data), coalition_window_get_campaign (data))));
}

/* --- files in and out ------------------------------------------------------------------------------------------------- */

static void
import_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CoalitionWindow *self = COALITION_WINDOW (source);
  g_autoptr (GListModel) files = coalition_compat_open_files_finish (result, NULL);

  if (files != NULL && coalition_window_get_session (self) != NULL)
    coalition_window_import (self, files);
}

static void
import_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GListModel) filters = coalition_file_filters_for_tables ();

  coalition_compat_open_files_async (GTK_WINDOW (data), _("Import Spreadsheets"), filters, TRUE, import_chosen_cb, NULL);
}

static void
present_table (CoalitionWindow *self, const char *text)
{
  CoalitionSession *session = coalition_window_get_session (self);
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  if (session == NULL)
    return;
  if (*stripped == '\0')
    coalition_session_tell (session, _("There is no table in the clipboard"), FALSE);
  else
    gtk_window_present (GTK_WINDOW (coalition_import_dialog_new_for_text (GTK_WINDOW (self), session, text)));
}

static void
clipboard_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CoalitionWindow) self = data;
  /* What has no text has no table either. */
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  present_table (self, text);
}

/* The parameter is the table; if it is empty, the table is in the clipboard. */
static void
paste_table_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *text = g_variant_get_string (parameter, NULL);

  if (*text != '\0')
    present_table (data, text);
  else
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (data), NULL, clipboard_read_cb, g_object_ref (data));
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CoalitionWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = coalition_export_task_finish (result, &error);

  coalition_window_end_task (self, g_task_get_cancellable (G_TASK (result)));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (file == NULL)
    {
      coalition_window_tell_error (self, _("The file could not be written"), error);
      return;
    }

  {
    g_autofree char *name = g_file_get_basename (file);
    g_autofree char *text = g_strdup_printf (_("“%s” was written"), name);

    coalition_window_toast (self, text);
  }
}

static void
export_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CoalitionWindow *self = COALITION_WINDOW (source);
  g_autofree char *format = data;
  CoalitionSession *session = coalition_window_get_session (self);
  g_autoptr (GFile) file = coalition_compat_save_file_finish (result, NULL);

  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (file == NULL || session == NULL)
    return;
  name = g_file_get_basename (file);
  text = g_strdup_printf (_("Writing “%s”…"), name);
  coalition_window_begin_task (self, text, cancellable);
  coalition_export_task_async (session, format, file, cancellable, exported_cb, g_object_ref (self));
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CoalitionWindow *self = data;
  const struct {
    const char *format;
    const char *part; /* in the name of the file */
    const char *suffix;
    const char *kind;
  } formats[] = {
    { "png", _("map"), "png", _("Pictures (PNG)") },
    { "svg", _("map"), "svg", _("Drawings (SVG)") },
    { "pdf", _("map"), "pdf", _("Pages (PDF)") },
    { "parties.csv", _("parties"), "csv", _("Spreadsheets (CSV)") },
    { "ties.csv", _("ties"), "csv", _("Spreadsheets (CSV)") },
    { "json", NULL, "json", _("Records (JSON)") },
  };
  const char *format = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (format, formats[i].format))
      {
        g_autofree char *name = dup_file_name (self, formats[i].part, formats[i].suffix);
        g_autoptr (GListModel) filters = coalition_file_filters_for_suffix (formats[i].kind, formats[i].suffix);

        coalition_compat_save_file_async (GTK_WINDOW (self), _("Export"), name, filters, export_chosen_cb, g_strdup (format));
        return;
      }
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  coalition_window_commit (data);
  gtk_window_present (GTK_WINDOW (coalition_print_preview_new (data, COALITION_REPORT_SUMMARY)));
}

static void
print_map_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  coalition_window_commit (data);
  gtk_window_present (GTK_WINDOW (coalition_print_preview_new (data, COALITION_REPORT_MAP)));
}

/* --- the map ------------------------------------------------------------------------------------------------------------- */

static void
new_view_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  coalition_canvas_view_ask_new_view (COALITION_CANVAS_VIEW (((CoalitionWindow *) data)->canvas));
}

static void
next_view_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  coalition_canvas_view_go (COALITION_CANVAS_VIEW (((CoalitionWindow *) data)->canvas), 1);
}

static void
previous_view_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  coalition_canvas_view_go (COALITION_CANVAS_VIEW (((CoalitionWindow *) data)->canvas), -1);
}

static void
map_menu_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  static const char *const names[] = {
    [COALITION_CANVAS_MENU_LAYOUT] = "layout", [COALITION_CANVAS_MENU_COLOR] = "color",
    [COALITION_CANVAS_MENU_FILTER] = "filter", [COALITION_CANVAS_MENU_VIEWS] = "views",
    [COALITION_CANVAS_MENU_TIME] = "time",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (g_variant_get_string (parameter, NULL), names[i]))
      coalition_canvas_view_open_menu (COALITION_CANVAS_VIEW (((CoalitionWindow *) data)->canvas), i);
}

static void
present_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  coalition_window_present_views (data);
}

/* --- the window -------------------------------------------------------------------------------------------------------- */

static void
fullscreen_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (gtk_window_is_fullscreen (data))
    gtk_window_unfullscreen (data);
  else
    gtk_window_fullscreen (data);
}

/* A shortcuts window that the application window does not know of is not told the keys of actions. */
static void
tell_keys (CoalitionWindow *self, GtkBuilder *builder)
{
  g_autoptr (GSList) objects = gtk_builder_get_objects (builder);

  for (GSList *l = objects; l != NULL; l = l->next)
    {
      g_autofree char *action = NULL, *keys = NULL;
      g_auto (GStrv) accels = NULL;

      if (!GTK_IS_SHORTCUTS_SHORTCUT (l->data))
        continue;
      g_object_get (l->data, "action-name", &action, NULL);
      if (action == NULL)
        continue;
      accels = gtk_application_get_accels_for_action (gtk_window_get_application (GTK_WINDOW (self)), action);
      keys = g_strjoinv (" ", accels);
      g_object_set (l->data, "accelerator", keys, NULL);
    }
}

/* The list of shortcuts is made when it is asked for and goes when it is closed. GtkApplication would make one with every window
 * and keep it hidden; asked by assistive technology for a window that has just closed, GTK 4.8 then tells of that hidden one,
 * which has no address on their bus, and crashes (gtk/a11y/gtkatspiroot.c, GetChildAtIndex). No window may stand hidden. */
static void
show_help_overlay_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/coalitionmap/Coalition/coalition-help-overlay.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  tell_keys (data, builder);
  gtk_window_set_transient_for (overlay, data);
  gtk_window_present (overlay);
}

static void
show_side_panel_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  g_simple_action_set_state (action, state);
  coalition_window_show_pane (data, FALSE, g_variant_get_boolean (state));
}

static void
show_inspector_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  g_simple_action_set_state (action, state);
  coalition_window_show_pane (data, TRUE, g_variant_get_boolean (state));
}

static const GActionEntry actions[] = {
  { .name = "undo", .activate = undo_cb },
  { .name = "redo", .activate = redo_cb },
  { .name = "save", .activate = save_cb },
  { .name = "save-as", .activate = save_as_cb },
  { .name = "take-theirs", .activate = take_theirs_cb },
  { .name = "keep-both", .activate = keep_both_cb },
  { .name = "dismiss-notice", .activate = dismiss_notice_cb },
  { .name = "search", .activate = search_cb },
  { .name = "arrange", .activate = arrange_cb },
  { .name = "history", .activate = history_cb },
  { .name = "import", .activate = import_cb },
  { .name = "paste-table", .activate = paste_table_cb, .parameter_type = "s" },
  { .name = "export", .activate = export_cb, .parameter_type = "s" },
  { .name = "print", .activate = print_cb },
  { .name = "print-map", .activate = print_map_cb },
  { .name = "new-view", .activate = new_view_cb },
  { .name = "next-view", .activate = next_view_cb },
  { .name = "previous-view", .activate = previous_view_cb },
  { .name = "map-menu", .activate = map_menu_cb, .parameter_type = "s" },
  { .name = "present", .activate = present_cb },
  { .name = "fullscreen", .activate = fullscreen_cb },
  { .name = "show-help-overlay", .activate = show_help_overlay_cb },
  { .name = "show-side-panel", .state = "true", .change_state = show_side_panel_cb },
  { .name = "show-inspector", .state = "true", .change_state = show_inspector_cb },
};

/**
 * coalition_window_add_actions:
 * @self: a new window
 *
 * Adds the actions of a window.
 */
void
coalition_window_add_actions (CoalitionWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

/**
 * coalition_window_update_actions:
 * @self: a window
 *
 * Lets through what can be done just now: without a campaign little, without edits no undo.
 */
void
coalition_window_update_actions (CoalitionWindow *self)
{
  CoalitionCampaign *campaign = coalition_window_get_campaign (self);
  CoalitionDocument *document = coalition_window_get_document (self);
  gboolean conflict = document != NULL && coalition_document_get_state (document) == COALITION_DOCUMENT_CONFLICT;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), actions[i].name);
      const char *name = actions[i].name;
      gboolean enabled = campaign != NULL;

      if (g_str_equal (name, "undo"))
        enabled = enabled && coalition_campaign_get_undo_label (campaign) != NULL;
      else if (g_str_equal (name, "redo"))
        enabled = enabled && coalition_campaign_get_redo_label (campaign) != NULL;
      else if (g_str_equal (name, "take-theirs") || g_str_equal (name, "keep-both"))
        enabled = conflict;
      else if (g_str_equal (name, "fullscreen") || g_str_equal (name, "show-help-overlay") || g_str_equal (name, "dismiss-notice"))
        enabled = TRUE;
      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
    }
}
