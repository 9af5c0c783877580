/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-minimap.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WIDTH 168
#define HEIGHT 118

/* Between the map and the edge of the widget, in pixels. */
#define PADDING 5.0

struct _CoalitionMinimap
{
  GtkWidget parent_instance;

  CoalitionCanvas *canvas; /* not owned: it lives beside this in the same window */
  gboolean wanted;

  cairo_surface_t *dots; /* the parties, as long as the map is the same */
  guint generation;
  int scale_factor;
  CoalitionBox bounds; /* of the map */
  double zoom; /* pixels per map unit */
  double left; /* where the left edge of the map is, in pixels */
  double top;

  double grab_x; /* from the press to the middle of the frame, in pixels */
  double grab_y;
};

enum {
  PROP_0,
  PROP_CANVAS,
  PROP_WANTED,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (CoalitionMinimap, coalition_minimap, GTK_TYPE_WIDGET)

static CoalitionScene *
get_scene (CoalitionMinimap *self)
{
  return self->canvas != NULL ? coalition_canvas_get_scene (self->canvas) : NULL;
}

static void
update_wanted (CoalitionMinimap *self)
{
  CoalitionScene *scene = get_scene (self);
  gboolean wanted = scene != NULL && coalition_scene_get_n_parties (scene) >= COALITION_MINIMAP_LEAST
                    && coalition_scene_has_places (scene);

  if (wanted == self->wanted)
    return;
  self->wanted = wanted;
  gtk_widget_set_visible (GTK_WIDGET (self), wanted);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WANTED]);
}

static void
map_changed_cb (CoalitionMinimap *self)
{
  g_clear_pointer (&self->dots, cairo_surface_destroy);
  update_wanted (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The frame moves with the viewport, which also changes while GTK paints; then it is in time with the next frame. */
static void
viewport_changed_cb (CoalitionMinimap *self)
{
  if (self->wanted)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
scene_changed_cb (CoalitionMinimap *self)
{
  CoalitionScene *scene = get_scene (self);

  /* Not while something is dragged: the dots are painted again when it has its place. */
  if (self->wanted && scene != NULL && !coalition_scene_is_moving (scene)
      && coalition_scene_get_generation (scene) != self->generation)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A square of device pixels. Thousands of dots are set so in less than a frame, which a path of them is not. */
static void
set_dot (CoalitionMinimap *self,
         double            x,
         double            y,
         int               size,
         guint32           pixel)
{
  int width = cairo_image_surface_get_width (self->dots), height = cairo_image_surface_get_height (self->dots);
  int stride = cairo_image_surface_get_stride (self->dots);
  int left = (int) floor (x * self->scale_factor - size / 2.0 + 0.5), top = (int) floor (y * self->scale_factor - size / 2.0 + 0.5);
  guchar *data = cairo_image_surface_get_data (self->dots);

  for (int row = MAX (0, top); row < MIN (height, top + size); row++)
    for (int column = MAX (0, left); column < MIN (width, left + size); column++)
      memcpy (data + row * stride + column * 4, &pixel, 4);
}

/* As cairo keeps a color in memory: with its alpha multiplied in. */
static guint32
get_pixel (double red,
           double green,
           double blue,
           double alpha)
{
  return (guint32) (alpha * 255) << 24 | (guint32) (red * alpha * 255) << 16 | (guint32) (green * alpha * 255) << 8
         | (guint32) (blue * alpha * 255);
}

static void
paint_dots (CoalitionMinimap *self,
            CoalitionScene   *scene)
{
  guint n_parties = coalition_scene_get_n_parties (scene);
  int size;
  g_autofree CoalitionPlace *places = coalition_scene_dup_places (scene);
  CoalitionMapState state;
  guint32 plain, accent;
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  coalition_scene_get_state (scene, &state);
  self->scale_factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  size = (n_parties > 3000 ? 1 : n_parties > 800 ? 2 : 3) * self->scale_factor;
  plain = get_pixel (color.red, color.green, color.blue, 0.6);
  accent = get_pixel (state.accent[0], state.accent[1], state.accent[2], 1);
  g_clear_pointer (&self->dots, cairo_surface_destroy);
  self->dots = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, gtk_widget_get_width (GTK_WIDGET (self)) * self->scale_factor,
                                           gtk_widget_get_height (GTK_WIDGET (self)) * self->scale_factor);
  cairo_surface_flush (self->dots);
  /* Who is selected is painted last, over the others. */
  for (int selected = 0; selected < 2; selected++)
    for (guint i = 0; i < n_parties; i++)
      if (coalition_scene_is_selected (scene, i) == selected && !coalition_scene_is_left_out (scene, i)
          && (state.lit_parties == NULL || state.lit_parties[i] || selected))
        set_dot (self, self->left + (places[i].x - self->bounds.left) * self->zoom,
                 self->top + (places[i].y - self->bounds.top) * self->zoom, size + 2 * selected * self->scale_factor,
                 selected ? accent : plain);
  cairo_surface_mark_dirty (self->dots);
  cairo_surface_set_device_scale (self->dots, self->scale_factor, self->scale_factor);
  self->generation = coalition_scene_get_generation (scene);
}

static gboolean
measure_map (CoalitionMinimap *self,
             CoalitionScene   *scene)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * PADDING;
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * PADDING;

  if (width < 1 || height < 1 || !coalition_scene_get_bounds (scene, &self->bounds))
    return FALSE;
  self->zoom = MIN (width / MAX (1, self->bounds.right - self->bounds.left), height / MAX (1, self->bounds.bottom - self->bounds.top));
  self->left = PADDING + (width - (self->bounds.right - self->bounds.left) * self->zoom) / 2;
  self->top = PADDING + (height - (self->bounds.bottom - self->bounds.top) * self->zoom) / 2;
  return TRUE;
}

/* The frame of what is seen, cut at the edges of the widget. */
static void
get_frame (CoalitionMinimap *self,
           CoalitionScene   *scene,
           CoalitionBox     *frame)
{
  coalition_viewport_get_visible (coalition_scene_get_viewport (scene), frame);
  frame->left = self->left + (frame->left - self->bounds.left) * self->zoom;
  frame->right = self->left + (frame->right - self->bounds.left) * self->zoom;
  frame->top = self->top + (frame->top - self->bounds.top) * self->zoom;
  frame->bottom = self->top + (frame->bottom - self->bounds.top) * self->zoom;
}

static void
coalition_minimap_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  CoalitionMinimap *self = COALITION_MINIMAP (widget);
  CoalitionScene *scene = get_scene (self);
  CoalitionMapState state;
  CoalitionBox frame;
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (scene == NULL || !self->wanted)
    return;
  if (self->dots == NULL || self->scale_factor != gtk_widget_get_scale_factor (widget)
      || (self->generation != coalition_scene_get_generation (scene) && !coalition_scene_is_moving (scene)))
    {
      if (!measure_map (self, scene))
        return;
      paint_dots (self, scene);
    }
  get_frame (self, scene, &frame);
  frame.left = CLAMP (frame.left, 1, width - 1);
  frame.right = CLAMP (frame.right, 1, width - 1);
  frame.top = CLAMP (frame.top, 1, height - 1);
  frame.bottom = CLAMP (frame.bottom, 1, height - 1);
  coalition_scene_get_state (scene, &state);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cairo_set_source_surface (cr, self->dots, 0, 0);
  cairo_paint (cr);
  cairo_rectangle (cr, round (frame.left) + 0.5, round (frame.top) + 0.5, MAX (3, round (frame.right - frame.left) - 1),
                   MAX (3, round (frame.bottom - frame.top) - 1));
  cairo_set_source_rgba (cr, state.accent[0], state.accent[1], state.accent[2], 0.12);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, state.accent[0], state.accent[1], state.accent[2]);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
go_to (CoalitionMinimap *self,
       double            x,
       double            y)
{
  CoalitionScene *scene = get_scene (self);
  CoalitionViewport *viewport = coalition_scene_get_viewport (scene);
  double zoom = coalition_viewport_get_zoom (viewport), width, height;
  double map_x = self->bounds.left + (x - self->left) / self->zoom, map_y = self->bounds.top + (y - self->top) / self->zoom;

  coalition_viewport_get_size (viewport, &width, &height);
  coalition_viewport_set (viewport, zoom, round (width / 2 - map_x * zoom), round (height / 2 - map_y * zoom));
}

static void
drag_begin_cb (CoalitionMinimap *self,
               double            x,
               double            y,
               GtkGesture       *gesture)
{
  CoalitionScene *scene = get_scene (self);
  CoalitionBox frame;

  if (scene == NULL || self->zoom <= 0)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  get_frame (self, scene, &frame);
  self->grab_x = self->grab_y = 0;
  /* Who takes hold of the frame moves it; elsewhere it comes to the pointer. */
  if (x >= frame.left && x <= frame.right && y >= frame.top && y <= frame.bottom)
    {
      self->grab_x = (frame.left + frame.right) / 2 - x;
      self->grab_y = (frame.top + frame.bottom) / 2 - y;
    }
  else
    {
      go_to (self, x, y);
    }
}

static void
drag_update_cb (CoalitionMinimap *self,
                double            dx,
                double            dy,
                GtkGesture       *gesture)
{
  double x, y;

  if (get_scene (self) != NULL && gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y))
    go_to (self, x + dx + self->grab_x, y + dy + self->grab_y);
}

static void
coalition_minimap_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
}

static void
coalition_minimap_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  g_clear_pointer (&COALITION_MINIMAP (widget)->dots, cairo_surface_destroy);
}

static void
coalition_minimap_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (coalition_minimap_parent_class)->css_changed (widget, change);
  g_clear_pointer (&COALITION_MINIMAP (widget)->dots, cairo_surface_destroy);
}

static void
session_changed_cb (CoalitionMinimap *self)
{
  CoalitionScene *scene = get_scene (self);

  if (scene == NULL)
    return;
  g_signal_connect_object (scene, "map-changed", G_CALLBACK (map_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scene, "changed", G_CALLBACK (scene_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (coalition_scene_get_viewport (scene), "changed", G_CALLBACK (viewport_changed_cb), self, G_CONNECT_SWAPPED);
  map_changed_cb (self);
}

static void
coalition_minimap_dispose (GObject *object)
{
  CoalitionMinimap *self = COALITION_MINIMAP (object);

  g_clear_weak_pointer (&self->canvas);
  g_clear_pointer (&self->dots, cairo_surface_destroy);
  G_OBJECT_CLASS (coalition_minimap_parent_class)->dispose (object);
}

static void
coalition_minimap_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  CoalitionMinimap *self = COALITION_MINIMAP (object);

  switch (id)
    {
    case PROP_CANVAS: g_value_set_object (value, self->canvas); break;
    case PROP_WANTED: g_value_set_boolean (value, self->wanted); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coalition_minimap_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  if (id == PROP_CANVAS)
    coalition_minimap_set_canvas (COALITION_MINIMAP (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
coalition_minimap_class_init (CoalitionMinimapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = coalition_minimap_dispose;
  object_class->get_property = coalition_minimap_get_property;
  object_class->set_property = coalition_minimap_set_property;
  widget_class->snapshot = coalition_minimap_snapshot;
  widget_class->measure = coalition_minimap_measure;
  widget_class->size_allocate = coalition_minimap_size_allocate;
  widget_class->css_changed = coalition_minimap_css_changed;
  properties[PROP_CANVAS] = g_param_spec_object ("canvas", NULL, NULL, COALITION_TYPE_CANVAS,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WANTED] = g_param_spec_boolean ("wanted", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_css_name (widget_class, "coalition-minimap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
coalition_minimap_init (CoalitionMinimap *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Overview of the map"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("A dot for each party and a frame around what is seen. The arrow keys and the search go anywhere on the map."), -1);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/**
 * coalition_minimap_new:
 * @canvas: (nullable): the map that it is of
 *
 * Returns: (transfer floating): a minimap, hidden until the map is large
 */
GtkWidget *
coalition_minimap_new (CoalitionCanvas *canvas)
{
  return g_object_new (COALITION_TYPE_MINIMAP, "canvas", canvas, NULL);
}

/**
 * coalition_minimap_set_canvas:
 * @self: a minimap without a canvas
 * @canvas: (nullable): the map that it is of
 *
 * Gives the minimap its map, which it keeps.
 */
void
coalition_minimap_set_canvas (CoalitionMinimap *self,
                              CoalitionCanvas  *canvas)
{
  if (canvas == NULL || self->canvas == canvas)
    return;
  g_return_if_fail (self->canvas == NULL);
  g_set_weak_pointer (&self->canvas, canvas);
  /* A canvas gets its session once; what it shows comes with that. */
  g_signal_connect_object (canvas, "notify::session", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  session_changed_cb (self);
}

/**
 * coalition_minimap_is_wanted:
 * @self: a minimap
 *
 * Returns: whether the map is large enough to be shown at a glance; "notify::wanted" tells of changes
 */
gboolean
coalition_minimap_is_wanted (CoalitionMinimap *self)
{
  return self->wanted;
}
