/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-map.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CoalitionTiePopover:
 *
 * A short list of the kinds of ties at a place of the map, which typing narrows. Own words are taken too.
 * Signals: "chosen" (key of a kind, or own words), "dismissed" (closed without a choice).
 */
#define COALITION_TYPE_TIE_POPOVER (coalition_tie_popover_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionTiePopover, coalition_tie_popover, COALITION, TIE_POPOVER, GtkPopover)

CoalitionTiePopover *coalition_tie_popover_new (void);
void                 coalition_tie_popover_ask (CoalitionTiePopover *self, const GdkRectangle *place, const char *from,
                                                const char *to, CoalitionMapTheme theme);

G_END_DECLS
