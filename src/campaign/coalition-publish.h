/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-file-stamp.h"

G_BEGIN_DECLS

GFile   *coalition_publish_resolve (GFile *file);
char    *coalition_publish_temporary (GFile *target);
gboolean coalition_publish_file    (const char *copy, GFile *target, const char *temporary,
                                    const CoalitionFileStamp *expected, CoalitionFileStamp *result, GError **error);
gboolean coalition_publish_compare (GFile *target, const CoalitionFileStamp *expected, GError **error);
void     coalition_publish_explain (GFile *target, const GError *cause, GError **error);

G_END_DECLS
