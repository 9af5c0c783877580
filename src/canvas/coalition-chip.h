/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CoalitionChip:
 *
 * One condition of the filter, seen on the map: pressed it is changed, its cross or the Delete key takes it away.
 * Signals: "edit", "remove".
 */
#define COALITION_TYPE_CHIP (coalition_chip_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionChip, coalition_chip, COALITION, CHIP, GtkWidget)

GtkWidget  *coalition_chip_new       (const char *label);
const char *coalition_chip_get_label (CoalitionChip *self);

G_END_DECLS
