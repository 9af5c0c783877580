/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CoalitionLayoutMenu:
 *
 * How the map is arranged and who may move; pins, lines along which the selected are aligned, the grid, and whether ties
 * lead around parties. Property: snap (whether what is dragged snaps to the grid; a setting of the person's, not of the
 * view).
 */
#define COALITION_TYPE_LAYOUT_MENU (coalition_layout_menu_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionLayoutMenu, coalition_layout_menu, COALITION, LAYOUT_MENU, GtkPopover)

void  coalition_layout_menu_set_scene  (CoalitionLayoutMenu *self, CoalitionScene *scene);
char *coalition_layout_menu_dup_choice (CoalitionLayoutMenu *self);

G_END_DECLS
