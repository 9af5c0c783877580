/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas-fixture.h"

#include "coalition-arrange.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static char *real;
static char *fake;

/* A scene that is arranged, and what the session told. */
typedef struct {
  CanvasFixture *base;
  CoalitionScene *scene;
  CoalitionArrange *arrange;
  guint n_errors;
  char *error;
} Fixture;

static void
error_cb (CoalitionSession *session,
          const char       *title,
          const char       *message,
          gpointer          data)
{
  Fixture *self = data;

  self->n_errors++;
  g_free (self->error);
  self->error = g_strdup (message);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_setenv ("COALITION_GRAPHVIZ", real, TRUE);
  self->base = canvas_fixture_new (24, 40, 5, TRUE);
  self->scene = coalition_scene_new (self->base->session);
  self->arrange = coalition_arrange_new (self->scene);
  g_signal_connect (self->base->session, "error", G_CALLBACK (error_cb), self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  coalition_arrange_cancel (self->arrange);
  g_signal_handlers_disconnect_by_data (self->base->session, self);
  g_object_unref (self->arrange);
  g_object_unref (self->scene);
  canvas_fixture_free (self->base);
  g_free (self->error);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Where everybody is stored to be, and what the view says, as a text. */
static char *
describe (Fixture *self)
{
  GString *text = g_string_new (NULL);
  CoalitionRecord *view = coalition_campaign_get_view (self->base->campaign);
  double width = 0, height = 0;

  for (guint i = 0; i < self->base->parties->len; i++)
    {
      CoalitionRecord *position = coalition_campaign_get_position (self->base->campaign, self->base->parties->pdata[i]);
      double x = NAN, y = NAN;

      if (position != NULL && coalition_record_get_real (position, "x", &x) && coalition_record_get_real (position, "y", &y))
        g_string_append_printf (text, "%u %.17g %.17g %d\n", i, x, y, coalition_record_get_boolean (position, "pinned"));
    }
  coalition_record_get_real (view, "frame_width", &width);
  coalition_record_get_real (view, "frame_height", &height);
  g_string_append_printf (text, "%s %s %s %g %g", coalition_record_get_text (view, "layout"), coalition_record_get_text (view, "center"),
                          coalition_record_get_text (view, "issue"), width, height);
  return g_string_free (text, FALSE);
}

static CoalitionPlace
find_place (Fixture *self,
            guint    party)
{
  CoalitionRecord *position = coalition_campaign_get_position (self->base->campaign, self->base->parties->pdata[party]);
  CoalitionPlace place;

  g_assert_nonnull (position);
  g_assert_true (coalition_record_get_real (position, "x", &place.x) && coalition_record_get_real (position, "y", &place.y));
  return place;
}

static void
wait_until_idle (Fixture *self)
{
  while (coalition_arrange_is_busy (self->arrange))
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
run (Fixture          *self,
     CoalitionCommand *command)
{
  g_autoptr (GError) error = NULL;

  coalition_campaign_run (self->base->campaign, command, &error);
  g_assert_no_error (error);
  canvas_fixture_next (self->base);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* A helper that crashes, fails, answers nonsense or is not there: a clear message, and the map is as it was. */
static void
test_bad_helper (Fixture       *self,
                 gconstpointer  data)
{
  static const char *const layouts[] = { "free", "levels", "rings" };
  static const char *const ways[] = { "crash", "fail", "memory", "garbage", "nonsense", "truncated", NULL };
  g_autofree char *before = describe (self);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    for (guint j = 0; j < G_N_ELEMENTS (layouts); j++)
      {
        g_autofree char *label = g_strdup (coalition_campaign_get_undo_label (self->base->campaign));
        g_autofree char *after = NULL;

        g_setenv ("COALITION_GRAPHVIZ", ways[i] != NULL ? fake : "/nowhere/at/all", TRUE);
        if (ways[i] != NULL)
          g_setenv ("COALITION_FAKE", ways[i], TRUE);
        self->n_errors = 0;
        coalition_session_arrange_with (self->base->session, layouts[j], COALITION_ARRANGE_ALL, NULL, NULL);
        g_assert_true (coalition_arrange_is_busy (self->arrange));
        wait_until_idle (self);
        if (ways[i] == NULL || j == 0)
          {
            g_assert_cmpuint (self->n_errors, ==, 1);
            g_assert_cmpuint (strlen (self->error), >, 20);
          }
        if (self->n_errors == 0)
          {
            /* It could be done without: one step, and back again. */
            canvas_fixture_wait (self->base, j == 1 ? "Arrange the map in levels" : "Arrange the map in rings");
            coalition_session_undo (self->base->session);
            canvas_fixture_next (self->base);
          }
        else
          {
            g_assert_cmpstr (coalition_campaign_get_undo_label (self->base->campaign), ==, label);
          }
        after = describe (self);
        g_assert_cmpstr (after, ==, before);
      }
}

/* A helper that hangs is called off: nothing is told, nothing has moved. */
static void
test_cancel (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp ("coalition-test-XXXXXX", NULL);
  g_autofree char *pid_file = g_build_filename (folder, "pid", NULL);
  g_autofree char *before = describe (self);
  g_autofree char *after = NULL;

  g_setenv ("COALITION_GRAPHVIZ", fake, TRUE);
  g_setenv ("COALITION_FAKE", "hang", TRUE);
  g_setenv ("COALITION_FAKE_PID", pid_file, TRUE);
  coalition_session_arrange_with (self->base->session, "free", COALITION_ARRANGE_ALL, NULL, NULL);
  while (!g_file_test (pid_file, G_FILE_TEST_EXISTS))
    g_main_context_iteration (NULL, FALSE);
  coalition_arrange_cancel (self->arrange);
  g_assert_false (coalition_arrange_is_busy (self->arrange));
  wait_until_idle (self);
  after = describe (self);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (self->n_errors, ==, 0);
  g_unlink (pid_file);
  g_rmdir (folder);
}

/* Rings around anybody: what they are around is stored in the same step, and gone with it. */
static void
test_rings (Fixture       *self,
            gconstpointer  data)
{
  CoalitionRecord *view = coalition_campaign_get_view (self->base->campaign);
  g_autofree char *before = describe (self);
  g_autofree char *after = NULL;

  coalition_session_arrange_with (self->base->session, "rings", COALITION_ARRANGE_ALL, self->base->parties->pdata[7], NULL);
  wait_until_idle (self);
  canvas_fixture_wait (self->base, "Arrange the map in rings around Party 7");
  g_assert_cmpstr (coalition_record_get_text (view, "layout"), ==, "rings");
  g_assert_cmpstr (coalition_record_get_text (view, "center"), ==, self->base->parties->pdata[7]);
  coalition_session_undo (self->base->session);
  canvas_fixture_next (self->base);
  after = describe (self);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (self->n_errors, ==, 0);
}

/* Only the selected move, and the view stays what it is; the pinned do not move, unless all are to. */
static void
test_scopes (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  CoalitionPlace before[24];
  CoalitionRecord *view = coalition_campaign_get_view (self->base->campaign);
  CoalitionCommand *command;
  g_autofree char *layout = g_strdup (coalition_record_get_text (view, "layout"));

  for (guint i = 0; i < 24; i++)
    before[i] = find_place (self, i);
  for (guint i = 0; i < 24; i += 5)
    g_ptr_array_add (chosen, coalition_campaign_get_record (self->base->campaign, &coalition_kind_party, self->base->parties->pdata[i]));
  coalition_session_select_many (self->base->session, chosen);
  coalition_session_arrange (self->base->session, "circle", TRUE);
  wait_until_idle (self);
  canvas_fixture_wait (self->base, "Arrange the map in a circle");
  g_assert_cmpstr (coalition_record_get_text (view, "layout"), ==, layout);
  for (guint i = 0; i < 24; i++)
    {
      CoalitionPlace after = find_place (self, i);

      if (i % 5 != 0)
        g_assert_true (after.x == before[i].x && after.y == before[i].y);
    }

  command = coalition_command_new ("Pin", NULL);
  coalition_command_set_position (command, coalition_record_get_id (view), self->base->parties->pdata[3], 5000.25, -77.125, TRUE);
  run (self, command);
  coalition_session_arrange (self->base->session, "levels", FALSE);
  wait_until_idle (self);
  canvas_fixture_wait (self->base, "Arrange the map in levels");
  g_assert_true (find_place (self, 3).x == 5000.25 && find_place (self, 3).y == -77.125);
  coalition_session_arrange_with (self->base->session, "circle", COALITION_ARRANGE_ALL, NULL, NULL);
  wait_until_idle (self);
  canvas_fixture_wait (self->base, "Arrange the map in a circle");
  g_assert_cmpfloat (find_place (self, 3).x, !=, 5000.25);
  g_assert_false (coalition_record_get_boolean (coalition_campaign_get_position (self->base->campaign, self->base->parties->pdata[3]), "pinned"));
}

static void
judge (CoalitionCommand *command,
       const char       *party,
       const char       *aspect,
       int               value,
       const char       *issue)
{
  const char *id = coalition_command_insert (command, &coalition_kind_judgement, NULL);

  coalition_command_set_text (command, &coalition_kind_judgement, id, "party", party);
  coalition_command_set_text (command, &coalition_kind_judgement, id, "aspect", aspect);
  coalition_command_set_integer (command, &coalition_kind_judgement, id, "value", value);
  if (issue != NULL)
    coalition_command_set_text (command, &coalition_kind_judgement, id, "issue", issue);
}

/* The power map of an issue stores its axes; a new party joins the tray, and nobody moves. */
static void
test_power (Fixture       *self,
            gconstpointer  data)
{
  CoalitionCommand *command = coalition_command_new ("Judge", NULL);
  g_autofree char *issue = g_strdup (coalition_command_insert (command, &coalition_kind_issue, NULL));
  CoalitionRecord *view = coalition_campaign_get_view (self->base->campaign);
  CoalitionPowerFrame frame = { 0, 0 }, again = { 0, 0 };
  g_autofree char *before = NULL;
  g_autofree char *with = NULL;
  g_autofree char *added = NULL;
  g_autofree char *undone = NULL;

  coalition_command_set_text (command, &coalition_kind_issue, issue, "name", "Rent");
  for (guint i = 0; i < 16; i++)
    {
      judge (command, self->base->parties->pdata[i], "stance", 1 + i % 5, issue);
      judge (command, self->base->parties->pdata[i], "influence", i % 6, issue);
      judge (command, self->base->parties->pdata[i], "stance", 3, NULL); /* on the campaign: of no account */
    }
  run (self, command);
  before = describe (self);
  coalition_session_arrange_with (self->base->session, "power", COALITION_ARRANGE_ALL, NULL, issue);
  wait_until_idle (self);
  canvas_fixture_wait (self->base, "Arrange the map by stance and influence");
  g_assert_cmpstr (coalition_record_get_text (view, "layout"), ==, "power");
  g_assert_cmpstr (coalition_record_get_text (view, "issue"), ==, issue);
  g_assert_true (coalition_record_get_real (view, "frame_width", &frame.width) && coalition_record_get_real (view, "frame_height", &frame.height));
  for (guint i = 0; i < 24; i++)
    {
      CoalitionPlace place = find_place (self, i);
      CoalitionPlace point = coalition_power_frame_find_point (&frame, 1 + i % 5, i % 6);

      if (i < 16)
        g_assert_true (fabs (place.x - point.x) <= frame.width / 10 && fabs (place.y - point.y) <= frame.height / 12);
      else
        g_assert_cmpfloat (place.x, >, frame.width / 2 + COALITION_POWER_TRAY_GAP);
    }

  with = describe (self);
  added = coalition_session_add_party (self->base->session, "Somebody new", 0, 0, FALSE);
  canvas_fixture_next (self->base);
  wait_until_idle (self);
  g_ptr_array_add (self->base->parties, g_strdup (added));
  g_assert_cmpfloat (find_place (self, 24).x, >, frame.width / 2 + COALITION_POWER_TRAY_GAP);
  g_ptr_array_set_size (self->base->parties, 24);
  undone = describe (self);
  g_assert_cmpstr (undone, ==, with);
  g_assert_true (coalition_record_get_real (view, "frame_width", &again.width) && again.width == frame.width);

  coalition_session_undo (self->base->session);
  canvas_fixture_next (self->base);
  coalition_session_undo (self->base->session);
  canvas_fixture_next (self->base);
  g_clear_pointer (&undone, g_free);
  undone = describe (self);
  g_assert_cmpstr (undone, ==, before);
}

/* On a power map who is judged anew goes to the new place, and back by Undo, which ends there. */
static void
test_judged_anew (Fixture       *self,
                  gconstpointer  data)
{
  CoalitionCommand *command = coalition_command_new ("Judge", NULL);
  CoalitionPowerFrame frame;
  CoalitionRecord *view = coalition_campaign_get_view (self->base->campaign);
  CoalitionPlace before[24], point;

  for (guint i = 0; i < 20; i++)
    {
      judge (command, self->base->parties->pdata[i], "stance", 1 + i % 5, NULL);
      judge (command, self->base->parties->pdata[i], "influence", i % 6, NULL);
    }
  run (self, command);
  coalition_session_arrange_with (self->base->session, "power", COALITION_ARRANGE_ALL, NULL, "");
  wait_until_idle (self);
  canvas_fixture_wait (self->base, "Arrange the map by stance and influence");
  g_assert_true (coalition_record_get_real (view, "frame_width", &frame.width) && coalition_record_get_real (view, "frame_height", &frame.height));
  for (guint i = 0; i < 24; i++)
    before[i] = find_place (self, i);

  command = coalition_command_new ("Judge once more", NULL);
  judge (command, self->base->parties->pdata[22], "stance", 2, NULL);
  judge (command, self->base->parties->pdata[22], "influence", 4, NULL);
  coalition_session_run (self->base->session, command, NULL);
  canvas_fixture_wait (self->base, "Place parties where they are judged to stand");
  point = coalition_power_frame_find_point (&frame, 2, 4);
  g_assert_cmpfloat (fabs (find_place (self, 22).x - point.x), <, frame.width / 5);
  g_assert_cmpfloat (fabs (find_place (self, 22).y - point.y), <, frame.height / 6);
  for (guint i = 0; i < 24; i++)
    if (i != 22)
      g_assert_true (find_place (self, i).x == before[i].x && find_place (self, i).y == before[i].y);

  coalition_session_undo (self->base->session);
  canvas_fixture_wait (self->base, "Judge once more");
  g_assert_true (find_place (self, 22).x == before[22].x);
  coalition_session_undo (self->base->session);
  canvas_fixture_wait (self->base, "Arrange the map by stance and influence");
  g_assert_false (coalition_arrange_is_busy (self->arrange));
  coalition_session_redo (self->base->session);
  canvas_fixture_wait (self->base, "Judge once more");
  g_assert_false (coalition_arrange_is_busy (self->arrange));
  coalition_session_redo (self->base->session);
  canvas_fixture_wait (self->base, "Place parties where they are judged to stand");
  g_assert_cmpfloat (fabs (find_place (self, 22).x - point.x), <, frame.width / 5);
}

/* The parties of a collapsed group all move as it does. */
static void
test_collapsed (Fixture       *self,
                gconstpointer  data)
{
  static const char *const groups[] = { "level:affected", NULL };
  CoalitionPlace before[24], delta = { NAN, NAN };

  for (guint i = 0; i < 24; i++)
    before[i] = find_place (self, i);
  coalition_session_set_collapsed (self->base->session, groups);
  canvas_fixture_next (self->base);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (coalition_scene_get_n_parties (self->scene), ==, 24 - 6 + 1);
  coalition_session_arrange_with (self->base->session, "rings", COALITION_ARRANGE_ALL, NULL, NULL);
  wait_until_idle (self);
  canvas_fixture_wait (self->base, "Arrange the map in rings");
  for (guint i = 0; i < 24; i++)
    if (i % 4 == 1) /* affected people */
      {
        CoalitionPlace after = find_place (self, i);

        if (isnan (delta.x))
          delta = (CoalitionPlace) { after.x - before[i].x, after.y - before[i].y };
        g_assert_cmpfloat_with_epsilon (after.x - before[i].x, delta.x, 1e-6);
        g_assert_cmpfloat_with_epsilon (after.y - before[i].y, delta.y, 1e-6);
      }
  g_assert_cmpuint (self->n_errors, ==, 0);
}

/* The hub of a forum that a person has put somewhere stays with its members. */
static void
test_hub (Fixture       *self,
          gconstpointer  data)
{
  CoalitionCommand *command = coalition_command_new ("Make a forum", NULL);
  g_autofree char *forum = g_strdup (coalition_command_insert (command, &coalition_kind_forum, NULL));
  CoalitionPlace before = { 0, 0 }, after = { 0, 0 };
  const CoalitionNetworkForum *found;

  coalition_command_set_text (command, &coalition_kind_forum, forum, "name", "Lunch");
  coalition_command_set_text (command, &coalition_kind_forum, forum, "look", "hub");
  for (guint i = 2; i < 6; i++)
    {
      const char *member = coalition_command_insert (command, &coalition_kind_forum_member, NULL);

      coalition_command_set_text (command, &coalition_kind_forum_member, member, "forum", forum);
      coalition_command_set_text (command, &coalition_kind_forum_member, member, "party", self->base->parties->pdata[i]);
      before = (CoalitionPlace) { before.x + find_place (self, i).x / 4, before.y + find_place (self, i).y / 4 };
    }
  coalition_command_set_forum_position (command, coalition_record_get_id (coalition_campaign_get_view (self->base->campaign)), forum,
                                        before.x + 50, before.y - 70);
  run (self, command);
  coalition_session_arrange_with (self->base->session, "rings", COALITION_ARRANGE_ALL, self->base->parties->pdata[20], NULL);
  wait_until_idle (self);
  canvas_fixture_wait (self->base, "Arrange the map in rings around Party 20");
  for (guint i = 2; i < 6; i++)
    after = (CoalitionPlace) { after.x + find_place (self, i).x / 4, after.y + find_place (self, i).y / 4 };
  found = coalition_network_get_forums (coalition_session_get_network (self->base->session), NULL);
  g_assert_cmpfloat (hypot (after.x - before.x, after.y - before.y), >, 10);
  g_assert_cmpfloat_with_epsilon (found->x, after.x + 50, 1.01);
  g_assert_cmpfloat_with_epsilon (found->y, after.y - 70, 1.01);
}

/* On another date some ties are not there; everybody keeps a place all the same. */
static void
test_as_of (Fixture       *self,
            gconstpointer  data)
{
  coalition_session_set_time (self->base->session, "1999-01-01", NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  coalition_session_arrange_with (self->base->session, "levels", COALITION_ARRANGE_ALL, NULL, NULL);
  wait_until_idle (self);
  canvas_fixture_wait (self->base, "Arrange the map in levels");
  for (guint i = 0; i < 24; i++)
    find_place (self, i);
  coalition_session_set_time (self->base->session, NULL, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (coalition_scene_has_places (self->scene));
  g_assert_cmpuint (self->n_errors, ==, 0);
}

static void
add (const char *path,
     void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  real = g_strdup (argv[1]);
  fake = g_strdup (argv[2]);
  g_setenv ("COALITION_REAL", real, TRUE);

  add ("/arrange/bad-helper", test_bad_helper);
  add ("/arrange/cancel", test_cancel);
  add ("/arrange/rings", test_rings);
  add ("/arrange/scopes", test_scopes);
  add ("/arrange/power", test_power);
  add ("/arrange/judged-anew", test_judged_anew);
  add ("/arrange/collapsed", test_collapsed);
  add ("/arrange/hub", test_hub);
  add ("/arrange/as-of", test_as_of);

  return g_test_run ();
}
