/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-document-private.h"

#include "coalition-publish.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Edits rest this long before the person's file follows, and no longer than the other while they go on. */
#define QUIET_MS 1000
#define LONGEST_MS 10000

/* How soon a file that could not be written is tried again without a new edit. */
#define RETRY_MS 30000

/**
 * CoalitionDocument:
 *
 * A campaign and the person's file in which it is kept. The file is never edited in place: edits go to a private working
 * copy and are safe there at once; the file follows soon after they stop, replaced as a whole, by a worker thread.
 *
 * The worker uses campaign, working copy and serial under the lock; everything else belongs to the main thread, which takes
 * what the worker found out from its result.
 */
struct _CoalitionDocument
{
  GObject parent_instance;

  GMutex lock;
  CoalitionCampaign *campaign;
  CoalitionWorkingCopy *copy;
  guint serial;
  gboolean is_closed;

  GFile *file;
  CoalitionDocumentState state;
  char *message;
  char *note;
  GError *problem;
  char *published_head;
  guint applied;
  gboolean drop_unsaved;
  guint running;
  guint timer;
  gint64 waiting_since;
};

/* What one run of the worker found out. */
typedef struct {
  guint serial;
  char *head;
  GFile *file;
  GError *error;
} Outcome;

enum {
  PROP_CAMPAIGN = 1,
  PROP_FILE,
  PROP_STATE,
  PROP_MESSAGE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (CoalitionDocument, coalition_document, G_TYPE_OBJECT)

static void schedule (CoalitionDocument *self, guint delay);

static void
outcome_free (Outcome *outcome)
{
  g_free (outcome->head);
  g_clear_object (&outcome->file);
  g_clear_error (&outcome->error);
  g_free (outcome);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Outcome, outcome_free)

/* --- State --------------------------------------------------------------------------------------------------------- */

static gboolean
is_unpublished (CoalitionDocument *self)
{
  return self->file != NULL && g_strcmp0 (coalition_campaign_get_head (self->campaign), self->published_head) != 0;
}

static void
update_state (CoalitionDocument *self)
{
  CoalitionDocumentState state;
  const char *message = self->problem != NULL ? self->problem->message : self->note;

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

  g_object_freeze_notify (G_OBJECT (self));
  if (g_strcmp0 (message, self->message) != 0)
    {
      g_free (self->message);
      self->message = g_strdup (message);
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
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
}

/* Takes over what a worker found out, unless something newer is known. */
static void
apply (CoalitionDocument *self,
       const Outcome     *outcome)
{
  if (outcome->serial <= self->applied || self->is_closed)
    return;
  self->applied = outcome->serial;
  if (outcome->error == NULL && outcome->file != NULL)
    set_file (self, outcome->file);
  /* Saving a copy elsewhere that fails leaves the document as it was. */
  if (outcome->error != NULL && outcome->file != NULL)
    return;

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
  update_state (self);
  if (self->state == COALITION_DOCUMENT_SAVING)
    schedule (self, QUIET_MS);
  else if (self->state == COALITION_DOCUMENT_PROBLEM)
    schedule (self, RETRY_MS);
}

/* --- Publishing, in any thread, under the lock --------------------------------------------------------------------- */

static char *
make_copy_path (const CoalitionWorkingCopy *copy)
{
  g_autofree char *stem = g_strndup (copy->database, strlen (copy->database) - strlen (".coalition"));

  return g_strconcat (stem, ".publish", NULL);
}

/* Writes a whole copy of the campaign to @path and looks whether it is one. */
static gboolean
write_checked_copy (CoalitionCampaign  *campaign,
                    const char         *path,
                    char              **head,
                    GError            **error)
{
  g_auto (CoalitionFileCheck) check = { 0 };

  (void) g_unlink (path);
  if (!coalition_campaign_write_copy (campaign, path, error) ||
      !coalition_campaign_check_file (path, &check, error))
    return FALSE;
  if (!check.is_campaign || !check.is_whole)
    {
      g_set_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_DAMAGED,
                   _("Coalition’s own copy of this campaign is damaged (%s), so it was not saved to your file, which is "
                     "as it was. Close the campaign and open the file again."),
                   check.problems != NULL && check.problems[0] != NULL ? check.problems[0] : "?");
      return FALSE;
    }
  *head = g_strdup (check.head);

  return TRUE;
}

/* Brings the person's file up to date with the working copy. */
static gboolean
publish_working_copy (CoalitionCampaign     *campaign,
                      CoalitionWorkingCopy  *copy,
                      GError               **error)
{
  g_autofree char *path = make_copy_path (copy);
  g_autoptr (GFile) target = g_file_new_for_uri (copy->location);
  g_autoptr (GFile) written = g_file_new_for_path (path);
  g_auto (CoalitionFileStamp) stamp = { 0 };
  g_autofree char *head = NULL;
  gboolean is_done;

  is_done = write_checked_copy (campaign, path, &head, error) &&
            coalition_file_stamp_read (written, NULL, &stamp, NULL, error);
  if (is_done)
    {
      /* Noted first: a process that ends after the file is replaced must know it for its own when it comes back. */
      g_free (copy->pending_sha256);
      g_free (copy->pending_head);
      copy->pending_sha256 = g_strdup (stamp.sha256);
      copy->pending_size = stamp.size;
      copy->pending_head = g_strdup (head);
      is_done = coalition_working_copy_save (copy, error) &&
                coalition_publish_file (path, target, copy->published.sha256 != NULL ? &copy->published : NULL, &stamp,
                                        error);
    }
  (void) g_unlink (path);
  if (!is_done)
    return FALSE;

  coalition_file_stamp_copy (&stamp, &copy->published);
  g_clear_pointer (&copy->pending_sha256, g_free);
  g_clear_pointer (&copy->pending_head, g_free);
  g_free (copy->head);
  copy->head = g_steal_pointer (&head);
  /* If this cannot be written, what is pending says the same. */
  coalition_working_copy_save (copy, NULL);

  return TRUE;
}

static Outcome *
run_publish (CoalitionDocument *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  Outcome *outcome = g_new0 (Outcome, 1);

  outcome->serial = ++self->serial;
  if (!self->is_closed && !coalition_working_copy_is_draft (self->copy))
    publish_working_copy (self->campaign, self->copy, &outcome->error);
  outcome->head = g_strdup (self->copy != NULL ? self->copy->head : NULL);

  return outcome;
}

/* Keeps what is at @resolved before the person's decision replaces it. */
static gboolean
keep_theirs (GFile   *resolved,
             GError **error)
{
  g_autofree char *name = g_file_get_basename (resolved);
  g_autofree char *path = coalition_working_copy_backup_path (name, error);
  g_autoptr (GFile) backup = path != NULL ? g_file_new_for_path (path) : NULL;

  return backup != NULL && g_file_copy (resolved, backup, G_FILE_COPY_NONE, NULL, NULL, NULL, error);
}

/* Learns what is at @resolved now, which the person has agreed to replace; @stamp stays empty if nothing is. */
static gboolean
look_at_target (GFile               *resolved,
                gboolean             is_own,
                CoalitionFileStamp  *stamp,
                GError             **error)
{
  g_autoptr (GError) cause = NULL;

  if (coalition_file_stamp_read (resolved, NULL, stamp, NULL, &cause))
    return !is_own || keep_theirs (resolved, error);
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;
  coalition_publish_explain (resolved, cause, error);

  return FALSE;
}

static gboolean
save_to (CoalitionDocument  *self,
         GFile              *file,
         GError            **error)
{
  g_autoptr (GFile) resolved = coalition_publish_resolve (file);
  g_autofree char *location = g_file_get_uri (resolved);
  g_auto (CoalitionFileStamp) stamp = { 0 };
  g_auto (CoalitionFileStamp) old_stamp = { 0 };
  g_autofree char *old_name = g_strdup (self->copy->name);
  g_autofree char *old_location = g_strdup (self->copy->location);

  if (!look_at_target (resolved, g_strcmp0 (location, old_location) == 0, &stamp, error))
    return FALSE;
  coalition_file_stamp_copy (&self->copy->published, &old_stamp);
  coalition_file_stamp_copy (&stamp, &self->copy->published);
  if (coalition_working_copy_move (self->copy, file, resolved, error) &&
      publish_working_copy (self->campaign, self->copy, error))
    return TRUE;

  coalition_file_stamp_copy (&old_stamp, &self->copy->published);
  g_free (self->copy->name);
  g_free (self->copy->location);
  self->copy->name = g_steal_pointer (&old_name);
  self->copy->location = g_steal_pointer (&old_location);
  coalition_working_copy_save (self->copy, NULL);

  return FALSE;
}

static Outcome *
run_save_as (CoalitionDocument *self,
             GFile             *file)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  Outcome *outcome = g_new0 (Outcome, 1);

  outcome->serial = ++self->serial;
  outcome->file = g_object_ref (file);
  if (!self->is_closed)
    save_to (self, file, &outcome->error);
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
  g_task_return_pointer (task, data != NULL ? run_save_as (source, data) : run_publish (source),
                         (GDestroyNotify) outcome_free);
}

static gboolean
finish (CoalitionDocument  *self,
        GAsyncResult       *result,
        GError            **error)
{
  g_autoptr (Outcome) outcome = g_task_propagate_pointer (G_TASK (result), error);

  if (outcome == NULL)
    return FALSE;
  self->running--;
  apply (self, outcome);
  if (outcome->error != NULL)
    g_propagate_error (error, g_steal_pointer (&outcome->error));

  return error == NULL || *error == NULL;
}

static void
timed_publish_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  /* What went wrong is in the document's state and message. */
  finish (COALITION_DOCUMENT (source), result, NULL);
}

static gboolean
timer_cb (gpointer data)
{
  CoalitionDocument *self = data;

  self->timer = 0;
  if (self->is_closed || self->state == COALITION_DOCUMENT_CONFLICT)
    return G_SOURCE_REMOVE;
  if (self->running > 0)
    schedule (self, QUIET_MS);
  else if (is_unpublished (self) || self->problem != NULL)
    coalition_document_publish_async (self, timed_publish_cb, NULL);

  return G_SOURCE_REMOVE;
}

static void
schedule (CoalitionDocument *self,
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
  update_state (self);
  if (self->state == COALITION_DOCUMENT_CONFLICT)
    return;
  if (self->waiting_since == 0)
    self->waiting_since = now;
  if (self->timer == 0 || self->problem != NULL || now - self->waiting_since < LONGEST_MS * G_TIME_SPAN_MILLISECOND)
    schedule (self, QUIET_MS);
}

static void
set_campaign (CoalitionDocument *self,
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

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->campaign != NULL && !self->is_closed)
    {
      self->is_closed = TRUE;
      coalition_campaign_close (self->campaign, NULL);
      if (self->drop_unsaved)
        coalition_working_copy_remove (g_steal_pointer (&self->copy), NULL);
    }
  if (self->campaign != NULL)
    set_campaign (self, NULL);
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

/**
 * coalition_document_state_get_type:
 *
 * Returns: the type of #CoalitionDocumentState
 */
GType
coalition_document_state_get_type (void)
{
  static gsize type;

  if (g_once_init_enter (&type))
    {
      static const GEnumValue values[] = {
        { COALITION_DOCUMENT_DRAFT, "COALITION_DOCUMENT_DRAFT", "draft" },
        { COALITION_DOCUMENT_SAVED, "COALITION_DOCUMENT_SAVED", "saved" },
        { COALITION_DOCUMENT_SAVING, "COALITION_DOCUMENT_SAVING", "saving" },
        { COALITION_DOCUMENT_CONFLICT, "COALITION_DOCUMENT_CONFLICT", "conflict" },
        { COALITION_DOCUMENT_PROBLEM, "COALITION_DOCUMENT_PROBLEM", "problem" },
        { 0, NULL, NULL },
      };

      g_once_init_leave (&type, g_enum_register_static ("CoalitionDocumentState", values));
    }

  return type;
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
  set_campaign (self, campaign);
  update_state (self);
  if (self->state == COALITION_DOCUMENT_SAVING)
    schedule (self, QUIET_MS);
  else if (self->state == COALITION_DOCUMENT_PROBLEM)
    schedule (self, RETRY_MS);

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
 * Returns: (nullable): what the person should know: what is wrong and what to do about it, or where an earlier version was
 *   kept
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
  g_autoptr (Outcome) outcome = NULL;

  g_return_val_if_fail (COALITION_IS_DOCUMENT (self), FALSE);

  if (self->is_closed || self->file == NULL || (!is_unpublished (self) && self->problem == NULL))
    return TRUE;
  outcome = run_publish (self);
  apply (self, outcome);
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

  return finish (self, result, error);
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

  return finish (self, result, error);
}
