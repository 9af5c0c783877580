/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* Makes an empty folder, and a home within it that no other test and no person shares. */
void
cli_fixture_set_up (CliFixture    *self,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("coalition-cli-XXXXXX", &error);
  g_assert_no_error (error);
  self->out = g_strdup ("");
  self->err = g_strdup ("");
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

/* Removes the folder with all that is in it. */
void
cli_fixture_tear_down (CliFixture    *self,
                       gconstpointer  data)
{
  remove_all (self->folder);
  g_free (self->folder);
  g_free (self->out);
  g_free (self->err);
}

static int
run_words (CliFixture *self,
           GPtrArray  *words)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *home = g_build_filename (self->folder, ".home", NULL);

  g_subprocess_launcher_set_cwd (launcher, self->folder);
  g_subprocess_launcher_setenv (launcher, "HOME", home, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", home, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_CONFIG_HOME", home, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_CACHE_HOME", home, TRUE);
  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words->pdata, &error);
  g_assert_no_error (error);
  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->err, g_free);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &self->out, &self->err, &error);
  g_assert_no_error (error);
  if (!g_subprocess_get_if_exited (process))
    g_error ("coalition-cli %s was killed: %s", (char *) words->pdata[1], self->err);

  return g_subprocess_get_exit_status (process);
}

static GPtrArray *
collect (const char *word,
         va_list     arguments)
{
  GPtrArray *words = g_ptr_array_new ();

  g_ptr_array_add (words, (gpointer) g_getenv ("COALITION_CLI"));
  for (; word != NULL; word = va_arg (arguments, const char *))
    g_ptr_array_add (words, (gpointer) word);
  g_ptr_array_add (words, NULL);

  return words;
}

/* Runs coalition-cli and returns its exit status. */
int
cli_run (CliFixture *self,
         const char *word,
         ...)
{
  g_autoptr (GPtrArray) words = NULL;
  va_list arguments;

  va_start (arguments, word);
  words = collect (word, arguments);
  va_end (arguments);

  return run_words (self, words);
}

/* Runs coalition-cli, which must end with @status. */
void
cli_expect (CliFixture *self,
            int         status,
            const char *word,
            ...)
{
  g_autoptr (GPtrArray) words = NULL;
  va_list arguments;
  int actual;

  va_start (arguments, word);
  words = collect (word, arguments);
  va_end (arguments);
  actual = run_words (self, words);
  if (actual != status)
    {
      g_autofree char *line = g_strjoinv (" ", (char **) words->pdata + 1);

      g_error ("coalition-cli %s: %d instead of %d: %s%s", line, actual, status, self->out, self->err);
    }
}

/* What was printed, as JSON. */
JsonNode *
cli_json (CliFixture *self)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (self->out, &error);

  g_assert_no_error (error);

  return node;
}

/* A number in the object that was printed: "party.added". */
gint64
cli_json_int (CliFixture *self,
              const char *path)
{
  g_autoptr (JsonNode) node = cli_json (self);
  g_auto (GStrv) keys = g_strsplit (path, ".", -1);
  JsonNode *here = node;

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_assert_true (JSON_NODE_HOLDS_OBJECT (here));
      here = json_object_get_member (json_node_get_object (here), keys[i]);
      g_assert_nonnull (here);
    }

  return json_node_get_int (here);
}

/* Writes a file in the folder. */
void
cli_write (CliFixture *self,
           const char *name,
           const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* Reads a file of the folder. */
char *
cli_read (CliFixture *self,
          const char *name,
          gsize      *length)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, length, &error);
  g_assert_no_error (error);

  return text;
}

/* Whether there is a file of that name in the folder. */
gboolean
cli_exists (CliFixture *self,
            const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* How many files there are in the folder, besides the home. */
guint
cli_count_files (CliFixture *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += !g_str_equal (name, ".home");

  return n;
}

/* A file of the tests' data. */
char *
cli_source (const char *name)
{
  return g_build_filename (g_getenv ("G_TEST_SRCDIR"), "data", name, NULL);
}
