/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-several-tags.h"

#include "coalition-tag-chips.h"

#include <glib/gi18n-lib.h>

/**
 * CoalitionSeveralTags:
 *
 * The tags of several parties: each with how many of them have it; added to all and taken from all by one command.
 */
struct _CoalitionSeveralTags
{
  GtkBox parent_instance;

  CoalitionSession *session;
  GPtrArray *parties;
  CoalitionTagChips *chips;
};

G_DEFINE_FINAL_TYPE (CoalitionSeveralTags, coalition_several_tags, GTK_TYPE_BOX)

static gboolean
is_present (CoalitionSeveralTags *self,
            CoalitionRecord      *party)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);

  return campaign != NULL && coalition_campaign_get_record (campaign, &coalition_kind_party, coalition_record_get_id (party)) == party;
}

static void
change_tag (CoalitionSeveralTags *self,
            CoalitionCommand     *command,
            const char           *tag,
            gboolean              add)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  const CoalitionKind *kind = &coalition_kind_party_tag;

  for (guint i = 0; i < self->parties->len; i++)
    {
      const char *party = coalition_record_get_id (self->parties->pdata[i]);
      g_autofree char *id = coalition_party_tag_id (party, tag);

      if (!is_present (self, self->parties->pdata[i]) || (coalition_campaign_get_record (campaign, kind, id) != NULL) == add)
        continue;
      if (!add)
        {
          coalition_command_delete (command, kind, id);
          continue;
        }
      coalition_tag_chips_write_tag (command, id, party, tag);
    }
}

static CoalitionCommand *
command_new (CoalitionSeveralTags *self,
             gboolean              add)
{
  g_autofree char *count = g_strdup_printf ("%u", self->parties->len);

  return coalition_command_new (add ? N_("Tag %s parties") : N_("Remove a tag from %s parties"), count, NULL);
}

static void
removed_cb (CoalitionSeveralTags *self,
            const char           *tag)
{
  g_autoptr (CoalitionCommand) command = command_new (self, FALSE);

  change_tag (self, command, tag, FALSE);
  coalition_session_run (self->session, g_steal_pointer (&command), NULL);
}

static void
picked_cb (CoalitionSeveralTags *self,
           const char           *key,
           const char           *words)
{
  g_autoptr (CoalitionCommand) command = command_new (self, TRUE);

  if (key == NULL)
    key = coalition_tag_chips_find_tag (coalition_session_get_campaign (self->session), command, words);
  change_tag (self, command, key, TRUE);
  coalition_session_run (self->session, g_steal_pointer (&command), NULL);
}

static void
add_chip (CoalitionSeveralTags *self,
          CoalitionRecord      *tag,
          guint                 n,
          guint                 total)
{
  const char *name = coalition_record_get_title (tag);
  /* TRANSLATORS: a tag, how many of the selected parties have it, and how many are selected */
  g_autofree char *text = n < total ? g_strdup_printf (_("%s, %u of %u"), name, n, total) : g_strdup (name);

  coalition_tag_chips_add (self->chips, coalition_record_get_id (tag), name, text);
}

static void
refresh (CoalitionSeveralTags *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  GListModel *tags;
  guint total = 0;

  coalition_tag_chips_clear (self->chips);
  if (campaign == NULL)
    return;
  for (guint i = 0; i < self->parties->len; i++)
    {
      g_autoptr (GPtrArray) links = NULL;

      if (!is_present (self, self->parties->pdata[i]))
        continue;
      total++;
      links = coalition_campaign_get_referring (campaign, &coalition_kind_party_tag, "party",
                                                coalition_record_get_id (self->parties->pdata[i]));
      for (guint j = 0; j < links->len; j++)
        {
          char *tag = (char *) coalition_record_get_text (links->pdata[j], "tag");

          g_hash_table_insert (counts, tag, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, tag)) + 1));
        }
    }
  tags = coalition_campaign_get_records (campaign, &coalition_kind_tag);
  for (guint i = 0; i < g_list_model_get_n_items (tags); i++)
    {
      g_autoptr (CoalitionRecord) tag = g_list_model_get_item (tags, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, coalition_record_get_id (tag)));

      if (n > 0)
        add_chip (self, tag, n, total);
    }
}

static void
coalition_several_tags_dispose (GObject *object)
{
  CoalitionSeveralTags *self = COALITION_SEVERAL_TAGS (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->parties, g_ptr_array_unref);
  G_OBJECT_CLASS (coalition_several_tags_parent_class)->dispose (object);
}

static void
coalition_several_tags_class_init (CoalitionSeveralTagsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coalition_several_tags_dispose;
}

static void
coalition_several_tags_init (CoalitionSeveralTags *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->parties = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * coalition_several_tags_new:
 * @session: the session with a campaign
 * @parties: (element-type CoalitionRecord): parties; other records among them are passed over
 *
 * Makes the tags of @parties.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
coalition_several_tags_new (CoalitionSession *session,
                            GPtrArray        *parties)
{
  CoalitionSeveralTags *self = g_object_new (COALITION_TYPE_SEVERAL_TAGS, NULL);

  self->session = g_object_ref (session);
  for (guint i = 0; i < parties->len; i++)
    if (coalition_record_is (parties->pdata[i], &coalition_kind_party))
      g_ptr_array_add (self->parties, g_object_ref (parties->pdata[i]));
  self->chips = coalition_tag_chips_new (session, _("Add a Tag to All"));
  g_signal_connect_object (self->chips, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chips, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->chips));
  refresh (self);
  g_signal_connect_object (coalition_session_get_campaign (session), "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
