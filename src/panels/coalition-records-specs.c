/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-agreement-text.h"
#include "coalition-clock.h"
#include "coalition-records-panel.h"

#include <glib/gi18n-lib.h>

static guint
get_issue_group (CoalitionRecord *issue)
{
  const char *status = coalition_record_get_text (issue, "status");

  if (g_strcmp0 (status, "chosen") == 0)
    return 0;
  if (g_strcmp0 (status, "set-aside") == 0 || g_strcmp0 (status, "won") == 0 || g_strcmp0 (status, "closed") == 0)
    return 2;

  return 1;
}

static char *
dup_issue_caption (CoalitionCampaign *campaign,
                   CoalitionRecord   *issue)
{
  const CoalitionField *field = coalition_kind_find_field (&coalition_kind_issue, "status");
  const char *status = coalition_field_choice_label (field, coalition_record_get_text (issue, "status"));
  g_autoptr (GPtrArray) agreements = coalition_campaign_get_referring (campaign, &coalition_kind_agreement, "issue",
                                                                       coalition_record_get_id (issue));
  g_autofree char *count = g_strdup_printf (ngettext ("%u agreement", "%u agreements", agreements->len), agreements->len);

  if (agreements->len == 0)
    return g_strdup (status);
  if (status == NULL)
    return g_steal_pointer (&count);

  return g_strdup_printf ("%s · %s", status, count);
}

static const char *
get_issue_mark (CoalitionRecord  *issue,
                const char      **label,
                const char      **css_class)
{
  if (get_issue_group (issue) != 0)
    return NULL;
  *label = N_("Chosen");
  *css_class = "accent";

  return "object-select-symbolic";
}

static const char *
get_agreement_mark (CoalitionRecord  *agreement,
                    const char      **label,
                    const char      **css_class)
{
  g_autofree char *today = coalition_clock_today ();

  if (coalition_agreement_days_late (agreement, today) == 0)
    return NULL;
  *label = N_("Review late");
  *css_class = "error";

  return "coalition-late-symbolic";
}

static gboolean
agreement_concerns (CoalitionCampaign *campaign,
                    CoalitionRecord   *agreement,
                    const char        *party_id)
{
  g_autoptr (GPtrArray) links = coalition_campaign_get_referring (campaign, &coalition_kind_agreement_party, "agreement",
                                                                  coalition_record_get_id (agreement));

  for (guint i = 0; i < links->len; i++)
    if (g_strcmp0 (coalition_record_get_text (links->pdata[i], "party"), party_id) == 0)
      return TRUE;

  return FALSE;
}

/* An issue concerns a party that was judged on it, or that takes part in an agreement that serves it. */
static gboolean
issue_concerns (CoalitionCampaign *campaign,
                CoalitionRecord   *issue,
                const char        *party_id)
{
  const char *id = coalition_record_get_id (issue);
  g_autoptr (GPtrArray) judgements = coalition_campaign_get_referring (campaign, &coalition_kind_judgement, "issue", id);
  g_autoptr (GPtrArray) agreements = coalition_campaign_get_referring (campaign, &coalition_kind_agreement, "issue", id);

  for (guint i = 0; i < judgements->len; i++)
    if (g_strcmp0 (coalition_record_get_text (judgements->pdata[i], "party"), party_id) == 0)
      return TRUE;
  for (guint i = 0; i < agreements->len; i++)
    if (agreement_concerns (campaign, agreements->pdata[i], party_id))
      return TRUE;

  return FALSE;
}

static guint
get_agreement_group (CoalitionRecord *agreement)
{
  return coalition_agreement_get_stage (agreement);
}

static const CoalitionRecordsSpec issues = {
  .name = "issues",
  .kind = &coalition_kind_issue,
  .title = N_("Issues"),
  .add = N_("Add an Issue"),
  .placeholder = N_("Issue, then Enter"),
  .icon_name = "coalition-issues-symbolic",
  .empty_title = N_("No Issues Yet"),
  .empty_text = N_("An issue is what many voices are gathered into: what is wrong, what would be right, and who can decide it."),
  .groups = { N_("Chosen"), N_("Open"), N_("Closed"), NULL },
  .sort_field = "status",
  .get_group = get_issue_group,
  .dup_caption = dup_issue_caption,
  .concerns = issue_concerns,
  .get_mark = get_issue_mark,
};

static const CoalitionRecordsSpec agreements = {
  .name = "agreements",
  .kind = &coalition_kind_agreement,
  .title = N_("Agreements"),
  .add = N_("Add an Agreement"),
  .placeholder = N_("Agreement, then Enter"),
  .icon_name = "coalition-agreements-symbolic",
  .empty_title = N_("No Agreements Yet"),
  .empty_text = N_("An agreement is what two parties or more have laid out between them: what each brings, what each gets, and when they look at it again."),
  .groups = { N_("Not yet active"), N_("Active"), N_("Ended"), NULL },
  .sort_field = "review_due",
  .get_group = get_agreement_group,
  .dup_caption = coalition_agreement_caption,
  .concerns = agreement_concerns,
  .get_mark = get_agreement_mark,
};

/**
 * coalition_issues_panel_new:
 * @session: the session
 *
 * Makes the panel of issues.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
coalition_issues_panel_new (CoalitionSession *session)
{
  return coalition_records_panel_new (session, &issues);
}

/**
 * coalition_agreements_panel_new:
 * @session: the session
 *
 * Makes the panel of agreements.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
coalition_agreements_panel_new (CoalitionSession *session)
{
  return coalition_records_panel_new (session, &agreements);
}
