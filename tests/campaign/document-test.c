/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-test.h"

#include <glib/gstdio.h>

/* Far more than anything waited for takes; only a test that hangs gets there. */
#define PATIENCE_SECONDS 60

/* The variable that tells a process that a test starts where to work. */
#define BASE "COALITION_DOCUMENT_TEST"

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

void
document_test_init (int    *argc,
                    char ***argv)
{
  g_autofree char *data = NULL;
  g_autofree char *cache = NULL;

  if (g_getenv (BASE) == NULL)
    {
      g_autofree char *base = g_dir_make_tmp ("coalition-test-XXXXXX", NULL);

      g_assert_nonnull (base);
      g_setenv (BASE, base, TRUE);
    }
  data = g_build_filename (g_getenv (BASE), "data", NULL);
  cache = g_build_filename (g_getenv (BASE), "cache", NULL);
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  g_test_init (argc, argv, NULL);
}

static void
run_cb (gconstpointer data)
{
  ((GTestFunc) data) ();
  if (!g_test_subprocess ())
    {
      remove_tree (g_get_user_data_dir ());
      remove_tree (g_get_user_cache_dir ());
    }
}

void
document_test_add (const char *path,
                   GTestFunc   func)
{
  g_test_add_data_func (path, func, run_cb);
}

int
document_test_run (void)
{
  int result = g_test_run ();

  if (!g_test_subprocess ())
    remove_tree (g_getenv (BASE));

  return result;
}

/* A folder of the person's. */
char *
document_test_folder (void)
{
  char *folder = g_build_filename (g_get_user_cache_dir (), "files", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);

  return folder;
}

GFile *
document_test_file (const char *name)
{
  g_autofree char *folder = document_test_folder ();

  return g_file_new_build_filename (folder, name, NULL);
}

GBytes *
document_test_read (GFile *file)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_file_load_bytes (file, NULL, NULL, &error);

  g_assert_no_error (error);

  return bytes;
}

void
document_test_write (GFile  *file,
                     GBytes *bytes)
{
  g_autoptr (GError) error = NULL;

  g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE,
                           G_FILE_CREATE_NONE, NULL, NULL, &error);
  g_assert_no_error (error);
}

void
document_test_assert_same (GFile  *file,
                           GBytes *bytes)
{
  g_autoptr (GBytes) now = document_test_read (file);

  g_assert_true (g_bytes_equal (now, bytes));
}

guint
document_test_count (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* Nothing may lie beside the person's files but what the person put there. */
void
document_test_assert_tidy (const char *folder,
                           guint       n_files)
{
  g_assert_cmpuint (document_test_count (folder), ==, n_files);
}

char *
document_test_add_party (CoalitionDocument *document,
                         const char        *name)
{
  g_autoptr (GError) error = NULL;
  CoalitionCommand *command = coalition_command_new ("Add %s", name, NULL);
  char *id = g_strdup (coalition_command_insert (command, &coalition_kind_party, NULL));

  coalition_command_set_text (command, &coalition_kind_party, id, "name", name);
  coalition_campaign_run (coalition_document_get_campaign (document), command, &error);
  g_assert_no_error (error);

  return id;
}

gboolean
document_test_has_party (CoalitionDocument *document,
                         const char        *id)
{
  return coalition_campaign_get_record (coalition_document_get_campaign (document), &coalition_kind_party, id) != NULL;
}

CoalitionDocument *
document_test_create (GFile *file)
{
  g_autoptr (GError) error = NULL;
  CoalitionDocument *document = coalition_document_create (file, "Fair Rents", "Harbor Legal Clinic", FALSE, &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);

  return document;
}

CoalitionDocument *
document_test_open (GFile *file)
{
  g_autoptr (GError) error = NULL;
  CoalitionDocument *document = coalition_document_open (file, COALITION_OPEN_NONE, &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);

  return document;
}

static gboolean
give_up_cb (gpointer data)
{
  g_error ("nothing happened for %d seconds", PATIENCE_SECONDS);

  return G_SOURCE_REMOVE;
}

/* Lets go of a document, as a crash does but for the process, and waits until no worker holds it any more. */
void
document_test_drop (CoalitionDocument *document)
{
  guint patience = g_timeout_add_seconds (PATIENCE_SECONDS, give_up_cb, NULL);
  gpointer alive = document;

  g_object_add_weak_pointer (G_OBJECT (document), &alive);
  g_object_unref (document);
  while (alive != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}

void
document_test_close (CoalitionDocument *document)
{
  g_autoptr (GError) error = NULL;
  gboolean is_closed = coalition_document_close (document, &error);

  g_assert_no_error (error);
  g_assert_true (is_closed);
  document_test_drop (document);
}

void
document_test_assert_whole (GFile *file)
{
  g_auto (CoalitionFileCheck) check = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean is_read = coalition_campaign_check_file (g_file_peek_path (file), &check, &error);

  g_assert_no_error (error);
  g_assert_true (is_read);
  g_assert_true (check.is_campaign);
  if (!check.is_whole)
    g_error ("%s: %s", g_file_peek_path (file), check.problems[0]);
}

/* Lets the main loop run until the document is in @state. */
void
document_test_wait (CoalitionDocument      *document,
                    CoalitionDocumentState  state)
{
  guint patience = g_timeout_add_seconds (PATIENCE_SECONDS, give_up_cb, NULL);

  while (coalition_document_get_state (document) != state)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}
