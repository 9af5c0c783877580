/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-connection.h"

#include <math.h>
#include <string.h>

G_DEFINE_QUARK (coalition-store-error-quark, coalition_store_error)

/* More than any field of ours needs, and a limit to what a hostile file can make us allocate. */
#define LARGEST_VALUE (64 * 1024 * 1024)

/**
 * coalition_connection_fail:
 * @db: (nullable): a connection
 * @code: a result code of SQLite
 * @error: return location for a #GError
 *
 * Turns a result code into an error of the store.
 *
 * Returns: %FALSE
 */
gboolean
coalition_connection_fail (sqlite3  *db,
                           int       code,
                           GError  **error)
{
  CoalitionStoreError kind;

  switch (code & 0xff)
    {
    case SQLITE_NOTADB:
      kind = COALITION_STORE_ERROR_NOT_CAMPAIGN;
      break;
    case SQLITE_CORRUPT:
      kind = COALITION_STORE_ERROR_DAMAGED;
      break;
    case SQLITE_FULL:
      kind = COALITION_STORE_ERROR_FULL;
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      kind = COALITION_STORE_ERROR_BUSY;
      break;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
      kind = COALITION_STORE_ERROR_CONSTRAINT;
      break;
    default:
      kind = COALITION_STORE_ERROR_FAILED;
      break;
    }
  g_set_error_literal (error, COALITION_STORE_ERROR, kind, db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (code));

  return FALSE;
}

/**
 * coalition_connection_execute:
 * @db: a connection
 * @sql: statements
 * @error: return location for a #GError
 *
 * Runs statements that return no rows.
 *
 * Returns: %TRUE on success
 */
gboolean
coalition_connection_execute (sqlite3     *db,
                              const char  *sql,
                              GError     **error)
{
  int code = sqlite3_exec (db, sql, NULL, NULL, NULL);

  return code == SQLITE_OK || coalition_connection_fail (db, code, error);
}

/**
 * coalition_connection_prepare:
 * @db: a connection
 * @sql: one statement
 * @error: return location for a #GError
 *
 * Prepares a statement.
 *
 * Returns: (transfer full) (nullable): the statement, or %NULL with @error set
 */
sqlite3_stmt *
coalition_connection_prepare (sqlite3     *db,
                              const char  *sql,
                              GError     **error)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v3 (db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);

  if (code != SQLITE_OK)
    coalition_connection_fail (db, code, error);

  return statement;
}

/**
 * coalition_connection_get_integer:
 * @db: a connection
 * @sql: a statement that returns one number
 * @integer: (out): the number
 * @error: return location for a #GError
 *
 * Asks for one number, such as the value of a pragma.
 *
 * Returns: %TRUE on success
 */
gboolean
coalition_connection_get_integer (sqlite3     *db,
                                  const char  *sql,
                                  gint64      *integer,
                                  GError     **error)
{
  g_autoptr (sqlite3_stmt) statement = coalition_connection_prepare (db, sql, error);
  int code;

  if (statement == NULL)
    return FALSE;
  code = sqlite3_step (statement);
  if (code != SQLITE_ROW)
    return coalition_connection_fail (db, code, error);
  *integer = sqlite3_column_int64 (statement, 0);

  return TRUE;
}

/**
 * coalition_connection_open:
 * @path: path of the file, or ":memory:"
 * @flags: flags of sqlite3_open_v2(); with %SQLITE_OPEN_URI @path is a URI
 * @hostile: whether the file has not been checked yet
 * @db: (out): the connection
 * @error: return location for a #GError
 *
 * Opens a connection with every guard that SQLite has against tampered files; a hostile one also loses whatever it
 * could run or write by its schema.
 *
 * Returns: %TRUE on success
 */
gboolean
coalition_connection_open (const char  *path,
                           int          flags,
                           gboolean     hostile,
                           sqlite3    **db,
                           GError     **error)
{
  int code = sqlite3_open_v2 (path, db, flags, NULL);

  if (code == SQLITE_OK)
    {
      sqlite3_extended_result_codes (*db, 1);
      sqlite3_busy_timeout (*db, 5000);
      sqlite3_limit (*db, SQLITE_LIMIT_LENGTH, LARGEST_VALUE);
      sqlite3_limit (*db, SQLITE_LIMIT_ATTACHED, hostile ? 0 : 2);
      sqlite3_db_config (*db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
      sqlite3_db_config (*db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
      sqlite3_db_config (*db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
      sqlite3_db_config (*db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
      code = sqlite3_exec (*db, "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA foreign_keys = ON", NULL, NULL, NULL);
    }
  if (code != SQLITE_OK)
    {
      coalition_connection_fail (*db, code, error);
      sqlite3_close_v2 (*db);
      *db = NULL;
      return FALSE;
    }

  return TRUE;
}

/**
 * coalition_statement_bind:
 * @statement: a statement
 * @place: place of the parameter, from 1
 * @value: (nullable): the value; it must live until the statement is reset
 *
 * Binds a value.
 */
void
coalition_statement_bind (sqlite3_stmt         *statement,
                          int                   place,
                          const CoalitionValue *value)
{
  switch (value != NULL ? value->type : COALITION_VALUE_NULL)
    {
    case COALITION_VALUE_TEXT:
      sqlite3_bind_text (statement, place, value->text, -1, SQLITE_STATIC);
      break;
    case COALITION_VALUE_INTEGER:
      sqlite3_bind_int64 (statement, place, value->integer);
      break;
    case COALITION_VALUE_REAL:
      sqlite3_bind_double (statement, place, value->real);
      break;
    case COALITION_VALUE_NULL:
    default:
      sqlite3_bind_null (statement, place);
      break;
    }
}

/**
 * coalition_statement_get:
 * @statement: a statement that stands on a row
 * @column: place of the column, from 0
 * @value: (inout): an initialized value
 * @error: return location for a #GError
 *
 * Reads a column. Text that is not valid UTF-8 or holds a NUL, and blobs, can only come from a damaged file.
 *
 * Returns: %FALSE with %COALITION_STORE_ERROR_DAMAGED if the column cannot be a value of ours
 */
gboolean
coalition_statement_get (sqlite3_stmt    *statement,
                         int              column,
                         CoalitionValue  *value,
                         GError         **error)
{
  const char *text;

  coalition_value_clear (value);
  switch (sqlite3_column_type (statement, column))
    {
    case SQLITE_INTEGER:
      coalition_value_set_integer (value, sqlite3_column_int64 (statement, column));
      return TRUE;
    case SQLITE_FLOAT:
      coalition_value_set_real (value, sqlite3_column_double (statement, column));
      return TRUE;
    case SQLITE_NULL:
      return TRUE;
    case SQLITE_TEXT:
      text = (const char *) sqlite3_column_text (statement, column);
      if (text != NULL && strlen (text) == (gsize) sqlite3_column_bytes (statement, column) && g_utf8_validate (text, -1, NULL))
        {
          coalition_value_set_text (value, text);
          return TRUE;
        }
      break;
    default:
      break;
    }
  g_set_error (error, COALITION_STORE_ERROR, COALITION_STORE_ERROR_DAMAGED, "column %s is not text of ours",
               sqlite3_column_name (statement, column));

  return FALSE;
}
