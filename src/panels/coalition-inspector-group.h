/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COALITION_TYPE_INSPECTOR_GROUP (coalition_inspector_group_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionInspectorGroup, coalition_inspector_group, COALITION, INSPECTOR_GROUP, GtkBox)

CoalitionInspectorGroup *coalition_inspector_group_new        (const char *title);
void                     coalition_inspector_group_set_count  (CoalitionInspectorGroup *self, int count);
void                     coalition_inspector_group_add_suffix (CoalitionInspectorGroup *self, GtkWidget *suffix);
GtkWidget               *coalition_inspector_group_add_button (CoalitionInspectorGroup *self, const char *icon_name,
                                                               const char *tooltip, GCallback callback, gpointer object);

G_END_DECLS
