/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-document.h"
#include "coalition-encoding.h"
#include "coalition-filter.h"
#include "coalition-groups.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CoalitionSession:
 *
 * What is open, selected, lit and searched for in one window: the one object that the canvas and every panel share, and
 * in which they meet. Properties: document, campaign, network, panel, current (the record in the inspector), busy.
 * Signals: "view-changed" (another view, or what it says of layout, colors, filter), "time-changed", "shown-changed" (which
 * parties and ties pass the filter), "encoding-changed", "selection-changed", "lit-changed", "network-changed" (a new snapshot; what is shown and the encoding are then
 * new as well, without a signal of their own), "error" (a message for the person),
 * "toast" (a message, and whether Undo is offered), "reveal" (a record is to be scrolled to or flown to), "arrange".
 */
#define COALITION_TYPE_SESSION (coalition_session_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionSession, coalition_session, COALITION, SESSION, GObject)

/**
 * CoalitionArrangeScope:
 * @COALITION_ARRANGE_UNPINNED: whoever was not put in place by a person
 * @COALITION_ARRANGE_ALL: everybody; nobody is pinned afterwards
 * @COALITION_ARRANGE_SELECTION: the selected, pinned or not
 *
 * Who may be moved by an arrangement.
 */
typedef enum {
  COALITION_ARRANGE_UNPINNED,
  COALITION_ARRANGE_ALL,
  COALITION_ARRANGE_SELECTION,
} CoalitionArrangeScope;

/**
 * CoalitionPlacer:
 * @name: name of a new party
 * @near: (nullable): id of a party that it is to be tied to
 * @x: (out): map units from the left
 * @y: (out): map units from the top
 * @data: as given
 *
 * Finds free ground for a new party; another at each call until the party is on the map.
 *
 * Returns: %FALSE if it has no place to offer
 */
typedef gboolean (*CoalitionPlacer) (const char *name, const char *near, double *x, double *y, gpointer data);

CoalitionSession  *coalition_session_new            (CoalitionDocument *document);
void               coalition_session_set_document   (CoalitionSession *self, CoalitionDocument *document);
CoalitionCampaign *coalition_session_get_campaign   (CoalitionSession *self);
CoalitionNetwork  *coalition_session_get_network    (CoalitionSession *self);

/* The view that is looked at (never NULL while a campaign is open), and changes of it as commands: undoable, each named
 * in the history ("Color by stance"). A new view is a copy of the current one with all its positions, notes, pictures. */
CoalitionRecord   *coalition_session_get_view       (CoalitionSession *self);
void               coalition_session_set_view       (CoalitionSession *self, CoalitionRecord *view);
GPtrArray         *coalition_session_list_views     (CoalitionSession *self);
void               coalition_session_add_view       (CoalitionSession *self, const char *name);
void               coalition_session_move_view      (CoalitionSession *self, CoalitionRecord *view, int by);
void               coalition_session_delete_view    (CoalitionSession *self, CoalitionRecord *view);
void               coalition_session_set_coloring   (CoalitionSession *self, const char *colour_by, CoalitionRecord *issue_or_field);
void               coalition_session_set_sizing     (CoalitionSession *self, const char *size_by);
CoalitionFilter   *coalition_session_get_filter     (CoalitionSession *self);
void               coalition_session_set_filter     (CoalitionSession *self, CoalitionFilter *filter);
void               coalition_session_set_hides      (CoalitionSession *self, gboolean hides);
void               coalition_session_set_routed     (CoalitionSession *self, gboolean routed);
void               coalition_session_set_collapsed  (CoalitionSession *self, const char *const *group_ids);
void               coalition_session_keep_zoom      (CoalitionSession *self, gboolean keep, double zoom, double x, double y);

/* Flags, as long as the network, of what passes the filter; NULL if everything does. */
const gboolean    *coalition_session_get_shown_parties (CoalitionSession *self);
const gboolean    *coalition_session_get_shown_ties (CoalitionSession *self);
/* Colors and sizes of the network; measures are computed aside, and "encoding-changed" follows. */
CoalitionEncoding *coalition_session_get_encoding   (CoalitionSession *self);

/* The date at which the map is seen, and the one it is compared with; NULL for today and for none. Not stored. */
const char        *coalition_session_get_as_of      (CoalitionSession *self);
const char        *coalition_session_get_compare_to (CoalitionSession *self);
void               coalition_session_set_time       (CoalitionSession *self, const char *as_of, const char *compare_to);
/* The first and last date on which a tie, forum or agreement began or ended; FALSE if no record has a date. */
gboolean           coalition_session_get_time_span  (CoalitionSession *self, char **first, char **last);

/* Selection: parties and ties on the map, forums, notes and pictures. The current record is what the inspector shows: the last one selected, or an
 * issue or agreement chosen in a panel. */
void               coalition_session_select         (CoalitionSession *self, CoalitionRecord *record, gboolean extend);
void               coalition_session_unselect       (CoalitionSession *self, CoalitionRecord *record);
void               coalition_session_select_many    (CoalitionSession *self, GPtrArray *records);
void               coalition_session_clear          (CoalitionSession *self);
gboolean           coalition_session_is_selected    (CoalitionSession *self, CoalitionRecord *record);
GPtrArray         *coalition_session_get_selected   (CoalitionSession *self, const CoalitionKind *kind);
CoalitionRecord   *coalition_session_get_current    (CoalitionSession *self);
void               coalition_session_set_current    (CoalitionSession *self, CoalitionRecord *record);
/* As if it had been clicked: selected if it is drawn, current in any case. */
void               coalition_session_show           (CoalitionSession *self, CoalitionRecord *record);
void               coalition_session_reveal         (CoalitionSession *self, CoalitionRecord *record);

/* Lit parties: an issue or agreement is current, and its parties stand out. NULL if nothing is. */
GHashTable        *coalition_session_get_lit        (CoalitionSession *self);

/* One way through, with the outcome told to the person: an error or a toast with Undo. */
void               coalition_session_run            (CoalitionSession *self, CoalitionCommand *command, const char *toast);
void               coalition_session_run_then       (CoalitionSession *self, CoalitionCommand *command, const char *toast,
                                                     GAsyncReadyCallback callback, gpointer data);
void               coalition_session_undo           (CoalitionSession *self);
void               coalition_session_redo           (CoalitionSession *self);
void               coalition_session_tell_error     (CoalitionSession *self, const char *title, const GError *error);
void               coalition_session_tell           (CoalitionSession *self, const char *message, gboolean with_undo);

/* Arranging, answered by the map ("arrange": layout, scope, center, issue): one command, one undo step, which also stores
 * with the view (unless only the selection moves) the layout, the center of the rings, the issue and frame of the power
 * map. @layout is free, levels, rings, circle or power; NULL for the view's. @center is the id of a party, @issue that of
 * an issue; NULL for what the view says, "" for ourselves and for the campaign as a whole. */
void               coalition_session_arrange        (CoalitionSession *self, const char *layout, gboolean selection_only);
void               coalition_session_arrange_with   (CoalitionSession *self, const char *layout, CoalitionArrangeScope scope,
                                                     const char *center, const char *issue);

/* Where new parties go: the map is asked, and the place joins the command that adds the party. */
void               coalition_session_set_placer     (CoalitionSession *self, CoalitionPlacer placer, gpointer data);
void               coalition_session_place_party    (CoalitionSession *self, CoalitionCommand *command, const char *id,
                                                     const char *name, const char *near);

/* Verbs that several views share; each builds a command and runs it. */
char              *coalition_session_add_party      (CoalitionSession *self, const char *name, double x, double y, gboolean placed);
char              *coalition_session_add_tie        (CoalitionSession *self, const char *from, const char *to, const char *kind);
char              *coalition_session_add            (CoalitionSession *self, const CoalitionKind *kind, const char *title);
char              *coalition_session_add_forum      (CoalitionSession *self, const char *name, GPtrArray *parties);
char              *coalition_session_add_note       (CoalitionSession *self, const char *text, double x, double y);
/* @bytes as coalition_picture_prepare() made them. */
char              *coalition_session_add_picture    (CoalitionSession *self, const char *name, GBytes *bytes, const char *media_type,
                                                     guint width, guint height, gboolean background, double x, double y,
                                                     double display_width);
void               coalition_session_set_party_picture (CoalitionSession *self, CoalitionRecord *party, const char *name, GBytes *bytes,
                                                     const char *media_type, guint width, guint height);
/* Everything that belongs to @others (ties, agreements, judgements, forums, contacts, voices, tags, own values, ...)
 * follows to @kept; what both have and @kept says nothing of is taken over; one command, one undo step. */
void               coalition_session_merge_parties  (CoalitionSession *self, CoalitionRecord *kept, GPtrArray *others);
/* Pairs of heading and text that tell what merging would do. */
GStrv              coalition_session_describe_merge (CoalitionSession *self, CoalitionRecord *kept, GPtrArray *others);
/* Copies of the selected parties with their details, beside them; ties among them too. */
void               coalition_session_duplicate      (CoalitionSession *self, GPtrArray *parties);
/* The same value in a field of many records, one command. */
void               coalition_session_set_many       (CoalitionSession *self, GPtrArray *records, const CoalitionField *field,
                                                     const CoalitionValue *value);
void               coalition_session_rename         (CoalitionSession *self, CoalitionRecord *record, const char *title);
void               coalition_session_delete_selected (CoalitionSession *self);
void               coalition_session_delete         (CoalitionSession *self, CoalitionRecord *record);

G_END_DECLS
