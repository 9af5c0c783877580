/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

G_BEGIN_DECLS

#define COALITION_TYPE_TAG_CHIPS (coalition_tag_chips_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionTagChips, coalition_tag_chips, COALITION, TAG_CHIPS, GtkBox)

CoalitionTagChips *coalition_tag_chips_new       (CoalitionSession *session, const char *add_label);
void               coalition_tag_chips_clear     (CoalitionTagChips *self);
void               coalition_tag_chips_add       (CoalitionTagChips *self, const char *key, const char *name, const char *text);
const char        *coalition_tag_chips_find_tag  (CoalitionCampaign *campaign, CoalitionCommand *command, const char *words);
void               coalition_tag_chips_write_tag (CoalitionCommand *command, const char *id, const char *party, const char *tag);

G_END_DECLS
