/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-filter.h"

G_BEGIN_DECLS

/* The subject of an id, or NULL if it is unknown: a field that is gone, or what a newer version knows. */
CoalitionFilterSubject *coalition_filter_find_subject (CoalitionCampaign *campaign, const char *id);
gboolean                coalition_filter_is_of_ties   (const char *subject);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoalitionFilterSubject, coalition_filter_subject_free)

G_END_DECLS
