/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CoalitionLayer:
 *
 * The painted map, kept: everything but what is being moved lies in one picture somewhat larger than the widget, which
 * follows the viewport and is painted anew only when it must be. Small maps are painted at once, large ones in a
 * thread while the old picture is shown.
 *
 * Signal: "changed" (a new picture has come from the thread).
 */
#define COALITION_TYPE_LAYER (coalition_layer_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionLayer, coalition_layer, COALITION, LAYER, GObject)

CoalitionLayer *coalition_layer_new          (CoalitionScene *scene);
gboolean        coalition_layer_update       (CoalitionLayer *self, int scale_factor, gboolean at_rest);
GskRenderNode  *coalition_layer_get_node     (CoalitionLayer *self);
gboolean        coalition_layer_covers       (CoalitionLayer *self);
gboolean        coalition_layer_get_overlay  (CoalitionLayer *self, CoalitionMapState *state);
gboolean        coalition_layer_is_settled   (CoalitionLayer *self);

G_END_DECLS
