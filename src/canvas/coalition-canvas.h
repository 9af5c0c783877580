/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CoalitionCanvasMode:
 * @COALITION_CANVAS_SELECT: selects and moves; drags from the rim of a party tie
 * @COALITION_CANVAS_CONNECT: drags from anywhere on a party tie
 * @COALITION_CANVAS_PAN: drags shift the map
 * @COALITION_CANVAS_FORUM: drags draw a rectangle around the parties of a new forum, whose name is then asked
 * @COALITION_CANVAS_NOTE: a click or drag places a new note, whose text is then asked
 *
 * What a drag with the first button does.
 */
typedef enum {
  COALITION_CANVAS_SELECT,
  COALITION_CANVAS_CONNECT,
  COALITION_CANVAS_PAN,
  COALITION_CANVAS_FORUM,
  COALITION_CANVAS_NOTE,
} CoalitionCanvasMode;

#define COALITION_TYPE_CANVAS_MODE (coalition_canvas_mode_get_type ())
GType coalition_canvas_mode_get_type (void);

/**
 * CoalitionCardsFunc:
 * @data: as given to coalition_canvas_set_cards_func()
 *
 * Returns: (transfer full) (element-type CoalitionBox): what floats on the canvas, in its pixels
 */
typedef GArray *(*CoalitionCardsFunc) (gpointer data);

/**
 * CoalitionCanvas:
 *
 * The map as a widget: it paints the scene, turns pointer and keys into the work of tools and actions, and stands for
 * parties before assistive technologies. Properties: session (set once), mode, snap. Actions: canvas.*.
 */
#define COALITION_TYPE_CANVAS (coalition_canvas_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionCanvas, coalition_canvas, COALITION, CANVAS, GtkWidget)

GtkWidget           *coalition_canvas_new            (CoalitionSession *session);
void                 coalition_canvas_set_session    (CoalitionCanvas *self, CoalitionSession *session);
CoalitionScene      *coalition_canvas_get_scene      (CoalitionCanvas *self);
CoalitionCanvasMode  coalition_canvas_get_mode       (CoalitionCanvas *self);
void                 coalition_canvas_set_mode       (CoalitionCanvas *self, CoalitionCanvasMode mode);
void                 coalition_canvas_set_cards_func (CoalitionCanvas *self, CoalitionCardsFunc func, gpointer data);
void                 coalition_canvas_fit            (CoalitionCanvas *self, gboolean animated);
void                 coalition_canvas_keep_fit       (CoalitionCanvas *self);
void                 coalition_canvas_zoom_by        (CoalitionCanvas *self, double factor);
void                 coalition_canvas_reveal         (CoalitionCanvas *self, CoalitionRecord *record);
GBytes              *coalition_canvas_dup_picture    (CoalitionCanvas *self, const char *format, GError **error);
GdkContentProvider  *coalition_canvas_dup_content    (CoalitionCanvas *self);
gboolean             coalition_canvas_is_settled     (CoalitionCanvas *self);

G_END_DECLS
