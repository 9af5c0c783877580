/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

G_BEGIN_DECLS

#define COALITION_TYPE_TAG_LIST (coalition_tag_list_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionTagList, coalition_tag_list, COALITION, TAG_LIST, GtkBox)

GtkWidget *coalition_tag_list_new (CoalitionSession *session, CoalitionRecord *party);

G_END_DECLS
