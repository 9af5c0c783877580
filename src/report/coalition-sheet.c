/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-sheet.h"

#include <glib/gi18n-lib.h>

#define MM(mm) ((mm) * 72.0 / 25.4)
#define MARGIN MM (20)
#define MARGIN_BOTTOM MM (19)
#define HEAD MM (11)
#define FOOT MM (13)
#define GUTTER MM (4)

/**
 * coalition_sheet_size:
 * @paper: "A4" or "Letter", in any case
 * @width: (out): width of the sheet in points
 * @height: (out): its height
 *
 * Finds the size of a paper.
 *
 * Returns: %FALSE if there is none of that name
 */
gboolean
coalition_sheet_size (const char *paper,
                     double     *width,
                     double     *height)
{
  if (g_ascii_strcasecmp (paper, "A4") == 0)
    {
      *width = MM (210);
      *height = MM (297);
      return TRUE;
    }
  if (g_ascii_strcasecmp (paper, "Letter") == 0)
    {
      *width = 612;
      *height = 792;
      return TRUE;
    }

  return FALSE;
}

/**
 * coalition_sheet_init:
 * @self: (out caller-allocates): the page
 * @width: width of the sheet in points
 * @height: its height
 *
 * Lays the margins of our pages on a sheet of any size.
 */
void
coalition_sheet_init (CoalitionSheet *self,
                     double         width,
                     double         height)
{
  self->width = width;
  self->height = height;
  self->left = MARGIN;
  self->top = MARGIN;
  self->text_width = MAX (width - 2 * MARGIN, MM (40));
  self->text_height = MAX (height - MARGIN - MARGIN_BOTTOM, MM (40));
}

/**
 * coalition_sheet_columns:
 * @text_width: width of the text
 * @first: the first column, from 0
 * @span: how many columns
 * @x: (out): where they begin, from the start of the text
 * @width: (out): how wide they are together
 *
 * Finds columns of the grid of twelve.
 */
void
coalition_sheet_columns (double  text_width,
                        int     first,
                        int     span,
                        double *x,
                        double *width)
{
  double column = (text_width - (COALITION_SHEET_COLUMNS - 1) * GUTTER) / COALITION_SHEET_COLUMNS;

  *x = first * (column + GUTTER);
  *width = span * column + (span - 1) * GUTTER;
}

/**
 * coalition_sheet_rule:
 * @cr: a context in points
 * @x: where it begins
 * @y: its middle
 * @width: its length
 * @thickness: its thickness
 *
 * Draws a horizontal rule, in black: grey hairlines turn to dots on a laser printer.
 */
void
coalition_sheet_rule (cairo_t *cr,
                     double   x,
                     double   y,
                     double   width,
                     double   thickness)
{
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, thickness);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + width, y);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* One line with two ends; the end has the room it wants, and the start what is left. */
static void
draw_two_ends (const CoalitionSheet *self,
               CoalitionTypesetter *setter,
               cairo_t             *cr,
               const char          *start,
               gboolean             start_is_markup,
               const char          *end,
               double               y)
{
  double end_width;
  double start_width;
  gboolean rtl = coalition_typesetter_is_rtl (setter);

  coalition_typesetter_measure (setter, COALITION_TEXT_SMALL, end, FALSE, &end_width, NULL);
  end_width = MIN (end_width + 1, self->text_width / 2);
  start_width = self->text_width - end_width - GUTTER;
  coalition_typesetter_draw_line (setter, cr, COALITION_TEXT_SMALL, start, start_is_markup,
                                  rtl ? self->left + self->text_width - start_width : self->left, y, start_width,
                                  COALITION_TEXT_ALIGN_START);
  coalition_typesetter_draw_line (setter, cr, COALITION_TEXT_SMALL, end, FALSE,
                                  rtl ? self->left : self->left + self->text_width - end_width, y, end_width,
                                  COALITION_TEXT_ALIGN_END);
}

/**
 * coalition_sheet_draw_furniture:
 * @self: a page
 * @setter: a typesetter
 * @cr: a context in points, origin at the corner of the sheet
 * @furniture: what it bears
 * @page: which page, from 0
 * @n_pages: how many there are
 *
 * Draws the running head and the foot. The first page has no running head, unless it has no title either.
 */
void
coalition_sheet_draw_furniture (const CoalitionSheet          *self,
                               CoalitionTypesetter          *setter,
                               cairo_t                      *cr,
                               const CoalitionSheetFurniture *furniture,
                               guint                         page,
                               guint                         n_pages)
{
  g_autofree char *mark = g_markup_printf_escaped ("<b>%s.</b> %s", furniture->mark, furniture->mark_reason);
  /* Translators: page number and how many pages there are */
  g_autofree char *number = g_strdup_printf (_("Page %u of %u"), page + 1, n_pages);

  cairo_set_source_rgb (cr, 0, 0, 0);
  if (page > 0 || furniture->head_on_first)
    {
      draw_two_ends (self, setter, cr, furniture->head_start, FALSE, furniture->head_end, HEAD);
      coalition_sheet_rule (cr, self->left, HEAD + MM (5), self->text_width, 0.4);
    }
  coalition_sheet_rule (cr, self->left, self->height - FOOT - MM (3.6), self->text_width, 0.4);
  draw_two_ends (self, setter, cr, mark, TRUE, number, self->height - FOOT - MM (2));
}
