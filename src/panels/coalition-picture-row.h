/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

G_BEGIN_DECLS

#define COALITION_TYPE_PICTURE_ROW (coalition_picture_row_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionPictureRow, coalition_picture_row, COALITION, PICTURE_ROW, GtkBox)

GtkWidget *coalition_picture_row_new  (CoalitionSession *session, CoalitionRecord *record);
void       coalition_picture_row_load (CoalitionPictureRow *self, GFile *file);

G_END_DECLS
