/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-export.h"

#include "coalition-text.h"

#include <string.h>

/* What leaves a campaign, whatever the format: one rule for all of them. */

/**
 * coalition_export_includes_kind:
 * @kind: a kind
 * @flags: how much leaves the campaign
 *
 * Whether records of @kind are exported at all. Values of own fields leave with the records that have them. A kind one
 * of whose required fields is private (a judgement, a contact detail) is nothing but private: that somebody was judged
 * is itself a secret.
 *
 * Returns: %TRUE if they are
 */
gboolean
coalition_export_includes_kind (const CoalitionKind  *kind,
                                CoalitionExportFlags  flags)
{
  if (kind == &coalition_kind_own_value)
    return FALSE;
  for (guint i = 0; (flags & COALITION_EXPORT_PARTNER_COPY) && i < kind->n_fields; i++)
    if ((kind->fields[i].flags & COALITION_FIELD_REQUIRED) && (kind->fields[i].flags & COALITION_FIELD_PRIVATE))
      return FALSE;

  return TRUE;
}

/**
 * coalition_export_list_records:
 * @campaign: a campaign
 * @kind: a kind
 * @flags: how much leaves the campaign
 *
 * The records of @kind that are exported. Own fields that are not shared are not even named in a partner copy.
 *
 * Returns: (transfer full) (element-type CoalitionRecord): the records in the order of entry
 */
GPtrArray *
coalition_export_list_records (CoalitionCampaign    *campaign,
                               const CoalitionKind  *kind,
                               CoalitionExportFlags  flags)
{
  GListModel *model = coalition_campaign_get_records (campaign, kind);
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = coalition_export_includes_kind (kind, flags) ? g_list_model_get_n_items (model) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (model, i);

      if (kind != &coalition_kind_own_field || !(flags & COALITION_EXPORT_PARTNER_COPY)
          || coalition_record_get_boolean (record, "shared"))
        g_ptr_array_add (records, g_steal_pointer (&record));
    }

  return records;
}

/**
 * coalition_export_list_fields:
 * @campaign: a campaign
 * @kind: a kind
 * @flags: how much leaves the campaign
 *
 * The fields of @kind that are exported, built-in ones first, then the campaign's own.
 *
 * Returns: (transfer container) (element-type CoalitionField): the fields
 */
GPtrArray *
coalition_export_list_fields (CoalitionCampaign    *campaign,
                              const CoalitionKind  *kind,
                              CoalitionExportFlags  flags)
{
  GPtrArray *fields = coalition_campaign_list_fields (campaign, kind);

  for (guint i = fields->len; (flags & COALITION_EXPORT_PARTNER_COPY) && i > 0; i--)
    {
      const CoalitionField *field = fields->pdata[i - 1];

      if (field->flags & COALITION_FIELD_PRIVATE)
        g_ptr_array_remove_index (fields, i - 1);
    }

  return fields;
}

/**
 * coalition_export_dup_reference:
 * @campaign: a campaign
 * @field: a field that refers to a record
 * @id: the id it holds
 *
 * How a reference is written where people read it: the name of the record, if nothing else bears it, else its id. An
 * import reads both.
 *
 * Returns: (transfer full): the name or the id
 */
char *
coalition_export_dup_reference (CoalitionCampaign    *campaign,
                                const CoalitionField *field,
                                const char           *id)
{
  const CoalitionKind *kind = coalition_kinds_find (field->target);
  CoalitionRecord *record = kind != NULL ? coalition_campaign_get_record (campaign, kind, id) : NULL;
  const char *title = record != NULL && kind->title != NULL ? coalition_record_get_title (record) : NULL;
  g_autoptr (GPtrArray) namesakes = NULL;

  /* A name that reads like an id, or that folds to nothing, would not be found again. */
  if (title == NULL || g_uuid_string_is_valid (title))
    return g_strdup (id);
  namesakes = coalition_campaign_find_by_title (campaign, kind, title);

  return g_strdup (namesakes->len == 1 ? title : id);
}

static int
compare_tags (gconstpointer a,
              gconstpointer b)
{
  g_autofree char *left = coalition_text_fold (*(const char *const *) a);
  g_autofree char *right = coalition_text_fold (*(const char *const *) b);

  return strcmp (left, right);
}

/**
 * coalition_export_list_tags:
 * @campaign: a campaign
 * @party_id: id of a party
 *
 * The names of the tags of a party, in an order that does not depend on when they were given.
 *
 * Returns: (transfer container) (element-type utf8): the names
 */
GPtrArray *
coalition_export_list_tags (CoalitionCampaign *campaign,
                            const char        *party_id)
{
  g_autoptr (GPtrArray) links = coalition_campaign_get_referring (campaign, &coalition_kind_party_tag, "party", party_id);
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < links->len; i++)
    {
      const char *id = coalition_record_get_text (links->pdata[i], "tag");
      CoalitionRecord *tag = coalition_campaign_get_record (campaign, &coalition_kind_tag, id);

      if (tag != NULL)
        g_ptr_array_add (names, (gpointer) coalition_record_get_title (tag));
    }
  g_ptr_array_sort (names, compare_tags);

  return names;
}

/**
 * coalition_export_write:
 * @file: where to
 * @text: what
 * @error: return location for a #GError
 *
 * Writes a file as a whole or not at all: what was there stays until the new one is complete.
 *
 * Returns: %FALSE with an error of GIO if it could not be written
 */
gboolean
coalition_export_write (GFile       *file,
                        const char  *text,
                        GError     **error)
{
  return g_file_replace_contents (file, text, strlen (text), NULL, FALSE,
                                  G_FILE_CREATE_NONE, NULL, NULL, error);
}
