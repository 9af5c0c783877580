/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-campaign.h"
#include "coalition-mapping.h"

G_BEGIN_DECLS

/**
 * CoalitionImportMatch:
 * @COALITION_IMPORT_MATCH_AUTO: by id where a row has one, else by name
 * @COALITION_IMPORT_MATCH_NAME: by name, whatever ids a file has
 * @COALITION_IMPORT_MATCH_ID: by id only, where a row has one; an unknown id is a new record, whatever its name
 *
 * How a row finds the record that it is about.
 */
typedef enum {
  COALITION_IMPORT_MATCH_AUTO,
  COALITION_IMPORT_MATCH_NAME,
  COALITION_IMPORT_MATCH_ID,
} CoalitionImportMatch;

/**
 * CoalitionRefusal:
 *
 * A row, or a part of one, that was left out: the name of the source, the line, and what is wrong and what to do.
 */
typedef struct {
  char *file;
  guint line;
  char *reason;
} CoalitionRefusal;

/**
 * CoalitionImportCounts:
 *
 * Records of one kind by what the import does to them.
 */
typedef struct {
  guint added;
  guint updated;
  guint unchanged;
} CoalitionImportCounts;

/**
 * CoalitionImport:
 *
 * The plan of an import: what tables make of a campaign. It only reads the campaign, which may be a snapshot on another
 * thread; nothing happens before its command is run.
 */
typedef struct _CoalitionImport CoalitionImport;

CoalitionImport  *coalition_import_new           (CoalitionCampaign *campaign);
void              coalition_import_free          (CoalitionImport *self);
void              coalition_import_set_match     (CoalitionImport *self, CoalitionImportMatch match);
void              coalition_import_add_filter    (CoalitionImport *self, const char *column, const char *value);
gboolean          coalition_import_add_table     (CoalitionImport *self, CoalitionMapping *mapping,
                                                  GCancellable *cancellable, GError **error);
void              coalition_import_get_counts    (CoalitionImport *self, const CoalitionKind *kind,
                                                  CoalitionImportCounts *counts);
GPtrArray        *coalition_import_get_refusals  (CoalitionImport *self);
CoalitionCommand *coalition_import_make_command  (CoalitionImport *self);
int               coalition_import_compare_kinds (const CoalitionKind *a, const CoalitionKind *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoalitionImport, coalition_import_free)

G_END_DECLS
