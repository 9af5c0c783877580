/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-canvas-private.h"

/* Whether the style is one of high contrast: libadwaita draws its borders then with more than twice the ink, and GTK has a
 * theme of that name. There is no other way to learn it without libadwaita, which this folder does not know. */
static gboolean
has_contrast (CoalitionCanvas *self,
              GtkStyleContext *context)
{
  g_autofree char *theme = NULL;
  GdkRGBA borders;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-theme-name", &theme, NULL);
  if (theme != NULL && (strstr (theme, "HighContrast") != NULL || g_str_has_suffix (theme, "-hc") || strstr (theme, "-hc-") != NULL))
    return TRUE;
  return gtk_style_context_lookup_color (context, "borders", &borders) && borders.alpha > 0.25 && borders.alpha < 1;
}

/**
 * coalition_canvas_update_look:
 * @self: a canvas
 *
 * Takes theme, accent and font over from the style: dark if the ground of views is darker than half.
 */
void
coalition_canvas_update_look (CoalitionCanvas *self)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  g_autofree char *name = NULL;
  GdkRGBA accent, ground;
  int dpi = -1;

  if (!gtk_style_context_lookup_color (context, "view_bg_color", &ground)
      && !gtk_style_context_lookup_color (context, "theme_base_color", &ground))
    ground = (GdkRGBA) { 1, 1, 1, 1 };
  if (!gtk_style_context_lookup_color (context, "accent_bg_color", &accent)
      && !gtk_style_context_lookup_color (context, "theme_selected_bg_color", &accent))
    accent = (GdkRGBA) { 0.21f, 0.52f, 0.89f, 1 };
  self->dark = 0.2126 * ground.red + 0.7152 * ground.green + 0.0722 * ground.blue < 0.5;
  self->ground = self->dark ? (GdkRGBA) { 0x1e / 255.f, 0x1e / 255.f, 0x1e / 255.f, 1 } : (GdkRGBA) { 1, 1, 1, 1 };
  if (self->scene == NULL)
    return;

  /* Names follow the person's text size as the rest of the window does. */
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  name = g_strdup_printf ("%s %g", font != NULL && pango_font_description_get_family (font) != NULL
                                   ? pango_font_description_get_family (font) : "Sans",
                          11 * (dpi > 0 ? dpi / 1024.0 / 96 : 1));
  coalition_scene_set_contrast (self->scene, has_contrast (self, context));
  coalition_scene_set_animated (self->scene, coalition_canvas_wants_motion (self));
  coalition_scene_set_look (self->scene, self->dark ? COALITION_MAP_DARK : COALITION_MAP_LIGHT, name,
                            (double[3]) { accent.red, accent.green, accent.blue });
}
