/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-map-legend.h"
#include "drawing-fixture.h"

/* The legend names exactly what is on the map, and nothing of it is cut off. */

static gboolean
has (CoalitionMapLegend    *legend,
     CoalitionMapEntryType  type,
     int                    value)
{
  for (int section = 0; section < COALITION_MAP_N_SECTIONS; section++)
    for (guint i = 0; i < legend->sections[section]->len; i++)
      {
        const CoalitionMapEntry *entry = &g_array_index (legend->sections[section], CoalitionMapEntry, i);

        if (entry->type == type && entry->value == value)
          return TRUE;
      }

  return FALSE;
}

static char *
words (CoalitionMapLegend  *legend,
       CoalitionMapSection  section)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < legend->sections[section]->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", g_array_index (legend->sections[section], CoalitionMapEntry, i).text);

  return g_string_free (text, FALSE);
}

static void
assert_words (CoalitionMap        *map,
              CoalitionMapSection  section,
              const char          *expected)
{
  g_autoptr (CoalitionMapLegend) legend = coalition_map_legend_new (map);
  g_autofree char *found = words (legend, section);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_plain (void)
{
  g_autoptr (CoalitionNetwork) network = drawing_fixture_sample ();
  g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_LIGHT, NULL);

  assert_words (map, COALITION_MAP_SECTION_PARTIES, "Affected people|Connectors|Organizations|Our organization");
  assert_words (map, COALITION_MAP_SECTION_MARKS, "Decision-maker|Gatekeeper|Open difference|Review overdue");
  assert_words (map, COALITION_MAP_SECTION_CLASSES, "");
  assert_words (map, COALITION_MAP_SECTION_SIZES, "");
  assert_words (map, COALITION_MAP_SECTION_FORUMS, "");
  assert_words (map, COALITION_MAP_SECTION_TIME, "");
  assert_words (map, COALITION_MAP_SECTION_AGREEMENTS, "Agreement");
}

static void
test_rich (void)
{
  g_autoptr (CoalitionNetwork) network = drawing_fixture_rich (TRUE);
  g_autoptr (CoalitionEncoding) encoding = drawing_fixture_encoding (network, COALITION_SCALE_STEPS, 3, TRUE);
  g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_LIGHT, NULL);
  CoalitionPowerFrame frame = { 1000, 800 };

  coalition_map_set_encoding (map, encoding);
  assert_words (map, COALITION_MAP_SECTION_PARTIES, "Affected people|Connectors|Organizations|Our organization|Group of parties");
  assert_words (map, COALITION_MAP_SECTION_CLASSES, "Color: Trust|Step 1 · 9|Step 2 · 9|Step 3 · 9|Not known · 4");
  assert_words (map, COALITION_MAP_SECTION_FORUMS, "Forum|Forum, as a hub");
  assert_words (map, COALITION_MAP_SECTION_TIME, "Appeared|Gone");
  {
    g_autoptr (CoalitionMapLegend) legend = coalition_map_legend_new (map);

    /* The largest, the least and what is not known. */
    g_assert_cmpuint (legend->sections[COALITION_MAP_SECTION_SIZES]->len, ==, 4);
    g_assert_cmpfloat_with_epsilon (g_array_index (legend->sections[COALITION_MAP_SECTION_SIZES], CoalitionMapEntry, 1).grow, 1.5, 1e-6);
    g_assert_true (has (legend, COALITION_MAP_ENTRY_SIZE_UNKNOWN, 0));
  }
  /* On a power map there are no forums. */
  coalition_map_set_power_frame (map, &frame, "Heat");
  assert_words (map, COALITION_MAP_SECTION_FORUMS, "");
  coalition_map_set_power_frame (map, NULL, NULL);
  coalition_map_set_encoding (map, NULL);
  assert_words (map, COALITION_MAP_SECTION_CLASSES, "");
}

/* What is left out is not in the legend: counts, levels, families, changes. */
static void
test_left_out (void)
{
  g_autoptr (CoalitionNetwork) network = drawing_fixture_rich (TRUE);
  g_autoptr (CoalitionEncoding) encoding = drawing_fixture_encoding (network, COALITION_SCALE_NAMES, 3, FALSE);
  g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_LIGHT, NULL);
  g_autofree gboolean *parties = g_new0 (gboolean, map->n_parties);
  g_autofree gboolean *ties = g_new0 (gboolean, map->n_ties);
  guint counts[4] = { 0 };
  g_autofree char *expected = NULL;

  for (guint i = 0; i < map->n_parties; i++)
    {
      int class = coalition_encoding_get_class (encoding, i);

      parties[i] = map->parties[i].level != COALITION_LEVEL_AFFECTED;
      if (!parties[i])
        counts[class < 0 ? 3 : class]++;
    }
  coalition_map_set_encoding (map, encoding);
  coalition_map_set_left_out (map, parties, NULL);
  assert_words (map, COALITION_MAP_SECTION_PARTIES, "Affected people");
  assert_words (map, COALITION_MAP_SECTION_MARKS, "");
  assert_words (map, COALITION_MAP_SECTION_TIES, "");
  assert_words (map, COALITION_MAP_SECTION_AGREEMENTS, "");
  expected = g_strdup_printf ("Color: Kind|Union · %u|Congregation · %u|Neighborhood center or settlement house · %u|Not known · %u",
                              counts[0], counts[1], counts[2], counts[3]);
  assert_words (map, COALITION_MAP_SECTION_CLASSES, expected);

  for (guint i = 0; i < map->n_ties; i++)
    ties[i] = map->ties[i].family != COALITION_TIE_OPPOSES || map->ties[i].time != COALITION_TIME_STAYED;
  coalition_map_set_left_out (map, NULL, ties);
  assert_words (map, COALITION_MAP_SECTION_TIES, "Opposes|Thicker: stronger");
}

/* All ink of a legend is inside of the room that was measured for it, and the lines of one column do not meet. */
static void
check_ink (CoalitionMap *map,
           double        width,
           gboolean      strip)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double height, x, y, ink_width, ink_height;

  if (strip)
    {
      coalition_map_measure_legend_strip (map, width, &height);
      coalition_map_paint_legend_strip (map, cr, width);
    }
  else
    {
      coalition_map_measure_legend (map, width, &height);
      coalition_map_paint_legend (map, cr, width);
    }
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (surface, &x, &y, &ink_width, &ink_height);
  cairo_surface_destroy (surface);
  g_assert_cmpfloat (x, >=, -1);
  g_assert_cmpfloat (y, >=, -1);
  g_assert_cmpfloat (x + ink_width, <=, width + 1);
  g_assert_cmpfloat (y + ink_height, <=, height + 1);
  /* And it is not much larger than what is in it. */
  g_assert_cmpfloat (y + ink_height, >=, height - 24);
}

static void
test_room (void)
{
  g_autoptr (CoalitionNetwork) network = drawing_fixture_rich (TRUE);
  g_autoptr (CoalitionEncoding) encoding = drawing_fixture_encoding (network, COALITION_SCALE_NAMES, 9, TRUE);

  for (int theme = 0; theme < 3; theme++)
    for (int large = 0; large < 2; large++)
      {
        g_autoptr (CoalitionMap) map = coalition_map_new (network, theme, large ? "Cantarell 14" : NULL);

        for (int encoded = 0; encoded < 2; encoded++)
          {
            coalition_map_set_encoding (map, encoded ? encoding : NULL);
            for (double width = 260; width < 900; width += 190)
              {
                check_ink (map, width, FALSE);
                check_ink (map, width, TRUE);
              }
          }
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/legend/plain", test_plain);
  g_test_add_func ("/drawing/legend/rich", test_rich);
  g_test_add_func ("/drawing/legend/left-out", test_left_out);
  g_test_add_func ("/drawing/legend/room", test_room);

  return g_test_run ();
}
