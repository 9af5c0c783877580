/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-kind.h"
#include "coalition-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COALITION_TYPE_PICKER (coalition_picker_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionPicker, coalition_picker, COALITION, PICKER, AdwBin)

/**
 * CoalitionPickerFill:
 * @store: an empty store of #CoalitionPickItem
 * @data: what was given with the function
 *
 * Fills @store with what can be picked now; called each time that the list opens.
 */
typedef void (*CoalitionPickerFill) (GListStore *store, gpointer data);

CoalitionPicker *coalition_picker_new            (const char *label);
CoalitionPicker *coalition_picker_new_for_kind   (CoalitionSession *session, const CoalitionKind *kind, const char *label);
void             coalition_picker_set_fill       (CoalitionPicker *self, CoalitionPickerFill fill, gpointer data, GDestroyNotify destroy);
void             coalition_picker_set_choices    (CoalitionPicker *self, const CoalitionField *field);
void             coalition_picker_set_records    (CoalitionPicker *self, CoalitionSession *session, const CoalitionKind *kind);
void             coalition_picker_set_own        (CoalitionPicker *self, const char *format);
void             coalition_picker_set_clearable  (CoalitionPicker *self, gboolean clearable);
void             coalition_picker_set_short      (CoalitionPicker *self);
void             coalition_picker_set_text       (CoalitionPicker *self, const char *text);
void             coalition_picker_set_icon       (CoalitionPicker *self, const char *icon_name, const char *tooltip);
void             coalition_picker_set_current    (CoalitionPicker *self, const char *key);

G_END_DECLS
