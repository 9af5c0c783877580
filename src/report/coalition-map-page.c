/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-map-page.h"

#include "coalition-sheet.h"

#include <math.h>

/* It takes the rest of a page if names find room there, else a page of its own, upright or turned. What does not find
 * room for its names even so is shown as shapes; the caller lists them. */

#define LEAST 250.0
#define STEP 40.0
#define INSET 8.0
#define TITLE_ROOM 34.0
#define FACTS_ROOM 16.0
#define MOST_NAMED 250
#define SHARES_PAGE 370.0

struct _CoalitionMapPage
{
  char *heading;
  char *facts; /* NULL if there is nothing to say */
  const char *note;
  CoalitionMap *map;
  double least;
  gboolean turned;
  gboolean named;
};

/**
 * coalition_map_page_new:
 * @heading: what stands above the map
 * @facts: (nullable) (array zero-terminated=1): what a reader has to know besides: date, filter
 *
 * Makes a page without a map.
 *
 * Returns: (transfer full): the page
 */
CoalitionMapPage *
coalition_map_page_new (const char        *heading,
                        const char *const *facts)
{
  CoalitionMapPage *self = g_new0 (CoalitionMapPage, 1);

  self->heading = g_strdup (heading);
  if (facts != NULL && facts[0] != NULL)
    self->facts = g_strjoinv (" · ", (char **) facts);

  return self;
}

/**
 * coalition_map_page_free:
 * @self: (transfer full): a page
 *
 * Frees @self and its map.
 */
void
coalition_map_page_free (CoalitionMapPage *self)
{
  g_clear_pointer (&self->map, coalition_map_free);
  g_free (self->heading);
  g_free (self->facts);
  g_free (self);
}

/**
 * coalition_map_page_set_note:
 * @self: a page
 * @note: a static sentence
 *
 * Says what a reader has to know of how the map is drawn, beside the heading.
 */
void
coalition_map_page_set_note (CoalitionMapPage *self,
                             const char       *note)
{
  self->note = note;
}

/* --- painting ----------------------------------------------------------------------------------------------------------- */

static void
paint_unnamed (CoalitionMap *map,
               cairo_t      *cr,
               double        x,
               double        y,
               double        width,
               double        height)
{
  CoalitionBox bounds;
  double across, down, scale;

  if (!coalition_map_get_bounds (map, NULL, &bounds))
    return;
  across = MAX (bounds.right - bounds.left, 1);
  down = MAX (bounds.bottom - bounds.top, 1);
  scale = MIN (MIN (width / across, height / down), 0.3);
  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  cairo_translate (cr, x + (width - scale * across) / 2, y + (height - scale * down) / 2);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -bounds.left, -bounds.top);
  coalition_map_paint (map, cr, scale, &bounds, NULL);
  cairo_restore (cr);
}

static void
paint_figure (CoalitionTypesetter *setter,
              cairo_t             *cr,
              double               x,
              double               y,
              double               width,
              double               height,
              gpointer             data)
{
  CoalitionMapPage *self = data;
  double legend;

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, 0.4);
  cairo_rectangle (cr, x, y, width, height);
  cairo_stroke (cr);
  coalition_map_measure_legend_strip (self->map, width - 2 * INSET, &legend);
  coalition_sheet_rule (cr, x, y + height - legend - 2 * INSET, width, 0.4);
  cairo_save (cr);
  if (self->named)
    coalition_map_paint_fitted (self->map, cr, x + INSET, y + INSET, width - 2 * INSET, height - legend - 4 * INSET);
  else
    paint_unnamed (self->map, cr, x + INSET, y + INSET, width - 2 * INSET, height - legend - 4 * INSET);
  cairo_restore (cr);
  cairo_translate (cr, x + INSET, y + height - legend - INSET);
  coalition_map_paint_legend_strip (self->map, cr, width - 2 * INSET);
  cairo_restore (cr);
}

/* A page of its own, the sheet turned: heading and note stand on the long side, as everything. */
static void
paint_turned (CoalitionTypesetter *setter,
              cairo_t             *cr,
              double               x,
              double               y,
              double               width,
              double               height,
              gpointer             data)
{
  CoalitionMapPage *self = data;
  gboolean rtl = coalition_typesetter_is_rtl (setter);
  double top = TITLE_ROOM - 10;

  coalition_typesetter_draw_line (setter, cr, COALITION_TEXT_SECTION, self->heading, FALSE, rtl ? x + width * 0.5 : x, y,
                                  width * 0.5, COALITION_TEXT_ALIGN_START);
  coalition_typesetter_draw_line (setter, cr, COALITION_TEXT_SMALL, self->note, FALSE, rtl ? x : x + width * 0.52, y + 4.5,
                                  width * 0.48, COALITION_TEXT_ALIGN_END);
  if (self->facts != NULL)
    {
      coalition_typesetter_draw_line (setter, cr, COALITION_TEXT_TABLE, self->facts, FALSE, x, y + top - 4, width,
                                      COALITION_TEXT_ALIGN_START);
      top += FACTS_ROOM;
    }
  paint_figure (setter, cr, x, y + top, width, height - top, data);
}

/* --- finding room ------------------------------------------------------------------------------------------------------- */

static gboolean
fits (CoalitionMap *map,
      double        width,
      double        height)
{
  double legend;

  coalition_map_measure_legend_strip (map, width - 2 * INSET, &legend);

  return coalition_map_can_fit (map, width - 2 * INSET, height - legend - 4 * INSET);
}

static gboolean
is_wide (CoalitionMap *map)
{
  CoalitionBox bounds;

  return coalition_map_get_bounds (map, NULL, &bounds) && bounds.right - bounds.left > 1.15 * (bounds.bottom - bounds.top);
}

/* The least height in which the map has room for its names, or -1. A map that needs a page of its own gets it turned if
 * it is wide, or if there is no room otherwise. A trial takes a moment, so the whole page comes first, and the least is
 * then found by halving. */
static double
find_room (CoalitionMap *map,
           double        width,
           double        page_height,
           double        turned_room,
           gboolean     *turned)
{
  double low = LEAST;
  double high = page_height;

  *turned = FALSE;
  if (!fits (map, width, page_height) || (is_wide (map) && !fits (map, width, SHARES_PAGE)))
    {
      *turned = fits (map, page_height, width - turned_room);
      if (*turned)
        return page_height;
      if (!fits (map, width, page_height))
        return -1;
    }
  if (low >= high || fits (map, width, low))
    return MIN (low, high);
  while (high - low > STEP)
    {
      double middle = (low + high) / 2;

      if (fits (map, width, middle))
        high = middle;
      else
        low = middle;
    }

  return high;
}

/**
 * coalition_map_page_get_room:
 * @self: a page
 * @flow: where it goes
 *
 * How high the map can be at most, below its heading.
 *
 * Returns: a height in points
 */
double
coalition_map_page_get_room (CoalitionMapPage *self,
                             CoalitionFlow    *flow)
{
  double room = coalition_flow_get_height (flow) - TITLE_ROOM;
  double width = 0, x, column;

  if (self->facts == NULL)
    return room;
  coalition_sheet_columns (coalition_flow_get_width (flow), 0, 9, &x, &column);
  coalition_typesetter_measure (coalition_flow_get_setter (flow), COALITION_TEXT_TABLE, self->facts, FALSE, &width, NULL);

  return room - FACTS_ROOM * ceil (1.1 * width / column);
}

/**
 * coalition_map_page_try:
 * @self: a page
 * @map: (transfer full): a map for paper
 * @n_parties: how many are on it
 * @width: of the text
 * @height: see coalition_map_page_get_room()
 *
 * Takes a map, and sees whether all its names find room.
 *
 * Returns: %FALSE if they do not
 */
gboolean
coalition_map_page_try (CoalitionMapPage *self,
                        CoalitionMap     *map,
                        guint             n_parties,
                        double            width,
                        double            height)
{
  g_clear_pointer (&self->map, coalition_map_free);
  self->map = map;
  self->least = -1;
  self->turned = FALSE;
  if (n_parties <= MOST_NAMED)
    self->least = find_room (map, width, height, TITLE_ROOM + (self->facts != NULL ? FACTS_ROOM : 0), &self->turned);
  self->named = self->least > 0;

  return self->named;
}

/**
 * coalition_map_page_unname:
 * @self: a page
 * @map: (transfer full): a map for paper
 * @height: see coalition_map_page_get_room()
 *
 * Takes a map that has no room for its names, to be shown as shapes on a page of its own.
 */
void
coalition_map_page_unname (CoalitionMapPage *self,
                           CoalitionMap     *map,
                           double            height)
{
  g_clear_pointer (&self->map, coalition_map_free);
  self->map = map;
  self->least = height;
  self->turned = FALSE;
  self->named = FALSE;
}

/**
 * coalition_map_page_get_least:
 * @self: a page
 *
 * Returns: the least height of the map, in points
 */
double
coalition_map_page_get_least (CoalitionMapPage *self)
{
  return self->least;
}

/**
 * coalition_map_page_flow:
 * @self: (transfer full): a page with a map
 * @flow: where it goes
 * @own_page: whether it begins a page in any case
 *
 * Sets the page.
 */
void
coalition_map_page_flow (CoalitionMapPage *self,
                         CoalitionFlow    *flow,
                         gboolean          own_page)
{
  CoalitionStrip *strip;

  if (self->turned)
    {
      strip = coalition_flow_append (flow);
      strip->turned = TRUE;
      strip->new_page = TRUE;
      strip->fills = TRUE;
      strip->least = coalition_flow_get_height (flow);
      strip->outline = g_strdup (self->heading);
      coalition_strip_add_painter (strip, 0, coalition_flow_get_width (flow), 0, paint_turned, self,
                                   (GDestroyNotify) coalition_map_page_free);
      return;
    }
  coalition_flow_heading (flow, self->heading, self->note);
  coalition_flow_last (flow)->keep_with_next = TRUE;
  if (own_page)
    coalition_flow_last (flow)->new_page = TRUE;
  if (self->facts != NULL)
    {
      coalition_flow_paragraph (flow, COALITION_TEXT_TABLE, self->facts, FALSE);
      coalition_flow_last (flow)->keep_with_next = TRUE;
    }
  strip = coalition_flow_append (flow);
  strip->fills = TRUE;
  strip->least = self->least;
  coalition_strip_add_painter (strip, 0, coalition_flow_get_width (flow), 0, paint_figure, self,
                               (GDestroyNotify) coalition_map_page_free);
}
