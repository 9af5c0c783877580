/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-canvas-private.h"

#include <math.h>

/* The part of the canvas that chooses what of the map is seen. */

#define FLIGHT (200 * G_TIME_SPAN_MILLISECOND)

static void
fly (CoalitionCanvas *self,
     double           zoom,
     double           x,
     double           y,
     gboolean         animated)
{
  animated = animated && coalition_canvas_wants_motion (self) && gtk_widget_get_mapped (GTK_WIDGET (self));
  self->fit_zoom = 0;
  coalition_viewport_fly (coalition_scene_get_viewport (self->scene), zoom, x, y, g_get_monotonic_time (), animated ? FLIGHT : 0);
  if (animated)
    coalition_canvas_keep_ticking (self);
}

/* In map units, about: how high and how long the names of the axes of a power map are when it is seen from far. */
#define NAME_ROOM 42.0
#define NAME_LENGTH 260.0

/* Forgets cards that cover much: a legend that somebody unfolded where there is little room is read and folded again, and a
 * map that made room for it would be too small for names. */
static void
forget_large (CoalitionCanvas *self,
              GArray          *cards)
{
  double width, height;

  coalition_viewport_get_size (coalition_scene_get_viewport (self->scene), &width, &height);
  for (guint i = cards->len; i > 0; i--)
    {
      const CoalitionBox *card = &g_array_index (cards, CoalitionBox, i - 1);

      if ((card->right - card->left) * 2 > width && (card->bottom - card->top) * 3 > height)
        g_array_remove_index (cards, i - 1);
    }
}

/* Adds the room of the names around a power map, whose middle is (0, 0): title and names at the top, then at the left and at
 * the bottom. Names at the right are between the axes and the tray. Takes @boxes over. */
static CoalitionBox *
add_names (CoalitionBox       *boxes,
           guint              *n_boxes,
           const CoalitionBox *bounds)
{
  boxes = g_renew (CoalitionBox, boxes, *n_boxes + 3);
  boxes[(*n_boxes)++] = (CoalitionBox) { bounds->left, bounds->top, bounds->right, bounds->top + NAME_ROOM };
  boxes[(*n_boxes)++] = (CoalitionBox) { bounds->left, -NAME_LENGTH / 2, bounds->left + NAME_ROOM, NAME_LENGTH / 2 };
  boxes[(*n_boxes)++] = (CoalitionBox) { -NAME_LENGTH / 2, bounds->bottom - NAME_ROOM, NAME_LENGTH / 2, bounds->bottom };
  return boxes;
}

/**
 * coalition_canvas_fit:
 * @self: a canvas
 * @animated: whether to fly there
 *
 * Shows the whole map as large as it can be, clear of the cards.
 */
void
coalition_canvas_fit (CoalitionCanvas *self,
                      gboolean         animated)
{
  g_autoptr (GArray) cards = NULL;
  g_autofree CoalitionBox *boxes = NULL;
  CoalitionBox bounds;
  double zoom, x, y;
  guint n_boxes;

  if (self->scene == NULL || !coalition_scene_get_bounds (self->scene, &bounds))
    return;
  cards = coalition_canvas_get_cards (self);
  forget_large (self, cards);
  boxes = coalition_scene_dup_shown_boxes (self->scene, &n_boxes);
  if (g_strcmp0 (coalition_record_get_text (coalition_session_get_view (self->session), "layout"), "power") == 0)
    boxes = add_names (boxes, &n_boxes, &bounds);
  coalition_viewport_find_fit (coalition_scene_get_viewport (self->scene), &bounds,
                               boxes, n_boxes,
                               (CoalitionBox *) (gpointer) cards->data, cards->len, &zoom, &x, &y);
  fly (self, zoom, x, y, animated);
  self->fit_zoom = zoom;
  self->fit_x = x;
  self->fit_y = y;
}

static void
restore_view (CoalitionCanvas *self,
              gboolean         animated)
{
  CoalitionRecord *view = coalition_session_get_view (self->session);
  double zoom = 0, center_x, center_y, width, height;

  g_free (self->fitted_view);
  self->fitted_view = g_strdup (coalition_scene_get_view_id (self->scene));
  if (view == NULL || !coalition_record_get_real (view, "zoom", &zoom) || zoom <= 0
      || !coalition_record_get_real (view, "center_x", &center_x) || !coalition_record_get_real (view, "center_y", &center_y))
    {
      coalition_canvas_fit (self, animated);
      return;
    }
  zoom = CLAMP (zoom, COALITION_VIEWPORT_MINIMUM_ZOOM, COALITION_VIEWPORT_MAXIMUM_ZOOM);
  coalition_viewport_get_size (coalition_scene_get_viewport (self->scene), &width, &height);
  fly (self, zoom, round (width / 2 - center_x * zoom), round (height / 2 - center_y * zoom), animated);
}

/**
 * coalition_canvas_fit_if_new:
 * @self: a canvas
 *
 * Fits the map once per campaign, as soon as anything has a place and the cards have theirs; and again when the canvas is
 * given another size, unless the person has looked elsewhere meanwhile. A view that keeps its zoom is shown with that.
 */
void
coalition_canvas_fit_if_new (CoalitionCanvas *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  guint n_parties = coalition_scene_get_n_parties (self->scene);

  if (self->fitted == campaign)
    {
      if (self->fit_again)
        coalition_canvas_fit (self, FALSE);
      self->fit_again = FALSE;
      return;
    }
  if (coalition_scene_has_places (self->scene))
    {
      self->fitted = campaign;
      restore_view (self, FALSE);
      return;
    }
  if (n_parties == 0 && campaign != NULL)
    {
      double width, height;

      coalition_viewport_get_size (coalition_scene_get_viewport (self->scene), &width, &height);
      coalition_viewport_set (coalition_scene_get_viewport (self->scene), 1, floor (width / 2), floor (height / 2));
    }
}

/**
 * coalition_canvas_follow_view:
 * @self: a canvas with a scene
 *
 * Shows another view of the campaign as that was kept, or in whole, if the map has just changed to it.
 */
void
coalition_canvas_follow_view (CoalitionCanvas *self)
{
  const char *id = coalition_scene_get_view_id (self->scene);

  if (self->fitted == NULL || self->fitted != coalition_session_get_campaign (self->session)
      || g_strcmp0 (id, self->fitted_view) == 0 || !coalition_scene_has_places (self->scene))
    return;
  restore_view (self, TRUE);
}

/**
 * coalition_canvas_keep_fit:
 * @self: a canvas
 *
 * Fits the map again in the next frame, unless the person has taken another view since it was last fitted. To be called
 * when the ground that is free for the map changes.
 */
void
coalition_canvas_keep_fit (CoalitionCanvas *self)
{
  CoalitionViewport *viewport = self->scene != NULL ? coalition_scene_get_viewport (self->scene) : NULL;
  double x, y;

  if (viewport == NULL || self->fit_zoom <= 0)
    return;
  coalition_viewport_get_offset (viewport, &x, &y);
  if (coalition_viewport_is_flying (viewport)
      || (coalition_viewport_get_zoom (viewport) == self->fit_zoom && x == self->fit_x && y == self->fit_y))
    self->fit_again = TRUE;
}

/**
 * coalition_canvas_zoom_by:
 * @self: a canvas
 * @factor: more than 1 to come closer; 0 for 100 %
 *
 * Zooms about the middle of the widget.
 */
void
coalition_canvas_zoom_by (CoalitionCanvas *self,
                          double           factor)
{
  CoalitionViewport *viewport;
  double width, height;

  if (self->scene == NULL)
    return;
  viewport = coalition_scene_get_viewport (self->scene);
  coalition_viewport_get_size (viewport, &width, &height);
  coalition_viewport_zoom_at (viewport, factor > 0 ? factor : 1 / coalition_viewport_get_zoom (viewport), width / 2, height / 2);
}

/**
 * coalition_canvas_reveal_box:
 * @self: a canvas with a scene
 * @box: map units
 *
 * Flies to something, unless it can be seen and read where it is.
 */
void
coalition_canvas_reveal_box (CoalitionCanvas    *self,
                             const CoalitionBox *box)
{
  g_autoptr (GArray) cards = coalition_canvas_get_cards (self);
  double zoom, x, y;

  if (coalition_viewport_find_reveal (coalition_scene_get_viewport (self->scene), box,
                                      (CoalitionBox *) (gpointer) cards->data, cards->len, &zoom, &x, &y))
    fly (self, zoom, x, y, TRUE);
}

/* Index of a party, or of the collapsed group that it is in, or -1. */
static int
find_party_or_group (CoalitionCanvas *self,
                     const char      *id)
{
  CoalitionNetwork *network = coalition_scene_get_network (self->scene);
  int index = coalition_network_find_party (network, id);

  for (guint i = 0; index < 0 && i < coalition_scene_get_n_parties (self->scene); i++)
    if (coalition_scene_get_party (self->scene, i)->members > 0)
      {
        const char *const *ids = coalition_network_get_member_ids (network, i);

        if (ids != NULL && g_strv_contains (ids, id))
          index = (int) i;
      }
  return index;
}

static gboolean
find_tie_box (CoalitionCanvas *self,
              const char      *id,
              CoalitionBox    *bounds)
{
  CoalitionNetwork *network = coalition_scene_get_network (self->scene);
  g_autofree CoalitionBox *boxes = coalition_scene_dup_boxes (self->scene);
  int index = coalition_network_find_tie (network, id);
  const CoalitionNetworkTie *tie;

  if (index < 0)
    return FALSE;
  tie = &coalition_network_get_ties (network, NULL)[index];
  *bounds = (CoalitionBox) {
    MIN (boxes[tie->from].left, boxes[tie->to].left), MIN (boxes[tie->from].top, boxes[tie->to].top),
    MAX (boxes[tie->from].right, boxes[tie->to].right), MAX (boxes[tie->from].bottom, boxes[tie->to].bottom),
  };
  return TRUE;
}

/**
 * coalition_canvas_reveal_party:
 * @self: a canvas with a scene
 * @party: index of a party
 *
 * Flies to a party or a collapsed group, unless it can be seen and read where it is.
 */
void
coalition_canvas_reveal_party (CoalitionCanvas *self,
                               guint            party)
{
  g_autofree CoalitionBox *boxes = coalition_scene_dup_boxes (self->scene);

  coalition_canvas_reveal_box (self, &boxes[party]);
}

/**
 * coalition_canvas_reveal:
 * @self: a canvas
 * @record: (nullable): a party, tie, forum, note or picture; others are passed over
 *
 * Flies to a party, to the two ends of a tie, to all of a forum, to a note or picture, unless it can be seen and read
 * where it is.
 */
void
coalition_canvas_reveal (CoalitionCanvas *self,
                         CoalitionRecord *record)
{
  CoalitionNetwork *network = self->scene != NULL ? coalition_scene_get_network (self->scene) : NULL;
  const char *id = record != NULL ? coalition_record_get_id (record) : NULL;
  CoalitionMapPart part;
  CoalitionBox bounds;
  guint item;
  int index;

  if (record == NULL || network == NULL)
    return;
  if (coalition_record_is (record, &coalition_kind_party))
    {
      index = find_party_or_group (self, id);
      if (index < 0)
        return;
      coalition_scene_set_focus (self->scene, index);
      coalition_canvas_reveal_party (self, (guint) index);
    }
  else if (coalition_record_is (record, &coalition_kind_tie))
    {
      if (find_tie_box (self, id, &bounds))
        coalition_canvas_reveal_box (self, &bounds);
    }
  else if (coalition_scene_find_item (self->scene, id, &part, &item)
           && coalition_scene_get_item_box (self->scene, part, item, &bounds))
    {
      coalition_scene_set_item_focus (self->scene, part, item);
      coalition_canvas_reveal_box (self, &bounds);
    }
}
