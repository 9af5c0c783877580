/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-canvas.h"

G_BEGIN_DECLS

/**
 * CoalitionDragHandle:
 *
 * A handle by which the map, or what is selected on it, is dragged out as a picture: into a letter, a drawing program or
 * a folder. The keyboard has Ctrl+C for it.
 */
#define COALITION_TYPE_DRAG_HANDLE (coalition_drag_handle_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionDragHandle, coalition_drag_handle, COALITION, DRAG_HANDLE, GtkWidget)

void coalition_drag_handle_set_canvas (CoalitionDragHandle *self, CoalitionCanvas *canvas);

G_END_DECLS
