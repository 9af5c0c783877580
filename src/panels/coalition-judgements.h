/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

G_BEGIN_DECLS

#define COALITION_TYPE_JUDGEMENTS (coalition_judgements_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionJudgements, coalition_judgements, COALITION, JUDGEMENTS, GtkBox)

GtkWidget *coalition_judgements_new (CoalitionSession *session, CoalitionRecord *party);

G_END_DECLS
