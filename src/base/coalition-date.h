/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean coalition_date_is_valid   (const char *text);
char    *coalition_date_parse      (const char *text);
char    *coalition_date_format     (const char *date);
int      coalition_date_compare    (const char *a, const char *b);
int      coalition_date_days_until (const char *from, const char *to);
char    *coalition_date_last_day   (const char *date);
char    *coalition_time_format     (const char *time);

G_END_DECLS
