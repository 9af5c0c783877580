/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-map-view.h"
#include "coalition-report.h"

G_BEGIN_DECLS

CoalitionReport *coalition_map_report_new (CoalitionCampaign *campaign, GPtrArray *views, const CoalitionMapViewOptions *options,
                                           GCancellable *cancellable, GError **error);

G_END_DECLS
