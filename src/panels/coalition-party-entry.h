/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

G_BEGIN_DECLS

#define COALITION_TYPE_PARTY_ENTRY (coalition_party_entry_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionPartyEntry, coalition_party_entry, COALITION, PARTY_ENTRY, GtkBox)

void coalition_party_entry_set_session (CoalitionPartyEntry *self, CoalitionSession *session);

G_END_DECLS
