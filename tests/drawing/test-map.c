/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-map-private.h"
#include "drawing-fixture.h"

#include <math.h>

static CoalitionNetworkParty
party_at (const char    *name,
          CoalitionLevel level,
          double         x,
          double         y)
{
  return (CoalitionNetworkParty) { .id = name, .name = name, .level = level, .x = x, .y = y, .placed = TRUE };
}

/* Names keep to the boxes that were reckoned for them without laying them out. */
static void
test_names_in_boxes (void)
{
  g_autoptr (CoalitionNetwork) network = drawing_fixture_sample ();

  for (int theme = COALITION_MAP_LIGHT; theme <= COALITION_MAP_PAPER; theme++)
    {
      g_autoptr (CoalitionMap) map = coalition_map_new (network, theme, NULL);
      const CoalitionBox *boxes = coalition_map_get_boxes (map);

      for (guint i = 0; i < map->n_parties; i++)
        {
          PangoLayout *layout = coalition_map_labels_get (map, i);
          const CoalitionBox *label = &map->figures[i].label;
          PangoRectangle logical;

          pango_layout_get_extents (layout, NULL, &logical);
          g_assert_cmpfloat ((double) logical.width / PANGO_SCALE, <=, label->right - label->left + 1.5);
          g_assert_cmpfloat ((double) logical.height / PANGO_SCALE, <=, label->bottom - label->top + 1.5);
          g_assert_cmpint (pango_layout_get_line_count (layout), <=, 3);
          g_assert_false (pango_layout_is_ellipsized (layout));
          g_assert_cmpfloat (label->left, >=, boxes[i].left - 0.01);
          g_assert_cmpfloat (label->right, <=, boxes[i].right + 0.01);
          g_assert_cmpfloat (label->bottom, <=, boxes[i].bottom + 0.01);
        }
    }
}

/* Long names get a wider card and then more lines; not a letter is lost until they are absurd. */
static void
test_long_names (void)
{
  CoalitionNetworkParty parties[] = {
    party_at ("Association of Neighborhood Centers and Settlement Houses of the Greater Harbour District", COALITION_LEVEL_ORGANIZATION, 0, 0),
    party_at ("Donaudampfschifffahrtsgesellschaftskapitänsgewerkschaft", COALITION_LEVEL_ORGANIZATION, 500, 0),
    party_at ("  Two   blanks ", COALITION_LEVEL_AFFECTED, 0, 500),
    party_at ("", COALITION_LEVEL_CONNECTOR, 500, 500),
    party_at ("שלום עולם", COALITION_LEVEL_AFFECTED, 900, 500),
    party_at ("東京都市民協働支援センター連絡協議会事務局", COALITION_LEVEL_ORGANIZATION, 900, 0),
  };
  g_autoptr (CoalitionNetwork) network = coalition_network_new_from (parties, G_N_ELEMENTS (parties), NULL, 0);
  g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_LIGHT, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    {
      const char *text = pango_layout_get_text (coalition_map_labels_get (map, i));
      const char *name = parties[i].name;

      g_assert_cmpfloat (map->figures[i].half_width * 2, <=, 160.1);
      for (; *text; text = g_utf8_next_char (text))
        {
          if (g_ascii_isspace (*text))
            continue;
          while (g_ascii_isspace (*name))
            name++;
          g_assert_cmpuint (g_utf8_get_char (text), ==, g_utf8_get_char (name));
          name = g_utf8_next_char (name);
        }
      while (g_ascii_isspace (*name))
        name++;
      g_assert_cmpstr (name, ==, "");
    }
  g_assert_cmpstr (pango_layout_get_text (coalition_map_labels_get (map, 2)), ==, "Two blanks");
}

/* Several ties of a pair run apart, whichever way each points, and on the same side after a move. */
static void
test_fan (void)
{
  CoalitionNetworkParty parties[] = { party_at ("One", COALITION_LEVEL_AFFECTED, 0, 0),
                                      party_at ("Two", COALITION_LEVEL_ORGANIZATION, 400, 100) };
  CoalitionNetworkTie ties[] = {
    { .id = "a", .kind = "knows", .from = 0, .to = 1, .strength = 2 },
    { .id = "b", .kind = "funds", .from = 1, .to = 0, .family = COALITION_TIE_POWER, .strength = 2 },
    { .id = "old", .kind = "funds", .from = 1, .to = 0, .status = COALITION_TIE_ENDED, .strength = 2 },
    { .id = "c", .kind = "serves", .from = 1, .to = 0, .family = COALITION_TIE_BELONGS, .strength = 2 },
  };
  g_autoptr (CoalitionNetwork) network = coalition_network_new_from (parties, 2, ties, 4);
  g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_LIGHT, NULL);
  static const guint shown[] = { 0, 1, 3 };
  CoalitionMapCurve curve;
  double x[3], y[3];

  for (int round = 0; round < 2; round++)
    {
      for (int i = 0; i < 3; i++)
        {
          g_assert_true (coalition_map_line_get_curve (map, shown[i], &curve));
          coalition_map_curve_point (&curve, 0.5, &x[i], &y[i]);
        }
      for (int i = 0; i < 3; i++)
        for (int j = i + 1; j < 3; j++)
          g_assert_cmpfloat (hypot (x[i] - x[j], y[i] - y[j]), >, 16);
      g_assert_false (coalition_map_line_get_curve (map, 2, &curve));
      coalition_map_move (map, 1, -300, 250);
    }
}

/* A tie ends before the shape, and before the name when it comes from the name's side. */
static void
test_ties_stop (void)
{
  g_autoptr (CoalitionNetwork) network = drawing_fixture_sample ();
  g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_LIGHT, NULL);

  for (guint i = 0; i < map->n_ties; i++)
    {
      guint ends[2] = { map->ties[i].from, map->ties[i].to };
      CoalitionMapCurve curve;

      g_assert_true (coalition_map_line_get_curve (map, i, &curve));
      for (double t = 0; t <= 1; t += 0.01)
        for (int end = 0; end < 2; end++)
          {
            const CoalitionMapFigure *figure = &map->figures[ends[end]];
            double x, y;

            coalition_map_curve_point (&curve, t, &x, &y);
            g_assert_cmpfloat (coalition_map_party_distance (map, ends[end], x, y), >=, 3);
            g_assert_false (x > figure->x + figure->label.left && x < figure->x + figure->label.right &&
                            y > figure->y + figure->label.top && y < figure->y + figure->label.bottom);
          }
    }
}

static void
test_pick_parts (void)
{
  CoalitionNetworkParty parties[] = { party_at ("People", COALITION_LEVEL_AFFECTED, 0, 0),
                                      party_at ("House", COALITION_LEVEL_ORGANIZATION, 500, 0),
                                      party_at ("Friend", COALITION_LEVEL_CONNECTOR, 0, 500) };
  CoalitionNetworkTie tie = { .id = "t", .kind = "knows", .from = 0, .to = 1, .strength = 2 };
  g_autoptr (CoalitionNetwork) network = coalition_network_new_from (parties, 3, &tie, 1);
  g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_LIGHT, NULL);
  gboolean flags[3];
  guint index;

  g_assert_cmpint (coalition_map_pick (map, 0, 0, 6, &index), ==, COALITION_MAP_PARTY);
  g_assert_cmpuint (index, ==, 0);
  g_assert_cmpint (coalition_map_pick (map, 0, -16, 6, &index), ==, COALITION_MAP_PARTY_EDGE);
  g_assert_cmpint (coalition_map_pick (map, 0, -21, 6, &index), ==, COALITION_MAP_PARTY_EDGE);
  g_assert_cmpint (coalition_map_pick (map, 0, -26, 6, &index), ==, COALITION_MAP_NOTHING);
  g_assert_cmpint (coalition_map_pick (map, 0, 30, 6, &index), ==, COALITION_MAP_PARTY);
  g_assert_cmpint (coalition_map_pick (map, 500, 0, 6, &index), ==, COALITION_MAP_PARTY);
  g_assert_cmpuint (index, ==, 1);
  g_assert_cmpint (coalition_map_pick (map, 563, 0, 6, &index), ==, COALITION_MAP_PARTY_EDGE);
  g_assert_cmpint (coalition_map_pick (map, 0, 500 + 19, 6, &index), ==, COALITION_MAP_PARTY_EDGE);
  g_assert_cmpuint (index, ==, 2);
  g_assert_cmpint (coalition_map_pick (map, 250, 4, 6, &index), ==, COALITION_MAP_TIE);
  g_assert_cmpint (coalition_map_pick (map, 250, 12, 6, &index), ==, COALITION_MAP_NOTHING);

  /* The same where they were moved to, and nothing where they were. */
  coalition_map_move (map, 0, 300, -5000);
  g_assert_cmpint (coalition_map_pick (map, 300, -5000, 6, &index), ==, COALITION_MAP_PARTY);
  g_assert_cmpuint (index, ==, 0);
  g_assert_cmpint (coalition_map_pick (map, 0, 0, 6, &index), ==, COALITION_MAP_NOTHING);
  g_assert_cmpint (coalition_map_pick (map, 400, -2500, 6, &index), ==, COALITION_MAP_TIE);

  coalition_map_pick_rectangle (map, &(CoalitionBox) { 430, -20, 700, 20 }, flags);
  g_assert_false (flags[0]);
  g_assert_true (flags[1]);
  g_assert_false (flags[2]);
}

static void
test_loose (void)
{
  CoalitionNetworkParty parties[12] = { 0 };
  g_autoptr (CoalitionNetwork) network = NULL;
  g_autoptr (CoalitionMap) map = NULL;
  CoalitionBox bounds;

  for (int i = 0; i < 12; i++)
    parties[i] = party_at ("Somebody with a name", i % 3, 40, 40);
  for (int i = 1; i < 12; i++)
    parties[i].placed = FALSE;
  network = coalition_network_new_from (parties, 12, NULL, 0);
  map = coalition_map_new (network, COALITION_MAP_DARK, NULL);
  for (int i = 0; i < 12; i++)
    for (int j = i + 1; j < 12; j++)
      {
        const CoalitionMapFigure *a = &map->figures[i], *b = &map->figures[j];
        const CoalitionBox *one = &map->boxes[i], *other = &map->boxes[j];

        g_assert_true (a->x + one->right < b->x + other->left || b->x + other->right < a->x + one->left ||
                       a->y + one->bottom < b->y + other->top || b->y + other->bottom < a->y + one->top);
      }
  g_assert_true (coalition_map_get_bounds (map, NULL, &bounds));
  g_assert_cmpfloat (bounds.top, <, 40);
}

static void
test_copy (void)
{
  g_autoptr (CoalitionNetwork) network = drawing_fixture_sample ();
  g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_LIGHT, "Cantarell 13");
  g_autoptr (CoalitionMap) copy = NULL;
  CoalitionBox one, other;
  double x, y;

  coalition_map_move (map, 3, -777, 12);
  copy = coalition_map_copy (map);
  coalition_map_move (map, 3, 0, 0);
  coalition_map_get_place (copy, 3, &x, &y);
  g_assert_cmpfloat (x, ==, -777);
  coalition_map_move (map, 3, -777, 12);
  coalition_map_get_bounds (map, NULL, &one);
  coalition_map_get_bounds (copy, NULL, &other);
  g_assert_cmpfloat (one.right, ==, other.right);
  g_assert_cmpstr (pango_layout_get_text (coalition_map_labels_get (map, 7)), ==,
                   pango_layout_get_text (coalition_map_labels_get (copy, 7)));
}

/* The badge of an agreement is worn by one tie of a pair, where they work together, on a part that is seen. */
static void
test_agreement (void)
{
  g_autoptr (CoalitionNetwork) network = drawing_fixture_sample ();
  g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_PAPER, NULL);
  const guint numbers[] = { 3, 5 };
  double x, y;
  guint n = 0;

  for (guint i = 0; i < map->n_ties; i++)
    if (map->lines[i].badge)
      {
        g_assert_cmpint (map->ties[i].family, ==, COALITION_TIE_WORKS);
        g_assert_true (coalition_map_line_get_middle (map, i, &x, &y));
        g_assert_false (coalition_map_is_covered (map, x, y, 0));
        n++;
      }
  g_assert_cmpuint (n, ==, 3);
  g_assert_true (coalition_map_set_agreement_numbers (map, 26, 0, numbers, 2));
  g_assert_cmpuint (map->lines[2].numbers->len, ==, 2);
  g_assert_false (coalition_map_set_agreement_numbers (map, 5, 9, numbers, 2));
}

/* Names on a fitted map do not overlap and stay in the frame; a frame too small is said to be so. */
static void
test_can_fit (void)
{
  g_autoptr (CoalitionNetwork) network = drawing_fixture_sample ();
  g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_PAPER, NULL);
  g_autoptr (CoalitionMap) screen = coalition_map_new (network, COALITION_MAP_LIGHT, NULL);

  g_assert_true (coalition_map_can_fit (map, 482, 400));
  g_assert_true (coalition_map_can_fit (map, 400, 600));
  g_assert_false (coalition_map_can_fit (map, 150, 150));
  g_assert_true (coalition_map_can_fit (screen, 10, 10));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/map/names-in-boxes", test_names_in_boxes);
  g_test_add_func ("/drawing/map/long-names", test_long_names);
  g_test_add_func ("/drawing/map/fan", test_fan);
  g_test_add_func ("/drawing/map/ties-stop", test_ties_stop);
  g_test_add_func ("/drawing/map/pick-parts", test_pick_parts);
  g_test_add_func ("/drawing/map/loose", test_loose);
  g_test_add_func ("/drawing/map/copy", test_copy);
  g_test_add_func ("/drawing/map/agreement", test_agreement);
  g_test_add_func ("/drawing/map/can-fit", test_can_fit);

  return g_test_run ();
}
