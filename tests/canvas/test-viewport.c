/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-viewport.h"
#include "coalition-walk.h"

#include <math.h>

#define NEAR(a, b) g_assert_cmpfloat_with_epsilon (a, b, 1e-6)

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_coordinates (void)
{
  g_autoptr (CoalitionViewport) viewport = coalition_viewport_new ();
  double x, y, back_x, back_y;
  guint changes = 0;

  g_signal_connect_swapped (viewport, "changed", G_CALLBACK (count_cb), &changes);
  coalition_viewport_set_size (viewport, 800, 600);
  coalition_viewport_set (viewport, 2, 30, -40);
  g_assert_cmpuint (changes, ==, 2);
  coalition_viewport_to_widget (viewport, 100, 50, &x, &y);
  NEAR (x, 230);
  NEAR (y, 60);
  coalition_viewport_to_map (viewport, x, y, &back_x, &back_y);
  NEAR (back_x, 100);
  NEAR (back_y, 50);

  /* The same again is no change. */
  coalition_viewport_set (viewport, 2, 30, -40);
  g_assert_cmpuint (changes, ==, 2);
  coalition_viewport_pan (viewport, 5, 7);
  coalition_viewport_to_widget (viewport, 100, 50, &x, &y);
  NEAR (x, 235);
  NEAR (y, 67);
}

static void
test_resize (void)
{
  g_autoptr (CoalitionViewport) viewport = coalition_viewport_new ();
  double x, y;

  coalition_viewport_set_size (viewport, 800, 600);
  coalition_viewport_set (viewport, 1.5, 12, 34);
  coalition_viewport_to_map (viewport, 400, 300, &x, &y);
  coalition_viewport_set_size (viewport, 1000, 500);
  coalition_viewport_to_widget (viewport, x, y, &x, &y);
  NEAR (x, 500);
  NEAR (y, 250);
}

static void
test_zoom (void)
{
  g_autoptr (CoalitionViewport) viewport = coalition_viewport_new ();
  double x, y, after_x, after_y;

  coalition_viewport_set_size (viewport, 800, 600);
  coalition_viewport_set (viewport, 0.7, 100, 50);
  coalition_viewport_to_map (viewport, 123, 456, &x, &y);
  coalition_viewport_zoom_at (viewport, 1.3, 123, 456);
  NEAR (coalition_viewport_get_zoom (viewport), 0.91);
  coalition_viewport_to_map (viewport, 123, 456, &after_x, &after_y);
  NEAR (after_x, x);
  NEAR (after_y, y);

  /* At the limit too, what is under the pointer stays there. */
  coalition_viewport_zoom_at (viewport, 1000, 123, 456);
  NEAR (coalition_viewport_get_zoom (viewport), COALITION_VIEWPORT_MAXIMUM_ZOOM);
  coalition_viewport_zoom_at (viewport, 1e-9, 123, 456);
  NEAR (coalition_viewport_get_zoom (viewport), COALITION_VIEWPORT_MINIMUM_ZOOM);
  coalition_viewport_to_map (viewport, 123, 456, &after_x, &after_y);
  NEAR (after_x, x);
  NEAR (after_y, y);
}

static gboolean
lies_under (const CoalitionBox *box,
            double              zoom,
            double              x,
            double              y,
            const CoalitionBox *card)
{
  return box->left * zoom + x < card->right && box->right * zoom + x > card->left
         && box->top * zoom + y < card->bottom && box->bottom * zoom + y > card->top;
}

static void
test_fit (void)
{
  g_autoptr (CoalitionViewport) viewport = coalition_viewport_new ();
  const CoalitionBox cards[] = { { 12, 12, 180, 52 }, { 1100, 12, 1268, 52 }, { 12, 560, 340, 788 }, { 1070, 748, 1268, 788 } };
  const CoalitionBox bounds = { -500, -300, 700, 500 };
  double zoom, x, y, free_zoom;

  coalition_viewport_set_size (viewport, 1280, 800);

  /* Without cards nothing but the edges bounds it. */
  coalition_viewport_find_fit (viewport, &bounds, NULL, 0, NULL, 0, &free_zoom, &x, &y);
  g_assert_cmpfloat (free_zoom * 800, <=, 800);
  g_assert_cmpfloat (free_zoom * 800, >, 740);
  NEAR (round (bounds.left * free_zoom + x + bounds.right * free_zoom + x), 1280);

  /* Without knowing the parties the bounds stay clear of every card. */
  coalition_viewport_find_fit (viewport, &bounds, NULL, 0, cards, G_N_ELEMENTS (cards), &zoom, &x, &y);
  g_assert_cmpfloat (zoom, <, free_zoom);
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    g_assert_false (lies_under (&bounds, zoom, x, y, &cards[i]));
}

static void
test_fit_around_cards (void)
{
  g_autoptr (CoalitionViewport) viewport = coalition_viewport_new ();
  const CoalitionBox cards[] = { { 12, 12, 180, 52 }, { 1100, 12, 1268, 52 }, { 12, 560, 340, 788 }, { 1070, 748, 1268, 788 } };
  /* A cross: its corners are free. */
  const CoalitionBox boxes[] = { { -600, -40, -480, 40 }, { 480, -40, 600, 40 }, { -60, -400, 60, -320 }, { -60, 320, 60, 400 }, { -60, -40, 60, 40 } };
  const CoalitionBox bounds = { -600, -400, 600, 400 };
  double sure, zoom, x, y;

  coalition_viewport_set_size (viewport, 1280, 800);
  coalition_viewport_find_fit (viewport, &bounds, NULL, 0, cards, G_N_ELEMENTS (cards), &sure, &x, &y);
  coalition_viewport_find_fit (viewport, &bounds, boxes, G_N_ELEMENTS (boxes), cards, G_N_ELEMENTS (cards), &zoom, &x, &y);
  g_assert_cmpfloat (zoom, >, 1.2 * sure);
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (cards); j++)
        g_assert_false (lies_under (&boxes[i], zoom, x, y, &cards[j]));
      g_assert_cmpfloat (boxes[i].left * zoom + x, >=, 0);
      g_assert_cmpfloat (boxes[i].right * zoom + x, <=, 1280);
      g_assert_cmpfloat (boxes[i].top * zoom + y, >=, 0);
      g_assert_cmpfloat (boxes[i].bottom * zoom + y, <=, 800);
    }
}

static void
test_fit_small (void)
{
  g_autoptr (CoalitionViewport) viewport = coalition_viewport_new ();
  const CoalitionBox bounds = { 0, 0, 120, 40 };
  double zoom, x, y;

  coalition_viewport_set_size (viewport, 1280, 800);
  coalition_viewport_find_fit (viewport, &bounds, &bounds, 1, NULL, 0, &zoom, &x, &y);
  NEAR (zoom, COALITION_VIEWPORT_FIT_ZOOM);

  /* A card over everything leaves no free ground; the map is shown all the same. */
  coalition_viewport_find_fit (viewport, &bounds, &bounds, 1, &(CoalitionBox) { 0, 0, 1280, 800 }, 1, &zoom, &x, &y);
  g_assert_cmpfloat (zoom, >, 0.1);
}

static void
test_reveal (void)
{
  g_autoptr (CoalitionViewport) viewport = coalition_viewport_new ();
  const CoalitionBox seen = { 300, 300, 400, 350 }, away = { 3000, 300, 3100, 350 }, card = { 0, 200, 500, 500 };
  double zoom, x, y;

  coalition_viewport_set_size (viewport, 1280, 800);
  coalition_viewport_set (viewport, 1, 0, 0);
  g_assert_false (coalition_viewport_find_reveal (viewport, &seen, NULL, 0, &zoom, &x, &y));
  g_assert_true (coalition_viewport_find_reveal (viewport, &seen, &card, 1, &zoom, &x, &y));
  g_assert_false (lies_under (&seen, zoom, x, y, &card));
  g_assert_true (coalition_viewport_find_reveal (viewport, &away, NULL, 0, &zoom, &x, &y));
  g_assert_cmpfloat (away.left * zoom + x, >, 0);
  g_assert_cmpfloat (away.right * zoom + x, <, 1280);

  /* Too small to read is not seen. */
  coalition_viewport_set (viewport, 0.2, 300, 300);
  g_assert_true (coalition_viewport_find_reveal (viewport, &seen, NULL, 0, &zoom, &x, &y));
  NEAR (zoom, 1);
}

static void
test_flight (void)
{
  g_autoptr (CoalitionViewport) viewport = coalition_viewport_new ();
  double x, y, last = 1;

  coalition_viewport_set_size (viewport, 800, 600);
  coalition_viewport_set (viewport, 1, 0, 0);
  coalition_viewport_fly (viewport, 2, -300, -200, 1000, 200);
  g_assert_true (coalition_viewport_is_flying (viewport));
  for (gint64 now = 1020; now < 1200; now += 20)
    {
      g_assert_true (coalition_viewport_step (viewport, now));
      g_assert_cmpfloat (coalition_viewport_get_zoom (viewport), >, last);
      last = coalition_viewport_get_zoom (viewport);
      /* It eases out: past the half when half the time is over. */
      if (now == 1100)
        g_assert_cmpfloat (last, >, sqrt (2));
    }
  g_assert_false (coalition_viewport_step (viewport, 1200));
  coalition_viewport_get_offset (viewport, &x, &y);
  NEAR (coalition_viewport_get_zoom (viewport), 2);
  NEAR (x, -300);
  NEAR (y, -200);

  /* A hand on the map ends a flight; without motion there is none. */
  coalition_viewport_fly (viewport, 1, 0, 0, 2000, 200);
  coalition_viewport_pan (viewport, 1, 1);
  g_assert_false (coalition_viewport_step (viewport, 2100));
  coalition_viewport_fly (viewport, 3, 10, 10, 3000, 0);
  NEAR (coalition_viewport_get_zoom (viewport), 3);
  g_assert_false (coalition_viewport_is_flying (viewport));
}

static void
test_walk_nearest (void)
{
  /*      1
   *  2   0   3  4
   *        5        6: far right, far down */
  const CoalitionPlace places[] = { { 0, 0 }, { 5, -100 }, { -90, 10 }, { 80, 0 }, { 160, 0 }, { 30, 70 }, { 400, 900 } };
  const guint n = G_N_ELEMENTS (places);

  g_assert_cmpint (coalition_walk_nearest (places, n, 0, COALITION_UP), ==, 1);
  g_assert_cmpint (coalition_walk_nearest (places, n, 0, COALITION_LEFT), ==, 2);
  g_assert_cmpint (coalition_walk_nearest (places, n, 0, COALITION_RIGHT), ==, 3);
  g_assert_cmpint (coalition_walk_nearest (places, n, 0, COALITION_DOWN), ==, 5);
  g_assert_cmpint (coalition_walk_nearest (places, n, 3, COALITION_RIGHT), ==, 4);
  /* Nothing straight on: whatever lies on that side at all. */
  g_assert_cmpint (coalition_walk_nearest (places, n, 4, COALITION_RIGHT), ==, 6);
  g_assert_cmpint (coalition_walk_nearest (places, n, 6, COALITION_RIGHT), ==, -1);
  g_assert_cmpint (coalition_walk_nearest (places, 1, 0, COALITION_UP), ==, -1);
  g_assert_cmpint (coalition_walk_closest (places, n, 150, 20), ==, 4);
  g_assert_cmpint (coalition_walk_closest (places, 0, 150, 20), ==, -1);
}

/* From any party every other can be walked to. */
static void
test_walk_reaches_all (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  CoalitionPlace places[60];
  gboolean reached[60] = { TRUE };
  guint queue[60] = { 0 }, n_queue = 1;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    places[i] = (CoalitionPlace) { g_rand_double_range (random, 0, 2000), g_rand_double_range (random, 0, 1000) };
  for (guint i = 0; i < n_queue; i++)
    for (int direction = COALITION_LEFT; direction <= COALITION_DOWN; direction++)
      {
        int next = coalition_walk_nearest (places, G_N_ELEMENTS (places), queue[i], direction);

        if (next >= 0 && !reached[next])
          {
            reached[next] = TRUE;
            queue[n_queue++] = next;
          }
      }
  g_assert_cmpuint (n_queue, ==, G_N_ELEMENTS (places));
}

static void
test_find_free (void)
{
  const CoalitionBox room = { -60, -20, 60, 20 }, boxes[] = { room, room, room };
  const CoalitionPlace places[] = { { 0, 0 }, { 130, 0 }, { 0, 0 } };
  const gboolean placed[] = { TRUE, TRUE, FALSE };
  CoalitionPlace place = coalition_walk_find_free (boxes, places, placed, 3, &room, 10, 5);

  for (guint i = 0; i < 2; i++)
    g_assert_true (fabs (place.x - places[i].x) >= 120 || fabs (place.y - places[i].y) >= 40);
  g_assert_cmpfloat (hypot (place.x, place.y), <, 200);

  /* Free ground is taken as it is. */
  place = coalition_walk_find_free (boxes, places, placed, 3, &room, 500, 500);
  NEAR (place.x, 500);
  NEAR (place.y, 500);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas/viewport/coordinates", test_coordinates);
  g_test_add_func ("/canvas/viewport/resize", test_resize);
  g_test_add_func ("/canvas/viewport/zoom", test_zoom);
  g_test_add_func ("/canvas/viewport/fit", test_fit);
  g_test_add_func ("/canvas/viewport/fit-around-cards", test_fit_around_cards);
  g_test_add_func ("/canvas/viewport/fit-small", test_fit_small);
  g_test_add_func ("/canvas/viewport/reveal", test_reveal);
  g_test_add_func ("/canvas/viewport/flight", test_flight);
  g_test_add_func ("/canvas/walk/nearest", test_walk_nearest);
  g_test_add_func ("/canvas/walk/reaches-all", test_walk_reaches_all);
  g_test_add_func ("/canvas/walk/find-free", test_find_free);
  return g_test_run ();
}
