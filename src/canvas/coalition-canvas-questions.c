/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-canvas-private.h"

/* What the canvas asks a person in place: names, kinds of ties, and the context menu. */

/* Room that a party without a name yet is taken to need, in map units. */
static const CoalitionBox new_room = { -66, -30, 66, 30 };

static void ensure_name_popover (CoalitionCanvas *self);
static void ensure_tie_popover  (CoalitionCanvas *self);
static void ensure_note_popover (CoalitionCanvas *self);

static void
get_place (CoalitionCanvas *self,
           double           map_x,
           double           map_y,
           GdkRectangle    *place)
{
  double x, y;

  coalition_viewport_to_widget (coalition_scene_get_viewport (self->scene), map_x, map_y, &x, &y);
  *place = (GdkRectangle) { (int) x - 1, (int) y - 1, 2, 2 };
}

static void
get_party_place (CoalitionCanvas *self,
                 int              party,
                 GdkRectangle    *place)
{
  const CoalitionBox *room = &coalition_map_get_boxes (coalition_scene_get_map (self->scene))[party];
  double zoom = coalition_viewport_get_zoom (coalition_scene_get_viewport (self->scene)), x, y;

  coalition_map_get_place (coalition_scene_get_map (self->scene), party, &x, &y);
  coalition_viewport_to_widget (coalition_scene_get_viewport (self->scene), x, y, &x, &y);
  *place = (GdkRectangle) { (int) (x + room->left * zoom), (int) (y + room->top * zoom),
                            (int) ((room->right - room->left) * zoom), (int) ((room->bottom - room->top) * zoom) };
}

static void
get_box_place (CoalitionCanvas    *self,
               const CoalitionBox *box,
               GdkRectangle       *place)
{
  CoalitionViewport *viewport = coalition_scene_get_viewport (self->scene);
  CoalitionBox seen;

  coalition_viewport_to_widget (viewport, box->left, box->top, &seen.left, &seen.top);
  coalition_viewport_to_widget (viewport, box->right, box->bottom, &seen.right, &seen.bottom);
  /* What reaches far beyond the window is pointed to where it can be seen. */
  seen.left = CLAMP (seen.left, 0, gtk_widget_get_width (GTK_WIDGET (self)));
  seen.right = CLAMP (seen.right, seen.left, gtk_widget_get_width (GTK_WIDGET (self)));
  seen.top = CLAMP (seen.top, 0, gtk_widget_get_height (GTK_WIDGET (self)));
  seen.bottom = CLAMP (seen.bottom, seen.top, gtk_widget_get_height (GTK_WIDGET (self)));
  *place = (GdkRectangle) { (int) seen.left, (int) seen.top, MAX (2, (int) (seen.right - seen.left)),
                            MAX (2, (int) (seen.bottom - seen.top)) };
}

static void
remember (char       **slot,
          const char  *text)
{
  char *copy = g_strdup (text);

  g_free (*slot);
  *slot = copy;
}

static const char *
name_of (CoalitionCanvas *self,
         const char      *id)
{
  int party = coalition_network_find_party (coalition_scene_get_network (self->scene), id);

  return party >= 0 ? coalition_scene_get_party (self->scene, party)->name : "";
}

static void
ask_tie_at (CoalitionCanvas *self,
            const char      *from,
            const char      *to,
            double           x,
            double           y)
{
  GdkRectangle place;

  ensure_tie_popover (self);
  get_place (self, x, y, &place);
  coalition_tie_popover_ask (self->tie_popover, &place, from, to, self->dark ? COALITION_MAP_DARK : COALITION_MAP_LIGHT);
}

static void
ask_party_cb (CoalitionCanvas *self,
              double           x,
              double           y,
              const char      *tie_from)
{
  GdkRectangle place;

  remember (&self->asked_record, NULL);
  g_clear_pointer (&self->asked_ids, g_strfreev);
  remember (&self->asked_from, tie_from);
  remember (&self->asked_to, NULL);
  self->asked_x = x;
  self->asked_y = y;
  ensure_name_popover (self);
  get_place (self, x, y, &place);
  coalition_name_popover_ask (self->name_popover, coalition_session_get_campaign (self->session), &coalition_kind_party, &place, NULL);
}

static void
ask_forum_cb (CoalitionCanvas    *self,
              double              x,
              double              y,
              const char *const  *ids)
{
  GdkRectangle place;

  remember (&self->asked_record, NULL);
  g_strfreev (self->asked_ids);
  self->asked_ids = g_strdupv ((char **) ids);
  ensure_name_popover (self);
  get_place (self, x, y, &place);
  coalition_name_popover_ask (self->name_popover, coalition_session_get_campaign (self->session), &coalition_kind_forum, &place, NULL);
}

static void
ask_note_cb (CoalitionCanvas *self,
             const char      *id,
             double           x,
             double           y,
             double           width,
             double           height)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  CoalitionRecord *note = id != NULL ? coalition_campaign_get_record (campaign, &coalition_kind_note, id) : NULL;
  GdkRectangle place;

  remember (&self->asked_record, id);
  self->asked_box = (CoalitionBox) { x, y, x + width, y + height };
  ensure_note_popover (self);
  get_box_place (self, &self->asked_box, &place);
  coalition_note_popover_ask (self->note_popover, &place, note != NULL ? coalition_record_get_text (note, "text") : NULL);
}

static void
written_cb (CoalitionCanvas *self,
            const char      *text)
{
  if (self->asked_record != NULL)
    coalition_scene_write_note (self->scene, self->asked_record, text);
  else if (*text != '\0')
    coalition_scene_add_note (self->scene, text, &self->asked_box);
}

static void
note_closed_cb (CoalitionCanvas *self)
{
  if (self->mode == COALITION_CANVAS_NOTE)
    coalition_canvas_set_mode (self, COALITION_CANVAS_SELECT);
}

/* Where a record is on the map; FALSE if it cannot be renamed there. */
static gboolean
find_place (CoalitionCanvas *self,
            const char      *id,
            GdkRectangle    *place)
{
  int party = coalition_network_find_party (coalition_scene_get_network (self->scene), id);
  CoalitionMapPart part;
  CoalitionBox box;
  guint item;

  if (party >= 0)
    {
      get_party_place (self, party, place);
      return TRUE;
    }
  if (!coalition_scene_find_item (self->scene, id, &part, &item) || !coalition_scene_get_item_box (self->scene, part, item, &box))
    return FALSE;
  get_box_place (self, &box, place);
  return TRUE;
}

static void
ask_rename_cb (CoalitionCanvas *self,
               const char      *id)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  CoalitionRecord *record = coalition_campaign_find_record (campaign, id);
  GdkRectangle place;

  if (record == NULL || !find_place (self, id, &place))
    return;
  remember (&self->asked_record, id);
  ensure_name_popover (self);
  coalition_name_popover_ask (self->name_popover, campaign, coalition_record_get_kind (record), &place,
                              coalition_record_get_title (record));
}

static void
ask_tie_cb (CoalitionCanvas *self,
            const char      *from,
            const char      *to)
{
  int from_party = coalition_network_find_party (coalition_scene_get_network (self->scene), from);
  int to_party = coalition_network_find_party (coalition_scene_get_network (self->scene), to);
  double from_x, from_y, to_x, to_y;

  if (from_party < 0 || to_party < 0)
    return;
  remember (&self->asked_from, from);
  remember (&self->asked_to, to);
  coalition_map_get_place (coalition_scene_get_map (self->scene), from_party, &from_x, &from_y);
  coalition_map_get_place (coalition_scene_get_map (self->scene), to_party, &to_x, &to_y);
  ask_tie_at (self, name_of (self, from), name_of (self, to), (from_x + to_x) / 2, (from_y + to_y) / 2);
}

static void
add_forum (CoalitionCanvas *self,
           const char      *name)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  g_autoptr (GPtrArray) parties = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *id = NULL;

  for (guint i = 0; self->asked_ids[i] != NULL; i++)
    {
      CoalitionRecord *party = coalition_campaign_get_record (campaign, &coalition_kind_party, self->asked_ids[i]);

      if (party != NULL)
        g_ptr_array_add (parties, g_object_ref (party));
    }
  g_clear_pointer (&self->asked_ids, g_strfreev);
  id = coalition_session_add_forum (self->session, name, parties);
  if (id != NULL)
    coalition_scene_select_later (self->scene, id);
  if (self->mode == COALITION_CANVAS_FORUM)
    coalition_canvas_set_mode (self, COALITION_CANVAS_SELECT);
}

static void
named_cb (CoalitionCanvas *self,
          const char      *name)
{
  if (self->asked_record != NULL)
    {
      CoalitionRecord *record = coalition_campaign_find_record (coalition_session_get_campaign (self->session), self->asked_record);

      if (record != NULL)
        coalition_session_rename (self->session, record, name);
      return;
    }
  if (self->asked_ids != NULL)
    {
      add_forum (self, name);
      return;
    }
  if (self->asked_from == NULL)
    {
      coalition_scene_add_party (self->scene, name, self->asked_x, self->asked_y, NULL, NULL);
      return;
    }
  remember (&self->asked_name, name);
  ask_tie_at (self, name_of (self, self->asked_from), name, self->asked_x, self->asked_y);
}

static void
chosen_cb (CoalitionCanvas *self,
           const char      *kind)
{
  g_autofree char *id = NULL;

  if (self->asked_to == NULL)
    {
      coalition_scene_add_party (self->scene, self->asked_name, self->asked_x, self->asked_y, self->asked_from, kind);
      return;
    }
  id = coalition_session_add_tie (self->session, self->asked_from, self->asked_to, kind);
}

/* A new party has been named already: it and its tie come to be, only the kind stays open. Between two parties that
 * are there, nothing is made. */
static void
dismissed_cb (CoalitionCanvas *self)
{
  if (self->asked_to == NULL)
    coalition_scene_add_party (self->scene, self->asked_name, self->asked_x, self->asked_y, self->asked_from, NULL);
}

static void
closed_cb (CoalitionCanvas *self)
{
  coalition_canvas_take_focus (self);
}

static void
adopt (CoalitionCanvas *self,
       GtkWidget       *popover)
{
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
}

/* Popovers are made when first needed: a window opens faster without. */
static void
ensure_name_popover (CoalitionCanvas *self)
{
  if (self->name_popover != NULL)
    return;
  self->name_popover = coalition_name_popover_new ();
  adopt (self, GTK_WIDGET (self->name_popover));
  g_signal_connect_object (self->name_popover, "named", G_CALLBACK (named_cb), self, G_CONNECT_SWAPPED);
}

static void
ensure_tie_popover (CoalitionCanvas *self)
{
  if (self->tie_popover != NULL)
    return;
  self->tie_popover = coalition_tie_popover_new ();
  adopt (self, GTK_WIDGET (self->tie_popover));
  g_signal_connect_object (self->tie_popover, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tie_popover, "dismissed", G_CALLBACK (dismissed_cb), self, G_CONNECT_SWAPPED);
}

static void
ensure_note_popover (CoalitionCanvas *self)
{
  if (self->note_popover != NULL)
    return;
  self->note_popover = coalition_note_popover_new ();
  adopt (self, GTK_WIDGET (self->note_popover));
  g_signal_connect_object (self->note_popover, "written", G_CALLBACK (written_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->note_popover, "closed", G_CALLBACK (note_closed_cb), self, G_CONNECT_SWAPPED);
}

static void
merge_chosen_cb (CoalitionCanvas *self,
                 const char      *id)
{
  CoalitionRecord *kept = coalition_campaign_get_record (coalition_session_get_campaign (self->session), &coalition_kind_party, id);
  g_autoptr (GPtrArray) others = coalition_session_get_selected (self->session, &coalition_kind_party);

  if (kept == NULL || !g_ptr_array_remove (others, kept) || others->len == 0)
    return;
  coalition_session_merge_parties (self->session, kept, others);
}

static void
ask_merge_cb (CoalitionCanvas   *self,
              const char *const *ids)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  CoalitionRecord *current = coalition_session_get_current (self->session);
  g_autoptr (GArray) selected = coalition_scene_get_selected (self->scene);
  int focus = coalition_scene_get_focus (self->scene);
  GdkRectangle place = { gtk_widget_get_width (GTK_WIDGET (self)) / 2, gtk_widget_get_height (GTK_WIDGET (self)) / 2, 2, 2 };

  if (focus >= 0 && coalition_scene_is_selected (self->scene, (guint) focus))
    get_party_place (self, focus, &place);
  else if (selected->len > 0)
    get_party_place (self, (int) g_array_index (selected, guint, 0), &place);
  if (self->merge_popover == NULL)
    {
      self->merge_popover = coalition_merge_popover_new ();
      adopt (self, GTK_WIDGET (self->merge_popover));
      g_signal_connect_object (self->merge_popover, "chosen", G_CALLBACK (merge_chosen_cb), self, G_CONNECT_SWAPPED);
    }
  coalition_merge_popover_ask (self->merge_popover, campaign, &place, ids, current != NULL ? coalition_record_get_id (current) : NULL);
}

/**
 * coalition_canvas_connect_questions:
 * @self: a canvas with a scene
 *
 * Lets the scene ask through popovers.
 */
void
coalition_canvas_connect_questions (CoalitionCanvas *self)
{
  g_signal_connect_object (self->scene, "ask-party", G_CALLBACK (ask_party_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scene, "ask-tie", G_CALLBACK (ask_tie_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scene, "ask-forum", G_CALLBACK (ask_forum_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scene, "ask-note", G_CALLBACK (ask_note_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scene, "ask-merge", G_CALLBACK (ask_merge_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scene, "ask-rename", G_CALLBACK (ask_rename_cb), self, G_CONNECT_SWAPPED);
}

/**
 * coalition_canvas_ask_new_party:
 * @self: a canvas with a scene
 *
 * Asks for the name of a new party on free ground near where a menu was opened, or near the middle of what is seen.
 */
void
coalition_canvas_ask_new_party (CoalitionCanvas *self)
{
  guint n_boxes;
  g_autofree CoalitionBox *boxes = coalition_scene_dup_taken_boxes (self->scene, &n_boxes);
  g_autofree CoalitionPlace *origins = g_new0 (CoalitionPlace, n_boxes + 1);
  CoalitionBox visible;
  CoalitionPlace place;

  coalition_viewport_get_visible (coalition_scene_get_viewport (self->scene), &visible);
  place = (CoalitionPlace) { (visible.left + visible.right) / 2, (visible.top + visible.bottom) / 2 };
  if (self->menu_inside)
    coalition_canvas_get_target_place (self, &place.x, &place.y);
  place = coalition_walk_find_free (boxes, origins, NULL, n_boxes, &new_room, place.x, place.y);
  coalition_scene_ask_party (self->scene, place.x, place.y, NULL);
}

/**
 * coalition_canvas_get_target_place:
 * @self: a canvas with a scene
 * @map_x: (out): map units
 * @map_y: (out): map units
 *
 * Gets where something new is best put: where a menu was opened, or under the pointer if that is over the map, else in the
 * middle of what is seen.
 */
void
coalition_canvas_get_target_place (CoalitionCanvas *self,
                                   double          *map_x,
                                   double          *map_y)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  double x = width / 2, y = height / 2;

  /* What a menu adds is meant for where it was opened. */
  if (self->menu_inside)
    {
      x = self->menu_x;
      y = self->menu_y;
    }
  else if (self->pointer_inside && self->pointer_x > 0 && self->pointer_x < width && self->pointer_y > 0 && self->pointer_y < height)
    {
      x = self->pointer_x;
      y = self->pointer_y;
    }
  coalition_viewport_to_map (coalition_scene_get_viewport (self->scene), x, y, map_x, map_y);
}

/**
 * coalition_canvas_popup_menu:
 * @self: a canvas with a scene
 * @x: pixels
 * @y: pixels
 *
 * Opens the menu of what is selected.
 */
void
coalition_canvas_popup_menu (CoalitionCanvas *self,
                             double           x,
                             double           y)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      adopt (self, self->menu);
    }
  self->menu_inside = TRUE;
  self->menu_x = x;
  self->menu_y = y;
  coalition_canvas_fill_menu (self, menu, x, y);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/**
 * coalition_canvas_present_popovers:
 * @self: a canvas
 *
 * Keeps open popovers in place when the canvas is given another size.
 */
void
coalition_canvas_present_popovers (CoalitionCanvas *self)
{
  if (self->name_popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->name_popover));
  if (self->tie_popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->tie_popover));
  if (self->note_popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->note_popover));
  if (self->merge_popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->merge_popover));
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

/**
 * coalition_canvas_unparent_popovers:
 * @self: a canvas
 *
 * Takes the popovers away.
 */
void
coalition_canvas_unparent_popovers (CoalitionCanvas *self)
{
  GtkWidget *name_popover = (GtkWidget *) g_steal_pointer (&self->name_popover);
  GtkWidget *tie_popover = (GtkWidget *) g_steal_pointer (&self->tie_popover);
  GtkWidget *note_popover = (GtkWidget *) g_steal_pointer (&self->note_popover);
  GtkWidget *merge_popover = (GtkWidget *) g_steal_pointer (&self->merge_popover);

  g_clear_pointer (&note_popover, gtk_widget_unparent);
  g_clear_pointer (&merge_popover, gtk_widget_unparent);
  g_clear_pointer (&name_popover, gtk_widget_unparent);
  g_clear_pointer (&tie_popover, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
}
