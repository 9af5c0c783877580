/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-map-fit-private.h"

#include <math.h>

/* What is no party, on paper: notes, pictures, forums. Their sizes stay, their places are found again. */

/*
 * coalition_map_fit_stretched:
 *
 * Where a value is, once what it lies in is stretched to something else.
 */
double
coalition_map_fit_stretched (double value,
                             double from,
                             double to,
                             double new_from,
                             double new_to)
{
  return new_from + (value - from) / MAX (to - from, 1) * (new_to - new_from);
}

/* How much a box hides of parties, and of what was placed before it. */
static double
hidden_by (CoalitionMap       *self,
           const CoalitionBox *box,
           const GArray       *taken)
{
  double area = 0;

  for (guint i = 0; i < self->n_parties; i++)
    {
      CoalitionBox other = coalition_map_fit_shifted (&self->boxes[i], self->figures[i].x, self->figures[i].y, COALITION_MAP_APART);

      if (!coalition_map_party_is_absent (self, i))
        area += coalition_map_fit_overlap (box, &other);
    }
  for (guint i = 0; i < taken->len; i++)
    area += coalition_map_fit_overlap (box, &g_array_index (taken, CoalitionBox, i));

  return area;
}

/* Beside the party beside which it was. */
static void
find_target (CoalitionMap              *self,
             const CoalitionMapStretch *stretch,
             double                     x,
             double                     y,
             double                    *new_x,
             double                    *new_y)
{
  double nearest = G_MAXDOUBLE;
  double across = (stretch->to.right - stretch->to.left) / MAX (stretch->from.right - stretch->from.left, 1);
  double down = (stretch->to.bottom - stretch->to.top) / MAX (stretch->from.bottom - stretch->from.top, 1);

  *new_x = coalition_map_fit_stretched (x, stretch->from.left, stretch->from.right, stretch->to.left, stretch->to.right);
  *new_y = coalition_map_fit_stretched (y, stretch->from.top, stretch->from.bottom, stretch->to.top, stretch->to.bottom);
  for (guint i = 0; i < self->n_parties; i++)
    {
      const CoalitionPlace *before = &stretch->before[i];
      double distance = hypot (x - before->x, y - before->y);

      if (coalition_map_party_is_absent (self, i) || distance >= nearest)
        continue;
      nearest = distance;
      *new_x = self->figures[i].x + (x - before->x) * across;
      *new_y = self->figures[i].y + (y - before->y) * down;
    }
}

/* The free place that is nearest to where the item was among the parties; where none is free, the one that hides least. */
static void
place_item (CoalitionMap     *self,
            CoalitionMapPart  part,
            guint             index,
            const CoalitionMapStretch    *stretch,
            double            width,
            double            height,
            GArray           *taken)
{
  CoalitionBox box, best = { 0, 0, 0, 0 };
  double x, y, item_width, item_height, least = G_MAXDOUBLE;

  if (!coalition_map_get_item_box (self, part, index, &box))
    return;
  item_width = MIN (box.right - box.left, width / 3);
  item_height = box.bottom - box.top;
  if (part == COALITION_MAP_PICTURE)
    {
      double scale = MIN ((stretch->to.right - stretch->to.left) / MAX (stretch->from.right - stretch->from.left, 1),
                          (stretch->to.bottom - stretch->to.top) / MAX (stretch->from.bottom - stretch->from.top, 1));

      scale = MIN (MIN (scale, 1), MIN (width / 3 / MAX (item_width, 1), height / 3 / MAX (item_height, 1)));
      item_width *= scale;
      item_height *= scale;
    }
  find_target (self, stretch, (box.left + box.right) / 2, (box.top + box.bottom) / 2, &x, &y);
  for (double left = COALITION_MAP_FRAME; left <= MAX (width - COALITION_MAP_FRAME - item_width, COALITION_MAP_FRAME); left += 6)
    for (double top = COALITION_MAP_FRAME; top <= MAX (height - COALITION_MAP_FRAME - item_height, COALITION_MAP_FRAME); top += 6)
      {
        CoalitionBox room = { left, top, left + item_width, top + item_height };
        double cost = hypot (left + item_width / 2 - x, top + item_height / 2 - y);

        if (cost >= least)
          continue;
        cost += hidden_by (self, &room, taken) * 100;
        if (cost >= least)
          continue;
        least = cost;
        best = room;
      }
  coalition_map_set_item_box (self, part, index, &best);
  coalition_map_get_item_box (self, part, index, &best);
  g_array_append_val (taken, best);
}

/* A hub along the edge is drawn back into the frame. */
static void
keep_hub_in_frame (CoalitionMap *self,
                   guint         forum,
                   double        width,
                   double        height)
{
  CoalitionMapOutline *outline = &self->outlines[forum];
  const CoalitionBox *box = &outline->box;
  double x = MAX (COALITION_MAP_FRAME - box->left, 0) - MAX (box->right - width + COALITION_MAP_FRAME, 0);
  double y = MAX (COALITION_MAP_FRAME - box->top, 0) - MAX (box->bottom - height + COALITION_MAP_FRAME, 0);

  if (x == 0 && y == 0)
    return;
  outline->placed = TRUE;
  outline->x += x;
  outline->y += y;
  outline->known = FALSE;
  coalition_map_forum_update (self, forum);
}

/* The place along its line, inside or outside, where a caption hides nothing; the nearest to the line if there are several. */
static void
place_caption (CoalitionMap *self,
               guint         forum,
               const GArray *taken,
               double        width,
               double        height)
{
  CoalitionMapOutline *outline = &self->outlines[forum];
  CoalitionBox best = outline->caption;
  double caption_width = outline->text_width, caption_height = outline->text_height, least;

  least = best.left >= COALITION_MAP_FRAME && best.right <= width - COALITION_MAP_FRAME && best.top >= COALITION_MAP_FRAME
          && best.bottom <= height - COALITION_MAP_FRAME ? hidden_by (self, &best, taken) * 100 : G_MAXDOUBLE;
  for (double top = COALITION_MAP_FRAME; least > 0 && top <= height - COALITION_MAP_FRAME - caption_height; top += 4)
    for (double left = COALITION_MAP_FRAME; left <= width - COALITION_MAP_FRAME - caption_width; left += 6)
      {
        CoalitionBox box = { left, top, left + caption_width, top + caption_height };
        double off = fabs (coalition_map_forum_distance (self, forum, left + caption_width / 2, top + caption_height / 2));
        double cost = 1 + fabs (off - caption_height * 0.8);

        if (off > caption_height * 4 || cost >= least)
          continue;
        cost += hidden_by (self, &box, taken) * 100;
        if (cost >= least)
          continue;
        least = cost;
        best = box;
      }
  outline->caption = best;
}

static void
place_forums (CoalitionMap *self,
              GArray       *taken,
              double        width,
              double        height)
{
  for (int hubs = 1; hubs >= 0; hubs--)
    for (guint i = 0; i < self->n_forums; i++)
      {
        CoalitionBox box;

        if (coalition_map_forum_is_hub (self, i) != hubs || !coalition_map_forum_update (self, i))
          continue;
        if (hubs)
          keep_hub_in_frame (self, i, width, height);
        else
          place_caption (self, i, taken, width, height);
        box = coalition_map_fit_shifted (&self->outlines[i].caption, 0, 0, 1);
        g_array_append_val (taken, box);
      }
}

/* Where the names of the axes and of their ends are, about. */
static void
take_names_of_axes (CoalitionMap *self,
                    GArray       *taken,
                    double        width,
                    double        height)
{
  const CoalitionBox names[] = {
    { 0, 0, width, self->axes.top + 2 }, { 0, self->axes.bottom, width, height }, { 0, 0, self->axes.left, height },
  };

  g_array_append_vals (taken, names, G_N_ELEMENTS (names));
}

/*
 * coalition_map_fit_items:
 * @stretch: what became of the places of parties
 *
 * Puts notes, pictures, hubs and the captions of forums on paper, once parties are in their places.
 */
void
coalition_map_fit_items (CoalitionMap              *self,
                         const CoalitionMapStretch *stretch,
                         double                     width,
                         double                     height)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (CoalitionBox));

  if (self->has_axes)
    take_names_of_axes (self, taken, width, height);
  for (guint i = 0; i < self->n_notes; i++)
    place_item (self, COALITION_MAP_NOTE, i, stretch, width, height, taken);
  for (guint i = 0; i < self->n_pictures; i++)
    if (!self->pictures[i].background)
      place_item (self, COALITION_MAP_PICTURE, i, stretch, width, height, taken);
  /* A hub finds a place of its own among the parties, wherever it was put on the screen. */
  for (guint i = 0; i < self->n_forums; i++)
    self->outlines[i].placed = FALSE;
  self->frame = (CoalitionBox) { 0, 0, width, height };
  coalition_map_forums_forget (self);
  coalition_map_forums_update (self);
  place_forums (self, taken, width, height);
}

/* Whether a row of numbers centered there would stand on a shape, a name or other numbers. */
static gboolean
numbers_collide (CoalitionMap *self,
                 const GArray *taken,
                 double        x,
                 double        y,
                 double        half_width,
                 double        half_height)
{
  double margin = half_height + 0.5;

  for (guint i = 0; i < taken->len; i++)
    {
      const CoalitionBox *box = &g_array_index (taken, CoalitionBox, i);

      if (x + half_width > box->left && x - half_width < box->right && y + half_height > box->top && y - half_height < box->bottom)
        return TRUE;
    }

  return coalition_map_is_covered (self, x, y, margin)
         || coalition_map_is_covered (self, x - half_width + half_height, y, margin)
         || coalition_map_is_covered (self, x + half_width - half_height, y, margin);
}

/*
 * coalition_map_fit_numbers:
 *
 * Moves the numbers of agreements along their ties, and at last a little beside them, until none hides another.
 */
void
coalition_map_fit_numbers (CoalitionMap *self)
{
  static const double beside[] = { 0, 1, -1, 2, -2 };
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (CoalitionBox));
  double half = self->sizes->agreement + 1;

  for (guint i = 0; i < self->n_forums; i++)
    if (coalition_map_forum_update (self, i))
      g_array_append_val (taken, self->outlines[i].caption);
  for (guint i = 0; i < self->n_notes; i++)
    if (coalition_map_note_is_shown (self, i))
      g_array_append_vals (taken, coalition_map_note_get_box (self, i), 1);
  for (guint i = 0; i < self->n_ties; i++)
    {
      CoalitionMapLine *line = &self->lines[i];
      CoalitionMapCurve curve;
      double x, y, half_width, nearest = G_MAXDOUBLE;
      CoalitionBox box;

      line->moved = FALSE;
      if (!line->numbers || line->numbers->len == 0 || !coalition_map_line_get_curve (self, i, &curve)
          || !coalition_map_line_get_middle (self, i, &x, &y))
        continue;
      half_width = half * line->numbers->len;
      line->number_x = x;
      line->number_y = y;
      for (guint side = 0; side < G_N_ELEMENTS (beside) && nearest == G_MAXDOUBLE; side++)
        for (int step = 1; step < 100; step++)
          {
            double across = curve.x1 - curve.x0, down = curve.y1 - curve.y0;
            double length = MAX (hypot (across, down), 1);
            double at_x, at_y, distance;

            coalition_map_curve_point (&curve, step / 100.0, &at_x, &at_y);
            at_x -= beside[side] * 2 * half * down / length;
            at_y += beside[side] * 2 * half * across / length;
            distance = hypot (at_x - x, at_y - y);
            if (distance >= nearest || numbers_collide (self, taken, at_x, at_y, half_width, half))
              continue;
            nearest = distance;
            line->number_x = at_x;
            line->number_y = at_y;
          }
      line->moved = TRUE;
      box = (CoalitionBox) { line->number_x - half_width, line->number_y - half, line->number_x + half_width, line->number_y + half };
      g_array_append_val (taken, box);
    }
}
