/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CoalitionRecordsSpec:
 * @name: name of the panel in the session's property "panel"
 * @kind: what it lists
 * @title: its title; all labels are marked with N_()
 * @add: what the plus does
 * @placeholder: what the entry for a new name says
 * @icon_name: symbol of the empty panel
 * @empty_title: what the empty panel says
 * @empty_text: what the records are for
 * @groups: headings of the groups, ends with %NULL; only the first, for what is in none, if there is a @parent
 * @parent: (nullable): a reference of @kind: each record that it can name is a group of its own, by the same order, and a
 *   new record goes into the one that was chosen last
 * @sort_field: name of a field by which the list can be sorted, besides the title
 * @follows: other kinds of which captions or groups tell, ends with %NULL
 * @get_group: (nullable): the group of a record, unless there is a @parent
 * @dup_caption: the second line of a record
 * @concerns: whether a record has to do with a party
 * @get_mark: (nullable): the icon of a state worth seeing, or %NULL
 *
 * A panel that lists records of a kind as cards in groups. A new panel of this sort is one description.
 */
typedef struct {
  const char *name;
  const CoalitionKind *kind;
  const char *title;
  const char *add;
  const char *placeholder;
  const char *icon_name;
  const char *empty_title;
  const char *empty_text;
  const char *groups[5];
  const char *parent;
  const char *sort_field;
  const CoalitionKind *follows[6];
  guint (*get_group) (CoalitionRecord *record);
  char *(*dup_caption) (CoalitionCampaign *campaign, CoalitionRecord *record);
  gboolean (*concerns) (CoalitionCampaign *campaign, CoalitionRecord *record, const char *party_id);
  const char *(*get_mark) (CoalitionRecord *record, const char **label, const char **css_class);
} CoalitionRecordsSpec;

#define COALITION_TYPE_RECORDS_PANEL (coalition_records_panel_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionRecordsPanel, coalition_records_panel, COALITION, RECORDS_PANEL, AdwBin)

GtkWidget *coalition_records_panel_new    (CoalitionSession *session, const CoalitionRecordsSpec *spec);
void       coalition_records_panel_add    (CoalitionRecordsPanel *self);
GtkWidget *coalition_issues_panel_new     (CoalitionSession *session);
GtkWidget *coalition_agreements_panel_new (CoalitionSession *session);
GtkWidget *coalition_network_panel_new    (CoalitionSession *session);
GtkWidget *coalition_listening_panel_new  (CoalitionSession *session);

G_END_DECLS
