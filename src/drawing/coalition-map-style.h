/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-map.h"

G_BEGIN_DECLS

/**
 * CoalitionMapColor:
 *
 * An opaque color, each part from 0 to 1.
 */
typedef struct {
  double red;
  double green;
  double blue;
} CoalitionMapColor;

/**
 * CoalitionMapSizes:
 *
 * The measures of everything drawn, in map units: pixels at zoom 1 on the screen, points on paper.
 */
typedef struct {
  double circle;          /* radius of affected people */
  double hexagon;         /* radius of connectors, to a corner */
  double people_line;     /* line of both */
  double card_width;      /* of organizations, of which names may widen it to card_max */
  double card_max;
  double card_least;      /* height of a card of one line */
  double card_line;
  double card_radius;
  double pad_x;
  double pad_y;
  double us_width;        /* our own card */
  double us_line;
  double ring;            /* from our shape to the ring around it */
  double ring_line;
  double ring_radius;
  double label_width;     /* names under shapes wrap at this, but may need label_max */
  double label_max;
  double label_top;       /* from the middle of a shape to the top of its name */
  double font_size;       /* in points */
  double line_height;     /* of names; 0 to take the font's own */
  double halo;
  double badge;           /* radius */
  double badge_line;
  double badge_glyph;
  double badge_step;
  double agreement;       /* radius of the badge on a tie */
  double gap;             /* between a shape and its ties */
  double fan;             /* between several ties of a pair */
  double strength[4];     /* widths of ties */
  double dash[2];         /* prospective */
  double dots[2];         /* dormant */
  double dots_line;
  double mark;            /* end marks are multiplied by this */
} CoalitionMapSizes;

/* Shares of full ink. */
#define COALITION_MAP_DIMMED_PARTY 0.25
#define COALITION_MAP_DIMMED_TIE 0.22
#define COALITION_MAP_UNSELECTED_TIE 0.75
#define COALITION_MAP_DORMANT 0.55
#define COALITION_MAP_GONE 0.55
#define COALITION_MAP_STAYED 0.6
#define COALITION_MAP_CONTRAST_DIMMED 0.45
#define COALITION_MAP_HALO 0.92

/* Below this scale parties are small filled shapes without names, and ties hairlines. */
#define COALITION_MAP_DETAIL 0.3

/* Names smaller than this scale are not painted: they cannot be read, and would cost most of the time. */
#define COALITION_MAP_TEXT 0.3

const CoalitionMapSizes *coalition_map_style_sizes       (CoalitionMapTheme theme);
CoalitionMapColor        coalition_map_style_ground      (CoalitionMapTheme theme);
CoalitionMapColor        coalition_map_style_fill        (CoalitionMapTheme theme, CoalitionLevel level);
CoalitionMapColor        coalition_map_style_line        (CoalitionMapTheme theme, CoalitionLevel level);
CoalitionMapColor        coalition_map_style_glyph       (CoalitionMapTheme theme, CoalitionLevel level);
CoalitionMapColor        coalition_map_style_name        (CoalitionMapTheme theme, CoalitionLevel level);
CoalitionMapColor        coalition_map_style_badge       (CoalitionMapTheme theme, CoalitionPartyMarks mark);
CoalitionMapColor        coalition_map_style_badge_fill  (CoalitionMapTheme theme);
CoalitionMapColor        coalition_map_style_tie         (CoalitionMapTheme theme, CoalitionTieFamily family);
double                   coalition_map_style_width       (CoalitionMapTheme theme, const CoalitionNetworkTie *tie);
CoalitionMapColor        coalition_map_color_mix         (CoalitionMapColor from, CoalitionMapColor to, double share);
CoalitionMapColor        coalition_map_style_ink         (CoalitionMapTheme theme, CoalitionMapColor color, double share);
double                   coalition_map_color_contrast    (CoalitionMapColor one, CoalitionMapColor other);
void                     coalition_map_color_set         (CoalitionMapColor color, cairo_t *cr);

G_END_DECLS
