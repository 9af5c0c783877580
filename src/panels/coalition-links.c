/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-agreement-text.h"
#include "coalition-field-text.h"
#include "coalition-forum-text.h"
#include "coalition-link-list.h"
#include "coalition-link-row.h"
#include "coalition-shape.h"
#include "coalition-tie-sample.h"

#include <glib/gi18n-lib.h>

/* What stands in the lists of links of the inspector; see CoalitionLinkFill. */

static GtkWidget *
shape_for (CoalitionSession *session,
           CoalitionRecord  *party)
{
  GtkWidget *shape = coalition_shape_new (22);

  coalition_shape_set_party (COALITION_SHAPE (shape), session, party);

  return shape;
}

static char *
dup_tie_caption (CoalitionRecord *tie)
{
  const CoalitionField *kind_field = coalition_kind_find_field (&coalition_kind_tie, "kind");
  const CoalitionField *status_field = coalition_kind_find_field (&coalition_kind_tie, "status");
  const char *kind = coalition_field_choice_label (kind_field, coalition_record_get_text (tie, "kind"));
  const char *status = coalition_record_get_text (tie, "status");
  GString *text = g_string_new (kind != NULL ? kind : _("Tied"));
  gint64 strength;

  if (coalition_record_get_integer (tie, "strength", &strength))
    {
      g_autofree char *label = coalition_strength_label (strength);

      g_string_append_printf (text, ", %s", label);
    }
  if (status != NULL && !g_str_equal (status, "active"))
    g_string_append_printf (text, " · %s", coalition_field_choice_label (status_field, status));

  return g_string_free (text, FALSE);
}

static void
add_tie_row (CoalitionSession *session,
             CoalitionRecord  *tie,
             gboolean          outgoing,
             GPtrArray        *rows)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (session);
  const char *other_id = coalition_record_get_text (tie, outgoing ? "to" : "from");
  CoalitionRecord *other = coalition_campaign_get_record (campaign, &coalition_kind_party, other_id);
  const char *name = other != NULL ? coalition_record_get_title (other) : _("Unknown");
  g_autofree char *caption = dup_tie_caption (tie);
  g_autofree char *tooltip = g_strdup_printf (_("Open the Tie with %s"), name);
  GtkWidget *sample = coalition_tie_sample_new ();
  GtkWidget *row;

  coalition_tie_sample_set_tie (COALITION_TIE_SAMPLE (sample), tie, outgoing);
  row = coalition_link_row_new (session, other != NULL ? other : tie, sample, name, caption);
  coalition_link_row_add_suffix (COALITION_LINK_ROW (row),
                                 coalition_link_button_new (session, tie, "document-edit-symbolic", tooltip));
  g_ptr_array_add (rows, row);
}

/**
 * coalition_fill_ties:
 * @session: the session
 * @party: a party
 * @limit: how many rows are wanted
 * @rows: takes the rows
 *
 * The ties of a party, those that go out first.
 *
 * Returns: how many there are
 */
guint
coalition_fill_ties (CoalitionSession *session,
                     CoalitionRecord  *party,
                     guint             limit,
                     GPtrArray        *rows)
{
  static const char *const ends[] = { "from", "to" };
  CoalitionCampaign *campaign = coalition_session_get_campaign (session);
  guint n = 0;

  for (guint end = 0; end < 2; end++)
    {
      g_autoptr (GPtrArray) ties = coalition_campaign_get_referring (campaign, &coalition_kind_tie, ends[end],
                                                                     coalition_record_get_id (party));

      for (guint i = 0; i < ties->len; i++, n++)
        if (rows->len < limit)
          add_tie_row (session, ties->pdata[i], end == 0, rows);
    }

  return n;
}

static void
add_record_row (CoalitionSession *session,
                CoalitionRecord  *record,
                GtkWidget        *prefix,
                const char       *caption,
                GPtrArray        *rows)
{
  g_autofree char *title = coalition_campaign_dup_title (coalition_session_get_campaign (session), record);

  g_ptr_array_add (rows, coalition_link_row_new (session, record, prefix, title, caption));
}

static void
add_agreement_row (CoalitionSession *session,
                   CoalitionRecord  *agreement,
                   GPtrArray        *rows)
{
  g_autofree char *caption = coalition_agreement_caption (coalition_session_get_campaign (session), agreement);

  add_record_row (session, agreement, gtk_image_new_from_icon_name ("coalition-agreements-symbolic"), caption, rows);
}

/**
 * coalition_fill_agreements:
 * @session: the session
 * @party: a party
 * @limit: how many rows are wanted
 * @rows: takes the rows
 *
 * The agreements that a party takes part in.
 *
 * Returns: how many there are
 */
guint
coalition_fill_agreements (CoalitionSession *session,
                           CoalitionRecord  *party,
                           guint             limit,
                           GPtrArray        *rows)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (session);
  g_autoptr (GPtrArray) links = coalition_campaign_get_referring (campaign, &coalition_kind_agreement_party, "party",
                                                                  coalition_record_get_id (party));
  guint n = 0;

  for (guint i = 0; i < links->len; i++)
    {
      CoalitionRecord *agreement = coalition_campaign_get_record (campaign, &coalition_kind_agreement,
                                                                  coalition_record_get_text (links->pdata[i], "agreement"));

      if (agreement == NULL)
        continue;
      if (n++ < limit)
        add_agreement_row (session, agreement, rows);
    }

  return n;
}

/**
 * coalition_fill_serving:
 * @session: the session
 * @issue: an issue
 * @limit: how many rows are wanted
 * @rows: takes the rows
 *
 * The agreements that serve an issue.
 *
 * Returns: how many there are
 */
guint
coalition_fill_serving (CoalitionSession *session,
                        CoalitionRecord  *issue,
                        guint             limit,
                        GPtrArray        *rows)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (session);
  g_autoptr (GPtrArray) agreements = coalition_campaign_get_referring (campaign, &coalition_kind_agreement, "issue",
                                                                       coalition_record_get_id (issue));

  for (guint i = 0; i < MIN (agreements->len, limit); i++)
    add_agreement_row (session, agreements->pdata[i], rows);

  return agreements->len;
}

/**
 * coalition_fill_deciders:
 * @session: the session
 * @issue: an issue
 * @limit: how many rows are wanted
 * @rows: takes the rows
 *
 * The parties with authority that were judged on an issue, with their stance on it.
 *
 * Returns: how many there are
 */
guint
coalition_fill_deciders (CoalitionSession *session,
                         CoalitionRecord  *issue,
                         guint             limit,
                         GPtrArray        *rows)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (session);
  g_autoptr (GPtrArray) judgements = coalition_campaign_get_referring (campaign, &coalition_kind_judgement, "issue",
                                                                       coalition_record_get_id (issue));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n = 0;

  for (guint i = 0; i < judgements->len; i++)
    {
      const char *id = coalition_record_get_text (judgements->pdata[i], "party");
      CoalitionRecord *party = coalition_campaign_get_record (campaign, &coalition_kind_party, id);
      CoalitionRecord *stance;
      g_autofree char *label = NULL;
      gint64 value;

      if (party == NULL || !coalition_record_get_boolean (party, "decision_maker") || !g_hash_table_add (seen, party))
        continue;
      if (n++ >= limit)
        continue;
      stance = coalition_campaign_get_judgement (campaign, id, "stance", coalition_record_get_id (issue));
      if (stance != NULL && coalition_record_get_integer (stance, "value", &value))
        label = coalition_stance_label (value);
      add_record_row (session, party, gtk_image_new_from_icon_name ("coalition-decides-symbolic"), label, rows);
    }

  return n;
}

/**
 * coalition_fill_sub_forums:
 * @session: the session
 * @forum: a forum
 * @limit: how many rows are wanted
 * @rows: takes the rows
 *
 * The committees and sub-groups of a forum.
 *
 * Returns: how many there are
 */
guint
coalition_fill_sub_forums (CoalitionSession *session,
                           CoalitionRecord  *forum,
                           guint             limit,
                           GPtrArray        *rows)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (session);
  g_autoptr (GPtrArray) forums = coalition_campaign_get_referring (campaign, &coalition_kind_forum, "parent",
                                                                   coalition_record_get_id (forum));

  for (guint i = 0; i < MIN (forums->len, limit); i++)
    {
      g_autofree char *caption = coalition_forum_caption (campaign, forums->pdata[i]);

      add_record_row (session, forums->pdata[i], gtk_image_new_from_icon_name ("coalition-network-symbolic"), caption, rows);
    }

  return forums->len;
}

/**
 * coalition_fill_ends:
 * @session: the session
 * @tie: a tie
 * @limit: how many rows are wanted
 * @rows: takes the rows
 *
 * The two parties of a tie.
 *
 * Returns: how many there are
 */
guint
coalition_fill_ends (CoalitionSession *session,
                     CoalitionRecord  *tie,
                     guint             limit,
                     GPtrArray        *rows)
{
  static const char *const ends[] = { "from", "to" };
  const CoalitionField *kind = coalition_kind_find_field (&coalition_kind_party, "kind");
  CoalitionCampaign *campaign = coalition_session_get_campaign (session);

  for (guint end = 0; end < 2; end++)
    {
      CoalitionRecord *party = coalition_campaign_get_record (campaign, &coalition_kind_party,
                                                              coalition_record_get_text (tie, ends[end]));

      if (party != NULL)
        add_record_row (session, party, shape_for (session, party),
                        coalition_field_choice_label (kind, coalition_record_get_text (party, "kind")), rows);
    }

  return rows->len;
}

/**
 * coalition_fill_siblings:
 * @session: the session
 * @tie: a tie
 * @limit: how many rows are wanted
 * @rows: takes the rows
 *
 * The other ties of the same two parties, in either direction.
 *
 * Returns: how many there are
 */
guint
coalition_fill_siblings (CoalitionSession *session,
                         CoalitionRecord  *tie,
                         guint             limit,
                         GPtrArray        *rows)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (session);
  const char *pair[2] = { coalition_record_get_text (tie, "from"), coalition_record_get_text (tie, "to") };
  guint n = 0;

  for (guint end = 0; end < 2; end++)
    {
      g_autoptr (GPtrArray) ties = pair[end] != NULL
        ? coalition_campaign_get_referring (campaign, &coalition_kind_tie, "from", pair[end]) : NULL;

      for (guint i = 0; ties != NULL && i < ties->len; i++)
        {
          g_autofree char *caption = NULL;
          GtkWidget *sample;

          if (ties->pdata[i] == tie || g_strcmp0 (coalition_record_get_text (ties->pdata[i], "to"), pair[1 - end]) != 0 ||
              n++ >= limit)
            continue;
          caption = dup_tie_caption (ties->pdata[i]);
          sample = coalition_tie_sample_new ();
          coalition_tie_sample_set_tie (COALITION_TIE_SAMPLE (sample), ties->pdata[i], end == 0);
          add_record_row (session, ties->pdata[i], sample, caption, rows);
        }
    }

  return n;
}
