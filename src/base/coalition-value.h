/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CoalitionValueType:
 * @COALITION_VALUE_NULL: nothing is known
 * @COALITION_VALUE_TEXT: UTF-8 text, never empty
 * @COALITION_VALUE_INTEGER: a whole number, also used for yes and no
 * @COALITION_VALUE_REAL: a finite number
 *
 * What a stored value holds; the same four that SQLite's STRICT tables know.
 */
typedef enum {
  COALITION_VALUE_NULL,
  COALITION_VALUE_TEXT,
  COALITION_VALUE_INTEGER,
  COALITION_VALUE_REAL,
} CoalitionValueType;

/**
 * CoalitionValue:
 *
 * One field of one record. "Unknown" is null, never zero and never empty text.
 */
typedef struct {
  CoalitionValueType type;
  union {
    char *text;
    gint64 integer;
    double real;
  };
} CoalitionValue;

#define COALITION_VALUE_INIT { COALITION_VALUE_NULL, { NULL } }

void     coalition_value_clear       (CoalitionValue *value);
void     coalition_value_copy        (const CoalitionValue *source, CoalitionValue *target);
void     coalition_value_set_text    (CoalitionValue *value, const char *text);
void     coalition_value_take_text   (CoalitionValue *value, char *text);
void     coalition_value_set_integer (CoalitionValue *value, gint64 integer);
void     coalition_value_set_real    (CoalitionValue *value, double real);
gboolean coalition_value_equal       (const CoalitionValue *a, const CoalitionValue *b);
char    *coalition_value_to_text     (const CoalitionValue *value);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CoalitionValue, coalition_value_clear)

G_END_DECLS
