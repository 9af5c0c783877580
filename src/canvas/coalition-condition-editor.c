/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-condition-editor.h"

#include "coalition-date-popover.h"
#include "coalition-date.h"
#include "coalition-text.h"

#include <glib/gi18n-lib.h>

/* From so many values on there is a search above the list. */
#define MANY 9

/* Up to so many different texts one is chosen from a list rather than written. */
#define FEW 40

/* More values than these are not listed; a text is found by what it contains. */
#define MOST 2000

/* In pixels, of a list of values. */
#define LIST_HEIGHT 220

#define KEY "coalition-key"

/**
 * Ask:
 *
 * What kind of value is asked for.
 */
typedef enum {
  ASK_NOTHING,
  ASK_LIST,
  ASK_TEXT,
  ASK_NUMBER,
  ASK_DATE,
  ASK_STEPS,
} Ask;

struct _CoalitionConditionEditor
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkDropDown *tests_drop;
  GtkStack *stack;
  GtkWidget *search;
  GtkWidget *list; /* of check buttons */
  GtkWidget *list_hint;
  GtkWidget *text_entry;
  GtkWidget *number_spin;
  GtkWidget *date_entry;
  CoalitionDatePopover *date_popover;
  GtkWidget *steps_spin;
  GtkLabel *steps_label;

  CoalitionSession *session;
  const CoalitionFilterSubject *subject; /* of the one who asks */
  const CoalitionFilterTest *tests;
  guint n_tests;
  GHashTable *chosen;  /* keys of the list that were checked before it was filled */
  GPtrArray *near;     /* ids of the parties that steps are counted from */
  gboolean setting;
};

enum {
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CoalitionConditionEditor, coalition_condition_editor, GTK_TYPE_WIDGET)

static CoalitionFilterTest
get_test (CoalitionConditionEditor *self)
{
  guint index = gtk_drop_down_get_selected (self->tests_drop);

  return self->tests[MIN (index, self->n_tests - 1)];
}

static Ask
get_ask (CoalitionConditionEditor *self)
{
  const CoalitionField *field = self->subject->field;

  if (g_str_equal (self->subject->id, "near"))
    return ASK_STEPS;
  switch (get_test (self))
    {
    case COALITION_FILTER_KNOWN:
    case COALITION_FILTER_UNKNOWN:
    case COALITION_FILTER_NEVER:
      return ASK_NOTHING;
    case COALITION_FILTER_SINCE:
    case COALITION_FILTER_BEFORE:
      return ASK_DATE;
    case COALITION_FILTER_AT_LEAST:
    case COALITION_FILTER_AT_MOST:
      return ASK_NUMBER;
    case COALITION_FILTER_HAS_TEXT:
      return ASK_TEXT;
    case COALITION_FILTER_IS:
    case COALITION_FILTER_IS_NOT:
    default:
      return field != NULL && (field->type == COALITION_FIELD_INTEGER || field->type == COALITION_FIELD_REAL) ? ASK_NUMBER : ASK_LIST;
    }
}

/* --- the list ---------------------------------------------------------------------------------------------------- */

static void
add_value (CoalitionConditionEditor *self,
           const char               *key,
           const char               *label)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_hash_table_contains (self->chosen, key));
  g_object_set_data_full (G_OBJECT (check), KEY, g_strdup (key), g_free);
  gtk_box_append (GTK_BOX (self->list), check);
}

static const CoalitionKind *
get_kind (CoalitionConditionEditor *self)
{
  return g_str_has_prefix (self->subject->id, "tie.") ? &coalition_kind_tie : &coalition_kind_party;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* What people have written, besides the choices that are offered: own words of an open list, places, names. */
static GPtrArray *
list_written (CoalitionConditionEditor *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  GListModel *records = coalition_campaign_get_records (campaign, get_kind (self));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (records) && values->len < MOST; i++)
    {
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (records, i);
      g_auto (CoalitionValue) value = COALITION_VALUE_INIT;

      coalition_campaign_get_value (campaign, record, self->subject->field, &value);
      if (value.type != COALITION_VALUE_TEXT || *value.text == '\0'
          || (self->subject->field->choices != NULL && coalition_field_find_choice (self->subject->field, value.text) != NULL))
        continue;
      if (g_hash_table_add (seen, coalition_text_fold (value.text)))
        g_ptr_array_add (values, g_strdup (value.text));
    }
  g_ptr_array_sort (values, compare_texts);
  return values;
}

static void
add_records (CoalitionConditionEditor *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  GListModel *records = coalition_campaign_get_records (campaign, self->subject->target);

  for (guint i = 0; i < MIN (g_list_model_get_n_items (records), MOST); i++)
    {
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (records, i);
      g_autofree char *title = coalition_campaign_dup_title (campaign, record);

      add_value (self, coalition_record_get_id (record), title);
    }
}

/* Returns how many values there are. */
static guint
fill_list (CoalitionConditionEditor *self)
{
  const CoalitionField *field = self->subject->field;
  GtkWidget *check;
  guint n = 0;

  while ((check = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), check);
  if (self->subject->target != NULL)
    {
      add_records (self);
    }
  else if (field != NULL && field->type == COALITION_FIELD_BOOLEAN)
    {
      add_value (self, "yes", _("Yes"));
      add_value (self, "no", _("No"));
    }
  else if (field != NULL)
    {
      gboolean own = coalition_field_get_own_id (field) != NULL;

      for (int i = 0; field->choices != NULL && field->choices[i].key != NULL; i++)
        add_value (self, field->choices[i].key, own ? field->choices[i].label : _(field->choices[i].label));
      if (!g_str_has_prefix (self->subject->id, "judgement."))
        {
          g_autoptr (GPtrArray) written = list_written (self);

          for (guint i = 0; i < written->len; i++)
            add_value (self, written->pdata[i], written->pdata[i]);
        }
    }
  for (check = gtk_widget_get_first_child (self->list); check != NULL; check = gtk_widget_get_next_sibling (check))
    n++;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_set_visible (self->search, n >= MANY);
  gtk_widget_set_visible (self->list_hint, n == 0);
  return n;
}

static void
search_cb (CoalitionConditionEditor *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->search));

  for (GtkWidget *check = gtk_widget_get_first_child (self->list); check != NULL; check = gtk_widget_get_next_sibling (check))
    gtk_widget_set_visible (check, *query == '\0' || coalition_text_matches (gtk_check_button_get_label (GTK_CHECK_BUTTON (check)), query));
}

/* Enter in the search checks what was found first. */
static void
search_activate_cb (CoalitionConditionEditor *self)
{
  search_cb (self);
  for (GtkWidget *check = gtk_widget_get_first_child (self->list); check != NULL; check = gtk_widget_get_next_sibling (check))
    if (gtk_widget_get_visible (check))
      {
        gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
        gtk_widget_grab_focus (check);
        return;
      }
  gtk_widget_error_bell (self->search);
}

/* The search keeps Escape for itself; here it closes what the editor is in. */
static void
stop_search_cb (CoalitionConditionEditor *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

/* Space checks a value; Enter is done with them. */
static gboolean
list_key_cb (CoalitionConditionEditor *self,
             guint                     key)
{
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[DONE], 0);
  return GDK_EVENT_STOP;
}

/* --- the rest ------------------------------------------------------------------------------------------------------ */

static void
test_cb (CoalitionConditionEditor *self)
{
  static const char *const pages[] = { "nothing", "list", "text", "number", "date", "steps" };

  if (!self->setting && self->subject != NULL)
    gtk_stack_set_visible_child_name (self->stack, pages[get_ask (self)]);
}

static void
done_cb (CoalitionConditionEditor *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static void
picked_cb (CoalitionConditionEditor *self,
           const char               *date)
{
  g_autofree char *text = coalition_date_format (date);

  gtk_editable_set_text (GTK_EDITABLE (self->date_entry), text);
}

static void
date_changed_cb (CoalitionConditionEditor *self)
{
  gtk_widget_remove_css_class (self->date_entry, "error");
}

/* The parties that steps are counted from: those of the condition, or else those that are selected. */
static void
set_near (CoalitionConditionEditor *self,
          const CoalitionCondition *condition)
{
  g_autoptr (GPtrArray) parties = coalition_session_get_selected (self->session, &coalition_kind_party);
  g_autofree char *text = NULL;

  g_ptr_array_set_size (self->near, 0);
  for (int i = 1; condition != NULL && condition->values[0] != NULL && condition->values[i] != NULL; i++)
    g_ptr_array_add (self->near, g_strdup (condition->values[i]));
  for (guint i = 0; condition == NULL && parties != NULL && i < parties->len; i++)
    g_ptr_array_add (self->near, g_strdup (coalition_record_get_id (parties->pdata[i])));
  if (self->near->len == 1)
    {
      CoalitionRecord *party = coalition_campaign_get_record (coalition_session_get_campaign (self->session),
                                                              &coalition_kind_party, self->near->pdata[0]);

      /* Translators: after a number of steps over ties */
      text = g_strdup_printf (_("steps from %s"), party != NULL ? coalition_record_get_title (party) : "?");
    }
  else if (self->near->len > 1)
    {
      text = g_strdup_printf (ngettext ("steps from %u party", "steps from %u parties", self->near->len), self->near->len);
    }
  else
    {
      text = g_strdup (_("steps. First select a party on the map."));
    }
  gtk_label_set_text (self->steps_label, text);
}

static void
set_values (CoalitionConditionEditor *self,
            const CoalitionCondition *condition)
{
  const CoalitionField *field = self->subject->field;
  const char *first = condition != NULL ? condition->values[0] : NULL;
  g_autofree char *date = coalition_date_format (first);
  gboolean real = field != NULL && field->type == COALITION_FIELD_REAL;
  gboolean bounded = field != NULL && field->minimum < field->maximum;

  gtk_editable_set_text (GTK_EDITABLE (self->text_entry), first != NULL ? first : "");
  gtk_editable_set_text (GTK_EDITABLE (self->date_entry), first != NULL ? date : "");
  coalition_date_popover_set_date (self->date_popover, coalition_date_is_valid (first) ? first : NULL);
  gtk_spin_button_set_range (GTK_SPIN_BUTTON (self->number_spin), bounded ? field->minimum : -1e9, bounded ? field->maximum : 1e9);
  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (self->number_spin), real ? 2 : 0);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->number_spin), first != NULL ? g_ascii_strtod (first, NULL)
                                                                  : field != NULL && (field->flags & COALITION_FIELD_RATING) ? 3 : 0);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->steps_spin), first != NULL ? g_ascii_strtod (first, NULL) : 2);
  g_hash_table_remove_all (self->chosen);
  for (int i = 0; condition != NULL && condition->values[i] != NULL; i++)
    g_hash_table_add (self->chosen, g_strdup (condition->values[i]));
}

/* Where the value is given; GTK's own way would go on to the next when something in here has the focus already. */
static gboolean
coalition_condition_editor_grab_focus (GtkWidget *widget)
{
  CoalitionConditionEditor *self = COALITION_CONDITION_EDITOR (widget);
  GtkWidget *first = gtk_widget_get_first_child (self->list);
  GtkWidget *widgets[] = {
    [ASK_NOTHING] = GTK_WIDGET (self->tests_drop),
    [ASK_LIST] = gtk_widget_get_visible (self->search) ? self->search : first != NULL ? first : GTK_WIDGET (self->tests_drop),
    [ASK_TEXT] = self->text_entry, [ASK_NUMBER] = self->number_spin, [ASK_DATE] = self->date_entry,
    [ASK_STEPS] = self->steps_spin,
  };

  return self->subject != NULL && gtk_widget_grab_focus (widgets[get_ask (self)]);
}

static void
coalition_condition_editor_dispose (GObject *object)
{
  CoalitionConditionEditor *self = COALITION_CONDITION_EDITOR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_pointer (&self->chosen, g_hash_table_unref);
  g_clear_pointer (&self->near, g_ptr_array_unref);
  G_OBJECT_CLASS (coalition_condition_editor_parent_class)->dispose (object);
}

static void
coalition_condition_editor_class_init (CoalitionConditionEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coalition_condition_editor_dispose;
  widget_class->grab_focus = coalition_condition_editor_grab_focus;
  signals[DONE] = g_signal_new ("done", COALITION_TYPE_CONDITION_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
name_widget (GtkWidget  *widget,
             const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Enter in a spin button is told by the text in it only. */
static void
listen_to_spin (CoalitionConditionEditor *self,
                GtkWidget                *spin)
{
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (spin)), "activate", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
}

static void
make_list (CoalitionConditionEditor *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *scrolled = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = gtk_search_entry_new ();
  name_widget (self->search, _("Search the values"));
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (stop_search_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (search_activate_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (page), self->search);
  self->list = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 2,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  name_widget (self->list, _("Values, of which one is enough"));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (list_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->list, keys);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_box_append (GTK_BOX (page), scrolled);
  self->list_hint = gtk_label_new (_("There is nothing to choose from yet."));
  gtk_widget_add_css_class (self->list_hint, "dim-label");
  gtk_box_append (GTK_BOX (page), self->list_hint);
  gtk_stack_add_named (self->stack, page, "list");
}

static void
make_date (CoalitionConditionEditor *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4), *button = gtk_menu_button_new ();

  self->date_entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->date_entry), _("Date, as 2024-05-31 or May 2024"));
  gtk_widget_set_hexpand (self->date_entry, TRUE);
  name_widget (self->date_entry, _("Date"));
  g_signal_connect_object (self->date_entry, "activate", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->date_entry, "changed", G_CALLBACK (date_changed_cb), self, G_CONNECT_SWAPPED);
  self->date_popover = coalition_date_popover_new (FALSE);
  g_signal_connect_object (self->date_popover, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), GTK_WIDGET (self->date_popover));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_widget_set_tooltip_text (button, _("Calendar"));
  name_widget (button, _("Calendar"));
  gtk_box_append (GTK_BOX (page), self->date_entry);
  gtk_box_append (GTK_BOX (page), button);
  gtk_stack_add_named (self->stack, page, "date");
}

static void
make_steps (CoalitionConditionEditor *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->steps_spin = gtk_spin_button_new_with_range (0, 20, 1);
  name_widget (self->steps_spin, _("Steps"));
  listen_to_spin (self, self->steps_spin);
  self->steps_label = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_wrap (self->steps_label, TRUE);
  gtk_label_set_xalign (self->steps_label, 0);
  gtk_label_set_max_width_chars (self->steps_label, 24);
  gtk_box_append (GTK_BOX (page), self->steps_spin);
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (self->steps_label));
  gtk_stack_add_named (self->stack, page, "steps");
}

static void
coalition_condition_editor_init (CoalitionConditionEditor *self)
{
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->near = g_ptr_array_new_with_free_func (g_free);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->tests_drop = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  name_widget (GTK_WIDGET (self->tests_drop), _("How it compares"));
  g_signal_connect_object (self->tests_drop, "notify::selected", G_CALLBACK (test_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->tests_drop));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->stack));

  gtk_stack_add_named (self->stack, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "nothing");
  make_list (self);
  self->text_entry = gtk_entry_new ();
  name_widget (self->text_entry, _("Text"));
  g_signal_connect_object (self->text_entry, "activate", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, self->text_entry, "text");
  self->number_spin = gtk_spin_button_new_with_range (-1e9, 1e9, 1);
  name_widget (self->number_spin, _("Number"));
  listen_to_spin (self, self->number_spin);
  gtk_stack_add_named (self->stack, self->number_spin, "number");
  make_date (self);
  make_steps (self);
}

/**
 * coalition_condition_editor_set:
 * @self: an editor
 * @session: the session
 * @subject: what is compared; to be kept by the caller as long as the editor is asked
 * @condition: (nullable): what is changed; %NULL for a new condition
 *
 * Begins to ask.
 */
void
coalition_condition_editor_set (CoalitionConditionEditor     *self,
                                CoalitionSession             *session,
                                const CoalitionFilterSubject *subject,
                                const CoalitionCondition     *condition)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = 0;

  g_set_object (&self->session, session);
  self->subject = subject;
  self->tests = coalition_filter_subject_get_tests (subject, &self->n_tests);
  self->setting = TRUE;
  for (guint i = 0; i < self->n_tests; i++)
    {
      gtk_string_list_append (labels, coalition_filter_test_get_label (self->tests[i]));
      if (condition != NULL && self->tests[i] == condition->test)
        selected = i;
    }
  gtk_drop_down_set_model (self->tests_drop, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->tests_drop, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->tests_drop), self->n_tests > 1);
  set_values (self, condition);
  set_near (self, g_str_equal (subject->id, "near") ? condition : NULL);
  if (subject->target != NULL || (subject->field != NULL && subject->field->type != COALITION_FIELD_LONG_TEXT))
    {
      guint n = fill_list (self);

      if (condition == NULL && subject->field != NULL && subject->field->type == COALITION_FIELD_TEXT && n > 0 && n <= FEW)
        for (guint i = 0; i < self->n_tests; i++)
          if (self->tests[i] == COALITION_FILTER_IS)
            gtk_drop_down_set_selected (self->tests_drop, i);
    }
  self->setting = FALSE;
  test_cb (self);
}

/* The keys of what is checked in the list. */
static void
add_checked (CoalitionConditionEditor *self,
             GPtrArray                *texts)
{
  for (GtkWidget *check = gtk_widget_get_first_child (self->list); check != NULL; check = gtk_widget_get_next_sibling (check))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
      g_ptr_array_add (texts, g_strdup (g_object_get_data (G_OBJECT (check), KEY)));
}

/**
 * coalition_condition_editor_get:
 * @self: an editor that was asked
 * @test: (out): how it compares
 * @values: (out) (transfer full): with what
 *
 * Reads what was answered. What is missing or cannot be read is marked.
 *
 * Returns: whether the condition is complete
 */
gboolean
coalition_condition_editor_get (CoalitionConditionEditor *self,
                                CoalitionFilterTest      *test,
                                GStrv                    *values)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  Ask ask = get_ask (self);
  char *text;

  switch (ask)
    {
    case ASK_LIST:
      add_checked (self, texts);
      break;
    case ASK_TEXT:
      text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text_entry))));
      g_ptr_array_add (texts, text);
      if (*text == '\0')
        g_ptr_array_set_size (texts, 0);
      break;
    case ASK_NUMBER:
      gtk_spin_button_update (GTK_SPIN_BUTTON (self->number_spin));
      g_ptr_array_add (texts, g_strdup (g_ascii_formatd (number, sizeof number, "%.10g", gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->number_spin)))));
      break;
    case ASK_DATE:
      text = coalition_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->date_entry)));
      if (text != NULL)
        g_ptr_array_add (texts, text);
      else
        gtk_widget_add_css_class (self->date_entry, "error");
      break;
    case ASK_STEPS:
      gtk_spin_button_update (GTK_SPIN_BUTTON (self->steps_spin));
      for (guint i = 0; i < self->near->len; i++)
        g_ptr_array_add (texts, g_strdup (self->near->pdata[i]));
      if (texts->len > 0)
        g_ptr_array_insert (texts, 0, g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->steps_spin))));
      break;
    case ASK_NOTHING:
    default:
      break;
    }
  if (texts->len == 0 && ask != ASK_NOTHING)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return FALSE;
    }
  *test = get_test (self);
  g_ptr_array_add (texts, NULL);
  *values = (GStrv) g_ptr_array_free (g_steal_pointer (&texts), FALSE);
  return TRUE;
}
