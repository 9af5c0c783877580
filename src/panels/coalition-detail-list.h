/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-inspector-group.h"
#include "coalition-session.h"

G_BEGIN_DECLS

/**
 * CoalitionDetailSpec:
 * @owner: the kind that owns
 * @kind: the kind that is owned
 * @link: the field of @kind that names the owner
 * @title: heading of the list, marked with N_()
 * @hint: what it is for, shown while it is empty, marked with N_()
 * @stamp: (nullable): a date field of @kind that is set to today when a record is added
 *
 * A list of details in the inspector. A new kind of detail is one line in coalition-details.c.
 */
typedef struct {
  const CoalitionKind *owner;
  const CoalitionKind *kind;
  const char *link;
  const char *title;
  const char *hint;
  const char *stamp;
} CoalitionDetailSpec;

#define COALITION_TYPE_DETAIL_LIST (coalition_detail_list_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionDetailList, coalition_detail_list, COALITION, DETAIL_LIST, GtkBox)

GtkWidget *coalition_detail_list_new (CoalitionSession *session, CoalitionRecord *owner, const CoalitionDetailSpec *spec);
void       coalition_details_append  (GtkBox *box, CoalitionSession *session, CoalitionRecord *owner);

G_END_DECLS
