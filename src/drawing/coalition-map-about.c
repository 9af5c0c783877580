/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-map-private.h"
#include "coalition-space.h"

/* What a map is about besides its parties and ties: colors and sizes, the ways of ties, the axes of a power map, and what
 * is not there at all. */

/* Shapes grow from 0.8 to 1.5 times the usual height and width. The size of an encoding goes with the root of its value, so
 * areas, by which people compare, go with the value. */
#define LEAST_GROW 0.8
#define MOST_GROW 1.5

/*
 * coalition_map_box_join:
 * @any: (inout): whether there is anything in @box yet
 *
 * Widens a box to hold another.
 */
void
coalition_map_box_join (CoalitionBox       *box,
                        const CoalitionBox *other,
                        gboolean           *any)
{
  *box = *any ? coalition_box_unite (box, other) : *other;
  *any = TRUE;
}

/*
 * coalition_map_box_meets:
 * @other: (nullable): %NULL for everywhere
 *
 * Whether two boxes have something in common, or nearly.
 */
gboolean
coalition_map_box_meets (const CoalitionBox *box,
                         const CoalitionBox *other,
                         double              margin)
{
  return !other || (box->left <= other->right + margin && box->right >= other->left - margin &&
                    box->top <= other->bottom + margin && box->bottom >= other->top - margin);
}

/*
 * coalition_map_heavy:
 *
 * How much wider lines are than usual: half as wide again in high contrast.
 */
double
coalition_map_heavy (CoalitionMap *self)
{
  return self->contrast ? 1.5 : 1;
}

/*
 * coalition_map_dimmed:
 * @ink: share of full ink that something faint has
 *
 * The share that it has now: all of it in high contrast.
 */
double
coalition_map_dimmed (CoalitionMap *self,
                      double        ink)
{
  return self->contrast ? 1 : ink;
}

/*
 * coalition_map_party_is_absent:
 *
 * Whether a party is not on this map at all.
 */
gboolean
coalition_map_party_is_absent (CoalitionMap *self,
                               guint         party)
{
  return self->absent_parties && self->absent_parties[party];
}

/*
 * coalition_map_party_text:
 *
 * What stands on the map as the name of a party; that of a group tells how many it stands for.
 */
const char *
coalition_map_party_text (CoalitionMap *self,
                          guint         party)
{
  CoalitionMapFigure *figure = &self->figures[party];

  if (self->parties[party].members == 0)
    return self->parties[party].name;
  if (!figure->text)
    figure->text = g_strdup_printf ("%s · %u", self->parties[party].name, self->parties[party].members);

  return figure->text;
}

/*
 * coalition_map_party_image:
 *
 * Index of the picture that stands in the shape of a party, or -1.
 */
int
coalition_map_party_image (CoalitionMap *self,
                           guint         party)
{
  int image = self->parties[party].image;

  /* Networks made by hand leave it at 0 without having images. */
  return self->hide_private || image < 0 || (guint) image >= self->n_images ? -1 : image;
}

/*
 * coalition_map_party_paint:
 *
 * The colors of a party.
 *
 * Returns: (nullable): that of its class, or %NULL if parties are colored by level
 */
const CoalitionMapPaint *
coalition_map_party_paint (CoalitionMap *self,
                           guint         party)
{
  int class;

  if (!self->paints)
    return NULL;
  class = coalition_encoding_get_class (self->encoding, party);

  return &self->paints[class >= 0 && (guint) class < self->n_classes ? (guint) class : self->n_classes];
}

static void
take_sizes (CoalitionMap *self)
{
  gboolean sized = self->encoding && coalition_encoding_get_size_by (self->encoding) != COALITION_SIZE_BY_NOTHING;

  for (guint i = 0; i < self->n_parties; i++)
    {
      double grow = 0;

      if (sized)
        grow = coalition_map_grow (coalition_encoding_get_size (self->encoding, i));
      if (grow == self->figures[i].grow)
        {
          /* The sign of a class sticks out of a card a little. */
          coalition_map_update_box (self, i);
          continue;
        }
      self->figures[i].grow = grow;
      coalition_map_labels_forget (self, i);
      self->figures[i].label_wrap = coalition_map_usual_wrap (self, i);
      coalition_map_measure_party (self, i);
    }
}

/*
 * coalition_map_grow:
 * @size: 0 (least) to 1 (most), negative if not known
 *
 * How much higher and wider than usual a shape is.
 */
double
coalition_map_grow (double size)
{
  return LEAST_GROW + (MOST_GROW - LEAST_GROW) * (size > 0 ? MIN (size, 1) : 0);
}

static void
forget_geometry (CoalitionMap *self)
{
  g_clear_pointer (&self->grid, coalition_map_grid_free);
  for (guint i = 0; i < self->n_ties; i++)
    self->lines[i].known = FALSE;
  coalition_map_forums_forget (self);
}

/**
 * coalition_map_set_encoding:
 * @encoding: (nullable): made for the network of this map, or %NULL for the colors of levels and shapes of one size
 *
 * Colors and sizes the parties. Boxes change with the sizes.
 */
void
coalition_map_set_encoding (CoalitionMap      *self,
                            CoalitionEncoding *encoding)
{
  const CoalitionColorClass *classes;

  g_return_if_fail (self != NULL);

  if (encoding)
    coalition_encoding_ref (encoding);
  g_clear_pointer (&self->encoding, coalition_encoding_unref);
  g_clear_pointer (&self->paints, g_free);
  self->encoding = encoding;
  self->n_classes = 0;
  if (encoding)
    {
      classes = coalition_encoding_get_classes (encoding, &self->n_classes);
      if (coalition_encoding_get_color_by (encoding) != COALITION_COLOR_BY_LEVEL)
        self->paints = coalition_map_palette_make (self->theme, coalition_encoding_get_scale (encoding), classes,
                                                   self->n_classes);
    }
  take_sizes (self);
  forget_geometry (self);
}

/**
 * coalition_map_get_encoding:
 *
 * Returns: (transfer none) (nullable): by what parties are colored and sized
 */
CoalitionEncoding *
coalition_map_get_encoding (CoalitionMap *self)
{
  return self->encoding;
}

/**
 * coalition_map_set_routes:
 * @routes: (nullable) (element-type CoalitionRoute): for each tie, in the order of the network, its way around others
 *
 * Makes ties follow their routes. A route is forgotten when a party of the tie moves, or another moves into its way.
 */
void
coalition_map_set_routes (CoalitionMap *self,
                          GPtrArray    *routes)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->n_ties; i++)
    {
      const CoalitionRoute *route = routes && i < routes->len ? g_ptr_array_index (routes, i) : NULL;

      coalition_map_line_drop_way (self, i);
      if (!route || route->n_points < 4 || (route->n_points - 1) % 3 != 0)
        continue;
      self->lines[i].way = g_memdup2 (route->points, route->n_points * sizeof (CoalitionPlace));
      self->lines[i].n_way = route->n_points;
      self->n_routes++;
    }
}

/* Who is not judged may need several columns. */
static void
widen_tray (CoalitionMap              *self,
            const CoalitionPowerFrame *frame)
{
  g_autofree CoalitionPlace *places = g_new (CoalitionPlace, MAX (self->n_parties, 1));

  for (guint i = 0; i < self->n_parties; i++)
    coalition_map_get_place (self, i, &places[i].x, &places[i].y);
  coalition_power_frame_get_tray (frame, coalition_map_get_boxes (self), places, self->n_parties, &self->tray);
}

/**
 * coalition_map_set_power_frame:
 * @frame: (nullable): how large the axes are, around (0, 0), or %NULL for none
 * @issue: (nullable): what the judgements are about; %NULL for the campaign as a whole
 *
 * Shows the axes of a power map, instead of forums, for places mean something else then.
 */
void
coalition_map_set_power_frame (CoalitionMap              *self,
                               const CoalitionPowerFrame *frame,
                               const char                *issue)
{
  g_autofree char *copy = g_strdup (issue);
  gboolean had_axes;

  g_return_if_fail (self != NULL);

  g_free (self->issue);
  self->issue = g_steal_pointer (&copy);
  had_axes = self->has_axes;
  self->has_axes = frame && frame->width > 0 && frame->height > 0;
  if (had_axes != self->has_axes)
    coalition_map_forums_forget (self);
  if (!self->has_axes)
    return;
  self->axes = (CoalitionBox) { -frame->width / 2, -frame->height / 2, frame->width / 2, frame->height / 2 };
  self->tray = (CoalitionBox) { self->axes.right + COALITION_POWER_TRAY_GAP, self->axes.top,
                                self->axes.right + COALITION_POWER_TRAY_GAP + COALITION_POWER_TRAY_WIDTH,
                                self->axes.bottom };
  widen_tray (self, frame);
}

/**
 * coalition_map_set_left_out:
 * @parties: (nullable): a flag for each party that is not there
 * @ties: (nullable): a flag for each tie that is not there; those of absent parties are not in any case
 *
 * Leaves out parties and ties as if the network had none: they are neither painted nor found nor measured, and not in the
 * legend.
 */
void
coalition_map_set_left_out (CoalitionMap   *self,
                            const gboolean *parties,
                            const gboolean *ties)
{
  g_autofree gboolean *absent_parties = NULL;
  g_autofree gboolean *absent_ties = NULL;

  g_return_if_fail (self != NULL);

  if (parties)
    absent_parties = g_memdup2 (parties, MAX (self->n_parties, 1) * sizeof (gboolean));
  if (ties)
    absent_ties = g_memdup2 (ties, MAX (self->n_ties, 1) * sizeof (gboolean));
  g_free (self->absent_parties);
  g_free (self->absent_ties);
  self->absent_parties = g_steal_pointer (&absent_parties);
  self->absent_ties = g_steal_pointer (&absent_ties);
  coalition_map_lines_init (self);
  forget_geometry (self);
}

/**
 * coalition_map_set_lit:
 * @parties: (nullable): a flag for each party that passes; %NULL for all
 * @ties: (nullable): a flag for each tie that passes; %NULL for those between parties that do
 *
 * Dims what does not pass a filter, on paper and in files, where no state of a window says so.
 */
void
coalition_map_set_lit (CoalitionMap   *self,
                       const gboolean *parties,
                       const gboolean *ties)
{
  g_return_if_fail (self != NULL);

  g_free (self->lit_parties);
  g_free (self->lit_ties);
  self->lit_parties = parties ? g_memdup2 (parties, MAX (self->n_parties, 1) * sizeof (gboolean)) : NULL;
  self->lit_ties = ties ? g_memdup2 (ties, MAX (self->n_ties, 1) * sizeof (gboolean)) : NULL;
}

/**
 * coalition_map_set_items_left_out:
 * @notes: (nullable): a flag for each note that is not there at all; %NULL if all are
 * @pictures: (nullable): a flag for each picture that is not there at all; %NULL if all are
 *
 * Leaves notes and pictures out, as coalition_map_set_left_out() does parties.
 */
void
coalition_map_set_items_left_out (CoalitionMap   *self,
                                  const gboolean *notes,
                                  const gboolean *pictures)
{
  g_autofree gboolean *absent_notes = NULL;
  g_autofree gboolean *absent_pictures = NULL;

  g_return_if_fail (self != NULL);

  if (notes)
    absent_notes = g_memdup2 (notes, MAX (self->n_notes, 1) * sizeof (gboolean));
  if (pictures)
    absent_pictures = g_memdup2 (pictures, MAX (self->n_pictures, 1) * sizeof (gboolean));
  g_free (self->absent_notes);
  g_free (self->absent_pictures);
  self->absent_notes = g_steal_pointer (&absent_notes);
  self->absent_pictures = g_steal_pointer (&absent_pictures);
  forget_geometry (self);
}

/**
 * coalition_map_set_private:
 * @shown: %FALSE for what partners get: without notes and without the pictures of parties
 *
 * Whether what is private is on the map.
 */
void
coalition_map_set_private (CoalitionMap *self,
                           gboolean      shown)
{
  g_return_if_fail (self != NULL);

  if (self->hide_private == !shown)
    return;
  self->hide_private = !shown;
  for (guint i = 0; i < self->n_parties; i++)
    if (self->parties[i].image >= 0)
      {
        coalition_map_labels_forget (self, i);
        coalition_map_measure_party (self, i);
      }
  forget_geometry (self);
}

/*
 * coalition_map_get_party_bounds:
 * @parties: (nullable): a flag for each party that counts; %NULL for all
 * @bounds: (out): absolute
 *
 * What room parties take together.
 *
 * Returns: %FALSE if there is none
 */
gboolean
coalition_map_get_party_bounds (CoalitionMap   *self,
                                const gboolean *parties,
                                CoalitionBox   *bounds)
{
  gboolean any = FALSE;

  *bounds = (CoalitionBox) { 0, 0, 0, 0 };
  for (guint i = 0; i < self->n_parties; i++)
    {
      const CoalitionMapFigure *figure = &self->figures[i];
      CoalitionBox box = self->boxes[i];

      if ((parties && !parties[i]) || coalition_map_party_is_absent (self, i))
        continue;
      box = (CoalitionBox) { box.left + figure->x, box.top + figure->y, box.right + figure->x, box.bottom + figure->y };
      coalition_map_box_join (bounds, &box, &any);
    }

  return any;
}

/**
 * coalition_map_get_bounds:
 * @parties: (nullable): a flag for each party that counts; %NULL for all, and for forums, notes, pictures and axes too
 * @bounds: (out): a box in map units, absolute
 *
 * What room things on the map take together. Background pictures count as well: they are part of the map.
 *
 * Returns: %FALSE if there is nothing, and @bounds is empty
 */
gboolean
coalition_map_get_bounds (CoalitionMap   *self,
                          const gboolean *parties,
                          CoalitionBox   *bounds)
{
  gboolean any = coalition_map_get_party_bounds (self, parties, bounds);
  CoalitionBox box;

  if (parties)
    return any;
  for (guint i = 0; i < self->n_forums; i++)
    if (coalition_map_get_item_box (self, COALITION_MAP_FORUM, i, &box))
      coalition_map_box_join (bounds, &box, &any);
  for (guint i = 0; i < self->n_notes; i++)
    if (coalition_map_get_item_box (self, COALITION_MAP_NOTE, i, &box))
      coalition_map_box_join (bounds, &box, &any);
  for (guint i = 0; i < self->n_pictures; i++)
    if (coalition_map_get_item_box (self, COALITION_MAP_PICTURE, i, &box))
      coalition_map_box_join (bounds, &box, &any);
  if (coalition_map_axes_get_bounds (self, &box))
    coalition_map_box_join (bounds, &box, &any);

  return any;
}

/**
 * coalition_map_list_taken:
 * @self: a map
 *
 * Room of the notes, and of the pictures that are not in the background: they stay where somebody put them, and no
 * arrangement is to put a party under them.
 *
 * Returns: (transfer full) (element-type CoalitionBox): absolute, in map units
 */
GArray *
coalition_map_list_taken (CoalitionMap *self)
{
  GArray *taken = g_array_new (FALSE, FALSE, sizeof (CoalitionBox));
  CoalitionBox box;

  for (guint i = 0; i < self->n_notes; i++)
    if (coalition_map_get_item_box (self, COALITION_MAP_NOTE, i, &box))
      g_array_append_val (taken, box);
  for (guint i = 0; i < self->n_pictures; i++)
    if (!self->pictures[i].background && coalition_map_get_item_box (self, COALITION_MAP_PICTURE, i, &box))
      g_array_append_val (taken, box);

  return taken;
}

/**
 * coalition_map_get_item_box:
 * @part: %COALITION_MAP_FORUM, %COALITION_MAP_NOTE or %COALITION_MAP_PICTURE; their corners and %COALITION_MAP_BACKGROUND
 *   count as their whole
 * @index: of the forum, note or picture
 * @box: (out): absolute; that of an outline holds its caption
 *
 * Where something that is no party is on this map.
 *
 * Returns: %FALSE if it is not there: a forum none of whose members is on the map, or a note left out as private
 */
gboolean
coalition_map_get_item_box (CoalitionMap    *self,
                            CoalitionMapPart part,
                            guint            index,
                            CoalitionBox    *box)
{
  gboolean any = TRUE;

  g_return_val_if_fail (self != NULL && box != NULL, FALSE);

  *box = (CoalitionBox) { 0, 0, 0, 0 };
  switch (part)
    {
    case COALITION_MAP_FORUM:
      if (index >= self->n_forums || !coalition_map_forum_update (self, index))
        return FALSE;
      *box = self->outlines[index].box;
      if (!coalition_map_forum_is_hub (self, index))
        coalition_map_box_join (box, &self->outlines[index].caption, &any);
      return TRUE;
    case COALITION_MAP_NOTE:
    case COALITION_MAP_NOTE_CORNER:
      if (index >= self->n_notes || !coalition_map_note_is_shown (self, index))
        return FALSE;
      *box = *coalition_map_note_get_box (self, index);
      return TRUE;
    case COALITION_MAP_PICTURE:
    case COALITION_MAP_PICTURE_CORNER:
    case COALITION_MAP_BACKGROUND:
      if (!coalition_map_picture_is_shown (self, index))
        return FALSE;
      *box = self->picture_items[index].box;
      return TRUE;
    case COALITION_MAP_NOTHING:
    case COALITION_MAP_PARTY:
    case COALITION_MAP_PARTY_EDGE:
    case COALITION_MAP_TIE:
    default:
      return FALSE;
    }
}

/**
 * coalition_map_set_item_box:
 * @part: as in coalition_map_get_item_box()
 * @box: the new place, absolute
 *
 * Previews something that is no party at another place, in another size. Of a hub only the middle counts, an outline stays
 * around its members, and a note is never lower than its text.
 */
void
coalition_map_set_item_box (CoalitionMap       *self,
                            CoalitionMapPart    part,
                            guint               index,
                            const CoalitionBox *box)
{
  g_return_if_fail (self != NULL && box != NULL);

  switch (part)
    {
    case COALITION_MAP_FORUM:
      if (index >= self->n_forums || !coalition_map_forum_is_hub (self, index))
        return;
      self->outlines[index].placed = TRUE;
      self->outlines[index].x = (box->left + box->right) / 2;
      self->outlines[index].y = (box->top + box->bottom) / 2;
      self->outlines[index].known = FALSE;
      break;
    case COALITION_MAP_NOTE:
    case COALITION_MAP_NOTE_CORNER:
      if (index >= self->n_notes)
        return;
      self->note_items[index].box = *box;
      self->note_items[index].measured = FALSE;
      break;
    case COALITION_MAP_PICTURE:
    case COALITION_MAP_PICTURE_CORNER:
    case COALITION_MAP_BACKGROUND:
      if (index < self->n_pictures)
        self->picture_items[index].box = *box;
      break;
    case COALITION_MAP_NOTHING:
    case COALITION_MAP_PARTY:
    case COALITION_MAP_PARTY_EDGE:
    case COALITION_MAP_TIE:
    default:
      break;
    }
}
