/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-store.h"

#include "coalition-changeset.h"
#include "coalition-connection.h"

#include <json-glib/json-glib.h>
#include <string.h>

struct _CoalitionStore
{
  sqlite3 *db;
  char *path;
  const CoalitionKind *const *kinds;
  guint n_kinds;
  GHashTable *statements; /* SQL → sqlite3_stmt */
  sqlite3_session *session;
};

static sqlite3_stmt *
get_statement (CoalitionStore  *self,
               char            *sql_taken,
               GError         **error)
{
  g_autofree char *sql = sql_taken;
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);

  if (statement == NULL)
    {
      statement = coalition_connection_prepare (self->db, sql, error);
      if (statement != NULL)
        g_hash_table_insert (self->statements, g_steal_pointer (&sql), statement);
    }
  else
    {
      sqlite3_reset (statement);
    }

  return statement;
}

static gboolean
step_to_end (CoalitionStore  *self,
             sqlite3_stmt    *statement,
             gboolean        *found,
             GError         **error)
{
  int code = sqlite3_step (statement);

  if (code == SQLITE_DONE && found != NULL)
    *found = sqlite3_changes (self->db) > 0;
  if (code != SQLITE_DONE)
    coalition_connection_fail (self->db, code, error);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return code == SQLITE_DONE;
}

static char *
select_sql (const CoalitionKind *kind)
{
  GString *sql = g_string_new ("SELECT \"id\"");

  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append_printf (sql, ", \"%s\"", kind->fields[i].name);
  g_string_append_printf (sql, " FROM \"%s\" ORDER BY rowid", kind->table);

  return g_string_free (sql, FALSE);
}

static char *
insert_sql (const CoalitionKind *kind)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO \"%s\" (\"id\"", kind->table);
  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append_printf (sql, ", \"%s\"", kind->fields[i].name);
  g_string_append (sql, ") VALUES (?");
  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append (sql, ", ?");
  g_string_append (sql, ")");

  return g_string_free (sql, FALSE);
}

/**
 * coalition_store_open:
 * @path: path of the database
 * @mode: how to open it
 * @kinds: (array length=n_kinds): the kinds of record in it
 * @n_kinds: how many
 * @error: return location for a #GError
 *
 * Opens a database. A new one is migrated from nothing, so that the migrations are what makes every document; a writing
 * connection migrates an older one. Nothing from outside is opened here before coalition_store_check().
 *
 * Returns: (transfer full): the store, or %NULL with @error set
 */
CoalitionStore *
coalition_store_open (const char                 *path,
                      CoalitionStoreMode          mode,
                      const CoalitionKind *const *kinds,
                      guint                       n_kinds,
                      GError                    **error)
{
  int flags = mode == COALITION_STORE_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  CoalitionStore *self;
  sqlite3 *db;
  gint64 enforced = 0;

  if (mode == COALITION_STORE_CREATE)
    flags |= SQLITE_OPEN_CREATE;
  if (!coalition_connection_open (path, flags, FALSE, &db, error))
    return NULL;

  self = g_new0 (CoalitionStore, 1);
  self->db = db;
  self->path = g_strdup (path);
  self->kinds = kinds;
  self->n_kinds = n_kinds;
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) sqlite3_finalize);

  if ((mode == COALITION_STORE_CREATE
       && !coalition_connection_execute (db, "PRAGMA page_size = 4096; PRAGMA auto_vacuum = NONE; PRAGMA secure_delete = ON", error))
      || (mode != COALITION_STORE_READ
          && (!coalition_connection_execute (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON", error)
              || !coalition_migrations_run (db, coalition_store_get_version (), error)))
      || !coalition_connection_get_integer (db, "PRAGMA foreign_keys", &enforced, error))
    {
      coalition_store_close (self, NULL);
      return NULL;
    }
  g_assert (enforced == 1);

  return self;
}

/**
 * coalition_store_close:
 * @self: (transfer full): a store
 * @error: return location for a #GError
 *
 * Closes the connection and frees @self in any case. The last writing connection folds its journal into the database.
 *
 * Returns: %TRUE if SQLite closed cleanly
 */
gboolean
coalition_store_close (CoalitionStore  *self,
                       GError         **error)
{
  int code;

  coalition_store_rollback (self);
  g_hash_table_unref (self->statements);
  code = sqlite3_close (self->db);
  if (code != SQLITE_OK)
    {
      coalition_connection_fail (self->db, code, error);
      sqlite3_close_v2 (self->db);
    }
  g_free (self->path);
  g_free (self);

  return code == SQLITE_OK;
}

/**
 * coalition_store_read:
 * @self: a store
 * @kind: a kind
 * @func: (scope call): called for each row, in the order of entry
 * @data: user data
 * @error: return location for a #GError
 *
 * Reads all rows of a kind.
 *
 * Returns: %TRUE on success
 */
gboolean
coalition_store_read (CoalitionStore       *self,
                      const CoalitionKind  *kind,
                      CoalitionRowFunc      func,
                      gpointer              data,
                      GError              **error)
{
  sqlite3_stmt *statement = get_statement (self, select_sql (kind), error);
  g_autofree CoalitionValue *values = g_new0 (CoalitionValue, kind->n_fields);
  gboolean success = TRUE, go_on = TRUE;
  int code = SQLITE_DONE;

  if (statement == NULL)
    return FALSE;

  while (success && go_on && (code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const char *id = (const char *) sqlite3_column_text (statement, 0);

      if (id == NULL || strlen (id) != (gsize) sqlite3_column_bytes (statement, 0) || !g_utf8_validate (id, -1, NULL))
        {
          g_set_error (error, COALITION_STORE_ERROR, COALITION_STORE_ERROR_DAMAGED, "%s: a key is not text", kind->table);
          success = FALSE;
        }
      for (guint i = 0; i < kind->n_fields && success; i++)
        success = coalition_statement_get (statement, i + 1, &values[i], error);
      if (success)
        go_on = func (id, values, data);
    }
  for (guint i = 0; i < kind->n_fields; i++)
    coalition_value_clear (&values[i]);
  if (success && code != SQLITE_DONE && code != SQLITE_ROW)
    success = coalition_connection_fail (self->db, code, error);
  sqlite3_reset (statement);

  return success;
}

/**
 * coalition_store_insert:
 * @self: a store in a transaction
 * @kind: a kind
 * @id: key of the new row
 * @values: (array): as many values as the kind has fields
 * @error: return location for a #GError
 *
 * Inserts a row.
 *
 * Returns: %TRUE on success
 */
gboolean
coalition_store_insert (CoalitionStore        *self,
                        const CoalitionKind   *kind,
                        const char            *id,
                        const CoalitionValue  *values,
                        GError               **error)
{
  sqlite3_stmt *statement = get_statement (self, insert_sql (kind), error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  for (guint i = 0; i < kind->n_fields; i++)
    coalition_statement_bind (statement, i + 2, &values[i]);

  return step_to_end (self, statement, NULL, error);
}

/**
 * coalition_store_update:
 * @self: a store in a transaction
 * @kind: a kind
 * @id: key of the row
 * @field: place of the field
 * @value: its new value
 * @found: (out) (optional): whether there is such a row
 * @error: return location for a #GError
 *
 * Sets one field of one row.
 *
 * Returns: %TRUE on success
 */
gboolean
coalition_store_update (CoalitionStore        *self,
                        const CoalitionKind   *kind,
                        const char            *id,
                        guint                  field,
                        const CoalitionValue  *value,
                        gboolean              *found,
                        GError               **error)
{
  sqlite3_stmt *statement = get_statement (self, g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ? WHERE \"id\" = ?", kind->table,
                                                                  kind->fields[field].name), error);

  if (statement == NULL)
    return FALSE;
  coalition_statement_bind (statement, 1, value);
  sqlite3_bind_text (statement, 2, id, -1, SQLITE_STATIC);

  return step_to_end (self, statement, found, error);
}

/**
 * coalition_store_delete:
 * @self: a store in a transaction
 * @kind: a kind
 * @id: key of the row
 * @found: (out) (optional): whether there was such a row
 * @error: return location for a #GError
 *
 * Deletes one row. What refers to it is the command's matter: a cascade of the schema would break redo.
 *
 * Returns: %TRUE on success
 */
gboolean
coalition_store_delete (CoalitionStore       *self,
                        const CoalitionKind  *kind,
                        const char           *id,
                        gboolean             *found,
                        GError              **error)
{
  sqlite3_stmt *statement = get_statement (self, g_strdup_printf ("DELETE FROM \"%s\" WHERE \"id\" = ?", kind->table), error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);

  return step_to_end (self, statement, found, error);
}

/**
 * coalition_store_find_referring:
 * @self: a store
 * @kind: the kind that refers
 * @field: place of its reference
 * @id: what is referred to
 * @error: return location for a #GError
 *
 * Finds the rows whose reference is @id.
 *
 * Returns: (transfer full) (element-type utf8): their keys, or %NULL with @error set
 */
GPtrArray *
coalition_store_find_referring (CoalitionStore       *self,
                                const CoalitionKind  *kind,
                                guint                 field,
                                const char           *id,
                                GError              **error)
{
  sqlite3_stmt *statement = get_statement (self, g_strdup_printf ("SELECT \"id\" FROM \"%s\" WHERE \"%s\" = ? ORDER BY rowid", kind->table,
                                                                  kind->fields[field].name), error);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  int code;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    g_ptr_array_add (ids, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  if (code != SQLITE_DONE)
    coalition_connection_fail (self->db, code, error);
  sqlite3_reset (statement);

  return code == SQLITE_DONE ? g_steal_pointer (&ids) : NULL;
}

/**
 * coalition_store_write_copy:
 * @self: a store outside a transaction
 * @path: where the copy goes; it must not exist
 * @error: return location for a #GError
 *
 * Writes a whole, consistent copy without a journal of its own (VACUUM INTO; a backup would keep the WAL header).
 *
 * Returns: %TRUE on success
 */
gboolean
coalition_store_write_copy (CoalitionStore  *self,
                            const char      *path,
                            GError         **error)
{
  sqlite3_stmt *statement = get_statement (self, g_strdup ("VACUUM INTO ?"), error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, path, -1, SQLITE_STATIC);

  return step_to_end (self, statement, NULL, error);
}

/**
 * coalition_store_checkpoint:
 * @self: a writing store
 * @error: return location for a #GError
 *
 * Folds the journal into the database file.
 *
 * Returns: %TRUE on success
 */
gboolean
coalition_store_checkpoint (CoalitionStore  *self,
                            GError         **error)
{
  return coalition_connection_execute (self->db, "PRAGMA wal_checkpoint (TRUNCATE)", error);
}

/**
 * coalition_store_begin:
 * @self: a writing store
 * @error: return location for a #GError
 *
 * Begins a transaction and records from here on what it changes in the tables of the kinds. Tables are attached by
 * name: attaching all would record the history itself.
 *
 * Returns: %TRUE on success
 */
gboolean
coalition_store_begin (CoalitionStore  *self,
                       GError         **error)
{
  int code;

  g_assert (self->session == NULL);
  if (!coalition_connection_execute (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;
  code = sqlite3session_create (self->db, "main", &self->session);
  for (guint i = 0; i < self->n_kinds && code == SQLITE_OK; i++)
    code = sqlite3session_attach (self->session, self->kinds[i]->table);
  if (code != SQLITE_OK)
    {
      coalition_connection_fail (self->db, code, error);
      coalition_store_rollback (self);
      return FALSE;
    }

  return TRUE;
}

/**
 * coalition_store_get_changeset:
 * @self: a store in a transaction
 * @error: return location for a #GError
 *
 * What the transaction changed so far.
 *
 * Returns: (transfer full): the changeset, empty if nothing changed, or %NULL with @error set
 */
GBytes *
coalition_store_get_changeset (CoalitionStore  *self,
                               GError         **error)
{
  void *data = NULL;
  int size = 0;
  int code = sqlite3session_changeset (self->session, &size, &data);

  if (code != SQLITE_OK)
    {
      coalition_connection_fail (self->db, code, error);
      return NULL;
    }

  return g_bytes_new_with_free_func (data, size, sqlite3_free, data);
}

typedef struct
{
  CoalitionStore *store;
  GArray *places;
  GError *error;
} PlacesData;

static void
add_place (CoalitionRowChange   change,
           const CoalitionKind *kind,
           const char          *id,
           CoalitionValue      *values,
           const gboolean      *changed,
           gpointer             data)
{
  PlacesData *places = data;
  sqlite3_stmt *statement;
  gint64 place;

  if (change != COALITION_ROW_INSERTED || places->error != NULL)
    return;
  statement = get_statement (places->store, g_strdup_printf ("SELECT rowid FROM \"%s\" WHERE \"id\" = ?", kind->table), &places->error);
  if (statement == NULL)
    return;
  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  if (sqlite3_step (statement) == SQLITE_ROW)
    {
      place = sqlite3_column_int64 (statement, 0);
      g_array_append_val (places->places, place);
    }
  else
    {
      coalition_connection_fail (places->store->db, SQLITE_CORRUPT, &places->error);
    }
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

/**
 * coalition_store_read_places:
 * @self: a store in a transaction
 * @changeset: what the transaction changed
 * @error: return location for a #GError
 *
 * A changeset tells new rows in no order. This tells where they stand in the order of entry of their kind.
 *
 * Returns: (transfer full) (element-type gint64): a number for each new row of @changeset, in its order, or %NULL with
 *   @error set
 */
GArray *
coalition_store_read_places (CoalitionStore  *self,
                             GBytes          *changeset,
                             GError         **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (gint64));
  PlacesData data = { self, places, NULL };
  gboolean success = coalition_changeset_foreach (changeset, self->kinds, self->n_kinds, add_place, &data, error);

  if (success && data.error == NULL)
    return g_steal_pointer (&places);
  if (success)
    g_propagate_error (error, data.error);
  else
    g_clear_error (&data.error);

  return NULL;
}

/**
 * coalition_store_commit:
 * @self: a store in a transaction
 * @error: return location for a #GError
 *
 * Commits durably. If that fails, a foreign key that does not hold included, everything is rolled back.
 *
 * Returns: %TRUE on success
 */
gboolean
coalition_store_commit (CoalitionStore  *self,
                        GError         **error)
{
  g_clear_pointer (&self->session, sqlite3session_delete);
  if (coalition_connection_execute (self->db, "COMMIT", error))
    return TRUE;
  coalition_store_rollback (self);

  return FALSE;
}

/**
 * coalition_store_rollback:
 * @self: a store
 *
 * Ends the transaction, if there is one, and undoes what it did.
 */
void
coalition_store_rollback (CoalitionStore *self)
{
  g_clear_pointer (&self->session, sqlite3session_delete);
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
}

static int
refuse_conflict (void                     *data,
                 int                       conflict,
                 sqlite3_changeset_iter   *iterator)
{
  return SQLITE_CHANGESET_ABORT;
}

/**
 * coalition_store_apply:
 * @self: a store in a transaction
 * @changeset: a changeset
 * @inverted: whether to apply it backwards
 * @error: return location for a #GError
 *
 * Applies a changeset whole or not at all, after a look at whether it is one of ours.
 *
 * Returns: %FALSE with %COALITION_STORE_ERROR_CONFLICT if it does not fit what is there, with
 *   %COALITION_STORE_ERROR_DAMAGED if it does not fit the tables
 */
gboolean
coalition_store_apply (CoalitionStore  *self,
                       GBytes          *changeset,
                       gboolean         inverted,
                       GError         **error)
{
  int code;

  if (!coalition_changeset_check (changeset, self->kinds, self->n_kinds, error))
    return FALSE;
  code = sqlite3changeset_apply_v2 (self->db, g_bytes_get_size (changeset), (void *) g_bytes_get_data (changeset, NULL), NULL,
                                    refuse_conflict, NULL, NULL, NULL, inverted ? SQLITE_CHANGESETAPPLY_INVERT : 0);
  if (code == SQLITE_ABORT)
    {
      g_set_error_literal (error, COALITION_STORE_ERROR, COALITION_STORE_ERROR_CONFLICT, "the changeset does not fit");
      return FALSE;
    }

  return code == SQLITE_OK || coalition_connection_fail (self->db, code, error);
}

/**
 * coalition_stored_entry_free:
 * @self: (transfer full): an entry
 *
 * Frees an entry.
 */
void
coalition_stored_entry_free (CoalitionStoredEntry *self)
{
  g_free (self->id);
  g_free (self->parent);
  g_free (self->author);
  g_free (self->time);
  g_free (self->message);
  g_strfreev (self->arguments);
  g_free (self->undoes);
  g_free (self);
}

static char *
write_arguments (GStrv arguments)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; arguments != NULL && arguments[i] != NULL; i++)
    json_builder_add_string_value (builder, arguments[i]);
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

static GStrv
read_arguments (const char *text)
{
  g_autoptr (JsonNode) root = json_from_string (text != NULL ? text : "[]", NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (root != NULL && JSON_NODE_HOLDS_ARRAY (root))
    {
      JsonArray *array = json_node_get_array (root);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          JsonNode *node = json_array_get_element (array, i);

          g_strv_builder_add (builder, json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : "");
        }
    }

  return g_strv_builder_end (builder);
}

/**
 * coalition_store_append_history:
 * @self: a store in a transaction
 * @entry: the entry
 * @changeset: (nullable): what it changed
 * @error: return location for a #GError
 *
 * Appends an entry to the history.
 *
 * Returns: %TRUE on success
 */
gboolean
coalition_store_append_history (CoalitionStore              *self,
                                const CoalitionStoredEntry  *entry,
                                GBytes                      *changeset,
                                GError                     **error)
{
  sqlite3_stmt *statement = get_statement (self, g_strdup ("INSERT INTO history (id, parent, author, time, message, arguments, undoes, redo, "
                                                           "schema, changeset) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"), error);
  g_autofree char *arguments = write_arguments (entry->arguments);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, entry->id, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, entry->parent, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, entry->author, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 4, entry->time, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 5, entry->message, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 6, arguments, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 7, entry->undoes, -1, SQLITE_STATIC);
  sqlite3_bind_int (statement, 8, entry->is_redo);
  sqlite3_bind_int (statement, 9, entry->schema);
  if (changeset != NULL)
    sqlite3_bind_blob (statement, 10, g_bytes_get_data (changeset, NULL), g_bytes_get_size (changeset), SQLITE_STATIC);

  return step_to_end (self, statement, NULL, error);
}

/**
 * coalition_store_read_history:
 * @self: a store
 * @error: return location for a #GError
 *
 * Reads the history without its changesets, oldest first.
 *
 * Returns: (transfer full) (element-type CoalitionStoredEntry): the entries, or %NULL with @error set
 */
GPtrArray *
coalition_store_read_history (CoalitionStore  *self,
                              GError         **error)
{
  sqlite3_stmt *statement = get_statement (self, g_strdup ("SELECT id, parent, author, time, message, arguments, undoes, redo, schema, "
                                                           "changeset IS NOT NULL FROM history ORDER BY rowid"), error);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) coalition_stored_entry_free);
  int code;

  if (statement == NULL)
    return NULL;
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      CoalitionStoredEntry *entry = g_new0 (CoalitionStoredEntry, 1);
      char **texts[] = { &entry->id, &entry->parent, &entry->author, &entry->time, &entry->message };

      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        if (sqlite3_column_type (statement, i) != SQLITE_NULL)
          *texts[i] = g_utf8_make_valid ((const char *) sqlite3_column_text (statement, i), -1);
      entry->arguments = read_arguments ((const char *) sqlite3_column_text (statement, 5));
      entry->undoes = g_strdup ((const char *) sqlite3_column_text (statement, 6));
      entry->is_redo = sqlite3_column_int (statement, 7);
      entry->schema = sqlite3_column_int (statement, 8);
      entry->has_changeset = sqlite3_column_int (statement, 9);
      g_ptr_array_add (entries, entry);
    }
  if (code != SQLITE_DONE)
    coalition_connection_fail (self->db, code, error);
  sqlite3_reset (statement);

  return code == SQLITE_DONE ? g_steal_pointer (&entries) : NULL;
}

/**
 * coalition_store_read_changeset:
 * @self: a store
 * @entry_id: id of a history entry
 * @error: return location for a #GError
 *
 * Reads the changeset of one entry.
 *
 * Returns: (transfer full): the changeset, or %NULL with @error set
 */
GBytes *
coalition_store_read_changeset (CoalitionStore  *self,
                                const char      *entry_id,
                                GError         **error)
{
  sqlite3_stmt *statement = get_statement (self, g_strdup ("SELECT changeset FROM history WHERE id = ?"), error);
  GBytes *changeset = NULL;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, entry_id, -1, SQLITE_STATIC);
  if (sqlite3_step (statement) == SQLITE_ROW && sqlite3_column_type (statement, 0) == SQLITE_BLOB)
    changeset = g_bytes_new (sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0));
  else
    g_set_error (error, COALITION_STORE_ERROR, COALITION_STORE_ERROR_FAILED, "entry %s has no changeset", entry_id);
  sqlite3_reset (statement);

  return changeset;
}
