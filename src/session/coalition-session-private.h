/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

G_BEGIN_DECLS

/* What a session holds, for the files of this folder. */
struct _CoalitionSession
{
  GObject parent_instance;

  CoalitionDocument *document;
  CoalitionCampaign *campaign;
  CoalitionNetwork *network; /* NULL when it is to be made anew */
  guint network_idle;
  guint search_source;
  CoalitionPlacer placer;
  gpointer placer_data;
  GPtrArray *selected;
  CoalitionRecord *current;
  GHashTable *lit;
  char *panel;
  guint n_running;

  /* How the map is seen: coalition-session-look.c. */
  char *view_id;
  char *collapsed;
  char *look; /* what the view says of colors, sizes and filter */
  char *as_of;
  char *compare_to;
  CoalitionFilter *filter;
  char *filter_text; /* of which filter was made */
  gboolean *shown_parties; /* NULL unless something is left out */
  gboolean *shown_ties;
  gboolean shown_known;
  CoalitionEncoding *encoding; /* NULL when it is to be made anew */
  CoalitionMeasures *measures;
  guint64 measured; /* hash of the ties that measures are of */
  guint64 measuring;
  GCancellable *measuring_cancellable;
};

void coalition_session_look_begin    (CoalitionSession *self);
void coalition_session_look_changed  (CoalitionSession *self, GPtrArray *changes);
void coalition_session_look_dispose  (CoalitionSession *self);
void coalition_session_forget_network (CoalitionSession *self);
void coalition_session_network_is_old (CoalitionSession *self);
void coalition_session_delete_images (CoalitionSession *self, CoalitionCommand *command, GHashTable *records);

G_END_DECLS
