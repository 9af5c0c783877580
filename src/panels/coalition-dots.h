/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COALITION_TYPE_DOTS (coalition_dots_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionDots, coalition_dots, COALITION, DOTS, GtkWidget)

GtkWidget *coalition_dots_new       (int minimum, int maximum, const char *label);
void       coalition_dots_set_value (CoalitionDots *self, int value);
int        coalition_dots_get_value (CoalitionDots *self);

G_END_DECLS
