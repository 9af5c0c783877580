/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-record.h"

G_BEGIN_DECLS

/* Within campaign/ only: nobody else can write a record. */
CoalitionRecord *coalition_record_new         (const CoalitionKind *kind, const char *id, CoalitionValue *values);
void             coalition_record_set_place   (CoalitionRecord *self, guint64 place);
guint64          coalition_record_get_place   (CoalitionRecord *self);
gboolean         coalition_record_take_values (CoalitionRecord *self, const CoalitionValue *values, const gboolean *changed);

G_END_DECLS
