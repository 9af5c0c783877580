/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-report-request.h"
#include "coalition-window.h"

G_BEGIN_DECLS

#define COALITION_TYPE_PRINT_PREVIEW (coalition_print_preview_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionPrintPreview, coalition_print_preview, COALITION, PRINT_PREVIEW, AdwWindow)

CoalitionPrintPreview *coalition_print_preview_new (CoalitionWindow *parent, CoalitionReportKind kind);

G_END_DECLS
