/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COALITION_TYPE_WELCOME (coalition_welcome_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionWelcome, coalition_welcome, COALITION, WELCOME, GtkWidget)

void coalition_welcome_refresh (CoalitionWelcome *self);

G_END_DECLS
