/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-campaign-private.h"

#include <string.h>

/* A campaign's own fields, described like the built-in ones, so that forms, files and search treat both alike. The
 * name of such a description is "own:" and the id of its record. */

#define PREFIX "own:"

typedef struct
{
  CoalitionField field;
  char *name;
  char *label;
  CoalitionChoice *choices;
} OwnField;

/* Frees a description. */
void
coalition_own_field_free (gpointer field)
{
  OwnField *own = field;

  for (guint i = 0; own->choices != NULL && own->choices[i].key != NULL; i++)
    g_free ((char *) own->choices[i].key);
  g_free (own->choices);
  g_free (own->name);
  g_free (own->label);
  g_free (own);
}

static CoalitionFieldType
type_of (CoalitionRecord *record)
{
  const char *type = coalition_record_get_text (record, "type");

  if (g_strcmp0 (type, "number") == 0)
    return COALITION_FIELD_REAL;
  if (g_strcmp0 (type, "date") == 0)
    return COALITION_FIELD_DATE;
  if (g_strcmp0 (type, "choice") == 0)
    return COALITION_FIELD_CHOICE;
  if (g_strcmp0 (type, "yes-no") == 0)
    return COALITION_FIELD_BOOLEAN;

  return COALITION_FIELD_TEXT;
}

static OwnField *
own_field_new (CoalitionRecord *record)
{
  OwnField *own = g_new0 (OwnField, 1);
  const char *choices = coalition_record_get_text (record, "choices");

  own->name = g_strconcat (PREFIX, coalition_record_get_id (record), NULL);
  own->label = g_strdup (coalition_record_get_title (record));
  if (type_of (record) == COALITION_FIELD_CHOICE)
    {
      g_auto (GStrv) lines = g_strsplit (choices != NULL ? choices : "", "\n", -1);
      guint n = 0;

      own->choices = g_new0 (CoalitionChoice, g_strv_length (lines) + 1);
      for (guint i = 0; lines[i] != NULL; i++)
        if (*g_strstrip (lines[i]) != '\0')
          {
            own->choices[n].key = g_strdup (lines[i]);
            own->choices[n].label = own->choices[n].key;
            n++;
          }
    }
  own->field.name = own->name;
  own->field.label = own->label;
  own->field.type = type_of (record);
  own->field.choices = own->choices;
  own->field.flags = COALITION_FIELD_SEARCHABLE;
  if (own->field.type == COALITION_FIELD_CHOICE)
    own->field.flags |= COALITION_FIELD_OPEN;
  if (!coalition_record_get_boolean (record, "shared"))
    own->field.flags |= COALITION_FIELD_PRIVATE;

  return own;
}

/* Describes the own fields anew after one of their records changed. Views may still hold the old descriptions; they
 * live as long as the campaign. */
void
coalition_campaign_refresh_own_fields (CoalitionCampaign *self)
{
  GListModel *records = coalition_campaign_get_records (self, &coalition_kind_own_field);
  guint n_records = g_list_model_get_n_items (records);
  GHashTableIter iter;
  gpointer old;

  g_hash_table_iter_init (&iter, self->own_fields);
  while (g_hash_table_iter_next (&iter, NULL, &old))
    {
      g_ptr_array_add (self->old_own_fields, old);
      g_hash_table_iter_remove (&iter);
    }
  for (guint i = 0; i < n_records; i++)
    {
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (records, i);
      OwnField *own = own_field_new (record);

      g_hash_table_insert (self->own_fields, g_strdup (coalition_record_get_id (record)), own);
    }
}

/**
 * coalition_field_get_own_id:
 * @field: a field
 *
 * The record of the kind own-field that describes @field.
 *
 * Returns: (transfer none) (nullable): its id, or %NULL if @field is a built-in one
 */
const char *
coalition_field_get_own_id (const CoalitionField *field)
{
  return g_str_has_prefix (field->name, PREFIX) ? field->name + strlen (PREFIX) : NULL;
}

static int
compare_rank (gconstpointer a,
              gconstpointer b)
{
  gint64 ranks[2] = { 0, 0 };

  coalition_record_get_integer (*(CoalitionRecord *const *) a, "rank", &ranks[0]);
  coalition_record_get_integer (*(CoalitionRecord *const *) b, "rank", &ranks[1]);

  return (ranks[0] > ranks[1]) - (ranks[0] < ranks[1]);
}

/**
 * coalition_campaign_list_fields:
 * @self: a campaign
 * @kind: a kind
 *
 * All fields of a kind: the built-in ones, then the campaign's own in their order.
 *
 * Returns: (transfer container) (element-type CoalitionField): the fields; they live as long as the campaign
 */
GPtrArray *
coalition_campaign_list_fields (CoalitionCampaign   *self,
                                const CoalitionKind *kind)
{
  GListModel *records = coalition_campaign_get_records (self, &coalition_kind_own_field);
  guint n_records = g_list_model_get_n_items (records);
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; i < kind->n_fields; i++)
    g_ptr_array_add (fields, (gpointer) &kind->fields[i]);
  for (guint i = 0; i < n_records; i++)
    {
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (records, i);

      if (g_strcmp0 (coalition_record_get_text (record, "kind"), kind->name) == 0)
        g_ptr_array_add (own, g_steal_pointer (&record));
    }
  g_ptr_array_sort (own, compare_rank);
  for (guint i = 0; i < own->len; i++)
    {
      gpointer field = g_hash_table_lookup (self->own_fields, coalition_record_get_id (own->pdata[i]));

      if (field != NULL)
        g_ptr_array_add (fields, field);
    }

  return fields;
}

/**
 * coalition_campaign_get_own_text:
 * @self: a campaign
 * @record_id: id of a record
 * @own_field_id: id of an own field
 *
 * The value of an own field as it was entered or imported, byte for byte.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL if there is none
 */
const char *
coalition_campaign_get_own_text (CoalitionCampaign *self,
                                 const char        *record_id,
                                 const char        *own_field_id)
{
  g_autofree char *id = coalition_own_value_id (own_field_id, record_id);
  CoalitionRecord *value = coalition_campaign_get_record (self, &coalition_kind_own_value, id);

  return value != NULL ? coalition_record_get_text (value, "value") : NULL;
}

/**
 * coalition_campaign_get_value:
 * @self: a campaign
 * @record: one of its records
 * @field: a field of it, or one of the campaign's own
 * @value: (inout): an initialized value
 *
 * Reads any field. An own value that does not read as its type is given as text.
 */
void
coalition_campaign_get_value (CoalitionCampaign    *self,
                              CoalitionRecord      *record,
                              const CoalitionField *field,
                              CoalitionValue       *value)
{
  const char *own_id = coalition_field_get_own_id (field);
  const char *text;

  coalition_value_clear (value);
  if (own_id == NULL)
    {
      coalition_value_copy (coalition_record_get_value (record, field - coalition_record_get_kind (record)->fields), value);
      return;
    }
  text = coalition_campaign_get_own_text (self, coalition_record_get_id (record), own_id);
  if (text == NULL)
    return;
  if (field->type == COALITION_FIELD_TEXT || !coalition_field_parse (field, text, value, NULL))
    coalition_value_set_text (value, text);
}
