/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-groups.h"

#include "coalition-network-private.h"

#include <string.h>

/* Collapsing: a network in which groups of parties are one party each. */

typedef struct
{
  CoalitionNetwork *source;
  CoalitionNetwork *result;
  guint *map; /* index of each party of the source in the result */
  GPtrArray *groups;
} Collapse;

/* The level of most of the members; of equally many the lowest, as affected people come first. */
static CoalitionLevel
common_level (CoalitionNetwork *source, GArray *members)
{
  guint counts[3] = { 0 }, best = 0;

  for (guint i = 0; i < members->len; i++)
    counts[source->parties[g_array_index (members, guint, i)].level]++;
  for (guint i = 1; i < 3; i++)
    if (counts[i] > counts[best])
      best = i;

  return best;
}

static void
add_group (Collapse *self, CoalitionGroup *group)
{
  CoalitionNetworkParty party = { .id = group->id, .name = group->name, .image = -1, .members = group->members->len };
  g_autofree const char **ids = g_new0 (const char *, group->members->len + 1);
  guint n_placed = 0, index = self->result->n_parties;

  party.kind = self->source->parties[g_array_index (group->members, guint, 0)].kind;
  party.level = common_level (self->source, group->members);
  for (guint i = 0; i < group->members->len; i++)
    {
      guint member = g_array_index (group->members, guint, i);
      const CoalitionNetworkParty *one = &self->source->parties[member];

      self->map[member] = index;
      ids[i] = coalition_network_keep_text (self->result, one->id);
      party.marks |= one->marks;
      party.pinned = party.pinned || one->pinned;
      if (g_strcmp0 (party.kind, one->kind) != 0)
        party.kind = NULL;
      if (one->placed)
        {
          n_placed++;
          party.x += (one->x - party.x) / n_placed;
          party.y += (one->y - party.y) / n_placed;
        }
    }
  party.placed = n_placed > 0;
  coalition_network_add_party (self->result, &party);
  self->result->party_ids[index] = coalition_network_keep_block (self->result, ids, sizeof (char *) * (group->members->len + 1));
}

static void
add_parties (Collapse *self)
{
  g_autofree gboolean *grouped = g_new0 (gboolean, MAX (self->source->n_parties, 1));

  for (guint i = 0; i < self->groups->len; i++)
    {
      CoalitionGroup *group = self->groups->pdata[i];

      for (guint j = 0; j < group->members->len; j++)
        grouped[g_array_index (group->members, guint, j)] = TRUE;
    }
  for (guint i = 0; i < self->source->n_parties; i++)
    if (!grouped[i])
      {
        self->map[i] = self->result->n_parties;
        coalition_network_add_party (self->result, &self->source->parties[i]);
      }
  for (guint i = 0; i < self->groups->len; i++)
    add_group (self, self->groups->pdata[i]);
}

/* What ties must share to be joined: their pair, family, status and what became of them. */
typedef struct
{
  guint64 pair;
  CoalitionTieFamily family;
  CoalitionTieStatus status;
  CoalitionTimeMark time;
} Bundle;

static guint
hash_bundle (gconstpointer key)
{
  const Bundle *bundle = key;

  return (guint) (bundle->pair ^ bundle->pair >> 32) * 31u + bundle->family * 17u + bundle->status * 5u + bundle->time;
}

static gboolean
equal_bundles (gconstpointer a, gconstpointer b)
{
  const Bundle *first = a, *second = b;

  return first->pair == second->pair && first->family == second->family && first->status == second->status
         && first->time == second->time;
}

static void
join_tie (CoalitionNetworkTie *into, const CoalitionNetworkTie *tie, guint from)
{
  into->joined += MAX (tie->joined, 1);
  into->strength = MAX (into->strength, tie->strength);
  into->agreements = MAX (into->agreements, tie->agreements);
  into->mutual = into->mutual || tie->mutual || into->from != from;
  if (g_strcmp0 (into->kind, tie->kind) != 0)
    into->kind = NULL;
}

static void
add_ties (Collapse *self)
{
  g_autoptr (GHashTable) bundles = g_hash_table_new_full (hash_bundle, equal_bundles, g_free, NULL);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  CoalitionNetwork *result = self->result;

  for (guint i = 0; i < self->source->n_ties; i++)
    {
      CoalitionNetworkTie tie = self->source->ties[i];
      gboolean grouped;
      guint from = self->map[tie.from], to = self->map[tie.to], known = 0;
      Bundle bundle = { coalition_network_pair_key (from, to), tie.family, tie.status, tie.time };

      grouped = result->party_ids[from] != NULL || result->party_ids[to] != NULL;
      if (grouped && from == to)
        continue;
      if (grouped)
        known = GPOINTER_TO_UINT (g_hash_table_lookup (bundles, &bundle));
      if (known > 0)
        {
          join_tie (&result->ties[known - 1], &tie, from);
        }
      else
        {
          tie.from = from;
          tie.to = to;
          coalition_network_add_tie (result, &tie);
          known = result->n_ties;
          g_ptr_array_add (ids, g_ptr_array_new ());
          if (grouped)
            g_hash_table_insert (bundles, g_memdup2 (&bundle, sizeof bundle), GUINT_TO_POINTER (known));
        }
      g_ptr_array_add (ids->pdata[known - 1], (gpointer) coalition_network_keep_text (result, tie.id));
    }

  for (guint i = 0; i < ids->len; i++)
    {
      GPtrArray *list = ids->pdata[i];

      g_ptr_array_add (list, NULL);
      result->tie_ids[i] = coalition_network_keep_block (result, list->pdata, sizeof (char *) * list->len);
    }
}

/**
 * coalition_network_collapse:
 * @self: a network that is not collapsed
 * @groups: (element-type CoalitionGroup): groups of its parties, none of them in two
 *
 * Makes a network in which each group is one party, in the middle of its members, of the level of most of them and with
 * all their marks; it is pinned if one of them is. Ties within a group are left out; those between the same two of which
 * one is a group, of the same family and status, are joined into one that has the id of the first, the greatest strength
 * and number of agreements. Forums, notes and pictures stay, but a forum that is collapsed itself is now a party.
 *
 * Returns: (transfer full): the network
 */
CoalitionNetwork *
coalition_network_collapse (CoalitionNetwork *self, GPtrArray *groups)
{
  Collapse collapse = { self, coalition_network_allocate (self->n_parties, self->n_ties), NULL, groups };
  g_autoptr (GHashTable) forums = g_hash_table_new (g_str_hash, g_str_equal);
  CoalitionNetwork *result = collapse.result;

  collapse.map = g_new0 (guint, MAX (self->n_parties, 1));
  result->party_ids = g_new0 (const char *const *, MAX (self->n_parties, 1));
  result->tie_ids = g_new0 (const char *const *, MAX (self->n_ties, 1));
  add_parties (&collapse);
  add_ties (&collapse);
  for (guint i = 0; i < groups->len; i++)
    g_hash_table_add (forums, ((CoalitionGroup *) groups->pdata[i])->id);
  coalition_network_copy_rest (result, self, collapse.map, forums);
  coalition_network_finish (result);
  g_free (collapse.map);

  return result;
}
