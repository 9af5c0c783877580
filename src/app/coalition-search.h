/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COALITION_TYPE_SEARCH (coalition_search_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionSearch, coalition_search, COALITION, SEARCH, GtkPopover)

void coalition_search_set_session (CoalitionSearch *self, CoalitionSession *session);

G_END_DECLS
