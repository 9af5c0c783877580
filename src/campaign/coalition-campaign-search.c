/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-campaign-private.h"

#include "coalition-text.h"

#include <string.h>

/* Search in every searchable field of every kind, with names found in spite of a slip of the finger. */

/**
 * coalition_search_hit_free:
 * @self: (transfer full): a hit
 *
 * Frees a hit.
 */
void
coalition_search_hit_free (CoalitionSearchHit *self)
{
  g_clear_object (&self->record);
  g_clear_object (&self->target);
  g_free (self->snippet);
  g_free (self);
}

/* The first record that @record is linked to, or that shows it. */
static CoalitionRecord *
find_linked (CoalitionCampaign   *self,
             CoalitionRecord     *record,
             const CoalitionKind *link,
             const char          *field)
{
  g_autoptr (GPtrArray) links = coalition_campaign_get_referring (self, link, field, coalition_record_get_id (record));

  return links->len > 0 ? links->pdata[0] : NULL;
}

/* From a detail to the record it belongs to, until one can be shown by itself. What is drawn on the map can, though it
 * belongs to a view; a contact is shown at its party, an image where it is seen. */
static CoalitionRecord *
find_target (CoalitionCampaign *self,
             CoalitionRecord   *record)
{
  const CoalitionKind *kind = coalition_record_get_kind (record);
  const CoalitionField *owner = coalition_kind_get_owner (kind);
  CoalitionRecord *target = NULL;

  if (kind == &coalition_kind_contact)
    target = find_linked (self, record, &coalition_kind_contact_party, "contact");
  else if (kind == &coalition_kind_contact_party)
    target = coalition_campaign_get_record (self, &coalition_kind_party, coalition_record_get_text (record, "party"));
  else if (kind == &coalition_kind_image)
    target = find_linked (self, record, &coalition_kind_picture, "image");
  else if (kind != &coalition_kind_tie && kind != &coalition_kind_note && kind != &coalition_kind_picture && owner != NULL)
    target = coalition_campaign_find_record (self, coalition_record_get_text (record, kind == &coalition_kind_own_value ? "record" : owner->name));
  if (target == NULL && kind == &coalition_kind_image)
    target = find_linked (self, record, &coalition_kind_party, "picture");

  return target != NULL && target != record ? find_target (self, target) : record;
}

static const CoalitionField *
find_field (CoalitionCampaign *self,
            CoalitionRecord   *record,
            guint              index)
{
  const CoalitionKind *kind = coalition_record_get_kind (record);
  const CoalitionField *own;

  if (kind != &coalition_kind_own_value)
    return &kind->fields[index];
  own = g_hash_table_lookup (self->own_fields, coalition_record_get_text (record, "field"));

  return own != NULL ? own : &kind->fields[index];
}

static void
add_hit (CoalitionCampaign    *self,
         GPtrArray            *hits,
         GHashTable           *seen,
         CoalitionRecord      *record,
         guint                 field,
         const char           *snippet)
{
  CoalitionRecord *target = find_target (self, record);
  CoalitionSearchHit *hit;

  if (!g_hash_table_add (seen, target))
    return;
  hit = g_new0 (CoalitionSearchHit, 1);
  hit->record = g_object_ref (record);
  hit->target = g_object_ref (target);
  hit->field = find_field (self, record, field);
  hit->snippet = g_strdup (snippet);
  g_ptr_array_add (hits, hit);
}

/* Optimal string alignment distance (Damerau 1964, adjacent transpositions), stopped above @limit; of the longer word
 * only what begins it counts, so that a name can be found while it is typed. */
static guint
word_distance (const char *typed,
               const char *word,
               guint       limit)
{
  gsize n = strlen (typed), m = strlen (word);
  guint rows[3][64];
  guint best = G_MAXUINT;

  if (n >= 63 || m >= 63)
    return strcmp (typed, word) == 0 ? 0 : limit + 1;
  for (guint j = 0; j <= m; j++)
    rows[0][j] = j;
  for (guint i = 1; i <= n; i++)
    {
      guint *row = rows[i % 3], *above = rows[(i - 1) % 3], *before = rows[(i + 1) % 3];

      row[0] = i;
      for (guint j = 1; j <= m; j++)
        {
          row[j] = MIN (MIN (row[j - 1], above[j]) + 1, above[j - 1] + (typed[i - 1] != word[j - 1]));
          if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
        }
    }
  for (guint j = n > limit ? n - limit : 0; j <= MIN (m, n + limit); j++)
    best = MIN (best, rows[n % 3][j]);

  return best;
}

static gboolean
is_alike (GStrv       typed,
          const char *title)
{
  g_autofree char *folded = coalition_text_fold (title);
  g_auto (GStrv) words = g_strsplit_set (folded, " -,.()'/", -1);

  for (guint i = 0; typed[i] != NULL; i++)
    {
      guint length = strlen (typed[i]);
      guint limit = length >= 8 ? 2 : length >= 4 ? 1 : 0;
      gboolean found = FALSE;

      for (guint j = 0; words[j] != NULL && !found; j++)
        found = *words[j] != '\0' && word_distance (typed[i], words[j], limit) <= limit;
      if (!found)
        return FALSE;
    }

  return TRUE;
}

static void
add_alike (CoalitionCampaign *self,
           const char        *query,
           guint              limit,
           GPtrArray         *hits,
           GHashTable        *seen)
{
  g_autofree char *folded = coalition_text_fold (query);
  g_auto (GStrv) typed = g_strsplit (folded, " ", -1);

  for (guint i = 0; i < self->n_kinds && *folded != '\0'; i++)
    {
      GListModel *records = G_LIST_MODEL (self->lists[i]);
      guint n_records = self->kinds[i]->title != NULL ? g_list_model_get_n_items (records) : 0;

      for (guint j = 0; j < n_records && hits->len < limit; j++)
        {
          g_autoptr (CoalitionRecord) record = g_list_model_get_item (records, j);

          if (!g_hash_table_contains (seen, record) && is_alike (typed, coalition_record_get_title (record)))
            add_hit (self, hits, seen, record, coalition_kind_field_index (self->kinds[i], self->kinds[i]->title),
                     coalition_record_get_title (record));
        }
    }
}

/**
 * coalition_campaign_search:
 * @self: a campaign
 * @query: what a person typed
 * @limit: the most hits wanted
 * @error: return location for a #GError
 *
 * Finds records by words in any searchable field, each target once, best first; then records whose name is nearly what
 * was typed (one slip from four letters on, two from eight).
 *
 * Returns: (transfer full) (element-type CoalitionSearchHit): the hits, or %NULL with @error set
 */
GPtrArray *
coalition_campaign_search (CoalitionCampaign  *self,
                           const char         *query,
                           guint               limit,
                           GError            **error)
{
  g_autoptr (GPtrArray) found = coalition_search_index_query (self->index, query, limit * 4, error);
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) coalition_search_hit_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  if (found == NULL)
    {
      coalition_campaign_wrap_error (error);
      return NULL;
    }
  for (guint i = 0; i < found->len && hits->len < limit; i++)
    {
      CoalitionIndexHit *hit = found->pdata[i];
      CoalitionRecord *record = coalition_record_list_find (self->lists[hit->kind], hit->record);

      if (record != NULL)
        add_hit (self, hits, seen, record, hit->field, hit->snippet);
    }
  add_alike (self, query, limit, hits, seen);

  return g_steal_pointer (&hits);
}

static void
prepare_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  g_autoptr (GPtrArray) nothing = coalition_search_index_query (data, "", 1, NULL);

  g_task_return_boolean (task, nothing != NULL);
}

/**
 * coalition_campaign_prepare_search:
 * @self: a campaign
 *
 * Builds the search index aside, so that the first search does not wait for it.
 */
void
coalition_campaign_prepare_search (CoalitionCampaign *self)
{
  /* The thread holds the index, not the campaign: that belongs to its own thread to the end. */
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_task_data (task, coalition_search_index_ref (self->index), (GDestroyNotify) coalition_search_index_unref);
  g_task_run_in_thread (task, prepare_in_thread);
}
