/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas-fixture.h"

#include <math.h>

/* Between two parties of a grid, in map units: wide enough for a card and its gap. */
#define SPACING 220

static void
network_changed_cb (CanvasFixture *self)
{
  self->n_networks++;
}

/* A document that is open. */
CanvasFixture *
canvas_fixture_take (CoalitionDocument *document)
{
  CanvasFixture *self = g_new0 (CanvasFixture, 1);

  self->document = document;
  self->campaign = coalition_document_get_campaign (document);
  self->session = coalition_session_new (document);
  self->parties = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect_swapped (self->session, "network-changed", G_CALLBACK (network_changed_cb), self);
  return self;
}

static void
add_parties (CanvasFixture    *self,
             CoalitionCommand *command,
             guint             n_parties,
             gboolean          placed)
{
  static const char *const levels[] = { "organization", "affected", "connector", "organization" };
  const char *view = coalition_record_get_id (coalition_campaign_get_view (self->campaign));
  guint columns = (guint) ceil (sqrt (n_parties));

  for (guint i = 0; i < n_parties; i++)
    {
      g_autofree char *name = g_strdup_printf ("Party %u", i);
      const char *id = i > 0 ? coalition_command_insert (command, &coalition_kind_party, NULL)
                             : coalition_record_get_id (coalition_campaign_get_us (self->campaign));

      g_ptr_array_add (self->parties, g_strdup (id));
      coalition_command_set_text (command, &coalition_kind_party, id, "name", name);
      coalition_command_set_text (command, &coalition_kind_party, id, "level", levels[i % G_N_ELEMENTS (levels)]);
      if (placed)
        coalition_command_set_position (command, view, id, (i % columns) * SPACING, (i / columns) * SPACING, FALSE);
    }
}

/* A grid of parties, row by row, with random ties; most reach only near, as in real networks. */
CanvasFixture *
canvas_fixture_new (guint    n_parties,
                    guint    n_ties,
                    guint    seed,
                    gboolean placed)
{
  static const char *const kinds[] = { "knows", "informs", "project", "member", "funds", "opposes" };
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GError) error = NULL;
  const int columns = (int) ceil (sqrt (n_parties));
  CoalitionDocument *document = coalition_document_create (NULL, "Test", "Us", FALSE, &error);
  CoalitionCommand *command = coalition_command_new ("Make a test", NULL);
  CanvasFixture *self;

  g_assert_no_error (error);
  self = canvas_fixture_take (document);
  add_parties (self, command, n_parties, placed);
  for (guint i = 0; i < n_ties && n_parties > 1; i++)
    {
      guint from = g_rand_int_range (random, 0, n_parties);
      gint64 near = (gint64) from + g_rand_int_range (random, -6, 7) + g_rand_int_range (random, -6, 7) * columns;
      guint to = g_rand_int_range (random, 0, 100) < 85 ? (guint) ((near % n_parties + n_parties) % n_parties)
                                                        : (guint) g_rand_int_range (random, 0, n_parties);
      const char *id;

      if (from == to)
        to = (from + 1) % n_parties;
      id = coalition_command_insert (command, &coalition_kind_tie, NULL);
      coalition_command_set_text (command, &coalition_kind_tie, id, "from", self->parties->pdata[from]);
      coalition_command_set_text (command, &coalition_kind_tie, id, "to", self->parties->pdata[to]);
      coalition_command_set_text (command, &coalition_kind_tie, id, "kind", kinds[i % G_N_ELEMENTS (kinds)]);
    }
  coalition_campaign_run (self->campaign, command, &error);
  g_assert_no_error (error);
  canvas_fixture_next (self);
  return self;
}

void
canvas_fixture_free (CanvasFixture *self)
{
  g_autoptr (GError) error = NULL;

  coalition_document_close (self->document, &error);
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_object_unref (self->session);
  g_object_unref (self->document);
  g_ptr_array_unref (self->parties);
  g_free (self);
}

/* Waits for the next network. */
void
canvas_fixture_next (CanvasFixture *self)
{
  guint before = self->n_networks;

  while (self->n_networks == before)
    g_main_context_iteration (NULL, TRUE);
}

/* Waits until an edit with this label can be undone and the network shows it. */
void
canvas_fixture_wait (CanvasFixture *self,
                     const char    *undo_label)
{
  while (g_strcmp0 (coalition_campaign_get_undo_label (self->campaign), undo_label) != 0)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

const CoalitionNetworkParty *
canvas_fixture_find (CanvasFixture *self,
                     const char    *name)
{
  guint n_parties;
  const CoalitionNetworkParty *parties = coalition_network_get_parties (coalition_session_get_network (self->session), &n_parties);

  for (guint i = 0; i < n_parties; i++)
    if (g_str_equal (parties[i].name, name))
      return &parties[i];
  return NULL;
}
