/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-map-fit-private.h"

#include <math.h>

/* The map on paper. Places scale with the paper, type does not, so that what did not overlap on the screen may do so
 * here. Names of people are placed again, each where the widest angle between its ties is free; then boxes that overlap
 * are pushed apart, within the frame, until none does. Where they are too many for that, they are put in rows, which
 * keeps who is above and who is left of whom. Who is left out of the map takes no room.
 *
 * On a power map places mean something: its axes are stretched to the paper, and everybody stays in or near the own cell.
 * With a picture in the background they mean something as well: it is scaled as it is, with the parties on it. */

#define TIED 12.0       /* room between two that are tied, so that the tie is seen */
#define NUMBER 13.0     /* and for each agreement's number on it */
#define MOST_PARTIES 400
#define TRIALS 8
#define LAST_PASSES 7
#define PUSHES 240
#define AROUND_FORUMS 17.0 /* for the lines and captions of forums along the edge */

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

/*
 * coalition_map_fit_overlap:
 *
 * The area that two boxes have in common.
 */
double
coalition_map_fit_overlap (const CoalitionBox *one,
                           const CoalitionBox *other)
{
  double x = MIN (one->right, other->right) - MAX (one->left, other->left);
  double y = MIN (one->bottom, other->bottom) - MAX (one->top, other->top);

  return x > 0 && y > 0 ? x * y : 0;
}

/*
 * coalition_map_fit_shifted:
 *
 * A box at another place, with room around it.
 */
CoalitionBox
coalition_map_fit_shifted (const CoalitionBox *box,
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
  CoalitionBox box = coalition_map_fit_shifted (label, figure->x, figure->y, 1);
  double cost = side * 0.8;
  double x = sides[side].x, y = sides[side].y, length = hypot (x, y);
  const guint *own;
  guint n_own;

  /* Its own badges are not to lie on it. */
  for (guint i = 0; i < G_N_ELEMENTS (coalition_map_badges); i++)
    {
      double at_x, at_y, half = self->sizes->badge;

      if (coalition_map_badge_place (self, party, i, &at_x, &at_y))
        cost += coalition_map_fit_overlap (&box, &(CoalitionBox) { at_x - half, at_y - half, at_x + half, at_y + half }) * 5;
    }
  /* What sticks out of the frame is drawn back into it, with its party. */
  cost += 3 * (MAX (COALITION_MAP_FRAME - box.left, 0) + MAX (box.right - width + COALITION_MAP_FRAME, 0));
  cost += 3 * (MAX (COALITION_MAP_FRAME - box.top, 0) + MAX (box.bottom - height + COALITION_MAP_FRAME, 0));
  for (guint i = 0; i < self->n_parties; i++)
    {
      CoalitionBox other = coalition_map_fit_shifted (&self->boxes[i], self->figures[i].x, self->figures[i].y, COALITION_MAP_APART);

      if (i != party && !coalition_map_party_is_absent (self, i))
        cost += coalition_map_fit_overlap (&box, &other) * 2;
    }
  for (guint i = 0; i < self->n_ties; i++)
    {
      const CoalitionMapFigure *from = &self->figures[self->ties[i].from];
      const CoalitionMapFigure *to = &self->figures[self->ties[i].to];
      CoalitionBox numbers;

      if (number_box (self, i, &numbers))
        cost += coalition_map_fit_overlap (&box, &numbers) * 3;
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
    if (self->parties[i].level != COALITION_LEVEL_ORGANIZATION && !coalition_map_party_is_absent (self, i))
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
  CoalitionBox limits = { COALITION_MAP_FRAME, COALITION_MAP_FRAME, width - COALITION_MAP_FRAME, height - COALITION_MAP_FRAME };

  if (self->limits)
    {
      const CoalitionBox *own = &self->limits[party];
      double spare_x = MAX (box->right - box->left - (own->right - own->left), 0) / 2;
      double spare_y = MAX (box->bottom - box->top - (own->bottom - own->top), 0) / 2;

      limits = (CoalitionBox) { MAX (own->left - spare_x, COALITION_MAP_FRAME), MAX (own->top - spare_y, COALITION_MAP_FRAME),
                                MIN (own->right + spare_x, width - COALITION_MAP_FRAME), MIN (own->bottom + spare_y, height - COALITION_MAP_FRAME) };
    }
  figure->x = MAX (MIN (figure->x, limits.right - box->right), limits.left - box->left);
  figure->y = MAX (MIN (figure->y, limits.bottom - box->bottom), limits.top - box->top);
}

/* The room that is wanted between each two parties: more where a tie between them, and its numbers, should be seen. */
static double *
wanted_room (CoalitionMap *self)
{
  double *room = g_new (double, (gsize) self->n_parties * self->n_parties + 1);

  for (gsize i = 0; i < (gsize) self->n_parties * self->n_parties; i++)
    room[i] = 2 * COALITION_MAP_APART;
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
        double margin = COALITION_MAP_APART + (room[(gsize) i * self->n_parties + j] / 2 - COALITION_MAP_APART) * share;
        CoalitionBox one = coalition_map_fit_shifted (&self->boxes[i], a->x, a->y, margin);
        CoalitionBox other = coalition_map_fit_shifted (&self->boxes[j], b->x, b->y, margin);
        double x = MIN (one.right, other.right) - MAX (one.left, other.left);
        double y = MIN (one.bottom, other.bottom) - MAX (one.top, other.top);
        gboolean sideways;

        if (x <= 0.01 || y <= 0.01 || coalition_map_party_is_absent (self, i) || coalition_map_party_is_absent (self, j))
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

          if (party == from || party == to || coalition_map_party_is_absent (self, party) || along < 0.02 || along > 0.98)
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
      CoalitionBox one = coalition_map_fit_shifted (&self->boxes[i], self->figures[i].x, self->figures[i].y, 0);

      if (coalition_map_party_is_absent (self, i))
        continue;
      if (one.left < -0.1 || one.top < -0.1 || one.right > width + 0.1 || one.bottom > height + 0.1)
        return FALSE;
      for (guint j = i + 1; j < self->n_parties; j++)
        {
          CoalitionBox other = coalition_map_fit_shifted (&self->boxes[j], self->figures[j].x, self->figures[j].y, COALITION_MAP_APART / 2);

          if (!coalition_map_party_is_absent (self, j) && coalition_map_fit_overlap (&one, &other) > 0)
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
      if (coalition_map_party_is_absent (self, i))
        continue;
      left = MIN (left, self->figures[i].x);
      right = MAX (right, self->figures[i].x);
      top = MIN (top, self->figures[i].y);
      bottom = MAX (bottom, self->figures[i].y);
      box_width = MAX (box_width, self->boxes[i].right - self->boxes[i].left);
      box_height = MAX (box_height, self->boxes[i].bottom - self->boxes[i].top);
    }
  x_scale = MAX (width - box_width - 2 * COALITION_MAP_FRAME, 1) / MAX (right - left, 1);
  y_scale = MAX (height - box_height - 2 * COALITION_MAP_FRAME, 1) / MAX (bottom - top, 1);
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

        if (self->parties[i].level == COALITION_LEVEL_ORGANIZATION || coalition_map_party_is_absent (self, i))
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

/* Pushes everything apart until nothing moves. */
static void
push (CoalitionMap *self,
      GRand        *random,
      const double *room,
      double        share,
      gboolean      few,
      double        width,
      double        height)
{
  for (guint i = 0; i < self->n_parties; i++)
    keep_in_frame (self, i, width, height);
  for (int step = 0; step < PUSHES; step++)
    {
      guint n = push_apart (self, random, room, share, width, height);

      if (few && share > 0 && step < PUSHES * 0.3)
        n += push_off_ties (self, width, height);
      if (n == 0)
        break;
    }
}

/* One trial, from the places as they were: what another has shuffled is not carried on. */
static gboolean
try_room (CoalitionMap         *self,
          const CoalitionPlace *places,
          const double         *room,
          int                   trial,
          double                width,
          double                height)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7 + trial);
  double share = MAX (0.9 - trial * 0.9 / (TRIALS - 1), 0);
  gboolean few = (guint64) self->n_parties * self->n_ties < 40000;
  int passes = trial + 1 < TRIALS ? 2 : LAST_PASSES;

  for (guint i = 0; i < self->n_parties; i++)
    {
      self->figures[i].x = places[i].x;
      self->figures[i].y = places[i].y;
    }
  for (int pass = 0; pass < passes; pass++)
    {
      place_labels (self, width, height);
      push (self, random, room, share, few, width, height);
      if (pass > 0 && is_clear (self, width, height))
        return TRUE;
    }

  return FALSE;
}

static double
shuffled (CoalitionMap         *self,
          const CoalitionPlace *places)
{
  double sum = 0;

  for (guint i = 0; i < self->n_parties; i++)
    if (!coalition_map_party_is_absent (self, i))
      sum += hypot (self->figures[i].x - places[i].x, self->figures[i].y - places[i].y);

  return sum;
}

/*
 * coalition_map_fit_untangle:
 * @thorough: whether the best of all trials is wanted, not only the first that is good enough
 *
 * Places names again and moves boxes apart, within the frame and the limits of each party. It tries with much room between
 * all, and ties around others, down to the least; the best is what leaves people where they were.
 *
 * Returns: %FALSE if something overlaps still
 */
gboolean
coalition_map_fit_untangle (CoalitionMap *self,
                            double        width,
                            double        height,
                            gboolean      thorough)
{
  g_autofree double *room = wanted_room (self);
  g_autofree CoalitionPlace *places = g_new (CoalitionPlace, MAX (self->n_parties, 1));
  double least = G_MAXDOUBLE;
  int best = -1, last = -1;

  for (guint i = 0; i < self->n_parties; i++)
    places[i] = (CoalitionPlace) { self->figures[i].x, self->figures[i].y };
  for (int trial = 0; trial < TRIALS && (thorough || best < 0); trial++)
    {
      double cost;

      last = trial;
      if (!try_room (self, places, room, trial, width, height))
        continue;
      /* Room is worth some shuffling. */
      cost = shuffled (self, places) * (1 + 0.06 * trial);
      if (cost >= least)
        continue;
      least = cost;
      best = trial;
    }
  if (best < 0)
    return FALSE;
  if (best != last)
    try_room (self, places, room, best, width, height);
  polish (self, width, height);

  return TRUE;
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

      if (coalition_map_party_is_absent (self, i))
        continue;
      area += (box->right - box->left + COALITION_MAP_APART) * (box->bottom - box->top + COALITION_MAP_APART);
    }

  return area / MAX (width * height, 1);
}

static CoalitionBox
bounds_of_middles (CoalitionMap *self)
{
  CoalitionBox box = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < self->n_parties; i++)
    {
      if (coalition_map_party_is_absent (self, i))
        continue;
      box.left = MIN (box.left, self->figures[i].x);
      box.right = MAX (box.right, self->figures[i].x);
      box.top = MIN (box.top, self->figures[i].y);
      box.bottom = MAX (box.bottom, self->figures[i].y);
    }

  return box;
}

static double
scale_to (CoalitionMap *self,
          double        width,
          double        height,
          CoalitionBox *bounds)
{
  if (!coalition_map_get_bounds (self, NULL, bounds))
    return 1;
  *bounds = coalition_map_fit_shifted (bounds, 0, 0, 8);

  return MIN (MIN (width / (bounds->right - bounds->left), height / (bounds->bottom - bounds->top)), 1.1);
}

static gboolean
fit_parties (CoalitionMap *self,
             double        width,
             double        height,
             gboolean      thorough)
{
  g_autofree CoalitionPlace *places = NULL;

  if (self->has_axes)
    return coalition_map_fit_axes (self, width, height);
  if (coalition_map_fit_has_ground (self))
    return coalition_map_fit_ground (self, width, height);
  scale_places (self, width, height);
  places = g_new (CoalitionPlace, MAX (self->n_parties, 1));
  for (guint i = 0; i < self->n_parties; i++)
    places[i] = (CoalitionPlace) { self->figures[i].x, self->figures[i].y };
  if (coalition_map_fit_untangle (self, width, height, thorough))
    return TRUE;
  for (guint i = 0; i < self->n_parties; i++)
    {
      self->figures[i].x = places[i].x;
      self->figures[i].y = places[i].y;
    }

  return coalition_map_fit_rows (self, width, height);
}

/* A copy of the map that fills @width and @height, or NULL if there is no room for all names. */
static CoalitionMap *
fit (CoalitionMap *self,
     double        width,
     double        height,
     gboolean      thorough)
{
  g_autoptr (CoalitionMap) fitted = NULL;
  g_autofree CoalitionPlace *before = NULL;
  double edge = self->n_forums > 0 && !self->has_axes && !coalition_map_fit_has_ground (self) ? AROUND_FORUMS : 0;
  CoalitionMapStretch stretch;

  if (coalition_map_fit_count (self) > MOST_PARTIES || fullness (self, width - 2 * edge, height - 2 * edge) > 1.1)
    return NULL;

  fitted = coalition_map_copy (self);
  for (guint i = 0; i < fitted->n_ties; i++)
    {
      fitted->lines[i].known = FALSE;
      coalition_map_line_drop_way (fitted, i);
    }
  before = g_new (CoalitionPlace, MAX (fitted->n_parties, 1));
  for (guint i = 0; i < fitted->n_parties; i++)
    before[i] = (CoalitionPlace) { fitted->figures[i].x, fitted->figures[i].y };
  stretch.before = before;
  stretch.from = fitted->has_axes ? fitted->axes : bounds_of_middles (fitted);
  if (!fit_parties (fitted, width - 2 * edge, height - 2 * edge, thorough))
    return NULL;
  for (guint i = 0; i < fitted->n_parties; i++)
    {
      fitted->figures[i].x += edge;
      fitted->figures[i].y += edge;
    }
  stretch.to = fitted->has_axes ? fitted->axes : bounds_of_middles (fitted);
  coalition_map_fit_items (fitted, &stretch, width, height);

  return g_steal_pointer (&fitted);
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
  fitted = fit (self, width, height, FALSE);

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
    fitted = fit (self, width, height, TRUE);
  if (fitted)
    {
      coalition_map_fit_numbers (fitted);
      cairo_translate (cr, x, y);
      coalition_map_paint (fitted, cr, 1, NULL, NULL);
    }
  else
    {
      scale = scale_to (self, width, height, &bounds);
      cairo_translate (cr, x + width / 2, y + height / 2);
      cairo_scale (cr, scale, scale);
      cairo_translate (cr, -(bounds.left + bounds.right) / 2, -(bounds.top + bounds.bottom) / 2);
      coalition_map_paint (self, cr, 1, NULL, NULL);
    }
  cairo_restore (cr);

  return fitted != NULL || self->theme != COALITION_MAP_PAPER;
}
