/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CoalitionFileStamp:
 * @etag: (nullable): what the file system says marks this state of the file; a mere time stamp on most
 * @size: length in bytes
 * @sha256: (nullable): hash of the contents; %NULL if no file has been read yet
 *
 * What a person's file was like when it was last read or written by us. Whether it changed underneath is decided by size
 * and hash; the etag only notices changes made while the file is being read.
 */
typedef struct {
  char *etag;
  guint64 size;
  char *sha256;
} CoalitionFileStamp;

void     coalition_file_stamp_clear (CoalitionFileStamp *self);
void     coalition_file_stamp_copy  (const CoalitionFileStamp *source, CoalitionFileStamp *target);
gboolean coalition_file_stamp_equal (const CoalitionFileStamp *a, const CoalitionFileStamp *b);
gboolean coalition_file_stamp_read  (GFile *file, const char *copy, CoalitionFileStamp *stamp,
                                     GCancellable *cancellable, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CoalitionFileStamp, coalition_file_stamp_clear)

G_END_DECLS
