/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-records-panel.h"

G_BEGIN_DECLS

#define COALITION_TYPE_RECORD_ENTRY (coalition_record_entry_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionRecordEntry, coalition_record_entry, COALITION, RECORD_ENTRY, GtkBox)

GtkWidget *coalition_record_entry_new   (CoalitionSession *session, const CoalitionRecordsSpec *spec);
void       coalition_record_entry_focus (CoalitionRecordEntry *self);

G_END_DECLS
