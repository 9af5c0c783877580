/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-window-private.h"

#include "coalition-compat.h"

#include <glib/gi18n-lib.h>

#define TOAST_COMES_UP 700 /* ms, also when it takes the place of another */

/* What a window tells in passing: what was done, what failed, and what is being done. */

static void
session_error_cb (CoalitionWindow *self, const char *title, const char *message)
{
  const CoalitionAlertResponse responses[] = { { "close", _("_Close"), ADW_RESPONSE_DEFAULT } };

  coalition_compat_alert (GTK_WIDGET (self), title != NULL ? title : "", message != NULL ? message : "",
                          responses, G_N_ELEMENTS (responses), "close", NULL, NULL);
}

/* The first of the toasts is the one that is shown; the others wait for it. */
static void
toast_dismissed_cb (CoalitionWindow *self, AdwToast *toast)
{
  if (g_queue_peek_head (&self->shown_toasts) == toast)
    {
      self->toast_time = g_get_monotonic_time ();
      g_clear_handle_id (&self->retire_id, g_source_remove);
    }
  g_queue_remove (&self->shown_toasts, toast);
  if (self->undo_toast == toast)
    self->undo_toast = NULL;
}

static gboolean
retire_cb (gpointer data)
{
  ((CoalitionWindow *) data)->retire_id = 0;
  adw_toast_dismiss (g_queue_peek_head (&((CoalitionWindow *) data)->shown_toasts));
  return G_SOURCE_REMOVE;
}

/* Undo in a toast undoes what the toast tells of: once there is another edit, or it was undone, it must go. But libadwaita
 * 1.2 crashes if a toast is dismissed that is still coming up: until then, it only loses its button. */
static void
retire_undo_toast (CoalitionWindow *self)
{
  AdwToast *toast = g_steal_pointer (&self->undo_toast);
  gint64 wait = TOAST_COMES_UP - (g_get_monotonic_time () - self->toast_time) / 1000;

  if (toast == NULL)
    return;
  if (g_queue_peek_head (&self->shown_toasts) != toast || wait <= 0)
    {
      adw_toast_dismiss (toast);
      return;
    }
  adw_toast_set_button_label (toast, NULL);
  if (self->retire_id == 0)
    self->retire_id = g_timeout_add ((guint) wait, retire_cb, self);
}

static void
session_toast_cb (CoalitionWindow *self, const char *message, gboolean undo)
{
  AdwToast *toast = adw_toast_new ("");
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_toast_set_title (toast, escaped);
  adw_toast_set_timeout (toast, 4);
  if (undo)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
      retire_undo_toast (self);
      self->undo_toast = toast;
    }
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, G_CONNECT_SWAPPED);
  if (g_queue_is_empty (&self->shown_toasts))
    self->toast_time = g_get_monotonic_time ();
  g_queue_push_tail (&self->shown_toasts, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
busy_changed_cb (CoalitionWindow *self)
{
  gboolean busy = self->working > 0;

  if (self->session != NULL && !busy)
    g_object_get (self->session, "busy", &busy, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

/* --- public --------------------------------------------------------------------------------------------------------------- */

/**
 * coalition_window_listen:
 * @self: a window with a session
 *
 * Tells what the session has to say.
 */
void
coalition_window_listen (CoalitionWindow *self)
{
  CoalitionCampaign *campaign = coalition_document_get_campaign (self->document);

  g_signal_connect_object (self->session, "error", G_CALLBACK (session_error_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "toast", G_CALLBACK (session_toast_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::busy", G_CALLBACK (busy_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (campaign, "notify::head", G_CALLBACK (retire_undo_toast), self, G_CONNECT_SWAPPED);
}

/**
 * coalition_window_begin_work:
 * @self: a window
 *
 * Shows that something is being done, until coalition_window_end_work() was called as often.
 */
void
coalition_window_begin_work (CoalitionWindow *self)
{
  g_return_if_fail (COALITION_IS_WINDOW (self));

  self->working++;
  busy_changed_cb (self);
}

/**
 * coalition_window_end_work:
 * @self: a window
 *
 * See coalition_window_begin_work().
 */
void
coalition_window_end_work (CoalitionWindow *self)
{
  g_return_if_fail (COALITION_IS_WINDOW (self));
  g_return_if_fail (self->working > 0);

  self->working--;
  if (!self->closed)
    busy_changed_cb (self);
}

/**
 * coalition_window_begin_task:
 * @self: a window
 * @text: what is being done, translated
 * @cancellable: stops it
 *
 * Shows, if it takes long, that something is being done and a way to stop it, until coalition_window_end_task().
 */
void
coalition_window_begin_task (CoalitionWindow *self, const char *text, GCancellable *cancellable)
{
  g_return_if_fail (COALITION_IS_WINDOW (self));

  coalition_window_begin_work (self);
  coalition_work_bar_begin (self->work_bar, text, cancellable);
}

/**
 * coalition_window_end_task:
 * @self: a window
 * @cancellable: what coalition_window_begin_task() was given
 *
 * See coalition_window_begin_task().
 */
void
coalition_window_end_task (CoalitionWindow *self, GCancellable *cancellable)
{
  g_return_if_fail (COALITION_IS_WINDOW (self));

  coalition_window_end_work (self);
  if (!self->closed)
    coalition_work_bar_end (self->work_bar, cancellable);
}

/**
 * coalition_window_tell_error:
 * @self: a window
 * @heading: what did not work, translated
 * @error: why
 *
 * Tells a person what went wrong.
 */
void
coalition_window_tell_error (CoalitionWindow *self, const char *heading, const GError *error)
{
  g_return_if_fail (COALITION_IS_WINDOW (self));

  if (self->closed)
    return;
  gtk_window_present (GTK_WINDOW (self));
  session_error_cb (self, heading, error->message);
}

/**
 * coalition_window_toast:
 * @self: a window
 * @text: what was done, translated
 *
 * Says something in passing.
 */
void
coalition_window_toast (CoalitionWindow *self, const char *text)
{
  g_return_if_fail (COALITION_IS_WINDOW (self));

  if (!self->closed)
    session_toast_cb (self, text, FALSE);
}
