/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-document-private.h"

#include "coalition-publish.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* From a working copy to a person's file. Everything here may run in a worker thread; the caller sees to it that one
 * working copy is published once at a time. */

static char *
make_copy_path (const CoalitionWorkingCopy *copy)
{
  g_autofree char *stem = g_strndup (copy->database, strlen (copy->database) - strlen (".coalition"));

  return g_strconcat (stem, ".publish", NULL);
}

/* Writes a whole copy of the campaign to @path and looks whether it is one. */
static gboolean
write_checked_copy (CoalitionCampaign  *campaign,
                    const char         *path,
                    char              **head,
                    GError            **error)
{
  g_auto (CoalitionFileCheck) check = { 0 };

  (void) g_unlink (path);
  if (!coalition_campaign_write_copy (campaign, path, error))
    return FALSE;
  if (!coalition_campaign_check_file (path, &check, NULL))
    {
      g_set_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_DAMAGED,
                   _("Coalition’s own copy of this campaign is damaged and was not saved to your file, which is as it "
                     "was. Close the campaign and open the file again. What was found: %s"),
                   check.problems != NULL && check.problems[0] != NULL ? check.problems[0] : "?");
      return FALSE;
    }
  *head = g_strdup (check.head);

  return TRUE;
}

/**
 * coalition_document_publish_copy:
 * @campaign: an open campaign
 * @copy: its working copy, which has a location
 * @error: return location for a #GError
 *
 * Brings the person's file up to date with the working copy, and notes in the sidecar what the file is like now.
 *
 * Returns: %TRUE, or %FALSE with a #CoalitionCampaignError and the file as it was
 */
gboolean
coalition_document_publish_copy (CoalitionCampaign     *campaign,
                                 CoalitionWorkingCopy  *copy,
                                 GError               **error)
{
  g_autofree char *path = make_copy_path (copy);
  g_autoptr (GFile) target = g_file_new_for_uri (copy->location);
  g_autoptr (GFile) written = g_file_new_for_path (path);
  g_auto (CoalitionFileStamp) stamp = { 0 };
  g_autofree char *head = NULL;
  g_autoptr (GError) cause = NULL;
  gboolean is_done;

  is_done = write_checked_copy (campaign, path, &head, &cause) &&
            coalition_file_stamp_read (written, NULL, &stamp, NULL, &cause);
  if (is_done)
    {
      /* Noted first: a process that ends after the file is replaced must know it for its own when it comes back. */
      g_free (copy->pending_sha256);
      g_free (copy->pending_head);
      copy->pending_sha256 = g_strdup (stamp.sha256);
      copy->pending_size = stamp.size;
      copy->pending_head = g_strdup (head);
      coalition_working_copy_tidy (copy);
      copy->temporary = coalition_publish_temporary (target);
      is_done = coalition_working_copy_save (copy, &cause) &&
                coalition_publish_file (path, target, copy->temporary,
                                        copy->published.sha256 != NULL ? &copy->published : NULL, &stamp, &cause);
    }
  (void) g_unlink (path);
  if (!is_done)
    {
      coalition_publish_explain (target, cause, error);
      return FALSE;
    }

  coalition_file_stamp_copy (&stamp, &copy->published);
  g_clear_pointer (&copy->temporary, g_free);
  g_clear_pointer (&copy->pending_sha256, g_free);
  g_clear_pointer (&copy->pending_head, g_free);
  g_free (copy->head);
  copy->head = g_steal_pointer (&head);
  /* If this cannot be written, what is pending says the same. */
  coalition_working_copy_save (copy, NULL);

  return TRUE;
}

/* Keeps what is at @resolved before the person's decision replaces it. */
static gboolean
keep_theirs (GFile   *resolved,
             GError **error)
{
  g_autofree char *name = g_file_get_basename (resolved);
  g_autofree char *path = coalition_working_copy_backup_path (name, error);
  g_autoptr (GFile) backup = path != NULL ? g_file_new_for_path (path) : NULL;
  g_autoptr (GError) cause = NULL;

  if (backup == NULL)
    return FALSE;
  if (g_file_copy (resolved, backup, G_FILE_COPY_NONE, NULL, NULL, NULL, &cause))
    return TRUE;
  coalition_publish_explain (backup, cause, error);

  return FALSE;
}

/* Learns what is at @resolved now, which the person has agreed to replace; @stamp stays empty if nothing is. */
static gboolean
look_at_target (GFile               *resolved,
                gboolean             is_own,
                CoalitionFileStamp  *stamp,
                GError             **error)
{
  g_autoptr (GError) cause = NULL;

  if (coalition_file_stamp_read (resolved, NULL, stamp, NULL, &cause))
    return !is_own || keep_theirs (resolved, error);
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;
  coalition_publish_explain (resolved, cause, error);

  return FALSE;
}

/**
 * coalition_document_save_copy_to:
 * @campaign: an open campaign
 * @copy: its working copy
 * @file: a file as the person named it
 * @error: return location for a #GError
 *
 * Makes @file the file of the working copy and writes it. What is there is replaced.
 *
 * Returns: %TRUE, or %FALSE with a #CoalitionCampaignError; working copy and file are as they were then
 */
gboolean
coalition_document_save_copy_to (CoalitionCampaign     *campaign,
                                 CoalitionWorkingCopy  *copy,
                                 GFile                 *file,
                                 GError               **error)
{
  g_autoptr (GFile) resolved = coalition_publish_resolve (file);
  g_autofree char *location = g_file_get_uri (resolved);
  g_auto (CoalitionFileStamp) stamp = { 0 };
  g_auto (CoalitionFileStamp) old_stamp = { 0 };
  g_autofree char *old_name = g_strdup (copy->name);
  g_autofree char *old_location = g_strdup (copy->location);

  if (!look_at_target (resolved, g_strcmp0 (location, old_location) == 0, &stamp, error))
    return FALSE;
  coalition_file_stamp_copy (&copy->published, &old_stamp);
  coalition_file_stamp_copy (&stamp, &copy->published);
  if (coalition_working_copy_move (copy, file, resolved, error) &&
      coalition_document_publish_copy (campaign, copy, error))
    return TRUE;

  coalition_file_stamp_copy (&old_stamp, &copy->published);
  g_free (copy->name);
  g_free (copy->location);
  copy->name = g_steal_pointer (&old_name);
  copy->location = g_steal_pointer (&old_location);
  coalition_working_copy_save (copy, NULL);

  return FALSE;
}


/**
 * coalition_document_keep_ours:
 * @campaign: an open campaign
 * @copy: its working copy
 * @error: return location for a #GError
 *
 * Keeps the campaign as it is now among the backups in the application's own folder.
 *
 * Returns: (transfer full): the path of the backup, or %NULL with a #CoalitionCampaignError
 */
char *
coalition_document_keep_ours (CoalitionCampaign           *campaign,
                              const CoalitionWorkingCopy  *copy,
                              GError                     **error)
{
  g_autoptr (GFile) file = g_file_new_for_uri (copy->name);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *path = coalition_working_copy_backup_path (name, error);
  g_autofree char *head = NULL;

  if (path == NULL || !write_checked_copy (campaign, path, &head, error))
    return NULL;

  return g_steal_pointer (&path);
}

/**
 * coalition_document_find_sibling:
 * @file: a person's file
 *
 * Returns: (transfer full) (nullable): the first free name beside it that says whose version it holds
 */
GFile *
coalition_document_find_sibling (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  const char *ending = g_str_has_suffix (name, ".coalition") ? ".coalition" : "";
  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (ending));

  for (guint i = 1;; i++)
    {
      /* Translators: a file name, given to one's own version when a file was changed by somebody else too */
      g_autofree char *mine = i == 1 ? g_strdup_printf (_("%s (my copy)"), stem)
                                     : g_strdup_printf (_("%s (my copy %u)"), stem, i);
      g_autofree char *full = g_strconcat (mine, ending, NULL);
      GFile *sibling = g_file_get_child_for_display_name (folder, full, NULL);

      if (sibling == NULL || !g_file_query_exists (sibling, NULL))
        return sibling;
      g_object_unref (sibling);
    }
}
