/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing-fixture.h"

#include <math.h>

#define A COALITION_LEVEL_AFFECTED
#define C COALITION_LEVEL_CONNECTOR
#define O COALITION_LEVEL_ORGANIZATION

static const struct {
  const char *name;
  CoalitionLevel level;
  int x;
  int y;
  int marks;
} sample_parties[] = {
  { "Harbour Street Workers’ Clinic", O, 666, 358, COALITION_MARK_US },
  { "Grocery clerks, Quayside", A, 604, 80, 0 },
  { "Home care aides", A, 561, 170, 0 },
  { "Night cleaners, Ferry Mall", A, 428, 211, 0 },
  { "Hotel room attendants", A, 403, 388, 0 },
  { "Single-parent circle", A, 497, 602, 0 },
  { "Newcomer parents", A, 743, 744, 0 },
  { "Fast-food crews", A, 982, 563, 0 },
  { "Dockside temps", A, 930, 400, 0 },
  { "Evening students", A, 1003, 750, 0 },
  { "Crew lead, nights", C, 424, 322, 0 },
  { "Parish outreach lead", C, 518, 389, 0 },
  { "School parents’ chair", C, 631, 606, 0 },
  { "Tenant captain, Tower C", C, 756, 556, 0 },
  { "Settlement worker", C, 800, 626, 0 },
  { "Community radio host", C, 906, 667, 0 },
  { "Barber on Mill Street", C, 1017, 639, 0 },
  { "Steward, Dockside", C, 811, 418, 0 },
  { "Ward 3 aide", C, 1032, 400, COALITION_MARK_GATEKEEPER },
  { "Lakeview Community Fund", O, 435, 142, 0 },
  { "Quayside Grocers’ Group", O, 743, 178, COALITION_MARK_DECIDES },
  { "Labor Standards Office", O, 906, 178, 0 },
  { "Harbour Board of Trade", O, 930, 241, 0 },
  { "Harbour City Council", O, 956, 339, COALITION_MARK_DECIDES },
  { "Care and Cleaning Union, Local 12", O, 666, 272, 0 },
  { "Harbour Neighborhood House", O, 625, 486,
    COALITION_MARK_REVIEW_LATE | COALITION_MARK_OPEN_DIFFERENCE },
  { "Eastside Workers’ Center", O, 820, 509, COALITION_MARK_OPEN_DIFFERENCE },
  { "St. Oran’s Parish", O, 474, 486, 0 },
  { "Childcare Collective", O, 461, 545, 0 },
  { "Mill Street Tenants’ Association", O, 1008, 505, 0 },
  { "Newcomer Welcome Center", O, 865, 779, COALITION_MARK_GATEKEEPER },
};

static const struct {
  int from;
  int to;
  const char *kind;
  CoalitionTieFamily family;
  CoalitionTieStatus status;
  int strength;
  gboolean mutual;
  guint agreements;
} sample_ties[] = {
  { 24, 0, "project", COALITION_TIE_WORKS, 0, 3, TRUE, 0 },
  { 25, 0, "shares", COALITION_TIE_WORKS, 0, 3, TRUE, 2 },
  { 26, 0, "project", COALITION_TIE_WORKS, 0, 4, TRUE, 1 },
  { 0, 26, "refers", COALITION_TIE_KNOWS, 0, 2, TRUE, 1 },
  { 25, 26, "project", COALITION_TIE_WORKS, 0, 2, TRUE, 1 },
  { 25, 27, "shares", COALITION_TIE_WORKS, COALITION_TIE_DORMANT, 2, TRUE, 0 },
  { 25, 28, "shares", COALITION_TIE_WORKS, 0, 2, TRUE, 0 },
  { 19, 0, "funds", COALITION_TIE_POWER, 0, 2, FALSE, 0 },
  { 0, 23, "influences", COALITION_TIE_POWER, COALITION_TIE_PROSPECTIVE, 2, FALSE, 0 },
  { 0, 21, "influences", COALITION_TIE_POWER, COALITION_TIE_PROSPECTIVE, 2, FALSE, 0 },
  { 21, 20, "influences", COALITION_TIE_POWER, 0, 2, FALSE, 0 },
  { 22, 23, "influences", COALITION_TIE_POWER, 0, 3, FALSE, 0 },
  { 18, 23, "influences", COALITION_TIE_POWER, 0, 4, FALSE, 0 },
  { 29, 23, "influences", COALITION_TIE_POWER, 0, 2, FALSE, 0 },
  { 17, 8, "influences", COALITION_TIE_POWER, 0, 4, FALSE, 0 },
  { 10, 3, "influences", COALITION_TIE_POWER, 0, 3, FALSE, 0 },
  { 20, 1, "opposes", COALITION_TIE_OPPOSES, 0, 3, FALSE, 0 },
  { 22, 0, "opposes", COALITION_TIE_OPPOSES, 0, 2, FALSE, 0 },
  { 20, 22, "member", COALITION_TIE_BELONGS, 0, 3, FALSE, 0 },
  { 2, 24, "member", COALITION_TIE_BELONGS, 0, 3, FALSE, 0 },
  { 1, 24, "member", COALITION_TIE_BELONGS, COALITION_TIE_PROSPECTIVE, 2, FALSE, 0 },
  { 3, 24, "member", COALITION_TIE_BELONGS, 0, 2, FALSE, 0 },
  { 4, 24, "member", COALITION_TIE_BELONGS, COALITION_TIE_PROSPECTIVE, 2, FALSE, 0 },
  { 0, 3, "serves", COALITION_TIE_BELONGS, 0, 2, FALSE, 0 },
  { 0, 8, "serves", COALITION_TIE_BELONGS, 0, 2, FALSE, 0 },
  { 26, 8, "serves", COALITION_TIE_BELONGS, 0, 3, FALSE, 0 },
  { 26, 7, "serves", COALITION_TIE_BELONGS, 0, 2, FALSE, 0 },
  { 25, 5, "serves", COALITION_TIE_BELONGS, 0, 2, FALSE, 0 },
  { 28, 5, "serves", COALITION_TIE_BELONGS, 0, 2, FALSE, 0 },
  { 25, 6, "serves", COALITION_TIE_BELONGS, 0, 3, FALSE, 0 },
  { 30, 6, "serves", COALITION_TIE_BELONGS, 0, 3, FALSE, 0 },
  { 14, 30, "member", COALITION_TIE_BELONGS, 0, 3, FALSE, 0 },
  { 11, 27, "member", COALITION_TIE_BELONGS, 0, 3, FALSE, 0 },
  { 13, 29, "member", COALITION_TIE_BELONGS, 0, 2, FALSE, 0 },
  { 10, 24, "knows", COALITION_TIE_KNOWS, 0, 2, TRUE, 0 },
  { 11, 25, "knows", COALITION_TIE_KNOWS, 0, 2, TRUE, 0 },
  { 4, 11, "knows", COALITION_TIE_KNOWS, 0, 2, TRUE, 0 },
  { 17, 0, "knows", COALITION_TIE_KNOWS, 0, 3, TRUE, 0 },
  { 17, 26, "knows", COALITION_TIE_KNOWS, 0, 2, TRUE, 0 },
  { 13, 25, "knows", COALITION_TIE_KNOWS, 0, 2, TRUE, 0 },
  { 12, 25, "refers", COALITION_TIE_KNOWS, COALITION_TIE_PROSPECTIVE, 2, FALSE, 0 },
  { 12, 6, "knows", COALITION_TIE_KNOWS, 0, 2, TRUE, 0 },
  { 14, 6, "knows", COALITION_TIE_KNOWS, 0, 2, TRUE, 0 },
  { 15, 26, "informs", COALITION_TIE_KNOWS, COALITION_TIE_PROSPECTIVE, 2, FALSE, 0 },
  { 15, 9, "knows", COALITION_TIE_KNOWS, 0, 2, TRUE, 0 },
  { 16, 9, "knows", COALITION_TIE_KNOWS, 0, 2, TRUE, 0 },
  { 16, 7, "knows", COALITION_TIE_KNOWS, 0, 2, TRUE, 0 },
  { 16, 29, "knows", COALITION_TIE_KNOWS, COALITION_TIE_DORMANT, 1, TRUE, 0 },
  { 18, 29, "knows", COALITION_TIE_KNOWS, 0, 1, TRUE, 0 },
};

/* An invented campaign of thirty-one parties, arranged by hand, with every level, mark, family, status and strength. */
CoalitionNetwork *
drawing_fixture_sample (void)
{
  CoalitionNetworkParty parties[G_N_ELEMENTS (sample_parties)] = { 0 };
  CoalitionNetworkTie ties[G_N_ELEMENTS (sample_ties)] = { 0 };
  char ids[G_N_ELEMENTS (sample_parties)][8], tie_ids[G_N_ELEMENTS (sample_ties)][8];

  for (guint i = 0; i < G_N_ELEMENTS (sample_parties); i++)
    {
      g_snprintf (ids[i], sizeof ids[i], "p%u", i);
      parties[i] = (CoalitionNetworkParty) { .id = ids[i], .name = sample_parties[i].name,
                                             .level = sample_parties[i].level, .marks = sample_parties[i].marks,
                                             .x = sample_parties[i].x * 1.06, .y = sample_parties[i].y * 1.06,
                                             .placed = TRUE };
    }
  for (guint i = 0; i < G_N_ELEMENTS (sample_ties); i++)
    {
      g_snprintf (tie_ids[i], sizeof tie_ids[i], "t%u", i);
      ties[i] = (CoalitionNetworkTie) { .id = tie_ids[i], .kind = sample_ties[i].kind, .from = sample_ties[i].from,
                                        .to = sample_ties[i].to, .family = sample_ties[i].family,
                                        .status = sample_ties[i].status, .strength = sample_ties[i].strength,
                                        .mutual = sample_ties[i].mutual, .agreements = sample_ties[i].agreements };
    }

  return coalition_network_new_from (parties, G_N_ELEMENTS (parties), ties, G_N_ELEMENTS (ties));
}

/* A made-up network of any size on a loose grid; each party is tied to two near for one far away. */
CoalitionNetwork *
drawing_fixture_large (guint n_parties,
                       guint n_ties)
{
  static const char *const words[] = { "Harbour", "Workers", "Tenants", "Parish", "Clinic", "Union", "Street", "Night",
                                       "Families", "Council", "Center", "Association" };
  g_autofree CoalitionNetworkParty *parties = g_new0 (CoalitionNetworkParty, n_parties);
  g_autofree CoalitionNetworkTie *ties = g_new0 (CoalitionNetworkTie, n_ties);
  g_autoptr (GStringChunk) texts = g_string_chunk_new (65536);
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  guint columns = (guint) ceil (sqrt (n_parties));

  for (guint i = 0; i < n_parties; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %s %s %u", words[g_rand_int_range (random, 0, 12)],
                                               words[g_rand_int_range (random, 0, 12)],
                                               words[g_rand_int_range (random, 0, 12)], i);
      char id[16];

      g_snprintf (id, sizeof id, "p%u", i);
      parties[i] = (CoalitionNetworkParty) { .id = g_string_chunk_insert (texts, id),
                                             .name = g_string_chunk_insert (texts, name), .level = i % 3,
                                             .marks = i == 0 ? COALITION_MARK_US : i % 17 == 0 ? COALITION_MARK_DECIDES : 0,
                                             .x = (i % columns) * 180 + g_rand_double_range (random, -12, 12),
                                             .y = (i / columns) * 130 + g_rand_double_range (random, -12, 12),
                                             .placed = TRUE };
    }
  for (guint i = 0; i < n_ties; i++)
    {
      guint from = g_rand_int_range (random, 0, n_parties);
      guint near = from + g_rand_int_range (random, 1, 4) + columns * g_rand_int_range (random, 0, 4);
      char id[16];

      g_snprintf (id, sizeof id, "t%u", i);
      ties[i] = (CoalitionNetworkTie) { .id = g_string_chunk_insert (texts, id), .kind = "refers",
                                        .from = from,
                                        .to = i % 3 ? near % n_parties : (guint) g_rand_int_range (random, 0, n_parties),
                                        .family = i % 5, .status = i % 3,
                                        .strength = 1 + i % 4 };
    }

  return coalition_network_new_from (parties, n_parties, ties, n_ties);
}
