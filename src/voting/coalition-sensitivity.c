/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-sensitivity.h"

#include "coalition-random.h"

#include <math.h>

/* How firm a ranking by weighted criteria is. Shares: the part of all weightings (weights that are not negative and sum to
 * one, each as likely as another) under which an option has a rank; found by sampling, after Lahdelma, Hokkanen and Salminen,
 * "SMAA - Stochastic multiobjective acceptability analysis", European Journal of Operational Research 106 (1998): 137-143.
 * Smallest changes follow from the totals being linear in the weights. */

/* Totals nearer than this are level: sums of scores and weights are not exact. */
#define LEVEL 1e-9

/**
 * coalition_score_table_get_totals:
 * @self: a table
 *
 * Returns: (transfer full) (array): the weighted total of each option
 */
double *
coalition_score_table_get_totals (const CoalitionScoreTable *self)
{
  double *totals = g_new0 (double, MAX (self->n_options, 1));

  for (guint i = 0; i < self->n_options; i++)
    for (guint j = 0; j < self->n_criteria; j++)
      totals[i] += self->scores[i * self->n_criteria + j] * self->weights[j];

  return totals;
}

/* A rank is one more than the number of options that are ahead: those that are level share it. */
static void
rank_totals (const double *totals,
             guint         n,
             guint        *ranks)
{
  for (guint i = 0; i < n; i++)
    {
      ranks[i] = 0;
      for (guint j = 0; j < n; j++)
        ranks[i] += totals[j] > totals[i] + LEVEL;
    }
}

/**
 * coalition_score_table_get_top:
 * @self: a table with an option
 *
 * Returns: the first of the options with the greatest total
 */
guint
coalition_score_table_get_top (const CoalitionScoreTable *self)
{
  g_autofree double *totals = coalition_score_table_get_totals (self);
  guint top = 0;

  for (guint i = 1; i < self->n_options; i++)
    if (totals[i] > totals[top] + LEVEL)
      top = i;

  return top;
}

/**
 * coalition_score_table_sample_shares:
 * @self: a table
 * @n_samples: how many weightings to try, see %COALITION_SENSITIVITY_SAMPLES
 * @seed: the same seed gives the same shares
 *
 * Finds in which share of all weightings each option has each rank. Points of the simplex of weights are drawn evenly, as
 * exponential numbers over their sum (Devroye 1986, Non-Uniform Random Variate Generation, V.2).
 *
 * Returns: (transfer full) (array): n_options x n_options; [option][rank], from 0 to 1
 */
double *
coalition_score_table_sample_shares (const CoalitionScoreTable *self,
                                     guint                      n_samples,
                                     guint64                    seed)
{
  const guint n = self->n_options, m = self->n_criteria;
  double *shares = g_new0 (double, MAX (n * n, 1));
  g_autofree double *weights = g_new0 (double, MAX (m, 1));
  g_autofree double *totals = g_new0 (double, MAX (n, 1));
  g_autofree guint *ranks = g_new0 (guint, MAX (n, 1));
  guint64 state = seed;

  for (guint s = 0; s < n_samples; s++)
    {
      double sum = 0;

      for (guint j = 0; j < m; j++)
        {
          weights[j] = -log (((double) (coalition_random_next (&state) >> 11) + 0.5) / 9007199254740992.0);
          sum += weights[j];
        }
      for (guint i = 0; i < n; i++)
        {
          totals[i] = 0;
          for (guint j = 0; j < m; j++)
            totals[i] += self->scores[i * m + j] * weights[j] / sum;
        }
      rank_totals (totals, n, ranks);
      for (guint i = 0; i < n; i++)
        shares[i * n + ranks[i]] += 1;
    }
  for (guint i = 0; i < n * n && n_samples > 0; i++)
    shares[i] /= n_samples;

  return shares;
}

static double
get_lead (const CoalitionScoreTable *self,
          guint                      top,
          guint                      other,
          guint                      criterion)
{
  return self->scores[top * self->n_criteria + criterion] - self->scores[other * self->n_criteria + criterion];
}

/**
 * coalition_score_table_find_one_change:
 * @self: a table
 * @change: (out caller-allocates): the change
 *
 * Finds the smallest change of one weight, the others left as they are, after which another option is level with the top
 * one. The lead of the top over another is D = sum of w_j d_j, d_j being the difference of their scores: changing w_j alone
 * by -D / d_j ends it, if the weight does not become negative.
 */
void
coalition_score_table_find_one_change (const CoalitionScoreTable *self,
                                       CoalitionWeightChange     *change)
{
  guint top;

  *change = (CoalitionWeightChange) { 0 };
  if (self->n_options < 2)
    return;
  top = coalition_score_table_get_top (self);
  for (guint k = 0; k < self->n_options; k++)
    {
      double lead = 0;

      for (guint j = 0; j < self->n_criteria; j++)
        lead += self->weights[j] * get_lead (self, top, k, j);
      for (guint j = 0; j < self->n_criteria && k != top; j++)
        {
          double difference = get_lead (self, top, k, j), amount;

          if (difference == 0)
            continue;
          amount = lead <= LEVEL ? 0 : -lead / difference;
          if (self->weights[j] + amount < -LEVEL || (change->found && fabs (amount) >= fabs (change->amount)))
            continue;
          change->found = TRUE;
          change->criterion = j;
          change->challenger = k;
          change->amount = amount;
        }
    }
}

typedef struct
{
  guint criterion;
  double lead;
} Source;

static int
compare_sources (gconstpointer a,
                 gconstpointer b)
{
  const Source *first = a, *second = b;

  if (first->lead != second->lead)
    return first->lead > second->lead ? -1 : 1;

  return first->criterion < second->criterion ? -1 : first->criterion > second->criterion;
}

/* Weight is taken from where the top leads most and given to the criterion where it leads least: each part that is moved
 * lowers the lead by the difference of the two, so that the greatest differences come first. */
static gboolean
shift_weights (const CoalitionScoreTable *self,
               guint                      top,
               guint                      challenger,
               double                    *weights,
               double                    *amount)
{
  const guint m = self->n_criteria;
  g_autofree Source *sources = g_new (Source, m);
  double lead = 0, sum = 0;
  guint least;

  for (guint j = 0; j < m; j++)
    sum += self->weights[j];
  for (guint j = 0; j < m; j++)
    {
      weights[j] = self->weights[j] / sum;
      sources[j] = (Source) { j, get_lead (self, top, challenger, j) };
      lead += weights[j] * sources[j].lead;
    }
  qsort (sources, m, sizeof (Source), compare_sources);
  least = sources[m - 1].criterion;
  *amount = 0;
  for (guint i = 0; i + 1 < m && lead > LEVEL; i++)
    {
      double step = sources[i].lead - sources[m - 1].lead, part;

      if (step <= 0)
        break;
      part = MIN (weights[sources[i].criterion], lead / step);
      weights[sources[i].criterion] -= part;
      weights[least] += part;
      lead -= part * step;
      *amount += 2 * part;
    }

  return lead <= LEVEL;
}

/**
 * coalition_score_table_find_least_change:
 * @self: a table
 * @change: (out caller-allocates): the change; clear it with coalition_weight_change_clear()
 *
 * Finds the nearest weighting under which another option is level with the top one. Weights are shares of one and stay
 * that; near is the sum of the absolute changes (the L1 norm).
 */
void
coalition_score_table_find_least_change (const CoalitionScoreTable *self,
                                         CoalitionWeightChange     *change)
{
  guint top;

  *change = (CoalitionWeightChange) { 0 };
  if (self->n_options < 2 || self->n_criteria == 0)
    return;
  top = coalition_score_table_get_top (self);
  for (guint k = 0; k < self->n_options; k++)
    {
      g_autofree double *weights = g_new (double, self->n_criteria);
      double amount;

      if (k == top || !shift_weights (self, top, k, weights, &amount) || (change->found && amount >= change->amount))
        continue;
      g_free (change->weights);
      change->weights = g_steal_pointer (&weights);
      change->found = TRUE;
      change->challenger = k;
      change->amount = amount;
    }
}

/**
 * coalition_weight_change_clear:
 * @self: a change
 *
 * Frees what a change holds.
 */
void
coalition_weight_change_clear (CoalitionWeightChange *self)
{
  g_clear_pointer (&self->weights, g_free);
}
