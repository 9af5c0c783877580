/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-kind.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CoalitionSearchIndex:
 *
 * A full-text index in memory over the searchable fields of all records, keyed by record and field. It is never part
 * of the document. It may be used from any thread.
 */
typedef struct _CoalitionSearchIndex CoalitionSearchIndex;

/**
 * CoalitionIndexHit:
 *
 * A place where all words were found: the @record, the place of the field among those of its kind, and the text
 * around the words.
 */
typedef struct {
  char *record;
  int kind;
  int field;
  char *snippet;
} CoalitionIndexHit;

CoalitionSearchIndex *coalition_search_index_new     (const char *path, const CoalitionKind *const *kinds, guint n_kinds);
CoalitionSearchIndex *coalition_search_index_ref (CoalitionSearchIndex *self);
void                  coalition_search_index_unref    (CoalitionSearchIndex *self);
gboolean              coalition_search_index_replace (CoalitionSearchIndex *self, int kind, const char *record,
                                                      const CoalitionValue *const *values, GError **error);
GPtrArray            *coalition_search_index_query   (CoalitionSearchIndex *self, const char *query, guint limit, GError **error);
void                  coalition_index_hit_free       (CoalitionIndexHit *self);

G_END_DECLS
