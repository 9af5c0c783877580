/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-print-table.h"

#define GAP 10
#define PADDING 3.1
#define SAMPLE 1500
#define SIGN 16

typedef struct
{
  char *heading;
  CoalitionPrintColumnFlags flags;
  double natural;
  double least;
  double x;
  double width;
} Column;

typedef struct
{
  char *text;
  CoalitionPainter painter;
  gpointer data;
  double width;
  double height;
} Item;

typedef struct
{
  Item *items;
  guint n_items;
  gboolean bold;
  gboolean joined; /* no rule below: the next row belongs to the same party */
  char *group;
  char *count;
  CoalitionPainter painter;
  gpointer data;
} Row;

struct _CoalitionPrintTable
{
  GArray *columns;
  GPtrArray *rows;
};

static void
column_clear (gpointer data)
{
  g_free (((Column *) data)->heading);
}

static void
row_free (gpointer data)
{
  Row *row = data;

  for (guint i = 0; i < row->n_items; i++)
    g_free (row->items[i].text);
  g_free (row->items);
  g_free (row->group);
  g_free (row->count);
  g_free (row);
}

/**
 * coalition_print_table_new:
 *
 * Makes an empty table.
 *
 * Returns: (transfer full): a table
 */
CoalitionPrintTable *
coalition_print_table_new (void)
{
  CoalitionPrintTable *self = g_new0 (CoalitionPrintTable, 1);

  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (self->columns, column_clear);
  self->rows = g_ptr_array_new_with_free_func (row_free);

  return self;
}

/**
 * coalition_print_table_free:
 * @self: a table
 *
 * Frees @self; strips made from it stay.
 */
void
coalition_print_table_free (CoalitionPrintTable *self)
{
  g_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * coalition_print_table_add_column:
 * @self: a table without rows
 * @heading: what stands above the column
 * @flags: how it is set
 *
 * Adds a column.
 */
void
coalition_print_table_add_column (CoalitionPrintTable       *self,
                            const char           *heading,
                            CoalitionPrintColumnFlags  flags)
{
  Column column = { .heading = g_strdup (heading), .flags = flags };

  g_return_if_fail (self->rows->len == 0);

  g_array_append_val (self->columns, column);
}

/**
 * coalition_print_table_add_row:
 * @self: a table
 * @bold: whether the row is late, won or summed
 *
 * Adds an empty row.
 *
 * Returns: its index
 */
guint
coalition_print_table_add_row (CoalitionPrintTable *self,
                         gboolean        bold)
{
  Row *row = g_new0 (Row, 1);

  row->n_items = self->columns->len;
  row->items = g_new0 (Item, row->n_items);
  row->bold = bold;
  g_ptr_array_add (self->rows, row);

  return self->rows->len - 1;
}

/**
 * coalition_print_table_set_text:
 * @self: a table
 * @row: which row
 * @column: which column
 * @text: (nullable): what is written there
 *
 * Fills a cell.
 */
void
coalition_print_table_set_text (CoalitionPrintTable *self,
                          guint           row,
                          guint           column,
                          const char     *text)
{
  Item *item = &((Row *) g_ptr_array_index (self->rows, row))->items[column];

  g_free (item->text);
  item->text = g_strdup (text);
}

/**
 * coalition_print_table_set_painter:
 * @self: a table
 * @row: which row
 * @column: which column, one that does not wrap
 * @width: how wide the picture is
 * @height: how high it is
 * @painter: draws it
 * @data: for @painter, a number or something that outlives the flow
 *
 * Draws in a cell.
 */
void
coalition_print_table_set_painter (CoalitionPrintTable   *self,
                             guint             row,
                             guint             column,
                             double            width,
                             double            height,
                             CoalitionPainter  painter,
                             gpointer          data)
{
  Item *item = &((Row *) g_ptr_array_index (self->rows, row))->items[column];

  item->painter = painter;
  item->data = data;
  item->width = width;
  item->height = height;
}

/**
 * coalition_print_table_join_rows:
 * @self: a table
 * @row: a row
 *
 * Leaves out the rule below @row: the next is of the same party, and stays on the same page.
 */
void
coalition_print_table_join_rows (CoalitionPrintTable *self,
                           guint           row)
{
  ((Row *) g_ptr_array_index (self->rows, row))->joined = TRUE;
}

/**
 * coalition_print_table_add_group:
 * @self: a table
 * @title: what the rows that follow have in common
 * @count: (nullable): how many there are
 * @painter: (nullable): draws a sign before @title
 * @data: for @painter, a number
 *
 * Begins a group of rows under a heading of its own.
 */
void
coalition_print_table_add_group (CoalitionPrintTable   *self,
                           const char       *title,
                           const char       *count,
                           CoalitionPainter  painter,
                           gpointer          data)
{
  Row *row = g_new0 (Row, 1);

  row->group = g_strdup (title);
  row->count = g_strdup (count);
  row->painter = painter;
  row->data = data;
  g_ptr_array_add (self->rows, row);
}

/* Natural widths, over all rows of a table of ordinary length and an even sample of a very long one. */
static void
measure_columns (CoalitionPrintTable      *self,
                 CoalitionTypesetter *setter)
{
  guint step = MAX (1, self->rows->len / SAMPLE);

  for (guint c = 0; c < self->columns->len; c++)
    {
      Column *column = &g_array_index (self->columns, Column, c);

      coalition_typesetter_measure (setter, COALITION_TEXT_SMALL, column->heading, FALSE, &column->natural, &column->least);
      for (guint r = 0; r < self->rows->len; r++)
        {
          Row *row = g_ptr_array_index (self->rows, r);
          double natural, least;

          if (row->group != NULL || (r % step != 0 && !(column->flags & COALITION_PRINT_COLUMN_NO_WRAP)))
            continue;
          if (row->items[c].painter != NULL)
            natural = least = row->items[c].width;
          else if (row->items[c].text != NULL)
            coalition_typesetter_measure (setter, row->bold ? COALITION_TEXT_TABLE_BOLD : COALITION_TEXT_TABLE,
                                          row->items[c].text, FALSE, &natural, &least);
          else
            continue;
          column->natural = MAX (column->natural, natural + 0.5);
          column->least = MAX (column->least, least + 0.5);
        }
      if (column->flags & COALITION_PRINT_COLUMN_NO_WRAP)
        column->least = column->natural;
    }
}

/* The widths that are left over when every column that may wrap gets at most @cap of its natural width. */
static double
total_at (CoalitionPrintTable *self,
          double          cap)
{
  double total = (self->columns->len - 1) * GAP;

  for (guint c = 0; c < self->columns->len; c++)
    {
      Column *column = &g_array_index (self->columns, Column, c);

      total += MIN (column->natural, MAX (cap, column->least));
    }

  return total;
}

/* Columns get what they want if there is room, and what is left over goes to those that may wrap. Otherwise the widest
 * give way first. A word wider than its column breaks; a column never vanishes. */
static void
set_widths (CoalitionPrintTable *self,
            double          x,
            double          width)
{
  double even = (width - (self->columns->len - 1) * GAP) / self->columns->len;
  double low = 0;
  double high = width;
  double spare;
  guint n_flexible = 0;

  for (guint c = 0; c < self->columns->len; c++)
    {
      Column *column = &g_array_index (self->columns, Column, c);

      column->least = MIN (column->least, MAX (even, 24));
      if (!(column->flags & COALITION_PRINT_COLUMN_NO_WRAP))
        n_flexible++;
      else
        column->natural = MIN (column->natural, width / 3);
    }
  for (int i = 0; i < 40; i++)
    {
      double middle = (low + high) / 2;

      if (total_at (self, middle) > width)
        high = middle;
      else
        low = middle;
    }
  spare = MAX (width - total_at (self, low), 0);
  for (guint c = 0; c < self->columns->len; c++)
    {
      Column *column = &g_array_index (self->columns, Column, c);

      column->x = x;
      column->width = MIN (column->natural, MAX (low, column->least));
      if (n_flexible == 0 ? c + 1 == self->columns->len : !(column->flags & COALITION_PRINT_COLUMN_NO_WRAP))
        column->width += spare / MAX (n_flexible, 1);
      x += column->width + GAP;
    }
}

static CoalitionStrip *
flow_heads (CoalitionPrintTable *self,
            CoalitionFlow  *flow,
            double          x)
{
  CoalitionStrip *strip = coalition_flow_append (flow);

  strip->below = 3;
  strip->rule_below = 0.7;
  strip->rule_x = x;
  strip->keep_below = 30;
  for (guint c = 0; c < self->columns->len; c++)
    {
      Column *column = &g_array_index (self->columns, Column, c);
      CoalitionCell *cell = coalition_strip_add_text (strip, column->x, column->width, COALITION_TEXT_SMALL, column->heading);

      if (column->flags & COALITION_PRINT_COLUMN_END)
        cell->align = COALITION_TEXT_ALIGN_END;
    }

  return strip;
}

static CoalitionStrip *
flow_group (CoalitionFlow *flow,
            Row           *row,
            double         x)
{
  CoalitionStrip *strip = coalition_flow_append (flow);
  double width = coalition_flow_get_width (flow) - x;
  double sign = row->painter != NULL ? SIGN : 0;

  strip->space = 5;
  strip->above = PADDING;
  strip->below = PADDING;
  strip->rule_below = 0.7;
  strip->rule_x = x;
  strip->keep_below = 45;
  coalition_strip_add_text (strip, x + sign, width - sign - 60, COALITION_TEXT_TABLE_BOLD, row->group);
  if (row->painter != NULL)
    coalition_strip_add_painter (strip, x, SIGN, 12, row->painter, row->data, NULL);
  if (row->count != NULL)
    coalition_strip_add_text (strip, x + width - 50, 50, COALITION_TEXT_TABLE, row->count)->align = COALITION_TEXT_ALIGN_END;

  return strip;
}

static CoalitionStrip *
flow_row (CoalitionPrintTable *self,
          CoalitionFlow  *flow,
          Row            *row,
          double          x)
{
  CoalitionStrip *strip = coalition_flow_append (flow);

  strip->above = PADDING;
  strip->below = row->joined ? 0 : PADDING;
  strip->rule_below = row->joined ? 0 : 0.3;
  strip->rule_x = x;
  for (guint c = 0; c < self->columns->len; c++)
    {
      Column *column = &g_array_index (self->columns, Column, c);
      Item *item = &row->items[c];
      CoalitionCell *cell;

      if (item->painter != NULL)
        {
          coalition_strip_add_painter (strip, column->x, column->width, item->height, item->painter, item->data, NULL);
          continue;
        }
      if (item->text == NULL)
        continue;
      cell = coalition_strip_add_text (strip, column->x, column->width,
                                       row->bold ? COALITION_TEXT_TABLE_BOLD : COALITION_TEXT_TABLE, item->text);
      if (column->flags & COALITION_PRINT_COLUMN_END)
        cell->align = COALITION_TEXT_ALIGN_END;
    }

  return strip;
}

/**
 * coalition_print_table_flow:
 * @self: a table
 * @flow: where it goes
 * @x: where it begins, from the start of the text; it reaches to the end
 * @keep_together: whether all of it stays on one page with what follows, if that can be
 *
 * Sets the widths of the columns and adds the rows to @flow.
 */
void
coalition_print_table_flow (CoalitionPrintTable *self,
                      CoalitionFlow  *flow,
                      double          x,
                      gboolean        keep_together)
{
  CoalitionStrip *head;
  CoalitionStrip *strip = NULL;

  measure_columns (self, coalition_flow_get_setter (flow));
  set_widths (self, x, coalition_flow_get_width (flow) - x);
  head = flow_heads (self, flow, x);
  head->keep_with_next = keep_together;
  for (guint r = 0; r < self->rows->len; r++)
    {
      Row *row = g_ptr_array_index (self->rows, r);

      strip = row->group != NULL ? flow_group (flow, row, x) : flow_row (self, flow, row, x);
      strip->head = head;
      strip->keep_with_next = keep_together || row->joined;
    }
  if (strip != NULL)
    strip->rule_below = 0.7;
}
