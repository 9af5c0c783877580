/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-typesetter.h"

G_BEGIN_DECLS

#define COALITION_SHEET_COLUMNS 12

/**
 * CoalitionSheet:
 * @width: of the sheet
 * @height: of the sheet
 * @left: where the text begins
 * @top: where the text begins
 * @text_width: of the text
 * @text_height: of the text
 *
 * A sheet and the text on it, in points.
 */
typedef struct {
  double width;
  double height;
  double left;
  double top;
  double text_width;
  double text_height;
} CoalitionSheet;

/**
 * CoalitionSheetFurniture:
 * @head_start: running head, first part; shown from the second page on
 * @head_on_first: the first page has it as well
 * @head_end: running head, other part
 * @mark: the copy mark
 * @mark_reason: what it means for whoever holds the page
 *
 * What every page bears.
 */
typedef struct {
  const char *head_start;
  const char *head_end;
  gboolean head_on_first;
  const char *mark;
  const char *mark_reason;
} CoalitionSheetFurniture;

gboolean coalition_sheet_size           (const char *paper, double *width, double *height);
void     coalition_sheet_init           (CoalitionSheet *self, double width, double height);
void     coalition_sheet_columns        (double text_width, int first, int span, double *x, double *width);
void     coalition_sheet_draw_furniture (const CoalitionSheet *self, CoalitionTypesetter *setter, cairo_t *cr,
                                        const CoalitionSheetFurniture *furniture, guint page, guint n_pages);
void     coalition_sheet_rule           (cairo_t *cr, double x, double y, double width, double thickness);

G_END_DECLS
