/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

G_BEGIN_DECLS

/**
 * CoalitionFilterPopover:
 *
 * Asks for a condition of the filter: first what it is about (a list with a search, and what is wanted most), then how
 * it compares and with what. It also says whether those left out are hidden or dimmed. Opened for a condition that
 * there is, it changes that.
 */
#define COALITION_TYPE_FILTER_POPOVER (coalition_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionFilterPopover, coalition_filter_popover, COALITION, FILTER_POPOVER, GtkPopover)

void coalition_filter_popover_set_session (CoalitionFilterPopover *self, CoalitionSession *session);
void coalition_filter_popover_edit        (CoalitionFilterPopover *self, int index);

G_END_DECLS
