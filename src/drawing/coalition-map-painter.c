/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-map-private.h"

#include <math.h>

/* The painting of the whole map by Cairo: what is dimmed first, then ties, then parties, then what is selected. */

#define GRID 24.0
#define DIMMED_FORUM 0.58

/*
 * coalition_map_party_ink:
 *
 * The share of full ink for a party.
 */
double
coalition_map_party_ink (const CoalitionMapState *state,
                         guint                    party)
{
  if (!state || !state->lit_parties || state->lit_parties[party])
    return 1;
  return state->contrast ? COALITION_MAP_CONTRAST_DIMMED : COALITION_MAP_DIMMED_PARTY;
}

/*
 * coalition_map_forum_ink:
 *
 * The share of its usual ink for a forum: less where others are lit.
 */
double
coalition_map_forum_ink (CoalitionMap            *self,
                         const CoalitionMapState *state,
                         guint                    forum)
{
  if (!coalition_map_is_dimming (state) || (state->lit_forums && state->lit_forums[forum]))
    return 1;
  return DIMMED_FORUM;
}

/*
 * coalition_map_is_dimming:
 *
 * Whether anything steps back because something else is lit.
 */
gboolean
coalition_map_is_dimming (const CoalitionMapState *state)
{
  return state && (state->lit_parties || state->lit_ties || state->lit_forums);
}

/*
 * coalition_map_tie_is_dimmed:
 * @ink: what coalition_map_tie_ink() says
 *
 * Whether a tie is among those that are painted first, because others are lit.
 */
gboolean
coalition_map_tie_is_dimmed (const CoalitionMapState *state,
                             double                   ink)
{
  return ink == (state && state->contrast ? COALITION_MAP_CONTRAST_DIMMED : COALITION_MAP_DIMMED_TIE);
}

/*
 * coalition_map_has_selection:
 *
 * Whether any party is selected, which makes the ties of others step back.
 */
gboolean
coalition_map_has_selection (CoalitionMap            *self,
                             const CoalitionMapState *state)
{
  for (guint i = 0; state && state->selected_parties && i < self->n_parties; i++)
    if (state->selected_parties[i])
      return TRUE;

  return FALSE;
}

/*
 * coalition_map_tie_ink:
 * @selection: what coalition_map_has_selection() says
 *
 * The share of full ink for a tie. A tie is lit if both its parties are.
 */
double
coalition_map_tie_ink (CoalitionMap            *self,
                       const CoalitionMapState *state,
                       guint                    tie,
                       gboolean                 selection)
{
  guint from = self->ties[tie].from, to = self->ties[tie].to;
  double dimmed = state && state->contrast ? COALITION_MAP_CONTRAST_DIMMED : COALITION_MAP_DIMMED_TIE;

  if (!state || (state->selected_ties && state->selected_ties[tie]))
    return 1;
  if (state->lit_ties && !state->lit_ties[tie])
    return dimmed;
  if (state->lit_parties)
    return state->lit_parties[from] && state->lit_parties[to] ? 1 : dimmed;
  if (selection && !state->contrast && !state->selected_parties[from] && !state->selected_parties[to])
    return COALITION_MAP_UNSELECTED_TIE;

  return 1;
}

/*
 * coalition_map_party_is_left_out:
 *
 * Whether a party is not to be painted this time.
 */
gboolean
coalition_map_party_is_left_out (CoalitionMap            *self,
                                 const CoalitionMapState *state,
                                 guint                    party)
{
  if (coalition_map_party_is_absent (self, party) || (state && state->only_hidden && !state->hidden_parties))
    return TRUE;
  return state && state->hidden_parties && !!state->hidden_parties[party] != !!state->only_hidden;
}

/*
 * coalition_map_tie_is_left_out:
 *
 * Whether a tie is not to be painted this time. A tie with one hidden end goes with it.
 */
gboolean
coalition_map_tie_is_left_out (CoalitionMap            *self,
                               const CoalitionMapState *state,
                               guint                    tie)
{
  gboolean touches;

  if (self->lines[tie].hidden)
    return TRUE;
  if (!state || !state->hidden_parties)
    return state && state->only_hidden;
  touches = state->hidden_parties[self->ties[tie].from] || state->hidden_parties[self->ties[tie].to];

  return touches != !!state->only_hidden;
}

/*
 * coalition_map_forum_is_left_out:
 *
 * Whether a forum is not to be painted this time. It goes with its members, as ties do.
 */
gboolean
coalition_map_forum_is_left_out (CoalitionMap            *self,
                                 const CoalitionMapState *state,
                                 guint                    forum)
{
  const CoalitionNetworkForum *source = &self->forums[forum];
  gboolean touches;

  if (!state)
    return FALSE;
  touches = state->hidden_forums && state->hidden_forums[forum];
  for (guint i = 0; state->hidden_parties && !touches && i < source->n_members; i++)
    touches = state->hidden_parties[source->members[i]];

  return touches != !!state->only_hidden;
}

static void
party_outline (CoalitionMap *self,
               cairo_t      *cr,
               guint         party,
               double        grow)
{
  const CoalitionMapFigure *figure = &self->figures[party];

  coalition_map_shape_path (cr, self->theme, self->parties[party].level, figure->half_width, figure->half_height,
                            self->sizes->card_radius, grow);
}

static void
paint_selection (CoalitionMap            *self,
                 cairo_t                 *cr,
                 guint                    party,
                 const CoalitionMapState *state)
{
  double edge = coalition_map_is_us (self, party) ? self->sizes->ring : 0;

  cairo_new_path (cr);
  party_outline (self, cr, party, edge + 5.5);
  cairo_set_source_rgba (cr, state->accent[0], state->accent[1], state->accent[2], 0.25);
  cairo_set_line_width (cr, 7);
  cairo_stroke (cr);
  party_outline (self, cr, party, edge + 3.6);
  cairo_set_source_rgb (cr, state->accent[0], state->accent[1], state->accent[2]);
  cairo_set_line_width (cr, 2.4);
  cairo_stroke (cr);
}

/* The two shapes that stand behind that of a group. */
static void
paint_stack (CoalitionMap     *self,
             cairo_t          *cr,
             guint             party,
             double            edge,
             double            line_width,
             CoalitionMapColor fill,
             CoalitionMapColor line)
{
  for (int i = 2; i >= 1; i--)
    {
      double off = i * self->sizes->badge * 0.4;

      cairo_save (cr);
      cairo_translate (cr, off, off);
      cairo_new_path (cr);
      party_outline (self, cr, party, edge);
      coalition_map_color_set (fill, cr);
      cairo_fill_preserve (cr);
      coalition_map_color_set (line, cr);
      cairo_set_line_width (cr, line_width);
      cairo_stroke (cr);
      cairo_restore (cr);
    }
}

/* The picture of a party: all over the shape of people, beside the name of an organization. */
static gboolean
paint_logo (CoalitionMap *self,
            cairo_t      *cr,
            guint         party,
            double        ink)
{
  const CoalitionMapFigure *figure = &self->figures[party];
  int index = coalition_map_party_image (self, party);
  cairo_surface_t *image = index >= 0 ? coalition_map_get_image (self, (guint) index) : NULL;
  gboolean card = self->parties[party].level == COALITION_LEVEL_ORGANIZATION;
  CoalitionBox box = { -figure->half_width, -figure->half_height, figure->half_width, figure->half_height };

  if (!image || (card && !coalition_map_party_logo (self, party, &box)))
    return FALSE;
  cairo_save (cr);
  cairo_new_path (cr);
  if (card)
    {
      double half = (box.right - box.left) / 2;
      double width = cairo_image_surface_get_width (image), height = cairo_image_surface_get_height (image);
      double scale = 2 * half / MAX (MAX (width, height), 1);

      /* A logo is shown whole. */
      box = (CoalitionBox) { box.left + half - width * scale / 2, -height * scale / 2, box.left + half + width * scale / 2,
                             height * scale / 2 };
    }
  else
    {
      party_outline (self, cr, party, -self->sizes->people_line / 2);
      cairo_clip (cr);
    }
  coalition_map_paint_image (cr, image, &box, TRUE, ink);
  cairo_restore (cr);

  return TRUE;
}

/* What is inside of a shape: a picture, the sign of a class, or heads. */
static void
paint_inside (CoalitionMap            *self,
              cairo_t                 *cr,
              guint                    party,
              const CoalitionMapPaint *paint,
              double                   ink)
{
  CoalitionLevel level = self->parties[party].level;
  gboolean card = level == COALITION_LEVEL_ORGANIZATION;
  gboolean picture = paint_logo (self, cr, party, ink);
  double grow = self->figures[party].grow > 0 ? self->figures[party].grow : 1;
  double radius = self->theme == COALITION_MAP_PAPER ? self->sizes->circle / 17 : 1;
  double x, y;

  if (paint && !paint->faint && (card || picture))
    {
      coalition_map_party_sign_place (self, party, &x, &y);
      coalition_map_sign_paint_round (cr, self->theme, paint, x, y, coalition_map_party_sign_radius (self), ink);
    }
  if (card || picture)
    return;
  if (paint && !paint->faint)
    {
      coalition_map_color_set (coalition_map_style_ink (self->theme, paint->line, ink), cr);
      coalition_map_sign_paint (cr, paint, 14 * radius * grow);
    }
  else if (self->theme != COALITION_MAP_PAPER)
    {
      CoalitionMapColor glyph = paint ? paint->line : coalition_map_style_glyph (self->theme, level);

      coalition_map_color_set (coalition_map_style_ink (self->theme, glyph, paint ? ink * 0.6 : ink), cr);
      coalition_map_glyph_people (cr, level, 18 * grow);
    }
}

static void
paint_shape (CoalitionMap *self,
             cairo_t      *cr,
             guint         party,
             double        ink)
{
  const CoalitionMapSizes *sizes = self->sizes;
  CoalitionLevel level = self->parties[party].level;
  const CoalitionMapPaint *paint = coalition_map_party_paint (self, party);
  gboolean us = coalition_map_is_us (self, party);
  gboolean card = level == COALITION_LEVEL_ORGANIZATION;
  double heavy = coalition_map_heavy (self);
  double line_width = (us ? sizes->us_line : card ? sizes->card_line : sizes->people_line) * heavy;
  CoalitionMapColor line = coalition_map_style_ink (self->theme, paint ? paint->line : coalition_map_style_line (self->theme, level), ink);
  CoalitionMapColor fill = coalition_map_style_ink (self->theme, paint ? paint->fill : coalition_map_style_fill (self->theme, level), ink);

  if (self->contrast)
    line = coalition_map_style_ink (self->theme, coalition_map_style_name (self->theme, COALITION_LEVEL_ORGANIZATION), ink);
  cairo_new_path (cr);
  if (self->parties[party].members > 0)
    paint_stack (self, cr, party, us ? sizes->ring : 0, line_width, fill, line);
  if (us)
    {
      party_outline (self, cr, party, sizes->ring);
      coalition_map_color_set (coalition_map_style_ground (self->theme), cr);
      cairo_fill_preserve (cr);
      coalition_map_color_set (line, cr);
      cairo_set_line_width (cr, sizes->ring_line * heavy);
      cairo_stroke (cr);
    }
  else if (self->theme == COALITION_MAP_PAPER)
    {
      /* Ties of others that run behind are cut off a little before the shape. */
      party_outline (self, cr, party, 0);
      coalition_map_color_set (coalition_map_style_ground (self->theme), cr);
      cairo_set_line_width (cr, sizes->card_line + 2 * sizes->gap);
      cairo_stroke (cr);
    }
  party_outline (self, cr, party, 0);
  coalition_map_color_set (fill, cr);
  cairo_fill_preserve (cr);
  coalition_map_color_set (line, cr);
  cairo_set_line_width (cr, line_width);
  /* What nobody knows the size of is as small as the least, with a lighter line. */
  if (self->figures[party].grow > 0 && coalition_encoding_get_size (self->encoding, party) < 0)
    coalition_map_color_set (coalition_map_style_ink (self->theme, line, coalition_map_dimmed (self, 0.5)), cr);
  if (paint && paint->faint)
    {
      double dash[2] = { 3.5 * sizes->mark, 3 * sizes->mark };

      cairo_set_dash (cr, dash, 2, 0);
      coalition_map_color_set (coalition_map_style_ink (self->theme, line, coalition_map_dimmed (self, 0.7)), cr);
    }
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  paint_inside (self, cr, party, paint, ink);
}

static void
paint_badges (CoalitionMap *self,
              cairo_t      *cr,
              guint         party,
              double        ink)
{
  for (guint i = 0; i < G_N_ELEMENTS (coalition_map_badges); i++)
    {
      double x, y;

      if (coalition_map_badge_place (self, party, i, &x, &y))
        coalition_map_badge_paint (cr, self->theme, coalition_map_badges[i], x, y, ink);
    }
}

static void
paint_party (CoalitionMap            *self,
             cairo_t                 *cr,
             guint                    party,
             const CoalitionMapState *state,
             gboolean                 names)
{
  double ink = coalition_map_party_ink (state, party);

  cairo_save (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_translate (cr, self->figures[party].x, self->figures[party].y);
  if (state && state->selected_parties && state->selected_parties[party])
    paint_selection (self, cr, party, state);
  paint_shape (self, cr, party, ink);
  cairo_restore (cr);
  if (names)
    coalition_map_labels_paint (self, cr, party, ink);
  paint_badges (self, cr, party, ink);
}

/**
 * coalition_map_paint_party:
 * @state: (nullable): selection and dimming
 *
 * Paints one party alone, at its place.
 */
void
coalition_map_paint_party (CoalitionMap            *self,
                           cairo_t                 *cr,
                           guint                    party,
                           const CoalitionMapState *state)
{
  g_return_if_fail (party < self->n_parties);

  self->contrast = state && state->contrast;
  g_clear_pointer (&self->crossed, g_free);
  paint_party (self, cr, party, state, TRUE);
}

static void
paint_grid (CoalitionMap       *self,
            cairo_t            *cr,
            const CoalitionBox *clip)
{
  CoalitionMapColor dot = coalition_map_style_ink (self->theme,
                                                   coalition_map_style_name (self->theme, COALITION_LEVEL_AFFECTED), 0.16);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, 1.6);
  for (double y = ceil (clip->top / GRID) * GRID; y <= clip->bottom; y += GRID)
    for (double x = ceil (clip->left / GRID) * GRID; x <= clip->right; x += GRID)
      {
        cairo_move_to (cr, x, y);
        cairo_close_path (cr);
      }
  coalition_map_color_set (dot, cr);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* What of a tie is seen, from 0 to 1; FALSE if nothing. */
static gboolean
tie_is_seen (CoalitionMap       *self,
             guint               tie,
             const CoalitionBox *clip,
             double             *start,
             double             *end)
{
  const CoalitionMapFigure *from = &self->figures[self->ties[tie].from];
  const CoalitionMapFigure *to = &self->figures[self->ties[tie].to];
  double margin = fabs (self->lines[tie].lane) + 150;
  CoalitionBox box;

  *start = 0;
  *end = 1;
  if (!clip)
    return TRUE;
  if (self->lines[tie].n_way > 0)
    {
      CoalitionMapCurve curve;

      if (!coalition_map_line_get_curve (self, tie, &curve))
        return FALSE;
      coalition_map_curve_extents (&curve, &box);
      return coalition_map_box_meets (&box, clip, 0);
    }
  box = (CoalitionBox) { clip->left - margin, clip->top - margin, clip->right + margin, clip->bottom + margin };

  return coalition_map_clip_line (&box, from->x, from->y, to->x, to->y, start, end);
}

/*
 * coalition_map_tie_passes:
 *
 * Whether a tie only passes through what is seen: none of its parties is.
 */
gboolean
coalition_map_tie_passes (CoalitionMap       *self,
                          guint               tie,
                          const CoalitionBox *clip)
{
  guint ends[2] = { self->ties[tie].from, self->ties[tie].to };

  for (int i = 0; i < 2; i++)
    {
      const CoalitionMapFigure *figure = &self->figures[ends[i]];

      if (figure->x > clip->left - 200 && figure->x < clip->right + 200 && figure->y > clip->top - 200 &&
          figure->y < clip->bottom + 200)
        return FALSE;
    }

  return TRUE;
}

static void
paint_tie_selection (CoalitionMap            *self,
                     cairo_t                 *cr,
                     guint                    tie,
                     const CoalitionMapCurve *curve,
                     const CoalitionMapState *state)
{
  cairo_new_path (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  coalition_map_curve_add (cr, curve, 0, 1);
  cairo_set_source_rgba (cr, state->accent[0], state->accent[1], state->accent[2], 0.4);
  cairo_set_line_width (cr, coalition_map_style_width (self->theme, &self->ties[tie]) + 8);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_stroke (cr);
}

static int
compare_indices (gconstpointer a,
                 gconstpointer b)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  return first < second ? -1 : first > second;
}

/* The ties of what is dragged, in their order, each once or twice; NULL if all may have to be painted. Few of twenty
 * thousand are looked at so in every frame of a drag. */
static GArray *
list_hidden_ties (CoalitionMap            *self,
                  const CoalitionMapState *state)
{
  GArray *list;

  if (!state || !state->only_hidden || !state->hidden_parties)
    return NULL;
  list = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->n_parties; i++)
    if (state->hidden_parties[i])
      {
        guint n_ties;
        const guint *ties = coalition_network_get_ties_of (self->network, i, &n_ties);

        if (n_ties > 0)
          g_array_append_vals (list, ties, n_ties);
      }
  g_array_sort (list, compare_indices);

  return list;
}

/* @dimmed: whether this is the pass for dimmed ties or that for the others
 * @passing: whether ties that only pass through are painted here */
static gboolean
paint_ties (CoalitionMap            *self,
            cairo_t                 *cr,
            const CoalitionBox      *clip,
            const CoalitionMapState *state,
            gboolean                 dimmed,
            gboolean                 passing,
            GCancellable            *cancellable)
{
  gboolean selection = coalition_map_has_selection (self, state);
  g_autoptr (GArray) list = list_hidden_ties (self, state);
  const guint *some = list ? (const guint *) (gconstpointer) list->data : NULL;
  guint n_ties = list ? list->len : self->n_ties;

  for (int badges = 0; badges < 2; badges++)
    for (guint place = 0; place < n_ties; place++)
      {
        guint i = some ? some[place] : place;
        CoalitionMapCurve curve;
        double ink, from, to;

        if ((place & 255) == 0 && g_cancellable_is_cancelled (cancellable))
          return FALSE;
        if (some && place > 0 && some[place - 1] == i)
          continue;
        if (badges && !self->lines[i].badge && !self->lines[i].numbers && self->ties[i].time == COALITION_TIME_STAYED)
          continue;
        if (coalition_map_tie_is_left_out (self, state, i) || !tie_is_seen (self, i, clip, &from, &to) ||
            (!passing && coalition_map_tie_passes (self, i, clip)))
          continue;
        ink = coalition_map_tie_ink (self, state, i, selection);
        if (coalition_map_tie_is_dimmed (state, ink) != dimmed)
          continue;
        /* Where dates are compared, what stayed steps back. */
        if (self->compares && self->ties[i].time == COALITION_TIME_STAYED && self->theme != COALITION_MAP_PAPER)
          ink *= coalition_map_dimmed (self, COALITION_MAP_STAYED);
        if (badges)
          {
            coalition_map_line_paint_badge (self, cr, i, ink);
            coalition_map_line_paint_time (self, cr, i, ink);
          }
        else if (coalition_map_line_get_curve (self, i, &curve))
          {
            if (state && state->selected_ties && state->selected_ties[i])
              paint_tie_selection (self, cr, i, &curve, state);
            if (self->ties[i].time == COALITION_TIME_APPEARED && !dimmed)
              coalition_map_line_paint_glow (self, cr, i, &curve);
            coalition_map_line_paint (cr, self->theme, &self->ties[i], &curve, from, to, ink, self->contrast);
            coalition_map_mark_crossed (self, &curve, from, to);
          }
      }

  return TRUE;
}

static gboolean
paint_parties (CoalitionMap            *self,
               cairo_t                 *cr,
               gboolean                 names,
               const CoalitionBox      *clip,
               const CoalitionMapState *state,
               gboolean                 dimmed,
               GCancellable            *cancellable)
{
  gboolean any_selected = state && state->selected_parties;

  for (int selected = 0; selected <= any_selected; selected++)
    for (guint i = 0; i < self->n_parties; i++)
      {
        const CoalitionMapFigure *figure = &self->figures[i];
        const CoalitionBox *box = &self->boxes[i];
        CoalitionBox room = { figure->x + box->left - 10, figure->y + box->top - 10, figure->x + box->right + 10,
                              figure->y + box->bottom + 10 };

        if ((i & 31) == 0 && g_cancellable_is_cancelled (cancellable))
          return FALSE;
        if (coalition_map_party_is_left_out (self, state, i) || !coalition_map_box_meets (&room, clip, 0) ||
            (coalition_map_party_ink (state, i) < 1) != dimmed ||
            (any_selected && !!state->selected_parties[i] != selected))
          continue;
        paint_party (self, cr, i, state, names);
      }

  return TRUE;
}

/*
 * coalition_map_paint_under:
 *
 * Paints what lies under ties and parties: background pictures, the axes of a power map, forums.
 */
void
coalition_map_paint_under (CoalitionMap            *self,
                           cairo_t                 *cr,
                           double                   scale,
                           const CoalitionBox      *clip,
                           const CoalitionMapState *state)
{
  gboolean overlay = state && state->only_hidden;

  self->contrast = state && state->contrast;
  cairo_save (cr);
  coalition_map_backgrounds_paint (self, cr, clip, state);
  if (!overlay)
    coalition_map_axes_paint (self, cr, scale);
  coalition_map_forums_paint (self, cr, clip, state);
  cairo_restore (cr);
}

/* Which names a tie runs through is only known where all ties are painted. */
static void
prepare_crossed (CoalitionMap            *self,
                 const CoalitionBox      *clip,
                 const CoalitionMapState *state,
                 gboolean                 passing)
{
  g_clear_pointer (&self->crossed, g_free);
  if (!passing || (state && state->only_hidden))
    return;
  self->crossed = g_new0 (guint8, MAX (self->n_parties, 1));
  coalition_map_forums_mark_crossed (self, clip);
  for (guint i = 0; self->has_axes && i < self->n_parties; i++)
    {
      const CoalitionMapFigure *figure = &self->figures[i];
      double x = (self->axes.left + self->axes.right) / 2 - figure->x;
      double y = (self->axes.top + self->axes.bottom) / 2 - figure->y;

      self->crossed[i] = (x > figure->label.left && x < figure->label.right) || (y > figure->label.top && y < figure->label.bottom);
    }
}

/*
 * coalition_map_paint_all:
 * @passing: whether ties that only pass through are painted; %FALSE needs @clip
 *
 * Paints as coalition_map_paint() does but for what lies under it, until cancelled.
 *
 * Returns: %FALSE if cancelled
 */
gboolean
coalition_map_paint_all (CoalitionMap            *self,
                         cairo_t                 *cr,
                         double                   scale,
                         const CoalitionBox      *clip,
                         const CoalitionMapState *state,
                         gboolean                 passing,
                         GCancellable            *cancellable)
{
  gboolean names = self->theme == COALITION_MAP_PAPER || scale >= COALITION_MAP_TEXT / self->font_scale;
  gboolean done = TRUE;

  self->contrast = state && state->contrast;
  prepare_crossed (self, clip, state, passing);
  cairo_save (cr);
  if (state && state->grid && clip && scale >= COALITION_MAP_DETAIL)
    paint_grid (self, cr, clip);
  if (coalition_map_is_dimming (state))
    done = paint_ties (self, cr, clip, state, TRUE, passing, cancellable) &&
           paint_parties (self, cr, names, clip, state, TRUE, cancellable);
  done = done && paint_ties (self, cr, clip, state, FALSE, passing, cancellable);
  if (done)
    {
      coalition_map_items_paint (self, cr, scale, clip, state);
      coalition_map_forums_paint_captions (self, cr, scale, clip, state);
    }
  done = done && paint_parties (self, cr, names, clip, state, FALSE, cancellable);
  cairo_restore (cr);

  return done;
}

/**
 * coalition_map_paint:
 * @cr: a context in map units
 * @scale: device pixels per map unit, which decides whether names are painted
 * @clip: (nullable): what of the map is seen, in map units; nothing outside needs painting
 * @state: (nullable): selection, dimming and what is left out
 *
 * Paints the map, without its ground.
 */
void
coalition_map_paint (CoalitionMap            *self,
                     cairo_t                 *cr,
                     double                   scale,
                     const CoalitionBox      *clip,
                     const CoalitionMapState *state)
{
  CoalitionMapState filtered = { NULL };

  if (self->lit_parties && !(state && state->lit_parties))
    {
      if (state)
        filtered = *state;
      filtered.lit_parties = self->lit_parties;
      if (!filtered.lit_ties)
        filtered.lit_ties = self->lit_ties;
      state = &filtered;
    }
  coalition_map_paint_under (self, cr, scale, clip, state);
  coalition_map_paint_all (self, cr, scale, clip, state, TRUE, NULL);
}
