/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-map-private.h"
#include "drawing-fixture.h"

#include <math.h>
#include <stdlib.h>

/* Pictures are compared with what the map says is where. */

static guint32
pixel_at (cairo_surface_t *surface,
          int              x,
          int              y)
{
  const guchar *data = cairo_image_surface_get_data (surface);

  return ((const guint32 *) (gconstpointer) (data + (gsize) y * cairo_image_surface_get_stride (surface)))[x];
}

static cairo_surface_t *
blank (const CoalitionBox *room,
       cairo_t           **cr)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (room->right - room->left),
                                                         (int) ceil (room->bottom - room->top));

  *cr = cairo_create (surface);
  cairo_translate (*cr, -room->left, -room->top);

  return surface;
}

/* Each party is painted alone; wherever its ink is, it must be found (or another that lies over it). */
static void
test_pick_what_is_painted (void)
{
  g_autoptr (CoalitionNetwork) network = drawing_fixture_sample ();
  g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_LIGHT, NULL);

  for (guint i = 0; i < map->n_parties; i++)
    {
      const CoalitionMapFigure *figure = &map->figures[i];
      const CoalitionBox *box = &map->boxes[i];
      CoalitionBox room = { floor (figure->x + box->left - 20), floor (figure->y + box->top - 20),
                            ceil (figure->x + box->right + 20), ceil (figure->y + box->bottom + 20) };
      guint n_found = 0, n_ink = 0;
      cairo_t *cr;
      cairo_surface_t *surface = blank (&room, &cr);

      coalition_map_paint_party (map, cr, i, NULL);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
        for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
          {
            double at_x = room.left + x + 0.5, at_y = room.top + y + 0.5;
            guint32 pixel = pixel_at (surface, x, y);
            gboolean ink = pixel >> 24 > 200 && (pixel & 0xff) < 0xd0;
            gboolean in_box = at_x >= figure->x + box->left - 1.5 && at_x <= figure->x + box->right + 1.5 &&
                              at_y >= figure->y + box->top - 1.5 && at_y <= figure->y + box->bottom + 1.5;
            CoalitionMapPart part;
            guint index;

            if (!ink)
              continue;
            n_ink++;
            if (!in_box)
              g_error ("Ink of “%s” at %.1f, %.1f is out of its box", map->parties[i].name, at_x - figure->x, at_y - figure->y);
            part = coalition_map_pick (map, at_x, at_y, 1.5, &index);
            n_found += part == COALITION_MAP_PARTY || part == COALITION_MAP_PARTY_EDGE;
          }
      cairo_surface_destroy (surface);
      g_assert_cmpuint (n_ink, >, 200);
      /* Badges stand out of the shape; all else must be found. */
      g_assert_cmpfloat ((double) n_found / n_ink, >, map->parties[i].marks ? 0.8 : 0.99);
    }
}

static void
test_pick_ties_painted (void)
{
  g_autoptr (CoalitionNetwork) network = drawing_fixture_sample ();
  g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_LIGHT, NULL);

  for (guint i = 0; i < map->n_ties; i++)
    {
      CoalitionMapCurve curve;
      CoalitionBox room;
      cairo_surface_t *surface;
      guint n_ink = 0;
      cairo_t *cr;

      g_assert_true (coalition_map_line_get_curve (map, i, &curve));
      coalition_map_curve_extents (&curve, &room);
      surface = blank (&room, &cr);
      coalition_map_line_paint (cr, COALITION_MAP_LIGHT, &map->ties[i], &curve, 0, 1, 1, FALSE);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
        for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
          {
            double at_x = room.left + x + 0.5, at_y = room.top + y + 0.5;
            guint index;

            if (pixel_at (surface, x, y) >> 24 < 128)
              continue;
            n_ink++;
            g_assert_cmpfloat (coalition_map_curve_distance (&curve, at_x, at_y), <, 8.5);
            g_assert_cmpint (coalition_map_pick (map, at_x, at_y, 8, &index), !=, COALITION_MAP_NOTHING);
          }
      cairo_surface_destroy (surface);
      g_assert_cmpuint (n_ink, >, 5);
    }
}

static guint
count_unlike (cairo_surface_t *one,
              cairo_surface_t *other)
{
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (one); y++)
    for (int x = 0; x < cairo_image_surface_get_width (one); x++)
      n += (pixel_at (one, x, y) & 0xffffff) != (other ? pixel_at (other, x, y) & 0xffffff : 0xffffff);

  return n;
}

/* What is left out of one picture is in the other. */
static void
test_hidden (void)
{
  g_autoptr (CoalitionNetwork) network = drawing_fixture_sample ();
  g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_LIGHT, NULL);
  gboolean hidden[64] = { FALSE };
  CoalitionMapState state = { .hidden_parties = hidden };

  for (int far = 0; far < 2; far++)
    {
      double scale = far ? 0.2 : 1;
      cairo_surface_t *all, *rest, *only;

      hidden[19] = FALSE;
      all = coalition_map_render (map, 800, 800, scale, 350, 0, &state, NULL);
      hidden[19] = TRUE;
      state.only_hidden = FALSE;
      rest = coalition_map_render (map, 800, 800, scale, 350, 0, &state, NULL);
      state.only_hidden = TRUE;
      only = coalition_map_render (map, 800, 800, scale, 350, 0, &state, NULL);
      state.only_hidden = FALSE;
      g_assert_cmpuint (count_unlike (all, rest), >, far ? 100 : 1000);
      g_assert_cmpuint (count_unlike (only, NULL), >, far ? 100 : 1000);
      g_assert_cmpuint (count_unlike (only, NULL), <, count_unlike (rest, NULL) / 4);
      cairo_surface_destroy (all);
      cairo_surface_destroy (rest);
      cairo_surface_destroy (only);
    }
}

/* Dimmed parties are painted with a quarter of their ink, on both levels of detail; lit ones are as ever. */
static void
test_dimmed (void)
{
  g_autoptr (CoalitionNetwork) network = drawing_fixture_sample ();
  g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_LIGHT, NULL);
  gboolean lit[64] = { FALSE };
  CoalitionMapState state = { .lit_parties = lit };

  lit[2] = TRUE;
  for (int far = 0; far < 2; far++)
    {
      double scale = far ? 0.25 : 1;

      for (guint party = 1; party <= 2; party++)
        {
          double x = map->figures[party].x, y = map->figures[party].y;
          cairo_surface_t *surface = coalition_map_render (map, 40, 40, scale, x - 20 / scale, y - 20 / scale, &state, NULL);
          CoalitionMapColor fill = coalition_map_style_fill (COALITION_MAP_LIGHT, COALITION_LEVEL_AFFECTED);
          guint32 pixel = pixel_at (surface, 20, far ? 20 : 7);
          double want = party == 2 ? fill.blue : 1 - (1 - fill.blue) * COALITION_MAP_DIMMED_PARTY;

          g_assert_cmpfloat_with_epsilon ((pixel & 0xff) / 255.0, want, 0.06);
          cairo_surface_destroy (surface);
        }
    }
}

static void
test_selected (void)
{
  g_autoptr (CoalitionNetwork) network = drawing_fixture_sample ();
  g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_DARK, NULL);
  gboolean selected[64] = { FALSE };
  CoalitionMapState state = { .selected_parties = selected, .accent = { 0, 0, 1 } };
  double x = map->figures[19].x, y = map->figures[19].y;
  cairo_surface_t *surface;
  guint n_blue = 0;

  selected[19] = TRUE;
  surface = coalition_map_render (map, 200, 100, 1, x - 100, y - 50, &state, NULL);
  for (int row = 0; row < 100; row++)
    for (int column = 0; column < 200; column++)
      n_blue += (pixel_at (surface, column, row) & 0xffffff) == 0x0000ff;
  g_assert_cmpuint (n_blue, >, 300);
  cairo_surface_destroy (surface);
}

/* A hairline has as much ink, in the same place, as a thin stroke of Cairo's. */
static void
test_hairline (void)
{
  for (int turn = 0; turn < 16; turn++)
    {
      double angle = turn * G_PI / 8 + 0.13, x = 1000 * cos (angle), y = 1000 * sin (angle);
      CoalitionNetworkParty parties[] = { { .id = "a", .name = "a", .placed = TRUE, .x = -x, .y = -y },
                                          { .id = "b", .name = "b", .placed = TRUE, .x = x, .y = y } };
      CoalitionNetworkTie tie = { .id = "t", .kind = "refers", .from = 0, .to = 1, .strength = 4,
                                  .family = COALITION_TIE_OPPOSES };
      g_autoptr (CoalitionNetwork) network = coalition_network_new_from (parties, 2, &tie, 1);
      g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_LIGHT, NULL);
      cairo_surface_t *surface = coalition_map_render (map, 120, 120, 0.25, -240, -240, NULL, NULL);
      double ink = 0, length = 0;

      for (int row = 0; row < 120; row++)
        for (int column = 0; column < 120; column++)
          {
            double share = (255 - (pixel_at (surface, column, row) >> 8 & 0xff)) / 255.0;
            double off = fabs ((column + 0.5 - 60) * sin (angle) - (row + 0.5 - 60) * cos (angle));

            ink += share;
            if (share > 0.05)
              g_assert_cmpfloat (off, <, 1.6);
          }
      length = 120 / MAX (fabs (cos (angle)), fabs (sin (angle)));
      g_assert_cmpfloat (ink, >, length * 0.4);
      g_assert_cmpfloat (ink, <, length);
      cairo_surface_destroy (surface);
    }
}

/* Anything may be out of sight, anywhere, at any scale. */
static void
test_out_of_sight (void)
{
  g_autoptr (CoalitionNetwork) network = drawing_fixture_large (300, 4000);
  g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_DARK, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (int i = 0; i < 60; i++)
    {
      double scale = pow (10, g_rand_double_range (random, -3, 0.3));
      cairo_surface_t *surface = coalition_map_render (map, g_rand_int_range (random, 1, 90), g_rand_int_range (random, 1, 90),
                                                       scale, g_rand_double_range (random, -9000, 9000),
                                                       g_rand_double_range (random, -9000, 9000), NULL, NULL);

      g_assert_nonnull (surface);
      cairo_surface_destroy (surface);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (CoalitionNetwork) network = drawing_fixture_sample ();
  g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_LIGHT, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (coalition_map_render (map, 100, 100, 1, 0, 0, NULL, cancellable));
  g_assert_null (coalition_map_render (map, 100, 100, 0.1, 0, 0, NULL, cancellable));
}

static gpointer
render_in_thread (gpointer data)
{
  g_autoptr (CoalitionMap) map = coalition_map_copy (data);

  return coalition_map_render (map, 600, 600, 1, 400, 0, NULL, NULL);
}

/* A copy renders the same picture in another thread while the first is used here. */
static void
test_thread (void)
{
  g_autoptr (CoalitionNetwork) network = drawing_fixture_sample ();
  g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_LIGHT, NULL);
  g_autoptr (CoalitionMap) other = coalition_map_copy (map);
  GThread *thread = g_thread_new ("render", render_in_thread, other);
  cairo_surface_t *here = coalition_map_render (map, 600, 600, 1, 400, 0, NULL, NULL);
  cairo_surface_t *there = g_thread_join (thread);

  g_assert_cmpuint (count_unlike (here, there), ==, 0);
  cairo_surface_destroy (here);
  cairo_surface_destroy (there);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/picture/pick-what-is-painted", test_pick_what_is_painted);
  g_test_add_func ("/drawing/picture/pick-ties-painted", test_pick_ties_painted);
  g_test_add_func ("/drawing/picture/hidden", test_hidden);
  g_test_add_func ("/drawing/picture/dimmed", test_dimmed);
  g_test_add_func ("/drawing/picture/selected", test_selected);
  g_test_add_func ("/drawing/picture/hairline", test_hairline);
  g_test_add_func ("/drawing/picture/out-of-sight", test_out_of_sight);
  g_test_add_func ("/drawing/picture/cancelled", test_cancelled);
  g_test_add_func ("/drawing/picture/thread", test_thread);

  return g_test_run ();
}
