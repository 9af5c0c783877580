/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-file-stamp.h"

G_BEGIN_DECLS

/**
 * CoalitionWorkingCopy:
 * @database: path of the database that is edited
 * @name: (nullable): the name of the person's file as the person gave it, an URI; %NULL for a draft
 * @location: (nullable): the same with symbolic links followed, an URI; %NULL for a draft
 * @published: what the person's file was like when it was last read or written
 * @head: (nullable): the newest history entry that the person's file holds
 * @pending_sha256: (nullable): hash of what was about to take the file's place
 * @pending_size: its size
 * @pending_head: (nullable): the newest history entry in it
 * @temporary: (nullable): path of a file of ours beside the person's, if one may be there
 * @is_fresh: it was made with nothing of the person's in it
 *
 * The private database behind an open document, the lock that says that a process uses it, and the sidecar file that
 * remembers whose working copy it is. All but @database is what the sidecar holds, written by
 * coalition_working_copy_save().
 */
typedef struct {
  char *database;
  char *name;
  char *location;
  CoalitionFileStamp published;
  char *head;
  char *pending_sha256;
  guint64 pending_size;
  char *pending_head;
  char *temporary;
  gboolean is_fresh;
  /*< private >*/
  int lock;
} CoalitionWorkingCopy;

/**
 * CoalitionWorkingCopyFunc:
 * @copy: a working copy that no process has open
 * @data: user data
 *
 * Called for each by coalition_working_copy_review().
 *
 * Returns: %FALSE to have it deleted; its database must be closed then
 */
typedef gboolean (*CoalitionWorkingCopyFunc) (CoalitionWorkingCopy *copy, gpointer data);

char                 *coalition_working_copy_folder    (const char *name, GError **error);
CoalitionWorkingCopy *coalition_working_copy_claim     (const char *campaign_id, GFile *file, GFile *resolved,
                                                        const CoalitionWorkingCopy *instead_of, GError **error);
gboolean              coalition_working_copy_find      (GFile *resolved, CoalitionWorkingCopy **left, char **live, GError **error);
CoalitionWorkingCopy *coalition_working_copy_take      (const char *database, GError **error);
gboolean              coalition_working_copy_review    (CoalitionWorkingCopyFunc func, gpointer data, GError **error);
gboolean              coalition_working_copy_move      (CoalitionWorkingCopy *self, GFile *file, GFile *resolved, GError **error);
gboolean              coalition_working_copy_save      (CoalitionWorkingCopy *self, GError **error);
void                  coalition_working_copy_tidy      (CoalitionWorkingCopy *self);
gboolean              coalition_working_copy_is_draft  (const CoalitionWorkingCopy *self);
gboolean              coalition_working_copy_remove    (CoalitionWorkingCopy *self, GError **error);
void                  coalition_working_copy_free      (CoalitionWorkingCopy *self);
char                 *coalition_working_copy_set_aside (CoalitionWorkingCopy *self, GError **error);
char                 *coalition_working_copy_backup_path (const char *name, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoalitionWorkingCopy, coalition_working_copy_free)

G_END_DECLS
