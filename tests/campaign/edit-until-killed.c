/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-document.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* edit-until-killed FILE: opens the campaign and edits it without end, as a window does, publishing all the while. Each
 * edit that was acknowledged is told on standard output, its record's id on a line. Somebody else ends this. */

static CoalitionDocument *document;
static GMainLoop *loop;
static guint n_edits;

static void edit (void);

G_NORETURN static void
fail (const char   *what,
      const GError *error)
{
  fprintf (stderr, "%s: %s\n", what, error != NULL ? error->message : "no reason given");
  _exit (1);
}

static void
acknowledge (const char *id)
{
  g_autofree char *line = g_strconcat (id, "\n", NULL);

  if (write (STDOUT_FILENO, line, strlen (line)) != (gssize) strlen (line))
    _exit (2);
}

static void
published_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (GError) error = NULL;

  if (!coalition_document_publish_finish (document, result, &error))
    fail ("publishing", error);
}

static void
edited_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autofree char *id = data;
  g_autoptr (GError) error = NULL;

  if (!coalition_campaign_run_finish (coalition_document_get_campaign (document), result, &error))
    fail ("editing", error);
  acknowledge (id);
  /* Often, so that the end comes in the midst of it as often as not. */
  if (++n_edits % 8 == 0)
    coalition_document_publish_async (document, published_cb, NULL);
  edit ();
}

static void
edit (void)
{
  CoalitionCommand *command = coalition_command_new ("Add a party", NULL);
  const char *id = coalition_command_insert (command, &coalition_kind_party, NULL);

  coalition_command_set_text (command, &coalition_kind_party, id, "name", id);
  coalition_campaign_run_async (coalition_document_get_campaign (document), command, NULL, edited_cb, g_strdup (id));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 2)
    return 2;
  file = g_file_new_for_path (argv[1]);
  document = coalition_document_open (file, COALITION_OPEN_NONE, &error);
  if (document == NULL)
    fail ("opening", error);
  if (coalition_document_get_state (document) != COALITION_DOCUMENT_SAVED &&
      coalition_document_get_state (document) != COALITION_DOCUMENT_SAVING)
    fail (coalition_document_get_message (document), NULL);
  edit ();
  loop = g_main_loop_new (NULL, FALSE);
  g_main_loop_run (loop);

  return 0;
}
