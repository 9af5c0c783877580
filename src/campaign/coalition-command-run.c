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

static gboolean
count_row (const char     *id,
           CoalitionValue *values,
           gpointer        data)
{
  (*(guint *) data)++;

  return TRUE;
}

/* A document is one campaign, and its map needs a view. */
static gboolean
check_whole (CoalitionStore  *store,
             GError         **error)
{
  guint n_campaigns = 0, n_views = 0;

  if (!coalition_store_read (store, &coalition_kind_campaign, count_row, &n_campaigns, error)
      || !coalition_store_read (store, &coalition_kind_view, count_row, &n_views, error))
    return FALSE;
  if (n_campaigns == 1 && n_views > 0)
    return TRUE;
  g_set_error_literal (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_REFUSED,
                       n_campaigns != 1 ? _("A document holds one campaign, neither more nor less.")
                                        : _("A campaign keeps at least one view of its map."));

  return FALSE;
}

/* Runs the operations of a command in the transaction that is open. */
gboolean
coalition_command_execute (CoalitionCommand  *command,
                           CoalitionStore    *store,
                           GError           **error)
{
  GPtrArray *operations = coalition_command_get_operations (command);
  gboolean concerns_whole = FALSE;

  for (guint i = 0; i < operations->len; i++)
    {
      const CoalitionOperation *operation = operations->pdata[i];

      if (!run_operation (operation, store, error))
        return FALSE;
      concerns_whole = concerns_whole
                       || (operation->type != COALITION_OPERATION_UPDATE
                           && (operation->kind == &coalition_kind_campaign || operation->kind == &coalition_kind_view));
    }

  return !concerns_whole || check_whole (store, error);
}
