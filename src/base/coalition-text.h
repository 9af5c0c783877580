/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *coalition_text_fold     (const char *text);
char    *coalition_text_collate_key (const char *text);
gboolean coalition_text_matches  (const char *text, const char *query);
char    *coalition_uuid          (void);

G_END_DECLS
