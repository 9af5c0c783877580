/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-findings.h"

/* The three questions of the first page: do patterns of collaboration arise that engage many more than ourselves, does
 * nobody boss everyone (both S3), and do we reach the people concerned (S4)? */

/* Collaboration is what is counted: ties that are alive and do not oppose. */
static gboolean
counts (const CoalitionNetworkTie *tie)
{
  return tie->status == COALITION_TIE_ACTIVE && tie->family != COALITION_TIE_OPPOSES && tie->from != tie->to;
}

static int
compare_busy (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const CoalitionFindings *self = data;
  guint first = *(const guint *) a, second = *(const guint *) b;

  if (self->ties[first] != self->ties[second])
    return self->ties[first] > self->ties[second] ? -1 : 1;

  /* Of those who hold as many, we come first, and else the one entered first. */
  if ((int) first == self->us || (int) second == self->us)
    return (int) first == self->us ? -1 : 1;

  return first < second ? -1 : first > second;
}

static gboolean
is_trusted (const CoalitionNetworkParty *party,
            const int                   *trust,
            guint                        index)
{
  if (party->marks & COALITION_MARK_GATEKEEPER)
    return FALSE;

  return trust == NULL || trust[index] >= COALITION_FINDINGS_TRUSTED;
}

static gboolean
is_better_way (CoalitionFindings *self,
               const int         *trust,
               guint              party,
               int                other)
{
  if (other < 0)
    return TRUE;
  if (trust != NULL && trust[party] != trust[other])
    return trust[party] > trust[other];

  return self->ties[party] > self->ties[other];
}

static void
find_reach (CoalitionFindings *self,
            CoalitionNetwork  *network,
            const int         *trust)
{
  const CoalitionNetworkParty *parties = coalition_network_get_parties (network, NULL);
  const CoalitionNetworkTie *ties = coalition_network_get_ties (network, NULL);
  guint n_ours, n_theirs;
  const guint *ours = coalition_network_get_ties_of (network, self->us, &n_ours);

  for (guint i = 0; i < n_ours; i++)
    {
      const CoalitionNetworkTie *tie = &ties[ours[i]];

      if (counts (tie))
        self->reach[(int) tie->from == self->us ? tie->to : tie->from] = COALITION_REACH_DIRECT;
    }
  for (guint i = 0; i < n_ours; i++)
    {
      const CoalitionNetworkTie *tie = &ties[ours[i]];
      guint middle = (int) tie->from == self->us ? tie->to : tie->from;
      const guint *theirs;

      if (!counts (tie) || !is_trusted (&parties[middle], trust, middle))
        continue;
      theirs = coalition_network_get_ties_of (network, middle, &n_theirs);
      for (guint j = 0; j < n_theirs; j++)
        {
          const CoalitionNetworkTie *next = &ties[theirs[j]];
          guint far = next->from == middle ? next->to : next->from;

          if (!counts (next) || (int) far == self->us || self->reach[far] == COALITION_REACH_DIRECT)
            continue;
          self->reach[far] = COALITION_REACH_THROUGH;
          if (is_better_way (self, trust, middle, self->via[far]))
            self->via[far] = middle;
        }
    }
}

static void
count_ties (CoalitionFindings *self,
            CoalitionNetwork  *network,
            guint              n_parties)
{
  guint n_ties;
  const CoalitionNetworkTie *ties = coalition_network_get_ties (network, &n_ties);
  g_autofree gboolean *connected = g_new0 (gboolean, MAX (n_parties, 1));

  for (guint i = 0; i < n_ties; i++)
    {
      if (!counts (&ties[i]))
        continue;
      self->n_active++;
      self->ties[ties[i].from]++;
      self->ties[ties[i].to]++;
      if ((int) ties[i].from == self->us || (int) ties[i].to == self->us)
        continue;
      self->n_beyond++;
      connected[ties[i].from] = connected[ties[i].to] = TRUE;
    }
  for (guint i = 0; i < n_parties; i++)
    self->n_connected += connected[i];
}

/**
 * coalition_findings_new:
 * @network: a network
 * @trust: (nullable): people's trust in each party from 0 to 5, or -1 where it is unknown; %NULL to leave trust out of
 *   account, for a copy that goes to others
 *
 * Counts.
 *
 * Returns: (transfer full): the findings
 */
CoalitionFindings *
coalition_findings_new (CoalitionNetwork *network,
                        const int        *trust)
{
  CoalitionFindings *self = g_new0 (CoalitionFindings, 1);
  guint n_parties;
  const CoalitionNetworkParty *parties = coalition_network_get_parties (network, &n_parties);

  self->us = -1;
  self->ties = g_new0 (guint, MAX (n_parties, 1));
  self->reach = g_new0 (CoalitionReach, MAX (n_parties, 1));
  self->via = g_new0 (int, MAX (n_parties, 1));
  self->order = g_new0 (guint, MAX (n_parties, 1));
  for (guint i = 0; i < n_parties; i++)
    {
      self->order[i] = i;
      self->via[i] = -1;
      if (parties[i].marks & COALITION_MARK_US)
        self->us = i;
    }
  self->n_others = n_parties - (self->us >= 0 ? 1 : 0);

  count_ties (self, network, n_parties);
  g_qsort_with_data (self->order, n_parties, sizeof (guint), compare_busy, self);
  if (self->us >= 0)
    find_reach (self, network, trust);
  for (guint i = 0; i < n_parties; i++)
    {
      if (parties[i].level != COALITION_LEVEL_AFFECTED || (int) i == self->us)
        continue;
      self->n_affected++;
      self->n_reached[self->reach[i]]++;
    }

  return self;
}

/**
 * coalition_findings_free:
 * @self: findings
 *
 * Frees @self.
 */
void
coalition_findings_free (CoalitionFindings *self)
{
  g_free (self->ties);
  g_free (self->reach);
  g_free (self->via);
  g_free (self->order);
  g_free (self);
}
