/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

/* A folder of its own in which coalition-cli runs, with what it said last. */
typedef struct
{
  char *folder;
  char *out;
  char *err;
} CliFixture;

void      cli_fixture_set_up    (CliFixture *self, gconstpointer data);
void      cli_fixture_tear_down (CliFixture *self, gconstpointer data);
int       cli_run               (CliFixture *self, const char *word, ...) G_GNUC_NULL_TERMINATED;
void      cli_expect            (CliFixture *self, int status, const char *word, ...) G_GNUC_NULL_TERMINATED;
JsonNode *cli_json              (CliFixture *self);
gint64    cli_json_int          (CliFixture *self, const char *path);
void      cli_write             (CliFixture *self, const char *name, const char *text);
char     *cli_read              (CliFixture *self, const char *name, gsize *length);
gboolean  cli_exists            (CliFixture *self, const char *name);
guint     cli_count_files       (CliFixture *self);
char     *cli_source            (const char *name);
