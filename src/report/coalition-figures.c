/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-figures.h"

#include "coalition-map.h"

#include <math.h>

/* Small figures and signs. Meaning rests on solid against outlined and on shape, never on grey: a laser printer turns
 * grey to dots. Every sign stands beside its word. */

#define SMALL 11.0
#define LINE 0.8

/* A box that begins at @start, from the start of the figure, mirrored where one reads from right to left. */
static double
place (CoalitionTypesetter *setter,
       double               x,
       double               width,
       double               start,
       double               length)
{
  return coalition_typesetter_is_rtl (setter) ? x + width - start - length : x + start;
}

static void
bar (cairo_t  *cr,
     double    x,
     double    y,
     double    width,
     double    height,
     gboolean  solid)
{
  if (solid)
    {
      cairo_rectangle (cr, x, y, width, height);
      cairo_fill (cr);
      return;
    }
  cairo_set_line_width (cr, LINE);
  cairo_rectangle (cr, x + LINE / 2, y + LINE / 2, MAX (width - LINE, 0), height - LINE);
  cairo_stroke (cr);
}

/* @share of the circle is solid: all, the half where one begins to read, or none. */
static void
circle (cairo_t  *cr,
        double    x,
        double    y,
        double    radius,
        double    share,
        gboolean  rtl)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius - LINE / 2, 0, 2 * G_PI);
  cairo_set_line_width (cr, LINE);
  cairo_stroke (cr);
  if (share <= 0)
    return;
  if (share >= 1)
    cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  else if (rtl)
    cairo_arc (cr, x, y, radius, -G_PI / 2, G_PI / 2);
  else
    cairo_arc (cr, x, y, radius, G_PI / 2, 3 * G_PI / 2);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/**
 * coalition_figure_share_free:
 * @share: (transfer full): a #CoalitionFigureShare
 *
 * Frees @share.
 */
void
coalition_figure_share_free (gpointer share)
{
  CoalitionFigureShare *self = share;

  g_free (self->title);
  g_free (self->part_label);
  g_free (self->rest_label);
  g_free (self);
}

/**
 * coalition_figure_bars_free:
 * @bars: (transfer full): a #CoalitionFigureBars
 *
 * Frees @bars.
 */
void
coalition_figure_bars_free (gpointer bars)
{
  CoalitionFigureBars *self = bars;

  for (guint i = 0; i < COALITION_FIGURE_BARS; i++)
    g_free (self->labels[i]);
  g_free (self->title);
  g_free (self);
}

/**
 * coalition_figure_circles_free:
 * @circles: (transfer full): a #CoalitionFigureCircles
 *
 * Frees @circles.
 */
void
coalition_figure_circles_free (gpointer circles)
{
  CoalitionFigureCircles *self = circles;

  for (guint i = 0; i < 3; i++)
    g_free (self->labels[i]);
  g_free (self->title);
  g_free (self);
}

/**
 * coalition_figure_track_free:
 * @track: (transfer full): a #CoalitionFigureTrack
 *
 * Frees @track.
 */
void
coalition_figure_track_free (gpointer track)
{
  CoalitionFigureTrack *self = track;

  g_free (self->label);
  g_free (self);
}

/**
 * coalition_figure_share_height:
 *
 * Height of a share with its words.
 *
 * Returns: points
 */
double
coalition_figure_share_height (void)
{
  return SMALL + 2 + 13 + 3 + SMALL;
}

/**
 * coalition_figure_bars_height:
 * @bars: bars
 *
 * Height of bars with their words.
 *
 * Returns: points
 */
double
coalition_figure_bars_height (const CoalitionFigureBars *bars)
{
  return SMALL + 1 + bars->n_bars * 12.5;
}

/**
 * coalition_figure_circles_height:
 *
 * Height of circles with their words.
 *
 * Returns: points
 */
double
coalition_figure_circles_height (void)
{
  return SMALL + 3 + 13 + 3 + SMALL * 3;
}

/**
 * coalition_figure_share:
 * @setter: a typesetter
 * @cr: a context
 * @x: left
 * @y: top
 * @width: room
 * @height: room
 * @data: a #CoalitionFigureShare
 *
 * Draws a part of a whole.
 */
void
coalition_figure_share (CoalitionTypesetter *setter,
                        cairo_t             *cr,
                        double               x,
                        double               y,
                        double               width,
                        double               height,
                        gpointer             data)
{
  CoalitionFigureShare *share = data;
  double part = share->whole > 0 ? width * share->part / share->whole : 0;
  double rest_width;

  coalition_typesetter_measure (setter, COALITION_TEXT_SMALL, share->rest_label, TRUE, &rest_width, NULL);
  rest_width = MIN (rest_width + 1, width / 2);
  coalition_typesetter_draw_line (setter, cr, COALITION_TEXT_SMALL, share->title, FALSE, x, y, width, COALITION_TEXT_ALIGN_START);
  bar (cr, x, y + SMALL + 2, width, 13, FALSE);
  bar (cr, place (setter, x, width, 0, part), y + SMALL + 2, part, 13, TRUE);
  y += SMALL + 2 + 13 + 3;
  coalition_typesetter_draw_line (setter, cr, COALITION_TEXT_SMALL, share->part_label, TRUE,
                                  place (setter, x, width, 0, width - rest_width - 4), y, width - rest_width - 4,
                                  COALITION_TEXT_ALIGN_START);
  coalition_typesetter_draw_line (setter, cr, COALITION_TEXT_SMALL, share->rest_label, TRUE,
                                  place (setter, x, width, width - rest_width, rest_width), y, rest_width, COALITION_TEXT_ALIGN_END);
}

/**
 * coalition_figure_bars:
 * @setter: a typesetter
 * @cr: a context
 * @x: left
 * @y: top
 * @width: room
 * @height: room
 * @data: a #CoalitionFigureBars
 *
 * Draws bars with their numbers. All begin at zero.
 */
void
coalition_figure_bars (CoalitionTypesetter *setter,
                       cairo_t             *cr,
                       double               x,
                       double               y,
                       double               width,
                       double               height,
                       gpointer             data)
{
  CoalitionFigureBars *bars = data;
  double label_width = width * 0.52;
  double number_width = 24;
  double longest = width - label_width - number_width - 6;
  guint most = 1;

  coalition_typesetter_draw_line (setter, cr, COALITION_TEXT_SMALL, bars->title, FALSE, x, y, width, COALITION_TEXT_ALIGN_START);
  y += SMALL + 1;
  for (guint i = 0; i < bars->n_bars; i++)
    most = MAX (most, bars->values[i]);
  for (guint i = 0; i < bars->n_bars; i++, y += 12.5)
    {
      double length = longest * bars->values[i] / most;
      g_autofree char *number = g_strdup_printf ("%u", bars->values[i]);

      coalition_typesetter_draw_line (setter, cr, COALITION_TEXT_SMALL, bars->labels[i], FALSE,
                                      place (setter, x, width, 0, label_width), y, label_width, COALITION_TEXT_ALIGN_START);
      bar (cr, place (setter, x, width, label_width + 4, length), y + 2, length, 8, bars->solid[i]);
      coalition_typesetter_draw_line (setter, cr, COALITION_TEXT_SMALL_BOLD, number, FALSE,
                                      place (setter, x, width, width - number_width, number_width), y, number_width,
                                      COALITION_TEXT_ALIGN_END);
    }
}

/**
 * coalition_figure_circles:
 * @setter: a typesetter
 * @cr: a context
 * @x: left
 * @y: top
 * @width: room
 * @height: room
 * @data: a #CoalitionFigureCircles
 *
 * Draws what is counted, one circle each as long as they can be told apart, and the counts in words.
 */
void
coalition_figure_circles (CoalitionTypesetter *setter,
                          cairo_t             *cr,
                          double               x,
                          double               y,
                          double               width,
                          double               height,
                          gpointer             data)
{
  CoalitionFigureCircles *circles = data;
  guint total = circles->counts[0] + circles->counts[1] + circles->counts[2];
  gboolean rtl = coalition_typesetter_is_rtl (setter);

  coalition_typesetter_draw_line (setter, cr, COALITION_TEXT_SMALL, circles->title, FALSE, x, y, width, COALITION_TEXT_ALIGN_START);
  y += SMALL + 3;
  if (total * 9.0 <= width)
    {
      double step = MIN (width / MAX (total, 1), 20);
      double radius = MIN (step / 2 - 1, 6.5);

      for (guint i = 0; i < total; i++)
        circle (cr, place (setter, x, width, i * step, 2 * radius) + radius, y + 6.5, radius,
                i < circles->counts[0] ? 1 : i < circles->counts[0] + circles->counts[1] ? 0.5 : 0, rtl);
      y += 13 + 3;
    }
  for (guint i = 0; i < 3; i++, y += SMALL)
    {
      circle (cr, place (setter, x, width, 0, 7) + 3.5, y + 5.5, 3.5, i == 0 ? 1 : i == 1 ? 0.5 : 0, rtl);
      coalition_typesetter_draw_line (setter, cr, COALITION_TEXT_SMALL, circles->labels[i], TRUE,
                                      place (setter, x, width, 12, width - 12), y, width - 12, COALITION_TEXT_ALIGN_START);
    }
}

/**
 * coalition_figure_track:
 * @setter: a typesetter
 * @cr: a context
 * @x: left
 * @y: top
 * @width: room
 * @height: room
 * @data: a #CoalitionFigureTrack
 *
 * Draws the stages of a life at the end of its room, and the name of the stage reached before them.
 */
void
coalition_figure_track (CoalitionTypesetter *setter,
                        cairo_t             *cr,
                        double               x,
                        double               y,
                        double               width,
                        double               height,
                        gpointer             data)
{
  CoalitionFigureTrack *track = data;
  const double step = 15;
  const double radius = 3.3;
  double middle = y + height / 2;
  double length = track->stages > 0 ? (track->stages - 1) * step + 2 * radius : 0;
  double label_width = width - length - (length > 0 ? 7 : 0);
  double left = place (setter, x, width, width - length, length);
  gboolean rtl = coalition_typesetter_is_rtl (setter);

  coalition_typesetter_draw_line (setter, cr, COALITION_TEXT_SMALL_BOLD, track->label, FALSE,
                                  place (setter, x, width, 0, label_width), middle - 5.5, label_width, COALITION_TEXT_ALIGN_END);
  cairo_set_line_width (cr, LINE);
  for (guint i = 0; i < track->stages; i++)
    {
      double at = rtl ? left + length - radius - i * step : left + radius + i * step;

      if (i > 0)
        {
          double from = rtl ? at + radius : at - radius;

          cairo_move_to (cr, from, middle);
          cairo_line_to (cr, from + (rtl ? 1 : -1) * (step - 2 * radius), middle);
          cairo_stroke (cr);
        }
      circle (cr, at, middle, radius, i < track->reached ? 1 : 0, rtl);
    }
}

/**
 * coalition_figure_dots:
 * @setter: a typesetter
 * @cr: a context
 * @x: left
 * @y: top
 * @width: room
 * @height: room
 * @data: a number from 0 to 5
 *
 * Draws a judgement as five dots.
 */
void
coalition_figure_dots (CoalitionTypesetter *setter,
                       cairo_t             *cr,
                       double               x,
                       double               y,
                       double               width,
                       double               height,
                       gpointer             data)
{
  const double step = COALITION_FIGURE_DOTS_WIDTH / 5.0;

  for (int i = 0; i < 5; i++)
    circle (cr, place (setter, x, width, i * step, 5.6) + 2.8, y + height / 2, 2.8, i < GPOINTER_TO_INT (data) ? 1 : 0, FALSE);
}

/**
 * coalition_figure_level:
 * @setter: a typesetter
 * @cr: a context
 * @x: left
 * @y: top
 * @width: room
 * @height: room
 * @data: a #CoalitionLevel
 *
 * Draws the shape that stands for a level on the map.
 */
void
coalition_figure_level (CoalitionTypesetter *setter,
                        cairo_t             *cr,
                        double               x,
                        double               y,
                        double               width,
                        double               height,
                        gpointer             data)
{
  coalition_map_paint_shape (cr, COALITION_MAP_PAPER, GPOINTER_TO_INT (data), FALSE, place (setter, x, width, 0, 12) + 6,
                             y + height / 2, 10);
}

/**
 * coalition_figure_done:
 * @setter: a typesetter
 * @cr: a context
 * @x: left
 * @y: top
 * @width: room
 * @height: room
 * @data: whether it is done
 *
 * Draws a check for what is done, an empty circle for what is not.
 */
void
coalition_figure_done (CoalitionTypesetter *setter,
                       cairo_t             *cr,
                       double               x,
                       double               y,
                       double               width,
                       double               height,
                       gpointer             data)
{
  double left = place (setter, x, width, 0, 8);
  double middle = y + height / 2;

  if (!GPOINTER_TO_INT (data))
    {
      circle (cr, left + 4, middle, 3.3, 0, FALSE);
      return;
    }
  cairo_set_line_width (cr, 1.5);
  cairo_move_to (cr, left + 0.7, middle + 0.4);
  cairo_line_to (cr, left + 3, middle + 3);
  cairo_line_to (cr, left + 7.5, middle - 3);
  cairo_stroke (cr);
}

/**
 * coalition_figure_number:
 * @setter: a typesetter
 * @cr: a context
 * @x: left
 * @y: top
 * @width: room
 * @height: room
 * @data: a number
 *
 * Draws the number of an agreement as on the map: white on a black box.
 */
void
coalition_figure_number (CoalitionTypesetter *setter,
                         cairo_t             *cr,
                         double               x,
                         double               y,
                         double               width,
                         double               height,
                         gpointer             data)
{
  g_autofree char *number = g_strdup_printf ("%u", GPOINTER_TO_UINT (data));
  double text_width, box;

  coalition_typesetter_measure (setter, COALITION_TEXT_SMALL_BOLD, number, FALSE, &text_width, NULL);
  box = MAX (13, text_width + 6);
  x = place (setter, x, width, 0, box);
  cairo_rectangle (cr, x, y + (height - 13) / 2, box, 13);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  coalition_typesetter_draw_line (setter, cr, COALITION_TEXT_SMALL_BOLD, number, FALSE, x, y + (height - 13) / 2 + 1, box,
                                  COALITION_TEXT_ALIGN_CENTER);
}

/**
 * coalition_figure_copy_mark:
 * @setter: a typesetter
 * @cr: a context
 * @x: left
 * @y: top
 * @width: room
 * @height: room
 * @data: what it says
 *
 * Draws the boxed copy mark, whose top is level with the margin.
 */
void
coalition_figure_copy_mark (CoalitionTypesetter *setter,
                            cairo_t             *cr,
                            double               x,
                            double               y,
                            double               width,
                            double               height,
                            gpointer             data)
{
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, x + 0.5, y - 3, width - 1, 17);
  cairo_stroke (cr);
  coalition_typesetter_draw_line (setter, cr, COALITION_TEXT_SMALL_BOLD, data, FALSE, x, y, width, COALITION_TEXT_ALIGN_CENTER);
}
