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
 * @stamp: (nullable): a date field of @kind that is set to today when a record is added; the newest stands first
 * @pick: (nullable): a reference of @kind that is picked at once when one is added, instead of filling in a form
 * @pick_label: what picking does, marked with N_()
 * @through: (nullable): the kind of link that leads from the owner to records of @kind, if these can have several
 *   owners; @link is then a field of the link
 * @add_all: (nullable): adds all that are likely to be wanted
 * @add_all_label: what that does, marked with N_()
 *
 * A list of details in the inspector. A new kind of detail is one entry in coalition-details.c.
 */
typedef struct {
  const CoalitionKind *owner;
  const CoalitionKind *kind;
  const char *link;
  const char *title;
  const char *hint;
  const char *stamp;
  const char *pick;
  const char *pick_label;
  const CoalitionKind *through;
  void (*add_all) (CoalitionSession *session, CoalitionRecord *owner);
  const char *add_all_label;
} CoalitionDetailSpec;

#define COALITION_TYPE_DETAIL_LIST (coalition_detail_list_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionDetailList, coalition_detail_list, COALITION, DETAIL_LIST, GtkBox)

GtkWidget *coalition_detail_list_new (CoalitionSession *session, CoalitionRecord *owner, const CoalitionDetailSpec *spec);
void       coalition_details_append  (GtkBox *box, CoalitionSession *session, CoalitionRecord *owner);

G_END_DECLS
