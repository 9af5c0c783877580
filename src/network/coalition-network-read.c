/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-network-private.h"

#include "coalition-clock.h"
#include "coalition-date.h"

#include <string.h>

static CoalitionLevel
level_from_text (const char *text)
{
  if (g_strcmp0 (text, "affected") == 0)
    return COALITION_LEVEL_AFFECTED;

  return g_strcmp0 (text, "connector") == 0 ? COALITION_LEVEL_CONNECTOR : COALITION_LEVEL_ORGANIZATION;
}

static CoalitionTieStatus
status_from_text (const char *text)
{
  if (g_strcmp0 (text, "prospective") == 0)
    return COALITION_TIE_PROSPECTIVE;
  if (g_strcmp0 (text, "dormant") == 0)
    return COALITION_TIE_DORMANT;

  return g_strcmp0 (text, "ended") == 0 ? COALITION_TIE_ENDED : COALITION_TIE_ACTIVE;
}

/* Whether something was there on a whole date: it had begun, or nobody knows when, and has not ended before. Of a partial
 * start the first day counts and of a partial end the last, as people mean "until 2026". */
gboolean
coalition_network_lives (const char *start, const char *end, const char *date)
{
  return (start == NULL || strcmp (start, date) <= 0)
         && (end == NULL || strcmp (date, end) <= 0 || g_str_has_prefix (date, end));
}

/* Whether what is there on one date or both belongs into the network, and with which mark. */
gboolean
coalition_network_time_mark (const CoalitionNetworkTime *time, gboolean on_as_of, gboolean on_compare, CoalitionTimeMark *mark)
{
  gboolean forward = time->compare == NULL || strcmp (time->compare, time->as_of != NULL ? time->as_of : time->today) <= 0;

  *mark = COALITION_TIME_STAYED;
  if (time->compare == NULL)
    return on_as_of;
  if (on_as_of != on_compare)
    *mark = on_as_of == forward ? COALITION_TIME_APPEARED : COALITION_TIME_GONE;

  return on_as_of || on_compare;
}

static void
read_parties (CoalitionNetwork *self, CoalitionCampaign *campaign)
{
  const CoalitionKind *kind = &coalition_kind_party;
  const int name = coalition_kind_field_index (kind, "name");
  const int level = coalition_kind_field_index (kind, "level");
  const int party_kind = coalition_kind_field_index (kind, "kind");
  const int decides = coalition_kind_field_index (kind, "decision_maker");
  const int picture = coalition_kind_field_index (kind, "picture");
  CoalitionRecord *us = coalition_campaign_get_us (campaign);
  CoalitionTable table = coalition_table_open (campaign, kind);

  for (guint i = 0; i < table.n_records; i++)
    {
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (table.records, i);
      CoalitionNetworkParty party = { .id = coalition_record_get_id (record) };

      party.name = coalition_record_text_at (record, name);
      party.kind = coalition_record_text_at (record, party_kind);
      party.level = level_from_text (coalition_record_text_at (record, level));
      party.image = coalition_network_read_image (self, campaign, coalition_record_text_at (record, picture));
      if (record == us)
        party.marks |= COALITION_MARK_US;
      if (coalition_record_integer_at (record, decides, 0) != 0)
        party.marks |= COALITION_MARK_DECIDES;
      coalition_network_add_party (self, &party);
    }
}

static void
read_positions (CoalitionNetwork *self, CoalitionCampaign *campaign)
{
  const CoalitionKind *kind = &coalition_kind_position;
  const int view_field = coalition_kind_field_index (kind, "view");
  const int party_field = coalition_kind_field_index (kind, "party");
  const int x = coalition_kind_field_index (kind, "x");
  const int y = coalition_kind_field_index (kind, "y");
  const int pinned = coalition_kind_field_index (kind, "pinned");
  CoalitionRecord *view = coalition_campaign_get_view (campaign);
  CoalitionTable table = coalition_table_open (campaign, kind);

  if (view == NULL)
    return;

  for (guint i = 0; i < table.n_records; i++)
    {
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (table.records, i);
      int index;

      if (g_strcmp0 (coalition_record_text_at (record, view_field), coalition_record_get_id (view)) != 0)
        continue;
      index = coalition_network_find_party (self, coalition_record_text_at (record, party_field));
      if (index < 0)
        continue;
      self->parties[index].x = coalition_record_number_at (record, x);
      self->parties[index].y = coalition_record_number_at (record, y);
      self->parties[index].pinned = coalition_record_integer_at (record, pinned, 0) != 0;
      self->parties[index].placed = TRUE;
    }
}

/* Who is a gatekeeper, by id. Of several judgements of a party on an issue (or on the campaign) the latest counts; one
 * without a date is older than any with. Someone is one if any of those that count says so. */
GHashTable *
coalition_network_list_gatekeepers (CoalitionCampaign *campaign)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const CoalitionKind *kind = &coalition_kind_judgement;
  const int party_field = coalition_kind_field_index (kind, "party");
  const int aspect = coalition_kind_field_index (kind, "aspect");
  const int value = coalition_kind_field_index (kind, "value");
  const int issue = coalition_kind_field_index (kind, "issue");
  const int date = coalition_kind_field_index (kind, "judged_on");
  g_autoptr (GHashTable) latest = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  CoalitionTable table = coalition_table_open (campaign, kind);
  GHashTableIter iter;
  CoalitionRecord *record;

  for (guint i = 0; i < table.n_records; i++)
    {
      g_autoptr (CoalitionRecord) judgement = g_list_model_get_item (table.records, i);
      const char *on = coalition_record_text_at (judgement, issue);
      const char *judged_on = coalition_record_text_at (judgement, date);
      g_autofree char *key = NULL;
      CoalitionRecord *other;

      if (g_strcmp0 (coalition_record_text_at (judgement, aspect), "gatekeeper") != 0)
        continue;
      key = g_strdup_printf ("%s %s", coalition_record_text_at (judgement, party_field), on != NULL ? on : "");
      other = g_hash_table_lookup (latest, key);
      if (other != NULL && g_strcmp0 (coalition_record_text_at (other, date), judged_on) > 0)
        continue;
      g_hash_table_replace (latest, g_steal_pointer (&key), g_steal_pointer (&judgement));
    }

  g_hash_table_iter_init (&iter, latest);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &record))
    if (coalition_record_text_at (record, party_field) != NULL && coalition_record_integer_at (record, value, 0) > 0)
      g_hash_table_add (ids, g_strdup (coalition_record_text_at (record, party_field)));

  return ids;
}

static void
read_gatekeepers (CoalitionNetwork *self, CoalitionCampaign *campaign)
{
  g_autoptr (GHashTable) ids = coalition_network_list_gatekeepers (campaign);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      int index = coalition_network_find_party (self, id);

      if (index >= 0)
        self->parties[index].marks |= COALITION_MARK_GATEKEEPER;
    }
}

/* Which of its states a tie is in at the time of the network; FALSE if it is not there. What has ended since was active
 * then: the state that is recorded is that of today. Without a date of its own the network has what ended, too. */
static gboolean
judge_tie (const CoalitionNetworkTime *time, const char *start, const char *end, CoalitionTieStatus *status, CoalitionTimeMark *mark)
{
  gboolean known = *status != COALITION_TIE_ENDED || end != NULL;
  const char *as_of = time->as_of != NULL ? time->as_of : time->today;
  gboolean there = known && coalition_network_lives (start, end, as_of);
  gboolean then = time->compare != NULL && known && coalition_network_lives (start, end, time->compare);

  *mark = COALITION_TIME_STAYED;
  if (time->as_of == NULL && time->compare == NULL)
    return TRUE;
  if (*status == COALITION_TIE_ENDED)
    *status = COALITION_TIE_ACTIVE;

  return coalition_network_time_mark (time, there, then, mark);
}

static void
read_ties (CoalitionNetwork *self, CoalitionCampaign *campaign, const CoalitionNetworkTime *time)
{
  const CoalitionKind *kind = &coalition_kind_tie;
  const int from = coalition_kind_field_index (kind, "from");
  const int to = coalition_kind_field_index (kind, "to");
  const int tie_kind = coalition_kind_field_index (kind, "kind");
  const int direction = coalition_kind_field_index (kind, "direction");
  const int status = coalition_kind_field_index (kind, "status");
  const int strength = coalition_kind_field_index (kind, "strength");
  const int start = coalition_kind_field_index (kind, "start");
  const int end = coalition_kind_field_index (kind, "end");
  CoalitionTable table = coalition_table_open (campaign, kind);

  for (guint i = 0; i < table.n_records; i++)
    {
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (table.records, i);
      int first = coalition_network_find_party (self, coalition_record_text_at (record, from));
      int second = coalition_network_find_party (self, coalition_record_text_at (record, to));
      const char *way = coalition_record_text_at (record, direction);
      CoalitionNetworkTie tie = { .id = coalition_record_get_id (record), .from = first, .to = second };

      if (first < 0 || second < 0)
        continue;
      tie.status = status_from_text (coalition_record_text_at (record, status));
      if (!judge_tie (time, coalition_record_text_at (record, start), coalition_record_text_at (record, end), &tie.status, &tie.time))
        continue;
      tie.kind = coalition_record_text_at (record, tie_kind);
      tie.family = coalition_tie_family_for_kind (tie.kind);
      tie.strength = CLAMP (coalition_record_integer_at (record, strength, 2), 1, 4);
      tie.mutual = way != NULL ? g_str_equal (way, "mutual") : coalition_tie_kind_is_mutual (tie.kind);
      coalition_network_add_tie (self, &tie);
    }
}

static int
compare_guints (gconstpointer a, gconstpointer b)
{
  const guint *first = a, *second = b;

  return *first < *second ? -1 : *first > *second;
}

/* Counts an agreement for every pair of its parties. A pair listed twice in one agreement counts once. */
static void
count_pairs (GHashTable *counts, GArray *parties)
{
  g_array_sort (parties, compare_guints);
  for (guint i = 0; i < parties->len; i++)
    for (guint j = i + 1; j < parties->len; j++)
      {
        guint a = g_array_index (parties, guint, i), b = g_array_index (parties, guint, j);
        guint64 key = coalition_network_pair_key (a, b);
        guint *count = g_hash_table_lookup (counts, &key);

        if (a == b || (i > 0 && g_array_index (parties, guint, i - 1) == a)
            || (j > i + 1 && g_array_index (parties, guint, j - 1) == b))
          continue;
        if (count == NULL)
          {
            struct { guint64 key; guint count; } *entry = g_malloc (sizeof *entry);

            entry->key = key;
            entry->count = 1;
            g_hash_table_insert (counts, &entry->key, &entry->count);
          }
        else
          ++*count;
      }
}

/* The parties of each agreement. */
static GHashTable *
read_members (CoalitionNetwork *self, CoalitionCampaign *campaign)
{
  const int agreement_field = coalition_kind_field_index (&coalition_kind_agreement_party, "agreement");
  const int party_field = coalition_kind_field_index (&coalition_kind_agreement_party, "party");
  GHashTable *members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  CoalitionTable table = coalition_table_open (campaign, &coalition_kind_agreement_party);

  for (guint i = 0; i < table.n_records; i++)
    {
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (table.records, i);
      const char *agreement = coalition_record_text_at (record, agreement_field);
      int index = coalition_network_find_party (self, coalition_record_text_at (record, party_field));
      guint party = index;
      GArray *parties;

      if (index < 0 || agreement == NULL)
        continue;
      parties = g_hash_table_lookup (members, agreement);
      if (parties == NULL)
        {
          parties = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (members, g_strdup (agreement), parties);
        }
      g_array_append_val (parties, party);
    }

  return members;
}

/* Agreements that live at the time of the network show on the ties between their parties, and those overdue for review
 * then on the parties. A review is due only once there is an agreement to look back on, not while it is a draft or
 * talked over; what has ended since was agreed then. */
static void
read_agreements (CoalitionNetwork *self, CoalitionCampaign *campaign, const CoalitionNetworkTime *time)
{
  const int status_field = coalition_kind_field_index (&coalition_kind_agreement, "status");
  const int due_field = coalition_kind_field_index (&coalition_kind_agreement, "review_due");
  const int start_field = coalition_kind_field_index (&coalition_kind_agreement, "start");
  const int end_field = coalition_kind_field_index (&coalition_kind_agreement, "end");
  const char *date = time->as_of != NULL ? time->as_of : time->today;
  g_autoptr (GHashTable) members = read_members (self, campaign);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  CoalitionTable table = coalition_table_open (campaign, &coalition_kind_agreement);

  for (guint i = 0; i < table.n_records; i++)
    {
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (table.records, i);
      const char *status = coalition_record_text_at (record, status_field), *due = coalition_record_text_at (record, due_field);
      const char *start = coalition_record_text_at (record, start_field), *end = coalition_record_text_at (record, end_field);
      GArray *parties = g_hash_table_lookup (members, coalition_record_get_id (record));
      gboolean ended = g_strcmp0 (status, "ended") == 0;
      gboolean agreed = ended || g_strcmp0 (status, "active") == 0 || g_strcmp0 (status, "agreed") == 0
                        || g_strcmp0 (status, "review") == 0;

      if (parties == NULL || (ended && (time->as_of == NULL || end == NULL))
          || !coalition_network_lives (time->as_of != NULL ? start : NULL, end, date))
        continue;
      count_pairs (counts, parties);
      if (agreed && due != NULL && coalition_date_days_until (date, due) < 0)
        for (guint j = 0; j < parties->len; j++)
          self->parties[g_array_index (parties, guint, j)].marks |= COALITION_MARK_REVIEW_LATE;
    }

  for (guint i = 0; i < self->n_ties && g_hash_table_size (counts) > 0; i++)
    {
      guint64 key = coalition_network_pair_key (self->ties[i].from, self->ties[i].to);
      guint *count = g_hash_table_lookup (counts, &key);

      self->ties[i].agreements = count != NULL ? *count : 0;
    }
}

/**
 * coalition_network_new:
 * @campaign: a campaign
 *
 * Takes a snapshot of the network of @campaign as it is now; see coalition_network_new_at().
 *
 * Returns: (transfer full): the snapshot
 */
CoalitionNetwork *
coalition_network_new (CoalitionCampaign *campaign)
{
  return coalition_network_new_at (campaign, NULL);
}

/**
 * coalition_network_new_at:
 * @campaign: a campaign
 * @options: (nullable): the time at which it is seen, or %NULL for now
 *
 * Takes a snapshot of the parties, ties, forums, notes, pictures and positions (of the current view) of @campaign, in
 * the order in which the campaign lists them. Ties of which an end is missing are left out; so is, at a date, what was
 * not there then. Without a date ties that have ended are there with that status. Parties, judgements, notes and pictures
 * are those of today at any date. A date that is none counts as none. To be called where @campaign may be read; the
 * snapshot may go to any thread.
 *
 * Returns: (transfer full): the snapshot
 */
CoalitionNetwork *
coalition_network_new_at (CoalitionCampaign *campaign, const CoalitionNetworkOptions *options)
{
  CoalitionNetwork *self = coalition_network_allocate (coalition_table_open (campaign, &coalition_kind_party).n_records,
                                                       coalition_table_open (campaign, &coalition_kind_tie).n_records);
  CoalitionNetworkTime time = { NULL };

  time.today = coalition_clock_today ();
  time.as_of = options != NULL ? coalition_date_last_day (options->as_of) : NULL;
  time.compare = options != NULL ? coalition_date_last_day (options->compare_to) : NULL;
  read_parties (self, campaign);
  read_positions (self, campaign);
  read_gatekeepers (self, campaign);
  read_ties (self, campaign, &time);
  read_agreements (self, campaign, &time);
  coalition_network_read_forums (self, campaign, &time);
  coalition_network_read_things (self, campaign);
  coalition_network_finish (self);
  g_free (time.today);
  g_free (time.as_of);
  g_free (time.compare);

  return self;
}
