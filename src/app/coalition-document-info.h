/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-document.h"
#include "coalition-notice.h"

G_BEGIN_DECLS

const char *coalition_document_info_get_state_text (CoalitionDocument *document);
void        coalition_document_info_show_notice    (CoalitionDocument *document, CoalitionNotice *notice, const char *dismissed);
gboolean    coalition_document_info_is_file        (CoalitionDocument *document, GFile *file);

G_END_DECLS
