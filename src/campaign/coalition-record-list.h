/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-record.h"

G_BEGIN_DECLS

#define COALITION_TYPE_RECORD_LIST (coalition_record_list_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionRecordList, coalition_record_list, COALITION, RECORD_LIST, GObject)

CoalitionRecordList *coalition_record_list_new    (void);
CoalitionRecord     *coalition_record_list_find   (CoalitionRecordList *self, const char *id);
void                 coalition_record_list_add    (CoalitionRecordList *self, CoalitionRecord *record);
void                 coalition_record_list_remove (CoalitionRecordList *self, CoalitionRecord *record);
void                 coalition_record_list_begin  (CoalitionRecordList *self);
void                 coalition_record_list_end    (CoalitionRecordList *self);

G_END_DECLS
