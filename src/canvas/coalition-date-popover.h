/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CoalitionDatePopover:
 *
 * Asks for a date, typed or from a calendar. Signal: "picked" (the ISO date, or %NULL for today).
 */
#define COALITION_TYPE_DATE_POPOVER (coalition_date_popover_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionDatePopover, coalition_date_popover, COALITION, DATE_POPOVER, GtkPopover)

CoalitionDatePopover *coalition_date_popover_new      (gboolean offers_today);
void                  coalition_date_popover_set_date (CoalitionDatePopover *self, const char *date);

G_END_DECLS
