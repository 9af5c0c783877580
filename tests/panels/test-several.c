/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Forums, meetings, contacts, voices, pictures and many records at once, in a real window on a display of its own. */

#include "coalition-clock.h"
#include "coalition-date.h"
#include "coalition-detail-row.h"
#include "coalition-field-row.h"
#include "coalition-inspector.h"
#include "coalition-merge-dialog.h"
#include "coalition-panels.h"
#include "coalition-picker.h"
#include "coalition-picture-row.h"
#include "coalition-record-entry.h"
#include "coalition-records-panel.h"
#include "coalition-several-form.h"
#include "coalition-several-tags.h"

#include <adwaita.h>
#include <string.h>

typedef struct
{
  CoalitionDocument *document;
  CoalitionSession *session;
  CoalitionCampaign *campaign;
  GtkWidget *window;
  GString *told;
} Fixture;

static void
settle (Fixture *fixture)
{
  gboolean busy;

  do
    {
      while (g_main_context_pending (NULL))
        g_main_context_iteration (NULL, FALSE);
      g_object_get (fixture->session, "busy", &busy, NULL);
      if (busy)
        g_main_context_iteration (NULL, TRUE);
    }
  while (busy || g_main_context_pending (NULL));
}

static void
error_cb (CoalitionSession *session,
          const char       *title,
          const char       *message,
          Fixture          *fixture)
{
  g_string_append_printf (fixture->told, "%s;", title);
}

static void
insert (CoalitionCommand    *command,
        const CoalitionKind *kind,
        const char          *id,
        ...)
{
  const char *field, *text;
  va_list texts;

  coalition_command_insert (command, kind, id);
  va_start (texts, id);
  while ((field = va_arg (texts, const char *)) != NULL)
    {
      g_auto (CoalitionValue) value = COALITION_VALUE_INIT;

      text = va_arg (texts, const char *);
      g_assert_true (coalition_field_parse (coalition_kind_find_field (kind, field), text, &value, NULL));
      coalition_command_set (command, kind, id, coalition_kind_find_field (kind, field), &value);
    }
  va_end (texts);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CoalitionCommand *command = coalition_command_new ("Begin", NULL);

  coalition_clock_set_fixed ("2026-11-22T10:00:00Z");
  fixture->document = coalition_document_create (NULL, "Rents", "Clinic", FALSE, &error);
  g_assert_no_error (error);
  fixture->session = coalition_session_new (fixture->document);
  fixture->campaign = coalition_session_get_campaign (fixture->session);
  fixture->told = g_string_new (NULL);
  g_signal_connect (fixture->session, "error", G_CALLBACK (error_cb), fixture);
  insert (command, &coalition_kind_party, "a", "name", "Tenants", "level", "affected", "place", "Elm Street", NULL);
  insert (command, &coalition_kind_party, "b", "name", "Tenants’ group", "level", "affected", NULL);
  insert (command, &coalition_kind_party, "c", "name", "Landlord", "level", "organization", NULL);
  insert (command, &coalition_kind_forum, "lunch", "name", "Lunch", "form", "lunch", "cadence", "weekly", NULL);
  insert (command, &coalition_kind_forum_member, "first", "forum", "lunch", "party", "a", "since", "2020", NULL);
  insert (command, &coalition_kind_forum_member, "left", "forum", "lunch", "party", "c", "until", "2021-05", NULL);
  insert (command, &coalition_kind_meeting, "noon", "forum", "lunch", "held_on", "2026-01-02", "topic", "Heat", NULL);
  insert (command, &coalition_kind_tie, "tie", "from", "a", "to", "b", NULL);
  coalition_session_run (fixture->session, command, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 340, 700);
  settle (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  settle (fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle (fixture);
  g_assert_cmpstr (fixture->told->str, ==, "");
  g_assert_finalize_object (fixture->session);
  g_assert_true (coalition_document_close (fixture->document, &error));
  g_object_unref (fixture->document);
  g_string_free (fixture->told, TRUE);
  coalition_clock_set_fixed (NULL);
}

static void
show (Fixture   *fixture,
      GtkWidget *widget)
{
  gtk_window_set_child (GTK_WINDOW (fixture->window), widget);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  settle (fixture);
}

static CoalitionRecord *
get (Fixture             *fixture,
     const CoalitionKind *kind,
     const char          *id)
{
  return coalition_campaign_get_record (fixture->campaign, kind, id);
}

static GListModel *
list (Fixture             *fixture,
      const CoalitionKind *kind)
{
  return coalition_campaign_get_records (fixture->campaign, kind);
}

static CoalitionRecord *
last (Fixture             *fixture,
      const CoalitionKind *kind)
{
  GListModel *records = list (fixture, kind);
  g_autoptr (CoalitionRecord) record = g_list_model_get_item (records, g_list_model_get_n_items (records) - 1);

  return record;
}

typedef gboolean (*Wanted) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
find (GtkWidget    *widget,
      Wanted        wanted,
      gconstpointer data)
{
  if (wanted (widget, data))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, wanted, data);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
has_text (GtkWidget    *widget,
          gconstpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
}

static gboolean
is_type (GtkWidget    *widget,
         gconstpointer type)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, *(const GType *) type);
}

static gboolean
is_field (GtkWidget    *widget,
          gconstpointer name)
{
  return COALITION_IS_FIELD_ROW (widget) && g_str_equal (coalition_field_row_get_field (COALITION_FIELD_ROW (widget))->name, name);
}

static gboolean
shows_record (GtkWidget    *widget,
              gconstpointer record)
{
  return COALITION_IS_DETAIL_ROW (widget) && coalition_detail_row_get_record (COALITION_DETAIL_ROW (widget)) == record;
}

/* The picker or button at the end of the heading that says @title. */
static GtkWidget *
find_in_group (GtkWidget  *widget,
               const char *title,
               GType       type)
{
  GtkWidget *label = find (widget, has_text, title);

  g_assert_nonnull (label);

  return find (gtk_widget_get_parent (label), is_type, &type);
}

static void
pick (GtkWidget  *picker,
      const char *key,
      const char *words)
{
  g_assert_true (COALITION_IS_PICKER (picker));
  g_signal_emit_by_name (picker, "picked", key, words);
}

static void
click (GtkWidget *button)
{
  g_assert_true (GTK_IS_BUTTON (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
test_forum (Fixture      *fixture,
            gconstpointer data)
{
  GtkWidget *inspector = coalition_inspector_new (fixture->session);
  CoalitionRecord *forum = get (fixture, &coalition_kind_forum, "lunch"), *meeting = get (fixture, &coalition_kind_meeting, "noon");
  g_autofree char *met = coalition_date_format ("2026-01-02");
  g_autofree char *caption = g_strdup_printf ("Forum · Lunch · 1 member · Weekly · last met %s", met);
  GtkWidget *row;
  GHashTable *lit;

  show (fixture, inspector);
  coalition_session_reveal (fixture->session, forum);
  settle (fixture);
  lit = coalition_session_get_lit (fixture->session);
  g_assert_true (g_hash_table_contains (lit, "a"));
  g_assert_false (g_hash_table_contains (lit, "c"));
  coalition_session_set_time (fixture->session, "2021-01-01", NULL);
  g_assert_true (g_hash_table_contains (coalition_session_get_lit (fixture->session), "c"));
  coalition_session_set_time (fixture->session, NULL, NULL);
  g_assert_nonnull (find (inspector, has_text, caption));

  /* Members are picked; a name that is none yet becomes a party in the same step. */
  pick (find_in_group (inspector, "Members", COALITION_TYPE_PICKER), "b", NULL);
  settle (fixture);
  g_assert_cmpstr (coalition_record_get_text (last (fixture, &coalition_kind_forum_member), "party"), ==, "b");
  pick (find_in_group (inspector, "Members", COALITION_TYPE_PICKER), NULL, "Union");
  settle (fixture);
  g_assert_cmpstr (coalition_record_get_title (last (fixture, &coalition_kind_party)), ==, "Union");
  g_assert_cmpstr (coalition_campaign_get_undo_label (fixture->campaign), ==, "Add Union to Lunch");
  /* Who is there is not added twice, who left may come back. */
  pick (find_in_group (inspector, "Members", COALITION_TYPE_PICKER), "b", NULL);
  pick (find_in_group (inspector, "Members", COALITION_TYPE_PICKER), "c", NULL);
  settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (list (fixture, &coalition_kind_forum_member)), ==, 5);

  /* Who came: those who were members on that day, with one click. */
  row = find (inspector, shows_record, meeting);
  coalition_detail_row_set_expanded (COALITION_DETAIL_ROW (row), TRUE);
  settle (fixture);
  click (find_in_group (inspector, "Who came", GTK_TYPE_BUTTON));
  settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (list (fixture, &coalition_kind_attendance)), ==, 4);
  coalition_session_undo (fixture->session);
  settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (list (fixture, &coalition_kind_attendance)), ==, 0);
}

/* A contact belongs to its parties through links, and is listed at each, the newest first. */
static void
test_contacts (Fixture      *fixture,
               gconstpointer data)
{
  GtkWidget *inspector = coalition_inspector_new (fixture->session);
  CoalitionCommand *command = coalition_command_new ("Contacts", NULL);
  GtkWidget *older, *newer;
  GtkWidget *draft;

  insert (command, &coalition_kind_contact, "older", "held_on", "2025-01-01", NULL);
  insert (command, &coalition_kind_contact_party, "one", "contact", "older", "party", "a", NULL);
  insert (command, &coalition_kind_contact_party, "two", "contact", "older", "party", "b", NULL);
  insert (command, &coalition_kind_contact, "newer", "held_on", "2026-01-01", NULL);
  insert (command, &coalition_kind_contact_party, "three", "contact", "newer", "party", "a", NULL);
  coalition_session_run (fixture->session, command, NULL);
  settle (fixture);
  show (fixture, inspector);
  coalition_session_select (fixture->session, get (fixture, &coalition_kind_party, "a"), FALSE);
  settle (fixture);
  older = find (inspector, shows_record, get (fixture, &coalition_kind_contact, "older"));
  newer = find (inspector, shows_record, get (fixture, &coalition_kind_contact, "newer"));
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (newer)), <, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (older)));

  click (find_in_group (inspector, "Contacts", GTK_TYPE_BUTTON));
  settle (fixture);
  draft = find (gtk_widget_get_parent (gtk_widget_get_parent (newer)), is_field, "summary");
  g_assert_nonnull (draft);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (draft, is_type, &(GType) { GTK_TYPE_TEXT_VIEW }))), "Heat is off", -1);
  coalition_inspector_commit (COALITION_INSPECTOR (inspector));
  settle (fixture);
  g_assert_cmpstr (coalition_record_get_text (last (fixture, &coalition_kind_contact), "held_on"), ==, "2026-11-22");
  g_assert_cmpstr (coalition_record_get_text (last (fixture, &coalition_kind_contact), "summary"), ==, "Heat is off");
  g_assert_cmpstr (coalition_record_get_text (last (fixture, &coalition_kind_contact_party), "party"), ==, "a");
}

/* One voice after the other goes into the event that was named once. */
static void
test_listening (Fixture      *fixture,
                gconstpointer data)
{
  GtkWidget *panel = coalition_listening_panel_new (fixture->session);
  GtkWidget *entry, *event;

  g_object_set (fixture->session, "panel", "listening", NULL);
  show (fixture, panel);
  coalition_records_panel_add (COALITION_RECORDS_PANEL (panel));
  settle (fixture);
  event = find (panel, is_field, "event");
  pick (find (event, is_type, &(GType) { COALITION_TYPE_PICKER }), NULL, "Doors on Elm Street");
  entry = find (find (panel, is_type, &(GType) { COALITION_TYPE_RECORD_ENTRY }), is_type, &(GType) { GTK_TYPE_ENTRY });
  gtk_editable_set_text (GTK_EDITABLE (entry), "The heat is off since May");
  g_signal_emit_by_name (entry, "activate");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Nobody answers");
  g_signal_emit_by_name (entry, "activate");
  settle (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_cmpuint (g_list_model_get_n_items (list (fixture, &coalition_kind_listening_event)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (list (fixture, &coalition_kind_voice)), ==, 2);
  g_assert_cmpstr (coalition_record_get_text (last (fixture, &coalition_kind_voice), "event"), ==,
                   coalition_record_get_id (last (fixture, &coalition_kind_listening_event)));
  g_assert_nonnull (find (panel, has_text, "Doors on Elm Street"));
  g_assert_nonnull (find (panel, has_text, "Nobody answers"));
  g_assert_true (coalition_session_get_current (fixture->session) == last (fixture, &coalition_kind_voice));
}

static guint
count (GtkWidget    *widget,
       Wanted        wanted,
       gconstpointer data)
{
  guint n = wanted (widget, data);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count (child, wanted, data);

  return n;
}

/* Of many records the newest are shown, and the others when they are wanted. */
static void
test_many (Fixture      *fixture,
           gconstpointer data)
{
  GType detail = COALITION_TYPE_DETAIL_ROW, list_row = GTK_TYPE_LIST_BOX_ROW;
  GtkWidget *inspector = coalition_inspector_new (fixture->session);
  GtkWidget *panel = coalition_listening_panel_new (fixture->session);
  CoalitionCommand *command = coalition_command_new ("Many", NULL);

  insert (command, &coalition_kind_listening_event, "doors", "name", "Doors", NULL);
  for (guint i = 0; i < 70; i++)
    {
      g_autofree char *id = g_strdup_printf ("voice-%u", i);
      g_autofree char *said = g_strdup_printf ("Voice number %u", i);

      insert (command, &coalition_kind_voice, id, "said", said, "event", "doors", NULL);
    }
  coalition_session_run (fixture->session, command, NULL);
  settle (fixture);
  show (fixture, inspector);
  coalition_session_reveal (fixture->session, get (fixture, &coalition_kind_listening_event, "doors"));
  settle (fixture);
  g_assert_cmpuint (count (inspector, is_type, &detail), ==, 30);
  g_assert_nonnull (find (inspector, shows_record, get (fixture, &coalition_kind_voice, "voice-69")));
  g_assert_null (find (inspector, shows_record, get (fixture, &coalition_kind_voice, "voice-0")));
  click (gtk_widget_get_ancestor (find (inspector, has_text, "40 more"), GTK_TYPE_BUTTON));
  settle (fixture);
  g_assert_cmpuint (count (inspector, is_type, &detail), ==, 60);

  show (fixture, panel);
  g_assert_cmpuint (count (panel, is_type, &list_row), <, 60);
  g_assert_nonnull (find (panel, has_text, "30 more"));
}

static void
select_two (Fixture    *fixture,
            const char *one,
            const char *two)
{
  coalition_session_select (fixture->session, get (fixture, &coalition_kind_party, one), FALSE);
  coalition_session_select (fixture->session, get (fixture, &coalition_kind_party, two), TRUE);
  settle (fixture);
}

static void
test_change_many (Fixture      *fixture,
                  gconstpointer data)
{
  GtkWidget *inspector = coalition_inspector_new (fixture->session);
  GtkWidget *form, *level, *place, *tags;

  show (fixture, inspector);
  select_two (fixture, "a", "c");
  form = find (inspector, is_type, &(GType) { COALITION_TYPE_SEVERAL_FORM });
  level = find (form, is_field, "level");
  place = find (form, is_field, "place");
  g_assert_null (find (form, is_field, "role"));
  g_assert_nonnull (find (level, has_text, "Various"));
  g_assert_true (gtk_widget_has_css_class (place, "various"));

  pick (find (level, is_type, &(GType) { COALITION_TYPE_PICKER }), "connector", NULL);
  settle (fixture);
  g_assert_cmpstr (coalition_record_get_text (get (fixture, &coalition_kind_party, "c"), "level"), ==, "connector");
  g_assert_cmpstr (coalition_campaign_get_undo_label (fixture->campaign), ==, "Change Level of 2 records");
  g_assert_null (find (level, has_text, "Various"));
  /* "Various" can be cleared: it is not as empty as it looks. */
  pick (find (find (form, is_field, "introduced_by"), is_type, &(GType) { COALITION_TYPE_PICKER }), NULL, "Ann");
  settle (fixture);
  g_assert_cmpstr (coalition_record_get_text (get (fixture, &coalition_kind_party, "c"), "introduced_by"), ==,
                   coalition_record_get_id (last (fixture, &coalition_kind_party)));

  tags = find (inspector, is_type, &(GType) { COALITION_TYPE_SEVERAL_TAGS });
  pick (find (tags, is_type, &(GType) { COALITION_TYPE_PICKER }), NULL, "has a van");
  settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (list (fixture, &coalition_kind_party_tag)), ==, 2);
  g_assert_nonnull (find (tags, has_text, "has a van"));
  click (find (gtk_widget_get_parent (find (tags, has_text, "has a van")), is_type, &(GType) { GTK_TYPE_BUTTON }));
  settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (list (fixture, &coalition_kind_party_tag)), ==, 0);
}

/* A conversation with several is logged once, and opens to be written down. */
static void
test_contact_of_several (Fixture      *fixture,
                         gconstpointer data)
{
  GtkWidget *inspector = coalition_inspector_new (fixture->session);

  show (fixture, inspector);
  select_two (fixture, "a", "c");
  click (gtk_widget_get_ancestor (find (inspector, has_text, "New Contact"), GTK_TYPE_BUTTON));
  settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (list (fixture, &coalition_kind_contact_party)), ==, 2);
  g_assert_true (coalition_session_get_current (fixture->session) == last (fixture, &coalition_kind_contact));
  g_assert_nonnull (find (inspector, is_field, "summary"));
  g_assert_nonnull (find (inspector, has_text, "Landlord"));
  g_assert_true (g_hash_table_contains (coalition_session_get_lit (fixture->session), "c"));
}

/* What is made of several wants a name at once: what is typed next is that. */
static void
test_name_new (Fixture      *fixture,
               gconstpointer data)
{
  GtkWidget *inspector = coalition_inspector_new (fixture->session);
  GtkWidget *focus;

  show (fixture, inspector);
  select_two (fixture, "a", "c");
  click (gtk_widget_get_ancestor (find (inspector, has_text, "New Forum"), GTK_TYPE_BUTTON));
  settle (fixture);
  /* As the panel of forums does. */
  coalition_session_reveal (fixture->session, last (fixture, &coalition_kind_forum));
  settle (fixture);
  focus = gtk_root_get_focus (gtk_widget_get_root (inspector));
  g_assert_true (GTK_IS_TEXT (focus));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (focus)), ==, "New forum");
  gtk_editable_set_text (GTK_EDITABLE (focus), "Street table");
  g_signal_emit_by_name (gtk_widget_get_parent (focus), "activate");
  settle (fixture);
  g_assert_cmpstr (coalition_record_get_title (last (fixture, &coalition_kind_forum)), ==, "Street table");
}

static void
test_merge (Fixture      *fixture,
            gconstpointer data)
{
  GtkWidget *inspector = coalition_inspector_new (fixture->session);
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *dialog = NULL;

  show (fixture, inspector);
  select_two (fixture, "b", "a");
  click (gtk_widget_get_ancestor (find (inspector, has_text, "Merge…"), GTK_TYPE_BUTTON));
  settle (fixture);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (COALITION_IS_MERGE_DIALOG (window))
        dialog = window;
    }
  g_assert_nonnull (dialog);
  gtk_test_widget_wait_for_draw (dialog);
  g_assert_nonnull (find (dialog, has_text, "1 between them removed"));
  g_assert_nonnull (find (dialog, has_text, "Place"));
  click (gtk_widget_get_ancestor (find (dialog, has_text, "Merge"), GTK_TYPE_BUTTON));
  settle (fixture);
  g_assert_null (get (fixture, &coalition_kind_party, "a"));
  g_assert_cmpstr (coalition_record_get_text (get (fixture, &coalition_kind_party, "b"), "place"), ==, "Elm Street");
  g_assert_cmpuint (g_list_model_get_n_items (list (fixture, &coalition_kind_tie)), ==, 0);
  g_assert_true (coalition_session_get_current (fixture->session) == get (fixture, &coalition_kind_party, "b"));
}

static gboolean
is_set (Fixture *fixture)
{
  return coalition_record_get_text (get (fixture, &coalition_kind_party, "a"), "picture") != NULL;
}

/* The picture of a party is read aside; what is none is told, and nothing changes. */
static void
test_picture (Fixture      *fixture,
              gconstpointer data)
{
  GtkWidget *row = coalition_picture_row_new (fixture->session, get (fixture, &coalition_kind_party, "a"));
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "coalition-test-picture.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 30, 20);

  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  show (fixture, row);
  coalition_picture_row_load (COALITION_PICTURE_ROW (row), file);
  while (!is_set (fixture))
    g_main_context_iteration (NULL, TRUE);
  settle (fixture);
  g_assert_cmpstr (coalition_record_get_text (last (fixture, &coalition_kind_image), "media_type"), ==, "image/png");
  g_assert_true (GDK_IS_TEXTURE (gtk_picture_get_paintable (GTK_PICTURE (find (row, is_type, &(GType) { GTK_TYPE_PICTURE })))));
  click (gtk_widget_get_ancestor (find (row, has_text, "Remove"), GTK_TYPE_BUTTON));
  settle (fixture);
  g_assert_false (is_set (fixture));
  g_assert_cmpuint (g_list_model_get_n_items (list (fixture, &coalition_kind_image)), ==, 0);

  g_assert_true (g_file_set_contents (path, "not a picture", -1, NULL));
  coalition_picture_row_load (COALITION_PICTURE_ROW (row), file);
  while (fixture->told->len == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (fixture->told->str, ==, "This picture cannot be used;");
  g_string_truncate (fixture->told, 0);
  g_assert_true (g_file_delete (file, NULL, NULL));
}

/* Every kind that can be looked at has a page, whatever its records hold. */
static void
test_pages (Fixture      *fixture,
            gconstpointer data)
{
  GtkWidget *inspector = coalition_inspector_new (fixture->session);
  g_autofree char *note = coalition_session_add_note (fixture->session, "Ask the union\nabout rooms", 0, 0);
  g_autofree char *voice = coalition_session_add (fixture->session, &coalition_kind_voice, "The heat is off");

  settle (fixture);
  show (fixture, inspector);
  coalition_session_reveal (fixture->session, get (fixture, &coalition_kind_note, note));
  settle (fixture);
  g_assert_nonnull (find (inspector, has_text, "Ask the union"));
  g_assert_nonnull (find (inspector, is_field, "color"));
  g_assert_null (find (inspector, is_field, "x"));
  g_assert_true (coalition_session_is_selected (fixture->session, get (fixture, &coalition_kind_note, note)));
  coalition_session_reveal (fixture->session, get (fixture, &coalition_kind_voice, voice));
  settle (fixture);
  g_assert_nonnull (find (inspector, is_field, "cases"));
  coalition_session_reveal (fixture->session, get (fixture, &coalition_kind_meeting, "noon"));
  settle (fixture);
  g_assert_nonnull (find (inspector, has_text, "Meeting · Lunch"));
  g_assert_nonnull (find (inspector, has_text, "Who came"));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  coalition_panels_init ();
#define ADD(name, function) g_test_add ("/panels/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("forum", test_forum);
  ADD ("name-new", test_name_new);
  ADD ("contacts", test_contacts);
  ADD ("listening", test_listening);
  ADD ("many", test_many);
  ADD ("change-many", test_change_many);
  ADD ("contact-of-several", test_contact_of_several);
  ADD ("merge", test_merge);
  ADD ("picture", test_picture);
  ADD ("other-pages", test_pages);

  return g_test_run ();
}
