/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-campaign-private.h"

#include "coalition-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is in a campaign: the part of CoalitionCampaign that only reads. */

static int
kind_index (const CoalitionKind *kind)
{
  return coalition_kinds_index (kind);
}

static CoalitionRecord *
first_of (CoalitionCampaign   *self,
          const CoalitionKind *kind)
{
  g_autoptr (CoalitionRecord) record = g_list_model_get_item (G_LIST_MODEL (self->lists[kind_index (kind)]), 0);

  return record;
}

/**
 * coalition_campaign_get_path:
 * @self: a campaign
 *
 * The path of its database.
 *
 * Returns: (transfer none): the path
 */
const char *
coalition_campaign_get_path (CoalitionCampaign *self)
{
  return self->path;
}

/**
 * coalition_campaign_get_campaign:
 * @self: a campaign
 *
 * The one record of the kind campaign: its name, purpose and our organization.
 *
 * Returns: (transfer none): the record
 */
CoalitionRecord *
coalition_campaign_get_campaign (CoalitionCampaign *self)
{
  return first_of (self, &coalition_kind_campaign);
}

/**
 * coalition_campaign_get_us:
 * @self: a campaign
 *
 * The party that is our own organization.
 *
 * Returns: (transfer none) (nullable): the party, or %NULL if none was named
 */
CoalitionRecord *
coalition_campaign_get_us (CoalitionCampaign *self)
{
  const char *id = coalition_record_get_text (coalition_campaign_get_campaign (self), "us");

  return id != NULL ? coalition_campaign_get_record (self, &coalition_kind_party, id) : NULL;
}

/**
 * coalition_campaign_get_view:
 * @self: a campaign
 *
 * The view that the map shows: the one set last if it is still there, else the first of the campaign.
 *
 * Returns: (transfer none): the view
 */
CoalitionRecord *
coalition_campaign_get_view (CoalitionCampaign *self)
{
  CoalitionRecord *view = coalition_campaign_get_record (self, &coalition_kind_view, g_atomic_pointer_get (&self->view_id));

  return view != NULL ? view : first_of (self, &coalition_kind_view);
}

/**
 * coalition_campaign_set_view:
 * @self: a campaign
 * @id: (nullable): id of a view, or %NULL for the first
 *
 * Chooses the view whose positions, filter and colors are meant wherever no other is named. It is not stored: it is what
 * the person looks at, not an edit. Snapshots of the campaign take it over.
 */
void
coalition_campaign_set_view (CoalitionCampaign *self,
                             const char        *id)
{
  g_atomic_pointer_set (&self->view_id, (gpointer) g_intern_string (id));
}

/**
 * coalition_campaign_get_records:
 * @self: a campaign
 * @kind: a kind
 *
 * All records of a kind, in the order of entry.
 *
 * Returns: (transfer none): a list model of #CoalitionRecord
 */
GListModel *
coalition_campaign_get_records (CoalitionCampaign   *self,
                                const CoalitionKind *kind)
{
  return G_LIST_MODEL (self->lists[kind_index (kind)]);
}

/**
 * coalition_campaign_get_record:
 * @self: a campaign
 * @kind: a kind
 * @id: (nullable): an id
 *
 * Finds a record by its id.
 *
 * Returns: (transfer none) (nullable): the record, or %NULL if there is none
 */
CoalitionRecord *
coalition_campaign_get_record (CoalitionCampaign   *self,
                               const CoalitionKind *kind,
                               const char          *id)
{
  return id != NULL ? coalition_record_list_find (self->lists[kind_index (kind)], id) : NULL;
}

/**
 * coalition_campaign_find_record:
 * @self: a campaign
 * @id: (nullable): an id
 *
 * Finds a record of any kind by its id.
 *
 * Returns: (transfer none) (nullable): the record, or %NULL if there is none
 */
CoalitionRecord *
coalition_campaign_find_record (CoalitionCampaign *self,
                                const char        *id)
{
  for (guint i = 0; i < self->n_kinds && id != NULL; i++)
    {
      CoalitionRecord *record = coalition_record_list_find (self->lists[i], id);

      if (record != NULL)
        return record;
    }

  return NULL;
}

/* Most references of a large campaign are never asked for, so each table is made when it first is. */
static GHashTable *
make_referring (CoalitionCampaign *self,
                guint              kind,
                guint              field)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  GListModel *list = G_LIST_MODEL (self->lists[kind]);
  guint n_records = g_list_model_get_n_items (list);

  for (guint i = 0; i < n_records; i++)
    {
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (list, i);
      const CoalitionValue *value = coalition_record_get_value (record, field);

      /* What is being deleted may still be in the list. */
      if (value->type == COALITION_VALUE_TEXT
          && coalition_record_list_find (self->lists[kind], coalition_record_get_id (record)) == record)
        coalition_campaign_note_reference (table, value->text, record);
    }

  return table;
}

/**
 * coalition_campaign_get_referring:
 * @self: a campaign
 * @kind: the kind that refers
 * @field: name of its reference
 * @id: what is referred to
 *
 * Finds the records whose reference is @id: the ties from a party, the contributions of an agreement.
 *
 * Returns: (transfer container) (element-type CoalitionRecord): the records, in the order of entry
 */
GPtrArray *
coalition_campaign_get_referring (CoalitionCampaign   *self,
                                  const CoalitionKind *kind,
                                  const char          *field,
                                  const char          *id)
{
  int index = coalition_kind_field_index (kind, field);
  GHashTable **table;
  g_autoptr (GHashTable) passing = NULL;
  GPtrArray *records;
  GPtrArray *result = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert (index >= 0 && kind->fields[index].type == COALITION_FIELD_REFERENCE);
  table = &self->referring[kind_index (kind)][index];
  /* Amid a changeset a table would be told again of what it has: it is not kept. */
  if (*table == NULL && self->applying)
    passing = make_referring (self, kind_index (kind), index);
  else if (*table == NULL)
    *table = make_referring (self, kind_index (kind), index);
  records = g_hash_table_lookup (passing != NULL ? passing : *table, id);
  for (guint i = 0; records != NULL && i < records->len; i++)
    g_ptr_array_add (result, g_object_ref (records->pdata[i]));

  return result;
}

/**
 * coalition_campaign_find_by_title:
 * @self: a campaign
 * @kind: a kind with a title
 * @title: a name
 *
 * Finds records by what names them, with case, accents and spaces folded.
 *
 * Returns: (transfer container) (element-type CoalitionRecord): none, one, or several of the same name
 */
GPtrArray *
coalition_campaign_find_by_title (CoalitionCampaign   *self,
                                  const CoalitionKind *kind,
                                  const char          *title)
{
  GHashTable **titles = &self->titles[kind_index (kind)];
  g_autofree char *wanted = coalition_text_fold (title);
  GPtrArray *result = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *records;

  if (*titles == NULL)
    {
      GListModel *model = coalition_campaign_get_records (self, kind);
      guint n_records = g_list_model_get_n_items (model);

      *titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
      for (guint i = 0; i < n_records; i++)
        {
          g_autoptr (CoalitionRecord) record = g_list_model_get_item (model, i);
          char *folded = coalition_text_fold (coalition_record_get_title (record));

          records = g_hash_table_lookup (*titles, folded);
          if (records == NULL)
            g_hash_table_insert (*titles, folded, records = g_ptr_array_new ());
          else
            g_free (folded);
          g_ptr_array_add (records, record);
        }
    }
  records = g_hash_table_lookup (*titles, wanted);
  for (guint i = 0; records != NULL && i < records->len; i++)
    g_ptr_array_add (result, g_object_ref (records->pdata[i]));

  return result;
}

/**
 * coalition_campaign_get_position:
 * @self: a campaign
 * @party_id: id of a party
 *
 * Where a party is in the view that the map shows.
 *
 * Returns: (transfer none) (nullable): the position, or %NULL if it has none yet
 */
CoalitionRecord *
coalition_campaign_get_position (CoalitionCampaign *self,
                                 const char        *party_id)
{
  CoalitionRecord *view = coalition_campaign_get_view (self);
  g_autofree char *id = view != NULL ? coalition_position_id (coalition_record_get_id (view), party_id) : NULL;

  return coalition_campaign_get_record (self, &coalition_kind_position, id);
}

/**
 * coalition_campaign_get_judgement:
 * @self: a campaign
 * @party_id: id of a party
 * @aspect: what is judged: "people-trust", "our-trust", "influence", "stance" or "gatekeeper"
 * @issue_id: (nullable): id of an issue, or %NULL for the campaign as a whole
 *
 * The judgement that counts: of several the one with the latest date; of the same date, the one entered last.
 *
 * Returns: (transfer none) (nullable): the judgement, or %NULL if there is none
 */
CoalitionRecord *
coalition_campaign_get_judgement (CoalitionCampaign *self,
                                  const char        *party_id,
                                  const char        *aspect,
                                  const char        *issue_id)
{
  g_autoptr (GPtrArray) judgements = coalition_campaign_get_referring (self, &coalition_kind_judgement, "party", party_id);
  CoalitionRecord *latest = NULL;

  for (guint i = 0; i < judgements->len; i++)
    {
      CoalitionRecord *judgement = judgements->pdata[i];

      if (g_strcmp0 (coalition_record_get_text (judgement, "aspect"), aspect) == 0
          && g_strcmp0 (coalition_record_get_text (judgement, "issue"), issue_id) == 0
          && (latest == NULL
              || g_strcmp0 (coalition_record_get_text (judgement, "judged_on"), coalition_record_get_text (latest, "judged_on")) >= 0))
        latest = judgement;
    }

  return latest;
}

/**
 * coalition_campaign_dup_display:
 * @self: a campaign
 * @record: one of its records
 * @field: a field of it, or one of the campaign's own
 *
 * What people read for a field: choices by their label, references by their title, dates in words.
 *
 * Returns: (transfer full): the text, empty if the field is unknown
 */
char *
coalition_campaign_dup_display (CoalitionCampaign    *self,
                                CoalitionRecord      *record,
                                const CoalitionField *field)
{
  g_auto (CoalitionValue) value = COALITION_VALUE_INIT;

  coalition_campaign_get_value (self, record, field, &value);
  if (field->type == COALITION_FIELD_REFERENCE && value.type == COALITION_VALUE_TEXT)
    {
      CoalitionRecord *target = coalition_campaign_find_record (self, value.text);

      return target != NULL ? coalition_campaign_dup_title (self, target) : g_strdup ("");
    }

  return coalition_field_format (field, &value);
}

/**
 * coalition_campaign_dup_title:
 * @self: a campaign
 * @record: one of its records
 *
 * A name for any record: its title; for a tie its ends; for other links and details what they tell first.
 *
 * Returns: (transfer full): the text, never empty
 */
char *
coalition_campaign_dup_title (CoalitionCampaign *self,
                              CoalitionRecord   *record)
{
  const CoalitionKind *kind = coalition_record_get_kind (record);
  GString *title;

  if (*coalition_record_get_title (record) != '\0')
    return g_strdup (coalition_record_get_title (record));
  if (kind == &coalition_kind_tie)
    {
      CoalitionRecord *from = coalition_campaign_get_record (self, &coalition_kind_party, coalition_record_get_text (record, "from"));
      CoalitionRecord *to = coalition_campaign_get_record (self, &coalition_kind_party, coalition_record_get_text (record, "to"));

      /* TRANSLATORS: a tie, named by its two ends */
      return g_strdup_printf (_("%s – %s"), from != NULL ? coalition_record_get_title (from) : "?",
                              to != NULL ? coalition_record_get_title (to) : "?");
    }

  title = g_string_new (NULL);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *text = NULL;

      if (!(kind->fields[i].flags & COALITION_FIELD_FIRST) || kind->fields[i].type == COALITION_FIELD_BOOLEAN)
        continue;
      text = coalition_campaign_dup_display (self, record, &kind->fields[i]);
      if (*text != '\0')
        g_string_append_printf (title, "%s%s", title->len > 0 ? ", " : "", text);
    }
  if (title->len == 0)
    g_string_append (title, _(kind->label));

  return g_string_free (title, FALSE);
}

/**
 * coalition_campaign_get_undo_label:
 * @self: a campaign
 *
 * What undo would undo.
 *
 * Returns: (transfer none) (nullable): the translated message of the edit, or %NULL if there is nothing to undo
 */
const char *
coalition_campaign_get_undo_label (CoalitionCampaign *self)
{
  return self->undo_label;
}

/**
 * coalition_campaign_get_redo_label:
 * @self: a campaign
 *
 * What redo would do again.
 *
 * Returns: (transfer none) (nullable): the translated message of the edit, or %NULL if there is nothing to do again
 */
const char *
coalition_campaign_get_redo_label (CoalitionCampaign *self)
{
  return self->redo_label;
}

/**
 * coalition_campaign_get_head:
 * @self: a campaign
 *
 * The id of the newest entry of the history: two files with the same head hold the same campaign.
 *
 * Returns: (transfer none) (nullable): the id; %NULL for snapshots
 */
const char *
coalition_campaign_get_head (CoalitionCampaign *self)
{
  return self->head;
}

/**
 * coalition_campaign_set_author:
 * @self: a campaign
 * @author: (nullable): the role under which edits are recorded from now on
 *
 * Names who edits, for the history.
 */
void
coalition_campaign_set_author (CoalitionCampaign *self,
                               const char        *author)
{
  g_free (self->author);
  self->author = author != NULL && *author != '\0' ? g_strdup (author) : NULL;
}

/**
 * coalition_history_entry_free:
 * @self: (transfer full): an entry
 *
 * Frees an entry.
 */
void
coalition_history_entry_free (CoalitionHistoryEntry *self)
{
  g_free (self->id);
  g_free (self->parent);
  g_free (self->author);
  g_free (self->time);
  g_free (self->message);
  g_free (self->undoes);
  g_free (self);
}

static char *
describe_entry (CoalitionStoredEntry *entry)
{
  g_autofree char *message = coalition_message_format (entry->message, (const char *const *) entry->arguments);

  if (entry->undoes == NULL)
    return g_steal_pointer (&message);

  /* TRANSLATORS: entries of the history; %s is what was undone or done again */
  return g_strdup_printf (entry->is_redo ? _("Redo: %s") : _("Undo: %s"), message);
}

/**
 * coalition_campaign_get_history:
 * @self: a campaign
 * @error: return location for a #GError
 *
 * Everything that was ever done to the campaign.
 *
 * Returns: (transfer full) (element-type CoalitionHistoryEntry): the entries, newest first, or %NULL with @error set
 */
GPtrArray *
coalition_campaign_get_history (CoalitionCampaign  *self,
                                GError            **error)
{
  CoalitionStore *store = coalition_store_open (self->path, COALITION_STORE_READ, self->kinds, self->n_kinds, error);
  g_autoptr (GPtrArray) stored = store != NULL ? coalition_store_read_history (store, error) : NULL;
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) coalition_history_entry_free);

  if (store != NULL)
    coalition_store_close (store, NULL);
  if (stored == NULL)
    {
      coalition_campaign_wrap_error (error);
      return NULL;
    }
  for (guint i = stored->len; i > 0; i--)
    {
      CoalitionStoredEntry *from = stored->pdata[i - 1];
      CoalitionHistoryEntry *entry = g_new0 (CoalitionHistoryEntry, 1);

      entry->message = describe_entry (from);
      entry->id = g_steal_pointer (&from->id);
      entry->parent = g_steal_pointer (&from->parent);
      entry->author = g_steal_pointer (&from->author);
      entry->time = g_steal_pointer (&from->time);
      entry->undoes = g_steal_pointer (&from->undoes);
      entry->is_redo = from->is_redo;
      g_ptr_array_add (entries, entry);
    }

  return g_steal_pointer (&entries);
}

/**
 * coalition_file_check_clear:
 * @self: what a check found
 *
 * Frees what @self holds.
 */
void
coalition_file_check_clear (CoalitionFileCheck *self)
{
  g_clear_pointer (&self->campaign_id, g_free);
  g_clear_pointer (&self->head, g_free);
  g_clear_pointer (&self->problems, g_strfreev);
}

static char *
describe_problem (const char *problem)
{
  if (g_str_equal (problem, "schema"))
    return g_strdup (_("Its tables are not those of a campaign of this version."));
  if (g_str_equal (problem, "campaign"))
    return g_strdup (_("It does not hold exactly one campaign with its history."));

  return g_strdup_printf (_("The database says: %s"), problem);
}

/**
 * coalition_campaign_check_file:
 * @path: path of a file from anywhere
 * @check: (out caller-allocates): what was found; clear it with coalition_file_check_clear()
 * @error: return location for a #GError
 *
 * Looks at a file without changing it or trusting it. What is wrong with it is told in @check and, as one sentence for
 * people, as error: %COALITION_CAMPAIGN_ERROR_NOT_CAMPAIGN, %COALITION_CAMPAIGN_ERROR_DAMAGED or
 * %COALITION_CAMPAIGN_ERROR_NEWER.
 *
 * Returns: %TRUE if it is a whole campaign that this version can open
 */
gboolean
coalition_campaign_check_file (const char          *path,
                               CoalitionFileCheck  *check,
                               GError             **error)
{
  guint n_kinds;
  const CoalitionKind *const *kinds = coalition_kinds_get_all (&n_kinds);
  CoalitionStoreCheck found;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  memset (check, 0, sizeof *check);
  if (!coalition_store_check (path, kinds, n_kinds, &found, error))
    {
      coalition_store_check_clear (&found);
      return FALSE;
    }
  check->is_campaign = found.is_campaign;
  check->is_whole = found.is_whole;
  check->version = found.version;
  check->campaign_id = g_steal_pointer (&found.campaign_id);
  check->head = g_steal_pointer (&found.head);
  for (guint i = 0; i < found.problems->len; i++)
    {
      g_autofree char *problem = describe_problem (found.problems->pdata[i]);

      g_strv_builder_add (builder, problem);
    }
  check->problems = g_strv_builder_end (builder);

  if (found.problems->len > 0)
    g_set_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_DAMAGED,
                 _("This campaign is damaged. %s Open a backup of it; nothing was changed."), check->problems[0]);
  else if (!check->is_campaign)
    g_set_error_literal (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_NOT_CAMPAIGN, _("This file is not a campaign. Nothing was changed."));
  else if (check->version > coalition_store_get_version ())
    g_set_error_literal (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_NEWER,
                         _("This campaign was written by a newer version of Coalition. Update Coalition to open it; nothing was changed."));
  else if (check->version < 1)
    g_set_error_literal (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_DAMAGED, _("This campaign is damaged: it has no version. Nothing was changed."));
  check->is_whole = check->is_whole && check->version >= 1 && check->version <= coalition_store_get_version ();
  coalition_store_check_clear (&found);

  return check->is_whole;
}

/**
 * coalition_campaign_write_copy:
 * @self: a campaign; this may be called from any thread
 * @path: where the copy goes; nothing may be there
 * @error: return location for a #GError
 *
 * Writes a whole, consistent copy of the campaign as it is now, for publishing.
 *
 * Returns: %TRUE on success
 */
gboolean
coalition_campaign_write_copy (CoalitionCampaign  *self,
                               const char         *path,
                               GError            **error)
{
  CoalitionStore *store = coalition_store_open (self->path, COALITION_STORE_READ, self->kinds, self->n_kinds, error);
  gboolean success = store != NULL && coalition_store_write_copy (store, path, error);

  if (store != NULL)
    success = coalition_store_close (store, success ? error : NULL) && success;
  coalition_campaign_wrap_error (error);

  return success;
}
