/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-map-private.h"

#include <math.h>
#include <string.h>

G_DEFINE_QUARK (coalition-drawing-error-quark, coalition_drawing_error)

/* Room between parties that nobody has placed yet. */
#define LOOSE_WIDTH 190
#define LOOSE_HEIGHT 120

/* How far the two shapes behind a group stick out, in radii of a badge. */
#define STACK 0.8

/* A logo on a card, of the least height of a card. */
#define LOGO_SHARE 0.72

/* The card that sizes are told by has two lines of name. */
#define SIZED_CARD_HEIGHT 50.0

/*
 * coalition_map_is_us:
 *
 * Whether a party is our own organization.
 */
gboolean
coalition_map_is_us (CoalitionMap *self,
                     guint         party)
{
  return (self->parties[party].marks & COALITION_MARK_US) != 0;
}

/* What leaves room for the sign of a class at the corner of a card, or a logo beside its name. */
#define SIGN_RADIUS 0.72 /* of a badge */

/*
 * coalition_map_party_sign_place:
 * @x: (out): its middle, relative to that of the shape
 * @y: (out): likewise
 *
 * Where the round with the sign of a class is: at the lower left corner.
 */
void
coalition_map_party_sign_place (CoalitionMap *self,
                                guint         party,
                                double       *x,
                                double       *y)
{
  const CoalitionMapFigure *figure = &self->figures[party];
  gboolean card = self->parties[party].level == COALITION_LEVEL_ORGANIZATION;

  *x = card ? -figure->half_width + 1 : -figure->half_width * 0.62;
  *y = card ? figure->half_height - 1 : figure->half_height * 0.62;
}

/*
 * coalition_map_party_sign_radius:
 *
 * Radius of the round with the sign of a class.
 */
double
coalition_map_party_sign_radius (CoalitionMap *self)
{
  return self->sizes->badge * SIGN_RADIUS;
}

/*
 * coalition_map_party_logo:
 * @box: (out) (nullable): where its picture stands on a card, relative to the middle of the shape
 *
 * Whether the card of a party has its picture at the left side.
 */
gboolean
coalition_map_party_logo (CoalitionMap *self,
                          guint         party,
                          CoalitionBox *box)
{
  const CoalitionMapFigure *figure = &self->figures[party];
  double side = self->sizes->card_least * self->font_scale * LOGO_SHARE;

  if (self->parties[party].level != COALITION_LEVEL_ORGANIZATION || coalition_map_party_image (self, party) < 0)
    return FALSE;
  if (box)
    *box = (CoalitionBox) { -figure->half_width + self->sizes->pad_x, -side / 2,
                            -figure->half_width + self->sizes->pad_x + side, side / 2 };

  return TRUE;
}

static double
most_width (CoalitionMap *self,
            guint         party,
            double        wrap)
{
  double extra = self->parties[party].level == COALITION_LEVEL_ORGANIZATION
                   ? self->sizes->card_max - self->sizes->card_width
                   : self->sizes->label_max - self->sizes->label_width;

  return wrap + extra * self->font_scale;
}

static void
measure_card (CoalitionMap *self,
              guint         party,
              double        width,
              double        height)
{
  const CoalitionMapSizes *sizes = self->sizes;
  CoalitionMapFigure *figure = &self->figures[party];
  double least = figure->label_wrap + 2 * sizes->pad_x;

  double high = sizes->card_least * self->font_scale, logo = 0;

  if (self->theme == COALITION_MAP_PAPER)
    least = MIN (least, sizes->card_width * 0.6 * self->font_scale);
  if (figure->grow > 0)
    {
      /* All cards grow from one size, so that their areas can be compared; only a name may need more. */
      least = sizes->card_width * figure->grow * self->font_scale;
      high = SIZED_CARD_HEIGHT * sizes->card_least / 36 * figure->grow * self->font_scale;
    }
  if (coalition_map_party_logo (self, party, NULL))
    logo = sizes->card_least * self->font_scale * LOGO_SHARE + sizes->pad_x * 0.8;
  figure->half_width = MAX (width + logo + 2 * sizes->pad_x, least) / 2;
  figure->half_height = MAX (height + 2 * sizes->pad_y, high) / 2;
  figure->label = (CoalitionBox) { (logo - width) / 2, -height / 2, (logo + width) / 2, height / 2 };
}

/*
 * coalition_map_measure_party:
 *
 * Reckons shape and name of a party from its level, name and @label_wrap. Names of people go under their shapes.
 */
void
coalition_map_measure_party (CoalitionMap *self,
                             guint         party)
{
  const CoalitionNetworkParty *source = &self->parties[party];
  CoalitionMapFigure *figure = &self->figures[party];
  double width, height, top;

  coalition_map_labels_size (self, coalition_map_party_text (self, party), coalition_map_is_us (self, party), figure->label_wrap,
                             most_width (self, party, figure->label_wrap), &width, &height);
  switch (source->level)
    {
    case COALITION_LEVEL_AFFECTED:
    case COALITION_LEVEL_CONNECTOR:
      figure->half_width = figure->half_height =
        source->level == COALITION_LEVEL_AFFECTED ? self->sizes->circle : self->sizes->hexagon;
      top = self->sizes->label_top;
      if (figure->grow > 0)
        {
          top += figure->half_height * (figure->grow - 1);
          figure->half_width = figure->half_height *= figure->grow;
        }
      if (source->members > 0)
        top += self->sizes->badge * STACK;
      figure->label = (CoalitionBox) { -width / 2, top, width / 2, top + height };
      if (coalition_map_is_us (self, party))
        {
          figure->label.top += self->sizes->ring;
          figure->label.bottom += self->sizes->ring;
        }
      break;
    case COALITION_LEVEL_ORGANIZATION:
    default:
      measure_card (self, party, width, height);
      break;
    }
  coalition_map_update_box (self, party);
}

/*
 * coalition_map_badge_place:
 * @badge: index into coalition_map_badges
 * @x: (out): its middle
 * @y: (out): likewise
 *
 * Where a badge of a party is: the first at its top right corner, others to the left of it.
 *
 * Returns: %FALSE if the party has not this mark
 */
gboolean
coalition_map_badge_place (CoalitionMap *self,
                           guint         party,
                           guint         badge,
                           double       *x,
                           double       *y)
{
  const CoalitionMapFigure *figure = &self->figures[party];
  gboolean card = self->parties[party].level == COALITION_LEVEL_ORGANIZATION;

  if (!(self->parties[party].marks & coalition_map_badges[badge]))
    return FALSE;
  *x = figure->x + (card ? figure->half_width - self->sizes->badge / 2 : figure->half_width * 0.78);
  *y = figure->y + (card ? -figure->half_height - 0.5 : -figure->half_height * 0.68);
  for (guint i = 0; i < badge; i++)
    if (self->parties[party].marks & coalition_map_badges[i])
      *x -= self->sizes->badge_step;

  return TRUE;
}

/*
 * coalition_map_update_box:
 *
 * Reckons the room of a party anew: shape with its line, ring and badges, and name.
 */
void
coalition_map_update_box (CoalitionMap *self,
                          guint         party)
{
  const CoalitionMapSizes *sizes = self->sizes;
  CoalitionMapFigure *figure = &self->figures[party];
  double edge = sizes->people_line / 2;
  CoalitionBox box;

  if (coalition_map_is_us (self, party))
    edge = sizes->ring + sizes->ring_line / 2;
  box = (CoalitionBox) { -figure->half_width - edge, -figure->half_height - edge,
                         figure->half_width + edge, figure->half_height + edge };
  if (self->parties[party].level != COALITION_LEVEL_ORGANIZATION)
    {
      box.left = MIN (box.left, figure->label.left);
      box.right = MAX (box.right, figure->label.right);
      box.top = MIN (box.top, figure->label.top);
      /* Letters with tails hang a little below their line. */
      box.bottom = MAX (box.bottom, figure->label.bottom + self->line_height * 0.12);
    }
  for (guint i = 0; i < G_N_ELEMENTS (coalition_map_badges); i++)
    if (self->parties[party].marks & coalition_map_badges[i])
      {
        box.top = MIN (box.top, -figure->half_height - sizes->badge);
        box.right = MAX (box.right, figure->half_width + sizes->badge / 2);
      }
  if (self->parties[party].members > 0)
    {
      box.right = MAX (box.right, figure->half_width + edge + sizes->badge * STACK);
      box.bottom = MAX (box.bottom, figure->half_height + edge + sizes->badge * STACK);
    }
  if (self->paints && self->parties[party].level == COALITION_LEVEL_ORGANIZATION)
    {
      box.left = MIN (box.left, -figure->half_width + 1 - sizes->badge * SIGN_RADIUS);
      box.bottom = MAX (box.bottom, figure->half_height - 1 + sizes->badge * SIGN_RADIUS);
    }
  self->boxes[party] = box;
}

static CoalitionMap *
create (CoalitionNetwork *network,
        CoalitionMapTheme theme)
{
  CoalitionMap *self = g_new0 (CoalitionMap, 1);

  self->network = coalition_network_ref (network);
  self->theme = theme;
  self->sizes = coalition_map_style_sizes (theme);
  self->parties = coalition_network_get_parties (network, &self->n_parties);
  self->ties = coalition_network_get_ties (network, &self->n_ties);
  self->figures = g_new0 (CoalitionMapFigure, MAX (self->n_parties, 1));
  self->boxes = g_new0 (CoalitionBox, MAX (self->n_parties, 1));
  self->lines = g_new0 (CoalitionMapLine, MAX (self->n_ties, 1));
  self->forums = coalition_network_get_forums (network, &self->n_forums);
  self->notes = coalition_network_get_notes (network, &self->n_notes);
  self->pictures = coalition_network_get_pictures (network, &self->n_pictures);
  self->images = coalition_network_get_images (network, &self->n_images);
  self->outlines = g_new0 (CoalitionMapOutline, MAX (self->n_forums, 1));

  return self;
}

/* Parties without a place stand in rows below the others until somebody arranges them. */
static void
place_loose (CoalitionMap *self)
{
  double left = 0, bottom = 0;
  guint n_loose = 0, n = 0, columns;
  gboolean any = FALSE;

  for (guint i = 0; i < self->n_parties; i++)
    {
      if (!self->parties[i].placed)
        {
          n_loose++;
          continue;
        }
      left = any ? MIN (left, self->figures[i].x) : self->figures[i].x;
      bottom = any ? MAX (bottom, self->figures[i].y) : self->figures[i].y;
      any = TRUE;
    }
  if (n_loose == 0)
    return;

  columns = (guint) ceil (sqrt (n_loose * 0.9));
  for (guint i = 0; i < self->n_parties; i++)
    if (!self->parties[i].placed)
      {
        self->figures[i].x = left + (n % columns) * LOOSE_WIDTH;
        self->figures[i].y = bottom + (any ? LOOSE_HEIGHT * 1.5 : 0) + (n / columns) * LOOSE_HEIGHT;
        n++;
      }
}

/*
 * coalition_map_usual_wrap:
 *
 * The width at which the name of a party is broken if there is nothing to consider but its shape.
 */
double
coalition_map_usual_wrap (CoalitionMap *self,
                          guint         party)
{
  const CoalitionMapSizes *sizes = self->sizes;
  double grow = self->figures[party].grow;

  if (self->parties[party].level != COALITION_LEVEL_ORGANIZATION)
    return sizes->label_width * self->font_scale;
  if (grow > 0)
    return (CLAMP (sizes->card_width * grow, sizes->card_width * 0.85, sizes->card_max) - 2 * sizes->pad_x) * self->font_scale;
  if (coalition_map_is_us (self, party))
    return (sizes->us_width - 2 * sizes->pad_x) * self->font_scale;
  return (sizes->card_width - 2 * sizes->pad_x) * self->font_scale;
}

/**
 * coalition_map_new:
 * @network: what is drawn; its places are taken over
 * @theme: for which ground
 * @font: (nullable): the font of names as Pango writes it, usually that of the user interface; %NULL for Cantarell or
 *   what stands in for it. On the screen names have 11 points whatever it says, so that an arrangement is right for
 *   everybody; on paper 7.5 points, or more if it says so ("Cantarell 12" for large print).
 *
 * Makes the map of a network. Parties that have no place yet are put in rows below the others.
 *
 * Returns: (transfer full): a map, which belongs to this thread
 */
CoalitionMap *
coalition_map_new (CoalitionNetwork *network,
                   CoalitionMapTheme theme,
                   const char       *font)
{
  CoalitionMap *self;

  g_return_val_if_fail (network != NULL, NULL);

  self = create (network, theme);
  for (guint i = 0; i < self->n_ties && !self->compares; i++)
    self->compares = self->ties[i].time != COALITION_TIME_STAYED;
  for (guint i = 0; i < self->n_forums && !self->compares; i++)
    self->compares = self->forums[i].time != COALITION_TIME_STAYED;
  coalition_map_forums_init (self);
  coalition_map_labels_init (self, font);
  coalition_map_items_init (self);
  for (guint i = 0; i < self->n_parties; i++)
    {
      self->figures[i].x = self->parties[i].x;
      self->figures[i].y = self->parties[i].y;
      self->figures[i].align = PANGO_ALIGN_CENTER;
      self->figures[i].label_wrap = coalition_map_usual_wrap (self, i);
      coalition_map_measure_party (self, i);
    }
  place_loose (self);
  coalition_map_lines_init (self);

  return self;
}

static void
copy_about (CoalitionMap *self,
            CoalitionMap *copy)
{
  copy->compares = self->compares;
  copy->has_numbers = self->has_numbers;
  copy->n_routes = self->n_routes;
  copy->badges = g_array_copy (self->badges);
  copy->has_axes = self->has_axes;
  copy->axes = self->axes;
  copy->tray = self->tray;
  copy->issue = g_strdup (self->issue);
  copy->hide_private = self->hide_private;
  copy->contrast = self->contrast;
  copy->variants_known = self->variants_known;
  if (self->encoding)
    copy->encoding = coalition_encoding_ref (self->encoding);
  copy->n_classes = self->n_classes;
  if (self->paints)
    copy->paints = g_memdup2 (self->paints, (self->n_classes + 1) * sizeof (CoalitionMapPaint));
  if (self->absent_parties)
    copy->absent_parties = g_memdup2 (self->absent_parties, MAX (self->n_parties, 1) * sizeof (gboolean));
  if (self->absent_ties)
    copy->absent_ties = g_memdup2 (self->absent_ties, MAX (self->n_ties, 1) * sizeof (gboolean));
  coalition_map_set_lit (copy, self->lit_parties, self->lit_ties);
  coalition_map_set_items_left_out (copy, self->absent_notes, self->absent_pictures);
  coalition_map_forums_copy (copy, self);
  coalition_map_items_copy (copy, self);
}

/**
 * coalition_map_copy:
 *
 * Makes the same map, with the places that it has now, for another thread. Layouts of names are not copied.
 *
 * Returns: (transfer full): a map that shares nothing but the network
 */
CoalitionMap *
coalition_map_copy (CoalitionMap *self)
{
  g_autofree char *font = NULL;
  CoalitionMap *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = create (self->network, self->theme);
  font = pango_font_description_to_string (self->font);
  coalition_map_labels_init (copy, font);
  coalition_map_items_init (copy);
  for (int bold = 0; bold < 2; bold++)
    memcpy (copy->widths[bold], self->widths[bold], 128 * sizeof (double));
  for (guint i = 0; i < self->n_parties; i++)
    {
      copy->figures[i] = self->figures[i];
      copy->figures[i].layout = NULL;
      copy->figures[i].halo = NULL;
      copy->figures[i].text = g_strdup (self->figures[i].text);
      copy->boxes[i] = self->boxes[i];
    }
  memcpy (copy->lines, self->lines, self->n_ties * sizeof (CoalitionMapLine));
  for (guint i = 0; (self->has_numbers || self->n_routes > 0) && i < self->n_ties; i++)
    {
      const CoalitionMapLine *line = &self->lines[i];

      if (line->numbers)
        copy->lines[i].numbers = g_array_copy (line->numbers);
      copy->lines[i].way = g_memdup2 (line->way, line->n_way * sizeof (CoalitionPlace));
      if (line->curve.n_pieces > 0)
        copy->lines[i].curve.points = g_memdup2 (line->curve.points, (1 + 3 * line->curve.n_pieces) * sizeof (CoalitionPlace));
      else
        copy->lines[i].curve.points = NULL;
    }
  copy_about (self, copy);

  return copy;
}

/**
 * coalition_map_free:
 *
 * Frees a map.
 */
void
coalition_map_free (CoalitionMap *self)
{
  if (!self)
    return;
  for (guint i = 0; i < self->n_parties; i++)
    {
      coalition_map_labels_forget (self, i);
      g_free (self->figures[i].text);
    }
  for (guint i = 0; i < self->n_ties; i++)
    {
      g_clear_pointer (&self->lines[i].numbers, g_array_unref);
      g_free (self->lines[i].way);
      g_free ((gpointer) self->lines[i].curve.points);
    }
  coalition_map_forums_clear (self);
  coalition_map_items_clear (self);
  g_clear_pointer (&self->encoding, coalition_encoding_unref);
  g_free (self->paints);
  g_free (self->issue);
  g_clear_pointer (&self->badges, g_array_unref);
  g_free (self->absent_parties);
  g_free (self->absent_ties);
  g_free (self->absent_notes);
  g_free (self->absent_pictures);
  g_free (self->lit_parties);
  g_free (self->lit_ties);
  g_free (self->crossed);
  coalition_map_labels_clear (self);
  g_clear_pointer (&self->grid, coalition_map_grid_free);
  g_free (self->figures);
  g_free (self->boxes);
  g_free (self->lines);
  coalition_network_unref (self->network);
  g_free (self);
}

/**
 * coalition_map_get_network:
 *
 * Returns: (transfer none): what the map draws
 */
CoalitionNetwork *
coalition_map_get_network (CoalitionMap *self)
{
  return self->network;
}

/**
 * coalition_map_get_theme:
 *
 * Returns: for which ground the map is painted
 */
CoalitionMapTheme
coalition_map_get_theme (CoalitionMap *self)
{
  return self->theme;
}

/**
 * coalition_map_get_boxes:
 *
 * The room of each party, shape, badges and name together, relative to the middle of its shape.
 *
 * Returns: (transfer none): as many boxes as there are parties, valid as long as the map
 */
const CoalitionBox *
coalition_map_get_boxes (CoalitionMap *self)
{
  return self->boxes;
}

/* Ties were led around where parties were; now one stands in their way. */
static void
drop_ways_through (CoalitionMap *self,
                   guint         party)
{
  const CoalitionMapFigure *figure = &self->figures[party];
  CoalitionBox room = self->boxes[party];

  room = (CoalitionBox) { room.left + figure->x, room.top + figure->y, room.right + figure->x, room.bottom + figure->y };
  for (guint i = 0; i < self->n_ties; i++)
    {
      CoalitionMapCurve curve;
      double x, y;

      if (self->lines[i].n_way == 0 || self->ties[i].from == party || self->ties[i].to == party ||
          !coalition_map_line_get_curve (self, i, &curve))
        continue;
      for (int step = 0; step <= 40; step++)
        {
          coalition_map_curve_point (&curve, step / 40.0, &x, &y);
          if (x < room.left || x > room.right || y < room.top || y > room.bottom)
            continue;
          coalition_map_line_drop_way (self, i);
          break;
        }
    }
}

/**
 * coalition_map_move:
 * @x: new place of the middle of its shape
 * @y: likewise
 *
 * Previews a party at another place. Only its own ties and forums are reckoned anew; the network is not touched. The
 * routes of its ties, and those that it now stands in the way of, are forgotten: these ties are straight again.
 */
void
coalition_map_move (CoalitionMap *self,
                    guint         party,
                    double        x,
                    double        y)
{
  double old_x, old_y;
  const guint *ties;
  guint n_ties;

  g_return_if_fail (party < self->n_parties);

  old_x = self->figures[party].x;
  old_y = self->figures[party].y;
  self->figures[party].x = x;
  self->figures[party].y = y;
  coalition_map_grid_move (self, party, old_x, old_y);
  ties = coalition_network_get_ties_of (self->network, party, &n_ties);
  for (guint i = 0; i < n_ties; i++)
    {
      coalition_map_line_drop_way (self, ties[i]);
      self->lines[ties[i]].known = FALSE;
    }
  if (self->n_routes > 0)
    drop_ways_through (self, party);
  coalition_map_forums_moved (self, party);
  coalition_map_badges_moved (self, party);
}

/**
 * coalition_map_get_place:
 * @x: (out): middle of its shape
 * @y: (out): likewise
 *
 * Where a party is on this map.
 */
void
coalition_map_get_place (CoalitionMap *self,
                         guint         party,
                         double       *x,
                         double       *y)
{
  g_return_if_fail (party < self->n_parties);

  *x = self->figures[party].x;
  *y = self->figures[party].y;
}

/**
 * coalition_map_set_agreement_numbers:
 * @party: one of two parties
 * @other: the other
 * @numbers: numbers as they stand in the document around the map
 * @n_numbers: how many; 0 to show none
 *
 * Shows the numbers of the agreements between two parties, as black squares, on the tie of theirs that carries the
 * sign of an agreement, or else on their first.
 *
 * Returns: %FALSE if no tie joins them
 */
gboolean
coalition_map_set_agreement_numbers (CoalitionMap *self,
                                     guint         party,
                                     guint         other,
                                     const guint  *numbers,
                                     guint         n_numbers)
{
  const guint *ties;
  int found = -1;
  guint n_ties;

  g_return_val_if_fail (party < self->n_parties && other < self->n_parties, FALSE);

  ties = coalition_network_get_ties_of (self->network, party, &n_ties);
  for (guint i = 0; i < n_ties; i++)
    {
      const CoalitionNetworkTie *tie = &self->ties[ties[i]];

      if (self->lines[ties[i]].hidden || (tie->from != other && tie->to != other))
        continue;
      if (found < 0 || (self->lines[ties[i]].badge && !self->lines[found].badge))
        found = (int) ties[i];
    }
  if (found < 0)
    return FALSE;

  g_clear_pointer (&self->lines[found].numbers, g_array_unref);
  self->has_numbers = TRUE;
  self->lines[found].middle_known = FALSE;
  self->lines[found].numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  if (n_numbers > 0)
    g_array_append_vals (self->lines[found].numbers, numbers, n_numbers);

  return TRUE;
}
