/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-canvas-private.h"
#include "coalition-item-proxy.h"
#include "coalition-party-proxy.h"

#include <math.h>

/* Beyond this many the neighbors of a party are not listed one by one. */
#define MOST_PROXIES 40

static GtkWidget *
ensure_proxy (CoalitionCanvas *self,
              GHashTable      *wanted,
              guint            party)
{
  const char *id = coalition_scene_get_party (self->scene, party)->id;
  GtkWidget *proxy = g_hash_table_lookup (self->proxies, id);

  g_hash_table_add (wanted, (gpointer) id);
  if (proxy == NULL)
    {
      proxy = coalition_party_proxy_new (self->scene, id);
      gtk_widget_set_parent (proxy, GTK_WIDGET (self));
      g_hash_table_insert (self->proxies, g_strdup (id), proxy);
    }
  else
    {
      coalition_party_proxy_update (COALITION_PARTY_PROXY (proxy));
    }
  return proxy;
}

static GtkWidget *
ensure_item_proxy (CoalitionCanvas  *self,
                   GHashTable       *wanted,
                   CoalitionMapPart  part,
                   guint             index)
{
  const char *id = coalition_scene_get_item_id (self->scene, part, index);
  GtkWidget *proxy = g_hash_table_lookup (self->proxies, id);

  g_hash_table_add (wanted, (gpointer) id);
  if (proxy == NULL)
    {
      proxy = coalition_item_proxy_new (self->scene, id);
      gtk_widget_set_parent (proxy, GTK_WIDGET (self));
      g_hash_table_insert (self->proxies, g_strdup (id), proxy);
    }
  else
    {
      coalition_item_proxy_update (COALITION_ITEM_PROXY (proxy));
    }
  return proxy;
}

/**
 * coalition_canvas_update_proxies:
 * @self: a canvas
 *
 * Has the party that has the focus and its neighbors stand on the canvas as accessible widgets, and the forum, note or
 * picture that the keys have reached; gives the keyboard focus to what they are at if the canvas has it.
 */
void
coalition_canvas_update_proxies (CoalitionCanvas *self)
{
  CoalitionNetwork *network = self->scene != NULL ? coalition_scene_get_network (self->scene) : NULL;
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));
  /* Who is being asked something keeps the focus. */
  gboolean has_focus = gtk_widget_is_focus (GTK_WIDGET (self)) || (child != NULL && !GTK_IS_POPOVER (child));
  int focus = network != NULL ? coalition_scene_get_focus (self->scene) : -1;
  GtkWidget *at = NULL;
  CoalitionMapPart part;
  GHashTableIter iter;
  gpointer key, proxy;
  guint item;

  if (network != NULL && coalition_scene_get_item_focus (self->scene, &part, &item))
    at = ensure_item_proxy (self, wanted, part, item);
  if (focus >= 0)
    {
      const CoalitionNetworkTie *ties = coalition_network_get_ties (network, NULL);
      guint n_ties = 0;
      const guint *ties_of = coalition_network_get_ties_of (network, focus, &n_ties);
      GtkWidget *focused = ensure_proxy (self, wanted, focus);

      for (guint i = 0; i < n_ties && g_hash_table_size (wanted) < MOST_PROXIES; i++)
        ensure_proxy (self, wanted, ties[ties_of[i]].from == (guint) focus ? ties[ties_of[i]].to : ties[ties_of[i]].from);
      if (at == NULL)
        at = focused;
    }
  if (at == NULL)
    at = GTK_WIDGET (self);
  if (has_focus && !gtk_widget_is_focus (at))
    gtk_widget_grab_focus (at);

  /* The old ones go last, so that the focus never falls out of the canvas. */
  g_hash_table_iter_init (&iter, self->proxies);
  while (g_hash_table_iter_next (&iter, &key, &proxy))
    if (!g_hash_table_contains (wanted, key))
      {
        g_hash_table_iter_remove (&iter);
        gtk_widget_unparent (proxy);
      }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * coalition_canvas_allocate_proxies:
 * @self: a canvas
 *
 * Puts the proxies where their parties are seen.
 */
void
coalition_canvas_allocate_proxies (CoalitionCanvas *self)
{
  CoalitionMap *map = self->scene != NULL ? coalition_scene_get_map (self->scene) : NULL;
  GHashTableIter iter;
  gpointer key, proxy;

  if (map == NULL)
    return;
  g_hash_table_iter_init (&iter, self->proxies);
  while (g_hash_table_iter_next (&iter, &key, &proxy))
    {
      double zoom = coalition_viewport_get_zoom (coalition_scene_get_viewport (self->scene)), x, y;
      int party = coalition_network_find_party (coalition_scene_get_network (self->scene), key);
      GtkAllocation allocation = { 0, 0, 1, 1 };
      const CoalitionBox *room;
      CoalitionMapPart part;
      CoalitionBox box;
      guint item;

      gtk_widget_measure (proxy, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      if (party >= 0)
        {
          room = &coalition_map_get_boxes (map)[party];
          coalition_map_get_place (map, party, &x, &y);
          coalition_viewport_to_widget (coalition_scene_get_viewport (self->scene), x, y, &x, &y);
          allocation = (GtkAllocation) { (int) floor (x + room->left * zoom), (int) floor (y + room->top * zoom),
                                         MAX (1, (int) ceil ((room->right - room->left) * zoom)),
                                         MAX (1, (int) ceil ((room->bottom - room->top) * zoom)) };
        }
      else if (coalition_scene_find_item (self->scene, key, &part, &item)
               && coalition_scene_get_item_box (self->scene, part, item, &box))
        {
          coalition_viewport_to_widget (coalition_scene_get_viewport (self->scene), box.left, box.top, &x, &y);
          allocation = (GtkAllocation) { (int) floor (x), (int) floor (y), MAX (1, (int) ceil ((box.right - box.left) * zoom)),
                                         MAX (1, (int) ceil ((box.bottom - box.top) * zoom)) };
        }
      gtk_widget_size_allocate (proxy, &allocation, -1);
    }
}

/**
 * coalition_canvas_clear_proxies:
 * @self: a canvas
 *
 * Takes all proxies away.
 */
void
coalition_canvas_clear_proxies (CoalitionCanvas *self)
{
  GHashTableIter iter;
  gpointer key, proxy;

  g_hash_table_iter_init (&iter, self->proxies);
  while (g_hash_table_iter_next (&iter, &key, &proxy))
    {
      g_hash_table_iter_remove (&iter);
      gtk_widget_unparent (proxy);
    }
}

/**
 * coalition_canvas_take_focus:
 * @self: a canvas
 *
 * Takes the keyboard focus, for the forum, note or picture that the keys are at, or else for the party that the arrows walk
 * from if there is one.
 */
void
coalition_canvas_take_focus (CoalitionCanvas *self)
{
  int focus = self->scene != NULL ? coalition_scene_get_focus (self->scene) : -1;
  GtkWidget *proxy = focus >= 0 ? g_hash_table_lookup (self->proxies, coalition_scene_get_party (self->scene, focus)->id) : NULL;
  CoalitionMapPart part;
  guint item;

  if (self->scene != NULL && coalition_scene_get_item_focus (self->scene, &part, &item))
    proxy = g_hash_table_lookup (self->proxies, coalition_scene_get_item_id (self->scene, part, item));

  gtk_widget_grab_focus (proxy != NULL ? proxy : GTK_WIDGET (self));
}
