/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-command.h"
#include "coalition-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Within campaign/ only. */

typedef enum {
  COALITION_JOB_RUN,
  COALITION_JOB_UNDO,
  COALITION_JOB_REDO,
  COALITION_JOB_QUIT,
} CoalitionJobType;

/* One request to the writer thread and its outcome: @changeset is what was changed (%NULL if nothing was), @places
 * where its new rows stand (see coalition_store_read_places()), @head the newest entry; the labels are what undo and redo would now do. */
typedef struct {
  CoalitionJobType type;
  CoalitionCommand *command;
  char *author;
  GTask *task;
  GError *error;
  GBytes *changeset;
  GArray *places;
  char *head;
  char *undo_label;
  char *redo_label;
} CoalitionJob;

typedef struct _CoalitionWriter CoalitionWriter;

CoalitionWriter *coalition_writer_new   (CoalitionStore *store, GAsyncQueue *done, GSourceFunc wake, gpointer owner, GError **error);
void             coalition_writer_push  (CoalitionWriter *self, CoalitionJob *job);
void             coalition_writer_free  (CoalitionWriter *self);
void             coalition_writer_describe (CoalitionWriter *self, char **head, char **undo_label, char **redo_label);

CoalitionJob    *coalition_job_new      (CoalitionJobType type, CoalitionCommand *command, GTask *task, const char *author);
void             coalition_job_free     (CoalitionJob *self);
char            *coalition_message_format (const char *message, const char *const *arguments);
void             coalition_campaign_wrap_error (GError **error);

gboolean         coalition_command_execute (CoalitionCommand *command, CoalitionStore *store, GError **error);

G_END_DECLS
