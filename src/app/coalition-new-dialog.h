/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COALITION_TYPE_NEW_DIALOG (coalition_new_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionNewDialog, coalition_new_dialog, COALITION, NEW_DIALOG, AdwWindow)

CoalitionNewDialog *coalition_new_dialog_new (GtkWindow *parent);

G_END_DECLS
