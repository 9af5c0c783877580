/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-document.h"
#include "coalition-working-copy.h"

G_BEGIN_DECLS

CoalitionDocument    *coalition_document_new       (CoalitionCampaign *campaign, CoalitionWorkingCopy *copy,
                                                    CoalitionOpenFlags flags, GError *problem, const char *note);
CoalitionWorkingCopy *coalition_document_bring_in  (GFile *file, GFile *resolved, const CoalitionWorkingCopy *instead_of,
                                                    GError **error);
gboolean              coalition_document_publish_copy (CoalitionCampaign *campaign, CoalitionWorkingCopy *copy, GError **error);
gboolean              coalition_document_save_copy_to (CoalitionCampaign *campaign, CoalitionWorkingCopy *copy, GFile *file,
                                                    GError **error);
char                 *coalition_document_keep_ours (CoalitionCampaign *campaign, const CoalitionWorkingCopy *copy,
                                                    GError **error);
GFile                *coalition_document_find_sibling (GFile *file);
void                  coalition_document_keep_unsaved (CoalitionDocument *self);
gboolean              coalition_document_is_blank  (CoalitionCampaign *campaign, const CoalitionWorkingCopy *copy);

G_END_DECLS
