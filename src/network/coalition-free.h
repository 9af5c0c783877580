/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-plan.h"

G_BEGIN_DECLS

gboolean coalition_plan_arrange_free (CoalitionPlan *self, guint seed, GCancellable *cancellable, GError **error);

G_END_DECLS
