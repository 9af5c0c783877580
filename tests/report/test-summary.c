/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-clock.h"
#include "coalition-date.h"
#include "coalition-summary.h"
#include "report-fixture.h"

#include <locale.h>
#include <string.h>

/* The partnership summary as a reader finds it: everything is there, in order, nothing on top of something else. */

static CoalitionCampaign *sample;

static CoalitionReport *
make_summary (CoalitionCampaign *campaign,
              gboolean           partner_copy)
{
  const CoalitionMapViewOptions options = { .partner_copy = partner_copy };
  g_autoptr (GError) error = NULL;
  CoalitionReport *report = coalition_summary_new (campaign, NULL, &options, NULL, &error);

  g_assert_no_error (error);

  return report;
}

static void
assert_holds (const char *text,
              const char *wanted)
{
  g_autofree char *squeezed = report_fixture_squeeze (wanted);

  if (strstr (text, squeezed) == NULL)
    g_error ("“%s” is not on the pages", squeezed);
}

static void
assert_lacks (const char *text,
              const char *unwanted)
{
  g_autofree char *squeezed = report_fixture_squeeze (unwanted);

  if (strstr (text, squeezed) != NULL)
    g_error ("“%s” is on the pages", squeezed);
}

static void
assert_order (const char        *text,
              const char *const *wanted)
{
  const char *p = text;

  for (guint i = 0; wanted[i] != NULL; i++)
    {
      g_autofree char *heading = report_fixture_squeeze (wanted[i]);
      const char *found = strstr (p, heading);

      if (found == NULL)
        g_error ("“%s” is missing, or before what it should follow", wanted[i]);
      p = found + strlen (heading);
    }
}

static void
assert_holds_field (const char          *text,
                    CoalitionCampaign   *campaign,
                    const CoalitionKind *kind,
                    const char          *field)
{
  GListModel *records = coalition_campaign_get_records (campaign, kind);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (records, i);
      g_autofree char *shown = coalition_campaign_dup_display (campaign, record, coalition_kind_find_field (kind, field));

      /* We are on the map and in agreements, but are not one of those whom we are connected to. */
      if (record == coalition_campaign_get_us (campaign) && !g_str_equal (field, "name"))
        continue;
      /* What is done has the date when it was. */
      if (g_str_equal (field, "due") && coalition_record_get_text (record, "done_on") != NULL)
        continue;
      assert_holds (text, shown);
    }
}

static const char *const headings[] = {
  "Partnership summary", "Steady Hours, Lindenport", "In short", "The map", "Whom we are connected to",
  "People directly affected", "Leaders and connectors", "Organizations and institutions", "Agreements", "Issues",
  "Due next", NULL,
};

/* Every section begins with something of it on the same page. */
static void
assert_headings_not_stranded (GPtrArray *words)
{
  double title = 0;
  guint n_headings = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const ReportWord *word = words->pdata[i];

      title = MAX (title, word->bottom - word->top);
    }

  for (guint i = 0; i < words->len; i++)
    {
      const ReportWord *word = words->pdata[i];
      double height = (word->bottom - word->top) / title;

      /* Headings are the only words of their height; how high that is in points depends on the font's release. */
      if (height < 0.53 || height > 0.75)
        continue;
      n_headings++;
      g_assert_cmpfloat (word->bottom, <, word->page_height - 54 - 60);
    }
  g_assert_cmpuint (n_headings, >=, 8);
}

static void
test_sample (gconstpointer data)
{
  const char *paper = data;
  g_autoptr (CoalitionReport) report = make_summary (sample, FALSE);
  g_autofree char *name = g_strdup_printf ("summary-%s", paper);
  g_autofree char *pdf = report_fixture_write (report, name, paper);
  g_autofree char *text = report_fixture_text (pdf);
  g_autofree char *info = report_fixture_info (pdf);
  g_autoptr (GPtrArray) words = report_fixture_words (pdf);
  guint n_pages = report_fixture_n_pages (pdf);
  g_autofree char *last = g_strdup_printf ("Page %u of %u", n_pages, n_pages);
  ReportWord *word = words->pdata[0];

  g_assert_cmpuint (n_pages, >=, 4);
  g_assert_cmpuint (n_pages, <=, 10);
  assert_holds (text, last);
  assert_order (text, headings);
  assert_holds_field (text, sample, &coalition_kind_party, "name");
  assert_holds_field (text, sample, &coalition_kind_party, "role");
  assert_holds_field (text, sample, &coalition_kind_party, "reach");
  assert_holds_field (text, sample, &coalition_kind_agreement, "name");
  assert_holds_field (text, sample, &coalition_kind_agreement, "review_due");
  assert_holds_field (text, sample, &coalition_kind_agreement, "start");
  assert_holds_field (text, sample, &coalition_kind_contribution, "amount");
  assert_holds_field (text, sample, &coalition_kind_contribution, "description");
  assert_holds_field (text, sample, &coalition_kind_contribution, "on");
  assert_holds_field (text, sample, &coalition_kind_task, "name");
  assert_holds_field (text, sample, &coalition_kind_task, "due");
  assert_holds_field (text, sample, &coalition_kind_task, "done_on");
  assert_holds_field (text, sample, &coalition_kind_issue, "law");
  assert_holds_field (text, sample, &coalition_kind_issue, "statement");
  assert_holds (text, "Review was due 1 Nov 2026: 20 days late");
  assert_holds (text, "Our copy");
  assert_holds (text, "unknown");
  g_assert_nonnull (strstr (info, "Title:           Steady Hours, Lindenport\n"));
  g_assert_nonnull (strstr (info, "Author:          Ropewalk Center\n"));
  g_assert_cmpfloat_with_epsilon (word->page_width, g_str_equal (paper, "A4") ? 595.28 : 612, 0.1);
  g_assert_cmpfloat_with_epsilon (word->page_height, g_str_equal (paper, "A4") ? 841.89 : 792, 0.1);
  /* Only the sheet of the map is ever turned, if the map is wide; then all words on it are. */
  g_assert_false (coalition_report_is_page_turned (report, 0));
  for (guint i = 0; i < words->len; i++)
    {
      word = words->pdata[i];
      g_assert_true ((word->page == 2 && coalition_report_is_page_turned (report, 1)) == (word->page_width > word->page_height));
    }
  assert_headings_not_stranded (words);
  report_fixture_assert_tidy (pdf);
}

static gboolean
is_elsewhere (GString    *public,
              const char *text)
{
  return strstr (public->str, text) != NULL;
}

/* All texts of the campaign, the private ones apart. */
static void
collect_texts (CoalitionCampaign *campaign,
               GString           *public,
               GPtrArray         *private)
{
  guint n_kinds;
  const CoalitionKind *const *kinds = coalition_kinds_get_all (&n_kinds);

  for (guint k = 0; k < n_kinds; k++)
    {
      GListModel *records = coalition_campaign_get_records (campaign, kinds[k]);

      for (guint i = 0; i < g_list_model_get_n_items (records); i++)
        {
          g_autoptr (CoalitionRecord) record = g_list_model_get_item (records, i);

          for (guint f = 0; f < kinds[k]->n_fields; f++)
            {
              const CoalitionValue *value = coalition_record_get_value (record, f);

              if (value->type != COALITION_VALUE_TEXT || kinds[k]->fields[f].type == COALITION_FIELD_REFERENCE)
                continue;
              if (kinds[k]->fields[f].flags & COALITION_FIELD_PRIVATE)
                g_ptr_array_add (private, g_strdup (value->text));
              else
                g_string_append_printf (public, "%s\n", value->text);
            }
        }
    }
}

static void
test_partner_copy (void)
{
  g_autoptr (CoalitionReport) report = make_summary (sample, TRUE);
  g_autofree char *pdf = report_fixture_write (report, "partner-A4", "A4");
  g_autofree char *text = report_fixture_text (pdf);
  g_autofree char *info = report_fixture_info (pdf);
  g_autofree char *squeezed_info = report_fixture_squeeze (info);
  g_autoptr (GString) public = g_string_new (NULL);
  g_autoptr (GPtrArray) private = g_ptr_array_new_with_free_func (g_free);
  guint n_checked = 0;

  collect_texts (sample, public, private);
  for (guint i = 0; i < private->len; i++)
    {
      if (is_elsewhere (public, private->pdata[i]))
        continue;
      assert_lacks (text, private->pdata[i]);
      assert_lacks (squeezed_info, private->pdata[i]);
      n_checked++;
    }
  g_assert_cmpuint (n_checked, >, 100);
  assert_lacks (text, "Trust"); /* not even that we judge it */
  assert_lacks (text, "through trust");
  assert_lacks (text, "gatekeeper");
  assert_lacks (text, "in the way");
  assert_lacks (text, "Our copy");
  assert_lacks (text, "How we reach them");
  assert_holds (text, "Partner copy");
  assert_order (text, headings);
  assert_holds_field (text, sample, &coalition_kind_party, "name");
  assert_holds_field (text, sample, &coalition_kind_party, "place");
  assert_holds_field (text, sample, &coalition_kind_agreement, "name");
  report_fixture_assert_tidy (pdf);
}

static void
test_empty (gconstpointer data)
{
  CoalitionCampaign *campaign = report_fixture_new_empty (data);
  g_autoptr (CoalitionReport) report = make_summary (campaign, FALSE);
  g_autofree char *pdf = report_fixture_write (report, data != NULL ? "empty-but-us" : "empty", "A4");
  g_autofree char *text = report_fixture_text (pdf);

  g_assert_cmpuint (report_fixture_n_pages (pdf), ==, 1);
  assert_holds (text, data != NULL ? "There is nobody on the map yet but ourselves." : "There is nobody on the map yet.");
  assert_holds (text, "No agreements are noted yet.");
  assert_holds (text, "No issues are noted yet.");
  assert_holds (text, "Nothing is due.");
  report_fixture_assert_tidy (pdf);
  g_clear_object (&report);
  report_fixture_close (campaign);
}

/* Names that nobody thought of, and a text longer than a page. */
static void
test_strange_names (void)
{
  static const char *const names[] = {
    "لجنة المستأجرين في حي الميناء القديم وجيرانهم", "新移民夜校同學會及其朋友們的聯絡處", "Ťažko čitateľné združenie", "<b>Fish & Chips</b> \"Co-op\"",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsvorsitzendenwitwenversicherungsanstalt",
    "The Committee of Residents, Tenants, Night Workers, Grandparents and Others of the Northern Part of the Old Harbor "
    "District and of the Streets on Both Sides of the Canal as far as the Second Bridge, Founded Again",
  };
  CoalitionCampaign *campaign = report_fixture_new_empty ("Our own house");
  g_autoptr (CoalitionCommand) command = coalition_command_new ("Fill", NULL);
  g_autoptr (CoalitionReport) report = NULL;
  g_autoptr (GString) longest = g_string_new (NULL);
  g_autofree char *pdf = NULL;
  g_autofree char *text = NULL;
  const char *us = coalition_record_get_id (coalition_campaign_get_us (campaign));
  const char *agreement = coalition_command_insert (command, &coalition_kind_agreement, NULL);

  for (guint i = 0; i < 1500; i++)
    g_string_append_printf (longest, "%sword%u", i > 0 ? " " : "", i);
  coalition_command_set_text (command, &coalition_kind_agreement, agreement, "name", names[5]);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *id = coalition_command_insert (command, &coalition_kind_party, NULL);
      const char *tie = coalition_command_insert (command, &coalition_kind_tie, NULL);
      const char *link = coalition_command_insert (command, &coalition_kind_agreement_party, NULL);

      coalition_command_set_text (command, &coalition_kind_party, id, "name", names[i]);
      coalition_command_set_text (command, &coalition_kind_party, id, "level", i % 2 ? "affected" : "connector");
      coalition_command_set_text (command, &coalition_kind_tie, tie, "from", us);
      coalition_command_set_text (command, &coalition_kind_tie, tie, "to", id);
      coalition_command_set_text (command, &coalition_kind_agreement_party, link, "agreement", agreement);
      coalition_command_set_text (command, &coalition_kind_agreement_party, link, "party", id);
      if (i == 2)
        coalition_command_set_text (command, &coalition_kind_party, id, "role", longest->str);
    }
  report_fixture_run (campaign, g_steal_pointer (&command));
  report_fixture_arrange (campaign);

  report = make_summary (campaign, FALSE);
  pdf = report_fixture_write (report, "strange", "Letter");
  text = report_fixture_text (pdf);
  assert_holds (text, names[2]);
  assert_holds (text, names[3]);
  assert_holds (text, names[5]);
  for (guint i = 0; i < 1500; i++)
    {
      g_autofree char *word = g_strdup_printf ("word%u", i);

      assert_holds (text, word);
    }
  report_fixture_assert_tidy (pdf);
  g_clear_object (&report);
  report_fixture_close (campaign);
}

static void
test_many_parties (void)
{
  const guint n_parties = 1000;
  CoalitionCampaign *campaign = report_fixture_new_large (n_parties);
  g_autoptr (CoalitionReport) report = make_summary (campaign, FALSE);
  g_autofree char *pdf = report_fixture_write (report, "large", "A4");
  g_autofree char *text = report_fixture_text (pdf);

  for (guint i = 0; i < n_parties; i++)
    {
      g_autofree char *name = g_strdup_printf ("Party number %05u", i);

      assert_holds (text, name);
    }
  g_assert_cmpuint (report_fixture_n_pages (pdf), >, 16);
  report_fixture_assert_tidy (pdf);
  g_clear_object (&report);
  report_fixture_close (campaign);
}

/* Too many for one map: we and ours are drawn, and the facts say how many that are. */
static void
test_map_around_us (void)
{
  CoalitionCampaign *campaign = report_fixture_new_large (200);
  g_autoptr (CoalitionReport) report = make_summary (campaign, FALSE);
  g_autofree char *pdf = report_fixture_write (report, "around-us", "A4");
  g_autofree char *text = report_fixture_text (pdf);

  assert_holds (text, "Ourselves and those we are tied to; the list names all.");
  assert_holds (text, "20 parties and ourselves");
  assert_holds (text, "Party number 00199");
  report_fixture_assert_tidy (pdf);
  g_clear_object (&report);
  report_fixture_close (campaign);
}

static void
test_paper_must_be_known (void)
{
  g_autoptr (CoalitionReport) report = make_summary (sample, FALSE);
  g_autoptr (GError) error = NULL;

  g_assert_false (coalition_report_write_pdf (report, "/nowhere/at/all.pdf", "A4", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (coalition_report_write_pdf (report, "/nowhere/at/all.pdf", "Papyrus", &error));
  g_assert_error (error, COALITION_REPORT_ERROR, COALITION_REPORT_ERROR_PAPER);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  coalition_clock_set_fixed ("2026-11-21T12:00:00Z");
  sample = report_fixture_new_sample ();
  g_test_add_data_func ("/summary/sample/a4", "A4", test_sample);
  g_test_add_data_func ("/summary/sample/letter", "Letter", test_sample);
  g_test_add_func ("/summary/partner-copy", test_partner_copy);
  g_test_add_data_func ("/summary/empty", NULL, test_empty);
  g_test_add_data_func ("/summary/empty-but-us", "Our own house", test_empty);
  g_test_add_func ("/summary/strange-names", test_strange_names);
  g_test_add_func ("/summary/many-parties", test_many_parties);
  g_test_add_func ("/summary/around-us", test_map_around_us);
  g_test_add_func ("/summary/paper", test_paper_must_be_known);
  status = g_test_run ();
  report_fixture_close (sample);

  return status;
}
