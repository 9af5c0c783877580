/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-cli.h"

#include "coalition-export.h"
#include "coalition-map-view.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

/* Of a picture to be shown on screens of today. */
#define PNG_SCALE 2.0

static gboolean
write_map (CoalitionCampaign              *campaign,
           const char                     *path,
           const char                     *ending,
           CoalitionRecord                *view,
           const CoalitionMapViewOptions  *options,
           GError                        **error)
{
  gboolean paper = g_str_equal (ending, ".pdf");
  g_autoptr (CoalitionMap) map = coalition_map_new_for_view (campaign, view, options, paper ? COALITION_MAP_PAPER : COALITION_MAP_LIGHT,
                                                             NULL, NULL, error);

  if (map == NULL)
    return FALSE;
  if (paper)
    return coalition_map_write_pdf (map, path, 0, 0, error);
  if (g_str_equal (ending, ".svg"))
    return coalition_map_write_svg (map, path, error);

  return coalition_map_write_png (map, path, PNG_SCALE, error);
}

static gboolean
write_records (CoalitionCampaign     *campaign,
               const char            *path,
               const char            *ending,
               const CoalitionKind   *kind,
               CoalitionRecord       *view,
               const char            *as_of,
               CoalitionExportFlags   flags,
               GError               **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *text = NULL;

  /* The places of parties are those of the view. */
  if (view != NULL)
    coalition_campaign_set_view (campaign, coalition_record_get_id (view));
  if (g_str_equal (ending, ".csv"))
    text = coalition_export_to_csv (campaign, kind != NULL ? kind : &coalition_kind_party, as_of, flags);
  else
    text = coalition_export_to_json (campaign, kind, as_of, flags);

  return coalition_export_write (file, text, error);
}

static const char *
find_ending (const char *path)
{
  static const char *const endings[] = { ".csv", ".json", ".svg", ".png", ".pdf" };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return endings[i];

  return NULL;
}

typedef struct {
  char *what;
  char *view;
  char *as_of;
  const CoalitionKind *kind;
  CoalitionMapViewOptions map;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->what);
  g_free (options->view);
  g_free (options->as_of);
  g_free ((char *) options->map.as_of);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Whether the options make sense together, and with what is written. */
static gboolean
check_options (Options    *options,
               const char *ending,
               gboolean    is_map)
{
  gboolean parties;

  if (options->what != NULL && is_map)
    {
      coalition_cli_usage ("%s", _("--what is for .csv and .json: the map is of all parties."));
      return FALSE;
    }
  if (options->what != NULL && (options->kind = coalition_cli_find_kind (options->what)) == NULL)
    return FALSE;
  parties = options->kind == &coalition_kind_party || (options->kind == NULL && g_str_equal (ending, ".csv"));
  if (options->view != NULL && !is_map && !parties)
    {
      coalition_cli_usage ("%s", _("--view is for the map, and for parties with their places on it."));
      return FALSE;
    }
  if (!coalition_cli_to_utf8 (&options->view))
    {
      coalition_cli_usage ("%s", _("A name is no text."));
      return FALSE;
    }

  return options->as_of == NULL || coalition_cli_parse_date ("--as-of", options->as_of, (char **) &options->map.as_of);
}

static int
run (const char    *path,
     const char    *out,
     const char    *ending,
     gboolean       is_map,
     const Options *options)
{
  CoalitionExportFlags flags = options->map.partner_copy ? COALITION_EXPORT_PARTNER_COPY : COALITION_EXPORT_WHOLE;
  g_autoptr (CoalitionDocument) document = coalition_cli_open (path);
  g_autoptr (GError) error = NULL;
  CoalitionCampaign *campaign;
  CoalitionRecord *view = NULL;
  gboolean good = FALSE;

  if (document == NULL)
    return COALITION_CLI_REFUSED;
  campaign = coalition_document_get_campaign (document);
  if (options->view != NULL)
    view = coalition_cli_find_view (path, campaign, options->view);
  if (options->view == NULL || view != NULL)
    good = is_map ? write_map (campaign, out, ending, view, &options->map, &error)
                  : write_records (campaign, out, ending, options->kind, view, options->map.as_of, flags, &error);
  if (!coalition_cli_close (path, document))
    return COALITION_CLI_REFUSED;
  if (error != NULL)
    return coalition_cli_fail (out, error);

  return good ? COALITION_CLI_DONE : COALITION_CLI_REFUSED;
}

/**
 * coalition_cli_export:
 * @argc: number of arguments
 * @argv: arguments
 *
 * Writes records or the map to a file.
 *
 * Returns: the exit status
 */
int
coalition_cli_export (int    argc,
                      char **argv)
{
  g_auto (CoalitionCliArguments) arguments = { NULL };
  g_auto (Options) options = { NULL };
  const char *path, *out, *ending;
  gboolean is_map;
  const GOptionEntry entries[] = {
    { "what", 0, 0, G_OPTION_ARG_FILENAME, &options.what, N_("Which records: party, tie, issue, agreement, …"), N_("KIND") },
    { "view", 0, 0, G_OPTION_ARG_FILENAME, &options.view, N_("Which view of the map; the first if it is not given"), N_("NAME") },
    { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &options.as_of, N_("What was there on that date: ties, forums, agreements"), N_("DATE") },
    { "partner-copy", 0, 0, G_OPTION_ARG_NONE, &options.map.partner_copy, N_("Leave out what is private"), NULL },
    { NULL }
  };

  if (!coalition_cli_parse (argc, argv, entries, "FILE OUT",
                            _("Writes records, or the map, to a file. The ending of OUT says how:\n"
                              "  .csv              the records of one kind, the parties unless --what says otherwise\n"
                              "  .json             the records of one kind, or the whole campaign\n"
                              "  .svg .png .pdf    the map with its legend"),
                            2, 2, &arguments))
    return COALITION_CLI_USAGE;
  path = arguments.words[0];
  out = arguments.words[1];
  ending = find_ending (out);
  if (ending == NULL)
    return coalition_cli_usage (_("“%s” does not end in .csv, .json, .svg, .png or .pdf."), out);
  is_map = g_str_equal (ending, ".svg") || g_str_equal (ending, ".png") || g_str_equal (ending, ".pdf");
  if (!check_options (&options, ending, is_map))
    return COALITION_CLI_USAGE;
  if (options.kind != NULL && options.map.partner_copy
      && !coalition_export_includes_kind (options.kind, COALITION_EXPORT_PARTNER_COPY))
    {
      coalition_cli_complain (path, _("records of this kind are private as a whole: leave out --partner-copy, or choose another kind"));
      return COALITION_CLI_REFUSED;
    }

  return run (path, out, ending, is_map, &options);
}
