/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-cli-import.h"

#include "coalition-json.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
  char **maps;
  char **wheres;
  char *as;
  char *match;
  gboolean dry_run;
  gboolean json;
} Options;

static void
clear_options (Options *options)
{
  g_clear_pointer (&options->maps, g_strfreev);
  g_clear_pointer (&options->wheres, g_strfreev);
  g_free (options->as);
  g_free (options->match);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static int
compare_mappings (gconstpointer a,
                  gconstpointer b)
{
  return coalition_import_compare_kinds (coalition_mapping_get_kind (*(CoalitionMapping *const *) a),
                                         coalition_mapping_get_kind (*(CoalitionMapping *const *) b));
}

/* Reads a source and guesses its columns. */
static gboolean
read_source (const char           *path,
             const CoalitionKind  *as,
             GPtrArray            *mappings,
             GError              **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GPtrArray) tables = coalition_source_read_named (file, name, NULL, error);

  if (tables == NULL)
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    {
      const CoalitionKind *kind = as;

      /* Where the source itself says what its records are, it knows better. */
      if (as == NULL || coalition_table_get_kind (tables->pdata[i]) != NULL)
        kind = coalition_table_guess_kind (tables->pdata[i]);
      if (kind == NULL)
        {
          g_set_error (error, COALITION_EXCHANGE_ERROR, COALITION_EXCHANGE_ERROR_MAPPING,
                       _("%s: it does not show what kind of records these are: say so with --as=KIND"),
                       coalition_table_get_name (tables->pdata[i]));
          return FALSE;
        }
      g_ptr_array_add (mappings, coalition_mapping_guess (tables->pdata[i], kind));
    }

  return TRUE;
}

/**
 * coalition_cli_read_sources:
 * @paths: (array zero-terminated=1): files to import
 * @as: (nullable): what their rows are, or %NULL to guess
 * @error: return location for a #GError
 *
 * Reads files, guesses what their columns are, and puts them into an order in which what is referred to comes first.
 *
 * Returns: (transfer full) (element-type CoalitionMapping): the mappings, or %NULL with an error
 */
GPtrArray *
coalition_cli_read_sources (const char *const    *paths,
                            const CoalitionKind  *as,
                            GError              **error)
{
  g_autoptr (GPtrArray) mappings = g_ptr_array_new_with_free_func ((GDestroyNotify) coalition_mapping_unref);

  for (guint i = 0; paths[i] != NULL; i++)
    if (!read_source (paths[i], as, mappings, error))
      return NULL;
  g_ptr_array_sort (mappings, compare_mappings);

  return g_steal_pointer (&mappings);
}

/* COLUMN=FIELD: no field has a "=" in its name, but a column may. A column has to be in one of the sources. */
static int
apply_maps (char      **maps,
            GPtrArray  *mappings)
{
  for (guint i = 0; maps != NULL && maps[i] != NULL; i++)
    {
      const char *equals;
      g_autofree char *column = NULL;
      gboolean found = FALSE;

      if (!coalition_cli_to_utf8 (&maps[i]) || (equals = strrchr (maps[i], '=')) == NULL || equals == maps[i])
        return coalition_cli_usage (_("“--map=%s” does not read COLUMN=FIELD."), maps[i]);
      column = g_strndup (maps[i], equals - maps[i]);
      for (guint j = 0; j < mappings->len; j++)
        {
          CoalitionMapping *mapping = mappings->pdata[j];
          int index = coalition_table_find_column (coalition_mapping_get_table (mapping), column);
          g_autoptr (GError) error = NULL;

          if (index < 0)
            continue;
          found = TRUE;
          if (!coalition_mapping_set_target (mapping, index, equals + 1, &error))
            return coalition_cli_usage ("--map=%s: %s.", maps[i], error->message);
        }
      if (!found)
        return coalition_cli_usage (_("--map=%s: there is no column “%s”."), maps[i], column);
    }

  return COALITION_CLI_DONE;
}

/* COLUMN=VALUE: either may hold a "="; the first that leaves a heading before it parts them. */
static int
apply_wheres (char            **wheres,
              GPtrArray        *mappings,
              CoalitionImport  *import)
{
  for (guint i = 0; wheres != NULL && wheres[i] != NULL; i++)
    {
      g_autofree char *column = NULL;
      const char *equals;
      gboolean everywhere = FALSE;

      if (!coalition_cli_to_utf8 (&wheres[i]) || (equals = strchr (wheres[i], '=')) == NULL)
        return coalition_cli_usage (_("“--where=%s” does not read COLUMN=VALUE."), wheres[i]);
      for (; equals != NULL && !everywhere; equals = everywhere ? equals : strchr (equals + 1, '='))
        {
          g_free (column);
          column = g_strndup (wheres[i], equals - wheres[i]);
          everywhere = TRUE;
          for (guint j = 0; j < mappings->len; j++)
            if (coalition_table_find_column (coalition_mapping_get_table (mappings->pdata[j]), column) < 0)
              everywhere = FALSE;
          if (everywhere)
            break;
        }
      /* A source without the column would come in whole, which is not what was asked for. */
      if (!everywhere)
        return coalition_cli_usage (_("--where=%s: not every source has that column."), wheres[i]);
      coalition_import_add_filter (import, column, equals + 1);
    }

  return COALITION_CLI_DONE;
}

static void
print_json (CoalitionImport *import)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  GPtrArray *refusals = coalition_import_get_refusals (import);
  const CoalitionKind *const *kinds;
  guint n_kinds;

  json_builder_begin_object (builder);
  kinds = coalition_kinds_get_all (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      CoalitionImportCounts counts;

      if (!coalition_kind_is_importable (kinds[i]))
        continue;
      coalition_import_get_counts (import, kinds[i], &counts);
      json_builder_set_member_name (builder, kinds[i]->name);
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "added");
      json_builder_add_int_value (builder, counts.added);
      json_builder_set_member_name (builder, "updated");
      json_builder_add_int_value (builder, counts.updated);
      json_builder_set_member_name (builder, "unchanged");
      json_builder_add_int_value (builder, counts.unchanged);
      json_builder_end_object (builder);
    }
  json_builder_set_member_name (builder, "refused");
  json_builder_begin_array (builder);
  for (guint i = 0; i < refusals->len; i++)
    {
      const CoalitionRefusal *refusal = refusals->pdata[i];

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "file");
      json_builder_add_string_value (builder, refusal->file);
      json_builder_set_member_name (builder, "line");
      json_builder_add_int_value (builder, refusal->line);
      json_builder_set_member_name (builder, "reason");
      json_builder_add_string_value (builder, refusal->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  coalition_cli_print_json (builder);
}

static void
print_text (CoalitionImport *import,
            gboolean         dry_run)
{
  const CoalitionKind *const *kinds;
  guint n_kinds;

  kinds = coalition_kinds_get_all (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      CoalitionImportCounts counts;

      coalition_import_get_counts (import, kinds[i], &counts);
      if (counts.added + counts.updated + counts.unchanged > 0)
        coalition_cli_print (_("%s: %u added, %u updated, %u unchanged\n"), _(kinds[i]->label_plural), counts.added,
                             counts.updated, counts.unchanged);
    }
  coalition_cli_print (_("Refused: %u\n"), coalition_import_get_refusals (import)->len);
  if (dry_run)
    coalition_cli_print ("%s\n", _("This was a dry run: nothing was changed."));
}

/**
 * coalition_cli_print_refusals:
 * @import: an import
 *
 * Writes what was left out to standard error, as FILE:LINE: what is wrong: what to do.
 */
void
coalition_cli_print_refusals (CoalitionImport *import)
{
  GPtrArray *refusals = coalition_import_get_refusals (import);

  for (guint i = 0; i < refusals->len; i++)
    {
      const CoalitionRefusal *refusal = refusals->pdata[i];
      g_autofree char *subject = g_strdup_printf ("%s:%u", refusal->file, refusal->line);

      coalition_cli_complain (subject, refusal->reason);
    }
}

/* Plans the import of sources that are read and mapped. */
static int
plan (CoalitionImport *import,
      GPtrArray       *mappings,
      const Options   *options)
{
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (options->match, "name") == 0)
    coalition_import_set_match (import, COALITION_IMPORT_MATCH_NAME);
  else if (g_strcmp0 (options->match, "id") == 0)
    coalition_import_set_match (import, COALITION_IMPORT_MATCH_ID);
  for (guint i = 0; i < mappings->len; i++)
    if (!coalition_import_add_table (import, mappings->pdata[i], NULL, &error))
      return coalition_cli_fail (NULL, error);

  return COALITION_CLI_DONE;
}

static int
run (const char    *path,
     GPtrArray     *mappings,
     const Options *options)
{
  g_autoptr (CoalitionDocument) document = coalition_cli_open (path);
  g_autoptr (CoalitionImport) import = NULL;
  g_autoptr (CoalitionCommand) command = NULL;
  int status;

  if (document == NULL)
    return COALITION_CLI_REFUSED;
  import = coalition_import_new (coalition_document_get_campaign (document));
  status = apply_wheres (options->wheres, mappings, import);
  if (status == COALITION_CLI_DONE)
    status = plan (import, mappings, options);
  if (status != COALITION_CLI_DONE)
    return status;

  command = coalition_import_make_command (import);
  if (!options->dry_run && !coalition_command_is_empty (command))
    status = coalition_cli_commit (path, document, command);
  if (status != COALITION_CLI_DONE || !coalition_cli_close (path, document))
    return COALITION_CLI_REFUSED;

  coalition_cli_print_refusals (import);
  if (options->json)
    print_json (import);
  else
    print_text (import, options->dry_run);

  return coalition_import_get_refusals (import)->len > 0 ? COALITION_CLI_PARTLY : COALITION_CLI_DONE;
}

/**
 * coalition_cli_import:
 * @argc: number of arguments
 * @argv: arguments
 *
 * Adds and updates records from files.
 *
 * Returns: the exit status
 */
int
coalition_cli_import (int    argc,
                      char **argv)
{
  g_auto (Options) options = { NULL };
  g_auto (CoalitionCliArguments) arguments = { NULL };
  g_autoptr (GPtrArray) mappings = NULL;
  g_autoptr (GError) error = NULL;
  const CoalitionKind *as = NULL;
  int status;
  const GOptionEntry entries[] = {
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &options.as, N_("What the rows are: parties, ties, issues, agreements, …"), N_("KIND") },
    { "map", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.maps,
      N_("COLUMN becomes FIELD, or “own” or “skip”; can be repeated"), N_("COLUMN=FIELD") },
    { "where", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.wheres,
      N_("Only rows whose COLUMN is VALUE; can be repeated"), N_("COLUMN=VALUE") },
    { "match", 0, 0, G_OPTION_ARG_FILENAME, &options.match, N_("How rows find records: name or id"), "name|id" },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run, N_("Tell what would be done, and change nothing"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_("Report as JSON"), NULL },
    { NULL }
  };

  if (!coalition_cli_parse (argc, argv, entries, "FILE SOURCE…",
                            _("Adds and updates records from CSV and JSON files. Columns that are not mapped and not\n"
                              "understood are kept as own fields. What cannot be taken is refused with its line."),
                            2, G_MAXUINT, &arguments))
    return COALITION_CLI_USAGE;
  if (options.match != NULL && !g_str_equal (options.match, "name") && !g_str_equal (options.match, "id"))
    return coalition_cli_usage (_("“--match=%s” is neither name nor id."), options.match);
  if (options.as != NULL && (as = coalition_cli_find_kind (options.as)) == NULL)
    return COALITION_CLI_USAGE;

  mappings = coalition_cli_read_sources ((const char *const *) arguments.words + 1, as, &error);
  if (mappings == NULL)
    return coalition_cli_fail (NULL, error);
  status = apply_maps (options.maps, mappings);
  if (status != COALITION_CLI_DONE)
    return status;

  return run (arguments.words[0], mappings, &options);
}
