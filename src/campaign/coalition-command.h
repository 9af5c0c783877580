/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-kinds.h"

G_BEGIN_DECLS

/**
 * CoalitionCommand:
 *
 * One edit: a message for the history and the operations that it consists of, done in one transaction or not at all.
 * A command is plain data; nothing happens before coalition_campaign_run_async().
 */
typedef struct _CoalitionCommand CoalitionCommand;

CoalitionCommand *coalition_command_new         (const char *message_id, ...) G_GNUC_NULL_TERMINATED;
CoalitionCommand *coalition_command_ref         (CoalitionCommand *self);
void              coalition_command_unref       (CoalitionCommand *self);
const char       *coalition_command_insert      (CoalitionCommand *self, const CoalitionKind *kind, const char *id);
void              coalition_command_set         (CoalitionCommand *self, const CoalitionKind *kind, const char *id,
                                                 const CoalitionField *field, const CoalitionValue *value);
void              coalition_command_set_text    (CoalitionCommand *self, const CoalitionKind *kind, const char *id,
                                                 const char *field, const char *text);
void              coalition_command_set_integer (CoalitionCommand *self, const CoalitionKind *kind, const char *id,
                                                 const char *field, gint64 integer);
void              coalition_command_set_real    (CoalitionCommand *self, const CoalitionKind *kind, const char *id,
                                                 const char *field, double real);
void              coalition_command_set_null    (CoalitionCommand *self, const CoalitionKind *kind, const char *id,
                                                 const char *field);
void              coalition_command_delete      (CoalitionCommand *self, const CoalitionKind *kind, const char *id);
void              coalition_command_set_position (CoalitionCommand *self, const char *view_id, const char *party_id,
                                                 double x, double y, gboolean pinned);
void              coalition_command_set_forum_position (CoalitionCommand *self, const char *view_id, const char *forum_id,
                                                 double x, double y);
gboolean          coalition_command_is_empty    (CoalitionCommand *self);

char             *coalition_position_id         (const char *view_id, const char *party_id);
char             *coalition_own_value_id        (const char *own_field_id, const char *record_id);
char             *coalition_party_tag_id        (const char *party_id, const char *tag_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoalitionCommand, coalition_command_unref)

G_END_DECLS
