/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-map-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The legend. It lists what is on this map and nothing else, painted by the code that paints the map. */

#define ROW 19.0
#define HEAD 24.0
#define SLOT 30.0
#define SLOT_GAP 8.0
#define COLUMN_GAP 14.0

#define STRIP_ROW 11.0
#define STRIP_HEAD 13.0
#define STRIP_SLOT 22.0
#define STRIP_GAP 5.0
#define STRIP_PAD 6.0

typedef enum {
  ENTRY_LEVEL,
  ENTRY_US,
  ENTRY_MARK,
  ENTRY_FAMILY,
  ENTRY_PLAIN,
  ENTRY_STATUS,
  ENTRY_STRENGTH,
  ENTRY_AGREEMENT,
  ENTRY_NUMBER,
} EntryType;

typedef struct {
  EntryType type;
  int value;
  const char *text;
} Entry;

/* What is on the map. */
typedef struct {
  gboolean levels[3];
  gboolean us;
  CoalitionPartyMarks marks;
  gboolean families[5];
  gboolean plain;     /* a tie without end marks */
  gboolean statuses[4];
  gboolean strengths[5];
  gboolean agreements;
  gboolean numbers;
} Found;

static Found
look_over (CoalitionMap *self)
{
  Found found = { 0 };

  for (guint i = 0; i < self->n_parties; i++)
    {
      const CoalitionNetworkParty *party = &self->parties[i];

      if (party->marks & COALITION_MARK_US)
        found.us = TRUE;
      else
        found.levels[party->level] = TRUE;
      found.marks |= party->marks;
    }
  for (guint i = 0; i < self->n_ties; i++)
    {
      const CoalitionNetworkTie *tie = &self->ties[i];

      if (self->lines[i].hidden)
        continue;
      if (coalition_map_tie_is_plain (tie))
        found.plain = TRUE;
      else
        found.families[tie->family] = TRUE;
      found.statuses[tie->status] = TRUE;
      found.strengths[CLAMP (tie->strength, 1, 4)] = TRUE;
      if (self->lines[i].numbers)
        found.numbers |= self->lines[i].numbers->len > 0;
      else
        found.agreements |= self->lines[i].badge;
    }

  return found;
}

static gboolean
strengths_differ (const Found *found)
{
  int n = 0;

  for (int i = 1; i <= 4; i++)
    n += found->strengths[i];

  return n > 1;
}

static void
add (GArray     *entries,
     EntryType   type,
     int         value,
     const char *text)
{
  Entry entry = { type, value, text };

  g_array_append_val (entries, entry);
}

static void
add_parties (GArray      *entries,
             const Found *found)
{
  if (found->levels[COALITION_LEVEL_AFFECTED])
    add (entries, ENTRY_LEVEL, COALITION_LEVEL_AFFECTED, _("Affected people"));
  if (found->levels[COALITION_LEVEL_CONNECTOR])
    add (entries, ENTRY_LEVEL, COALITION_LEVEL_CONNECTOR, _("Connectors"));
  if (found->levels[COALITION_LEVEL_ORGANIZATION])
    add (entries, ENTRY_LEVEL, COALITION_LEVEL_ORGANIZATION, _("Organizations"));
  if (found->us)
    add (entries, ENTRY_US, 0, _("Our organization"));
}

static void
add_marks (GArray      *entries,
           const Found *found)
{
  if (found->marks & COALITION_MARK_DECIDES)
    add (entries, ENTRY_MARK, COALITION_MARK_DECIDES, _("Decision-maker"));
  if (found->marks & COALITION_MARK_GATEKEEPER)
    add (entries, ENTRY_MARK, COALITION_MARK_GATEKEEPER, _("Gatekeeper"));
  if (found->marks & COALITION_MARK_OPEN_DIFFERENCE)
    add (entries, ENTRY_MARK, COALITION_MARK_OPEN_DIFFERENCE, _("Open difference"));
  if (found->marks & COALITION_MARK_REVIEW_LATE)
    add (entries, ENTRY_MARK, COALITION_MARK_REVIEW_LATE, _("Review overdue"));
}

static void
add_families (GArray      *entries,
              const Found *found)
{
  if (found->plain)
    add (entries, ENTRY_PLAIN, 0, _("Know each other"));
  if (found->families[COALITION_TIE_KNOWS])
    add (entries, ENTRY_FAMILY, COALITION_TIE_KNOWS, _("Knows, refers, informs"));
  if (found->families[COALITION_TIE_WORKS])
    add (entries, ENTRY_FAMILY, COALITION_TIE_WORKS, _("Works together"));
  if (found->families[COALITION_TIE_BELONGS])
    add (entries, ENTRY_FAMILY, COALITION_TIE_BELONGS, _("Member of, serves"));
  if (found->families[COALITION_TIE_POWER])
    add (entries, ENTRY_FAMILY, COALITION_TIE_POWER, _("Funds, influences"));
  if (found->families[COALITION_TIE_OPPOSES])
    add (entries, ENTRY_FAMILY, COALITION_TIE_OPPOSES, _("Opposes"));
}

static void
add_lines (GArray      *entries,
           const Found *found)
{
  if (found->statuses[COALITION_TIE_PROSPECTIVE])
    add (entries, ENTRY_STATUS, COALITION_TIE_PROSPECTIVE, _("Prospective"));
  if (found->statuses[COALITION_TIE_DORMANT])
    add (entries, ENTRY_STATUS, COALITION_TIE_DORMANT, _("Dormant"));
  if (strengths_differ (found))
    add (entries, ENTRY_STRENGTH, 0, _("Thicker: stronger"));
}

static void
add_agreements (GArray      *entries,
                const Found *found)
{
  if (found->agreements)
    add (entries, ENTRY_AGREEMENT, 0, _("Agreement"));
  if (found->numbers)
    add (entries, ENTRY_NUMBER, 0, _("Agreement, by its number"));
}

static PangoLayout *
make_text (CoalitionMap *self,
           const char   *text,
           gboolean      bold)
{
  PangoLayout *layout = pango_layout_new (coalition_map_labels_context (self));
  PangoFontDescription *font = pango_font_description_copy (bold ? self->bold : self->font);
  double size = (double) pango_font_description_get_size (font);

  /* Captions: 82 % of the user interface's font; on paper 8 points with names of 7.5. */
  size *= self->theme == COALITION_MAP_PAPER ? 8.0 / 7.5 : 0.82;
  pango_font_description_set_size (font, (int) round (size));
  if (!bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_font_description_free (font);

  return layout;
}

static double
text_width (CoalitionMap *self,
            const char   *text,
            gboolean      bold)
{
  g_autoptr (PangoLayout) layout = make_text (self, text, bold);
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);

  return (double) logical.width / PANGO_SCALE;
}

/* Text at @x whose middle is at @y. */
static void
paint_text (CoalitionMap *self,
            cairo_t      *cr,
            const char   *text,
            gboolean      bold,
            double        x,
            double        y,
            double        room)
{
  g_autoptr (PangoLayout) layout = make_text (self, text, bold);
  PangoRectangle logical;

  if (room > 0)
    {
      pango_layout_set_width (layout, (int) (room * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_get_extents (layout, NULL, &logical);
  coalition_map_color_set (coalition_map_style_name (self->theme, COALITION_LEVEL_AFFECTED), cr);
  cairo_move_to (cr, x, y - (double) logical.height / PANGO_SCALE / 2);
  pango_cairo_show_layout (cr, layout);
}

static void
paint_agreement (CoalitionMap *self,
                 cairo_t      *cr,
                 gboolean      number,
                 double        x,
                 double        y,
                 double        size)
{
  if (number)
    {
      g_autoptr (PangoLayout) layout = make_text (self, "1", TRUE);
      PangoRectangle logical;

      pango_layout_get_extents (layout, NULL, &logical);
      cairo_rectangle (cr, x - size / 2, y - size / 2, size, size);
      coalition_map_color_set (coalition_map_style_name (self->theme, COALITION_LEVEL_ORGANIZATION), cr);
      cairo_fill (cr);
      coalition_map_color_set (coalition_map_style_ground (self->theme), cr);
      cairo_move_to (cr, x - (double) logical.width / PANGO_SCALE / 2, y - (double) logical.height / PANGO_SCALE / 2);
      pango_cairo_show_layout (cr, layout);
      return;
    }
  cairo_save (cr);
  cairo_translate (cr, x, y);
  coalition_map_color_set (coalition_map_style_tie (self->theme, COALITION_TIE_WORKS), cr);
  coalition_map_glyph_document (cr, size * 1.1);
  cairo_restore (cr);
}

/* The symbol of an entry, centered in its slot. */
static void
paint_symbol (CoalitionMap *self,
              cairo_t      *cr,
              const Entry  *entry,
              double        x,
              double        y,
              double        slot)
{
  gboolean paper = self->theme == COALITION_MAP_PAPER;
  double size = paper ? 9.4 : 16;
  CoalitionNetworkTie tie = { .family = entry->value, .strength = 2, .kind = "" };

  cairo_save (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  switch (entry->type)
    {
    case ENTRY_LEVEL:
      coalition_map_paint_shape (cr, self->theme, entry->value, FALSE, x, y, size);
      break;
    case ENTRY_US:
      coalition_map_paint_shape (cr, self->theme, COALITION_LEVEL_ORGANIZATION, TRUE, x, y, paper ? 10 : 18);
      break;
    case ENTRY_MARK:
      if (paper)
        {
          cairo_scale (cr, 0.78, 0.78);
          coalition_map_badge_paint (cr, self->theme, entry->value, x / 0.78, y / 0.78, 1);
        }
      else
        coalition_map_paint_mark (cr, self->theme, entry->value, x, y, 12);
      break;
    case ENTRY_PLAIN:
      tie.family = COALITION_TIE_KNOWS;
      tie.mutual = TRUE;
      coalition_map_paint_tie_sample (cr, self->theme, &tie, x, y, slot - 2);
      break;
    case ENTRY_FAMILY:
      if (tie.family == COALITION_TIE_KNOWS)
        tie.kind = "refers";
      coalition_map_paint_tie_sample (cr, self->theme, &tie, x, y, slot - 2);
      break;
    case ENTRY_STATUS:
      tie.family = COALITION_TIE_KNOWS;
      tie.mutual = TRUE;
      tie.status = entry->value;
      coalition_map_paint_tie_sample (cr, self->theme, &tie, x, y, slot - 2);
      break;
    case ENTRY_STRENGTH:
      coalition_map_color_set (coalition_map_style_tie (self->theme, COALITION_TIE_KNOWS), cr);
      cairo_move_to (cr, x - slot / 2 + 1, y - (paper ? 0.3 : 0.5));
      cairo_line_to (cr, x + slot / 2 - 1, y - self->sizes->strength[3] * 0.65);
      cairo_line_to (cr, x + slot / 2 - 1, y + self->sizes->strength[3] * 0.65);
      cairo_line_to (cr, x - slot / 2 + 1, y + (paper ? 0.3 : 0.5));
      cairo_close_path (cr);
      cairo_fill (cr);
      break;
    case ENTRY_AGREEMENT:
    case ENTRY_NUMBER:
    default:
      paint_agreement (self, cr, entry->type == ENTRY_NUMBER, x, y, paper ? 9 : 12);
      break;
    }
  cairo_restore (cr);
}

static double
widest (CoalitionMap *self,
        const GArray *entries)
{
  double width = 0;

  for (guint i = 0; i < entries->len; i++)
    width = MAX (width, text_width (self, g_array_index (entries, Entry, i).text, FALSE));

  return width;
}

static void
collect (CoalitionMap *self,
         GArray       *left,
         GArray       *right)
{
  Found found = look_over (self);

  add_parties (left, &found);
  add_marks (left, &found);
  add_families (right, &found);
  add_lines (right, &found);
  add_agreements (right, &found);
}

/**
 * coalition_map_measure_legend:
 * @width: of the legend; where it is too narrow, texts are cut with an ellipsis
 * @height: (out): of the legend with its heading
 *
 * How high the legend of two columns is.
 */
void
coalition_map_measure_legend (CoalitionMap *self,
                              double        width,
                              double       *height)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (Entry));

  collect (self, left, right);
  *height = (HEAD + MAX (left->len, right->len) * ROW) * MAX (self->font_scale, 0.8);
}

/**
 * coalition_map_paint_legend:
 *
 * Paints the legend of two columns, parties and marks beside ties, its heading above them, at the origin. Ground and
 * frame are the caller's.
 */
void
coalition_map_paint_legend (CoalitionMap *self,
                            cairo_t      *cr,
                            double        width)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (Entry));
  GArray *columns[2] = { left, right };
  double k = MAX (self->font_scale, 0.8);
  double split, room = width / k - SLOT - SLOT_GAP;

  collect (self, left, right);
  split = left->len > 0 ? SLOT + SLOT_GAP + widest (self, left) / k + COLUMN_GAP : 0;
  split = MIN (split, width / k * 0.52);
  cairo_save (cr);
  cairo_scale (cr, k, k);
  cairo_save (cr);
  cairo_scale (cr, 1 / k, 1 / k);
  paint_text (self, cr, _("Legend"), TRUE, 0, 9 * k, 0);
  cairo_restore (cr);
  for (int column = 0; column < 2; column++)
    {
      double x = column == 0 ? 0 : split;

      room = (column == 0 && right->len > 0 ? split - COLUMN_GAP / 2 : width / k) - x - SLOT - SLOT_GAP;
      for (guint i = 0; i < columns[column]->len; i++)
        {
          const Entry *entry = &g_array_index (columns[column], Entry, i);
          double y = HEAD + (i + 0.5) * ROW;

          paint_symbol (self, cr, entry, x + SLOT / 2, y, SLOT);
          cairo_save (cr);
          cairo_scale (cr, 1 / k, 1 / k);
          paint_text (self, cr, entry->text, FALSE, (x + SLOT + SLOT_GAP) * k, y * k, room * k);
          cairo_restore (cr);
        }
    }
  cairo_restore (cr);
}

/* A group of the strip; one of more rows than the others stands in two columns. */
typedef struct {
  const char *head;
  GArray *entries;
  guint rows;
  guint columns;
  double column;
  double width;
} Group;

#define GROUPS 4

/* The strip's measures are for captions of 8 points; captions on the screen are larger. */
static double
strip_unit (CoalitionMap *self)
{
  return self->font_scale * (self->theme == COALITION_MAP_PAPER ? 1 : 1.72);
}

static void
arrange_groups (CoalitionMap *self,
                Group        *groups,
                guint         most,
                guint        *rows,
                double       *width)
{
  double unit = strip_unit (self);

  *rows = 0;
  *width = STRIP_PAD * unit;
  for (int i = 0; i < GROUPS; i++)
    {
      Group *group = &groups[i];

      if (group->entries->len == 0)
        continue;
      group->columns = group->entries->len > most ? 2 : 1;
      group->rows = (group->entries->len + group->columns - 1) / group->columns;
      group->column = (STRIP_SLOT + STRIP_GAP) * unit + widest (self, group->entries);
      group->width = group->columns * group->column + (group->columns - 1) * STRIP_GAP * unit;
      group->width = MAX (group->width, text_width (self, group->head, TRUE));
      *rows = MAX (*rows, group->rows);
      *width += group->width + STRIP_PAD * unit;
    }
}

/* Collects the groups and stands them as low as @width allows. */
static guint
make_groups (CoalitionMap *self,
             Group        *groups,
             double        width,
             double       *needed)
{
  Found found = look_over (self);
  guint rows = 0;

  groups[0] = (Group) { .head = _("Who"), .entries = g_array_new (FALSE, FALSE, sizeof (Entry)) };
  groups[1] = (Group) { .head = _("Ties"), .entries = g_array_new (FALSE, FALSE, sizeof (Entry)) };
  groups[2] = (Group) { .head = _("Marks"), .entries = g_array_new (FALSE, FALSE, sizeof (Entry)) };
  groups[3] = (Group) { .head = _("Together"), .entries = g_array_new (FALSE, FALSE, sizeof (Entry)) };
  add_parties (groups[0].entries, &found);
  add_families (groups[1].entries, &found);
  add_lines (groups[1].entries, &found);
  add_marks (groups[2].entries, &found);
  add_agreements (groups[3].entries, &found);
  for (guint most = 4; most <= 9; most++)
    {
      arrange_groups (self, groups, most, &rows, needed);
      if (*needed <= width)
        break;
      /* Rather than become high, the strip counts agreements among the marks. */
      if (most == 5 && groups[3].entries->len > 0)
        {
          g_array_append_vals (groups[2].entries, groups[3].entries->data, groups[3].entries->len);
          g_array_set_size (groups[3].entries, 0);
          most--;
        }
    }

  return rows;
}

static void
clear_groups (Group *groups)
{
  for (int i = 0; i < GROUPS; i++)
    g_clear_pointer (&groups[i].entries, g_array_unref);
}

/**
 * coalition_map_measure_legend_strip:
 * @width: of the strip
 * @height: (out): of the strip
 *
 * How high the strip of four groups is: who, ties, marks, together.
 */
void
coalition_map_measure_legend_strip (CoalitionMap *self,
                                    double        width,
                                    double       *height)
{
  Group groups[GROUPS];
  double needed;
  guint rows = make_groups (self, groups, width, &needed);

  *height = rows > 0 ? (STRIP_HEAD + rows * STRIP_ROW + STRIP_PAD * 1.4) * strip_unit (self) : 0;
  if (needed > width)
    *height *= width / needed;
  clear_groups (groups);
}

static void
paint_group (CoalitionMap *self,
             cairo_t      *cr,
             const Group  *group,
             double        x)
{
  double unit = strip_unit (self);
  double k = self->font_scale;

  paint_text (self, cr, group->head, TRUE, x, (STRIP_PAD + STRIP_HEAD * 0.3) * unit, 0);
  for (guint i = 0; i < group->entries->len; i++)
    {
      const Entry *entry = &g_array_index (group->entries, Entry, i);
      double left = x + (i / group->rows) * (group->column + STRIP_GAP * unit);
      double y = (STRIP_PAD + STRIP_HEAD + (i % group->rows + 0.3) * STRIP_ROW) * unit;

      cairo_save (cr);
      cairo_scale (cr, k, k);
      paint_symbol (self, cr, entry, (left + STRIP_SLOT * unit / 2) / k, y / k, STRIP_SLOT * unit / k);
      cairo_restore (cr);
      paint_text (self, cr, entry->text, FALSE, left + (STRIP_SLOT + STRIP_GAP) * unit, y, 0);
    }
}

/**
 * coalition_map_paint_legend_strip:
 * @width: of the strip
 *
 * Paints the legend as a strip for the foot of a printed map, its top left corner at the origin. Groups that would be
 * empty are left out. The frame is the caller's. A strip too narrow for its groups even one below the other is shrunk.
 */
void
coalition_map_paint_legend_strip (CoalitionMap *self,
                                  cairo_t      *cr,
                                  double        width)
{
  Group groups[GROUPS];
  double unit = strip_unit (self);
  double needed, spare, x = STRIP_PAD * unit;
  int n = 0;

  make_groups (self, groups, width, &needed);
  for (int i = 0; i < GROUPS; i++)
    n += groups[i].entries->len > 0;
  spare = MAX (width - needed, 0) / MAX (n, 1);
  cairo_save (cr);
  if (needed > width)
    cairo_scale (cr, width / needed, width / needed);
  for (int i = 0; i < GROUPS; i++)
    if (groups[i].entries->len > 0)
      {
        paint_group (self, cr, &groups[i], x);
        x += groups[i].width + STRIP_PAD * unit + MIN (spare, 60 * unit);
      }
  cairo_restore (cr);
  clear_groups (groups);
}
