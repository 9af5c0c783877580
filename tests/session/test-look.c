/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

/* How the map is seen: filter, colors and sizes, time, collapsed groups; and what is told of it. */

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  CoalitionSession *session = fixture->session;
  g_autofree char *a = add (fixture, &coalition_kind_party, "name", "A", "place", "Quay", NULL);
  g_autofree char *b = add (fixture, &coalition_kind_party, "name", "B", NULL);
  g_autoptr (CoalitionFilter) filter = coalition_filter_new ();
  CoalitionCommand *command;
  const gboolean *shown;
  int index;

  g_free (add (fixture, &coalition_kind_tie, "from", a, "to", b, NULL));
  g_assert_null (coalition_session_get_shown_parties (session));
  coalition_filter_add (filter, "party.place", COALITION_FILTER_KNOWN, NULL);
  g_string_truncate (fixture->told, 0);
  coalition_session_set_filter (session, filter);
  settle (fixture);
  g_assert_cmpstr (fixture->told->str, ==, "shown;encoding;view;"); /* the network is the same */
  shown = coalition_session_get_shown_parties (session);
  g_assert_nonnull (shown);
  index = coalition_network_find_party (coalition_session_get_network (session), b);
  g_assert_false (shown[index]);
  g_assert_false (coalition_session_get_shown_ties (session)[0]);

  /* With B at a place, too, only we are left out. */
  command = coalition_command_new ("Move", NULL);
  coalition_command_set_text (command, &coalition_kind_party, b, "place", "Park");
  coalition_session_run (session, command, NULL);
  g_string_truncate (fixture->told, 0);
  settle (fixture);
  g_assert_cmpstr (fixture->told->str, ==, "network;");
  g_assert_true (coalition_session_get_shown_parties (session)[index]);
  g_assert_true (coalition_session_get_shown_ties (session)[0]);
  coalition_session_undo (session);
  coalition_session_undo (session);
  settle (fixture);
  g_assert_null (coalition_session_get_shown_parties (session));
  g_assert_null (coalition_session_get_shown_ties (session));
}

/* What a filter looks at may change without the network: a tag, a contact. */
static void
test_filter_follows (Fixture       *fixture,
                     gconstpointer  data)
{
  CoalitionSession *session = fixture->session;
  g_autofree char *a = add (fixture, &coalition_kind_party, "name", "A", NULL), *tag = add (fixture, &coalition_kind_tag, "name", "Quay", NULL);
  g_autoptr (CoalitionFilter) filter = coalition_filter_new ();
  CoalitionNetwork *network;

  coalition_filter_add (filter, "tag", COALITION_FILTER_IS, (const char *const[]) { tag, NULL });
  coalition_session_set_filter (session, filter);
  settle (fixture);
  network = coalition_session_get_network (session);
  g_assert_false (coalition_session_get_shown_parties (session)[coalition_network_find_party (network, a)]);
  g_string_truncate (fixture->told, 0);
  g_free (add (fixture, &coalition_kind_party_tag, "party", a, "tag", tag, NULL));
  g_assert_cmpstr (fixture->told->str, ==, "shown;encoding;");
  g_assert_true (network == coalition_session_get_network (session));
  g_assert_true (coalition_session_get_shown_parties (session)[coalition_network_find_party (network, a)]);
}

static void
test_damaged_filter (Fixture       *fixture,
                     gconstpointer  data)
{
  CoalitionCommand *command = coalition_command_new ("Damage", NULL);

  coalition_command_set_text (command, &coalition_kind_view, coalition_record_get_id (coalition_session_get_view (fixture->session)), "filter", "[{");
  coalition_session_run (fixture->session, command, NULL);
  settle (fixture);
  g_assert_null (coalition_session_get_shown_parties (fixture->session));
  g_assert_cmpuint (coalition_filter_get_size (coalition_session_get_filter (fixture->session)), ==, 0);
  g_assert_nonnull (strstr (fixture->told->str, "error:Everything is shown;"));
  g_string_truncate (fixture->told, 0);
  g_assert_null (coalition_session_get_shown_parties (fixture->session));
  g_assert_cmpstr (fixture->told->str, ==, "");
}

/* What is not of colors, sizes or filters leaves them alone. */
static void
test_unconcerned (Fixture       *fixture,
                  gconstpointer  data)
{
  CoalitionEncoding *encoding = coalition_session_get_encoding (fixture->session);

  coalition_session_keep_zoom (fixture->session, TRUE, 2, 0, 0);
  settle (fixture);
  coalition_session_rename (fixture->session, coalition_session_get_view (fixture->session), "Everyone");
  settle (fixture);
  g_assert_cmpstr (fixture->told->str, ==, "view;view;");
  g_assert_true (encoding == coalition_session_get_encoding (fixture->session));
}

static void
wait_for (Fixture    *fixture,
          const char *told)
{
  while (strstr (fixture->told->str, told) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_measures (Fixture       *fixture,
               gconstpointer  data)
{
  CoalitionSession *session = fixture->session;
  g_autofree char *a = add (fixture, &coalition_kind_party, "name", "A", NULL), *b = add (fixture, &coalition_kind_party, "name", "B", NULL);
  g_autofree char *c = add (fixture, &coalition_kind_party, "name", "C", NULL);
  CoalitionCommand *command;
  guint party;

  g_free (add (fixture, &coalition_kind_tie, "from", a, "to", b, NULL));
  g_free (add (fixture, &coalition_kind_tie, "from", b, "to", c, NULL));
  coalition_session_set_sizing (session, "betweenness");
  settle (fixture);
  party = coalition_network_find_party (coalition_session_get_network (session), b);
  g_string_truncate (fixture->told, 0);
  g_assert_cmpfloat (coalition_encoding_get_size (coalition_session_get_encoding (session), party), ==, -1);
  wait_for (fixture, "encoding;");
  g_assert_cmpfloat (coalition_encoding_get_size (coalition_session_get_encoding (session), party), ==, 1);

  /* Moving a party does not change the measures: they are there at once. */
  command = coalition_command_new ("Move", NULL);
  coalition_command_set_position (command, coalition_record_get_id (coalition_session_get_view (session)), b, 5, 5, TRUE);
  coalition_session_run (session, command, NULL);
  settle (fixture);
  g_assert_cmpfloat (coalition_encoding_get_size (coalition_session_get_encoding (session), party), ==, 1);

  /* A new tie does: they follow. Asking twice computes once. */
  g_free (add (fixture, &coalition_kind_tie, "from", a, "to", c, NULL));
  g_string_truncate (fixture->told, 0);
  g_assert_cmpfloat (coalition_encoding_get_size (coalition_session_get_encoding (session), party), ==, -1);
  g_assert_nonnull (coalition_session_get_encoding (session));
  wait_for (fixture, "encoding;");
  g_assert_cmpfloat (coalition_encoding_get_size (coalition_session_get_encoding (session), party), ==, 0.5); /* nobody is between */
  settle (fixture);
  g_assert_cmpstr (fixture->told->str, ==, "encoding;");

  /* A session that is gone before the answer is not touched by it. */
  g_free (add (fixture, &coalition_kind_tie, "from", c, "to", a, "kind", "opposes", NULL));
  g_assert_nonnull (coalition_session_get_encoding (session));
  coalition_session_set_sizing (session, "even");
  settle (fixture);
  g_assert_cmpfloat (coalition_encoding_get_size (coalition_session_get_encoding (session), party), ==, -1);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_time (Fixture       *fixture,
           gconstpointer  data)
{
  CoalitionSession *session = fixture->session;
  g_autofree char *a = add (fixture, &coalition_kind_party, "name", "A", NULL), *b = add (fixture, &coalition_kind_party, "name", "B", NULL);
  g_autofree char *tie = add (fixture, &coalition_kind_tie, "from", a, "to", b, NULL), *dated = NULL;
  g_autofree char *first = NULL, *last = NULL;

  g_assert_false (coalition_session_get_time_span (session, &first, &last));
  g_assert_null (first);
  dated = add (fixture, &coalition_kind_tie, "from", a, "to", b, "start", "2024-03", "end", "2026", NULL);
  g_free (add (fixture, &coalition_kind_forum, "name", "Lunch", "formed", "2023-11-05", NULL));
  g_assert_true (coalition_session_get_time_span (session, &first, &last));
  g_assert_cmpstr (first, ==, "2023-11-05");
  g_assert_cmpstr (last, ==, "2026-12-31");

  g_string_truncate (fixture->told, 0);
  coalition_session_set_time (session, "2024", NULL);
  settle (fixture);
  g_assert_cmpstr (fixture->told->str, ==, "time;network;");
  g_assert_cmpint (coalition_network_find_tie (coalition_session_get_network (session), dated), >=, 0);
  coalition_session_set_time (session, "2024-02-28", "2024-04");
  g_assert_cmpint (coalition_network_get_ties (coalition_session_get_network (session), NULL)
                     [coalition_network_find_tie (coalition_session_get_network (session), dated)].time, ==, COALITION_TIME_APPEARED);
  g_assert_cmpstr (coalition_session_get_as_of (session), ==, "2024-02-28");
  g_assert_cmpstr (coalition_session_get_compare_to (session), ==, "2024-04");
  coalition_session_set_time (session, coalition_session_get_as_of (session), NULL);
  g_assert_cmpint (coalition_network_find_tie (coalition_session_get_network (session), dated), ==, -1);
  settle (fixture);
  g_string_truncate (fixture->told, 0);
  coalition_session_set_time (session, "2024-02-28", "nonsense");
  settle (fixture);
  g_assert_cmpstr (fixture->told->str, ==, "");
  coalition_session_set_time (session, NULL, NULL);
  g_assert_cmpint (coalition_network_find_tie (coalition_session_get_network (session), tie), >=, 0);
}

static void
test_collapsed (Fixture       *fixture,
                gconstpointer  data)
{
  CoalitionSession *session = fixture->session;
  g_autofree char *a = add (fixture, &coalition_kind_party, "name", "A", "kind", "union", NULL);
  g_autofree char *b = add (fixture, &coalition_kind_party, "name", "B", "kind", "union", NULL);

  g_string_truncate (fixture->told, 0);
  coalition_session_set_collapsed (session, (const char *const[]) { "kind:union", NULL });
  settle (fixture);
  g_assert_cmpstr (fixture->told->str, ==, "view;network;");
  g_assert_cmpint (coalition_network_find_party (coalition_session_get_network (session), a), ==, -1);
  g_assert_cmpint (coalition_network_find_party (coalition_session_get_network (session), "kind:union"), >=, 0);
  /* With one left it is no group any more; the view still says so, and it is one again when that is undone. */
  coalition_session_delete (session, find (fixture, &coalition_kind_party, b));
  settle (fixture);
  g_assert_cmpint (coalition_network_find_party (coalition_session_get_network (session), a), >=, 0);
  coalition_session_undo (session);
  settle (fixture);
  g_assert_cmpint (coalition_network_find_party (coalition_session_get_network (session), "kind:union"), >=, 0);
  coalition_session_set_collapsed (session, NULL);
  settle (fixture);
  g_assert_cmpint (coalition_network_find_party (coalition_session_get_network (session), b), >=, 0);
}

static void
add_tests (void)
{
#define ADD(name, function) g_test_add ("/look/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("filter", test_filter);
  ADD ("filter-follows", test_filter_follows);
  ADD ("damaged-filter", test_damaged_filter);
  ADD ("unconcerned", test_unconcerned);
  ADD ("measures", test_measures);
  ADD ("time", test_time);
  ADD ("collapsed", test_collapsed);
}

int
main (int    argc,
      char **argv)
{
  return fixture_run (argc, argv, add_tests);
}
