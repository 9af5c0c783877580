/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-window-private.h"

#include "coalition-canvas-view.h"

/* Presenting: the map alone, on the whole screen. */

static void
show_frame (CoalitionWindow *self, gboolean shown)
{
  gtk_widget_set_visible (self->header, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->notice_box), shown);
  if (self->side != NULL)
    gtk_widget_set_visible (self->side, shown);
  if (self->inspector != NULL)
    gtk_widget_set_visible (self->inspector, shown && g_settings_get_boolean (self->settings, "show-inspector"));
}

static void
presenting_cb (CoalitionWindow *self)
{
  gboolean presenting = self->canvas != NULL && coalition_canvas_view_get_presenting (COALITION_CANVAS_VIEW (self->canvas));

  if (presenting == self->presenting)
    return;
  self->presenting = presenting;
  show_frame (self, !presenting);
  if (presenting)
    {
      self->was_fullscreen = gtk_window_is_fullscreen (GTK_WINDOW (self));
      gtk_window_fullscreen (GTK_WINDOW (self));
    }
  else if (!self->was_fullscreen)
    {
      gtk_window_unfullscreen (GTK_WINDOW (self));
    }
}

/* The desktop has its own ways to leave full screen; presenting ends with it, once it has begun. */
static void
fullscreened_cb (CoalitionWindow *self)
{
  if (self->presenting && !gtk_window_is_fullscreen (GTK_WINDOW (self)) && self->canvas != NULL)
    coalition_canvas_view_set_presenting (COALITION_CANVAS_VIEW (self->canvas), FALSE);
}

/**
 * coalition_window_listen_to_presenting:
 * @self: a window with a new map
 *
 * Gives the whole screen to the map while it is presented.
 */
void
coalition_window_listen_to_presenting (CoalitionWindow *self)
{
  g_signal_connect_object (self->canvas, "notify::presenting", G_CALLBACK (presenting_cb), self, G_CONNECT_SWAPPED);
  g_signal_handlers_disconnect_by_func (self, fullscreened_cb, NULL);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (fullscreened_cb), NULL);
}

/**
 * coalition_window_present_views:
 * @self: a window
 *
 * Begins to present the views of the campaign, or ends it.
 */
void
coalition_window_present_views (CoalitionWindow *self)
{
  CoalitionCanvasView *view = self->canvas != NULL ? COALITION_CANVAS_VIEW (self->canvas) : NULL;

  if (view != NULL)
    coalition_canvas_view_set_presenting (view, !coalition_canvas_view_get_presenting (view));
}

/**
 * coalition_window_leave_presenting:
 * @self: a window that is to let go of its map
 *
 * Shows the frame again.
 */
void
coalition_window_leave_presenting (CoalitionWindow *self)
{
  if (self->canvas != NULL)
    coalition_canvas_view_set_presenting (COALITION_CANVAS_VIEW (self->canvas), FALSE);
}
