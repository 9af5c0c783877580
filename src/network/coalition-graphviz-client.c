/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "config.h"

#include "coalition-graphviz-client.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define HELPER "coalition-graphviz"
#define MAX_ANSWER (64 * 1024 * 1024)

G_DEFINE_QUARK (coalition-layout-error-quark, coalition_layout_error)

/* How one run of the helper ended. */
typedef struct {
  GPid pid;
  int answer;   /* the end of the pipe that we read */
  int messages; /* what it wrote to its standard error */
  gboolean late;
} Run;

/**
 * coalition_graphviz_find_helper:
 * @error: return location for an error
 *
 * Finds the helper program: where COALITION_GRAPHVIZ says, else beside the program that runs (in a build tree or in
 * a folder that was moved), else where it was installed.
 *
 * Returns: (transfer full) (nullable): its path, or %NULL with %COALITION_LAYOUT_ERROR_HELPER
 */
char *
coalition_graphviz_find_helper (GError **error)
{
  static const char *const beside[] = { "../graphviz/" HELPER, "../src/graphviz/" HELPER, HELPER, "../libexec/" HELPER };
  const char *named = g_getenv ("COALITION_GRAPHVIZ");
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : NULL;
  g_autofree char *installed = g_build_filename (COALITION_LIBEXECDIR, HELPER, NULL);

  if (named != NULL && *named != '\0')
    {
      if (g_file_test (named, G_FILE_TEST_IS_EXECUTABLE))
        return g_strdup (named);
      g_set_error (error, COALITION_LAYOUT_ERROR, COALITION_LAYOUT_ERROR_HELPER,
                   /* TRANSLATORS: %s is the path of a program */
                   _("The program that arranges the map cannot be started: there is no “%s”."), named);
      return NULL;
    }
  for (guint i = 0; folder != NULL && i < G_N_ELEMENTS (beside); i++)
    {
      g_autofree char *path = g_build_filename (folder, beside[i], NULL);

      if (g_file_test (path, G_FILE_TEST_IS_EXECUTABLE) && g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&path);
    }
  if (g_file_test (installed, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&installed);

  g_set_error (error, COALITION_LAYOUT_ERROR, COALITION_LAYOUT_ERROR_HELPER,
               /* TRANSLATORS: %s is the path of a program */
               _("The program that arranges the map is missing: there is no “%s”. Install Coalition again."), installed);

  return NULL;
}

static gboolean
set_helper_error (GError **error, const char *reason)
{
  g_set_error (error, COALITION_LAYOUT_ERROR, COALITION_LAYOUT_ERROR_HELPER,
               /* TRANSLATORS: %s is a reason given by the system */
               _("The program that arranges the map cannot be started: %s."), reason);

  return FALSE;
}

/* A file in memory: the helper reads the graph from one and writes its complaints to another, so that neither side
 * ever waits for the other, and a helper that dies while we write is no SIGPIPE. */
static int
open_memory (const char *name, const char *text, gsize length)
{
  int fd = memfd_create (name, MFD_CLOEXEC);

  while (fd >= 0 && length > 0)
    {
      gssize written = write (fd, text, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        {
          close (fd);
          return -1;
        }
      text += written;
      length -= written;
    }
  if (fd >= 0)
    lseek (fd, 0, SEEK_SET);

  return fd;
}

static gboolean
start (Run *run, const char *engine, gboolean with_edges, const char *dot, gsize length, const CoalitionGraphvizLimits *limits,
       GError **error)
{
  g_autofree char *helper = coalition_graphviz_find_helper (error);
  g_autofree char *cpu = g_strdup_printf ("--cpu=%u", limits->cpu_seconds);
  g_autofree char *memory = g_strdup_printf ("--memory=%u", limits->megabytes);
  const char *argv[] = { helper, cpu, memory, with_edges ? "--edges" : engine, with_edges ? engine : NULL, NULL };
  g_autoptr (GError) spawn_error = NULL;
  int ends[2] = { -1, -1 };
  int input;
  gboolean started = FALSE;

  if (helper == NULL)
    return FALSE;

  input = open_memory ("coalition-graph", dot, length);
  run->messages = open_memory ("coalition-messages", NULL, 0);
  if (input >= 0 && run->messages >= 0 && pipe2 (ends, O_CLOEXEC) == 0)
    {
      started = g_spawn_async_with_fds (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &run->pid,
                                        input, ends[1], run->messages, &spawn_error);
      close (ends[1]);
      run->answer = ends[0];
    }
  if (input >= 0)
    close (input);
  if (!started)
    return set_helper_error (error, spawn_error != NULL ? spawn_error->message : g_strerror (errno));

  return TRUE;
}

/* Reads what the helper answers until it closes its end; kills it when cancelled or late. */
static gboolean
read_answer (Run *run, GString *answer, guint wall_seconds, GCancellable *cancellable, GError **error)
{
  const gint64 deadline = g_get_monotonic_time () + wall_seconds * G_USEC_PER_SEC;
  int cancel_fd = cancellable != NULL ? g_cancellable_get_fd (cancellable) : -1;
  gboolean cancelled = FALSE;

  for (;;)
    {
      struct pollfd fds[2] = { { run->answer, POLLIN, 0 }, { cancel_fd, POLLIN, 0 } };
      gint64 left = (deadline - g_get_monotonic_time ()) / 1000;
      char buffer[65536];
      gssize size;
      int ready = left > 0 ? poll (fds, cancel_fd >= 0 ? 2 : 1, MIN (left + 1, 1000)) : 0;

      cancelled = g_cancellable_set_error_if_cancelled (cancellable, error);
      run->late = left <= 0;
      if (cancelled || run->late || answer->len > MAX_ANSWER)
        {
          kill (run->pid, SIGKILL);
          break;
        }
      if (ready <= 0 || !(fds[0].revents & (POLLIN | POLLHUP | POLLERR)))
        continue;
      size = read (run->answer, buffer, sizeof buffer);
      if (size > 0)
        g_string_append_len (answer, buffer, size);
      else if (size == 0 || errno != EINTR)
        break;
    }
  if (cancel_fd >= 0)
    g_cancellable_release_fd (cancellable);

  return !cancelled;
}

/* The pipe may be closed a while before the process ends (a forked grandchild, a hang while ending): do not wait for
 * that longer than a moment. */
static int
reap (GPid pid)
{
  int status = 0;

  for (guint i = 0;; i++)
    {
      pid_t done = waitpid (pid, &status, WNOHANG);

      if (done == pid)
        return status;
      if (done < 0 && errno != EINTR)
        return 0;
      if (i == 200)
        kill (pid, SIGKILL);
      g_usleep (i < 20 ? 200 : 5000);
    }
}

/* Running out of memory shows as a crash, but Graphviz says so before it gives up. */
static gboolean
ran_out_of_memory (int messages)
{
  char text[4096];
  gssize size = pread (messages, text, sizeof text - 1, 0);

  if (size <= 0)
    return FALSE;
  text[size] = '\0';

  return strstr (text, "memory") != NULL || strstr (text, "failed to allocate") != NULL;
}

static gboolean
check_status (int status, Run *run, const char *engine, GError **error)
{
  if (run->late || (WIFSIGNALED (status) && (WTERMSIG (status) == SIGXCPU || WTERMSIG (status) == SIGKILL)))
    g_set_error (error, COALITION_LAYOUT_ERROR, COALITION_LAYOUT_ERROR_LIMIT,
                 /* TRANSLATORS: %s is the name of a way to arrange the map, such as “neato” */
                 _("Arranging the map with “%s” took too long and was stopped."), engine);
  else if (status != 0 && ran_out_of_memory (run->messages))
    g_set_error (error, COALITION_LAYOUT_ERROR, COALITION_LAYOUT_ERROR_LIMIT,
                 /* TRANSLATORS: %s is the name of a way to arrange the map, such as “neato” */
                 _("Arranging the map with “%s” needed too much memory and was stopped."), engine);
  else if (WIFSIGNALED (status))
    g_set_error (error, COALITION_LAYOUT_ERROR, COALITION_LAYOUT_ERROR_CRASHED,
                 /* TRANSLATORS: %s is the name of a way to arrange the map, such as “neato” */
                 _("The program that arranges the map crashed (“%s”). The map is as it was."), engine);
  else if (status != 0)
    g_set_error (error, COALITION_LAYOUT_ERROR, COALITION_LAYOUT_ERROR_CRASHED,
                 /* TRANSLATORS: %s is the name of a way to arrange the map, such as “neato” */
                 _("The program that arranges the map failed (“%s”). The map is as it was."), engine);
  else
    return TRUE;

  return FALSE;
}

/* A number after one space, as the helper writes it. */
static gboolean
parse_number (char **text, double *number)
{
  char *end;

  if ((*text)[0] != ' ' || !(g_ascii_isdigit ((*text)[1]) || (*text)[1] == '-'))
    return FALSE;
  *number = g_ascii_strtod (*text + 1, &end);
  *text = end;

  return isfinite (*number);
}

static gboolean
parse_line (char *line, guint n_places, CoalitionPlace *places, gboolean *seen)
{
  char *end;
  guint64 index;

  if (line[0] != 'n' || !g_ascii_isdigit (line[1]))
    return FALSE;
  index = g_ascii_strtoull (line + 1, &end, 10);
  if (index >= n_places || seen[index] || !parse_number (&end, &places[index].x) || !parse_number (&end, &places[index].y))
    return FALSE;
  seen[index] = TRUE;
  places[index].y = -places[index].y;

  return *end == '\0';
}

static gboolean
parse_answer (char *answer, gsize length, guint n_expected, guint n_places, CoalitionPlace *places)
{
  g_autofree char *last = g_strdup_printf ("end %u", n_expected);
  g_autofree gboolean *seen = g_new0 (gboolean, MAX (n_places, 1));
  char *line = answer;
  guint n_lines = 0;

  if (strlen (answer) != length)
    return FALSE;
  for (;;)
    {
      char *end = strchr (line, '\n');

      if (end == NULL)
        return FALSE;
      *end = '\0';
      if (g_str_equal (line, last))
        return n_lines == n_expected && end[1] == '\0';
      if (!parse_line (line, n_places, places, seen))
        return FALSE;
      n_lines++;
      line = end + 1;
    }
}

/**
 * coalition_graphviz_ask:
 * @engine: a layout engine of Graphviz: neato, fdp, sfdp, dot, twopi or circo; or nop2, which leaves nodes where they are
 * @with_edges: whether the courses of edges are wanted too
 * @dot: a graph in DOT
 * @length: its length in bytes
 * @limits: what it may cost
 * @n_bytes: (out): length of the answer
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Has the helper program lay out a graph, and waits for it. Cancelling kills the helper at once; so does running over a
 * limit.
 *
 * Returns: (transfer full): all that the helper answered, which may be anything; or %NULL with an error of
 *   %COALITION_LAYOUT_ERROR or %G_IO_ERROR_CANCELLED
 */
char *
coalition_graphviz_ask (const char *engine, gboolean with_edges, const char *dot, gsize length,
                        const CoalitionGraphvizLimits *limits, gsize *n_bytes, GCancellable *cancellable, GError **error)
{
  Run run = { 0, -1, -1, FALSE };
  g_autoptr (GString) answer = NULL;
  gboolean done = FALSE;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  if (start (&run, engine, with_edges, dot, length, limits, error))
    {
      int status;

      answer = g_string_sized_new (64 * 1024);
      done = read_answer (&run, answer, limits->wall_seconds, cancellable, error);
      status = reap (run.pid);
      g_spawn_close_pid (run.pid);
      done = done && check_status (status, &run, engine, error);
    }
  if (run.answer >= 0)
    close (run.answer);
  if (run.messages >= 0)
    close (run.messages);
  if (!done)
    return NULL;
  *n_bytes = answer->len;

  return g_string_free (g_steal_pointer (&answer), FALSE);
}

/**
 * coalition_graphviz_set_answer_error:
 * @engine: a layout engine of Graphviz
 * @error: return location for an error
 *
 * Says that an answer of the helper could not be understood.
 */
void
coalition_graphviz_set_answer_error (const char *engine, GError **error)
{
  g_set_error (error, COALITION_LAYOUT_ERROR, COALITION_LAYOUT_ERROR_ANSWER,
               /* TRANSLATORS: %s is the name of a way to arrange the map, such as “neato” */
               _("The program that arranges the map gave an answer that makes no sense (“%s”)."), engine);
}

/**
 * coalition_graphviz_run:
 * @engine: a layout engine of Graphviz: neato, fdp, sfdp, dot, twopi or circo
 * @dot: a graph in DOT, the nodes of which are called n0, n1, ...
 * @length: its length in bytes
 * @limits: what it may cost
 * @n_expected: how many nodes the graph has
 * @n_places: room in @places
 * @places: (array length=n_places): where the place of node nI is put at index I, in points, y downward
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Lays a graph out in the helper program; see coalition_graphviz_ask().
 *
 * Returns: %TRUE if every node got a place
 */
gboolean
coalition_graphviz_run (const char *engine, const char *dot, gsize length, const CoalitionGraphvizLimits *limits,
                        guint n_expected, guint n_places, CoalitionPlace *places, GCancellable *cancellable, GError **error)
{
  gsize n_bytes = 0;
  g_autofree char *answer = coalition_graphviz_ask (engine, FALSE, dot, length, limits, &n_bytes, cancellable, error);

  if (answer == NULL)
    return FALSE;
  if (parse_answer (answer, n_bytes, n_expected, n_places, places))
    return TRUE;
  coalition_graphviz_set_answer_error (engine, error);

  return FALSE;
}
