/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-groups.h"
#include "coalition-plan.h"
#include "coalition-space.h"

#include <math.h>

#define N_STANCES 5
#define N_INFLUENCES 6
/* The least room for one judgement: a card and what must be free around it; and how much wider cells are tried. */
#define LEAST_CELL_WIDTH 150.0
#define LEAST_CELL_HEIGHT 100.0
#define CELL_STEP 1.06
/* How much wider than high frame and tray together should be. */
#define FRAME_ASPECT 1.35
/* What is left free at the top of the tray, for its caption. */
#define TRAY_HEAD 30.0
/* Between two columns of the tray there is less than this; and no tray is looked at for more columns. */
#define COLUMN_GAP 70.0
#define MAX_COLUMNS 400

/* What a party is sorted by: who is in the same cell, then the order within it. */
typedef struct {
  guint party;
  double stance;
  double influence;
  guint order; /* in the tray: which of its three parts */
  CoalitionLevel level;
} Judged;

/* --- what is judged ------------------------------------------------------------------------------------------------ */

/* The newest judgement of each party, as an index of values and dates. */
typedef struct {
  double value;
  const char *date;
} Newest;

static GHashTable *
find_newest (CoalitionCampaign *campaign, const char *aspect, const char *issue_id)
{
  GHashTable *newest = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  GListModel *judgements = coalition_campaign_get_records (campaign, &coalition_kind_judgement);
  guint n_judgements = g_list_model_get_n_items (judgements);

  for (guint i = 0; i < n_judgements; i++)
    {
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (judgements, i);
      const char *party = coalition_record_get_text (record, "party");
      const char *issue = coalition_record_get_text (record, "issue");
      const char *date = coalition_record_get_text (record, "judged_on");
      Newest *known;
      gint64 value;

      if (party == NULL || g_strcmp0 (coalition_record_get_text (record, "aspect"), aspect) != 0
          || g_strcmp0 (issue, issue_id) != 0 || !coalition_record_get_integer (record, "value", &value))
        continue;
      known = g_hash_table_lookup (newest, party);
      if (known != NULL && g_strcmp0 (known->date, date) > 0)
        continue;
      if (known == NULL)
        {
          known = g_new (Newest, 1);
          g_hash_table_insert (newest, (gpointer) party, known);
        }
      *known = (Newest) { value, date };
    }

  return newest;
}

/* What is judged of those that a collapsed group stands for: their mean. */
static double
find_mean (GHashTable *newest, const char *const *members)
{
  double sum = 0;
  guint n = 0;

  for (guint i = 0; members != NULL && members[i] != NULL; i++)
    {
      const Newest *known = g_hash_table_lookup (newest, members[i]);

      if (known == NULL)
        continue;
      sum += known->value;
      n++;
    }

  return n > 0 ? sum / n : NAN;
}

/**
 * coalition_layout_read_judgements:
 * @campaign: a campaign
 * @network: a network of it
 * @aspect: "stance" or "influence"
 * @issue_id: (nullable): the issue that the judgement must be on, or %NULL for the campaign as a whole
 *
 * Reads what parties are judged to be. Of several judgements of one party the latest counts, and one without a date is
 * older than any with. A stance on the campaign does not count for an issue: it says nothing of another thing. Influence
 * on it does, where nobody judged that on the issue. A collapsed group has the mean of its members.
 *
 * Returns: (transfer full) (array): a value for each party of @network, NAN for who was not judged
 */
double *
coalition_layout_read_judgements (CoalitionCampaign *campaign, CoalitionNetwork *network, const char *aspect,
                                  const char *issue_id)
{
  g_autoptr (GHashTable) newest = find_newest (campaign, aspect, issue_id);
  g_autoptr (GHashTable) general = NULL;
  GHashTableIter iter;
  gpointer party, value;
  guint n_parties;
  const CoalitionNetworkParty *parties = coalition_network_get_parties (network, &n_parties);
  double *values = g_new (double, MAX (n_parties, 1));

  if (issue_id != NULL && g_str_equal (aspect, "influence"))
    {
      general = find_newest (campaign, aspect, NULL);
      g_hash_table_iter_init (&iter, general);
      while (g_hash_table_iter_next (&iter, &party, &value))
        if (!g_hash_table_contains (newest, party))
          g_hash_table_insert (newest, party, g_memdup2 (value, sizeof (Newest)));
    }

  for (guint i = 0; i < n_parties; i++)
    {
      const Newest *known = g_hash_table_lookup (newest, parties[i].id);

      if (parties[i].members > 0)
        values[i] = find_mean (newest, coalition_network_get_member_ids (network, i));
      else
        values[i] = known != NULL ? known->value : NAN;
    }

  return values;
}

/* --- the frame ----------------------------------------------------------------------------------------------------- */

/**
 * coalition_power_frame_find_point:
 * @self: the axes
 * @stance: 1 (opponent) to 5 (champion)
 * @influence: 0 to 5
 *
 * Where in the frame a party of this stance and influence belongs: the middle of its cell.
 *
 * Returns: the place, in map units
 */
CoalitionPlace
coalition_power_frame_find_point (const CoalitionPowerFrame *self, double stance, double influence)
{
  double column = CLAMP (stance, 1, N_STANCES) - 1, row = CLAMP (influence, 0, N_INFLUENCES - 1);

  return (CoalitionPlace) { self->width * ((column + 0.5) / N_STANCES - 0.5),
                            self->height * (0.5 - (row + 0.5) / N_INFLUENCES) };
}

/**
 * coalition_power_frame_get_tray:
 * @self: the axes
 * @boxes: (array length=n_places): room of each party
 * @places: (array length=n_places): where each is
 * @n_places: how many parties there are
 * @tray: (out): where the tray is
 *
 * The tray of those who are not judged reaches from its place beside the frame as far as they stand in it, column by
 * column; it is never narrower than %COALITION_POWER_TRAY_WIDTH. Who was dragged away from the columns is not in it.
 *
 * Returns: %TRUE if anybody is in it
 */
gboolean
coalition_power_frame_get_tray (const CoalitionPowerFrame *self, const CoalitionBox *boxes, const CoalitionPlace *places,
                                guint n_places, CoalitionBox *tray)
{
  gboolean any = FALSE, grew = TRUE;

  tray->left = self->width / 2 + COALITION_POWER_TRAY_GAP;
  tray->right = tray->left + COALITION_POWER_TRAY_WIDTH;
  tray->top = -self->height / 2;
  tray->bottom = self->height / 2;
  for (guint round = 0; round < MAX_COLUMNS && grew; round++)
    {
      grew = FALSE;
      for (guint i = 0; i < n_places; i++)
        {
          const double right = ceil (places[i].x + boxes[i].right + COALITION_LEAST_GAP);

          if (places[i].x < tray->left || places[i].y < tray->top || places[i].y > tray->bottom
              || places[i].x + boxes[i].left > tray->right + COLUMN_GAP)
            continue;
          any = TRUE;
          grew |= right > tray->right;
          tray->right = MAX (tray->right, right);
        }
    }

  return any;
}

/* --- cells --------------------------------------------------------------------------------------------------------- */

static int
compare_judged (const void *a, const void *b)
{
  const Judged *first = a, *second = b;

  if (first->order != second->order)
    return first->order < second->order ? -1 : 1;
  if (first->influence != second->influence)
    return first->influence > second->influence ? -1 : 1;
  if (first->stance != second->stance)
    return first->stance > second->stance ? -1 : 1;
  if (first->level != second->level)
    return first->level < second->level ? -1 : 1;

  return first->party < second->party ? -1 : first->party > second->party;
}

/* Puts the parties of one cell side by side, in rows as wide as the cell, around its middle; tells how high the cell needs to
 * be for them, or INFINITY if it is too narrow. */
static double
fill_cell (const CoalitionPlan *self, const Judged *judged, guint n, double width, double height, CoalitionPlace middle,
           CoalitionPlace *places)
{
  double y = 0, top = 0, bottom = 0, shift, widest = 0;
  guint start = 0;

  while (start < n)
    {
      double above = 0, below = 0, row = 0, x;
      guint end = start;

      do
        {
          const CoalitionBox *box = &self->boxes[judged[end].party];

          row += box->right - box->left + (end > start ? COALITION_LEAST_GAP + 2 : 0);
          above = MAX (above, -box->top);
          below = MAX (below, box->bottom);
          end++;
        }
      while (end < n && row + COALITION_LEAST_GAP + 2 + self->boxes[judged[end].party].right - self->boxes[judged[end].party].left
                        <= width - COALITION_GAP);
      widest = MAX (widest, row);
      y = start == 0 ? 0 : bottom + COALITION_LEAST_GAP + 2 + above;
      top = start == 0 ? -above : top;
      bottom = y + below;
      x = -row / 2;
      for (guint i = start; i < end; i++)
        {
          const CoalitionBox *box = &self->boxes[judged[i].party];

          places[judged[i].party] = (CoalitionPlace) { middle.x + x - box->left, y };
          x += box->right - box->left + COALITION_LEAST_GAP + 2;
        }
      start = end;
    }

  /* The middle of the shapes is where it should be, unless names would hang out of the cell. */
  shift = -y / 2;
  if (bottom - top <= height - COALITION_LEAST_GAP)
    shift = CLAMP (shift, -height / 2 + COALITION_LEAST_GAP / 2 - top, height / 2 - COALITION_LEAST_GAP / 2 - bottom);
  else
    shift = -(top + bottom) / 2;
  for (guint i = 0; i < n; i++)
    places[judged[i].party].y += middle.y + shift;

  return widest <= width - COALITION_LEAST_GAP ? bottom - top + COALITION_LEAST_GAP : INFINITY;
}

/* All cells of a frame. Tells how high a cell needs to be. */
static double
fill_cells (const CoalitionPlan *self, const Judged *judged, guint n, const CoalitionPowerFrame *frame, CoalitionPlace *places)
{
  double needed = LEAST_CELL_HEIGHT;

  for (guint start = 0, end; start < n; start = end)
    {
      CoalitionPlace middle = coalition_power_frame_find_point (frame, judged[start].stance, judged[start].influence);
      double own;

      for (end = start + 1; end < n && judged[end].stance == judged[start].stance && judged[end].influence == judged[start].influence;)
        end++;
      own = fill_cell (self, judged + start, end - start, frame->width / N_STANCES, frame->height / N_INFLUENCES, middle, places);
      needed = MAX (needed, own);
    }

  return needed;
}

/* The frame in which all find room, of those tried the one that can be seen largest, with its tray, on a screen. */
static CoalitionPowerFrame
choose_frame (const CoalitionPlan *self, const Judged *judged, guint n, double tray_area)
{
  CoalitionPowerFrame best = { LEAST_CELL_WIDTH * N_STANCES, LEAST_CELL_HEIGHT * N_INFLUENCES };
  double least = INFINITY;

  for (double cell = LEAST_CELL_WIDTH; cell < 1e6; cell *= CELL_STEP)
    {
      CoalitionPowerFrame frame = { ceil (cell) * N_STANCES, LEAST_CELL_HEIGHT * N_INFLUENCES };
      double height = fill_cells (self, judged, n, &frame, self->places);

      /* Higher than the cells need, if that keeps a long tray from getting wide. */
      for (guint i = 0; i < 16 && !isinf (height); i++, height *= 1.2)
        {
          double width, extent;

          frame.height = ceil (height) * N_INFLUENCES;
          width = frame.width + COALITION_POWER_TRAY_GAP + MAX (COALITION_POWER_TRAY_WIDTH, tray_area / (frame.height - TRAY_HEAD));
          extent = MAX (width / FRAME_ASPECT, frame.height);
          if (extent >= least)
            continue;
          least = extent;
          best = frame;
        }
      if (frame.width / FRAME_ASPECT > least)
        break;
    }

  return best;
}

/* Parties without both judgements, in columns as high as the frame, from the top left. */
static void
fill_tray (CoalitionPlan *self, const Judged *judged, guint n, const CoalitionPowerFrame *frame)
{
  g_autoptr (CoalitionSpace) space = coalition_space_new (self->n);
  const double top = -frame->height / 2 + TRAY_HEAD, bottom = frame->height / 2 - COALITION_LEAST_GAP;
  double left = frame->width / 2 + COALITION_POWER_TRAY_GAP, column = COALITION_POWER_TRAY_WIDTH, y = top;

  for (guint i = 0; i < self->n; i++)
    if (self->fixed[i])
      {
        CoalitionBox box = coalition_box_at (&self->boxes[i], self->places[i]);

        coalition_space_add (space, i, &box);
      }
  for (guint i = 0; i < n; i++)
    {
      const CoalitionBox *box = &self->boxes[judged[i].party];
      CoalitionBox there;

      column = MAX (column, box->right - box->left + 2 * COALITION_LEAST_GAP);
      for (;;)
        {
          CoalitionPlace place = { round (left + column / 2 - (box->left + box->right) / 2), round (y - box->top) };

          there = coalition_box_at (box, place);
          if (there.bottom > bottom && y > top)
            {
              left += column;
              column = MAX (box->right - box->left + 2 * COALITION_LEAST_GAP, COALITION_POWER_TRAY_WIDTH - COALITION_GAP);
              y = top;
              continue;
            }
          self->places[judged[i].party] = place;
          if (coalition_space_is_free (space, &there, COALITION_LEAST_GAP, -1))
            break;
          y += 6;
        }
      coalition_space_add (space, judged[i].party, &there);
      y = there.bottom + COALITION_LEAST_GAP + 2;
    }
}

/**
 * coalition_plan_arrange_power:
 * @self: a plan
 * @request: what is asked: its stances, influences and frame
 *
 * Arranges the power map of one issue (S2): opponents on the left, champions on the right; who has influence above, who
 * has none below. Parties with the same judgements stand side by side as near to their true point as they find room.
 * Where the frame is not given it is made large enough that each finds room in the cell of their judgements. Who lacks a
 * judgement is in the tray: first those of whom only the influence is known (find out where they stand), then those of
 * whom only the stance is, then the others; a half-known party in the frame would claim what nobody said. No engine is
 * needed, and the same judgements give the same map.
 */
void
coalition_plan_arrange_power (CoalitionPlan *self, const CoalitionLayoutRequest *request)
{
  const CoalitionNetworkParty *parties = coalition_network_get_parties (request->network, NULL);
  g_autofree Judged *judged = g_new (Judged, MAX (self->n, 1));
  CoalitionPowerFrame own = { 0, 0 };
  CoalitionPowerFrame *frame = request->frame != NULL ? request->frame : &own;
  guint n = 0, n_judged = 0;
  double tray_area = 0;

  for (guint i = 0; i < self->n; i++)
    {
      double stance = request->stance != NULL ? request->stance[i] : NAN;
      double influence = request->influence != NULL ? request->influence[i] : NAN;
      gboolean whole = !isnan (stance) && !isnan (influence);

      if (self->fixed[i])
        continue;
      judged[n++] = (Judged) { i, isnan (stance) ? -1 : stance, isnan (influence) ? -1 : influence,
                               whole ? 0 : !isnan (influence) ? 1 : !isnan (stance) ? 2 : 3, parties[i].level };
      n_judged += whole;
      if (!whole)
        tray_area += COALITION_POWER_TRAY_WIDTH * (self->boxes[i].bottom - self->boxes[i].top + COALITION_LEAST_GAP + 2);
    }
  qsort (judged, n, sizeof (Judged), compare_judged);

  if (!(frame->width > 0) || !(frame->height > 0))
    *frame = choose_frame (self, judged, n_judged, tray_area);
  fill_cells (self, judged, n_judged, frame, self->places);
  fill_tray (self, judged + n_judged, n - n_judged, frame);
}
