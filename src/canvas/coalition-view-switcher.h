/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CoalitionViewSwitcher:
 *
 * The views of the campaign: to go to one, to add, name, order and delete them, to keep the zoom of one, and to take the
 * map along as a picture. F2, Delete and Alt with the arrows work on the view that is chosen in the list. Property:
 * extra (a widget shown among the ways to take the map along).
 */
#define COALITION_TYPE_VIEW_SWITCHER (coalition_view_switcher_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionViewSwitcher, coalition_view_switcher, COALITION, VIEW_SWITCHER, GtkPopover)

void coalition_view_switcher_set_scene (CoalitionViewSwitcher *self, CoalitionScene *scene);
void coalition_view_switcher_add_extra (CoalitionViewSwitcher *self, GtkWidget *extra);
void coalition_view_switcher_ask_new   (CoalitionViewSwitcher *self);
void coalition_view_switcher_go        (CoalitionViewSwitcher *self, int by);

G_END_DECLS
