/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-pan-tool.h"

#include <math.h>

struct _CoalitionPanTool
{
  CoalitionTool parent_instance;

  double dx;
  double dy;
};

G_DEFINE_FINAL_TYPE (CoalitionPanTool, coalition_pan_tool, COALITION_TYPE_TOOL)

static gboolean
coalition_pan_tool_begin (CoalitionTool        *tool,
                          CoalitionScene       *scene,
                          const CoalitionPress *press)
{
  CoalitionPanTool *self = COALITION_PAN_TOOL (tool);

  self->dx = self->dy = 0;
  return TRUE;
}

static void
coalition_pan_tool_update (CoalitionTool  *tool,
                           CoalitionScene *scene,
                           double          dx,
                           double          dy)
{
  CoalitionPanTool *self = COALITION_PAN_TOOL (tool);

  coalition_viewport_pan (coalition_scene_get_viewport (scene), round (dx) - self->dx, round (dy) - self->dy);
  self->dx = round (dx);
  self->dy = round (dy);
}

static void
coalition_pan_tool_end (CoalitionTool  *tool,
                        CoalitionScene *scene,
                        gboolean        moved)
{
}

static void
coalition_pan_tool_cancel (CoalitionTool  *tool,
                           CoalitionScene *scene)
{
  CoalitionPanTool *self = COALITION_PAN_TOOL (tool);

  coalition_viewport_pan (coalition_scene_get_viewport (scene), -self->dx, -self->dy);
}

static void
coalition_pan_tool_class_init (CoalitionPanToolClass *klass)
{
  CoalitionToolClass *tool_class = COALITION_TOOL_CLASS (klass);

  tool_class->begin = coalition_pan_tool_begin;
  tool_class->update = coalition_pan_tool_update;
  tool_class->end = coalition_pan_tool_end;
  tool_class->cancel = coalition_pan_tool_cancel;
  tool_class->cursor = "grabbing";
}

static void
coalition_pan_tool_init (CoalitionPanTool *self)
{
}

/**
 * coalition_pan_tool_new:
 *
 * Returns: (transfer full): a tool that pans
 */
CoalitionTool *
coalition_pan_tool_new (void)
{
  return g_object_new (COALITION_TYPE_PAN_TOOL, NULL);
}
