/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-session.h"

/**
 * coalition_session_arrange:
 * @self: a session with a campaign
 * @layout: (nullable): "free", "levels", "rings", "circle" or "power"; %NULL for the view's
 * @selection_only: whether only what is selected is to move, instead of all that are not pinned
 *
 * Asks the map to arrange itself, with the center and issue that the view has.
 */
void
coalition_session_arrange (CoalitionSession *self,
                           const char       *layout,
                           gboolean          selection_only)
{
  coalition_session_arrange_with (self, layout, selection_only ? COALITION_ARRANGE_SELECTION : COALITION_ARRANGE_UNPINNED,
                                  NULL, NULL);
}

/**
 * coalition_session_arrange_with:
 * @self: a session with a campaign
 * @layout: (nullable): "free", "levels", "rings", "circle" or "power"; %NULL for the view's
 * @scope: who may be moved
 * @center: (nullable): id of the party in the middle of the rings, "" for ourselves; %NULL for the view's
 * @issue: (nullable): id of the issue whose stances and influences make the power map, "" for the campaign as a whole;
 *   %NULL for the view's
 *
 * Asks the map to arrange itself. It does so aside, and runs one command when it is done; an error is told to the person
 * and leaves the map as it was.
 */
void
coalition_session_arrange_with (CoalitionSession      *self,
                                const char            *layout,
                                CoalitionArrangeScope  scope,
                                const char            *center,
                                const char            *issue)
{
  g_signal_emit_by_name (self, "arrange", layout, (guint) scope, center, issue);
}
