/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-map-palette.h"

#include <math.h>

/* The colors of classes. They were searched for by a program that simulates protanopia, deuteranopia and tritanopia (after
 * Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision deficiency", 2009) and
 * keeps every two of them, and the grey of "Other", apart for all four kinds of eyes, with names readable on each and
 * none near the accent blue of selection. A test holds them to it. Color is never alone: each class has a sign too. */

#define RGB(hex) { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0 }

/* The lines of shapes: this much of the color of names in the fill. */
#define LINE_SHARE_LIGHT 0.62
#define LINE_SHARE_DARK 0.55

typedef struct {
  CoalitionMapColor names[COALITION_MAP_PALETTE_NAMES];
  CoalitionMapColor other;
  CoalitionMapColor little;
  CoalitionMapColor much;
  CoalitionMapColor one_end;
  CoalitionMapColor neutral;
  CoalitionMapColor other_end;
} Palette;

static const Palette light = {
  .names = { RGB (0x50a1b4), RGB (0xf9dd8f), RGB (0xde7a8a), RGB (0xd5a6ed), RGB (0xb7e5bc), RGB (0xe8a98c),
             RGB (0x999a55), RGB (0x8eeff8) },
  .other = RGB (0xbdbcc2),
  .little = RGB (0xf4f0fb), .much = RGB (0x9379d9),
  .one_end = RGB (0xf09a3e), .neutral = RGB (0xf1f0f3), .other_end = RGB (0xa488d8),
};

static const Palette dark = {
  .names = { RGB (0x3c4d86), RGB (0x817525), RGB (0x8f4534), RGB (0x9f608f), RGB (0x10855b), RGB (0x3e2f03),
             RGB (0x5d0f4c), RGB (0x003828) },
  .other = RGB (0x55555a),
  .little = RGB (0x2c2933), .much = RGB (0x7d5bcb),
  .one_end = RGB (0x9a5208), .neutral = RGB (0x3c3c41), .other_end = RGB (0x7450c0),
};

/* On paper classes without an order differ by their sign, and neighbors in the legend by white and grey. */
static const CoalitionMapColor black = { 0, 0, 0 }, white = { 1, 1, 1 };
static const CoalitionMapColor paper_grey = { 0.82, 0.82, 0.82 }, paper_strong = { 0.58, 0.58, 0.58 };

static CoalitionMapColor
fill_on_screen (const Palette *palette,
                CoalitionScale scale,
                guint          rank,
                double         position)
{
  switch (scale)
    {
    case COALITION_SCALE_STEPS:
      return coalition_map_color_mix (palette->little, palette->much, position);
    case COALITION_SCALE_OPPOSITES:
      return position < 0.5 ? coalition_map_color_mix (palette->one_end, palette->neutral, position * 2)
                            : coalition_map_color_mix (palette->neutral, palette->other_end, position * 2 - 1);
    case COALITION_SCALE_NAMES:
    default:
      return rank < COALITION_MAP_PALETTE_NAMES ? palette->names[rank] : palette->other;
    }
}

static CoalitionMapColor
fill_on_paper (CoalitionScale scale,
               guint          rank,
               double         position)
{
  switch (scale)
    {
    case COALITION_SCALE_STEPS:
      return coalition_map_color_mix (white, paper_strong, position);
    case COALITION_SCALE_OPPOSITES:
      return coalition_map_color_mix (white, paper_strong, fabs (position - 0.5) * 2);
    case COALITION_SCALE_NAMES:
    default:
      return rank % 2 ? paper_grey : white;
    }
}

/*
 * coalition_map_palette_get:
 * @rank: place in the scale, of a class without an order its color
 * @position: in an ordered scale, 0 to 1
 *
 * The look of a class.
 */
CoalitionMapPaint
coalition_map_palette_get (CoalitionMapTheme theme,
                           CoalitionScale    scale,
                           guint             rank,
                           double            position)
{
  CoalitionMapPaint paint = { 0 };

  position = CLAMP (position, 0, 1);
  paint.name = coalition_map_style_name (theme, COALITION_LEVEL_ORGANIZATION);
  if (theme == COALITION_MAP_PAPER)
    {
      paint.fill = fill_on_paper (scale, rank, position);
      paint.line = black;
      paint.name = black;
    }
  else
    {
      paint.fill = fill_on_screen (theme == COALITION_MAP_DARK ? &dark : &light, scale, rank, position);
      paint.line = coalition_map_color_mix (paint.fill, paint.name,
                                            theme == COALITION_MAP_DARK ? LINE_SHARE_DARK : LINE_SHARE_LIGHT);
    }
  switch (scale)
    {
    case COALITION_SCALE_STEPS:
      paint.sign = COALITION_MAP_SIGN_BARS;
      paint.value = 1 + (int) lround (position * 4);
      break;
    case COALITION_SCALE_OPPOSITES:
      paint.sign = COALITION_MAP_SIGN_ARROWS;
      paint.value = (int) lround (position * 4) - 2;
      break;
    case COALITION_SCALE_NAMES:
    default:
      paint.sign = COALITION_MAP_SIGN_SHAPE;
      paint.value = (int) MIN (rank, COALITION_MAP_PALETTE_NAMES);
      break;
    }

  return paint;
}

/*
 * coalition_map_palette_unknown:
 *
 * The look of parties that are in no class: empty, with a dashed line.
 */
CoalitionMapPaint
coalition_map_palette_unknown (CoalitionMapTheme theme)
{
  CoalitionMapPaint paint = { .faint = TRUE };

  paint.fill = coalition_map_style_ground (theme);
  paint.name = coalition_map_style_name (theme, COALITION_LEVEL_AFFECTED);
  paint.line = theme == COALITION_MAP_PAPER ? black : coalition_map_style_line (theme, COALITION_LEVEL_ORGANIZATION);

  return paint;
}

/*
 * coalition_map_palette_make:
 *
 * The looks of all classes, and after them that of what is not known.
 *
 * Returns: (transfer full) (array): @n_classes + 1 looks
 */
CoalitionMapPaint *
coalition_map_palette_make (CoalitionMapTheme          theme,
                            CoalitionScale             scale,
                            const CoalitionColorClass *classes,
                            guint                      n_classes)
{
  CoalitionMapPaint *paints = g_new0 (CoalitionMapPaint, n_classes + 1);

  for (guint i = 0; i < n_classes; i++)
    paints[i] = coalition_map_palette_get (theme, scale, classes[i].rank, classes[i].position);
  paints[n_classes] = coalition_map_palette_unknown (theme);

  return paints;
}

static void
polygon (cairo_t *cr,
         int      n,
         double   radius,
         double   turn)
{
  for (int i = 0; i < n; i++)
    cairo_line_to (cr, radius * cos (turn + 2 * G_PI * i / n), radius * sin (turn + 2 * G_PI * i / n));
  cairo_close_path (cr);
}

/* Nine shapes in a square from -1 to 1 that stay apart at seven pixels. */
static void
shape (cairo_t *cr,
       int      value)
{
  switch (value)
    {
    case 0:
      cairo_arc (cr, 0, 0, 0.86, 0, 2 * G_PI);
      break;
    case 1:
      cairo_translate (cr, 0, 0.2);
      polygon (cr, 3, 1.1, -G_PI_2);
      break;
    case 2:
      cairo_rectangle (cr, -0.78, -0.78, 1.56, 1.56);
      break;
    case 3:
      cairo_rectangle (cr, -0.98, -0.3, 1.96, 0.6);
      cairo_rectangle (cr, -0.3, -0.98, 0.6, 1.96);
      break;
    case 4:
      polygon (cr, 4, 1.08, 0);
      break;
    case 5:
      cairo_translate (cr, 0, -0.2);
      polygon (cr, 3, 1.1, G_PI_2);
      break;
    case 6:
      cairo_rectangle (cr, -0.95, -0.85, 1.9, 0.56);
      cairo_rectangle (cr, -0.95, 0.29, 1.9, 0.56);
      break;
    case 7:
      cairo_arc (cr, 0, 0, 0.92, 0, 2 * G_PI);
      cairo_new_sub_path (cr);
      cairo_arc_negative (cr, 0, 0, 0.46, 2 * G_PI, 0);
      break;
    default:
      for (int i = -1; i <= 1; i++)
        {
          cairo_new_sub_path (cr);
          cairo_arc (cr, i * 0.72, 0, 0.25, 0, 2 * G_PI);
        }
      break;
    }
  cairo_fill (cr);
}

static void
bars (cairo_t *cr,
      int      value)
{
  for (int i = 0; i < 5; i++)
    {
      double height = 0.5 + i * 0.36;

      /* The bars that are not there are hinted at by their feet. */
      cairo_rectangle (cr, -1 + i * 0.42, 0.95 - (i < value ? height : 0.16), 0.3, i < value ? height : 0.16);
    }
  cairo_fill (cr);
}

static void
arrows (cairo_t *cr,
        int      value)
{
  int n = ABS (value);
  double sign = value > 0 ? -1 : 1;

  if (n == 0)
    cairo_rectangle (cr, -0.8, -0.2, 1.6, 0.4);
  for (int i = 0; i < n; i++)
    {
      double middle = n == 1 ? 0 : i * 0.96 - 0.48;
      double half = n == 1 ? 0.6 : 0.46;

      cairo_move_to (cr, -0.85, middle - sign * half);
      cairo_line_to (cr, 0.85, middle - sign * half);
      cairo_line_to (cr, 0, middle + sign * half);
      cairo_close_path (cr);
    }
  cairo_fill (cr);
}

/*
 * coalition_map_sign_paint:
 * @size: height of the sign
 *
 * Fills the sign of a class around the origin, in the color that is set.
 */
void
coalition_map_sign_paint (cairo_t                 *cr,
                          const CoalitionMapPaint *paint,
                          double                   size)
{
  cairo_save (cr);
  cairo_scale (cr, size / 2, size / 2);
  cairo_new_path (cr);
  switch (paint->sign)
    {
    case COALITION_MAP_SIGN_SHAPE:
      shape (cr, paint->value);
      break;
    case COALITION_MAP_SIGN_BARS:
      bars (cr, paint->value);
      break;
    case COALITION_MAP_SIGN_ARROWS:
      arrows (cr, paint->value);
      break;
    case COALITION_MAP_SIGN_NONE:
    default:
      break;
    }
  cairo_restore (cr);
}

/*
 * coalition_map_sign_paint_round:
 *
 * Paints the sign of a class on a small round, for the corner of a card.
 */
void
coalition_map_sign_paint_round (cairo_t                 *cr,
                                CoalitionMapTheme        theme,
                                const CoalitionMapPaint *paint,
                                double                   x,
                                double                   y,
                                double                   radius,
                                double                   ink)
{
  CoalitionMapColor line = coalition_map_style_ink (theme, paint->line, ink);

  if (paint->sign == COALITION_MAP_SIGN_NONE)
    return;
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_new_path (cr);
  cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
  coalition_map_color_set (coalition_map_style_ink (theme, paint->fill, ink), cr);
  cairo_fill_preserve (cr);
  coalition_map_color_set (line, cr);
  cairo_set_line_width (cr, radius * 0.17);
  cairo_stroke (cr);
  coalition_map_sign_paint (cr, paint, radius * 1.08);
  cairo_restore (cr);
}
