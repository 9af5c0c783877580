/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-arrange.h"

#include "coalition-router.h"
#include "coalition-space.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The same campaign is arranged in the same way each time. */
#define SEED 1

/* Up to this many new parties find their places one by one; for more, or when they are a large part of the map, an
 * arrangement of the new ones among the others is better. */
#define FEW 8
#define LARGE_PART 0.3

struct _CoalitionArrange
{
  GObject parent_instance;

  CoalitionScene *scene;
  CoalitionRouter *router;
  GCancellable *cancellable; /* of the arrangement under way, or NULL */
  CoalitionCampaign *campaign; /* that the memory below is about; only compared */
  char *view; /* id of the view that the memory below is about */
  GHashTable *last; /* id of a party -> where it last was */
  GArray *promised_boxes; /* of parties that have a place but are not on the map yet, in map units */
  gboolean gave_up; /* an arrangement failed: no more of them without being asked */
};

/**
 * Job:
 *
 * What an arrangement was asked for. The network may be another by the time it is done.
 */
typedef struct {
  CoalitionArrange *arrange;
  CoalitionNetwork *network;
  CoalitionArrangeScope scope;
  CoalitionLayoutKind kind;
  char *view;
  char *center; /* id of the party in the middle of the rings, or NULL */
  char *issue;  /* id of the issue of the power map, or NULL */
  CoalitionPowerFrame frame;
  gboolean *movable;
  gboolean automatic;
  GCancellable *cancellable;
} Job;

enum {
  PROP_0,
  PROP_BUSY,
  N_PROPERTIES,
};

enum {
  ARRANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CoalitionArrange, coalition_arrange, G_TYPE_OBJECT)

static void check_places (CoalitionArrange *self);

static void
job_free (Job *job)
{
  g_object_unref (job->arrange);
  coalition_network_unref (job->network);
  g_object_unref (job->cancellable);
  g_free (job->view);
  g_free (job->center);
  g_free (job->issue);
  g_free (job->movable);
  g_free (job);
}

static void
remember (CoalitionArrange *self,
          const char       *id,
          double            x,
          double            y)
{
  CoalitionPlace place = { x, y };

  g_hash_table_replace (self->last, g_strdup (id), g_memdup2 (&place, sizeof place));
}

static CoalitionRecord *
get_view (CoalitionArrange *self)
{
  return coalition_campaign_get_view (coalition_session_get_campaign (coalition_scene_get_session (self->scene)));
}

static const char *
get_view_id (CoalitionArrange *self)
{
  return coalition_record_get_id (get_view (self));
}

/* Whether the view is a power map, and how large. */
static gboolean
read_power_frame (CoalitionArrange    *self,
                  CoalitionPowerFrame *frame)
{
  CoalitionRecord *view = get_view (self);

  return g_strcmp0 (coalition_record_get_text (view, "layout"), "power") == 0
         && coalition_record_get_real (view, "frame_width", &frame->width) && frame->width > 0 && frame->width < 1e6
         && coalition_record_get_real (view, "frame_height", &frame->height) && frame->height > 0 && frame->height < 1e6;
}

static CoalitionCommand *
begin_command (const Job *job)
{
  const CoalitionNetworkParty *parties = coalition_network_get_parties (job->network, NULL);
  int center = job->center != NULL ? coalition_network_find_party (job->network, job->center) : -1;

  if (job->automatic && job->scope == COALITION_ARRANGE_SELECTION)
    return coalition_command_new (N_("Place parties where they are judged to stand"), NULL);
  if (job->automatic)
    return coalition_command_new (N_("Place new parties"), NULL);
  switch (job->kind)
    {
    case COALITION_LAYOUT_LEVELS:
      return coalition_command_new (N_("Arrange the map in levels"), NULL);
    case COALITION_LAYOUT_RINGS:
      return center >= 0 ? coalition_command_new (N_("Arrange the map in rings around %s"), parties[center].name, NULL)
                         : coalition_command_new (N_("Arrange the map in rings"), NULL);
    case COALITION_LAYOUT_CIRCLE:
      return coalition_command_new (N_("Arrange the map in a circle"), NULL);
    case COALITION_LAYOUT_POWER:
      return coalition_command_new (N_("Arrange the map by stance and influence"), NULL);
    case COALITION_LAYOUT_FREE:
    default:
      return coalition_command_new (N_("Arrange the map"), NULL);
    }
}

/* What the view is from now on: the same edit, so that Undo takes it back with the places. */
static void
set_view (const Job        *job,
          CoalitionCommand *command)
{
  const CoalitionKind *kind = &coalition_kind_view;

  coalition_command_set_text (command, kind, job->view, "layout", coalition_layout_kind_to_text (job->kind));
  if (job->kind == COALITION_LAYOUT_RINGS)
    {
      if (job->center != NULL)
        coalition_command_set_text (command, kind, job->view, "center", job->center);
      else
        coalition_command_set_null (command, kind, job->view, "center");
    }
  if (job->kind == COALITION_LAYOUT_POWER)
    {
      if (job->issue != NULL)
        coalition_command_set_text (command, kind, job->view, "issue", job->issue);
      else
        coalition_command_set_null (command, kind, job->view, "issue");
      coalition_command_set_real (command, kind, job->view, "frame_width", job->frame.width);
      coalition_command_set_real (command, kind, job->view, "frame_height", job->frame.height);
    }
}

/* The arrangement as one command. Who has been moved by the person, or deleted, in the meantime is left alone. */
static void
store_places (Job                  *job,
              const CoalitionPlace *places,
              guint                 n_places)
{
  CoalitionArrange *self = job->arrange;
  CoalitionNetwork *now = coalition_scene_get_network (self->scene);
  const CoalitionNetworkParty *before = coalition_network_get_parties (job->network, NULL);
  const CoalitionNetworkParty *parties = coalition_network_get_parties (now, NULL);
  g_autoptr (CoalitionCommand) command = begin_command (job);
  g_autofree CoalitionPlace *stored = g_new (CoalitionPlace, n_places + 1);

  for (guint i = 0; i < n_places; i++)
    {
      int index = coalition_network_find_party (now, before[i].id);
      gboolean pinned;

      stored[i] = (CoalitionPlace) { before[i].x, before[i].y };
      if (index < 0 || (before[i].placed && !job->movable[i]))
        continue;
      pinned = parties[index].placed && parties[index].pinned;
      if (pinned && !before[i].pinned)
        continue;
      if (job->scope == COALITION_ARRANGE_ALL)
        pinned = FALSE;
      coalition_layout_store_place (command, self->campaign, job->network, i, places[i], pinned,
                                    job->scope == COALITION_ARRANGE_ALL);
      stored[i] = places[i];
      remember (self, before[i].id, places[i].x, places[i].y);
    }
  coalition_layout_store_hubs (command, self->campaign, job->network, stored);
  if (!job->automatic && job->scope != COALITION_ARRANGE_SELECTION)
    set_view (job, command);
  coalition_session_run (coalition_scene_get_session (self->scene), g_steal_pointer (&command),
                         job->automatic ? NULL : _("Map arranged"));
  g_signal_emit (self, signals[ARRANGED], 0, job->scope != COALITION_ARRANGE_SELECTION);
}

/* Without an arrangement everybody is shown somewhere all the same. */
static void
show_somewhere (CoalitionArrange *self)
{
  CoalitionNetwork *network = coalition_scene_get_network (self->scene);
  g_autofree CoalitionPlace *places = coalition_scene_dup_places (self->scene);
  const CoalitionBox *boxes = coalition_map_get_boxes (coalition_scene_get_map (self->scene));
  g_autofree gboolean *placed = NULL;
  const CoalitionNetworkParty *parties;
  guint n_parties;

  parties = coalition_network_get_parties (network, &n_parties);
  placed = g_new (gboolean, n_parties + 1);
  for (guint i = 0; i < n_parties; i++)
    placed[i] = parties[i].placed;
  for (guint i = 0; i < n_parties; i++)
    if (!placed[i])
      {
        places[i] = coalition_walk_find_free (boxes, places, placed, n_parties, &boxes[i], 0, 0);
        placed[i] = TRUE;
        coalition_scene_set_provisional (self->scene, parties[i].id, places[i].x, places[i].y);
      }
}

static void
set_busy (CoalitionArrange *self,
          GCancellable     *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
computed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Job *job = data;
  CoalitionArrange *self = job->arrange;
  g_autofree CoalitionPlace *places = NULL;
  g_autoptr (GError) error = NULL;
  guint n_places;

  places = coalition_layout_compute_finish (result, &n_places, &error);
  if (self->cancellable == job->cancellable)
    set_busy (self, NULL);
  if (self->scene == NULL || coalition_scene_get_network (self->scene) == NULL
      || self->campaign != coalition_session_get_campaign (coalition_scene_get_session (self->scene))
      || g_strcmp0 (job->view, get_view_id (self)) != 0
      || (self->cancellable != NULL && g_cancellable_is_cancelled (job->cancellable)))
    {
      /* Nobody waits for this one any more. */
      job_free (job);
      return;
    }
  if (places != NULL && !g_cancellable_is_cancelled (job->cancellable))
    {
      self->gave_up = FALSE;
      store_places (job, places, n_places);
    }
  else
    {
      /* What was called off or failed is not begun again by itself. */
      self->gave_up = TRUE;
      show_somewhere (self);
      if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        coalition_session_tell_error (coalition_scene_get_session (self->scene), _("The map could not be arranged"), error);
    }
  job_free (job);
}

/* The text that was asked for, or what the view says; "" is nothing. */
static char *
choose_text (const char      *asked,
             CoalitionRecord *view,
             const char      *field)
{
  const char *text = asked != NULL ? asked : coalition_record_get_text (view, field);

  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

/* The axes stay as long as anybody stays who was placed by them; else they are made for who is there now. */
static gboolean
keeps_frame (const Job *job)
{
  const CoalitionNetworkParty *parties;
  guint n_parties;

  if (job->automatic || job->scope == COALITION_ARRANGE_SELECTION)
    return TRUE;
  parties = coalition_network_get_parties (job->network, &n_parties);
  for (guint i = 0; i < n_parties; i++)
    if (parties[i].placed && !job->movable[i])
      return TRUE;
  return FALSE;
}

static void
compute (CoalitionArrange      *self,
         const char            *layout,
         CoalitionArrangeScope  scope,
         const char            *center,
         const char            *issue,
         gboolean              *movable,
         gboolean               automatic)
{
  CoalitionMap *map = coalition_scene_get_map (self->scene);
  Job *job = g_new0 (Job, 1);
  g_autoptr (GArray) taken = coalition_map_list_taken (map);
  CoalitionLayoutRequest request = {
    .network = coalition_scene_get_network (self->scene),
    .boxes = coalition_map_get_boxes (map),
    .movable = movable,
    .kind = COALITION_LAYOUT_FREE,
    .seed = SEED,
    .apart = scope == COALITION_ARRANGE_SELECTION,
    .taken = (const CoalitionBox *) (gpointer) taken->data,
    .n_taken = taken->len,
  };
  g_autofree double *stance = NULL;
  g_autofree double *influence = NULL;

  coalition_layout_kind_from_text (layout, &request.kind);
  job->arrange = g_object_ref (self);
  job->network = coalition_network_ref (request.network);
  job->scope = scope;
  job->kind = request.kind;
  job->view = g_strdup (get_view_id (self));
  job->center = choose_text (center, get_view (self), "center");
  job->issue = choose_text (issue, get_view (self), "issue");
  job->movable = movable;
  job->automatic = automatic;
  job->cancellable = g_cancellable_new ();
  request.center = job->center;
  if (request.kind == COALITION_LAYOUT_POWER)
    {
      stance = coalition_layout_read_judgements (self->campaign, job->network, "stance", job->issue);
      influence = coalition_layout_read_judgements (self->campaign, job->network, "influence", job->issue);
      if (!read_power_frame (self, &job->frame) || !keeps_frame (job))
        job->frame = (CoalitionPowerFrame) { 0, 0 };
      request.stance = stance;
      request.influence = influence;
      request.frame = &job->frame;
    }
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  set_busy (self, job->cancellable);
  coalition_layout_compute_async (&request, job->cancellable, computed_cb, job);
}

/* A few new parties, one after the other, on ground that the ones before them have left. */
static void
place_few (CoalitionArrange *self,
           GArray           *fresh)
{
  CoalitionNetwork *network = coalition_scene_get_network (self->scene);
  const CoalitionBox *boxes = coalition_map_get_boxes (coalition_scene_get_map (self->scene));
  g_autofree CoalitionPlace *places = coalition_scene_dup_places (self->scene);
  g_autofree gboolean *placed = NULL;
  const CoalitionNetworkParty *parties;
  g_autoptr (CoalitionCommand) command = NULL;
  guint n_parties;

  parties = coalition_network_get_parties (network, &n_parties);
  placed = g_new (gboolean, n_parties + 1);
  for (guint i = 0; i < n_parties; i++)
    placed[i] = parties[i].placed;
  if (fresh->len == 1)
    command = coalition_command_new (N_("Place %s"), parties[g_array_index (fresh, guint, 0)].name, NULL);
  else
    command = coalition_command_new (N_("Place new parties"), NULL);
  for (guint i = 0; i < fresh->len; i++)
    {
      guint party = g_array_index (fresh, guint, i);
      CoalitionPlace wanted = coalition_layout_find_place (network, boxes, party);

      places[party] = coalition_walk_find_free (boxes, places, placed, n_parties, &boxes[party], wanted.x, wanted.y);
      placed[party] = TRUE;
      coalition_command_set_position (command, get_view_id (self), parties[party].id, places[party].x, places[party].y, FALSE);
      coalition_scene_set_provisional (self->scene, parties[party].id, places[party].x, places[party].y);
      remember (self, parties[party].id, places[party].x, places[party].y);
    }
  coalition_session_run (coalition_scene_get_session (self->scene), g_steal_pointer (&command), NULL);
}

static gboolean
is_judgement_of (CoalitionRecord *record,
                 const char      *issue)
{
  const char *aspect;

  if (!coalition_record_is (record, &coalition_kind_judgement) || g_strcmp0 (coalition_record_get_text (record, "issue"), issue) != 0)
    return FALSE;
  aspect = coalition_record_get_text (record, "aspect");
  return g_strcmp0 (aspect, "stance") == 0 || g_strcmp0 (aspect, "influence") == 0;
}

/* On a power map who is judged anew goes to the new place at once, unless pinned: else the map would say what nobody says
 * any more. While edits are undone and done again the places come with them, and a new edit would end that. */
static void
campaign_changed_cb (CoalitionArrange  *self,
                     GPtrArray         *changes,
                     CoalitionCampaign *campaign)
{
  CoalitionNetwork *network = coalition_scene_get_network (self->scene);
  const CoalitionNetworkParty *parties;
  g_autofree gboolean *movable = NULL;
  const char *issue;
  CoalitionPowerFrame frame;
  gboolean any = FALSE;
  guint n_parties;

  if (campaign != coalition_session_get_campaign (coalition_scene_get_session (self->scene)) || network == NULL
      || self->cancellable != NULL || coalition_campaign_get_redo_label (campaign) != NULL || !read_power_frame (self, &frame))
    return;
  issue = coalition_record_get_text (get_view (self), "issue");
  parties = coalition_network_get_parties (network, &n_parties);
  movable = g_new0 (gboolean, n_parties + 1);
  for (guint i = 0; i < changes->len; i++)
    {
      CoalitionRecord *record = ((CoalitionChange *) changes->pdata[i])->record;
      int party = is_judgement_of (record, issue) ? coalition_network_find_party (network, coalition_record_get_text (record, "party")) : -1;

      if (party < 0 || !parties[party].placed || parties[party].pinned || parties[party].members > 0)
        continue;
      movable[party] = any = TRUE;
    }
  if (any)
    compute (self, "power", COALITION_ARRANGE_SELECTION, NULL, NULL, g_steal_pointer (&movable), TRUE);
}

/* Sees to it that every party has a place. Where a person has taken a place back by Undo, the party is shown there but
 * the campaign is not changed: else Undo could never get past it. */
static void
check_places (CoalitionArrange *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (coalition_scene_get_session (self->scene));
  CoalitionNetwork *network = coalition_scene_get_network (self->scene);
  g_autoptr (GArray) fresh = g_array_new (FALSE, FALSE, sizeof (guint));
  const CoalitionNetworkParty *parties;
  CoalitionPowerFrame frame;
  gboolean power;
  guint n_parties, n_placed = 0;

  if (self->campaign != campaign || (campaign != NULL && g_strcmp0 (self->view, get_view_id (self)) != 0))
    {
      /* Every view has places of its own. */
      coalition_arrange_cancel (self);
      if (self->campaign != campaign && campaign != NULL)
        {
          g_signal_handlers_disconnect_by_func (campaign, campaign_changed_cb, self);
          g_signal_connect_object (campaign, "changed", G_CALLBACK (campaign_changed_cb), self, G_CONNECT_SWAPPED);
        }
      self->campaign = campaign;
      g_free (self->view);
      self->view = campaign != NULL ? g_strdup (get_view_id (self)) : NULL;
      self->gave_up = FALSE;
      g_hash_table_remove_all (self->last);
    }
  g_array_set_size (self->promised_boxes, 0);
  if (network == NULL)
    return;
  parties = coalition_network_get_parties (network, &n_parties);
  for (guint i = 0; i < n_parties; i++)
    {
      const CoalitionPlace *last;

      if (parties[i].placed)
        {
          n_placed++;
          remember (self, parties[i].id, parties[i].x, parties[i].y);
        }
      else if ((last = g_hash_table_lookup (self->last, parties[i].id)) != NULL)
        coalition_scene_set_provisional (self->scene, parties[i].id, last->x, last->y);
      else
        g_array_append_val (fresh, i);
    }
  if (fresh->len == 0 || self->cancellable != NULL)
    return;
  power = read_power_frame (self, &frame);
  if (!power && n_placed > 0 && fresh->len <= MAX (FEW, 1) && fresh->len <= 1 + LARGE_PART * n_parties)
    {
      place_few (self, fresh);
    }
  else if (self->gave_up)
    {
      show_somewhere (self);
    }
  else
    {
      gboolean *movable = g_new0 (gboolean, n_parties + 1);

      for (guint i = 0; i < fresh->len; i++)
        movable[g_array_index (fresh, guint, i)] = TRUE;
      /* Until it is done the new ones lie beside the others, not in a heap among them. */
      if (n_placed > 0 && !power && !coalition_scene_is_large (self->scene))
        show_somewhere (self);
      compute (self, power ? "power" : NULL, COALITION_ARRANGE_UNPINNED, NULL, NULL, movable, TRUE);
    }
}

/* The room that a party of this name would take, whichever its shape. */
static CoalitionBox
measure_name (CoalitionArrange *self,
              const char       *name)
{
  const CoalitionNetworkParty parties[] = {
    { .id = "a", .name = name, .level = COALITION_LEVEL_AFFECTED },
    { .id = "b", .name = name, .level = COALITION_LEVEL_CONNECTOR },
    { .id = "c", .name = name, .level = COALITION_LEVEL_ORGANIZATION },
  };
  g_autoptr (CoalitionNetwork) network = coalition_network_new_from (parties, G_N_ELEMENTS (parties), NULL, 0);
  g_autoptr (CoalitionMap) map = coalition_map_new (network, coalition_map_get_theme (coalition_scene_get_map (self->scene)),
                                                    coalition_scene_get_font (self->scene));
  const CoalitionBox *boxes = coalition_map_get_boxes (map);
  CoalitionBox room = boxes[0];

  for (guint i = 1; i < G_N_ELEMENTS (parties); i++)
    room = coalition_box_unite (&room, &boxes[i]);
  return room;
}

/* The first free ground in the tray of a power map, from its top: nobody has judged a new party yet. */
static CoalitionPlace
find_in_tray (const CoalitionPowerFrame *frame,
              const CoalitionBox        *boxes,
              const CoalitionPlace      *places,
              guint                      n_places,
              const CoalitionBox        *box)
{
  CoalitionPlace place = { frame->width / 2 + COALITION_POWER_TRAY_GAP + COALITION_POWER_TRAY_WIDTH / 2, 0 };

  for (;; place.x += COALITION_POWER_TRAY_WIDTH - 20)
    for (place.y = -frame->height / 2 + 34 - box->top; place.y + box->bottom < frame->height / 2; place.y += 12)
      {
        gboolean is_free = TRUE;

        for (guint i = 0; i < n_places && is_free; i++)
          is_free = places[i].x + boxes[i].left > place.x + box->right + 8 || places[i].x + boxes[i].right < place.x + box->left - 8
                    || places[i].y + boxes[i].top > place.y + box->bottom + 8 || places[i].y + boxes[i].bottom < place.y + box->top - 8;
        if (is_free)
          return place;
      }
}

/* Beside the party that it will be tied to, else in the middle of what is seen; on a power map in its tray. */
static gboolean
find_place_for_new (const char *name,
                    const char *near,
                    double     *x,
                    double     *y,
                    gpointer    data)
{
  CoalitionArrange *self = data;
  CoalitionNetwork *network = coalition_scene_get_network (self->scene);
  guint n_parties = coalition_scene_get_n_parties (self->scene), n_taken, n_places;
  g_autofree CoalitionBox *taken = coalition_scene_dup_taken_boxes (self->scene, &n_taken);
  int other = near != NULL && network != NULL ? coalition_network_find_party (network, near) : -1;
  g_autofree CoalitionPlace *places = NULL;
  g_autofree CoalitionBox *boxes = NULL;
  CoalitionPlace wanted, found;
  CoalitionPowerFrame frame;
  CoalitionBox box;
  double width, height;

  if (network == NULL || (n_parties > 0 && !coalition_scene_has_places (self->scene)))
    return FALSE;
  n_places = n_taken + self->promised_boxes->len;
  places = g_new0 (CoalitionPlace, n_places + 1);
  boxes = g_new0 (CoalitionBox, n_places + 1);
  for (guint i = 0; i < n_parties; i++)
    {
      coalition_map_get_place (coalition_scene_get_map (self->scene), i, &places[i].x, &places[i].y);
      boxes[i] = coalition_map_get_boxes (coalition_scene_get_map (self->scene))[i];
    }
  /* Notes and pictures, and places given away before, are where they are. */
  for (guint i = n_parties; i < n_taken; i++)
    boxes[i] = taken[i];
  for (guint i = n_taken; i < n_places; i++)
    boxes[i] = g_array_index (self->promised_boxes, CoalitionBox, i - n_taken);

  coalition_viewport_get_size (coalition_scene_get_viewport (self->scene), &width, &height);
  coalition_viewport_to_map (coalition_scene_get_viewport (self->scene), width / 2, height / 2, &wanted.x, &wanted.y);
  if (other >= 0)
    wanted = places[other];
  box = measure_name (self, name);
  if (read_power_frame (self, &frame) && frame.height > 3 * (box.bottom - box.top))
    found = find_in_tray (&frame, boxes, places, n_places, &box);
  else
    found = coalition_walk_find_free (boxes, places, NULL, n_places, &box, wanted.x, wanted.y);
  *x = round (found.x);
  *y = round (found.y);
  box = (CoalitionBox) { *x + box.left, *y + box.top, *x + box.right, *y + box.bottom };
  g_array_append_val (self->promised_boxes, box);
  return TRUE;
}

static void
arrange_cb (CoalitionArrange *self,
            const char       *layout,
            guint             scope,
            const char       *center,
            const char       *issue)
{
  coalition_arrange_start (self, layout, scope, center, issue);
}

static void
coalition_arrange_dispose (GObject *object)
{
  CoalitionArrange *self = COALITION_ARRANGE (object);

  coalition_arrange_cancel (self);
  if (self->scene != NULL)
    coalition_session_set_placer (coalition_scene_get_session (self->scene), NULL, NULL);
  g_clear_object (&self->router);
  g_clear_object (&self->scene);
  G_OBJECT_CLASS (coalition_arrange_parent_class)->dispose (object);
}

static void
coalition_arrange_finalize (GObject *object)
{
  g_hash_table_unref (COALITION_ARRANGE (object)->last);
  g_free (COALITION_ARRANGE (object)->view);
  g_array_unref (COALITION_ARRANGE (object)->promised_boxes);
  G_OBJECT_CLASS (coalition_arrange_parent_class)->finalize (object);
}

static void
coalition_arrange_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  if (id == PROP_BUSY)
    g_value_set_boolean (value, coalition_arrange_is_busy (COALITION_ARRANGE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
coalition_arrange_class_init (CoalitionArrangeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = coalition_arrange_dispose;
  object_class->finalize = coalition_arrange_finalize;
  object_class->get_property = coalition_arrange_get_property;
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[ARRANGED] = g_signal_new ("arranged", COALITION_TYPE_ARRANGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
coalition_arrange_init (CoalitionArrange *self)
{
  self->last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->promised_boxes = g_array_new (FALSE, FALSE, sizeof (CoalitionBox));
}

/**
 * coalition_arrange_new:
 * @scene: what is arranged
 *
 * Returns: (transfer full): an object that answers the session's wish to arrange and places new parties; it does so
 *   at once for those that @scene has
 */
CoalitionArrange *
coalition_arrange_new (CoalitionScene *scene)
{
  CoalitionArrange *self = g_object_new (COALITION_TYPE_ARRANGE, NULL);

  self->scene = g_object_ref (scene);
  self->router = coalition_router_new (scene);
  g_signal_connect_object (scene, "map-changed", G_CALLBACK (check_places), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (coalition_scene_get_session (scene), "arrange", G_CALLBACK (arrange_cb), self, G_CONNECT_SWAPPED);
  coalition_session_set_placer (coalition_scene_get_session (scene), find_place_for_new, self);
  check_places (self);
  return self;
}

/**
 * coalition_arrange_start:
 * @self: an arrange
 * @layout: (nullable): free, levels, rings, circle or power; %NULL for the one that the view had last
 * @scope: who may be moved
 * @center: (nullable): id of the party in the middle of the rings, "" for ourselves, %NULL for the view's
 * @issue: (nullable): id of the issue of the power map, "" for the campaign as a whole, %NULL for the view's
 *
 * Starts to arrange the map, in place of an arrangement under way. The outcome is one command; an error is told to the
 * person and leaves the map as it was. Selected parties are arranged among themselves where they are; a power map has
 * axes for all, so that a selection becomes one only on a view that is one already, and else everybody unpinned does.
 */
void
coalition_arrange_start (CoalitionArrange      *self,
                         const char            *layout,
                         CoalitionArrangeScope  scope,
                         const char            *center,
                         const char            *issue)
{
  guint n_parties = coalition_scene_get_n_parties (self->scene);
  CoalitionPowerFrame frame;
  gboolean *movable;

  if (n_parties == 0)
    return;
  if (layout == NULL)
    layout = coalition_record_get_text (get_view (self), "layout");
  if (scope == COALITION_ARRANGE_SELECTION && g_strcmp0 (layout, "power") == 0 && !read_power_frame (self, &frame))
    scope = COALITION_ARRANGE_UNPINNED;
  movable = g_new0 (gboolean, n_parties + 1);
  for (guint i = 0; i < n_parties; i++)
    switch (scope)
      {
      case COALITION_ARRANGE_ALL: movable[i] = TRUE; break;
      case COALITION_ARRANGE_SELECTION: movable[i] = coalition_scene_is_selected (self->scene, i); break;
      case COALITION_ARRANGE_UNPINNED:
      default: movable[i] = !coalition_scene_get_party (self->scene, i)->pinned; break;
      }
  compute (self, layout, scope, center, issue, movable, FALSE);
}

/**
 * coalition_arrange_cancel:
 * @self: an arrange
 *
 * Calls the arrangement under way off, if there is one.
 */
void
coalition_arrange_cancel (CoalitionArrange *self)
{
  if (self->cancellable == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  set_busy (self, NULL);
}

/**
 * coalition_arrange_is_busy:
 * @self: an arrange
 *
 * Returns: whether an arrangement is under way
 */
gboolean
coalition_arrange_is_busy (CoalitionArrange *self)
{
  return self->cancellable != NULL;
}
