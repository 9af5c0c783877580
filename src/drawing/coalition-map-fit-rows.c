/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-map-fit-private.h"

/* The last resort of a full page: parties in rows. */

/*
 * coalition_map_fit_count:
 *
 * How many parties are on the map.
 */
guint
coalition_map_fit_count (CoalitionMap *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_parties; i++)
    n += !coalition_map_party_is_absent (self, i);

  return n;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  CoalitionMap *self = data;
  double one = self->figures[*(const guint *) a].y, other = self->figures[*(const guint *) b].y;

  return one < other ? -1 : one > other;
}

static int
compare_columns (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  CoalitionMap *self = data;
  double one = self->figures[*(const guint *) a].x, other = self->figures[*(const guint *) b].x;

  return one < other ? -1 : one > other;
}

/* Tries @n_rows rows: the topmost parties in the first, each row from left to right. Only measures unless @apply. */
static gboolean
try_rows (CoalitionMap *self,
          guint        *order,
          guint         n_present,
          guint         n_rows,
          double        width,
          double        height,
          gboolean      apply)
{
  double used = 0, y = COALITION_MAP_FRAME, spare = 0;

  for (int pass = 0; pass < 2; pass++)
    {
      for (guint row = 0; row < n_rows; row++)
        {
          guint from = (guint) ((guint64) row * n_present / n_rows);
          guint to = (guint) ((guint64) (row + 1) * n_present / n_rows);
          double row_width = 0, above = 0, below = 0, gap, x;

          for (guint i = from; i < to; i++)
            {
              const CoalitionBox *box = &self->boxes[order[i]];

              row_width += box->right - box->left + 2 * COALITION_MAP_APART;
              above = MAX (above, -box->top + COALITION_MAP_APART);
              below = MAX (below, box->bottom + COALITION_MAP_APART);
            }
          if (row_width > width - 2 * COALITION_MAP_FRAME)
            return FALSE;
          used += above + below;
          if (pass == 0)
            continue;
          gap = (width - 2 * COALITION_MAP_FRAME - row_width) / MAX (to - from, 1);
          /* Every other row starts a little aside, so that ties find a way between. */
          x = COALITION_MAP_FRAME + gap * (row % 2 ? 0.75 : 0.25);
          for (guint i = from; i < to; i++)
            {
              const CoalitionBox *box = &self->boxes[order[i]];

              self->figures[order[i]].x = x + COALITION_MAP_APART - box->left;
              self->figures[order[i]].y = y + above;
              x += box->right - box->left + 2 * COALITION_MAP_APART + gap;
            }
          y += above + below + spare;
        }
      if (used > height - 2 * COALITION_MAP_FRAME || !apply)
        return used <= height - 2 * COALITION_MAP_FRAME;
      spare = (height - 2 * COALITION_MAP_FRAME - used) / MAX (n_rows - 1, 1);
    }

  return TRUE;
}

/*
 * coalition_map_fit_rows:
 *
 * Puts parties in rows, as few as there is room for; who is above and who is left of whom stays, roughly.
 *
 * Returns: %FALSE if there is no room for all names
 */
gboolean
coalition_map_fit_rows (CoalitionMap *self,
                        double        width,
                        double        height)
{
  g_autofree guint *order = g_new (guint, MAX (self->n_parties, 1));
  guint n_present = coalition_map_fit_count (self);

  for (guint i = 0; i < self->n_parties; i++)
    {
      self->figures[i].align = PANGO_ALIGN_CENTER;
      if (self->parties[i].level != COALITION_LEVEL_ORGANIZATION)
        self->figures[i].label_wrap = self->sizes->label_width * self->font_scale;
      coalition_map_labels_forget (self, i);
      coalition_map_measure_party (self, i);
    }
  for (guint n_rows = 1; n_rows <= n_present; n_rows++)
    {
      guint n = 0;

      for (guint i = 0; i < self->n_parties; i++)
        if (!coalition_map_party_is_absent (self, i))
          order[n++] = i;
      g_qsort_with_data (order, (int) n_present, sizeof (guint), compare_rows, self);
      for (guint row = 0; row < n_rows; row++)
        {
          guint from = (guint) ((guint64) row * n_present / n_rows);
          guint to = (guint) ((guint64) (row + 1) * n_present / n_rows);

          g_qsort_with_data (order + from, (int) (to - from), sizeof (guint), compare_columns, self);
        }
      if (try_rows (self, order, n_present, n_rows, width, height, FALSE))
        return try_rows (self, order, n_present, n_rows, width, height, TRUE);
    }

  return FALSE;
}
