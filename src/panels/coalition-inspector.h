/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COALITION_TYPE_INSPECTOR (coalition_inspector_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionInspector, coalition_inspector, COALITION, INSPECTOR, AdwBin)

GtkWidget *coalition_inspector_new    (CoalitionSession *session);
void       coalition_inspector_commit (CoalitionInspector *self);
void       coalition_inspector_rename (CoalitionInspector *self);
void       coalition_inspector_name_new (GtkWidget *widget, const char *id);
void       coalition_inspector_focus  (CoalitionInspector *self);
void       coalition_inspector_present (GtkWidget *widget);

G_END_DECLS
