/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-campaign.h"

G_BEGIN_DECLS

gboolean coalition_forum_has_ended        (CoalitionRecord *forum, const char *date);
gboolean coalition_forum_member_is_there  (CoalitionRecord *member, const char *date);
guint    coalition_forum_count_members    (CoalitionCampaign *campaign, CoalitionRecord *forum, const char *date);
char    *coalition_forum_caption          (CoalitionCampaign *campaign, CoalitionRecord *forum);
char    *coalition_forum_describe_meeting (CoalitionCampaign *campaign, CoalitionRecord *forum, const char *today);

G_END_DECLS
