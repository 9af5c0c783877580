/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-detail-list.h"
#include "coalition-forum-text.h"

#include <glib/gi18n-lib.h>

/* Those who belonged to the forum when it met are likely to have come. */
static void
add_all_members (CoalitionSession *session,
                 CoalitionRecord  *meeting)
{
  const CoalitionKind *kind = &coalition_kind_attendance;
  CoalitionCampaign *campaign = coalition_session_get_campaign (session);
  const char *id = coalition_record_get_id (meeting);
  g_autoptr (GPtrArray) members = coalition_campaign_get_referring (campaign, &coalition_kind_forum_member, "forum",
                                                                    coalition_record_get_text (meeting, "forum"));
  g_autoptr (GPtrArray) there = coalition_campaign_get_referring (campaign, kind, "meeting", id);
  g_autoptr (GHashTable) parties = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *title = coalition_campaign_dup_title (campaign, meeting);
  g_autoptr (CoalitionCommand) command = coalition_command_new (N_("Add all members to %s"), title, NULL);

  for (guint i = 0; i < there->len; i++)
    g_hash_table_add (parties, (char *) coalition_record_get_text (there->pdata[i], "party"));
  for (guint i = 0; i < members->len; i++)
    {
      const char *party = coalition_record_get_text (members->pdata[i], "party");
      const char *link;

      if (!coalition_forum_member_is_there (members->pdata[i], coalition_record_get_text (meeting, "held_on"))
          || !g_hash_table_add (parties, (char *) party))
        continue;
      link = coalition_command_insert (command, kind, NULL);
      coalition_command_set_text (command, kind, link, "meeting", id);
      coalition_command_set_text (command, kind, link, "party", party);
    }
  coalition_session_run (session, g_steal_pointer (&command), NULL);
}

/* Which details the inspector lists at which kind of record, in this order. */
static const CoalitionDetailSpec specs[] = {
  { .owner = &coalition_kind_party, .kind = &coalition_kind_contact, .link = "party", .through = &coalition_kind_contact_party,
    .title = N_("Contacts"), .hint = N_("Conversations with them: when, how, what was said and promised"), .stamp = "held_on" },
  { .owner = &coalition_kind_party, .kind = &coalition_kind_forum_member, .link = "party", .title = N_("Forums"),
    .hint = N_("Lunches, councils, committees that they belong to"), .pick = "forum", .pick_label = N_("Add to a Forum") },
  { .owner = &coalition_kind_party, .kind = &coalition_kind_contact_detail, .link = "party", .title = N_("Contact details"),
    .hint = N_("Phone, email, address: how to get hold of them") },
  { .owner = &coalition_kind_party, .kind = &coalition_kind_asset, .link = "party", .title = N_("Assets and offers"),
    .hint = N_("What they have, and what they offer: rooms, people, knowledge, standing") },
  { .owner = &coalition_kind_party, .kind = &coalition_kind_comfort, .link = "party", .title = N_("Comfort with tactics"),
    .hint = N_("How far they would go along with lobbying, media, a rally") },
  { .owner = &coalition_kind_party, .kind = &coalition_kind_judgement, .link = "party", .title = N_("All judgements"),
    .hint = N_("Who judged what and when, issue by issue"), .stamp = "judged_on" },
  { .owner = &coalition_kind_issue, .kind = &coalition_kind_judgement, .link = "issue", .title = N_("Where parties stand"),
    .hint = N_("Who is for it, who against, who has influence over it"), .stamp = "judged_on" },
  { .owner = &coalition_kind_issue, .kind = &coalition_kind_voice, .link = "issue", .title = N_("Voices"),
    .hint = N_("What was heard and gathered into it") },
  { .owner = &coalition_kind_agreement, .kind = &coalition_kind_agreement_party, .link = "agreement",
    .title = N_("Contacts and signatures"), .hint = N_("Who speaks and signs for each party") },
  { .owner = &coalition_kind_agreement, .kind = &coalition_kind_task, .link = "agreement", .title = N_("Tasks"),
    .hint = N_("Who does what by when") },
  { .owner = &coalition_kind_agreement, .kind = &coalition_kind_review, .link = "agreement", .title = N_("Reviews"),
    .hint = N_("What the parties found when they looked at it together"), .stamp = "held_on" },
  { .owner = &coalition_kind_forum, .kind = &coalition_kind_forum_member, .link = "forum", .title = N_("Members"),
    .hint = N_("Who belongs to it, in which role, since when"), .pick = "party", .pick_label = N_("Add a Member") },
  { .owner = &coalition_kind_forum, .kind = &coalition_kind_meeting, .link = "forum", .title = N_("Meetings"),
    .hint = N_("When they met, about what, who came and what they now see alike"), .stamp = "held_on" },
  { .owner = &coalition_kind_meeting, .kind = &coalition_kind_attendance, .link = "meeting", .title = N_("Who came"),
    .hint = N_("The parties that were there, with how many people"), .pick = "party", .pick_label = N_("Add Who Came"),
    .add_all = add_all_members, .add_all_label = N_("Add All Members of the Forum") },
  { .owner = &coalition_kind_contact, .kind = &coalition_kind_contact_party, .link = "contact", .title = N_("With"),
    .hint = N_("Who took part in it"), .pick = "party", .pick_label = N_("Add Who Took Part") },
  { .owner = &coalition_kind_listening_event, .kind = &coalition_kind_voice, .link = "event", .title = N_("Voices"),
    .hint = N_("What people said there, in their own words") },
};

/**
 * coalition_details_append:
 * @box: where the lists go
 * @session: the session
 * @owner: a record
 *
 * Appends a list for each kind of detail that @owner can have.
 */
void
coalition_details_append (GtkBox           *box,
                          CoalitionSession *session,
                          CoalitionRecord  *owner)
{
  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    if (coalition_record_is (owner, specs[i].owner))
      gtk_box_append (box, coalition_detail_list_new (session, owner, &specs[i]));
}
