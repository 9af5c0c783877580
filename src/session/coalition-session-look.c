/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-session-private.h"

#include "coalition-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How the map is seen: the network at a date, what of it passes the filter, in which colors and sizes. All of it is made
 * when it is first asked for after a change. */

static void
forget_shown (CoalitionSession *self)
{
  g_clear_pointer (&self->shown_parties, g_free);
  g_clear_pointer (&self->shown_ties, g_free);
  self->shown_known = FALSE;
}

static void
stop_measuring (CoalitionSession *self)
{
  if (self->measuring_cancellable != NULL)
    g_cancellable_cancel (self->measuring_cancellable);
  g_clear_object (&self->measuring_cancellable);
}

/* Drops the network and what was made of it. Measures stay: they may be those of the next one, too. */
void
coalition_session_forget_network (CoalitionSession *self)
{
  g_clear_pointer (&self->network, coalition_network_unref);
  g_clear_pointer (&self->encoding, coalition_encoding_unref);
  forget_shown (self);
}

/* --- the network ----------------------------------------------------------------------------------------------- */

/**
 * coalition_session_get_network:
 * @self: a session
 *
 * A snapshot of the network at the date at which the map is seen, with the groups collapsed that the view says are.
 *
 * Returns: (transfer none) (nullable): the snapshot, or %NULL if nothing is open
 */
CoalitionNetwork *
coalition_session_get_network (CoalitionSession *self)
{
  CoalitionNetworkOptions options = { self->as_of, self->compare_to };

  if (self->network == NULL && self->campaign != NULL)
    {
      g_autoptr (CoalitionNetwork) whole = coalition_network_new_at (self->campaign, &options);
      CoalitionRecord *view = coalition_campaign_get_view (self->campaign);
      g_autoptr (GPtrArray) groups = coalition_groups_parse (coalition_record_get_text (view, "collapsed"), self->campaign, whole);

      self->network = groups->len > 0 ? coalition_network_collapse (whole, groups) : g_steal_pointer (&whole);
    }

  return self->network;
}

/**
 * coalition_session_get_as_of:
 * @self: a session
 *
 * The date at which the map is seen.
 *
 * Returns: (transfer none) (nullable): an ISO 8601 date, or %NULL for today
 */
const char *
coalition_session_get_as_of (CoalitionSession *self)
{
  return self->as_of;
}

/**
 * coalition_session_get_compare_to:
 * @self: a session
 *
 * The date with which the map is compared.
 *
 * Returns: (transfer none) (nullable): an ISO 8601 date, or %NULL for none
 */
const char *
coalition_session_get_compare_to (CoalitionSession *self)
{
  return self->compare_to;
}

/**
 * coalition_session_set_time:
 * @self: a session
 * @as_of: (nullable): an ISO 8601 date, whole or partial, or %NULL for today
 * @compare_to: (nullable): a date to compare with, or %NULL for none
 *
 * Shows the map as of a date. Text that is no date counts as %NULL. This is no edit.
 */
void
coalition_session_set_time (CoalitionSession *self,
                            const char       *as_of,
                            const char       *compare_to)
{
  if (!coalition_date_is_valid (as_of))
    as_of = NULL;
  if (!coalition_date_is_valid (compare_to))
    compare_to = NULL;
  if (g_strcmp0 (self->as_of, as_of) == 0 && g_strcmp0 (self->compare_to, compare_to) == 0)
    return;
  as_of = g_strdup (as_of);
  compare_to = g_strdup (compare_to);
  g_free (self->as_of);
  g_free (self->compare_to);
  self->as_of = (char *) as_of;
  self->compare_to = (char *) compare_to;
  g_signal_emit_by_name (self, "time-changed");
  if (self->campaign != NULL)
    coalition_session_network_is_old (self);
}

static void
widen_span (CoalitionCampaign   *campaign,
            const CoalitionKind *kind,
            const char          *name,
            const char         **first,
            char               **last)
{
  GListModel *records = coalition_campaign_get_records (campaign, kind);
  guint n_records = g_list_model_get_n_items (records);
  int field = coalition_kind_field_index (kind, name);

  for (guint i = 0; i < n_records; i++)
    {
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (records, i);
      const CoalitionValue *value = coalition_record_get_value (record, field);
      g_autofree char *end = value->type == COALITION_VALUE_TEXT ? coalition_date_last_day (value->text) : NULL;

      if (end == NULL)
        continue;
      if (*first == NULL || strcmp (value->text, *first) < 0)
        *first = value->text;
      if (*last == NULL || strcmp (end, *last) > 0)
        {
          g_free (*last);
          *last = g_steal_pointer (&end);
        }
    }
}

/**
 * coalition_session_get_time_span:
 * @self: a session
 * @first: (out) (transfer full): the first date, whole
 * @last: (out) (transfer full): the last date, whole
 *
 * The first and last date on which a tie, forum, membership or agreement began or ended.
 *
 * Returns: %FALSE if no record has a date; @first and @last are %NULL then
 */
gboolean
coalition_session_get_time_span (CoalitionSession  *self,
                                 char             **first,
                                 char             **last)
{
  static const struct { const CoalitionKind *kind; const char *start, *end; } spans[] = {
    { &coalition_kind_tie, "start", "end" }, { &coalition_kind_forum, "formed", "ended" },
    { &coalition_kind_forum_member, "since", "until" }, { &coalition_kind_agreement, "start", "end" },
  };
  const char *earliest = NULL;

  *first = NULL;
  *last = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (spans) && self->campaign != NULL; i++)
    {
      widen_span (self->campaign, spans[i].kind, spans[i].start, &earliest, last);
      widen_span (self->campaign, spans[i].kind, spans[i].end, &earliest, last);
    }
  if (earliest == NULL)
    return FALSE;
  *first = g_strconcat (earliest, strlen (earliest) == 4 ? "-01-01" : strlen (earliest) == 7 ? "-01" : "", NULL);

  return TRUE;
}

/* --- the filter ------------------------------------------------------------------------------------------------ */

/**
 * coalition_session_get_filter:
 * @self: a session
 *
 * The filter of the view. One that cannot be read is told of, once, and counts as none.
 *
 * Returns: (transfer none): the filter; not to be changed, see coalition_session_set_filter()
 */
CoalitionFilter *
coalition_session_get_filter (CoalitionSession *self)
{
  CoalitionRecord *view = self->campaign != NULL ? coalition_campaign_get_view (self->campaign) : NULL;
  const char *text = view != NULL ? coalition_record_get_text (view, "filter") : NULL;
  g_autoptr (GError) error = NULL;

  if (self->filter != NULL && g_strcmp0 (text, self->filter_text) == 0)
    return self->filter;
  g_clear_pointer (&self->filter, coalition_filter_free);
  g_free (self->filter_text);
  self->filter_text = g_strdup (text);
  self->filter = coalition_filter_parse (text, &error);
  if (self->filter == NULL)
    {
      self->filter = coalition_filter_new ();
      coalition_session_tell_error (self, _("Everything is shown"), error);
    }

  return self->filter;
}

static gboolean
all_set (const gboolean *flags,
         guint           n)
{
  for (guint i = 0; i < n; i++)
    if (!flags[i])
      return FALSE;

  return TRUE;
}

static void
make_shown (CoalitionSession *self)
{
  CoalitionNetwork *network = coalition_session_get_network (self);
  CoalitionFilter *filter = coalition_session_get_filter (self);
  guint n_parties, n_ties;

  if (self->shown_known || network == NULL)
    return;
  self->shown_known = TRUE;
  if (coalition_filter_get_size (filter) == 0)
    return;
  coalition_network_get_parties (network, &n_parties);
  coalition_network_get_ties (network, &n_ties);
  self->shown_parties = g_new (gboolean, MAX (n_parties, 1));
  self->shown_ties = g_new (gboolean, MAX (n_ties, 1));
  coalition_filter_apply (filter, self->campaign, network, self->shown_parties, self->shown_ties);
  if (all_set (self->shown_parties, n_parties) && all_set (self->shown_ties, n_ties))
    {
      g_clear_pointer (&self->shown_parties, g_free);
      g_clear_pointer (&self->shown_ties, g_free);
    }
}

/**
 * coalition_session_get_shown_parties:
 * @self: a session
 *
 * Which parties of the network pass the filter.
 *
 * Returns: (transfer none) (nullable) (array): a flag for each party, or %NULL if all parties and ties pass
 */
const gboolean *
coalition_session_get_shown_parties (CoalitionSession *self)
{
  make_shown (self);

  return self->shown_parties;
}

/**
 * coalition_session_get_shown_ties:
 * @self: a session
 *
 * Which ties of the network pass the filter.
 *
 * Returns: (transfer none) (nullable) (array): a flag for each tie, or %NULL if all parties and ties pass
 */
const gboolean *
coalition_session_get_shown_ties (CoalitionSession *self)
{
  make_shown (self);

  return self->shown_ties;
}

/* --- colors and sizes ------------------------------------------------------------------------------------------ */

static guint64
mix (guint64 hash,
     guint64 value)
{
  /* FNV-1a, a word at a time (Fowler, Noll and Vo). */
  return (hash ^ value) * G_GUINT64_CONSTANT (0x100000001b3);
}

/* Tells networks apart by what measures depend on: moving a party does not change them. */
static guint64
hash_ties (CoalitionNetwork *network)
{
  guint n_parties, n_ties;
  const CoalitionNetworkTie *ties = coalition_network_get_ties (network, &n_ties);
  const CoalitionNetworkParty *parties = coalition_network_get_parties (network, &n_parties);
  guint64 hash = mix (G_GUINT64_CONSTANT (0xcbf29ce484222325), n_parties);

  for (guint i = 0; i < n_parties; i++)
    hash = mix (hash, g_str_hash (parties[i].id));
  for (guint i = 0; i < n_ties; i++)
    {
      hash = mix (hash, (guint64) ties[i].from << 32 | ties[i].to);
      hash = mix (hash, (ties[i].status == COALITION_TIE_ENDED) | (ties[i].family == COALITION_TIE_OPPOSES) << 1
                        | (ties[i].time == COALITION_TIME_GONE) << 2);
    }

  return hash;
}

typedef struct
{
  CoalitionSession *session;
  GCancellable *cancellable;
  guint64 hash;
} Measuring;

static void
measured_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Measuring *measuring = data;
  CoalitionSession *self = measuring->session;
  g_autoptr (GError) error = NULL;
  g_autoptr (CoalitionMeasures) measures = coalition_measures_compute_finish (result, &error);

  if (self->measuring_cancellable == measuring->cancellable)
    {
      g_clear_object (&self->measuring_cancellable);
      if (measures != NULL)
        {
          g_clear_pointer (&self->measures, coalition_measures_unref);
          self->measures = g_steal_pointer (&measures);
          self->measured = measuring->hash;
          g_clear_pointer (&self->encoding, coalition_encoding_unref);
          /* Whoever waits for a new network asks for its encoding then. */
          if (self->network_idle == 0)
            g_signal_emit_by_name (self, "encoding-changed");
        }
      else
        {
          self->measured = measuring->hash;
          g_clear_pointer (&self->measures, coalition_measures_unref);
          coalition_session_tell_error (self, _("The map has no colors or sizes by measure"), error);
        }
    }
  g_object_unref (measuring->cancellable);
  g_object_unref (self);
  g_free (measuring);
}

/* The measures of the network, or NULL while they are computed. */
static CoalitionMeasures *
get_measures (CoalitionSession *self,
              CoalitionNetwork *network)
{
  guint64 hash;
  Measuring *measuring;

  if (!coalition_view_needs_measures (self->campaign))
    {
      stop_measuring (self);
      return NULL;
    }
  hash = hash_ties (network);
  if (self->measured == hash)
    return self->measures;
  if (self->measuring_cancellable != NULL && self->measuring == hash)
    return NULL;
  stop_measuring (self);
  self->measuring_cancellable = g_cancellable_new ();
  self->measuring = hash;
  measuring = g_new0 (Measuring, 1);
  measuring->session = g_object_ref (self);
  measuring->cancellable = g_object_ref (self->measuring_cancellable);
  measuring->hash = hash;
  coalition_measures_compute_async (network, measuring->cancellable, measured_cb, measuring);

  return NULL;
}

/**
 * coalition_session_get_encoding:
 * @self: a session
 *
 * The colors and sizes of the network as the view says. Measures that take time are computed aside: until
 * "encoding-changed" follows, parties are in no class and of no known size.
 *
 * Returns: (transfer none) (nullable): the encoding, or %NULL if nothing is open
 */
CoalitionEncoding *
coalition_session_get_encoding (CoalitionSession *self)
{
  CoalitionNetwork *network = coalition_session_get_network (self);

  if (self->encoding == NULL && network != NULL)
    self->encoding = coalition_encoding_new_for_view (self->campaign, network, get_measures (self, network));

  return self->encoding;
}

/* --- following the campaign ------------------------------------------------------------------------------------ */

/* Kinds of which the network is made. */
static gboolean
is_of_network (const CoalitionKind *kind)
{
  return kind == &coalition_kind_party || kind == &coalition_kind_tie || kind == &coalition_kind_position
         || kind == &coalition_kind_judgement || kind == &coalition_kind_campaign || kind == &coalition_kind_agreement
         || kind == &coalition_kind_agreement_party || kind == &coalition_kind_forum || kind == &coalition_kind_forum_member
         || kind == &coalition_kind_forum_position || kind == &coalition_kind_note || kind == &coalition_kind_picture
         || kind == &coalition_kind_image;
}

/* Kinds on which colors, sizes or filters depend besides. */
static gboolean
is_of_look (const CoalitionKind *kind)
{
  return kind == &coalition_kind_tag || kind == &coalition_kind_party_tag || kind == &coalition_kind_constituency
         || kind == &coalition_kind_voice || kind == &coalition_kind_issue || kind == &coalition_kind_contact
         || kind == &coalition_kind_contact_party || kind == &coalition_kind_own_field || kind == &coalition_kind_own_value;
}

static gboolean
equal_flags (const gboolean *a,
             const gboolean *b,
             guint           n)
{
  if (a == NULL || b == NULL)
    return a == b;

  return memcmp (a, b, n * sizeof (gboolean)) == 0;
}

/* Tells what changed of the look while the network stays. */
static void
renew_look (CoalitionSession *self)
{
  g_autofree gboolean *parties = g_steal_pointer (&self->shown_parties);
  g_autofree gboolean *ties = g_steal_pointer (&self->shown_ties);
  gboolean known = self->shown_known;
  guint n_parties, n_ties;

  coalition_network_get_parties (self->network, &n_parties);
  coalition_network_get_ties (self->network, &n_ties);
  self->shown_known = FALSE;
  g_clear_pointer (&self->encoding, coalition_encoding_unref);
  make_shown (self);
  if (!known || !equal_flags (parties, self->shown_parties, n_parties) || !equal_flags (ties, self->shown_ties, n_ties))
    g_signal_emit_by_name (self, "shown-changed");
  g_signal_emit_by_name (self, "encoding-changed");
}

/* Whether the view says anything else of colors, sizes and filter than before: renaming it or keeping its zoom does not. */
static gboolean
take_look (CoalitionSession *self)
{
  static const char *const fields[] = { "colour_by", "issue", "field", "size_by", "filter" };
  CoalitionRecord *view = coalition_campaign_get_view (self->campaign);
  g_autoptr (GString) look = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = coalition_record_get_text (view, fields[i]);

      g_string_append_printf (look, "%s\n", text != NULL ? text : "");
    }
  if (g_strcmp0 (self->look, look->str) == 0)
    return FALSE;
  g_free (self->look);
  self->look = g_strdup (look->str);

  return TRUE;
}

/* Whether another view is current, or the groups that it collapses are others: then the network is another. */
static gboolean
take_view (CoalitionSession *self)
{
  CoalitionRecord *view = coalition_campaign_get_view (self->campaign);
  const char *collapsed = coalition_record_get_text (view, "collapsed");

  if (g_strcmp0 (self->view_id, coalition_record_get_id (view)) == 0 && g_strcmp0 (self->collapsed, collapsed) == 0)
    return FALSE;
  g_free (self->view_id);
  g_free (self->collapsed);
  self->view_id = g_strdup (coalition_record_get_id (view));
  self->collapsed = g_strdup (collapsed);

  return TRUE;
}

/* Begins with the campaign that was opened, today: with the view that was looked at, if it is there as well (a document
 * that was read anew), or else the first. */
void
coalition_session_look_begin (CoalitionSession *self)
{
  gboolean timed = self->as_of != NULL || self->compare_to != NULL;

  stop_measuring (self);
  g_clear_pointer (&self->measures, coalition_measures_unref);
  self->measured = 0;
  g_clear_pointer (&self->filter, coalition_filter_free);
  g_clear_pointer (&self->filter_text, g_free);
  g_clear_pointer (&self->as_of, g_free);
  g_clear_pointer (&self->compare_to, g_free);
  if (self->campaign != NULL)
    {
      g_autoptr (GPtrArray) views = coalition_session_list_views (self);
      CoalitionRecord *view = coalition_campaign_get_record (self->campaign, &coalition_kind_view, self->view_id);

      coalition_campaign_set_view (self->campaign, coalition_record_get_id (view != NULL ? view : views->pdata[0]));
      take_view (self);
      take_look (self);
    }
  if (timed)
    g_signal_emit_by_name (self, "time-changed");
  g_signal_emit_by_name (self, "view-changed");
}

/* Follows an edit: tells which of view, network, filter and colors changed by it. */
void
coalition_session_look_changed (CoalitionSession *self,
                                GPtrArray        *changes)
{
  CoalitionRecord *view;
  gboolean network = FALSE, look = FALSE, views = FALSE;

  for (guint i = 0; i < changes->len; i++)
    {
      const CoalitionKind *kind = coalition_record_get_kind (((CoalitionChange *) changes->pdata[i])->record);

      network = network || is_of_network (kind);
      look = look || is_of_look (kind);
      views = views || kind == &coalition_kind_view;
    }
  if (views)
    {
      /* What is looked at may be gone, by an undo or in another way: then the first of the list follows, for good. */
      if (coalition_campaign_get_record (self->campaign, &coalition_kind_view, self->view_id) == NULL)
        {
          g_autoptr (GPtrArray) all = coalition_session_list_views (self);

          view = all->pdata[0];
          coalition_campaign_set_view (self->campaign, coalition_record_get_id (view));
        }
      network = take_view (self) || network;
      look = take_look (self) || look;
    }
  if (network)
    coalition_session_network_is_old (self);
  else if (look && self->network != NULL && self->network_idle == 0)
    renew_look (self);
  if (views)
    g_signal_emit_by_name (self, "view-changed");
}

/**
 * coalition_session_set_view:
 * @self: a session with a campaign
 * @view: a view of the campaign
 *
 * Looks at another view. This is no edit.
 */
void
coalition_session_set_view (CoalitionSession *self,
                            CoalitionRecord  *view)
{
  g_return_if_fail (coalition_record_is (view, &coalition_kind_view));

  coalition_campaign_set_view (self->campaign, coalition_record_get_id (view));
  if (!take_view (self))
    return;
  take_look (self);
  coalition_session_network_is_old (self);
  g_signal_emit_by_name (self, "view-changed");
}

/* Ends what runs, and frees what is held. */
void
coalition_session_look_dispose (CoalitionSession *self)
{
  stop_measuring (self);
  coalition_session_forget_network (self);
  g_clear_pointer (&self->measures, coalition_measures_unref);
  g_clear_pointer (&self->filter, coalition_filter_free);
  g_clear_pointer (&self->filter_text, g_free);
  g_clear_pointer (&self->look, g_free);
  g_clear_pointer (&self->view_id, g_free);
  g_clear_pointer (&self->collapsed, g_free);
  g_clear_pointer (&self->as_of, g_free);
  g_clear_pointer (&self->compare_to, g_free);
}
