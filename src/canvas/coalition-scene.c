/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-scene-private.h"

#include <math.h>

#define ANIMATION (200 * G_TIME_SPAN_MILLISECOND)

enum {
  CHANGED,
  MAP_CHANGED,
  FOCUS_CHANGED,
  ASK_PARTY,
  ASK_TIE,
  ASK_RENAME,
  ASK_FORUM,
  ASK_NOTE,
  ASK_MERGE,
  ANNOUNCE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CoalitionScene, coalition_scene, G_TYPE_OBJECT)

/**
 * coalition_scene_invalidate:
 * @self: a scene
 *
 * Something that the painted map shows has changed.
 */
void
coalition_scene_invalidate (CoalitionScene *self)
{
  self->generation++;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * coalition_scene_announce:
 * @self: a scene
 * @sentence: translated
 *
 * Has a sentence said by screen readers.
 */
void
coalition_scene_announce (CoalitionScene *self,
                          const char     *sentence)
{
  g_signal_emit (self, signals[ANNOUNCE], 0, sentence);
}

static void
stop_animation (CoalitionScene *self)
{
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->to, g_free);
}

/**
 * coalition_scene_clear_move:
 * @self: a scene
 *
 * Forgets a move, without putting anything back.
 */
void
coalition_scene_clear_move (CoalitionScene *self)
{
  g_clear_handle_id (&self->nudge_source, g_source_remove);
  g_clear_pointer (&self->moved, g_array_unref);
  g_clear_pointer (&self->bases, g_free);
  g_clear_pointer (&self->moved_items, g_array_unref);
  g_clear_pointer (&self->hidden_parties, g_free);
  g_clear_pointer (&self->hidden_forums, g_free);
  g_clear_pointer (&self->hidden_notes, g_free);
  g_clear_pointer (&self->hidden_pictures, g_free);
  self->resizing = FALSE;
  self->dx = self->dy = 0;
  self->committed = FALSE;
}

static void
place_provisional (CoalitionScene *self)
{
  const CoalitionNetworkParty *parties = coalition_network_get_parties (self->network, NULL);

  for (guint i = 0; i < self->n_parties; i++)
    {
      const CoalitionPlace *place;

      if (!parties[i].placed && (place = g_hash_table_lookup (self->provisional, parties[i].id)) != NULL)
        coalition_map_move (self->map, i, place->x, place->y);
    }
}

/* Starts to move what is seen elsewhere in the new map from where it was in the old one, unless the person has moved
 * it there. One party that jumps is an undone drag and needs no show. */
static void
animate_from (CoalitionScene   *self,
              CoalitionMap     *old_map,
              CoalitionNetwork *old_network)
{
  const CoalitionNetworkParty *parties = coalition_network_get_parties (self->network, NULL);
  guint n_old = 0, n_moved = 0;

  coalition_network_get_parties (old_network, &n_old);
  self->from = g_new (CoalitionPlace, self->n_parties + 1);
  self->to = coalition_scene_dup_places (self);
  for (guint i = 0; i < self->n_parties; i++)
    {
      int index = coalition_network_find_party (old_network, parties[i].id);

      self->from[i] = self->to[i];
      /* Who had no place has nowhere to come from. */
      if (index < 0 || (!coalition_network_get_parties (old_network, NULL)[index].placed
                        && !g_hash_table_contains (self->provisional, parties[i].id)))
        continue;
      coalition_map_get_place (old_map, index, &self->from[i].x, &self->from[i].y);
      if (hypot (self->from[i].x - self->to[i].x, self->from[i].y - self->to[i].y) > 0.5)
        n_moved++;
    }
  if (n_moved < 2)
    {
      stop_animation (self);
      return;
    }
  for (guint i = 0; i < self->n_parties; i++)
    coalition_map_move (self->map, i, self->from[i].x, self->from[i].y);
  self->start = g_get_monotonic_time ();
}

static void
rebuild (CoalitionScene *self)
{
  g_autoptr (CoalitionMap) old_map = g_steal_pointer (&self->map);
  g_autoptr (CoalitionNetwork) old_network = g_steal_pointer (&self->network);
  CoalitionNetwork *network = coalition_session_get_network (self->session);

  stop_animation (self);
  coalition_scene_clear_move (self);
  self->n_parties = self->n_ties = self->n_forums = self->n_notes = self->n_pictures = 0;
  if (old_network != network)
    g_clear_pointer (&self->routes, g_ptr_array_unref);
  if (network != NULL)
    {
      self->network = coalition_network_ref (network);
      self->map = coalition_map_new (network, self->theme, self->font);
      coalition_network_get_parties (network, &self->n_parties);
      coalition_network_get_ties (network, &self->n_ties);
      coalition_network_get_forums (network, &self->n_forums);
      coalition_network_get_notes (network, &self->n_notes);
      coalition_network_get_pictures (network, &self->n_pictures);
      coalition_scene_dress_map (self);
      place_provisional (self);
      if (old_map != NULL && self->animated && !coalition_scene_is_large (self))
        animate_from (self, old_map, old_network);
    }
  self->selection_generation++;
  coalition_scene_read_selection (self);
  coalition_scene_read_lit (self);
  self->generation++;
  g_signal_emit (self, signals[MAP_CHANGED], 0);
  g_signal_emit (self, signals[FOCUS_CHANGED], 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The session tells of a network when it is at rest. A scene that asked for it before, as at its start, has it already. */
static gboolean
has_all (CoalitionScene *self)
{
  return self->map != NULL && !self->committed && coalition_session_get_network (self->session) == self->network
         && coalition_session_get_encoding (self->session) == coalition_map_get_encoding (self->map);
}

/* As soon as all of them are on the map. */
static void
select_all_new (CoalitionScene *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  if (self->to_select_all == NULL || self->network == NULL || campaign == NULL)
    return;
  for (char **id = self->to_select_all; *id != NULL; id++)
    {
      CoalitionRecord *record = coalition_campaign_get_record (campaign, &coalition_kind_party, *id);

      if (record == NULL || coalition_network_find_party (self->network, *id) < 0)
        return;
      g_ptr_array_add (records, record);
    }
  g_clear_pointer (&self->to_select_all, g_strfreev);
  coalition_session_select_many (self->session, records);
}

static void
network_changed_cb (CoalitionScene *self)
{
  if (!has_all (self))
    rebuild (self);
  select_all_new (self);
  if (self->to_select != NULL && self->network != NULL)
    {
      int party = coalition_network_find_party (self->network, self->to_select);

      CoalitionMapPart part = COALITION_MAP_PARTY;
      guint index = party;

      if (party < 0 && !coalition_scene_find_item (self, self->to_select, &part, &index))
        return;
      g_clear_pointer (&self->to_select, g_free);
      coalition_scene_click (self, part, index, FALSE);
    }
}

static void
selection_changed_cb (CoalitionScene *self)
{
  coalition_scene_end_nudge (self);
  coalition_scene_read_selection (self);
  self->selection_generation++;
  coalition_scene_invalidate (self);
}

static void
lit_changed_cb (CoalitionScene *self)
{
  coalition_scene_read_lit (self);
  coalition_scene_invalidate (self);
}

/* Which parties pass the filter: what is left out belongs to the map, and with it to its legend. */
static void
shown_changed_cb (CoalitionScene *self)
{
  /* Flags of another network than the map's are of no use: it follows. */
  if (self->map == NULL || coalition_session_get_network (self->session) != self->network)
    return;
  coalition_scene_read_lit (self);
  coalition_scene_dress_map (self);
  self->generation++;
  g_signal_emit (self, signals[MAP_CHANGED], 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A command may have been refused: what was previewed goes back to where it is. */
static void
error_cb (CoalitionScene *self)
{
  if (self->committed)
    coalition_scene_cancel_move (self);
}

static void
coalition_scene_dispose (GObject *object)
{
  CoalitionScene *self = COALITION_SCENE (object);

  coalition_scene_clear_move (self);
  stop_animation (self);
  g_clear_pointer (&self->map, coalition_map_free);
  g_clear_pointer (&self->network, coalition_network_unref);
  g_clear_object (&self->session);
  g_clear_object (&self->viewport);
  G_OBJECT_CLASS (coalition_scene_parent_class)->dispose (object);
}

static void
coalition_scene_finalize (GObject *object)
{
  CoalitionScene *self = COALITION_SCENE (object);

  coalition_scene_clear_flags (self);
  g_clear_pointer (&self->routes, g_ptr_array_unref);
  g_free (self->view_id);
  g_free (self->font);
  g_free (self->focus);
  g_free (self->item_focus);
  g_free (self->to_select);
  g_strfreev (self->to_select_all);
  g_free (self->tie_from);
  g_hash_table_unref (self->provisional);
  G_OBJECT_CLASS (coalition_scene_parent_class)->finalize (object);
}

static guint
add_signal (const char *name,
            guint       n_parameters,
            GType       first,
            GType       second,
            GType       third)
{
  return g_signal_new (name, COALITION_TYPE_SCENE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, n_parameters, first, second, third);
}

static void
coalition_scene_class_init (CoalitionSceneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = coalition_scene_dispose;
  object_class->finalize = coalition_scene_finalize;
  signals[CHANGED] = add_signal ("changed", 0, 0, 0, 0);
  signals[MAP_CHANGED] = add_signal ("map-changed", 0, 0, 0, 0);
  signals[FOCUS_CHANGED] = add_signal ("focus-changed", 0, 0, 0, 0);
  signals[ASK_PARTY] = add_signal ("ask-party", 3, G_TYPE_DOUBLE, G_TYPE_DOUBLE, G_TYPE_STRING);
  signals[ASK_TIE] = add_signal ("ask-tie", 2, G_TYPE_STRING, G_TYPE_STRING, 0);
  signals[ASK_RENAME] = add_signal ("ask-rename", 1, G_TYPE_STRING, 0, 0);
  signals[ASK_FORUM] = add_signal ("ask-forum", 3, G_TYPE_DOUBLE, G_TYPE_DOUBLE, G_TYPE_STRV);
  signals[ASK_NOTE] = g_signal_new ("ask-note", COALITION_TYPE_SCENE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                    5, G_TYPE_STRING, G_TYPE_DOUBLE, G_TYPE_DOUBLE, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[ASK_MERGE] = add_signal ("ask-merge", 1, G_TYPE_STRV, 0, 0);
  signals[ANNOUNCE] = add_signal ("announce", 1, G_TYPE_STRING, 0, 0);
}

static void
coalition_scene_init (CoalitionScene *self)
{
  self->viewport = coalition_viewport_new ();
  self->provisional = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->font = g_strdup ("Sans 11");
  self->accent[0] = 0.21;
  self->accent[1] = 0.52;
  self->accent[2] = 0.89;
}

/**
 * coalition_scene_new:
 * @session: the session
 *
 * Returns: (transfer full): a scene of what @session has open
 */
CoalitionScene *
coalition_scene_new (CoalitionSession *session)
{
  CoalitionScene *self = g_object_new (COALITION_TYPE_SCENE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "network-changed", G_CALLBACK (network_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "lit-changed", G_CALLBACK (lit_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "shown-changed", G_CALLBACK (shown_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "encoding-changed", G_CALLBACK (shown_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "view-changed", G_CALLBACK (shown_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "error", G_CALLBACK (error_cb), self, G_CONNECT_SWAPPED);
  rebuild (self);
  return self;
}

/**
 * coalition_scene_get_session:
 * @self: a scene
 *
 * Returns: (transfer none): its session
 */
CoalitionSession *
coalition_scene_get_session (CoalitionScene *self)
{
  return self->session;
}

/**
 * coalition_scene_get_viewport:
 * @self: a scene
 *
 * Returns: (transfer none): its viewport
 */
CoalitionViewport *
coalition_scene_get_viewport (CoalitionScene *self)
{
  return self->viewport;
}

/**
 * coalition_scene_get_map:
 * @self: a scene
 *
 * Returns: (transfer none) (nullable): the drawn map, with what is being moved in its previewed place; it is replaced
 *   when "map-changed" is emitted
 */
CoalitionMap *
coalition_scene_get_map (CoalitionScene *self)
{
  return self->map;
}

/**
 * coalition_scene_get_network:
 * @self: a scene
 *
 * Returns: (transfer none) (nullable): the network of the map
 */
CoalitionNetwork *
coalition_scene_get_network (CoalitionScene *self)
{
  return self->network;
}

/**
 * coalition_scene_get_font:
 * @self: a scene
 *
 * Returns: the font of names, as Pango writes it
 */
const char *
coalition_scene_get_font (CoalitionScene *self)
{
  return self->font;
}

/**
 * coalition_scene_set_look:
 * @self: a scene
 * @theme: light or dark
 * @font: the font of names, as Pango writes it
 * @accent: (array fixed-size=3): color of selection
 *
 * Sets how the map is drawn, and draws it anew if that is a change.
 */
void
coalition_scene_set_look (CoalitionScene    *self,
                          CoalitionMapTheme  theme,
                          const char        *font,
                          const double       accent[3])
{
  gboolean same_map = self->theme == theme && g_strcmp0 (self->font, font) == 0;

  if (same_map && memcmp (self->accent, accent, sizeof self->accent) == 0)
    return;
  memcpy (self->accent, accent, sizeof self->accent);
  self->theme = theme;
  if (g_strcmp0 (self->font, font) != 0)
    {
      g_free (self->font);
      self->font = g_strdup (font);
    }
  if (same_map)
    coalition_scene_invalidate (self);
  else
    rebuild (self);
}

/**
 * coalition_scene_set_animated:
 * @self: a scene
 * @animated: whether parties may glide to new places
 *
 * Turns motion on or off, after the person's settings.
 */
void
coalition_scene_set_animated (CoalitionScene *self,
                              gboolean        animated)
{
  self->animated = animated;
}

/**
 * coalition_scene_is_large:
 * @self: a scene
 *
 * Returns: whether painting the whole map takes longer than a frame
 */
gboolean
coalition_scene_is_large (CoalitionScene *self)
{
  return self->n_parties + self->n_ties / 2 >= COALITION_SCENE_LARGE;
}

/**
 * coalition_scene_get_generation:
 * @self: a scene
 *
 * Returns: a number that changes with everything that a painted map shows
 */
guint
coalition_scene_get_generation (CoalitionScene *self)
{
  return self->generation;
}

/**
 * coalition_scene_get_selection_generation:
 * @self: a scene
 *
 * Returns: a number that changes with what is selected
 */
guint
coalition_scene_get_selection_generation (CoalitionScene *self)
{
  return self->selection_generation;
}

/**
 * coalition_scene_step:
 * @self: a scene
 * @now: the time, in microseconds
 *
 * Carries the flight of the viewport and the gliding of parties on.
 *
 * Returns: whether anything still moves
 */
gboolean
coalition_scene_step (CoalitionScene *self,
                      gint64          now)
{
  gboolean goes_on = coalition_viewport_step (self->viewport, now);

  if (self->from != NULL)
    {
      double t = coalition_ease_out ((now - self->start) / (double) ANIMATION);

      for (guint i = 0; i < self->n_parties; i++)
        coalition_map_move (self->map, i, self->from[i].x + (self->to[i].x - self->from[i].x) * t,
                            self->from[i].y + (self->to[i].y - self->from[i].y) * t);
      if (t >= 1)
        stop_animation (self);
      else
        goes_on = TRUE;
      coalition_scene_invalidate (self);
      if (t >= 1)
        g_signal_emit (self, signals[FOCUS_CHANGED], 0);
    }
  return goes_on;
}

/**
 * coalition_scene_get_n_parties:
 * @self: a scene
 *
 * Returns: how many parties the map has
 */
guint
coalition_scene_get_n_parties (CoalitionScene *self)
{
  return self->n_parties;
}

/**
 * coalition_scene_get_party:
 * @self: a scene
 * @index: of a party
 *
 * Returns: (transfer none): the party as the network knows it
 */
const CoalitionNetworkParty *
coalition_scene_get_party (CoalitionScene *self,
                           guint           index)
{
  g_return_val_if_fail (index < self->n_parties, NULL);
  return &coalition_network_get_parties (self->network, NULL)[index];
}

/**
 * coalition_scene_dup_places:
 * @self: a scene
 *
 * Returns: (transfer full) (array): where each party is drawn
 */
CoalitionPlace *
coalition_scene_dup_places (CoalitionScene *self)
{
  CoalitionPlace *places = g_new (CoalitionPlace, self->n_parties + 1);

  for (guint i = 0; i < self->n_parties; i++)
    coalition_map_get_place (self->map, i, &places[i].x, &places[i].y);
  return places;
}

/**
 * coalition_scene_dup_boxes:
 * @self: a scene
 *
 * Returns: (transfer full) (array): the room of each party on the map, shape and name; of one that glides, where it is
 *   going
 */
CoalitionBox *
coalition_scene_dup_boxes (CoalitionScene *self)
{
  CoalitionBox *boxes = g_new (CoalitionBox, self->n_parties + 1);
  const CoalitionBox *relative = self->map != NULL ? coalition_map_get_boxes (self->map) : NULL;

  for (guint i = 0; i < self->n_parties; i++)
    {
      double x, y;

      coalition_map_get_place (self->map, i, &x, &y);
      if (self->to != NULL)
        {
          x = self->to[i].x;
          y = self->to[i].y;
        }
      boxes[i] = (CoalitionBox) { x + relative[i].left, y + relative[i].top, x + relative[i].right, y + relative[i].bottom };
    }
  return boxes;
}

/**
 * coalition_scene_has_places:
 * @self: a scene
 *
 * Returns: whether anybody on the map has a place, so that there is something to see
 */
gboolean
coalition_scene_has_places (CoalitionScene *self)
{
  for (guint i = 0; i < self->n_parties; i++)
    if (coalition_scene_get_party (self, i)->placed || g_hash_table_contains (self->provisional, coalition_scene_get_party (self, i)->id))
      return TRUE;
  return FALSE;
}

/**
 * coalition_scene_get_record:
 * @self: a scene
 * @party: index of a party
 *
 * Returns: (transfer none) (nullable): its record
 */
CoalitionRecord *
coalition_scene_get_record (CoalitionScene *self,
                            guint           party)
{
  return coalition_campaign_get_record (coalition_session_get_campaign (self->session), &coalition_kind_party,
                                        coalition_scene_get_party (self, party)->id);
}

/**
 * coalition_scene_get_tie_record:
 * @self: a scene
 * @tie: index of a tie
 *
 * Returns: (transfer none) (nullable): its record
 */
CoalitionRecord *
coalition_scene_get_tie_record (CoalitionScene *self,
                                guint           tie)
{
  return coalition_campaign_get_record (coalition_session_get_campaign (self->session), &coalition_kind_tie,
                                        coalition_network_get_ties (self->network, NULL)[tie].id);
}

/**
 * coalition_scene_changed:
 * @self: a scene
 *
 * Has the canvas paint what lies over the map again: a tool has something new to show.
 */
void
coalition_scene_changed (CoalitionScene *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}
