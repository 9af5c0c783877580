/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-map.h"

/* Networks made for the tests of drawing. */
CoalitionNetwork *drawing_fixture_sample (void);
CoalitionNetwork *drawing_fixture_large  (guint n_parties, guint n_ties);
CoalitionNetwork  *drawing_fixture_rich     (gboolean compare);
CoalitionNetwork  *drawing_fixture_crowd    (guint n_parties, guint n_ties, guint n_forums);
CoalitionEncoding *drawing_fixture_encoding (CoalitionNetwork *network, CoalitionScale scale, guint n_classes, gboolean sized);
GBytes            *drawing_fixture_png      (int width, int height, gboolean see_through);
