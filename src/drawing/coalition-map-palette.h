/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-map-style.h"

G_BEGIN_DECLS

/* Within drawing/ only: the colors and signs of classes. */

/**
 * CoalitionMapSign:
 * @COALITION_MAP_SIGN_NONE: none: the class is not known
 * @COALITION_MAP_SIGN_SHAPE: one of nine small shapes, for classes without an order
 * @COALITION_MAP_SIGN_BARS: one to five rising bars
 * @COALITION_MAP_SIGN_ARROWS: two down to two up, a dash between
 *
 * What tells a class without its color.
 */
typedef enum {
  COALITION_MAP_SIGN_NONE,
  COALITION_MAP_SIGN_SHAPE,
  COALITION_MAP_SIGN_BARS,
  COALITION_MAP_SIGN_ARROWS,
} CoalitionMapSign;

/**
 * CoalitionMapPaint:
 * @line: of the outline, and of the sign
 * @name: of a name on the fill
 * @sign: which kind of sign
 * @value: which of them: 0 to 8, 1 to 5, -2 to 2
 * @faint: not known: empty, with a dashed line
 *
 * How parties of one class look.
 */
typedef struct {
  CoalitionMapColor fill;
  CoalitionMapColor line;
  CoalitionMapColor name;
  CoalitionMapSign sign;
  int value;
  gboolean faint;
} CoalitionMapPaint;

/* How many classes without an order have colors of their own; the next is "Other". */
#define COALITION_MAP_PALETTE_NAMES 8

CoalitionMapPaint  coalition_map_palette_get   (CoalitionMapTheme theme, CoalitionScale scale, guint rank, double position);
CoalitionMapPaint  coalition_map_palette_unknown (CoalitionMapTheme theme);
CoalitionMapPaint *coalition_map_palette_make  (CoalitionMapTheme theme, CoalitionScale scale,
                                                const CoalitionColorClass *classes, guint n_classes);
void               coalition_map_sign_paint    (cairo_t *cr, const CoalitionMapPaint *paint, double size);
void               coalition_map_sign_paint_round (cairo_t *cr, CoalitionMapTheme theme, const CoalitionMapPaint *paint,
                                                double x, double y, double radius, double ink);

G_END_DECLS
