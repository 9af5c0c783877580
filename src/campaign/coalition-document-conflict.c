/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-document-private.h"

#include "coalition-publish.h"

#include <glib/gi18n-lib.h>

/* When somebody else changes the person's file: noticing it, and the ways out. */

/**
 * coalition_outcome_free:
 * @self: an outcome
 *
 * Frees it.
 */
void
coalition_outcome_free (CoalitionOutcome *self)
{
  g_free (self->head);
  g_clear_object (&self->file);
  g_clear_error (&self->error);
  g_free (self);
}

/* --- Noticing ------------------------------------------------------------------------------------------------------ */

static void
look_thread (GTask         *task,
             gpointer       source,
             gpointer       data,
             GCancellable  *cancellable)
{
  CoalitionDocument *self = source;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  CoalitionOutcome *outcome = g_new0 (CoalitionOutcome, 1);

  outcome->serial = ++self->serial;
  if (!self->is_closed && !coalition_working_copy_is_draft (self->copy))
    {
      g_autoptr (GFile) resolved = g_file_new_for_uri (self->copy->location);

      coalition_publish_compare (resolved, &self->copy->published, &outcome->error);
    }
  outcome->head = g_strdup (self->copy != NULL ? self->copy->head : NULL);
  g_task_return_pointer (task, outcome, (GDestroyNotify) coalition_outcome_free);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  /* What was found is in the document's state and message. */
  coalition_document_finish (COALITION_DOCUMENT (source), result, NULL);
}

static gboolean
look_cb (gpointer data)
{
  CoalitionDocument *self = data;
  g_autoptr (GTask) task = NULL;

  if (self->running > 0)
    return G_SOURCE_CONTINUE;
  self->look_timer = 0;
  task = g_task_new (self, NULL, looked_cb, NULL);
  g_task_set_source_tag (task, coalition_document_watch);
  self->running++;
  g_task_run_in_thread (task, look_thread);

  return G_SOURCE_REMOVE;
}

static void
file_changed_cb (CoalitionDocument *self)
{
  /* Our own publishing is seen too; looking finds nothing new then. */
  if (!self->is_closed && self->look_timer == 0)
    self->look_timer = g_timeout_add (COALITION_DOCUMENT_LOOK_MS, look_cb, self);
}

/**
 * coalition_document_rest:
 * @self: a document
 *
 * Ends all that would happen by itself later.
 */
void
coalition_document_rest (CoalitionDocument *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->look_timer, g_source_remove);
  g_clear_object (&self->monitor);
}

/**
 * coalition_document_watch:
 * @self: a document
 *
 * Begins to notice when others change the document's file. Where that cannot be noticed, it is found out when the file
 * is next published.
 */
void
coalition_document_watch (CoalitionDocument *self)
{
  g_autoptr (GFile) resolved = NULL;

  g_clear_object (&self->monitor);
  if (self->file == NULL)
    return;
  resolved = coalition_publish_resolve (self->file);
  self->monitor = g_file_monitor_file (resolved, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (file_changed_cb), self, G_CONNECT_SWAPPED);
}

/* --- Ways out ------------------------------------------------------------------------------------------------------ */

/**
 * coalition_document_take_theirs:
 * @self: a document with a file
 * @error: return location for a #GError
 *
 * Goes on with the person's file as it is now. What this document held is kept as a file in the application's own folder,
 * which the message names. #CoalitionDocument:campaign is another object afterwards.
 *
 * Returns: %TRUE, or %FALSE with a #CoalitionCampaignError and the document as it was
 */
gboolean
coalition_document_take_theirs (CoalitionDocument  *self,
                                GError            **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GFile) resolved = NULL;
  g_autoptr (CoalitionWorkingCopy) copy = NULL;
  g_autoptr (CoalitionCampaign) campaign = NULL;
  g_autofree char *kept = NULL;

  g_return_val_if_fail (COALITION_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (self->file != NULL && !self->is_closed, FALSE);

  locker = g_mutex_locker_new (&self->lock);
  resolved = g_file_new_for_uri (self->copy->location);
  kept = coalition_document_keep_ours (self->campaign, self->copy, error);
  if (kept == NULL)
    return FALSE;
  copy = coalition_document_bring_in (self->file, resolved, self->copy, error);
  if (copy == NULL)
    return FALSE;
  campaign = coalition_campaign_load (copy->database, error);
  if (campaign == NULL || !coalition_campaign_close (self->campaign, error))
    {
      if (campaign != NULL)
        coalition_campaign_close (campaign, NULL);
      coalition_working_copy_remove (g_steal_pointer (&copy), NULL);
      return FALSE;
    }

  coalition_working_copy_remove (g_steal_pointer (&self->copy), NULL);
  self->copy = g_steal_pointer (&copy);
  /* What a worker found out about the old one no longer counts. */
  self->applied = ++self->serial;
  coalition_document_set_campaign (self, campaign);
  g_clear_pointer (&locker, g_mutex_locker_free);

  g_clear_handle_id (&self->timer, g_source_remove);
  self->waiting_since = 0;
  g_clear_error (&self->problem);
  g_free (self->published_head);
  self->published_head = g_strdup (self->copy->head);
  g_clear_pointer (&self->note, g_free);
  self->note = g_strdup_printf (_("This is the other version. Yours is kept as “%s”."), kept);
  g_object_notify (G_OBJECT (self), "campaign");
  coalition_document_update_state (self);
  if (self->state == COALITION_DOCUMENT_SAVING)
    coalition_document_schedule (self, COALITION_DOCUMENT_QUIET_MS);

  return TRUE;
}

/**
 * coalition_document_keep_both:
 * @self: a document with a file
 * @kept: (out) (optional) (transfer full): the new file
 * @error: return location for a #GError
 *
 * Leaves the person's file to the others and writes this document beside it, as "NAME (my copy).coalition". The document
 * goes on with the new file, so that nothing changes on the screen and everything can still be undone.
 *
 * Returns: %TRUE, or %FALSE with a #CoalitionCampaignError and the document as it was
 */
gboolean
coalition_document_keep_both (CoalitionDocument  *self,
                              GFile             **kept,
                              GError            **error)
{
  g_autoptr (GFile) sibling = NULL;
  g_autoptr (CoalitionOutcome) outcome = NULL;

  g_return_val_if_fail (COALITION_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (self->file != NULL && !self->is_closed, FALSE);

  sibling = coalition_document_find_sibling (self->file);
  if (sibling == NULL)
    {
      g_set_error_literal (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_STORAGE,
                           _("There can be no copy beside this file. Save a copy elsewhere."));
      return FALSE;
    }
  outcome = coalition_document_run_save_as (self, sibling);
  coalition_document_apply (self, outcome);
  if (outcome->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&outcome->error));
      return FALSE;
    }
  if (kept != NULL)
    *kept = g_steal_pointer (&sibling);

  return TRUE;
}
