/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-document-private.h"

#include <glib/gi18n-lib.h>

/* What waits in the application's own folder: drafts, and campaigns whose last changes a crash kept from their file. */

/**
 * coalition_draft_free:
 * @self: a draft
 *
 * Frees it.
 */
void
coalition_draft_free (CoalitionDraft *self)
{
  g_free (self->path);
  g_free (self->name);
  g_free (self->changed);
  g_free (self);
}

/**
 * coalition_document_is_blank:
 * @campaign: a draft's campaign
 * @copy: its working copy
 *
 * Returns: %TRUE if it is a draft in which nothing was ever entered but its name
 */
gboolean
coalition_document_is_blank (CoalitionCampaign           *campaign,
                             const CoalitionWorkingCopy  *copy)
{
  return coalition_working_copy_is_draft (copy) && copy->is_fresh &&
         g_strcmp0 (coalition_campaign_get_head (campaign), copy->head) == 0;
}

static char *
find_time_of_last_change (CoalitionCampaign *campaign)
{
  const char *head = coalition_campaign_get_head (campaign);
  g_autoptr (GPtrArray) history = coalition_campaign_get_history (campaign, NULL);

  for (guint i = 0; history != NULL && i < history->len; i++)
    {
      CoalitionHistoryEntry *entry = g_ptr_array_index (history, i);

      if (g_strcmp0 (entry->id, head) == 0)
        return g_strdup (entry->time);
    }

  return NULL;
}

static char *
query_time_of_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_TIME_MODIFIED, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GDateTime) time = info != NULL ? g_file_info_get_modification_date_time (info) : NULL;

  return time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

/* Makes a row of a working copy, unless there is nothing in it to keep. */
static gboolean
describe_cb (CoalitionWorkingCopy *copy,
             gpointer              data)
{
  GPtrArray *drafts = data;
  g_autoptr (CoalitionCampaign) campaign = coalition_campaign_load (copy->database, NULL);
  CoalitionDraft *draft = g_new0 (CoalitionDraft, 1);
  gboolean is_needless;

  g_ptr_array_add (drafts, draft);
  draft->path = g_strdup (copy->database);
  if (campaign == NULL)
    {
      /* It is somebody's work, even if nobody can read it: show it and let the person decide. */
      draft->name = g_strdup (_("Draft that cannot be read"));
      draft->changed = query_time_of_file (copy->database);
      return TRUE;
    }

  draft->name = coalition_campaign_dup_title (campaign, coalition_campaign_get_campaign (campaign));
  draft->changed = find_time_of_last_change (campaign);
  if (draft->changed == NULL)
    draft->changed = query_time_of_file (copy->database);
  is_needless = coalition_document_is_blank (campaign, copy);
  if (!coalition_working_copy_is_draft (copy) && g_strcmp0 (coalition_campaign_get_head (campaign), copy->head) == 0)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (copy->location);

      /* A file that holds it all makes its working copy needless; if the file is gone, this is the last one. */
      is_needless = g_file_query_exists (file, NULL);
    }
  if (!coalition_campaign_close (campaign, NULL) || !is_needless)
    return TRUE;
  g_ptr_array_remove (drafts, draft);

  return FALSE;
}

static int
compare_drafts (gconstpointer a,
                gconstpointer b)
{
  const CoalitionDraft *one = *(const CoalitionDraft **) a;
  const CoalitionDraft *two = *(const CoalitionDraft **) b;
  int order = g_strcmp0 (two->changed, one->changed);

  return order != 0 ? order : g_strcmp0 (one->path, two->path);
}

/**
 * coalition_document_list_drafts:
 * @error: return location for a #GError
 *
 * Lists what waits in the application's own folder, newest first: drafts, and campaigns with changes that a crash kept from
 * their file. Both are opened with coalition_document_open_draft(). What a window has open is not listed; drafts with
 * nothing in them are deleted.
 *
 * Returns: (transfer container) (element-type CoalitionDraft): the drafts, or %NULL with
 *   %COALITION_CAMPAIGN_ERROR_STORAGE
 */
GPtrArray *
coalition_document_list_drafts (GError **error)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) coalition_draft_free);

  if (!coalition_working_copy_review (describe_cb, drafts, error))
    return NULL;
  g_ptr_array_sort (drafts, compare_drafts);

  return g_steal_pointer (&drafts);
}

/**
 * coalition_document_discard_draft:
 * @path: the path of a #CoalitionDraft
 * @error: return location for a #GError
 *
 * Deletes a draft for good.
 *
 * Returns: %TRUE, or %FALSE with %COALITION_CAMPAIGN_ERROR_BUSY if it is open, or %COALITION_CAMPAIGN_ERROR_STORAGE
 */
gboolean
coalition_document_discard_draft (const char  *path,
                                  GError     **error)
{
  CoalitionWorkingCopy *copy = coalition_working_copy_take (path, error);

  return copy != NULL && coalition_working_copy_remove (copy, error);
}
