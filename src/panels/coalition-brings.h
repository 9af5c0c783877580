/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

G_BEGIN_DECLS

#define COALITION_TYPE_BRINGS (coalition_brings_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionBrings, coalition_brings, COALITION, BRINGS, GtkBox)

GtkWidget *coalition_brings_new (CoalitionSession *session, CoalitionRecord *agreement);

G_END_DECLS
