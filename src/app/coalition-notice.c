/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-notice.h"

/**
 * CoalitionNotice:
 *
 * A strip under the header bar that stays until what it tells of is settled, with up to two buttons that settle it.
 * (AdwBanner is newer than our baseline, and holds one button.)
 */
struct _CoalitionNotice
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkWidget *box;
  GtkLabel *label;
  GtkButton *first_button;
  GtkButton *second_button;
};

G_DEFINE_FINAL_TYPE (CoalitionNotice, coalition_notice, GTK_TYPE_WIDGET)

static void
show_button (GtkButton *button, const char *label, const char *action)
{
  gtk_widget_set_visible (GTK_WIDGET (button), label != NULL);
  if (label == NULL)
    return;
  gtk_button_set_label (button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

static void
coalition_notice_dispose (GObject *object)
{
  CoalitionNotice *self = COALITION_NOTICE (object);

  g_clear_pointer ((GtkWidget **) &self->revealer, gtk_widget_unparent);

  G_OBJECT_CLASS (coalition_notice_parent_class)->dispose (object);
}

static void
coalition_notice_class_init (CoalitionNoticeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = coalition_notice_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coalitionmap/Coalition/coalition-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, CoalitionNotice, revealer);
  gtk_widget_class_bind_template_child (widget_class, CoalitionNotice, box);
  gtk_widget_class_bind_template_child (widget_class, CoalitionNotice, label);
  gtk_widget_class_bind_template_child (widget_class, CoalitionNotice, first_button);
  gtk_widget_class_bind_template_child (widget_class, CoalitionNotice, second_button);
}

static void
coalition_notice_init (CoalitionNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * coalition_notice_show_message:
 * @self: a notice
 * @problem: whether something went wrong, rather than that something is to be decided
 * @text: what it is, translated
 * @first_label: (nullable): label of the first button
 * @first_action: (nullable): its action
 * @second_label: (nullable): label of the second button
 * @second_action: (nullable): its action
 *
 * Shows the strip.
 */
void
coalition_notice_show_message (CoalitionNotice *self, gboolean problem, const char *text, const char *first_label,
                               const char *first_action, const char *second_label, const char *second_action)
{
  g_return_if_fail (COALITION_IS_NOTICE (self));

  gtk_label_set_text (self->label, text);
  show_button (self->first_button, first_label, first_action);
  show_button (self->second_button, second_label, second_action);
  if (problem)
    gtk_widget_add_css_class (self->box, "problem");
  else
    gtk_widget_remove_css_class (self->box, "problem");
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

/**
 * coalition_notice_hide_message:
 * @self: a notice
 *
 * Takes the strip away.
 */
void
coalition_notice_hide_message (CoalitionNotice *self)
{
  g_return_if_fail (COALITION_IS_NOTICE (self));

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
