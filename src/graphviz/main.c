/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: MIT */

/* coalition-graphviz: reads graphs in DOT from standard input, lays them out with the engine named on the command line and
 * writes where their nodes came to lie. One request per process, so that a layout that hangs, grows or crashes can be ended
 * without harm to the program that asked. What it writes is for that program, not for people. */
#include <cgraph.h>
#include <errno.h>
#include <glib.h>
#include <gvc.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

/* What the exit status means; a crash is a signal, and the time limit is SIGXCPU. */
enum
{
  EXIT_DONE = 0,
  EXIT_USAGE = 2,
  EXIT_GRAPH = 3,
  EXIT_LAYOUT = 4,
  EXIT_OUTPUT = 5,
};

static const char *const engines[] = { "neato", "fdp", "sfdp", "dot", "twopi", "circo", "nop2", NULL };

#ifdef COALITION_GRAPHVIZ_LINKED
extern gvplugin_library_t gvplugin_dot_layout_LTX_library;
extern gvplugin_library_t gvplugin_neato_layout_LTX_library;

static lt_symlist_t linked_plugins[] = {
  { "gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library },
  { "gvplugin_neato_layout_LTX_library", &gvplugin_neato_layout_LTX_library },
  { NULL, NULL },
};
#endif

static GVC_t *
create_context (void)
{
#ifdef COALITION_GRAPHVIZ_LINKED
  return gvContextPlugins (linked_plugins, 0);
#else
  return gvContext ();
#endif
}

/* The process must not outlive the one that asked, whichever way that one ends. */
static void
follow_parent (void)
{
  pid_t parent = getppid ();

  prctl (PR_SET_PDEATHSIG, SIGKILL);
  if (getppid () != parent)
    _exit (EXIT_USAGE);
}

static void
set_limit (int resource, rlim_t soft, rlim_t hard)
{
  struct rlimit limit = { soft, hard };

  if (setrlimit (resource, &limit) != 0)
    g_printerr ("coalition-graphviz: cannot set a limit: %s\n", g_strerror (errno));
}

static void
set_limits (int seconds, int megabytes)
{
  sigset_t none;

  /* No core file: it would hold parts of somebody's map. */
  set_limit (RLIMIT_CORE, 0, 0);
  if (seconds > 0)
    set_limit (RLIMIT_CPU, seconds, seconds + 1);
#ifndef __SANITIZE_ADDRESS__ /* which reserves terabytes */
  if (megabytes > 0)
    set_limit (RLIMIT_AS, (rlim_t) megabytes << 20, (rlim_t) megabytes << 20);
#endif

  /* Whatever the parent blocks or ignores, these end this process at once. */
  signal (SIGTERM, SIG_DFL);
  signal (SIGXCPU, SIG_DFL);
  sigemptyset (&none);
  sigprocmask (SIG_SETMASK, &none, NULL);
}

static void
write_point (double x, double y)
{
  char text[2][G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text[0], sizeof text[0], "%.3f", x);
  g_ascii_formatd (text[1], sizeof text[1], "%.3f", y);
  printf (" %s %s", text[0], text[1]);
}

/* One line for each edge, "e ID COUNT x y x y ...": the control points of its course, the ends of which are not clipped;
 * none where Graphviz gave it no course or one in several parts. ID is the attribute of that name. */
static void
write_courses (Agraph_t *graph)
{
  for (Agnode_t *node = agfstnode (graph); node != NULL; node = agnxtnode (graph, node))
    for (Agedge_t *edge = agfstout (graph, node); edge != NULL; edge = agnxtout (graph, edge))
      {
        const char *id = agget (edge, "id");
        const splines *course = ED_spl (edge);
        const bezier *part = course != NULL && course->size == 1 ? &course->list[0] : NULL;

        if (id == NULL || *id == '\0' || strpbrk (id, " \n") != NULL)
          continue;
        printf ("e %s %d", id, part != NULL ? part->size : 0);
        for (int i = 0; part != NULL && i < part->size; i++)
          write_point (part->list[i].x, part->list[i].y);
        printf ("\n");
      }
}

/* One line for each node, "name x y" in points with y upward, and "end" with their number, so that an answer that
 * was cut short is noticed. */
static int
write_places (Agraph_t *graph)
{
  int n_nodes = 0;

  for (Agnode_t *node = agfstnode (graph); node != NULL; node = agnxtnode (graph, node))
    {
      printf ("%s", agnameof (node));
      write_point (ND_coord (node).x, ND_coord (node).y);
      printf ("\n");
      n_nodes++;
    }
  printf ("end %d\n", n_nodes);

  return fflush (stdout) == 0 && !ferror (stdout) ? EXIT_DONE : EXIT_OUTPUT;
}

/* All graphs that there are, one after the other: many small ones are quicker to lay out than to start a program for. */
static int
lay_out (const char *engine, gboolean with_edges)
{
  Agraph_t *graph = agread (stdin, NULL);
  GVC_t *context;
  int status = EXIT_DONE;

  if (graph == NULL)
    {
      g_printerr ("coalition-graphviz: no graph could be read\n");
      return EXIT_GRAPH;
    }
  context = create_context ();
  for (; graph != NULL && status == EXIT_DONE; graph = agread (stdin, NULL))
    {
      if (context == NULL || gvLayout (context, graph, engine) != 0)
        {
          g_printerr ("coalition-graphviz: %s failed\n", engine);
          return EXIT_LAYOUT;
        }
      if (with_edges)
        write_courses (graph);
      /* Nothing is freed: the process ends soon, and cleaning up is where Graphviz crashes most. */
      status = write_places (graph);
    }

  return status;
}

int
main (int argc, char *argv[])
{
  int seconds = 0;
  int megabytes = 0;
  gboolean with_edges = FALSE;
  const GOptionEntry entries[] = {
    { "cpu", 0, 0, G_OPTION_ARG_INT, &seconds, "End after this much processor time", "SECONDS" },
    { "memory", 0, 0, G_OPTION_ARG_INT, &megabytes, "Take no more memory than this", "MEGABYTES" },
    { "edges", 0, 0, G_OPTION_ARG_NONE, &with_edges, "Write the courses of edges too", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) options = g_option_context_new ("ENGINE < GRAPH.dot");
  g_autoptr (GError) error = NULL;

  follow_parent ();
  g_option_context_add_main_entries (options, entries, NULL);
  if (!g_option_context_parse (options, &argc, &argv, &error) || argc != 2 || seconds < 0 || megabytes < 0
      || !g_strv_contains (engines, argv[1]))
    {
      g_printerr ("coalition-graphviz: %s\n", error != NULL ? error->message : "usage: coalition-graphviz [--cpu=SECONDS] "
                  "[--memory=MEGABYTES] [--edges] neato|fdp|sfdp|dot|twopi|circo|nop2");
      return EXIT_USAGE;
    }
  set_limits (seconds, megabytes);
  agseterr (AGERR);

  /* Not exit(): destructors of the plugins have nothing to do that matters here. */
  fflush (stdout);
  _exit (lay_out (argv[1], with_edges));
}
