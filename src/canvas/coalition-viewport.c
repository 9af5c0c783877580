/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-viewport.h"

#include <math.h>

/* Free ground that a fitted map keeps from the edges of the widget and from the cards that float on it, in pixels. */
#define MARGIN 16.0

/* Above this many parties a map is fitted by its bounds alone: names are far too small to lie under a card. */
#define MANY_BOXES 1500

struct _CoalitionViewport
{
  GObject parent_instance;

  double width;
  double height;
  double zoom;
  double x;
  double y;

  gboolean flying;
  gint64 start;
  gint64 duration;
  double from_zoom, from_x, from_y;
  double to_zoom, to_x, to_y;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CoalitionViewport, coalition_viewport, G_TYPE_OBJECT)

static double
limit_zoom (double zoom)
{
  return CLAMP (zoom, COALITION_VIEWPORT_MINIMUM_ZOOM, COALITION_VIEWPORT_MAXIMUM_ZOOM);
}

static void
place (CoalitionViewport *self,
       double             zoom,
       double             x,
       double             y)
{
  if (self->zoom == zoom && self->x == x && self->y == y)
    return;
  self->zoom = zoom;
  self->x = x;
  self->y = y;
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
overlaps (const CoalitionBox *a,
          const CoalitionBox *b)
{
  return a->left < b->right && b->left < a->right && a->top < b->bottom && b->top < a->bottom;
}

static gboolean
is_free (const CoalitionBox *box,
         const CoalitionBox *cards,
         guint               n_cards)
{
  for (guint i = 0; i < n_cards; i++)
    if (overlaps (box, &cards[i]))
      return FALSE;
  return TRUE;
}

/* The rectangle between the cards in which something of this size is largest. Its sides lie at the widget's margin or
 * at the side of a card, so that all candidates can be tried. */
static double
find_free_rectangle (CoalitionViewport  *self,
                     double              map_width,
                     double              map_height,
                     const CoalitionBox *cards,
                     guint               n_cards,
                     CoalitionBox       *best)
{
  g_autofree double *sides = g_new (double, 4 * (n_cards + 1));
  double *lefts = sides, *tops = lefts + n_cards + 1, *rights = tops + n_cards + 1, *bottoms = rights + n_cards + 1;
  double best_zoom = 0;

  for (guint i = 0; i < n_cards; i++)
    {
      lefts[i] = cards[i].right;
      tops[i] = cards[i].bottom;
      rights[i] = cards[i].left;
      bottoms[i] = cards[i].top;
    }
  lefts[n_cards] = tops[n_cards] = MARGIN;
  rights[n_cards] = self->width - MARGIN;
  bottoms[n_cards] = self->height - MARGIN;
  *best = (CoalitionBox) { MARGIN, MARGIN, MAX (rights[n_cards], MARGIN + 1), MAX (bottoms[n_cards], MARGIN + 1) };

  for (guint l = 0; l <= n_cards; l++)
    for (guint r = 0; r <= n_cards; r++)
      for (guint t = 0; t <= n_cards; t++)
        for (guint b = 0; b <= n_cards; b++)
          {
            CoalitionBox box = { lefts[l], tops[t], rights[r], bottoms[b] };
            double zoom;

            if (box.right <= box.left || box.bottom <= box.top)
              continue;
            zoom = MIN ((box.right - box.left) / map_width, (box.bottom - box.top) / map_height);
            if (zoom > best_zoom && is_free (&box, cards, n_cards))
              {
                best_zoom = zoom;
                *best = box;
              }
          }
  if (best_zoom == 0)
    best_zoom = MIN ((best->right - best->left) / map_width, (best->bottom - best->top) / map_height);
  return best_zoom;
}

static gboolean
boxes_are_free (const CoalitionBox *boxes,
                guint               n_boxes,
                const CoalitionBox *cards,
                guint               n_cards,
                double              zoom,
                double              x,
                double              y)
{
  for (guint i = 0; i < n_boxes; i++)
    {
      CoalitionBox box = { boxes[i].left * zoom + x, boxes[i].top * zoom + y,
                           boxes[i].right * zoom + x, boxes[i].bottom * zoom + y };
      if (!is_free (&box, cards, n_cards))
        return FALSE;
    }
  return TRUE;
}

/* A map with free corners can be larger than the rectangle between the cards. Zooms from the largest that fits the
 * widget down to @least are tried, each at several places. */
static gboolean
find_place_around_cards (CoalitionViewport  *self,
                         const CoalitionBox *bounds,
                         const CoalitionBox *boxes,
                         guint               n_boxes,
                         const CoalitionBox *cards,
                         guint               n_cards,
                         double              least,
                         double             *zoom,
                         double             *x,
                         double             *y)
{
  static const double steps[] = { 0.5, 0.35, 0.65, 0.2, 0.8, 0.0, 1.0 };
  double map_width = bounds->right - bounds->left, map_height = bounds->bottom - bounds->top;
  double most = MIN ((self->width - 2 * MARGIN) / map_width, (self->height - 2 * MARGIN) / map_height);

  for (double z = MIN (most, COALITION_VIEWPORT_FIT_ZOOM); z > least; z *= 0.97)
    {
      double slack_x = self->width - 2 * MARGIN - map_width * z;
      double slack_y = self->height - 2 * MARGIN - map_height * z;

      for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
        for (guint j = 0; j < G_N_ELEMENTS (steps); j++)
          {
            double try_x = MARGIN + slack_x * steps[i] - bounds->left * z;
            double try_y = MARGIN + slack_y * steps[j] - bounds->top * z;

            if (!boxes_are_free (boxes, n_boxes, cards, n_cards, z, try_x, try_y))
              continue;
            *zoom = z;
            *x = try_x;
            *y = try_y;
            return TRUE;
          }
    }
  return FALSE;
}

static CoalitionBox *
grow_cards (const CoalitionBox *cards,
            guint               n_cards)
{
  CoalitionBox *grown = g_new (CoalitionBox, n_cards + 1);

  for (guint i = 0; i < n_cards; i++)
    grown[i] = (CoalitionBox) { cards[i].left - MARGIN / 2, cards[i].top - MARGIN / 2,
                                cards[i].right + MARGIN / 2, cards[i].bottom + MARGIN / 2 };
  return grown;
}

static void
coalition_viewport_class_init (CoalitionViewportClass *klass)
{
  /**
   * CoalitionViewport::changed:
   *
   * What is seen, or the size in which it is seen, has changed.
   */
  signals[CHANGED] = g_signal_new ("changed", COALITION_TYPE_VIEWPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
coalition_viewport_init (CoalitionViewport *self)
{
  self->zoom = 1;
}

/**
 * coalition_viewport_new:
 *
 * Returns: (transfer full): a viewport without size, at zoom 1, with the map's origin in its corner
 */
CoalitionViewport *
coalition_viewport_new (void)
{
  return g_object_new (COALITION_TYPE_VIEWPORT, NULL);
}

/**
 * coalition_viewport_set_size:
 * @self: a viewport
 * @width: pixels
 * @height: pixels
 *
 * Sets the size of the widget. What was in the middle stays in the middle.
 */
void
coalition_viewport_set_size (CoalitionViewport *self,
                             double             width,
                             double             height)
{
  double dx = (width - self->width) / 2, dy = (height - self->height) / 2;

  if (self->width == width && self->height == height)
    return;
  if (self->width > 0 && self->height > 0)
    {
      self->x += floor (dx);
      self->y += floor (dy);
      self->to_x += floor (dx);
      self->to_y += floor (dy);
      self->from_x += floor (dx);
      self->from_y += floor (dy);
    }
  self->width = width;
  self->height = height;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * coalition_viewport_get_size:
 * @self: a viewport
 * @width: (out): pixels
 * @height: (out): pixels
 *
 * Gets the size last set.
 */
void
coalition_viewport_get_size (CoalitionViewport *self,
                             double            *width,
                             double            *height)
{
  *width = self->width;
  *height = self->height;
}

/**
 * coalition_viewport_get_zoom:
 * @self: a viewport
 *
 * Returns: widget pixels per map unit
 */
double
coalition_viewport_get_zoom (CoalitionViewport *self)
{
  return self->zoom;
}

/**
 * coalition_viewport_get_offset:
 * @self: a viewport
 * @x: (out): pixels
 * @y: (out): pixels
 *
 * Gets where the map's origin lies in the widget.
 */
void
coalition_viewport_get_offset (CoalitionViewport *self,
                               double            *x,
                               double            *y)
{
  *x = self->x;
  *y = self->y;
}

/**
 * coalition_viewport_to_widget:
 * @self: a viewport
 * @map_x: map units
 * @map_y: map units
 * @x: (out): pixels
 * @y: (out): pixels
 *
 * Tells where a place of the map is seen.
 */
void
coalition_viewport_to_widget (CoalitionViewport *self,
                              double             map_x,
                              double             map_y,
                              double            *x,
                              double            *y)
{
  *x = map_x * self->zoom + self->x;
  *y = map_y * self->zoom + self->y;
}

/**
 * coalition_viewport_to_map:
 * @self: a viewport
 * @x: pixels
 * @y: pixels
 * @map_x: (out): map units
 * @map_y: (out): map units
 *
 * Tells which place of the map is seen at a pixel.
 */
void
coalition_viewport_to_map (CoalitionViewport *self,
                           double             x,
                           double             y,
                           double            *map_x,
                           double            *map_y)
{
  *map_x = (x - self->x) / self->zoom;
  *map_y = (y - self->y) / self->zoom;
}

/**
 * coalition_viewport_get_visible:
 * @self: a viewport
 * @visible: (out caller-allocates): map units
 *
 * Gets the part of the map that is seen.
 */
void
coalition_viewport_get_visible (CoalitionViewport *self,
                                CoalitionBox      *visible)
{
  coalition_viewport_to_map (self, 0, 0, &visible->left, &visible->top);
  coalition_viewport_to_map (self, self->width, self->height, &visible->right, &visible->bottom);
}

/**
 * coalition_viewport_pan:
 * @self: a viewport
 * @dx: pixels to the right
 * @dy: pixels down
 *
 * Shifts the map under the widget, and ends a flight.
 */
void
coalition_viewport_pan (CoalitionViewport *self,
                        double             dx,
                        double             dy)
{
  self->flying = FALSE;
  place (self, self->zoom, self->x + dx, self->y + dy);
}

/**
 * coalition_viewport_zoom_at:
 * @self: a viewport
 * @factor: more than 1 to come closer
 * @x: pixels
 * @y: pixels
 *
 * Zooms, within the limits, so that what is seen at a pixel stays there. Ends a flight.
 */
void
coalition_viewport_zoom_at (CoalitionViewport *self,
                            double             factor,
                            double             x,
                            double             y)
{
  double zoom = limit_zoom (self->zoom * factor);
  double real = zoom / self->zoom;

  self->flying = FALSE;
  place (self, zoom, x - (x - self->x) * real, y - (y - self->y) * real);
}

/**
 * coalition_viewport_set:
 * @self: a viewport
 * @zoom: pixels per map unit
 * @x: pixels
 * @y: pixels
 *
 * Sets zoom (within the limits) and offset at once. Ends a flight.
 */
void
coalition_viewport_set (CoalitionViewport *self,
                        double             zoom,
                        double             x,
                        double             y)
{
  self->flying = FALSE;
  place (self, limit_zoom (zoom), x, y);
}

/**
 * coalition_viewport_find_fit:
 * @self: a viewport
 * @bounds: of what is to be seen, in map units
 * @boxes: (array length=n_boxes) (nullable): of its parts, in map units
 * @n_boxes: how many
 * @cards: (array length=n_cards) (nullable): what floats on the widget, in pixels
 * @n_cards: how many
 * @zoom: (out): the zoom
 * @x: (out): the offset
 * @y: (out): the offset
 *
 * Finds the view in which all is as large as it can be (to a limit: a map of two parties is not blown up) while
 * nothing lies under a card. With @boxes the free corners of the map are used; without, its bounds stay clear of the
 * cards.
 */
void
coalition_viewport_find_fit (CoalitionViewport  *self,
                             const CoalitionBox *bounds,
                             const CoalitionBox *boxes,
                             guint               n_boxes,
                             const CoalitionBox *cards,
                             guint               n_cards,
                             double             *zoom,
                             double             *x,
                             double             *y)
{
  double map_width = MAX (bounds->right - bounds->left, 1), map_height = MAX (bounds->bottom - bounds->top, 1);
  g_autofree CoalitionBox *grown = grow_cards (cards, n_cards);
  CoalitionBox rectangle;
  double sure = find_free_rectangle (self, map_width, map_height, grown, n_cards, &rectangle);

  *zoom = limit_zoom (MIN (sure, COALITION_VIEWPORT_FIT_ZOOM));
  if (n_boxes > 0 && n_boxes <= MANY_BOXES && n_cards > 0
      && find_place_around_cards (self, bounds, boxes, n_boxes, grown, n_cards, *zoom, zoom, x, y))
    {
      *x = floor (*x);
      *y = floor (*y);
      return;
    }
  *x = floor ((rectangle.left + rectangle.right) / 2 - (bounds->left + bounds->right) / 2 * *zoom);
  *y = floor ((rectangle.top + rectangle.bottom) / 2 - (bounds->top + bounds->bottom) / 2 * *zoom);
}

/**
 * coalition_viewport_find_reveal:
 * @self: a viewport
 * @bounds: of what is to be seen, in map units
 * @cards: (array length=n_cards) (nullable): what floats on the widget, in pixels
 * @n_cards: how many
 * @zoom: (out): the zoom
 * @x: (out): the offset
 * @y: (out): the offset
 *
 * Finds a view in which @bounds can be seen and read, in the middle of the free ground.
 *
 * Returns: %FALSE if they can be seen as things are, and nothing need move
 */
gboolean
coalition_viewport_find_reveal (CoalitionViewport  *self,
                                const CoalitionBox *bounds,
                                const CoalitionBox *cards,
                                guint               n_cards,
                                double             *zoom,
                                double             *x,
                                double             *y)
{
  g_autofree CoalitionBox *grown = grow_cards (cards, n_cards);
  CoalitionBox seen, rectangle;

  coalition_viewport_to_widget (self, bounds->left, bounds->top, &seen.left, &seen.top);
  coalition_viewport_to_widget (self, bounds->right, bounds->bottom, &seen.right, &seen.bottom);
  if (self->zoom >= 0.5 && seen.left >= 0 && seen.top >= 0 && seen.right <= self->width && seen.bottom <= self->height
      && is_free (&seen, cards, n_cards))
    return FALSE;

  find_free_rectangle (self, 1, 1, grown, n_cards, &rectangle);
  *zoom = self->zoom >= 0.5 ? self->zoom : 1;
  *x = floor ((rectangle.left + rectangle.right) / 2 - (bounds->left + bounds->right) / 2 * *zoom);
  *y = floor ((rectangle.top + rectangle.bottom) / 2 - (bounds->top + bounds->bottom) / 2 * *zoom);
  return TRUE;
}

/**
 * coalition_ease_out:
 * @t: from 0 to 1
 *
 * Returns: @t eased: fast at first and slow at the end (cubic)
 */
double
coalition_ease_out (double t)
{
  double rest = 1 - CLAMP (t, 0, 1);

  return 1 - rest * rest * rest;
}

/**
 * coalition_viewport_fly:
 * @self: a viewport
 * @zoom: the zoom at the end
 * @x: the offset at the end
 * @y: the offset at the end
 * @start: the time now, in microseconds
 * @duration: how long, in microseconds; 0 for at once
 *
 * Starts a flight to another view; coalition_viewport_step() carries it on.
 */
void
coalition_viewport_fly (CoalitionViewport *self,
                        double             zoom,
                        double             x,
                        double             y,
                        gint64             start,
                        gint64             duration)
{
  if (duration <= 0)
    {
      coalition_viewport_set (self, zoom, x, y);
      return;
    }
  self->flying = TRUE;
  self->start = start;
  self->duration = duration;
  self->from_zoom = self->zoom;
  self->from_x = self->x;
  self->from_y = self->y;
  self->to_zoom = limit_zoom (zoom);
  self->to_x = x;
  self->to_y = y;
}

/**
 * coalition_viewport_step:
 * @self: a viewport
 * @now: the time, in microseconds
 *
 * Carries a flight on. The middle of the view moves on a straight line while the zoom changes evenly in its logarithm.
 *
 * Returns: whether it goes on
 */
gboolean
coalition_viewport_step (CoalitionViewport *self,
                         gint64             now)
{
  double t, middle_x, middle_y, zoom;

  if (!self->flying)
    return FALSE;
  t = coalition_ease_out ((now - self->start) / (double) self->duration);
  if (t >= 1)
    {
      self->flying = FALSE;
      place (self, self->to_zoom, self->to_x, self->to_y);
      return FALSE;
    }
  zoom = self->from_zoom * pow (self->to_zoom / self->from_zoom, t);
  middle_x = (1 - t) * (self->width / 2 - self->from_x) / self->from_zoom + t * (self->width / 2 - self->to_x) / self->to_zoom;
  middle_y = (1 - t) * (self->height / 2 - self->from_y) / self->from_zoom + t * (self->height / 2 - self->to_y) / self->to_zoom;
  place (self, zoom, floor (self->width / 2 - middle_x * zoom), floor (self->height / 2 - middle_y * zoom));
  return TRUE;
}

/**
 * coalition_viewport_is_flying:
 * @self: a viewport
 *
 * Returns: whether a flight is under way
 */
gboolean
coalition_viewport_is_flying (CoalitionViewport *self)
{
  return self->flying;
}
