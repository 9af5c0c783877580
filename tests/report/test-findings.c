/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-findings.h"

#include <locale.h>

/* What the first page counts, against a network small enough to count by hand. */

enum { US, HALL, KEEPER, CREW, CLEANERS, DRIVERS, PACKERS, OFFICE, N_PARTIES };

static CoalitionNetwork *
make_network (void)
{
  const CoalitionNetworkParty parties[N_PARTIES] = {
    [US] = { .id = "us", .name = "Us", .level = COALITION_LEVEL_ORGANIZATION, .marks = COALITION_MARK_US },
    [HALL] = { .id = "hall", .name = "Hall", .level = COALITION_LEVEL_ORGANIZATION },
    [KEEPER] = { .id = "keeper", .name = "Keeper", .level = COALITION_LEVEL_CONNECTOR, .marks = COALITION_MARK_GATEKEEPER },
    [CREW] = { .id = "crew", .name = "Crew", .level = COALITION_LEVEL_AFFECTED },
    [CLEANERS] = { .id = "cleaners", .name = "Cleaners", .level = COALITION_LEVEL_AFFECTED },
    [DRIVERS] = { .id = "drivers", .name = "Drivers", .level = COALITION_LEVEL_AFFECTED },
    [PACKERS] = { .id = "packers", .name = "Packers", .level = COALITION_LEVEL_AFFECTED },
    [OFFICE] = { .id = "office", .name = "Office", .level = COALITION_LEVEL_ORGANIZATION },
  };
  const CoalitionNetworkTie ties[] = {
    { .id = "1", .from = US, .to = HALL, .strength = 2 },
    { .id = "2", .from = CREW, .to = US, .strength = 2 },
    { .id = "3", .from = HALL, .to = CLEANERS, .strength = 2 },
    { .id = "4", .from = US, .to = KEEPER, .strength = 2 },
    { .id = "5", .from = KEEPER, .to = DRIVERS, .strength = 2 },
    { .id = "6", .from = US, .to = PACKERS, .strength = 2, .status = COALITION_TIE_PROSPECTIVE },
    { .id = "7", .from = HALL, .to = OFFICE, .strength = 2, .family = COALITION_TIE_OPPOSES },
    { .id = "8", .from = US, .to = OFFICE, .strength = 2, .status = COALITION_TIE_DORMANT },
    { .id = "9", .from = HALL, .to = CREW, .strength = 2 },
  };

  return coalition_network_new_from (parties, N_PARTIES, ties, G_N_ELEMENTS (ties));
}

static void
test_counts (void)
{
  g_autoptr (CoalitionNetwork) network = make_network ();
  const int trust[N_PARTIES] = { -1, 4, 5, -1, -1, -1, -1, 1 };
  g_autoptr (CoalitionFindings) findings = coalition_findings_new (network, trust);

  g_assert_cmpint (findings->us, ==, US);
  g_assert_cmpuint (findings->n_others, ==, 7);
  g_assert_cmpuint (findings->n_active, ==, 6);
  g_assert_cmpuint (findings->n_beyond, ==, 3);
  g_assert_cmpuint (findings->n_connected, ==, 5); /* hall, cleaners, crew; keeper, drivers */
  g_assert_cmpuint (findings->n_affected, ==, 4);
  g_assert_cmpuint (findings->n_reached[COALITION_REACH_DIRECT], ==, 1);
  g_assert_cmpuint (findings->n_reached[COALITION_REACH_THROUGH], ==, 1);
  g_assert_cmpuint (findings->n_reached[COALITION_REACH_NOT], ==, 2);
  g_assert_cmpint (findings->reach[CREW], ==, COALITION_REACH_DIRECT);
  g_assert_cmpint (findings->reach[CLEANERS], ==, COALITION_REACH_THROUGH);
  g_assert_cmpint (findings->via[CLEANERS], ==, HALL);
  g_assert_cmpint (findings->reach[DRIVERS], ==, COALITION_REACH_NOT); /* only past a gatekeeper */
  g_assert_cmpint (findings->reach[PACKERS], ==, COALITION_REACH_NOT); /* only hoped for */
  g_assert_cmpuint (findings->order[0], ==, US); /* of those with three, ourselves first */
  g_assert_cmpuint (findings->order[1], ==, HALL);
}

static void
test_trust_decides (void)
{
  g_autoptr (CoalitionNetwork) network = make_network ();
  const int trust[N_PARTIES] = { -1, 2, 5, -1, -1, -1, -1, 1 };
  g_autoptr (CoalitionFindings) wary = coalition_findings_new (network, trust);
  g_autoptr (CoalitionFindings) open = coalition_findings_new (network, NULL);

  g_assert_cmpint (wary->reach[CLEANERS], ==, COALITION_REACH_NOT);
  g_assert_cmpint (open->reach[CLEANERS], ==, COALITION_REACH_THROUGH);
}

static void
test_nobody (void)
{
  g_autoptr (CoalitionNetwork) network = coalition_network_new_from (NULL, 0, NULL, 0);
  g_autoptr (CoalitionFindings) findings = coalition_findings_new (network, NULL);

  g_assert_cmpint (findings->us, ==, -1);
  g_assert_cmpuint (findings->n_others, ==, 0);
  g_assert_cmpuint (findings->n_active, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/findings/counts", test_counts);
  g_test_add_func ("/findings/trust", test_trust_decides);
  g_test_add_func ("/findings/nobody", test_nobody);

  return g_test_run ();
}
