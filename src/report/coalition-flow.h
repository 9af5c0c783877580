/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-typesetter.h"

G_BEGIN_DECLS

/**
 * CoalitionPainter:
 * @setter: a typesetter
 * @cr: a context in points
 * @x: left edge
 * @y: top edge
 * @width: room
 * @height: room
 * @data: the painter's own
 *
 * Draws a figure or a sign in its place.
 */
typedef void (*CoalitionPainter) (CoalitionTypesetter *setter, cairo_t *cr, double x, double y, double width,
                                  double height, gpointer data);

/**
 * CoalitionCell:
 * @x: where it begins, from the start of the text (its right edge where one reads from right to left)
 * @width: how wide it is
 * @style: of its text
 * @align: of its text
 * @text: (nullable): what is written in it
 * @is_markup: whether @text is Pango markup
 * @painter: (nullable): draws the cell instead of text
 * @height: how high the painter's picture is
 * @data: for the painter
 * @destroy: (nullable): frees @data
 *
 * A piece of a strip.
 */
typedef struct {
  double x;
  double width;
  CoalitionTextStyle style;
  CoalitionTextAlign align;
  char *text;
  gboolean is_markup;
  CoalitionPainter painter;
  double height;
  gpointer data;
  GDestroyNotify destroy;
} CoalitionCell;

/**
 * CoalitionStrip:
 * @cells: its pieces, side by side on one base line
 * @space: free room above; none at the top of a page
 * @above: padding above the cells
 * @below: padding below the cells
 * @rule_above: thickness of a rule at the top, left out at the top of a page, where the running head's stands for it
 * @rule_below: thickness of a rule at the bottom
 * @rule_x: where the rules begin, from the start of the text
 * @keep_below: at least so many points of what follows stay on the same page
 * @keep_with_next: it stays on one page with the next strip, if that can be
 * @block_end: whatever keeps together, ends here
 * @fills: it takes the rest of the page, if that is at least @least; otherwise the next page
 * @least: the least height of a strip that fills
 * @new_page: it begins a page
 * @turned: it has a page of its own, with the sheet turned on its side; its painter gets the whole text of that
 * @head: (nullable): column heads repeated above it, where it is the first on a page
 * @outline: (nullable): heading for the outline of the document
 * @content: height of the cells, once measured; negative before
 * @baseline: base line of their first lines, from the top of the cells
 *
 * A piece of a document over the whole width of the text: a line of a table, a heading, a paragraph, a figure.
 */
typedef struct _CoalitionStrip CoalitionStrip;

struct _CoalitionStrip {
  GArray *cells;
  double space;
  double above;
  double below;
  double rule_above;
  double rule_below;
  double rule_x;
  double keep_below;
  gboolean keep_with_next;
  gboolean block_end;
  gboolean fills;
  double least;
  gboolean new_page;
  gboolean turned;
  CoalitionStrip *head;
  char *outline;
  double content;
  double baseline;
};

/**
 * CoalitionFlow:
 *
 * A document as a row of strips, broken over pages. Strips are set from the start of the text; where one reads from
 * right to left the flow mirrors them.
 */
typedef struct _CoalitionFlow CoalitionFlow;

CoalitionFlow  *coalition_flow_new         (CoalitionTypesetter *setter, double width, double height);
void            coalition_flow_free        (CoalitionFlow *self);
double          coalition_flow_get_width   (CoalitionFlow *self);
double          coalition_flow_get_height  (CoalitionFlow *self);
CoalitionTypesetter *coalition_flow_get_setter (CoalitionFlow *self);
CoalitionStrip *coalition_flow_append      (CoalitionFlow *self);
CoalitionStrip *coalition_flow_last        (CoalitionFlow *self);
CoalitionCell  *coalition_strip_add_text   (CoalitionStrip *strip, double x, double width, CoalitionTextStyle style,
                                            const char *text);
CoalitionCell  *coalition_strip_add_painter (CoalitionStrip *strip, double x, double width, double height,
                                            CoalitionPainter painter, gpointer data, GDestroyNotify destroy);
void            coalition_flow_heading     (CoalitionFlow *self, const char *heading, const char *note);
void            coalition_flow_paragraph   (CoalitionFlow *self, CoalitionTextStyle style, const char *text, gboolean markup);
guint           coalition_flow_paginate    (CoalitionFlow *self);
void            coalition_flow_draw_page   (CoalitionFlow *self, cairo_t *cr, guint page, double x, double y);
gboolean        coalition_flow_is_turned   (CoalitionFlow *self, guint page);
void            coalition_flow_draw_turned (CoalitionFlow *self, cairo_t *cr, guint page, double x, double y, double width,
                                            double height);
gboolean        coalition_flow_get_outline (CoalitionFlow *self, guint index, const char **heading, guint *page, double *y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoalitionFlow, coalition_flow_free)

G_END_DECLS
