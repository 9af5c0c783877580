/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-document.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* How a command ends; scripts rely on it. */
enum {
  COALITION_CLI_DONE = 0,    /* all of it */
  COALITION_CLI_REFUSED = 1, /* bad input: nothing was changed */
  COALITION_CLI_USAGE = 2,   /* the command line makes no sense */
  COALITION_CLI_PARTLY = 3,  /* done, but something was left out, each thing named */
};

/* What a command line is made of: the arguments that are no options, as they were typed. */
typedef struct {
  char **words;
  guint n_words;
} CoalitionCliArguments;

void               coalition_cli_arguments_clear (CoalitionCliArguments *self);
gboolean           coalition_cli_parse           (int argc, char **argv, const GOptionEntry *entries, const char *usage,
                                                  const char *summary, guint minimum, guint maximum,
                                                  CoalitionCliArguments *arguments);
gboolean           coalition_cli_to_utf8         (char **text);
void               coalition_cli_complain        (const char *subject, const char *message);
int                coalition_cli_fail            (const char *path, const GError *error);
int                coalition_cli_usage           (const char *format, ...) G_GNUC_PRINTF (1, 2);
void               coalition_cli_print           (const char *format, ...) G_GNUC_PRINTF (1, 2);
void               coalition_cli_print_json      (JsonBuilder *builder);
void               coalition_cli_sign            (CoalitionDocument *document);
CoalitionDocument *coalition_cli_open            (const char *path);
int                coalition_cli_commit          (const char *path, CoalitionDocument *document, CoalitionCommand *command);
gboolean           coalition_cli_close           (const char *path, CoalitionDocument *document);
const CoalitionKind *coalition_cli_find_kind     (const char *name);
CoalitionRecord   *coalition_cli_find_view       (const char *path, CoalitionCampaign *campaign, const char *name);
gboolean           coalition_cli_parse_date      (const char *option, const char *text, char **date);
char              *coalition_cli_describe        (CoalitionCampaign *campaign, CoalitionRecord *record);

int coalition_cli_new     (int argc, char **argv);
int coalition_cli_import  (int argc, char **argv);
int coalition_cli_arrange (int argc, char **argv);
int coalition_cli_export  (int argc, char **argv);
int coalition_cli_report  (int argc, char **argv);
int coalition_cli_tally   (int argc, char **argv);
int coalition_cli_show    (int argc, char **argv);
int coalition_cli_history (int argc, char **argv);
int coalition_cli_undo    (int argc, char **argv);
int coalition_cli_check   (int argc, char **argv);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CoalitionCliArguments, coalition_cli_arguments_clear)

G_END_DECLS
