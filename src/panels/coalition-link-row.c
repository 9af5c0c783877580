/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-link-row.h"

/**
 * CoalitionLinkRow:
 *
 * A row that jumps to a record.
 */
struct _CoalitionLinkRow
{
  GtkListBoxRow parent_instance;

  CoalitionSession *session;
  CoalitionRecord *target;
  GtkBox *outer;
};

G_DEFINE_FINAL_TYPE (CoalitionLinkRow, coalition_link_row, GTK_TYPE_LIST_BOX_ROW)

/**
 * coalition_session_go_to:
 * @session: the session
 * @record: a record
 *
 * Brings @record into the inspector and into view. The button that asks for it may go before it returns, so both are held.
 */
void
coalition_session_go_to (CoalitionSession *session,
                         CoalitionRecord  *record)
{
  g_object_ref (session);
  g_object_ref (record);
  coalition_session_reveal (session, record);
  g_object_unref (record);
  g_object_unref (session);
}

static void
clicked_cb (CoalitionLinkRow *self)
{
  coalition_session_go_to (self->session, self->target);
}

static void
coalition_link_row_dispose (GObject *object)
{
  CoalitionLinkRow *self = COALITION_LINK_ROW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->target);
  G_OBJECT_CLASS (coalition_link_row_parent_class)->dispose (object);
}

static void
coalition_link_row_class_init (CoalitionLinkRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coalition_link_row_dispose;
}

static void
coalition_link_row_init (CoalitionLinkRow *self)
{
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

/**
 * coalition_link_row_new:
 * @session: the session
 * @target: where a click leads
 * @prefix: (nullable) (transfer floating): a symbol before the words
 * @title: the first line
 * @caption: (nullable): the second line
 *
 * Makes a row.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
coalition_link_row_new (CoalitionSession *session,
                        CoalitionRecord  *target,
                        GtkWidget        *prefix,
                        const char       *title,
                        const char       *caption)
{
  CoalitionLinkRow *self = g_object_new (COALITION_TYPE_LINK_ROW, NULL);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  const char *texts[2] = { title, caption };

  self->session = g_object_ref (session);
  self->target = g_object_ref (target);
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *label = texts[i] != NULL && *texts[i] != '\0' ? gtk_label_new (texts[i]) : NULL;

      if (label == NULL)
        continue;
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      if (i == 1)
        {
          gtk_widget_add_css_class (label, "caption");
          gtk_widget_add_css_class (label, "dim-label");
        }
      gtk_box_append (GTK_BOX (lines), label);
    }
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  if (prefix != NULL)
    gtk_box_append (GTK_BOX (columns), prefix);
  gtk_box_append (GTK_BOX (columns), lines);
  gtk_button_set_child (GTK_BUTTON (button), columns);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "wide");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, caption != NULL ? caption : "", -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  self->outer = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_box_append (self->outer, button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (self->outer));

  return GTK_WIDGET (self);
}

/**
 * coalition_link_row_add_suffix:
 * @self: a row
 * @suffix: a widget
 *
 * Puts @suffix at the end of the row, outside of what jumps.
 */
void
coalition_link_row_add_suffix (CoalitionLinkRow *self,
                               GtkWidget        *suffix)
{
  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  gtk_box_append (self->outer, suffix);
}

static void
link_button_clicked_cb (GtkWidget *button,
                        gpointer   data)
{
  coalition_session_go_to (data, g_object_get_data (G_OBJECT (button), "target"));
}

/**
 * coalition_link_button_new:
 * @session: the session
 * @target: where a click leads
 * @icon_name: name of a symbolic icon
 * @tooltip: where it leads, translated
 *
 * Makes a flat button that jumps to a record.
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
coalition_link_button_new (CoalitionSession *session,
                           CoalitionRecord  *target,
                           const char       *icon_name,
                           const char       *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  g_object_set_data_full (G_OBJECT (button), "target", g_object_ref (target), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (link_button_clicked_cb), session, 0);

  return button;
}
