/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* What is wrong is said with its place, and the file stays as it was. */

static void
make (CliFixture *fixture)
{
  cli_write (fixture, "parties.csv", "name,kind\nA,Union\nB,Police\n");
  cli_expect (fixture, 0, "new", "a.coalition", "--name=A", "--us=Clinic", NULL);
  cli_expect (fixture, 0, "import", "a.coalition", "parties.csv", NULL);
}

static void
expect_unchanged (CliFixture *fixture,
                  const char *before,
                  gsize       n_before)
{
  gsize length = 0;
  g_autofree char *after = cli_read (fixture, "a.coalition", &length);

  g_assert_cmpmem (before, n_before, after, length);
}

static void
test_usage (CliFixture    *fixture,
            gconstpointer  data)
{
  static const char *const commands[] = { "new", "import", "arrange", "export", "report", "show", "history", "undo", "check" };

  cli_expect (fixture, 2, "", NULL);
  cli_expect (fixture, 2, "frobnicate", NULL);
  cli_expect (fixture, 0, "--help", NULL);
  cli_expect (fixture, 0, "--version", NULL);
  g_assert_true (g_str_has_prefix (fixture->out, "coalition-cli "));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      cli_expect (fixture, 0, commands[i], "--help", NULL);
      g_assert_nonnull (strstr (fixture->out, commands[i]));
      cli_expect (fixture, 2, commands[i], NULL);
      g_assert_cmpstr (fixture->out, ==, "");
      cli_expect (fixture, 2, commands[i], "--no-such-option", "x", "y", "z", NULL);
    }
  make (fixture);
  cli_expect (fixture, 2, "new", "b.coalition", NULL);
  cli_expect (fixture, 2, "new", "b.coalition", "--name= ", NULL);
  cli_expect (fixture, 2, "import", "a.coalition", "parties.csv", "--as=ballads", NULL);
  cli_expect (fixture, 2, "import", "a.coalition", "parties.csv", "--match=luck", NULL);
  cli_expect (fixture, 2, "import", "a.coalition", "parties.csv", "--map=name", NULL);
  cli_expect (fixture, 2, "import", "a.coalition", "parties.csv", "--map=name=nonsense", NULL);
  cli_expect (fixture, 2, "import", "a.coalition", "parties.csv", "--map=colour=name", NULL);
  cli_expect (fixture, 2, "import", "a.coalition", "parties.csv", "--where=colour=red", NULL);
  cli_expect (fixture, 2, "export", "a.coalition", "out.xyz", NULL);
  cli_expect (fixture, 2, "export", "a.coalition", "out.csv", "--what=nonsense", NULL);
  cli_expect (fixture, 2, "export", "a.coalition", "out.png", "--what=party", NULL);
  cli_expect (fixture, 2, "report", "a.coalition", "novel", "out.pdf", NULL);
  cli_expect (fixture, 2, "report", "a.coalition", "summary", "out.pdf", "--paper=B5", NULL);
  cli_expect (fixture, 2, "show", "a.coalition", "nonsense", NULL);
  cli_expect (fixture, 1, "show", "a.coalition", "party", "--id=nonsense", NULL);
  g_assert_false (cli_exists (fixture, "b.coalition"));
  g_assert_cmpuint (cli_count_files (fixture), ==, 2);
}

/* The good rows are taken, the others named with file and line. */
static void
test_refused_rows (CliFixture    *fixture,
                   gconstpointer  data)
{
  g_autoptr (JsonNode) node = NULL;
  JsonArray *refused;
  JsonObject *first;

  make (fixture);
  cli_write (fixture, "t.csv", "from,to,strength\nA,B,2\n\"No\nbody\",A,1\nA,Clinic,9\nA,B,1,2,3\n");
  cli_expect (fixture, 3, "import", "a.coalition", "t.csv", "--json", NULL);
  g_assert_cmpint (cli_json_int (fixture, "tie.added"), ==, 1);
  node = cli_json (fixture);
  refused = json_object_get_array_member (json_node_get_object (node), "refused");
  g_assert_cmpuint (json_array_get_length (refused), ==, 3);
  first = json_array_get_object_element (refused, 1);
  g_assert_cmpint (json_object_get_int_member (first, "line"), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (first, "file"), ==, "t.csv");
  g_assert_nonnull (strstr (fixture->err, "t.csv:3: "));
  g_assert_nonnull (strstr (fixture->err, "t.csv:5: "));
  g_assert_nonnull (strstr (fixture->err, "t.csv:6: "));
}

/* A source that cannot be read changes nothing, not even what the other sources say. */
static void
test_unreadable (CliFixture    *fixture,
                 gconstpointer  data)
{
  g_autofree char *before = NULL;
  gsize n_before = 0;

  make (fixture);
  before = cli_read (fixture, "a.coalition", &n_before);
  cli_write (fixture, "good.csv", "name\nC\n");
  cli_write (fixture, "bad.csv", "name\nA\nB \"the\" C\n");
  cli_write (fixture, "odd.csv", "colour,size\nred,3\n");
  cli_write (fixture, "bad.json", "[{\"name\":\n\"A\"},\n{]");
  cli_expect (fixture, 1, "import", "a.coalition", "good.csv", "bad.csv", "--as=party", NULL);
  g_assert_nonnull (strstr (fixture->err, "bad.csv:3: "));
  cli_expect (fixture, 1, "import", "a.coalition", "good.csv", "missing.csv", "--as=party", NULL);
  g_assert_nonnull (strstr (fixture->err, "missing.csv: "));
  cli_expect (fixture, 1, "import", "a.coalition", "odd.csv", NULL);
  cli_expect (fixture, 1, "import", "a.coalition", "odd.csv", "--as=ties", NULL);
  cli_expect (fixture, 1, "import", "a.coalition", "bad.json", "--as=party", NULL);
  g_assert_nonnull (strstr (fixture->err, "bad.json:3: "));
  cli_expect (fixture, 1, "import", "missing.coalition", "good.csv", "--as=party", NULL);
  cli_expect (fixture, 1, "import", "parties.csv", "good.csv", "--as=party", NULL);
  expect_unchanged (fixture, before, n_before);
  g_assert_false (cli_exists (fixture, "missing.coalition"));
}

static void
test_files (CliFixture    *fixture,
            gconstpointer  data)
{
  g_autofree char *before = NULL;
  gsize n_before = 0;

  make (fixture);
  before = cli_read (fixture, "a.coalition", &n_before);
  cli_expect (fixture, 1, "new", "a.coalition", "--name=B", NULL);
  cli_expect (fixture, 1, "export", "a.coalition", "no/such/folder/out.csv", NULL);
  cli_expect (fixture, 1, "export", "a.coalition", "out.csv", "--what=judgements", "--partner-copy", NULL);
  cli_expect (fixture, 1, "report", "a.coalition", "summary", "no/such/folder/out.pdf", NULL);
  cli_expect (fixture, 1, "check", "parties.csv", "--json", NULL);
  g_assert_nonnull (strstr (fixture->out, "\"campaign\" : false"));
  cli_expect (fixture, 1, "check", "missing", NULL);
  cli_expect (fixture, 1, "arrange", "missing", NULL);
  cli_expect (fixture, 1, "show", "parties.csv", NULL);
  cli_expect (fixture, 1, "undo", "parties.csv", NULL);
  expect_unchanged (fixture, before, n_before);
  g_assert_cmpuint (cli_count_files (fixture), ==, 2);
  cli_expect (fixture, 0, "new", "a.coalition", "--name=B", "--force", NULL);
  cli_expect (fixture, 0, "show", "a.coalition", NULL);
  g_assert_true (g_str_has_prefix (fixture->out, "B\n"));
}

/* Columns may have a = in their headings and values, and text in any locale is UTF-8. */
static void
test_signs (CliFixture    *fixture,
            gconstpointer  data)
{
  cli_expect (fixture, 0, "new", "a.coalition", "--name=Straße", NULL);
  cli_write (fixture, "list.csv", "Größe=cm,Wer\n1=2,Ämter\n2,Vereine\n");
  cli_expect (fixture, 0, "import", "a.coalition", "list.csv", "--as=party", "--map=Wer=name", "--map=größe=cm=notes",
              "--where=Größe=cm=1=2", "--json", NULL);
  g_assert_cmpint (cli_json_int (fixture, "party.added"), ==, 1);
  cli_expect (fixture, 0, "show", "a.coalition", "party", "--json", NULL);
  g_assert_nonnull (strstr (fixture->out, "\"notes\" : \"1=2\""));
  g_assert_nonnull (strstr (fixture->out, "Ämter"));
  g_assert_null (strstr (fixture->out, "Vereine"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/cli-refusals/" name, CliFixture, NULL, cli_fixture_set_up, function, cli_fixture_tear_down)
  ADD ("usage", test_usage);
  ADD ("refused-rows", test_refused_rows);
  ADD ("unreadable", test_unreadable);
  ADD ("files", test_files);
  ADD ("signs", test_signs);
#undef ADD

  return g_test_run ();
}
