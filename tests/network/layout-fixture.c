/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-fixture.h"

#include <math.h>
#include <string.h>

static LayoutFixture *
fixture_new (guint seed)
{
  LayoutFixture *self = g_new0 (LayoutFixture, 1);

  self->parties = g_array_new (FALSE, TRUE, sizeof (CoalitionNetworkParty));
  self->ties = g_array_new (FALSE, TRUE, sizeof (CoalitionNetworkTie));
  self->texts = g_string_chunk_new (4096);
  self->random = g_rand_new_with_seed (seed);

  return self;
}

void
layout_fixture_free (LayoutFixture *self)
{
  g_clear_pointer (&self->network, coalition_network_unref);
  g_array_unref (self->parties);
  g_array_unref (self->ties);
  g_string_chunk_free (self->texts);
  g_rand_free (self->random);
  g_free (self->boxes);
  g_free (self->movable);
  g_free (self);
}

guint
layout_fixture_add_party (LayoutFixture *self, const char *name, CoalitionLevel level)
{
  g_autofree char *id = g_strdup_printf ("party-%u", self->parties->len);
  CoalitionNetworkParty party = { .id = g_string_chunk_insert (self->texts, id),
                                  .name = g_string_chunk_insert (self->texts, name), .level = level };

  g_array_append_val (self->parties, party);

  return self->parties->len - 1;
}

void
layout_fixture_add_tie (LayoutFixture *self, guint from, guint to)
{
  g_autofree char *id = g_strdup_printf ("tie-%u", self->ties->len);
  CoalitionNetworkTie tie = { .id = g_string_chunk_insert (self->texts, id), .from = from, .to = to, .strength = 2 };

  g_array_append_val (self->ties, tie);
}

/* Room as the map takes it: a card with up to three lines, or a shape with its name below. */
static CoalitionBox
find_room (const CoalitionNetworkParty *party)
{
  guint letters = strlen (party->name);
  double lines = CLAMP (ceil (letters / 15.0), 1, 3);
  double width = MIN (letters * 7.5, 108);

  if (party->level == COALITION_LEVEL_ORGANIZATION)
    return (CoalitionBox) { -62, -8 - lines * 9, 62, 8 + lines * 9 };

  return (CoalitionBox) { -MAX (width / 2, 20), -20, MAX (width / 2, 20), 21 + 18 * lines };
}

void
layout_fixture_finish (LayoutFixture *self)
{
  g_clear_pointer (&self->network, coalition_network_unref);
  g_clear_pointer (&self->boxes, g_free);
  self->network = coalition_network_new_from ((gpointer) self->parties->data, self->parties->len,
                                              (gpointer) self->ties->data, self->ties->len);
  self->boxes = g_new (CoalitionBox, self->parties->len + 1);
  self->movable = g_renew (gboolean, self->movable, self->parties->len + 1);
  for (guint i = 0; i < self->parties->len; i++)
    {
      self->boxes[i] = find_room (&g_array_index (self->parties, CoalitionNetworkParty, i));
      self->movable[i] = TRUE;
    }
}

/* Clusters with a few ties between them, and skewed degrees, as such networks have. */
LayoutFixture *
layout_fixture_new_random (guint n_parties, guint n_ties, guint seed)
{
  LayoutFixture *self = fixture_new (seed);
  guint n_clusters = MAX (4, sqrt (n_parties) / 2);
  guint size = (n_parties + n_clusters - 1) / n_clusters;
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < n_parties; i++)
    {
      static const char *const words[] = { "Tenants", "House", "of", "Neighbors", "Clinic", "Weston", "Union", "Newcomers",
                                           "Street", "Parish", "Local 88", "Association" };
      g_autoptr (GString) name = g_string_new (NULL);
      guint n_words = g_rand_int_range (self->random, 1, 5);

      for (guint j = 0; j < n_words; j++)
        g_string_append_printf (name, "%s%s", j > 0 ? " " : "", words[g_rand_int_range (self->random, 0, G_N_ELEMENTS (words))]);
      layout_fixture_add_party (self, name->str, g_rand_int_range (self->random, 0, 3));
    }
  g_array_index (self->parties, CoalitionNetworkParty, 0).marks = COALITION_MARK_US;
  for (guint i = 0; g_hash_table_size (known) < n_ties && i < n_ties * 20; i++)
    {
      guint a = g_rand_int_range (self->random, 0, n_parties), b = g_rand_int_range (self->random, 0, n_parties);
      gint64 *key = g_new (gint64, 1);

      if (g_rand_double (self->random) < 0.85)
        {
          double part = g_rand_double (self->random);

          b = MIN (a / size * size + (guint) (part * part * size), n_parties - 1);
        }
      *key = (gint64) MIN (a, b) << 32 | MAX (a, b);
      if (a == b || g_hash_table_contains (known, key))
        g_free (key);
      else
        {
          g_hash_table_add (known, key);
          layout_fixture_add_tie (self, a, b);
        }
    }
  layout_fixture_finish (self);

  return self;
}

/* Just enough of CSV for these files: quotes, and commas within them. */
static GPtrArray *
split_line (const char *line)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) cell = g_string_new (NULL);
  gboolean quoted = FALSE;

  for (; *line != '\0' && *line != '\r'; line++)
    if (*line == '"')
      quoted = !quoted;
    else if (*line == ',' && !quoted)
      {
        g_ptr_array_add (cells, g_strdup (cell->str));
        g_string_truncate (cell, 0);
      }
    else
      g_string_append_c (cell, *line);
  g_ptr_array_add (cells, g_strdup (cell->str));

  return cells;
}

LayoutFixture *
layout_fixture_new_emon (const char *folder, const char *network)
{
  LayoutFixture *self = fixture_new (1);
  static const char *const files[] = { "organizations.csv", "ties.csv" };
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i], NULL);
      g_autofree char *text = NULL;
      g_auto (GStrv) lines = NULL;
      g_autoptr (GError) error = NULL;

      g_file_get_contents (path, &text, NULL, &error);
      g_assert_no_error (error);
      lines = g_strsplit (text, "\n", -1);
      for (guint j = 1; lines[j] != NULL && *lines[j] != '\0'; j++)
        {
          g_autoptr (GPtrArray) cells = split_line (lines[j]);
          const char *second = g_ptr_array_index (cells, 1), *third = g_ptr_array_index (cells, 2);

          if (!g_str_equal (g_ptr_array_index (cells, 0), network))
            continue;
          if (i == 0)
            g_hash_table_insert (known, g_strdup (second),
                                 GUINT_TO_POINTER (layout_fixture_add_party (self, second, COALITION_LEVEL_ORGANIZATION)));
          else
            {
              g_assert_true (g_hash_table_contains (known, second) && g_hash_table_contains (known, third));
              layout_fixture_add_tie (self, GPOINTER_TO_UINT (g_hash_table_lookup (known, second)),
                                      GPOINTER_TO_UINT (g_hash_table_lookup (known, third)));
            }
        }
    }
  g_assert_cmpuint (self->parties->len, >, 0);
  layout_fixture_finish (self);

  return self;
}

/* Takes places over as those of the network. */
void
layout_fixture_place (LayoutFixture *self, const CoalitionPlace *places)
{
  for (guint i = 0; i < self->parties->len; i++)
    {
      CoalitionNetworkParty *party = &g_array_index (self->parties, CoalitionNetworkParty, i);

      party->x = places[i].x;
      party->y = places[i].y;
      party->placed = TRUE;
    }
  g_clear_pointer (&self->network, coalition_network_unref);
  self->network = coalition_network_new_from ((gpointer) self->parties->data, self->parties->len,
                                              (gpointer) self->ties->data, self->ties->len);
}

CoalitionPlace *
layout_fixture_compute (LayoutFixture *self, CoalitionLayoutKind kind, guint seed)
{
  const CoalitionLayoutRequest request = { self->network, self->boxes, self->movable, kind, seed };
  g_autoptr (GError) error = NULL;
  CoalitionPlace *places = coalition_layout_compute (&request, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (places);

  return places;
}

/* Counted the slow and plain way, not by the code that is tested. */
guint
layout_fixture_count_overlaps (LayoutFixture *self, const CoalitionPlace *places)
{
  guint n = 0;

  for (guint i = 0; i < self->parties->len; i++)
    for (guint j = i + 1; j < self->parties->len; j++)
      if (self->movable[i] || self->movable[j])
        n += places[i].x + self->boxes[i].left < places[j].x + self->boxes[j].right
             && places[j].x + self->boxes[j].left < places[i].x + self->boxes[i].right
             && places[i].y + self->boxes[i].top < places[j].y + self->boxes[j].bottom
             && places[j].y + self->boxes[j].top < places[i].y + self->boxes[i].bottom;

  return n;
}

static double
turn (CoalitionPlace a, CoalitionPlace b, CoalitionPlace c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static gboolean
lines_cross (CoalitionPlace a, CoalitionPlace b, CoalitionPlace c, CoalitionPlace d)
{
  return turn (a, b, c) * turn (a, b, d) < 0 && turn (c, d, a) * turn (c, d, b) < 0;
}

guint
layout_fixture_count_crossings (LayoutFixture *self, const CoalitionPlace *places)
{
  guint n = 0, n_ties;
  const CoalitionNetworkTie *ties = coalition_network_get_ties (self->network, &n_ties);

  for (guint i = 0; i < n_ties; i++)
    for (guint j = i + 1; j < n_ties; j++)
      if (ties[i].rank == 0 && ties[j].rank == 0 && ties[i].from != ties[j].from && ties[i].from != ties[j].to
          && ties[i].to != ties[j].from && ties[i].to != ties[j].to)
        n += lines_cross (places[ties[i].from], places[ties[i].to], places[ties[j].from], places[ties[j].to]);

  return n;
}

guint
layout_fixture_count_through (LayoutFixture *self, const CoalitionPlace *places)
{
  guint n = 0, n_ties;
  const CoalitionNetworkTie *ties = coalition_network_get_ties (self->network, &n_ties);

  for (guint i = 0; i < n_ties; i++)
    for (guint j = 0; j < self->parties->len && ties[i].rank == 0; j++)
      {
        CoalitionPlace a = places[ties[i].from], b = places[ties[i].to], at = places[j];
        const CoalitionBox *box = &self->boxes[j];
        CoalitionPlace corners[4] = { { at.x + box->left, at.y + box->top }, { at.x + box->right, at.y + box->bottom },
                                      { at.x + box->left, at.y + box->bottom }, { at.x + box->right, at.y + box->top } };

        if (j != ties[i].from && j != ties[i].to)
          n += lines_cross (a, b, corners[0], corners[1]) || lines_cross (a, b, corners[2], corners[3]);
      }

  return n;
}
