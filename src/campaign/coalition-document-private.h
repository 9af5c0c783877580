/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-document.h"
#include "coalition-working-copy.h"

G_BEGIN_DECLS

/* Within campaign/ only. */

/* Edits rest this long before the person's file follows. */
#define COALITION_DOCUMENT_QUIET_MS 1000

/* How soon a file that could not be written is tried again without a new edit. */
#define COALITION_DOCUMENT_RETRY_MS 30000

/* How long others have to finish with the file before it is looked at: some delete it first and then put another there. */
#define COALITION_DOCUMENT_LOOK_MS 500

/**
 * CoalitionDocument:
 *
 * A campaign and the person's file in which it is kept. The file is never edited in place: edits go to a private working
 * copy and are safe there at once; the file follows soon after they stop, replaced as a whole, by a worker thread.
 *
 * The worker uses campaign, working copy and serial under the lock; everything else belongs to the main thread, which takes
 * what the worker found out from its result.
 */
struct _CoalitionDocument
{
  GObject parent_instance;

  GMutex lock;
  CoalitionCampaign *campaign;
  CoalitionWorkingCopy *copy;
  guint serial;
  gboolean is_closed;

  GFile *file;
  CoalitionDocumentState state;
  char *message;
  char *note;
  GError *problem;
  char *published_head;
  guint applied;
  gboolean drop_unsaved;
  guint running;
  guint timer;
  GFileMonitor *monitor;
  guint look_timer;
  gint64 waiting_since;
};

/* What one run of the worker found out. */
typedef struct {
  guint serial;
  char *head;
  GFile *file;
  GError *error;
} CoalitionOutcome;

void              coalition_outcome_free          (CoalitionOutcome *self);
void              coalition_document_apply        (CoalitionDocument *self, const CoalitionOutcome *outcome);
void              coalition_document_schedule     (CoalitionDocument *self, guint delay);
void              coalition_document_update_state (CoalitionDocument *self);
void              coalition_document_set_campaign (CoalitionDocument *self, CoalitionCampaign *campaign);
CoalitionOutcome *coalition_document_run_save_as  (CoalitionDocument *self, GFile *file);
gboolean          coalition_document_finish       (CoalitionDocument *self, GAsyncResult *result, GError **error);
void              coalition_document_watch        (CoalitionDocument *self);
void              coalition_document_rest         (CoalitionDocument *self);

CoalitionDocument    *coalition_document_new       (CoalitionCampaign *campaign, CoalitionWorkingCopy *copy,
                                                    CoalitionOpenFlags flags, GError *problem, const char *note);
CoalitionWorkingCopy *coalition_document_bring_in  (GFile *file, GFile *resolved, const CoalitionWorkingCopy *instead_of,
                                                    GError **error);
gboolean              coalition_document_publish_copy (CoalitionCampaign *campaign, CoalitionWorkingCopy *copy, GError **error);
gboolean              coalition_document_save_copy_to (CoalitionCampaign *campaign, CoalitionWorkingCopy *copy, GFile *file,
                                                    GError **error);
char                 *coalition_document_keep_ours (CoalitionCampaign *campaign, const CoalitionWorkingCopy *copy,
                                                    GError **error);
GFile                *coalition_document_find_sibling (GFile *file);
void                  coalition_document_keep_unsaved (CoalitionDocument *self);
gboolean              coalition_document_is_blank  (CoalitionCampaign *campaign, const CoalitionWorkingCopy *copy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoalitionOutcome, coalition_outcome_free)

G_END_DECLS
