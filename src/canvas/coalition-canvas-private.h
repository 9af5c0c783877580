/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-canvas.h"
#include "coalition-layer.h"
#include "coalition-merge-popover.h"
#include "coalition-name-popover.h"
#include "coalition-note-popover.h"
#include "coalition-tie-popover.h"
#include "coalition-tool.h"

G_BEGIN_DECLS

/* Shared by the files of the canvas only. */

struct _CoalitionCanvas
{
  GtkWidget parent_instance;

  CoalitionSession *session;
  CoalitionScene *scene;
  CoalitionLayer *layer;
  CoalitionCanvasMode mode;
  CoalitionCardsFunc cards_func;
  gpointer cards_data;

  char *fitted_view; /* id of the view that was shown last */
  CoalitionCampaign *fitted; /* the campaign that the view was fitted to; only compared */
  double fit_zoom; /* the view that the map was last fitted to; as long as nobody leaves it, it follows the size */
  double fit_x;
  double fit_y;
  gboolean fit_again;
  gboolean painting;
  gboolean dark;
  GdkRGBA ground;
  guint tick;
  guint rest_source;
  guint focus_source;
  gboolean at_rest;

  CoalitionTool *move_tool;
  CoalitionTool *band_tool;
  CoalitionTool *pan_tool;
  CoalitionTool *connect_tool;
  CoalitionTool *resize_tool;
  CoalitionTool *lasso_tool;
  CoalitionTool *note_tool;
  CoalitionTool *tool; /* the one at work, or NULL */
  double press_x; /* where the drag under way began, in pixels */
  double press_y;
  double drag_x; /* where the drag under way has come to since its press, in pixels */
  double drag_y;
  double drag_pan_x; /* how far the map was shifted meanwhile */
  double drag_pan_y;
  guint edge_tick;
  gboolean space_held;
  gboolean snap; /* by the person's settings */
  GSettings *settings; /* NULL where the application is not installed */
  gboolean double_press; /* the press under way is the second of a double click */
  gboolean pointer_inside;
  gboolean menu_inside; /* a menu was opened at the place below, and the pointer has not come back since */
  double menu_x;
  double menu_y;
  double pointer_x;
  double pointer_y;
  double pinch_zoom;

  CoalitionNamePopover *name_popover;
  CoalitionTiePopover *tie_popover;
  CoalitionNotePopover *note_popover;
  CoalitionMergePopover *merge_popover;
  GtkWidget *menu;
  char *asked_from; /* what the popovers ask about */
  char *asked_to;
  char *asked_name;
  char *asked_record; /* what is being renamed, or the note that is being written */
  char **asked_ids; /* the parties of a new forum */
  CoalitionBox asked_box; /* of a new note */
  double asked_x;
  double asked_y;

  GPtrArray *loading; /* pictures that are being read, or NULL */
  GtkNativeDialog *chooser;
  GdkContentProvider *copied; /* what was copied here last */
  GdkContentProvider *dragged; /* what was dragged out last */

  GHashTable *proxies; /* id of a party, forum, note or picture -> its proxy widget */
  gboolean proxies_stale;
};

void     coalition_canvas_class_add_actions (GtkWidgetClass *widget_class);
void     coalition_canvas_class_add_object_actions (GtkWidgetClass *widget_class);
void     coalition_canvas_bind_settings     (CoalitionCanvas *self);
void     coalition_canvas_keep_ticking      (CoalitionCanvas *self);
void     coalition_canvas_fit_if_new        (CoalitionCanvas *self);
void     coalition_canvas_follow_view       (CoalitionCanvas *self);
void     coalition_canvas_reveal_box        (CoalitionCanvas *self, const CoalitionBox *box);
void     coalition_canvas_reveal_party      (CoalitionCanvas *self, guint party);
void     coalition_canvas_paint_overlay     (CoalitionCanvas *self, GtkSnapshot *snapshot, const CoalitionMapState *state);
void     coalition_canvas_paint_focus       (CoalitionCanvas *self, GtkSnapshot *snapshot);
void     coalition_canvas_paint_tool        (CoalitionCanvas *self, GtkSnapshot *snapshot);
void     coalition_canvas_paint_loading     (CoalitionCanvas *self, GtkSnapshot *snapshot);
void     coalition_canvas_add_drop          (CoalitionCanvas *self);
void     coalition_canvas_drop_pictures     (CoalitionCanvas *self);
void     coalition_canvas_choose_picture    (CoalitionCanvas *self, const char *action);
void     coalition_canvas_take_picture      (CoalitionCanvas *self, GBytes *bytes, GFile *file, const char *name, gboolean background,
                                             gboolean anywhere, const char *party, double x, double y);
void     coalition_canvas_copy              (CoalitionCanvas *self, gboolean whole);
void     coalition_canvas_paste             (CoalitionCanvas *self);
void     coalition_canvas_take_text         (CoalitionCanvas *self, const char *text, double x, double y);
void     coalition_canvas_get_target_place  (CoalitionCanvas *self, double *map_x, double *map_y);
void     coalition_canvas_fill_menu         (CoalitionCanvas *self, GMenu *menu, double x, double y);
void     coalition_canvas_add_input         (CoalitionCanvas *self);
void     coalition_canvas_call_off          (CoalitionCanvas *self);
void     coalition_canvas_connect_questions (CoalitionCanvas *self);
void     coalition_canvas_ask_new_party     (CoalitionCanvas *self);
void     coalition_canvas_popup_menu        (CoalitionCanvas *self, double x, double y);
void     coalition_canvas_present_popovers  (CoalitionCanvas *self);
void     coalition_canvas_unparent_popovers (CoalitionCanvas *self);
void     coalition_canvas_update_proxies    (CoalitionCanvas *self);
void     coalition_canvas_allocate_proxies  (CoalitionCanvas *self);
void     coalition_canvas_clear_proxies     (CoalitionCanvas *self);
void     coalition_canvas_take_focus        (CoalitionCanvas *self);
GArray  *coalition_canvas_get_cards         (CoalitionCanvas *self);
gboolean coalition_canvas_wants_motion      (CoalitionCanvas *self);
void     coalition_canvas_update_look       (CoalitionCanvas *self);
void     coalition_canvas_update_cursor     (CoalitionCanvas *self);

G_END_DECLS
