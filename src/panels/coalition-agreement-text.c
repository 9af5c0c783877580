/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-agreement-text.h"

#include "coalition-clock.h"
#include "coalition-date.h"

#include <glib/gi18n-lib.h>

/**
 * coalition_agreement_get_stage:
 * @agreement: an agreement
 *
 * The group in which @agreement is listed.
 *
 * Returns: the stage
 */
CoalitionAgreementStage
coalition_agreement_get_stage (CoalitionRecord *agreement)
{
  const char *status = coalition_record_get_text (agreement, "status");

  if (g_strcmp0 (status, "active") == 0 || g_strcmp0 (status, "review") == 0)
    return COALITION_AGREEMENT_ACTIVE;
  if (g_strcmp0 (status, "ended") == 0)
    return COALITION_AGREEMENT_ENDED;

  return COALITION_AGREEMENT_COMING;
}

/**
 * coalition_agreement_days_late:
 * @agreement: an agreement
 * @today: today's ISO 8601 date
 *
 * By how many days its review is overdue. What has ended is not reviewed any more.
 *
 * Returns: the days, or 0 if it is not overdue
 */
int
coalition_agreement_days_late (CoalitionRecord *agreement,
                               const char      *today)
{
  const char *due = coalition_record_get_text (agreement, "review_due");

  if (due == NULL || coalition_agreement_get_stage (agreement) == COALITION_AGREEMENT_ENDED)
    return 0;

  return MAX (0, -coalition_date_days_until (today, due));
}

/**
 * coalition_agreement_caption:
 * @campaign: the campaign
 * @agreement: an agreement
 *
 * One line for lists: its parties, and its status or how late its review is.
 *
 * Returns: (transfer full): the translated text
 */
char *
coalition_agreement_caption (CoalitionCampaign *campaign,
                             CoalitionRecord   *agreement)
{
  g_autoptr (GPtrArray) links = coalition_campaign_get_referring (campaign, &coalition_kind_agreement_party, "agreement",
                                                                  coalition_record_get_id (agreement));
  const CoalitionField *field = coalition_kind_find_field (&coalition_kind_agreement, "status");
  const char *status = coalition_field_choice_label (field, coalition_record_get_text (agreement, "status"));
  g_autofree char *today = coalition_clock_today ();
  int late = coalition_agreement_days_late (agreement, today);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < links->len; i++)
    {
      CoalitionRecord *party = coalition_campaign_get_record (campaign, &coalition_kind_party,
                                                              coalition_record_get_text (links->pdata[i], "party"));

      if (party != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", coalition_record_get_title (party));
    }
  if (late > 0)
    {
      g_string_append (text, text->len > 0 ? " · " : "");
      g_string_append_printf (text, ngettext ("review %d day late", "review %d days late", late), late);
    }
  else if (status != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", status);

  return g_string_free (text, FALSE);
}
