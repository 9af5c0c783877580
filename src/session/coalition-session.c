/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-session-private.h"

#include "coalition-clock.h"
#include "coalition-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* When the search of what was just opened is made ready, in milliseconds: once the map stands. */
#define SEARCH_DELAY 1500

enum
{
  PROP_DOCUMENT = 1,
  PROP_CAMPAIGN,
  PROP_NETWORK,
  PROP_PANEL,
  PROP_CURRENT,
  PROP_BUSY,
  N_PROPS,
};

enum
{
  SELECTION_CHANGED,
  LIT_CHANGED,
  VIEW_CHANGED,
  TIME_CHANGED,
  SHOWN_CHANGED,
  ENCODING_CHANGED,
  NETWORK_CHANGED,
  ERROR,
  TOAST,
  REVEAL,
  ARRANGE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CoalitionSession, coalition_session, G_TYPE_OBJECT)

typedef struct
{
  CoalitionSession *session;
  char *toast;
  GAsyncReadyCallback callback;
  gpointer data;
} Run;

static void
light (CoalitionSession *self,
       const char       *party_id)
{
  CoalitionRecord *party = coalition_campaign_get_record (self->campaign, &coalition_kind_party, party_id);

  if (party != NULL)
    g_hash_table_insert (self->lit, g_strdup (party_id), party);
}

static void
light_referring (CoalitionSession    *self,
                 const CoalitionKind *kind,
                 const char          *field,
                 const char          *id)
{
  g_autoptr (GPtrArray) records = coalition_campaign_get_referring (self->campaign, kind, field, id);

  for (guint i = 0; i < records->len; i++)
    light (self, coalition_record_get_text (records->pdata[i], "party"));
}

/* The links by which a record that is looked at leads to parties. */
static const struct
{
  const CoalitionKind *kind;
  const CoalitionKind *link;
  const char *field;
} lighting[] = {
  { &coalition_kind_agreement, &coalition_kind_agreement_party, "agreement" },
  { &coalition_kind_issue, &coalition_kind_judgement, "issue" },
  { &coalition_kind_meeting, &coalition_kind_attendance, "meeting" },
  { &coalition_kind_contact, &coalition_kind_contact_party, "contact" },
};

/* Who belongs to a forum at the date at which the map is seen; of one that had ended by then, all who did. */
static void
light_members (CoalitionSession *self)
{
  g_autoptr (GPtrArray) members = coalition_campaign_get_referring (self->campaign, &coalition_kind_forum_member, "forum",
                                                                    coalition_record_get_id (self->current));
  g_autofree char *today = coalition_clock_today ();
  const char *date = self->as_of != NULL ? self->as_of : today;
  const char *ended = coalition_record_get_text (self->current, "ended");
  gboolean over = ended != NULL && strcmp (ended, date) < 0;

  for (guint i = 0; i < members->len; i++)
    {
      const char *until = coalition_record_get_text (members->pdata[i], "until");
      g_autofree char *last = until != NULL ? coalition_date_last_day (until) : NULL;

      if (over || last == NULL || strcmp (last, date) >= 0)
        light (self, coalition_record_get_text (members->pdata[i], "party"));
    }
}

/* An agreement lights its parties, a forum its members, a meeting who came, a voice who spoke; an issue those that were
 * judged on it and the parties of the agreements that serve it. */
static void
light_current (CoalitionSession *self)
{
  const char *id = coalition_record_get_id (self->current);

  for (guint i = 0; i < G_N_ELEMENTS (lighting); i++)
    if (coalition_record_is (self->current, lighting[i].kind))
      light_referring (self, lighting[i].link, lighting[i].field, id);
  if (coalition_record_is (self->current, &coalition_kind_forum))
    light_members (self);
  if (coalition_record_is (self->current, &coalition_kind_voice) && coalition_record_get_text (self->current, "speaker") != NULL)
    light (self, coalition_record_get_text (self->current, "speaker"));
  if (coalition_record_is (self->current, &coalition_kind_issue))
    {
      g_autoptr (GPtrArray) agreements = coalition_campaign_get_referring (self->campaign, &coalition_kind_agreement, "issue", id);

      for (guint i = 0; i < agreements->len; i++)
        light_referring (self, &coalition_kind_agreement_party, "agreement", coalition_record_get_id (agreements->pdata[i]));
    }
}

static void
update_lit (CoalitionSession *self)
{
  gboolean had = self->lit != NULL;

  g_clear_pointer (&self->lit, g_hash_table_unref);
  if (self->current != NULL)
    {
      self->lit = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      light_current (self);
      if (g_hash_table_size (self->lit) == 0)
        g_clear_pointer (&self->lit, g_hash_table_unref);
    }
  if (had || self->lit != NULL)
    g_signal_emit (self, signals[LIT_CHANGED], 0);
}

static gboolean
network_changed_cb (gpointer data)
{
  CoalitionSession *self = data;

  self->network_idle = 0;
  g_signal_emit (self, signals[NETWORK_CHANGED], 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NETWORK]);

  return G_SOURCE_REMOVE;
}

/* Has the network made anew, soon: "network-changed" tells of it once. */
void
coalition_session_network_is_old (CoalitionSession *self)
{
  coalition_session_forget_network (self);
  if (self->network_idle == 0)
    self->network_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, network_changed_cb, self, NULL);
}

/* Searches index all texts. Whoever searches before this waits for it; a map is not to. */
static gboolean
prepare_search_cb (gpointer data)
{
  CoalitionSession *self = data;

  self->search_source = 0;
  if (self->campaign != NULL)
    coalition_campaign_prepare_search (self->campaign);

  return G_SOURCE_REMOVE;
}

static void
campaign_changed_cb (CoalitionSession  *self,
                     GPtrArray         *changes,
                     CoalitionCampaign *campaign)
{
  gboolean selection = FALSE;

  for (guint i = 0; i < changes->len; i++)
    {
      CoalitionChange *change = changes->pdata[i];

      if (change->type != COALITION_CHANGE_REMOVED)
        continue;
      selection = g_ptr_array_remove (self->selected, change->record) || selection;
      if (change->record == self->current)
        coalition_session_set_current (self, self->selected->len > 0 ? g_ptr_array_index (self->selected, self->selected->len - 1) : NULL);
    }
  coalition_session_look_changed (self, changes);
  if (selection)
    g_signal_emit (self, signals[SELECTION_CHANGED], 0);
  update_lit (self);
}

static void
take_campaign (CoalitionSession  *self,
               CoalitionCampaign *campaign)
{
  if (self->campaign == campaign)
    return;
  if (self->campaign != NULL)
    g_signal_handlers_disconnect_by_data (self->campaign, self);
  g_ptr_array_set_size (self->selected, 0);
  g_clear_object (&self->current);
  g_clear_pointer (&self->lit, g_hash_table_unref);
  g_set_object (&self->campaign, campaign);
  if (campaign != NULL)
    g_signal_connect_object (campaign, "changed", G_CALLBACK (campaign_changed_cb), self, G_CONNECT_SWAPPED);
  g_clear_handle_id (&self->search_source, g_source_remove);
  if (campaign != NULL)
    self->search_source = g_timeout_add_full (G_PRIORITY_LOW, SEARCH_DELAY, prepare_search_cb, self, NULL);
  coalition_session_network_is_old (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAMPAIGN]);
  coalition_session_look_begin (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
  g_signal_emit (self, signals[LIT_CHANGED], 0);
}

static void
document_campaign_cb (CoalitionSession *self)
{
  take_campaign (self, coalition_document_get_campaign (self->document));
}

static void
coalition_session_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *spec)
{
  CoalitionSession *self = COALITION_SESSION (object);

  switch (id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_CAMPAIGN:
      g_value_set_object (value, self->campaign);
      break;
    case PROP_NETWORK:
      g_value_set_boxed (value, coalition_session_get_network (self));
      break;
    case PROP_PANEL:
      g_value_set_string (value, self->panel);
      break;
    case PROP_CURRENT:
      g_value_set_object (value, self->current);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->n_running > 0);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
coalition_session_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *spec)
{
  CoalitionSession *self = COALITION_SESSION (object);

  switch (id)
    {
    case PROP_DOCUMENT:
      coalition_session_set_document (self, g_value_get_object (value));
      break;
    case PROP_PANEL:
      if (g_strcmp0 (self->panel, g_value_get_string (value)) == 0)
        break;
      g_free (self->panel);
      self->panel = g_value_dup_string (value);
      g_object_notify_by_pspec (object, spec);
      break;
    case PROP_CURRENT:
      coalition_session_set_current (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
coalition_session_dispose (GObject *object)
{
  CoalitionSession *self = COALITION_SESSION (object);

  g_clear_handle_id (&self->network_idle, g_source_remove);
  g_clear_handle_id (&self->search_source, g_source_remove);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  if (self->campaign != NULL)
    g_signal_handlers_disconnect_by_data (self->campaign, self);
  g_clear_object (&self->document);
  g_clear_object (&self->campaign);
  g_clear_object (&self->current);
  coalition_session_look_dispose (self);
  g_clear_pointer (&self->lit, g_hash_table_unref);
  g_clear_pointer (&self->panel, g_free);
  g_clear_pointer (&self->selected, g_ptr_array_unref);
  G_OBJECT_CLASS (coalition_session_parent_class)->dispose (object);
}

static void
coalition_session_class_init (CoalitionSessionClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = coalition_session_get_property;
  object_class->set_property = coalition_session_set_property;
  object_class->dispose = coalition_session_dispose;

  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, COALITION_TYPE_DOCUMENT,
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAMPAIGN] = g_param_spec_object ("campaign", NULL, NULL, COALITION_TYPE_CAMPAIGN,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NETWORK] = g_param_spec_boxed ("network", NULL, NULL, COALITION_TYPE_NETWORK,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PANEL] = g_param_spec_string ("panel", NULL, NULL, "parties",
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CURRENT] = g_param_spec_object ("current", NULL, NULL, COALITION_TYPE_RECORD,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", COALITION_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LIT_CHANGED] = g_signal_new ("lit-changed", COALITION_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[VIEW_CHANGED] = g_signal_new ("view-changed", COALITION_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TIME_CHANGED] = g_signal_new ("time-changed", COALITION_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SHOWN_CHANGED] = g_signal_new ("shown-changed", COALITION_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ENCODING_CHANGED] = g_signal_new ("encoding-changed", COALITION_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NETWORK_CHANGED] = g_signal_new ("network-changed", COALITION_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ERROR] = g_signal_new ("error", COALITION_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[TOAST] = g_signal_new ("toast", COALITION_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[REVEAL] = g_signal_new ("reveal", COALITION_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, COALITION_TYPE_RECORD);
  signals[ARRANGE] = g_signal_new ("arrange", COALITION_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 4, G_TYPE_STRING, G_TYPE_UINT, G_TYPE_STRING, G_TYPE_STRING);
}

static void
coalition_session_init (CoalitionSession *self)
{
  coalition_records_register ();
  self->selected = g_ptr_array_new_with_free_func (g_object_unref);
  self->panel = g_strdup ("parties");
  /* Who belongs to a forum depends on the date. */
  g_signal_connect (self, "time-changed", G_CALLBACK (update_lit), NULL);
}

/**
 * coalition_session_new:
 * @document: (nullable): what is open
 *
 * A session for one window.
 *
 * Returns: (transfer full): the session
 */
CoalitionSession *
coalition_session_new (CoalitionDocument *document)
{
  CoalitionSession *self = g_object_new (COALITION_TYPE_SESSION, NULL);

  coalition_session_set_document (self, document);

  return self;
}

/**
 * coalition_session_set_document:
 * @self: a session
 * @document: (nullable): what is to be shown
 *
 * Shows another document; nothing is selected then.
 */
void
coalition_session_set_document (CoalitionSession  *self,
                                CoalitionDocument *document)
{
  if (self->document == document)
    return;
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  if (document != NULL)
    g_signal_connect_object (document, "notify::campaign", G_CALLBACK (document_campaign_cb), self, G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
  take_campaign (self, document != NULL ? coalition_document_get_campaign (document) : NULL);
}

/**
 * coalition_session_get_campaign:
 * @self: a session
 *
 * The campaign of the document.
 *
 * Returns: (transfer none) (nullable): the campaign
 */
CoalitionCampaign *
coalition_session_get_campaign (CoalitionSession *self)
{
  return self->campaign;
}

/**
 * coalition_session_set_placer:
 * @self: a session
 * @placer: (nullable): finds ground for new parties
 * @data: for @placer
 *
 * Sets who knows where a new party is best put: the map that the person looks at.
 */
void
coalition_session_set_placer (CoalitionSession *self,
                              CoalitionPlacer   placer,
                              gpointer          data)
{
  self->placer = placer;
  self->placer_data = data;
}

/**
 * coalition_session_place_party:
 * @self: a session with a campaign
 * @command: a command that adds a party
 * @id: its id
 * @name: its name, on which its room depends
 * @near: (nullable): id of a party that it is to be tied to
 *
 * Gives a new party a place on the map in the same command, so that one Undo takes both back. Without a map it has none.
 */
void
coalition_session_place_party (CoalitionSession *self,
                               CoalitionCommand *command,
                               const char       *id,
                               const char       *name,
                               const char       *near)
{
  CoalitionRecord *view = self->campaign != NULL ? coalition_campaign_get_view (self->campaign) : NULL;
  double x, y;

  if (view != NULL && self->placer != NULL && self->placer (name, near, &x, &y, self->placer_data))
    coalition_command_set_position (command, coalition_record_get_id (view), id, x, y, FALSE);
}

/**
 * coalition_session_select:
 * @self: a session
 * @record: a party, tie, forum, note or picture
 * @extend: whether what was selected stays so
 *
 * Selects a record; it becomes the current one.
 */
void
coalition_session_select (CoalitionSession *self,
                          CoalitionRecord  *record,
                          gboolean          extend)
{
  if (!extend)
    g_ptr_array_set_size (self->selected, 0);
  if (!g_ptr_array_find (self->selected, record, NULL))
    g_ptr_array_add (self->selected, g_object_ref (record));
  coalition_session_set_current (self, record);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/**
 * coalition_session_unselect:
 * @self: a session
 * @record: a record
 *
 * Takes a record out of the selection.
 */
void
coalition_session_unselect (CoalitionSession *self,
                            CoalitionRecord  *record)
{
  g_autoptr (CoalitionRecord) kept = g_object_ref (record);

  if (!g_ptr_array_remove (self->selected, record))
    return;
  if (self->current == kept)
    coalition_session_set_current (self, self->selected->len > 0 ? g_ptr_array_index (self->selected, self->selected->len - 1) : NULL);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/**
 * coalition_session_select_many:
 * @self: a session
 * @records: (element-type CoalitionRecord): what is to be selected
 *
 * Makes the selection what is given; the last becomes the current record.
 */
void
coalition_session_select_many (CoalitionSession *self,
                               GPtrArray        *records)
{
  g_autoptr (GPtrArray) selected = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (selected, g_object_ref (records->pdata[i]));
  g_ptr_array_unref (self->selected);
  self->selected = g_steal_pointer (&selected);
  coalition_session_set_current (self, self->selected->len > 0 ? g_ptr_array_index (self->selected, self->selected->len - 1) : NULL);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/**
 * coalition_session_clear:
 * @self: a session
 *
 * Selects nothing; nothing is current.
 */
void
coalition_session_clear (CoalitionSession *self)
{
  gboolean any = self->selected->len > 0;

  g_ptr_array_set_size (self->selected, 0);
  coalition_session_set_current (self, NULL);
  if (any)
    g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/**
 * coalition_session_is_selected:
 * @self: a session
 * @record: a record
 *
 * Whether a record is selected.
 *
 * Returns: %TRUE if it is
 */
gboolean
coalition_session_is_selected (CoalitionSession *self,
                               CoalitionRecord  *record)
{
  return g_ptr_array_find (self->selected, record, NULL);
}

/**
 * coalition_session_get_selected:
 * @self: a session
 * @kind: (nullable): a kind, or %NULL for all
 *
 * What is selected, in the order in which it was.
 *
 * Returns: (transfer container) (element-type CoalitionRecord): the records
 */
GPtrArray *
coalition_session_get_selected (CoalitionSession    *self,
                                const CoalitionKind *kind)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->selected->len; i++)
    if (kind == NULL || coalition_record_is (self->selected->pdata[i], kind))
      g_ptr_array_add (records, g_object_ref (self->selected->pdata[i]));

  return records;
}

/**
 * coalition_session_get_current:
 * @self: a session
 *
 * The record that the inspector shows.
 *
 * Returns: (transfer none) (nullable): the record
 */
CoalitionRecord *
coalition_session_get_current (CoalitionSession *self)
{
  return self->current;
}

/**
 * coalition_session_set_current:
 * @self: a session
 * @record: (nullable): any record
 *
 * Shows a record in the inspector. An issue or agreement lights up its parties.
 */
void
coalition_session_set_current (CoalitionSession *self,
                               CoalitionRecord  *record)
{
  if (!g_set_object (&self->current, record))
    return;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
  update_lit (self);
}

/**
 * coalition_session_get_lit:
 * @self: a session
 *
 * The parties that stand out because an issue or agreement of theirs is current.
 *
 * Returns: (transfer none) (nullable) (element-type utf8 CoalitionRecord): parties by id, or %NULL if none stand out
 */
GHashTable *
coalition_session_get_lit (CoalitionSession *self)
{
  return self->lit;
}

/**
 * coalition_session_tell_error:
 * @self: a session
 * @title: what could not be done, translated
 * @error: why
 *
 * Tells the person of an error; one that was cancelled is none.
 */
void
coalition_session_tell_error (CoalitionSession *self,
                              const char       *title,
                              const GError     *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[ERROR], 0, title, error->message);
}

/**
 * coalition_session_tell:
 * @self: a session
 * @message: what was done, translated
 * @with_undo: whether it can be undone from there
 *
 * Tells the person in passing what was done.
 */
void
coalition_session_tell (CoalitionSession *self,
                        const char       *message,
                        gboolean          with_undo)
{
  g_signal_emit (self, signals[TOAST], 0, message, with_undo);
}

static void
change_running (CoalitionSession *self,
                int               by)
{
  gboolean before = self->n_running > 0;

  self->n_running += by;
  if (before != (self->n_running > 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
run_finished_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  Run *run = data;
  g_autoptr (GError) error = NULL;

  change_running (run->session, -1);
  if (run->callback != NULL)
    {
      run->callback (source, result, run->data);
      if (run->toast != NULL && !g_task_had_error (G_TASK (result)))
        coalition_session_tell (run->session, run->toast, TRUE);
    }
  else if (!coalition_campaign_run_finish (COALITION_CAMPAIGN (source), result, &error))
    {
      coalition_session_tell_error (run->session, _("This could not be done"), error);
    }
  else if (run->toast != NULL)
    {
      coalition_session_tell (run->session, run->toast, TRUE);
    }
  g_object_unref (run->session);
  g_free (run->toast);
  g_free (run);
}

static Run *
run_new (CoalitionSession    *self,
         const char          *toast,
         GAsyncReadyCallback  callback,
         gpointer             data)
{
  Run *run = g_new0 (Run, 1);

  run->session = g_object_ref (self);
  run->toast = g_strdup (toast);
  run->callback = callback;
  run->data = data;
  change_running (self, 1);

  return run;
}

/**
 * coalition_session_run:
 * @self: a session with a campaign
 * @command: (transfer full): what to do
 * @toast: (nullable): what to tell in passing when it is done, translated
 *
 * Carries out a command and tells the person how it went. A command that does nothing is dropped.
 */
void
coalition_session_run (CoalitionSession *self,
                       CoalitionCommand *command,
                       const char       *toast)
{
  coalition_session_run_then (self, command, toast, NULL, NULL);
}

/**
 * coalition_session_run_then:
 * @self: a session with a campaign
 * @command: (transfer full): what to do
 * @toast: (nullable): what to tell in passing when it is done, translated
 * @callback: (nullable): called when it is done; it must call coalition_campaign_run_finish() and tell errors itself
 * @data: user data
 *
 * Like coalition_session_run(), with something to do afterwards.
 */
void
coalition_session_run_then (CoalitionSession    *self,
                            CoalitionCommand    *command,
                            const char          *toast,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  g_return_if_fail (self->campaign != NULL);

  if (coalition_command_is_empty (command) && callback == NULL)
    {
      coalition_command_unref (command);
      return;
    }
  coalition_campaign_run_async (self->campaign, command, NULL, run_finished_cb, run_new (self, toast, callback, data));
}

/**
 * coalition_session_undo:
 * @self: a session with a campaign
 *
 * Undoes the last edit.
 */
void
coalition_session_undo (CoalitionSession *self)
{
  if (coalition_campaign_get_undo_label (self->campaign) != NULL)
    coalition_campaign_undo_async (self->campaign, run_finished_cb, run_new (self, NULL, NULL, NULL));
}

/**
 * coalition_session_redo:
 * @self: a session with a campaign
 *
 * Does again what was undone last.
 */
void
coalition_session_redo (CoalitionSession *self)
{
  if (coalition_campaign_get_redo_label (self->campaign) != NULL)
    coalition_campaign_redo_async (self->campaign, run_finished_cb, run_new (self, NULL, NULL, NULL));
}
