/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-flow.h"
#include "coalition-map-view.h"

G_BEGIN_DECLS

/**
 * CoalitionMapPage:
 *
 * The map with its legend in one frame, on a page: how much room it takes, and whether the sheet is turned for it.
 */
typedef struct _CoalitionMapPage CoalitionMapPage;

CoalitionMapPage *coalition_map_page_new       (const char *heading, const char *const *facts);
void              coalition_map_page_free      (CoalitionMapPage *self);
gboolean          coalition_map_page_try       (CoalitionMapPage *self, CoalitionMap *map, guint n_parties,
                                                double width, double height);
void              coalition_map_page_unname    (CoalitionMapPage *self, CoalitionMap *map, double height);
double            coalition_map_page_get_least (CoalitionMapPage *self);
void              coalition_map_page_set_note  (CoalitionMapPage *self, const char *note);
void              coalition_map_page_flow      (CoalitionMapPage *self, CoalitionFlow *flow, gboolean own_page);
double            coalition_map_page_get_room  (CoalitionMapPage *self, CoalitionFlow *flow);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoalitionMapPage, coalition_map_page_free)

G_END_DECLS
