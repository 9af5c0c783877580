/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

G_BEGIN_DECLS

#define COALITION_TYPE_OWN_FIELD_DIALOG (coalition_own_field_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionOwnFieldDialog, coalition_own_field_dialog, COALITION, OWN_FIELD_DIALOG, GtkWindow)

void coalition_own_field_dialog_present (GtkWidget *parent, CoalitionSession *session, const CoalitionKind *kind,
                                         CoalitionRecord *own_field);

G_END_DECLS
