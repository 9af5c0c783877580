/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-map-private.h"
#include "drawing-fixture.h"

#include <math.h>

/* What is painted in which state: dragged, dimmed, compared, in high contrast; and names without a halo that need none. */

#define WIDTH 1500
#define HEIGHT 1000

static cairo_surface_t *
paint (CoalitionMap            *map,
       const CoalitionMapState *state)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  coalition_map_paint (map, cr, 1, NULL, state);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static guint32
pixel_at (cairo_surface_t *surface,
          int              x,
          int              y)
{
  const guchar *data = cairo_image_surface_get_data (surface);

  g_assert_true (x >= 0 && y >= 0 && x < WIDTH && y < HEIGHT);

  return ((const guint32 *) (gconstpointer) (data + (gsize) y * cairo_image_surface_get_stride (surface)))[x];
}

/* How many pixels have any ink, and how many of these are out of @box. */
static guint
count_ink (cairo_surface_t    *surface,
           const CoalitionBox *box,
           guint              *n_out)
{
  guint n = 0;

  *n_out = 0;
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      if (pixel_at (surface, x, y) >> 24 > 0)
        {
          n++;
          *n_out += x + 1 < box->left || x > box->right || y + 1 < box->top || y > box->bottom;
        }

  return n;
}

/* While a note is dragged it alone is painted over the rest, and the rest without it. */
static void
test_drag_note (void)
{
  g_autoptr (CoalitionNetwork) network = drawing_fixture_rich (FALSE);
  g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_LIGHT, NULL);
  gboolean hidden[2] = { TRUE, FALSE };
  CoalitionMapState state = { .hidden_notes = hidden, .only_hidden = TRUE };
  cairo_surface_t *surface = paint (map, &state);
  CoalitionBox box;
  guint n_out;

  g_assert_true (coalition_map_get_item_box (map, COALITION_MAP_NOTE, 0, &box));
  g_assert_cmpuint (count_ink (surface, &(CoalitionBox) { box.left - 1, box.top - 1, box.right + 1, box.bottom + 1 }, &n_out), >, 3000);
  g_assert_cmpuint (n_out, ==, 0);
  cairo_surface_destroy (surface);

  state.only_hidden = FALSE;
  surface = paint (map, &state);
  g_assert_cmphex (pixel_at (surface, (int) box.left + 12, (int) box.top + 4), ==, 0);
  cairo_surface_destroy (surface);
}

/* A forum goes with its members when these are dragged. */
static void
test_drag_member (void)
{
  g_autoptr (CoalitionNetwork) network = drawing_fixture_rich (FALSE);
  g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_LIGHT, NULL);
  g_autofree gboolean *hidden = g_new0 (gboolean, map->n_parties);
  CoalitionMapState state = { .hidden_parties = hidden };

  hidden[26] = TRUE;
  g_assert_true (coalition_map_forum_is_left_out (map, &state, 0));
  g_assert_false (coalition_map_forum_is_left_out (map, &state, 1));
  state.only_hidden = TRUE;
  g_assert_false (coalition_map_forum_is_left_out (map, &state, 0));
  g_assert_true (coalition_map_forum_is_left_out (map, &state, 1));
}

static void
test_dimming (void)
{
  g_autoptr (CoalitionNetwork) network = drawing_fixture_rich (FALSE);
  g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_LIGHT, NULL);
  g_autofree gboolean *parties = g_new0 (gboolean, map->n_parties);
  g_autofree gboolean *ties = g_new0 (gboolean, map->n_ties);
  gboolean forums[3] = { TRUE, FALSE, FALSE };
  CoalitionMapState state = { .lit_parties = parties };

  parties[0] = parties[24] = TRUE;
  g_assert_cmpfloat (coalition_map_party_ink (&state, 0), ==, 1);
  g_assert_cmpfloat (coalition_map_party_ink (&state, 1), ==, 0.25);
  g_assert_cmpfloat (coalition_map_tie_ink (map, &state, 0, FALSE), ==, 1);
  g_assert_cmpfloat (coalition_map_tie_ink (map, &state, 1, FALSE), ==, 0.22);
  g_assert_cmpfloat (coalition_map_forum_ink (map, &state, 0), ==, 0.58);
  state.lit_forums = forums;
  g_assert_cmpfloat (coalition_map_forum_ink (map, &state, 0), ==, 1);
  g_assert_cmpfloat (coalition_map_forum_ink (map, &state, 1), ==, 0.58);
  /* A tie between two lit parties need not be lit. */
  state.lit_ties = ties;
  g_assert_cmpfloat (coalition_map_tie_ink (map, &state, 0, FALSE), ==, 0.22);
  state.contrast = TRUE;
  g_assert_cmpfloat (coalition_map_party_ink (&state, 1), ==, 0.45);
  g_assert_cmpfloat (coalition_map_tie_ink (map, &state, 0, FALSE), ==, 0.45);
  g_assert_true (coalition_map_tie_is_dimmed (&state, 0.45));
}

/* Gone ties are found even if the record says by now that they have ended; both kinds have their sign beside an agreement's. */
static void
test_compare (void)
{
  CoalitionNetworkParty parties[2] = { { .id = "a", .name = "A", .level = COALITION_LEVEL_AFFECTED, .x = 100, .y = 100, .placed = TRUE },
                                       { .id = "b", .name = "B", .level = COALITION_LEVEL_AFFECTED, .x = 400, .y = 100, .placed = TRUE } };

  for (int time = COALITION_TIME_STAYED; time <= COALITION_TIME_GONE; time++)
    {
      CoalitionNetworkTie tie = { .id = "t", .kind = "project", .from = 0, .to = 1, .family = COALITION_TIE_WORKS, .agreements = 1,
                                  .status = time == COALITION_TIME_GONE ? COALITION_TIE_ENDED : COALITION_TIE_ACTIVE, .time = time };
      g_autoptr (CoalitionNetwork) network = coalition_network_new_from (parties, 2, &tie, 1);
      g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_LIGHT, NULL);
      double x, y, middle_x, middle_y;
      guint index;

      g_assert_cmpint (coalition_map_pick (map, 200, 100, 3, &index), ==, COALITION_MAP_TIE);
      g_assert_true (coalition_map_line_get_middle (map, 0, &middle_x, &middle_y));
      g_assert_cmpint (coalition_map_line_get_time_place (map, 0, &x, &y), ==, time != COALITION_TIME_STAYED);
      if (time != COALITION_TIME_STAYED)
        g_assert_cmpfloat (hypot (x - middle_x, y - middle_y), >=, map->sizes->agreement * 1.7);
    }
}

/* Two ties that cross in their middles, both with an agreement. */
static void
test_badges_apart (void)
{
  CoalitionNetworkParty parties[4] = { { .id = "a", .name = "A", .x = 0, .y = 0, .placed = TRUE },
                                       { .id = "b", .name = "B", .x = 400, .y = 400, .placed = TRUE },
                                       { .id = "c", .name = "C", .x = 0, .y = 400, .placed = TRUE },
                                       { .id = "d", .name = "D", .x = 400, .y = 0, .placed = TRUE } };
  CoalitionNetworkTie ties[2] = { { .id = "t", .kind = "project", .from = 0, .to = 1, .agreements = 1 },
                                  { .id = "u", .kind = "project", .from = 2, .to = 3, .agreements = 1 } };
  g_autoptr (CoalitionNetwork) network = coalition_network_new_from (parties, 4, ties, 2);
  g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_LIGHT, NULL);
  double x0, y0, x1, y1, x, y;

  g_assert_true (coalition_map_line_get_middle (map, 0, &x0, &y0));
  g_assert_true (coalition_map_line_get_middle (map, 1, &x1, &y1));
  g_assert_cmpfloat (hypot (x1 - x0, y1 - y0), >=, 2 * map->sizes->agreement);
  /* A party dragged over a badge makes it go elsewhere. */
  coalition_map_move (map, 1, 900, 900);
  g_assert_true (coalition_map_line_get_middle (map, 0, &x, &y));
  coalition_map_move (map, 2, x, y);
  g_assert_true (coalition_map_line_get_middle (map, 0, &x0, &y0));
  g_assert_cmpfloat (coalition_map_party_distance (map, 2, x0, y0), >, 0);
}

/* A name that no tie runs behind has no ground around it: what lies under it is seen between its letters. */
static void
test_halo (void)
{
  CoalitionNetworkParty parties[3] = {
    { .id = "a", .name = "Quiet corner", .level = COALITION_LEVEL_AFFECTED, .x = 300, .y = 100, .placed = TRUE },
    { .id = "b", .name = "One", .level = COALITION_LEVEL_AFFECTED, .x = 100, .y = 130, .placed = TRUE },
    { .id = "c", .name = "Other", .level = COALITION_LEVEL_AFFECTED, .x = 500, .y = 130, .placed = TRUE },
  };
  CoalitionNetworkTie tie = { .id = "t", .kind = "knows", .from = 1, .to = 2, .mutual = TRUE, .strength = 2 };
  guint clear[2];

  for (int crossed = 0; crossed < 2; crossed++)
    {
      g_autoptr (CoalitionNetwork) network = coalition_network_new_from (parties, 3, &tie, (guint) crossed);
      g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_LIGHT, NULL);
      cairo_surface_t *surface = paint (map, NULL);
      const CoalitionBox *label = &map->figures[0].label;

      clear[crossed] = 0;
      for (int y = (int) (100 + label->top) + 1; y < (int) (100 + label->bottom); y++)
        for (int x = (int) (300 + label->left) + 1; x < (int) (300 + label->right); x++)
          clear[crossed] += pixel_at (surface, x, y) >> 24 == 0;
      cairo_surface_destroy (surface);
    }
  g_assert_cmpuint (clear[0], >, 2 * MAX (clear[1], 1));
}

static void
test_contrast (void)
{
  g_autoptr (CoalitionNetwork) network = drawing_fixture_rich (FALSE);
  guint n_ink[2];

  for (int theme = COALITION_MAP_LIGHT; theme <= COALITION_MAP_DARK; theme++)
    {
      g_autoptr (CoalitionMap) map = coalition_map_new (network, theme, NULL);
      g_autofree gboolean *nobody = g_new0 (gboolean, map->n_parties);

      for (int contrast = 0; contrast < 2; contrast++)
        {
          CoalitionMapState state = { .contrast = contrast };
          cairo_surface_t *surface = paint (map, &state);

          n_ink[contrast] = 0;
          for (int y = 0; y < HEIGHT; y++)
            for (int x = 0; x < WIDTH; x++)
              {
                guint32 pixel = pixel_at (surface, x, y);
                guint light = (pixel >> 8 & 0xff);

                n_ink[contrast] += pixel >> 24 == 255 && (theme == COALITION_MAP_LIGHT ? light < 110 : light > 145);
              }
          cairo_surface_destroy (surface);
        }
      /* Lines are half as wide again, and nothing is faint. */
      g_assert_cmpfloat ((double) n_ink[1], >, 1.2 * n_ink[0]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/states/drag-note", test_drag_note);
  g_test_add_func ("/drawing/states/drag-member", test_drag_member);
  g_test_add_func ("/drawing/states/dimming", test_dimming);
  g_test_add_func ("/drawing/states/compare", test_compare);
  g_test_add_func ("/drawing/states/badges-apart", test_badges_apart);
  g_test_add_func ("/drawing/states/halo", test_halo);
  g_test_add_func ("/drawing/states/contrast", test_contrast);

  return g_test_run ();
}
