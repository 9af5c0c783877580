/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the cards of the map are: never one on another, whatever there is and however little room. */

#include "coalition-cards.h"

#include <string.h>

/* Sizes as they are at the usual size of text. */
static const CoalitionCardSize usual[COALITION_N_CARDS] = {
  [COALITION_CARD_TOOLS] = { TRUE, 246, 246, 38 },
  [COALITION_CARD_VIEWS] = { TRUE, 56, 130, 38 },
  [COALITION_CARD_MENUS] = { TRUE, 156, 270, 38 },
  [COALITION_CARD_TIME_PILL] = { FALSE, 150, 290, 28 },
  [COALITION_CARD_CHIPS] = { FALSE, 120, 420, 26 },
  [COALITION_CARD_CHIPS_BUTTON] = { FALSE, 90, 90, 38 },
  [COALITION_CARD_ZOOM] = { TRUE, 190, 190, 38 },
  [COALITION_CARD_TIME_BAR] = { TRUE, 230, 290, 38 },
  [COALITION_CARD_TIME_BUTTON] = { TRUE, 56, 110, 38 },
  [COALITION_CARD_MINIMAP] = { FALSE, 180, 180, 130 },
  [COALITION_CARD_LEGEND] = { TRUE, 327, 327, 226 },
  [COALITION_CARD_LEGEND_HEAD] = { TRUE, 90, 90, 28 },
  [COALITION_CARD_CAPTION] = { TRUE, 120, 220, 52 },
  [COALITION_CARD_CONTROLS] = { TRUE, 190, 190, 38 },
};

/* Chips of 60 pixels in lines of 26, with 6 between. */
static int
measure_chips (int      width,
               gpointer data)
{
  int total = GPOINTER_TO_INT (data), per_line = MAX (1, (width + 6) / 126);
  int chips = MAX (1, (total + 6) / 126), lines = (chips + per_line - 1) / per_line;

  return lines * 32 - 6;
}

static void
place (CoalitionCardsRequest *request,
       CoalitionCardPlace    *places)
{
  request->measure_chips = measure_chips;
  request->data = GINT_TO_POINTER (request->sizes[COALITION_CARD_CHIPS].wide);
  coalition_cards_place (request, places);
}

static void
check_apart (const CoalitionCardsRequest *request,
             const CoalitionCardPlace    *places)
{
  for (int i = 0; i < COALITION_N_CARDS; i++)
    {
      if (!places[i].shown)
        continue;
      g_assert_true (request->sizes[i].wanted);
      g_assert_cmpint (places[i].x, >=, 0);
      g_assert_cmpint (places[i].x + places[i].width, <=, request->width);
      for (int j = 0; j < i; j++)
        if (places[j].shown && places[i].x < places[j].x + places[j].width && places[j].x < places[i].x + places[i].width
            && places[i].y < places[j].y + places[j].height && places[j].y < places[i].y + places[i].height)
          g_error ("Cards %d and %d lie on each other at %d x %d", j, i, request->width, request->height);
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20);

  for (int round = 0; round < 20000; round++)
    {
      double scale = g_rand_double_range (random, 1, 2.2);
      CoalitionCardsRequest request = { 0 };
      CoalitionCardPlace places[COALITION_N_CARDS];

      request.width = g_rand_int_range (random, 300, 1900);
      request.height = g_rand_int_range (random, 480, 1200);
      request.mirrored = g_rand_boolean (random);
      request.presenting = g_rand_int_range (random, 0, 6) == 0;
      request.legend = g_rand_int_range (random, 0, 3);
      for (int i = 0; i < COALITION_N_CARDS; i++)
        {
          CoalitionCardSize *size = &request.sizes[i];

          *size = usual[i];
          /* Icons keep their size when text grows, and so do cards without words. */
          size->wide = size->narrow + (int) ((size->wide - size->narrow) * scale * g_rand_double_range (random, 0.6, 1.5));
          size->height = (int) (size->height * (size->height < 60 ? g_rand_double_range (random, 1, 1.5) : scale));
          size->wanted = g_rand_int_range (random, 0, 5) > 0;
        }
      place (&request, places);
      check_apart (&request, places);
    }
}

static void
test_mock (void)
{
  CoalitionCardsRequest request = { .width = 750, .height = 850 };
  CoalitionCardPlace places[COALITION_N_CARDS];

  memcpy (request.sizes, usual, sizeof usual);
  request.sizes[COALITION_CARD_CHIPS].wanted = TRUE;
  place (&request, places);
  check_apart (&request, places);
  g_assert_cmpint (places[COALITION_CARD_TOOLS].x, ==, 12);
  g_assert_cmpint (places[COALITION_CARD_TOOLS].y, ==, 12);
  g_assert_cmpint (places[COALITION_CARD_MENUS].width, ==, 270);
  g_assert_cmpint (places[COALITION_CARD_MENUS].x + places[COALITION_CARD_MENUS].width, ==, 750 - 12);
  g_assert_cmpint (places[COALITION_CARD_CHIPS].y, ==, 12 + 38 + 12);
  g_assert_true (places[COALITION_CARD_LEGEND].shown);
  g_assert_false (places[COALITION_CARD_LEGEND_HEAD].shown);
  g_assert_true (places[COALITION_CARD_TIME_BAR].shown);
  g_assert_false (places[COALITION_CARD_TIME_BUTTON].shown);
}

static void
test_narrow (void)
{
  CoalitionCardsRequest request = { .width = 630, .height = 650 };
  CoalitionCardPlace places[COALITION_N_CARDS];

  memcpy (request.sizes, usual, sizeof usual);
  request.sizes[COALITION_CARD_CHIPS].wanted = request.sizes[COALITION_CARD_CHIPS_BUTTON].wanted = TRUE;
  place (&request, places);
  check_apart (&request, places);
  g_assert_true (places[COALITION_CARD_LEGEND_HEAD].shown);
  g_assert_true (places[COALITION_CARD_TIME_BUTTON].shown);
  g_assert_true (places[COALITION_CARD_CHIPS_BUTTON].shown);
  g_assert_false (places[COALITION_CARD_CHIPS].shown);
  g_assert_cmpint (places[COALITION_CARD_MENUS].y, ==, 12);

  /* Who wants the legend has it, above the others if there is no room beside them. */
  request.legend = COALITION_LEGEND_UNFOLDED;
  place (&request, places);
  check_apart (&request, places);
  g_assert_true (places[COALITION_CARD_LEGEND].shown);
  g_assert_false (places[COALITION_CARD_LEGEND_HEAD].shown);
  g_assert_true (places[COALITION_CARD_ZOOM].shown);
  request.sizes[COALITION_CARD_ZOOM].wanted = FALSE;
  place (&request, places);
  g_assert_true (places[COALITION_CARD_LEGEND].shown);
}

static void
test_mirrored (void)
{
  CoalitionCardsRequest request = { .width = 1000, .height = 700 };
  CoalitionCardPlace places[COALITION_N_CARDS], mirrored[COALITION_N_CARDS];

  memcpy (request.sizes, usual, sizeof usual);
  place (&request, places);
  request.mirrored = TRUE;
  place (&request, mirrored);
  for (int i = 0; i < COALITION_N_CARDS; i++)
    if (places[i].shown)
      {
        g_assert_true (mirrored[i].shown);
        g_assert_cmpint (mirrored[i].x, ==, 1000 - places[i].x - places[i].width);
        g_assert_cmpint (mirrored[i].y, ==, places[i].y);
      }
}

static void
test_presenting (void)
{
  CoalitionCardsRequest request = { .width = 1400, .height = 900, .presenting = TRUE };
  CoalitionCardPlace places[COALITION_N_CARDS];

  memcpy (request.sizes, usual, sizeof usual);
  place (&request, places);
  for (int i = 0; i < COALITION_N_CARDS; i++)
    g_assert_cmpint (places[i].shown, ==, i == COALITION_CARD_LEGEND || i == COALITION_CARD_CAPTION || i == COALITION_CARD_CONTROLS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas/cards/random", test_random);
  g_test_add_func ("/canvas/cards/mock", test_mock);
  g_test_add_func ("/canvas/cards/narrow", test_narrow);
  g_test_add_func ("/canvas/cards/mirrored", test_mirrored);
  g_test_add_func ("/canvas/cards/presenting", test_presenting);
  return g_test_run ();
}
