/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-plan.h"

#include <math.h>

#define N_BANDS 3
/* What is left free between two bands, and between rows of one. */
#define BAND_GAP 84.0
#define ROW_GAP 40.0
/* Above this dot takes more than a few seconds, and rows are ordered without it. */
#define MAX_DOT 400

/* A row of parties. */
typedef struct {
  GArray *members; /* of guint */
  guint band;
  double y;
  double top;    /* least top and greatest bottom of its boxes */
  double bottom;
} Row;

/* What a party is sorted by. */
typedef struct {
  guint party;
  double key;
} Keyed;

static int
compare_keyed (const void *a, const void *b)
{
  const Keyed *first = a, *second = b;

  if (first->key != second->key)
    return first->key < second->key ? -1 : 1;

  return first->party < second->party ? -1 : first->party > second->party;
}

static void
row_clear (gpointer data)
{
  g_array_unref (((Row *) data)->members);
}

/* The mean band of the neighbors; those with ties upward belong into the upper rows of their band. */
static double
find_pull (const CoalitionPlan *self, guint party)
{
  double sum = 0;
  guint n = 0;

  for (guint i = self->first[party]; i < self->first[party + 1]; i++)
    {
      guint band = self->group[self->neighbors[i]];

      if (band == self->group[party])
        continue;
      sum += band;
      n++;
    }
  if (n > 0)
    return sum / n;

  /* Without ties to other bands: away from them. */
  return self->group[party] == 0 ? -1 : self->group[party] == 2 ? 3 : 1;
}

/* Cuts each level into rows, so that the whole is about as wide as a screen. */
static GArray *
cut_rows (CoalitionPlan *self)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  double area = 0, width;

  g_array_set_clear_func (rows, row_clear);
  for (guint i = 0; i < self->n; i++)
    area += (self->boxes[i].right - self->boxes[i].left + 50) * (self->boxes[i].bottom - self->boxes[i].top + 1.5 * ROW_GAP);
  width = MAX (sqrt (area * 1.4), 640);

  for (guint band = 0; band < N_BANDS; band++)
    {
      g_autofree Keyed *keyed = g_new (Keyed, MAX (self->n, 1));
      double total = 0, used = 0;
      guint n = 0, n_rows, row = 0;

      for (guint i = 0; i < self->n; i++)
        if (self->group[i] == band)
          {
            keyed[n++] = (Keyed) { i, find_pull (self, i) };
            total += self->boxes[i].right - self->boxes[i].left + 40;
          }
      if (n == 0)
        continue;
      qsort (keyed, n, sizeof (Keyed), compare_keyed);
      n_rows = MAX (1, (guint) ceil (total / width - 0.1));
      for (guint i = 0; i < n; i++)
        {
          if (i == 0 || (used >= total * (row + 1) / n_rows && row + 1 < n_rows))
            {
              Row fresh = { g_array_new (FALSE, FALSE, sizeof (guint)), band, 0, 0, 0 };

              row += i > 0;
              g_array_append_val (rows, fresh);
            }
          g_array_append_val (g_array_index (rows, Row, rows->len - 1).members, keyed[i].party);
          used += self->boxes[keyed[i].party].right - self->boxes[keyed[i].party].left + 40;
        }
    }

  return rows;
}

/* Rows from top to bottom; a party may be anywhere between the first and the last row of its level. */
static void
place_rows (CoalitionPlan *self, GArray *rows)
{
  double y = 0;
  double low[N_BANDS] = { INFINITY, INFINITY, INFINITY }, high[N_BANDS] = { -INFINITY, -INFINITY, -INFINITY };

  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = &g_array_index (rows, Row, i);

      for (guint j = 0; j < row->members->len; j++)
        {
          const CoalitionBox *box = &self->boxes[g_array_index (row->members, guint, j)];

          row->top = MIN (row->top, box->top);
          row->bottom = MAX (row->bottom, box->bottom);
        }
      if (i > 0)
        y += g_array_index (rows, Row, i - 1).bottom - row->top + (g_array_index (rows, Row, i - 1).band == row->band ? ROW_GAP : BAND_GAP);
      row->y = y = round (y);
      low[row->band] = MIN (low[row->band], y);
      high[row->band] = MAX (high[row->band], y);
      for (guint j = 0; j < row->members->len; j++)
        self->places[g_array_index (row->members, guint, j)].y = y;
    }

  /* Some play, so that a tie between two of a row need not run through those between them. */
  self->low = g_new (double, self->n);
  self->high = g_new (double, self->n);
  for (guint i = 0; i < self->n; i++)
    {
      self->low[i] = low[self->group[i]] - 36;
      self->high[i] = high[self->group[i]] + 36;
    }
}

/* The order and rough places across are dot's or those of the means; the width is what the fullest row needs and a
 * little more. */
static void
squeeze_rows (CoalitionPlan *self, GArray *rows)
{
  double left = INFINITY, right = -INFINITY, width = 0, scale;

  for (guint i = 0; i < rows->len; i++)
    {
      const GArray *members = g_array_index (rows, Row, i).members;
      double needed = 0;

      for (guint j = 0; j < members->len; j++)
        {
          guint party = g_array_index (members, guint, j);

          needed += self->boxes[party].right - self->boxes[party].left + 40;
          left = MIN (left, self->places[party].x);
          right = MAX (right, self->places[party].x);
        }
      width = MAX (width, needed);
    }
  scale = right - left > width * 1.1 ? width * 1.1 / (right - left) : 1;
  for (guint i = 0; i < self->n; i++)
    self->places[i].x = (self->places[i].x - (left + right) / 2) * scale;
}

/* Keeps the order of a row and sees to it that nobody overlaps, moving as little as need be. */
static void
space_row (CoalitionPlan *self, const Row *row)
{
  guint n = row->members->len;
  g_autofree Keyed *keyed = g_new (Keyed, MAX (n, 1));
  double shift = 0;

  for (guint i = 0; i < n; i++)
    {
      guint party = g_array_index (row->members, guint, i);

      keyed[i] = (Keyed) { party, self->places[party].x };
    }
  qsort (keyed, n, sizeof (Keyed), compare_keyed);
  for (guint i = 1; i < n; i++)
    {
      double least = self->places[keyed[i - 1].party].x + self->boxes[keyed[i - 1].party].right
                     - self->boxes[keyed[i].party].left + 30;

      self->places[keyed[i].party].x = MAX (self->places[keyed[i].party].x, least);
    }
  for (guint i = 0; i < n; i++)
    shift += (self->places[keyed[i].party].x - keyed[i].key) / n;
  for (guint i = 0; i < n; i++)
    self->places[keyed[i].party].x -= shift;
}

static gboolean
order_by_dot (CoalitionPlan *self, GArray *rows, guint seed, GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) dot = g_string_new ("graph G{splines=false;ordering=\"\";newrank=false;nodesep=0.4;ranksep=0.6;"
                                          "node[shape=box,fixedsize=true,label=\"\"];\n");
  g_autofree guint *row_of = g_new (guint, self->n);
  g_autofree CoalitionPlace *places = g_new0 (CoalitionPlace, self->n * 2 + rows->len);
  g_autofree gboolean *fixed = self->fixed;

  /* Ranks decide, not pins. */
  self->fixed = g_new0 (gboolean, self->n);
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      g_string_append_printf (dot, "n%u[width=0.01,height=0.01];", self->n + i);
      if (i > 0)
        g_string_append_printf (dot, "n%u--n%u[weight=10];", self->n + i - 1, self->n + i);
      for (guint j = 0; j < row->members->len; j++)
        {
          row_of[g_array_index (row->members, guint, j)] = i;
          coalition_dot_add_node (dot, self, g_array_index (row->members, guint, j));
        }
      g_string_append_printf (dot, "{rank=same;n%u", self->n + i);
      for (guint j = 0; j < row->members->len; j++)
        g_string_append_printf (dot, ";n%u", g_array_index (row->members, guint, j));
      g_string_append (dot, "}\n");
    }
  for (guint i = 0; i < self->n_edges; i++)
    {
      guint a = self->edges[i][0], b = self->edges[i][1];

      if (row_of[a] != row_of[b])
        g_string_append_printf (dot, "n%u--n%u;\n", row_of[a] < row_of[b] ? a : b, row_of[a] < row_of[b] ? b : a);
    }
  g_string_append (dot, "}\n");
  g_free (self->fixed);
  self->fixed = g_steal_pointer (&fixed);

  if (!coalition_dot_run (self, "dot", dot, self->n + rows->len, places, cancellable, error))
    return FALSE;
  for (guint i = 0; i < self->n; i++)
    self->places[i].x = places[i].x;

  return TRUE;
}

/* Each party to the mean of its neighbors, row by row, a few times: quick at any size. */
static void
order_by_means (CoalitionPlan *self, GArray *rows)
{
  for (guint i = 0; i < self->n; i++)
    self->places[i].x = 0;
  for (guint i = 0; i < rows->len; i++)
    space_row (self, &g_array_index (rows, Row, i));
  for (guint round = 0; round < 12; round++)
    for (guint i = 0; i < rows->len; i++)
      {
        const Row *row = &g_array_index (rows, Row, round % 2 == 0 ? i : rows->len - 1 - i);

        for (guint j = 0; j < row->members->len; j++)
          {
            guint party = g_array_index (row->members, guint, j);
            guint degree = coalition_plan_get_degree (self, party);
            double sum = 0;

            for (guint k = self->first[party]; k < self->first[party + 1]; k++)
              sum += self->places[self->neighbors[k]].x;
            if (degree > 0)
              self->places[party].x = sum / degree;
          }
        space_row (self, row);
      }
}

/* Where parties are bound to places, the bands go where those mostly are. */
static void
align_with_fixed (CoalitionPlan *self, const CoalitionPlace *bound)
{
  double x = 0, y = 0;
  guint n_fixed = 0;

  for (guint i = 0; i < self->n; i++)
    if (self->fixed[i])
      {
        x += bound[i].x - self->places[i].x;
        y += bound[i].y - self->places[i].y;
        n_fixed++;
      }
  if (n_fixed == 0)
    return;
  x = round (x / n_fixed);
  y = round (y / n_fixed);
  for (guint i = 0; i < self->n; i++)
    {
      self->places[i] = self->fixed[i] ? bound[i] : (CoalitionPlace) { self->places[i].x + x, self->places[i].y + y };
      self->low[i] += y;
      self->high[i] += y;
    }
}

/**
 * coalition_plan_arrange_bands:
 * @self: a plan
 * @network: its network
 * @seed: the same seed gives the same arrangement
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Arranges parties in three bands, as the relationship worksheet (S4) has them: people directly affected at the top,
 * leaders and connectors below, organizations and institutions at the bottom. A band that would be too wide has
 * several rows. The order is by dot, or by means of neighbors where dot would take long or fails.
 *
 * Returns: %TRUE if it could be done
 */
gboolean
coalition_plan_arrange_bands (CoalitionPlan *self, CoalitionNetwork *network, guint seed, GCancellable *cancellable,
                              GError **error)
{
  const CoalitionNetworkParty *parties = coalition_network_get_parties (network, NULL);
  g_autoptr (GArray) rows = NULL;
  g_autofree CoalitionPlace *bound = g_memdup2 (self->places, sizeof (CoalitionPlace) * MAX (self->n, 1));
  g_autofree guint *all = g_new (guint, MAX (self->n, 1));

  self->group = g_new (guint, MAX (self->n, 1));
  for (guint i = 0; i < self->n; i++)
    {
      all[i] = i;
      self->group[i] = parties[i].level;
    }
  if (self->n == 0)
    return TRUE;

  rows = cut_rows (self);
  if (self->n <= MAX_DOT)
    {
      g_autoptr (GError) dot_error = NULL;

      if (!order_by_dot (self, rows, seed, cancellable, &dot_error))
        {
          if (g_error_matches (dot_error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
              || g_error_matches (dot_error, COALITION_LAYOUT_ERROR, COALITION_LAYOUT_ERROR_HELPER))
            {
              g_propagate_error (error, g_steal_pointer (&dot_error));
              return FALSE;
            }
          order_by_means (self, rows);
        }
    }
  else
    order_by_means (self, rows);
  place_rows (self, rows);
  squeeze_rows (self, rows);
  for (guint i = 0; i < rows->len; i++)
    space_row (self, &g_array_index (rows, Row, i));
  align_with_fixed (self, bound);
  if (self->n <= COALITION_FEW)
    coalition_plan_tighten (self, all, self->n, 2 * coalition_plan_find_moves (self, all, self->n, 4000), seed, cancellable);
  else
    coalition_plan_push (self, all, self->n, 30);

  return TRUE;
}
