/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The panels in a real window on a display of its own: forms, details, lists, selection, inspector. */

#include "coalition-concern-chip.h"
#include "coalition-date-button.h"
#include "coalition-detail-list.h"
#include "coalition-draft-row.h"
#include "coalition-field-row.h"
#include "coalition-form.h"
#include "coalition-inspector.h"
#include "coalition-life-path.h"
#include "coalition-page.h"
#include "coalition-panels.h"
#include "coalition-party-entry.h"
#include "coalition-party-row.h"
#include "coalition-records-panel.h"
#include "coalition-side-panel.h"
#include "coalition-text-area.h"
#include "coalition-yes-no.h"

#include <adwaita.h>

typedef struct
{
  CoalitionDocument *document;
  CoalitionSession *session;
  CoalitionCampaign *campaign;
  GtkWidget *window;
  char *party;
} Fixture;

static void
settle (Fixture *fixture)
{
  gboolean busy;

  /* What waits in the loop may begin an edit, and an edit that ends may leave something in the loop. */
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
          const char       *message)
{
  g_error ("%s: %s", title, message);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->document = coalition_document_create (NULL, "Rents", "Clinic", FALSE, &error);
  g_assert_no_error (error);
  fixture->session = coalition_session_new (fixture->document);
  fixture->campaign = coalition_session_get_campaign (fixture->session);
  g_signal_connect (fixture->session, "error", G_CALLBACK (error_cb), NULL);
  fixture->party = coalition_session_add_party (fixture->session, "House", 0, 0, FALSE);
  fixture->window = gtk_window_new ();
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
  g_assert_finalize_object (fixture->session);
  g_assert_true (coalition_document_close (fixture->document, &error));
  g_assert_no_error (error);
  g_object_unref (fixture->document);
  g_free (fixture->party);
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
get_party (Fixture *fixture)
{
  return coalition_campaign_get_record (fixture->campaign, &coalition_kind_party, fixture->party);
}

/* The first widget of a type below another, in the order of the tab key. */
static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_field (GtkWidget  *widget,
            const char *name)
{
  if (COALITION_IS_FIELD_ROW (widget) && g_str_equal (coalition_field_row_get_field (COALITION_FIELD_ROW (widget))->name, name))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_field (child, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_text (GtkWidget  *widget,
           const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_text (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
type_into (GtkWidget  *form,
           const char *field,
           const char *text)
{
  GtkWidget *row = find_field (form, field);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (find (row, GTK_TYPE_TEXT)), text);
}

static void
enter (GtkWidget  *form,
       const char *field)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (find (find_field (form, field), GTK_TYPE_TEXT), "activate", &handled);
}

/* An edit is one command, is followed back by undo, and comes from elsewhere as well. */
static void
test_edit (Fixture      *fixture,
           gconstpointer data)
{
  CoalitionForm *form = coalition_form_new (fixture->session, get_party (fixture), NULL, NULL, COALITION_FORM_MORE);
  GtkWidget *text;

  show (fixture, GTK_WIDGET (form));
  g_assert_nonnull (find_field (GTK_WIDGET (form), "place"));
  g_assert_null (find_field (GTK_WIDGET (form), "politics"));
  type_into (GTK_WIDGET (form), "place", "Elm Street");
  g_assert_null (coalition_record_get_text (get_party (fixture), "place"));
  enter (GTK_WIDGET (form), "place");
  settle (fixture);
  g_assert_cmpstr (coalition_record_get_text (get_party (fixture), "place"), ==, "Elm Street");
  g_assert_cmpstr (coalition_campaign_get_undo_label (fixture->campaign), ==, "Change Place of House");
  text = find (find_field (GTK_WIDGET (form), "place"), GTK_TYPE_TEXT);
  coalition_session_undo (fixture->session);
  settle (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "");

  /* What is being typed is not taken away by a change to another field. */
  type_into (GTK_WIDGET (form), "place", "Half a na");
  coalition_session_rename (fixture->session, get_party (fixture), "Hall");
  settle (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "Half a na");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (find_field (GTK_WIDGET (form), "name"), GTK_TYPE_TEXT))), ==, "Hall");
  g_assert_true (coalition_form_commit (form));
  settle (fixture);
  g_assert_cmpstr (coalition_record_get_text (get_party (fixture), "place"), ==, "Half a na");
}

/* What cannot be read is marked, kept, and not stored. */
static void
test_invalid (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *id = coalition_session_add (fixture->session, &coalition_kind_agreement, "Rooms");
  CoalitionRecord *agreement;
  CoalitionForm *form;
  GtkWidget *row;

  settle (fixture);
  agreement = coalition_campaign_get_record (fixture->campaign, &coalition_kind_agreement, id);
  form = coalition_form_new (fixture->session, agreement, NULL, NULL, COALITION_FORM_NONE);
  show (fixture, GTK_WIDGET (form));
  row = find_field (GTK_WIDGET (form), "start");
  type_into (GTK_WIDGET (form), "start", "when the snow melts");
  g_assert_false (coalition_form_commit (form));
  g_assert_true (gtk_widget_has_css_class (row, "invalid"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (row, GTK_TYPE_TEXT))), ==, "when the snow melts");
  g_assert_null (coalition_record_get_text (agreement, "start"));
  type_into (GTK_WIDGET (form), "start", "2027-03");
  g_assert_true (coalition_form_commit (form));
  settle (fixture);
  g_assert_false (gtk_widget_has_css_class (row, "invalid"));
  g_assert_cmpstr (coalition_record_get_text (agreement, "start"), ==, "2027-03");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (row, GTK_TYPE_TEXT))), ==, "Mar\u00a02027");

  type_into (GTK_WIDGET (form), "name", "");
  g_assert_false (coalition_form_commit (form));
  g_assert_cmpstr (coalition_record_get_title (agreement), ==, "Rooms");
}

/* A draft is inserted when it is whole, and not before. */
static void
test_draft (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const skip[] = { "party", NULL };
  CoalitionForm *form = coalition_form_new_draft (fixture->session, &coalition_kind_contact_detail, skip);
  CoalitionCommand *command = coalition_command_new ("Add", NULL);
  g_autoptr (GPtrArray) details = NULL;
  const char *id;

  show (fixture, GTK_WIDGET (form));
  g_assert_null (coalition_form_insert (form, command));
  g_assert_true (coalition_command_is_empty (command));
  g_assert_true (gtk_widget_has_css_class (find_field (GTK_WIDGET (form), "value"), "invalid"));
  type_into (GTK_WIDGET (form), "value", "555 0100");
  coalition_form_set_text (form, "kind", "phone");
  id = coalition_form_insert (form, command);
  g_assert_nonnull (id);
  coalition_command_set_text (command, &coalition_kind_contact_detail, id, "party", fixture->party);
  coalition_session_run (fixture->session, command, NULL);
  settle (fixture);
  details = coalition_campaign_get_referring (fixture->campaign, &coalition_kind_contact_detail, "party", fixture->party);
  g_assert_cmpuint (details->len, ==, 1);
  g_assert_cmpstr (coalition_record_get_text (details->pdata[0], "value"), ==, "555 0100");
  g_assert_cmpstr (coalition_record_get_text (details->pdata[0], "kind"), ==, "phone");
}

/* An own field appears in the form when it is made, is edited as any other, and goes when it is deleted. */
static void
test_own_field (Fixture      *fixture,
                gconstpointer data)
{
  CoalitionForm *form = coalition_form_new (fixture->session, get_party (fixture), NULL, NULL, COALITION_FORM_MORE | COALITION_FORM_OWN);
  CoalitionCommand *command = coalition_command_new ("Add", NULL);
  g_autofree char *id = g_strdup (coalition_command_insert (command, &coalition_kind_own_field, NULL));
  g_autoptr (GPtrArray) fields = NULL;
  const CoalitionField *own = NULL;
  GtkWidget *row = NULL;

  coalition_command_set_text (command, &coalition_kind_own_field, id, "name", "Region");
  coalition_command_set_text (command, &coalition_kind_own_field, id, "kind", "party");
  coalition_command_set_text (command, &coalition_kind_own_field, id, "type", "number");
  show (fixture, GTK_WIDGET (form));
  g_signal_emit_by_name (gtk_widget_get_ancestor (find_text (GTK_WIDGET (form), "More fields"), GTK_TYPE_BUTTON), "clicked");
  settle (fixture);
  g_assert_nonnull (find_field (GTK_WIDGET (form), "politics"));
  coalition_session_run (fixture->session, command, NULL);
  settle (fixture);
  fields = coalition_campaign_list_fields (fixture->campaign, &coalition_kind_party);
  for (guint i = 0; i < fields->len; i++)
    if (g_strcmp0 (coalition_field_get_own_id (fields->pdata[i]), id) == 0)
      own = fields->pdata[i];
  g_assert_nonnull (own);
  row = find_field (GTK_WIDGET (form), own->name);
  g_assert_nonnull (row);
  type_into (GTK_WIDGET (form), own->name, "twelve");
  g_assert_false (coalition_form_commit (form));
  type_into (GTK_WIDGET (form), own->name, "12.5");
  g_assert_true (coalition_form_commit (form));
  settle (fixture);
  {
    g_auto (CoalitionValue) value = COALITION_VALUE_INIT;
    g_autofree char *text = NULL;

    coalition_campaign_get_value (fixture->campaign, get_party (fixture), own, &value);
    text = coalition_value_to_text (&value);
    g_assert_cmpstr (text, ==, "12.5");
  }
  coalition_session_delete (fixture->session, coalition_campaign_get_record (fixture->campaign, &coalition_kind_own_field, id));
  settle (fixture);
  g_assert_null (find_text (GTK_WIDGET (form), "Region"));
}

/* What is selected in the list is selected on the map, and the other way round. */
static void
test_selection (Fixture      *fixture,
                gconstpointer data)
{
  GtkWidget *panel = coalition_side_panel_new (fixture->session);
  g_autoptr (GPtrArray) selected = NULL;
  GtkSelectionModel *model;
  guint position = GTK_INVALID_LIST_POSITION, n_selected;

  show (fixture, panel);
  model = gtk_list_view_get_model (GTK_LIST_VIEW (find (panel, GTK_TYPE_LIST_VIEW)));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (model), i);

      if ((gpointer) item == get_party (fixture))
        position = i;
    }
  g_assert_cmpuint (position, !=, GTK_INVALID_LIST_POSITION);
  gtk_selection_model_select_item (model, position, TRUE);
  g_assert_true (coalition_session_get_current (fixture->session) == get_party (fixture));
  coalition_session_select (fixture->session, coalition_campaign_get_us (fixture->campaign), TRUE);
  n_selected = gtk_bitset_get_size (gtk_selection_model_get_selection (model));
  g_assert_cmpuint (n_selected, ==, 2);
  coalition_session_clear (fixture->session);
  g_assert_true (gtk_bitset_is_empty (gtk_selection_model_get_selection (model)));

  /* Rows that move do not lose what the session knows. */
  coalition_session_select (fixture->session, get_party (fixture), FALSE);
  coalition_session_rename (fixture->session, get_party (fixture), "Aardvark House");
  settle (fixture);
  selected = coalition_session_get_selected (fixture->session, &coalition_kind_party);
  g_assert_cmpuint (selected->len, ==, 1);
  g_assert_cmpuint (gtk_bitset_get_size (gtk_selection_model_get_selection (model)), ==, 1);
}

/* The inspector shows what is current, and takes over what was typed before it shows something else. */
static void
test_inspector (Fixture      *fixture,
                gconstpointer data)
{
  GtkWidget *inspector = coalition_inspector_new (fixture->session);

  show (fixture, inspector);
  g_assert_nonnull (find_text (inspector, "Rents"));
  coalition_session_select (fixture->session, get_party (fixture), FALSE);
  settle (fixture);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_nonnull (find_text (inspector, "House"));
  type_into (inspector, "place", "Elm Street");
  coalition_session_select (fixture->session, coalition_campaign_get_us (fixture->campaign), FALSE);
  settle (fixture);
  g_assert_cmpstr (coalition_record_get_text (get_party (fixture), "place"), ==, "Elm Street");
  coalition_session_select (fixture->session, get_party (fixture), TRUE);
  settle (fixture);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_nonnull (find_text (inspector, "2 selected"));

  /* A record that goes takes its page with it. */
  coalition_session_select (fixture->session, get_party (fixture), FALSE);
  settle (fixture);
  type_into (inspector, "place", "Nowhere");
  coalition_session_delete (fixture->session, get_party (fixture));
  settle (fixture);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_nonnull (find_text (inspector, "Rents"));
}

static CoalitionRecord *
add_record (Fixture             *fixture,
            const CoalitionKind *kind,
            const char          *link,
            const char          *owner,
            const char          *field,
            const char          *text)
{
  CoalitionCommand *command = coalition_command_new ("Add", NULL);
  g_autofree char *id = g_strdup (coalition_command_insert (command, kind, NULL));

  coalition_command_set_text (command, kind, id, link, owner);
  coalition_command_set_text (command, kind, id, field, text);
  coalition_session_run (fixture->session, command, NULL);
  settle (fixture);

  return coalition_campaign_get_record (fixture->campaign, kind, id);
}

/* Every kind of record has a page, which shows the record's name and follows its deletion. */
static void
test_pages (Fixture      *fixture,
            gconstpointer data)
{
  const char *us = coalition_record_get_id (coalition_campaign_get_us (fixture->campaign));
  g_autofree char *tie = coalition_session_add_tie (fixture->session, fixture->party, us, "funds");
  g_autofree char *issue = coalition_session_add (fixture->session, &coalition_kind_issue, "Repairs");
  g_autofree char *agreement = coalition_session_add (fixture->session, &coalition_kind_agreement, "Rooms");
  const char *ids[] = { fixture->party, tie, issue, agreement };

  settle (fixture);
  add_record (fixture, &coalition_kind_agreement_party, "agreement", agreement, "party", fixture->party);
  add_record (fixture, &coalition_kind_asset, "party", fixture->party, "description", "Hall");
  add_record (fixture, &coalition_kind_task, "agreement", agreement, "name", "Print the flyer");
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      CoalitionRecord *record = coalition_campaign_find_record (fixture->campaign, ids[i]);
      g_autofree char *title = coalition_campaign_dup_title (fixture->campaign, record);

      show (fixture, coalition_page_new (fixture->session, record));
      g_assert_nonnull (find_text (fixture->window, title));
      if (record == get_party (fixture))
        g_assert_nonnull (find_text (fixture->window, "Hall"));
      if (i == 3)
        g_assert_nonnull (find_text (fixture->window, "Print the flyer"));
    }
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
}

/* Yes, no and not known are three things. */
static void
test_yes_no (Fixture      *fixture,
             gconstpointer data)
{
  CoalitionForm *form = coalition_form_new (fixture->session, get_party (fixture), NULL, NULL, COALITION_FORM_NONE);
  CoalitionYesNo *editor;
  GtkWidget *no;
  gint64 value = -1;

  show (fixture, GTK_WIDGET (form));
  editor = COALITION_YES_NO (find (find_field (GTK_WIDGET (form), "decision_maker"), COALITION_TYPE_YES_NO));
  no = gtk_widget_get_last_child (GTK_WIDGET (editor));
  g_assert_cmpint (coalition_yes_no_get_value (editor), ==, -1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (no), TRUE);
  settle (fixture);
  g_assert_true (coalition_record_get_integer (get_party (fixture), "decision_maker", &value));
  g_assert_cmpint (value, ==, 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_first_child (GTK_WIDGET (editor))), TRUE);
  settle (fixture);
  g_assert_true (coalition_record_get_boolean (get_party (fixture), "decision_maker"));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (no)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_first_child (GTK_WIDGET (editor))), FALSE);
  settle (fixture);
  g_assert_false (coalition_record_get_integer (get_party (fixture), "decision_maker", &value));
  g_assert_cmpint (coalition_yes_no_get_value (editor), ==, -1);
}

/* When the type of an own field changes, its values stay as they were written and are still seen. */
static void
test_own_type (Fixture      *fixture,
               gconstpointer data)
{
  static const char *const types[] = { "number", "date", "choice", "yes-no", "text" };
  CoalitionForm *form = coalition_form_new (fixture->session, get_party (fixture), NULL, NULL, COALITION_FORM_MORE | COALITION_FORM_OWN);
  CoalitionCommand *command = coalition_command_new ("Add", NULL);
  g_autofree char *id = g_strdup (coalition_command_insert (command, &coalition_kind_own_field, NULL));
  g_autofree char *name = g_strconcat ("own:", id, NULL);
  CoalitionRecord *own;

  coalition_command_set_text (command, &coalition_kind_own_field, id, "name", "Members");
  coalition_command_set_text (command, &coalition_kind_own_field, id, "kind", "party");
  coalition_command_set_text (command, &coalition_kind_own_field, id, "type", "text");
  coalition_session_run (fixture->session, command, NULL);
  show (fixture, GTK_WIDGET (form));
  g_signal_emit_by_name (gtk_widget_get_ancestor (find_text (GTK_WIDGET (form), "More fields"), GTK_TYPE_BUTTON), "clicked");
  settle (fixture);
  type_into (GTK_WIDGET (form), name, "about ninety");
  g_assert_true (coalition_form_commit (form));
  settle (fixture);
  own = coalition_campaign_get_record (fixture->campaign, &coalition_kind_own_field, id);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *row, *text;

      command = coalition_command_new ("Change", NULL);
      coalition_command_set_text (command, &coalition_kind_own_field, id, "type", types[i]);
      coalition_session_run (fixture->session, command, NULL);
      settle (fixture);
      gtk_test_widget_wait_for_draw (fixture->window);
      g_assert_cmpstr (coalition_record_get_text (own, "type"), ==, types[i]);
      row = find_field (GTK_WIDGET (form), name);
      g_assert_nonnull (row);
      text = find (row, GTK_TYPE_TEXT);
      if (text != NULL && GTK_IS_TEXT (text) && gtk_widget_get_mapped (text))
        g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "about ninety");
      else
        g_assert_nonnull (find_text (row, "about ninety"));
      g_assert_true (coalition_form_commit (form));
      settle (fixture);
      g_assert_cmpstr (coalition_campaign_get_own_text (fixture->campaign, fixture->party, id), ==, "about ninety");
    }
}

/* Lines from a spreadsheet become parties in one step. */
static void
test_lines (Fixture      *fixture,
            gconstpointer data)
{
  GtkWidget *panel = coalition_side_panel_new (fixture->session);
  GListModel *parties = coalition_campaign_get_records (fixture->campaign, &coalition_kind_party);
  guint n = g_list_model_get_n_items (parties);
  GtkWidget *entry;

  show (fixture, panel);
  entry = find (find (panel, COALITION_TYPE_PARTY_ENTRY), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Parish\tChurch\r\n\r\n  Union \r\nSchool\n");
  settle (fixture);
  settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (parties), ==, n + 3);
  g_assert_cmpstr (coalition_campaign_get_undo_label (fixture->campaign), ==, "Add 3 parties");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  coalition_session_undo (fixture->session);
  settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (parties), ==, n);

  /* One cell waits for Enter, without its line end. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "Parish\n");
  settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (parties), ==, n);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Parish");
}

/* A list is narrowed to what concerns a party only when asked for, says so, and stays so while its records are read. */
static void
test_concern (Fixture      *fixture,
              gconstpointer data)
{
  GtkWidget *panel = coalition_agreements_panel_new (fixture->session);
  g_autofree char *theirs = coalition_session_add (fixture->session, &coalition_kind_agreement, "Rooms");
  g_autofree char *other = coalition_session_add (fixture->session, &coalition_kind_agreement, "Flyers");
  GtkWidget *chip;

  settle (fixture);
  add_record (fixture, &coalition_kind_agreement_party, "agreement", theirs, "party", fixture->party);
  show (fixture, panel);
  chip = find (panel, COALITION_TYPE_CONCERN_CHIP);
  g_assert_false (gtk_widget_get_visible (chip));
  coalition_session_select (fixture->session, get_party (fixture), FALSE);
  settle (fixture);
  g_assert_nonnull (find_text (panel, "Concerning House"));
  g_assert_nonnull (find_text (panel, "Flyers"));
  coalition_concern_chip_set_on (COALITION_CONCERN_CHIP (chip), TRUE);
  settle (fixture);
  g_assert_nonnull (find_text (panel, "Rooms"));
  g_assert_null (find_text (panel, "Flyers"));
  coalition_session_clear (fixture->session);
  settle (fixture);
  g_assert_nonnull (find_text (panel, "Concerning House"));
  g_assert_null (find_text (panel, "Flyers"));
  coalition_session_delete (fixture->session, get_party (fixture));
  settle (fixture);
  g_assert_false (gtk_widget_get_visible (chip));
  g_assert_nonnull (find_text (panel, "Flyers"));
}

/* What is typed and not entered is taken over: a new name, and a detail that is whole. */
static void
test_commit (Fixture      *fixture,
             gconstpointer data)
{
  GtkWidget *inspector = coalition_inspector_new (fixture->session);
  g_autoptr (GPtrArray) details = NULL;
  GtkWidget *list;

  show (fixture, inspector);
  coalition_session_select (fixture->session, get_party (fixture), FALSE);
  settle (fixture);
  gtk_test_widget_wait_for_draw (fixture->window);
  coalition_inspector_rename (COALITION_INSPECTOR (inspector));
  gtk_editable_set_text (GTK_EDITABLE (find (inspector, GTK_TYPE_ENTRY)), "Hall");
  coalition_inspector_commit (COALITION_INSPECTOR (inspector));
  settle (fixture);
  g_assert_cmpstr (coalition_record_get_title (get_party (fixture)), ==, "Hall");

  list = gtk_widget_get_ancestor (find_text (inspector, "Contact details"), COALITION_TYPE_DETAIL_LIST);
  for (guint i = 0; i < 2; i++)
    {
      g_signal_emit_by_name (find (list, GTK_TYPE_BUTTON), "clicked");
      settle (fixture);
      g_assert_nonnull (find (list, COALITION_TYPE_DRAFT_ROW));
      /* What nobody touched is no detail. */
      coalition_inspector_commit (COALITION_INSPECTOR (inspector));
      settle (fixture);
      type_into (list, "value", i == 0 ? "555 0100" : "555 0101");
      coalition_inspector_commit (COALITION_INSPECTOR (inspector));
      settle (fixture);
      g_assert_null (find (list, COALITION_TYPE_DRAFT_ROW));
    }
  details = coalition_campaign_get_referring (fixture->campaign, &coalition_kind_contact_detail, "party", fixture->party);
  g_assert_cmpuint (details->len, ==, 2);
}

static void
picked_cb (GtkWidget  *button,
           const char *date,
           char      **picked)
{
  g_free (*picked);
  *picked = g_strdup (date);
}

/* Turning the pages of the calendar picks nothing. */
static void
test_calendar (Fixture      *fixture,
               gconstpointer data)
{
  GtkWidget *button = coalition_date_button_new ("Start", TRUE);
  g_autoptr (GDateTime) day = g_date_time_new_utc (2027, 3, 10, 12, 0, 0);
  g_autofree char *picked = NULL;
  GtkWidget *calendar;

  coalition_date_button_set_date (COALITION_DATE_BUTTON (button), "2027-02-09");
  g_signal_connect (button, "picked", G_CALLBACK (picked_cb), &picked);
  show (fixture, button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (find (button, GTK_TYPE_MENU_BUTTON)));
  settle (fixture);
  calendar = find (button, GTK_TYPE_CALENDAR);
  g_assert_nonnull (calendar);
  g_signal_emit_by_name (calendar, "day-selected");
  g_signal_emit_by_name (calendar, "next-month");
  settle (fixture);
  g_assert_null (picked);
  gtk_calendar_select_day (GTK_CALENDAR (calendar), day);
  settle (fixture);
  g_assert_cmpstr (picked, ==, "2027-03-10");
}

/* Where its words would break, the life path runs downward. */
static void
test_life_path (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *id = coalition_session_add (fixture->session, &coalition_kind_agreement, "Rooms");
  GtkWidget *path;

  settle (fixture);
  path = coalition_life_path_new (fixture->session, coalition_campaign_get_record (fixture->campaign, &coalition_kind_agreement, id),
                                  "status");
  gtk_widget_set_halign (path, GTK_ALIGN_START);
  gtk_widget_set_size_request (path, 1000, -1);
  show (fixture, path);
  g_assert_cmpint (gtk_orientable_get_orientation (GTK_ORIENTABLE (path)), ==, GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (path, -1, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (path); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (child))), "Donaudampfschifffahrtsgesellschaftskapitän");
  gtk_widget_set_halign (path, GTK_ALIGN_FILL);
  gtk_widget_set_size_request (fixture->window, 300, 300);
  gtk_test_widget_wait_for_draw (fixture->window);
  settle (fixture);
  g_assert_cmpint (gtk_orientable_get_orientation (GTK_ORIENTABLE (path)), ==, GTK_ORIENTATION_VERTICAL);
}

/* However wide it is, a text is as high as its last line needs. */
static void
test_text_area (Fixture      *fixture,
                gconstpointer data)
{
  GtkWidget *area = coalition_text_area_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (area));
  guint lines = 0;

  gtk_text_buffer_set_text (buffer, "Studio, Thursday before the show", -1);
  show (fixture, area);
  for (int width = 60; width < 320; width++)
    {
      GdkRectangle last;
      GtkTextIter end;
      int height;

      gtk_widget_measure (area, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
      gtk_widget_allocate (area, width, height, -1, NULL);
      gtk_text_buffer_get_end_iter (buffer, &end);
      gtk_text_view_get_iter_location (GTK_TEXT_VIEW (area), &end, &last);
      g_assert_cmpint (last.y + last.height, <=, height);
      lines = MAX (lines, (guint) (height / last.height));
    }
  g_assert_cmpuint (lines, >, 1);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  coalition_panels_init ();
  g_test_add ("/panels/form/edit", Fixture, NULL, set_up, test_edit, tear_down);
  g_test_add ("/panels/form/invalid", Fixture, NULL, set_up, test_invalid, tear_down);
  g_test_add ("/panels/form/draft", Fixture, NULL, set_up, test_draft, tear_down);
  g_test_add ("/panels/form/own-field", Fixture, NULL, set_up, test_own_field, tear_down);
  g_test_add ("/panels/selection", Fixture, NULL, set_up, test_selection, tear_down);
  g_test_add ("/panels/inspector", Fixture, NULL, set_up, test_inspector, tear_down);
  g_test_add ("/panels/form/yes-no", Fixture, NULL, set_up, test_yes_no, tear_down);
  g_test_add ("/panels/form/own-type", Fixture, NULL, set_up, test_own_type, tear_down);
  g_test_add ("/panels/form/calendar", Fixture, NULL, set_up, test_calendar, tear_down);
  g_test_add ("/panels/lines", Fixture, NULL, set_up, test_lines, tear_down);
  g_test_add ("/panels/concern", Fixture, NULL, set_up, test_concern, tear_down);
  g_test_add ("/panels/commit", Fixture, NULL, set_up, test_commit, tear_down);
  g_test_add ("/panels/life-path", Fixture, NULL, set_up, test_life_path, tear_down);
  g_test_add ("/panels/text-area", Fixture, NULL, set_up, test_text_area, tear_down);
  g_test_add ("/panels/pages", Fixture, NULL, set_up, test_pages, tear_down);

  return g_test_run ();
}
