/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-campaign.h"

G_BEGIN_DECLS

char     *coalition_field_edit_text  (const CoalitionField *field, const CoalitionValue *value);
char     *coalition_field_tooltip    (const CoalitionField *field);
gboolean  coalition_field_read_text  (const CoalitionField *field, const char *text, CoalitionValue *value, GError **error);
void      coalition_record_summarize (CoalitionCampaign *campaign, CoalitionRecord *record,
                                      const char *const *skip, char **title, char **caption);
char     *coalition_record_dup_headline (CoalitionCampaign *campaign, CoalitionRecord *record);
char     *coalition_stance_label     (gint64 stance);
char     *coalition_strength_label   (gint64 strength);

G_END_DECLS
