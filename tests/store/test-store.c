/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-changeset.h"
#include "coalition-connection.h"
#include "coalition-kinds.h"
#include "coalition-text.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *directory;
  char *path;
  CoalitionStore *store;
  const CoalitionKind *const *kinds;
  guint n_kinds;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->kinds = coalition_kinds_get_all (&fixture->n_kinds);
  fixture->directory = g_dir_make_tmp ("coalition-test-XXXXXX", &error);
  fixture->path = g_build_filename (fixture->directory, "store.db", NULL);
  fixture->store = coalition_store_open (fixture->path, COALITION_STORE_CREATE, fixture->kinds, fixture->n_kinds, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const names[] = { "store.db", "store.db-wal", "store.db-shm", "other.db" };
  g_autoptr (GError) error = NULL;

  if (fixture->store != NULL)
    g_assert_true (coalition_store_close (fixture->store, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->directory, names[i], NULL);

      g_unlink (path);
    }
  g_assert_cmpint (g_rmdir (fixture->directory), ==, 0);
  g_free (fixture->directory);
  g_free (fixture->path);
}

static sqlite3 *
open_raw (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *db = NULL;

  coalition_connection_open (fixture->path, SQLITE_OPEN_READWRITE, FALSE, &db, &error);
  g_assert_no_error (error);

  return db;
}

/* The migrated schema, column by column, against the descriptions. */
static void
test_schema_matches_kinds (Fixture       *fixture,
                           gconstpointer  data)
{
  sqlite3 *db = open_raw (fixture);

  for (guint i = 0; i < fixture->n_kinds; i++)
    {
      const CoalitionKind *kind = fixture->kinds[i];
      g_autofree char *sql = g_strdup_printf ("SELECT name, type, \"notnull\", pk FROM pragma_table_xinfo ('%s') ORDER BY cid", kind->table);
      g_autoptr (sqlite3_stmt) statement = coalition_connection_prepare (db, sql, NULL);

      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
      g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, "id");
      g_assert_cmpint (sqlite3_column_int (statement, 3), ==, 1);
      for (guint j = 0; j < kind->n_fields; j++)
        {
          static const char *const types[] = { "", "TEXT", "INTEGER", "REAL" };

          g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
          g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, kind->fields[j].name);
          g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 1), ==, types[coalition_field_value_type (&kind->fields[j])]);
          g_assert_cmpint (sqlite3_column_int (statement, 2), ==, (kind->fields[j].flags & COALITION_FIELD_REQUIRED) != 0);
        }
      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
    }
  sqlite3_close (db);
}

/* What the session extension silently does without would be edits that cannot be undone. */
static void
test_schema_suits_sessions (Fixture       *fixture,
                            gconstpointer  data)
{
  sqlite3 *db = open_raw (fixture);
  gint64 number = -1;

  coalition_connection_get_integer (db, "SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view') OR sql LIKE 'CREATE VIRTUAL%'", &number, NULL);
  g_assert_cmpint (number, ==, 0);
  coalition_connection_get_integer (db, "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite%' AND strict = 0", &number, NULL);
  g_assert_cmpint (number, ==, 0);
  coalition_connection_get_integer (db, "SELECT count(*) FROM sqlite_schema s, pragma_index_list (s.name) i WHERE s.type = 'table' AND i.\"unique\" = 1 AND i.origin <> 'pk'", &number, NULL);
  g_assert_cmpint (number, ==, 0);
  coalition_connection_get_integer (db, "SELECT count(*) FROM sqlite_schema s, pragma_foreign_key_list (s.name) f WHERE s.type = 'table' AND f.on_delete <> 'NO ACTION'", &number, NULL);
  g_assert_cmpint (number, ==, 0);
  coalition_connection_get_integer (db, "PRAGMA application_id", &number, NULL);
  g_assert_cmpint (number, ==, COALITION_STORE_APPLICATION_ID);
  coalition_connection_get_integer (db, "PRAGMA user_version", &number, NULL);
  g_assert_cmpint (number, ==, coalition_store_get_version ());
  sqlite3_close (db);
}

static gboolean
count_row (const char     *id,
           CoalitionValue *values,
           gpointer        data)
{
  ++*(guint *) data;
  return TRUE;
}

/* Every statement that is generated from the kinds is prepared and run once. */
static void
test_every_statement (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  guint n_rows = 0;

  g_assert_true (coalition_store_begin (fixture->store, &error));
  for (guint i = 0; i < fixture->n_kinds; i++)
    {
      const CoalitionKind *kind = fixture->kinds[i];
      g_autofree CoalitionValue *values = g_new0 (CoalitionValue, kind->n_fields);
      gboolean found = FALSE;

      for (guint j = 0; j < kind->n_fields; j++)
        switch (coalition_field_value_type (&kind->fields[j]))
          {
          case COALITION_VALUE_TEXT:
            coalition_value_set_text (&values[j], "x");
            break;
          case COALITION_VALUE_REAL:
            coalition_value_set_real (&values[j], 1.5);
            break;
          default:
            coalition_value_set_integer (&values[j], 1);
            break;
          }
      g_assert_true (coalition_store_insert (fixture->store, kind, "x", values, &error));
      for (guint j = 0; j < kind->n_fields; j++)
        {
          g_autoptr (GPtrArray) referring = NULL;

          g_assert_true (coalition_store_update (fixture->store, kind, "x", j, &values[j], &found, &error));
          g_assert_true (found);
          g_assert_true (coalition_store_update (fixture->store, kind, "y", j, &values[j], &found, &error));
          g_assert_false (found);
          if (kind->fields[j].type == COALITION_FIELD_REFERENCE)
            {
              referring = coalition_store_find_referring (fixture->store, kind, j, "x", &error);
              g_assert_cmpuint (referring->len, ==, 1);
            }
          coalition_value_clear (&values[j]);
        }
      g_assert_true (coalition_store_read (fixture->store, kind, count_row, &n_rows, &error));
      g_assert_true (coalition_store_delete (fixture->store, kind, "x", &found, &error));
      g_assert_true (found);
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n_rows, ==, fixture->n_kinds);
  coalition_store_rollback (fixture->store);
}

static void
note_change (CoalitionRowChange    change,
             const CoalitionKind  *kind,
             const char           *id,
             CoalitionValue       *values,
             const gboolean       *changed,
             gpointer              data)
{
  GString *text = data;

  g_string_append_printf (text, "%d %s %s", change, kind->name, id);
  for (guint i = 0; changed != NULL && i < kind->n_fields; i++)
    if (changed[i] && values[i].type != COALITION_VALUE_NULL)
      g_string_append_printf (text, " %s=%s", kind->fields[i].name, values[i].text);
  g_string_append (text, ";");
}

static char *
describe_change (Fixture *fixture)
{
  g_autoptr (GBytes) changeset = coalition_store_get_changeset (fixture->store, NULL);
  GString *text = g_string_new (NULL);

  g_assert_true (coalition_changeset_foreach (changeset, fixture->kinds, fixture->n_kinds, note_change, text, NULL));

  return g_string_free (text, FALSE);
}

static void
test_changesets (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  CoalitionValue values[2] = { COALITION_VALUE_INIT, COALITION_VALUE_INIT };
  const CoalitionKind *kind = &coalition_kind_constituency;
  g_autoptr (GBytes) insertion = NULL;
  g_autofree char *inserted = NULL, *undone = NULL;

  coalition_value_set_text (&values[0], "Tenants");
  g_assert_true (coalition_store_begin (fixture->store, &error));
  g_assert_true (coalition_store_insert (fixture->store, kind, "c", values, &error));
  inserted = describe_change (fixture);
  g_assert_cmpstr (inserted, ==, "0 constituency c name=Tenants;");
  insertion = coalition_store_get_changeset (fixture->store, &error);
  g_assert_true (coalition_store_commit (fixture->store, &error));

  g_assert_true (coalition_store_begin (fixture->store, &error));
  g_assert_true (coalition_store_apply (fixture->store, insertion, TRUE, &error));
  undone = describe_change (fixture);
  g_assert_cmpstr (undone, ==, "2 constituency c;");
  g_assert_true (coalition_store_commit (fixture->store, &error));

  g_assert_true (coalition_store_begin (fixture->store, &error));
  g_assert_false (coalition_store_apply (fixture->store, insertion, TRUE, &error));
  g_assert_error (error, COALITION_STORE_ERROR, COALITION_STORE_ERROR_CONFLICT);
  coalition_store_rollback (fixture->store);
  coalition_value_clear (&values[0]);
}

/* What a session records of @change in a database of its own, made by @schema. */
static GBytes *
record_change (const char *schema,
               const char *change)
{
  sqlite3_session *session = NULL;
  sqlite3 *db = NULL;
  void *data = NULL;
  int size = 0;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, schema, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3session_create (db, "main", &session), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3session_attach (session, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, change, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3session_changeset (session, &size, &data), ==, SQLITE_OK);
  g_assert_cmpint (size, >, 0);
  sqlite3session_delete (session);
  sqlite3_close (db);

  return g_bytes_new_with_free_func (data, size, sqlite3_free, data);
}

static void
apply_foreign (Fixture    *fixture,
               const char *schema,
               const char *change,
               gboolean    fits)
{
  g_autoptr (GBytes) changeset = record_change (schema, change);
  g_autoptr (GBytes) done = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (coalition_store_begin (fixture->store, &error));
  g_assert_cmpint (coalition_store_apply (fixture->store, changeset, FALSE, &error), ==, fits);
  if (fits)
    g_assert_no_error (error);
  else
    g_assert_error (error, COALITION_STORE_ERROR, COALITION_STORE_ERROR_DAMAGED);
  done = coalition_store_get_changeset (fixture->store, NULL);
  g_assert_cmpint (g_bytes_get_size (done) > 0, ==, fits);
  coalition_store_rollback (fixture->store);
}

/* Changesets come out of files: only what changes our records, and as one of ours would, is applied. */
static void
test_foreign_changesets (Fixture       *fixture,
                         gconstpointer  data)
{
  static const char *constituency = "CREATE TABLE constituency (id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, description TEXT)";
  g_autoptr (GBytes) garbage = g_bytes_new_static ("no changeset", 12);
  g_autoptr (GError) error = NULL;

  apply_foreign (fixture, constituency, "INSERT INTO constituency VALUES ('a', 'Tenants', NULL)", TRUE);
  /* Older than the newest column. */
  apply_foreign (fixture, "CREATE TABLE constituency (id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL)",
                 "INSERT INTO constituency VALUES ('a', 'Tenants')", TRUE);
  apply_foreign (fixture, "CREATE TABLE history (id TEXT NOT NULL PRIMARY KEY, parent TEXT)", "INSERT INTO history VALUES ('a', NULL)", FALSE);
  apply_foreign (fixture, "CREATE TABLE constituency (id TEXT NOT NULL PRIMARY KEY, name TEXT, description TEXT, more TEXT)",
                 "INSERT INTO constituency VALUES ('a', 'b', NULL, NULL)", FALSE);
  apply_foreign (fixture, "CREATE TABLE constituency (id TEXT NOT NULL, name TEXT NOT NULL, description TEXT, PRIMARY KEY (id, name))",
                 "INSERT INTO constituency VALUES ('a', 'b', NULL)", FALSE);
  apply_foreign (fixture, constituency, "INSERT INTO constituency VALUES ('a', CAST (x'ff41' AS TEXT), NULL)", FALSE);
  apply_foreign (fixture, constituency, "INSERT INTO constituency VALUES ('a', 'b' || char (0) || 'c', NULL)", FALSE);
  apply_foreign (fixture, constituency, "INSERT INTO constituency VALUES ('a' || char (0), 'b', NULL)", FALSE);
  apply_foreign (fixture, constituency, "INSERT INTO constituency VALUES ('a', x'41', NULL)", FALSE);

  g_assert_true (coalition_store_begin (fixture->store, &error));
  g_assert_false (coalition_store_apply (fixture->store, garbage, FALSE, &error));
  g_assert_error (error, COALITION_STORE_ERROR, COALITION_STORE_ERROR_DAMAGED);
  coalition_store_rollback (fixture->store);
}

static void
check_problem (Fixture    *fixture,
               const char *tamper,
               gboolean    is_campaign,
               const char *problem)
{
  g_autoptr (GError) error = NULL;
  CoalitionStoreCheck check;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, tamper, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  g_assert_true (coalition_store_check (fixture->path, fixture->kinds, fixture->n_kinds, &check, &error));
  g_assert_no_error (error);
  g_assert_cmpint (check.is_campaign, ==, is_campaign);
  g_assert_false (check.is_whole);
  if (problem != NULL)
    {
      g_assert_cmpuint (check.problems->len, >, 0);
      g_assert_cmpstr (check.problems->pdata[0], ==, problem);
    }
  coalition_store_check_clear (&check);
}

static void
test_check_tampered (Fixture       *fixture,
                     gconstpointer  data)
{
  check_problem (fixture, "SELECT 1", TRUE, "campaign");
  check_problem (fixture, "CREATE TRIGGER t AFTER INSERT ON party BEGIN DELETE FROM party; END", TRUE, "schema");
  check_problem (fixture, "DROP TRIGGER t; CREATE TABLE sqliteXautoindexY (a TEXT)", TRUE, "schema");
  check_problem (fixture, "DROP TABLE sqliteXautoindexY; ALTER TABLE party ADD COLUMN extra TEXT", TRUE, "schema");
  check_problem (fixture, "PRAGMA user_version = 9999", TRUE, NULL);
  check_problem (fixture, "PRAGMA application_id = 1", FALSE, NULL);
}

static void
test_newer_is_refused (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *db = open_raw (fixture);

  g_assert_cmpint (sqlite3_exec (db, "PRAGMA user_version = 9999", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  g_assert_null (coalition_store_open (fixture->path, COALITION_STORE_WRITE, fixture->kinds, fixture->n_kinds, &error));
  g_assert_error (error, COALITION_STORE_ERROR, COALITION_STORE_ERROR_NEWER);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/store/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("schema-matches-kinds", test_schema_matches_kinds);
  ADD ("schema-suits-sessions", test_schema_suits_sessions);
  ADD ("every-statement", test_every_statement);
  ADD ("changesets", test_changesets);
  ADD ("foreign-changesets", test_foreign_changesets);
  ADD ("check-tampered", test_check_tampered);
  ADD ("newer-is-refused", test_newer_is_refused);

  return g_test_run ();
}
