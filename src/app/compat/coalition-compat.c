/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-compat.h"

/* The few windows that must be made one way on GTK 4.8 with libadwaita 1.2 and another way on newer ones, where the
 * older ways are deprecated. This unit alone is built without a pin on the API. */

#define HAS_FILE_DIALOG GTK_CHECK_VERSION (4, 10, 0)
#define HAS_DIALOGS ADW_CHECK_VERSION (1, 5, 0)

typedef struct {
  CoalitionAlertCallback callback;
  gpointer data;
} Alert;

#if HAS_DIALOGS
static void
alert_response_cb (AdwAlertDialog *dialog, const char *response, Alert *alert)
#else
static void
alert_response_cb (AdwMessageDialog *dialog, const char *response, Alert *alert)
#endif
{
  if (alert->callback != NULL)
    alert->callback (response, alert->data);
}

static void
alert_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

/**
 * coalition_compat_alert:
 * @parent: a widget of the window that the alert is about
 * @heading: what happened, translated
 * @body: why, and what to do, translated
 * @responses: (array length=n_responses): the answers; the first is also that of closing the alert
 * @n_responses: how many
 * @default_response: (nullable): id of the answer that Enter gives
 * @callback: (nullable) (scope async): told the answer
 * @data: for @callback
 *
 * Tells a person something that wants an answer.
 */
void
coalition_compat_alert (GtkWidget *parent, const char *heading, const char *body, const CoalitionAlertResponse *responses,
                        guint n_responses, const char *default_response, CoalitionAlertCallback callback, gpointer data)
{
  Alert *alert = g_new0 (Alert, 1);

  alert->callback = callback;
  alert->data = data;
#if HAS_DIALOGS
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body));

  for (guint i = 0; i < n_responses; i++)
    {
      adw_alert_dialog_add_response (dialog, responses[i].id, responses[i].label);
      adw_alert_dialog_set_response_appearance (dialog, responses[i].id, responses[i].appearance);
    }
  adw_alert_dialog_set_close_response (dialog, responses[0].id);
  if (default_response != NULL)
    adw_alert_dialog_set_default_response (dialog, default_response);
  g_signal_connect_data (dialog, "response", G_CALLBACK (alert_response_cb), alert, alert_free, 0);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
#else
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (parent)), heading, body));

  for (guint i = 0; i < n_responses; i++)
    {
      adw_message_dialog_add_response (dialog, responses[i].id, responses[i].label);
      adw_message_dialog_set_response_appearance (dialog, responses[i].id, responses[i].appearance);
    }
  adw_message_dialog_set_close_response (dialog, responses[0].id);
  if (default_response != NULL)
    adw_message_dialog_set_default_response (dialog, default_response);
  g_signal_connect_data (dialog, "response", G_CALLBACK (alert_response_cb), alert, alert_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
#endif
}

/**
 * coalition_compat_about:
 * @parent: a widget of the window from which it was asked for
 * @icon: name of the application's icon
 * @name: of the application
 * @developer: who makes it
 * @version: its version
 * @comments: what it is, translated
 * @debug_info: what a report of a fault should name
 *
 * Says what the program is, who makes it and under which terms.
 */
void
coalition_compat_about (GtkWidget *parent, const char *icon, const char *name, const char *developer, const char *version,
                        const char *comments, const char *debug_info)
{
  const char *const properties[] = {
    "application-icon", "application-name", "developer-name", "version", "comments", "debug-info",
    "debug-info-filename", "copyright",
  };
  const char *const texts[] = {
    icon, name, developer, version, comments, debug_info, "coalition-debug-info.txt", "© 2026 The Coalition contributors",
  };
#if HAS_DIALOGS
  GObject *about = G_OBJECT (adw_about_dialog_new ());
#else
  GObject *about = G_OBJECT (adw_about_window_new ());
#endif

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    g_object_set (about, properties[i], texts[i], NULL);
  g_object_set (about, "license-type", GTK_LICENSE_GPL_3_0, NULL);
#if HAS_DIALOGS
  adw_dialog_present (ADW_DIALOG (about), parent);
#else
  gtk_window_set_transient_for (GTK_WINDOW (about), GTK_WINDOW (gtk_widget_get_root (parent)));
  gtk_window_set_modal (GTK_WINDOW (about), TRUE);
  gtk_window_present (GTK_WINDOW (about));
#endif
}

/**
 * coalition_compat_preferences:
 * @parent: a widget of the window from which they were asked for
 * @page: (transfer floating): the one page of preferences
 *
 * Presents preferences.
 */
void
coalition_compat_preferences (GtkWidget *parent, AdwPreferencesPage *page)
{
#if HAS_DIALOGS
  AdwDialog *dialog = adw_preferences_dialog_new ();

  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (dialog), page);
  adw_dialog_present (dialog, parent);
#else
  GtkWidget *window = adw_preferences_window_new ();

  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), page);
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (window), FALSE);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (parent)));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 420);
  gtk_window_present (GTK_WINDOW (window));
#endif
}

#if HAS_FILE_DIALOG

static void
open_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  GListModel *files = NULL;

  if (GPOINTER_TO_INT (g_task_get_task_data (task)))
    {
      files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, &error);
    }
  else
    {
      g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

      if (file != NULL)
        {
          files = G_LIST_MODEL (g_list_store_new (G_TYPE_FILE));
          g_list_store_append (G_LIST_STORE (files), file);
        }
    }
  if (files == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", error != NULL ? error->message : "");
  else
    g_task_return_pointer (task, files, g_object_unref);
}

static void
save_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  GFile *file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", error != NULL ? error->message : "");
  else
    g_task_return_pointer (task, file, g_object_unref);
}

#else

static void
native_response_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (GTask) task = data;

  if (response != GTK_RESPONSE_ACCEPT)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", "");
  else if (gtk_file_chooser_get_action (GTK_FILE_CHOOSER (dialog)) == GTK_FILE_CHOOSER_ACTION_SAVE)
    g_task_return_pointer (task, gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)), g_object_unref);
  else
    g_task_return_pointer (task, gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog)), g_object_unref);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
show_native (GtkWindow *parent, const char *title, GtkFileChooserAction action, const char *name, GListModel *filters,
             gboolean multiple, GTask *task)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (filters); i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, i);

      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
      if (i == 0)
        gtk_file_chooser_set_filter (GTK_FILE_CHOOSER (dialog), filter);
    }
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), multiple);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (native_response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

#endif

/**
 * coalition_compat_open_files_async:
 * @parent: the window from which it is asked for
 * @title: translated
 * @filters: a list of #GtkFileFilter, the usual one first
 * @multiple: whether several files may be chosen
 * @callback: called when the person has chosen
 * @data: for @callback
 *
 * Asks which files are to be opened.
 */
void
coalition_compat_open_files_async (GtkWindow *parent, const char *title, GListModel *filters, gboolean multiple,
                                   GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (parent, NULL, callback, data);

  g_task_set_task_data (task, GINT_TO_POINTER (multiple), NULL);
#if HAS_FILE_DIALOG
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, filters);
  if (multiple)
    gtk_file_dialog_open_multiple (dialog, parent, NULL, open_cb, task);
  else
    gtk_file_dialog_open (dialog, parent, NULL, open_cb, task);
#else
  show_native (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, filters, multiple, task);
#endif
}

/**
 * coalition_compat_open_files_finish:
 * @result: what the callback was given
 * @error: set to %G_IO_ERROR_CANCELLED if nothing was chosen
 *
 * Returns: (transfer full) (nullable): a list of #GFile
 */
GListModel *
coalition_compat_open_files_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * coalition_compat_save_file_async:
 * @parent: the window from which it is asked for
 * @title: translated
 * @name: the name proposed, with its ending: nothing is appended afterwards, since a sandbox grants the one file chosen
 * @filters: a list of #GtkFileFilter, the usual one first
 * @callback: called when the person has chosen
 * @data: for @callback
 *
 * Asks where a file is to be written. Whether an existing file may be replaced was asked when this returns.
 */
void
coalition_compat_save_file_async (GtkWindow *parent, const char *title, const char *name, GListModel *filters,
                                  GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (parent, NULL, callback, data);

#if HAS_FILE_DIALOG
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, parent, NULL, save_cb, task);
#else
  show_native (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, name, filters, FALSE, task);
#endif
}

/**
 * coalition_compat_save_file_finish:
 * @result: what the callback was given
 * @error: set to %G_IO_ERROR_CANCELLED if nothing was chosen
 *
 * Returns: (transfer full) (nullable): the file
 */
GFile *
coalition_compat_save_file_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
