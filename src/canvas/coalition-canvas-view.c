/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas-resources.h"
#include "coalition-canvas-view-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define RESOURCES "/org/coalitionmap/Coalition/canvas"

/* The least of it that is of any use, in pixels. */
#define LEAST_WIDTH 280
#define LEAST_HEIGHT 240
#define NATURAL_WIDTH 640
#define NATURAL_HEIGHT 480

/* Of what stands over an empty map, to the edges. */
#define EMPTY_MARGIN 12
#define EMPTY_BOTTOM 72

/* Of the name of the view beside its icon; the whole is in the tooltip. */
#define VIEW_LETTERS 12

enum {
  PROP_0,
  PROP_SESSION,
  PROP_SNAP,
  PROP_PRESENTING,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (CoalitionCanvasView, coalition_canvas_view, GTK_TYPE_WIDGET)

static CoalitionScene *
get_scene (CoalitionCanvasView *self)
{
  return coalition_canvas_get_scene (self->canvas);
}

static GtkWidget *
get_card (CoalitionCanvasView *self,
          CoalitionCard        card)
{
  GtkWidget *cards[] = {
    [COALITION_CARD_TOOLS] = self->tools,
    [COALITION_CARD_VIEWS] = self->views_card,
    [COALITION_CARD_MENUS] = self->menus,
    [COALITION_CARD_TIME_PILL] = GTK_WIDGET (self->time_pill),
    [COALITION_CARD_CHIPS] = GTK_WIDGET (self->filter_bar),
    [COALITION_CARD_CHIPS_BUTTON] = self->chips_card,
    [COALITION_CARD_ZOOM] = self->zoom_card,
    [COALITION_CARD_TIME_BAR] = GTK_WIDGET (self->time_bar),
    [COALITION_CARD_TIME_BUTTON] = self->time_card,
    [COALITION_CARD_MINIMAP] = GTK_WIDGET (self->minimap),
    [COALITION_CARD_LEGEND] = GTK_WIDGET (self->legend),
    [COALITION_CARD_LEGEND_HEAD] = self->legend_head,
    [COALITION_CARD_CAPTION] = self->caption,
    [COALITION_CARD_CONTROLS] = self->controls,
  };

  return cards[card];
}

static void
add_box (GArray *cards,
         double  x,
         double  y,
         double  width,
         double  height)
{
  CoalitionBox box = { x, y, x + width, y + height };

  g_array_append_val (cards, box);
}

static GArray *
get_cards (gpointer data)
{
  CoalitionCanvasView *self = data;
  GArray *cards = g_array_new (FALSE, FALSE, sizeof (CoalitionBox));
  graphene_rect_t bounds;

  for (int i = 0; i < COALITION_N_CARDS; i++)
    if (self->places[i].shown && i != COALITION_CARD_CONTROLS)
      add_box (cards, self->places[i].x, self->places[i].y, self->places[i].width, self->places[i].height);
  if (gtk_widget_get_visible (self->empty) && gtk_widget_compute_bounds (self->empty, GTK_WIDGET (self), &bounds))
    add_box (cards, bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height);
  return cards;
}

/* --- what the cards say ---------------------------------------------------------------------------------------- */

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

static void
update_legend (CoalitionCanvasView *self)
{
  gboolean any = coalition_legend_card_update (self->legend);

  gtk_widget_set_visible (self->legend_head, any);
}

static void
map_changed_cb (CoalitionCanvasView *self)
{
  guint n_parties = coalition_scene_get_n_parties (get_scene (self));
  CoalitionNetwork *network = coalition_scene_get_network (get_scene (self));
  gboolean any = n_parties > 0, collapsed = any && coalition_network_get_parties (network, NULL)[0].members > 1;

  self->has_map = any;
  /* Our own organization alone is no map yet; what to do next stands below it. A map collapsed into one group is one. */
  gtk_widget_set_visible (self->empty, n_parties <= 1 && network != NULL && !collapsed && !self->presenting);
  gtk_widget_set_visible (self->empty_image, !any);
  update_legend (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Colors may have changed without the map, and measures have come. */
static void
encoding_changed_cb (CoalitionCanvasView *self)
{
  coalition_canvas_view_update_words (self);
  update_legend (self);
}

static void
busy_changed_cb (CoalitionCanvasView *self)
{
  gboolean busy = coalition_arrange_is_busy (self->arrange);

  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_visible (self->cancel_button, busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->layout_button), !busy);
  coalition_canvas_view_update_words (self);
}

static gboolean
all_have_places (CoalitionScene *scene)
{
  guint n_parties;
  const CoalitionNetworkParty *parties = coalition_network_get_parties (coalition_scene_get_network (scene), &n_parties);

  for (guint i = 0; i < n_parties; i++)
    if (!parties[i].placed)
      return FALSE;
  return TRUE;
}

/* The places come with a later network; only then is there something to fit. */
static void
fit_later_cb (CoalitionCanvasView *self,
              CoalitionScene      *scene)
{
  if (coalition_scene_get_network (scene) == NULL || !all_have_places (scene))
    return;
  g_signal_handlers_disconnect_by_func (scene, fit_later_cb, self);
  coalition_canvas_fit (self->canvas, TRUE);
}

static void
arranged_cb (CoalitionCanvasView *self,
             gboolean             whole)
{
  if (!whole)
    return;
  g_signal_handlers_disconnect_by_func (get_scene (self), fit_later_cb, self);
  g_signal_connect_object (get_scene (self), "map-changed", G_CALLBACK (fit_later_cb), self, G_CONNECT_SWAPPED);
}

/* Who is hidden leaves room. */
static void
shown_changed_cb (CoalitionCanvasView *self)
{
  if (coalition_session_get_campaign (self->session) != NULL
      && coalition_record_get_boolean (coalition_session_get_view (self->session), "hides"))
    coalition_canvas_keep_fit (self->canvas);
}

/* --- what their buttons do --------------------------------------------------------------------------------------- */

static void
cancel_cb (CoalitionCanvasView *self)
{
  if (self->arrange != NULL)
    coalition_arrange_cancel (self->arrange);
}

static void
fold_cb (CoalitionCanvasView *self)
{
  self->legend_wish = COALITION_LEGEND_FOLDED;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
unfold_cb (CoalitionCanvasView *self)
{
  self->legend_wish = COALITION_LEGEND_UNFOLDED;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
tool_toggled_cb (CoalitionCanvasView *self,
                 GtkToggleButton     *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  coalition_canvas_set_mode (self->canvas, button == self->connect_button ? COALITION_CANVAS_CONNECT
                                           : button == self->forum_button ? COALITION_CANVAS_FORUM
                                           : button == self->note_button ? COALITION_CANVAS_NOTE
                                           : button == self->pan_button ? COALITION_CANVAS_PAN : COALITION_CANVAS_SELECT);
}

static void
mode_changed_cb (CoalitionCanvasView *self)
{
  GtkToggleButton *buttons[] = {
    [COALITION_CANVAS_SELECT] = self->select_button, [COALITION_CANVAS_CONNECT] = self->connect_button,
    [COALITION_CANVAS_PAN] = self->pan_button, [COALITION_CANVAS_FORUM] = self->forum_button,
    [COALITION_CANVAS_NOTE] = self->note_button,
  };

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
copy_map_cb (CoalitionCanvasView *self)
{
  gtk_menu_button_popdown (self->views_button);
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "canvas.copy-map", NULL);
}

static void
previous_cb (CoalitionCanvasView *self)
{
  coalition_canvas_view_go (self, -1);
}

static void
next_cb (CoalitionCanvasView *self)
{
  coalition_canvas_view_go (self, 1);
}

static void
leave_cb (CoalitionCanvasView *self)
{
  coalition_canvas_view_set_presenting (self, FALSE);
}

/* --- where the cards are ----------------------------------------------------------------------------------------- */

static int
measure_chips (int      width,
               gpointer data)
{
  CoalitionCanvasView *self = data;
  int height;

  gtk_widget_measure (GTK_WIDGET (self->filter_bar), GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static void
measure_card (CoalitionCanvasView *self,
              CoalitionCard        card,
              CoalitionCardSize   *size)
{
  GtkWidget *widget = get_card (self, card);
  gboolean needs_map = card == COALITION_CARD_VIEWS || card == COALITION_CARD_MENUS || card == COALITION_CARD_ZOOM
                       || card == COALITION_CARD_TIME_BAR || card == COALITION_CARD_TIME_BUTTON || card == COALITION_CARD_MINIMAP;

  size->wanted = gtk_widget_get_visible (widget) && (self->has_map || !needs_map);
  if (card == COALITION_CARD_MINIMAP)
    size->wanted = size->wanted && coalition_minimap_is_wanted (self->minimap);
  if (!size->wanted)
    return;
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &size->narrow, &size->wide, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, NULL, &size->height, NULL, NULL);
}

static void
allocate_empty (CoalitionCanvasView *self,
                int                  width,
                int                  height)
{
  int wide, high;

  if (!gtk_widget_should_layout (self->empty))
    return;
  gtk_widget_measure (self->empty, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wide, NULL, NULL);
  wide = MIN (wide, width - 2 * EMPTY_MARGIN);
  gtk_widget_measure (self->empty, GTK_ORIENTATION_VERTICAL, wide, NULL, &high, NULL, NULL);
  gtk_widget_size_allocate (self->empty, &(GtkAllocation) { (width - wide) / 2,
                            self->has_map ? height - high - EMPTY_BOTTOM : (height - high) / 2, wide, high }, -1);
}

static void
coalition_canvas_view_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  CoalitionCanvasView *self = COALITION_CANVAS_VIEW (widget);
  CoalitionCardsRequest request = {
    .width = width, .height = height, .presenting = self->presenting, .legend = self->legend_wish,
    .mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL, .measure_chips = measure_chips, .data = self,
  };
  CoalitionCardPlace places[COALITION_N_CARDS];

  coalition_legend_card_set_room (self->legend, width, height);
  for (int i = 0; i < COALITION_N_CARDS; i++)
    measure_card (self, i, &request.sizes[i]);
  coalition_cards_place (&request, places);
  if (memcmp (places, self->places, sizeof places) != 0)
    coalition_canvas_keep_fit (self->canvas);
  memcpy (self->places, places, sizeof places);

  gtk_widget_size_allocate (GTK_WIDGET (self->canvas), &(GtkAllocation) { 0, 0, width, height }, -1);
  for (int i = 0; i < COALITION_N_CARDS; i++)
    {
      GtkWidget *card = get_card (self, i);

      gtk_widget_set_child_visible (card, places[i].shown);
      if (places[i].shown)
        gtk_widget_size_allocate (card, &(GtkAllocation) { places[i].x, places[i].y, places[i].width, places[i].height }, -1);
    }
  allocate_empty (self, width, height);
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
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = across ? LEAST_WIDTH : LEAST_HEIGHT;
  *natural = across ? NATURAL_WIDTH : NATURAL_HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
}

static gboolean
coalition_canvas_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (COALITION_CANVAS_VIEW (widget)->canvas));
}

static void
coalition_canvas_view_direction_changed (GtkWidget        *widget,
                                         GtkTextDirection  direction)
{
  GTK_WIDGET_CLASS (coalition_canvas_view_parent_class)->direction_changed (widget, direction);
  gtk_widget_queue_allocate (widget);
}

/* --- life -------------------------------------------------------------------------------------------------------- */

static void
listen (CoalitionCanvasView *self,
        CoalitionScene      *scene)
{
  CoalitionSession *session = self->session;

  g_signal_connect_object (self->arrange, "notify::busy", G_CALLBACK (busy_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->arrange, "arranged", G_CALLBACK (arranged_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scene, "map-changed", G_CALLBACK (map_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (coalition_scene_get_viewport (scene), "changed", G_CALLBACK (update_zoom), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "view-changed", G_CALLBACK (coalition_canvas_view_update_words), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "encoding-changed", G_CALLBACK (encoding_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "shown-changed", G_CALLBACK (shown_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "time-changed", G_CALLBACK (coalition_canvas_view_update_time), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "network-changed", G_CALLBACK (coalition_canvas_view_update_words), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->time_bar, "notify::has-dates", G_CALLBACK (coalition_canvas_view_update_time), self, G_CONNECT_SWAPPED);
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
  coalition_layout_menu_set_scene (self->layout_menu, scene);
  coalition_color_menu_set_session (self->color_menu, session);
  coalition_filter_popover_set_session (self->filter_popover, session);
  coalition_filter_bar_set_session (self->filter_bar, session);
  coalition_filter_bar_set_session (self->other_filter_bar, session);
  coalition_view_switcher_set_scene (self->switcher, scene);
  coalition_time_pill_set_session (self->time_pill, session);
  coalition_time_bar_set_session (self->time_bar, session);
  coalition_time_bar_set_session (self->other_time_bar, session);
  coalition_legend_card_set_scene (self->legend, scene);
  coalition_minimap_set_canvas (self->minimap, self->canvas);
  coalition_drag_handle_set_canvas (self->drag_handle, self->canvas);
  listen (self, scene);
  map_changed_cb (self);
  busy_changed_cb (self);
  coalition_canvas_view_update_time (self);
  update_zoom (self);
}

static void
coalition_canvas_view_get_property (GObject    *object,
                                    guint       id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  CoalitionCanvasView *self = COALITION_CANVAS_VIEW (object);
  gboolean snap;

  switch (id)
    {
    case PROP_SESSION: g_value_set_object (value, self->session); break;
    case PROP_PRESENTING: g_value_set_boolean (value, self->presenting); break;
    case PROP_SNAP:
      g_object_get (self->canvas, "snap", &snap, NULL);
      g_value_set_boolean (value, snap);
      break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coalition_canvas_view_set_property (GObject      *object,
                                    guint         id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  CoalitionCanvasView *self = COALITION_CANVAS_VIEW (object);

  switch (id)
    {
    case PROP_SESSION: set_session (self, g_value_get_object (value)); break;
    case PROP_PRESENTING: coalition_canvas_view_set_presenting (self, g_value_get_boolean (value)); break;
    case PROP_SNAP: g_object_set (self->canvas, "snap", g_value_get_boolean (value), NULL); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
snap_changed_cb (CoalitionCanvasView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SNAP]);
}

static void
coalition_canvas_view_dispose (GObject *object)
{
  CoalitionCanvasView *self = COALITION_CANVAS_VIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->zoom_source, g_source_remove);
  g_clear_handle_id (&self->hide_source, g_source_remove);
  if (self->arrange != NULL)
    coalition_arrange_cancel (self->arrange);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->arrange);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (coalition_canvas_view_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, CoalitionCanvasView, name)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (canvas);
  BIND (empty);
  BIND (empty_image);
  BIND (tools);
  BIND (select_button);
  BIND (connect_button);
  BIND (forum_button);
  BIND (note_button);
  BIND (pan_button);
  BIND (views_card);
  BIND (drag_handle);
  BIND (views_button);
  BIND (views_word);
  BIND (switcher);
  BIND (menus);
  BIND (spinner);
  BIND (cancel_button);
  BIND (layout_button);
  BIND (layout_word);
  BIND (layout_menu);
  BIND (color_button);
  BIND (color_word);
  BIND (color_menu);
  BIND (filter_button);
  BIND (filter_word);
  BIND (filter_popover);
  BIND (time_pill);
  BIND (filter_bar);
  BIND (chips_card);
  BIND (chips_button);
  BIND (other_filter_bar);
  BIND (zoom_card);
  BIND (zoom_label);
  BIND (time_bar);
  BIND (time_card);
  BIND (time_button);
  BIND (time_word);
  BIND (other_time_bar);
  BIND (minimap);
  BIND (legend);
  BIND (legend_head);
  BIND (caption);
  BIND (caption_title);
  BIND (caption_text);
  BIND (controls);
  BIND (controls_label);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, fold_cb);
  gtk_widget_class_bind_template_callback (widget_class, unfold_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, tool_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_party_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_normal_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, fit_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
}

static void
ensure_types (void)
{
  g_type_ensure (COALITION_TYPE_CANVAS);
  g_type_ensure (COALITION_TYPE_COLOR_MENU);
  g_type_ensure (COALITION_TYPE_FILTER_BAR);
  g_type_ensure (COALITION_TYPE_FILTER_POPOVER);
  g_type_ensure (COALITION_TYPE_LAYOUT_MENU);
  g_type_ensure (COALITION_TYPE_LEGEND_CARD);
  g_type_ensure (COALITION_TYPE_MINIMAP);
  g_type_ensure (COALITION_TYPE_DRAG_HANDLE);
  g_type_ensure (COALITION_TYPE_TIME_BAR);
  g_type_ensure (COALITION_TYPE_TIME_PILL);
  g_type_ensure (COALITION_TYPE_VIEW_SWITCHER);
  g_type_ensure (COALITION_TYPE_WORD);
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
  widget_class->direction_changed = coalition_canvas_view_direction_changed;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, COALITION_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SNAP] = g_param_spec_boolean ("snap", NULL, NULL, FALSE,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PRESENTING] = g_param_spec_boolean ("presenting", NULL, NULL, FALSE,
                                                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  ensure_types ();
  gtk_widget_class_set_css_name (widget_class, "coalition-canvas-view");
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCES "/coalition-canvas-view.ui");
  bind_children (widget_class);
  bind_callbacks (widget_class);
}

/* The switcher knows of no canvas: the verb is added to it. */
static void
add_copy_verb (CoalitionCanvasView *self)
{
  GtkWidget *button = gtk_button_new (), *label = gtk_label_new_with_mnemonic (_("_Copy as a Picture"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_tooltip_text (button, _("To paste it elsewhere (Ctrl+Shift+C)"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "verb");
  g_signal_connect_object (button, "clicked", G_CALLBACK (copy_map_cb), self, G_CONNECT_SWAPPED);
  coalition_view_switcher_add_extra (self->switcher, button);
}

static void
coalition_canvas_view_init (CoalitionCanvasView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_copy_verb (self);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  coalition_word_set_letters (self->views_word, VIEW_LETTERS);
  g_object_bind_property (self->canvas, "snap", self->layout_menu, "snap", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (self->canvas, "notify::snap", G_CALLBACK (snap_changed_cb), self, G_CONNECT_SWAPPED);
  coalition_canvas_view_add_presenting (self);
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

/**
 * coalition_canvas_view_get_places:
 * @self: a view
 *
 * Returns: (transfer none) (array fixed-size=14): where each card is, as of the last time that it was laid out
 */
const CoalitionCardPlace *
coalition_canvas_view_get_places (CoalitionCanvasView *self)
{
  return self->places;
}

/**
 * coalition_canvas_view_open_menu:
 * @self: a view
 * @menu: one of those that float on the map
 *
 * Opens a menu, as a press of its button does.
 */
void
coalition_canvas_view_open_menu (CoalitionCanvasView *self,
                                 CoalitionCanvasMenu  menu)
{
  GtkMenuButton *buttons[] = { self->layout_button, self->color_button, self->filter_button, self->views_button, self->time_button };
  GtkMenuButton *button = buttons[menu];

  if (self->presenting || !self->has_map)
    return;
  if (menu == COALITION_CANVAS_MENU_TIME && !self->places[COALITION_CARD_TIME_BUTTON].shown)
    gtk_widget_child_focus (GTK_WIDGET (self->time_bar), GTK_DIR_TAB_FORWARD);
  else if (gtk_widget_is_sensitive (GTK_WIDGET (button)))
    gtk_menu_button_popup (button);
}

/**
 * coalition_canvas_view_ask_new_view:
 * @self: a view
 *
 * Asks for the name of a new view of the campaign.
 */
void
coalition_canvas_view_ask_new_view (CoalitionCanvasView *self)
{
  coalition_canvas_view_open_menu (self, COALITION_CANVAS_MENU_VIEWS);
  if (gtk_widget_get_visible (GTK_WIDGET (self->switcher)))
    coalition_view_switcher_ask_new (self->switcher);
}

/**
 * coalition_canvas_view_go:
 * @self: a view
 * @by: 1 for the next view of the campaign, -1 for the one before; %G_MININT for the first, %G_MAXINT for the last
 *
 * Goes to another view of the campaign.
 */
void
coalition_canvas_view_go (CoalitionCanvasView *self,
                          int                  by)
{
  coalition_view_switcher_go (self->switcher, by);
}
