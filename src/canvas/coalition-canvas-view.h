/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-canvas.h"
#include "coalition-cards.h"

G_BEGIN_DECLS

/**
 * CoalitionCanvasMenu:
 *
 * The menus that float on the map.
 */
typedef enum {
  COALITION_CANVAS_MENU_LAYOUT,
  COALITION_CANVAS_MENU_COLOR,
  COALITION_CANVAS_MENU_FILTER,
  COALITION_CANVAS_MENU_VIEWS,
  COALITION_CANVAS_MENU_TIME,
} CoalitionCanvasMenu;

/**
 * CoalitionCanvasView:
 *
 * The canvas with what floats on it: tools, views, layout, colors, filter with its chips, time, zoom, a small map of a
 * large one and the legend; and, over an empty map, what to do first. Presenting, it shows the map alone, view by view.
 * Properties: session (set once), snap (whether what is dragged snaps to the grid), presenting.
 */
#define COALITION_TYPE_CANVAS_VIEW (coalition_canvas_view_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionCanvasView, coalition_canvas_view, COALITION, CANVAS_VIEW, GtkWidget)

void             coalition_canvas_register            (void);
GtkWidget       *coalition_canvas_view_new            (CoalitionSession *session);
CoalitionCanvas *coalition_canvas_view_get_canvas     (CoalitionCanvasView *self);
void             coalition_canvas_view_open_menu      (CoalitionCanvasView *self, CoalitionCanvasMenu menu);
void             coalition_canvas_view_ask_new_view   (CoalitionCanvasView *self);
void             coalition_canvas_view_go             (CoalitionCanvasView *self, int by);
gboolean         coalition_canvas_view_get_presenting (CoalitionCanvasView *self);
void             coalition_canvas_view_set_presenting (CoalitionCanvasView *self, gboolean presenting);
const CoalitionCardPlace *coalition_canvas_view_get_places (CoalitionCanvasView *self);

G_END_DECLS
