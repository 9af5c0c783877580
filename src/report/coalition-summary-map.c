/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-summary-private.h"

#include <glib/gi18n-lib.h>

/* The map of the summary. If not even a page of its own holds every name, ourselves and our direct partners are shown with
 * their names, and if that is too much as well, the whole as shapes without names. The lists name everybody in any case. */

#define SHARES_PAGE 370.0

/**
 * coalition_summary_map_free:
 * @map: (transfer full): a #CoalitionSummaryMap
 *
 * Frees @map.
 */
void
coalition_summary_map_free (gpointer map)
{
  CoalitionSummaryMap *self = map;

  g_clear_pointer (&self->page, coalition_map_page_free);
  g_free (self);
}

/* Which numbers stand between two parties. Agreements of which no two parties have a tie show in the list alone. */
static void
set_numbers (CoalitionSummary *self,
             CoalitionNetwork *network,
             CoalitionMap     *map)
{
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  GHashTableIter iter;
  gint64 *key;
  GArray *numbers;

  for (guint i = 0; i < self->agreements->len; i++)
    {
      CoalitionSummaryAgreement *agreement = self->agreements->pdata[i];

      if (agreement->has_ended)
        continue;
      for (guint a = 0; a < agreement->parties->len; a++)
        for (guint b = a + 1; b < agreement->parties->len; b++)
          {
            int first = coalition_network_find_party (network, agreement->parties->pdata[a]);
            int second = coalition_network_find_party (network, agreement->parties->pdata[b]);
            gint64 pair = (gint64) MIN (first, second) << 32 | (gint64) MAX (first, second);

            if (first < 0 || second < 0)
              continue;
            numbers = g_hash_table_lookup (pairs, &pair);
            if (numbers == NULL)
              {
                numbers = g_array_new (FALSE, FALSE, sizeof (guint));
                g_hash_table_insert (pairs, g_memdup2 (&pair, sizeof pair), numbers);
              }
            g_array_append_val (numbers, agreement->number);
          }
    }

  g_hash_table_iter_init (&iter, pairs);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, (gpointer *) &numbers))
    coalition_map_set_agreement_numbers (map, *key >> 32, *key & 0xffffffff, (const guint *) numbers->data, numbers->len);
}

/* Ourselves, and whom we have a tie to. */
static gboolean *
around_us (CoalitionNetwork *network,
           guint             us)
{
  guint n_parties, n_ours;
  const CoalitionNetworkTie *ties = coalition_network_get_ties (network, NULL);
  const guint *ours = coalition_network_get_ties_of (network, us, &n_ours);
  gboolean *near;

  coalition_network_get_parties (network, &n_parties);
  near = g_new0 (gboolean, n_parties);
  near[us] = TRUE;
  for (guint i = 0; i < n_ours; i++)
    if (ties[ours[i]].status != COALITION_TIE_ENDED)
      near[ties[ours[i]].from] = near[ties[ours[i]].to] = TRUE;

  return near;
}

/* How many parties the map shows but ourselves: those that pass the filter and are wanted. */
static guint
count_shown (CoalitionSummary *self,
             const gboolean   *kept)
{
  CoalitionNetwork *network = coalition_map_view_get_network (self->view);
  const gboolean *passing = coalition_map_view_get_shown (self->view);
  int us = coalition_network_get_us (network);
  guint n_parties, n = 0;

  coalition_network_get_parties (network, &n_parties);
  for (guint i = 0; i < n_parties; i++)
    n += (int) i != us && (passing == NULL || passing[i]) && (kept == NULL || kept[i]);

  return n;
}

/* A view for paper has nothing left to compute that could fail. */
static CoalitionMap *
make_map (CoalitionSummary *self,
          const gboolean   *kept)
{
  CoalitionMap *map = coalition_map_view_make_map (self->view, COALITION_MAP_PAPER, NULL, NULL, NULL);

  if (kept != NULL)
    coalition_map_view_leave_out (self->view, map, kept);
  set_numbers (self, coalition_map_view_get_network (self->view), map);

  return map;
}

/* The same with shapes of one size, if they have several. */
static CoalitionMap *
make_even_map (CoalitionSummary *self)
{
  CoalitionMap *map = coalition_map_view_make_even_map (self->view);

  if (map != NULL)
    set_numbers (self, coalition_map_view_get_network (self->view), map);

  return map;
}

/**
 * coalition_summary_choose_map:
 * @self: a summary
 * @flow: where it goes
 *
 * Chooses what the map shows, and how.
 *
 * Returns: (transfer full): the choice, without a page if there is nothing to draw
 */
CoalitionSummaryMap *
coalition_summary_choose_map (CoalitionSummary *self,
                              CoalitionFlow    *flow)
{
  CoalitionSummaryMap *result = g_new0 (CoalitionSummaryMap, 1);
  g_autofree char *heading = NULL;
  double width = coalition_flow_get_width (flow);
  gboolean axes = coalition_map_view_has_axes (self->view);
  CoalitionMap *map;
  double room;
  int us;

  result->n_shown = count_shown (self, NULL);
  if (self->findings->n_others == 0)
    return result;

  if (self->n_views > 1)
    /* Translators: %s is the name of a view of the map */
    heading = g_strdup_printf (_("The map: %s"), coalition_map_view_get_title (self->view));
  result->page = coalition_map_page_new (heading != NULL ? heading : _("The map"), coalition_map_view_get_facts (self->view));
  room = coalition_map_page_get_room (result->page, flow);
  coalition_map_page_set_note (result->page, coalition_map_view_get_places_note (self->view));
  if (coalition_map_page_try (result->page, make_map (self, NULL), result->n_shown + 1, width, room))
    return result;

  map = make_even_map (self);
  if (map != NULL)
    {
      coalition_map_page_set_note (result->page, _("All of one size, for want of room: see the map on a screen."));
      if (coalition_map_page_try (result->page, map, result->n_shown + 1, width, room))
        return result;
    }

  us = coalition_network_get_us (coalition_map_view_get_network (self->view));
  if (us >= 0 && !axes)
    {
      g_autofree gboolean *near = around_us (coalition_map_view_get_network (self->view), us);
      guint n_near = count_shown (self, near);

      coalition_map_page_set_note (result->page, _("Ourselves and those we are tied to; the list names all. Distances have no meaning."));
      if (n_near > 0 && coalition_map_page_try (result->page, make_map (self, near), n_near + 1, width, room))
        {
          result->n_shown = n_near;
          return result;
        }
    }

  /* Not even we and ours: everybody, without names. */
  coalition_map_page_set_note (result->page, axes ? _("Too many for names on one page: the list names all.")
                                                  : _("Too many for names on one page: the list names all. Distances have no meaning."));
  coalition_map_page_unname (result->page, make_map (self, NULL), room);

  return result;
}

static gboolean
has_standing_agreements (CoalitionSummary *self)
{
  for (guint i = 0; i < self->agreements->len; i++)
    if (!((CoalitionSummaryAgreement *) self->agreements->pdata[i])->has_ended)
      return TRUE;

  return FALSE;
}

/**
 * coalition_summary_write_map:
 * @self: a summary
 * @flow: where it goes
 * @map: (transfer full): what was chosen
 *
 * Writes the map.
 */
void
coalition_summary_write_map (CoalitionSummary    *self,
                             CoalitionFlow       *flow,
                             CoalitionSummaryMap *map)
{
  if (map->page == NULL)
    {
      coalition_flow_heading (flow, _("The map"), NULL);
      coalition_flow_paragraph (flow, COALITION_TEXT_BODY, _("There is nothing to draw yet."), FALSE);
      coalition_summary_map_free (map);
      return;
    }

  if (coalition_map_page_get_least (map->page) > SHARES_PAGE && has_standing_agreements (self))
    coalition_summary_write_glance (self, flow);
  coalition_map_page_flow (g_steal_pointer (&map->page), flow, FALSE);
  coalition_summary_map_free (map);
}
