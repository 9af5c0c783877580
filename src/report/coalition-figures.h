/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-flow.h"

G_BEGIN_DECLS

#define COALITION_FIGURE_DOTS_WIDTH 44
#define COALITION_FIGURE_BARS 3

/**
 * CoalitionFigureShare:
 *
 * A bar, of which @part of @whole is solid. Both ends have their number in words.
 */
typedef struct {
  char *title;
  char *part_label;
  char *rest_label;
  guint part;
  guint whole;
} CoalitionFigureShare;

/**
 * CoalitionFigureBars:
 *
 * A few bars with their numbers; the first is solid if it is ours.
 */
typedef struct {
  char *title;
  char *labels[COALITION_FIGURE_BARS];
  guint values[COALITION_FIGURE_BARS];
  gboolean solid[COALITION_FIGURE_BARS];
  guint n_bars;
} CoalitionFigureBars;

/**
 * CoalitionFigureCircles:
 *
 * Circles, solid, half and open, each one thing counted, with the three counts in words below.
 */
typedef struct {
  char *title;
  guint counts[3];
  char *labels[3];
} CoalitionFigureCircles;

/**
 * CoalitionFigureTrack:
 *
 * The life of something: @reached of @stages dots are solid, with the name of the stage before them.
 */
typedef struct {
  char *label;
  guint reached;
  guint stages;
} CoalitionFigureTrack;

void   coalition_figure_share_free    (gpointer share);
void   coalition_figure_bars_free     (gpointer bars);
void   coalition_figure_circles_free  (gpointer circles);
void   coalition_figure_track_free    (gpointer track);

double coalition_figure_share_height   (void);
double coalition_figure_bars_height    (const CoalitionFigureBars *bars);
double coalition_figure_circles_height (void);

void   coalition_figure_share     (CoalitionTypesetter *setter, cairo_t *cr, double x, double y, double width, double height, gpointer data);
void   coalition_figure_bars      (CoalitionTypesetter *setter, cairo_t *cr, double x, double y, double width, double height, gpointer data);
void   coalition_figure_circles   (CoalitionTypesetter *setter, cairo_t *cr, double x, double y, double width, double height, gpointer data);
void   coalition_figure_track     (CoalitionTypesetter *setter, cairo_t *cr, double x, double y, double width, double height, gpointer data);
void   coalition_figure_dots      (CoalitionTypesetter *setter, cairo_t *cr, double x, double y, double width, double height, gpointer data);
void   coalition_figure_level     (CoalitionTypesetter *setter, cairo_t *cr, double x, double y, double width, double height, gpointer data);
void   coalition_figure_done      (CoalitionTypesetter *setter, cairo_t *cr, double x, double y, double width, double height, gpointer data);
void   coalition_figure_number    (CoalitionTypesetter *setter, cairo_t *cr, double x, double y, double width, double height, gpointer data);
void   coalition_figure_copy_mark (CoalitionTypesetter *setter, cairo_t *cr, double x, double y, double width, double height, gpointer data);

G_END_DECLS
