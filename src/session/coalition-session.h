/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-document.h"
#include "coalition-network.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CoalitionSession:
 *
 * What is open, selected, lit and searched for in one window: the one object that the canvas and every panel share, and
 * in which they meet. Properties: document, campaign, network, panel, current (the record in the inspector), busy.
 * Signals: "selection-changed", "lit-changed", "network-changed" (a new snapshot), "error" (a message for the person),
 * "toast" (a message, and whether Undo is offered), "reveal" (a record is to be scrolled to or flown to), "arrange".
 */
#define COALITION_TYPE_SESSION (coalition_session_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionSession, coalition_session, COALITION, SESSION, GObject)

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
CoalitionDocument *coalition_session_get_document   (CoalitionSession *self);
void               coalition_session_set_document   (CoalitionSession *self, CoalitionDocument *document);
CoalitionCampaign *coalition_session_get_campaign   (CoalitionSession *self);
CoalitionNetwork  *coalition_session_get_network    (CoalitionSession *self);

/* Selection: parties and ties on the map. The current record is what the inspector shows: the last one selected, or an
 * issue or agreement chosen in a panel. */
void               coalition_session_select         (CoalitionSession *self, CoalitionRecord *record, gboolean extend);
void               coalition_session_unselect       (CoalitionSession *self, CoalitionRecord *record);
void               coalition_session_select_many    (CoalitionSession *self, GPtrArray *records);
void               coalition_session_clear          (CoalitionSession *self);
gboolean           coalition_session_is_selected    (CoalitionSession *self, CoalitionRecord *record);
GPtrArray         *coalition_session_get_selected   (CoalitionSession *self, const CoalitionKind *kind);
CoalitionRecord   *coalition_session_get_current    (CoalitionSession *self);
void               coalition_session_set_current    (CoalitionSession *self, CoalitionRecord *record);
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
void               coalition_session_arrange        (CoalitionSession *self, const char *layout, gboolean selection_only);

/* Where new parties go: the map is asked, and the place joins the command that adds the party. */
void               coalition_session_set_placer     (CoalitionSession *self, CoalitionPlacer placer, gpointer data);
void               coalition_session_place_party    (CoalitionSession *self, CoalitionCommand *command, const char *id,
                                                     const char *name, const char *near);

/* Verbs that several views share; each builds a command and runs it. */
char              *coalition_session_add_party      (CoalitionSession *self, const char *name, double x, double y, gboolean placed);
char              *coalition_session_add_tie        (CoalitionSession *self, const char *from, const char *to, const char *kind);
char              *coalition_session_add            (CoalitionSession *self, const CoalitionKind *kind, const char *title);
void               coalition_session_rename         (CoalitionSession *self, CoalitionRecord *record, const char *title);
void               coalition_session_delete_selected (CoalitionSession *self);
void               coalition_session_delete         (CoalitionSession *self, CoalitionRecord *record);

G_END_DECLS
