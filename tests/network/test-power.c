/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-fixture.h"

#include <math.h>
#include <string.h>

/* A fixture with judgements: of each party in turn a stance and an influence, either of them missing now and then. */
typedef struct {
  LayoutFixture *layout;
  double *stance;
  double *influence;
  CoalitionPowerFrame frame;
} Judged;

static void
judged_clear (Judged *self)
{
  layout_fixture_free (self->layout);
  g_free (self->stance);
  g_free (self->influence);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Judged, judged_clear)

static void
judged_init (Judged *self, guint n_parties, guint missing, guint seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  *self = (Judged) { layout_fixture_new_random (n_parties, n_parties, seed), g_new (double, n_parties), g_new (double, n_parties) };
  for (guint i = 0; i < n_parties; i++)
    {
      self->stance[i] = missing > 0 && i % missing == 1 ? NAN : g_rand_int_range (random, 1, 6);
      self->influence[i] = missing > 0 && i % missing == 2 ? NAN : g_rand_int_range (random, 0, 6);
    }
}

static CoalitionPlace *
arrange (Judged *self)
{
  const CoalitionLayoutRequest request = {
    .network = self->layout->network, .boxes = self->layout->boxes, .movable = self->layout->movable,
    .kind = COALITION_LAYOUT_POWER, .seed = 1, .stance = self->stance, .influence = self->influence, .frame = &self->frame,
  };
  g_autoptr (GError) error = NULL;
  CoalitionPlace *places = coalition_layout_compute (&request, NULL, &error);

  g_assert_no_error (error);
  return places;
}

/* Everybody who is judged is in the cell of their judgements, everybody else in the tray; nobody overlaps. */
static void
test_cells (void)
{
  static const guint sizes[] = { 1, 12, 60, 300, 2000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_auto (Judged) judged = { NULL };
      g_autofree CoalitionPlace *places = NULL;
      CoalitionBox tray;
      gboolean any;

      judged_init (&judged, sizes[i], 7, i);
      places = arrange (&judged);
      g_assert_cmpuint (layout_fixture_count_overlaps (judged.layout, places), ==, 0);
      any = coalition_power_frame_get_tray (&judged.frame, judged.layout->boxes, places, sizes[i], &tray);
      g_assert_cmpint (any, ==, sizes[i] > 1);
      for (guint j = 0; j < sizes[i]; j++)
        {
          if (isnan (judged.stance[j]) || isnan (judged.influence[j]))
            {
              g_assert_cmpfloat (places[j].x, >, judged.frame.width / 2 + COALITION_POWER_TRAY_GAP);
              g_assert_cmpfloat (places[j].x + judged.layout->boxes[j].right, <=, tray.right);
              g_assert_cmpfloat (places[j].y, >, -judged.frame.height / 2);
              g_assert_cmpfloat (places[j].y + judged.layout->boxes[j].bottom, <=, judged.frame.height / 2);
            }
          else
            {
              CoalitionPlace point = coalition_power_frame_find_point (&judged.frame, judged.stance[j], judged.influence[j]);

              g_assert_cmpfloat (fabs (places[j].x - point.x), <=, judged.frame.width / 10);
              g_assert_cmpfloat (fabs (places[j].y - point.y), <=, judged.frame.height / 12);
            }
        }
    }
}

static void
test_points (void)
{
  const CoalitionPowerFrame frame = { 1000, 600 };
  CoalitionPlace middle = coalition_power_frame_find_point (&frame, 3, 2.5);

  g_assert_cmpfloat (middle.x, ==, 0);
  g_assert_cmpfloat_with_epsilon (middle.y, 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (coalition_power_frame_find_point (&frame, 1, 0).x, -400, 1e-9);
  g_assert_cmpfloat_with_epsilon (coalition_power_frame_find_point (&frame, 5, 0).x, 400, 1e-9);
  g_assert_cmpfloat_with_epsilon (coalition_power_frame_find_point (&frame, 1, 0).y, 250, 1e-9);
  g_assert_cmpfloat_with_epsilon (coalition_power_frame_find_point (&frame, 1, 5).y, -250, 1e-9);
}

/* One alone in a cell is on its true point; the same judgements give the same map. */
static void
test_exact (void)
{
  g_auto (Judged) judged = { NULL };
  g_autofree CoalitionPlace *places = NULL;
  g_autofree CoalitionPlace *again = NULL;
  CoalitionPlace point;

  judged_init (&judged, 5, 0, 3);
  for (guint i = 0; i < 5; i++)
    {
      judged.stance[i] = i + 1;
      judged.influence[i] = 5 - i;
    }
  places = arrange (&judged);
  judged.frame = (CoalitionPowerFrame) { 0, 0 };
  again = arrange (&judged);
  g_assert_cmpmem (places, 5 * sizeof *places, again, 5 * sizeof *again);
  for (guint i = 0; i < 5; i++)
    {
      point = coalition_power_frame_find_point (&judged.frame, i + 1, 5 - i);
      g_assert_cmpfloat_with_epsilon (places[i].x, point.x, 0.51);
      g_assert_cmpfloat_with_epsilon (places[i].y, point.y, 12);
    }
}

/* The frame is kept when one party is added, and so is everybody's place. */
static void
test_kept (void)
{
  g_auto (Judged) judged = { NULL };
  g_autofree CoalitionPlace *places = NULL;
  g_autofree CoalitionPlace *after = NULL;
  CoalitionPowerFrame frame;
  guint added;

  judged_init (&judged, 80, 5, 9);
  places = arrange (&judged);
  frame = judged.frame;
  g_assert_cmpfloat (frame.width, >, 0);
  layout_fixture_place (judged.layout, places);
  added = layout_fixture_add_party (judged.layout, "Somebody new", COALITION_LEVEL_AFFECTED);
  layout_fixture_finish (judged.layout);
  for (guint i = 0; i < added; i++)
    judged.layout->movable[i] = FALSE;
  judged.stance = g_renew (double, judged.stance, added + 1);
  judged.influence = g_renew (double, judged.influence, added + 1);
  judged.stance[added] = judged.influence[added] = NAN;
  after = arrange (&judged);
  g_assert_cmpfloat (judged.frame.width, ==, frame.width);
  g_assert_cmpfloat (judged.frame.height, ==, frame.height);
  g_assert_cmpmem (places, added * sizeof *places, after, added * sizeof *after);
  g_assert_cmpuint (layout_fixture_count_overlaps (judged.layout, after), ==, 0);
  g_assert_cmpfloat (after[added].x, >, frame.width / 2);
}

/* Aligned boxes share a line and do not overlap; distributed ones have equal gaps. */
static void
test_align (void)
{
  g_autoptr (LayoutFixture) layout = layout_fixture_new_random (9, 0, 2);
  const guint parties[] = { 8, 1, 3, 5, 2 };
  const guint n = G_N_ELEMENTS (parties);

  for (guint alignment = COALITION_ALIGN_LEFT; alignment <= COALITION_DISTRIBUTE_DOWN; alignment++)
    for (guint trial = 0; trial < 20; trial++)
      {
        CoalitionPlace places[9], before[9];
        const CoalitionBox *boxes = layout->boxes;

        for (guint i = 0; i < 9; i++)
          before[i] = places[i] = (CoalitionPlace) { g_rand_int_range (layout->random, -900, 900), g_rand_int_range (layout->random, -900, 900) };
        coalition_layout_align (boxes, places, parties, n, alignment);
        for (guint i = 0; i < n; i++)
          for (guint j = i + 1; j < n; j++)
            {
              const guint a = parties[i], b = parties[j];
              const CoalitionBox one = { places[a].x + boxes[a].left, places[a].y + boxes[a].top, places[a].x + boxes[a].right, places[a].y + boxes[a].bottom };
              const CoalitionBox two = { places[b].x + boxes[b].left, places[b].y + boxes[b].top, places[b].x + boxes[b].right, places[b].y + boxes[b].bottom };

              if (alignment < COALITION_DISTRIBUTE_ACROSS)
                g_assert_false (one.left < two.right && two.left < one.right && one.top < two.bottom && two.top < one.bottom);
              switch (alignment)
                {
                case COALITION_ALIGN_LEFT: g_assert_cmpfloat_with_epsilon (one.left, two.left, 1.01); break;
                case COALITION_ALIGN_CENTER: g_assert_cmpfloat (places[a].x, ==, places[b].x); break;
                case COALITION_ALIGN_RIGHT: g_assert_cmpfloat_with_epsilon (one.right, two.right, 1.01); break;
                case COALITION_ALIGN_TOP: g_assert_cmpfloat_with_epsilon (one.top, two.top, 1.01); break;
                case COALITION_ALIGN_MIDDLE: g_assert_cmpfloat (places[a].y, ==, places[b].y); break;
                case COALITION_ALIGN_BOTTOM: g_assert_cmpfloat_with_epsilon (one.bottom, two.bottom, 1.01); break;
                default: break;
                }
            }
        for (guint i = 0; i < 9; i++)
          if (i != 8 && i != 1 && i != 3 && i != 5 && i != 2)
            g_assert_true (places[i].x == before[i].x && places[i].y == before[i].y);
      }
}

static void
test_distribute (void)
{
  const CoalitionBox boxes[] = { { -10, -10, 10, 10 }, { -40, -5, 40, 60 }, { -20, -20, 20, 20 }, { -10, -10, 10, 10 } };
  const guint parties[] = { 0, 1, 2, 3 };
  CoalitionPlace places[] = { { 0, 0 }, { 300, 50 }, { 120, 10 }, { 400, 0 } };
  CoalitionPlace heap[] = { { 0, 0 }, { 1, 0 }, { 2, 0 }, { 3, 0 } };

  coalition_layout_align (boxes, places, parties, 4, COALITION_DISTRIBUTE_ACROSS);
  /* 420 wide, 160 taken: gaps of 260 / 3. */
  g_assert_cmpfloat (places[0].x, ==, 0);
  g_assert_cmpfloat (places[3].x, ==, 400);
  g_assert_cmpfloat_with_epsilon (places[2].x - 20 - 10, 260.0 / 3, 1.01);
  g_assert_cmpfloat_with_epsilon (places[1].x - 40 - (places[2].x + 20), 260.0 / 3, 1.01);
  g_assert_cmpfloat (places[1].y, ==, 50);

  /* Without room between the outermost they give way. */
  coalition_layout_align (boxes, heap, parties, 4, COALITION_DISTRIBUTE_ACROSS);
  g_assert_cmpfloat (heap[1].x - 40, >, heap[0].x + 10);
  g_assert_cmpfloat (heap[2].x - 20, >, heap[1].x + 40);
  g_assert_cmpfloat (heap[3].x - 10, >, heap[2].x + 20);
}

static void
test_remove_overlaps (void)
{
  g_autoptr (LayoutFixture) layout = layout_fixture_new_random (200, 0, 4);
  g_autofree CoalitionPlace *places = g_new (CoalitionPlace, 200);
  g_autofree CoalitionPlace *before = NULL;

  for (guint i = 0; i < 200; i++)
    {
      places[i] = i < 30 ? (CoalitionPlace) { 3000.25 + 200 * i, 0.125 }
                         : (CoalitionPlace) { g_rand_int_range (layout->random, 0, 1200), g_rand_int_range (layout->random, 0, 1200) };
      layout->movable[i] = i % 5 != 0 || i < 30;
    }
  before = g_memdup2 (places, 200 * sizeof *places);
  coalition_layout_remove_overlaps (layout->network, layout->boxes, places, layout->movable);
  for (guint i = 0; i < 200; i++)
    if (i < 30 || !layout->movable[i])
      g_assert_cmpmem (&places[i], sizeof *places, &before[i], sizeof *before);
  for (guint i = 0; i < 200; i++)
    for (guint j = i + 1; j < 200; j++)
      if (layout->movable[i] || layout->movable[j])
        g_assert_false (places[i].x + layout->boxes[i].left < places[j].x + layout->boxes[j].right
                        && places[j].x + layout->boxes[j].left < places[i].x + layout->boxes[i].right
                        && places[i].y + layout->boxes[i].top < places[j].y + layout->boxes[j].bottom
                        && places[j].y + layout->boxes[j].top < places[i].y + layout->boxes[i].bottom);
}

/* Around whom the rings lie is in their middle; who has ties with it is nearer than who has none. */
static void
test_center (void)
{
  for (guint seed = 1; seed < 5; seed++)
    {
      g_autoptr (LayoutFixture) layout = layout_fixture_new_random (60, 110, seed);
      const CoalitionNetworkTie *ties = coalition_network_get_ties (layout->network, NULL);
      const guint center = 17 * seed % 60;
      g_autofree char *id = g_strdup_printf ("party-%u", center);
      const CoalitionLayoutRequest request = { .network = layout->network, .boxes = layout->boxes, .movable = layout->movable,
                                               .kind = COALITION_LAYOUT_RINGS, .seed = 1, .center = id };
      g_autoptr (GError) error = NULL;
      g_autofree CoalitionPlace *places = coalition_layout_compute (&request, NULL, &error);
      double near = 0, far = 0;
      guint n_near = 0;

      g_assert_no_error (error);
      g_assert_cmpuint (layout_fixture_count_overlaps (layout, places), ==, 0);
      for (guint i = 0; i < 60; i++)
        {
          double distance = hypot (places[i].x - places[center].x, places[i].y - places[center].y);
          guint n_ties;
          const guint *own = coalition_network_get_ties_of (layout->network, i, &n_ties);
          gboolean tied = FALSE;

          for (guint j = 0; j < n_ties; j++)
            tied |= ties[own[j]].from == center || ties[own[j]].to == center;
          if (tied)
            near += distance, n_near++;
          else if (i != center)
            far += distance;
        }
      g_assert_cmpuint (n_near, >, 0);
      g_assert_cmpfloat (near / n_near, <, 0.8 * far / (59 - n_near));
    }
}

/* A selection is arranged by itself, near where it was; nobody else moves. */
static void
test_apart (void)
{
  static const CoalitionLayoutKind kinds[] = { COALITION_LAYOUT_LEVELS, COALITION_LAYOUT_RINGS, COALITION_LAYOUT_CIRCLE };
  g_autoptr (LayoutFixture) layout = layout_fixture_new_random (80, 120, 13);
  g_autofree CoalitionPlace *before = layout_fixture_compute (layout, COALITION_LAYOUT_FREE, 1);

  layout_fixture_place (layout, before);
  for (guint i = 0; i < 80; i++)
    layout->movable[i] = i % 9 == 3;
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      const CoalitionLayoutRequest request = { .network = layout->network, .boxes = layout->boxes, .movable = layout->movable,
                                               .kind = kinds[k], .seed = 1, .center = "party-3", .apart = TRUE };
      g_autoptr (GError) error = NULL;
      g_autofree CoalitionPlace *places = coalition_layout_compute (&request, NULL, &error);
      CoalitionPlace least = { INFINITY, INFINITY }, most = { -INFINITY, -INFINITY };

      g_assert_no_error (error);
      g_assert_cmpuint (layout_fixture_count_overlaps (layout, places), ==, 0);
      for (guint i = 0; i < 80; i++)
        if (!layout->movable[i])
          g_assert_cmpmem (&places[i], sizeof *places, &before[i], sizeof *before);
        else
          {
            least = (CoalitionPlace) { MIN (least.x, places[i].x), MIN (least.y, places[i].y) };
            most = (CoalitionPlace) { MAX (most.x, places[i].x), MAX (most.y, places[i].y) };
          }
      /* Nine parties, compactly. */
      g_assert_cmpfloat (most.x - least.x, <, 1000);
      g_assert_cmpfloat (most.y - least.y, <, 800);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/power/points", test_points);
  g_test_add_func ("/power/cells", test_cells);
  g_test_add_func ("/power/exact", test_exact);
  g_test_add_func ("/power/kept", test_kept);
  g_test_add_func ("/align/align", test_align);
  g_test_add_func ("/align/distribute", test_distribute);
  g_test_add_func ("/align/remove-overlaps", test_remove_overlaps);
  g_test_add_func ("/rings/center", test_center);
  g_test_add_func ("/apart", test_apart);

  return g_test_run ();
}
