/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-tool.h"

G_BEGIN_DECLS

/**
 * CoalitionRectangleTool:
 *
 * Base of the tools that draw a rectangle from the press to the pointer and show it. Its begin takes every press; what the
 * rectangle is for, a tool says in its own begin, which calls that of this class first, and in its end.
 */
#define COALITION_TYPE_RECTANGLE_TOOL (coalition_rectangle_tool_get_type ())
G_DECLARE_DERIVABLE_TYPE (CoalitionRectangleTool, coalition_rectangle_tool, COALITION, RECTANGLE_TOOL, CoalitionTool)

struct _CoalitionRectangleToolClass
{
  CoalitionToolClass parent_class;
};

const CoalitionPress *coalition_rectangle_tool_get_press (CoalitionRectangleTool *self);
void                  coalition_rectangle_tool_get_box   (CoalitionRectangleTool *self, CoalitionScene *scene, CoalitionBox *box);

G_END_DECLS
