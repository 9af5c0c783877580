/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-clock.h"
#include "coalition-report-request.h"
#include "report-fixture.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

/* Views of the map on paper: each on its page, with what it says of colors, filter and time; and what others do not see. */

static CoalitionCampaign *sample;

static gboolean
holds (const char *text,
       const char *wanted)
{
  g_autofree char *squeezed = report_fixture_squeeze (wanted);

  return strstr (text, squeezed) != NULL;
}

static void
assert_holds (const char *text,
              const char *wanted)
{
  if (!holds (text, wanted))
    g_error ("“%s” is not on the pages", wanted);
}

static void
assert_lacks (const char *text,
              const char *unwanted)
{
  if (holds (text, unwanted))
    g_error ("“%s” is on the pages", unwanted);
}

static char *
print (CoalitionCampaign             *campaign,
       CoalitionReportKind            kind,
       const char                    *view,
       const CoalitionMapViewOptions *options,
       const char                    *name)
{
  g_autoptr (CoalitionReportRequest) request = NULL;
  g_autoptr (CoalitionReport) report = NULL;
  g_autoptr (GError) error = NULL;
  CoalitionRecord *record = view != NULL ? coalition_map_view_find (campaign, view) : NULL;

  g_assert_true (view == NULL || record != NULL);
  request = coalition_report_request_new (kind, record != NULL ? coalition_record_get_id (record) : NULL, options);
  report = coalition_report_make (campaign, request, NULL, &error);
  g_assert_no_error (error);

  return report_fixture_write (report, name, "A4");
}

/* A view as a person might make it, on top of the places of the first. */
static const char *
add_view (const char *name,
          const char *color_by,
          const char *size_by,
          const char *filter,
          gboolean    hides)
{
  CoalitionCommand *command = coalition_command_new ("Add", NULL);
  const char *id = coalition_command_insert (command, &coalition_kind_view, NULL);
  g_autofree char *kept = g_strdup (id);
  GListModel *places = coalition_campaign_get_records (sample, &coalition_kind_position);
  const char *first = coalition_record_get_id (coalition_campaign_get_view (sample));

  coalition_command_set_text (command, &coalition_kind_view, id, "name", name);
  coalition_command_set_integer (command, &coalition_kind_view, id, "rank", 9);
  coalition_command_set_integer (command, &coalition_kind_view, id, "hides", hides);
  if (color_by != NULL)
    coalition_command_set_text (command, &coalition_kind_view, id, "colour_by", color_by);
  if (size_by != NULL)
    coalition_command_set_text (command, &coalition_kind_view, id, "size_by", size_by);
  if (filter != NULL)
    coalition_command_set_text (command, &coalition_kind_view, id, "filter", filter);
  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (CoalitionRecord) place = g_list_model_get_item (places, i);
      double x, y;

      if (g_strcmp0 (coalition_record_get_text (place, "view"), first) == 0 && coalition_record_get_real (place, "x", &x)
          && coalition_record_get_real (place, "y", &y))
        coalition_command_set_position (command, id, coalition_record_get_text (place, "party"), x, y, FALSE);
    }
  report_fixture_run (sample, command);

  return coalition_record_get_title (coalition_campaign_get_record (sample, &coalition_kind_view, kept));
}

static char *
draw (const char *view,
      gboolean    partner_copy)
{
  const CoalitionMapViewOptions options = { .partner_copy = partner_copy };
  g_autoptr (GError) error = NULL;
  g_autoptr (CoalitionMap) map = coalition_map_new_for_view (sample, coalition_map_view_find (sample, view), &options,
                                                             COALITION_MAP_LIGHT, NULL, NULL, &error);
  g_autofree char *folder = g_dir_make_tmp ("coalition-maps-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "map.svg", NULL);
  g_autoptr (GRegex) counted = NULL;
  char *text = NULL, *plain;

  g_assert_no_error (error);
  g_assert_true (coalition_map_write_svg (map, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);
  /* Cairo counts its surfaces over all files that a program writes. */
  counted = g_regex_new ("surface[0-9]+", 0, 0, NULL);
  plain = g_regex_replace_literal (counted, text, -1, 0, "surface", 0, NULL);
  g_free (text);

  return plain;
}

static void
test_all_views (void)
{
  g_autoptr (GPtrArray) views = coalition_map_view_list (sample);
  g_autofree char *pdf = print (sample, COALITION_REPORT_ALL_MAPS, NULL, NULL, "maps");
  g_autofree char *text = report_fixture_text (pdf);
  GListModel *parties = coalition_campaign_get_records (sample, &coalition_kind_party);

  g_assert_cmpuint (report_fixture_n_pages (pdf), ==, views->len);
  for (guint i = 0; i < views->len; i++)
    assert_holds (text, coalition_record_get_title (views->pdata[i]));
  for (guint i = 0; i < g_list_model_get_n_items (parties); i++)
    {
      g_autoptr (CoalitionRecord) party = g_list_model_get_item (parties, i);

      assert_holds (text, coalition_record_get_title (party));
    }
  assert_holds (text, "Fair Shifts Table");
  assert_holds (text, "Places tell stance and influence, as near as names leave room.");
  assert_holds (text, "Champion");
  assert_holds (text, "Kind of tie: Influences or Opposes or Funds or Reports to");
  assert_holds (text, "Find two packers who would talk without the crew boss");
  assert_holds (text, "Our copy");
  assert_lacks (text, "Warm Jackets Committee");
  report_fixture_assert_tidy (pdf);
}

/* Wherever the sample's parties stand, none hides another. */
static void
test_sample_places (void)
{
  g_autoptr (GPtrArray) views = coalition_map_view_list (sample);

  for (guint v = 0; v < views->len; v++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CoalitionMapView) view = coalition_map_view_new (sample, views->pdata[v], NULL, NULL, &error);
      g_autoptr (CoalitionMap) map = NULL;
      const CoalitionNetworkParty *parties;
      const gboolean *shown;
      const CoalitionBox *boxes;
      guint n_parties;

      g_assert_no_error (error);
      map = coalition_map_view_make_map (view, COALITION_MAP_LIGHT, NULL, NULL, &error);
      g_assert_no_error (error);
      parties = coalition_network_get_parties (coalition_map_view_get_network (view), &n_parties);
      shown = coalition_map_view_get_shown (view);
      boxes = coalition_map_get_boxes (map);
      for (guint i = 0; i < n_parties; i++)
        for (guint j = 0; j < i; j++)
          {
            const CoalitionBox *a = &boxes[i], *b = &boxes[j];
            double x = parties[j].x - parties[i].x, y = parties[j].y - parties[i].y;

            g_assert_true (parties[i].placed);
            if ((shown != NULL && (!shown[i] || !shown[j])) || a->right <= b->left + x || b->right + x <= a->left
                || a->bottom <= b->top + y || b->bottom + y <= a->top)
              continue;
            g_error ("“%s” and “%s” stand on each other in “%s”", parties[i].name, parties[j].name, coalition_map_view_get_title (view));
          }
    }
}

/* What a filter hides is not on the page; what it dims is. */
static void
test_filter (void)
{
  static const char filter[] = "[{\"subject\":\"party.level\",\"test\":\"is\",\"values\":[\"connector\"]}]";
  const char *hiding = add_view ("Connectors alone", NULL, NULL, filter, TRUE);
  const char *dimming = add_view ("Connectors first", NULL, NULL, filter, FALSE);
  g_autofree char *hidden_pdf = print (sample, COALITION_REPORT_MAP, hiding, NULL, "hidden");
  g_autofree char *dimmed_pdf = print (sample, COALITION_REPORT_MAP, dimming, NULL, "dimmed");
  g_autofree char *hidden = report_fixture_text (hidden_pdf);
  g_autofree char *dimmed = report_fixture_text (dimmed_pdf);

  g_assert_cmpuint (report_fixture_n_pages (hidden_pdf), ==, 1);
  assert_holds (hidden, hiding);
  assert_holds (hidden, "Coffee cart keeper");
  assert_lacks (hidden, "Enough for All");
  assert_lacks (hidden, "Organizations"); /* nor in the legend */
  assert_holds (dimmed, "Coffee cart keeper");
  assert_holds (dimmed, "Enough for All");
  assert_holds (dimmed, "Connectors");
  report_fixture_assert_tidy (hidden_pdf);
  report_fixture_assert_tidy (dimmed_pdf);
}

static void
test_as_of (void)
{
  const CoalitionMapViewOptions then = { .as_of = "2026-02-01" };
  g_autofree char *pdf = print (sample, COALITION_REPORT_MAP, NULL, &then, "then");
  g_autofree char *text = report_fixture_text (pdf);
  g_autofree char *summary_pdf = print (sample, COALITION_REPORT_SUMMARY, NULL, &then, "summary-then");
  g_autofree char *summary = report_fixture_text (summary_pdf);

  assert_holds (text, "As of 1 Feb 2026");
  assert_holds (text, "Warm Jackets Committee");
  assert_lacks (text, "Fair Shifts Table");
  assert_holds (summary, "As of");
  assert_holds (summary, "1 Feb 2026");
  assert_holds (summary, "Warm Jackets Committee");
  assert_lacks (summary, "Fair Shifts Table");
  assert_lacks (summary, "Forum on shaky work"); /* agreed in March */
  report_fixture_assert_tidy (pdf);
  report_fixture_assert_tidy (summary_pdf);
}

static void
test_partner_copy (void)
{
  const CoalitionMapViewOptions partner = { .partner_copy = TRUE };
  g_autofree char *pdf = print (sample, COALITION_REPORT_ALL_MAPS, NULL, &partner, "maps-partner");
  g_autofree char *text = report_fixture_text (pdf);
  g_autoptr (CoalitionReportRequest) request = NULL;
  g_autoptr (CoalitionReport) report = NULL;
  g_autoptr (GError) error = NULL;
  CoalitionRecord *power = coalition_map_view_find (sample, "Who decides on notice");

  assert_holds (text, "Partner copy");
  assert_lacks (text, "Our copy");
  assert_lacks (text, "Who decides on notice");
  assert_lacks (text, "Find two packers");
  assert_lacks (text, "Gatekeeper");
  assert_holds (text, "Fair Shifts Table");
  report_fixture_assert_tidy (pdf);

  request = coalition_report_request_new (COALITION_REPORT_MAP, coalition_record_get_id (power), &partner);
  report = coalition_report_make (sample, request, NULL, &error);
  g_assert_null (report);
  g_assert_error (error, COALITION_MAP_VIEW_ERROR, COALITION_MAP_VIEW_ERROR_PRIVATE);
}

/* Whatever private thing a view is colored, sized or filtered by: others get just what they would get without. */
static void
test_nothing_shows_through (void)
{
  static const char trusted[] = "[{\"subject\":\"judgement.our-trust\",\"test\":\"at-least\",\"values\":[\"4\"]}]";
  static const char noted[] = "[{\"subject\":\"party.notes\",\"test\":\"known\"}]";
  static const char spoken[] = "[{\"subject\":\"contact\",\"test\":\"since\",\"values\":[\"2026\"]}]";
  static const char strange[] = "[{\"subject\":\"from-the-future\",\"test\":\"known\"}]";
  const struct {
    const char *name;
    const char *color_by;
    const char *size_by;
    const char *filter;
  } views[] = {
    { "By trust", "trust", NULL, NULL }, { "By stance", "stance", NULL, NULL }, { "By own field", "own", NULL, NULL },
    { "By influence", NULL, "influence", NULL }, { "By voices", NULL, "voices", NULL }, { "Trusted", NULL, NULL, trusted },
    { "Noted", NULL, NULL, noted }, { "Spoken with", NULL, NULL, spoken }, { "Strange", NULL, NULL, strange },
  };
  const char *plain = add_view ("Plain", NULL, NULL, NULL, FALSE);
  g_autofree char *expected = draw (plain, TRUE);

  g_assert_null (strstr (expected, "Find two packers"));
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    for (int hides = 0; hides < 2; hides++)
      {
        g_autofree char *name = g_strdup_printf ("%s %d", views[i].name, hides);
        g_autofree char *ours = NULL, *theirs = NULL;

        add_view (name, views[i].color_by, views[i].size_by, views[i].filter, hides);
        ours = draw (name, FALSE);
        theirs = draw (name, TRUE);
        if (!g_str_equal (theirs, expected))
          g_error ("“%s” is not what it is without what is private", name);
        if (!g_str_equal (views[i].name, "Strange") && !g_str_equal (views[i].name, "By own field"))
          g_assert_cmpstr (ours, !=, theirs);
      }

  {
    const CoalitionMapViewOptions partner = { .partner_copy = TRUE };
    g_autofree char *pdf = print (sample, COALITION_REPORT_MAP, "By trust 0", &partner, "by-trust-partner");
    g_autofree char *text = report_fixture_text (pdf);
    g_autofree char *filtered_pdf = print (sample, COALITION_REPORT_MAP, "Trusted 1", &partner, "trusted-partner");
    g_autofree char *filtered = report_fixture_text (filtered_pdf);

    assert_holds (text, "Colored by level in this copy");
    assert_holds (filtered, "Parcel drivers"); /* whom nobody trusts yet */
  }
}

/* Pictures, on the map and of parties, stay with us. */
static void
test_pictures_stay (void)
{
  static const char png[] = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";
  const char *plain = add_view ("Without pictures", NULL, NULL, NULL, FALSE);
  g_autofree char *expected = draw (plain, TRUE);
  g_autofree char *ours_before = draw (plain, FALSE);
  CoalitionCommand *command = coalition_command_new ("Pictures", NULL);
  const char *image = coalition_command_insert (command, &coalition_kind_image, NULL);
  const char *us = coalition_record_get_id (coalition_campaign_get_us (sample));
  const char *view = coalition_record_get_id (coalition_map_view_find (sample, plain));
  g_autofree char *theirs = NULL, *ours = NULL;

  coalition_command_set_text (command, &coalition_kind_image, image, "name", "Face");
  coalition_command_set_text (command, &coalition_kind_image, image, "media_type", "image/png");
  coalition_command_set_integer (command, &coalition_kind_image, image, "width", 1);
  coalition_command_set_integer (command, &coalition_kind_image, image, "height", 1);
  coalition_command_set_text (command, &coalition_kind_image, image, "data", png);
  coalition_command_set_text (command, &coalition_kind_party, us, "picture", image);
  for (int background = 0; background < 2; background++)
    {
      const char *picture = coalition_command_insert (command, &coalition_kind_picture, NULL);

      coalition_command_set_text (command, &coalition_kind_picture, picture, "view", view);
      coalition_command_set_text (command, &coalition_kind_picture, picture, "image", image);
      coalition_command_set_text (command, &coalition_kind_picture, picture, "caption", "A face that nobody else is to see");
      coalition_command_set_integer (command, &coalition_kind_picture, picture, "background", background);
      coalition_command_set_real (command, &coalition_kind_picture, picture, "x", 0);
      coalition_command_set_real (command, &coalition_kind_picture, picture, "y", 0);
      coalition_command_set_real (command, &coalition_kind_picture, picture, "width", 2000);
    }
  report_fixture_run (sample, command);
  theirs = draw (plain, TRUE);
  ours = draw (plain, FALSE);
  g_assert_cmpstr (theirs, ==, expected);
  g_assert_cmpstr (ours, !=, ours_before);
}

/* Too many for names: shapes on one page, and a list. */
static void
test_many (void)
{
  const guint n_parties = 600;
  CoalitionCampaign *campaign = report_fixture_new_large (n_parties);
  g_autofree char *pdf = print (campaign, COALITION_REPORT_MAP, NULL, NULL, "many");
  g_autofree char *text = report_fixture_text (pdf);

  assert_holds (text, "Too many for names on one page");
  for (guint i = 0; i < n_parties; i++)
    {
      g_autofree char *name = g_strdup_printf ("Party number %05u", i);

      assert_holds (text, name);
    }
  report_fixture_assert_tidy (pdf);
  report_fixture_close (campaign);
}

/* Few of many: what a filter leaves out does not take the names from the others. */
static void
test_few_of_many (void)
{
  CoalitionCampaign *campaign = report_fixture_new_large (600);
  CoalitionCommand *command = coalition_command_new ("Filter", NULL);
  const char *view = coalition_record_get_id (coalition_campaign_get_view (campaign));
  g_autofree char *pdf = NULL, *text = NULL;

  coalition_command_set_text (command, &coalition_kind_view, view, "filter",
                              "[{\"subject\":\"party.name\",\"test\":\"has-text\",\"values\":[\"number 0001\"]}]");
  coalition_command_set_integer (command, &coalition_kind_view, view, "hides", 1);
  report_fixture_run (campaign, command);
  pdf = print (campaign, COALITION_REPORT_MAP, NULL, NULL, "few");
  text = report_fixture_text (pdf);
  g_assert_cmpuint (report_fixture_n_pages (pdf), ==, 1);
  assert_lacks (text, "Too many");
  assert_holds (text, "Party number 00013");
  assert_lacks (text, "Party number 00113");
  report_fixture_assert_tidy (pdf);
  report_fixture_close (campaign);
}

static void
test_empty (void)
{
  CoalitionCampaign *campaign = report_fixture_new_empty (NULL);
  g_autofree char *pdf = print (campaign, COALITION_REPORT_ALL_MAPS, NULL, NULL, "no-map");
  g_autofree char *text = report_fixture_text (pdf);

  g_assert_cmpuint (report_fixture_n_pages (pdf), ==, 1);
  assert_holds (text, "There is nothing to draw yet.");
  report_fixture_close (campaign);
}

static void
test_view_is_gone (void)
{
  g_autoptr (CoalitionReportRequest) request = coalition_report_request_new (COALITION_REPORT_MAP, "nonsense", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (coalition_report_make (sample, request, NULL, &error));
  g_assert_error (error, COALITION_REPORT_ERROR, COALITION_REPORT_ERROR_VIEW);
}

/* The forums in the summary: who belongs, when they met, what they came to see in the same way; not what is for us alone. */
static void
test_forums_in_summary (void)
{
  for (int partner = 0; partner < 2; partner++)
    {
      const CoalitionMapViewOptions options = { .partner_copy = partner };
      g_autofree char *pdf = print (sample, COALITION_REPORT_SUMMARY, NULL, &options, partner ? "forums-partner" : "forums");
      g_autofree char *text = report_fixture_text (pdf);

      assert_holds (text, "Fair Shifts Table");
      assert_holds (text, "Council · Monthly; from 10 Mar 2026");
      assert_holds (text, "4 members: Cold Storage Local 63, Kiln Hill Legal Clinic (Takes the minutes)");
      assert_holds (text, "Agencies are named in the sentence, or there is no sentence");
      assert_holds (text, "Meets next 8 Dec 2026");
      assert_holds (text, "part of “Fair Shifts Table”");
      assert_holds (text, "Warm Jackets Committee"); /* ended, and said so */
      assert_lacks (text, "The local asked not to be quoted before March.");
      assert_lacks (text, "Harbor Trade Board (Guest)"); /* until June */
      report_fixture_assert_tidy (pdf);
    }
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
  g_test_add_func ("/maps/all-views", test_all_views);
  g_test_add_func ("/maps/sample-places", test_sample_places);
  g_test_add_func ("/maps/forums-in-summary", test_forums_in_summary);
  g_test_add_func ("/maps/as-of", test_as_of);
  g_test_add_func ("/maps/partner-copy", test_partner_copy);
  g_test_add_func ("/maps/filter", test_filter);
  g_test_add_func ("/maps/nothing-shows-through", test_nothing_shows_through);
  g_test_add_func ("/maps/pictures-stay", test_pictures_stay);
  g_test_add_func ("/maps/many", test_many);
  g_test_add_func ("/maps/few-of-many", test_few_of_many);
  g_test_add_func ("/maps/empty", test_empty);
  g_test_add_func ("/maps/view-is-gone", test_view_is_gone);
  status = g_test_run ();
  report_fixture_close (sample);

  return status;
}
