/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-scene-private.h"

#include <glib/gi18n-lib.h>

/* The part of the scene that selects, walks, ties and adds. */

/**
 * coalition_scene_get_focus:
 * @self: a scene
 *
 * Returns: index of the party from which the arrows walk, or -1
 */
int
coalition_scene_get_focus (CoalitionScene *self)
{
  if (self->focus == NULL || self->network == NULL)
    return -1;
  return coalition_network_find_party (self->network, self->focus);
}

/**
 * coalition_scene_set_focus:
 * @self: a scene
 * @party: index of a party, or -1
 *
 * Sets the party from which the arrows walk.
 */
void
coalition_scene_set_focus (CoalitionScene *self,
                           int             party)
{
  const char *id = party >= 0 ? coalition_scene_get_party (self, party)->id : NULL;

  if (g_strcmp0 (id, self->focus) == 0)
    return;
  g_free (self->focus);
  self->focus = g_strdup (id);
  g_signal_emit_by_name (self, "focus-changed");
  coalition_scene_changed (self);
}

/**
 * coalition_scene_click:
 * @self: a scene
 * @part: what was clicked
 * @index: of the party or tie
 * @extend: whether it is added to what is selected, or taken out
 *
 * Selects what was clicked; on empty ground, nothing. While a tie waits for its other end, a party is taken as that.
 */
void
coalition_scene_click (CoalitionScene   *self,
                       CoalitionMapPart  part,
                       guint             index,
                       gboolean          extend)
{
  CoalitionRecord *record = NULL;

  if (part == COALITION_MAP_PARTY || part == COALITION_MAP_PARTY_EDGE)
    {
      if (self->tie_from != NULL)
        {
          coalition_scene_take_tie (self, index);
          return;
        }
      coalition_scene_set_focus (self, (int) index);
      record = coalition_scene_get_record (self, index);
    }
  else if (part == COALITION_MAP_TIE)
    {
      record = coalition_scene_get_tie_record (self, index);
    }

  if (record == NULL)
    {
      if (!extend)
        coalition_session_clear (self->session);
    }
  else if (extend && coalition_session_is_selected (self->session, record))
    {
      coalition_session_unselect (self->session, record);
    }
  else
    {
      coalition_session_select (self->session, record, extend);
    }
}

/**
 * coalition_scene_select_flags:
 * @self: a scene
 * @parties: (array): a flag for each party
 * @extend: whether what was selected stays so
 *
 * Selects parties, all at once.
 */
void
coalition_scene_select_flags (CoalitionScene *self,
                              const gboolean *parties,
                              gboolean        extend)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  int last = -1;

  for (guint i = 0; i < self->n_parties; i++)
    if (parties[i] || (extend && self->selected_parties[i]))
      {
        CoalitionRecord *record = coalition_scene_get_record (self, i);

        if (record != NULL)
          g_ptr_array_add (records, g_object_ref (record));
        if (parties[i])
          last = (int) i;
      }
  if (last >= 0)
    coalition_scene_set_focus (self, last);
  coalition_session_select_many (self->session, records);
}

/**
 * coalition_scene_select_all:
 * @self: a scene
 *
 * Selects every party.
 */
void
coalition_scene_select_all (CoalitionScene *self)
{
  g_autofree gboolean *all = g_new (gboolean, self->n_parties + 1);
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < self->n_parties; i++)
    all[i] = TRUE;
  coalition_scene_select_flags (self, all, FALSE);
  sentence = g_strdup_printf (ngettext ("%u party selected", "%u parties selected", self->n_parties), self->n_parties);
  coalition_scene_announce (self, sentence);
}

/**
 * coalition_scene_walk:
 * @self: a scene
 * @direction: where to
 * @extend: whether what was selected stays so
 *
 * Walks to the nearest party in a direction and selects it; while a tie waits for its other end, only the focus walks.
 * Without a focus the walk begins at the party nearest to the middle of what is seen.
 */
void
coalition_scene_walk (CoalitionScene     *self,
                      CoalitionDirection  direction,
                      gboolean            extend)
{
  g_autofree CoalitionPlace *places = NULL;
  int focus = coalition_scene_get_focus (self), next;
  CoalitionRecord *record;

  if (self->n_parties == 0)
    return;
  places = coalition_scene_dup_places (self);
  if (focus < 0)
    {
      CoalitionBox visible;

      coalition_viewport_get_visible (self->viewport, &visible);
      next = coalition_walk_closest (places, self->n_parties, (visible.left + visible.right) / 2,
                                     (visible.top + visible.bottom) / 2);
    }
  else
    {
      next = coalition_walk_nearest (places, self->n_parties, focus, direction);
    }
  if (next < 0)
    return;
  coalition_scene_set_focus (self, next);
  record = coalition_scene_get_record (self, next);
  if (self->tie_from == NULL && record != NULL)
    coalition_session_select (self->session, record, extend);
}

/**
 * coalition_scene_cancel:
 * @self: a scene
 *
 * Ends what is under way: a move, a tie that waits, else the selection.
 *
 * Returns: whether there was anything to end
 */
gboolean
coalition_scene_cancel (CoalitionScene *self)
{
  if (coalition_scene_is_moving (self))
    {
      coalition_scene_cancel_move (self);
      return TRUE;
    }
  if (self->tie_from != NULL)
    {
      g_clear_pointer (&self->tie_from, g_free);
      coalition_scene_changed (self);
      return TRUE;
    }
  for (guint i = 0; i < self->n_parties; i++)
    if (self->selected_parties[i])
      {
        coalition_session_clear (self->session);
        return TRUE;
      }
  for (guint i = 0; i < self->n_ties; i++)
    if (self->selected_ties[i])
      {
        coalition_session_clear (self->session);
        return TRUE;
      }
  return FALSE;
}

/**
 * coalition_scene_get_tie_from:
 * @self: a scene
 *
 * Returns: index of the party whose tie waits for its other end, or -1
 */
int
coalition_scene_get_tie_from (CoalitionScene *self)
{
  if (self->tie_from == NULL || self->network == NULL)
    return -1;
  return coalition_network_find_party (self->network, self->tie_from);
}

/**
 * coalition_scene_begin_tie:
 * @self: a scene
 *
 * Begins a tie from the selected party, whose other end is then chosen; with exactly two selected, ties these.
 */
void
coalition_scene_begin_tie (CoalitionScene *self)
{
  g_autoptr (GArray) selected = coalition_scene_get_selected (self);
  int focus = coalition_scene_get_focus (self);

  if (selected->len == 2)
    {
      guint first = g_array_index (selected, guint, 0), second = g_array_index (selected, guint, 1);

      /* The one selected last has the focus: the tie leads to it. */
      if (focus == (int) first)
        coalition_scene_ask_tie (self, coalition_scene_get_party (self, second)->id, coalition_scene_get_party (self, first)->id);
      else
        coalition_scene_ask_tie (self, coalition_scene_get_party (self, first)->id, coalition_scene_get_party (self, second)->id);
      return;
    }
  if (selected->len != 1)
    return;
  g_free (self->tie_from);
  self->tie_from = g_strdup (coalition_scene_get_party (self, g_array_index (selected, guint, 0))->id);
  coalition_scene_set_focus (self, (int) g_array_index (selected, guint, 0));
  coalition_scene_announce (self, _("Choose the other party with the arrow keys, then press Enter"));
  coalition_scene_changed (self);
}

/**
 * coalition_scene_take_tie:
 * @self: a scene
 * @to: index of a party
 *
 * Takes a party as the other end of the tie that waits, and asks for its kind.
 */
void
coalition_scene_take_tie (CoalitionScene *self,
                          guint           to)
{
  g_autofree char *from = g_steal_pointer (&self->tie_from);

  coalition_scene_changed (self);
  if (from != NULL && g_strcmp0 (from, coalition_scene_get_party (self, to)->id) != 0)
    coalition_scene_ask_tie (self, from, coalition_scene_get_party (self, to)->id);
}

/**
 * coalition_scene_ask_party:
 * @self: a scene
 * @x: map units
 * @y: map units
 * @tie_from: (nullable): id of a party to tie it to
 *
 * Asks for the name of a new party at a place.
 */
void
coalition_scene_ask_party (CoalitionScene *self,
                           double          x,
                           double          y,
                           const char     *tie_from)
{
  g_signal_emit_by_name (self, "ask-party", x, y, tie_from);
}

/**
 * coalition_scene_ask_tie:
 * @self: a scene
 * @from: id of a party
 * @to: id of another
 *
 * Asks for the kind of a new tie.
 */
void
coalition_scene_ask_tie (CoalitionScene *self,
                         const char     *from,
                         const char     *to)
{
  g_signal_emit_by_name (self, "ask-tie", from, to);
}

/**
 * coalition_scene_ask_rename:
 * @self: a scene
 * @party: index of a party
 *
 * Asks for another name.
 */
void
coalition_scene_ask_rename (CoalitionScene *self,
                            guint           party)
{
  g_signal_emit_by_name (self, "ask-rename", coalition_scene_get_party (self, party)->id);
}

/**
 * coalition_scene_add_party:
 * @self: a scene
 * @name: its name
 * @x: map units
 * @y: map units
 * @tie_from: (nullable): id of a party to tie it to
 * @tie_kind: (nullable): kind of that tie
 *
 * Makes a party where the person wants it and pins it there, with its first tie in the same command.
 */
void
coalition_scene_add_party (CoalitionScene *self,
                           const char     *name,
                           double          x,
                           double          y,
                           const char     *tie_from,
                           const char     *tie_kind)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  g_autoptr (CoalitionCommand) command = coalition_command_new (N_("Add %s"), name, NULL);
  g_autofree char *toast = g_strdup_printf (_("Added “%s”"), name);
  g_autofree char *id = g_strdup (coalition_command_insert (command, &coalition_kind_party, NULL));

  coalition_command_set_text (command, &coalition_kind_party, id, "name", name);
  coalition_command_set_position (command, coalition_record_get_id (coalition_campaign_get_view (campaign)), id, x, y, TRUE);
  if (tie_from != NULL)
    {
      g_autofree char *tie = g_strdup (coalition_command_insert (command, &coalition_kind_tie, NULL));

      coalition_command_set_text (command, &coalition_kind_tie, tie, "from", tie_from);
      coalition_command_set_text (command, &coalition_kind_tie, tie, "to", id);
      if (tie_kind != NULL)
        coalition_command_set_text (command, &coalition_kind_tie, tie, "kind", tie_kind);
      coalition_command_set_text (command, &coalition_kind_tie, tie, "status", "active");
    }
  g_free (self->to_select);
  self->to_select = g_strdup (id);
  coalition_session_run (self->session, g_steal_pointer (&command), toast);
}
