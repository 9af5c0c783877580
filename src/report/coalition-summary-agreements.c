/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-date.h"
#include "coalition-figures.h"
#include "coalition-print-table.h"
#include "coalition-summary-private.h"

#include <glib/gi18n-lib.h>

/* Agreements, numbered as on the map: what each is, who brings and gets what, when it is looked at again, what is to be
 * done. Help is shown both ways, given and received. */

#define INDENT 18.0
#define TRACK 190.0
#define MOST_BETWEEN 6

/* What a contribution amounts to, in a column of its own before the thing: "1,500 copies". */
static char *
dup_amount (CoalitionRecord *contribution)
{
  const char *unit = coalition_record_get_text (contribution, "unit");
  double amount;

  if (!coalition_record_get_real (contribution, "amount", &amount))
    return g_strdup (unit != NULL ? unit : "");
  if (unit == NULL)
    return g_strdup_printf ("%'.15g", amount);

  return g_strdup_printf ("%'.15g %s", amount, unit);
}

static char *
dup_thing (CoalitionRecord *contribution)
{
  const char *description = coalition_record_get_text (contribution, "description");
  g_autofree char *date = coalition_summary_dup_date (contribution, "on");

  if (date == NULL)
    return g_strdup (description != NULL ? description : "");
  if (description == NULL)
    return g_steal_pointer (&date);

  /* Translators: what is contributed, and when */
  return g_strdup_printf (C_("contribution", "%s, %s"), description, date);
}

/* Those with an amount first, then by name: records have no order of their own. */
static int
compare_contributions (gconstpointer a,
                       gconstpointer b)
{
  CoalitionRecord *first = *(CoalitionRecord **) a, *second = *(CoalitionRecord **) b;
  const char *texts[2] = { coalition_record_get_text (first, "description"), coalition_record_get_text (second, "description") };
  double amount;
  int order = coalition_record_get_real (second, "amount", &amount) - coalition_record_get_real (first, "amount", &amount);

  if (order == 0)
    order = coalition_date_compare (coalition_record_get_text (first, "on"), coalition_record_get_text (second, "on"));
  if (order == 0)
    order = g_utf8_collate (texts[0] != NULL ? texts[0] : "", texts[1] != NULL ? texts[1] : "");

  return order != 0 ? order : g_strcmp0 (coalition_record_get_id (first), coalition_record_get_id (second));
}

/* What is open first, by when it is due. */
static int
compare_tasks (gconstpointer a,
               gconstpointer b)
{
  CoalitionRecord *first = *(CoalitionRecord **) a, *second = *(CoalitionRecord **) b;
  int order = (coalition_record_get_text (first, "done_on") != NULL) - (coalition_record_get_text (second, "done_on") != NULL);

  if (order == 0)
    order = coalition_date_compare (coalition_record_get_text (first, "due"), coalition_record_get_text (second, "due"));
  if (order == 0)
    order = g_utf8_collate (coalition_record_get_title (first), coalition_record_get_title (second));

  return order != 0 ? order : g_strcmp0 (coalition_record_get_id (first), coalition_record_get_id (second));
}

static int
compare_reviews (gconstpointer a,
                 gconstpointer b)
{
  CoalitionRecord *first = *(CoalitionRecord **) a, *second = *(CoalitionRecord **) b;
  int order = coalition_date_compare (coalition_record_get_text (first, "held_on"), coalition_record_get_text (second, "held_on"));

  return order != 0 ? order : g_strcmp0 (coalition_record_get_id (first), coalition_record_get_id (second));
}

/* Rows of one party: the first thing it brings beside the first that it gets. */
static void
add_party (CoalitionPrintTable *table,
           const char          *name,
           GPtrArray           *brings,
           GPtrArray           *gets)
{
  guint n_rows = MAX (MAX (brings->len, gets->len), 1);

  for (guint i = 0; i < n_rows; i++)
    {
      guint row = coalition_print_table_add_row (table, FALSE);
      GPtrArray *sides[2] = { brings, gets };

      if (i == 0)
        coalition_print_table_set_text (table, row, 0, name != NULL ? name : _("unknown"));
      for (guint side = 0; side < 2; side++)
        {
          if (i < sides[side]->len)
            {
              g_autofree char *amount = dup_amount (sides[side]->pdata[i]);
              g_autofree char *thing = dup_thing (sides[side]->pdata[i]);

              coalition_print_table_set_text (table, row, 1 + 2 * side, amount);
              coalition_print_table_set_text (table, row, 2 + 2 * side, thing);
            }
          else if (i == 0)
            {
              coalition_print_table_set_text (table, row, 2 + 2 * side, _("unknown"));
            }
        }
      if (i + 1 < n_rows)
        coalition_print_table_join_rows (table, row);
    }
}

static void
write_contributions (CoalitionSummary          *self,
                     CoalitionFlow             *flow,
                     CoalitionSummaryAgreement *agreement)
{
  g_autoptr (CoalitionPrintTable) table = coalition_print_table_new ();
  g_autoptr (GPtrArray) all = coalition_campaign_get_referring (self->campaign, &coalition_kind_contribution, "agreement",
                                                                coalition_record_get_id (agreement->record));
  g_autoptr (GPtrArray) parties = g_ptr_array_new ();

  g_ptr_array_sort (all, compare_contributions);
  for (guint i = 0; i < agreement->parties->len; i++)
    g_ptr_array_add (parties, agreement->parties->pdata[i]);
  for (guint i = 0; i < all->len; i++)
    {
      const char *party = coalition_record_get_text (all->pdata[i], "party");

      if (party != NULL && !g_ptr_array_find_with_equal_func (parties, party, g_str_equal, NULL))
        g_ptr_array_add (parties, (gpointer) party);
    }

  coalition_print_table_add_column (table, _("Who"), COALITION_PRINT_COLUMN_PLAIN);
  coalition_print_table_add_column (table, "", COALITION_PRINT_COLUMN_NO_WRAP | COALITION_PRINT_COLUMN_END);
  coalition_print_table_add_column (table, _("brings"), COALITION_PRINT_COLUMN_PLAIN);
  coalition_print_table_add_column (table, "", COALITION_PRINT_COLUMN_NO_WRAP | COALITION_PRINT_COLUMN_END);
  coalition_print_table_add_column (table, _("gets"), COALITION_PRINT_COLUMN_PLAIN);
  for (guint i = 0; i < parties->len; i++)
    {
      g_autofree char *name = coalition_summary_dup_title (self, &coalition_kind_party, parties->pdata[i]);
      g_autoptr (GPtrArray) brings = g_ptr_array_new ();
      g_autoptr (GPtrArray) gets = g_ptr_array_new ();

      for (guint j = 0; j < all->len; j++)
        if (g_strcmp0 (coalition_record_get_text (all->pdata[j], "party"), parties->pdata[i]) == 0)
          g_ptr_array_add (g_strcmp0 (coalition_record_get_text (all->pdata[j], "direction"), "gets") == 0 ? gets : brings,
                           all->pdata[j]);
      add_party (table, name, brings, gets);
    }
  if (parties->len > 0)
    coalition_print_table_flow (table, flow, INDENT, TRUE);
}

/* One line in the size of tables, indented under the name of its agreement. */
static CoalitionStrip *
write_line (CoalitionFlow      *flow,
            CoalitionTextStyle  style,
            const char         *text)
{
  CoalitionStrip *strip = coalition_flow_append (flow);

  strip->below = 2;
  strip->keep_with_next = TRUE;
  coalition_strip_add_text (strip, INDENT, coalition_flow_get_width (flow) - INDENT, style, text);

  return strip;
}

static CoalitionFigureTrack *
make_track (CoalitionSummaryAgreement *agreement)
{
  CoalitionFigureTrack *track = g_new0 (CoalitionFigureTrack, 1);
  const CoalitionField *field = coalition_kind_find_field (&coalition_kind_agreement, "status");
  const char *status = coalition_record_get_text (agreement->record, "status");

  track->label = status != NULL ? coalition_summary_dup_choice (agreement->record, "status") : g_strdup (_("Status unknown"));
  if (status == NULL)
    return track;
  for (guint i = 0; field->choices[i].key != NULL; i++)
    {
      track->stages++;
      if (g_str_equal (field->choices[i].key, status))
        track->reached = track->stages;
    }

  return track;
}

/* What it is, since when, and for which issue. */
static void
write_what (CoalitionSummary          *self,
            CoalitionFlow             *flow,
            CoalitionSummaryAgreement *agreement)
{
  g_autofree char *form = coalition_summary_dup_choice (agreement->record, "form");
  g_autofree char *start = coalition_summary_dup_date (agreement->record, "start");
  g_autofree char *end = coalition_summary_dup_date (agreement->record, "end");
  g_autofree char *issue = coalition_summary_dup_title (self, &coalition_kind_issue,
                                                        coalition_record_get_text (agreement->record, "issue"));
  const char *purpose = coalition_record_get_text (agreement->record, "purpose");
  const char *outcome = coalition_record_get_text (agreement->record, "outcome");
  g_autoptr (GString) line = g_string_new (form != NULL ? form : _("Form unknown"));

  if (start != NULL && end != NULL)
    g_string_append_printf (line, _("; %s to %s"), start, end);
  else if (start != NULL)
    g_string_append_printf (line, _("; from %s"), start);
  else if (end != NULL)
    g_string_append_printf (line, _("; until %s"), end);
  if (issue != NULL)
    /* Translators: %s is the name of an issue */
    g_string_append_printf (line, _("; for “%s”"), issue);
  write_line (flow, COALITION_TEXT_SMALL, line->str);
  if (purpose != NULL)
    write_line (flow, COALITION_TEXT_TABLE, purpose);
  if (outcome != NULL)
    {
      g_autofree char *text = g_strdup_printf (_("To come of it: %s"), outcome);

      write_line (flow, COALITION_TEXT_TABLE, text);
    }
  coalition_flow_last (flow)->below = 4;
}

/* When it was signed, and when it is looked at again: late in bold, with how late. */
static void
write_review (CoalitionSummary          *self,
              CoalitionFlow             *flow,
              CoalitionSummaryAgreement *agreement)
{
  double width = coalition_flow_get_width (flow) - INDENT;
  const char *due = coalition_record_get_text (agreement->record, "review_due");
  g_autofree char *due_date = coalition_summary_dup_date (agreement->record, "review_due");
  g_autofree char *signed_on = coalition_summary_dup_date (agreement->record, "signed_on");
  g_autofree char *left = signed_on != NULL ? g_strdup_printf (_("Signed %s"), signed_on) : g_strdup (_("Not signed"));
  g_autofree char *right = NULL;
  int days = due != NULL ? coalition_date_days_until (self->today, due) : 0;
  gboolean late = agreement->is_agreed && days < 0;
  CoalitionStrip *strip = coalition_flow_append (flow);

  if (agreement->has_ended)
    right = g_strdup (_("Ended"));
  else if (due == NULL)
    right = g_strdup (_("No review date yet"));
  else if (late)
    {
      g_autofree char *how_late = coalition_summary_format_late (days);

      right = g_strdup_printf (_("Review was due %s: %s"), due_date, how_late);
    }
  else
    right = g_strdup_printf (_("Review due %s"), due_date);

  strip->above = 3;
  strip->below = 2;
  strip->keep_with_next = TRUE;
  coalition_strip_add_text (strip, INDENT, width * 0.4 - 6, COALITION_TEXT_TABLE, left);
  coalition_strip_add_text (strip, INDENT + width * 0.4 + 6, width * 0.6 - 6,
                            late || (due == NULL && agreement->is_agreed) ? COALITION_TEXT_TABLE_BOLD : COALITION_TEXT_TABLE,
                            right)->align = COALITION_TEXT_ALIGN_END;
}

/* The reviews held: their four answers in words, and what was said. */
static void
write_held (CoalitionSummary          *self,
            CoalitionFlow             *flow,
            CoalitionSummaryAgreement *agreement)
{
  g_autoptr (GPtrArray) reviews = coalition_campaign_get_referring (self->campaign, &coalition_kind_review, "agreement",
                                                                    coalition_record_get_id (agreement->record));

  g_ptr_array_sort (reviews, compare_reviews);
  for (guint i = 0; i < reviews->len; i++)
    {
      CoalitionRecord *review = reviews->pdata[i];
      g_autofree char *held = coalition_summary_dup_date (review, "held_on");
      g_autofree char *reached = coalition_summary_dup_choice (review, "reached");
      g_autofree char *learned = coalition_summary_dup_choice (review, "learned");
      g_autofree char *enjoyed = coalition_summary_dup_choice (review, "enjoyed");
      g_autofree char *changing = coalition_summary_dup_choice (review, "changing");
      const char *said = coalition_record_get_text (review, "notes");
      const char *unknown = _("unknown");
      /* Translators: the four questions of a review with their answers, such as "partly" */
      g_autofree char *answers = g_strdup_printf (_("Reviewed %s. Outcomes reached: %s. Learned to work together: %s. "
                                                    "Enjoyed it: %s. Community changing: %s."),
                                                  held != NULL ? held : unknown, reached != NULL ? reached : unknown,
                                                  learned != NULL ? learned : unknown, enjoyed != NULL ? enjoyed : unknown,
                                                  changing != NULL ? changing : unknown);
      g_autofree char *text = said != NULL ? g_strdup_printf ("%s %s", answers, said) : g_strdup (answers);

      write_line (flow, COALITION_TEXT_TABLE, text)->above = 1;
    }
}

static void
write_tasks (CoalitionSummary          *self,
             CoalitionFlow             *flow,
             CoalitionSummaryAgreement *agreement)
{
  g_autoptr (CoalitionPrintTable) table = coalition_print_table_new ();
  g_autoptr (GPtrArray) tasks = coalition_campaign_get_referring (self->campaign, &coalition_kind_task, "agreement",
                                                                  coalition_record_get_id (agreement->record));

  if (tasks->len == 0)
    return;
  coalition_flow_last (flow)->below += 4;
  g_ptr_array_sort (tasks, compare_tasks);
  coalition_print_table_add_column (table, "", COALITION_PRINT_COLUMN_NO_WRAP);
  coalition_print_table_add_column (table, _("To be done"), COALITION_PRINT_COLUMN_PLAIN);
  coalition_print_table_add_column (table, _("Who does it"), COALITION_PRINT_COLUMN_PLAIN);
  coalition_print_table_add_column (table, _("When"), COALITION_PRINT_COLUMN_NO_WRAP | COALITION_PRINT_COLUMN_END);
  for (guint i = 0; i < tasks->len; i++)
    {
      CoalitionRecord *task = tasks->pdata[i];
      const char *due = coalition_record_get_text (task, "due");
      g_autofree char *party = coalition_summary_dup_title (self, &coalition_kind_party, coalition_record_get_text (task, "party"));
      g_autofree char *due_date = coalition_summary_dup_date (task, "due");
      g_autofree char *done_date = coalition_summary_dup_date (task, "done_on");
      g_autofree char *when = NULL;
      gboolean late = done_date == NULL && !agreement->has_ended && due != NULL && coalition_date_days_until (self->today, due) < 0;
      guint row = coalition_print_table_add_row (table, late);

      if (done_date != NULL)
        /* Translators: %s is a date; the space is a no-break space */
        when = g_strdup_printf (_("done\u00a0%s"), done_date);
      else
        when = g_strdup (due_date != NULL ? due_date : _("no date"));
      coalition_print_table_set_painter (table, row, 0, 10, 12, coalition_figure_done, GINT_TO_POINTER (done_date != NULL));
      coalition_print_table_set_text (table, row, 1, coalition_record_get_title (task));
      coalition_print_table_set_text (table, row, 2, party != NULL ? party : _("unknown"));
      coalition_print_table_set_text (table, row, 3, when);
    }
  coalition_print_table_flow (table, flow, INDENT, TRUE);
}

static void
write_agreement (CoalitionSummary          *self,
                 CoalitionFlow             *flow,
                 CoalitionSummaryAgreement *agreement)
{
  double width = coalition_flow_get_width (flow);
  CoalitionStrip *strip = coalition_flow_append (flow);

  strip->space = agreement->number > 1 ? 16 : 4;
  strip->below = 1;
  strip->keep_with_next = TRUE;
  strip->keep_below = 70;
  coalition_strip_add_painter (strip, 0, INDENT, 14, coalition_figure_number, GUINT_TO_POINTER (agreement->number), NULL);
  coalition_strip_add_text (strip, INDENT, width - INDENT - TRACK - 10, COALITION_TEXT_BLOCK,
                            coalition_record_get_title (agreement->record));
  coalition_strip_add_painter (strip, width - TRACK, TRACK, 14, coalition_figure_track, make_track (agreement),
                               coalition_figure_track_free);
  write_what (self, flow, agreement);
  write_contributions (self, flow, agreement);
  write_review (self, flow, agreement);
  write_held (self, flow, agreement);
  write_tasks (self, flow, agreement);
  coalition_flow_last (flow)->keep_with_next = FALSE;
  coalition_flow_last (flow)->block_end = TRUE;
}

/**
 * coalition_summary_write_glance:
 * @self: a summary
 * @flow: where it goes
 *
 * Writes one line for each agreement that has not ended: a key to the numbers on the map, where the map leaves a first
 * page with room.
 */
void
coalition_summary_write_glance (CoalitionSummary *self,
                                CoalitionFlow    *flow)
{
  g_autoptr (CoalitionPrintTable) table = coalition_print_table_new ();

  coalition_flow_heading (flow, _("Agreements at a glance"), _("Those that have not ended; the numbers are those on the map"));
  coalition_print_table_add_column (table, "", COALITION_PRINT_COLUMN_NO_WRAP);
  coalition_print_table_add_column (table, _("Agreement"), COALITION_PRINT_COLUMN_PLAIN);
  coalition_print_table_add_column (table, _("Between"), COALITION_PRINT_COLUMN_PLAIN);
  coalition_print_table_add_column (table, _("Stage"), COALITION_PRINT_COLUMN_NO_WRAP);
  coalition_print_table_add_column (table, _("Review due"), COALITION_PRINT_COLUMN_NO_WRAP | COALITION_PRINT_COLUMN_END);
  for (guint i = 0; i < self->agreements->len; i++)
    {
      CoalitionSummaryAgreement *agreement = self->agreements->pdata[i];
      const char *due = coalition_record_get_text (agreement->record, "review_due");
      g_autofree char *due_date = coalition_summary_dup_date (agreement->record, "review_due");
      g_autofree char *status = coalition_summary_dup_choice (agreement->record, "status");
      g_autofree char *parties = coalition_summary_dup_parties (self, agreement, MOST_BETWEEN);
      gboolean late = agreement->is_agreed && due != NULL && coalition_date_days_until (self->today, due) < 0;
      guint row;

      if (agreement->has_ended)
        continue;
      row = coalition_print_table_add_row (table, late);
      coalition_print_table_set_painter (table, row, 0, 14, 12, coalition_figure_number, GUINT_TO_POINTER (agreement->number));
      coalition_print_table_set_text (table, row, 1, coalition_record_get_title (agreement->record));
      coalition_print_table_set_text (table, row, 2, parties);
      coalition_print_table_set_text (table, row, 3, status != NULL ? status : _("unknown"));
      coalition_print_table_set_text (table, row, 4, due_date != NULL ? due_date : _("no date"));
    }
  coalition_print_table_flow (table, flow, 0, FALSE);
}

/**
 * coalition_summary_write_agreements:
 * @self: a summary
 * @flow: where it goes
 *
 * Writes the agreements.
 */
void
coalition_summary_write_agreements (CoalitionSummary *self,
                                    CoalitionFlow    *flow)
{
  coalition_flow_heading (flow, _("Agreements"),
                          self->agreements->len > 0
                            ? _("Numbers as on the map. Dots: draft, discussed, agreed, active, under review, ended") : NULL);
  if (self->agreements->len == 0)
    coalition_flow_paragraph (flow, COALITION_TEXT_BODY, _("No agreements are noted yet."), FALSE);
  for (guint i = 0; i < self->agreements->len; i++)
    write_agreement (self, flow, self->agreements->pdata[i]);
}
