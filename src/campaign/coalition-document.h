/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-campaign.h"

G_BEGIN_DECLS

/**
 * CoalitionDocumentState:
 * @COALITION_DOCUMENT_DRAFT: it has no file yet; all edits are kept in the application's own folder
 * @COALITION_DOCUMENT_SAVED: the person's file holds every edit
 * @COALITION_DOCUMENT_SAVING: edits are kept; the person's file will follow in a moment
 * @COALITION_DOCUMENT_CONFLICT: the person's file changed underneath; publishing waits for a decision
 * @COALITION_DOCUMENT_PROBLEM: edits are kept, but the person's file could not be written; see its message
 */
typedef enum {
  COALITION_DOCUMENT_DRAFT,
  COALITION_DOCUMENT_SAVED,
  COALITION_DOCUMENT_SAVING,
  COALITION_DOCUMENT_CONFLICT,
  COALITION_DOCUMENT_PROBLEM,
} CoalitionDocumentState;

#define COALITION_TYPE_DOCUMENT_STATE (coalition_document_state_get_type ())
GType coalition_document_state_get_type (void);

/**
 * CoalitionOpenFlags:
 * @COALITION_OPEN_NONE: open as the window does: take up a working copy left by a crash
 * @COALITION_OPEN_EXCLUSIVE: as the terminal program does: refuse a file that has a live or unpublished working copy
 */
typedef enum {
  COALITION_OPEN_NONE = 0,
  COALITION_OPEN_EXCLUSIVE = 1 << 0,
} CoalitionOpenFlags;

/**
 * CoalitionDraft:
 *
 * A campaign that has no file yet, or whose last changes did not reach its file: @path of its working copy, its @name and
 * the time of its last change.
 */
typedef struct {
  char *path;
  char *name;
  char *changed;
} CoalitionDraft;

void coalition_draft_free (CoalitionDraft *self);

#define COALITION_TYPE_DOCUMENT (coalition_document_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionDocument, coalition_document, COALITION, DOCUMENT, GObject)

CoalitionDocument      *coalition_document_create       (GFile *file, const char *name, const char *us, gboolean replace, GError **error);
CoalitionDocument      *coalition_document_open         (GFile *file, CoalitionOpenFlags flags, GError **error);
void                    coalition_document_open_async   (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
CoalitionDocument      *coalition_document_open_finish  (GAsyncResult *result, GError **error);
CoalitionDocument      *coalition_document_open_draft   (const char *path, GError **error);
GPtrArray              *coalition_document_list_drafts  (GError **error);
gboolean                coalition_document_discard_draft (const char *path, GError **error);
GFile                  *coalition_document_find_working_copy (GFile *file);

CoalitionCampaign      *coalition_document_get_campaign (CoalitionDocument *self);
GFile                  *coalition_document_get_file     (CoalitionDocument *self);
CoalitionDocumentState  coalition_document_get_state    (CoalitionDocument *self);
const char             *coalition_document_get_message  (CoalitionDocument *self);

gboolean                coalition_document_publish        (CoalitionDocument *self, GError **error);
void                    coalition_document_publish_async  (CoalitionDocument *self, GAsyncReadyCallback callback, gpointer data);
gboolean                coalition_document_publish_finish (CoalitionDocument *self, GAsyncResult *result, GError **error);
void                    coalition_document_save_as_async  (CoalitionDocument *self, GFile *file, GAsyncReadyCallback callback, gpointer data);
gboolean                coalition_document_save_as_finish (CoalitionDocument *self, GAsyncResult *result, GError **error);
gboolean                coalition_document_take_theirs    (CoalitionDocument *self, GError **error);
gboolean                coalition_document_keep_both      (CoalitionDocument *self, GFile **kept, GError **error);
gboolean                coalition_document_close          (CoalitionDocument *self, GError **error);

G_END_DECLS
