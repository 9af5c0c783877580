/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-scene-private.h"

#include <glib/gi18n-lib.h>

/* A burst of key presses that move parties ends after this pause, in milliseconds, and becomes one command. */
#define NUDGE_PAUSE 600

/* The part of the scene that moves and pins parties. */

/**
 * coalition_scene_begin_move:
 * @self: a scene
 *
 * Begins to move the selected parties. They leave the painted map until the move ends; the canvas paints them over it.
 */
void
coalition_scene_begin_move (CoalitionScene *self)
{
  coalition_scene_end_nudge (self);
  if (self->n_parties == 0)
    return;
  if (self->from != NULL)
    coalition_scene_step (self, G_MAXINT64);
  coalition_scene_clear_move (self);
  self->moved = coalition_scene_get_selected (self);
  self->bases = coalition_scene_dup_places (self);
  self->hidden_parties = g_memdup2 (self->selected_parties, sizeof (gboolean) * self->n_parties);
  coalition_scene_invalidate (self);
}

/**
 * coalition_scene_move_by:
 * @self: a scene
 * @dx: map units from where the move began
 * @dy: map units from where the move began
 *
 * Previews a move.
 */
void
coalition_scene_move_by (CoalitionScene *self,
                         double          dx,
                         double          dy)
{
  if (self->moved == NULL || self->committed)
    return;
  self->dx = dx;
  self->dy = dy;
  for (guint i = 0; i < self->moved->len; i++)
    {
      guint party = g_array_index (self->moved, guint, i);

      coalition_map_move (self->map, party, self->bases[party].x + dx, self->bases[party].y + dy);
    }
  coalition_scene_changed (self);
}

/**
 * coalition_scene_end_move:
 * @self: a scene
 *
 * Makes the move: one command, which pins what was moved. The preview stands until the new network comes.
 */
void
coalition_scene_end_move (CoalitionScene *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  g_autoptr (CoalitionCommand) command = NULL;
  const char *view;

  if (self->moved == NULL || self->committed)
    return;
  if (self->moved->len == 0 || (self->dx == 0 && self->dy == 0))
    {
      coalition_scene_cancel_move (self);
      return;
    }
  g_clear_handle_id (&self->nudge_source, g_source_remove);
  if (self->moved->len == 1)
    command = coalition_command_new (N_("Move %s"), coalition_scene_get_party (self, g_array_index (self->moved, guint, 0))->name, NULL);
  else
    command = coalition_command_new (N_("Move several parties"), NULL);
  view = coalition_record_get_id (coalition_campaign_get_view (campaign));
  for (guint i = 0; i < self->moved->len; i++)
    {
      guint party = g_array_index (self->moved, guint, i);

      coalition_command_set_position (command, view, coalition_scene_get_party (self, party)->id,
                                      self->bases[party].x + self->dx, self->bases[party].y + self->dy, TRUE);
    }
  self->committed = TRUE;
  coalition_session_run (self->session, g_steal_pointer (&command), NULL);
}

/**
 * coalition_scene_cancel_move:
 * @self: a scene
 *
 * Puts what is being moved back to where it was.
 */
void
coalition_scene_cancel_move (CoalitionScene *self)
{
  if (self->moved == NULL)
    return;
  for (guint i = 0; i < self->moved->len; i++)
    {
      guint party = g_array_index (self->moved, guint, i);

      coalition_map_move (self->map, party, self->bases[party].x, self->bases[party].y);
    }
  coalition_scene_clear_move (self);
  coalition_scene_invalidate (self);
}

/**
 * coalition_scene_is_moving:
 * @self: a scene
 *
 * Returns: whether a move is being previewed and can still be called off
 */
gboolean
coalition_scene_is_moving (CoalitionScene *self)
{
  return self->moved != NULL && !self->committed;
}

static gboolean
nudge_pause_cb (gpointer data)
{
  CoalitionScene *self = data;

  self->nudge_source = 0;
  coalition_scene_end_move (self);
  return G_SOURCE_REMOVE;
}

/**
 * coalition_scene_nudge:
 * @self: a scene
 * @dx: map units
 * @dy: map units
 *
 * Moves the selected parties from the keyboard. What follows within a short while belongs to the same command.
 */
void
coalition_scene_nudge (CoalitionScene *self,
                       double          dx,
                       double          dy)
{
  g_autofree char *sentence = NULL;

  if (self->nudge_source == 0)
    {
      coalition_scene_begin_move (self);
      if (self->moved == NULL)
        return;
      if (self->moved->len == 0)
        {
          coalition_scene_cancel_move (self);
          return;
        }
    }
  g_clear_handle_id (&self->nudge_source, g_source_remove);
  self->nudge_source = g_timeout_add (NUDGE_PAUSE, nudge_pause_cb, self);
  coalition_scene_move_by (self, self->dx + dx, self->dy + dy);
  sentence = g_strdup_printf (_("Moved %.0f across, %.0f down"), self->dx, self->dy);
  coalition_scene_announce (self, sentence);
}

/**
 * coalition_scene_end_nudge:
 * @self: a scene
 *
 * Ends a burst of moves from the keyboard at once, if there is one.
 */
void
coalition_scene_end_nudge (CoalitionScene *self)
{
  if (self->nudge_source != 0)
    coalition_scene_end_move (self);
}

/**
 * coalition_scene_pin:
 * @self: a scene
 * @pinned: whether no arrangement may move them
 *
 * Pins the selected parties where they are, or frees them, in one command.
 */
void
coalition_scene_pin (CoalitionScene *self,
                     gboolean        pinned)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  const char *view = coalition_record_get_id (coalition_campaign_get_view (campaign));
  g_autoptr (GArray) selected = coalition_scene_get_selected (self);
  g_autoptr (CoalitionCommand) command = NULL;

  if (selected->len == 0)
    return;
  if (selected->len == 1)
    command = coalition_command_new (pinned ? N_("Pin %s") : N_("Unpin %s"),
                                     coalition_scene_get_party (self, g_array_index (selected, guint, 0))->name, NULL);
  else
    command = coalition_command_new (pinned ? N_("Pin several parties") : N_("Unpin several parties"), NULL);
  for (guint i = 0; i < selected->len; i++)
    {
      guint party = g_array_index (selected, guint, i);
      double x, y;

      coalition_map_get_place (self->map, party, &x, &y);
      coalition_command_set_position (command, view, coalition_scene_get_party (self, party)->id, x, y, pinned);
    }
  coalition_session_run (self->session, g_steal_pointer (&command), NULL);
}

/**
 * coalition_scene_set_provisional:
 * @self: a scene
 * @id: of a party that has no place in the campaign
 * @x: map units
 * @y: map units
 *
 * Shows a party somewhere until the campaign has a place for it.
 */
void
coalition_scene_set_provisional (CoalitionScene *self,
                                 const char     *id,
                                 double          x,
                                 double          y)
{
  CoalitionPlace place = { x, y };
  int party = coalition_network_find_party (self->network, id);

  g_hash_table_replace (self->provisional, g_strdup (id), g_memdup2 (&place, sizeof place));
  if (party >= 0)
    {
      coalition_map_move (self->map, party, x, y);
      if (self->to != NULL)
        self->from[party] = self->to[party] = place;
    }
  coalition_scene_invalidate (self);
}
