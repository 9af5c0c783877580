/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-canvas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* After this pause, in milliseconds, a scaled picture becomes crisp and the proxies follow. */
#define REST 120

#define FLIGHT (200 * G_TIME_SPAN_MILLISECOND)

/* What selection, shadows and curved ties reach beyond the boxes of parties, in map units. */
#define OVERLAY_REACH 40

enum {
  PROP_0,
  PROP_SESSION,
  PROP_MODE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (CoalitionCanvas, coalition_canvas, GTK_TYPE_WIDGET)

GType
coalition_canvas_mode_get_type (void)
{
  static gsize type;

  if (g_once_init_enter (&type))
    {
      static const GEnumValue values[] = {
        { COALITION_CANVAS_SELECT, "COALITION_CANVAS_SELECT", "select" },
        { COALITION_CANVAS_CONNECT, "COALITION_CANVAS_CONNECT", "connect" },
        { COALITION_CANVAS_PAN, "COALITION_CANVAS_PAN", "pan" },
        { COALITION_CANVAS_FORUM, "COALITION_CANVAS_FORUM", "forum" },
        { COALITION_CANVAS_NOTE, "COALITION_CANVAS_NOTE", "note" },
        { 0, NULL, NULL },
      };
      g_once_init_leave (&type, g_enum_register_static ("CoalitionCanvasMode", values));
    }
  return type;
}

/**
 * coalition_canvas_wants_motion:
 * @self: a canvas
 *
 * Returns: whether the person's settings allow things to move by themselves
 */
gboolean
coalition_canvas_wants_motion (CoalitionCanvas *self)
{
  gboolean animations = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animations, NULL);
  return animations;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  CoalitionCanvas *self = COALITION_CANVAS (widget);

  if (self->scene != NULL && coalition_scene_step (self->scene, gdk_frame_clock_get_frame_time (clock)))
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
keep_ticking (CoalitionCanvas *self)
{
  if (self->tick == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static gboolean
rest_cb (gpointer data)
{
  CoalitionCanvas *self = data;

  self->rest_source = 0;
  self->at_rest = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
viewport_changed_cb (CoalitionCanvas *self)
{
  self->at_rest = FALSE;
  g_clear_handle_id (&self->rest_source, g_source_remove);
  self->rest_source = g_timeout_add (REST, rest_cb, self);
  if (!self->painting)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
scene_changed_cb (CoalitionCanvas *self)
{
  if (!self->painting)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
map_changed_cb (CoalitionCanvas *self)
{
  CoalitionNetwork *network = coalition_scene_get_network (self->scene);
  g_autofree char *label = NULL;
  guint n_parties = 0;

  coalition_canvas_call_off (self);
  if (network != NULL)
    coalition_network_get_parties (network, &n_parties);
  label = g_strdup_printf (ngettext ("Map with %u party", "Map with %u parties", n_parties), n_parties);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  keep_ticking (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
focus_changed_cb (CoalitionCanvas *self)
{
  coalition_canvas_update_proxies (self);
}

static void
announce_cb (CoalitionCanvas *self,
             const char      *sentence)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
}

static void
reveal_cb (CoalitionCanvas *self,
           CoalitionRecord *record)
{
  coalition_canvas_reveal (self, record);
}

/* The view is fitted once per campaign, as soon as anything has a place and the cards have theirs; and again when the
 * canvas is given another size, unless the person has taken another view. */
static void
fit_if_new (CoalitionCanvas *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  guint n_parties = coalition_scene_get_n_parties (self->scene);

  if (self->fitted == campaign)
    {
      if (self->fit_again)
        coalition_canvas_fit (self, FALSE);
      self->fit_again = FALSE;
      return;
    }
  if (coalition_scene_has_places (self->scene))
    {
      self->fitted = campaign;
      coalition_canvas_fit (self, FALSE);
      return;
    }
  if (n_parties == 0 && campaign != NULL)
    {
      double width, height;

      coalition_viewport_get_size (coalition_scene_get_viewport (self->scene), &width, &height);
      coalition_viewport_set (coalition_scene_get_viewport (self->scene), 1, floor (width / 2), floor (height / 2));
    }
}

static void
snapshot_overlay (CoalitionCanvas *self,
                  GtkSnapshot     *snapshot,
                  const gboolean  *overlay)
{
  CoalitionMap *map = coalition_scene_get_map (self->scene);
  CoalitionNetwork *network = coalition_scene_get_network (self->scene);
  CoalitionViewport *viewport = coalition_scene_get_viewport (self->scene);
  guint n_parties = coalition_scene_get_n_parties (self->scene);
  g_autofree gboolean *touched = g_memdup2 (overlay, sizeof (gboolean) * n_parties);
  const CoalitionNetworkTie *ties = coalition_network_get_ties (network, NULL);
  double zoom = coalition_viewport_get_zoom (viewport), width, height, x, y;
  CoalitionBox bounds, seen;
  CoalitionMapState state;
  cairo_t *cr;

  for (guint i = 0; i < n_parties; i++)
    {
      guint n_ties = 0;
      const guint *ties_of = overlay[i] ? coalition_network_get_ties_of (network, i, &n_ties) : NULL;

      for (guint j = 0; j < n_ties; j++)
        touched[ties[ties_of[j]].from] = touched[ties[ties_of[j]].to] = TRUE;
    }
  if (!coalition_map_get_bounds (map, touched, &bounds))
    return;
  bounds.left -= OVERLAY_REACH;
  bounds.top -= OVERLAY_REACH;
  bounds.right += OVERLAY_REACH;
  bounds.bottom += OVERLAY_REACH;
  coalition_viewport_get_size (viewport, &width, &height);
  coalition_viewport_to_widget (viewport, bounds.left, bounds.top, &seen.left, &seen.top);
  coalition_viewport_to_widget (viewport, bounds.right, bounds.bottom, &seen.right, &seen.bottom);
  seen.left = MAX (0, floor (seen.left));
  seen.top = MAX (0, floor (seen.top));
  seen.right = MIN (width, ceil (seen.right));
  seen.bottom = MIN (height, ceil (seen.bottom));
  if (seen.right <= seen.left || seen.bottom <= seen.top)
    return;

  coalition_viewport_to_map (viewport, seen.left, seen.top, &bounds.left, &bounds.top);
  coalition_viewport_to_map (viewport, seen.right, seen.bottom, &bounds.right, &bounds.bottom);
  coalition_viewport_get_offset (viewport, &x, &y);
  coalition_scene_get_state (self->scene, &state);
  state.hidden_parties = overlay;
  state.only_hidden = TRUE;
  state.grid = FALSE;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) seen.left, (float) seen.top,
                                                                 (float) (seen.right - seen.left), (float) (seen.bottom - seen.top)));
  cairo_translate (cr, x, y);
  cairo_scale (cr, zoom, zoom);
  coalition_map_paint (map, cr, zoom * gtk_widget_get_scale_factor (GTK_WIDGET (self)), &bounds, &state);
  cairo_destroy (cr);
}

static gboolean
shows_focus (CoalitionCanvas *self,
             int             *focus)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  *focus = coalition_scene_get_focus (self->scene);
  if (*focus < 0)
    return FALSE;
  if (coalition_scene_get_tie_from (self->scene) >= 0)
    return TRUE;
  return !coalition_scene_is_selected (self->scene, *focus) && GTK_IS_WINDOW (root) && gtk_window_get_focus_visible (GTK_WINDOW (root))
         && (gtk_widget_is_focus (GTK_WIDGET (self)) || gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL);
}

/* The ring around the party that the arrows have reached, and the line to it while a tie waits for its other end. */
static void
snapshot_focus (CoalitionCanvas *self,
                GtkSnapshot     *snapshot)
{
  CoalitionViewport *viewport = coalition_scene_get_viewport (self->scene);
  CoalitionMap *map = coalition_scene_get_map (self->scene);
  double zoom = coalition_viewport_get_zoom (viewport), x, y, from_x, from_y;
  int focus, from = coalition_scene_get_tie_from (self->scene);
  const CoalitionBox *room;
  CoalitionMapState state;
  graphene_rect_t bounds;
  cairo_t *cr;

  if (!shows_focus (self, &focus))
    return;
  room = &coalition_map_get_boxes (map)[focus];
  coalition_map_get_place (map, focus, &x, &y);
  coalition_viewport_to_widget (viewport, x, y, &x, &y);
  graphene_rect_init (&bounds, (float) (x + room->left * zoom - 8), (float) (y + room->top * zoom - 8),
                      (float) ((room->right - room->left) * zoom + 16), (float) ((room->bottom - room->top) * zoom + 16));
  from_x = x;
  from_y = y;
  if (from >= 0)
    {
      coalition_map_get_place (map, from, &from_x, &from_y);
      coalition_viewport_to_widget (viewport, from_x, from_y, &from_x, &from_y);
      graphene_rect_expand (&bounds, &GRAPHENE_POINT_INIT ((float) from_x, (float) from_y), &bounds);
    }
  graphene_rect_inset (&bounds, -4, -4);
  coalition_scene_get_state (self->scene, &state);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_set_source_rgb (cr, state.accent[0], state.accent[1], state.accent[2]);
  cairo_set_line_width (cr, 2);
  if (from >= 0 && from != focus)
    {
      cairo_move_to (cr, from_x, from_y);
      cairo_line_to (cr, x, y);
      cairo_stroke (cr);
    }
  cairo_set_dash (cr, (double[]) { 5, 3 }, 2, 0);
  cairo_rectangle (cr, x + room->left * zoom - 6, y + room->top * zoom - 6,
                   (room->right - room->left) * zoom + 12, (room->bottom - room->top) * zoom + 12);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
snapshot_tool (CoalitionCanvas *self,
               GtkSnapshot     *snapshot)
{
  CoalitionBox box;
  cairo_t *cr;

  if (self->tool == NULL || !coalition_tool_measure (self->tool, &box))
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) floor (box.left) - 2, (float) floor (box.top) - 2,
                                                                 (float) ceil (box.right - box.left) + 5,
                                                                 (float) ceil (box.bottom - box.top) + 5));
  coalition_tool_paint (self->tool, cr);
  cairo_destroy (cr);
}

static void
coalition_canvas_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  CoalitionCanvas *self = COALITION_CANVAS (widget);
  const gboolean *overlay;
  gboolean has_picture;

  if (self->scene == NULL)
    return;
  self->painting = TRUE;
  fit_if_new (self);
  /* Before the first arrangement there is nothing to see but a heap. */
  has_picture = (coalition_scene_has_places (self->scene) || coalition_scene_get_n_parties (self->scene) == 0)
                && coalition_layer_update (self->layer, gtk_widget_get_scale_factor (widget), self->at_rest);
  if (!has_picture || !coalition_layer_covers (self->layer))
    gtk_snapshot_append_color (snapshot, &self->ground,
                               &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget)));
  if (has_picture)
    {
      gtk_snapshot_append_node (snapshot, coalition_layer_get_node (self->layer));
      overlay = coalition_layer_get_overlay (self->layer);
      if (overlay != NULL)
        snapshot_overlay (self, snapshot, overlay);
      snapshot_focus (self, snapshot);
    }
  snapshot_tool (self, snapshot);
  self->painting = FALSE;
}

static void
coalition_canvas_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  CoalitionCanvas *self = COALITION_CANVAS (widget);

  if (self->scene != NULL)
    {
      CoalitionViewport *viewport = coalition_scene_get_viewport (self->scene);
      double old_width, old_height;

      coalition_viewport_get_size (viewport, &old_width, &old_height);
      if (old_width != width || old_height != height)
        coalition_canvas_keep_fit (self);
      coalition_viewport_set_size (viewport, width, height);
    }
  coalition_canvas_allocate_proxies (self);
  coalition_canvas_present_popovers (self);
}

static void
coalition_canvas_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = 120;
  *natural = 640;
  *minimum_baseline = *natural_baseline = -1;
}

static void
coalition_canvas_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (coalition_canvas_parent_class)->css_changed (widget, change);
  coalition_canvas_update_look (COALITION_CANVAS (widget));
}

static void
coalition_canvas_system_setting_changed (GtkWidget        *widget,
                                         GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (coalition_canvas_parent_class)->system_setting_changed (widget, setting);
  coalition_canvas_update_look (COALITION_CANVAS (widget));
}

static void
coalition_canvas_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (coalition_canvas_parent_class)->map (widget);
  keep_ticking (COALITION_CANVAS (widget));
}

/* The canvas is one stop of the Tab key: inside, the arrows walk. */
static gboolean
coalition_canvas_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  if (gtk_widget_is_focus (widget) || gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  coalition_canvas_take_focus (COALITION_CANVAS (widget));
  return TRUE;
}

static void
coalition_canvas_dispose (GObject *object)
{
  CoalitionCanvas *self = COALITION_CANVAS (object);

  coalition_canvas_call_off (self);
  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_clear_handle_id (&self->focus_source, g_source_remove);
  coalition_canvas_clear_proxies (self);
  coalition_canvas_unparent_popovers (self);
  g_clear_object (&self->layer);
  g_clear_object (&self->scene);
  g_clear_object (&self->session);
  g_clear_object (&self->move_tool);
  g_clear_object (&self->band_tool);
  g_clear_object (&self->pan_tool);
  g_clear_object (&self->connect_tool);
  G_OBJECT_CLASS (coalition_canvas_parent_class)->dispose (object);
}

static void
coalition_canvas_finalize (GObject *object)
{
  CoalitionCanvas *self = COALITION_CANVAS (object);

  g_hash_table_unref (self->proxies);
  g_free (self->asked_from);
  g_free (self->asked_to);
  g_free (self->asked_name);
  g_free (self->asked_party);
  G_OBJECT_CLASS (coalition_canvas_parent_class)->finalize (object);
}

static void
coalition_canvas_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  CoalitionCanvas *self = COALITION_CANVAS (object);

  switch (id)
    {
    case PROP_SESSION: g_value_set_object (value, self->session); break;
    case PROP_MODE: g_value_set_enum (value, self->mode); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coalition_canvas_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  CoalitionCanvas *self = COALITION_CANVAS (object);

  switch (id)
    {
    case PROP_SESSION: coalition_canvas_set_session (self, g_value_get_object (value)); break;
    case PROP_MODE: coalition_canvas_set_mode (self, g_value_get_enum (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coalition_canvas_class_init (CoalitionCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = coalition_canvas_dispose;
  object_class->finalize = coalition_canvas_finalize;
  object_class->get_property = coalition_canvas_get_property;
  object_class->set_property = coalition_canvas_set_property;
  widget_class->snapshot = coalition_canvas_snapshot;
  widget_class->size_allocate = coalition_canvas_size_allocate;
  widget_class->measure = coalition_canvas_measure;
  widget_class->css_changed = coalition_canvas_css_changed;
  widget_class->system_setting_changed = coalition_canvas_system_setting_changed;
  widget_class->map = coalition_canvas_map;
  widget_class->focus = coalition_canvas_focus;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, COALITION_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MODE] = g_param_spec_enum ("mode", NULL, NULL, COALITION_TYPE_CANVAS_MODE, COALITION_CANVAS_SELECT,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_css_name (widget_class, "coalition-canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  coalition_canvas_class_add_actions (widget_class);
}

static void
coalition_canvas_init (CoalitionCanvas *self)
{
  self->proxies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->ground = (GdkRGBA) { 1, 1, 1, 1 };
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  coalition_canvas_add_input (self);
}

/**
 * coalition_canvas_new:
 * @session: (nullable): the session
 *
 * Returns: (transfer floating): a canvas
 */
GtkWidget *
coalition_canvas_new (CoalitionSession *session)
{
  return g_object_new (COALITION_TYPE_CANVAS, "session", session, NULL);
}

/**
 * coalition_canvas_get_session:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): the session
 */
CoalitionSession *
coalition_canvas_get_session (CoalitionCanvas *self)
{
  return self->session;
}

/**
 * coalition_canvas_set_session:
 * @self: a canvas without a session
 * @session: (nullable): the session
 *
 * Gives the canvas something to show. A canvas keeps its session for life.
 */
void
coalition_canvas_set_session (CoalitionCanvas  *self,
                              CoalitionSession *session)
{
  if (session == NULL || self->session == session)
    return;
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->scene = coalition_scene_new (session);
  self->layer = coalition_layer_new (self->scene);
  coalition_scene_set_animated (self->scene, coalition_canvas_wants_motion (self));
  g_signal_connect_object (self->scene, "changed", G_CALLBACK (scene_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scene, "map-changed", G_CALLBACK (map_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scene, "focus-changed", G_CALLBACK (focus_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scene, "announce", G_CALLBACK (announce_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (coalition_scene_get_viewport (self->scene), "changed", G_CALLBACK (viewport_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->layer, "changed", G_CALLBACK (scene_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "reveal", G_CALLBACK (reveal_cb), self, G_CONNECT_SWAPPED);
  coalition_canvas_connect_questions (self);
  coalition_canvas_update_look (self);
  map_changed_cb (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * coalition_canvas_get_scene:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): what it shows
 */
CoalitionScene *
coalition_canvas_get_scene (CoalitionCanvas *self)
{
  return self->scene;
}

/**
 * coalition_canvas_get_mode:
 * @self: a canvas
 *
 * Returns: what a drag does
 */
CoalitionCanvasMode
coalition_canvas_get_mode (CoalitionCanvas *self)
{
  return self->mode;
}

/**
 * coalition_canvas_set_mode:
 * @self: a canvas
 * @mode: what a drag is to do
 *
 * Chooses a tool.
 */
void
coalition_canvas_set_mode (CoalitionCanvas     *self,
                           CoalitionCanvasMode  mode)
{
  if (self->mode == mode)
    return;
  coalition_canvas_call_off (self);
  self->mode = mode;
  coalition_canvas_update_cursor (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODE]);
}

/**
 * coalition_canvas_set_cards_func:
 * @self: a canvas
 * @func: (nullable): tells what floats on the canvas
 * @data: for @func
 *
 * Sets what is asked for the cards that a fitted map and a revealed party stay clear of.
 */
void
coalition_canvas_set_cards_func (CoalitionCanvas    *self,
                                 CoalitionCardsFunc  func,
                                 gpointer            data)
{
  self->cards_func = func;
  self->cards_data = data;
}

/**
 * coalition_canvas_get_cards:
 * @self: a canvas
 *
 * Returns: (transfer full) (element-type CoalitionBox): what floats on it, in pixels
 */
GArray *
coalition_canvas_get_cards (CoalitionCanvas *self)
{
  return self->cards_func != NULL ? self->cards_func (self->cards_data) : g_array_new (FALSE, FALSE, sizeof (CoalitionBox));
}

static void
fly (CoalitionCanvas *self,
     double           zoom,
     double           x,
     double           y,
     gboolean         animated)
{
  animated = animated && coalition_canvas_wants_motion (self) && gtk_widget_get_mapped (GTK_WIDGET (self));
  coalition_viewport_fly (coalition_scene_get_viewport (self->scene), zoom, x, y, g_get_monotonic_time (), animated ? FLIGHT : 0);
  if (animated)
    keep_ticking (self);
}

/**
 * coalition_canvas_fit:
 * @self: a canvas
 * @animated: whether to fly there
 *
 * Shows the whole map as large as it can be, clear of the cards.
 */
void
coalition_canvas_fit (CoalitionCanvas *self,
                      gboolean         animated)
{
  g_autoptr (GArray) cards = NULL;
  g_autofree CoalitionBox *boxes = NULL;
  CoalitionBox bounds;
  double zoom, x, y;

  if (self->scene == NULL || !coalition_scene_get_bounds (self->scene, &bounds))
    return;
  cards = coalition_canvas_get_cards (self);
  boxes = coalition_scene_dup_boxes (self->scene);
  coalition_viewport_find_fit (coalition_scene_get_viewport (self->scene), &bounds,
                               boxes, coalition_scene_get_n_parties (self->scene),
                               (CoalitionBox *) (gpointer) cards->data, cards->len, &zoom, &x, &y);
  self->fit_zoom = zoom;
  self->fit_x = x;
  self->fit_y = y;
  fly (self, zoom, x, y, animated);
}

/**
 * coalition_canvas_keep_fit:
 * @self: a canvas
 *
 * Fits the map again in the next frame, unless the person has taken another view since it was last fitted. To be called
 * when the ground that is free for the map changes.
 */
void
coalition_canvas_keep_fit (CoalitionCanvas *self)
{
  CoalitionViewport *viewport = self->scene != NULL ? coalition_scene_get_viewport (self->scene) : NULL;
  double x, y;

  if (viewport == NULL || self->fit_zoom <= 0)
    return;
  coalition_viewport_get_offset (viewport, &x, &y);
  if (coalition_viewport_get_zoom (viewport) == self->fit_zoom && x == self->fit_x && y == self->fit_y)
    self->fit_again = TRUE;
}

/**
 * coalition_canvas_zoom_by:
 * @self: a canvas
 * @factor: more than 1 to come closer; 0 for 100 %
 *
 * Zooms about the middle of the widget.
 */
void
coalition_canvas_zoom_by (CoalitionCanvas *self,
                          double           factor)
{
  CoalitionViewport *viewport;
  double width, height;

  if (self->scene == NULL)
    return;
  viewport = coalition_scene_get_viewport (self->scene);
  coalition_viewport_get_size (viewport, &width, &height);
  coalition_viewport_zoom_at (viewport, factor > 0 ? factor : 1 / coalition_viewport_get_zoom (viewport), width / 2, height / 2);
}

/**
 * coalition_canvas_reveal:
 * @self: a canvas
 * @record: (nullable): a party or tie; others are passed over
 *
 * Flies to a party or to the two ends of a tie, unless they can be seen and read where they are.
 */
void
coalition_canvas_reveal (CoalitionCanvas *self,
                         CoalitionRecord *record)
{
  g_autofree CoalitionBox *boxes = NULL;
  g_autoptr (GArray) cards = NULL;
  CoalitionNetwork *network = self->scene != NULL ? coalition_scene_get_network (self->scene) : NULL;
  CoalitionBox bounds;
  double zoom, x, y;
  int index;

  if (record == NULL || network == NULL)
    return;
  boxes = coalition_scene_dup_boxes (self->scene);
  if (coalition_record_is (record, &coalition_kind_party))
    {
      index = coalition_network_find_party (network, coalition_record_get_id (record));
      if (index < 0)
        return;
      bounds = boxes[index];
      coalition_scene_set_focus (self->scene, index);
    }
  else if (coalition_record_is (record, &coalition_kind_tie))
    {
      const CoalitionNetworkTie *tie;

      index = coalition_network_find_tie (network, coalition_record_get_id (record));
      if (index < 0)
        return;
      tie = &coalition_network_get_ties (network, NULL)[index];
      bounds = (CoalitionBox) {
        MIN (boxes[tie->from].left, boxes[tie->to].left), MIN (boxes[tie->from].top, boxes[tie->to].top),
        MAX (boxes[tie->from].right, boxes[tie->to].right), MAX (boxes[tie->from].bottom, boxes[tie->to].bottom),
      };
    }
  else
    {
      return;
    }
  cards = coalition_canvas_get_cards (self);
  if (coalition_viewport_find_reveal (coalition_scene_get_viewport (self->scene), &bounds,
                                      (CoalitionBox *) (gpointer) cards->data, cards->len, &zoom, &x, &y))
    fly (self, zoom, x, y, TRUE);
}

/**
 * coalition_canvas_is_settled:
 * @self: a canvas
 *
 * Returns: whether it shows the map as it is, and nothing moves or is being painted
 */
gboolean
coalition_canvas_is_settled (CoalitionCanvas *self)
{
  return self->scene != NULL && self->tick == 0 && coalition_layer_is_settled (self->layer);
}
