/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-note-tool.h"

struct _CoalitionNoteTool
{
  CoalitionRectangleTool parent_instance;
};

G_DEFINE_FINAL_TYPE (CoalitionNoteTool, coalition_note_tool, COALITION_TYPE_RECTANGLE_TOOL)

static gboolean
coalition_note_tool_begin (CoalitionTool        *tool,
                           CoalitionScene       *scene,
                           const CoalitionPress *press)
{
  return COALITION_TOOL_CLASS (coalition_note_tool_parent_class)->begin (tool, scene, press) && coalition_scene_get_map (scene) != NULL;
}

static void
coalition_note_tool_end (CoalitionTool  *tool,
                         CoalitionScene *scene,
                         gboolean        moved)
{
  CoalitionBox box;

  coalition_rectangle_tool_get_box (COALITION_RECTANGLE_TOOL (tool), scene, &box);
  coalition_scene_ask_note (scene, NULL, &box);
}

static void
coalition_note_tool_class_init (CoalitionNoteToolClass *klass)
{
  CoalitionToolClass *tool_class = COALITION_TOOL_CLASS (klass);

  tool_class->begin = coalition_note_tool_begin;
  tool_class->end = coalition_note_tool_end;
  tool_class->cursor = "crosshair";
}

static void
coalition_note_tool_init (CoalitionNoteTool *self)
{
}

/**
 * coalition_note_tool_new:
 *
 * Returns: (transfer full): a tool that places notes
 */
CoalitionTool *
coalition_note_tool_new (void)
{
  return g_object_new (COALITION_TYPE_NOTE_TOOL, NULL);
}
