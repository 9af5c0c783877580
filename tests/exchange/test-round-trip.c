/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-csv.h"
#include "coalition-export.h"
#include "coalition-import.h"
#include "coalition-json.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  GPtrArray *campaigns;
} Fixture;

static CoalitionCampaign *
make_campaign (Fixture    *fixture,
               const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  CoalitionCampaign *campaign = coalition_campaign_create (path, "Fair Rents", NULL, &error);

  g_assert_no_error (error);
  g_ptr_array_add (fixture->campaigns, campaign);

  return campaign;
}

/* A value that tests what files do to it: quotes, separators, line ends, spaces, signs before numbers. */
static void
set_awkward (CoalitionCommand     *command,
             const CoalitionKind  *kind,
             const char           *id,
             const CoalitionField *field,
             guint                 number)
{
  switch (field->type)
    {
    case COALITION_FIELD_TEXT:
      {
        g_autofree char *text = g_strdup_printf ("-%u “a, b”; \"c\" =%s", number, field->name);

        coalition_command_set_text (command, kind, id, field->name, text);
      }
      break;
    case COALITION_FIELD_LONG_TEXT:
      coalition_command_set_text (command, kind, id, field->name, " first\r\n\"second\"\n\nfourth, \t ");
      break;
    case COALITION_FIELD_CHOICE:
      coalition_command_set_text (command, kind, id, field->name,
                                  field->flags & COALITION_FIELD_OPEN ? "Words of our own, really" : field->choices[1].key);
      break;
    case COALITION_FIELD_DATE:
      coalition_command_set_text (command, kind, id, field->name, number % 2 ? "2026-11" : "2026-11-21");
      break;
    case COALITION_FIELD_BOOLEAN:
      coalition_command_set_integer (command, kind, id, field->name, number % 2);
      break;
    case COALITION_FIELD_INTEGER:
      coalition_command_set_integer (command, kind, id, field->name, field->maximum > field->minimum ? field->maximum : -7);
      break;
    case COALITION_FIELD_REAL:
      coalition_command_set_real (command, kind, id, field->name, -0.1 - number / 3.0);
      break;
    case COALITION_FIELD_TIME:
    case COALITION_FIELD_REFERENCE:
    default:
      break;
    }
}

/* A view with all its fields set, those that refer to what is made after it as well, and what lies on both views. */
static void
add_second_view (CoalitionCommand  *command,
                 CoalitionCampaign *campaign,
                 GHashTable        *ids)
{
  const CoalitionKind *kind = &coalition_kind_view;
  const char *first = coalition_record_get_id (coalition_campaign_get_view (campaign));
  const char *party = g_hash_table_lookup (ids, &coalition_kind_party);
  const char *second = coalition_command_insert (command, kind, NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CoalitionKind *target = kind->fields[i].target != NULL ? coalition_kinds_find (kind->fields[i].target) : NULL;

      set_awkward (command, kind, second, &kind->fields[i], 77);
      if (target != NULL)
        coalition_command_set_text (command, kind, second, kind->fields[i].name, g_hash_table_lookup (ids, target));
    }
  coalition_command_set_position (command, second, party, 1e6, -0.125, FALSE);
  coalition_command_set_forum_position (command, first, g_hash_table_lookup (ids, &coalition_kind_forum), 1, 2);
  coalition_command_set_forum_position (command, second, g_hash_table_lookup (ids, &coalition_kind_forum), -1, -2);
  {
    const char *note = coalition_command_insert (command, &coalition_kind_note, NULL);

    coalition_command_set_text (command, &coalition_kind_note, note, "view", second);
    coalition_command_set_text (command, &coalition_kind_note, note, "text", "On the second");
    coalition_command_set_real (command, &coalition_kind_note, note, "x", 5);
    coalition_command_set_real (command, &coalition_kind_note, note, "y", 6);
  }
}

/* Two records of every kind with every field set, and own fields whose names are those of built-in ones. */
static void
fill (CoalitionCampaign *campaign)
{
  CoalitionCommand *command = coalition_command_new ("Fill", NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new (NULL, NULL);
  g_autoptr (GError) error = NULL;
  const CoalitionKind *const *kinds;
  const char *own, *typed, *party = NULL;
  guint n_kinds;

  kinds = coalition_kinds_get_all (&n_kinds);
  g_hash_table_insert (ids, (gpointer) &coalition_kind_view, (gpointer) coalition_record_get_id (coalition_campaign_get_view (campaign)));
  for (guint i = 0; i < n_kinds; i++)
    for (guint j = 0; j < 2; j++)
      {
        const CoalitionKind *kind = kinds[i];
        const char *id;

        if (kind == &coalition_kind_campaign || kind == &coalition_kind_view || kind == &coalition_kind_position
            || kind == &coalition_kind_forum_position || kind == &coalition_kind_party_tag || kind == &coalition_kind_own_field
            || kind == &coalition_kind_own_value)
          continue;
        id = coalition_command_insert (command, kind, NULL);
        for (guint k = 0; k < kind->n_fields; k++)
          {
            const CoalitionField *field = &kind->fields[k];
            const CoalitionKind *target = field->target != NULL ? coalition_kinds_find (field->target) : NULL;

            set_awkward (command, kind, id, field, i * 2 + j);
            if (target != NULL && g_hash_table_contains (ids, target))
              coalition_command_set_text (command, kind, id, field->name, g_hash_table_lookup (ids, target));
          }
        if (kind == &coalition_kind_party)
          party = id;
        g_hash_table_insert (ids, (gpointer) kind, (gpointer) id);
      }

  coalition_command_set_position (command, coalition_record_get_id (coalition_campaign_get_view (campaign)), party, -12.25, 1.0 / 3, TRUE);
  {
    const char *tag = g_hash_table_lookup (ids, &coalition_kind_tag);
    g_autofree char *link = coalition_party_tag_id (party, tag);

    coalition_command_insert (command, &coalition_kind_party_tag, link);
    coalition_command_set_text (command, &coalition_kind_party_tag, link, "party", party);
    coalition_command_set_text (command, &coalition_kind_party_tag, link, "tag", tag);
  }
  own = coalition_command_insert (command, &coalition_kind_own_field, NULL);
  coalition_command_set_text (command, &coalition_kind_own_field, own, "name", "Place");
  coalition_command_set_text (command, &coalition_kind_own_field, own, "kind", "party");
  coalition_command_set_text (command, &coalition_kind_own_field, own, "type", "text");
  typed = coalition_command_insert (command, &coalition_kind_own_field, NULL);
  coalition_command_set_text (command, &coalition_kind_own_field, typed, "name", "Members, paid");
  coalition_command_set_text (command, &coalition_kind_own_field, typed, "kind", "party");
  coalition_command_set_text (command, &coalition_kind_own_field, typed, "type", "choice");
  coalition_command_set_text (command, &coalition_kind_own_field, typed, "choices", "few\nmany");
  coalition_command_set_integer (command, &coalition_kind_own_field, typed, "shared", 1);
  for (int i = 0; i < 2; i++)
    {
      const char *field = i == 0 ? own : typed;
      g_autofree char *id = coalition_own_value_id (field, party);

      coalition_command_insert (command, &coalition_kind_own_value, id);
      coalition_command_set_text (command, &coalition_kind_own_value, id, "field", field);
      coalition_command_set_text (command, &coalition_kind_own_value, id, "record", party);
      coalition_command_set_text (command, &coalition_kind_own_value, id, "value", i == 0 ? " -5 \n" : "many");
    }
  g_hash_table_insert (ids, (gpointer) &coalition_kind_own_field, (gpointer) own);
  add_second_view (command, campaign, ids);
  coalition_campaign_run (campaign, command, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("coalition-round-trip-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->campaigns = g_ptr_array_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  for (guint i = 0; i < fixture->campaigns->len; i++)
    {
      coalition_campaign_close (fixture->campaigns->pdata[i], NULL);
      g_object_unref (fixture->campaigns->pdata[i]);
    }
  g_ptr_array_unref (fixture->campaigns);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static void
take (CoalitionImport *import,
      GPtrArray       *mappings)
{
  for (guint i = 0; i < mappings->len; i++)
    {
      g_autoptr (GError) error = NULL;

      coalition_import_add_table (import, mappings->pdata[i], NULL, &error);
      g_assert_no_error (error);
    }
  for (guint i = 0; i < coalition_import_get_refusals (import)->len; i++)
    g_error ("%s", ((CoalitionRefusal *) coalition_import_get_refusals (import)->pdata[i])->reason);
}

/* The first view of a new campaign has an id of its own; what lies on it, one that follows from that. */
static gboolean
same_value (CoalitionCampaign    *a,
            CoalitionCampaign    *b,
            const CoalitionField *field,
            const CoalitionValue *value,
            const CoalitionValue *other)
{
  if (g_strcmp0 (field->target, "view") == 0 && value->type == COALITION_VALUE_TEXT && other->type == COALITION_VALUE_TEXT
      && g_str_equal (value->text, coalition_record_get_id (coalition_campaign_get_view (a))))
    return g_str_equal (other->text, coalition_record_get_id (coalition_campaign_get_view (b)));

  return coalition_value_equal (value, other);
}

static CoalitionRecord *
find_same (CoalitionCampaign *a,
           CoalitionCampaign *b,
           CoalitionRecord   *record)
{
  const CoalitionKind *kind = coalition_record_get_kind (record);
  const char *view = coalition_kind_find_field (kind, "view") != NULL ? coalition_record_get_text (record, "view") : NULL;
  g_autofree char *id = NULL;

  if (record == coalition_campaign_get_view (a))
    return coalition_campaign_get_view (b);
  if ((kind == &coalition_kind_position || kind == &coalition_kind_forum_position)
      && g_str_equal (view, coalition_record_get_id (coalition_campaign_get_view (a))))
    id = coalition_position_id (coalition_record_get_id (coalition_campaign_get_view (b)),
                                coalition_record_get_text (record, kind == &coalition_kind_position ? "party" : "forum"));

  return coalition_campaign_get_record (b, kind, id != NULL ? id : coalition_record_get_id (record));
}

/* All fields of all records are the same, own values byte for byte; the campaign and its view have ids of their own. */
static void
assert_same (CoalitionCampaign *a,
             CoalitionCampaign *b)
{
  const CoalitionKind *const *kinds;
  guint n_kinds;

  kinds = coalition_kinds_get_all (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      GListModel *records = coalition_campaign_get_records (a, kinds[i]);
      guint n = g_list_model_get_n_items (records);

      g_assert_cmpuint (n, ==, g_list_model_get_n_items (coalition_campaign_get_records (b, kinds[i])));
      if (kinds[i] == &coalition_kind_campaign)
        continue;
      for (guint j = 0; j < n; j++)
        {
          g_autoptr (CoalitionRecord) record = g_list_model_get_item (records, j);
          CoalitionRecord *other = find_same (a, b, record);

          if (other == NULL)
            g_error ("%s is missing", kinds[i]->name);
          for (guint k = 0; k < kinds[i]->n_fields; k++)
            if (!same_value (a, b, &kinds[i]->fields[k], coalition_record_get_value (record, k), coalition_record_get_value (other, k)))
              g_error ("%s.%s differs", kinds[i]->name, kinds[i]->fields[k].name);
        }
    }
}

static int
compare_mappings (gconstpointer a,
                  gconstpointer b)
{
  return coalition_import_compare_kinds (coalition_mapping_get_kind (*(CoalitionMapping *const *) a),
                                         coalition_mapping_get_kind (*(CoalitionMapping *const *) b));
}

static void
import_tables (CoalitionCampaign *campaign,
               GPtrArray         *tables,
               gboolean           expect_nothing)
{
  g_autoptr (CoalitionImport) import = coalition_import_new (campaign);
  g_autoptr (GPtrArray) mappings = g_ptr_array_new_with_free_func ((GDestroyNotify) coalition_mapping_unref);
  g_autoptr (GError) error = NULL;
  CoalitionCommand *command;

  for (guint i = 0; i < tables->len; i++)
    {
      const CoalitionKind *kind = coalition_table_guess_kind (tables->pdata[i]);

      g_assert_nonnull (kind);
      g_ptr_array_add (mappings, coalition_mapping_guess (tables->pdata[i], kind));
    }
  g_ptr_array_sort (mappings, compare_mappings);
  take (import, mappings);
  command = coalition_import_make_command (import);
  g_assert_true (coalition_command_is_empty (command) == expect_nothing);
  if (expect_nothing)
    {
      coalition_command_unref (command);
      return;
    }
  coalition_campaign_run (campaign, command, &error);
  g_assert_no_error (error);
}

static void
test_csv (Fixture       *fixture,
          gconstpointer  data)
{
  CoalitionCampaign *campaign = make_campaign (fixture, "a.db"), *other = make_campaign (fixture, "b.db");
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) coalition_table_unref);
  const CoalitionKind *const *kinds;
  guint n_kinds;

  fill (campaign);
  kinds = coalition_kinds_get_all (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *name = g_strconcat (kinds[i]->plural, ".csv", NULL);
      g_autoptr (GError) error = NULL;
      CoalitionTable *table;

      if (!coalition_export_includes_kind (kinds[i], COALITION_EXPORT_WHOLE))
        continue;
      text = coalition_export_to_csv (campaign, kinds[i], NULL, COALITION_EXPORT_WHOLE);
      table = coalition_csv_read_data (name, text, strlen (text), '\0', &error);
      g_assert_no_error (error);
      g_assert_cmpuint (coalition_table_get_n_faults (table), ==, 0);
      g_ptr_array_add (tables, table);
    }
  import_tables (other, tables, FALSE);
  assert_same (campaign, other);
  import_tables (other, tables, TRUE);
  import_tables (campaign, tables, TRUE);
}

static void
test_json (Fixture       *fixture,
           gconstpointer  data)
{
  CoalitionCampaign *campaign = make_campaign (fixture, "a.db"), *other = make_campaign (fixture, "b.db");
  g_autoptr (GPtrArray) tables = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  fill (campaign);
  text = coalition_export_to_json (campaign, NULL, NULL, COALITION_EXPORT_WHOLE);
  tables = coalition_json_read_data ("all.json", text, strlen (text), &error);
  g_assert_no_error (error);
  import_tables (other, tables, FALSE);
  assert_same (campaign, other);
  import_tables (other, tables, TRUE);
}

/* Of a single kind, and without a file name that says which: parties and ties speak for themselves. */
static void
test_json_list (Fixture       *fixture,
                gconstpointer  data)
{
  CoalitionCampaign *campaign = make_campaign (fixture, "a.db");
  const CoalitionKind *const kinds[] = {
    &coalition_kind_party, &coalition_kind_tie, &coalition_kind_judgement, &coalition_kind_agreement, &coalition_kind_forum_member,
    &coalition_kind_attendance, &coalition_kind_contact_party, &coalition_kind_image,
  };

  fill (campaign);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *text = coalition_export_to_json (campaign, kinds[i], NULL, COALITION_EXPORT_WHOLE);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) tables = coalition_json_read_data ("list.json", text, strlen (text), &error);

      g_assert_no_error (error);
      g_assert_cmpuint (tables->len, ==, 1);
      g_assert_cmpstr (coalition_table_guess_kind (tables->pdata[0])->name, ==, kinds[i]->name);
      g_assert_cmpuint (coalition_table_get_line (tables->pdata[0], 0), ==, 2);
      import_tables (campaign, tables, TRUE);
    }
}

static void
test_json_empty (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char *const texts[] = { "[]", "{}", "{\"party\": []}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) tables = coalition_json_read_data ("empty.json", texts[i], strlen (texts[i]), &error);

      g_assert_no_error (error);
      g_assert_cmpuint (tables->len, ==, 0);
    }
}

static void
test_json_refused (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char *const texts[] = {
    "", "[", "{\"party\":[{\"name\":\"A\",}]}", "3", "{\"nonsense\":[]}", "{\"party\":{}}", "[1,2]", "[{\"name\":{\"a\":1}}]",
    "[{\"name\":\"\xFF\"}]",
  };
  g_autofree char *deep = g_strnfill (100000, '[');

  for (guint i = 0; i <= G_N_ELEMENTS (texts); i++)
    {
      const char *text = i < G_N_ELEMENTS (texts) ? texts[i] : deep;
      g_autoptr (GError) error = NULL;

      g_assert_null (coalition_json_read_data ("bad.json", text, strlen (text), &error));
      g_assert_error (error, COALITION_EXCHANGE_ERROR, COALITION_EXCHANGE_ERROR_READ);
      g_assert_true (g_str_has_prefix (error->message, "bad.json"));
    }
}

/* Nothing private leaves in a partner copy, whatever the format. */
static void
test_partner_copy (Fixture       *fixture,
                   gconstpointer  data)
{
  CoalitionCampaign *campaign = make_campaign (fixture, "a.db");
  g_autofree char *json = NULL, *csv = NULL;
  CoalitionCommand *command = coalition_command_new ("Secret", NULL);
  const CoalitionKind *const *kinds;
  g_autoptr (GError) error = NULL;
  guint n_kinds;

  fill (campaign);
  kinds = coalition_kinds_get_all (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      GListModel *records = coalition_campaign_get_records (campaign, kinds[i]);

      for (guint j = 0; j < g_list_model_get_n_items (records); j++)
        {
          g_autoptr (CoalitionRecord) record = g_list_model_get_item (records, j);

          for (guint k = 0; k < kinds[i]->n_fields; k++)
            if ((kinds[i]->fields[k].flags & COALITION_FIELD_PRIVATE)
                && coalition_field_value_type (&kinds[i]->fields[k]) == COALITION_VALUE_TEXT
                && kinds[i] != &coalition_kind_own_value && kinds[i]->fields[k].type != COALITION_FIELD_CHOICE
                && kinds[i]->fields[k].type != COALITION_FIELD_DATE && kinds[i]->fields[k].type != COALITION_FIELD_REFERENCE)
              coalition_command_set_text (command, kinds[i], coalition_record_get_id (record), kinds[i]->fields[k].name, "SECRET");
        }
    }
  coalition_campaign_run (campaign, command, &error);
  g_assert_no_error (error);

  json = coalition_export_to_json (campaign, NULL, NULL, COALITION_EXPORT_PARTNER_COPY);
  g_assert_null (strstr (json, "SECRET"));
  g_assert_null (strstr (json, "\"trust\""));
  g_assert_null (strstr (json, "\"judgement\""));
  g_assert_null (strstr (json, "\"contact-detail\""));
  g_assert_null (strstr (json, "\"contact\" : ["));
  g_assert_null (strstr (json, "\"contact-party\" : ["));
  g_assert_null (strstr (json, "\"note\" : ["));
  g_assert_null (strstr (json, "\"image\" : ["));
  g_assert_null (strstr (json, "\"picture\" : ["));
  g_assert_null (strstr (json, "\"voice\" : ["));
  g_assert_nonnull (strstr (json, "\"forum\" : ["));
  g_assert_nonnull (strstr (json, "\"meeting\" : ["));
  g_assert_null (strstr (json, "\"Place\""));
  g_assert_nonnull (strstr (json, "\"Members, paid\""));
  csv = coalition_export_to_csv (campaign, &coalition_kind_party, NULL, COALITION_EXPORT_PARTNER_COPY);
  g_assert_null (strstr (csv, "SECRET"));
  g_assert_null (strstr (csv, "own:Place"));
  g_assert_nonnull (strstr (csv, "many"));
}

/* Where parties stand on a power map are judgements: neither the view leaves, nor what lies on it. */
static void
test_power_map (Fixture       *fixture,
                gconstpointer  data)
{
  CoalitionCampaign *campaign = make_campaign (fixture, "a.db");
  CoalitionCommand *command = coalition_command_new ("Power", NULL);
  const char *view = coalition_command_insert (command, &coalition_kind_view, NULL);
  const char *party = coalition_command_insert (command, &coalition_kind_party, NULL);
  g_autofree char *view_id = g_strdup (view);
  g_autofree char *json = NULL, *csv = NULL, *whole = NULL;
  g_autoptr (GError) error = NULL;

  coalition_command_set_text (command, &coalition_kind_view, view, "name", "Who decides");
  coalition_command_set_text (command, &coalition_kind_view, view, "layout", "power");
  coalition_command_set_text (command, &coalition_kind_party, party, "name", "Town Hall");
  coalition_command_set_position (command, view, party, 4711.5, 42, FALSE);
  coalition_campaign_run (campaign, command, &error);
  g_assert_no_error (error);
  coalition_campaign_set_view (campaign, view_id);

  whole = coalition_export_to_json (campaign, NULL, NULL, COALITION_EXPORT_WHOLE);
  g_assert_nonnull (strstr (whole, "4711.5"));
  json = coalition_export_to_json (campaign, NULL, NULL, COALITION_EXPORT_PARTNER_COPY);
  g_assert_nonnull (strstr (json, "Town Hall"));
  g_assert_null (strstr (json, "4711.5"));
  g_assert_null (strstr (json, "Who decides"));
  csv = coalition_export_to_csv (campaign, &coalition_kind_party, NULL, COALITION_EXPORT_PARTNER_COPY);
  g_assert_null (strstr (csv, "4711.5"));
}

static guint
count_at (CoalitionCampaign   *campaign,
          const CoalitionKind *kind,
          const char          *as_of)
{
  g_autoptr (GPtrArray) records = coalition_export_list_records (campaign, kind, as_of, COALITION_EXPORT_WHOLE);

  return records->len;
}

/* Of what has a life, only what was there; with it goes what belongs to it. */
static void
test_as_of (Fixture       *fixture,
            gconstpointer  data)
{
  CoalitionCampaign *campaign = make_campaign (fixture, "a.db");
  static const char parties[] = "name\nA\nB\nC\n";
  static const char ties[] = "from,to,start,end,status\nA,B,2021,2023-05,\nB,C,2024-02-10,,\nA,C,,,ended\nC,A,,,\n";
  static const char forums[] = "name,formed,ended,members\nTable,2022-01-01,2023,A;B\nLunch,2024,,B;C\n";
  static const char meetings[] = "forum,held_on,came\nTable,2022-06-01,A;B\nLunch,2024-07-01,\n";
  const struct { const char *name; const char *text; gsize length; } files[] = {
    { "parties.csv", parties, sizeof parties - 1 }, { "ties.csv", ties, sizeof ties - 1 },
    { "forums.csv", forums, sizeof forums - 1 }, { "meetings.csv", meetings, sizeof meetings - 1 },
  };
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) coalition_table_unref);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      CoalitionTable *table = coalition_csv_read_data (files[i].name, files[i].text, files[i].length, '\0', &error);

      g_assert_no_error (error);
      g_ptr_array_add (tables, table);
    }
  import_tables (campaign, tables, FALSE);
  import_tables (campaign, tables, TRUE);

  g_assert_cmpuint (count_at (campaign, &coalition_kind_tie, NULL), ==, 4);
  g_assert_cmpuint (count_at (campaign, &coalition_kind_tie, "2020"), ==, 1);
  g_assert_cmpuint (count_at (campaign, &coalition_kind_tie, "2023-05-31"), ==, 2);
  g_assert_cmpuint (count_at (campaign, &coalition_kind_tie, "2023-06-01"), ==, 1);
  g_assert_cmpuint (count_at (campaign, &coalition_kind_tie, "2024-02-10"), ==, 2);
  g_assert_cmpuint (count_at (campaign, &coalition_kind_forum, "2023-12-31"), ==, 1);
  g_assert_cmpuint (count_at (campaign, &coalition_kind_forum_member, "2023-12-31"), ==, 2);
  g_assert_cmpuint (count_at (campaign, &coalition_kind_attendance, "2022-05-31"), ==, 0);
  g_assert_cmpuint (count_at (campaign, &coalition_kind_attendance, "2022-06-01"), ==, 2);
  g_assert_cmpuint (count_at (campaign, &coalition_kind_attendance, "2024-01-01"), ==, 0);
  g_assert_cmpuint (count_at (campaign, &coalition_kind_party, "2020"), ==, 3);
}

/* One row for one conversation: the date, how, with whom (several, separated by ";"), what was said. */
static void
test_contacts (Fixture       *fixture,
               gconstpointer  data)
{
  CoalitionCampaign *campaign = make_campaign (fixture, "a.db");
  static const char parties[] = "name\nA\nB; and sons\nC\n";
  static const char contacts[] = "Date,Method,Party,Summary\n"
                                 "2026-03-01,coffee,\"A; B\\; and sons\",Rents\n"
                                 "2026-03-01,coffee,C,Rents\n"
                                 "2026-03-02,Walk,a,\n"
                                 "2026-03-03,call,Nobody,\n"
                                 "soon,call,A,\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (CoalitionTable) first = coalition_csv_read_data ("parties.csv", parties, sizeof parties - 1, '\0', &error);
  g_autoptr (CoalitionTable) second = coalition_csv_read_data ("x.csv", contacts, sizeof contacts - 1, '\0', &error);
  g_autoptr (CoalitionMapping) mapping = coalition_mapping_guess (second, &coalition_kind_contact);
  g_autoptr (GPtrArray) tables = g_ptr_array_new ();

  g_assert_no_error (error);
  g_ptr_array_add (tables, first);
  import_tables (campaign, tables, FALSE);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CoalitionImport) import = coalition_import_new (campaign);
      CoalitionCommand *command;
      GPtrArray *refusals;

      g_assert_true (coalition_import_add_table (import, mapping, NULL, &error));
      refusals = coalition_import_get_refusals (import);
      g_assert_cmpuint (refusals->len, ==, 2);
      g_assert_cmpuint (((CoalitionRefusal *) refusals->pdata[0])->line, ==, 5);
      g_assert_nonnull (strstr (((CoalitionRefusal *) refusals->pdata[0])->reason, "Nobody"));
      g_assert_cmpuint (((CoalitionRefusal *) refusals->pdata[1])->line, ==, 6);
      command = coalition_import_make_command (import);
      g_assert_true (coalition_command_is_empty (command) == (i == 1));
      if (i == 0)
        coalition_campaign_run (campaign, command, &error);
      else
        coalition_command_unref (command);
      g_assert_no_error (error);
    }
  g_assert_cmpuint (count_at (campaign, &coalition_kind_contact, NULL), ==, 3);
  g_assert_cmpuint (count_at (campaign, &coalition_kind_contact_party, NULL), ==, 4);
  g_assert_cmpuint (count_at (campaign, &coalition_kind_own_field, NULL), ==, 0);
}

/* What lies on the map lies on the first view, if a row names none; the same rows again change nothing. */
static void
test_notes (Fixture       *fixture,
            gconstpointer  data)
{
  CoalitionCampaign *campaign = make_campaign (fixture, "a.db");
  static const char views[] = "name,layout,rank\nSecond,free,1\n";
  static const char notes[] = "text,view,x,y\nHere,,1,2\nThere,Second,3,4\n";
  static const char bare[] = "text,x,y\nAnywhere,5,6\n";
  const struct { const char *name; const char *text; gsize length; } files[] = {
    { "views.csv", views, sizeof views - 1 }, { "notes.csv", notes, sizeof notes - 1 }, { "notes.csv", bare, sizeof bare - 1 },
  };
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) coalition_table_unref);
  const char *first = coalition_record_get_id (coalition_campaign_get_view (campaign));
  GListModel *records;
  guint n_here = 0;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      CoalitionTable *table = coalition_csv_read_data (files[i].name, files[i].text, files[i].length, '\0', &error);

      g_assert_no_error (error);
      g_ptr_array_add (tables, table);
    }
  import_tables (campaign, tables, FALSE);
  import_tables (campaign, tables, TRUE);
  records = coalition_campaign_get_records (campaign, &coalition_kind_note);
  g_assert_cmpuint (g_list_model_get_n_items (records), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (CoalitionRecord) note = g_list_model_get_item (records, i);

      n_here += g_str_equal (coalition_record_get_text (note, "view"), first);
    }
  g_assert_cmpuint (n_here, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/round-trip/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("csv", test_csv);
  ADD ("json", test_json);
  ADD ("json-list", test_json_list);
  ADD ("json-empty", test_json_empty);
  ADD ("json-refused", test_json_refused);
  ADD ("partner-copy", test_partner_copy);
  ADD ("power-map", test_power_map);
  ADD ("as-of", test_as_of);
  ADD ("contacts", test_contacts);
  ADD ("notes", test_notes);
#undef ADD

  return g_test_run ();
}
