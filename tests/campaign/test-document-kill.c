/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-test.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

/* test-document-kill [ROUNDS]: a program that edits a campaign is killed at random moments; nothing that it was told is
 * kept may be lost. Takes the path of edit-until-killed from the environment. */

#define DEFAULT_ROUNDS 20

static int rounds = DEFAULT_ROUNDS;

/* Reads ids until the program ends; it is killed once it has been told @n_before of them, and then some bytes later. */
static guint
edit_and_kill (GFile     *file,
               GPtrArray *acknowledged,
               guint      n_before,
               gulong     pause)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) editor = NULL;
  g_autoptr (GDataInputStream) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;
  char *line;

  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", g_get_user_data_dir (), TRUE);
  editor = g_subprocess_launcher_spawn (launcher, &error, g_getenv ("COALITION_EDIT_UNTIL_KILLED"),
                                        g_file_peek_path (file), NULL);
  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (editor));
  while ((line = g_data_input_stream_read_line (lines, NULL, NULL, &error)) != NULL)
    {
      /* The last line may be cut short by the end. */
      if (strlen (line) == 36)
        g_ptr_array_add (acknowledged, line);
      else
        g_free (line);
      if (++n == n_before)
        {
          g_usleep (pause);
          g_subprocess_send_signal (editor, SIGKILL);
        }
    }
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait (editor, NULL, &error));
  g_assert_true (g_subprocess_get_if_signaled (editor));
  g_assert_cmpint (g_subprocess_get_term_sig (editor), ==, SIGKILL);

  return n;
}

/* Everything that a crash may have left must be whole before anything mends it. */
static guint
check_working_copies (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "coalition", "working", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (GFile) copy = g_file_new_build_filename (folder, name, NULL);

      if (!g_str_has_suffix (name, ".coalition"))
        continue;
      document_test_assert_whole (copy);
      n++;
    }

  return n;
}

static void
test_kill (void)
{
  g_autoptr (GFile) file = document_test_file ("rents.coalition");
  g_autofree char *folder = document_test_folder ();
  g_autoptr (GPtrArray) acknowledged = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261121);
  guint n_told = 0, n_left = 0, n_litter = 0;

  g_assert_nonnull (g_getenv ("COALITION_EDIT_UNTIL_KILLED"));
  document_test_close (document_test_create (file));
  for (int i = 0; i < rounds; i++)
    {
      CoalitionDocument *document;

      n_told += edit_and_kill (file, acknowledged, g_rand_int_range (rand, 1, 40), g_rand_int_range (rand, 0, 20000));
      document_test_assert_whole (file);
      n_left += check_working_copies ();

      n_litter += document_test_count (folder) - 1;
      document = document_test_open (file);
      document_test_assert_tidy (folder, 1);
      g_assert_cmpint (coalition_document_get_state (document), !=, COALITION_DOCUMENT_CONFLICT);
      g_assert_cmpint (coalition_document_get_state (document), !=, COALITION_DOCUMENT_PROBLEM);
      for (guint j = 0; j < acknowledged->len; j++)
        if (!document_test_has_party (document, acknowledged->pdata[j]))
          g_error ("round %d: edit %u of %u was lost", i, j, acknowledged->len);
      /* Every other time the next round takes up what is left, instead of a clean file. */
      if (g_rand_boolean (rand))
        document_test_close (document);
      else
        document_test_drop (document);
      document_test_assert_whole (file);
    }
  g_test_message ("%d rounds, %u edits acknowledged, none lost; %u working copies left behind, %u ends while publishing",
                  rounds, n_told, n_left, n_litter);
}

/* Two processes never share a file. */
static void
test_other_process (void)
{
  g_autoptr (GFile) file = document_test_file ("rents.coalition");
  g_autoptr (GSubprocess) editor = NULL;
  g_autoptr (GDataInputStream) lines = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GFile) working = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;

  document_test_close (document_test_create (file));
  editor = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, g_getenv ("COALITION_EDIT_UNTIL_KILLED"),
                             g_file_peek_path (file), NULL);
  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (editor));
  line = g_data_input_stream_read_line (lines, NULL, NULL, &error);
  g_assert_nonnull (line);

  for (int flags = 0; flags <= (int) COALITION_OPEN_EXCLUSIVE; flags++)
    {
      g_assert_null (coalition_document_open (file, flags, &error));
      g_assert_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_BUSY);
      g_clear_error (&error);
    }
  working = coalition_document_find_working_copy (file);
  g_assert_nonnull (working);
  drafts = coalition_document_list_drafts (&error);
  g_assert_no_error (error);
  g_assert_cmpuint (drafts->len, ==, 0);

  /* However it ends, its lock goes with it. */
  g_subprocess_send_signal (editor, SIGKILL);
  g_assert_true (g_subprocess_wait (editor, NULL, &error));
  document_test_close (document_test_open (file));
}

int
main (int   argc,
      char *argv[])
{
  document_test_init (&argc, &argv);
  if (argc > 1)
    rounds = atoi (argv[1]);
  document_test_add ("/document/kill", test_kill);
  document_test_add ("/document/other-process", test_other_process);

  return document_test_run ();
}
