/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-scene.h"

G_BEGIN_DECLS

/**
 * CoalitionRouter:
 *
 * Leads the ties of a scene around parties while the view wants that: as soon as the map is at rest, the ways are computed
 * aside and given to the scene; a change of the map calls that off.
 */
#define COALITION_TYPE_ROUTER (coalition_router_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionRouter, coalition_router, COALITION, ROUTER, GObject)

CoalitionRouter *coalition_router_new (CoalitionScene *scene);

G_END_DECLS
