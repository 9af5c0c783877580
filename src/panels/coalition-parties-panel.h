/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COALITION_TYPE_PARTIES_PANEL (coalition_parties_panel_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionPartiesPanel, coalition_parties_panel, COALITION, PARTIES_PANEL, AdwBin)

GtkWidget *coalition_parties_panel_new (CoalitionSession *session);
void       coalition_parties_panel_add (CoalitionPartiesPanel *self);

G_END_DECLS
