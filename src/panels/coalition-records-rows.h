/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-records-panel.h"

G_BEGIN_DECLS

GtkWidget       *coalition_records_row_new        (CoalitionCampaign *campaign, const CoalitionRecordsSpec *spec, CoalitionRecord *record);
CoalitionRecord *coalition_records_row_get_record (GtkListBoxRow *row);
void             coalition_records_sort           (GPtrArray *records, const CoalitionRecordsSpec *spec, const char *by);
void             coalition_records_sort_groups    (GPtrArray *records);

G_END_DECLS
