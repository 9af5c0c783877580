/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-kind.h"

#include "coalition-date.h"
#include "coalition-error.h"
#include "coalition-text.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (coalition-base-error-quark, coalition_base_error)

/**
 * coalition_kind_field_index:
 * @kind: a kind
 * @name: name of a field, with _ or - between words
 *
 * Finds the place of a field among the fields of its kind.
 *
 * Returns: its index, or -1 if @kind has no such field
 */
int
coalition_kind_field_index (const CoalitionKind *kind,
                            const char          *name)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *a = kind->fields[i].name, *b = name;

      while (*a != '\0' && (*a == *b || (*a == '_' && *b == '-')))
        a++, b++;
      if (*a == '\0' && *b == '\0')
        return i;
    }

  return -1;
}

/**
 * coalition_kind_find_field:
 * @kind: a kind
 * @name: name of a field
 *
 * Finds a field by its name.
 *
 * Returns: (nullable): the field, or %NULL if @kind has no such field
 */
const CoalitionField *
coalition_kind_find_field (const CoalitionKind *kind,
                           const char          *name)
{
  int index = coalition_kind_field_index (kind, name);

  return index < 0 ? NULL : &kind->fields[index];
}

/* Headings are compared folded, with _ and - as spaces. */
static char *
fold_heading (const char *heading)
{
  g_autofree char *spaced = g_strdelimit (g_strdup (heading), "_-", ' ');

  return coalition_text_fold (spaced);
}

/**
 * coalition_kind_match_heading:
 * @kind: a kind
 * @heading: the heading of a column in a file
 *
 * Finds the field that a heading means: its name, its label (translated or not) or one of its aliases, folded.
 *
 * Returns: (nullable): the field, or %NULL if none is meant
 */
const CoalitionField *
coalition_kind_match_heading (const CoalitionKind *kind,
                              const char          *heading)
{
  g_autofree char *wanted = fold_heading (heading);

  for (int pass = 0; pass < 3; pass++)
    for (guint i = 0; i < kind->n_fields; i++)
      {
        const CoalitionField *field = &kind->fields[i];
        g_auto (GStrv) names = NULL;

        if (pass == 0)
          names = g_strsplit (field->name, ";", 1);
        else if (pass == 1)
          names = g_strsplit (field->label, ";", 1);
        else
          names = g_strsplit (field->aliases != NULL ? field->aliases : "", ";", -1);
        for (guint j = 0; names[j] != NULL; j++)
          {
            g_autofree char *name = fold_heading (names[j]);
            g_autofree char *translated = fold_heading (pass == 1 ? _(names[j]) : names[j]);

            if (*name != '\0' && (g_str_equal (name, wanted) || g_str_equal (translated, wanted)))
              return field;
          }
      }

  return NULL;
}

/**
 * coalition_kind_get_owner:
 * @kind: a kind
 *
 * The first reference to a record that records of @kind belong to.
 *
 * Returns: (nullable): the field, or %NULL if they stand for themselves
 */
const CoalitionField *
coalition_kind_get_owner (const CoalitionKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & COALITION_FIELD_OWNER)
      return &kind->fields[i];

  return NULL;
}

/**
 * coalition_field_find_choice:
 * @field: a field
 * @key: (nullable): a stored key
 *
 * Finds a choice by its key.
 *
 * Returns: (nullable): the choice, or %NULL for own words and fields without choices
 */
const CoalitionChoice *
coalition_field_find_choice (const CoalitionField *field,
                             const char           *key)
{
  if (key != NULL && field->choices != NULL)
    for (const CoalitionChoice *choice = field->choices; choice->key != NULL; choice++)
      if (g_str_equal (choice->key, key))
        return choice;

  return NULL;
}

/**
 * coalition_field_choice_label:
 * @field: a field with choices
 * @key: (nullable): a stored key, or own words
 *
 * What people read for a stored choice, translated; own words stand for themselves.
 *
 * Returns: (nullable): the label, or %NULL if @key is
 */
const char *
coalition_field_choice_label (const CoalitionField *field,
                              const char           *key)
{
  const CoalitionChoice *choice = coalition_field_find_choice (field, key);

  return choice != NULL ? _(choice->label) : key;
}

/**
 * coalition_field_match_choice:
 * @field: a field with choices
 * @text: what a person or a file wrote
 *
 * Finds the choice whose key or label (translated or not) is @text, folded.
 *
 * Returns: (nullable): the choice, or %NULL if none is meant
 */
const CoalitionChoice *
coalition_field_match_choice (const CoalitionField *field,
                              const char           *text)
{
  g_autofree char *wanted = fold_heading (text);

  if (field->choices != NULL)
    for (const CoalitionChoice *choice = field->choices; choice->key != NULL; choice++)
      {
        g_autofree char *key = fold_heading (choice->key);
        g_autofree char *label = fold_heading (choice->label);
        g_autofree char *translated = fold_heading (_(choice->label));

        if (g_str_equal (wanted, key) || g_str_equal (wanted, label) || g_str_equal (wanted, translated))
          return choice;
      }

  return NULL;
}

/**
 * coalition_field_value_type:
 * @field: a field
 *
 * The type of value that @field stores when it is not null.
 *
 * Returns: the type
 */
CoalitionValueType
coalition_field_value_type (const CoalitionField *field)
{
  switch (field->type)
    {
    case COALITION_FIELD_BOOLEAN:
    case COALITION_FIELD_INTEGER:
      return COALITION_VALUE_INTEGER;
    case COALITION_FIELD_REAL:
      return COALITION_VALUE_REAL;
    case COALITION_FIELD_TEXT:
    case COALITION_FIELD_LONG_TEXT:
    case COALITION_FIELD_CHOICE:
    case COALITION_FIELD_DATE:
    case COALITION_FIELD_TIME:
    case COALITION_FIELD_REFERENCE:
    default:
      return COALITION_VALUE_TEXT;
    }
}

static gboolean refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError     **error,
        const char  *format,
        ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (COALITION_BASE_ERROR, COALITION_BASE_ERROR_VALUE, format, arguments);
  va_end (arguments);

  return FALSE;
}

static gboolean
parse_boolean (const char     *text,
               CoalitionValue *value)
{
  static const char *const yes[] = { "1", "yes", "true", "y", "x", N_("yes"), NULL };
  static const char *const no[] = { "0", "no", "false", "n", "-", N_("no"), NULL };
  g_autofree char *folded = coalition_text_fold (text);

  for (guint i = 0; yes[i] != NULL; i++)
    if (g_str_equal (folded, yes[i]) || g_str_equal (folded, _(yes[i])))
      {
        coalition_value_set_integer (value, 1);
        return TRUE;
      }
  for (guint i = 0; no[i] != NULL; i++)
    if (g_str_equal (folded, no[i]) || g_str_equal (folded, _(no[i])))
      {
        coalition_value_set_integer (value, 0);
        return TRUE;
      }

  return FALSE;
}

/**
 * coalition_field_parse:
 * @field: a field
 * @text: (nullable): what a person or a file wrote; spaces around it do not count
 * @value: (inout): an initialized value
 * @error: return location for a #GError
 *
 * Reads @text as a value of @field. Empty text is null. References are taken as ids; looking names up is the caller's.
 *
 * Returns: %FALSE with %COALITION_BASE_ERROR_VALUE if it cannot be read; the message says what the field wants
 */
gboolean
coalition_field_parse (const CoalitionField  *field,
                       const char            *text,
                       CoalitionValue        *value,
                       GError               **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));
  const CoalitionChoice *choice;
  char *end = NULL;
  char *date;
  gint64 integer;
  double real;

  coalition_value_clear (value);
  if (*stripped == '\0')
    return coalition_field_check (field, value, error);

  switch (field->type)
    {
    case COALITION_FIELD_CHOICE:
      choice = coalition_field_match_choice (field, stripped);
      if (choice == NULL && !(field->flags & COALITION_FIELD_OPEN))
        return refuse (error, _("“%s” is none of the choices of “%s”"), stripped, _(field->label));
      coalition_value_set_text (value, choice != NULL ? choice->key : stripped);
      break;
    case COALITION_FIELD_DATE:
      date = coalition_date_parse (stripped);
      if (date == NULL)
        return refuse (error, _("“%s” is not a date for “%s”: write it as 2026-11-21"), stripped, _(field->label));
      coalition_value_take_text (value, date);
      break;
    case COALITION_FIELD_BOOLEAN:
      if (!parse_boolean (stripped, value))
        return refuse (error, _("“%s” is neither yes nor no for “%s”"), stripped, _(field->label));
      break;
    case COALITION_FIELD_INTEGER:
      errno = 0;
      integer = g_ascii_strtoll (stripped, &end, 10);
      if (*end == '.' && strspn (end + 1, "0") == strlen (end + 1))
        end += strlen (end);
      if (*end != '\0' || errno != 0)
        return refuse (error, _("“%s” is not a whole number for “%s”"), stripped, _(field->label));
      coalition_value_set_integer (value, integer);
      break;
    case COALITION_FIELD_REAL:
      real = g_ascii_strtod (stripped, &end);
      if (*end != '\0')
        real = g_strtod (stripped, &end);
      coalition_value_set_real (value, real);
      if (*end != '\0' || value->type != COALITION_VALUE_REAL)
        return refuse (error, _("“%s” is not a number for “%s”"), stripped, _(field->label));
      break;
    case COALITION_FIELD_LONG_TEXT:
      coalition_value_set_text (value, text);
      break;
    case COALITION_FIELD_TEXT:
    case COALITION_FIELD_TIME:
    case COALITION_FIELD_REFERENCE:
    default:
      coalition_value_take_text (value, g_steal_pointer (&stripped));
      break;
    }

  return coalition_field_check (field, value, error);
}

/**
 * coalition_field_is_in_range:
 * @field: a field
 * @value: a value
 *
 * Whether a number is between the field's minimum and maximum, if it has them. A file from outside can hold any number.
 *
 * Returns: %FALSE if it is a number beyond them
 */
gboolean
coalition_field_is_in_range (const CoalitionField *field,
                             const CoalitionValue *value)
{
  if (field->maximum <= field->minimum)
    return TRUE;
  if (value->type == COALITION_VALUE_INTEGER)
    return value->integer >= field->minimum && value->integer <= field->maximum;
  if (value->type == COALITION_VALUE_REAL)
    return value->real >= field->minimum && value->real <= field->maximum;

  return TRUE;
}

/**
 * coalition_field_check:
 * @field: a field
 * @value: a value
 * @error: return location for a #GError
 *
 * Whether @value may be stored in @field: its type, a whole number's limits, a closed choice, valid UTF-8 and a date
 * that exists.
 *
 * Returns: %FALSE with %COALITION_BASE_ERROR_VALUE if not
 */
gboolean
coalition_field_check (const CoalitionField  *field,
                       const CoalitionValue  *value,
                       GError               **error)
{
  g_autofree char *text = coalition_value_to_text (value);

  if (value->type == COALITION_VALUE_NULL)
    {
      if (field->flags & COALITION_FIELD_REQUIRED)
        return refuse (error, _("“%s” cannot be empty"), _(field->label));
      return TRUE;
    }
  if (value->type != coalition_field_value_type (field))
    return refuse (error, _("“%s” is of the wrong type for “%s”"), text, _(field->label));
  if (value->type == COALITION_VALUE_TEXT && !g_utf8_validate (text, -1, NULL))
    return refuse (error, _("The text of “%s” is not valid UTF-8"), _(field->label));
  if (field->type == COALITION_FIELD_DATE && !coalition_date_is_valid (text))
    return refuse (error, _("“%s” is not a date for “%s”: write it as 2026-11-21"), text, _(field->label));
  if (field->type == COALITION_FIELD_CHOICE && !(field->flags & COALITION_FIELD_OPEN)
      && coalition_field_find_choice (field, text) == NULL)
    return refuse (error, _("“%s” is none of the choices of “%s”"), text, _(field->label));
  if (!coalition_field_is_in_range (field, value))
    return refuse (error, _("“%s” is not between %d and %d for “%s”"), text, field->minimum, field->maximum,
                   _(field->label));

  return TRUE;
}

/**
 * coalition_field_format:
 * @field: a field
 * @value: a value of it
 *
 * Writes @value for people: choices by their label, dates as words, yes and no. References are written as ids; see
 * coalition_record_dup_display() for their titles.
 *
 * Returns: (transfer full): the text, empty if @value is null
 */
char *
coalition_field_format (const CoalitionField *field,
                        const CoalitionValue *value)
{
  if (value->type == COALITION_VALUE_NULL)
    return g_strdup ("");
  if (value->type == COALITION_VALUE_TEXT && field->type == COALITION_FIELD_CHOICE)
    return g_strdup (coalition_field_choice_label (field, value->text));
  if (value->type == COALITION_VALUE_TEXT && field->type == COALITION_FIELD_DATE)
    return coalition_date_format (value->text);
  if (value->type == COALITION_VALUE_TEXT && field->type == COALITION_FIELD_TIME)
    return coalition_time_format (value->text);
  if (value->type == COALITION_VALUE_INTEGER && field->type == COALITION_FIELD_BOOLEAN)
    return g_strdup (value->integer ? _("yes") : _("no"));
  if (value->type == COALITION_VALUE_REAL)
    return g_strdup_printf ("%'.10g", value->real);
  if (value->type == COALITION_VALUE_INTEGER && !(field->flags & COALITION_FIELD_RATING))
    return g_strdup_printf ("%'" G_GINT64_FORMAT, value->integer);

  return coalition_value_to_text (value);
}
