/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas-resources.h"
#include "coalition-arrange.h"
#include "coalition-canvas-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define RESOURCES "/org/coalitionmap/Coalition/canvas"

#define LEGEND_WIDTH 307

/* A narrower canvas has its legend folded. */
#define NARROW 760

struct _CoalitionCanvasView
{
  GtkWidget parent_instance;

  GtkWidget *overlay;
  CoalitionCanvas *canvas;
  GtkWidget *empty;
  GtkWidget *empty_image;
  GtkWidget *tools;
  GtkToggleButton *select_button;
  GtkToggleButton *connect_button;
  GtkToggleButton *pan_button;
  GtkWidget *arrange_card;
  GtkSpinner *spinner;
  GtkWidget *cancel_button;
  GtkMenuButton *arrange_button;
  GtkLabel *layout_label;
  GtkPopover *arrange_popover;
  GtkCheckButton *free_check;
  GtkCheckButton *levels_check;
  GtkCheckButton *rings_check;
  GtkCheckButton *circle_check;
  GtkCheckButton *unpinned_check;
  GtkCheckButton *selection_check;
  GtkCheckButton *all_check;
  GtkWidget *zoom_card;
  GtkLabel *zoom_label;
  GtkWidget *legend_card;
  GtkStack *legend_stack;
  GtkDrawingArea *legend;
  GtkButton *legend_button;

  CoalitionSession *session;
  CoalitionArrange *arrange;
  gboolean narrow;
  gboolean folded; /* by the person, in a wide canvas */
  gboolean unfolded; /* by the person, in a narrow one */
  cairo_surface_t *legend_picture;
  int legend_scale;
  guint zoom_source;
  guint legend_source;
};

enum {
  PROP_0,
  PROP_SESSION,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (CoalitionCanvasView, coalition_canvas_view, GTK_TYPE_WIDGET)

static CoalitionScene *
get_scene (CoalitionCanvasView *self)
{
  return coalition_canvas_get_scene (self->canvas);
}

static void
add_card (CoalitionCanvasView *self,
          GArray              *cards,
          GtkWidget           *card)
{
  graphene_rect_t bounds;
  CoalitionBox box;

  if (!gtk_widget_get_visible (card) || !gtk_widget_compute_bounds (card, GTK_WIDGET (self->canvas), &bounds)
      || bounds.size.width < 1 || bounds.size.height < 1)
    return;
  box = (CoalitionBox) { bounds.origin.x, bounds.origin.y, bounds.origin.x + bounds.size.width, bounds.origin.y + bounds.size.height };
  g_array_append_val (cards, box);
}

static GArray *
get_cards (gpointer data)
{
  CoalitionCanvasView *self = data;
  GArray *cards = g_array_new (FALSE, FALSE, sizeof (CoalitionBox));

  add_card (self, cards, self->tools);
  add_card (self, cards, self->arrange_card);
  add_card (self, cards, self->zoom_card);
  add_card (self, cards, self->legend_card);
  add_card (self, cards, self->empty);
  return cards;
}

static void update_legend (CoalitionCanvasView *self);

static gboolean
update_zoom_cb (gpointer data)
{
  CoalitionCanvasView *self = data;
  double zoom = coalition_viewport_get_zoom (coalition_scene_get_viewport (get_scene (self)));
  /* Translators: how large the map is shown. */
  g_autofree char *text = g_strdup_printf (_("%.0f %%"), MAX (1, zoom * 100));

  if (!g_str_equal (gtk_label_get_text (self->zoom_label), text))
    gtk_label_set_text (self->zoom_label, text);
  self->zoom_source = 0;
  return G_SOURCE_REMOVE;
}

/* The viewport also changes while GTK paints, when no label may. */
static void
update_zoom (CoalitionCanvasView *self)
{
  if (self->zoom_source == 0)
    self->zoom_source = g_idle_add (update_zoom_cb, self);
}

static gboolean
update_legend_cb (gpointer data)
{
  CoalitionCanvasView *self = data;

  self->legend_source = 0;
  update_legend (self);
  coalition_canvas_keep_fit (self->canvas);
  return G_SOURCE_REMOVE;
}

static void
update_legend (CoalitionCanvasView *self)
{
  gboolean folded = self->narrow ? !self->unfolded : self->folded;
  CoalitionScene *scene = get_scene (self);
  CoalitionMap *map = scene != NULL ? coalition_scene_get_map (scene) : NULL;
  double height = 0;

  if (map != NULL && coalition_scene_get_n_parties (scene) > 0)
    coalition_map_measure_legend (map, LEGEND_WIDTH, &height);
  gtk_widget_set_visible (self->legend_card, height > 0);
  gtk_stack_set_visible_child_name (self->legend_stack, folded ? "head" : "whole");
  gtk_button_set_icon_name (self->legend_button, folded ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_drawing_area_set_content_width (self->legend, LEGEND_WIDTH);
  gtk_drawing_area_set_content_height (self->legend, (int) ceil (height));
  g_clear_pointer (&self->legend_picture, cairo_surface_destroy);
  gtk_widget_queue_draw (GTK_WIDGET (self->legend));
}

static void
draw_legend_cb (GtkDrawingArea *area,
                cairo_t        *cr,
                int             width,
                int             height,
                gpointer        data)
{
  CoalitionCanvasView *self = data;
  CoalitionScene *scene = get_scene (self);
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (area));

  if (scene == NULL || coalition_scene_get_map (scene) == NULL)
    return;
  /* Kept as a picture, since the legend is painted again in each frame in which the map below it moves. */
  if (self->legend_picture == NULL || scale != self->legend_scale)
    {
      cairo_t *legend;

      g_clear_pointer (&self->legend_picture, cairo_surface_destroy);
      self->legend_picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
      self->legend_scale = scale;
      cairo_surface_set_device_scale (self->legend_picture, scale, scale);
      legend = cairo_create (self->legend_picture);
      coalition_map_paint_legend (coalition_scene_get_map (scene), legend, width);
      cairo_destroy (legend);
    }
  cairo_set_source_surface (cr, self->legend_picture, 0, 0);
  cairo_paint (cr);
}

static void
legend_clicked_cb (CoalitionCanvasView *self)
{
  if (self->narrow)
    self->unfolded = !self->unfolded;
  else
    self->folded = !self->folded;
  update_legend (self);
}

static void
map_changed_cb (CoalitionCanvasView *self)
{
  guint n_parties = coalition_scene_get_n_parties (get_scene (self));
  gboolean any = n_parties > 0;

  /* Our own organization alone is no map yet; what to do next stands below it. */
  gtk_widget_set_visible (self->empty, n_parties <= 1 && coalition_scene_get_network (get_scene (self)) != NULL);
  gtk_widget_set_visible (self->empty_image, !any);
  gtk_widget_set_valign (self->empty, any ? GTK_ALIGN_END : GTK_ALIGN_CENTER);
  gtk_widget_set_margin_bottom (self->empty, any ? 72 : 0);
  gtk_widget_set_visible (self->arrange_card, any);
  gtk_widget_set_visible (self->zoom_card, any);
  update_legend (self);
}

static void
busy_changed_cb (CoalitionCanvasView *self)
{
  gboolean busy = coalition_arrange_is_busy (self->arrange);

  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_visible (self->cancel_button, busy);
  gtk_label_set_text (self->layout_label, busy ? _("Arranging…") : _("Arrange"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->arrange_button), !busy);
}

/* The places come with the next network; only then is there something to fit. */
static void
fit_later_cb (CoalitionCanvasView *self,
              CoalitionScene      *scene)
{
  g_signal_handlers_disconnect_by_func (scene, fit_later_cb, self);
  coalition_canvas_fit (self->canvas, TRUE);
}

static void
arranged_cb (CoalitionCanvasView *self,
             gboolean             whole)
{
  if (whole)
    g_signal_connect_object (get_scene (self), "map-changed", G_CALLBACK (fit_later_cb), self, G_CONNECT_SWAPPED);
}

static void
cancel_cb (CoalitionCanvasView *self)
{
  if (self->arrange != NULL)
    coalition_arrange_cancel (self->arrange);
}

static void
arrange_clicked_cb (CoalitionCanvasView *self)
{
  const char *layout = gtk_check_button_get_active (self->levels_check) ? "levels"
                       : gtk_check_button_get_active (self->rings_check) ? "rings"
                       : gtk_check_button_get_active (self->circle_check) ? "circle" : "free";
  CoalitionArrangeScope scope = gtk_check_button_get_active (self->all_check) ? COALITION_ARRANGE_ALL
                                : gtk_check_button_get_active (self->selection_check) ? COALITION_ARRANGE_SELECTION
                                : COALITION_ARRANGE_UNPINNED;

  gtk_popover_popdown (self->arrange_popover);
  if (self->arrange != NULL)
    coalition_arrange_start (self->arrange, layout, scope);
}

/* The choice is the one of the view, and the selection is offered when there is one. */
static void
arrange_shown_cb (CoalitionCanvasView *self)
{
  g_autoptr (GArray) selected = NULL;
  CoalitionCampaign *campaign;
  const char *layout;

  if (self->session == NULL || (campaign = coalition_session_get_campaign (self->session)) == NULL)
    return;
  selected = coalition_scene_get_selected (get_scene (self));
  layout = coalition_record_get_text (coalition_campaign_get_view (campaign), "layout");
  gtk_check_button_set_active (g_strcmp0 (layout, "levels") == 0 ? self->levels_check
                               : g_strcmp0 (layout, "rings") == 0 ? self->rings_check
                               : g_strcmp0 (layout, "circle") == 0 ? self->circle_check : self->free_check, TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->selection_check), selected->len > 1);
  if (selected->len <= 1 && gtk_check_button_get_active (self->selection_check))
    gtk_check_button_set_active (self->unpinned_check, TRUE);
}

static void
tool_toggled_cb (CoalitionCanvasView *self,
                 GtkToggleButton     *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  coalition_canvas_set_mode (self->canvas, button == self->connect_button ? COALITION_CANVAS_CONNECT
                                           : button == self->pan_button ? COALITION_CANVAS_PAN : COALITION_CANVAS_SELECT);
}

static void
mode_changed_cb (CoalitionCanvasView *self)
{
  GtkToggleButton *buttons[] = { self->select_button, self->connect_button, self->pan_button };

  gtk_toggle_button_set_active (buttons[coalition_canvas_get_mode (self->canvas)], TRUE);
}

static void
add_party_cb (CoalitionCanvasView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "canvas.add-party", NULL);
}

static void
zoom_out_cb (CoalitionCanvasView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "canvas.zoom-out", NULL);
}

static void
zoom_normal_cb (CoalitionCanvasView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "canvas.zoom-normal", NULL);
}

static void
zoom_in_cb (CoalitionCanvasView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "canvas.zoom-in", NULL);
}

static void
fit_cb (CoalitionCanvasView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "canvas.fit", NULL);
}

static void
coalition_canvas_view_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  CoalitionCanvasView *self = COALITION_CANVAS_VIEW (widget);
  gboolean narrow = width < NARROW;

  if (narrow != self->narrow)
    {
      self->narrow = narrow;
      self->unfolded = FALSE;
      if (self->legend_source == 0)
        self->legend_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_legend_cb, self, NULL);
    }
  gtk_widget_size_allocate (self->overlay, &(GtkAllocation) { 0, 0, width, height }, baseline);
}

static void
coalition_canvas_view_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  gtk_widget_measure (COALITION_CANVAS_VIEW (widget)->overlay, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static gboolean
coalition_canvas_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (COALITION_CANVAS_VIEW (widget)->canvas));
}

static void
set_session (CoalitionCanvasView *self,
             CoalitionSession    *session)
{
  CoalitionScene *scene;

  if (session == NULL || self->session != NULL)
    return;
  self->session = g_object_ref (session);
  coalition_canvas_set_session (self->canvas, session);
  coalition_canvas_set_cards_func (self->canvas, get_cards, self);
  scene = get_scene (self);
  self->arrange = coalition_arrange_new (scene);
  g_signal_connect_object (self->arrange, "notify::busy", G_CALLBACK (busy_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->arrange, "arranged", G_CALLBACK (arranged_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scene, "map-changed", G_CALLBACK (map_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (coalition_scene_get_viewport (scene), "changed", G_CALLBACK (update_zoom), self, G_CONNECT_SWAPPED);
  gtk_drawing_area_set_draw_func (self->legend, draw_legend_cb, self, NULL);
  map_changed_cb (self);
  busy_changed_cb (self);
  update_zoom (self);
}

static void
coalition_canvas_view_get_property (GObject    *object,
                                    guint       id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    g_value_set_object (value, COALITION_CANVAS_VIEW (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
coalition_canvas_view_set_property (GObject      *object,
                                    guint         id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  if (id == PROP_SESSION)
    set_session (COALITION_CANVAS_VIEW (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
coalition_canvas_view_dispose (GObject *object)
{
  CoalitionCanvasView *self = COALITION_CANVAS_VIEW (object);

  g_clear_handle_id (&self->zoom_source, g_source_remove);
  g_clear_handle_id (&self->legend_source, g_source_remove);
  g_clear_pointer (&self->legend_picture, cairo_surface_destroy);
  if (self->arrange != NULL)
    coalition_arrange_cancel (self->arrange);
  if (self->canvas != NULL)
    coalition_canvas_set_cards_func (self->canvas, NULL, NULL);
  if (self->legend != NULL)
    gtk_drawing_area_set_draw_func (self->legend, NULL, NULL, NULL);
  self->legend = NULL;
  self->canvas = NULL;
  g_clear_object (&self->arrange);
  g_clear_object (&self->session);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  G_OBJECT_CLASS (coalition_canvas_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CoalitionCanvasView, overlay);
  gtk_widget_class_bind_template_child (widget_class, CoalitionCanvasView, canvas);
  gtk_widget_class_bind_template_child (widget_class, CoalitionCanvasView, empty);
  gtk_widget_class_bind_template_child (widget_class, CoalitionCanvasView, empty_image);
  gtk_widget_class_bind_template_child (widget_class, CoalitionCanvasView, tools);
  gtk_widget_class_bind_template_child (widget_class, CoalitionCanvasView, select_button);
  gtk_widget_class_bind_template_child (widget_class, CoalitionCanvasView, connect_button);
  gtk_widget_class_bind_template_child (widget_class, CoalitionCanvasView, pan_button);
  gtk_widget_class_bind_template_child (widget_class, CoalitionCanvasView, arrange_card);
  gtk_widget_class_bind_template_child (widget_class, CoalitionCanvasView, spinner);
  gtk_widget_class_bind_template_child (widget_class, CoalitionCanvasView, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, CoalitionCanvasView, arrange_button);
  gtk_widget_class_bind_template_child (widget_class, CoalitionCanvasView, layout_label);
  gtk_widget_class_bind_template_child (widget_class, CoalitionCanvasView, arrange_popover);
  gtk_widget_class_bind_template_child (widget_class, CoalitionCanvasView, free_check);
  gtk_widget_class_bind_template_child (widget_class, CoalitionCanvasView, levels_check);
  gtk_widget_class_bind_template_child (widget_class, CoalitionCanvasView, rings_check);
  gtk_widget_class_bind_template_child (widget_class, CoalitionCanvasView, circle_check);
  gtk_widget_class_bind_template_child (widget_class, CoalitionCanvasView, unpinned_check);
  gtk_widget_class_bind_template_child (widget_class, CoalitionCanvasView, selection_check);
  gtk_widget_class_bind_template_child (widget_class, CoalitionCanvasView, all_check);
  gtk_widget_class_bind_template_child (widget_class, CoalitionCanvasView, zoom_card);
  gtk_widget_class_bind_template_child (widget_class, CoalitionCanvasView, zoom_label);
  gtk_widget_class_bind_template_child (widget_class, CoalitionCanvasView, legend_card);
  gtk_widget_class_bind_template_child (widget_class, CoalitionCanvasView, legend_stack);
  gtk_widget_class_bind_template_child (widget_class, CoalitionCanvasView, legend);
  gtk_widget_class_bind_template_child (widget_class, CoalitionCanvasView, legend_button);
  gtk_widget_class_bind_template_callback (widget_class, legend_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, tool_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_party_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_normal_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, fit_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, arrange_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, arrange_shown_cb);
}

static void
coalition_canvas_view_class_init (CoalitionCanvasViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = coalition_canvas_view_dispose;
  object_class->get_property = coalition_canvas_view_get_property;
  object_class->set_property = coalition_canvas_view_set_property;
  widget_class->size_allocate = coalition_canvas_view_size_allocate;
  widget_class->measure = coalition_canvas_view_measure;
  widget_class->grab_focus = coalition_canvas_view_grab_focus;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, COALITION_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (COALITION_TYPE_CANVAS);
  gtk_widget_class_set_css_name (widget_class, "coalition-canvas-view");
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCES "/coalition-canvas-view.ui");
  bind_children (widget_class);
}

static void
coalition_canvas_view_init (CoalitionCanvasView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * coalition_canvas_register:
 *
 * Makes the canvas's types, icons and style known to GTK. To be called once, when there is a display, before a
 * template names a canvas.
 */
void
coalition_canvas_register (void)
{
  static gboolean done;
  g_autoptr (GtkCssProvider) provider = NULL;
  GdkDisplay *display = gdk_display_get_default ();

  if (done || display == NULL)
    return;
  done = TRUE;
  /* A static library's resources are only linked in, and found, when something asks for them. */
  g_resources_register (coalition_canvas_get_resource ());
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display), RESOURCES "/icons");
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, RESOURCES "/canvas.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_type_ensure (COALITION_TYPE_CANVAS);
  g_type_ensure (COALITION_TYPE_CANVAS_VIEW);
}

/**
 * coalition_canvas_view_new:
 * @session: (nullable): the session
 *
 * Returns: (transfer floating): a canvas with its cards
 */
GtkWidget *
coalition_canvas_view_new (CoalitionSession *session)
{
  return g_object_new (COALITION_TYPE_CANVAS_VIEW, "session", session, NULL);
}

/**
 * coalition_canvas_view_get_canvas:
 * @self: a view
 *
 * Returns: (transfer none): its canvas
 */
CoalitionCanvas *
coalition_canvas_view_get_canvas (CoalitionCanvasView *self)
{
  return self->canvas;
}
