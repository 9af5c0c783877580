/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-map-private.h"

#include <math.h>

/* The shapes of parties, the heads inside them, badges and the signs on badges: everything as paths, so that it is sharp
 * at any size and the same on screen, in files and on paper. */

const CoalitionPartyMarks coalition_map_badges[4] = {
  COALITION_MARK_REVIEW_LATE,
  COALITION_MARK_OPEN_DIFFERENCE,
  COALITION_MARK_GATEKEEPER,
  COALITION_MARK_DECIDES,
};

static void
rounded (cairo_t *cr,
         double   half_width,
         double   half_height,
         double   radius)
{
  radius = MIN (radius, MIN (half_width, half_height));
  cairo_new_sub_path (cr);
  cairo_arc (cr, half_width - radius, -half_height + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, half_width - radius, half_height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, -half_width + radius, half_height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, -half_width + radius, -half_height + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/*
 * coalition_map_shape_path:
 * @half_width: for circles and hexagons their radius
 * @radius: of a card's corners
 * @grow: how much larger on all sides
 *
 * Adds the outline of a shape around the origin. Hexagons stand on a corner, but lie on a side on paper, where they are
 * told from circles at a smaller size.
 */
void
coalition_map_shape_path (cairo_t          *cr,
                          CoalitionMapTheme theme,
                          CoalitionLevel    level,
                          double            half_width,
                          double            half_height,
                          double            radius,
                          double            grow)
{
  double turn = theme == COALITION_MAP_PAPER ? 0 : G_PI_2;

  switch (level)
    {
    case COALITION_LEVEL_AFFECTED:
      cairo_new_sub_path (cr);
      cairo_arc (cr, 0, 0, half_width + grow, 0, 2 * G_PI);
      cairo_close_path (cr);
      break;
    case COALITION_LEVEL_CONNECTOR:
      cairo_new_sub_path (cr);
      for (int i = 0; i < 6; i++)
        cairo_line_to (cr, (half_width + grow * 1.1547) * cos (turn + i * G_PI / 3),
                       (half_width + grow * 1.1547) * sin (turn + i * G_PI / 3));
      cairo_close_path (cr);
      break;
    case COALITION_LEVEL_ORGANIZATION:
    default:
      rounded (cr, half_width + grow, half_height + grow, radius + grow);
      break;
    }
}

/*
 * coalition_map_shape_distance:
 *
 * The distance of a point from the outline of a shape around the origin, negative inside.
 */
double
coalition_map_shape_distance (CoalitionMapTheme theme,
                              CoalitionLevel    level,
                              double            half_width,
                              double            half_height,
                              double            radius,
                              double            x,
                              double            y)
{
  double apothem, over, across, along;

  x = fabs (x);
  y = fabs (y);
  switch (level)
    {
    case COALITION_LEVEL_AFFECTED:
      return sqrt (x * x + y * y) - half_width;
    case COALITION_LEVEL_CONNECTOR:
      /* Folded into one sixth, the outline is one side. */
      across = theme == COALITION_MAP_PAPER ? y : x;
      along = theme == COALITION_MAP_PAPER ? x : y;
      apothem = half_width * 0.8660254;
      over = 0.5 * across + 0.8660254 * along;
      if (over > across)
        {
          double turned = fabs (0.8660254 * across - 0.5 * along);

          return turned <= half_width / 2 ? over - apothem : hypot (over - apothem, turned - half_width / 2);
        }
      return along <= half_width / 2 ? across - apothem : hypot (across - apothem, along - half_width / 2);
    case COALITION_LEVEL_ORGANIZATION:
    default:
      radius = MIN (radius, MIN (half_width, half_height));
      x -= half_width - radius;
      y -= half_height - radius;
      if (x <= 0 || y <= 0)
        return MAX (x, y) - radius;
      return sqrt (x * x + y * y) - radius;
    }
}

static void
head (cairo_t *cr,
      double   x,
      double   y,
      double   scale)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y - 3.6 * scale, 2.9 * scale, 0, 2 * G_PI);
  cairo_close_path (cr);
  cairo_new_sub_path (cr);
  cairo_move_to (cr, x - 5.6 * scale, y + 6 * scale);
  cairo_curve_to (cr, x - 5.6 * scale, y + 1.8 * scale, x - 3.4 * scale, y + 0.4 * scale, x, y + 0.4 * scale);
  cairo_curve_to (cr, x + 3.4 * scale, y + 0.4 * scale, x + 5.6 * scale, y + 1.8 * scale, x + 5.6 * scale, y + 6 * scale);
  cairo_close_path (cr);
}

/*
 * coalition_map_glyph_people:
 * @size: height of the sign
 *
 * Fills one head (connectors) or two (affected people) around the origin, in the color that is set.
 */
void
coalition_map_glyph_people (cairo_t       *cr,
                            CoalitionLevel level,
                            double         size)
{
  cairo_save (cr);
  cairo_scale (cr, size / 18, size / 18);
  cairo_new_path (cr);
  if (level == COALITION_LEVEL_CONNECTOR)
    head (cr, 0, 0, 1.05);
  else
    {
      head (cr, -2.6, 0.4, 0.86);
      /* The one behind is cut off along the one before, at some distance. */
      cairo_new_sub_path (cr);
      cairo_arc (cr, 4.6, -2.2, 2.1, 0, 2 * G_PI);
      cairo_close_path (cr);
      cairo_new_sub_path (cr);
      cairo_move_to (cr, 3.6, 5.56);
      cairo_curve_to (cr, 3.6, 3.6, 3.0, 2.2, 2.1, 1.2);
      cairo_curve_to (cr, 2.9, 0.9, 3.7, 0.8, 4.6, 0.8);
      cairo_curve_to (cr, 7.0, 0.8, 8.6, 2.0, 8.6, 5.56);
      cairo_close_path (cr);
    }
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
flag (cairo_t *cr)
{
  cairo_rectangle (cr, -4.6, -6, 1.7, 12);
  cairo_move_to (cr, -2.2, -6);
  cairo_line_to (cr, 5.6, -6);
  cairo_line_to (cr, 3.2, -2.5);
  cairo_line_to (cr, 5.6, 1);
  cairo_line_to (cr, -2.2, 1);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
gate (cairo_t *cr)
{
  cairo_set_line_width (cr, 1.6);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_move_to (cr, -5, -6);
  cairo_line_to (cr, -5, 6);
  cairo_move_to (cr, 5, -6);
  cairo_line_to (cr, 5, 6);
  cairo_move_to (cr, 0, -3.2);
  cairo_line_to (cr, 0, 3.4);
  cairo_move_to (cr, -5, -2.9);
  cairo_line_to (cr, 5, -2.9);
  cairo_move_to (cr, -5, 2.9);
  cairo_line_to (cr, 5, 2.9);
  cairo_stroke (cr);
}

static void
speech (cairo_t *cr)
{
  cairo_set_line_width (cr, 1.6);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_translate (cr, 0, -1);
  rounded (cr, 5.8, 4.2, 2);
  cairo_stroke (cr);
  cairo_move_to (cr, -3, 4);
  cairo_line_to (cr, -3, 7.4);
  cairo_line_to (cr, 1.2, 4);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_set_line_width (cr, 1.3);
  cairo_move_to (cr, -3, -1.2);
  cairo_line_to (cr, 3, -1.2);
  cairo_move_to (cr, -3, 1.4);
  cairo_line_to (cr, 1, 1.4);
  cairo_stroke (cr);
}

static void
clock_face (cairo_t *cr)
{
  cairo_set_line_width (cr, 1.6);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0, 0, 6, 0, 2 * G_PI);
  cairo_stroke (cr);
  cairo_move_to (cr, 0, -3.4);
  cairo_line_to (cr, 0, 0);
  cairo_line_to (cr, 2.6, 1.6);
  cairo_stroke (cr);
}

/*
 * coalition_map_glyph_mark:
 * @size: height of the sign
 *
 * Draws the sign of a mark around the origin, in the color that is set: flag, gate, speech or clock.
 */
void
coalition_map_glyph_mark (cairo_t            *cr,
                          CoalitionPartyMarks mark,
                          double              size)
{
  cairo_save (cr);
  cairo_scale (cr, size / 13.5, size / 13.5);
  cairo_new_path (cr);
  switch (mark)
    {
    case COALITION_MARK_DECIDES:
      flag (cr);
      break;
    case COALITION_MARK_GATEKEEPER:
      gate (cr);
      break;
    case COALITION_MARK_OPEN_DIFFERENCE:
      speech (cr);
      break;
    case COALITION_MARK_REVIEW_LATE:
      clock_face (cr);
      break;
    case COALITION_MARK_US:
    default:
      break;
    }
  cairo_restore (cr);
}

/*
 * coalition_map_glyph_document:
 *
 * Draws the sign of an agreement around the origin, in the color that is set.
 */
void
coalition_map_glyph_document (cairo_t *cr,
                              double   size)
{
  cairo_save (cr);
  cairo_scale (cr, size / 13.5, size / 13.5);
  cairo_new_path (cr);
  cairo_set_line_width (cr, 1.7);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  rounded (cr, 4.9, 5.9, 1.6);
  cairo_stroke (cr);
  cairo_move_to (cr, -2.3, 0.3);
  cairo_line_to (cr, -0.6, 2.1);
  cairo_line_to (cr, 2.5, -1.8);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/*
 * coalition_map_badge_paint:
 *
 * Paints the badge of a mark, sign and round, with a ring of ground around it.
 */
void
coalition_map_badge_paint (cairo_t            *cr,
                           CoalitionMapTheme   theme,
                           CoalitionPartyMarks mark,
                           double              x,
                           double              y,
                           double              ink)
{
  const CoalitionMapSizes *sizes = coalition_map_style_sizes (theme);
  CoalitionMapColor color = coalition_map_style_ink (theme, coalition_map_style_badge (theme, mark), ink);

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_new_path (cr);
  cairo_arc (cr, 0, 0, sizes->badge + 1, 0, 2 * G_PI);
  coalition_map_color_set (coalition_map_style_ground (theme), cr);
  cairo_fill (cr);
  cairo_arc (cr, 0, 0, sizes->badge - sizes->badge_line / 2, 0, 2 * G_PI);
  coalition_map_color_set (coalition_map_style_ink (theme, coalition_map_style_badge_fill (theme), ink), cr);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, sizes->badge_line);
  coalition_map_color_set (color, cr);
  cairo_stroke (cr);
  coalition_map_glyph_mark (cr, mark, sizes->badge_glyph);
  cairo_restore (cr);
}

/**
 * coalition_map_paint_mark:
 * @mark: one mark
 * @size: height of the sign
 *
 * Paints the sign of a mark for a list, centered, without the round that it has on the map.
 */
void
coalition_map_paint_mark (cairo_t            *cr,
                          CoalitionMapTheme   theme,
                          CoalitionPartyMarks mark,
                          double              x,
                          double              y,
                          double              size)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  coalition_map_color_set (coalition_map_style_badge (theme, mark), cr);
  coalition_map_glyph_mark (cr, mark, size);
  cairo_restore (cr);
}

/*
 * coalition_map_paint_shape_in:
 * @us: with the second ring of our own organization
 * @size: height of the room for the sign; cards are as wide and less high
 *
 * Paints the shape of a level in given colors, centered, with heads only if it is in those of its level.
 */
void
coalition_map_paint_shape_in (cairo_t          *cr,
                              CoalitionMapTheme theme,
                              CoalitionLevel    level,
                              gboolean          us,
                              double            x,
                              double            y,
                              double            size,
                              CoalitionMapColor fill,
                              CoalitionMapColor ink,
                              gboolean          heads)
{
  double line = CLAMP (size / 11, theme == COALITION_MAP_PAPER ? 0.7 : 1.5, 2);
  double half = (size - line) / 2;
  double half_height = half;
  double ring = us ? MAX (size / 8, line + 0.8) : 0;

  if (level == COALITION_LEVEL_ORGANIZATION)
    half_height = half * (us ? 0.86 : 0.74);
  half += us && level == COALITION_LEVEL_ORGANIZATION ? size * 0.06 : 0;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_set_line_width (cr, line);
  cairo_new_path (cr);
  if (us)
    {
      coalition_map_shape_path (cr, theme, level, half, half_height, size / 4, 0);
      coalition_map_color_set (coalition_map_style_ground (theme), cr);
      cairo_fill_preserve (cr);
      coalition_map_color_set (ink, cr);
      cairo_set_line_width (cr, theme == COALITION_MAP_PAPER ? 0.7 : line * 0.85);
      cairo_stroke (cr);
      cairo_set_line_width (cr, theme == COALITION_MAP_PAPER ? 1.4 : line);
    }
  coalition_map_shape_path (cr, theme, level, half, half_height, size / 5, -ring * 1.1);
  coalition_map_color_set (fill, cr);
  cairo_fill_preserve (cr);
  coalition_map_color_set (ink, cr);
  cairo_stroke (cr);
  if (heads && level != COALITION_LEVEL_ORGANIZATION && size >= 20 && theme != COALITION_MAP_PAPER)
    {
      coalition_map_color_set (coalition_map_style_glyph (theme, level), cr);
      coalition_map_glyph_people (cr, level, size * 0.52);
    }
  cairo_restore (cr);
}

/**
 * coalition_map_paint_shape:
 * @us: with the second ring of our own organization
 * @size: height of the room for the sign; cards are as wide and less high
 *
 * Paints the shape of a level for a list or a legend, centered. The heads are painted where there is room for them.
 */
void
coalition_map_paint_shape (cairo_t          *cr,
                           CoalitionMapTheme theme,
                           CoalitionLevel    level,
                           gboolean          us,
                           double            x,
                           double            y,
                           double            size)
{
  coalition_map_paint_shape_in (cr, theme, level, us, x, y, size, coalition_map_style_fill (theme, level),
                                coalition_map_style_line (theme, level), TRUE);
}
