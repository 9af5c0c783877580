/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-cli.h"

#include "coalition-date.h"
#include "coalition-map-view.h"
#include "coalition-mapping.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* What all commands share: reading the command line, opening and publishing a campaign, and talking to people.
 * Everything is written as UTF-8 whatever the locale: file names go through as they are, and JSON knows nothing else. */

/**
 * coalition_cli_arguments_clear:
 * @self: arguments
 *
 * Frees the words.
 */
void
coalition_cli_arguments_clear (CoalitionCliArguments *self)
{
  g_clear_pointer (&self->words, g_strfreev);
  self->n_words = 0;
}

/**
 * coalition_cli_complain:
 * @subject: (nullable): the file that it is about, with the line where one is known
 * @message: what is wrong and what to do
 *
 * Writes a message to standard error.
 */
void
coalition_cli_complain (const char *subject,
                        const char *message)
{
  if (subject != NULL)
    fprintf (stderr, "%s: %s\n", subject, message);
  else
    fprintf (stderr, "%s\n", message);
}

/**
 * coalition_cli_fail:
 * @path: (nullable): the file that it is about, unless the message names it
 * @error: what went wrong
 *
 * Writes an error to standard error.
 *
 * Returns: %COALITION_CLI_REFUSED
 */
int
coalition_cli_fail (const char   *path,
                    const GError *error)
{
  coalition_cli_complain (path, error->message);

  return COALITION_CLI_REFUSED;
}

/**
 * coalition_cli_usage:
 * @format: what is wrong with the command line
 * @...: arguments
 *
 * Writes a message to standard error, and where to find help.
 *
 * Returns: %COALITION_CLI_USAGE
 */
int
coalition_cli_usage (const char *format,
                     ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* TRANSLATORS: the second %s is the command that was typed, such as "coalition-cli import" */
  fprintf (stderr, _("%s\nTry “%s --help”.\n"), message, g_get_prgname ());

  return COALITION_CLI_USAGE;
}

/**
 * coalition_cli_print:
 * @format: a format
 * @...: arguments
 *
 * Writes to standard output.
 */
void
coalition_cli_print (const char *format,
                     ...)
{
  va_list arguments;

  va_start (arguments, format);
  vfprintf (stdout, format, arguments);
  va_end (arguments);
}

/**
 * coalition_cli_print_json:
 * @builder: a finished builder
 *
 * Writes one JSON document to standard output.
 */
void
coalition_cli_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, NULL);
  fprintf (stdout, "%s\n", text);
}

/**
 * coalition_cli_to_utf8:
 * @text: (inout) (nullable): what a person typed, in the bytes of the terminal
 *
 * Makes typed text UTF-8: as it is, or else from the locale's encoding. In the C locale, which knows ASCII only,
 * UTF-8 is what terminals send.
 *
 * Returns: %FALSE if it cannot be read as text
 */
gboolean
coalition_cli_to_utf8 (char **text)
{
  char *converted;

  if (*text == NULL || g_utf8_validate (*text, -1, NULL))
    return TRUE;
  converted = g_locale_to_utf8 (*text, -1, NULL, NULL, NULL);
  if (converted == NULL)
    return FALSE;
  g_free (*text);
  *text = converted;

  return TRUE;
}

/**
 * coalition_cli_parse:
 * @argc: number of arguments
 * @argv: the arguments, the first of which is the command
 * @entries: options; texts are of type %G_OPTION_ARG_FILENAME and then go through coalition_cli_to_utf8()
 * @usage: what follows the options, for the help
 * @summary: what the command does, for the help
 * @minimum: how many other words there must be
 * @maximum: how many there may be
 * @arguments: (out caller-allocates): the other words
 *
 * Reads the command line of a command. Prints help and exits if asked to.
 *
 * Returns: %FALSE if it is wrong; the person has been told
 */
gboolean
coalition_cli_parse (int                     argc,
                     char                  **argv,
                     const GOptionEntry     *entries,
                     const char             *usage,
                     const char             *summary,
                     guint                   minimum,
                     guint                   maximum,
                     CoalitionCliArguments  *arguments)
{
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_strconcat ("coalition-cli ", argv[0], NULL);
  g_auto (GStrv) words = g_new0 (char *, argc + 1);
  guint n;

  g_set_prgname (program);
  for (int i = 0; i < argc; i++)
    words[i] = g_strdup (argv[i]);
  g_option_context_set_summary (context, summary);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, &words, &error))
    {
      coalition_cli_usage ("%s", error->message);
      return FALSE;
    }

  /* A lone "--" ends the options and is no word. */
  n = g_strv_length (words);
  arguments->words = g_new0 (char *, n + 1);
  arguments->n_words = 0;
  for (guint i = 1; i < n; i++)
    if (!g_str_equal (words[i], "--") || arguments->n_words + 1 < i)
      arguments->words[arguments->n_words++] = g_strdup (words[i]);
  if (arguments->n_words < minimum || arguments->n_words > maximum)
    {
      coalition_cli_arguments_clear (arguments);
      coalition_cli_usage (_("Usage: %s [OPTION…] %s"), program, usage);
      return FALSE;
    }

  return TRUE;
}

/**
 * coalition_cli_sign:
 * @document: an open document
 *
 * Lets edits be recorded under the role that the environment names. A login name is never taken: it would tell who
 * works on what to everybody who gets the file.
 */
void
coalition_cli_sign (CoalitionDocument *document)
{
  g_autofree char *author = g_strdup (g_getenv ("COALITION_AUTHOR"));

  if (author != NULL && *author != '\0' && coalition_cli_to_utf8 (&author))
    coalition_campaign_set_author (coalition_document_get_campaign (document), author);
}

/**
 * coalition_cli_open:
 * @path: path of a campaign
 *
 * Opens a campaign; refuses one that is open elsewhere or has edits that did not reach its file.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL; the person has been told why
 */
CoalitionDocument *
coalition_cli_open (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  CoalitionDocument *document = coalition_document_open (file, COALITION_OPEN_EXCLUSIVE, &error);

  if (document == NULL)
    coalition_cli_fail (path, error);
  else
    coalition_cli_sign (document);

  return document;
}

/**
 * coalition_cli_commit:
 * @path: path of the campaign
 * @document: the open document
 * @command: (nullable): an edit, or %NULL if it was made already
 *
 * Runs an edit and writes the file before it returns. If that fails, the file is as it was and the edit is gone.
 *
 * Returns: how the command ends
 */
int
coalition_cli_commit (const char        *path,
                      CoalitionDocument *document,
                      CoalitionCommand  *command)
{
  CoalitionCampaign *campaign = coalition_document_get_campaign (document);
  g_autoptr (GError) error = NULL;

  if (command != NULL && !coalition_command_is_empty (command)
      && !coalition_campaign_run (campaign, coalition_command_ref (command), &error))
    return coalition_cli_fail (path, error);
  if (!coalition_document_publish (document, &error))
    return coalition_cli_fail (path, error);

  return COALITION_CLI_DONE;
}

/**
 * coalition_cli_close:
 * @path: path of the campaign
 * @document: the open document
 *
 * Closes a document and does away with its working copy.
 *
 * Returns: %FALSE if that failed; the person has been told
 */
gboolean
coalition_cli_close (const char        *path,
                     CoalitionDocument *document)
{
  g_autoptr (GError) error = NULL;

  if (coalition_document_close (document, &error))
    return TRUE;
  coalition_cli_fail (path, error);

  return FALSE;
}

/**
 * coalition_cli_find_kind:
 * @name: what a person typed: name or plural of a kind, in any case, with - or _
 *
 * Finds a kind that records can be imported to and exported from.
 *
 * Returns: (nullable): the kind, or %NULL; the person has been told which there are
 */
const CoalitionKind *
coalition_cli_find_kind (const char *name)
{
  g_autofree char *wanted = g_strdelimit (g_ascii_strdown (name, -1), "_ ", '-');
  const CoalitionKind *kind = coalition_kinds_find (wanted);
  const CoalitionKind *const *kinds;
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_kinds;

  if (kind != NULL && coalition_kind_is_importable (kind))
    return kind;
  kinds = coalition_kinds_get_all (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    if (coalition_kind_is_importable (kinds[i]))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", kinds[i]->name);
  coalition_cli_usage (_("There is no kind of record “%s”; there are: %s."), name, names->str);

  return NULL;
}

/**
 * coalition_cli_find_view:
 * @path: path of the campaign
 * @campaign: the campaign
 * @name: name or id of a view, as a person typed it
 *
 * Finds a view of the map.
 *
 * Returns: (transfer none) (nullable): the view, or %NULL; the person has been told which there are
 */
CoalitionRecord *
coalition_cli_find_view (const char        *path,
                         CoalitionCampaign *campaign,
                         const char        *name)
{
  CoalitionRecord *view = coalition_map_view_find (campaign, name);
  g_autoptr (GPtrArray) views = NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *message = NULL;

  if (view != NULL)
    return view;
  views = coalition_map_view_list (campaign);
  for (guint i = 0; i < views->len; i++)
    g_string_append_printf (names, i > 0 ? _(", “%s”") : _("“%s”"), coalition_record_get_title (views->pdata[i]));
  message = g_strdup_printf (_("there is no view “%s”, or several are called so; there are: %s"), name, names->str);
  coalition_cli_complain (path, message);

  return NULL;
}

/**
 * coalition_cli_parse_date:
 * @option: the option that it was given for
 * @text: what a person typed
 * @date: (out): the date as the program writes it
 *
 * Reads a date, whole or partial.
 *
 * Returns: %FALSE if it is none; the person has been told
 */
gboolean
coalition_cli_parse_date (const char  *option,
                          const char  *text,
                          char       **date)
{
  *date = g_utf8_validate (text, -1, NULL) ? coalition_date_parse (text) : NULL;
  if (*date == NULL)
    coalition_cli_usage (_("“%s=%s” is no date: write it as 2026-11-21, 2026-11 or 2026."), option, text);

  return *date != NULL;
}

/**
 * coalition_cli_describe:
 * @campaign: a campaign
 * @record: one of its records
 *
 * One line that tells a record from others: its name, and what it refers to.
 *
 * Returns: (transfer full): the line
 */
char *
coalition_cli_describe (CoalitionCampaign *campaign,
                        CoalitionRecord   *record)
{
  const CoalitionKind *kind = coalition_record_get_kind (record);
  GString *line = g_string_new (kind->title != NULL ? coalition_record_get_title (record) : NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CoalitionField *field = &kind->fields[i];
      gboolean is_title = kind->title != NULL && g_str_equal (kind->title, field->name);
      g_autofree char *text = NULL;

      if (is_title || field->type == COALITION_FIELD_LONG_TEXT
          || !(field->flags & (COALITION_FIELD_FIRST | COALITION_FIELD_REQUIRED)))
        continue;
      text = coalition_campaign_dup_display (campaign, record, field);
      if (text == NULL || *text == '\0')
        continue;
      g_strdelimit (text, "\r\n\t", ' ');
      if (line->len > 0)
        g_string_append (line, " · ");
      if (field->type != COALITION_FIELD_REFERENCE && field->type != COALITION_FIELD_CHOICE)
        g_string_append_printf (line, "%s: ", _(field->label));
      g_string_append (line, text);
    }

  return g_string_free (line, FALSE);
}
