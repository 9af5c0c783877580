/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-command.h"

G_BEGIN_DECLS

typedef enum {
  COALITION_OPERATION_INSERT,
  COALITION_OPERATION_UPDATE,
  COALITION_OPERATION_UPSERT,
  COALITION_OPERATION_DELETE,
} CoalitionOperationType;

/* One operation of a command: values and set are as many as the kind has fields, NULL for deletes. */
typedef struct {
  CoalitionOperationType type;
  const CoalitionKind *kind;
  char *id;
  CoalitionValue *values;
  gboolean *set;
} CoalitionOperation;

const char *coalition_command_get_message    (CoalitionCommand *self);
GStrv       coalition_command_get_arguments  (CoalitionCommand *self);
GPtrArray  *coalition_command_get_operations (CoalitionCommand *self);

G_END_DECLS
