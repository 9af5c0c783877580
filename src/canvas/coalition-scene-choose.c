/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The part of the scene that selects, walks, ties and adds. */

/**
 * coalition_scene_get_focus:
 * @self: a scene
 *
 * Who is left out of the map by the filter cannot be walked from; it has the focus again when it is back.
 *
 * Returns: index of the party from which the arrows walk, or -1
 */
int
coalition_scene_get_focus (CoalitionScene *self)
{
  int focus;

  if (self->focus == NULL || self->network == NULL)
    return -1;
  focus = coalition_network_find_party (self->network, self->focus);
  return focus >= 0 && coalition_scene_is_left_out (self, (guint) focus) ? -1 : focus;
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

  if (g_strcmp0 (id, self->focus) == 0 && self->item_focus == NULL)
    return;
  g_clear_pointer (&self->item_focus, g_free);
  g_free (self->focus);
  self->focus = g_strdup (id);
  g_signal_emit_by_name (self, "focus-changed");
  coalition_scene_changed (self);
}

/* A collapsed group stands for its members: they are chosen, or left, together. */
static void
click_group (CoalitionScene *self,
             guint           party,
             gboolean        extend)
{
  g_autoptr (GPtrArray) members = coalition_scene_dup_records (self, &party, 1);
  g_autoptr (GPtrArray) records = extend ? coalition_session_get_selected (self->session, NULL)
                                         : g_ptr_array_new_with_free_func (g_object_unref);
  gboolean selected = coalition_scene_is_selected (self, party);

  for (guint i = 0; i < members->len; i++)
    {
      if (extend)
        g_ptr_array_remove (records, members->pdata[i]);
      if (!extend || !selected)
        g_ptr_array_add (records, g_object_ref (members->pdata[i]));
    }
  coalition_session_select_many (self->session, records);
}

/**
 * coalition_scene_click:
 * @self: a scene
 * @part: what was clicked
 * @index: of the party, tie, forum, note or picture
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

  if (coalition_scene_whole_part (part) == COALITION_MAP_PARTY)
    {
      if (self->tie_from != NULL)
        {
          coalition_scene_take_tie (self, index);
          return;
        }
      coalition_scene_set_focus (self, (int) index);
      if (coalition_scene_get_party (self, index)->members > 0)
        {
          click_group (self, index, extend);
          return;
        }
      record = coalition_scene_get_record (self, index);
    }
  else if (part == COALITION_MAP_TIE)
    {
      record = coalition_scene_get_tie_record (self, index);
    }
  else if (coalition_scene_is_item (part))
    {
      coalition_scene_set_item_focus (self, part, index);
      record = coalition_scene_get_item_record (self, part, index);
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

static gboolean
is_within (CoalitionScene     *self,
           CoalitionMapPart    part,
           guint               index,
           const CoalitionBox *within)
{
  CoalitionBox box;

  return within != NULL && coalition_scene_get_item_box (self, part, index, &box) && box.left >= within->left
         && box.right <= within->right && box.top >= within->top && box.bottom <= within->bottom;
}

/* Hubs, notes and pictures that lie in a rectangle as a whole. An outline lies around others: a rectangle around all
 * of its members does not mean it. */
static void
add_items_within (CoalitionScene     *self,
                  const CoalitionBox *within,
                  gboolean            extend,
                  GPtrArray          *records)
{
  const struct { CoalitionMapPart part; guint n; } parts[] = {
    { COALITION_MAP_FORUM, self->n_forums }, { COALITION_MAP_NOTE, self->n_notes }, { COALITION_MAP_PICTURE, self->n_pictures },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (guint j = 0; j < parts[i].n; j++)
      {
        gboolean still = (parts[i].part == COALITION_MAP_FORUM && !coalition_network_get_forums (self->network, NULL)[j].hub)
                         || (parts[i].part == COALITION_MAP_PICTURE && coalition_network_get_pictures (self->network, NULL)[j].background);
        CoalitionRecord *record = NULL;

        if ((extend && coalition_scene_is_item_selected (self, parts[i].part, j))
            || (!still && is_within (self, parts[i].part, j, within)))
          record = coalition_scene_get_item_record (self, parts[i].part, j);
        if (record != NULL)
          g_ptr_array_insert (records, 0, g_object_ref (record));
      }
}

/**
 * coalition_scene_select_flags:
 * @self: a scene
 * @parties: (array): a flag for each party
 * @within: (nullable): a rectangle in map units; hubs, notes and pictures inside are selected too
 * @extend: whether what was selected stays so
 *
 * Selects parties, all at once.
 */
void
coalition_scene_select_flags (CoalitionScene     *self,
                              const gboolean     *parties,
                              const CoalitionBox *within,
                              gboolean            extend)
{
  g_autoptr (GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) records = NULL;
  int last = -1;

  for (guint i = 0; i < self->n_parties; i++)
    if ((parties[i] && !coalition_scene_is_left_out (self, i)) || (extend && self->selected_parties[i]))
      {
        g_array_append_val (indices, i);
        if (parties[i])
          last = (int) i;
      }
  records = coalition_scene_dup_records (self, (guint *) (gpointer) indices->data, indices->len);
  add_items_within (self, within, extend, records);
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
  guint n_all = 0;

  for (guint i = 0; i < self->n_parties; i++)
    {
      all[i] = !coalition_scene_is_left_out (self, i);
      n_all += all[i] ? 1 : 0;
    }
  coalition_scene_select_flags (self, all, NULL, FALSE);
  sentence = g_strdup_printf (ngettext ("%u party selected", "%u parties selected", n_all), n_all);
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
  /* No direction leads to a place that is no number. */
  for (guint i = 0; i < self->n_parties; i++)
    if (coalition_scene_is_left_out (self, i) && (int) i != focus)
      places[i] = (CoalitionPlace) { NAN, NAN };
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
  if (self->tie_from != NULL)
    return;
  record = coalition_scene_get_record (self, next);
  if (coalition_scene_get_party (self, next)->members > 0)
    click_group (self, next, extend);
  else if (record != NULL)
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
  g_autoptr (GPtrArray) selected = NULL;

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
  selected = coalition_session_get_selected (self->session, NULL);
  if (selected->len == 0)
    return FALSE;
  coalition_session_clear (self->session);
  return TRUE;
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
  int from_party = coalition_network_find_party (self->network, from), to_party = coalition_network_find_party (self->network, to);

  /* A collapsed group cannot be tied: who of it would be meant? */
  if ((from_party >= 0 && coalition_scene_get_party (self, from_party)->members > 0)
      || (to_party >= 0 && coalition_scene_get_party (self, to_party)->members > 0))
    coalition_session_tell (self->session, _("Expand the group to tie one of its parties"), FALSE);
  else
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
  if (coalition_scene_get_party (self, party)->members == 0)
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
