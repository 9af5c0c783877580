/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-map-style.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* What the files of the map share, and nobody else sees. */

/**
 * CoalitionMapFigure:
 *
 * A party as it is drawn: the place of its middle, its shape, and its name relative to the middle.
 */
typedef struct {
  double x;
  double y;
  double half_width;
  double half_height;
  CoalitionBox label;
  double label_wrap;
  PangoAlignment align;
  PangoLayout *layout;
  cairo_path_t *halo;
} CoalitionMapFigure;

/**
 * CoalitionMapCurve:
 *
 * A quadratic curve.
 */
typedef struct {
  double x0;
  double y0;
  double cx;
  double cy;
  double x1;
  double y1;
} CoalitionMapCurve;

/**
 * CoalitionMapLine:
 * @lane: how far the tie bends away from the straight line, for several ties of one pair
 * @hidden: never painted: it has ended, or both ends are one party
 * @badge: whether it carries the badge for the agreements of its pair
 * @numbers: (nullable): numbers of agreements, separated by spaces
 * @known: whether @curve and @visible are up to date
 * @visible: whether anything of it is seen between its two shapes
 * @curve: the visible curve, from shape to shape
 * @moved: whether @number_x and @number_y, and not the middle of what is seen, are where @numbers stand
 *
 * A tie as it is drawn.
 */
typedef struct {
  double lane;
  guint hidden : 1;
  guint badge : 1;
  guint known : 1;
  guint visible : 1;
  guint moved : 1;
  GArray *numbers;
  double number_x;
  double number_y;
  CoalitionMapCurve curve;
} CoalitionMapLine;

typedef struct _CoalitionMapGrid CoalitionMapGrid;

struct _CoalitionMap {
  CoalitionNetwork *network;
  CoalitionMapTheme theme;
  const CoalitionMapSizes *sizes;
  const CoalitionNetworkParty *parties;
  const CoalitionNetworkTie *ties;
  guint n_parties;
  guint n_ties;

  CoalitionMapFigure *figures;
  CoalitionBox *boxes;
  CoalitionMapLine *lines;
  CoalitionMapGrid *grid;

  PangoFontDescription *font;
  PangoFontDescription *bold;
  double font_scale; /* of the size that the measures were made for */
  PangoFontMap *font_map;
  PangoContext *context;
  double *widths[2]; /* of ASCII letters, regular and bold */
  GHashTable *other_widths[2];
  double line_height;
};

/* Names. */
void          coalition_map_labels_init      (CoalitionMap *self, const char *font);
void          coalition_map_labels_clear     (CoalitionMap *self);
PangoContext *coalition_map_labels_context   (CoalitionMap *self);
void          coalition_map_labels_size      (CoalitionMap *self, const char *text, gboolean bold, double wrap,
                                              double most, double *width, double *height);
char         *coalition_map_labels_wrap      (CoalitionMap *self, const char *text, gboolean bold, double wrap,
                                              double most);
PangoLayout  *coalition_map_labels_get       (CoalitionMap *self, guint party);
void          coalition_map_labels_paint     (CoalitionMap *self, cairo_t *cr, guint party, double ink);
void          coalition_map_labels_forget    (CoalitionMap *self, guint party);

/* Geometry. */
void          coalition_map_measure_party    (CoalitionMap *self, guint party);
void          coalition_map_update_box       (CoalitionMap *self, guint party);
gboolean      coalition_map_badge_place      (CoalitionMap *self, guint party, guint badge, double *x, double *y);
gboolean      coalition_map_is_us            (CoalitionMap *self, guint party);
double        coalition_map_shape_distance   (CoalitionMapTheme theme, CoalitionLevel level, double half_width,
                                              double half_height, double radius, double x, double y);
double        coalition_map_party_distance   (CoalitionMap *self, guint party, double x, double y);
void          coalition_map_grid_free        (CoalitionMapGrid *grid);
void          coalition_map_grid_move        (CoalitionMap *self, guint party, double old_x, double old_y);
gboolean      coalition_map_is_covered       (CoalitionMap *self, double x, double y, double margin);

/* Ties. */
void          coalition_map_lines_init       (CoalitionMap *self);
gboolean      coalition_map_line_get_curve   (CoalitionMap *self, guint tie, CoalitionMapCurve *curve);
void          coalition_map_curve_point      (const CoalitionMapCurve *curve, double t, double *x, double *y);
double        coalition_map_curve_distance   (const CoalitionMapCurve *curve, double x, double y);
double        coalition_map_curve_length     (const CoalitionMapCurve *curve);
void          coalition_map_curve_extents    (const CoalitionMapCurve *curve, CoalitionBox *box);
gboolean      coalition_map_line_get_middle  (CoalitionMap *self, guint tie, double *x, double *y);
void          coalition_map_line_paint       (cairo_t *cr, CoalitionMapTheme theme, const CoalitionNetworkTie *tie,
                                              const CoalitionMapCurve *curve, double from, double to,
                                              double ink);
void          coalition_map_line_paint_badge (CoalitionMap *self, cairo_t *cr, guint tie, double ink);
gboolean      coalition_map_clip_line        (const CoalitionBox *box, double x0, double y0, double x1, double y1,
                                              double *from, double *to);
gboolean      coalition_map_tie_is_plain     (const CoalitionNetworkTie *tie);

/* Shapes and signs. */
void          coalition_map_shape_path       (cairo_t *cr, CoalitionMapTheme theme, CoalitionLevel level,
                                              double half_width, double half_height, double radius, double grow);
void          coalition_map_glyph_people     (cairo_t *cr, CoalitionLevel level, double size);
void          coalition_map_glyph_mark       (cairo_t *cr, CoalitionPartyMarks mark, double size);
void          coalition_map_glyph_document   (cairo_t *cr, double size);
void          coalition_map_badge_paint      (cairo_t *cr, CoalitionMapTheme theme, CoalitionPartyMarks mark,
                                              double x, double y, double ink);

/* Marks that wear a badge, from the corner leftward. */
extern const CoalitionPartyMarks coalition_map_badges[4];

/* Painting. */
gboolean      coalition_map_paint_all        (CoalitionMap *self, cairo_t *cr, double scale, const CoalitionBox *clip,
                                              const CoalitionMapState *state, gboolean passing, GCancellable *cancellable);
double        coalition_map_party_ink        (const CoalitionMapState *state, guint party);
double        coalition_map_tie_ink          (CoalitionMap *self, const CoalitionMapState *state, guint tie,
                                              gboolean selection);
gboolean      coalition_map_party_is_left_out (const CoalitionMapState *state, guint party);
gboolean      coalition_map_tie_is_left_out  (CoalitionMap *self, const CoalitionMapState *state, guint tie);
gboolean      coalition_map_tie_passes       (CoalitionMap *self, guint tie, const CoalitionBox *clip);
gboolean      coalition_map_has_selection    (CoalitionMap *self, const CoalitionMapState *state);
gboolean      coalition_map_raster           (CoalitionMap *self, cairo_surface_t *surface, double scale,
                                              double origin_x, double origin_y, const CoalitionMapState *state,
                                              const CoalitionBox *passing, GCancellable *cancellable);

G_END_DECLS
