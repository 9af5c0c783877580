/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-map-private.h"

#include <math.h>

/* The painting of forums: under all parties a soft outline or the spokes of a hub, and above the ties its caption or sign. */

#define FILL_LIGHT 0.075
#define FILL_DARK 0.13
#define LINE 0.42
#define GONE 0.5

/* Forums that overlap have different lines and colors; the first is that of the mock. */
static const double dashes[4][4] = { { 0 }, { 8, 4 }, { 2, 3 }, { 8, 3, 2, 3 } };
static const int n_dashes[4] = { 0, 2, 2, 4 };

static CoalitionMapColor
forum_color (CoalitionMapTheme theme,
             guint             variant)
{
  static const CoalitionMapColor light[4] = {
    { 0x1a / 255.0, 0x7f / 255.0, 0x93 / 255.0 }, { 0x8c / 255.0, 0x4a / 255.0, 0x78 / 255.0 },
    { 0x80 / 255.0, 0x65 / 255.0, 0x12 / 255.0 }, { 0x4f / 255.0, 0x62 / 255.0, 0x78 / 255.0 },
  };
  static const CoalitionMapColor dark[4] = {
    { 0x4f / 255.0, 0xb6 / 255.0, 0xc9 / 255.0 }, { 0xe0 / 255.0, 0x9a / 255.0, 0xc8 / 255.0 },
    { 0xd9 / 255.0, 0xbc / 255.0, 0x5c / 255.0 }, { 0xa9 / 255.0, 0xbc / 255.0, 0xd4 / 255.0 },
  };

  if (theme == COALITION_MAP_PAPER)
    return (CoalitionMapColor) { 0, 0, 0 };
  return theme == COALITION_MAP_DARK ? dark[variant & 3] : light[variant & 3];
}

/* The hull, widened: an arc around each corner, from the normal of one side to that of the next. */
static void
outline_path (cairo_t *cr,
              GArray  *hull,
              double   gap)
{
  cairo_new_path (cr);
  for (guint i = 0; i < hull->len; i++)
    {
      const CoalitionPlace *before = &g_array_index (hull, CoalitionPlace, (i + hull->len - 1) % hull->len);
      const CoalitionPlace *corner = &g_array_index (hull, CoalitionPlace, i);
      const CoalitionPlace *after = &g_array_index (hull, CoalitionPlace, (i + 1) % hull->len);
      double from = atan2 (-(corner->x - before->x), corner->y - before->y);
      double to = atan2 (-(after->x - corner->x), after->y - corner->y);

      cairo_arc (cr, corner->x, corner->y, gap, from, to);
    }
  cairo_close_path (cr);
}

static void
pill_path (cairo_t            *cr,
           CoalitionMapTheme   theme,
           const CoalitionBox *box,
           double              grow)
{
  double half_height = (box->bottom - box->top) / 2;

  cairo_save (cr);
  cairo_translate (cr, (box->left + box->right) / 2, (box->top + box->bottom) / 2);
  cairo_new_path (cr);
  coalition_map_shape_path (cr, theme, COALITION_LEVEL_ORGANIZATION, (box->right - box->left) / 2, half_height, half_height,
                            grow);
  cairo_restore (cr);
}

static gboolean
is_selected (const CoalitionMapState *state,
             guint                    forum)
{
  return state && state->selected_forums && state->selected_forums[forum];
}

static void
set_dash (cairo_t      *cr,
          CoalitionMap *self,
          guint         forum)
{
  guint variant = self->outlines[forum].variant & 3;
  double k = self->theme == COALITION_MAP_PAPER ? 0.6 : 1;
  double dash[4];

  /* What is gone is dashed in any case. */
  if (self->forums[forum].time == COALITION_TIME_GONE)
    variant = 2;
  for (int i = 0; i < 4; i++)
    dash[i] = dashes[variant][i] * k;
  cairo_set_dash (cr, dash, n_dashes[variant], 0);
}

static void
paint_accent (cairo_t                 *cr,
              const CoalitionMapState *state)
{
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_source_rgba (cr, state->accent[0], state->accent[1], state->accent[2], 0.25);
  cairo_set_line_width (cr, 7);
  cairo_stroke_preserve (cr);
  cairo_set_source_rgb (cr, state->accent[0], state->accent[1], state->accent[2]);
  cairo_set_line_width (cr, 2.4);
  cairo_stroke (cr);
}

static void
paint_outline (CoalitionMap            *self,
               cairo_t                 *cr,
               guint                    forum,
               const CoalitionMapState *state)
{
  const CoalitionMapOutline *outline = &self->outlines[forum];
  CoalitionMapColor color = forum_color (self->theme, outline->variant);
  CoalitionTimeMark time = self->forums[forum].time;
  gboolean paper = self->theme == COALITION_MAP_PAPER;
  double ink = coalition_map_forum_ink (self, state, forum) * (time == COALITION_TIME_GONE ? GONE : 1);
  double line = paper ? 0.7 : 1.3;

  outline_path (cr, outline->hull, coalition_map_forum_gap (self));
  if (time != COALITION_TIME_GONE)
    {
      /* On an office laser a faint tint turns to dots: paper has the line alone. */
      cairo_set_source_rgba (cr, color.red, color.green, color.blue,
                             paper ? 0 : ink * (self->theme == COALITION_MAP_DARK ? FILL_DARK : FILL_LIGHT));
      cairo_fill_preserve (cr);
    }
  if (is_selected (state, forum))
    {
      paint_accent (cr, state);
      return;
    }
  if (time == COALITION_TIME_APPEARED && !paper)
    {
      cairo_set_dash (cr, NULL, 0, 0);
      cairo_set_source_rgba (cr, color.red, color.green, color.blue, 0.18 * ink);
      cairo_set_line_width (cr, 8);
      cairo_stroke_preserve (cr);
    }
  set_dash (cr, self, forum);
  cairo_set_source_rgba (cr, color.red, color.green, color.blue,
                         paper || self->contrast || time == COALITION_TIME_APPEARED ? ink : ink * LINE);
  cairo_set_line_width (cr, (time == COALITION_TIME_APPEARED ? 1.5 : 1) * line * coalition_map_heavy (self));
  cairo_stroke (cr);
}

static void
paint_spokes (CoalitionMap            *self,
              cairo_t                 *cr,
              guint                    forum,
              const CoalitionMapState *state)
{
  const CoalitionNetworkForum *source = &self->forums[forum];
  const CoalitionMapOutline *outline = &self->outlines[forum];
  CoalitionMapColor color = forum_color (self->theme, outline->variant);
  gboolean paper = self->theme == COALITION_MAP_PAPER;
  double ink = coalition_map_forum_ink (self, state, forum) * (source->time == COALITION_TIME_GONE ? GONE : 1);

  cairo_new_path (cr);
  for (guint i = 0; i < source->n_members; i++)
    if (!coalition_map_party_is_absent (self, source->members[i]))
      {
        cairo_move_to (cr, outline->x, outline->y);
        cairo_line_to (cr, self->figures[source->members[i]].x, self->figures[source->members[i]].y);
      }
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  set_dash (cr, self, forum);
  cairo_set_line_width (cr, (paper ? 0.5 : 5) * coalition_map_heavy (self));
  /* Wide and pale, so that no spoke passes for a tie. */
  cairo_set_source_rgba (cr, color.red, color.green, color.blue,
                         paper ? 1 : ink * (self->contrast ? 0.6 : self->theme == COALITION_MAP_DARK ? 0.3 : 0.2));
  cairo_stroke (cr);
}

/* Three heads around a table: the sign of a hub. */
static void
paint_table (cairo_t *cr,
             double   size)
{
  double k = size / 12;

  cairo_new_path (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 1.5 * k);
  cairo_arc (cr, 0, 0, 2.6 * k, 0, 2 * G_PI);
  cairo_stroke (cr);
  for (int i = 0; i < 4; i++)
    {
      cairo_arc (cr, 5 * k * cos (i * G_PI_2 + G_PI_4), 5 * k * sin (i * G_PI_2 + G_PI_4), 1.5 * k, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
paint_hub (CoalitionMap            *self,
           cairo_t                 *cr,
           guint                    forum,
           const CoalitionMapState *state,
           gboolean                 text)
{
  const CoalitionMapOutline *outline = &self->outlines[forum];
  gboolean paper = self->theme == COALITION_MAP_PAPER;
  double ink = coalition_map_forum_ink (self, state, forum) *
               (self->forums[forum].time == COALITION_TIME_GONE ? 0.75 : 1);
  CoalitionMapColor full = forum_color (self->theme, outline->variant);
  CoalitionMapColor color = coalition_map_style_ink (self->theme, full, ink);
  PangoLayout *layout = coalition_map_forum_get_layout (self, forum);
  double sign = paper ? 7 : 12;

  cairo_set_dash (cr, NULL, 0, 0);
  if (is_selected (state, forum))
    {
      pill_path (cr, self->theme, &outline->box, 3.6);
      paint_accent (cr, state);
    }
  pill_path (cr, self->theme, &outline->box, 0);
  coalition_map_color_set (coalition_map_color_mix (coalition_map_style_ground (self->theme), full, paper ? 0 : 0.12 * ink), cr);
  cairo_fill_preserve (cr);
  if (self->forums[forum].time == COALITION_TIME_GONE)
    set_dash (cr, self, forum);
  coalition_map_color_set (color, cr);
  cairo_set_line_width (cr, (paper ? 0.8 : 1.4) * coalition_map_heavy (self));
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  if (!text)
    return;
  cairo_save (cr);
  cairo_translate (cr, outline->x - outline->text_width / 2 - sign * 0.3, outline->y);
  paint_table (cr, sign);
  cairo_restore (cr);
  cairo_move_to (cr, outline->x - outline->text_width / 2 + sign * 0.7, outline->y - outline->text_height / 2);
  pango_cairo_show_layout (cr, layout);
}

static void
paint_caption (CoalitionMap            *self,
               cairo_t                 *cr,
               guint                    forum,
               const CoalitionMapState *state)
{
  const CoalitionMapOutline *outline = &self->outlines[forum];
  CoalitionMapColor ground = coalition_map_style_ground (self->theme);
  CoalitionMapColor color = forum_color (self->theme, outline->variant);
  PangoLayout *layout = coalition_map_forum_get_layout (self, forum);
  double ink = coalition_map_forum_ink (self, state, forum);

  if (is_selected (state, forum))
    color = (CoalitionMapColor) { state->accent[0], state->accent[1], state->accent[2] };
  cairo_move_to (cr, outline->caption.left, outline->caption.top);
  pango_cairo_layout_path (cr, layout);
  cairo_set_source_rgba (cr, ground.red, ground.green, ground.blue, COALITION_MAP_HALO);
  cairo_set_line_width (cr, self->sizes->halo * 0.8);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_stroke (cr);
  coalition_map_color_set (coalition_map_style_ink (self->theme, color,
                                                    self->forums[forum].time == COALITION_TIME_GONE ? ink * 0.75 : ink), cr);
  cairo_move_to (cr, outline->caption.left, outline->caption.top);
  pango_cairo_show_layout (cr, layout);
}

static gboolean
is_seen (CoalitionMap            *self,
         guint                    forum,
         const CoalitionBox      *clip,
         const CoalitionMapState *state)
{
  const CoalitionMapOutline *outline = &self->outlines[forum];

  if (!outline->known || !outline->visible || coalition_map_forum_is_left_out (self, state, forum))
    return FALSE;
  /* The spokes of a hub may be seen where its sign is not. */
  return coalition_map_forum_is_hub (self, forum) || coalition_map_box_meets (&outline->box, clip, 10) ||
         coalition_map_box_meets (&outline->caption, clip, 10);
}

/*
 * coalition_map_forums_paint:
 * @clip: (nullable): what of the map is seen
 *
 * Paints what of forums lies under the parties and ties.
 */
void
coalition_map_forums_paint (CoalitionMap            *self,
                            cairo_t                 *cr,
                            const CoalitionBox      *clip,
                            const CoalitionMapState *state)
{
  coalition_map_forums_update (self);
  cairo_save (cr);
  for (guint i = 0; i < self->n_forums; i++)
    {
      if (!is_seen (self, i, clip, state))
        continue;
      if (coalition_map_forum_is_hub (self, i))
        paint_spokes (self, cr, i, state);
      else
        paint_outline (self, cr, i, state);
    }
  cairo_restore (cr);
}

/*
 * coalition_map_forums_paint_captions:
 * @scale: device pixels per map unit: captions too small to be read are left out
 *
 * Paints captions and the signs of hubs, which lie above ties.
 */
void
coalition_map_forums_paint_captions (CoalitionMap            *self,
                                     cairo_t                 *cr,
                                     double                   scale,
                                     const CoalitionBox      *clip,
                                     const CoalitionMapState *state)
{
  gboolean text = self->theme == COALITION_MAP_PAPER || scale >= COALITION_MAP_TEXT;

  coalition_map_forums_update (self);
  cairo_save (cr);
  for (guint i = 0; i < self->n_forums; i++)
    {
      if (!is_seen (self, i, clip, state))
        continue;
      if (coalition_map_forum_is_hub (self, i))
        paint_hub (self, cr, i, state, text);
      else if (text)
        paint_caption (self, cr, i, state);
    }
  cairo_restore (cr);
}

/*
 * coalition_map_forum_paint_sample:
 * @x: middle
 * @y: middle
 *
 * Paints a small outline or hub for the legend.
 */
void
coalition_map_forum_paint_sample (CoalitionMap *self,
                                  cairo_t      *cr,
                                  gboolean      hub,
                                  double        x,
                                  double        y,
                                  double        width,
                                  double        height)
{
  CoalitionMapColor color = forum_color (self->theme, 0);
  CoalitionBox box = { x - width / 2, y - height / 2, x + width / 2, y + height / 2 };
  gboolean paper = self->theme == COALITION_MAP_PAPER;

  cairo_save (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  pill_path (cr, self->theme, &box, 0);
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, paper ? 0 : hub ? 0.12 : 0.16);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, paper || hub ? 1 : 0.6);
  cairo_set_line_width (cr, paper ? 0.7 : 1.3);
  cairo_stroke (cr);
  if (hub)
    {
      cairo_translate (cr, x, y);
      coalition_map_color_set (color, cr);
      paint_table (cr, height * 0.8);
    }
  cairo_restore (cr);
}
