/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-tool.h"

G_BEGIN_DECLS

/**
 * CoalitionMoveTool:
 *
 * Takes presses on parties and ties: a click selects, a drag moves all that is selected, as one command.
 */
#define COALITION_TYPE_MOVE_TOOL (coalition_move_tool_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionMoveTool, coalition_move_tool, COALITION, MOVE_TOOL, CoalitionTool)

CoalitionTool *coalition_move_tool_new (void);

G_END_DECLS
