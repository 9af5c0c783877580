/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-encoding.h"
#include "coalition-route.h"

#include <cairo.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * CoalitionMapTheme:
 * @COALITION_MAP_LIGHT: on screen, light
 * @COALITION_MAP_DARK: on screen, dark
 * @COALITION_MAP_PAPER: printed: black, white and one grey; labels keep 7.5 pt whatever the scale
 */
typedef enum {
  COALITION_MAP_LIGHT,
  COALITION_MAP_DARK,
  COALITION_MAP_PAPER,
} CoalitionMapTheme;

/**
 * CoalitionDrawingError:
 * @COALITION_DRAWING_ERROR_EMPTY: there is nothing on the map to write
 * @COALITION_DRAWING_ERROR_SIZE: the picture would be too large or has no size
 * @COALITION_DRAWING_ERROR_CAIRO: the drawing library failed, for want of memory most likely
 */
typedef enum {
  COALITION_DRAWING_ERROR_EMPTY,
  COALITION_DRAWING_ERROR_SIZE,
  COALITION_DRAWING_ERROR_CAIRO,
} CoalitionDrawingError;

#define COALITION_DRAWING_ERROR (coalition_drawing_error_quark ())
GQuark coalition_drawing_error_quark (void);

/**
 * CoalitionMapPart:
 *
 * What a point of the map belongs to; see coalition_map_pick().
 */
typedef enum {
  COALITION_MAP_NOTHING,
  COALITION_MAP_PARTY,      /* inside the shape or on the name */
  COALITION_MAP_PARTY_EDGE, /* on the rim of the shape, from which a tie is dragged */
  COALITION_MAP_TIE,
  COALITION_MAP_FORUM,        /* on the caption or line of an outline, or on a hub */
  COALITION_MAP_NOTE,
  COALITION_MAP_NOTE_CORNER,  /* the bottom right corner, by which its size is dragged */
  COALITION_MAP_PICTURE,      /* one that is not in the background */
  COALITION_MAP_PICTURE_CORNER,
  COALITION_MAP_BACKGROUND,   /* a background picture; found only if nothing else is */
} CoalitionMapPart;

/**
 * CoalitionMap:
 *
 * The drawn map of a network: shapes, names, tie curves, hit testing and painting. One painter serves screen, PNG,
 * SVG, PDF and paper. A map belongs to the thread that made it (it holds Pango layouts); its network may be shared.
 * Positions can be previewed (a drag) without touching the network.
 */
typedef struct _CoalitionMap CoalitionMap;

/**
 * CoalitionMapState:
 * @selected_parties: (nullable): a flag for each party
 * @selected_ties: (nullable): a flag for each tie
 * @lit_parties: (nullable): a flag for each party; if not %NULL, parties and ties that are not lit are dimmed
 * @hidden_parties: (nullable): a flag for each party left out (a drag paints them in the overlay)
 * @only_hidden: paint only @hidden_parties and their ties, instead of leaving them out
 * @lit_ties: (nullable): a flag for each tie; if not %NULL, ties that are not lit are dimmed as well
 * @lit_forums: (nullable): a flag for each forum, likewise
 * @selected_forums: (nullable): a flag for each forum
 * @selected_notes: (nullable): a flag for each note
 * @selected_pictures: (nullable): a flag for each picture
 * @hidden_forums: (nullable): a flag for each forum left out (while its hub is dragged); others are left out or painted
 *   with their members
 * @hidden_notes: (nullable): a flag for each note, as @hidden_parties: with @only_hidden they alone are painted
 * @hidden_pictures: (nullable): a flag for each picture, likewise
 * @contrast: draw for high contrast: lines at full ink and half as wide again, dimming at 45 %
 * @accent: color of selection, red, green and blue from 0 to 1
 * @grid: paint the faint dot grid (while something is dragged)
 *
 * What of a map is painted how, this time.
 */
typedef struct {
  const gboolean *selected_parties;
  const gboolean *selected_ties;
  const gboolean *lit_parties;
  const gboolean *hidden_parties;
  gboolean only_hidden;
  const gboolean *lit_ties;
  const gboolean *lit_forums;
  const gboolean *selected_forums;
  const gboolean *selected_notes;
  const gboolean *selected_pictures;
  const gboolean *hidden_forums;
  const gboolean *hidden_notes;
  const gboolean *hidden_pictures;
  gboolean contrast;
  double accent[3];
  gboolean grid;
} CoalitionMapState;

CoalitionMap    *coalition_map_new             (CoalitionNetwork *network, CoalitionMapTheme theme, const char *font);
/* The same map with the same places for another thread, which may then render it while this one is used here. */
CoalitionMap    *coalition_map_copy            (CoalitionMap *self);
void             coalition_map_free            (CoalitionMap *self);
CoalitionNetwork *coalition_map_get_network    (CoalitionMap *self);
CoalitionMapTheme coalition_map_get_theme      (CoalitionMap *self);

/* What the map is about, besides its network. Each is kept by the copies of the map and known to the legend. Colors and
 * sizes (the encoding changes shapes and boxes: set it before a layout is asked for boxes); the way of a tie, which is
 * forgotten as soon as a party it passes moves (0 points: straight); the axes of a power map with their names; parties
 * and ties that are not there at all (neither painted, found, measured nor in the legend); whether forums are drawn. */
void             coalition_map_set_encoding    (CoalitionMap *self, CoalitionEncoding *encoding);
CoalitionEncoding *coalition_map_get_encoding  (CoalitionMap *self);
void             coalition_map_set_routes      (CoalitionMap *self, GPtrArray *routes);
void             coalition_map_set_power_frame (CoalitionMap *self, const CoalitionPowerFrame *frame, const char *issue);
void             coalition_map_set_left_out    (CoalitionMap *self, const gboolean *parties, const gboolean *ties);
void             coalition_map_set_items_left_out (CoalitionMap *self, const gboolean *notes, const gboolean *pictures);
void             coalition_map_set_private     (CoalitionMap *self, gboolean shown);
/* Paper and files, which have no state: flags (copied) of what passes a filter that dims; %NULL for all. They hold wherever
 * a state has no @lit_parties of its own. */
void             coalition_map_set_lit         (CoalitionMap *self, const gboolean *parties, const gboolean *ties);

/* Moving what is no party, as a preview: a forum's hub, a note, a picture. */
gboolean         coalition_map_get_item_box    (CoalitionMap *self, CoalitionMapPart part, guint index, CoalitionBox *box);
GArray          *coalition_map_list_taken      (CoalitionMap *self);
void             coalition_map_set_item_box    (CoalitionMap *self, CoalitionMapPart part, guint index, const CoalitionBox *box);

/* Geometry, in map units. @tolerance is a distance in map units too: pass 6 / scale for six pixels. A tie that has ended
 * is neither painted nor found. */
const CoalitionBox *coalition_map_get_boxes    (CoalitionMap *self);
void             coalition_map_move            (CoalitionMap *self, guint party, double x, double y);
void             coalition_map_get_place       (CoalitionMap *self, guint party, double *x, double *y);
gboolean         coalition_map_get_bounds      (CoalitionMap *self, const gboolean *parties, CoalitionBox *bounds);
CoalitionMapPart coalition_map_pick            (CoalitionMap *self, double x, double y, double tolerance, guint *index);
void             coalition_map_pick_rectangle  (CoalitionMap *self, const CoalitionBox *rectangle, gboolean *parties);

/* Painting. The context is in map units; @scale (device pixels per unit) chooses the level of detail. For
 * coalition_map_render(), which paints the ground too, (@origin_x, @origin_y) is the point of the map, in map units, at
 * the top left corner of the picture; width and height are in device pixels. It returns %NULL if cancelled.
 * coalition_map_paint() paints no ground. */
void             coalition_map_paint           (CoalitionMap *self, cairo_t *cr, double scale, const CoalitionBox *clip,
                                                const CoalitionMapState *state);
cairo_surface_t *coalition_map_render          (CoalitionMap *self, int width, int height, double scale,
                                                double origin_x, double origin_y, const CoalitionMapState *state,
                                                GCancellable *cancellable);
void             coalition_map_paint_party     (CoalitionMap *self, cairo_t *cr, guint party, const CoalitionMapState *state);
void             coalition_map_paint_shape     (cairo_t *cr, CoalitionMapTheme theme, CoalitionLevel level, gboolean us,
                                                double x, double y, double size);

/* Signs for lists, centered on (@x, @y): one of the marks' signs, @size high, without its round; and a short tie. */
void             coalition_map_paint_mark      (cairo_t *cr, CoalitionMapTheme theme, CoalitionPartyMarks mark,
                                                double x, double y, double size);
void             coalition_map_paint_tie_sample (cairo_t *cr, CoalitionMapTheme theme, const CoalitionNetworkTie *tie,
                                                double x, double y, double width);

/* Paper. The numbers of the agreements between two parties are shown on a tie of theirs, instead of the document sign;
 * %FALSE if no tie joins them. A fitted map fills a rectangle: places scale, type does not, and names are placed again
 * so that none overlap; %FALSE (from both) if there is no room for that. */
gboolean         coalition_map_set_agreement_numbers (CoalitionMap *self, guint party, guint other,
                                                const guint *numbers, guint n_numbers);
gboolean         coalition_map_can_fit         (CoalitionMap *self, double width, double height);
gboolean         coalition_map_paint_fitted    (CoalitionMap *self, cairo_t *cr, double x, double y, double width,
                                                double height);

/* The legend names exactly what is on the map: a card of two columns (without its frame, which is the caller's) for the
 * screen, a strip of four groups for paper. Both are painted with their top left corner at the origin. */
void             coalition_map_measure_legend  (CoalitionMap *self, double width, double *height);
void             coalition_map_paint_legend    (CoalitionMap *self, cairo_t *cr, double width);
void             coalition_map_measure_legend_strip (CoalitionMap *self, double width, double *height);
void             coalition_map_paint_legend_strip (CoalitionMap *self, cairo_t *cr, double width);

/* Files: the whole map with its legend. A PDF of no width or height (0) gets the size of the map. */
gboolean         coalition_map_write_png       (CoalitionMap *self, const char *path, double scale, GError **error);
gboolean         coalition_map_write_png_at_most (CoalitionMap *self, const char *path, double scale, GError **error);
gboolean         coalition_map_write_svg       (CoalitionMap *self, const char *path, GError **error);
gboolean         coalition_map_write_pdf       (CoalitionMap *self, const char *path, double width, double height, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoalitionMap, coalition_map_free)

G_END_DECLS
