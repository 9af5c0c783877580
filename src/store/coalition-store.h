/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-kind.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CoalitionStoreError:
 * @COALITION_STORE_ERROR_NOT_CAMPAIGN: not a database of this application
 * @COALITION_STORE_ERROR_DAMAGED: damaged, or its schema is not the expected one
 * @COALITION_STORE_ERROR_NEWER: of a newer version
 * @COALITION_STORE_ERROR_FULL: no room on the disk
 * @COALITION_STORE_ERROR_BUSY: locked by another program
 * @COALITION_STORE_ERROR_CONSTRAINT: a rule of the schema is broken
 * @COALITION_STORE_ERROR_CONFLICT: a changeset does not fit what is there
 * @COALITION_STORE_ERROR_FAILED: anything else
 *
 * Errors of the store layer; the messages are SQLite's, for campaign/ to wrap in words for people.
 */
typedef enum {
  COALITION_STORE_ERROR_NOT_CAMPAIGN,
  COALITION_STORE_ERROR_DAMAGED,
  COALITION_STORE_ERROR_NEWER,
  COALITION_STORE_ERROR_FULL,
  COALITION_STORE_ERROR_BUSY,
  COALITION_STORE_ERROR_CONSTRAINT,
  COALITION_STORE_ERROR_CONFLICT,
  COALITION_STORE_ERROR_FAILED,
} CoalitionStoreError;

#define COALITION_STORE_ERROR (coalition_store_error_quark ())
GQuark coalition_store_error_quark (void);

/* "COAL" in ASCII, at offset 68 of the file. */
#define COALITION_STORE_APPLICATION_ID 0x434f414c

/**
 * CoalitionStoreMode:
 * @COALITION_STORE_CREATE: make a new database; the file must not exist
 * @COALITION_STORE_WRITE: the one writing connection of a working copy (WAL); migrates it first
 * @COALITION_STORE_READ: a reading connection beside it
 *
 * How a database is opened.
 */
typedef enum {
  COALITION_STORE_CREATE,
  COALITION_STORE_WRITE,
  COALITION_STORE_READ,
} CoalitionStoreMode;

/**
 * CoalitionStore:
 *
 * One connection to a campaign's database, and the statements generated from the kinds.
 */
typedef struct _CoalitionStore CoalitionStore;

/**
 * CoalitionRowFunc:
 * @id: key of the row
 * @values: as many as the kind has fields; only valid during the call
 * @data: user data
 *
 * Called for each row that coalition_store_read() finds.
 *
 * Returns: %FALSE to stop
 */
typedef gboolean (*CoalitionRowFunc) (const char *id, CoalitionValue *values, gpointer data);

CoalitionStore *coalition_store_open         (const char *path, CoalitionStoreMode mode,
                                              const CoalitionKind *const *kinds, guint n_kinds, GError **error);
gboolean        coalition_store_close        (CoalitionStore *self, GError **error);
gboolean        coalition_store_read         (CoalitionStore *self, const CoalitionKind *kind, CoalitionRowFunc func,
                                              gpointer data, GError **error);
gboolean        coalition_store_insert       (CoalitionStore *self, const CoalitionKind *kind, const char *id,
                                              const CoalitionValue *values, GError **error);
gboolean        coalition_store_update       (CoalitionStore *self, const CoalitionKind *kind, const char *id,
                                              guint field, const CoalitionValue *value, gboolean *found, GError **error);
gboolean        coalition_store_delete       (CoalitionStore *self, const CoalitionKind *kind, const char *id,
                                              gboolean *found, GError **error);
GPtrArray      *coalition_store_find_referring (CoalitionStore *self, const CoalitionKind *kind, guint field,
                                              const char *id, GError **error);
gboolean        coalition_store_write_copy   (CoalitionStore *self, const char *path, GError **error);
gboolean        coalition_store_checkpoint   (CoalitionStore *self, GError **error);

/* A transaction records what changes; its changeset becomes the history entry. */
gboolean        coalition_store_begin        (CoalitionStore *self, GError **error);
GBytes         *coalition_store_get_changeset (CoalitionStore *self, GError **error);
GArray         *coalition_store_read_places  (CoalitionStore *self, GBytes *changeset, GError **error);
gboolean        coalition_store_commit       (CoalitionStore *self, GError **error);
void            coalition_store_rollback     (CoalitionStore *self);
gboolean        coalition_store_apply        (CoalitionStore *self, GBytes *changeset, gboolean inverted, GError **error);

/**
 * CoalitionStoredEntry:
 *
 * One row of the history. @arguments fill the placeholders of @message. @changeset is %NULL where it was thinned away
 * or never could be undone. @schema is the version under which it was written.
 */
typedef struct {
  char *id;
  char *parent;
  char *author;
  char *time;
  char *message;
  GStrv arguments;
  char *undoes;
  gboolean is_redo;
  int schema;
  gboolean has_changeset;
} CoalitionStoredEntry;

void       coalition_stored_entry_free     (CoalitionStoredEntry *self);
gboolean   coalition_store_append_history  (CoalitionStore *self, const CoalitionStoredEntry *entry, GBytes *changeset, GError **error);
GPtrArray *coalition_store_read_history    (CoalitionStore *self, GError **error);
GBytes    *coalition_store_read_changeset  (CoalitionStore *self, const char *entry_id, GError **error);

int        coalition_store_get_version     (void);
int        coalition_store_get_barrier     (void);

/**
 * CoalitionStoreCheck:
 *
 * What coalition_store_check() found; see CoalitionFileCheck.
 */
typedef struct {
  gboolean is_campaign;
  gboolean is_whole;
  int version;
  char *campaign_id;
  char *head;
  GPtrArray *problems;
} CoalitionStoreCheck;

void     coalition_store_check_clear (CoalitionStoreCheck *self);
gboolean coalition_store_check       (const char *path, const CoalitionKind *const *kinds, guint n_kinds,
                                      CoalitionStoreCheck *check, GError **error);

G_END_DECLS
