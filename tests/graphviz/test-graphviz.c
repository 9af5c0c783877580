/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static const char *helper;

/* Runs the helper to its end; without a graph if it will refuse before it reads one. */
static GSubprocess *
run (const char *dot, char **answer, char **messages, const char *first, const char *second, const char *third)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  const char *arguments[] = { helper, first, second, third };
  GSubprocess *process;

  for (guint i = 0; i < G_N_ELEMENTS (arguments); i++)
    if (arguments[i] != NULL)
      g_ptr_array_add (argv, (gpointer) arguments[i]);
  g_ptr_array_add (argv, NULL);
  process = g_subprocess_newv ((const char *const *) argv->pdata, G_SUBPROCESS_FLAGS_STDIN_PIPE
                               | G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, dot, NULL, answer, messages, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));

  return process;
}

/* A graph that every engine needs long for. */
static char *
make_large_graph (guint n)
{
  GString *dot = g_string_new ("graph G{overlap=true;\n");

  for (guint i = 0; i < n; i++)
    for (guint j = 1; j <= 4; j++)
      g_string_append_printf (dot, "n%u--n%u;\n", i, (i * 7 + j * j * 31 + 1) % n);
  g_string_append (dot, "}\n");

  return g_string_free (dot, FALSE);
}

static void
test_engines (void)
{
  static const char *const engines[] = { "neato", "fdp", "sfdp", "dot", "twopi", "circo" };

  for (guint i = 0; i < G_N_ELEMENTS (engines); i++)
    {
      g_autofree char *answer = NULL;
      g_autoptr (GSubprocess) process = run ("graph{n0--n1;n1--n2;n2--n0;n3}", &answer, NULL, engines[i], NULL, NULL);
      g_auto (GStrv) lines = g_strsplit (answer, "\n", -1);

      g_assert_true (g_subprocess_get_successful (process));
      g_assert_cmpuint (g_strv_length (lines), ==, 6);
      for (guint j = 0; j < 4; j++)
        {
          g_auto (GStrv) words = g_strsplit (lines[j], " ", -1);
          char *end;

          g_assert_cmpuint (g_strv_length (words), ==, 3);
          g_assert_true (words[0][0] == 'n');
          g_ascii_strtod (words[1], &end);
          g_assert_true (end != words[1] && *end == '\0');
          g_ascii_strtod (words[2], &end);
          g_assert_true (end != words[2] && *end == '\0');
        }
      g_assert_cmpstr (lines[4], ==, "end 4");
    }
}

static void
test_pins (void)
{
  g_autofree char *answer = NULL;
  g_autoptr (GSubprocess) process = run ("graph{overlap=true;inputscale=72;notranslate=true;"
                                         "a[pos=\"100,50!\"];b[pos=\"400,250!\"];c;a--c;b--c}",
                                         &answer, NULL, "neato", NULL, NULL);
  g_auto (GStrv) lines = g_strsplit (answer, "\n", -1);
  double places[2][2] = { { 0 } };

  g_assert_true (g_subprocess_get_successful (process));
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] == 'a' || lines[i][0] == 'b')
      {
        char *end;
        double *place = places[lines[i][0] - 'a'];

        place[0] = g_ascii_strtod (lines[i] + 2, &end);
        place[1] = g_ascii_strtod (end, NULL);
      }
  g_assert_cmpfloat_with_epsilon (places[1][0] - places[0][0], 300, 0.01);
  g_assert_cmpfloat_with_epsilon (places[1][1] - places[0][1], 200, 0.01);
}

/* Courses of edges, and several graphs one after the other. */
static void
test_courses (void)
{
  g_autofree char *answer = NULL;
  g_autoptr (GSubprocess) process = run ("graph{splines=true;inputscale=72;notranslate=true;node[shape=box,fixedsize=true,width=1,height=1];"
                                         "edge[headclip=false,tailclip=false];"
                                         "n0[pos=\"0,0\"];n1[pos=\"200,4\"];n2[pos=\"400,0\"];n0--n2[id=7];n0--n1}"
                                         "graph{n0[pos=\"0,0\"];n1[pos=\"5,5\"];n0--n1[id=3]}",
                                         &answer, NULL, "--edges", "nop2", NULL);
  g_auto (GStrv) lines = g_strsplit (answer, "\n", -1);
  g_auto (GStrv) words = NULL;
  gboolean bent = FALSE;

  g_assert_true (g_subprocess_get_successful (process));
  g_assert_cmpuint (g_strv_length (lines), ==, 10);
  g_assert_true (g_str_has_prefix (lines[0], "e 7 ")); /* an edge without a number is not told */
  words = g_strsplit (lines[0], " ", -1);
  g_assert_cmpuint (g_strv_length (words), ==, 3 + 2 * g_ascii_strtoull (words[2], NULL, 10));
  for (guint i = 4; words[i - 1] != NULL && words[i] != NULL; i += 2)
    bent |= ABS (g_ascii_strtod (words[i], NULL)) > 30;
  g_assert_true (bent);
  g_assert_cmpstr (lines[4], ==, "end 3");
  g_assert_true (g_str_has_prefix (lines[5], "e 3 "));
  g_assert_true (g_str_has_prefix (lines[6], "n0 ") && g_str_has_prefix (lines[7], "n1 "));
  g_assert_cmpstr (lines[8], ==, "end 2");
}

static void
test_bad_graph (void)
{
  static const char *const graphs[] = { "", "graph {", "digraph G { a -> ; }", "this is no graph", "graph{a--b" };

  for (guint i = 0; i < G_N_ELEMENTS (graphs); i++)
    {
      g_autofree char *answer = NULL, *messages = NULL;
      g_autoptr (GSubprocess) process = run (graphs[i], &answer, &messages, "neato", NULL, NULL);

      g_assert_true (g_subprocess_get_if_exited (process));
      g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 3);
      g_assert_cmpstr (answer, ==, "");
      g_assert_nonnull (strstr (messages, "no graph"));
    }
}

static void
test_bad_arguments (void)
{
  static const char *const arguments[][2] = {
    { NULL, NULL }, { "osage", NULL }, { "neato", "fdp" }, { "--cpu=-1", "neato" }, { "--nonsense", "neato" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (arguments); i++)
    {
      g_autofree char *answer = NULL;
      g_autoptr (GSubprocess) process = run (NULL, &answer, NULL, arguments[i][0], arguments[i][1], NULL);

      g_assert_true (g_subprocess_get_if_exited (process));
      g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 2);
      g_assert_cmpstr (answer, ==, "");
    }
}

static void
test_time_cap (void)
{
  g_autofree char *dot = make_large_graph (3000);
  g_autofree char *answer = NULL;
  g_autoptr (GSubprocess) process = run (dot, &answer, NULL, "--cpu=1", "circo", NULL);

  g_assert_true (g_subprocess_get_if_signaled (process));
  g_assert_cmpint (g_subprocess_get_term_sig (process), ==, SIGXCPU);
  g_assert_cmpstr (answer, ==, "");
}

#ifndef __SANITIZE_ADDRESS__ /* which needs more address space than any cap */
static void
test_memory_cap (void)
{
  g_autofree char *dot = make_large_graph (6000);
  g_autofree char *answer = NULL;
  g_autoptr (GSubprocess) process = run (dot, &answer, NULL, "--memory=120", "--cpu=60", "neato");

  g_assert_false (g_subprocess_get_successful (process));
  g_assert_true (!g_subprocess_get_if_signaled (process) || g_subprocess_get_term_sig (process) != SIGXCPU);
  g_assert_null (strstr (answer, "end "));
}
#endif

static void
test_terminate (void)
{
  g_autofree char *dot = make_large_graph (3000);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                                      helper, "circo", NULL);

  g_assert_no_error (error);
  g_output_stream_write_all (g_subprocess_get_stdin_pipe (process), dot, strlen (dot), NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (g_subprocess_get_stdin_pipe (process), NULL, &error);
  g_assert_no_error (error);
  g_subprocess_send_signal (process, SIGTERM);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_signaled (process));
  g_assert_cmpint (g_subprocess_get_term_sig (process), ==, SIGTERM);
}

/* A shell starts the helper, tells its number and is killed; the helper, which waits for its graph, must go too. */
static void
test_follows_parent (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *script = g_strdup_printf ("exec 3<&0; '%s' neato <&3 & echo $!; wait", helper);
  g_autoptr (GSubprocess) shell = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                                    "sh", "-c", script, NULL);
  g_autoptr (GDataInputStream) answer = NULL;
  g_autofree char *line = NULL;
  g_autofree char *link = NULL;
  char byte;
  gssize size;

  g_assert_no_error (error);
  answer = g_data_input_stream_new (g_subprocess_get_stdout_pipe (shell));
  line = g_data_input_stream_read_line (answer, NULL, NULL, &error);
  g_assert_no_error (error);
  link = g_strdup_printf ("/proc/%s/exe", line);
  for (;;) /* until the helper runs; it tells its parent's death only from then on */
    {
      g_autofree char *target = g_file_read_link (link, NULL);

      if (target != NULL && g_str_has_suffix (target, "coalition-graphviz"))
        break;
      g_usleep (1000);
    }
  g_usleep (100 * 1000);
  g_subprocess_force_exit (shell);

  /* Its end of the pipe closes when it ends; were it to live on, this would wait until the test is stopped. */
  size = g_input_stream_read (G_INPUT_STREAM (answer), &byte, 1, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (size, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  helper = argv[1];

  g_test_add_func ("/graphviz/engines", test_engines);
  g_test_add_func ("/graphviz/pins", test_pins);
  g_test_add_func ("/graphviz/courses", test_courses);
  g_test_add_func ("/graphviz/bad-graph", test_bad_graph);
  g_test_add_func ("/graphviz/bad-arguments", test_bad_arguments);
  g_test_add_func ("/graphviz/time-cap", test_time_cap);
#ifndef __SANITIZE_ADDRESS__
  g_test_add_func ("/graphviz/memory-cap", test_memory_cap);
#endif
  g_test_add_func ("/graphviz/terminate", test_terminate);
  g_test_add_func ("/graphviz/follows-parent", test_follows_parent);

  return g_test_run ();
}
