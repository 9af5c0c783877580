/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fixture.h"

#include <string.h>

/* The counts themselves are tested in tests/voting; this is about what a script meets. */

#define TENNESSEE \
  "42: Memphis > Nashville > Chattanooga > Knoxville\n26: Nashville > Chattanooga > Knoxville > Memphis\n" \
  "15: Chattanooga > Knoxville > Nashville > Memphis\n17: Knoxville > Chattanooga > Nashville > Memphis\n"

static JsonObject *
tally (CliFixture *fixture,
       JsonNode  **node,
       const char *method,
       const char *source)
{
  cli_expect (fixture, 0, "tally", method, source, "--json", NULL);
  *node = cli_json (fixture);

  return json_node_get_object (*node);
}

static const char *
get_winner (JsonObject *object)
{
  JsonArray *winners = json_object_get_array_member (object, "winners");

  g_assert_cmpuint (json_array_get_length (winners), ==, 1);

  return json_array_get_string_element (winners, 0);
}

static void
test_methods (CliFixture    *fixture,
              gconstpointer  data)
{
  static const char *const winners[][2] = { { "schulze", "Nashville" }, { "borda", "Nashville" }, { "irv", "Knoxville" } };

  cli_write (fixture, "votes.txt", TENNESSEE);
  for (guint i = 0; i < G_N_ELEMENTS (winners); i++)
    {
      g_autoptr (JsonNode) node = NULL;
      JsonObject *object = tally (fixture, &node, winners[i][0], "votes.txt");
      JsonObject *pairs = json_object_get_object_member (object, "pairwise");

      g_assert_cmpstr (json_object_get_string_member (object, "method"), ==, winners[i][0]);
      g_assert_cmpint (json_object_get_int_member (object, "ballots"), ==, 100);
      g_assert_cmpstr (get_winner (object), ==, winners[i][1]);
      g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "ranking")), ==, 4);
      g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "beats")), ==, 6);
      g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (pairs, "Nashville"), "Memphis"), ==, 58);
    }
  cli_expect (fixture, 0, "tally", "schulze", "votes.txt", NULL);
  g_assert_nonnull (strstr (fixture->out, "1. Nashville"));
  g_assert_nonnull (strstr (fixture->out, "majority"));
}

static void
test_ties (CliFixture    *fixture,
           gconstpointer  data)
{
  g_autoptr (JsonNode) node = NULL, again = NULL;
  JsonObject *object;

  cli_write (fixture, "cycle.txt", "1: A > B > C\n1: B > C > A\n1: C > A > B\n");
  object = tally (fixture, &node, "schulze", "cycle.txt");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "winners")), ==, 3);
  g_assert_false (json_object_has_member (object, "tie_break"));
  cli_expect (fixture, 0, "tally", "irv", "cycle.txt", "--json", "--tie-break=lot:11", NULL);
  again = cli_json (fixture);
  object = json_node_get_object (again);
  get_winner (object);
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (object, "tie_break"), "rule"), ==, "lot:11");
}

static void
test_preflib (CliFixture    *fixture,
              gconstpointer  data)
{
  g_autoptr (JsonNode) node = NULL;

  cli_write (fixture, "x.toi", "# ALTERNATIVE NAME 1: Bus\n# ALTERNATIVE NAME 2: Rent\n2: 2\n1: {1,2}\n");
  g_assert_cmpstr (get_winner (tally (fixture, &node, "borda", "x.toi")), ==, "Rent");
  cli_expect (fixture, 2, "tally", "approval", "x.toi", NULL);
}

static void
test_refusals (CliFixture    *fixture,
               gconstpointer  data)
{
  cli_write (fixture, "bad.txt", "3: A > B\nA > B\n1: A > A\n");
  cli_expect (fixture, 1, "tally", "schulze", "bad.txt", NULL);
  g_assert_nonnull (strstr (fixture->err, "bad.txt:2: "));
  g_assert_nonnull (strstr (fixture->err, "bad.txt:3: "));
  g_assert_cmpstr (fixture->out, ==, "");
  cli_expect (fixture, 1, "tally", "schulze", "no-such-file.txt", NULL);
  cli_expect (fixture, 2, "tally", "applause", "bad.txt", NULL);
  cli_expect (fixture, 2, "tally", "schulze", "bad.txt", "--unranked=first", NULL);
  cli_expect (fixture, 2, "tally", "schulze", "bad.txt", "--tie-break=lot:x", NULL);
  cli_expect (fixture, 2, "tally", "schulze", "bad.txt", "--tie-break=coin", NULL);
  cli_expect (fixture, 2, "tally", "schulze", NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/cli/tally/methods", CliFixture, NULL, cli_fixture_set_up, test_methods, cli_fixture_tear_down);
  g_test_add ("/cli/tally/ties", CliFixture, NULL, cli_fixture_set_up, test_ties, cli_fixture_tear_down);
  g_test_add ("/cli/tally/preflib", CliFixture, NULL, cli_fixture_set_up, test_preflib, cli_fixture_tear_down);
  g_test_add ("/cli/tally/refusals", CliFixture, NULL, cli_fixture_set_up, test_refusals, cli_fixture_tear_down);

  return g_test_run ();
}
