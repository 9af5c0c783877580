/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

G_BEGIN_DECLS

#define COALITION_TYPE_SEVERAL_FORM (coalition_several_form_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionSeveralForm, coalition_several_form, COALITION, SEVERAL_FORM, GtkBox)

GtkWidget *coalition_several_form_new (CoalitionSession *session, const CoalitionKind *kind, GPtrArray *records);

G_END_DECLS
