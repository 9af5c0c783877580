/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-map-private.h"

#include <math.h>

/* The map seen from far away. Cairo needs a tenth of a second and more for the strokes of twenty thousand ties; here they
 * are hairlines written straight into the pixels, after Xiaolin Wu, "An efficient antialiasing technique" (SIGGRAPH
 * 1991): of each step along the longer axis, two pixels share the ink. Parties are small shapes whose edge is
 * smoothed by their distance function. Each pixel is mixed with two multiplications, red and blue sharing one. */

typedef struct {
  guint32 *pixels;
  int width;
  int height;
  int stride; /* in pixels */
} Canvas;

/* Above this size in pixels a shape shows line and fill apart; a smaller one is one spot between both colors. */
#define APART 3.5

/* How dark hairlines are: many over each other must not end in a solid block. */
#define CROWD 2000.0

/* From so many ties on, those that pass through a near view are hairlines. */
#define MANY 3000

static guint32
pack (CoalitionMapColor color)
{
  return (guint32) lround (color.red * 255) << 16 | (guint32) lround (color.green * 255) << 8 |
         (guint32) lround (color.blue * 255);
}

/* @alpha: from 0 to 256 */
static inline void
blend (guint32 *pixel,
       guint32  color,
       guint32  alpha)
{
  guint32 under = *pixel, rest = 256 - alpha;

  *pixel = (((under & 0xff00ff) * rest + (color & 0xff00ff) * alpha) >> 8 & 0xff00ff) |
           (((under & 0x00ff00) * rest + (color & 0x00ff00) * alpha) >> 8 & 0x00ff00);
}

/* Walks one axis pixel by pixel; @along and @across are the distances in memory of one pixel along and across. */
static void
walk (guint32  *start,
      gssize    along,
      gssize    across,
      int       n,
      gint64    position,
      gint64    slope,
      guint32   color,
      guint32   alpha)
{
  for (int i = 0; i <= n; i++, start += along, position += slope)
    {
      guint32 part = (guint32) (position >> 8 & 0xff);
      guint32 *pixel = start + (position >> 16) * across;
      guint32 second = part * alpha >> 8;

      blend (pixel, color, alpha - second);
      blend (pixel + across, color, second);
    }
}

static void
hairline (const Canvas *canvas,
          double        x0,
          double        y0,
          double        x1,
          double        y1,
          guint32       color,
          guint32       alpha)
{
  /* Two pixels on each side are left for the second pixel of a step and for rounding. */
  CoalitionBox box = { 2, 2, canvas->width - 3, canvas->height - 3 };
  double dx = x1 - x0, dy = y1 - y0;
  double slope, first, start, end;
  int from, to;

  if (!coalition_map_clip_line (&box, x0, y0, x1, y1, &start, &end))
    return;
  x1 = x0 + end * dx;
  y1 = y0 + end * dy;
  x0 += start * dx;
  y0 += start * dy;
  if (fabs (dx) >= fabs (dy))
    {
      if (dx < 0)
        {
          double swap;

          swap = x0, x0 = x1, x1 = swap;
          swap = y0, y0 = y1, y1 = swap;
        }
      slope = dx != 0 ? dy / dx : 0;
      from = (int) lround (x0);
      to = (int) lround (x1);
      first = CLAMP (y0 + slope * (from - x0), 0, canvas->height - 2);
      walk (canvas->pixels + from, 1, canvas->stride, to - from, (gint64) (first * 65536),
            (gint64) (slope * 65536), color, alpha);
    }
  else
    {
      if (dy < 0)
        {
          double swap;

          swap = x0, x0 = x1, x1 = swap;
          swap = y0, y0 = y1, y1 = swap;
        }
      slope = dx / dy;
      from = (int) lround (y0);
      to = (int) lround (y1);
      first = CLAMP (x0 + slope * (from - y0), 0, canvas->width - 2);
      walk (canvas->pixels + (gssize) from * canvas->stride, canvas->stride, 1, to - from,
            (gint64) (first * 65536), (gint64) (slope * 65536), color, alpha);
    }
}

/* A routed tie, as straight as it looks from far away. */
static void
hairlines (CoalitionMap *self,
           const Canvas *canvas,
           guint         tie,
           double        scale,
           double        origin_x,
           double        origin_y,
           guint32       color,
           guint32       alpha)
{
  const CoalitionMapLine *line = &self->lines[tie];
  CoalitionMapCurve curve = { .n_pieces = (line->n_way - 1) / 3, .points = line->way };
  int n = 5 * (int) curve.n_pieces;
  double x0 = (line->way[0].x - origin_x) * scale, y0 = (line->way[0].y - origin_y) * scale;

  for (int i = 1; i <= n; i++)
    {
      double x, y;

      coalition_map_curve_point (&curve, (double) i / n, &x, &y);
      x = (x - origin_x) * scale;
      y = (y - origin_y) * scale;
      hairline (canvas, x0, y0, x, y, color, alpha);
      x0 = x;
      y0 = y;
    }
}

typedef struct {
  CoalitionMapTheme theme;
  CoalitionLevel level;
  double half_width;
  double half_height;
  double radius;
  double line;
  guint32 line_color;
  guint32 fill_color;
} Spot;

static void
paint_spot (const Canvas *canvas,
            const Spot   *spot,
            double        x,
            double        y)
{
  int left = MAX ((int) floor (x - spot->half_width - 1), 0);
  int right = MIN ((int) ceil (x + spot->half_width + 1), canvas->width - 1);
  int top = MAX ((int) floor (y - spot->half_height - 1), 0);
  int bottom = MIN ((int) ceil (y + spot->half_height + 1), canvas->height - 1);

  for (int row = top; row <= bottom; row++)
    for (int column = left; column <= right; column++)
      {
        double distance = coalition_map_shape_distance (spot->theme, spot->level, spot->half_width, spot->half_height,
                                                        spot->radius, column + 0.5 - x, row + 0.5 - y);
        double outer, inner;
        guint32 *pixel;

        if (distance >= 0.5)
          continue;
        pixel = canvas->pixels + (gssize) row * canvas->stride + column;
        outer = MIN (0.5 - distance, 1);
        inner = CLAMP (0.5 - distance - spot->line, 0, 1);
        if (inner < 1)
          blend (pixel, spot->line_color, (guint32) (outer * 256));
        if (inner > 0)
          blend (pixel, spot->fill_color, (guint32) (inner * 256));
      }
}

static void
paint_party (CoalitionMap            *self,
             const Canvas            *canvas,
             guint                    party,
             double                   scale,
             double                   x,
             double                   y,
             const CoalitionMapState *state)
{
  const CoalitionMapFigure *figure = &self->figures[party];
  CoalitionLevel level = self->parties[party].level;
  double ink = coalition_map_party_ink (state, party);
  const CoalitionMapPaint *paint = coalition_map_party_paint (self, party);
  CoalitionMapColor line = coalition_map_style_ink (self->theme, paint ? paint->line : coalition_map_style_line (self->theme, level), ink);
  CoalitionMapColor fill = coalition_map_style_ink (self->theme, paint ? paint->fill : coalition_map_style_fill (self->theme, level), ink);
  gboolean us = coalition_map_is_us (self, party);
  double edge = us ? self->sizes->ring : 0;
  Spot spot = { .theme = self->theme, .level = level };

  if (state && state->contrast)
    line = coalition_map_style_ink (self->theme, coalition_map_style_name (self->theme, COALITION_LEVEL_ORGANIZATION), ink);
  spot.half_width = MAX ((figure->half_width + edge) * scale, 1.7);
  spot.half_height = MAX ((figure->half_height + edge) * scale, 1.3);
  if (level != COALITION_LEVEL_ORGANIZATION)
    spot.half_height = spot.half_width = MAX (spot.half_width, 2);
  spot.radius = (self->sizes->card_radius + edge) * scale;
  spot.line = us ? MAX (edge * scale, 1.6) : CLAMP (2 * scale, 0.5, 1);
  /* The color of a class must be seen even in one spot. */
  if (spot.half_height < APART)
    fill = paint ? coalition_map_color_mix (fill, line, us ? 1 : paint->faint ? 0.5 : 0.12) : coalition_map_color_mix (fill, line, us ? 1 : level == COALITION_LEVEL_ORGANIZATION ? 0.45 : 0.25);
  spot.line_color = pack (line);
  spot.fill_color = pack (fill);

  if (state && state->selected_parties && state->selected_parties[party])
    {
      CoalitionMapColor accent = { state->accent[0], state->accent[1], state->accent[2] };
      Spot ring = spot;

      ring.half_width += 3;
      ring.half_height += 3;
      ring.radius += 3;
      ring.line_color = ring.fill_color = pack (accent);
      paint_spot (canvas, &ring, x, y);
    }
  paint_spot (canvas, &spot, x, y);
}

static gboolean
paint_ties (CoalitionMap            *self,
            const Canvas            *canvas,
            double                   scale,
            double                   origin_x,
            double                   origin_y,
            const CoalitionMapState *state,
            gboolean                 dimmed,
            const CoalitionBox      *passing,
            GCancellable            *cancellable)
{
  static const double share[4] = { 0.42, 0.52, 0.68, 0.84 };
  gboolean selection = coalition_map_has_selection (self, state);
  double crowd = CLAMP (sqrt (CROWD / MAX (self->n_ties, 1)), state && state->contrast ? 0.6 : 0.32, 1);
  guint32 colors[5];

  for (int i = 0; i < 5; i++)
    colors[i] = pack (coalition_map_style_tie (self->theme, i));
  for (guint i = 0; i < self->n_ties; i++)
    {
      const CoalitionNetworkTie *tie = &self->ties[i];
      const CoalitionMapFigure *from = &self->figures[tie->from];
      const CoalitionMapFigure *to = &self->figures[tie->to];
      gboolean chosen = state && state->selected_ties && state->selected_ties[i];
      double ink, dark;
      guint32 color;

      if ((i & 511) == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (coalition_map_tie_is_left_out (self, state, i) || (passing && !coalition_map_tie_passes (self, i, passing)))
        continue;
      ink = coalition_map_tie_ink (self, state, i, selection);
      if (coalition_map_tie_is_dimmed (state, ink) != dimmed)
        continue;
      dark = ink * crowd * share[CLAMP (tie->strength, 1, 4) - 1];
      if (tie->status == COALITION_TIE_DORMANT)
        dark *= 0.45;
      else if (tie->status == COALITION_TIE_PROSPECTIVE)
        dark *= 0.7;
      if (tie->time == COALITION_TIME_GONE)
        dark *= 0.5;
      if (chosen || (selection && ink == 1) || tie->time == COALITION_TIME_APPEARED)
        dark = 1;
      color = chosen ? pack ((CoalitionMapColor) { state->accent[0], state->accent[1], state->accent[2] })
                     : colors[tie->family];
      if (self->lines[i].n_way > 0)
        hairlines (self, canvas, i, scale, origin_x, origin_y, color, (guint32) (dark * 256));
      else
        hairline (canvas, (from->x - origin_x) * scale, (from->y - origin_y) * scale, (to->x - origin_x) * scale,
                  (to->y - origin_y) * scale, color, (guint32) (dark * 256));
    }

  return TRUE;
}

static gboolean
paint_parties (CoalitionMap            *self,
               const Canvas            *canvas,
               double                   scale,
               double                   origin_x,
               double                   origin_y,
               const CoalitionMapState *state,
               gboolean                 dimmed,
               GCancellable            *cancellable)
{
  gboolean any_selected = state && state->selected_parties;

  for (int selected = 0; selected <= any_selected; selected++)
    for (guint i = 0; i < self->n_parties; i++)
      {
        double x = (self->figures[i].x - origin_x) * scale, y = (self->figures[i].y - origin_y) * scale;

        if ((i & 511) == 0 && g_cancellable_is_cancelled (cancellable))
          return FALSE;
        if (x < -100 || y < -100 || x > canvas->width + 100 || y > canvas->height + 100 ||
            coalition_map_party_is_left_out (self, state, i) || (coalition_map_party_ink (state, i) < 1) != dimmed ||
            (any_selected && !!state->selected_parties[i] != selected))
          continue;
        paint_party (self, canvas, i, scale, x, y, state);
      }

  return TRUE;
}

/*
 * coalition_map_raster:
 * @surface: an RGB24 image, already filled with ground
 * @passing: (nullable): if given, only ties that pass through this box are painted, and no parties
 *
 * Paints the map as seen from far away, into pixels.
 *
 * Returns: %FALSE if cancelled
 */
gboolean
coalition_map_raster (CoalitionMap            *self,
                      cairo_surface_t         *surface,
                      double                   scale,
                      double                   origin_x,
                      double                   origin_y,
                      const CoalitionMapState *state,
                      const CoalitionBox      *passing,
                      GCancellable            *cancellable)
{
  Canvas canvas;
  gboolean done = TRUE;

  cairo_surface_flush (surface);
  canvas.pixels = (guint32 *) (gpointer) cairo_image_surface_get_data (surface);
  canvas.width = cairo_image_surface_get_width (surface);
  canvas.height = cairo_image_surface_get_height (surface);
  canvas.stride = cairo_image_surface_get_stride (surface) / 4;
  if (canvas.width < 8 || canvas.height < 8)
    return TRUE;

  for (int dimmed = coalition_map_is_dimming (state) ? 1 : 0; dimmed >= 0 && done; dimmed--)
    done = paint_ties (self, &canvas, scale, origin_x, origin_y, state, dimmed, passing, cancellable) &&
           (passing || paint_parties (self, &canvas, scale, origin_x, origin_y, state, dimmed, cancellable));
  cairo_surface_mark_dirty (surface);

  return done;
}

/**
 * coalition_map_render:
 * @width: of the picture, in device pixels
 * @height: likewise
 * @scale: device pixels per map unit
 * @origin_x: the map's x at the left edge of the picture
 * @origin_y: the map's y at the top edge
 * @state: (nullable): selection, dimming and what is left out
 * @cancellable: (nullable): to stop before it is done
 *
 * Paints map and ground into a picture. It may run in the thread that owns the map, whichever that is.
 *
 * Returns: (transfer full) (nullable): an image of format RGB24, or %NULL if cancelled or if there is no memory for it
 */
cairo_surface_t *
coalition_map_render (CoalitionMap            *self,
                      int                      width,
                      int                      height,
                      double                   scale,
                      double                   origin_x,
                      double                   origin_y,
                      const CoalitionMapState *state,
                      GCancellable            *cancellable)
{
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean done;

  g_return_val_if_fail (self != NULL && width > 0 && height > 0 && scale > 0, NULL);

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cr = cairo_create (surface);
  coalition_map_color_set (coalition_map_style_ground (self->theme), cr);
  cairo_paint (cr);
  if (cairo_status (cr) != CAIRO_STATUS_SUCCESS)
    done = FALSE;
  else
    {
      CoalitionBox clip = { origin_x, origin_y, origin_x + width / scale, origin_y + height / scale };
      gboolean far = scale < COALITION_MAP_DETAIL;
      gboolean many = self->n_ties > MANY;

      cairo_scale (cr, scale, scale);
      cairo_translate (cr, -origin_x, -origin_y);
      coalition_map_paint_under (self, cr, scale, &clip, state);
      /* Where ties are many, most only pass through; they are hairlines near by too, and so do not drown the rest. */
      done = (!far && !many) ||
             coalition_map_raster (self, surface, scale, origin_x, origin_y, state, far ? NULL : &clip, cancellable);
      if (far)
        {
          coalition_map_items_paint (self, cr, scale, &clip, state);
          coalition_map_forums_paint_captions (self, cr, scale, &clip, state);
        }
      else
        done = done && coalition_map_paint_all (self, cr, scale, &clip, state, !many, cancellable);
    }
  cairo_destroy (cr);
  if (!done)
    {
      cairo_surface_destroy (surface);
      return NULL;
    }
  cairo_surface_flush (surface);

  return surface;
}
