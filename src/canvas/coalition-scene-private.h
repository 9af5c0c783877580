/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-scene.h"

G_BEGIN_DECLS

/* Shared by the files of the scene only. */

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

  guint generation;
  guint selection_generation;
  guint n_parties;
  guint n_ties;
  gboolean *selected_parties;
  gboolean *selected_ties;
  gboolean *lit_parties;
  gboolean *hidden_parties;

  char *focus;
  char *to_select; /* id of a party just made, selected as soon as the network has it */
  char *tie_from;
  GHashTable *provisional;

  GArray *moved; /* indices of the parties being moved, or NULL */
  CoalitionPlace *bases;
  double dx;
  double dy;
  gboolean committed; /* the command was given; the next network brings the places */
  guint nudge_source;

  CoalitionPlace *from;
  CoalitionPlace *to;
  gint64 start;
};

void coalition_scene_invalidate (CoalitionScene *self);
void coalition_scene_announce   (CoalitionScene *self, const char *sentence);
void coalition_scene_clear_move (CoalitionScene *self);

G_END_DECLS
