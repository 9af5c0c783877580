/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-text-area.h"

/* What GtkTextView keeps free at the end of a line. */
#define CURSOR 1

/**
 * CoalitionTextArea:
 *
 * A text of several lines that is as high as its words need. GtkTextView asks for the height that it had at its last
 * width, which cuts text off in a form; this one measures the words at the width that it is offered.
 */
struct _CoalitionTextArea
{
  GtkTextView parent_instance;
};

G_DEFINE_FINAL_TYPE (CoalitionTextArea, coalition_text_area, GTK_TYPE_TEXT_VIEW)

static void
coalition_text_area_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *text = NULL;
  GtkTextIter start, end;
  int height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 60;
      *natural = 120;
      return;
    }
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  layout = gtk_widget_create_pango_layout (widget, text);
  if (for_size < 0)
    for_size = gtk_widget_get_width (widget) > 0 ? gtk_widget_get_width (widget) : 200;
  pango_layout_set_width (layout, MAX (1, for_size - CURSOR) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_get_pixel_size (layout, NULL, &height);
  *minimum = *natural = height;
}

static GtkSizeRequestMode
coalition_text_area_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
coalition_text_area_class_init (CoalitionTextAreaClass *klass)
{
  GTK_WIDGET_CLASS (klass)->measure = coalition_text_area_measure;
  GTK_WIDGET_CLASS (klass)->get_request_mode = coalition_text_area_get_request_mode;
}

static void
coalition_text_area_init (CoalitionTextArea *self)
{
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self), FALSE);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), "changed", G_CALLBACK (gtk_widget_queue_resize),
                           self, G_CONNECT_SWAPPED);
}

/**
 * coalition_text_area_new:
 *
 * Makes an empty text.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
coalition_text_area_new (void)
{
  return g_object_new (COALITION_TYPE_TEXT_AREA, NULL);
}
