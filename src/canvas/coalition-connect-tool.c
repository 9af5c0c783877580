/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-connect-tool.h"

struct _CoalitionConnectTool
{
  CoalitionTool parent_instance;

  gboolean anywhere;
  CoalitionPress press;
  double x;
  double y;
};

G_DEFINE_FINAL_TYPE (CoalitionConnectTool, coalition_connect_tool, COALITION_TYPE_TOOL)

static gboolean
coalition_connect_tool_begin (CoalitionTool        *tool,
                              CoalitionScene       *scene,
                              const CoalitionPress *press)
{
  CoalitionConnectTool *self = COALITION_CONNECT_TOOL (tool);

  self->press = *press;
  self->x = press->x;
  self->y = press->y;
  return press->part == COALITION_MAP_PARTY_EDGE || (self->anywhere && press->part == COALITION_MAP_PARTY);
}

static void
coalition_connect_tool_update (CoalitionTool  *tool,
                               CoalitionScene *scene,
                               double          dx,
                               double          dy)
{
  CoalitionConnectTool *self = COALITION_CONNECT_TOOL (tool);

  self->x = self->press.x + dx;
  self->y = self->press.y + dy;
}

static void
coalition_connect_tool_shift (CoalitionTool *tool,
                              double         dx,
                              double         dy)
{
  CoalitionConnectTool *self = COALITION_CONNECT_TOOL (tool);

  self->press.x += dx;
  self->press.y += dy;
}

static gboolean
find_target (CoalitionConnectTool *self,
             CoalitionScene       *scene,
             guint                *target)
{
  CoalitionMapPart part = coalition_scene_pick (scene, self->x, self->y, target);

  return (part == COALITION_MAP_PARTY || part == COALITION_MAP_PARTY_EDGE) && *target != self->press.index;
}

static void
coalition_connect_tool_end (CoalitionTool  *tool,
                            CoalitionScene *scene,
                            gboolean        moved)
{
  CoalitionConnectTool *self = COALITION_CONNECT_TOOL (tool);
  const char *from = coalition_scene_get_party (scene, self->press.index)->id;
  CoalitionMapPart part;
  guint target;

  if (!moved)
    {
      coalition_scene_click (scene, self->press.part, self->press.index, self->press.extend);
      return;
    }
  part = coalition_scene_pick (scene, self->x, self->y, &target);
  if (find_target (self, scene, &target))
    {
      coalition_scene_ask_tie (scene, from, coalition_scene_get_party (scene, target)->id);
    }
  else if (part != COALITION_MAP_PARTY && part != COALITION_MAP_PARTY_EDGE)
    {
      double x, y;

      coalition_viewport_to_map (coalition_scene_get_viewport (scene), self->x, self->y, &x, &y);
      coalition_scene_ask_party (scene, x, y, from);
    }
}

static void
get_source (CoalitionConnectTool *self,
            CoalitionScene       *scene,
            double               *x,
            double               *y)
{
  coalition_map_get_place (coalition_scene_get_map (scene), self->press.index, x, y);
  coalition_viewport_to_widget (coalition_scene_get_viewport (scene), *x, *y, x, y);
}

static gboolean
coalition_connect_tool_measure (CoalitionTool  *tool,
                                CoalitionScene *scene,
                                CoalitionBox   *box)
{
  CoalitionConnectTool *self = COALITION_CONNECT_TOOL (tool);
  double x, y;

  get_source (self, scene, &x, &y);
  /* Room for the ring around a target. */
  *box = (CoalitionBox) { MIN (x, self->x) - 160, MIN (y, self->y) - 160, MAX (x, self->x) + 160, MAX (y, self->y) + 160 };
  return TRUE;
}

static void
coalition_connect_tool_paint (CoalitionTool  *tool,
                              CoalitionScene *scene,
                              cairo_t        *cr)
{
  CoalitionConnectTool *self = COALITION_CONNECT_TOOL (tool);
  CoalitionViewport *viewport = coalition_scene_get_viewport (scene);
  CoalitionMapState state;
  double x, y;
  guint target;

  coalition_scene_get_state (scene, &state);
  get_source (self, scene, &x, &y);
  cairo_set_source_rgb (cr, state.accent[0], state.accent[1], state.accent[2]);
  cairo_set_line_width (cr, 2);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, self->x, self->y);
  cairo_stroke (cr);
  cairo_arc (cr, self->x, self->y, 4, 0, 2 * G_PI);
  cairo_fill (cr);
  if (find_target (self, scene, &target))
    {
      const CoalitionBox *room = &coalition_map_get_boxes (coalition_scene_get_map (scene))[target];
      double zoom = coalition_viewport_get_zoom (viewport), place_x, place_y;

      coalition_map_get_place (coalition_scene_get_map (scene), target, &place_x, &place_y);
      coalition_viewport_to_widget (viewport, place_x, place_y, &place_x, &place_y);
      cairo_rectangle (cr, place_x + room->left * zoom - 4, place_y + room->top * zoom - 4,
                       (room->right - room->left) * zoom + 8, (room->bottom - room->top) * zoom + 8);
      cairo_set_source_rgba (cr, state.accent[0], state.accent[1], state.accent[2], 0.14);
      cairo_fill_preserve (cr);
      cairo_set_source_rgb (cr, state.accent[0], state.accent[1], state.accent[2]);
      cairo_stroke (cr);
    }
}

static void
coalition_connect_tool_class_init (CoalitionConnectToolClass *klass)
{
  CoalitionToolClass *tool_class = COALITION_TOOL_CLASS (klass);

  tool_class->begin = coalition_connect_tool_begin;
  tool_class->update = coalition_connect_tool_update;
  tool_class->shift = coalition_connect_tool_shift;
  tool_class->end = coalition_connect_tool_end;
  tool_class->measure = coalition_connect_tool_measure;
  tool_class->paint = coalition_connect_tool_paint;
  tool_class->cursor = "crosshair";
}

static void
coalition_connect_tool_init (CoalitionConnectTool *self)
{
}

/**
 * coalition_connect_tool_new:
 *
 * Returns: (transfer full): a tool that ties parties
 */
CoalitionTool *
coalition_connect_tool_new (void)
{
  return g_object_new (COALITION_TYPE_CONNECT_TOOL, NULL);
}

/**
 * coalition_connect_tool_set_anywhere:
 * @self: a tool
 * @anywhere: whether a drag from the middle of a party ties too
 *
 * Sets whether only the rim of a party ties, as beside the tool that selects, or all of it.
 */
void
coalition_connect_tool_set_anywhere (CoalitionConnectTool *self,
                                     gboolean              anywhere)
{
  self->anywhere = anywhere;
}
