/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE

#include "document-test.h"

#include "coalition-publish.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Storage that truly fails. Each case runs in a process of its own, which may mount file systems that only it sees, lose its
 * rights, or be forbidden to write large files. */

/* Runs the calling test once more in a process of its own, where this returns %TRUE. */
static gboolean
is_alone (void)
{
  if (g_test_subprocess ())
    return TRUE;
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();

  return FALSE;
}

/* Mounts an empty file system of 4 MB (and at most so many files) on the person's folder. Where the kernel lets nobody make
 * namespaces (in some containers) this is not possible. */
static gboolean
try_mount (const char *options)
{
  g_autofree char *folder = document_test_folder ();
  gboolean is_root = geteuid () == 0;
  uid_t uid = geteuid ();
  gid_t gid = getegid ();

  if (unshare (is_root ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER) != 0)
    return FALSE;
  if (!is_root)
    {
      g_autofree char *uids = g_strdup_printf ("%u %u 1", uid, uid);
      g_autofree char *gids = g_strdup_printf ("%u %u 1", gid, gid);

      if (!g_file_set_contents_full ("/proc/self/setgroups", "deny", -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL) ||
          !g_file_set_contents_full ("/proc/self/uid_map", uids, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL) ||
          !g_file_set_contents_full ("/proc/self/gid_map", gids, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL))
        return FALSE;
    }
  /* What is mounted here stays in here. */
  if (mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0)
    return FALSE;

  return mount ("tmpfs", folder, "tmpfs", 0, options) == 0;
}

/* The same for a test, which fails where it is not possible: is_alone_with_disks() has asked before. */
static void
mount_small_disk (const char *options)
{
  if (!try_mount (options))
    g_error ("no file system can be mounted: %s", g_strerror (errno));
}

/* Runs the calling test once more in a process of its own, where this returns %TRUE, if file systems can be mounted there.
 * Where they cannot, the test is reported as skipped; file-limit and own-folder-full then stand for a full disk. */
static gboolean
is_alone_with_disks (void)
{
  pid_t child = g_test_subprocess () ? 0 : fork ();
  int status = 1;

  if (g_test_subprocess ())
    return TRUE;
  if (child == 0)
    _exit (try_mount ("size=4m") ? 0 : 1);
  g_assert_cmpint (child, >, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (status == 0)
    return is_alone ();
  g_test_skip ("no file system can be mounted here: the kernel lets nobody make namespaces");

  return FALSE;
}

/* Takes all room that is left; returns the file that does. */
static GFile *
fill_disk (void)
{
  GFile *filler = document_test_file ("filler");
  int fd = open (g_file_peek_path (filler), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  char block[4096] = "x";

  g_assert_cmpint (fd, >=, 0);
  while (write (fd, block, sizeof block) == sizeof block)
    ;
  g_assert_cmpint (errno, ==, ENOSPC);
  close (fd);

  return filler;
}

static void
assert_problem (CoalitionDocument *document,
                const char        *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (coalition_document_publish (document, &error));
  g_assert_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_STORAGE);
  g_assert_cmpint (coalition_document_get_state (document), ==, COALITION_DOCUMENT_PROBLEM);
  g_assert_true (g_str_has_prefix (coalition_document_get_message (document), error->message));
  g_assert_true (g_str_has_suffix (coalition_document_get_message (document), "Your changes are kept on this computer."));
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” is not in: %s", words, error->message);
}

static void
make_large (CoalitionDocument *document)
{
  CoalitionCommand *command = coalition_command_new ("Add many", NULL);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 2000; i++)
    {
      const char *id = coalition_command_insert (command, &coalition_kind_party, NULL);
      g_autofree char *name = g_strdup_printf ("Block Association No. %d", i);

      coalition_command_set_text (command, &coalition_kind_party, id, "name", name);
    }
  coalition_campaign_run (coalition_document_get_campaign (document), command, &error);
  g_assert_no_error (error);
}

static void
full_disk (void)
{
  g_autoptr (GFile) file = document_test_file ("rents.coalition");
  g_autoptr (GFile) filler = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = document_test_folder ();
  g_autofree char *id = NULL;
  CoalitionDocument *document;

  mount_small_disk ("size=4m");
  document = document_test_create (file);
  before = document_test_read (file);
  filler = fill_disk ();
  id = document_test_add_party (document, "Tenants' Union");
  assert_problem (document, "disk is full");
  document_test_assert_same (file, before);
  document_test_assert_tidy (folder, 2);

  /* It goes on by itself once there is room: the next edit tries again. */
  g_assert_true (g_file_delete (filler, NULL, &error));
  g_free (id);
  id = document_test_add_party (document, "Elders' Council");
  document_test_wait (document, COALITION_DOCUMENT_SAVED);
  document_test_close (document);
  document = document_test_open (file);
  g_assert_true (document_test_has_party (document, id));
  document_test_close (document);
  document_test_assert_tidy (folder, 1);
}

/* Here g_file_replace() would empty the file: it cannot make a temporary file, and writes in place instead. */
static void
no_more_files (void)
{
  g_autoptr (GFile) file = document_test_file ("rents.coalition");
  g_autoptr (GFile) other = document_test_file ("other");
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) text = g_bytes_new_static ("x", 1);
  g_autofree char *folder = document_test_folder ();
  g_autofree char *id = NULL;
  CoalitionDocument *document;

  /* One inode is the folder's own. */
  mount_small_disk ("size=4m,nr_inodes=3");
  document = document_test_create (file);
  before = document_test_read (file);
  document_test_write (other, text);
  id = document_test_add_party (document, "Tenants' Union");
  assert_problem (document, "disk is full");
  document_test_assert_same (file, before);
  document_test_assert_tidy (folder, 2);
  document_test_drop (document);
}

static void
read_only_disk (void)
{
  g_autoptr (GFile) file = document_test_file ("rents.coalition");
  g_autoptr (GBytes) before = NULL;
  g_autofree char *folder = document_test_folder ();
  g_autofree char *id = NULL;
  g_autofree char *again = NULL;
  CoalitionDocument *document;

  mount_small_disk ("size=4m");
  document = document_test_create (file);
  before = document_test_read (file);
  g_assert_cmpint (mount (NULL, folder, NULL, MS_REMOUNT | MS_RDONLY, "size=4m"), ==, 0);
  id = document_test_add_party (document, "Tenants' Union");
  assert_problem (document, "cannot be written to");
  document_test_assert_same (file, before);

  /* Opening is possible all the same. */
  document_test_drop (document);
  document = document_test_open (file);
  g_assert_true (document_test_has_party (document, id));
  g_assert_cmpint (mount (NULL, folder, NULL, MS_REMOUNT, "size=4m"), ==, 0);
  document_test_wait (document, COALITION_DOCUMENT_SAVED);
  document_test_close (document);
}

static void
vanished_share (void)
{
  g_autoptr (GFile) file = document_test_file ("rents.coalition");
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = document_test_folder ();
  g_autofree char *away = g_strconcat (folder, "-away", NULL);
  g_autofree char *id = NULL;
  CoalitionDocument *document = document_test_create (file);

  before = document_test_read (file);
  g_assert_cmpint (g_rename (folder, away), ==, 0);
  id = document_test_add_party (document, "Tenants' Union");
  assert_problem (document, "its folder is no longer there");
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_assert_false (coalition_document_close (document, &error));
  g_assert_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_STORAGE);
  document_test_drop (document);

  g_assert_cmpint (g_rename (away, folder), ==, 0);
  document_test_assert_same (file, before);
  document = document_test_open (file);
  g_assert_true (document_test_has_party (document, id));
  document_test_close (document);
}

/* Gives a folder of this test, and those that it is in, to nobody. */
static void
give_away (const char *folder)
{
  g_autofree char *path = g_strdup (folder);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  while (strcmp (path, g_get_tmp_dir ()) != 0 && strcmp (path, "/") != 0)
    {
      char *parent = g_path_get_dirname (path);

      g_assert_cmpint (chown (path, 65534, 65534), ==, 0);
      g_free (path);
      path = parent;
    }
}

/* A folder that is not ours to write in. Root may write everywhere, so it becomes nobody first. */
static void
forbidden_folder (void)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autofree char *folder = document_test_folder ();
  g_autofree char *id = NULL;
  CoalitionDocument *document;

  if (geteuid () == 0)
    {
      give_away (folder);
      give_away (g_get_user_data_dir ());
      g_assert_cmpint (setresgid (65534, 65534, 65534), ==, 0);
      g_assert_cmpint (setresuid (65534, 65534, 65534), ==, 0);
    }
  file = g_file_new_build_filename (folder, "rents.coalition", NULL);
  document = document_test_create (file);
  before = document_test_read (file);
  g_assert_cmpint (chmod (folder, 0555), ==, 0);
  id = document_test_add_party (document, "Tenants' Union");
  assert_problem (document, "not allowed to write");
  document_test_assert_same (file, before);
  document_test_assert_tidy (folder, 1);
  g_assert_cmpint (chmod (folder, 0755), ==, 0);
  g_assert_true (coalition_document_publish (document, NULL));
  g_assert_cmpint (coalition_document_get_state (document), ==, COALITION_DOCUMENT_SAVED);
  document_test_close (document);
}

/* Writing beside the person's file fails halfway, which can be had anywhere: the kernel refuses to make a file longer. */
static void
file_limit (void)
{
  g_autoptr (GFile) file = document_test_file ("rents.coalition");
  g_autoptr (GFile) copy = document_test_file ("copy");
  g_autoptr (GFile) absent = document_test_file ("absent.coalition");
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = document_test_folder ();
  g_autofree char *temporary = coalition_publish_temporary (file);
  g_auto (CoalitionFileStamp) stamp = { 0 };
  g_auto (CoalitionFileStamp) result = { 0 };
  struct rlimit limit = { 64 * 1024, 64 * 1024 };
  CoalitionDocument *document = document_test_create (copy);

  make_large (document);
  document_test_close (document);
  document_test_close (document_test_create (file));
  before = document_test_read (file);
  g_assert_true (coalition_file_stamp_read (file, NULL, &stamp, NULL, &error));
  g_assert_no_error (error);

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (coalition_publish_file (g_file_peek_path (copy), file, temporary, &stamp, &result, &error));
  g_assert_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_STORAGE);
  g_clear_error (&error);
  document_test_assert_same (file, before);
  g_assert_false (coalition_publish_file (g_file_peek_path (copy), absent, temporary, NULL, &result, &error));
  g_assert_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_STORAGE);
  document_test_assert_tidy (folder, 2);
}

/* Our own folder has no room for the copy that is to be published. */
static void
own_folder_full (void)
{
  g_autoptr (GFile) file = document_test_file ("rents.coalition");
  g_autoptr (GBytes) before = NULL;
  g_autofree char *folder = document_test_folder ();
  g_autoptr (GError) error = NULL;
  struct rlimit limit = { 64 * 1024, RLIM_INFINITY };
  CoalitionDocument *document = document_test_create (file);

  before = document_test_read (file);
  make_large (document);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = 64 * 1024;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (coalition_document_publish (document, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (coalition_document_get_state (document), ==, COALITION_DOCUMENT_PROBLEM);
  document_test_assert_same (file, before);
  document_test_assert_tidy (folder, 1);
  limit.rlim_cur = limit.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  document_test_close (document);
  document_test_assert_whole (file);
}

static void
test_full_disk (void)
{
  if (is_alone_with_disks ())
    full_disk ();
}

static void
test_no_more_files (void)
{
  if (is_alone_with_disks ())
    no_more_files ();
}

static void
test_read_only_disk (void)
{
  if (is_alone_with_disks ())
    read_only_disk ();
}

static void
test_vanished_share (void)
{
  if (is_alone ())
    vanished_share ();
}

static void
test_forbidden_folder (void)
{
  if (is_alone ())
    forbidden_folder ();
}

static void
test_file_limit (void)
{
  if (is_alone ())
    file_limit ();
}

static void
test_own_folder_full (void)
{
  if (is_alone ())
    own_folder_full ();
}

int
main (int   argc,
      char *argv[])
{
  document_test_init (&argc, &argv);
  document_test_add ("/document/disk/full-disk", test_full_disk);
  document_test_add ("/document/disk/no-more-files", test_no_more_files);
  document_test_add ("/document/disk/read-only-disk", test_read_only_disk);
  document_test_add ("/document/storage/vanished-share", test_vanished_share);
  document_test_add ("/document/storage/forbidden-folder", test_forbidden_folder);
  document_test_add ("/document/storage/file-limit", test_file_limit);
  document_test_add ("/document/storage/own-folder-full", test_own_folder_full);

  return document_test_run ();
}
