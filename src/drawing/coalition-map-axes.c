/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-map-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The axes of a power map: stance across, influence up, and beside it the tray of those whom nobody judged. They are always
 * named, on paper too, for without names a power map is a lie. */

#define LABEL_GAP 8.0
#define LABEL_ROOM 42.0
#define TITLE_ROOM 46.0
/* A power map is large and mostly seen from far: its names shrink less than it, down to a size at which they say nothing. */
#define SHRINK_BELOW 0.75
#define MOST_LARGER 2.5
#define LEAST_SCALE 0.15

static double
unit (CoalitionMap *self)
{
  return self->theme == COALITION_MAP_PAPER ? 0.68 : 1;
}

/* How much larger than usual names are written at @scale. The room for them is LABEL_ROOM at most. */
static double
larger (CoalitionMap *self,
        double        scale)
{
  return self->theme == COALITION_MAP_PAPER ? 1 : CLAMP (SHRINK_BELOW / scale, 1, MOST_LARGER);
}

static gboolean
has_tray (CoalitionMap *self)
{
  for (guint i = 0; i < self->n_parties; i++)
    if (!coalition_map_party_is_absent (self, i) && self->figures[i].x >= self->tray.left &&
        self->figures[i].x <= self->tray.right)
      return TRUE;

  return FALSE;
}

/*
 * coalition_map_axes_get_bounds:
 * @bounds: (out): absolute, with all names
 *
 * The room that the axes take.
 *
 * Returns: %FALSE if the map has none
 */
gboolean
coalition_map_axes_get_bounds (CoalitionMap *self,
                               CoalitionBox *bounds)
{
  double k = unit (self);

  if (!self->has_axes)
    return FALSE;
  *bounds = self->axes;
  bounds->left -= LABEL_ROOM * k;
  bounds->top -= self->theme == COALITION_MAP_PAPER ? (LABEL_GAP + TITLE_ROOM) * k : LABEL_ROOM + TITLE_ROOM;
  bounds->bottom += LABEL_ROOM * k;
  if (has_tray (self))
    bounds->right = self->tray.right;
  else if (self->theme != COALITION_MAP_PAPER)
    bounds->right += LABEL_ROOM;

  return TRUE;
}

/* @across: 0 to begin at @x, 0.5 to be centered there, 1 to end there; @down: likewise */
static void
paint_text (CoalitionMap     *self,
            cairo_t          *cr,
            const char       *text,
            double            x,
            double            y,
            double            across,
            double            down,
            double            size,
            gboolean          bold,
            double            room,
            CoalitionMapColor color)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (coalition_map_labels_context (self));
  PangoFontDescription *font = pango_font_description_copy (self->font);
  CoalitionMapColor ground = coalition_map_style_ground (self->theme);
  PangoRectangle logical;

  pango_font_description_set_size (font, (int) round (pango_font_description_get_size (font) * size));
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_MEDIUM);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  if (room > 0)
    {
      pango_layout_set_width (layout, (int) (room * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_get_extents (layout, NULL, &logical);
  x -= across * logical.width / PANGO_SCALE + (double) logical.x / PANGO_SCALE;
  y -= down * logical.height / PANGO_SCALE;
  cairo_move_to (cr, x, y);
  pango_cairo_layout_path (cr, layout);
  cairo_set_source_rgba (cr, ground.red, ground.green, ground.blue, COALITION_MAP_HALO);
  cairo_set_line_width (cr, self->sizes->halo);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  coalition_map_color_set (color, cr);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  pango_font_description_free (font);
}

static void
paint_lines (CoalitionMap      *self,
             cairo_t           *cr,
             CoalitionMapColor  ink)
{
  const CoalitionBox *axes = &self->axes;
  double k = unit (self), x = (axes->left + axes->right) / 2, y = (axes->top + axes->bottom) / 2;
  gboolean paper = self->theme == COALITION_MAP_PAPER;

  cairo_new_path (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, (paper ? 0.5 : 1) * coalition_map_heavy (self));
  coalition_map_color_set (coalition_map_style_ink (self->theme, ink, coalition_map_dimmed (self, paper ? 1 : 0.45)), cr);
  cairo_move_to (cr, axes->left, y);
  cairo_line_to (cr, axes->right, y);
  cairo_move_to (cr, x, axes->bottom);
  cairo_line_to (cr, x, axes->top);
  cairo_stroke (cr);
  /* Champions and influence grow to the right and up. */
  for (int end = 0; end < 2; end++)
    {
      cairo_save (cr);
      cairo_translate (cr, end == 0 ? axes->right : x, end == 0 ? y : axes->top);
      cairo_rotate (cr, end == 0 ? 0 : -G_PI_2);
      cairo_move_to (cr, 0, 0);
      cairo_line_to (cr, -9 * k, -4 * k);
      cairo_line_to (cr, -9 * k, 4 * k);
      cairo_close_path (cr);
      cairo_fill (cr);
      cairo_restore (cr);
    }
  cairo_rectangle (cr, axes->left, axes->top, axes->right - axes->left, axes->bottom - axes->top);
  coalition_map_color_set (coalition_map_style_ink (self->theme, ink, coalition_map_dimmed (self, paper ? 1 : 0.18)), cr);
  cairo_set_line_width (cr, (paper ? 0.3 : 1) * coalition_map_heavy (self));
  cairo_stroke (cr);
}

/* @size: of the name, or 0 for none */
static void
paint_tray (CoalitionMap      *self,
            cairo_t           *cr,
            CoalitionMapColor  ink,
            double             size)
{
  const CoalitionBox *tray = &self->tray;
  double k = unit (self);
  double dash[2] = { 5 * k, 4 * k };
  gboolean paper = self->theme == COALITION_MAP_PAPER;

  cairo_save (cr);
  cairo_translate (cr, (tray->left + tray->right) / 2, (tray->top + tray->bottom) / 2);
  cairo_new_path (cr);
  coalition_map_shape_path (cr, self->theme, COALITION_LEVEL_ORGANIZATION, (tray->right - tray->left) / 2,
                            (tray->bottom - tray->top) / 2, 12 * k, 0);
  cairo_restore (cr);
  if (!paper)
    {
      cairo_set_source_rgba (cr, ink.red, ink.green, ink.blue, 0.035);
      cairo_fill_preserve (cr);
    }
  cairo_set_dash (cr, dash, 2, 0);
  coalition_map_color_set (coalition_map_style_ink (self->theme, ink, coalition_map_dimmed (self, paper ? 1 : 0.35)), cr);
  cairo_set_line_width (cr, (paper ? 0.4 : 1) * coalition_map_heavy (self));
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  if (size > 0)
    paint_text (self, cr, _("Not judged"), (tray->left + tray->right) / 2, tray->top - LABEL_GAP * 0.6 * k, 0.5, 1, size, FALSE,
                0, ink);
}

/* A name that runs upward. */
static void
paint_turned (CoalitionMap     *self,
              cairo_t          *cr,
              const char       *text,
              double            x,
              double            y,
              double            across,
              double            down,
              double            size,
              CoalitionMapColor color)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_rotate (cr, -G_PI_2);
  paint_text (self, cr, text, 0, 0, across, down, size, FALSE, 0, color);
  cairo_restore (cr);
}

/* On the screen the names stand at the middles of the sides, for cards float over the corners; on paper along the edges. */
static void
paint_names (CoalitionMap     *self,
             cairo_t          *cr,
             double            size,
             CoalitionMapColor color)
{
  const CoalitionBox *axes = &self->axes;
  double gap = LABEL_GAP * 0.6 * unit (self);
  double x = (axes->left + axes->right) / 2, y = (axes->top + axes->bottom) / 2;

  if (self->theme == COALITION_MAP_PAPER)
    {
      paint_text (self, cr, _("Opponent"), axes->left, axes->bottom + gap, 0, 0, size, FALSE, 0, color);
      paint_text (self, cr, _("Champion"), axes->right, axes->bottom + gap, 1, 0, size, FALSE, 0, color);
      paint_turned (self, cr, _("Influence: high"), axes->left - gap, axes->top, 1, 1, size, color);
      paint_turned (self, cr, _("Influence: low"), axes->left - gap, axes->bottom, 0, 1, size, color);
      return;
    }
  paint_turned (self, cr, _("Opponent"), axes->left - gap, y, 0.5, 1, size, color);
  paint_turned (self, cr, _("Champion"), axes->right + gap, y, 0.5, 0, size, color);
  paint_text (self, cr, _("Influence: high"), x, axes->top - gap, 0.5, 1, size, FALSE, 0, color);
  paint_text (self, cr, _("Influence: low"), x, axes->bottom + gap, 0.5, 0, size, FALSE, 0, color);
}

/*
 * coalition_map_axes_paint:
 * @scale: device pixels per map unit: too small letters are left out
 *
 * Paints the axes with their names, the title and the tray, under everything but backgrounds.
 */
void
coalition_map_axes_paint (CoalitionMap *self,
                          cairo_t      *cr,
                          double        scale)
{
  const CoalitionBox *axes = &self->axes;
  gboolean paper = self->theme == COALITION_MAP_PAPER;
  gboolean text = paper || scale >= LEAST_SCALE;
  CoalitionMapColor ink = coalition_map_style_name (self->theme, COALITION_LEVEL_AFFECTED);
  CoalitionMapColor soft = coalition_map_style_ink (self->theme, ink, coalition_map_dimmed (self, paper ? 1 : 0.75));
  double k = unit (self), width = axes->right - axes->left, size = larger (self, scale);

  if (!self->has_axes)
    return;
  cairo_save (cr);
  paint_lines (self, cr, ink);
  if (has_tray (self))
    paint_tray (self, cr, soft, text ? 0.9 * size : 0);
  if (text)
    {
      g_autofree char *title = self->issue && *self->issue ? g_strdup_printf (_("Power map: %s"), self->issue)
                                                           : g_strdup (_("Power map of the campaign"));

      paint_text (self, cr, title, axes->left, axes->top - (paper ? LABEL_GAP * k : LABEL_ROOM + 2), 0, 1, paper ? 1.25 : 1.2 * sqrt (size), TRUE,
                  width, ink);
      paint_names (self, cr, 0.9 * size, soft);
    }
  cairo_restore (cr);
}
