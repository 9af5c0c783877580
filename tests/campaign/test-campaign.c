/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-campaign.h"
#include "coalition-store.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *directory;
  char *path;
  CoalitionCampaign *campaign;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->directory = g_dir_make_tmp ("coalition-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->directory, "campaign.db", NULL);
  fixture->campaign = coalition_campaign_create (fixture->path, "Fair Rents", "Harbor Legal Clinic", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const names[] = { "campaign.db", "campaign.db-wal", "campaign.db-shm", "copy.db" };
  g_autoptr (GError) error = NULL;

  if (fixture->campaign != NULL)
    {
      coalition_campaign_close (fixture->campaign, &error);
      g_assert_no_error (error);
      g_assert_finalize_object (fixture->campaign);
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->directory, names[i], NULL);

      g_unlink (path);
    }
  g_assert_cmpint (g_rmdir (fixture->directory), ==, 0);
  g_free (fixture->directory);
  g_free (fixture->path);
}

static char *
add_party (CoalitionCampaign *campaign,
           const char        *name)
{
  g_autoptr (GError) error = NULL;
  CoalitionCommand *command = coalition_command_new ("Add %s", name, NULL);
  char *id = g_strdup (coalition_command_insert (command, &coalition_kind_party, NULL));

  coalition_command_set_text (command, &coalition_kind_party, id, "name", name);
  coalition_campaign_run (campaign, command, &error);
  g_assert_no_error (error);

  return id;
}

static char *
add_tie (CoalitionCampaign *campaign,
         const char        *from,
         const char        *to)
{
  g_autoptr (GError) error = NULL;
  CoalitionCommand *command = coalition_command_new ("Tie", NULL);
  char *id = g_strdup (coalition_command_insert (command, &coalition_kind_tie, NULL));

  coalition_command_set_text (command, &coalition_kind_tie, id, "from", from);
  coalition_command_set_text (command, &coalition_kind_tie, id, "to", to);
  coalition_campaign_run (campaign, command, &error);
  g_assert_no_error (error);

  return id;
}

static void
rename_party (CoalitionCampaign  *campaign,
              const char         *id,
              const char         *name,
              GError            **error)
{
  CoalitionCommand *command = coalition_command_new ("Rename to %s", name != NULL ? name : "", NULL);

  coalition_command_set_text (command, &coalition_kind_party, id, "name", name);
  coalition_campaign_run (campaign, command, error);
}

static guint
count (CoalitionCampaign   *campaign,
       const CoalitionKind *kind)
{
  return g_list_model_get_n_items (coalition_campaign_get_records (campaign, kind));
}

static void
test_create (Fixture       *fixture,
             gconstpointer  data)
{
  g_assert_cmpstr (coalition_record_get_title (coalition_campaign_get_campaign (fixture->campaign)), ==, "Fair Rents");
  g_assert_cmpstr (coalition_record_get_title (coalition_campaign_get_us (fixture->campaign)), ==, "Harbor Legal Clinic");
  g_assert_nonnull (coalition_campaign_get_view (fixture->campaign));
  g_assert_null (coalition_campaign_get_undo_label (fixture->campaign));
}

static void
count_changes_cb (CoalitionCampaign *campaign,
                  GPtrArray         *changes,
                  guint             *n_changes)
{
  *n_changes += changes->len;
}

static void
test_undo_redo_reopen (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  CoalitionRecord *party;
  guint n_changes = 0;

  g_signal_connect (fixture->campaign, "changed", G_CALLBACK (count_changes_cb), &n_changes);
  id = add_party (fixture->campaign, "Dock Workers");
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpstr (coalition_campaign_get_undo_label (fixture->campaign), ==, "Add Dock Workers");

  rename_party (fixture->campaign, id, "Dock Road Temps", &error);
  g_assert_no_error (error);
  party = coalition_campaign_get_record (fixture->campaign, &coalition_kind_party, id);
  g_assert_cmpstr (coalition_record_get_title (party), ==, "Dock Road Temps");

  g_assert_true (coalition_campaign_undo (fixture->campaign, &error));
  g_assert_cmpstr (coalition_record_get_title (party), ==, "Dock Workers");
  g_assert_cmpstr (coalition_campaign_get_redo_label (fixture->campaign), ==, "Rename to Dock Road Temps");
  g_assert_true (coalition_campaign_undo (fixture->campaign, &error));
  g_assert_null (coalition_campaign_get_record (fixture->campaign, &coalition_kind_party, id));
  g_assert_false (coalition_campaign_undo (fixture->campaign, &error));
  g_assert_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_NOTHING);
  g_clear_error (&error);

  coalition_campaign_close (fixture->campaign, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (g_steal_pointer (&fixture->campaign));
  fixture->campaign = coalition_campaign_load (fixture->path, &error);
  g_assert_no_error (error);

  g_assert_null (coalition_campaign_get_record (fixture->campaign, &coalition_kind_party, id));
  g_assert_true (coalition_campaign_redo (fixture->campaign, &error));
  g_assert_true (coalition_campaign_redo (fixture->campaign, &error));
  party = coalition_campaign_get_record (fixture->campaign, &coalition_kind_party, id);
  g_assert_cmpstr (coalition_record_get_title (party), ==, "Dock Road Temps");
  g_assert_null (coalition_campaign_get_redo_label (fixture->campaign));
  g_assert_false (coalition_campaign_redo (fixture->campaign, &error));
  g_assert_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_NOTHING);
}

static void
test_delete_takes_what_belongs (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *a = add_party (fixture->campaign, "A");
  g_autofree char *b = add_party (fixture->campaign, "B");
  g_autofree char *tie = add_tie (fixture->campaign, a, b);
  CoalitionRecord *view = coalition_campaign_get_view (fixture->campaign);
  CoalitionCommand *command = coalition_command_new ("Set up", NULL);
  g_autoptr (GPtrArray) ties = NULL;

  coalition_command_set_position (command, coalition_record_get_id (view), a, 1.5, -2.5, TRUE);
  coalition_command_set_text (command, &coalition_kind_party, b, "introduced_by", a);
  g_assert_true (coalition_campaign_run (fixture->campaign, command, &error));
  g_assert_nonnull (coalition_campaign_get_position (fixture->campaign, a));
  ties = coalition_campaign_get_referring (fixture->campaign, &coalition_kind_tie, "from", a);
  g_assert_cmpuint (ties->len, ==, 1);

  command = coalition_command_new ("Delete", NULL);
  coalition_command_delete (command, &coalition_kind_party, a);
  g_assert_true (coalition_campaign_run (fixture->campaign, command, &error));
  g_assert_null (coalition_campaign_get_record (fixture->campaign, &coalition_kind_tie, tie));
  g_assert_null (coalition_campaign_get_position (fixture->campaign, a));
  g_assert_null (coalition_record_get_text (coalition_campaign_get_record (fixture->campaign, &coalition_kind_party, b), "introduced_by"));

  g_assert_true (coalition_campaign_undo (fixture->campaign, &error));
  g_assert_nonnull (coalition_campaign_get_record (fixture->campaign, &coalition_kind_tie, tie));
  g_assert_cmpstr (coalition_record_get_text (coalition_campaign_get_record (fixture->campaign, &coalition_kind_party, b), "introduced_by"), ==, a);
  g_assert_true (coalition_campaign_redo (fixture->campaign, &error));
  g_assert_cmpuint (count (fixture->campaign, &coalition_kind_tie), ==, 0);
}

static void
test_refused_changes_nothing (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = add_party (fixture->campaign, "Local 88");
  g_autofree char *head = g_strdup (coalition_campaign_get_head (fixture->campaign));
  CoalitionCommand *command = coalition_command_new ("Two things", NULL);

  coalition_command_set_text (command, &coalition_kind_party, id, "kind", "union");
  coalition_command_set_text (command, &coalition_kind_party, id, "level", "no such level");
  g_assert_false (coalition_campaign_run (fixture->campaign, command, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (coalition_record_get_text (coalition_campaign_get_record (fixture->campaign, &coalition_kind_party, id), "kind"));

  rename_party (fixture->campaign, id, NULL, &error);
  g_assert_nonnull (error);
  g_clear_error (&error);
  rename_party (fixture->campaign, "nobody", "Somebody", &error);
  g_assert_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_REFUSED);
  g_clear_error (&error);

  command = coalition_command_new ("Tie to nobody", NULL);
  coalition_command_set_text (command, &coalition_kind_tie, coalition_command_insert (command, &coalition_kind_tie, "t"), "from", id);
  coalition_command_set_text (command, &coalition_kind_tie, "t", "to", "nobody");
  g_assert_false (coalition_campaign_run (fixture->campaign, command, &error));
  g_assert_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_REFUSED);
  g_assert_cmpuint (count (fixture->campaign, &coalition_kind_tie), ==, 0);
  g_assert_cmpstr (head, ==, coalition_campaign_get_head (fixture->campaign));
}

static void
test_nothing_changed_is_no_entry (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = add_party (fixture->campaign, "Same");
  g_autofree char *head = g_strdup (coalition_campaign_get_head (fixture->campaign));

  rename_party (fixture->campaign, id, "Same", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (head, ==, coalition_campaign_get_head (fixture->campaign));
}

static void
test_own_fields (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = add_party (fixture->campaign, "Own");
  CoalitionCommand *command = coalition_command_new ("Own field", NULL);
  const char *own = coalition_command_insert (command, &coalition_kind_own_field, NULL);
  g_autofree char *own_id = g_strdup (own);
  g_autoptr (GPtrArray) fields = NULL;
  const CoalitionField *field;
  CoalitionRecord *party;
  g_auto (CoalitionValue) value = COALITION_VALUE_INIT;

  coalition_command_set_text (command, &coalition_kind_own_field, own, "name", "Paid staff");
  coalition_command_set_text (command, &coalition_kind_own_field, own, "kind", "party");
  coalition_command_set_text (command, &coalition_kind_own_field, own, "type", "number");
  g_assert_true (coalition_campaign_run (fixture->campaign, command, &error));
  fields = coalition_campaign_list_fields (fixture->campaign, &coalition_kind_party);
  g_assert_cmpuint (fields->len, ==, coalition_kind_party.n_fields + 1);
  field = fields->pdata[fields->len - 1];
  g_assert_cmpstr (field->label, ==, "Paid staff");
  g_assert_cmpstr (coalition_field_get_own_id (field), ==, own_id);
  g_assert_true (field->flags & COALITION_FIELD_PRIVATE);

  command = coalition_command_new ("Set", NULL);
  coalition_value_set_real (&value, 12.5);
  coalition_command_set (command, &coalition_kind_party, id, field, &value);
  g_assert_true (coalition_campaign_run (fixture->campaign, command, &error));
  party = coalition_campaign_get_record (fixture->campaign, &coalition_kind_party, id);
  coalition_value_clear (&value);
  coalition_campaign_get_value (fixture->campaign, party, field, &value);
  g_assert_cmpfloat (value.real, ==, 12.5);
  g_assert_cmpstr (coalition_campaign_get_own_text (fixture->campaign, id, own_id), ==, "12.5");

  command = coalition_command_new ("Delete", NULL);
  coalition_command_delete (command, &coalition_kind_party, id);
  g_assert_true (coalition_campaign_run (fixture->campaign, command, &error));
  g_assert_cmpuint (count (fixture->campaign, &coalition_kind_own_value), ==, 0);
  g_assert_true (coalition_campaign_undo (fixture->campaign, &error));
  g_assert_cmpuint (count (fixture->campaign, &coalition_kind_own_value), ==, 1);
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = add_party (fixture->campaign, "Église Saint-Brendan");
  g_autoptr (GPtrArray) hits = coalition_campaign_search (fixture->campaign, "eglise bren", 10, &error);
  CoalitionCommand *command;

  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpstr (coalition_record_get_id (((CoalitionSearchHit *) hits->pdata[0])->target), ==, id);
  g_clear_pointer (&hits, g_ptr_array_unref);

  hits = coalition_campaign_search (fixture->campaign, "brednan", 10, &error);
  g_assert_cmpuint (hits->len, ==, 1);
  g_clear_pointer (&hits, g_ptr_array_unref);

  command = coalition_command_new ("Detail", NULL);
  coalition_command_set_text (command, &coalition_kind_contact_detail, coalition_command_insert (command, &coalition_kind_contact_detail, "d"), "party", id);
  coalition_command_set_text (command, &coalition_kind_contact_detail, "d", "value", "side door on Quay Street");
  g_assert_true (coalition_campaign_run (fixture->campaign, command, &error));
  hits = coalition_campaign_search (fixture->campaign, "quay", 10, &error);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpstr (coalition_record_get_id (((CoalitionSearchHit *) hits->pdata[0])->target), ==, id);
  g_clear_pointer (&hits, g_ptr_array_unref);

  g_assert_true (coalition_campaign_undo (fixture->campaign, &error));
  hits = coalition_campaign_search (fixture->campaign, "quay", 10, &error);
  g_assert_cmpuint (hits->len, ==, 0);
  g_clear_pointer (&hits, g_ptr_array_unref);
  hits = coalition_campaign_search (fixture->campaign, "\"(* OR", 10, &error);
  g_assert_no_error (error);
}

static void
test_snapshot_and_copy (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = add_party (fixture->campaign, "Copied");
  g_autofree char *copy = g_build_filename (fixture->directory, "copy.db", NULL);
  g_autoptr (CoalitionCampaign) snapshot = coalition_campaign_load_snapshot (fixture->campaign, &error);
  g_auto (CoalitionFileCheck) check = { 0 };
  g_autofree guchar *bytes = NULL;
  gsize size;

  g_assert_no_error (error);
  rename_party (fixture->campaign, id, "Renamed later", &error);
  g_assert_cmpstr (coalition_record_get_title (coalition_campaign_get_record (snapshot, &coalition_kind_party, id)), ==, "Copied");
  rename_party (snapshot, id, "Never", &error);
  g_assert_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_REFUSED);
  g_clear_error (&error);

  g_assert_true (coalition_campaign_write_copy (fixture->campaign, copy, &error));
  g_assert_true (coalition_campaign_check_file (copy, &check, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (check.head, ==, coalition_campaign_get_head (fixture->campaign));
  g_assert_true (g_file_get_contents (copy, (char **) &bytes, &size, NULL));
  g_assert_cmpint (bytes[18], ==, 1);
  g_assert_cmpmem (bytes + 68, 4, "COAL", 4);
}

static void
test_history (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) history = NULL;
  CoalitionHistoryEntry *undo, *add, *begin;

  coalition_campaign_set_author (fixture->campaign, "Organizer");
  id = add_party (fixture->campaign, "100 %s sure");
  g_assert_true (coalition_campaign_undo (fixture->campaign, &error));
  history = coalition_campaign_get_history (fixture->campaign, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 3);
  undo = history->pdata[0];
  add = history->pdata[1];
  begin = history->pdata[2];
  g_assert_cmpstr (add->message, ==, "Add 100 %s sure");
  g_assert_cmpstr (add->author, ==, "Organizer");
  g_assert_cmpstr (add->parent, ==, begin->id);
  g_assert_cmpstr (undo->undoes, ==, add->id);
  g_assert_cmpstr (undo->message, ==, "Undo: Add 100 %s sure");
}

/* Puts an entry into the history as another version of the program would have: a constituency was added. */
static void
append_entry (Fixture    *fixture,
              const char *id,
              int         schema,
              gboolean    has_changeset)
{
  guint n_kinds;
  const CoalitionKind *const *kinds = coalition_kinds_get_all (&n_kinds);
  CoalitionValue values[2] = { COALITION_VALUE_INIT, COALITION_VALUE_INIT };
  CoalitionStoredEntry entry = { .id = (char *) id, .time = (char *) "2026-11-21T12:00:00Z", .message = (char *) "An older edit", .schema = schema };
  g_autoptr (GBytes) changeset = NULL;
  g_autoptr (GError) error = NULL;
  CoalitionStore *store;

  coalition_campaign_close (fixture->campaign, &error);
  g_assert_finalize_object (g_steal_pointer (&fixture->campaign));
  coalition_value_set_text (&values[0], "Tenants");
  store = coalition_store_open (fixture->path, COALITION_STORE_WRITE, kinds, n_kinds, &error);
  g_assert_no_error (error);
  g_assert_true (coalition_store_begin (store, &error));
  g_assert_true (coalition_store_insert (store, &coalition_kind_constituency, id, values, &error));
  changeset = coalition_store_get_changeset (store, &error);
  g_assert_true (coalition_store_append_history (store, &entry, has_changeset ? changeset : NULL, &error));
  g_assert_true (coalition_store_commit (store, &error));
  g_assert_true (coalition_store_close (store, &error));
  coalition_value_clear (&values[0]);
  fixture->campaign = coalition_campaign_load (fixture->path, &error);
  g_assert_no_error (error);
}

static void
assert_no_undo (Fixture                *fixture,
                CoalitionCampaignError  code,
                const char             *message)
{
  g_autoptr (GError) error = NULL;
  guint before = count (fixture->campaign, &coalition_kind_constituency);

  g_assert_null (coalition_campaign_get_undo_label (fixture->campaign));
  g_assert_false (coalition_campaign_undo (fixture->campaign, &error));
  g_assert_error (error, COALITION_CAMPAIGN_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
  g_assert_cmpuint (count (fixture->campaign, &coalition_kind_constituency), ==, before);
}

/* What was edited under a format that a migration changed stays in the history, but undo stops there and says why. */
static void
test_barrier (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *barrier = "What happened before the campaign was brought to this version cannot be undone.";
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autofree char *id = NULL;

  append_entry (fixture, "old", coalition_store_get_barrier () - 1, TRUE);
  assert_no_undo (fixture, COALITION_CAMPAIGN_ERROR_BARRIER, barrier);

  id = add_party (fixture->campaign, "After");
  g_assert_cmpstr (coalition_campaign_get_undo_label (fixture->campaign), ==, "Add After");
  g_assert_true (coalition_campaign_undo (fixture->campaign, &error));
  assert_no_undo (fixture, COALITION_CAMPAIGN_ERROR_BARRIER, barrier);
  g_assert_true (coalition_campaign_redo (fixture->campaign, &error));
  g_assert_true (coalition_campaign_undo (fixture->campaign, &error));

  history = coalition_campaign_get_history (fixture->campaign, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((CoalitionHistoryEntry *) history->pdata[history->len - 2])->message, ==, "An older edit");

  append_entry (fixture, "newer", coalition_store_get_version () + 1, TRUE);
  assert_no_undo (fixture, COALITION_CAMPAIGN_ERROR_BARRIER, barrier);
  append_entry (fixture, "thinned", coalition_store_get_version (), FALSE);
  assert_no_undo (fixture, COALITION_CAMPAIGN_ERROR_NOTHING, "There is nothing to undo.");
  append_entry (fixture, "ours", coalition_store_get_version (), TRUE);
  g_assert_true (coalition_campaign_undo (fixture->campaign, &error));
}

static void
test_whole (Fixture       *fixture,
            gconstpointer  data)
{
  const CoalitionKind *const kinds[] = { &coalition_kind_campaign, &coalition_kind_view };
  g_autofree char *head = g_strdup (coalition_campaign_get_head (fixture->campaign));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GListModel *records = coalition_campaign_get_records (fixture->campaign, kinds[i]);
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (records, 0);
      g_autoptr (GError) error = NULL;
      CoalitionCommand *command = coalition_command_new ("Delete", NULL);

      coalition_command_delete (command, kinds[i], coalition_record_get_id (record));
      g_assert_false (coalition_campaign_run (fixture->campaign, command, &error));
      g_assert_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_REFUSED);
      g_assert_cmpuint (g_list_model_get_n_items (records), ==, 1);
    }
  g_assert_cmpstr (coalition_campaign_get_head (fixture->campaign), ==, head);
}

/* A tampered file is whole for SQLite, and its numbers would have dots and maps drawn without end. */
static void
test_beyond_range (Fixture       *fixture,
                   gconstpointer  data)
{
  guint n_kinds;
  const CoalitionKind *const *kinds = coalition_kinds_get_all (&n_kinds);
  const int x = coalition_kind_field_index (&coalition_kind_position, "x");
  g_autofree char *party = add_party (fixture->campaign, "Far away");
  const char *view = coalition_record_get_id (coalition_campaign_get_view (fixture->campaign));
  g_autofree char *position = coalition_position_id (view, party);
  CoalitionCommand *command = coalition_command_new ("Place", NULL);
  CoalitionValue value = COALITION_VALUE_INIT;
  CoalitionStore *store;
  g_autoptr (GError) error = NULL;

  coalition_command_set_position (command, view, party, 1e300, 0, FALSE);
  g_assert_false (coalition_campaign_run (fixture->campaign, command, &error));
  g_assert_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_REFUSED);
  g_clear_error (&error);
  command = coalition_command_new ("Place", NULL);
  coalition_command_set_position (command, view, party, 1, 0, FALSE);
  g_assert_true (coalition_campaign_run (fixture->campaign, command, &error));

  coalition_campaign_close (fixture->campaign, &error);
  g_assert_finalize_object (g_steal_pointer (&fixture->campaign));
  store = coalition_store_open (fixture->path, COALITION_STORE_WRITE, kinds, n_kinds, &error);
  coalition_value_set_real (&value, 1e300);
  g_assert_true (coalition_store_begin (store, &error));
  g_assert_true (coalition_store_update (store, &coalition_kind_position, position, x, &value, NULL, &error));
  g_assert_true (coalition_store_commit (store, &error));
  g_assert_true (coalition_store_close (store, &error));
  g_assert_no_error (error);
  g_assert_null (coalition_campaign_load (fixture->path, &error));
  g_assert_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_DAMAGED);
}

/* Whatever a person types is words, never syntax. */
static void
test_odd_queries (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char *const pieces[] = {
    "\"", "'", "*", "(", ")", "AND", "NOT", "NEAR", "OR", "-", "^", "text:", "{", "}", "\\", "…", "–", "\xc2\xad", "\x01", "é", "港", "%s",
    " ", "\t", "quay", "q", "\xe2\x80\x8b", "\xf0\x9f\x9a\xa7", "ß", "+", ",", ";", "--", "/*", "0x", "'';", "a\xcc\x81",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autofree char *id = add_party (fixture->campaign, "Quay Street “NOT” (OR) 港 100%");

  for (int i = 0; i < 2000; i++)
    {
      g_autoptr (GString) query = g_string_new (NULL);
      g_autoptr (GPtrArray) hits = NULL;
      g_autoptr (GError) error = NULL;

      for (int j = g_rand_int_range (rand, 0, 8); j > 0; j--)
        g_string_append (query, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      hits = coalition_campaign_search (fixture->campaign, query->str, 5, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (hits->len, <=, 5);
    }
}

static void
finished_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GError) error = NULL;
  int *left = data;

  coalition_campaign_run_finish (COALITION_CAMPAIGN (source), result, &error);
  g_assert_no_error (error);
  (*left)--;
}

static void
test_async_in_order (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *id = add_party (fixture->campaign, "0");
  int left = 20;

  for (int i = 1; i <= 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("%d", i);
      CoalitionCommand *command = coalition_command_new ("Rename", NULL);

      coalition_command_set_text (command, &coalition_kind_party, id, "name", name);
      coalition_campaign_run_async (fixture->campaign, command, NULL, finished_cb, &left);
    }
  rename_party (fixture->campaign, id, "last", NULL);
  while (left > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (coalition_record_get_title (coalition_campaign_get_record (fixture->campaign, &coalition_kind_party, id)), ==, "last");
}

static guint
count_found (Fixture    *fixture,
             const char *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = coalition_campaign_search (fixture->campaign, query, 10, &error);

  g_assert_no_error (error);

  return hits->len;
}

static void
test_many_at_once (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  const guint found_before = count_found (fixture, "Party 2999");
  CoalitionCommand *command = coalition_command_new ("Many", NULL);
  guint before = count (fixture->campaign, &coalition_kind_party);
  g_autoptr (GPtrArray) found = NULL;

  for (int i = 0; i < 3000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Party %d", i);

      coalition_command_set_text (command, &coalition_kind_party, coalition_command_insert (command, &coalition_kind_party, NULL), "name", name);
    }
  g_assert_true (coalition_campaign_run (fixture->campaign, command, &error));
  g_assert_cmpuint (count (fixture->campaign, &coalition_kind_party), ==, before + 3000);
  found = coalition_campaign_find_by_title (fixture->campaign, &coalition_kind_party, "  PARTY  2999 ");
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (found_before, ==, 0);
  g_assert_cmpuint (count_found (fixture, "Party 2999"), >=, 1);
  g_assert_true (coalition_campaign_undo (fixture->campaign, &error));
  g_assert_cmpuint (count (fixture->campaign, &coalition_kind_party), ==, before);
  g_assert_cmpuint (count_found (fixture, "Party 2999"), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/campaign/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("create", test_create);
  ADD ("undo-redo-reopen", test_undo_redo_reopen);
  ADD ("delete-takes-what-belongs", test_delete_takes_what_belongs);
  ADD ("refused-changes-nothing", test_refused_changes_nothing);
  ADD ("nothing-changed-is-no-entry", test_nothing_changed_is_no_entry);
  ADD ("own-fields", test_own_fields);
  ADD ("search", test_search);
  ADD ("snapshot-and-copy", test_snapshot_and_copy);
  ADD ("history", test_history);
  ADD ("barrier", test_barrier);
  ADD ("whole", test_whole);
  ADD ("beyond-range", test_beyond_range);
  ADD ("odd-queries", test_odd_queries);
  ADD ("async-in-order", test_async_in_order);
  ADD ("many-at-once", test_many_at_once);

  return g_test_run ();
}
