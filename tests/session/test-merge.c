/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-session.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  CoalitionDocument *document;
  CoalitionSession *session;
  CoalitionCampaign *campaign;
  GString *told;
} Fixture;

static void
error_cb (CoalitionSession *session,
          const char       *title,
          const char       *message,
          Fixture          *fixture)
{
  g_string_append_printf (fixture->told, "error:%s %s;", title, message);
}

static void
settle (Fixture *fixture)
{
  gboolean busy;

  do
    {
      g_object_get (fixture->session, "busy", &busy, NULL);
      if (busy)
        g_main_context_iteration (NULL, TRUE);
    }
  while (busy);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpstr (fixture->told->str, ==, "");
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->document = coalition_document_create (NULL, "Rents", "Us", FALSE, &error);
  g_assert_no_error (error);
  fixture->session = coalition_session_new (fixture->document);
  fixture->campaign = coalition_session_get_campaign (fixture->session);
  fixture->told = g_string_new (NULL);
  g_signal_connect (fixture->session, "error", G_CALLBACK (error_cb), fixture);
  settle (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  settle (fixture);
  g_assert_finalize_object (fixture->session);
  g_assert_true (coalition_document_close (fixture->document, &error));
  g_object_unref (fixture->document);
  g_string_free (fixture->told, TRUE);
}

/* Everything in the campaign, in its order. */
static char *
dump (Fixture *fixture)
{
  guint n_kinds;
  const CoalitionKind *const *kinds = coalition_kinds_get_all (&n_kinds);
  GString *result = g_string_new (NULL);

  for (guint i = 0; i < n_kinds; i++)
    {
      GListModel *list = coalition_campaign_get_records (fixture->campaign, kinds[i]);

      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr (CoalitionRecord) record = g_list_model_get_item (list, j);

          g_string_append_printf (result, "%s %s", kinds[i]->name, coalition_record_get_id (record));
          for (guint k = 0; k < kinds[i]->n_fields; k++)
            {
              g_autofree char *text = coalition_value_to_text (coalition_record_get_value (record, k));

              g_string_append_printf (result, " %s=%s", kinds[i]->fields[k].name, text != NULL ? text : "-");
            }
          g_string_append_c (result, '\n');
        }
    }

  return g_string_free (result, FALSE);
}

static CoalitionRecord *
find (Fixture             *fixture,
      const CoalitionKind *kind,
      const char          *id)
{
  return coalition_campaign_get_record (fixture->campaign, kind, id);
}

static guint
count (Fixture             *fixture,
       const CoalitionKind *kind)
{
  return g_list_model_get_n_items (coalition_campaign_get_records (fixture->campaign, kind));
}

/* Inserts a record whose texts are given in pairs; returns its id. */
static char *
insert (CoalitionCommand    *command,
        const CoalitionKind *kind,
        const char          *id,
        ...)
{
  const char *field, *text;
  char *result = g_strdup (coalition_command_insert (command, kind, id));
  va_list texts;

  va_start (texts, id);
  while ((field = va_arg (texts, const char *)) != NULL)
    {
      g_auto (CoalitionValue) value = COALITION_VALUE_INIT;
      g_autoptr (GError) error = NULL;

      text = va_arg (texts, const char *);
      g_assert_true (coalition_field_parse (coalition_kind_find_field (kind, field), text, &value, &error));
      coalition_command_set (command, kind, result, coalition_kind_find_field (kind, field), &value);
    }
  va_end (texts);

  return result;
}

static void
run (Fixture          *fixture,
     CoalitionCommand *command)
{
  coalition_session_run (fixture->session, command, NULL);
  settle (fixture);
}

static void
merge (Fixture    *fixture,
       const char *kept,
       const char *other)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_auto (GStrv) lines = NULL;

  g_ptr_array_add (others, find (fixture, &coalition_kind_party, other));
  lines = coalition_session_describe_merge (fixture->session, find (fixture, &coalition_kind_party, kept), others);
  g_assert_cmpuint (g_strv_length (lines) % 2, ==, 0);
  coalition_session_merge_parties (fixture->session, find (fixture, &coalition_kind_party, kept), others);
  settle (fixture);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char **) a, *(char **) b);
}

static char *
sort_lines (char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  qsort (lines, g_strv_length (lines), sizeof (char *), compare_lines);
  g_free (text);

  return g_strjoinv ("\n", lines);
}

/* Every field of every record is as it was; records that come back stand behind those that stayed. */
static void
check_undo (Fixture    *fixture,
            const char *before)
{
  g_autofree char *wanted = sort_lines (g_strdup (before));
  g_autofree char *merged = sort_lines (dump (fixture));
  g_autofree char *undone = NULL, *redone = NULL;

  g_assert_cmpstr (merged, !=, wanted);
  coalition_session_undo (fixture->session);
  settle (fixture);
  undone = sort_lines (dump (fixture));
  g_assert_cmpstr (undone, ==, wanted);
  coalition_session_redo (fixture->session);
  settle (fixture);
  redone = sort_lines (dump (fixture));
  g_assert_cmpstr (redone, ==, merged);
}

static void
set_required (CoalitionCommand    *command,
              const CoalitionKind *kind,
              const char          *id,
              GHashTable          *first)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CoalitionField *field = &kind->fields[i];

      if (!(field->flags & COALITION_FIELD_REQUIRED))
        continue;
      switch (field->type)
        {
        case COALITION_FIELD_TEXT:
        case COALITION_FIELD_LONG_TEXT:
          coalition_command_set_text (command, kind, id, field->name, "words");
          break;
        case COALITION_FIELD_CHOICE:
          coalition_command_set_text (command, kind, id, field->name, field->choices[0].key);
          break;
        case COALITION_FIELD_DATE:
          coalition_command_set_text (command, kind, id, field->name, "2026-01-01");
          break;
        case COALITION_FIELD_BOOLEAN:
        case COALITION_FIELD_INTEGER:
          coalition_command_set_integer (command, kind, id, field->name, 1);
          break;
        case COALITION_FIELD_REAL:
          coalition_command_set_real (command, kind, id, field->name, 1);
          break;
        case COALITION_FIELD_REFERENCE:
          coalition_command_set_text (command, kind, id, field->name, g_hash_table_lookup (first, field->target));
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

/* A record of every kind for every way in which it can refer to a party: after the merge none refers to the other any
 * more, none is lost, and one undo brings back everything. */
static void
test_every_kind_follows (Fixture       *fixture,
                         gconstpointer  data)
{
  guint n_kinds, n_before, n_after = 0;
  const CoalitionKind *const *kinds = coalition_kinds_get_all (&n_kinds);
  CoalitionCommand *command = coalition_command_new ("Everything", NULL);
  g_autoptr (GHashTable) first = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *kept = insert (command, &coalition_kind_party, "the-kept", "name", "Tenants", NULL);
  g_autofree char *other = insert (command, &coalition_kind_party, "the-other", "name", "Tenants’ group", NULL);
  g_autofree char *third = insert (command, &coalition_kind_party, "the-third", "name", "Landlord", NULL);
  g_autofree char *before = NULL, *after = NULL;

  g_hash_table_insert (first, (char *) "party", g_strdup (third));
  g_hash_table_insert (first, (char *) "*", g_strdup (third));
  g_hash_table_insert (first, (char *) "view", g_strdup (coalition_record_get_id (coalition_campaign_get_view (fixture->campaign))));
  for (guint i = 0; i < n_kinds; i++)
    for (guint j = 0; j < kinds[i]->n_fields; j++)
      {
        const CoalitionField *field = &kinds[i]->fields[j];
        gboolean refers = field->type == COALITION_FIELD_REFERENCE && (g_str_equal (field->target, "party") || g_str_equal (field->target, "*"));

        if (kinds[i] == &coalition_kind_campaign)
          continue;
        /* One that others can refer to, and one for each way. */
        if (j == 0 && !g_hash_table_contains (first, kinds[i]->name))
          {
            char *id = g_strdup_printf ("%s-first", kinds[i]->name);

            coalition_command_insert (command, kinds[i], id);
            set_required (command, kinds[i], id, first);
            g_hash_table_insert (first, (char *) kinds[i]->name, id);
          }
        if (refers)
          {
            char *id = kinds[i] == &coalition_kind_position    ? coalition_position_id (g_hash_table_lookup (first, "view"), other)
                       : kinds[i] == &coalition_kind_party_tag ? coalition_party_tag_id (other, g_hash_table_lookup (first, "tag"))
                       : kinds[i] == &coalition_kind_own_value ? coalition_own_value_id (g_hash_table_lookup (first, "own-field"), other)
                                                               : g_strdup_printf ("%s-%s", kinds[i]->name, field->name);

            coalition_command_insert (command, kinds[i], id);
            set_required (command, kinds[i], id, first);
            coalition_command_set_text (command, kinds[i], id, field->name, other);
            g_ptr_array_add (ids, id);
          }
      }
  coalition_command_set_text (command, &coalition_kind_campaign,
                              coalition_record_get_id (coalition_campaign_get_campaign (fixture->campaign)), "us", other);
  run (fixture, command);
  before = dump (fixture);
  n_before = 0;
  for (guint i = 0; i < n_kinds; i++)
    n_before += count (fixture, kinds[i]);

  merge (fixture, kept, other);
  after = dump (fixture);
  g_assert_null (strstr (after, "the-other"));
  for (guint i = 0; i < n_kinds; i++)
    n_after += count (fixture, kinds[i]);
  g_assert_cmpuint (n_after, ==, n_before - 1);
  g_assert_cmpstr (coalition_record_get_id (coalition_campaign_get_us (fixture->campaign)), ==, kept);
  for (guint i = 0; i < ids->len; i++)
    if (strstr (ids->pdata[i], "the-other") == NULL)
      g_assert_nonnull (coalition_campaign_find_record (fixture->campaign, ids->pdata[i]));
  check_undo (fixture, before);
}

static void
test_twice_is_folded (Fixture       *fixture,
                      gconstpointer  data)
{
  CoalitionCommand *command = coalition_command_new ("Twice", NULL);
  const char *view = coalition_record_get_id (coalition_campaign_get_view (fixture->campaign));
  g_autofree char *before = NULL, *own_tie = NULL, *own_kept = NULL;
  CoalitionRecord *record;
  double x;
  gint64 people;

#define INSERT(kind, id, ...) g_free (insert (command, &coalition_kind_##kind, id, __VA_ARGS__, NULL))
  INSERT (party, "a", "name", "A", "place", "Weston", "notes", "Of A", "level", "organization");
  INSERT (party, "b", "name", "B", "place", "Eastside", "notes", "Of B", "role", "They know all", "introduced_by", "a");
  INSERT (party, "c", "name", "C", "introduced_by", "b");
  /* Between the two: goes. */
  INSERT (tie, "between", "from", "b", "to", "a", "kind", "knows");
  /* The same: one, and what the other knew besides is taken over. */
  INSERT (tie, "same-a", "from", "a", "to", "c", "kind", "knows", "strength", "3");
  INSERT (tie, "same-b", "from", "b", "to", "c", "kind", "knows", "source", "Ann");
  INSERT (tie, "mutual-b", "from", "c", "to", "b", "kind", "refers", "direction", "mutual");
  INSERT (tie, "mutual-a", "from", "a", "to", "c", "kind", "refers", "direction", "mutual");
  /* Of two strengths: both stay, as does one the other way. */
  INSERT (tie, "strong-b", "from", "b", "to", "c", "kind", "knows", "strength", "1");
  INSERT (tie, "back-b", "from", "c", "to", "b", "kind", "knows");
  INSERT (own_field, "f", "name", "Own", "kind", "tie", "type", "text");
  INSERT (own_field, "g", "name", "Own", "kind", "party", "type", "text");
  own_tie = coalition_own_value_id ("f", "same-a");
  own_kept = coalition_own_value_id ("g", "a");
  g_free (insert (command, &coalition_kind_own_value, "f/same-b", "field", "f", "record", "same-b", "value", "of the tie", NULL));
  g_free (insert (command, &coalition_kind_own_value, own_kept, "field", "g", "record", "a", "value", "of A", NULL));
  g_free (insert (command, &coalition_kind_own_value, "g/b", "field", "g", "record", "b", "value", "of B", NULL));
  coalition_command_set_position (command, view, "a", 1, 2, TRUE);
  coalition_command_set_position (command, view, "b", 3, 4, TRUE);
  INSERT (tag, "t", "name", "T");
  INSERT (party_tag, "a/t", "party", "a", "tag", "t");
  INSERT (party_tag, "b/t", "party", "b", "tag", "t");
  INSERT (forum, "lunch", "name", "Lunch");
  INSERT (forum_member, "member-a", "forum", "lunch", "party", "a", "since", "2020");
  INSERT (forum_member, "member-b", "forum", "lunch", "party", "b", "role", "chair");
  INSERT (forum_member, "again-b", "forum", "lunch", "party", "b", "since", "2024");
  INSERT (meeting, "noon", "forum", "lunch", "held_on", "2026-01-02");
  INSERT (attendance, "came-a", "meeting", "noon", "party", "a");
  INSERT (attendance, "came-b", "meeting", "noon", "party", "b", "people", "4");
  INSERT (agreement, "room", "name", "A room");
  INSERT (agreement_party, "signs-a", "agreement", "room", "party", "a", "contact", "Ann");
  INSERT (agreement_party, "signs-b", "agreement", "room", "party", "b", "contact", "Bob", "signed_by", "Chair");
  INSERT (judgement, "judged-a", "party", "a", "aspect", "influence", "value", "2", "judged_on", "2025");
  INSERT (judgement, "judged-b", "party", "b", "aspect", "influence", "value", "2", "judged_on", "2025");
#undef INSERT
  run (fixture, command);
  before = dump (fixture);
  coalition_session_select (fixture->session, find (fixture, &coalition_kind_party, "b"), FALSE);

  merge (fixture, "a", "b");
  g_assert_null (find (fixture, &coalition_kind_party, "b"));
  g_assert_null (coalition_session_get_current (fixture->session));
  record = find (fixture, &coalition_kind_party, "a");
  g_assert_cmpstr (coalition_record_get_text (record, "name"), ==, "A");
  g_assert_cmpstr (coalition_record_get_text (record, "place"), ==, "Weston");
  g_assert_cmpstr (coalition_record_get_text (record, "role"), ==, "They know all");
  g_assert_cmpstr (coalition_record_get_text (record, "notes"), ==, "Of A\n\nOf B");
  g_assert_null (coalition_record_get_text (record, "introduced_by"));
  g_assert_cmpstr (coalition_record_get_text (find (fixture, &coalition_kind_party, "c"), "introduced_by"), ==, "a");

  g_assert_null (find (fixture, &coalition_kind_tie, "between"));
  g_assert_null (find (fixture, &coalition_kind_tie, "same-b"));
  g_assert_cmpstr (coalition_record_get_text (find (fixture, &coalition_kind_tie, "same-a"), "source"), ==, "Ann");
  g_assert_null (find (fixture, &coalition_kind_tie, "mutual-b"));
  g_assert_cmpstr (coalition_record_get_text (find (fixture, &coalition_kind_tie, "strong-b"), "from"), ==, "a");
  g_assert_cmpstr (coalition_record_get_text (find (fixture, &coalition_kind_tie, "back-b"), "to"), ==, "a");
  g_assert_cmpuint (count (fixture, &coalition_kind_tie), ==, 4);
  g_assert_cmpstr (coalition_record_get_text (find (fixture, &coalition_kind_own_value, own_tie), "value"), ==, "of the tie");
  g_assert_cmpstr (coalition_record_get_text (find (fixture, &coalition_kind_own_value, own_kept), "value"), ==, "of A");
  g_assert_cmpuint (count (fixture, &coalition_kind_own_value), ==, 2);

  g_assert_true (coalition_record_get_real (coalition_campaign_get_position (fixture->campaign, "a"), "x", &x));
  g_assert_cmpfloat (x, ==, 1);
  g_assert_cmpuint (count (fixture, &coalition_kind_party_tag), ==, 1);
  g_assert_cmpuint (count (fixture, &coalition_kind_forum_member), ==, 2);
  g_assert_cmpstr (coalition_record_get_text (find (fixture, &coalition_kind_forum_member, "member-a"), "role"), ==, "chair");
  g_assert_cmpuint (count (fixture, &coalition_kind_attendance), ==, 1);
  g_assert_true (coalition_record_get_integer (find (fixture, &coalition_kind_attendance, "came-a"), "people", &people));
  g_assert_cmpint (people, ==, 4);
  g_assert_cmpuint (count (fixture, &coalition_kind_agreement_party), ==, 1);
  g_assert_cmpstr (coalition_record_get_text (find (fixture, &coalition_kind_agreement_party, "signs-a"), "contact"), ==, "Ann; Bob");
  g_assert_cmpstr (coalition_record_get_text (find (fixture, &coalition_kind_agreement_party, "signs-a"), "signed_by"), ==, "Chair");
  g_assert_cmpuint (count (fixture, &coalition_kind_judgement), ==, 2);
  check_undo (fixture, before);
}

/* Conditions and collapsed groups of a view name parties within texts; as in them, ids may begin with others. */
static void
test_views_follow (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char *const near[] = { "2", "b", "bb", NULL };
  static const char *const groups[] = { "level:organization", "chosen:a,b,bb", NULL };
  CoalitionCommand *command = coalition_command_new ("Views", NULL);
  g_autoptr (CoalitionFilter) filter = coalition_filter_new (), turned = NULL;
  CoalitionRecord *view = coalition_campaign_get_view (fixture->campaign);
  g_autofree char *text = NULL, *collapsed = coalition_groups_to_text (groups), *before = NULL;
  g_auto (GStrv) ids = NULL;

  g_free (insert (command, &coalition_kind_party, "a", "name", "A", NULL));
  g_free (insert (command, &coalition_kind_party, "b", "name", "B", NULL));
  g_free (insert (command, &coalition_kind_party, "bb", "name", "C", NULL));
  coalition_filter_add (filter, "near", COALITION_FILTER_IS, near);
  text = coalition_filter_to_text (filter);
  coalition_command_set_text (command, &coalition_kind_view, coalition_record_get_id (view), "filter", text);
  coalition_command_set_text (command, &coalition_kind_view, coalition_record_get_id (view), "collapsed", collapsed);
  coalition_command_set_text (command, &coalition_kind_view, coalition_record_get_id (view), "center", "b");
  run (fixture, command);
  before = dump (fixture);
  merge (fixture, "a", "b");
  turned = coalition_filter_parse (coalition_record_get_text (view, "filter"), NULL);
  g_assert_nonnull (turned);
  g_assert_cmpstr (coalition_filter_get (turned, 0)->values[0], ==, "2");
  g_assert_cmpstr (coalition_filter_get (turned, 0)->values[1], ==, "a");
  g_assert_cmpstr (coalition_filter_get (turned, 0)->values[2], ==, "bb");
  ids = coalition_groups_list_ids (coalition_record_get_text (view, "collapsed"));
  g_assert_cmpstr (ids[0], ==, "level:organization");
  g_assert_cmpstr (ids[1], ==, "chosen:a,bb");
  g_assert_cmpstr (coalition_record_get_text (view, "center"), ==, "a");
  check_undo (fixture, before);
}

static void
test_duplicate (Fixture       *fixture,
                gconstpointer  data)
{
  CoalitionCommand *command = coalition_command_new ("Parties", NULL);
  g_autoptr (GPtrArray) parties = g_ptr_array_new ();
  g_autoptr (GPtrArray) copies = NULL, details = NULL, ties = NULL;
  g_autofree char *before = NULL, *own = NULL;

#define INSERT(kind, id, ...) g_free (insert (command, &coalition_kind_##kind, id, __VA_ARGS__, NULL))
  INSERT (party, "a", "name", "A", "place", "Weston", "reach", "Door");
  INSERT (party, "b", "name", "B", "introduced_by", "a");
  INSERT (party, "c", "name", "A (copy)");
  INSERT (tie, "ab", "from", "a", "to", "b", "kind", "funds");
  INSERT (tie, "ac", "from", "a", "to", "c");
  INSERT (contact_detail, "phone", "party", "a", "kind", "phone", "value", "555");
  INSERT (judgement, "judged", "party", "a", "aspect", "influence", "value", "2");
  INSERT (own_field, "f", "name", "Own", "kind", "party", "type", "text");
  INSERT (own_value, "f/a", "field", "f", "record", "a", "value", "of A");
#undef INSERT
  coalition_command_set_position (command, coalition_record_get_id (coalition_campaign_get_view (fixture->campaign)), "a", 10, 20, TRUE);
  run (fixture, command);
  before = dump (fixture);
  g_ptr_array_add (parties, find (fixture, &coalition_kind_party, "a"));
  g_ptr_array_add (parties, find (fixture, &coalition_kind_party, "b"));
  coalition_session_duplicate (fixture->session, parties);
  settle (fixture);
  g_assert_cmpuint (count (fixture, &coalition_kind_tie), ==, 3);
  g_assert_cmpuint (count (fixture, &coalition_kind_judgement), ==, 1);
  copies = coalition_campaign_find_by_title (fixture->campaign, &coalition_kind_party, "A (copy 2)");
  g_assert_cmpuint (copies->len, ==, 1);
  g_assert_cmpstr (coalition_record_get_text (copies->pdata[0], "reach"), ==, "Door");
  g_assert_true (coalition_session_is_selected (fixture->session, copies->pdata[0]));
  g_assert_nonnull (coalition_campaign_get_position (fixture->campaign, coalition_record_get_id (copies->pdata[0])));
  details = coalition_campaign_get_referring (fixture->campaign, &coalition_kind_contact_detail, "party", coalition_record_get_id (copies->pdata[0]));
  g_assert_cmpuint (details->len, ==, 1);
  ties = coalition_campaign_get_referring (fixture->campaign, &coalition_kind_tie, "from", coalition_record_get_id (copies->pdata[0]));
  g_assert_cmpuint (ties->len, ==, 1);
  g_assert_cmpstr (coalition_record_get_text (ties->pdata[0], "to"), !=, "b");
  own = coalition_own_value_id ("f", coalition_record_get_id (copies->pdata[0]));
  g_assert_nonnull (find (fixture, &coalition_kind_own_value, own));
  check_undo (fixture, before);
}

static void
test_set_many (Fixture       *fixture,
               gconstpointer  data)
{
  CoalitionCommand *command = coalition_command_new ("Parties", NULL);
  g_autoptr (GPtrArray) parties = g_ptr_array_new ();
  g_auto (CoalitionValue) value = COALITION_VALUE_INIT;
  g_autofree char *before = NULL;

  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);

      g_free (insert (command, &coalition_kind_party, id, "name", id, NULL));
    }
  run (fixture, command);
  before = dump (fixture);
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);

      g_ptr_array_add (parties, find (fixture, &coalition_kind_party, id));
    }
  coalition_value_set_text (&value, "connector");
  coalition_session_set_many (fixture->session, parties, coalition_kind_find_field (&coalition_kind_party, "level"), &value);
  settle (fixture);
  for (guint i = 0; i < 50; i++)
    g_assert_cmpstr (coalition_record_get_text (parties->pdata[i], "level"), ==, "connector");
  g_assert_cmpstr (coalition_campaign_get_undo_label (fixture->campaign), ==, "Change Level of 50 records");
  check_undo (fixture, before);
}

static void
test_forum_note_picture (Fixture       *fixture,
                         gconstpointer  data)
{
  static const char dot[] = "not looked at here";
  g_autoptr (GBytes) bytes = g_bytes_new_static (dot, sizeof dot);
  CoalitionRecord *us = coalition_campaign_get_us (fixture->campaign);
  g_autoptr (GPtrArray) parties = g_ptr_array_new ();
  g_autoptr (GPtrArray) members = NULL;
  g_autofree char *forum = NULL, *note = NULL, *picture = NULL, *data_text = NULL;
  CoalitionRecord *record;
  double height;

  g_ptr_array_add (parties, us);
  g_assert_null (coalition_session_add_forum (fixture->session, "  ", NULL));
  forum = coalition_session_add_forum (fixture->session, " Lunch ", parties);
  note = coalition_session_add_note (fixture->session, "Ask the union\nabout rooms", 5, 6);
  picture = coalition_session_add_picture (fixture->session, "map.png", bytes, "image/png", 200, 100, TRUE, 0, 0, 400);
  coalition_session_set_party_picture (fixture->session, us, "logo.png", bytes, "image/png", 10, 10);
  settle (fixture);
  g_assert_cmpstr (coalition_record_get_title (find (fixture, &coalition_kind_forum, forum)), ==, "Lunch");
  members = coalition_campaign_get_referring (fixture->campaign, &coalition_kind_forum_member, "forum", forum);
  g_assert_cmpuint (members->len, ==, 1);
  g_assert_nonnull (find (fixture, &coalition_kind_note, note));
  record = find (fixture, &coalition_kind_picture, picture);
  g_assert_true (coalition_record_get_real (record, "height", &height));
  g_assert_cmpfloat (height, ==, 200);
  g_assert_true (coalition_record_get_boolean (record, "background"));
  g_assert_cmpuint (count (fixture, &coalition_kind_image), ==, 2);
  data_text = g_base64_encode ((const guchar *) dot, sizeof dot);
  record = find (fixture, &coalition_kind_image, coalition_record_get_text (us, "picture"));
  g_assert_cmpstr (coalition_record_get_text (record, "data"), ==, data_text);

  /* A picture is stored as long as something shows it. */
  coalition_session_set_party_picture (fixture->session, us, NULL, NULL, NULL, 0, 0);
  settle (fixture);
  g_assert_cmpuint (count (fixture, &coalition_kind_image), ==, 1);
  coalition_session_delete (fixture->session, find (fixture, &coalition_kind_picture, picture));
  settle (fixture);
  g_assert_cmpuint (count (fixture, &coalition_kind_image), ==, 0);
  coalition_session_add_view (fixture->session, "Second");
  settle (fixture);
  g_free (coalition_session_add_picture (fixture->session, "map.png", bytes, "image/png", 200, 100, TRUE, 0, 0, 400));
  settle (fixture);
  g_assert_cmpuint (count (fixture, &coalition_kind_image), ==, 1);
  coalition_session_delete_view (fixture->session, coalition_session_get_view (fixture->session));
  settle (fixture);
  g_assert_cmpuint (count (fixture, &coalition_kind_image), ==, 0);
  coalition_session_delete (fixture->session, find (fixture, &coalition_kind_note, note));
  settle (fixture);
  g_assert_cmpstr (coalition_campaign_get_undo_label (fixture->campaign), ==, "Delete Ask the union");
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *directory = g_dir_make_tmp ("coalition-test-XXXXXX", NULL);
  int result;

  g_setenv ("XDG_DATA_HOME", directory, TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/session/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("merge/every-kind-follows", test_every_kind_follows);
  ADD ("merge/twice-is-folded", test_twice_is_folded);
  ADD ("merge/views-follow", test_views_follow);
  ADD ("duplicate", test_duplicate);
  ADD ("set-many", test_set_many);
  ADD ("forum-note-picture", test_forum_note_picture);
  result = g_test_run ();
  remove_tree (directory);

  return result;
}
