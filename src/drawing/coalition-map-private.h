/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-map-palette.h"
#include "coalition-map-style.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* What the files of the map share, and nobody else sees. */

/**
 * CoalitionMapFigure:
 *
 * A party as it is drawn: the place of its middle, its shape, and its name relative to the middle. @text is what stands
 * there instead of its name, @grow how much larger than usual its shape is.
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
  char *text;
  double grow;
} CoalitionMapFigure;

/**
 * CoalitionMapCurve:
 * @n_pieces: of a routed tie; 0 for a quadratic curve
 * @points: (array): 1 + 3 @n_pieces control points of cubic pieces, kept by the line
 *
 * A quadratic curve, or a chain of cubic ones from (x0, y0) to (x1, y1).
 */
typedef struct {
  double x0;
  double y0;
  double cx;
  double cy;
  double x1;
  double y1;
  guint n_pieces;
  const CoalitionPlace *points;
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
 * @middle_known: whether @number_x and @number_y are the place of its badge, and up to date
 * @n_way: number of points of its route, 0 if it is straight or bends in its lane
 * @way: (nullable): the route, from middle to middle
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
  guint middle_known : 1;
  guint n_way;
  GArray *numbers;
  double number_x;
  double number_y;
  CoalitionMapCurve curve;
  CoalitionPlace *way;
} CoalitionMapLine;

/**
 * CoalitionMapOutline:
 * @known: whether @hull, @box and @caption are up to date
 * @visible: whether there is anything to draw
 * @hull: (element-type CoalitionPlace): corners of the convex hull of its members' boxes, clockwise; the line is
 *   coalition_map_forum_gap() outside of it
 * @box: of the outline, or of the sign of a hub; absolute
 * @caption: of the name of an outline; absolute
 * @placed: whether the place of a hub was chosen by a person
 * @found: whether a place was looked for before
 * @variant: which of the lines it has, so that forums that overlap are told apart
 *
 * A forum as it is drawn.
 */
typedef struct {
  gboolean known;
  gboolean visible;
  GArray *hull;
  CoalitionBox box;
  CoalitionBox caption;
  gboolean placed;
  gboolean found;
  double x;
  double y;
  guint variant;
  PangoLayout *layout;
  double text_width;
  double text_height;
} CoalitionMapOutline;

/**
 * CoalitionMapItem:
 *
 * A note or picture as it is drawn, @box being absolute.
 */
typedef struct {
  CoalitionBox box;
  gboolean measured;
  PangoLayout *layout;
} CoalitionMapItem;

typedef struct _CoalitionMapGrid CoalitionMapGrid;

struct _CoalitionMap {
  CoalitionNetwork *network;
  CoalitionMapTheme theme;
  const CoalitionMapSizes *sizes;
  const CoalitionNetworkParty *parties;
  const CoalitionNetworkTie *ties;
  guint n_parties;
  guint n_ties;

  const CoalitionNetworkForum *forums;
  const CoalitionNetworkNote *notes;
  const CoalitionNetworkPicture *pictures;
  const CoalitionNetworkImage *images;
  guint n_forums;
  guint n_notes;
  guint n_pictures;
  guint n_images;

  CoalitionMapFigure *figures;
  CoalitionBox *boxes;
  CoalitionMapLine *lines;
  CoalitionMapGrid *grid;
  CoalitionMapOutline *outlines;
  CoalitionMapItem *note_items;
  CoalitionMapItem *picture_items;
  cairo_surface_t **decoded; /* of each image, once it was needed */
  gboolean *undecodable;

  CoalitionEncoding *encoding;
  CoalitionMapPaint *paints; /* of the classes, then "not known" */
  guint n_classes;
  guint n_routes;
  gboolean has_numbers;
  GArray *badges; /* indices of ties that carry one */
  gboolean has_axes;
  CoalitionBox axes; /* absolute */
  CoalitionBox tray;
  char *issue;
  gboolean *absent_parties; /* NULL if all are there */
  gboolean *absent_ties;
  gboolean *lit_parties; /* what passes a filter that dims, where a state says nothing; NULL for all */
  gboolean *lit_ties;
  CoalitionBox frame; /* on paper: what captions keep within; empty if there is none */
  CoalitionBox *limits; /* while a power map is fitted to paper: where each party may be */
  gboolean hide_private;
  gboolean *absent_notes;    /* NULL: none */
  gboolean *absent_pictures; /* NULL: none */
  gboolean variants_known;
  gboolean compares;  /* whether anything has appeared or is gone */
  guint *forums_of;   /* indices of forums, by party */
  guint *forums_from; /* where those of a party begin; n_parties + 1 */

  gboolean contrast; /* while it is painted */
  guint8 *crossed;   /* while it is painted: whether a tie runs through the name of a party; NULL if that is not known */

  PangoFontDescription *font;
  PangoFontDescription *bold;
  double font_scale; /* of the size that the measures were made for */
  PangoFontMap *font_map;
  PangoContext *context;
  double *widths[2]; /* of ASCII letters, regular and bold */
  GHashTable *other_widths[2];
  double line_height;
};

/* What the map is about. */
gboolean      coalition_map_party_is_absent  (CoalitionMap *self, guint party);
const char   *coalition_map_party_text       (CoalitionMap *self, guint party);
gboolean      coalition_map_get_party_bounds (CoalitionMap *self, const gboolean *parties, CoalitionBox *bounds);
int           coalition_map_party_image      (CoalitionMap *self, guint party);
void          coalition_map_box_join         (CoalitionBox *box, const CoalitionBox *other, gboolean *any);
gboolean      coalition_map_box_meets        (const CoalitionBox *box, const CoalitionBox *other, double margin);
double        coalition_map_heavy            (CoalitionMap *self);
double        coalition_map_grow             (double size);
double        coalition_map_usual_wrap       (CoalitionMap *self, guint party);
double        coalition_map_dimmed           (CoalitionMap *self, double ink);

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
double        coalition_map_covered_area     (CoalitionMap *self, const CoalitionBox *box);
void          coalition_map_mark_crossed     (CoalitionMap *self, const CoalitionMapCurve *curve, double from, double to);

/* Forums. */
void          coalition_map_forums_init      (CoalitionMap *self);
void          coalition_map_forums_clear     (CoalitionMap *self);
void          coalition_map_forums_copy      (CoalitionMap *self, CoalitionMap *from);
void          coalition_map_forums_moved     (CoalitionMap *self, guint party);
void          coalition_map_forums_forget    (CoalitionMap *self);
void          coalition_map_forums_update    (CoalitionMap *self);
gboolean      coalition_map_forum_update     (CoalitionMap *self, guint forum);
double        coalition_map_forum_gap        (CoalitionMap *self);
gboolean      coalition_map_forum_is_hub     (CoalitionMap *self, guint forum);
double        coalition_map_forum_distance   (CoalitionMap *self, guint forum, double x, double y);
PangoLayout  *coalition_map_forum_get_layout (CoalitionMap *self, guint forum);
char         *coalition_map_forum_dup_text   (CoalitionMap *self, guint forum);
void          coalition_map_forums_mark_crossed (CoalitionMap *self, const CoalitionBox *clip);
void          coalition_map_forums_paint     (CoalitionMap *self, cairo_t *cr, const CoalitionBox *clip,
                                              const CoalitionMapState *state);
void          coalition_map_forums_paint_captions (CoalitionMap *self, cairo_t *cr, double scale, const CoalitionBox *clip,
                                              const CoalitionMapState *state);
void          coalition_map_forum_paint_sample (CoalitionMap *self, cairo_t *cr, gboolean hub, double x, double y,
                                              double width, double height);

/* Notes, pictures and the axes of a power map. */
void          coalition_map_items_init       (CoalitionMap *self);
void          coalition_map_items_clear      (CoalitionMap *self);
void          coalition_map_items_copy       (CoalitionMap *self, CoalitionMap *from);
const CoalitionBox *coalition_map_note_get_box (CoalitionMap *self, guint note);
gboolean      coalition_map_note_is_shown    (CoalitionMap *self, guint note);
gboolean      coalition_map_picture_is_shown (CoalitionMap *self, guint picture);
gboolean      coalition_map_note_color       (CoalitionMapTheme theme, const char *key, CoalitionMapColor *fill,
                                              CoalitionMapColor *line);
cairo_surface_t *coalition_map_get_image     (CoalitionMap *self, guint image);
void          coalition_map_paint_image      (cairo_t *cr, cairo_surface_t *image, const CoalitionBox *box, gboolean cover,
                                              double opacity);
void          coalition_map_items_paint      (CoalitionMap *self, cairo_t *cr, double scale, const CoalitionBox *clip,
                                              const CoalitionMapState *state);
void          coalition_map_backgrounds_paint (CoalitionMap *self, cairo_t *cr, const CoalitionBox *clip,
                                              const CoalitionMapState *state);
gboolean      coalition_map_axes_get_bounds  (CoalitionMap *self, CoalitionBox *bounds);
void          coalition_map_axes_paint       (CoalitionMap *self, cairo_t *cr, double scale);

/* Ties. */
void          coalition_map_lines_init       (CoalitionMap *self);
gboolean      coalition_map_line_get_curve   (CoalitionMap *self, guint tie, CoalitionMapCurve *curve);
void          coalition_map_curve_point      (const CoalitionMapCurve *curve, double t, double *x, double *y);
double        coalition_map_curve_distance   (const CoalitionMapCurve *curve, double x, double y);
double        coalition_map_curve_length     (const CoalitionMapCurve *curve);
void          coalition_map_curve_extents    (const CoalitionMapCurve *curve, CoalitionBox *box);
gboolean      coalition_map_line_get_middle  (CoalitionMap *self, guint tie, double *x, double *y);
void          coalition_map_badges_moved     (CoalitionMap *self, guint party);
void          coalition_map_line_drop_way    (CoalitionMap *self, guint tie);
void          coalition_map_curve_add        (cairo_t *cr, const CoalitionMapCurve *curve, double from, double to);
void          coalition_map_line_paint       (cairo_t *cr, CoalitionMapTheme theme, const CoalitionNetworkTie *tie,
                                              const CoalitionMapCurve *curve, double from, double to,
                                              double ink, gboolean contrast);
void          coalition_map_line_paint_glow  (CoalitionMap *self, cairo_t *cr, guint tie, const CoalitionMapCurve *curve);
void          coalition_map_line_paint_time  (CoalitionMap *self, cairo_t *cr, guint tie, double ink);
gboolean      coalition_map_line_get_time_place (CoalitionMap *self, guint tie, double *x, double *y);
void          coalition_map_time_paint       (cairo_t *cr, CoalitionMapTheme theme, CoalitionTimeMark time, double x,
                                              double y, double size, double ink);
void          coalition_map_line_paint_badge (CoalitionMap *self, cairo_t *cr, guint tie, double ink);
gboolean      coalition_map_clip_line        (const CoalitionBox *box, double x0, double y0, double x1, double y1,
                                              double *from, double *to);
gboolean      coalition_map_tie_is_plain     (const CoalitionNetworkTie *tie);

/* Shapes and signs. */
void          coalition_map_shape_path       (cairo_t *cr, CoalitionMapTheme theme, CoalitionLevel level,
                                              double half_width, double half_height, double radius, double grow);
void          coalition_map_paint_shape_in   (cairo_t *cr, CoalitionMapTheme theme, CoalitionLevel level, gboolean us,
                                              double x, double y, double size, CoalitionMapColor fill,
                                              CoalitionMapColor ink, gboolean heads);
void          coalition_map_glyph_people     (cairo_t *cr, CoalitionLevel level, double size);
void          coalition_map_glyph_mark       (cairo_t *cr, CoalitionPartyMarks mark, double size);
void          coalition_map_glyph_document   (cairo_t *cr, double size);
void          coalition_map_badge_paint      (cairo_t *cr, CoalitionMapTheme theme, CoalitionPartyMarks mark,
                                              double x, double y, double ink);

/* Marks that wear a badge, from the corner leftward. */
extern const CoalitionPartyMarks coalition_map_badges[4];

/* What a party looks like. */
const CoalitionMapPaint *coalition_map_party_paint (CoalitionMap *self, guint party);
void          coalition_map_party_sign_place (CoalitionMap *self, guint party, double *x, double *y);
double        coalition_map_party_sign_radius (CoalitionMap *self);
gboolean      coalition_map_party_logo       (CoalitionMap *self, guint party, CoalitionBox *box);

/* Painting. */
void          coalition_map_paint_under      (CoalitionMap *self, cairo_t *cr, double scale, const CoalitionBox *clip,
                                              const CoalitionMapState *state);
gboolean      coalition_map_paint_all        (CoalitionMap *self, cairo_t *cr, double scale, const CoalitionBox *clip,
                                              const CoalitionMapState *state, gboolean passing, GCancellable *cancellable);
double        coalition_map_party_ink        (const CoalitionMapState *state, guint party);
double        coalition_map_forum_ink        (CoalitionMap *self, const CoalitionMapState *state, guint forum);
gboolean      coalition_map_is_dimming       (const CoalitionMapState *state);
double        coalition_map_tie_ink          (CoalitionMap *self, const CoalitionMapState *state, guint tie,
                                              gboolean selection);
gboolean      coalition_map_party_is_left_out (CoalitionMap *self, const CoalitionMapState *state, guint party);
gboolean      coalition_map_forum_is_left_out (CoalitionMap *self, const CoalitionMapState *state, guint forum);
gboolean      coalition_map_tie_is_dimmed    (const CoalitionMapState *state, double ink);
gboolean      coalition_map_tie_is_left_out  (CoalitionMap *self, const CoalitionMapState *state, guint tie);
gboolean      coalition_map_tie_passes       (CoalitionMap *self, guint tie, const CoalitionBox *clip);
gboolean      coalition_map_has_selection    (CoalitionMap *self, const CoalitionMapState *state);
gboolean      coalition_map_raster           (CoalitionMap *self, cairo_surface_t *surface, double scale,
                                              double origin_x, double origin_y, const CoalitionMapState *state,
                                              const CoalitionBox *passing, GCancellable *cancellable);

G_END_DECLS
