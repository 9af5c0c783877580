/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-move-tool.h"

struct _CoalitionMoveTool
{
  CoalitionTool parent_instance;

  CoalitionPress press;
};

G_DEFINE_FINAL_TYPE (CoalitionMoveTool, coalition_move_tool, COALITION_TYPE_TOOL)

static gboolean
coalition_move_tool_begin (CoalitionTool        *tool,
                           CoalitionScene       *scene,
                           const CoalitionPress *press)
{
  COALITION_MOVE_TOOL (tool)->press = *press;
  return press->part != COALITION_MAP_NOTHING;
}

static gboolean
is_selected (CoalitionScene       *scene,
             const CoalitionPress *press)
{
  return coalition_scene_is_item (press->part) ? coalition_scene_is_item_selected (scene, press->part, press->index)
                                               : coalition_scene_is_selected (scene, press->index);
}

static void
coalition_move_tool_update (CoalitionTool  *tool,
                            CoalitionScene *scene,
                            double          dx,
                            double          dy)
{
  const CoalitionPress *press = &COALITION_MOVE_TOOL (tool)->press;
  double zoom = coalition_viewport_get_zoom (coalition_scene_get_viewport (scene));

  if (press->part == COALITION_MAP_TIE)
    return;
  if (!coalition_scene_is_moving (scene))
    {
      /* What is dragged is selected first, alone unless it was among what is selected. */
      if (!is_selected (scene, press))
        coalition_scene_click (scene, press->part, press->index, press->extend);
      coalition_scene_begin_move (scene);
    }
  coalition_scene_move_by (scene, dx / zoom, dy / zoom);
}

static void
coalition_move_tool_end (CoalitionTool  *tool,
                         CoalitionScene *scene,
                         gboolean        moved)
{
  const CoalitionPress *press = &COALITION_MOVE_TOOL (tool)->press;

  if (!moved)
    coalition_scene_click (scene, press->part, press->index, press->extend);
  else
    coalition_scene_end_move (scene);
}

/* A large map is not painted again for each step of a background picture: a frame shows where it goes. */
static gboolean
coalition_move_tool_measure (CoalitionTool  *tool,
                             CoalitionScene *scene,
                             CoalitionBox   *box)
{
  CoalitionViewport *viewport = coalition_scene_get_viewport (scene);
  g_autoptr (GArray) boxes = coalition_scene_is_large (scene) ? coalition_scene_get_moved_boxes (scene) : NULL;

  if (boxes == NULL || boxes->len == 0)
    return FALSE;
  coalition_viewport_get_size (viewport, &box->right, &box->bottom);
  box->left = box->top = 0;
  return TRUE;
}

static void
coalition_move_tool_paint (CoalitionTool  *tool,
                           CoalitionScene *scene,
                           cairo_t        *cr)
{
  CoalitionViewport *viewport = coalition_scene_get_viewport (scene);
  g_autoptr (GArray) boxes = coalition_scene_get_moved_boxes (scene);
  CoalitionMapState state;

  coalition_scene_get_state (scene, &state);
  cairo_set_source_rgb (cr, state.accent[0], state.accent[1], state.accent[2]);
  cairo_set_line_width (cr, 2);
  for (guint i = 0; i < boxes->len; i++)
    {
      CoalitionBox box = g_array_index (boxes, CoalitionBox, i);

      coalition_viewport_to_widget (viewport, box.left, box.top, &box.left, &box.top);
      coalition_viewport_to_widget (viewport, box.right, box.bottom, &box.right, &box.bottom);
      cairo_rectangle (cr, box.left, box.top, box.right - box.left, box.bottom - box.top);
      cairo_stroke (cr);
    }
}

static void
coalition_move_tool_cancel (CoalitionTool  *tool,
                            CoalitionScene *scene)
{
  if (coalition_scene_is_moving (scene))
    coalition_scene_cancel_move (scene);
}

static void
coalition_move_tool_class_init (CoalitionMoveToolClass *klass)
{
  CoalitionToolClass *tool_class = COALITION_TOOL_CLASS (klass);

  tool_class->begin = coalition_move_tool_begin;
  tool_class->update = coalition_move_tool_update;
  tool_class->end = coalition_move_tool_end;
  tool_class->cancel = coalition_move_tool_cancel;
  tool_class->measure = coalition_move_tool_measure;
  tool_class->paint = coalition_move_tool_paint;
  tool_class->cursor = "grabbing";
}

static void
coalition_move_tool_init (CoalitionMoveTool *self)
{
}

/**
 * coalition_move_tool_new:
 *
 * Returns: (transfer full): a tool that selects and moves
 */
CoalitionTool *
coalition_move_tool_new (void)
{
  return g_object_new (COALITION_TYPE_MOVE_TOOL, NULL);
}
