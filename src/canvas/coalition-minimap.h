/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-canvas.h"

G_BEGIN_DECLS

/* From this many parties on the minimap is shown. */
#define COALITION_MINIMAP_LEAST 200

/**
 * CoalitionMinimap:
 *
 * All of a large map at a glance: a dot for each party and the frame of what is seen, which a click or drag takes
 * elsewhere. It hides itself while the map is small. Properties: canvas, wanted. It is for the pointer: the
 * keyboard has the arrows, search and the whole map.
 */
#define COALITION_TYPE_MINIMAP (coalition_minimap_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionMinimap, coalition_minimap, COALITION, MINIMAP, GtkWidget)

GtkWidget *coalition_minimap_new        (CoalitionCanvas *canvas);
void       coalition_minimap_set_canvas (CoalitionMinimap *self, CoalitionCanvas *canvas);
gboolean   coalition_minimap_is_wanted  (CoalitionMinimap *self);

G_END_DECLS
