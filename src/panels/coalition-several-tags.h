/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

G_BEGIN_DECLS

#define COALITION_TYPE_SEVERAL_TAGS (coalition_several_tags_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionSeveralTags, coalition_several_tags, COALITION, SEVERAL_TAGS, GtkBox)

GtkWidget *coalition_several_tags_new (CoalitionSession *session, GPtrArray *parties);

G_END_DECLS
