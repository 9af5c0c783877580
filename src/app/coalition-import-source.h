/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-import.h"

G_BEGIN_DECLS

#define COALITION_TYPE_IMPORT_SOURCE (coalition_import_source_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionImportSource, coalition_import_source, COALITION, IMPORT_SOURCE, GObject)

CoalitionImportSource *coalition_import_source_new           (GFile *file);
CoalitionImportSource *coalition_import_source_new_for_text  (const char *name, const char *text);
const char            *coalition_import_source_get_name      (CoalitionImportSource *self);
const char            *coalition_import_source_get_encoding  (CoalitionImportSource *self);
char                   coalition_import_source_get_separator (CoalitionImportSource *self);
void                   coalition_import_source_read_async    (CoalitionImportSource *self, const char *encoding, char separator,
                                                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean               coalition_import_source_read_finish   (CoalitionImportSource *self, GAsyncResult *result, GError **error);
GPtrArray             *coalition_import_source_steal_others  (CoalitionImportSource *self);
gboolean               coalition_import_source_is_text       (CoalitionImportSource *self);
CoalitionTable        *coalition_import_source_get_table     (CoalitionImportSource *self);
const CoalitionKind   *coalition_import_source_get_kind      (CoalitionImportSource *self);
void                   coalition_import_source_set_kind      (CoalitionImportSource *self, const CoalitionKind *kind);
const char            *coalition_import_source_get_target    (CoalitionImportSource *self, guint column);
void                   coalition_import_source_set_target    (CoalitionImportSource *self, guint column, const char *target);
CoalitionMapping      *coalition_import_source_make_mapping  (CoalitionImportSource *self);

void                   coalition_import_plan_async           (CoalitionCampaign *campaign, GPtrArray *sources,
                                                              CoalitionImportMatch match, const char *column, const char *value,
                                                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
CoalitionImport       *coalition_import_plan_finish          (GAsyncResult *result, GError **error);

G_END_DECLS
