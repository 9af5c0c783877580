/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

/* Views: adding, ordering, deleting; what they say as commands. */

static const char *
view_of (Fixture *fixture)
{
  return coalition_record_get_title (coalition_session_get_view (fixture->session));
}

static char *
list_views (Fixture *fixture)
{
  g_autoptr (GPtrArray) views = coalition_session_list_views (fixture->session);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < views->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "", coalition_record_get_title (views->pdata[i]));

  return g_string_free (names, FALSE);
}

#define assert_views(expected_) \
  G_STMT_START { g_autofree char *names_ = list_views (fixture); g_assert_cmpstr (names_, ==, expected_); } G_STMT_END

static CoalitionRecord *
get_view (Fixture    *fixture,
          const char *name)
{
  g_autoptr (GPtrArray) views = coalition_campaign_find_by_title (fixture->campaign, &coalition_kind_view, name);

  g_assert_cmpuint (views->len, ==, 1);

  return views->pdata[0];
}

static guint
count (Fixture             *fixture,
       const CoalitionKind *kind)
{
  return g_list_model_get_n_items (coalition_campaign_get_records (fixture->campaign, kind));
}

static void
undo (Fixture *fixture)
{
  coalition_session_undo (fixture->session);
  settle (fixture);
}

static void
redo (Fixture *fixture)
{
  coalition_session_redo (fixture->session);
  settle (fixture);
}

static void
add_view (Fixture    *fixture,
          const char *name)
{
  coalition_session_add_view (fixture->session, name);
  settle (fixture);
}

static void
test_add_copies (Fixture       *fixture,
                 gconstpointer  data)
{
  const char *first = coalition_record_get_id (coalition_session_get_view (fixture->session));
  g_autofree char *party = coalition_session_add_party (fixture->session, "Tenants", 10, 20, TRUE);
  g_autofree char *forum = NULL, *note = NULL, *image = NULL, *picture = NULL;
  CoalitionRecord *copy;
  double x;

  settle (fixture);
  forum = add (fixture, &coalition_kind_forum, "name", "Lunch", "look", "hub", NULL);
  g_free (add (fixture, &coalition_kind_forum_position, "view", first, "forum", forum, "x", "3", "y", "4", NULL));
  note = add (fixture, &coalition_kind_note, "view", first, "text", "Ask", "x", "1", "y", "2", "color", "green", NULL);
  image = add (fixture, &coalition_kind_image, "name", "Map", "media_type", "image/png", "width", "4", "height", "2", "data", "aGVsbG8=", NULL);
  picture = add (fixture, &coalition_kind_picture, "view", first, "image", image, "x", "1", "y", "2", NULL);
  coalition_session_set_sizing (fixture->session, "influence");
  settle (fixture);

  add_view (fixture, "   ");
  assert_views ("Map");
  g_string_truncate (fixture->told, 0);
  add_view (fixture, " Allies ");
  assert_views ("Map Allies");
  g_assert_cmpstr (view_of (fixture), ==, "Allies");
  g_assert_nonnull (strstr (fixture->told->str, "view;"));
  g_assert_nonnull (strstr (fixture->told->str, "network;"));
  g_assert_cmpstr (coalition_campaign_get_undo_label (fixture->campaign), ==, "Add the view Allies");
  copy = coalition_session_get_view (fixture->session);
  g_assert_cmpstr (coalition_record_get_text (copy, "size_by"), ==, "influence");
  g_assert_true (coalition_record_get_real (coalition_campaign_get_position (fixture->campaign, party), "x", &x));
  g_assert_cmpfloat (x, ==, 10);
  g_assert_cmpuint (count (fixture, &coalition_kind_position), ==, 4); /* of us and the tenants, in each */
  g_assert_cmpuint (count (fixture, &coalition_kind_image), ==, 1);    /* the data are kept once */
  {
    CoalitionNetwork *network = coalition_session_get_network (fixture->session);
    const CoalitionNetworkNote *notes;
    const CoalitionNetworkForum *forums;
    guint n;

    notes = coalition_network_get_notes (network, &n);
    g_assert_cmpuint (n, ==, 1);
    g_assert_cmpstr (notes[0].id, !=, note);
    g_assert_cmpstr (notes[0].color, ==, "green");
    coalition_network_get_pictures (network, &n);
    g_assert_cmpuint (n, ==, 1);
    g_assert_cmpint (coalition_network_find_picture (network, picture), ==, -1);
    forums = coalition_network_get_forums (network, &n);
    g_assert_true (forums[0].placed && forums[0].x == 3);
  }

  /* Undone, the first is looked at again; done again, there are two, and what is looked at stays. */
  undo (fixture);
  assert_views ("Map");
  g_assert_cmpstr (view_of (fixture), ==, "Map");
  g_assert_cmpuint (count (fixture, &coalition_kind_position), ==, 2);
  g_assert_cmpuint (count (fixture, &coalition_kind_note), ==, 1);
  redo (fixture);
  assert_views ("Map Allies");
  g_assert_cmpstr (view_of (fixture), ==, "Map");
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  add_view (fixture, "Two");
  add_view (fixture, "Three");
  assert_views ("Map Two Three");
  coalition_session_move_view (fixture->session, get_view (fixture, "Three"), -1);
  settle (fixture);
  assert_views ("Map Three Two");
  coalition_session_move_view (fixture->session, get_view (fixture, "Map"), 100);
  settle (fixture);
  assert_views ("Three Two Map");
  coalition_session_move_view (fixture->session, get_view (fixture, "Map"), 1);
  settle (fixture);
  g_assert_cmpstr (coalition_campaign_get_undo_label (fixture->campaign), ==, "Move the view Map");
  undo (fixture);
  assert_views ("Map Three Two");
  add_view (fixture, "Four");
  assert_views ("Map Three Two Four");
  g_assert_cmpstr (view_of (fixture), ==, "Four");
}

static void
test_delete (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *party = coalition_session_add_party (fixture->session, "Tenants", 10, 20, TRUE);

  settle (fixture);
  g_string_truncate (fixture->told, 0);
  coalition_session_delete_view (fixture->session, coalition_session_get_view (fixture->session));
  settle (fixture);
  g_assert_cmpstr (fixture->told->str, ==, "toast:The last view stays: a campaign keeps at least one view of its map.:0;");

  add_view (fixture, "Two");
  add_view (fixture, "Three");
  coalition_session_delete_view (fixture->session, get_view (fixture, "Three"));
  settle (fixture);
  assert_views ("Map Two");
  g_assert_cmpstr (view_of (fixture), ==, "Two");
  undo (fixture);
  assert_views ("Map Two Three");
  g_assert_cmpstr (view_of (fixture), ==, "Two");
  coalition_session_set_view (fixture->session, get_view (fixture, "Three"));
  g_assert_nonnull (coalition_campaign_get_position (fixture->campaign, party));
  /* Done again while it is looked at: the first follows. */
  redo (fixture);
  assert_views ("Map Two");
  g_assert_cmpstr (view_of (fixture), ==, "Map");
  coalition_session_delete_view (fixture->session, get_view (fixture, "Map"));
  settle (fixture);
  g_assert_cmpstr (view_of (fixture), ==, "Two");
  g_assert_nonnull (coalition_session_get_network (fixture->session));
}

/* A view that names what is deleted forgets it; and remembers when that is undone. */
static void
test_references (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *party = coalition_session_add_party (fixture->session, "Tenants", 10, 20, TRUE);
  CoalitionRecord *view = coalition_session_get_view (fixture->session);
  g_autofree char *issue = NULL, *forum = NULL;
  CoalitionCommand *command;
  g_autoptr (GError) error = NULL;

  settle (fixture);
  issue = add (fixture, &coalition_kind_issue, "name", "Heat", NULL);
  forum = add (fixture, &coalition_kind_forum, "name", "Lunch", NULL);
  g_free (add (fixture, &coalition_kind_forum_member, "forum", forum, "party", party, NULL));
  command = coalition_command_new ("Set", NULL);
  coalition_command_set_text (command, &coalition_kind_view, coalition_record_get_id (view), "center", party);
  g_assert_true (coalition_campaign_run (fixture->campaign, command, &error));
  coalition_session_set_coloring (fixture->session, "stance", find (fixture, &coalition_kind_issue, issue));
  settle (fixture);
  g_assert_cmpstr (coalition_record_get_text (view, "issue"), ==, issue);

  coalition_session_delete (fixture->session, find (fixture, &coalition_kind_party, party));
  coalition_session_delete (fixture->session, find (fixture, &coalition_kind_issue, issue));
  settle (fixture);
  g_assert_null (coalition_record_get_text (view, "center"));
  g_assert_null (coalition_record_get_text (view, "issue"));
  g_assert_cmpuint (count (fixture, &coalition_kind_forum_member), ==, 0);
  g_assert_nonnull (coalition_session_get_encoding (fixture->session));
  coalition_session_delete (fixture->session, find (fixture, &coalition_kind_forum, forum));
  settle (fixture);
  undo (fixture);
  undo (fixture);
  undo (fixture);
  g_assert_cmpstr (coalition_record_get_text (view, "center"), ==, party);
  g_assert_cmpstr (coalition_record_get_text (view, "issue"), ==, issue);
}

static void
assert_edit (Fixture    *fixture,
             const char *label)
{
  settle (fixture);
  g_assert_cmpstr (coalition_campaign_get_undo_label (fixture->campaign), ==, label);
}

/* Each change is one edit with words of its own; what changes nothing is none. */
static void
test_commands (Fixture       *fixture,
               gconstpointer  data)
{
  CoalitionSession *session = fixture->session;
  CoalitionRecord *view = coalition_session_get_view (session);
  g_autofree char *issue = add (fixture, &coalition_kind_issue, "name", "Heat", NULL);
  g_autoptr (CoalitionFilter) filter = coalition_filter_new ();
  const char *const groups[] = { "kind:union", "kind:school", NULL }, *const group[] = { "kind:union", NULL };
  g_autoptr (GPtrArray) history = NULL;
  double zoom;

  coalition_filter_add (filter, "party.place", COALITION_FILTER_KNOWN, NULL);
  for (guint i = 0; i < 2; i++)
    {
      coalition_session_set_coloring (session, "kind", NULL);
      assert_edit (fixture, "Color by kind");
    }
  coalition_session_set_coloring (session, "stance", find (fixture, &coalition_kind_issue, issue));
  assert_edit (fixture, "Color by stance");
  g_assert_cmpstr (coalition_record_get_text (view, "issue"), ==, issue);
  coalition_session_set_sizing (session, "degree");
  assert_edit (fixture, "Size by number of ties");
  coalition_session_set_filter (session, filter);
  assert_edit (fixture, "Filter the map");
  g_assert_cmpuint (coalition_filter_get_size (coalition_session_get_filter (session)), ==, 1);
  coalition_session_set_filter (session, NULL);
  assert_edit (fixture, "Take the filter away");
  coalition_session_set_hides (session, TRUE);
  assert_edit (fixture, "Hide what the filter leaves out");
  coalition_session_set_hides (session, FALSE);
  assert_edit (fixture, "Dim what the filter leaves out");
  coalition_session_set_routed (session, TRUE);
  assert_edit (fixture, "Lead ties around parties");
  coalition_session_set_collapsed (session, groups);
  assert_edit (fixture, "Collapse a group");
  coalition_session_set_collapsed (session, group);
  assert_edit (fixture, "Expand a group");
  coalition_session_keep_zoom (session, TRUE, 1.5, 10, -20);
  assert_edit (fixture, "Keep the zoom of the view Map");
  g_assert_true (coalition_record_get_real (view, "zoom", &zoom) && zoom == 1.5);

  history = coalition_campaign_get_history (fixture->campaign, NULL);
  g_assert_cmpuint (history->len, ==, 2 + 11);
  coalition_session_set_sizing (session, "degree");
  coalition_session_set_filter (session, NULL);
  coalition_session_set_hides (session, FALSE);
  coalition_session_set_routed (session, TRUE);
  coalition_session_set_collapsed (session, group);
  coalition_session_keep_zoom (session, TRUE, 1.5, 10, -20);
  settle (fixture);
  g_clear_pointer (&history, g_ptr_array_unref);
  history = coalition_campaign_get_history (fixture->campaign, NULL);
  g_assert_cmpuint (history->len, ==, 2 + 11);
  coalition_session_keep_zoom (session, FALSE, 0, 0, 0);
  assert_edit (fixture, "Let the view Map show all");
  g_assert_false (coalition_record_get_real (view, "zoom", &zoom));
}

static void
add_tests (void)
{
#define ADD(name, function) g_test_add ("/view/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("add-copies", test_add_copies);
  ADD ("order", test_order);
  ADD ("delete", test_delete);
  ADD ("references", test_references);
  ADD ("commands", test_commands);
}

int
main (int    argc,
      char **argv)
{
  return fixture_run (argc, argv, add_tests);
}
