/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COALITION_TYPE_TEXT_AREA (coalition_text_area_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionTextArea, coalition_text_area, COALITION, TEXT_AREA, GtkTextView)

GtkWidget *coalition_text_area_new (void);

G_END_DECLS
