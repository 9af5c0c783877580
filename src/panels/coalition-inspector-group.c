/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-inspector-group.h"

/**
 * CoalitionInspectorGroup:
 *
 * A heading with a count and buttons, above what belongs to it.
 */
struct _CoalitionInspectorGroup
{
  GtkBox parent_instance;

  GtkBox *head;
  GtkLabel *title;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (CoalitionInspectorGroup, coalition_inspector_group, GTK_TYPE_BOX)

static void
coalition_inspector_group_class_init (CoalitionInspectorGroupClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "recordgroup");
}

static void
coalition_inspector_group_init (CoalitionInspectorGroup *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->head = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4));
  self->title = GTK_LABEL (gtk_label_new (NULL));
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_wrap (self->title, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_widget_set_visible (GTK_WIDGET (self->count), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->head), "group-head");
  gtk_box_append (self->head, GTK_WIDGET (self->title));
  gtk_box_append (self->head, GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->head));
}

/**
 * coalition_inspector_group_new:
 * @title: the heading, translated
 *
 * Makes a group with nothing in it yet.
 *
 * Returns: (transfer floating): the group
 */
CoalitionInspectorGroup *
coalition_inspector_group_new (const char *title)
{
  CoalitionInspectorGroup *self = g_object_new (COALITION_TYPE_INSPECTOR_GROUP, NULL);

  gtk_label_set_text (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return self;
}

/**
 * coalition_inspector_group_set_count:
 * @self: a group
 * @count: how many there are; 0 shows nothing
 *
 * Sets the number beside the heading.
 */
void
coalition_inspector_group_set_count (CoalitionInspectorGroup *self,
                                     int                      count)
{
  g_autofree char *text = g_strdup_printf ("%'d", count);

  gtk_label_set_text (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->count), count > 0);
}

/**
 * coalition_inspector_group_add_suffix:
 * @self: a group
 * @suffix: a widget
 *
 * Puts @suffix at the end of the heading.
 */
void
coalition_inspector_group_add_suffix (CoalitionInspectorGroup *self,
                                      GtkWidget               *suffix)
{
  gtk_box_append (self->head, suffix);
}

/**
 * coalition_inspector_group_add_button:
 * @self: a group
 * @icon_name: name of a symbolic icon
 * @tooltip: what the button does, translated
 * @callback: called with @object when it is clicked
 * @object: (type GObject): an object; the connection ends with it
 *
 * Puts a flat icon button at the end of the heading.
 *
 * Returns: (transfer none): the button
 */
GtkWidget *
coalition_inspector_group_add_button (CoalitionInspectorGroup *self,
                                      const char              *icon_name,
                                      const char              *tooltip,
                                      GCallback                callback,
                                      gpointer                 object)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  g_signal_connect_object (button, "clicked", callback, object, G_CONNECT_SWAPPED);
  coalition_inspector_group_add_suffix (self, button);

  return button;
}
