/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What floats on the map, in a window of its own: chips, views, time, presenting, and that no card lies on another. */

#include "canvas-fixture.h"
#include "coalition-canvas-view.h"
#include "coalition-chip.h"
#include "coalition-clock.h"
#include "coalition-time-bar.h"
#include "coalition-time-pill.h"

#include <adwaita.h>

/* Longer than any step takes on a slow machine, in microseconds; reached only when a test fails. */
#define PATIENCE (60 * G_TIME_SPAN_SECOND)

typedef struct {
  CanvasFixture *campaign;
  CoalitionSession *session;
  GtkWidget *window;
  CoalitionCanvasView *view;
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

static void
press (const char *key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "xdotool", "key", key, NULL);
  gboolean done = FALSE;

  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, done_cb, &done);
  wait_until (done);
}

/* The first widget of a type below another that is mapped. */
static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static guint
count (GtkWidget *widget,
       GType      type)
{
  guint n = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count (child, type);
  return n;
}

static gboolean
is_shown (Fixture       *fixture,
          CoalitionCard  card)
{
  return coalition_canvas_view_get_places (fixture->view)[card].shown;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->campaign = canvas_fixture_new (12, 14, 3, TRUE);
  fixture->session = fixture->campaign->session;
  fixture->window = gtk_window_new ();
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 760);
  fixture->view = COALITION_CANVAS_VIEW (coalition_canvas_view_new (fixture->session));
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (coalition_canvas_is_settled (coalition_canvas_view_get_canvas (fixture->view)));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_until (fixture->window == NULL);
  canvas_fixture_free (fixture->campaign);
}

static guint
get_filter_size (Fixture *fixture)
{
  return coalition_filter_get_size (coalition_session_get_filter (fixture->session));
}

static void
add_condition (Fixture    *fixture,
               const char *subject,
               const char *value)
{
  g_autoptr (CoalitionFilter) filter = coalition_filter_copy (coalition_session_get_filter (fixture->session));
  guint size = coalition_filter_get_size (filter) + 1;

  coalition_filter_add (filter, subject, COALITION_FILTER_IS, (const char *const[]) { value, NULL });
  coalition_session_set_filter (fixture->session, filter);
  wait_until (get_filter_size (fixture) == size);
}

static void
test_chips (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view), *chip;

  g_assert_false (is_shown (fixture, COALITION_CARD_CHIPS));
  add_condition (fixture, "party.level", "affected");
  wait_until (count (view, COALITION_TYPE_CHIP) == 1);
  wait_until (is_shown (fixture, COALITION_CARD_CHIPS));
  chip = find (view, COALITION_TYPE_CHIP);
  g_assert_nonnull (strstr (coalition_chip_get_label (COALITION_CHIP (chip)), "Affected"));
  add_condition (fixture, "tie.kind", "funds");
  wait_until (count (view, COALITION_TYPE_CHIP) == 2);

  /* The keyboard reaches a chip and takes it away; the focus stays with what is left. */
  gtk_widget_child_focus (find (view, COALITION_TYPE_CHIP), GTK_DIR_TAB_FORWARD);
  press ("Delete");
  wait_until (get_filter_size (fixture) == 1 && count (view, COALITION_TYPE_CHIP) == 1);
  g_assert_cmpstr (coalition_filter_get (coalition_session_get_filter (fixture->session), 0)->subject, ==, "tie.kind");
  wait_until (gtk_widget_get_focus_child (find (view, COALITION_TYPE_CHIP)) != NULL);
  press ("Delete");
  wait_until (get_filter_size (fixture) == 0 && !is_shown (fixture, COALITION_CARD_CHIPS));

  coalition_session_undo (fixture->session);
  wait_until (get_filter_size (fixture) == 1 && count (view, COALITION_TYPE_CHIP) == 1);
}

/* From the keyboard alone: what it is about, one of its values, done. */
static void
test_filter_by_keys (Fixture       *fixture,
                     gconstpointer  data)
{
  GtkWidget *focus;

  coalition_canvas_view_open_menu (fixture->view, COALITION_CANVAS_MENU_FILTER);
  wait_until (GTK_IS_TEXT ((focus = gtk_root_get_focus (GTK_ROOT (fixture->window)))) && gtk_widget_get_mapped (focus));
  gtk_editable_set_text (GTK_EDITABLE (focus), "Level");
  press ("Return");
  wait_until (GTK_IS_CHECK_BUTTON (gtk_root_get_focus (GTK_ROOT (fixture->window))));
  press ("space");
  press ("Return");
  wait_until (get_filter_size (fixture) == 1);
  g_assert_cmpstr (coalition_filter_get (coalition_session_get_filter (fixture->session), 0)->subject, ==, "party.level");
  wait_until (count (GTK_WIDGET (fixture->view), COALITION_TYPE_CHIP) == 1);
}

/* Pressed, a chip opens what it says for a change. */
static void
test_edit_chip (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view), *focus;

  add_condition (fixture, "party.level", "affected");
  wait_until (count (view, COALITION_TYPE_CHIP) == 1 && is_shown (fixture, COALITION_CARD_CHIPS));
  wait_until (gtk_widget_child_focus (find (view, COALITION_TYPE_CHIP), GTK_DIR_TAB_FORWARD));
  press ("Return");
  wait_until (GTK_IS_CHECK_BUTTON ((focus = gtk_root_get_focus (GTK_ROOT (fixture->window)))) && gtk_widget_get_mapped (focus));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (focus)));
  press ("Tab");
  press ("space");
  press ("Return");
  wait_until (g_strv_length (coalition_filter_get (coalition_session_get_filter (fixture->session), 0)->values) == 2);
  g_assert_cmpuint (get_filter_size (fixture), ==, 1);
}

static guint
count_views (Fixture *fixture)
{
  g_autoptr (GPtrArray) views = coalition_session_list_views (fixture->session);

  return views->len;
}

static const char *
get_view_name (Fixture *fixture)
{
  return coalition_record_get_title (coalition_session_get_view (fixture->session));
}

static void
add_view (Fixture    *fixture,
          const char *name)
{
  guint before = count_views (fixture);

  coalition_session_add_view (fixture->session, name);
  wait_until (count_views (fixture) == before + 1 && g_strcmp0 (get_view_name (fixture), name) == 0);
}

static void
test_views (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *first = g_strdup (get_view_name (fixture));

  add_view (fixture, "Second");
  add_view (fixture, "Third");
  coalition_canvas_view_go (fixture->view, -1);
  g_assert_cmpstr (get_view_name (fixture), ==, "Second");
  coalition_canvas_view_go (fixture->view, -1);
  coalition_canvas_view_go (fixture->view, -1);
  g_assert_cmpstr (get_view_name (fixture), ==, first);
  coalition_canvas_view_go (fixture->view, G_MAXINT);
  g_assert_cmpstr (get_view_name (fixture), ==, "Third");
}

static void
test_present (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *first = g_strdup (get_view_name (fixture));

  add_view (fixture, "Second");
  coalition_canvas_view_go (fixture->view, G_MININT);
  coalition_canvas_view_set_presenting (fixture->view, TRUE);
  wait_until (is_shown (fixture, COALITION_CARD_CAPTION) && !is_shown (fixture, COALITION_CARD_TOOLS));
  g_assert_true (is_shown (fixture, COALITION_CARD_LEGEND));
  wait_until (gtk_window_is_active (GTK_WINDOW (fixture->window)) || gtk_window_get_focus (GTK_WINDOW (fixture->window)) != NULL);
  press ("Page_Down");
  wait_until (g_strcmp0 (get_view_name (fixture), "Second") == 0);
  press ("Home");
  wait_until (g_strcmp0 (get_view_name (fixture), first) == 0);
  press ("space");
  wait_until (g_strcmp0 (get_view_name (fixture), "Second") == 0);
  press ("Escape");
  wait_until (!coalition_canvas_view_get_presenting (fixture->view));
  wait_until (is_shown (fixture, COALITION_CARD_TOOLS));
}

static void
set_tie_dates (Fixture *fixture)
{
  guint n_ties;
  const CoalitionNetworkTie *ties = coalition_network_get_ties (coalition_session_get_network (fixture->session), &n_ties);
  CoalitionCommand *command = coalition_command_new ("Date ties", NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    coalition_command_set_text (command, &coalition_kind_tie, ties[i].id, "start", "2022-05-01");
  coalition_command_set_text (command, &coalition_kind_tie, ties[3].id, "end", "2021-06-30");
  coalition_campaign_run (fixture->campaign->campaign, command, &error);
  g_assert_no_error (error);
}

static void
test_time (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  CoalitionTimeBar *bar;

  g_assert_false (is_shown (fixture, COALITION_CARD_TIME_BAR));
  set_tie_dates (fixture);
  wait_until (is_shown (fixture, COALITION_CARD_TIME_BAR));
  g_assert_false (is_shown (fixture, COALITION_CARD_TIME_PILL));

  coalition_session_set_time (fixture->session, "2023-01-01", "2021-01-01");
  wait_until (find (view, COALITION_TYPE_TIME_PILL) != NULL);
  wait_until (strstr (coalition_time_pill_get_label (COALITION_TIME_PILL (find (view, COALITION_TYPE_TIME_PILL))),
                      "Appeared 3 · Ended 1 · Stayed 10") != NULL);

  coalition_session_set_time (fixture->session, NULL, NULL);
  wait_until (!is_shown (fixture, COALITION_CARD_TIME_PILL));
  /* Played, it goes back to the first date. */
  bar = COALITION_TIME_BAR (find (view, COALITION_TYPE_TIME_BAR));
  coalition_time_bar_play (bar, TRUE);
  wait_until (coalition_session_get_as_of (fixture->session) != NULL);
  g_assert_cmpstr (coalition_session_get_as_of (fixture->session), <, "2021-12-31");
  coalition_time_bar_play (bar, FALSE);
  g_assert_false (coalition_time_bar_is_playing (bar));

  /* Or on from the date that is shown; today is the end of it. */
  coalition_session_set_time (fixture->session, "2024-02-10", NULL);
  wait_until (find (view, COALITION_TYPE_TIME_PILL) != NULL);
  wait_until (strstr (coalition_time_pill_get_label (COALITION_TIME_PILL (find (view, COALITION_TYPE_TIME_PILL))), "2024") != NULL);
  coalition_time_bar_play (bar, TRUE);
  wait_until (coalition_session_get_as_of (fixture->session) == NULL);
  g_assert_false (coalition_time_bar_is_playing (bar));
}

/* A card that got less than it needs would be painted over its neighbor. */
static void
check_cards (Fixture *fixture)
{
  const CoalitionCardPlace *places = coalition_canvas_view_get_places (fixture->view);
  int width = gtk_widget_get_width (GTK_WIDGET (fixture->view));

  for (int i = 0; i < COALITION_N_CARDS; i++)
    for (int j = 0; places[i].shown && j < i; j++)
      if (places[j].shown && places[i].x < places[j].x + places[j].width && places[j].x < places[i].x + places[i].width
          && places[i].y < places[j].y + places[j].height && places[j].y < places[i].y + places[i].height)
        g_error ("Cards %d and %d lie on each other in a map of %d", j, i, width);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place;
      int least;

      if (!gtk_widget_has_css_class (child, "float") || !gtk_widget_get_mapped (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_get_allocation (child, &place);
      g_assert_cmpint (least, <=, place.width);
      g_assert_cmpint (place.x, >=, 0);
      g_assert_cmpint (place.x + place.width, <=, width);
    }
}

static void
test_no_card_on_another (Fixture       *fixture,
                         gconstpointer  data)
{
  static const int widths[] = { 1250, 730, 630, 520, 400 };
  GtkSettings *settings = gtk_settings_get_default ();

  set_tie_dates (fixture);
  add_view (fixture, "A view with quite a long name");
  add_condition (fixture, "party.level", "affected");
  add_condition (fixture, "tie.kind", "funds");
  add_condition (fixture, "party.name", "Party 1");
  coalition_session_set_time (fixture->session, "2023-01-01", "2021-01-01");
  wait_until (is_shown (fixture, COALITION_CARD_TIME_PILL) && get_filter_size (fixture) == 3);
  for (int large = 0; large < 2; large++)
    for (int mirrored = 0; mirrored < 2; mirrored++)
      for (int i = 0; i < (int) G_N_ELEMENTS (widths); i++)
        {
          g_object_set (settings, "gtk-xft-dpi", (large ? 2 : 1) * 96 * 1024, NULL);
          gtk_widget_set_direction (GTK_WIDGET (fixture->view), mirrored ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
          gtk_window_set_default_size (GTK_WINDOW (fixture->window), widths[i], 720);
          wait_until (gtk_widget_get_width (GTK_WIDGET (fixture->view)) == widths[i]);
          wait_until (coalition_canvas_is_settled (coalition_canvas_view_get_canvas (fixture->view)));
          check_cards (fixture);
          g_assert_cmpint (is_shown (fixture, COALITION_CARD_CHIPS_BUTTON), ==, widths[i] < 640);
        }
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
}

int
main (int    argc,
      char **argv)
{
  coalition_records_register ();
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  coalition_canvas_register ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  coalition_clock_set_fixed ("2024-03-15T12:00:00Z");
#define add(path_, test_) g_test_add (path_, Fixture, NULL, set_up, test_, tear_down)
  add ("/controls/chips", test_chips);
  add ("/controls/filter-by-keys", test_filter_by_keys);
  add ("/controls/edit-chip", test_edit_chip);
  add ("/controls/views", test_views);
  add ("/controls/present", test_present);
  add ("/controls/time", test_time);
  add ("/controls/no-card-on-another", test_no_card_on_another);
#undef add
  return g_test_run ();
}
