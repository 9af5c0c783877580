/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-space.h"

#include <math.h>

/* About the room of one party with its name. */
#define CELL_WIDTH 160.0
#define CELL_HEIGHT 90.0
/* Cells that one box may take in a direction; a party's name never makes it that big. */
#define MAX_CELLS 4096

typedef struct {
  int column;
  int row;
  guint item;
  int next;
} Entry;

struct _CoalitionSpace
{
  GArray *boxes;   /* of CoalitionBox */
  GArray *items;   /* of guint: which item each of boxes is */
  GArray *seen;    /* of guint: the last search that met each of boxes */
  GArray *entries; /* of Entry; item indexes boxes */
  int *heads;
  guint mask;
  guint search;
  CoalitionBox bounds;
};

/* What a search looks at. */
typedef struct {
  int columns[2];
  int rows[2];
} Range;

static int
to_cell (double coordinate, double size)
{
  return (int) floor (CLAMP (coordinate / size, -1e9, 1e9));
}

static Range
find_range (const CoalitionBox *box, double gap)
{
  Range range = { { to_cell (box->left - gap, CELL_WIDTH), to_cell (box->right + gap, CELL_WIDTH) },
                  { to_cell (box->top - gap, CELL_HEIGHT), to_cell (box->bottom + gap, CELL_HEIGHT) } };

  range.columns[1] = MIN (range.columns[1], range.columns[0] + MAX_CELLS);
  range.rows[1] = MIN (range.rows[1], range.rows[0] + MAX_CELLS);

  return range;
}

static guint
find_bucket (CoalitionSpace *self, int column, int row)
{
  guint hash = (guint) column * 0x9E3779B1u ^ (guint) row * 0x85EBCA77u;

  return (hash ^ hash >> 15) & self->mask;
}

/**
 * coalition_space_new:
 * @n_items: about how many boxes will be added
 *
 * Makes an empty plane.
 *
 * Returns: (transfer full): the plane
 */
CoalitionSpace *
coalition_space_new (guint n_items)
{
  CoalitionSpace *self = g_new0 (CoalitionSpace, 1);
  guint size = 64;

  while (size < n_items * 4)
    size *= 2;
  self->mask = size - 1;
  self->heads = g_new (int, size);
  for (guint i = 0; i < size; i++)
    self->heads[i] = -1;
  self->boxes = g_array_sized_new (FALSE, FALSE, sizeof (CoalitionBox), n_items);
  self->items = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_items);
  self->seen = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_items);
  self->entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), n_items * 4);

  return self;
}

/**
 * coalition_space_free:
 * @self: (transfer full): a plane
 *
 * Frees it.
 */
void
coalition_space_free (CoalitionSpace *self)
{
  g_array_unref (self->boxes);
  g_array_unref (self->items);
  g_array_unref (self->seen);
  g_array_unref (self->entries);
  g_free (self->heads);
  g_free (self);
}

/**
 * coalition_space_clear:
 * @self: a plane
 *
 * Takes everything out again, keeping the memory.
 */
void
coalition_space_clear (CoalitionSpace *self)
{
  for (guint i = 0; i <= self->mask; i++)
    self->heads[i] = -1;
  g_array_set_size (self->boxes, 0);
  g_array_set_size (self->items, 0);
  g_array_set_size (self->seen, 0);
  g_array_set_size (self->entries, 0);
  self->search = 0;
}

/**
 * coalition_space_add:
 * @self: a plane
 * @item: what the box stands for
 * @box: where it lies
 *
 * Puts a box into the plane. Several may overlap.
 */
void
coalition_space_add (CoalitionSpace *self, guint item, const CoalitionBox *box)
{
  Range range = find_range (box, 0);
  guint index = self->boxes->len;
  guint never = 0;

  self->bounds = index == 0 ? *box : coalition_box_unite (&self->bounds, box);
  g_array_append_val (self->boxes, *box);
  g_array_append_val (self->items, item);
  g_array_append_val (self->seen, never);
  for (int column = range.columns[0]; column <= range.columns[1]; column++)
    for (int row = range.rows[0]; row <= range.rows[1]; row++)
      {
        guint bucket = find_bucket (self, column, row);
        Entry entry = { column, row, index, self->heads[bucket] };

        self->heads[bucket] = self->entries->len;
        g_array_append_val (self->entries, entry);
      }
}

/**
 * coalition_space_is_free:
 * @self: a plane
 * @box: a box
 * @gap: what must be left free around it
 * @except: an item that does not count, or -1
 *
 * Whether a box would overlap nothing.
 *
 * Returns: %TRUE if there is room
 */
gboolean
coalition_space_is_free (CoalitionSpace *self, const CoalitionBox *box, double gap, int except)
{
  Range range = find_range (box, gap);

  for (int column = range.columns[0]; column <= range.columns[1]; column++)
    for (int row = range.rows[0]; row <= range.rows[1]; row++)
      for (int i = self->heads[find_bucket (self, column, row)]; i >= 0;)
        {
          const Entry *entry = &g_array_index (self->entries, Entry, i);

          if (entry->column == column && entry->row == row
              && coalition_boxes_overlap (box, &g_array_index (self->boxes, CoalitionBox, entry->item), gap)
              && (except < 0 || g_array_index (self->items, guint, entry->item) != (guint) except))
            return FALSE;
          i = entry->next;
        }

  return TRUE;
}

/**
 * coalition_space_foreach:
 * @self: a plane
 * @box: a box
 * @func: (scope call): called once for each box that overlaps @box
 * @data: for @func
 *
 * Finds what lies under a box.
 */
void
coalition_space_foreach (CoalitionSpace *self, const CoalitionBox *box, CoalitionSpaceFunc func, gpointer data)
{
  Range range = find_range (box, 0);
  guint search = ++self->search;

  for (int column = range.columns[0]; column <= range.columns[1]; column++)
    for (int row = range.rows[0]; row <= range.rows[1]; row++)
      for (int i = self->heads[find_bucket (self, column, row)]; i >= 0;)
        {
          const Entry *entry = &g_array_index (self->entries, Entry, i);
          guint *seen = &g_array_index (self->seen, guint, entry->item);
          const CoalitionBox *other = &g_array_index (self->boxes, CoalitionBox, entry->item);

          if (entry->column == column && entry->row == row && *seen != search && coalition_boxes_overlap (box, other, 0))
            {
              *seen = search;
              func (g_array_index (self->items, guint, entry->item), other, data);
            }
          i = entry->next;
        }
}

/**
 * coalition_space_get_bounds:
 * @self: a plane
 * @bounds: (out): the smallest box around all boxes; zero if there are none
 *
 * How far the boxes reach.
 */
void
coalition_space_get_bounds (CoalitionSpace *self, CoalitionBox *bounds)
{
  *bounds = self->boxes->len > 0 ? self->bounds : (CoalitionBox) { 0 };
}

/**
 * coalition_space_find_free:
 * @self: a plane
 * @box: the room wanted, relative to its place
 * @target: where it would best be
 * @gap: what must be left free around it
 * @low: least y allowed, or -INFINITY
 * @high: greatest y allowed, or INFINITY
 *
 * Finds a place near @target where a box overlaps nothing. There always is one: the search goes outward until it has
 * left everything behind. Steps grow with the distance, so that it is short even in a crowd.
 *
 * Returns: the place, in whole units if it is not @target itself
 */
CoalitionPlace
coalition_space_find_free (CoalitionSpace *self, const CoalitionBox *box, CoalitionPlace target, double gap,
                           double low, double high)
{
  CoalitionBox there;
  double radius = 8;

  target.y = CLAMP (target.y, low, high);
  there = coalition_box_at (box, target);
  if (coalition_space_is_free (self, &there, gap, -1))
    return target;

  for (;;)
    {
      CoalitionPlace best = target;
      double least = INFINITY;
      guint n_samples = CLAMP (2 * G_PI * radius / 14, 12, 72);

      /* A few rings at once, and of those the nearest that is free: below and above count as farther than beside,
       * since screens and names are wide. */
      for (guint i = 0; i < n_samples; i++)
        {
          double angle = 2 * G_PI * i / n_samples;
          CoalitionPlace place = { round (target.x + 1.3 * radius * cos (angle)), round (target.y + radius * sin (angle)) };
          double distance;

          if (place.y < low || place.y > high)
            place.y = CLAMP (place.y, low, high);
          distance = hypot ((place.x - target.x) / 1.3, place.y - target.y);
          there = coalition_box_at (box, place);
          if (distance < least && coalition_space_is_free (self, &there, gap, -1))
            {
              least = distance;
              best = place;
            }
        }
      if (least < INFINITY)
        return best;
      radius += MAX (6, radius * 0.04);
    }
}
