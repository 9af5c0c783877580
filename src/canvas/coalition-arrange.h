/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-scene.h"

G_BEGIN_DECLS

/**
 * CoalitionArrange:
 *
 * Arranges the map: when the person asks (the session's "arrange"), as one command, and by itself when parties have no
 * place yet. A few new parties find a place beside those they are tied to (on a power map: in its tray); nobody else moves. On a
 * power map who is judged anew goes to the new place.
 *
 * Property: busy. Signal: "arranged" (whether the whole map was, so that the view should follow).
 */
#define COALITION_TYPE_ARRANGE (coalition_arrange_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionArrange, coalition_arrange, COALITION, ARRANGE, GObject)

CoalitionArrange *coalition_arrange_new     (CoalitionScene *scene);
void              coalition_arrange_start   (CoalitionArrange *self, const char *layout, CoalitionArrangeScope scope,
                                             const char *center, const char *issue);
void              coalition_arrange_cancel  (CoalitionArrange *self);
gboolean          coalition_arrange_is_busy (CoalitionArrange *self);

G_END_DECLS
