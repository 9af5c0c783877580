/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-map-private.h"
#include "drawing-fixture.h"

#include <stdio.h>

/* 10,000 parties and 20,000 ties, the whole in view: our far view, parties and all, against Cairo stroking each tie alone
 * as a hairline, in turn, the quickest of each. It fails if ours takes more than a quarter. The map itself, whose boxes are
 * needed before anything is seen, is held against our far view, so that laying out every name would show.
 *
 * Then the same with colors and sizes of classes and two hundred forums: the far view and a near one with names, badges and
 * captions, and what the window's own thread has to do while a picture is made in another: copying the map, moving a party
 * and asking what is under the pointer. That may take a tenth of Cairo's strokes. */
#define N_PARTIES 10000
#define N_TIES 20000
#define N_ROUNDS 5
#define WIDTH 1280
#define HEIGHT 800
#define MOST_OF_CAIRO 0.25
#define MOST_FOR_BOXES 2.0
#define N_FORUMS 200
#define MOST_WITH_ALL 0.3
#define MOST_NEAR 0.35
#define MOST_OF_A_FRAME 0.1
#define NEAR_SCALE 0.6

static double
stroke_with_cairo (CoalitionMap *map,
                   double        scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  gint64 start = g_get_monotonic_time ();

  cairo_set_line_width (cr, 1);
  for (guint i = 0; i < map->n_ties; i++)
    {
      const CoalitionMapFigure *from = &map->figures[map->ties[i].from], *to = &map->figures[map->ties[i].to];
      CoalitionMapColor color = coalition_map_style_tie (COALITION_MAP_LIGHT, map->ties[i].family);

      cairo_set_source_rgba (cr, color.red, color.green, color.blue, 0.4);
      cairo_move_to (cr, from->x * scale, from->y * scale);
      cairo_line_to (cr, to->x * scale, to->y * scale);
      cairo_stroke (cr);
    }
  cairo_surface_flush (surface);
  start = g_get_monotonic_time () - start;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return start / 1000.0;
}

static double
since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1000.0;
}

/* Everything on. Returns whether it is within its limits; @cairo is what Cairo's strokes take. */
static gboolean
run_with_all (double cairo)
{
  g_autoptr (CoalitionNetwork) network = drawing_fixture_crowd (N_PARTIES, N_TIES, N_FORUMS);
  g_autoptr (CoalitionEncoding) encoding = drawing_fixture_encoding (network, COALITION_SCALE_NAMES, 9, TRUE);
  double far_view = G_MAXDOUBLE, near_view = G_MAXDOUBLE, frame = G_MAXDOUBLE, encode = G_MAXDOUBLE;

  for (int round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_LIGHT, NULL);
      g_autoptr (CoalitionMap) copy = NULL;
      cairo_surface_t *surface;
      gint64 start = g_get_monotonic_time ();
      double x, y;
      guint index;

      coalition_map_set_encoding (map, encoding);
      encode = MIN (encode, since (start));
      start = g_get_monotonic_time ();
      surface = coalition_map_render (map, WIDTH, HEIGHT, HEIGHT / 13200.0, -100, -100, NULL, NULL);
      far_view = MIN (far_view, since (start));
      cairo_surface_destroy (surface);
      start = g_get_monotonic_time ();
      surface = coalition_map_render (map, WIDTH, HEIGHT, NEAR_SCALE, 6000, 4000, NULL, NULL);
      near_view = MIN (near_view, since (start));
      cairo_surface_destroy (surface);
      coalition_map_pick (map, 6000, 4000, 10, &index);
      start = g_get_monotonic_time ();
      copy = coalition_map_copy (map);
      coalition_map_get_place (map, 0, &x, &y);
      coalition_map_move (map, 0, x + 3, y + 3);
      coalition_map_pick (map, x, y, 10, &index);
      frame = MIN (frame, since (start));
    }
  printf ("with colors, sizes and %d forums: taking them over %.1f ms, far view %.1f ms, near view %.1f ms, a frame while the "
          "picture is made %.1f ms\n", N_FORUMS, encode, far_view, near_view, frame);
  printf ("ratios to Cairo's strokes %.2f, limit %.2f; %.2f, limit %.2f; %.3f, limit %.2f\n", far_view / cairo, MOST_WITH_ALL,
          near_view / cairo, MOST_NEAR, MAX (frame, encode) / cairo, MOST_OF_A_FRAME);

  return far_view / cairo <= MOST_WITH_ALL && near_view / cairo <= MOST_NEAR && MAX (frame, encode) / cairo <= MOST_OF_A_FRAME;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (CoalitionNetwork) network = drawing_fixture_large (N_PARTIES, N_TIES);
  double ours = G_MAXDOUBLE, cairo = G_MAXDOUBLE, boxes = G_MAXDOUBLE;
  const double scale = HEIGHT / 13200.0;

  for (int round = 0; round < N_ROUNDS; round++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_LIGHT, NULL);
      cairo_surface_t *surface;

      boxes = MIN (boxes, (g_get_monotonic_time () - start) / 1000.0);
      start = g_get_monotonic_time ();
      surface = coalition_map_render (map, WIDTH, HEIGHT, scale, -100, -100, NULL, NULL);
      ours = MIN (ours, (g_get_monotonic_time () - start) / 1000.0);
      cairo_surface_destroy (surface);
      cairo = MIN (cairo, stroke_with_cairo (map, scale));
    }
  printf ("far view %.1f ms, Cairo's strokes %.1f ms: ratio %.2f, limit %.2f\n", ours, cairo, ours / cairo, MOST_OF_CAIRO);
  printf ("map and boxes %.1f ms: ratio to the far view %.2f, limit %.2f\n", boxes, boxes / ours, MOST_FOR_BOXES);

  return !run_with_all (cairo) || ours / cairo > MOST_OF_CAIRO || boxes / ours > MOST_FOR_BOXES;
}
