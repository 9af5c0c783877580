/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-table.h"

G_BEGIN_DECLS

CoalitionTable *coalition_csv_read        (GFile *file, char separator, GCancellable *cancellable, GError **error);
CoalitionTable *coalition_csv_read_data   (const char *name, const char *data, gsize length, char separator, GError **error);
void            coalition_csv_append_row  (GString *text, const char *const *cells, guint n_cells);

G_END_DECLS
