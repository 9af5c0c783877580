/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-export.h"

#include "coalition-date.h"
#include "coalition-text.h"

#include <string.h>

/* What leaves a campaign, whatever the format: one rule for all of them. */

/**
 * coalition_export_includes_kind:
 * @kind: a kind
 * @flags: how much leaves the campaign
 *
 * Whether records of @kind are exported at all. Values of own fields leave with the records that have them. A kind one
 * of whose required fields is private (a judgement, a contact detail, a note) is nothing but private: that somebody was
 * judged is itself a secret. So is whatever belongs to such a record: who was at a conversation, where a picture lies.
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
    {
      const CoalitionField *field = &kind->fields[i];
      const CoalitionKind *owner = (field->flags & COALITION_FIELD_OWNER) ? coalition_kinds_find (field->target) : NULL;

      if (!(field->flags & COALITION_FIELD_REQUIRED))
        continue;
      if ((field->flags & COALITION_FIELD_PRIVATE) || (owner != NULL && owner != kind && !coalition_export_includes_kind (owner, flags)))
        return FALSE;
    }

  return TRUE;
}

/* A power map shows judgements by where its parties stand. */
static gboolean
is_private_view (CoalitionRecord *view)
{
  return g_strcmp0 (coalition_record_get_text (view, "layout"), "power") == 0;
}

/**
 * coalition_export_shows_places:
 * @campaign: a campaign
 * @flags: how much leaves the campaign
 *
 * Whether the places of parties on the map may leave: those of a power map are judgements.
 *
 * Returns: %TRUE if they may
 */
gboolean
coalition_export_shows_places (CoalitionCampaign    *campaign,
                               CoalitionExportFlags  flags)
{
  CoalitionRecord *view = coalition_campaign_get_view (campaign);

  return !(flags & COALITION_EXPORT_PARTNER_COPY) || view == NULL || !is_private_view (view);
}

/* Whether what has a life was there on a date. What began or ended on a day that nobody knows, had begun and had not
 * ended; what is over since nobody knows when, was never there. */
static gboolean
was_there (CoalitionRecord *record,
           const char      *date)
{
  static const struct {
    const CoalitionKind *kind;
    const char *start;
    const char *end;
    const char *status;
  } lives[] = {
    { &coalition_kind_tie, "start", "end", "status" },
    { &coalition_kind_agreement, "start", "end", "status" },
    { &coalition_kind_forum, "formed", "ended", NULL },
    { &coalition_kind_forum_member, "since", "until", NULL },
    { &coalition_kind_meeting, "held_on", NULL, NULL },
    { &coalition_kind_contact, "held_on", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lives); i++)
    {
      const char *start, *end;
      g_autofree char *last = NULL;

      if (coalition_record_get_kind (record) != lives[i].kind)
        continue;
      start = coalition_record_get_text (record, lives[i].start);
      end = lives[i].end != NULL ? coalition_record_get_text (record, lives[i].end) : NULL;
      if (start != NULL && coalition_date_compare (start, date) > 0)
        return FALSE;
      if (end == NULL)
        return lives[i].status == NULL || g_strcmp0 (coalition_record_get_text (record, lives[i].status), "ended") != 0;
      last = coalition_date_last_day (end);
      return last == NULL || coalition_date_compare (last, date) >= 0;
    }

  return TRUE;
}

/* A record leaves the campaign with whatever it belongs to, or not at all. */
static gboolean
leaves (CoalitionCampaign    *campaign,
        CoalitionRecord      *record,
        const char           *date,
        CoalitionExportFlags  flags)
{
  const CoalitionKind *kind = coalition_record_get_kind (record);

  if ((flags & COALITION_EXPORT_PARTNER_COPY) && kind == &coalition_kind_own_field && !coalition_record_get_boolean (record, "shared"))
    return FALSE;
  if ((flags & COALITION_EXPORT_PARTNER_COPY) && kind == &coalition_kind_view && is_private_view (record))
    return FALSE;
  if (date != NULL && !was_there (record, date))
    return FALSE;
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CoalitionField *field = &kind->fields[i];
      const CoalitionValue *value = coalition_record_get_value (record, i);
      CoalitionRecord *owner;

      if (!(field->flags & COALITION_FIELD_OWNER) || value->type != COALITION_VALUE_TEXT)
        continue;
      owner = coalition_campaign_get_record (campaign, coalition_kinds_find (field->target), value->text);
      if (owner != NULL && owner != record && !leaves (campaign, owner, date, flags))
        return FALSE;
    }

  return TRUE;
}

/**
 * coalition_export_list_records:
 * @campaign: a campaign
 * @kind: a kind
 * @as_of: (nullable): an ISO date: of ties, forums and agreements those that were there then, with what belongs to them
 * @flags: how much leaves the campaign
 *
 * The records of @kind that are exported. Own fields that are not shared are not even named in a partner copy, and views
 * that show judgements are not in it.
 *
 * Returns: (transfer full) (element-type CoalitionRecord): the records in the order of entry
 */
GPtrArray *
coalition_export_list_records (CoalitionCampaign    *campaign,
                               const CoalitionKind  *kind,
                               const char           *as_of,
                               CoalitionExportFlags  flags)
{
  GListModel *model = coalition_campaign_get_records (campaign, kind);
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *date = as_of != NULL ? coalition_date_last_day (as_of) : NULL;
  guint n = coalition_export_includes_kind (kind, flags) ? g_list_model_get_n_items (model) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (model, i);

      if (leaves (campaign, record, date, flags))
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
