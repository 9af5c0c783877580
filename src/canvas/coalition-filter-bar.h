/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

G_BEGIN_DECLS

/**
 * CoalitionFilterBar:
 *
 * The conditions of the filter of the view as chips, and a button that takes them all away where there are several.
 * It is there only while there is a filter.
 */
#define COALITION_TYPE_FILTER_BAR (coalition_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionFilterBar, coalition_filter_bar, COALITION, FILTER_BAR, GtkWidget)

void  coalition_filter_bar_set_session (CoalitionFilterBar *self, CoalitionSession *session);
guint coalition_filter_bar_get_n_chips (CoalitionFilterBar *self);

G_END_DECLS
