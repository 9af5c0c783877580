/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-plan.h"
#include "coalition-space.h"

#include <math.h>

/* One party along an axis: where its box begins and ends relative to the middle of its shape, and where that is. */
typedef struct {
  guint party;
  double before;
  double after;
  double at;
} Item;

/* Items that touch and move as one: the mean of where they want to be. */
typedef struct {
  guint n;
  double sum;
} Block;

static int
compare_items (const void *a, const void *b)
{
  const Item *first = a, *second = b;
  double key_a = first->at + (first->before + first->after) / 2, key_b = second->at + (second->before + second->after) / 2;

  if (key_a != key_b)
    return key_a < key_b ? -1 : 1;

  return first->party < second->party ? -1 : first->party > second->party;
}

static Item
make_item (const CoalitionBox *boxes, const CoalitionPlace *places, guint party, gboolean across)
{
  return across ? (Item) { party, boxes[party].left, boxes[party].right, places[party].x }
                : (Item) { party, boxes[party].top, boxes[party].bottom, places[party].y };
}

/* Moves sorted items apart so that none overlap, with the least sum of squares of moves: pool adjacent violators. */
static void
space_out (Item *items, guint n)
{
  g_autofree Block *blocks = g_new (Block, n);
  g_autofree double *offset = g_new0 (double, n);
  guint n_blocks = 0, item = 0;

  for (guint i = 1; i < n; i++)
    offset[i] = offset[i - 1] + items[i - 1].after + COALITION_LEAST_GAP - items[i].before;
  for (guint i = 0; i < n; i++)
    {
      blocks[n_blocks++] = (Block) { 1, items[i].at - offset[i] };
      while (n_blocks > 1 && blocks[n_blocks - 2].sum / blocks[n_blocks - 2].n > blocks[n_blocks - 1].sum / blocks[n_blocks - 1].n)
        {
          blocks[n_blocks - 2].n += blocks[n_blocks - 1].n;
          blocks[n_blocks - 2].sum += blocks[n_blocks - 1].sum;
          n_blocks--;
        }
    }
  for (guint i = 0; i < n_blocks; i++)
    for (guint j = 0; j < blocks[i].n; j++, item++)
      items[item].at = blocks[i].sum / blocks[i].n + offset[item];
}

static gboolean
any_overlap (const CoalitionBox *boxes, const CoalitionPlace *places, const guint *parties, guint n)
{
  g_autoptr (CoalitionSpace) space = coalition_space_new (n);

  for (guint i = 0; i < n; i++)
    {
      CoalitionBox box = coalition_box_at (&boxes[parties[i]], places[parties[i]]);

      if (!coalition_space_is_free (space, &box, 0, -1))
        return TRUE;
      coalition_space_add (space, parties[i], &box);
    }

  return FALSE;
}

static void
put_items (CoalitionPlace *places, const Item *items, guint n, gboolean across)
{
  for (guint i = 0; i < n; i++)
    if (across)
      places[items[i].party].x = items[i].at;
    else
      places[items[i].party].y = items[i].at;
}

/* The same gap between each box and the next; the outermost stay, unless there is not enough room between them. */
static void
distribute (const CoalitionBox *boxes, CoalitionPlace *places, const guint *parties, guint n, gboolean across)
{
  g_autofree Item *items = g_new (Item, n);
  double taken = 0, first, last, gap;

  for (guint i = 0; i < n; i++)
    {
      items[i] = make_item (boxes, places, parties[i], across);
      taken += items[i].after - items[i].before;
    }
  qsort (items, n, sizeof (Item), compare_items);
  first = items[0].at + items[0].before;
  last = items[n - 1].at + items[n - 1].after;
  gap = (last - first - taken) / (n - 1);
  for (guint pass = 0; pass < 2; pass++)
    {
      double at = (first + last - taken - gap * (n - 1)) / 2;

      for (guint i = 0; i < n; i++)
        {
          items[i].at = round (at - items[i].before);
          at += items[i].after - items[i].before + gap;
        }
      put_items (places, items, n, across);
      if (gap >= COALITION_LEAST_GAP || !any_overlap (boxes, places, parties, n))
        return;
      gap = COALITION_LEAST_GAP;
    }
}

/**
 * coalition_layout_align:
 * @boxes: (array): room of each party
 * @places: (array) (inout): where each party is; those of the given parties are changed
 * @parties: (array length=n): indices of the parties to align
 * @n: how many
 * @alignment: along which line, or in which direction distributed
 *
 * Aligns parties along an edge of their boxes (the outermost one's) or the middle of their shapes (halfway between the
 * outermost), or gives them equal gaps. Who would lie on another after that is moved along the line, as little as need
 * be, so that none of them overlap; others on the map are not looked at. New places are whole units. Fewer than two
 * parties (three, to distribute) stay as they are.
 */
void
coalition_layout_align (const CoalitionBox *boxes, CoalitionPlace *places, const guint *parties, guint n,
                        CoalitionAlignment alignment)
{
  const gboolean across = alignment == COALITION_ALIGN_LEFT || alignment == COALITION_ALIGN_CENTER || alignment == COALITION_ALIGN_RIGHT;
  g_autofree Item *items = NULL;
  double low = INFINITY, high = -INFINITY, first = INFINITY, last = -INFINITY;

  if (alignment == COALITION_DISTRIBUTE_ACROSS || alignment == COALITION_DISTRIBUTE_DOWN)
    {
      if (n > 2)
        distribute (boxes, places, parties, n, alignment == COALITION_DISTRIBUTE_ACROSS);
      return;
    }
  if (n < 2)
    return;

  items = g_new (Item, n);
  for (guint i = 0; i < n; i++)
    {
      Item item = make_item (boxes, places, parties[i], across);

      low = MIN (low, item.at + item.before);
      high = MAX (high, item.at + item.after);
      first = MIN (first, item.at);
      last = MAX (last, item.at);
    }
  for (guint i = 0; i < n; i++)
    {
      Item item = make_item (boxes, places, parties[i], across);

      if (alignment == COALITION_ALIGN_LEFT || alignment == COALITION_ALIGN_TOP)
        item.at = low - item.before;
      else if (alignment == COALITION_ALIGN_RIGHT || alignment == COALITION_ALIGN_BOTTOM)
        item.at = high - item.after;
      else
        item.at = (first + last) / 2;
      item.at = round (item.at);
      put_items (places, &item, 1, across);
    }

  for (guint i = 0; i < n; i++)
    items[i] = make_item (boxes, places, parties[i], !across);
  if (!any_overlap (boxes, places, parties, n))
    return;
  qsort (items, n, sizeof (Item), compare_items);
  space_out (items, n);
  for (guint i = 0; i < n; i++)
    items[i].at = round (items[i].at);
  put_items (places, items, n, !across);
}

/**
 * coalition_layout_remove_overlaps:
 * @network: a network
 * @boxes: (array): room of each party
 * @places: (array) (inout): where each is
 * @movable: (array): who may be moved
 *
 * Takes those who may be moved off each other and off everybody else, each to the nearest free ground. Who overlaps
 * nobody stays to the last bit; of two that may both be moved the one that comes later in the network goes. Parties
 * that may not be moved go on overlapping where they do.
 */
void
coalition_layout_remove_overlaps (CoalitionNetwork *network, const CoalitionBox *boxes, CoalitionPlace *places,
                                  const gboolean *movable)
{
  g_autoptr (GArray) late = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (CoalitionSpace) space = NULL;
  guint n_parties;

  coalition_network_get_parties (network, &n_parties);
  space = coalition_space_new (n_parties);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n_parties; i++)
      {
        CoalitionBox box = coalition_box_at (&boxes[i], places[i]);

        if (!movable[i] != (pass == 0))
          continue;
        if (pass == 0 || coalition_space_is_free (space, &box, 0, -1))
          coalition_space_add (space, i, &box);
        else
          g_array_append_val (late, i);
      }
  for (guint i = 0; i < late->len; i++)
    {
      guint party = g_array_index (late, guint, i);
      CoalitionBox box;

      places[party] = coalition_space_find_free (space, &boxes[party], places[party], COALITION_LEAST_GAP, -INFINITY, INFINITY);
      box = coalition_box_at (&boxes[party], places[party]);
      coalition_space_add (space, party, &box);
    }
}
