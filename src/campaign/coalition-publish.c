/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* For renameat2(). */
#define _GNU_SOURCE

#include "config.h"

#include "coalition-publish.h"

#include "coalition-campaign.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

/* Publishing: a whole, checked copy takes the place of a person's file in one step, or nothing happens.
 *
 * Files that the kernel knows by a path (the document portal's included) are replaced by our own hands: a temporary file
 * in the same folder, synced, then renamed. g_file_replace() makes the same calls when all is well, but with
 * %G_FILE_CREATE_REPLACE_DESTINATION it deletes the original and starts afresh in its place when no temporary file
 * can be made, so that a disk without free inodes ends with an empty file. Other files (shares that only GVfs reaches) go
 * through g_file_replace() with their etag. */

#define ACL_ACCESS "system.posix_acl_access"

static void
set_errno (GError **error,
           int      code)
{
  /* GLib knows no code for a used-up quota, but to the person it is a full disk. */
  g_set_error_literal (error, G_IO_ERROR, code == EDQUOT ? G_IO_ERROR_NO_SPACE : g_io_error_from_errno (code),
                       g_strerror (code));
}

/* --- What the replaced file looked like ---------------------------------------------------------------------------- */

/* Copies the extended attributes that belong to the person or say who may read. Returns %FALSE if there was an access
 * list and it could not be kept. */
static gboolean
keep_attributes (int         fd,
                 const char *original)
{
  g_autofree char *names = NULL;
  gboolean is_kept = TRUE;
  gssize length = listxattr (original, NULL, 0);

  if (length <= 0)
    return TRUE;
  names = g_malloc (length);
  length = listxattr (original, names, length);
  for (gssize i = 0; i < length; i += strlen (names + i) + 1)
    {
      const char *name = names + i;
      gboolean is_acl = strcmp (name, ACL_ACCESS) == 0;
      g_autofree char *value = NULL;
      gssize size;

      if (!is_acl && !g_str_has_prefix (name, "user."))
        continue;
      size = getxattr (original, name, NULL, 0);
      value = g_malloc (MAX (size, 1));
      if (size >= 0)
        size = getxattr (original, name, value, size);
      if ((size < 0 || fsetxattr (fd, name, value, size, 0) != 0) && is_acl)
        is_kept = FALSE;
    }

  return is_kept;
}

/* Gives the new file the owner, group, mode and access list of the old one, as far as the system lets us. What cannot be
 * kept is never made up for by letting more people in: with another group, the group gets what everybody has. */
static mode_t
keep_permissions (int                fd,
                  const char        *original,
                  const struct stat *old)
{
  mode_t mode = old->st_mode & 07777;
  struct stat new;

  if (fstat (fd, &new) != 0)
    return 0600;
  if ((new.st_uid != old->st_uid || new.st_gid != old->st_gid) &&
      fchown (fd, old->st_uid, old->st_gid) != 0 &&
      fchown (fd, (uid_t) -1, old->st_gid) != 0)
    mode = (mode & 0707) | ((mode & 07) << 3);
  if (!keep_attributes (fd, original))
    mode = (mode & 0707) | ((mode & 07) << 3);
  if (fchmod (fd, mode) != 0)
    return 0600;

  return mode;
}

/* --- Replacing a file that has a path ------------------------------------------------------------------------------ */

static gboolean
copy_bytes (int                  from,
            int                  to,
            CoalitionFileStamp  *stamp,
            GError             **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *buffer = g_malloc (64 * 1024);
  gssize n_read;

  stamp->size = 0;
  while ((n_read = TEMP_FAILURE_RETRY (read (from, buffer, 64 * 1024))) > 0)
    {
      for (gssize written = 0; written < n_read;)
        {
          gssize n = TEMP_FAILURE_RETRY (write (to, buffer + written, n_read - written));

          if (n < 0)
            {
              set_errno (error, errno);
              return FALSE;
            }
          written += n;
        }
      g_checksum_update (checksum, (guchar *) buffer, n_read);
      stamp->size += n_read;
    }
  if (n_read < 0)
    {
      set_errno (error, errno);
      return FALSE;
    }

  stamp->sha256 = g_strdup (g_checksum_get_string (checksum));
  return TRUE;
}

/* Puts @temporary in the place of @path; if @is_new, only where nothing is yet. */
static gboolean
move_into_place (const char  *temporary,
                 const char  *path,
                 gboolean     is_new,
                 GError     **error)
{
  int result;

  if (!is_new)
    result = rename (temporary, path);
  else
    {
      result = renameat2 (AT_FDCWD, temporary, AT_FDCWD, path, RENAME_NOREPLACE);
      if (result != 0 && (errno == EINVAL || errno == ENOSYS))
        {
          /* Network and FUSE file systems know no such rename; a hard link does not replace either. */
          result = link (temporary, path);
          if (result == 0)
            unlink (temporary);
          else if (errno != EEXIST && !g_file_test (path, G_FILE_TEST_EXISTS))
            result = rename (temporary, path);
        }
    }
  if (result != 0)
    set_errno (error, errno);

  return result == 0;
}

/* The name of a file is as safe as its folder is synced; some file systems cannot, and then there is nothing to do. */
static void
sync_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd >= 0)
    {
      (void) fsync (fd);
      (void) close (fd);
    }
}

static void
set_changed (GFile   *target,
             GError **error)
{
  g_autofree char *base = g_file_get_basename (target);
  g_autofree char *name = g_filename_display_name (base);

  g_set_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_CHANGED,
               _("“%s” was changed by another program or on another computer. Nothing was overwritten: decide whether to "
                 "take that version or to keep both."),
               name);
}

static gboolean
check_unchanged (GFile                     *target,
                 const CoalitionFileStamp  *expected,
                 char                     **etag,
                 GError                   **error)
{
  g_auto (CoalitionFileStamp) now = { 0 };

  if (!coalition_file_stamp_read (target, NULL, &now, NULL, error))
    return FALSE;
  if (!coalition_file_stamp_equal (&now, expected))
    {
      set_changed (target, error);
      return FALSE;
    }
  if (etag != NULL)
    *etag = g_steal_pointer (&now.etag);

  return TRUE;
}

/* Fills the temporary file @fd and makes it durable. */
static gboolean
fill_temporary (int                        fd,
                const char                *copy,
                const char                *path,
                const CoalitionFileStamp  *expected,
                CoalitionFileStamp        *result,
                mode_t                    *mode,
                GError                   **error)
{
  struct stat old;
  gboolean is_filled;
  int source = open (copy, O_RDONLY | O_CLOEXEC);

  if (source < 0)
    {
      set_errno (error, errno);
      return FALSE;
    }
  is_filled = copy_bytes (source, fd, result, error);
  (void) close (source);
  if (!is_filled)
    return FALSE;
  if (expected != NULL)
    {
      if (stat (path, &old) != 0)
        {
          set_errno (error, errno);
          return FALSE;
        }
      *mode = keep_permissions (fd, path, &old);
    }
  if (fsync (fd) != 0)
    {
      set_errno (error, errno);
      return FALSE;
    }

  return TRUE;
}

static gboolean
publish_path (const char                *copy,
              GFile                     *target,
              const char                *path,
              const char                *temporary,
              const CoalitionFileStamp  *expected,
              CoalitionFileStamp        *result,
              GError                   **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  mode_t mode = 0;
  struct stat now;
  int fd;
  gboolean is_done;

  fd = open (temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, expected != NULL ? 0600 : 0666);
  if (fd < 0)
    {
      set_errno (error, errno);
      return FALSE;
    }
  is_done = fill_temporary (fd, copy, path, expected, result, &mode, error);
  if (close (fd) != 0 && is_done)
    {
      set_errno (error, errno);
      is_done = FALSE;
    }
  if (is_done && expected != NULL)
    is_done = check_unchanged (target, expected, NULL, error);
  if (is_done)
    is_done = move_into_place (temporary, path, expected == NULL, error);
  if (!is_done)
    {
      (void) unlink (temporary);
      return FALSE;
    }

  sync_folder (folder);
  /* The portal of Debian 12 forgets the mode on the way. */
  if (expected != NULL && stat (path, &now) == 0 && (now.st_mode & 07777) != mode)
    (void) chmod (path, mode);

  return TRUE;
}

/* --- Replacing a file that only GIO reaches ------------------------------------------------------------------------ */

static gboolean
publish_stream (const char                *copy,
                GFile                     *target,
                const CoalitionFileStamp  *expected,
                const char                *etag,
                CoalitionFileStamp        *result,
                GError                   **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (copy);
  g_autoptr (GFileInputStream) input = g_file_read (source, NULL, error);
  g_autoptr (GFileOutputStream) output = NULL;
  g_autoptr (GCancellable) abandon = g_cancellable_new ();

  if (input == NULL)
    return FALSE;
  if (expected != NULL)
    output = g_file_replace (target, etag, FALSE, G_FILE_CREATE_REPLACE_DESTINATION | G_FILE_CREATE_PRIVATE, NULL, error);
  else
    output = g_file_create (target, G_FILE_CREATE_NONE, NULL, error);
  if (output == NULL)
    return FALSE;
  if (g_output_stream_splice (G_OUTPUT_STREAM (output), G_INPUT_STREAM (input), G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE,
                              NULL, error) < 0 ||
      (expected != NULL && !check_unchanged (target, expected, NULL, error)))
    {
      /* Closing with a cancelled cancellable drops what was written and leaves the original. */
      g_cancellable_cancel (abandon);
      g_output_stream_close (G_OUTPUT_STREAM (output), abandon, NULL);
      if (expected == NULL)
        g_file_delete (target, NULL, NULL);
      return FALSE;
    }
  if (!g_output_stream_close (G_OUTPUT_STREAM (output), NULL, error))
    {
      if (expected == NULL)
        g_file_delete (target, NULL, NULL);
      return FALSE;
    }

  return coalition_file_stamp_read (source, NULL, result, NULL, error);
}

/* --- Words --------------------------------------------------------------------------------------------------------- */

/**
 * coalition_publish_explain:
 * @target: the person's file that could not be written
 * @cause: why: a #GIOErrorEnum, or an error of this layer, which is passed on as it is
 * @error: return location for a #GError
 *
 * Says in words for people that a file was not saved, why, and what to do. Sets %COALITION_CAMPAIGN_ERROR_STORAGE.
 */
void
coalition_publish_explain (GFile         *target,
                           const GError  *cause,
                           GError       **error)
{
  g_autofree char *base = g_file_get_basename (target);
  g_autofree char *name = g_filename_display_name (base);
  g_autoptr (GFile) folder = g_file_get_parent (target);
  const char *format;

  if (cause->domain == COALITION_CAMPAIGN_ERROR)
    {
      if (error != NULL)
        *error = g_error_copy (cause);
      return;
    }

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    format = N_("“%s” could not be saved: the disk is full. The file is as it was. Make some room, or save a copy "
                "elsewhere.");
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    format = N_("“%s” could not be saved: its disk or share cannot be written to. The file is as it was. Save a copy "
                "elsewhere.");
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    format = N_("“%s” could not be saved: you are not allowed to write in its folder. The file is as it was. Ask "
                "whoever looks after the folder, or save a copy elsewhere.");
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_EXISTS))
    format = N_("“%s” could not be saved: there is a file of that name already. Choose another name.");
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) &&
           folder != NULL && g_file_query_exists (folder, NULL))
    format = N_("“%s” could not be saved: the file is no longer there. Put it back, or save a copy.");
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
           g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    format = N_("“%s” could not be saved: its folder is no longer there. Connect the disk or share again, or save a copy "
                "elsewhere.");
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_MOUNTED) ||
           g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED) ||
           g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_TIMED_OUT) ||
           g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE))
    format = N_("“%s” could not be saved: the share it is on does not answer. Connect it again, or save a copy "
                "elsewhere.");
  else
    {
      g_set_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_STORAGE,
                   _("“%s” could not be saved: %s. The file is as it was. Try again, or save a copy elsewhere."),
                   name, cause->message);
      return;
    }

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_STORAGE, _(format), name);
#pragma GCC diagnostic pop
}

/* --- Public -------------------------------------------------------------------------------------------------------- */

/**
 * coalition_publish_resolve:
 * @file: a file as the person named it
 *
 * Follows symbolic links, so that the file that a link names is replaced and not the link, and so that one file has one
 * name. The file itself need not exist yet.
 *
 * Returns: (transfer full): the file that is meant
 */
GFile *
coalition_publish_resolve (GFile *file)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *folder = NULL;
  g_autofree char *base = NULL;
  char *real;
  GFile *result;

  if (path == NULL)
    return g_object_ref (file);
  real = realpath (path, NULL);
  if (real == NULL)
    {
      char *real_folder;

      folder = g_path_get_dirname (path);
      base = g_path_get_basename (path);
      real_folder = realpath (folder, NULL);
      if (real_folder == NULL)
        return g_object_ref (file);
      result = g_file_new_build_filename (real_folder, base, NULL);
      free (real_folder);
      return result;
    }
  result = g_file_new_for_path (real);
  free (real);

  return result;
}

/**
 * coalition_publish_temporary:
 * @target: the person's file, resolved
 *
 * Makes up a name for the file that is written beside @target before it takes its place. The caller notes it first, so that
 * it can be cleared away if the process ends in between.
 *
 * Returns: (transfer full) (nullable): a path, or %NULL if @target has none
 */
char *
coalition_publish_temporary (GFile *target)
{
  const char *path = g_file_peek_path (target);
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autofree char *id = g_uuid_string_random ();

  /* The kind of name that GIO gives such files: synchronization programs and file managers know to leave it alone. */
  id[6] = '\0';
  return folder != NULL ? g_strdup_printf ("%s/.goutputstream-%s", folder, id) : NULL;
}

/**
 * coalition_publish_file:
 * @copy: path of a whole, checked file of our own
 * @target: the person's file, resolved
 * @temporary: (nullable): what coalition_publish_temporary() said
 * @expected: (nullable): what the person's file must be like, or %NULL if there must be none
 * @result: (out caller-allocates): what it is like afterwards
 * @error: return location for a #GError
 *
 * Puts the contents of @copy in the place of @target in one step: whoever reads it, and whenever the computer stops, finds
 * either the old file or the new one, whole. Mode, owner, group, access list and the person's extended attributes stay.
 * When it fails, @target is as it was and nothing is left beside it.
 *
 * Returns: %TRUE, or %FALSE with %COALITION_CAMPAIGN_ERROR_CHANGED if the file is not what was expected, or
 *   %COALITION_CAMPAIGN_ERROR_STORAGE
 */
gboolean
coalition_publish_file (const char                *copy,
                        GFile                     *target,
                        const char                *temporary,
                        const CoalitionFileStamp  *expected,
                        CoalitionFileStamp        *result,
                        GError                   **error)
{
  const char *path = g_file_peek_path (target);
  g_autoptr (GError) cause = NULL;
  g_autofree char *etag = NULL;
  g_auto (CoalitionFileStamp) written = { 0 };
  g_autoptr (GFileInfo) info = NULL;
  gboolean is_done;

  is_done = expected == NULL || check_unchanged (target, expected, &etag, &cause);
  if (is_done && path != NULL)
    is_done = publish_path (copy, target, path, temporary, expected, &written, &cause);
  else if (is_done)
    is_done = publish_stream (copy, target, expected, etag, &written, &cause);
  if (!is_done)
    {
      if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
        set_changed (target, error);
      else
        coalition_publish_explain (target, cause, error);
      return FALSE;
    }
  info = g_file_query_info (target, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_free (written.etag);
  written.etag = info != NULL ? g_strdup (g_file_info_get_etag (info)) : NULL;
  coalition_file_stamp_copy (&written, result);

  return TRUE;
}

/**
 * coalition_publish_compare:
 * @target: the person's file, resolved
 * @expected: what it should be like
 * @error: return location for a #GError
 *
 * Looks whether the file is still what it was when it was last read or written.
 *
 * Returns: %TRUE if it is, or %FALSE with %COALITION_CAMPAIGN_ERROR_CHANGED, or %COALITION_CAMPAIGN_ERROR_STORAGE if it
 *   cannot be read
 */
gboolean
coalition_publish_compare (GFile                     *target,
                           const CoalitionFileStamp  *expected,
                           GError                   **error)
{
  g_autoptr (GError) cause = NULL;

  if (check_unchanged (target, expected, NULL, &cause))
    return TRUE;
  coalition_publish_explain (target, cause, error);

  return FALSE;
}
