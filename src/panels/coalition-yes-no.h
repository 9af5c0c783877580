/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COALITION_TYPE_YES_NO (coalition_yes_no_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionYesNo, coalition_yes_no, COALITION, YES_NO, GtkBox)

GtkWidget *coalition_yes_no_new       (const char *label, gboolean clearable);
void       coalition_yes_no_set_value (CoalitionYesNo *self, int value);
int        coalition_yes_no_get_value (CoalitionYesNo *self);

G_END_DECLS
