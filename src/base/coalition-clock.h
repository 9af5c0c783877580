/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *coalition_clock_today    (void);
char *coalition_clock_now      (void);
void  coalition_clock_set_fixed (const char *time);

G_END_DECLS
