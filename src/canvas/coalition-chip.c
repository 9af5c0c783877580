/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-chip.h"

#include <glib/gi18n-lib.h>

/* Longer conditions are cut; the whole is in the tooltip. */
#define LETTERS 36

struct _CoalitionChip
{
  GtkWidget parent_instance;

  GtkWidget *label;
  GtkWidget *button;
  GtkWidget *cross;
};

enum {
  EDIT,
  REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CoalitionChip, coalition_chip, GTK_TYPE_WIDGET)

static void
edit_cb (CoalitionChip *self)
{
  g_signal_emit (self, signals[EDIT], 0);
}

static void
remove_cb (CoalitionChip *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static void
remove_action_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  remove_cb (COALITION_CHIP (widget));
}

static void
coalition_chip_dispose (GObject *object)
{
  CoalitionChip *self = COALITION_CHIP (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->cross, gtk_widget_unparent);
  G_OBJECT_CLASS (coalition_chip_parent_class)->dispose (object);
}

static void
coalition_chip_class_init (CoalitionChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coalition_chip_dispose;
  signals[EDIT] = g_signal_new ("edit", COALITION_TYPE_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVE] = g_signal_new ("remove", COALITION_TYPE_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "coalition-chip");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "chip.remove", NULL, remove_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "chip.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "chip.remove", NULL);
}

static void
coalition_chip_init (CoalitionChip *self)
{
  self->label = gtk_label_new ("");
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), LETTERS);
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), self->label);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_hexpand (self->button, TRUE);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);

  self->cross = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_add_css_class (self->cross, "flat");
  gtk_widget_add_css_class (self->cross, "cross");
  gtk_widget_set_parent (self->cross, GTK_WIDGET (self));
  g_signal_connect_object (self->cross, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
}

/**
 * coalition_chip_new:
 * @label: the condition, in words
 *
 * Returns: (transfer floating): a chip
 */
GtkWidget *
coalition_chip_new (const char *label)
{
  CoalitionChip *self = g_object_new (COALITION_TYPE_CHIP, NULL);
  /* Translators: takes a condition of the filter away */
  g_autofree char *remove = g_strdup_printf (_("Remove “%s”"), label);
  g_autofree char *edit = g_strdup_printf (_("Filter: %s"), label);

  gtk_label_set_text (GTK_LABEL (self->label), label);
  gtk_widget_set_tooltip_text (self->button, label);
  gtk_widget_set_tooltip_text (self->cross, _("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, edit, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cross), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  return GTK_WIDGET (self);
}

/**
 * coalition_chip_get_label:
 * @self: a chip
 *
 * Returns: the condition, in words
 */
const char *
coalition_chip_get_label (CoalitionChip *self)
{
  return gtk_label_get_text (GTK_LABEL (self->label));
}
