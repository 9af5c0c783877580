/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

G_BEGIN_DECLS

#define COALITION_TYPE_PAGE (coalition_page_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionPage, coalition_page, COALITION, PAGE, GtkBox)

GtkWidget *coalition_page_new           (CoalitionSession *session, CoalitionRecord *record);
void       coalition_page_rename        (CoalitionPage *self);
GtkWidget *coalition_several_page_new   (CoalitionSession *session, GPtrArray *records);
void       coalition_page_commit        (CoalitionPage *self);

G_END_DECLS
