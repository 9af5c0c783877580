/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CoalitionAlertResponse:
 * @id: what the callback is told; the first response is also that of closing the alert
 * @label: translated, with a mnemonic
 * @appearance: how its button looks
 *
 * One answer to an alert.
 */
typedef struct {
  const char *id;
  const char *label;
  AdwResponseAppearance appearance;
} CoalitionAlertResponse;

/**
 * CoalitionAlertCallback:
 * @response: id of the response chosen
 * @data: as given
 *
 * Told which answer a person gave.
 */
typedef void (*CoalitionAlertCallback) (const char *response, gpointer data);

void        coalition_compat_alert              (GtkWidget *parent, const char *heading, const char *body,
                                                 const CoalitionAlertResponse *responses, guint n_responses,
                                                 const char *default_response, CoalitionAlertCallback callback,
                                                 gpointer data);
void        coalition_compat_about              (GtkWidget *parent, const char *icon, const char *name,
                                                 const char *developer, const char *version, const char *comments,
                                                 const char *debug_info);
void        coalition_compat_preferences        (GtkWidget *parent, AdwPreferencesPage *page);

void        coalition_compat_open_files_async   (GtkWindow *parent, const char *title, GListModel *filters,
                                                 gboolean multiple, GAsyncReadyCallback callback, gpointer data);
GListModel *coalition_compat_open_files_finish  (GAsyncResult *result, GError **error);
void        coalition_compat_save_file_async    (GtkWindow *parent, const char *title, const char *name,
                                                 GListModel *filters, GAsyncReadyCallback callback, gpointer data);
GFile      *coalition_compat_save_file_finish   (GAsyncResult *result, GError **error);

G_END_DECLS
