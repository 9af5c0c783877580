/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-import-index.h"
#include "coalition-import.h"

G_BEGIN_DECLS

/* A value of an own field as it will be after the import. */
typedef struct {
  char *field_id;
  char *record_id;
  char *text;
  gboolean exists;
  gboolean changed;
  guint table;
} CoalitionImportOwn;

/* A place on the map as it will be after the import. */
typedef struct {
  double x;
  double y;
  gboolean pinned;
} CoalitionImportPlace;

struct _CoalitionImport
{
  CoalitionCampaign *campaign;
  CoalitionImportIndex *index;
  CoalitionImportMatch match;
  GPtrArray *filters;    /* column, value, column, value, … */
  GPtrArray *refusals;
  GPtrArray *names;      /* of the tables */
  GHashTable *own;       /* id of the own value → CoalitionImportOwn */
  GHashTable *places;    /* id of the party → CoalitionImportPlace */
  GPtrArray *own_columns; /* the own field of each column of the table that is being read, or NULL */
  guint n_tables;
};

/* One row while it is being read. Nothing of it is in the index before all of it is known to be good, but for records
 * that it made on the way (@made), which go again if it is refused. */
typedef struct {
  CoalitionImport *import;
  CoalitionMapping *mapping;
  CoalitionTable *table;
  const CoalitionKind *kind;
  guint row;
  CoalitionValue *values;
  char **late;
  GPtrArray *made;
  GPtrArray *links; /* ids of parties that the record joins, or NULL */
  CoalitionImportPlace place;
  gboolean has_place;
} CoalitionImportRow;

/* A reference from a record to one of its own kind that may stand further down in the file, such as who introduced a
 * party; it is looked up when all rows are there. */
typedef struct {
  CoalitionImportEntry *entry;
  guint field_index;
  char *text;
  guint line;
} CoalitionImportLate;

typedef struct {
  CoalitionImport *import;
  CoalitionMapping *mapping;
  CoalitionTable *table;
  const CoalitionKind *kind;
  gboolean *kept;
  GHashTable *ids;   /* those that the table's id column has */
  GHashTable **memo; /* for each column, what its cells were read as */
  GArray *late;
} CoalitionImportReading;

void        coalition_import_add_refusal   (CoalitionImport *self, CoalitionTable *table, guint line, const char *reason);
void        coalition_import_read_row      (CoalitionImportReading *reading, guint index);
void        coalition_import_settle_late   (CoalitionImportReading *reading);
gboolean    coalition_import_resolve       (CoalitionImportRow *row, const CoalitionKind *target, const char *text,
                                            char **id, GError **error);
gboolean    coalition_import_refuse        (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

gboolean    coalition_import_stage_party   (CoalitionImportRow *row, GError **error);
void        coalition_import_apply_party   (CoalitionImportRow *row, CoalitionImportEntry *entry);

gboolean    coalition_import_stage_links   (CoalitionImportRow *row, GError **error);
gboolean    coalition_import_has_links     (CoalitionImportRow *row, CoalitionImportEntry *entry);
void        coalition_import_apply_links   (CoalitionImportRow *row, CoalitionImportEntry *entry);

void        coalition_import_prepare_own   (CoalitionImport *self, CoalitionMapping *mapping, const gboolean *kept);
gboolean    coalition_import_check_own     (CoalitionImportRow *row, CoalitionImportEntry *entry, GError **error);
void        coalition_import_apply_own     (CoalitionImportRow *row, CoalitionImportEntry *entry);

G_END_DECLS
