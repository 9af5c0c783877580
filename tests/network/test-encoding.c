/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "network-fixture.h"

#include "coalition-encoding.h"
#include "coalition-groups.h"

#include <math.h>

static const char *
us_of (Fixture *fixture)
{
  return coalition_record_get_id (coalition_campaign_get_us (fixture->campaign));
}

static CoalitionEncoding *
encode (Fixture *fixture, CoalitionNetwork *network, CoalitionColorBy color_by, const char *record, CoalitionSizeBy size_by)
{
  return coalition_encoding_new (fixture->campaign, network, color_by, color_by == COALITION_COLOR_BY_OWN ? NULL : record,
                                 color_by == COALITION_COLOR_BY_OWN ? record : NULL, size_by, NULL);
}

/* The label of the class of a party, "-" if it is in none. */
static const char *
label_of (CoalitionEncoding *encoding, CoalitionNetwork *network, const char *id)
{
  int class = coalition_encoding_get_class (encoding, index_of (network, id));
  guint n_classes;
  const CoalitionColorClass *classes = coalition_encoding_get_classes (encoding, &n_classes);

  g_assert_cmpint (class, <, (int) n_classes);

  return class >= 0 ? classes[class].label : "-";
}

static void
test_level (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CoalitionNetwork) network = coalition_network_new (fixture->campaign);
  g_autoptr (CoalitionEncoding) encoding = coalition_encoding_new_for_view (fixture->campaign, network, NULL);
  g_autofree char *text = coalition_encoding_dup_size_text (encoding, 0);
  guint n_classes;

  coalition_encoding_get_classes (encoding, &n_classes);
  g_assert_cmpuint (n_classes, ==, 0);
  g_assert_cmpint (coalition_encoding_get_color_by (encoding), ==, COALITION_COLOR_BY_LEVEL);
  g_assert_cmpint (coalition_encoding_get_class (encoding, 0), ==, -1);
  g_assert_cmpfloat (coalition_encoding_get_size (encoding, 0), ==, -1);
  g_assert_null (text);
  g_assert_false (coalition_view_needs_measures (fixture->campaign));
}

/* Eight kinds have names, in the order of the choices and then of the alphabet; the rarest are others. */
static void
test_kind (Fixture *fixture, gconstpointer data)
{
  static const char *const kinds[] = { "union", "school", "police", "funder", "media", "business", "council", "choir" };
  g_autofree char *rare = add (fixture, &coalition_kind_party, "name", "Rare", "kind", "zoo", NULL);
  g_autofree char *none = add (fixture, &coalition_kind_party, "name", "None", NULL);
  g_autoptr (CoalitionNetwork) network = NULL;
  g_autoptr (CoalitionEncoding) encoding = NULL;
  const CoalitionColorClass *classes;
  guint n_classes;

  for (guint i = 0; i < 2 * G_N_ELEMENTS (kinds); i++)
    g_free (add (fixture, &coalition_kind_party, "name", "P", "kind", kinds[i / 2], NULL));
  network = coalition_network_new (fixture->campaign);
  encoding = encode (fixture, network, COALITION_COLOR_BY_KIND, NULL, COALITION_SIZE_BY_NOTHING);
  classes = coalition_encoding_get_classes (encoding, &n_classes);
  g_assert_cmpuint (n_classes, ==, 9);
  g_assert_cmpint (coalition_encoding_get_scale (encoding), ==, COALITION_SCALE_NAMES);
  g_assert_cmpstr (coalition_encoding_get_color_title (encoding), ==, "Kind");
  g_assert_cmpstr (classes[0].label, ==, "Union");
  g_assert_cmpuint (classes[0].n_parties, ==, 2);
  g_assert_cmpstr (classes[1].label, ==, "School");
  g_assert_cmpstr (classes[7].label, ==, "choir");
  g_assert_cmpstr (classes[8].label, ==, "Other");
  g_assert_cmpuint (classes[8].rank, ==, 8);
  g_assert_cmpuint (classes[8].n_parties, ==, 1);
  g_assert_cmpstr (label_of (encoding, network, rare), ==, "Other");
  g_assert_cmpstr (label_of (encoding, network, none), ==, "-");
}

static void
test_tag_and_constituency (Fixture *fixture, gconstpointer data)
{
  g_autofree char *workers = add (fixture, &coalition_kind_constituency, "name", "Workers", NULL);
  g_autofree char *a = add (fixture, &coalition_kind_party, "name", "A", "constituency", workers, NULL);
  g_autofree char *b = add (fixture, &coalition_kind_party, "name", "B", NULL);
  g_autofree char *zebra = add (fixture, &coalition_kind_tag, "name", "Zebra", NULL);
  g_autofree char *apple = add (fixture, &coalition_kind_tag, "name", "apple", NULL);
  g_autoptr (CoalitionNetwork) network = NULL;
  g_autoptr (CoalitionEncoding) by_tag = NULL, by_constituency = NULL;

  g_free (add (fixture, &coalition_kind_party_tag, "party", a, "tag", zebra, NULL));
  g_free (add (fixture, &coalition_kind_party_tag, "party", a, "tag", apple, NULL));
  g_free (add (fixture, &coalition_kind_party_tag, "party", b, "tag", zebra, NULL));
  network = coalition_network_new (fixture->campaign);
  by_tag = encode (fixture, network, COALITION_COLOR_BY_TAG, NULL, COALITION_SIZE_BY_NOTHING);
  by_constituency = encode (fixture, network, COALITION_COLOR_BY_CONSTITUENCY, NULL, COALITION_SIZE_BY_NOTHING);
  g_assert_cmpstr (label_of (by_tag, network, a), ==, "apple");
  g_assert_cmpstr (label_of (by_tag, network, b), ==, "Zebra");
  g_assert_cmpstr (label_of (by_tag, network, us_of (fixture)), ==, "-");
  g_assert_cmpstr (label_of (by_constituency, network, a), ==, "Workers");
  g_assert_cmpstr (label_of (by_constituency, network, b), ==, "-");
}

static void
test_stance_and_trust (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = add (fixture, &coalition_kind_party, "name", "A", NULL);
  g_autofree char *b = add (fixture, &coalition_kind_party, "name", "B", NULL);
  g_autofree char *heat = add (fixture, &coalition_kind_issue, "name", "Heat", NULL);
  g_autoptr (CoalitionNetwork) network = NULL;
  g_autoptr (CoalitionEncoding) whole = NULL, on_issue = NULL, trust = NULL;
  const CoalitionColorClass *classes;
  guint n_classes;

  g_free (add (fixture, &coalition_kind_judgement, "party", a, "aspect", "stance", "value", "5", "judged_on", "2026-02", NULL));
  g_free (add (fixture, &coalition_kind_judgement, "party", a, "aspect", "stance", "value", "1", "judged_on", "2026-01", NULL));
  g_free (add (fixture, &coalition_kind_judgement, "party", b, "aspect", "stance", "value", "2", "issue", heat, NULL));
  g_free (add (fixture, &coalition_kind_judgement, "party", b, "aspect", "our-trust", "value", "0", NULL));
  network = coalition_network_new (fixture->campaign);
  whole = encode (fixture, network, COALITION_COLOR_BY_STANCE, NULL, COALITION_SIZE_BY_NOTHING);
  on_issue = encode (fixture, network, COALITION_COLOR_BY_STANCE, heat, COALITION_SIZE_BY_NOTHING);
  trust = encode (fixture, network, COALITION_COLOR_BY_TRUST, NULL, COALITION_SIZE_BY_NOTHING);

  g_assert_cmpint (coalition_encoding_get_scale (whole), ==, COALITION_SCALE_OPPOSITES);
  g_assert_cmpstr (coalition_encoding_get_color_title (whole), ==, "Stance");
  g_assert_cmpstr (coalition_encoding_get_color_title (on_issue), ==, "Stance on Heat");
  g_assert_cmpstr (label_of (whole, network, a), ==, "Champion");
  g_assert_cmpstr (label_of (whole, network, b), ==, "-");
  g_assert_cmpstr (label_of (on_issue, network, a), ==, "-");
  g_assert_cmpstr (label_of (on_issue, network, b), ==, "Leaning against");
  classes = coalition_encoding_get_classes (on_issue, &n_classes);
  g_assert_cmpuint (n_classes, ==, 5);
  g_assert_cmpfloat (classes[0].position, ==, 0);
  g_assert_cmpfloat (classes[2].position, ==, 0.5);
  g_assert_cmpfloat (classes[4].position, ==, 1);
  g_assert_cmpuint (classes[1].n_parties, ==, 1);
  g_assert_cmpuint (classes[2].n_parties, ==, 0);
  g_assert_cmpint (coalition_encoding_get_scale (trust), ==, COALITION_SCALE_STEPS);
  g_assert_cmpstr (label_of (trust, network, b), ==, "No trust");
  g_assert_cmpstr (label_of (trust, network, a), ==, "-");
}

static void
test_status (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *one, *other, *label; } cases[] = {
    { "active", "dormant", "Active" }, { "dormant", "prospective", "Prospective" }, { "dormant", "ended", "Dormant" },
    { "ended", "ended", "No tie with us" },
  };
  g_autofree char *none = add (fixture, &coalition_kind_party, "name", "None", NULL);
  g_autoptr (CoalitionNetwork) network = NULL;
  g_autoptr (CoalitionEncoding) encoding = NULL;
  char *parties[G_N_ELEMENTS (cases)];

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      parties[i] = add (fixture, &coalition_kind_party, "name", "P", NULL);
      g_free (add (fixture, &coalition_kind_tie, "from", parties[i], "to", us_of (fixture), "status", cases[i].one, NULL));
      g_free (add (fixture, &coalition_kind_tie, "from", us_of (fixture), "to", parties[i], "status", cases[i].other, NULL));
      g_free (add (fixture, &coalition_kind_tie, "from", none, "to", parties[i], NULL));
    }
  network = coalition_network_new (fixture->campaign);
  encoding = encode (fixture, network, COALITION_COLOR_BY_STATUS, NULL, COALITION_SIZE_BY_NOTHING);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpstr (label_of (encoding, network, parties[i]), ==, cases[i].label);
      g_free (parties[i]);
    }
  g_assert_cmpstr (label_of (encoding, network, none), ==, "No tie with us");
  g_assert_cmpstr (label_of (encoding, network, us_of (fixture)), ==, "-");
}

static void
test_own (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = add (fixture, &coalition_kind_own_field, "name", "Ward", "kind", "party", "type", "text", NULL);
  g_autofree char *number = add (fixture, &coalition_kind_own_field, "name", "Members", "kind", "party", "type", "number", NULL);
  g_autofree char *date = add (fixture, &coalition_kind_own_field, "name", "Founded", "kind", "party", "type", "date", NULL);
  g_autofree char *yes_no = add (fixture, &coalition_kind_own_field, "name", "Asked", "kind", "party", "type", "yes-no", NULL);
  g_autoptr (CoalitionNetwork) network = NULL;
  g_autoptr (CoalitionEncoding) by_text = NULL, by_number = NULL, by_date = NULL, by_yes_no = NULL, by_gone = NULL;
  const CoalitionColorClass *classes;
  char *parties[11];
  guint n_classes;

  for (guint i = 0; i < 11; i++)
    {
      g_autofree char *value = g_strdup_printf ("%u", i * 10);

      parties[i] = add (fixture, &coalition_kind_party, "name", "P", NULL);
      set_own (fixture, number, parties[i], value);
      set_own (fixture, text, parties[i], i < 4 ? "North" : "South");
      set_own (fixture, date, parties[i], i < 4 ? "1999-05" : "2010");
      set_own (fixture, yes_no, parties[i], i < 4 ? "yes" : i < 8 ? "1" : "no");
    }
  network = coalition_network_new (fixture->campaign);
  by_text = encode (fixture, network, COALITION_COLOR_BY_OWN, text, COALITION_SIZE_BY_NOTHING);
  by_number = encode (fixture, network, COALITION_COLOR_BY_OWN, number, COALITION_SIZE_BY_NOTHING);
  by_date = encode (fixture, network, COALITION_COLOR_BY_OWN, date, COALITION_SIZE_BY_NOTHING);
  by_yes_no = encode (fixture, network, COALITION_COLOR_BY_OWN, yes_no, COALITION_SIZE_BY_NOTHING);
  by_gone = encode (fixture, network, COALITION_COLOR_BY_OWN, "gone", COALITION_SIZE_BY_NOTHING);

  g_assert_cmpstr (coalition_encoding_get_color_title (by_text), ==, "Ward");
  g_assert_cmpstr (label_of (by_text, network, parties[3]), ==, "North");
  g_assert_cmpstr (label_of (by_text, network, parties[4]), ==, "South");
  classes = coalition_encoding_get_classes (by_number, &n_classes);
  g_assert_cmpuint (n_classes, ==, 5); /* 0 to 100 in steps of 20 */
  g_assert_cmpint (coalition_encoding_get_scale (by_number), ==, COALITION_SCALE_STEPS);
  g_assert_cmpstr (classes[0].label, ==, "0 to 20");
  g_assert_cmpstr (label_of (by_number, network, parties[1]), ==, "0 to 20");
  g_assert_cmpstr (label_of (by_number, network, parties[2]), ==, "20 to 40");
  g_assert_cmpstr (label_of (by_number, network, parties[10]), ==, "80 to 100");
  g_assert_cmpstr (label_of (by_date, network, parties[0]), ==, "1999");
  coalition_encoding_get_classes (by_date, &n_classes);
  g_assert_cmpuint (n_classes, ==, 2);
  g_assert_cmpstr (label_of (by_yes_no, network, parties[0]), ==, "yes");
  g_assert_cmpstr (label_of (by_yes_no, network, parties[5]), ==, "yes");
  coalition_encoding_get_classes (by_yes_no, &n_classes);
  g_assert_cmpuint (n_classes, ==, 2);
  coalition_encoding_get_classes (by_gone, &n_classes);
  g_assert_cmpuint (n_classes, ==, 0);
  for (guint i = 0; i < 11; i++)
    g_free (parties[i]);
}

static void
test_sizes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *tenants = add (fixture, &coalition_kind_constituency, "name", "Tenants", NULL);
  g_autofree char *a = add (fixture, &coalition_kind_party, "name", "A", "level", "affected", "constituency", tenants, NULL);
  g_autofree char *b = add (fixture, &coalition_kind_party, "name", "B", "constituency", tenants, NULL);
  g_autofree char *c = add (fixture, &coalition_kind_party, "name", "C", NULL);
  g_autofree char *heat = add (fixture, &coalition_kind_issue, "name", "Heat", NULL);
  g_autoptr (CoalitionNetwork) network = NULL;
  g_autoptr (CoalitionEncoding) degree = NULL, influence = NULL, voices = NULL;
  g_autofree char *words = NULL;
  double least, most;

  for (guint i = 0; i < 4; i++)
    g_free (add (fixture, &coalition_kind_tie, "from", a, "to", i < 2 ? b : i == 2 ? c : us_of (fixture), NULL));
  g_free (add (fixture, &coalition_kind_tie, "from", c, "to", b, "status", "ended", NULL));
  g_free (add (fixture, &coalition_kind_judgement, "party", a, "aspect", "influence", "value", "1", NULL));
  g_free (add (fixture, &coalition_kind_judgement, "party", a, "aspect", "influence", "value", "4", "issue", heat, NULL));
  g_free (add (fixture, &coalition_kind_judgement, "party", b, "aspect", "influence", "value", "0", NULL));
  g_free (add (fixture, &coalition_kind_voice, "said", "It is cold", "speaker", a, "constituency", tenants, NULL));
  g_free (add (fixture, &coalition_kind_voice, "said", "Very cold", "constituency", tenants, "cases", "8", NULL));
  g_free (add (fixture, &coalition_kind_voice, "said", "Cold", "speaker", b, NULL));
  network = coalition_network_new (fixture->campaign);

  degree = encode (fixture, network, COALITION_COLOR_BY_LEVEL, NULL, COALITION_SIZE_BY_DEGREE);
  coalition_encoding_get_size_range (degree, &least, &most);
  g_assert_cmpfloat (least, ==, 1);
  g_assert_cmpfloat (most, ==, 3); /* two ties with B count once */
  g_assert_cmpfloat (coalition_encoding_get_size (degree, index_of (network, a)), ==, 1);
  g_assert_cmpfloat (coalition_encoding_get_size (degree, index_of (network, c)), ==, 0);
  words = coalition_encoding_dup_size_text (degree, index_of (network, a));
  g_assert_cmpstr (words, ==, "tied to 3 parties");

  influence = encode (fixture, network, COALITION_COLOR_BY_STANCE, heat, COALITION_SIZE_BY_INFLUENCE);
  coalition_encoding_get_size_range (influence, &least, &most);
  g_assert_cmpfloat (least, ==, 0);
  g_assert_cmpfloat (most, ==, 4);
  g_assert_cmpfloat (coalition_encoding_get_size (influence, index_of (network, c)), ==, -1);

  voices = encode (fixture, network, COALITION_COLOR_BY_LEVEL, NULL, COALITION_SIZE_BY_VOICES);
  coalition_encoding_get_size_range (voices, &least, &most);
  g_assert_cmpfloat (least, ==, 0);
  g_assert_cmpfloat (most, ==, 9); /* 1 of their own, 8 of the constituency, each once */
  g_assert_cmpfloat_with_epsilon (coalition_encoding_get_size (voices, index_of (network, b)), 1 / 3.0, 1e-12); /* root of 1 of 9 */
}

static void
test_measures (Fixture *fixture, gconstpointer data)
{
  const char *view = coalition_record_get_id (coalition_campaign_get_view (fixture->campaign));
  g_autofree char *a = add (fixture, &coalition_kind_party, "name", "A", NULL);
  g_autofree char *b = add (fixture, &coalition_kind_party, "name", "B", NULL);
  g_autofree char *c = add (fixture, &coalition_kind_party, "name", "C", NULL);
  g_autofree char *words = NULL;
  g_autoptr (CoalitionNetwork) network = NULL;
  g_autoptr (CoalitionMeasures) measures = NULL;
  g_autoptr (CoalitionEncoding) before = NULL, after = NULL;
  guint n_classes;

  g_free (add (fixture, &coalition_kind_tie, "from", a, "to", b, NULL));
  g_free (add (fixture, &coalition_kind_tie, "from", b, "to", c, NULL));
  set_text (fixture, &coalition_kind_view, view, "colour_by", "community");
  g_assert_true (coalition_view_needs_measures (fixture->campaign));
  set_text (fixture, &coalition_kind_view, view, "size_by", "betweenness");
  network = coalition_network_new (fixture->campaign);
  before = coalition_encoding_new_for_view (fixture->campaign, network, NULL);
  coalition_encoding_get_classes (before, &n_classes);
  g_assert_cmpuint (n_classes, ==, 0);
  g_assert_cmpfloat (coalition_encoding_get_size (before, 0), ==, -1);
  measures = coalition_measures_compute (network, NULL, NULL);
  after = coalition_encoding_new_for_view (fixture->campaign, network, measures);
  g_assert_cmpstr (label_of (after, network, a), ==, "Around B");
  g_assert_cmpstr (label_of (after, network, us_of (fixture)), ==, "-");
  g_assert_cmpfloat (coalition_encoding_get_size (after, index_of (network, b)), ==, 1);
  words = coalition_encoding_dup_size_text (after, index_of (network, b));
  g_assert_cmpstr (words, ==, "on 33.3\u00a0% of the shortest paths"); /* one of three pairs of others */
}

/* A group has the class that all its members share. */
static void
test_collapsed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = add (fixture, &coalition_kind_party, "name", "A", "kind", "union", "level", "affected", NULL);
  g_autofree char *b = add (fixture, &coalition_kind_party, "name", "B", "kind", "union", "level", "affected", NULL);
  g_autoptr (CoalitionNetwork) network = coalition_network_new (fixture->campaign), collapsed = NULL;
  g_autoptr (GPtrArray) groups = coalition_groups_parse ("[\"level:affected\"]", fixture->campaign, network);
  g_autoptr (CoalitionEncoding) same = NULL, differ = NULL;

  collapsed = coalition_network_collapse (network, groups);
  same = encode (fixture, collapsed, COALITION_COLOR_BY_KIND, NULL, COALITION_SIZE_BY_VOICES);
  g_assert_cmpstr (label_of (same, collapsed, "level:affected"), ==, "Union");
  set_text (fixture, &coalition_kind_party, b, "kind", "school");
  differ = encode (fixture, collapsed, COALITION_COLOR_BY_KIND, NULL, COALITION_SIZE_BY_NOTHING);
  g_assert_cmpstr (label_of (differ, collapsed, "level:affected"), ==, "-");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define TEST(name_, test_) g_test_add ("/encoding/" name_, Fixture, NULL, fixture_set_up, test_, fixture_tear_down)
  TEST ("level", test_level);
  TEST ("kind", test_kind);
  TEST ("tag-and-constituency", test_tag_and_constituency);
  TEST ("stance-and-trust", test_stance_and_trust);
  TEST ("status", test_status);
  TEST ("own", test_own);
  TEST ("sizes", test_sizes);
  TEST ("measures", test_measures);
  TEST ("collapsed", test_collapsed);

  return g_test_run ();
}
