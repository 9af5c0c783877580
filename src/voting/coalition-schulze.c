/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-tally-private.h"

/* The method of Markus Schulze: "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent
 * single-winner election method", Social Choice and Welfare 36 (2011): 267-303. The strength of a link is the number of
 * winning votes; strongest paths are found as in section 2.3.1 there (the algorithm of Floyd and Warshall). */

/**
 * coalition_tally_find_schulze:
 * @self: a tally whose pairs are counted
 * @remaining: options that are in
 * @strengths: (out caller-allocates) (array): n_options x n_options; the strength of the strongest path from a to b among those
 *
 * Finds the strongest paths between the options that are in.
 *
 * Returns: the options that no other beats
 */
guint64
coalition_tally_find_schulze (CoalitionTally *self,
                              guint64         remaining,
                              gint64         *strengths)
{
  const guint n = self->n_options;
  guint in[COALITION_PROFILE_MAX_OPTIONS], n_in = 0;
  guint64 winners = remaining;

  for (guint i = 0; i < n; i++)
    if (remaining & COALITION_ONE (i))
      in[n_in++] = i;
  for (guint i = 0; i < n_in; i++)
    for (guint j = 0; j < n_in; j++)
      {
        gint64 wins = self->pairwise[in[i] * n + in[j]];

        strengths[in[i] * n + in[j]] = i != j && wins > self->pairwise[in[j] * n + in[i]] ? wins : 0;
      }
  for (guint k = 0; k < n_in; k++)
    for (guint i = 0; i < n_in; i++)
      {
        const gint64 first = strengths[in[i] * n + in[k]];

        if (i == k || first == 0)
          continue;
        for (guint j = 0; j < n_in; j++)
          {
            gint64 through = MIN (first, strengths[in[k] * n + in[j]]);

            if (j != i && through > strengths[in[i] * n + in[j]])
              strengths[in[i] * n + in[j]] = through;
          }
      }
  for (guint i = 0; i < n_in; i++)
    for (guint j = 0; j < n_in; j++)
      if (strengths[in[j] * n + in[i]] > strengths[in[i] * n + in[j]])
        winners &= ~COALITION_ONE (in[i]);

  return winners;
}
