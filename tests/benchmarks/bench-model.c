/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-encoding.h"
#include "coalition-filter.h"
#include "coalition-groups.h"

#include <glib/gstdio.h>
#include <stdlib.h>

/* What follows each edit on the map of 10,000 parties with 20,000 ties: the network, at another date, compared, collapsed;
 * colors, sizes, filters. Each takes no more than so many times what the network itself takes, which is drawn anew within
 * a frame or two. Measures run aside and have no limit here. */

#define PARTIES 10000
#define TIES 20000
#define ROUNDS 5

typedef struct
{
  CoalitionCampaign *campaign;
  CoalitionNetwork *network;
  GPtrArray *groups;
  CoalitionColorBy color_by;
  CoalitionSizeBy size_by;
  CoalitionFilter *filter;
  CoalitionNetworkOptions options;
  gboolean *parties;
  gboolean *ties;
} Bench;

typedef void (*Work) (Bench *bench);

static void
work_network (Bench *bench)
{
  coalition_network_unref (coalition_network_new_at (bench->campaign, &bench->options));
}

static void
work_collapse (Bench *bench)
{
  coalition_network_unref (coalition_network_collapse (bench->network, bench->groups));
}

static void
work_encoding (Bench *bench)
{
  coalition_encoding_unref (coalition_encoding_new (bench->campaign, bench->network, bench->color_by, NULL, NULL, bench->size_by, NULL));
}

static void
work_filter (Bench *bench)
{
  coalition_filter_apply (bench->filter, bench->campaign, bench->network, bench->parties, bench->ties);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/* The median, in milliseconds, of several rounds after one that fills what is kept. */
static double
measure (Bench *bench,
         Work   work)
{
  gint64 times[ROUNDS];

  work (bench);
  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      work (bench);
      times[i] = g_get_monotonic_time () - start;
    }
  qsort (times, ROUNDS, sizeof (gint64), compare_times);

  return times[ROUNDS / 2] / 1000.0;
}

static gboolean
tell (const char *what,
      double      time,
      double      reference,
      double      limit)
{
  g_print ("%-28s %7.1f ms  %5.2f times the network, at most %.1f%s\n", what, time, time / reference, limit,
           time > limit * reference ? "  TOO SLOW" : "");

  return time <= limit * reference;
}

static void
set (CoalitionCommand    *command,
     const CoalitionKind *kind,
     const char          *id,
     const char          *first_field,
     ...)
{
  va_list arguments;
  const char *field = first_field;

  va_start (arguments, first_field);
  for (; field != NULL; field = va_arg (arguments, const char *))
    coalition_command_set_text (command, kind, id, field, va_arg (arguments, const char *));
  va_end (arguments);
}

static char *
fill (CoalitionCampaign *campaign)
{
  static const char *const kinds[] = { "union", "school", "police", "funder", "media", "business", "council", "choir", "bank", "farm" };
  CoalitionCommand *command = coalition_command_new ("Fill", NULL);
  const char *tag = coalition_command_insert (command, &coalition_kind_tag, NULL);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GError) error = NULL;
  char *result = g_strdup (tag);

  set (command, &coalition_kind_tag, tag, "name", "Quay", NULL);
  for (guint i = 0; i < PARTIES; i++)
    {
      const char *id = coalition_command_insert (command, &coalition_kind_party, NULL);
      g_autofree char *name = g_strdup_printf ("Party %u", i);

      g_ptr_array_add (ids, g_strdup (id));
      set (command, &coalition_kind_party, id, "name", name, "kind", kinds[i % G_N_ELEMENTS (kinds)], "level", i % 3 ? "organization" : "affected", NULL);
      if (i % 2)
        set (command, &coalition_kind_party_tag, coalition_command_insert (command, &coalition_kind_party_tag, NULL), "party", id, "tag", tag, NULL);
      else
        {
          const char *judgement = coalition_command_insert (command, &coalition_kind_judgement, NULL);

          set (command, &coalition_kind_judgement, judgement, "party", id, "aspect", i % 4 ? "stance" : "influence", NULL);
          coalition_command_set_integer (command, &coalition_kind_judgement, judgement, "value", i % 5 + 1);
        }
    }
  for (guint i = 0; i < TIES; i++)
    {
      const char *id = coalition_command_insert (command, &coalition_kind_tie, NULL);
      g_autofree char *start = g_strdup_printf ("20%02u-%02u", i % 25, i % 12 + 1);

      set (command, &coalition_kind_tie, id, "from", g_ptr_array_index (ids, g_rand_int_range (rand, 0, PARTIES)),
           "to", g_ptr_array_index (ids, g_rand_int_range (rand, 0, PARTIES)), "kind", "knows", "start", start, NULL);
    }
  if (!coalition_campaign_run (campaign, command, &error))
    g_error ("%s", error->message);

  return result;
}

static gboolean
run_filters (Bench      *bench,
             const char *tag,
             double      reference)
{
  const struct { const char *subject; CoalitionFilterTest test; const char *value; } filters[] = {
    { "party.kind", COALITION_FILTER_IS, "union" }, { "party.name", COALITION_FILTER_HAS_TEXT, "77" }, { "tag", COALITION_FILTER_IS, tag },
    { "judgement.stance", COALITION_FILTER_IS, "3" }, { "contact", COALITION_FILTER_NEVER, NULL }, { "tie.start", COALITION_FILTER_SINCE, "2015" },
  };
  gboolean success = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      bench->filter = coalition_filter_new ();
      coalition_filter_add (bench->filter, filters[i].subject, filters[i].test, (const char *const[]) { filters[i].value, NULL });
      success = tell (filters[i].subject, measure (bench, work_filter), reference, 2) && success;
      g_clear_pointer (&bench->filter, coalition_filter_free);
    }

  return success;
}

static gboolean
run (CoalitionCampaign *campaign)
{
  static const char *const colors[] = { "level", "kind", "tag", "constituency", "stance", "trust", "status" };
  static const char *const sizes[] = { NULL, "degree", NULL, "influence", "voices" };
  g_autofree char *tag = fill (campaign);
  Bench bench = { campaign };
  double reference = measure (&bench, work_network);
  gboolean success = TRUE;
  gint64 start;

  g_print ("%-28s %7.1f ms\n", "network", reference);
  bench.options = (CoalitionNetworkOptions) { "2015-06", NULL };
  success = tell ("at a date", measure (&bench, work_network), reference, 2) && success;
  bench.options.compare_to = "2010";
  success = tell ("two dates compared", measure (&bench, work_network), reference, 2) && success;
  bench.network = coalition_network_new (campaign);
  bench.groups = coalition_groups_parse ("[\"kind:union\",\"kind:school\",\"level:affected\"]", campaign, bench.network);
  success = tell ("collapsed", measure (&bench, work_collapse), reference, 2) && success;
  for (guint i = 1; i < G_N_ELEMENTS (colors); i++)
    {
      bench.color_by = i;
      success = tell (colors[i], measure (&bench, work_encoding), reference, 1.5) && success;
    }
  bench.color_by = COALITION_COLOR_BY_LEVEL;
  for (guint i = 1; i < G_N_ELEMENTS (sizes); i++)
    {
      bench.size_by = i;
      if (sizes[i] != NULL)
        success = tell (sizes[i], measure (&bench, work_encoding), reference, 1.5) && success;
    }
  bench.parties = g_new (gboolean, PARTIES + 1);
  bench.ties = g_new (gboolean, TIES);
  success = run_filters (&bench, tag, reference) && success;
  start = g_get_monotonic_time ();
  coalition_measures_unref (coalition_measures_compute (bench.network, NULL, NULL));
  g_print ("%-28s %7.1f ms, aside\n", "measures", (g_get_monotonic_time () - start) / 1000.0);

  g_free (bench.parties);
  g_free (bench.ties);
  g_ptr_array_unref (bench.groups);
  coalition_network_unref (bench.network);

  return success;
}

int
main (void)
{
  static const char *const names[] = { "campaign.db", "campaign.db-wal", "campaign.db-shm" };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("coalition-bench-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, names[0], NULL);
  CoalitionCampaign *campaign = coalition_campaign_create (path, "Large", "Us", &error);
  gboolean success;

  if (campaign == NULL)
    g_error ("%s", error->message);
  success = run (campaign);
  coalition_campaign_close (campaign, NULL);
  g_object_unref (campaign);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *file = g_build_filename (folder, names[i], NULL);

      g_unlink (file);
    }
  g_rmdir (folder);

  return success ? EXIT_SUCCESS : EXIT_FAILURE;
}
