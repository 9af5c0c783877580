/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Forums, notes, pictures and groups on the scene, without any widget. Parties lie on a grid of three columns, 220 map
 * units apart; a forum is drawn around parties 0, 1 and 3, another is a hub of 5, 7 and 8; a note and a picture lie to
 * the left of them, a background picture under all. */

#include "canvas-fixture.h"
#include "coalition-band-tool.h"
#include "coalition-lasso-tool.h"
#include "coalition-move-tool.h"
#include "coalition-note-tool.h"
#include "coalition-resize-tool.h"

#include <cairo.h>
#include <math.h>

typedef struct {
  CanvasFixture *campaign;
  CoalitionSession *session;
  CoalitionScene *scene;
  char *council;
  char *hub;
  char *note;
  char *picture;
  char *background;
  char *asked;
  char *said;
  guint n_said;
} Fixture;

static void
ask_forum_cb (Fixture    *fixture,
              double      x,
              double      y,
              const char *const *ids)
{
  GString *names = g_string_new ("forum of");

  for (guint i = 0; ids[i] != NULL; i++)
    {
      CoalitionRecord *record = coalition_campaign_get_record (fixture->campaign->campaign, &coalition_kind_party, ids[i]);

      g_string_append_printf (names, " %s", coalition_record_get_title (record) + strlen ("Party "));
    }
  g_free (fixture->asked);
  fixture->asked = g_string_free (names, FALSE);
}

static void
ask_note_cb (Fixture    *fixture,
             const char *id,
             double      x,
             double      y,
             double      width,
             double      height)
{
  g_free (fixture->asked);
  fixture->asked = g_strdup_printf ("%s at %.0f %.0f, %.0f x %.0f", id == NULL ? "new note" : "note", x, y, width, height);
}

static void
announce_cb (Fixture    *fixture,
             const char *sentence)
{
  g_free (fixture->said);
  fixture->said = g_strdup (sentence);
  fixture->n_said++;
}

static cairo_status_t
append_cb (gpointer             data,
           const unsigned char *bytes,
           unsigned int         length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
make_png (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 40, 20);
  GByteArray *bytes = g_byte_array_new ();

  g_assert_cmpint (cairo_surface_write_to_png_stream (surface, append_cb, bytes), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static char *
add_forum (CoalitionCommand *command,
           CanvasFixture    *campaign,
           const char       *name,
           const char       *look,
           const guint       members[3])
{
  const char *id = coalition_command_insert (command, &coalition_kind_forum, NULL);

  coalition_command_set_text (command, &coalition_kind_forum, id, "name", name);
  coalition_command_set_text (command, &coalition_kind_forum, id, "look", look);
  for (guint i = 0; i < 3; i++)
    {
      const char *member = coalition_command_insert (command, &coalition_kind_forum_member, NULL);

      coalition_command_set_text (command, &coalition_kind_forum_member, member, "forum", id);
      coalition_command_set_text (command, &coalition_kind_forum_member, member, "party", campaign->parties->pdata[members[i]]);
    }
  return g_strdup (id);
}

static char *
add_picture (Fixture  *fixture,
             gboolean  background,
             double    x,
             double    y,
             double    width)
{
  g_autoptr (GBytes) png = make_png ();
  char *id = coalition_session_add_picture (fixture->session, "Street", png, "image/png", 40, 20, background, x, y, width);

  canvas_fixture_wait (fixture->campaign, background ? "Add a background" : "Add a picture");
  return id;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  CoalitionCommand *command = coalition_command_new ("Make things", NULL);
  const char *view, *note;

  fixture->campaign = canvas_fixture_new (9, 4, 3, TRUE);
  fixture->session = fixture->campaign->session;
  view = coalition_record_get_id (coalition_campaign_get_view (fixture->campaign->campaign));
  fixture->council = add_forum (command, fixture->campaign, "Council", "outline", (guint[]) { 0, 1, 3 });
  fixture->hub = add_forum (command, fixture->campaign, "Lunch", "hub", (guint[]) { 5, 7, 8 });
  coalition_command_set_forum_position (command, view, fixture->hub, 330, 330);
  note = coalition_command_insert (command, &coalition_kind_note, NULL);
  coalition_command_set_text (command, &coalition_kind_note, note, "view", view);
  coalition_command_set_text (command, &coalition_kind_note, note, "text", "Ask the bakers");
  coalition_command_set_real (command, &coalition_kind_note, note, "x", -400);
  coalition_command_set_real (command, &coalition_kind_note, note, "y", 0);
  coalition_command_set_real (command, &coalition_kind_note, note, "width", 120);
  coalition_command_set_real (command, &coalition_kind_note, note, "height", 60);
  fixture->note = g_strdup (note);
  coalition_campaign_run (fixture->campaign->campaign, command, &error);
  g_assert_no_error (error);
  canvas_fixture_next (fixture->campaign);
  fixture->picture = add_picture (fixture, FALSE, -400, 200, 100);
  fixture->background = add_picture (fixture, TRUE, -1000, -1000, 3000);

  fixture->scene = coalition_scene_new (fixture->session);
  coalition_viewport_set_size (coalition_scene_get_viewport (fixture->scene), 1200, 800);
  coalition_viewport_set (coalition_scene_get_viewport (fixture->scene), 1, 500, 100);
  g_signal_connect_swapped (fixture->scene, "ask-forum", G_CALLBACK (ask_forum_cb), fixture);
  g_signal_connect_swapped (fixture->scene, "ask-note", G_CALLBACK (ask_note_cb), fixture);
  g_signal_connect_swapped (fixture->scene, "announce", G_CALLBACK (announce_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->scene);
  canvas_fixture_free (fixture->campaign);
  g_free (fixture->council);
  g_free (fixture->hub);
  g_free (fixture->note);
  g_free (fixture->picture);
  g_free (fixture->background);
  g_free (fixture->asked);
  g_free (fixture->said);
}

static guint
find (Fixture    *fixture,
      const char *name)
{
  const CoalitionNetworkParty *party = canvas_fixture_find (fixture->campaign, name);
  int index;

  g_assert_nonnull (party);
  index = coalition_network_find_party (coalition_scene_get_network (fixture->scene), party->id);
  g_assert_cmpint (index, >=, 0);
  return (guint) index;
}

static CoalitionRecord *
get_record (Fixture    *fixture,
            const char *id)
{
  return coalition_campaign_find_record (fixture->campaign->campaign, id);
}

static double
get_real (Fixture    *fixture,
          const char *id,
          const char *field)
{
  double real = NAN;

  coalition_record_get_real (get_record (fixture, id), field, &real);
  return real;
}

static CoalitionBox
get_box (Fixture    *fixture,
         const char *id)
{
  CoalitionMapPart part;
  CoalitionBox box;
  guint index;

  g_assert_true (coalition_scene_find_item (fixture->scene, id, &part, &index));
  g_assert_true (coalition_scene_get_item_box (fixture->scene, part, index, &box));
  return box;
}

/* Presses at a place of the map and drags from there. */
static void
drag (Fixture       *fixture,
      CoalitionTool *tool,
      double         x,
      double         y,
      double         dx,
      double         dy)
{
  CoalitionPress press = { .extend = FALSE };

  coalition_viewport_to_widget (coalition_scene_get_viewport (fixture->scene), x, y, &press.x, &press.y);
  press.part = coalition_scene_pick (fixture->scene, press.x, press.y, &press.index);
  g_assert_true (coalition_tool_begin (tool, fixture->scene, &press));
  if (dx != 0 || dy != 0)
    {
      coalition_tool_update (tool, dx / 2, dy / 2);
      coalition_tool_update (tool, dx, dy);
    }
  coalition_tool_end (tool);
}

static const char *
get_undo_label (Fixture *fixture)
{
  return coalition_campaign_get_undo_label (fixture->campaign->campaign);
}

static void
test_note (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (CoalitionTool) move = coalition_move_tool_new (), resize = coalition_resize_tool_new ();
  g_autofree char *before = g_strdup (get_undo_label (fixture));
  CoalitionBox box;

  drag (fixture, move, -350, 20, 0, 0);
  g_assert_true (coalition_session_is_selected (fixture->session, get_record (fixture, fixture->note)));
  g_assert_true (coalition_session_get_current (fixture->session) == get_record (fixture, fixture->note));
  g_assert_cmpstr (get_undo_label (fixture), ==, before);

  drag (fixture, move, -350, 20, 40, 30);
  box = get_box (fixture, fixture->note);
  g_assert_cmpfloat (box.left, ==, -360);
  canvas_fixture_wait (fixture->campaign, "Move Ask the bakers");
  g_assert_cmpfloat (get_real (fixture, fixture->note, "x"), ==, -360);
  g_assert_cmpfloat (get_real (fixture, fixture->note, "y"), ==, 30);
  g_assert_cmpfloat (get_real (fixture, fixture->note, "width"), ==, 120);

  box = get_box (fixture, fixture->note);
  drag (fixture, resize, box.right - 2, box.bottom - 2, 30, -500);
  canvas_fixture_wait (fixture->campaign, "Resize Ask the bakers");
  g_assert_cmpfloat (get_real (fixture, fixture->note, "width"), ==, 150);
  g_assert_cmpfloat (get_real (fixture, fixture->note, "height"), >, 10);
  g_assert_cmpfloat (get_real (fixture, fixture->note, "x"), ==, -360);

  coalition_session_undo (fixture->session);
  canvas_fixture_wait (fixture->campaign, "Move Ask the bakers");
  coalition_session_undo (fixture->session);
  canvas_fixture_wait (fixture->campaign, before);
  g_assert_cmpfloat (get_real (fixture, fixture->note, "x"), ==, -400);
}

static void
test_picture_keeps_proportions (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (CoalitionTool) resize = coalition_resize_tool_new ();
  CoalitionBox box = get_box (fixture, fixture->picture);

  g_assert_cmpfloat (box.right - box.left, ==, 100);
  g_assert_cmpfloat (box.bottom - box.top, ==, 50);
  drag (fixture, resize, box.right - 2, box.bottom - 2, 100, 5);
  /* It has no caption by which it could be called. */
  canvas_fixture_wait (fixture->campaign, "Resize Picture");
  g_assert_cmpfloat (get_real (fixture, fixture->picture, "width"), ==, 200);
  g_assert_cmpfloat (get_real (fixture, fixture->picture, "height"), ==, 100);
}

/* What lies in the background is ground, until it is reached for or selected. */
static void
test_background (Fixture       *fixture,
                 gconstpointer  data)
{
  CoalitionMapPart part;
  guint index;

  g_assert_cmpint (coalition_scene_pick (fixture->scene, 20, 400, &index), ==, COALITION_MAP_NOTHING);
  g_assert_cmpint (coalition_scene_find_background (fixture->scene, 20, 400), >=, 0);
  coalition_scene_set_reaches_background (fixture->scene, TRUE);
  g_assert_cmpint (coalition_scene_pick (fixture->scene, 20, 400, &index), ==, COALITION_MAP_PICTURE);
  coalition_scene_set_reaches_background (fixture->scene, FALSE);
  g_assert_true (coalition_scene_find_item (fixture->scene, fixture->background, &part, &index));
  coalition_scene_click (fixture->scene, part, index, FALSE);
  g_assert_cmpint (coalition_scene_pick (fixture->scene, 20, 400, &index), ==, COALITION_MAP_PICTURE);
}

/* The forum that is an outline takes its members along; nobody else moves. */
static void
test_drag_outline (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (CoalitionTool) tool = coalition_move_tool_new ();
  CoalitionPress press = { .part = COALITION_MAP_FORUM };
  CoalitionMapPart part;

  g_assert_true (coalition_scene_find_item (fixture->scene, fixture->council, &part, &press.index));
  g_assert_true (coalition_tool_begin (tool, fixture->scene, &press));
  coalition_tool_update (tool, -60, 0);
  coalition_tool_end (tool);
  canvas_fixture_wait (fixture->campaign, "Move Council");
  g_assert_cmpfloat (canvas_fixture_find (fixture->campaign, "Party 0")->x, ==, -60);
  g_assert_cmpfloat (canvas_fixture_find (fixture->campaign, "Party 1")->x, ==, 160);
  g_assert_cmpfloat (canvas_fixture_find (fixture->campaign, "Party 3")->x, ==, -60);
  g_assert_true (canvas_fixture_find (fixture->campaign, "Party 3")->pinned);
  g_assert_cmpfloat (canvas_fixture_find (fixture->campaign, "Party 4")->x, ==, 220);
}

static void
test_drag_hub (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (CoalitionTool) tool = coalition_move_tool_new ();
  const CoalitionNetworkForum *forum;

  drag (fixture, tool, 330, 330, 12, -20);
  canvas_fixture_wait (fixture->campaign, "Move Lunch");
  forum = &coalition_network_get_forums (coalition_session_get_network (fixture->session), NULL)
    [coalition_network_find_forum (coalition_session_get_network (fixture->session), fixture->hub)];
  g_assert_cmpfloat (forum->x, ==, 342);
  g_assert_cmpfloat (forum->y, ==, 310);
  g_assert_cmpfloat (canvas_fixture_find (fixture->campaign, "Party 5")->x, ==, 440);
  coalition_session_undo (fixture->session);
  canvas_fixture_wait (fixture->campaign, "Add a background");
}

static void
test_band (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (CoalitionTool) tool = coalition_band_tool_new ();
  g_autoptr (GPtrArray) selected = NULL;

  /* Around everything: an outline is around others, and the background is ground. */
  drag (fixture, tool, -480, 690, 1100, -780);
  selected = coalition_session_get_selected (fixture->session, NULL);
  g_assert_cmpuint (selected->len, ==, 9 + 3);
  g_assert_true (coalition_session_is_selected (fixture->session, get_record (fixture, fixture->hub)));
  g_assert_true (coalition_session_is_selected (fixture->session, get_record (fixture, fixture->note)));
  g_assert_true (coalition_session_is_selected (fixture->session, get_record (fixture, fixture->picture)));
  g_assert_false (coalition_session_is_selected (fixture->session, get_record (fixture, fixture->council)));

  coalition_scene_begin_move (fixture->scene);
  coalition_scene_move_by (fixture->scene, 10, 0);
  coalition_scene_end_move (fixture->scene);
  canvas_fixture_wait (fixture->campaign, "Move several things");
  g_assert_cmpfloat (get_real (fixture, fixture->note, "x"), ==, -390);
  g_assert_cmpfloat (canvas_fixture_find (fixture->campaign, "Party 4")->x, ==, 230);
  g_assert_cmpfloat (get_real (fixture, fixture->background, "x"), ==, -1000);
}

static void
test_walk_items (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();
  g_autofree char *said = NULL;
  CoalitionMapPart part;
  guint index;

  for (guint i = 0; i < 5; i++)
    {
      coalition_scene_walk_items (fixture->scene, 1);
      g_assert_true (coalition_scene_get_item_focus (fixture->scene, &part, &index));
      g_assert_true (coalition_scene_is_item_selected (fixture->scene, part, index));
      g_assert_false (g_ptr_array_find_with_equal_func (seen, coalition_scene_get_item_id (fixture->scene, part, index), g_str_equal, NULL));
      g_ptr_array_add (seen, (gpointer) coalition_scene_get_item_id (fixture->scene, part, index));
    }
  coalition_scene_walk_items (fixture->scene, 1);
  g_assert_true (coalition_scene_get_item_focus (fixture->scene, &part, &index));
  g_assert_cmpstr (coalition_scene_get_item_id (fixture->scene, part, index), ==, seen->pdata[0]);
  coalition_scene_walk_items (fixture->scene, -1);
  g_assert_true (coalition_scene_get_item_focus (fixture->scene, &part, &index));
  g_assert_cmpstr (coalition_scene_get_item_id (fixture->scene, part, index), ==, seen->pdata[4]);

  g_assert_true (coalition_scene_find_item (fixture->scene, fixture->note, &part, &index));
  said = coalition_scene_describe_item (fixture->scene, part, index);
  g_assert_cmpstr (said, ==, "Note: Ask the bakers");
  /* The arrows lead back to parties. */
  coalition_scene_walk (fixture->scene, COALITION_RIGHT, FALSE);
  g_assert_false (coalition_scene_get_item_focus (fixture->scene, &part, &index));
}

static void
test_nudge_items (Fixture       *fixture,
                  gconstpointer  data)
{
  CoalitionMapPart part;
  guint index;

  g_assert_true (coalition_scene_find_item (fixture->scene, fixture->note, &part, &index));
  coalition_scene_click (fixture->scene, part, index, FALSE);
  fixture->n_said = 0;
  coalition_scene_nudge (fixture->scene, 10, 0);
  coalition_scene_nudge (fixture->scene, 10, 0);
  coalition_scene_nudge (fixture->scene, 0, -10);
  g_assert_cmpuint (fixture->n_said, ==, 0);
  coalition_scene_end_nudge (fixture->scene);
  g_assert_cmpuint (fixture->n_said, ==, 1);
  g_assert_cmpstr (fixture->said, ==, "Moved 20 to the right and 10 up");
  canvas_fixture_wait (fixture->campaign, "Move Ask the bakers");
  g_assert_cmpfloat (get_real (fixture, fixture->note, "x"), ==, -380);

  coalition_scene_nudge_size (fixture->scene, 12, 0);
  coalition_scene_nudge_size (fixture->scene, 0, 12);
  coalition_scene_end_nudge (fixture->scene);
  canvas_fixture_wait (fixture->campaign, "Resize Ask the bakers");
  g_assert_cmpfloat (get_real (fixture, fixture->note, "width"), ==, 132);
  g_assert_cmpfloat (get_real (fixture, fixture->note, "height"), ==, 72);
}

static void
test_lasso (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (CoalitionTool) tool = coalition_lasso_tool_new ();
  CoalitionPress press = { .x = 500 + 110, .y = 100 - 110 };

  /* Around parties 1, 2 and 5, past 4: an angle that no rectangle has. */
  g_assert_true (coalition_tool_begin (tool, fixture->scene, &press));
  coalition_tool_update (tool, 0, 220);
  coalition_tool_update (tool, 220, 220);
  coalition_tool_update (tool, 220, 440);
  coalition_tool_update (tool, 440, 440);
  coalition_tool_update (tool, 440, 0);
  coalition_tool_end (tool);
  g_assert_cmpstr (fixture->asked, ==, "forum of 1 2 5");

  /* A click takes one more, a click on the ground asks for all. */
  drag (fixture, tool, 220, 220, 0, 0);
  drag (fixture, tool, 110, 550, 0, 0);
  g_assert_cmpstr (fixture->asked, ==, "forum of 1 2 5 4");

  /* Nobody inside: nothing is asked. */
  g_clear_pointer (&fixture->asked, g_free);
  coalition_tool_begin (tool, fixture->scene, &press);
  coalition_tool_update (tool, 10, 0);
  coalition_tool_update (tool, 10, 10);
  coalition_tool_end (tool);
  g_assert_null (fixture->asked);
}

static void
test_write_note (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (CoalitionTool) tool = coalition_note_tool_new ();
  g_autoptr (GPtrArray) selected = NULL;
  guint n_notes;

  drag (fixture, tool, 700, 600, -100, -50);
  g_assert_cmpstr (fixture->asked, ==, "new note at 600 550, 100 x 50");
  coalition_scene_add_note (fixture->scene, "Here we met", &(CoalitionBox) { 600, 550, 700, 600 });
  canvas_fixture_wait (fixture->campaign, "Add a note");
  selected = coalition_session_get_selected (fixture->session, &coalition_kind_note);
  g_assert_cmpuint (selected->len, ==, 1);
  g_assert_cmpstr (coalition_record_get_title (selected->pdata[0]), ==, "Here we met");

  coalition_scene_ask_rename_record (fixture->scene, coalition_record_get_id (selected->pdata[0]));
  g_assert_cmpstr (fixture->asked, ==, "note at 600 550, 100 x 50");
  coalition_scene_write_note (fixture->scene, coalition_record_get_id (selected->pdata[0]), "Here we met in May");
  canvas_fixture_wait (fixture->campaign, "Change the text of a note");
  coalition_scene_duplicate (fixture->scene);
  canvas_fixture_wait (fixture->campaign, "Duplicate notes and pictures");
  coalition_network_get_notes (coalition_session_get_network (fixture->session), &n_notes);
  g_assert_cmpuint (n_notes, ==, 3);
  /* Without any text it goes. */
  coalition_scene_write_note (fixture->scene, coalition_record_get_id (selected->pdata[0]), "");
  canvas_fixture_wait (fixture->campaign, "Delete Here we met in May");
  coalition_network_get_notes (coalition_session_get_network (fixture->session), &n_notes);
  g_assert_cmpuint (n_notes, ==, 2);
}

static void
select_parties (Fixture    *fixture,
                const char *first,
                ...)
{
  gboolean extend = FALSE;
  va_list names;

  va_start (names, first);
  for (const char *name = first; name != NULL; name = va_arg (names, const char *))
    {
      coalition_scene_click (fixture->scene, COALITION_MAP_PARTY, find (fixture, name), extend);
      extend = TRUE;
    }
  va_end (names);
}

static void
test_align_and_snap (Fixture       *fixture,
                     gconstpointer  data)
{
  select_parties (fixture, "Party 0", "Party 4", "Party 5", NULL);
  coalition_scene_align (fixture->scene, COALITION_ALIGN_MIDDLE);
  canvas_fixture_wait (fixture->campaign, "Align several parties");
  g_assert_cmpfloat (fabs (canvas_fixture_find (fixture->campaign, "Party 0")->y - canvas_fixture_find (fixture->campaign, "Party 5")->y), <, 0.01);
  g_assert_cmpfloat (canvas_fixture_find (fixture->campaign, "Party 1")->y, ==, 0);
  g_assert_true (canvas_fixture_find (fixture->campaign, "Party 4")->pinned);
  coalition_scene_align (fixture->scene, COALITION_DISTRIBUTE_ACROSS);
  canvas_fixture_wait (fixture->campaign, "Distribute several parties");

  select_parties (fixture, "Party 8", NULL);
  coalition_scene_set_snap (fixture->scene, TRUE);
  coalition_scene_begin_move (fixture->scene);
  coalition_scene_move_by (fixture->scene, 5, 7);
  coalition_scene_end_move (fixture->scene);
  canvas_fixture_wait (fixture->campaign, "Move Party 8");
  g_assert_cmpfloat (canvas_fixture_find (fixture->campaign, "Party 8")->x, ==, 19 * COALITION_SCENE_GRID);
  g_assert_cmpfloat (canvas_fixture_find (fixture->campaign, "Party 8")->y, ==, 19 * COALITION_SCENE_GRID);
}

static void
test_near (Fixture       *fixture,
           gconstpointer  data)
{
  guint n_all, n_shown;
  g_autofree CoalitionBox *boxes = NULL, *all = coalition_scene_dup_shown_boxes (fixture->scene, &n_all);

  select_parties (fixture, "Party 4", NULL);
  coalition_scene_show_near (fixture->scene, 1);
  while (coalition_scene_get_near (fixture->scene) != 1)
    g_main_context_iteration (NULL, TRUE);
  coalition_session_set_hides (fixture->session, TRUE);
  while (!coalition_record_get_boolean (coalition_session_get_view (fixture->session), "hides"))
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  boxes = coalition_scene_dup_shown_boxes (fixture->scene, &n_shown);
  g_assert_cmpuint (n_shown, <, n_all);
  g_assert_false (coalition_scene_is_left_out (fixture->scene, find (fixture, "Party 4")));
  coalition_scene_select_all (fixture->scene);
  {
    g_autoptr (GArray) selected = coalition_scene_get_selected (fixture->scene);

    guint n_left_out = 0;

    for (guint i = 0; i < 9; i++)
      {
        const gboolean left_out = coalition_scene_is_left_out (fixture->scene, i);

        /* Nobody walks from, or sees a ring around, who is not on the map. */
        coalition_scene_set_focus (fixture->scene, (int) i);
        g_assert_cmpint (coalition_scene_get_focus (fixture->scene), ==, left_out ? -1 : (int) i);
        n_left_out += left_out ? 1 : 0;
      }
    g_assert_cmpuint (n_left_out, >, 0);
    g_assert_cmpuint (selected->len, ==, 9 - n_left_out);
  }
  coalition_scene_show_near (fixture->scene, 0);
  while (coalition_scene_get_near (fixture->scene) != 0)
    g_main_context_iteration (NULL, TRUE);
}

static guint
count_parties (Fixture *fixture)
{
  guint n_parties;

  coalition_network_get_parties (coalition_session_get_network (fixture->session), &n_parties);
  return n_parties;
}

static void
test_collapse (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GPtrArray) selected = NULL;
  CoalitionMapPart part;
  guint group, index;

  g_assert_true (coalition_scene_find_item (fixture->scene, fixture->council, &part, &index));
  coalition_scene_click (fixture->scene, part, index, FALSE);
  coalition_scene_collapse_selected (fixture->scene);
  while (count_parties (fixture) != 7)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  group = find (fixture, "Council");
  g_assert_cmpuint (coalition_scene_get_party (fixture->scene, group)->members, ==, 3);

  /* The group stands for its members. */
  coalition_scene_click (fixture->scene, COALITION_MAP_PARTY, group, FALSE);
  selected = coalition_session_get_selected (fixture->session, &coalition_kind_party);
  g_assert_cmpuint (selected->len, ==, 3);
  g_assert_true (coalition_scene_is_selected (fixture->scene, group));
  coalition_scene_begin_move (fixture->scene);
  coalition_scene_move_by (fixture->scene, 0, -40);
  coalition_scene_end_move (fixture->scene);
  canvas_fixture_wait (fixture->campaign, "Move Council");

  coalition_scene_click (fixture->scene, COALITION_MAP_PARTY, find (fixture, "Council"), FALSE);
  coalition_scene_expand_selected (fixture->scene);
  while (count_parties (fixture) != 9)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpfloat (canvas_fixture_find (fixture->campaign, "Party 1")->y, ==, -40);
  g_assert_cmpfloat (canvas_fixture_find (fixture->campaign, "Party 3")->y, ==, 180);
  g_assert_cmpfloat (canvas_fixture_find (fixture->campaign, "Party 4")->y, ==, 220);
}

static void
test_forum_members (Fixture       *fixture,
                    gconstpointer  data)
{
  const CoalitionNetworkForum *forum;

  select_parties (fixture, "Party 3", "Party 4", NULL);
  coalition_scene_add_to_forum (fixture->scene, fixture->council);
  canvas_fixture_wait (fixture->campaign, "Add members to Council");
  forum = &coalition_network_get_forums (coalition_session_get_network (fixture->session), NULL)
    [coalition_network_find_forum (coalition_session_get_network (fixture->session), fixture->council)];
  g_assert_cmpuint (forum->n_members, ==, 4);
  coalition_scene_leave_forum (fixture->scene, fixture->council);
  canvas_fixture_wait (fixture->campaign, "Take members out of Council");
  forum = &coalition_network_get_forums (coalition_session_get_network (fixture->session), NULL)
    [coalition_network_find_forum (coalition_session_get_network (fixture->session), fixture->council)];
  g_assert_cmpuint (forum->n_members, ==, 2);
}

static void
test_paste_lines (Fixture       *fixture,
                  gconstpointer  data)
{
  const char *const names[] = { "Bakers", "Millers", "Farmers", NULL };
  const CoalitionNetworkParty *parties;
  guint n_parties;

  coalition_scene_add_parties (fixture->scene, names, 220, 220, NULL);
  canvas_fixture_wait (fixture->campaign, "Add 3 parties");
  parties = coalition_network_get_parties (coalition_session_get_network (fixture->session), &n_parties);
  g_assert_cmpuint (n_parties, ==, 12);
  for (guint i = 0; i < n_parties; i++)
    for (guint j = 0; j < i; j++)
      g_assert_true (fabs (parties[i].x - parties[j].x) > 100 || fabs (parties[i].y - parties[j].y) > 40);
  g_assert_cmpfloat (canvas_fixture_find (fixture->campaign, "Party 4")->x, ==, 220);
}

/* What is pasted keeps clear of what covers the map, and is selected. */
static void
test_paste_clear_of_cards (Fixture       *fixture,
                           gconstpointer  data)
{
  const char *const names[] = { "Bakers", "Millers", NULL };
  CoalitionCampaign *campaign = coalition_session_get_campaign (fixture->session);
  CoalitionBox card = { 900, 900, 1100, 1000 };
  g_autoptr (GArray) cards = g_array_new (FALSE, FALSE, sizeof card);

  g_array_append_val (cards, card);
  coalition_scene_add_parties (fixture->scene, names, 1000, 950, cards);
  canvas_fixture_wait (fixture->campaign, "Add 2 parties");
  for (guint i = 0; i < 2; i++)
    {
      const CoalitionNetworkParty *parties = coalition_network_get_parties (coalition_session_get_network (fixture->session), NULL);
      const CoalitionNetworkParty *party = &parties[find (fixture, names[i])];

      g_assert_true (party->x < 900 || party->x > 1100 || party->y < 900 || party->y > 1000);
      g_assert_true (coalition_session_is_selected (fixture->session,
                                                    coalition_campaign_get_record (campaign, &coalition_kind_party, party->id)));
    }
}

/* The note lies at -400, 0 and is 120 wide and 60 high: what is added there is put beside it. */
static void
test_paste_beside_note (Fixture       *fixture,
                        gconstpointer  data)
{
  const char *const names[] = { "Bakers", "Millers", NULL };

  coalition_scene_add_parties (fixture->scene, names, -340, 30, NULL);
  canvas_fixture_wait (fixture->campaign, "Add 2 parties");
  for (guint i = 0; i < 2; i++)
    {
      const CoalitionNetworkParty *parties = coalition_network_get_parties (coalition_session_get_network (fixture->session), NULL);
      const CoalitionNetworkParty *party = &parties[find (fixture, names[i])];

      g_assert_true (party->x < -400 || party->x > -280 || party->y < 0 || party->y > 60);
    }
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
  add ("/canvas/objects/note", test_note);
  add ("/canvas/objects/paste-beside-note", test_paste_beside_note);
  add ("/canvas/objects/paste-clear-of-cards", test_paste_clear_of_cards);
  add ("/canvas/objects/picture-keeps-proportions", test_picture_keeps_proportions);
  add ("/canvas/objects/background", test_background);
  add ("/canvas/objects/drag-outline", test_drag_outline);
  add ("/canvas/objects/drag-hub", test_drag_hub);
  add ("/canvas/objects/band", test_band);
  add ("/canvas/objects/walk", test_walk_items);
  add ("/canvas/objects/nudge", test_nudge_items);
  add ("/canvas/objects/lasso", test_lasso);
  add ("/canvas/objects/write-note", test_write_note);
  add ("/canvas/objects/align-and-snap", test_align_and_snap);
  add ("/canvas/objects/near", test_near);
  add ("/canvas/objects/collapse", test_collapse);
  add ("/canvas/objects/forum-members", test_forum_members);
  add ("/canvas/objects/paste-lines", test_paste_lines);
  return g_test_run ();
}
