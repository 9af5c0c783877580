/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-document-private.h"

#include "coalition-publish.h"
#include "coalition-store.h"
#include "coalition-text.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* How documents come to be: made anew, brought in from a file, or taken up from a working copy that a crash left. */

/* Bytes of a file that tell whether it is worth reading: the header of SQLite and our application id. */
#define HEADER_SIZE 100
#define APPLICATION_ID_OFFSET 68

static char *
dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return g_filename_display_name (base);
}

static void
set_read_error (GFile         *file,
                const GError  *cause,
                GError       **error)
{
  g_autofree char *name = dup_name (file);

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_STORAGE,
                 _("“%s” is not there. It may have been moved, renamed or deleted, or its disk is not connected."), name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_STORAGE,
                 _("You are not allowed to read “%s”. Ask whoever gave you the file."), name);
  else
    g_set_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_STORAGE,
                 _("“%s” could not be read: %s."), name, cause->message);
}

/* --- From a file --------------------------------------------------------------------------------------------------- */

static void
set_not_campaign (GFile   *file,
                  GError **error)
{
  g_autofree char *name = dup_name (file);

  g_set_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_NOT_CAMPAIGN,
               _("“%s” is not a campaign made with Coalition. Lists of organizations can be imported into a campaign "
                 "instead. Nothing was changed."),
               name);
}

/* Looks at the first bytes only: whatever somebody picks by mistake, a film or a pipe, is not read to its end. */
static gboolean
check_header (GFile   *file,
              GError **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GFileInputStream) input = NULL;
  g_autoptr (GError) cause = NULL;
  guchar header[HEADER_SIZE];
  gsize n_read = 0;
  guint32 id;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, NULL, &cause);
  if (info != NULL && g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      set_not_campaign (file, error);
      return FALSE;
    }
  if (info != NULL)
    input = g_file_read (file, NULL, &cause);
  if (input == NULL || !g_input_stream_read_all (G_INPUT_STREAM (input), header, sizeof header, &n_read, NULL, &cause))
    {
      set_read_error (file, cause, error);
      return FALSE;
    }
  memcpy (&id, header + APPLICATION_ID_OFFSET, sizeof id);
  if (n_read < sizeof header || memcmp (header, "SQLite format 3", 16) != 0 ||
      GUINT32_FROM_BE (id) != COALITION_STORE_APPLICATION_ID)
    {
      set_not_campaign (file, error);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_content (const char          *path,
               GFile               *file,
               CoalitionFileCheck  *check,
               GError             **error)
{
  g_autofree char *name = dup_name (file);
  g_autoptr (GError) cause = NULL;

  if (coalition_campaign_check_file (path, check, &cause))
    return TRUE;
  if (cause->domain != COALITION_CAMPAIGN_ERROR)
    {
      set_read_error (file, cause, error);
      return FALSE;
    }

  /* The same in words that name the file. */
  if (g_error_matches (cause, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_NOT_CAMPAIGN))
    {
      set_not_campaign (file, error);
    }
  else if (g_error_matches (cause, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_NEWER))
    {
      g_set_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_NEWER,
                   _("“%s” was made with a newer version of Coalition. Update Coalition to open it. Nothing was "
                     "changed."),
                   name);
    }
  else
    {
      const char *problem = check->problems != NULL ? check->problems[0] : NULL;

      g_set_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_DAMAGED,
                   _("“%s” is damaged and cannot be opened. Nothing was changed. Look for an earlier copy of the file, "
                     "such as one in a backup. What was found: %s"),
                   name, problem != NULL ? problem : cause->message);
    }

  return FALSE;
}

/* A file of an older version is migrated in the working copy and published so: what it was like is kept. */
static gboolean
keep_old_version (const char                *path,
                  GFile                     *file,
                  const CoalitionFileCheck  *check,
                  GError                   **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *backup = NULL;
  g_autoptr (GFile) source = g_file_new_for_path (path);
  g_autoptr (GFile) target = NULL;
  g_autoptr (GError) cause = NULL;

  if (check->version == coalition_store_get_version ())
    return TRUE;
  backup = coalition_working_copy_backup_path (name, error);
  if (backup == NULL)
    return FALSE;
  target = g_file_new_for_path (backup);
  if (g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, &cause))
    return TRUE;
  coalition_publish_explain (target, cause, error);

  return FALSE;
}

/* A place in our own folder for bytes that nobody has checked yet. */
static char *
make_incoming_path (GError **error)
{
  g_autofree char *folder = coalition_working_copy_folder ("incoming", error);
  g_autofree char *id = coalition_uuid ();

  return folder != NULL ? g_build_filename (folder, id, NULL) : NULL;
}

static CoalitionWorkingCopy *
claim_incoming (const char                  *incoming,
                GFile                       *file,
                GFile                       *resolved,
                const CoalitionWorkingCopy  *instead_of,
                const CoalitionFileStamp    *stamp,
                GError                     **error)
{
  g_auto (CoalitionFileCheck) check = { 0 };
  g_autoptr (CoalitionWorkingCopy) copy = NULL;

  if (!check_content (incoming, file, &check, error) || !keep_old_version (incoming, file, &check, error))
    return NULL;
  copy = coalition_working_copy_claim (check.campaign_id != NULL ? check.campaign_id : "campaign", file, resolved,
                                       instead_of, error);
  if (copy == NULL)
    return NULL;
  coalition_file_stamp_copy (stamp, &copy->published);
  copy->head = g_strdup (check.head);
  /* The sidecar first: a working copy that is there is always one whose file is known. */
  if (!coalition_working_copy_save (copy, error))
    {
      coalition_working_copy_remove (g_steal_pointer (&copy), NULL);
      return NULL;
    }
  if (g_rename (incoming, copy->database) != 0)
    {
      g_set_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_STORAGE,
                   _("Coalition cannot write in its own folder: %s."), g_strerror (errno));
      coalition_working_copy_remove (g_steal_pointer (&copy), NULL);
      return NULL;
    }

  return g_steal_pointer (&copy);
}

/**
 * coalition_document_bring_in:
 * @file: a person's file as it was named
 * @resolved: the same, with links followed
 * @instead_of: (nullable): the working copy of that file that the new one is to follow
 * @error: return location for a #GError
 *
 * Copies a file from outside into the application's own folder, checks the copy as one checks what an enemy sent, and
 * claims a working copy with it. The file itself is only read.
 *
 * Returns: (transfer full): the working copy, or %NULL with a #CoalitionCampaignError
 */
CoalitionWorkingCopy *
coalition_document_bring_in (GFile                       *file,
                             GFile                       *resolved,
                             const CoalitionWorkingCopy  *instead_of,
                             GError                     **error)
{
  g_autofree char *incoming = NULL;
  g_auto (CoalitionFileStamp) stamp = { 0 };
  g_autoptr (GError) cause = NULL;
  CoalitionWorkingCopy *copy = NULL;

  if (!check_header (resolved, error))
    return NULL;
  incoming = make_incoming_path (error);
  if (incoming == NULL)
    return NULL;
  if (coalition_file_stamp_read (resolved, incoming, &stamp, NULL, &cause))
    copy = claim_incoming (incoming, file, resolved, instead_of, &stamp, error);
  else
    set_read_error (file, cause, error);
  (void) g_unlink (incoming);

  return copy;
}

/* @earlier, a working copy of the same file, goes once the new one stands. */
static CoalitionDocument *
open_fresh (GFile                 *file,
            GFile                 *resolved,
            CoalitionWorkingCopy  *earlier,
            CoalitionOpenFlags     flags,
            const char            *note,
            GError               **error)
{
  g_autoptr (CoalitionWorkingCopy) previous = earlier;
  g_autoptr (CoalitionWorkingCopy) copy = coalition_document_bring_in (file, resolved, previous, error);
  g_autoptr (CoalitionCampaign) campaign = NULL;

  if (copy == NULL)
    return NULL;
  campaign = coalition_campaign_load (copy->database, error);
  if (campaign == NULL)
    {
      coalition_working_copy_remove (g_steal_pointer (&copy), NULL);
      return NULL;
    }
  if (previous != NULL)
    coalition_working_copy_remove (g_steal_pointer (&previous), NULL);

  return coalition_document_new (campaign, g_steal_pointer (&copy), flags, NULL, note);
}

/* --- From what a crash left ---------------------------------------------------------------------------------------- */

/* Finds out what became of the person's file since; @problem is set if it cannot be published to. */
static void
compare_with_file (CoalitionWorkingCopy  *copy,
                   GError               **problem)
{
  g_autoptr (GFile) resolved = g_file_new_for_uri (copy->location);
  g_auto (CoalitionFileStamp) now = { 0 };
  g_autoptr (GError) cause = NULL;

  if (!coalition_file_stamp_read (resolved, NULL, &now, NULL, &cause))
    {
      /* It was never there: it is still to be made. */
      if (copy->published.sha256 != NULL || !g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        coalition_publish_explain (resolved, cause, problem);
      return;
    }
  if (coalition_file_stamp_equal (&now, &copy->published))
    return;
  if (copy->pending_sha256 != NULL && now.size == copy->pending_size && strcmp (now.sha256, copy->pending_sha256) == 0)
    {
      /* The process ended after the file was replaced and before that was noted. */
      coalition_file_stamp_copy (&now, &copy->published);
      g_free (copy->head);
      copy->head = g_steal_pointer (&copy->pending_head);
      g_clear_pointer (&copy->pending_sha256, g_free);
      coalition_working_copy_save (copy, NULL);
      return;
    }

  {
    g_autofree char *name = dup_name (resolved);

    g_set_error (problem, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_CHANGED,
                 _("“%s” was changed while changes of yours were not saved to it yet. Nothing was overwritten: decide "
                   "whether to take that version or to keep both."),
                 name);
  }
}

static CoalitionDocument *
take_up (CoalitionWorkingCopy  *copy,
         GFile                 *file,
         CoalitionOpenFlags     flags,
         GError               **error)
{
  g_autoptr (CoalitionWorkingCopy) owned = copy;
  g_autoptr (CoalitionCampaign) campaign = NULL;
  g_autoptr (GFile) resolved = g_file_new_for_uri (copy->location);
  g_autoptr (GError) problem = NULL;
  g_autoptr (GError) cause = NULL;
  gboolean is_unpublished;

  campaign = coalition_campaign_load (copy->database, &cause);
  if (campaign == NULL)
    {
      g_autofree char *kept = NULL;
      g_autofree char *note = NULL;

      if (!g_error_matches (cause, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_DAMAGED) &&
          !g_error_matches (cause, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_NOT_CAMPAIGN))
        {
          g_propagate_error (error, g_steal_pointer (&cause));
          return NULL;
        }
      kept = coalition_working_copy_set_aside (g_steal_pointer (&owned), error);
      if (kept == NULL)
        return NULL;
      note = g_strdup_printf (_("A working copy of this campaign could not be read. It was kept as “%s”."), kept);
      return open_fresh (file, resolved, NULL, flags, note, error);
    }

  coalition_working_copy_tidy (copy);
  compare_with_file (copy, &problem);
  is_unpublished = g_strcmp0 (coalition_campaign_get_head (campaign), copy->head) != 0;
  if (!is_unpublished && g_error_matches (problem, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_CHANGED))
    {
      /* Nothing is in it that was not published: the file as it is now counts. */
      if (!coalition_campaign_close (campaign, error))
        return NULL;
      return open_fresh (file, resolved, g_steal_pointer (&owned), flags, NULL, error);
    }
  if ((flags & COALITION_OPEN_EXCLUSIVE) != 0 && (is_unpublished || problem != NULL))
    {
      coalition_campaign_close (campaign, NULL);
      if (is_unpublished)
        {
          g_autofree char *name = dup_name (file);

          g_set_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_BUSY,
                       _("“%s” has changes that were not saved to it yet. Open it in Coalition first."), name);
        }
      else
        {
          g_propagate_error (error, g_steal_pointer (&problem));
        }
      return NULL;
    }

  return coalition_document_new (campaign, g_steal_pointer (&owned), flags, g_steal_pointer (&problem), NULL);
}

/* --- Public -------------------------------------------------------------------------------------------------------- */

/**
 * coalition_document_open:
 * @file: a person's file
 * @flags: see #CoalitionOpenFlags
 * @error: return location for a #GError
 *
 * Opens a person's file: checks it and makes a private working copy of it, or takes up the one that a crash left, with
 * every edit that was acknowledged. If the file was changed since by somebody else, the document opens in the state
 * %COALITION_DOCUMENT_CONFLICT; if it is gone, in %COALITION_DOCUMENT_PROBLEM. The file is not changed by opening it.
 *
 * Returns: (transfer full): the document, or %NULL with a #CoalitionCampaignError
 */
CoalitionDocument *
coalition_document_open (GFile               *file,
                         CoalitionOpenFlags   flags,
                         GError             **error)
{
  g_autoptr (GFile) resolved = NULL;
  g_autoptr (CoalitionWorkingCopy) left = NULL;
  g_autofree char *live = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  resolved = coalition_publish_resolve (file);
  if (!coalition_working_copy_find (resolved, &left, &live, error))
    return NULL;
  if (live != NULL)
    {
      g_autofree char *name = dup_name (file);

      g_set_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_BUSY,
                   _("“%s” is open in Coalition already. Close it there first."), name);
      return NULL;
    }
  if (left != NULL)
    return take_up (g_steal_pointer (&left), file, flags, error);

  return open_fresh (file, resolved, NULL, flags, NULL, error);
}

static void
open_thread (GTask         *task,
             gpointer       source,
             gpointer       data,
             GCancellable  *cancellable)
{
  g_autoptr (GError) error = NULL;
  CoalitionDocument *document = coalition_document_open (G_FILE (data), COALITION_OPEN_NONE, &error);

  if (document != NULL)
    g_task_return_pointer (task, document, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * coalition_document_open_async:
 * @file: a person's file
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when it is open
 * @data: user data for @callback
 *
 * Opens a person's file as coalition_document_open() does, in a worker thread.
 */
void
coalition_document_open_async (GFile                *file,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_return_if_fail (G_IS_FILE (file));

  g_task_set_source_tag (task, coalition_document_open_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, open_thread);
}

/**
 * coalition_document_open_finish:
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the document, or %NULL with a #CoalitionCampaignError, or %G_IO_ERROR_CANCELLED
 */
CoalitionDocument *
coalition_document_open_finish (GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * coalition_document_open_draft:
 * @path: the path of a #CoalitionDraft
 * @error: return location for a #GError
 *
 * Opens a draft, or a campaign whose last changes a crash kept from its file.
 *
 * Returns: (transfer full): the document, or %NULL with a #CoalitionCampaignError
 */
CoalitionDocument *
coalition_document_open_draft (const char  *path,
                               GError     **error)
{
  g_autoptr (CoalitionWorkingCopy) copy = coalition_working_copy_take (path, error);
  g_autoptr (CoalitionCampaign) campaign = NULL;

  if (copy == NULL)
    return NULL;
  if (!coalition_working_copy_is_draft (copy))
    {
      g_autoptr (GFile) file = g_file_new_for_uri (copy->name);

      return take_up (g_steal_pointer (&copy), file, COALITION_OPEN_NONE, error);
    }
  campaign = coalition_campaign_load (copy->database, error);
  if (campaign == NULL)
    return NULL;

  return coalition_document_new (campaign, g_steal_pointer (&copy), COALITION_OPEN_NONE, NULL, NULL);
}

/* Whether a new campaign may be written to @file, and what is there that it replaces. */
static gboolean
prepare_target (GFile               *file,
                GFile               *resolved,
                gboolean             replace,
                CoalitionFileStamp  *stamp,
                GError             **error)
{
  g_autofree char *name = dup_name (file);
  g_autoptr (GError) cause = NULL;

  if (coalition_file_stamp_read (resolved, NULL, stamp, NULL, &cause))
    {
      if (replace)
        return TRUE;
      g_set_error (error, COALITION_CAMPAIGN_ERROR, COALITION_CAMPAIGN_ERROR_REFUSED,
                   _("There is a file “%s” already. Choose another name."), name);
      return FALSE;
    }
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;

  set_read_error (file, cause, error);
  return FALSE;
}

/**
 * coalition_document_create:
 * @file: (nullable): where the campaign is to be kept, or %NULL to begin a draft
 * @name: name of the campaign
 * @us: (nullable): name of our own organization, which becomes its first party
 * @replace: whether a file that is there may be replaced
 * @error: return location for a #GError
 *
 * Makes a new campaign. With a @file, it is written at once. A draft lives in the application's own folder until it is
 * saved with coalition_document_save_as_async(); it vanishes when it is closed (or found after a crash) with nothing in it
 * but its name.
 *
 * Returns: (transfer full): the document, or %NULL with a #CoalitionCampaignError and nothing made
 */
CoalitionDocument *
coalition_document_create (GFile       *file,
                           const char  *name,
                           const char  *us,
                           gboolean     replace,
                           GError     **error)
{
  g_autoptr (GFile) resolved = file != NULL ? coalition_publish_resolve (file) : NULL;
  g_auto (CoalitionFileStamp) stamp = { 0 };
  g_autofree char *id = coalition_uuid ();
  g_autoptr (CoalitionWorkingCopy) copy = NULL;
  g_autoptr (CoalitionCampaign) campaign = NULL;
  g_autoptr (CoalitionDocument) self = NULL;

  if (file != NULL && !prepare_target (file, resolved, replace, &stamp, error))
    return NULL;
  copy = coalition_working_copy_claim (id, file, resolved, NULL, error);
  if (copy == NULL)
    return NULL;
  campaign = coalition_campaign_create (copy->database, name, us, error);
  if (campaign == NULL)
    {
      coalition_working_copy_remove (g_steal_pointer (&copy), NULL);
      return NULL;
    }
  if (file != NULL)
    coalition_file_stamp_copy (&stamp, &copy->published);
  else
    copy->head = g_strdup (coalition_campaign_get_head (campaign));
  copy->is_fresh = us == NULL;
  if (!coalition_working_copy_save (copy, error))
    {
      coalition_campaign_close (campaign, NULL);
      coalition_working_copy_remove (g_steal_pointer (&copy), NULL);
      return NULL;
    }

  self = coalition_document_new (campaign, g_steal_pointer (&copy), COALITION_OPEN_EXCLUSIVE, NULL, NULL);
  if (file != NULL && !coalition_document_publish (self, error))
    return NULL;
  coalition_document_keep_unsaved (self);

  return g_steal_pointer (&self);
}

/**
 * coalition_document_find_working_copy:
 * @file: a person's file
 *
 * Looks for a working copy of the file: one that a process has open, or one with edits that are not in the file yet.
 *
 * Returns: (transfer full) (nullable): the working copy's database, or %NULL if there is none
 */
GFile *
coalition_document_find_working_copy (GFile *file)
{
  g_autoptr (GFile) resolved = coalition_publish_resolve (file);
  g_autoptr (CoalitionWorkingCopy) left = NULL;
  g_autoptr (CoalitionCampaign) campaign = NULL;
  g_autofree char *live = NULL;
  GFile *found = NULL;

  if (!coalition_working_copy_find (resolved, &left, &live, NULL))
    return NULL;
  if (live != NULL)
    return g_file_new_for_path (live);
  if (left == NULL)
    return NULL;
  campaign = coalition_campaign_load (left->database, NULL);
  if (campaign == NULL || g_strcmp0 (coalition_campaign_get_head (campaign), left->head) != 0)
    found = g_file_new_for_path (left->database);
  if (campaign != NULL)
    coalition_campaign_close (campaign, NULL);

  return found;
}
