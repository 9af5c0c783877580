/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-date.h"
#include "coalition-print-table.h"
#include "coalition-summary-private.h"

#include <glib/gi18n-lib.h>

#define MOST_NAMES 2

/* What is being worked on comes first. */
static int
status_rank (CoalitionRecord *issue)
{
  static const char *const order[] = { "chosen", "considered", "heard", "won", "set-aside", "closed" };
  const char *status = coalition_record_get_text (issue, "status");

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (g_strcmp0 (order[i], status) == 0)
      return i;

  return 2;
}

static int
compare_issues (gconstpointer a,
                gconstpointer b)
{
  CoalitionRecord *first = *(CoalitionRecord **) a, *second = *(CoalitionRecord **) b;
  int order = status_rank (first) - status_rank (second);

  if (order == 0)
    order = g_utf8_collate (coalition_record_get_title (first), coalition_record_get_title (second));

  return order != 0 ? order : g_strcmp0 (coalition_record_get_id (first), coalition_record_get_id (second));
}

/**
 * coalition_summary_write_issues:
 * @self: a summary
 * @flow: where it goes
 *
 * Writes the issues, each with the law or policy behind it.
 */
void
coalition_summary_write_issues (CoalitionSummary *self,
                                CoalitionFlow    *flow)
{
  g_autoptr (CoalitionPrintTable) table = coalition_print_table_new ();
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *records = coalition_campaign_get_records (self->campaign, &coalition_kind_issue);
  static const char *const fields[] = { "statement", "law" };

  coalition_flow_heading (flow, _("Issues"), NULL);
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    g_ptr_array_add (issues, g_list_model_get_item (records, i));
  if (issues->len == 0)
    {
      coalition_flow_paragraph (flow, COALITION_TEXT_BODY, _("No issues are noted yet."), FALSE);
      return;
    }

  g_ptr_array_sort (issues, compare_issues);
  coalition_print_table_add_column (table, _("Issue"), COALITION_PRINT_COLUMN_PLAIN);
  coalition_print_table_add_column (table, _("Status"), COALITION_PRINT_COLUMN_NO_WRAP);
  coalition_print_table_add_column (table, _("What is wrong, what would be right"), COALITION_PRINT_COLUMN_PLAIN);
  coalition_print_table_add_column (table, _("Law or policy behind it"), COALITION_PRINT_COLUMN_PLAIN);
  for (guint i = 0; i < issues->len; i++)
    {
      CoalitionRecord *issue = issues->pdata[i];
      g_autofree char *status = coalition_summary_dup_choice (issue, "status");
      guint row = coalition_print_table_add_row (table, FALSE);

      coalition_print_table_set_text (table, row, 0, coalition_record_get_title (issue));
      coalition_print_table_set_text (table, row, 1, status != NULL ? status : _("unknown"));
      for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
        {
          const char *text = coalition_record_get_text (issue, fields[j]);

          coalition_print_table_set_text (table, row, 2 + j, text != NULL ? text : _("unknown"));
        }
    }
  coalition_print_table_flow (table, flow, 0, FALSE);
}

static void
due_free (gpointer data)
{
  CoalitionSummaryDue *due = data;

  g_free (due->what);
  g_free (due->who);
  g_free (due);
}

static int
compare_due (gconstpointer a,
             gconstpointer b)
{
  const CoalitionSummaryDue *first = *(CoalitionSummaryDue **) a, *second = *(CoalitionSummaryDue **) b;
  int order = coalition_date_compare (first->due, second->due);

  return order != 0 ? order : g_utf8_collate (first->what, second->what);
}

/**
 * coalition_summary_dup_parties:
 * @self: a summary
 * @agreement: an agreement
 * @most: how many names are still readable
 *
 * Names the parties of an agreement, or counts them if they are too many.
 *
 * Returns: (transfer full): the text
 */
char *
coalition_summary_dup_parties (CoalitionSummary          *self,
                               CoalitionSummaryAgreement *agreement,
                               guint                      most)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  guint n_parties = agreement->parties->len;

  if (n_parties > most)
    return g_strdup_printf (ngettext ("all %u party", "all %u parties", n_parties), n_parties);
  for (guint i = 0; i < n_parties; i++)
    {
      g_autofree char *name = coalition_summary_dup_title (self, &coalition_kind_party, agreement->parties->pdata[i]);

      if (name != NULL)
        g_strv_builder_add (builder, name);
    }
  names = g_strv_builder_end (builder);
  if (names[0] == NULL)
    return g_strdup (_("unknown"));

  return coalition_summary_join_names ((const char *const *) names);
}

static void
add_due (CoalitionSummary          *self,
         GPtrArray                 *list,
         CoalitionSummaryAgreement *agreement,
         const char                *date,
         char                      *what,
         char                      *who)
{
  CoalitionSummaryDue *due = g_new0 (CoalitionSummaryDue, 1);

  due->due = date;
  due->days = date != NULL ? coalition_date_days_until (self->today, date) : 0;
  due->what = what;
  due->who = who;
  due->agreement = agreement != NULL ? agreement->number : 0;
  g_ptr_array_add (list, due);
}

/* What was promised in a conversation: it is between us and them. */
static void
add_follow_ups (CoalitionSummary *self,
                GPtrArray        *list)
{
  GListModel *contacts = coalition_campaign_get_records (self->campaign, &coalition_kind_contact);

  for (guint i = 0; i < g_list_model_get_n_items (contacts); i++)
    {
      g_autoptr (CoalitionRecord) contact = g_list_model_get_item (contacts, i);
      const char *what = coalition_record_get_text (contact, "follow_up");
      const char *date = coalition_record_get_text (contact, "follow_up_due");
      const char *by = coalition_record_get_text (contact, "by");

      if ((what == NULL && date == NULL) || coalition_record_get_text (contact, "follow_up_done") != NULL)
        continue;
      add_due (self, list, NULL, date, g_strdup (what != NULL ? what : _("Follow up a conversation")),
               g_strdup (by != NULL ? by : _("unknown")));
    }
}

static void
add_meetings (CoalitionSummary *self,
              GPtrArray        *list)
{
  GListModel *meetings = coalition_campaign_get_records (self->campaign, &coalition_kind_meeting);

  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (CoalitionRecord) meeting = g_list_model_get_item (meetings, i);
      const char *date = coalition_record_get_text (meeting, "held_on");
      const char *id = coalition_record_get_text (meeting, "forum");
      CoalitionRecord *forum = id != NULL ? coalition_campaign_get_record (self->campaign, &coalition_kind_forum, id) : NULL;
      const char *host = forum != NULL ? coalition_record_get_text (forum, "host") : NULL;

      if (forum == NULL || date == NULL || coalition_date_days_until (self->today, date) < 0)
        continue;
      /* Translators: %s is the name of a forum */
      add_due (self, list, NULL, date, g_strdup_printf (_("Meeting of “%s”"), coalition_record_get_title (forum)),
               g_strdup (host != NULL ? host : _("unknown")));
    }
}

/**
 * coalition_summary_list_due:
 * @self: a summary
 *
 * Lists what is to be done: reviews of agreements that stand, open tasks of those that have not ended, meetings to come,
 * and, for us alone, what was promised in conversations.
 *
 * Returns: (transfer full) (element-type CoalitionSummaryDue): the list, by date, what has none last
 */
GPtrArray *
coalition_summary_list_due (CoalitionSummary *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (due_free);

  for (guint i = 0; i < self->agreements->len; i++)
    {
      CoalitionSummaryAgreement *agreement = self->agreements->pdata[i];
      const char *review = coalition_record_get_text (agreement->record, "review_due");
      g_autoptr (GPtrArray) tasks = coalition_campaign_get_referring (self->campaign, &coalition_kind_task, "agreement",
                                                                      coalition_record_get_id (agreement->record));

      if (agreement->has_ended)
        continue;
      if (review != NULL && agreement->is_agreed)
        /* Translators: %s is the name of an agreement */
        add_due (self, list, agreement, review,
                 g_strdup_printf (_("Review of “%s”"), coalition_record_get_title (agreement->record)),
                 coalition_summary_dup_parties (self, agreement, MOST_NAMES));
      for (guint j = 0; j < tasks->len; j++)
        {
          char *who;

          if (coalition_record_get_text (tasks->pdata[j], "done_on") != NULL)
            continue;
          who = coalition_summary_dup_title (self, &coalition_kind_party, coalition_record_get_text (tasks->pdata[j], "party"));
          add_due (self, list, agreement, coalition_record_get_text (tasks->pdata[j], "due"),
                   g_strdup (coalition_record_get_title (tasks->pdata[j])), who != NULL ? who : g_strdup (_("unknown")));
        }
    }
  /* Of another day nobody knows what was planned then. */
  if (!self->is_dated)
    add_meetings (self, list);
  if (!self->partner_copy && !self->is_dated)
    add_follow_ups (self, list);
  g_ptr_array_sort (list, compare_due);

  return list;
}

/**
 * coalition_summary_write_due:
 * @self: a summary
 * @flow: where it goes
 *
 * Writes what is due, whatever it is, in one list by date; what is late stands first, in bold.
 */
void
coalition_summary_write_due (CoalitionSummary *self,
                             CoalitionFlow    *flow)
{
  g_autoptr (CoalitionPrintTable) table = coalition_print_table_new ();
  g_autoptr (GPtrArray) list = coalition_summary_list_due (self);

  coalition_flow_heading (flow, _("Due next"), NULL);
  if (list->len == 0)
    {
      coalition_flow_paragraph (flow, COALITION_TEXT_BODY, _("Nothing is due."), FALSE);
      return;
    }
  coalition_print_table_add_column (table, _("By"), COALITION_PRINT_COLUMN_NO_WRAP | COALITION_PRINT_COLUMN_END);
  coalition_print_table_add_column (table, _("What"), COALITION_PRINT_COLUMN_PLAIN);
  coalition_print_table_add_column (table, _("Who sees to it"), COALITION_PRINT_COLUMN_PLAIN);
  coalition_print_table_add_column (table, _("Agreement"), COALITION_PRINT_COLUMN_NO_WRAP | COALITION_PRINT_COLUMN_END);
  for (guint i = 0; i < list->len; i++)
    {
      CoalitionSummaryDue *due = list->pdata[i];
      g_autofree char *date = due->due != NULL ? coalition_date_format (due->due) : g_strdup (_("no date"));
      g_autofree char *number = due->agreement > 0 ? g_strdup_printf ("%u", due->agreement) : g_strdup ("");
      g_autofree char *what = NULL;
      guint row = coalition_print_table_add_row (table, due->days < 0);

      if (due->days < 0)
        {
          g_autofree char *late = coalition_summary_format_late (due->days);

          /* Translators: what was due, and how late it is */
          what = g_strdup_printf (C_("due", "%s, %s"), due->what, late);
        }
      coalition_print_table_set_text (table, row, 0, date);
      coalition_print_table_set_text (table, row, 1, what != NULL ? what : due->what);
      coalition_print_table_set_text (table, row, 2, due->who);
      coalition_print_table_set_text (table, row, 3, number);
    }
  coalition_print_table_flow (table, flow, 0, FALSE);
}
