/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-inspector-head.h"

#include <glib/gi18n-lib.h>

/**
 * CoalitionInspectorHead:
 *
 * The head of the inspector: symbol, name (renamed in place), what it is, state pills, and a menu.
 */
struct _CoalitionInspectorHead
{
  GtkBox parent_instance;

  CoalitionSession *session;
  CoalitionRecord *record;
  GtkStack *stack;
  GtkLabel *title;
  GtkEntry *entry;
  GtkLabel *caption;
  GtkBox *pills;
};

G_DEFINE_FINAL_TYPE (CoalitionInspectorHead, coalition_inspector_head, GTK_TYPE_BOX)

static void
finish_rename (CoalitionInspectorHead *self,
               gboolean                take)
{
  g_autofree char *text = NULL;

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "entry") != 0)
    return;
  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gtk_stack_set_visible_child_name (self->stack, "title");
  if (take && self->session != NULL)
    coalition_session_rename (self->session, self->record, text);
}

static void
activate_cb (CoalitionInspectorHead *self)
{
  finish_rename (self, TRUE);
}

static void
leave_cb (CoalitionInspectorHead *self)
{
  finish_rename (self, TRUE);
}

static gboolean
key_pressed_cb (CoalitionInspectorHead *self,
                guint                   keyval,
                guint                   keycode,
                GdkModifierType         state)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  finish_rename (self, FALSE);

  return GDK_EVENT_STOP;
}

static void
pressed_cb (CoalitionInspectorHead *self,
            int                     n_press)
{
  if (n_press == 2)
    coalition_inspector_head_rename (self);
}

static void
rename_action_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  coalition_inspector_head_rename (COALITION_INSPECTOR_HEAD (widget));
}

static void
delete_action_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  CoalitionInspectorHead *self = COALITION_INSPECTOR_HEAD (widget);

  coalition_session_delete (self->session, self->record);
}

static void
agreement_action_cb (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  CoalitionInspectorHead *self = COALITION_INSPECTOR_HEAD (widget);
  g_autofree char *id = NULL;

  coalition_session_select (self->session, self->record, FALSE);
  id = coalition_session_add (self->session, &coalition_kind_agreement, _("New agreement"));
  g_object_set (self->session, "panel", "agreements", NULL);
}

static void
duplicate_action_cb (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  CoalitionInspectorHead *self = COALITION_INSPECTOR_HEAD (widget);
  g_autoptr (GPtrArray) parties = g_ptr_array_new ();

  g_ptr_array_add (parties, self->record);
  coalition_session_duplicate (self->session, parties);
}

static void
coalition_inspector_head_dispose (GObject *object)
{
  CoalitionInspectorHead *self = COALITION_INSPECTOR_HEAD (object);

  g_clear_object (&self->session);
  g_clear_object (&self->record);
  G_OBJECT_CLASS (coalition_inspector_head_parent_class)->dispose (object);
}

static void
coalition_inspector_head_class_init (CoalitionInspectorHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coalition_inspector_head_dispose;
  gtk_widget_class_install_action (widget_class, "inspector.rename", NULL, rename_action_cb);
  gtk_widget_class_install_action (widget_class, "inspector.delete", NULL, delete_action_cb);
  gtk_widget_class_install_action (widget_class, "inspector.new-agreement", NULL, agreement_action_cb);
  gtk_widget_class_install_action (widget_class, "inspector.duplicate", NULL, duplicate_action_cb);
}

static void
build_name (CoalitionInspectorHead *self,
            GtkBox                 *lines)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  self->title = GTK_LABEL (gtk_label_new (NULL));
  self->entry = GTK_ENTRY (gtk_entry_new ());
  self->caption = GTK_LABEL (gtk_label_new (NULL));
  self->pills = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_wrap (self->title, TRUE);
  gtk_label_set_wrap_mode (self->title, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "title-4");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("New Name"), -1);
  gtk_label_set_xalign (self->caption, 0);
  gtk_label_set_wrap (self->caption, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->caption), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->caption), "dim-label");
  gtk_widget_set_visible (GTK_WIDGET (self->pills), FALSE);
  gtk_widget_set_margin_top (GTK_WIDGET (self->pills), 6);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->title), "title");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->entry), "entry");
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), key);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->title), GTK_EVENT_CONTROLLER (click));
  gtk_box_append (lines, GTK_WIDGET (self->stack));
  gtk_box_append (lines, GTK_WIDGET (self->caption));
  gtk_box_append (lines, GTK_WIDGET (self->pills));
}

static void
coalition_inspector_head_init (CoalitionInspectorHead *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 10);
  gtk_widget_add_css_class (GTK_WIDGET (self), "inspector-head");
}

/* What is named by words over several lines is edited where there is room for them. */
static gboolean
can_rename (CoalitionRecord *record)
{
  const CoalitionKind *kind = coalition_record_get_kind (record);

  return kind->title != NULL && coalition_kind_find_field (kind, kind->title)->type == COALITION_FIELD_TEXT;
}

static GtkWidget *
build_menu (CoalitionRecord *record)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();

  if (can_rename (record))
    g_menu_append (menu, _("_Rename"), "inspector.rename");
  if (coalition_record_is (record, &coalition_kind_party))
    {
      g_menu_append (menu, _("New _Agreement with Them"), "inspector.new-agreement");
      g_menu_append (menu, _("D_uplicate"), "inspector.duplicate");
    }
  g_menu_append (last, _("_Delete"), "inspector.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("Menu of This Record"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Menu of This Record"), -1);

  return button;
}

/**
 * coalition_inspector_head_new:
 * @session: the session
 * @record: (nullable): what is inspected, or %NULL if it is not one record; then there is no menu
 * @prefix: (transfer floating): the symbol
 *
 * Makes a head without words.
 *
 * Returns: (transfer floating): the head
 */
CoalitionInspectorHead *
coalition_inspector_head_new (CoalitionSession *session,
                              CoalitionRecord  *record,
                              GtkWidget        *prefix)
{
  CoalitionInspectorHead *self = g_object_new (COALITION_TYPE_INSPECTOR_HEAD, NULL);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->session = g_object_ref (session);
  self->record = record != NULL ? g_object_ref (record) : NULL;
  build_name (self, GTK_BOX (lines));
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (prefix, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self), prefix);
  gtk_box_append (GTK_BOX (self), lines);
  if (record != NULL && !coalition_record_is (record, &coalition_kind_campaign))
    gtk_box_append (GTK_BOX (self), build_menu (record));

  return self;
}

/**
 * coalition_inspector_head_set_title:
 * @self: a head
 * @title: the name
 *
 * Shows the name.
 */
void
coalition_inspector_head_set_title (CoalitionInspectorHead *self,
                                    const char             *title)
{
  gtk_label_set_text (self->title, title);
}

/**
 * coalition_inspector_head_set_caption:
 * @self: a head
 * @caption: (nullable): what it is
 *
 * Shows the line below the name.
 */
void
coalition_inspector_head_set_caption (CoalitionInspectorHead *self,
                                      const char             *caption)
{
  gtk_label_set_text (self->caption, caption != NULL ? caption : "");
  gtk_widget_set_visible (GTK_WIDGET (self->caption), caption != NULL && *caption != '\0');
}

/**
 * coalition_inspector_head_clear_pills:
 * @self: a head
 *
 * Takes all pills away.
 */
void
coalition_inspector_head_clear_pills (CoalitionInspectorHead *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pills))) != NULL)
    gtk_box_remove (self->pills, child);
  gtk_widget_set_visible (GTK_WIDGET (self->pills), FALSE);
}

/**
 * coalition_inspector_head_add_pill:
 * @self: a head
 * @icon: name of a symbolic icon
 * @text: its word, translated
 * @css_class: the class that colors it
 *
 * Adds a state as a small pill: symbol and word, never color alone.
 */
void
coalition_inspector_head_add_pill (CoalitionInspectorHead *self,
                                   const char             *icon,
                                   const char             *text,
                                   const char             *css_class)
{
  GtkWidget *pill = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_image_set_pixel_size (GTK_IMAGE (image), 12);
  gtk_widget_add_css_class (pill, "state-pill");
  gtk_widget_add_css_class (pill, css_class);
  gtk_box_append (GTK_BOX (pill), image);
  gtk_box_append (GTK_BOX (pill), gtk_label_new (text));
  gtk_box_append (self->pills, pill);
  gtk_widget_set_visible (GTK_WIDGET (self->pills), TRUE);
}

/**
 * coalition_inspector_head_rename:
 * @self: a head
 *
 * Lets the person rename the record in place.
 */
void
coalition_inspector_head_rename (CoalitionInspectorHead *self)
{
  if (self->record == NULL || !can_rename (self->record))
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), coalition_record_get_title (self->record));
  gtk_stack_set_visible_child_name (self->stack, "entry");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/**
 * coalition_inspector_head_commit:
 * @self: a head
 *
 * Takes over a new name that was typed and not yet entered.
 */
void
coalition_inspector_head_commit (CoalitionInspectorHead *self)
{
  finish_rename (self, TRUE);
}
