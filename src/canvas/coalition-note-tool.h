/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-rectangle-tool.h"

G_BEGIN_DECLS

/**
 * CoalitionNoteTool:
 *
 * Places a note: with a click, or with a rectangle that it is to fill.
 */
#define COALITION_TYPE_NOTE_TOOL (coalition_note_tool_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionNoteTool, coalition_note_tool, COALITION, NOTE_TOOL, CoalitionRectangleTool)

CoalitionTool *coalition_note_tool_new (void);

G_END_DECLS
