/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-map-palette.h"

#include <math.h>
#include <string.h>

/* Classes are told apart by every kind of eye, and names on them can be read. */

#define LEAST_APART 16.0
#define LEAST_STEP 7.0
#define LEAST_RANGE 30.0
#define LEAST_CONTRAST 4.5

static const CoalitionMapTheme screens[] = { COALITION_MAP_LIGHT, COALITION_MAP_DARK };

/* Machado, Oliveira and Fernandes, 2009, table 1, severity 1: protanopia, deuteranopia, tritanopia, for linear RGB. */
static const double eyes[4][9] = {
  { 1, 0, 0, 0, 1, 0, 0, 0, 1 },
  { 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998 },
  { 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881 },
  { 1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900 },
};

static double
linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
bend (double t)
{
  return t > 0.008856 ? cbrt (t) : 7.787 * t + 16.0 / 116;
}

static void
to_lab (CoalitionMapColor color,
        int               eye,
        double           *lab)
{
  double rgb[3] = { linear (color.red), linear (color.green), linear (color.blue) }, seen[3];
  double x, y, z;

  for (int i = 0; i < 3; i++)
    seen[i] = CLAMP (eyes[eye][3 * i] * rgb[0] + eyes[eye][3 * i + 1] * rgb[1] + eyes[eye][3 * i + 2] * rgb[2], 0, 1);
  x = (0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.95047;
  y = 0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2];
  z = (0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.08883;
  lab[0] = 116 * bend (y) - 16;
  lab[1] = 500 * (bend (x) - bend (y));
  lab[2] = 200 * (bend (y) - bend (z));
}

/* The Lab distance for the eye that sees the least of it. */
static double
apart (CoalitionMapColor one,
       CoalitionMapColor other)
{
  double least = G_MAXDOUBLE;

  for (int eye = 0; eye < 4; eye++)
    {
      double a[3], b[3];

      to_lab (one, eye, a);
      to_lab (other, eye, b);
      least = MIN (least, sqrt (pow (a[0] - b[0], 2) + pow (a[1] - b[1], 2) + pow (a[2] - b[2], 2)));
    }

  return least;
}

static void
check_readable (CoalitionMapTheme        theme,
                const CoalitionMapPaint *paint)
{
  g_assert_cmpfloat (coalition_map_color_contrast (paint->name, paint->fill), >=, LEAST_CONTRAST);
  /* Line and sign, which are larger than letters. */
  g_assert_cmpfloat (coalition_map_color_contrast (paint->line, paint->fill), >=, 2.3);
  g_assert_cmpfloat (coalition_map_color_contrast (paint->line, coalition_map_style_ground (theme)), >=, 3);
}

static void
test_names (void)
{
  for (guint t = 0; t < G_N_ELEMENTS (screens); t++)
    {
      CoalitionMapColor accent = { 0x35 / 255.0, 0x84 / 255.0, 0xe4 / 255.0 };

      for (guint i = 0; i <= COALITION_MAP_PALETTE_NAMES; i++)
        {
          CoalitionMapPaint paint = coalition_map_palette_get (screens[t], COALITION_SCALE_NAMES, i, 0);

          check_readable (screens[t], &paint);
          g_assert_cmpfloat (apart (paint.fill, accent), >=, 10);
          for (guint j = 0; j < i; j++)
            g_assert_cmpfloat (apart (paint.fill, coalition_map_palette_get (screens[t], COALITION_SCALE_NAMES, j, 0).fill), >=,
                               LEAST_APART);
        }
    }
}

static void
test_steps (void)
{
  for (guint t = 0; t < G_N_ELEMENTS (screens); t++)
    for (int scale = COALITION_SCALE_STEPS; scale <= COALITION_SCALE_OPPOSITES; scale++)
      {
        CoalitionMapPaint ends[2] = { coalition_map_palette_get (screens[t], scale, 0, 0),
                                      coalition_map_palette_get (screens[t], scale, 4, 1) };

        g_assert_cmpfloat (apart (ends[0].fill, ends[1].fill), >=, LEAST_RANGE);
        for (guint i = 0; i < 5; i++)
          {
            CoalitionMapPaint paint = coalition_map_palette_get (screens[t], scale, i, i / 4.0);

            check_readable (screens[t], &paint);
            if (i > 0)
              g_assert_cmpfloat (apart (paint.fill, coalition_map_palette_get (screens[t], scale, i - 1, (i - 1) / 4.0).fill), >=,
                                 LEAST_STEP);
          }
      }
}

/* On paper there is no color at all. */
static void
test_paper (void)
{
  for (int scale = 0; scale < 3; scale++)
    for (guint i = 0; i < 9; i++)
      {
        CoalitionMapPaint paint = coalition_map_palette_get (COALITION_MAP_PAPER, scale, i, i / 8.0);

        g_assert_cmpfloat (paint.fill.red, ==, paint.fill.green);
        g_assert_cmpfloat (paint.fill.red, ==, paint.fill.blue);
        g_assert_cmpfloat (paint.line.red, ==, 0);
        check_readable (COALITION_MAP_PAPER, &paint);
      }
}

static cairo_surface_t *
paint_sign (const CoalitionMapPaint *paint)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 16, 16);
  cairo_t *cr = cairo_create (surface);

  cairo_translate (cr, 8, 8);
  coalition_map_sign_paint (cr, paint, 14);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* Without color: each class has ink of its own. */
static void
test_signs (void)
{
  static const guint n_signs[3] = { 9, 5, 5 };

  for (int scale = 0; scale < 3; scale++)
    for (guint i = 0; i < n_signs[scale]; i++)
      {
        CoalitionMapPaint one = coalition_map_palette_get (COALITION_MAP_LIGHT, scale, i, i / (n_signs[scale] - 1.0));

        g_assert_false (one.faint);
        for (guint j = 0; j < i; j++)
          {
            CoalitionMapPaint other = coalition_map_palette_get (COALITION_MAP_LIGHT, scale, j, j / (n_signs[scale] - 1.0));
            cairo_surface_t *a = paint_sign (&one), *b = paint_sign (&other);
            const guchar *x = cairo_image_surface_get_data (a), *y = cairo_image_surface_get_data (b);
            int difference = 0;

            for (int k = 0; k < cairo_image_surface_get_stride (a) * 16; k++)
              difference += ABS (x[k] - y[k]);
            /* At least so many of the 196 pixels differ in full. */
            g_assert_cmpint (difference / 255, >=, 8);
            cairo_surface_destroy (a);
            cairo_surface_destroy (b);
          }
      }
}

static void
test_unknown (void)
{
  for (int theme = 0; theme < 3; theme++)
    {
      CoalitionMapPaint paint = coalition_map_palette_unknown (theme);
      CoalitionMapColor ground = coalition_map_style_ground (theme);

      g_assert_true (paint.faint);
      g_assert_cmpint (paint.sign, ==, COALITION_MAP_SIGN_NONE);
      g_assert_cmpmem (&paint.fill, sizeof ground, &ground, sizeof ground);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/palette/names", test_names);
  g_test_add_func ("/drawing/palette/steps", test_steps);
  g_test_add_func ("/drawing/palette/paper", test_paper);
  g_test_add_func ("/drawing/palette/signs", test_signs);
  g_test_add_func ("/drawing/palette/unknown", test_unknown);

  return g_test_run ();
}
