/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-flow.h"

G_BEGIN_DECLS

/**
 * CoalitionPrintColumnFlags:
 * @COALITION_PRINT_COLUMN_PLAIN: text that may wrap
 * @COALITION_PRINT_COLUMN_NO_WRAP: dates, numbers and signs: as wide as its widest content
 * @COALITION_PRINT_COLUMN_END: stands at the end of its column, heading too
 *
 * How a column is set.
 */
typedef enum {
  COALITION_PRINT_COLUMN_PLAIN = 0,
  COALITION_PRINT_COLUMN_NO_WRAP = 1 << 0,
  COALITION_PRINT_COLUMN_END = 1 << 1,
} CoalitionPrintColumnFlags;

/**
 * CoalitionPrintTable:
 *
 * Rows and columns that set their own widths by what is in them, and then become strips of a flow, with column heads
 * that repeat after a page break. No vertical rules, no shades.
 */
typedef struct _CoalitionPrintTable CoalitionPrintTable;

CoalitionPrintTable *coalition_print_table_new         (void);
void            coalition_print_table_free        (CoalitionPrintTable *self);
void            coalition_print_table_add_column  (CoalitionPrintTable *self, const char *heading, CoalitionPrintColumnFlags flags);
guint           coalition_print_table_add_row     (CoalitionPrintTable *self, gboolean bold);
void            coalition_print_table_set_text    (CoalitionPrintTable *self, guint row, guint column, const char *text);
void            coalition_print_table_set_painter (CoalitionPrintTable *self, guint row, guint column, double width, double height,
                                             CoalitionPainter painter, gpointer data);
void            coalition_print_table_join_rows   (CoalitionPrintTable *self, guint row);
void            coalition_print_table_add_group   (CoalitionPrintTable *self, const char *title, const char *count,
                                             CoalitionPainter painter, gpointer data);
void            coalition_print_table_flow        (CoalitionPrintTable *self, CoalitionFlow *flow, double x, gboolean keep_together);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoalitionPrintTable, coalition_print_table_free)

G_END_DECLS
