/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-application.h"

#include "coalition-compat.h"
#include "coalition-file-filters.h"
#include "coalition-new-dialog.h"
#include "coalition-preferences.h"
#include "coalition-sample-task.h"
#include "coalition-window.h"

#include "coalition-canvas-view.h"
#include "coalition-panels.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/**
 * CoalitionApplication:
 *
 * The program: its windows, of which each shows one campaign, and the actions that need none.
 */
struct _CoalitionApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (CoalitionApplication, coalition_application, ADW_TYPE_APPLICATION)

static CoalitionWindow *
get_active_window (CoalitionApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  /* A dialog leads to its window. */
  while (window != NULL && !COALITION_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);

  return window != NULL ? COALITION_WINDOW (window) : NULL;
}

static CoalitionWindow *
new_window (CoalitionApplication *self)
{
  return coalition_window_new (self);
}

/* The window that a campaign is to be shown in: one that has none yet, or else a new one. */
static CoalitionWindow *
get_free_window (CoalitionApplication *self)
{
  CoalitionWindow *active = get_active_window (self);

  if (active != NULL && coalition_window_is_free (active))
    return active;
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (COALITION_IS_WINDOW (l->data) && coalition_window_is_free (l->data))
      return l->data;

  return new_window (self);
}

/* The window that a dialog belongs to, shown. */
static CoalitionWindow *
get_any_window (CoalitionApplication *self)
{
  CoalitionWindow *window = get_active_window (self);

  if (window == NULL)
    window = get_free_window (self);
  if (!gtk_widget_get_visible (GTK_WIDGET (window)))
    gtk_window_present (GTK_WINDOW (window));

  return window;
}

static void
open_file (CoalitionApplication *self, GFile *file)
{
  CoalitionWindow *window;

  if (coalition_application_present_file (self, file))
    return;
  window = get_free_window (self);
  coalition_window_open_file (window, file);
  gtk_window_present (GTK_WINDOW (window));
}

/* --- making and opening ------------------------------------------------------------------------------------------- */

static void
create_cb (CoalitionNewDialog *dialog, const char *name, const char *us, CoalitionApplication *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CoalitionDocument) document = coalition_document_create (NULL, name, us, FALSE, &error);
  CoalitionWindow *window = get_free_window (self);

  if (document == NULL)
    coalition_window_tell_error (window, _("The campaign could not be made"), error);
  else
    coalition_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CoalitionApplication *self = data;
  CoalitionWindow *window = get_any_window (self);
  CoalitionNewDialog *dialog = coalition_new_dialog_new (GTK_WINDOW (window));

  g_signal_connect_object (dialog, "create", G_CALLBACK (create_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
open_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CoalitionApplication) self = data;
  g_autoptr (GListModel) files = coalition_compat_open_files_finish (result, NULL);

  if (files == NULL)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      open_file (self, file);
    }
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CoalitionApplication *self = data;
  CoalitionWindow *window = get_any_window (self);
  g_autoptr (GListModel) filters = coalition_file_filters_for_campaigns ();

  coalition_compat_open_files_async (GTK_WINDOW (window), _("Open a Campaign"), filters, TRUE, open_chosen_cb, g_object_ref (self));
}

static void
open_uri_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  open_file (data, file);
}

static void
open_draft_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CoalitionApplication *self = data;
  const char *path = g_variant_get_string (parameter, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CoalitionDocument) document = NULL;
  CoalitionWindow *window;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (COALITION_IS_WINDOW (l->data) && coalition_window_has_draft (l->data, path))
      {
        gtk_window_present (l->data);
        return;
      }

  window = get_free_window (self);
  document = coalition_document_open_draft (path, &error);
  if (document == NULL)
    coalition_window_tell_error (window, _("The draft could not be opened"), error);
  else
    coalition_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
}

typedef struct {
  CoalitionApplication *self;
  char *path;
} Discard;

static void
discard_answered_cb (const char *response, gpointer data)
{
  Discard *discard = data;
  g_autoptr (GError) error = NULL;

  if (g_str_equal (response, "discard"))
    {
      CoalitionWindow *window = get_any_window (discard->self);

      if (!coalition_document_discard_draft (discard->path, &error))
        coalition_window_tell_error (window, _("The draft could not be discarded"), error);
      coalition_window_refresh_welcome (window);
    }
  g_object_unref (discard->self);
  g_free (discard->path);
  g_free (discard);
}

/* The one question of this kind: a draft has no file, so discarding it cannot be undone. */
static void
discard_draft_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CoalitionApplication *self = data;
  const CoalitionAlertResponse responses[] = {
    { "keep", _("_Keep"), ADW_RESPONSE_DEFAULT },
    { "discard", _("_Discard"), ADW_RESPONSE_DESTRUCTIVE },
  };
  Discard *discard = g_new0 (Discard, 1);

  discard->self = g_object_ref (self);
  discard->path = g_variant_dup_string (parameter, NULL);
  coalition_compat_alert (GTK_WIDGET (get_any_window (self)), _("Discard this draft?"),
                          _("It was never saved to a file. What is in it will be gone, and this cannot be undone."),
                          responses, G_N_ELEMENTS (responses), "keep", discard_answered_cb, discard);
}

static void
sample_made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CoalitionWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CoalitionDocument) document = coalition_sample_task_finish (result, &error);

  if (document == NULL)
    {
      coalition_window_set_loading (window, NULL, NULL);
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        coalition_window_tell_error (window, _("The sample could not be opened"), error);
      return;
    }
  coalition_window_set_document (window, document);
}

static void
sample_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CoalitionApplication *self = data;
  CoalitionWindow *window = get_free_window (self);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  coalition_window_set_loading (window, _("Opening the sample…"), cancellable);
  gtk_window_present (GTK_WINDOW (window));
  coalition_sample_task_async (cancellable, sample_made_cb, g_object_ref (window));
}

static void
import_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CoalitionApplication) self = data;
  g_autoptr (GListModel) files = coalition_compat_open_files_finish (result, NULL);
  g_autoptr (GFile) first = NULL;
  g_autoptr (CoalitionDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  CoalitionWindow *window;
  char *dot;

  if (files == NULL || g_list_model_get_n_items (files) == 0)
    return;
  first = g_list_model_get_item (files, 0);
  name = g_file_get_basename (first);
  dot = strrchr (name, '.');
  if (dot != NULL && dot != name)
    *dot = '\0';

  window = get_free_window (self);
  document = coalition_document_create (NULL, name, NULL, FALSE, &error);
  if (document == NULL)
    {
      coalition_window_tell_error (window, _("The campaign could not be made"), error);
      return;
    }
  coalition_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  coalition_window_import (window, files);
}

static void
import_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CoalitionApplication *self = data;
  CoalitionWindow *window = get_any_window (self);
  g_autoptr (GListModel) filters = coalition_file_filters_for_tables ();

  coalition_compat_open_files_async (GTK_WINDOW (window), _("Import Spreadsheets"), filters, TRUE, import_chosen_cb, g_object_ref (self));
}

/* --- about the program -------------------------------------------------------------------------------------------- */

static char *
dup_debug_info (void)
{
  return g_strdup_printf ("Coalition %s\nGTK %u.%u.%u (built with %d.%d.%d)\nlibadwaita %u.%u.%u\nGLib %u.%u.%u\n"
                          "Desktop: %s\nFlatpak: %s\n",
                          COALITION_VERSION,
                          gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version (),
                          GTK_MAJOR_VERSION, GTK_MINOR_VERSION, GTK_MICRO_VERSION,
                          adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version (),
                          glib_major_version, glib_minor_version, glib_micro_version,
                          g_getenv ("XDG_CURRENT_DESKTOP") != NULL ? g_getenv ("XDG_CURRENT_DESKTOP") : "-",
                          g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) ? "yes" : "no");
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *debug_info = dup_debug_info ();

  coalition_compat_about (GTK_WIDGET (get_any_window (data)), COALITION_APP_ID, _("Coalition"), _("The Coalition contributors"),
                          COALITION_VERSION,
                          _("Map the people and organizations around your campaign, and what they have agreed to do together."),
                          debug_info);
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CoalitionApplication *self = data;

  coalition_compat_preferences (GTK_WIDGET (get_any_window (self)),
                                ADW_PREFERENCES_PAGE (coalition_preferences_new (self->settings)));
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  /* Each window publishes before it goes; the program ends with the last one. */
  for (GList *l = windows; l != NULL; l = l->next)
    if (COALITION_IS_WINDOW (l->data))
      gtk_window_close (l->data);
}

static const GActionEntry actions[] = {
  { .name = "new", .activate = new_cb },
  { .name = "open", .activate = open_cb },
  { .name = "open-uri", .activate = open_uri_cb, .parameter_type = "s" },
  { .name = "open-draft", .activate = open_draft_cb, .parameter_type = "s" },
  { .name = "discard-draft", .activate = discard_draft_cb, .parameter_type = "s" },
  { .name = "import", .activate = import_cb },
  { .name = "sample", .activate = sample_cb },
  { .name = "preferences", .activate = preferences_cb },
  { .name = "about", .activate = about_cb },
  { .name = "quit", .activate = quit_cb },
};

static const struct {
  const char *action;
  const char *accels[3];
} accels[] = {
  { "app.new", { "<Control>n" } },
  { "app.open", { "<Control>o" } },
  { "app.preferences", { "<Control>comma" } },
  { "win.show-help-overlay", { "<Control>question", "<Control>F1" } },
  { "app.quit", { "<Control>q" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.search", { "<Control>f" } },
  { "win.import", { "<Control>i" } },
  { "win.paste-table('')", { "<Control><Shift>v" } },
  { "win.print", { "<Control>p" } },
  { "win.arrange", { "<Control>l" } },
  { "win.print-map", { "<Control><Shift>p" } },
  { "win.new-view", { "<Control><Alt>n" } },
  { "win.next-view", { "<Control>Page_Down" } },
  { "win.previous-view", { "<Control>Page_Up" } },
  { "win.present", { "F11" } },
  { "win.fullscreen", { "<Shift>F11" } },
  { "win.map-menu('layout')", { "<Control><Shift>l" } },
  { "win.map-menu('filter')", { "<Control><Alt>f" } },
  { "win.show-side-panel", { "F9" } },
  { "win.show-inspector", { "<Shift>F9" } },
  { "window.close", { "<Control>w" } },
};

static void
apply_style (CoalitionApplication *self)
{
  static const AdwColorScheme schemes[] = {
    ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK,
  };
  guint scheme = g_settings_get_enum (self->settings, "color-scheme");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[MIN (scheme, G_N_ELEMENTS (schemes) - 1)]);
}

/* --- GApplication --------------------------------------------------------------------------------------------------- */

static void
coalition_application_activate (GApplication *application)
{
  CoalitionApplication *self = COALITION_APPLICATION (application);

  gtk_window_present (GTK_WINDOW (get_any_window (self)));
}

static void
coalition_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    open_file (COALITION_APPLICATION (application), files[i]);
}

/* The canvas loads its own style; that of the panels is loaded for them. */
static void
load_panels_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, COALITION_PANELS_CSS);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static int
coalition_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  g_autoptr (GError) error = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      printf ("coalition %s\n", COALITION_VERSION);
      return 0;
    }
  if (!g_application_register (application, NULL, &error))
    {
      fprintf (stderr, "coalition: %s\n", error->message);
      return 1;
    }
  if (g_variant_dict_contains (options, "new"))
    g_action_group_activate_action (G_ACTION_GROUP (application), "new", NULL);
  else if (g_variant_dict_contains (options, "sample"))
    g_action_group_activate_action (G_ACTION_GROUP (application), "sample", NULL);
  else
    return -1;

  /* A primary instance goes on to its main loop, where the action has made a window already. */
  return g_application_get_is_remote (application) ? 0 : -1;
}

static void
coalition_application_startup (GApplication *application)
{
  CoalitionApplication *self = COALITION_APPLICATION (application);

  G_APPLICATION_CLASS (coalition_application_parent_class)->startup (application);

  coalition_records_register ();
  coalition_canvas_register ();
  coalition_panels_init ();
  load_panels_style ();

  self->settings = g_settings_new (COALITION_APP_ID);
  g_signal_connect_swapped (self->settings, "changed::color-scheme", G_CALLBACK (apply_style), self);
  apply_style (self);

  gtk_window_set_default_icon_name (COALITION_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action, (const char *const *) accels[i].accels);
}

static void
coalition_application_finalize (GObject *object)
{
  CoalitionApplication *self = COALITION_APPLICATION (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (coalition_application_parent_class)->finalize (object);
}

static void
coalition_application_class_init (CoalitionApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = coalition_application_finalize;
  application_class->startup = coalition_application_startup;
  application_class->activate = coalition_application_activate;
  application_class->open = coalition_application_open;
  application_class->handle_local_options = coalition_application_handle_local_options;
}

static void
coalition_application_init (CoalitionApplication *self)
{
  static const GOptionEntry options[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and end"), NULL },
    { "new", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Begin a new campaign"), NULL },
    { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open the sample as a draft"), NULL },
    { NULL }
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  /* Translators: what follows the program’s name in its usage */
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
}

/* --- for windows ------------------------------------------------------------------------------------------------------ */

/**
 * coalition_application_new:
 *
 * Makes the application; run it.
 *
 * Returns: (transfer full): the application
 */
CoalitionApplication *
coalition_application_new (void)
{
  return g_object_new (COALITION_TYPE_APPLICATION,
                       "application-id", COALITION_APP_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}

/**
 * coalition_application_get_settings:
 * @self: the application
 *
 * Returns: (transfer none): its settings
 */
GSettings *
coalition_application_get_settings (CoalitionApplication *self)
{
  g_return_val_if_fail (COALITION_IS_APPLICATION (self), NULL);

  return self->settings;
}

/**
 * coalition_application_present_file:
 * @self: the application
 * @file: a campaign's file
 *
 * Presents the window that shows @file, if there is one. The same file reached through a link counts as the same.
 *
 * Returns: whether there is one
 */
gboolean
coalition_application_present_file (CoalitionApplication *self, GFile *file)
{
  g_return_val_if_fail (COALITION_IS_APPLICATION (self), FALSE);

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (COALITION_IS_WINDOW (l->data) && coalition_window_has_file (l->data, file))
      {
        gtk_window_present (l->data);
        return TRUE;
      }

  return FALSE;
}

/**
 * coalition_application_note_recent:
 * @self: the application
 * @file: a campaign's file that was opened or saved
 *
 * Remembers @file among the recent ones of the desktop.
 */
void
coalition_application_note_recent (CoalitionApplication *self, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  char *groups[] = { NULL };
  GtkRecentData data = {
    .mime_type = (char *) "application/x-coalition-campaign",
    .app_name = (char *) "coalition",
    .app_exec = (char *) "coalition %u",
    .groups = groups,
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}
