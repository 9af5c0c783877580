/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "network-fixture.h"

#include "coalition-date.h"

/* The network at another date, and what became of things between two dates. */

static CoalitionNetwork *
network_at (Fixture *fixture, const char *as_of, const char *compare_to)
{
  CoalitionNetworkOptions options = { as_of, compare_to };

  return coalition_network_new_at (fixture->campaign, &options);
}

static void
test_last_day (void)
{
  static const struct { const char *date, *last; } cases[] = {
    { "2026", "2026-12-31" }, { "2024-02", "2024-02-29" }, { "2026-02", "2026-02-28" }, { "2026-11-21", "2026-11-21" },
    { "soon", NULL }, { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *last = coalition_date_last_day (cases[i].date);

      g_assert_cmpstr (last, ==, cases[i].last);
    }
}

static void
test_tie_boundaries (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *status, *start, *end, *as_of; gboolean there; CoalitionTieStatus then; } cases[] = {
    { "active", NULL, NULL, "1990", TRUE, COALITION_TIE_ACTIVE },
    { "active", "2025-03-10", NULL, "2025-03-09", FALSE, 0 },
    { "active", "2025-03-10", NULL, "2025-03-10", TRUE, COALITION_TIE_ACTIVE },
    { "active", "2025-03-10", NULL, "2025-03", TRUE, COALITION_TIE_ACTIVE },  /* of the date asked for the last day counts */
    { "active", "2025-03", NULL, "2025-02-28", FALSE, 0 },
    { "active", "2025-03", NULL, "2025-03-01", TRUE, COALITION_TIE_ACTIVE },  /* of a partial start the first day */
    { "active", NULL, "2025-03-10", "2025-03-10", TRUE, COALITION_TIE_ACTIVE }, /* on its last day it is still there */
    { "active", NULL, "2025-03-10", "2025-03-11", FALSE, 0 },
    { "active", NULL, "2025-03", "2025-03-31", TRUE, COALITION_TIE_ACTIVE },  /* of a partial end the last day */
    { "active", NULL, "2025-03", "2025-04-01", FALSE, 0 },
    { "active", NULL, "2025", "2025-12-31", TRUE, COALITION_TIE_ACTIVE },
    { "ended", NULL, "2025-03-10", "2025-01-01", TRUE, COALITION_TIE_ACTIVE }, /* it had not ended then */
    { "ended", NULL, "2025-03-10", "2025-04-01", FALSE, 0 },
    { "ended", NULL, NULL, "2000-01-01", FALSE, 0 },
    { "prospective", NULL, NULL, "2000-01-01", TRUE, COALITION_TIE_PROSPECTIVE },
    { "prospective", "2027-01-01", NULL, "2026-11-21", FALSE, 0 },
    { "dormant", "2020", NULL, "2021", TRUE, COALITION_TIE_DORMANT },
  };
  g_autofree char *a = add (fixture, &coalition_kind_party, "name", "A", NULL);
  g_autofree char *b = add (fixture, &coalition_kind_party, "name", "B", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *tie = add (fixture, &coalition_kind_tie, "from", a, "to", b, "status", cases[i].status, NULL);
      g_autoptr (CoalitionNetwork) network = NULL;
      g_autoptr (CoalitionNetwork) today = NULL;

      set_text (fixture, &coalition_kind_tie, tie, "start", cases[i].start);
      set_text (fixture, &coalition_kind_tie, tie, "end", cases[i].end);
      network = network_at (fixture, cases[i].as_of, NULL);
      g_test_message ("case %u", i);
      g_assert_cmpint (coalition_network_find_tie (network, tie) >= 0, ==, cases[i].there);
      if (cases[i].there)
        {
          g_assert_cmpint (get_tie (network, tie)->status, ==, cases[i].then);
          g_assert_cmpint (get_tie (network, tie)->time, ==, COALITION_TIME_STAYED);
          g_assert_cmpuint (get_tie (network, tie)->joined, ==, 1);
        }
      /* Without a date nothing is left out, and the state is the one recorded. */
      today = network_at (fixture, "not a date", NULL);
      g_assert_cmpint (get_tie (today, tie)->status == COALITION_TIE_ENDED, ==, g_str_equal (cases[i].status, "ended"));
    }
}

static void
test_compare (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = add (fixture, &coalition_kind_party, "name", "A", NULL);
  g_autofree char *b = add (fixture, &coalition_kind_party, "name", "B", NULL);
  g_autofree char *stayed = add (fixture, &coalition_kind_tie, "from", a, "to", b, "start", "2020", NULL);
  g_autofree char *came = add (fixture, &coalition_kind_tie, "from", a, "to", b, "start", "2026-02-01", NULL);
  g_autofree char *went = add (fixture, &coalition_kind_tie, "from", a, "to", b, "status", "ended", "end", "2025-12-31", NULL);
  g_autofree char *between = add (fixture, &coalition_kind_tie, "from", a, "to", b, "start", "2025-08-01", "end", "2025-09-01", NULL);
  static const struct { const char *as_of, *compare; } orders[] = { { "2026-06-30", "2025-06-30" }, { "2025-06-30", "2026-06-30" }, { NULL, "2025-06-30" } };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (CoalitionNetwork) network = network_at (fixture, orders[i].as_of, orders[i].compare);

      g_test_message ("order %u", i);
      g_assert_cmpint (get_tie (network, stayed)->time, ==, COALITION_TIME_STAYED);
      g_assert_cmpint (get_tie (network, came)->time, ==, COALITION_TIME_APPEARED);
      g_assert_cmpint (get_tie (network, went)->time, ==, COALITION_TIME_GONE);
      g_assert_cmpint (get_tie (network, went)->status, ==, COALITION_TIE_ACTIVE);
      g_assert_cmpint (coalition_network_find_tie (network, between), ==, -1);
    }
}

static void
assert_members (CoalitionNetwork *network, const char *forum, const char *first, const char *second)
{
  const CoalitionNetworkForum *found = &coalition_network_get_forums (network, NULL)[coalition_network_find_forum (network, forum)];
  const CoalitionNetworkParty *parties = coalition_network_get_parties (network, NULL);

  g_assert_cmpuint (found->n_members, ==, (first != NULL) + (second != NULL));
  if (first != NULL)
    g_assert_cmpstr (parties[found->members[0]].id, ==, first);
  if (second != NULL)
    g_assert_cmpstr (parties[found->members[1]].id, ==, second);
}

static void
test_forums (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = add (fixture, &coalition_kind_party, "name", "A", NULL);
  g_autofree char *b = add (fixture, &coalition_kind_party, "name", "B", NULL);
  g_autofree char *lunch = add (fixture, &coalition_kind_forum, "name", "Lunch", "form", "lunch", "cadence", "monthly", "formed", "2024-05", NULL);
  g_autofree char *council = add (fixture, &coalition_kind_forum, "name", "Council", "look", "hub", "formed", "2020", "ended", "2025-06-30", NULL);
  g_autoptr (CoalitionNetwork) now = NULL, then = NULL, before = NULL, compared = NULL;
  const CoalitionNetworkForum *forum;
  guint n_forums;

  g_free (add (fixture, &coalition_kind_forum_member, "forum", lunch, "party", a, NULL));
  g_free (add (fixture, &coalition_kind_forum_member, "forum", lunch, "party", a, "role", "chair", NULL));
  g_free (add (fixture, &coalition_kind_forum_member, "forum", lunch, "party", b, "since", "2025-01", "until", "2025-12-31", NULL));
  g_free (add (fixture, &coalition_kind_forum_member, "forum", council, "party", b, "until", "2025-03-01", NULL));
  g_free (add (fixture, &coalition_kind_forum_member, "forum", council, "party", a, NULL));
  place (fixture, a, 100, 20, FALSE);
  place (fixture, b, 300, 60, FALSE);

  now = coalition_network_new (fixture->campaign);
  forum = coalition_network_get_forums (now, &n_forums);
  g_assert_cmpuint (n_forums, ==, 1);
  g_assert_cmpstr (forum->name, ==, "Lunch");
  g_assert_cmpstr (forum->form, ==, "lunch");
  g_assert_cmpstr (forum->cadence, ==, "monthly");
  g_assert_false (forum->hub || forum->placed);
  g_assert_cmpint (coalition_network_find_forum (now, council), ==, -1);
  assert_members (now, lunch, a, NULL); /* once, and without who has left */

  then = network_at (fixture, "2025-02", NULL);
  coalition_network_get_forums (then, &n_forums);
  g_assert_cmpuint (n_forums, ==, 2);
  assert_members (then, lunch, a, b);
  assert_members (then, council, b, a);
  forum = &coalition_network_get_forums (then, NULL)[coalition_network_find_forum (then, council)];
  g_assert_true (forum->hub);
  g_assert_cmpfloat (forum->x, ==, 200); /* amid its members until it has a place of its own */
  g_assert_cmpfloat (forum->y, ==, 40);
  g_assert_false (forum->placed);

  before = network_at (fixture, "2024-04-30", NULL);
  g_assert_cmpint (coalition_network_find_forum (before, lunch), ==, -1);

  compared = network_at (fixture, "2026-01-15", "2024-04-30");
  forum = coalition_network_get_forums (compared, NULL);
  g_assert_cmpint (forum[coalition_network_find_forum (compared, lunch)].time, ==, COALITION_TIME_APPEARED);
  g_assert_cmpint (forum[coalition_network_find_forum (compared, council)].time, ==, COALITION_TIME_GONE);
  assert_members (compared, lunch, a, NULL);
  assert_members (compared, council, b, a); /* those of the time when it was there */
}

static void
test_hub_position (Fixture *fixture, gconstpointer data)
{
  g_autofree char *hub = add (fixture, &coalition_kind_forum, "name", "Hub", "look", "hub", NULL);
  const char *view = coalition_record_get_id (coalition_campaign_get_view (fixture->campaign));
  g_autofree char *other = add (fixture, &coalition_kind_view, "name", "Other", NULL);
  g_autoptr (CoalitionNetwork) network = NULL, elsewhere = NULL;

  g_free (add (fixture, &coalition_kind_forum_position, "view", view, "forum", hub, "x", "7", "y", "-8", NULL));
  network = coalition_network_new (fixture->campaign);
  g_assert_true (coalition_network_get_forums (network, NULL)->placed);
  g_assert_cmpfloat (coalition_network_get_forums (network, NULL)->x, ==, 7);
  g_assert_cmpfloat (coalition_network_get_forums (network, NULL)->y, ==, -8);
  coalition_campaign_set_view (fixture->campaign, other);
  elsewhere = coalition_network_new (fixture->campaign);
  g_assert_false (coalition_network_get_forums (elsewhere, NULL)->placed);
}

static void
test_agreements (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = add (fixture, &coalition_kind_party, "name", "A", NULL);
  g_autofree char *b = add (fixture, &coalition_kind_party, "name", "B", NULL);
  g_autofree char *tie = add (fixture, &coalition_kind_tie, "from", a, "to", b, NULL);
  g_autofree char *rooms = add (fixture, &coalition_kind_agreement, "name", "Rooms", "status", "ended", "start", "2025-01-10", "end", "2025-12-31",
                                "review_due", "2025-06-01", NULL);
  static const struct { const char *as_of; guint agreements; gboolean late; } cases[] = {
    { "2025-01-09", 0, FALSE }, { "2025-01-10", 1, FALSE }, { "2025-06-01", 1, FALSE }, { "2025-06-02", 1, TRUE },
    { "2025-12-31", 1, TRUE }, { "2026-01-01", 0, FALSE }, { NULL, 0, FALSE },
  };

  g_free (add (fixture, &coalition_kind_agreement_party, "agreement", rooms, "party", a, NULL));
  g_free (add (fixture, &coalition_kind_agreement_party, "agreement", rooms, "party", b, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CoalitionNetwork) network = network_at (fixture, cases[i].as_of, NULL);

      g_test_message ("case %u", i);
      g_assert_cmpuint (get_tie (network, tie)->agreements, ==, cases[i].agreements);
      g_assert_cmpint (get_party (network, a)->marks, ==, cases[i].late ? COALITION_MARK_REVIEW_LATE : 0);
    }
}

/* Notes, pictures and images: of the current view only; the bytes are shared, until the data change. */
static void
test_things (Fixture *fixture, gconstpointer data)
{
  const char *view = coalition_record_get_id (coalition_campaign_get_view (fixture->campaign));
  g_autofree char *other = add (fixture, &coalition_kind_view, "name", "Other", NULL);
  g_autofree char *note = add (fixture, &coalition_kind_note, "view", view, "text", "Ask again", "x", "1", "y", "2", "width", "90", NULL);
  g_autofree char *elsewhere = add (fixture, &coalition_kind_note, "view", other, "text", "Elsewhere", "x", "1", "y", "2", NULL);
  g_autofree char *image = add (fixture, &coalition_kind_image, "name", "Map", "media_type", "image/png", "width", "40", "height", "20", "data", "aGVsbG8=", NULL);
  g_autofree char *picture = add (fixture, &coalition_kind_picture, "view", view, "image", image, "background", "yes", "opacity", "50",
                                  "x", "5", "y", "6", "width", "200", NULL);
  g_autofree char *party = add (fixture, &coalition_kind_party, "name", "A", "picture", image, NULL);
  g_autoptr (CoalitionNetwork) network = coalition_network_new (fixture->campaign), second = coalition_network_new (fixture->campaign), third = NULL;
  const CoalitionNetworkImage *images;
  const CoalitionNetworkNote *notes;
  const CoalitionNetworkPicture *pictures;
  guint n;

  notes = coalition_network_get_notes (network, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (coalition_network_find_note (network, note), ==, 0);
  g_assert_cmpint (coalition_network_find_note (network, elsewhere), ==, -1);
  g_assert_cmpstr (notes[0].text, ==, "Ask again");
  g_assert_cmpstr (notes[0].color, ==, "yellow");
  g_assert_cmpfloat (notes[0].width, ==, 90);
  g_assert_cmpfloat (notes[0].height, ==, 0);

  pictures = coalition_network_get_pictures (network, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (coalition_network_find_picture (network, picture), ==, 0);
  g_assert_true (pictures[0].background);
  g_assert_cmpfloat (pictures[0].opacity, ==, 0.5);
  g_assert_cmpfloat (pictures[0].height, ==, 100); /* as the image is half as high as wide */

  images = coalition_network_get_images (network, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (pictures[0].image, ==, 0);
  g_assert_cmpint (get_party (network, party)->image, ==, 0);
  g_assert_cmpint (coalition_network_get_parties (network, NULL)[coalition_network_get_us (network)].image, ==, -1);
  g_assert_cmpmem (g_bytes_get_data (images[0].bytes, NULL), g_bytes_get_size (images[0].bytes), "hello", 5);
  g_assert_cmpstr (images[0].media_type, ==, "image/png");
  g_assert_true (coalition_network_get_images (second, NULL)[0].bytes == images[0].bytes);

  set_text (fixture, &coalition_kind_image, image, "data", "d29ybGQh");
  third = coalition_network_new (fixture->campaign);
  images = coalition_network_get_images (third, NULL);
  g_assert_cmpmem (g_bytes_get_data (images[0].bytes, NULL), g_bytes_get_size (images[0].bytes), "world!", 6);
  g_assert_cmpuint (g_bytes_get_size (coalition_network_get_images (network, NULL)[0].bytes), ==, 5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time/last-day", test_last_day);
  g_test_add ("/time/tie-boundaries", Fixture, NULL, fixture_set_up, test_tie_boundaries, fixture_tear_down);
  g_test_add ("/time/compare", Fixture, NULL, fixture_set_up, test_compare, fixture_tear_down);
  g_test_add ("/time/forums", Fixture, NULL, fixture_set_up, test_forums, fixture_tear_down);
  g_test_add ("/time/hub-position", Fixture, NULL, fixture_set_up, test_hub_position, fixture_tear_down);
  g_test_add ("/time/agreements", Fixture, NULL, fixture_set_up, test_agreements, fixture_tear_down);
  g_test_add ("/time/things", Fixture, NULL, fixture_set_up, test_things, fixture_tear_down);

  return g_test_run ();
}
