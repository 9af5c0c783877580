/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-kind.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CoalitionRowChange:
 * @COALITION_ROW_INSERTED: a new row
 * @COALITION_ROW_UPDATED: some fields are new
 * @COALITION_ROW_DELETED: the row is gone
 */
typedef enum {
  COALITION_ROW_INSERTED,
  COALITION_ROW_UPDATED,
  COALITION_ROW_DELETED,
} CoalitionRowChange;

/**
 * CoalitionChangeFunc:
 * @change: what happened
 * @kind: to a row of which kind
 * @id: its key
 * @values: (nullable): new values, as many as the kind has fields; %NULL for deleted rows
 * @changed: (nullable): which of them are new; %NULL for deleted rows
 * @data: user data
 *
 * Called for each row of a changeset.
 */
typedef void (*CoalitionChangeFunc) (CoalitionRowChange change, const CoalitionKind *kind, const char *id,
                                     CoalitionValue *values, const gboolean *changed, gpointer data);

gboolean coalition_changeset_foreach (GBytes *changeset, const CoalitionKind *const *kinds, guint n_kinds,
                                      CoalitionChangeFunc func, gpointer data, GError **error);
gboolean coalition_changeset_check   (GBytes *changeset, const CoalitionKind *const *kinds, guint n_kinds, GError **error);

G_END_DECLS
