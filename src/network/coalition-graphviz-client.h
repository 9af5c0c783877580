/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-layout.h"

G_BEGIN_DECLS

/**
 * CoalitionGraphvizLimits:
 *
 * What one request may cost: seconds of processor time, of time by the clock, and megabytes of memory.
 */
typedef struct {
  guint cpu_seconds;
  guint wall_seconds;
  guint megabytes;
} CoalitionGraphvizLimits;

char    *coalition_graphviz_find_helper (GError **error);
char    *coalition_graphviz_ask         (const char *engine, gboolean with_edges, const char *dot, gsize length,
                                         const CoalitionGraphvizLimits *limits, gsize *n_bytes, GCancellable *cancellable,
                                         GError **error);
gboolean coalition_graphviz_run         (const char *engine, const char *dot, gsize length,
                                         const CoalitionGraphvizLimits *limits, guint n_expected, guint n_places,
                                         CoalitionPlace *places, GCancellable *cancellable, GError **error);
void     coalition_graphviz_set_answer_error (const char *engine, GError **error);

G_END_DECLS
