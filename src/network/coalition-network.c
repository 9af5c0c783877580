/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-network.h"

#include "coalition-clock.h"
#include "coalition-date.h"

#include <string.h>

struct _CoalitionNetwork
{
  gatomicrefcount refs;
  GStringChunk *texts;
  CoalitionNetworkParty *parties;
  CoalitionNetworkTie *ties;
  guint n_parties;
  guint n_ties;
  guint *first_of_party; /* n_parties + 1 offsets into of_party */
  guint *of_party;       /* indices of ties, twice each (once for a tie of a party with itself) */
  GHashTable *party_index; /* id to index + 1 */
  GHashTable *tie_index;
};

G_DEFINE_BOXED_TYPE (CoalitionNetwork, coalition_network, coalition_network_ref, coalition_network_unref)

/* Looks at one kind of record: which field is at which index is asked once, not for each of 20,000 records. */
typedef struct {
  GListModel *records;
  guint n_records;
} Table;

static Table
open_table (CoalitionCampaign *campaign, const CoalitionKind *kind)
{
  GListModel *records = coalition_campaign_get_records (campaign, kind);

  return (Table) { records, g_list_model_get_n_items (records) };
}

static const char *
get_text (CoalitionRecord *record, int field)
{
  const CoalitionValue *value = coalition_record_get_value (record, field);

  return value->type == COALITION_VALUE_TEXT ? value->text : NULL;
}

static gint64
get_integer (CoalitionRecord *record, int field, gint64 unknown)
{
  const CoalitionValue *value = coalition_record_get_value (record, field);

  return value->type == COALITION_VALUE_INTEGER ? value->integer : unknown;
}

static double
get_number (CoalitionRecord *record, int field)
{
  const CoalitionValue *value = coalition_record_get_value (record, field);

  return value->type == COALITION_VALUE_REAL ? value->real
         : value->type == COALITION_VALUE_INTEGER ? (double) value->integer : 0;
}

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

/* Texts that many records share (kinds) are stored once; the rest as they are. */
static const char *
keep_text (CoalitionNetwork *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert (self->texts, text) : NULL;
}

static const char *
keep_shared (CoalitionNetwork *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->texts, text) : NULL;
}

static CoalitionNetwork *
allocate (guint n_parties, guint n_ties)
{
  CoalitionNetwork *self = g_new0 (CoalitionNetwork, 1);

  g_atomic_ref_count_init (&self->refs);
  self->texts = g_string_chunk_new (16 * 1024);
  self->parties = g_new0 (CoalitionNetworkParty, MAX (n_parties, 1));
  self->ties = g_new0 (CoalitionNetworkTie, MAX (n_ties, 1));
  self->party_index = g_hash_table_new (g_str_hash, g_str_equal);
  self->tie_index = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

static void
index_party (CoalitionNetwork *self, guint party)
{
  g_hash_table_insert (self->party_index, (gpointer) self->parties[party].id, GUINT_TO_POINTER (party + 1));
}

static int
find_index (GHashTable *index, const char *id)
{
  return id != NULL ? (int) GPOINTER_TO_UINT (g_hash_table_lookup (index, id)) - 1 : -1;
}

/* Lists of the ties of each party, by counting. */
static void
index_ties (CoalitionNetwork *self)
{
  guint *next;

  self->first_of_party = g_new0 (guint, self->n_parties + 1);
  for (guint i = 0; i < self->n_ties; i++)
    {
      const CoalitionNetworkTie *tie = &self->ties[i];

      g_hash_table_insert (self->tie_index, (gpointer) tie->id, GUINT_TO_POINTER (i + 1));
      self->first_of_party[tie->from + 1]++;
      if (tie->to != tie->from)
        self->first_of_party[tie->to + 1]++;
    }
  for (guint i = 0; i < self->n_parties; i++)
    self->first_of_party[i + 1] += self->first_of_party[i];

  self->of_party = g_new (guint, MAX (self->first_of_party[self->n_parties], 1));
  next = g_memdup2 (self->first_of_party, sizeof (guint) * (self->n_parties + 1));
  for (guint i = 0; i < self->n_ties; i++)
    {
      const CoalitionNetworkTie *tie = &self->ties[i];

      self->of_party[next[tie->from]++] = i;
      if (tie->to != tie->from)
        self->of_party[next[tie->to]++] = i;
    }
  g_free (next);
}

static guint64
pair_key (guint a, guint b)
{
  return (guint64) MIN (a, b) << 32 | MAX (a, b);
}

typedef struct {
  guint64 pair;
  guint tie;
} PairTie;

static int
compare_pair_ties (const void *a, const void *b)
{
  const PairTie *first = a, *second = b;

  if (first->pair != second->pair)
    return first->pair < second->pair ? -1 : 1;

  return first->tie < second->tie ? -1 : first->tie > second->tie;
}

/* Which of how many ties of its pair each tie is, so that they can be fanned out. */
static void
rank_ties (CoalitionNetwork *self)
{
  g_autofree PairTie *pairs = g_new (PairTie, MAX (self->n_ties, 1));

  for (guint i = 0; i < self->n_ties; i++)
    pairs[i] = (PairTie) { pair_key (self->ties[i].from, self->ties[i].to), i };
  qsort (pairs, self->n_ties, sizeof (PairTie), compare_pair_ties);
  for (guint start = 0, end; start < self->n_ties; start = end)
    {
      for (end = start + 1; end < self->n_ties && pairs[end].pair == pairs[start].pair;)
        end++;
      for (guint i = start; i < end; i++)
        {
          self->ties[pairs[i].tie].rank = i - start;
          self->ties[pairs[i].tie].siblings = end - start;
        }
    }
}

static void
read_parties (CoalitionNetwork *self, CoalitionCampaign *campaign)
{
  const CoalitionKind *kind = &coalition_kind_party;
  const int name = coalition_kind_field_index (kind, "name");
  const int level = coalition_kind_field_index (kind, "level");
  const int party_kind = coalition_kind_field_index (kind, "kind");
  const int decides = coalition_kind_field_index (kind, "decision_maker");
  CoalitionRecord *us = coalition_campaign_get_us (campaign);
  Table table = open_table (campaign, kind);

  for (guint i = 0; i < table.n_records; i++)
    {
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (table.records, i);
      CoalitionNetworkParty *party = &self->parties[self->n_parties];
      const char *text = get_text (record, name);

      party->id = keep_text (self, coalition_record_get_id (record));
      party->name = keep_text (self, text != NULL ? text : "");
      party->kind = keep_shared (self, get_text (record, party_kind));
      party->level = level_from_text (get_text (record, level));
      if (record == us)
        party->marks |= COALITION_MARK_US;
      if (get_integer (record, decides, 0) != 0)
        party->marks |= COALITION_MARK_DECIDES;
      index_party (self, self->n_parties++);
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
  Table table = open_table (campaign, kind);

  if (view == NULL)
    return;

  for (guint i = 0; i < table.n_records; i++)
    {
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (table.records, i);
      int index;

      if (g_strcmp0 (get_text (record, view_field), coalition_record_get_id (view)) != 0)
        continue;
      index = find_index (self->party_index, get_text (record, party_field));
      if (index < 0)
        continue;
      self->parties[index].x = get_number (record, x);
      self->parties[index].y = get_number (record, y);
      self->parties[index].pinned = get_integer (record, pinned, 0) != 0;
      self->parties[index].placed = TRUE;
    }
}

/* Of several judgements of a party on an issue (or on the campaign) the latest counts; one without a date is older
 * than any with. Someone is marked a gatekeeper if any of those that count says so. */
static void
read_gatekeepers (CoalitionNetwork *self, CoalitionCampaign *campaign)
{
  const CoalitionKind *kind = &coalition_kind_judgement;
  const int party_field = coalition_kind_field_index (kind, "party");
  const int aspect = coalition_kind_field_index (kind, "aspect");
  const int value = coalition_kind_field_index (kind, "value");
  const int issue = coalition_kind_field_index (kind, "issue");
  const int date = coalition_kind_field_index (kind, "judged_on");
  g_autoptr (GHashTable) latest = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  Table table = open_table (campaign, kind);
  GHashTableIter iter;
  CoalitionRecord *record;

  for (guint i = 0; i < table.n_records; i++)
    {
      g_autoptr (CoalitionRecord) judgement = g_list_model_get_item (table.records, i);
      const char *on = get_text (judgement, issue);
      const char *judged_on = get_text (judgement, date);
      g_autofree char *key = NULL;
      CoalitionRecord *other;

      if (g_strcmp0 (get_text (judgement, aspect), "gatekeeper") != 0)
        continue;
      key = g_strdup_printf ("%s %s", get_text (judgement, party_field), on != NULL ? on : "");
      other = g_hash_table_lookup (latest, key);
      if (other != NULL && g_strcmp0 (get_text (other, date), judged_on) > 0)
        continue;
      g_hash_table_replace (latest, g_steal_pointer (&key), g_steal_pointer (&judgement));
    }

  g_hash_table_iter_init (&iter, latest);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &record))
    {
      int index = find_index (self->party_index, get_text (record, party_field));

      if (index >= 0 && get_integer (record, value, 0) > 0)
        self->parties[index].marks |= COALITION_MARK_GATEKEEPER;
    }
}

static void
read_ties (CoalitionNetwork *self, CoalitionCampaign *campaign)
{
  const CoalitionKind *kind = &coalition_kind_tie;
  const int from = coalition_kind_field_index (kind, "from");
  const int to = coalition_kind_field_index (kind, "to");
  const int tie_kind = coalition_kind_field_index (kind, "kind");
  const int direction = coalition_kind_field_index (kind, "direction");
  const int status = coalition_kind_field_index (kind, "status");
  const int strength = coalition_kind_field_index (kind, "strength");
  Table table = open_table (campaign, kind);

  for (guint i = 0; i < table.n_records; i++)
    {
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (table.records, i);
      CoalitionNetworkTie *tie = &self->ties[self->n_ties];
      int first = find_index (self->party_index, get_text (record, from));
      int second = find_index (self->party_index, get_text (record, to));
      const char *way = get_text (record, direction);

      if (first < 0 || second < 0)
        continue;
      tie->id = keep_text (self, coalition_record_get_id (record));
      tie->kind = keep_shared (self, get_text (record, tie_kind));
      tie->from = first;
      tie->to = second;
      tie->family = coalition_tie_family_for_kind (tie->kind);
      tie->status = status_from_text (get_text (record, status));
      tie->strength = CLAMP (get_integer (record, strength, 2), 1, 4);
      tie->mutual = way != NULL ? g_str_equal (way, "mutual") : coalition_tie_kind_is_mutual (tie->kind);
      self->n_ties++;
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
        guint64 key = pair_key (a, b);
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

/* Agreements that have not ended show on the ties between their parties, and those overdue for review on the parties.
 * A review is due only once there is an agreement to look back on, not while it is a draft or talked over. */
static void
read_agreements (CoalitionNetwork *self, CoalitionCampaign *campaign)
{
  const int status_field = coalition_kind_field_index (&coalition_kind_agreement, "status");
  const int due_field = coalition_kind_field_index (&coalition_kind_agreement, "review_due");
  const int end_field = coalition_kind_field_index (&coalition_kind_agreement, "end");
  const int agreement_field = coalition_kind_field_index (&coalition_kind_agreement_party, "agreement");
  const int party_field = coalition_kind_field_index (&coalition_kind_agreement_party, "party");
  g_autofree char *today = coalition_clock_today ();
  g_autoptr (GHashTable) members = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Table table = open_table (campaign, &coalition_kind_agreement_party);

  for (guint i = 0; i < table.n_records; i++)
    {
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (table.records, i);
      const char *agreement = get_text (record, agreement_field);
      int index = find_index (self->party_index, get_text (record, party_field));
      guint party = index;
      GArray *parties;

      if (index < 0 || agreement == NULL)
        continue;
      parties = g_hash_table_lookup (members, agreement);
      if (parties == NULL)
        {
          parties = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (members, (gpointer) keep_text (self, agreement), parties);
        }
      g_array_append_val (parties, party);
    }

  table = open_table (campaign, &coalition_kind_agreement);
  for (guint i = 0; i < table.n_records; i++)
    {
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (table.records, i);
      const char *status = get_text (record, status_field), *due = get_text (record, due_field);
      const char *end = get_text (record, end_field);
      GArray *parties = g_hash_table_lookup (members, coalition_record_get_id (record));
      gboolean ended = g_strcmp0 (status, "ended") == 0 || (end != NULL && coalition_date_days_until (today, end) < 0);
      gboolean agreed = g_strcmp0 (status, "active") == 0 || g_strcmp0 (status, "agreed") == 0
                        || g_strcmp0 (status, "review") == 0;

      if (parties == NULL || ended)
        continue;
      count_pairs (counts, parties);
      if (agreed && due != NULL && coalition_date_days_until (today, due) < 0)
        for (guint j = 0; j < parties->len; j++)
          self->parties[g_array_index (parties, guint, j)].marks |= COALITION_MARK_REVIEW_LATE;
    }

  for (guint i = 0; i < self->n_ties && g_hash_table_size (counts) > 0; i++)
    {
      guint64 key = pair_key (self->ties[i].from, self->ties[i].to);
      guint *count = g_hash_table_lookup (counts, &key);

      self->ties[i].agreements = count != NULL ? *count : 0;
    }
}

/**
 * coalition_network_new:
 * @campaign: a campaign
 *
 * Takes a snapshot of the parties, ties and positions (of the current view) of @campaign, in the order in which the
 * campaign lists them. Ties of which an end is missing are left out. To be called where @campaign may be read; the
 * snapshot may go to any thread.
 *
 * Returns: (transfer full): the snapshot
 */
CoalitionNetwork *
coalition_network_new (CoalitionCampaign *campaign)
{
  CoalitionNetwork *self = allocate (open_table (campaign, &coalition_kind_party).n_records,
                                     open_table (campaign, &coalition_kind_tie).n_records);

  read_parties (self, campaign);
  read_positions (self, campaign);
  read_gatekeepers (self, campaign);
  read_ties (self, campaign);
  rank_ties (self);
  read_agreements (self, campaign);
  index_ties (self);

  return self;
}

/**
 * coalition_network_new_from:
 * @parties: (array length=n_parties): parties
 * @n_parties: how many
 * @ties: (array length=n_ties): ties; their rank and siblings are worked out afresh
 * @n_ties: how many
 *
 * Makes a network from arrays, without a campaign: a part of another network, the state at another date, or a trial.
 * All texts are copied.
 *
 * Returns: (transfer full): the network
 */
CoalitionNetwork *
coalition_network_new_from (const CoalitionNetworkParty *parties, guint n_parties,
                            const CoalitionNetworkTie *ties, guint n_ties)
{
  CoalitionNetwork *self = allocate (n_parties, n_ties);

  for (guint i = 0; i < n_parties; i++)
    {
      self->parties[i] = parties[i];
      self->parties[i].id = keep_text (self, parties[i].id);
      self->parties[i].name = keep_text (self, parties[i].name != NULL ? parties[i].name : "");
      self->parties[i].kind = keep_shared (self, parties[i].kind);
      index_party (self, i);
    }
  for (guint i = 0; i < n_ties; i++)
    {
      g_assert (ties[i].from < n_parties && ties[i].to < n_parties);
      self->ties[i] = ties[i];
      self->ties[i].id = keep_text (self, ties[i].id);
      self->ties[i].kind = keep_shared (self, ties[i].kind);
    }
  self->n_parties = n_parties;
  self->n_ties = n_ties;
  rank_ties (self);
  index_ties (self);

  return self;
}

/**
 * coalition_network_ref:
 * @self: a network
 *
 * Takes one more reference; from any thread.
 *
 * Returns: (transfer full): @self
 */
CoalitionNetwork *
coalition_network_ref (CoalitionNetwork *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

/**
 * coalition_network_unref:
 * @self: (transfer full): a network
 *
 * Gives a reference back; from any thread.
 */
void
coalition_network_unref (CoalitionNetwork *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_hash_table_unref (self->party_index);
  g_hash_table_unref (self->tie_index);
  g_free (self->first_of_party);
  g_free (self->of_party);
  g_free (self->parties);
  g_free (self->ties);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * coalition_network_get_parties:
 * @self: a network
 * @n_parties: (out) (optional): how many there are
 *
 * The parties. Their order is the index by which everything in this layer names them.
 *
 * Returns: (transfer none) (array length=n_parties): the parties
 */
const CoalitionNetworkParty *
coalition_network_get_parties (CoalitionNetwork *self, guint *n_parties)
{
  if (n_parties != NULL)
    *n_parties = self->n_parties;

  return self->parties;
}

/**
 * coalition_network_get_ties:
 * @self: a network
 * @n_ties: (out) (optional): how many there are
 *
 * The ties. Their order is the index by which everything in this layer names them.
 *
 * Returns: (transfer none) (array length=n_ties): the ties
 */
const CoalitionNetworkTie *
coalition_network_get_ties (CoalitionNetwork *self, guint *n_ties)
{
  if (n_ties != NULL)
    *n_ties = self->n_ties;

  return self->ties;
}

/**
 * coalition_network_find_party:
 * @self: a network
 * @id: (nullable): id of a party
 *
 * Finds the index of a party.
 *
 * Returns: the index, or -1 if it is not in this network
 */
int
coalition_network_find_party (CoalitionNetwork *self, const char *id)
{
  return find_index (self->party_index, id);
}

/**
 * coalition_network_find_tie:
 * @self: a network
 * @id: (nullable): id of a tie
 *
 * Finds the index of a tie.
 *
 * Returns: the index, or -1 if it is not in this network
 */
int
coalition_network_find_tie (CoalitionNetwork *self, const char *id)
{
  return find_index (self->tie_index, id);
}

/**
 * coalition_network_get_ties_of:
 * @self: a network
 * @party: index of a party
 * @n_ties: (out): how many ties it has
 *
 * The ties that begin or end at a party, in the order of the network's ties.
 *
 * Returns: (transfer none) (array length=n_ties): indices of ties
 */
const guint *
coalition_network_get_ties_of (CoalitionNetwork *self, guint party, guint *n_ties)
{
  g_assert (party < self->n_parties);
  *n_ties = self->first_of_party[party + 1] - self->first_of_party[party];

  return self->of_party + self->first_of_party[party];
}

/**
 * coalition_tie_family_for_kind:
 * @kind: (nullable): kind of a tie, one of the given ones or a person's own words
 *
 * The family by which the map draws ties of a kind; it is the group of the choice in the description of ties.
 *
 * Returns: the family; for own kinds and for none the first
 */
CoalitionTieFamily
coalition_tie_family_for_kind (const char *kind)
{
  static const char *const families[] = { "knows", "works", "belongs", "power", "opposes" };
  static const CoalitionField *field;
  const CoalitionChoice *choice;

  if (kind == NULL)
    return COALITION_TIE_KNOWS;
  if (g_once_init_enter (&field))
    g_once_init_leave (&field, coalition_kind_find_field (&coalition_kind_tie, "kind"));
  choice = coalition_field_find_choice (field, kind);
  for (guint i = 0; choice != NULL && i < G_N_ELEMENTS (families); i++)
    if (g_strcmp0 (choice->group, families[i]) == 0)
      return i;

  return COALITION_TIE_KNOWS;
}

/**
 * coalition_tie_kind_is_mutual:
 * @kind: (nullable): kind of a tie
 *
 * Whether ties of a kind hold both ways when nobody said otherwise: knowing each other, sharing and working together
 * do; funding, serving or opposing do not.
 *
 * Returns: %TRUE if they do
 */
gboolean
coalition_tie_kind_is_mutual (const char *kind)
{
  static const char *const mutual[] = { "knows", "informs", "shares", "project", NULL };

  return kind != NULL && g_strv_contains (mutual, kind);
}
