/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define COALITION_TYPE_PICK_ITEM (coalition_pick_item_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionPickItem, coalition_pick_item, COALITION, PICK_ITEM, GObject)

CoalitionPickItem *coalition_pick_item_new       (const char *key, const char *label, int level);
const char        *coalition_pick_item_get_key   (CoalitionPickItem *self);
const char        *coalition_pick_item_get_label (CoalitionPickItem *self);
int                coalition_pick_item_get_level (CoalitionPickItem *self);
gboolean           coalition_pick_item_matches   (CoalitionPickItem *self, const char *const *words);
int                coalition_pick_item_compare   (gconstpointer a, gconstpointer b, gpointer data);

G_END_DECLS
