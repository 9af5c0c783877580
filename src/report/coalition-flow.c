/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-flow.h"

#include "coalition-sheet.h"

#include <math.h>

/* Breaking over pages. Every strip is measured once; layouts are made again to draw, since keeping those of a list of
 * ten thousand would hold more memory than the document deserves. The strips are placed greedily: one goes to the page
 * if it and all that must stay with it fit. What can never fit (a text longer than a page) is broken between lines. */

#define TIGHT 0.6
#define KEEP_HEADING 110
#define WIDEST_PROSE 9

/* A piece of a strip on a page: its lines from @from to @to, in points of its content. */
typedef struct
{
  guint page;
  CoalitionStrip *strip;
  double y;
  double height;
  double from;
  double to;
  gboolean is_top;
} Placement;

struct _CoalitionFlow
{
  CoalitionTypesetter *setter;
  double width;
  double height;
  GPtrArray *strips;
  GArray *placements;
  GArray *page_starts;
  double spacing;
  guint n_pages;
};

static void
cell_clear (gpointer data)
{
  CoalitionCell *cell = data;

  g_free (cell->text);
  if (cell->destroy != NULL)
    cell->destroy (cell->data);
}

static void
strip_free (gpointer data)
{
  CoalitionStrip *strip = data;

  g_array_unref (strip->cells);
  g_free (strip->outline);
  g_free (strip);
}

/**
 * coalition_flow_new:
 * @setter: a typesetter, which must outlive the flow
 * @width: width of the text in points
 * @height: height of the text of a page in points
 *
 * Makes an empty document.
 *
 * Returns: (transfer full): a flow
 */
CoalitionFlow *
coalition_flow_new (CoalitionTypesetter *setter,
                    double               width,
                    double               height)
{
  CoalitionFlow *self = g_new0 (CoalitionFlow, 1);

  self->setter = setter;
  self->width = width;
  self->height = height;
  self->spacing = 1;
  self->strips = g_ptr_array_new_with_free_func (strip_free);
  self->placements = g_array_new (FALSE, TRUE, sizeof (Placement));
  self->page_starts = g_array_new (FALSE, TRUE, sizeof (guint));

  return self;
}

/**
 * coalition_flow_free:
 * @self: a flow
 *
 * Frees @self.
 */
void
coalition_flow_free (CoalitionFlow *self)
{
  g_ptr_array_unref (self->strips);
  g_array_unref (self->placements);
  g_array_unref (self->page_starts);
  g_free (self);
}

/**
 * coalition_flow_get_width:
 * @self: a flow
 *
 * The width of the text.
 *
 * Returns: points
 */
double
coalition_flow_get_width (CoalitionFlow *self)
{
  return self->width;
}

/**
 * coalition_flow_get_height:
 * @self: a flow
 *
 * The height of the text of a page.
 *
 * Returns: points
 */
double
coalition_flow_get_height (CoalitionFlow *self)
{
  return self->height;
}

/**
 * coalition_flow_get_setter:
 * @self: a flow
 *
 * The typesetter that the flow sets its strips with.
 *
 * Returns: (transfer none): the typesetter
 */
CoalitionTypesetter *
coalition_flow_get_setter (CoalitionFlow *self)
{
  return self->setter;
}

/**
 * coalition_flow_append:
 * @self: a flow
 *
 * Adds an empty strip at the end.
 *
 * Returns: (transfer none): the strip, to be filled before the flow is paginated
 */
CoalitionStrip *
coalition_flow_append (CoalitionFlow *self)
{
  CoalitionStrip *strip = g_new0 (CoalitionStrip, 1);

  strip->cells = g_array_new (FALSE, TRUE, sizeof (CoalitionCell));
  g_array_set_clear_func (strip->cells, cell_clear);
  strip->content = -1;
  g_ptr_array_add (self->strips, strip);

  return strip;
}

/**
 * coalition_flow_last:
 * @self: a flow
 *
 * The strip added last.
 *
 * Returns: (transfer none) (nullable): the strip
 */
CoalitionStrip *
coalition_flow_last (CoalitionFlow *self)
{
  return self->strips->len > 0 ? g_ptr_array_index (self->strips, self->strips->len - 1) : NULL;
}

static CoalitionCell *
add_cell (CoalitionStrip *strip,
          double          x,
          double          width)
{
  CoalitionCell cell = { .x = x, .width = width };

  g_array_append_val (strip->cells, cell);

  return &g_array_index (strip->cells, CoalitionCell, strip->cells->len - 1);
}

/**
 * coalition_strip_add_text:
 * @strip: a strip
 * @x: where the text begins, from the start of the text
 * @width: where it wraps
 * @style: its style
 * @text: what it says
 *
 * Adds text to a strip.
 *
 * Returns: (transfer none): the cell, good until the next is added
 */
CoalitionCell *
coalition_strip_add_text (CoalitionStrip     *strip,
                          double              x,
                          double              width,
                          CoalitionTextStyle  style,
                          const char         *text)
{
  CoalitionCell *cell = add_cell (strip, x, width);

  cell->style = style;
  cell->text = g_strdup (text);

  return cell;
}

/**
 * coalition_strip_add_painter:
 * @strip: a strip
 * @x: where the figure begins, from the start of the text
 * @width: how wide it is
 * @height: how high it is; of no account in a strip that fills
 * @painter: draws it
 * @data: for @painter
 * @destroy: (nullable): frees @data
 *
 * Adds a figure to a strip.
 *
 * Returns: (transfer none): the cell, good until the next is added
 */
CoalitionCell *
coalition_strip_add_painter (CoalitionStrip   *strip,
                             double            x,
                             double            width,
                             double            height,
                             CoalitionPainter  painter,
                             gpointer          data,
                             GDestroyNotify    destroy)
{
  CoalitionCell *cell = add_cell (strip, x, width);

  cell->painter = painter;
  cell->height = height;
  cell->data = data;
  cell->destroy = destroy;

  return cell;
}

/**
 * coalition_flow_heading:
 * @self: a flow
 * @heading: the heading
 * @note: (nullable): small print at the other end of the line
 *
 * Begins a section: a rule, its heading, an entry in the outline. It keeps with what follows.
 */
void
coalition_flow_heading (CoalitionFlow *self,
                        const char    *heading,
                        const char    *note)
{
  CoalitionStrip *strip = coalition_flow_append (self);
  double note_width = 0;

  strip->space = 16;
  strip->rule_above = 1.1;
  strip->above = 6;
  strip->below = 5;
  strip->keep_below = KEEP_HEADING;
  strip->keep_with_next = TRUE;
  strip->outline = g_strdup (heading);
  if (note != NULL)
    {
      coalition_typesetter_measure (self->setter, COALITION_TEXT_SMALL, note, FALSE, &note_width, NULL);
      note_width = MIN (note_width + 1, self->width * 0.66);
    }
  coalition_strip_add_text (strip, 0, self->width - (note != NULL ? note_width + 12 : 0), COALITION_TEXT_SECTION, heading);
  if (note != NULL)
    coalition_strip_add_text (strip, self->width - note_width, note_width, COALITION_TEXT_SMALL, note)->align = COALITION_TEXT_ALIGN_END;
}

/**
 * coalition_flow_paragraph:
 * @self: a flow
 * @style: its style
 * @text: what it says
 * @markup: whether @text is Pango markup
 *
 * Adds a paragraph, no wider than nine columns, which is about as long as a line may be to be read with ease.
 */
void
coalition_flow_paragraph (CoalitionFlow      *self,
                          CoalitionTextStyle  style,
                          const char         *text,
                          gboolean            markup)
{
  CoalitionStrip *strip = coalition_flow_append (self);
  double x, width;

  coalition_sheet_columns (self->width, 0, WIDEST_PROSE, &x, &width);
  strip->below = 6;
  coalition_strip_add_text (strip, x, width, style, text)->is_markup = markup;
}

static double
measure_cell (CoalitionFlow       *self,
              const CoalitionCell *cell,
              double              *baseline)
{
  g_autoptr (PangoLayout) layout = NULL;
  PangoRectangle logical;

  *baseline = 0;
  if (cell->text == NULL)
    return cell->height;

  layout = coalition_typesetter_layout (self->setter, cell->style, cell->text, cell->is_markup, cell->width, cell->align);
  pango_layout_get_extents (layout, NULL, &logical);
  *baseline = (double) pango_layout_get_baseline (layout) / PANGO_SCALE;

  return (double) logical.height / PANGO_SCALE;
}

/* Height of the cells alone; the first lines of all their texts share a base line. */
static double
strip_content (CoalitionFlow  *self,
               CoalitionStrip *strip)
{
  double depth = 0;
  double figures = 0;

  if (strip->content >= 0)
    return strip->content;

  for (guint i = 0; i < strip->cells->len; i++)
    {
      const CoalitionCell *cell = &g_array_index (strip->cells, CoalitionCell, i);
      double baseline;
      double height = measure_cell (self, cell, &baseline);

      if (cell->text == NULL)
        {
          figures = MAX (figures, height);
          continue;
        }
      strip->baseline = MAX (strip->baseline, baseline);
      depth = MAX (depth, height - baseline);
    }
  strip->content = MAX (strip->baseline + depth, figures);

  return strip->content;
}

/* A heading at the top of a page begins where the text begins: its rule is the running head's. */
static double
padding_above (CoalitionFlow  *self,
               CoalitionStrip *strip,
               gboolean        is_top)
{
  if (is_top && strip->rule_above > 0)
    return 0;

  return strip->above * self->spacing;
}

static double
strip_height (CoalitionFlow  *self,
              CoalitionStrip *strip,
              gboolean        is_top)
{
  if (strip->fills)
    return strip->least;

  return padding_above (self, strip, is_top) + strip_content (self, strip) + strip->below * self->spacing;
}

/* Height of what must stay together with the strip at @first, itself included, or a little more than @limit if it is
 * more. With @chains, strips that keep with the next are followed; without, only the few points that a heading keeps. */
static double
unit_height (CoalitionFlow *self,
             guint          first,
             gboolean       is_top,
             gboolean       chains,
             double         limit)
{
  double height = 0;
  double wanted = 0;
  gboolean chained = FALSE;

  for (guint i = first; i < self->strips->len; i++)
    {
      CoalitionStrip *strip = g_ptr_array_index (self->strips, i);
      gboolean at_top = is_top && i == first;

      if (i > first && ((!chained && height >= wanted) || strip->new_page))
        break;
      if (i > first || !is_top)
        height += strip->space * self->spacing;
      height += strip_height (self, strip, at_top);
      if (strip->keep_below > 0)
        wanted = MAX (wanted, height + strip->keep_below);
      chained = chains && strip->keep_with_next;
      if (height > limit || strip->block_end)
        break;
    }

  return height;
}

static void
place (CoalitionFlow  *self,
       CoalitionStrip *strip,
       double          y,
       double          height,
       double          from,
       double          to,
       gboolean        is_top)
{
  Placement placement = { self->n_pages - 1, strip, y, height, from, to, is_top };

  g_array_append_val (self->placements, placement);
}

static void
begin_page (CoalitionFlow *self,
            double        *y)
{
  guint start = self->placements->len;

  g_array_append_val (self->page_starts, start);
  self->n_pages++;
  *y = 0;
}

static double
strip_leading (CoalitionStrip *strip)
{
  double leading = 0;

  for (guint i = 0; i < strip->cells->len; i++)
    {
      const CoalitionCell *cell = &g_array_index (strip->cells, CoalitionCell, i);

      if (cell->text != NULL)
        leading = MAX (leading, coalition_typesetter_get_leading (cell->style));
    }

  return MAX (leading, 8);
}

/* Breaks a strip that no page holds between its lines. */
static void
place_in_pieces (CoalitionFlow  *self,
                 CoalitionStrip *strip,
                 double          page_height,
                 double         *y)
{
  double leading = strip_leading (strip);
  double content = strip_content (self, strip);
  double from = 0;

  while (from < content - 0.5)
    {
      double above = from > 0 ? 0 : padding_above (self, strip, *y <= 0);
      double below = strip->below * self->spacing;
      double room = page_height - *y - above - below;
      double piece = floor (room / leading) * leading;

      if (piece < leading && *y > 0)
        {
          begin_page (self, y);
          continue;
        }
      piece = MIN (MAX (piece, leading), content - from);
      place (self, strip, *y, above + piece + below, from, from + piece, *y <= 0 || from > 0);
      *y += above + piece + below;
      from += piece;
      if (from < content - 0.5)
        begin_page (self, y);
    }
}

static void
place_strip (CoalitionFlow *self,
             guint          index,
             double         page_height,
             double        *y)
{
  CoalitionStrip *strip = g_ptr_array_index (self->strips, index);
  double unit = unit_height (self, index, *y <= 0, TRUE, page_height);
  double height;

  if (unit > page_height)
    unit = unit_height (self, index, *y <= 0, FALSE, page_height);
  if (unit > page_height)
    unit = strip_height (self, strip, *y <= 0);
  if (unit > page_height && !strip->fills)
    unit = KEEP_HEADING; /* it is broken between lines anyway, so it may as well begin here */
  if (*y > 0 && (strip->new_page || *y + unit > page_height + 0.01))
    begin_page (self, y);

  if (*y <= 0 && strip->head != NULL && !strip->fills)
    {
      height = strip_height (self, strip->head, TRUE);
      place (self, strip->head, 0, height, 0, G_MAXDOUBLE, TRUE);
      *y += height;
    }
  else if (*y > 0)
    {
      *y += strip->space * self->spacing;
    }

  if (strip->fills)
    {
      place (self, strip, *y, page_height - *y, 0, G_MAXDOUBLE, *y <= 0);
      *y = page_height;
      return;
    }
  height = strip_height (self, strip, *y <= 0);
  if (*y + height > page_height + 0.01)
    {
      place_in_pieces (self, strip, page_height, y);
      return;
    }
  place (self, strip, *y, height, 0, G_MAXDOUBLE, *y <= 0);
  *y += height;
}

static void
paginate_once (CoalitionFlow *self,
               double         page_height)
{
  double y = 0;

  g_array_set_size (self->placements, 0);
  g_array_set_size (self->page_starts, 0);
  self->n_pages = 0;
  begin_page (self, &y);
  for (guint i = 0; i < self->strips->len; i++)
    place_strip (self, i, page_height, &y);
}

/**
 * coalition_flow_paginate:
 * @self: a flow
 *
 * Breaks the document over pages. If closer spacing saves a page, the whole document is spaced so.
 *
 * Returns: the number of pages, at least one
 */
guint
coalition_flow_paginate (CoalitionFlow *self)
{
  guint generous;

  self->spacing = 1;
  paginate_once (self, self->height);
  generous = self->n_pages;
  if (generous < 2)
    return generous;

  self->spacing = TIGHT;
  paginate_once (self, self->height);
  if (self->n_pages < generous)
    return self->n_pages;

  self->spacing = 1;
  paginate_once (self, self->height);

  return self->n_pages;
}

static void
draw_placement (CoalitionFlow   *self,
                cairo_t         *cr,
                const Placement *placement,
                double           left,
                double           top)
{
  CoalitionStrip *strip = placement->strip;
  gboolean rtl = coalition_typesetter_is_rtl (self->setter);
  double y = top + placement->y;
  double above = placement->from > 0 ? 0 : padding_above (self, strip, placement->is_top);
  double rule_left = rtl ? left : left + strip->rule_x;

  if (strip->rule_above > 0 && !placement->is_top)
    coalition_sheet_rule (cr, rule_left, y, self->width - strip->rule_x, strip->rule_above);
  for (guint i = 0; i < strip->cells->len; i++)
    {
      const CoalitionCell *cell = &g_array_index (strip->cells, CoalitionCell, i);
      double x = rtl ? left + self->width - cell->x - cell->width : left + cell->x;

      cairo_save (cr);
      cairo_set_source_rgb (cr, 0, 0, 0);
      if (cell->text != NULL)
        {
          g_autoptr (PangoLayout) layout = coalition_typesetter_layout (self->setter, cell->style, cell->text, cell->is_markup,
                                                                        cell->width, cell->align);
          double drop = strip->baseline - (double) pango_layout_get_baseline (layout) / PANGO_SCALE;

          coalition_typesetter_draw (self->setter, cr, layout, x, y + above + drop - placement->from,
                                     placement->from - drop, placement->to - drop);
        }
      else if (placement->from <= 0)
        {
          cell->painter (self->setter, cr, x, y + above, cell->width,
                         strip->fills ? placement->height - above - strip->below * self->spacing : cell->height, cell->data);
        }
      cairo_restore (cr);
    }
  if (strip->rule_below > 0)
    coalition_sheet_rule (cr, rule_left, y + placement->height, self->width - strip->rule_x, strip->rule_below);
}

/**
 * coalition_flow_draw_page:
 * @self: a flow that was paginated
 * @cr: a context in points
 * @page: which page, from 0
 * @x: left edge of the text
 * @y: top edge of the text
 *
 * Draws the text of a page.
 */
void
coalition_flow_draw_page (CoalitionFlow *self,
                          cairo_t       *cr,
                          guint          page,
                          double         x,
                          double         y)
{
  guint first, end;

  g_return_if_fail (page < self->n_pages);

  first = g_array_index (self->page_starts, guint, page);
  end = page + 1 < self->n_pages ? g_array_index (self->page_starts, guint, page + 1) : self->placements->len;
  for (guint i = first; i < end; i++)
    draw_placement (self, cr, &g_array_index (self->placements, Placement, i), x, y);
}

static const Placement *
find_turned (CoalitionFlow *self,
             guint          page)
{
  const Placement *first = &g_array_index (self->placements, Placement, g_array_index (self->page_starts, guint, page));

  return self->placements->len > 0 && first->strip->turned && first->page == page ? first : NULL;
}

/**
 * coalition_flow_is_turned:
 * @self: a flow that was paginated
 * @page: which page, from 0
 *
 * Whether a page is set with the sheet turned on its side.
 *
 * Returns: %TRUE if it is to be drawn with coalition_flow_draw_turned()
 */
gboolean
coalition_flow_is_turned (CoalitionFlow *self,
                          guint          page)
{
  g_return_val_if_fail (page < self->n_pages, FALSE);

  return find_turned (self, page) != NULL;
}

/**
 * coalition_flow_draw_turned:
 * @self: a flow that was paginated
 * @cr: a context in points
 * @page: which page, from 0; one that is turned
 * @x: left edge of the text of the turned sheet
 * @y: its top edge
 * @width: its width
 * @height: its height
 *
 * Draws the text of a turned page.
 */
void
coalition_flow_draw_turned (CoalitionFlow *self,
                            cairo_t       *cr,
                            guint          page,
                            double         x,
                            double         y,
                            double         width,
                            double         height)
{
  const Placement *placement = find_turned (self, page);
  const CoalitionCell *cell;

  g_return_if_fail (placement != NULL);

  cell = &g_array_index (placement->strip->cells, CoalitionCell, 0);
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cell->painter (self->setter, cr, x, y, width, height, cell->data);
  cairo_restore (cr);
}

/**
 * coalition_flow_get_outline:
 * @self: a flow that was paginated
 * @index: which heading, from 0
 * @heading: (out): the heading
 * @page: (out): its page, from 0
 * @y: (out): its place from the top of the text
 *
 * Walks the headings of the document.
 *
 * Returns: %FALSE after the last
 */
gboolean
coalition_flow_get_outline (CoalitionFlow  *self,
                            guint           index,
                            const char    **heading,
                            guint          *page,
                            double         *y)
{
  for (guint i = 0; i < self->placements->len; i++)
    {
      const Placement *placement = &g_array_index (self->placements, Placement, i);

      if (placement->strip->outline == NULL || index-- > 0)
        continue;
      *heading = placement->strip->outline;
      *page = placement->page;
      *y = placement->y;
      return TRUE;
    }

  return FALSE;
}
