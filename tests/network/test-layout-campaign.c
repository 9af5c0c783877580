/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-command.h"
#include "coalition-layout.h"
#include "network-fixture.h"

#include <math.h>
#include <stdlib.h>

/* Arranging as a person does it: in a campaign, with edits, pins and undo between. */

#define N_PARTIES 300
#define N_TIES 450

static const CoalitionLayoutKind kinds[] = {
  COALITION_LAYOUT_FREE, COALITION_LAYOUT_LEVELS, COALITION_LAYOUT_RINGS, COALITION_LAYOUT_CIRCLE, COALITION_LAYOUT_POWER
};

static const char *const levels[] = { "organization", "affected", "connector" };

/* What a campaign is, and what it was when it was pinned. */
typedef struct {
  Fixture *fixture;
  GRand *random;
  GPtrArray *parties; /* ids */
  GHashTable *pinned; /* id -> CoalitionPlace */
  guint n_undoable;
  guint n_redoable;
} Story;

static void
story_init (Story *self, Fixture *fixture, guint seed)
{
  *self = (Story) { fixture, g_rand_new_with_seed (seed), g_ptr_array_new_with_free_func (g_free),
                    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) };
}

static void
story_clear (Story *self)
{
  g_rand_free (self->random);
  g_ptr_array_unref (self->parties);
  g_hash_table_unref (self->pinned);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Story, story_clear)

static void
run (Story *self, CoalitionCommand *command)
{
  g_autoptr (GError) error = NULL;

  if (coalition_command_is_empty (command))
    {
      coalition_command_unref (command);
      return;
    }
  coalition_campaign_run (self->fixture->campaign, command, &error);
  g_assert_no_error (error);
  self->n_undoable++;
  self->n_redoable = 0;
}

static const char *
pick_party (Story *self)
{
  return self->parties->pdata[g_rand_int_range (self->random, 0, self->parties->len)];
}

static void
add_tie (Story *self, CoalitionCommand *command, const char *from, const char *to)
{
  const char *tie = coalition_command_insert (command, &coalition_kind_tie, NULL);

  coalition_command_set_text (command, &coalition_kind_tie, tie, "from", from);
  coalition_command_set_text (command, &coalition_kind_tie, tie, "to", to);
}

/* Groups that know each other well, and others less. */
static void
fill (Story *self, guint n_parties, guint n_ties)
{
  CoalitionCommand *command = coalition_command_new ("Fill", NULL);

  for (guint i = 0; i < n_parties; i++)
    {
      const char *id = coalition_command_insert (command, &coalition_kind_party, NULL);
      g_autofree char *name = g_strdup_printf ("Party %u", i);

      coalition_command_set_text (command, &coalition_kind_party, id, "name", name);
      coalition_command_set_text (command, &coalition_kind_party, id, "level", levels[i % 3]);
      g_ptr_array_add (self->parties, g_strdup (id));
    }
  for (guint i = 0; i < n_ties; i++)
    {
      guint from = g_rand_int_range (self->random, 0, n_parties);
      guint to = g_rand_int_range (self->random, 0, 7) == 0 ? (guint) g_rand_int_range (self->random, 0, n_parties)
                                                            : (from + g_rand_int_range (self->random, 1, 12)) % n_parties;

      if (from != to)
        add_tie (self, command, self->parties->pdata[from], self->parties->pdata[to]);
    }
  run (self, command);
}

static CoalitionBox *
make_boxes (CoalitionNetwork *network)
{
  guint n_parties;
  const CoalitionNetworkParty *parties = coalition_network_get_parties (network, &n_parties);
  CoalitionBox *boxes = g_new (CoalitionBox, n_parties + 1);

  for (guint i = 0; i < n_parties; i++)
    boxes[i] = parties[i].level == COALITION_LEVEL_ORGANIZATION ? (CoalitionBox) { -62, -26, 62, 26 }
                                                                : (CoalitionBox) { -20.0 - i % 34, -20, 20 + i % 34, 39 + i % 3 * 18 };

  return boxes;
}

static guint
count_overlaps (const CoalitionBox *boxes, const CoalitionPlace *places, const gboolean *movable, guint n)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      if (movable[i] || movable[j])
        count += places[i].x + boxes[i].left < places[j].x + boxes[j].right && places[j].x + boxes[j].left < places[i].x + boxes[i].right
                 && places[i].y + boxes[i].top < places[j].y + boxes[j].bottom
                 && places[j].y + boxes[j].top < places[i].y + boxes[i].bottom;

  return count;
}

/* Arranges the unpinned, or of those a selection, as the map does: whoever has no place yet is placed too. */
static void
arrange (Story *self, CoalitionLayoutKind kind, double share)
{
  g_autoptr (CoalitionNetwork) network = coalition_network_new (self->fixture->campaign);
  guint n_parties;
  const CoalitionNetworkParty *parties = coalition_network_get_parties (network, &n_parties);
  g_autofree CoalitionBox *boxes = make_boxes (network);
  g_autofree gboolean *movable = g_new (gboolean, n_parties);
  g_autofree double *stance = g_new (double, n_parties);
  g_autofree double *influence = g_new (double, n_parties);
  g_autofree CoalitionPlace *places = NULL;
  CoalitionPowerFrame frame = { 0, 0 };
  CoalitionLayoutRequest request = { .network = network, .boxes = boxes, .movable = movable, .kind = kind,
                                     .seed = g_rand_int (self->random), .stance = stance, .influence = influence,
                                     .frame = &frame, .apart = share < 1 };
  CoalitionCommand *command = coalition_command_new ("Arrange", NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_parties; i++)
    {
      movable[i] = !parties[i].placed || (!parties[i].pinned && (share >= 1 || g_rand_double (self->random) < share));
      stance[i] = i % 5 == 0 ? NAN : 1 + i % 5;
      influence[i] = i % 7 == 0 ? NAN : i % 6;
    }
  places = coalition_layout_compute (&request, NULL, &error);
  g_assert_no_error (error);
  g_test_message ("%s, %.0f %% of the unpinned", coalition_layout_kind_to_text (kind), share * 100);
  g_assert_cmpuint (count_overlaps (boxes, places, movable, n_parties), ==, 0);
  for (guint i = 0; i < n_parties; i++)
    if (movable[i])
      coalition_layout_store_place (command, self->fixture->campaign, network, i, places[i], FALSE, FALSE);
    else
      g_assert_true (places[i].x == parties[i].x && places[i].y == parties[i].y);
  run (self, command);
}

/* Somebody puts a party somewhere, maybe onto another, and it is to stay there. */
static void
pin (Story *self, guint n)
{
  g_autoptr (CoalitionNetwork) network = coalition_network_new (self->fixture->campaign);
  CoalitionCommand *command = coalition_command_new ("Pin", NULL);

  for (guint i = 0; i < n; i++)
    {
      const char *id = pick_party (self);
      const CoalitionNetworkParty *party = get_party (network, id);
      CoalitionPlace place = { party->x + g_rand_double_range (self->random, -200, 200) / 3,
                               party->y + g_rand_double_range (self->random, -200, 200) / 7 };

      if (g_hash_table_contains (self->pinned, id))
        continue;
      coalition_layout_store_place (command, self->fixture->campaign, network, index_of (network, id), place, TRUE, FALSE);
      g_hash_table_insert (self->pinned, g_strdup (id), g_memdup2 (&place, sizeof place));
    }
  run (self, command);
  /* Undoing this would move the pinned, rightly. */
  self->n_undoable = 0;
}

/* A party comes, known to up to two others, and finds a place without moving anybody. */
static void
add_party (Story *self)
{
  CoalitionCommand *command = coalition_command_new ("Add", NULL);
  const char *id = coalition_command_insert (command, &coalition_kind_party, NULL);
  guint n_known = g_rand_int_range (self->random, 0, 3);
  g_autoptr (CoalitionNetwork) network = NULL;
  g_autofree CoalitionBox *boxes = NULL;

  coalition_command_set_text (command, &coalition_kind_party, id, "name", "Somebody new");
  coalition_command_set_text (command, &coalition_kind_party, id, "level", levels[g_rand_int_range (self->random, 0, 3)]);
  for (guint i = 0; i < n_known; i++)
    add_tie (self, command, id, pick_party (self));
  g_ptr_array_add (self->parties, g_strdup (id));
  run (self, command);

  network = coalition_network_new (self->fixture->campaign);
  boxes = make_boxes (network);
  id = self->parties->pdata[self->parties->len - 1];
  command = coalition_command_new ("Place", NULL);
  coalition_layout_store_place (command, self->fixture->campaign, network, index_of (network, id),
                                coalition_layout_find_place (network, boxes, index_of (network, id)), FALSE, FALSE);
  run (self, command);
}

static void
connect_two (Story *self)
{
  CoalitionCommand *command = coalition_command_new ("Connect", NULL);
  const char *from = pick_party (self), *to = pick_party (self);

  if (from != to)
    add_tie (self, command, from, to);
  run (self, command);
}

static void
undo_or_redo (Story *self, gboolean redo)
{
  g_autoptr (GError) error = NULL;
  guint *from = redo ? &self->n_redoable : &self->n_undoable, *to = redo ? &self->n_undoable : &self->n_redoable;

  if (*from == 0)
    return;
  if (redo)
    coalition_campaign_redo (self->fixture->campaign, &error);
  else
    coalition_campaign_undo (self->fixture->campaign, &error);
  g_assert_no_error (error);
  (*from)--;
  (*to)++;
}

/* Parties that undo took away again are no longer there to be connected. */
static void
forget_missing (Story *self)
{
  for (guint i = self->parties->len; i > 0; i--)
    if (coalition_campaign_get_record (self->fixture->campaign, &coalition_kind_party, self->parties->pdata[i - 1]) == NULL)
      g_ptr_array_remove_index (self->parties, i - 1);
}

static void
check_pinned (Story *self)
{
  g_autoptr (CoalitionNetwork) network = coalition_network_new (self->fixture->campaign);
  GHashTableIter iter;
  const char *id;
  const CoalitionPlace *place;

  g_hash_table_iter_init (&iter, self->pinned);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, (gpointer *) &place))
    {
      const CoalitionNetworkParty *party = get_party (network, id);

      g_assert_true (party->placed && party->pinned);
      g_assert_cmpfloat (fabs (party->x - place->x), <=, 0.01);
      g_assert_cmpfloat (fabs (party->y - place->y), <=, 0.01);
    }
}

/* Random edits, arrangements in every way, undo and redo of them: whoever is pinned stays. Each seed is another story,
 * and all of them go through all layouts. */
static void
test_pins (Fixture *fixture, gconstpointer data)
{
  const guint seed = GPOINTER_TO_UINT (data);
  g_auto (Story) story = { NULL };
  guint n_arranged = 0;

  story_init (&story, fixture, seed);
  fill (&story, N_PARTIES, N_TIES);
  arrange (&story, COALITION_LAYOUT_LEVELS, 1);
  pin (&story, seed * 40);
  for (guint step = 0; step < 60; step++)
    {
      switch (g_rand_int_range (story.random, 0, 12))
        {
        case 0:
        case 1:
        case 2:
          add_party (&story);
          break;
        case 3:
        case 4:
        case 5:
          connect_two (&story);
          break;
        case 6:
        case 7:
          undo_or_redo (&story, FALSE);
          forget_missing (&story);
          break;
        case 8:
          undo_or_redo (&story, TRUE);
          break;
        case 9:
          pin (&story, 3);
          break;
        default:
          if (n_arranged < G_N_ELEMENTS (kinds))
            arrange (&story, kinds[(n_arranged++ + seed) % G_N_ELEMENTS (kinds)], step % 3 == 0 ? 0.2 : 1);
        }
      check_pinned (&story);
    }
  g_assert_cmpuint (n_arranged, >=, 4);
}

/* Ten come to three hundred: nobody who was there moves at all, and those who come overlap nobody. */
static void
test_add_ten (Fixture *fixture, gconstpointer data)
{
  g_auto (Story) story = { NULL };
  g_autoptr (CoalitionNetwork) before = NULL;
  g_autoptr (CoalitionNetwork) after = NULL;
  const CoalitionNetworkParty *parties, *now;
  g_autofree CoalitionBox *boxes = NULL;
  g_autofree CoalitionPlace *places = NULL;
  g_autofree gboolean *movable = NULL;
  guint n_before, n_after;

  story_init (&story, fixture, 5);
  fill (&story, N_PARTIES, N_TIES);
  arrange (&story, COALITION_LAYOUT_LEVELS, 1);
  before = coalition_network_new (fixture->campaign);
  parties = coalition_network_get_parties (before, &n_before);
  for (guint i = 0; i < 10; i++)
    add_party (&story);
  after = coalition_network_new (fixture->campaign);
  now = coalition_network_get_parties (after, &n_after);
  g_assert_cmpuint (n_after, ==, n_before + 10);
  for (guint i = 0; i < n_before; i++)
    {
      const CoalitionNetworkParty *same = get_party (after, parties[i].id);

      g_assert_true (parties[i].placed && same->placed);
      g_assert_cmpfloat (same->x, ==, parties[i].x);
      g_assert_cmpfloat (same->y, ==, parties[i].y);
    }

  boxes = make_boxes (after);
  places = g_new (CoalitionPlace, n_after);
  movable = g_new (gboolean, n_after);
  for (guint i = 0; i < n_after; i++)
    {
      places[i] = (CoalitionPlace) { now[i].x, now[i].y };
      movable[i] = coalition_network_find_party (before, now[i].id) < 0;
      g_assert_true (now[i].placed);
    }
  g_assert_cmpuint (count_overlaps (boxes, places, movable, n_after), ==, 0);
}

static double
turn (CoalitionPlace a, CoalitionPlace b, CoalitionPlace c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static int
compare_places (const void *a, const void *b)
{
  const CoalitionPlace *first = a, *second = b;

  if (first->x != second->x)
    return first->x < second->x ? -1 : 1;

  return first->y < second->y ? -1 : first->y > second->y;
}

/* The convex hull, counter-clockwise (A. M. Andrew, "Another efficient algorithm for convex hulls in two dimensions",
 * 1979). @hull has room for twice as many. */
static guint
find_hull (CoalitionPlace *points, guint n, CoalitionPlace *hull)
{
  guint length = 0;

  qsort (points, n, sizeof *points, compare_places);
  for (guint side = 0; side < 2; side++)
    {
      guint least = length + 1;

      for (guint i = 0; i < n; i++)
        {
          CoalitionPlace point = points[side == 0 ? i : n - 1 - i];

          while (length > least && turn (hull[length - 2], hull[length - 1], point) <= 0)
            length--;
          hull[length++] = point;
        }
      length--;
    }

  return length;
}

static gboolean
is_inside (const CoalitionPlace *hull, guint n, CoalitionPlace point)
{
  for (guint i = 0; i < n; i++)
    if (turn (hull[i], hull[(i + 1) % n], point) < 0)
      return FALSE;

  return TRUE;
}

/* How many parties are inside of an outline of a forum they do not belong to. */
static guint
count_strangers (CoalitionNetwork *network, guint (*members)[8], guint n_forums, const CoalitionBox *boxes, const CoalitionPlace *places)
{
  guint n_parties, count = 0;

  coalition_network_get_parties (network, &n_parties);
  for (guint i = 0; i < n_forums; i++)
    {
      CoalitionPlace points[32], hull[64];
      guint n_hull;

      for (guint j = 0; j < 8; j++)
        {
          CoalitionBox box = boxes[members[i][j]];
          CoalitionPlace at = places[members[i][j]];

          points[4 * j] = (CoalitionPlace) { at.x + box.left, at.y + box.top };
          points[4 * j + 1] = (CoalitionPlace) { at.x + box.right, at.y + box.top };
          points[4 * j + 2] = (CoalitionPlace) { at.x + box.left, at.y + box.bottom };
          points[4 * j + 3] = (CoalitionPlace) { at.x + box.right, at.y + box.bottom };
        }
      n_hull = find_hull (points, 32, hull);
      for (guint j = 0; j < n_parties; j++)
        {
          gboolean is_member = FALSE;

          for (guint k = 0; k < 8; k++)
            is_member |= members[i][k] == j;
          count += !is_member && is_inside (hull, n_hull, places[j]);
        }
    }

  return count;
}

/* Forums, part of whose members know each other: with them in the campaign their outlines hold half as many strangers at
 * most. */
static void
test_forums (Fixture *fixture, gconstpointer data)
{
  enum { N_FORUMS = 4 };
  const guint n_parties = GPOINTER_TO_UINT (data);
  g_auto (Story) story = { NULL };
  guint members[N_FORUMS][8], counts[2];

  story_init (&story, fixture, n_parties);
  fill (&story, n_parties, n_parties * 3 / 2);
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (CoalitionNetwork) network = coalition_network_new (fixture->campaign);
      g_autofree CoalitionBox *boxes = make_boxes (network);
      g_autofree CoalitionPlace *places = NULL;
      const CoalitionLayoutRequest request = { .network = network, .boxes = boxes, .kind = COALITION_LAYOUT_FREE, .seed = 1 };
      g_autoptr (GError) error = NULL;
      CoalitionCommand *command;

      for (guint i = 0; i < N_FORUMS; i++)
        for (guint j = 0; j < 8; j++)
          members[i][j] = index_of (network, story.parties->pdata[(i * 23 + j * 3 + (j > 4 ? 20 : 0)) % n_parties]);
      places = coalition_layout_compute (&request, NULL, &error);
      g_assert_no_error (error);
      counts[round] = count_strangers (network, members, N_FORUMS, boxes, places);

      command = coalition_command_new ("Found forums", NULL);
      for (guint i = 0; i < N_FORUMS; i++)
        {
          g_autofree char *forum = g_strdup (coalition_command_insert (command, &coalition_kind_forum, NULL));

          coalition_command_set_text (command, &coalition_kind_forum, forum, "name", "Lunch");
          for (guint j = 0; j < 8; j++)
            {
              const char *member = coalition_command_insert (command, &coalition_kind_forum_member, NULL);

              coalition_command_set_text (command, &coalition_kind_forum_member, member, "forum", forum);
              coalition_command_set_text (command, &coalition_kind_forum_member, member, "party",
                                          coalition_network_get_parties (network, NULL)[members[i][j]].id);
            }
        }
      run (&story, command);
    }
  g_test_message ("strangers in outlines: %u without forums, %u with", counts[0], counts[1]);
  g_assert_cmpuint (counts[1] * 2, <=, counts[0]);
}

#define ADD(path, data, test) g_test_add ("/layout-campaign/" path, Fixture, data, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("pins/few", GUINT_TO_POINTER (1), test_pins);
  ADD ("pins/many", GUINT_TO_POINTER (4), test_pins);
  ADD ("pins/most", GUINT_TO_POINTER (9), test_pins);
  ADD ("add-ten", NULL, test_add_ten);
  ADD ("forums/40", GUINT_TO_POINTER (40), test_forums);
  ADD ("forums/90", GUINT_TO_POINTER (90), test_forums);

  return g_test_run ();
}
