/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

G_BEGIN_DECLS

/**
 * CoalitionMergePopover:
 *
 * Asks which of several parties is kept when they become one. Signal: "chosen" (id of the party that is kept).
 */
#define COALITION_TYPE_MERGE_POPOVER (coalition_merge_popover_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionMergePopover, coalition_merge_popover, COALITION, MERGE_POPOVER, GtkPopover)

CoalitionMergePopover *coalition_merge_popover_new (void);
void                   coalition_merge_popover_ask (CoalitionMergePopover *self, CoalitionCampaign *campaign,
                                                    const GdkRectangle *place, const char *const *ids, const char *proposed);

G_END_DECLS
