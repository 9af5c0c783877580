/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-connection.h"
#include "coalition-store-resources.h"

/* The version that this program writes: the number of the last file in migrations/. */
#define VERSION 2

/* Changesets of entries older than this version apply as OK and do nothing, so that undo must stop there. It is raised
 * by every migration that does more than add columns at the end. */
#define BARRIER 1

/**
 * coalition_store_get_version:
 *
 * The schema version that this program writes.
 *
 * Returns: the version
 */
int
coalition_store_get_version (void)
{
  return VERSION;
}

/**
 * coalition_store_get_barrier:
 *
 * The oldest schema version whose changesets can still be applied.
 *
 * Returns: the version
 */
int
coalition_store_get_barrier (void)
{
  return BARRIER;
}

static gboolean
run_one (sqlite3  *db,
         int       version,
         GError  **error)
{
  g_autofree char *path = g_strdup_printf ("/org/coalitionmap/Coalition/store/%04d.sql", version);
  g_autofree char *finish = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT",
                                             COALITION_STORE_APPLICATION_ID, version);
  g_autoptr (GBytes) sql = g_resource_lookup_data (coalition_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (sql == NULL)
    return FALSE;
  if (!coalition_connection_execute (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (coalition_connection_execute (db, g_bytes_get_data (sql, NULL), error)
      && coalition_connection_execute (db, finish, error))
    return TRUE;
  if (!sqlite3_get_autocommit (db))
    sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);

  return FALSE;
}

/**
 * coalition_migrations_run:
 * @db: a writing connection outside a transaction
 * @to: the version to reach
 * @error: return location for a #GError
 *
 * Brings a database to a version, each step in a transaction of its own together with its user_version.
 *
 * Returns: %FALSE with %COALITION_STORE_ERROR_NEWER if it is beyond @to already, or if a step failed
 */
gboolean
coalition_migrations_run (sqlite3  *db,
                          int       to,
                          GError  **error)
{
  gint64 version;

  if (!coalition_connection_get_integer (db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version > to)
    {
      g_set_error (error, COALITION_STORE_ERROR, COALITION_STORE_ERROR_NEWER, "version %d is newer than %d", (int) version, to);
      return FALSE;
    }
  while (version < to)
    if (!run_one (db, ++version, error))
      return FALSE;

  return TRUE;
}
