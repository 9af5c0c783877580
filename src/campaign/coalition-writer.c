/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-writer.h"

#include "coalition-campaign.h"
#include "coalition-clock.h"
#include "coalition-command-private.h"
#include "coalition-error.h"
#include "coalition-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An edit, as undo and redo see it: it was @kept if the history still has what it changed, and it is @usable if that fits
 * this version of the document. */
typedef struct
{
  char *id;
  char *message;
  GStrv arguments;
  gboolean kept;
  gboolean usable;
} Step;

/* The one writing connection, in a thread of its own. What can be undone and done again is kept here, because only
 * here it is known in which order requests are carried out. */
struct _CoalitionWriter
{
  CoalitionStore *store;
  GAsyncQueue *jobs;
  GAsyncQueue *done;
  GSourceFunc wake;
  gpointer owner;
  GThread *thread;
  GPtrArray *undo; /* of Step */
  GPtrArray *redo;
  char *head;
};

static void
step_free (Step *step)
{
  g_free (step->id);
  g_free (step->message);
  g_strfreev (step->arguments);
  g_free (step);
}

/* Fills the placeholders of a translated message. It never is a printf format: it can come from a file. */
char *
coalition_message_format (const char        *message,
                          const char *const *arguments)
{
  const char *p = *message != '\0' ? _(message) : message;
  GString *result = g_string_new (NULL);
  guint n_arguments = arguments != NULL ? g_strv_length ((GStrv) arguments) : 0;
  guint next = 0;

  while (*p != '\0')
    {
      guint index = G_MAXUINT;

      if (p[0] == '%' && p[1] == 's')
        {
          index = next++;
          p += 2;
        }
      else if (p[0] == '%' && g_ascii_isdigit (p[1]) && p[2] == '$' && p[3] == 's')
        {
          index = p[1] - '1';
          p += 4;
        }
      else
        {
          if (p[0] == '%' && p[1] == '%')
            p++;
          g_string_append_c (result, *p++);
          continue;
        }
      if (index < n_arguments)
        g_string_append (result, arguments[index]);
    }

  return g_string_free (result, FALSE);
}

/* A request to the writer. */
CoalitionJob *
coalition_job_new (CoalitionJobType   type,
                   CoalitionCommand  *command,
                   GTask             *task,
                   const char        *author)
{
  CoalitionJob *self = g_new0 (CoalitionJob, 1);

  self->type = type;
  self->command = command;
  self->task = task;
  self->author = g_strdup (author);

  return self;
}

/* Frees a request. */
void
coalition_job_free (CoalitionJob *self)
{
  g_clear_pointer (&self->command, coalition_command_unref);
  g_clear_object (&self->task);
  g_clear_error (&self->error);
  g_clear_pointer (&self->changeset, g_bytes_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_free (self->author);
  g_free (self->head);
  g_free (self->undo_label);
  g_free (self->redo_label);
  g_free (self);
}

/* Words for people in the place of SQLite's. */
void
coalition_campaign_wrap_error (GError **error)
{
  CoalitionCampaignError code = COALITION_CAMPAIGN_ERROR_STORAGE;
  g_autofree char *message = NULL;

  if (error == NULL || *error == NULL)
    return;
  if ((*error)->domain == COALITION_BASE_ERROR)
    {
      /* A value that its field does not take; the message says which. */
      (*error)->domain = COALITION_CAMPAIGN_ERROR;
      (*error)->code = COALITION_CAMPAIGN_ERROR_REFUSED;
    }
  if ((*error)->domain != COALITION_STORE_ERROR)
    return;
  switch ((*error)->code)
    {
    case COALITION_STORE_ERROR_NOT_CAMPAIGN:
      code = COALITION_CAMPAIGN_ERROR_NOT_CAMPAIGN;
      message = g_strdup (_("This file is not a campaign."));
      break;
    case COALITION_STORE_ERROR_DAMAGED:
      code = COALITION_CAMPAIGN_ERROR_DAMAGED;
      message = g_strdup_printf (_("This campaign is damaged (%s). Open a backup of it; nothing was changed."), (*error)->message);
      break;
    case COALITION_STORE_ERROR_NEWER:
      code = COALITION_CAMPAIGN_ERROR_NEWER;
      message = g_strdup (_("This campaign was written by a newer version of Coalition. Update Coalition to open it; nothing was changed."));
      break;
    case COALITION_STORE_ERROR_FULL:
      message = g_strdup (_("The disk is full. Make room and try again; nothing was changed."));
      break;
    case COALITION_STORE_ERROR_BUSY:
      code = COALITION_CAMPAIGN_ERROR_BUSY;
      message = g_strdup (_("The campaign is in use by another program. Close it there and try again."));
      break;
    case COALITION_STORE_ERROR_CONSTRAINT:
      code = COALITION_CAMPAIGN_ERROR_REFUSED;
      message = g_strdup_printf (_("This change was refused, because the campaign would not be whole with it (%s)."), (*error)->message);
      break;
    case COALITION_STORE_ERROR_CONFLICT:
      code = COALITION_CAMPAIGN_ERROR_REFUSED;
      message = g_strdup (_("This step can no longer be undone or done again: what it changed was changed otherwise since."));
      break;
    default:
      message = g_strdup_printf (_("The campaign could not be read or written (%s). Nothing was changed."), (*error)->message);
      break;
    }
  g_clear_error (error);
  g_set_error_literal (error, COALITION_CAMPAIGN_ERROR, code, message);
}

static Step *
step_new (const CoalitionStoredEntry *entry)
{
  Step *step = g_new0 (Step, 1);

  step->id = g_strdup (entry->id);
  step->message = g_strdup (entry->message);
  step->arguments = g_strdupv (entry->arguments);
  step->kept = entry->has_changeset;
  step->usable = entry->has_changeset && entry->schema >= coalition_store_get_barrier ()
                 && entry->schema <= coalition_store_get_version ();

  return step;
}

static Step *
last_of (GPtrArray *steps)
{
  return steps->len > 0 ? g_ptr_array_index (steps, steps->len - 1) : NULL;
}

static void
move_last (GPtrArray *from,
           GPtrArray *to,
           const char *id)
{
  for (guint i = from->len; i > 0; i--)
    if (g_str_equal (((Step *) g_ptr_array_index (from, i - 1))->id, id))
      {
        g_ptr_array_add (to, g_ptr_array_steal_index (from, i - 1));
        return;
      }
}

/* Takes an entry into account: an edit can be undone and ends redoing; undoing and redoing move the step they name. */
static void
note_entry (CoalitionWriter            *self,
            const CoalitionStoredEntry *entry)
{
  g_free (self->head);
  self->head = g_strdup (entry->id);
  if (entry->undoes == NULL)
    {
      g_ptr_array_set_size (self->redo, 0);
      g_ptr_array_add (self->undo, step_new (entry));
    }
  else if (entry->is_redo)
    {
      move_last (self->redo, self->undo, entry->undoes);
    }
  else
    {
      move_last (self->undo, self->redo, entry->undoes);
    }
}

static void
describe (CoalitionWriter  *self,
          char            **head,
          char            **undo_label,
          char            **redo_label)
{
  Step *undo = last_of (self->undo), *redo = last_of (self->redo);

  *head = g_strdup (self->head);
  *undo_label = undo != NULL && undo->usable ? coalition_message_format (undo->message, (const char *const *) undo->arguments) : NULL;
  *redo_label = redo != NULL && redo->usable ? coalition_message_format (redo->message, (const char *const *) redo->arguments) : NULL;
}

/* The step to undo or do again, or NULL with an error that says why there is none. */
static Step *
find_step (CoalitionWriter   *self,
           CoalitionJobType   type,
           GError           **error)
{
  Step *step = last_of (type == COALITION_JOB_UNDO ? self->undo : self->redo);

  if (step != NULL && step->usable)
    return step;
  if (step != NULL && step->kept)
    g_set_error_literal (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_BARRIER,
                         _("What happened before the campaign was brought to this version cannot be undone."));
  else
    g_set_error_literal (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_NOTHING,
                         type == COALITION_JOB_UNDO ? _("There is nothing to undo.") : _("There is nothing to do again."));

  return NULL;
}

static gboolean
apply_step (CoalitionWriter   *self,
            CoalitionJobType   type,
            Step              *step,
            GError           **error)
{
  g_autoptr (GBytes) changeset = coalition_store_read_changeset (self->store, step->id, error);

  return changeset != NULL && coalition_store_apply (self->store, changeset, type == COALITION_JOB_UNDO, error);
}

/* Everything of a job in one transaction. Whatever happens, the job carries the outcome. */
static void
carry_out (CoalitionWriter *self,
           CoalitionJob    *job)
{
  g_autoptr (GBytes) changeset = NULL;
  g_autoptr (GArray) places = NULL;
  CoalitionStoredEntry entry = { 0 };
  g_autofree char *id = coalition_uuid ();
  g_autofree char *time = coalition_clock_now ();
  Step *step = NULL;

  if (job->type != COALITION_JOB_RUN && (step = find_step (self, job->type, &job->error)) == NULL)
    return;
  if (!coalition_store_begin (self->store, &job->error))
    return;
  if (!(step != NULL ? apply_step (self, job->type, step, &job->error)
                     : coalition_command_execute (job->command, self->store, &job->error))
      || (changeset = coalition_store_get_changeset (self->store, &job->error)) == NULL
      || (places = coalition_store_read_places (self->store, changeset, &job->error)) == NULL)
    {
      coalition_store_rollback (self->store);
      return;
    }
  if (g_bytes_get_size (changeset) == 0)
    {
      /* An edit that changes nothing is no entry; a step always changed something. */
      if (step != NULL)
        g_set_error_literal (&job->error, COALITION_STORE_ERROR, COALITION_STORE_ERROR_CONFLICT, "the changeset does nothing");
      coalition_store_rollback (self->store);
      return;
    }

  entry.id = id;
  entry.parent = self->head;
  entry.author = job->author;
  entry.time = time;
  entry.message = (char *) (step != NULL ? step->message : coalition_command_get_message (job->command));
  entry.arguments = step != NULL ? step->arguments : coalition_command_get_arguments (job->command);
  entry.undoes = step != NULL ? step->id : NULL;
  entry.is_redo = job->type == COALITION_JOB_REDO;
  entry.schema = coalition_store_get_version ();
  entry.has_changeset = TRUE;
  if (!coalition_store_append_history (self->store, &entry, changeset, &job->error))
    coalition_store_rollback (self->store);
  else if (coalition_store_commit (self->store, &job->error))
    {
      note_entry (self, &entry);
      job->changeset = g_steal_pointer (&changeset);
      job->places = g_steal_pointer (&places);
    }
}

static gpointer
write_until_quit (gpointer data)
{
  CoalitionWriter *self = data;

  for (;;)
    {
      CoalitionJob *job = g_async_queue_pop (self->jobs);

      if (job->type == COALITION_JOB_QUIT)
        {
          coalition_job_free (job);
          return NULL;
        }
      carry_out (self, job);
      coalition_campaign_wrap_error (&job->error);
      describe (self, &job->head, &job->undo_label, &job->redo_label);
      g_async_queue_push (self->done, job);
      g_idle_add_full (G_PRIORITY_DEFAULT, self->wake, self->owner, NULL);
    }
}

/* Takes over the writing connection (not on failure) and starts the thread. Finished jobs are put into done; wake is
 * then called on the main thread. */
CoalitionWriter *
coalition_writer_new (CoalitionStore  *store,
                      GAsyncQueue     *done,
                      GSourceFunc      wake,
                      gpointer         owner,
                      GError         **error)
{
  g_autoptr (GPtrArray) history = coalition_store_read_history (store, error);
  CoalitionWriter *self;

  if (history == NULL)
    return NULL;
  self = g_new0 (CoalitionWriter, 1);
  self->store = store;
  self->jobs = g_async_queue_new ();
  self->done = g_async_queue_ref (done);
  self->wake = wake;
  self->owner = owner;
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  for (guint i = 0; i < history->len; i++)
    note_entry (self, history->pdata[i]);
  self->thread = g_thread_new ("coalition-writer", write_until_quit, self);

  return self;
}

/* Hands a job over. */
void
coalition_writer_push (CoalitionWriter *self,
                       CoalitionJob    *job)
{
  g_async_queue_push (self->jobs, job);
}

/* What undo and redo would do; only before the first job. */
void
coalition_writer_describe (CoalitionWriter  *self,
                           char            **head,
                           char            **undo_label,
                           char            **redo_label)
{
  describe (self, head, undo_label, redo_label);
}

/* Carries out what was handed over, ends the thread and frees the writer, but not the connection. */
void
coalition_writer_free (CoalitionWriter *self)
{
  coalition_writer_push (self, coalition_job_new (COALITION_JOB_QUIT, NULL, NULL, NULL));
  g_thread_join (self->thread);
  g_async_queue_unref (self->jobs);
  g_async_queue_unref (self->done);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_free (self->head);
  g_free (self);
}
