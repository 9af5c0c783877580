/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-command.h"
#include "coalition-record.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CoalitionCampaignError:
 * @COALITION_CAMPAIGN_ERROR_NOT_CAMPAIGN: the file is not a campaign
 * @COALITION_CAMPAIGN_ERROR_DAMAGED: the file is a campaign, but damaged or tampered with
 * @COALITION_CAMPAIGN_ERROR_NEWER: the file was written by a newer version
 * @COALITION_CAMPAIGN_ERROR_REFUSED: a command breaks a rule of the document, and nothing was changed
 * @COALITION_CAMPAIGN_ERROR_NOTHING: there is nothing to undo or redo
 * @COALITION_CAMPAIGN_ERROR_BARRIER: what is to be undone was made before the document's format changed
 * @COALITION_CAMPAIGN_ERROR_BUSY: the document is open elsewhere or has a working copy that is not published
 * @COALITION_CAMPAIGN_ERROR_CHANGED: the person's file changed underneath
 * @COALITION_CAMPAIGN_ERROR_STORAGE: reading or writing failed
 *
 * Errors of the campaign layer. Messages are translated and say what happened and what to do.
 */
typedef enum {
  COALITION_CAMPAIGN_ERROR_NOT_CAMPAIGN,
  COALITION_CAMPAIGN_ERROR_DAMAGED,
  COALITION_CAMPAIGN_ERROR_NEWER,
  COALITION_CAMPAIGN_ERROR_REFUSED,
  COALITION_CAMPAIGN_ERROR_NOTHING,
  COALITION_CAMPAIGN_ERROR_BARRIER,
  COALITION_CAMPAIGN_ERROR_BUSY,
  COALITION_CAMPAIGN_ERROR_CHANGED,
  COALITION_CAMPAIGN_ERROR_STORAGE,
} CoalitionCampaignError;

#define COALITION_CAMPAIGN_ERROR (coalition_campaign_error_quark ())
GQuark coalition_campaign_error_quark (void);

/**
 * CoalitionChangeType:
 * @COALITION_CHANGE_ADDED: the record is new
 * @COALITION_CHANGE_MODIFIED: some of its fields changed
 * @COALITION_CHANGE_REMOVED: it is gone from the campaign; the object still tells what it was
 */
typedef enum {
  COALITION_CHANGE_ADDED,
  COALITION_CHANGE_MODIFIED,
  COALITION_CHANGE_REMOVED,
} CoalitionChangeType;

/**
 * CoalitionChange:
 *
 * What happened to one record.
 */
typedef struct {
  CoalitionChangeType type;
  CoalitionRecord *record;
} CoalitionChange;

/**
 * CoalitionHistoryEntry:
 *
 * One entry of the append-only history. @message is translated; @undoes is the id of the entry that this one undid or
 * did again, or %NULL for an edit.
 */
typedef struct {
  char *id;
  char *parent;
  char *author;
  char *time;
  char *message;
  char *undoes;
  gboolean is_redo;
} CoalitionHistoryEntry;

/**
 * CoalitionSearchHit:
 *
 * Something found: @record holds the words, @target is the record to jump to (a party for its contact detail), @field
 * is where they were found, @snippet the text around them as plain text.
 */
typedef struct {
  CoalitionRecord *record;
  CoalitionRecord *target;
  const CoalitionField *field;
  char *snippet;
} CoalitionSearchHit;

/**
 * CoalitionFileCheck:
 *
 * What coalition_campaign_check_file() found. @campaign_id is the id of the campaign record, @head the id of the
 * newest history entry, @problems a list of sentences (empty if the file is whole).
 */
typedef struct {
  gboolean is_campaign;
  gboolean is_whole;
  int version;
  char *campaign_id;
  char *head;
  GStrv problems;
} CoalitionFileCheck;

void coalition_file_check_clear    (CoalitionFileCheck *self);
void coalition_history_entry_free  (CoalitionHistoryEntry *self);
void coalition_search_hit_free     (CoalitionSearchHit *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CoalitionFileCheck, coalition_file_check_clear)

#define COALITION_TYPE_CAMPAIGN (coalition_campaign_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionCampaign, coalition_campaign, COALITION, CAMPAIGN, GObject)

/* Making and reading; paths are those of plain database files, see CoalitionDocument for a person's files. */
CoalitionCampaign *coalition_campaign_create         (const char *path, const char *name, const char *us, GError **error);
CoalitionCampaign *coalition_campaign_load           (const char *path, GError **error);
CoalitionCampaign *coalition_campaign_load_snapshot  (CoalitionCampaign *self, GError **error);
gboolean           coalition_campaign_check_file     (const char *path, CoalitionFileCheck *check, GError **error);
gboolean           coalition_campaign_write_copy     (CoalitionCampaign *self, const char *path, GError **error);
gboolean           coalition_campaign_close          (CoalitionCampaign *self, GError **error);

/* What is in it. */
const char        *coalition_campaign_get_path       (CoalitionCampaign *self);
CoalitionRecord   *coalition_campaign_get_campaign   (CoalitionCampaign *self);
CoalitionRecord   *coalition_campaign_get_us         (CoalitionCampaign *self);
CoalitionRecord   *coalition_campaign_get_view       (CoalitionCampaign *self);
void               coalition_campaign_set_view       (CoalitionCampaign *self, const char *id);
GListModel        *coalition_campaign_get_records    (CoalitionCampaign *self, const CoalitionKind *kind);
CoalitionRecord   *coalition_campaign_get_record     (CoalitionCampaign *self, const CoalitionKind *kind, const char *id);
CoalitionRecord   *coalition_campaign_find_record    (CoalitionCampaign *self, const char *id);
GPtrArray         *coalition_campaign_get_referring  (CoalitionCampaign *self, const CoalitionKind *kind,
                                                      const char *field, const char *id);
GPtrArray         *coalition_campaign_find_by_title  (CoalitionCampaign *self, const CoalitionKind *kind, const char *title);
CoalitionRecord   *coalition_campaign_get_position   (CoalitionCampaign *self, const char *party_id);
CoalitionRecord   *coalition_campaign_get_judgement  (CoalitionCampaign *self, const char *party_id,
                                                      const char *aspect, const char *issue_id);

/* Fields, the campaign's own included. */
GPtrArray         *coalition_campaign_list_fields    (CoalitionCampaign *self, const CoalitionKind *kind);
const char        *coalition_field_get_own_id        (const CoalitionField *field);
void               coalition_campaign_get_value      (CoalitionCampaign *self, CoalitionRecord *record,
                                                      const CoalitionField *field, CoalitionValue *value);
const char        *coalition_campaign_get_own_text   (CoalitionCampaign *self, const char *record_id, const char *own_field_id);
char              *coalition_campaign_dup_display    (CoalitionCampaign *self, CoalitionRecord *record,
                                                      const CoalitionField *field);
char              *coalition_campaign_dup_title      (CoalitionCampaign *self, CoalitionRecord *record);

/* One way through. */
void               coalition_campaign_run_async      (CoalitionCampaign *self, CoalitionCommand *command,
                                                      GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean           coalition_campaign_run_finish     (CoalitionCampaign *self, GAsyncResult *result, GError **error);
gboolean           coalition_campaign_run            (CoalitionCampaign *self, CoalitionCommand *command, GError **error);
void               coalition_campaign_undo_async     (CoalitionCampaign *self, GAsyncReadyCallback callback, gpointer data);
void               coalition_campaign_redo_async     (CoalitionCampaign *self, GAsyncReadyCallback callback, gpointer data);
gboolean           coalition_campaign_undo           (CoalitionCampaign *self, GError **error);
gboolean           coalition_campaign_redo           (CoalitionCampaign *self, GError **error);
const char        *coalition_campaign_get_undo_label (CoalitionCampaign *self);
const char        *coalition_campaign_get_redo_label (CoalitionCampaign *self);
const char        *coalition_campaign_get_head       (CoalitionCampaign *self);
void               coalition_campaign_set_author     (CoalitionCampaign *self, const char *author);
void               coalition_campaign_prepare_search (CoalitionCampaign *self);
GPtrArray         *coalition_campaign_get_history    (CoalitionCampaign *self, GError **error);
GPtrArray         *coalition_campaign_search         (CoalitionCampaign *self, const char *query, guint limit, GError **error);

G_END_DECLS
