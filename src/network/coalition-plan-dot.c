/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-graphviz-client.h"
#include "coalition-plan.h"

#include <math.h>

/* Numbers are written by hand: printf would write the decimal comma of the person's language. */
static void
add_thousandths (GString *dot, gint64 thousandths)
{
  char digits[24];
  int at = sizeof digits;
  guint64 rest = ABS (thousandths);

  for (int i = 0; i < 4 || rest > 0; i++)
    {
      if (i == 3)
        digits[--at] = '.';
      digits[--at] = '0' + rest % 10;
      rest /= 10;
    }
  if (thousandths < 0)
    digits[--at] = '-';
  g_string_append_len (dot, digits + at, sizeof digits - at);
}

static void
add_name (GString *dot, guint party)
{
  char digits[12];
  int at = sizeof digits;

  do
    digits[--at] = '0' + party % 10;
  while ((party /= 10) > 0);
  digits[--at] = 'n';
  g_string_append_len (dot, digits + at, sizeof digits - at);
}

/**
 * coalition_dot_add_inches:
 * @dot: a graph being written
 * @points: a length in map units
 *
 * Writes a length in inches, in which Graphviz takes sizes.
 */
void
coalition_dot_add_inches (GString *dot, double points)
{
  add_thousandths (dot, llround (CLAMP (points, -1e9, 1e9) * 1000 / 72));
}

/**
 * coalition_dot_add_node:
 * @dot: a graph being written
 * @self: a plan
 * @party: index of a party
 *
 * Writes a party as a node of the size of its box, fixed where it is if it may not be moved. No name leaves the
 * program: nodes are called by number.
 */
void
coalition_dot_add_node (GString *dot, const CoalitionPlan *self, guint party)
{
  const CoalitionBox *box = &self->boxes[party];

  add_name (dot, party);
  g_string_append (dot, "[width=");
  coalition_dot_add_inches (dot, box->right - box->left);
  g_string_append (dot, ",height=");
  coalition_dot_add_inches (dot, box->bottom - box->top);
  if (self->fixed[party])
    {
      CoalitionPlace place = self->places[party];

      g_string_append (dot, ",pos=\"");
      add_thousandths (dot, llround (CLAMP (place.x + (box->left + box->right) / 2, -1e9, 1e9) * 1000));
      g_string_append_c (dot, ',');
      add_thousandths (dot, llround (CLAMP (-place.y - (box->top + box->bottom) / 2, -1e9, 1e9) * 1000));
      g_string_append (dot, "!\"");
    }
  g_string_append (dot, "];\n");
}

/**
 * coalition_dot_add_edges:
 * @dot: a graph being written
 * @self: a plan
 * @included: (nullable): which parties are in this graph
 *
 * Writes the pairs of parties that have ties.
 */
void
coalition_dot_add_edges (GString *dot, const CoalitionPlan *self, const gboolean *included)
{
  for (guint i = 0; i < self->n_edges; i++)
    {
      if (included != NULL && !(included[self->edges[i][0]] && included[self->edges[i][1]]))
        continue;
      add_name (dot, self->edges[i][0]);
      g_string_append (dot, "--");
      add_name (dot, self->edges[i][1]);
      g_string_append (dot, ";\n");
    }
}

/**
 * coalition_dot_add_forums:
 * @dot: a graph being written
 * @self: a plan
 * @included: which parties are in this graph
 *
 * Writes a small node for each forum, with short ties to its members, so that they are laid out near each other. These
 * nodes are called by the numbers after those of the parties.
 *
 * Returns: how many nodes were added
 */
guint
coalition_dot_add_forums (GString *dot, const CoalitionPlan *self, const gboolean *included)
{
  guint n_added = 0;

  for (guint i = 0; i < self->n_forums; i++)
    {
      guint n_included = 0;

      for (guint j = self->forum_first[i]; j < self->forum_first[i + 1]; j++)
        n_included += included[self->forum_members[j]];
      if (n_included < 2)
        continue;
      add_name (dot, self->n + n_added);
      g_string_append (dot, "[width=0.2,height=0.2];\n");
      for (guint j = self->forum_first[i]; j < self->forum_first[i + 1]; j++)
        if (included[self->forum_members[j]])
          {
            add_name (dot, self->n + n_added);
            g_string_append (dot, "--");
            add_name (dot, self->forum_members[j]);
            g_string_append (dot, "[len=");
            coalition_dot_add_inches (dot, COALITION_TIE_LENGTH * 0.35 * sqrt (n_included));
            g_string_append (dot, "];\n");
          }
      n_added++;
    }

  return n_added;
}

/**
 * coalition_dot_run:
 * @self: a plan
 * @engine: a layout engine of Graphviz
 * @dot: a graph of parties of the plan
 * @n_expected: how many nodes the graph has
 * @places: (array): where the places of the parties in the graph are put; room for all parties and as many more as
 *   the graph has nodes beyond them
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Lays out a graph. Graphviz tells the middle of a box; what comes back is the middle of the party's shape.
 *
 * Returns: %TRUE if every node got a place
 */
gboolean
coalition_dot_run (const CoalitionPlan *self, const char *engine, GString *dot, guint n_expected, CoalitionPlace *places,
                   GCancellable *cancellable, GError **error)
{
  const CoalitionGraphvizLimits limits = { self->n > COALITION_FEW ? 60 : 10, self->n > COALITION_FEW ? 90 : 20, 2048 };

  if (!coalition_graphviz_run (engine, dot->str, dot->len, &limits, n_expected, self->n + n_expected, places, cancellable, error))
    return FALSE;
  for (guint i = 0; i < self->n; i++)
    {
      places[i].x -= (self->boxes[i].left + self->boxes[i].right) / 2;
      places[i].y -= (self->boxes[i].top + self->boxes[i].bottom) / 2;
    }

  return TRUE;
}
