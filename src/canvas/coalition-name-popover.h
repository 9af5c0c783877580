/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CoalitionNamePopover:
 *
 * One entry at a place of the map, in which a party, forum or picture is named or renamed. It says when the name is there
 * already.
 * Signal: "named" (the name, never empty).
 */
#define COALITION_TYPE_NAME_POPOVER (coalition_name_popover_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionNamePopover, coalition_name_popover, COALITION, NAME_POPOVER, GtkPopover)

CoalitionNamePopover *coalition_name_popover_new (void);
void                  coalition_name_popover_ask (CoalitionNamePopover *self, CoalitionCampaign *campaign,
                                                  const CoalitionKind *kind, const GdkRectangle *place, const char *name);

G_END_DECLS
