/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-preferences.h"

/**
 * CoalitionPreferences:
 *
 * The one page of preferences. Each is a setting, and takes effect at once.
 */
struct _CoalitionPreferences
{
  AdwPreferencesPage parent_instance;

  AdwComboRow *style_row;
  GtkSwitch *snap_switch;
  GtkWidget *author_row;
};

G_DEFINE_FINAL_TYPE (CoalitionPreferences, coalition_preferences, ADW_TYPE_PREFERENCES_PAGE)

static gboolean
get_style (GValue *value, GVariant *variant, gpointer data)
{
  const char *nick = g_variant_get_string (variant, NULL);

  g_value_set_uint (value, g_str_equal (nick, "light") ? 1 : g_str_equal (nick, "dark") ? 2 : 0);

  return TRUE;
}

static GVariant *
set_style (const GValue *value, const GVariantType *type, gpointer data)
{
  static const char *const nicks[] = { "system", "light", "dark" };
  guint selected = g_value_get_uint (value);

  return selected < G_N_ELEMENTS (nicks) ? g_variant_new_string (nicks[selected]) : NULL;
}

static void
coalition_preferences_class_init (CoalitionPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coalitionmap/Coalition/coalition-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, CoalitionPreferences, style_row);
  gtk_widget_class_bind_template_child (widget_class, CoalitionPreferences, snap_switch);
  gtk_widget_class_bind_template_child (widget_class, CoalitionPreferences, author_row);
}

static void
coalition_preferences_init (CoalitionPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coalition_preferences_new:
 * @settings: of the application
 *
 * Makes the page.
 *
 * Returns: (transfer floating): the page
 */
CoalitionPreferences *
coalition_preferences_new (GSettings *settings)
{
  CoalitionPreferences *self = g_object_new (COALITION_TYPE_PREFERENCES, NULL);

  g_settings_bind_with_mapping (settings, "color-scheme", self->style_row, "selected", G_SETTINGS_BIND_DEFAULT,
                                get_style, set_style, NULL, NULL);
  g_settings_bind (settings, "snap-to-grid", self->snap_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "author", self->author_row, "text", G_SETTINGS_BIND_DEFAULT);

  return self;
}
