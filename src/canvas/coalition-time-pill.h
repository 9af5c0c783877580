/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

G_BEGIN_DECLS

/**
 * CoalitionTimePill:
 *
 * Says that the map is not seen as of today, or what became of its ties between two dates; its cross goes back to today.
 */
#define COALITION_TYPE_TIME_PILL (coalition_time_pill_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionTimePill, coalition_time_pill, COALITION, TIME_PILL, GtkWidget)

void        coalition_time_pill_set_session (CoalitionTimePill *self, CoalitionSession *session);
const char *coalition_time_pill_get_label   (CoalitionTimePill *self);

G_END_DECLS
