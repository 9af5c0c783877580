/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-agreement-text.h"
#include "coalition-clock.h"
#include "coalition-forum-text.h"
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

static guint
get_forum_group (CoalitionRecord *forum)
{
  g_autofree char *today = coalition_clock_today ();

  return coalition_forum_has_ended (forum, today);
}

static gboolean
forum_concerns (CoalitionCampaign *campaign,
                CoalitionRecord   *forum,
                const char        *party_id)
{
  g_autoptr (GPtrArray) members = coalition_campaign_get_referring (campaign, &coalition_kind_forum_member, "forum",
                                                                    coalition_record_get_id (forum));

  for (guint i = 0; i < members->len; i++)
    if (g_strcmp0 (coalition_record_get_text (members->pdata[i], "party"), party_id) == 0)
      return TRUE;

  return FALSE;
}

static char *
dup_voice_caption (CoalitionCampaign *campaign,
                   CoalitionRecord   *voice)
{
  static const char *const fields[] = { "kind", "level", "constituency", "issue" };
  GString *text = g_string_new (NULL);
  gint64 cases;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *part = coalition_campaign_dup_display (campaign, voice, coalition_kind_find_field (&coalition_kind_voice, fields[i]));

      if (part != NULL && *part != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
    }
  if (coalition_record_get_integer (voice, "cases", &cases) && cases > 1)
    {
      g_string_append (text, text->len > 0 ? " · " : "");
      g_string_append_printf (text, ngettext ("%u case", "%u cases", (guint) cases), (guint) cases);
    }

  return g_string_free (text, FALSE);
}

/* A voice concerns who spoke. */
static gboolean
voice_concerns (CoalitionCampaign *campaign,
                CoalitionRecord   *voice,
                const char        *party_id)
{
  return g_strcmp0 (coalition_record_get_text (voice, "speaker"), party_id) == 0;
}

static const CoalitionRecordsSpec forums = {
  .name = "network",
  .kind = &coalition_kind_forum,
  .title = N_("Our Network"),
  .add = N_("Add a Forum"),
  .placeholder = N_("Forum, then Enter"),
  .icon_name = "coalition-network-symbolic",
  .empty_title = N_("No Forums Yet"),
  .empty_text = N_("A forum is where parties keep meeting: a lunch, a council, a committee, a search conference."),
  .groups = { N_("Current"), N_("Ended"), NULL },
  .follows = { &coalition_kind_forum_member, &coalition_kind_meeting, NULL },
  .sort_field = "form",
  .get_group = get_forum_group,
  .dup_caption = coalition_forum_caption,
  .concerns = forum_concerns,
};

static const CoalitionRecordsSpec voices = {
  .name = "listening",
  .kind = &coalition_kind_voice,
  .title = N_("Listening"),
  .add = N_("Add a Voice"),
  .placeholder = N_("What was said, then Enter"),
  .icon_name = "coalition-listening-symbolic",
  .empty_title = N_("Nothing Heard Yet"),
  .empty_text = N_("A voice is what somebody said at a door, in a house meeting or in casework, in their own words."),
  .groups = { N_("Heard elsewhere"), NULL },
  .parent = "event",
  .follows = { &coalition_kind_listening_event, &coalition_kind_issue, &coalition_kind_constituency, NULL },
  .sort_field = "kind",
  .dup_caption = dup_voice_caption,
  .concerns = voice_concerns,
};

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
  .follows = { &coalition_kind_agreement, &coalition_kind_agreement_party, &coalition_kind_judgement, &coalition_kind_voice, NULL },
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
  .follows = { &coalition_kind_agreement_party, NULL },
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

/**
 * coalition_network_panel_new:
 * @session: the session
 *
 * Makes the panel of forums.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
coalition_network_panel_new (CoalitionSession *session)
{
  return coalition_records_panel_new (session, &forums);
}

/**
 * coalition_listening_panel_new:
 * @session: the session
 *
 * Makes the panel of voices, by the events where they were heard.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
coalition_listening_panel_new (CoalitionSession *session)
{
  return coalition_records_panel_new (session, &voices);
}
