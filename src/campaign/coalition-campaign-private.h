/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-campaign.h"
#include "coalition-record-list.h"
#include "coalition-search-index.h"
#include "coalition-writer.h"

G_BEGIN_DECLS

/* Within campaign/ only: shared by the files that implement CoalitionCampaign. */
struct _CoalitionCampaign
{
  GObject parent_instance;

  char *path;
  CoalitionStore *store;
  CoalitionWriter *writer; /* NULL for snapshots */
  GAsyncQueue *done;
  char *author;
  char *head;
  char *undo_label;
  char *redo_label;
  const char *view_id;              /* interned, so that any thread may read it; NULL for the first view */

  const CoalitionKind *const *kinds;
  guint n_kinds;
  CoalitionRecordList **lists;      /* by kind */
  GHashTable ***referring;          /* by kind and field: id → GPtrArray of records; NULL until it is asked for */
  gboolean applying;                /* a changeset is reaching the records: lists and records do not agree */
  GHashTable **titles;              /* by kind: folded title → GPtrArray of records; made when asked for */
  GHashTable *own_fields;           /* id of own field → its CoalitionField */
  GPtrArray *old_own_fields;        /* descriptions that changed: views may still hold them */
  CoalitionSearchIndex *index;
};

void coalition_campaign_refresh_own_fields (CoalitionCampaign *self);
void coalition_campaign_note_reference     (GHashTable *table, const char *id, CoalitionRecord *record);
void coalition_own_field_free              (gpointer field);

G_END_DECLS
