/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CoalitionItemProxy:
 *
 * An invisible widget that stands for a forum, note or picture of the map before assistive technologies, as
 * CoalitionPartyProxy does for a party. It takes the keyboard focus when the keys have led there. Actions: item.select,
 * item.inspect, item.edit.
 */
#define COALITION_TYPE_ITEM_PROXY (coalition_item_proxy_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionItemProxy, coalition_item_proxy, COALITION, ITEM_PROXY, GtkWidget)

GtkWidget  *coalition_item_proxy_new    (CoalitionScene *scene, const char *id);
void        coalition_item_proxy_update (CoalitionItemProxy *self);
const char *coalition_item_proxy_get_id (CoalitionItemProxy *self);

G_END_DECLS
