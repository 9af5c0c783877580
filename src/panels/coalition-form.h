/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-session.h"

G_BEGIN_DECLS

/**
 * CoalitionFormFlags:
 * @COALITION_FORM_MORE: the fields that do not come first are there too, behind "More fields"
 * @COALITION_FORM_OWN: the campaign's own fields of this kind are there, and can be added, renamed and deleted
 *
 * What a form shows.
 */
typedef enum {
  COALITION_FORM_NONE = 0,
  COALITION_FORM_MORE = 1 << 0,
  COALITION_FORM_OWN = 1 << 1,
} CoalitionFormFlags;

#define COALITION_TYPE_FORM (coalition_form_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionForm, coalition_form, COALITION, FORM, GtkBox)

CoalitionForm *coalition_form_new        (CoalitionSession *session, CoalitionRecord *record, const char *const *only,
                                          const char *const *skip, CoalitionFormFlags flags);
CoalitionForm *coalition_form_new_draft  (CoalitionSession *session, const CoalitionKind *kind,
                                          const char *const *skip);
void           coalition_form_set_text   (CoalitionForm *self, const char *field, const char *text);
gboolean       coalition_form_commit     (CoalitionForm *self);
gboolean       coalition_form_is_touched (CoalitionForm *self);
gboolean       coalition_form_is_whole   (CoalitionForm *self);
const char    *coalition_form_insert     (CoalitionForm *self, CoalitionCommand *command);
void           coalition_form_focus      (CoalitionForm *self);
void           coalition_forms_commit    (GtkWidget *widget);

G_END_DECLS
