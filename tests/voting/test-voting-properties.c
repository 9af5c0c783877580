/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-sensitivity.h"
#include "coalition-tally.h"

#include <math.h>
#include <string.h>

#define PROFILES 10000
#define MOST 7

/* Ballots of a few voters, with equal ranks and gaps: cycles and ties are frequent among so few. */
static CoalitionProfile *
make_profile (GRand *rand,
              guint  n_options)
{
  static const char *const names[MOST] = { "A", "B", "C", "D", "E", "F", "G" };
  CoalitionProfile *profile = coalition_profile_new (COALITION_BALLOT_RANKED, names, n_options);
  guint n_ballots = g_rand_int_range (rand, 3, 12);

  for (guint b = 0; b < n_ballots; b++)
    {
      int marks[MOST];

      for (guint i = 0; i < n_options; i++)
        marks[i] = g_rand_int_range (rand, 0, 8) == 0 ? COALITION_UNMARKED : g_rand_int_range (rand, 1, (int) n_options + 3);
      g_assert_true (coalition_profile_add (profile, g_rand_int_range (rand, 1, 5), marks, NULL));
    }

  return profile;
}

static CoalitionTally *
schulze (const CoalitionProfile *profile)
{
  g_autoptr (GError) error = NULL;
  CoalitionTally *tally = coalition_tally_compute (profile, COALITION_TALLY_SCHULZE, &(CoalitionTallyOptions) { 0 }, &error);

  g_assert_no_error (error);

  return tally;
}

static guint
get_winners (const CoalitionTally *tally)
{
  const GArray *winners = coalition_tally_get_winners (tally);
  guint set = 0;

  for (guint i = 0; i < winners->len; i++)
    set |= 1u << g_array_index (winners, guint, i);

  return set;
}

/* The Schwartz set: whoever can reach, over defeats, everyone that can reach them. */
static guint
find_schwartz_set (gint64 defeats[MOST][MOST],
                   guint  n,
                   guint  in)
{
  gboolean reach[MOST][MOST];
  guint set = 0;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      reach[i][j] = (in >> i & 1) && (in >> j & 1) && defeats[i][j] > 0;
  for (guint k = 0; k < n; k++)
    for (guint i = 0; i < n; i++)
      for (guint j = 0; j < n; j++)
        reach[i][j] = reach[i][j] || (reach[i][k] && reach[k][j]);
  for (guint i = 0; i < n; i++)
    {
      gboolean undominated = in >> i & 1;

      for (guint j = 0; j < n && undominated; j++)
        undominated = i == j || !reach[j][i] || reach[i][j];
      set |= (guint) undominated << i;
    }

  return set;
}

/* Cloneproof Schwartz sequential dropping: keep the Schwartz set, drop its weakest defeats, until none are left. It finds the
 * winners of Schulze's method (Schulze 2011, section 1) without looking at a single path. */
static guint
drop_sequentially (const CoalitionTally *tally)
{
  const guint n = tally->n_options;
  gint64 defeats[MOST][MOST] = { { 0 } };
  guint in = (1u << n) - 1;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      if (tally->pairwise[i * n + j] > tally->pairwise[j * n + i])
        defeats[i][j] = tally->pairwise[i * n + j];
  for (;;)
    {
      gint64 weakest = 0;

      in = find_schwartz_set (defeats, n, in);
      for (guint i = 0; i < n; i++)
        for (guint j = 0; j < n; j++)
          if ((in >> i & 1) && (in >> j & 1) && defeats[i][j] > 0 && (weakest == 0 || defeats[i][j] < weakest))
            weakest = defeats[i][j];
      if (weakest == 0)
        return in;
      for (guint i = 0; i < n; i++)
        for (guint j = 0; j < n; j++)
          if ((in >> i & 1) && (in >> j & 1) && defeats[i][j] == weakest)
            defeats[i][j] = 0;
    }
}

static void
test_two_ways (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20110111);
  guint n_cycles = 0, n_ties = 0;

  for (guint p = 0; p < PROFILES; p++)
    {
      g_autoptr (CoalitionProfile) profile = make_profile (rand, 3 + p % (MOST - 2));
      g_autoptr (CoalitionTally) tally = schulze (profile);
      guint winners = get_winners (tally);

      g_assert_cmpuint (winners, ==, drop_sequentially (tally));
      n_cycles += tally->condorcet < 0;
      n_ties += (winners & (winners - 1)) != 0;
    }
  g_assert_cmpuint (n_cycles, >, PROFILES / 10);
  g_assert_cmpuint (n_ties, >, PROFILES / 20);
}

static void
test_condorcet (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1785);
  guint n_found = 0;

  for (guint p = 0; p < PROFILES / 5; p++)
    {
      g_autoptr (CoalitionProfile) profile = make_profile (rand, 3 + p % (MOST - 2));
      g_autoptr (CoalitionTally) tally = schulze (profile);

      if (tally->condorcet < 0)
        continue;
      n_found++;
      g_assert_cmpuint (get_winners (tally), ==, 1u << tally->condorcet);
    }
  g_assert_cmpuint (n_found, >, PROFILES / 20);
}

/* A copy in which marks are changed by a function. */
static CoalitionProfile *
change_profile (const CoalitionProfile *profile,
                void                  (*change) (int *marks, guint n, guint option, GRand *rand),
                guint                   option,
                GRand                  *rand)
{
  const guint n = coalition_profile_get_n_options (profile);
  const char *names[MOST];
  CoalitionProfile *changed;

  for (guint i = 0; i < n; i++)
    names[i] = coalition_profile_get_option (profile, i);
  changed = coalition_profile_new (COALITION_BALLOT_RANKED, names, n);
  for (guint b = 0; b < coalition_profile_get_n_different (profile); b++)
    {
      int marks[MOST];
      guint count;

      memcpy (marks, coalition_profile_get_ballot (profile, b, &count), n * sizeof (int));
      change (marks, n, option, rand);
      g_assert_true (coalition_profile_add (changed, count, marks, NULL));
    }

  return changed;
}

/* On some ballots, @option goes up; the order of the others stays. */
static void
raise_option (int   *marks,
              guint  n,
              guint  option,
              GRand *rand)
{
  if (g_rand_boolean (rand))
    return;
  if (marks[option] == COALITION_UNMARKED)
    marks[option] = (int) n + 3;
  else if (marks[option] > 1)
    marks[option] = g_rand_int_range (rand, 1, marks[option]);
}

static void
reverse (int   *marks,
         guint  n,
         guint  option,
         GRand *rand)
{
  for (guint i = 0; i < n; i++)
    marks[i] = marks[i] == COALITION_UNMARKED ? 1 : 100 - marks[i];
}

static void
test_monotonicity (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (36);

  for (guint p = 0; p < PROFILES / 5; p++)
    {
      g_autoptr (CoalitionProfile) profile = make_profile (rand, 3 + p % (MOST - 2));
      g_autoptr (CoalitionTally) tally = schulze (profile);
      guint winner = g_array_index (coalition_tally_get_winners (tally), guint, 0);
      g_autoptr (CoalitionProfile) raised = change_profile (profile, raise_option, winner, rand);
      g_autoptr (CoalitionTally) again = schulze (raised);

      g_assert_true (get_winners (again) >> winner & 1);
    }
}

/* With every ballot turned around, the whole relation is turned around. */
static void
test_reversal (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (63);

  for (guint p = 0; p < PROFILES / 5; p++)
    {
      g_autoptr (CoalitionProfile) profile = make_profile (rand, 3 + p % (MOST - 2));
      g_autoptr (CoalitionTally) tally = schulze (profile);
      g_autoptr (CoalitionProfile) reversed = change_profile (profile, reverse, 0, NULL);
      g_autoptr (CoalitionTally) again = schulze (reversed);
      const guint n = tally->n_options;

      for (guint i = 0; i < n; i++)
        for (guint j = 0; j < n; j++)
          g_assert_cmpint (tally->beats[i * n + j], ==, again->beats[j * n + i]);
    }
}

/* --- sensitivity -------------------------------------------------------------------------------------------------- */

/* Two options, criteria "felt" and "winnable": 4 and 2 against 1 and 4, weights 3 and 2. Totals 16 and 11, lead 5. Of one
 * weight: "felt" lowered by 5/3 (16 - 4 * 5/3 = 11 - 5/3), or "winnable" raised by 5/2; the first is smaller. As shares
 * (0.6, 0.4) the lead is 0.6 * 3 - 0.4 * 2 = 1; moving m from "felt" to "winnable" lowers it by 5 m: m = 0.2, in all 0.4. */
static void
test_smallest_change (void)
{
  const double scores[] = { 4, 2, 1, 4 }, weights[] = { 3, 2 };
  const CoalitionScoreTable table = { 2, 2, scores, weights };
  g_auto (CoalitionWeightChange) one = { 0 }, all = { 0 };

  coalition_score_table_find_one_change (&table, &one);
  g_assert_true (one.found);
  g_assert_cmpuint (one.criterion, ==, 0);
  g_assert_cmpuint (one.challenger, ==, 1);
  g_assert_cmpfloat_with_epsilon (one.amount, -5.0 / 3, 1e-9);
  coalition_score_table_find_least_change (&table, &all);
  g_assert_true (all.found);
  g_assert_cmpfloat_with_epsilon (all.amount, 0.4, 1e-9);
  g_assert_cmpfloat_with_epsilon (all.weights[0], 0.4, 1e-9);
  g_assert_cmpfloat_with_epsilon (all.weights[1], 0.6, 1e-9);
}

/* Nothing can be taken that is not there: a criterion of weight 0.5 is used up, then the next. Scores 5, 3, 0 against 0, 0, 4,
 * weights 0.5, 0.4, 0.1: lead 2.5 + 1.2 - 0.4 = 3.3. From the first all of 0.5 is worth 0.5 * 9 = 4.5 > 3.3: m = 3.3 / 9. With
 * a first weight of 0.2 and a second of 0.7: lead 1 + 2.1 - 0.4 = 2.7; the first gives 0.2 * 9 = 1.8, the rest 0.9 comes from
 * the second at 7 each: m = 0.2 + 0.9 / 7. */
static void
test_smallest_change_of_several (void)
{
  const double scores[] = { 5, 3, 0, 0, 0, 4 };
  const double first[] = { 0.5, 0.4, 0.1 }, second[] = { 0.2, 0.7, 0.1 };
  g_auto (CoalitionWeightChange) one = { 0 }, two = { 0 };

  coalition_score_table_find_least_change (&(CoalitionScoreTable) { 2, 3, scores, first }, &one);
  g_assert_cmpfloat_with_epsilon (one.amount, 2 * 3.3 / 9, 1e-9);
  coalition_score_table_find_least_change (&(CoalitionScoreTable) { 2, 3, scores, second }, &two);
  g_assert_cmpfloat_with_epsilon (two.amount, 2 * (0.2 + 0.9 / 7), 1e-9);
  g_assert_cmpfloat_with_epsilon (two.weights[0], 0, 1e-9);
}

/* An option that is better in everything stays at the top whatever the weights. */
static void
test_no_change (void)
{
  const double scores[] = { 4, 5, 1, 2 }, weights[] = { 1, 1 };
  g_auto (CoalitionWeightChange) one = { 0 }, all = { 0 };
  const CoalitionScoreTable table = { 2, 2, scores, weights };

  coalition_score_table_find_least_change (&table, &all);
  g_assert_false (all.found);
  coalition_score_table_find_one_change (&table, &one);
  g_assert_false (one.found);
}

/* With scores (1, 0) and (0, 1), each leads under half of all weightings; with (2, 0) and (0, 1), the first leads as long as
 * its weight is over 1/3. */
static void
test_shares (void)
{
  const double even[] = { 1, 0, 0, 1 }, uneven[] = { 2, 0, 0, 1 }, weights[] = { 1, 1 };
  g_autofree double *half = coalition_score_table_sample_shares (&(CoalitionScoreTable) { 2, 2, even, weights }, COALITION_SENSITIVITY_SAMPLES, 1);
  g_autofree double *third = coalition_score_table_sample_shares (&(CoalitionScoreTable) { 2, 2, uneven, weights }, COALITION_SENSITIVITY_SAMPLES, 1);

  g_assert_cmpfloat_with_epsilon (half[0], 0.5, 0.01);
  g_assert_cmpfloat_with_epsilon (third[0], 2.0 / 3, 0.01);
  g_assert_cmpfloat_with_epsilon (third[0] + third[1], 1, 1e-9);
}

static void
test_shares_between_seeds (void)
{
  enum { N = 8, M = 16 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autofree double *first = NULL, *again = NULL;
  double scores[N * M], weights[M];
  CoalitionScoreTable table = { N, M, scores, weights };

  for (guint i = 0; i < N * M; i++)
    scores[i] = g_rand_int_range (rand, 0, 6);
  for (guint j = 0; j < M; j++)
    weights[j] = 1;
  first = coalition_score_table_sample_shares (&table, COALITION_SENSITIVITY_SAMPLES, 1);
  again = coalition_score_table_sample_shares (&table, COALITION_SENSITIVITY_SAMPLES, 1);
  g_assert_cmpmem (first, N * N * sizeof (double), again, N * N * sizeof (double));
  for (guint64 seed = 2; seed < 6; seed++)
    {
      g_autofree double *other = coalition_score_table_sample_shares (&table, COALITION_SENSITIVITY_SAMPLES, seed);

      for (guint i = 0; i < N * N; i++)
        g_assert_cmpfloat_with_epsilon (other[i], first[i], 0.01);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/voting/schulze/two-ways", test_two_ways);
  g_test_add_func ("/voting/schulze/condorcet", test_condorcet);
  g_test_add_func ("/voting/schulze/monotonicity", test_monotonicity);
  g_test_add_func ("/voting/schulze/reversal", test_reversal);
  g_test_add_func ("/voting/sensitivity/smallest-change", test_smallest_change);
  g_test_add_func ("/voting/sensitivity/smallest-change-of-several", test_smallest_change_of_several);
  g_test_add_func ("/voting/sensitivity/no-change", test_no_change);
  g_test_add_func ("/voting/sensitivity/shares", test_shares);
  g_test_add_func ("/voting/sensitivity/between-seeds", test_shares_between_seeds);

  return g_test_run ();
}
