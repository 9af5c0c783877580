/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

G_BEGIN_DECLS

/**
 * CoalitionConditionEditor:
 *
 * Asks how one subject of the filter compares and with what: a list of choices or records to check, a text, a number, a
 * date, or a number of steps from the selected parties. Signal: "done" (Enter was pressed in a value).
 */
#define COALITION_TYPE_CONDITION_EDITOR (coalition_condition_editor_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionConditionEditor, coalition_condition_editor, COALITION, CONDITION_EDITOR, GtkWidget)

void     coalition_condition_editor_set     (CoalitionConditionEditor *self, CoalitionSession *session,
                                             const CoalitionFilterSubject *subject, const CoalitionCondition *condition);
gboolean coalition_condition_editor_get     (CoalitionConditionEditor *self, CoalitionFilterTest *test, GStrv *values);

G_END_DECLS
