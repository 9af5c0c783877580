/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

G_BEGIN_DECLS

#define COALITION_TYPE_SIDE_PANEL (coalition_side_panel_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionSidePanel, coalition_side_panel, COALITION, SIDE_PANEL, GtkBox)

GtkWidget *coalition_side_panel_new (CoalitionSession *session);
void       coalition_side_panel_set_open (CoalitionSidePanel *self, gboolean open);

G_END_DECLS
