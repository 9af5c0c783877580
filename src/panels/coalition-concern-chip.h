/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COALITION_TYPE_CONCERN_CHIP (coalition_concern_chip_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionConcernChip, coalition_concern_chip, COALITION, CONCERN_CHIP, AdwBin)

GtkWidget       *coalition_concern_chip_new       (CoalitionSession *session);
gboolean         coalition_concern_chip_get_on    (CoalitionConcernChip *self);
void             coalition_concern_chip_set_on    (CoalitionConcernChip *self, gboolean on);
CoalitionRecord *coalition_concern_chip_get_party (CoalitionConcernChip *self);

G_END_DECLS
