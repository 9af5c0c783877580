/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-form.h"

G_BEGIN_DECLS

#define COALITION_TYPE_DRAFT_ROW (coalition_draft_row_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionDraftRow, coalition_draft_row, COALITION, DRAFT_ROW, GtkBox)

CoalitionDraftRow *coalition_draft_row_new      (CoalitionForm *form);
CoalitionForm     *coalition_draft_row_get_form (CoalitionDraftRow *self);
void               coalition_draft_row_commit   (CoalitionDraftRow *self);

G_END_DECLS
