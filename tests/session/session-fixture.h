/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

/* A new document in a session; @told has the signals since it was emptied, each ended by ";". */
typedef struct
{
  CoalitionDocument *document;
  CoalitionSession *session;
  CoalitionCampaign *campaign;
  GString *told;
} Fixture;

void             fixture_set_up    (Fixture *fixture, gconstpointer data);
void             fixture_tear_down (Fixture *fixture, gconstpointer data);
void             settle            (Fixture *fixture);
CoalitionRecord *find              (Fixture *fixture, const CoalitionKind *kind, const char *id);
char            *add               (Fixture *fixture, const CoalitionKind *kind, ...) G_GNUC_NULL_TERMINATED;
int              fixture_run       (int argc, char **argv, void (*add_tests) (void));
