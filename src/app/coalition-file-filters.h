/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GListModel *coalition_file_filters_for_campaigns (void);
GListModel *coalition_file_filters_for_tables    (void);
GListModel *coalition_file_filters_for_suffix    (const char *name, const char *suffix);

G_END_DECLS
