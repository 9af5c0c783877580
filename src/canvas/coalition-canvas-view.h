/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-canvas.h"

G_BEGIN_DECLS

/**
 * CoalitionCanvasView:
 *
 * The canvas with what floats on it: tools, arrangement, zoom and legend; and, over an empty map, what to do first.
 * Property: session (set once).
 */
#define COALITION_TYPE_CANVAS_VIEW (coalition_canvas_view_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionCanvasView, coalition_canvas_view, COALITION, CANVAS_VIEW, GtkWidget)

void             coalition_canvas_register        (void);
GtkWidget       *coalition_canvas_view_new        (CoalitionSession *session);
CoalitionCanvas *coalition_canvas_view_get_canvas (CoalitionCanvasView *self);

G_END_DECLS
