/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-campaign.h"

G_BEGIN_DECLS

/**
 * CoalitionImportEntry:
 * @kind: its kind
 * @id: its id in the campaign
 * @record: (nullable): what it is in the campaign; %NULL if the import makes it
 * @values: (nullable): what the import makes of its fields
 * @set: a bit for each field that @values says something of
 * @set_here: the same, for rows of the table that is being read
 * @table: number of the last table that named it, from 1
 * @line: line of the first row of that table that named it
 * @by_id: made under an id that a file gave
 * @named: some row was about it, rather than only referring to it
 * @changed: it differs from @record
 *
 * A record as it will be after the import.
 */
typedef struct {
  const CoalitionKind *kind;
  char *id;
  CoalitionRecord *record;
  CoalitionValue *values;
  guint64 set;
  guint64 set_here;
  guint table;
  guint line;
  gboolean by_id;
  gboolean named;
  gboolean changed;
  char *title_key;
  char *natural_key;
} CoalitionImportEntry;

/**
 * CoalitionImportIndex:
 *
 * The records of a campaign together with those that an import adds and changes, found in constant time by id, by
 * folded title, and by the fields that tell one link from another.
 */
typedef struct _CoalitionImportIndex CoalitionImportIndex;

CoalitionImportIndex *coalition_import_index_new         (CoalitionCampaign *campaign);
void                  coalition_import_index_free        (CoalitionImportIndex *self);
CoalitionImportEntry *coalition_import_index_find_id     (CoalitionImportIndex *self, const CoalitionKind *kind, const char *id);
GPtrArray            *coalition_import_index_find_title  (CoalitionImportIndex *self, const CoalitionKind *kind, const char *title);
GPtrArray            *coalition_import_index_find_key    (CoalitionImportIndex *self, const CoalitionKind *kind, const char *key);
GPtrArray            *coalition_import_index_get_entries (CoalitionImportIndex *self, const CoalitionKind *kind);
CoalitionImportEntry *coalition_import_index_add         (CoalitionImportIndex *self, const CoalitionKind *kind, const char *id);
void                  coalition_import_index_remove      (CoalitionImportIndex *self, CoalitionImportEntry *entry);
void                  coalition_import_index_add_alias   (CoalitionImportIndex *self, CoalitionImportEntry *entry, const char *id);
void                  coalition_import_index_file        (CoalitionImportIndex *self, CoalitionImportEntry *entry);
char                 *coalition_import_index_make_key    (const CoalitionKind *kind, const CoalitionValue *values);
gboolean              coalition_import_index_knows_by_title (const CoalitionKind *kind);

const CoalitionValue *coalition_import_entry_get         (CoalitionImportEntry *self, guint field_index);
gboolean              coalition_import_entry_set         (CoalitionImportEntry *self, guint field_index, const CoalitionValue *value);
gboolean              coalition_import_entry_set_text    (CoalitionImportEntry *self, const char *field, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoalitionImportIndex, coalition_import_index_free)

G_END_DECLS
