/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

G_BEGIN_DECLS

#define COALITION_TYPE_PARTY_ROW (coalition_party_row_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionPartyRow, coalition_party_row, COALITION, PARTY_ROW, GtkBox)

GtkWidget *coalition_party_row_new      (CoalitionSession *session);
void       coalition_party_row_set_item (CoalitionPartyRow *self, gpointer item);
gpointer   coalition_party_row_get_item (CoalitionPartyRow *self);

G_END_DECLS
