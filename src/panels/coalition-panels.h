/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define COALITION_PANELS_CSS "/org/coalitionmap/Coalition/panels/panels.css"

void coalition_panels_init (void);

G_END_DECLS
