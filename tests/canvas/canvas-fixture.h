/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-scene.h"

/* A campaign made for a test, open in a session. */
typedef struct {
  CoalitionDocument *document;
  CoalitionCampaign *campaign;
  CoalitionSession *session;
  GPtrArray *parties; /* ids, the first is our own organization */
  guint n_networks; /* how often the session had a new network */
} CanvasFixture;

CanvasFixture *canvas_fixture_new       (guint n_parties, guint n_ties, guint seed, gboolean placed);
CanvasFixture *canvas_fixture_take      (CoalitionDocument *document);
void           canvas_fixture_free      (CanvasFixture *self);
void           canvas_fixture_next      (CanvasFixture *self);
void           canvas_fixture_wait      (CanvasFixture *self, const char *undo_label);
const CoalitionNetworkParty *canvas_fixture_find (CanvasFixture *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CanvasFixture, canvas_fixture_free)
