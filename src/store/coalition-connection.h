/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-store.h"

/* Within store/ only: the one place that touches SQLite's handles. */
#include <sqlite3.h>

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

gboolean      coalition_connection_open     (const char *path, int flags, gboolean hostile, sqlite3 **db, GError **error);
gboolean      coalition_connection_fail     (sqlite3 *db, int code, GError **error);
gboolean      coalition_connection_execute  (sqlite3 *db, const char *sql, GError **error);
sqlite3_stmt *coalition_connection_prepare  (sqlite3 *db, const char *sql, GError **error);
gboolean      coalition_connection_get_integer (sqlite3 *db, const char *sql, gint64 *integer, GError **error);
void          coalition_statement_bind      (sqlite3_stmt *statement, int place, const CoalitionValue *value);
gboolean      coalition_statement_get       (sqlite3_stmt *statement, int column, CoalitionValue *value, GError **error);

/* Migrations. */
gboolean      coalition_migrations_run      (sqlite3 *db, int to, GError **error);

G_END_DECLS
