/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the panels know without a display: texts of fields, life of agreements, the list of parties. */

#include "coalition-agreement-text.h"
#include "coalition-field-text.h"
#include "coalition-party-model.h"
#include "coalition-party-section.h"
#include "coalition-shape.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  CoalitionCampaign *campaign;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("coalition-panels-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "c.coalition", NULL);
  fixture->campaign = coalition_campaign_create (path, "Fair Schedules", "Clinic", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_assert_true (coalition_campaign_close (fixture->campaign, &error));
  g_assert_no_error (error);
  g_clear_object (&fixture->campaign);
  folder = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static void
run (Fixture          *fixture,
     CoalitionCommand *command)
{
  g_autoptr (GError) error = NULL;

  coalition_campaign_run (fixture->campaign, command, &error);
  g_assert_no_error (error);
}

static char *add (Fixture *fixture, const CoalitionKind *kind, ...) G_GNUC_NULL_TERMINATED;

/* Adds a record from pairs of field and text. */
static char *
add (Fixture             *fixture,
     const CoalitionKind *kind,
     ...)
{
  CoalitionCommand *command = coalition_command_new ("Add", NULL);
  char *id = g_strdup (coalition_command_insert (command, kind, NULL));
  const char *field;
  va_list pairs;

  va_start (pairs, kind);
  while ((field = va_arg (pairs, const char *)) != NULL)
    {
      g_auto (CoalitionValue) value = COALITION_VALUE_INIT;
      g_autoptr (GError) error = NULL;

      coalition_field_parse (coalition_kind_find_field (kind, field), va_arg (pairs, const char *), &value, &error);
      g_assert_no_error (error);
      coalition_command_set (command, kind, id, coalition_kind_find_field (kind, field), &value);
    }
  va_end (pairs);
  run (fixture, command);

  return id;
}

static void
set (Fixture             *fixture,
     const CoalitionKind *kind,
     const char          *id,
     const char          *field,
     const char          *text)
{
  CoalitionCommand *command = coalition_command_new ("Set", NULL);

  coalition_command_set_text (command, kind, id, field, text);
  run (fixture, command);
}

/* Whatever stands in an entry must read back as the value that it stands for: for every field of every kind. */
static void
test_edit_text (void)
{
  guint n_kinds, tried = 0;
  const CoalitionKind *const *kinds = coalition_kinds_get_all (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    for (guint j = 0; j < kinds[i]->n_fields; j++)
      {
        const CoalitionField *field = &kinds[i]->fields[j];
        const char *samples[4] = { "Café “du Nord”, 3rd floor", "two\nlines", NULL };

        if (field->type == COALITION_FIELD_CHOICE)
          samples[0] = field->choices != NULL ? field->choices[0].key : "own", samples[1] = NULL;
        else if (field->type == COALITION_FIELD_DATE)
          samples[0] = "2026-11-21", samples[1] = "2026-11", samples[2] = "2026", samples[3] = NULL;
        else if (field->type == COALITION_FIELD_BOOLEAN)
          samples[0] = "yes", samples[1] = "no";
        else if (field->type == COALITION_FIELD_INTEGER)
          samples[0] = field->minimum > 3 ? "50" : "3", samples[1] = NULL;
        else if (field->type == COALITION_FIELD_REAL)
          samples[0] = "0.1", samples[1] = "1234567.25", samples[2] = "-3", samples[3] = NULL;
        else if (field->type != COALITION_FIELD_LONG_TEXT)
          samples[1] = NULL;
        for (guint k = 0; k < G_N_ELEMENTS (samples) && samples[k] != NULL; k++, tried++)
          {
            g_auto (CoalitionValue) value = COALITION_VALUE_INIT, again = COALITION_VALUE_INIT;
            g_autoptr (GError) error = NULL;
            g_autofree char *text = NULL;

            g_assert_true (coalition_field_parse (field, samples[k], &value, &error));
            g_assert_no_error (error);
            text = coalition_field_edit_text (field, &value);
            g_assert_true (coalition_field_read_text (field, text, &again, &error));
            g_assert_no_error (error);
            g_assert_true (coalition_value_equal (&value, &again));
          }
      }
  g_assert_cmpuint (tried, >, 100);
}

static void
test_read_text (void)
{
  const CoalitionField *name = coalition_kind_find_field (&coalition_kind_party, "name");
  const CoalitionField *start = coalition_kind_find_field (&coalition_kind_agreement, "start");
  g_auto (CoalitionValue) value = COALITION_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  /* What cannot be taken leaves the value alone. */
  coalition_value_set_text (&value, "Clinic");
  g_assert_false (coalition_field_read_text (name, "  ", &value, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (value.text, ==, "Clinic");
  g_clear_error (&error);
  g_assert_false (coalition_field_read_text (start, "the day after", &value, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (value.text, ==, "Clinic");
  g_clear_error (&error);
  g_assert_true (coalition_field_read_text (start, "", &value, &error));
  g_assert_cmpint (value.type, ==, COALITION_VALUE_NULL);
}

static void
test_tooltip (void)
{
  g_autofree char *open = coalition_field_tooltip (coalition_kind_find_field (&coalition_kind_party, "role"));
  g_autofree char *private = coalition_field_tooltip (coalition_kind_find_field (&coalition_kind_party, "reach"));
  g_autofree char *only_private = coalition_field_tooltip (coalition_kind_find_field (&coalition_kind_party, "notes"));

  g_assert_null (strstr (open, "Private"));
  g_assert_nonnull (strstr (private, "\nPrivate"));
  g_assert_true (g_str_has_prefix (only_private, "Private"));
}

static void
test_summary (Fixture      *fixture,
              gconstpointer data)
{
  static const char *const skip[] = { "agreement", "party", "direction", NULL };
  static const struct { const char *first, *second, *caption; } samples[] = {
    { "stance", "2", "Skeptic" },
    { "gatekeeper", "1", "yes" },
    { "2027-03-01", "2027-02", "Due: 1\u00a0Mar\u00a02027 · Done on: Feb\u00a02027" },
    { "2027-03-01", "partly", "Did we enjoy it? Partly" },
  };
  g_autofree char *party = add (fixture, &coalition_kind_party, "name", "House", NULL);
  g_autofree char *agreement = add (fixture, &coalition_kind_agreement, "name", "Rooms", NULL);
  g_autofree char *contribution = add (fixture, &coalition_kind_contribution, "agreement", agreement, "party", party,
                                       "direction", "brings", "description", "Lawyers", "amount", "4", "unit", "hours", NULL);
  g_autofree char *judgement = add (fixture, &coalition_kind_judgement, "party", party, "aspect", "influence", "value", "3", NULL);
  g_autofree char *title = NULL, *caption = NULL;

  coalition_record_summarize (fixture->campaign, coalition_campaign_find_record (fixture->campaign, contribution), skip,
                              &title, &caption);
  g_assert_cmpstr (title, ==, "Lawyers");
  g_assert_cmpstr (caption, ==, "4\u00a0hours");
  g_clear_pointer (&title, g_free);
  g_clear_pointer (&caption, g_free);
  coalition_record_summarize (fixture->campaign, coalition_campaign_find_record (fixture->campaign, judgement), NULL,
                              &title, &caption);
  g_assert_cmpstr (title, ==, "House");
  g_assert_cmpstr (caption, ==, "Influence · 3 of 5");

  /* Numbers that stand for words are said in words, dates and answers with what they are the date of or answer to. */
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *id = i < 2 ? add (fixture, &coalition_kind_judgement, "party", party, "aspect", samples[i].first,
                                         "value", samples[i].second, NULL)
                            : i == 2 ? add (fixture, &coalition_kind_task, "agreement", agreement, "name", "Flyers",
                                            "due", samples[i].first, "done_on", samples[i].second, NULL)
                                     : add (fixture, &coalition_kind_review, "agreement", agreement, "held_on", samples[i].first,
                                            "enjoyed", samples[i].second, NULL);

      g_clear_pointer (&title, g_free);
      g_clear_pointer (&caption, g_free);
      coalition_record_summarize (fixture->campaign, coalition_campaign_find_record (fixture->campaign, id), skip, &title, &caption);
      g_assert_cmpstr (caption, ==, samples[i].caption);
    }
}

static void
test_agreement (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *id = add (fixture, &coalition_kind_agreement, "name", "Rooms", "review_due", "2026-11-09", NULL);
  CoalitionRecord *agreement = coalition_campaign_find_record (fixture->campaign, id);

  g_assert_cmpint (coalition_agreement_get_stage (agreement), ==, COALITION_AGREEMENT_COMING);
  g_assert_cmpint (coalition_agreement_days_late (agreement, "2026-11-21"), ==, 12);
  g_assert_cmpint (coalition_agreement_days_late (agreement, "2026-11-09"), ==, 0);
  set (fixture, &coalition_kind_agreement, id, "status", "review");
  g_assert_cmpint (coalition_agreement_get_stage (agreement), ==, COALITION_AGREEMENT_ACTIVE);
  set (fixture, &coalition_kind_agreement, id, "status", "ended");
  g_assert_cmpint (coalition_agreement_get_stage (agreement), ==, COALITION_AGREEMENT_ENDED);
  g_assert_cmpint (coalition_agreement_days_late (agreement, "2026-11-21"), ==, 0);
}

/* The list as words, headings in brackets. */
static char *
spell (CoalitionPartyModel *model)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (model), i);

      if (COALITION_IS_PARTY_SECTION (item))
        g_string_append_printf (text, "[%d:%u]", coalition_party_section_get_level (COALITION_PARTY_SECTION (item)),
                                coalition_party_section_get_count (COALITION_PARTY_SECTION (item)));
      else
        g_string_append_printf (text, "%s ", coalition_record_get_title (COALITION_RECORD (item)));
    }

  return g_string_free (text, FALSE);
}

#define assert_spells(model, expected) \
  G_STMT_START { g_autofree char *spelled_ = spell (model); g_assert_cmpstr (spelled_, ==, expected); } G_STMT_END

static void
mirror_cb (GListModel *model,
           guint       position,
           guint       removed,
           guint       added,
           GPtrArray  *mirror)
{
  g_ptr_array_remove_range (mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (mirror, position + i, g_list_model_get_item (model, position + i));
}

static void
test_party_model (Fixture      *fixture,
                  gconstpointer data)
{
  g_autofree char *union_id = add (fixture, &coalition_kind_party, "name", "Union", "level", "organization", "kind", "union", NULL);
  g_autofree char *ada = add (fixture, &coalition_kind_party, "name", "ada", "level", "connector", NULL);
  g_autofree char *cleaners = add (fixture, &coalition_kind_party, "name", "Cleaners 10", "level", "affected", "place", "Élm Street", NULL);
  g_autofree char *nine = add (fixture, &coalition_kind_party, "name", "Cleaners 9", "level", "affected", NULL);
  g_autoptr (CoalitionPartyModel) model = coalition_party_model_new (fixture->campaign);
  g_autoptr (GPtrArray) mirror = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *tie = NULL, *tag = NULL, *link = NULL;
  CoalitionCommand *command;

  mirror_cb (G_LIST_MODEL (model), 0, 0, g_list_model_get_n_items (G_LIST_MODEL (model)), mirror);
  g_signal_connect (model, "items-changed", G_CALLBACK (mirror_cb), mirror);
  assert_spells (model, "[0:2]Cleaners 9 Cleaners 10 [1:1]ada [2:2]Clinic Union ");
  coalition_party_model_fold (model, COALITION_LEVEL_AFFECTED, TRUE);
  assert_spells (model, "[0:2][1:1]ada [2:2]Clinic Union ");
  coalition_party_model_fold (model, COALITION_LEVEL_AFFECTED, FALSE);
  set (fixture, &coalition_kind_party, ada, "name", "Zoe");
  set (fixture, &coalition_kind_party, ada, "level", "organization");
  assert_spells (model, "[0:2]Cleaners 9 Cleaners 10 [2:3]Clinic Union Zoe ");
  coalition_party_model_set_grouped (model, FALSE);
  assert_spells (model, "Cleaners 9 Cleaners 10 Clinic Union Zoe ");
  tie = add (fixture, &coalition_kind_tie, "from", ada, "to", nine, NULL);
  coalition_party_model_set_sort (model, COALITION_PARTY_SORT_TIES);
  assert_spells (model, "Cleaners 9 Zoe Cleaners 10 Clinic Union ");
  coalition_party_model_set_sort (model, COALITION_PARTY_SORT_KIND);
  assert_spells (model, "Union Cleaners 9 Cleaners 10 Clinic Zoe ");
  coalition_party_model_set_sort (model, COALITION_PARTY_SORT_RECENT);
  set (fixture, &coalition_kind_party, cleaners, "notes", "seen");
  assert_spells (model, "Cleaners 10 Zoe Cleaners 9 Clinic Union ");
  coalition_party_model_set_query (model, "elm clean");
  assert_spells (model, "Cleaners 10 ");
  g_assert_cmpuint (coalition_party_model_get_shown (model), ==, 1);
  g_assert_cmpuint (coalition_party_model_get_total (model), ==, 5);

  /* A tag is searched as soon as it is there. */
  coalition_party_model_set_query (model, "founder");
  assert_spells (model, "");
  tag = add (fixture, &coalition_kind_tag, "name", "Founders", NULL);
  link = coalition_party_tag_id (union_id, tag);
  command = coalition_command_new ("Tag", NULL);
  coalition_command_insert (command, &coalition_kind_party_tag, link);
  coalition_command_set_text (command, &coalition_kind_party_tag, link, "party", union_id);
  coalition_command_set_text (command, &coalition_kind_party_tag, link, "tag", tag);
  run (fixture, command);
  assert_spells (model, "Union ");
  command = coalition_command_new ("Delete", NULL);
  coalition_command_delete (command, &coalition_kind_party, union_id);
  run (fixture, command);
  assert_spells (model, "");
  coalition_party_model_set_query (model, NULL);

  /* Who only listened to "items-changed" holds the same list. */
  g_assert_cmpuint (mirror->len, ==, g_list_model_get_n_items (G_LIST_MODEL (model)));
  for (guint i = 0; i < mirror->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (model), i);

      g_assert_true (item == mirror->pdata[i]);
    }
}

static void
test_level (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *id = add (fixture, &coalition_kind_party, "name", "Unknown", NULL);
  CoalitionRecord *party = coalition_campaign_find_record (fixture->campaign, id);

  g_assert_cmpint (coalition_level_of_party (party), ==, COALITION_LEVEL_ORGANIZATION);
  set (fixture, &coalition_kind_party, id, "level", "affected");
  g_assert_cmpint (coalition_level_of_party (party), ==, COALITION_LEVEL_AFFECTED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/panels/field/edit-text", test_edit_text);
  g_test_add_func ("/panels/field/read-text", test_read_text);
  g_test_add_func ("/panels/field/tooltip", test_tooltip);
  g_test_add ("/panels/summary", Fixture, NULL, set_up, test_summary, tear_down);
  g_test_add ("/panels/agreement", Fixture, NULL, set_up, test_agreement, tear_down);
  g_test_add ("/panels/party-model", Fixture, NULL, set_up, test_party_model, tear_down);
  g_test_add ("/panels/level", Fixture, NULL, set_up, test_level, tear_down);

  return g_test_run ();
}
