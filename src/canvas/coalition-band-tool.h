/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-rectangle-tool.h"

G_BEGIN_DECLS

/**
 * CoalitionBandTool:
 *
 * Takes presses on empty ground: a click clears the selection, a drag selects what lies in the rectangle.
 */
#define COALITION_TYPE_BAND_TOOL (coalition_band_tool_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionBandTool, coalition_band_tool, COALITION, BAND_TOOL, CoalitionRectangleTool)

CoalitionTool *coalition_band_tool_new (void);

G_END_DECLS
