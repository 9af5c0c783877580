/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COALITION_TYPE_DATE_BUTTON (coalition_date_button_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionDateButton, coalition_date_button, COALITION, DATE_BUTTON, AdwBin)

GtkWidget *coalition_date_button_new      (const char *label, gboolean clearable);
void       coalition_date_button_set_date (CoalitionDateButton *self, const char *date);

G_END_DECLS
