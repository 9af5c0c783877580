/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CoalitionPartyProxy:
 *
 * An invisible widget that stands for a party of the map before assistive technologies: it has a name, a description
 * and actions (party.select, party.inspect, party.rename), and takes the keyboard focus for the party. It does not
 * take the pointer. Real widgets are needed because GTK 4.8 lets nobody else be accessible.
 */
#define COALITION_TYPE_PARTY_PROXY (coalition_party_proxy_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionPartyProxy, coalition_party_proxy, COALITION, PARTY_PROXY, GtkWidget)

GtkWidget  *coalition_party_proxy_new    (CoalitionScene *scene, const char *id);
void        coalition_party_proxy_update (CoalitionPartyProxy *self);
const char *coalition_party_proxy_get_id (CoalitionPartyProxy *self);

G_END_DECLS
