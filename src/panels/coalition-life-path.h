/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

G_BEGIN_DECLS

#define COALITION_TYPE_LIFE_PATH (coalition_life_path_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionLifePath, coalition_life_path, COALITION, LIFE_PATH, GtkBox)

GtkWidget *coalition_life_path_new (CoalitionSession *session, CoalitionRecord *record, const char *field);

G_END_DECLS
