/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

G_BEGIN_DECLS

#define COALITION_TYPE_LINK_ROW (coalition_link_row_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionLinkRow, coalition_link_row, COALITION, LINK_ROW, GtkListBoxRow)

GtkWidget *coalition_link_row_new        (CoalitionSession *session, CoalitionRecord *target, GtkWidget *prefix,
                                          const char *title, const char *caption);
void       coalition_link_row_add_suffix (CoalitionLinkRow *self, GtkWidget *suffix);
GtkWidget *coalition_link_button_new      (CoalitionSession *session, CoalitionRecord *target, const char *icon_name,
                                          const char *tooltip);
void       coalition_session_go_to       (CoalitionSession *session, CoalitionRecord *record);

G_END_DECLS
