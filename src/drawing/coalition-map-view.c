/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-map-view.h"

#include "coalition-date.h"
#include "coalition-filter.h"
#include "coalition-groups.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * CoalitionMapView:
 *
 * A view of the map, made ready to be drawn where there is no screen: for paper, for files, and from a terminal. It has
 * taken out of the campaign everything that it needs, so that maps of it can be made for several papers.
 *
 * A partner copy never shows a judgement, nor lets one be read off: neither from a color, a size or a filter, nor from
 * where parties stand.
 */
struct _CoalitionMapView
{
  CoalitionNetwork *network;
  CoalitionEncoding *encoding;
  CoalitionEncoding *even; /* the same without sizes; NULL if it has none */
  gboolean *passing_parties; /* NULL if everything passes the filter */
  gboolean *passing_ties;
  gboolean hides;
  gboolean routed;
  gboolean partner_copy;
  gboolean has_axes;
  CoalitionPowerFrame frame;
  char *issue;
  char *title;
  GPtrArray *facts;
};

G_DEFINE_QUARK (coalition-map-view-error-quark, coalition_map_view_error)

/**
 * coalition_map_view_free:
 * @self: (transfer full): a view
 *
 * Frees @self.
 */
void
coalition_map_view_free (CoalitionMapView *self)
{
  g_clear_pointer (&self->network, coalition_network_unref);
  g_clear_pointer (&self->encoding, coalition_encoding_unref);
  g_clear_pointer (&self->even, coalition_encoding_unref);
  g_free (self->passing_parties);
  g_free (self->passing_ties);
  g_free (self->issue);
  g_free (self->title);
  g_clear_pointer (&self->facts, g_ptr_array_unref);
  g_free (self);
}

/* --- the views of a campaign --------------------------------------------------------------------------------------- */

static int
compare_views (gconstpointer a,
               gconstpointer b)
{
  CoalitionRecord *first = *(CoalitionRecord **) a, *second = *(CoalitionRecord **) b;
  gint64 ranks[2] = { 0, 0 };

  coalition_record_get_integer (first, "rank", &ranks[0]);
  coalition_record_get_integer (second, "rank", &ranks[1]);

  return (ranks[0] > ranks[1]) - (ranks[0] < ranks[1]);
}

/**
 * coalition_map_view_list:
 * @campaign: a campaign
 *
 * Its views in the order in which people put them.
 *
 * Returns: (transfer full) (element-type CoalitionRecord): the views, never none
 */
GPtrArray *
coalition_map_view_list (CoalitionCampaign *campaign)
{
  GListModel *records = coalition_campaign_get_records (campaign, &coalition_kind_view);
  GPtrArray *views = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    g_ptr_array_add (views, g_list_model_get_item (records, i));
  g_ptr_array_sort (views, compare_views);

  return views;
}

/**
 * coalition_map_view_find:
 * @campaign: a campaign
 * @name: name or id of a view, as a person typed it
 *
 * Finds a view. Capitals, accents and spaces do not matter; of several of one name it is none.
 *
 * Returns: (transfer none) (nullable): the view
 */
CoalitionRecord *
coalition_map_view_find (CoalitionCampaign *campaign,
                         const char        *name)
{
  CoalitionRecord *view = coalition_campaign_get_record (campaign, &coalition_kind_view, name);
  g_autoptr (GPtrArray) found = NULL;

  if (view != NULL)
    return view;
  found = coalition_campaign_find_by_title (campaign, &coalition_kind_view, name);

  return found->len == 1 ? coalition_campaign_get_record (campaign, &coalition_kind_view, coalition_record_get_id (found->pdata[0])) : NULL;
}

/**
 * coalition_map_view_is_private:
 * @view: a view
 *
 * Whether the places of its parties are judgements: a power map shows who is against us and who matters, even without
 * its axes. A partner copy leaves such views out.
 *
 * Returns: %TRUE if they are
 */
gboolean
coalition_map_view_is_private (CoalitionRecord *view)
{
  return g_strcmp0 (coalition_record_get_text (view, "layout"), "power") == 0;
}

/* --- what is private --------------------------------------------------------------------------------------------------- */

static gboolean
own_field_is_private (CoalitionCampaign *campaign,
                      const char        *id)
{
  CoalitionRecord *field = id != NULL ? coalition_campaign_get_record (campaign, &coalition_kind_own_field, id) : NULL;

  return field == NULL || !coalition_record_get_boolean (field, "shared");
}

/* Whether a condition looks at something that does not leave the campaign. What is not known here is not let out. */
static gboolean
condition_is_private (CoalitionCampaign        *campaign,
                      const CoalitionCondition *condition)
{
  static const char *const open[] = { "tag", "forum", "agreement", "near", NULL };
  const char *subject = condition->subject;
  const char *dot = strchr (subject, '.');
  const CoalitionKind *kind = NULL;
  const CoalitionField *field;

  if (dot == NULL)
    return !g_strv_contains (open, subject);
  if (g_str_has_prefix (subject, "party."))
    kind = &coalition_kind_party;
  else if (g_str_has_prefix (subject, "tie."))
    kind = &coalition_kind_tie;
  else
    return TRUE;
  if (g_str_has_prefix (dot + 1, "own:"))
    return own_field_is_private (campaign, dot + 1 + strlen ("own:"));
  field = coalition_kind_find_field (kind, dot + 1);

  return field == NULL || (field->flags & COALITION_FIELD_PRIVATE);
}

/* --- making it ready ------------------------------------------------------------------------------------------------------ */

static int
choice_index (CoalitionRecord *view,
              const char      *name)
{
  const CoalitionField *field = coalition_kind_find_field (&coalition_kind_view, name);
  const char *key = coalition_record_get_text (view, name);

  for (int i = 0; key != NULL && field->choices[i].key != NULL; i++)
    if (g_str_equal (field->choices[i].key, key))
      return i;

  return 0;
}

static void
add_fact (CoalitionMapView *self,
          char             *fact)
{
  g_ptr_array_add (self->facts, fact);
}

/* The choices of a view stand in the order of the enumerations. */
static gboolean
encode (CoalitionMapView   *self,
        CoalitionCampaign  *campaign,
        CoalitionRecord    *view,
        GCancellable       *cancellable,
        GError            **error)
{
  CoalitionColorBy color_by = choice_index (view, "colour_by");
  CoalitionSizeBy size_by = choice_index (view, "size_by");
  const char *own_field = coalition_record_get_text (view, "field");
  g_autoptr (CoalitionMeasures) measures = NULL;

  if (self->partner_copy)
    {
      if (color_by == COALITION_COLOR_BY_STANCE || color_by == COALITION_COLOR_BY_TRUST
          || (color_by == COALITION_COLOR_BY_OWN && own_field_is_private (campaign, own_field)))
        {
          color_by = COALITION_COLOR_BY_LEVEL;
          add_fact (self, g_strdup (_("Colored by level in this copy")));
        }
      if (size_by == COALITION_SIZE_BY_INFLUENCE || size_by == COALITION_SIZE_BY_VOICES)
        size_by = COALITION_SIZE_BY_NOTHING;
    }
  if (color_by == COALITION_COLOR_BY_COMMUNITY || size_by == COALITION_SIZE_BY_DEGREE
      || size_by == COALITION_SIZE_BY_BETWEENNESS)
    {
      measures = coalition_measures_compute (self->network, cancellable, error);
      if (measures == NULL)
        return FALSE;
    }
  self->encoding = coalition_encoding_new (campaign, self->network, color_by, coalition_record_get_text (view, "issue"),
                                           own_field, size_by, measures);
  if (size_by != COALITION_SIZE_BY_NOTHING)
    self->even = coalition_encoding_new (campaign, self->network, color_by, coalition_record_get_text (view, "issue"),
                                         own_field, COALITION_SIZE_BY_NOTHING, measures);

  return TRUE;
}

/* The filter of the view, but for what would let others guess a judgement. */
static CoalitionFilter *
read_filter (CoalitionMapView   *self,
             CoalitionCampaign  *campaign,
             CoalitionRecord    *view,
             GError            **error)
{
  const char *text = coalition_record_get_text (view, "filter");
  g_autoptr (CoalitionFilter) filter = text != NULL ? coalition_filter_parse (text, error) : coalition_filter_new ();
  gboolean dropped = FALSE;

  if (filter == NULL)
    return NULL;
  for (guint i = coalition_filter_get_size (filter); self->partner_copy && i > 0; i--)
    if (condition_is_private (campaign, coalition_filter_get (filter, i - 1)))
      {
        coalition_filter_remove (filter, i - 1);
        dropped = TRUE;
      }
  for (guint i = 0; i < coalition_filter_get_size (filter); i++)
    {
      g_autofree char *chip = coalition_filter_describe (filter, i, campaign);

      /* Translators: what a map is limited to; %s is a condition such as "Place: Port Road" */
      add_fact (self, g_strdup_printf (self->hides ? _("Only “%s”") : _("In full ink “%s”, the rest dimmed"), chip));
    }
  if (dropped)
    add_fact (self, g_strdup (_("Not everything is left out here that the view leaves out")));

  return g_steal_pointer (&filter);
}

static void
apply_filter (CoalitionMapView  *self,
              CoalitionCampaign *campaign,
              CoalitionFilter   *filter)
{
  guint n_parties, n_ties;

  if (coalition_filter_get_size (filter) == 0)
    return;
  coalition_network_get_parties (self->network, &n_parties);
  coalition_network_get_ties (self->network, &n_ties);
  self->passing_parties = g_new0 (gboolean, n_parties + 1);
  self->passing_ties = g_new0 (gboolean, n_ties + 1);
  coalition_filter_apply (filter, campaign, self->network, self->passing_parties, self->passing_ties);
}

static void
collapse (CoalitionMapView  *self,
          CoalitionCampaign *campaign,
          CoalitionRecord   *view)
{
  g_autoptr (GPtrArray) groups = coalition_groups_parse (coalition_record_get_text (view, "collapsed"), campaign, self->network);
  g_autoptr (CoalitionNetwork) whole = NULL;

  if (groups == NULL || groups->len == 0)
    return;
  whole = g_steal_pointer (&self->network);
  self->network = coalition_network_collapse (whole, groups);
}

static void
read_axes (CoalitionMapView  *self,
           CoalitionCampaign *campaign,
           CoalitionRecord   *view)
{
  const char *id = coalition_record_get_text (view, "issue");
  CoalitionRecord *issue = id != NULL ? coalition_campaign_get_record (campaign, &coalition_kind_issue, id) : NULL;

  self->has_axes = coalition_map_view_is_private (view)
                   && coalition_record_get_real (view, "frame_width", &self->frame.width) && self->frame.width > 0
                   && coalition_record_get_real (view, "frame_height", &self->frame.height) && self->frame.height > 0;
  if (issue != NULL)
    self->issue = g_strdup (coalition_record_get_title (issue));
}

static void
tell_time (CoalitionMapView              *self,
           const CoalitionMapViewOptions *options)
{
  g_autofree char *as_of = options->as_of != NULL ? coalition_date_format (options->as_of) : NULL;
  g_autofree char *compare_to = options->compare_to != NULL ? coalition_date_format (options->compare_to) : NULL;

  if (as_of != NULL)
    /* Translators: %s is a date; the map shows what was there then */
    add_fact (self, g_strdup_printf (_("As of %s"), as_of));
  if (compare_to != NULL)
    add_fact (self, g_strdup_printf (_("Compared with %s"), compare_to));
}

static gboolean
prepare (CoalitionMapView               *self,
         CoalitionCampaign              *campaign,
         CoalitionRecord                *view,
         const CoalitionMapViewOptions  *options,
         GCancellable                   *cancellable,
         GError                        **error)
{
  const CoalitionNetworkOptions when = { options->as_of, options->compare_to };
  g_autoptr (CoalitionFilter) filter = NULL;

  self->network = coalition_network_new_at (campaign, &when);
  if (self->partner_copy)
    {
      g_autoptr (CoalitionNetwork) all = g_steal_pointer (&self->network);

      self->network = coalition_network_new_public (all);
    }
  tell_time (self, options);
  filter = read_filter (self, campaign, view, error);
  if (filter == NULL)
    return FALSE;
  collapse (self, campaign, view);
  apply_filter (self, campaign, filter);
  read_axes (self, campaign, view);

  return encode (self, campaign, view, cancellable, error);
}

/**
 * coalition_map_view_new:
 * @campaign: a campaign, or a snapshot of one to work on in another thread
 * @view: (nullable): one of its views, or %NULL for the one that it shows
 * @options: (nullable): at which date, and for whom
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Makes a view ready: network, filter, collapsed groups, colors and sizes, with measures computed if it takes them.
 *
 * Returns: (transfer full) (nullable): the view, or %NULL with @error set
 */
CoalitionMapView *
coalition_map_view_new (CoalitionCampaign              *campaign,
                        CoalitionRecord                *view,
                        const CoalitionMapViewOptions  *options,
                        GCancellable                   *cancellable,
                        GError                        **error)
{
  static const CoalitionMapViewOptions plain = { 0 };
  g_autoptr (CoalitionMapView) self = g_new0 (CoalitionMapView, 1);
  CoalitionRecord *shown = coalition_campaign_get_view (campaign);
  gboolean good;

  if (options == NULL)
    options = &plain;
  if (view == NULL)
    view = shown;
  self->facts = g_ptr_array_new_with_free_func (g_free);
  self->title = g_strdup (coalition_record_get_title (view));
  self->partner_copy = options->partner_copy;
  self->hides = coalition_record_get_boolean (view, "hides");
  self->routed = !options->straight && coalition_record_get_boolean (view, "routed");
  if (self->partner_copy && coalition_map_view_is_private (view))
    {
      g_set_error (error, COALITION_MAP_VIEW_ERROR, COALITION_MAP_VIEW_ERROR_PRIVATE,
                   _("“%s” is a power map: it shows judgements, which do not go to others. Choose another view"), self->title);
      return NULL;
    }

  /* Positions are read from the view that the campaign shows. */
  coalition_campaign_set_view (campaign, coalition_record_get_id (view));
  good = prepare (self, campaign, view, options, cancellable, error);
  coalition_campaign_set_view (campaign, coalition_record_get_id (shown));
  g_ptr_array_add (self->facts, NULL);

  return good ? g_steal_pointer (&self) : NULL;
}

/**
 * coalition_map_view_get_title:
 * @self: a view
 *
 * Returns: its name
 */
const char *
coalition_map_view_get_title (CoalitionMapView *self)
{
  return self->title;
}

/**
 * coalition_map_view_get_facts:
 * @self: a view
 *
 * What a reader has to know of it besides its legend: the date, and each condition of its filter in words.
 *
 * Returns: (array zero-terminated=1): short phrases, translated
 */
const char *const *
coalition_map_view_get_facts (CoalitionMapView *self)
{
  return (const char *const *) self->facts->pdata;
}

/**
 * coalition_map_view_get_network:
 * @self: a view
 *
 * What its maps show, groups collapsed. What is left out is still in it.
 *
 * Returns: (transfer none): the network
 */
CoalitionNetwork *
coalition_map_view_get_network (CoalitionMapView *self)
{
  return self->network;
}

/**
 * coalition_map_view_has_axes:
 * @self: a view
 *
 * Whether places on it have a meaning: stance and influence.
 *
 * Returns: %TRUE for a power map
 */
gboolean
coalition_map_view_has_axes (CoalitionMapView *self)
{
  return self->has_axes;
}

/**
 * coalition_map_view_get_places_note:
 * @self: a view
 *
 * What the places of parties on paper mean, in a sentence.
 *
 * Returns: a static text, translated
 */
const char *
coalition_map_view_get_places_note (CoalitionMapView *self)
{
  guint n_pictures;
  const CoalitionNetworkPicture *pictures = coalition_network_get_pictures (self->network, &n_pictures);

  if (self->has_axes)
    return _("Places tell stance and influence, as near as names leave room.");
  for (guint i = 0; i < n_pictures; i++)
    if (pictures[i].background)
      return _("Places are those on the picture, as near as names leave room.");

  return _("Distances have no meaning; lines do.");
}

/**
 * coalition_map_view_get_shown:
 * @self: a view
 *
 * Which parties are on its maps at all.
 *
 * Returns: (nullable): a flag for each party of its network, or %NULL if all are
 */
const gboolean *
coalition_map_view_get_shown (CoalitionMapView *self)
{
  return self->hides ? self->passing_parties : NULL;
}

static gboolean *
invert (const gboolean *flags,
        guint           n)
{
  gboolean *inverse = g_new (gboolean, n + 1);

  for (guint i = 0; i < n; i++)
    inverse[i] = !flags[i];

  return inverse;
}

/**
 * coalition_map_view_leave_out:
 * @self: a view
 * @map: a map of it
 * @kept: (nullable): a flag for each party: those that may be on the map; %NULL for all
 *
 * Leaves out what does not pass a filter that hides, and whom the caller does not want.
 */
void
coalition_map_view_leave_out (CoalitionMapView *self,
                              CoalitionMap     *map,
                              const gboolean   *kept)
{
  g_autofree gboolean *parties = NULL;
  g_autofree gboolean *ties = NULL;
  const gboolean *passing = self->hides ? self->passing_parties : NULL;
  guint n_parties, n_ties;

  coalition_network_get_parties (self->network, &n_parties);
  coalition_network_get_ties (self->network, &n_ties);
  if (passing == NULL && kept == NULL)
    return;
  parties = invert (passing != NULL ? passing : kept, n_parties);
  for (guint i = 0; passing != NULL && kept != NULL && i < n_parties; i++)
    parties[i] = parties[i] || !kept[i];
  if (passing != NULL)
    ties = invert (self->passing_ties, n_ties);
  coalition_map_set_left_out (map, parties, ties);
}

static gboolean
route (CoalitionMapView  *self,
       CoalitionMap      *map,
       GCancellable      *cancellable,
       GError           **error)
{
  g_autofree CoalitionPlace *places = NULL;
  g_autoptr (GPtrArray) routes = NULL;
  guint n_parties;

  coalition_network_get_parties (self->network, &n_parties);
  places = g_new0 (CoalitionPlace, n_parties + 1);
  for (guint i = 0; i < n_parties; i++)
    coalition_map_get_place (map, i, &places[i].x, &places[i].y);
  routes = coalition_routes_compute (self->network, coalition_map_get_boxes (map), places, cancellable, error);
  if (routes == NULL)
    return FALSE;
  coalition_map_set_routes (map, routes);

  return TRUE;
}

/**
 * coalition_map_view_make_map:
 * @self: a view
 * @theme: for which surface
 * @font: (nullable): a font, or %NULL for that of the theme
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Makes a map of the view, which then belongs to this thread. What a filter hides is left out of it; what it dims, is
 * dimmed. Ties are led around parties if the view says so, but not on paper, where parties are placed again.
 *
 * Returns: (transfer full) (nullable): the map, or %NULL with @error set
 */
CoalitionMap *
coalition_map_view_make_map (CoalitionMapView   *self,
                             CoalitionMapTheme   theme,
                             const char         *font,
                             GCancellable       *cancellable,
                             GError            **error)
{
  g_autoptr (CoalitionMap) map = coalition_map_new (self->network, theme, font);

  coalition_map_set_private (map, !self->partner_copy);
  coalition_map_set_encoding (map, self->encoding);
  if (self->has_axes)
    coalition_map_set_power_frame (map, &self->frame, self->issue);
  if (self->hides)
    coalition_map_view_leave_out (self, map, NULL);
  else if (self->passing_parties != NULL)
    coalition_map_set_lit (map, self->passing_parties, self->passing_ties);
  if (self->routed && theme != COALITION_MAP_PAPER && !route (self, map, cancellable, error))
    return NULL;

  return g_steal_pointer (&map);
}

/**
 * coalition_map_view_make_even_map:
 * @self: a view
 *
 * Makes a map for paper on which all shapes are alike, where those that stand for values leave names no room.
 *
 * Returns: (transfer full) (nullable): the map, or %NULL if the view has no sizes anyway
 */
CoalitionMap *
coalition_map_view_make_even_map (CoalitionMapView *self)
{
  CoalitionMap *map = self->even != NULL ? coalition_map_view_make_map (self, COALITION_MAP_PAPER, NULL, NULL, NULL) : NULL;

  if (map != NULL)
    coalition_map_set_encoding (map, self->even);

  return map;
}

/**
 * coalition_map_new_for_view:
 * @campaign: a campaign, or a snapshot of one to work on in another thread
 * @view: (nullable): one of its views, or %NULL for the one that it shows
 * @options: (nullable): at which date, and for whom
 * @theme: for which surface
 * @font: (nullable): a font, or %NULL for that of the theme
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Makes the map of a view at once, from the campaign.
 *
 * Returns: (transfer full) (nullable): the map, or %NULL with @error set
 */
CoalitionMap *
coalition_map_new_for_view (CoalitionCampaign              *campaign,
                            CoalitionRecord                *view,
                            const CoalitionMapViewOptions  *options,
                            CoalitionMapTheme               theme,
                            const char                     *font,
                            GCancellable                   *cancellable,
                            GError                        **error)
{
  g_autoptr (CoalitionMapView) self = coalition_map_view_new (campaign, view, options, cancellable, error);

  return self != NULL ? coalition_map_view_make_map (self, theme, font, cancellable, error) : NULL;
}
