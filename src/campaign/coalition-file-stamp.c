/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-file-stamp.h"

#include <glib/gi18n-lib.h>

/* How often a file that changes while it is being read is read again. */
#define ATTEMPTS 5

#define CHUNK (64 * 1024)

/* Reads all of @input, hashes it and writes it to @output if there is one. */
static gboolean
read_all (GInputStream   *input,
          GOutputStream  *output,
          guint64        *size,
          char          **sha256,
          GCancellable   *cancellable,
          GError        **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *buffer = g_malloc (CHUNK);
  gssize n_read;

  *size = 0;
  while ((n_read = g_input_stream_read (input, buffer, CHUNK, cancellable, error)) > 0)
    {
      g_checksum_update (checksum, (guchar *) buffer, n_read);
      *size += n_read;
      if (output != NULL && !g_output_stream_write_all (output, buffer, n_read, NULL, cancellable, error))
        return FALSE;
    }
  if (n_read < 0)
    return FALSE;

  *sha256 = g_strdup (g_checksum_get_string (checksum));
  return TRUE;
}

static char *
query_etag (GFile         *file,
            goffset       *size,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GFileInfo) info = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    return NULL;

  *size = g_file_info_get_size (info);
  return g_strdup (g_file_info_get_etag (info) != NULL ? g_file_info_get_etag (info) : "");
}

static gboolean
read_once (GFile               *file,
           const char          *copy,
           CoalitionFileStamp  *stamp,
           gboolean            *is_steady,
           GCancellable        *cancellable,
           GError             **error)
{
  g_autoptr (GFileInputStream) input = NULL;
  g_autoptr (GFileOutputStream) output = NULL;
  g_autofree char *after = NULL;
  goffset size = 0;

  stamp->etag = query_etag (file, &size, cancellable, error);
  if (stamp->etag == NULL)
    return FALSE;
  input = g_file_read (file, cancellable, error);
  if (input == NULL)
    return FALSE;
  if (copy != NULL)
    {
      g_autoptr (GFile) target = g_file_new_for_path (copy);

      output = g_file_replace (target, NULL, FALSE, G_FILE_CREATE_PRIVATE, cancellable, error);
      if (output == NULL)
        return FALSE;
    }
  if (!read_all (G_INPUT_STREAM (input), G_OUTPUT_STREAM (output), &stamp->size, &stamp->sha256, cancellable, error))
    return FALSE;
  if (output != NULL && !g_output_stream_close (G_OUTPUT_STREAM (output), cancellable, error))
    return FALSE;
  after = query_etag (file, &size, cancellable, error);
  if (after == NULL)
    return FALSE;

  *is_steady = strcmp (stamp->etag, after) == 0 && stamp->size == (guint64) size;
  return TRUE;
}

/**
 * coalition_file_stamp_read:
 * @file: a person's file
 * @copy: (nullable): path of a file of our own that takes the bytes as they are read
 * @stamp: (out caller-allocates): what was read; empty before
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Reads the whole file once through GIO (the file may be one that only GIO can read) and says what it was like. If the
 * file is being written meanwhile it is read again, so that copy and stamp are those of one moment.
 *
 * Returns: %TRUE, or %FALSE with a #GIOErrorEnum
 */
gboolean
coalition_file_stamp_read (GFile               *file,
                           const char          *copy,
                           CoalitionFileStamp  *stamp,
                           GCancellable        *cancellable,
                           GError             **error)
{
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (stamp != NULL, FALSE);

  for (int i = 0; i < ATTEMPTS; i++)
    {
      gboolean is_steady = FALSE;

      coalition_file_stamp_clear (stamp);
      if (!read_once (file, copy, stamp, &is_steady, cancellable, error))
        {
          coalition_file_stamp_clear (stamp);
          return FALSE;
        }
      if (is_steady)
        return TRUE;
    }

  coalition_file_stamp_clear (stamp);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY, _("another program is writing to the file just now"));
  return FALSE;
}

/**
 * coalition_file_stamp_equal:
 * @a: a stamp
 * @b: another
 *
 * Returns: %TRUE if both are of the same contents, whatever the time stamps say
 */
gboolean
coalition_file_stamp_equal (const CoalitionFileStamp *a,
                            const CoalitionFileStamp *b)
{
  return a->size == b->size && g_strcmp0 (a->sha256, b->sha256) == 0;
}

/**
 * coalition_file_stamp_copy:
 * @source: a stamp
 * @target: an initialized stamp, whose contents are replaced
 *
 * Copies one stamp over another.
 */
void
coalition_file_stamp_copy (const CoalitionFileStamp *source,
                           CoalitionFileStamp       *target)
{
  CoalitionFileStamp copy = { g_strdup (source->etag), source->size, g_strdup (source->sha256) };

  coalition_file_stamp_clear (target);
  *target = copy;
}

/**
 * coalition_file_stamp_clear:
 * @self: a stamp
 *
 * Frees what the stamp holds and empties it.
 */
void
coalition_file_stamp_clear (CoalitionFileStamp *self)
{
  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->sha256, g_free);
  self->size = 0;
}
