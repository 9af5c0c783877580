/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fixture.h"

#include <string.h>

/* The seven networks of the data of Drabek and others: organizations, and ties between them. */
static const struct {
  const char *name;
  guint n_parties;
  guint n_ties;
} networks[] = {
  { "Cheyenne", 14, 83 }, { "HurrFrederic", 21, 118 }, { "LakePomona", 20, 148 }, { "MtSi", 13, 33 },
  { "MtStHelens", 27, 123 }, { "Texas", 25, 186 }, { "Wichita", 20, 149 },
};

static void
import_network (CliFixture *fixture,
                const char *file,
                const char *network)
{
  g_autofree char *organizations = cli_source ("emon/organizations.csv"), *ties = cli_source ("emon/ties.csv");
  g_autofree char *where = g_strconcat ("--where=Network=", network, NULL);

  cli_expect (fixture, 0, "import", file, organizations, "--as=parties", "--map=Organization=name", where, "--json", NULL);
  g_assert_cmpint (cli_json_int (fixture, "party.updated"), ==, 0);
  cli_expect (fixture, 0, "import", file, ties, "--as=ties", "--map=From=from", "--map=To=to", where, NULL);
  g_assert_cmpstr (fixture->err, ==, "");
}

static guint
count (CliFixture *fixture,
       const char *file,
       const char *kind)
{
  g_autoptr (JsonNode) node = NULL;

  cli_expect (fixture, 0, "show", file, kind, "--json", NULL);
  node = cli_json (fixture);

  return json_array_get_length (json_node_get_array (node));
}

static void
test_networks (CliFixture    *fixture,
               gconstpointer  data)
{
  guint n_parties = 0, n_ties = 0;

  for (guint i = 0; i < G_N_ELEMENTS (networks); i++)
    {
      g_autofree char *file = g_strconcat (networks[i].name, ".coalition", NULL);

      cli_expect (fixture, 0, "new", file, "--name=Response", NULL);
      import_network (fixture, file, networks[i].name);
      cli_expect (fixture, 0, "show", file, "--json", NULL);
      g_assert_cmpint (cli_json_int (fixture, "counts.party"), ==, networks[i].n_parties);
      g_assert_cmpint (cli_json_int (fixture, "counts.tie"), ==, networks[i].n_ties);
      n_parties += cli_json_int (fixture, "counts.party");
      n_ties += cli_json_int (fixture, "counts.tie");
    }
  g_assert_cmpuint (n_parties, ==, 140);
  g_assert_cmpuint (n_ties, ==, 840);
}

static void
test_again (CliFixture    *fixture,
            gconstpointer  data)
{
  g_autofree char *organizations = cli_source ("emon/organizations.csv"), *ties = cli_source ("emon/ties.csv");
  const char *where = "--where=Network=MtStHelens";
  g_autofree char *before = NULL, *after = NULL;
  gsize n_before = 0, n_after = 0;

  cli_expect (fixture, 0, "new", "h.coalition", "--name=Helens", NULL);
  cli_expect (fixture, 0, "import", "h.coalition", organizations, "--as=parties", "--map=Organization=name", where, "--dry-run", "--json", NULL);
  g_assert_cmpint (cli_json_int (fixture, "party.added"), ==, 27);
  g_assert_cmpuint (count (fixture, "h.coalition", "party"), ==, 0);
  cli_expect (fixture, 0, "import", "h.coalition", organizations, "--as=parties", "--map=Organization=name", where, "--json", NULL);
  g_assert_cmpint (cli_json_int (fixture, "party.added"), ==, 27);
  cli_expect (fixture, 0, "import", "h.coalition", ties, "--as=ties", "--map=From=from", "--map=To=to", where, "--json", NULL);
  g_assert_cmpint (cli_json_int (fixture, "tie.added"), ==, 123);

  before = cli_read (fixture, "h.coalition", &n_before);
  cli_expect (fixture, 0, "import", "h.coalition", organizations, "--as=parties", "--map=Organization=name", where, "--json", NULL);
  g_assert_cmpint (cli_json_int (fixture, "party.added"), ==, 0);
  g_assert_cmpint (cli_json_int (fixture, "party.updated"), ==, 0);
  g_assert_cmpint (cli_json_int (fixture, "party.unchanged"), ==, 27);
  cli_expect (fixture, 0, "import", "h.coalition", ties, "--as=ties", "--map=From=from", "--map=To=to", where, "--json", NULL);
  g_assert_cmpint (cli_json_int (fixture, "tie.added"), ==, 0);
  g_assert_cmpint (cli_json_int (fixture, "tie.unchanged"), ==, 123);
  g_assert_cmpint (cli_json_int (fixture, "own-field.added"), ==, 0);
  after = cli_read (fixture, "h.coalition", &n_after);
  g_assert_cmpmem (before, n_before, after, n_after);
}

/* Records of two campaigns as people see them. */
static void
assert_same (CliFixture *fixture,
             const char *one,
             const char *other,
             const char *kind)
{
  g_autofree char *first = NULL;

  cli_expect (fixture, 0, "show", one, kind, "--json", NULL);
  first = g_strdup (fixture->out);
  cli_expect (fixture, 0, "show", other, kind, "--json", NULL);
  g_assert_cmpstr (first, ==, fixture->out);
}

static void
test_round_trip (CliFixture    *fixture,
                 gconstpointer  data)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject *party, *own;

  cli_expect (fixture, 0, "new", "h.coalition", "--name=Helens", NULL);
  import_network (fixture, "h.coalition", "MtStHelens");
  cli_expect (fixture, 0, "arrange", "h.coalition", NULL);
  cli_expect (fixture, 0, "export", "h.coalition", "p.csv", NULL);
  cli_expect (fixture, 0, "export", "h.coalition", "t.csv", "--what=ties", NULL);
  cli_expect (fixture, 0, "export", "h.coalition", "p.json", "--what=party", NULL);
  cli_expect (fixture, 0, "export", "h.coalition", "all.json", NULL);

  cli_expect (fixture, 0, "new", "csv.coalition", "--name=Again", NULL);
  cli_expect (fixture, 0, "import", "csv.coalition", "t.csv", "p.csv", NULL);
  assert_same (fixture, "h.coalition", "csv.coalition", "party");
  assert_same (fixture, "h.coalition", "csv.coalition", "tie");
  cli_expect (fixture, 0, "new", "json.coalition", "--name=Again", NULL);
  cli_expect (fixture, 0, "import", "json.coalition", "all.json", NULL);
  assert_same (fixture, "h.coalition", "json.coalition", "party");
  assert_same (fixture, "h.coalition", "json.coalition", "tie");
  assert_same (fixture, "h.coalition", "json.coalition", "own-field");
  cli_expect (fixture, 0, "import", "csv.coalition", "p.json", "--json", NULL);
  g_assert_cmpint (cli_json_int (fixture, "party.unchanged"), ==, 27);

  /* Its "Location" says local or not: an own field, not a place. */
  cli_expect (fixture, 0, "show", "csv.coalition", "party", "--json", NULL);
  node = cli_json (fixture);
  party = json_array_get_object_element (json_node_get_array (node), 0);
  own = json_object_get_object_member (party, "own");
  g_assert_true (json_object_get_null_member (party, "place"));
  g_assert_nonnull (json_object_get_string_member (own, "Location"));
  g_assert_true (g_str_has_suffix (json_object_get_string_member (own, "Paid staff"), ".0"));
  g_assert_false (json_object_get_null_member (party, "x"));
}

static void
test_sample (CliFixture    *fixture,
             gconstpointer  data)
{
  static const char *const outs[] = { "map.png", "map.svg", "map.pdf", "summary.pdf" };
  static const char *const starts[] = { "\x89PNG", "<?xml", "%PDF", "%PDF" };

  cli_expect (fixture, 0, "new", "s.coalition", "--sample", NULL);
  g_assert_cmpstr (fixture->err, ==, "");
  g_assert_cmpuint (count (fixture, "s.coalition", "party"), >=, 35);
  g_assert_cmpuint (count (fixture, "s.coalition", "tie"), >=, 60);
  g_assert_cmpuint (count (fixture, "s.coalition", "agreements"), >=, 4);
  g_assert_cmpuint (count (fixture, "s.coalition", "own-fields"), ==, 0);
  cli_expect (fixture, 0, "show", "s.coalition", "--json", NULL);
  g_assert_nonnull (strstr (fixture->out, "\"us\" : \"Ropewalk Center\""));
  g_assert_cmpint (cli_json_int (fixture, "counts.campaign"), ==, 1);

  cli_expect (fixture, 0, "arrange", "s.coalition", NULL);
  cli_expect (fixture, 0, "export", "s.coalition", "map.png", NULL);
  cli_expect (fixture, 0, "export", "s.coalition", "map.svg", NULL);
  cli_expect (fixture, 0, "export", "s.coalition", "map.pdf", "--partner-copy", NULL);
  cli_expect (fixture, 0, "report", "s.coalition", "summary", "summary.pdf", "--paper=Letter", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (outs); i++)
    {
      gsize length = 0;
      g_autofree char *bytes = cli_read (fixture, outs[i], &length);

      g_assert_cmpuint (length, >, 5000);
      g_assert_cmpmem (bytes, 4, starts[i], 4);
    }
  g_assert_cmpuint (cli_count_files (fixture), ==, 1 + G_N_ELEMENTS (outs));

  /* The sample under another name. */
  cli_expect (fixture, 0, "new", "n.coalition", "--sample", "--name=Großes Vorhaben", NULL);
  cli_expect (fixture, 0, "show", "n.coalition", NULL);
  g_assert_true (g_str_has_prefix (fixture->out, "Großes Vorhaben\n"));
}

static void
test_arrange (CliFixture    *fixture,
              gconstpointer  data)
{
  g_autofree char *before = NULL;
  static const char *const layouts[] = { "--layout=levels", "--layout=rings", "--layout=circle", "--layout=free" };

  cli_write (fixture, "parties.csv", "name,x,y\nA,10,-20\nB,,\nC,,\n");
  cli_write (fixture, "ties.csv", "from,to\nA,B\nB,C\n");
  cli_expect (fixture, 0, "new", "a.coalition", "--name=A", NULL);
  cli_expect (fixture, 0, "arrange", "a.coalition", NULL);
  cli_expect (fixture, 0, "import", "a.coalition", "ties.csv", "parties.csv", NULL);
  cli_expect (fixture, 0, "arrange", "a.coalition", "--only-unplaced", NULL);
  g_assert_true (g_str_has_prefix (fixture->out, "2 of 3"));
  cli_expect (fixture, 0, "arrange", "a.coalition", "--only-unplaced", NULL);
  g_assert_true (g_str_has_prefix (fixture->out, "0 of 3"));
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      cli_expect (fixture, 0, "arrange", "a.coalition", layouts[i], NULL);
      cli_expect (fixture, 0, "export", "a.coalition", "p.csv", NULL);
      before = cli_read (fixture, "p.csv", NULL);
      /* Where somebody put it. */
      g_assert_nonnull (strstr (before, ",10,-20,yes,"));
      g_clear_pointer (&before, g_free);
    }
  cli_expect (fixture, 2, "arrange", "a.coalition", "--layout=spiral", NULL);
}

/* Around anybody, by stance and influence of an issue, any view; what goes with another layout is refused. */
static void
test_arrange_more (CliFixture    *fixture,
                   gconstpointer  data)
{
  cli_expect (fixture, 0, "new", "s.coalition", "--sample", NULL);
  cli_expect (fixture, 0, "arrange", "s.coalition", "--layout=rings", "--center=kiln hill legal clinic", NULL);
  cli_expect (fixture, 0, "show", "s.coalition", "view", "--json", NULL);
  g_assert_nonnull (strstr (fixture->out, "\"rings\""));
  g_assert_nonnull (strstr (fixture->out, "Kiln Hill Legal Clinic"));
  cli_expect (fixture, 0, "arrange", "s.coalition", "--layout=power", "--issue=Pay for time kept waiting", NULL);
  cli_expect (fixture, 0, "show", "s.coalition", "view", "--json", NULL);
  g_assert_nonnull (strstr (fixture->out, "\"power\""));
  g_assert_nonnull (strstr (fixture->out, "Pay for time kept waiting"));

  cli_expect (fixture, 1, "arrange", "s.coalition", "--view=Nowhere", NULL);
  g_assert_nonnull (strstr (fixture->err, "Nowhere"));
  cli_expect (fixture, 1, "arrange", "s.coalition", "--layout=rings", "--center=Nobody", NULL);
  g_assert_nonnull (strstr (fixture->err, "Nobody"));
  cli_expect (fixture, 1, "arrange", "s.coalition", "--layout=power", "--issue=Nothing", NULL);
  cli_expect (fixture, 2, "arrange", "s.coalition", "--center=Kiln Hill Legal Clinic", NULL);
  cli_expect (fixture, 2, "arrange", "s.coalition", "--layout=levels", "--issue=Pay for time kept waiting", NULL);
}

static void
test_history (CliFixture    *fixture,
              gconstpointer  data)
{
  g_autoptr (JsonNode) node = NULL;

  cli_write (fixture, "parties.csv", "name\nA\nB\n");
  cli_expect (fixture, 0, "new", "a.coalition", "--name=A", NULL);
  g_setenv ("COALITION_AUTHOR", "Organizer", TRUE);
  cli_expect (fixture, 0, "import", "a.coalition", "parties.csv", NULL);
  g_unsetenv ("COALITION_AUTHOR");
  cli_expect (fixture, 0, "history", "a.coalition", NULL);
  g_assert_nonnull (strstr (fixture->out, "Organizer"));
  g_assert_nonnull (strstr (fixture->out, "Import parties.csv"));
  cli_expect (fixture, 0, "undo", "a.coalition", NULL);
  g_assert_nonnull (strstr (fixture->out, "Import parties.csv"));
  g_assert_cmpuint (count (fixture, "a.coalition", "party"), ==, 0);
  cli_expect (fixture, 0, "history", "a.coalition", "--json", NULL);
  node = cli_json (fixture);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (node)), ==, 3);
  cli_expect (fixture, 1, "undo", "a.coalition", NULL);
  cli_expect (fixture, 0, "check", "a.coalition", "--json", NULL);
  g_assert_nonnull (strstr (fixture->out, "\"whole\" : true"));
}

/* No GTK, no display: what the loader would bring in says it all. */
static void
test_links_no_gtk (CliFixture    *fixture,
                   gconstpointer  data)
{
  static const char *const never[] = { "libgtk", "libadwaita", "libgdk-", "libwayland", "libgraphene", "libgvc", "libcgraph" };
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *line = g_strdup_printf ("ldd '%s'", g_getenv ("COALITION_CLI"));
  int status = 0;

  g_assert_true (g_spawn_command_line_sync (line, &out, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_assert_nonnull (strstr (out, "libglib"));
  for (guint i = 0; i < G_N_ELEMENTS (never); i++)
    if (strstr (out, never[i]) != NULL)
      g_error ("coalition-cli is linked with %s", never[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/cli/" name, CliFixture, NULL, cli_fixture_set_up, function, cli_fixture_tear_down)
  ADD ("networks", test_networks);
  ADD ("again", test_again);
  ADD ("round-trip", test_round_trip);
  ADD ("sample", test_sample);
  ADD ("arrange", test_arrange);
  ADD ("arrange-more", test_arrange_more);
  ADD ("history", test_history);
  ADD ("links-no-gtk", test_links_no_gtk);
#undef ADD

  return g_test_run ();
}
