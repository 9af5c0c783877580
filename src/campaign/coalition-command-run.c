/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-campaign.h"
#include "coalition-command-private.h"
#include "coalition-writer.h"

#include <glib/gi18n-lib.h>

static gboolean delete_record (CoalitionStore *store, const CoalitionKind *kind, const char *id, GHashTable *gone, GError **error);

static gboolean
release_reference (CoalitionStore        *store,
                   const CoalitionKind   *kind,
                   guint                  field,
                   const char            *target,
                   GHashTable            *gone,
                   GError               **error)
{
  static const CoalitionValue unknown = COALITION_VALUE_INIT;
  g_autoptr (GPtrArray) ids = coalition_store_find_referring (store, kind, field, target, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      if (g_hash_table_contains (gone, ids->pdata[i]))
        continue;
      if (kind->fields[field].flags & (COALITION_FIELD_OWNER | COALITION_FIELD_REQUIRED))
        {
          if (!delete_record (store, kind, ids->pdata[i], gone, error))
            return FALSE;
        }
      else if (!coalition_store_update (store, kind, ids->pdata[i], field, &unknown, NULL, error))
        {
          return FALSE;
        }
    }

  return TRUE;
}

/* Deletes a record, what belongs to it, and references to it, all of it from the descriptions: a cascade of the schema
 * would break redo. */
static gboolean
delete_record (CoalitionStore       *store,
               const CoalitionKind  *kind,
               const char           *id,
               GHashTable           *gone,
               GError              **error)
{
  guint n_kinds;
  const CoalitionKind *const *kinds = coalition_kinds_get_all (&n_kinds);

  g_hash_table_add (gone, g_strdup (id));
  for (guint i = 0; i < n_kinds; i++)
    for (guint j = 0; j < kinds[i]->n_fields; j++)
      {
        const CoalitionField *field = &kinds[i]->fields[j];

        if (field->type == COALITION_FIELD_REFERENCE
            && (g_str_equal (field->target, kind->name) || g_str_equal (field->target, "*"))
            && !release_reference (store, kinds[i], j, id, gone, error))
          return FALSE;
      }

  return coalition_store_delete (store, kind, id, NULL, error);
}

static gboolean
check_values (const CoalitionOperation  *operation,
              GError                   **error)
{
  gboolean whole = operation->type != COALITION_OPERATION_UPDATE;

  for (guint i = 0; i < operation->kind->n_fields; i++)
    if ((whole || operation->set[i]) && !coalition_field_check (&operation->kind->fields[i], &operation->values[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
update_record (const CoalitionOperation  *operation,
               CoalitionStore            *store,
               gboolean                  *found,
               GError                   **error)
{
  *found = TRUE;
  for (guint i = 0; i < operation->kind->n_fields && *found; i++)
    if (operation->set[i]
        && !coalition_store_update (store, operation->kind, operation->id, i, &operation->values[i], found, error))
      return FALSE;

  return TRUE;
}

static gboolean
run_operation (const CoalitionOperation  *operation,
               CoalitionStore            *store,
               GError                   **error)
{
  g_autoptr (GHashTable) gone = NULL;
  gboolean found = FALSE;

  if (operation->type == COALITION_OPERATION_DELETE)
    {
      gone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      return delete_record (store, operation->kind, operation->id, gone, error);
    }
  if (!check_values (operation, error))
    return FALSE;
  if (operation->type == COALITION_OPERATION_INSERT)
    return coalition_store_insert (store, operation->kind, operation->id, operation->values, error);

  if (!update_record (operation, store, &found, error))
    return FALSE;
  if (found)
    return TRUE;
  if (operation->type == COALITION_OPERATION_UPSERT)
    return coalition_store_insert (store, operation->kind, operation->id, operation->values, error);
  g_set_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_REFUSED,
               _("This cannot be changed: the %s is no longer there."), _(operation->kind->label));

  return FALSE;
}

/* Runs the operations of a command in the transaction that is open. */
gboolean
coalition_command_execute (CoalitionCommand  *command,
                           CoalitionStore    *store,
                           GError           **error)
{
  GPtrArray *operations = coalition_command_get_operations (command);

  for (guint i = 0; i < operations->len; i++)
    if (!run_operation (operations->pdata[i], store, error))
      return FALSE;

  return TRUE;
}
