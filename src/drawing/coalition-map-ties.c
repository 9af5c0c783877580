/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-map-private.h"

#include <math.h>

/* The routing of ties: which curve, and what of it is seen between the two shapes. Several ties of a pair bend away from
 * the straight line, each in its own lane. A tie ends at the shape, or at the name when it comes from the name's side,
 * so that nothing runs under a name at its own party. */

#define STEP 4.0

/* Up to so many badges keep clear of each other. */
#define MANY_BADGES 300

/* Among the ties of a pair, the agreement is shown where the two work together, or else on the first. */
typedef struct {
  guint n;
  guint next;
  guint best;
  CoalitionTieFamily family;
} Pair;

static gint64
pair_key (const CoalitionNetworkTie *tie)
{
  return ((gint64) MIN (tie->from, tie->to) << 32) | MAX (tie->from, tie->to);
}

/*
 * coalition_map_lines_init:
 *
 * Gives each tie its lane. Ties that have ended or are not on this map are left out, and leave no gap.
 */
void
coalition_map_lines_init (CoalitionMap *self)
{
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  g_clear_pointer (&self->badges, g_array_unref);
  self->badges = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->n_ties; i++)
    {
      const CoalitionNetworkTie *tie = &self->ties[i];
      gint64 key = pair_key (tie);
      Pair *pair;

      self->lines[i].known = FALSE;
      self->lines[i].middle_known = FALSE;
      self->lines[i].badge = FALSE;
      /* What is gone between two dates that are compared is shown, whatever has become of it since. */
      self->lines[i].hidden = (tie->status == COALITION_TIE_ENDED && tie->time != COALITION_TIME_GONE) ||
                              tie->from == tie->to || (self->absent_ties && self->absent_ties[i]) ||
                              coalition_map_party_is_absent (self, tie->from) ||
                              coalition_map_party_is_absent (self, tie->to);
      if (self->lines[i].hidden)
        continue;
      pair = g_hash_table_lookup (pairs, &key);
      if (!pair)
        {
          pair = g_new0 (Pair, 1);
          pair->best = i;
          pair->family = tie->family;
          g_hash_table_insert (pairs, g_memdup2 (&key, sizeof key), pair);
        }
      else if (tie->family == COALITION_TIE_WORKS && pair->family != COALITION_TIE_WORKS)
        {
          pair->best = i;
          pair->family = tie->family;
        }
      pair->n++;
    }
  for (guint i = 0; i < self->n_ties; i++)
    {
      const CoalitionNetworkTie *tie = &self->ties[i];
      gint64 key = pair_key (tie);
      Pair *pair;

      if (self->lines[i].hidden)
        continue;
      pair = g_hash_table_lookup (pairs, &key);
      self->lines[i].lane = (pair->next++ - (pair->n - 1) / 2.0) * self->sizes->fan;
      self->lines[i].badge = tie->agreements > 0 && pair->best == i;
      if (self->lines[i].badge)
        g_array_append_val (self->badges, i);
    }
}

/*
 * coalition_map_curve_point:
 * @t: from 0 to 1
 *
 * A point of a curve.
 */
void
coalition_map_curve_point (const CoalitionMapCurve *curve,
                           double                   t,
                           double                  *x,
                           double                  *y)
{
  double s = 1 - t;

  if (curve->n_pieces > 0)
    {
      guint piece = (guint) CLAMP (floor (t * curve->n_pieces), 0, curve->n_pieces - 1);
      const CoalitionPlace *p = curve->points + 3 * piece;

      t = t * curve->n_pieces - piece;
      s = 1 - t;
      *x = s * s * s * p[0].x + 3 * s * s * t * p[1].x + 3 * s * t * t * p[2].x + t * t * t * p[3].x;
      *y = s * s * s * p[0].y + 3 * s * s * t * p[1].y + 3 * s * t * t * p[2].y + t * t * t * p[3].y;
      return;
    }
  *x = s * s * curve->x0 + 2 * s * t * curve->cx + t * t * curve->x1;
  *y = s * s * curve->y0 + 2 * s * t * curve->cy + t * t * curve->y1;
}

static CoalitionPlace
blossom (const CoalitionPlace *p,
         double                a,
         double                b,
         double                c)
{
  CoalitionPlace one[3], two[2];

  for (int i = 0; i < 3; i++)
    one[i] = (CoalitionPlace) { p[i].x + (p[i + 1].x - p[i].x) * a, p[i].y + (p[i + 1].y - p[i].y) * a };
  for (int i = 0; i < 2; i++)
    two[i] = (CoalitionPlace) { one[i].x + (one[i + 1].x - one[i].x) * b, one[i].y + (one[i + 1].y - one[i].y) * b };

  return (CoalitionPlace) { two[0].x + (two[1].x - two[0].x) * c, two[0].y + (two[1].y - two[0].y) * c };
}

/* Writes the pieces of a chain between two parameters to @points, which has room for all of them; returns their number. */
static guint
cut_chain (const CoalitionMapCurve *curve,
           double                   from,
           double                   to,
           CoalitionPlace          *points)
{
  guint n = curve->n_pieces, n_cut = 0;
  guint first = (guint) CLAMP (floor (from * n), 0, n - 1);
  guint last = (guint) CLAMP (ceil (to * n) - 1, first, n - 1);

  for (guint i = first; i <= last; i++)
    {
      const CoalitionPlace *p = curve->points + 3 * i;
      double a = CLAMP (from * n - i, 0, 1), b = CLAMP (to * n - i, 0, 1);

      if (n_cut == 0)
        points[0] = blossom (p, a, a, a);
      points[3 * n_cut + 1] = blossom (p, a, a, b);
      points[3 * n_cut + 2] = blossom (p, a, b, b);
      points[3 * n_cut + 3] = blossom (p, b, b, b);
      n_cut++;
    }

  return n_cut;
}

/*
 * coalition_map_curve_add:
 * @from: 0 to 1
 * @to: 0 to 1
 *
 * Adds a part of a curve to the path.
 */
void
coalition_map_curve_add (cairo_t                 *cr,
                         const CoalitionMapCurve *curve,
                         double                   from,
                         double                   to)
{
  double a = (1 - from) * (1 - to), b = from * (1 - to) + to * (1 - from), c = from * to;
  double x0, y0, x1, y1, cx, cy;

  if (curve->n_pieces > 0)
    {
      g_autofree CoalitionPlace *points = g_new (CoalitionPlace, 1 + 3 * curve->n_pieces);
      guint n = cut_chain (curve, from, to, points);

      cairo_move_to (cr, points[0].x, points[0].y);
      for (guint i = 0; i < n; i++)
        cairo_curve_to (cr, points[3 * i + 1].x, points[3 * i + 1].y, points[3 * i + 2].x, points[3 * i + 2].y,
                        points[3 * i + 3].x, points[3 * i + 3].y);
      return;
    }
  coalition_map_curve_point (curve, from, &x0, &y0);
  coalition_map_curve_point (curve, to, &x1, &y1);
  cx = a * curve->x0 + b * curve->cx + c * curve->x1;
  cy = a * curve->y0 + b * curve->cy + c * curve->y1;
  cairo_move_to (cr, x0, y0);
  cairo_curve_to (cr, x0 + (cx - x0) * 2 / 3, y0 + (cy - y0) * 2 / 3, x1 + (cx - x1) * 2 / 3, y1 + (cy - y1) * 2 / 3, x1,
                  y1);
}

/* The piece of a quadratic curve between two parameters; its control point is the curve's blossom. */
static CoalitionMapCurve
piece_of (const CoalitionMapCurve *curve,
          double                   from,
          double                   to)
{
  CoalitionMapCurve piece = { 0 };
  double a = (1 - from) * (1 - to), b = from * (1 - to) + to * (1 - from), c = from * to;

  coalition_map_curve_point (curve, from, &piece.x0, &piece.y0);
  coalition_map_curve_point (curve, to, &piece.x1, &piece.y1);
  piece.cx = a * curve->x0 + b * curve->cx + c * curve->x1;
  piece.cy = a * curve->y0 + b * curve->cy + c * curve->y1;

  return piece;
}

static double
segment_distance (double x,
                  double y,
                  double x0,
                  double y0,
                  double x1,
                  double y1)
{
  double dx = x1 - x0, dy = y1 - y0;
  double length = dx * dx + dy * dy;
  double t = length > 0 ? CLAMP (((x - x0) * dx + (y - y0) * dy) / length, 0, 1) : 0;

  return hypot (x - x0 - t * dx, y - y0 - t * dy);
}

/*
 * coalition_map_curve_distance:
 *
 * The distance of a point from a curve.
 */
double
coalition_map_curve_distance (const CoalitionMapCurve *curve,
                              double                   x,
                              double                   y)
{
  double bend = hypot (curve->cx - (curve->x0 + curve->x1) / 2, curve->cy - (curve->y0 + curve->y1) / 2);
  double best = G_MAXDOUBLE, x0 = curve->x0, y0 = curve->y0;
  int n = curve->n_pieces > 0 ? 12 * (int) curve->n_pieces : bend < 0.5 ? 1 : 16;

  for (int i = 1; i <= n; i++)
    {
      double x1, y1;

      coalition_map_curve_point (curve, (double) i / n, &x1, &y1);
      best = MIN (best, segment_distance (x, y, x0, y0, x1, y1));
      x0 = x1;
      y0 = y1;
    }

  return best;
}

/*
 * coalition_map_curve_length:
 *
 * About how long a curve is: between its chord and its control polygon, piece by piece.
 */
double
coalition_map_curve_length (const CoalitionMapCurve *curve)
{
  double chord = hypot (curve->x1 - curve->x0, curve->y1 - curve->y0);
  double polygon = hypot (curve->cx - curve->x0, curve->cy - curve->y0) +
                   hypot (curve->x1 - curve->cx, curve->y1 - curve->cy);

  if (curve->n_pieces > 0)
    {
      const CoalitionPlace *p = curve->points;

      chord = polygon = 0;
      for (guint i = 0; i < 3 * curve->n_pieces; i++)
        polygon += hypot (p[i + 1].x - p[i].x, p[i + 1].y - p[i].y);
      for (guint i = 0; i < curve->n_pieces; i++)
        chord += hypot (p[3 * i + 3].x - p[3 * i].x, p[3 * i + 3].y - p[3 * i].y);
    }
  return (2 * chord + polygon) / 3;
}

/*
 * coalition_map_curve_extents:
 *
 * A box around a curve, with room for its end marks.
 */
void
coalition_map_curve_extents (const CoalitionMapCurve *curve,
                             CoalitionBox            *box)
{
  box->left = MIN (MIN (curve->x0, curve->x1), curve->cx) - 12;
  box->top = MIN (MIN (curve->y0, curve->y1), curve->cy) - 12;
  box->right = MAX (MAX (curve->x0, curve->x1), curve->cx) + 12;
  box->bottom = MAX (MAX (curve->y0, curve->y1), curve->cy) + 12;
  for (guint i = 0; i < 3 * curve->n_pieces; i++)
    {
      box->left = MIN (box->left, curve->points[i].x - 12);
      box->top = MIN (box->top, curve->points[i].y - 12);
      box->right = MAX (box->right, curve->points[i].x + 12);
      box->bottom = MAX (box->bottom, curve->points[i].y + 12);
    }
}

static gboolean
inside (CoalitionMap *self,
        guint         party,
        double        x,
        double        y)
{
  const CoalitionMapFigure *figure = &self->figures[party];

  if (coalition_map_party_distance (self, party, x, y) < self->sizes->gap)
    return TRUE;
  if (self->parties[party].level == COALITION_LEVEL_ORGANIZATION)
    return FALSE;
  x -= figure->x;
  y -= figure->y;
  return x > figure->label.left - 3 && x < figure->label.right + 3 && y > figure->label.top - 2 &&
         y < figure->label.bottom + 2;
}

/* How far along @curve it leaves the shape and the name of @party for good; @back walks it from its end. */
static double
leave (CoalitionMap            *self,
       const CoalitionMapCurve *curve,
       guint                    party,
       double                   length,
       gboolean                 back)
{
  const CoalitionBox *box = &self->boxes[party];
  double reach = self->sizes->gap + 8 +
                 hypot (MAX (-box->left, box->right), MAX (-box->top, box->bottom));
  double step = MIN (STEP / length, 0.25) / (curve->n_pieces > 0 ? 2 : 1);
  double last = 0, low, high;

  for (double t = 0; t <= 1; t += step)
    {
      double x, y;

      coalition_map_curve_point (curve, back ? 1 - t : t, &x, &y);
      if (inside (self, party, x, y))
        last = t;
      else if (curve->n_pieces > 0 ? hypot (x - self->figures[party].x, y - self->figures[party].y) > reach
                                   : t * length > reach)
        break;
    }
  low = last;
  high = MIN (last + step, 1);
  for (int i = 0; i < 6; i++)
    {
      double middle = (low + high) / 2, x, y;

      coalition_map_curve_point (curve, back ? 1 - middle : middle, &x, &y);
      if (inside (self, party, x, y))
        low = middle;
      else
        high = middle;
    }

  return back ? 1 - high : high;
}

/* The part of a routed tie that is seen. */
static void
follow (CoalitionMap *self,
        guint         index)
{
  const CoalitionNetworkTie *tie = &self->ties[index];
  CoalitionMapLine *line = &self->lines[index];
  CoalitionMapCurve whole = { .n_pieces = (line->n_way - 1) / 3, .points = line->way };
  CoalitionPlace *seen;
  double length, start, end;
  guint n;

  whole.x0 = line->way[0].x;
  whole.y0 = line->way[0].y;
  whole.x1 = line->way[line->n_way - 1].x;
  whole.y1 = line->way[line->n_way - 1].y;
  length = coalition_map_curve_length (&whole);
  if (length < 1)
    return;
  start = leave (self, &whole, tie->from, length, FALSE);
  end = leave (self, &whole, tie->to, length, TRUE);
  if ((end - start) * length < 3)
    return;
  g_free ((gpointer) line->curve.points);
  seen = g_new (CoalitionPlace, line->n_way);
  n = cut_chain (&whole, start, end, seen);
  line->curve = (CoalitionMapCurve) { .x0 = seen[0].x, .y0 = seen[0].y, .x1 = seen[3 * n].x, .y1 = seen[3 * n].y,
                                      .n_pieces = n, .points = seen };
  line->curve.cx = (line->curve.x0 + line->curve.x1) / 2;
  line->curve.cy = (line->curve.y0 + line->curve.y1) / 2;
  line->visible = TRUE;
}

/*
 * coalition_map_line_drop_way:
 *
 * Forgets the route of a tie.
 */
void
coalition_map_line_drop_way (CoalitionMap *self,
                             guint         tie)
{
  CoalitionMapLine *line = &self->lines[tie];

  line->known = FALSE;
  if (line->n_way == 0)
    return;
  self->n_routes--;
  line->n_way = 0;
  line->curve.n_pieces = 0;
  g_free ((gpointer) line->curve.points);
  line->curve.points = NULL;
  g_clear_pointer (&line->way, g_free);
}

static void
route (CoalitionMap *self,
       guint         index)
{
  const CoalitionNetworkTie *tie = &self->ties[index];
  CoalitionMapLine *line = &self->lines[index];
  const CoalitionMapFigure *from = &self->figures[tie->from];
  const CoalitionMapFigure *to = &self->figures[tie->to];
  double dx = to->x - from->x, dy = to->y - from->y;
  double length = hypot (dx, dy);
  double across_x, across_y, start, end, from_room, to_room;
  CoalitionMapCurve whole = { 0 };

  line->known = TRUE;
  line->middle_known = FALSE;
  line->visible = FALSE;
  if (line->hidden || length < 1)
    return;
  if (line->n_way > 0)
    {
      follow (self, index);
      return;
    }

  /* Lanes lie on the same side whichever way a tie of the pair points. */
  across_x = (tie->from < tie->to ? -dy : dy) / length;
  across_y = (tie->from < tie->to ? dx : -dx) / length;
  from_room = MIN (from->half_width, from->half_height) * 0.55;
  to_room = MIN (to->half_width, to->half_height) * 0.55;
  start = CLAMP (line->lane * 0.6, -from_room, from_room);
  end = CLAMP (line->lane * 0.6, -to_room, to_room);
  whole.x0 = from->x + across_x * start;
  whole.y0 = from->y + across_y * start;
  whole.x1 = to->x + across_x * end;
  whole.y1 = to->y + across_y * end;
  whole.cx = (from->x + to->x) / 2 + across_x * (2 * line->lane - (start + end) / 2);
  whole.cy = (from->y + to->y) / 2 + across_y * (2 * line->lane - (start + end) / 2);

  start = leave (self, &whole, tie->from, length, FALSE);
  end = leave (self, &whole, tie->to, length, TRUE);
  if ((end - start) * length < 3)
    return;
  line->curve = piece_of (&whole, start, end);
  line->visible = TRUE;
}

/*
 * coalition_map_line_get_curve:
 * @curve: (out): from the shape of one party to that of the other
 *
 * What is seen of a tie.
 *
 * Returns: %FALSE if nothing is: it has ended, or the two shapes touch
 */
gboolean
coalition_map_line_get_curve (CoalitionMap      *self,
                              guint              tie,
                              CoalitionMapCurve *curve)
{
  CoalitionMapLine *line = &self->lines[tie];

  if (!line->known)
    route (self, tie);
  *curve = line->curve;

  return line->visible;
}

/* Whether the badge of another tie that has its place already is so near that the two would touch. */
static gboolean
meets_badge (CoalitionMap *self,
             guint         tie,
             double        x,
             double        y)
{
  double apart = 2 * self->sizes->agreement + 1;

  for (guint i = 0; self->lines[tie].badge && self->badges->len <= MANY_BADGES && i < self->badges->len; i++)
    {
      guint index = g_array_index (self->badges, guint, i);
      const CoalitionMapLine *other = &self->lines[index];

      if (index != tie && other->middle_known && hypot (other->number_x - x, other->number_y - y) < apart)
        return TRUE;
    }

  return FALSE;
}

/* The middle of the longest part of a curve with @margin free on all sides; FALSE if there is none. */
static gboolean
free_middle (CoalitionMap            *self,
             const CoalitionMapCurve *curve,
             guint                    tie,
             double                   margin,
             double                  *x,
             double                  *y)
{
  int n = (int) CLAMP (coalition_map_curve_length (curve) / 5, 6, 200);
  int run = 0, longest = 0, end = 0;

  for (int i = 0; i <= n; i++)
    {
      coalition_map_curve_point (curve, (double) i / n, x, y);
      run = coalition_map_is_covered (self, *x, *y, margin) || meets_badge (self, tie, *x, *y) ? 0 : run + 1;
      if (run > longest)
        {
          longest = run;
          end = i;
        }
    }
  coalition_map_curve_point (curve, longest > 0 ? (end - (longest - 1) / 2.0) / n : 0.5, x, y);

  return longest > 0;
}

/*
 * coalition_map_line_get_middle:
 *
 * Where the badge of a tie, or its numbers, go: the middle of the longest part of it that no shape, name or badge lies
 * on, with room for what goes there if there is any.
 *
 * Returns: %FALSE if nothing is seen of the tie
 */
gboolean
coalition_map_line_get_middle (CoalitionMap *self,
                               guint         tie,
                               double       *x,
                               double       *y)
{
  CoalitionMapLine *line = &self->lines[tie];
  const GArray *numbers = line->numbers;
  CoalitionMapCurve curve;

  if (!coalition_map_line_get_curve (self, tie, &curve))
    return FALSE;
  if (line->middle_known)
    {
      *x = line->number_x;
      *y = line->number_y;
      return TRUE;
    }
  if (!free_middle (self, &curve, tie, self->sizes->agreement * (numbers ? MAX (numbers->len, 1) : 1), x, y) &&
      !free_middle (self, &curve, tie, self->sizes->agreement * 0.6, x, y))
    free_middle (self, &curve, tie, 0, x, y);
  /* Numbers have places of their own; and where there are very many badges, none looks out for another. */
  if (line->badge && !numbers && self->badges->len <= MANY_BADGES)
    {
      line->number_x = *x;
      line->number_y = *y;
      line->middle_known = TRUE;
    }

  return TRUE;
}

/*
 * coalition_map_badges_moved:
 *
 * Tells the badges that a party was moved: those that it now hides look for another place.
 */
void
coalition_map_badges_moved (CoalitionMap *self,
                            guint         party)
{
  const CoalitionMapFigure *figure = &self->figures[party];
  const CoalitionBox *box = &self->boxes[party];
  double room = self->sizes->agreement;

  for (guint i = 0; self->badges->len <= MANY_BADGES && i < self->badges->len; i++)
    {
      CoalitionMapLine *line = &self->lines[g_array_index (self->badges, guint, i)];

      if (line->middle_known && line->number_x > figure->x + box->left - room && line->number_x < figure->x + box->right + room &&
          line->number_y > figure->y + box->top - room && line->number_y < figure->y + box->bottom + room)
        line->middle_known = FALSE;
    }
}

/*
 * coalition_map_clip_line:
 * @from: (out): where the line enters the box, from 0 to 1
 * @to: (out): where it leaves
 *
 * Cuts a line to a box (Liang and Barsky).
 *
 * Returns: %FALSE if it misses the box
 */
gboolean
coalition_map_clip_line (const CoalitionBox *box,
                         double              x0,
                         double              y0,
                         double              x1,
                         double              y1,
                         double             *from,
                         double             *to)
{
  double move[4] = { x0 - x1, x1 - x0, y0 - y1, y1 - y0 };
  double room[4] = { x0 - box->left, box->right - x0, y0 - box->top, box->bottom - y0 };

  *from = 0;
  *to = 1;
  for (int i = 0; i < 4; i++)
    {
      if (move[i] == 0 && room[i] < 0)
        return FALSE;
      if (move[i] < 0)
        *from = MAX (*from, room[i] / move[i]);
      else if (move[i] > 0)
        *to = MIN (*to, room[i] / move[i]);
    }

  return *from <= *to;
}
