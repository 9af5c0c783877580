/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The canvas in a window, driven by a real pointer and real keys. Every step waits for what it brings about. */

#include "canvas-fixture.h"
#include "coalition-canvas-view.h"
#include "coalition-item-proxy.h"
#include "coalition-minimap.h"
#include "coalition-party-proxy.h"

#include <adwaita.h>
#include <math.h>

/* Longer than any step takes on a slow machine, in microseconds; reached only when a test fails. */
#define PATIENCE (60 * G_TIME_SPAN_SECOND)

typedef struct {
  CanvasFixture *campaign;
  GtkWidget *window;
  CoalitionCanvas *canvas;
  CoalitionScene *scene;
} Fixture;

#define wait_until(condition) \
  do { \
    gint64 deadline_ = g_get_monotonic_time () + PATIENCE; \
    guint beat_ = g_timeout_add (20, beat_cb, NULL); \
    while (!(condition)) \
      { \
        if (g_get_monotonic_time () > deadline_) \
          g_error ("Waited in vain for: %s", #condition); \
        g_main_context_iteration (NULL, TRUE); \
      } \
    g_source_remove (beat_); \
  } while (0)

static gboolean
beat_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
done_cb (GObject      *process,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check_finish (G_SUBPROCESS (process), result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

/* Has xdotool press, move and type, while the window goes on living. */
static void
drive (const char *format,
       ...) G_GNUC_PRINTF (1, 2);

static void
drive (const char *format,
       ...)
{
  g_autofree char *arguments = NULL, *line = NULL;
  g_auto (GStrv) argv = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;
  va_list list;

  va_start (list, format);
  arguments = g_strdup_vprintf (format, list);
  va_end (list);
  line = g_strdup_printf ("xdotool %s", arguments);
  g_shell_parse_argv (line, NULL, &argv, &error);
  g_assert_no_error (error);
  process = g_subprocess_newv ((const char *const *) argv, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, done_cb, &done);
  wait_until (done);
}

static int
find (Fixture    *fixture,
      const char *name)
{
  const CoalitionNetworkParty *party = canvas_fixture_find (fixture->campaign, name);

  return party != NULL ? coalition_network_find_party (coalition_scene_get_network (fixture->scene), party->id) : -1;
}

/* Where a place of the map is on the screen; the window lies in the corner of a screen without a window manager. */
static void
to_screen (Fixture *fixture,
           double   map_x,
           double   map_y,
           int     *screen_x,
           int     *screen_y)
{
  double x, y, left, top;

  coalition_viewport_to_widget (coalition_scene_get_viewport (fixture->scene), map_x, map_y, &x, &y);
  g_assert_true (gtk_widget_translate_coordinates (GTK_WIDGET (fixture->canvas), fixture->window, x, y, &x, &y));
  gtk_native_get_surface_transform (GTK_NATIVE (fixture->window), &left, &top);
  *screen_x = (int) round (x + left);
  *screen_y = (int) round (y + top);
}

static void
find_on_screen (Fixture    *fixture,
                const char *name,
                int        *x,
                int        *y)
{
  double map_x, map_y;

  coalition_map_get_place (coalition_scene_get_map (fixture->scene), find (fixture, name), &map_x, &map_y);
  to_screen (fixture, map_x, map_y, x, y);
}

static gboolean
entry_has_focus (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return GTK_IS_TEXT (focus) && gtk_widget_get_mapped (focus);
}

static gboolean
is_selected (Fixture    *fixture,
             const char *name)
{
  return coalition_scene_is_selected (fixture->scene, find (fixture, name));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *view;

  fixture->campaign = canvas_fixture_new (9, 4, 3, TRUE);
  fixture->window = gtk_window_new ();
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 760);
  view = coalition_canvas_view_new (fixture->campaign->session);
  gtk_window_set_child (GTK_WINDOW (fixture->window), view);
  fixture->canvas = coalition_canvas_view_get_canvas (COALITION_CANVAS_VIEW (view));
  fixture->scene = coalition_canvas_get_scene (fixture->canvas);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (coalition_canvas_is_settled (fixture->canvas));
  gtk_widget_grab_focus (view);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_until (fixture->window == NULL);
  canvas_fixture_free (fixture->campaign);
}

static void
test_click_and_drag (Fixture       *fixture,
                    gconstpointer  data)
{
  const CoalitionNetworkParty *party;
  int x, y;

  find_on_screen (fixture, "Party 4", &x, &y);
  drive ("mousemove %d %d click 1", x, y);
  wait_until (is_selected (fixture, "Party 4"));

  drive ("mousemove %d %d mousedown 1 mousemove %d %d mousemove %d %d mouseup 1", x, y, x + 20, y + 10, x + 60, y + 40);
  canvas_fixture_wait (fixture->campaign, "Move Party 4");
  party = canvas_fixture_find (fixture->campaign, "Party 4");
  g_assert_true (party->pinned);
  g_assert_cmpfloat (party->x, >, 230);
  g_assert_cmpfloat (party->y, >, 225);
}

static void
test_add_by_typing (Fixture       *fixture,
                    gconstpointer  data)
{
  const CoalitionNetworkParty *party;
  int x, y;

  to_screen (fixture, 110, 110, &x, &y);
  drive ("mousemove %d %d click --repeat 2 --delay 40 1", x, y);
  wait_until (entry_has_focus (fixture));
  drive ("type 'Bakers'");
  drive ("key Return");
  canvas_fixture_wait (fixture->campaign, "Add Bakers");
  party = canvas_fixture_find (fixture->campaign, "Bakers");
  g_assert_cmpfloat (fabs (party->x - 110), <, 2);
  g_assert_true (party->pinned);
  wait_until (is_selected (fixture, "Bakers"));

  /* Then renamed where it stands. */
  wait_until (!entry_has_focus (fixture));
  drive ("key F2");
  wait_until (entry_has_focus (fixture));
  drive ("type 'Millers'");
  drive ("key Return");
  canvas_fixture_wait (fixture->campaign, "Rename Bakers to Millers");
  g_assert_nonnull (canvas_fixture_find (fixture->campaign, "Millers"));
}

static void
test_connect_from_rim (Fixture       *fixture,
                       gconstpointer  data)
{
  const CoalitionNetworkTie *ties;
  int from_x, from_y, to_x, to_y;
  guint n_before, n_after, index;
  double x, y;

  coalition_network_get_ties (coalition_scene_get_network (fixture->scene), &n_before);
  /* The rim is looked for on the way to the right. */
  coalition_map_get_place (coalition_scene_get_map (fixture->scene), find (fixture, "Party 3"), &x, &y);
  while (coalition_map_pick (coalition_scene_get_map (fixture->scene), x, y, 4, &index) != COALITION_MAP_PARTY_EDGE)
    g_assert_cmpfloat (x += 1, <, 200);
  to_screen (fixture, x + 1, y, &from_x, &from_y);
  find_on_screen (fixture, "Party 4", &to_x, &to_y);
  drive ("mousemove %d %d mousedown 1 mousemove %d %d mousemove %d %d mouseup 1", from_x, from_y, from_x + 20, from_y, to_x, to_y);
  wait_until (entry_has_focus (fixture));
  drive ("type 'fund'");
  drive ("key Return");
  canvas_fixture_wait (fixture->campaign, "Tie Party 3 and Party 4");
  ties = coalition_network_get_ties (coalition_scene_get_network (fixture->scene), &n_after);
  g_assert_cmpuint (n_after, ==, n_before + 1);
  for (guint i = 0; i < n_after; i++)
    if ((int) ties[i].from == find (fixture, "Party 3") && (int) ties[i].to == find (fixture, "Party 4")
        && g_strcmp0 (ties[i].kind, "funds") == 0)
      return;
  g_error ("The tie is not there");
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *focus;
  int x, y;

  find_on_screen (fixture, "Party 4", &x, &y);
  drive ("mousemove %d %d click 1", x, y);
  wait_until (is_selected (fixture, "Party 4"));
  drive ("key Right");
  wait_until (is_selected (fixture, "Party 5") && !is_selected (fixture, "Party 4"));

  /* What the arrows reach has the keyboard focus, under its own name. */
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (COALITION_IS_PARTY_PROXY (focus));
  g_assert_cmpstr (coalition_party_proxy_get_id (COALITION_PARTY_PROXY (focus)), ==, canvas_fixture_find (fixture->campaign, "Party 5")->id);

  drive ("key shift+Up");
  wait_until (is_selected (fixture, "Party 2") && is_selected (fixture, "Party 5"));
  drive ("key ctrl+Down ctrl+Down");
  canvas_fixture_wait (fixture->campaign, "Move several parties");
  g_assert_cmpfloat (canvas_fixture_find (fixture->campaign, "Party 2")->y, ==, 20);
  drive ("key Delete");
  canvas_fixture_wait (fixture->campaign, "Delete 2 records");
  g_assert_null (canvas_fixture_find (fixture->campaign, "Party 2"));
  drive ("key ctrl+a");
  wait_until (is_selected (fixture, "Party 0") && is_selected (fixture, "Party 8"));
  drive ("key Escape");
  wait_until (!is_selected (fixture, "Party 0"));
}

static double
get_offset (Fixture *fixture)
{
  double x, y;

  coalition_viewport_get_offset (coalition_scene_get_viewport (fixture->scene), &x, &y);
  return y;
}

static void
test_wheel (Fixture       *fixture,
            gconstpointer  data)
{
  CoalitionViewport *viewport = coalition_scene_get_viewport (fixture->scene);
  double zoom = coalition_viewport_get_zoom (viewport), before = get_offset (fixture);
  int screen_x, screen_y, after_x, after_y;

  to_screen (fixture, 110, 110, &screen_x, &screen_y);
  drive ("mousemove %d %d click 5", screen_x, screen_y);
  wait_until (get_offset (fixture) < before);
  to_screen (fixture, 110, 110, &screen_x, &screen_y);
  drive ("mousemove %d %d keydown ctrl click 4 keyup ctrl", screen_x, screen_y);
  wait_until (coalition_viewport_get_zoom (viewport) > zoom);
  /* What was under the pointer is there still. */
  to_screen (fixture, 110, 110, &after_x, &after_y);
  g_assert_cmpint (ABS (after_x - screen_x), <=, 1);
  g_assert_cmpint (ABS (after_y - screen_y), <=, 1);
  drive ("key Home");
  wait_until (coalition_viewport_get_zoom (viewport) == zoom);
}

/* A note to the right of the parties, with a forum of the first two. */
static char *
add_things (Fixture *fixture)
{
  CoalitionCommand *command = coalition_command_new ("Make things", NULL);
  g_autoptr (GError) error = NULL;
  const char *forum = coalition_command_insert (command, &coalition_kind_forum, NULL);
  char *note;

  coalition_command_set_text (command, &coalition_kind_forum, forum, "name", "Council");
  for (guint i = 0; i < 2; i++)
    {
      const char *member = coalition_command_insert (command, &coalition_kind_forum_member, NULL);

      coalition_command_set_text (command, &coalition_kind_forum_member, member, "forum", forum);
      coalition_command_set_text (command, &coalition_kind_forum_member, member, "party", fixture->campaign->parties->pdata[i]);
    }
  note = g_strdup (coalition_command_insert (command, &coalition_kind_note, NULL));
  coalition_command_set_text (command, &coalition_kind_note, note, "view",
                              coalition_record_get_id (coalition_campaign_get_view (fixture->campaign->campaign)));
  coalition_command_set_text (command, &coalition_kind_note, note, "text", "Ask the bakers");
  coalition_command_set_real (command, &coalition_kind_note, note, "x", 280);
  coalition_command_set_real (command, &coalition_kind_note, note, "y", 80);
  coalition_command_set_real (command, &coalition_kind_note, note, "width", 100);
  coalition_command_set_real (command, &coalition_kind_note, note, "height", 60);
  coalition_campaign_run (fixture->campaign->campaign, command, &error);
  g_assert_no_error (error);
  canvas_fixture_next (fixture->campaign);
  wait_until (coalition_canvas_is_settled (fixture->canvas));
  return note;
}

static void
test_note_in_place (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *id = add_things (fixture);
  CoalitionRecord *note = coalition_campaign_find_record (fixture->campaign->campaign, id);
  int x, y;

  to_screen (fixture, 330, 110, &x, &y);
  drive ("mousemove %d %d click --repeat 2 --delay 40 1", x, y);
  wait_until (GTK_IS_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  drive ("key ctrl+a");
  drive ("type 'And the millers'");
  drive ("key ctrl+Return");
  canvas_fixture_wait (fixture->campaign, "Change the text of a note");
  g_assert_cmpstr (coalition_record_get_text (note, "text"), ==, "And the millers");

  /* Escape leaves it as it is. */
  wait_until (!GTK_IS_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  drive ("key F2");
  wait_until (GTK_IS_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  drive ("type 'x'");
  drive ("key Escape");
  wait_until (!GTK_IS_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  g_assert_cmpstr (coalition_record_get_text (note, "text"), ==, "And the millers");
}

static gboolean
is_at_item (Fixture    *fixture,
            const char *title)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  CoalitionRecord *record = NULL;

  if (COALITION_IS_ITEM_PROXY (focus))
    record = coalition_campaign_find_record (fixture->campaign->campaign, coalition_item_proxy_get_id (COALITION_ITEM_PROXY (focus)));
  return record != NULL && g_str_equal (coalition_record_get_title (record), title);
}

static void
test_items_by_keys (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *id = add_things (fixture);
  CoalitionRecord *note = coalition_campaign_find_record (fixture->campaign->campaign, id);
  double x, width;

  drive ("key bracketright");
  wait_until (is_at_item (fixture, "Council"));
  drive ("key bracketright");
  wait_until (is_at_item (fixture, "Ask the bakers"));
  g_assert_true (coalition_session_is_selected (fixture->campaign->session, note));
  drive ("key ctrl+Right ctrl+Right");
  canvas_fixture_wait (fixture->campaign, "Move Ask the bakers");
  g_assert_true (coalition_record_get_real (note, "x", &x));
  g_assert_cmpfloat (x, ==, 300);
  drive ("key alt+Right");
  canvas_fixture_wait (fixture->campaign, "Resize Ask the bakers");
  g_assert_true (coalition_record_get_real (note, "width", &width));
  g_assert_cmpfloat (width, ==, 112);
  drive ("key bracketleft");
  wait_until (is_at_item (fixture, "Council"));
  /* The members of the forum go with it. */
  drive ("key ctrl+Up");
  canvas_fixture_wait (fixture->campaign, "Move Council");
  g_assert_cmpfloat (canvas_fixture_find (fixture->campaign, "Party 1")->y, ==, -10);
  g_assert_cmpfloat (canvas_fixture_find (fixture->campaign, "Party 2")->y, ==, 0);
  drive ("key Delete");
  canvas_fixture_wait (fixture->campaign, "Delete Council");
}

static void
text_read_cb (GObject      *clipboard,
              GAsyncResult *result,
              gpointer      data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static void
written_cb (GObject      *provider,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GError) error = NULL;

  gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (provider), result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static void
test_clipboard (Fixture       *fixture,
                gconstpointer  data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->canvas));
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GBytes) bytes = NULL, svg = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean written = FALSE;
  guint n_pictures = 0;
  int x, y;

  find_on_screen (fixture, "Party 4", &x, &y);
  drive ("mousemove %d %d click 1", x, y);
  wait_until (is_selected (fixture, "Party 4"));
  drive ("key ctrl+c");
  wait_until (gdk_clipboard_get_content (clipboard) != NULL);
  gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, &text);
  wait_until (text != NULL);
  g_assert_cmpstr (text, ==, "Party 4");
  gdk_content_provider_write_mime_type_async (gdk_clipboard_get_content (clipboard), "image/png", stream, G_PRIORITY_DEFAULT, NULL,
                                              written_cb, &written);
  wait_until (written);
  g_output_stream_close (stream, NULL, NULL);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  texture = gdk_texture_new_from_bytes (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), >, 50);
  svg = coalition_canvas_dup_picture (fixture->canvas, "svg", &error);
  g_assert_no_error (error);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg), "<svg"));

  gdk_clipboard_set_text (clipboard, "Bakers\nMillers\n");
  drive ("key ctrl+v");
  canvas_fixture_wait (fixture->campaign, "Add 2 parties");
  g_assert_nonnull (canvas_fixture_find (fixture->campaign, "Millers"));

  gdk_clipboard_set_texture (clipboard, texture);
  drive ("key ctrl+v");
  canvas_fixture_wait (fixture->campaign, "Add a picture");
  coalition_network_get_pictures (coalition_session_get_network (fixture->campaign->session), &n_pictures);
  g_assert_cmpuint (n_pictures, ==, 1);
}

static void
go_to_view (Fixture         *fixture,
            CoalitionRecord *view)
{
  coalition_session_set_view (fixture->campaign->session, view);
  wait_until (g_strcmp0 (coalition_scene_get_view_id (fixture->scene), coalition_record_get_id (view)) == 0
              && coalition_canvas_is_settled (fixture->canvas)
              && !coalition_viewport_is_flying (coalition_scene_get_viewport (fixture->scene)));
}

/* A view that keeps its zoom is shown with it; another is fitted. */
static void
test_views (Fixture       *fixture,
            gconstpointer  data)
{
  CoalitionSession *session = fixture->campaign->session;
  CoalitionViewport *viewport = coalition_scene_get_viewport (fixture->scene);
  CoalitionRecord *first = coalition_session_get_view (session);
  double fitted = coalition_viewport_get_zoom (viewport);
  CoalitionBox visible;

  coalition_session_add_view (session, "Near the bakery");
  canvas_fixture_wait (fixture->campaign, "Add the view Near the bakery");
  wait_until (coalition_session_get_view (session) != first);
  coalition_session_keep_zoom (session, TRUE, 0.5, 440, 0);
  canvas_fixture_wait (fixture->campaign, "Keep the zoom of the view Near the bakery");
  {
    CoalitionRecord *second = coalition_session_get_view (session);

    go_to_view (fixture, first);
    g_assert_cmpfloat (fabs (coalition_viewport_get_zoom (viewport) - fitted), <, 0.01);
    go_to_view (fixture, second);
    g_assert_cmpfloat (coalition_viewport_get_zoom (viewport), ==, 0.5);
    coalition_viewport_get_visible (viewport, &visible);
    g_assert_cmpfloat (fabs ((visible.left + visible.right) / 2 - 440), <, 2);
    g_assert_cmpfloat (fabs ((visible.top + visible.bottom) / 2), <, 2);
  }
}

/* What is asked in place is left by Escape or Enter, not by Tab. */
static void
test_merge_by_keys (Fixture       *fixture,
                    gconstpointer  data)
{
  int x, y;

  find_on_screen (fixture, "Party 4", &x, &y);
  drive ("mousemove %d %d click 1", x, y);
  wait_until (is_selected (fixture, "Party 4"));
  drive ("key shift+Right");
  wait_until (is_selected (fixture, "Party 5"));
  drive ("key ctrl+m");
  wait_until (GTK_IS_CHECK_BUTTON (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  drive ("key Tab");
  wait_until (GTK_IS_BUTTON (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  drive ("key Return");
  wait_until (canvas_fixture_find (fixture->campaign, "Party 4") == NULL);
  g_assert_nonnull (canvas_fixture_find (fixture->campaign, "Party 5"));
  coalition_session_undo (fixture->campaign->session);
  canvas_fixture_wait (fixture->campaign, "Make a test");
  g_assert_nonnull (canvas_fixture_find (fixture->campaign, "Party 4"));
}

/* A large map shows its minimap; a click there goes there. */
static void
test_minimap (void)
{
  Fixture fixture = { .campaign = canvas_fixture_new (COALITION_MINIMAP_LEAST + 25, 60, 3, TRUE) };
  CanvasFixture *small = canvas_fixture_new (9, 4, 3, TRUE);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *canvas, *minimap, *other, *other_canvas;
  CoalitionBox before, after;
  double x, y, left, top;

  fixture.window = gtk_window_new ();
  g_object_add_weak_pointer (G_OBJECT (fixture.window), (gpointer *) &fixture.window);
  gtk_window_set_default_size (GTK_WINDOW (fixture.window), 1000, 700);
  canvas = coalition_canvas_new (fixture.campaign->session);
  minimap = coalition_minimap_new (COALITION_CANVAS (canvas));
  other_canvas = g_object_ref_sink (coalition_canvas_new (small->session));
  other = g_object_ref_sink (coalition_minimap_new (COALITION_CANVAS (other_canvas)));
  gtk_widget_set_hexpand (canvas, TRUE);
  gtk_widget_set_valign (minimap, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), canvas);
  gtk_box_append (GTK_BOX (box), minimap);
  gtk_window_set_child (GTK_WINDOW (fixture.window), box);
  gtk_window_present (GTK_WINDOW (fixture.window));
  wait_until (coalition_canvas_is_settled (COALITION_CANVAS (canvas)));
  g_assert_true (coalition_minimap_is_wanted (COALITION_MINIMAP (minimap)));
  g_assert_false (coalition_minimap_is_wanted (COALITION_MINIMAP (other)));

  coalition_canvas_zoom_by (COALITION_CANVAS (canvas), 6);
  coalition_viewport_get_visible (coalition_scene_get_viewport (coalition_canvas_get_scene (COALITION_CANVAS (canvas))), &before);
  g_assert_true (gtk_widget_translate_coordinates (minimap, fixture.window, 30, 25, &x, &y));
  gtk_native_get_surface_transform (GTK_NATIVE (fixture.window), &left, &top);
  drive ("mousemove %d %d click 1", (int) (x + left), (int) (y + top));
  do
    {
      g_main_context_iteration (NULL, TRUE);
      coalition_viewport_get_visible (coalition_scene_get_viewport (coalition_canvas_get_scene (COALITION_CANVAS (canvas))), &after);
    }
  while (after.left == before.left);
  g_assert_cmpfloat (after.left, <, before.left);
  g_assert_cmpfloat (after.top, <, before.top);
  g_assert_cmpfloat (fabs ((after.right - after.left) - (before.right - before.left)), <, 1);

  g_object_unref (other);
  g_object_unref (other_canvas);
  gtk_window_destroy (GTK_WINDOW (fixture.window));
  wait_until (fixture.window == NULL);
  canvas_fixture_free (fixture.campaign);
  canvas_fixture_free (small);
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
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  coalition_records_register ();
  coalition_canvas_register ();
  add ("/canvas/window/click-and-drag", test_click_and_drag);
  add ("/canvas/window/add-by-typing", test_add_by_typing);
  add ("/canvas/window/connect-from-rim", test_connect_from_rim);
  add ("/canvas/window/keys", test_keys);
  add ("/canvas/window/wheel", test_wheel);
  add ("/canvas/window/note-in-place", test_note_in_place);
  add ("/canvas/window/items-by-keys", test_items_by_keys);
  add ("/canvas/window/clipboard", test_clipboard);
  add ("/canvas/window/views", test_views);
  add ("/canvas/window/merge-by-keys", test_merge_by_keys);
  g_test_add_func ("/canvas/window/minimap", test_minimap);
  return g_test_run ();
}
