/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-map-private.h"
#include "drawing-fixture.h"

#include <stdio.h>

/* 10,000 parties and 20,000 ties, the whole in view: our far view, parties and all, against Cairo stroking each tie alone
 * as a hairline, in turn, the quickest of each. It fails if ours takes more than a quarter. The map itself, whose boxes are
 * needed before anything is seen, is held against our far view, so that laying out every name would show. */
#define N_PARTIES 10000
#define N_TIES 20000
#define N_ROUNDS 5
#define WIDTH 1280
#define HEIGHT 800
#define MOST_OF_CAIRO 0.25
#define MOST_FOR_BOXES 2.0

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

  return ours / cairo > MOST_OF_CAIRO || boxes / ours > MOST_FOR_BOXES;
}
