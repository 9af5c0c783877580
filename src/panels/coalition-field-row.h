/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

G_BEGIN_DECLS

#define COALITION_TYPE_FIELD_ROW (coalition_field_row_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionFieldRow, coalition_field_row, COALITION, FIELD_ROW, GtkListBoxRow)

CoalitionFieldRow    *coalition_field_row_new        (CoalitionSession *session, const CoalitionField *field);
const CoalitionField *coalition_field_row_get_field  (CoalitionFieldRow *self);
const CoalitionValue *coalition_field_row_get_value  (CoalitionFieldRow *self);
void                  coalition_field_row_set_value  (CoalitionFieldRow *self, const CoalitionValue *value);
void                  coalition_field_row_set_various (CoalitionFieldRow *self);
gboolean              coalition_field_row_is_empty   (CoalitionFieldRow *self);
char                 *coalition_field_row_steal_new  (CoalitionFieldRow *self);
gboolean              coalition_field_row_commit     (CoalitionFieldRow *self);
void                  coalition_field_row_set_error  (CoalitionFieldRow *self, const char *message);
void                  coalition_field_row_add_suffix (CoalitionFieldRow *self, GtkWidget *suffix);

G_END_DECLS
