/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-canvas-view.h"

#include "coalition-arrange.h"
#include "coalition-color-menu.h"
#include "coalition-filter-bar.h"
#include "coalition-filter-popover.h"
#include "coalition-layout-menu.h"
#include "coalition-legend-card.h"
#include "coalition-drag-handle.h"
#include "coalition-minimap.h"
#include "coalition-time-bar.h"
#include "coalition-time-pill.h"
#include "coalition-view-switcher.h"
#include "coalition-word.h"

G_BEGIN_DECLS

/* Shared by the files of the canvas with its cards only. */

struct _CoalitionCanvasView
{
  GtkWidget parent_instance;

  CoalitionCanvas *canvas;
  GtkWidget *empty;
  GtkWidget *empty_image;
  GtkWidget *tools;
  GtkToggleButton *select_button;
  GtkToggleButton *connect_button;
  GtkToggleButton *forum_button;
  GtkToggleButton *note_button;
  GtkToggleButton *pan_button;
  GtkWidget *views_card;
  GtkMenuButton *views_button;
  CoalitionWord *views_word;
  CoalitionViewSwitcher *switcher;
  GtkWidget *menus;
  GtkSpinner *spinner;
  GtkWidget *cancel_button;
  GtkMenuButton *layout_button;
  CoalitionWord *layout_word;
  CoalitionLayoutMenu *layout_menu;
  GtkMenuButton *color_button;
  CoalitionWord *color_word;
  CoalitionColorMenu *color_menu;
  GtkMenuButton *filter_button;
  CoalitionWord *filter_word;
  CoalitionFilterPopover *filter_popover;
  CoalitionTimePill *time_pill;
  CoalitionFilterBar *filter_bar;
  GtkWidget *chips_card;
  GtkMenuButton *chips_button;
  CoalitionFilterBar *other_filter_bar; /* in the popover of the button */
  GtkWidget *zoom_card;
  GtkLabel *zoom_label;
  CoalitionTimeBar *time_bar;
  GtkWidget *time_card;
  GtkMenuButton *time_button;
  CoalitionWord *time_word;
  CoalitionTimeBar *other_time_bar; /* in the popover of the button */
  CoalitionMinimap *minimap;
  CoalitionDragHandle *drag_handle;
  CoalitionLegendCard *legend;
  GtkWidget *legend_head;
  GtkWidget *caption;
  GtkLabel *caption_title;
  GtkLabel *caption_text;
  GtkWidget *controls;
  GtkLabel *controls_label;

  CoalitionSession *session;
  CoalitionArrange *arrange;
  CoalitionLegendWish legend_wish;
  CoalitionCardPlace places[COALITION_N_CARDS];
  gboolean has_map;
  guint zoom_source;

  gboolean presenting;
  CoalitionCanvasMode mode_before; /* the tool in hand before presenting */
  guint hide_source;
  double pointer_x;
  double pointer_y;
};

void coalition_canvas_view_add_presenting    (CoalitionCanvasView *self);
void coalition_canvas_view_update_presenting (CoalitionCanvasView *self);
void coalition_canvas_view_update_words      (CoalitionCanvasView *self);
void coalition_canvas_view_update_time       (CoalitionCanvasView *self);

G_END_DECLS
