/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* Views and dates from a terminal: the same map as in the window, on paper and in files. */

#define POWER "--view=Who decides on notice"

static void
make (CliFixture *fixture)
{
  cli_expect (fixture, 0, "new", "s.coalition", "--sample", NULL);
  g_assert_cmpstr (fixture->err, ==, "");
}

static void
assert_file (CliFixture *fixture,
             const char *name,
             const char *start)
{
  gsize length = 0;
  g_autofree char *bytes = cli_read (fixture, name, &length);

  g_assert_cmpuint (length, >, 5000);
  g_assert_cmpmem (bytes, 4, start, 4);
}

static guint
count_at (CliFixture *fixture,
          const char *kind,
          const char *as_of)
{
  g_autofree char *option = g_strconcat ("--as-of=", as_of, NULL);
  g_autoptr (JsonNode) node = NULL;

  cli_expect (fixture, 0, "show", "s.coalition", kind, "--json", as_of != NULL ? option : NULL, NULL);
  node = cli_json (fixture);

  return json_array_get_length (json_node_get_array (node));
}

static void
test_maps (CliFixture    *fixture,
           gconstpointer  data)
{
  static const char *const outs[] = { "p.png", "p.svg", "p.pdf" };
  static const char *const starts[] = { "\x89PNG", "<?xml", "%PDF" };

  make (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (outs); i++)
    {
      cli_expect (fixture, 0, "export", "s.coalition", outs[i], POWER, "--as-of=2026-11", NULL);
      assert_file (fixture, outs[i], starts[i]);
    }
  cli_expect (fixture, 0, "report", "s.coalition", "map", "all.pdf", NULL);
  assert_file (fixture, "all.pdf", "%PDF");
  /* Capitals do not matter. */
  cli_expect (fixture, 0, "report", "s.coalition", "map", "one.pdf", "--view=where the MONEY comes from", "--paper=Letter", NULL);
  assert_file (fixture, "one.pdf", "%PDF");
  cli_expect (fixture, 0, "report", "s.coalition", "summary", "sum.pdf", "--view=Where the money comes from", "--as-of=2025", NULL);
  assert_file (fixture, "sum.pdf", "%PDF");
}

/* What shows judgements is refused if it is asked for, and left out, by name, of all. */
static void
test_partner_copy (CliFixture    *fixture,
                   gconstpointer  data)
{
  make (fixture);
  cli_expect (fixture, 1, "export", "s.coalition", "p.svg", POWER, "--partner-copy", NULL);
  g_assert_nonnull (strstr (fixture->err, "Who decides on notice"));
  cli_expect (fixture, 1, "report", "s.coalition", "map", "p.pdf", POWER, "--partner-copy", NULL);
  cli_expect (fixture, 1, "report", "s.coalition", "summary", "p.pdf", POWER, "--partner-copy", NULL);
  g_assert_false (cli_exists (fixture, "p.pdf"));
  g_assert_false (cli_exists (fixture, "p.svg"));
  cli_expect (fixture, 3, "report", "s.coalition", "map", "all.pdf", "--partner-copy", NULL);
  g_assert_nonnull (strstr (fixture->err, "Who decides on notice"));
  assert_file (fixture, "all.pdf", "%PDF");
  cli_expect (fixture, 1, "export", "s.coalition", "c.csv", "--what=contacts", "--partner-copy", NULL);
  cli_expect (fixture, 1, "export", "s.coalition", "c.csv", "--what=voice", "--partner-copy", NULL);
  cli_expect (fixture, 1, "export", "s.coalition", "c.csv", "--what=note", "--partner-copy", NULL);
  cli_expect (fixture, 0, "export", "s.coalition", "f.csv", "--what=forums", "--partner-copy", NULL);
  {
    g_autofree char *forums = cli_read (fixture, "f.csv", NULL);

    g_assert_nonnull (strstr (forums, "Fair Shifts Table"));
    g_assert_null (strstr (forums, "contract talks"));
  }
}

static void
test_refusals (CliFixture    *fixture,
               gconstpointer  data)
{
  make (fixture);
  cli_expect (fixture, 1, "export", "s.coalition", "x.png", "--view=Nonsense", NULL);
  g_assert_nonnull (strstr (fixture->err, "s.coalition: there is no view “Nonsense”"));
  g_assert_nonnull (strstr (fixture->err, "“Around the day crew”"));
  cli_expect (fixture, 1, "report", "s.coalition", "map", "x.pdf", "--view=Nonsense", NULL);
  cli_expect (fixture, 1, "show", "s.coalition", "party", "--view=Nonsense", NULL);
  cli_expect (fixture, 2, "export", "s.coalition", "x.png", "--as-of=yesterday", NULL);
  cli_expect (fixture, 2, "report", "s.coalition", "summary", "x.pdf", "--as-of=2026-13", NULL);
  cli_expect (fixture, 2, "show", "s.coalition", "--as-of=", NULL);
  cli_expect (fixture, 2, "export", "s.coalition", "x.json", POWER, NULL);
  cli_expect (fixture, 2, "export", "s.coalition", "x.csv", "--what=tie", POWER, NULL);
  g_assert_cmpuint (cli_count_files (fixture), ==, 1);
}

static void
test_as_of (CliFixture    *fixture,
            gconstpointer  data)
{
  make (fixture);
  g_assert_cmpuint (count_at (fixture, "forum", NULL), ==, 5);
  g_assert_cmpuint (count_at (fixture, "forum", "2026-02-01"), ==, 3);
  g_assert_cmpuint (count_at (fixture, "forum", "2026-11-20"), ==, 4);
  g_assert_cmpuint (count_at (fixture, "forum", "2000"), ==, 0);
  g_assert_cmpuint (count_at (fixture, "forum-members", "2000"), ==, 0);
  g_assert_cmpuint (count_at (fixture, "tie", "2020"), <, count_at (fixture, "tie", "2026-11-20"));
  g_assert_cmpuint (count_at (fixture, "party", "2000"), ==, count_at (fixture, "party", NULL));
  cli_expect (fixture, 0, "show", "s.coalition", "--json", "--as-of=2026-02-01", NULL);
  g_assert_cmpint (cli_json_int (fixture, "counts.forum"), ==, 3);
  cli_expect (fixture, 0, "export", "s.coalition", "f.csv", "--what=forum", "--as-of=2026-02-01", NULL);
  {
    g_autofree char *forums = cli_read (fixture, "f.csv", NULL);

    g_assert_nonnull (strstr (forums, "Warm Jackets Committee"));
    g_assert_null (strstr (forums, "Fair Shifts Table"));
  }
}

/* Places of parties are those of the view that is asked for. */
static void
test_places (CliFixture    *fixture,
             gconstpointer  data)
{
  g_autofree char *first = NULL, *second = NULL, *again = NULL;

  make (fixture);
  cli_expect (fixture, 0, "export", "s.coalition", "a.csv", NULL);
  cli_expect (fixture, 0, "export", "s.coalition", "b.csv", POWER, NULL);
  cli_expect (fixture, 0, "export", "s.coalition", "c.csv", "--view=Map", NULL);
  first = cli_read (fixture, "a.csv", NULL);
  second = cli_read (fixture, "b.csv", NULL);
  again = cli_read (fixture, "c.csv", NULL);
  g_assert_cmpstr (first, !=, second);
  g_assert_cmpstr (first, ==, again);
}

/* Everything there is goes out and comes back the same. */
static void
test_round_trip (CliFixture    *fixture,
                 gconstpointer  data)
{
  g_autofree char *before = NULL, *after = NULL;

  make (fixture);
  cli_expect (fixture, 0, "export", "s.coalition", "all.json", NULL);
  cli_expect (fixture, 0, "new", "t.coalition", "--name=T", NULL);
  cli_expect (fixture, 0, "import", "t.coalition", "all.json", "--json", NULL);
  g_assert_cmpint (cli_json_int (fixture, "forum.added"), ==, 5);
  g_assert_cmpint (cli_json_int (fixture, "contact.added"), ==, 14);
  g_assert_cmpint (cli_json_int (fixture, "voice.added"), ==, 20);
  cli_expect (fixture, 0, "import", "t.coalition", "all.json", "--json", NULL);
  g_assert_cmpint (cli_json_int (fixture, "forum.added"), ==, 0);
  g_assert_cmpint (cli_json_int (fixture, "note.added"), ==, 0);
  g_assert_cmpint (cli_json_int (fixture, "position.updated"), ==, 0);
  cli_expect (fixture, 0, "export", "s.coalition", "before.svg", POWER, NULL);
  cli_expect (fixture, 0, "export", "t.coalition", "after.svg", POWER, NULL);
  before = cli_read (fixture, "before.svg", NULL);
  after = cli_read (fixture, "after.svg", NULL);
  g_assert_cmpstr (before, ==, after);
}

static void
test_contacts (CliFixture    *fixture,
               gconstpointer  data)
{
  make (fixture);
  cli_write (fixture, "c.csv", "date,method,party,summary\n"
                               "2026-11-18,coffee,Enough for All; Lantern Fund,About the next year\n"
                               "2026-11-19,call,The Moon,\n"
                               "2026-11-20,call,,Wrong number\n");
  cli_expect (fixture, 3, "import", "s.coalition", "c.csv", "--as=contacts", "--json", NULL);
  g_assert_cmpint (cli_json_int (fixture, "contact.added"), ==, 2);
  g_assert_cmpint (cli_json_int (fixture, "contact-party.added"), ==, 2);
  g_assert_nonnull (strstr (fixture->err, "c.csv:3: there is no “The Moon”"));
  cli_write (fixture, "v.csv", "said,kind,issue,cases\nNo bus on Sunday,problem,A bus for the last shift,3\nX,shout,,\nY,,,\nZ,wish,,\n");
  cli_expect (fixture, 3, "import", "s.coalition", "v.csv", "--as=voices", "--json", NULL);
  g_assert_cmpint (cli_json_int (fixture, "voice.added"), ==, 3);
  g_assert_nonnull (strstr (fixture->err, "v.csv:3:"));
}

/* Arranging asks where parties are, and not how ties lead around them: a helper that cannot do that is not in its way. */
static void
test_arrange_routed (CliFixture    *fixture,
                     gconstpointer  data)
{
  g_autofree char *helper = g_strdup (g_getenv ("COALITION_GRAPHVIZ"));
  g_autofree char *script = g_build_filename (fixture->folder, "helper.sh", NULL);
  g_autofree char *text = g_strdup_printf ("#!/bin/sh\ncase \"$*\" in *nop2*) exit 9;; esac\nexec '%s' \"$@\"\n", helper);

  make (fixture);
  cli_write (fixture, "helper.sh", text);
  g_assert_cmpint (g_chmod (script, 0700), ==, 0);
  cli_write (fixture, "views.csv", "name,routed\nMap,yes\n");
  cli_expect (fixture, 0, "import", "s.coalition", "views.csv", "--as=views", "--match=name", NULL);
  g_setenv ("COALITION_GRAPHVIZ", script, TRUE);
  cli_expect (fixture, 1, "export", "s.coalition", "r.svg", NULL);
  cli_expect (fixture, 0, "arrange", "s.coalition", NULL);
  g_setenv ("COALITION_GRAPHVIZ", helper, TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/cli-views/" name, CliFixture, NULL, cli_fixture_set_up, function, cli_fixture_tear_down)
  ADD ("arrange-routed", test_arrange_routed);
  ADD ("maps", test_maps);
  ADD ("partner-copy", test_partner_copy);
  ADD ("refusals", test_refusals);
  ADD ("as-of", test_as_of);
  ADD ("places", test_places);
  ADD ("round-trip", test_round_trip);
  ADD ("contacts", test_contacts);
#undef ADD

  return g_test_run ();
}
