/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CoalitionMapContent:
 *
 * The map, or what is selected on it, as a picture for the clipboard and for dragging out: image/png, image/svg+xml and,
 * for file managers, a file. It is what the map was when this was made; the picture is painted in a thread, when it is
 * asked for, always light and with the legend.
 */
#define COALITION_TYPE_MAP_CONTENT (coalition_map_content_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionMapContent, coalition_map_content, COALITION, MAP_CONTENT, GdkContentProvider)

GdkContentProvider *coalition_map_content_new    (CoalitionScene *scene, gboolean selected, gboolean as_file);
GBytes             *coalition_map_content_render (CoalitionMapContent *self, const char *media_type, GError **error);

G_END_DECLS
