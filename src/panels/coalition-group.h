/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COALITION_TYPE_GROUP (coalition_group_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionGroup, coalition_group, COALITION, GROUP, GtkBox)

CoalitionGroup *coalition_group_new        (const char *title);
void            coalition_group_set_count  (CoalitionGroup *self, int count);
void            coalition_group_add_suffix (CoalitionGroup *self, GtkWidget *suffix);
GtkWidget      *coalition_group_add_button (CoalitionGroup *self, const char *icon_name, const char *tooltip,
                                            GCallback callback, gpointer object);

G_END_DECLS
