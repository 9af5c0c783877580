/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-tool.h"

G_BEGIN_DECLS

/**
 * CoalitionConnectTool:
 *
 * Takes presses on the rim of a party, or anywhere on it: a drag to another party is a tie, to empty ground a new party
 * and a tie.
 */
#define COALITION_TYPE_CONNECT_TOOL (coalition_connect_tool_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionConnectTool, coalition_connect_tool, COALITION, CONNECT_TOOL, CoalitionTool)

CoalitionTool *coalition_connect_tool_new (void);
void           coalition_connect_tool_set_anywhere (CoalitionConnectTool *self, gboolean anywhere);

G_END_DECLS
