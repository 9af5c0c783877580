/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-filter-private.h"

#include "coalition-groups.h"
#include "coalition-network-private.h"
#include "coalition-text.h"

#include <string.h>

/* What passes a filter. Each condition makes a flag for every party (or tie) behind the network; a party that stands for
 * a group passes if one of its members does. */

typedef struct
{
  CoalitionCampaign *campaign;
  CoalitionNetwork *network;
  const CoalitionFilterSubject *subject;
  const CoalitionCondition *condition;
  GHashTable *named; /* ids or keys among the values of the condition */
} Match;

typedef gboolean (*PassFunc) (Match *self, const char *id, gpointer data);

/* --- values of fields ------------------------------------------------------------------------------------------ */

static gboolean
is_named (Match *self, const CoalitionField *field, const CoalitionValue *value)
{
  g_autofree char *text = NULL;

  if (field->type == COALITION_FIELD_TEXT || field->type == COALITION_FIELD_LONG_TEXT)
    {
      g_autofree char *folded = value->type == COALITION_VALUE_TEXT ? coalition_text_fold (value->text) : NULL;

      for (guint i = 0; self->condition->values[i] != NULL && folded != NULL; i++)
        {
          g_autofree char *wanted = coalition_text_fold (self->condition->values[i]);

          if (g_str_equal (folded, wanted))
            return TRUE;
        }
      return FALSE;
    }
  for (guint i = 0; self->condition->values[i] != NULL; i++)
    {
      g_auto (CoalitionValue) wanted = COALITION_VALUE_INIT;

      if (field->type == COALITION_FIELD_REFERENCE || field->type == COALITION_FIELD_CHOICE
          || !coalition_field_parse (field, self->condition->values[i], &wanted, NULL))
        coalition_value_set_text (&wanted, self->condition->values[i]);
      if (coalition_value_equal (value, &wanted))
        return TRUE;
    }

  return FALSE;
}

static double
to_number (const CoalitionValue *value, gboolean *known)
{
  *known = value->type == COALITION_VALUE_INTEGER || value->type == COALITION_VALUE_REAL;

  return value->type == COALITION_VALUE_INTEGER ? (double) value->integer : value->type == COALITION_VALUE_REAL ? value->real : 0;
}

static gboolean
compare_number (Match *self, const CoalitionValue *value)
{
  gboolean known;
  double number = to_number (value, &known);
  double limit = self->condition->values[0] != NULL ? g_ascii_strtod (self->condition->values[0], NULL) : 0;

  return known && (self->condition->test == COALITION_FILTER_AT_LEAST ? number >= limit : number <= limit);
}

/* Dates compare as texts. A partial date is on or after another if its first day is, or lies within it. */
static gboolean
compare_date (Match *self, const char *date)
{
  const char *limit = self->condition->values[0];
  gboolean since;

  if (date == NULL || limit == NULL)
    return FALSE;
  since = strcmp (date, limit) >= 0 || g_str_has_prefix (limit, date);

  return self->condition->test == COALITION_FILTER_SINCE ? since : !since;
}

static gboolean
has_text (Match *self, CoalitionRecord *record, const CoalitionField *field)
{
  g_autofree char *text = coalition_campaign_dup_display (self->campaign, record, field);

  for (guint i = 0; self->condition->values[i] != NULL; i++)
    if (coalition_text_matches (text, self->condition->values[i]))
      return TRUE;

  return FALSE;
}

static gboolean
passes_value (Match *self, const CoalitionField *field, const CoalitionValue *value)
{
  switch (self->condition->test)
    {
    case COALITION_FILTER_IS:
      return is_named (self, field, value);
    case COALITION_FILTER_IS_NOT:
      return !is_named (self, field, value);
    case COALITION_FILTER_KNOWN:
      return value->type != COALITION_VALUE_NULL;
    case COALITION_FILTER_UNKNOWN:
      return value->type == COALITION_VALUE_NULL;
    case COALITION_FILTER_AT_LEAST:
    case COALITION_FILTER_AT_MOST:
      return compare_number (self, value);
    case COALITION_FILTER_SINCE:
    case COALITION_FILTER_BEFORE:
      return compare_date (self, value->type == COALITION_VALUE_TEXT ? value->text : NULL);
    case COALITION_FILTER_HAS_TEXT:
    case COALITION_FILTER_NEVER:
    default:
      return TRUE;
    }
}

/* A choice that nobody made counts as what is assumed then: an organization, a tie that is active. */
static void
assume (const CoalitionKind *kind, const CoalitionField *field, CoalitionValue *value)
{
  if (value->type != COALITION_VALUE_NULL)
    return;
  if (kind == &coalition_kind_tie && g_str_equal (field->name, "status"))
    coalition_value_set_text (value, "active");
  else if (kind == &coalition_kind_party && g_str_equal (field->name, "level"))
    coalition_value_set_text (value, "organization");
  else if (field->type == COALITION_FIELD_BOOLEAN)
    coalition_value_set_integer (value, 0);
}

static gboolean
pass_field (Match *self, const char *id, gpointer data)
{
  const CoalitionKind *kind = data;
  const CoalitionField *field = self->subject->field;
  CoalitionRecord *record = coalition_campaign_get_record (self->campaign, kind, id);
  g_auto (CoalitionValue) value = COALITION_VALUE_INIT;

  if (record == NULL)
    return FALSE;
  if (self->condition->test == COALITION_FILTER_HAS_TEXT)
    return has_text (self, record, field);
  coalition_campaign_get_value (self->campaign, record, field, &value);
  if (self->condition->test == COALITION_FILTER_IS || self->condition->test == COALITION_FILTER_IS_NOT)
    assume (kind, field, &value);

  return passes_value (self, field, &value);
}

/* --- judgements ------------------------------------------------------------------------------------------------ */

/* What is judged of a party for the campaign as a whole; a gatekeeper is one to any issue, as the map marks them. */
static gboolean
pass_judgement (Match *self, const char *id, gpointer data)
{
  const CoalitionField *field = self->subject->field;
  CoalitionRecord *judgement = coalition_campaign_get_judgement (self->campaign, id, field->name, NULL);
  g_auto (CoalitionValue) value = COALITION_VALUE_INIT;
  gint64 number;

  if (field->type == COALITION_FIELD_BOOLEAN)
    {
      coalition_value_set_integer (&value, g_hash_table_contains (data, id));
    }
  else if (judgement != NULL && coalition_record_get_integer (judgement, "value", &number))
    {
      coalition_value_set_integer (&value, number);
    }
  if (field->type == COALITION_FIELD_CHOICE && value.type == COALITION_VALUE_INTEGER)
    coalition_value_take_text (&value, g_strdup_printf ("%d", (int) CLAMP (value.integer, 1, 5)));

  return passes_value (self, field, &value);
}

/* --- tags, forums, agreements, issues -------------------------------------------------------------------------- */

/* Sorts the parties of links into those with any and those with one that is named. */
static void
take_links (Match *self, const CoalitionKind *kind, const char *field, GHashTable *named, GHashTable *any, GHashTable *wanted)
{
  const int link_field = coalition_kind_field_index (kind, field);
  const int party_field = coalition_kind_field_index (kind, "party");
  CoalitionTable table = coalition_table_open (self->campaign, kind);

  for (guint i = 0; i < table.n_records; i++)
    {
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (table.records, i);
      const char *id = coalition_record_text_at (record, link_field);
      const char *party = coalition_record_text_at (record, party_field);

      if (id == NULL || party == NULL)
        continue;
      g_hash_table_add (any, g_strdup (party));
      if (g_hash_table_contains (named, id))
        g_hash_table_add (wanted, g_strdup (party));
    }
}

/* The members of forums are those of the network, at its time. */
static void
take_forums (Match *self, GHashTable *any, GHashTable *wanted)
{
  guint n_forums;
  const CoalitionNetworkForum *forums = coalition_network_get_forums (self->network, &n_forums);

  for (guint i = 0; i < n_forums; i++)
    for (guint j = 0; j < forums[i].n_members; j++)
      {
        const char *const *ids = coalition_network_get_member_ids (self->network, forums[i].members[j]);

        for (guint k = 0; ids[k] != NULL; k++)
          {
            g_hash_table_add (any, g_strdup (ids[k]));
            if (g_hash_table_contains (self->named, forums[i].id))
              g_hash_table_add (wanted, g_strdup (ids[k]));
          }
      }
}

/* Parties that were judged on an issue, or are in an agreement that serves it. */
static void
take_issues (Match *self, GHashTable *any, GHashTable *wanted)
{
  g_autoptr (GHashTable) serving = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) others = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) unused = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  CoalitionTable table = coalition_table_open (self->campaign, &coalition_kind_agreement);

  take_links (self, &coalition_kind_judgement, "issue", self->named, any, wanted);
  for (guint i = 0; i < table.n_records; i++)
    {
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (table.records, i);
      const char *issue = coalition_record_get_text (record, "issue");

      if (issue != NULL)
        g_hash_table_add (others, g_strdup (coalition_record_get_id (record)));
      if (issue != NULL && g_hash_table_contains (self->named, issue))
        g_hash_table_add (serving, g_strdup (coalition_record_get_id (record)));
    }
  take_links (self, &coalition_kind_agreement_party, "agreement", serving, unused, wanted);
  take_links (self, &coalition_kind_agreement_party, "agreement", others, unused, any);
}

typedef struct
{
  GHashTable *any;
  GHashTable *wanted;
} Links;

static gboolean
pass_links (Match *self, const char *id, gpointer data)
{
  Links *links = data;

  switch (self->condition->test)
    {
    case COALITION_FILTER_IS:
      return g_hash_table_contains (links->wanted, id);
    case COALITION_FILTER_IS_NOT:
      return !g_hash_table_contains (links->wanted, id);
    case COALITION_FILTER_KNOWN:
      return g_hash_table_contains (links->any, id);
    case COALITION_FILTER_UNKNOWN:
      return !g_hash_table_contains (links->any, id);
    default:
      return TRUE;
    }
}

/* --- contacts -------------------------------------------------------------------------------------------------- */

/* The date of the last contact with each party. */
static GHashTable *
read_contacts (CoalitionCampaign *campaign)
{
  const int contact_field = coalition_kind_field_index (&coalition_kind_contact_party, "contact");
  const int party_field = coalition_kind_field_index (&coalition_kind_contact_party, "party");
  GHashTable *dates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  CoalitionTable table = coalition_table_open (campaign, &coalition_kind_contact_party);

  for (guint i = 0; i < table.n_records; i++)
    {
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (table.records, i);
      CoalitionRecord *contact = coalition_campaign_get_record (campaign, &coalition_kind_contact, coalition_record_text_at (record, contact_field));
      const char *party = coalition_record_text_at (record, party_field);
      const char *date = contact != NULL ? coalition_record_get_text (contact, "held_on") : NULL;
      const char *known = party != NULL ? g_hash_table_lookup (dates, party) : NULL;

      if (party != NULL && date != NULL && (known == NULL || strcmp (known, date) < 0))
        g_hash_table_replace (dates, g_strdup (party), g_strdup (date));
    }

  return dates;
}

/* "Before" asks who was not spoken to since: those with whom there was never any contact, too. */
static gboolean
pass_contact (Match *self, const char *id, gpointer data)
{
  const char *date = g_hash_table_lookup (data, id);

  if (self->condition->test == COALITION_FILTER_NEVER)
    return date == NULL;

  return date != NULL ? compare_date (self, date) : self->condition->test == COALITION_FILTER_BEFORE;
}

/* --- the network ----------------------------------------------------------------------------------------------- */

/* Who can be reached from one of the named parties over so many ties that have not ended. */
static void
apply_near (Match *self, gboolean *parties)
{
  guint n_parties, head = 0, steps = self->condition->values[0] != NULL ? (guint) g_ascii_strtoull (self->condition->values[0], NULL, 10) : 0;
  const CoalitionNetworkTie *ties = coalition_network_get_ties (self->network, NULL);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *distance = NULL; /* plus one */

  coalition_network_get_parties (self->network, &n_parties);
  distance = g_new0 (guint, MAX (n_parties, 1));
  for (guint i = 0; i < n_parties; i++)
    {
      const char *const *ids = coalition_network_get_member_ids (self->network, i);

      for (guint j = 0; ids[j] != NULL && distance[i] == 0; j++)
        if (g_hash_table_contains (self->named, ids[j]))
          {
            distance[i] = 1;
            g_array_append_val (queue, i);
          }
    }
  for (; head < queue->len; head++)
    {
      guint party = g_array_index (queue, guint, head), n_ties;
      const guint *of_party = coalition_network_get_ties_of (self->network, party, &n_ties);

      for (guint i = 0; i < n_ties && distance[party] <= steps; i++)
        {
          const CoalitionNetworkTie *tie = &ties[of_party[i]];
          guint other = tie->from == party ? tie->to : tie->from;

          if (distance[other] > 0 || tie->status == COALITION_TIE_ENDED || tie->time == COALITION_TIME_GONE)
            continue;
          distance[other] = distance[party] + 1;
          g_array_append_val (queue, other);
        }
    }
  for (guint i = 0; i < n_parties; i++)
    parties[i] = parties[i] && distance[i] > 0;
}

static void
apply_parties (Match *self, PassFunc pass, gpointer data, gboolean *parties)
{
  guint n_parties;

  coalition_network_get_parties (self->network, &n_parties);
  for (guint i = 0; i < n_parties; i++)
    {
      const char *const *ids = coalition_network_get_member_ids (self->network, i);
      gboolean passes = FALSE;

      for (guint j = 0; ids[j] != NULL && parties[i] && !passes; j++)
        passes = pass (self, ids[j], data);
      parties[i] = passes;
    }
}

static void
apply_ties (Match *self, gboolean *ties)
{
  guint n_ties;

  coalition_network_get_ties (self->network, &n_ties);
  for (guint i = 0; i < n_ties; i++)
    {
      const char *const *ids = coalition_network_get_tie_ids (self->network, i);
      gboolean passes = FALSE;

      for (guint j = 0; ids[j] != NULL && ties[i] && !passes; j++)
        passes = pass_field (self, ids[j], (gpointer) &coalition_kind_tie);
      ties[i] = passes;
    }
}

static void
apply_links (Match *self, gboolean *parties)
{
  const char *subject = self->condition->subject;
  g_autoptr (GHashTable) any = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Links links = { any, wanted };

  if (g_str_equal (subject, "tag"))
    take_links (self, &coalition_kind_party_tag, "tag", self->named, any, wanted);
  else if (g_str_equal (subject, "forum"))
    take_forums (self, any, wanted);
  else if (g_str_equal (subject, "agreement"))
    take_links (self, &coalition_kind_agreement_party, "agreement", self->named, any, wanted);
  else
    take_issues (self, any, wanted);
  apply_parties (self, pass_links, &links, parties);
}

/* Whether a condition that names records names any that is still there. */
static gboolean
names_something (Match *self)
{
  gboolean names = self->condition->test == COALITION_FILTER_IS || self->condition->test == COALITION_FILTER_IS_NOT;
  const CoalitionKind *target = self->subject->target;
  GHashTableIter iter;
  gpointer id;

  if (!names || target == NULL)
    return TRUE;
  g_hash_table_iter_init (&iter, self->named);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (coalition_campaign_get_record (self->campaign, target, id) != NULL)
      return TRUE;

  return FALSE;
}

static void
apply_condition (Match *self, gboolean *parties, gboolean *ties)
{
  const char *subject = self->condition->subject;

  if (!names_something (self))
    return;
  if (coalition_filter_is_of_ties (subject))
    {
      apply_ties (self, ties);
    }
  else if (g_str_has_prefix (subject, "party."))
    {
      apply_parties (self, pass_field, (gpointer) &coalition_kind_party, parties);
    }
  else if (g_str_has_prefix (subject, "judgement."))
    {
      g_autoptr (GHashTable) gatekeepers = coalition_network_list_gatekeepers (self->campaign);

      apply_parties (self, pass_judgement, gatekeepers, parties);
    }
  else if (g_str_equal (subject, "contact"))
    {
      g_autoptr (GHashTable) contacts = read_contacts (self->campaign);

      apply_parties (self, pass_contact, contacts, parties);
    }
  else if (g_str_equal (subject, "near"))
    {
      apply_near (self, parties);
    }
  else
    {
      apply_links (self, parties);
    }
}

/**
 * coalition_filter_apply:
 * @self: a filter
 * @campaign: the campaign
 * @network: its network, collapsed or not
 * @parties: (out caller-allocates) (array): flags, as many as @network has parties
 * @ties: (out caller-allocates) (array): flags, as many as @network has ties
 *
 * Sets the flag of every party and tie that passes all conditions. A tie of which an end is left out is left out. What
 * stands for several passes if one of them does. Conditions on what is gone let everything pass.
 */
void
coalition_filter_apply (CoalitionFilter *self, CoalitionCampaign *campaign, CoalitionNetwork *network,
                        gboolean *parties, gboolean *ties)
{
  guint n_parties, n_ties;
  const CoalitionNetworkTie *all = coalition_network_get_ties (network, &n_ties);

  coalition_network_get_parties (network, &n_parties);
  for (guint i = 0; i < n_parties; i++)
    parties[i] = TRUE;
  for (guint i = 0; i < n_ties; i++)
    ties[i] = TRUE;
  for (guint i = 0; i < coalition_filter_get_size (self); i++)
    {
      const CoalitionCondition *condition = coalition_filter_get (self, i);
      g_autoptr (CoalitionFilterSubject) subject = coalition_filter_find_subject (campaign, condition->subject);
      g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);
      Match match = { campaign, network, subject, condition, named };

      for (guint j = 0; condition->values[j] != NULL; j++)
        g_hash_table_add (named, condition->values[j]);
      if (subject != NULL)
        apply_condition (&match, parties, ties);
    }
  for (guint i = 0; i < n_ties; i++)
    ties[i] = ties[i] && parties[all[i].from] && parties[all[i].to];
}
