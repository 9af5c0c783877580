/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-yes-no.h"

#include <glib/gi18n-lib.h>

/**
 * CoalitionYesNo:
 *
 * Yes, no, or not known. A switch has no place for the third, and shows what nobody has said yet as a no. A second click
 * on what is chosen takes it back, as it does with dots. Signal "changed": a person chose.
 */
struct _CoalitionYesNo
{
  GtkBox parent_instance;

  GtkToggleButton *buttons[2]; /* no, yes */
  gboolean clearable;
  gboolean loading;
  int value;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CoalitionYesNo, coalition_yes_no, GTK_TYPE_BOX)

static void
toggled_cb (CoalitionYesNo  *self,
            GtkToggleButton *button)
{
  int answer = button == self->buttons[1];

  if (self->loading)
    return;
  if (!gtk_toggle_button_get_active (button))
    {
      if (!self->clearable)
        {
          coalition_yes_no_set_value (self, answer);
          return;
        }
      answer = -1;
    }
  coalition_yes_no_set_value (self, answer);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
coalition_yes_no_grab_focus (GtkWidget *widget)
{
  CoalitionYesNo *self = COALITION_YES_NO (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->buttons[self->value != 0]));
}

static void
coalition_yes_no_class_init (CoalitionYesNoClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = coalition_yes_no_grab_focus;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "yesno");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * CoalitionYesNo::changed:
   *
   * A person chose another answer.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
coalition_yes_no_init (CoalitionYesNo *self)
{
  self->value = -1;
  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  /* Yes comes first, as it does in speech. */
  for (int i = 1; i >= 0; i--)
    {
      self->buttons[i] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (i ? _("Yes") : _("No")));
      g_signal_connect_swapped (self->buttons[i], "toggled", G_CALLBACK (toggled_cb), self);
      gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->buttons[i]));
    }
}

/**
 * coalition_yes_no_new:
 * @label: its name for screen readers
 * @clearable: whether an answer can be taken back
 *
 * Makes the two buttons, with neither chosen.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
coalition_yes_no_new (const char *label,
                      gboolean    clearable)
{
  CoalitionYesNo *self = g_object_new (COALITION_TYPE_YES_NO, NULL);

  self->clearable = clearable;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  for (int i = 0; i < 2; i++)
    {
      /* TRANSLATORS: the name of a question and an answer to it, for screen readers */
      g_autofree char *name = g_strdup_printf (_("%s: %s"), label, i ? _("Yes") : _("No"));

      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  coalition_yes_no_set_value (self, -1);

  return GTK_WIDGET (self);
}

/**
 * coalition_yes_no_set_value:
 * @self: the widget
 * @value: 1 for yes, 0 for no, -1 for not known
 *
 * Shows @value; "changed" is not emitted.
 */
void
coalition_yes_no_set_value (CoalitionYesNo *self,
                            int             value)
{
  self->value = value;
  self->loading = TRUE;
  for (int i = 0; i < 2; i++)
    {
      gtk_toggle_button_set_active (self->buttons[i], value == i);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->buttons[i]),
                                   value < 0 ? _("Not known") : value == i && self->clearable ? _("Click again for “not known”") : NULL);
    }
  self->loading = FALSE;
}

/**
 * coalition_yes_no_get_value:
 * @self: the widget
 *
 * The answer shown.
 *
 * Returns: 1 for yes, 0 for no, -1 for not known
 */
int
coalition_yes_no_get_value (CoalitionYesNo *self)
{
  return self->value;
}
