/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-tag-list.h"

#include "coalition-tag-chips.h"

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
  CoalitionTagChips *chips;
};

G_DEFINE_FINAL_TYPE (CoalitionTagList, coalition_tag_list, GTK_TYPE_BOX)

static void
removed_cb (CoalitionTagList *self,
            const char       *id)
{
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

  command = coalition_command_new (N_("Tag %s"), coalition_record_get_title (self->party), NULL);
  if (key == NULL)
    key = coalition_tag_chips_find_tag (campaign, command, words);
  id = coalition_party_tag_id (party, key);
  if (coalition_campaign_get_record (campaign, &coalition_kind_party_tag, id) != NULL)
    return;
  coalition_tag_chips_write_tag (command, id, party, key);
  coalition_session_run (self->session, g_steal_pointer (&command), NULL);
}

static void
refresh (CoalitionTagList *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  g_autoptr (GPtrArray) links = NULL;

  if (campaign == NULL)
    return;
  coalition_tag_chips_clear (self->chips);
  links = coalition_campaign_get_referring (campaign, &coalition_kind_party_tag, "party", coalition_record_get_id (self->party));
  for (guint i = 0; i < links->len; i++)
    {
      CoalitionRecord *tag = coalition_campaign_get_record (campaign, &coalition_kind_tag,
                                                            coalition_record_get_text (links->pdata[i], "tag"));

      if (tag != NULL)
        coalition_tag_chips_add (self->chips, coalition_record_get_id (links->pdata[i]), coalition_record_get_title (tag),
                                 coalition_record_get_title (tag));
    }
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

  self->session = g_object_ref (session);
  self->party = g_object_ref (party);
  self->chips = coalition_tag_chips_new (session, _("Add a Tag"));
  g_signal_connect_object (self->chips, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chips, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->chips));
  refresh (self);
  if (campaign != NULL)
    g_signal_connect_object (campaign, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
