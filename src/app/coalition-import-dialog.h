/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COALITION_TYPE_IMPORT_DIALOG (coalition_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionImportDialog, coalition_import_dialog, COALITION, IMPORT_DIALOG, AdwWindow)

CoalitionImportDialog *coalition_import_dialog_new (GtkWindow *parent, CoalitionSession *session, GListModel *files);
CoalitionImportDialog *coalition_import_dialog_new_for_text (GtkWindow *parent, CoalitionSession *session, const char *text);

G_END_DECLS
