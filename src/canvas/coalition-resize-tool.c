/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-resize-tool.h"

struct _CoalitionResizeTool
{
  CoalitionTool parent_instance;

  CoalitionPress press;
};

G_DEFINE_FINAL_TYPE (CoalitionResizeTool, coalition_resize_tool, COALITION_TYPE_TOOL)

static gboolean
coalition_resize_tool_begin (CoalitionTool        *tool,
                             CoalitionScene       *scene,
                             const CoalitionPress *press)
{
  COALITION_RESIZE_TOOL (tool)->press = *press;
  return press->part == COALITION_MAP_NOTE_CORNER || press->part == COALITION_MAP_PICTURE_CORNER;
}

static void
coalition_resize_tool_update (CoalitionTool  *tool,
                              CoalitionScene *scene,
                              double          dx,
                              double          dy)
{
  const CoalitionPress *press = &COALITION_RESIZE_TOOL (tool)->press;
  double zoom = coalition_viewport_get_zoom (coalition_scene_get_viewport (scene));

  if (!coalition_scene_is_moving (scene))
    {
      if (!coalition_scene_is_item_selected (scene, press->part, press->index))
        coalition_scene_click (scene, press->part, press->index, FALSE);
      coalition_scene_begin_resize (scene, press->part, press->index);
    }
  coalition_scene_move_by (scene, dx / zoom, dy / zoom);
}

static void
coalition_resize_tool_end (CoalitionTool  *tool,
                           CoalitionScene *scene,
                           gboolean        moved)
{
  const CoalitionPress *press = &COALITION_RESIZE_TOOL (tool)->press;

  if (!moved)
    coalition_scene_click (scene, press->part, press->index, press->extend);
  else
    coalition_scene_end_move (scene);
}

static void
coalition_resize_tool_cancel (CoalitionTool  *tool,
                              CoalitionScene *scene)
{
  if (coalition_scene_is_moving (scene))
    coalition_scene_cancel_move (scene);
}

/* Under a large map only a frame shows the new size of a picture until the drag ends. */
static gboolean
coalition_resize_tool_measure (CoalitionTool  *tool,
                               CoalitionScene *scene,
                               CoalitionBox   *box)
{
  CoalitionViewport *viewport = coalition_scene_get_viewport (scene);
  g_autoptr (GArray) boxes = coalition_scene_is_large (scene) ? coalition_scene_get_moved_boxes (scene) : NULL;

  if (boxes == NULL || boxes->len == 0)
    return FALSE;
  *box = g_array_index (boxes, CoalitionBox, 0);
  coalition_viewport_to_widget (viewport, box->left, box->top, &box->left, &box->top);
  coalition_viewport_to_widget (viewport, box->right, box->bottom, &box->right, &box->bottom);
  return TRUE;
}

static void
coalition_resize_tool_paint (CoalitionTool  *tool,
                             CoalitionScene *scene,
                             cairo_t        *cr)
{
  CoalitionMapState state;
  CoalitionBox box;

  if (!coalition_resize_tool_measure (tool, scene, &box))
    return;
  coalition_scene_get_state (scene, &state);
  cairo_set_source_rgb (cr, state.accent[0], state.accent[1], state.accent[2]);
  cairo_set_line_width (cr, 2);
  cairo_rectangle (cr, box.left, box.top, box.right - box.left, box.bottom - box.top);
  cairo_stroke (cr);
}

static void
coalition_resize_tool_class_init (CoalitionResizeToolClass *klass)
{
  CoalitionToolClass *tool_class = COALITION_TOOL_CLASS (klass);

  tool_class->begin = coalition_resize_tool_begin;
  tool_class->update = coalition_resize_tool_update;
  tool_class->end = coalition_resize_tool_end;
  tool_class->cancel = coalition_resize_tool_cancel;
  tool_class->measure = coalition_resize_tool_measure;
  tool_class->paint = coalition_resize_tool_paint;
  tool_class->cursor = "nwse-resize";
}

static void
coalition_resize_tool_init (CoalitionResizeTool *self)
{
}

/**
 * coalition_resize_tool_new:
 *
 * Returns: (transfer full): a tool that changes sizes
 */
CoalitionTool *
coalition_resize_tool_new (void)
{
  return g_object_new (COALITION_TYPE_RESIZE_TOOL, NULL);
}
