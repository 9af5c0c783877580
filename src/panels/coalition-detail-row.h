/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

G_BEGIN_DECLS

#define COALITION_TYPE_DETAIL_ROW (coalition_detail_row_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionDetailRow, coalition_detail_row, COALITION, DETAIL_ROW, GtkListBoxRow)

CoalitionDetailRow *coalition_detail_row_new          (CoalitionSession *session, CoalitionRecord *record, const char *const *skip);
CoalitionRecord    *coalition_detail_row_get_record   (CoalitionDetailRow *self);
void                coalition_detail_row_refresh      (CoalitionDetailRow *self);
void                coalition_detail_row_set_expanded (CoalitionDetailRow *self, gboolean expanded);

G_END_DECLS
