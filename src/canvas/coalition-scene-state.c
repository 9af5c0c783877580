/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-scene-private.h"
#include "coalition-space.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The part of the scene that takes over from the session what is selected, lit and left out, and tells of it. */

/* How near to a rim or a tie the pointer must be, in pixels. */
#define TOLERANCE 5.0

/* How near to the corner of a background picture, in pixels: it is only sought when the picture is selected. */
#define CORNER 9.0

/* What the outline of a forum reaches beyond its members, in map units, with its caption. */
#define OUTLINE 40.0

/* What the names of the axes reach beyond a power map, in map units. */
#define AXES 56.0

/**
 * coalition_scene_clear_flags:
 * @self: a scene
 *
 * Forgets all that was taken over from the session.
 */
void
coalition_scene_clear_flags (CoalitionScene *self)
{
  g_clear_pointer (&self->selected_parties, g_free);
  g_clear_pointer (&self->selected_ties, g_free);
  g_clear_pointer (&self->selected_forums, g_free);
  g_clear_pointer (&self->selected_notes, g_free);
  g_clear_pointer (&self->selected_pictures, g_free);
  g_clear_pointer (&self->lit_parties, g_free);
  g_clear_pointer (&self->lit_ties, g_free);
  g_clear_pointer (&self->lit_forums, g_free);
  g_clear_pointer (&self->left_out, g_free);
}

/* Every party of a collapsed group counts for the group: it is chosen when they all are. */
static void
select_groups (CoalitionScene *self)
{
  const CoalitionNetworkParty *parties = coalition_network_get_parties (self->network, NULL);
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);

  for (guint i = 0; i < self->n_parties; i++)
    {
      const char *const *ids = parties[i].members > 0 ? coalition_network_get_member_ids (self->network, i) : NULL;
      gboolean all = ids != NULL && ids[0] != NULL;

      for (guint j = 0; all && ids[j] != NULL; j++)
        {
          CoalitionRecord *member = coalition_campaign_get_record (campaign, &coalition_kind_party, ids[j]);

          all = member != NULL && coalition_session_is_selected (self->session, member);
        }
      self->selected_parties[i] = self->selected_parties[i] || all;
    }
}

typedef int (*FindFunc) (CoalitionNetwork *network, const char *id);

static gboolean *
flag_selected (CoalitionScene      *self,
               const CoalitionKind *kind,
               guint                n_records,
               FindFunc             find)
{
  gboolean *flags = g_new0 (gboolean, n_records + 1);
  g_autoptr (GPtrArray) records = NULL;

  if (self->network == NULL || n_records == 0)
    return flags;
  records = coalition_session_get_selected (self->session, kind);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      int index = find (self->network, coalition_record_get_id (records->pdata[i]));

      if (index >= 0)
        flags[index] = TRUE;
    }
  return flags;
}

/**
 * coalition_scene_read_selection:
 * @self: a scene
 *
 * Takes over what is selected.
 */
void
coalition_scene_read_selection (CoalitionScene *self)
{
  gboolean groups = FALSE;

  g_free (self->selected_parties);
  g_free (self->selected_ties);
  g_free (self->selected_forums);
  g_free (self->selected_notes);
  g_free (self->selected_pictures);
  self->selected_parties = flag_selected (self, &coalition_kind_party, self->n_parties, coalition_network_find_party);
  self->selected_ties = flag_selected (self, &coalition_kind_tie, self->n_ties, coalition_network_find_tie);
  self->selected_forums = flag_selected (self, &coalition_kind_forum, self->n_forums, coalition_network_find_forum);
  self->selected_notes = flag_selected (self, &coalition_kind_note, self->n_notes, coalition_network_find_note);
  self->selected_pictures = flag_selected (self, &coalition_kind_picture, self->n_pictures, coalition_network_find_picture);
  for (guint i = 0; i < self->n_parties && !groups; i++)
    groups = coalition_scene_get_party (self, i)->members > 0;
  if (groups)
    select_groups (self);
}

static gboolean
is_lit (CoalitionScene *self,
        GHashTable     *lit,
        guint           party)
{
  const CoalitionNetworkParty *node = coalition_scene_get_party (self, party);
  const char *const *ids = node->members > 0 ? coalition_network_get_member_ids (self->network, party) : NULL;

  if (g_hash_table_contains (lit, node->id))
    return TRUE;
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (g_hash_table_contains (lit, ids[i]))
      return TRUE;
  return FALSE;
}

/* A forum stands out if it is what is looked at, or if at least half of those who meet there stand out. */
static void
light_forums (CoalitionScene *self)
{
  const CoalitionNetworkForum *forums = coalition_network_get_forums (self->network, NULL);
  CoalitionRecord *current = coalition_session_get_current (self->session);

  self->lit_forums = g_new0 (gboolean, self->n_forums + 1);
  for (guint i = 0; i < self->n_forums; i++)
    {
      guint n_lit = 0;

      for (guint j = 0; j < forums[i].n_members; j++)
        n_lit += self->lit_parties[forums[i].members[j]] ? 1 : 0;
      self->lit_forums[i] = (n_lit > 0 && 2 * n_lit >= forums[i].n_members)
                            || (current != NULL && g_strcmp0 (coalition_record_get_id (current), forums[i].id) == 0);
    }
}

/**
 * coalition_scene_read_lit:
 * @self: a scene
 *
 * Takes over who stands out: whom an issue or agreement lights up and, in a view that only dims, who passes its filter.
 */
void
coalition_scene_read_lit (CoalitionScene *self)
{
  GHashTable *lit = coalition_session_get_lit (self->session);
  CoalitionRecord *view = coalition_session_get_view (self->session);
  gboolean dims = view != NULL && !coalition_record_get_boolean (view, "hides");
  const gboolean *shown = NULL, *shown_ties = NULL;

  g_clear_pointer (&self->lit_parties, g_free);
  g_clear_pointer (&self->lit_ties, g_free);
  g_clear_pointer (&self->lit_forums, g_free);
  if (self->network == NULL)
    return;
  if (dims && coalition_session_get_network (self->session) == self->network)
    {
      shown = coalition_session_get_shown_parties (self->session);
      shown_ties = coalition_session_get_shown_ties (self->session);
    }
  if (shown_ties != NULL && self->n_ties > 0)
    self->lit_ties = g_memdup2 (shown_ties, sizeof (gboolean) * self->n_ties);
  if (lit == NULL && shown == NULL)
    return;
  self->lit_parties = g_new0 (gboolean, self->n_parties + 1);
  for (guint i = 0; i < self->n_parties; i++)
    self->lit_parties[i] = (shown == NULL || shown[i]) && (lit == NULL || is_lit (self, lit, i));
  light_forums (self);
}

/* The axes of a power map carry the name of the issue that it is about. */
static void
set_power_frame (CoalitionScene  *self,
                 CoalitionRecord *view)
{
  CoalitionPowerFrame frame = { 0, 0 };
  CoalitionRecord *issue = NULL;

  if (view != NULL && g_strcmp0 (coalition_record_get_text (view, "layout"), "power") == 0
      && coalition_record_get_real (view, "frame_width", &frame.width)
      && coalition_record_get_real (view, "frame_height", &frame.height) && frame.width > 0 && frame.height > 0)
    {
      const char *id = coalition_record_get_text (view, "issue");

      if (id != NULL)
        issue = coalition_campaign_get_record (coalition_session_get_campaign (self->session), &coalition_kind_issue, id);
      coalition_map_set_power_frame (self->map, &frame, issue != NULL ? coalition_record_get_title (issue) : NULL);
      return;
    }
  coalition_map_set_power_frame (self->map, NULL, NULL);
}

static void
set_left_out (CoalitionScene  *self,
              CoalitionRecord *view)
{
  gboolean hides = view != NULL && coalition_record_get_boolean (view, "hides");
  const gboolean *shown = hides ? coalition_session_get_shown_parties (self->session) : NULL;
  const gboolean *shown_ties = hides ? coalition_session_get_shown_ties (self->session) : NULL;
  const CoalitionNetworkTie *ties = coalition_network_get_ties (self->network, NULL);
  g_autofree gboolean *ties_out = NULL;

  g_clear_pointer (&self->left_out, g_free);
  if (shown != NULL)
    {
      self->left_out = g_new0 (gboolean, self->n_parties + 1);
      for (guint i = 0; i < self->n_parties; i++)
        self->left_out[i] = !shown[i];
    }
  if (shown != NULL || shown_ties != NULL)
    {
      ties_out = g_new0 (gboolean, self->n_ties + 1);
      for (guint i = 0; i < self->n_ties; i++)
        ties_out[i] = (shown_ties != NULL && !shown_ties[i])
                      || (shown != NULL && (!shown[ties[i].from] || !shown[ties[i].to]));
    }
  coalition_map_set_left_out (self->map, self->left_out, ties_out);
}

/**
 * coalition_scene_dress_map:
 * @self: a scene with a map
 *
 * Gives the map what it is about: colors and sizes, who is left out, the axes of a power map, the ways of ties.
 */
void
coalition_scene_dress_map (CoalitionScene *self)
{
  CoalitionRecord *view = coalition_session_get_view (self->session);
  const char *id = view != NULL ? coalition_record_get_id (view) : NULL;

  if (g_strcmp0 (id, self->view_id) != 0)
    {
      g_free (self->view_id);
      self->view_id = g_strdup (id);
    }
  coalition_map_set_encoding (self->map, coalition_session_get_encoding (self->session));
  set_left_out (self, view);
  set_power_frame (self, view);
  if (self->routes != NULL)
    coalition_map_set_routes (self->map, self->routes);
}

/**
 * coalition_scene_set_routes:
 * @self: a scene
 * @routes: (nullable) (element-type CoalitionRoute): the way of each tie, in the order of the network; %NULL for straight ones
 *
 * Leads ties around parties. The ways belong to the network of the moment and go with it.
 */
void
coalition_scene_set_routes (CoalitionScene *self,
                            GPtrArray      *routes)
{
  if (self->routes == routes)
    return;
  g_clear_pointer (&self->routes, g_ptr_array_unref);
  self->routes = routes != NULL ? g_ptr_array_ref (routes) : NULL;
  if (self->map == NULL)
    return;
  coalition_map_set_routes (self->map, routes);
  coalition_scene_invalidate (self);
}

/**
 * coalition_scene_get_routes:
 * @self: a scene
 *
 * Returns: (transfer none) (nullable) (element-type CoalitionRoute): the ways of ties that were set last for this network
 */
GPtrArray *
coalition_scene_get_routes (CoalitionScene *self)
{
  return self->routes;
}

/**
 * coalition_scene_get_view_id:
 * @self: a scene
 *
 * Returns: (nullable): id of the view whose places the map shows
 */
const char *
coalition_scene_get_view_id (CoalitionScene *self)
{
  return self->map != NULL ? self->view_id : NULL;
}

/**
 * coalition_scene_set_contrast:
 * @self: a scene
 * @contrast: whether the desktop asks for high contrast
 *
 * Has the map drawn with stronger lines and less dimming.
 */
void
coalition_scene_set_contrast (CoalitionScene *self,
                              gboolean        contrast)
{
  if (self->contrast == contrast)
    return;
  self->contrast = contrast;
  coalition_scene_invalidate (self);
}

/**
 * coalition_scene_get_state:
 * @self: a scene
 * @state: (out caller-allocates): how to paint the map; its flags belong to the scene
 *
 * Gets what is selected, lit and left out at the moment.
 */
void
coalition_scene_get_state (CoalitionScene    *self,
                           CoalitionMapState *state)
{
  *state = (CoalitionMapState) {
    .selected_parties = self->selected_parties,
    .selected_ties = self->selected_ties,
    .lit_parties = self->lit_parties,
    .lit_ties = self->lit_ties,
    .lit_forums = self->lit_forums,
    .hidden_parties = self->hidden_parties,
    .selected_forums = self->selected_forums,
    .selected_notes = self->selected_notes,
    .selected_pictures = self->selected_pictures,
    .hidden_forums = self->hidden_forums,
    .hidden_notes = self->hidden_notes,
    .hidden_pictures = self->hidden_pictures,
    .contrast = self->contrast,
    .grid = self->moved != NULL && !self->committed && !coalition_scene_is_large (self),
  };
  memcpy (state->accent, self->accent, sizeof state->accent);
}

/**
 * coalition_scene_is_left_out:
 * @self: a scene
 * @party: index of a party
 *
 * Returns: whether the filter leaves it out of the map
 */
gboolean
coalition_scene_is_left_out (CoalitionScene *self,
                             guint           party)
{
  return self->left_out != NULL && self->left_out[party];
}

static void
add_items (CoalitionScene *self,
           GArray         *boxes)
{
  const CoalitionNetworkForum *forums = coalition_network_get_forums (self->network, NULL);
  const CoalitionNetworkPicture *pictures = coalition_network_get_pictures (self->network, NULL);
  CoalitionBox box;

  for (guint i = 0; i < self->n_forums; i++)
    /* A hub that nobody placed lies between its members, and glides with them: where they go is counted. */
    if (forums[i].hub && (self->to == NULL || forums[i].placed)
        && coalition_map_get_item_box (self->map, COALITION_MAP_FORUM, i, &box))
      g_array_append_val (boxes, box);
  for (guint i = 0; i < self->n_notes; i++)
    if (coalition_map_get_item_box (self->map, COALITION_MAP_NOTE, i, &box))
      g_array_append_val (boxes, box);
  for (guint i = 0; i < self->n_pictures; i++)
    if (!pictures[i].background && coalition_map_get_item_box (self->map, COALITION_MAP_PICTURE, i, &box))
      g_array_append_val (boxes, box);
}

/**
 * coalition_scene_dup_shown_boxes:
 * @self: a scene
 * @n_boxes: (out): how many
 *
 * Gets the room of all that should be seen in whole when the map is fitted: parties that are not left out, hubs, notes
 * and pictures that are not in the background.
 *
 * Returns: (transfer full) (array length=n_boxes): in map units
 */
CoalitionBox *
coalition_scene_dup_shown_boxes (CoalitionScene *self,
                                 guint          *n_boxes)
{
  g_autofree CoalitionBox *parties = coalition_scene_dup_boxes (self);
  g_autoptr (GArray) boxes = g_array_sized_new (FALSE, FALSE, sizeof (CoalitionBox), self->n_parties + 1);

  for (guint i = 0; i < self->n_parties; i++)
    if (!coalition_scene_is_left_out (self, i))
      g_array_append_val (boxes, parties[i]);
  if (self->map != NULL)
    add_items (self, boxes);
  *n_boxes = boxes->len;
  return (CoalitionBox *) (gpointer) g_array_free (g_steal_pointer (&boxes), FALSE);
}

/**
 * coalition_scene_dup_taken_boxes:
 * @self: a scene
 * @n_boxes: (out): how many
 *
 * Gets the room of all that something new should not cover: every party, also who is left out, then hubs, notes, and
 * pictures that are not in the background.
 *
 * Returns: (transfer full) (array length=n_boxes): in map units; parties first, in the order of the network
 */
CoalitionBox *
coalition_scene_dup_taken_boxes (CoalitionScene *self,
                                 guint          *n_boxes)
{
  g_autofree CoalitionBox *parties = coalition_scene_dup_boxes (self);
  g_autoptr (GArray) boxes = g_array_sized_new (FALSE, FALSE, sizeof (CoalitionBox), self->n_parties + 1);

  if (self->n_parties > 0)
    g_array_append_vals (boxes, parties, self->n_parties);
  if (self->map != NULL)
    add_items (self, boxes);
  *n_boxes = boxes->len;
  return (CoalitionBox *) (gpointer) g_array_free (g_steal_pointer (&boxes), FALSE);
}

static void
unite_outlines (CoalitionScene *self,
                CoalitionBox   *bounds)
{
  const CoalitionNetworkForum *forums = coalition_network_get_forums (self->network, NULL);
  g_autofree CoalitionBox *boxes = self->n_forums > 0 ? coalition_scene_dup_boxes (self) : NULL;

  CoalitionBox outline;

  /* Outlines follow their members, also while these glide; how far they reach with their captions is known at rest. */
  for (guint i = 0; i < self->n_forums && self->to == NULL; i++)
    if (coalition_map_get_item_box (self->map, COALITION_MAP_FORUM, i, &outline))
      *bounds = coalition_box_unite (bounds, &outline);
  for (guint i = 0; i < self->n_forums; i++)
    for (guint j = 0; !forums[i].hub && j < forums[i].n_members; j++)
      {
        CoalitionBox box = boxes[forums[i].members[j]];

        if (coalition_scene_is_left_out (self, forums[i].members[j]))
          continue;
        box = (CoalitionBox) { box.left - OUTLINE, box.top - OUTLINE, box.right + OUTLINE, box.bottom + OUTLINE };
        *bounds = coalition_box_unite (bounds, &box);
      }
}

/**
 * coalition_scene_get_bounds:
 * @self: a scene
 * @bounds: (out caller-allocates): map units
 *
 * Gets the bounds of what coalition_scene_dup_shown_boxes() gets, with outlines of forums, background pictures and the
 * axes of a power map.
 *
 * Returns: %FALSE if nothing is on the map, or nobody has a place yet
 */
gboolean
coalition_scene_get_bounds (CoalitionScene *self,
                            CoalitionBox   *bounds)
{
  CoalitionRecord *view = coalition_session_get_view (self->session);
  g_autofree CoalitionBox *boxes = NULL;
  double width, height;
  CoalitionBox box;
  guint n_boxes;

  if (self->map == NULL || (self->n_parties > 0 && !coalition_scene_has_places (self)))
    return FALSE;
  *bounds = (CoalitionBox) { INFINITY, INFINITY, -INFINITY, -INFINITY };
  boxes = coalition_scene_dup_shown_boxes (self, &n_boxes);
  for (guint i = 0; i < n_boxes; i++)
    *bounds = coalition_box_unite (bounds, &boxes[i]);
  unite_outlines (self, bounds);
  for (guint i = 0; i < self->n_pictures; i++)
    if (coalition_map_get_item_box (self->map, COALITION_MAP_PICTURE, i, &box))
      *bounds = coalition_box_unite (bounds, &box);
  if (view != NULL && g_strcmp0 (coalition_record_get_text (view, "layout"), "power") == 0
      && coalition_record_get_real (view, "frame_width", &width) && coalition_record_get_real (view, "frame_height", &height))
    {
      box = (CoalitionBox) { -width / 2 - AXES, -height / 2 - AXES,
                             width / 2 + COALITION_POWER_TRAY_GAP + COALITION_POWER_TRAY_WIDTH, height / 2 + AXES };
      *bounds = coalition_box_unite (bounds, &box);
    }
  return bounds->left <= bounds->right;
}

/* A picture in the background is ground, unless the person reaches for it or has chosen it. */
static CoalitionMapPart
pick_background (CoalitionScene *self,
                 double          x,
                 double          y,
                 guint           index)
{
  double corner = CORNER / coalition_viewport_get_zoom (self->viewport);
  CoalitionBox box;

  if (!self->selected_pictures[index])
    return self->reaches_background ? COALITION_MAP_PICTURE : COALITION_MAP_NOTHING;
  if (coalition_map_get_item_box (self->map, COALITION_MAP_PICTURE, index, &box)
      && fabs (x - box.right) <= corner && fabs (y - box.bottom) <= corner)
    return COALITION_MAP_PICTURE_CORNER;
  return COALITION_MAP_PICTURE;
}

/**
 * coalition_scene_pick:
 * @self: a scene
 * @x: pixels
 * @y: pixels
 * @index: (out): of the party, tie, forum, note or picture
 *
 * Tells what is seen at a pixel.
 *
 * Returns: what it is; background pictures count as nothing unless they are selected or reached for
 */
CoalitionMapPart
coalition_scene_pick (CoalitionScene *self,
                      double          x,
                      double          y,
                      guint          *index)
{
  CoalitionMapPart part;
  double map_x, map_y;

  *index = 0;
  if (self->map == NULL)
    return COALITION_MAP_NOTHING;
  coalition_viewport_to_map (self->viewport, x, y, &map_x, &map_y);
  part = coalition_map_pick (self->map, map_x, map_y, TOLERANCE / coalition_viewport_get_zoom (self->viewport), index);
  return part == COALITION_MAP_BACKGROUND ? pick_background (self, map_x, map_y, *index) : part;
}

/**
 * coalition_scene_find_background:
 * @self: a scene
 * @x: pixels
 * @y: pixels
 *
 * Returns: index of the background picture that is seen at a pixel where nothing else is, or -1
 */
int
coalition_scene_find_background (CoalitionScene *self,
                                 double          x,
                                 double          y)
{
  double map_x, map_y;
  guint index;

  if (self->map == NULL)
    return -1;
  coalition_viewport_to_map (self->viewport, x, y, &map_x, &map_y);
  if (coalition_map_pick (self->map, map_x, map_y, TOLERANCE / coalition_viewport_get_zoom (self->viewport), &index)
      != COALITION_MAP_BACKGROUND)
    return -1;
  return (int) index;
}

/**
 * coalition_scene_set_reaches_background:
 * @self: a scene
 * @reaches: whether the pointer finds background pictures like others
 *
 * Lets the person take hold of what else lies still: while Alt is held.
 */
void
coalition_scene_set_reaches_background (CoalitionScene *self,
                                        gboolean        reaches)
{
  self->reaches_background = reaches;
}

/**
 * coalition_scene_is_selected:
 * @self: a scene
 * @party: index of a party
 *
 * Returns: whether it is selected
 */
gboolean
coalition_scene_is_selected (CoalitionScene *self,
                             guint           party)
{
  return party < self->n_parties && self->selected_parties[party];
}

/**
 * coalition_scene_get_selected:
 * @self: a scene
 *
 * Returns: (transfer full) (element-type guint): the indices of the selected parties
 */
GArray *
coalition_scene_get_selected (CoalitionScene *self)
{
  GArray *selected = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->n_parties; i++)
    if (self->selected_parties[i])
      g_array_append_val (selected, i);
  return selected;
}

/**
 * coalition_scene_dup_records:
 * @self: a scene
 * @parties: (array length=n_parties): indices of parties
 * @n_parties: how many
 *
 * Returns: (transfer full) (element-type CoalitionRecord): their records; of a collapsed group, those of its members
 */
GPtrArray *
coalition_scene_dup_records (CoalitionScene *self,
                             const guint    *parties,
                             guint           n_parties)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_parties; i++)
    {
      const CoalitionNetworkParty *node = coalition_scene_get_party (self, parties[i]);
      const char *const single[] = { node->id, NULL };
      const char *const *ids = node->members > 0 ? coalition_network_get_member_ids (self->network, parties[i]) : single;

      for (guint j = 0; ids != NULL && ids[j] != NULL; j++)
        {
          CoalitionRecord *record = coalition_campaign_get_record (campaign, &coalition_kind_party, ids[j]);

          if (record != NULL)
            g_ptr_array_add (records, g_object_ref (record));
        }
    }
  return records;
}

/**
 * coalition_scene_describe_party:
 * @self: a scene
 * @party: index of a party
 *
 * Returns: (transfer full): "NAME, LEVEL, N ties", as a screen reader says it
 */
char *
coalition_scene_describe_party (CoalitionScene *self,
                                guint           party)
{
  static const char *const levels[] = { N_("Affected people"), N_("Connector"), N_("Organization") };
  const CoalitionNetworkParty *node = coalition_scene_get_party (self, party);
  g_autofree char *ties = NULL, *group = NULL;
  guint n_ties = 0;

  coalition_network_get_ties_of (self->network, party, &n_ties);
  ties = g_strdup_printf (ngettext ("%u tie", "%u ties", n_ties), n_ties);
  if (node->members > 0)
    group = g_strdup_printf (ngettext ("Group of %u party", "Group of %u parties", node->members), node->members);
  /* Translators: a party as a screen reader says it: its name, its level, the number of its ties. */
  return g_strdup_printf (_("%s, %s, %s"), node->name, group != NULL ? group : _(levels[node->level]), ties);
}
