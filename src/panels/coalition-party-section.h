/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-network.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define COALITION_TYPE_PARTY_SECTION (coalition_party_section_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionPartySection, coalition_party_section, COALITION, PARTY_SECTION, GObject)

CoalitionPartySection *coalition_party_section_new        (CoalitionLevel level);
CoalitionLevel         coalition_party_section_get_level  (CoalitionPartySection *self);
guint                  coalition_party_section_get_count  (CoalitionPartySection *self);
void                   coalition_party_section_set_count  (CoalitionPartySection *self, guint count);
gboolean               coalition_party_section_get_folded (CoalitionPartySection *self);
void                   coalition_party_section_set_folded (CoalitionPartySection *self, gboolean folded);

G_END_DECLS
