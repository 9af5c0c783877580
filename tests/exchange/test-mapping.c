/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-csv.h"
#include "coalition-mapping.h"

#include <glib/gstdio.h>
#include <string.h>

static CoalitionTable *
read_text (const char *name,
           const char *text)
{
  g_autoptr (GError) error = NULL;
  CoalitionTable *table = coalition_csv_read_data (name, text, strlen (text), '\0', &error);

  g_assert_no_error (error);

  return table;
}

static void
assert_targets (const char          *text,
                const CoalitionKind *kind,
                const char          *expected)
{
  g_autoptr (CoalitionTable) table = read_text ("x.csv", text);
  g_autoptr (CoalitionMapping) mapping = coalition_mapping_guess (table, kind);
  g_autoptr (GString) targets = g_string_new (NULL);

  for (guint i = 0; i < coalition_table_get_n_columns (table); i++)
    g_string_append_printf (targets, "%s%s", i > 0 ? "," : "", coalition_mapping_get_target (mapping, i));
  g_assert_cmpstr (targets->str, ==, expected);
}

static void
test_guess (void)
{
  assert_targets ("Organization,Network,Location,Paid staff\nA,B,L,10.0\n", &coalition_kind_party, "name,own,own,own");
  assert_targets ("Name,E-Mail,Website,Telephone,How do we reach them?\nA,b,c,d,e\n", &coalition_kind_party,
                  "name,email,web,phone,reach");
  assert_targets ("From,To,Frequency,Type\nA,B,1,knows\n", &coalition_kind_tie, "from,to,own,kind");
  assert_targets ("x,y,pinned,tags,name\n1,2,yes,a;b,N\n", &coalition_kind_party, "x,y,pinned,tags,name");
  /* An exact name goes before one that only means it, and a field is filled once. */
  assert_targets ("Group,Name\nG,N\n", &coalition_kind_party, "own,name");
  assert_targets ("Name,Organization\nN,O\n", &coalition_kind_party, "name,own");
}

/* A heading proves little: values that cannot be read as the field make the column an own field. */
static void
test_guess_values (void)
{
  assert_targets ("Name,Level\nA,State\nB,Federal\n", &coalition_kind_party, "name,own");
  assert_targets ("Name,Level\nA,connector\nB,Organization\nC,typo\n", &coalition_kind_party, "name,level");
  assert_targets ("Name,Trust\nA,high\nB,low\n", &coalition_kind_party, "name,own");
  assert_targets ("Name,Trust\nA,5\nB,2\n", &coalition_kind_party, "name,our-trust");
  assert_targets ("ID,Name\n1,A\n2,B\n", &coalition_kind_party, "own,name");
  assert_targets ("id,Name\nd2b3c1f0-5a1e-4d35-9b4e-2f4b1f0a9c01,A\n,B\n", &coalition_kind_party, "id,name");
  /* Nothing under no heading is nothing; something under no heading is kept. */
  assert_targets ("Name,,Note\nA,,x\n", &coalition_kind_party, "name,skip,notes");
  assert_targets ("Name,,Note\nA,y,x\n", &coalition_kind_party, "name,own,notes");
}

static void
test_set (void)
{
  g_autoptr (CoalitionTable) table = read_text ("x.csv", "Name,Alias,Mail\nA,B,c\n");
  g_autoptr (CoalitionMapping) mapping = coalition_mapping_guess (table, &coalition_kind_party);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) targets = coalition_mapping_list_targets (&coalition_kind_party);

  g_assert_true (coalition_mapping_set_target (mapping, 1, "name", &error));
  g_assert_cmpstr (coalition_mapping_get_target (mapping, 0), ==, "own");
  g_assert_cmpstr (coalition_mapping_get_target (mapping, 1), ==, "name");
  g_assert_true (coalition_mapping_set_target (mapping, 0, "own:Nickname", &error));
  g_assert_cmpstr (coalition_mapping_get_own_name (mapping, 0), ==, "Nickname");
  g_assert_true (coalition_mapping_set_target (mapping, 2, "skip", &error));
  g_assert_true (coalition_mapping_check (mapping, &error));
  g_assert_false (coalition_mapping_set_target (mapping, 2, "nonsense", &error));
  g_assert_error (error, COALITION_EXCHANGE_ERROR, COALITION_EXCHANGE_ERROR_MAPPING);
  g_clear_error (&error);
  g_assert_true (coalition_mapping_set_target (mapping, 1, "skip", &error));
  g_assert_false (coalition_mapping_check (mapping, &error));
  g_assert_error (error, COALITION_EXCHANGE_ERROR, COALITION_EXCHANGE_ERROR_MAPPING);
  g_clear_error (&error);

  /* Every target on offer can be chosen. */
  for (guint i = 0; i < targets->len; i++)
    {
      g_assert_true (coalition_mapping_set_target (mapping, 0, g_array_index (targets, CoalitionTarget, i).name, &error));
      g_assert_cmpstr (coalition_mapping_get_target (mapping, 0), ==, g_array_index (targets, CoalitionTarget, i).name);
      g_assert_nonnull (g_array_index (targets, CoalitionTarget, i).label);
    }
}

static void
test_kind (void)
{
  static const struct {
    const char *name;
    const char *text;
    const CoalitionKind *kind;
  } cases[] = {
    { "/a/organizations.csv", "Organization,Sponsorship\nA,B\n", &coalition_kind_party },
    { "/a/Ties.CSV", "a,b\n1,2\n", &coalition_kind_tie },
    { "agreement_parties.csv", "agreement,party\nA,B\n", &coalition_kind_agreement_party },
    { "list.csv", "From,To,Strength\nA,B,3\n", &coalition_kind_tie },
    { "list.csv", "agreement,party,direction,description\nA,B,brings,C\n", &coalition_kind_contribution },
    { "list.csv", "party,aspect,value\nA,stance,3\n", &coalition_kind_judgement },
    { "list.csv", "name,purpose,form,review due\nA,B,event,2026\n", &coalition_kind_agreement },
    { "list.csv", "name,us,purpose\nA,B,C\n", &coalition_kind_campaign },
    { "list.csv", "colour,size\nred,3\n", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CoalitionTable) table = read_text (cases[i].name, cases[i].text);

      g_assert_true (coalition_table_guess_kind (table) == cases[i].kind);
    }
}

static void
test_own_heading (void)
{
  static const char *const names[] = { "Location", "Place", "own:x", "ID", "tags", "Phone", "Größe" };
  static const char *const headings[] = { "Location", "own:Place", "own:own:x", "own:ID", "own:tags", "own:Phone", "Größe" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *heading = coalition_mapping_make_own_heading (&coalition_kind_party, names[i]);
      g_autofree char *text = g_strconcat ("name,", heading, "\nA,B\n", NULL);
      g_autoptr (CoalitionTable) table = read_text ("x.csv", text);
      g_autoptr (CoalitionMapping) mapping = coalition_mapping_guess (table, &coalition_kind_party);

      g_assert_cmpstr (heading, ==, headings[i]);
      g_assert_cmpstr (coalition_mapping_get_target (mapping, 1), ==, "own");
      g_assert_cmpstr (coalition_mapping_get_own_name (mapping, 1), ==, names[i]);
    }
}

static void
test_memory (void)
{
  g_autoptr (CoalitionTable) table = read_text ("a.csv", "Who,Where\nA,B\n");
  g_autoptr (CoalitionTable) again = read_text ("b.csv", "Who,Where\nC,D\n");
  g_autoptr (CoalitionTable) other = read_text ("b.csv", "Where,Who\nC,D\n");
  g_autoptr (CoalitionMapping) mapping = coalition_mapping_guess (table, &coalition_kind_party);
  g_autoptr (CoalitionMapping) recalled = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (coalition_mapping_recall (table));
  g_assert_true (coalition_mapping_set_target (mapping, 1, "place", &error));
  g_assert_true (coalition_mapping_remember (mapping, &error));
  g_assert_no_error (error);
  recalled = coalition_mapping_recall (again);
  g_assert_nonnull (recalled);
  g_assert_true (coalition_mapping_get_kind (recalled) == &coalition_kind_party);
  g_assert_cmpstr (coalition_mapping_get_target (recalled, 0), ==, "name");
  g_assert_cmpstr (coalition_mapping_get_target (recalled, 1), ==, "place");
  g_assert_null (coalition_mapping_recall (other));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/mapping/guess", test_guess);
  g_test_add_func ("/mapping/guess-values", test_guess_values);
  g_test_add_func ("/mapping/set", test_set);
  g_test_add_func ("/mapping/kind", test_kind);
  g_test_add_func ("/mapping/own-heading", test_own_heading);
  g_test_add_func ("/mapping/memory", test_memory);

  return g_test_run ();
}
