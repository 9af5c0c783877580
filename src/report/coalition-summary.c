/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-summary.h"

#include "coalition-clock.h"
#include "coalition-date.h"
#include "coalition-sheet.h"
#include "coalition-summary-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The partnership summary: what the campaign is, what it comes to in three sentences, the map, and the lists behind it.
 * Everything is read from the campaign and never from a widget. */

static void
agreement_free (gpointer data)
{
  CoalitionSummaryAgreement *agreement = data;

  g_object_unref (agreement->record);
  g_ptr_array_unref (agreement->parties);
  g_free (agreement);
}

static void
summary_free (gpointer data)
{
  CoalitionSummary *self = data;

  g_clear_pointer (&self->findings, coalition_findings_free);
  g_clear_pointer (&self->view, coalition_map_view_free);
  g_clear_pointer (&self->network, coalition_network_unref);
  g_clear_pointer (&self->agreements, g_ptr_array_unref);
  g_clear_object (&self->campaign);
  g_free (self->trust);
  g_free (self->today);
  g_free (self);
}

/**
 * coalition_summary_dup_choice:
 * @record: a record
 * @field: name of a choice
 *
 * What people read for a choice.
 *
 * Returns: (transfer full) (nullable): its label, the person's own words, or %NULL if it is unknown
 */
char *
coalition_summary_dup_choice (CoalitionRecord *record,
                              const char      *field)
{
  const char *key = coalition_record_get_text (record, field);

  if (key == NULL)
    return NULL;

  return g_strdup (coalition_field_choice_label (coalition_kind_find_field (coalition_record_get_kind (record), field), key));
}

/**
 * coalition_summary_dup_date:
 * @record: a record
 * @field: name of a date
 *
 * What people read for a date.
 *
 * Returns: (transfer full) (nullable): the date with no-break spaces, or %NULL if it is unknown
 */
char *
coalition_summary_dup_date (CoalitionRecord *record,
                            const char      *field)
{
  const char *date = coalition_record_get_text (record, field);

  return date != NULL ? coalition_date_format (date) : NULL;
}

/**
 * coalition_summary_dup_title:
 * @self: a summary
 * @kind: a kind with a title
 * @id: (nullable): id of a record
 *
 * The name of a record that another refers to.
 *
 * Returns: (transfer full) (nullable): its title, or %NULL if there is no such record
 */
char *
coalition_summary_dup_title (CoalitionSummary    *self,
                             const CoalitionKind *kind,
                             const char          *id)
{
  CoalitionRecord *record = id != NULL ? coalition_campaign_get_record (self->campaign, kind, id) : NULL;

  return record != NULL ? g_strdup (coalition_record_get_title (record)) : NULL;
}

/**
 * coalition_summary_join_names:
 * @names: (array zero-terminated=1): names
 *
 * Writes names in a row: "A, B and C".
 *
 * Returns: (transfer full): the text
 */
char *
coalition_summary_join_names (const char *const *names)
{
  guint n_names = g_strv_length ((char **) names);
  g_autofree char *first = NULL;
  g_autoptr (GString) most = g_string_new (n_names > 0 ? names[0] : "");

  if (n_names < 2)
    return g_string_free (g_steal_pointer (&most), FALSE);
  for (guint i = 1; i + 1 < n_names; i++)
    /* Translators: between names in a row */
    g_string_append_printf (most, C_("names", ", %s"), names[i]);

  /* Translators: the last of names in a row: "A, B" and "C" */
  return g_strdup_printf (C_("names", "%s and %s"), most->str, names[n_names - 1]);
}

/**
 * coalition_summary_format_late:
 * @days_until: days until something is due, negative if it is late
 *
 * Says how late it is.
 *
 * Returns: (transfer full): the text
 */
char *
coalition_summary_format_late (int days_until)
{
  int days = -days_until;

  return g_strdup_printf (ngettext ("%d day late", "%d days late", days), days);
}

static int
compare_agreements (gconstpointer a,
                    gconstpointer b)
{
  const CoalitionSummaryAgreement *first = *(CoalitionSummaryAgreement **) a;
  const CoalitionSummaryAgreement *second = *(CoalitionSummaryAgreement **) b;
  int order = first->has_ended - second->has_ended;

  if (order == 0)
    order = coalition_date_compare (coalition_record_get_text (first->record, "start"),
                                    coalition_record_get_text (second->record, "start"));
  if (order == 0)
    order = g_utf8_collate (coalition_record_get_title (first->record), coalition_record_get_title (second->record));

  return order != 0 ? order : g_strcmp0 (coalition_record_get_id (first->record), coalition_record_get_id (second->record));
}

/* Ourselves first, then by name. */
static int
compare_parties (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  CoalitionSummary *self = data;
  const char *ids[2] = { *(const char **) a, *(const char **) b };
  CoalitionRecord *us = coalition_campaign_get_us (self->campaign);
  g_autofree char *first = coalition_summary_dup_title (self, &coalition_kind_party, ids[0]);
  g_autofree char *second = coalition_summary_dup_title (self, &coalition_kind_party, ids[1]);
  int order = 0;

  if (us != NULL)
    order = g_str_equal (ids[1], coalition_record_get_id (us)) - g_str_equal (ids[0], coalition_record_get_id (us));
  if (order == 0)
    order = g_utf8_collate (first != NULL ? first : "", second != NULL ? second : "");

  return order != 0 ? order : strcmp (ids[0], ids[1]);
}

/* Whether an agreement begins only after the date of the summary. */
static gboolean
is_to_come (CoalitionSummary *self,
            CoalitionRecord  *agreement)
{
  const char *start = coalition_record_get_text (agreement, "start");

  return start != NULL && coalition_date_compare (start, self->today) > 0;
}

/* Agreements that have not ended come first, in the order in which they began. */
static GPtrArray *
list_agreements (CoalitionSummary *self)
{
  GPtrArray *agreements = g_ptr_array_new_with_free_func (agreement_free);
  GListModel *records = coalition_campaign_get_records (self->campaign, &coalition_kind_agreement);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      CoalitionSummaryAgreement *agreement = g_new0 (CoalitionSummaryAgreement, 1);
      g_autoptr (GPtrArray) links = NULL;
      const char *status, *end;

      agreement->record = g_list_model_get_item (records, i);
      agreement->parties = g_ptr_array_new_with_free_func (g_free);
      if (self->is_dated && is_to_come (self, agreement->record))
        {
          agreement_free (agreement);
          continue;
        }
      status = coalition_record_get_text (agreement->record, "status");
      end = coalition_record_get_text (agreement->record, "end");
      agreement->has_ended = g_strcmp0 (status, "ended") == 0
                             || (end != NULL && coalition_date_days_until (self->today, end) < 0);
      agreement->is_agreed = !agreement->has_ended
                             && (g_strcmp0 (status, "agreed") == 0 || g_strcmp0 (status, "active") == 0
                                 || g_strcmp0 (status, "review") == 0);
      links = coalition_campaign_get_referring (self->campaign, &coalition_kind_agreement_party, "agreement",
                                                coalition_record_get_id (agreement->record));
      for (guint j = 0; j < links->len; j++)
        {
          const char *party = coalition_record_get_text (links->pdata[j], "party");

          if (party != NULL && !g_ptr_array_find_with_equal_func (agreement->parties, party, g_str_equal, NULL))
            g_ptr_array_add (agreement->parties, g_strdup (party));
        }
      g_ptr_array_sort_with_data (agreement->parties, compare_parties, self);
      g_ptr_array_add (agreements, agreement);
    }
  g_ptr_array_sort (agreements, compare_agreements);
  for (guint i = 0; i < agreements->len; i++)
    ((CoalitionSummaryAgreement *) agreements->pdata[i])->number = i + 1;

  return agreements;
}

static int *
list_trust (CoalitionSummary *self)
{
  guint n_parties;
  const CoalitionNetworkParty *parties = coalition_network_get_parties (self->network, &n_parties);
  int *trust = g_new (int, MAX (n_parties, 1));

  for (guint i = 0; i < n_parties; i++)
    {
      CoalitionRecord *judgement = coalition_campaign_get_judgement (self->campaign, parties[i].id, "people-trust", NULL);
      gint64 value;

      trust[i] = judgement != NULL && coalition_record_get_integer (judgement, "value", &value) ? CLAMP (value, 0, 5) : -1;
    }

  return trust;
}

static void
write_facts (CoalitionSummary *self,
             CoalitionFlow    *flow,
             guint             n)
{
  g_autofree char *date = coalition_date_format (self->today);
  g_autofree char *parties = NULL;
  const char *made_by = coalition_record_get_text (coalition_campaign_get_campaign (self->campaign), "made_by");
  const char *facts[3][2] = { { self->is_dated ? _("As of") : _("Date"), date }, { _("Made by"), made_by }, { _("The map shows"), NULL } };
  CoalitionStrip *labels = coalition_flow_append (flow);
  CoalitionStrip *values;

  if (self->findings->us >= 0)
    parties = g_strdup_printf (ngettext ("%u party and ourselves", "%u parties and ourselves", n), n);
  else
    parties = g_strdup_printf (ngettext ("%u party", "%u parties", n), n);
  facts[2][1] = parties;

  labels->above = 4;
  labels->keep_with_next = TRUE;
  for (int i = 0; i < 3; i++)
    {
      double x, width;

      coalition_sheet_columns (coalition_flow_get_width (flow), i * 4, 4, &x, &width);
      coalition_strip_add_text (labels, x, width, COALITION_TEXT_SMALL, facts[i][0]);
    }
  values = coalition_flow_append (flow);
  for (int i = 0; i < 3; i++)
    {
      double x, width;

      coalition_sheet_columns (coalition_flow_get_width (flow), i * 4, 4, &x, &width);
      coalition_strip_add_text (values, x, width, COALITION_TEXT_TABLE, facts[i][1] != NULL ? facts[i][1] : _("unknown"));
    }
}

static void
write_purpose (CoalitionSummary *self,
               CoalitionFlow    *flow)
{
  const char *purpose = coalition_record_get_text (coalition_campaign_get_campaign (self->campaign), "purpose");

  if (purpose == NULL)
    return;
  coalition_flow_paragraph (flow, COALITION_TEXT_BODY, purpose, FALSE);
  coalition_flow_last (flow)->above = 8;
}

static void
build (CoalitionFlow *flow,
       gpointer       data)
{
  CoalitionSummary *self = data;
  CoalitionSummaryMap *map = coalition_summary_choose_map (self, flow);

  write_facts (self, flow, map->n_shown);
  write_purpose (self, flow);
  coalition_summary_write_short (self, flow);
  coalition_summary_write_map (self, flow, map);
  coalition_summary_write_parties (self, flow);
  coalition_summary_write_forums (self, flow);
  coalition_summary_write_agreements (self, flow);
  coalition_summary_write_issues (self, flow);
  coalition_summary_write_due (self, flow);
}

/* Which view the map of the summary shows. Nobody chose it if it is none: then a partner copy takes the first that does
 * not show judgements. */
static CoalitionRecord *
choose_view (CoalitionCampaign *campaign,
             CoalitionRecord   *view,
             gboolean           partner_copy)
{
  g_autoptr (GPtrArray) views = NULL;
  CoalitionRecord *shown = coalition_campaign_get_view (campaign);

  if (view != NULL || !partner_copy || !coalition_map_view_is_private (shown))
    return view;
  views = coalition_map_view_list (campaign);
  for (guint i = 0; i < views->len; i++)
    if (!coalition_map_view_is_private (views->pdata[i]))
      return views->pdata[i];

  return NULL;
}

/**
 * coalition_summary_new:
 * @campaign: a campaign, or a snapshot of one to work on in another thread
 * @view: (nullable): which view the map shows, or %NULL for the one that the campaign does
 * @options: (nullable): of which date it speaks, and for whom; a partner copy leaves out everything that is private,
 *   without a trace
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Makes a partnership summary of a campaign.
 *
 * Returns: (transfer full) (nullable): the report, or %NULL with @error set
 */
CoalitionReport *
coalition_summary_new (CoalitionCampaign              *campaign,
                       CoalitionRecord                *view,
                       const CoalitionMapViewOptions  *options,
                       GCancellable                   *cancellable,
                       GError                        **error)
{
  CoalitionSummary *self = g_new0 (CoalitionSummary, 1);
  CoalitionNetworkOptions when = { options != NULL ? options->as_of : NULL, NULL };
  CoalitionRecord *us = coalition_campaign_get_us (campaign);
  const char *title = coalition_record_get_title (coalition_campaign_get_campaign (campaign));

  self->campaign = g_object_ref (campaign);
  self->partner_copy = options != NULL && options->partner_copy;
  self->is_dated = when.as_of != NULL;
  self->today = self->is_dated ? coalition_date_last_day (when.as_of) : coalition_clock_today ();
  self->n_views = g_list_model_get_n_items (coalition_campaign_get_records (campaign, &coalition_kind_view));
  self->network = coalition_network_new_at (campaign, &when);
  if (self->partner_copy)
    {
      g_autoptr (CoalitionNetwork) all = g_steal_pointer (&self->network);

      self->network = coalition_network_new_public (all);
    }
  else
    {
      self->trust = list_trust (self);
    }
  self->findings = coalition_findings_new (self->network, self->trust);
  self->agreements = list_agreements (self);
  self->view = coalition_map_view_new (campaign, choose_view (campaign, view, self->partner_copy), options, cancellable, error);
  if (self->view == NULL)
    {
      summary_free (self);
      return NULL;
    }

  return coalition_report_new (_("Partnership summary"), title, us != NULL ? coalition_record_get_title (us) : NULL,
                               self->partner_copy, build, self, summary_free);
}
