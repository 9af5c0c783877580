/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-layout.h"

/* A network with the room that its parties take, made for a test. */
typedef struct {
  GArray *parties; /* of CoalitionNetworkParty */
  GArray *ties;    /* of CoalitionNetworkTie */
  GStringChunk *texts;
  GRand *random;
  CoalitionNetwork *network;
  CoalitionBox *boxes;
  gboolean *movable;
} LayoutFixture;

LayoutFixture *layout_fixture_new_random (guint n_parties, guint n_ties, guint seed);
LayoutFixture *layout_fixture_new_emon   (const char *folder, const char *network);
void           layout_fixture_free       (LayoutFixture *self);
guint          layout_fixture_add_party  (LayoutFixture *self, const char *name, CoalitionLevel level);
void           layout_fixture_add_tie    (LayoutFixture *self, guint from, guint to);
void           layout_fixture_finish     (LayoutFixture *self);
void           layout_fixture_place      (LayoutFixture *self, const CoalitionPlace *places);
CoalitionPlace *layout_fixture_compute   (LayoutFixture *self, CoalitionLayoutKind kind, guint seed);
guint          layout_fixture_count_overlaps  (LayoutFixture *self, const CoalitionPlace *places);
guint          layout_fixture_count_crossings (LayoutFixture *self, const CoalitionPlace *places);
guint          layout_fixture_count_through   (LayoutFixture *self, const CoalitionPlace *places);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LayoutFixture, layout_fixture_free)
