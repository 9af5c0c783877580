/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-kind.h"

G_BEGIN_DECLS

/* Every kind of record, described once. The tables are in coalition-kinds.c. */
extern const CoalitionKind coalition_kind_campaign;
extern const CoalitionKind coalition_kind_view;
extern const CoalitionKind coalition_kind_position;
extern const CoalitionKind coalition_kind_image;
extern const CoalitionKind coalition_kind_constituency;
extern const CoalitionKind coalition_kind_party;
extern const CoalitionKind coalition_kind_contact_detail;
extern const CoalitionKind coalition_kind_tag;
extern const CoalitionKind coalition_kind_party_tag;
extern const CoalitionKind coalition_kind_tie;
extern const CoalitionKind coalition_kind_forum;
extern const CoalitionKind coalition_kind_forum_member;
extern const CoalitionKind coalition_kind_forum_position;
extern const CoalitionKind coalition_kind_meeting;
extern const CoalitionKind coalition_kind_attendance;
extern const CoalitionKind coalition_kind_contact;
extern const CoalitionKind coalition_kind_contact_party;
extern const CoalitionKind coalition_kind_note;
extern const CoalitionKind coalition_kind_picture;
extern const CoalitionKind coalition_kind_issue;
extern const CoalitionKind coalition_kind_listening_event;
extern const CoalitionKind coalition_kind_voice;
extern const CoalitionKind coalition_kind_judgement;
extern const CoalitionKind coalition_kind_asset;
extern const CoalitionKind coalition_kind_comfort;
extern const CoalitionKind coalition_kind_agreement;
extern const CoalitionKind coalition_kind_agreement_party;
extern const CoalitionKind coalition_kind_contribution;
extern const CoalitionKind coalition_kind_task;
extern const CoalitionKind coalition_kind_review;
extern const CoalitionKind coalition_kind_own_field;
extern const CoalitionKind coalition_kind_own_value;

const CoalitionKind *const *coalition_kinds_get_all (guint *n_kinds);
const CoalitionKind        *coalition_kinds_find    (const char *name);
int                         coalition_kinds_index   (const CoalitionKind *kind);

G_END_DECLS
