/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-window-private.h"

#include "coalition-compat.h"

#include <glib/gi18n-lib.h>

/* Closing a window: what is in it reaches its file first. */

static void
destroy_now (CoalitionWindow *self)
{
  self->closed = TRUE;
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
close_answered_cb (const char *response, gpointer data)
{
  g_autoptr (CoalitionWindow) self = data;

  if (g_str_equal (response, "close"))
    destroy_now (self);
  else if (g_str_equal (response, "elsewhere"))
    g_action_group_activate_action (G_ACTION_GROUP (self), "save-as", NULL);
}

static void
close_now (CoalitionWindow *self)
{
  g_autoptr (CoalitionDocument) document = g_object_ref (self->document);
  g_autoptr (GError) error = NULL;

  /* Views let go of the campaign before it closes. */
  coalition_window_unset_document (self);
  if (!coalition_document_close (document, &error))
    g_message ("closed with its working copy kept: %s", error->message);
  destroy_now (self);
}

static void
published_on_close_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CoalitionWindow) self = data;
  g_autoptr (GError) error = NULL;
  const CoalitionAlertResponse responses[] = {
    { "stay", _("_Stay"), ADW_RESPONSE_DEFAULT },
    { "close", _("_Close Anyway"), ADW_RESPONSE_DEFAULT },
    { "elsewhere", _("Save _Elsewhere…"), ADW_RESPONSE_SUGGESTED },
  };

  coalition_window_end_work (self);
  self->closing = FALSE;
  if (coalition_document_publish_finish (COALITION_DOCUMENT (source), result, &error))
    {
      close_now (self);
      return;
    }

  /* Nothing is lost by closing, but the person must know that the file is not up to date. */
  {
    g_autofree char *body = g_strdup_printf (_("%s Your edits are kept on this computer, and will be there when you open the campaign again here."),
                                             error->message);

    coalition_compat_alert (GTK_WIDGET (self), _("The file is not up to date"), body, responses, G_N_ELEMENTS (responses),
                            "elsewhere", close_answered_cb, g_object_ref (self));
  }
}

static void
publish_and_close (CoalitionWindow *self)
{
  /* The document does not know its new file yet: coalition_window_saved_as() goes on. */
  if (self->saving_as)
    return;
  if (coalition_document_get_file (self->document) == NULL
      || coalition_document_get_state (self->document) == COALITION_DOCUMENT_SAVED)
    {
      self->closing = FALSE;
      close_now (self);
      return;
    }
  coalition_window_begin_work (self);
  coalition_document_publish_async (self->document, published_on_close_cb, g_object_ref (self));
}

static gboolean
is_busy (CoalitionWindow *self)
{
  gboolean busy;

  g_object_get (self->session, "busy", &busy, NULL);

  return busy;
}

static void
busy_changed_cb (CoalitionWindow *self)
{
  if (is_busy (self))
    return;
  g_signal_handlers_disconnect_by_func (self->session, busy_changed_cb, self);
  publish_and_close (self);
}

/**
 * coalition_window_close_document:
 * @self: a window with a document
 *
 * Takes over what was typed, brings the file up to date, and then closes document and window. A draft stays a draft, and
 * nothing is asked.
 */
void
coalition_window_close_document (CoalitionWindow *self)
{
  self->closing = TRUE;
  coalition_window_commit (self);
  if (is_busy (self))
    g_signal_connect_object (self->session, "notify::busy", G_CALLBACK (busy_changed_cb), self, G_CONNECT_SWAPPED);
  else
    publish_and_close (self);
}

/**
 * coalition_window_saved_as:
 * @self: a window with a document
 * @saved: whether the document now has the file that the person chose
 *
 * Ends saving elsewhere. A window that was to be closed meanwhile closes now, or stays if nothing was saved.
 */
void
coalition_window_saved_as (CoalitionWindow *self,
                           gboolean         saved)
{
  gboolean closing = self->closing;

  self->saving_as = FALSE;
  if (!closing)
    return;
  if (saved)
    publish_and_close (self);
  else
    self->closing = FALSE;
}
