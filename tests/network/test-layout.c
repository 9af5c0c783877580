/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-fixture.h"

#include <math.h>
#include <string.h>

static const CoalitionLayoutKind kinds[] = {
  COALITION_LAYOUT_FREE, COALITION_LAYOUT_LEVELS, COALITION_LAYOUT_RINGS, COALITION_LAYOUT_CIRCLE
};

static const char *const emon_networks[] = { "MtSi", "MtStHelens" };

static LayoutFixture *
open_emon (const char *network)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "emon", NULL);

  return layout_fixture_new_emon (folder, network);
}

/* Every arrangement of networks of many sizes and densities: nothing overlaps. */
static void
test_no_overlaps (void)
{
  for (guint n = 20; n <= 100; n += 80)
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      {
        g_autoptr (LayoutFixture) fixture = layout_fixture_new_random (n, n * (1 + n % 3), n);
        g_autofree CoalitionPlace *places = layout_fixture_compute (fixture, kinds[i], n);

        g_assert_cmpuint (layout_fixture_count_overlaps (fixture, places), ==, 0);
      }
}

static void
test_emon (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (emon_networks); i++)
    {
      g_autoptr (LayoutFixture) fixture = open_emon (emon_networks[i]);
      g_autofree CoalitionPlace *places = layout_fixture_compute (fixture, COALITION_LAYOUT_FREE, 1);

      g_assert_cmpuint (layout_fixture_count_overlaps (fixture, places), ==, 0);
    }
}

static void
test_large (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (LayoutFixture) fixture = layout_fixture_new_random (1100, 2200, 9);
      g_autofree CoalitionPlace *places = layout_fixture_compute (fixture, kinds[i], 1);

      g_assert_cmpuint (layout_fixture_count_overlaps (fixture, places), ==, 0);
    }
}

static void
test_degenerate (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint n = 0; n <= 4; n++)
      for (guint ties = 0; ties <= n; ties++)
        {
          g_autoptr (LayoutFixture) fixture = layout_fixture_new_random (MAX (n, 1), 0, n);
          g_autofree CoalitionPlace *places = NULL;

          /* A tie of a party with itself, two of one pair, and both ways. */
          if (n > 0 && ties > 0)
            layout_fixture_add_tie (fixture, 0, 0);
          for (guint j = 1; j < ties; j++)
            {
              layout_fixture_add_tie (fixture, 0, j);
              layout_fixture_add_tie (fixture, j, 0);
            }
          if (n == 0)
            g_array_set_size (fixture->parties, 0);
          layout_fixture_finish (fixture);
          places = layout_fixture_compute (fixture, kinds[i], 1);
          g_assert_cmpuint (layout_fixture_count_overlaps (fixture, places), ==, 0);
        }
}

static void
test_seed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (LayoutFixture) fixture = layout_fixture_new_random (24, 40, 11);
      g_autofree CoalitionPlace *first = layout_fixture_compute (fixture, kinds[i], 5);
      g_autofree CoalitionPlace *again = layout_fixture_compute (fixture, kinds[i], 5);
      g_autofree CoalitionPlace *other = layout_fixture_compute (fixture, kinds[i], 6);

      g_assert_cmpmem (first, sizeof (CoalitionPlace) * 24, again, sizeof (CoalitionPlace) * 24);
      g_assert_cmpint (memcmp (first, other, sizeof (CoalitionPlace) * 24), !=, 0);
    }
}

/* 150 parties; random ones are pinned, at random and at odd places, and the rest arranged, again and again: whoever may
 * not be moved keeps their place to the last bit, and nobody else overlaps anybody. */
static void
test_pins (void)
{
  g_autoptr (LayoutFixture) fixture = layout_fixture_new_random (150, 225, 21);
  g_autoptr (GRand) random = g_rand_new_with_seed (22);
  CoalitionPlace *places = layout_fixture_compute (fixture, COALITION_LAYOUT_FREE, 1);

  for (guint step = 0; step < 6; step++)
    {
      g_autofree CoalitionPlace *before = NULL;
      const double share = step % 3 == 0 ? 0.95 : step % 3 == 1 ? 0.5 : 0.05;

      for (guint i = 0; i < 150; i++)
        {
          fixture->movable[i] = g_rand_double (random) > share;
          if (!fixture->movable[i] && g_rand_int_range (random, 0, 6) == 0)
            {
              places[i].x += g_rand_double_range (random, -500, 500) / 3;
              places[i].y += g_rand_double_range (random, -500, 500) / 7;
            }
        }
      before = places;
      layout_fixture_place (fixture, places);
      places = layout_fixture_compute (fixture, kinds[step % G_N_ELEMENTS (kinds)], step);
      for (guint i = 0; i < 150; i++)
        if (!fixture->movable[i])
          g_assert_cmpmem (&before[i], sizeof (CoalitionPlace), &places[i], sizeof (CoalitionPlace));
      g_assert_cmpuint (layout_fixture_count_overlaps (fixture, places), ==, 0);
    }
  g_free (places);
}

/* Ten new parties among those that all stay: they find room near those they know. */
static void
test_add_to_fixed (void)
{
  g_autoptr (LayoutFixture) fixture = layout_fixture_new_random (80, 130, 31);
  g_autofree CoalitionPlace *places = layout_fixture_compute (fixture, COALITION_LAYOUT_FREE, 1);
  g_autofree CoalitionPlace *after = NULL;

  layout_fixture_place (fixture, places);
  for (guint i = 0; i < 10; i++)
    layout_fixture_add_tie (fixture, layout_fixture_add_party (fixture, "A new one", i % 3), i * 7);
  layout_fixture_finish (fixture);
  for (guint i = 0; i < 80; i++)
    fixture->movable[i] = FALSE;
  after = layout_fixture_compute (fixture, COALITION_LAYOUT_FREE, 1);
  g_assert_cmpmem (places, sizeof (CoalitionPlace) * 80, after, sizeof (CoalitionPlace) * 80);
  g_assert_cmpuint (layout_fixture_count_overlaps (fixture, after), ==, 0);
  for (guint i = 0; i < 10; i++)
    g_assert_cmpfloat (hypot (after[80 + i].x - after[i * 7].x, after[80 + i].y - after[i * 7].y), <, 900);
}

/* Bands: affected people above connectors above organizations. */
static void
test_levels (void)
{
  for (guint n = 10; n <= 610; n += 200)
    {
      g_autoptr (LayoutFixture) fixture = layout_fixture_new_random (n, n * 3 / 2, n);
      g_autofree CoalitionPlace *places = layout_fixture_compute (fixture, COALITION_LAYOUT_LEVELS, 2);
      const CoalitionNetworkParty *parties = coalition_network_get_parties (fixture->network, NULL);
      double top[3] = { INFINITY, INFINITY, INFINITY }, bottom[3] = { -INFINITY, -INFINITY, -INFINITY };

      for (guint i = 0; i < n; i++)
        {
          top[parties[i].level] = MIN (top[parties[i].level], places[i].y);
          bottom[parties[i].level] = MAX (bottom[parties[i].level], places[i].y);
        }
      g_assert_cmpfloat (bottom[0], <, top[1]);
      g_assert_cmpfloat (bottom[1], <, top[2]);
    }
}

/* Rings: us in the middle, and whom we know nearer than whom only they know. */
static void
test_rings (void)
{
  g_autoptr (LayoutFixture) fixture = layout_fixture_new_random (1, 0, 1);
  g_autofree CoalitionPlace *places = NULL;

  for (guint i = 0; i < 6; i++)
    layout_fixture_add_tie (fixture, 0, layout_fixture_add_party (fixture, "Neighbor", i % 3));
  for (guint i = 0; i < 12; i++)
    layout_fixture_add_tie (fixture, 1 + i % 6, layout_fixture_add_party (fixture, "Their neighbor", i % 3));
  layout_fixture_finish (fixture);
  places = layout_fixture_compute (fixture, COALITION_LAYOUT_RINGS, 1);
  for (guint i = 1; i <= 6; i++)
    for (guint j = 7; j <= 18; j++)
      g_assert_cmpfloat (hypot ((places[i].x - places[0].x) / 1.3, places[i].y - places[0].y), <,
                         hypot ((places[j].x - places[0].x) / 1.3, places[j].y - places[0].y));
}

/* A tree can be drawn without a crossing and a wheel, too; networks of the usual size come near the best that people
 * found by hand. The figures are ceilings that a worse engine would break, not what is reached. */
static void
test_quality (void)
{
  g_autoptr (LayoutFixture) tree = layout_fixture_new_random (1, 0, 1);
  g_autoptr (LayoutFixture) usual = layout_fixture_new_random (31, 49, 1);
  g_autofree CoalitionPlace *places = NULL;
  CoalitionPlace *usual_places;

  for (guint i = 1; i < 40; i++)
    layout_fixture_add_tie (tree, (i - 1) / 3, layout_fixture_add_party (tree, "Somebody", i % 3));
  layout_fixture_finish (tree);
  places = layout_fixture_compute (tree, COALITION_LAYOUT_FREE, 1);
  g_assert_cmpuint (layout_fixture_count_crossings (tree, places), <=, 2);
  g_assert_cmpuint (layout_fixture_count_through (tree, places), ==, 0);

  usual_places = layout_fixture_compute (usual, COALITION_LAYOUT_FREE, 1);
  g_assert_cmpuint (layout_fixture_count_crossings (usual, usual_places), <=, 14);
  g_assert_cmpuint (layout_fixture_count_through (usual, usual_places), <=, 1);
  g_free (usual_places);
}

/* Parties without ties and small parts are near, not strewn about. */
static void
test_packing (void)
{
  g_autoptr (LayoutFixture) fixture = layout_fixture_new_random (60, 40, 41);
  g_autofree CoalitionPlace *places = layout_fixture_compute (fixture, COALITION_LAYOUT_FREE, 1);
  double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;

  for (guint i = 0; i < 60; i++)
    {
      left = MIN (left, places[i].x);
      right = MAX (right, places[i].x);
      top = MIN (top, places[i].y);
      bottom = MAX (bottom, places[i].y);
    }
  g_assert_cmpfloat ((right - left) * (bottom - top), <, 60 * 45000);
  g_assert_cmpfloat ((right - left) / (bottom - top), >, 0.8);
  g_assert_cmpfloat ((right - left) / (bottom - top), <, 2.5);
}

/* Adding one after the other: each near its neighbors, free, and nobody moves (the network is immutable). */
static void
test_find_place (void)
{
  g_autoptr (LayoutFixture) fixture = layout_fixture_new_random (60, 90, 51);
  g_autofree CoalitionPlace *first = layout_fixture_compute (fixture, COALITION_LAYOUT_FREE, 1);

  layout_fixture_place (fixture, first);
  for (guint i = 0; i < 30; i++)
    {
      guint party = layout_fixture_add_party (fixture, "Newcomers of the street", i % 3);
      guint n_parties = party + 1;
      CoalitionPlace place;
      g_autofree CoalitionPlace *places = g_new (CoalitionPlace, n_parties);
      const CoalitionNetworkParty *parties;

      if (i % 3 > 0)
        layout_fixture_add_tie (fixture, party, i);
      layout_fixture_finish (fixture);
      parties = coalition_network_get_parties (fixture->network, NULL);
      place = coalition_layout_find_place (fixture->network, fixture->boxes, party);
      for (guint j = 0; j < party; j++)
        places[j] = (CoalitionPlace) { parties[j].x, parties[j].y };
      places[party] = place;
      g_assert_cmpuint (layout_fixture_count_overlaps (fixture, places), ==, 0);
      if (i % 3 > 0)
        g_assert_cmpfloat (hypot (place.x - places[i].x, place.y - places[i].y), <, 700);
      layout_fixture_place (fixture, places);
    }
}

/* Nobody comes to lie under a note, nor on anybody else because of it. */
static void
test_taken (void)
{
  const CoalitionLayoutKind all[] = { COALITION_LAYOUT_FREE, COALITION_LAYOUT_LEVELS, COALITION_LAYOUT_RINGS, COALITION_LAYOUT_CIRCLE };
  const CoalitionBox taken[] = { { -150, -80, 60, 40 }, { 200, -60, 320, 90 } };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (LayoutFixture) fixture = layout_fixture_new_random (40, 60, 7);
      guint n_parties;
      const CoalitionNetworkParty *parties = coalition_network_get_parties (fixture->network, &n_parties);
      g_autofree gboolean *movable = g_new (gboolean, n_parties);
      CoalitionLayoutRequest request = { .network = fixture->network, .boxes = fixture->boxes, .movable = movable, .kind = all[i],
                                         .seed = 1, .taken = taken, .n_taken = G_N_ELEMENTS (taken) };
      g_autoptr (GError) error = NULL;
      g_autofree CoalitionPlace *places = NULL;

      for (guint j = 0; j < n_parties; j++)
        movable[j] = TRUE;
      g_assert_nonnull (parties);
      places = coalition_layout_compute (&request, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (layout_fixture_count_overlaps (fixture, places), ==, 0);
      for (guint j = 0; j < n_parties; j++)
        for (guint k = 0; k < G_N_ELEMENTS (taken); k++)
          g_assert_true (places[j].x + fixture->boxes[j].left >= taken[k].right || places[j].x + fixture->boxes[j].right <= taken[k].left
                         || places[j].y + fixture->boxes[j].top >= taken[k].bottom || places[j].y + fixture->boxes[j].bottom <= taken[k].top);
    }
}

/* Where all of a map of the usual size is seen, its names can be read: it takes little more than three times the room of
 * its parties, is not a stripe, and yet few ties run through names and none is hidden between two parties. */
static void
test_compact (void)
{
  for (guint n = 30; n <= 50; n += 20)
    {
      g_autoptr (LayoutFixture) fixture = layout_fixture_new_random (n, n * 3 / 2, n);
      g_autofree CoalitionPlace *places = layout_fixture_compute (fixture, COALITION_LAYOUT_FREE, 1);
      double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY, area = 0;
      guint n_ties;
      const CoalitionNetworkTie *ties = coalition_network_get_ties (fixture->network, &n_ties);

      for (guint i = 0; i < n; i++)
        {
          const CoalitionBox *box = &fixture->boxes[i];

          left = MIN (left, places[i].x + box->left);
          top = MIN (top, places[i].y + box->top);
          right = MAX (right, places[i].x + box->right);
          bottom = MAX (bottom, places[i].y + box->bottom);
          area += (box->right - box->left) * (box->bottom - box->top);
        }
      g_assert_cmpfloat ((right - left) * (bottom - top), <, 4.5 * area);
      g_assert_cmpfloat ((right - left) / (bottom - top), >, 0.7);
      g_assert_cmpfloat ((right - left) / (bottom - top), <, 1.7);
      g_assert_cmpuint (layout_fixture_count_through (fixture, places), <=, n / 10);
      for (guint i = 0; i < n_ties; i++)
        {
          const CoalitionBox *from = &fixture->boxes[ties[i].from], *to = &fixture->boxes[ties[i].to];
          CoalitionPlace a = places[ties[i].from], b = places[ties[i].to];

          g_assert_cmpfloat (MAX (MAX (b.x + to->left - a.x - from->right, a.x + from->left - b.x - to->right),
                                  MAX (b.y + to->top - a.y - from->bottom, a.y + from->top - b.y - to->bottom)), >=, 12);
        }
    }
}

static void
test_find_first_place (void)
{
  g_autoptr (LayoutFixture) fixture = layout_fixture_new_random (1, 0, 1);
  CoalitionPlace place = coalition_layout_find_place (fixture->network, fixture->boxes, 0);

  g_assert_cmpfloat (place.x, ==, 0);
  g_assert_cmpfloat (place.y, ==, 0);
}

/* Places that no map has (a damaged file) neither hang nor spoil the rest. */
static void
test_mad_places (void)
{
  g_autoptr (LayoutFixture) fixture = layout_fixture_new_random (20, 30, 61);
  g_autofree CoalitionPlace *places = layout_fixture_compute (fixture, COALITION_LAYOUT_FREE, 1);
  g_autofree CoalitionPlace *after = NULL;

  places[1] = (CoalitionPlace) { NAN, 0 };
  places[2] = (CoalitionPlace) { INFINITY, -INFINITY };
  places[3] = (CoalitionPlace) { 1e300, 1e300 };
  places[4] = places[5];
  layout_fixture_place (fixture, places);
  for (guint i = 0; i < 10; i++)
    fixture->movable[i] = FALSE;
  after = layout_fixture_compute (fixture, COALITION_LAYOUT_FREE, 1);
  for (guint i = 0; i < 20; i++)
    g_assert_true (fabs (after[i].x) < 1e6 && fabs (after[i].y) < 1e6);
  coalition_layout_find_place (fixture->network, fixture->boxes, 7);
}

static void
test_kind_texts (void)
{
  CoalitionLayoutKind kind;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_assert_true (coalition_layout_kind_from_text (coalition_layout_kind_to_text (kinds[i]), &kind));
      g_assert_cmpint (kind, ==, kinds[i]);
    }
  g_assert_false (coalition_layout_kind_from_text ("spiral", &kind));
  g_assert_false (coalition_layout_kind_from_text (NULL, &kind));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/no-overlaps", test_no_overlaps);
  g_test_add_func ("/layout/emon", test_emon);
  g_test_add_func ("/layout/large", test_large);
  g_test_add_func ("/layout/degenerate", test_degenerate);
  g_test_add_func ("/layout/seed", test_seed);
  g_test_add_func ("/layout/pins", test_pins);
  g_test_add_func ("/layout/add-to-fixed", test_add_to_fixed);
  g_test_add_func ("/layout/levels", test_levels);
  g_test_add_func ("/layout/rings", test_rings);
  g_test_add_func ("/layout/quality", test_quality);
  g_test_add_func ("/layout/packing", test_packing);
  g_test_add_func ("/layout/compact", test_compact);
  g_test_add_func ("/layout/find-place", test_find_place);
  g_test_add_func ("/layout/taken", test_taken);
  g_test_add_func ("/layout/find-first-place", test_find_first_place);
  g_test_add_func ("/layout/mad-places", test_mad_places);
  g_test_add_func ("/layout/kind-texts", test_kind_texts);

  return g_test_run ();
}
