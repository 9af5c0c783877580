/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-measures.h"

/* Measures of networks whose values were worked out by hand or published. */

typedef struct {
  guint from;
  guint to;
} Pair;

static CoalitionNetwork *
make_network (guint n_parties, const Pair *pairs, guint n_pairs, CoalitionTieFamily family)
{
  g_autofree CoalitionNetworkParty *parties = g_new0 (CoalitionNetworkParty, n_parties);
  g_autofree CoalitionNetworkTie *ties = g_new0 (CoalitionNetworkTie, n_pairs);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_parties; i++)
    {
      g_ptr_array_add (ids, g_strdup_printf ("p%u", i));
      parties[i].id = parties[i].name = g_ptr_array_index (ids, i);
    }
  for (guint i = 0; i < n_pairs; i++)
    {
      g_ptr_array_add (ids, g_strdup_printf ("t%u", i));
      ties[i] = (CoalitionNetworkTie) { .id = g_ptr_array_index (ids, n_parties + i), .from = pairs[i].from, .to = pairs[i].to, .family = family };
    }

  return coalition_network_new_from (parties, n_parties, ties, n_pairs);
}

static CoalitionMeasures *
measure (CoalitionNetwork *network)
{
  g_autoptr (GError) error = NULL;
  CoalitionMeasures *measures = coalition_measures_compute (network, NULL, &error);

  g_assert_no_error (error);

  return measures;
}

/* By hand: of the 6 pairs of others, 3 pass through 1 and 3, 4 through 2. */
static void
test_path (void)
{
  static const Pair pairs[] = { { 0, 1 }, { 1, 2 }, { 2, 3 }, { 3, 4 }, { 1, 0 }, { 2, 2 } };
  static const double betweenness[] = { 0, 3 / 6.0, 4 / 6.0, 3 / 6.0, 0 };
  static const guint degree[] = { 1, 2, 2, 2, 1 };
  g_autoptr (CoalitionNetwork) network = make_network (5, pairs, G_N_ELEMENTS (pairs), COALITION_TIE_KNOWS);
  g_autoptr (CoalitionMeasures) measures = measure (network);

  g_assert_cmpuint (measures->n_parties, ==, 5);
  g_assert_cmpuint (measures->cutoff, ==, 0);
  for (guint i = 0; i < 5; i++)
    {
      g_assert_cmpfloat_with_epsilon (measures->betweenness[i], betweenness[i], 1e-12);
      g_assert_cmpuint (measures->degree[i], ==, degree[i]);
    }
}

/* By hand: in a ring of four each pair of opposite ones has two shortest paths, of which half of one passes each. */
static void
test_ring_and_alone (void)
{
  static const Pair pairs[] = { { 0, 1 }, { 1, 2 }, { 2, 3 }, { 3, 0 } };
  g_autoptr (CoalitionNetwork) network = make_network (5, pairs, G_N_ELEMENTS (pairs), COALITION_TIE_WORKS);
  g_autoptr (CoalitionMeasures) measures = measure (network);

  for (guint i = 0; i < 4; i++)
    g_assert_cmpfloat_with_epsilon (measures->betweenness[i], 0.5 / 6, 1e-12);
  g_assert_cmpfloat (measures->betweenness[4], ==, 0);
  g_assert_cmpint (measures->community[4], ==, -1);
  g_assert_cmpuint (measures->degree[4], ==, 0);
}

/* Two triangles joined by one tie are two communities; opposition joins nobody, but counts as a tie. */
static void
test_two_communities (void)
{
  static const Pair pairs[] = { { 0, 1 }, { 1, 2 }, { 2, 0 }, { 3, 4 }, { 4, 5 }, { 5, 3 }, { 2, 3 } };
  g_autoptr (CoalitionNetwork) network = make_network (6, pairs, G_N_ELEMENTS (pairs), COALITION_TIE_WORKS);
  g_autoptr (CoalitionNetwork) opposed = make_network (6, pairs, G_N_ELEMENTS (pairs), COALITION_TIE_OPPOSES);
  g_autoptr (CoalitionMeasures) measures = measure (network), against = measure (opposed);

  g_assert_cmpuint (measures->n_communities, ==, 2);
  for (guint i = 0; i < 6; i++)
    {
      g_assert_cmpint (measures->community[i], ==, i / 3);
      g_assert_cmpint (against->community[i], ==, -1);
      g_assert_cmpuint (against->degree[i], ==, i == 2 || i == 3 ? 3 : 2);
    }
  g_assert_cmpuint (against->n_communities, ==, 0);
}

static void
test_ended_do_not_count (void)
{
  CoalitionNetworkParty parties[3] = { { .id = "a" }, { .id = "b" }, { .id = "c" } };
  CoalitionNetworkTie ties[3] = { { .id = "1", .from = 0, .to = 1 }, { .id = "2", .from = 1, .to = 2, .status = COALITION_TIE_ENDED },
                                  { .id = "3", .from = 0, .to = 2, .time = COALITION_TIME_GONE } };
  g_autoptr (CoalitionNetwork) network = coalition_network_new_from (parties, 3, ties, 3);
  g_autoptr (CoalitionMeasures) measures = measure (network);

  g_assert_cmpuint (measures->degree[0], ==, 1);
  g_assert_cmpuint (measures->degree[1], ==, 1);
  g_assert_cmpuint (measures->degree[2], ==, 0);
  g_assert_cmpint (measures->community[2], ==, -1);
}

/* The karate club of Zachary, W. W. (1977): An information flow model for conflict and fission in small groups. Journal
 * of Anthropological Research 33, 452-473; members numbered from 0. */
static const Pair karate[] = {
  { 0, 1 }, { 0, 2 }, { 0, 3 }, { 0, 4 }, { 0, 5 }, { 0, 6 }, { 0, 7 }, { 0, 8 }, { 0, 10 }, { 0, 11 }, { 0, 12 }, { 0, 13 },
  { 0, 17 }, { 0, 19 }, { 0, 21 }, { 0, 31 }, { 1, 2 }, { 1, 3 }, { 1, 7 }, { 1, 13 }, { 1, 17 }, { 1, 19 }, { 1, 21 }, { 1, 30 },
  { 2, 3 }, { 2, 7 }, { 2, 8 }, { 2, 9 }, { 2, 13 }, { 2, 27 }, { 2, 28 }, { 2, 32 }, { 3, 7 }, { 3, 12 }, { 3, 13 }, { 4, 6 },
  { 4, 10 }, { 5, 6 }, { 5, 10 }, { 5, 16 }, { 6, 16 }, { 8, 30 }, { 8, 32 }, { 8, 33 }, { 9, 33 }, { 13, 33 }, { 14, 32 },
  { 14, 33 }, { 15, 32 }, { 15, 33 }, { 18, 32 }, { 18, 33 }, { 19, 33 }, { 20, 32 }, { 20, 33 }, { 22, 32 }, { 22, 33 },
  { 23, 25 }, { 23, 27 }, { 23, 29 }, { 23, 32 }, { 23, 33 }, { 24, 25 }, { 24, 27 }, { 24, 31 }, { 25, 31 }, { 26, 29 },
  { 26, 33 }, { 27, 33 }, { 28, 31 }, { 28, 33 }, { 29, 32 }, { 29, 33 }, { 30, 32 }, { 30, 33 }, { 31, 32 }, { 31, 33 },
  { 32, 33 },
};

/* Betweenness as NetworkX documents it for this network; the greatest modularity is 0.420 (Agarwal, G. and Kempe, D.
 * (2008): Modularity-maximizing graph communities via mathematical programming. European Physical Journal B 66, 409-418,
 * table 1), with communities of 12, 11, 6 and 5. */
static void
test_karate (void)
{
  static const guint sizes[] = { 12, 11, 6, 5 };
  g_autoptr (CoalitionNetwork) network = make_network (34, karate, G_N_ELEMENTS (karate), COALITION_TIE_KNOWS);
  g_autoptr (CoalitionMeasures) measures = measure (network), again = measure (network);
  double modularity = 0;

  g_assert_cmpuint (G_N_ELEMENTS (karate), ==, 78);
  g_assert_cmpfloat_with_epsilon (measures->betweenness[0], 0.43763528138528146, 1e-9);
  g_assert_cmpfloat_with_epsilon (measures->betweenness[33], 0.30407497594997596, 1e-9);
  g_assert_cmpfloat_with_epsilon (measures->betweenness[11], 0, 1e-9);
  g_assert_cmpuint (measures->degree[33], ==, 17);

  for (guint i = 0; i < G_N_ELEMENTS (karate); i++)
    if (measures->community[karate[i].from] == measures->community[karate[i].to])
      modularity += 1.0 / 78;
  for (guint i = 0; i < 34; i++)
    for (guint j = 0; j < 34; j++)
      if (measures->community[i] == measures->community[j])
        modularity -= measures->degree[i] * measures->degree[j] / (4.0 * 78 * 78);
  g_assert_cmpfloat_with_epsilon (modularity, 0.4198, 0.00005);
  g_assert_cmpuint (measures->n_communities, ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      guint size = 0;

      for (guint j = 0; j < 34; j++)
        size += measures->community[j] == (int) i;
      g_assert_cmpuint (size, ==, sizes[i]);
    }
  g_assert_cmpmem (measures->community, 34 * sizeof (int), again->community, 34 * sizeof (int));
}

static CoalitionNetwork *
make_large (guint n_parties)
{
  g_autofree Pair *pairs = g_new (Pair, 2 * n_parties);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 2 * n_parties; i++)
    pairs[i] = (Pair) { g_rand_int_range (rand, 0, n_parties), g_rand_int_range (rand, 0, n_parties) };

  return make_network (n_parties, pairs, 2 * n_parties, COALITION_TIE_KNOWS);
}

/* In a long path with a cutoff of four ties: 2 leads from 0 and 1 to those within four ties of them, by hand. */
static void
test_cutoff (void)
{
  enum { N = 2001 };
  g_autofree Pair *pairs = g_new (Pair, N - 1);
  g_autoptr (CoalitionNetwork) network = NULL;
  g_autoptr (CoalitionMeasures) measures = NULL;

  for (guint i = 0; i + 1 < N; i++)
    pairs[i] = (Pair) { i, i + 1 };
  network = make_network (N, pairs, N - 1, COALITION_TIE_KNOWS);
  measures = measure (network);
  g_assert_cmpuint (measures->cutoff, ==, 4);
  /* 0-3, 0-4, 1-3, 1-4, 1-5 */
  g_assert_cmpfloat_with_epsilon (measures->betweenness[2] * (N - 1.0) * (N - 2.0) / 2, 5, 1e-6);
}

static gpointer
cancel_thread (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);

  return NULL;
}

/* Cancelled before, and from another thread while it runs: never an abort, and the next one is right. */
static void
test_cancel (void)
{
  g_autoptr (CoalitionNetwork) network = make_large (1900);

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (CoalitionMeasures) measures = NULL;
      g_autoptr (GError) error = NULL;
      GThread *thread = NULL;

      if (i == 0)
        g_cancellable_cancel (cancellable);
      else
        thread = g_thread_new ("cancel", cancel_thread, cancellable);
      measures = coalition_measures_compute (network, cancellable, &error);
      g_clear_pointer (&thread, g_thread_join);
      if (measures == NULL)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_true (i > 0 || measures == NULL);
    }
  test_path ();
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CoalitionMeasures) measures = coalition_measures_compute_finish (result, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (measures->n_parties, ==, 34);
  g_assert_cmpuint (measures->n_communities, ==, 4);
  --*(guint *) data;
}

/* Several at once: igraph's state is the process's own. */
static void
test_threads (void)
{
  g_autoptr (CoalitionNetwork) network = make_network (34, karate, G_N_ELEMENTS (karate), COALITION_TIE_KNOWS);
  guint n_left = 12;

  for (guint i = 0; i < 12; i++)
    coalition_measures_compute_async (network, NULL, finished_cb, &n_left);
  while (n_left > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_empty (void)
{
  g_autoptr (CoalitionNetwork) none = make_network (0, NULL, 0, COALITION_TIE_KNOWS), two = make_network (2, NULL, 0, COALITION_TIE_KNOWS);
  g_autoptr (CoalitionMeasures) of_none = measure (none), of_two = measure (two);

  g_assert_cmpuint (of_none->n_parties, ==, 0);
  g_assert_cmpuint (of_two->n_communities, ==, 0);
  g_assert_cmpfloat (of_two->betweenness[1], ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/measures/path", test_path);
  g_test_add_func ("/measures/ring-and-alone", test_ring_and_alone);
  g_test_add_func ("/measures/two-communities", test_two_communities);
  g_test_add_func ("/measures/ended-do-not-count", test_ended_do_not_count);
  g_test_add_func ("/measures/karate", test_karate);
  g_test_add_func ("/measures/cutoff", test_cutoff);
  g_test_add_func ("/measures/cancel", test_cancel);
  g_test_add_func ("/measures/threads", test_threads);
  g_test_add_func ("/measures/empty", test_empty);

  return g_test_run ();
}
