/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-canvas-private.h"
#include "coalition-space.h"

#include <math.h>

/* What is painted over the picture of the map. */

/* What selection, shadows and curved ties reach beyond the boxes of parties, in map units. */
#define OVERLAY_REACH 40

/* The parties over the picture and those at the other end of their ties; of a hub that is moved, or whose members are,
 * all members, since lines lead to them. */
static gboolean *
flag_touched (CoalitionCanvas         *self,
              const CoalitionMapState *state)
{
  CoalitionNetwork *network = coalition_scene_get_network (self->scene);
  guint n_parties = coalition_scene_get_n_parties (self->scene), n_forums;
  gboolean *touched = g_new0 (gboolean, n_parties + 1);
  const CoalitionNetworkTie *ties = coalition_network_get_ties (network, NULL);
  const CoalitionNetworkForum *forums = coalition_network_get_forums (network, &n_forums);

  for (guint i = 0; i < n_parties; i++)
    {
      guint n_ties = 0;
      const guint *ties_of = state->hidden_parties[i] ? coalition_network_get_ties_of (network, i, &n_ties) : NULL;

      touched[i] = touched[i] || state->hidden_parties[i];
      for (guint j = 0; j < n_ties; j++)
        touched[ties[ties_of[j]].from] = touched[ties[ties_of[j]].to] = TRUE;
    }
  for (guint i = 0; i < n_forums; i++)
    {
      gboolean moved = state->hidden_forums != NULL && state->hidden_forums[i];

      for (guint j = 0; j < forums[i].n_members && !moved; j++)
        moved = state->hidden_parties[forums[i].members[j]];
      for (guint j = 0; moved && j < forums[i].n_members; j++)
        touched[forums[i].members[j]] = TRUE;
    }
  return touched;
}

static void
unite_items (CoalitionCanvas         *self,
             const CoalitionMapState *state,
             const gboolean          *touched,
             CoalitionBox            *bounds)
{
  CoalitionNetwork *network = coalition_scene_get_network (self->scene);
  CoalitionMap *map = coalition_scene_get_map (self->scene);
  guint n_forums, n_notes, n_pictures;
  const CoalitionNetworkForum *forums = coalition_network_get_forums (network, &n_forums);
  CoalitionBox box;

  coalition_network_get_notes (network, &n_notes);
  coalition_network_get_pictures (network, &n_pictures);
  for (guint i = 0; i < n_forums; i++)
    if (((state->hidden_forums != NULL && state->hidden_forums[i]) || (forums[i].n_members > 0 && touched[forums[i].members[0]]))
        && coalition_map_get_item_box (map, COALITION_MAP_FORUM, i, &box))
      *bounds = coalition_box_unite (bounds, &box);
  for (guint i = 0; state->hidden_notes != NULL && i < n_notes; i++)
    if (state->hidden_notes[i] && coalition_map_get_item_box (map, COALITION_MAP_NOTE, i, &box))
      *bounds = coalition_box_unite (bounds, &box);
  for (guint i = 0; state->hidden_pictures != NULL && i < n_pictures; i++)
    if (state->hidden_pictures[i] && coalition_map_get_item_box (map, COALITION_MAP_PICTURE, i, &box))
      *bounds = coalition_box_unite (bounds, &box);
}

/**
 * coalition_canvas_paint_overlay:
 * @self: a canvas with a map
 * @snapshot: what is painted on
 * @state: what the picture of the map lacks, see coalition_layer_get_overlay()
 *
 * Paints what is being moved: parties with their ties and forums, hubs, notes and pictures.
 */
void
coalition_canvas_paint_overlay (CoalitionCanvas         *self,
                                GtkSnapshot             *snapshot,
                                const CoalitionMapState *state)
{
  CoalitionMap *map = coalition_scene_get_map (self->scene);
  CoalitionViewport *viewport = coalition_scene_get_viewport (self->scene);
  g_autofree gboolean *touched = flag_touched (self, state);
  double zoom = coalition_viewport_get_zoom (viewport), width, height, x, y;
  CoalitionBox bounds, seen;
  cairo_t *cr;

  if (!coalition_map_get_bounds (map, touched, &bounds))
    bounds = (CoalitionBox) { INFINITY, INFINITY, -INFINITY, -INFINITY };
  unite_items (self, state, touched, &bounds);
  if (bounds.right < bounds.left)
    return;
  bounds.left -= OVERLAY_REACH;
  bounds.top -= OVERLAY_REACH;
  bounds.right += OVERLAY_REACH;
  bounds.bottom += OVERLAY_REACH;
  coalition_viewport_get_size (viewport, &width, &height);
  coalition_viewport_to_widget (viewport, bounds.left, bounds.top, &seen.left, &seen.top);
  coalition_viewport_to_widget (viewport, bounds.right, bounds.bottom, &seen.right, &seen.bottom);
  seen.left = MAX (0, floor (seen.left));
  seen.top = MAX (0, floor (seen.top));
  seen.right = MIN (width, ceil (seen.right));
  seen.bottom = MIN (height, ceil (seen.bottom));
  if (seen.right <= seen.left || seen.bottom <= seen.top)
    return;

  coalition_viewport_to_map (viewport, seen.left, seen.top, &bounds.left, &bounds.top);
  coalition_viewport_to_map (viewport, seen.right, seen.bottom, &bounds.right, &bounds.bottom);
  coalition_viewport_get_offset (viewport, &x, &y);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) seen.left, (float) seen.top,
                                                                 (float) (seen.right - seen.left), (float) (seen.bottom - seen.top)));
  cairo_translate (cr, x, y);
  cairo_scale (cr, zoom, zoom);
  coalition_map_paint (map, cr, zoom * gtk_widget_get_scale_factor (GTK_WIDGET (self)), &bounds, state);
  cairo_destroy (cr);
}

static gboolean
shows_focus (CoalitionCanvas *self,
             int             *focus)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  CoalitionMapPart part;
  guint item;

  *focus = coalition_scene_get_focus (self->scene);
  if (*focus < 0 || coalition_scene_get_item_focus (self->scene, &part, &item))
    return FALSE;
  if (coalition_scene_get_tie_from (self->scene) >= 0)
    return TRUE;
  return !coalition_scene_is_selected (self->scene, *focus) && GTK_IS_WINDOW (root) && gtk_window_get_focus_visible (GTK_WINDOW (root))
         && (gtk_widget_is_focus (GTK_WIDGET (self)) || gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL);
}

/**
 * coalition_canvas_paint_focus:
 * @self: a canvas with a map
 * @snapshot: what is painted on
 *
 * Paints the ring around the party that the arrows have reached, and the line to it while a tie waits for its other end.
 */
void
coalition_canvas_paint_focus (CoalitionCanvas *self,
                              GtkSnapshot     *snapshot)
{
  CoalitionViewport *viewport = coalition_scene_get_viewport (self->scene);
  CoalitionMap *map = coalition_scene_get_map (self->scene);
  double zoom = coalition_viewport_get_zoom (viewport), x, y, from_x, from_y;
  int focus, from = coalition_scene_get_tie_from (self->scene);
  const CoalitionBox *room;
  CoalitionMapState state;
  graphene_rect_t bounds;
  cairo_t *cr;

  if (!shows_focus (self, &focus))
    return;
  room = &coalition_map_get_boxes (map)[focus];
  coalition_map_get_place (map, focus, &x, &y);
  coalition_viewport_to_widget (viewport, x, y, &x, &y);
  graphene_rect_init (&bounds, (float) (x + room->left * zoom - 8), (float) (y + room->top * zoom - 8),
                      (float) ((room->right - room->left) * zoom + 16), (float) ((room->bottom - room->top) * zoom + 16));
  from_x = x;
  from_y = y;
  if (from >= 0)
    {
      coalition_map_get_place (map, from, &from_x, &from_y);
      coalition_viewport_to_widget (viewport, from_x, from_y, &from_x, &from_y);
      graphene_rect_expand (&bounds, &GRAPHENE_POINT_INIT ((float) from_x, (float) from_y), &bounds);
    }
  graphene_rect_inset (&bounds, -4, -4);
  coalition_scene_get_state (self->scene, &state);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_set_source_rgb (cr, state.accent[0], state.accent[1], state.accent[2]);
  cairo_set_line_width (cr, 2);
  if (from >= 0 && from != focus)
    {
      cairo_move_to (cr, from_x, from_y);
      cairo_line_to (cr, x, y);
      cairo_stroke (cr);
    }
  cairo_set_dash (cr, (double[]) { 5, 3 }, 2, 0);
  cairo_rectangle (cr, x + room->left * zoom - 6, y + room->top * zoom - 6,
                   (room->right - room->left) * zoom + 12, (room->bottom - room->top) * zoom + 12);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/**
 * coalition_canvas_paint_tool:
 * @self: a canvas with a scene
 * @snapshot: what is painted on
 *
 * Paints what the gesture under way shows over the map, and the frames of pictures that are being read.
 */
void
coalition_canvas_paint_tool (CoalitionCanvas *self,
                             GtkSnapshot     *snapshot)
{
  CoalitionBox box;
  cairo_t *cr;

  coalition_canvas_paint_loading (self, snapshot);
  if (self->tool == NULL || !coalition_tool_measure (self->tool, &box))
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) floor (box.left) - 2, (float) floor (box.top) - 2,
                                                                 (float) ceil (box.right - box.left) + 5,
                                                                 (float) ceil (box.bottom - box.top) + 5));
  coalition_tool_paint (self->tool, cr);
  cairo_destroy (cr);
}
