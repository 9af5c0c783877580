/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-map-private.h"

#include <math.h>

/* The map on paper. Places scale with the paper, type does not, so that what did not overlap on the screen may do so
 * here. Names of people are placed again, each where the widest angle between its ties is free; then boxes that overlap
 * are pushed apart, within the frame, until none does. Where they are too many for that, they are put in rows, which
 * keeps who is above and who is left of whom. */

#define FRAME 5.0       /* nothing comes nearer to the frame */
#define MARGIN 3.0      /* least room between two boxes, on each */
#define TIED 12.0       /* room between two that are tied, so that the tie is seen */
#define NUMBER 13.0     /* and for each agreement's number on it */
#define MOST_PARTIES 400
#define ROUNDS 14
#define PUSHES 240

/* Sides of a shape on which its name can stand, the better first. */
static const struct {
  int x;
  int y;
} sides[8] = { { 0, 1 }, { 1, 0 }, { -1, 0 }, { 0, -1 }, { 1, 1 }, { -1, 1 }, { 1, -1 }, { -1, -1 } };

static CoalitionBox
place_on_side (CoalitionMap *self,
               guint         party,
               int           side,
               double        width,
               double        height)
{
  const CoalitionMapFigure *figure = &self->figures[party];
  double edge = figure->half_width + (coalition_map_is_us (self, party) ? self->sizes->ring : 0);
  double gap = 2.4;
  double left = -width / 2, top = -height / 2;

  if (sides[side].x != 0 && sides[side].y != 0)
    {
      left = sides[side].x > 0 ? edge * 0.62 + gap : -edge * 0.62 - gap - width;
      top = sides[side].y > 0 ? edge * 0.62 + gap / 2 : -edge * 0.62 - gap / 2 - height;
    }
  else if (sides[side].x != 0)
    left = sides[side].x > 0 ? edge + gap : -edge - gap - width;
  else
    top = sides[side].y > 0 ? edge + gap * 0.6 : -edge - gap * 0.6 - height;

  return (CoalitionBox) { left, top, left + width, top + height };
}

static double
overlap (const CoalitionBox *one,
         const CoalitionBox *other)
{
  double x = MIN (one->right, other->right) - MAX (one->left, other->left);
  double y = MIN (one->bottom, other->bottom) - MAX (one->top, other->top);

  return x > 0 && y > 0 ? x * y : 0;
}

static CoalitionBox
shifted (const CoalitionBox *box,
         double              x,
         double              y,
         double              margin)
{
  return (CoalitionBox) { box->left + x - margin, box->top + y - margin, box->right + x + margin,
                          box->bottom + y + margin };
}

/* The length of what runs of a line through a box. */
static double
length_in_box (const CoalitionBox *box,
               double              x0,
               double              y0,
               double              x1,
               double              y1)
{
  double from, to;

  return coalition_map_clip_line (box, x0, y0, x1, y1, &from, &to) ? (to - from) * hypot (x1 - x0, y1 - y0) : 0;
}

/* About where the agreements of a tie stand: in the middle between the two shapes. */
static gboolean
number_box (CoalitionMap *self,
            guint         tie,
            CoalitionBox *box)
{
  const CoalitionMapFigure *from = &self->figures[self->ties[tie].from];
  const CoalitionMapFigure *to = &self->figures[self->ties[tie].to];
  const CoalitionMapLine *line = &self->lines[tie];
  guint n = line->numbers ? line->numbers->len : line->badge ? 1 : 0;
  double half = self->sizes->agreement + 1, ignored, out, in, middle, x, y;
  CoalitionBox shape = { from->x - from->half_width, from->y - from->half_height, from->x + from->half_width,
                         from->y + from->half_height };

  if (n == 0 || line->hidden)
    return FALSE;
  if (!coalition_map_clip_line (&shape, from->x, from->y, to->x, to->y, &ignored, &out))
    return FALSE;
  shape = (CoalitionBox) { to->x - to->half_width, to->y - to->half_height, to->x + to->half_width,
                           to->y + to->half_height };
  if (!coalition_map_clip_line (&shape, from->x, from->y, to->x, to->y, &in, &ignored))
    return FALSE;
  middle = (out + in) / 2;
  x = from->x + (to->x - from->x) * middle;
  y = from->y + (to->y - from->y) * middle;
  *box = (CoalitionBox) { x - half * n - 1, y - half, x + half * n + 1, y + half };

  return TRUE;
}

/* How bad it is to have the name of @party in @label (relative to its shape). */
static double
cost_of_label (CoalitionMap       *self,
               guint               party,
               const CoalitionBox *label,
               int                 side,
               double              width,
               double              height)
{
  const CoalitionMapFigure *figure = &self->figures[party];
  CoalitionBox box = shifted (label, figure->x, figure->y, 1);
  double cost = side * 0.8;
  double x = sides[side].x, y = sides[side].y, length = hypot (x, y);
  const guint *own;
  guint n_own;

  /* Its own badges are not to lie on it. */
  for (guint i = 0; i < G_N_ELEMENTS (coalition_map_badges); i++)
    {
      double at_x, at_y, half = self->sizes->badge;

      if (coalition_map_badge_place (self, party, i, &at_x, &at_y))
        cost += overlap (&box, &(CoalitionBox) { at_x - half, at_y - half, at_x + half, at_y + half }) * 5;
    }
  /* What sticks out of the frame is drawn back into it, with its party. */
  cost += 3 * (MAX (FRAME - box.left, 0) + MAX (box.right - width + FRAME, 0));
  cost += 3 * (MAX (FRAME - box.top, 0) + MAX (box.bottom - height + FRAME, 0));
  for (guint i = 0; i < self->n_parties; i++)
    {
      CoalitionBox other = shifted (&self->boxes[i], self->figures[i].x, self->figures[i].y, MARGIN);

      if (i != party)
        cost += overlap (&box, &other) * 2;
    }
  for (guint i = 0; i < self->n_ties; i++)
    {
      const CoalitionMapFigure *from = &self->figures[self->ties[i].from];
      const CoalitionMapFigure *to = &self->figures[self->ties[i].to];
      CoalitionBox numbers;

      if (number_box (self, i, &numbers))
        cost += overlap (&box, &numbers) * 3;
      if (!self->lines[i].hidden)
        cost += length_in_box (&box, from->x, from->y, to->x, to->y) *
                (self->ties[i].from == party || self->ties[i].to == party ? 2.5 : 0.9);
    }
  /* The wider the free angle around this side, the better. */
  own = coalition_network_get_ties_of (self->network, party, &n_own);
  for (guint i = 0; i < n_own; i++)
    {
      const CoalitionNetworkTie *tie = &self->ties[own[i]];
      const CoalitionMapFigure *other = &self->figures[tie->from == party ? tie->to : tie->from];
      double dx = other->x - figure->x, dy = other->y - figure->y, far = hypot (dx, dy);
      double cosine = far > 0 ? (dx * x + dy * y) / (far * length) : 0;

      if (cosine > 0.3)
        cost += (cosine - 0.3) * 14 / n_own + (cosine > 0.8 ? 6 : 0);
    }

  return cost;
}

static void
place_label (CoalitionMap *self,
             guint         party,
             double        width,
             double        height)
{
  CoalitionMapFigure *figure = &self->figures[party];
  double usual = self->sizes->label_width * self->font_scale;
  double extra = (self->sizes->label_max - self->sizes->label_width) * self->font_scale;
  double best = G_MAXDOUBLE, best_wrap = usual;
  CoalitionBox best_box = figure->label;
  int best_side = 0;

  for (int wide = 0; wide < 2; wide++)
    {
      double wrap = wide ? usual * 1.5 : usual;
      double w, h;

      coalition_map_labels_size (self, self->parties[party].name, coalition_map_is_us (self, party), wrap, wrap + extra,
                                 &w, &h);
      for (int side = 0; side < 8; side++)
        {
          CoalitionBox box = place_on_side (self, party, side, w, h);
          double cost = cost_of_label (self, party, &box, side, width, height) + wide * 1.5;

          if (cost < best)
            {
              best = cost;
              best_box = box;
              best_side = side;
              best_wrap = wrap;
            }
        }
    }
  figure->label = best_box;
  figure->label_wrap = best_wrap;
  figure->align = sides[best_side].x > 0   ? PANGO_ALIGN_LEFT
                  : sides[best_side].x < 0 ? PANGO_ALIGN_RIGHT
                                           : PANGO_ALIGN_CENTER;
  coalition_map_labels_forget (self, party);
  coalition_map_update_box (self, party);
}

static void
place_labels (CoalitionMap *self,
              double        width,
              double        height)
{
  for (guint i = 0; i < self->n_parties; i++)
    if (self->parties[i].level != COALITION_LEVEL_ORGANIZATION)
      place_label (self, i, width, height);
}

static void
keep_in_frame (CoalitionMap *self,
               guint         party,
               double        width,
               double        height)
{
  CoalitionMapFigure *figure = &self->figures[party];
  const CoalitionBox *box = &self->boxes[party];

  figure->x = MAX (MIN (figure->x, width - FRAME - box->right), FRAME - box->left);
  figure->y = MAX (MIN (figure->y, height - FRAME - box->bottom), FRAME - box->top);
}

/* The room that is wanted between each two parties: more where a tie between them, and its numbers, should be seen. */
static double *
wanted_room (CoalitionMap *self)
{
  double *room = g_new (double, (gsize) self->n_parties * self->n_parties + 1);

  for (gsize i = 0; i < (gsize) self->n_parties * self->n_parties; i++)
    room[i] = 2 * MARGIN;
  for (guint i = 0; i < self->n_ties; i++)
    {
      const CoalitionMapLine *line = &self->lines[i];
      gsize from = self->ties[i].from, to = self->ties[i].to;
      guint n = line->numbers ? line->numbers->len : line->badge ? 1 : 0;
      double want = TIED + n * NUMBER;

      if (line->hidden)
        continue;
      room[from * self->n_parties + to] = MAX (room[from * self->n_parties + to], want);
      room[to * self->n_parties + from] = room[from * self->n_parties + to];
    }

  return room;
}

/* @share: of the wanted room beyond the least */
static guint
push_apart (CoalitionMap *self,
            GRand        *random,
            const double *room,
            double        share,
            double        width,
            double        height)
{
  guint n_overlaps = 0;

  for (guint i = 0; i < self->n_parties; i++)
    for (guint j = i + 1; j < self->n_parties; j++)
      {
        CoalitionMapFigure *a = &self->figures[i], *b = &self->figures[j];
        double margin = MARGIN + (room[(gsize) i * self->n_parties + j] / 2 - MARGIN) * share;
        CoalitionBox one = shifted (&self->boxes[i], a->x, a->y, margin);
        CoalitionBox other = shifted (&self->boxes[j], b->x, b->y, margin);
        double x = MIN (one.right, other.right) - MAX (one.left, other.left);
        double y = MIN (one.bottom, other.bottom) - MAX (one.top, other.top);
        gboolean sideways;

        if (x <= 0.01 || y <= 0.01)
          continue;
        n_overlaps++;
        /* Mostly the shorter way, at times the other, lest two are stuck against the frame. */
        sideways = (x < y) != (g_rand_double (random) < 0.12);
        if (sideways)
          {
            double sign = one.left + one.right <= other.left + other.right ? 1 : -1;

            a->x -= sign * (x / 2 + 0.05);
            b->x += sign * (x / 2 + 0.05);
          }
        else
          {
            double sign = one.top + one.bottom <= other.top + other.bottom ? 1 : -1;

            a->y -= sign * (y / 2 + 0.05);
            b->y += sign * (y / 2 + 0.05);
          }
        keep_in_frame (self, i, width, height);
        keep_in_frame (self, j, width, height);
      }

  return n_overlaps;
}

/* Moves shapes a little off the ties of others that run through them. */
static guint
push_off_ties (CoalitionMap *self,
               double        width,
               double        height)
{
  guint n_moved = 0;

  for (guint i = 0; i < self->n_ties; i++)
    {
      guint from = self->ties[i].from, to = self->ties[i].to;
      double x0 = self->figures[from].x, y0 = self->figures[from].y;
      double dx = self->figures[to].x - x0, dy = self->figures[to].y - y0, length = hypot (dx, dy);

      if (self->lines[i].hidden || length < 1)
        continue;
      for (guint party = 0; party < self->n_parties; party++)
        {
          CoalitionMapFigure *figure = &self->figures[party];
          double along = ((figure->x - x0) * dx + (figure->y - y0) * dy) / (length * length);
          double off = ((figure->x - x0) * -dy + (figure->y - y0) * dx) / length;
          double clear = 4;

          if (party == from || party == to || along < 0.02 || along > 0.98)
            continue;
          if (self->parties[party].level == COALITION_LEVEL_ORGANIZATION)
            clear += (fabs (dy) * figure->half_width + fabs (dx) * figure->half_height) / length;
          else
            clear += figure->half_width;
          if (fabs (off) >= clear)
            continue;
          n_moved++;
          off = (off < 0 ? -1 : 1) * MIN ((clear - fabs (off)) * 0.2, 1.2);
          figure->x += off * -dy / length;
          figure->y += off * dx / length;
          keep_in_frame (self, party, width, height);
        }
    }

  return n_moved;
}

static gboolean
is_clear (CoalitionMap *self,
          double        width,
          double        height)
{
  for (guint i = 0; i < self->n_parties; i++)
    {
      CoalitionBox one = shifted (&self->boxes[i], self->figures[i].x, self->figures[i].y, 0);

      if (one.left < -0.1 || one.top < -0.1 || one.right > width + 0.1 || one.bottom > height + 0.1)
        return FALSE;
      for (guint j = i + 1; j < self->n_parties; j++)
        {
          CoalitionBox other = shifted (&self->boxes[j], self->figures[j].x, self->figures[j].y, MARGIN / 2);

          if (overlap (&one, &other) > 0)
            return FALSE;
        }
    }

  return TRUE;
}

/* Stretches places to the frame, each axis by itself but not too unlike the other: distances have no meaning. */
static void
scale_places (CoalitionMap *self,
              double        width,
              double        height)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;
  double box_width = 0, box_height = 0, x_scale, y_scale;

  for (guint i = 0; i < self->n_parties; i++)
    {
      left = MIN (left, self->figures[i].x);
      right = MAX (right, self->figures[i].x);
      top = MIN (top, self->figures[i].y);
      bottom = MAX (bottom, self->figures[i].y);
      box_width = MAX (box_width, self->boxes[i].right - self->boxes[i].left);
      box_height = MAX (box_height, self->boxes[i].bottom - self->boxes[i].top);
    }
  x_scale = MAX (width - box_width - 2 * FRAME, 1) / MAX (right - left, 1);
  y_scale = MAX (height - box_height - 2 * FRAME, 1) / MAX (bottom - top, 1);
  x_scale = MIN (MIN (x_scale, y_scale * 2), 1.1);
  y_scale = MIN (MIN (y_scale, x_scale * 2), 1.1);
  for (guint i = 0; i < self->n_parties; i++)
    {
      CoalitionMapFigure *figure = &self->figures[i];

      figure->x = width / 2 + (figure->x - (left + right) / 2) * x_scale;
      figure->y = height / 2 + (figure->y - (top + bottom) / 2) * y_scale;
      keep_in_frame (self, i, width, height);
    }
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  CoalitionMap *self = data;
  double one = self->figures[*(const guint *) a].y, other = self->figures[*(const guint *) b].y;

  return one < other ? -1 : one > other;
}

static int
compare_columns (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  CoalitionMap *self = data;
  double one = self->figures[*(const guint *) a].x, other = self->figures[*(const guint *) b].x;

  return one < other ? -1 : one > other;
}

/* Tries @n_rows rows: the topmost parties in the first, each row from left to right. Only measures unless @apply. */
static gboolean
try_rows (CoalitionMap *self,
          guint        *order,
          guint         n_rows,
          double        width,
          double        height,
          gboolean      apply)
{
  double used = 0, y = FRAME, spare = 0;

  for (int pass = 0; pass < 2; pass++)
    {
      for (guint row = 0; row < n_rows; row++)
        {
          guint from = (guint) ((guint64) row * self->n_parties / n_rows);
          guint to = (guint) ((guint64) (row + 1) * self->n_parties / n_rows);
          double row_width = 0, above = 0, below = 0, gap, x;

          for (guint i = from; i < to; i++)
            {
              const CoalitionBox *box = &self->boxes[order[i]];

              row_width += box->right - box->left + 2 * MARGIN;
              above = MAX (above, -box->top + MARGIN);
              below = MAX (below, box->bottom + MARGIN);
            }
          if (row_width > width - 2 * FRAME)
            return FALSE;
          used += above + below;
          if (pass == 0)
            continue;
          gap = (width - 2 * FRAME - row_width) / MAX (to - from, 1);
          /* Every other row starts a little aside, so that ties find a way between. */
          x = FRAME + gap * (row % 2 ? 0.75 : 0.25);
          for (guint i = from; i < to; i++)
            {
              const CoalitionBox *box = &self->boxes[order[i]];

              self->figures[order[i]].x = x + MARGIN - box->left;
              self->figures[order[i]].y = y + above;
              x += box->right - box->left + 2 * MARGIN + gap;
            }
          y += above + below + spare;
        }
      if (used > height - 2 * FRAME || !apply)
        return used <= height - 2 * FRAME;
      spare = (height - 2 * FRAME - used) / MAX (n_rows - 1, 1);
    }

  return TRUE;
}

static gboolean
put_in_rows (CoalitionMap *self,
             double        width,
             double        height)
{
  g_autofree guint *order = g_new (guint, MAX (self->n_parties, 1));

  for (guint i = 0; i < self->n_parties; i++)
    {
      self->figures[i].align = PANGO_ALIGN_CENTER;
      if (self->parties[i].level != COALITION_LEVEL_ORGANIZATION)
        self->figures[i].label_wrap = self->sizes->label_width * self->font_scale;
      coalition_map_labels_forget (self, i);
      coalition_map_measure_party (self, i);
    }
  for (guint n_rows = 1; n_rows <= self->n_parties; n_rows++)
    {
      for (guint i = 0; i < self->n_parties; i++)
        order[i] = i;
      g_qsort_with_data (order, (int) self->n_parties, sizeof (guint), compare_rows, self);
      for (guint row = 0; row < n_rows; row++)
        {
          guint from = (guint) ((guint64) row * self->n_parties / n_rows);
          guint to = (guint) ((guint64) (row + 1) * self->n_parties / n_rows);

          g_qsort_with_data (order + from, (int) (to - from), sizeof (guint), compare_columns, self);
        }
      if (try_rows (self, order, n_rows, width, height, FALSE))
        return try_rows (self, order, n_rows, width, height, TRUE);
    }

  return FALSE;
}

/* Once nothing overlaps, names are placed once more, and stay there if nothing overlaps still. */
static void
polish (CoalitionMap *self,
        double        width,
        double        height)
{
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->n_parties; i++)
      {
        CoalitionMapFigure before = self->figures[i];

        if (self->parties[i].level == COALITION_LEVEL_ORGANIZATION)
          continue;
        place_label (self, i, width, height);
        if (is_clear (self, width, height))
          continue;
        self->figures[i].label = before.label;
        self->figures[i].label_wrap = before.label_wrap;
        self->figures[i].align = before.align;
        coalition_map_labels_forget (self, i);
        coalition_map_update_box (self, i);
      }
}

static gboolean
untangle (CoalitionMap *self,
          double        width,
          double        height)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autofree double *room = wanted_room (self);
  gboolean few = (guint64) self->n_parties * self->n_ties < 40000;

  /* Much room at first, and ties around others; where that cannot be had, only the least. */
  for (int round = 0; round < ROUNDS; round++)
    {
      double share = MAX (0.9 - round * 0.13, 0);

      place_labels (self, width, height);
      for (guint i = 0; i < self->n_parties; i++)
        keep_in_frame (self, i, width, height);
      for (int push = 0; push < PUSHES; push++)
        {
          guint n = push_apart (self, random, room, share, width, height);

          if (few && share > 0 && push < PUSHES * 0.3)
            n += push_off_ties (self, width, height);
          if (n == 0)
            break;
        }
      if (round > 1 && is_clear (self, width, height))
        {
          polish (self, width, height);
          return TRUE;
        }
    }

  return is_clear (self, width, height);
}

static double
fullness (CoalitionMap *self,
          double        width,
          double        height)
{
  double area = 0;

  for (guint i = 0; i < self->n_parties; i++)
    {
      const CoalitionBox *box = &self->boxes[i];

      area += (box->right - box->left + MARGIN) * (box->bottom - box->top + MARGIN);
    }

  return area / MAX (width * height, 1);
}

/* A copy of the map that fills @width and @height, or NULL if there is no room for all names. */
static CoalitionMap *
fit (CoalitionMap *self,
     double        width,
     double        height)
{
  CoalitionMap *fitted;
  g_autofree CoalitionPlace *places = NULL;

  if (self->n_parties > MOST_PARTIES || fullness (self, width, height) > 1.1)
    return NULL;

  fitted = coalition_map_copy (self);
  for (guint i = 0; i < fitted->n_ties; i++)
    fitted->lines[i].known = FALSE;
  scale_places (fitted, width, height);
  places = g_new (CoalitionPlace, MAX (fitted->n_parties, 1));
  for (guint i = 0; i < fitted->n_parties; i++)
    places[i] = (CoalitionPlace) { fitted->figures[i].x, fitted->figures[i].y };
  if (untangle (fitted, width, height))
    return fitted;

  for (guint i = 0; i < fitted->n_parties; i++)
    {
      fitted->figures[i].x = places[i].x;
      fitted->figures[i].y = places[i].y;
    }
  if (put_in_rows (fitted, width, height))
    return fitted;
  coalition_map_free (fitted);

  return NULL;
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

/* Moves the numbers of agreements along their ties, and at last a little beside them, until none hides another. */
static void
spread_numbers (CoalitionMap *self)
{
  static const double beside[] = { 0, 1, -1, 2, -2 };
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (CoalitionBox));
  double half = self->sizes->agreement + 1;

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

/**
 * coalition_map_can_fit:
 *
 * Whether coalition_map_paint_fitted() can show every name in full, without overlaps. A map for the screen always fits:
 * it is scaled with its type.
 */
gboolean
coalition_map_can_fit (CoalitionMap *self,
                       double        width,
                       double        height)
{
  g_autoptr (CoalitionMap) fitted = NULL;

  if (self->theme != COALITION_MAP_PAPER || self->n_parties == 0)
    return TRUE;
  fitted = fit (self, width, height);

  return fitted != NULL;
}

/**
 * coalition_map_paint_fitted:
 * @x: left edge of the rectangle
 * @y: its top edge
 *
 * Paints the map into a rectangle. On paper places scale and type does not, and all that overlaps is moved apart; if
 * there is no room for that, the map is scaled with its type. Maps for the screen are scaled so in any case.
 *
 * Returns: %FALSE if names on paper had to shrink
 */
gboolean
coalition_map_paint_fitted (CoalitionMap *self,
                            cairo_t      *cr,
                            double        x,
                            double        y,
                            double        width,
                            double        height)
{
  g_autoptr (CoalitionMap) fitted = NULL;
  CoalitionBox bounds;
  double scale;

  if (!coalition_map_get_bounds (self, NULL, &bounds))
    return TRUE;

  cairo_save (cr);
  if (self->theme == COALITION_MAP_PAPER)
    fitted = fit (self, width, height);
  if (fitted)
    {
      spread_numbers (fitted);
      cairo_translate (cr, x, y);
      coalition_map_paint (fitted, cr, 1, NULL, NULL);
    }
  else
    {
      bounds = shifted (&bounds, 0, 0, 8);
      scale = MIN (MIN (width / (bounds.right - bounds.left), height / (bounds.bottom - bounds.top)), 1.1);
      cairo_translate (cr, x + width / 2, y + height / 2);
      cairo_scale (cr, scale, scale);
      cairo_translate (cr, -(bounds.left + bounds.right) / 2, -(bounds.top + bounds.bottom) / 2);
      coalition_map_paint (self, cr, 1, NULL, NULL);
    }
  cairo_restore (cr);

  return fitted != NULL || self->theme != COALITION_MAP_PAPER;
}
