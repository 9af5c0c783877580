/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-map-private.h"

#include <math.h>

/* What is where. Parties lie in a grid of cells; a party is in every cell that its box touches. Ties need no grid: a box
 * around each, tried first, leaves few whose curve has to be walked. */

#define CELL 160.0
#define MOST_CELLS 40000

/* The corner by which the size of a note or picture is dragged. */
#define CORNER 12.0

struct _CoalitionMapGrid {
  double left;
  double top;
  double cell;
  int columns;
  int rows;
  GArray **cells; /* of party indices; NULL where empty */
};

typedef struct {
  int left, top, right, bottom;
} CellRange;

static CellRange
cells_of (const CoalitionMapGrid *grid,
          double                  left,
          double                  top,
          double                  right,
          double                  bottom)
{
  /* What lies outside of the grid is kept in its outermost cells. */
  return (CellRange) {
    (int) CLAMP (floor ((left - grid->left) / grid->cell), 0, grid->columns - 1),
    (int) CLAMP (floor ((top - grid->top) / grid->cell), 0, grid->rows - 1),
    (int) CLAMP (floor ((right - grid->left) / grid->cell), 0, grid->columns - 1),
    (int) CLAMP (floor ((bottom - grid->top) / grid->cell), 0, grid->rows - 1),
  };
}

static CellRange
cells_of_party (CoalitionMap *self,
                guint         party,
                double        x,
                double        y)
{
  const CoalitionBox *box = &self->boxes[party];

  return cells_of (self->grid, x + box->left, y + box->top, x + box->right, y + box->bottom);
}

static void
insert (CoalitionMap *self,
        guint         party)
{
  CoalitionMapGrid *grid = self->grid;
  CellRange range = cells_of_party (self, party, self->figures[party].x, self->figures[party].y);

  for (int row = range.top; row <= range.bottom; row++)
    for (int column = range.left; column <= range.right; column++)
      {
        GArray **cell = &grid->cells[row * grid->columns + column];

        if (!*cell)
          *cell = g_array_sized_new (FALSE, FALSE, sizeof (guint), 4);
        g_array_append_val (*cell, party);
      }
}

static void
make_grid (CoalitionMap *self)
{
  CoalitionMapGrid *grid;
  CoalitionBox bounds;

  if (self->grid)
    return;
  coalition_map_get_party_bounds (self, NULL, &bounds);
  grid = g_new0 (CoalitionMapGrid, 1);
  grid->left = bounds.left;
  grid->top = bounds.top;
  grid->cell = CELL;
  while (ceil ((bounds.right - bounds.left) / grid->cell) * ceil ((bounds.bottom - bounds.top) / grid->cell) > MOST_CELLS)
    grid->cell *= 1.5;
  grid->columns = MAX ((int) ceil ((bounds.right - bounds.left) / grid->cell), 1);
  grid->rows = MAX ((int) ceil ((bounds.bottom - bounds.top) / grid->cell), 1);
  grid->cells = g_new0 (GArray *, (gsize) grid->columns * grid->rows);
  self->grid = grid;
  for (guint i = 0; i < self->n_parties; i++)
    if (!coalition_map_party_is_absent (self, i))
      insert (self, i);
}

/*
 * coalition_map_grid_free:
 *
 * Frees a grid.
 */
void
coalition_map_grid_free (CoalitionMapGrid *grid)
{
  for (int i = 0; i < grid->columns * grid->rows; i++)
    g_clear_pointer (&grid->cells[i], g_array_unref);
  g_free (grid->cells);
  g_free (grid);
}

/*
 * coalition_map_grid_move:
 *
 * Tells the grid that a party was at another place.
 */
void
coalition_map_grid_move (CoalitionMap *self,
                         guint         party,
                         double        old_x,
                         double        old_y)
{
  CellRange range;

  if (!self->grid || coalition_map_party_is_absent (self, party))
    return;
  range = cells_of_party (self, party, old_x, old_y);
  for (int row = range.top; row <= range.bottom; row++)
    for (int column = range.left; column <= range.right; column++)
      {
        GArray *cell = self->grid->cells[row * self->grid->columns + column];

        for (guint i = 0; cell && i < cell->len; i++)
          if (g_array_index (cell, guint, i) == party)
            {
              g_array_remove_index_fast (cell, i);
              break;
            }
      }
  insert (self, party);
}

/*
 * coalition_map_party_distance:
 *
 * The distance of a point of the map from the outline of a party (that of its ring, if it is ours), negative inside.
 */
double
coalition_map_party_distance (CoalitionMap *self,
                              guint         party,
                              double        x,
                              double        y)
{
  const CoalitionMapFigure *figure = &self->figures[party];
  double distance = coalition_map_shape_distance (self->theme, self->parties[party].level, figure->half_width,
                                                  figure->half_height, self->sizes->card_radius, x - figure->x,
                                                  y - figure->y);

  return coalition_map_is_us (self, party) ? distance - self->sizes->ring : distance;
}

static gboolean
on_label (CoalitionMap *self,
          guint         party,
          double        x,
          double        y,
          double        margin)
{
  const CoalitionMapFigure *figure = &self->figures[party];

  x -= figure->x;
  y -= figure->y;
  return x >= figure->label.left - margin && x <= figure->label.right + margin &&
         y >= figure->label.top - margin && y <= figure->label.bottom + margin;
}

static gboolean
on_caption (CoalitionMap *self,
            double        x,
            double        y,
            double        margin)
{
  for (guint i = 0; i < self->n_forums; i++)
    {
      const CoalitionMapOutline *outline = &self->outlines[i];

      if (outline->known && outline->visible && x >= outline->caption.left - margin &&
          x <= outline->caption.right + margin && y >= outline->caption.top - margin &&
          y <= outline->caption.bottom + margin)
        return TRUE;
    }

  return FALSE;
}

static gboolean
on_badge (CoalitionMap *self,
          guint         party,
          double        x,
          double        y,
          double        margin)
{
  for (guint i = 0; i < G_N_ELEMENTS (coalition_map_badges); i++)
    {
      double badge_x, badge_y;

      if (coalition_map_badge_place (self, party, i, &badge_x, &badge_y) &&
          hypot (x - badge_x, y - badge_y) <= self->sizes->badge + margin)
        return TRUE;
    }

  return FALSE;
}

/*
 * coalition_map_is_covered:
 *
 * Whether a point, with @margin around it, lies under a shape, name or badge of any party, or the caption of a forum.
 */
gboolean
coalition_map_is_covered (CoalitionMap *self,
                          double        x,
                          double        y,
                          double        margin)
{
  CellRange range;

  make_grid (self);
  range = cells_of (self->grid, x - margin, y - margin, x + margin, y + margin);
  for (int row = range.top; row <= range.bottom; row++)
    for (int column = range.left; column <= range.right; column++)
      {
        GArray *cell = self->grid->cells[row * self->grid->columns + column];

        for (guint i = 0; cell && i < cell->len; i++)
          {
            guint party = g_array_index (cell, guint, i);

            if (coalition_map_party_distance (self, party, x, y) <= margin || on_label (self, party, x, y, margin) ||
                on_badge (self, party, x, y, margin))
              return TRUE;
          }
      }

  return on_caption (self, x, y, margin);
}

/*
 * coalition_map_covered_area:
 *
 * How much of a box lies over shapes and names of parties; shapes and names that lie over each other count twice.
 */
double
coalition_map_covered_area (CoalitionMap       *self,
                            const CoalitionBox *box)
{
  double area = 0;
  CellRange range;

  make_grid (self);
  range = cells_of (self->grid, box->left, box->top, box->right, box->bottom);
  for (int row = range.top; row <= range.bottom; row++)
    for (int column = range.left; column <= range.right; column++)
      {
        GArray *cell = self->grid->cells[row * self->grid->columns + column];

        for (guint i = 0; cell && i < cell->len; i++)
          {
            guint party = g_array_index (cell, guint, i);
            const CoalitionMapFigure *figure = &self->figures[party];
            const CoalitionBox *room = &self->boxes[party];
            double x = MIN (figure->x + room->right, box->right) - MAX (figure->x + room->left, box->left);
            double y = MIN (figure->y + room->bottom, box->bottom) - MAX (figure->y + room->top, box->top);

            if (x > 0 && y > 0)
              area += x * y;
          }
      }

  return area;
}

/*
 * coalition_map_mark_crossed:
 * @from: where on the curve the picture begins
 * @to: where it ends
 *
 * Notes the parties under whose names a tie or the line of a forum runs: they need a halo.
 */
void
coalition_map_mark_crossed (CoalitionMap            *self,
                            const CoalitionMapCurve *curve,
                            double                   from,
                            double                   to)
{
  double length, step;

  if (!self->crossed)
    return;
  make_grid (self);
  length = MAX (coalition_map_curve_length (curve), 1);
  step = CLAMP (5 / length, 0.0005, 0.5);
  for (double t = MAX (from, 0); t <= MIN (to, 1); t += step)
    {
      CellRange range;
      GArray *cell;
      double x, y;

      coalition_map_curve_point (curve, t, &x, &y);
      range = cells_of (self->grid, x, y, x, y);
      cell = self->grid->cells[range.top * self->grid->columns + range.left];
      for (guint i = 0; cell && i < cell->len; i++)
        {
          guint party = g_array_index (cell, guint, i);

          if (!self->crossed[party] && on_label (self, party, x, y, 3))
            self->crossed[party] = 1;
        }
    }
}

/* How well a point hits a party: inside its shape before its name before the rim outside; later painted parties win. */
static CoalitionMapPart
pick_party (CoalitionMap *self,
            double        x,
            double        y,
            double        tolerance,
            guint        *index)
{
  CoalitionMapPart part = COALITION_MAP_NOTHING;
  CellRange range = cells_of (self->grid, x - tolerance, y - tolerance, x + tolerance, y + tolerance);
  int best_rank = 0;

  for (int row = range.top; row <= range.bottom; row++)
    for (int column = range.left; column <= range.right; column++)
      {
        GArray *cell = self->grid->cells[row * self->grid->columns + column];

        for (guint i = 0; cell && i < cell->len; i++)
          {
            guint party = g_array_index (cell, guint, i);
            double distance = coalition_map_party_distance (self, party, x, y);
            double least = MIN (self->figures[party].half_width, self->figures[party].half_height);
            int rank = 0;
            CoalitionMapPart found = COALITION_MAP_PARTY;

            if (distance <= 0)
              {
                rank = 3;
                /* Of a small shape the middle stays free for dragging it. */
                if (distance > -MIN (tolerance, least * 0.4))
                  found = COALITION_MAP_PARTY_EDGE;
              }
            else if (on_label (self, party, x, y, 0))
              rank = 2;
            else if (distance <= tolerance)
              {
                rank = 1;
                found = COALITION_MAP_PARTY_EDGE;
              }
            if (rank > best_rank || (rank > 0 && rank == best_rank && party > *index))
              {
                best_rank = rank;
                *index = party;
                part = found;
              }
          }
      }

  return part;
}

static gboolean
pick_tie (CoalitionMap *self,
          double        x,
          double        y,
          double        tolerance,
          guint        *index)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < self->n_ties; i++)
    {
      const CoalitionNetworkTie *tie = &self->ties[i];
      const CoalitionMapFigure *from = &self->figures[tie->from];
      const CoalitionMapFigure *to = &self->figures[tie->to];
      double margin = fabs (self->lines[i].lane) + tolerance + self->sizes->agreement;
      double distance, middle_x, middle_y;
      CoalitionMapCurve curve;
      CoalitionBox room;

      if (self->lines[i].hidden ||
          (self->lines[i].n_way == 0 && (x < MIN (from->x, to->x) - margin || x > MAX (from->x, to->x) + margin ||
                                         y < MIN (from->y, to->y) - margin || y > MAX (from->y, to->y) + margin)))
        continue;
      if (!coalition_map_line_get_curve (self, i, &curve))
        continue;
      if (self->lines[i].n_way > 0)
        {
          coalition_map_curve_extents (&curve, &room);
          if (x < room.left - tolerance || x > room.right + tolerance || y < room.top - tolerance || y > room.bottom + tolerance)
            continue;
        }
      distance = coalition_map_curve_distance (&curve, x, y);
      if (self->lines[i].badge && coalition_map_line_get_middle (self, i, &middle_x, &middle_y))
        distance = MIN (distance, hypot (x - middle_x, y - middle_y) - self->sizes->agreement);
      distance = MAX (distance - coalition_map_style_width (self->theme, tie) / 2, 0);
      /* At a crossing the later one is on top. */
      if (distance <= tolerance && distance <= best)
        {
          best = distance;
          *index = i;
        }
    }

  return best < G_MAXDOUBLE;
}

static gboolean
in_box (const CoalitionBox *box,
        double              x,
        double              y,
        double              margin)
{
  return x >= box->left - margin && x <= box->right + margin && y >= box->top - margin && y <= box->bottom + margin;
}

static gboolean
in_corner (const CoalitionBox *box,
           double              x,
           double              y,
           double              tolerance)
{
  double grip = MIN (CORNER + tolerance / 2, MIN (box->right - box->left, box->bottom - box->top) / 2);

  return x > box->right - grip && y > box->bottom - grip;
}

/* Notes lie over pictures, and later ones over earlier ones. */
static CoalitionMapPart
pick_item (CoalitionMap *self,
           double        x,
           double        y,
           double        tolerance,
           guint        *index)
{
  CoalitionBox box;

  for (guint i = self->n_notes; i-- > 0;)
    if (coalition_map_get_item_box (self, COALITION_MAP_NOTE, i, &box) && in_box (&box, x, y, 0))
      {
        *index = i;
        return in_corner (&box, x, y, tolerance) ? COALITION_MAP_NOTE_CORNER : COALITION_MAP_NOTE;
      }
  for (guint i = self->n_pictures; i-- > 0;)
    if (!self->pictures[i].background && coalition_map_get_item_box (self, COALITION_MAP_PICTURE, i, &box) &&
        in_box (&box, x, y, 0))
      {
        *index = i;
        return in_corner (&box, x, y, tolerance) ? COALITION_MAP_PICTURE_CORNER : COALITION_MAP_PICTURE;
      }

  return COALITION_MAP_NOTHING;
}

static gboolean
pick_background (CoalitionMap *self,
                 double        x,
                 double        y,
                 guint        *index)
{
  for (guint i = self->n_pictures; i-- > 0;)
    if (self->pictures[i].background && coalition_map_picture_is_shown (self, i) && in_box (&self->picture_items[i].box, x, y, 0))
      {
        *index = i;
        return TRUE;
      }

  return FALSE;
}

/* @sign: its caption or hub, which lie above ties; or else its line, which lies under them */
static gboolean
pick_forum (CoalitionMap *self,
            double        x,
            double        y,
            double        tolerance,
            gboolean      sign,
            guint        *index)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < self->n_forums; i++)
    {
      gboolean hub = coalition_map_forum_is_hub (self, i);
      double distance;

      if (!coalition_map_forum_update (self, i) || (!sign && hub))
        continue;
      if (sign && !in_box (&self->outlines[i].caption, x, y, 0))
        continue;
      if (!sign && !in_box (&self->outlines[i].box, x, y, tolerance))
        continue;
      distance = sign ? 0 : fabs (coalition_map_forum_distance (self, i, x, y));
      if (distance > tolerance || distance > best)
        continue;
      best = distance;
      *index = i;
    }

  return best < G_MAXDOUBLE;
}

/**
 * coalition_map_pick:
 * @tolerance: distance in map units that counts as a hit of a rim or a tie
 * @index: (out): of the party, tie, forum, note or picture
 *
 * What is at a point of the map. The rim of a shape is a zone of @tolerance on both sides of its outline. Parties hide the
 * captions and hubs of forums, these hide notes, notes hide pictures, pictures hide ties, and ties the lines of forums.
 *
 * Returns: what it is
 */
CoalitionMapPart
coalition_map_pick (CoalitionMap *self,
                    double        x,
                    double        y,
                    double        tolerance,
                    guint        *index)
{
  CoalitionMapPart part;
  guint tie = 0, other = 0;

  *index = 0;
  make_grid (self);
  /* The signs of agreements keep clear of captions, so these have to be in their places. */
  coalition_map_forums_update (self);
  part = pick_party (self, x, y, tolerance, index);
  /* Just outside a shape, a tie that is hit squarely is meant rather than the rim. */
  if (part == COALITION_MAP_PARTY_EDGE && coalition_map_party_distance (self, *index, x, y) > self->sizes->gap &&
      pick_tie (self, x, y, tolerance / 4, &tie))
    {
      *index = tie;
      return COALITION_MAP_TIE;
    }
  if (part != COALITION_MAP_NOTHING)
    return part;
  if (pick_forum (self, x, y, tolerance, TRUE, index))
    return COALITION_MAP_FORUM;
  part = pick_item (self, x, y, tolerance, &other);
  if (part == COALITION_MAP_NOTHING && pick_tie (self, x, y, tolerance, &other))
    part = COALITION_MAP_TIE;
  if (part == COALITION_MAP_NOTHING && pick_forum (self, x, y, tolerance, FALSE, &other))
    part = COALITION_MAP_FORUM;
  if (part == COALITION_MAP_NOTHING && pick_background (self, x, y, &other))
    part = COALITION_MAP_BACKGROUND;
  *index = other;

  return part;
}

/**
 * coalition_map_pick_rectangle:
 * @rectangle: in map units, absolute
 * @parties: (out caller-allocates): a flag for each party, set if its shape touches @rectangle and cleared if not
 *
 * Which parties a rubber band takes.
 */
void
coalition_map_pick_rectangle (CoalitionMap       *self,
                              const CoalitionBox *rectangle,
                              gboolean           *parties)
{
  for (guint i = 0; i < self->n_parties; i++)
    {
      const CoalitionMapFigure *figure = &self->figures[i];

      parties[i] = !coalition_map_party_is_absent (self, i) && figure->x + figure->half_width >= rectangle->left &&
                   figure->x - figure->half_width <= rectangle->right &&
                   figure->y + figure->half_height >= rectangle->top &&
                   figure->y - figure->half_height <= rectangle->bottom;
    }
}
