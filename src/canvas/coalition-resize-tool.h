/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-tool.h"

G_BEGIN_DECLS

/**
 * CoalitionResizeTool:
 *
 * Drags the corner of a note or picture.
 */
#define COALITION_TYPE_RESIZE_TOOL (coalition_resize_tool_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionResizeTool, coalition_resize_tool, COALITION, RESIZE_TOOL, CoalitionTool)

CoalitionTool *coalition_resize_tool_new (void);

G_END_DECLS
