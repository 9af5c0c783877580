/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-inspector-group.h"
#include "coalition-session.h"

G_BEGIN_DECLS

#define COALITION_TYPE_LINK_LIST (coalition_link_list_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionLinkList, coalition_link_list, COALITION, LINK_LIST, GtkBox)

/**
 * CoalitionLinkFill:
 * @session: the session
 * @subject: the record at which the list stands
 * @limit: how many rows are wanted
 * @rows: (out): an array that takes floating #CoalitionLinkRow
 *
 * Makes the first @limit rows of a list.
 *
 * Returns: how many there are in all
 */
typedef guint (*CoalitionLinkFill) (CoalitionSession *session, CoalitionRecord *subject, guint limit, GPtrArray *rows);

CoalitionLinkList *coalition_link_list_new       (CoalitionSession *session, CoalitionRecord *subject, const char *title,
                                                  const char *hint, CoalitionLinkFill fill);
CoalitionInspectorGroup *coalition_link_list_get_group (CoalitionLinkList *self);

guint coalition_fill_ties            (CoalitionSession *session, CoalitionRecord *party, guint limit, GPtrArray *rows);
guint coalition_fill_agreements      (CoalitionSession *session, CoalitionRecord *party, guint limit, GPtrArray *rows);
guint coalition_fill_serving         (CoalitionSession *session, CoalitionRecord *issue, guint limit, GPtrArray *rows);
guint coalition_fill_deciders        (CoalitionSession *session, CoalitionRecord *issue, guint limit, GPtrArray *rows);
guint coalition_fill_ends            (CoalitionSession *session, CoalitionRecord *tie, guint limit, GPtrArray *rows);
guint coalition_fill_sub_forums      (CoalitionSession *session, CoalitionRecord *forum, guint limit, GPtrArray *rows);
guint coalition_fill_siblings        (CoalitionSession *session, CoalitionRecord *tie, guint limit, GPtrArray *rows);

G_END_DECLS
