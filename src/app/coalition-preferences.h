/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COALITION_TYPE_PREFERENCES (coalition_preferences_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionPreferences, coalition_preferences, COALITION, PREFERENCES, AdwPreferencesPage)

CoalitionPreferences *coalition_preferences_new (GSettings *settings);

G_END_DECLS
