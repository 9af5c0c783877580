/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-search-index.h"

#include "coalition-connection.h"
#include "coalition-text.h"

struct _CoalitionSearchIndex
{
  gatomicrefcount references;
  GMutex lock;
  sqlite3 *db;
  sqlite3_stmt *insert;
  sqlite3_stmt *remove;
  sqlite3_stmt *query;
  char *path;
  const CoalitionKind *const *kinds;
  guint n_kinds;
};

typedef struct
{
  CoalitionSearchIndex *index;
  int kind;
  GError *error;
} FillData;

/**
 * coalition_search_index_new:
 * @path: path of the campaign's database
 * @kinds: (array length=n_kinds): the kinds of record
 * @n_kinds: how many
 *
 * Makes an index; it is filled from the database at its first use, in the thread that uses it.
 *
 * Returns: (transfer full): the index
 */
CoalitionSearchIndex *
coalition_search_index_new (const char                 *path,
                            const CoalitionKind *const *kinds,
                            guint                       n_kinds)
{
  CoalitionSearchIndex *self = g_new0 (CoalitionSearchIndex, 1);

  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->lock);
  self->path = g_strdup (path);
  self->kinds = kinds;
  self->n_kinds = n_kinds;

  return self;
}

/**
 * coalition_search_index_ref:
 * @self: an index
 *
 * Takes a reference, for a thread that fills the index while its campaign may go.
 *
 * Returns: (transfer full): @self
 */
CoalitionSearchIndex *
coalition_search_index_ref (CoalitionSearchIndex *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

/**
 * coalition_search_index_unref:
 * @self: (transfer full): an index
 *
 * Drops a reference; the last one frees the index.
 */
void
coalition_search_index_unref (CoalitionSearchIndex *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  sqlite3_finalize (self->insert);
  sqlite3_finalize (self->remove);
  sqlite3_finalize (self->query);
  sqlite3_close_v2 (self->db);
  g_mutex_clear (&self->lock);
  g_free (self->path);
  g_free (self);
}

static gboolean
add_text (CoalitionSearchIndex  *self,
          int                    kind,
          int                    field,
          const char            *record,
          const char            *text,
          GError               **error)
{
  int code;

  sqlite3_bind_text (self->insert, 1, record, -1, SQLITE_STATIC);
  sqlite3_bind_int (self->insert, 2, kind);
  sqlite3_bind_int (self->insert, 3, field);
  sqlite3_bind_text (self->insert, 4, text, -1, SQLITE_STATIC);
  code = sqlite3_step (self->insert);
  sqlite3_reset (self->insert);

  return code == SQLITE_DONE || coalition_connection_fail (self->db, code, error);
}

static gboolean
add_row (CoalitionSearchIndex         *self,
         int                           kind,
         const char                   *record,
         const CoalitionValue *const  *values,
         GError                      **error)
{
  const CoalitionKind *description = self->kinds[kind];

  for (guint i = 0; i < description->n_fields; i++)
    {
      const CoalitionField *field = &description->fields[i];
      g_autofree char *text = NULL;

      if (!(field->flags & COALITION_FIELD_SEARCHABLE) || values[i]->type == COALITION_VALUE_NULL)
        continue;
      text = coalition_field_format (field, values[i]);
      if (!add_text (self, kind, i, record, text, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
fill_row (const char      *id,
          CoalitionValue  *values,
          gpointer         data)
{
  FillData *fill = data;
  guint n_fields = fill->index->kinds[fill->kind]->n_fields;
  g_autofree const CoalitionValue **pointers = g_new (const CoalitionValue *, n_fields);

  for (guint i = 0; i < n_fields; i++)
    pointers[i] = &values[i];

  return add_row (fill->index, fill->kind, id, pointers, &fill->error);
}

static gboolean
fill (CoalitionSearchIndex  *self,
      GError               **error)
{
  CoalitionStore *store = coalition_store_open (self->path, COALITION_STORE_READ, self->kinds, self->n_kinds, error);
  FillData data = { self, 0, NULL };
  gboolean success = store != NULL;

  for (guint i = 0; i < self->n_kinds && success; i++)
    {
      data.kind = i;
      success = coalition_store_read (store, self->kinds[i], fill_row, &data, error) && data.error == NULL;
    }
  if (data.error != NULL)
    g_propagate_error (error, data.error);
  if (store != NULL)
    coalition_store_close (store, NULL);

  return success;
}

/* Called with the lock held. */
static gboolean
ensure_filled (CoalitionSearchIndex  *self,
               GError               **error)
{
  sqlite3 *db = NULL;

  if (self->db != NULL)
    return TRUE;
  if (!coalition_connection_open (":memory:", SQLITE_OPEN_READWRITE, FALSE, &db, error))
    return FALSE;
  self->db = db;
  if (coalition_connection_execute (db, "CREATE VIRTUAL TABLE words USING fts5 (text, record UNINDEXED, kind UNINDEXED, field UNINDEXED, "
                                        "tokenize = \"unicode61 remove_diacritics 2\", prefix = '2 3')", error)
      && coalition_connection_execute (db, "CREATE TABLE place (record TEXT NOT NULL, word INTEGER NOT NULL, PRIMARY KEY (record, word)) "
                                           "WITHOUT ROWID", error)
      && coalition_connection_execute (db, "BEGIN", error)
      && (self->insert = coalition_connection_prepare (db, "INSERT INTO words (record, kind, field, text) VALUES (?1, ?2, ?3, ?4)", error)) != NULL
      && (self->remove = coalition_connection_prepare (db, "DELETE FROM words WHERE rowid = ?", error)) != NULL
      && (self->query = coalition_connection_prepare (db, "SELECT record, kind, field, snippet (words, 0, '', '', '…', 12) FROM words "
                                                          "WHERE words MATCH ? ORDER BY bm25 (words) + field * 0.05 LIMIT ?", error)) != NULL
      && fill (self, error)
      && coalition_connection_execute (db, "INSERT INTO place SELECT record, rowid FROM words", error)
      && coalition_connection_execute (db, "COMMIT", error))
    return TRUE;

  g_clear_pointer (&self->insert, sqlite3_finalize);
  g_clear_pointer (&self->remove, sqlite3_finalize);
  g_clear_pointer (&self->query, sqlite3_finalize);
  g_clear_pointer (&self->db, sqlite3_close_v2);

  return FALSE;
}

static gboolean
remove_record (CoalitionSearchIndex  *self,
               const char            *record,
               GError               **error)
{
  g_autoptr (sqlite3_stmt) find = coalition_connection_prepare (self->db, "SELECT word FROM place WHERE record = ?", error);
  g_autoptr (sqlite3_stmt) forget = coalition_connection_prepare (self->db, "DELETE FROM place WHERE record = ?", error);
  int code = SQLITE_DONE;

  if (find == NULL || forget == NULL)
    return FALSE;
  sqlite3_bind_text (find, 1, record, -1, SQLITE_STATIC);
  sqlite3_bind_text (forget, 1, record, -1, SQLITE_STATIC);
  while (code == SQLITE_DONE && sqlite3_step (find) == SQLITE_ROW)
    {
      sqlite3_bind_int64 (self->remove, 1, sqlite3_column_int64 (find, 0));
      code = sqlite3_step (self->remove);
      sqlite3_reset (self->remove);
    }
  if (code == SQLITE_DONE)
    code = sqlite3_step (forget);

  return code == SQLITE_DONE || coalition_connection_fail (self->db, code, error);
}

/**
 * coalition_search_index_replace:
 * @self: an index
 * @kind: place of the record's kind
 * @record: id of the record
 * @values: (nullable) (array): pointers to its values, or %NULL if it is gone
 * @error: return location for a #GError
 *
 * Brings one record up to date. Before its first use an index has nothing to bring up to date.
 *
 * Returns: %TRUE on success
 */
gboolean
coalition_search_index_replace (CoalitionSearchIndex         *self,
                                int                           kind,
                                const char                   *record,
                                const CoalitionValue *const  *values,
                                GError                      **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_autoptr (sqlite3_stmt) remember = NULL;
  gint64 before;
  int code;

  if (self->db == NULL)
    return TRUE;
  if (!remove_record (self, record, error))
    return FALSE;
  if (values == NULL)
    return TRUE;
  if (!coalition_connection_get_integer (self->db, "SELECT coalesce (max (rowid), 0) FROM words", &before, error)
      || !add_row (self, kind, record, values, error))
    return FALSE;
  remember = coalition_connection_prepare (self->db, "INSERT INTO place SELECT record, rowid FROM words WHERE rowid > ?", error);
  if (remember == NULL)
    return FALSE;
  sqlite3_bind_int64 (remember, 1, before);
  code = sqlite3_step (remember);

  return code == SQLITE_DONE || coalition_connection_fail (self->db, code, error);
}

/* Every word as a prefix, quoted, so that nothing a person types is syntax. */
static char *
write_match (const char *query)
{
  g_autofree char *folded = coalition_text_fold (query);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t.,;:!?()[]{}\"'/\\-_+*&|<>=@#%", -1);
  GString *match = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (match, "%s\"%s\"*", match->len > 0 ? " " : "", words[i]);

  return g_string_free (match, FALSE);
}

/**
 * coalition_search_index_query:
 * @self: an index
 * @query: what a person typed
 * @limit: the most hits wanted
 * @error: return location for a #GError
 *
 * Finds fields that hold words beginning with every word of @query; case and accents do not count.
 *
 * Returns: (transfer full) (element-type CoalitionIndexHit): the hits, best first, or %NULL with @error set
 */
GPtrArray *
coalition_search_index_query (CoalitionSearchIndex  *self,
                              const char            *query,
                              guint                  limit,
                              GError               **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) coalition_index_hit_free);
  g_autofree char *match = write_match (query);
  int code;

  if (!ensure_filled (self, error))
    return NULL;
  if (*match == '\0')
    return g_steal_pointer (&hits);

  sqlite3_bind_text (self->query, 1, match, -1, SQLITE_STATIC);
  sqlite3_bind_int (self->query, 2, limit);
  while ((code = sqlite3_step (self->query)) == SQLITE_ROW)
    {
      CoalitionIndexHit *hit = g_new0 (CoalitionIndexHit, 1);

      hit->record = g_strdup ((const char *) sqlite3_column_text (self->query, 0));
      hit->kind = sqlite3_column_int (self->query, 1);
      hit->field = sqlite3_column_int (self->query, 2);
      hit->snippet = g_strdup ((const char *) sqlite3_column_text (self->query, 3));
      g_ptr_array_add (hits, hit);
    }
  if (code != SQLITE_DONE)
    coalition_connection_fail (self->db, code, error);
  sqlite3_reset (self->query);

  return code == SQLITE_DONE ? g_steal_pointer (&hits) : NULL;
}

/**
 * coalition_index_hit_free:
 * @self: (transfer full): a hit
 *
 * Frees a hit.
 */
void
coalition_index_hit_free (CoalitionIndexHit *self)
{
  g_free (self->record);
  g_free (self->snippet);
  g_free (self);
}
