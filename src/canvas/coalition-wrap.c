/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-wrap.h"

struct _CoalitionWrap
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (CoalitionWrap, coalition_wrap, GTK_TYPE_LAYOUT_MANAGER)

static int
get_child_width (GtkWidget *child,
                 int        room)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return room > 0 ? MAX (MIN (natural, room), minimum) : natural;
}

static int
get_child_height (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* The first child after those that go in the line of @first, with the line's width and height. */
static GtkWidget *
end_line (CoalitionWrap *self,
          GtkWidget     *first,
          int            room,
          int           *width,
          int           *height)
{
  GtkWidget *child;

  *width = *height = 0;
  for (child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int wide;

      if (!gtk_widget_should_layout (child))
        continue;
      wide = get_child_width (child, room);
      if (*width > 0 && room > 0 && *width + self->spacing + wide > room)
        return child;
      *width += wide + (*width > 0 ? self->spacing : 0);
      *height = MAX (*height, get_child_height (child));
    }
  return NULL;
}

static GtkSizeRequestMode
coalition_wrap_get_request_mode (GtkLayoutManager *manager,
                                 GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
coalition_wrap_measure (GtkLayoutManager *manager,
                        GtkWidget        *widget,
                        GtkOrientation    orientation,
                        int               for_size,
                        int              *minimum,
                        int              *natural,
                        int              *minimum_baseline,
                        int              *natural_baseline)
{
  CoalitionWrap *self = COALITION_WRAP (manager);
  GtkWidget *first = gtk_widget_get_first_child (widget);
  int width, height, lines = 0;

  *minimum_baseline = *natural_baseline = -1;
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
        if (gtk_widget_should_layout (child))
          {
            int least;

            gtk_widget_measure (child, orientation, -1, &least, NULL, NULL, NULL);
            *minimum = MAX (*minimum, least);
          }
      end_line (self, first, 0, natural, &height);
      *natural = MAX (*natural, *minimum);
      return;
    }
  while (first != NULL)
    {
      first = end_line (self, first, for_size > 0 ? for_size : 0, &width, &height);
      *natural += height + (lines++ > 0 ? self->spacing : 0);
    }
  *minimum = *natural;
}

static void
coalition_wrap_allocate (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         int               width,
                         int               height,
                         int               baseline)
{
  CoalitionWrap *self = COALITION_WRAP (manager);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0;

  while (child != NULL)
    {
      int line_width, line_height, x;
      GtkWidget *next = end_line (self, child, width, &line_width, &line_height);

      x = width - line_width;
      for (; child != next; child = gtk_widget_get_next_sibling (child))
        {
          int wide;

          if (!gtk_widget_should_layout (child))
            continue;
          wide = get_child_width (child, width);
          gtk_widget_size_allocate (child, &(GtkAllocation) { mirrored ? width - x - wide : x, y, wide, line_height }, -1);
          x += wide + self->spacing;
        }
      y += line_height + self->spacing;
    }
}

static void
coalition_wrap_class_init (CoalitionWrapClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = coalition_wrap_get_request_mode;
  layout_class->measure = coalition_wrap_measure;
  layout_class->allocate = coalition_wrap_allocate;
}

static void
coalition_wrap_init (CoalitionWrap *self)
{
}

/**
 * coalition_wrap_new:
 * @spacing: between children and between lines, in pixels
 *
 * Returns: (transfer full): a layout for any number of children
 */
GtkLayoutManager *
coalition_wrap_new (int spacing)
{
  CoalitionWrap *self = g_object_new (COALITION_TYPE_WRAP, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
