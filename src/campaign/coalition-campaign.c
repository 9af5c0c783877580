/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-campaign-private.h"

#include "coalition-changeset.h"
#include "coalition-clock.h"
#include "coalition-record-private.h"
#include "coalition-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * CoalitionCampaign:
 *
 * An open campaign: its records as objects and list models, and the one way through which they change. A command runs
 * on the writer thread in one transaction; only when that is durable do its changes reach the objects, on the thread
 * that owns the campaign. A campaign and its records belong to one thread; for work aside there are snapshots.
 *
 * Properties: "undo-label" and "redo-label" (%NULL if there is nothing to undo or redo), "head".
 * Signal "changed": a #GPtrArray of #CoalitionChange.
 */

enum
{
  PROP_UNDO_LABEL = 1,
  PROP_REDO_LABEL,
  PROP_HEAD,
  N_PROPS,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_QUARK (coalition-campaign-error-quark, coalition_campaign_error)
G_DEFINE_FINAL_TYPE (CoalitionCampaign, coalition_campaign, G_TYPE_OBJECT)

static void
change_free (CoalitionChange *change)
{
  g_object_unref (change->record);
  g_free (change);
}

/**
 * coalition_campaign_note_reference:
 * @table: id → records that refer to it
 * @id: an id
 * @record: a record that refers to it
 *
 * Notes that in the table, in the order of entry.
 */
void
coalition_campaign_note_reference (GHashTable      *table,
                                   const char      *id,
                                   CoalitionRecord *record)
{
  GPtrArray *records = g_hash_table_lookup (table, id);
  guint i;

  if (records == NULL)
    {
      records = g_ptr_array_new ();
      g_hash_table_insert (table, g_strdup (id), records);
    }
  i = records->len;
  while (i > 0 && coalition_record_get_place (records->pdata[i - 1]) > coalition_record_get_place (record))
    i--;
  g_ptr_array_insert (records, i, record);
}

/* Notes what a record refers to, or forgets it; only the @changed fields if that is given. */
static void
index_references (CoalitionCampaign *self,
                  CoalitionRecord   *record,
                  const gboolean    *changed,
                  gboolean           add)
{
  const CoalitionKind *kind = coalition_record_get_kind (record);
  GHashTable **tables = self->referring[coalition_kinds_index (kind)];

  for (guint i = 0; i < kind->n_fields; i++)
    {
      gboolean concerned = tables[i] != NULL && (changed == NULL || changed[i]);
      const CoalitionValue *value = concerned ? coalition_record_get_value (record, i) : NULL;
      GPtrArray *records;

      if (value == NULL || value->type != COALITION_VALUE_TEXT)
        continue;
      if (add)
        coalition_campaign_note_reference (tables[i], value->text, record);
      else if ((records = g_hash_table_lookup (tables[i], value->text)) != NULL)
        g_ptr_array_remove (records, record);
    }
}

typedef struct
{
  CoalitionCampaign *self;
  int kind;
  const CoalitionField *problem; /* whose value no edit could have made */
} LoadData;

static gboolean
load_row (const char      *id,
          CoalitionValue  *values,
          gpointer         data)
{
  LoadData *load = data;
  const CoalitionKind *kind = load->self->kinds[load->kind];
  CoalitionRecord *record;

  for (guint i = 0; i < kind->n_fields && load->problem == NULL; i++)
    if (!coalition_field_is_in_range (&kind->fields[i], &values[i]))
      load->problem = &kind->fields[i];
  if (load->problem != NULL)
    return FALSE;

  record = coalition_record_new (kind, id, values);
  coalition_record_list_add (load->self->lists[load->kind], record);
  index_references (load->self, record, NULL, TRUE);

  return TRUE;
}

static gboolean
load_records (CoalitionCampaign  *self,
              GError            **error)
{
  gboolean success = TRUE;

  for (guint i = 0; i < self->n_kinds && success; i++)
    {
      LoadData data = { self, i, NULL };

      coalition_record_list_begin (self->lists[i]);
      success = coalition_store_read (self->store, self->kinds[i], load_row, &data, error);
      coalition_record_list_end (self->lists[i]);
      if (success && data.problem != NULL)
        {
          g_set_error (error, COALITION_STORE_ERROR, COALITION_STORE_ERROR_DAMAGED, "%s: %s is beyond its range", self->kinds[i]->table,
                       data.problem->name);
          success = FALSE;
        }
    }
  if (success && coalition_campaign_get_campaign (self) == NULL)
    {
      g_set_error_literal (error, COALITION_STORE_ERROR, COALITION_STORE_ERROR_DAMAGED, "no campaign record");
      success = FALSE;
    }
  coalition_campaign_refresh_own_fields (self);

  return success;
}

/* A record that a changeset brings; see coalition_store_read_places(). */
typedef struct
{
  CoalitionRecord *record;
  gint64 place;
} Newcomer;

typedef struct
{
  CoalitionCampaign *self;
  GPtrArray *changes;
  const GArray *places;
  GArray *newcomers;
} ApplyData;

static void
apply_row (CoalitionRowChange   change,
           const CoalitionKind *kind,
           const char          *id,
           CoalitionValue      *values,
           const gboolean      *changed,
           gpointer             data)
{
  ApplyData *apply = data;
  CoalitionCampaign *self = apply->self;
  CoalitionRecordList *list = self->lists[coalition_kinds_index (kind)];
  CoalitionRecord *record = coalition_record_list_find (list, id);
  CoalitionChange *told = g_new0 (CoalitionChange, 1);

  if (change == COALITION_ROW_INSERTED)
    {
      Newcomer newcomer = { coalition_record_new (kind, id, values), g_array_index (apply->places, gint64, apply->newcomers->len) };

      record = newcomer.record;
      g_array_append_val (apply->newcomers, newcomer);
      told->type = COALITION_CHANGE_ADDED;
    }
  else if (change == COALITION_ROW_UPDATED)
    {
      index_references (self, record, changed, FALSE);
      coalition_record_take_values (record, values, changed);
      index_references (self, record, changed, TRUE);
      told->type = COALITION_CHANGE_MODIFIED;
    }
  else
    {
      index_references (self, record, NULL, FALSE);
      coalition_record_list_remove (list, record);
      told->type = COALITION_CHANGE_REMOVED;
    }
  told->record = g_object_ref (record);
  g_ptr_array_add (apply->changes, told);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  gint64 places[2] = { ((const Newcomer *) a)->place, ((const Newcomer *) b)->place };

  return (places[0] > places[1]) - (places[0] < places[1]);
}

static void
take_in (CoalitionCampaign *self,
         GArray            *newcomers)
{
  g_array_sort (newcomers, compare_places);
  for (guint i = 0; i < newcomers->len; i++)
    {
      CoalitionRecord *record = g_array_index (newcomers, Newcomer, i).record;

      coalition_record_list_add (self->lists[coalition_kinds_index (coalition_record_get_kind (record))], record);
      index_references (self, record, NULL, TRUE);
    }
}

static void
update_index (CoalitionCampaign *self,
              GPtrArray         *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      CoalitionChange *change = changes->pdata[i];
      const CoalitionKind *kind = coalition_record_get_kind (change->record);
      g_autofree const CoalitionValue **values = g_new (const CoalitionValue *, kind->n_fields);
      g_autoptr (GError) error = NULL;

      if (kind == &coalition_kind_position)
        continue;
      for (guint j = 0; j < kind->n_fields; j++)
        values[j] = coalition_record_get_value (change->record, j);
      /* An index in memory that fails is made anew at the next search: nothing of the document is lost. */
      if (!coalition_search_index_replace (self->index, coalition_kinds_index (kind), coalition_record_get_id (change->record),
                                           change->type == COALITION_CHANGE_REMOVED ? NULL : values, &error))
        {
          coalition_search_index_unref (self->index);
          self->index = coalition_search_index_new (self->path, self->kinds, self->n_kinds);
          return;
        }
    }
}

/* The changeset, not the command, changes the objects. */
static void
apply_changeset (CoalitionCampaign *self,
                 GBytes            *changeset,
                 const GArray      *places)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  g_autoptr (GArray) newcomers = g_array_new (FALSE, FALSE, sizeof (Newcomer));
  g_autoptr (GError) error = NULL;
  ApplyData data = { self, changes, places, newcomers };
  gboolean own = FALSE;

  self->applying = TRUE;
  for (guint i = 0; i < self->n_kinds; i++)
    coalition_record_list_begin (self->lists[i]);
  if (!coalition_changeset_foreach (changeset, self->kinds, self->n_kinds, apply_row, &data, &error))
    g_error ("A changeset just recorded cannot be read: %s", error->message);
  take_in (self, newcomers);
  self->applying = FALSE;
  for (guint i = 0; i < changes->len; i++)
    {
      const CoalitionKind *kind = coalition_record_get_kind (((CoalitionChange *) changes->pdata[i])->record);

      g_clear_pointer (&self->titles[coalition_kinds_index (kind)], g_hash_table_unref);
      own = own || kind == &coalition_kind_own_field;
    }
  if (own)
    coalition_campaign_refresh_own_fields (self);
  for (guint i = 0; i < self->n_kinds; i++)
    coalition_record_list_end (self->lists[i]);
  update_index (self, changes);
  g_signal_emit (self, signals[CHANGED], 0, changes);
}

static void
take_text (CoalitionCampaign *self,
           char             **place,
           char             **text,
           int                property)
{
  if (g_strcmp0 (*place, *text) == 0)
    return;
  g_free (*place);
  *place = g_steal_pointer (text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* Brings the outcome of a job to the objects, on their thread. */
static gboolean
finish_job (CoalitionCampaign  *self,
            CoalitionJob       *job,
            GError            **error)
{
  gboolean success = job->error == NULL;

  g_object_freeze_notify (G_OBJECT (self));
  take_text (self, &self->head, &job->head, PROP_HEAD);
  take_text (self, &self->undo_label, &job->undo_label, PROP_UNDO_LABEL);
  take_text (self, &self->redo_label, &job->redo_label, PROP_REDO_LABEL);
  if (job->changeset != NULL)
    apply_changeset (self, job->changeset, job->places);
  g_object_thaw_notify (G_OBJECT (self));

  if (job->task != NULL && success)
    g_task_return_boolean (job->task, TRUE);
  else if (job->task != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else if (!success)
    g_propagate_error (error, g_steal_pointer (&job->error));
  coalition_job_free (job);

  return success;
}

static gboolean
finish_jobs_cb (gpointer data)
{
  g_autoptr (CoalitionCampaign) self = g_object_ref (data);
  CoalitionJob *job;

  while (self->done != NULL && (job = g_async_queue_try_pop (self->done)) != NULL)
    finish_job (self, job, NULL);

  return G_SOURCE_REMOVE;
}

static void
coalition_campaign_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *spec)
{
  CoalitionCampaign *self = COALITION_CAMPAIGN (object);

  switch (id)
    {
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    case PROP_HEAD:
      g_value_set_string (value, self->head);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
keep_own_field (gpointer key,
                gpointer field,
                gpointer fields)
{
  g_ptr_array_add (fields, field);
}

static void
coalition_campaign_finalize (GObject *object)
{
  CoalitionCampaign *self = COALITION_CAMPAIGN (object);

  coalition_campaign_close (self, NULL);
  for (guint i = 0; i < self->n_kinds; i++)
    {
      for (guint j = 0; j < self->kinds[i]->n_fields; j++)
        g_clear_pointer (&self->referring[i][j], g_hash_table_unref);
      g_free (self->referring[i]);
      g_clear_pointer (&self->titles[i], g_hash_table_unref);
      g_object_unref (self->lists[i]);
    }
  g_free (self->referring);
  g_free (self->titles);
  g_free (self->lists);
  g_hash_table_foreach (self->own_fields, keep_own_field, self->old_own_fields);
  g_hash_table_unref (self->own_fields);
  g_ptr_array_unref (self->old_own_fields);
  g_clear_pointer (&self->index, coalition_search_index_unref);
  g_free (self->path);
  g_free (self->author);
  g_free (self->head);
  g_free (self->undo_label);
  g_free (self->redo_label);
  G_OBJECT_CLASS (coalition_campaign_parent_class)->finalize (object);
}

static void
coalition_campaign_class_init (CoalitionCampaignClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = coalition_campaign_get_property;
  object_class->finalize = coalition_campaign_finalize;

  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_HEAD] = g_param_spec_string ("head", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", COALITION_TYPE_CAMPAIGN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
coalition_campaign_init (CoalitionCampaign *self)
{
  self->kinds = coalition_kinds_get_all (&self->n_kinds);
  self->lists = g_new0 (CoalitionRecordList *, self->n_kinds);
  self->referring = g_new0 (GHashTable **, self->n_kinds);
  self->titles = g_new0 (GHashTable *, self->n_kinds);
  for (guint i = 0; i < self->n_kinds; i++)
    {
      self->lists[i] = coalition_record_list_new ();
      self->referring[i] = g_new0 (GHashTable *, self->kinds[i]->n_fields);
    }
  self->own_fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->old_own_fields = g_ptr_array_new_with_free_func (coalition_own_field_free);
}

static CoalitionCampaign *
load (const char          *path,
      CoalitionStoreMode   mode,
      GError             **error)
{
  g_autoptr (CoalitionCampaign) self = g_object_new (COALITION_TYPE_CAMPAIGN, NULL);
  gboolean success;

  self->path = g_strdup (path);
  self->index = coalition_search_index_new (path, self->kinds, self->n_kinds);
  self->store = coalition_store_open (path, mode, self->kinds, self->n_kinds, error);
  success = self->store != NULL && load_records (self, error);
  if (success && mode == COALITION_STORE_WRITE)
    {
      self->done = g_async_queue_new_full ((GDestroyNotify) coalition_job_free);
      self->writer = coalition_writer_new (self->store, self->done, finish_jobs_cb, self, error);
      success = self->writer != NULL;
      if (success)
        coalition_writer_describe (self->writer, &self->head, &self->undo_label, &self->redo_label);
    }
  if (!success)
    {
      coalition_campaign_wrap_error (error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

static gboolean
write_first_records (CoalitionStore  *store,
                     const char      *name,
                     const char      *us,
                     GError         **error)
{
  g_autoptr (CoalitionCommand) command = coalition_command_new (N_("Begin the campaign “%s”"), name, NULL);
  const char *campaign = coalition_command_insert (command, &coalition_kind_campaign, NULL);
  const char *view = coalition_command_insert (command, &coalition_kind_view, NULL);
  g_autofree char *today = coalition_clock_today ();
  g_autofree char *now = coalition_clock_now ();
  g_autofree char *id = coalition_uuid ();
  const char *arguments[] = { name, NULL };
  CoalitionStoredEntry entry = { .id = id, .time = now, .message = (char *) "Begin the campaign “%s”",
                                 .arguments = (GStrv) arguments, .schema = coalition_store_get_version () };

  coalition_command_set_text (command, &coalition_kind_campaign, campaign, "name", name);
  coalition_command_set_text (command, &coalition_kind_campaign, campaign, "started", today);
  coalition_command_set_text (command, &coalition_kind_view, view, "name", _("Map"));
  coalition_command_set_text (command, &coalition_kind_view, view, "layout", "free");
  if (us != NULL && *us != '\0')
    {
      const char *party = coalition_command_insert (command, &coalition_kind_party, NULL);

      coalition_command_set_text (command, &coalition_kind_party, party, "name", us);
      coalition_command_set_text (command, &coalition_kind_party, party, "level", "organization");
      coalition_command_set_text (command, &coalition_kind_campaign, campaign, "us", party);
      coalition_command_set_position (command, view, party, 0, 0, FALSE);
    }

  return coalition_store_begin (store, error)
         && coalition_command_execute (command, store, error)
         && coalition_store_append_history (store, &entry, NULL, error)
         && coalition_store_commit (store, error);
}

/**
 * coalition_campaign_create:
 * @path: where the database is to be; nothing may be there
 * @name: name of the campaign
 * @us: (nullable): name of our organization, or %NULL to begin without any party
 * @error: return location for a #GError
 *
 * Makes a new campaign with one empty view and opens it.
 *
 * Returns: (transfer full): the campaign, or %NULL with @error set
 */
CoalitionCampaign *
coalition_campaign_create (const char  *path,
                           const char  *name,
                           const char  *us,
                           GError     **error)
{
  guint n_kinds;
  const CoalitionKind *const *kinds = coalition_kinds_get_all (&n_kinds);
  CoalitionStore *store;
  gboolean success;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_STORAGE, _("%s is there already."), path);
      return NULL;
    }
  store = coalition_store_open (path, COALITION_STORE_CREATE, kinds, n_kinds, error);
  success = store != NULL && write_first_records (store, name, us, error);
  if (store != NULL)
    success = coalition_store_close (store, success ? error : NULL) && success;
  if (!success)
    {
      coalition_campaign_wrap_error (error);
      return NULL;
    }

  return load (path, COALITION_STORE_WRITE, error);
}

/**
 * coalition_campaign_load:
 * @path: path of a working copy
 * @error: return location for a #GError
 *
 * Opens a database of our own for reading and writing, migrating it if it is older. A file from outside is first looked
 * at with coalition_campaign_check_file(), then copied.
 *
 * Returns: (transfer full): the campaign, or %NULL with @error set
 */
CoalitionCampaign *
coalition_campaign_load (const char  *path,
                         GError     **error)
{
  return load (path, COALITION_STORE_WRITE, error);
}

/**
 * coalition_campaign_load_snapshot:
 * @self: a campaign; this may be called from any thread
 * @error: return location for a #GError
 *
 * Loads the campaign once more as it is now, for a worker thread: its own records, on its own connection, read-only.
 *
 * Returns: (transfer full): the snapshot, or %NULL with @error set
 */
CoalitionCampaign *
coalition_campaign_load_snapshot (CoalitionCampaign  *self,
                                  GError            **error)
{
  CoalitionCampaign *snapshot = load (self->path, COALITION_STORE_READ, error);

  if (snapshot != NULL)
    snapshot->view_id = g_atomic_pointer_get (&self->view_id);

  return snapshot;
}

/**
 * coalition_campaign_close:
 * @self: a campaign
 * @error: return location for a #GError
 *
 * Carries out what was begun, brings it to the objects and closes the database. The records can still be read.
 *
 * Returns: %TRUE on success
 */
gboolean
coalition_campaign_close (CoalitionCampaign  *self,
                          GError            **error)
{
  CoalitionStore *store = g_steal_pointer (&self->store);
  CoalitionJob *job;
  gboolean success = TRUE;

  if (self->writer != NULL)
    {
      g_clear_pointer (&self->writer, coalition_writer_free);
      while (g_idle_remove_by_data (self))
        ;
      while ((job = g_async_queue_try_pop (self->done)) != NULL)
        finish_job (self, job, NULL);
      success = coalition_store_checkpoint (store, error);
    }
  g_clear_pointer (&self->done, g_async_queue_unref);
  if (store != NULL)
    success = coalition_store_close (store, success ? error : NULL) && success;
  coalition_campaign_wrap_error (error);

  return success;
}

static void
run (CoalitionCampaign *self,
     CoalitionJobType   type,
     CoalitionCommand  *command,
     GTask             *task)
{
  if (self->writer == NULL)
    {
      g_task_return_new_error (task, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_REFUSED,
                               _("This campaign is open for reading only."));
      g_clear_pointer (&command, coalition_command_unref);
      g_object_unref (task);
      return;
    }
  coalition_writer_push (self->writer, coalition_job_new (type, command, task, self->author));
}

static gboolean
run_and_wait (CoalitionCampaign  *self,
              CoalitionJobType    type,
              CoalitionCommand   *command,
              GError            **error)
{
  CoalitionJob *mine, *job;
  gboolean success;

  if (self->writer == NULL)
    {
      g_set_error_literal (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_REFUSED,
                           _("This campaign is open for reading only."));
      g_clear_pointer (&command, coalition_command_unref);
      return FALSE;
    }
  mine = coalition_job_new (type, command, NULL, self->author);
  coalition_writer_push (self->writer, mine);
  do
    {
      job = g_async_queue_pop (self->done);
      success = finish_job (self, job, job == mine ? error : NULL);
    }
  while (job != mine);

  return success;
}

/**
 * coalition_campaign_run_async:
 * @self: a campaign
 * @command: (transfer full): what to do
 * @cancellable: (nullable): to stop waiting; a command that was handed over is carried out all the same
 * @callback: called when the edit is durable and the objects show it, or when it was refused
 * @data: user data
 *
 * Carries out a command. Commands are carried out in the order of the calls.
 */
void
coalition_campaign_run_async (CoalitionCampaign    *self,
                              CoalitionCommand     *command,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              data)
{
  run (self, COALITION_JOB_RUN, command, g_task_new (self, cancellable, callback, data));
}

/**
 * coalition_campaign_run_finish:
 * @self: a campaign
 * @result: what the callback got
 * @error: return location for a #GError
 *
 * Ends coalition_campaign_run_async(), coalition_campaign_undo_async() and coalition_campaign_redo_async().
 *
 * Returns: %FALSE with @error set if nothing was changed
 */
gboolean
coalition_campaign_run_finish (CoalitionCampaign  *self,
                               GAsyncResult       *result,
                               GError            **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * coalition_campaign_run:
 * @self: a campaign
 * @command: (transfer full): what to do
 * @error: return location for a #GError
 *
 * Carries out a command and waits for it; for programs without a window.
 *
 * Returns: %FALSE with @error set if nothing was changed
 */
gboolean
coalition_campaign_run (CoalitionCampaign  *self,
                        CoalitionCommand   *command,
                        GError            **error)
{
  return run_and_wait (self, COALITION_JOB_RUN, command, error);
}

/**
 * coalition_campaign_undo_async:
 * @self: a campaign
 * @callback: called when it is done; end with coalition_campaign_run_finish()
 * @data: user data
 *
 * Undoes the last edit that is not undone yet, as a new entry of the history.
 */
void
coalition_campaign_undo_async (CoalitionCampaign    *self,
                               GAsyncReadyCallback   callback,
                               gpointer              data)
{
  run (self, COALITION_JOB_UNDO, NULL, g_task_new (self, NULL, callback, data));
}

/**
 * coalition_campaign_redo_async:
 * @self: a campaign
 * @callback: called when it is done; end with coalition_campaign_run_finish()
 * @data: user data
 *
 * Does again what was undone last, as a new entry of the history.
 */
void
coalition_campaign_redo_async (CoalitionCampaign    *self,
                               GAsyncReadyCallback   callback,
                               gpointer              data)
{
  run (self, COALITION_JOB_REDO, NULL, g_task_new (self, NULL, callback, data));
}

/**
 * coalition_campaign_undo:
 * @self: a campaign
 * @error: return location for a #GError
 *
 * Like coalition_campaign_undo_async(), but waits.
 *
 * Returns: %TRUE on success
 */
gboolean
coalition_campaign_undo (CoalitionCampaign  *self,
                         GError            **error)
{
  return run_and_wait (self, COALITION_JOB_UNDO, NULL, error);
}

/**
 * coalition_campaign_redo:
 * @self: a campaign
 * @error: return location for a #GError
 *
 * Like coalition_campaign_redo_async(), but waits.
 *
 * Returns: %TRUE on success
 */
gboolean
coalition_campaign_redo (CoalitionCampaign  *self,
                         GError            **error)
{
  return run_and_wait (self, COALITION_JOB_REDO, NULL, error);
}
