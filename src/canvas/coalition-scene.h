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

/* Places snap to this, in map units: it is the distance of the dots that are painted while something is dragged. */
#define COALITION_SCENE_GRID 24.0

/**
 * CoalitionScene:
 *
 * What the canvas shows and what its tools work on, without any widget: the session's network as a drawn map, the
 * viewport, what is selected, lit, focused and being moved. Parties are indices of the network of the moment; the
 * focus and what is moved survive a new network by id.
 *
 * Signals: "changed" (paint again), "map-changed" (a new network or theme), "focus-changed", "ask-party" (map x, map y,
 * id of the party a tie is to come from or %NULL): the person is to name a new party there; "ask-tie" (from id, to id):
 * which kind of tie; "ask-rename" (id); "ask-forum" (map x, map y, ids of parties as a string array): the name of a new
 * forum of these; "ask-note" (id or %NULL, map x, map y, width, height): the text of a note, a new one if there is no
 * id; "ask-merge" (ids of parties): which of them is kept; "announce" (a sentence for screen readers).
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
void               coalition_scene_set_contrast     (CoalitionScene *self, gboolean contrast);
void               coalition_scene_set_routes       (CoalitionScene *self, GPtrArray *routes);
GPtrArray         *coalition_scene_get_routes       (CoalitionScene *self);
const char        *coalition_scene_get_view_id      (CoalitionScene *self);
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
CoalitionBox      *coalition_scene_dup_shown_boxes  (CoalitionScene *self, guint *n_boxes);
CoalitionBox      *coalition_scene_dup_taken_boxes  (CoalitionScene *self, guint *n_boxes);
gboolean           coalition_scene_is_left_out      (CoalitionScene *self, guint party);
gboolean           coalition_scene_has_places       (CoalitionScene *self);
CoalitionRecord   *coalition_scene_get_record       (CoalitionScene *self, guint party);
CoalitionRecord   *coalition_scene_get_tie_record   (CoalitionScene *self, guint tie);
CoalitionMapPart   coalition_scene_pick             (CoalitionScene *self, double x, double y, guint *index);
gboolean           coalition_scene_is_selected      (CoalitionScene *self, guint party);
GArray            *coalition_scene_get_selected     (CoalitionScene *self);
GPtrArray         *coalition_scene_dup_records      (CoalitionScene *self, const guint *parties, guint n_parties);
char              *coalition_scene_describe_party   (CoalitionScene *self, guint party);

/* Choosing. */
int                coalition_scene_get_focus        (CoalitionScene *self);
void               coalition_scene_set_focus        (CoalitionScene *self, int party);
void               coalition_scene_click            (CoalitionScene *self, CoalitionMapPart part, guint index, gboolean extend);
void               coalition_scene_select_flags     (CoalitionScene *self, const gboolean *parties, const CoalitionBox *within,
                                                     gboolean extend);
void               coalition_scene_select_all       (CoalitionScene *self);
void               coalition_scene_walk             (CoalitionScene *self, CoalitionDirection direction, gboolean extend);
gboolean           coalition_scene_cancel           (CoalitionScene *self);

/* Forums, notes and pictures: a part of the map and an index. What is dragged by its corner counts as the whole. */
CoalitionMapPart   coalition_scene_whole_part       (CoalitionMapPart part);
gboolean           coalition_scene_is_item          (CoalitionMapPart part);
const char        *coalition_scene_get_item_id      (CoalitionScene *self, CoalitionMapPart part, guint index);
CoalitionRecord   *coalition_scene_get_item_record  (CoalitionScene *self, CoalitionMapPart part, guint index);
gboolean           coalition_scene_find_item        (CoalitionScene *self, const char *id, CoalitionMapPart *part, guint *index);
gboolean           coalition_scene_get_item_box     (CoalitionScene *self, CoalitionMapPart part, guint index, CoalitionBox *box);
gboolean           coalition_scene_is_item_selected (CoalitionScene *self, CoalitionMapPart part, guint index);
char              *coalition_scene_describe_item    (CoalitionScene *self, CoalitionMapPart part, guint index);
gboolean           coalition_scene_get_item_focus   (CoalitionScene *self, CoalitionMapPart *part, guint *index);
void               coalition_scene_set_item_focus   (CoalitionScene *self, CoalitionMapPart part, guint index);
void               coalition_scene_walk_items       (CoalitionScene *self, int by);
void               coalition_scene_set_reaches_background (CoalitionScene *self, gboolean reaches);
int                coalition_scene_find_background  (CoalitionScene *self, double x, double y);

/* Moving: previewed on the map, then one command. */
void               coalition_scene_begin_move       (CoalitionScene *self);
void               coalition_scene_move_by          (CoalitionScene *self, double dx, double dy);
void               coalition_scene_end_move         (CoalitionScene *self);
void               coalition_scene_cancel_move      (CoalitionScene *self);
gboolean           coalition_scene_is_moving        (CoalitionScene *self);
void               coalition_scene_begin_resize     (CoalitionScene *self, CoalitionMapPart part, guint index);
void               coalition_scene_set_snap         (CoalitionScene *self, gboolean snap);
GArray            *coalition_scene_get_moved_boxes  (CoalitionScene *self);
void               coalition_scene_nudge_size       (CoalitionScene *self, double dx, double dy);
void               coalition_scene_nudge            (CoalitionScene *self, double dx, double dy);
void               coalition_scene_end_nudge        (CoalitionScene *self);
void               coalition_scene_pin              (CoalitionScene *self, gboolean pinned);
void               coalition_scene_set_provisional  (CoalitionScene *self, const char *id, double x, double y);

/* Tying from the keyboard: a party is chosen, the arrows lead to the other. */
int                coalition_scene_get_tie_from     (CoalitionScene *self);
void               coalition_scene_begin_tie        (CoalitionScene *self);
void               coalition_scene_take_tie         (CoalitionScene *self, guint to);

/* Edits of what is selected, each one command. */
void               coalition_scene_align            (CoalitionScene *self, CoalitionAlignment alignment);
void               coalition_scene_duplicate        (CoalitionScene *self);
void               coalition_scene_add_parties      (CoalitionScene *self, const char *const *names, double x, double y,
                                                      GArray *covered);
void               coalition_scene_add_note         (CoalitionScene *self, const char *text, const CoalitionBox *box);
void               coalition_scene_write_note       (CoalitionScene *self, const char *id, const char *text);
void               coalition_scene_add_to_forum     (CoalitionScene *self, const char *forum);
void               coalition_scene_leave_forum      (CoalitionScene *self, const char *forum);
void               coalition_scene_show_near        (CoalitionScene *self, guint n_steps);
guint              coalition_scene_get_near         (CoalitionScene *self);
void               coalition_scene_collapse         (CoalitionScene *self, const char *group);
void               coalition_scene_collapse_selected (CoalitionScene *self);
void               coalition_scene_expand           (CoalitionScene *self, const char *group);
void               coalition_scene_expand_selected  (CoalitionScene *self);
void               coalition_scene_select_later     (CoalitionScene *self, const char *id);

/* Asking the person. */
void               coalition_scene_ask_forum        (CoalitionScene *self);
void               coalition_scene_ask_note         (CoalitionScene *self, const char *id, const CoalitionBox *box);
void               coalition_scene_ask_merge        (CoalitionScene *self);
void               coalition_scene_ask_rename_record (CoalitionScene *self, const char *id);
void               coalition_scene_ask_party        (CoalitionScene *self, double x, double y, const char *tie_from);
void               coalition_scene_ask_tie          (CoalitionScene *self, const char *from, const char *to);
void               coalition_scene_ask_rename       (CoalitionScene *self, guint party);
void               coalition_scene_add_party        (CoalitionScene *self, const char *name, double x, double y,
                                                     const char *tie_from, const char *tie_kind);
void               coalition_scene_announce         (CoalitionScene *self, const char *sentence);
void               coalition_scene_changed          (CoalitionScene *self);

G_END_DECLS
