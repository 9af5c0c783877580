/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-canvas-private.h"

/* What the canvas asks a person in place: names, kinds of ties, and the context menu. */

/* Room that a party without a name yet is taken to need, in map units. */
static const CoalitionBox new_room = { -66, -30, 66, 30 };

static void ensure_name_popover (CoalitionCanvas *self);
static void ensure_tie_popover  (CoalitionCanvas *self);

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

  remember (&self->asked_party, NULL);
  remember (&self->asked_from, tie_from);
  remember (&self->asked_to, NULL);
  self->asked_x = x;
  self->asked_y = y;
  ensure_name_popover (self);
  get_place (self, x, y, &place);
  coalition_name_popover_ask (self->name_popover, coalition_session_get_campaign (self->session), &place, NULL);
}

static void
ask_rename_cb (CoalitionCanvas *self,
               const char      *id)
{
  int party = coalition_network_find_party (coalition_scene_get_network (self->scene), id);
  GdkRectangle place;

  if (party < 0)
    return;
  remember (&self->asked_party, id);
  ensure_name_popover (self);
  get_party_place (self, party, &place);
  coalition_name_popover_ask (self->name_popover, coalition_session_get_campaign (self->session), &place,
                              coalition_scene_get_party (self->scene, party)->name);
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
named_cb (CoalitionCanvas *self,
          const char      *name)
{
  if (self->asked_party != NULL)
    {
      CoalitionRecord *record = coalition_campaign_get_record (coalition_session_get_campaign (self->session),
                                                               &coalition_kind_party, self->asked_party);
      if (record != NULL)
        coalition_session_rename (self->session, record, name);
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
ensure_menu (CoalitionCanvas *self)
{
  static const char *const names[] = { "party", "tie", "ground" };
  g_autoptr (GtkBuilder) builder = NULL;

  if (self->menu != NULL)
    return;
  builder = gtk_builder_new_from_resource ("/org/coalitionmap/Coalition/canvas/coalition-canvas-menu.ui");
  self->menu = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_object_set_data_full (G_OBJECT (self->menu), names[i], g_object_ref (gtk_builder_get_object (builder, names[i])), g_object_unref);
  adopt (self, self->menu);
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
  g_signal_connect_object (self->scene, "ask-rename", G_CALLBACK (ask_rename_cb), self, G_CONNECT_SWAPPED);
}

/**
 * coalition_canvas_ask_new_party:
 * @self: a canvas with a scene
 *
 * Asks for the name of a new party on free ground near the middle of what is seen.
 */
void
coalition_canvas_ask_new_party (CoalitionCanvas *self)
{
  g_autofree CoalitionPlace *places = coalition_scene_dup_places (self->scene);
  CoalitionBox visible;
  CoalitionPlace place;

  coalition_viewport_get_visible (coalition_scene_get_viewport (self->scene), &visible);
  place = coalition_walk_find_free (coalition_map_get_boxes (coalition_scene_get_map (self->scene)), places, NULL,
                                    coalition_scene_get_n_parties (self->scene), &new_room,
                                    (visible.left + visible.right) / 2, (visible.top + visible.bottom) / 2);
  coalition_scene_ask_party (self->scene, place.x, place.y, NULL);
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
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GArray) selected = coalition_scene_get_selected (self->scene);
  g_autoptr (GPtrArray) ties = coalition_session_get_selected (self->session, &coalition_kind_tie);
  const char *which = selected->len > 0 ? "party" : ties != NULL && ties->len > 0 ? "tie" : "ground";
  guint n_pinned = 0;

  for (guint i = 0; i < selected->len; i++)
    n_pinned += coalition_scene_get_party (self->scene, g_array_index (selected, guint, i))->pinned;
  gtk_widget_action_set_enabled (widget, "canvas.rename", selected->len == 1);
  gtk_widget_action_set_enabled (widget, "canvas.tie", selected->len == 1 || selected->len == 2);
  gtk_widget_action_set_enabled (widget, "canvas.pin", n_pinned < selected->len);
  gtk_widget_action_set_enabled (widget, "canvas.unpin", n_pinned > 0);
  gtk_widget_action_set_enabled (widget, "canvas.arrange-selection", selected->len > 1);

  ensure_menu (self);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), g_object_get_data (G_OBJECT (self->menu), which));
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

  g_clear_pointer (&name_popover, gtk_widget_unparent);
  g_clear_pointer (&tie_popover, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
}
