/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-legend-card.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In pixels, at the usual size of text; larger text needs more. */
#define WIDTH 307
/* What the card and its gaps need beside the legend, and how much of the map's height it may take when it is enlarged. */
#define BESIDE 60
#define SHARE 0.6
#define NARROW 640
#define WIDE_SHARE 0.45
#define USUAL_DPI 96.0

struct _CoalitionLegendCard
{
  GtkWidget parent_instance;

  CoalitionScene *scene;
  GtkWidget *area;
  GtkWidget *button;
  cairo_surface_t *picture;
  int picture_scale;
  double scale; /* of the letters */
  double height; /* of the legend with letters of the usual size */
  int room_width;
  int room_height;
  guint update_id;
};

enum {
  FOLD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CoalitionLegendCard, coalition_legend_card, GTK_TYPE_WIDGET)

static void
fold_cb (CoalitionLegendCard *self)
{
  g_signal_emit (self, signals[FOLD], 0);
}

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        data)
{
  CoalitionLegendCard *self = data;
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (area));
  CoalitionMap *map = self->scene != NULL ? coalition_scene_get_map (self->scene) : NULL;

  if (map == NULL || width <= 0 || height <= 0)
    return;
  /* Kept as a picture, since the legend is painted again in each frame in which the map below it moves. */
  if (self->picture == NULL || scale != self->picture_scale
      || cairo_image_surface_get_width (self->picture) != width * scale
      || cairo_image_surface_get_height (self->picture) != height * scale)
    {
      cairo_t *legend;

      g_clear_pointer (&self->picture, cairo_surface_destroy);
      self->picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
      self->picture_scale = scale;
      cairo_surface_set_device_scale (self->picture, scale, scale);
      legend = cairo_create (self->picture);
      cairo_scale (legend, self->scale, self->scale);
      coalition_map_paint_legend (map, legend, width / self->scale);
      cairo_destroy (legend);
    }
  cairo_set_source_surface (cr, self->picture, 0, 0);
  cairo_paint (cr);
}

static double
get_text_scale (CoalitionLegendCard *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? CLAMP (dpi / 1024.0 / USUAL_DPI, 1, 3) : 1;
}

/* Names on the map have the map's size, but the legend is read like the rest of the window: its letters follow the person's
 * text size, as far as there is room between the cards above and below it. */
static double
reckon_scale (CoalitionLegendCard *self)
{
  double scale = get_text_scale (self);

  if (self->room_width > 0 && self->height > 0)
    {
      /* On a narrow map it lies over parties until it is folded again; on a wide one the map lies beside it. */
      double room = self->room_width < NARROW ? self->room_width - BESIDE : self->room_width * WIDE_SHARE;

      scale = MIN (scale, MIN (room / WIDTH, self->room_height * SHARE / self->height));
    }
  return MAX (scale, 1);
}

static gboolean
update_cb (gpointer data)
{
  CoalitionLegendCard *self = data;

  self->update_id = 0;
  coalition_legend_card_update (self);
  return G_SOURCE_REMOVE;
}

static void
coalition_legend_card_system_setting_changed (GtkWidget        *widget,
                                              GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (coalition_legend_card_parent_class)->system_setting_changed (widget, setting);
  coalition_legend_card_update (COALITION_LEGEND_CARD (widget));
}

static void
coalition_legend_card_dispose (GObject *object)
{
  CoalitionLegendCard *self = COALITION_LEGEND_CARD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_object (&self->scene);
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  G_OBJECT_CLASS (coalition_legend_card_parent_class)->dispose (object);
}

static void
coalition_legend_card_class_init (CoalitionLegendCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coalition_legend_card_dispose;
  widget_class->system_setting_changed = coalition_legend_card_system_setting_changed;
  signals[FOLD] = g_signal_new ("fold", COALITION_TYPE_LEGEND_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
coalition_legend_card_init (CoalitionLegendCard *self)
{
  self->scale = 1;
  /* The legend is painted from left to right, as it is on paper; its arrow goes with it. */
  gtk_widget_set_direction (GTK_WIDGET (self), GTK_TEXT_DIR_LTR);
  self->area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Legend"), -1);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->area), draw_cb, self, NULL);
  gtk_widget_set_parent (self->area, GTK_WIDGET (self));

  self->button = gtk_button_new_from_icon_name ("pan-down-symbolic");
  gtk_widget_set_halign (self->button, GTK_ALIGN_END);
  gtk_widget_set_valign (self->button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (self->button, _("Fold the legend"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Fold the legend"), -1);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "fold");
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (fold_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

/**
 * coalition_legend_card_set_scene:
 * @self: a card without a scene
 * @scene: whose map it explains
 *
 * Gives the card something to explain.
 */
void
coalition_legend_card_set_scene (CoalitionLegendCard *self,
                                 CoalitionScene      *scene)
{
  g_return_if_fail (self->scene == NULL);

  self->scene = g_object_ref (scene);
  coalition_legend_card_update (self);
}

/**
 * coalition_legend_card_set_foldable:
 * @self: a card
 * @foldable: whether it has an arrow
 *
 * Takes the arrow away while the map is presented.
 */
void
coalition_legend_card_set_foldable (CoalitionLegendCard *self,
                                    gboolean             foldable)
{
  gtk_widget_set_visible (self->button, foldable);
}

/**
 * coalition_legend_card_set_room:
 * @self: a card
 * @width: of the map on which it floats, in pixels
 * @height: of it
 *
 * Tells how much room there is for large letters. May be called while sizes are allocated.
 */
void
coalition_legend_card_set_room (CoalitionLegendCard *self,
                                int                  width,
                                int                  height)
{
  g_return_if_fail (COALITION_IS_LEGEND_CARD (self));

  self->room_width = width;
  self->room_height = height;
  if (self->update_id == 0 && reckon_scale (self) != self->scale)
    self->update_id = g_idle_add (update_cb, self);
}

/**
 * coalition_legend_card_update:
 * @self: a card
 *
 * Measures and paints the legend anew, as after each change of the map.
 *
 * Returns: whether there is anything to explain
 */
gboolean
coalition_legend_card_update (CoalitionLegendCard *self)
{
  CoalitionMap *map = self->scene != NULL ? coalition_scene_get_map (self->scene) : NULL;
  int width;
  double height = 0;

  if (map != NULL && coalition_scene_get_n_parties (self->scene) > 0)
    coalition_map_measure_legend (map, WIDTH, &height);
  self->height = height;
  self->scale = reckon_scale (self);
  width = (int) floor (WIDTH * self->scale);
  height *= self->scale;
  gtk_widget_set_visible (GTK_WIDGET (self), height > 0);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->area), width);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->area), (int) ceil (height));
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  gtk_widget_queue_draw (self->area);
  return height > 0;
}
