/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-document.h"

G_BEGIN_DECLS

void               coalition_sample_task_async  (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
CoalitionDocument *coalition_sample_task_finish (GAsyncResult *result, GError **error);

G_END_DECLS
