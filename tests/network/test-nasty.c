/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-graphviz-client.h"
#include "coalition-route.h"
#include "layout-fixture.h"

#include <math.h>
#include <string.h>

/* Graphs that have broken layout programs: whatever an engine makes of them, there is an answer or a clear error. */

static char *real;
static char *fake;
static const CoalitionGraphvizLimits limits = { 5, 10, 512 };
static const char *const engines[] = { "neato", "fdp", "sfdp", "dot", "twopi", "circo", "nop2" };

typedef void (*WriteFunc) (GString *dot);

static void
write_self_loops (GString *dot)
{
  g_string_append (dot, "graph{n0--n0;n0--n0;n1--n1;n0--n1;n1--n0;n0--n1}");
}

static void
write_huge_label (GString *dot)
{
  g_string_append (dot, "graph{n0[label=\"");
  for (guint i = 0; i < 200000; i++)
    g_string_append_c (dot, 'x');
  g_string_append (dot, "\"];n0--n1}");
}

static void
write_foreign (GString *dot)
{
  g_string_append (dot, "graph{\"Ñandú \\\"quoted\\\" 漢字 🏠\"--\"ערבית عربى\";\"\"--\"\n\";\"a b\"--\"end 3\"}");
}

static void
write_clusters (GString *dot)
{
  g_string_append (dot, "digraph{");
  for (guint i = 0; i < 60; i++)
    g_string_append_printf (dot, "subgraph cluster_%u{n%u->n%u;", i, i, i + 1);
  for (guint i = 0; i < 60; i++)
    g_string_append_c (dot, '}');
  g_string_append_c (dot, '}');
}

static void
write_no_size (GString *dot)
{
  g_string_append (dot, "graph{node[shape=box,fixedsize=true,width=0,height=0,label=\"\"];overlap=prism;n0--n1--n2--n0;n3[width=-4];n4[width=1e300]}");
}

static void
write_bad_places (GString *dot)
{
  g_string_append (dot, "graph{splines=true;n0[pos=\"nan,nan!\"];n1[pos=\"1e308,1e308!\"];n2[pos=\"x\"];n3[pos=\"0,0!\"];n0--n1--n2--n3}");
}

static void
write_one (GString *dot)
{
  g_string_append (dot, "graph{n0}");
}

static void
write_none (GString *dot)
{
  g_string_append (dot, "graph{}");
}

static void
write_star (GString *dot)
{
  g_string_append (dot, "graph{overlap=true;");
  for (guint i = 1; i <= 300; i++)
    g_string_append_printf (dot, "n0--n%u;", i);
  g_string_append_c (dot, '}');
}

static void
write_complete (GString *dot)
{
  g_string_append (dot, "graph{overlap=true;");
  for (guint i = 0; i < 60; i++)
    for (guint j = i + 1; j < 60; j++)
      g_string_append_printf (dot, "n%u--n%u;", i, j);
  g_string_append_c (dot, '}');
}

static void
write_pieces (GString *dot)
{
  g_string_append (dot, "graph{overlap=true;");
  for (guint i = 0; i < 400; i += 2)
    g_string_append_printf (dot, "n%u--n%u;", i, i + 1);
  g_string_append_c (dot, '}');
}

/* The answer is whole, or there is a clear message. */
static void
test_engines (void)
{
  static const WriteFunc graphs[] = { write_self_loops, write_huge_label, write_foreign, write_clusters, write_no_size, write_bad_places,
                                      write_one, write_none, write_star, write_complete, write_pieces };

  g_setenv ("COALITION_GRAPHVIZ", real, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (graphs); i++)
    {
      g_autoptr (GString) dot = g_string_new (NULL);

      graphs[i] (dot);
      for (guint j = 0; j < G_N_ELEMENTS (engines); j++)
        {
          g_autoptr (GError) error = NULL;
          gsize n_bytes = 0;
          g_autofree char *answer = coalition_graphviz_ask (engines[j], j % 2 == 0, dot->str, dot->len, &limits, &n_bytes, NULL, &error);

          if (answer != NULL)
            {
              g_assert_no_error (error);
              g_assert_true (g_str_has_suffix (answer, "\n"));
              g_assert_nonnull (g_strrstr (answer, "end "));
            }
          else
            {
              g_assert_true (error->domain == COALITION_LAYOUT_ERROR);
              g_assert_cmpuint (strlen (error->message), >, 20);
            }
        }
    }
}

/* What is not ours is refused, however it looks. */
static void
test_strangers (void)
{
  static const char *const graphs[] = { "graph{a--b}", "graph{n0--n99}", "graph{n0;\"n1 \"}", "graph{n0;n00}", "graph{n0}", "graph{n0--n1;n2}" };

  g_setenv ("COALITION_GRAPHVIZ", real, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (graphs); i++)
    {
      CoalitionPlace places[2];
      g_autoptr (GError) error = NULL;

      g_assert_false (coalition_graphviz_run ("neato", graphs[i], strlen (graphs[i]), &limits, 2, 2, places, NULL, &error));
      g_assert_error (error, COALITION_LAYOUT_ERROR, COALITION_LAYOUT_ERROR_ANSWER);
    }
}

static LayoutFixture *
make_network (guint which)
{
  LayoutFixture *layout = layout_fixture_new_random (which == 0 ? 1 : which == 1 ? 30 : which == 2 ? 301 : which == 3 ? 36 : which == 4 ? 400 : 12, 0, which);
  guint n = layout->parties->len;

  switch (which)
    {
    case 2: /* a star */
      for (guint i = 1; i < n; i++)
        layout_fixture_add_tie (layout, 0, i);
      break;
    case 3: /* complete */
      for (guint i = 0; i < n; i++)
        for (guint j = i + 1; j < n; j++)
          layout_fixture_add_tie (layout, i, j);
      break;
    case 4: /* 200 parts */
      for (guint i = 0; i < n; i += 2)
        layout_fixture_add_tie (layout, i, i + 1);
      break;
    case 5: /* the same pair again and again, and itself */
      for (guint i = 0; i < 60; i++)
        layout_fixture_add_tie (layout, i % 3, i % 4);
      break;
    default:
      break;
    }
  layout_fixture_finish (layout);
  if (which == 5)
    for (guint i = 0; i < n; i++)
      layout->boxes[i] = i % 3 == 0 ? (CoalitionBox) { 0 } : i % 3 == 1 ? (CoalitionBox) { -2000, -3, 2000, 3 } : (CoalitionBox) { -1, -900, 1, 900 };

  return layout;
}

/* Odd networks in every layout: nobody overlaps, and ties find their ways. */
static void
test_networks (void)
{
  g_setenv ("COALITION_GRAPHVIZ", real, TRUE);
  for (guint which = 0; which < 6; which++)
    for (guint kind = COALITION_LAYOUT_FREE; kind <= COALITION_LAYOUT_POWER; kind++)
      {
        g_autoptr (LayoutFixture) layout = make_network (which);
        g_autofree double *values = g_new (double, layout->parties->len);
        CoalitionPowerFrame frame = { 0, 0 };
        const CoalitionLayoutRequest request = { .network = layout->network, .boxes = layout->boxes, .movable = layout->movable,
                                                 .kind = kind, .seed = 1, .stance = values, .influence = values, .frame = &frame };
        g_autofree CoalitionPlace *places = NULL;
        g_autoptr (GPtrArray) routes = NULL;
        g_autoptr (GError) error = NULL;

        for (guint i = 0; i < layout->parties->len; i++)
          values[i] = i % 4 == 0 ? NAN : 3; /* all in one place */
        places = coalition_layout_compute (&request, NULL, &error);
        g_assert_no_error (error);
        if (which != 5)
          g_assert_cmpuint (layout_fixture_count_overlaps (layout, places), ==, 0);
        routes = coalition_routes_compute (layout->network, layout->boxes, places, NULL, &error);
        g_assert_no_error (error);
        g_assert_cmpuint (routes->len, ==, layout->ties->len);
      }
}

/* A helper that writes without end is stopped at a limit, long before memory is short. */
static void
test_flood (void)
{
  const CoalitionGraphvizLimits long_limits = { 60, 60, 512 };
  CoalitionPlace places[2];
  g_autoptr (GError) error = NULL;

  g_setenv ("COALITION_GRAPHVIZ", fake, TRUE);
  g_setenv ("COALITION_FAKE", "flood", TRUE);
  g_assert_false (coalition_graphviz_run ("neato", "graph{n0--n1}", 13, &long_limits, 2, 2, places, NULL, &error));
  g_assert_true (error->domain == COALITION_LAYOUT_ERROR);
}

/* Each layout with a helper that does nothing right: an error or an arrangement without it, never half of one. */
static void
test_bad_helper (void)
{
  static const char *const ways[] = { "crash", "fail", "memory", "garbage", "truncated", "nonsense", "missing", "silent", "edge-huge" };

  g_setenv ("COALITION_GRAPHVIZ", fake, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    for (guint kind = COALITION_LAYOUT_FREE; kind <= COALITION_LAYOUT_POWER; kind++)
      {
        g_autoptr (LayoutFixture) layout = layout_fixture_new_random (40, 60, 3);
        const CoalitionLayoutRequest request = { layout->network, layout->boxes, layout->movable, kind, 1 };
        g_autofree CoalitionPlace *places = NULL;
        g_autoptr (GError) error = NULL;

        g_setenv ("COALITION_FAKE", ways[i], TRUE);
        places = coalition_layout_compute (&request, NULL, &error);
        if (places == NULL)
          {
            g_assert_true (error->domain == COALITION_LAYOUT_ERROR);
            g_assert_cmpuint (strlen (error->message), >, 20);
            continue;
          }
        g_assert_no_error (error);
        g_assert_cmpuint (layout_fixture_count_overlaps (layout, places), ==, 0);
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

  g_test_add_func ("/nasty/engines", test_engines);
  g_test_add_func ("/nasty/strangers", test_strangers);
  g_test_add_func ("/nasty/networks", test_networks);
  g_test_add_func ("/nasty/flood", test_flood);
  g_test_add_func ("/nasty/bad-helper", test_bad_helper);

  return g_test_run ();
}
