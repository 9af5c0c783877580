/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-map-private.h"

#include <math.h>

/* What is where. Parties lie in a grid of cells; a party is in every cell that its box touches. Ties need no grid: a box
 * around each, tried first, leaves few whose curve has to be walked. */

#define CELL 160.0
#define MOST_CELLS 40000

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
  coalition_map_get_bounds (self, NULL, &bounds);
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

  if (!self->grid)
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
 * Whether a point, with @margin around it, lies under a shape, name or badge of any party.
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

  return FALSE;
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

      if (self->lines[i].hidden ||
          x < MIN (from->x, to->x) - margin || x > MAX (from->x, to->x) + margin ||
          y < MIN (from->y, to->y) - margin || y > MAX (from->y, to->y) + margin)
        continue;
      if (!coalition_map_line_get_curve (self, i, &curve))
        continue;
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

/**
 * coalition_map_pick:
 * @tolerance: distance in map units that counts as a hit of a rim or a tie
 * @index: (out): of the party or tie
 *
 * What is at a point of the map. The rim of a shape is a zone of @tolerance on both sides of its outline. Parties hide
 * ties.
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
  guint tie = 0;

  *index = 0;
  make_grid (self);
  part = pick_party (self, x, y, tolerance, index);
  /* Just outside a shape, a tie that is hit squarely is meant rather than the rim. */
  if (part == COALITION_MAP_PARTY_EDGE && coalition_map_party_distance (self, *index, x, y) > self->sizes->gap &&
      pick_tie (self, x, y, tolerance / 4, &tie))
    {
      *index = tie;
      return COALITION_MAP_TIE;
    }
  if (part == COALITION_MAP_NOTHING && pick_tie (self, x, y, tolerance, &tie))
    {
      *index = tie;
      return COALITION_MAP_TIE;
    }

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

      parties[i] = figure->x + figure->half_width >= rectangle->left &&
                   figure->x - figure->half_width <= rectangle->right &&
                   figure->y + figure->half_height >= rectangle->top &&
                   figure->y - figure->half_height <= rectangle->bottom;
    }
}
