/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CoalitionCard:
 *
 * What floats on the map. Some come in two forms, of which one is shown: chips or a button that counts them, the bar of
 * time or a button, the legend or its head.
 */
typedef enum {
  COALITION_CARD_TOOLS,
  COALITION_CARD_VIEWS,
  COALITION_CARD_MENUS,
  COALITION_CARD_TIME_PILL,
  COALITION_CARD_CHIPS,
  COALITION_CARD_CHIPS_BUTTON,
  COALITION_CARD_ZOOM,
  COALITION_CARD_TIME_BAR,
  COALITION_CARD_TIME_BUTTON,
  COALITION_CARD_MINIMAP,
  COALITION_CARD_LEGEND,
  COALITION_CARD_LEGEND_HEAD,
  COALITION_CARD_CAPTION,
  COALITION_CARD_CONTROLS,
} CoalitionCard;

#define COALITION_N_CARDS (COALITION_CARD_CONTROLS + 1)

/**
 * CoalitionCardSize:
 * @wanted: whether there is anything to show
 * @narrow: its least width, with words dropped, in pixels
 * @wide: its natural width
 * @height: its height, but for chips
 *
 * What a card asks for.
 */
typedef struct {
  gboolean wanted;
  int narrow;
  int wide;
  int height;
} CoalitionCardSize;

/**
 * CoalitionCardPlace:
 *
 * Where a card is, in pixels from the top left corner of the map; nowhere unless @shown.
 */
typedef struct {
  gboolean shown;
  int x;
  int y;
  int width;
  int height;
} CoalitionCardPlace;

/**
 * CoalitionLegendWish:
 *
 * What the person has said of the legend: nothing, folded, or unfolded, however narrow the map is.
 */
typedef enum {
  COALITION_LEGEND_AUTOMATIC,
  COALITION_LEGEND_FOLDED,
  COALITION_LEGEND_UNFOLDED,
} CoalitionLegendWish;

/**
 * CoalitionCardsRequest:
 * @width: of the map, in pixels
 * @height: of it
 * @mirrored: whether one reads from right to left
 * @presenting: only legend, caption and controls are shown
 * @legend: what the person has said of the legend
 * @sizes: what each card asks for
 * @measure_chips: how high the chips are in that width
 * @data: for @measure_chips
 *
 * What cards there are for how much room.
 */
typedef struct {
  int width;
  int height;
  gboolean mirrored;
  gboolean presenting;
  CoalitionLegendWish legend;
  CoalitionCardSize sizes[COALITION_N_CARDS];
  int (*measure_chips) (int width, gpointer data);
  gpointer data;
} CoalitionCardsRequest;

void coalition_cards_place (const CoalitionCardsRequest *request, CoalitionCardPlace *places);

G_END_DECLS
