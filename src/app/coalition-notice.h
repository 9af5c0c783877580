/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COALITION_TYPE_NOTICE (coalition_notice_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionNotice, coalition_notice, COALITION, NOTICE, GtkWidget)

void coalition_notice_show_message (CoalitionNotice *self, gboolean problem, const char *text,
                                    const char *first_label, const char *first_action,
                                    const char *second_label, const char *second_action);
void coalition_notice_hide_message (CoalitionNotice *self);

G_END_DECLS
