/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-document-private.h"

#include <glib/gi18n-lib.h>

/* However long edits go on, the person's file follows after this time. */
#define LONGEST_MS 10000

enum {
  PROP_CAMPAIGN = 1,
  PROP_FILE,
  PROP_STATE,
  PROP_MESSAGE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (CoalitionDocument, coalition_document, G_TYPE_OBJECT)

/* --- State --------------------------------------------------------------------------------------------------------- */

static gboolean
is_unpublished (CoalitionDocument *self)
{
  return self->file != NULL && g_strcmp0 (coalition_campaign_get_head (self->campaign), self->published_head) != 0;
}

/**
 * coalition_document_update_state:
 * @self: a document
 *
 * Works out state and message anew, and notifies if they are others.
 */
void
coalition_document_update_state (CoalitionDocument *self)
{
  CoalitionDocumentState state;
  g_autofree char *message = NULL;

  if (self->file == NULL)
    state = COALITION_DOCUMENT_DRAFT;
  else if (g_error_matches (self->problem, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_CHANGED))
    state = COALITION_DOCUMENT_CONFLICT;
  else if (self->problem != NULL)
    state = COALITION_DOCUMENT_PROBLEM;
  else if (is_unpublished (self))
    state = COALITION_DOCUMENT_SAVING;
  else
    state = COALITION_DOCUMENT_SAVED;

  if (self->problem == NULL)
    message = g_strdup (self->note);
  else if (self->drop_unsaved)
    message = g_strdup (self->problem->message);
  else
    message = g_strconcat (self->problem->message, " ", _("Your changes are kept on this computer."), NULL);

  g_object_freeze_notify (G_OBJECT (self));
  if (g_strcmp0 (message, self->message) != 0)
    {
      g_free (self->message);
      self->message = g_steal_pointer (&message);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
    }
  if (state != self->state)
    {
      self->state = state;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

static void
set_file (CoalitionDocument *self,
          GFile             *file)
{
  if (self->file != NULL && g_file_equal (self->file, file))
    return;
  g_set_object (&self->file, file);
  coalition_document_watch (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
}

/**
 * coalition_document_apply:
 * @self: a document
 * @outcome: what a run of the worker found out
 *
 * Takes it over, unless something newer is known.
 */
void
coalition_document_apply (CoalitionDocument *self,
                          const CoalitionOutcome     *outcome)
{
  if (outcome->serial <= self->applied || self->is_closed)
    return;
  self->applied = outcome->serial;
  if (outcome->error == NULL && outcome->file != NULL)
    set_file (self, outcome->file);
  if (outcome->error != NULL && outcome->file != NULL)
    {
      /* Saving a copy elsewhere that fails leaves the document as it was. */
      if (self->state == COALITION_DOCUMENT_SAVING)
        coalition_document_schedule (self, COALITION_DOCUMENT_QUIET_MS);
      return;
    }

  g_clear_error (&self->problem);
  if (outcome->error != NULL)
    {
      self->problem = g_error_copy (outcome->error);
    }
  else
    {
      g_free (self->published_head);
      self->published_head = g_strdup (outcome->head);
      self->waiting_since = 0;
    }
  coalition_document_update_state (self);
  if (self->state == COALITION_DOCUMENT_SAVING)
    coalition_document_schedule (self, COALITION_DOCUMENT_QUIET_MS);
  else if (self->state == COALITION_DOCUMENT_PROBLEM)
    coalition_document_schedule (self, COALITION_DOCUMENT_RETRY_MS);
}

/* --- Runs of the worker, in any thread ----------------------------------------------------------------------------- */

static CoalitionOutcome *
run_publish (CoalitionDocument *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  CoalitionOutcome *outcome = g_new0 (CoalitionOutcome, 1);

  outcome->serial = ++self->serial;
  if (!self->is_closed && !coalition_working_copy_is_draft (self->copy))
    coalition_document_publish_copy (self->campaign, self->copy, &outcome->error);
  outcome->head = g_strdup (self->copy != NULL ? self->copy->head : NULL);

  return outcome;
}

/**
 * coalition_document_run_save_as:
 * @self: a document; this may be called from any thread
 * @file: a file as the person named it
 *
 * Makes @file the document's and writes it.
 *
 * Returns: (transfer full): what came of it, for coalition_document_apply()
 */
CoalitionOutcome *
coalition_document_run_save_as (CoalitionDocument *self,
                                GFile             *file)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  CoalitionOutcome *outcome = g_new0 (CoalitionOutcome, 1);

  outcome->serial = ++self->serial;
  outcome->file = g_object_ref (file);
  if (!self->is_closed)
    coalition_document_save_copy_to (self->campaign, self->copy, file, &outcome->error);
  outcome->head = g_strdup (self->copy != NULL ? self->copy->head : NULL);

  return outcome;
}

/* --- Callbacks ----------------------------------------------------------------------------------------------------- */

static void
publish_thread (GTask         *task,
                gpointer       source,
                gpointer       data,
                GCancellable  *cancellable)
{
  g_task_return_pointer (task, data != NULL ? coalition_document_run_save_as (source, data) : run_publish (source),
                         (GDestroyNotify) coalition_outcome_free);
}

/**
 * coalition_document_finish:
 * @self: a document
 * @result: what the callback of a task was given that returned a #CoalitionOutcome
 * @error: return location for a #GError
 *
 * Returns: %TRUE if it went well
 */
gboolean
coalition_document_finish (CoalitionDocument  *self,
                           GAsyncResult       *result,
                           GError            **error)
{
  g_autoptr (CoalitionOutcome) outcome = g_task_propagate_pointer (G_TASK (result), error);

  if (outcome == NULL)
    return FALSE;
  self->running--;
  coalition_document_apply (self, outcome);
  if (outcome->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&outcome->error));
  return FALSE;
}

static void
timed_publish_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  /* What went wrong is in the document's state and message. */
  coalition_document_finish (COALITION_DOCUMENT (source), result, NULL);
}

static gboolean
timer_cb (gpointer data)
{
  CoalitionDocument *self = data;

  self->timer = 0;
  if (self->is_closed || self->state == COALITION_DOCUMENT_CONFLICT)
    return G_SOURCE_REMOVE;
  if (self->running > 0)
    coalition_document_schedule (self, COALITION_DOCUMENT_QUIET_MS);
  else if (is_unpublished (self) || self->problem != NULL)
    coalition_document_publish_async (self, timed_publish_cb, NULL);

  return G_SOURCE_REMOVE;
}

/**
 * coalition_document_schedule:
 * @self: a document
 * @delay: milliseconds
 *
 * Sets the time at which the person's file is next brought up to date.
 */
void
coalition_document_schedule (CoalitionDocument *self,
                             guint              delay)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (!self->is_closed)
    self->timer = g_timeout_add (delay, timer_cb, self);
}

static void
changed_cb (CoalitionDocument *self)
{
  gint64 now = g_get_monotonic_time ();

  if (self->is_closed || self->file == NULL)
    return;
  g_clear_pointer (&self->note, g_free);
  coalition_document_update_state (self);
  if (self->state == COALITION_DOCUMENT_CONFLICT)
    return;
  if (self->waiting_since == 0)
    self->waiting_since = now;
  if (self->timer == 0 || self->problem != NULL || now - self->waiting_since < LONGEST_MS * G_TIME_SPAN_MILLISECOND)
    coalition_document_schedule (self, COALITION_DOCUMENT_QUIET_MS);
}

/**
 * coalition_document_set_campaign:
 * @self: a document
 * @campaign: (nullable): a campaign
 *
 * Goes on with another campaign object, listening to its edits.
 */
void
coalition_document_set_campaign (CoalitionDocument *self,
                                 CoalitionCampaign *campaign)
{
  if (self->campaign != NULL)
    g_signal_handlers_disconnect_by_func (self->campaign, changed_cb, self);
  g_set_object (&self->campaign, campaign);
  if (campaign != NULL)
    g_signal_connect_object (campaign, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/* --- Object -------------------------------------------------------------------------------------------------------- */

static void
coalition_document_dispose (GObject *object)
{
  CoalitionDocument *self = COALITION_DOCUMENT (object);

  coalition_document_rest (self);
  if (self->campaign != NULL && !self->is_closed)
    {
      self->is_closed = TRUE;
      coalition_campaign_close (self->campaign, NULL);
      if (self->drop_unsaved)
        coalition_working_copy_remove (g_steal_pointer (&self->copy), NULL);
    }
  if (self->campaign != NULL)
    coalition_document_set_campaign (self, NULL);
  g_clear_pointer (&self->copy, coalition_working_copy_free);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (coalition_document_parent_class)->dispose (object);
}

static void
coalition_document_finalize (GObject *object)
{
  CoalitionDocument *self = COALITION_DOCUMENT (object);

  g_mutex_clear (&self->lock);
  g_clear_error (&self->problem);
  g_free (self->message);
  g_free (self->note);
  g_free (self->published_head);

  G_OBJECT_CLASS (coalition_document_parent_class)->finalize (object);
}

static void
coalition_document_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  CoalitionDocument *self = COALITION_DOCUMENT (object);

  switch (id)
    {
    case PROP_CAMPAIGN:
      g_value_set_object (value, self->campaign);
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coalition_document_class_init (CoalitionDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = coalition_document_dispose;
  object_class->finalize = coalition_document_finalize;
  object_class->get_property = coalition_document_get_property;

  /**
   * CoalitionDocument:campaign:
   *
   * The open campaign. It is another object after coalition_document_take_theirs().
   */
  properties[PROP_CAMPAIGN] = g_param_spec_object ("campaign", NULL, NULL, COALITION_TYPE_CAMPAIGN, flags);

  /**
   * CoalitionDocument:file:
   *
   * The person's file as it was named, or %NULL for a draft.
   */
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);

  /**
   * CoalitionDocument:state:
   *
   * Whether the person's file holds every edit.
   */
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, COALITION_TYPE_DOCUMENT_STATE,
                                              COALITION_DOCUMENT_DRAFT, flags);

  /**
   * CoalitionDocument:message:
   *
   * What the person should know: what is wrong and what to do, or where an earlier version was kept; otherwise %NULL.
   */
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
coalition_document_init (CoalitionDocument *self)
{
  g_mutex_init (&self->lock);
}

/* --- For the rest of the document ---------------------------------------------------------------------------------- */

/**
 * coalition_document_new:
 * @campaign: the campaign, loaded from @copy
 * @copy: (transfer full): its working copy
 * @flags: how it was opened
 * @problem: (transfer full) (nullable): why nothing can be published just now
 * @note: (nullable): what else the person should know
 *
 * Puts a document together. If the working copy has what the file has not, the file follows soon.
 *
 * Returns: (transfer full): the document
 */
CoalitionDocument *
coalition_document_new (CoalitionCampaign     *campaign,
                        CoalitionWorkingCopy  *copy,
                        CoalitionOpenFlags     flags,
                        GError                *problem,
                        const char            *note)
{
  CoalitionDocument *self = g_object_new (COALITION_TYPE_DOCUMENT, NULL);

  self->copy = copy;
  self->file = copy->name != NULL ? g_file_new_for_uri (copy->name) : NULL;
  self->published_head = g_strdup (copy->head);
  self->problem = problem;
  self->note = g_strdup (note);
  self->drop_unsaved = (flags & COALITION_OPEN_EXCLUSIVE) != 0;
  if (!self->drop_unsaved)
    coalition_document_watch (self);
  coalition_document_set_campaign (self, campaign);
  coalition_document_update_state (self);
  if (self->state == COALITION_DOCUMENT_SAVING)
    coalition_document_schedule (self, COALITION_DOCUMENT_QUIET_MS);
  else if (self->state == COALITION_DOCUMENT_PROBLEM)
    coalition_document_schedule (self, COALITION_DOCUMENT_RETRY_MS);

  return self;
}

/**
 * coalition_document_keep_unsaved:
 * @self: a document
 *
 * From here on, edits that do not reach the file are kept in the working copy when the document goes.
 */
void
coalition_document_keep_unsaved (CoalitionDocument *self)
{
  self->drop_unsaved = FALSE;
  coalition_document_watch (self);
}

/* --- Public -------------------------------------------------------------------------------------------------------- */

/**
 * coalition_document_get_campaign:
 * @self: a document
 *
 * Returns: (transfer none): the open campaign
 */
CoalitionCampaign *
coalition_document_get_campaign (CoalitionDocument *self)
{
  g_return_val_if_fail (COALITION_IS_DOCUMENT (self), NULL);

  return self->campaign;
}

/**
 * coalition_document_get_file:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): the person's file as it was named, or %NULL for a draft
 */
GFile *
coalition_document_get_file (CoalitionDocument *self)
{
  g_return_val_if_fail (COALITION_IS_DOCUMENT (self), NULL);

  return self->file;
}

/**
 * coalition_document_get_state:
 * @self: a document
 *
 * Returns: whether the person's file holds every edit
 */
CoalitionDocumentState
coalition_document_get_state (CoalitionDocument *self)
{
  g_return_val_if_fail (COALITION_IS_DOCUMENT (self), COALITION_DOCUMENT_DRAFT);

  return self->state;
}

/**
 * coalition_document_get_message:
 * @self: a document
 *
 * Returns: (nullable): what is wrong and what to do about it, or where an earlier version was kept
 */
const char *
coalition_document_get_message (CoalitionDocument *self)
{
  g_return_val_if_fail (COALITION_IS_DOCUMENT (self), NULL);

  return self->message;
}

/**
 * coalition_document_publish:
 * @self: a document
 * @error: return location for a #GError
 *
 * Brings the person's file up to date now and waits for it. There is no need to call it: it happens by itself soon after
 * edits stop. In a conflict it looks again, and goes on if the file is what it was.
 *
 * Returns: %TRUE if the file holds every edit (or the document is a draft), or %FALSE with
 *   %COALITION_CAMPAIGN_ERROR_CHANGED, %COALITION_CAMPAIGN_ERROR_STORAGE or %COALITION_CAMPAIGN_ERROR_DAMAGED; the file is
 *   as it was then
 */
gboolean
coalition_document_publish (CoalitionDocument  *self,
                            GError            **error)
{
  g_autoptr (CoalitionOutcome) outcome = NULL;

  g_return_val_if_fail (COALITION_IS_DOCUMENT (self), FALSE);

  if (self->is_closed || self->file == NULL || (!is_unpublished (self) && self->problem == NULL))
    return TRUE;
  outcome = run_publish (self);
  coalition_document_apply (self, outcome);
  if (outcome->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&outcome->error));
  return FALSE;
}

/**
 * coalition_document_publish_async:
 * @self: a document
 * @callback: (nullable): called when it is done
 * @data: user data for @callback
 *
 * Does what coalition_document_publish() does, in a worker thread.
 */
void
coalition_document_publish_async (CoalitionDocument    *self,
                                  GAsyncReadyCallback   callback,
                                  gpointer              data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (COALITION_IS_DOCUMENT (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  task = g_task_new (self, NULL, callback != NULL ? callback : timed_publish_cb, data);
  g_task_set_source_tag (task, coalition_document_publish_async);
  self->running++;
  g_task_run_in_thread (task, publish_thread);
}

/**
 * coalition_document_publish_finish:
 * @self: a document
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Returns: as coalition_document_publish()
 */
gboolean
coalition_document_publish_finish (CoalitionDocument  *self,
                                   GAsyncResult       *result,
                                   GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return coalition_document_finish (self, result, error);
}

/**
 * coalition_document_save_as_async:
 * @self: a document
 * @file: where the campaign is to be kept from now on, exactly as the person named it: no ending is added
 * @callback: called when it is done
 * @data: user data for @callback
 *
 * Gives a draft its file, or goes on with a copy elsewhere; the file that the document had so far stays as it is. A
 * file that is there is replaced: ask first. Naming the document's own file writes it again even if it is gone or
 * in conflict; what was there is kept in the application's own folder.
 */
void
coalition_document_save_as_async (CoalitionDocument    *self,
                                  GFile                *file,
                                  GAsyncReadyCallback   callback,
                                  gpointer              data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (COALITION_IS_DOCUMENT (self));
  g_return_if_fail (G_IS_FILE (file));

  g_clear_handle_id (&self->timer, g_source_remove);
  task = g_task_new (self, NULL, callback != NULL ? callback : timed_publish_cb, data);
  g_task_set_source_tag (task, coalition_document_save_as_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  self->running++;
  g_task_run_in_thread (task, publish_thread);
}

/**
 * coalition_document_save_as_finish:
 * @self: a document
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Returns: %TRUE if the file is written and is now the document's, or %FALSE with a #CoalitionCampaignError and the document
 *   as it was
 */
gboolean
coalition_document_save_as_finish (CoalitionDocument  *self,
                                   GAsyncResult       *result,
                                   GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return coalition_document_finish (self, result, error);
}

/* Ends a document whose edits are to go. */
static void
drop (CoalitionDocument *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  coalition_document_rest (self);
  self->is_closed = TRUE;
  coalition_campaign_close (self->campaign, NULL);
  coalition_working_copy_remove (g_steal_pointer (&self->copy), NULL);
}

/**
 * coalition_document_close:
 * @self: a document
 * @error: return location for a #GError
 *
 * Brings the person's file up to date and ends the document; its working copy goes. A draft stays among the drafts, if
 * there is anything in it.
 *
 * If the file cannot be brought up to date, the document stays open, for the person to decide. Dropping its last reference
 * ends it then all the same; the working copy stays with every edit and is taken up when the file is next opened. But a
 * document opened with %COALITION_OPEN_EXCLUSIVE is ended, and its edits go: the command that made them has failed.
 *
 * Returns: %TRUE if it is closed and nothing is left to save, or %FALSE with a #CoalitionCampaignError
 */
gboolean
coalition_document_close (CoalitionDocument  *self,
                          GError            **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  gboolean is_needless;

  g_return_val_if_fail (COALITION_IS_DOCUMENT (self), FALSE);

  if (self->is_closed)
    return TRUE;
  if (!coalition_document_publish (self, error))
    {
      if (self->drop_unsaved)
        drop (self);
      return FALSE;
    }

  locker = g_mutex_locker_new (&self->lock);
  is_needless = coalition_document_is_blank (self->campaign, self->copy);
  if (!coalition_campaign_close (self->campaign, error))
    return FALSE;
  self->is_closed = TRUE;
  coalition_document_rest (self);
  if (!coalition_working_copy_is_draft (self->copy))
    {
      g_auto (CoalitionFileCheck) check = { 0 };

      /* An edit that was still on its way when the file was written must not go with the working copy. */
      is_needless = coalition_campaign_check_file (self->copy->database, &check, NULL) && check.is_whole &&
                    g_strcmp0 (check.head, self->copy->head) == 0;
    }
  if (is_needless)
    return coalition_working_copy_remove (g_steal_pointer (&self->copy), error);
  g_clear_pointer (&self->copy, coalition_working_copy_free);

  return TRUE;
}
