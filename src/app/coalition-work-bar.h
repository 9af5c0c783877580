/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COALITION_TYPE_WORK_BAR (coalition_work_bar_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionWorkBar, coalition_work_bar, COALITION, WORK_BAR, GtkWidget)

void coalition_work_bar_begin (CoalitionWorkBar *self, const char *text, GCancellable *cancellable);
void coalition_work_bar_end   (CoalitionWorkBar *self, GCancellable *cancellable);

G_END_DECLS
