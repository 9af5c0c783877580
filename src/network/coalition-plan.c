/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-plan.h"

#include <math.h>
#include <string.h>

/* A position farther out than this can only come from a damaged file, and counts as none. */
#define MAX_DISTANCE 1e8

/* Every pair of parties with ties, once, and the list of neighbors. */
static void
find_edges (CoalitionPlan *self, CoalitionNetwork *network)
{
  guint n_ties;
  const CoalitionNetworkTie *ties = coalition_network_get_ties (network, &n_ties);
  guint *next;

  self->edges = g_malloc0 (sizeof (guint[2]) * MAX (n_ties, 1));
  self->first = g_new0 (guint, self->n + 1);
  for (guint i = 0; i < n_ties; i++)
    {
      if (ties[i].rank > 0 || ties[i].from == ties[i].to)
        continue;
      self->edges[self->n_edges][0] = ties[i].from;
      self->edges[self->n_edges++][1] = ties[i].to;
      self->first[ties[i].from + 1]++;
      self->first[ties[i].to + 1]++;
    }
  for (guint i = 0; i < self->n; i++)
    self->first[i + 1] += self->first[i];
  self->neighbors = g_new (guint, MAX (self->first[self->n], 1));
  next = g_memdup2 (self->first, sizeof (guint) * (self->n + 1));
  for (guint i = 0; i < self->n_edges; i++)
    {
      self->neighbors[next[self->edges[i][0]]++] = self->edges[i][1];
      self->neighbors[next[self->edges[i][1]]++] = self->edges[i][0];
    }
  g_free (next);
}

static void
find_components (CoalitionPlan *self)
{
  g_autofree guint *queue = g_new (guint, MAX (self->n, 1));

  self->component = g_new (guint, MAX (self->n, 1));
  for (guint i = 0; i < self->n; i++)
    self->component[i] = G_MAXUINT;
  for (guint i = 0; i < self->n; i++)
    {
      guint length = 0;

      if (self->component[i] != G_MAXUINT)
        continue;
      self->component[i] = self->n_components;
      queue[length++] = i;
      for (guint at = 0; at < length; at++)
        for (guint j = self->first[queue[at]]; j < self->first[queue[at] + 1]; j++)
          if (self->component[self->neighbors[j]] == G_MAXUINT)
            {
              self->component[self->neighbors[j]] = self->n_components;
              queue[length++] = self->neighbors[j];
            }
      self->n_components++;
    }
}

/* Forums of at least two parties. */
static void
find_forums (CoalitionPlan *self, CoalitionNetwork *network)
{
  guint n_forums, n_members = 0;
  const CoalitionNetworkForum *forums = coalition_network_get_forums (network, &n_forums);

  for (guint i = 0; i < n_forums; i++)
    n_members += forums[i].n_members;
  self->forum_first = g_new0 (guint, n_forums + 1);
  self->forum_members = g_new (guint, MAX (n_members, 1));
  for (guint i = 0; i < n_forums; i++)
    {
      guint *first = &self->forum_first[self->n_forums];

      if (forums[i].n_members < 2)
        continue;
      memcpy (self->forum_members + *first, forums[i].members, sizeof (guint) * forums[i].n_members);
      first[1] = *first + forums[i].n_members;
      self->n_forums++;
    }
}

/**
 * coalition_plan_new:
 * @request: what is asked; its boxes must stay as long as the plan
 *
 * Begins an arrangement: parties are where the network has them.
 *
 * Returns: (transfer full): the plan
 */
CoalitionPlan *
coalition_plan_new (const CoalitionLayoutRequest *request)
{
  CoalitionPlan *self = g_new0 (CoalitionPlan, 1);
  const CoalitionNetworkParty *parties = coalition_network_get_parties (request->network, &self->n);

  self->boxes = request->boxes;
  self->places = g_new0 (CoalitionPlace, MAX (self->n, 1));
  self->fixed = g_new0 (gboolean, MAX (self->n, 1));
  for (guint i = 0; i < self->n; i++)
    if (parties[i].placed && fabs (parties[i].x) < MAX_DISTANCE && fabs (parties[i].y) < MAX_DISTANCE)
      {
        self->places[i] = (CoalitionPlace) { parties[i].x, parties[i].y };
        self->fixed[i] = request->movable != NULL && !request->movable[i];
      }
  find_edges (self, request->network);
  find_components (self);
  find_forums (self, request->network);

  return self;
}

/**
 * coalition_plan_free:
 * @self: (transfer full): a plan
 *
 * Frees it.
 */
void
coalition_plan_free (CoalitionPlan *self)
{
  g_free (self->places);
  g_free (self->fixed);
  g_free (self->low);
  g_free (self->high);
  g_free (self->group);
  g_free (self->edges);
  g_free (self->first);
  g_free (self->neighbors);
  g_free (self->component);
  g_free (self->forum_first);
  g_free (self->forum_members);
  g_free (self);
}

/**
 * coalition_plan_join_forums:
 * @self: a plan
 *
 * Makes one part of those that have a forum in common, so that they are arranged together.
 */
void
coalition_plan_join_forums (CoalitionPlan *self)
{
  g_autofree guint *joined = g_new (guint, MAX (self->n_components, 1));
  guint n_components = 0;

  /* Each part points at one it belongs to, with a lower number, or at itself. */
  for (guint i = 0; i < self->n_components; i++)
    joined[i] = i;
  for (guint i = 0; i < self->n_forums; i++)
    for (guint j = self->forum_first[i] + 1; j < self->forum_first[i + 1]; j++)
      {
        guint a = self->component[self->forum_members[j - 1]], b = self->component[self->forum_members[j]];

        while (joined[a] != a)
          a = joined[a];
        while (joined[b] != b)
          b = joined[b];
        joined[MAX (a, b)] = MIN (a, b);
      }
  for (guint i = 0; i < self->n_components; i++)
    joined[i] = joined[i] == i ? n_components++ : joined[joined[i]];
  for (guint i = 0; i < self->n; i++)
    self->component[i] = joined[self->component[i]];
  self->n_components = n_components;
}

/**
 * coalition_plan_get_degree:
 * @self: a plan
 * @party: index of a party
 *
 * With how many others a party has ties.
 *
 * Returns: the number
 */
guint
coalition_plan_get_degree (const CoalitionPlan *self, guint party)
{
  return self->first[party + 1] - self->first[party];
}

/**
 * coalition_plan_get_bounds:
 * @self: a plan
 * @members: (array length=n_members): indices of parties
 * @n_members: how many
 * @bounds: (out): the smallest box around them
 *
 * How far some parties reach, their names included.
 */
void
coalition_plan_get_bounds (const CoalitionPlan *self, const guint *members, guint n_members, CoalitionBox *bounds)
{
  *bounds = (CoalitionBox) { INFINITY, INFINITY, -INFINITY, -INFINITY };
  for (guint i = 0; i < n_members; i++)
    {
      const CoalitionBox *box = &self->boxes[members[i]];
      CoalitionPlace place = self->places[members[i]];

      bounds->left = MIN (bounds->left, place.x + box->left);
      bounds->top = MIN (bounds->top, place.y + box->top);
      bounds->right = MAX (bounds->right, place.x + box->right);
      bounds->bottom = MAX (bounds->bottom, place.y + box->bottom);
    }
  if (n_members == 0)
    *bounds = (CoalitionBox) { 0 };
}

/**
 * coalition_plan_shift:
 * @self: a plan
 * @members: (array length=n_members): indices of parties
 * @n_members: how many
 * @x: by how much to the right
 * @y: by how much down
 *
 * Shifts those of some parties that may be moved.
 */
void
coalition_plan_shift (CoalitionPlan *self, const guint *members, guint n_members, double x, double y)
{
  for (guint i = 0; i < n_members; i++)
    if (!self->fixed[members[i]])
      {
        self->places[members[i]].x += x;
        self->places[members[i]].y += y;
      }
}
