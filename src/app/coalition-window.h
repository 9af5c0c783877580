/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-application.h"
#include "coalition-session.h"

G_BEGIN_DECLS

#define COALITION_TYPE_WINDOW (coalition_window_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionWindow, coalition_window, COALITION, WINDOW, AdwApplicationWindow)

CoalitionWindow   *coalition_window_new              (CoalitionApplication *application);
gboolean           coalition_window_is_free          (CoalitionWindow *self);
gboolean           coalition_window_has_file         (CoalitionWindow *self, GFile *file);
gboolean           coalition_window_has_draft        (CoalitionWindow *self, const char *path);
void               coalition_window_open_file        (CoalitionWindow *self, GFile *file);
void               coalition_window_set_loading      (CoalitionWindow *self, const char *text, GCancellable *cancellable);
void               coalition_window_set_document     (CoalitionWindow *self, CoalitionDocument *document);
CoalitionDocument *coalition_window_get_document     (CoalitionWindow *self);
CoalitionSession  *coalition_window_get_session      (CoalitionWindow *self);
CoalitionCampaign *coalition_window_get_campaign     (CoalitionWindow *self);
void               coalition_window_refresh_welcome  (CoalitionWindow *self);
void               coalition_window_begin_work       (CoalitionWindow *self);
void               coalition_window_end_work         (CoalitionWindow *self);
void               coalition_window_begin_task       (CoalitionWindow *self, const char *text, GCancellable *cancellable);
void               coalition_window_end_task         (CoalitionWindow *self, GCancellable *cancellable);
void               coalition_window_tell_error       (CoalitionWindow *self, const char *heading, const GError *error);
void               coalition_window_toast            (CoalitionWindow *self, const char *text);
void               coalition_window_open_search      (CoalitionWindow *self);
void               coalition_window_commit           (CoalitionWindow *self);
void               coalition_window_reload           (CoalitionWindow *self);
void               coalition_window_dismiss_notice   (CoalitionWindow *self);
void               coalition_window_import           (CoalitionWindow *self, GListModel *files);
void               coalition_window_show_pane        (CoalitionWindow *self, gboolean inspector, gboolean shown);

/* In coalition-window-actions.c. */
void               coalition_window_add_actions      (CoalitionWindow *self);
void               coalition_window_update_actions   (CoalitionWindow *self);

G_END_DECLS
