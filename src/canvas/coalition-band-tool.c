/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-band-tool.h"

struct _CoalitionBandTool
{
  CoalitionRectangleTool parent_instance;
};

G_DEFINE_FINAL_TYPE (CoalitionBandTool, coalition_band_tool, COALITION_TYPE_RECTANGLE_TOOL)

static gboolean
coalition_band_tool_begin (CoalitionTool        *tool,
                           CoalitionScene       *scene,
                           const CoalitionPress *press)
{
  return COALITION_TOOL_CLASS (coalition_band_tool_parent_class)->begin (tool, scene, press) && press->part == COALITION_MAP_NOTHING;
}

static void
coalition_band_tool_end (CoalitionTool  *tool,
                         CoalitionScene *scene,
                         gboolean        moved)
{
  CoalitionRectangleTool *self = COALITION_RECTANGLE_TOOL (tool);
  gboolean extend = coalition_rectangle_tool_get_press (self)->extend;
  g_autofree gboolean *inside = NULL;
  CoalitionBox box;

  if (!moved)
    {
      coalition_scene_click (scene, COALITION_MAP_NOTHING, 0, extend);
      return;
    }
  if (coalition_scene_get_map (scene) == NULL)
    return;
  coalition_rectangle_tool_get_box (self, scene, &box);
  inside = g_new0 (gboolean, coalition_scene_get_n_parties (scene) + 1);
  coalition_map_pick_rectangle (coalition_scene_get_map (scene), &box, inside);
  coalition_scene_select_flags (scene, inside, &box, extend);
}

static void
coalition_band_tool_class_init (CoalitionBandToolClass *klass)
{
  CoalitionToolClass *tool_class = COALITION_TOOL_CLASS (klass);

  tool_class->begin = coalition_band_tool_begin;
  tool_class->end = coalition_band_tool_end;
  tool_class->cursor = "default";
}

static void
coalition_band_tool_init (CoalitionBandTool *self)
{
}

/**
 * coalition_band_tool_new:
 *
 * Returns: (transfer full): a tool that selects with a rectangle
 */
CoalitionTool *
coalition_band_tool_new (void)
{
  return g_object_new (COALITION_TYPE_BAND_TOOL, NULL);
}
