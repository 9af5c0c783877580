/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-map.h"

G_BEGIN_DECLS

/**
 * CoalitionMapViewOptions:
 * @as_of: (nullable): an ISO date, or %NULL for today
 * @compare_to: (nullable): an ISO date that the first is compared with
 * @partner_copy: leave out what is private
 * @straight: lead no ties around parties, whatever the view says: for who asks only where things are
 *
 * How a view is to be seen where there is no screen.
 */
typedef struct {
  const char *as_of;
  const char *compare_to;
  gboolean partner_copy;
  gboolean straight;
} CoalitionMapViewOptions;

/**
 * CoalitionMapViewError:
 * @COALITION_MAP_VIEW_ERROR_PRIVATE: the view shows nothing but judgements, which a partner copy leaves out
 */
typedef enum {
  COALITION_MAP_VIEW_ERROR_PRIVATE,
} CoalitionMapViewError;

#define COALITION_MAP_VIEW_ERROR (coalition_map_view_error_quark ())
GQuark coalition_map_view_error_quark (void);

typedef struct _CoalitionMapView CoalitionMapView;

CoalitionMapView  *coalition_map_view_new            (CoalitionCampaign *campaign, CoalitionRecord *view,
                                                      const CoalitionMapViewOptions *options, GCancellable *cancellable,
                                                      GError **error);
void               coalition_map_view_free           (CoalitionMapView *self);
const char        *coalition_map_view_get_title      (CoalitionMapView *self);
const char *const *coalition_map_view_get_facts      (CoalitionMapView *self);
CoalitionNetwork  *coalition_map_view_get_network    (CoalitionMapView *self);
gboolean           coalition_map_view_has_axes       (CoalitionMapView *self);
const char        *coalition_map_view_get_places_note (CoalitionMapView *self);
const gboolean    *coalition_map_view_get_shown      (CoalitionMapView *self);
void               coalition_map_view_leave_out      (CoalitionMapView *self, CoalitionMap *map, const gboolean *kept);
CoalitionMap      *coalition_map_view_make_map       (CoalitionMapView *self, CoalitionMapTheme theme, const char *font,
                                                      GCancellable *cancellable, GError **error);

CoalitionMap      *coalition_map_view_make_even_map  (CoalitionMapView *self);

/* All at once. */
CoalitionMap      *coalition_map_new_for_view        (CoalitionCampaign *campaign, CoalitionRecord *view,
                                                      const CoalitionMapViewOptions *options, CoalitionMapTheme theme,
                                                      const char *font, GCancellable *cancellable, GError **error);

/* Views in the order of their list; one by its name or id; whether one shows judgements by where parties stand. */
GPtrArray         *coalition_map_view_list           (CoalitionCampaign *campaign);
CoalitionRecord   *coalition_map_view_find           (CoalitionCampaign *campaign, const char *name);
gboolean           coalition_map_view_is_private     (CoalitionRecord *view);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoalitionMapView, coalition_map_view_free)

G_END_DECLS
