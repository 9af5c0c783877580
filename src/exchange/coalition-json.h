/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-table.h"

G_BEGIN_DECLS

GPtrArray *coalition_json_read_data (const char *name, const char *data, gsize length, GError **error);

/* A file of any format that can be imported. */
GPtrArray *coalition_source_read       (GFile *file, GCancellable *cancellable, GError **error);
GPtrArray *coalition_source_read_named (GFile *file, const char *name, GCancellable *cancellable, GError **error);

G_END_DECLS
