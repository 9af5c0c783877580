/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-detail-list.h"

#include <glib/gi18n-lib.h>

/* Which details the inspector lists at which kind of record, in this order. */
static const CoalitionDetailSpec specs[] = {
  { &coalition_kind_party, &coalition_kind_contact_detail, "party", N_("Contact details"),
    N_("Phone, email, address: how to get hold of them"), NULL },
  { &coalition_kind_party, &coalition_kind_asset, "party", N_("Assets and offers"),
    N_("What they have, and what they offer: rooms, people, knowledge, standing"), NULL },
  { &coalition_kind_party, &coalition_kind_comfort, "party", N_("Comfort with tactics"),
    N_("How far they would go along with lobbying, media, a rally"), NULL },
  { &coalition_kind_party, &coalition_kind_judgement, "party", N_("All judgements"),
    N_("Who judged what and when, issue by issue"), "judged_on" },
  { &coalition_kind_issue, &coalition_kind_judgement, "issue", N_("Where parties stand"),
    N_("Who is for it, who against, who has influence over it"), "judged_on" },
  { &coalition_kind_agreement, &coalition_kind_agreement_party, "agreement", N_("Contacts and signatures"),
    N_("Who speaks and signs for each party"), NULL },
  { &coalition_kind_agreement, &coalition_kind_task, "agreement", N_("Tasks"),
    N_("Who does what by when"), NULL },
  { &coalition_kind_agreement, &coalition_kind_review, "agreement", N_("Reviews"),
    N_("What the parties found when they looked at it together"), "held_on" },
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
