/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-import-index.h"

#include "coalition-text.h"

#include <string.h>

typedef struct {
  GPtrArray *entries;
  GHashTable *by_id;
  GHashTable *by_title;
  GHashTable *by_key;
} Shelf;

struct _CoalitionImportIndex
{
  CoalitionCampaign *campaign;
  GHashTable *shelves;
};

/* What tells one record from another where no id is given. A kind that is not here is known by its title, or, if it
 * has none, by its required fields. */
static const struct {
  const CoalitionKind *kind;
  const char *fields[6];
} natural_keys[] = {
  { &coalition_kind_campaign, { NULL } },
  { &coalition_kind_tie, { "from", "to", "kind", NULL } },
  { &coalition_kind_contact_detail, { "party", "kind", "value", NULL } },
  { &coalition_kind_judgement, { "party", "aspect", "issue", "judged_on", "judged_by", NULL } },
  { &coalition_kind_asset, { "party", "kind", "description", NULL } },
  { &coalition_kind_comfort, { "party", "tactic", NULL } },
  { &coalition_kind_position, { "view", "party", NULL } },
  { &coalition_kind_image, { "name", "data", NULL } },
  { &coalition_kind_contact, { "held_on", "method", "by", "summary", NULL } },
  { &coalition_kind_note, { "view", "text", NULL } },
  { &coalition_kind_picture, { "view", "image", "caption", NULL } },
  { &coalition_kind_forum_position, { "view", "forum", NULL } },
  { &coalition_kind_voice, { "said", "event", "constituency", "speaker", NULL } },
  { &coalition_kind_contribution, { "agreement", "party", "direction", "description", NULL } },
  { &coalition_kind_task, { "agreement", "name", NULL } },
  { &coalition_kind_own_field, { "kind", "name", NULL } },
};

static void
entry_free (gpointer data)
{
  CoalitionImportEntry *entry = data;

  for (guint i = 0; entry->values != NULL && i < entry->kind->n_fields; i++)
    coalition_value_clear (&entry->values[i]);
  g_free (entry->values);
  g_clear_object (&entry->record);
  g_free (entry->id);
  g_free (entry->title_key);
  g_free (entry->natural_key);
  g_free (entry);
}

static void
shelf_free (gpointer data)
{
  Shelf *shelf = data;

  g_hash_table_unref (shelf->by_id);
  g_hash_table_unref (shelf->by_title);
  g_hash_table_unref (shelf->by_key);
  g_ptr_array_unref (shelf->entries);
  g_free (shelf);
}

static const char *const *
find_key_fields (const CoalitionKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (natural_keys); i++)
    if (natural_keys[i].kind == kind)
      return natural_keys[i].fields;

  return NULL;
}

static gboolean
is_key_field (const CoalitionKind  *kind,
              const CoalitionField *field)
{
  const char *const *fields = find_key_fields (kind);

  if (fields != NULL)
    return g_strv_contains (fields, field->name);
  if (kind->title != NULL)
    return g_str_equal (kind->title, field->name);

  return (field->flags & COALITION_FIELD_REQUIRED) != 0;
}

static void
append_key (GString              *key,
            const CoalitionValue *value)
{
  g_autofree char *text = coalition_value_to_text (value);
  g_autofree char *folded = coalition_text_fold (text);

  g_string_append (key, folded);
  g_string_append_c (key, '\x1f');
}

static GPtrArray *
slot (GHashTable *table,
      const char *key)
{
  GPtrArray *entries = g_hash_table_lookup (table, key);

  if (entries == NULL)
    {
      entries = g_ptr_array_new ();
      g_hash_table_insert (table, g_strdup (key), entries);
    }

  return entries;
}

static void
shelve (Shelf                *shelf,
        CoalitionImportEntry *entry)
{
  const CoalitionKind *kind = entry->kind;
  g_autoptr (GString) key = g_string_new (NULL);
  g_autofree char *title = NULL;

  for (guint i = 0; i < kind->n_fields; i++)
    if (is_key_field (kind, &kind->fields[i]))
      append_key (key, coalition_import_entry_get (entry, i));
  if (entry->natural_key == NULL || !g_str_equal (entry->natural_key, key->str))
    {
      if (entry->natural_key != NULL)
        g_ptr_array_remove (slot (shelf->by_key, entry->natural_key), entry);
      g_ptr_array_add (slot (shelf->by_key, key->str), entry);
      g_free (entry->natural_key);
      entry->natural_key = g_strdup (key->str);
    }

  if (kind->title == NULL)
    return;
  title = coalition_value_to_text (coalition_import_entry_get (entry, coalition_kind_field_index (kind, kind->title)));
  if (title != NULL)
    {
      g_autofree char *folded = coalition_text_fold (title);

      if (entry->title_key != NULL && g_str_equal (entry->title_key, folded))
        return;
      if (entry->title_key != NULL)
        g_ptr_array_remove (slot (shelf->by_title, entry->title_key), entry);
      g_ptr_array_add (slot (shelf->by_title, folded), entry);
      g_free (entry->title_key);
      entry->title_key = g_steal_pointer (&folded);
    }
}

static CoalitionImportEntry *
add_entry (Shelf               *shelf,
           const CoalitionKind *kind,
           const char          *id,
           CoalitionRecord     *record)
{
  CoalitionImportEntry *entry = g_new0 (CoalitionImportEntry, 1);

  entry->kind = kind;
  entry->id = g_strdup (id);
  entry->record = record != NULL ? g_object_ref (record) : NULL;
  g_ptr_array_add (shelf->entries, entry);
  g_hash_table_insert (shelf->by_id, g_strdup (id), entry);

  return entry;
}

/* The records of a kind are taken up when a table first asks for them: a file of ties never touches the reviews. */
static Shelf *
get_shelf (CoalitionImportIndex *self,
           const CoalitionKind  *kind)
{
  Shelf *shelf = g_hash_table_lookup (self->shelves, kind);
  GListModel *records;

  if (shelf != NULL)
    return shelf;

  shelf = g_new0 (Shelf, 1);
  shelf->entries = g_ptr_array_new_with_free_func (entry_free);
  shelf->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  shelf->by_title = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  shelf->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_hash_table_insert (self->shelves, (gpointer) kind, shelf);

  records = coalition_campaign_get_records (self->campaign, kind);
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (records, i);

      shelve (shelf, add_entry (shelf, kind, coalition_record_get_id (record), record));
    }

  return shelf;
}

/**
 * coalition_import_index_new:
 * @campaign: a campaign
 *
 * An index of @campaign; records are taken up by kind as they are asked for.
 *
 * Returns: (transfer full): the index
 */
CoalitionImportIndex *
coalition_import_index_new (CoalitionCampaign *campaign)
{
  CoalitionImportIndex *self = g_new0 (CoalitionImportIndex, 1);

  self->campaign = g_object_ref (campaign);
  self->shelves = g_hash_table_new_full (NULL, NULL, NULL, shelf_free);

  return self;
}

/**
 * coalition_import_index_free:
 * @self: an index
 *
 * Frees the index and all its entries.
 */
void
coalition_import_index_free (CoalitionImportIndex *self)
{
  g_hash_table_unref (self->shelves);
  g_object_unref (self->campaign);
  g_free (self);
}

/**
 * coalition_import_index_find_id:
 * @self: an index
 * @kind: a kind
 * @id: an id, of the campaign or of a file
 *
 * Finds a record by its id.
 *
 * Returns: (nullable) (transfer none): the entry
 */
CoalitionImportEntry *
coalition_import_index_find_id (CoalitionImportIndex *self,
                                const CoalitionKind  *kind,
                                const char           *id)
{
  return g_hash_table_lookup (get_shelf (self, kind)->by_id, id);
}

/**
 * coalition_import_index_find_title:
 * @self: an index
 * @kind: a kind that has titles
 * @title: a name as a file writes it
 *
 * Finds all records of that name, folded.
 *
 * Returns: (nullable) (transfer none) (element-type CoalitionImportEntry): the entries, or %NULL if there is none
 */
GPtrArray *
coalition_import_index_find_title (CoalitionImportIndex *self,
                                   const CoalitionKind  *kind,
                                   const char           *title)
{
  g_autofree char *folded = coalition_text_fold (title);
  GPtrArray *entries = g_hash_table_lookup (get_shelf (self, kind)->by_title, folded);

  return entries != NULL && entries->len > 0 ? entries : NULL;
}

/**
 * coalition_import_index_find_key:
 * @self: an index
 * @kind: a kind
 * @key: what coalition_import_index_make_key() made
 *
 * Finds all records that a row can mean.
 *
 * Returns: (nullable) (transfer none) (element-type CoalitionImportEntry): the entries, or %NULL if there is none
 */
GPtrArray *
coalition_import_index_find_key (CoalitionImportIndex *self,
                                 const CoalitionKind  *kind,
                                 const char           *key)
{
  GPtrArray *entries = g_hash_table_lookup (get_shelf (self, kind)->by_key, key);

  return entries != NULL && entries->len > 0 ? entries : NULL;
}

/**
 * coalition_import_index_get_entries:
 * @self: an index
 * @kind: a kind
 *
 * All records of a kind that the index has taken up, in the order of the campaign, new ones last.
 *
 * Returns: (nullable) (transfer none) (element-type CoalitionImportEntry): the entries, or %NULL if none was asked for
 */
GPtrArray *
coalition_import_index_get_entries (CoalitionImportIndex *self,
                                    const CoalitionKind  *kind)
{
  Shelf *shelf = g_hash_table_lookup (self->shelves, kind);

  return shelf != NULL ? shelf->entries : NULL;
}

/**
 * coalition_import_index_add:
 * @self: an index
 * @kind: a kind
 * @id: (nullable): its id, or %NULL for a new UUID
 *
 * Adds a record. Set its fields, then call coalition_import_index_file().
 *
 * Returns: (transfer none): the entry
 */
CoalitionImportEntry *
coalition_import_index_add (CoalitionImportIndex *self,
                            const CoalitionKind  *kind,
                            const char           *id)
{
  g_autofree char *fresh = id == NULL ? coalition_uuid () : NULL;

  return add_entry (get_shelf (self, kind), kind, id != NULL ? id : fresh, NULL);
}

/**
 * coalition_import_index_remove:
 * @self: an index
 * @entry: (transfer full): an entry that was added and that nothing refers to
 *
 * Takes an added record back, since the row that asked for it is refused.
 */
void
coalition_import_index_remove (CoalitionImportIndex *self,
                               CoalitionImportEntry *entry)
{
  Shelf *shelf = get_shelf (self, entry->kind);

  g_hash_table_remove (shelf->by_id, entry->id);
  if (entry->title_key != NULL)
    g_ptr_array_remove (slot (shelf->by_title, entry->title_key), entry);
  if (entry->natural_key != NULL)
    g_ptr_array_remove (slot (shelf->by_key, entry->natural_key), entry);
  g_ptr_array_remove (shelf->entries, entry);
}

/**
 * coalition_import_index_add_alias:
 * @self: an index
 * @entry: an entry of it
 * @id: the id under which a file knows it
 *
 * Lets other rows refer to @entry by an id that it does not have here.
 */
void
coalition_import_index_add_alias (CoalitionImportIndex *self,
                                  CoalitionImportEntry *entry,
                                  const char           *id)
{
  g_hash_table_insert (get_shelf (self, entry->kind)->by_id, g_strdup (id), entry);
}

/**
 * coalition_import_index_file:
 * @self: an index
 * @entry: an entry of it
 *
 * Lets @entry be found by the title and key that it has now.
 */
void
coalition_import_index_file (CoalitionImportIndex *self,
                             CoalitionImportEntry *entry)
{
  shelve (get_shelf (self, entry->kind), entry);
}

/**
 * coalition_import_index_make_key:
 * @kind: a kind
 * @values: (array): a value for each field of @kind
 *
 * What tells a record of those values from others, folded.
 *
 * Returns: (transfer full): the key
 */
char *
coalition_import_index_make_key (const CoalitionKind  *kind,
                                 const CoalitionValue *values)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    if (is_key_field (kind, &kind->fields[i]))
      append_key (key, &values[i]);

  return g_string_free (key, FALSE);
}

/**
 * coalition_import_index_knows_by_title:
 * @kind: a kind
 *
 * Whether records of @kind are told apart by their names, so that two of one name cannot be told apart at all.
 *
 * Returns: %TRUE for parties, issues and the like, %FALSE for links and details
 */
gboolean
coalition_import_index_knows_by_title (const CoalitionKind *kind)
{
  return kind->title != NULL && find_key_fields (kind) == NULL;
}

/**
 * coalition_import_entry_get:
 * @self: an entry
 * @field_index: index of a field of its kind
 *
 * What the field will hold after the import.
 *
 * Returns: (transfer none): the value
 */
const CoalitionValue *
coalition_import_entry_get (CoalitionImportEntry *self,
                            guint                 field_index)
{
  static const CoalitionValue null_value = COALITION_VALUE_INIT;

  if (self->set & (G_GUINT64_CONSTANT (1) << field_index))
    return &self->values[field_index];
  if (self->record != NULL)
    return coalition_record_get_value (self->record, field_index);

  return &null_value;
}

/**
 * coalition_import_entry_set:
 * @self: an entry
 * @field_index: index of a field of its kind
 * @value: what the field is to hold
 *
 * Changes a field, if it does not hold @value already.
 *
 * Returns: %TRUE if it changed
 */
gboolean
coalition_import_entry_set (CoalitionImportEntry *self,
                            guint                 field_index,
                            const CoalitionValue *value)
{
  g_assert (self->kind->n_fields <= 64);
  if (coalition_value_equal (coalition_import_entry_get (self, field_index), value))
    return FALSE;

  if (self->values == NULL)
    self->values = g_new0 (CoalitionValue, self->kind->n_fields);
  coalition_value_clear (&self->values[field_index]);
  coalition_value_copy (value, &self->values[field_index]);
  self->set |= G_GUINT64_CONSTANT (1) << field_index;
  self->changed = TRUE;

  return TRUE;
}

/**
 * coalition_import_entry_set_text:
 * @self: an entry
 * @field: name of a field of its kind
 * @text: (nullable): text
 *
 * Changes a field to text, if it does not hold it already.
 *
 * Returns: %TRUE if it changed
 */
gboolean
coalition_import_entry_set_text (CoalitionImportEntry *self,
                                 const char           *field,
                                 const char           *text)
{
  g_auto (CoalitionValue) value = COALITION_VALUE_INIT;

  coalition_value_set_text (&value, text);

  return coalition_import_entry_set (self, coalition_kind_field_index (self->kind, field), &value);
}
