/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-cli.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

typedef struct {
  const char *name;
  int (*run) (int argc, char **argv);
  const char *usage;
  const char *summary;
} Command;

static const Command commands[] = {
  { "new", coalition_cli_new, "FILE --name=NAME", N_("make a new campaign") },
  { "import", coalition_cli_import, "FILE SOURCE…", N_("add and update records from CSV and JSON files") },
  { "arrange", coalition_cli_arrange, "FILE", N_("compute places on the map") },
  { "export", coalition_cli_export, "FILE OUT", N_("write records, or the map, to a file") },
  { "report", coalition_cli_report, "FILE KIND OUT.pdf", N_("write pages to print") },
  { "tally", coalition_cli_tally, "METHOD SOURCE", N_("count ballots") },
  { "show", coalition_cli_show, "FILE [KIND]", N_("tell what is in a campaign") },
  { "history", coalition_cli_history, "FILE", N_("tell what was changed, when and by whom") },
  { "undo", coalition_cli_undo, "FILE", N_("undo the last edit") },
  { "check", coalition_cli_check, "FILE", N_("tell whether a file is a whole campaign; never changes it") },
};

static void
print_help (void)
{
  coalition_cli_print (_("Usage: %s COMMAND [OPTION…] …\n\n"), "coalition-cli");
  coalition_cli_print ("%s\n\n", _("Works on campaigns of Coalition from a terminal, without a display."));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *left = g_strconcat (commands[i].name, " ", commands[i].usage, NULL);

      /* The width is in characters, and “…” is one of three bytes. */
      coalition_cli_print ("  %s%*s%s\n", left, (int) (28 - g_utf8_strlen (left, -1)), "", _(commands[i].summary));
    }
  coalition_cli_print ("\n%s\n", _("“coalition-cli COMMAND --help” tells the options of a command.\n"
                                   "Exit status: 0 done; 1 refused, nothing was changed; 2 wrong usage; 3 done, but something was left out."));
}

static void
set_up_locale (void)
{
  const char *folder = g_getenv ("COALITION_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : COALITION_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int    argc,
      char **argv)
{
  set_up_locale ();
  g_set_prgname ("coalition-cli");

  if (argc < 2)
    {
      print_help ();
      return COALITION_CLI_USAGE;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      coalition_cli_print ("coalition-cli %s\n", COALITION_VERSION);
      return COALITION_CLI_DONE;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") || g_str_equal (argv[1], "help"))
    {
      print_help ();
      return COALITION_CLI_DONE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[1], commands[i].name))
      {
        int status = commands[i].run (argc - 1, argv + 1);

        /* What could not be written (a full disk, a closed pipe) was not done. */
        if (fflush (stdout) != 0 && status == COALITION_CLI_DONE)
          status = COALITION_CLI_REFUSED;
        return status;
      }

  return coalition_cli_usage (_("There is no command “%s”."), argv[1]);
}
