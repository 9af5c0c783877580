/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-new-dialog.h"

/**
 * CoalitionNewDialog:
 *
 * Asks what a new campaign is called, and who we are in it. Signal "create" brings the name and, unless it was left
 * empty, our organization.
 */
struct _CoalitionNewDialog
{
  AdwWindow parent_instance;

  GtkEditable *name_row;
  GtkEditable *us_row;
  GtkWidget *create_button;
};

enum { CREATE, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CoalitionNewDialog, coalition_new_dialog, ADW_TYPE_WINDOW)

static char *
dup_stripped (GtkEditable *editable)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (editable)));
}

static void
changed_cb (CoalitionNewDialog *self)
{
  g_autofree char *name = dup_stripped (self->name_row);

  gtk_widget_set_sensitive (self->create_button, *name != '\0');
}

static void
create_cb (CoalitionNewDialog *self)
{
  g_autofree char *name = dup_stripped (self->name_row);
  g_autofree char *us = dup_stripped (self->us_row);

  if (*name == '\0')
    return;
  g_signal_emit (self, signals[CREATE], 0, name, *us != '\0' ? us : NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
coalition_new_dialog_class_init (CoalitionNewDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * CoalitionNewDialog::create:
   * @self: the dialog
   * @name: what the campaign is called
   * @us: (nullable): our organization
   *
   * The person has answered.
   */
  signals[CREATE] = g_signal_new ("create", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coalitionmap/Coalition/coalition-new-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CoalitionNewDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, CoalitionNewDialog, us_row);
  gtk_widget_class_bind_template_child (widget_class, CoalitionNewDialog, create_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
}

static void
coalition_new_dialog_init (CoalitionNewDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}

/**
 * coalition_new_dialog_new:
 * @parent: the window from which it is asked for
 *
 * Makes the dialog; present it, and listen for #CoalitionNewDialog::create.
 *
 * Returns: (transfer none): a window that destroys itself when closed
 */
CoalitionNewDialog *
coalition_new_dialog_new (GtkWindow *parent)
{
  return g_object_new (COALITION_TYPE_NEW_DIALOG, "transient-for", parent, NULL);
}
