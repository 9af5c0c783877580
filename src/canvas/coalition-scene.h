/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-map.h"
#include "coalition-session.h"
#include "coalition-viewport.h"
#include "coalition-walk.h"

G_BEGIN_DECLS

/* From this many parties on the map is painted in a thread and nothing that touches all of it is animated. */
#define COALITION_SCENE_LARGE 300

/**
 * CoalitionScene:
 *
 * What the canvas shows and what its tools work on, without any widget: the session's network as a drawn map, the
 * viewport, what is selected, lit, focused and being moved. Parties are indices of the network of the moment; the
 * focus and what is moved survive a new network by id.
 *
 * Signals: "changed" (paint again), "map-changed" (a new network or theme), "focus-changed", "ask-party" (map x, map y,
 * id of the party a tie is to come from or %NULL): the person is to name a new party there; "ask-tie" (from id, to id):
 * which kind of tie; "ask-rename" (id); "announce" (a sentence for screen readers).
 */
#define COALITION_TYPE_SCENE (coalition_scene_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionScene, coalition_scene, COALITION, SCENE, GObject)

CoalitionScene    *coalition_scene_new              (CoalitionSession *session);
CoalitionSession  *coalition_scene_get_session      (CoalitionScene *self);
CoalitionViewport *coalition_scene_get_viewport     (CoalitionScene *self);
CoalitionMap      *coalition_scene_get_map          (CoalitionScene *self);
CoalitionNetwork  *coalition_scene_get_network      (CoalitionScene *self);
const char        *coalition_scene_get_font         (CoalitionScene *self);
void               coalition_scene_set_look         (CoalitionScene *self, CoalitionMapTheme theme, const char *font,
                                                     const double accent[3]);
void               coalition_scene_set_animated     (CoalitionScene *self, gboolean animated);
gboolean           coalition_scene_is_large         (CoalitionScene *self);

/* Painting. */
guint              coalition_scene_get_generation   (CoalitionScene *self);
guint              coalition_scene_get_selection_generation (CoalitionScene *self);
void               coalition_scene_get_state        (CoalitionScene *self, CoalitionMapState *state);
gboolean           coalition_scene_step             (CoalitionScene *self, gint64 now);

/* Asking. */
guint              coalition_scene_get_n_parties    (CoalitionScene *self);
const CoalitionNetworkParty *coalition_scene_get_party (CoalitionScene *self, guint index);
CoalitionPlace    *coalition_scene_dup_places       (CoalitionScene *self);
CoalitionBox      *coalition_scene_dup_boxes        (CoalitionScene *self);
gboolean           coalition_scene_get_bounds       (CoalitionScene *self, CoalitionBox *bounds);
gboolean           coalition_scene_has_places       (CoalitionScene *self);
CoalitionRecord   *coalition_scene_get_record       (CoalitionScene *self, guint party);
CoalitionRecord   *coalition_scene_get_tie_record   (CoalitionScene *self, guint tie);
CoalitionMapPart   coalition_scene_pick             (CoalitionScene *self, double x, double y, guint *index);
gboolean           coalition_scene_is_selected      (CoalitionScene *self, guint party);
GArray            *coalition_scene_get_selected     (CoalitionScene *self);
char              *coalition_scene_describe_party   (CoalitionScene *self, guint party);

/* Choosing. */
int                coalition_scene_get_focus        (CoalitionScene *self);
void               coalition_scene_set_focus        (CoalitionScene *self, int party);
void               coalition_scene_click            (CoalitionScene *self, CoalitionMapPart part, guint index, gboolean extend);
void               coalition_scene_select_flags     (CoalitionScene *self, const gboolean *parties, gboolean extend);
void               coalition_scene_select_all       (CoalitionScene *self);
void               coalition_scene_walk             (CoalitionScene *self, CoalitionDirection direction, gboolean extend);
gboolean           coalition_scene_cancel           (CoalitionScene *self);

/* Moving: previewed on the map, then one command. */
void               coalition_scene_begin_move       (CoalitionScene *self);
void               coalition_scene_move_by          (CoalitionScene *self, double dx, double dy);
void               coalition_scene_end_move         (CoalitionScene *self);
void               coalition_scene_cancel_move      (CoalitionScene *self);
gboolean           coalition_scene_is_moving        (CoalitionScene *self);
void               coalition_scene_nudge            (CoalitionScene *self, double dx, double dy);
void               coalition_scene_end_nudge        (CoalitionScene *self);
void               coalition_scene_pin              (CoalitionScene *self, gboolean pinned);
void               coalition_scene_set_provisional  (CoalitionScene *self, const char *id, double x, double y);

/* Tying from the keyboard: a party is chosen, the arrows lead to the other. */
int                coalition_scene_get_tie_from     (CoalitionScene *self);
void               coalition_scene_begin_tie        (CoalitionScene *self);
void               coalition_scene_take_tie         (CoalitionScene *self, guint to);

/* Asking the person. */
void               coalition_scene_ask_party        (CoalitionScene *self, double x, double y, const char *tie_from);
void               coalition_scene_ask_tie          (CoalitionScene *self, const char *from, const char *to);
void               coalition_scene_ask_rename       (CoalitionScene *self, guint party);
void               coalition_scene_add_party        (CoalitionScene *self, const char *name, double x, double y,
                                                     const char *tie_from, const char *tie_kind);
void               coalition_scene_changed          (CoalitionScene *self);

G_END_DECLS
