/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-connection.h"

#include <glib/gstdio.h>
#include <string.h>

/**
 * coalition_store_check_clear:
 * @self: what a check found
 *
 * Frees what @self holds.
 */
void
coalition_store_check_clear (CoalitionStoreCheck *self)
{
  g_clear_pointer (&self->campaign_id, g_free);
  g_clear_pointer (&self->head, g_free);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
}

static gboolean
read_header (const char  *path,
             gboolean    *is_database,
             gboolean    *is_wal,
             GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  guchar header[100] = { 0 };
  gsize size = 0;

  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), header, sizeof header, &size, NULL, error))
    return FALSE;
  *is_database = size == sizeof header && memcmp (header, "SQLite format 3", 16) == 0;
  *is_wal = header[18] == 2 || header[19] == 2;

  return TRUE;
}

static gboolean
collect_texts (sqlite3     *db,
               const char  *sql,
               GPtrArray   *texts,
               GError     **error)
{
  g_autoptr (sqlite3_stmt) statement = coalition_connection_prepare (db, sql, error);
  int code;

  if (statement == NULL)
    return FALSE;
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const char *text = (const char *) sqlite3_column_text (statement, 0);

      g_ptr_array_add (texts, g_utf8_make_valid (text != NULL ? text : "", -1));
    }

  return code == SQLITE_DONE || coalition_connection_fail (db, code, error);
}

/* The schema must be, text by text, what the migrations up to its version make: a tampered file could hide code in it. */
static gboolean
check_schema (sqlite3      *db,
              int           version,
              GPtrArray    *problems,
              GError      **error)
{
  static const char *sql = "SELECT type || ' ' || name || ' ' || coalesce (sql, '') FROM sqlite_schema WHERE substr (name, 1, 16) <> 'sqlite_autoindex' "
                           "AND substr (name, 1, 11) <> 'sqlite_stat' ORDER BY 1";
  g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  sqlite3 *model = NULL;
  gboolean success;

  if (!coalition_connection_open (":memory:", SQLITE_OPEN_READWRITE, FALSE, &model, error))
    return FALSE;
  success = coalition_migrations_run (model, version, error) && collect_texts (model, sql, expected, error)
            && collect_texts (db, sql, found, error);
  sqlite3_close (model);
  if (!success)
    return FALSE;

  if (expected->len != found->len)
    {
      g_ptr_array_add (problems, g_strdup ("schema"));
      return TRUE;
    }
  for (guint i = 0; i < expected->len; i++)
    if (!g_str_equal (expected->pdata[i], found->pdata[i]))
      {
        g_ptr_array_add (problems, g_strdup ("schema"));
        break;
      }

  return TRUE;
}

/* SQLite's own checks, and ours: our tables, no loose references, one campaign with a history. Texts are looked at one by
 * one when they are read. */
static gboolean
check_content (sqlite3                    *db,
               const CoalitionKind *const *kinds,
               guint                       n_kinds,
               CoalitionStoreCheck        *check,
               GError                    **error)
{
  g_autoptr (GPtrArray) quick = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) campaigns = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) heads = g_ptr_array_new_with_free_func (g_free);

  if (!collect_texts (db, "PRAGMA quick_check (20)", quick, error))
    return FALSE;
  for (guint i = 0; i < quick->len; i++)
    if (!g_str_equal (quick->pdata[i], "ok"))
      g_ptr_array_add (check->problems, g_strdup (quick->pdata[i]));
  if (check->problems->len > 0)
    return TRUE;

  if (!check_schema (db, check->version, check->problems, error) || check->problems->len > 0)
    return check->problems->len > 0;
  if (!collect_texts (db, "SELECT \"table\" || ' → ' || parent FROM pragma_foreign_key_check LIMIT 20", check->problems, error))
    return FALSE;
  if (!collect_texts (db, "SELECT id FROM campaign", campaigns, error)
      || !collect_texts (db, "SELECT id FROM history ORDER BY rowid DESC LIMIT 1", heads, error))
    return FALSE;
  if (campaigns->len == 1 && heads->len == 1)
    {
      check->campaign_id = g_strdup (campaigns->pdata[0]);
      check->head = g_strdup (heads->pdata[0]);
    }
  else
    {
      g_ptr_array_add (check->problems, g_strdup ("campaign"));
    }

  return TRUE;
}

static gboolean
check_open (sqlite3                    *db,
            const CoalitionKind *const *kinds,
            guint                       n_kinds,
            CoalitionStoreCheck        *check,
            GError                    **error)
{
  gint64 application = 0, version = 0;

  if (!coalition_connection_get_integer (db, "PRAGMA application_id", &application, error)
      || !coalition_connection_get_integer (db, "PRAGMA user_version", &version, error))
    return FALSE;
  check->version = version;
  check->is_campaign = application == COALITION_STORE_APPLICATION_ID;
  if (!check->is_campaign || version > coalition_store_get_version () || version < 1)
    return TRUE;

  return check_content (db, kinds, n_kinds, check, error);
}

/**
 * coalition_store_check:
 * @path: path of a file from anywhere
 * @kinds: (array length=n_kinds): the kinds of record
 * @n_kinds: how many
 * @check: (out caller-allocates): what was found
 * @error: return location for a #GError
 *
 * Looks at a file without changing it or trusting anything in it. Damage is what @check tells, not an error; an error
 * means that the file could not be read at all.
 *
 * Returns: %TRUE if the file could be looked at
 */
gboolean
coalition_store_check (const char                 *path,
                       const CoalitionKind *const *kinds,
                       guint                       n_kinds,
                       CoalitionStoreCheck        *check,
                       GError                    **error)
{
  g_autofree char *escaped = NULL, *uri = NULL, *journal = g_strconcat (path, "-wal", NULL);
  g_autoptr (GError) local = NULL;
  gboolean is_database = FALSE, is_wal = FALSE, live;
  sqlite3 *db = NULL;
  int flags = SQLITE_OPEN_READONLY;

  memset (check, 0, sizeof *check);
  check->problems = g_ptr_array_new_with_free_func (g_free);
  if (!read_header (path, &is_database, &is_wal, error))
    return FALSE;
  if (!is_database)
    return TRUE;

  /* A file of a person has no journal and must not get one: immutable. Our own working copy has one and is read with it. */
  live = is_wal && g_file_test (journal, G_FILE_TEST_EXISTS);
  if (!live)
    {
      g_autofree char *absolute = g_canonicalize_filename (path, NULL);

      escaped = g_uri_escape_string (absolute, "/", FALSE);
      uri = g_strdup_printf ("file://%s?immutable=1", escaped);
      flags |= SQLITE_OPEN_URI;
    }
  if (coalition_connection_open (live ? path : uri, flags, TRUE, &db, &local)
      && check_open (db, kinds, n_kinds, check, &local))
    {
      check->is_whole = check->is_campaign && check->problems->len == 0
                        && check->version >= 1 && check->version <= coalition_store_get_version ();
    }
  else if (g_error_matches (local, COALITION_STORE_ERROR, COALITION_STORE_ERROR_NOT_CAMPAIGN))
    {
      check->is_campaign = FALSE;
    }
  else
    {
      g_ptr_array_add (check->problems, g_strdup (local->message));
    }
  if (db != NULL)
    sqlite3_close_v2 (db);

  return TRUE;
}
