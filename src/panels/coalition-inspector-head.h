/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

G_BEGIN_DECLS

#define COALITION_TYPE_INSPECTOR_HEAD (coalition_inspector_head_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionInspectorHead, coalition_inspector_head, COALITION, INSPECTOR_HEAD, GtkBox)

CoalitionInspectorHead *coalition_inspector_head_new         (CoalitionSession *session, CoalitionRecord *record, GtkWidget *prefix);
void                    coalition_inspector_head_set_title   (CoalitionInspectorHead *self, const char *title);
void                    coalition_inspector_head_set_caption (CoalitionInspectorHead *self, const char *caption);
void                    coalition_inspector_head_clear_pills (CoalitionInspectorHead *self);
void                    coalition_inspector_head_add_pill    (CoalitionInspectorHead *self, const char *icon, const char *text, const char *css_class);
void                    coalition_inspector_head_rename      (CoalitionInspectorHead *self);
void                    coalition_inspector_head_commit      (CoalitionInspectorHead *self);

G_END_DECLS
