/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-route.h"
#include "layout-fixture.h"

#include <math.h>
#include <string.h>

static char *real;
static char *fake;

/* How many of a route's points, sampled, lie in the room of parties that are not its own. */
static guint
count_inside (LayoutFixture *layout, const CoalitionPlace *places, guint tie, const CoalitionRoute *route)
{
  guint n_parties, n = 0;
  const CoalitionNetworkTie *ties = coalition_network_get_ties (layout->network, NULL);

  coalition_network_get_parties (layout->network, &n_parties);
  for (guint i = 0; i + 3 < route->n_points; i += 3)
    for (guint step = 0; step <= 40; step++)
      {
        const CoalitionPlace *p = route->points + i;
        const double t = step / 40.0, a = pow (1 - t, 3), b = 3 * t * pow (1 - t, 2), c = 3 * t * t * (1 - t), d = t * t * t;
        const double x = a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x, y = a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y;

        for (guint j = 0; j < n_parties; j++)
          if (j != ties[tie].from && j != ties[tie].to)
            n += x > places[j].x + layout->boxes[j].left && x < places[j].x + layout->boxes[j].right
                 && y > places[j].y + layout->boxes[j].top && y < places[j].y + layout->boxes[j].bottom;
      }

  return n;
}

/* Three in a row, the outer two of which have ties: around the middle. */
static LayoutFixture *
make_row (guint n_ties, CoalitionPlace places[4])
{
  LayoutFixture *layout = layout_fixture_new_random (4, 0, 7);

  for (guint i = 0; i < n_ties; i++)
    layout_fixture_add_tie (layout, i % 2 == 0 ? 0 : 2, i % 2 == 0 ? 2 : 0);
  layout_fixture_add_tie (layout, 0, 3);
  layout_fixture_add_tie (layout, 1, 1);
  layout_fixture_finish (layout);
  places[0] = (CoalitionPlace) { 1000, 2000 };
  places[1] = (CoalitionPlace) { 1200, 2004 };
  places[2] = (CoalitionPlace) { 1400, 2000 };
  places[3] = (CoalitionPlace) { 1000, 1700 };

  return layout;
}

static void
test_around (void)
{
  CoalitionPlace places[4];
  g_autoptr (LayoutFixture) layout = make_row (3, places);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) routes = NULL;

  g_setenv ("COALITION_GRAPHVIZ", real, TRUE);
  routes = coalition_routes_compute (layout->network, layout->boxes, places, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (routes->len, ==, 5);
  for (guint i = 0; i < 3; i++)
    {
      const CoalitionRoute *route = routes->pdata[i];
      const CoalitionPlace from = places[i % 2 == 0 ? 0 : 2], to = places[i % 2 == 0 ? 2 : 0];

      g_assert_cmpuint (route->n_points, >=, 4);
      g_assert_cmpuint (route->n_points % 3, ==, 1);
      g_assert_cmpmem (&route->points[0], sizeof from, &from, sizeof from);
      g_assert_cmpmem (&route->points[route->n_points - 1], sizeof to, &to, sizeof to);
      g_assert_cmpuint (count_inside (layout, places, i, route), ==, 0);
    }
  /* Nothing in the way, and a tie of a party with itself. */
  for (guint i = 3; i < 5; i++)
    g_assert_cmpuint (((CoalitionRoute *) routes->pdata[i])->n_points, ==, 0);
}

/* Where parties lie on each other, ties still find a way around the rest. */
static void
test_heap (void)
{
  CoalitionPlace places[4];
  g_autoptr (LayoutFixture) layout = make_row (1, places);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) routes = NULL;

  g_setenv ("COALITION_GRAPHVIZ", real, TRUE);
  places[3] = places[0];
  routes = coalition_routes_compute (layout->network, layout->boxes, places, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (((CoalitionRoute *) routes->pdata[0])->n_points, >=, 4);
}

/* A whole map: fewer ties run through parties than if all were straight, and none the worse. */
static void
test_map (void)
{
  g_autoptr (LayoutFixture) layout = layout_fixture_new_random (150, 300, 3);
  const CoalitionNetworkTie *ties = coalition_network_get_ties (layout->network, NULL);
  g_autofree CoalitionPlace *places = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) routes = NULL;
  guint n_straight = 0, n_left = 0, n_routed = 0;

  g_setenv ("COALITION_GRAPHVIZ", real, TRUE);
  places = layout_fixture_compute (layout, COALITION_LAYOUT_FREE, 1);
  routes = coalition_routes_compute (layout->network, layout->boxes, places, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (routes->len, ==, layout->ties->len);
  for (guint i = 0; i < routes->len; i++)
    {
      const CoalitionRoute *route = routes->pdata[i];
      CoalitionPlace ends[4] = { places[ties[i].from], { 0 }, { 0 }, places[ties[i].to] };
      const CoalitionRoute straight = { 4, ends };

      for (guint j = 1; j < 3; j++)
        ends[j] = (CoalitionPlace) { ends[0].x + (ends[3].x - ends[0].x) * j / 3, ends[0].y + (ends[3].y - ends[0].y) * j / 3 };
      n_straight += count_inside (layout, places, i, &straight) > 0;
      n_left += count_inside (layout, places, i, route->n_points > 0 ? route : &straight) > 0;
      n_routed += route->n_points > 0;
    }
  g_test_message ("%u of %u ties ran through parties, %u still do, %u were led around", n_straight, routes->len, n_left, n_routed);
  g_assert_cmpuint (n_straight, >, 20);
  g_assert_cmpuint (n_left, <, n_straight / 10);
}

/* A map that is too large for courses to be seen has none. */
static void
test_large (void)
{
  g_autoptr (LayoutFixture) layout = layout_fixture_new_random (900, 1200, 3);
  g_autofree CoalitionPlace *places = g_new (CoalitionPlace, 900);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) routes = NULL;

  g_setenv ("COALITION_GRAPHVIZ", "/nowhere/at/all", TRUE); /* it is not even asked */
  for (guint i = 0; i < 900; i++)
    places[i] = (CoalitionPlace) { i % 30 * 150, i / 30 * 90 };
  routes = coalition_routes_compute (layout->network, layout->boxes, places, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (routes->len, ==, layout->ties->len);
  for (guint i = 0; i < routes->len; i++)
    g_assert_cmpuint (((CoalitionRoute *) routes->pdata[i])->n_points, ==, 0);
}

static void
test_bad_answers (void)
{
  static const struct { const char *what; int code; } cases[] = {
    { "crash", COALITION_LAYOUT_ERROR_CRASHED }, { "memory", COALITION_LAYOUT_ERROR_LIMIT },
    { "cpu", COALITION_LAYOUT_ERROR_LIMIT }, { "silent", COALITION_LAYOUT_ERROR_ANSWER },
    { "edge-nan", COALITION_LAYOUT_ERROR_ANSWER }, { "edge-short", COALITION_LAYOUT_ERROR_ANSWER },
    { "edge-long", COALITION_LAYOUT_ERROR_ANSWER }, { "edge-stranger", COALITION_LAYOUT_ERROR_ANSWER },
    { "edge-huge", COALITION_LAYOUT_ERROR_ANSWER }, { "edge-odd", COALITION_LAYOUT_ERROR_ANSWER },
    { "edge-unended", COALITION_LAYOUT_ERROR_ANSWER }, { "garbage", COALITION_LAYOUT_ERROR_ANSWER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CoalitionPlace places[4];
      g_autoptr (LayoutFixture) layout = make_row (1, places);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) routes = NULL;

      g_setenv ("COALITION_GRAPHVIZ", fake, TRUE);
      g_setenv ("COALITION_FAKE", cases[i].what, TRUE);
      routes = coalition_routes_compute (layout->network, layout->boxes, places, NULL, &error);
      g_assert_error (error, COALITION_LAYOUT_ERROR, cases[i].code);
      g_assert_null (routes);
    }
}

static void
finish_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
test_async (void)
{
  CoalitionPlace places[4];
  g_autoptr (LayoutFixture) layout = make_row (2, places);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_setenv ("COALITION_GRAPHVIZ", real, TRUE);
  g_cancellable_cancel (cancelled);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) routes = NULL;

      coalition_routes_compute_async (layout->network, layout->boxes, places, i == 0 ? NULL : cancelled, finish_cb, &result);
      while (result == NULL)
        g_main_context_iteration (NULL, TRUE);
      routes = coalition_routes_compute_finish (result, &error);
      if (i == 0)
        g_assert_cmpuint (routes->len, ==, 4);
      else
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  real = g_strdup (g_getenv ("COALITION_GRAPHVIZ"));
  g_assert_nonnull (real);
  fake = g_strdup (argv[1]);

  g_test_add_func ("/routes/around", test_around);
  g_test_add_func ("/routes/heap", test_heap);
  g_test_add_func ("/routes/map", test_map);
  g_test_add_func ("/routes/large", test_large);
  g_test_add_func ("/routes/bad-answers", test_bad_answers);
  g_test_add_func ("/routes/async", test_async);

  return g_test_run ();
}
