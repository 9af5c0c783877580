/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-route.h"

#include "coalition-graphviz-client.h"
#include "coalition-plan.h"
#include "coalition-space.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Above this many parties a map is looked at from so far that ties around parties are not told from straight ones: all
 * are straight. */
#define MAX_PARTIES 600
/* The time that Graphviz takes for a course grows with the cube of the parties that it looks at. It is shown those near
 * the straight line; if the course that it finds runs through others, more of them. Where very many ties run through
 * parties there is no reading them anyway, and the last of them stay straight. */
#define N_ATTEMPTS 2
static const double reaches[N_ATTEMPTS] = { 110, 300 };
static const guint most_near[N_ATTEMPTS] = { 26, 48 };
static const guint most_asked[N_ATTEMPTS] = { 400, 50 };
/* What is left free between a course and a party that it passes: layouts leave a little more than twice that. Where there
 * is room some courses keep this much more away, so that those around the same corner do not become one line. */
#define MARGIN 3.0
#define MORE_MARGIN 4.0
#define N_MARGINS 3
/* A course that is longer than the straight way by more than this is harder to follow than one that runs under a name. */
#define LONGEST 1.7
/* Control points that lie no farther from the straight line draw a straight line. */
#define STRAIGHT 3.0
/* No course has as many control points as this. */
#define MAX_POINTS 1000
/* How far apart the courses of several ties of a pair run; and where that leads through others. */
#define FAN 12.0
#define NARROW_FAN 4.0
#define ENGINE "nop2"

/* What a course is computed from, kept for the thread. */
typedef struct {
  CoalitionNetwork *network;
  CoalitionBox *boxes;
  CoalitionPlace *places;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  coalition_network_unref (job->network);
  g_free (job->boxes);
  g_free (job->places);
  g_free (job);
}

/**
 * coalition_route_free:
 * @self: (transfer full): a route
 *
 * Frees it.
 */
void
coalition_route_free (CoalitionRoute *self)
{
  g_free (self->points);
  g_free (self);
}

/* Whether a line runs through a box: neither lies the line on one side of it, nor all its corners on one side of the line. */
static gboolean
runs_through (CoalitionPlace a, CoalitionPlace b, const CoalitionBox *box)
{
  const double dx = b.x - a.x, dy = b.y - a.y;
  double base, reach;

  if (MAX (a.x, b.x) <= box->left || MIN (a.x, b.x) >= box->right || MAX (a.y, b.y) <= box->top || MIN (a.y, b.y) >= box->bottom)
    return FALSE;
  base = dx * ((box->top + box->bottom) / 2 - a.y) - dy * ((box->left + box->right) / 2 - a.x);
  reach = fabs (dx) * (box->bottom - box->top) / 2 + fabs (dy) * (box->right - box->left) / 2;

  return fabs (base) < reach;
}

/* How many parties that are not its own a piece of a tie runs through. */
static guint
count_met (const Job *job, guint n_parties, const CoalitionNetworkTie *tie, const CoalitionPlace *points, guint n_points)
{
  guint n_met = 0;

  for (guint i = 0; i < n_parties; i++)
    {
      CoalitionBox box = coalition_box_at (&job->boxes[i], job->places[i]);
      gboolean meets = FALSE;

      for (guint j = 1; j < n_points && i != tie->from && i != tie->to && !meets; j++)
        meets = runs_through (points[j - 1], points[j], &box);
      n_met += meets;
    }

  return n_met;
}

static CoalitionPlace
find_bezier (const CoalitionPlace *p, double t)
{
  double a = (1 - t) * (1 - t) * (1 - t), b = 3 * t * (1 - t) * (1 - t), c = 3 * t * t * (1 - t), d = t * t * t;

  return (CoalitionPlace) { a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x, a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y };
}

/* --- the question -------------------------------------------------------------------------------------------------- */

static gboolean
is_left_out (const CoalitionBox *obstacle)
{
  return obstacle->left > obstacle->right;
}

/* Draws a side of a box in, but not beyond the middle of the shape. */
static void
draw_in (double *side, double by, double middle)
{
  *side = by > 0 ? MIN (*side + by, MAX (middle - 1, *side)) : MAX (*side + by, MIN (middle + 1, *side));
}

/* Takes two boxes apart, in the direction in which they need the least. */
static void
part (CoalitionBox *a, CoalitionPlace middle_a, CoalitionBox *b, CoalitionPlace middle_b)
{
  const double gap = 2 * MARGIN + 1;
  const double right = a->right - b->left + gap, left = b->right - a->left + gap;
  const double down = a->bottom - b->top + gap, up = b->bottom - a->top + gap;

  if (MIN (right, left) < MIN (down, up))
    {
      draw_in (right < left ? &a->right : &a->left, right < left ? -right / 2 : left / 2, middle_a.x);
      draw_in (right < left ? &b->left : &b->right, right < left ? right / 2 : -left / 2, middle_b.x);
    }
  else
    {
      draw_in (down < up ? &a->bottom : &a->top, down < up ? -down / 2 : up / 2, middle_a.y);
      draw_in (down < up ? &b->top : &b->bottom, down < up ? down / 2 : -up / 2, middle_b.y);
    }
}

/* Obstacles must not touch, or Graphviz leads all ties straight: where two boxes do, both give way. Of two that lie too
 * near each other even so the later is left out (its box is empty), and its ties stay straight. */
static CoalitionBox *
find_obstacles (const Job *job, guint n_parties)
{
  CoalitionBox *obstacles = g_new (CoalitionBox, MAX (n_parties, 1));

  for (guint i = 0; i < n_parties; i++)
    obstacles[i] = coalition_box_at (&job->boxes[i], job->places[i]);
  for (guint round = 0; round < 3; round++)
    for (guint i = 0; i < n_parties; i++)
      for (guint j = i + 1; j < n_parties; j++)
        if (!is_left_out (&obstacles[i]) && !is_left_out (&obstacles[j])
            && coalition_boxes_overlap (&obstacles[i], &obstacles[j], 2 * MARGIN + 1))
          {
            if (round < 2)
              part (&obstacles[i], job->places[i], &obstacles[j], job->places[j]);
            else
              obstacles[j] = (CoalitionBox) { INFINITY, INFINITY, -INFINITY, -INFINITY };
          }

  return obstacles;
}

static void
add_obstacle (GString *dot, guint party, const CoalitionBox *box)
{
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (x, sizeof x, "%.2f", (box->left + box->right) / 2);
  g_ascii_formatd (y, sizeof y, "%.2f", -(box->top + box->bottom) / 2);
  g_string_append_printf (dot, "n%u[pos=\"%s,%s\",width=", party, x, y);
  coalition_dot_add_inches (dot, MAX (box->right - box->left, 1));
  g_string_append (dot, ",height=");
  coalition_dot_add_inches (dot, MAX (box->bottom - box->top, 1));
  g_string_append (dot, "];\n");
}

/* An obstacle and how far from a line it is. */
typedef struct {
  guint party;
  double distance;
} Near;

static int
compare_near (const void *a, const void *b)
{
  const Near *first = a, *second = b;

  if (first->distance != second->distance)
    return first->distance < second->distance ? -1 : 1;

  return first->party < second->party ? -1 : first->party > second->party;
}

/* How far the middle of a box is from a line, beyond its own size: 0 if it is in the way. */
static double
find_distance (CoalitionPlace a, CoalitionPlace b, const CoalitionBox *box)
{
  const double x = (box->left + box->right) / 2, y = (box->top + box->bottom) / 2, dx = b.x - a.x, dy = b.y - a.y;
  const double t = CLAMP (((x - a.x) * dx + (y - a.y) * dy) / MAX (dx * dx + dy * dy, 1), 0, 1);

  return MAX (0, hypot (a.x + t * dx - x, a.y + t * dy - y) - hypot (box->right - box->left, box->bottom - box->top) / 2);
}

/* What can be left free around all of some parties, up to what is wanted. */
static double
find_margin (const CoalitionBox *obstacles, const guint *parties, guint n, double wanted)
{
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      while (wanted > MARGIN && coalition_boxes_overlap (&obstacles[parties[i]], &obstacles[parties[j]], 2 * wanted + 1))
        wanted -= MORE_MARGIN / 2;

  return MAX (wanted, MARGIN);
}

/* One tie with the parties near it, as a graph of its own. */
static void
ask_for (const Job *job, guint n_parties, const CoalitionBox *obstacles, guint tie, guint attempt, double margin, GString *dot)
{
  const CoalitionNetworkTie *ties = coalition_network_get_ties (job->network, NULL);
  const guint from = ties[tie].from, to = ties[tie].to;
  g_autofree Near *near = g_new (Near, n_parties);
  g_autofree guint *shown = NULL;
  guint n_near = 0;

  for (guint i = 0; i < n_parties; i++)
    if (i != from && i != to && !is_left_out (&obstacles[i]))
      {
        near[n_near] = (Near) { i, find_distance (job->places[from], job->places[to], &obstacles[i]) };
        n_near += near[n_near].distance < reaches[attempt];
      }
  qsort (near, n_near, sizeof (Near), compare_near);
  n_near = MIN (n_near, most_near[attempt]);
  shown = g_new (guint, n_near + 2);
  shown[0] = from;
  shown[1] = to;
  for (guint i = 0; i < n_near; i++)
    shown[i + 2] = near[i].party;
  margin = find_margin (obstacles, shown, n_near + 2, margin);

  g_string_append_printf (dot, "graph G{splines=true;inputscale=72;notranslate=true;node[shape=box,fixedsize=true,label=\"\"];"
                          "edge[headclip=false,tailclip=false];\nesep=\"+%d\";sep=\"+%d\";\n", (int) margin, (int) margin + 1);
  for (guint i = 0; i < n_near + 2; i++)
    add_obstacle (dot, shown[i], &obstacles[shown[i]]);
  g_string_append_printf (dot, "n%u--n%u[id=\"%u\"];\n}\n", from, to, tie);
}

/* --- the answer ---------------------------------------------------------------------------------------------------- */

/* The numbers of a line, all of them finite; FALSE if there is anything else. */
static gboolean
read_points (char *text, guint n_points, CoalitionPlace *points)
{
  for (guint i = 0; i < 2 * n_points; i++)
    {
      char *end;
      double value;

      if (*text != ' ')
        return FALSE;
      value = g_ascii_strtod (text + 1, &end);
      if (end == text + 1 || !isfinite (value) || fabs (value) > 1e9)
        return FALSE;
      if (i % 2 == 0)
        points[i / 2].x = value;
      else
        points[i / 2].y = -value;
      text = end;
    }

  return *text == '\0';
}

/* Graphviz may have led from the end to the beginning. */
static void
turn (CoalitionRoute *route, CoalitionPlace from, CoalitionPlace to)
{
  CoalitionPlace *points = route->points;
  const guint last = route->n_points - 1;

  if (hypot (points[0].x - to.x, points[0].y - to.y) + hypot (points[last].x - from.x, points[last].y - from.y)
      >= hypot (points[0].x - from.x, points[0].y - from.y) + hypot (points[last].x - to.x, points[last].y - to.y))
    return;
  for (guint i = 0; i < (last + 1) / 2; i++)
    {
      CoalitionPlace other = points[i];

      points[i] = points[last - i];
      points[last - i] = other;
    }
}

/* Graphviz leads from the middle of one box, name included, to that of the other; ties go from shape to shape. */
static void
move_ends (CoalitionRoute *route, CoalitionPlace from, CoalitionPlace to)
{
  CoalitionPlace *points = route->points;
  const guint last = route->n_points - 1;

  points[1].x += (from.x - points[0].x) / 2;
  points[1].y += (from.y - points[0].y) / 2;
  points[last - 1].x += (to.x - points[last].x) / 2;
  points[last - 1].y += (to.y - points[last].y) / 2;
  points[0] = from;
  points[last] = to;
}

/* The same by a straight piece at each end, which lies within the box of its party: no others are met by that. */
static CoalitionRoute
extend_ends (const CoalitionRoute *course, CoalitionPlace from, CoalitionPlace to)
{
  const guint n = course->n_points;
  const CoalitionPlace first = course->points[0], last = course->points[n - 1];
  CoalitionRoute route = { n + 6, g_new (CoalitionPlace, n + 6) };

  memcpy (route.points + 3, course->points, n * sizeof (CoalitionPlace));
  for (guint i = 0; i < 3; i++)
    {
      route.points[i] = (CoalitionPlace) { from.x + (first.x - from.x) * i / 3, from.y + (first.y - from.y) * i / 3 };
      route.points[n + 3 + i] = (CoalitionPlace) { last.x + (to.x - last.x) * (i + 1) / 3, last.y + (to.y - last.y) * (i + 1) / 3 };
    }

  return route;
}

/* The course of another tie of the same pair: beside the first, on the outer side of its bend. */
static CoalitionRoute
make_sibling (const Job *job, const CoalitionNetworkTie *tie, const CoalitionRoute *first, double fan)
{
  const CoalitionPlace a = job->places[tie->from], b = job->places[tie->to];
  const double length = MAX (hypot (b.x - a.x, b.y - a.y), 1);
  const CoalitionPlace normal = { (b.y - a.y) / length, -(b.x - a.x) / length };
  CoalitionRoute route = { first->n_points, g_memdup2 (first->points, first->n_points * sizeof (CoalitionPlace)) };
  double farthest = 0, side = 0;

  for (guint i = 0; i < route.n_points; i++)
    {
      double distance = (route.points[i].x - a.x) * normal.x + (route.points[i].y - a.y) * normal.y;

      if (fabs (distance) > farthest)
        {
          farthest = fabs (distance);
          side = distance < 0 ? -1 : 1;
        }
    }
  for (guint i = 1; i + 1 < route.n_points; i++)
    {
      const double share = i == 1 || i + 2 == route.n_points ? 0.5 : 1;

      route.points[i].x += share * side * fan * tie->rank * normal.x;
      route.points[i].y += share * side * fan * tie->rank * normal.y;
    }
  turn (&route, a, b);

  return route;
}

/* How many parties a course runs through; as good as all if it is hardly bent or too long. */
static guint
judge (const Job *job, guint n_parties, const CoalitionNetworkTie *tie, const CoalitionRoute *route)
{
  const CoalitionPlace a = job->places[tie->from], b = job->places[tie->to];
  const double length = hypot (b.x - a.x, b.y - a.y);
  g_autoptr (GArray) course = g_array_new (FALSE, FALSE, sizeof (CoalitionPlace));
  double farthest = 0, way = 0;

  for (guint i = 0; i < route->n_points; i++)
    farthest = MAX (farthest, fabs ((route->points[i].x - a.x) * (b.y - a.y) - (route->points[i].y - a.y) * (b.x - a.x)) / MAX (length, 1));
  if (farthest < STRAIGHT)
    return G_MAXUINT;
  g_array_append_val (course, a);
  for (guint i = 0; i + 3 < route->n_points; i += 3)
    for (guint j = 1; j <= 12; j++)
      {
        CoalitionPlace last = g_array_index (course, CoalitionPlace, course->len - 1), next = find_bezier (route->points + i, j / 12.0);

        way += hypot (next.x - last.x, next.y - last.y);
        g_array_append_val (course, next);
      }

  if (way > LONGEST * length + 60)
    return G_MAXUINT;

  return count_met (job, n_parties, tie, (const CoalitionPlace *) (gpointer) course->data, course->len);
}

/* How many parties a tie runs through by the course that it has. */
static guint
judge_kept (const Job *job, guint n_parties, const CoalitionNetworkTie *tie, const CoalitionRoute *kept)
{
  const CoalitionPlace line[] = { job->places[tie->from], job->places[tie->to] };

  return kept->n_points > 0 ? judge (job, n_parties, tie, kept) : count_met (job, n_parties, tie, line, 2);
}

/* The better of two ways to end a course at the shapes, if it is better than what there is. */
static void
keep_course (const Job *job, guint n_parties, const CoalitionNetworkTie *tie, CoalitionRoute course, CoalitionRoute *kept)
{
  CoalitionRoute extended = extend_ends (&course, job->places[tie->from], job->places[tie->to]);
  guint moved, other;

  move_ends (&course, job->places[tie->from], job->places[tie->to]);
  moved = judge (job, n_parties, tie, &course);
  other = moved == 0 ? G_MAXUINT : judge (job, n_parties, tie, &extended);
  if (MIN (moved, other) < judge_kept (job, n_parties, tie, kept))
    {
      CoalitionRoute *better = moved <= other ? &course : &extended;

      g_free (kept->points);
      *kept = *better;
      better->points = NULL;
    }
  g_free (course.points);
  g_free (extended.points);
}

/* Gives a course to all ties of a pair. */
static void
take_course (const Job *job, guint n_parties, guint tie, const CoalitionRoute *course, GPtrArray *routes)
{
  guint n_own;
  const CoalitionNetworkTie *ties = coalition_network_get_ties (job->network, NULL);
  const guint *own = coalition_network_get_ties_of (job->network, ties[tie].from, &n_own);

  for (guint i = 0; i < n_own; i++)
    {
      const CoalitionNetworkTie *other = &ties[own[i]];

      if ((other->from == ties[tie].from && other->to == ties[tie].to) || (other->from == ties[tie].to && other->to == ties[tie].from))
        {
          keep_course (job, n_parties, other, make_sibling (job, other, course, FAN), routes->pdata[own[i]]);
          if (other->rank > 0 && judge_kept (job, n_parties, other, routes->pdata[own[i]]) > 0)
            keep_course (job, n_parties, other, make_sibling (job, other, course, NARROW_FAN), routes->pdata[own[i]]);
        }
    }
}

/* For each graph "e ID COUNT x y x y ...", then lines of parties, which did not move, and "end". */
static gboolean
read_answer (const Job *job, guint n_parties, guint n_asked, char *answer, gsize length, GPtrArray *routes)
{
  char *line = answer, *end;

  if (strlen (answer) != length)
    return FALSE;
  for (; (end = strchr (line, '\n')) != NULL; line = end + 1)
    {
      g_autofree CoalitionPlace *points = NULL;
      char *rest;
      guint64 tie, n_points;

      *end = '\0';
      if (g_str_has_prefix (line, "end ") && --n_asked == 0)
        return end[1] == '\0';
      if (line[0] == 'n' || g_str_has_prefix (line, "end "))
        continue;
      if (!g_str_has_prefix (line, "e ") || !g_ascii_isdigit (line[2]))
        return FALSE;
      tie = g_ascii_strtoull (line + 2, &rest, 10);
      if (*rest != ' ' || tie >= routes->len)
        return FALSE;
      n_points = g_ascii_strtoull (rest + 1, &rest, 10);
      if (n_points > MAX_POINTS || (n_points > 0 && n_points % 3 != 1))
        return FALSE;
      points = g_new (CoalitionPlace, n_points + 1);
      if (!read_points (rest, n_points, points))
        return FALSE;
      if (n_points >= 4)
        {
          CoalitionRoute course = { n_points, points };

          take_course (job, n_parties, tie, &course, routes);
        }
    }

  return FALSE;
}

/* The ties that run through others, the first of each pair. */
static GString *
write_question (const Job *job, guint n_parties, const CoalitionBox *obstacles, GPtrArray *routes, guint attempt, guint *n_asked)
{
  GString *dot = g_string_new (NULL);
  const CoalitionNetworkTie *ties = coalition_network_get_ties (job->network, NULL);

  *n_asked = 0;
  for (guint i = 0; i < routes->len && *n_asked < most_asked[attempt]; i++)
    {
      const CoalitionNetworkTie *tie = &ties[i];

      if (tie->from == tie->to || tie->rank > 0 || is_left_out (&obstacles[tie->from]) || is_left_out (&obstacles[tie->to])
          || judge_kept (job, n_parties, tie, routes->pdata[i]) == 0)
        continue;
      ask_for (job, n_parties, obstacles, i, attempt, MARGIN + (attempt == 0 ? *n_asked % N_MARGINS * MORE_MARGIN : 0), dot);
      (*n_asked)++;
    }

  return dot;
}

static GPtrArray *
compute (const Job *job, GCancellable *cancellable, GError **error)
{
  const CoalitionGraphvizLimits limits = { 15, 20, 1024 };
  g_autoptr (GPtrArray) routes = g_ptr_array_new_with_free_func ((GDestroyNotify) coalition_route_free);
  g_autofree CoalitionBox *obstacles = NULL;
  guint n_parties, n_ties;

  coalition_network_get_parties (job->network, &n_parties);
  coalition_network_get_ties (job->network, &n_ties);
  for (guint i = 0; i < n_ties; i++)
    g_ptr_array_add (routes, g_new0 (CoalitionRoute, 1));
  if (n_parties > MAX_PARTIES)
    return g_steal_pointer (&routes);

  obstacles = find_obstacles (job, n_parties);
  for (guint attempt = 0; attempt < N_ATTEMPTS; attempt++)
    {
      guint n_asked;
      g_autoptr (GString) dot = write_question (job, n_parties, obstacles, routes, attempt, &n_asked);
      g_autofree char *answer = NULL;
      gsize n_bytes = 0;

      if (n_asked == 0)
        break;
      answer = coalition_graphviz_ask (ENGINE, TRUE, dot->str, dot->len, &limits, &n_bytes, cancellable, error);
      if (answer == NULL)
        return NULL;
      if (!read_answer (job, n_parties, n_asked, answer, n_bytes, routes))
        {
          coalition_graphviz_set_answer_error (ENGINE, error);
          return NULL;
        }
    }

  return g_steal_pointer (&routes);
}

static void
run_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *routes = compute (data, cancellable, &error);

  if (routes != NULL)
    g_task_return_pointer (task, routes, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * coalition_routes_compute:
 * @network: a network
 * @boxes: (array): room of each of its parties
 * @places: (array): where each is
 * @cancellable: (nullable): to stop; the helper is killed at once
 * @error: return location for an error
 *
 * Finds ways for ties around the parties that are not their own, by Graphviz, with every party where it is. Only ties
 * that would run through a party are led around, the first 400 of them; a tie stays straight too where the way around would
 * be much longer or no better, and on a map of more than 600 parties all are. Of several ties of a pair each has its own way.
 *
 * Returns: (transfer full) (element-type CoalitionRoute): a route for every tie of the network, in its order; or %NULL
 *   with an error of %COALITION_LAYOUT_ERROR or %G_IO_ERROR_CANCELLED
 */
GPtrArray *
coalition_routes_compute (CoalitionNetwork *network, const CoalitionBox *boxes, const CoalitionPlace *places,
                          GCancellable *cancellable, GError **error)
{
  const Job job = { network, (CoalitionBox *) boxes, (CoalitionPlace *) places };

  return compute (&job, cancellable, error);
}

/**
 * coalition_routes_compute_async:
 * @network: a network
 * @boxes: (array): room of each of its parties; copied
 * @places: (array): where each is; copied
 * @cancellable: (nullable): to stop
 * @callback: called when it is done
 * @data: for @callback
 *
 * Finds ways for ties in a thread; see coalition_routes_compute().
 */
void
coalition_routes_compute_async (CoalitionNetwork *network, const CoalitionBox *boxes, const CoalitionPlace *places,
                                GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);
  guint n_parties;

  coalition_network_get_parties (network, &n_parties);
  job->network = coalition_network_ref (network);
  job->boxes = g_memdup2 (boxes, sizeof (CoalitionBox) * n_parties);
  job->places = g_memdup2 (places, sizeof (CoalitionPlace) * n_parties);
  g_task_set_source_tag (task, coalition_routes_compute_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_job);
}

/**
 * coalition_routes_compute_finish:
 * @result: the result
 * @error: return location for an error
 *
 * Ends coalition_routes_compute_async().
 *
 * Returns: (transfer full) (element-type CoalitionRoute): a route for every tie, or %NULL with an error
 */
GPtrArray *
coalition_routes_compute_finish (GAsyncResult *result, GError **error)
{
  g_assert (g_task_get_source_tag (G_TASK (result)) == coalition_routes_compute_async);

  return g_task_propagate_pointer (G_TASK (result), error);
}
