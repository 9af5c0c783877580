/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-document.h"
#include "coalition-graphviz-client.h"
#include "coalition-import.h"
#include "coalition-json.h"
#include "coalition-map.h"
#include "coalition-viewport.h"
#include "layout-fixture.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Counts how good free arrangements are, beside those of plain neato and plain fdp on the same boxes: shape and name of
 * each party as the map draws them, given to Graphviz as width and height, and nothing else (but start=1, which is what
 * neato takes anyway, when it does not read it from memory it has not written). So neato leaves overlaps
 * (overlap=true is its default), and fdp removes them as it does by default (overlap="9:prism"). As a third and fourth
 * both with overlap=prism.
 *
 * Ties are straight lines from middle to middle of the shapes, each pair of parties once. "cross" are the pairs of lines
 * that cross. "seen" are those of them that are not hidden under the box of a party that one of the lines belongs to: it
 * is told but not judged by, since a drawing hides the more crossings the more ties run through names ("thru") and boxes
 * overlap ("over"); plain neato shows no tie at all where each box lies on its neighbors.
 *
 * Without a further argument: all graphs; exits with 1 if a drawing of ours has overlaps, a party under a card at fit, or
 * more crossings or ties through names than neato or fdp. With --fast: a few of them. With a number: only that graph. */

enum { OURS, NEATO, FDP, NEATO_PRISM, FDP_PRISM, N_WAYS };

static const char *const way_names[N_WAYS] = { "ours", "neato", "fdp", "neato, prism", "fdp, prism" };

typedef struct {
  guint overlaps;
  guint crossings;
  guint seen;
  guint through;
  guint covered; /* parties under cards at fit */
  double width;
  double height;
  double zoom;
  double seconds;
} Count;

typedef struct {
  CoalitionNetwork *network;
  const CoalitionNetworkParty *parties;
  const CoalitionNetworkTie *ties;
  guint n_parties;
  guint n_ties;
  CoalitionMap *map;
  const CoalitionBox *boxes;
} Case;

/* The map's part of a window of 1400 by 900 with both panels, and the cards on it: tools, layout and filter, zoom and
 * time, legend. */
#define MAP_WIDTH 748
#define MAP_HEIGHT 853

static const CoalitionBox cards[] = {
  { 12, 12, 188, 54 },
  { MAP_WIDTH - 412, 12, MAP_WIDTH - 12, 54 },
  { MAP_WIDTH - 372, MAP_HEIGHT - 54, MAP_WIDTH - 12, MAP_HEIGHT - 12 },
  { 12, MAP_HEIGHT - 222, 339, MAP_HEIGHT - 12 },
};

static CoalitionBox
box_at (const Case *self, guint party, const CoalitionPlace *places)
{
  const CoalitionBox *box = &self->boxes[party];

  return (CoalitionBox) { box->left + places[party].x, box->top + places[party].y, box->right + places[party].x,
                          box->bottom + places[party].y };
}

static gboolean
overlap (const CoalitionBox *a, const CoalitionBox *b)
{
  return a->left < b->right && b->left < a->right && a->top < b->bottom && b->top < a->bottom;
}

/* Which part of a segment lies in a box, as shares of its length (Liang and Barsky). */
static gboolean
clip (CoalitionPlace a, CoalitionPlace b, const CoalitionBox *box, double *enter, double *leave)
{
  const double deltas[4] = { -(b.x - a.x), b.x - a.x, -(b.y - a.y), b.y - a.y };
  const double rooms[4] = { a.x - box->left, box->right - a.x, a.y - box->top, box->bottom - a.y };

  *enter = 0;
  *leave = 1;
  for (guint i = 0; i < 4; i++)
    {
      if (deltas[i] == 0 && rooms[i] <= 0)
        return FALSE;
      if (deltas[i] < 0)
        *enter = MAX (*enter, rooms[i] / deltas[i]);
      else if (deltas[i] > 0)
        *leave = MIN (*leave, rooms[i] / deltas[i]);
    }

  return *enter < *leave;
}

static CoalitionPlace
point_at (CoalitionPlace a, CoalitionPlace b, double share)
{
  return (CoalitionPlace) { a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share };
}

static double
turn (CoalitionPlace a, CoalitionPlace b, CoalitionPlace c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static gboolean
cross (const CoalitionPlace *a, const CoalitionPlace *b)
{
  return (turn (a[0], a[1], b[0]) > 0) != (turn (a[0], a[1], b[1]) > 0) && (turn (b[0], b[1], a[0]) > 0) != (turn (b[0], b[1], a[1]) > 0);
}

static void
count_crossings (const Case *self, const CoalitionPlace *places, Count *count)
{
  CoalitionPlace (*whole)[2] = g_malloc (sizeof *whole * (self->n_ties + 1));
  CoalitionPlace (*seen)[2] = g_malloc (sizeof *seen * (self->n_ties + 1));

  for (guint i = 0; i < self->n_ties; i++)
    {
      CoalitionPlace a = places[self->ties[i].from], b = places[self->ties[i].to];
      CoalitionBox from = box_at (self, self->ties[i].from, places), to = box_at (self, self->ties[i].to, places);
      double ignored, start, end;

      if (!clip (a, b, &from, &ignored, &start))
        start = 0;
      if (!clip (a, b, &to, &end, &ignored))
        end = 1;
      whole[i][0] = a;
      whole[i][1] = b;
      seen[i][0] = point_at (a, b, start < end ? start : 0.5);
      seen[i][1] = point_at (a, b, start < end ? end : 0.5);
    }
  for (guint i = 0; i < self->n_ties; i++)
    for (guint j = i + 1; j < self->n_ties; j++)
      {
        const CoalitionNetworkTie *one = &self->ties[i], *other = &self->ties[j];

        if (one->rank > 0 || other->rank > 0 || one->from == other->from || one->from == other->to || one->to == other->from
            || one->to == other->to)
          continue;
        count->crossings += cross (whole[i], whole[j]);
        count->seen += cross (seen[i], seen[j]);
      }
  g_free (whole);
  g_free (seen);
}

static void
count_boxes (const Case *self, const CoalitionPlace *places, Count *count)
{
  for (guint i = 0; i < self->n_parties; i++)
    {
      CoalitionBox box = box_at (self, i, places);

      for (guint j = i + 1; j < self->n_parties; j++)
        {
          CoalitionBox other = box_at (self, j, places);

          count->overlaps += overlap (&box, &other);
        }
      for (guint j = 0; j < self->n_ties; j++)
        {
          const CoalitionNetworkTie *tie = &self->ties[j];
          double enter, leave;

          if (tie->rank == 0 && tie->from != tie->to && tie->from != i && tie->to != i)
            count->through += clip (places[tie->from], places[tie->to], &box, &enter, &leave);
        }
    }
}

/* How large the map is where all of it is seen, and who is under a card then. */
static void
count_fit (const Case *self, const CoalitionPlace *places, Count *count)
{
  g_autoptr (CoalitionViewport) viewport = coalition_viewport_new ();
  g_autofree CoalitionBox *boxes = g_new (CoalitionBox, self->n_parties);
  CoalitionBox bounds = { INFINITY, INFINITY, -INFINITY, -INFINITY };
  double x, y;

  for (guint i = 0; i < self->n_parties; i++)
    {
      boxes[i] = box_at (self, i, places);
      bounds = (CoalitionBox) { MIN (bounds.left, boxes[i].left), MIN (bounds.top, boxes[i].top),
                                MAX (bounds.right, boxes[i].right), MAX (bounds.bottom, boxes[i].bottom) };
    }
  count->width = bounds.right - bounds.left;
  count->height = bounds.bottom - bounds.top;
  coalition_viewport_set_size (viewport, MAP_WIDTH, MAP_HEIGHT);
  coalition_viewport_find_fit (viewport, &bounds, boxes, self->n_parties, cards, G_N_ELEMENTS (cards), &count->zoom, &x, &y);
  for (guint i = 0; i < self->n_parties; i++)
    {
      CoalitionBox box = { boxes[i].left * count->zoom + x, boxes[i].top * count->zoom + y, boxes[i].right * count->zoom + x,
                           boxes[i].bottom * count->zoom + y };
      gboolean covered = box.left < 0 || box.top < 0 || box.right > MAP_WIDTH || box.bottom > MAP_HEIGHT;

      for (guint j = 0; j < G_N_ELEMENTS (cards); j++)
        covered |= overlap (&box, &cards[j]);
      count->covered += covered;
    }
}

static CoalitionPlace *
run_graphviz (const Case *self, const char *engine, const char *attributes)
{
  const CoalitionGraphvizLimits limits = { 120, 300, 4096 };
  g_autoptr (GString) dot = g_string_new ("graph G{start=1;");
  g_autoptr (GError) error = NULL;
  CoalitionPlace *places = g_new0 (CoalitionPlace, self->n_parties * 2);

  g_string_append_printf (dot, "%snode[shape=box,fixedsize=true,label=\"\"];\n", attributes);
  for (guint i = 0; i < self->n_parties; i++)
    {
      char width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (width, sizeof width, "%.4f", (self->boxes[i].right - self->boxes[i].left) / 72);
      g_ascii_formatd (height, sizeof height, "%.4f", (self->boxes[i].bottom - self->boxes[i].top) / 72);
      g_string_append_printf (dot, "n%u[width=%s,height=%s];\n", i, width, height);
    }
  for (guint i = 0; i < self->n_ties; i++)
    if (self->ties[i].rank == 0 && self->ties[i].from != self->ties[i].to)
      g_string_append_printf (dot, "n%u--n%u;\n", self->ties[i].from, self->ties[i].to);
  g_string_append (dot, "}\n");
  if (!coalition_graphviz_run (engine, dot->str, dot->len, &limits, self->n_parties, self->n_parties * 2, places, NULL, &error))
    g_error ("%s: %s", engine, error->message);
  for (guint i = 0; i < self->n_parties; i++)
    {
      places[i].x -= (self->boxes[i].left + self->boxes[i].right) / 2;
      places[i].y -= (self->boxes[i].top + self->boxes[i].bottom) / 2;
    }

  return places;
}

static CoalitionPlace *
arrange (const Case *self, guint way)
{
  const CoalitionLayoutRequest request = { .network = self->network, .boxes = self->boxes, .kind = COALITION_LAYOUT_FREE, .seed = 1 };
  g_autoptr (GError) error = NULL;
  CoalitionPlace *places;

  switch (way)
    {
    case OURS:
      places = coalition_layout_compute (&request, NULL, &error);
      if (places == NULL)
        g_error ("%s", error->message);
      return places;
    case NEATO:
      return run_graphviz (self, "neato", "");
    case FDP:
      return run_graphviz (self, "fdp", "");
    case NEATO_PRISM:
      return run_graphviz (self, "neato", "overlap=prism;");
    default:
      return run_graphviz (self, "fdp", "overlap=prism;");
    }
}

/* Counts all ways; tells whether ours is what it is to be. */
static gboolean
compare (const char *name, CoalitionNetwork *network, Count *totals)
{
  Case self = { .network = network };
  Count counts[N_WAYS] = { 0 };
  gboolean good;

  self.parties = coalition_network_get_parties (network, &self.n_parties);
  self.ties = coalition_network_get_ties (network, &self.n_ties);
  self.map = coalition_map_new (network, COALITION_MAP_LIGHT, NULL);
  self.boxes = coalition_map_get_boxes (self.map);
  for (guint i = 0; i < N_WAYS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autofree CoalitionPlace *places = arrange (&self, i);

      counts[i].seconds = (g_get_monotonic_time () - start) / 1e6;
      count_crossings (&self, places, &counts[i]);
      count_boxes (&self, places, &counts[i]);
      count_fit (&self, places, &counts[i]);
      totals[i].overlaps += counts[i].overlaps;
      totals[i].crossings += counts[i].crossings;
      totals[i].seen += counts[i].seen;
      totals[i].through += counts[i].through;
      totals[i].covered += counts[i].covered;
      totals[i].seconds += counts[i].seconds;
    }
  good = counts[OURS].overlaps == 0 && counts[OURS].covered == 0 && counts[OURS].crossings <= counts[NEATO].crossings
         && counts[OURS].crossings <= counts[FDP].crossings && counts[OURS].through <= counts[NEATO].through
         && counts[OURS].through <= counts[FDP].through;
  printf ("%-14s %4u %4u", name, self.n_parties, self.n_ties);
  for (guint i = 0; i < N_WAYS; i++)
    printf (" |%5u%6u%5u%6u", counts[i].overlaps, counts[i].crossings, counts[i].seen, counts[i].through);
  printf (" | %u %4.0fx%-4.0f %3.0f %% %4.1f s%s\n", counts[OURS].covered, counts[OURS].width, counts[OURS].height,
          counts[OURS].zoom * 100, counts[OURS].seconds, good ? "" : "  WORSE");
  fflush (stdout);
  coalition_map_free (self.map);

  return good;
}

static CoalitionMapping *
read_table (const char *folder, const char *name)
{
  g_autoptr (GFile) file = g_file_new_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tables = coalition_source_read (file, NULL, &error);

  g_assert_no_error (error);

  return coalition_mapping_guess (tables->pdata[0], coalition_table_guess_kind (tables->pdata[0]));
}

/* The sample that comes with the program. */
static CoalitionNetwork *
read_sample (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CoalitionDocument) document = coalition_document_create (NULL, "Sample", "Ropewalk Center", FALSE, &error);
  g_autoptr (CoalitionMapping) parties = NULL;
  g_autoptr (CoalitionMapping) ties = NULL;
  g_autoptr (CoalitionImport) import = NULL;
  CoalitionNetwork *network;

  g_assert_no_error (error);
  parties = read_table (folder, "parties.csv");
  ties = read_table (folder, "ties.csv");
  import = coalition_import_new (coalition_document_get_campaign (document));
  coalition_import_add_table (import, parties, NULL, &error);
  g_assert_no_error (error);
  coalition_import_add_table (import, ties, NULL, &error);
  g_assert_no_error (error);
  coalition_campaign_run (coalition_document_get_campaign (document), coalition_import_make_command (import), &error);
  g_assert_no_error (error);
  network = coalition_network_new (coalition_document_get_campaign (document));
  coalition_document_close (document, NULL);

  return network;
}

static const char *const emon[] = { "Cheyenne", "HurrFrederic", "LakePomona", "MtSi", "MtStHelens", "Texas", "Wichita" };
static const guint sizes[20] = { 20, 24, 28, 32, 36, 40, 44, 50, 56, 64, 72, 80, 90, 100, 110, 120, 140, 160, 180, 200 };

#define N_CASES (1 + G_N_ELEMENTS (emon) + G_N_ELEMENTS (sizes))

int
main (int argc, char *argv[])
{
  const gboolean fast = argc > 3 && g_str_equal (argv[3], "--fast");
  const int only = argc > 3 && !fast ? atoi (argv[3]) : -1;
  Count totals[N_WAYS] = { 0 };
  guint n_worse = 0, n_cases = 0;

  if (argc < 3)
    {
      fprintf (stderr, "%s SAMPLE-FOLDER EMON-FOLDER [--fast|NUMBER]\n", argv[0]);
      return 2;
    }
  printf ("%24s", "parties and ties");
  for (guint i = 0; i < N_WAYS; i++)
    printf (" | %-21s", way_names[i]);
  printf (" | ours: under cards, size, fit, time\n%24s", "");
  for (guint i = 0; i < N_WAYS; i++)
    printf (" | over cross seen  thru");
  printf (" |\n");
  for (guint i = 0; i < N_CASES; i++)
    {
      g_autoptr (CoalitionNetwork) network = NULL;
      g_autoptr (LayoutFixture) fixture = NULL;
      g_autofree char *name = NULL;

      if ((fast && i != 0 && i != 2 && i != 14 && i != 22) || (only >= 0 && i != (guint) only))
        continue;
      if (i == 0)
        {
          network = read_sample (argv[1]);
          name = g_strdup ("sample");
        }
      else if (i <= G_N_ELEMENTS (emon))
        {
          fixture = layout_fixture_new_emon (argv[2], emon[i - 1]);
          name = g_strdup (emon[i - 1]);
        }
      else
        {
          guint n = sizes[i - 1 - G_N_ELEMENTS (emon)];

          fixture = layout_fixture_new_random (n, n * (5 + i % 4) / 4, i);
          name = g_strdup_printf ("generated %u", i);
        }
      n_worse += !compare (name, fixture != NULL ? fixture->network : network, totals);
      n_cases++;
    }
  printf ("%-24s", "all");
  for (guint i = 0; i < N_WAYS; i++)
    printf (" |%5u%6u%5u%6u", totals[i].overlaps, totals[i].crossings, totals[i].seen, totals[i].through);
  printf (" | %u %21.1f s\n%u of %u are worse than plain neato or plain fdp\n", totals[OURS].covered, totals[OURS].seconds, n_worse, n_cases);

  return n_worse > 0;
}
