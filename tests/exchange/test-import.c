/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-clock.h"
#include "coalition-csv.h"
#include "coalition-import.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  char *path;
  CoalitionCampaign *campaign;
  CoalitionImportCounts counts;
  CoalitionImportCounts others;
  guint n_refused;
  guint line;
  char *reason;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("coalition-import-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "campaign.db", NULL);
  fixture->campaign = coalition_campaign_create (fixture->path, "Fair Rents", "Harbor Legal Clinic", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const endings[] = { "", "-wal", "-shm" };
  g_autoptr (GError) error = NULL;

  coalition_campaign_close (fixture->campaign, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (fixture->campaign);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, endings[i], NULL);

      g_unlink (path);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->reason);
}

/* Imports rows as @kind, and notes what became of them and why the first that was refused was. */
static void
import_matched (Fixture              *fixture,
                const CoalitionKind  *kind,
                const char           *text,
                CoalitionImportMatch  match)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CoalitionTable) table = coalition_csv_read_data ("rows.csv", text, strlen (text), '\0', &error);
  g_autoptr (CoalitionMapping) mapping = NULL;
  g_autoptr (CoalitionImport) import = coalition_import_new (fixture->campaign);
  GPtrArray *refusals;
  CoalitionCommand *command;

  g_assert_no_error (error);
  mapping = coalition_mapping_guess (table, kind);
  coalition_import_set_match (import, match);
  g_assert_true (coalition_import_add_table (import, mapping, NULL, &error));
  g_assert_no_error (error);
  coalition_import_get_counts (import, kind, &fixture->counts);
  coalition_import_get_counts (import, &coalition_kind_own_field, &fixture->others);
  refusals = coalition_import_get_refusals (import);
  fixture->n_refused = refusals->len;
  g_clear_pointer (&fixture->reason, g_free);
  fixture->line = 0;
  if (refusals->len > 0)
    {
      fixture->line = ((CoalitionRefusal *) refusals->pdata[0])->line;
      fixture->reason = g_strdup (((CoalitionRefusal *) refusals->pdata[0])->reason);
    }
  command = coalition_import_make_command (import);
  if (coalition_command_is_empty (command))
    {
      coalition_command_unref (command);
      return;
    }
  coalition_campaign_run (fixture->campaign, command, &error);
  g_assert_no_error (error);
}

static void
import (Fixture             *fixture,
        const CoalitionKind *kind,
        const char          *text)
{
  import_matched (fixture, kind, text, COALITION_IMPORT_MATCH_AUTO);
}

static void
assert_counts (Fixture *fixture,
               guint    added,
               guint    updated,
               guint    unchanged,
               guint    refused)
{
  if (fixture->counts.added != added || fixture->counts.updated != updated || fixture->counts.unchanged != unchanged
      || fixture->n_refused != refused)
    g_error ("%u added, %u updated, %u unchanged, %u refused (%s); expected %u, %u, %u, %u", fixture->counts.added,
             fixture->counts.updated, fixture->counts.unchanged, fixture->n_refused, fixture->reason, added, updated,
             unchanged, refused);
}

static CoalitionRecord *
find (Fixture             *fixture,
      const CoalitionKind *kind,
      const char          *title)
{
  g_autoptr (GPtrArray) found = coalition_campaign_find_by_title (fixture->campaign, kind, title);

  g_assert_cmpuint (found->len, ==, 1);

  return found->pdata[0];
}

static guint
count (Fixture             *fixture,
       const CoalitionKind *kind)
{
  return g_list_model_get_n_items (coalition_campaign_get_records (fixture->campaign, kind));
}

static const char *
own_text (Fixture    *fixture,
          const char *party,
          const char *field)
{
  CoalitionRecord *own = find (fixture, &coalition_kind_own_field, field);

  return coalition_campaign_get_own_text (fixture->campaign, coalition_record_get_id (find (fixture, &coalition_kind_party, party)),
                                          coalition_record_get_id (own));
}

static void
test_again (Fixture       *fixture,
            gconstpointer  data)
{
  const char *text = "Name,Place,Size\nCafé du Nord,Quay,10.0\nUnion 63,,\n";

  import (fixture, &coalition_kind_party, text);
  assert_counts (fixture, 2, 0, 0, 0);
  import (fixture, &coalition_kind_party, text);
  assert_counts (fixture, 0, 0, 2, 0);
  /* Case, accents and spaces do not make another party, nor another name of it. */
  import (fixture, &coalition_kind_party, "Name,Place,Size\n  CAFE   DU nord ,Quay,10.0\n");
  assert_counts (fixture, 0, 0, 1, 0);
  g_assert_cmpstr (coalition_record_get_title (find (fixture, &coalition_kind_party, "cafe du nord")), ==, "Café du Nord");
  /* An empty cell says nothing: what is there stays. */
  import (fixture, &coalition_kind_party, "Name,Place,Size\nCafé du Nord,,\nUnion 63,Dock,4\n");
  assert_counts (fixture, 0, 1, 1, 0);
  g_assert_cmpstr (coalition_record_get_text (find (fixture, &coalition_kind_party, "Café du Nord"), "place"), ==, "Quay");
  g_assert_cmpstr (own_text (fixture, "Café du Nord", "Size"), ==, "10.0");
  g_assert_cmpstr (own_text (fixture, "Union 63", "Size"), ==, "4");
}

static void
test_own_types (Fixture       *fixture,
                gconstpointer  data)
{
  static const char *const names[] = { "Whole", "Decimal", "Padded", "Day", "Consent", "Maybe", "Spaced" };
  static const char *const types[] = { "number", "text", "text", "date", "yes-no", "text", "text" };

  import (fixture, &coalition_kind_party,
          "Name,Whole,Decimal,Padded,Day,Consent,Maybe,Spaced\n"
          "A,-5,10.0,007,2026-11-21,yes,yes,1\n"
          "B,12.5,2,8,2025-03,no,Yes, 2\n"
          "C,,,,,,,\n");
  assert_counts (fixture, 3, 0, 0, 0);
  g_assert_cmpuint (fixture->others.added, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (coalition_record_get_text (find (fixture, &coalition_kind_own_field, names[i]), "type"), ==, types[i]);
  g_assert_cmpstr (own_text (fixture, "A", "Padded"), ==, "007");
  g_assert_cmpstr (own_text (fixture, "B", "Spaced"), ==, " 2");
  g_assert_null (own_text (fixture, "C", "Whole"));

  /* What does not fit the type any more makes the field text; nothing is lost. */
  import (fixture, &coalition_kind_party, "Name,Whole\nC,about 3\n");
  g_assert_cmpstr (own_text (fixture, "C", "Whole"), ==, "about 3");
  g_assert_cmpstr (own_text (fixture, "A", "Whole"), ==, "-5");
  g_assert_cmpstr (coalition_record_get_text (find (fixture, &coalition_kind_own_field, "Whole"), "type"), ==, "text");
  g_assert_cmpuint (count (fixture, &coalition_kind_own_field), ==, G_N_ELEMENTS (names));
}

static void
test_ties (Fixture       *fixture,
           gconstpointer  data)
{
  const char *ties = "From,To,Kind,Strength\nA,B,,2\nA,b,knows,\nB,A,Supplies tea to,4\n";

  import (fixture, &coalition_kind_party, "Name\nA\nB\n");
  import (fixture, &coalition_kind_tie, ties);
  assert_counts (fixture, 3, 0, 0, 0);
  import (fixture, &coalition_kind_tie, ties);
  assert_counts (fixture, 0, 0, 3, 0);
  import (fixture, &coalition_kind_tie, "From,To,Kind,Strength\nA,B,,3\nA,Nobody,,1\nA,B,refers,9\n\nA,,,1\n");
  assert_counts (fixture, 0, 1, 0, 3);
  g_assert_cmpuint (fixture->line, ==, 3);
  g_assert_nonnull (strstr (fixture->reason, "Nobody"));
  g_assert_cmpuint (count (fixture, &coalition_kind_tie), ==, 3);
}

static void
test_ambiguous (Fixture       *fixture,
                gconstpointer  data)
{
  CoalitionCommand *command = coalition_command_new ("Two of a name", NULL);
  g_autofree char *text = NULL;
  g_autofree char *id = g_strdup (coalition_command_insert (command, &coalition_kind_party, NULL));
  const char *other;

  coalition_command_set_text (command, &coalition_kind_party, id, "name", "Parents’ Council");
  other = coalition_command_insert (command, &coalition_kind_party, NULL);
  coalition_command_set_text (command, &coalition_kind_party, other, "name", "parents' council");
  g_assert_true (coalition_campaign_run (fixture->campaign, command, NULL));

  import (fixture, &coalition_kind_party, "Name,Place\nParents’ Council,Here\n");
  assert_counts (fixture, 0, 0, 0, 1);
  g_assert_cmpuint (fixture->line, ==, 2);
  import (fixture, &coalition_kind_tie, "From,To\nParents’ Council,Harbor Legal Clinic\n");
  assert_counts (fixture, 0, 0, 0, 1);
  /* The id tells them apart. */
  text = g_strdup_printf ("From,To\n%s,Harbor Legal Clinic\n", id);
  import (fixture, &coalition_kind_tie, text);
  assert_counts (fixture, 1, 0, 0, 0);
}

/* Two rows about one record may agree; they may not overwrite each other unseen. */
static void
test_repeated (Fixture       *fixture,
               gconstpointer  data)
{
  import (fixture, &coalition_kind_party, "Name,Place,Size\nA,Quay,1\na,,1\nA,Dock,\nA,,2\n");
  assert_counts (fixture, 1, 0, 0, 2);
  g_assert_cmpuint (fixture->line, ==, 4);
  g_assert_cmpstr (coalition_record_get_text (find (fixture, &coalition_kind_party, "A"), "place"), ==, "Quay");
  g_assert_cmpstr (own_text (fixture, "A", "Size"), ==, "1");
}

static void
test_references (Fixture       *fixture,
                 gconstpointer  data)
{
  /* Who introduced a party may stand below it; a constituency that is not known is a new one. */
  import (fixture, &coalition_kind_party,
          "Name,Introduced by,Constituency\nA,B,Tenants\nB,Harbor Legal Clinic,tenants\nC,Nobody,\n");
  assert_counts (fixture, 3, 0, 0, 1);
  g_assert_cmpuint (fixture->line, ==, 4);
  g_assert_cmpstr (coalition_record_get_text (find (fixture, &coalition_kind_party, "A"), "introduced_by"), ==,
                   coalition_record_get_id (find (fixture, &coalition_kind_party, "B")));
  g_assert_cmpuint (count (fixture, &coalition_kind_constituency), ==, 1);

  /* A row that is refused leaves nothing behind, not even a constituency. */
  import (fixture, &coalition_kind_party, "Name,Constituency,Decides\n,Drivers,yes\n");
  assert_counts (fixture, 0, 0, 0, 1);
  g_assert_cmpuint (count (fixture, &coalition_kind_constituency), ==, 1);

  import (fixture, &coalition_kind_agreement, "name,issue\nRoom,No such issue\n");
  assert_counts (fixture, 0, 0, 0, 1);
}

static void
test_party_extras (Fixture       *fixture,
                   gconstpointer  data)
{
  const char *text = "Name,x,y,tags,Phone,Email,Trust,Gatekeeper\nA,10.5,-20,tea; Ünion\\;63;tea,555-0101,a@b.example,4,1\nB,1,,,,,,\n";
  const char *id;
  double x;
  gint64 value;

  import (fixture, &coalition_kind_party, text);
  assert_counts (fixture, 1, 0, 0, 1);
  g_assert_cmpuint (fixture->line, ==, 3);
  id = coalition_record_get_id (find (fixture, &coalition_kind_party, "A"));
  g_assert_true (coalition_record_get_real (coalition_campaign_get_position (fixture->campaign, id), "x", &x));
  g_assert_cmpfloat (x, ==, 10.5);
  g_assert_true (coalition_record_get_boolean (coalition_campaign_get_position (fixture->campaign, id), "pinned"));
  g_assert_cmpuint (count (fixture, &coalition_kind_tag), ==, 2);
  g_assert_cmpuint (count (fixture, &coalition_kind_party_tag), ==, 2);
  g_assert_nonnull (find (fixture, &coalition_kind_tag, "Ünion;63"));
  g_assert_cmpuint (count (fixture, &coalition_kind_contact_detail), ==, 2);
  g_assert_true (coalition_record_get_integer (coalition_campaign_get_judgement (fixture->campaign, id, "our-trust", NULL), "value", &value));
  g_assert_cmpint (value, ==, 4);
  g_assert_cmpstr (coalition_record_get_text (coalition_campaign_get_judgement (fixture->campaign, id, "our-trust", NULL), "judged_on"), ==, "2026-11-21");

  import (fixture, &coalition_kind_party, text);
  assert_counts (fixture, 0, 0, 1, 1);
  g_assert_cmpuint (count (fixture, &coalition_kind_judgement), ==, 2);
  g_assert_cmpuint (count (fixture, &coalition_kind_contact_detail), ==, 2);

  /* A new judgement does not overwrite the old one. */
  import (fixture, &coalition_kind_party, "Name,Trust,Judged on\nA,2,2027-01-05\n");
  g_assert_cmpuint (count (fixture, &coalition_kind_judgement), ==, 3);
  g_assert_true (coalition_record_get_integer (coalition_campaign_get_judgement (fixture->campaign, id, "our-trust", NULL), "value", &value));
  g_assert_cmpint (value, ==, 2);
}

static void
test_ids (Fixture       *fixture,
          gconstpointer  data)
{
  const char *known = coalition_record_get_id (find (fixture, &coalition_kind_party, "Harbor Legal Clinic"));
  const char *fresh = "d2b3c1f0-5a1e-4d35-9b4e-2f4b1f0a9c01", *twin = "d2b3c1f0-5a1e-4d35-9b4e-2f4b1f0a9c02";
  g_autofree char *renamed = g_strdup_printf ("id,name\n%s,Clinic at the Harbor\n%s,Twin\n%s,Twin\n", known, fresh, twin);
  g_autofree char *elsewhere = g_strdup_printf ("id,name\nd2b3c1f0-5a1e-4d35-9b4e-2f4b1f0a9c03,Clinic at the Harbor\n");

  import (fixture, &coalition_kind_party, renamed);
  assert_counts (fixture, 2, 1, 0, 0);
  g_assert_cmpstr (coalition_record_get_title (coalition_campaign_get_record (fixture->campaign, &coalition_kind_party, known)), ==,
                   "Clinic at the Harbor");
  g_assert_nonnull (coalition_campaign_get_record (fixture->campaign, &coalition_kind_party, twin));
  import (fixture, &coalition_kind_party, renamed);
  assert_counts (fixture, 0, 0, 3, 0);

  /* Another campaign made of the same list knows the party by another id: still the same party, unless told otherwise. */
  import (fixture, &coalition_kind_party, elsewhere);
  assert_counts (fixture, 0, 0, 1, 0);
  import_matched (fixture, &coalition_kind_party, elsewhere, COALITION_IMPORT_MATCH_ID);
  assert_counts (fixture, 1, 0, 0, 0);
}

static void
test_filter_and_dry_run (Fixture       *fixture,
                         gconstpointer  data)
{
  const char *text = "Network,Name\nx,A\ny,B\nx,C\n";
  g_autoptr (CoalitionTable) table = coalition_csv_read_data ("rows.csv", text, strlen (text), '\0', NULL);
  g_autoptr (CoalitionMapping) mapping = coalition_mapping_guess (table, &coalition_kind_party);
  g_autoptr (CoalitionImport) plan = coalition_import_new (fixture->campaign);
  g_autoptr (CoalitionImport) nobody = coalition_import_new (fixture->campaign);
  g_autoptr (CoalitionImport) wrong = coalition_import_new (fixture->campaign);
  g_autoptr (CoalitionImport) cancelled = coalition_import_new (fixture->campaign);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (CoalitionCommand) command = NULL;
  g_autoptr (GError) error = NULL;
  CoalitionImportCounts counts;
  guint before = count (fixture, &coalition_kind_party);

  coalition_import_add_filter (plan, "Network", "x");
  g_assert_true (coalition_import_add_table (plan, mapping, NULL, &error));
  coalition_import_get_counts (plan, &coalition_kind_party, &counts);
  g_assert_cmpuint (counts.added, ==, 2);
  command = coalition_import_make_command (plan);
  g_assert_false (coalition_command_is_empty (command));
  g_assert_cmpuint (count (fixture, &coalition_kind_party), ==, before);

  /* Rows that are left out leave nothing behind, not even the fields that they would have had. */
  coalition_import_add_filter (nobody, "Network", "z");
  g_assert_true (coalition_import_add_table (nobody, mapping, NULL, &error));
  coalition_import_get_counts (nobody, &coalition_kind_own_field, &counts);
  g_assert_cmpuint (counts.added, ==, 0);

  coalition_import_add_filter (wrong, "No such column", "x");
  g_assert_false (coalition_import_add_table (wrong, mapping, NULL, &error));
  g_assert_error (error, COALITION_EXCHANGE_ERROR, COALITION_EXCHANGE_ERROR_MAPPING);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_false (coalition_import_add_table (cancelled, mapping, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Several tables make one edit, which is undone at once; the campaign is known by being the only one. */
static void
test_one_edit (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct { const CoalitionKind *kind; const char *text; } tables[] = {
    { &coalition_kind_party, "name\nA\nB\n" },
    { &coalition_kind_tie, "from,to\nA,B\n" },
    { &coalition_kind_agreement, "name,status\nRoom,active\n" },
    { &coalition_kind_agreement_party, "agreement,party\nRoom,A\nRoom,B\n" },
    { &coalition_kind_contribution, "agreement,party,direction,description,amount\nRoom,A,brings,Keys,1.5\nRoom,B,Gets,Keys,\n" },
    { &coalition_kind_task, "agreement,name,party,due\nRoom,Copy the keys,B,2026-12\n" },
    { &coalition_kind_review, "agreement,held_on,reached\nRoom,2026-06-10,partly\n" },
    { &coalition_kind_campaign, "name,us\nFairer Rents,A\n" },
  };

  for (int round = 0; round < 2; round++)
    {
      g_autoptr (CoalitionImport) plan = coalition_import_new (fixture->campaign);
      g_autoptr (GError) error = NULL;
      CoalitionCommand *command;
      guint n_added = 0, n_updated = 0;

      for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
        {
          g_autoptr (CoalitionTable) table = coalition_csv_read_data ("t.csv", tables[i].text, strlen (tables[i].text), '\0', NULL);
          g_autoptr (CoalitionMapping) mapping = coalition_mapping_guess (table, tables[i].kind);
          CoalitionImportCounts counts;

          g_assert_true (coalition_import_add_table (plan, mapping, NULL, &error));
          coalition_import_get_counts (plan, tables[i].kind, &counts);
          n_added += counts.added;
          n_updated += counts.updated;
        }
      g_assert_cmpuint (coalition_import_get_refusals (plan)->len, ==, 0);
      g_assert_cmpuint (n_added, ==, round == 0 ? 10 : 0);
      g_assert_cmpuint (n_updated, ==, round == 0 ? 1 : 0);
      command = coalition_import_make_command (plan);
      g_assert_true (coalition_command_is_empty (command) == (round == 1));
      if (round == 0)
        coalition_campaign_run (fixture->campaign, command, &error);
      else
        coalition_command_unref (command);
      g_assert_no_error (error);
    }
  g_assert_cmpstr (coalition_record_get_title (coalition_campaign_get_us (fixture->campaign)), ==, "A");
  g_assert_true (coalition_campaign_undo (fixture->campaign, NULL));
  g_assert_cmpuint (count (fixture, &coalition_kind_party), ==, 1);
  g_assert_cmpuint (count (fixture, &coalition_kind_contribution), ==, 0);
  g_assert_cmpstr (coalition_record_get_title (coalition_campaign_get_campaign (fixture->campaign)), ==, "Fair Rents");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  coalition_clock_set_fixed ("2026-11-21T12:00:00Z");
#define ADD(name, function) g_test_add ("/import/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("again", test_again);
  ADD ("own-types", test_own_types);
  ADD ("ties", test_ties);
  ADD ("ambiguous", test_ambiguous);
  ADD ("repeated", test_repeated);
  ADD ("references", test_references);
  ADD ("party-extras", test_party_extras);
  ADD ("ids", test_ids);
  ADD ("filter-and-dry-run", test_filter_and_dry_run);
  ADD ("one-edit", test_one_edit);
#undef ADD

  return g_test_run ();
}
