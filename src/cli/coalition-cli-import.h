/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-cli.h"
#include "coalition-import.h"

G_BEGIN_DECLS

/* What "import" shares with "new --sample". */
GPtrArray *coalition_cli_read_sources   (const char *const *paths, const CoalitionKind *as, GError **error);
void       coalition_cli_print_refusals (CoalitionImport *import);

G_END_DECLS
