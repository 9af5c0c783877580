/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-layer.h"

#include <math.h>

/* How far the picture reaches beyond the widget on each side, in pixels: what can be panned before it is painted anew. */
#define MARGIN 300

/* Within this many pixels of the picture's end a new one is asked for, so that it is there in time. */
#define NEAR 60

#define SCALE_MOST 1.5
#define SCALE_LEAST 0.66

/**
 * Picture:
 *
 * A painted map and what it was painted from. What it leaves out is kept by id, since it outlives its network.
 */
typedef struct {
  cairo_surface_t *surface;
  int width; /* device pixels */
  int height;
  int scale_factor;
  double zoom;
  double origin_x; /* map units, of the top left corner */
  double origin_y;
  guint generation;
  guint selection_generation;
  GPtrArray *hidden; /* ids of parties */
  GPtrArray *hidden_items; /* ids of hubs, notes and pictures */
} Picture;

/**
 * Job:
 *
 * One painting: the picture to be, and the map and flags of the thread's own.
 */
typedef struct {
  Picture *picture;
  CoalitionMap *map;
  CoalitionMapState state;
} Job;

struct _CoalitionLayer
{
  GObject parent_instance;

  CoalitionScene *scene;
  Picture *picture;
  GCancellable *cancellable; /* of the painting under way, or NULL */
  guint asked_generation;

  GskRenderNode *node;
  double node_x, node_y, node_scale, node_width, node_height;

  gboolean *overlay; /* flags of parties */
  guint overlay_size;
  gboolean *overlay_forums;
  gboolean *overlay_notes;
  gboolean *overlay_pictures;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CoalitionLayer, coalition_layer, G_TYPE_OBJECT)

static void
picture_free (Picture *picture)
{
  g_clear_pointer (&picture->surface, cairo_surface_destroy);
  g_clear_pointer (&picture->hidden, g_ptr_array_unref);
  g_clear_pointer (&picture->hidden_items, g_ptr_array_unref);
  g_free (picture);
}

static void
job_free (Job *job)
{
  g_clear_pointer (&job->picture, picture_free);
  g_clear_pointer (&job->map, coalition_map_free);
  g_free ((gpointer) job->state.selected_parties);
  g_free ((gpointer) job->state.selected_ties);
  g_free ((gpointer) job->state.lit_parties);
  g_free ((gpointer) job->state.hidden_parties);
  g_free ((gpointer) job->state.lit_ties);
  g_free ((gpointer) job->state.lit_forums);
  g_free ((gpointer) job->state.selected_forums);
  g_free ((gpointer) job->state.selected_notes);
  g_free ((gpointer) job->state.selected_pictures);
  g_free ((gpointer) job->state.hidden_forums);
  g_free ((gpointer) job->state.hidden_notes);
  g_free ((gpointer) job->state.hidden_pictures);
  g_free (job);
}

/* A kind of thing that is no party: what of it is moved, and how it is called. */
typedef struct {
  CoalitionMapPart part;
  const gboolean *hidden;
  guint n;
  gboolean **overlay;
} ItemKind;

static void
list_item_kinds (CoalitionLayer          *self,
                 const CoalitionMapState *state,
                 ItemKind                 kinds[3])
{
  CoalitionNetwork *network = coalition_scene_get_network (self->scene);

  kinds[0] = (ItemKind) { COALITION_MAP_FORUM, state->hidden_forums, 0, &self->overlay_forums };
  kinds[1] = (ItemKind) { COALITION_MAP_NOTE, state->hidden_notes, 0, &self->overlay_notes };
  kinds[2] = (ItemKind) { COALITION_MAP_PICTURE, state->hidden_pictures, 0, &self->overlay_pictures };
  coalition_network_get_forums (network, &kinds[0].n);
  coalition_network_get_notes (network, &kinds[1].n);
  coalition_network_get_pictures (network, &kinds[2].n);
}

static GPtrArray *
list_hidden_items (CoalitionLayer          *self,
                   const CoalitionMapState *state)
{
  GPtrArray *ids = NULL;
  ItemKind kinds[3];

  list_item_kinds (self, state, kinds);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; kinds[i].hidden != NULL && j < kinds[i].n; j++)
      if (kinds[i].hidden[j])
        {
          if (ids == NULL)
            ids = g_ptr_array_new_with_free_func (g_free);
          g_ptr_array_add (ids, g_strdup (coalition_scene_get_item_id (self->scene, kinds[i].part, j)));
        }
  return ids;
}

static Picture *
plan_picture (CoalitionLayer          *self,
              int                      scale_factor,
              const CoalitionMapState *state)
{
  CoalitionViewport *viewport = coalition_scene_get_viewport (self->scene);
  Picture *picture = g_new0 (Picture, 1);
  double width, height;

  coalition_viewport_get_size (viewport, &width, &height);
  picture->width = (int) ceil ((width + 2 * MARGIN) * scale_factor);
  picture->height = (int) ceil ((height + 2 * MARGIN) * scale_factor);
  picture->scale_factor = scale_factor;
  picture->zoom = coalition_viewport_get_zoom (viewport);
  coalition_viewport_to_map (viewport, -MARGIN, -MARGIN, &picture->origin_x, &picture->origin_y);
  picture->generation = coalition_scene_get_generation (self->scene);
  picture->selection_generation = coalition_scene_get_selection_generation (self->scene);
  if (state->hidden_parties != NULL)
    {
      guint n_parties = coalition_scene_get_n_parties (self->scene);

      picture->hidden = g_ptr_array_new_with_free_func (g_free);
      for (guint i = 0; i < n_parties; i++)
        if (state->hidden_parties[i])
          g_ptr_array_add (picture->hidden, g_strdup (coalition_scene_get_party (self->scene, i)->id));
    }
  picture->hidden_items = list_hidden_items (self, state);
  return picture;
}

static void
take_picture (CoalitionLayer *self,
              Picture        *picture)
{
  g_clear_pointer (&self->picture, picture_free);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  self->picture = picture;
}

static void
paint_now (CoalitionLayer *self,
           int             scale_factor)
{
  CoalitionMapState state;
  Picture *picture;

  coalition_scene_get_state (self->scene, &state);
  picture = plan_picture (self, scale_factor, &state);
  picture->surface = coalition_map_render (coalition_scene_get_map (self->scene), picture->width, picture->height,
                                           picture->zoom * scale_factor, picture->origin_x, picture->origin_y, &state, NULL);
  if (picture->surface == NULL)
    picture_free (picture);
  else
    take_picture (self, picture);
}

static void
paint_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  Job *job = data;
  Picture *picture = job->picture;

  picture->surface = coalition_map_render (job->map, picture->width, picture->height,
                                           picture->zoom * picture->scale_factor, picture->origin_x, picture->origin_y,
                                           &job->state, cancellable);
  /* What the map made in this thread has to go in this thread. */
  g_clear_pointer (&job->map, coalition_map_free);
  if (picture->surface == NULL)
    g_task_return_pointer (task, NULL, NULL);
  else
    g_task_return_pointer (task, g_steal_pointer (&job->picture), (GDestroyNotify) picture_free);
}

static void
painted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  CoalitionLayer *self = COALITION_LAYER (source);
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));
  Picture *picture = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self->cancellable == cancellable)
    g_clear_object (&self->cancellable);
  if (picture == NULL)
    return;
  if (g_cancellable_is_cancelled (cancellable))
    {
      picture_free (picture);
      return;
    }
  take_picture (self, picture);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean *
copy_flags (const gboolean *flags,
            guint           n_flags)
{
  return flags != NULL ? g_memdup2 (flags, sizeof (gboolean) * MAX (n_flags, 1)) : NULL;
}

static void
paint_later (CoalitionLayer *self,
             int             scale_factor)
{
  g_autoptr (GTask) task = NULL;
  Job *job = g_new0 (Job, 1);
  guint n_parties, n_ties, n_forums, n_notes, n_pictures;

  coalition_network_get_forums (coalition_scene_get_network (self->scene), &n_forums);
  coalition_network_get_notes (coalition_scene_get_network (self->scene), &n_notes);
  coalition_network_get_pictures (coalition_scene_get_network (self->scene), &n_pictures);
  coalition_network_get_parties (coalition_scene_get_network (self->scene), &n_parties);
  coalition_network_get_ties (coalition_scene_get_network (self->scene), &n_ties);
  coalition_scene_get_state (self->scene, &job->state);
  job->picture = plan_picture (self, scale_factor, &job->state);
  job->state.selected_parties = copy_flags (job->state.selected_parties, n_parties);
  job->state.selected_ties = copy_flags (job->state.selected_ties, n_ties);
  job->state.lit_parties = copy_flags (job->state.lit_parties, n_parties);
  job->state.hidden_parties = copy_flags (job->state.hidden_parties, n_parties);
  job->state.lit_ties = copy_flags (job->state.lit_ties, n_ties);
  job->state.lit_forums = copy_flags (job->state.lit_forums, n_forums);
  job->state.selected_forums = copy_flags (job->state.selected_forums, n_forums);
  job->state.selected_notes = copy_flags (job->state.selected_notes, n_notes);
  job->state.selected_pictures = copy_flags (job->state.selected_pictures, n_pictures);
  job->state.hidden_forums = copy_flags (job->state.hidden_forums, n_forums);
  job->state.hidden_notes = copy_flags (job->state.hidden_notes, n_notes);
  job->state.hidden_pictures = copy_flags (job->state.hidden_pictures, n_pictures);
  job->map = coalition_map_copy (coalition_scene_get_map (self->scene));

  self->cancellable = g_cancellable_new ();
  self->asked_generation = job->picture->generation;
  task = g_task_new (self, self->cancellable, painted_cb, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, paint_in_thread);
}

/* Where the picture's corner is seen, in pixels, and how much it is scaled. */
static void
find_picture (CoalitionLayer *self,
              double         *x,
              double         *y,
              double         *scale)
{
  CoalitionViewport *viewport = coalition_scene_get_viewport (self->scene);

  coalition_viewport_to_widget (viewport, self->picture->origin_x, self->picture->origin_y, x, y);
  *scale = coalition_viewport_get_zoom (viewport) / self->picture->zoom;
  if (fabs (*scale - 1) < 1e-6)
    {
      *scale = 1;
      *x = round (*x * self->picture->scale_factor) / self->picture->scale_factor;
      *y = round (*y * self->picture->scale_factor) / self->picture->scale_factor;
    }
}

static gboolean
reaches (CoalitionLayer *self,
         double          beyond)
{
  double x, y, scale, width, height;

  if (self->picture == NULL)
    return FALSE;
  coalition_viewport_get_size (coalition_scene_get_viewport (self->scene), &width, &height);
  find_picture (self, &x, &y, &scale);
  return x <= -beyond && y <= -beyond
         && x + self->picture->width * scale / self->picture->scale_factor >= width + beyond
         && y + self->picture->height * scale / self->picture->scale_factor >= height + beyond;
}

static void
coalition_layer_dispose (GObject *object)
{
  CoalitionLayer *self = COALITION_LAYER (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->picture, picture_free);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->overlay, g_free);
  g_clear_pointer (&self->overlay_forums, g_free);
  g_clear_pointer (&self->overlay_notes, g_free);
  g_clear_pointer (&self->overlay_pictures, g_free);
  g_clear_object (&self->scene);
  G_OBJECT_CLASS (coalition_layer_parent_class)->dispose (object);
}

static void
coalition_layer_class_init (CoalitionLayerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coalition_layer_dispose;
  signals[CHANGED] = g_signal_new ("changed", COALITION_TYPE_LAYER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
coalition_layer_init (CoalitionLayer *self)
{
}

/**
 * coalition_layer_new:
 * @scene: what is painted
 *
 * Returns: (transfer full): a layer without a picture
 */
CoalitionLayer *
coalition_layer_new (CoalitionScene *scene)
{
  CoalitionLayer *self = g_object_new (COALITION_TYPE_LAYER, NULL);

  self->scene = g_object_ref (scene);
  return self;
}

/**
 * coalition_layer_update:
 * @self: a layer
 * @scale_factor: device pixels per pixel
 * @at_rest: whether nothing has moved for a moment, so that a scaled picture is to become crisp
 *
 * Has the map painted again if the picture no longer shows it, no longer covers the widget, or is scaled too far:
 * at once for a small map or the very first picture, else in the thread.
 *
 * Returns: whether there is a picture to show
 */
gboolean
coalition_layer_update (CoalitionLayer *self,
                        int             scale_factor,
                        gboolean        at_rest)
{
  gboolean stale, large = coalition_scene_is_large (self->scene);
  double x, y, scale, width, height;

  coalition_viewport_get_size (coalition_scene_get_viewport (self->scene), &width, &height);
  if (coalition_scene_get_map (self->scene) == NULL || width < 1 || height < 1)
    {
      g_clear_pointer (&self->picture, picture_free);
      g_clear_pointer (&self->node, gsk_render_node_unref);
      return FALSE;
    }
  stale = self->picture == NULL || self->picture->scale_factor != scale_factor
          || self->picture->generation != coalition_scene_get_generation (self->scene);
  if (!stale)
    {
      find_picture (self, &x, &y, &scale);
      /* A picture that is too small may still cover less than the widget: all the map is on it when zooming out. */
      stale = scale > SCALE_MOST || scale < SCALE_LEAST || (at_rest && scale != 1)
              || !reaches (self, large && scale == 1 ? NEAR : 0);
    }
  if (!stale)
    return TRUE;

  if (self->picture == NULL || !large)
    {
      if (self->cancellable != NULL)
        g_cancellable_cancel (self->cancellable);
      paint_now (self, scale_factor);
    }
  else if (self->cancellable == NULL)
    {
      paint_later (self, scale_factor);
    }
  else if (self->asked_generation != coalition_scene_get_generation (self->scene))
    {
      /* What is being painted is out of date before it is done. */
      g_cancellable_cancel (self->cancellable);
      g_clear_object (&self->cancellable);
      paint_later (self, scale_factor);
    }
  return self->picture != NULL;
}

/**
 * coalition_layer_get_node:
 * @self: a layer with a picture
 *
 * Gets the picture as it is seen now. As long as the viewport stands still it is the very same node, so that GTK finds
 * nothing to repaint.
 *
 * Returns: (transfer none): a node for the snapshot
 */
GskRenderNode *
coalition_layer_get_node (CoalitionLayer *self)
{
  double x, y, scale, width, height;
  cairo_t *cr;

  coalition_viewport_get_size (coalition_scene_get_viewport (self->scene), &width, &height);
  find_picture (self, &x, &y, &scale);
  if (self->node != NULL && self->node_x == x && self->node_y == y && self->node_scale == scale
      && self->node_width == width && self->node_height == height)
    return self->node;

  g_clear_pointer (&self->node, gsk_render_node_unref);
  self->node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cr = gsk_cairo_node_get_draw_context (self->node);
  cairo_translate (cr, x, y);
  cairo_scale (cr, scale / self->picture->scale_factor, scale / self->picture->scale_factor);
  cairo_set_source_surface (cr, self->picture->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_destroy (cr);
  self->node_x = x;
  self->node_y = y;
  self->node_scale = scale;
  self->node_width = width;
  self->node_height = height;
  return self->node;
}

/**
 * coalition_layer_covers:
 * @self: a layer
 *
 * Returns: whether the picture reaches over the whole widget; else the ground must be painted under it
 */
gboolean
coalition_layer_covers (CoalitionLayer *self)
{
  return reaches (self, 0);
}

/* Hubs, notes and pictures that the picture leaves out, or that are being moved; FALSE if there are none. */
static gboolean
flag_items (CoalitionLayer    *self,
            CoalitionMapState *state)
{
  gboolean any = FALSE;
  ItemKind kinds[3];

  list_item_kinds (self, state, kinds);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_clear_pointer (kinds[i].overlay, g_free);
      if (kinds[i].hidden == NULL && self->picture->hidden_items == NULL)
        continue;
      *kinds[i].overlay = g_new0 (gboolean, kinds[i].n + 1);
      for (guint j = 0; kinds[i].hidden != NULL && j < kinds[i].n; j++)
        {
          (*kinds[i].overlay)[j] = kinds[i].hidden[j];
          any = any || kinds[i].hidden[j];
        }
    }
  for (guint i = 0; self->picture->hidden_items != NULL && i < self->picture->hidden_items->len; i++)
    {
      CoalitionMapPart part;
      guint index;

      if (!coalition_scene_find_item (self->scene, self->picture->hidden_items->pdata[i], &part, &index))
        continue;
      any = TRUE;
      for (guint j = 0; j < G_N_ELEMENTS (kinds); j++)
        if (kinds[j].part == part)
          (*kinds[j].overlay)[index] = TRUE;
    }
  return any;
}

static guint
flag_parties (CoalitionLayer          *self,
              const CoalitionMapState *state)
{
  CoalitionNetwork *network = coalition_scene_get_network (self->scene);
  gboolean selection = self->picture->selection_generation != coalition_scene_get_selection_generation (self->scene);
  guint n_parties = coalition_scene_get_n_parties (self->scene), n_over = 0;

  if (self->overlay_size < n_parties + 1)
    {
      g_free (self->overlay);
      self->overlay_size = n_parties + 1;
      self->overlay = g_new (gboolean, self->overlay_size);
    }
  memset (self->overlay, 0, sizeof (gboolean) * self->overlay_size);
  for (guint i = 0; self->picture->hidden != NULL && i < self->picture->hidden->len; i++)
    {
      int party = coalition_network_find_party (network, self->picture->hidden->pdata[i]);
      if (party >= 0)
        self->overlay[party] = TRUE;
    }
  for (guint i = 0; i < n_parties; i++)
    {
      if (state->hidden_parties != NULL ? state->hidden_parties[i] : selection && state->selected_parties[i])
        self->overlay[i] = TRUE;
      n_over += self->overlay[i];
    }
  return n_over;
}

/**
 * coalition_layer_get_overlay:
 * @self: a layer
 * @state: (out caller-allocates): how to paint what is over the picture; its flags belong to the layer and the scene
 *
 * Tells what has to be painted over the picture: what it leaves out, what is being moved, and who has been selected
 * since.
 *
 * Returns: %FALSE if the picture shows all
 */
gboolean
coalition_layer_get_overlay (CoalitionLayer    *self,
                             CoalitionMapState *state)
{
  gboolean any;

  if (self->picture == NULL || coalition_scene_get_network (self->scene) == NULL)
    return FALSE;
  coalition_scene_get_state (self->scene, state);
  if (state->hidden_parties == NULL && state->hidden_forums == NULL && state->hidden_notes == NULL && state->hidden_pictures == NULL
      && self->picture->hidden == NULL && self->picture->hidden_items == NULL
      && self->picture->selection_generation == coalition_scene_get_selection_generation (self->scene))
    return FALSE;
  any = flag_items (self, state);
  any = flag_parties (self, state) > 0 || any;
  state->hidden_parties = self->overlay;
  state->hidden_forums = self->overlay_forums;
  state->hidden_notes = self->overlay_notes;
  state->hidden_pictures = self->overlay_pictures;
  state->only_hidden = TRUE;
  state->grid = FALSE;
  return any;
}

/**
 * coalition_layer_is_settled:
 * @self: a layer
 *
 * Returns: whether no painting is under way and the picture is up to date
 */
gboolean
coalition_layer_is_settled (CoalitionLayer *self)
{
  return self->cancellable == NULL && self->picture != NULL
         && self->picture->generation == coalition_scene_get_generation (self->scene);
}
