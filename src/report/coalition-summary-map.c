/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-sheet.h"
#include "coalition-summary-private.h"

#include <glib/gi18n-lib.h>

/* The map with its legend inside one frame. It takes the rest of the page if names find room there, else a page of its
 * own, upright or turned; if not even that holds every name, ourselves and our direct partners are shown with their
 * names, and if that is too much as well, the whole as shapes without names. The lists name everybody in any case. */

#define LEAST 250.0
#define STEP 40.0
#define INSET 8.0
#define TITLE_ROOM 34.0
#define MOST_NAMED 250
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

  g_clear_pointer (&self->map, coalition_map_free);
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

/* Ourselves, whom we have a tie to, and the ties among all these. */
static CoalitionNetwork *
around_us (CoalitionSummary *self)
{
  guint n_parties, n_ties, n_ours;
  guint n_kept = 0, n_kept_ties = 0;
  const CoalitionNetworkParty *parties = coalition_network_get_parties (self->network, &n_parties);
  const CoalitionNetworkTie *ties = coalition_network_get_ties (self->network, &n_ties);
  const guint *ours = coalition_network_get_ties_of (self->network, self->findings->us, &n_ours);
  g_autofree int *place = g_new0 (int, n_parties);
  g_autofree CoalitionNetworkParty *kept = g_new (CoalitionNetworkParty, n_parties);
  g_autofree CoalitionNetworkTie *kept_ties = g_new (CoalitionNetworkTie, MAX (n_ties, 1));

  place[self->findings->us] = 1;
  for (guint i = 0; i < n_ours; i++)
    if (ties[ours[i]].status != COALITION_TIE_ENDED)
      place[ties[ours[i]].from] = place[ties[ours[i]].to] = 1;
  for (guint i = 0; i < n_parties; i++)
    if (place[i] != 0)
      {
        kept[n_kept] = parties[i];
        place[i] = ++n_kept;
      }
  for (guint i = 0; i < n_ties; i++)
    if (place[ties[i].from] != 0 && place[ties[i].to] != 0)
      {
        kept_ties[n_kept_ties] = ties[i];
        kept_ties[n_kept_ties].from = place[ties[i].from] - 1;
        kept_ties[n_kept_ties++].to = place[ties[i].to] - 1;
      }

  return coalition_network_new_from (kept, n_kept, kept_ties, n_kept_ties);
}

static void
paint_unnamed (CoalitionMap *map,
               cairo_t      *cr,
               double        x,
               double        y,
               double        width,
               double        height)
{
  CoalitionBox bounds;
  double across, down, scale;

  if (!coalition_map_get_bounds (map, NULL, &bounds))
    return;
  across = MAX (bounds.right - bounds.left, 1);
  down = MAX (bounds.bottom - bounds.top, 1);
  scale = MIN (MIN (width / across, height / down), 0.3);
  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  cairo_translate (cr, x + (width - scale * across) / 2, y + (height - scale * down) / 2);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -bounds.left, -bounds.top);
  coalition_map_paint (map, cr, scale, &bounds, NULL);
  cairo_restore (cr);
}

static void
paint_figure (CoalitionTypesetter *setter,
              cairo_t             *cr,
              double               x,
              double               y,
              double               width,
              double               height,
              gpointer             data)
{
  CoalitionSummaryMap *figure = data;
  double legend;

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, 0.4);
  cairo_rectangle (cr, x, y, width, height);
  cairo_stroke (cr);
  coalition_map_measure_legend_strip (figure->map, width - 2 * INSET, &legend);
  coalition_sheet_rule (cr, x, y + height - legend - 2 * INSET, width, 0.4);
  cairo_save (cr);
  if (figure->named)
    coalition_map_paint_fitted (figure->map, cr, x + INSET, y + INSET, width - 2 * INSET, height - legend - 4 * INSET);
  else
    paint_unnamed (figure->map, cr, x + INSET, y + INSET, width - 2 * INSET, height - legend - 4 * INSET);
  cairo_restore (cr);
  cairo_translate (cr, x + INSET, y + height - legend - INSET);
  coalition_map_paint_legend_strip (figure->map, cr, width - 2 * INSET);
  cairo_restore (cr);
}

/* A page of its own, the sheet turned: heading and note stand on the long side, as everything. */
static void
paint_turned (CoalitionTypesetter *setter,
              cairo_t             *cr,
              double               x,
              double               y,
              double               width,
              double               height,
              gpointer             data)
{
  CoalitionSummaryMap *figure = data;
  gboolean rtl = coalition_typesetter_is_rtl (setter);

  coalition_typesetter_draw_line (setter, cr, COALITION_TEXT_SECTION, _("The map"), FALSE, rtl ? x + width * 0.7 : x, y,
                                  width * 0.3, COALITION_ALIGN_START);
  coalition_typesetter_draw_line (setter, cr, COALITION_TEXT_SMALL, figure->note, FALSE, rtl ? x : x + width * 0.35, y + 4.5,
                                  width * 0.65, COALITION_ALIGN_END);
  paint_figure (setter, cr, x, y + TITLE_ROOM - 10, width, height - TITLE_ROOM + 10, data);
}

static gboolean
fits (CoalitionMap *map,
      double        width,
      double        height)
{
  double legend;

  coalition_map_measure_legend_strip (map, width - 2 * INSET, &legend);

  return coalition_map_can_fit (map, width - 2 * INSET, height - legend - 4 * INSET);
}

static gboolean
is_wide (CoalitionMap *map)
{
  CoalitionBox bounds;

  return coalition_map_get_bounds (map, NULL, &bounds) && bounds.right - bounds.left > 1.15 * (bounds.bottom - bounds.top);
}

/* The least height in which the map has room for its names, or -1. A map that needs a page of its own gets it turned if
 * it is wide, or if there is no room otherwise. A trial takes a moment, so the whole page comes first, and the least is
 * then found by halving. */
static double
find_room (CoalitionMap *map,
           double        width,
           double        page_height,
           gboolean     *turned)
{
  double low = LEAST;
  double high = page_height;

  *turned = FALSE;
  if (!fits (map, width, page_height) || (is_wide (map) && !fits (map, width, SHARES_PAGE)))
    {
      *turned = fits (map, page_height, width - TITLE_ROOM);
      if (*turned)
        return page_height;
      if (!fits (map, width, page_height))
        return -1;
    }
  if (low >= high || fits (map, width, low))
    return MIN (low, high);
  while (high - low > STEP)
    {
      double middle = (low + high) / 2;

      if (fits (map, width, middle))
        high = middle;
      else
        low = middle;
    }

  return high;
}

static guint
set_map (CoalitionSummary    *self,
         CoalitionNetwork    *network,
         CoalitionSummaryMap *result)
{
  guint n_parties;

  coalition_network_get_parties (network, &n_parties);
  result->n_shown = n_parties - (self->findings->us >= 0 ? 1 : 0);
  g_clear_pointer (&result->map, coalition_map_free);
  result->map = coalition_map_new (network, COALITION_MAP_PAPER, NULL);
  set_numbers (self, network, result->map);

  return n_parties;
}

/* Tries to show a network with all its names. */
static gboolean
try_network (CoalitionSummary    *self,
             CoalitionNetwork    *network,
             double               width,
             double               page_height,
             CoalitionSummaryMap *result)
{
  guint n_parties = set_map (self, network, result);

  result->least = n_parties <= MOST_NAMED ? find_room (result->map, width, page_height, &result->turned) : -1;
  result->named = result->least > 0;

  return result->named;
}

/**
 * coalition_summary_choose_map:
 * @self: a summary
 * @flow: where it goes
 *
 * Chooses what the map shows, and how.
 *
 * Returns: (transfer full): the choice, without a map if there is nothing to draw
 */
CoalitionSummaryMap *
coalition_summary_choose_map (CoalitionSummary *self,
                              CoalitionFlow    *flow)
{
  CoalitionSummaryMap *result = g_new0 (CoalitionSummaryMap, 1);
  double width = coalition_flow_get_width (flow);
  double page_height = coalition_flow_get_height (flow) - TITLE_ROOM;

  if (self->findings->n_others == 0)
    return result;

  result->note = _("Distances have no meaning; lines do.");
  if (try_network (self, self->network, width, page_height, result))
    return result;
  if (self->findings->us >= 0)
    {
      g_autoptr (CoalitionNetwork) near = around_us (self);
      guint n_near;

      result->note = _("Ourselves and those we are tied to; the list names all. Distances have no meaning.");
      coalition_network_get_parties (near, &n_near);
      if (n_near > 1 && try_network (self, near, width, page_height, result))
        return result;
    }

  /* Not even we and ours: everybody, without names. */
  set_map (self, self->network, result);
  result->note = _("Too many for names on one page: the list names all. Distances have no meaning.");
  result->turned = FALSE;
  result->named = FALSE;
  result->least = page_height;

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
  CoalitionStrip *strip;

  if (map->map == NULL)
    {
      coalition_flow_heading (flow, _("The map"), NULL);
      coalition_flow_paragraph (flow, COALITION_TEXT_BODY, _("There is nothing to draw yet."), FALSE);
      coalition_summary_map_free (map);
      return;
    }

  if (map->least > SHARES_PAGE && has_standing_agreements (self))
    coalition_summary_write_glance (self, flow);
  if (map->turned)
    {
      strip = coalition_flow_append (flow);
      strip->turned = TRUE;
      strip->new_page = TRUE;
      strip->fills = TRUE;
      strip->least = coalition_flow_get_height (flow);
      strip->outline = g_strdup (_("The map"));
      coalition_strip_add_painter (strip, 0, coalition_flow_get_width (flow), 0, paint_turned, map, coalition_summary_map_free);
      return;
    }
  coalition_flow_heading (flow, _("The map"), map->note);
  coalition_flow_last (flow)->keep_with_next = TRUE;
  strip = coalition_flow_append (flow);
  strip->fills = TRUE;
  strip->least = map->least;
  coalition_strip_add_painter (strip, 0, coalition_flow_get_width (flow), 0, paint_figure, map, coalition_summary_map_free);
}
