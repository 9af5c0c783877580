/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "network-fixture.h"

#include "coalition-groups.h"

typedef struct {
  char *a, *b, *c, *d;
  char *forum, *tag, *newcomers;
} Parties;

/* Two tenant associations A and B (newcomers), a union C, a school D; A and C meet in a forum; A and D are tagged. */
static void
make_parties (Fixture *fixture, Parties *parties)
{
  parties->newcomers = add (fixture, &coalition_kind_constituency, "name", "Newcomers", NULL);
  parties->a = add (fixture, &coalition_kind_party, "name", "A", "kind", "tenant-association", "level", "affected", "constituency", parties->newcomers, NULL);
  parties->b = add (fixture, &coalition_kind_party, "name", "B", "kind", "tenant-association", "level", "affected", "constituency", parties->newcomers, NULL);
  parties->c = add (fixture, &coalition_kind_party, "name", "C", "kind", "union", "decision_maker", "yes", NULL);
  parties->d = add (fixture, &coalition_kind_party, "name", "D", "kind", "school", NULL);
  parties->forum = add (fixture, &coalition_kind_forum, "name", "Lunch", NULL);
  parties->tag = add (fixture, &coalition_kind_tag, "name", "Quay", NULL);
  g_free (add (fixture, &coalition_kind_forum_member, "forum", parties->forum, "party", parties->a, NULL));
  g_free (add (fixture, &coalition_kind_forum_member, "forum", parties->forum, "party", parties->c, NULL));
  g_free (add (fixture, &coalition_kind_party_tag, "tag", parties->tag, "party", parties->a, NULL));
  g_free (add (fixture, &coalition_kind_party_tag, "tag", parties->tag, "party", parties->d, NULL));
}

static void
free_parties (Parties *parties)
{
  g_free (parties->a);
  g_free (parties->b);
  g_free (parties->c);
  g_free (parties->d);
  g_free (parties->forum);
  g_free (parties->tag);
  g_free (parties->newcomers);
}

static const CoalitionGroup *
find_group (GPtrArray *groups, const char *id)
{
  for (guint i = 0; i < groups->len; i++)
    if (g_str_equal (((CoalitionGroup *) groups->pdata[i])->id, id))
      return groups->pdata[i];

  return NULL;
}

static void
assert_group (GPtrArray *groups, const char *id, const char *name, guint n_members)
{
  const CoalitionGroup *group = find_group (groups, id);

  g_assert_nonnull (group);
  g_assert_cmpstr (group->name, ==, name);
  g_assert_cmpuint (group->members->len, ==, n_members);
}

static void
test_text (void)
{
  const char *const ids[] = { "kind:union", "tag:1 \"2\"", "kind:union", NULL };
  g_autofree char *text = coalition_groups_to_text (ids), *none = coalition_groups_to_text (NULL);
  g_auto (GStrv) read = coalition_groups_list_ids (text), of_none = coalition_groups_list_ids (NULL);
  static const char *const bad[] = { "[1, {}, \"ok\"]", "{}", "[", "" };

  g_assert_null (none);
  g_assert_cmpuint (g_strv_length (of_none), ==, 0);
  g_assert_cmpuint (g_strv_length (read), ==, 2);
  g_assert_cmpstr (read[0], ==, "kind:union");
  g_assert_cmpstr (read[1], ==, "tag:1 \"2\"");
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_auto (GStrv) list = coalition_groups_list_ids (bad[i]);

      g_assert_cmpuint (g_strv_length (list), <=, 1);
    }
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  Parties p;
  g_autoptr (CoalitionNetwork) network = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_autofree char *tag = NULL, *constituency = NULL;

  make_parties (fixture, &p);
  network = coalition_network_new (fixture->campaign);
  groups = coalition_groups_list (fixture->campaign, network);
  tag = g_strconcat ("tag:", p.tag, NULL);
  constituency = g_strconcat ("constituency:", p.newcomers, NULL);
  assert_group (groups, p.forum, "Lunch", 2);
  assert_group (groups, "kind:tenant-association", "Tenant association", 2);
  assert_group (groups, tag, "Quay", 2);
  assert_group (groups, constituency, "Newcomers", 2);
  assert_group (groups, "level:affected", "Affected people", 2);
  assert_group (groups, "level:organization", "Organization", 3); /* C, D and we */
  g_assert_null (find_group (groups, "kind:union"));              /* one alone is no group */
  g_assert_cmpuint (groups->len, ==, 6);
  free_parties (&p);
}

static void
test_parse (Fixture *fixture, gconstpointer data)
{
  Parties p;
  g_autoptr (CoalitionNetwork) network = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_autofree char *text = NULL, *chosen = NULL, *own = NULL, *field = NULL;

  make_parties (fixture, &p);
  field = add (fixture, &coalition_kind_own_field, "name", "Ward", "kind", "party", "type", "text", NULL);
  set_own (fixture, field, p.b, "North");
  chosen = g_strdup_printf ("chosen:%s,%s,gone,%s", p.a, p.c, p.d);
  own = g_strdup_printf ("own:%s:North", field);
  {
    const char *const ids[] = { "kind:tenant-association", "kind:union", chosen, "tag:gone", own, "strange", NULL };

    text = coalition_groups_to_text (ids);
  }
  network = coalition_network_new (fixture->campaign);
  groups = coalition_groups_parse (text, fixture->campaign, network);
  g_assert_cmpuint (groups->len, ==, 2);
  assert_group (groups, "kind:tenant-association", "Tenant association", 2);
  assert_group (groups, chosen, "A and 2 more", 2); /* A belongs to the first group */
  free_parties (&p);
}

static void
test_collapse (Fixture *fixture, gconstpointer data)
{
  Parties p;
  const char *us = coalition_record_get_id (coalition_campaign_get_us (fixture->campaign));
  g_autoptr (CoalitionNetwork) network = NULL, collapsed = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_autofree char *inner = NULL, *first = NULL, *second = NULL, *other = NULL, *prospective = NULL, *outer = NULL, *outer2 = NULL;
  const CoalitionNetworkParty *group;
  const CoalitionNetworkForum *forum;
  const CoalitionNetworkTie *tie;
  const char *const *ids;
  guint n;

  make_parties (fixture, &p);
  inner = add (fixture, &coalition_kind_tie, "from", p.a, "to", p.b, NULL);
  first = add (fixture, &coalition_kind_tie, "from", p.a, "to", p.c, "kind", "funds", "strength", "1", NULL);
  second = add (fixture, &coalition_kind_tie, "from", p.c, "to", p.b, "kind", "reports", "strength", "3", NULL);
  other = add (fixture, &coalition_kind_tie, "from", p.b, "to", p.c, "kind", "opposes", NULL);
  prospective = add (fixture, &coalition_kind_tie, "from", p.b, "to", p.c, "kind", "funds", "status", "prospective", NULL);
  outer = add (fixture, &coalition_kind_tie, "from", p.c, "to", p.d, NULL);
  outer2 = add (fixture, &coalition_kind_tie, "from", p.c, "to", p.d, NULL);
  place (fixture, p.a, 0, 0, FALSE);
  place (fixture, p.b, 100, 50, TRUE);
  network = coalition_network_new (fixture->campaign);
  groups = coalition_groups_parse ("[\"kind:tenant-association\"]", fixture->campaign, network);
  collapsed = coalition_network_collapse (network, groups);

  coalition_network_get_parties (collapsed, &n);
  g_assert_cmpuint (n, ==, 4); /* the group, C, D, we */
  group = get_party (collapsed, "kind:tenant-association");
  g_assert_cmpstr (group->name, ==, "Tenant association");
  g_assert_cmpuint (group->members, ==, 2);
  g_assert_cmpfloat (group->x, ==, 50);
  g_assert_cmpfloat (group->y, ==, 25);
  g_assert_true (group->placed && group->pinned);
  g_assert_cmpint (group->level, ==, COALITION_LEVEL_AFFECTED);
  g_assert_cmpstr (group->kind, ==, "tenant-association");
  ids = coalition_network_get_member_ids (collapsed, index_of (collapsed, "kind:tenant-association"));
  g_assert_cmpstr (ids[0], ==, p.a);
  g_assert_cmpstr (ids[1], ==, p.b);
  g_assert_null (ids[2]);
  ids = coalition_network_get_member_ids (collapsed, index_of (collapsed, p.c));
  g_assert_cmpstr (ids[0], ==, p.c);
  g_assert_null (ids[1]);
  g_assert_cmpint (coalition_network_get_us (collapsed), ==, (int) index_of (collapsed, us));

  coalition_network_get_ties (collapsed, &n);
  g_assert_cmpuint (n, ==, 5);
  g_assert_cmpint (coalition_network_find_tie (collapsed, inner), ==, -1);
  g_assert_cmpint (coalition_network_find_tie (collapsed, second), ==, -1);
  tie = get_tie (collapsed, first); /* with the second joined to it, the other way round and of another kind */
  g_assert_cmpuint (tie->joined, ==, 2);
  g_assert_cmpint (tie->strength, ==, 3);
  g_assert_true (tie->mutual);
  g_assert_null (tie->kind);
  g_assert_cmpuint (tie->siblings, ==, 3);
  g_assert_cmpuint (get_tie (collapsed, other)->joined, ==, 1);
  g_assert_cmpint (get_tie (collapsed, prospective)->status, ==, COALITION_TIE_PROSPECTIVE);
  g_assert_cmpuint (get_tie (collapsed, outer)->joined, ==, 1); /* ties between two that are not groups stay two */
  g_assert_cmpuint (get_tie (collapsed, outer2)->joined, ==, 1);

  forum = coalition_network_get_forums (collapsed, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (forum->n_members, ==, 2);
  g_assert_cmpuint (forum->members[0], ==, index_of (collapsed, "kind:tenant-association"));
  free_parties (&p);
}

/* A forum that is collapsed is a party, and no longer an outline around one. */
static void
test_collapse_forum (Fixture *fixture, gconstpointer data)
{
  Parties p;
  g_autoptr (CoalitionNetwork) network = NULL, collapsed = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_autofree char *text = NULL;

  make_parties (fixture, &p);
  text = coalition_groups_to_text ((const char *const[]) { p.forum, NULL });
  network = coalition_network_new (fixture->campaign);
  groups = coalition_groups_parse (text, fixture->campaign, network);
  collapsed = coalition_network_collapse (network, groups);
  g_assert_cmpstr (get_party (collapsed, p.forum)->name, ==, "Lunch");
  g_assert_null (get_party (collapsed, p.forum)->kind);
  g_assert_cmpint (get_party (collapsed, p.forum)->marks, ==, COALITION_MARK_DECIDES);
  g_assert_cmpint (coalition_network_find_forum (collapsed, p.forum), ==, -1);
  free_parties (&p);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/groups/text", test_text);
  g_test_add ("/groups/list", Fixture, NULL, fixture_set_up, test_list, fixture_tear_down);
  g_test_add ("/groups/parse", Fixture, NULL, fixture_set_up, test_parse, fixture_tear_down);
  g_test_add ("/groups/collapse", Fixture, NULL, fixture_set_up, test_collapse, fixture_tear_down);
  g_test_add ("/groups/collapse-forum", Fixture, NULL, fixture_set_up, test_collapse_forum, fixture_tear_down);

  return g_test_run ();
}
