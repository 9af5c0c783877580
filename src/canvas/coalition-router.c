/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-router.h"

#include <glib/gi18n-lib.h>

/* How long the map must have been at rest, in milliseconds: longer than parties glide to their places. */
#define REST 300

struct _CoalitionRouter
{
  GObject parent_instance;

  CoalitionScene *scene;
  GCancellable *cancellable; /* of the computation under way, or NULL */
  guint source;
  gboolean was_moving;
  gboolean told; /* that it failed: once, not after every move */
};

/* A computation, and what it is for. */
typedef struct {
  CoalitionRouter *router;
  CoalitionNetwork *network;
  GCancellable *cancellable;
} Job;

G_DEFINE_FINAL_TYPE (CoalitionRouter, coalition_router, G_TYPE_OBJECT)

static void
job_free (Job *job)
{
  g_object_unref (job->router);
  coalition_network_unref (job->network);
  g_object_unref (job->cancellable);
  g_free (job);
}

static gboolean
is_wanted (CoalitionRouter *self)
{
  CoalitionSession *session = coalition_scene_get_session (self->scene);
  CoalitionCampaign *campaign = coalition_session_get_campaign (session);

  return campaign != NULL && coalition_scene_get_network (self->scene) != NULL
         && coalition_record_get_boolean (coalition_campaign_get_view (campaign), "routed");
}

static void
cancel (CoalitionRouter *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
computed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Job *job = data;
  CoalitionRouter *self = job->router;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) routes = coalition_routes_compute_finish (result, &error);

  /* Only the last one counts, and only for the map that it was computed for. */
  if (self->cancellable == job->cancellable && self->scene != NULL)
    {
      g_clear_object (&self->cancellable);
      if (routes != NULL && coalition_scene_get_network (self->scene) == job->network && !coalition_scene_is_moving (self->scene))
        {
          self->told = FALSE;
          coalition_scene_set_routes (self->scene, routes);
        }
      else if (error != NULL && !self->told)
        {
          /* TRANSLATORS: %s is a sentence that says why ties are not led around parties */
          g_autofree char *message = g_strdup_printf (_("Ties stay straight. %s"), error->message);

          self->told = TRUE;
          coalition_session_tell (coalition_scene_get_session (self->scene), message, FALSE);
        }
    }
  job_free (job);
}

static gboolean
start_cb (gpointer data)
{
  CoalitionRouter *self = data;
  g_autofree CoalitionPlace *places = NULL;
  g_autofree CoalitionBox *boxes = NULL;
  guint n_parties = coalition_scene_get_n_parties (self->scene);
  Job *job;

  self->source = 0;
  if (!is_wanted (self) || coalition_scene_is_moving (self->scene) || n_parties == 0)
    return G_SOURCE_REMOVE;

  places = coalition_scene_dup_places (self->scene);
  boxes = g_memdup2 (coalition_map_get_boxes (coalition_scene_get_map (self->scene)), n_parties * sizeof (CoalitionBox));
  /* Who is not shown is in nobody's way. */
  for (guint i = 0; i < n_parties; i++)
    if (coalition_scene_is_left_out (self->scene, i))
      boxes[i] = (CoalitionBox) { 0 };
  job = g_new (Job, 1);
  job->router = g_object_ref (self);
  job->network = coalition_network_ref (coalition_scene_get_network (self->scene));
  job->cancellable = g_cancellable_new ();
  self->cancellable = g_object_ref (job->cancellable);
  coalition_routes_compute_async (job->network, boxes, places, job->cancellable, computed_cb, job);
  return G_SOURCE_REMOVE;
}

/* The map, or whether its ties are to be led around, has changed. */
static void
schedule (CoalitionRouter *self)
{
  cancel (self);
  if (is_wanted (self))
    self->source = g_timeout_add (REST, start_cb, self);
  else
    coalition_scene_set_routes (self->scene, NULL);
}

/* A move makes ties straight that were led around; one that was called off leaves the network as it is. */
static void
changed_cb (CoalitionRouter *self)
{
  gboolean moving = coalition_scene_is_moving (self->scene);

  if (moving == self->was_moving)
    return;
  self->was_moving = moving;
  if (moving)
    cancel (self);
  else if (is_wanted (self))
    schedule (self);
}

static void
coalition_router_dispose (GObject *object)
{
  CoalitionRouter *self = COALITION_ROUTER (object);

  cancel (self);
  g_clear_object (&self->scene);
  G_OBJECT_CLASS (coalition_router_parent_class)->dispose (object);
}

static void
coalition_router_class_init (CoalitionRouterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coalition_router_dispose;
}

static void
coalition_router_init (CoalitionRouter *self)
{
}

/**
 * coalition_router_new:
 * @scene: the scene whose ties are led around
 *
 * Returns: (transfer full): an object that does so as long as it lives
 */
CoalitionRouter *
coalition_router_new (CoalitionScene *scene)
{
  CoalitionRouter *self = g_object_new (COALITION_TYPE_ROUTER, NULL);
  CoalitionSession *session = coalition_scene_get_session (scene);

  self->scene = g_object_ref (scene);
  g_signal_connect_object (scene, "map-changed", G_CALLBACK (schedule), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scene, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "view-changed", G_CALLBACK (schedule), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "shown-changed", G_CALLBACK (schedule), self, G_CONNECT_SWAPPED);
  schedule (self);
  return self;
}
