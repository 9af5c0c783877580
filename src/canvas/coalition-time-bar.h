/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

G_BEGIN_DECLS

/**
 * CoalitionTimeBar:
 *
 * The date at which the map is seen: a slider from the first date of the campaign to today with a tick for each year, a
 * button that plays from date to date, the date itself to type, and a switch that compares it with an earlier one, which
 * has a slider of its own. Property: has-dates (whether any record has a date; without one there is nothing to slide).
 */
#define COALITION_TYPE_TIME_BAR (coalition_time_bar_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionTimeBar, coalition_time_bar, COALITION, TIME_BAR, GtkWidget)

void     coalition_time_bar_set_session (CoalitionTimeBar *self, CoalitionSession *session);
gboolean coalition_time_bar_has_dates   (CoalitionTimeBar *self);
gboolean coalition_time_bar_is_playing  (CoalitionTimeBar *self);
void     coalition_time_bar_play        (CoalitionTimeBar *self, gboolean playing);

G_END_DECLS
