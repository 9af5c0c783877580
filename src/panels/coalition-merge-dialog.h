/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COALITION_TYPE_MERGE_DIALOG (coalition_merge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionMergeDialog, coalition_merge_dialog, COALITION, MERGE_DIALOG, AdwWindow)

void coalition_merge_dialog_present (GtkWidget *parent, CoalitionSession *session, GPtrArray *parties);

G_END_DECLS
