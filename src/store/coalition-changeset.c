/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-changeset.h"

#include "coalition-connection.h"

#include <string.h>

static gboolean
read_value (sqlite3_value   *source,
            CoalitionValue  *value)
{
  coalition_value_clear (value);
  if (source == NULL)
    return FALSE;
  switch (sqlite3_value_type (source))
    {
    case SQLITE_TEXT:
      coalition_value_set_text (value, (const char *) sqlite3_value_text (source));
      break;
    case SQLITE_INTEGER:
      coalition_value_set_integer (value, sqlite3_value_int64 (source));
      break;
    case SQLITE_FLOAT:
      coalition_value_set_real (value, sqlite3_value_double (source));
      break;
    default:
      break;
    }

  return TRUE;
}

static const CoalitionKind *
find_table (const CoalitionKind *const *kinds,
            guint                       n_kinds,
            const char                 *table)
{
  for (guint i = 0; i < n_kinds; i++)
    if (g_str_equal (kinds[i]->table, table))
      return kinds[i];

  return NULL;
}

static gboolean
is_text (sqlite3_value *value)
{
  const char *text = sqlite3_value_type (value) == SQLITE_TEXT ? (const char *) sqlite3_value_text (value) : NULL;

  return text != NULL && strlen (text) == (gsize) sqlite3_value_bytes (value) && g_utf8_validate (text, -1, NULL);
}

/* Whether a field could have held a value; whole numbers may stand for a number, as in the database itself. */
static gboolean
fits_field (const CoalitionField *field,
            sqlite3_value        *value)
{
  int type = sqlite3_value_type (value);

  switch (coalition_field_value_type (field))
    {
    case COALITION_VALUE_TEXT:
      return type == SQLITE_NULL || is_text (value);
    case COALITION_VALUE_INTEGER:
      return type == SQLITE_NULL || type == SQLITE_INTEGER;
    case COALITION_VALUE_REAL:
      return type == SQLITE_NULL || type == SQLITE_FLOAT || type == SQLITE_INTEGER;
    case COALITION_VALUE_NULL:
    default:
      return FALSE;
    }
}

/* One row of a changeset that may be older than the newest columns or come from a tampered file. */
static gboolean
fits_schema (sqlite3_changeset_iter      *iterator,
             const CoalitionKind *const  *kinds,
             guint                        n_kinds)
{
  const CoalitionKind *kind;
  const char *table;
  unsigned char *keys;
  int n_columns, n_keyed, operation, indirect;

  if (sqlite3changeset_op (iterator, &table, &n_columns, &operation, &indirect) != SQLITE_OK
      || sqlite3changeset_pk (iterator, &keys, &n_keyed) != SQLITE_OK)
    return FALSE;
  kind = find_table (kinds, n_kinds, table);
  if (kind == NULL || n_columns < 1 || n_columns > (int) kind->n_fields + 1)
    return FALSE;

  for (int i = 0; i < n_columns; i++)
    {
      sqlite3_value *values[2] = { NULL, NULL };

      if ((keys[i] != 0) != (i == 0)
          || (operation != SQLITE_INSERT && sqlite3changeset_old (iterator, i, &values[0]) != SQLITE_OK)
          || (operation != SQLITE_DELETE && sqlite3changeset_new (iterator, i, &values[1]) != SQLITE_OK))
        return FALSE;
      if (i == 0 && (values[0] != NULL ? !is_text (values[0]) : values[1] == NULL || !is_text (values[1])))
        return FALSE;
      for (guint j = 0; j < G_N_ELEMENTS (values) && i > 0; j++)
        if (values[j] != NULL && !fits_field (&kind->fields[i - 1], values[j]))
          return FALSE;
    }

  return TRUE;
}

/**
 * coalition_changeset_check:
 * @changeset: a changeset from the history of a file
 * @kinds: (array length=n_kinds): the kinds of record
 * @n_kinds: how many
 * @error: return location for a #GError
 *
 * Holds a changeset against the schema before it is applied: SQLite applies one that does not fit as "OK" and does
 * nothing, and one that was tampered with could reach any table, the history included, or bring what is no text.
 *
 * Returns: %FALSE with %COALITION_STORE_ERROR_DAMAGED if it changes anything but records and fields of @kinds
 */
gboolean
coalition_changeset_check (GBytes                      *changeset,
                           const CoalitionKind *const  *kinds,
                           guint                        n_kinds,
                           GError                     **error)
{
  sqlite3_changeset_iter *iterator = NULL;
  int code = sqlite3changeset_start (&iterator, g_bytes_get_size (changeset), (void *) g_bytes_get_data (changeset, NULL));
  gboolean fits = code == SQLITE_OK;

  while (fits && (code = sqlite3changeset_next (iterator)) == SQLITE_ROW)
    fits = fits_schema (iterator, kinds, n_kinds);
  if (iterator != NULL)
    sqlite3changeset_finalize (iterator);
  if (fits && code == SQLITE_DONE)
    return TRUE;
  g_set_error_literal (error, COALITION_STORE_ERROR, COALITION_STORE_ERROR_DAMAGED, "an entry of its history does not fit its tables");

  return FALSE;
}

static int
read_row (sqlite3_changeset_iter      *iterator,
          const CoalitionKind *const  *kinds,
          guint                        n_kinds,
          CoalitionChangeFunc          func,
          gpointer                     data)
{
  const CoalitionKind *kind;
  const char *table;
  int n_columns, operation, indirect, code;
  sqlite3_value *key = NULL;
  g_autofree char *id = NULL;

  code = sqlite3changeset_op (iterator, &table, &n_columns, &operation, &indirect);
  if (code != SQLITE_OK)
    return code;
  kind = find_table (kinds, n_kinds, table);
  if (kind == NULL || n_columns < 1)
    return SQLITE_OK;

  code = operation == SQLITE_INSERT ? sqlite3changeset_new (iterator, 0, &key) : sqlite3changeset_old (iterator, 0, &key);
  if (code != SQLITE_OK || key == NULL)
    return code != SQLITE_OK ? code : SQLITE_CORRUPT;
  id = g_strdup ((const char *) sqlite3_value_text (key));

  if (operation == SQLITE_DELETE)
    {
      func (COALITION_ROW_DELETED, kind, id, NULL, NULL, data);
    }
  else
    {
      g_autofree CoalitionValue *values = g_new0 (CoalitionValue, kind->n_fields);
      g_autofree gboolean *changed = g_new0 (gboolean, kind->n_fields);

      for (guint i = 0; i < kind->n_fields && (int) i + 1 < n_columns; i++)
        {
          sqlite3_value *value = NULL;

          code = sqlite3changeset_new (iterator, i + 1, &value);
          if (code == SQLITE_OK)
            changed[i] = read_value (value, &values[i]);
          if (values[i].type == COALITION_VALUE_INTEGER && coalition_field_value_type (&kind->fields[i]) == COALITION_VALUE_REAL)
            coalition_value_set_real (&values[i], values[i].integer);
        }
      func (operation == SQLITE_INSERT ? COALITION_ROW_INSERTED : COALITION_ROW_UPDATED, kind, id, values, changed, data);
      for (guint i = 0; i < kind->n_fields; i++)
        coalition_value_clear (&values[i]);
    }

  return code;
}

/**
 * coalition_changeset_foreach:
 * @changeset: a changeset made under the current schema
 * @kinds: (array length=n_kinds): the kinds of record
 * @n_kinds: how many
 * @func: (scope call): called for each row
 * @data: user data
 * @error: return location for a #GError
 *
 * Tells what a changeset changes. Columns stand in the order of the fields, after the key: a test holds the schema to
 * that.
 *
 * Returns: %TRUE on success
 */
gboolean
coalition_changeset_foreach (GBytes                      *changeset,
                             const CoalitionKind *const  *kinds,
                             guint                        n_kinds,
                             CoalitionChangeFunc          func,
                             gpointer                     data,
                             GError                     **error)
{
  sqlite3_changeset_iter *iterator = NULL;
  int code = sqlite3changeset_start (&iterator, g_bytes_get_size (changeset), (void *) g_bytes_get_data (changeset, NULL));
  int last;

  while (code == SQLITE_OK && (code = sqlite3changeset_next (iterator)) == SQLITE_ROW)
    code = read_row (iterator, kinds, n_kinds, func, data);
  last = iterator != NULL ? sqlite3changeset_finalize (iterator) : SQLITE_OK;
  if (code == SQLITE_DONE || code == SQLITE_ROW)
    code = last;

  return code == SQLITE_OK || coalition_connection_fail (NULL, code, error);
}
