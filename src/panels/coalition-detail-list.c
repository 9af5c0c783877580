/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-detail-list.h"

#include "coalition-clock.h"
#include "coalition-detail-row.h"
#include "coalition-draft-row.h"

#include <glib/gi18n-lib.h>

/**
 * CoalitionDetailList:
 *
 * The records of one kind that belong to a record: seen in two lines each, opened, added and deleted in place. It
 * knows nothing of the kind but its description.
 */
struct _CoalitionDetailList
{
  GtkBox parent_instance;

  CoalitionSession *session;
  CoalitionRecord *owner;
  const CoalitionDetailSpec *spec;
  CoalitionInspectorGroup *group;
  GtkListBox *list;
  GtkLabel *hint;
  GtkWidget *draft;
};

G_DEFINE_FINAL_TYPE (CoalitionDetailList, coalition_detail_list, GTK_TYPE_BOX)

static void
remove_draft (CoalitionDetailList *self)
{
  if (self->draft == NULL)
    return;
  gtk_box_remove (GTK_BOX (self), self->draft);
  self->draft = NULL;
}

static void
refresh (CoalitionDetailList *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  const char *skip[] = { self->spec->link, NULL };
  g_autoptr (GPtrArray) records = NULL;
  GtkListBoxRow *row;
  guint i = 0;

  if (campaign == NULL)
    return;
  records = coalition_campaign_get_referring (campaign, self->spec->kind, self->spec->link, coalition_record_get_id (self->owner));
  /* Rows of records that stay are kept, for one of them may be open and edited just now. */
  while ((row = gtk_list_box_get_row_at_index (self->list, i)) != NULL)
    {
      CoalitionRecord *record = coalition_detail_row_get_record (COALITION_DETAIL_ROW (row));

      if (records != NULL && g_ptr_array_find (records, record, NULL))
        {
          coalition_detail_row_refresh (COALITION_DETAIL_ROW (row));
          g_ptr_array_remove (records, record);
          i++;
        }
      else
        gtk_list_box_remove (self->list, GTK_WIDGET (row));
    }
  for (guint j = 0; records != NULL && j < records->len; j++, i++)
    gtk_list_box_append (self->list, GTK_WIDGET (coalition_detail_row_new (self->session, records->pdata[j], skip)));
  gtk_widget_set_visible (GTK_WIDGET (self->list), i > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), i == 0 && self->draft == NULL);
  coalition_inspector_group_set_count (self->group, i);
}

static void
accepted_cb (CoalitionDetailList *self)
{
  CoalitionForm *form = coalition_draft_row_get_form (COALITION_DRAFT_ROW (self->draft));
  const CoalitionKind *kind = self->spec->kind;
  g_autofree char *title = coalition_campaign_dup_title (coalition_session_get_campaign (self->session), self->owner);
  /* TRANSLATORS: a kind of detail, such as "Contact detail", and the name of what it belongs to */
  g_autoptr (CoalitionCommand) command = coalition_command_new (N_("Add %s to %s"), _(kind->label), title, NULL);
  const char *id = coalition_form_insert (form, command);

  if (id == NULL)
    return;
  coalition_command_set_text (command, kind, id, self->spec->link, coalition_record_get_id (self->owner));
  if (self->spec->stamp != NULL && !(coalition_kind_find_field (kind, self->spec->stamp)->flags & COALITION_FIELD_FIRST))
    {
      g_autofree char *today = coalition_clock_today ();

      coalition_command_set_text (command, kind, id, self->spec->stamp, today);
    }
  remove_draft (self);
  coalition_session_run (self->session, g_steal_pointer (&command), NULL);
}

static void
dismissed_cb (CoalitionDetailList *self)
{
  remove_draft (self);
  refresh (self);
}

static void
add_cb (CoalitionDetailList *self)
{
  const char *skip[] = { self->spec->link, NULL };
  CoalitionForm *form;

  if (self->draft == NULL)
    {
      g_autofree char *today = coalition_clock_today ();

      form = coalition_form_new_draft (self->session, self->spec->kind, skip);
      if (self->spec->stamp != NULL)
        coalition_form_set_text (form, self->spec->stamp, today);
      self->draft = GTK_WIDGET (coalition_draft_row_new (form));
      gtk_widget_add_css_class (self->draft, "card");
      g_signal_connect_object (self->draft, "accepted", G_CALLBACK (accepted_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->draft, "dismissed", G_CALLBACK (dismissed_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self), self->draft);
      refresh (self);
    }
  coalition_form_focus (coalition_draft_row_get_form (COALITION_DRAFT_ROW (self->draft)));
}

static void
coalition_detail_list_dispose (GObject *object)
{
  CoalitionDetailList *self = COALITION_DETAIL_LIST (object);

  g_clear_object (&self->session);
  g_clear_object (&self->owner);
  G_OBJECT_CLASS (coalition_detail_list_parent_class)->dispose (object);
}

static void
coalition_detail_list_class_init (CoalitionDetailListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coalition_detail_list_dispose;
}

static void
coalition_detail_list_init (CoalitionDetailList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

/**
 * coalition_detail_list_new:
 * @session: the session
 * @owner: the record that owns
 * @spec: what is listed
 *
 * Makes a list that follows the campaign.
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
coalition_detail_list_new (CoalitionSession          *session,
                           CoalitionRecord           *owner,
                           const CoalitionDetailSpec *spec)
{
  CoalitionDetailList *self = g_object_new (COALITION_TYPE_DETAIL_LIST, NULL);
  CoalitionCampaign *campaign = coalition_session_get_campaign (session);
  g_autofree char *tooltip = g_strdup_printf (_("Add: %s"), _(spec->kind->label));

  self->session = g_object_ref (session);
  self->owner = g_object_ref (owner);
  self->spec = spec;
  self->group = coalition_inspector_group_new (_(spec->title));
  coalition_inspector_group_add_button (self->group, "list-add-symbolic", tooltip, G_CALLBACK (add_cb), self);
  self->hint = GTK_LABEL (gtk_label_new (_(spec->hint)));
  gtk_label_set_xalign (self->hint, 0);
  gtk_label_set_wrap (self->hint, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "hint");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _(spec->title), -1);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->group));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->hint));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  refresh (self);
  if (campaign != NULL)
    g_signal_connect_object (campaign, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
