/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "network-fixture.h"

#include "coalition-filter.h"
#include "coalition-groups.h"

/* Who passes one condition, as the first letters of their names in the order of the network; "us" is H. */
static char *
passing (Fixture *fixture, const char *subject, CoalitionFilterTest test, ...)
{
  g_autoptr (CoalitionNetwork) network = coalition_network_new (fixture->campaign);
  g_autoptr (CoalitionFilter) filter = coalition_filter_new ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) values = NULL;
  g_autofree gboolean *parties = NULL, *ties = NULL;
  const CoalitionNetworkParty *all;
  GString *names = g_string_new (NULL);
  guint n_parties, n_ties;
  const char *value;
  va_list arguments;

  va_start (arguments, test);
  while ((value = va_arg (arguments, const char *)) != NULL)
    g_strv_builder_add (builder, value);
  va_end (arguments);
  values = g_strv_builder_end (builder);
  coalition_filter_add (filter, subject, test, (const char *const *) values);
  all = coalition_network_get_parties (network, &n_parties);
  coalition_network_get_ties (network, &n_ties);
  parties = g_new (gboolean, n_parties);
  ties = g_new (gboolean, n_ties + 1);
  coalition_filter_apply (filter, fixture->campaign, network, parties, ties);
  for (guint i = 0; i < n_parties; i++)
    if (parties[i])
      g_string_append_c (names, all[i].name[0]);
  if (g_str_has_prefix (subject, "tie."))
    {
      g_assert_cmpuint (names->len, ==, n_parties); /* conditions on ties leave nobody out */
      g_string_truncate (names, 0);
      for (guint i = 0; i < n_ties; i++)
        if (ties[i])
          g_string_append_printf (names, "%u", i);
    }

  return g_string_free (names, FALSE);
}

#define assert_passing(expected_, ...) \
  G_STMT_START { g_autofree char *passing_ = passing (fixture, __VA_ARGS__, NULL); g_assert_cmpstr (passing_, ==, expected_); } G_STMT_END

static void
test_fields (Fixture *fixture, gconstpointer data)
{
  g_autofree char *tenants = add (fixture, &coalition_kind_constituency, "name", "Tenants", NULL);
  g_autofree char *a = add (fixture, &coalition_kind_party, "name", "Aunt", "kind", "union", "place", "Weston Park", "level", "affected",
                            "constituency", tenants, NULL);
  g_autofree char *b = add (fixture, &coalition_kind_party, "name", "Bell", "kind", "own words", "place", "Quay", "decision_maker", "yes", NULL);
  g_autofree char *number = add (fixture, &coalition_kind_own_field, "name", "Members", "kind", "party", "type", "number", NULL);
  g_autofree char *date = add (fixture, &coalition_kind_own_field, "name", "Founded", "kind", "party", "type", "date", NULL);
  g_autofree char *choice = add (fixture, &coalition_kind_own_field, "name", "Ward", "kind", "party", "type", "choice", "choices", "North\nSouth", NULL);
  g_autofree char *by_number = g_strconcat ("party.own:", number, NULL), *by_date = g_strconcat ("party.own:", date, NULL);
  g_autofree char *by_choice = g_strconcat ("party.own:", choice, NULL);

  set_text (fixture, &coalition_kind_party, b, "introduced_by", a);
  set_own (fixture, number, a, "12");
  set_own (fixture, number, b, "12.5");
  set_own (fixture, date, a, "2010");
  set_own (fixture, date, b, "2015-06-01");
  set_own (fixture, choice, b, "South");
  assert_passing ("A", "party.kind", COALITION_FILTER_IS, "union");
  assert_passing ("AB", "party.kind", COALITION_FILTER_IS, "union", "own words");
  assert_passing ("HB", "party.kind", COALITION_FILTER_IS_NOT, "union");
  assert_passing ("AB", "party.kind", COALITION_FILTER_KNOWN);
  assert_passing ("H", "party.kind", COALITION_FILTER_UNKNOWN);
  assert_passing ("A", "party.place", COALITION_FILTER_IS, "weston park");
  assert_passing ("A", "party.place", COALITION_FILTER_HAS_TEXT, "park");
  assert_passing ("AB", "party.place", COALITION_FILTER_HAS_TEXT, "park", "quay");
  assert_passing ("A", "party.name", COALITION_FILTER_HAS_TEXT, "aun");
  assert_passing ("A", "party.level", COALITION_FILTER_IS, "affected");
  assert_passing ("HB", "party.level", COALITION_FILTER_IS, "organization"); /* as the map draws who has none */
  assert_passing ("HB", "party.level", COALITION_FILTER_IS_NOT, "affected");
  assert_passing ("A", "party.constituency", COALITION_FILTER_IS, tenants);
  assert_passing ("B", "party.introduced_by", COALITION_FILTER_IS, a);
  assert_passing ("B", "party.decision_maker", COALITION_FILTER_IS, "yes");
  assert_passing ("HA", "party.decision_maker", COALITION_FILTER_IS, "no");
  assert_passing ("HA", "party.decision_maker", COALITION_FILTER_IS_NOT, "yes");
  assert_passing ("B", by_number, COALITION_FILTER_AT_LEAST, "12.5");
  assert_passing ("A", by_number, COALITION_FILTER_AT_MOST, "12");
  assert_passing ("A", by_number, COALITION_FILTER_IS, "12");
  assert_passing ("B", by_date, COALITION_FILTER_SINCE, "2011-01-01");
  assert_passing ("AB", by_date, COALITION_FILTER_SINCE, "2010-07-01"); /* some day of 2010 */
  assert_passing ("A", by_date, COALITION_FILTER_BEFORE, "2015-06-01");
  assert_passing ("B", by_choice, COALITION_FILTER_IS, "South");

  delete_record (fixture, &coalition_kind_own_field, number);
  assert_passing ("HAB", by_number, COALITION_FILTER_AT_LEAST, "1000");
  assert_passing ("HAB", "party.nonsense", COALITION_FILTER_KNOWN);
  assert_passing ("HAB", "nonsense", COALITION_FILTER_KNOWN);
}

static void
test_judgements (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = add (fixture, &coalition_kind_party, "name", "A", NULL);
  g_autofree char *b = add (fixture, &coalition_kind_party, "name", "B", NULL);
  g_autofree char *heat = add (fixture, &coalition_kind_issue, "name", "Heat", NULL);

  g_free (add (fixture, &coalition_kind_judgement, "party", a, "aspect", "our-trust", "value", "4", NULL));
  g_free (add (fixture, &coalition_kind_judgement, "party", a, "aspect", "stance", "value", "5", NULL));
  g_free (add (fixture, &coalition_kind_judgement, "party", b, "aspect", "stance", "value", "1", NULL));
  g_free (add (fixture, &coalition_kind_judgement, "party", b, "aspect", "influence", "value", "2", NULL));
  g_free (add (fixture, &coalition_kind_judgement, "party", b, "aspect", "gatekeeper", "value", "1", "issue", heat, NULL));
  assert_passing ("A", "judgement.our-trust", COALITION_FILTER_AT_LEAST, "4");
  assert_passing ("", "judgement.our-trust", COALITION_FILTER_AT_MOST, "3");
  assert_passing ("HB", "judgement.our-trust", COALITION_FILTER_UNKNOWN);
  assert_passing ("A", "judgement.stance", COALITION_FILTER_IS, "5", "4");
  assert_passing ("AB", "judgement.stance", COALITION_FILTER_KNOWN);
  assert_passing ("B", "judgement.influence", COALITION_FILTER_AT_MOST, "2");
  assert_passing ("B", "judgement.gatekeeper", COALITION_FILTER_IS, "yes");
  assert_passing ("HA", "judgement.gatekeeper", COALITION_FILTER_IS, "no");
}

static void
test_groups (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = add (fixture, &coalition_kind_party, "name", "A", NULL);
  g_autofree char *b = add (fixture, &coalition_kind_party, "name", "B", NULL);
  g_autofree char *c = add (fixture, &coalition_kind_party, "name", "C", NULL);
  g_autofree char *tag = add (fixture, &coalition_kind_tag, "name", "Quay", NULL), *other_tag = add (fixture, &coalition_kind_tag, "name", "Park", NULL);
  g_autofree char *lunch = add (fixture, &coalition_kind_forum, "name", "Lunch", NULL);
  g_autofree char *heat = add (fixture, &coalition_kind_issue, "name", "Heat", NULL), *rent = add (fixture, &coalition_kind_issue, "name", "Rent", NULL);
  g_autofree char *rooms = add (fixture, &coalition_kind_agreement, "name", "Rooms", "issue", heat, NULL);

  g_free (add (fixture, &coalition_kind_party_tag, "party", a, "tag", tag, NULL));
  g_free (add (fixture, &coalition_kind_party_tag, "party", b, "tag", other_tag, NULL));
  g_free (add (fixture, &coalition_kind_forum_member, "forum", lunch, "party", a, NULL));
  g_free (add (fixture, &coalition_kind_forum_member, "forum", lunch, "party", c, "until", "2020", NULL));
  g_free (add (fixture, &coalition_kind_agreement_party, "agreement", rooms, "party", b, NULL));
  g_free (add (fixture, &coalition_kind_judgement, "party", c, "aspect", "stance", "value", "3", "issue", heat, NULL));
  g_free (add (fixture, &coalition_kind_judgement, "party", a, "aspect", "stance", "value", "3", "issue", rent, NULL));

  assert_passing ("A", "tag", COALITION_FILTER_IS, tag);
  assert_passing ("AB", "tag", COALITION_FILTER_IS, tag, other_tag, "gone");
  assert_passing ("HBC", "tag", COALITION_FILTER_IS_NOT, tag);
  assert_passing ("AB", "tag", COALITION_FILTER_KNOWN);
  assert_passing ("HC", "tag", COALITION_FILTER_UNKNOWN);
  assert_passing ("HABC", "tag", COALITION_FILTER_IS, "gone");
  assert_passing ("A", "forum", COALITION_FILTER_IS, lunch);
  assert_passing ("B", "agreement", COALITION_FILTER_IS, rooms);
  assert_passing ("HAC", "agreement", COALITION_FILTER_UNKNOWN);
  assert_passing ("BC", "issue", COALITION_FILTER_IS, heat);
  assert_passing ("A", "issue", COALITION_FILTER_IS, rent);
  assert_passing ("ABC", "issue", COALITION_FILTER_KNOWN);
}

static void
test_contact (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = add (fixture, &coalition_kind_party, "name", "A", NULL);
  g_autofree char *b = add (fixture, &coalition_kind_party, "name", "B", NULL);
  g_autofree char *early = add (fixture, &coalition_kind_contact, "held_on", "2026-01-10", NULL);
  g_autofree char *late = add (fixture, &coalition_kind_contact, "held_on", "2026-06-10", NULL);

  g_free (add (fixture, &coalition_kind_contact_party, "contact", late, "party", a, NULL));
  g_free (add (fixture, &coalition_kind_contact_party, "contact", early, "party", a, NULL));
  g_free (add (fixture, &coalition_kind_contact_party, "contact", early, "party", b, NULL));
  assert_passing ("A", "contact", COALITION_FILTER_SINCE, "2026-06-10");
  assert_passing ("AB", "contact", COALITION_FILTER_SINCE, "2026-01-10");
  assert_passing ("HB", "contact", COALITION_FILTER_BEFORE, "2026-06-10"); /* never is not since then either */
  assert_passing ("H", "contact", COALITION_FILTER_NEVER, NULL);
}

static void
test_near (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = add (fixture, &coalition_kind_party, "name", "A", NULL);
  g_autofree char *b = add (fixture, &coalition_kind_party, "name", "B", NULL);
  g_autofree char *c = add (fixture, &coalition_kind_party, "name", "C", NULL);
  g_autofree char *d = add (fixture, &coalition_kind_party, "name", "D", NULL);

  g_free (add (fixture, &coalition_kind_tie, "from", b, "to", a, NULL));
  g_free (add (fixture, &coalition_kind_tie, "from", b, "to", c, NULL));
  g_free (add (fixture, &coalition_kind_tie, "from", a, "to", d, "status", "ended", NULL));
  assert_passing ("A", "near", COALITION_FILTER_IS, "0", a);
  assert_passing ("AB", "near", COALITION_FILTER_IS, "1", a);
  assert_passing ("ABC", "near", COALITION_FILTER_IS, "2", a);
  assert_passing ("ABD", "near", COALITION_FILTER_IS, "1", a, d);
  assert_passing ("HABCD", "near", COALITION_FILTER_IS, "1", "gone");
}

static void
test_ties (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = add (fixture, &coalition_kind_party, "name", "A", NULL);
  g_autofree char *b = add (fixture, &coalition_kind_party, "name", "B", NULL);
  g_autofree char *field = add (fixture, &coalition_kind_own_field, "name", "Checked", "kind", "tie", "type", "yes-no", NULL);
  g_autofree char *own = g_strconcat ("tie.own:", field, NULL), *second = NULL;

  g_free (add (fixture, &coalition_kind_tie, "from", a, "to", b, "kind", "funds", "strength", "4", "start", "2024-03", "source", "the porter", NULL));
  second = add (fixture, &coalition_kind_tie, "from", a, "to", b, "status", "dormant", "trust", "2", "confidence", "rumor", NULL);
  set_own (fixture, field, second, "yes");
  assert_passing ("0", "tie.kind", COALITION_FILTER_IS, "funds");
  assert_passing ("1", "tie.kind", COALITION_FILTER_IS_NOT, "funds");
  assert_passing ("1", "tie.status", COALITION_FILTER_IS, "dormant");
  assert_passing ("0", "tie.status", COALITION_FILTER_IS, "active"); /* where nothing is said, it is active */
  assert_passing ("0", "tie.start", COALITION_FILTER_SINCE, "2024-01-01");
  assert_passing ("", "tie.start", COALITION_FILTER_SINCE, "2025");
  assert_passing ("0", "tie.strength", COALITION_FILTER_AT_LEAST, "3");
  assert_passing ("1", "tie.trust", COALITION_FILTER_AT_MOST, "2");
  assert_passing ("1", "tie.confidence", COALITION_FILTER_IS, "rumor");
  assert_passing ("0", "tie.source", COALITION_FILTER_HAS_TEXT, "porter");
  assert_passing ("1", own, COALITION_FILTER_IS, "yes");
}

/* Conditions are joined by "and"; ties of parties that are left out are left out with them. */
static void
test_several (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = add (fixture, &coalition_kind_party, "name", "A", "kind", "union", "place", "Quay", NULL);
  g_autofree char *b = add (fixture, &coalition_kind_party, "name", "B", "kind", "union", NULL);
  g_autoptr (CoalitionFilter) filter = coalition_filter_new ();
  g_autoptr (CoalitionNetwork) network = NULL;
  gboolean parties[3], ties[2];

  g_free (add (fixture, &coalition_kind_tie, "from", a, "to", b, "kind", "funds", NULL));
  g_free (add (fixture, &coalition_kind_tie, "from", a, "to", b, "kind", "knows", NULL));
  coalition_filter_add (filter, "party.kind", COALITION_FILTER_IS, (const char *const[]) { "union", NULL });
  coalition_filter_add (filter, "tie.kind", COALITION_FILTER_IS, (const char *const[]) { "knows", NULL });
  network = coalition_network_new (fixture->campaign);
  coalition_filter_apply (filter, fixture->campaign, network, parties, ties);
  g_assert_true (!parties[0] && parties[1] && parties[2]);
  g_assert_true (!ties[0] && ties[1]);
  coalition_filter_add (filter, "party.place", COALITION_FILTER_KNOWN, NULL);
  coalition_filter_apply (filter, fixture->campaign, network, parties, ties);
  g_assert_true (!parties[0] && parties[1] && !parties[2]);
  g_assert_true (!ties[0] && !ties[1]);
  coalition_filter_remove (filter, 0);
  g_assert_cmpuint (coalition_filter_get_size (filter), ==, 2);
  g_assert_cmpstr (coalition_filter_get (filter, 0)->subject, ==, "tie.kind");
}

/* What stands for several passes if one of them does. */
static void
test_collapsed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = add (fixture, &coalition_kind_party, "name", "A", "kind", "union", "place", "Quay", NULL);
  g_autofree char *b = add (fixture, &coalition_kind_party, "name", "B", "kind", "union", NULL);
  g_autofree char *c = add (fixture, &coalition_kind_party, "name", "C", NULL);
  g_autoptr (CoalitionNetwork) network = NULL, collapsed = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (CoalitionFilter) by_place = coalition_filter_new (), by_tie = coalition_filter_new (), near = coalition_filter_new ();
  g_autoptr (CoalitionFilter) gatekeepers = coalition_filter_new ();
  gboolean parties[3], ties[1];

  g_free (add (fixture, &coalition_kind_tie, "from", a, "to", c, "strength", "1", NULL));
  g_free (add (fixture, &coalition_kind_tie, "from", b, "to", c, "strength", "3", NULL));
  network = coalition_network_new (fixture->campaign);
  groups = coalition_groups_parse ("[\"kind:union\"]", fixture->campaign, network);
  collapsed = coalition_network_collapse (network, groups);
  coalition_filter_add (by_place, "party.place", COALITION_FILTER_KNOWN, NULL);
  coalition_filter_apply (by_place, fixture->campaign, collapsed, parties, ties);
  g_assert_true (parties[index_of (collapsed, "kind:union")]);
  g_assert_false (parties[index_of (collapsed, c)] || ties[0]);
  coalition_filter_add (by_tie, "tie.strength", COALITION_FILTER_AT_LEAST, (const char *const[]) { "3", NULL });
  coalition_filter_apply (by_tie, fixture->campaign, collapsed, parties, ties);
  g_assert_true (ties[0]); /* the first is weak, the one joined to it is not */
  coalition_filter_add (near, "near", COALITION_FILTER_IS, (const char *const[]) { "1", b, NULL });
  coalition_filter_apply (near, fixture->campaign, collapsed, parties, ties);
  g_assert_true (parties[index_of (collapsed, "kind:union")] && parties[index_of (collapsed, c)] && !parties[0]);
  g_free (add (fixture, &coalition_kind_judgement, "party", b, "aspect", "gatekeeper", "value", "1", NULL));
  coalition_filter_add (gatekeepers, "judgement.gatekeeper", COALITION_FILTER_IS, (const char *const[]) { "yes", NULL });
  coalition_filter_apply (gatekeepers, fixture->campaign, collapsed, parties, ties);
  g_assert_true (parties[index_of (collapsed, "kind:union")] && !parties[index_of (collapsed, c)]);
}

static void
test_text (void)
{
  static const CoalitionFilterTest tests[] = {
    COALITION_FILTER_IS, COALITION_FILTER_IS_NOT, COALITION_FILTER_HAS_TEXT, COALITION_FILTER_KNOWN, COALITION_FILTER_UNKNOWN,
    COALITION_FILTER_AT_LEAST, COALITION_FILTER_AT_MOST, COALITION_FILTER_SINCE, COALITION_FILTER_BEFORE, COALITION_FILTER_NEVER,
  };
  static const char *const bad[] = {
    "x", "{}", "[1]", "[{}]", "[{\"subject\":\"tag\"}]", "[{\"subject\":\"tag\",\"test\":\"smells\"}]", "[{\"subject\":1,\"test\":\"is\"}]",
    "[{\"subject\":\"tag\",\"test\":\"is\",\"values\":[1]}]", "[{\"subject\":\"tag\",\"test\":\"is\",\"values\":\"a\"}]", "[null]",
  };
  g_autoptr (CoalitionFilter) filter = coalition_filter_new (), read = NULL, copy = NULL, none = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL, *again = NULL, *of_none = NULL;

  none = coalition_filter_parse (NULL, &error);
  of_none = coalition_filter_to_text (none);
  g_assert_null (of_none);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    coalition_filter_add (filter, i % 2 ? "party.place" : "party.own:gone", tests[i], (const char *const[]) { "a \"b\"", "é\n", NULL });
  coalition_filter_add (filter, "future", COALITION_FILTER_NEVER, NULL);
  text = coalition_filter_to_text (filter);
  read = coalition_filter_parse (text, &error);
  g_assert_no_error (error);
  copy = coalition_filter_copy (read);
  again = coalition_filter_to_text (copy);
  g_assert_cmpstr (text, ==, again);
  g_assert_cmpuint (coalition_filter_get_size (copy), ==, G_N_ELEMENTS (tests) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_assert_cmpint (coalition_filter_get (copy, i)->test, ==, tests[i]);
      g_assert_cmpstr (coalition_filter_get (copy, i)->values[1], ==, "é\n");
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_null (coalition_filter_parse (bad[i], &error));
      g_assert_error (error, COALITION_NETWORK_ERROR, COALITION_NETWORK_ERROR_FILTER);
      g_clear_error (&error);
    }
}

static void
assert_words (Fixture *fixture, const char *expected, const char *subject, CoalitionFilterTest test, const char *first, const char *second)
{
  g_autoptr (CoalitionFilter) filter = coalition_filter_new ();
  g_autofree char *words = NULL;

  coalition_filter_add (filter, subject, test, (const char *const[]) { first, second, NULL });
  words = coalition_filter_describe (filter, 0, fixture->campaign);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  const char *us = coalition_record_get_id (coalition_campaign_get_us (fixture->campaign));
  g_autofree char *tag = add (fixture, &coalition_kind_tag, "name", "Quay", NULL);

  assert_words (fixture, "Place: Weston Park", "party.place", COALITION_FILTER_IS, "Weston Park", NULL);
  assert_words (fixture, "Level: Connector or Organization", "party.level", COALITION_FILTER_IS, "connector", "organization");
  assert_words (fixture, "Tag: not Quay or (gone)", "tag", COALITION_FILTER_IS_NOT, tag, "x");
  assert_words (fixture, "Stance: Champion", "judgement.stance", COALITION_FILTER_IS, "5", NULL);
  assert_words (fixture, "Tied since: on or after 2023", "tie.start", COALITION_FILTER_SINCE, "2023", NULL);
  assert_words (fixture, "Kind of tie: Funds", "tie.kind", COALITION_FILTER_IS, "funds", NULL);
  assert_words (fixture, "Strength of tie: at least 3", "tie.strength", COALITION_FILTER_AT_LEAST, "3", NULL);
  assert_words (fixture, "Never contacted", "contact", COALITION_FILTER_NEVER, NULL, NULL);
  assert_words (fixture, "Not contacted since 2026", "contact", COALITION_FILTER_BEFORE, "2026", NULL);
  assert_words (fixture, "Within 2 steps of Harbor Legal Clinic", "near", COALITION_FILTER_IS, "2", us);
  assert_words (fixture, "A field that is gone", "party.own:x", COALITION_FILTER_IS, "2", NULL);
  assert_words (fixture, "Place contains “park”", "party.place", COALITION_FILTER_HAS_TEXT, "park", NULL);
  assert_words (fixture, "Place: not known", "party.place", COALITION_FILTER_UNKNOWN, NULL, NULL);
}

static void
test_subjects (Fixture *fixture, gconstpointer data)
{
  g_autofree char *field = add (fixture, &coalition_kind_own_field, "name", "Ward", "kind", "party", "type", "text", NULL);
  g_autofree char *own = g_strconcat ("party.own:", field, NULL);
  g_autoptr (GPtrArray) subjects = coalition_filter_list_subjects (fixture->campaign);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  const char *const wanted[] = { "party.kind", "party.place", own, "judgement.stance", "tag", "forum", "agreement", "issue", "contact",
                                 "near", "tie.kind", "tie.start", "tie.trust" };
  const char *const unwanted[] = { "party.picture", "tie.from", "tie.to" };

  for (guint i = 0; i < subjects->len; i++)
    {
      const CoalitionFilterSubject *subject = subjects->pdata[i];
      const CoalitionFilterTest *tests;
      guint n_tests;

      g_assert_true (g_hash_table_add (ids, subject->id));
      g_assert_true (*subject->label != '\0' && *subject->group != '\0');
      tests = coalition_filter_subject_get_tests (subject, &n_tests);
      g_assert_cmpuint (n_tests, >, 0);
      for (guint j = 0; j < n_tests; j++)
        g_assert_true (*coalition_filter_test_get_label (tests[j]) != '\0');
    }
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_true (g_hash_table_contains (ids, wanted[i]));
  for (guint i = 0; i < G_N_ELEMENTS (unwanted); i++)
    g_assert_false (g_hash_table_contains (ids, unwanted[i]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define TEST(name_, test_) g_test_add ("/filter/" name_, Fixture, NULL, fixture_set_up, test_, fixture_tear_down)
  TEST ("fields", test_fields);
  TEST ("judgements", test_judgements);
  TEST ("groups", test_groups);
  TEST ("contact", test_contact);
  TEST ("near", test_near);
  TEST ("ties", test_ties);
  TEST ("several", test_several);
  TEST ("collapsed", test_collapsed);
  g_test_add_func ("/filter/text", test_text);
  TEST ("words", test_words);
  TEST ("subjects", test_subjects);

  return g_test_run ();
}
