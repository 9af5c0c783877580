/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-campaign.h"
#include "coalition-store.h"

#include <glib/gstdio.h>

/* Campaigns of earlier versions: they open, keep everything, and can still undo what was done then. The file is one that
 * the program of that time wrote; its path is the first argument. */

static const char *source;

typedef struct
{
  char *directory;
  char *path;
  CoalitionCampaign *campaign;
} Fixture;

static void
decompress (const char *from,
            const char *to)
{
  g_autoptr (GFile) in = g_file_new_for_path (from), out = g_file_new_for_path (to);
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) file = g_file_read (in, NULL, &error);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GFileOutputStream) written = NULL;

  g_assert_no_error (error);
  stream = g_converter_input_stream_new (G_INPUT_STREAM (file), G_CONVERTER (decompressor));
  written = g_file_replace (out, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_splice (G_OUTPUT_STREAM (written), stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                          NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_auto (CoalitionFileCheck) check = { 0 };
  g_autoptr (GError) error = NULL;

  fixture->directory = g_dir_make_tmp ("coalition-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->directory, "campaign.db", NULL);
  decompress (source, fixture->path);
  g_assert_true (coalition_campaign_check_file (fixture->path, &check, &error));
  g_assert_no_error (error);
  g_assert_cmpint (check.version, ==, 1);
  fixture->campaign = coalition_campaign_load (fixture->path, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const names[] = { "campaign.db", "campaign.db-wal", "campaign.db-shm", "copy.db" };
  g_autoptr (GError) error = NULL;

  coalition_campaign_close (fixture->campaign, &error);
  g_assert_no_error (error);
  g_object_unref (fixture->campaign);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->directory, names[i], NULL);

      g_unlink (path);
    }
  g_assert_cmpint (g_rmdir (fixture->directory), ==, 0);
  g_free (fixture->directory);
  g_free (fixture->path);
}

static guint
count (Fixture             *fixture,
       const CoalitionKind *kind)
{
  return g_list_model_get_n_items (coalition_campaign_get_records (fixture->campaign, kind));
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

/* All that is in the file, as it was when it was written. */
static void
assert_whole (Fixture *fixture)
{
  CoalitionRecord *tenants = find (fixture, &coalition_kind_party, "Tenants of Quay 7");
  CoalitionRecord *ward = find (fixture, &coalition_kind_own_field, "Ward");
  g_autoptr (GPtrArray) ties = coalition_campaign_get_referring (fixture->campaign, &coalition_kind_tie, "from", coalition_record_get_id (tenants));
  double x;

  g_assert_cmpuint (count (fixture, &coalition_kind_party), ==, 4);
  g_assert_cmpuint (count (fixture, &coalition_kind_tie), ==, 2);
  g_assert_cmpuint (count (fixture, &coalition_kind_own_value), ==, 2);
  g_assert_cmpuint (count (fixture, &coalition_kind_position), ==, 4);
  g_assert_cmpuint (count (fixture, &coalition_kind_issue), ==, 1);
  g_assert_cmpuint (count (fixture, &coalition_kind_agreement), ==, 1);
  g_assert_cmpuint (count (fixture, &coalition_kind_agreement_party), ==, 2);
  g_assert_cmpuint (count (fixture, &coalition_kind_view), ==, 1);
  g_assert_cmpstr (coalition_record_get_title (coalition_campaign_get_us (fixture->campaign)), ==, "Harbor Legal Clinic");
  g_assert_cmpstr (coalition_record_get_text (tenants, "kind"), ==, "tenant-association");
  g_assert_cmpstr (coalition_record_get_text (tenants, "notes"), ==, "Asks for heat");
  g_assert_cmpstr (coalition_campaign_get_own_text (fixture->campaign, coalition_record_get_id (tenants), coalition_record_get_id (ward)), ==, "North");
  g_assert_cmpstr (coalition_record_get_text (find (fixture, &coalition_kind_party, "Dock Union"), "notes"), ==, "Meets on Mondays");
  g_assert_cmpuint (ties->len, ==, 1);
  g_assert_cmpstr (coalition_record_get_text (ties->pdata[0], "start"), ==, "2025-03");
  g_assert_true (coalition_record_get_real (coalition_campaign_get_position (fixture->campaign, coalition_record_get_id (tenants)), "x", &x));
}

static void
test_keeps_everything (Fixture       *fixture,
                       gconstpointer  data)
{
  CoalitionRecord *view = coalition_campaign_get_view (fixture->campaign);
  g_autofree char *copy = g_build_filename (fixture->directory, "copy.db", NULL);
  g_autoptr (GPtrArray) history = NULL;
  g_auto (CoalitionFileCheck) check = { 0 };
  g_autoptr (GError) error = NULL;

  assert_whole (fixture);
  g_assert_cmpuint (count (fixture, &coalition_kind_forum), ==, 0);
  g_assert_null (coalition_record_get_text (view, "size_by"));
  g_assert_null (coalition_record_get_text (coalition_campaign_get_us (fixture->campaign), "picture"));
  history = coalition_campaign_get_history (fixture->campaign, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 12);
  g_assert_true (coalition_campaign_write_copy (fixture->campaign, copy, &error));
  g_assert_true (coalition_campaign_check_file (copy, &check, &error));
  g_assert_no_error (error);
  g_assert_cmpint (check.version, ==, coalition_store_get_version ());
}

static guint
undo_all (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  for (; coalition_campaign_get_undo_label (fixture->campaign) != NULL; n++)
    {
      coalition_campaign_undo (fixture->campaign, &error);
      g_assert_no_error (error);
    }

  return n;
}

/* All that was not undone then, back to the beginning, and all of it again. */
static void
test_undoes_old_entries (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (coalition_campaign_get_undo_label (fixture->campaign), ==, "Import p2.csv");
  g_assert_cmpuint (undo_all (fixture), ==, 7);
  g_assert_cmpuint (count (fixture, &coalition_kind_party), ==, 1);
  g_assert_cmpuint (count (fixture, &coalition_kind_tie), ==, 0);
  g_assert_cmpuint (count (fixture, &coalition_kind_issue), ==, 0);
  for (guint i = 0; i < 7; i++)
    {
      coalition_campaign_redo (fixture->campaign, &error);
      g_assert_no_error (error);
    }
  g_assert_null (coalition_campaign_get_redo_label (fixture->campaign));
  assert_whole (fixture);
}

/* New fields of old records, and new kinds that refer to them; then everything undone across the versions. */
static void
test_new_beside_old (Fixture       *fixture,
                     gconstpointer  data)
{
  CoalitionCommand *command = coalition_command_new ("New", NULL);
  g_autofree char *party = g_strdup (coalition_record_get_id (find (fixture, &coalition_kind_party, "Dock Union")));
  const char *view = coalition_record_get_id (coalition_campaign_get_view (fixture->campaign));
  const char *forum = coalition_command_insert (command, &coalition_kind_forum, NULL);
  const char *member = coalition_command_insert (command, &coalition_kind_forum_member, NULL);
  g_autoptr (GError) error = NULL;

  coalition_command_set_text (command, &coalition_kind_forum, forum, "name", "Lunch");
  coalition_command_set_text (command, &coalition_kind_forum_member, member, "forum", forum);
  coalition_command_set_text (command, &coalition_kind_forum_member, member, "party", party);
  coalition_command_set_text (command, &coalition_kind_view, view, "size_by", "degree");
  coalition_command_set_text (command, &coalition_kind_view, view, "center", party);
  coalition_campaign_run (fixture->campaign, command, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, &coalition_kind_forum_member), ==, 1);
  g_assert_cmpuint (undo_all (fixture), ==, 8);
  g_assert_cmpuint (count (fixture, &coalition_kind_forum), ==, 0);
  g_assert_cmpuint (count (fixture, &coalition_kind_party), ==, 1);
  for (guint i = 0; i < 8; i++)
    {
      coalition_campaign_redo (fixture->campaign, &error);
      g_assert_no_error (error);
    }
  assert_whole (fixture);
  g_assert_cmpstr (coalition_record_get_text (coalition_campaign_get_view (fixture->campaign), "center"), ==, party);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  source = argv[1];

#define TEST(name_, test_) g_test_add ("/migration/version-1/" name_, Fixture, NULL, set_up, test_, tear_down)
  TEST ("keeps-everything", test_keeps_everything);
  TEST ("undoes-old-entries", test_undoes_old_entries);
  TEST ("new-beside-old", test_new_beside_old);

  return g_test_run ();
}
