/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-tool.h"

G_BEGIN_DECLS

/**
 * CoalitionPanTool:
 *
 * Takes every press: a drag shifts the map.
 */
#define COALITION_TYPE_PAN_TOOL (coalition_pan_tool_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionPanTool, coalition_pan_tool, COALITION, PAN_TOOL, CoalitionTool)

CoalitionTool *coalition_pan_tool_new (void);

G_END_DECLS
