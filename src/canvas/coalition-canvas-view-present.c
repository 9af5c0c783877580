/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-canvas-view-private.h"

#include "coalition-date.h"

#include <glib/gi18n-lib.h>

/* The part of the canvas with its cards that presents the views of a campaign, one after the other. */

/* The controls go when the pointer has rested so long, in milliseconds. */
#define REST 2500

static gboolean
hide_cb (gpointer data)
{
  CoalitionCanvasView *self = data;

  self->hide_source = 0;
  gtk_widget_set_visible (self->controls, FALSE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
  return G_SOURCE_REMOVE;
}

static void
motion_cb (CoalitionCanvasView *self,
           double               x,
           double               y)
{
  /* GTK tells of motion also when something comes to lie under a pointer that rests. */
  if (!self->presenting || (x == self->pointer_x && y == self->pointer_y))
    return;
  self->pointer_x = x;
  self->pointer_y = y;
  gtk_widget_set_visible (self->controls, TRUE);
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  g_clear_handle_id (&self->hide_source, g_source_remove);
  self->hide_source = g_timeout_add (REST, hide_cb, self);
}

/* Before the canvas sees them: while presenting, the arrows lead from view to view, not from party to party. */
static gboolean
key_cb (CoalitionCanvasView *self,
        guint                key,
        guint                code,
        GdkModifierType      modifiers)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (!self->presenting || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      coalition_canvas_view_go (self, rtl ? 1 : -1);
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      coalition_canvas_view_go (self, rtl ? -1 : 1);
      break;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
    case GDK_KEY_BackSpace:
      coalition_canvas_view_go (self, -1);
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
    case GDK_KEY_space:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      coalition_canvas_view_go (self, 1);
      break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      coalition_canvas_view_go (self, G_MININT);
      break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      coalition_canvas_view_go (self, G_MAXINT);
      break;
    case GDK_KEY_Escape:
      coalition_canvas_view_set_presenting (self, FALSE);
      break;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_minus:
    case GDK_KEY_0:
    case GDK_KEY_KP_Add:
    case GDK_KEY_KP_Subtract:
    case GDK_KEY_KP_0:
    case GDK_KEY_F11:
      return GDK_EVENT_PROPAGATE;
    default:
      /* Nothing is edited before an audience by a slip of the hand. */
      break;
    }
  return GDK_EVENT_STOP;
}

/**
 * coalition_canvas_view_add_presenting:
 * @self: a new view
 *
 * Has the view listen for what matters while it presents.
 */
void
coalition_canvas_view_add_presenting (CoalitionCanvasView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new (), *motion = gtk_event_controller_motion_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

/**
 * coalition_canvas_view_update_presenting:
 * @self: a view
 *
 * Has the caption say which view is presented, and how many there are.
 */
void
coalition_canvas_view_update_presenting (CoalitionCanvasView *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  CoalitionRecord *record = campaign != NULL ? coalition_campaign_get_campaign (campaign) : NULL, *view;
  g_autoptr (GPtrArray) views = NULL;
  g_autofree char *count = NULL, *text = NULL, *date = NULL;
  const char *as_of = coalition_session_get_as_of (self->session), *name;
  guint index = 0;

  if (!self->presenting || campaign == NULL)
    return;
  view = coalition_session_get_view (self->session);
  views = coalition_session_list_views (self->session);
  g_ptr_array_find (views, view, &index);
  /* Translators: the number of a view, and how many there are */
  count = g_strdup_printf (_("%u of %u"), MIN (index + 1, views->len), views->len);
  gtk_label_set_text (self->controls_label, count);
  name = record != NULL ? coalition_record_get_title (record) : NULL;
  date = coalition_date_format (as_of);
  /* Translators: the campaign, and the date at which its map is seen */
  text = as_of != NULL ? g_strdup_printf (_("%s, as of %s"), name != NULL ? name : "", date) : g_strdup (name != NULL ? name : "");
  gtk_label_set_text (self->caption_title, coalition_record_get_title (view));
  gtk_label_set_text (self->caption_text, text);
}

/**
 * coalition_canvas_view_get_presenting:
 * @self: a view
 *
 * Returns: whether it shows the map alone
 */
gboolean
coalition_canvas_view_get_presenting (CoalitionCanvasView *self)
{
  return self->presenting;
}

/**
 * coalition_canvas_view_set_presenting:
 * @self: a view
 * @presenting: whether to show the map alone
 *
 * Begins or ends to present. Whoever owns the window makes it as large as the screen meanwhile ("notify::presenting").
 */
void
coalition_canvas_view_set_presenting (CoalitionCanvasView *self,
                                      gboolean             presenting)
{
  if (self->presenting == presenting || (presenting && (self->session == NULL || !self->has_map)))
    return;
  self->presenting = presenting;
  if (presenting)
    {
      self->mode_before = coalition_canvas_get_mode (self->canvas);
      coalition_canvas_set_mode (self->canvas, COALITION_CANVAS_PAN);
    }
  else
    {
      g_clear_handle_id (&self->hide_source, g_source_remove);
      coalition_canvas_set_mode (self->canvas, self->mode_before);
      gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
    }
  coalition_time_bar_play (self->time_bar, FALSE);
  coalition_legend_card_set_foldable (self->legend, !presenting);
  gtk_widget_set_visible (self->caption, presenting);
  /* What to do first is for who works, not for who looks on. */
  gtk_widget_set_visible (self->empty, !presenting && coalition_scene_get_n_parties (coalition_canvas_get_scene (self->canvas)) <= 1);
  gtk_widget_set_visible (self->controls, FALSE);
  coalition_canvas_view_update_presenting (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  g_object_notify (G_OBJECT (self), "presenting");
}
