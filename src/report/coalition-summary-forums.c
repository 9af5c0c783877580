/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-date.h"
#include "coalition-summary-private.h"

#include <glib/gi18n-lib.h>

/* Forums: where people meet, who belongs, and what they have come to see in the same way. What was noted of them for
 * ourselves alone is not printed in either copy. */

#define MOST_MEETINGS 3

typedef struct {
  CoalitionRecord *record;
  gboolean has_ended;
} Forum;

static gboolean
is_over (CoalitionSummary *self,
         CoalitionRecord  *record,
         const char       *field)
{
  const char *end = coalition_record_get_text (record, field);

  return end != NULL && coalition_date_days_until (self->today, end) < 0;
}

static gboolean
is_to_come (CoalitionSummary *self,
            CoalitionRecord  *record,
            const char       *field)
{
  const char *start = coalition_record_get_text (record, field);

  return start != NULL && coalition_date_compare (start, self->today) > 0;
}

/* Those that have not ended first, each kind by name. */
static int
compare_forums (gconstpointer a,
                gconstpointer b)
{
  const Forum *first = a, *second = b;
  int order = first->has_ended - second->has_ended;

  if (order == 0)
    order = g_utf8_collate (coalition_record_get_title (first->record), coalition_record_get_title (second->record));

  return order != 0 ? order : g_strcmp0 (coalition_record_get_id (first->record), coalition_record_get_id (second->record));
}

/* The latest first. */
static int
compare_meetings (gconstpointer a,
                  gconstpointer b)
{
  CoalitionRecord *first = *(CoalitionRecord **) a, *second = *(CoalitionRecord **) b;
  int order = coalition_date_compare (coalition_record_get_text (second, "held_on"), coalition_record_get_text (first, "held_on"));

  return order != 0 ? order : g_strcmp0 (coalition_record_get_id (first), coalition_record_get_id (second));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* Forums that there are on the date of the summary, or were. One that began and ended on days nobody knows, is there. */
static GArray *
list_forums (CoalitionSummary *self)
{
  GListModel *records = coalition_campaign_get_records (self->campaign, &coalition_kind_forum);
  GArray *forums = g_array_new (FALSE, FALSE, sizeof (Forum));

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (records, i);
      Forum forum = { record, is_over (self, record, "ended") };

      if (!is_to_come (self, record, "formed"))
        g_array_append_val (forums, forum);
    }
  g_array_sort (forums, compare_forums);

  return forums;
}

static CoalitionStrip *
write_line (CoalitionFlow      *flow,
            CoalitionTextStyle  style,
            const char         *text)
{
  CoalitionStrip *strip;

  coalition_flow_paragraph (flow, style, text, FALSE);
  strip = coalition_flow_last (flow);
  strip->below = 2;
  strip->keep_with_next = TRUE;

  return strip;
}

/* What it is, since when, where, and who calls people together. */
static void
write_what (CoalitionSummary *self,
            CoalitionFlow    *flow,
            const Forum      *forum)
{
  CoalitionRecord *record = forum->record;
  g_autofree char *form = coalition_summary_dup_choice (record, "form");
  g_autofree char *cadence = coalition_summary_dup_choice (record, "cadence");
  g_autofree char *formed = coalition_summary_dup_date (record, "formed");
  g_autofree char *ended = coalition_summary_dup_date (record, "ended");
  g_autofree char *parent = coalition_summary_dup_title (self, &coalition_kind_forum, coalition_record_get_text (record, "parent"));
  const char *place = coalition_record_get_text (record, "place");
  const char *host = coalition_record_get_text (record, "host");
  const char *purpose = coalition_record_get_text (record, "purpose");
  g_autoptr (GString) line = g_string_new (form != NULL ? form : _("Form unknown"));

  if (cadence != NULL)
    /* Translators: how often a forum meets, after what it is: "Council · monthly" */
    g_string_append_printf (line, C_("cadence", " · %s"), cadence);
  if (formed != NULL && ended != NULL)
    g_string_append_printf (line, _("; %s to %s"), formed, ended);
  else if (formed != NULL)
    g_string_append_printf (line, _("; from %s"), formed);
  else if (ended != NULL)
    g_string_append_printf (line, _("; until %s"), ended);
  if (parent != NULL)
    /* Translators: %s is the name of the forum of which this one is a committee or sub-group */
    g_string_append_printf (line, _("; part of “%s”"), parent);
  if (host != NULL)
    /* Translators: %s is who calls a forum together */
    g_string_append_printf (line, _("; convened by %s"), host);
  if (place != NULL)
    /* Translators: %s is where a forum meets */
    g_string_append_printf (line, _("; place: %s"), place);
  write_line (flow, COALITION_TEXT_SMALL, line->str);
  if (purpose != NULL)
    write_line (flow, COALITION_TEXT_TABLE, purpose);
}

static void
write_members (CoalitionSummary *self,
               CoalitionFlow    *flow,
               const Forum      *forum)
{
  g_autoptr (GPtrArray) members = coalition_campaign_get_referring (self->campaign, &coalition_kind_forum_member, "forum",
                                                                    coalition_record_get_id (forum->record));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < members->len; i++)
    {
      CoalitionRecord *member = members->pdata[i];
      g_autofree char *name = coalition_summary_dup_title (self, &coalition_kind_party, coalition_record_get_text (member, "party"));
      g_autofree char *role = coalition_summary_dup_choice (member, "role");

      if (name == NULL || is_to_come (self, member, "since") || (!forum->has_ended && is_over (self, member, "until")))
        continue;
      if (role != NULL && g_strcmp0 (coalition_record_get_text (member, "role"), "member") != 0)
        /* Translators: a member of a forum and the role there */
        g_ptr_array_add (names, g_strdup_printf (C_("member", "%s (%s)"), name, role));
      else
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
  if (names->len == 0)
    {
      write_line (flow, COALITION_TEXT_TABLE, _("Members: unknown"));
      return;
    }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  joined = coalition_summary_join_names ((const char *const *) names->pdata);
  /* Translators: %u is how many members, %s their names in a row */
  text = g_strdup_printf (ngettext ("%u member: %s", "%u members: %s", names->len - 1), names->len - 1, joined);
  write_line (flow, COALITION_TEXT_TABLE, text);
}

/* When it met, about what, how many came, and what they agreed upon. */
static char *
describe_meeting (CoalitionSummary *self,
                  CoalitionRecord  *meeting)
{
  g_autofree char *date = coalition_summary_dup_date (meeting, "held_on");
  g_autoptr (GPtrArray) came = coalition_campaign_get_referring (self->campaign, &coalition_kind_attendance, "meeting",
                                                                 coalition_record_get_id (meeting));
  const char *topic = coalition_record_get_text (meeting, "topic");
  const char *understandings = coalition_record_get_text (meeting, "understandings");
  GString *text = g_string_new (NULL);

  if (is_to_come (self, meeting, "held_on"))
    g_string_append_printf (text, _("Meets next %s"), date);
  else
    g_string_append_printf (text, _("Met %s"), date);
  if (topic != NULL)
    /* Translators: %s is the topic of a meeting */
    g_string_append_printf (text, C_("meeting", ": %s"), topic);
  if (came->len > 0)
    g_string_append_printf (text, ngettext ("; %u party came", "; %u parties came", came->len), came->len);
  g_string_append (text, ".");
  if (understandings != NULL)
    /* Translators: %s is what those who met came to see in the same way */
    g_string_append_printf (text, _(" Understanding: %s"), understandings);

  return g_string_free (text, FALSE);
}

static void
write_meetings (CoalitionSummary *self,
                CoalitionFlow    *flow,
                const Forum      *forum)
{
  g_autoptr (GPtrArray) meetings = coalition_campaign_get_referring (self->campaign, &coalition_kind_meeting, "forum",
                                                                     coalition_record_get_id (forum->record));
  guint n_past = 0;

  g_ptr_array_sort (meetings, compare_meetings);
  for (guint i = 0; i < meetings->len && n_past < MOST_MEETINGS; i++)
    {
      g_autofree char *text = describe_meeting (self, meetings->pdata[i]);

      /* What is to come does not push out what was; what came after the date asked for was not yet known. */
      if (is_to_come (self, meetings->pdata[i], "held_on"))
        {
          if (self->is_dated)
            continue;
        }
      else
        {
          n_past++;
        }
      write_line (flow, COALITION_TEXT_TABLE, text);
    }
  if (n_past == 0)
    write_line (flow, COALITION_TEXT_TABLE, _("No meeting is noted yet."));
}

/**
 * coalition_summary_write_forums:
 * @self: a summary
 * @flow: where it goes
 *
 * Writes the forums; nothing if there are none.
 */
void
coalition_summary_write_forums (CoalitionSummary *self,
                                CoalitionFlow    *flow)
{
  g_autoptr (GArray) forums = list_forums (self);

  if (forums->len == 0)
    return;
  coalition_flow_heading (flow, _("Forums"), NULL);
  for (guint i = 0; i < forums->len; i++)
    {
      const Forum *forum = &g_array_index (forums, Forum, i);
      CoalitionStrip *strip = write_line (flow, COALITION_TEXT_BLOCK, coalition_record_get_title (forum->record));

      strip->space = i > 0 ? 12 : 4;
      strip->keep_below = 50;
      if (forum->has_ended)
        coalition_strip_add_text (strip, coalition_flow_get_width (flow) * 0.8, coalition_flow_get_width (flow) * 0.2,
                                  COALITION_TEXT_TABLE, _("Ended"))->align = COALITION_TEXT_ALIGN_END;
      write_what (self, flow, forum);
      write_members (self, flow, forum);
      write_meetings (self, flow, forum);
      coalition_flow_last (flow)->keep_with_next = FALSE;
      coalition_flow_last (flow)->block_end = TRUE;
    }
}
