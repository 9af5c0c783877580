/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-panels.h"

#include "coalition-inspector.h"
#include "coalition-panel-head.h"
#include "coalition-panels-resources.h"
#include "coalition-parties-panel.h"
#include "coalition-party-row.h"
#include "coalition-records-panel.h"
#include "coalition-shape.h"
#include "coalition-side-panel.h"

/**
 * coalition_panels_init:
 *
 * Registers the templates, the style sheet (at %COALITION_PANELS_CSS) and the icons of the panels, and the types that
 * templates name. Call it once, before the first panel is made.
 */
void
coalition_panels_init (void)
{
  g_resources_register (coalition_panels_get_resource ());
  g_type_ensure (COALITION_TYPE_SHAPE);
  g_type_ensure (COALITION_TYPE_PANEL_HEAD);
  g_type_ensure (COALITION_TYPE_PARTY_ROW);
  g_type_ensure (COALITION_TYPE_PARTIES_PANEL);
  g_type_ensure (COALITION_TYPE_RECORDS_PANEL);
  g_type_ensure (COALITION_TYPE_SIDE_PANEL);
  g_type_ensure (COALITION_TYPE_INSPECTOR);
}

static void
dark_cb (GtkWidget       *widget,
         GParamSpec      *pspec,
         AdwStyleManager *manager)
{
  if (adw_style_manager_get_dark (manager))
    gtk_widget_add_css_class (widget, "panels-dark");
  else
    gtk_widget_remove_css_class (widget, "panels-dark");
}

/**
 * coalition_panels_follow_dark:
 * @widget: the outermost widget of a panel
 *
 * Gives @widget the class "panels-dark" while the style is dark, for the few colors that are not the theme's.
 */
void
coalition_panels_follow_dark (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (dark_cb), widget, G_CONNECT_SWAPPED);
  dark_cb (widget, NULL, manager);
}
