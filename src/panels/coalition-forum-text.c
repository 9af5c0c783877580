/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-forum-text.h"

#include "coalition-clock.h"
#include "coalition-date.h"

#include <glib/gi18n-lib.h>

/**
 * coalition_forum_has_ended:
 * @forum: a forum
 * @date: an ISO 8601 date
 *
 * Whether a forum no longer meets at a date.
 *
 * Returns: %TRUE if it ended before @date
 */
gboolean
coalition_forum_has_ended (CoalitionRecord *forum,
                           const char      *date)
{
  const char *ended = coalition_record_get_text (forum, "ended");
  g_autofree char *last = ended != NULL ? coalition_date_last_day (ended) : NULL;

  return last != NULL && g_strcmp0 (last, date) < 0;
}

/**
 * coalition_forum_member_is_there:
 * @member: a membership
 * @date: an ISO 8601 date
 *
 * Whether a membership holds at a date. One without dates always does.
 *
 * Returns: %TRUE if @date lies within it
 */
gboolean
coalition_forum_member_is_there (CoalitionRecord *member,
                                 const char      *date)
{
  const char *since = coalition_record_get_text (member, "since"), *until = coalition_record_get_text (member, "until");
  g_autofree char *last = until != NULL ? coalition_date_last_day (until) : NULL;

  return (since == NULL || g_strcmp0 (since, date) <= 0) && (last == NULL || g_strcmp0 (last, date) >= 0);
}

/**
 * coalition_forum_count_members:
 * @campaign: the campaign
 * @forum: a forum
 * @date: an ISO 8601 date
 *
 * How many parties belong to a forum at a date.
 *
 * Returns: their number
 */
guint
coalition_forum_count_members (CoalitionCampaign *campaign,
                               CoalitionRecord   *forum,
                               const char        *date)
{
  g_autoptr (GPtrArray) members = coalition_campaign_get_referring (campaign, &coalition_kind_forum_member, "forum",
                                                                    coalition_record_get_id (forum));
  g_autoptr (GHashTable) parties = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < members->len; i++)
    if (coalition_forum_member_is_there (members->pdata[i], date))
      g_hash_table_add (parties, (char *) coalition_record_get_text (members->pdata[i], "party"));

  return g_hash_table_size (parties);
}

/**
 * coalition_forum_describe_meeting:
 * @campaign: the campaign
 * @forum: a forum
 * @today: today's ISO 8601 date
 *
 * When the forum meets next, or met last if no meeting is planned.
 *
 * Returns: (transfer full) (nullable): the translated text, or %NULL if there is no meeting
 */
char *
coalition_forum_describe_meeting (CoalitionCampaign *campaign,
                                  CoalitionRecord   *forum,
                                  const char        *today)
{
  g_autoptr (GPtrArray) meetings = coalition_campaign_get_referring (campaign, &coalition_kind_meeting, "forum",
                                                                     coalition_record_get_id (forum));
  const char *next = NULL, *last = NULL;
  g_autofree char *date = NULL;

  for (guint i = 0; i < meetings->len; i++)
    {
      const char *held_on = coalition_record_get_text (meetings->pdata[i], "held_on");

      if (g_strcmp0 (held_on, today) >= 0 && (next == NULL || g_strcmp0 (held_on, next) < 0))
        next = held_on;
      if (g_strcmp0 (held_on, today) < 0 && (last == NULL || g_strcmp0 (held_on, last) > 0))
        last = held_on;
    }
  if (next == NULL && last == NULL)
    return NULL;
  date = coalition_date_format (next != NULL ? next : last);

  /* TRANSLATORS: of a forum, with a date */
  return g_strdup_printf (next != NULL ? _("next meeting %s") : _("last met %s"), date);
}

static void
append_part (GString    *text,
             const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

/**
 * coalition_forum_caption:
 * @campaign: the campaign
 * @forum: a forum
 *
 * One line for lists: form, members, cadence, and its next or last meeting.
 *
 * Returns: (transfer full): the translated text
 */
char *
coalition_forum_caption (CoalitionCampaign *campaign,
                         CoalitionRecord   *forum)
{
  g_autofree char *today = coalition_clock_today ();
  /* Of one that is over it is told who belonged to it. */
  guint n = coalition_forum_count_members (campaign, forum,
                                           coalition_forum_has_ended (forum, today) ? coalition_record_get_text (forum, "ended") : today);
  g_autofree char *members = g_strdup_printf (ngettext ("%u member", "%u members", n), n);
  g_autofree char *meeting = coalition_forum_describe_meeting (campaign, forum, today);
  GString *text = g_string_new (NULL);

  append_part (text, coalition_field_choice_label (coalition_kind_find_field (&coalition_kind_forum, "form"),
                                                   coalition_record_get_text (forum, "form")));
  append_part (text, members);
  append_part (text, coalition_field_choice_label (coalition_kind_find_field (&coalition_kind_forum, "cadence"),
                                                   coalition_record_get_text (forum, "cadence")));
  append_part (text, meeting);

  return g_string_free (text, FALSE);
}
