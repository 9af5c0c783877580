/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-layout.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define COALITION_VIEWPORT_MINIMUM_ZOOM 0.01
#define COALITION_VIEWPORT_MAXIMUM_ZOOM 4.0
#define COALITION_VIEWPORT_FIT_ZOOM 1.25

/**
 * CoalitionViewport:
 *
 * Which part of the map is seen: the size of the widget, a zoom (widget pixels per map unit) and an offset (where the
 * map's origin lies in the widget). It knows nothing of widgets. Signal: "changed".
 */
#define COALITION_TYPE_VIEWPORT (coalition_viewport_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionViewport, coalition_viewport, COALITION, VIEWPORT, GObject)

CoalitionViewport *coalition_viewport_new        (void);
void               coalition_viewport_set_size   (CoalitionViewport *self, double width, double height);
void               coalition_viewport_get_size   (CoalitionViewport *self, double *width, double *height);
double             coalition_viewport_get_zoom   (CoalitionViewport *self);
void               coalition_viewport_get_offset (CoalitionViewport *self, double *x, double *y);
void               coalition_viewport_to_widget  (CoalitionViewport *self, double map_x, double map_y, double *x, double *y);
void               coalition_viewport_to_map     (CoalitionViewport *self, double x, double y, double *map_x, double *map_y);
void               coalition_viewport_get_visible (CoalitionViewport *self, CoalitionBox *visible);

void               coalition_viewport_pan        (CoalitionViewport *self, double dx, double dy);
void               coalition_viewport_zoom_at    (CoalitionViewport *self, double factor, double x, double y);
void               coalition_viewport_set        (CoalitionViewport *self, double zoom, double x, double y);

void               coalition_viewport_find_fit   (CoalitionViewport *self, const CoalitionBox *bounds,
                                                  const CoalitionBox *boxes, guint n_boxes,
                                                  const CoalitionBox *cards, guint n_cards,
                                                  double *zoom, double *x, double *y);
gboolean           coalition_viewport_find_reveal (CoalitionViewport *self, const CoalitionBox *bounds,
                                                  const CoalitionBox *cards, guint n_cards,
                                                  double *zoom, double *x, double *y);

void               coalition_viewport_fly        (CoalitionViewport *self, double zoom, double x, double y,
                                                  gint64 start, gint64 duration);
gboolean           coalition_viewport_step       (CoalitionViewport *self, gint64 now);
gboolean           coalition_viewport_is_flying  (CoalitionViewport *self);
double             coalition_ease_out            (double t);

G_END_DECLS
