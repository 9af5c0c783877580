/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-test.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

static guint
count_working_copies (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "coalition", "working", NULL);

  return document_test_count (folder);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_publish (void)
{
  g_autoptr (GFile) file = document_test_file ("rents.coalition");
  g_autofree char *folder = document_test_folder ();
  g_autoptr (GFile) working = NULL;
  g_autofree char *id = NULL;
  CoalitionDocument *document = document_test_create (file);
  struct stat own;
  guint n_states = 0;

  g_assert_cmpint (coalition_document_get_state (document), ==, COALITION_DOCUMENT_SAVED);
  g_assert_null (coalition_document_get_message (document));
  g_assert_true (g_file_equal (coalition_document_get_file (document), file));
  document_test_assert_whole (file);
  working = coalition_document_find_working_copy (file);
  g_assert_nonnull (working);
  g_assert_cmpstr (g_file_peek_path (working), ==,
                   coalition_campaign_get_path (coalition_document_get_campaign (document)));

  /* Nobody else may look into the folder of working copies. */
  {
    g_autofree char *own_folder = g_path_get_dirname (g_file_peek_path (working));

    g_assert_cmpint (stat (own_folder, &own), ==, 0);
    g_assert_cmphex (own.st_mode & 07777, ==, 0700);
  }

  g_signal_connect_swapped (document, "notify::state", G_CALLBACK (count_cb), &n_states);
  id = document_test_add_party (document, "Tenants' Union");
  g_assert_cmpint (coalition_document_get_state (document), ==, COALITION_DOCUMENT_SAVING);
  document_test_wait (document, COALITION_DOCUMENT_SAVED);
  g_assert_cmpuint (n_states, ==, 2);
  document_test_assert_whole (file);
  document_test_assert_tidy (folder, 1);
  document_test_close (document);
  g_assert_cmpuint (count_working_copies (), ==, 0);
  g_assert_null (coalition_document_find_working_copy (file));

  document = document_test_open (file);
  g_assert_true (document_test_has_party (document, id));
  g_assert_cmpint (coalition_document_get_state (document), ==, COALITION_DOCUMENT_SAVED);
  document_test_close (document);
  document_test_assert_tidy (folder, 1);
}

static void
test_looking_changes_nothing (void)
{
  g_autoptr (GFile) file = document_test_file ("rents.coalition");
  g_autoptr (GBytes) before = NULL;

  document_test_close (document_test_create (file));
  before = document_test_read (file);
  document_test_close (document_test_open (file));
  document_test_assert_same (file, before);
}

static void
test_close_publishes (void)
{
  g_autoptr (GFile) file = document_test_file ("rents.coalition");
  g_autofree char *id = NULL;
  CoalitionDocument *document = document_test_create (file);

  id = document_test_add_party (document, "Tenants' Union");
  document_test_close (document);
  document = document_test_open (file);
  g_assert_true (document_test_has_party (document, id));
  document_test_close (document);
}

/* Undo reaches back over closing and opening, for the history is in the file. */
static void
test_undo_after_reopening (void)
{
  g_autoptr (GFile) file = document_test_file ("rents.coalition");
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  CoalitionDocument *document = document_test_create (file);

  id = document_test_add_party (document, "Tenants' Union");
  document_test_close (document);
  document = document_test_open (file);
  g_assert_true (coalition_campaign_undo (coalition_document_get_campaign (document), &error));
  g_assert_no_error (error);
  g_assert_false (document_test_has_party (document, id));
  document_test_close (document);
  document = document_test_open (file);
  g_assert_false (document_test_has_party (document, id));
  document_test_close (document);
}

static void
test_create_does_not_replace (void)
{
  g_autoptr (GFile) file = document_test_file ("letter.txt");
  g_autoptr (GBytes) letter = g_bytes_new_static ("Dear neighbors,\n", 16);
  g_autoptr (GError) error = NULL;
  CoalitionDocument *document;

  document_test_write (file, letter);
  document = coalition_document_create (file, "Fair Rents", NULL, FALSE, &error);
  g_assert_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_REFUSED);
  g_assert_null (document);
  document_test_assert_same (file, letter);
  g_assert_cmpuint (count_working_copies (), ==, 0);
  g_clear_error (&error);

  document = coalition_document_create (file, "Fair Rents", NULL, TRUE, &error);
  g_assert_no_error (error);
  document_test_assert_whole (file);
  document_test_close (document);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;
  CoalitionDocument **document = data;

  *document = coalition_document_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
test_open_async (void)
{
  g_autoptr (GFile) file = document_test_file ("rents.coalition");
  g_autofree char *id = NULL;
  CoalitionDocument *document = document_test_create (file);

  id = document_test_add_party (document, "Tenants' Union");
  document_test_close (document);
  document = NULL;
  coalition_document_open_async (file, NULL, opened_cb, &document);
  while (document == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (document_test_has_party (document, id));
  g_free (g_steal_pointer (&id));
  id = document_test_add_party (document, "Elders' Council");
  document_test_wait (document, COALITION_DOCUMENT_SAVED);
  document_test_close (document);
}

/* --- What a crash leaves ------------------------------------------------------------------------------------------- */

static void
test_take_up (void)
{
  g_autoptr (GFile) file = document_test_file ("rents.coalition");
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) left = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autofree char *id = NULL;
  CoalitionDocument *document = document_test_create (file);

  before = document_test_read (file);
  id = document_test_add_party (document, "Tenants' Union");
  document_test_drop (document);
  document_test_assert_same (file, before);

  left = coalition_document_find_working_copy (file);
  g_assert_nonnull (left);
  document = coalition_document_open (file, COALITION_OPEN_EXCLUSIVE, &error);
  g_assert_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_BUSY);
  g_assert_null (document);
  document_test_assert_same (file, before);

  document = document_test_open (file);
  g_assert_true (document_test_has_party (document, id));
  g_assert_cmpint (coalition_document_get_state (document), ==, COALITION_DOCUMENT_SAVING);
  document_test_wait (document, COALITION_DOCUMENT_SAVED);
  document_test_close (document);
  g_assert_cmpuint (count_working_copies (), ==, 0);
}

/* A working copy that cannot be read neither blocks its file nor is thrown away. */
static void
test_damaged_working_copy (void)
{
  g_autoptr (GFile) file = document_test_file ("rents.coalition");
  g_autoptr (GFile) left = NULL;
  g_autofree char *backups = g_build_filename (g_get_user_data_dir (), "coalition", "backups", NULL);
  g_autoptr (GBytes) noise = NULL;
  g_autoptr (GBytes) whole = NULL;
  g_autofree char *id = NULL;
  g_autofree guchar *data = NULL;
  CoalitionDocument *document = document_test_create (file);
  gsize size;

  id = document_test_add_party (document, "Tenants' Union");
  document_test_drop (document);
  left = coalition_document_find_working_copy (file);
  whole = document_test_read (left);
  size = g_bytes_get_size (whole);
  data = g_memdup2 (g_bytes_get_data (whole, NULL), size);
  memset (data + 100, 0xa5, size - 100);
  noise = g_bytes_new (data, size);
  document_test_write (left, noise);

  document = document_test_open (file);
  g_assert_false (document_test_has_party (document, id));
  g_assert_cmpint (coalition_document_get_state (document), ==, COALITION_DOCUMENT_SAVED);
  g_assert_nonnull (strstr (coalition_document_get_message (document), backups));
  g_assert_cmpuint (document_test_count (backups), ==, 1);
  document_test_close (document);
}

static void
test_busy (void)
{
  g_autoptr (GFile) file = document_test_file ("rents.coalition");
  g_autoptr (GError) error = NULL;
  CoalitionDocument *document = document_test_create (file);

  g_assert_null (coalition_document_open (file, COALITION_OPEN_EXCLUSIVE, &error));
  g_assert_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_null (coalition_document_open (file, COALITION_OPEN_NONE, &error));
  g_assert_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_null (coalition_document_create (file, "Other", NULL, TRUE, &error));
  g_assert_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_BUSY);
  document_test_close (document);

  g_clear_error (&error);
  document = coalition_document_open (file, COALITION_OPEN_EXCLUSIVE, &error);
  g_assert_no_error (error);
  document_test_close (document);
}

/* A command of the terminal program happens as a whole or not at all. */
static void
test_exclusive_drops (void)
{
  g_autoptr (GFile) file = document_test_file ("rents.coalition");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autofree char *id = NULL;
  CoalitionDocument *document;

  document_test_close (document_test_create (file));
  before = document_test_read (file);
  document = coalition_document_open (file, COALITION_OPEN_EXCLUSIVE, &error);
  g_assert_no_error (error);
  id = document_test_add_party (document, "Tenants' Union");
  document_test_drop (document);
  document_test_assert_same (file, before);
  g_assert_cmpuint (count_working_copies (), ==, 0);
}

/* --- Conflicts ----------------------------------------------------------------------------------------------------- */

/* Makes a file that two have changed: ours is open with one party, theirs is what the file holds. */
static CoalitionDocument *
make_conflict (GFile  *file,
               char  **ours,
               char  **theirs)
{
  g_autoptr (GFile) elsewhere = document_test_file ("colleague.coalition");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  CoalitionDocument *document = document_test_create (file);
  CoalitionDocument *colleague;

  bytes = document_test_read (file);
  document_test_write (elsewhere, bytes);
  colleague = document_test_open (elsewhere);
  *theirs = document_test_add_party (colleague, "Theirs");
  document_test_close (colleague);
  g_clear_pointer (&bytes, g_bytes_unref);
  bytes = document_test_read (elsewhere);
  document_test_write (file, bytes);
  g_file_delete (elsewhere, NULL, &error);
  g_assert_no_error (error);

  *ours = document_test_add_party (document, "Ours");
  g_assert_false (coalition_document_publish (document, &error));
  g_assert_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_CHANGED);
  g_assert_cmpint (coalition_document_get_state (document), ==, COALITION_DOCUMENT_CONFLICT);
  g_assert_nonnull (strstr (coalition_document_get_message (document), "rents.coalition"));
  document_test_assert_same (file, bytes);

  return document;
}

static void
test_take_theirs (void)
{
  g_autoptr (GFile) file = document_test_file ("rents.coalition");
  g_autofree char *backups = g_build_filename (g_get_user_data_dir (), "coalition", "backups", NULL);
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GFile) backup = NULL;
  CoalitionDocument *document = make_conflict (file, &ours, &theirs);
  guint n_campaigns = 0;

  g_signal_connect_swapped (document, "notify::campaign", G_CALLBACK (count_cb), &n_campaigns);
  coalition_document_take_theirs (document, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_campaigns, ==, 1);
  g_assert_cmpint (coalition_document_get_state (document), ==, COALITION_DOCUMENT_SAVED);
  g_assert_true (document_test_has_party (document, theirs));
  g_assert_false (document_test_has_party (document, ours));

  /* Ours is not lost: it is a whole campaign in the backups, and the message says where. */
  dir = g_dir_open (backups, 0, &error);
  g_assert_no_error (error);
  backup = g_file_new_build_filename (backups, g_dir_read_name (dir), NULL);
  g_assert_nonnull (strstr (coalition_document_get_message (document), g_file_peek_path (backup)));
  g_assert_null (g_dir_read_name (dir));
  document_test_close (document);
  document = document_test_open (backup);
  g_assert_true (document_test_has_party (document, ours));
  document_test_close (document);
  g_assert_cmpuint (count_working_copies (), ==, 0);
}

/* Theirs may be no campaign at all; then ours stays. */
static void
test_take_damaged (void)
{
  g_autoptr (GFile) file = document_test_file ("rents.coalition");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<html>Sign in to continue</html>", 32);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  CoalitionDocument *document = document_test_create (file);

  id = document_test_add_party (document, "Tenants' Union");
  document_test_write (file, bytes);
  g_assert_false (coalition_document_publish (document, NULL));
  g_assert_cmpint (coalition_document_get_state (document), ==, COALITION_DOCUMENT_CONFLICT);
  g_assert_false (coalition_document_take_theirs (document, &error));
  g_assert_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_NOT_CAMPAIGN);
  g_assert_cmpint (coalition_document_get_state (document), ==, COALITION_DOCUMENT_CONFLICT);
  g_assert_true (document_test_has_party (document, id));
  g_clear_error (&error);
  g_assert_true (coalition_document_keep_both (document, NULL, &error));
  g_assert_no_error (error);
  document_test_close (document);
  document_test_assert_same (file, bytes);
}

static void
test_keep_both (void)
{
  g_autoptr (GFile) file = document_test_file ("rents.coalition");
  g_autoptr (GFile) expected = document_test_file ("rents (my copy).coalition");
  g_autoptr (GFile) kept = NULL;
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *later = NULL;
  g_autofree char *folder = document_test_folder ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  CoalitionDocument *document = make_conflict (file, &ours, &theirs);

  bytes = document_test_read (file);
  coalition_document_keep_both (document, &kept, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_equal (kept, expected));
  g_assert_true (g_file_equal (coalition_document_get_file (document), kept));
  g_assert_cmpint (coalition_document_get_state (document), ==, COALITION_DOCUMENT_SAVED);
  later = document_test_add_party (document, "Later");
  document_test_close (document);
  document_test_assert_same (file, bytes);
  document_test_assert_tidy (folder, 2);

  document = document_test_open (kept);
  g_assert_true (document_test_has_party (document, ours));
  g_assert_true (document_test_has_party (document, later));
  document_test_close (document);
  document = document_test_open (file);
  g_assert_true (document_test_has_party (document, theirs));
  document_test_close (document);
}

static void
test_conflict_stays (void)
{
  g_autoptr (GFile) file = document_test_file ("rents.coalition");
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *more = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  CoalitionDocument *document = make_conflict (file, &ours, &theirs);

  bytes = document_test_read (file);
  more = document_test_add_party (document, "More");
  g_assert_false (coalition_document_close (document, &error));
  g_assert_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_CHANGED);
  document_test_drop (document);
  document_test_assert_same (file, bytes);

  /* After the crash too. */
  document = document_test_open (file);
  g_assert_cmpint (coalition_document_get_state (document), ==, COALITION_DOCUMENT_CONFLICT);
  g_assert_true (document_test_has_party (document, ours));
  g_assert_true (document_test_has_party (document, more));
  document_test_assert_same (file, bytes);
  document_test_drop (document);
}

/* The time stamp alone says nothing: what counts is what is in the file. */
static void
test_touch_is_no_conflict (void)
{
  g_autoptr (GFile) file = document_test_file ("rents.coalition");
  g_autofree char *id = NULL;
  g_autoptr (GBytes) bytes = NULL;
  CoalitionDocument *document = document_test_create (file);

  bytes = document_test_read (file);
  document_test_write (file, bytes);
  id = document_test_add_party (document, "Tenants' Union");
  document_test_close (document);
}

/* Nor does it help to set the time stamp back and keep the size. */
static void
test_same_size_and_time_is_conflict (void)
{
  g_autoptr (GFile) file = document_test_file ("rents.coalition");
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) other = NULL;
  g_autofree char *data = NULL;
  CoalitionDocument *document = document_test_create (file);
  struct stat before;
  struct timespec times[2];
  gsize size;

  g_assert_cmpint (stat (g_file_peek_path (file), &before), ==, 0);
  bytes = document_test_read (file);
  size = g_bytes_get_size (bytes);
  data = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
  data[size - 1] ^= 1;
  other = g_bytes_new (data, size);
  document_test_write (file, other);
  times[0] = before.st_atim;
  times[1] = before.st_mtim;
  g_assert_cmpint (utimensat (AT_FDCWD, g_file_peek_path (file), times, 0), ==, 0);

  id = document_test_add_party (document, "Tenants' Union");
  g_assert_false (coalition_document_publish (document, &error));
  g_assert_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_CHANGED);
  document_test_assert_same (file, other);
  document_test_drop (document);
}

/* Others' changes are noticed before anything is edited. */
static void
test_noticed (void)
{
  g_autoptr (GFile) file = document_test_file ("rents.coalition");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) other = g_bytes_new_static ("something else", 14);
  g_autoptr (GError) error = NULL;
  CoalitionDocument *document = document_test_create (file);

  bytes = document_test_read (file);
  document_test_write (file, other);
  document_test_wait (document, COALITION_DOCUMENT_CONFLICT);
  document_test_assert_same (file, other);
  document_test_write (file, bytes);
  document_test_wait (document, COALITION_DOCUMENT_SAVED);
  g_assert_null (coalition_document_get_message (document));
  g_assert_true (g_file_delete (file, NULL, &error));
  document_test_wait (document, COALITION_DOCUMENT_PROBLEM);
  document_test_write (file, bytes);
  document_test_wait (document, COALITION_DOCUMENT_SAVED);
  document_test_close (document);
}

/* --- Drafts and copies --------------------------------------------------------------------------------------------- */

static GPtrArray *
list_drafts (void)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *drafts = coalition_document_list_drafts (&error);

  g_assert_no_error (error);

  return drafts;
}

static void
test_draft (void)
{
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  CoalitionDocument *document = coalition_document_create (NULL, "Fair Rents", NULL, FALSE, &error);
  CoalitionDraft *draft;

  g_assert_no_error (error);
  g_assert_cmpint (coalition_document_get_state (document), ==, COALITION_DOCUMENT_DRAFT);
  g_assert_null (coalition_document_get_file (document));
  id = document_test_add_party (document, "Tenants' Union");
  drafts = list_drafts ();
  g_assert_cmpuint (drafts->len, ==, 0);
  g_clear_pointer (&drafts, g_ptr_array_unref);
  document_test_drop (document);

  drafts = list_drafts ();
  g_assert_cmpuint (drafts->len, ==, 1);
  draft = g_ptr_array_index (drafts, 0);
  g_assert_cmpstr (draft->name, ==, "Fair Rents");
  g_assert_true (g_str_has_suffix (draft->changed, "Z"));
  document = coalition_document_open_draft (draft->path, &error);
  g_assert_no_error (error);
  g_assert_true (document_test_has_party (document, id));
  g_assert_false (coalition_document_discard_draft (draft->path, &error));
  g_assert_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_BUSY);
  g_clear_error (&error);
  document_test_close (document);

  g_assert_true (coalition_document_discard_draft (draft->path, &error));
  g_assert_no_error (error);
  g_clear_pointer (&drafts, g_ptr_array_unref);
  drafts = list_drafts ();
  g_assert_cmpuint (drafts->len, ==, 0);
}

static void
test_empty_draft_vanishes (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "coalition", "drafts", NULL);
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GError) error = NULL;
  CoalitionDocument *document = coalition_document_create (NULL, "New Campaign", NULL, FALSE, &error);

  g_assert_no_error (error);
  document_test_close (document);
  g_assert_cmpuint (document_test_count (folder), ==, 0);

  document = coalition_document_create (NULL, "New Campaign", NULL, FALSE, &error);
  g_assert_no_error (error);
  document_test_drop (document);
  drafts = list_drafts ();
  g_assert_cmpuint (drafts->len, ==, 0);
  g_assert_cmpuint (document_test_count (folder), ==, 0);
  g_clear_pointer (&drafts, g_ptr_array_unref);

  /* One that says who we are is not empty. */
  document = coalition_document_create (NULL, "New Campaign", "Harbor Legal Clinic", FALSE, &error);
  g_assert_no_error (error);
  document_test_close (document);
  drafts = list_drafts ();
  g_assert_cmpuint (drafts->len, ==, 1);
}

typedef struct {
  gboolean is_done;
  GError *error;
} Saved;

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Saved *saved = data;

  coalition_document_save_as_finish (COALITION_DOCUMENT (source), result, &saved->error);
  saved->is_done = TRUE;
}

static GError *
save_as (CoalitionDocument *document,
         GFile             *file)
{
  Saved saved = { FALSE, NULL };

  coalition_document_save_as_async (document, file, saved_cb, &saved);
  while (!saved.is_done)
    g_main_context_iteration (NULL, TRUE);

  return saved.error;
}

static void
test_save_draft (void)
{
  g_autoptr (GFile) file = document_test_file ("no ending");
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *later = NULL;
  CoalitionDocument *document = coalition_document_create (NULL, "Fair Rents", NULL, FALSE, &error);

  g_assert_no_error (error);
  id = document_test_add_party (document, "Tenants' Union");
  error = save_as (document, file);
  g_assert_no_error (error);
  g_assert_cmpint (coalition_document_get_state (document), ==, COALITION_DOCUMENT_SAVED);
  g_assert_true (g_file_equal (coalition_document_get_file (document), file));
  document_test_assert_whole (file);

  /* A crash now is one of a document with a file. */
  later = document_test_add_party (document, "Elders' Council");
  document_test_drop (document);
  document = document_test_open (file);
  g_assert_true (document_test_has_party (document, id));
  g_assert_true (document_test_has_party (document, later));
  document_test_close (document);
  drafts = list_drafts ();
  g_assert_cmpuint (drafts->len, ==, 0);
}

static void
test_save_as (void)
{
  g_autoptr (GFile) file = document_test_file ("rents.coalition");
  g_autoptr (GFile) copy = document_test_file ("copy.coalition");
  g_autoptr (GFile) nowhere = document_test_file ("gone/copy.coalition");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *id = NULL;
  CoalitionDocument *document = document_test_create (file);
  CoalitionDocument *other;

  bytes = document_test_read (file);
  error = save_as (document, nowhere);
  g_assert_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_STORAGE);
  g_clear_error (&error);
  g_assert_true (g_file_equal (coalition_document_get_file (document), file));
  g_assert_cmpint (coalition_document_get_state (document), ==, COALITION_DOCUMENT_SAVED);

  error = save_as (document, copy);
  g_assert_no_error (error);
  id = document_test_add_party (document, "Tenants' Union");

  /* The file that it had is free again. */
  other = document_test_open (file);
  error = save_as (other, copy);
  g_assert_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_BUSY);
  document_test_close (other);
  document_test_close (document);
  document_test_assert_same (file, bytes);
  document = document_test_open (copy);
  g_assert_true (document_test_has_party (document, id));
  document_test_close (document);
}

/* Changes that a crash kept from a file wait among the drafts, even if the file is gone. */
static void
test_lost_file_is_listed (void)
{
  g_autoptr (GFile) file = document_test_file ("rents.coalition");
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  CoalitionDocument *document = document_test_create (file);

  id = document_test_add_party (document, "Tenants' Union");
  document_test_drop (document);
  g_assert_true (g_file_delete (file, NULL, &error));
  drafts = list_drafts ();
  g_assert_cmpuint (drafts->len, ==, 1);
  document = coalition_document_open_draft (((CoalitionDraft *) g_ptr_array_index (drafts, 0))->path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (coalition_document_get_state (document), ==, COALITION_DOCUMENT_PROBLEM);
  g_assert_true (document_test_has_party (document, id));

  /* It is not made again behind the person's back, but when asked. */
  g_assert_false (coalition_document_publish (document, &error));
  g_assert_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_STORAGE);
  g_assert_false (g_file_query_exists (file, NULL));
  g_clear_error (&error);
  error = save_as (document, file);
  g_assert_no_error (error);
  g_assert_cmpint (coalition_document_get_state (document), ==, COALITION_DOCUMENT_SAVED);
  document_test_close (document);
  document_test_assert_whole (file);
}

/* --- What the file was like ---------------------------------------------------------------------------------------- */

static void
test_link_and_permissions (void)
{
  g_autoptr (GFile) file = document_test_file ("real.coalition");
  g_autoptr (GFile) link = document_test_file ("link.coalition");
  g_autoptr (GFile) target = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = document_test_folder ();
  g_autofree char *id = NULL;
  g_autofree char *points_to = NULL;
  char value[16] = "";
  CoalitionDocument *document;
  struct stat before, after;
  gboolean has_attributes;

  document_test_close (document_test_create (file));
  g_assert_cmpint (chmod (g_file_peek_path (file), 0640), ==, 0);
  if (geteuid () == 0)
    g_assert_cmpint (chown (g_file_peek_path (file), 1234, 2345), ==, 0);
  has_attributes = setxattr (g_file_peek_path (file), "user.note", "ours", 4, 0) == 0;
  g_assert_cmpint (stat (g_file_peek_path (file), &before), ==, 0);
  g_assert_cmpint (symlink ("real.coalition", g_file_peek_path (link)), ==, 0);

  document = document_test_open (link);
  g_assert_true (g_file_equal (coalition_document_get_file (document), link));
  id = document_test_add_party (document, "Tenants' Union");

  /* Both names mean one file. */
  g_assert_null (coalition_document_open (file, COALITION_OPEN_NONE, &error));
  g_assert_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_BUSY);
  document_test_close (document);

  points_to = g_file_read_link (g_file_peek_path (link), NULL);
  g_assert_cmpstr (points_to, ==, "real.coalition");
  g_assert_cmpint (stat (g_file_peek_path (file), &after), ==, 0);
  g_assert_cmphex (after.st_mode, ==, before.st_mode);
  g_assert_cmpuint (after.st_uid, ==, before.st_uid);
  g_assert_cmpuint (after.st_gid, ==, before.st_gid);
  if (has_attributes)
    {
      g_assert_cmpint (getxattr (g_file_peek_path (file), "user.note", value, sizeof value), ==, 4);
      g_assert_cmpstr (value, ==, "ours");
    }
  document_test_assert_tidy (folder, 2);
  document = document_test_open (file);
  g_assert_true (document_test_has_party (document, id));
  document_test_close (document);
}

/* --- Files that are no campaigns ----------------------------------------------------------------------------------- */

static void
assert_refused (GFile      *file,
                GBytes     *bytes,
                int         code,
                const char *words)
{
  g_autoptr (GError) error = NULL;

  document_test_write (file, bytes);
  for (int flags = 0; flags <= (int) COALITION_OPEN_EXCLUSIVE; flags++)
    {
      g_assert_null (coalition_document_open (file, flags, &error));
      g_assert_error (error, COALITION_CAMPAIGN_ERROR, code);
      g_assert_nonnull (strstr (error->message, words));
      g_assert_nonnull (strstr (error->message, "“file.coalition”"));
      g_clear_error (&error);
    }
  document_test_assert_same (file, bytes);
  g_assert_cmpuint (count_working_copies (), ==, 0);
}

static void
test_refused (void)
{
  g_autoptr (GFile) file = document_test_file ("file.coalition");
  g_autofree char *folder = document_test_folder ();
  g_autofree char *incoming = g_build_filename (g_get_user_data_dir (), "coalition", "incoming", NULL);
  g_autoptr (GBytes) whole = NULL;
  g_autoptr (GBytes) text = g_bytes_new_static ("name,level\n", 11);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) noise = NULL;
  g_autoptr (GBytes) half = NULL;
  g_autoptr (GBytes) newer = NULL;
  g_autoptr (GBytes) foreign = NULL;
  g_autofree guchar *data = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guchar random[5000];
  gsize size;

  document_test_close (document_test_create (file));
  whole = document_test_read (file);
  size = g_bytes_get_size (whole);
  data = g_memdup2 (g_bytes_get_data (whole, NULL), size);
  for (gsize i = 0; i < sizeof random; i++)
    random[i] = g_rand_int_range (rand, 0, 256);
  noise = g_bytes_new (random, sizeof random);
  half = g_bytes_new (data, size / 2 / 4096 * 4096);
  /* The version (user_version) is at offset 60, the program (application_id) at 68. */
  data[62] = 0x7f;
  newer = g_bytes_new (data, size);
  data[62] = 0;
  data[68] ^= 0xff;
  foreign = g_bytes_new (data, size);

  assert_refused (file, text, COALITION_CAMPAIGN_ERROR_NOT_CAMPAIGN, "not a campaign");
  assert_refused (file, empty, COALITION_CAMPAIGN_ERROR_NOT_CAMPAIGN, "not a campaign");
  assert_refused (file, noise, COALITION_CAMPAIGN_ERROR_NOT_CAMPAIGN, "not a campaign");
  assert_refused (file, foreign, COALITION_CAMPAIGN_ERROR_NOT_CAMPAIGN, "not a campaign");
  assert_refused (file, half, COALITION_CAMPAIGN_ERROR_DAMAGED, "damaged");
  assert_refused (file, newer, COALITION_CAMPAIGN_ERROR_NEWER, "newer version");
  document_test_assert_tidy (folder, 1);
  document_test_assert_tidy (incoming, 0);
}

static void
test_not_a_file (void)
{
  g_autoptr (GFile) missing = document_test_file ("missing.coalition");
  g_autofree char *path = document_test_folder ();
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GFile) pipe = document_test_file ("pipe.coalition");
  g_autoptr (GError) error = NULL;

  g_assert_null (coalition_document_open (missing, COALITION_OPEN_NONE, &error));
  g_assert_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_STORAGE);
  g_clear_error (&error);
  g_assert_null (coalition_document_open (folder, COALITION_OPEN_NONE, &error));
  g_assert_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_NOT_CAMPAIGN);
  g_clear_error (&error);
  g_assert_cmpint (mkfifo (g_file_peek_path (pipe), 0600), ==, 0);
  g_assert_null (coalition_document_open (pipe, COALITION_OPEN_NONE, &error));
  g_assert_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_NOT_CAMPAIGN);
}

int
main (int   argc,
      char *argv[])
{
  document_test_init (&argc, &argv);
  document_test_add ("/document/publish", test_publish);
  document_test_add ("/document/looking-changes-nothing", test_looking_changes_nothing);
  document_test_add ("/document/close-publishes", test_close_publishes);
  document_test_add ("/document/undo-after-reopening", test_undo_after_reopening);
  document_test_add ("/document/create-does-not-replace", test_create_does_not_replace);
  document_test_add ("/document/open-async", test_open_async);
  document_test_add ("/document/take-up", test_take_up);
  document_test_add ("/document/damaged-working-copy", test_damaged_working_copy);
  document_test_add ("/document/take-damaged", test_take_damaged);
  document_test_add ("/document/busy", test_busy);
  document_test_add ("/document/exclusive-drops", test_exclusive_drops);
  document_test_add ("/document/take-theirs", test_take_theirs);
  document_test_add ("/document/keep-both", test_keep_both);
  document_test_add ("/document/conflict-stays", test_conflict_stays);
  document_test_add ("/document/touch-is-no-conflict", test_touch_is_no_conflict);
  document_test_add ("/document/same-size-and-time-is-conflict", test_same_size_and_time_is_conflict);
  document_test_add ("/document/noticed", test_noticed);
  document_test_add ("/document/draft", test_draft);
  document_test_add ("/document/empty-draft-vanishes", test_empty_draft_vanishes);
  document_test_add ("/document/save-draft", test_save_draft);
  document_test_add ("/document/save-as", test_save_as);
  document_test_add ("/document/lost-file-is-listed", test_lost_file_is_listed);
  document_test_add ("/document/link-and-permissions", test_link_and_permissions);
  document_test_add ("/document/refused", test_refused);
  document_test_add ("/document/not-a-file", test_not_a_file);

  return document_test_run ();
}
