/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-value.h"

#include <math.h>

/**
 * coalition_value_clear:
 * @value: a value
 *
 * Frees what @value holds and makes it null.
 */
void
coalition_value_clear (CoalitionValue *value)
{
  if (value->type == COALITION_VALUE_TEXT)
    g_free (value->text);
  value->type = COALITION_VALUE_NULL;
  value->text = NULL;
}

/**
 * coalition_value_copy:
 * @source: the value to copy
 * @target: (out caller-allocates): an uninitialized value
 *
 * Copies @source into @target, text included. @target may be uninitialized; what it held is not freed.
 */
void
coalition_value_copy (const CoalitionValue *source,
                      CoalitionValue       *target)
{
  *target = *source;
  if (source->type == COALITION_VALUE_TEXT)
    target->text = g_strdup (source->text);
}

/**
 * coalition_value_set_text:
 * @value: a value
 * @text: (nullable): UTF-8 text
 *
 * Makes @value hold a copy of @text. Empty text and %NULL both mean "unknown" and make it null.
 */
void
coalition_value_set_text (CoalitionValue *value,
                          const char     *text)
{
  coalition_value_take_text (value, g_strdup (text));
}

/**
 * coalition_value_take_text:
 * @value: a value
 * @text: (nullable) (transfer full): UTF-8 text
 *
 * Like coalition_value_set_text(), but takes @text over instead of copying it.
 */
void
coalition_value_take_text (CoalitionValue *value,
                           char           *text)
{
  coalition_value_clear (value);
  if (text == NULL || *text == '\0')
    {
      g_free (text);
      return;
    }
  value->type = COALITION_VALUE_TEXT;
  value->text = text;
}

/**
 * coalition_value_set_integer:
 * @value: a value
 * @integer: a whole number
 *
 * Makes @value hold @integer.
 */
void
coalition_value_set_integer (CoalitionValue *value,
                             gint64          integer)
{
  coalition_value_clear (value);
  value->type = COALITION_VALUE_INTEGER;
  value->integer = integer;
}

/**
 * coalition_value_set_real:
 * @value: a value
 * @real: a number
 *
 * Makes @value hold @real; a number that is not finite makes it null, as SQLite does with NaN.
 */
void
coalition_value_set_real (CoalitionValue *value,
                          double          real)
{
  coalition_value_clear (value);
  if (!isfinite (real))
    return;
  value->type = COALITION_VALUE_REAL;
  value->real = real;
}

/**
 * coalition_value_equal:
 * @a: a value
 * @b: another value
 *
 * Whether both hold the same type and the same content, texts byte for byte.
 *
 * Returns: %TRUE if they are equal
 */
gboolean
coalition_value_equal (const CoalitionValue *a,
                       const CoalitionValue *b)
{
  if (a->type != b->type)
    return FALSE;

  switch (a->type)
    {
    case COALITION_VALUE_TEXT:
      return g_str_equal (a->text, b->text);
    case COALITION_VALUE_INTEGER:
      return a->integer == b->integer;
    case COALITION_VALUE_REAL:
      return a->real == b->real;
    case COALITION_VALUE_NULL:
    default:
      return TRUE;
    }
}

/**
 * coalition_value_to_text:
 * @value: a value
 *
 * Writes @value for files: text as it is, numbers in the C locale with the fewest digits that read back the same.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL if @value is null
 */
char *
coalition_value_to_text (const CoalitionValue *value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  switch (value->type)
    {
    case COALITION_VALUE_TEXT:
      return g_strdup (value->text);
    case COALITION_VALUE_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
    case COALITION_VALUE_REAL:
      g_ascii_formatd (buffer, sizeof buffer, "%.15g", value->real);
      if (g_ascii_strtod (buffer, NULL) != value->real)
        g_ascii_dtostr (buffer, sizeof buffer, value->real);
      return g_strdup (buffer);
    case COALITION_VALUE_NULL:
    default:
      return NULL;
    }
}
