/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-tally.h"

G_BEGIN_DECLS

/* Shared by the methods only. A set of options is a bit for each. */
#define COALITION_ONE(option) (G_GUINT64_CONSTANT (1) << (option))

static inline guint64
coalition_all_options (guint n_options)
{
  return n_options >= 64 ? G_MAXUINT64 : COALITION_ONE (n_options) - 1;
}

typedef struct _CoalitionRunoff CoalitionRunoff;

void             coalition_tally_count_pairs  (CoalitionTally *self, const CoalitionProfile *profile);
guint64          coalition_tally_find_schulze (CoalitionTally *self, guint64 remaining, gint64 *strengths);
CoalitionRunoff *coalition_runoff_new         (const CoalitionProfile *profile, const guint *lot, GError **error);
void             coalition_runoff_free        (CoalitionRunoff *self);
gboolean         coalition_runoff_find        (CoalitionRunoff *self, guint64 remaining, guint64 *winners, GArray *rounds,
                                               gboolean *branched, gboolean *lot_used, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoalitionRunoff, coalition_runoff_free)

G_END_DECLS
