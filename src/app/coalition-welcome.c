/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-welcome.h"

#include "coalition-document.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define MAX_RECENT 8

/**
 * CoalitionWelcome:
 *
 * What a window shows while it has no campaign: the ways to begin, the drafts that have no file yet and the files
 * opened lately.
 */
struct _CoalitionWelcome
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  AdwClamp *clamp;
  GtkWidget *continue_box;
  GtkWidget *drafts_head;
  GtkListBox *drafts_list;
  GtkWidget *recent_head;
  GtkListBox *recent_list;
};

G_DEFINE_FINAL_TYPE (CoalitionWelcome, coalition_welcome, GTK_TYPE_WIDGET)

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static GtkWidget *
add_row (GtkListBox *list, const char *title, const char *subtitle, const char *icon, const char *action, const char *target)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (subtitle, -1);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
    }
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
  gtk_list_box_append (list, row);

  return row;
}

/* Times are stored in UTC; people read their own. */
static char *
format_time (const char *time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (time, NULL);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  /* Translators: a date and time, see g_date_time_format(): 21 Nov 2026, 14:05 */
  return local != NULL ? g_date_time_format (local, _("%-d %b %Y, %H:%M")) : g_strdup (time);
}

static guint
list_drafts (CoalitionWelcome *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = coalition_document_list_drafts (&error);

  if (drafts == NULL)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Drafts cannot be listed"));
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), error->message);
      gtk_list_box_append (self->drafts_list, row);

      return 1;
    }

  for (guint i = 0; i < drafts->len; i++)
    {
      CoalitionDraft *draft = g_ptr_array_index (drafts, i);
      g_autofree char *changed = draft->changed != NULL ? format_time (draft->changed) : NULL;
      GtkWidget *row = add_row (self->drafts_list, draft->name, changed, "document-edit-symbolic", "app.open-draft", draft->path);
      GtkWidget *discard = gtk_button_new_from_icon_name ("user-trash-symbolic");
      g_autofree char *label = g_strdup_printf (_("Discard the draft “%s”"), draft->name);

      gtk_widget_set_valign (discard, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (discard, "flat");
      gtk_widget_set_tooltip_text (discard, label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (discard), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (discard), "app.discard-draft");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (discard), "s", draft->path);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), discard);
    }

  return drafts->len;
}

static int
compare_visited (gconstpointer a, gconstpointer b)
{
  GDateTime *visited_a = gtk_recent_info_get_visited (*(GtkRecentInfo **) a);
  GDateTime *visited_b = gtk_recent_info_get_visited (*(GtkRecentInfo **) b);

  if (visited_a == NULL || visited_b == NULL)
    return (visited_b != NULL) - (visited_a != NULL);

  return g_date_time_compare (visited_b, visited_a);
}

static guint
list_recent (CoalitionWelcome *self)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  g_autoptr (GPtrArray) ours = g_ptr_array_new ();
  guint shown = 0;

  for (GList *l = items; l != NULL; l = l->next)
    if (g_strcmp0 (gtk_recent_info_get_mime_type (l->data), "application/x-coalition-campaign") == 0)
      g_ptr_array_add (ours, l->data);
  g_ptr_array_sort (ours, compare_visited);

  for (guint i = 0; i < ours->len && shown < MAX_RECENT; i++)
    {
      GtkRecentInfo *info = g_ptr_array_index (ours, i);
      g_autofree char *place = NULL;

      /* A share that is away may come back: only local files are known to be gone. */
      if (gtk_recent_info_is_local (info) && !gtk_recent_info_exists (info))
        continue;
      place = gtk_recent_info_get_uri_display (info);
      add_row (self->recent_list, gtk_recent_info_get_display_name (info), place, "document-open-recent-symbolic",
               "app.open-uri", gtk_recent_info_get_uri (info));
      shown++;
    }
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);

  return shown;
}

static void
coalition_welcome_map (GtkWidget *widget)
{
  coalition_welcome_refresh (COALITION_WELCOME (widget));

  GTK_WIDGET_CLASS (coalition_welcome_parent_class)->map (widget);
}

static void
coalition_welcome_dispose (GObject *object)
{
  CoalitionWelcome *self = COALITION_WELCOME (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);

  G_OBJECT_CLASS (coalition_welcome_parent_class)->dispose (object);
}

static void
coalition_welcome_class_init (CoalitionWelcomeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = coalition_welcome_dispose;
  widget_class->map = coalition_welcome_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coalitionmap/Coalition/coalition-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, CoalitionWelcome, scrolled);
  gtk_widget_class_bind_template_child (widget_class, CoalitionWelcome, clamp);
  gtk_widget_class_bind_template_child (widget_class, CoalitionWelcome, continue_box);
  gtk_widget_class_bind_template_child (widget_class, CoalitionWelcome, drafts_head);
  gtk_widget_class_bind_template_child (widget_class, CoalitionWelcome, drafts_list);
  gtk_widget_class_bind_template_child (widget_class, CoalitionWelcome, recent_head);
  gtk_widget_class_bind_template_child (widget_class, CoalitionWelcome, recent_list);
}

static void
coalition_welcome_init (CoalitionWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coalition_welcome_refresh:
 * @self: a welcome page
 *
 * Reads the drafts and the recent files anew.
 */
void
coalition_welcome_refresh (CoalitionWelcome *self)
{
  guint n_drafts, n_recent;

  g_return_if_fail (COALITION_IS_WELCOME (self));

  clear_list (self->drafts_list);
  clear_list (self->recent_list);
  n_drafts = list_drafts (self);
  n_recent = list_recent (self);

  gtk_widget_set_visible (self->drafts_head, n_drafts > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->drafts_list), n_drafts > 0);
  gtk_widget_set_visible (self->recent_head, n_recent > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->recent_list), n_recent > 0);
  gtk_widget_set_visible (self->continue_box, n_drafts + n_recent > 0);
  adw_clamp_set_maximum_size (self->clamp, n_drafts + n_recent > 0 ? 880 : 460);
}
