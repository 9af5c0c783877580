/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-scene.h"

G_BEGIN_DECLS

/* Shared by the files of the scene only. */

/**
 * MovedItem:
 * @part: a forum drawn as a hub, a note or a picture
 * @base: where it was before the move
 * @box: where it is shown now
 * @over: it is painted over the picture of the map; what lies in the background is not
 *
 * Something besides parties that is being moved or resized.
 */
typedef struct {
  CoalitionMapPart part;
  guint index;
  CoalitionBox base;
  CoalitionBox box;
  gboolean over;
} MovedItem;

struct _CoalitionScene
{
  GObject parent_instance;

  CoalitionSession *session;
  CoalitionViewport *viewport;
  CoalitionNetwork *network;
  CoalitionMap *map;
  CoalitionMapTheme theme;
  char *font;
  double accent[3];
  gboolean animated;
  gboolean contrast;
  char *view_id; /* of the view that the network was taken from */
  GPtrArray *routes; /* of the ties of the network, or NULL */

  guint generation;
  guint selection_generation;
  guint n_parties;
  guint n_ties;
  gboolean *selected_parties;
  gboolean *selected_ties;
  gboolean *lit_parties;
  gboolean *lit_ties;
  gboolean *lit_forums;
  gboolean *left_out; /* flags of parties that are not there at all, or NULL */
  gboolean *hidden_parties;
  guint n_forums;
  guint n_notes;
  guint n_pictures;
  gboolean *selected_forums;
  gboolean *selected_notes;
  gboolean *selected_pictures;
  gboolean *hidden_forums; /* hubs, notes and pictures that are being moved: painted over the picture of the map, or NULL */
  gboolean *hidden_notes;
  gboolean *hidden_pictures;

  char *focus;
  char *item_focus; /* id of the forum, note or picture that the keyboard is at, or NULL */
  char *to_select; /* id of a record just made, selected as soon as the network has it */
  char **to_select_all; /* ids of parties just made, selected as soon as the network has them all */
  gboolean reaches_background; /* background pictures are found by the pointer like others */
  char *tie_from;
  GHashTable *provisional;

  GArray *moved; /* indices of the parties being moved, or NULL */
  CoalitionPlace *bases;
  GArray *moved_items; /* of MovedItem, as long as moved */
  gboolean resizing; /* the one item that is moved changes its size */
  gboolean snap;
  double dx;
  double dy;
  gboolean committed; /* the command was given; the next network brings the places */
  guint nudge_source;

  CoalitionPlace *from;
  CoalitionPlace *to;
  gint64 start;
};

void coalition_scene_invalidate (CoalitionScene *self);
void coalition_scene_clear_move (CoalitionScene *self);
void coalition_scene_read_selection (CoalitionScene *self);
void coalition_scene_read_lit   (CoalitionScene *self);
void coalition_scene_dress_map  (CoalitionScene *self);
void coalition_scene_set_position (CoalitionScene *self, CoalitionCommand *command, const char *view, guint party,
                                   double dx, double dy, gboolean pinned);
void coalition_scene_clear_flags (CoalitionScene *self);

G_END_DECLS
