/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-map-private.h"
#include "coalition-network-private.h"
#include "drawing-fixture.h"

#include <math.h>

/* Forums, notes, pictures, routes and what is left out: where they are, and that they are found there. */

static CoalitionBox
box_of (CoalitionMap *map,
        guint         party)
{
  const CoalitionBox *box = &coalition_map_get_boxes (map)[party];
  double x, y;

  coalition_map_get_place (map, party, &x, &y);

  return (CoalitionBox) { box->left + x, box->top + y, box->right + x, box->bottom + y };
}

static gboolean
overlap (const CoalitionBox *one,
         const CoalitionBox *other)
{
  return one->left < other->right && one->right > other->left && one->top < other->bottom && one->bottom > other->top;
}

/* Each corner of each member's box, name and all, is at least the gap inside of the line, and one is just that far. */
static void
check_hull (CoalitionMap *map,
            guint         forum)
{
  double nearest = G_MAXDOUBLE;

  g_assert_true (coalition_map_forum_update (map, forum));
  for (guint i = 0; i < map->forums[forum].n_members; i++)
    {
      CoalitionBox box = box_of (map, map->forums[forum].members[i]);
      double xs[2] = { box.left, box.right }, ys[2] = { box.top, box.bottom };

      for (int corner = 0; corner < 4; corner++)
        {
          double distance = -coalition_map_forum_distance (map, forum, xs[corner & 1], ys[corner >> 1]);

          g_assert_cmpfloat (distance, >=, coalition_map_forum_gap (map) - 0.01);
          nearest = MIN (nearest, distance);
        }
    }
  g_assert_cmpfloat_with_epsilon (nearest, coalition_map_forum_gap (map), 0.01);
}

static void
test_outlines (void)
{
  g_autoptr (CoalitionNetwork) network = drawing_fixture_rich (FALSE);

  for (int theme = 0; theme < 3; theme++)
    {
      g_autoptr (CoalitionMap) map = coalition_map_new (network, theme, NULL);
      g_autoptr (CoalitionMap) copy = NULL;
      CoalitionBox before, after, copied;

      check_hull (map, 0);
      check_hull (map, 1);
      g_assert_true (coalition_map_get_item_box (map, COALITION_MAP_FORUM, 0, &before));
      /* Who is no member does not matter, who is one does. */
      coalition_map_move (map, 9, 2000, 2000);
      g_assert_true (coalition_map_get_item_box (map, COALITION_MAP_FORUM, 0, &after));
      g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
      coalition_map_move (map, 26, 1500, 900);
      check_hull (map, 0);
      g_assert_true (coalition_map_get_item_box (map, COALITION_MAP_FORUM, 0, &after));
      g_assert_cmpfloat (after.right, >, before.right + 300);
      copy = coalition_map_copy (map);
      check_hull (copy, 0);
      g_assert_true (coalition_map_get_item_box (copy, COALITION_MAP_FORUM, 0, &copied));
      g_assert_cmpmem (&copied, sizeof copied, &after, sizeof after);
    }
}

/* Captions lie on no party, on no other caption and on no note. */
static void
test_captions (void)
{
  g_autoptr (CoalitionNetwork) rich = drawing_fixture_rich (FALSE);
  g_autoptr (CoalitionNetwork) crowd = drawing_fixture_crowd (400, 500, 20);
  CoalitionNetwork *networks[2] = { rich, crowd };

  for (guint n = 0; n < G_N_ELEMENTS (networks); n++)
    {
      g_autoptr (CoalitionMap) map = coalition_map_new (networks[n], COALITION_MAP_LIGHT, NULL);

      coalition_map_forums_update (map);
      for (guint i = 0; i < map->n_forums; i++)
        {
          const CoalitionBox *caption = &map->outlines[i].caption;

          for (guint j = 0; j < map->n_parties; j++)
            {
              CoalitionBox box = box_of (map, j);

              if (overlap (caption, &box))
                g_error ("The caption of “%s” lies on “%s”", map->forums[i].name, map->parties[j].name);
            }
          for (guint j = 0; j < i; j++)
            g_assert_false (overlap (caption, &map->outlines[j].caption));
          for (guint j = 0; j < map->n_notes; j++)
            g_assert_false (overlap (caption, coalition_map_note_get_box (map, j)));
        }
    }
}

static void
test_variants (void)
{
  g_autoptr (CoalitionNetwork) network = drawing_fixture_rich (FALSE);
  g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_LIGHT, NULL);

  coalition_map_forums_update (map);
  /* The first two overlap. */
  g_assert_cmpuint (map->outlines[0].variant, !=, map->outlines[1].variant);
}

static void
assert_pick (CoalitionMap     *map,
             double            x,
             double            y,
             CoalitionMapPart  part,
             guint             index)
{
  guint found;
  CoalitionMapPart what = coalition_map_pick (map, x, y, 6, &found);

  if (what != part || found != index)
    g_error ("At %.0f, %.0f there is part %d, index %u instead of part %d, index %u", x, y, what, found, part, index);
}

static void
test_pick (void)
{
  g_autoptr (CoalitionNetwork) network = drawing_fixture_rich (FALSE);
  g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_LIGHT, NULL);
  CoalitionBox box;

  /* Notes, pictures and their corners. */
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (coalition_map_get_item_box (map, COALITION_MAP_NOTE, i, &box));
      assert_pick (map, box.left + 5, box.top + 5, COALITION_MAP_NOTE, i);
      assert_pick (map, box.right - 4, box.bottom - 4, COALITION_MAP_NOTE_CORNER, i);
    }
  g_assert_true (coalition_map_get_item_box (map, COALITION_MAP_PICTURE, 1, &box));
  assert_pick (map, (box.left + box.right) / 2, (box.top + box.bottom) / 2, COALITION_MAP_PICTURE, 1);
  assert_pick (map, box.right - 4, box.bottom - 4, COALITION_MAP_PICTURE_CORNER, 1);
  /* The background where nothing else is. */
  assert_pick (map, 570, 130, COALITION_MAP_BACKGROUND, 0);
  /* Captions, the sign of a hub, and the line of an outline where no tie runs. */
  coalition_map_forums_update (map);
  for (guint i = 0; i < 3; i++)
    {
      const CoalitionBox *caption = &map->outlines[i].caption;

      assert_pick (map, (caption->left + caption->right) / 2, (caption->top + caption->bottom) / 2, COALITION_MAP_FORUM, i);
    }
  g_assert_true (coalition_map_get_item_box (map, COALITION_MAP_FORUM, 0, &box));
  assert_pick (map, box.right - 1, map->figures[26].y + 10, COALITION_MAP_FORUM, 0);
  /* Well inside of its line there is no forum. */
  for (double y = box.top; y < box.bottom; y += 7)
    for (double x = box.left; x < box.right; x += 7)
      if (coalition_map_forum_distance (map, 0, x, y) < -10 && fabs (coalition_map_forum_distance (map, 1, x, y)) > 10)
        {
          guint found;

          if (coalition_map_pick (map, x, y, 6, &found) == COALITION_MAP_FORUM)
            g_assert_true (x > map->outlines[found].caption.left && x < map->outlines[found].caption.right);
        }
}

static void
test_items_move (void)
{
  g_autoptr (CoalitionNetwork) network = drawing_fixture_rich (FALSE);
  g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_DARK, NULL);
  CoalitionBox box, wanted, bounds;

  /* A note is never lower than its text: narrower is higher. */
  g_assert_true (coalition_map_get_item_box (map, COALITION_MAP_NOTE, 0, &box));
  g_assert_cmpfloat (box.bottom - box.top, >, 80);
  wanted = (CoalitionBox) { 3000, 100, 3110, 110 };
  coalition_map_set_item_box (map, COALITION_MAP_NOTE_CORNER, 0, &wanted);
  g_assert_true (coalition_map_get_item_box (map, COALITION_MAP_NOTE, 0, &wanted));
  g_assert_cmpfloat (wanted.right, ==, 3110);
  g_assert_cmpfloat (wanted.bottom - wanted.top, >, box.bottom - box.top + 20);
  g_assert_true (coalition_map_get_bounds (map, NULL, &bounds));
  g_assert_cmpfloat (bounds.right, >=, 3110);

  wanted = (CoalitionBox) { -90, -40, -10, 0 };
  coalition_map_set_item_box (map, COALITION_MAP_FORUM, 2, &wanted);
  g_assert_true (coalition_map_get_item_box (map, COALITION_MAP_FORUM, 2, &box));
  g_assert_cmpfloat_with_epsilon ((box.left + box.right) / 2, -50, 0.01);
  g_assert_cmpfloat_with_epsilon ((box.top + box.bottom) / 2, -20, 0.01);
  assert_pick (map, -50, -20, COALITION_MAP_FORUM, 2);

  /* What is private goes, and the room for the picture on a card with it. */
  box = coalition_map_get_boxes (map)[28];
  coalition_map_set_private (map, FALSE);
  g_assert_false (coalition_map_get_item_box (map, COALITION_MAP_NOTE, 0, &wanted));
  g_assert_cmpfloat (coalition_map_get_boxes (map)[28].right, <=, box.right);
  g_assert_cmpint (coalition_map_party_image (map, 28), ==, -1);
}

static void
test_left_out (void)
{
  g_autoptr (CoalitionNetwork) network = drawing_fixture_rich (FALSE);
  g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_LIGHT, NULL);
  g_autofree gboolean *parties = g_new0 (gboolean, map->n_parties);
  g_autofree gboolean *found = g_new0 (gboolean, map->n_parties);
  CoalitionBox all, box, everything = { -1e6, -1e6, 1e6, 1e6 };
  double x, y;
  guint index;

  coalition_map_get_place (map, 1, &x, &y);
  assert_pick (map, x, y, COALITION_MAP_PARTY, 1);
  /* Number 1 is the highest; the hub loses all its members. */
  g_assert_true (coalition_map_get_bounds (map, NULL, &all));
  parties[1] = TRUE;
  for (guint i = 0; i < map->forums[2].n_members; i++)
    parties[map->forums[2].members[i]] = TRUE;
  coalition_map_set_left_out (map, parties, NULL);
  g_assert_cmpint (coalition_map_pick (map, x, y, 6, &index), !=, COALITION_MAP_PARTY);
  g_assert_true (coalition_map_get_bounds (map, NULL, &box));
  g_assert_cmpfloat (box.top, >, all.top + 10);
  g_assert_false (coalition_map_get_item_box (map, COALITION_MAP_FORUM, 2, &box));
  coalition_map_pick_rectangle (map, &everything, found);
  for (guint i = 0; i < map->n_parties; i++)
    g_assert_cmpint (found[i], ==, !parties[i]);
  for (guint i = 0; i < map->n_ties; i++)
    if (parties[map->ties[i].from] || parties[map->ties[i].to])
      g_assert_true (map->lines[i].hidden);
  coalition_map_set_left_out (map, NULL, NULL);
  assert_pick (map, x, y, COALITION_MAP_PARTY, 1);
}

static CoalitionRoute *
detour (CoalitionMap *map,
        guint         tie)
{
  CoalitionRoute *route = g_new0 (CoalitionRoute, 1);
  const CoalitionMapFigure *from = &map->figures[map->ties[tie].from], *to = &map->figures[map->ties[tie].to];
  double x = (from->x + to->x) / 2 + (from->y - to->y) * 0.4, y = (from->y + to->y) / 2 + (to->x - from->x) * 0.4;

  route->n_points = 7;
  route->points = g_new (CoalitionPlace, 7);
  route->points[0] = (CoalitionPlace) { from->x, from->y };
  route->points[1] = (CoalitionPlace) { from->x + (x - from->x) / 3, from->y + (y - from->y) / 3 };
  route->points[2] = (CoalitionPlace) { from->x + (x - from->x) * 2 / 3, from->y + (y - from->y) * 2 / 3 };
  route->points[3] = (CoalitionPlace) { x, y };
  route->points[4] = (CoalitionPlace) { x + (to->x - x) / 3, y + (to->y - y) / 3 };
  route->points[5] = (CoalitionPlace) { x + (to->x - x) * 2 / 3, y + (to->y - y) * 2 / 3 };
  route->points[6] = (CoalitionPlace) { to->x, to->y };

  return route;
}

static void
test_routes (void)
{
  g_autoptr (CoalitionNetwork) network = drawing_fixture_sample ();
  g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_LIGHT, NULL);
  g_autoptr (GPtrArray) routes = g_ptr_array_new_with_free_func ((GDestroyNotify) coalition_route_free);
  g_autoptr (CoalitionMap) copy = NULL;
  CoalitionMapCurve straight, curve, copied;
  double x, y;

  /* Tie 7 leads from 19 to 0. */
  g_assert_true (coalition_map_line_get_curve (map, 7, &straight));
  for (guint i = 0; i < map->n_ties; i++)
    g_ptr_array_add (routes, i == 7 ? detour (map, i) : g_new0 (CoalitionRoute, 1));
  coalition_map_set_routes (map, routes);
  g_assert_true (coalition_map_line_get_curve (map, 7, &curve));
  g_assert_cmpuint (curve.n_pieces, >, 0);
  /* It ends where the shapes do, goes a long way round, and is found there. */
  g_assert_cmpfloat (coalition_map_party_distance (map, 0, curve.x1, curve.y1), >, 0);
  g_assert_cmpfloat (coalition_map_party_distance (map, 0, curve.x1, curve.y1), <, 8);
  g_assert_cmpfloat (coalition_map_party_distance (map, 19, curve.x0, curve.y0), <, 8);
  coalition_map_curve_point (&curve, 0.5, &x, &y);
  g_assert_cmpfloat (coalition_map_curve_distance (&straight, x, y), >, 40);
  g_assert_cmpfloat (coalition_map_curve_distance (&curve, x, y), <, 1);
  copy = coalition_map_copy (map);
  g_assert_true (coalition_map_line_get_curve (copy, 7, &copied));
  g_assert_cmpfloat (coalition_map_curve_distance (&copied, x, y), <, 1);
  g_assert_true (copied.points != curve.points);

  /* A stranger who does not stand in the way changes nothing; one who does, or one of its own, does. */
  coalition_map_move (map, 30, 5000, 5000);
  g_assert_cmpuint (map->lines[7].n_way, >, 0);
  coalition_map_move (map, 30, x, y);
  g_assert_cmpuint (map->lines[7].n_way, ==, 0);
  g_assert_true (coalition_map_line_get_curve (map, 7, &curve));
  g_assert_cmpfloat (coalition_map_curve_distance (&curve, x, y), >, 40);
  g_assert_cmpuint (copy->n_routes, ==, 1);
  coalition_map_move (copy, 19, 440, 150);
  g_assert_cmpuint (copy->n_routes, ==, 0);
}

static void
test_sizes (void)
{
  g_autoptr (CoalitionNetwork) network = drawing_fixture_sample ();
  g_autoptr (CoalitionEncoding) encoding = drawing_fixture_encoding (network, COALITION_SCALE_STEPS, 5, TRUE);
  g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_LIGHT, NULL);
  double usual[64];

  for (guint i = 0; i < map->n_parties; i++)
    usual[i] = map->figures[i].half_width;
  coalition_map_set_encoding (map, encoding);
  for (guint i = 0; i < map->n_parties; i++)
    {
      const CoalitionMapFigure *figure = &map->figures[i];
      double size = MAX (coalition_encoding_get_size (encoding, i), 0);

      if (map->parties[i].level == COALITION_LEVEL_ORGANIZATION)
        {
          /* A card is as large as its size says, or as its name needs. */
          g_assert_cmpfloat (figure->half_width * 2, >=, map->sizes->card_width * coalition_map_grow (size) - 0.01);
          g_assert_cmpfloat (figure->half_width, >=, (figure->label.right - figure->label.left) / 2);
          g_assert_cmpfloat (figure->half_height, >=, (figure->label.bottom - figure->label.top) / 2);
        }
      else
        g_assert_cmpfloat_with_epsilon (figure->half_width, usual[i] * coalition_map_grow (size), 0.01);
      if (map->parties[i].level != COALITION_LEVEL_ORGANIZATION)
        g_assert_cmpfloat (figure->label.top, >=, figure->half_height);
    }
  g_assert_cmpfloat_with_epsilon (coalition_map_grow (0), 0.8, 1e-9);
  g_assert_cmpfloat_with_epsilon (coalition_map_grow (1), 1.5, 1e-9);
  /* And back. */
  coalition_map_set_encoding (map, NULL);
  for (guint i = 0; i < map->n_parties; i++)
    g_assert_cmpfloat_with_epsilon (map->figures[i].half_width, usual[i], 0.01);
}

/* A forum without members that was placed, one that was not, and a note, where there is nobody. */
static void
test_nobody (void)
{
  g_autoptr (CoalitionNetwork) network = coalition_network_allocate (0, 0);
  g_autoptr (CoalitionMap) map = NULL;
  cairo_surface_t *surface;
  CoalitionBox box;
  double height;

  network->forums = g_new0 (CoalitionNetworkForum, 2);
  network->n_forums = 2;
  network->forums[0] = (CoalitionNetworkForum) { .id = "f0", .name = "Search conference", .placed = TRUE, .x = 300, .y = 200 };
  network->forums[1] = (CoalitionNetworkForum) { .id = "f1", .name = "Nowhere" };
  network->notes = g_new0 (CoalitionNetworkNote, 1);
  network->n_notes = 1;
  network->notes[0] = (CoalitionNetworkNote) { .id = "n0", .text = "", .x = 500, .y = 500 };
  coalition_network_finish (network);

  map = coalition_map_new (network, COALITION_MAP_LIGHT, NULL);
  assert_pick (map, 300, 200, COALITION_MAP_FORUM, 0);
  g_assert_false (coalition_map_get_item_box (map, COALITION_MAP_FORUM, 1, &box));
  assert_pick (map, 505, 505, COALITION_MAP_NOTE, 0);
  g_assert_true (coalition_map_get_bounds (map, NULL, &box));
  g_assert_cmpfloat (box.left, <, 300);
  g_assert_cmpfloat (box.right, >, 600);
  coalition_map_measure_legend (map, 300, &height);
  g_assert_cmpfloat (height, >, 30);
  for (int far = 0; far < 2; far++)
    {
      surface = coalition_map_render (map, 200, 200, far ? 0.2 : 0.9, 0, 0, NULL, NULL);
      g_assert_nonnull (surface);
      cairo_surface_destroy (surface);
    }
}

static void
test_notes_readable (void)
{
  static const char *const colors[] = { "yellow", "green", "purple", "grey", "none", NULL };

  for (int theme = 0; theme < 3; theme++)
    for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
      {
        CoalitionMapColor fill;

        g_assert_cmpint (coalition_map_note_color (theme, colors[i], &fill, NULL), ==, g_strcmp0 (colors[i], "none") != 0);
        g_assert_cmpfloat (coalition_map_color_contrast (coalition_map_style_name (theme, COALITION_LEVEL_AFFECTED), fill), >=, 4.5);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/things/outlines", test_outlines);
  g_test_add_func ("/drawing/things/captions", test_captions);
  g_test_add_func ("/drawing/things/variants", test_variants);
  g_test_add_func ("/drawing/things/pick", test_pick);
  g_test_add_func ("/drawing/things/items-move", test_items_move);
  g_test_add_func ("/drawing/things/left-out", test_left_out);
  g_test_add_func ("/drawing/things/routes", test_routes);
  g_test_add_func ("/drawing/things/sizes", test_sizes);
  g_test_add_func ("/drawing/things/nobody", test_nobody);
  g_test_add_func ("/drawing/things/notes-readable", test_notes_readable);

  return g_test_run ();
}
