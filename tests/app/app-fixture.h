/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-window.h"

G_BEGIN_DECLS

typedef gboolean (*AppCondition) (gpointer data);

CoalitionApplication *app_fixture_get_application (void);
void                  app_fixture_wait            (AppCondition condition, gpointer data);
void                  app_fixture_store_result    (GObject *source, GAsyncResult *result, gpointer data);
GAsyncResult         *app_fixture_wait_result     (GAsyncResult **result);
GFile                *app_fixture_new_file        (const char *name);
CoalitionDocument    *app_fixture_new_draft       (const char *name);
CoalitionWindow      *app_fixture_new_window      (CoalitionDocument *document);
void                  app_fixture_close           (CoalitionWindow *window);
GtkWidget            *app_fixture_find            (GtkWidget *root, GType type, guint nth);
void                  app_fixture_import          (CoalitionCampaign *campaign, const char *const *paths);

G_END_DECLS
