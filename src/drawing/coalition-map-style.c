/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-map-style.h"

#include <math.h>

#define RGB(hex) { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0 }

/* The look of one theme. Color belongs to people; organizations are paper. Blue is kept for selection and is never a
 * level. Ties differ by end mark as well, for the closest two colors are close for many eyes. On paper everything is
 * black, white and one grey, because grey lines and letters turn to dots on an office laser. */
typedef struct {
  CoalitionMapColor ground;
  CoalitionMapColor fill[3];
  CoalitionMapColor line[3];
  CoalitionMapColor glyph[3];
  CoalitionMapColor name[3];
  CoalitionMapColor badge_fill;
  CoalitionMapColor flag;
  CoalitionMapColor gate;
  CoalitionMapColor clock;
  CoalitionMapColor speech;
  CoalitionMapColor tie[5];
} Look;

static const Look looks[] = {
  [COALITION_MAP_LIGHT] = {
    .ground = RGB (0xffffff),
    .fill = { RGB (0xffbe6f), RGB (0xdcb8ea), RGB (0xf1f3f6) },
    .line = { RGB (0xa34700), RGB (0x613583), RGB (0x5b6572) },
    .glyph = { RGB (0xa34700), RGB (0x613583), RGB (0x5b6572) },
    .name = { RGB (0x241f31), RGB (0x241f31), RGB (0x241f31) },
    .badge_fill = RGB (0xffffff),
    .flag = RGB (0x865e3c), .gate = RGB (0xc64600), .clock = RGB (0xc01c28), .speech = RGB (0x1a5fb4),
    .tie = { RGB (0x8b8a91), RGB (0x1a7f93), RGB (0x77767b), RGB (0xa87a1c), RGB (0xa51d2d) },
  },
  [COALITION_MAP_DARK] = {
    .ground = RGB (0x1e1e1e),
    .fill = { RGB (0xa04c0c), RGB (0x6a3d8c), RGB (0x33363b) },
    .line = { RGB (0xffbe6f), RGB (0xdcb0f0), RGB (0xa3acb8) },
    .glyph = { RGB (0xffbe6f), RGB (0xdcb0f0), RGB (0xa3acb8) },
    .name = { RGB (0xf6f5f4), RGB (0xf6f5f4), RGB (0xffffff) },
    .badge_fill = RGB (0x303030),
    .flag = RGB (0xf8e45c), .gate = RGB (0xffa348), .clock = RGB (0xff7b7b), .speech = RGB (0x99c1f1),
    .tie = { RGB (0x8f8e95), RGB (0x4fb6c9), RGB (0x9a9996), RGB (0xe9c46a), RGB (0xf66151) },
  },
  [COALITION_MAP_PAPER] = {
    .ground = RGB (0xffffff),
    .fill = { RGB (0x000000), { 0.72, 0.72, 0.72 }, RGB (0xffffff) },
    .line = { RGB (0x000000), RGB (0x000000), RGB (0x000000) },
    .glyph = { RGB (0xffffff), RGB (0x000000), RGB (0x000000) },
    .name = { RGB (0x000000), RGB (0x000000), RGB (0x000000) },
    .badge_fill = RGB (0xffffff),
    .flag = RGB (0x000000), .gate = RGB (0x000000), .clock = RGB (0x000000), .speech = RGB (0x000000),
    .tie = { RGB (0x000000), RGB (0x000000), RGB (0x000000), RGB (0x000000), RGB (0x000000) },
  },
};

static const CoalitionMapSizes screen_sizes = {
  .circle = 17, .hexagon = 19.5, .people_line = 2,
  .card_width = 124, .card_max = 160, .card_least = 36, .card_line = 1.5, .card_radius = 8, .pad_x = 7, .pad_y = 6,
  .us_width = 132, .us_line = 2, .ring = 5, .ring_line = 2, .ring_radius = 12,
  .label_width = 108, .label_max = 150, .label_top = 21, .font_size = 11, .halo = 4,
  .badge = 8.2, .badge_line = 1.2, .badge_glyph = 10, .badge_step = 21, .agreement = 9,
  .gap = 4, .fan = 18, .strength = { 1.4, 1.9, 2.8, 3.8 },
  .dash = { 7, 5 }, .dots = { 0.1, 5 }, .dots_line = 2, .mark = 1,
};

static const CoalitionMapSizes paper_sizes = {
  .circle = 9.4, .hexagon = 10.6, .people_line = 0.7,
  .card_width = 78, .card_max = 112, .card_least = 18, .card_line = 0.9, .card_radius = 4, .pad_x = 5, .pad_y = 3.4,
  .us_width = 82, .us_line = 1.6, .ring = 2.8, .ring_line = 0.7, .ring_radius = 6.4,
  .label_width = 66, .label_max = 100, .label_top = 11.5, .font_size = 7.5, .line_height = 9, .halo = 3.4,
  .badge = 6, .badge_line = 0.7, .badge_glyph = 7, .badge_step = 13.5, .agreement = 5.2,
  .gap = 2, .fan = 10, .strength = { 0.7, 1, 1.7, 2.5 },
  .dash = { 4, 2.4 }, .dots = { 0.1, 2.4 }, .dots_line = 0.9, .mark = 0.6,
};

/**
 * coalition_map_style_sizes:
 *
 * The measures of everything drawn in @theme.
 */
const CoalitionMapSizes *
coalition_map_style_sizes (CoalitionMapTheme theme)
{
  return theme == COALITION_MAP_PAPER ? &paper_sizes : &screen_sizes;
}

/**
 * coalition_map_style_ground:
 *
 * What the map is painted on.
 */
CoalitionMapColor
coalition_map_style_ground (CoalitionMapTheme theme)
{
  return looks[theme].ground;
}

/**
 * coalition_map_style_fill:
 *
 * The inside of a shape of @level.
 */
CoalitionMapColor
coalition_map_style_fill (CoalitionMapTheme theme,
                          CoalitionLevel    level)
{
  return looks[theme].fill[level];
}

/**
 * coalition_map_style_line:
 *
 * The outline of a shape of @level.
 */
CoalitionMapColor
coalition_map_style_line (CoalitionMapTheme theme,
                          CoalitionLevel    level)
{
  return looks[theme].line[level];
}

/**
 * coalition_map_style_glyph:
 *
 * The heads inside a shape of @level.
 */
CoalitionMapColor
coalition_map_style_glyph (CoalitionMapTheme theme,
                           CoalitionLevel    level)
{
  return looks[theme].glyph[level];
}

/**
 * coalition_map_style_name:
 *
 * The name of a party of @level.
 */
CoalitionMapColor
coalition_map_style_name (CoalitionMapTheme theme,
                          CoalitionLevel    level)
{
  return looks[theme].name[level];
}

/**
 * coalition_map_style_badge:
 *
 * The round and the sign of a badge for @mark.
 */
CoalitionMapColor
coalition_map_style_badge (CoalitionMapTheme   theme,
                           CoalitionPartyMarks mark)
{
  switch (mark)
    {
    case COALITION_MARK_DECIDES:
      return looks[theme].flag;
    case COALITION_MARK_GATEKEEPER:
      return looks[theme].gate;
    case COALITION_MARK_REVIEW_LATE:
      return looks[theme].clock;
    case COALITION_MARK_OPEN_DIFFERENCE:
      return looks[theme].speech;
    case COALITION_MARK_US:
    default:
      return looks[theme].line[COALITION_LEVEL_ORGANIZATION];
    }
}

/**
 * coalition_map_style_badge_fill:
 *
 * The inside of badges.
 */
CoalitionMapColor
coalition_map_style_badge_fill (CoalitionMapTheme theme)
{
  return looks[theme].badge_fill;
}

/**
 * coalition_map_style_tie:
 *
 * The color of ties of @family.
 */
CoalitionMapColor
coalition_map_style_tie (CoalitionMapTheme  theme,
                         CoalitionTieFamily family)
{
  return looks[theme].tie[family];
}

/**
 * coalition_map_style_width:
 *
 * The width of @tie's line, which tells its strength, and how many ties of a collapsed group it stands for.
 */
double
coalition_map_style_width (CoalitionMapTheme          theme,
                           const CoalitionNetworkTie *tie)
{
  const CoalitionMapSizes *sizes = coalition_map_style_sizes (theme);
  double width = sizes->strength[CLAMP (tie->strength, 1, 4) - 1];

  /* Of ties that were joined, each doubling adds as much as half a step of strength. */
  if (tie->joined > 1)
    width += MIN (log2 (tie->joined) * 0.9, 4.5) * sizes->mark;

  return width;
}

/**
 * coalition_map_color_mix:
 * @share: how much of @to, from 0 to 1
 *
 * A color between two.
 */
CoalitionMapColor
coalition_map_color_mix (CoalitionMapColor from,
                         CoalitionMapColor to,
                         double            share)
{
  return (CoalitionMapColor) {
    from.red + (to.red - from.red) * share,
    from.green + (to.green - from.green) * share,
    from.blue + (to.blue - from.blue) * share,
  };
}

/**
 * coalition_map_style_ink:
 * @share: share of full ink
 *
 * @color as if painted with @share on the ground. Dimmed things are painted in such opaque colors, so that nothing
 * shines through them and no group has to be composited for each.
 */
CoalitionMapColor
coalition_map_style_ink (CoalitionMapTheme theme,
                         CoalitionMapColor color,
                         double            share)
{
  return share >= 1 ? color : coalition_map_color_mix (looks[theme].ground, color, share);
}

static double
linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
luminance (CoalitionMapColor color)
{
  return 0.2126 * linear (color.red) + 0.7152 * linear (color.green) + 0.0722 * linear (color.blue);
}

/**
 * coalition_map_color_contrast:
 *
 * The contrast of two colors as the Web Content Accessibility Guidelines 2.1 reckon it, from 1 to 21.
 */
double
coalition_map_color_contrast (CoalitionMapColor one,
                              CoalitionMapColor other)
{
  double a = luminance (one);
  double b = luminance (other);

  return (fmax (a, b) + 0.05) / (fmin (a, b) + 0.05);
}

/**
 * coalition_map_color_set:
 *
 * Makes @color the source of @cr.
 */
void
coalition_map_color_set (CoalitionMapColor color,
                         cairo_t          *cr)
{
  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
}
