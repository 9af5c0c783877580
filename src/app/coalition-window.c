/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-window-private.h"

#include "coalition-canvas-view.h"
#include "coalition-document-info.h"
#include "coalition-import-dialog.h"
#include "coalition-inspector.h"
#include "coalition-side-panel.h"

#include <glib/gi18n-lib.h>

/**
 * CoalitionWindow:
 *
 * One campaign: the map, the panels beside it and what concerns the document as a whole. A window without a campaign
 * shows the ways to begin.
 */
G_DEFINE_FINAL_TYPE (CoalitionWindow, coalition_window, ADW_TYPE_APPLICATION_WINDOW)

/* --- what the header bar and the notice say ------------------------------------------------------------------------ */

static void
update_title (CoalitionWindow *self)
{
  CoalitionRecord *record;
  const char *name;

  if (self->document == NULL)
    {
      adw_window_title_set_title (self->title_widget, _("Coalition"));
      adw_window_title_set_subtitle (self->title_widget, "");
      gtk_window_set_title (GTK_WINDOW (self), _("Coalition"));
      return;
    }
  record = coalition_campaign_get_campaign (coalition_document_get_campaign (self->document));
  name = record != NULL ? coalition_record_get_title (record) : NULL;
  if (name == NULL || *name == '\0')
    name = _("Campaign without a name");
  adw_window_title_set_title (self->title_widget, name);
  adw_window_title_set_subtitle (self->title_widget, coalition_document_info_get_state_text (self->document));
  gtk_window_set_title (GTK_WINDOW (self), name);
}

static void
update_notice (CoalitionWindow *self)
{
  if (self->document != NULL)
    coalition_document_info_show_notice (self->document, self->notice, self->dismissed);
  else
    coalition_notice_hide_message (self->notice);
}

static void
update_tooltip (GtkWidget *button, const char *verb, const char *label)
{
  /* Translators: "Undo" or "Redo", and what, such as "Move a party" */
  g_autofree char *text = label != NULL ? g_strdup_printf (C_("tooltip", "%s: %s"), verb, label) : g_strdup (verb);

  gtk_widget_set_tooltip_text (button, text);
}

static void
history_changed_cb (CoalitionWindow *self)
{
  CoalitionCampaign *campaign = coalition_window_get_campaign (self);

  update_tooltip (self->undo_button, _("Undo"), campaign != NULL ? coalition_campaign_get_undo_label (campaign) : NULL);
  update_tooltip (self->redo_button, _("Redo"), campaign != NULL ? coalition_campaign_get_redo_label (campaign) : NULL);
  coalition_window_update_actions (self);
}

static void
document_changed_cb (CoalitionWindow *self)
{
  if (self->closed)
    return;
  update_title (self);
  update_notice (self);
  coalition_window_update_actions (self);
}

/* --- what the session tells ------------------------------------------------------------------------------------------ */

/* The rail stays when the panel is closed; choosing on it opens the panel. */
static void
panel_changed_cb (CoalitionWindow *self)
{
  g_action_group_change_action_state (G_ACTION_GROUP (self), "show-side-panel", g_variant_new_boolean (TRUE));
}

static void
jump_cb (CoalitionWindow *self, CoalitionRecord *record)
{
  if (self->session == NULL)
    return;
  if (coalition_record_is (record, &coalition_kind_party) || coalition_record_is (record, &coalition_kind_tie))
    coalition_session_select (self->session, record, FALSE);
  else
    coalition_session_set_current (self->session, record);
  coalition_session_reveal (self->session, record);
  g_action_group_change_action_state (G_ACTION_GROUP (self), "show-inspector", g_variant_new_boolean (TRUE));
  gtk_widget_grab_focus (self->canvas);
}

/* --- panes ------------------------------------------------------------------------------------------------------------ */

/* GtkPaned counts from the start; the inspector's width is counted from the end, once the window has its size. */
static gboolean
place_inspector (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  CoalitionWindow *self = COALITION_WINDOW (widget);
  int width = gtk_widget_get_width (GTK_WIDGET (self->inner_paned));

  if (self->inspector == NULL || width <= 0)
    return G_SOURCE_CONTINUE;
  gtk_paned_set_position (self->inner_paned, width - g_settings_get_int (self->settings, "inspector-width"));

  return G_SOURCE_REMOVE;
}

static void
save_panes (CoalitionWindow *self)
{
  if (self->session == NULL || gtk_widget_get_width (GTK_WIDGET (self->inner_paned)) <= 0)
    return;
  if (g_settings_get_boolean (self->settings, "show-side-panel"))
    g_settings_set_int (self->settings, "side-panel-width", gtk_paned_get_position (self->outer_paned));
  if (gtk_widget_get_visible (self->inspector) && gtk_widget_get_width (self->inspector) > 0)
    g_settings_set_int (self->settings, "inspector-width", gtk_widget_get_width (self->inspector));
}

static void
save_size (CoalitionWindow *self)
{
  gboolean maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  int width, height;

  g_settings_set_boolean (self->settings, "window-maximized", maximized);
  if (maximized || gtk_window_is_fullscreen (GTK_WINDOW (self)))
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (width > 0 && height > 0)
    {
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
    }
}

static void
show_page (CoalitionWindow *self, const char *name)
{
  gboolean campaign = g_str_equal (name, "campaign");

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->side_button, campaign);
  gtk_widget_set_visible (self->undo_button, campaign);
  gtk_widget_set_visible (self->redo_button, campaign);
  gtk_widget_set_visible (self->inspector_button, campaign);
  gtk_widget_set_visible (self->search_button, campaign);
  gtk_spinner_set_spinning (self->loading_spinner, g_str_equal (name, "loading"));
}

/* Lets go of the document and of everything that shows it. */
void
coalition_window_unset_document (CoalitionWindow *self)
{
  coalition_window_leave_presenting (self);
  save_panes (self);
  coalition_search_set_session (self->search, NULL);
  gtk_paned_set_start_child (self->outer_paned, NULL);
  gtk_paned_set_start_child (self->inner_paned, NULL);
  gtk_paned_set_end_child (self->inner_paned, NULL);
  self->side = NULL;
  self->canvas = NULL;
  self->inspector = NULL;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  if (self->document != NULL)
    {
      g_signal_handlers_disconnect_by_data (coalition_document_get_campaign (self->document), self);
      g_signal_handlers_disconnect_by_data (self->document, self);
    }
  g_clear_object (&self->document);
}

static void
apply_author (CoalitionWindow *self)
{
  g_autofree char *author = g_strstrip (g_settings_get_string (self->settings, "author"));

  if (self->document != NULL)
    coalition_campaign_set_author (coalition_document_get_campaign (self->document), *author != '\0' ? author : NULL);
}

/* --- loading ------------------------------------------------------------------------------------------------------------ */

static void
cancel_loading_cb (CoalitionWindow *self)
{
  g_cancellable_cancel (self->loading);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CoalitionWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CoalitionDocument) document = coalition_document_open_finish (result, &error);

  if (document == NULL)
    {
      coalition_window_set_loading (self, NULL, NULL);
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        coalition_window_tell_error (self, _("The file could not be opened"), error);
      return;
    }
  coalition_window_set_document (self, document);
}

static gboolean
coalition_window_close_request (GtkWindow *window)
{
  CoalitionWindow *self = COALITION_WINDOW (window);

  if (self->closing)
    return GDK_EVENT_STOP;
  save_size (self);
  save_panes (self);
  g_cancellable_cancel (self->loading);
  if (self->document == NULL || self->closed)
    return GTK_WINDOW_CLASS (coalition_window_parent_class)->close_request (window);

  coalition_window_close_document (self);

  return GDK_EVENT_STOP;
}

static void
coalition_window_dispose (GObject *object)
{
  CoalitionWindow *self = COALITION_WINDOW (object);

  self->closed = TRUE;
  g_clear_handle_id (&self->retire_id, g_source_remove);
  g_queue_clear (&self->shown_toasts);
  self->undo_toast = NULL;
  if (self->document != NULL)
    {
      g_autoptr (CoalitionDocument) document = g_object_ref (self->document);

      /* Reached without a close request only when the program ends from outside: keep the working copy whole. */
      coalition_window_unset_document (self);
      coalition_document_close (document, NULL);
    }
  g_clear_object (&self->loading);
  g_clear_pointer (&self->dismissed, g_free);
  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (coalition_window_parent_class)->dispose (object);
}

static void
coalition_window_class_init (CoalitionWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = coalition_window_dispose;
  window_class->close_request = coalition_window_close_request;

  g_type_ensure (COALITION_TYPE_NOTICE);
  g_type_ensure (COALITION_TYPE_SEARCH);
  g_type_ensure (COALITION_TYPE_WELCOME);
  g_type_ensure (COALITION_TYPE_WORK_BAR);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coalitionmap/Coalition/coalition-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CoalitionWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CoalitionWindow, header);
  gtk_widget_class_bind_template_child (widget_class, CoalitionWindow, notice_box);
  gtk_widget_class_bind_template_child (widget_class, CoalitionWindow, title_widget);
  gtk_widget_class_bind_template_child (widget_class, CoalitionWindow, side_button);
  gtk_widget_class_bind_template_child (widget_class, CoalitionWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, CoalitionWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, CoalitionWindow, inspector_button);
  gtk_widget_class_bind_template_child (widget_class, CoalitionWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, CoalitionWindow, search);
  gtk_widget_class_bind_template_child (widget_class, CoalitionWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, CoalitionWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, CoalitionWindow, work_bar);
  gtk_widget_class_bind_template_child (widget_class, CoalitionWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CoalitionWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, CoalitionWindow, loading_spinner);
  gtk_widget_class_bind_template_child (widget_class, CoalitionWindow, loading_label);
  gtk_widget_class_bind_template_child (widget_class, CoalitionWindow, outer_paned);
  gtk_widget_class_bind_template_child (widget_class, CoalitionWindow, inner_paned);
  gtk_widget_class_bind_template_callback (widget_class, cancel_loading_cb);
  gtk_widget_class_bind_template_callback (widget_class, jump_cb);
}

static void
coalition_window_init (CoalitionWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- public --------------------------------------------------------------------------------------------------------------- */

/**
 * coalition_window_new:
 * @application: the application
 *
 * Makes a window without a campaign, of the size that the last one had.
 *
 * Returns: (transfer none): the window
 */
CoalitionWindow *
coalition_window_new (CoalitionApplication *application)
{
  CoalitionWindow *self = g_object_new (COALITION_TYPE_WINDOW, "application", application, NULL);

  self->settings = g_object_ref (coalition_application_get_settings (application));
  g_signal_connect_swapped (self->settings, "changed::author", G_CALLBACK (apply_author), self);
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  coalition_window_add_actions (self);
  show_page (self, "welcome");
  document_changed_cb (self);

  return self;
}

/**
 * coalition_window_is_free:
 * @self: a window
 *
 * Returns: whether it neither has a campaign nor is opening one
 */
gboolean
coalition_window_is_free (CoalitionWindow *self)
{
  g_return_val_if_fail (COALITION_IS_WINDOW (self), FALSE);

  return self->document == NULL && self->loading == NULL && !self->closed;
}

/**
 * coalition_window_has_file:
 * @self: a window
 * @file: a file
 *
 * Returns: whether it shows the campaign in @file, by whichever links that is reached
 */
gboolean
coalition_window_has_file (CoalitionWindow *self, GFile *file)
{
  g_return_val_if_fail (COALITION_IS_WINDOW (self), FALSE);

  return self->document != NULL && coalition_document_info_is_file (self->document, file);
}

/**
 * coalition_window_has_draft:
 * @self: a window
 * @path: of a draft's working copy
 *
 * Returns: whether it shows that draft
 */
gboolean
coalition_window_has_draft (CoalitionWindow *self, const char *path)
{
  return self->document != NULL && coalition_document_get_file (self->document) == NULL
         && g_strcmp0 (coalition_campaign_get_path (coalition_document_get_campaign (self->document)), path) == 0;
}

/**
 * coalition_window_set_loading:
 * @self: a window without a campaign
 * @text: (nullable): what is being done, translated; %NULL when that failed
 * @cancellable: (nullable): stops it
 *
 * Shows that something is on its way, and a way to stop it.
 */
void
coalition_window_set_loading (CoalitionWindow *self, const char *text, GCancellable *cancellable)
{
  g_return_if_fail (COALITION_IS_WINDOW (self));

  if (text == NULL)
    cancellable = NULL;
  g_set_object (&self->loading, cancellable);
  gtk_label_set_text (self->loading_label, text != NULL ? text : "");
  if (!self->closed)
    show_page (self, text != NULL ? "loading" : "welcome");
}

/**
 * coalition_window_open_file:
 * @self: a window without a campaign
 * @file: a campaign's file
 *
 * Opens @file without blocking; a failure is told.
 */
void
coalition_window_open_file (CoalitionWindow *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *text = g_strdup_printf (_("Opening “%s”…"), name);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_return_if_fail (coalition_window_is_free (self));

  coalition_window_set_loading (self, text, cancellable);
  coalition_document_open_async (file, cancellable, opened_cb, g_object_ref (self));
}

/**
 * coalition_window_set_document:
 * @self: a window
 * @document: an open document
 *
 * Shows @document, which the window closes when it is closed.
 */
void
coalition_window_set_document (CoalitionWindow *self, CoalitionDocument *document)
{
  CoalitionCampaign *campaign = coalition_document_get_campaign (document);
  GFile *file = coalition_document_get_file (document);
  CoalitionApplication *application;

  g_return_if_fail (COALITION_IS_WINDOW (self));
  g_return_if_fail (self->document == NULL);

  g_clear_object (&self->loading);
  if (self->closed)
    {
      coalition_document_close (document, NULL);
      return;
    }
  application = COALITION_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  self->document = g_object_ref (document);
  apply_author (self);

  self->session = coalition_session_new (document);
  coalition_window_listen (self);
  g_signal_connect_object (campaign, "notify::undo-label", G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (campaign, "notify::redo-label", G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (campaign, "changed", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);

  self->side = GTK_WIDGET (coalition_side_panel_new (self->session));
  self->canvas = GTK_WIDGET (coalition_canvas_view_new (self->session));
  self->inspector = GTK_WIDGET (coalition_inspector_new (self->session));
  coalition_window_listen_to_presenting (self);
  gtk_widget_add_css_class (self->side, "coalition-side");
  gtk_widget_add_css_class (self->inspector, "coalition-side");
  gtk_paned_set_start_child (self->outer_paned, self->side);
  gtk_paned_set_start_child (self->inner_paned, self->canvas);
  gtk_paned_set_end_child (self->inner_paned, self->inspector);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), place_inspector, NULL, NULL);
  g_action_group_change_action_state (G_ACTION_GROUP (self), "show-side-panel",
                                      g_settings_get_value (self->settings, "show-side-panel"));
  g_action_group_change_action_state (G_ACTION_GROUP (self), "show-inspector",
                                      g_settings_get_value (self->settings, "show-inspector"));

  g_signal_connect_object (self->session, "notify::panel", G_CALLBACK (panel_changed_cb), self, G_CONNECT_SWAPPED);

  coalition_search_set_session (self->search, self->session);
  if (file != NULL)
    coalition_application_note_recent (application, file);
  show_page (self, "campaign");
  history_changed_cb (self);
  document_changed_cb (self);
  gtk_widget_grab_focus (self->canvas);
}

/**
 * coalition_window_get_document:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the document, if there is one
 */
CoalitionDocument *
coalition_window_get_document (CoalitionWindow *self)
{
  g_return_val_if_fail (COALITION_IS_WINDOW (self), NULL);

  return self->document;
}

/**
 * coalition_window_get_session:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): what is selected in it, if it has a campaign
 */
CoalitionSession *
coalition_window_get_session (CoalitionWindow *self)
{
  g_return_val_if_fail (COALITION_IS_WINDOW (self), NULL);

  return self->session;
}

/**
 * coalition_window_get_campaign:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the campaign, if there is one
 */
CoalitionCampaign *
coalition_window_get_campaign (CoalitionWindow *self)
{
  g_return_val_if_fail (COALITION_IS_WINDOW (self), NULL);

  return self->document != NULL ? coalition_document_get_campaign (self->document) : NULL;
}

/**
 * coalition_window_show_pane:
 * @self: a window
 * @inspector: the inspector, rather than the side panel
 * @shown: whether to show it
 *
 * Shows or hides a pane beside the map.
 */
void
coalition_window_show_pane (CoalitionWindow *self, gboolean inspector, gboolean shown)
{
  const char *key = inspector ? "show-inspector" : "show-side-panel";

  if (self->session == NULL)
    return;
  if (shown != g_settings_get_boolean (self->settings, key))
    save_panes (self);
  g_settings_set_boolean (self->settings, key, shown);
  if (inspector)
    {
      gtk_widget_set_visible (self->inspector, shown);
      return;
    }
  coalition_side_panel_set_open (COALITION_SIDE_PANEL (self->side), shown);
  /* Closed, the rail stays, and a position of 0 leaves just the room it needs. */
  gtk_paned_set_position (self->outer_paned, shown ? g_settings_get_int (self->settings, "side-panel-width") : 0);
}

/**
 * coalition_window_refresh_welcome:
 * @self: a window
 *
 * Lists drafts and recent files anew.
 */
void
coalition_window_refresh_welcome (CoalitionWindow *self)
{
  g_return_if_fail (COALITION_IS_WINDOW (self));

  coalition_welcome_refresh (self->welcome);
}

/**
 * coalition_window_open_search:
 * @self: a window
 *
 * Opens the search.
 */
void
coalition_window_open_search (CoalitionWindow *self)
{
  g_return_if_fail (COALITION_IS_WINDOW (self));

  /* While the map is presented there is no header bar to open it from. */
  if (!self->presenting)
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->search_button));
}

/**
 * coalition_window_commit:
 * @self: a window
 *
 * Takes over what was typed into the inspector and not yet entered.
 */
void
coalition_window_commit (CoalitionWindow *self)
{
  g_return_if_fail (COALITION_IS_WINDOW (self));

  if (self->inspector != NULL)
    coalition_inspector_commit (COALITION_INSPECTOR (self->inspector));
}

/**
 * coalition_window_reload:
 * @self: a window with a document
 *
 * Shows the document anew, after another version was put in its place.
 */
void
coalition_window_reload (CoalitionWindow *self)
{
  g_autoptr (CoalitionDocument) document = NULL;

  g_return_if_fail (COALITION_IS_WINDOW (self));
  g_return_if_fail (self->document != NULL);

  document = g_object_ref (self->document);
  coalition_window_unset_document (self);
  coalition_window_set_document (self, document);
}

/**
 * coalition_window_dismiss_notice:
 * @self: a window
 *
 * Takes away a remark that was read. What is to be decided stays.
 */
void
coalition_window_dismiss_notice (CoalitionWindow *self)
{
  g_return_if_fail (COALITION_IS_WINDOW (self));

  if (self->document == NULL)
    return;
  g_free (self->dismissed);
  self->dismissed = g_strdup (coalition_document_get_message (self->document));
  update_notice (self);
}

/**
 * coalition_window_import:
 * @self: a window with a campaign
 * @files: a list of #GFile
 *
 * Asks how @files are to be understood, and imports them.
 */
void
coalition_window_import (CoalitionWindow *self, GListModel *files)
{
  g_return_if_fail (COALITION_IS_WINDOW (self));
  g_return_if_fail (self->session != NULL);

  gtk_window_present (GTK_WINDOW (coalition_import_dialog_new (GTK_WINDOW (self), self->session, files)));
}
