/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-campaign.h"

G_BEGIN_DECLS

/**
 * CoalitionExportFlags:
 * @COALITION_EXPORT_WHOLE: everything
 * @COALITION_EXPORT_PARTNER_COPY: without private fields, and without records that are nothing but private
 *
 * How much of a campaign leaves it.
 */
typedef enum {
  COALITION_EXPORT_WHOLE = 0,
  COALITION_EXPORT_PARTNER_COPY = 1 << 0,
} CoalitionExportFlags;

gboolean   coalition_export_includes_kind  (const CoalitionKind *kind, CoalitionExportFlags flags);
GPtrArray *coalition_export_list_records   (CoalitionCampaign *campaign, const CoalitionKind *kind, const char *as_of,
                                            CoalitionExportFlags flags);
GPtrArray *coalition_export_list_fields    (CoalitionCampaign *campaign, const CoalitionKind *kind, CoalitionExportFlags flags);
char      *coalition_export_dup_reference  (CoalitionCampaign *campaign, const CoalitionField *field, const char *id);
gboolean   coalition_export_shows_places   (CoalitionCampaign *campaign, CoalitionExportFlags flags);
GPtrArray *coalition_export_list_tags      (CoalitionCampaign *campaign, const char *party_id);

char      *coalition_export_to_csv         (CoalitionCampaign *campaign, const CoalitionKind *kind, const char *as_of,
                                            CoalitionExportFlags flags);
char      *coalition_export_to_json        (CoalitionCampaign *campaign, const CoalitionKind *kind, const char *as_of,
                                            CoalitionExportFlags flags);
char      *coalition_export_record_to_json (CoalitionCampaign *campaign, CoalitionRecord *record, CoalitionExportFlags flags);
gboolean   coalition_export_write          (GFile *file, const char *text, GError **error);

G_END_DECLS
