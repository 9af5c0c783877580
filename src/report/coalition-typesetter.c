/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-typesetter.h"

#include <math.h>
#include <pango/pangocairo.h>

/* The typesetter knows the type table of our pages and nothing of what they say. The family list resolves differently
 * on every machine, so nothing above this file may assume a width: it asks. */

#define FAMILIES "Cantarell, Adwaita Sans, Inter, Noto Sans, DejaVu Sans, sans-serif"

typedef struct
{
  double size;
  double leading;
  PangoWeight weight;
} Type;

static const Type types[] = {
  [COALITION_TEXT_TITLE] = { 23, 27, PANGO_WEIGHT_BOLD },
  [COALITION_TEXT_SECTION] = { 13.5, 17, PANGO_WEIGHT_BOLD },
  [COALITION_TEXT_BLOCK] = { 10.5, 14, PANGO_WEIGHT_BOLD },
  [COALITION_TEXT_LEAD] = { 11, 15.5, PANGO_WEIGHT_NORMAL },
  [COALITION_TEXT_BODY] = { 10, 14, PANGO_WEIGHT_NORMAL },
  [COALITION_TEXT_TABLE] = { 9, 12, PANGO_WEIGHT_NORMAL },
  [COALITION_TEXT_TABLE_BOLD] = { 9, 12, PANGO_WEIGHT_BOLD },
  [COALITION_TEXT_SMALL] = { 8.25, 11, PANGO_WEIGHT_NORMAL },
  [COALITION_TEXT_SMALL_BOLD] = { 8.25, 11, PANGO_WEIGHT_BOLD },
};

struct _CoalitionTypesetter
{
  PangoContext *context;
  PangoFontDescription *fonts[G_N_ELEMENTS (types)];
  gboolean rtl;
};

static gboolean
locale_is_rtl (void)
{
  int n_scripts;
  const PangoScript *scripts = pango_language_get_scripts (pango_language_get_default (), &n_scripts);

  if (scripts == NULL || n_scripts < 1)
    return FALSE;

  switch ((int) scripts[0])
    {
    case PANGO_SCRIPT_ARABIC:
    case PANGO_SCRIPT_HEBREW:
    case PANGO_SCRIPT_SYRIAC:
    case PANGO_SCRIPT_THAANA:
    case PANGO_SCRIPT_NKO:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * coalition_typesetter_new:
 *
 * Makes a typesetter for print and PDF: one unit is a point, metrics are not rounded to pixels. The direction of its
 * pages is that of the locale.
 *
 * Returns: (transfer full): a typesetter
 */
CoalitionTypesetter *
coalition_typesetter_new (void)
{
  CoalitionTypesetter *self = g_new0 (CoalitionTypesetter, 1);
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  cairo_font_options_t *options = cairo_font_options_create ();

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72);
  self->context = pango_font_map_create_context (map);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (self->context, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      self->fonts[i] = pango_font_description_from_string (FAMILIES);
      pango_font_description_set_size (self->fonts[i], round (types[i].size * PANGO_SCALE));
      pango_font_description_set_weight (self->fonts[i], types[i].weight);
    }
  coalition_typesetter_set_rtl (self, locale_is_rtl ());

  return self;
}

/**
 * coalition_typesetter_free:
 * @self: a typesetter
 *
 * Frees @self.
 */
void
coalition_typesetter_free (CoalitionTypesetter *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    pango_font_description_free (self->fonts[i]);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * coalition_typesetter_is_rtl:
 * @self: a typesetter
 *
 * Whether pages are mirrored.
 *
 * Returns: %TRUE if one reads from right to left
 */
gboolean
coalition_typesetter_is_rtl (CoalitionTypesetter *self)
{
  return self->rtl;
}

/**
 * coalition_typesetter_set_rtl:
 * @self: a typesetter
 * @rtl: %TRUE to set pages from right to left
 *
 * Sets the direction of pages, which otherwise is that of the locale.
 */
void
coalition_typesetter_set_rtl (CoalitionTypesetter *self,
                              gboolean             rtl)
{
  self->rtl = rtl;
  pango_context_set_base_dir (self->context, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
}

/**
 * coalition_typesetter_get_leading:
 * @style: a style
 *
 * The distance between two base lines, which no fallback font shifts.
 *
 * Returns: the leading in points
 */
double
coalition_typesetter_get_leading (CoalitionTextStyle style)
{
  return types[style].leading;
}

/**
 * coalition_typesetter_layout:
 * @self: a typesetter
 * @style: a style
 * @text: what to set
 * @markup: whether @text is Pango markup
 * @width: where to wrap, in points; negative for one line
 * @align: where lines stand in @width
 *
 * Sets @text. Words that are wider than @width break within.
 *
 * Returns: (transfer full): the layout
 */
PangoLayout *
coalition_typesetter_layout (CoalitionTypesetter *self,
                             CoalitionTextStyle   style,
                             const char          *text,
                             gboolean             markup,
                             double               width,
                             CoalitionTextAlign   align)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoAttrList *attributes = NULL;
  g_autofree char *plain = NULL;

  if (!markup || !pango_parse_markup (text, -1, 0, &attributes, &plain, NULL, NULL))
    plain = g_strdup (text);
  if (attributes == NULL)
    attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_line_height_new_absolute (round (types[style].leading * PANGO_SCALE)));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1, lnum=1"));

  pango_layout_set_font_description (layout, self->fonts[style]);
  pango_layout_set_text (layout, plain, -1);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_auto_dir (layout, FALSE);
  if (align == COALITION_TEXT_ALIGN_CENTER)
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  else
    pango_layout_set_alignment (layout, (align == COALITION_TEXT_ALIGN_END) != self->rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  if (width >= 0)
    {
      pango_layout_set_width (layout, ceil (width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }

  return layout;
}

/**
 * coalition_typesetter_measure:
 * @self: a typesetter
 * @style: a style
 * @text: a text
 * @markup: whether @text is Pango markup
 * @width: (out) (optional): its width on one line
 * @word: (out) (optional): the width of its widest word
 *
 * Measures @text, in points.
 */
void
coalition_typesetter_measure (CoalitionTypesetter *self,
                              CoalitionTextStyle   style,
                              const char          *text,
                              gboolean             markup,
                              double              *width,
                              double              *word)
{
  g_autoptr (PangoLayout) layout = coalition_typesetter_layout (self, style, text, markup, -1, COALITION_TEXT_ALIGN_START);
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  if (width != NULL)
    *width = (double) logical.width / PANGO_SCALE;
  if (word == NULL)
    return;

  /* Wrapped as narrow as words allow, the widest line is the widest word. */
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, 0);
  pango_layout_get_extents (layout, NULL, &logical);
  *word = (double) logical.width / PANGO_SCALE;
}

/**
 * coalition_typesetter_draw:
 * @self: a typesetter
 * @cr: a context in points
 * @layout: text from coalition_typesetter_layout()
 * @x: left edge
 * @y: top edge of the layout
 * @from: top of what is shown, in points from the top of the layout
 * @to: bottom of what is shown
 *
 * Draws the lines of @layout whose middle is between @from and @to, and none of the others: a text broken over pages
 * leaves nothing hidden on either.
 */
void
coalition_typesetter_draw (CoalitionTypesetter *self,
                           cairo_t             *cr,
                           PangoLayout         *layout,
                           double               x,
                           double               y,
                           double               from,
                           double               to)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      PangoRectangle logical;
      double middle;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      middle = (logical.y + logical.height / 2.0) / PANGO_SCALE;
      if (middle < from || middle >= to)
        continue;
      cairo_move_to (cr, x + (double) logical.x / PANGO_SCALE, y + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
      pango_cairo_show_layout_line (cr, line);
    }
  while (pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
}

/**
 * coalition_typesetter_draw_line:
 * @self: a typesetter
 * @cr: a context in points
 * @style: a style
 * @text: what to draw
 * @markup: whether @text is Pango markup
 * @x: left edge
 * @y: top edge
 * @width: room, beyond which the text is shortened with an ellipsis
 * @align: where the line stands in @width
 *
 * Draws one line.
 */
void
coalition_typesetter_draw_line (CoalitionTypesetter *self,
                                cairo_t             *cr,
                                CoalitionTextStyle   style,
                                const char          *text,
                                gboolean             markup,
                                double               x,
                                double               y,
                                double               width,
                                CoalitionTextAlign   align)
{
  g_autoptr (PangoLayout) layout = coalition_typesetter_layout (self, style, text, markup, width, align);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  coalition_typesetter_draw (self, cr, layout, x, y, 0, G_MAXDOUBLE);
}
