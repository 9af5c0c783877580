/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

G_BEGIN_DECLS

#define COALITION_TYPE_TIE_SAMPLE (coalition_tie_sample_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionTieSample, coalition_tie_sample, COALITION, TIE_SAMPLE, GtkWidget)

GtkWidget *coalition_tie_sample_new     (void);
void       coalition_tie_sample_set_tie (CoalitionTieSample *self, CoalitionRecord *tie, gboolean outgoing);

G_END_DECLS
