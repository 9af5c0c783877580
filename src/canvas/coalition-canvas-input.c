/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-band-tool.h"
#include "coalition-canvas-private.h"
#include "coalition-connect-tool.h"
#include "coalition-lasso-tool.h"
#include "coalition-move-tool.h"
#include "coalition-note-tool.h"
#include "coalition-pan-tool.h"
#include "coalition-resize-tool.h"

#include <math.h>

/* What one notch of a mouse wheel pans, in pixels, and zooms. */
#define WHEEL_PAN 64.0
#define WHEEL_ZOOM 1.15

/* A drag this near to the edge, in pixels, has the map come along; so fast at most, in pixels a frame. */
#define EDGE 28.0
#define EDGE_SPEED 8.0

/* Below this zoom names are too small to be read. */
#define READABLE 0.6

/**
 * coalition_canvas_call_off:
 * @self: a canvas
 *
 * Calls off the gesture under way, if there is one.
 */
void
coalition_canvas_call_off (CoalitionCanvas *self)
{
  CoalitionTool *tool = g_steal_pointer (&self->tool);

  if (self->edge_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->edge_tick);
  self->edge_tick = 0;
  if (tool != NULL)
    coalition_tool_cancel (tool);
}

/**
 * coalition_canvas_update_cursor:
 * @self: a canvas
 *
 * Shows by the cursor what a press would do where the pointer is.
 */
void
coalition_canvas_update_cursor (CoalitionCanvas *self)
{
  const char *cursor = NULL;
  guint index;

  if (self->scene == NULL)
    return;
  if (self->tool != NULL && coalition_tool_has_moved (self->tool))
    cursor = coalition_tool_get_cursor (self->tool);
  else if (self->mode == COALITION_CANVAS_PAN || self->space_held)
    cursor = "grab";
  else if (self->mode == COALITION_CANVAS_FORUM || self->mode == COALITION_CANVAS_NOTE)
    cursor = "crosshair";
  else
    switch (coalition_scene_pick (self->scene, self->pointer_x, self->pointer_y, &index))
      {
      case COALITION_MAP_PARTY: cursor = self->mode == COALITION_CANVAS_CONNECT ? "crosshair" : NULL; break;
      case COALITION_MAP_PARTY_EDGE: cursor = "crosshair"; break;
      case COALITION_MAP_TIE:
      case COALITION_MAP_FORUM: cursor = "pointer"; break;
      case COALITION_MAP_NOTE_CORNER:
      case COALITION_MAP_PICTURE_CORNER: cursor = "nwse-resize"; break;
      case COALITION_MAP_NOTE:
      case COALITION_MAP_PICTURE:
      case COALITION_MAP_BACKGROUND:
      case COALITION_MAP_NOTHING:
      default: break;
      }
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
}

/* Alt takes hold of what lies in the background; Shift has what is dragged keep to the grid, or not. */
static void
read_modifiers (CoalitionCanvas *self,
                GtkGesture      *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  coalition_scene_set_reaches_background (self->scene, (state & GDK_ALT_MASK) != 0);
  coalition_scene_set_snap (self->scene, self->snap != ((state & GDK_SHIFT_MASK) != 0));
}

static gboolean
is_extending (GtkGesture *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  return (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0;
}

/* Shifts the map, and goes on with what is being dragged from where it is then. */
static void
pan (CoalitionCanvas *self,
     double           dx,
     double           dy)
{
  coalition_viewport_pan (coalition_scene_get_viewport (self->scene), dx, dy);
  if (self->tool == NULL || self->tool == self->pan_tool || !coalition_tool_has_moved (self->tool))
    return;
  self->drag_pan_x += dx;
  self->drag_pan_y += dy;
  coalition_tool_shift (self->tool, dx, dy);
  coalition_tool_update (self->tool, self->drag_x - self->drag_pan_x, self->drag_y - self->drag_pan_y);
}

/* From 0 to the full speed as the pointer comes to the edge and goes beyond it. */
static double
measure_edge (double position,
              double size)
{
  if (position < EDGE)
    return round (EDGE_SPEED * MIN (1, (EDGE - position) / EDGE));
  if (position > size - EDGE)
    return -round (EDGE_SPEED * MIN (1, (position - size + EDGE) / EDGE));
  return 0;
}

static gboolean
edge_tick_cb (GtkWidget     *widget,
              GdkFrameClock *clock,
              gpointer       data)
{
  CoalitionCanvas *self = COALITION_CANVAS (widget);
  double dx = measure_edge (self->press_x + self->drag_x, gtk_widget_get_width (widget));
  double dy = measure_edge (self->press_y + self->drag_y, gtk_widget_get_height (widget));

  if (self->tool == NULL || (dx == 0 && dy == 0))
    {
      self->edge_tick = 0;
      return G_SOURCE_REMOVE;
    }
  pan (self, dx, dy);
  return G_SOURCE_CONTINUE;
}

static void
drag_begin_cb (CoalitionCanvas *self,
               double           x,
               double           y,
               GtkGesture      *gesture)
{
  CoalitionTool *tools[5] = { NULL };
  CoalitionPress press = { .x = x, .y = y };
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  guint n_tools = 0;

  coalition_canvas_call_off (self);
  if (self->scene == NULL || (button != GDK_BUTTON_PRIMARY && button != GDK_BUTTON_MIDDLE))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  coalition_canvas_take_focus (self);
  self->press_x = x;
  self->press_y = y;
  self->drag_x = self->drag_y = self->drag_pan_x = self->drag_pan_y = 0;
  read_modifiers (self, gesture);
  press.part = coalition_scene_pick (self->scene, x, y, &press.index);
  press.extend = is_extending (gesture);

  if (button == GDK_BUTTON_MIDDLE || self->space_held || self->mode == COALITION_CANVAS_PAN)
    {
      tools[n_tools++] = self->pan_tool;
    }
  else if (self->mode == COALITION_CANVAS_FORUM)
    {
      tools[n_tools++] = self->lasso_tool;
    }
  else if (self->mode == COALITION_CANVAS_NOTE)
    {
      tools[n_tools++] = self->note_tool;
    }
  else
    {
      coalition_connect_tool_set_anywhere (COALITION_CONNECT_TOOL (self->connect_tool), self->mode == COALITION_CANVAS_CONNECT);
      tools[n_tools++] = self->connect_tool;
      tools[n_tools++] = self->resize_tool;
      tools[n_tools++] = self->move_tool;
      tools[n_tools++] = self->band_tool;
    }
  for (guint i = 0; i < n_tools && self->tool == NULL; i++)
    if (coalition_tool_begin (tools[i], self->scene, &press))
      self->tool = tools[i];
  if (self->tool == NULL)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_update_cb (CoalitionCanvas *self,
                double           dx,
                double           dy,
                GtkGesture      *gesture)
{
  gboolean had_moved;

  if (self->tool == NULL)
    return;
  had_moved = coalition_tool_has_moved (self->tool);
  self->drag_x = dx;
  self->drag_y = dy;
  read_modifiers (self, gesture);
  coalition_tool_update (self->tool, dx - self->drag_pan_x, dy - self->drag_pan_y);
  if (self->edge_tick == 0 && self->tool != NULL && self->tool != self->pan_tool && coalition_tool_has_moved (self->tool)
      && (measure_edge (self->press_x + dx, gtk_widget_get_width (GTK_WIDGET (self))) != 0
          || measure_edge (self->press_y + dy, gtk_widget_get_height (GTK_WIDGET (self))) != 0))
    self->edge_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), edge_tick_cb, NULL, NULL);
  if (self->tool != NULL && !had_moved && coalition_tool_has_moved (self->tool))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      coalition_canvas_update_cursor (self);
    }
}

/* A double click names what is there, or something new. It counts when the button is let go: a drag that begins soon
 * after a click is a drag. */
static void
double_click (CoalitionCanvas *self,
              double           x,
              double           y)
{
  CoalitionMapPart part;
  guint index;
  double map_x, map_y;

  part = coalition_scene_pick (self->scene, x, y, &index);
  if (coalition_scene_whole_part (part) == COALITION_MAP_PARTY && coalition_scene_get_party (self->scene, index)->members > 0)
    {
      coalition_scene_expand (self->scene, coalition_scene_get_party (self->scene, index)->id);
    }
  else if (coalition_scene_whole_part (part) == COALITION_MAP_PARTY)
    {
      coalition_scene_ask_rename (self->scene, index);
    }
  else if (coalition_scene_whole_part (part) == COALITION_MAP_NOTE)
    {
      coalition_scene_click (self->scene, part, index, FALSE);
      coalition_scene_ask_rename_record (self->scene, coalition_scene_get_item_id (self->scene, part, index));
    }
  else if (part == COALITION_MAP_TIE || coalition_scene_is_item (part))
    {
      coalition_scene_click (self->scene, part, index, FALSE);
      gtk_widget_activate_action (GTK_WIDGET (self), "canvas.inspect", NULL);
    }
  else
    {
      coalition_viewport_to_map (coalition_scene_get_viewport (self->scene), x, y, &map_x, &map_y);
      coalition_scene_ask_party (self->scene, map_x, map_y, NULL);
    }
}

static void
drag_end_cb (CoalitionCanvas *self,
             double           dx,
             double           dy,
             GtkGesture      *gesture)
{
  CoalitionTool *tool = g_steal_pointer (&self->tool);
  gboolean named = self->double_press && tool != NULL && !coalition_tool_has_moved (tool);
  double x, y;

  self->double_press = FALSE;
  if (named && gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y))
    {
      coalition_tool_cancel (tool);
      double_click (self, x, y);
    }
  else if (tool != NULL)
    {
      coalition_tool_end (tool);
    }
  coalition_canvas_update_cursor (self);
}

static void
drag_cancel_cb (CoalitionCanvas *self)
{
  coalition_canvas_call_off (self);
  coalition_canvas_update_cursor (self);
}

static void
pressed_cb (CoalitionCanvas *self,
            int              n_press,
            double           x,
            double           y,
            GtkGesture      *gesture)
{
  self->double_press = n_press == 2 && (self->mode == COALITION_CANVAS_SELECT || self->mode == COALITION_CANVAS_CONNECT) && !self->space_held;
}

static void
secondary_pressed_cb (CoalitionCanvas *self,
                      int              n_press,
                      double           x,
                      double           y,
                      GtkGesture      *gesture)
{
  CoalitionMapPart part;
  guint index;

  if (self->scene == NULL)
    return;
  coalition_canvas_call_off (self);
  coalition_canvas_take_focus (self);
  read_modifiers (self, gesture);
  part = coalition_scene_pick (self->scene, x, y, &index);
  if (coalition_scene_is_item (part) ? !coalition_scene_is_item_selected (self->scene, part, index)
      : part == COALITION_MAP_TIE || part == COALITION_MAP_NOTHING || !coalition_scene_is_selected (self->scene, index))
    coalition_scene_click (self->scene, part, index, FALSE);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  coalition_canvas_popup_menu (self, x, y);
}

static void
motion_cb (CoalitionCanvas *self,
           double           x,
           double           y)
{
  /* What the pointer does in a menu comes here too. */
  if (self->menu != NULL && gtk_widget_get_visible (self->menu))
    return;
  self->pointer_inside = TRUE;
  self->menu_inside = FALSE;
  self->pointer_x = x;
  self->pointer_y = y;
  if (self->tool == NULL)
    coalition_canvas_update_cursor (self);
}

static void
leave_cb (CoalitionCanvas *self)
{
  self->pointer_inside = FALSE;
}

static gboolean
scroll_cb (CoalitionCanvas          *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;
  CoalitionViewport *viewport;

  if (self->scene == NULL)
    return FALSE;
  viewport = coalition_scene_get_viewport (self->scene);
  if (state & GDK_CONTROL_MASK)
    {
      /* What is being dragged counts in pixels of one zoom. */
      if (self->tool != NULL)
        return TRUE;
      coalition_viewport_zoom_at (viewport, pow (WHEEL_ZOOM, wheel ? -dy : -dy / 30), self->pointer_x, self->pointer_y);
      return TRUE;
    }
  if ((state & GDK_SHIFT_MASK) && dx == 0)
    {
      dx = dy;
      dy = 0;
    }
  pan (self, round (-dx * (wheel ? WHEEL_PAN : 1)), round (-dy * (wheel ? WHEEL_PAN : 1)));
  return TRUE;
}

static void
pinch_begin_cb (CoalitionCanvas *self)
{
  coalition_canvas_call_off (self);
  if (self->scene != NULL)
    self->pinch_zoom = coalition_viewport_get_zoom (coalition_scene_get_viewport (self->scene));
}

static void
pinch_changed_cb (CoalitionCanvas *self,
                  double           scale,
                  GtkGesture      *gesture)
{
  CoalitionViewport *viewport;
  double x, y;

  if (self->scene == NULL)
    return;
  viewport = coalition_scene_get_viewport (self->scene);
  if (gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    coalition_viewport_zoom_at (viewport, self->pinch_zoom * scale / coalition_viewport_get_zoom (viewport), x, y);
}

static gboolean
key_pressed_cb (CoalitionCanvas *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (keyval != GDK_KEY_space)
    return FALSE;
  self->space_held = TRUE;
  coalition_canvas_update_cursor (self);
  return TRUE;
}

static void
key_released_cb (CoalitionCanvas *self,
                 guint            keyval,
                 guint            keycode,
                 GdkModifierType  state)
{
  if (keyval == GDK_KEY_space)
    {
      self->space_held = FALSE;
      coalition_canvas_update_cursor (self);
    }
}

static void
focus_leave_cb (CoalitionCanvas *self)
{
  self->space_held = FALSE;
  if (self->scene != NULL)
    coalition_scene_end_nudge (self->scene);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
focus_entered_cb (gpointer data)
{
  CoalitionCanvas *self = data;

  self->focus_source = 0;
  coalition_canvas_update_proxies (self);
  return G_SOURCE_REMOVE;
}

/* GTK is in the middle of moving the focus: passed on from here to a proxy, it would be said to be at both. */
static void
focus_enter_cb (CoalitionCanvas *self)
{
  if (self->focus_source == 0)
    self->focus_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, focus_entered_cb, self, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Names that are too small to be read are told by the pointer. */
static gboolean
query_tooltip_cb (CoalitionCanvas *self,
                  int              x,
                  int              y,
                  gboolean         by_keyboard,
                  GtkTooltip      *tooltip)
{
  CoalitionMapPart part;
  guint index;

  if (self->scene == NULL || self->tool != NULL || by_keyboard
      || coalition_viewport_get_zoom (coalition_scene_get_viewport (self->scene)) >= READABLE)
    return FALSE;
  part = coalition_scene_pick (self->scene, x, y, &index);
  if (part != COALITION_MAP_PARTY && part != COALITION_MAP_PARTY_EDGE)
    return FALSE;
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { x - 4, y - 4, 8, 8 });
  gtk_tooltip_set_text (tooltip, coalition_scene_get_party (self->scene, index)->name);
  return TRUE;
}

/**
 * coalition_canvas_add_input:
 * @self: a canvas
 *
 * Makes the tools and lets them hear of pointer, touchpad and keys.
 */
void
coalition_canvas_add_input (CoalitionCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new (), *click = gtk_gesture_click_new (), *secondary = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *motion = gtk_event_controller_motion_new (), *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES
                                                                | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);

  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  self->move_tool = coalition_move_tool_new ();
  self->band_tool = coalition_band_tool_new ();
  self->pan_tool = coalition_pan_tool_new ();
  self->resize_tool = coalition_resize_tool_new ();
  self->lasso_tool = coalition_lasso_tool_new ();
  self->note_tool = coalition_note_tool_new ();
  self->connect_tool = coalition_connect_tool_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (secondary_pressed_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_changed_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (keys, "key-released", G_CALLBACK (key_released_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_leave_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_enter_cb), self);

  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (secondary));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, focus);
  gtk_gesture_group (drag, click);
}
