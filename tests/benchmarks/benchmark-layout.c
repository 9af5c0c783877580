/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-layout.h"
#include "layout-fixture.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

/* Arranges a generated campaign of 10,000 parties and 20,000 ties and runs the sfdp command on the very graph that the
 * helper was given, in turn, and compares the least processor time of each (of this process and of those it starts;
 * nothing here waits for anything else, and a busy machine must not decide). More than 1.1 times sfdp fails. What
 * sfdp writes it writes to nowhere; we also read the answer, remove every overlap, and pack what is not connected. */
#define N_PARTIES 10000
#define N_TIES 20000
#define N_ROUNDS 4
#define LIMIT 1.1

/* Processor time so far, of this process and of those it started and saw end. */
static double
get_time (void)
{
  double seconds = 0;

  for (int i = 0; i < 2; i++)
    {
      struct rusage usage;

      getrusage (i == 0 ? RUSAGE_SELF : RUSAGE_CHILDREN, &usage);
      seconds += usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
    }

  return seconds;
}

static double
time_sfdp (const char *dot_path)
{
  const char *argv[] = { "sfdp", "-Tdot", "-o", "/dev/null", dot_path, NULL };
  g_autoptr (GError) error = NULL;
  double start = get_time ();
  int status;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error)
      || !g_spawn_check_wait_status (status, &error))
    {
      g_printerr ("sfdp: %s\n", error->message);
      exit (2);
    }

  return get_time () - start;
}

int
main (int argc, char *argv[])
{
  g_autoptr (LayoutFixture) fixture = layout_fixture_new_random (N_PARTIES, N_TIES, 42);
  g_autofree char *folder = g_dir_make_tmp ("coalition-benchmark-XXXXXX", NULL);
  g_autofree char *dot_path = g_build_filename (folder, "graph.dot", NULL);
  double ours = G_MAXDOUBLE, theirs = G_MAXDOUBLE;

  /* A stand-in for the helper that keeps a copy of the graph, once; the measured runs use the helper itself. */
  {
    g_autofree char *real = g_strdup (g_getenv ("COALITION_GRAPHVIZ"));

    g_setenv ("COALITION_KEEP", dot_path, TRUE);
    g_setenv ("COALITION_REAL", real, TRUE);
    g_setenv ("COALITION_GRAPHVIZ", argv[1], TRUE);
    g_free (layout_fixture_compute (fixture, COALITION_LAYOUT_FREE, 1));
    g_setenv ("COALITION_GRAPHVIZ", real, TRUE);
  }
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double start = get_time ();

      g_free (layout_fixture_compute (fixture, COALITION_LAYOUT_FREE, 1));
      ours = MIN (ours, get_time () - start);
      theirs = MIN (theirs, time_sfdp (dot_path));
    }
  g_unlink (dot_path);
  g_rmdir (folder);

  printf ("layout of %d parties, %d ties: %.2f s of processor time; sfdp on the same graph: %.2f s; ratio %.3f (at most %.1f)\n",
          N_PARTIES, N_TIES, ours, theirs, ours / theirs, LIMIT);

  return ours / theirs <= LIMIT ? 0 : 1;
}
