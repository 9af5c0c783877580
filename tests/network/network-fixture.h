/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-network.h"

/* A campaign of its own for each test, on 21 November 2026. Its party "us" is the Harbor Legal Clinic. */
typedef struct {
  char *folder;
  CoalitionCampaign *campaign;
} Fixture;

void                         fixture_set_up    (Fixture *fixture, gconstpointer data);
void                         fixture_tear_down (Fixture *fixture, gconstpointer data);
char                        *add               (Fixture *fixture, const CoalitionKind *kind, ...) G_GNUC_NULL_TERMINATED;
void                         set_text          (Fixture *fixture, const CoalitionKind *kind, const char *id, const char *field,
                                                const char *text);
void                         delete_record     (Fixture *fixture, const CoalitionKind *kind, const char *id);
void                         set_own           (Fixture *fixture, const char *own_field, const char *record, const char *value);
void                         place             (Fixture *fixture, const char *party, double x, double y, gboolean pinned);
const CoalitionNetworkParty *get_party         (CoalitionNetwork *network, const char *id);
const CoalitionNetworkTie   *get_tie           (CoalitionNetwork *network, const char *id);
guint                        index_of          (CoalitionNetwork *network, const char *id);
