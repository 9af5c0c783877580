/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-kinds.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define COALITION_TYPE_RECORD (coalition_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (CoalitionRecord, coalition_record, COALITION, RECORD, GObject)

struct _CoalitionRecordClass
{
  GObjectClass parent_class;

  const CoalitionKind *kind;
};

void                  coalition_records_register      (void);
GType                 coalition_record_type_for_kind  (const CoalitionKind *kind);
const CoalitionKind  *coalition_record_get_kind       (CoalitionRecord *self);
gboolean              coalition_record_is             (CoalitionRecord *self, const CoalitionKind *kind);
const char           *coalition_record_get_id         (CoalitionRecord *self);
const char           *coalition_record_get_title      (CoalitionRecord *self);
const CoalitionValue *coalition_record_get_value      (CoalitionRecord *self, guint field_index);
const char           *coalition_record_get_text       (CoalitionRecord *self, const char *field);
gboolean              coalition_record_get_integer    (CoalitionRecord *self, const char *field, gint64 *integer);
gboolean              coalition_record_get_real       (CoalitionRecord *self, const char *field, double *real);
gboolean              coalition_record_get_boolean    (CoalitionRecord *self, const char *field);

G_END_DECLS
