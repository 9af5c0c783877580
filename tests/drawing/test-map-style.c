/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-map-style.h"

/* The look is measured, so that nobody can make it fainter by accident. */

static const CoalitionMapTheme themes[] = { COALITION_MAP_LIGHT, COALITION_MAP_DARK, COALITION_MAP_PAPER };

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    for (int level = 0; level < 3; level++)
      {
        CoalitionMapColor under = level == COALITION_LEVEL_ORGANIZATION ? coalition_map_style_fill (themes[i], level)
                                                                        : coalition_map_style_ground (themes[i]);

        g_assert_cmpfloat (coalition_map_color_contrast (coalition_map_style_name (themes[i], level), under), >=,
                           themes[i] == COALITION_MAP_DARK ? 12 : 14);
      }
}

static void
test_glyphs (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    for (int level = 0; level < 2; level++)
      g_assert_cmpfloat (coalition_map_color_contrast (coalition_map_style_glyph (themes[i], level),
                                                       coalition_map_style_fill (themes[i], level)), >=, 3.6);
}

static void
test_ties (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    for (int family = 0; family < 5; family++)
      g_assert_cmpfloat (coalition_map_color_contrast (coalition_map_style_tie (themes[i], family),
                                                       coalition_map_style_ground (themes[i])), >=, 3.4);
}

static void
test_badges (void)
{
  static const CoalitionPartyMarks marks[] = { COALITION_MARK_DECIDES, COALITION_MARK_GATEKEEPER,
                                               COALITION_MARK_REVIEW_LATE, COALITION_MARK_OPEN_DIFFERENCE };

  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    for (guint mark = 0; mark < G_N_ELEMENTS (marks); mark++)
      g_assert_cmpfloat (coalition_map_color_contrast (coalition_map_style_badge (themes[i], marks[mark]),
                                                       coalition_map_style_badge_fill (themes[i])), >=, 4.5);
}

/* Paper has black, white and one grey. */
static void
test_paper (void)
{
  for (int level = 0; level < 3; level++)
    {
      CoalitionMapColor fill = coalition_map_style_fill (COALITION_MAP_PAPER, level);

      g_assert_cmpfloat (fill.red, ==, fill.green);
      g_assert_cmpfloat (fill.red, ==, fill.blue);
      g_assert_cmpfloat (fill.red, ==, level == COALITION_LEVEL_AFFECTED ? 0 : level == COALITION_LEVEL_CONNECTOR ? 0.72 : 1);
    }
  for (int family = 0; family < 5; family++)
    g_assert_cmpfloat (coalition_map_style_tie (COALITION_MAP_PAPER, family).red, ==, 0);
}

static void
test_strength (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    for (int strength = 1; strength < 4; strength++)
      {
        CoalitionNetworkTie weak = { .strength = strength }, strong = { .strength = strength + 1 };

        g_assert_cmpfloat (coalition_map_style_width (themes[i], &strong), >=,
                           1.3 * coalition_map_style_width (themes[i], &weak));
      }
}

static void
test_contrast (void)
{
  CoalitionMapColor black = { 0, 0, 0 }, white = { 1, 1, 1 };

  g_assert_cmpfloat_with_epsilon (coalition_map_color_contrast (black, white), 21, 0.01);
  g_assert_cmpfloat_with_epsilon (coalition_map_color_contrast (white, white), 1, 0.01);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/style/contrast", test_contrast);
  g_test_add_func ("/drawing/style/names", test_names);
  g_test_add_func ("/drawing/style/glyphs", test_glyphs);
  g_test_add_func ("/drawing/style/ties", test_ties);
  g_test_add_func ("/drawing/style/badges", test_badges);
  g_test_add_func ("/drawing/style/paper", test_paper);
  g_test_add_func ("/drawing/style/strength", test_strength);

  return g_test_run ();
}
