/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-tag-list.h"

#include "coalition-inspector-group.h"
#include "coalition-picker.h"

#include <glib/gi18n-lib.h>

/**
 * CoalitionTagList:
 *
 * The tags of a party as chips, each with a cross, and a list from which to add one.
 */
struct _CoalitionTagList
{
  GtkBox parent_instance;

  CoalitionSession *session;
  CoalitionRecord *party;
  GtkFlowBox *flow;
};

G_DEFINE_FINAL_TYPE (CoalitionTagList, coalition_tag_list, GTK_TYPE_BOX)

static void
remove_cb (GtkWidget *button,
           gpointer   data)
{
  CoalitionTagList *self = data;
  const char *id = g_object_get_data (G_OBJECT (button), "party-tag");
  g_autoptr (CoalitionCommand) command = coalition_command_new (N_("Remove a tag from %s"),
                                                                coalition_record_get_title (self->party), NULL);

  coalition_command_delete (command, &coalition_kind_party_tag, id);
  coalition_session_run (self->session, g_steal_pointer (&command), NULL);
}

static void
picked_cb (CoalitionTagList *self,
           const char       *key,
           const char       *words)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  const char *party = coalition_record_get_id (self->party);
  g_autoptr (CoalitionCommand) command = NULL;
  g_autofree char *id = NULL;

  if (key == NULL && words == NULL)
    return;
  command = coalition_command_new (N_("Tag %s"), coalition_record_get_title (self->party), NULL);
  if (key == NULL)
    {
      g_autoptr (GPtrArray) same = coalition_campaign_find_by_title (campaign, &coalition_kind_tag, words);

      if (same != NULL && same->len > 0)
        key = coalition_record_get_id (same->pdata[0]);
      else
        {
          key = coalition_command_insert (command, &coalition_kind_tag, NULL);
          coalition_command_set_text (command, &coalition_kind_tag, key, "name", words);
        }
    }
  id = coalition_party_tag_id (party, key);
  if (coalition_campaign_get_record (campaign, &coalition_kind_party_tag, id) != NULL)
    return;
  coalition_command_insert (command, &coalition_kind_party_tag, id);
  coalition_command_set_text (command, &coalition_kind_party_tag, id, "party", party);
  coalition_command_set_text (command, &coalition_kind_party_tag, id, "tag", key);
  coalition_session_run (self->session, g_steal_pointer (&command), NULL);
}

static void
add_chip (CoalitionTagList *self,
          CoalitionRecord  *link,
          const char       *name)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *cross = gtk_button_new_from_icon_name ("window-close-symbolic");
  GtkWidget *child = gtk_flow_box_child_new ();
  g_autofree char *tooltip = g_strdup_printf (_("Remove the Tag “%s”"), name);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_widget_add_css_class (cross, "flat");
  gtk_widget_add_css_class (cross, "circular");
  gtk_widget_set_tooltip_text (cross, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cross), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  g_object_set_data_full (G_OBJECT (cross), "party-tag", g_strdup (coalition_record_get_id (link)), g_free);
  g_signal_connect_object (cross, "clicked", G_CALLBACK (remove_cb), self, 0);
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), cross);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), chip);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_append (self->flow, child);
}

static void
refresh (CoalitionTagList *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  g_autoptr (GPtrArray) links = NULL;
  GtkWidget *child;
  guint n = 0;

  if (campaign == NULL)
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->flow))) != NULL)
    gtk_flow_box_remove (self->flow, child);
  links = coalition_campaign_get_referring (campaign, &coalition_kind_party_tag, "party", coalition_record_get_id (self->party));
  for (guint i = 0; i < links->len; i++)
    {
      CoalitionRecord *tag = coalition_campaign_get_record (campaign, &coalition_kind_tag,
                                                            coalition_record_get_text (links->pdata[i], "tag"));

      if (tag == NULL)
        continue;
      add_chip (self, links->pdata[i], coalition_record_get_title (tag));
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->flow), n > 0);
}

static void
coalition_tag_list_dispose (GObject *object)
{
  CoalitionTagList *self = COALITION_TAG_LIST (object);

  g_clear_object (&self->session);
  g_clear_object (&self->party);
  G_OBJECT_CLASS (coalition_tag_list_parent_class)->dispose (object);
}

static void
coalition_tag_list_class_init (CoalitionTagListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coalition_tag_list_dispose;
}

static void
coalition_tag_list_init (CoalitionTagList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

/**
 * coalition_tag_list_new:
 * @session: the session
 * @party: a party
 *
 * Makes the tags of @party.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
coalition_tag_list_new (CoalitionSession *session,
                        CoalitionRecord  *party)
{
  CoalitionTagList *self = g_object_new (COALITION_TYPE_TAG_LIST, NULL);
  CoalitionCampaign *campaign = coalition_session_get_campaign (session);
  CoalitionInspectorGroup *group = coalition_inspector_group_new (_("Tags"));
  CoalitionPicker *picker = coalition_picker_new_for_kind (session, &coalition_kind_tag, _("Add a Tag"));

  self->session = g_object_ref (session);
  self->party = g_object_ref (party);
  coalition_picker_set_icon (picker, "list-add-symbolic", _("Add a Tag"));
  coalition_picker_set_clearable (picker, FALSE);
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  coalition_inspector_group_add_suffix (group, GTK_WIDGET (picker));
  self->flow = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->flow, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (self->flow, 20);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (group));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->flow));
  refresh (self);
  if (campaign != NULL)
    g_signal_connect_object (campaign, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
