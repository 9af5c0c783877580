/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-map-private.h"

#include <math.h>

/* The painting of ties: line, end marks and badge. Status is the line, strength its width, and the family its end marks
 * and its color, so that none competes with another. */

typedef struct {
  double chevron;
  double diamond;
  double ring;
  double triangle;
  double bar;
  double bar_line;
} MarkSizes;

static MarkSizes
mark_sizes (CoalitionMapTheme theme,
            double            width)
{
  double k = coalition_map_style_sizes (theme)->mark;
  double extra = MAX (width - 1.4 * k, 0);

  return (MarkSizes) {
    .chevron = 8.5 * k + extra, .diamond = 4.8 * k + extra * 0.6, .ring = 4.2 * k + extra * 0.5,
    .triangle = 11 * k + extra * 1.6, .bar = 13 * k, .bar_line = 2.8 * k,
  };
}

/*
 * coalition_map_tie_is_plain:
 *
 * Whether a tie has no end marks: two who know each other.
 */
gboolean
coalition_map_tie_is_plain (const CoalitionNetworkTie *tie)
{
  return tie->family == COALITION_TIE_KNOWS && tie->mutual &&
         (!tie->kind || !*tie->kind || g_str_equal (tie->kind, "knows"));
}

/* How much of the line the end mark takes the place of. */
static double
mark_reach (CoalitionTieFamily family,
            const MarkSizes   *sizes)
{
  switch (family)
    {
    case COALITION_TIE_WORKS:
      return sizes->diamond;
    case COALITION_TIE_BELONGS:
      return sizes->ring * 2;
    case COALITION_TIE_POWER:
      return sizes->triangle * 0.9;
    case COALITION_TIE_OPPOSES:
      return sizes->bar_line / 2;
    case COALITION_TIE_KNOWS:
    default:
      return 0.6;
    }
}

/* Paints an end mark whose tip is at the origin and which comes from the left. */
static void
paint_mark (cairo_t           *cr,
            CoalitionMapTheme  theme,
            CoalitionTieFamily family,
            const MarkSizes   *sizes,
            double             width,
            CoalitionMapColor  color)
{
  double half;

  cairo_new_path (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  coalition_map_color_set (color, cr);
  switch (family)
    {
    case COALITION_TIE_WORKS:
      cairo_move_to (cr, 0, 0);
      cairo_line_to (cr, -sizes->diamond, -sizes->diamond * 0.85);
      cairo_line_to (cr, -2 * sizes->diamond, 0);
      cairo_line_to (cr, -sizes->diamond, sizes->diamond * 0.85);
      cairo_close_path (cr);
      cairo_fill (cr);
      break;
    case COALITION_TIE_BELONGS:
      cairo_arc (cr, -sizes->ring, 0, sizes->ring - 0.7, 0, 2 * G_PI);
      coalition_map_color_set (coalition_map_style_ground (theme), cr);
      cairo_fill_preserve (cr);
      coalition_map_color_set (color, cr);
      cairo_set_line_width (cr, MIN (width, 2 * coalition_map_style_sizes (theme)->mark));
      cairo_stroke (cr);
      break;
    case COALITION_TIE_POWER:
      half = sizes->triangle * 0.46;
      cairo_move_to (cr, 0, 0);
      cairo_line_to (cr, -sizes->triangle, -half);
      cairo_line_to (cr, -sizes->triangle, half);
      cairo_close_path (cr);
      cairo_fill (cr);
      break;
    case COALITION_TIE_OPPOSES:
      cairo_rectangle (cr, -sizes->bar_line, -sizes->bar / 2, sizes->bar_line, sizes->bar);
      cairo_fill (cr);
      break;
    case COALITION_TIE_KNOWS:
    default:
      cairo_move_to (cr, -sizes->chevron, -sizes->chevron * 0.62);
      cairo_line_to (cr, -width * 0.3, 0);
      cairo_line_to (cr, -sizes->chevron, sizes->chevron * 0.62);
      cairo_set_line_width (cr, MIN (width, 2.4 * coalition_map_style_sizes (theme)->mark));
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
      cairo_stroke (cr);
      break;
    }
}

/* @reach: about the length of the mark: over that distance the line's direction is taken, for bent ones */
static void
paint_mark_at (cairo_t                 *cr,
               CoalitionMapTheme        theme,
               CoalitionTieFamily       family,
               const CoalitionMapCurve *curve,
               gboolean                 start,
               double                   reach,
               const MarkSizes         *sizes,
               double                   width,
               CoalitionMapColor        color)
{
  double tip_x = start ? curve->x0 : curve->x1;
  double tip_y = start ? curve->y0 : curve->y1;
  double back = MIN (reach / MAX (coalition_map_curve_length (curve), 1), 0.5);
  double x, y;

  coalition_map_curve_point (curve, start ? back : 1 - back, &x, &y);
  cairo_save (cr);
  cairo_translate (cr, tip_x, tip_y);
  cairo_rotate (cr, atan2 (tip_y - y, tip_x - x));
  paint_mark (cr, theme, family, sizes, width, color);
  cairo_restore (cr);
}

static void
set_line (cairo_t                   *cr,
          CoalitionMapTheme          theme,
          const CoalitionNetworkTie *tie,
          double                     width,
          double                     phase)
{
  const CoalitionMapSizes *sizes = coalition_map_style_sizes (theme);

  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  if (tie->time == COALITION_TIME_GONE)
    {
      double gone[2] = { 3 * sizes->mark, 4 * sizes->mark };

      cairo_set_dash (cr, gone, 2, phase);
      return;
    }
  switch (tie->status)
    {
    case COALITION_TIE_PROSPECTIVE:
      cairo_set_dash (cr, sizes->dash, 2, phase);
      break;
    case COALITION_TIE_DORMANT:
    case COALITION_TIE_ENDED:
      cairo_set_line_width (cr, sizes->dots_line);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_dash (cr, sizes->dots, 2, phase);
      break;
    case COALITION_TIE_ACTIVE:
    default:
      cairo_set_dash (cr, NULL, 0, 0);
      break;
    }
}

/*
 * coalition_map_line_paint:
 * @curve: from shape to shape
 * @from: where on the curve the picture begins; 0 if its start is in it
 * @to: where on the curve the picture ends; 1 if its end is in it
 * @ink: share of full ink
 * @contrast: in high contrast: nothing is faint, and lines are half as wide again
 *
 * Paints a tie with its end marks. Long ties of which a piece is seen are cut to it, for dashes are dear.
 */
void
coalition_map_line_paint (cairo_t                   *cr,
                          CoalitionMapTheme          theme,
                          const CoalitionNetworkTie *tie,
                          const CoalitionMapCurve   *curve,
                          double                     from,
                          double                     to,
                          double                     ink,
                          gboolean                   contrast)
{
  double width = coalition_map_style_width (theme, tie) * (contrast ? 1.5 : 1);
  MarkSizes sizes = mark_sizes (theme, width);
  gboolean at_end = !coalition_map_tie_is_plain (tie);
  gboolean at_start = at_end && (tie->mutual || tie->family == COALITION_TIE_WORKS);
  double length = MAX (coalition_map_curve_length (curve), 1);
  double reach = mark_reach (tie->family, &sizes);
  double cut = MIN (reach / length, 0.45);
  CoalitionMapColor color;

  if (tie->status == COALITION_TIE_DORMANT && theme != COALITION_MAP_PAPER && !contrast)
    ink *= COALITION_MAP_DORMANT;
  if (tie->time == COALITION_TIME_GONE && theme != COALITION_MAP_PAPER)
    ink *= COALITION_MAP_GONE;
  color = coalition_map_style_ink (theme, coalition_map_style_tie (theme, tie->family), ink);

  cairo_save (cr);
  set_line (cr, theme, tie, width, from * length);
  cairo_new_path (cr);
  coalition_map_curve_add (cr, curve, MAX (from, at_start ? cut : 0), MIN (to, at_end ? 1 - cut : 1));
  coalition_map_color_set (color, cr);
  cairo_stroke (cr);
  if (tie->status == COALITION_TIE_DORMANT)
    width = MIN (width, coalition_map_style_sizes (theme)->dots_line);
  if (at_end && to >= 1)
    paint_mark_at (cr, theme, tie->family, curve, FALSE, reach, &sizes, width, color);
  if (at_start && from <= 0)
    paint_mark_at (cr, theme, tie->family, curve, TRUE, reach, &sizes, width, color);
  cairo_restore (cr);
}

static void
paint_numbers (CoalitionMap *self,
               cairo_t      *cr,
               const GArray *numbers,
               double        x,
               double        y)
{
  double half = self->sizes->agreement;
  double step = 2 * half + 2;
  double left = x - (numbers->len - 1) * step / 2;
  PangoFontDescription *font = pango_font_description_copy (self->bold);

  pango_font_description_set_size (font, (int) (half * (self->theme == COALITION_MAP_PAPER ? 1.46 : 1.1) * PANGO_SCALE));
  for (guint i = 0; i < numbers->len; i++)
    {
      g_autoptr (PangoLayout) layout = pango_layout_new (coalition_map_labels_context (self));
      g_autofree char *text = g_strdup_printf ("%u", g_array_index (numbers, guint, i));
      PangoRectangle logical;
      double wide;

      pango_layout_set_font_description (layout, font);
      pango_layout_set_text (layout, text, -1);
      pango_layout_get_extents (layout, NULL, &logical);
      wide = MAX ((double) logical.width / PANGO_SCALE + 3, 2 * half);
      cairo_new_path (cr);
      cairo_rectangle (cr, left - wide / 2 - 1, y - half - 1, wide + 2, 2 * half + 2);
      coalition_map_color_set (coalition_map_style_ground (self->theme), cr);
      cairo_fill (cr);
      cairo_rectangle (cr, left - wide / 2, y - half, wide, 2 * half);
      coalition_map_color_set (coalition_map_style_name (self->theme, COALITION_LEVEL_ORGANIZATION), cr);
      cairo_fill (cr);
      coalition_map_color_set (coalition_map_style_ground (self->theme), cr);
      cairo_move_to (cr, left - (double) logical.width / PANGO_SCALE / 2, y - (double) logical.height / PANGO_SCALE / 2);
      pango_cairo_show_layout (cr, layout);
      left += MAX (step, wide + 2);
    }
  pango_font_description_free (font);
}

/*
 * coalition_map_line_paint_badge:
 *
 * Paints the sign of an agreement, or the numbers of the agreements, on a tie that carries it.
 */
void
coalition_map_line_paint_badge (CoalitionMap *self,
                                cairo_t      *cr,
                                guint         tie,
                                double        ink)
{
  const CoalitionMapLine *line = &self->lines[tie];
  CoalitionMapColor color, fill;
  double x, y;

  if (!line->badge && !line->numbers)
    return;
  if (!coalition_map_line_get_middle (self, tie, &x, &y))
    return;
  if (line->numbers)
    {
      if (line->numbers->len > 0)
        paint_numbers (self, cr, line->numbers, line->moved ? line->number_x : x, line->moved ? line->number_y : y);
      return;
    }

  color = coalition_map_style_ink (self->theme, coalition_map_style_tie (self->theme, self->ties[tie].family), ink);
  fill = coalition_map_style_ink (self->theme, coalition_map_style_badge_fill (self->theme), ink);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_new_path (cr);
  cairo_arc (cr, 0, 0, self->sizes->agreement - self->sizes->badge_line / 2, 0, 2 * G_PI);
  coalition_map_color_set (fill, cr);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, self->sizes->badge_line);
  coalition_map_color_set (color, cr);
  cairo_stroke (cr);
  coalition_map_glyph_document (cr, self->sizes->agreement * 1.1);
  cairo_restore (cr);
}

/* Teal is said of nothing but working together and forums, and is no accent: a glow of it is neither praise nor alarm. */
static CoalitionMapColor
glow_color (CoalitionMapTheme theme)
{
  return theme == COALITION_MAP_PAPER ? (CoalitionMapColor) { 0.8, 0.8, 0.8 }
                                      : coalition_map_style_tie (theme, COALITION_TIE_WORKS);
}

/*
 * coalition_map_line_paint_glow:
 *
 * Paints the wide soft line behind a tie that has appeared between two dates.
 */
void
coalition_map_line_paint_glow (CoalitionMap            *self,
                               cairo_t                 *cr,
                               guint                    tie,
                               const CoalitionMapCurve *curve)
{
  CoalitionMapColor color = glow_color (self->theme);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  coalition_map_curve_add (cr, curve, 0, 1);
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, self->theme == COALITION_MAP_PAPER ? 1 : 0.28);
  cairo_set_line_width (cr, coalition_map_style_width (self->theme, &self->ties[tie]) + 9 * self->sizes->mark);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/*
 * coalition_map_time_paint:
 * @size: of the round
 *
 * Paints the sign of what has appeared (a plus) or is gone (a cross) on a small round.
 */
void
coalition_map_time_paint (cairo_t           *cr,
                          CoalitionMapTheme  theme,
                          CoalitionTimeMark  time,
                          double             x,
                          double             y,
                          double             size,
                          double             ink)
{
  CoalitionMapColor ground = coalition_map_style_badge_fill (theme);
  CoalitionMapColor sign = coalition_map_style_name (theme, COALITION_LEVEL_ORGANIZATION);
  CoalitionMapColor fill = time == COALITION_TIME_APPEARED ? sign : ground;
  double arm = size * 0.26;

  if (time == COALITION_TIME_STAYED)
    return;
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_new_path (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_arc (cr, 0, 0, size / 2, 0, 2 * G_PI);
  coalition_map_color_set (coalition_map_style_ink (theme, fill, ink), cr);
  cairo_fill_preserve (cr);
  coalition_map_color_set (coalition_map_style_ink (theme, sign, ink), cr);
  cairo_set_line_width (cr, size * 0.08);
  cairo_stroke (cr);
  coalition_map_color_set (coalition_map_style_ink (theme, time == COALITION_TIME_APPEARED ? ground : sign, ink), cr);
  if (time == COALITION_TIME_GONE)
    cairo_rotate (cr, G_PI_4);
  cairo_move_to (cr, -arm, 0);
  cairo_line_to (cr, arm, 0);
  cairo_move_to (cr, 0, -arm);
  cairo_line_to (cr, 0, arm);
  cairo_set_line_width (cr, size * 0.15);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/*
 * coalition_map_line_get_time_place:
 *
 * Where the sign of what became of a tie stands: at the middle of what is free of it, or beside the sign of an agreement.
 *
 * Returns: %FALSE if there is none
 */
gboolean
coalition_map_line_get_time_place (CoalitionMap *self,
                                   guint         tie,
                                   double       *x,
                                   double       *y)
{
  const CoalitionMapLine *line = &self->lines[tie];
  CoalitionMapCurve curve;
  double step, away, best = G_MAXDOUBLE, at_x, at_y, from_x, from_y;

  if (self->ties[tie].time == COALITION_TIME_STAYED || !coalition_map_line_get_curve (self, tie, &curve) ||
      !coalition_map_line_get_middle (self, tie, x, y))
    return FALSE;
  if (!line->badge && (!line->numbers || line->numbers->len == 0))
    return TRUE;
  /* Two radii away from the other sign, on the side where there is more room. */
  from_x = *x;
  from_y = *y;
  away = self->sizes->agreement * 2.1;
  step = 1 / CLAMP (coalition_map_curve_length (&curve) / 3, 8, 200);
  for (double t = 0; t <= 1; t += step)
    {
      double off;

      coalition_map_curve_point (&curve, t, &at_x, &at_y);
      off = fabs (hypot (at_x - from_x, at_y - from_y) - away) +
            (coalition_map_is_covered (self, at_x, at_y, self->sizes->agreement * 0.7) ? 1000 : 0);
      if (off >= best)
        continue;
      best = off;
      *x = at_x;
      *y = at_y;
    }

  return TRUE;
}

/*
 * coalition_map_line_paint_time:
 *
 * Paints the sign of what became of a tie.
 */
void
coalition_map_line_paint_time (CoalitionMap *self,
                               cairo_t      *cr,
                               guint         tie,
                               double        ink)
{
  double x, y;

  if (coalition_map_line_get_time_place (self, tie, &x, &y))
    coalition_map_time_paint (cr, self->theme, self->ties[tie].time, x, y, self->sizes->agreement * 1.5, ink);
}

/**
 * coalition_map_paint_tie_sample:
 * @tie: a tie, of which only family, kind, status, strength and @mutual count
 * @x: middle
 * @y: middle
 * @width: length of the line
 *
 * Paints a short tie for a list or a legend, pointing to the right.
 */
void
coalition_map_paint_tie_sample (cairo_t                   *cr,
                                CoalitionMapTheme          theme,
                                const CoalitionNetworkTie *tie,
                                double                     x,
                                double                     y,
                                double                     width)
{
  CoalitionMapCurve curve = { .x0 = x - width / 2, .y0 = y, .cx = x, .cy = y, .x1 = x + width / 2, .y1 = y };

  /* The legend shows the mark once, where it tells the direction. */
  if (tie->family == COALITION_TIE_WORKS && !tie->mutual)
    {
      double line = coalition_map_style_width (theme, tie);
      MarkSizes sizes = mark_sizes (theme, line);
      CoalitionMapColor color = coalition_map_style_tie (theme, tie->family);

      if (tie->status == COALITION_TIE_DORMANT && theme != COALITION_MAP_PAPER)
        color = coalition_map_style_ink (theme, color, COALITION_MAP_DORMANT);
      cairo_save (cr);
      set_line (cr, theme, tie, line, 0);
      cairo_new_path (cr);
      coalition_map_curve_add (cr, &curve, 0, 1 - sizes.diamond / width);
      coalition_map_color_set (color, cr);
      cairo_stroke (cr);
      paint_mark_at (cr, theme, tie->family, &curve, FALSE, sizes.diamond, &sizes, line, color);
      cairo_restore (cr);
      return;
    }
  coalition_map_line_paint (cr, theme, tie, &curve, 0, 1, 1, FALSE);
}
