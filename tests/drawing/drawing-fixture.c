/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing-fixture.h"

#include "coalition-encoding-private.h"
#include "coalition-network-private.h"

#include <math.h>

#define A COALITION_LEVEL_AFFECTED
#define C COALITION_LEVEL_CONNECTOR
#define O COALITION_LEVEL_ORGANIZATION

static const struct {
  const char *name;
  CoalitionLevel level;
  int x;
  int y;
  int marks;
} sample_parties[] = {
  { "Harbour Street Workers’ Clinic", O, 666, 358, COALITION_MARK_US },
  { "Grocery clerks, Quayside", A, 604, 80, 0 },
  { "Home care aides", A, 561, 170, 0 },
  { "Night cleaners, Ferry Mall", A, 428, 211, 0 },
  { "Hotel room attendants", A, 403, 388, 0 },
  { "Single-parent circle", A, 497, 602, 0 },
  { "Newcomer parents", A, 743, 744, 0 },
  { "Fast-food crews", A, 982, 563, 0 },
  { "Dockside temps", A, 930, 400, 0 },
  { "Evening students", A, 1003, 750, 0 },
  { "Crew lead, nights", C, 424, 322, 0 },
  { "Parish outreach lead", C, 518, 389, 0 },
  { "School parents’ chair", C, 631, 606, 0 },
  { "Tenant captain, Tower C", C, 756, 556, 0 },
  { "Settlement worker", C, 800, 626, 0 },
  { "Community radio host", C, 906, 667, 0 },
  { "Barber on Mill Street", C, 1017, 639, 0 },
  { "Steward, Dockside", C, 811, 418, 0 },
  { "Ward 3 aide", C, 1032, 400, COALITION_MARK_GATEKEEPER },
  { "Lakeview Community Fund", O, 435, 142, 0 },
  { "Quayside Grocers’ Group", O, 743, 178, COALITION_MARK_DECIDES },
  { "Labor Standards Office", O, 906, 178, 0 },
  { "Harbour Board of Trade", O, 930, 241, 0 },
  { "Harbour City Council", O, 956, 339, COALITION_MARK_DECIDES },
  { "Care and Cleaning Union, Local 12", O, 666, 272, 0 },
  { "Harbour Neighborhood House", O, 625, 486,
    COALITION_MARK_REVIEW_LATE | COALITION_MARK_OPEN_DIFFERENCE },
  { "Eastside Workers’ Center", O, 820, 509, COALITION_MARK_OPEN_DIFFERENCE },
  { "St. Oran’s Parish", O, 474, 486, 0 },
  { "Childcare Collective", O, 461, 545, 0 },
  { "Mill Street Tenants’ Association", O, 1008, 505, 0 },
  { "Newcomer Welcome Center", O, 865, 779, COALITION_MARK_GATEKEEPER },
};

static const struct {
  int from;
  int to;
  const char *kind;
  CoalitionTieFamily family;
  CoalitionTieStatus status;
  int strength;
  gboolean mutual;
  guint agreements;
} sample_ties[] = {
  { 24, 0, "project", COALITION_TIE_WORKS, 0, 3, TRUE, 0 },
  { 25, 0, "shares", COALITION_TIE_WORKS, 0, 3, TRUE, 2 },
  { 26, 0, "project", COALITION_TIE_WORKS, 0, 4, TRUE, 1 },
  { 0, 26, "refers", COALITION_TIE_KNOWS, 0, 2, TRUE, 1 },
  { 25, 26, "project", COALITION_TIE_WORKS, 0, 2, TRUE, 1 },
  { 25, 27, "shares", COALITION_TIE_WORKS, COALITION_TIE_DORMANT, 2, TRUE, 0 },
  { 25, 28, "shares", COALITION_TIE_WORKS, 0, 2, TRUE, 0 },
  { 19, 0, "funds", COALITION_TIE_POWER, 0, 2, FALSE, 0 },
  { 0, 23, "influences", COALITION_TIE_POWER, COALITION_TIE_PROSPECTIVE, 2, FALSE, 0 },
  { 0, 21, "influences", COALITION_TIE_POWER, COALITION_TIE_PROSPECTIVE, 2, FALSE, 0 },
  { 21, 20, "influences", COALITION_TIE_POWER, 0, 2, FALSE, 0 },
  { 22, 23, "influences", COALITION_TIE_POWER, 0, 3, FALSE, 0 },
  { 18, 23, "influences", COALITION_TIE_POWER, 0, 4, FALSE, 0 },
  { 29, 23, "influences", COALITION_TIE_POWER, 0, 2, FALSE, 0 },
  { 17, 8, "influences", COALITION_TIE_POWER, 0, 4, FALSE, 0 },
  { 10, 3, "influences", COALITION_TIE_POWER, 0, 3, FALSE, 0 },
  { 20, 1, "opposes", COALITION_TIE_OPPOSES, 0, 3, FALSE, 0 },
  { 22, 0, "opposes", COALITION_TIE_OPPOSES, 0, 2, FALSE, 0 },
  { 20, 22, "member", COALITION_TIE_BELONGS, 0, 3, FALSE, 0 },
  { 2, 24, "member", COALITION_TIE_BELONGS, 0, 3, FALSE, 0 },
  { 1, 24, "member", COALITION_TIE_BELONGS, COALITION_TIE_PROSPECTIVE, 2, FALSE, 0 },
  { 3, 24, "member", COALITION_TIE_BELONGS, 0, 2, FALSE, 0 },
  { 4, 24, "member", COALITION_TIE_BELONGS, COALITION_TIE_PROSPECTIVE, 2, FALSE, 0 },
  { 0, 3, "serves", COALITION_TIE_BELONGS, 0, 2, FALSE, 0 },
  { 0, 8, "serves", COALITION_TIE_BELONGS, 0, 2, FALSE, 0 },
  { 26, 8, "serves", COALITION_TIE_BELONGS, 0, 3, FALSE, 0 },
  { 26, 7, "serves", COALITION_TIE_BELONGS, 0, 2, FALSE, 0 },
  { 25, 5, "serves", COALITION_TIE_BELONGS, 0, 2, FALSE, 0 },
  { 28, 5, "serves", COALITION_TIE_BELONGS, 0, 2, FALSE, 0 },
  { 25, 6, "serves", COALITION_TIE_BELONGS, 0, 3, FALSE, 0 },
  { 30, 6, "serves", COALITION_TIE_BELONGS, 0, 3, FALSE, 0 },
  { 14, 30, "member", COALITION_TIE_BELONGS, 0, 3, FALSE, 0 },
  { 11, 27, "member", COALITION_TIE_BELONGS, 0, 3, FALSE, 0 },
  { 13, 29, "member", COALITION_TIE_BELONGS, 0, 2, FALSE, 0 },
  { 10, 24, "knows", COALITION_TIE_KNOWS, 0, 2, TRUE, 0 },
  { 11, 25, "knows", COALITION_TIE_KNOWS, 0, 2, TRUE, 0 },
  { 4, 11, "knows", COALITION_TIE_KNOWS, 0, 2, TRUE, 0 },
  { 17, 0, "knows", COALITION_TIE_KNOWS, 0, 3, TRUE, 0 },
  { 17, 26, "knows", COALITION_TIE_KNOWS, 0, 2, TRUE, 0 },
  { 13, 25, "knows", COALITION_TIE_KNOWS, 0, 2, TRUE, 0 },
  { 12, 25, "refers", COALITION_TIE_KNOWS, COALITION_TIE_PROSPECTIVE, 2, FALSE, 0 },
  { 12, 6, "knows", COALITION_TIE_KNOWS, 0, 2, TRUE, 0 },
  { 14, 6, "knows", COALITION_TIE_KNOWS, 0, 2, TRUE, 0 },
  { 15, 26, "informs", COALITION_TIE_KNOWS, COALITION_TIE_PROSPECTIVE, 2, FALSE, 0 },
  { 15, 9, "knows", COALITION_TIE_KNOWS, 0, 2, TRUE, 0 },
  { 16, 9, "knows", COALITION_TIE_KNOWS, 0, 2, TRUE, 0 },
  { 16, 7, "knows", COALITION_TIE_KNOWS, 0, 2, TRUE, 0 },
  { 16, 29, "knows", COALITION_TIE_KNOWS, COALITION_TIE_DORMANT, 1, TRUE, 0 },
  { 18, 29, "knows", COALITION_TIE_KNOWS, 0, 1, TRUE, 0 },
};

/* An invented campaign of thirty-one parties, arranged by hand, with every level, mark, family, status and strength. */
CoalitionNetwork *
drawing_fixture_sample (void)
{
  CoalitionNetworkParty parties[G_N_ELEMENTS (sample_parties)] = { 0 };
  CoalitionNetworkTie ties[G_N_ELEMENTS (sample_ties)] = { 0 };
  char ids[G_N_ELEMENTS (sample_parties)][8], tie_ids[G_N_ELEMENTS (sample_ties)][8];

  for (guint i = 0; i < G_N_ELEMENTS (sample_parties); i++)
    {
      g_snprintf (ids[i], sizeof ids[i], "p%u", i);
      parties[i] = (CoalitionNetworkParty) { .id = ids[i], .name = sample_parties[i].name,
                                             .level = sample_parties[i].level, .marks = sample_parties[i].marks,
                                             .x = sample_parties[i].x * 1.06, .y = sample_parties[i].y * 1.06,
                                             .placed = TRUE };
    }
  for (guint i = 0; i < G_N_ELEMENTS (sample_ties); i++)
    {
      g_snprintf (tie_ids[i], sizeof tie_ids[i], "t%u", i);
      ties[i] = (CoalitionNetworkTie) { .id = tie_ids[i], .kind = sample_ties[i].kind, .from = sample_ties[i].from,
                                        .to = sample_ties[i].to, .family = sample_ties[i].family,
                                        .status = sample_ties[i].status, .strength = sample_ties[i].strength,
                                        .mutual = sample_ties[i].mutual, .agreements = sample_ties[i].agreements };
    }

  return coalition_network_new_from (parties, G_N_ELEMENTS (parties), ties, G_N_ELEMENTS (ties));
}

/* A made-up network of any size on a loose grid; each party is tied to two near for one far away. */
CoalitionNetwork *
drawing_fixture_large (guint n_parties,
                       guint n_ties)
{
  static const char *const words[] = { "Harbour", "Workers", "Tenants", "Parish", "Clinic", "Union", "Street", "Night",
                                       "Families", "Council", "Center", "Association" };
  g_autofree CoalitionNetworkParty *parties = g_new0 (CoalitionNetworkParty, n_parties);
  g_autofree CoalitionNetworkTie *ties = g_new0 (CoalitionNetworkTie, n_ties);
  g_autoptr (GStringChunk) texts = g_string_chunk_new (65536);
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  guint columns = (guint) ceil (sqrt (n_parties));

  for (guint i = 0; i < n_parties; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %s %s %u", words[g_rand_int_range (random, 0, 12)],
                                               words[g_rand_int_range (random, 0, 12)],
                                               words[g_rand_int_range (random, 0, 12)], i);
      char id[16];

      g_snprintf (id, sizeof id, "p%u", i);
      parties[i] = (CoalitionNetworkParty) { .id = g_string_chunk_insert (texts, id),
                                             .name = g_string_chunk_insert (texts, name), .level = i % 3,
                                             .marks = i == 0 ? COALITION_MARK_US : i % 17 == 0 ? COALITION_MARK_DECIDES : 0,
                                             .x = (i % columns) * 180 + g_rand_double_range (random, -12, 12),
                                             .y = (i / columns) * 130 + g_rand_double_range (random, -12, 12),
                                             .placed = TRUE };
    }
  for (guint i = 0; i < n_ties; i++)
    {
      guint from = g_rand_int_range (random, 0, n_parties);
      guint near = from + g_rand_int_range (random, 1, 4) + columns * g_rand_int_range (random, 0, 4);
      char id[16];

      g_snprintf (id, sizeof id, "t%u", i);
      ties[i] = (CoalitionNetworkTie) { .id = g_string_chunk_insert (texts, id), .kind = "refers",
                                        .from = from,
                                        .to = i % 3 ? near % n_parties : (guint) g_rand_int_range (random, 0, n_parties),
                                        .family = i % 5, .status = i % 3,
                                        .strength = 1 + i % 4 };
    }

  return coalition_network_new_from (parties, n_parties, ties, n_ties);
}

static cairo_status_t
append (void                *closure,
        const unsigned char *data,
        unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* A picture as a file: streets on sand, or a disc on nothing. */
GBytes *
drawing_fixture_png (int      width,
                     int      height,
                     gboolean see_through)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  if (see_through)
    {
      cairo_set_source_rgb (cr, 0.75, 0.2, 0.3);
      cairo_arc (cr, width / 2.0, height / 2.0, MIN (width, height) / 2.0, 0, 2 * G_PI);
      cairo_fill (cr);
    }
  else
    {
      cairo_set_source_rgb (cr, 0.93, 0.9, 0.82);
      cairo_paint (cr);
      cairo_set_source_rgb (cr, 0.7, 0.72, 0.68);
      cairo_set_line_width (cr, width / 60.0);
      for (int i = 1; i < 6; i++)
        {
          cairo_move_to (cr, width * i / 6.0, 0);
          cairo_line_to (cr, width * (i - 0.6) / 6.0, height);
          cairo_move_to (cr, 0, height * i / 6.0);
          cairo_line_to (cr, width, height * (i - 0.3) / 6.0);
        }
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, append, bytes);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (bytes);
}

static CoalitionNetwork *
copy_network (CoalitionNetwork *source,
              guint             n_forums)
{
  const CoalitionNetworkParty *parties;
  const CoalitionNetworkTie *ties;
  CoalitionNetwork *copy;
  guint n_parties, n_ties;

  parties = coalition_network_get_parties (source, &n_parties);
  ties = coalition_network_get_ties (source, &n_ties);
  copy = coalition_network_allocate (n_parties, n_ties);
  for (guint i = 0; i < n_parties; i++)
    {
      CoalitionNetworkParty party = parties[i];

      party.image = -1;
      coalition_network_add_party (copy, &party);
    }
  for (guint i = 0; i < n_ties; i++)
    coalition_network_add_tie (copy, &ties[i]);
  copy->forums = g_new0 (CoalitionNetworkForum, MAX (n_forums, 1));

  return copy;
}

static void
add_forum (CoalitionNetwork  *self,
           const char        *name,
           const char        *form,
           const char        *cadence,
           gboolean           hub,
           CoalitionTimeMark  time,
           const guint       *members,
           guint              n_members)
{
  CoalitionNetworkForum *forum = &self->forums[self->n_forums];
  char id[16];

  g_snprintf (id, sizeof id, "f%u", self->n_forums++);
  *forum = (CoalitionNetworkForum) { .id = coalition_network_keep_text (self, id),
                                     .name = coalition_network_keep_text (self, name), .form = form, .cadence = cadence,
                                     .hub = hub, .time = time, .n_members = n_members };
  forum->members = coalition_network_keep_block (self, members, n_members * sizeof (guint));
}

static void
add_image (CoalitionNetwork *self,
           GBytes           *bytes,
           guint             width,
           guint             height)
{
  CoalitionNetworkImage image = { .id = "image", .media_type = "image/png", .bytes = bytes, .width = width, .height = height };

  g_array_append_val (self->images, image);
}

/* The sample with two outlines that overlap, a hub, two notes, a picture, a background, two logos and a group; if
 * @compare, ties and forums that have appeared or are gone too. */
CoalitionNetwork *
drawing_fixture_rich (gboolean compare)
{
  static const guint table[] = { 0, 24, 25, 26 }, lunch[] = { 27, 28, 5, 25 }, working[] = { 7, 9, 14, 15, 16 };
  g_autoptr (CoalitionNetwork) sample = drawing_fixture_sample ();
  CoalitionNetwork *self = copy_network (sample, 3);

  add_forum (self, "Fair Schedules Table", "council", "monthly", FALSE, COALITION_TIME_STAYED, table, G_N_ELEMENTS (table));
  add_forum (self, "Parents’ lunch", "lunch", "weekly", FALSE, compare ? COALITION_TIME_APPEARED : COALITION_TIME_STAYED, lunch,
             G_N_ELEMENTS (lunch));
  add_forum (self, "Evening shift circle", "Own words", NULL, TRUE, compare ? COALITION_TIME_GONE : COALITION_TIME_STAYED, working,
             G_N_ELEMENTS (working));
  self->notes = g_new0 (CoalitionNetworkNote, 2);
  self->n_notes = 2;
  self->notes[0] = (CoalitionNetworkNote) { .id = "n0", .color = "yellow", .x = 1120, .y = 80,
                                            .text = "Ask the ward aide about the March hearing before anybody else does.\n\nBring numbers." };
  self->notes[1] = (CoalitionNetworkNote) { .id = "n1", .color = "purple", .x = 400, .y = 760, .width = 220, .height = 90,
                                            .text = "Newcomer parents meet on Thursdays." };
  add_image (self, drawing_fixture_png (400, 300, FALSE), 400, 300);
  add_image (self, drawing_fixture_png (120, 120, TRUE), 120, 120);
  self->pictures = g_new0 (CoalitionNetworkPicture, 2);
  self->n_pictures = 2;
  self->pictures[0] = (CoalitionNetworkPicture) { .id = "b0", .image = 0, .background = TRUE, .opacity = 0.35, .x = 560, .y = 120,
                                                  .width = 520, .height = 390 };
  self->pictures[1] = (CoalitionNetworkPicture) { .id = "b1", .caption = "The hall on Mill Street", .image = 0, .opacity = 1, .x = 1130,
                                                  .y = 640, .width = 140, .height = 105 };
  self->parties[28].image = 1;
  self->parties[3].image = 1;
  self->parties[30].members = 4;
  if (compare)
    for (guint i = 0; i < self->n_ties; i++)
      self->ties[i].time = i % 6 == 2 ? COALITION_TIME_APPEARED : i % 9 == 4 ? COALITION_TIME_GONE : COALITION_TIME_STAYED;
  coalition_network_finish (self);

  return self;
}

/* The large network with forums of neighbors on its grid. */
CoalitionNetwork *
drawing_fixture_crowd (guint n_parties,
                       guint n_ties,
                       guint n_forums)
{
  g_autoptr (CoalitionNetwork) large = drawing_fixture_large (n_parties, n_ties);
  CoalitionNetwork *self = copy_network (large, n_forums);
  guint columns = (guint) ceil (sqrt (n_parties));

  for (guint i = 0; i < n_forums; i++)
    {
      g_autofree char *name = g_strdup_printf ("Round table %u", i);
      guint first = i * (n_parties / MAX (n_forums, 1));
      guint members[12];

      for (guint j = 0; j < G_N_ELEMENTS (members); j++)
        members[j] = (first + j % 4 + j / 4 * columns) % n_parties;
      add_forum (self, name, "council", "monthly", i % 5 == 4, COALITION_TIME_STAYED, members, G_N_ELEMENTS (members));
    }
  coalition_network_finish (self);

  return self;
}

/* Classes by turns, the last for every seventh party that is in none; sizes by number of ties, some not known. */
CoalitionEncoding *
drawing_fixture_encoding (CoalitionNetwork *network,
                          CoalitionScale    scale,
                          guint             n_classes,
                          gboolean          sized)
{
  static const char *const names[] = { "Union", "Congregation", "Neighborhood center or settlement house", "School", "Business",
                                       "Tenant association", "Media", "Council", "Other" };
  CoalitionEncoding *self = g_new0 (CoalitionEncoding, 1);
  double most = 1;

  g_atomic_ref_count_init (&self->refs);
  coalition_network_get_parties (network, &self->n_parties);
  self->color_by = n_classes > 0 ? COALITION_COLOR_BY_KIND : COALITION_COLOR_BY_LEVEL;
  self->size_by = sized ? COALITION_SIZE_BY_DEGREE : COALITION_SIZE_BY_NOTHING;
  self->scale = scale;
  self->color_title = g_strdup (scale == COALITION_SCALE_NAMES ? "Kind" : scale == COALITION_SCALE_STEPS ? "Trust" : "Stance");
  self->size_title = g_strdup ("Number of ties");
  self->classes = g_array_new (FALSE, TRUE, sizeof (CoalitionColorClass));
  self->class_of = g_new (int, MAX (self->n_parties, 1));
  self->sizes = g_new (double, MAX (self->n_parties, 1));
  self->values = g_new (double, MAX (self->n_parties, 1));
  for (guint i = 0; i < n_classes; i++)
    {
      CoalitionColorClass class = { .label = scale == COALITION_SCALE_NAMES ? g_strdup (names[i]) : g_strdup_printf ("Step %u", i + 1),
                                    .rank = i, .position = n_classes > 1 ? i / (n_classes - 1.0) : 0 };

      g_array_append_val (self->classes, class);
    }
  for (guint i = 0; i < self->n_parties; i++)
    {
      guint n_ties;

      coalition_network_get_ties_of (network, i, &n_ties);
      self->values[i] = n_ties;
      most = MAX (most, n_ties);
      self->class_of[i] = n_classes == 0 || i % 7 == 6 ? -1 : (int) (i % n_classes);
      if (self->class_of[i] >= 0)
        g_array_index (self->classes, CoalitionColorClass, self->class_of[i]).n_parties++;
    }
  self->most = most;
  for (guint i = 0; i < self->n_parties; i++)
    {
      self->sizes[i] = sqrt (self->values[i] / most);
      if (i % 10 == 9)
        {
          self->sizes[i] = -1;
          self->values[i] = NAN;
        }
    }

  return self;
}
