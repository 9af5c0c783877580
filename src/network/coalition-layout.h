/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-network.h"

G_BEGIN_DECLS

/**
 * CoalitionLayoutError:
 * @COALITION_LAYOUT_ERROR_HELPER: the helper program could not be started
 * @COALITION_LAYOUT_ERROR_CRASHED: every engine that was tried crashed
 * @COALITION_LAYOUT_ERROR_LIMIT: every engine that was tried ran over its time or memory
 * @COALITION_LAYOUT_ERROR_ANSWER: the helper's answer made no sense
 */
typedef enum {
  COALITION_LAYOUT_ERROR_HELPER,
  COALITION_LAYOUT_ERROR_CRASHED,
  COALITION_LAYOUT_ERROR_LIMIT,
  COALITION_LAYOUT_ERROR_ANSWER,
} CoalitionLayoutError;

#define COALITION_LAYOUT_ERROR (coalition_layout_error_quark ())
GQuark coalition_layout_error_quark (void);

/**
 * CoalitionLayoutKind:
 *
 * How parties are arranged: free (neato, fdp or sfdp by size), three bands by level (dot), rings around one party (twopi),
 * one circle (circo), or by stance and influence (power map: no Graphviz).
 */
typedef enum {
  COALITION_LAYOUT_FREE,
  COALITION_LAYOUT_LEVELS,
  COALITION_LAYOUT_RINGS,
  COALITION_LAYOUT_CIRCLE,
  COALITION_LAYOUT_POWER,
} CoalitionLayoutKind;

/**
 * CoalitionBox:
 *
 * The room that a party takes, shape and name together, in map units relative to the middle of its shape.
 */
typedef struct {
  double left;
  double top;
  double right;
  double bottom;
} CoalitionBox;

/**
 * CoalitionPlace:
 *
 * Where a party is to be, in map units.
 */
typedef struct {
  double x;
  double y;
} CoalitionPlace;

/**
 * CoalitionPowerFrame:
 * @width: of the square of stances (across) and influence (up), with its middle at (0, 0)
 * @height: of it
 *
 * Where the axes of a power map are. It has five columns, stance 1 (opponent) on the left to 5 (champion) on the right, and
 * six rows, influence 0 below to 5 above; who is judged stands in their cell, see coalition_power_frame_find_point(). Who
 * lacks a judgement stands in the tray to the right of it (with a gap of COALITION_POWER_TRAY_GAP, at least
 * COALITION_POWER_TRAY_WIDTH wide, as high as the frame); see coalition_power_frame_get_tray().
 */
typedef struct {
  double width;
  double height;
} CoalitionPowerFrame;

#define COALITION_POWER_TRAY_GAP 60.0
#define COALITION_POWER_TRAY_WIDTH 170.0

/**
 * CoalitionLayoutRequest:
 * @network: what is to be arranged
 * @boxes: (array): room of each party, as many as the network has
 * @movable: (array): whether each party may be moved; pinned and unselected parties may not
 * @kind: how
 * @seed: the same seed gives the same arrangement
 * @center: (nullable): id of the party in the middle of the rings, or %NULL for ourselves
 * @stance: (nullable) (array): for the power map, stance of each party, 1 to 5, NAN if not judged
 * @influence: (nullable) (array): for the power map, influence of each party, 0 to 5, NAN if not judged
 * @frame: (inout) (nullable): for the power map, its axes: a size of 0 is chosen by the layout, so that all find room;
 *   it must stay until the layout has ended
 * @apart: those that may be moved are arranged among themselves, near where they are, instead of as part of the whole
 *   (levels, circle, and rings if the center may be moved)
 * @taken: (nullable) (array length=n_taken): room of notes and pictures, in map units: who would lie under one goes beside
 *   it (not on a power map, where places have a meaning)
 * @n_taken: how many
 *
 * Forums of the network keep their members together (free layout).
 * A request for an arrangement. Parties that may not be moved but have no place yet are placed all the same.
 */
typedef struct {
  CoalitionNetwork *network;
  const CoalitionBox *boxes;
  const gboolean *movable;
  CoalitionLayoutKind kind;
  guint seed;
  const char *center;
  const double *stance;
  const double *influence;
  CoalitionPowerFrame *frame;
  gboolean apart;
  const CoalitionBox *taken;
  guint n_taken;
} CoalitionLayoutRequest;

/**
 * CoalitionAlignment:
 *
 * Along which line of their boxes or middles parties are aligned, or in which direction distributed with equal gaps.
 */
typedef enum {
  COALITION_ALIGN_LEFT,
  COALITION_ALIGN_CENTER,
  COALITION_ALIGN_RIGHT,
  COALITION_ALIGN_TOP,
  COALITION_ALIGN_MIDDLE,
  COALITION_ALIGN_BOTTOM,
  COALITION_DISTRIBUTE_ACROSS,
  COALITION_DISTRIBUTE_DOWN,
} CoalitionAlignment;

CoalitionPlace *coalition_layout_compute        (const CoalitionLayoutRequest *request, GCancellable *cancellable,
                                                 GError **error);
void            coalition_layout_compute_async  (const CoalitionLayoutRequest *request, GCancellable *cancellable,
                                                 GAsyncReadyCallback callback, gpointer data);
CoalitionPlace *coalition_layout_compute_finish (GAsyncResult *result, guint *n_places, GError **error);
gboolean        coalition_layout_kind_from_text (const char *text, CoalitionLayoutKind *kind);
const char     *coalition_layout_kind_to_text   (CoalitionLayoutKind kind);

/* Adds to a command that a party of @network has a new place in the campaign's view; a collapsed group takes its parties
 * along. @pinned is of the party alone, @unpin for those of a group. */
void            coalition_layout_store_place    (CoalitionCommand *command, CoalitionCampaign *campaign,
                                                 CoalitionNetwork *network, guint party, CoalitionPlace place,
                                                 gboolean pinned, gboolean unpin);
/* And that the hubs of forums follow their members, who are at @places (as many as @network has parties) from now on. */
void            coalition_layout_store_hubs     (CoalitionCommand *command, CoalitionCampaign *campaign,
                                                 CoalitionNetwork *network, const CoalitionPlace *places);

/* What influence and stance parties are judged to have, for the power map: arrays as long as the network, NAN where
 * nobody judged; @issue_id NULL for the campaign as a whole. An issue without a judgement of its own falls back on none. */
double         *coalition_layout_read_judgements (CoalitionCampaign *campaign, CoalitionNetwork *network,
                                                  const char *aspect, const char *issue_id);
/* Where in the frame a stance and an influence are, and the tray around those who stand in it (FALSE: nobody does). */
CoalitionPlace  coalition_power_frame_find_point (const CoalitionPowerFrame *self, double stance, double influence);
gboolean        coalition_power_frame_get_tray  (const CoalitionPowerFrame *self, const CoalitionBox *boxes,
                                                 const CoalitionPlace *places, guint n_places, CoalitionBox *tray);
/* New places of the @n given parties, in @places (as many as the network has parties). */
void            coalition_layout_align          (const CoalitionBox *boxes, CoalitionPlace *places, const guint *parties,
                                                 guint n, CoalitionAlignment alignment);
/* Moves the given parties as little as possible, so that no two of them overlap, nor any with another. */
void            coalition_layout_remove_overlaps (CoalitionNetwork *network, const CoalitionBox *boxes, CoalitionPlace *places,
                                                 const gboolean *movable);

/* A place for each new party beside those already placed, without moving them and without the helper. */
CoalitionPlace  coalition_layout_find_place     (CoalitionNetwork *network, const CoalitionBox *boxes, guint party);

G_END_DECLS
