/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-canvas-view-private.h"

#include "coalition-date.h"

#include <glib/gi18n-lib.h>

/* The part of the canvas with its cards that says in words what is chosen in their menus. */

/* Says what is chosen beside the icon of a menu, and to who only hears its name. */
static void
set_word (GtkMenuButton *button,
          CoalitionWord *word,
          const char    *name,
          const char    *choice)
{
  /* Translators: a menu and what is chosen in it, as "Color and size: Stance" */
  g_autofree char *label = choice != NULL ? g_strdup_printf (C_("menu", "%s: %s"), name, choice) : g_strdup (name);

  coalition_word_set_label (word, choice != NULL ? choice : name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
update_view_word (CoalitionCanvasView *self)
{
  g_autoptr (GPtrArray) views = coalition_session_list_views (self->session);
  CoalitionRecord *view = coalition_session_get_view (self->session);

  if (views->len > 1 && view != NULL)
    {
      set_word (self->views_button, self->views_word, _("View"), coalition_record_get_title (view));
      return;
    }
  /* One view is no choice: the icon is enough. */
  set_word (self->views_button, self->views_word, _("Views"), NULL);
  coalition_word_set_label (self->views_word, "");
}

static void
update_filter_word (CoalitionCanvasView *self)
{
  guint n = coalition_filter_bar_get_n_chips (self->filter_bar);
  g_autofree char *text = g_strdup_printf (ngettext ("%u filter", "%u filters", n), n);

  set_word (self->filter_button, self->filter_word, _("Filter"), NULL);
  gtk_menu_button_set_label (self->chips_button, text);
  gtk_widget_set_visible (self->chips_card, n > 1);
}

/**
 * coalition_canvas_view_update_words:
 * @self: a view with a session
 *
 * Says beside the icons of the menus what is chosen in them, and what is being done.
 */
void
coalition_canvas_view_update_words (CoalitionCanvasView *self)
{
  g_autofree char *layout = NULL, *color = NULL;

  if (coalition_session_get_campaign (self->session) == NULL)
    return;
  layout = coalition_layout_menu_dup_choice (self->layout_menu);
  color = coalition_color_menu_dup_choice (self->color_menu);
  update_view_word (self);
  set_word (self->layout_button, self->layout_word, _("Layout"),
            self->arrange != NULL && coalition_arrange_is_busy (self->arrange) ? _("Arranging…") : layout);
  set_word (self->color_button, self->color_word, _("Color and size"),
            coalition_color_menu_is_busy (self->color_menu) ? _("Computing…") : color);
  update_filter_word (self);
  coalition_canvas_view_update_presenting (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * coalition_canvas_view_update_time:
 * @self: a view with a session
 *
 * Says the date on the button that stands for the bar of time, and takes both away where nothing has a date.
 */
void
coalition_canvas_view_update_time (CoalitionCanvasView *self)
{
  const char *as_of = coalition_session_get_as_of (self->session);
  g_autofree char *date = coalition_date_format (as_of);
  gboolean has_dates = coalition_time_bar_has_dates (self->time_bar);

  set_word (self->time_button, self->time_word, _("Date"), as_of != NULL ? date : _("Today"));
  gtk_widget_set_visible (GTK_WIDGET (self->time_bar), has_dates);
  gtk_widget_set_visible (self->time_card, has_dates);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
