/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A burst of key presses that move parties ends after this pause, in milliseconds, and becomes one command. */
#define NUDGE_PAUSE 600

/* The part of the scene that moves, resizes and pins. */

/* No note or picture is made smaller than this, in map units. */
#define LEAST_WIDTH 48.0
#define LEAST_HEIGHT 24.0

/* The parties that a move takes along: the selected, and those of a selected forum that is an outline around them. */
static gboolean *
flag_moved (CoalitionScene *self,
            guint          *n_moved)
{
  gboolean *flags = g_memdup2 (self->selected_parties, sizeof (gboolean) * (self->n_parties + 1));
  const CoalitionNetworkForum *forums = coalition_network_get_forums (self->network, NULL);

  for (guint i = 0; i < self->n_forums; i++)
    for (guint j = 0; self->selected_forums[i] && !forums[i].hub && j < forums[i].n_members; j++)
      flags[forums[i].members[j]] = TRUE;
  *n_moved = 0;
  for (guint i = 0; i < self->n_parties; i++)
    {
      flags[i] = flags[i] && !coalition_scene_is_left_out (self, i);
      *n_moved += flags[i] ? 1 : 0;
    }
  return flags;
}

static gboolean *
ensure_flags (gboolean **flags,
              guint      n_flags)
{
  if (*flags == NULL)
    *flags = g_new0 (gboolean, n_flags + 1);
  return *flags;
}

static void
add_moved_item (CoalitionScene   *self,
                CoalitionMapPart  part,
                guint             index)
{
  MovedItem item = { .part = part, .index = index, .over = TRUE };

  if (!coalition_map_get_item_box (self->map, part, index, &item.base))
    return;
  item.box = item.base;
  if (part == COALITION_MAP_FORUM)
    ensure_flags (&self->hidden_forums, self->n_forums)[index] = TRUE;
  else if (part == COALITION_MAP_NOTE)
    ensure_flags (&self->hidden_notes, self->n_notes)[index] = TRUE;
  else if (coalition_network_get_pictures (self->network, NULL)[index].background)
    item.over = FALSE;
  else
    ensure_flags (&self->hidden_pictures, self->n_pictures)[index] = TRUE;
  g_array_append_val (self->moved_items, item);
}

static void
begin (CoalitionScene *self)
{
  coalition_scene_end_nudge (self);
  if (self->from != NULL)
    coalition_scene_step (self, G_MAXINT64);
  coalition_scene_clear_move (self);
  self->moved = g_array_new (FALSE, FALSE, sizeof (guint));
  self->moved_items = g_array_new (FALSE, FALSE, sizeof (MovedItem));
  self->bases = coalition_scene_dup_places (self);
}

/**
 * coalition_scene_begin_move:
 * @self: a scene
 *
 * Begins to move what is selected: parties, hubs, notes and pictures, and the members of a forum that is an outline.
 * They leave the painted map until the move ends; the canvas paints them over it.
 */
void
coalition_scene_begin_move (CoalitionScene *self)
{
  const CoalitionNetworkForum *forums;
  g_autofree gboolean *flags = NULL;
  guint n_moved;

  coalition_scene_end_nudge (self);
  if (self->map == NULL)
    return;
  begin (self);
  flags = flag_moved (self, &n_moved);
  for (guint i = 0; i < self->n_parties; i++)
    if (flags[i])
      g_array_append_val (self->moved, i);
  forums = coalition_network_get_forums (self->network, NULL);
  for (guint i = 0; i < self->n_forums; i++)
    if (self->selected_forums[i] && forums[i].hub)
      add_moved_item (self, COALITION_MAP_FORUM, i);
  for (guint i = 0; i < self->n_notes; i++)
    if (self->selected_notes[i])
      add_moved_item (self, COALITION_MAP_NOTE, i);
  for (guint i = 0; i < self->n_pictures; i++)
    if (self->selected_pictures[i])
      add_moved_item (self, COALITION_MAP_PICTURE, i);
  if (n_moved > 0)
    self->hidden_parties = g_steal_pointer (&flags);
  coalition_scene_invalidate (self);
}

/**
 * coalition_scene_begin_resize:
 * @self: a scene
 * @part: a note or picture, or its corner
 * @index: which
 *
 * Begins to change the size of something: coalition_scene_move_by() then moves its bottom right corner.
 */
void
coalition_scene_begin_resize (CoalitionScene   *self,
                              CoalitionMapPart  part,
                              guint             index)
{
  part = coalition_scene_whole_part (part);
  if (self->map == NULL || (part != COALITION_MAP_NOTE && part != COALITION_MAP_PICTURE))
    return;
  begin (self);
  add_moved_item (self, part, index);
  self->resizing = TRUE;
  coalition_scene_invalidate (self);
}

/**
 * coalition_scene_set_snap:
 * @self: a scene
 * @snap: whether what is moved keeps to the grid
 *
 * Has what is moved next jump from dot to dot of the grid.
 */
void
coalition_scene_set_snap (CoalitionScene *self,
                          gboolean        snap)
{
  self->snap = snap;
}

/* What is dragged comes to lie on a dot: the party that has the focus if it is among what is moved, else the first. */
static void
snap_move (CoalitionScene *self,
           double         *dx,
           double         *dy)
{
  int focus = coalition_scene_get_focus (self);
  double x, y;

  if (self->moved->len > 0)
    {
      guint anchor = g_array_index (self->moved, guint, 0);

      if (focus >= 0 && self->hidden_parties != NULL && self->hidden_parties[focus])
        anchor = (guint) focus;
      x = self->bases[anchor].x;
      y = self->bases[anchor].y;
    }
  else if (self->moved_items->len > 0)
    {
      const MovedItem *item = &g_array_index (self->moved_items, MovedItem, 0);

      x = self->resizing ? item->base.right : item->part == COALITION_MAP_FORUM ? (item->base.left + item->base.right) / 2 : item->base.left;
      y = self->resizing ? item->base.bottom : item->part == COALITION_MAP_FORUM ? (item->base.top + item->base.bottom) / 2 : item->base.top;
    }
  else
    {
      return;
    }
  *dx = round ((x + *dx) / COALITION_SCENE_GRID) * COALITION_SCENE_GRID - x;
  *dy = round ((y + *dy) / COALITION_SCENE_GRID) * COALITION_SCENE_GRID - y;
}

/* A picture keeps its proportions: the farther of the two ways counts. */
static void
resize_item (MovedItem *item,
             double     dx,
             double     dy)
{
  double width = item->base.right - item->base.left, height = item->base.bottom - item->base.top;

  item->box = item->base;
  if (item->part == COALITION_MAP_PICTURE && width > 0 && height > 0)
    {
      double scale = MAX ((width + dx) / width, (height + dy) / height);

      scale = MAX (scale, MIN (1, MAX (LEAST_WIDTH / width, LEAST_HEIGHT / height)));
      item->box.right = item->box.left + width * scale;
      item->box.bottom = item->box.top + height * scale;
      return;
    }
  item->box.right = MAX (item->base.right + dx, item->box.left + LEAST_WIDTH);
  item->box.bottom = MAX (item->base.bottom + dy, item->box.top + LEAST_HEIGHT);
}

/**
 * coalition_scene_move_by:
 * @self: a scene
 * @dx: map units from where the move began
 * @dy: map units from where the move began
 *
 * Previews a move, or another size.
 */
void
coalition_scene_move_by (CoalitionScene *self,
                         double          dx,
                         double          dy)
{
  gboolean repaints = FALSE;

  if (self->moved == NULL || self->committed)
    return;
  if (self->snap)
    snap_move (self, &dx, &dy);
  self->dx = dx;
  self->dy = dy;
  for (guint i = 0; i < self->moved->len; i++)
    {
      guint party = g_array_index (self->moved, guint, i);

      coalition_map_move (self->map, party, self->bases[party].x + dx, self->bases[party].y + dy);
    }
  for (guint i = 0; i < self->moved_items->len; i++)
    {
      MovedItem *item = &g_array_index (self->moved_items, MovedItem, i);

      if (self->resizing)
        resize_item (item, dx, dy);
      else
        item->box = (CoalitionBox) { item->base.left + dx, item->base.top + dy, item->base.right + dx, item->base.bottom + dy };
      coalition_map_set_item_box (self->map, item->part, item->index, &item->box);
      repaints = repaints || !item->over;
    }
  /* What lies under everything has all painted again; of a large map only its frame is shown until the move ends. */
  if (repaints && !coalition_scene_is_large (self))
    coalition_scene_invalidate (self);
  else
    coalition_scene_changed (self);
}

/**
 * coalition_scene_get_moved_boxes:
 * @self: a scene
 *
 * Returns: (transfer full) (element-type CoalitionBox): the room, in map units, of background pictures that are being moved
 */
GArray *
coalition_scene_get_moved_boxes (CoalitionScene *self)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (CoalitionBox));

  for (guint i = 0; self->moved_items != NULL && i < self->moved_items->len; i++)
    if (!g_array_index (self->moved_items, MovedItem, i).over)
      g_array_append_val (boxes, g_array_index (self->moved_items, MovedItem, i).box);
  return boxes;
}

/* A forum that is moved with its members is one thing. */
static char *
name_moved (CoalitionScene *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  g_autoptr (GPtrArray) selected = coalition_session_get_selected (self->session, NULL);

  if (self->moved->len == 1 && self->moved_items->len == 0)
    return g_strdup (coalition_scene_get_party (self, g_array_index (self->moved, guint, 0))->name);
  if (self->moved->len == 0 && self->moved_items->len == 1)
    {
      const MovedItem *item = &g_array_index (self->moved_items, MovedItem, 0);
      CoalitionRecord *record = coalition_scene_get_item_record (self, item->part, item->index);

      return record != NULL ? coalition_campaign_dup_title (campaign, record) : NULL;
    }
  if (selected->len == 1 && coalition_record_is (selected->pdata[0], &coalition_kind_forum))
    return coalition_campaign_dup_title (campaign, selected->pdata[0]);
  return NULL;
}

/**
 * coalition_scene_set_position:
 * @self: a scene
 * @command: a command
 * @view: id of the view
 * @party: index of a party
 * @dx: map units to the right
 * @dy: map units down
 * @pinned: whether a person put it there
 *
 * Moves a party from where it was. Who belongs to a collapsed group goes with it, each from its own place.
 */
void
coalition_scene_set_position (CoalitionScene   *self,
                              CoalitionCommand *command,
                              const char       *view,
                              guint             party,
                              double            dx,
                              double            dy,
                              gboolean          pinned)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  const CoalitionNetworkParty *node = coalition_scene_get_party (self, party);
  const char *const *ids = node->members > 0 ? coalition_network_get_member_ids (self->network, party) : NULL;
  double x, y;

  if (ids == NULL)
    {
      coalition_map_get_place (self->map, party, &x, &y);
      if (self->bases != NULL)
        {
          x = self->bases[party].x;
          y = self->bases[party].y;
        }
      coalition_command_set_position (command, view, node->id, x + dx, y + dy, pinned);
      return;
    }
  for (guint i = 0; ids[i] != NULL; i++)
    {
      CoalitionRecord *position = coalition_campaign_get_position (campaign, ids[i]);

      if (position != NULL && coalition_record_get_real (position, "x", &x) && coalition_record_get_real (position, "y", &y))
        coalition_command_set_position (command, view, ids[i], x + dx, y + dy, pinned);
    }
}

static void
set_item (CoalitionScene   *self,
          CoalitionCommand *command,
          const char       *view,
          const MovedItem  *item)
{
  const CoalitionKind *kind = item->part == COALITION_MAP_NOTE ? &coalition_kind_note : &coalition_kind_picture;
  const char *id = coalition_scene_get_item_id (self, item->part, item->index);

  if (item->part == COALITION_MAP_FORUM)
    {
      coalition_command_set_forum_position (command, view, id, (item->box.left + item->box.right) / 2,
                                            (item->box.top + item->box.bottom) / 2);
      return;
    }
  coalition_command_set_real (command, kind, id, "x", item->box.left);
  coalition_command_set_real (command, kind, id, "y", item->box.top);
  if (!self->resizing)
    return;
  coalition_command_set_real (command, kind, id, "width", item->box.right - item->box.left);
  coalition_command_set_real (command, kind, id, "height", item->box.bottom - item->box.top);
}

/**
 * coalition_scene_end_move:
 * @self: a scene
 *
 * Makes the move: one command, which pins the parties that were moved. The preview stands until the new network comes.
 */
void
coalition_scene_end_move (CoalitionScene *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  g_autoptr (CoalitionCommand) command = NULL;
  g_autofree char *name = NULL;
  const char *view;

  if (self->moved == NULL || self->committed)
    return;
  if ((self->moved->len == 0 && self->moved_items->len == 0) || (self->dx == 0 && self->dy == 0))
    {
      coalition_scene_cancel_move (self);
      return;
    }
  g_clear_handle_id (&self->nudge_source, g_source_remove);
  name = name_moved (self);
  if (name != NULL)
    command = coalition_command_new (self->resizing ? N_("Resize %s") : N_("Move %s"), name, NULL);
  else if (self->moved_items->len == 0)
    command = coalition_command_new (N_("Move several parties"), NULL);
  else
    command = coalition_command_new (N_("Move several things"), NULL);
  view = coalition_record_get_id (coalition_campaign_get_view (campaign));
  for (guint i = 0; i < self->moved->len; i++)
    coalition_scene_set_position (self, command, view, g_array_index (self->moved, guint, i), self->dx, self->dy, TRUE);
  for (guint i = 0; i < self->moved_items->len; i++)
    set_item (self, command, view, &g_array_index (self->moved_items, MovedItem, i));
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
  for (guint i = 0; i < self->moved_items->len; i++)
    {
      const MovedItem *item = &g_array_index (self->moved_items, MovedItem, i);

      coalition_map_set_item_box (self->map, item->part, item->index, &item->base);
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

/* "Moved 10 to the right and 20 down": said once, when the keys come to rest. */
static void
announce_nudge (CoalitionScene *self)
{
  g_autofree char *across = NULL, *down = NULL, *sentence = NULL;

  if (self->dx != 0)
    across = g_strdup_printf (self->dx > 0 ? _("%.0f to the right") : _("%.0f to the left"), fabs (self->dx));
  if (self->dy != 0)
    down = g_strdup_printf (self->dy > 0 ? _("%.0f down") : _("%.0f up"), fabs (self->dy));
  if (self->resizing)
    sentence = g_strdup_printf (_("Size changed by %.0f across, %.0f down"), self->dx, self->dy);
  else if (across != NULL && down != NULL)
    /* Translators: %s are "10 to the right" and "20 down". */
    sentence = g_strdup_printf (_("Moved %s and %s"), across, down);
  else if (across != NULL || down != NULL)
    /* Translators: %s is "10 to the right" or "20 down". */
    sentence = g_strdup_printf (_("Moved %s"), across != NULL ? across : down);
  if (sentence != NULL)
    coalition_scene_announce (self, sentence);
}

static gboolean
nudge_pause_cb (gpointer data)
{
  CoalitionScene *self = data;

  self->nudge_source = 0;
  announce_nudge (self);
  coalition_scene_end_move (self);
  return G_SOURCE_REMOVE;
}

static void
go_on_nudging (CoalitionScene *self,
               double          dx,
               double          dy)
{
  gboolean snap = self->snap;

  g_clear_handle_id (&self->nudge_source, g_source_remove);
  self->nudge_source = g_timeout_add (NUDGE_PAUSE, nudge_pause_cb, self);
  /* The keys have steps of their own. */
  self->snap = FALSE;
  coalition_scene_move_by (self, self->dx + dx, self->dy + dy);
  self->snap = snap;
}

/**
 * coalition_scene_nudge:
 * @self: a scene
 * @dx: map units
 * @dy: map units
 *
 * Moves what is selected from the keyboard. What follows within a short while belongs to the same command.
 */
void
coalition_scene_nudge (CoalitionScene *self,
                       double          dx,
                       double          dy)
{
  if (self->nudge_source == 0 || self->resizing)
    {
      coalition_scene_begin_move (self);
      if (self->moved == NULL)
        return;
      if (self->moved->len == 0 && self->moved_items->len == 0)
        {
          coalition_scene_cancel_move (self);
          return;
        }
    }
  go_on_nudging (self, dx, dy);
}

/**
 * coalition_scene_nudge_size:
 * @self: a scene
 * @dx: map units by which it becomes wider
 * @dy: map units by which it becomes higher
 *
 * Changes the size of the selected note or picture from the keyboard, as coalition_scene_nudge() moves.
 */
void
coalition_scene_nudge_size (CoalitionScene *self,
                            double          dx,
                            double          dy)
{
  CoalitionMapPart part;
  guint index;

  if (self->nudge_source == 0 || !self->resizing)
    {
      CoalitionRecord *current = coalition_session_get_current (self->session);

      coalition_scene_end_nudge (self);
      if (current == NULL || !coalition_scene_find_item (self, coalition_record_get_id (current), &part, &index)
          || part == COALITION_MAP_FORUM)
        return;
      coalition_scene_begin_resize (self, part, index);
      if (self->moved == NULL)
        return;
    }
  go_on_nudging (self, dx, dy);
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
  if (self->nudge_source == 0)
    return;
  announce_nudge (self);
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
    coalition_scene_set_position (self, command, view, g_array_index (selected, guint, i), 0, 0, pinned);
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
