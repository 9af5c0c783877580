/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-scene-private.h"

#include <glib/gi18n-lib.h>

/* The part of the scene that knows forums, notes and pictures. */

/* As much of a note is said before its details are looked at, in characters. */
#define SAID 120

/* As many members of a forum are named; nobody listens to more. */
#define MOST_NAMES 6

/**
 * coalition_scene_whole_part:
 * @part: a part of the map
 *
 * Returns: what it is a part of: the note for its corner, the party for its rim
 */
CoalitionMapPart
coalition_scene_whole_part (CoalitionMapPart part)
{
  switch (part)
    {
    case COALITION_MAP_PARTY_EDGE: return COALITION_MAP_PARTY;
    case COALITION_MAP_NOTE_CORNER: return COALITION_MAP_NOTE;
    case COALITION_MAP_PICTURE_CORNER:
    case COALITION_MAP_BACKGROUND: return COALITION_MAP_PICTURE;
    case COALITION_MAP_NOTHING:
    case COALITION_MAP_PARTY:
    case COALITION_MAP_TIE:
    case COALITION_MAP_FORUM:
    case COALITION_MAP_NOTE:
    case COALITION_MAP_PICTURE:
    default: return part;
    }
}

/**
 * coalition_scene_is_item:
 * @part: a part of the map
 *
 * Returns: whether it is a forum, a note or a picture, or the corner of one
 */
gboolean
coalition_scene_is_item (CoalitionMapPart part)
{
  part = coalition_scene_whole_part (part);
  return part == COALITION_MAP_FORUM || part == COALITION_MAP_NOTE || part == COALITION_MAP_PICTURE;
}

/**
 * coalition_scene_get_item_id:
 * @self: a scene
 * @part: a forum, note or picture
 * @index: which
 *
 * Returns: (nullable): its id
 */
const char *
coalition_scene_get_item_id (CoalitionScene   *self,
                             CoalitionMapPart  part,
                             guint             index)
{
  part = coalition_scene_whole_part (part);
  if (part == COALITION_MAP_FORUM && index < self->n_forums)
    return coalition_network_get_forums (self->network, NULL)[index].id;
  if (part == COALITION_MAP_NOTE && index < self->n_notes)
    return coalition_network_get_notes (self->network, NULL)[index].id;
  if (part == COALITION_MAP_PICTURE && index < self->n_pictures)
    return coalition_network_get_pictures (self->network, NULL)[index].id;
  return NULL;
}

/**
 * coalition_scene_get_item_record:
 * @self: a scene
 * @part: a forum, note or picture
 * @index: which
 *
 * Returns: (transfer none) (nullable): its record
 */
CoalitionRecord *
coalition_scene_get_item_record (CoalitionScene   *self,
                                 CoalitionMapPart  part,
                                 guint             index)
{
  const char *id = coalition_scene_get_item_id (self, part, index);
  const CoalitionKind *kind;

  part = coalition_scene_whole_part (part);
  kind = part == COALITION_MAP_FORUM ? &coalition_kind_forum : part == COALITION_MAP_NOTE ? &coalition_kind_note : &coalition_kind_picture;
  return id != NULL ? coalition_campaign_get_record (coalition_session_get_campaign (self->session), kind, id) : NULL;
}

/**
 * coalition_scene_find_item:
 * @self: a scene
 * @id: of a record
 * @part: (out): what it is
 * @index: (out): which
 *
 * Finds a forum, note or picture of the map.
 *
 * Returns: whether it is one
 */
gboolean
coalition_scene_find_item (CoalitionScene   *self,
                           const char       *id,
                           CoalitionMapPart *part,
                           guint            *index)
{
  int found;

  if (self->network == NULL || id == NULL)
    return FALSE;
  *part = COALITION_MAP_FORUM;
  found = coalition_network_find_forum (self->network, id);
  if (found < 0)
    {
      *part = COALITION_MAP_NOTE;
      found = coalition_network_find_note (self->network, id);
    }
  if (found < 0)
    {
      *part = COALITION_MAP_PICTURE;
      found = coalition_network_find_picture (self->network, id);
    }
  *index = found >= 0 ? (guint) found : 0;
  return found >= 0;
}

/**
 * coalition_scene_get_item_box:
 * @self: a scene
 * @part: a forum, note or picture
 * @index: which
 * @box: (out caller-allocates): its room in map units; of a forum drawn as an outline, that of its members
 *
 * Gets where something lies.
 *
 * Returns: %FALSE if it is nowhere to be seen
 */
gboolean
coalition_scene_get_item_box (CoalitionScene   *self,
                              CoalitionMapPart  part,
                              guint             index,
                              CoalitionBox     *box)
{
  part = coalition_scene_whole_part (part);
  return self->map != NULL && coalition_scene_get_item_id (self, part, index) != NULL
         && coalition_map_get_item_box (self->map, part, index, box);
}

/**
 * coalition_scene_is_item_selected:
 * @self: a scene
 * @part: a forum, note or picture
 * @index: which
 *
 * Returns: whether it is selected
 */
gboolean
coalition_scene_is_item_selected (CoalitionScene   *self,
                                  CoalitionMapPart  part,
                                  guint             index)
{
  part = coalition_scene_whole_part (part);
  return (part == COALITION_MAP_FORUM && index < self->n_forums && self->selected_forums[index])
         || (part == COALITION_MAP_NOTE && index < self->n_notes && self->selected_notes[index])
         || (part == COALITION_MAP_PICTURE && index < self->n_pictures && self->selected_pictures[index]);
}

static char *
describe_forum (CoalitionScene *self,
                guint           index)
{
  const CoalitionNetworkForum *forum = &coalition_network_get_forums (self->network, NULL)[index];
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *members = NULL, *list = NULL;

  members = g_strdup_printf (ngettext ("%u member", "%u members", forum->n_members), forum->n_members);
  for (guint i = 0; i < forum->n_members && names->len < MOST_NAMES; i++)
    g_ptr_array_add (names, (gpointer) coalition_scene_get_party (self, forum->members[i])->name);
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (", ", (char **) names->pdata);
  if (forum->n_members == 0)
    /* Translators: a forum as a screen reader says it: its name, "no members". */
    return g_strdup_printf (_("Forum %s, %s"), forum->name, members);
  /* Translators: a forum as a screen reader says it: its name, "3 members", their names. */
  return g_strdup_printf (_("Forum %s, %s: %s"), forum->name, members, list);
}

/**
 * coalition_scene_describe_item:
 * @self: a scene
 * @part: a forum, note or picture
 * @index: which
 *
 * Returns: (transfer full): what it is, as a screen reader says it
 */
char *
coalition_scene_describe_item (CoalitionScene   *self,
                               CoalitionMapPart  part,
                               guint             index)
{
  part = coalition_scene_whole_part (part);
  if (coalition_scene_get_item_id (self, part, index) == NULL)
    return g_strdup ("");
  if (part == COALITION_MAP_FORUM)
    return describe_forum (self, index);
  if (part == COALITION_MAP_NOTE)
    {
      const char *text = coalition_network_get_notes (self->network, NULL)[index].text;
      g_autofree char *start = g_utf8_substring (text, 0, MIN (SAID, g_utf8_strlen (text, -1)));

      return g_strdup_printf (_("Note: %s"), start);
    }
  else
    {
      const CoalitionNetworkPicture *picture = &coalition_network_get_pictures (self->network, NULL)[index];
      const char *caption = picture->caption != NULL && *picture->caption != '\0' ? picture->caption : _("without a caption");

      return g_strdup_printf (picture->background ? _("Background picture: %s") : _("Picture: %s"), caption);
    }
}

/**
 * coalition_scene_get_item_focus:
 * @self: a scene
 * @part: (out): what the keyboard is at
 * @index: (out): which
 *
 * Gets the forum, note or picture that the keyboard has reached.
 *
 * Returns: %FALSE if it is at none: then it is at a party, if at all
 */
gboolean
coalition_scene_get_item_focus (CoalitionScene   *self,
                                CoalitionMapPart *part,
                                guint            *index)
{
  return coalition_scene_find_item (self, self->item_focus, part, index);
}

/**
 * coalition_scene_set_item_focus:
 * @self: a scene
 * @part: a forum, note or picture; %COALITION_MAP_NOTHING for none
 * @index: which
 *
 * Sets what the keyboard is at. The party from which the arrows walk is kept.
 */
void
coalition_scene_set_item_focus (CoalitionScene   *self,
                                CoalitionMapPart  part,
                                guint             index)
{
  const char *id = part != COALITION_MAP_NOTHING ? coalition_scene_get_item_id (self, part, index) : NULL;

  if (g_strcmp0 (id, self->item_focus) == 0)
    return;
  g_free (self->item_focus);
  self->item_focus = g_strdup (id);
  g_signal_emit_by_name (self, "focus-changed");
  coalition_scene_changed (self);
}

/**
 * coalition_scene_walk_items:
 * @self: a scene
 * @by: 1 for the next, -1 for the one before
 *
 * Walks through forums, then notes, then pictures, around and around, and selects each.
 */
void
coalition_scene_walk_items (CoalitionScene *self,
                            int             by)
{
  guint n_items = self->n_forums + self->n_notes + self->n_pictures, index = 0;
  CoalitionMapPart part = COALITION_MAP_NOTHING;
  CoalitionRecord *record;
  int place = by > 0 ? -1 : 0;

  if (n_items == 0)
    {
      coalition_scene_announce (self, _("There are no forums, notes or pictures on the map"));
      return;
    }
  if (coalition_scene_get_item_focus (self, &part, &index))
    place = (int) (part == COALITION_MAP_FORUM ? index : part == COALITION_MAP_NOTE ? self->n_forums + index
                                                                                   : self->n_forums + self->n_notes + index);
  index = (guint) ((place + by + (int) n_items) % (int) n_items);
  part = COALITION_MAP_FORUM;
  if (index >= self->n_forums)
    {
      index -= self->n_forums;
      part = COALITION_MAP_NOTE;
      if (index >= self->n_notes)
        {
          index -= self->n_notes;
          part = COALITION_MAP_PICTURE;
        }
    }
  coalition_scene_set_item_focus (self, part, index);
  record = coalition_scene_get_item_record (self, part, index);
  if (record != NULL)
    coalition_session_select (self->session, record, FALSE);
}
