/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-merge-dialog.h"

#include "coalition-inspector-group.h"
#include "coalition-shape.h"

#include <glib/gi18n-lib.h>

/**
 * CoalitionMergeDialog:
 *
 * Asks which of several parties is to stay when they are made one, and tells before anything happens what will follow it.
 */
struct _CoalitionMergeDialog
{
  AdwWindow parent_instance;

  CoalitionSession *session;
  GPtrArray *parties;
  CoalitionRecord *kept;
  GtkListBox *preview;
  GtkWidget *merge;
};

G_DEFINE_FINAL_TYPE (CoalitionMergeDialog, coalition_merge_dialog, ADW_TYPE_WINDOW)

static GPtrArray *
list_others (CoalitionMergeDialog *self)
{
  GPtrArray *others = g_ptr_array_new ();

  for (guint i = 0; i < self->parties->len; i++)
    if (self->parties->pdata[i] != self->kept)
      g_ptr_array_add (others, self->parties->pdata[i]);

  return others;
}

static void
refresh (CoalitionMergeDialog *self)
{
  g_autoptr (GPtrArray) others = list_others (self);
  g_auto (GStrv) lines = coalition_session_describe_merge (self->session, self->kept, others);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->preview))) != NULL)
    gtk_list_box_remove (self->preview, child);
  for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i += 2)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lines[i]);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), lines[i + 1]);
      gtk_list_box_append (self->preview, row);
    }
  if (lines[0] == NULL)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Nothing but the name goes"));
      gtk_list_box_append (self->preview, row);
    }
}

static void
toggled_cb (CoalitionMergeDialog *self,
            GtkCheckButton       *button)
{
  if (!gtk_check_button_get_active (button))
    return;
  self->kept = g_object_get_data (G_OBJECT (button), "party");
  refresh (self);
}

static void
merge_cb (CoalitionMergeDialog *self)
{
  g_autoptr (GPtrArray) others = list_others (self);

  coalition_session_select (self->session, self->kept, FALSE);
  coalition_session_merge_parties (self->session, self->kept, others);
  gtk_window_close (GTK_WINDOW (self));
}

/* What is shown must stay true: whoever changes one of the parties meanwhile ends the question. */
static void
changed_cb (CoalitionMergeDialog *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);

  for (guint i = 0; i < self->parties->len; i++)
    if (campaign == NULL
        || coalition_campaign_get_record (campaign, &coalition_kind_party, coalition_record_get_id (self->parties->pdata[i])) != self->parties->pdata[i])
      {
        gtk_window_close (GTK_WINDOW (self));
        return;
      }
  refresh (self);
}

static void
coalition_merge_dialog_dispose (GObject *object)
{
  CoalitionMergeDialog *self = COALITION_MERGE_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->parties, g_ptr_array_unref);
  G_OBJECT_CLASS (coalition_merge_dialog_parent_class)->dispose (object);
}

static void
coalition_merge_dialog_class_init (CoalitionMergeDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coalition_merge_dialog_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
coalition_merge_dialog_init (CoalitionMergeDialog *self)
{
}

/* Where a party of that name stands tells two of the same name apart. */
static char *
dup_caption (CoalitionRecord *party)
{
  const char *kind = coalition_field_choice_label (coalition_kind_find_field (&coalition_kind_party, "kind"),
                                                   coalition_record_get_text (party, "kind"));
  const char *place = coalition_record_get_text (party, "place");

  if (kind != NULL && place != NULL)
    return g_strdup_printf ("%s · %s", kind, place);

  return g_strdup (kind != NULL ? kind : place != NULL ? place : "");
}

static GtkWidget *
build_choice (CoalitionMergeDialog *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkCheckButton *first = NULL;

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < self->parties->len; i++)
    {
      CoalitionRecord *party = self->parties->pdata[i];
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();
      GtkWidget *shape = coalition_shape_new (22);
      g_autofree char *caption = dup_caption (party);

      coalition_shape_set_party (COALITION_SHAPE (shape), self->session, party);
      gtk_widget_set_valign (shape, GTK_ALIGN_CENTER);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), coalition_record_get_title (party));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), caption);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), shape);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, coalition_record_get_title (party), -1);
      gtk_check_button_set_group (GTK_CHECK_BUTTON (check), first);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), party == self->kept);
      if (first == NULL)
        first = GTK_CHECK_BUTTON (check);
      g_object_set_data (G_OBJECT (check), "party", party);
      g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }

  return list;
}

static void
build (CoalitionMergeDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->merge = gtk_button_new_with_mnemonic (_("_Merge"));
  gtk_widget_add_css_class (self->merge, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  g_signal_connect_object (self->merge, "clicked", G_CALLBACK (merge_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->merge);
  self->preview = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->preview, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->preview), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->preview), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What follows"), -1);
  gtk_widget_add_css_class (body, "panel-body");
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (coalition_inspector_group_new (_("Which one stays?"))));
  gtk_box_append (GTK_BOX (body), build_choice (self));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (coalition_inspector_group_new (_("What follows"))));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->preview));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), body);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->merge);
}

/**
 * coalition_merge_dialog_present:
 * @parent: a widget of the window that is asked from
 * @session: the session
 * @parties: (element-type CoalitionRecord): parties, two or more; the first is proposed to stay
 *
 * Asks which of @parties stays, and merges them if the person wants it.
 */
void
coalition_merge_dialog_present (GtkWidget        *parent,
                                CoalitionSession *session,
                                GPtrArray        *parties)
{
  CoalitionMergeDialog *self;
  GtkRoot *root = gtk_widget_get_root (parent);

  if (parties->len < 2)
    return;
  self = g_object_new (COALITION_TYPE_MERGE_DIALOG, "modal", TRUE, "title", _("Merge Parties"), "default-width", 420,
                       "default-height", 520, NULL);
  self->session = g_object_ref (session);
  self->parties = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < parties->len; i++)
    g_ptr_array_add (self->parties, g_object_ref (parties->pdata[i]));
  self->kept = self->parties->pdata[0];
  build (self);
  refresh (self);
  g_signal_connect_object (coalition_session_get_campaign (session), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
}
