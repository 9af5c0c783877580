/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-band-tool.h"

#include <math.h>

struct _CoalitionBandTool
{
  CoalitionTool parent_instance;

  CoalitionPress press;
  double dx;
  double dy;
};

G_DEFINE_FINAL_TYPE (CoalitionBandTool, coalition_band_tool, COALITION_TYPE_TOOL)

static void
get_rectangle (CoalitionBandTool *self,
               CoalitionBox      *box)
{
  box->left = MIN (self->press.x, self->press.x + self->dx);
  box->right = MAX (self->press.x, self->press.x + self->dx);
  box->top = MIN (self->press.y, self->press.y + self->dy);
  box->bottom = MAX (self->press.y, self->press.y + self->dy);
}

static gboolean
coalition_band_tool_begin (CoalitionTool        *tool,
                           CoalitionScene       *scene,
                           const CoalitionPress *press)
{
  CoalitionBandTool *self = COALITION_BAND_TOOL (tool);

  self->press = *press;
  self->dx = self->dy = 0;
  return press->part == COALITION_MAP_NOTHING;
}

static void
coalition_band_tool_update (CoalitionTool  *tool,
                            CoalitionScene *scene,
                            double          dx,
                            double          dy)
{
  CoalitionBandTool *self = COALITION_BAND_TOOL (tool);

  self->dx = dx;
  self->dy = dy;
}

static void
coalition_band_tool_shift (CoalitionTool *tool,
                           double         dx,
                           double         dy)
{
  CoalitionBandTool *self = COALITION_BAND_TOOL (tool);

  self->press.x += dx;
  self->press.y += dy;
}

static void
coalition_band_tool_end (CoalitionTool  *tool,
                         CoalitionScene *scene,
                         gboolean        moved)
{
  CoalitionBandTool *self = COALITION_BAND_TOOL (tool);
  CoalitionViewport *viewport = coalition_scene_get_viewport (scene);
  g_autofree gboolean *inside = NULL;
  CoalitionBox seen, box;

  if (!moved)
    {
      coalition_scene_click (scene, COALITION_MAP_NOTHING, 0, self->press.extend);
      return;
    }
  if (coalition_scene_get_map (scene) == NULL)
    return;
  get_rectangle (self, &seen);
  coalition_viewport_to_map (viewport, seen.left, seen.top, &box.left, &box.top);
  coalition_viewport_to_map (viewport, seen.right, seen.bottom, &box.right, &box.bottom);
  inside = g_new0 (gboolean, coalition_scene_get_n_parties (scene) + 1);
  coalition_map_pick_rectangle (coalition_scene_get_map (scene), &box, inside);
  coalition_scene_select_flags (scene, inside, &box, self->press.extend);
}

static gboolean
coalition_band_tool_measure (CoalitionTool  *tool,
                             CoalitionScene *scene,
                             CoalitionBox   *box)
{
  get_rectangle (COALITION_BAND_TOOL (tool), box);
  return TRUE;
}

static void
coalition_band_tool_paint (CoalitionTool  *tool,
                           CoalitionScene *scene,
                           cairo_t        *cr)
{
  CoalitionMapState state;
  CoalitionBox box;

  coalition_scene_get_state (scene, &state);
  get_rectangle (COALITION_BAND_TOOL (tool), &box);
  cairo_rectangle (cr, floor (box.left) + 0.5, floor (box.top) + 0.5, floor (box.right - box.left), floor (box.bottom - box.top));
  cairo_set_source_rgba (cr, state.accent[0], state.accent[1], state.accent[2], 0.12);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, state.accent[0], state.accent[1], state.accent[2], 0.8);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
coalition_band_tool_class_init (CoalitionBandToolClass *klass)
{
  CoalitionToolClass *tool_class = COALITION_TOOL_CLASS (klass);

  tool_class->begin = coalition_band_tool_begin;
  tool_class->update = coalition_band_tool_update;
  tool_class->shift = coalition_band_tool_shift;
  tool_class->end = coalition_band_tool_end;
  tool_class->measure = coalition_band_tool_measure;
  tool_class->paint = coalition_band_tool_paint;
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
