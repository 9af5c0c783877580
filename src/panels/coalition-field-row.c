/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-field-row.h"

#include "coalition-date-button.h"
#include "coalition-dots.h"
#include "coalition-field-text.h"
#include "coalition-link-row.h"
#include "coalition-picker.h"
#include "coalition-text-area.h"
#include "coalition-yes-no.h"

#include <glib/gi18n-lib.h>

/**
 * CoalitionFieldRow:
 *
 * The editor of one field, whatever its type: a caption over an entry, a text, a list to pick from, or beside
 * yes and no or dots. It holds a value and knows nothing of records. Signal "committed": a person changed the value, by Enter or
 * by leaving; text that cannot be read stays where it is, with a message below, and is not committed.
 */
struct _CoalitionFieldRow
{
  GtkListBoxRow parent_instance;

  CoalitionSession *session;
  const CoalitionField *field;
  CoalitionValue value;
  char *new_title;
  gboolean loading;
  gboolean editing;
  gboolean various;

  GtkBox *columns;
  GtkWidget *caption;
  GtkWidget *editor;
  GtkWidget *jump;
  GtkWidget *calendar;
  GtkLabel *verbatim; /* beside yes and no and dots: text that is neither */
  GtkLabel *error;
};

enum
{
  COMMITTED,
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CoalitionFieldRow, coalition_field_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
is_text_view (CoalitionFieldRow *self)
{
  return GTK_IS_TEXT_VIEW (self->editor);
}

static char *
get_typed (CoalitionFieldRow *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (!is_text_view (self))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor)));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor));
  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
set_typed (CoalitionFieldRow *self,
           const char        *text)
{
  g_autofree char *old = get_typed (self);

  if (g_str_equal (old, text))
    return;
  self->loading = TRUE;
  if (is_text_view (self))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->editor), text);
  self->loading = FALSE;
}

static gboolean
is_typed (CoalitionFieldRow *self)
{
  return is_text_view (self) || GTK_IS_EDITABLE (self->editor);
}

/* What the entry shows while nobody edits it: dates and numbers as people read them. */
static char *
dup_shown (CoalitionFieldRow *self)
{
  if (self->editing || is_text_view (self) || self->field->type == COALITION_FIELD_TEXT)
    return coalition_field_edit_text (self->field, &self->value);

  return coalition_field_format (self->field, &self->value);
}

static void
show_reference (CoalitionFieldRow *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  CoalitionRecord *record = NULL;
  g_autofree char *title = NULL;

  if (campaign != NULL && self->value.type == COALITION_VALUE_TEXT)
    record = coalition_campaign_find_record (campaign, self->value.text);
  if (record != NULL)
    title = coalition_campaign_dup_title (campaign, record);
  else if (self->new_title != NULL)
    title = g_strdup (self->new_title);
  coalition_picker_set_text (COALITION_PICKER (self->editor), title);
  coalition_picker_set_current (COALITION_PICKER (self->editor), record != NULL ? self->value.text : NULL);
  if (self->jump != NULL)
    gtk_widget_set_visible (self->jump, record != NULL);
}

/* Records that differ in the field: it is said in the place of a value, and read out with the name of the editor. */
static void
show_various (CoalitionFieldRow *self)
{
  g_autofree char *label = self->various ? g_strdup_printf (_("%s: various"), _(self->field->label)) : g_strdup (_(self->field->label));

  if (self->various)
    gtk_widget_add_css_class (GTK_WIDGET (self), "various");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "various");
  if (GTK_IS_TEXT (self->editor))
    gtk_text_set_placeholder_text (GTK_TEXT (self->editor), self->various ? _("Various") : NULL);
  else if (COALITION_IS_PICKER (self->editor) && self->various)
    coalition_picker_set_text (COALITION_PICKER (self->editor), _("Various"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show_value (CoalitionFieldRow *self)
{
  g_autofree char *text = NULL;

  self->loading = TRUE;
  if (COALITION_IS_DOTS (self->editor))
    coalition_dots_set_value (COALITION_DOTS (self->editor),
                              self->value.type == COALITION_VALUE_INTEGER ? (int) self->value.integer : -1);
  else if (COALITION_IS_YES_NO (self->editor))
    coalition_yes_no_set_value (COALITION_YES_NO (self->editor),
                                self->value.type == COALITION_VALUE_INTEGER ? self->value.integer != 0 : -1);
  else if (self->field->type == COALITION_FIELD_REFERENCE)
    show_reference (self);
  else if (COALITION_IS_PICKER (self->editor))
    {
      text = coalition_field_format (self->field, &self->value);
      coalition_picker_set_text (COALITION_PICKER (self->editor), text);
      coalition_picker_set_current (COALITION_PICKER (self->editor),
                                    self->value.type == COALITION_VALUE_TEXT ? self->value.text : NULL);
    }
  else
    {
      text = dup_shown (self);
      set_typed (self, text);
    }
  if (self->calendar != NULL)
    coalition_date_button_set_date (COALITION_DATE_BUTTON (self->calendar),
                                    self->value.type == COALITION_VALUE_TEXT ? self->value.text : NULL);
  if (self->verbatim != NULL)
    {
      gboolean is_text = self->value.type == COALITION_VALUE_TEXT;

      gtk_label_set_text (self->verbatim, is_text ? self->value.text : self->various ? _("Various") : "");
      gtk_widget_set_visible (GTK_WIDGET (self->verbatim), is_text || self->various);
    }
  show_various (self);
  self->loading = FALSE;
}

static void
take_value (CoalitionFieldRow *self,
            CoalitionValue    *value)
{
  coalition_field_row_set_error (self, NULL);
  if (coalition_value_equal (value, &self->value) && self->new_title == NULL && !self->various)
    {
      show_value (self);
      return;
    }
  self->various = FALSE;
  coalition_value_clear (&self->value);
  coalition_value_copy (value, &self->value);
  show_value (self);
  g_signal_emit (self, signals[COMMITTED], 0);
}

/**
 * coalition_field_row_commit:
 * @self: a row
 *
 * Takes over what was typed, as Enter does.
 *
 * Returns: %FALSE if it cannot be read; the row then shows why
 */
gboolean
coalition_field_row_commit (CoalitionFieldRow *self)
{
  g_auto (CoalitionValue) value = COALITION_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  g_autofree char *typed = NULL, *edit = NULL, *shown = NULL;

  if (!is_typed (self))
    return TRUE;
  typed = get_typed (self);
  edit = coalition_field_edit_text (self->field, &self->value);
  shown = coalition_field_format (self->field, &self->value);
  /* Text that nobody touched is not read again: it may be shorter than the value. */
  if (g_str_equal (typed, edit) || g_str_equal (typed, shown))
    {
      coalition_field_row_set_error (self, NULL);
      return TRUE;
    }
  if (!coalition_field_read_text (self->field, typed, &value, &error))
    {
      coalition_field_row_set_error (self, error->message);
      return FALSE;
    }
  take_value (self, &value);

  return TRUE;
}

static void
activate_cb (CoalitionFieldRow *self)
{
  if (coalition_field_row_commit (self))
    g_signal_emit (self, signals[ENTERED], 0);
}

static void
focus_enter_cb (CoalitionFieldRow *self)
{
  gboolean clean = !gtk_widget_get_visible (GTK_WIDGET (self->error));

  self->editing = TRUE;
  if (clean)
    show_value (self);
}

static void
focus_leave_cb (CoalitionFieldRow *self)
{
  gboolean read = coalition_field_row_commit (self);

  self->editing = FALSE;
  if (read)
    show_value (self);
}

static gboolean
key_pressed_cb (CoalitionFieldRow *self,
                guint              keyval,
                guint              keycode,
                GdkModifierType    state)
{
  if (keyval == GDK_KEY_Escape)
    {
      g_autofree char *typed = get_typed (self);
      g_autofree char *shown = dup_shown (self);

      if (g_str_equal (typed, shown))
        return GDK_EVENT_PROPAGATE;
      coalition_field_row_set_error (self, NULL);
      show_value (self);
      return GDK_EVENT_STOP;
    }
  if (is_text_view (self) && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && (state & GDK_CONTROL_MASK))
    {
      activate_cb (self);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
picked_cb (CoalitionFieldRow *self,
           const char        *key,
           const char        *words)
{
  g_auto (CoalitionValue) value = COALITION_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->new_title, g_free);
  if (words != NULL && self->field->type == COALITION_FIELD_REFERENCE)
    {
      /* The record does not exist yet: who listens makes it, in the same command. */
      self->new_title = g_strdup (words);
      take_value (self, &value);
      return;
    }
  if (words != NULL && !coalition_field_read_text (self->field, words, &value, &error))
    {
      coalition_field_row_set_error (self, error->message);
      return;
    }
  if (key != NULL)
    coalition_value_set_text (&value, key);
  take_value (self, &value);
}

static void
dots_changed_cb (CoalitionFieldRow *self)
{
  g_auto (CoalitionValue) value = COALITION_VALUE_INIT;
  int dots = coalition_dots_get_value (COALITION_DOTS (self->editor));

  if (self->loading)
    return;
  if (dots >= 0)
    coalition_value_set_integer (&value, dots);
  else if (self->field->flags & COALITION_FIELD_REQUIRED)
    {
      show_value (self);
      return;
    }
  take_value (self, &value);
}

static void
answered_cb (CoalitionFieldRow *self)
{
  g_auto (CoalitionValue) value = COALITION_VALUE_INIT;
  int answer = coalition_yes_no_get_value (COALITION_YES_NO (self->editor));

  if (answer >= 0)
    coalition_value_set_integer (&value, answer);
  take_value (self, &value);
}

static void
jump_cb (CoalitionFieldRow *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  CoalitionRecord *record = self->value.type == COALITION_VALUE_TEXT
                              ? coalition_campaign_find_record (campaign, self->value.text) : NULL;

  if (record != NULL)
    coalition_session_go_to (self->session, record);
}

static void
pencil_cb (CoalitionFieldRow *self)
{
  gtk_widget_grab_focus (self->editor);
}

static void
date_picked_cb (CoalitionFieldRow *self,
                const char        *date)
{
  g_auto (CoalitionValue) value = COALITION_VALUE_INIT;

  if (date != NULL)
    coalition_value_set_text (&value, date);
  take_value (self, &value);
}

static GtkWidget *
icon_button (CoalitionFieldRow *self,
             const char        *icon,
             const char        *tooltip,
             GCallback          callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);

  return button;
}

static void
watch_typing (CoalitionFieldRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->editor, focus);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->editor, key);
}

static void
build_typed (CoalitionFieldRow *self)
{
  const char *label = _(self->field->label);

  if (self->field->type == COALITION_FIELD_LONG_TEXT)
    {
      self->editor = coalition_text_area_new ();
    }
  else
    {
      self->editor = gtk_text_new ();
      g_signal_connect_object (self->editor, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
    }
  watch_typing (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (self->field->type == COALITION_FIELD_DATE || self->field->type == COALITION_FIELD_INTEGER ||
      self->field->type == COALITION_FIELD_REAL)
    gtk_widget_add_css_class (self->editor, "numeric");
}

static void
build_editor (CoalitionFieldRow *self)
{
  const CoalitionField *field = self->field;
  const char *label = _(field->label);

  switch (field->type)
    {
    case COALITION_FIELD_BOOLEAN:
      self->editor = coalition_yes_no_new (label, !(field->flags & COALITION_FIELD_REQUIRED));
      g_signal_connect_object (self->editor, "changed", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
      break;
    case COALITION_FIELD_CHOICE:
      self->editor = GTK_WIDGET (coalition_picker_new (label));
      coalition_picker_set_choices (COALITION_PICKER (self->editor), field);
      g_signal_connect_object (self->editor, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
      break;
    case COALITION_FIELD_REFERENCE:
      self->editor = GTK_WIDGET (coalition_picker_new_for_kind (self->session, coalition_kinds_find (field->target), label));
      coalition_picker_set_clearable (COALITION_PICKER (self->editor), !(field->flags & COALITION_FIELD_REQUIRED));
      g_signal_connect_object (self->editor, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
      break;
    case COALITION_FIELD_INTEGER:
      if (field->flags & COALITION_FIELD_RATING)
        {
          self->editor = coalition_dots_new (field->minimum, field->maximum, label);
          g_signal_connect_object (self->editor, "changed", G_CALLBACK (dots_changed_cb), self, G_CONNECT_SWAPPED);
          break;
        }
      G_GNUC_FALLTHROUGH;
    case COALITION_FIELD_TEXT:
    case COALITION_FIELD_LONG_TEXT:
    case COALITION_FIELD_DATE:
    case COALITION_FIELD_TIME:
    case COALITION_FIELD_REAL:
    default:
      build_typed (self);
      break;
    }
}

static void
build_suffixes (CoalitionFieldRow *self)
{
  const CoalitionField *field = self->field;
  g_autofree char *tooltip = NULL;

  if (field->type == COALITION_FIELD_DATE)
    {
      tooltip = g_strdup_printf (_("Choose a Date: %s"), _(field->label));
      self->calendar = coalition_date_button_new (tooltip, !(field->flags & COALITION_FIELD_REQUIRED));
      g_signal_connect_object (self->calendar, "picked", G_CALLBACK (date_picked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->columns, self->calendar);
    }
  else if (field->unit != NULL)
    {
      GtkWidget *unit = gtk_label_new (_(field->unit));

      gtk_widget_add_css_class (unit, "dim-label");
      gtk_box_append (self->columns, unit);
    }
  else if (field->type == COALITION_FIELD_REFERENCE)
    {
      tooltip = g_strdup_printf (_("Go To: %s"), _(field->label));
      self->jump = icon_button (self, "coalition-jump-symbolic", tooltip, G_CALLBACK (jump_cb));
      gtk_widget_set_visible (self->jump, FALSE);
      gtk_box_append (self->columns, self->jump);
    }
  else if (field->type == COALITION_FIELD_TEXT || field->type == COALITION_FIELD_LONG_TEXT)
    {
      GtkWidget *pencil;

      tooltip = g_strdup_printf (_("Edit: %s"), _(field->label));
      pencil = icon_button (self, "document-edit-symbolic", tooltip, G_CALLBACK (pencil_cb));
      gtk_widget_add_css_class (pencil, "pencil");
      /* The entry beside it is in the tab order already. */
      gtk_widget_set_focusable (pencil, FALSE);
      gtk_box_append (self->columns, pencil);
    }
}

/* A lock says that the field is left out of partner copies. */
static void
build_lock (CoalitionFieldRow *self)
{
  GtkWidget *lock = gtk_image_new_from_icon_name ("changes-prevent-symbolic");

  gtk_image_set_pixel_size (GTK_IMAGE (lock), 12);
  gtk_widget_set_tooltip_text (lock, _("Private: left out of partner copies"));
  gtk_widget_add_css_class (lock, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (lock), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Private: left out of partner copies"), -1);
  gtk_box_append (self->columns, lock);
}

static void
build (CoalitionFieldRow *self)
{
  const CoalitionField *field = self->field;
  gboolean beside = field->type == COALITION_FIELD_BOOLEAN || (field->flags & COALITION_FIELD_RATING);
  g_autofree char *tooltip = coalition_field_tooltip (field);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *main = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  build_editor (self);
  self->columns = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_widget_set_vexpand (GTK_WIDGET (self->columns), TRUE);
  self->caption = gtk_label_new (_(field->label));
  gtk_label_set_xalign (GTK_LABEL (self->caption), 0);
  gtk_label_set_wrap (GTK_LABEL (self->caption), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->caption), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (self->caption, TRUE);
  gtk_widget_set_valign (main, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (main), self->caption);
  gtk_box_append (self->columns, main);
  if (beside)
    {
      self->verbatim = GTK_LABEL (gtk_label_new (NULL));
      gtk_widget_add_css_class (GTK_WIDGET (self->verbatim), "verbatim");
      gtk_label_set_xalign (self->verbatim, 0);
      gtk_label_set_wrap (self->verbatim, TRUE);
      gtk_label_set_wrap_mode (self->verbatim, PANGO_WRAP_WORD_CHAR);
      gtk_box_append (GTK_BOX (main), GTK_WIDGET (self->verbatim));
      gtk_box_append (self->columns, self->editor);
    }
  else
    {
      gtk_widget_add_css_class (self->caption, "caption");
      gtk_widget_add_css_class (self->caption, "dim-label");
      gtk_widget_set_hexpand (self->editor, TRUE);
      gtk_box_append (GTK_BOX (main), self->editor);
    }
  if (field->flags & COALITION_FIELD_PRIVATE)
    build_lock (self);
  build_suffixes (self);

  self->error = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->error, 0);
  gtk_label_set_wrap (self->error, TRUE);
  gtk_label_set_wrap_mode (self->error, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (self->error), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->error), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->error), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->columns));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->error));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->columns), tooltip);
  if (tooltip != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, tooltip, -1);
}

static gboolean
coalition_field_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (COALITION_FIELD_ROW (widget)->editor);
}

static void
coalition_field_row_finalize (GObject *object)
{
  CoalitionFieldRow *self = COALITION_FIELD_ROW (object);

  coalition_value_clear (&self->value);
  g_free (self->new_title);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (coalition_field_row_parent_class)->finalize (object);
}

static void
coalition_field_row_class_init (CoalitionFieldRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = coalition_field_row_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = coalition_field_row_grab_focus;

  /**
   * CoalitionFieldRow::committed:
   *
   * A person changed the value.
   */
  signals[COMMITTED] = g_signal_new ("committed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);

  /**
   * CoalitionFieldRow::entered:
   *
   * A person pressed Enter, and what was typed could be read.
   */
  signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
coalition_field_row_init (CoalitionFieldRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "field");
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

/**
 * coalition_field_row_new:
 * @session: the session, from which references are picked
 * @field: a field; it must outlive the row
 *
 * Makes the editor of @field, with nothing in it.
 *
 * Returns: (transfer floating): the row
 */
CoalitionFieldRow *
coalition_field_row_new (CoalitionSession     *session,
                         const CoalitionField *field)
{
  CoalitionFieldRow *self = g_object_new (COALITION_TYPE_FIELD_ROW, NULL);

  self->session = g_object_ref (session);
  self->field = field;
  build (self);
  show_value (self);

  return self;
}

/**
 * coalition_field_row_get_field:
 * @self: a row
 *
 * The field that it edits.
 *
 * Returns: the field
 */
const CoalitionField *
coalition_field_row_get_field (CoalitionFieldRow *self)
{
  return self->field;
}

/**
 * coalition_field_row_get_value:
 * @self: a row
 *
 * The value last committed or set.
 *
 * Returns: (transfer none): the value
 */
const CoalitionValue *
coalition_field_row_get_value (CoalitionFieldRow *self)
{
  return &self->value;
}

/**
 * coalition_field_row_set_value:
 * @self: a row
 * @value: the value of the record now
 *
 * Follows a change from elsewhere. What a person is typing into this row just now is not taken away.
 */
void
coalition_field_row_set_value (CoalitionFieldRow    *self,
                               const CoalitionValue *value)
{
  gboolean dirty = FALSE;

  if (is_typed (self))
    {
      g_autofree char *typed = get_typed (self);
      g_autofree char *edit = coalition_field_edit_text (self->field, &self->value);
      g_autofree char *shown = coalition_field_format (self->field, &self->value);

      dirty = !g_str_equal (typed, edit) && !g_str_equal (typed, shown);
    }
  self->various = FALSE;
  if (!coalition_value_equal (&self->value, value))
    {
      coalition_value_clear (&self->value);
      coalition_value_copy (value, &self->value);
    }
  if (!dirty)
    show_value (self);
}

/**
 * coalition_field_row_set_various:
 * @self: a row
 *
 * Says that the records which the row stands for differ in the field. Whatever the person enters then counts as a change.
 */
void
coalition_field_row_set_various (CoalitionFieldRow *self)
{
  static const CoalitionValue unknown = COALITION_VALUE_INIT;

  coalition_field_row_set_value (self, &unknown);
  self->various = TRUE;
  show_value (self);
}

/**
 * coalition_field_row_is_empty:
 * @self: a row
 *
 * Whether there is neither a value nor the name of a new record.
 *
 * Returns: %TRUE if it is empty
 */
gboolean
coalition_field_row_is_empty (CoalitionFieldRow *self)
{
  return self->value.type == COALITION_VALUE_NULL && self->new_title == NULL;
}

/**
 * coalition_field_row_steal_new:
 * @self: a row of a reference
 *
 * The title of a record that a person named and that does not exist yet; it is asked for once.
 *
 * Returns: (transfer full) (nullable): the title, or %NULL
 */
char *
coalition_field_row_steal_new (CoalitionFieldRow *self)
{
  return g_steal_pointer (&self->new_title);
}

/**
 * coalition_field_row_set_error:
 * @self: a row
 * @message: (nullable): why the value cannot be taken, or %NULL
 *
 * Marks the row, or takes the mark away.
 */
void
coalition_field_row_set_error (CoalitionFieldRow *self,
                               const char        *message)
{
  gtk_label_set_text (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "invalid");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "invalid");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/**
 * coalition_field_row_add_suffix:
 * @self: a row
 * @suffix: a widget
 *
 * Puts @suffix at the end of the row.
 */
void
coalition_field_row_add_suffix (CoalitionFieldRow *self,
                                GtkWidget         *suffix)
{
  gtk_box_append (self->columns, suffix);
}
