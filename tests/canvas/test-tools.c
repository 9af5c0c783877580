/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The tools and the scene that they work on, without any widget. Parties lie on a grid, 220 map units apart. */

#include "canvas-fixture.h"
#include "coalition-arrange.h"
#include "coalition-band-tool.h"
#include "coalition-connect-tool.h"
#include "coalition-move-tool.h"
#include "coalition-pan-tool.h"

typedef struct {
  CanvasFixture *campaign;
  CoalitionScene *scene;
  char *asked; /* the last question, as text */
} Fixture;

static void
ask_party_cb (Fixture    *fixture,
              double      x,
              double      y,
              const char *from)
{
  g_free (fixture->asked);
  fixture->asked = g_strdup_printf ("party at %.0f %.0f%s", x, y, from != NULL ? " with a tie" : "");
}

static void
ask_tie_cb (Fixture    *fixture,
            const char *from,
            const char *to)
{
  CoalitionNetwork *network = coalition_scene_get_network (fixture->scene);

  g_free (fixture->asked);
  fixture->asked = g_strdup_printf ("tie %s to %s",
                                    coalition_scene_get_party (fixture->scene, coalition_network_find_party (network, from))->name,
                                    coalition_scene_get_party (fixture->scene, coalition_network_find_party (network, to))->name);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->campaign = canvas_fixture_new (9, 4, 3, TRUE);
  fixture->scene = coalition_scene_new (fixture->campaign->session);
  coalition_viewport_set_size (coalition_scene_get_viewport (fixture->scene), 1000, 800);
  coalition_viewport_set (coalition_scene_get_viewport (fixture->scene), 1, 100, 100);
  g_signal_connect_swapped (fixture->scene, "ask-party", G_CALLBACK (ask_party_cb), fixture);
  g_signal_connect_swapped (fixture->scene, "ask-tie", G_CALLBACK (ask_tie_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->scene);
  canvas_fixture_free (fixture->campaign);
  g_free (fixture->asked);
}

/* The index of a party, and where its middle is seen. */
static guint
find (Fixture    *fixture,
      const char *name,
      double     *x,
      double     *y)
{
  const CoalitionNetworkParty *party = canvas_fixture_find (fixture->campaign, name);
  int index = coalition_network_find_party (coalition_scene_get_network (fixture->scene), party->id);

  g_assert_cmpint (index, >=, 0);
  if (x != NULL)
    {
      coalition_map_get_place (coalition_scene_get_map (fixture->scene), index, x, y);
      coalition_viewport_to_widget (coalition_scene_get_viewport (fixture->scene), *x, *y, x, y);
    }
  return index;
}

static gboolean
press (Fixture       *fixture,
       CoalitionTool *tool,
       double         x,
       double         y,
       gboolean       extend)
{
  CoalitionPress where = { .x = x, .y = y, .extend = extend };

  where.part = coalition_scene_pick (fixture->scene, x, y, &where.index);
  return coalition_tool_begin (tool, fixture->scene, &where);
}

static guint
count_selected (Fixture *fixture)
{
  g_autoptr (GArray) selected = coalition_scene_get_selected (fixture->scene);

  return selected->len;
}

static void
test_click (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (CoalitionTool) tool = coalition_move_tool_new ();
  double x, y;
  guint first = find (fixture, "Party 4", &x, &y), second;

  /* A hand that trembles still clicks. */
  g_assert_true (press (fixture, tool, x, y, FALSE));
  coalition_tool_update (tool, 2, -3);
  g_assert_false (coalition_tool_has_moved (tool));
  coalition_tool_end (tool);
  g_assert_true (coalition_scene_is_selected (fixture->scene, first));
  g_assert_cmpint (coalition_scene_get_focus (fixture->scene), ==, first);
  g_assert_cmpstr (coalition_campaign_get_undo_label (fixture->campaign->campaign), ==, "Make a test");

  second = find (fixture, "Party 5", &x, &y);
  g_assert_true (press (fixture, tool, x, y, TRUE));
  coalition_tool_end (tool);
  g_assert_cmpuint (count_selected (fixture), ==, 2);
  g_assert_true (press (fixture, tool, x, y, TRUE));
  coalition_tool_end (tool);
  g_assert_false (coalition_scene_is_selected (fixture->scene, second));
  g_assert_true (coalition_scene_is_selected (fixture->scene, first));

  /* Empty ground is not this tool's. */
  g_assert_false (press (fixture, tool, 900, 780, FALSE));
  g_assert_false (coalition_tool_is_active (tool));
}

static void
test_drag (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (CoalitionTool) tool = coalition_move_tool_new ();
  const CoalitionNetworkParty *party;
  CoalitionMapState state;
  double x, y, map_x, map_y;
  guint index = find (fixture, "Party 4", &x, &y);

  coalition_viewport_set (coalition_scene_get_viewport (fixture->scene), 0.5, 100, 100);
  index = find (fixture, "Party 4", &x, &y);
  g_assert_true (press (fixture, tool, x, y, FALSE));
  coalition_tool_update (tool, 20, 10);
  g_assert_true (coalition_scene_is_moving (fixture->scene));
  coalition_scene_get_state (fixture->scene, &state);
  g_assert_true (state.hidden_parties[index]);
  coalition_tool_update (tool, 30, -20);
  coalition_map_get_place (coalition_scene_get_map (fixture->scene), index, &map_x, &map_y);
  g_assert_cmpfloat (map_x, ==, 220 + 60);
  g_assert_cmpfloat (map_y, ==, 220 - 40);
  g_assert_cmpstr (coalition_campaign_get_undo_label (fixture->campaign->campaign), ==, "Make a test");

  coalition_tool_end (tool);
  canvas_fixture_wait (fixture->campaign, "Move Party 4");
  party = canvas_fixture_find (fixture->campaign, "Party 4");
  g_assert_cmpfloat (party->x, ==, 280);
  g_assert_cmpfloat (party->y, ==, 180);
  g_assert_true (party->pinned);
  g_assert_false (canvas_fixture_find (fixture->campaign, "Party 5")->pinned);
  coalition_scene_get_state (fixture->scene, &state);
  g_assert_null (state.hidden_parties);

  coalition_session_undo (fixture->campaign->session);
  canvas_fixture_wait (fixture->campaign, "Make a test");
  g_assert_cmpfloat (canvas_fixture_find (fixture->campaign, "Party 4")->x, ==, 220);
  g_assert_false (canvas_fixture_find (fixture->campaign, "Party 4")->pinned);
}

static void
test_drag_several (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (CoalitionTool) tool = coalition_move_tool_new ();
  double x, y;

  coalition_scene_click (fixture->scene, COALITION_MAP_PARTY, find (fixture, "Party 1", NULL, NULL), FALSE);
  coalition_scene_click (fixture->scene, COALITION_MAP_PARTY, find (fixture, "Party 2", NULL, NULL), TRUE);
  find (fixture, "Party 1", &x, &y);
  g_assert_true (press (fixture, tool, x, y, FALSE));
  coalition_tool_update (tool, 0, 50);
  coalition_tool_end (tool);
  canvas_fixture_wait (fixture->campaign, "Move several parties");
  g_assert_cmpfloat (canvas_fixture_find (fixture->campaign, "Party 1")->y, ==, 50);
  g_assert_cmpfloat (canvas_fixture_find (fixture->campaign, "Party 2")->y, ==, 50);
  g_assert_cmpfloat (canvas_fixture_find (fixture->campaign, "Party 3")->y, ==, 220);
}

static void
test_drag_cancelled (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (CoalitionTool) tool = coalition_move_tool_new ();
  double x, y;
  guint index = find (fixture, "Party 4", &x, &y);

  g_assert_true (press (fixture, tool, x, y, FALSE));
  coalition_tool_update (tool, 90, 90);
  coalition_tool_cancel (tool);
  coalition_map_get_place (coalition_scene_get_map (fixture->scene), index, &x, &y);
  g_assert_cmpfloat (x, ==, 220);
  g_assert_false (coalition_scene_is_moving (fixture->scene));
  g_assert_cmpstr (coalition_campaign_get_undo_label (fixture->campaign->campaign), ==, "Make a test");
}

static void
test_band (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (CoalitionTool) tool = coalition_band_tool_new ();
  double x, y;
  CoalitionBox box;

  find (fixture, "Party 4", &x, &y);
  g_assert_false (press (fixture, tool, x, y, FALSE));

  /* From below right to above left, around the four of the corner. */
  find (fixture, "Party 8", &x, &y);
  g_assert_true (press (fixture, tool, x + 100, y + 100, FALSE));
  g_assert_false (coalition_tool_measure (tool, &box));
  coalition_tool_update (tool, -400, -400);
  g_assert_true (coalition_tool_measure (tool, &box));
  g_assert_cmpfloat (box.right - box.left, ==, 400);
  coalition_tool_end (tool);
  g_assert_cmpuint (count_selected (fixture), ==, 4);
  g_assert_true (coalition_scene_is_selected (fixture->scene, find (fixture, "Party 4", NULL, NULL)));

  /* With Shift the others stay. */
  find (fixture, "Party 0", &x, &y);
  g_assert_true (press (fixture, tool, x - 95, y - 95, TRUE));
  coalition_tool_update (tool, 120, 120);
  coalition_tool_end (tool);
  g_assert_cmpuint (count_selected (fixture), ==, 5);

  /* A click on empty ground clears. */
  g_assert_true (press (fixture, tool, 900, 780, FALSE));
  coalition_tool_end (tool);
  g_assert_cmpuint (count_selected (fixture), ==, 0);
}

static void
test_pan (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (CoalitionTool) tool = coalition_pan_tool_new ();
  double x, y;

  g_assert_true (press (fixture, tool, 10, 10, FALSE));
  coalition_tool_update (tool, 30.4, 0);
  coalition_tool_update (tool, 50.2, -20.7);
  coalition_tool_end (tool);
  coalition_viewport_get_offset (coalition_scene_get_viewport (fixture->scene), &x, &y);
  g_assert_cmpfloat (x, ==, 150);
  g_assert_cmpfloat (y, ==, 79);

  g_assert_true (press (fixture, tool, 10, 10, FALSE));
  coalition_tool_update (tool, 50, 50);
  coalition_tool_cancel (tool);
  coalition_viewport_get_offset (coalition_scene_get_viewport (fixture->scene), &x, &y);
  g_assert_cmpfloat (x, ==, 150);
}

static void
test_connect (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (CoalitionTool) tool = coalition_connect_tool_new ();
  double x, y, to_x, to_y;

  /* Beside the tool that selects, the middle of a party is not its business. */
  find (fixture, "Party 3", &x, &y);
  find (fixture, "Party 4", &to_x, &to_y);
  g_assert_false (press (fixture, tool, x, y, FALSE));
  coalition_connect_tool_set_anywhere (COALITION_CONNECT_TOOL (tool), TRUE);
  g_assert_true (press (fixture, tool, x, y, FALSE));
  coalition_tool_update (tool, to_x - x, to_y - y);
  coalition_tool_end (tool);
  g_assert_cmpstr (fixture->asked, ==, "tie Party 3 to Party 4");

  /* To empty ground: a new party there. */
  g_assert_true (press (fixture, tool, x, y, FALSE));
  coalition_tool_update (tool, 900 - x, 780 - y);
  coalition_tool_end (tool);
  g_assert_cmpstr (fixture->asked, ==, "party at 800 680 with a tie");

  /* Back to itself, or called off: nothing is asked. */
  g_clear_pointer (&fixture->asked, g_free);
  g_assert_true (press (fixture, tool, x, y, FALSE));
  coalition_tool_update (tool, 8, 0);
  coalition_tool_end (tool);
  g_assert_true (press (fixture, tool, x, y, FALSE));
  coalition_tool_update (tool, to_x - x, to_y - y);
  coalition_tool_cancel (tool);
  g_assert_null (fixture->asked);
}

static void
test_add_with_tie (Fixture       *fixture,
                   gconstpointer  data)
{
  guint n_before, n_after;
  const CoalitionNetworkParty *added;

  coalition_network_get_ties (coalition_scene_get_network (fixture->scene), &n_before);
  coalition_scene_add_party (fixture->scene, "Bakers", 800, 680, fixture->campaign->parties->pdata[3], "funds");
  canvas_fixture_wait (fixture->campaign, "Add Bakers");
  added = canvas_fixture_find (fixture->campaign, "Bakers");
  g_assert_nonnull (added);
  g_assert_cmpfloat (added->x, ==, 800);
  g_assert_true (added->pinned);
  coalition_network_get_ties (coalition_scene_get_network (fixture->scene), &n_after);
  g_assert_cmpuint (n_after, ==, n_before + 1);
  g_assert_true (coalition_scene_is_selected (fixture->scene, find (fixture, "Bakers", NULL, NULL)));

  /* One step takes both back. */
  coalition_session_undo (fixture->campaign->session);
  canvas_fixture_wait (fixture->campaign, "Make a test");
  g_assert_null (canvas_fixture_find (fixture->campaign, "Bakers"));
  coalition_network_get_ties (coalition_scene_get_network (fixture->scene), &n_after);
  g_assert_cmpuint (n_after, ==, n_before);
}

static void
test_walk (Fixture       *fixture,
           gconstpointer  data)
{
  coalition_scene_click (fixture->scene, COALITION_MAP_PARTY, find (fixture, "Party 4", NULL, NULL), FALSE);
  coalition_scene_walk (fixture->scene, COALITION_RIGHT, FALSE);
  g_assert_cmpint (coalition_scene_get_focus (fixture->scene), ==, find (fixture, "Party 5", NULL, NULL));
  g_assert_cmpuint (count_selected (fixture), ==, 1);
  coalition_scene_walk (fixture->scene, COALITION_UP, TRUE);
  g_assert_cmpint (coalition_scene_get_focus (fixture->scene), ==, find (fixture, "Party 2", NULL, NULL));
  g_assert_cmpuint (count_selected (fixture), ==, 2);
  coalition_scene_select_all (fixture->scene);
  g_assert_cmpuint (count_selected (fixture), ==, 9);
  g_assert_true (coalition_scene_cancel (fixture->scene));
  g_assert_cmpuint (count_selected (fixture), ==, 0);
  g_assert_false (coalition_scene_cancel (fixture->scene));
}

static void
test_nudge (Fixture       *fixture,
            gconstpointer  data)
{
  coalition_scene_click (fixture->scene, COALITION_MAP_PARTY, find (fixture, "Party 4", NULL, NULL), FALSE);
  coalition_scene_nudge (fixture->scene, 10, 0);
  coalition_scene_nudge (fixture->scene, 10, 0);
  coalition_scene_nudge (fixture->scene, 0, 1);
  coalition_scene_end_nudge (fixture->scene);
  canvas_fixture_wait (fixture->campaign, "Move Party 4");
  g_assert_cmpfloat (canvas_fixture_find (fixture->campaign, "Party 4")->x, ==, 240);
  g_assert_cmpfloat (canvas_fixture_find (fixture->campaign, "Party 4")->y, ==, 221);
  coalition_session_undo (fixture->campaign->session);
  canvas_fixture_wait (fixture->campaign, "Make a test");
}

static void
test_tie_by_keys (Fixture       *fixture,
                  gconstpointer  data)
{
  coalition_scene_click (fixture->scene, COALITION_MAP_PARTY, find (fixture, "Party 4", NULL, NULL), FALSE);
  coalition_scene_begin_tie (fixture->scene);
  g_assert_cmpint (coalition_scene_get_tie_from (fixture->scene), ==, find (fixture, "Party 4", NULL, NULL));
  coalition_scene_walk (fixture->scene, COALITION_DOWN, FALSE);
  /* Only the focus walks. */
  g_assert_true (coalition_scene_is_selected (fixture->scene, find (fixture, "Party 4", NULL, NULL)));
  coalition_scene_take_tie (fixture->scene, coalition_scene_get_focus (fixture->scene));
  g_assert_cmpstr (fixture->asked, ==, "tie Party 4 to Party 7");
  g_assert_cmpint (coalition_scene_get_tie_from (fixture->scene), ==, -1);

  coalition_scene_begin_tie (fixture->scene);
  g_assert_true (coalition_scene_cancel (fixture->scene));
  g_assert_cmpint (coalition_scene_get_tie_from (fixture->scene), ==, -1);
  g_assert_cmpuint (count_selected (fixture), ==, 1);

  /* Two selected: from the first to the one selected last. */
  coalition_scene_click (fixture->scene, COALITION_MAP_PARTY, find (fixture, "Party 1", NULL, NULL), TRUE);
  coalition_scene_begin_tie (fixture->scene);
  g_assert_cmpstr (fixture->asked, ==, "tie Party 4 to Party 1");
}

static void
test_pin (Fixture       *fixture,
          gconstpointer  data)
{
  coalition_scene_click (fixture->scene, COALITION_MAP_PARTY, find (fixture, "Party 4", NULL, NULL), FALSE);
  coalition_scene_pin (fixture->scene, TRUE);
  canvas_fixture_wait (fixture->campaign, "Pin Party 4");
  g_assert_true (canvas_fixture_find (fixture->campaign, "Party 4")->pinned);
  coalition_scene_pin (fixture->scene, FALSE);
  canvas_fixture_wait (fixture->campaign, "Unpin Party 4");
  g_assert_false (canvas_fixture_find (fixture->campaign, "Party 4")->pinned);
  g_assert_cmpfloat (canvas_fixture_find (fixture->campaign, "Party 4")->x, ==, 220);
}

static void
assert_apart (Fixture *fixture)
{
  const CoalitionBox *boxes = coalition_map_get_boxes (coalition_scene_get_map (fixture->scene));
  guint n_parties;
  const CoalitionNetworkParty *parties = coalition_network_get_parties (coalition_scene_get_network (fixture->scene), &n_parties);

  for (guint i = 0; i < n_parties; i++)
    for (guint j = 0; j < i; j++)
      if (parties[i].x + boxes[i].left < parties[j].x + boxes[j].right && parties[i].x + boxes[i].right > parties[j].x + boxes[j].left
          && parties[i].y + boxes[i].top < parties[j].y + boxes[j].bottom && parties[i].y + boxes[i].bottom > parties[j].y + boxes[j].top)
        g_error ("%s lies on %s", parties[i].name, parties[j].name);
}

/* Who is added where nobody points at the map gets a place in the same edit, and one Undo takes both back. Two that are
 * added before the map knows of the first do not land on each other. */
static void
test_add_elsewhere (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (CoalitionArrange) arrange = coalition_arrange_new (fixture->scene);
  g_autofree char *first = coalition_session_add_party (fixture->campaign->session, "Bakers", 0, 0, FALSE);
  g_autofree char *second = coalition_session_add_party (fixture->campaign->session, "Millers", 0, 0, FALSE);
  const CoalitionNetworkParty *added;

  canvas_fixture_wait (fixture->campaign, "Add Millers");
  added = canvas_fixture_find (fixture->campaign, "Bakers");
  g_assert_true (added->placed);
  g_assert_false (added->pinned);
  g_assert_true (canvas_fixture_find (fixture->campaign, "Millers")->placed);
  g_assert_cmpfloat (canvas_fixture_find (fixture->campaign, "Party 4")->x, ==, 220);
  assert_apart (fixture);

  coalition_session_undo (fixture->campaign->session);
  canvas_fixture_wait (fixture->campaign, "Add Bakers");
  coalition_session_undo (fixture->campaign->session);
  canvas_fixture_wait (fixture->campaign, "Make a test");
  g_assert_null (canvas_fixture_find (fixture->campaign, "Bakers"));
}

/* A party that comes without a place, as from a file, gets one, and nobody else moves. Undo goes past the placing to the
 * adding. */
static void
test_place_new (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (CoalitionArrange) arrange = coalition_arrange_new (fixture->scene);
  CoalitionCommand *command = coalition_command_new ("Bring in Bakers", NULL);
  const char *id = coalition_command_insert (command, &coalition_kind_party, NULL);
  const CoalitionNetworkParty *added;

  coalition_command_set_text (command, &coalition_kind_party, id, "name", "Bakers");
  coalition_session_run (fixture->campaign->session, command, NULL);
  canvas_fixture_wait (fixture->campaign, "Place Bakers");
  added = canvas_fixture_find (fixture->campaign, "Bakers");
  g_assert_true (added->placed);
  g_assert_false (added->pinned);
  g_assert_cmpfloat (canvas_fixture_find (fixture->campaign, "Party 4")->x, ==, 220);
  g_assert_false (coalition_arrange_is_busy (arrange));
  assert_apart (fixture);

  coalition_session_undo (fixture->campaign->session);
  canvas_fixture_wait (fixture->campaign, "Bring in Bakers");
  coalition_session_undo (fixture->campaign->session);
  canvas_fixture_wait (fixture->campaign, "Make a test");
  g_assert_null (canvas_fixture_find (fixture->campaign, "Bakers"));
}

static void
test_describe (Fixture       *fixture,
               gconstpointer  data)
{
  guint index = find (fixture, "Party 1", NULL, NULL), n_ties;
  g_autofree char *text = coalition_scene_describe_party (fixture->scene, index), *expected = NULL;

  coalition_network_get_ties_of (coalition_scene_get_network (fixture->scene), index, &n_ties);
  expected = g_strdup_printf ("Party 1, Affected people, %u %s", n_ties, n_ties == 1 ? "tie" : "ties");
  g_assert_cmpstr (text, ==, expected);
}

static void
add (const char *path,
     void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  coalition_records_register ();
  add ("/canvas/tools/click", test_click);
  add ("/canvas/tools/drag", test_drag);
  add ("/canvas/tools/drag-several", test_drag_several);
  add ("/canvas/tools/drag-cancelled", test_drag_cancelled);
  add ("/canvas/tools/band", test_band);
  add ("/canvas/tools/pan", test_pan);
  add ("/canvas/tools/connect", test_connect);
  add ("/canvas/scene/add-with-tie", test_add_with_tie);
  add ("/canvas/scene/walk", test_walk);
  add ("/canvas/scene/nudge", test_nudge);
  add ("/canvas/scene/tie-by-keys", test_tie_by_keys);
  add ("/canvas/scene/pin", test_pin);
  add ("/canvas/scene/describe", test_describe);
  add ("/canvas/arrange/add-elsewhere", test_add_elsewhere);
  add ("/canvas/arrange/place-new", test_place_new);
  return g_test_run ();
}
