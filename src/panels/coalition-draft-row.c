/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-draft-row.h"

#include <glib/gi18n-lib.h>

/**
 * CoalitionDraftRow:
 *
 * A draft form with the buttons that add it or leave it. Signals "accepted" (also by Enter) and "dismissed" (also by
 * Escape).
 */
struct _CoalitionDraftRow
{
  GtkBox parent_instance;

  CoalitionForm *form;
};

enum
{
  ACCEPTED,
  DISMISSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CoalitionDraftRow, coalition_draft_row, GTK_TYPE_BOX)

static void
accept_cb (CoalitionDraftRow *self)
{
  g_signal_emit (self, signals[ACCEPTED], 0);
}

static void
dismiss_cb (CoalitionDraftRow *self)
{
  g_signal_emit (self, signals[DISMISSED], 0);
}

static gboolean
key_pressed_cb (CoalitionDraftRow *self,
                guint              keyval,
                guint              keycode,
                GdkModifierType    state)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  dismiss_cb (self);

  return GDK_EVENT_STOP;
}

static void
coalition_draft_row_class_init (CoalitionDraftRowClass *klass)
{
  /**
   * CoalitionDraftRow::accepted:
   *
   * A person wants to add what is in the form.
   */
  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  /**
   * CoalitionDraftRow::dismissed:
   *
   * A person thought better of it.
   */
  signals[DISMISSED] = g_signal_new ("dismissed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
}

static void
coalition_draft_row_init (CoalitionDraftRow *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "detail-content");
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}

/**
 * coalition_draft_row_new:
 * @form: (transfer floating): a draft form
 *
 * Makes the row.
 *
 * Returns: (transfer floating): the row
 */
CoalitionDraftRow *
coalition_draft_row_new (CoalitionForm *form)
{
  CoalitionDraftRow *self = g_object_new (COALITION_TYPE_DRAFT_ROW, NULL);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  GtkWidget *add = gtk_button_new_with_mnemonic (_("_Add"));

  self->form = form;
  gtk_widget_add_css_class (add, "suggested-action");
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), cancel);
  gtk_box_append (GTK_BOX (buttons), add);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (form));
  gtk_box_append (GTK_BOX (self), buttons);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (dismiss_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (add, "clicked", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "entered", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * coalition_draft_row_get_form:
 * @self: a row
 *
 * The form in it.
 *
 * Returns: (transfer none): the form
 */
CoalitionForm *
coalition_draft_row_get_form (CoalitionDraftRow *self)
{
  return self->form;
}

/**
 * coalition_draft_row_commit:
 * @self: a row
 *
 * Adds what a person entered, if it is whole, as the button does. A draft that nobody touched stays one.
 */
void
coalition_draft_row_commit (CoalitionDraftRow *self)
{
  if (coalition_form_commit (self->form) && coalition_form_is_touched (self->form) && coalition_form_is_whole (self->form))
    accept_cb (self);
}
