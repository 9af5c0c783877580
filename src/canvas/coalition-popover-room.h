/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void coalition_popover_room_limit (GtkPopover *popover, GtkScrolledWindow *scrolled, int most);

G_END_DECLS
