/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CoalitionLegendCard:
 *
 * The legend as a card, painted by the code that paints the map. It names what is on the map and is not there when
 * nothing is. Signal: "fold" (its arrow was pressed).
 */
#define COALITION_TYPE_LEGEND_CARD (coalition_legend_card_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionLegendCard, coalition_legend_card, COALITION, LEGEND_CARD, GtkWidget)

void     coalition_legend_card_set_scene    (CoalitionLegendCard *self, CoalitionScene *scene);
void     coalition_legend_card_set_foldable (CoalitionLegendCard *self, gboolean foldable);
void     coalition_legend_card_set_room     (CoalitionLegendCard *self, int width, int height);
gboolean coalition_legend_card_update       (CoalitionLegendCard *self);

G_END_DECLS
