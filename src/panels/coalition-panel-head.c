/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-panel-head.h"

#include <glib/gi18n-lib.h>

/**
 * CoalitionPanelHead:
 *
 * The head of a side panel: what it lists, how many, a plus (action "panel.add") and a menu.
 */
struct _CoalitionPanelHead
{
  GtkBox parent_instance;

  GtkLabel *title_label;
  GtkLabel *count_label;
  GtkButton *add_button;
  GtkMenuButton *menu_button;
};

G_DEFINE_FINAL_TYPE (CoalitionPanelHead, coalition_panel_head, GTK_TYPE_BOX)

static void
coalition_panel_head_class_init (CoalitionPanelHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coalitionmap/Coalition/panels/coalition-panel-head.ui");
  gtk_widget_class_bind_template_child (widget_class, CoalitionPanelHead, title_label);
  gtk_widget_class_bind_template_child (widget_class, CoalitionPanelHead, count_label);
  gtk_widget_class_bind_template_child (widget_class, CoalitionPanelHead, add_button);
  gtk_widget_class_bind_template_child (widget_class, CoalitionPanelHead, menu_button);
}

static void
coalition_panel_head_init (CoalitionPanelHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coalition_panel_head_setup:
 * @self: a head
 * @title: what the panel lists, translated
 * @add_tooltip: what the plus does, translated
 * @menu: the menu
 *
 * Sets what does not change.
 */
void
coalition_panel_head_setup (CoalitionPanelHead *self,
                            const char         *title,
                            const char         *add_tooltip,
                            GMenuModel         *menu)
{
  gtk_label_set_text (self->title_label, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add_button), add_tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL, add_tooltip, -1);
  gtk_menu_button_set_menu_model (self->menu_button, menu);
}

/**
 * coalition_panel_head_set_count:
 * @self: a head
 * @shown: how many are listed
 * @total: how many there are
 *
 * Sets the number beside the title.
 */
void
coalition_panel_head_set_count (CoalitionPanelHead *self,
                                guint               shown,
                                guint               total)
{
  g_autofree char *text = NULL;

  if (shown == total)
    text = g_strdup_printf ("%'u", total);
  else
    /* TRANSLATORS: how many are listed, of how many there are */
    text = g_strdup_printf (_("%'u of %'u"), shown, total);
  gtk_label_set_text (self->count_label, text);
}
