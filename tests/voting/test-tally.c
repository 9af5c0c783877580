/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-tally.h"

#include <string.h>

/* Published votes with known outcomes. Every expected value was typed from the source that is named beside it. */

typedef struct
{
  const char *name;
  CoalitionTallyMethod method;
  const char *ballots;
  const char *ranking; /* places by ">", ties by "=" in the order of the options' names */
} Published;

/* The capital of Tennessee, the example of many texts on voting (Wikipedia, "Instant-runoff voting", "Borda count", "Condorcet
 * method", "Score voting", "Approval voting"). */
#define TENNESSEE \
  "42: Memphis > Nashville > Chattanooga > Knoxville\n" \
  "26: Nashville > Chattanooga > Knoxville > Memphis\n" \
  "15: Chattanooga > Knoxville > Nashville > Memphis\n" \
  "17: Knoxville > Chattanooga > Nashville > Memphis\n"

/* M. de Condorcet, Essai sur l'application de l'analyse (1785), p. lxi: 60 voters, a cycle. */
#define CONDORCET \
  "23: A > B > C\n17: B > C > A\n2: B > A > C\n10: C > A > B\n8: C > B > A\n"

/* J.-C. de Borda, Mémoire sur les élections au scrutin (1781): 21 voters; A is first on most ballots, C ought to win. */
#define BORDA \
  "1: A > B > C\n7: A > C > B\n7: B > C > A\n6: C > B > A\n"

/* Mayor of Burlington, Vermont, 2009, the last three candidates (Wikipedia, "2009 Burlington mayoral election"). */
#define BURLINGTON \
  "1332: Montroll > Kiss > Wright\n767: Montroll > Wright > Kiss\n455: Montroll\n" \
  "2043: Kiss > Montroll > Wright\n371: Kiss > Wright > Montroll\n568: Kiss\n" \
  "1513: Wright > Montroll > Kiss\n495: Wright > Kiss > Montroll\n1289: Wright\n"

/* The four examples of electowiki, "Schulze method", by Schulze himself. */
#define SCHULZE_1 \
  "5: A > C > B > E > D\n5: A > D > E > C > B\n8: B > E > D > A > C\n3: C > A > B > E > D\n" \
  "7: C > A > E > B > D\n2: C > B > A > D > E\n7: D > C > E > B > A\n8: E > B > A > D > C\n"
#define SCHULZE_2 \
  "5: A > C > B > D\n2: A > C > D > B\n3: A > D > C > B\n4: B > A > C > D\n3: C > B > D > A\n" \
  "3: C > D > B > A\n1: D > A > C > B\n5: D > B > A > C\n4: D > C > B > A\n"
#define SCHULZE_3 \
  "3: A > B > D > E > C\n5: A > D > E > B > C\n1: A > D > E > C > B\n2: B > A > D > E > C\n" \
  "2: B > D > E > C > A\n4: C > A > B > D > E\n6: C > B > A > D > E\n2: D > B > E > C > A\n5: D > E > C > A > B\n"
#define SCHULZE_4 \
  "3: A > B > C > D\n2: D > A > B > C\n2: D > B > C > A\n2: C > B > D > A\n"

static const Published published[] = {
  { "schulze/example-1", COALITION_TALLY_SCHULZE, SCHULZE_1, "E > A > C > B > D" },
  { "schulze/example-2", COALITION_TALLY_SCHULZE, SCHULZE_2, "D > A > C > B" },
  { "schulze/example-3", COALITION_TALLY_SCHULZE, SCHULZE_3, "B > A > D > E > C" },
  { "schulze/condorcet-1785", COALITION_TALLY_SCHULZE, CONDORCET, "B > C > A" },
  { "schulze/tennessee", COALITION_TALLY_SCHULZE, TENNESSEE, "Nashville > Chattanooga > Knoxville > Memphis" },
  { "schulze/burlington", COALITION_TALLY_SCHULZE, BURLINGTON, "Montroll > Kiss > Wright" },
  { "borda/tennessee", COALITION_TALLY_BORDA, TENNESSEE, "Nashville > Chattanooga > Knoxville > Memphis" },
  { "borda/borda-1781", COALITION_TALLY_BORDA, BORDA, "C > B > A" },
  { "borda/condorcet-1785", COALITION_TALLY_BORDA, CONDORCET, "B > C > A" },
  { "irv/tennessee", COALITION_TALLY_IRV, TENNESSEE, "Knoxville > Chattanooga > Nashville > Memphis" },
  { "irv/burlington", COALITION_TALLY_IRV, BURLINGTON, "Kiss > Montroll > Wright" },
  /* Four voters and three options, each way tied: nobody can be told apart. */
  { "schulze/cycle-of-three", COALITION_TALLY_SCHULZE, "1: A > B > C\n1: B > C > A\n1: C > A > B\n", "A = B = C" },
  { "borda/cycle-of-three", COALITION_TALLY_BORDA, "1: A > B > C\n1: B > C > A\n1: C > A > B\n", "A = B = C" },
  { "irv/cycle-of-three", COALITION_TALLY_IRV, "1: A > B > C\n1: B > C > A\n1: C > A > B\n", "A = B = C" },
  /* Approval of the two best of each voter, from the same example. */
  { "approval/tennessee", COALITION_TALLY_APPROVAL,
    "42: Memphis, Nashville\n26: Nashville, Chattanooga\n15: Chattanooga, Knoxville\n17: Knoxville, Chattanooga\n",
    "Nashville > Chattanooga > Memphis > Knoxville" },
  { "approval/tie", COALITION_TALLY_APPROVAL, "3: A, B\n2: A\n2: B, C\n", "A = B > C" },
  { "score/tennessee", COALITION_TALLY_SCORE,
    "42: Memphis:10, Nashville:4, Chattanooga:2, Knoxville:0\n26: Memphis:0, Nashville:10, Chattanooga:4, Knoxville:2\n"
    "15: Memphis:0, Nashville:6, Chattanooga:10, Knoxville:6\n17: Memphis:0, Nashville:5, Chattanooga:7, Knoxville:10\n",
    "Nashville > Chattanooga > Memphis > Knoxville" },
  { "dots/tie", COALITION_TALLY_DOTS, "2: Rent:3, Bus:2\n1: Bus:5\n1: Heat:4, Rent:1\n1: Rent:2, Heat:3\n", "Bus = Rent > Heat" },
};

static CoalitionTally *
count (CoalitionTallyMethod   method,
       const char            *ballots,
       CoalitionTallyOptions  options,
       CoalitionProfile     **profile)
{
  g_autoptr (GError) error = NULL;
  CoalitionTally *tally;

  *profile = coalition_profile_parse (coalition_tally_method_get_ballots (method), ballots, strlen (ballots), NULL, &error);
  g_assert_no_error (error);
  tally = coalition_tally_compute (*profile, method, &options, &error);
  g_assert_no_error (error);

  return tally;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static char *
write_ranking (const CoalitionProfile *profile,
               const CoalitionTally   *tally)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tally->ranking->len; i++)
    {
      const GArray *place = g_ptr_array_index (tally->ranking, i);
      g_autoptr (GPtrArray) names = g_ptr_array_new ();

      for (guint j = 0; j < place->len; j++)
        g_ptr_array_add (names, (gpointer) coalition_profile_get_option (profile, g_array_index (place, guint, j)));
      g_ptr_array_sort (names, compare_names);
      for (guint j = 0; j < names->len; j++)
        g_string_append_printf (text, "%s%s", j > 0 ? " = " : i > 0 ? " > " : "", (const char *) names->pdata[j]);
    }

  return g_string_free (text, FALSE);
}

static void
test_published (gconstpointer data)
{
  const Published *example = data;
  g_autoptr (CoalitionProfile) profile = NULL;
  g_autoptr (CoalitionTally) tally = count (example->method, example->ballots, (CoalitionTallyOptions) { 0 }, &profile);
  g_autofree char *ranking = write_ranking (profile, tally);

  g_assert_cmpstr (ranking, ==, example->ranking);
}

static gint64
get_pair (const CoalitionProfile *profile,
          const gint64           *table,
          const char             *first,
          const char             *second)
{
  return table[coalition_profile_find_option (profile, first) * (int) coalition_profile_get_n_options (profile)
               + coalition_profile_find_option (profile, second)];
}

/* The tables printed there: pairs and strongest paths of the first example. */
static void
test_paths (void)
{
  static const char *const names[] = { "A", "B", "C", "D", "E" };
  static const int pairs[5][5] = { { 0, 20, 26, 30, 22 }, { 25, 0, 16, 33, 18 }, { 19, 29, 0, 17, 24 }, { 15, 12, 28, 0, 14 }, { 23, 27, 21, 31, 0 } };
  static const int paths[5][5] = { { 0, 28, 28, 30, 24 }, { 25, 0, 28, 33, 24 }, { 25, 29, 0, 29, 24 }, { 25, 28, 28, 0, 24 }, { 25, 28, 28, 31, 0 } };
  g_autoptr (CoalitionProfile) profile = NULL;
  g_autoptr (CoalitionTally) tally = count (COALITION_TALLY_SCHULZE, SCHULZE_1, (CoalitionTallyOptions) { 0 }, &profile);

  for (guint i = 0; i < 5; i++)
    for (guint j = 0; j < 5; j++)
      {
        g_assert_cmpint (get_pair (profile, tally->pairwise, names[i], names[j]), ==, pairs[i][j]);
        g_assert_cmpint (get_pair (profile, tally->strengths, names[i], names[j]), ==, paths[i][j]);
      }
  g_assert_cmpint (tally->condorcet, ==, -1);
  g_assert_cmpint (tally->n_ballots, ==, 45);
}

/* The fourth example there: B and D are both potential winners; its full relation has B before C and D before A only. */
static void
test_not_a_ranking (void)
{
  g_autoptr (CoalitionProfile) profile = NULL;
  g_autoptr (CoalitionTally) tally = count (COALITION_TALLY_SCHULZE, SCHULZE_4, (CoalitionTallyOptions) { 0 }, &profile);
  g_autofree char *ranking = write_ranking (profile, tally);
  const guint n = tally->n_options;
  guint n_beats = 0;

  g_assert_true (g_str_has_prefix (ranking, "B = D >"));
  for (guint i = 0; i < n * n; i++)
    n_beats += tally->beats[i];
  g_assert_cmpuint (n_beats, ==, 2);
  g_assert_true (tally->beats[coalition_profile_find_option (profile, "B") * (int) n + coalition_profile_find_option (profile, "C")]);
  g_assert_true (tally->beats[coalition_profile_find_option (profile, "D") * (int) n + coalition_profile_find_option (profile, "A")]);
}

/* Sums printed in the sources of the examples. */
static void
test_points (void)
{
  g_autoptr (CoalitionProfile) profile = NULL, scores = NULL, burlington = NULL;
  g_autoptr (CoalitionTally) borda = count (COALITION_TALLY_BORDA, TENNESSEE, (CoalitionTallyOptions) { 0 }, &profile);
  g_autoptr (CoalitionTally) score = count (COALITION_TALLY_SCORE, published[16].ballots, (CoalitionTallyOptions) { 0 }, &scores);
  g_autoptr (CoalitionTally) pairs = count (COALITION_TALLY_SCHULZE, BURLINGTON, (CoalitionTallyOptions) { 0 }, &burlington);

  g_assert_cmpfloat (borda->points[coalition_profile_find_option (profile, "Memphis")], ==, 126);
  g_assert_cmpfloat (borda->points[coalition_profile_find_option (profile, "Nashville")], ==, 194);
  g_assert_cmpfloat (borda->points[coalition_profile_find_option (profile, "Chattanooga")], ==, 173);
  g_assert_cmpfloat (borda->points[coalition_profile_find_option (profile, "Knoxville")], ==, 107);
  g_assert_cmpint (borda->condorcet, ==, coalition_profile_find_option (profile, "Nashville"));
  g_assert_cmpfloat (score->points[coalition_profile_find_option (scores, "Memphis")], ==, 420);
  g_assert_cmpfloat (score->points[coalition_profile_find_option (scores, "Nashville")], ==, 603);
  g_assert_cmpfloat (score->points[coalition_profile_find_option (scores, "Chattanooga")], ==, 457);
  g_assert_cmpfloat (score->points[coalition_profile_find_option (scores, "Knoxville")], ==, 312);
  g_assert_cmpint (get_pair (burlington, pairs->pairwise, "Montroll", "Kiss"), ==, 4067);
  g_assert_cmpint (get_pair (burlington, pairs->pairwise, "Kiss", "Montroll"), ==, 3477);
  g_assert_cmpint (get_pair (burlington, pairs->pairwise, "Montroll", "Wright"), ==, 4597);
  g_assert_cmpint (get_pair (burlington, pairs->pairwise, "Kiss", "Wright"), ==, 4314);
  g_assert_cmpint (get_pair (burlington, pairs->pairwise, "Wright", "Kiss"), ==, 4064);
}

/* The rounds of Tennessee, as told there: Chattanooga leaves, then Nashville, and Knoxville has 58 of 100. */
static void
test_rounds (void)
{
  g_autoptr (CoalitionProfile) profile = NULL;
  g_autoptr (CoalitionTally) tally = count (COALITION_TALLY_IRV, TENNESSEE, (CoalitionTallyOptions) { 0 }, &profile);
  const CoalitionTallyRound *rounds = (const CoalitionTallyRound *) (void *) tally->rounds->data;

  g_assert_cmpuint (tally->rounds->len, ==, 3);
  g_assert_cmpint (rounds[0].out, ==, coalition_profile_find_option (profile, "Chattanooga"));
  g_assert_cmpint (rounds[1].out, ==, coalition_profile_find_option (profile, "Nashville"));
  g_assert_cmpint (rounds[2].out, ==, -1);
  g_assert_cmpfloat (rounds[2].votes[coalition_profile_find_option (profile, "Knoxville")], ==, 58);
  g_assert_false (tally->branched);
}

/* B and C tie for the last place. Without B, C wins 5 to 4; without C, B wins 5 to 4: both are possible, A is not. */
static void
test_branches (void)
{
  const char *ballots = "4: A\n1: B > C\n1: C > B\n1: B > C\n1: C > B\n1: D > B = C\n";
  g_autoptr (CoalitionProfile) profile = NULL, again = NULL;
  g_autoptr (CoalitionTally) tally = count (COALITION_TALLY_IRV, ballots, (CoalitionTallyOptions) { 0 }, &profile);
  g_autoptr (CoalitionTally) lot = count (COALITION_TALLY_IRV, ballots, (CoalitionTallyOptions) { .by_lot = TRUE, .seed = 7 }, &again);
  g_autofree char *ranking = write_ranking (profile, tally);
  const GArray *winners = coalition_tally_get_winners (lot);

  g_assert_true (tally->branched);
  g_assert_true (g_str_has_prefix (ranking, "B = C > A"));
  g_assert_false (lot->branched);
  g_assert_true (lot->lot_used);
  g_assert_cmpuint (winners->len, ==, 1);
  g_assert_cmpstr (coalition_profile_get_option (again, g_array_index (winners, guint, 0)), !=, "A");
}

/* A lot is drawn again by its seed, and names one winner of a tie. */
static void
test_lot (void)
{
  guint first[6], second[6], seen = 0;

  for (guint64 seed = 0; seed < 200; seed++)
    {
      guint places = 0;

      coalition_tally_draw_lot (seed, 6, first);
      coalition_tally_draw_lot (seed, 6, second);
      g_assert_cmpmem (first, sizeof first, second, sizeof second);
      for (guint i = 0; i < 6; i++)
        places |= 1u << first[i];
      g_assert_cmpuint (places, ==, 63);
      seen |= 1u << first[0];
    }
  g_assert_cmpuint (seen, ==, 63);

  {
    g_autoptr (CoalitionProfile) profile = NULL;
    g_autoptr (CoalitionTally) tally = count (COALITION_TALLY_SCHULZE, "1: A > B > C\n1: B > C > A\n1: C > A > B\n",
                                              (CoalitionTallyOptions) { .by_lot = TRUE, .seed = 3 }, &profile);

    coalition_tally_draw_lot (3, 3, first);
    g_assert_cmpuint (tally->ranking->len, ==, 3);
    g_assert_cmpuint (g_array_index (coalition_tally_get_winners (tally), guint, 0), ==, first[0]);
    g_assert_true (tally->lot_used);
  }
}

/* What is not on a ballot: last, or not compared. */
static void
test_unranked (void)
{
  const char *ballots = "3: A\n2: B > A\n";
  g_autoptr (CoalitionProfile) profile = NULL, again = NULL;
  g_autoptr (CoalitionTally) last = count (COALITION_TALLY_SCHULZE, ballots, (CoalitionTallyOptions) { 0 }, &profile);
  g_autoptr (CoalitionTally) ignored = count (COALITION_TALLY_SCHULZE, ballots,
                                              (CoalitionTallyOptions) { .unranked = COALITION_UNRANKED_IGNORED }, &again);
  g_autofree char *first = write_ranking (profile, last), *second = write_ranking (again, ignored);

  g_assert_cmpstr (first, ==, "A > B");
  g_assert_cmpstr (second, ==, "B > A");
}

static void
check_refused (CoalitionBallotKind  kind,
               const char          *text,
               guint                line,
               const char          *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = coalition_problems_new ();
  const CoalitionProblem *problem;

  g_assert_null (coalition_profile_parse (kind, text, strlen (text), problems, &error));
  g_assert_error (error, COALITION_VOTING_ERROR, COALITION_VOTING_ERROR_SOURCE);
  g_assert_cmpuint (problems->len, ==, 1);
  problem = problems->pdata[0];
  g_assert_cmpuint (problem->line, ==, line);
  if (strstr (problem->message, words) == NULL)
    g_error ("“%s” does not say “%s”", problem->message, words);
}

static void
test_refusals (void)
{
  g_autoptr (GPtrArray) problems = coalition_problems_new ();
  g_autoptr (GError) error = NULL;
  const char *several = "x: A\n1: A > > B\n1: A\n2: A > A\n";

  check_refused (COALITION_BALLOT_RANKED, "1: A > B\nA > B\n", 2, "number of ballots");
  check_refused (COALITION_BALLOT_RANKED, "0: A > B\n", 1, "number of ballots");
  check_refused (COALITION_BALLOT_RANKED, "1 A > B\n", 1, "“:”");
  check_refused (COALITION_BALLOT_RANKED, "# a comment\n\n1: A > B > A\n", 3, "twice");
  check_refused (COALITION_BALLOT_RANKED, "1: A, B\n", 1, "“,”");
  check_refused (COALITION_BALLOT_RANKED, "1: \"A > B\n", 1, "close it");
  check_refused (COALITION_BALLOT_APPROVAL, "1: A > B\n", 1, "“>”");
  check_refused (COALITION_BALLOT_APPROVAL, "1: A,\n", 1, "missing");
  check_refused (COALITION_BALLOT_POINTS, "1: A:3, B\n", 1, "no points");
  check_refused (COALITION_BALLOT_POINTS, "1: A:-3\n", 1, "no points");
  check_refused (COALITION_BALLOT_POINTS, "1: A:2.5\n", 1, "“.”");
  check_refused (COALITION_BALLOT_RANKED, "99999999999: A\n", 1, "number of ballots");

  g_assert_null (coalition_profile_parse (COALITION_BALLOT_RANKED, several, strlen (several), problems, &error));
  g_assert_cmpuint (problems->len, ==, 3);
  g_assert_cmpuint (((CoalitionProblem *) problems->pdata[1])->line, ==, 2);
  g_assert_cmpuint (((CoalitionProblem *) problems->pdata[2])->line, ==, 4);
}

static void
test_names (void)
{
  const char *text = "\357\273\2772: \"Rent: now > later\" > \"the \"\"bus\"\"\" = Café # why\n1:\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (CoalitionProfile) profile = coalition_profile_parse (COALITION_BALLOT_RANKED, text, strlen (text), NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (coalition_profile_get_n_options (profile), ==, 3);
  g_assert_cmpstr (coalition_profile_get_option (profile, 0), ==, "Rent: now > later");
  g_assert_cmpstr (coalition_profile_get_option (profile, 1), ==, "the \"bus\"");
  g_assert_cmpstr (coalition_profile_get_option (profile, 2), ==, "Café");
  g_assert_cmpuint (coalition_profile_get_n_ballots (profile), ==, 3);
  g_assert_cmpuint (coalition_profile_get_n_blank (profile), ==, 1);
}

/* Both forms of PrefLib tell the same vote. */
static void
test_preflib (void)
{
  const char *new_form = "# FILE NAME: x.toi\n# NUMBER ALTERNATIVES: 3\n# ALTERNATIVE NAME 1: Bus\n# ALTERNATIVE NAME 2: Rent\n"
                         "# ALTERNATIVE NAME 3: Heat\n2: 1,{2,3}\n1: 3\n";
  const char *old_form = "3\n1,Bus\n2,Rent\n3,Heat\n3,3,2\n2,1,{2,3}\n1,3\n";
  const char *broken = "3\n1,Bus\n2,Rent\n3,Heat\n3,3,2\n2,1,{2,3\n1,4\n";
  g_autoptr (GPtrArray) problems = coalition_problems_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      const char *text = i == 0 ? new_form : old_form;
      g_autoptr (CoalitionProfile) profile = coalition_profile_parse_preflib (text, strlen (text), NULL, &error);
      g_autoptr (CoalitionTally) tally = NULL;
      guint times;

      g_assert_no_error (error);
      g_assert_cmpuint (coalition_profile_get_n_ballots (profile), ==, 3);
      g_assert_cmpstr (coalition_profile_get_option (profile, 2), ==, "Heat");
      g_assert_cmpint (coalition_profile_get_ballot (profile, 0, &times)[2], ==, 2);
      g_assert_cmpuint (times, ==, 2);
      tally = coalition_tally_compute (profile, COALITION_TALLY_BORDA, &(CoalitionTallyOptions) { 0 }, &error);
      g_assert_no_error (error);
      g_assert_cmpfloat (tally->points[0], ==, 4.5);
    }
  g_assert_null (coalition_profile_parse_preflib (broken, strlen (broken), problems, &error));
  g_assert_cmpuint (problems->len, ==, 2);
  g_assert_cmpuint (((CoalitionProblem *) problems->pdata[0])->line, ==, 6);
  g_assert_cmpuint (((CoalitionProblem *) problems->pdata[1])->line, ==, 7);
}

/* A ballot that ranks several equal is shared among them, exactly: thirds add up to one. */
static void
test_shared_votes (void)
{
  g_autoptr (CoalitionProfile) profile = NULL;
  g_autoptr (CoalitionTally) tally = count (COALITION_TALLY_IRV, "3: A = B = C\n1: D > A\n", (CoalitionTallyOptions) { 0 }, &profile);
  g_autofree char *ranking = write_ranking (profile, tally);

  g_assert_true (tally->branched);
  g_assert_true (g_str_has_prefix (ranking, "A = B = C"));
}

static void
test_misfits (void)
{
  g_autoptr (GError) error = NULL;
  const char *names[] = { "A", "B" };
  g_autoptr (CoalitionProfile) profile = coalition_profile_new (COALITION_BALLOT_APPROVAL, names, 2);
  g_autoptr (CoalitionProfile) empty = coalition_profile_new (COALITION_BALLOT_RANKED, names, 0);
  g_autoptr (CoalitionProfile) untouched = coalition_profile_new (COALITION_BALLOT_RANKED, names, 2);
  g_autoptr (CoalitionTally) tally = NULL;

  g_assert_null (coalition_tally_compute (profile, COALITION_TALLY_SCHULZE, &(CoalitionTallyOptions) { 0 }, &error));
  g_assert_error (error, COALITION_VOTING_ERROR, COALITION_VOTING_ERROR_METHOD);
  g_clear_error (&error);
  g_assert_null (coalition_tally_compute (empty, COALITION_TALLY_SCHULZE, &(CoalitionTallyOptions) { 0 }, &error));
  g_assert_error (error, COALITION_VOTING_ERROR, COALITION_VOTING_ERROR_METHOD);
  g_clear_error (&error);
  tally = coalition_tally_compute (untouched, COALITION_TALLY_IRV, &(CoalitionTallyOptions) { 0 }, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (coalition_tally_get_winners (tally)->len, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (published); i++)
    {
      g_autofree char *path = g_strconcat ("/voting/", published[i].name, NULL);

      g_test_add_data_func (path, &published[i], test_published);
    }
  g_test_add_func ("/voting/schulze/paths", test_paths);
  g_test_add_func ("/voting/schulze/not-a-ranking", test_not_a_ranking);
  g_test_add_func ("/voting/points", test_points);
  g_test_add_func ("/voting/irv/rounds", test_rounds);
  g_test_add_func ("/voting/irv/branches", test_branches);
  g_test_add_func ("/voting/irv/shared-votes", test_shared_votes);
  g_test_add_func ("/voting/lot", test_lot);
  g_test_add_func ("/voting/unranked", test_unranked);
  g_test_add_func ("/voting/read/refusals", test_refusals);
  g_test_add_func ("/voting/read/names", test_names);
  g_test_add_func ("/voting/read/preflib", test_preflib);
  g_test_add_func ("/voting/misfits", test_misfits);

  return g_test_run ();
}
