/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "network-fixture.h"

static void
test_parties (Fixture *fixture, gconstpointer data)
{
  g_autofree char *tenants = add (fixture, &coalition_kind_party, "name", "Tenants of Quay 7", "level", "affected", NULL);
  g_autofree char *porter = add (fixture, &coalition_kind_party, "name", "Porter", "level", "connector", "kind", "individual", NULL);
  g_autofree char *council = add (fixture, &coalition_kind_party, "name", "Council", "decision_maker", "yes", NULL);
  const char *us = coalition_record_get_id (coalition_campaign_get_us (fixture->campaign));
  const char *view = coalition_record_get_id (coalition_campaign_get_view (fixture->campaign));
  CoalitionCommand *command = coalition_command_new ("Move", NULL);
  g_autoptr (CoalitionNetwork) network = NULL;
  g_autoptr (GError) error = NULL;
  guint n_parties;

  coalition_command_set_position (command, view, porter, 12.5, -7.25, TRUE);
  coalition_command_set_position (command, view, council, 0, 3, FALSE);
  coalition_campaign_run (fixture->campaign, command, &error);
  g_assert_no_error (error);

  network = coalition_network_new (fixture->campaign);
  coalition_network_get_parties (network, &n_parties);
  g_assert_cmpuint (n_parties, ==, 4);
  g_assert_cmpint (get_party (network, us)->marks, ==, COALITION_MARK_US);
  g_assert_cmpstr (get_party (network, us)->name, ==, "Harbor Legal Clinic");
  g_assert_cmpint (get_party (network, tenants)->level, ==, COALITION_LEVEL_AFFECTED);
  g_assert_cmpint (get_party (network, tenants)->marks, ==, 0);
  g_assert_false (get_party (network, tenants)->placed);
  g_assert_cmpint (get_party (network, porter)->level, ==, COALITION_LEVEL_CONNECTOR);
  g_assert_cmpstr (get_party (network, porter)->kind, ==, "individual");
  g_assert_true (get_party (network, porter)->placed && get_party (network, porter)->pinned);
  g_assert_cmpfloat (get_party (network, porter)->x, ==, 12.5);
  g_assert_cmpfloat (get_party (network, porter)->y, ==, -7.25);
  g_assert_cmpint (get_party (network, council)->level, ==, COALITION_LEVEL_ORGANIZATION);
  g_assert_cmpint (get_party (network, council)->marks, ==, COALITION_MARK_DECIDES);
  g_assert_true (get_party (network, council)->placed && !get_party (network, council)->pinned);
  g_assert_cmpint (coalition_network_find_party (network, "nobody"), ==, -1);
  g_assert_cmpint (coalition_network_find_party (network, NULL), ==, -1);
}

static void
test_ties (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = add (fixture, &coalition_kind_party, "name", "A", NULL);
  g_autofree char *b = add (fixture, &coalition_kind_party, "name", "B", NULL);
  g_autofree char *c = add (fixture, &coalition_kind_party, "name", "C", NULL);
  g_autofree char *first = add (fixture, &coalition_kind_tie, "from", a, "to", b, "kind", "funds", "status", "dormant", "strength", "4", NULL);
  g_autofree char *second = add (fixture, &coalition_kind_tie, "from", b, "to", a, "kind", "knows", NULL);
  g_autofree char *third = add (fixture, &coalition_kind_tie, "from", b, "to", c, "kind", "plays chess with", "direction", "mutual", NULL);
  g_autofree char *fourth = add (fixture, &coalition_kind_tie, "from", c, "to", a, "kind", "knows", "direction", "forward",
                                 "status", "prospective", NULL);
  g_autoptr (CoalitionNetwork) network = coalition_network_new (fixture->campaign);
  const CoalitionNetworkParty *parties = coalition_network_get_parties (network, NULL);
  guint n_ties, n_of;
  const guint *of;

  coalition_network_get_ties (network, &n_ties);
  g_assert_cmpuint (n_ties, ==, 4);
  g_assert_cmpstr (parties[get_tie (network, first)->from].id, ==, a);
  g_assert_cmpstr (parties[get_tie (network, first)->to].id, ==, b);
  g_assert_cmpint (get_tie (network, first)->family, ==, COALITION_TIE_POWER);
  g_assert_cmpint (get_tie (network, first)->status, ==, COALITION_TIE_DORMANT);
  g_assert_cmpint (get_tie (network, first)->strength, ==, 4);
  g_assert_false (get_tie (network, first)->mutual);
  g_assert_cmpuint (get_tie (network, first)->siblings, ==, 2);
  g_assert_cmpuint (get_tie (network, second)->siblings, ==, 2);
  g_assert_cmpuint (get_tie (network, first)->rank + get_tie (network, second)->rank, ==, 1);
  g_assert_true (get_tie (network, second)->mutual);
  g_assert_cmpint (get_tie (network, second)->status, ==, COALITION_TIE_ACTIVE);
  g_assert_cmpint (get_tie (network, second)->strength, ==, 2);
  g_assert_cmpint (get_tie (network, third)->family, ==, COALITION_TIE_KNOWS);
  g_assert_true (get_tie (network, third)->mutual);
  g_assert_cmpuint (get_tie (network, third)->siblings, ==, 1);
  g_assert_false (get_tie (network, fourth)->mutual);
  g_assert_cmpint (get_tie (network, fourth)->status, ==, COALITION_TIE_PROSPECTIVE);

  of = coalition_network_get_ties_of (network, coalition_network_find_party (network, b), &n_of);
  g_assert_cmpuint (n_of, ==, 3);
  for (guint i = 0; i < n_of; i++)
    g_assert_cmpint (of[i], !=, coalition_network_find_tie (network, fourth));
  of = coalition_network_get_ties_of (network, coalition_network_find_party (network, c), &n_of);
  g_assert_cmpuint (n_of, ==, 2);
}

/* The latest judgement counts; one without a date is older than any. */
static void
test_gatekeepers (Fixture *fixture, gconstpointer data)
{
  g_autofree char *was = add (fixture, &coalition_kind_party, "name", "Was one", NULL);
  g_autofree char *is = add (fixture, &coalition_kind_party, "name", "Is one", NULL);
  g_autofree char *trusted = add (fixture, &coalition_kind_party, "name", "Trusted", NULL);
  g_autoptr (CoalitionNetwork) network = NULL;

  g_free (add (fixture, &coalition_kind_judgement, "party", was, "aspect", "gatekeeper", "value", "0", "judged_on", "2026-05-02", NULL));
  g_free (add (fixture, &coalition_kind_judgement, "party", was, "aspect", "gatekeeper", "value", "1", "judged_on", "2026-05-01", NULL));
  g_free (add (fixture, &coalition_kind_judgement, "party", is, "aspect", "gatekeeper", "value", "1", "judged_on", "2025", NULL));
  g_free (add (fixture, &coalition_kind_judgement, "party", is, "aspect", "gatekeeper", "value", "0", NULL));
  g_free (add (fixture, &coalition_kind_judgement, "party", trusted, "aspect", "people-trust", "value", "5", NULL));
  network = coalition_network_new (fixture->campaign);
  g_assert_cmpint (get_party (network, was)->marks, ==, 0);
  g_assert_cmpint (get_party (network, is)->marks, ==, COALITION_MARK_GATEKEEPER);
  g_assert_cmpint (get_party (network, trusted)->marks, ==, 0);
}

static void
test_agreements (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *status, *review_due, *end; gboolean late, counts; } cases[] = {
    { "active", "2026-11-20", NULL, TRUE, TRUE },
    { "agreed", "2026-01", NULL, TRUE, TRUE },
    { "review", "2025", NULL, TRUE, TRUE },
    { "active", "2026-11-21", NULL, FALSE, TRUE }, /* today is not late */
    { "active", "2026-11", NULL, FALSE, TRUE },    /* nor is this month before it is over */
    { "draft", "2026-01-01", NULL, FALSE, TRUE },
    { "ended", "2026-01-01", NULL, FALSE, FALSE },
    { "active", "2026-01-01", "2026-06-30", FALSE, FALSE },
    { "active", "2026-01-01", "2026", TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *a = add (fixture, &coalition_kind_party, "name", "A", NULL);
      g_autofree char *b = add (fixture, &coalition_kind_party, "name", "B", NULL);
      g_autofree char *tie = add (fixture, &coalition_kind_tie, "from", b, "to", a, NULL);
      g_autofree char *agreement = add (fixture, &coalition_kind_agreement, "name", "Rooms", "status", cases[i].status,
                                        "review_due", cases[i].review_due, cases[i].end != NULL ? "end" : NULL, cases[i].end, NULL);
      g_autoptr (CoalitionNetwork) network = NULL;

      g_free (add (fixture, &coalition_kind_agreement_party, "agreement", agreement, "party", a, NULL));
      g_free (add (fixture, &coalition_kind_agreement_party, "agreement", agreement, "party", b, NULL));
      g_free (add (fixture, &coalition_kind_agreement_party, "agreement", agreement, "party", b, NULL));
      network = coalition_network_new (fixture->campaign);
      g_assert_cmpint (get_party (network, a)->marks, ==, cases[i].late ? COALITION_MARK_REVIEW_LATE : 0);
      g_assert_cmpint (get_party (network, b)->marks, ==, cases[i].late ? COALITION_MARK_REVIEW_LATE : 0);
      g_assert_cmpuint (get_tie (network, tie)->agreements, ==, cases[i].counts);
    }
}

/* A snapshot stays what it was. */
static void
test_immutable (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = add (fixture, &coalition_kind_party, "name", "Before", NULL);
  g_autoptr (CoalitionNetwork) network = coalition_network_new (fixture->campaign);
  g_autoptr (CoalitionNetwork) other = NULL;
  CoalitionCommand *command = coalition_command_new ("Rename", NULL);
  g_autoptr (GError) error = NULL;

  coalition_command_set_text (command, &coalition_kind_party, a, "name", "After");
  coalition_campaign_run (fixture->campaign, command, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_party (network, a)->name, ==, "Before");
  other = coalition_network_new (fixture->campaign);
  g_assert_cmpstr (get_party (other, a)->name, ==, "After");
}

static void
test_families (void)
{
  g_assert_cmpint (coalition_tie_family_for_kind (NULL), ==, COALITION_TIE_KNOWS);
  g_assert_cmpint (coalition_tie_family_for_kind ("project"), ==, COALITION_TIE_WORKS);
  g_assert_cmpint (coalition_tie_family_for_kind ("serves"), ==, COALITION_TIE_BELONGS);
  g_assert_cmpint (coalition_tie_family_for_kind ("reports"), ==, COALITION_TIE_POWER);
  g_assert_cmpint (coalition_tie_family_for_kind ("opposes"), ==, COALITION_TIE_OPPOSES);
  g_assert_cmpint (coalition_tie_family_for_kind ("sings with"), ==, COALITION_TIE_KNOWS);
  g_assert_false (coalition_tie_kind_is_mutual (NULL));
  g_assert_true (coalition_tie_kind_is_mutual ("knows"));
  g_assert_false (coalition_tie_kind_is_mutual ("funds"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/network/parties", Fixture, NULL, fixture_set_up, test_parties, fixture_tear_down);
  g_test_add ("/network/ties", Fixture, NULL, fixture_set_up, test_ties, fixture_tear_down);
  g_test_add ("/network/gatekeepers", Fixture, NULL, fixture_set_up, test_gatekeepers, fixture_tear_down);
  g_test_add ("/network/agreements", Fixture, NULL, fixture_set_up, test_agreements, fixture_tear_down);
  g_test_add ("/network/immutable", Fixture, NULL, fixture_set_up, test_immutable, fixture_tear_down);
  g_test_add_func ("/network/families", test_families);

  return g_test_run ();
}
