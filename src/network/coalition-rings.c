/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-plan.h"
#include "coalition-space.h"

#include <math.h>

/* Rings are wider than high, as screens and names are. */
#define FLATNESS 1.3
/* Least distance of two rings, and sizes up to which the engines answer within seconds. */
#define RING_STEP 110.0
#define MAX_TWOPI 1000
#define MAX_CIRCO 60
#define MAX_CIRCO_TIES 240

/* One party of a ring. */
typedef struct {
  guint party;
  double angle;
} Seat;

static int
compare_seats (const void *a, const void *b)
{
  const Seat *first = a, *second = b;

  if (first->angle != second->angle)
    return first->angle < second->angle ? -1 : 1;

  return first->party < second->party ? -1 : first->party > second->party;
}

static CoalitionPlace
place_seat (CoalitionPlace middle, double radius, double angle)
{
  return (CoalitionPlace) { middle.x + FLATNESS * radius * cos (angle), middle.y + radius * sin (angle) };
}

/* About how much of a ring's length a box takes where it sits. */
static double
find_share (const CoalitionPlan *self, const Seat *seat)
{
  const CoalitionBox *box = &self->boxes[seat->party];

  return fabs (sin (seat->angle)) * (box->right - box->left) + fabs (cos (seat->angle)) * (box->bottom - box->top) + 34;
}

/* Pushes neighbors on a ring apart by angle, keeping their order, until all have their share (if there is room). */
static void
relax_seats (const CoalitionPlan *self, Seat *seats, guint n, double radius)
{
  for (guint round = 0; round < 200 && n > 1; round++)
    {
      double worst = 0;

      for (guint i = 0; i < n; i++)
        {
          guint next = (i + 1) % n;
          double between = seats[next].angle - seats[i].angle + (next == 0 ? 2 * G_PI : 0);
          double slope = hypot (FLATNESS * sin (seats[i].angle), cos (seats[i].angle));
          double wanted = (find_share (self, &seats[i]) + find_share (self, &seats[next])) / 2 / (radius * slope);
          double missing = MIN (wanted, 2 * G_PI / n * 1.5) - between;

          if (missing <= 0)
            continue;
          seats[i].angle -= missing * 0.45;
          seats[next].angle += missing * 0.45;
          worst = MAX (worst, missing);
        }
      if (worst < 0.004)
        break;
    }
}

/* Makes a ring as small as lets all its boxes lie free; with many, seats are farther out in turn, so that the ring gets
 * thicker and not only longer. */
static double
fit_ring (CoalitionPlan *self, CoalitionSpace *space, const Seat *wanted, guint n, CoalitionPlace middle, double radius)
{
  g_autofree Seat *seats = g_new (Seat, MAX (n, 1));
  const guint n_rows = n > 24 ? MAX ((guint) round (sqrt (n * 0.1)), 2) : 1;
  double length = 0;

  for (guint i = 0; i < n; i++)
    length += find_share (self, &wanted[i]) / n_rows;
  radius = MAX (radius, length / (2 * G_PI * (1 + FLATNESS) / 2));

  for (;; radius *= 1.03)
    {
      g_autoptr (CoalitionSpace) ring = coalition_space_new (n);
      gboolean fits = TRUE;

      for (guint i = 0; i < n; i++)
        seats[i] = wanted[i];
      relax_seats (self, seats, n, n_rows * radius);
      for (guint i = 0; i < n && fits; i++)
        {
          guint party = seats[i].party;
          CoalitionPlace place = place_seat (middle, radius + (i % n_rows) * RING_STEP * 0.7, seats[i].angle);
          CoalitionBox box = coalition_box_at (&self->boxes[party], place);

          fits = coalition_space_is_free (space, &box, COALITION_GAP, -1)
                 && coalition_space_is_free (ring, &box, COALITION_LEAST_GAP + 2, -1);
          self->places[party] = place;
          coalition_space_add (ring, party, &box);
        }
      if (!fits)
        continue;
      for (guint i = 0; i < n; i++)
        {
          CoalitionBox box = coalition_box_at (&self->boxes[seats[i].party], self->places[seats[i].party]);

          coalition_space_add (space, seats[i].party, &box);
        }

      return radius + (n_rows - 1) * RING_STEP * 0.7;
    }
}

/* Who was asked for; else ourselves; else who has most ties. */
static guint
find_root (const CoalitionPlan *self, CoalitionNetwork *network, const char *center)
{
  const CoalitionNetworkParty *parties = coalition_network_get_parties (network, NULL);
  int asked = center != NULL ? coalition_network_find_party (network, center) : -1;
  guint best = 0;

  if (asked >= 0)
    return asked;
  for (guint i = 0; i < self->n; i++)
    {
      if (parties[i].marks & COALITION_MARK_US)
        return i;
      if (coalition_plan_get_degree (self, i) > coalition_plan_get_degree (self, best))
        best = i;
    }

  return best;
}

/* How many ties away from the root; those that no path leads to are one farther out than the farthest. */
static guint
measure_distances (CoalitionPlan *self, guint root)
{
  g_autofree guint *queue = g_new (guint, self->n);
  guint length = 0, farthest = 0;

  for (guint i = 0; i < self->n; i++)
    self->group[i] = G_MAXUINT;
  self->group[root] = 0;
  queue[length++] = root;
  for (guint at = 0; at < length; at++)
    for (guint j = self->first[queue[at]]; j < self->first[queue[at] + 1]; j++)
      if (self->group[self->neighbors[j]] == G_MAXUINT)
        {
          self->group[self->neighbors[j]] = farthest = self->group[queue[at]] + 1;
          queue[length++] = self->neighbors[j];
        }
  for (guint i = 0; i < self->n; i++)
    if (self->group[i] == G_MAXUINT)
      self->group[i] = farthest + 1;

  return length < self->n ? farthest + 1 : farthest;
}

/* Directions by an engine: its drawing, seen from its middle. */
static gboolean
find_angles (CoalitionPlan *self, const char *engine, const char *attributes, int root, double *angles,
             GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) dot = g_string_new ("graph G{overlap=true;splines=false;");
  g_autofree CoalitionPlace *places = g_new0 (CoalitionPlace, self->n * 2);
  g_autofree gboolean *included = g_new0 (gboolean, self->n);
  CoalitionPlace middle = { 0, 0 };
  guint n_included = 0;

  g_string_append (dot, attributes);
  if (root >= 0)
    g_string_append_printf (dot, "root=n%d;", root);
  g_string_append (dot, "node[shape=box,fixedsize=true,width=1.5,height=0.8,label=\"\"];\n");
  for (guint i = 0; i < self->n; i++)
    {
      included[i] = root < 0 || self->component[i] == self->component[root];
      if (!included[i])
        continue;
      g_string_append_printf (dot, "n%u;\n", i);
      n_included++;
    }
  coalition_dot_add_edges (dot, self, included);
  g_string_append (dot, "}\n");
  if (!coalition_dot_run (self, engine, dot, n_included, places, cancellable, error))
    return FALSE;

  for (guint i = 0; i < self->n; i++)
    {
      /* The engine saw equal boxes, middle on middle. */
      places[i].x += (self->boxes[i].left + self->boxes[i].right) / 2;
      places[i].y += (self->boxes[i].top + self->boxes[i].bottom) / 2;
      if (included[i] && root < 0)
        {
          middle.x += places[i].x / n_included;
          middle.y += places[i].y / n_included;
        }
    }
  if (root >= 0)
    middle = places[root];
  for (guint i = 0; i < self->n; i++)
    angles[i] = included[i] ? atan2 (places[i].y - middle.y, places[i].x - middle.x) : i * 2.399963 - 2 * G_PI * floor (i * 2.399963 / (2 * G_PI)) - G_PI;

  return TRUE;
}

static gboolean
must_stop (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
         || g_error_matches (error, COALITION_LAYOUT_ERROR, COALITION_LAYOUT_ERROR_HELPER);
}

/* Without an engine: a walk along the ties, so that neighbors sit near each other. */
static void
walk_angles (CoalitionPlan *self, guint root, double *angles)
{
  g_autofree gboolean *met = g_new0 (gboolean, self->n);
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_met = 0;

  for (guint start = 0; start <= self->n; start++)
    {
      guint party = start == 0 ? root : start - 1;

      if (met[party])
        continue;
      g_array_append_val (stack, party);
      while (stack->len > 0)
        {
          party = g_array_index (stack, guint, stack->len - 1);
          g_array_set_size (stack, stack->len - 1);
          if (met[party])
            continue;
          met[party] = TRUE;
          angles[party] = 2 * G_PI * n_met++ / self->n - G_PI;
          for (guint j = self->first[party]; j < self->first[party + 1]; j++)
            if (!met[self->neighbors[j]])
              g_array_append_val (stack, self->neighbors[j]);
        }
    }
}

/* Seats all who may be moved of one group around the middle, in the order of their angles. */
static double
seat_group (CoalitionPlan *self, CoalitionSpace *space, guint group, const double *angles, CoalitionPlace middle, double radius)
{
  g_autofree Seat *seats = g_new (Seat, self->n);
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    if (self->group[i] == group && !self->fixed[i])
      seats[n++] = (Seat) { i, angles[i] };
  if (n == 0)
    return radius;
  qsort (seats, n, sizeof (Seat), compare_seats);

  return fit_ring (self, space, seats, n, middle, radius);
}

/* Lets parties of one ring change seats where that untangles ties, then makes the rings fit again. */
static void
improve_seats (CoalitionPlan *self, guint n_groups, double *angles, CoalitionPlace middle, double first_radius, guint first_group,
               guint seed, GCancellable *cancellable)
{
  g_autofree guint *all = g_new (guint, self->n);
  g_autoptr (CoalitionSpace) space = NULL;
  double radius = first_radius;

  if (self->n <= COALITION_FEW)
    {
      for (guint i = 0; i < self->n; i++)
        all[i] = i;
      coalition_plan_untangle (self, all, self->n, coalition_plan_find_moves (self, all, self->n, 800), seed, cancellable);
      for (guint i = 0; i < self->n; i++)
        angles[i] = atan2 (self->places[i].y - middle.y, (self->places[i].x - middle.x) / FLATNESS);
    }
  space = coalition_space_new (self->n);
  for (guint i = 0; i < self->n; i++)
    if (self->group[i] < first_group && !self->fixed[i])
      {
        CoalitionBox box = coalition_box_at (&self->boxes[i], self->places[i]);

        coalition_space_add (space, i, &box);
      }
  for (guint i = first_group; i < n_groups; i++)
    radius = seat_group (self, space, i, angles, middle, radius) + RING_STEP;
}

/**
 * coalition_plan_arrange_rings:
 * @self: a plan
 * @network: its network
 * @center: (nullable): id of the party in the middle; %NULL, or one that is not there, for our organization
 * @seed: the same seed gives the same arrangement
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Arranges parties in rings around one party (our organization unless another is asked for; who has most ties, if it is
 * not known): whom it has ties with on the first, whom those have on the second, and so on; whom no path leads to on the
 * last. Directions are twopi's, where it does not take long.
 *
 * Returns: %TRUE if it could be done
 */
gboolean
coalition_plan_arrange_rings (CoalitionPlan *self, CoalitionNetwork *network, const char *center, guint seed,
                              GCancellable *cancellable, GError **error)
{
  g_autofree double *angles = g_new0 (double, MAX (self->n, 1));
  g_autoptr (CoalitionSpace) space = coalition_space_new (self->n);
  CoalitionPlace middle = { 0, 0 };
  CoalitionBox box;
  guint root, n_groups;
  double radius = RING_STEP;

  if (self->n == 0)
    return TRUE;
  root = find_root (self, network, center);
  self->group = g_new (guint, self->n);
  n_groups = measure_distances (self, root) + 1;
  if (self->n <= MAX_TWOPI)
    {
      g_autoptr (GError) twopi_error = NULL;

      if (!find_angles (self, "twopi", "ranksep=2;", root, angles, cancellable, &twopi_error))
        {
          if (must_stop (twopi_error))
            {
              g_propagate_error (error, g_steal_pointer (&twopi_error));
              return FALSE;
            }
          walk_angles (self, root, angles);
        }
    }
  else
    walk_angles (self, root, angles);

  if (self->fixed[root])
    middle = self->places[root];
  self->places[root] = middle;
  box = coalition_box_at (&self->boxes[root], middle);
  coalition_space_add (space, root, &box);
  for (guint i = 1; i < n_groups; i++)
    radius = seat_group (self, space, i, angles, middle, radius) + RING_STEP;
  improve_seats (self, n_groups, angles, middle, RING_STEP, 1, seed, cancellable);

  return TRUE;
}

/**
 * coalition_plan_arrange_circle:
 * @self: a plan
 * @seed: the same seed gives the same arrangement
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Arranges parties on one circle, in an order in which ties cross little: circo's where it does not take long.
 *
 * Returns: %TRUE if it could be done
 */
gboolean
coalition_plan_arrange_circle (CoalitionPlan *self, guint seed, GCancellable *cancellable, GError **error)
{
  g_autofree double *angles = g_new0 (double, MAX (self->n, 1));
  g_autoptr (CoalitionSpace) space = coalition_space_new (self->n);
  CoalitionPlace middle = { 0, 0 };
  guint n_fixed = 0;

  if (self->n == 0)
    return TRUE;
  self->group = g_new0 (guint, self->n);
  walk_angles (self, 0, angles);
  if (self->n <= MAX_CIRCO && self->n_edges <= MAX_CIRCO_TIES && self->n_components == 1)
    {
      g_autoptr (GError) circo_error = NULL;

      if (!find_angles (self, "circo", "oneblock=true;", -1, angles, cancellable, &circo_error))
        {
          if (must_stop (circo_error))
            {
              g_propagate_error (error, g_steal_pointer (&circo_error));
              return FALSE;
            }
          walk_angles (self, 0, angles);
        }
    }
  for (guint i = 0; i < self->n; i++)
    if (self->fixed[i])
      {
        middle.x += self->places[i].x;
        middle.y += self->places[i].y;
        n_fixed++;
      }
  if (n_fixed > 0)
    middle = (CoalitionPlace) { round (middle.x / n_fixed), round (middle.y / n_fixed) };
  seat_group (self, space, 0, angles, middle, 60);
  improve_seats (self, 1, angles, middle, 60, 0, seed, cancellable);

  return TRUE;
}
