/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-item-proxy.h"

#include <glib/gi18n-lib.h>

struct _CoalitionItemProxy
{
  GtkWidget parent_instance;

  CoalitionScene *scene;
  char *id;
};

G_DEFINE_FINAL_TYPE (CoalitionItemProxy, coalition_item_proxy, GTK_TYPE_WIDGET)

static void
select_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  CoalitionItemProxy *self = COALITION_ITEM_PROXY (widget);
  CoalitionMapPart part;
  guint index;

  if (coalition_scene_find_item (self->scene, self->id, &part, &index))
    coalition_scene_click (self->scene, part, index, FALSE);
}

static void
inspect_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  select_cb (widget, name, parameter);
  gtk_widget_activate_action (widget, "canvas.inspect", NULL);
}

static void
edit_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  CoalitionItemProxy *self = COALITION_ITEM_PROXY (widget);

  coalition_scene_ask_rename_record (self->scene, self->id);
}

static void
coalition_item_proxy_dispose (GObject *object)
{
  g_clear_object (&COALITION_ITEM_PROXY (object)->scene);
  G_OBJECT_CLASS (coalition_item_proxy_parent_class)->dispose (object);
}

static void
coalition_item_proxy_finalize (GObject *object)
{
  g_free (COALITION_ITEM_PROXY (object)->id);
  G_OBJECT_CLASS (coalition_item_proxy_parent_class)->finalize (object);
}

static void
coalition_item_proxy_class_init (CoalitionItemProxyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coalition_item_proxy_dispose;
  G_OBJECT_CLASS (klass)->finalize = coalition_item_proxy_finalize;
  gtk_widget_class_set_css_name (widget_class, "coalition-party");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_install_action (widget_class, "item.select", NULL, select_cb);
  gtk_widget_class_install_action (widget_class, "item.inspect", NULL, inspect_cb);
  gtk_widget_class_install_action (widget_class, "item.edit", NULL, edit_cb);
}

static void
coalition_item_proxy_init (CoalitionItemProxy *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * coalition_item_proxy_new:
 * @scene: where it is
 * @id: of a forum, note or picture
 *
 * Returns: (transfer floating): what stands for it
 */
GtkWidget *
coalition_item_proxy_new (CoalitionScene *scene,
                          const char     *id)
{
  CoalitionItemProxy *self = g_object_new (COALITION_TYPE_ITEM_PROXY, NULL);

  self->scene = g_object_ref (scene);
  self->id = g_strdup (id);
  coalition_item_proxy_update (self);
  return GTK_WIDGET (self);
}

/**
 * coalition_item_proxy_update:
 * @self: a proxy
 *
 * Takes over from the map what it is called and whether it is selected.
 */
void
coalition_item_proxy_update (CoalitionItemProxy *self)
{
  g_autofree char *label = NULL;
  CoalitionMapPart part;
  guint index;

  if (!coalition_scene_find_item (self->scene, self->id, &part, &index))
    return;
  label = coalition_scene_describe_item (self->scene, part, index);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  coalition_scene_is_item_selected (self->scene, part, index) ? _("Selected") : "", -1);
}

/**
 * coalition_item_proxy_get_id:
 * @self: a proxy
 *
 * Returns: id of the forum, note or picture
 */
const char *
coalition_item_proxy_get_id (CoalitionItemProxy *self)
{
  return self->id;
}
