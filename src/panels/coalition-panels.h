/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COALITION_PANELS_CSS "/org/coalitionmap/Coalition/panels/panels.css"

void coalition_panels_init        (void);
void coalition_panels_follow_dark (GtkWidget *widget);

G_END_DECLS
