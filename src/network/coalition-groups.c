/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-groups.h"

#include "coalition-network-private.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* Which parties make a group, by what a group's id says: "BY:KEY", or the id of a forum. */

static const char *const level_keys[] = { "affected", "connector", "organization" };

/**
 * coalition_group_free:
 * @self: (transfer full): a group
 *
 * Frees a group.
 */
void
coalition_group_free (CoalitionGroup *self)
{
  g_free (self->id);
  g_free (self->name);
  g_array_unref (self->members);
  g_free (self);
}

static CoalitionGroup *
group_new (const char *id, const char *name)
{
  CoalitionGroup *self = g_new0 (CoalitionGroup, 1);

  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->members = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

static void
add_member (CoalitionGroup *self, CoalitionNetwork *network, const char *party_id)
{
  int index = coalition_network_find_party (network, party_id);
  guint party = index;

  for (guint i = 0; i < self->members->len && index >= 0; i++)
    if (g_array_index (self->members, guint, i) == party)
      return;
  if (index >= 0)
    g_array_append_val (self->members, party);
}

static void
add_referring (CoalitionGroup *self, CoalitionNetwork *network, CoalitionCampaign *campaign, const CoalitionKind *kind,
               const char *field, const char *id)
{
  g_autoptr (GPtrArray) records = coalition_campaign_get_referring (campaign, kind, field, id);

  for (guint i = 0; i < records->len; i++)
    add_member (self, network,
                kind == &coalition_kind_party ? coalition_record_get_id (records->pdata[i])
                                              : coalition_record_get_text (records->pdata[i], "party"));
}

static CoalitionGroup *
make_named (const char *id, CoalitionCampaign *campaign, const CoalitionKind *kind, const char *key)
{
  CoalitionRecord *record = coalition_campaign_get_record (campaign, kind, key);

  return record != NULL ? group_new (id, coalition_record_get_title (record)) : NULL;
}

/* Parties that a person put together are named after the first of them. */
static CoalitionGroup *
make_chosen (const char *id, CoalitionNetwork *network, const char *key)
{
  g_auto (GStrv) ids = g_strsplit (key, ",", -1);
  CoalitionGroup *self = group_new (id, NULL);
  const CoalitionNetworkParty *parties = coalition_network_get_parties (network, NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    add_member (self, network, ids[i]);
  if (self->members->len > 1)
    /* TRANSLATORS: a group of parties on the map, named after one of them: "Northside and 4 more" */
    self->name = g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", self->members->len - 1),
                                  parties[g_array_index (self->members, guint, 0)].name, self->members->len - 1);

  return self;
}

/* "FIELD:VALUE" of an own field. */
static CoalitionGroup *
make_own (const char *id, CoalitionCampaign *campaign, CoalitionNetwork *network, const char *key)
{
  const char *colon = strchr (key, ':');
  g_autofree char *field = colon != NULL ? g_strndup (key, colon - key) : NULL;
  CoalitionRecord *record = coalition_campaign_get_record (campaign, &coalition_kind_own_field, field);
  const CoalitionNetworkParty *parties;
  CoalitionGroup *self;
  guint n_parties;

  if (record == NULL)
    return NULL;
  self = group_new (id, colon + 1);
  parties = coalition_network_get_parties (network, &n_parties);
  for (guint i = 0; i < n_parties; i++)
    if (g_strcmp0 (coalition_campaign_get_own_text (campaign, parties[i].id, field), colon + 1) == 0)
      g_array_append_val (self->members, i);

  return self;
}

static CoalitionGroup *
make_by (const char *id, CoalitionCampaign *campaign, CoalitionNetwork *network, const char *by, const char *key)
{
  guint n_parties;
  const CoalitionNetworkParty *parties = coalition_network_get_parties (network, &n_parties);
  CoalitionGroup *self = NULL;

  if (g_str_equal (by, "kind"))
    {
      self = group_new (id, coalition_field_choice_label (coalition_kind_find_field (&coalition_kind_party, "kind"), key));
      for (guint i = 0; i < n_parties; i++)
        if (g_strcmp0 (parties[i].kind, key) == 0)
          g_array_append_val (self->members, i);
    }
  else if (g_str_equal (by, "level"))
    {
      self = group_new (id, coalition_field_choice_label (coalition_kind_find_field (&coalition_kind_party, "level"), key));
      for (guint i = 0; i < n_parties; i++)
        if (g_str_equal (level_keys[parties[i].level], key))
          g_array_append_val (self->members, i);
    }
  else if (g_str_equal (by, "constituency"))
    {
      self = make_named (id, campaign, &coalition_kind_constituency, key);
      if (self != NULL)
        add_referring (self, network, campaign, &coalition_kind_party, "constituency", key);
    }
  else if (g_str_equal (by, "tag"))
    {
      self = make_named (id, campaign, &coalition_kind_tag, key);
      if (self != NULL)
        add_referring (self, network, campaign, &coalition_kind_party_tag, "tag", key);
    }
  else if (g_str_equal (by, "own"))
    {
      self = make_own (id, campaign, network, key);
    }
  else if (g_str_equal (by, "chosen"))
    {
      self = make_chosen (id, network, key);
    }

  return self;
}

/* The group of an id with all its members, or NULL if there is no such group. */
static CoalitionGroup *
make_group (const char *id, CoalitionCampaign *campaign, CoalitionNetwork *network)
{
  const char *colon = strchr (id, ':');
  g_autofree char *by = colon != NULL ? g_strndup (id, colon - id) : NULL;
  int index = coalition_network_find_forum (network, id);
  const CoalitionNetworkForum *forum;
  CoalitionGroup *self;

  if (index < 0)
    return by != NULL ? make_by (id, campaign, network, by, colon + 1) : NULL;

  forum = &coalition_network_get_forums (network, NULL)[index];
  self = group_new (id, forum->name);
  g_array_append_vals (self->members, forum->members, forum->n_members);

  return self;
}

/**
 * coalition_groups_list_ids:
 * @text: (nullable): the field "collapsed" of a view
 *
 * The ids of the groups that a view collapses, each once. Text that is no list of ids has none.
 *
 * Returns: (transfer full): the ids
 */
GStrv
coalition_groups_list_ids (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (JsonNode) node = text != NULL ? json_from_string (text, NULL) : NULL;
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint length = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < length; i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      const char *id = JSON_NODE_HOLDS_VALUE (element) ? json_node_get_string (element) : NULL;

      if (id != NULL && g_hash_table_add (known, (gpointer) id))
        g_strv_builder_add (builder, id);
    }

  return g_strv_builder_end (builder);
}

/**
 * coalition_groups_to_text:
 * @ids: (nullable) (array zero-terminated=1): ids of groups
 *
 * Writes ids as the field "collapsed" of a view.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL if there are none
 */
char *
coalition_groups_to_text (const char *const *ids)
{
  g_autoptr (JsonNode) node = NULL;
  JsonArray *array;

  if (ids == NULL || ids[0] == NULL)
    return NULL;
  array = json_array_new ();
  for (guint i = 0; ids[i] != NULL; i++)
    json_array_add_string_element (array, ids[i]);
  node = json_node_init_array (json_node_alloc (), array);
  json_array_unref (array);

  return json_to_string (node, FALSE);
}

/**
 * coalition_groups_parse:
 * @text: (nullable): the field "collapsed" of a view
 * @campaign: the campaign of the view
 * @network: its network, not collapsed
 *
 * The groups of which a view says that they are collapsed, without those that are gone or have fewer than two parties
 * left. A party in several of them belongs to the first.
 *
 * Returns: (transfer full) (element-type CoalitionGroup): the groups
 */
GPtrArray *
coalition_groups_parse (const char *text, CoalitionCampaign *campaign, CoalitionNetwork *network)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) coalition_group_free);
  g_auto (GStrv) ids = coalition_groups_list_ids (text);
  g_autofree gboolean *taken = NULL;
  guint n_parties;

  coalition_network_get_parties (network, &n_parties);
  taken = g_new0 (gboolean, MAX (n_parties, 1));
  for (guint i = 0; ids[i] != NULL; i++)
    {
      CoalitionGroup *group = make_group (ids[i], campaign, network);

      for (guint j = group != NULL ? group->members->len : 0; j > 0; j--)
        if (taken[g_array_index (group->members, guint, j - 1)])
          g_array_remove_index (group->members, j - 1);
      if (group == NULL || group->members->len < 2)
        {
          g_clear_pointer (&group, coalition_group_free);
          continue;
        }
      for (guint j = 0; j < group->members->len; j++)
        taken[g_array_index (group->members, guint, j)] = TRUE;
      g_ptr_array_add (groups, group);
    }

  return groups;
}

static void
offer (GPtrArray *groups, CoalitionCampaign *campaign, CoalitionNetwork *network, const char *by, const char *key)
{
  g_autofree char *id = by != NULL ? g_strconcat (by, ":", key, NULL) : g_strdup (key);
  CoalitionGroup *group = make_group (id, campaign, network);

  if (group != NULL && group->members->len >= 2)
    g_ptr_array_add (groups, group);
  else
    g_clear_pointer (&group, coalition_group_free);
}

static void
offer_records (GPtrArray *groups, CoalitionCampaign *campaign, CoalitionNetwork *network, const CoalitionKind *kind)
{
  CoalitionTable table = coalition_table_open (campaign, kind);

  for (guint i = 0; i < table.n_records; i++)
    {
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (table.records, i);

      offer (groups, campaign, network, kind->name, coalition_record_get_id (record));
    }
}

/**
 * coalition_groups_list:
 * @campaign: a campaign
 * @network: its network, not collapsed
 *
 * All groups of at least two parties by which a map may be collapsed: forums, kinds, constituencies, tags, levels.
 *
 * Returns: (transfer full) (element-type CoalitionGroup): the groups
 */
GPtrArray *
coalition_groups_list (CoalitionCampaign *campaign, CoalitionNetwork *network)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) coalition_group_free);
  g_autoptr (GHashTable) kinds = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_forums, n_parties;
  const CoalitionNetworkForum *forums = coalition_network_get_forums (network, &n_forums);
  const CoalitionNetworkParty *parties = coalition_network_get_parties (network, &n_parties);

  for (guint i = 0; i < n_forums; i++)
    offer (groups, campaign, network, NULL, forums[i].id);
  for (guint i = 0; i < n_parties; i++)
    if (parties[i].kind != NULL && g_hash_table_add (kinds, (gpointer) parties[i].kind))
      offer (groups, campaign, network, "kind", parties[i].kind);
  offer_records (groups, campaign, network, &coalition_kind_constituency);
  offer_records (groups, campaign, network, &coalition_kind_tag);
  for (guint i = 0; i < G_N_ELEMENTS (level_keys); i++)
    offer (groups, campaign, network, "level", level_keys[i]);

  return groups;
}
