/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-graphviz-client.h"
#include "layout-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

static char *real;
static char *fake;
static const CoalitionGraphvizLimits limits = { 20, 30, 1024 };

static gboolean
run_fake (const char *what, CoalitionPlace *places, GError **error)
{
  static const char dot[] = "graph{n0--n1}";

  g_setenv ("COALITION_GRAPHVIZ", fake, TRUE);
  g_setenv ("COALITION_FAKE", what, TRUE);

  return coalition_graphviz_run ("neato", dot, strlen (dot), &limits, 2, 2, places, NULL, error);
}

static void
test_answer (void)
{
  CoalitionPlace places[2];
  g_autoptr (GError) error = NULL;

  g_assert_true (run_fake ("good", places, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (places[0].x, ==, 1);
  g_assert_cmpfloat (places[0].y, ==, -2); /* Graphviz counts upward, maps downward */
  g_assert_cmpfloat (places[1].x, ==, 3);
  g_assert_cmpfloat (places[1].y, ==, -4);
}

static void
test_bad_endings (void)
{
  static const struct { const char *what; int code; } cases[] = {
    { "crash", COALITION_LAYOUT_ERROR_CRASHED }, { "fail", COALITION_LAYOUT_ERROR_CRASHED },
    { "memory", COALITION_LAYOUT_ERROR_LIMIT }, { "cpu", COALITION_LAYOUT_ERROR_LIMIT },
    { "truncated", COALITION_LAYOUT_ERROR_ANSWER }, { "unended", COALITION_LAYOUT_ERROR_ANSWER },
    { "missing", COALITION_LAYOUT_ERROR_ANSWER }, { "nonsense", COALITION_LAYOUT_ERROR_ANSWER },
    { "stranger", COALITION_LAYOUT_ERROR_ANSWER }, { "more", COALITION_LAYOUT_ERROR_ANSWER },
    { "silent", COALITION_LAYOUT_ERROR_ANSWER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CoalitionPlace places[2];
      g_autoptr (GError) error = NULL;

      g_assert_false (run_fake (cases[i].what, places, &error));
      g_assert_error (error, COALITION_LAYOUT_ERROR, cases[i].code);
      g_assert_cmpuint (strlen (error->message), >, 20);
    }
}

static void
test_no_helper (void)
{
  CoalitionPlace places[2];
  g_autoptr (GError) error = NULL;

  g_setenv ("COALITION_GRAPHVIZ", "/nowhere/coalition-graphviz", TRUE);
  g_assert_false (coalition_graphviz_run ("neato", "graph{n0}", 9, &limits, 1, 2, places, NULL, &error));
  g_assert_error (error, COALITION_LAYOUT_ERROR, COALITION_LAYOUT_ERROR_HELPER);
  g_assert_nonnull (strstr (error->message, "/nowhere/coalition-graphviz"));
}

static void
test_wall_time (void)
{
  const CoalitionGraphvizLimits short_limits = { 20, 1, 1024 };
  g_autofree char *pid_file = g_build_filename (g_get_tmp_dir (), "coalition-fake-wall", NULL);
  CoalitionPlace places[2];
  g_autoptr (GError) error = NULL;

  g_setenv ("COALITION_GRAPHVIZ", fake, TRUE);
  g_setenv ("COALITION_FAKE", "hang", TRUE);
  g_setenv ("COALITION_FAKE_PID", pid_file, TRUE);
  g_assert_false (coalition_graphviz_run ("neato", "graph{n0}", 9, &short_limits, 1, 2, places, NULL, &error));
  g_assert_error (error, COALITION_LAYOUT_ERROR, COALITION_LAYOUT_ERROR_LIMIT);
  g_unlink (pid_file);
}

static gpointer
cancel_when_running (gpointer data)
{
  const char *path = g_getenv ("COALITION_FAKE_PID");
  g_autofree char *text = NULL;

  /* The shell creates the file before it writes the number and a line feed. */
  while (!g_file_get_contents (path, &text, NULL, NULL) || strchr (text, '\n') == NULL)
    {
      g_clear_pointer (&text, g_free);
      g_usleep (1000);
    }
  g_cancellable_cancel (data);

  return NULL;
}

/* The helper hangs; cancelling must end it, and the call with it. */
static void
test_cancel (void)
{
  g_autofree char *folder = g_dir_make_tmp ("coalition-test-XXXXXX", NULL);
  g_autofree char *pid_file = g_build_filename (folder, "pid", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  CoalitionPlace places[2];
  g_autoptr (GError) error = NULL;
  GThread *thread;

  g_setenv ("COALITION_GRAPHVIZ", fake, TRUE);
  g_setenv ("COALITION_FAKE", "hang", TRUE);
  g_setenv ("COALITION_FAKE_PID", pid_file, TRUE);
  thread = g_thread_new ("cancel", cancel_when_running, cancellable);
  g_assert_false (coalition_graphviz_run ("neato", "graph{n0}", 9, &limits, 1, 2, places, cancellable, &error));
  g_thread_join (thread);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (pid_file, &text, NULL, NULL));
  g_assert_cmpint (kill (atoi (text), 0), ==, -1);
  g_unlink (pid_file);
  g_rmdir (folder);
}

/* An engine that crashes costs nothing but itself; if all crash there is one clear error and no places. */
static void
test_other_engine (void)
{
  g_autoptr (LayoutFixture) fixture = layout_fixture_new_random (400, 600, 5);
  const CoalitionLayoutRequest request = { fixture->network, fixture->boxes, fixture->movable, COALITION_LAYOUT_FREE, 1 };
  g_autofree CoalitionPlace *places = NULL;
  g_autoptr (GError) error = NULL;

  g_setenv ("COALITION_GRAPHVIZ", fake, TRUE);
  g_setenv ("COALITION_FAKE", "crash-but-fdp", TRUE);
  places = coalition_layout_compute (&request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (layout_fixture_count_overlaps (fixture, places), ==, 0);

  g_clear_pointer (&places, g_free);
  g_setenv ("COALITION_FAKE", "crash", TRUE);
  places = coalition_layout_compute (&request, NULL, &error);
  g_assert_error (error, COALITION_LAYOUT_ERROR, COALITION_LAYOUT_ERROR_CRASHED);
  g_assert_null (places);
}

static void
finish_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
test_async (void)
{
  g_autoptr (LayoutFixture) fixture = layout_fixture_new_random (30, 40, 6);
  g_autofree CoalitionPlace *expected = NULL;
  g_autofree CoalitionPlace *places = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n_places;

  g_setenv ("COALITION_GRAPHVIZ", real, TRUE);
  expected = layout_fixture_compute (fixture, COALITION_LAYOUT_FREE, 3);
  {
    const CoalitionLayoutRequest request = { fixture->network, fixture->boxes, fixture->movable, COALITION_LAYOUT_FREE, 3 };

    coalition_layout_compute_async (&request, NULL, finish_cb, &result);
  }
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  places = coalition_layout_compute_finish (result, &n_places, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_places, ==, 30);
  g_assert_cmpmem (places, sizeof (CoalitionPlace) * 30, expected, sizeof (CoalitionPlace) * 30);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  real = g_strdup (g_getenv ("COALITION_GRAPHVIZ"));
  g_assert_nonnull (real);
  g_setenv ("COALITION_REAL", real, TRUE);
  fake = g_strdup (argv[1]);

  g_test_add_func ("/graphviz-client/answer", test_answer);
  g_test_add_func ("/graphviz-client/bad-endings", test_bad_endings);
  g_test_add_func ("/graphviz-client/no-helper", test_no_helper);
  g_test_add_func ("/graphviz-client/wall-time", test_wall_time);
  g_test_add_func ("/graphviz-client/cancel", test_cancel);
  g_test_add_func ("/graphviz-client/other-engine", test_other_engine);
  g_test_add_func ("/graphviz-client/async", test_async);

  return g_test_run ();
}
