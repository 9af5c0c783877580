/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-own-field-dialog.h"

#include "coalition-form.h"

#include <glib/gi18n-lib.h>

/**
 * CoalitionOwnFieldDialog:
 *
 * Adds a field of the campaign's own to a kind of record, or changes or deletes one. Deleting can be undone.
 */
struct _CoalitionOwnFieldDialog
{
  GtkWindow parent_instance;

  CoalitionSession *session;
  const CoalitionKind *kind;
  CoalitionRecord *own_field;
  CoalitionForm *form;
};

G_DEFINE_FINAL_TYPE (CoalitionOwnFieldDialog, coalition_own_field_dialog, GTK_TYPE_WINDOW)

static void
add_cb (CoalitionOwnFieldDialog *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  g_autoptr (CoalitionCommand) command = coalition_command_new (N_("Add an own field to %s"), _(self->kind->label_plural), NULL);
  const char *id = coalition_form_insert (self->form, command);

  if (id == NULL)
    return;
  coalition_command_set_text (command, &coalition_kind_own_field, id, "kind", self->kind->name);
  coalition_command_set_integer (command, &coalition_kind_own_field, id, "rank",
                                 g_list_model_get_n_items (coalition_campaign_get_records (campaign, &coalition_kind_own_field)));
  coalition_session_run (self->session, g_steal_pointer (&command), NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
delete_cb (CoalitionOwnFieldDialog *self)
{
  coalition_session_delete (self->session, self->own_field);
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
close_request_cb (CoalitionOwnFieldDialog *self)
{
  if (self->own_field != NULL)
    coalition_form_commit (self->form);

  return GDK_EVENT_PROPAGATE;
}

static void
coalition_own_field_dialog_dispose (GObject *object)
{
  CoalitionOwnFieldDialog *self = COALITION_OWN_FIELD_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->own_field);
  G_OBJECT_CLASS (coalition_own_field_dialog_parent_class)->dispose (object);
}

static void
coalition_own_field_dialog_class_init (CoalitionOwnFieldDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coalition_own_field_dialog_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
coalition_own_field_dialog_init (CoalitionOwnFieldDialog *self)
{
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 420, -1);
}

static GtkWidget *
build_hint (const char *text)
{
  GtkWidget *hint = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_widget_add_css_class (hint, "caption");
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_widget_add_css_class (hint, "hint");

  return hint;
}

static void
build (CoalitionOwnFieldDialog *self)
{
  GtkWidget *header = gtk_header_bar_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *button;

  gtk_window_set_titlebar (GTK_WINDOW (self), header);
  if (self->own_field == NULL)
    {
      GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

      gtk_window_set_title (GTK_WINDOW (self), _("Add Own Field"));
      self->form = coalition_form_new_draft (self->session, &coalition_kind_own_field, NULL);
      coalition_form_set_text (self->form, "type", "text");
      button = gtk_button_new_with_mnemonic (_("_Add"));
      gtk_widget_add_css_class (button, "suggested-action");
      gtk_header_bar_set_show_title_buttons (GTK_HEADER_BAR (header), FALSE);
      gtk_header_bar_pack_start (GTK_HEADER_BAR (header), cancel);
      gtk_header_bar_pack_end (GTK_HEADER_BAR (header), button);
      g_signal_connect_object (cancel, "clicked", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->form, "entered", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
    }
  else
    {
      gtk_window_set_title (GTK_WINDOW (self), _("Change Own Field"));
      self->form = coalition_form_new (self->session, self->own_field, NULL, NULL, COALITION_FORM_NONE);
      button = gtk_button_new_with_mnemonic (_("_Delete Field and Its Values"));
      gtk_widget_add_css_class (button, "destructive-action");
      g_signal_connect_object (button, "clicked", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
      gtk_box_append (GTK_BOX (box), build_hint (_("Values stay as they were written when the type changes; those that do not fit are shown as text.")));
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_widget_add_css_class (box, "panel-body");
  gtk_widget_add_css_class (GTK_WIDGET (self), "own-field");
  gtk_window_set_child (GTK_WINDOW (self), box);
  g_signal_connect (self, "close-request", G_CALLBACK (close_request_cb), NULL);
  coalition_form_focus (self->form);
}

/**
 * coalition_own_field_dialog_present:
 * @parent: a widget of the window that it belongs to
 * @session: the session
 * @kind: the kind that gets the field
 * @own_field: (nullable): the field to change, or %NULL to add one
 *
 * Shows the dialog.
 */
void
coalition_own_field_dialog_present (GtkWidget           *parent,
                                    CoalitionSession    *session,
                                    const CoalitionKind *kind,
                                    CoalitionRecord     *own_field)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  CoalitionOwnFieldDialog *self = g_object_new (COALITION_TYPE_OWN_FIELD_DIALOG,
                                                "transient-for", GTK_IS_WINDOW (root) ? root : NULL, NULL);

  self->session = g_object_ref (session);
  self->kind = kind;
  self->own_field = own_field != NULL ? g_object_ref (own_field) : NULL;
  build (self);
  gtk_window_present (GTK_WINDOW (self));
}
