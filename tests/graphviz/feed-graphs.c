/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-campaign.h"
#include "coalition-graphviz-client.h"
#include "coalition-layout.h"
#include "coalition-route.h"

#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Feeds every graph file of a directory (with what is below it) to the program, in two ways:
 *
 * - as it is, through the layout client and the helper, with each engine, under small limits;
 * - its nodes and edges as the parties and ties of a campaign, which is then arranged in each layout and routed.
 *
 * It tells how many were answered and how many refused, by error; and how often the program itself crashed, in which case
 * it exits with 1. Every file is worked on in a child process, so that a crash is counted and does not end the run.
 * Wants gvpr, of Graphviz, to read the files. Graphviz's own tests are a good start: the source package of Debian has
 * hundreds in rtest/graphs, graphs and elsewhere.
 *
 *   feed-graphs DIRECTORY [--limit=N] [--verbose]
 */

static const char *const engines[] = { "neato", "fdp", "sfdp", "dot", "twopi", "circo" };
static const CoalitionGraphvizLimits limits = { 4, 6, 512 };

#define N_LAYOUTS 5
/* Arranging thousands of parties takes seconds by itself; that is what benchmarks are for. */
#define MAX_PARTIES 1500

enum { ANSWERED, HELPER, CRASHED, LIMIT, ANSWER, OTHER, OVERLAPS, N_OUTCOMES };

static const char *const outcome_names[N_OUTCOMES] = {
  "answered", "no helper", "helper crashed or failed", "over a limit", "answer without sense", "other error", "overlaps left",
};

/* What came of one file, or of all. */
typedef struct {
  guint engines[G_N_ELEMENTS (engines)][N_OUTCOMES];
  guint layouts[N_LAYOUTS + 1][N_OUTCOMES]; /* the last: ties led around */
  guint n_campaigns;
  guint n_unread; /* no graph, or none with nodes */
  guint n_large;
  guint n_silent; /* errors without a message */
} Outcome;

static gboolean verbose;

static guint
classify (const GError *error, Outcome *outcome)
{
  if (error == NULL)
    return ANSWERED;
  if (error->message == NULL || strlen (error->message) < 10)
    outcome->n_silent++;
  if (error->domain != COALITION_LAYOUT_ERROR)
    return OTHER;
  switch (error->code)
    {
    case COALITION_LAYOUT_ERROR_HELPER: return HELPER;
    case COALITION_LAYOUT_ERROR_CRASHED: return CRASHED;
    case COALITION_LAYOUT_ERROR_LIMIT: return LIMIT;
    default: return ANSWER;
    }
}

static void
feed_engines (const char *path, Outcome *outcome)
{
  g_autofree char *dot = NULL;
  gsize length;

  if (!g_file_get_contents (path, &dot, &length, NULL))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (engines); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize n_bytes = 0;
      g_autofree char *answer = coalition_graphviz_ask (engines[i], TRUE, dot, length, &limits, &n_bytes, NULL, &error);
      guint what = classify (error, outcome);

      /* The last line says how many nodes there were. */
      if (what == ANSWERED && (n_bytes < 6 || answer[n_bytes - 1] != '\n' || g_strstr_len (answer + (n_bytes > 20 ? n_bytes - 20 : 0), -1, "end ") == NULL))
        what = ANSWER;
      outcome->engines[i][what]++;
      if (verbose && what != ANSWERED)
        printf ("  %s %s: %s\n", path, engines[i], error != NULL ? error->message : outcome_names[what]);
    }
}

/* --- as a campaign ------------------------------------------------------------------------------------------------- */

/* The names of nodes and the pairs that edges join, by gvpr, which reads without laying out. */
static gboolean
read_graph (const char *path, GPtrArray *names, GArray *edges)
{
  const char *argv[] = { "timeout", "10", "gvpr",
                         "N { printf (\"n\\t%s\\n\", gsub ($.name, \"[\\t\\n]\", \" \")); }"
                         "E { printf (\"e\\t%s\\t%s\\n\", gsub ($.tail.name, \"[\\t\\n]\", \" \"), gsub ($.head.name, \"[\\t\\n]\", \" \")); }",
                         path, NULL };
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *out = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out, NULL, NULL, NULL))
    return FALSE;
  lines = g_strsplit (out, "\n", -1);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; lines[i] != NULL; i++)
      {
        g_auto (GStrv) words = g_strsplit (lines[i], "\t", 3);
        guint n_words = g_strv_length (words);

        if (pass == 0 && n_words == 2 && *words[0] == 'n' && !g_hash_table_contains (known, words[1]))
          {
            g_hash_table_insert (known, g_strdup (words[1]), GUINT_TO_POINTER (names->len));
            g_ptr_array_add (names, g_utf8_make_valid (words[1], -1));
          }
        else if (pass == 1 && n_words == 3 && *words[0] == 'e' && g_hash_table_contains (known, words[1]) && g_hash_table_contains (known, words[2]))
          {
            guint edge[2] = { GPOINTER_TO_UINT (g_hash_table_lookup (known, words[1])), GPOINTER_TO_UINT (g_hash_table_lookup (known, words[2])) };

            g_array_append_val (edges, edge);
          }
      }

  return names->len > 0;
}

static CoalitionCampaign *
make_campaign (const char *path, GPtrArray *names, GArray *edges, GError **error)
{
  static const char *const levels[] = { "affected", "connector", "organization" };
  g_autoptr (CoalitionCampaign) campaign = coalition_campaign_create (path, "Fed", NULL, error);
  g_autoptr (CoalitionCommand) command = coalition_command_new ("Import", NULL);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  if (campaign == NULL)
    return NULL;
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = names->pdata[i];
      char *id = g_strdup (coalition_command_insert (command, &coalition_kind_party, NULL));

      coalition_command_set_text (command, &coalition_kind_party, id, "name", *name != '\0' ? name : "?");
      coalition_command_set_text (command, &coalition_kind_party, id, "level", levels[i % G_N_ELEMENTS (levels)]);
      g_ptr_array_add (ids, id);
      if (i % 3 != 0)
        {
          const char *judgement = coalition_command_insert (command, &coalition_kind_judgement, NULL);

          coalition_command_set_text (command, &coalition_kind_judgement, judgement, "party", id);
          coalition_command_set_text (command, &coalition_kind_judgement, judgement, "aspect", i % 2 == 0 ? "stance" : "influence");
          coalition_command_set_integer (command, &coalition_kind_judgement, judgement, "value", 1 + i % 5);
        }
    }
  for (guint i = 0; i < edges->len; i++)
    {
      const guint *edge = (const guint *) (gpointer) (edges->data + i * 2 * sizeof (guint));
      const char *tie = coalition_command_insert (command, &coalition_kind_tie, NULL);

      coalition_command_set_text (command, &coalition_kind_tie, tie, "from", ids->pdata[edge[0]]);
      coalition_command_set_text (command, &coalition_kind_tie, tie, "to", ids->pdata[edge[1]]);
    }
  if (!coalition_campaign_run (campaign, g_steal_pointer (&command), error))
    return NULL;

  return g_steal_pointer (&campaign);
}

static guint
count_overlaps (const CoalitionBox *boxes, const CoalitionPlace *places, guint n)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      count += places[i].x + boxes[i].left < places[j].x + boxes[j].right && places[j].x + boxes[j].left < places[i].x + boxes[i].right
               && places[i].y + boxes[i].top < places[j].y + boxes[j].bottom && places[j].y + boxes[j].top < places[i].y + boxes[i].bottom;

  return count;
}

static void
arrange_campaign (const char *path, CoalitionCampaign *campaign, Outcome *outcome)
{
  g_autoptr (CoalitionNetwork) network = coalition_network_new (campaign);
  guint n_parties;
  const CoalitionNetworkParty *parties = coalition_network_get_parties (network, &n_parties);
  g_autofree CoalitionBox *boxes = g_new (CoalitionBox, n_parties + 1);
  g_autofree gboolean *movable = g_new (gboolean, n_parties + 1);
  g_autofree double *stance = coalition_layout_read_judgements (campaign, network, "stance", NULL);
  g_autofree double *influence = coalition_layout_read_judgements (campaign, network, "influence", NULL);

  for (guint i = 0; i < n_parties; i++)
    {
      double width = CLAMP (g_utf8_strlen (parties[i].name, -1) * 7.5, 40, 124);

      movable[i] = TRUE;
      boxes[i] = (CoalitionBox) { -width / 2, -20, width / 2, 30 + i % 3 * 14 };
    }
  for (guint kind = 0; kind < N_LAYOUTS; kind++)
    {
      CoalitionPowerFrame frame = { 0, 0 };
      const CoalitionLayoutRequest request = { .network = network, .boxes = boxes, .movable = movable, .kind = kind, .seed = 1,
                                               .stance = stance, .influence = influence, .frame = &frame };
      g_autoptr (GError) error = NULL;
      g_autofree CoalitionPlace *places = coalition_layout_compute (&request, NULL, &error);
      guint what = classify (error, outcome);

      if (places != NULL && count_overlaps (boxes, places, n_parties) > 0)
        what = OVERLAPS;
      outcome->layouts[kind][what]++;
      if (verbose && what != ANSWERED)
        printf ("  %s %s: %s\n", path, coalition_layout_kind_to_text (kind), error != NULL ? error->message : outcome_names[what]);
      if (places != NULL && kind == COALITION_LAYOUT_FREE)
        {
          g_autoptr (GError) route_error = NULL;
          g_autoptr (GPtrArray) routes = coalition_routes_compute (network, boxes, places, NULL, &route_error);

          what = classify (route_error, outcome);
          outcome->layouts[N_LAYOUTS][what]++;
          if (verbose && what != ANSWERED)
            printf ("  %s routes: %s\n", path, route_error->message);
        }
    }
}

static void
feed_campaign (const char *path, const char *folder, Outcome *outcome)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, 2 * sizeof (guint));
  g_autofree char *file = g_build_filename (folder, "fed.coalition", NULL);
  g_autoptr (CoalitionCampaign) campaign = NULL;
  g_autoptr (GError) error = NULL;

  if (!read_graph (path, names, edges))
    {
      outcome->n_unread++;
      return;
    }
  if (names->len > MAX_PARTIES || edges->len > 4 * MAX_PARTIES)
    {
      outcome->n_large++;
      return;
    }
  g_unlink (file);
  campaign = make_campaign (file, names, edges, &error);
  if (campaign == NULL)
    {
      printf ("  %s: no campaign: %s\n", path, error->message);
      return;
    }
  outcome->n_campaigns++;
  arrange_campaign (path, campaign, outcome);
  coalition_campaign_close (campaign, NULL);
}

/* --- all files ----------------------------------------------------------------------------------------------------- */

static void
collect (const char *path, GPtrArray *files)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  if (dir == NULL)
    {
      if (g_str_has_suffix (path, ".gv") || g_str_has_suffix (path, ".dot"))
        g_ptr_array_add (files, g_strdup (path));
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (!g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        collect (child, files);
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* FALSE if the child, which does all that the application does, did not come to its end. */
static gboolean
feed (const char *path, const char *folder, Outcome *total)
{
  int ends[2], status = 0;
  Outcome outcome = { 0 };
  gssize size;
  pid_t pid;

  fflush (stdout);
  if (pipe (ends) != 0 || (pid = fork ()) < 0)
    return FALSE;
  if (pid == 0)
    {
      close (ends[0]);
      feed_engines (path, &outcome);
      feed_campaign (path, folder, &outcome);
      fflush (stdout);
      size = write (ends[1], &outcome, sizeof outcome);
      _exit (size == sizeof outcome ? 0 : 1);
    }
  close (ends[1]);
  size = read (ends[0], &outcome, sizeof outcome);
  close (ends[0]);
  waitpid (pid, &status, 0);
  if (size != sizeof outcome || status != 0)
    return FALSE;
  for (guint i = 0; i < sizeof outcome / sizeof (guint); i++)
    ((guint *) total)[i] += ((guint *) &outcome)[i];

  return TRUE;
}

static void
print_outcomes (const char *name, const guint outcomes[N_OUTCOMES])
{
  printf ("%-8s", name);
  for (guint i = 0; i < N_OUTCOMES; i++)
    if (outcomes[i] > 0)
      printf ("  %s: %u", outcome_names[i], outcomes[i]);
  printf ("\n");
}

int
main (int argc, char *argv[])
{
  int limit = 0;
  const GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, "Feed this many files only", "N" },
    { "verbose", 0, 0, G_OPTION_ARG_NONE, &verbose, "Tell every refusal", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) options = g_option_context_new ("DIRECTORY");
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = g_dir_make_tmp ("coalition-feed-XXXXXX", NULL);
  g_autofree char *left = NULL;
  Outcome total = { 0 };
  guint n_crashes = 0, n_fed = 0;

  g_option_context_add_main_entries (options, entries, NULL);
  if (!g_option_context_parse (options, &argc, &argv, NULL) || argc != 2)
    {
      g_printerr ("usage: feed-graphs DIRECTORY [--limit=N] [--verbose]\n");
      return 2;
    }
  collect (argv[1], files);
  g_ptr_array_sort (files, compare_names);
  for (; n_fed < files->len && (limit == 0 || n_fed < (guint) limit); n_fed++)
    if (!feed (files->pdata[n_fed], folder, &total))
      {
        printf ("CRASHED: %s\n", (char *) files->pdata[n_fed]);
        n_crashes++;
      }
  printf ("%u files\n", n_fed);
  for (guint i = 0; i < G_N_ELEMENTS (engines); i++)
    print_outcomes (engines[i], total.engines[i]);
  printf ("as campaigns: %u arranged, %u without a graph or nodes, %u larger than %d parties\n", total.n_campaigns, total.n_unread, total.n_large, MAX_PARTIES);
  for (guint i = 0; i < N_LAYOUTS; i++)
    print_outcomes (coalition_layout_kind_to_text (i), total.layouts[i]);
  print_outcomes ("routes", total.layouts[N_LAYOUTS]);
  printf ("errors without a message: %u\ncrashes of the program: %u\n", total.n_silent, n_crashes);
  left = g_strdup_printf ("rm -rf '%s'", folder);
  if (!g_spawn_command_line_sync (left, NULL, NULL, NULL, NULL))
    return 1;

  return n_crashes > 0 || total.n_silent > 0 ? 1 : 0;
}
