/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

G_BEGIN_DECLS

#define COALITION_TYPE_SHAPE (coalition_shape_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionShape, coalition_shape, COALITION, SHAPE, GtkWidget)

GtkWidget      *coalition_shape_new         (int size);
void            coalition_shape_set_level   (CoalitionShape *self, CoalitionLevel level, gboolean us);
void            coalition_shape_set_party   (CoalitionShape *self, CoalitionSession *session, CoalitionRecord *party);
CoalitionLevel  coalition_level_of_party    (CoalitionRecord *party);
const char     *coalition_level_label       (CoalitionLevel level);

G_END_DECLS
