/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-table.h"

G_BEGIN_DECLS

/**
 * CoalitionColumnUse:
 * @COALITION_COLUMN_OWN: kept verbatim in an own field of the campaign
 * @COALITION_COLUMN_SKIP: left out, because the person says so (or there is nothing in it, not even a heading)
 * @COALITION_COLUMN_ID: the id of the record
 * @COALITION_COLUMN_FIELD: a field of the kind
 * @COALITION_COLUMN_X: where a party is on the map, across
 * @COALITION_COLUMN_Y: where it is, down
 * @COALITION_COLUMN_PINNED: whether a person put it there
 * @COALITION_COLUMN_TAGS: tags of a party, separated by ";"
 * @COALITION_COLUMN_DETAIL: a contact detail of a party
 * @COALITION_COLUMN_JUDGEMENT: a judgement on a party, on the campaign as a whole
 * @COALITION_COLUMN_JUDGED_ON: the date of the judgements in the same row
 * @COALITION_COLUMN_LINKS: parties that the record joins, separated by ";": those of a contact, of a meeting, of a forum
 *
 * What becomes of a column.
 */
typedef enum {
  COALITION_COLUMN_OWN,
  COALITION_COLUMN_SKIP,
  COALITION_COLUMN_ID,
  COALITION_COLUMN_FIELD,
  COALITION_COLUMN_X,
  COALITION_COLUMN_Y,
  COALITION_COLUMN_PINNED,
  COALITION_COLUMN_TAGS,
  COALITION_COLUMN_DETAIL,
  COALITION_COLUMN_JUDGEMENT,
  COALITION_COLUMN_JUDGED_ON,
  COALITION_COLUMN_LINKS,
} CoalitionColumnUse;

/**
 * CoalitionTarget:
 * @name: what the target is called on the command line: the name of a field, "id", "x", "tags", "phone", …
 * @label: what people read, translated
 *
 * Something that a column can be mapped to. Besides, every column can be "own" or "skip".
 */
typedef struct {
  const char *name;
  const char *label;
} CoalitionTarget;

/**
 * CoalitionMapping:
 *
 * Which column of a table becomes which field of a kind. Guessed from headings and values, then corrected by a person.
 */
typedef struct _CoalitionMapping CoalitionMapping;

#define COALITION_TYPE_MAPPING (coalition_mapping_get_type ())
GType                 coalition_mapping_get_type     (void);
CoalitionMapping     *coalition_mapping_guess        (CoalitionTable *table, const CoalitionKind *kind);
CoalitionMapping     *coalition_mapping_ref          (CoalitionMapping *self);
void                  coalition_mapping_unref        (CoalitionMapping *self);
CoalitionTable       *coalition_mapping_get_table    (CoalitionMapping *self);
const CoalitionKind  *coalition_mapping_get_kind     (CoalitionMapping *self);
CoalitionColumnUse    coalition_mapping_get_use      (CoalitionMapping *self, guint column);
const CoalitionField *coalition_mapping_get_field    (CoalitionMapping *self, guint column);
const char           *coalition_mapping_get_key      (CoalitionMapping *self, guint column);
const char           *coalition_mapping_get_own_name (CoalitionMapping *self, guint column);
const char           *coalition_mapping_get_target   (CoalitionMapping *self, guint column);
gboolean              coalition_mapping_set_target   (CoalitionMapping *self, guint column, const char *target, GError **error);
gboolean              coalition_mapping_check        (CoalitionMapping *self, GError **error);
int                   coalition_mapping_find_use     (CoalitionMapping *self, CoalitionColumnUse use);
GArray               *coalition_mapping_list_targets (const CoalitionKind *kind);
char                 *coalition_mapping_make_own_heading (const CoalitionKind *kind, const char *name);

gboolean              coalition_mapping_remember     (CoalitionMapping *self, GError **error);
CoalitionMapping     *coalition_mapping_recall       (CoalitionTable *table);

gboolean              coalition_kind_is_importable   (const CoalitionKind *kind);
const CoalitionKind  *coalition_table_guess_kind     (CoalitionTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoalitionMapping, coalition_mapping_unref)

G_END_DECLS
