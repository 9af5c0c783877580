/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-popover-room.h"

/* What a popover has besides its scrolled part: arrow, padding, a line; and what is left of it in any case. */
#define FRAME 56
#define LEAST 140

/**
 * coalition_popover_room_limit:
 * @popover: a popover that is about to be shown below its parent
 * @scrolled: the part of it that can be scrolled
 * @most: how high that may be at most, in pixels
 *
 * Keeps a popover within the window: GTK 4.8 on X11 lets one that is too high hang over the edge of the screen, where
 * the end of it cannot be reached.
 */
void
coalition_popover_room_limit (GtkPopover        *popover,
                              GtkScrolledWindow *scrolled,
                              int                most)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (popover));
  GtkWidget *root = parent != NULL ? GTK_WIDGET (gtk_widget_get_root (parent)) : NULL;
  graphene_rect_t bounds;
  int room = most;

  if (root != NULL && gtk_widget_compute_bounds (parent, root, &bounds))
    room = gtk_widget_get_height (root) - (int) (bounds.origin.y + bounds.size.height) - FRAME;
  gtk_scrolled_window_set_max_content_height (scrolled, CLAMP (room, LEAST, MAX (most, LEAST)));
}
