/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-record-list.h"

#include "coalition-record-private.h"

/**
 * CoalitionRecordList:
 *
 * All records of one kind, in the order of entry, as a #GListModel. Changes between begin and end are told in as few
 * "items-changed" as possible.
 */
struct _CoalitionRecordList
{
  GObject parent_instance;

  GPtrArray *records;
  GHashTable *by_id;
  GHashTable *removed; /* during a batch */
  guint before;        /* length at the start of the batch */
  guint64 n_entered;
  gboolean in_batch;
};

static GType
get_item_type (GListModel *model)
{
  return COALITION_TYPE_RECORD;
}

static guint
get_n_items (GListModel *model)
{
  return COALITION_RECORD_LIST (model)->records->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  CoalitionRecordList *self = COALITION_RECORD_LIST (model);

  return position < self->records->len ? g_object_ref (self->records->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CoalitionRecordList, coalition_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
coalition_record_list_finalize (GObject *object)
{
  CoalitionRecordList *self = COALITION_RECORD_LIST (object);

  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->removed);
  g_ptr_array_unref (self->records);
  G_OBJECT_CLASS (coalition_record_list_parent_class)->finalize (object);
}

static void
coalition_record_list_class_init (CoalitionRecordListClass *class)
{
  G_OBJECT_CLASS (class)->finalize = coalition_record_list_finalize;
}

static void
coalition_record_list_init (CoalitionRecordList *self)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->removed = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}

/**
 * coalition_record_list_new:
 *
 * An empty list.
 *
 * Returns: (transfer full): the list
 */
CoalitionRecordList *
coalition_record_list_new (void)
{
  return g_object_new (COALITION_TYPE_RECORD_LIST, NULL);
}

/**
 * coalition_record_list_find:
 * @self: a list
 * @id: an id
 *
 * Finds a record by its id.
 *
 * Returns: (transfer none) (nullable): the record, or %NULL if there is none
 */
CoalitionRecord *
coalition_record_list_find (CoalitionRecordList *self,
                            const char          *id)
{
  return g_hash_table_lookup (self->by_id, id);
}

/**
 * coalition_record_list_begin:
 * @self: a list
 *
 * Begins a batch: nothing is told before its end.
 */
void
coalition_record_list_begin (CoalitionRecordList *self)
{
  self->in_batch = TRUE;
  self->before = self->records->len;
}

/**
 * coalition_record_list_add:
 * @self: a list in a batch
 * @record: (transfer full): a record
 *
 * Adds a record as the one entered last.
 */
void
coalition_record_list_add (CoalitionRecordList *self,
                           CoalitionRecord     *record)
{
  g_assert (self->in_batch);
  coalition_record_set_place (record, ++self->n_entered);
  g_ptr_array_add (self->records, record);
  g_hash_table_insert (self->by_id, (gpointer) coalition_record_get_id (record), record);
}

/**
 * coalition_record_list_remove:
 * @self: a list in a batch
 * @record: one of its records
 *
 * Removes a record: it is not found any more, and leaves the list at the end of the batch.
 */
void
coalition_record_list_remove (CoalitionRecordList *self,
                              CoalitionRecord     *record)
{
  g_assert (self->in_batch);
  g_hash_table_remove (self->by_id, coalition_record_get_id (record));
  g_hash_table_add (self->removed, g_object_ref (record));
}

/**
 * coalition_record_list_end:
 * @self: a list in a batch
 *
 * Ends a batch and tells what changed: each removal where they are few, all at once where they are many.
 */
void
coalition_record_list_end (CoalitionRecordList *self)
{
  guint n_removed = g_hash_table_size (self->removed);
  guint added = self->records->len - self->before;

  self->in_batch = FALSE;
  if (added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), self->before, 0, added);
  if (n_removed == 0)
    return;

  if (n_removed <= 32)
    {
      for (guint i = self->records->len; i > 0; i--)
        if (g_hash_table_contains (self->removed, self->records->pdata[i - 1]))
          {
            g_ptr_array_remove_index (self->records, i - 1);
            g_list_model_items_changed (G_LIST_MODEL (self), i - 1, 1, 0);
          }
    }
  else
    {
      guint before = self->records->len, kept = 0;

      for (guint i = 0; i < before; i++)
        if (!g_hash_table_contains (self->removed, self->records->pdata[i]))
          {
            gpointer record = self->records->pdata[i];

            self->records->pdata[i] = self->records->pdata[kept];
            self->records->pdata[kept++] = record;
          }
      g_ptr_array_set_size (self->records, kept);
      g_list_model_items_changed (G_LIST_MODEL (self), 0, before, kept);
    }
  g_hash_table_remove_all (self->removed);
}
