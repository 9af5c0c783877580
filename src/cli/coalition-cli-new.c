/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-cli-import.h"

#include <glib/gi18n.h>
#include <string.h>

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The files of the sample campaign: one for each kind of record, called after it. */
static GStrv
list_sample (GError **error)
{
  const char *set = g_getenv ("COALITION_SAMPLE_DIR");
  g_autofree char *folder = set != NULL ? g_strdup (set) : g_build_filename (COALITION_PKGDATADIR, "sample", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  GPtrArray *paths;
  const char *name;

  if (dir == NULL)
    return NULL;
  paths = g_ptr_array_new ();
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".csv"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_names);
  g_ptr_array_add (paths, NULL);

  return (GStrv) g_ptr_array_free (paths, FALSE);
}

/* The sample says what it is called, unless the person does. */
static char *
find_sample_name (GPtrArray *mappings)
{
  for (guint i = 0; i < mappings->len; i++)
    {
      CoalitionMapping *mapping = mappings->pdata[i];
      CoalitionTable *table = coalition_mapping_get_table (mapping);
      int column = coalition_table_find_column (table, "name");

      if (coalition_mapping_get_kind (mapping) == &coalition_kind_campaign && column >= 0
          && coalition_table_get_n_rows (table) > 0)
        return g_strdup (coalition_table_get_cell (table, 0, column));
    }

  return g_strdup (_("Sample campaign"));
}

static int
fill (const char        *path,
      CoalitionDocument *document,
      GPtrArray         *mappings,
      const char        *name)
{
  CoalitionCampaign *campaign = coalition_document_get_campaign (document);
  g_autoptr (CoalitionImport) import = coalition_import_new (campaign);
  g_autoptr (CoalitionCommand) command = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  for (guint i = 0; i < mappings->len; i++)
    {
      CoalitionMapping *mapping = mappings->pdata[i];
      int column = coalition_table_find_column (coalition_mapping_get_table (mapping), "name");

      if (name != NULL && column >= 0 && coalition_mapping_get_kind (mapping) == &coalition_kind_campaign
          && !coalition_mapping_set_target (mapping, column, "skip", &error))
        return coalition_cli_fail (NULL, error);
      if (!coalition_import_add_table (import, mapping, NULL, &error))
        return coalition_cli_fail (NULL, error);
    }
  command = coalition_import_make_command (import);
  status = coalition_cli_commit (path, document, command);
  coalition_cli_print_refusals (import);
  if (status == COALITION_CLI_DONE && coalition_import_get_refusals (import)->len > 0)
    status = COALITION_CLI_PARTLY;

  return status;
}

static int
create (const char *path,
        const char *name,
        const char *us,
        gboolean    sample,
        gboolean    force)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (CoalitionDocument) document = NULL;
  g_autoptr (GPtrArray) mappings = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *called = NULL;
  int status = COALITION_CLI_DONE;

  if (sample)
    {
      g_auto (GStrv) paths = list_sample (&error);

      mappings = paths != NULL ? coalition_cli_read_sources ((const char *const *) paths, NULL, &error) : NULL;
      if (mappings == NULL)
        return coalition_cli_fail (NULL, error);
    }
  called = name != NULL ? g_strdup (name) : find_sample_name (mappings);
  if (!force && g_file_query_exists (file, NULL))
    {
      coalition_cli_complain (path, _("there is a file of that name: choose another, or replace it with --force"));
      return COALITION_CLI_REFUSED;
    }

  document = coalition_document_create (file, called, us, force, &error);
  if (document == NULL)
    return coalition_cli_fail (path, error);
  coalition_cli_sign (document);
  status = mappings != NULL ? fill (path, document, mappings, name) : coalition_cli_commit (path, document, NULL);
  if (status == COALITION_CLI_REFUSED || !coalition_cli_close (path, document))
    return COALITION_CLI_REFUSED;
  coalition_cli_print (_("%s: a new campaign, “%s”\n"), path, called);

  return status;
}

/**
 * coalition_cli_new:
 * @argc: number of arguments
 * @argv: arguments
 *
 * Makes a new campaign.
 *
 * Returns: the exit status
 */
int
coalition_cli_new (int    argc,
                   char **argv)
{
  g_auto (CoalitionCliArguments) arguments = { NULL };
  g_autofree char *name = NULL, *us = NULL;
  gboolean sample = FALSE, force = FALSE;
  const GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_FILENAME, &name, N_("What the effort is called"), N_("NAME") },
    { "us", 0, 0, G_OPTION_ARG_FILENAME, &us, N_("Our organization, the first party on the map"), N_("ORGANIZATION") },
    { "sample", 0, 0, G_OPTION_ARG_NONE, &sample, N_("With the sample campaign in it"), NULL },
    { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_("Replace the file if there is one"), NULL },
    { NULL }
  };

  if (!coalition_cli_parse (argc, argv, entries, "FILE", _("Makes a new campaign."), 1, 1, &arguments))
    return COALITION_CLI_USAGE;
  if (!coalition_cli_to_utf8 (&name) || !coalition_cli_to_utf8 (&us))
    return coalition_cli_usage ("%s", _("A name is no text."));
  if (name != NULL)
    g_strstrip (name);
  if ((name == NULL && !sample) || (name != NULL && *name == '\0'))
    return coalition_cli_usage ("%s", _("A campaign needs a name: --name=NAME."));

  return create (arguments.words[0], name, us, sample, force);
}
