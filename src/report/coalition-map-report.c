/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-map-report.h"

#include "coalition-map-page.h"

#include <glib/gi18n-lib.h>

/* Views of the map, each on a page of its own with its legend. If names find no room on it, a list of them follows. */

static const char *const titles[] = {
  N_("People directly affected"), N_("Leaders and connectors"), N_("Organizations and institutions"),
};

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* Whoever is on the map, by level: what its shapes cannot say. */
static void
write_names (CoalitionMapView *view,
             CoalitionFlow    *flow)
{
  const gboolean *shown = coalition_map_view_get_shown (view);
  guint n_parties;
  const CoalitionNetworkParty *parties = coalition_network_get_parties (coalition_map_view_get_network (view), &n_parties);

  /* Translators: %s is the name of a view of the map */
  g_autofree char *heading = g_strdup_printf (_("On the map “%s”"), coalition_map_view_get_title (view));

  coalition_flow_heading (flow, heading, NULL);
  for (int level = COALITION_LEVEL_AFFECTED; level <= COALITION_LEVEL_ORGANIZATION; level++)
    {
      g_autoptr (GPtrArray) names = g_ptr_array_new ();
      g_autofree char *title = NULL;

      for (guint i = 0; i < n_parties; i++)
        if ((int) parties[i].level == level && (shown == NULL || shown[i]))
          g_ptr_array_add (names, (gpointer) parties[i].name);
      if (names->len == 0)
        continue;
      g_ptr_array_sort (names, compare_names);
      title = g_strdup_printf ("%s: %u", _(titles[level]), names->len);
      coalition_flow_paragraph (flow, COALITION_TEXT_BLOCK, title, FALSE);
      coalition_flow_last (flow)->space = 6;
      coalition_flow_last (flow)->keep_with_next = TRUE;
      /* Short paragraphs break over pages; one of ten thousand names would not. */
      for (guint i = 0; i < names->len;)
        {
          g_autoptr (GString) line = g_string_new (NULL);

          for (; i < names->len && line->len < 400; i++)
            g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", (char *) names->pdata[i]);
          coalition_flow_paragraph (flow, COALITION_TEXT_TABLE, line->str, FALSE);
        }
    }
}

/* A view for paper has nothing left to compute that could fail. */
static CoalitionMap *
make_map (CoalitionMapView *view)
{
  return coalition_map_view_make_map (view, COALITION_MAP_PAPER, NULL, NULL, NULL);
}

static guint
count_shown (CoalitionMapView *view)
{
  const gboolean *shown = coalition_map_view_get_shown (view);
  guint n_parties, n = 0;

  coalition_network_get_parties (coalition_map_view_get_network (view), &n_parties);
  for (guint i = 0; i < n_parties; i++)
    n += shown == NULL || shown[i];

  return n;
}

static gboolean
is_empty (CoalitionMapView *view)
{
  g_autoptr (CoalitionMap) map = make_map (view);
  CoalitionBox bounds;

  return !coalition_map_get_bounds (map, NULL, &bounds);
}

static void
write_view (CoalitionMapView *view,
            CoalitionFlow    *flow)
{
  g_autoptr (CoalitionMapPage) page = coalition_map_page_new (coalition_map_view_get_title (view), coalition_map_view_get_facts (view));
  double room = coalition_map_page_get_room (page, flow);
  gboolean named;

  if (is_empty (view))
    {
      coalition_flow_heading (flow, coalition_map_view_get_title (view), NULL);
      coalition_flow_last (flow)->new_page = TRUE;
      coalition_flow_paragraph (flow, COALITION_TEXT_BODY, _("There is nothing to draw yet."), FALSE);
      return;
    }

  coalition_map_page_set_note (page, coalition_map_view_get_places_note (view));
  named = coalition_map_page_try (page, make_map (view), count_shown (view), coalition_flow_get_width (flow), room);
  if (!named)
    {
      CoalitionMap *even = coalition_map_view_make_even_map (view);

      if (even != NULL)
        named = coalition_map_page_try (page, even, count_shown (view), coalition_flow_get_width (flow), room);
      if (even != NULL)
        coalition_map_page_set_note (page, _("All of one size, for want of room: see the map on a screen."));
    }
  if (!named)
    {
      coalition_map_page_set_note (page, _("Too many for names on one page: the list after it names all."));
      coalition_map_page_unname (page, make_map (view), room);
    }
  coalition_map_page_flow (g_steal_pointer (&page), flow, TRUE);
  if (!named)
    write_names (view, flow);
}

static void
build (CoalitionFlow *flow,
       gpointer       data)
{
  GPtrArray *views = data;

  for (guint i = 0; i < views->len; i++)
    write_view (views->pdata[i], flow);
}

static void
view_free (gpointer view)
{
  coalition_map_view_free (view);
}

static void
views_free (gpointer views)
{
  g_ptr_array_unref (views);
}

/**
 * coalition_map_report_new:
 * @campaign: a campaign, or a snapshot of one to work on in another thread
 * @views: (nullable) (element-type CoalitionRecord): its views that are wanted, or %NULL for all of them
 * @options: (nullable): at which date, and for whom
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Makes a report of maps. Of all views, a partner copy leaves out those that show judgements; asked for by themselves
 * they are refused.
 *
 * Returns: (transfer full) (nullable): the report, or %NULL with @error set
 */
CoalitionReport *
coalition_map_report_new (CoalitionCampaign              *campaign,
                          GPtrArray                      *views,
                          const CoalitionMapViewOptions  *options,
                          GCancellable                   *cancellable,
                          GError                        **error)
{
  g_autoptr (GPtrArray) all = views == NULL ? coalition_map_view_list (campaign) : g_ptr_array_ref (views);
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (view_free);
  CoalitionRecord *us = coalition_campaign_get_us (campaign);
  gboolean partner_copy = options != NULL && options->partner_copy;
  const char *title = coalition_record_get_title (coalition_campaign_get_campaign (campaign));
  CoalitionReport *report;
  guint n_made;

  for (guint i = 0; i < all->len; i++)
    {
      gboolean is_last = i + 1 == all->len && made->len == 0;
      CoalitionMapView *view;

      /* A report without a page says nothing: then the refusal of the last view does. */
      if (views == NULL && partner_copy && coalition_map_view_is_private (all->pdata[i]) && !is_last)
        continue;
      view = coalition_map_view_new (campaign, all->pdata[i], options, cancellable, error);
      if (view == NULL)
        return NULL;
      g_ptr_array_add (made, view);
    }

  n_made = made->len;
  report = coalition_report_new (n_made == 1 ? _("Map") : _("Maps"), title, us != NULL ? coalition_record_get_title (us) : NULL,
                                 partner_copy, build, g_steal_pointer (&made), views_free);
  coalition_report_set_plain (report);

  return report;
}
