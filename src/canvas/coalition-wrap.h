/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CoalitionWrap:
 *
 * A layout that sets children one after the other, in as many lines as they need, each line against the end: chips under
 * the menus of the map.
 */
#define COALITION_TYPE_WRAP (coalition_wrap_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionWrap, coalition_wrap, COALITION, WRAP, GtkLayoutManager)

GtkLayoutManager *coalition_wrap_new (int spacing);

G_END_DECLS
