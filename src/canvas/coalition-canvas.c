/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-canvas-private.h"
#include "coalition-item-proxy.h"
#include "coalition-party-proxy.h"

#include <glib/gi18n-lib.h>

/* After this pause, in milliseconds, a scaled picture becomes crisp and the proxies follow. */
#define REST 120

enum {
  PROP_0,
  PROP_SESSION,
  PROP_MODE,
  PROP_SNAP,
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

/**
 * coalition_canvas_keep_ticking:
 * @self: a canvas
 *
 * Has what moves by itself go on, frame by frame.
 */
void
coalition_canvas_keep_ticking (CoalitionCanvas *self)
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
  coalition_canvas_follow_view (self);
  coalition_canvas_keep_ticking (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
focus_changed_cb (CoalitionCanvas *self)
{
  coalition_canvas_update_proxies (self);
}

/* Who is selected is told by the proxies too. */
static void
selection_changed_cb (CoalitionCanvas *self)
{
  coalition_canvas_update_proxies (self);
}

static void
announce_cb (CoalitionCanvas *self,
             const char      *sentence)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
  /* Screen readers speak up when what has the focus changes, not what lies around it. */
  if (focus != NULL && (COALITION_IS_PARTY_PROXY (focus) || COALITION_IS_ITEM_PROXY (focus)))
    gtk_accessible_update_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
}

static void
reveal_cb (CoalitionCanvas *self,
           CoalitionRecord *record)
{
  coalition_canvas_reveal (self, record);
}

static void
coalition_canvas_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  CoalitionCanvas *self = COALITION_CANVAS (widget);
  CoalitionMapState state;
  gboolean has_picture;

  if (self->scene == NULL)
    return;
  self->painting = TRUE;
  coalition_canvas_fit_if_new (self);
  /* Before the first arrangement there is nothing to see but a heap. */
  has_picture = (coalition_scene_has_places (self->scene) || coalition_scene_get_n_parties (self->scene) == 0)
                && coalition_layer_update (self->layer, gtk_widget_get_scale_factor (widget), self->at_rest);
  if (!has_picture || !coalition_layer_covers (self->layer))
    gtk_snapshot_append_color (snapshot, &self->ground,
                               &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget)));
  if (has_picture)
    {
      gtk_snapshot_append_node (snapshot, coalition_layer_get_node (self->layer));
      if (coalition_layer_get_overlay (self->layer, &state))
        coalition_canvas_paint_overlay (self, snapshot, &state);
      coalition_canvas_paint_focus (self, snapshot);
    }
  coalition_canvas_paint_tool (self, snapshot);
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
  coalition_canvas_keep_ticking (COALITION_CANVAS (widget));
}

/* The canvas is one stop of the Tab key: inside, the arrows walk. */
static gboolean
coalition_canvas_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  /* What is asked in place has stops of its own. */
  if (child != NULL && GTK_IS_POPOVER (child))
    return gtk_widget_child_focus (child, direction);
  if (gtk_widget_is_focus (widget) || child != NULL)
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
  g_clear_object (&self->resize_tool);
  g_clear_object (&self->lasso_tool);
  g_clear_object (&self->note_tool);
  coalition_canvas_drop_pictures (self);
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
  g_free (self->asked_record);
  g_free (self->fitted_view);
  g_strfreev (self->asked_ids);
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
    case PROP_SNAP: g_value_set_boolean (value, self->snap); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_snap (CoalitionCanvas *self,
          gboolean         snap)
{
  if (self->snap == snap)
    return;
  self->snap = snap;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SNAP]);
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
    case PROP_SNAP: set_snap (self, g_value_get_boolean (value)); break;
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
  properties[PROP_SNAP] = g_param_spec_boolean ("snap", NULL, NULL, FALSE,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_css_name (widget_class, "coalition-canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  coalition_canvas_class_add_actions (widget_class);
  coalition_canvas_class_add_object_actions (widget_class);
}

static void
coalition_canvas_init (CoalitionCanvas *self)
{
  self->proxies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->ground = (GdkRGBA) { 1, 1, 1, 1 };
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  coalition_canvas_add_input (self);
  coalition_canvas_add_drop (self);
  coalition_canvas_bind_settings (self);
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
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
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
