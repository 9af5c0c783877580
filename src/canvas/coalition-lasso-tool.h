/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-tool.h"

G_BEGIN_DECLS

/**
 * CoalitionLassoTool:
 *
 * Draws around parties that are to become a forum. A click on a party adds it to those that are selected; a click on
 * empty ground makes a forum of them.
 */
#define COALITION_TYPE_LASSO_TOOL (coalition_lasso_tool_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionLassoTool, coalition_lasso_tool, COALITION, LASSO_TOOL, CoalitionTool)

CoalitionTool *coalition_lasso_tool_new (void);

G_END_DECLS
