/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-document-info.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* What a window tells of its document. */

/**
 * coalition_document_info_get_state_text:
 * @document: a document
 *
 * Returns: in a few words whether the person's file is up to date, translated
 */
const char *
coalition_document_info_get_state_text (CoalitionDocument *document)
{
  switch (coalition_document_get_state (document))
    {
    case COALITION_DOCUMENT_DRAFT:
      return _("Draft, kept on this computer");
    case COALITION_DOCUMENT_SAVED:
      return _("All changes saved");
    case COALITION_DOCUMENT_SAVING:
      return _("Saving…");
    case COALITION_DOCUMENT_CONFLICT:
      return _("Changed elsewhere: please decide");
    case COALITION_DOCUMENT_PROBLEM:
      return _("Kept on this computer, but not in its file");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * coalition_document_info_show_notice:
 * @document: a document
 * @notice: where to tell it
 * @dismissed: (nullable): a remark that was read already
 *
 * Tells what is to be decided or known about @document, with the buttons that settle it, or nothing.
 */
void
coalition_document_info_show_notice (CoalitionDocument *document, CoalitionNotice *notice, const char *dismissed)
{
  const char *message = coalition_document_get_message (document);

  switch (coalition_document_get_state (document))
    {
    case COALITION_DOCUMENT_CONFLICT:
      coalition_notice_show_message (notice, FALSE,
                                     message != NULL ? message : _("The file was changed by somebody else. Yours is kept here until you decide."),
                                     _("Keep _Both"), "win.keep-both", _("Take _Theirs"), "win.take-theirs");
      break;
    case COALITION_DOCUMENT_PROBLEM:
      coalition_notice_show_message (notice, TRUE,
                                     message != NULL ? message : _("The file could not be written. Your edits are kept on this computer."),
                                     _("_Try Again"), "win.save", _("Save _Elsewhere…"), "win.save-as");
      break;
    case COALITION_DOCUMENT_DRAFT:
    case COALITION_DOCUMENT_SAVED:
    case COALITION_DOCUMENT_SAVING:
    default:
      if (message != NULL && g_strcmp0 (message, dismissed) != 0)
        coalition_notice_show_message (notice, FALSE, message, _("_Close"), "win.dismiss-notice", NULL, NULL);
      else
        coalition_notice_hide_message (notice);
    }
}

static char *
dup_real_path (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  return path != NULL ? realpath (path, NULL) : NULL;
}

/**
 * coalition_document_info_is_file:
 * @document: a document
 * @file: a file
 *
 * Returns: whether @file is that of @document, by whichever links it is reached
 */
gboolean
coalition_document_info_is_file (CoalitionDocument *document, GFile *file)
{
  GFile *own = coalition_document_get_file (document);
  char *own_path, *path;
  gboolean same;

  if (own == NULL)
    return FALSE;
  if (g_file_equal (own, file))
    return TRUE;
  own_path = dup_real_path (own);
  path = dup_real_path (file);
  same = own_path != NULL && g_strcmp0 (own_path, path) == 0;
  free (own_path);
  free (path);

  return same;
}
