/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-fixture.h"

#include "coalition-csv.h"
#include "coalition-import.h"
#include "coalition-layout.h"
#include "coalition-map.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

/* Campaigns to print, and what a reader finds on the pages, as poppler reads them. */

static char *
new_path (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("coalition-report-XXXXXX", &error);

  g_assert_no_error (error);

  return g_build_filename (folder, "campaign.coalition", NULL);
}

CoalitionCampaign *
report_fixture_new_empty (const char *us)
{
  g_autofree char *path = new_path ();
  g_autoptr (GError) error = NULL;
  CoalitionCampaign *campaign = coalition_campaign_create (path, "Nothing yet", us, &error);

  g_assert_no_error (error);

  return campaign;
}

void
report_fixture_run (CoalitionCampaign *campaign,
                    CoalitionCommand  *command)
{
  g_autoptr (GError) error = NULL;

  coalition_campaign_run (campaign, command, &error);
  g_assert_no_error (error);
}

void
report_fixture_close (CoalitionCampaign *campaign)
{
  g_autofree char *path = g_strdup (coalition_campaign_get_path (campaign));
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  coalition_campaign_close (campaign, &error);
  g_assert_no_error (error);
  g_object_unref (campaign);
  g_unlink (path);
  g_rmdir (folder);
}

static void
import_kind (CoalitionCampaign   *campaign,
             const CoalitionKind *kind)
{
  g_autoptr (CoalitionImport) import = coalition_import_new (campaign);
  g_autoptr (CoalitionCommand) command = NULL;
  g_autoptr (CoalitionTable) table = NULL;
  g_autoptr (CoalitionMapping) mapping = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = kind == &coalition_kind_campaign ? g_strdup ("campaign.csv") : g_strconcat (kind->plural, ".csv", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("COALITION_SAMPLE"), name, NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return;
  file = g_file_new_for_path (path);
  table = coalition_csv_read (file, ',', NULL, &error);
  g_assert_no_error (error);
  mapping = coalition_mapping_guess (table, kind);
  coalition_import_add_table (import, mapping, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < coalition_import_get_refusals (import)->len; i++)
    {
      CoalitionRefusal *refusal = coalition_import_get_refusals (import)->pdata[i];

      g_error ("%s:%u: %s", refusal->file, refusal->line, refusal->reason);
    }
  command = coalition_import_make_command (import);
  g_assert_nonnull (command);
  report_fixture_run (campaign, g_steal_pointer (&command));
}

/* Gives every party the place that the layout finds for it. */
void
report_fixture_arrange (CoalitionCampaign *campaign)
{
  g_autoptr (CoalitionNetwork) network = coalition_network_new (campaign);
  g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_LIGHT, NULL);
  g_autoptr (CoalitionCommand) command = coalition_command_new ("Arrange", NULL);
  g_autoptr (GError) error = NULL;
  guint n_parties;
  const CoalitionNetworkParty *parties = coalition_network_get_parties (network, &n_parties);
  g_autofree gboolean *movable = g_new (gboolean, n_parties + 1);
  CoalitionLayoutRequest request = {
    .network = network, .boxes = coalition_map_get_boxes (map), .movable = movable, .kind = COALITION_LAYOUT_FREE, .seed = 1,
  };
  g_autofree CoalitionPlace *places = NULL;

  for (guint i = 0; i < n_parties; i++)
    movable[i] = TRUE;
  places = coalition_layout_compute (&request, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_parties; i++)
    coalition_command_set_position (command, coalition_record_get_id (coalition_campaign_get_view (campaign)), parties[i].id,
                                    places[i].x, places[i].y, FALSE);
  report_fixture_run (campaign, g_steal_pointer (&command));
}

static int
compare_kinds (gconstpointer a,
               gconstpointer b)
{
  return coalition_import_compare_kinds (*(const CoalitionKind *const *) a, *(const CoalitionKind *const *) b);
}

CoalitionCampaign *
report_fixture_new_sample (void)
{
  CoalitionCampaign *campaign = report_fixture_new_empty (NULL);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  const CoalitionKind *const *kinds;
  guint n_kinds;

  kinds = coalition_kinds_get_all (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    g_ptr_array_add (order, (gpointer) kinds[i]);
  g_ptr_array_sort (order, compare_kinds);
  for (guint i = 0; i < order->len; i++)
    import_kind (campaign, order->pdata[i]);
  report_fixture_arrange (campaign);

  return campaign;
}

/* A campaign of many parties without places, each with a tie to another and every tenth with one to us. */
CoalitionCampaign *
report_fixture_new_large (guint n_parties)
{
  static const char *const levels[] = { "affected", "connector", "organization" };
  CoalitionCampaign *campaign = report_fixture_new_empty ("Our own house");
  g_autoptr (CoalitionCommand) command = coalition_command_new ("Fill", NULL);
  g_autofree char *us = g_strdup (coalition_record_get_id (coalition_campaign_get_us (campaign)));
  g_autofree char *previous = g_strdup (us);

  for (guint i = 0; i < n_parties; i++)
    {
      g_autofree char *name = g_strdup_printf ("Party number %05u", i);
      g_autofree char *id = g_strdup (coalition_command_insert (command, &coalition_kind_party, NULL));
      const char *tie = coalition_command_insert (command, &coalition_kind_tie, NULL);

      coalition_command_set_text (command, &coalition_kind_party, id, "name", name);
      coalition_command_set_text (command, &coalition_kind_party, id, "level", levels[i % 3]);
      coalition_command_set_text (command, &coalition_kind_party, id, "role", "Comes to every meeting and says little");
      coalition_command_set_text (command, &coalition_kind_tie, tie, "from", i % 10 == 0 ? us : previous);
      coalition_command_set_text (command, &coalition_kind_tie, tie, "to", id);
      g_free (previous);
      previous = g_strdup (id);
    }
  report_fixture_run (campaign, g_steal_pointer (&command));

  return campaign;
}

/* Writes a report into the build folder, where a person can look at it afterward. */
char *
report_fixture_write (CoalitionReport *report,
                      const char      *name,
                      const char      *paper)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = g_strdup_printf ("%s.pdf", name);
  char *path = g_build_filename (g_getenv ("COALITION_REPORT_OUTPUT"), file, NULL);

  coalition_report_write_pdf (report, path, paper, &error);
  g_assert_no_error (error);

  return path;
}

static char *
run (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *problems = NULL;
  char *output = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &problems, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);

  return output;
}

/* Without spaces and hyphens, so that it is of no account where lines were broken. */
char *
report_fixture_squeeze (const char *text)
{
  g_autoptr (GString) squeezed = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && c != 0xa0 && c != '-' && c != '\f')
        g_string_append_unichar (squeezed, c);
    }

  return g_string_free (g_steal_pointer (&squeezed), FALSE);
}

/* The text in the order in which it was written, squeezed. */
char *
report_fixture_text (const char *pdf)
{
  const char *const arguments[] = { g_getenv ("COALITION_PDFTOTEXT"), "-raw", "-enc", "UTF-8", pdf, "-", NULL };
  g_autofree char *raw = run (arguments);

  return report_fixture_squeeze (raw);
}

char *
report_fixture_info (const char *pdf)
{
  const char *const arguments[] = { g_getenv ("COALITION_PDFINFO"), pdf, NULL };

  return run (arguments);
}

static void
word_free (gpointer data)
{
  g_free (((ReportWord *) data)->text);
  g_free (data);
}

/* Every word with its box. */
GPtrArray *
report_fixture_words (const char *pdf)
{
  const char *const arguments[] = { g_getenv ("COALITION_PDFTOTEXT"), "-bbox", "-enc", "UTF-8", pdf, "-", NULL };
  g_autofree char *output = run (arguments);
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);
  GPtrArray *words = g_ptr_array_new_with_free_func (word_free);
  guint page = 0;
  double width = 0, height = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      ReportWord word = { 0 };
      const char *line = g_strstrip (lines[i]);
      const char *start;

      if (sscanf (line, "<page width=\"%lf\" height=\"%lf\"", &width, &height) == 2)
        page++;
      if (sscanf (line, "<word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"", &word.left, &word.top, &word.right,
                  &word.bottom) != 4)
        continue;
      /* The little boxes with numbers that stand for letters of which this machine has no font. */
      if (word.bottom - word.top < 6)
        continue;
      start = strchr (line, '>') + 1;
      word.page = page;
      word.page_width = width;
      word.page_height = height;
      word.text = g_strndup (start, strstr (start, "</word>") - start);
      g_ptr_array_add (words, g_memdup2 (&word, sizeof word));
    }

  return words;
}

guint
report_fixture_n_pages (const char *pdf)
{
  g_autofree char *info = report_fixture_info (pdf);
  const char *line = strstr (info, "\nPages:");

  g_assert_nonnull (line);

  return atoi (line + strlen ("\nPages:"));
}

/* No word stands on another, and none outside of what a printer can print. Lines may touch: fonts claim more height
 * than their letters have. */
void
report_fixture_assert_tidy (const char *pdf)
{
  const double play = 1.5;
  const double edge = 28;
  g_autoptr (GPtrArray) words = report_fixture_words (pdf);

  g_assert_cmpuint (words->len, >, 0);
  for (guint i = 0; i < words->len; i++)
    {
      const ReportWord *word = words->pdata[i];

      if (word->left < edge || word->top < edge || word->right > word->page_width - edge || word->bottom > word->page_height - edge)
        g_error ("%s, page %u: “%s” stands outside of the margins", pdf, word->page, word->text);
      for (guint j = i + 1; j < words->len; j++)
        {
          const ReportWord *other = words->pdata[j];

          if (other->page != word->page)
            break;
          if (MIN (word->right, other->right) - MAX (word->left, other->left) > play
              && MIN (word->bottom, other->bottom) - MAX (word->top, other->top) > play)
            g_error ("%s, page %u: “%s” (%.0f, %.0f) and “%s” (%.0f, %.0f) stand on each other", pdf, word->page, word->text,
                     word->left, word->top, other->text, other->left, other->top);
        }
    }
}
