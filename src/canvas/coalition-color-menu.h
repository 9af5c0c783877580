/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

G_BEGIN_DECLS

/**
 * CoalitionColorMenu:
 *
 * By what the parties of the view are colored and sized: what is chosen is seen at once. While measures are computed it
 * says so.
 */
#define COALITION_TYPE_COLOR_MENU (coalition_color_menu_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionColorMenu, coalition_color_menu, COALITION, COLOR_MENU, GtkPopover)

void     coalition_color_menu_set_session (CoalitionColorMenu *self, CoalitionSession *session);
char    *coalition_color_menu_dup_choice  (CoalitionColorMenu *self);
gboolean coalition_color_menu_is_busy     (CoalitionColorMenu *self);

G_END_DECLS
