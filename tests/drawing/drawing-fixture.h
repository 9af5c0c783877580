/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-map.h"

/* Networks made for the tests of drawing. */
CoalitionNetwork *drawing_fixture_sample (void);
CoalitionNetwork *drawing_fixture_large  (guint n_parties, guint n_ties);
