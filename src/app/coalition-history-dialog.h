/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-campaign.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COALITION_TYPE_HISTORY_DIALOG (coalition_history_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionHistoryDialog, coalition_history_dialog, COALITION, HISTORY_DIALOG, AdwWindow)

CoalitionHistoryDialog *coalition_history_dialog_new (GtkWindow *parent, CoalitionCampaign *campaign);

G_END_DECLS
