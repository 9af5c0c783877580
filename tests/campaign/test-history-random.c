/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-campaign.h"
#include "coalition-text.h"

#include <glib/gstdio.h>
#include <string.h>

/* Random edits of every kind of record, undone and done again at random, with closing and reopening in between. After
 * each step the campaign must be what it then was, and again and again the objects in memory what the database holds, in
 * the same order. The seeds are fixed: COALITION_HISTORY_SEED runs another one. */

#define STEPS 400

/* Every so many steps the database is loaded once more, which is the most expensive part by far. */
#define STEPS_TO_LOAD 6
#define MOST_PARTIES 16

typedef struct
{
  GRand *rand;
  char *directory;
  char *path;
  CoalitionCampaign *campaign;
  const CoalitionKind *const *kinds;
  guint n_kinds;
  GPtrArray *states; /* contents after each step that can be undone, the first before any */
  guint now;         /* which of them is there */
  GHashTable *fresh; /* id → kind, what the command being made inserts */
  guint n_refused;
  guint n_undone;
} Run;

static const char *const words[] = {
  "Église Saint-Brendan", "100 %s", "‘quoted’ \"double\"", "straße", "STRASSE", "two\nlines", "港", "a", "Dock  Workers",
  "dock workers", "-", "'; DROP TABLE party; --", "e\xcc\x81glise", "٣", "null", "0", "\xf0\x9f\x9a\xa7 works", "quay street",
};

static int
pick (Run *run,
      int  n)
{
  return g_rand_int_range (run->rand, 0, n);
}

static const char *
pick_word (Run *run)
{
  return words[pick (run, G_N_ELEMENTS (words))];
}

/* A record of a kind, one that the command itself makes included; NULL if there is none. */
static const char *
pick_id (Run                 *run,
         const CoalitionKind *kind)
{
  GListModel *records = coalition_campaign_get_records (run->campaign, kind);
  guint n_records = g_list_model_get_n_items (records);
  GHashTableIter iter;
  gpointer id, of;

  g_hash_table_iter_init (&iter, run->fresh);
  while (g_hash_table_iter_next (&iter, &id, &of))
    if (of == (gpointer) kind && pick (run, 3) == 0)
      return id;
  if (n_records > 0)
    {
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (records, pick (run, n_records));

      return coalition_record_get_id (record);
    }

  return NULL;
}

static void
pick_value (Run                  *run,
            const CoalitionField *field,
            CoalitionValue       *value)
{
  static const double numbers[] = { 0, -0.5, 2, 1e9, 1e-9, 1234567.891, -3, 0.1 };
  static const char *const dates[] = { "2026", "2026-11", "2026-02-28", "1999-12-31" };
  guint n_choices = 0;

  coalition_value_clear (value);
  if (!(field->flags & COALITION_FIELD_REQUIRED) && pick (run, 5) == 0)
    return;
  switch (field->type)
    {
    case COALITION_FIELD_CHOICE:
      while (field->choices != NULL && field->choices[n_choices].key != NULL)
        n_choices++;
      if (n_choices > 0 && !(field->flags & COALITION_FIELD_OPEN && pick (run, 4) == 0))
        coalition_value_set_text (value, field->choices[pick (run, n_choices)].key);
      else
        coalition_value_set_text (value, pick_word (run));
      break;
    case COALITION_FIELD_DATE:
      coalition_value_set_text (value, dates[pick (run, G_N_ELEMENTS (dates))]);
      break;
    case COALITION_FIELD_TIME:
      coalition_value_set_text (value, "2026-11-21T23:05:00Z");
      break;
    case COALITION_FIELD_BOOLEAN:
      coalition_value_set_integer (value, pick (run, 2));
      break;
    case COALITION_FIELD_INTEGER:
      coalition_value_set_integer (value, field->maximum > field->minimum ? g_rand_int_range (run->rand, field->minimum, field->maximum + 1)
                                                                          : pick (run, 2) * (G_MAXINT64 - 1));
      break;
    case COALITION_FIELD_REAL:
      coalition_value_set_real (value, numbers[pick (run, G_N_ELEMENTS (numbers))]);
      break;
    case COALITION_FIELD_REFERENCE:
      coalition_value_set_text (value, pick_id (run, g_str_equal (field->target, "*") ? &coalition_kind_party : coalition_kinds_find (field->target)));
      break;
    case COALITION_FIELD_TEXT:
    case COALITION_FIELD_LONG_TEXT:
    default:
      coalition_value_set_text (value, pick_word (run));
      break;
    }
}

static void
insert_something (Run              *run,
                  CoalitionCommand *command)
{
  const CoalitionKind *kind = run->kinds[pick (run, run->n_kinds)];
  guint n_parties = g_list_model_get_n_items (coalition_campaign_get_records (run->campaign, &coalition_kind_party));
  g_autofree char *id = g_strdup_printf ("%08x%08x", g_rand_int (run->rand), g_rand_int (run->rand));

  if (pick (run, 3) == 0 && n_parties < MOST_PARTIES)
    kind = &coalition_kind_party;
  if (kind == &coalition_kind_campaign || kind == &coalition_kind_position || kind == &coalition_kind_own_value)
    return;
  coalition_command_insert (command, kind, id);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_auto (CoalitionValue) value = COALITION_VALUE_INIT;

      pick_value (run, &kind->fields[i], &value);
      if (kind == &coalition_kind_own_field && g_str_equal (kind->fields[i].name, "kind"))
        coalition_value_set_text (&value, "party");
      coalition_command_set (command, kind, id, &kind->fields[i], &value);
    }
  g_hash_table_insert (run->fresh, g_steal_pointer (&id), (gpointer) kind);
}

static void
update_something (Run              *run,
                  CoalitionCommand *command)
{
  const CoalitionKind *kind = run->kinds[pick (run, run->n_kinds)];
  const char *id = pick_id (run, kind);
  const CoalitionField *field = &kind->fields[pick (run, kind->n_fields)];
  g_auto (CoalitionValue) value = COALITION_VALUE_INIT;

  if (id == NULL || kind == &coalition_kind_own_value || kind == &coalition_kind_position)
    return;
  pick_value (run, field, &value);
  if (kind == &coalition_kind_own_field && g_str_equal (field->name, "kind"))
    return;
  coalition_command_set (command, kind, id, field, &value);
}

static void
delete_something (Run              *run,
                  CoalitionCommand *command)
{
  const CoalitionKind *kind = run->kinds[pick (run, run->n_kinds)];
  const char *id = pick_id (run, kind);

  if (id != NULL)
    coalition_command_delete (command, kind, id);
}

static void
set_own (Run              *run,
         CoalitionCommand *command)
{
  const char *party = pick_id (run, &coalition_kind_party);
  g_autoptr (GPtrArray) fields = coalition_campaign_list_fields (run->campaign, &coalition_kind_party);
  guint n_own = fields->len - coalition_kind_party.n_fields;
  g_auto (CoalitionValue) value = COALITION_VALUE_INIT;

  if (n_own == 0 || party == NULL)
    return;
  if (pick (run, 4) > 0)
    pick_value (run, fields->pdata[coalition_kind_party.n_fields + pick (run, n_own)], &value);
  coalition_command_set (command, &coalition_kind_party, party, fields->pdata[coalition_kind_party.n_fields + pick (run, n_own)], &value);
}

static CoalitionCommand *
make_command (Run *run)
{
  CoalitionCommand *command = coalition_command_new ("Step %s", pick_word (run), NULL);
  const char *party, *view;

  g_hash_table_remove_all (run->fresh);
  for (int i = pick (run, 6); i >= 0; i--)
    switch (pick (run, 10))
      {
      case 0:
      case 1:
      case 2:
      case 3:
        insert_something (run, command);
        break;
      case 4:
      case 5:
      case 6:
        update_something (run, command);
        break;
      case 7:
        delete_something (run, command);
        break;
      case 8:
        view = pick_id (run, &coalition_kind_view);
        party = pick_id (run, &coalition_kind_party);
        if (party != NULL)
          coalition_command_set_position (command, view, party, pick (run, 1000), -0.25 * pick (run, 1000), pick (run, 2));
        break;
      default:
        set_own (run, command);
        break;
      }

  return command;
}

static char *
write_record (CoalitionRecord *record)
{
  const CoalitionKind *kind = coalition_record_get_kind (record);
  GString *line = g_string_new (kind->name);

  g_string_append_printf (line, " %s", coalition_record_get_id (record));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CoalitionValue *value = coalition_record_get_value (record, i);
      g_autofree char *text = coalition_value_to_text (value);
      g_autofree char *escaped = g_strescape (text != NULL ? text : "", NULL);

      g_string_append_printf (line, " %d:%s", value->type, escaped);
    }

  return g_string_free (line, FALSE);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Everything that a campaign holds, a line for each record: in the order of its lists, or sorted. */
static char *
write_content (Run               *run,
               CoalitionCampaign *campaign,
               gboolean           sorted)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < run->n_kinds; i++)
    {
      GListModel *records = coalition_campaign_get_records (campaign, run->kinds[i]);

      for (guint j = 0; j < g_list_model_get_n_items (records); j++)
        {
          g_autoptr (CoalitionRecord) record = g_list_model_get_item (records, j);

          g_ptr_array_add (lines, write_record (record));
        }
    }
  if (sorted)
    g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
assert_same (const char *content,
             const char *expected,
             const char *what)
{
  g_auto (GStrv) lines = NULL, wanted = NULL;

  if (g_str_equal (content, expected))
    return;
  lines = g_strsplit (content, "\n", -1);
  wanted = g_strsplit (expected, "\n", -1);
  for (guint i = 0; lines[i] != NULL || wanted[i] != NULL; i++)
    if (lines[i] == NULL || wanted[i] == NULL || !g_str_equal (lines[i], wanted[i]))
      g_error ("%s: found\n%s\nin the place of\n%s", what, lines[i] != NULL ? lines[i] : "nothing", wanted[i] != NULL ? wanted[i] : "nothing");
}

static char *
write_ids (GPtrArray *records)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (ids, "%s\n", coalition_record_get_id (records->pdata[i]));

  return g_string_free (ids, FALSE);
}

/* What is found by reference, by title and by words must be the same in a campaign that was just loaded. */
static void
assert_same_found (Run               *run,
                   CoalitionCampaign *loaded)
{
  for (guint i = 0; i < run->n_kinds; i++)
    for (guint j = 0; j < run->kinds[i]->n_fields; j++)
      {
        const CoalitionField *field = &run->kinds[i]->fields[j];
        const char *target = field->type == COALITION_FIELD_REFERENCE ? pick_id (run, &coalition_kind_party) : NULL;

        if (target != NULL)
          {
            g_autoptr (GPtrArray) here = coalition_campaign_get_referring (run->campaign, run->kinds[i], field->name, target);
            g_autoptr (GPtrArray) there = coalition_campaign_get_referring (loaded, run->kinds[i], field->name, target);
            g_autofree char *found = write_ids (here), *expected = write_ids (there);

            assert_same (found, expected, field->name);
          }
      }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GPtrArray) here = coalition_campaign_find_by_title (run->campaign, &coalition_kind_party, words[i]);
      g_autoptr (GPtrArray) there = coalition_campaign_find_by_title (loaded, &coalition_kind_party, words[i]);
      g_autofree char *found = write_ids (here), *expected = write_ids (there);

      assert_same (found, expected, words[i]);
    }
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  return strcmp (coalition_record_get_id ((*(CoalitionSearchHit *const *) a)->target),
                 coalition_record_get_id ((*(CoalitionSearchHit *const *) b)->target));
}

static void
assert_same_search (Run               *run,
                    CoalitionCampaign *loaded)
{
  const char *query = pick_word (run);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) here = coalition_campaign_search (run->campaign, query, 1000, &error);
  g_autoptr (GPtrArray) there = coalition_campaign_search (loaded, query, 1000, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (here->len, ==, there->len);
  g_ptr_array_sort (here, compare_hits);
  g_ptr_array_sort (there, compare_hits);
  for (guint i = 0; i < here->len; i++)
    g_assert_cmpint (compare_hits (&here->pdata[i], &there->pdata[i]), ==, 0);
}

static void
assert_as_stored (Run      *run,
                  gboolean  thoroughly)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CoalitionCampaign) loaded = coalition_campaign_load_snapshot (run->campaign, &error);
  g_autofree char *content = write_content (run, run->campaign, FALSE);
  g_autofree char *stored = NULL;

  g_assert_no_error (error);
  stored = write_content (run, loaded, FALSE);
  assert_same (content, stored, "in memory, but not in the database");
  assert_same_found (run, loaded);
  if (thoroughly)
    assert_same_search (run, loaded);
}

static void
assert_state (Run *run)
{
  g_autofree char *content = write_content (run, run->campaign, TRUE);

  assert_same (content, run->states->pdata[run->now], "not what it was");
  g_assert_true ((coalition_campaign_get_undo_label (run->campaign) != NULL) == (run->now > 0));
  g_assert_true ((coalition_campaign_get_redo_label (run->campaign) != NULL) == (run->now + 1 < run->states->len));
}

static void
edit (Run *run)
{
  g_autofree char *head = g_strdup (coalition_campaign_get_head (run->campaign));
  g_autoptr (GError) error = NULL;

  if (!coalition_campaign_run (run->campaign, make_command (run), &error))
    {
      g_assert_true (error->domain == COALITION_CAMPAIGN_ERROR);
      run->n_refused++;
    }
  if (g_str_equal (head, coalition_campaign_get_head (run->campaign)))
    return;
  g_ptr_array_set_size (run->states, run->now + 1);
  g_ptr_array_add (run->states, write_content (run, run->campaign, TRUE));
  run->now++;
}

static void
undo (Run *run)
{
  g_autoptr (GError) error = NULL;
  gboolean done = coalition_campaign_undo (run->campaign, &error);

  g_assert_true (done == (run->now > 0));
  if (!done)
    {
      g_assert_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_NOTHING);
      return;
    }
  run->now--;
  run->n_undone++;
}

static void
redo (Run *run)
{
  g_autoptr (GError) error = NULL;
  gboolean done = coalition_campaign_redo (run->campaign, &error);

  g_assert_true (done == (run->now + 1 < run->states->len));
  if (!done)
    g_assert_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_NOTHING);
  else
    run->now++;
}

static void
reopen (Run *run)
{
  g_autoptr (GError) error = NULL;

  coalition_campaign_close (run->campaign, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (g_steal_pointer (&run->campaign));
  run->campaign = coalition_campaign_load (run->path, &error);
  g_assert_no_error (error);
}

static void
begin (Run     *run,
       guint32  seed)
{
  g_autoptr (GError) error = NULL;

  run->rand = g_rand_new_with_seed (seed);
  run->directory = g_dir_make_tmp ("coalition-test-XXXXXX", &error);
  g_assert_no_error (error);
  run->path = g_build_filename (run->directory, "campaign.db", NULL);
  run->campaign = coalition_campaign_create (run->path, "Fair Rents", "Harbor Legal Clinic", &error);
  g_assert_no_error (error);
  run->kinds = coalition_kinds_get_all (&run->n_kinds);
  run->fresh = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  run->states = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (run->states, write_content (run, run->campaign, TRUE));
}

static void
end (Run *run)
{
  g_autoptr (GError) error = NULL;
  g_auto (CoalitionFileCheck) check = { 0 };

  coalition_campaign_close (run->campaign, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (run->campaign);
  coalition_campaign_check_file (run->path, &check, &error);
  g_assert_no_error (error);
  g_unlink (run->path);
  g_assert_cmpint (g_rmdir (run->directory), ==, 0);
  g_ptr_array_unref (run->states);
  g_hash_table_unref (run->fresh);
  g_rand_free (run->rand);
  g_free (run->directory);
  g_free (run->path);
}

static void
test_seed (gconstpointer data)
{
  guint32 seed = GPOINTER_TO_UINT (data);
  Run run = { 0 };

  g_test_message ("seed %u", seed);
  begin (&run, seed);
  for (int step = 0; step < STEPS; step++)
    {
      int what = pick (&run, 20);

      if (what < 11)
        edit (&run);
      else if (what < 15)
        undo (&run);
      else if (what < 18)
        redo (&run);
      else if (what < 19)
        for (int i = pick (&run, 30); i > 0; i--)
          undo (&run);
      else if (pick (&run, 4) == 0)
        reopen (&run);
      else
        for (int i = pick (&run, 30); i > 0; i--)
          redo (&run);
      if (step % STEPS_TO_LOAD == 0)
        assert_as_stored (&run, step % 10 == 0);
      assert_state (&run);
    }
  while (run.now > 0)
    undo (&run);
  assert_state (&run);
  while (run.now + 1 < run.states->len)
    redo (&run);
  assert_state (&run);
  assert_as_stored (&run, TRUE);
  g_test_message ("%u undone, %u commands refused", run.n_undone, run.n_refused);
  /* Were most of the commands refused, little would be tested. */
  g_assert_cmpuint (run.n_refused, <, STEPS / 4);
  g_assert_cmpuint (run.n_undone, >, STEPS / 10);
  end (&run);
}

int
main (int    argc,
      char **argv)
{
  const char *other = g_getenv ("COALITION_HISTORY_SEED");

  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= 3 && other == NULL; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/history/random/%u", seed);

      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_seed);
    }
  if (other != NULL)
    g_test_add_data_func ("/history/random/other", GUINT_TO_POINTER ((guint) g_ascii_strtoull (other, NULL, 10)), test_seed);

  return g_test_run ();
}
