/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-tally.h"

#include <stdio.h>
#include <string.h>

/* Each method on 5,000 ballots over 12 options, against a bare loop that fills the table of pairs, in the same run. */

#define BALLOTS 5000
#define OPTIONS 12
#define ROUNDS 15
#define LIMIT 3.0

static int marks[BALLOTS][OPTIONS];
static volatile gint64 sink;

static gint64
fill_pairs (void)
{
  static gint64 pairs[OPTIONS][OPTIONS];
  gint64 start = g_get_monotonic_time ();

  memset (pairs, 0, sizeof pairs);
  for (guint b = 0; b < BALLOTS; b++)
    for (guint i = 0; i < OPTIONS; i++)
      for (guint j = 0; j < OPTIONS; j++)
        if (marks[b][i] < marks[b][j])
          pairs[i][j]++;
  sink = pairs[3][4];

  return g_get_monotonic_time () - start;
}

static CoalitionProfile *
make_profile (CoalitionBallotKind kind)
{
  static const char *const names[OPTIONS] = { "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L" };
  CoalitionProfile *profile = coalition_profile_new (kind, names, OPTIONS);

  for (guint b = 0; b < BALLOTS; b++)
    {
      int own[OPTIONS];

      for (guint i = 0; i < OPTIONS; i++)
        own[i] = kind == COALITION_BALLOT_RANKED ? marks[b][i]
                 : kind == COALITION_BALLOT_POINTS ? marks[b][i] % 6 : marks[b][i] < 4 ? 1 : COALITION_UNMARKED;
      g_assert_true (coalition_profile_add (profile, 1, own, NULL));
    }

  return profile;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const gint64 *first = a, *second = b;

  return *first < *second ? -1 : *first > *second;
}

int
main (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  gboolean passed = TRUE;

  for (guint b = 0; b < BALLOTS; b++)
    {
      for (guint i = 0; i < OPTIONS; i++)
        marks[b][i] = (int) i + 1;
      for (guint i = OPTIONS; i > 1; i--)
        {
          guint j = g_rand_int_range (rand, 0, (int) i);
          int kept = marks[b][i - 1];

          marks[b][i - 1] = marks[b][j];
          marks[b][j] = kept;
        }
    }
  for (CoalitionTallyMethod method = COALITION_TALLY_APPROVAL; method <= COALITION_TALLY_SCHULZE; method++)
    {
      g_autoptr (CoalitionProfile) profile = make_profile (coalition_tally_method_get_ballots (method));
      gint64 bare[ROUNDS], ours[ROUNDS];
      double ratio;

      for (guint round = 0; round < ROUNDS; round++)
        {
          gint64 start;
          CoalitionTally *tally;

          bare[round] = fill_pairs ();
          start = g_get_monotonic_time ();
          tally = coalition_tally_compute (profile, method, &(CoalitionTallyOptions) { 0 }, NULL);
          ours[round] = g_get_monotonic_time () - start;
          coalition_tally_free (tally);
        }
      qsort (bare, ROUNDS, sizeof (gint64), compare);
      qsort (ours, ROUNDS, sizeof (gint64), compare);
      ratio = (double) ours[ROUNDS / 2] / (double) MAX (bare[ROUNDS / 2], 1);
      printf ("%-9s %6" G_GINT64_FORMAT " us, bare loop %6" G_GINT64_FORMAT " us: %.2f times (limit %.1f)\n",
              coalition_tally_method_to_text (method), ours[ROUNDS / 2], bare[ROUNDS / 2], ratio, LIMIT);
      passed = passed && ratio <= LIMIT;
    }

  return passed ? 0 : 1;
}
