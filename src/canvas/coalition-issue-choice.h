/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

G_BEGIN_DECLS

/* What a stance is taken on, for a list to choose from: the campaign as a whole, or one of its issues. */
GtkStringList *coalition_issue_choice_list (CoalitionCampaign *campaign, const char *whole, const char *chosen, GPtrArray *ids,
                                            guint *selected);

G_END_DECLS
