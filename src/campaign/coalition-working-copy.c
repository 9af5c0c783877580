/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-working-copy.h"

#include "coalition-campaign.h"
#include "coalition-clock.h"
#include "coalition-text.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* In the application's own folder:
 *
 *   working/ID-HASH.coalition   the database, with SQLite's -wal and -shm; ID is the campaign's, HASH that of the location
 *   working/ID-HASH.ini         the sidecar
 *   working/ID-HASH.lock        locked while a process has it open
 *   drafts/UUID.*               the same for campaigns that began as drafts
 *   backups/NAME (TIME).coalition
 *   .lock                       locked for the moment in which names are looked up, claimed or removed
 *
 * Which working copy belongs to a file is asked of the sidecars, not of the names: a draft stays where it is when it is
 * given a file, for a database must not be moved while it is open. Locks are flock()s, so two of one process exclude each other too,
 * and the kernel lets go of them however the process ends. */

#define GROUP "Working copy"

static const char *const folders[] = { "working", "drafts" };

static void
set_storage_error (GError     **error,
                   const char  *path,
                   int          code)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_STORAGE,
               _("Coalition cannot keep its working copies in “%s”: %s."), name, g_strerror (code));
}

/**
 * coalition_working_copy_folder:
 * @name: (nullable): the name of a folder, or %NULL for the one that holds them
 * @error: return location for a #GError
 *
 * A folder of the application's own, which nobody else may look into. It is made if it is not there.
 *
 * Returns: (transfer full): its path, or %NULL with %COALITION_CAMPAIGN_ERROR_STORAGE
 */
char *
coalition_working_copy_folder (const char  *name,
                               GError     **error)
{
  g_autofree char *own = g_build_filename (g_get_user_data_dir (), "coalition", NULL);
  g_autofree char *path = g_build_filename (own, name, NULL);
  struct stat found;

  if (g_mkdir_with_parents (path, 0700) != 0 || stat (path, &found) != 0 ||
      ((found.st_mode & 0077) != 0 && chmod (path, 0700) != 0))
    {
      set_storage_error (error, path, errno);
      return NULL;
    }

  return g_steal_pointer (&path);
}

/* --- Locks --------------------------------------------------------------------------------------------------------- */

/* Locks the file @path. Returns a descriptor, -1 if another has it, -2 with @error. */
static int
lock_file (const char  *path,
           gboolean     wait,
           GError     **error)
{
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      set_storage_error (error, path, errno);
      return -2;
    }
  while (flock (fd, wait ? LOCK_EX : LOCK_EX | LOCK_NB) != 0)
    {
      int code = errno;

      if (code == EINTR)
        continue;
      (void) close (fd);
      if (code == EWOULDBLOCK)
        return -1;
      set_storage_error (error, path, code);
      return -2;
    }

  return fd;
}

static int
lock_folders (GError **error)
{
  g_autofree char *own = coalition_working_copy_folder (NULL, error);
  g_autofree char *path = NULL;

  if (own == NULL)
    return -2;
  path = g_build_filename (own, ".lock", NULL);

  return lock_file (path, TRUE, error);
}

static char *
beside (const char *database,
        const char *ending)
{
  g_autofree char *stem = g_strndup (database, strlen (database) - strlen (".coalition"));

  return g_strconcat (stem, ending, NULL);
}

/* --- Sidecar ------------------------------------------------------------------------------------------------------- */

static void
set_string (GKeyFile   *file,
            const char *key,
            const char *value)
{
  if (value != NULL)
    g_key_file_set_string (file, GROUP, key, value);
}

/* Reads what the sidecar of @database says; %NULL if there is none. */
static CoalitionWorkingCopy *
read_sidecar (const char *database)
{
  g_autofree char *path = beside (database, ".ini");
  g_autoptr (GKeyFile) file = g_key_file_new ();
  CoalitionWorkingCopy *self;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return NULL;

  self = g_new0 (CoalitionWorkingCopy, 1);
  self->lock = -1;
  self->database = g_strdup (database);
  self->name = g_key_file_get_string (file, GROUP, "File", NULL);
  self->location = g_key_file_get_string (file, GROUP, "Location", NULL);
  self->published.etag = g_key_file_get_string (file, GROUP, "ETag", NULL);
  self->published.size = g_key_file_get_uint64 (file, GROUP, "Size", NULL);
  self->published.sha256 = g_key_file_get_string (file, GROUP, "SHA256", NULL);
  self->head = g_key_file_get_string (file, GROUP, "Head", NULL);
  self->pending_sha256 = g_key_file_get_string (file, GROUP, "PendingSHA256", NULL);
  self->pending_size = g_key_file_get_uint64 (file, GROUP, "PendingSize", NULL);
  self->pending_head = g_key_file_get_string (file, GROUP, "PendingHead", NULL);
  self->temporary = g_key_file_get_string (file, GROUP, "Temporary", NULL);
  self->is_fresh = g_key_file_get_boolean (file, GROUP, "Fresh", NULL);

  return self;
}

/**
 * coalition_working_copy_save:
 * @self: a working copy
 * @error: return location for a #GError
 *
 * Writes the sidecar, whole or not at all, and waits until it is on the disk.
 *
 * Returns: %TRUE, or %FALSE with %COALITION_CAMPAIGN_ERROR_STORAGE
 */
gboolean
coalition_working_copy_save (CoalitionWorkingCopy  *self,
                             GError               **error)
{
  g_autofree char *path = beside (self->database, ".ini");
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *data = NULL;
  g_autoptr (GError) cause = NULL;
  gsize length;

  set_string (file, "File", self->name);
  set_string (file, "Location", self->location);
  set_string (file, "ETag", self->published.etag);
  g_key_file_set_uint64 (file, GROUP, "Size", self->published.size);
  set_string (file, "SHA256", self->published.sha256);
  set_string (file, "Head", self->head);
  set_string (file, "PendingSHA256", self->pending_sha256);
  g_key_file_set_uint64 (file, GROUP, "PendingSize", self->pending_size);
  set_string (file, "PendingHead", self->pending_head);
  set_string (file, "Temporary", self->temporary);
  g_key_file_set_boolean (file, GROUP, "Fresh", self->is_fresh);
  data = g_key_file_to_data (file, &length, NULL);

  if (!g_file_set_contents_full (path, data, length, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                 &cause))
    {
      g_set_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_STORAGE,
                   _("Coalition cannot write in its own folder: %s."), cause->message);
      return FALSE;
    }

  return TRUE;
}

/* --- Looking up; the caller holds the lock of the folders ---------------------------------------------------------- */

/* Everything in both folders, not locked. */
static GPtrArray *
list_all (GError **error)
{
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func ((GDestroyNotify) coalition_working_copy_free);

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = coalition_working_copy_folder (folders[i], error);
      g_autoptr (GDir) dir = NULL;
      const char *name;

      if (folder == NULL)
        return NULL;
      dir = g_dir_open (folder, 0, error);
      if (dir == NULL)
        return NULL;
      while ((name = g_dir_read_name (dir)) != NULL)
        {
          CoalitionWorkingCopy *copy;
          g_autofree char *database = NULL;

          if (!g_str_has_suffix (name, ".ini"))
            continue;
          database = g_strdup_printf ("%s/%.*s.coalition", folder, (int) (strlen (name) - strlen (".ini")), name);
          copy = read_sidecar (database);
          if (copy != NULL)
            g_ptr_array_add (copies, copy);
        }
    }

  return g_steal_pointer (&copies);
}

/* Returns %FALSE if a process has it (or on @error). */
static gboolean
take_lock (CoalitionWorkingCopy  *self,
           GError               **error)
{
  g_autofree char *path = beside (self->database, ".lock");

  self->lock = lock_file (path, FALSE, error);
  return self->lock >= 0;
}

static void
remove_files (CoalitionWorkingCopy *self)
{
  /* The sidecar goes last but for the lock: without it a half-removed database would be nobody's. */
  static const char *const endings[] = {
    ".coalition", ".coalition-wal", ".coalition-shm", ".coalition-journal", ".publish", ".ini", ".lock",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = beside (self->database, endings[i]);

      (void) g_unlink (path);
    }
}

static gboolean
find_locked (const char                  *location,
             const CoalitionWorkingCopy  *instead_of,
             CoalitionWorkingCopy       **left,
             char                       **live,
             GError                     **error)
{
  g_autoptr (GPtrArray) copies = list_all (error);

  if (copies == NULL)
    return FALSE;
  for (guint i = 0; i < copies->len; i++)
    {
      CoalitionWorkingCopy *copy = g_ptr_array_index (copies, i);
      g_autoptr (GError) cause = NULL;

      if (g_strcmp0 (copy->location, location) != 0 ||
          (instead_of != NULL && strcmp (copy->database, instead_of->database) == 0))
        continue;
      if (!take_lock (copy, &cause))
        {
          if (cause != NULL)
            {
              g_propagate_error (error, g_steal_pointer (&cause));
              return FALSE;
            }
          *live = g_strdup (copy->database);
          return TRUE;
        }
      if (!g_file_test (copy->database, G_FILE_TEST_EXISTS))
        {
          /* Claimed by a process that ended before it wrote anything. */
          remove_files (copy);
          continue;
        }
      *left = g_ptr_array_steal_index (copies, i);
      return TRUE;
    }

  return TRUE;
}

static void
set_busy (GFile   *file,
          GError **error)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);

  g_set_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_BUSY,
               _("“%s” is open in Coalition already. Close it there first."), name);
}

/* --- Public -------------------------------------------------------------------------------------------------------- */

/**
 * coalition_working_copy_find:
 * @resolved: a person's file, resolved
 * @left: (out) (nullable): a working copy that a process left behind when it ended, now locked for the caller
 * @live: (out) (nullable): path of a working copy that a process has open, this one included
 * @error: return location for a #GError
 *
 * Looks for the working copy of a file. At most one of @left and @live is set.
 *
 * Returns: %TRUE, or %FALSE with %COALITION_CAMPAIGN_ERROR_STORAGE
 */
gboolean
coalition_working_copy_find (GFile                 *resolved,
                             CoalitionWorkingCopy **left,
                             char                 **live,
                             GError               **error)
{
  g_autofree char *location = g_file_get_uri (resolved);
  int guard = lock_folders (error);
  gboolean is_done;

  *left = NULL;
  *live = NULL;
  if (guard < 0)
    return FALSE;
  is_done = find_locked (location, NULL, left, live, error);
  (void) close (guard);

  return is_done;
}

static char *
make_name (const char  *folder,
           const char  *campaign_id,
           const char  *location)
{
  g_autofree char *hash = location != NULL ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, location, -1) : NULL;
  g_autofree char *stem = NULL;
  g_autofree char *id = g_strdup (campaign_id);

  if (location == NULL)
    return g_strdup_printf ("%s/%s.coalition", folder, campaign_id);

  /* The id is read from a file that anybody may have made. */
  g_strcanon (id, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-", '-');
  if (strlen (id) > 64)
    id[64] = '\0';
  stem = g_strdup_printf ("%s/%s-%.16s", folder, id, hash);
  for (guint i = 1;; i++)
    {
      g_autofree char *name = i == 1 ? g_strconcat (stem, ".coalition", NULL) : g_strdup_printf ("%s-%u.coalition", stem, i);
      g_autofree char *sidecar = beside (name, ".ini");

      if (!g_file_test (name, G_FILE_TEST_EXISTS) && !g_file_test (sidecar, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&name);
    }
}

/**
 * coalition_working_copy_claim:
 * @campaign_id: the campaign's id
 * @file: (nullable): the person's file as it was named, or %NULL for a draft
 * @resolved: (nullable): the same, resolved
 * @instead_of: (nullable): a working copy of the caller's own that the new one is to follow
 * @error: return location for a #GError
 *
 * Claims the name of a new working copy: nothing is there yet but its lock and its sidecar.
 *
 * Returns: (transfer full): the working copy, locked, or %NULL with %COALITION_CAMPAIGN_ERROR_BUSY if the file has one that
 *   is open or unpublished, or %COALITION_CAMPAIGN_ERROR_STORAGE
 */
CoalitionWorkingCopy *
coalition_working_copy_claim (const char                  *campaign_id,
                              GFile                       *file,
                              GFile                       *resolved,
                              const CoalitionWorkingCopy  *instead_of,
                              GError                     **error)
{
  g_autofree char *folder = coalition_working_copy_folder (resolved != NULL ? "working" : "drafts", error);
  g_autofree char *location = resolved != NULL ? g_file_get_uri (resolved) : NULL;
  g_autoptr (CoalitionWorkingCopy) self = NULL;
  g_autoptr (CoalitionWorkingCopy) left = NULL;
  g_autofree char *live = NULL;
  int guard;

  if (folder == NULL)
    return NULL;
  guard = lock_folders (error);
  if (guard < 0)
    return NULL;
  if (location != NULL && (!find_locked (location, instead_of, &left, &live, error) || left != NULL || live != NULL))
    {
      (void) close (guard);
      if (left != NULL || live != NULL)
        set_busy (file, error);
      return NULL;
    }

  self = g_new0 (CoalitionWorkingCopy, 1);
  self->database = make_name (folder, campaign_id, location);
  self->name = file != NULL ? g_file_get_uri (file) : NULL;
  self->location = g_steal_pointer (&location);
  if (!take_lock (self, error) || !coalition_working_copy_save (self, error))
    {
      remove_files (self);
      g_clear_pointer (&self, coalition_working_copy_free);
    }
  (void) close (guard);

  return g_steal_pointer (&self);
}

/**
 * coalition_working_copy_take:
 * @database: path of a working copy, as found by coalition_working_copy_review()
 * @error: return location for a #GError
 *
 * Takes up a working copy that no process has open.
 *
 * Returns: (transfer full): the working copy, locked, or %NULL with %COALITION_CAMPAIGN_ERROR_BUSY or
 *   %COALITION_CAMPAIGN_ERROR_STORAGE
 */
CoalitionWorkingCopy *
coalition_working_copy_take (const char  *database,
                             GError     **error)
{
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GError) cause = NULL;
  CoalitionWorkingCopy *found = NULL;
  int guard = lock_folders (error);

  if (guard < 0)
    return NULL;
  copies = list_all (&cause);
  for (guint i = 0; copies != NULL && i < copies->len && found == NULL; i++)
    {
      CoalitionWorkingCopy *copy = g_ptr_array_index (copies, i);

      if (strcmp (copy->database, database) != 0)
        continue;
      if (take_lock (copy, &cause))
        found = g_ptr_array_steal_index (copies, i);
      else if (cause == NULL)
        g_set_error_literal (&cause, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_BUSY,
                             _("This draft is open in another window already."));
    }
  (void) close (guard);

  if (found == NULL && cause == NULL)
    g_set_error_literal (&cause, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_STORAGE,
                         _("This draft is no longer there."));
  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));

  return found;
}

/**
 * coalition_working_copy_review:
 * @func: what to do with each
 * @data: user data for @func
 * @error: return location for a #GError
 *
 * Goes through all working copies that no process has open. Whoever wants to open one meanwhile waits, and does not find it
 * busy.
 *
 * Returns: %TRUE, or %FALSE with %COALITION_CAMPAIGN_ERROR_STORAGE
 */
gboolean
coalition_working_copy_review (CoalitionWorkingCopyFunc   func,
                               gpointer                   data,
                               GError                   **error)
{
  g_autoptr (GPtrArray) copies = NULL;
  gboolean is_listed;
  int guard = lock_folders (error);

  if (guard < 0)
    return FALSE;
  copies = list_all (error);
  is_listed = copies != NULL;
  for (guint i = 0; is_listed && i < copies->len; i++)
    {
      CoalitionWorkingCopy *copy = g_ptr_array_index (copies, i);

      if (take_lock (copy, NULL) && (!g_file_test (copy->database, G_FILE_TEST_EXISTS) || !func (copy, data)))
        {
          coalition_working_copy_tidy (copy);
          remove_files (copy);
        }
    }
  /* The locks of the copies are let go of before the one that others wait for. */
  g_clear_pointer (&copies, g_ptr_array_unref);
  (void) close (guard);

  return is_listed;
}

/**
 * coalition_working_copy_move:
 * @self: a working copy
 * @file: another file of the person's, as it was named
 * @resolved: the same, resolved
 * @error: return location for a #GError
 *
 * Makes it the working copy of another file: claims the location. The sidecar is written, and what was published there
 * is unknown.
 *
 * Returns: %TRUE, or %FALSE with %COALITION_CAMPAIGN_ERROR_BUSY if the file has a working copy, or
 *   %COALITION_CAMPAIGN_ERROR_STORAGE; nothing has changed then
 */
gboolean
coalition_working_copy_move (CoalitionWorkingCopy  *self,
                             GFile                 *file,
                             GFile                 *resolved,
                             GError               **error)
{
  g_autofree char *location = g_file_get_uri (resolved);
  g_autoptr (CoalitionWorkingCopy) left = NULL;
  g_autofree char *live = NULL;
  g_autofree char *old_name = NULL;
  g_autofree char *old_location = NULL;
  gboolean is_done;
  int guard = lock_folders (error);

  if (guard < 0)
    return FALSE;
  is_done = find_locked (location, self, &left, &live, error);
  if (is_done && (left != NULL || live != NULL))
    {
      set_busy (file, error);
      is_done = FALSE;
    }
  if (is_done)
    {
      old_name = g_steal_pointer (&self->name);
      old_location = g_steal_pointer (&self->location);
      self->name = g_file_get_uri (file);
      self->location = g_steal_pointer (&location);
      is_done = coalition_working_copy_save (self, error);
      if (!is_done)
        {
          g_free (self->name);
          g_free (self->location);
          self->name = g_steal_pointer (&old_name);
          self->location = g_steal_pointer (&old_location);
        }
    }
  (void) close (guard);

  return is_done;
}

/**
 * coalition_working_copy_tidy:
 * @self: a working copy that is not being published
 *
 * Clears away what a process that ended while it published left beside the person's file.
 */
void
coalition_working_copy_tidy (CoalitionWorkingCopy *self)
{
  if (self->temporary != NULL)
    (void) g_unlink (self->temporary);
  g_clear_pointer (&self->temporary, g_free);
}

/**
 * coalition_working_copy_is_draft:
 * @self: a working copy
 *
 * Returns: %TRUE if no file of the person's belongs to it
 */
gboolean
coalition_working_copy_is_draft (const CoalitionWorkingCopy *self)
{
  return self->location == NULL;
}

/**
 * coalition_working_copy_remove:
 * @self: (transfer full): a working copy whose database is closed
 * @error: return location for a #GError
 *
 * Deletes the working copy and lets go of its lock.
 *
 * Returns: %TRUE, or %FALSE with %COALITION_CAMPAIGN_ERROR_STORAGE; the lock is gone then too
 */
gboolean
coalition_working_copy_remove (CoalitionWorkingCopy  *self,
                               GError               **error)
{
  int guard = lock_folders (error);

  if (guard >= 0)
    {
      coalition_working_copy_tidy (self);
      remove_files (self);
      (void) close (guard);
    }
  coalition_working_copy_free (self);

  return guard >= 0;
}

/**
 * coalition_working_copy_backup_path:
 * @name: (nullable): the file name of what is kept
 * @error: return location for a #GError
 *
 * Finds a place in the application's own folder where a version that the person decided against is kept.
 *
 * Returns: (transfer full): the path of a file that is not there yet, or %NULL with %COALITION_CAMPAIGN_ERROR_STORAGE
 */
char *
coalition_working_copy_backup_path (const char  *name,
                                    GError     **error)
{
  g_autofree char *folder = coalition_working_copy_folder ("backups", error);
  g_autofree char *time = coalition_clock_now ();
  g_autofree char *stem = g_strdup (name != NULL ? name : "draft");

  if (folder == NULL)
    return NULL;
  if (g_str_has_suffix (stem, ".coalition"))
    stem[strlen (stem) - strlen (".coalition")] = '\0';
  g_strdelimit (time, ":", '-');
  for (guint i = 1;; i++)
    {
      g_autofree char *path = i == 1
        ? g_strdup_printf ("%s/%s (%s).coalition", folder, stem, time)
        : g_strdup_printf ("%s/%s (%s, %u).coalition", folder, stem, time, i);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

/**
 * coalition_working_copy_set_aside:
 * @self: (transfer full): a working copy whose database is closed and cannot be read
 * @error: return location for a #GError
 *
 * Moves a damaged working copy to the backups, so that it neither blocks its file nor is lost.
 *
 * Returns: (transfer full): where it is now, or %NULL with %COALITION_CAMPAIGN_ERROR_STORAGE
 */
char *
coalition_working_copy_set_aside (CoalitionWorkingCopy  *self,
                                  GError               **error)
{
  g_autofree char *base = g_path_get_basename (self->name != NULL ? self->name : self->database);
  g_autofree char *plain = g_uri_unescape_string (base, "/");
  g_autofree char *path = coalition_working_copy_backup_path (plain != NULL ? plain : base, error);
  g_autofree char *log = g_strconcat (self->database, "-wal", NULL);
  g_autofree char *log_path = path != NULL ? g_strconcat (path, "-wal", NULL) : NULL;

  if (path != NULL && g_rename (self->database, path) != 0)
    {
      set_storage_error (error, path, errno);
      g_clear_pointer (&path, g_free);
    }
  if (path == NULL)
    {
      coalition_working_copy_free (self);
      return NULL;
    }
  (void) g_rename (log, log_path);
  if (!coalition_working_copy_remove (self, error))
    return NULL;

  return g_steal_pointer (&path);
}

/**
 * coalition_working_copy_free:
 * @self: a working copy
 *
 * Lets go of the lock and frees the structure; the files stay.
 */
void
coalition_working_copy_free (CoalitionWorkingCopy *self)
{
  if (self->lock >= 0)
    (void) close (self->lock);
  coalition_file_stamp_clear (&self->published);
  g_free (self->database);
  g_free (self->name);
  g_free (self->location);
  g_free (self->head);
  g_free (self->pending_sha256);
  g_free (self->pending_head);
  g_free (self->temporary);
  g_free (self);
}
