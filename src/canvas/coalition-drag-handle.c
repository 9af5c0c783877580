/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-drag-handle.h"

#include <glib/gi18n-lib.h>

#define ICON_SIZE 48

struct _CoalitionDragHandle
{
  GtkWidget parent_instance;

  GtkWidget *image;
  CoalitionCanvas *canvas; /* not owned: it lives beside this in the same window */
};

G_DEFINE_FINAL_TYPE (CoalitionDragHandle, coalition_drag_handle, GTK_TYPE_WIDGET)

static GdkContentProvider *
prepare_cb (CoalitionDragHandle *self,
            double               x,
            double               y,
            GtkDragSource       *source)
{
  return self->canvas != NULL ? coalition_canvas_dup_content (self->canvas) : NULL;
}

static void
drag_begin_cb (CoalitionDragHandle *self,
               GdkDrag             *drag,
               GtkDragSource       *source)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (theme, "image-x-generic", NULL, ICON_SIZE,
                                                                  gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                                                                  gtk_widget_get_direction (GTK_WIDGET (self)), 0);

  gtk_drag_source_set_icon (source, GDK_PAINTABLE (icon), ICON_SIZE / 2, ICON_SIZE / 2);
}

static void
coalition_drag_handle_dispose (GObject *object)
{
  CoalitionDragHandle *self = COALITION_DRAG_HANDLE (object);

  g_clear_weak_pointer (&self->canvas);
  g_clear_pointer (&self->image, gtk_widget_unparent);
  G_OBJECT_CLASS (coalition_drag_handle_parent_class)->dispose (object);
}

static void
coalition_drag_handle_class_init (CoalitionDragHandleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coalition_drag_handle_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "coalition-drag-handle");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
coalition_drag_handle_init (CoalitionDragHandle *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  self->image = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  gtk_widget_add_css_class (self->image, "dim-label");
  gtk_widget_set_parent (self->image, GTK_WIDGET (self));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _("Drag the map out as a picture, or what is selected (Ctrl+C copies it)"));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grab");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Map as a picture, to be dragged"), -1);
  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}

/**
 * coalition_drag_handle_set_canvas:
 * @self: a handle
 * @canvas: (nullable): the map that is dragged out by it
 *
 * Sets what the handle is of.
 */
void
coalition_drag_handle_set_canvas (CoalitionDragHandle *self,
                                  CoalitionCanvas     *canvas)
{
  g_set_weak_pointer (&self->canvas, canvas);
}
