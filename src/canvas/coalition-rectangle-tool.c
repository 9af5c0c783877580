/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-rectangle-tool.h"

#include <math.h>

typedef struct {
  CoalitionPress press;
  double dx;
  double dy;
} CoalitionRectangleToolPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CoalitionRectangleTool, coalition_rectangle_tool, COALITION_TYPE_TOOL)

static CoalitionRectangleToolPrivate *
get_private (gpointer self)
{
  return coalition_rectangle_tool_get_instance_private (COALITION_RECTANGLE_TOOL (self));
}

static gboolean
coalition_rectangle_tool_begin (CoalitionTool        *tool,
                                CoalitionScene       *scene,
                                const CoalitionPress *press)
{
  CoalitionRectangleToolPrivate *priv = get_private (tool);

  priv->press = *press;
  priv->dx = priv->dy = 0;
  return TRUE;
}

static void
coalition_rectangle_tool_update (CoalitionTool  *tool,
                                 CoalitionScene *scene,
                                 double          dx,
                                 double          dy)
{
  CoalitionRectangleToolPrivate *priv = get_private (tool);

  priv->dx = dx;
  priv->dy = dy;
}

static void
coalition_rectangle_tool_shift (CoalitionTool *tool,
                                double         dx,
                                double         dy)
{
  CoalitionRectangleToolPrivate *priv = get_private (tool);

  priv->press.x += dx;
  priv->press.y += dy;
}

static gboolean
coalition_rectangle_tool_measure (CoalitionTool  *tool,
                                  CoalitionScene *scene,
                                  CoalitionBox   *box)
{
  const CoalitionRectangleToolPrivate *priv = get_private (tool);

  box->left = MIN (priv->press.x, priv->press.x + priv->dx);
  box->right = MAX (priv->press.x, priv->press.x + priv->dx);
  box->top = MIN (priv->press.y, priv->press.y + priv->dy);
  box->bottom = MAX (priv->press.y, priv->press.y + priv->dy);
  return TRUE;
}

static void
coalition_rectangle_tool_paint (CoalitionTool  *tool,
                                CoalitionScene *scene,
                                cairo_t        *cr)
{
  CoalitionMapState state;
  CoalitionBox box;

  coalition_scene_get_state (scene, &state);
  coalition_rectangle_tool_measure (tool, scene, &box);
  cairo_rectangle (cr, floor (box.left) + 0.5, floor (box.top) + 0.5, floor (box.right - box.left), floor (box.bottom - box.top));
  cairo_set_source_rgba (cr, state.accent[0], state.accent[1], state.accent[2], 0.12);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, state.accent[0], state.accent[1], state.accent[2], 0.8);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
coalition_rectangle_tool_class_init (CoalitionRectangleToolClass *klass)
{
  CoalitionToolClass *tool_class = COALITION_TOOL_CLASS (klass);

  tool_class->begin = coalition_rectangle_tool_begin;
  tool_class->update = coalition_rectangle_tool_update;
  tool_class->shift = coalition_rectangle_tool_shift;
  tool_class->measure = coalition_rectangle_tool_measure;
  tool_class->paint = coalition_rectangle_tool_paint;
}

static void
coalition_rectangle_tool_init (CoalitionRectangleTool *self)
{
}

/**
 * coalition_rectangle_tool_get_press:
 * @self: a tool that has begun
 *
 * Returns: (transfer none): where the rectangle began
 */
const CoalitionPress *
coalition_rectangle_tool_get_press (CoalitionRectangleTool *self)
{
  return &get_private (self)->press;
}

/**
 * coalition_rectangle_tool_get_box:
 * @self: a tool that has begun
 * @scene: the scene it works on
 * @box: (out caller-allocates): the rectangle in map units
 *
 * Tells what part of the map lies in the rectangle.
 */
void
coalition_rectangle_tool_get_box (CoalitionRectangleTool *self,
                                  CoalitionScene         *scene,
                                  CoalitionBox           *box)
{
  CoalitionViewport *viewport = coalition_scene_get_viewport (scene);
  CoalitionBox seen;

  coalition_rectangle_tool_measure (COALITION_TOOL (self), scene, &seen);
  coalition_viewport_to_map (viewport, seen.left, seen.top, &box->left, &box->top);
  coalition_viewport_to_map (viewport, seen.right, seen.bottom, &box->right, &box->bottom);
}
