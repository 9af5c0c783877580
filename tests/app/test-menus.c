/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

/* Nothing in a menu or in the list of shortcuts leads nowhere. */

static gboolean
has_action (CoalitionWindow *window, const char *detailed_name)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  g_assert_true (g_action_parse_detailed_name (detailed_name, &name, &target, NULL));
  if (g_str_has_prefix (name, "app."))
    return g_action_group_has_action (G_ACTION_GROUP (app_fixture_get_application ()), name + 4);
  if (g_str_has_prefix (name, "win."))
    return g_action_group_has_action (G_ACTION_GROUP (window), name + 4);

  return g_str_equal (name, "window.close");
}

static guint
check_menu (CoalitionWindow *window, GMenuModel *menu)
{
  guint n_actions = 0;

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *action = NULL;
      g_autofree char *label = NULL;
      g_autoptr (GMenuLinkIter) links = g_menu_model_iterate_item_links (menu, i);

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action))
        {
          n_actions++;
          if (!has_action (window, action))
            g_error ("“%s” leads to %s, which is not there", label, action);
        }
      while (g_menu_link_iter_next (links))
        {
          g_autoptr (GMenuModel) below = g_menu_link_iter_get_value (links);

          n_actions += check_menu (window, below);
        }
    }

  return n_actions;
}

static void
test_primary_menu (void)
{
  CoalitionWindow *window = app_fixture_new_window (NULL);
  guint n_buttons = 0;
  GtkWidget *button;

  for (guint i = 0; (button = app_fixture_find (GTK_WIDGET (window), GTK_TYPE_MENU_BUTTON, i)) != NULL; i++)
    if (gtk_menu_button_get_primary (GTK_MENU_BUTTON (button)))
      {
        n_buttons++;
        g_assert_cmpuint (check_menu (window, gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button))), >, 15);
      }
  g_assert_cmpuint (n_buttons, ==, 1);
  app_fixture_close (window);
}

static guint
check_shortcuts (CoalitionWindow *window, GtkWidget *widget)
{
  guint n_shortcuts = 0;

  if (GTK_IS_SHORTCUTS_SHORTCUT (widget))
    {
      g_autofree char *action = NULL;
      g_autofree char *accelerator = NULL;

      g_object_get (widget, "action-name", &action, "accelerator", &accelerator, NULL);
      n_shortcuts++;
      if (action != NULL)
        {
          g_auto (GStrv) accels = gtk_application_get_accels_for_action (GTK_APPLICATION (app_fixture_get_application ()), action);

          g_assert_true (has_action (window, action));
          g_assert_cmpuint (g_strv_length (accels), >, 0);
        }
      else
        {
          g_assert_nonnull (accelerator);
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n_shortcuts += check_shortcuts (window, child);

  return n_shortcuts;
}

static void
test_shortcuts (void)
{
  CoalitionWindow *window = app_fixture_new_window (NULL);
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/coalitionmap/Coalition/coalition-help-overlay.ui");
  GtkWidget *overlay = GTK_WIDGET (gtk_builder_get_object (builder, "help_overlay"));

  g_assert_true (has_action (window, "win.show-help-overlay"));
  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (overlay));
  g_assert_cmpuint (check_shortcuts (window, overlay), >, 15);
  gtk_window_destroy (GTK_WINDOW (overlay));
  app_fixture_close (window);
}

/* Assistive technology that asks for a window out of turn makes GTK 4.8 crash if any is hidden. */
static void
test_no_hidden_window (void)
{
  CoalitionWindow *window = app_fixture_new_window (NULL);
  GListModel *windows = gtk_window_get_toplevels ();

  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) other = g_list_model_get_item (windows, i);

      g_assert_true (gtk_widget_get_visible (other));
    }
  app_fixture_close (window);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/menus/primary", test_primary_menu);
  g_test_add_func ("/app/menus/shortcuts", test_shortcuts);
  g_test_add_func ("/app/menus/no-hidden-window", test_no_hidden_window);

  return g_test_run ();
}
