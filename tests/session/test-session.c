/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

static void
test_add_select_delete_undo (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autofree char *a = coalition_session_add_party (fixture->session, "  Tenants ", 10, 20, TRUE);
  g_autofree char *b = coalition_session_add_party (fixture->session, "Landlord", 0, 0, FALSE);
  g_autofree char *tie = NULL;
  double x = 0;

  g_assert_null (coalition_session_add_party (fixture->session, "   ", 0, 0, FALSE));
  settle (fixture);
  g_assert_cmpstr (coalition_record_get_title (find (fixture, &coalition_kind_party, a)), ==, "Tenants");
  g_assert_true (coalition_record_get_real (coalition_campaign_get_position (fixture->campaign, a), "x", &x));
  g_assert_cmpfloat (x, ==, 10);
  g_assert_null (coalition_campaign_get_position (fixture->campaign, b));

  g_assert_null (coalition_session_add_tie (fixture->session, a, a, NULL));
  tie = coalition_session_add_tie (fixture->session, a, b, "opposes");
  settle (fixture);
  g_assert_cmpint (coalition_network_find_tie (coalition_session_get_network (fixture->session), tie), >=, 0);

  coalition_session_select (fixture->session, find (fixture, &coalition_kind_party, a), FALSE);
  coalition_session_select (fixture->session, find (fixture, &coalition_kind_tie, tie), TRUE);
  g_string_truncate (fixture->told, 0);
  coalition_session_delete_selected (fixture->session);
  settle (fixture);
  g_assert_cmpstr (fixture->told->str, ==, "toast:Deleted 2 records:1;network;");
  g_assert_null (coalition_session_get_current (fixture->session));
  g_assert_null (find (fixture, &coalition_kind_party, a));

  coalition_session_undo (fixture->session);
  settle (fixture);
  g_assert_nonnull (find (fixture, &coalition_kind_tie, tie));
  g_assert_cmpint (coalition_network_find_party (coalition_session_get_network (fixture->session), a), >=, 0);
}

static void
test_agreement_lights_its_parties (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autofree char *a = coalition_session_add_party (fixture->session, "Tenants", 0, 0, FALSE);
  g_autofree char *agreement = NULL, *issue = NULL;
  GHashTable *lit;

  settle (fixture);
  coalition_session_select (fixture->session, find (fixture, &coalition_kind_party, a), FALSE);
  agreement = coalition_session_add (fixture->session, &coalition_kind_agreement, "A room");
  issue = coalition_session_add (fixture->session, &coalition_kind_issue, "Heat");
  settle (fixture);
  g_string_truncate (fixture->told, 0);
  coalition_session_reveal (fixture->session, find (fixture, &coalition_kind_agreement, agreement));
  lit = coalition_session_get_lit (fixture->session);
  g_assert_nonnull (lit);
  g_assert_cmpuint (g_hash_table_size (lit), ==, 2);
  g_assert_true (g_hash_table_contains (lit, a));
  g_assert_cmpstr (fixture->told->str, ==, "lit;");
  coalition_session_set_current (fixture->session, find (fixture, &coalition_kind_issue, issue));
  g_assert_null (coalition_session_get_lit (fixture->session));
}

static void
test_refusal_is_told (Fixture       *fixture,
                      gconstpointer  data)
{
  CoalitionCommand *command = coalition_command_new ("Nobody", NULL);

  coalition_command_set_text (command, &coalition_kind_party, "nobody", "name", "Somebody");
  coalition_session_run (fixture->session, command, "never");
  settle (fixture);
  g_assert_cmpstr (fixture->told->str, ==, "error:This could not be done;");
}

static void
test_selection (Fixture       *fixture,
                gconstpointer  data)
{
  CoalitionRecord *us = coalition_campaign_get_us (fixture->campaign);
  g_autofree char *a = coalition_session_add_party (fixture->session, "A", 0, 0, FALSE);
  g_autoptr (GPtrArray) selected = NULL;
  CoalitionRecord *party;

  settle (fixture);
  party = find (fixture, &coalition_kind_party, a);
  coalition_session_select (fixture->session, us, FALSE);
  coalition_session_select (fixture->session, party, TRUE);
  selected = coalition_session_get_selected (fixture->session, &coalition_kind_party);
  g_assert_cmpuint (selected->len, ==, 2);
  g_assert_true (coalition_session_get_current (fixture->session) == party);
  coalition_session_unselect (fixture->session, party);
  g_assert_true (coalition_session_get_current (fixture->session) == us);
  g_assert_false (coalition_session_is_selected (fixture->session, party));
  coalition_session_clear (fixture->session);
  g_assert_null (coalition_session_get_current (fixture->session));
}

static void
add_tests (void)
{
#define ADD(name, function) g_test_add ("/session/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("add-select-delete-undo", test_add_select_delete_undo);
  ADD ("agreement-lights-its-parties", test_agreement_lights_its_parties);
  ADD ("refusal-is-told", test_refusal_is_told);
  ADD ("selection", test_selection);
}

int
main (int    argc,
      char **argv)
{
  return fixture_run (argc, argv, add_tests);
}
