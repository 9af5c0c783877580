/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

G_BEGIN_DECLS

#define COALITION_TYPE_ROW_POPOVERS (coalition_row_popovers_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionRowPopovers, coalition_row_popovers, COALITION, ROW_POPOVERS, GObject)

CoalitionRowPopovers *coalition_row_popovers_new     (GtkWidget *parent, CoalitionSession *session, GMenuModel *menu);
void                  coalition_row_popovers_rename  (CoalitionRowPopovers *self, CoalitionRecord *record, GtkWidget *row);
void                  coalition_row_popovers_menu    (CoalitionRowPopovers *self, double x, double y);
void                  coalition_row_popovers_menu_at (CoalitionRowPopovers *self, GtkWidget *row);
void                  coalition_row_popovers_present (CoalitionRowPopovers *self);

G_END_DECLS
