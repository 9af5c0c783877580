/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-note-tool.h"

#include <math.h>

struct _CoalitionNoteTool
{
  CoalitionTool parent_instance;

  CoalitionPress press;
  double dx;
  double dy;
};

G_DEFINE_FINAL_TYPE (CoalitionNoteTool, coalition_note_tool, COALITION_TYPE_TOOL)

static void
get_rectangle (CoalitionNoteTool *self,
               CoalitionBox      *box)
{
  box->left = MIN (self->press.x, self->press.x + self->dx);
  box->right = MAX (self->press.x, self->press.x + self->dx);
  box->top = MIN (self->press.y, self->press.y + self->dy);
  box->bottom = MAX (self->press.y, self->press.y + self->dy);
}

static gboolean
coalition_note_tool_begin (CoalitionTool        *tool,
                           CoalitionScene       *scene,
                           const CoalitionPress *press)
{
  CoalitionNoteTool *self = COALITION_NOTE_TOOL (tool);

  self->press = *press;
  self->dx = self->dy = 0;
  return coalition_scene_get_map (scene) != NULL;
}

static void
coalition_note_tool_update (CoalitionTool  *tool,
                            CoalitionScene *scene,
                            double          dx,
                            double          dy)
{
  CoalitionNoteTool *self = COALITION_NOTE_TOOL (tool);

  self->dx = dx;
  self->dy = dy;
}

static void
coalition_note_tool_shift (CoalitionTool *tool,
                           double         dx,
                           double         dy)
{
  CoalitionNoteTool *self = COALITION_NOTE_TOOL (tool);

  self->press.x += dx;
  self->press.y += dy;
}

static void
coalition_note_tool_end (CoalitionTool  *tool,
                         CoalitionScene *scene,
                         gboolean        moved)
{
  CoalitionViewport *viewport = coalition_scene_get_viewport (scene);
  CoalitionBox seen, box;

  get_rectangle (COALITION_NOTE_TOOL (tool), &seen);
  coalition_viewport_to_map (viewport, seen.left, seen.top, &box.left, &box.top);
  coalition_viewport_to_map (viewport, seen.right, seen.bottom, &box.right, &box.bottom);
  coalition_scene_ask_note (scene, NULL, &box);
}

static gboolean
coalition_note_tool_measure (CoalitionTool  *tool,
                             CoalitionScene *scene,
                             CoalitionBox   *box)
{
  get_rectangle (COALITION_NOTE_TOOL (tool), box);
  return TRUE;
}

static void
coalition_note_tool_paint (CoalitionTool  *tool,
                           CoalitionScene *scene,
                           cairo_t        *cr)
{
  CoalitionMapState state;
  CoalitionBox box;

  coalition_scene_get_state (scene, &state);
  get_rectangle (COALITION_NOTE_TOOL (tool), &box);
  cairo_rectangle (cr, floor (box.left) + 0.5, floor (box.top) + 0.5, floor (box.right - box.left), floor (box.bottom - box.top));
  cairo_set_source_rgba (cr, state.accent[0], state.accent[1], state.accent[2], 0.12);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, state.accent[0], state.accent[1], state.accent[2], 0.8);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
coalition_note_tool_class_init (CoalitionNoteToolClass *klass)
{
  CoalitionToolClass *tool_class = COALITION_TOOL_CLASS (klass);

  tool_class->begin = coalition_note_tool_begin;
  tool_class->update = coalition_note_tool_update;
  tool_class->shift = coalition_note_tool_shift;
  tool_class->end = coalition_note_tool_end;
  tool_class->measure = coalition_note_tool_measure;
  tool_class->paint = coalition_note_tool_paint;
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
