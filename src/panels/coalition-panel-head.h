/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COALITION_TYPE_PANEL_HEAD (coalition_panel_head_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionPanelHead, coalition_panel_head, COALITION, PANEL_HEAD, GtkBox)

void coalition_panel_head_setup     (CoalitionPanelHead *self, const char *title, const char *add_tooltip, GMenuModel *menu);
void coalition_panel_head_set_count (CoalitionPanelHead *self, guint shown, guint total);

G_END_DECLS
