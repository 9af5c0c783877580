/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-scene-private.h"

#include <glib/gi18n-lib.h>

/* The part of the scene that edits what is selected. */

/* A copy lies so far from what it was made of, in map units. */
#define COPY_OFFSET 24.0

/* Room that a party without a name yet is taken to need, in map units, with a gap. */
static const CoalitionBox new_room = { -66, -30, 66, 30 };

static const char *
get_view_id (CoalitionScene *self)
{
  return coalition_record_get_id (coalition_campaign_get_view (coalition_session_get_campaign (self->session)));
}

/**
 * coalition_scene_align:
 * @self: a scene
 * @alignment: along which line, or in which direction
 *
 * Aligns or distributes the selected parties in one command, which pins them: a person has put them there.
 */
void
coalition_scene_align (CoalitionScene     *self,
                       CoalitionAlignment  alignment)
{
  const guint least = alignment == COALITION_DISTRIBUTE_ACROSS || alignment == COALITION_DISTRIBUTE_DOWN ? 3 : 2;
  gboolean distributes = least == 3;
  g_autoptr (GArray) selected = NULL;
  g_autofree CoalitionPlace *places = NULL, *bases = NULL;
  CoalitionCommand *command;

  coalition_scene_end_nudge (self);
  selected = coalition_scene_get_selected (self);
  if (selected->len < least)
    return;
  if (self->from != NULL)
    coalition_scene_step (self, G_MAXINT64);
  bases = coalition_scene_dup_places (self);
  places = coalition_scene_dup_places (self);
  coalition_layout_align (coalition_map_get_boxes (self->map), places, (const guint *) (gpointer) selected->data, selected->len, alignment);
  command = coalition_command_new (distributes ? N_("Distribute several parties") : N_("Align several parties"), NULL);
  for (guint i = 0; i < selected->len; i++)
    {
      guint party = g_array_index (selected, guint, i);

      coalition_scene_set_position (self, command, get_view_id (self), party, places[party].x - bases[party].x,
                                    places[party].y - bases[party].y, TRUE);
    }
  coalition_session_run (self->session, command, NULL);
}

static void
copy_fields (CoalitionCommand *command,
             CoalitionRecord  *record,
             const char       *id)
{
  const CoalitionKind *kind = coalition_record_get_kind (record);
  double x = 0, y = 0;

  for (guint i = 0; i < kind->n_fields; i++)
    coalition_command_set (command, kind, id, &kind->fields[i], coalition_record_get_value (record, i));
  coalition_record_get_real (record, "x", &x);
  coalition_record_get_real (record, "y", &y);
  coalition_command_set_real (command, kind, id, "x", x + COPY_OFFSET);
  coalition_command_set_real (command, kind, id, "y", y + COPY_OFFSET);
}

/**
 * coalition_scene_duplicate:
 * @self: a scene
 *
 * Copies the selected parties with their details, or else the selected notes and pictures.
 */
void
coalition_scene_duplicate (CoalitionScene *self)
{
  g_autoptr (GPtrArray) parties = coalition_session_get_selected (self->session, &coalition_kind_party);
  g_autoptr (GPtrArray) selected = coalition_session_get_selected (self->session, NULL);
  g_autoptr (CoalitionCommand) command = NULL;
  const char *id = NULL;

  coalition_scene_end_nudge (self);
  if (parties->len > 0)
    {
      coalition_session_duplicate (self->session, parties);
      return;
    }
  command = coalition_command_new (N_("Duplicate notes and pictures"), NULL);
  for (guint i = 0; i < selected->len; i++)
    if (coalition_record_is (selected->pdata[i], &coalition_kind_note) || coalition_record_is (selected->pdata[i], &coalition_kind_picture))
      {
        id = coalition_command_insert (command, coalition_record_get_kind (selected->pdata[i]), NULL);
        copy_fields (command, selected->pdata[i], id);
      }
  if (id == NULL)
    return;
  coalition_scene_select_later (self, id);
  coalition_session_run (self->session, g_steal_pointer (&command), NULL);
}

/**
 * coalition_scene_select_later:
 * @self: a scene
 * @id: of a record that is just being made
 *
 * Selects a party, forum, note or picture as soon as it is on the map.
 */
void
coalition_scene_select_later (CoalitionScene *self,
                              const char     *id)
{
  g_free (self->to_select);
  self->to_select = g_strdup (id);
}

/**
 * coalition_scene_add_parties:
 * @self: a scene
 * @names: names, %NULL-terminated
 * @x: where they are to be, in map units
 * @y: where they are to be, in map units
 * @covered: (element-type CoalitionBox) (nullable): what else they are to stay clear of, in map units
 *
 * Adds parties on free ground around a place, in one command, and selects them. Nobody is pinned.
 */
void
coalition_scene_add_parties (CoalitionScene    *self,
                             const char *const *names,
                             double             x,
                             double             y,
                             GArray            *covered)
{
  guint n_names = g_strv_length ((char **) names), n_covered = covered != NULL ? covered->len : 0, n_taken;
  g_autofree CoalitionBox *boxes = coalition_scene_dup_taken_boxes (self, &n_taken);
  g_autofree CoalitionPlace *places = g_new0 (CoalitionPlace, n_taken + n_covered + n_names + 1);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *count = g_strdup_printf ("%u", n_names), *toast = NULL;
  CoalitionCommand *command;

  if (n_names == 0)
    return;
  boxes = g_renew (CoalitionBox, boxes, n_taken + n_covered + n_names + 1);
  for (guint i = 0; i < n_covered; i++)
    boxes[n_taken++] = g_array_index (covered, CoalitionBox, i);
  command = n_names == 1 ? coalition_command_new (N_("Add %s"), names[0], NULL) : coalition_command_new (N_("Add %s parties"), count, NULL);
  for (guint i = 0; i < n_names; i++)
    {
      const char *id = coalition_command_insert (command, &coalition_kind_party, NULL);

      places[n_taken] = coalition_walk_find_free (boxes, places, NULL, n_taken, &new_room, x, y);
      boxes[n_taken] = new_room;
      coalition_command_set_text (command, &coalition_kind_party, id, "name", names[i]);
      coalition_command_set_position (command, get_view_id (self), id, places[n_taken].x, places[n_taken].y, FALSE);
      g_ptr_array_add (ids, (gpointer) id);
      n_taken++;
    }
  g_ptr_array_add (ids, NULL);
  g_strfreev (self->to_select_all);
  self->to_select_all = g_strdupv ((char **) ids->pdata);
  toast = g_strdup_printf (ngettext ("%u party added", "%u parties added", n_names), n_names);
  coalition_session_run (self->session, command, toast);
}

/**
 * coalition_scene_add_note:
 * @self: a scene
 * @text: what it says
 * @box: where it is to be, in map units; without width, the drawing chooses its size
 *
 * Adds a note to the view and selects it.
 */
void
coalition_scene_add_note (CoalitionScene     *self,
                          const char         *text,
                          const CoalitionBox *box)
{
  const CoalitionKind *kind = &coalition_kind_note;
  CoalitionCommand *command = coalition_command_new (N_("Add a note"), NULL);
  const char *id = coalition_command_insert (command, kind, NULL);

  coalition_command_set_text (command, kind, id, "view", get_view_id (self));
  coalition_command_set_text (command, kind, id, "text", text);
  coalition_command_set_real (command, kind, id, "x", box->left);
  coalition_command_set_real (command, kind, id, "y", box->top);
  if (box->right > box->left)
    coalition_command_set_real (command, kind, id, "width", box->right - box->left);
  if (box->bottom > box->top)
    coalition_command_set_real (command, kind, id, "height", box->bottom - box->top);
  coalition_scene_select_later (self, id);
  coalition_session_run (self->session, command, NULL);
}

/**
 * coalition_scene_write_note:
 * @self: a scene
 * @id: of a note
 * @text: what it is to say; nothing deletes it
 *
 * Changes the text of a note.
 */
void
coalition_scene_write_note (CoalitionScene *self,
                            const char     *id,
                            const char     *text)
{
  CoalitionRecord *note = coalition_campaign_get_record (coalition_session_get_campaign (self->session), &coalition_kind_note, id);
  CoalitionCommand *command;

  if (note == NULL || g_strcmp0 (coalition_record_get_text (note, "text"), text) == 0)
    return;
  if (*text == '\0')
    {
      coalition_session_delete (self->session, note);
      return;
    }
  command = coalition_command_new (N_("Change the text of a note"), NULL);
  coalition_command_set_text (command, &coalition_kind_note, id, "text", text);
  coalition_session_run (self->session, command, NULL);
}

/* The membership of a party in a forum that has not ended, if there is one. */
static CoalitionRecord *
find_membership (CoalitionScene *self,
                 const char     *forum,
                 const char     *party)
{
  g_autoptr (GPtrArray) members = coalition_campaign_get_referring (coalition_session_get_campaign (self->session),
                                                                    &coalition_kind_forum_member, "forum", forum);

  for (guint i = 0; i < members->len; i++)
    if (g_strcmp0 (coalition_record_get_text (members->pdata[i], "party"), party) == 0
        && coalition_record_get_text (members->pdata[i], "until") == NULL)
      return members->pdata[i];
  return NULL;
}

static CoalitionRecord *
find_forum (CoalitionScene *self,
            const char     *forum)
{
  return coalition_campaign_get_record (coalition_session_get_campaign (self->session), &coalition_kind_forum, forum);
}

/**
 * coalition_scene_add_to_forum:
 * @self: a scene
 * @forum: id of a forum
 *
 * Makes the selected parties members of a forum, those that are not yet.
 */
void
coalition_scene_add_to_forum (CoalitionScene *self,
                              const char     *forum)
{
  g_autoptr (GPtrArray) parties = coalition_session_get_selected (self->session, &coalition_kind_party);
  CoalitionRecord *record = find_forum (self, forum);
  CoalitionCommand *command;

  if (record == NULL)
    return;
  command = coalition_command_new (N_("Add members to %s"), coalition_record_get_title (record), NULL);
  for (guint i = 0; i < parties->len; i++)
    if (find_membership (self, forum, coalition_record_get_id (parties->pdata[i])) == NULL)
      {
        const char *id = coalition_command_insert (command, &coalition_kind_forum_member, NULL);

        coalition_command_set_text (command, &coalition_kind_forum_member, id, "forum", forum);
        coalition_command_set_text (command, &coalition_kind_forum_member, id, "party", coalition_record_get_id (parties->pdata[i]));
      }
  coalition_session_run (self->session, command, NULL);
}

/**
 * coalition_scene_leave_forum:
 * @self: a scene
 * @forum: id of a forum
 *
 * Takes the selected parties out of a forum, as if they had never been in it. Who left on a date is said in the inspector.
 */
void
coalition_scene_leave_forum (CoalitionScene *self,
                             const char     *forum)
{
  g_autoptr (GPtrArray) parties = coalition_session_get_selected (self->session, &coalition_kind_party);
  CoalitionRecord *record = find_forum (self, forum);
  CoalitionCommand *command;

  if (record == NULL)
    return;
  command = coalition_command_new (N_("Take members out of %s"), coalition_record_get_title (record), NULL);
  for (guint i = 0; i < parties->len; i++)
    {
      CoalitionRecord *member = find_membership (self, forum, coalition_record_get_id (parties->pdata[i]));

      if (member != NULL)
        coalition_command_delete (command, &coalition_kind_forum_member, coalition_record_get_id (member));
    }
  coalition_session_run (self->session, command, NULL);
}

static int
find_near (CoalitionFilter *filter)
{
  for (guint i = 0; filter != NULL && i < coalition_filter_get_size (filter); i++)
    if (g_str_equal (coalition_filter_get (filter, i)->subject, "near"))
      return (int) i;
  return -1;
}

/**
 * coalition_scene_get_near:
 * @self: a scene
 *
 * Returns: within how many steps of some parties the filter shows others; 0 if it does not
 */
guint
coalition_scene_get_near (CoalitionScene *self)
{
  CoalitionFilter *filter = coalition_session_get_filter (self->session);
  int near = find_near (filter);
  const CoalitionCondition *condition = near >= 0 ? coalition_filter_get (filter, (guint) near) : NULL;

  return condition != NULL && condition->values != NULL && condition->values[0] != NULL
         ? (guint) g_ascii_strtoull (condition->values[0], NULL, 10) : 0;
}

/**
 * coalition_scene_show_near:
 * @self: a scene
 * @n_steps: how many ties away; 0 for all
 *
 * Has the filter of the view show only who can be reached from the selected parties over so many ties.
 */
void
coalition_scene_show_near (CoalitionScene *self,
                           guint           n_steps)
{
  g_autoptr (GPtrArray) parties = coalition_session_get_selected (self->session, &coalition_kind_party);
  CoalitionFilter *old = coalition_session_get_filter (self->session);
  g_autoptr (CoalitionFilter) filter = old != NULL ? coalition_filter_copy (old) : coalition_filter_new ();
  int near = find_near (filter);

  if (n_steps > 0 && parties->len == 0)
    {
      coalition_session_tell (self->session, _("Select the parties whose surroundings you want to see"), FALSE);
      return;
    }
  if (n_steps == 0 && near < 0)
    return;
  if (near >= 0)
    coalition_filter_remove (filter, (guint) near);
  if (n_steps > 0)
    {
      g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (values, g_strdup_printf ("%u", n_steps));
      for (guint i = 0; i < parties->len; i++)
        g_ptr_array_add (values, g_strdup (coalition_record_get_id (parties->pdata[i])));
      g_ptr_array_add (values, NULL);
      coalition_filter_add (filter, "near", COALITION_FILTER_IS, (const char *const *) values->pdata);
    }
  coalition_session_set_filter (self->session, filter);
}

/* --- collapsed groups --------------------------------------------------------------------------------------------- */

static GPtrArray *
list_collapsed (CoalitionScene *self)
{
  CoalitionRecord *view = coalition_session_get_view (self->session);
  const char *text = view != NULL ? coalition_record_get_text (view, "collapsed") : NULL;
  g_auto (GStrv) ids = text != NULL ? coalition_groups_list_ids (text) : NULL;
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    g_ptr_array_add (list, g_strdup (ids[i]));
  return list;
}

static void
set_collapsed (CoalitionScene *self,
               GPtrArray      *list)
{
  g_ptr_array_add (list, NULL);
  coalition_session_set_collapsed (self->session, (const char *const *) list->pdata);
}

/**
 * coalition_scene_collapse:
 * @self: a scene
 * @group: id of a forum, or "BY:KEY" as coalition_groups_parse() takes it
 *
 * Shows a group as one.
 */
void
coalition_scene_collapse (CoalitionScene *self,
                          const char     *group)
{
  g_autoptr (GPtrArray) list = list_collapsed (self);

  if (g_ptr_array_find_with_equal_func (list, group, g_str_equal, NULL))
    return;
  g_ptr_array_add (list, g_strdup (group));
  set_collapsed (self, list);
}

static void
drop_selected_groups (CoalitionScene *self,
                      GPtrArray      *list)
{
  for (guint i = 0; i < self->n_parties; i++)
    {
      const CoalitionNetworkParty *node = coalition_scene_get_party (self, i);
      guint index;

      if (node->members > 0 && self->selected_parties[i] && g_ptr_array_find_with_equal_func (list, node->id, g_str_equal, &index))
        g_ptr_array_remove_index (list, index);
    }
}

/**
 * coalition_scene_collapse_selected:
 * @self: a scene
 *
 * Shows the selected forum as one party, or else the selected parties together.
 */
void
coalition_scene_collapse_selected (CoalitionScene *self)
{
  g_autoptr (GPtrArray) forums = coalition_session_get_selected (self->session, &coalition_kind_forum);
  g_autoptr (GPtrArray) parties = coalition_session_get_selected (self->session, &coalition_kind_party);
  g_autoptr (GString) group = g_string_new ("chosen:");
  g_autoptr (GPtrArray) list = NULL;

  if (forums->len > 0)
    {
      coalition_scene_collapse (self, coalition_record_get_id (forums->pdata[0]));
      return;
    }
  if (parties->len < 2)
    {
      coalition_session_tell (self->session, _("Select a forum, or several parties, to show them as one"), FALSE);
      return;
    }
  for (guint i = 0; i < parties->len; i++)
    g_string_append_printf (group, "%s%s", i > 0 ? "," : "", coalition_record_get_id (parties->pdata[i]));
  /* A group that is among the selected is taken into the new one: nobody can be in two. */
  list = list_collapsed (self);
  drop_selected_groups (self, list);
  g_ptr_array_add (list, g_string_free (g_steal_pointer (&group), FALSE));
  set_collapsed (self, list);
}

/**
 * coalition_scene_expand:
 * @self: a scene
 * @group: (nullable): id of a group, or %NULL for all
 *
 * Shows the parties of a group again.
 */
void
coalition_scene_expand (CoalitionScene *self,
                        const char     *group)
{
  g_autoptr (GPtrArray) list = list_collapsed (self);
  guint index;

  if (list->len == 0)
    return;
  if (group == NULL)
    g_ptr_array_set_size (list, 0);
  else if (g_ptr_array_find_with_equal_func (list, group, g_str_equal, &index))
    g_ptr_array_remove_index (list, index);
  else
    return;
  set_collapsed (self, list);
}

/**
 * coalition_scene_expand_selected:
 * @self: a scene
 *
 * Shows the parties of every selected group again, in one command.
 */
void
coalition_scene_expand_selected (CoalitionScene *self)
{
  g_autoptr (GPtrArray) list = list_collapsed (self);
  guint n_before = list->len;

  drop_selected_groups (self, list);
  if (list->len < n_before)
    set_collapsed (self, list);
}

/* --- asking ------------------------------------------------------------------------------------------------------- */

static char **
dup_selected_ids (CoalitionScene *self)
{
  g_autoptr (GPtrArray) parties = coalition_session_get_selected (self->session, &coalition_kind_party);
  char **ids = g_new0 (char *, parties->len + 1);

  for (guint i = 0; i < parties->len; i++)
    ids[i] = g_strdup (coalition_record_get_id (parties->pdata[i]));
  return ids;
}

/**
 * coalition_scene_ask_forum:
 * @self: a scene
 *
 * Asks for the name of a new forum of the selected parties.
 */
void
coalition_scene_ask_forum (CoalitionScene *self)
{
  g_auto (GStrv) ids = dup_selected_ids (self);
  CoalitionBox bounds;

  if (ids[0] == NULL || !coalition_map_get_bounds (self->map, self->selected_parties, &bounds))
    {
      coalition_session_tell (self->session, _("Select the parties that meet, or draw around them with the forum tool"), FALSE);
      return;
    }
  g_signal_emit_by_name (self, "ask-forum", (bounds.left + bounds.right) / 2, bounds.bottom, ids);
}

/**
 * coalition_scene_ask_note:
 * @self: a scene
 * @id: (nullable): of the note to be changed, or %NULL for a new one
 * @box: where it is or is to be, in map units
 *
 * Asks for the text of a note.
 */
void
coalition_scene_ask_note (CoalitionScene     *self,
                          const char         *id,
                          const CoalitionBox *box)
{
  g_signal_emit_by_name (self, "ask-note", id, box->left, box->top, box->right - box->left, box->bottom - box->top);
}

/**
 * coalition_scene_ask_merge:
 * @self: a scene
 *
 * Asks which of the selected parties is kept when they become one.
 */
void
coalition_scene_ask_merge (CoalitionScene *self)
{
  g_auto (GStrv) ids = dup_selected_ids (self);

  if (g_strv_length (ids) < 2)
    coalition_session_tell (self->session, _("Select the parties that are one and the same"), FALSE);
  else
    g_signal_emit_by_name (self, "ask-merge", ids);
}

/**
 * coalition_scene_ask_rename_record:
 * @self: a scene
 * @id: of a party, forum, note or picture
 *
 * Asks for another name or caption, or for the text of a note.
 */
void
coalition_scene_ask_rename_record (CoalitionScene *self,
                                   const char     *id)
{
  CoalitionMapPart part;
  CoalitionBox box;
  guint index;

  if (coalition_scene_find_item (self, id, &part, &index) && part == COALITION_MAP_NOTE
      && coalition_scene_get_item_box (self, part, index, &box))
    coalition_scene_ask_note (self, id, &box);
  else
    g_signal_emit_by_name (self, "ask-rename", id);
}
