/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-cli.h"
#include "coalition-tally.h"

#include <glib/gi18n.h>
#include <string.h>

static void
add_names (JsonBuilder            *builder,
           const CoalitionProfile *profile,
           const guint            *options,
           guint                   n_options)
{
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_options; i++)
    json_builder_add_string_value (builder, coalition_profile_get_option (profile, options[i]));
  json_builder_end_array (builder);
}

static void
add_pairs (JsonBuilder            *builder,
           const CoalitionProfile *profile,
           const gint64           *table)
{
  const guint n = coalition_profile_get_n_options (profile);

  json_builder_begin_object (builder);
  for (guint i = 0; i < n; i++)
    {
      json_builder_set_member_name (builder, coalition_profile_get_option (profile, i));
      json_builder_begin_object (builder);
      for (guint j = 0; j < n; j++)
        if (i != j)
          {
            json_builder_set_member_name (builder, coalition_profile_get_option (profile, j));
            json_builder_add_int_value (builder, table[i * n + j]);
          }
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
add_beats (JsonBuilder            *builder,
           const CoalitionProfile *profile,
           const CoalitionTally   *tally)
{
  json_builder_begin_array (builder);
  for (guint i = 0; i < tally->n_options; i++)
    for (guint j = 0; j < tally->n_options; j++)
      if (tally->beats[i * tally->n_options + j])
        add_names (builder, profile, (const guint[]) { i, j }, 2);
  json_builder_end_array (builder);
}

static void
add_tie_break (JsonBuilder            *builder,
               const CoalitionProfile *profile,
               const CoalitionTally   *tally)
{
  g_autofree char *rule = g_strdup_printf ("lot:%" G_GUINT64_FORMAT, tally->options.seed);

  json_builder_set_member_name (builder, "tie_break");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "rule");
  json_builder_add_string_value (builder, rule);
  json_builder_set_member_name (builder, "order");
  add_names (builder, profile, tally->lot, tally->n_options);
  json_builder_set_member_name (builder, "used");
  json_builder_add_boolean_value (builder, tally->lot_used);
  json_builder_end_object (builder);
}

static void
add_counts (JsonBuilder            *builder,
            const CoalitionProfile *profile,
            const CoalitionTally   *tally)
{
  if (tally->points != NULL)
    {
      json_builder_set_member_name (builder, "points");
      json_builder_begin_object (builder);
      for (guint i = 0; i < tally->n_options; i++)
        {
          json_builder_set_member_name (builder, coalition_profile_get_option (profile, i));
          json_builder_add_double_value (builder, tally->points[i]);
        }
      json_builder_end_object (builder);
    }
  if (tally->strengths != NULL)
    {
      json_builder_set_member_name (builder, "strongest_paths");
      add_pairs (builder, profile, tally->strengths);
    }
  if (tally->condorcet >= 0)
    {
      json_builder_set_member_name (builder, "condorcet_winner");
      json_builder_add_string_value (builder, coalition_profile_get_option (profile, tally->condorcet));
    }
}

static void
print_json (const CoalitionProfile *profile,
            const CoalitionTally   *tally)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const GArray *winners = coalition_tally_get_winners (tally);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "method");
  json_builder_add_string_value (builder, coalition_tally_method_to_text (tally->method));
  json_builder_set_member_name (builder, "ballots");
  json_builder_add_int_value (builder, tally->n_ballots);
  json_builder_set_member_name (builder, "blank");
  json_builder_add_int_value (builder, tally->n_blank);
  json_builder_set_member_name (builder, "unranked");
  json_builder_add_string_value (builder, tally->options.unranked == COALITION_UNRANKED_IGNORED ? "ignored" : "last");
  json_builder_set_member_name (builder, "winners");
  add_names (builder, profile, (const guint *) (void *) winners->data, winners->len);
  json_builder_set_member_name (builder, "ranking");
  json_builder_begin_array (builder);
  for (guint i = 0; i < tally->ranking->len; i++)
    {
      const GArray *place = tally->ranking->pdata[i];

      add_names (builder, profile, (const guint *) (void *) place->data, place->len);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "pairwise");
  add_pairs (builder, profile, tally->pairwise);
  json_builder_set_member_name (builder, "beats");
  add_beats (builder, profile, tally);
  add_counts (builder, profile, tally);
  if (tally->branched)
    {
      json_builder_set_member_name (builder, "branched");
      json_builder_add_boolean_value (builder, TRUE);
    }
  if (tally->lot != NULL)
    add_tie_break (builder, profile, tally);
  json_builder_end_object (builder);
  coalition_cli_print_json (builder);
}

static void
print_place (const CoalitionProfile *profile,
             const CoalitionTally   *tally,
             guint                   index)
{
  const GArray *place = tally->ranking->pdata[index];
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < place->len; i++)
    {
      guint option = g_array_index (place, guint, i);

      if (i > 0)
        g_string_append (line, " = ");
      g_string_append (line, coalition_profile_get_option (profile, option));
      if (tally->points != NULL)
        g_string_append_printf (line, " (%g)", tally->points[option]);
    }
  coalition_cli_print ("%u. %s\n", index + 1, line->str);
}

static void
print_text (const CoalitionProfile *profile,
            const CoalitionTally   *tally)
{
  const CoalitionBallotKind kind = coalition_profile_get_kind (profile);

  coalition_cli_print (ngettext ("%" G_GUINT64_FORMAT " ballot, of which blank: %" G_GUINT64_FORMAT "\n",
                                 "%" G_GUINT64_FORMAT " ballots, of which blank: %" G_GUINT64_FORMAT "\n", tally->n_ballots),
                       tally->n_ballots, tally->n_blank);
  if (tally->method != COALITION_TALLY_APPROVAL && tally->method != COALITION_TALLY_DOTS)
    coalition_cli_print ("%s\n", tally->options.unranked == COALITION_UNRANKED_IGNORED
                                   ? _("What a ballot says nothing of is not compared.")
                                   : kind == COALITION_BALLOT_RANKED ? _("What a ballot says nothing of is last.")
                                                                     : _("What a ballot says nothing of gets no points."));
  for (guint i = 0; i < tally->ranking->len; i++)
    print_place (profile, tally, i);
  if (tally->condorcet >= 0)
    coalition_cli_print (_("%s beats every other one by a majority.\n"), coalition_profile_get_option (profile, tally->condorcet));
  if (tally->branched)
    coalition_cli_print ("%s\n", _("Options tied for the last place: every order of their leaving was followed, and all who can win are named."));
  if (tally->lot_used)
    coalition_cli_print (_("A tie was broken by lot, seed %" G_GUINT64_FORMAT ".\n"), tally->options.seed);
}

static gboolean
is_preflib (const char *path)
{
  static const char *const endings[] = { ".soc", ".soi", ".toc", ".toi" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (path, endings[i]))
      return TRUE;

  return FALSE;
}

/* The ballots, or NULL after every line that cannot be read was named. */
static CoalitionProfile *
read_ballots (const char           *path,
              CoalitionTallyMethod  method,
              int                  *status)
{
  const CoalitionBallotKind kind = coalition_tally_method_get_ballots (method);
  g_autoptr (GPtrArray) problems = coalition_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  CoalitionProfile *profile;
  gsize length;

  *status = COALITION_CLI_REFUSED;
  if (is_preflib (path) && kind != COALITION_BALLOT_RANKED)
    {
      *status = coalition_cli_usage (_("“%s” holds rankings: the method “%s” does not count them."), path,
                                     coalition_tally_method_to_text (method));
      return NULL;
    }
  if (!g_file_get_contents (path, &text, &length, &error))
    {
      coalition_cli_fail (path, error);
      return NULL;
    }
  profile = is_preflib (path) ? coalition_profile_parse_preflib (text, length, problems, &error)
                              : coalition_profile_parse (kind, text, length, problems, &error);
  for (guint i = 0; i < problems->len; i++)
    {
      const CoalitionProblem *problem = problems->pdata[i];
      g_autofree char *place = g_strdup_printf ("%s:%u", path, problem->line);

      coalition_cli_complain (place, problem->message);
    }
  if (profile == NULL && problems->len == 0)
    coalition_cli_fail (path, error);

  return profile;
}

static gboolean
parse_tie_break (const char            *text,
                 CoalitionTallyOptions *options)
{
  if (text == NULL)
    return TRUE;
  options->by_lot = TRUE;

  return g_str_has_prefix (text, "lot:")
         && g_ascii_string_to_unsigned (text + strlen ("lot:"), 10, 0, G_MAXUINT64, &options->seed, NULL);
}

/**
 * coalition_cli_tally:
 * @argc: number of arguments
 * @argv: arguments
 *
 * Counts ballots from a file by one of the methods. Nothing is kept.
 *
 * Returns: the exit status
 */
int
coalition_cli_tally (int    argc,
                     char **argv)
{
  g_auto (CoalitionCliArguments) arguments = { NULL };
  g_autoptr (CoalitionProfile) profile = NULL;
  g_autoptr (CoalitionTally) tally = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *unranked = NULL, *tie_break = NULL;
  CoalitionTallyOptions options = { 0 };
  CoalitionTallyMethod method;
  gboolean json = FALSE;
  int status;
  const GOptionEntry entries[] = {
    { "unranked", 0, 0, G_OPTION_ARG_STRING, &unranked, N_("What a ballot says nothing of is “last” (the default) or “ignored”"), N_("HOW") },
    { "tie-break", 0, 0, G_OPTION_ARG_STRING, &tie_break, N_("Break ties by lot, drawn with this seed"), "lot:SEED" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("As JSON"), NULL },
    { NULL }
  };

  if (!coalition_cli_parse (argc, argv, entries, "METHOD SOURCE",
                            _("Counts ballots. METHOD is approval, dots, score, borda, irv or schulze. SOURCE has a line for each kind of\n"
                              "ballot, “COUNT: A > B = C”, “COUNT: A, B” or “COUNT: A:3, B:1”, or is a ranking of PrefLib (.soc .soi .toc .toi)."),
                            2, 2, &arguments))
    return COALITION_CLI_USAGE;
  if (!coalition_tally_method_from_text (arguments.words[0], &method))
    return coalition_cli_usage (_("There is no method “%s”: approval, dots, score, borda, irv and schulze are known."), arguments.words[0]);
  if (unranked != NULL && !g_str_equal (unranked, "last") && !g_str_equal (unranked, "ignored"))
    return coalition_cli_usage (_("“%s” is neither “last” nor “ignored”."), unranked);
  if (g_strcmp0 (unranked, "ignored") == 0)
    options.unranked = COALITION_UNRANKED_IGNORED;
  if (!parse_tie_break (tie_break, &options))
    return coalition_cli_usage (_("A tie is broken by “lot:SEED”, with a whole number for SEED."));

  profile = read_ballots (arguments.words[1], method, &status);
  if (profile == NULL)
    return status;
  tally = coalition_tally_compute (profile, method, &options, &error);
  if (tally == NULL)
    return coalition_cli_fail (arguments.words[1], error);
  if (json)
    print_json (profile, tally);
  else
    print_text (profile, tally);

  return COALITION_CLI_DONE;
}
