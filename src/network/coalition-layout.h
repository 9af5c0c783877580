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
 * How parties are arranged: free (neato, fdp or sfdp by size), three bands by level (dot), rings around us (twopi) or
 * one circle (circo).
 */
typedef enum {
  COALITION_LAYOUT_FREE,
  COALITION_LAYOUT_LEVELS,
  COALITION_LAYOUT_RINGS,
  COALITION_LAYOUT_CIRCLE,
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
 * CoalitionLayoutRequest:
 * @network: what is to be arranged
 * @boxes: (array): room of each party, as many as the network has
 * @movable: (array): whether each party may be moved; pinned and unselected parties may not
 * @kind: how
 * @seed: the same seed gives the same arrangement
 *
 * A request for an arrangement. Parties that may not be moved but have no place yet are placed all the same.
 */
typedef struct {
  CoalitionNetwork *network;
  const CoalitionBox *boxes;
  const gboolean *movable;
  CoalitionLayoutKind kind;
  guint seed;
} CoalitionLayoutRequest;

CoalitionPlace *coalition_layout_compute        (const CoalitionLayoutRequest *request, GCancellable *cancellable,
                                                 GError **error);
void            coalition_layout_compute_async  (const CoalitionLayoutRequest *request, GCancellable *cancellable,
                                                 GAsyncReadyCallback callback, gpointer data);
CoalitionPlace *coalition_layout_compute_finish (GAsyncResult *result, guint *n_places, GError **error);
gboolean        coalition_layout_kind_from_text (const char *text, CoalitionLayoutKind *kind);
const char     *coalition_layout_kind_to_text   (CoalitionLayoutKind kind);

/* A place for each new party beside those already placed, without moving them and without the helper. */
CoalitionPlace  coalition_layout_find_place     (CoalitionNetwork *network, const CoalitionBox *boxes, guint party);

G_END_DECLS
