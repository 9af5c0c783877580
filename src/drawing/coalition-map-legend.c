/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-map-legend.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The legend as a card for the screen and as a strip for paper, painted by the code that paints the map. Words that do not
 * fit on a line go on in the next: nothing is cut off. */

#define ROW 19.0
#define HEAD 24.0
#define SLOT 30.0
#define SLOT_GAP 8.0
#define COLUMN_GAP 14.0
#define SECTION_GAP 5.0 /* above a heading within a column */
#define SIZE_SHARE 0.42 /* of the shapes that show sizes */

#define STRIP_ROW 11.0
#define STRIP_HEAD 13.0
#define STRIP_SLOT 22.0
#define STRIP_GAP 5.0
#define STRIP_PAD 6.0
#define STRIP_WORDS 112.0 /* longer words are broken */

/*
 * coalition_map_legend_make_text:
 * @room: width at which lines break; 0 for one line
 *
 * Returns: (transfer full): the words of an entry
 */
PangoLayout *
coalition_map_legend_make_text (CoalitionMap *self,
                                const char   *text,
                                gboolean      bold,
                                double        room)
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
  if (room > 0)
    {
      pango_layout_set_width (layout, (int) ceil (room * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }
  pango_font_description_free (font);

  return layout;
}

/*
 * coalition_map_legend_text_size:
 * @width: (out) (optional): of the words
 * @height: (out) (optional): of all their lines
 *
 * How large words are.
 */
void
coalition_map_legend_text_size (CoalitionMap *self,
                                const char   *text,
                                gboolean      bold,
                                double        room,
                                double       *width,
                                double       *height)
{
  g_autoptr (PangoLayout) layout = coalition_map_legend_make_text (self, text, bold, room);
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  if (width)
    *width = (double) logical.width / PANGO_SCALE;
  if (height)
    *height = (double) logical.height / PANGO_SCALE;
}

/*
 * coalition_map_legend_paint_text:
 * @y: the middle of the words
 *
 * Paints words.
 */
void
coalition_map_legend_paint_text (CoalitionMap *self,
                                 cairo_t      *cr,
                                 const char   *text,
                                 gboolean      bold,
                                 double        x,
                                 double        y,
                                 double        room)
{
  g_autoptr (PangoLayout) layout = coalition_map_legend_make_text (self, text, bold, room);
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  coalition_map_color_set (coalition_map_style_name (self->theme, COALITION_LEVEL_AFFECTED), cr);
  cairo_move_to (cr, x, y - (double) logical.height / PANGO_SCALE / 2);
  pango_cairo_show_layout (cr, layout);
}

static double
text_width (CoalitionMap *self,
            const char   *text,
            gboolean      bold,
            double        room)
{
  double width;

  coalition_map_legend_text_size (self, text, bold, room, &width, NULL);

  return width;
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
      g_autoptr (PangoLayout) layout = coalition_map_legend_make_text (self, "1", TRUE, 0);
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

/* A swatch of a class: its fill, line and sign. */
static void
paint_class (CoalitionMap *self,
             cairo_t      *cr,
             guint         class,
             double        x,
             double        y,
             double        size)
{
  const CoalitionMapPaint *paint = &self->paints[class];
  double dash[2] = { size * 0.2, size * 0.16 };

  cairo_translate (cr, x, y);
  cairo_new_path (cr);
  coalition_map_shape_path (cr, self->theme, COALITION_LEVEL_ORGANIZATION, size / 2, size / 2, size * 0.28, 0);
  coalition_map_color_set (paint->fill, cr);
  cairo_fill_preserve (cr);
  coalition_map_color_set (paint->line, cr);
  cairo_set_line_width (cr, size * 0.08);
  if (paint->faint)
    cairo_set_dash (cr, dash, 2, 0);
  cairo_stroke (cr);
  coalition_map_sign_paint (cr, paint, size * 0.62);
}

/* Two shapes behind a third. */
static void
paint_group (CoalitionMap *self,
             cairo_t      *cr,
             double        x,
             double        y,
             double        size)
{
  for (int i = 2; i >= 0; i--)
    coalition_map_paint_shape (cr, self->theme, COALITION_LEVEL_ORGANIZATION, FALSE, x + (i - 1) * size * 0.16,
                               y + (i - 1) * size * 0.16, size * 0.82);
}

static void
paint_tie_symbol (CoalitionMap            *self,
                  cairo_t                 *cr,
                  const CoalitionMapEntry *entry,
                  double                   x,
                  double                   y,
                  double                   slot)
{
  CoalitionNetworkTie tie = { .family = COALITION_TIE_KNOWS, .strength = 2, .kind = "", .mutual = TRUE };

  if (entry->type == COALITION_MAP_ENTRY_FAMILY)
    {
      tie.family = entry->value;
      tie.mutual = FALSE;
      if (tie.family == COALITION_TIE_KNOWS)
        tie.kind = "refers";
    }
  else if (entry->type == COALITION_MAP_ENTRY_STATUS)
    tie.status = entry->value;
  coalition_map_paint_tie_sample (cr, self->theme, &tie, x, y, slot - 2);
}

static void
paint_time (CoalitionMap      *self,
            cairo_t           *cr,
            CoalitionTimeMark  time,
            double             x,
            double             y,
            double             slot)
{
  CoalitionNetworkTie tie = { .family = COALITION_TIE_KNOWS, .strength = 2, .kind = "", .mutual = TRUE, .time = time };
  CoalitionMapColor glow = coalition_map_style_tie (self->theme, COALITION_TIE_WORKS);
  double k = self->sizes->mark;

  if (time == COALITION_TIME_APPEARED)
    {
      cairo_move_to (cr, x - slot / 2 + 3, y);
      cairo_line_to (cr, x + slot / 2 - 3, y);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_line_width (cr, 9 * k);
      cairo_set_source_rgba (cr, glow.red, glow.green, glow.blue, self->theme == COALITION_MAP_PAPER ? 0.2 : 0.28);
      cairo_stroke (cr);
    }
  coalition_map_paint_tie_sample (cr, self->theme, &tie, x, y, slot - 2);
  coalition_map_time_paint (cr, self->theme, time, x, y, 12 * k, 1);
}

static double
size_of_example (CoalitionMap            *self,
                 const CoalitionMapEntry *entry)
{
  return 2 * self->sizes->circle * entry->grow * SIZE_SHARE;
}

/*
 * coalition_map_legend_symbol_height:
 *
 * How high the symbol of an entry is, if it is higher than a row; else 0.
 */
double
coalition_map_legend_symbol_height (CoalitionMap            *self,
                                    const CoalitionMapEntry *entry)
{
  return entry->type == COALITION_MAP_ENTRY_SIZE ? size_of_example (self, entry) + 3 * self->sizes->mark : 0;
}

/*
 * coalition_map_legend_paint_symbol:
 * @x: middle of its slot
 * @y: likewise
 * @slot: width of the slot
 *
 * Paints the symbol of an entry.
 */
void
coalition_map_legend_paint_symbol (CoalitionMap            *self,
                                   cairo_t                 *cr,
                                   const CoalitionMapEntry *entry,
                                   double                   x,
                                   double                   y,
                                   double                   slot)
{
  gboolean paper = self->theme == COALITION_MAP_PAPER;
  double size = paper ? 9.4 : 16;
  CoalitionMapColor ground = coalition_map_style_ground (self->theme);
  CoalitionMapColor ink = coalition_map_style_name (self->theme, COALITION_LEVEL_AFFECTED);

  cairo_save (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_new_path (cr);
  switch (entry->type)
    {
    case COALITION_MAP_ENTRY_LEVEL:
      /* Where color tells something else, a level is its shape alone. */
      if (self->paints)
        coalition_map_paint_shape_in (cr, self->theme, entry->value, FALSE, x, y, size, ground, ink, FALSE);
      else
        coalition_map_paint_shape (cr, self->theme, entry->value, FALSE, x, y, size);
      break;
    case COALITION_MAP_ENTRY_US:
      if (self->paints)
        coalition_map_paint_shape_in (cr, self->theme, COALITION_LEVEL_ORGANIZATION, TRUE, x, y, paper ? 10 : 18, ground, ink,
                                      FALSE);
      else
        coalition_map_paint_shape (cr, self->theme, COALITION_LEVEL_ORGANIZATION, TRUE, x, y, paper ? 10 : 18);
      break;
    case COALITION_MAP_ENTRY_GROUP:
      paint_group (self, cr, x, y, paper ? 10 : 17);
      break;
    case COALITION_MAP_ENTRY_CLASS:
      paint_class (self, cr, (guint) entry->value, x, y, paper ? 8.4 : 15);
      break;
    case COALITION_MAP_ENTRY_SIZE:
    case COALITION_MAP_ENTRY_SIZE_UNKNOWN:
      coalition_map_paint_shape_in (cr, self->theme, COALITION_LEVEL_AFFECTED, FALSE, x, y, size_of_example (self, entry), ground,
                                    coalition_map_style_ink (self->theme, ink,
                                                             entry->type == COALITION_MAP_ENTRY_SIZE_UNKNOWN ? 0.5 : 1), FALSE);
      break;
    case COALITION_MAP_ENTRY_FORUM:
    case COALITION_MAP_ENTRY_HUB:
      coalition_map_forum_paint_sample (self, cr, entry->type == COALITION_MAP_ENTRY_HUB, x, y, paper ? 16 : 26, paper ? 8 : 14);
      break;
    case COALITION_MAP_ENTRY_MARK:
      if (paper)
        {
          cairo_scale (cr, 0.78, 0.78);
          coalition_map_badge_paint (cr, self->theme, entry->value, x / 0.78, y / 0.78, 1);
        }
      else
        coalition_map_paint_mark (cr, self->theme, entry->value, x, y, 12);
      break;
    case COALITION_MAP_ENTRY_PLAIN:
    case COALITION_MAP_ENTRY_FAMILY:
    case COALITION_MAP_ENTRY_STATUS:
      paint_tie_symbol (self, cr, entry, x, y, slot);
      break;
    case COALITION_MAP_ENTRY_STRENGTH:
      coalition_map_color_set (coalition_map_style_tie (self->theme, COALITION_TIE_KNOWS), cr);
      cairo_move_to (cr, x - slot / 2 + 1, y - (paper ? 0.3 : 0.5));
      cairo_line_to (cr, x + slot / 2 - 1, y - self->sizes->strength[3] * 0.65);
      cairo_line_to (cr, x + slot / 2 - 1, y + self->sizes->strength[3] * 0.65);
      cairo_line_to (cr, x - slot / 2 + 1, y + (paper ? 0.3 : 0.5));
      cairo_close_path (cr);
      cairo_fill (cr);
      break;
    case COALITION_MAP_ENTRY_TIME:
      paint_time (self, cr, entry->value, x, y, slot);
      break;
    case COALITION_MAP_ENTRY_AGREEMENT:
    case COALITION_MAP_ENTRY_NUMBER:
      paint_agreement (self, cr, entry->type == COALITION_MAP_ENTRY_NUMBER, x, y, paper ? 9 : 12);
      break;
    case COALITION_MAP_ENTRY_HEAD:
    default:
      break;
    }
  cairo_restore (cr);
}

static double
widest (CoalitionMap *self,
        const GArray *entries,
        double        room)
{
  double width = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const CoalitionMapEntry *entry = &g_array_index (entries, CoalitionMapEntry, i);

      if (entry->type != COALITION_MAP_ENTRY_HEAD)
        width = MAX (width, text_width (self, entry->text, FALSE, room));
    }

  return width;
}

/* The card: sections in two columns, in units of a card whose captions have their usual size. */
typedef struct {
  CoalitionMapSection sections[COALITION_MAP_N_SECTIONS];
  guint n_sections;
  double x;
  double room; /* for words beside symbols */
  double height;
} Column;

static double
row_height (CoalitionMap            *self,
            const CoalitionMapEntry *entry,
            double                   k,
            double                   room)
{
  gboolean head = entry->type == COALITION_MAP_ENTRY_HEAD;
  double height;

  coalition_map_legend_text_size (self, entry->text, head, (head ? room + SLOT + SLOT_GAP : room) * k, NULL, &height);

  return MAX (MAX (ROW, height / k + 3), coalition_map_legend_symbol_height (self, entry) + 2);
}

static double
section_height (CoalitionMap *self,
                const GArray *entries,
                double        k,
                double        room)
{
  double height = 0;

  for (guint i = 0; i < entries->len; i++)
    height += row_height (self, &g_array_index (entries, CoalitionMapEntry, i), k, room);
  if (entries->len > 0 && g_array_index (entries, CoalitionMapEntry, 0).type == COALITION_MAP_ENTRY_HEAD)
    height += SECTION_GAP;

  return height;
}

static void
add_section (CoalitionMap             *self,
             const CoalitionMapLegend *legend,
             Column                   *column,
             CoalitionMapSection       section,
             double                    k)
{
  column->sections[column->n_sections++] = section;
  column->height += section_height (self, legend->sections[section], k, column->room);
}

/* Who is on the left, what joins them on the right; marks go where there is more room. */
static void
make_columns (CoalitionMap             *self,
              const CoalitionMapLegend *legend,
              double                    width,
              double                    k,
              Column                    columns[2])
{
  static const CoalitionMapSection left[] = { COALITION_MAP_SECTION_PARTIES, COALITION_MAP_SECTION_CLASSES,
                                              COALITION_MAP_SECTION_SIZES, COALITION_MAP_SECTION_FORUMS };
  static const CoalitionMapSection right[] = { COALITION_MAP_SECTION_TIES, COALITION_MAP_SECTION_AGREEMENTS,
                                               COALITION_MAP_SECTION_TIME };
  double needs[2] = { 0, 0 }, words = width - 2 * (SLOT + SLOT_GAP) - COLUMN_GAP;

  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    needs[0] = MAX (needs[0], widest (self, legend->sections[left[i]], 0) / k);
  needs[0] = MAX (needs[0], widest (self, legend->sections[COALITION_MAP_SECTION_MARKS], 0) / k);
  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    needs[1] = MAX (needs[1], widest (self, legend->sections[right[i]], 0) / k);
  memset (columns, 0, 2 * sizeof (Column));
  /* The left column takes what it needs, but leaves the right one what that needs, and at least two fifths. */
  columns[0].room = needs[1] > 0 ? MIN (needs[0] + 2, MAX (words - needs[1] - 2, words * 0.52)) : width - SLOT - SLOT_GAP;
  columns[0].room = MAX (MIN (columns[0].room, needs[1] > 0 ? words * 0.6 : columns[0].room), 20);
  columns[1].x = SLOT + SLOT_GAP + columns[0].room + COLUMN_GAP;
  columns[1].room = MAX (width - columns[1].x - SLOT - SLOT_GAP, 20);
  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    add_section (self, legend, &columns[0], left[i], k);
  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    add_section (self, legend, &columns[1], right[i], k);
  add_section (self, legend, &columns[columns[1].height + ROW < columns[0].height && needs[1] > 0], COALITION_MAP_SECTION_MARKS, k);
}

static double
card_unit (CoalitionMap *self)
{
  return MAX (self->font_scale, 0.8);
}

/**
 * coalition_map_measure_legend:
 * @width: of the legend; where it is too narrow, words go on in the next line
 * @height: (out): of the legend with its heading
 *
 * How high the legend of two columns is.
 */
void
coalition_map_measure_legend (CoalitionMap *self,
                              double        width,
                              double       *height)
{
  g_autoptr (CoalitionMapLegend) legend = coalition_map_legend_new (self);
  double k = card_unit (self);
  Column columns[2];

  make_columns (self, legend, width / k, k, columns);
  *height = (HEAD + MAX (columns[0].height, columns[1].height)) * k;
}

static void
paint_column (CoalitionMap             *self,
              cairo_t                  *cr,
              const CoalitionMapLegend *legend,
              const Column             *column,
              double                    k)
{
  double y = HEAD;

  for (guint i = 0; i < column->n_sections; i++)
    {
      const GArray *entries = legend->sections[column->sections[i]];

      for (guint j = 0; j < entries->len; j++)
        {
          const CoalitionMapEntry *entry = &g_array_index (entries, CoalitionMapEntry, j);
          gboolean head = entry->type == COALITION_MAP_ENTRY_HEAD;
          double height = row_height (self, entry, k, column->room);
          double x = head ? column->x : column->x + SLOT + SLOT_GAP;

          if (head)
            y += SECTION_GAP;
          coalition_map_legend_paint_symbol (self, cr, entry, column->x + SLOT / 2, y + height / 2, SLOT);
          cairo_save (cr);
          cairo_scale (cr, 1 / k, 1 / k);
          coalition_map_legend_paint_text (self, cr, entry->text, head, x * k, (y + height / 2) * k,
                                           (head ? column->room + SLOT + SLOT_GAP : column->room) * k);
          cairo_restore (cr);
          y += height;
        }
    }
}

/**
 * coalition_map_paint_legend:
 *
 * Paints the legend of two columns, parties beside ties, its heading above them, at the origin. Ground and frame are the
 * caller's.
 */
void
coalition_map_paint_legend (CoalitionMap *self,
                            cairo_t      *cr,
                            double        width)
{
  g_autoptr (CoalitionMapLegend) legend = coalition_map_legend_new (self);
  double k = card_unit (self);
  Column columns[2];

  make_columns (self, legend, width / k, k, columns);
  cairo_save (cr);
  coalition_map_legend_paint_text (self, cr, _("Legend"), TRUE, 0, 9 * k, 0);
  cairo_scale (cr, k, k);
  for (int i = 0; i < 2; i++)
    paint_column (self, cr, legend, &columns[i], k);
  cairo_restore (cr);
}

/* A group of the strip. One of many rows stands in several columns; groups that find no room beside the others begin a new
 * band. */
typedef struct {
  const char *head;
  GArray *entries; /* of pointers to CoalitionMapEntry */
  guint rows;
  guint columns;
  double column;
  double width;
  guint band;
} Group;

#define GROUPS 7

typedef struct {
  Group groups[GROUPS];
  guint n_bands;
  double height;
  double shrink; /* where even one group is too wide */
} Strip;

/* The strip's measures are for captions of 8 points; captions on the screen are larger. */
static double
strip_unit (CoalitionMap *self)
{
  return self->font_scale * (self->theme == COALITION_MAP_PAPER ? 1 : 1.72);
}

static double
strip_row_height (CoalitionMap            *self,
                  const CoalitionMapEntry *entry)
{
  double unit = strip_unit (self), height;

  coalition_map_legend_text_size (self, entry->text, FALSE, STRIP_WORDS * unit, NULL, &height);

  return MAX (MAX (STRIP_ROW * unit, height + 1), coalition_map_legend_symbol_height (self, entry) * self->font_scale);
}

/* The highest column of a group. */
static double
group_height (CoalitionMap *self,
              const Group  *group)
{
  double most = 0;

  for (guint column = 0; column < group->columns; column++)
    {
      double height = 0;

      for (guint i = column * group->rows; i < MIN ((column + 1) * group->rows, group->entries->len); i++)
        height += strip_row_height (self, g_array_index (group->entries, const CoalitionMapEntry *, i));
      most = MAX (most, height);
    }

  return most;
}

/* Stands the groups beside each other, each of at most @most rows, in as many bands as they take; returns the height. */
static double
arrange (CoalitionMap *self,
         Strip        *strip,
         guint         most,
         double        width)
{
  double unit = strip_unit (self), x = STRIP_PAD * unit, total = 0, band_height = 0;
  guint band = 0;
  gboolean any = FALSE;

  strip->shrink = 1;
  for (int i = 0; i < GROUPS; i++)
    {
      Group *group = &strip->groups[i];
      double words = 0;

      if (group->entries->len == 0)
        continue;
      group->columns = (group->entries->len + most - 1) / most;
      group->rows = (group->entries->len + group->columns - 1) / group->columns;
      for (guint j = 0; j < group->entries->len; j++)
        words = MAX (words, text_width (self, g_array_index (group->entries, const CoalitionMapEntry *, j)->text, FALSE,
                                        STRIP_WORDS * unit));
      group->column = (STRIP_SLOT + STRIP_GAP) * unit + words;
      group->width = MAX (group->columns * group->column + (group->columns - 1) * STRIP_GAP * unit,
                          text_width (self, group->head, TRUE, 0));
      if (any && x + group->width + STRIP_PAD * unit > width)
        {
          total += band_height;
          band_height = 0;
          band++;
          x = STRIP_PAD * unit;
        }
      group->band = band;
      any = TRUE;
      band_height = MAX (band_height, STRIP_HEAD * unit + group_height (self, group));
      x += group->width + STRIP_PAD * unit;
      if (group->width + 2 * STRIP_PAD * unit > width)
        strip->shrink = MIN (strip->shrink, width / (group->width + 2 * STRIP_PAD * unit));
    }
  strip->n_bands = any ? band + 1 : 0;

  return any ? (total + band_height + (band + 1) * STRIP_PAD * 1.4 * unit) * strip->shrink : 0;
}

static void
fill_group (Group                    *group,
            const char               *head,
            const CoalitionMapLegend *legend,
            CoalitionMapSection       section)
{
  const GArray *entries = legend->sections[section];

  if (!group->entries)
    group->entries = g_array_new (FALSE, FALSE, sizeof (const CoalitionMapEntry *));
  if (!group->head)
    group->head = head;
  for (guint i = 0; i < entries->len; i++)
    {
      const CoalitionMapEntry *entry = &g_array_index (entries, CoalitionMapEntry, i);

      if (entry->type == COALITION_MAP_ENTRY_HEAD)
        group->head = entry->text;
      else
        g_array_append_val (group->entries, entry);
    }
}

/* Collects the groups and stands them as low as @width allows. */
static void
make_strip (CoalitionMap             *self,
            const CoalitionMapLegend *legend,
            Strip                    *strip,
            double                    width)
{
  double best = G_MAXDOUBLE;
  guint best_most = 4;

  *strip = (Strip) { .shrink = 1 };
  fill_group (&strip->groups[0], _("Who"), legend, COALITION_MAP_SECTION_PARTIES);
  fill_group (&strip->groups[1], _("Colors"), legend, COALITION_MAP_SECTION_CLASSES);
  fill_group (&strip->groups[2], _("Sizes"), legend, COALITION_MAP_SECTION_SIZES);
  fill_group (&strip->groups[3], _("Ties"), legend, COALITION_MAP_SECTION_TIES);
  fill_group (&strip->groups[4], _("Marks"), legend, COALITION_MAP_SECTION_MARKS);
  fill_group (&strip->groups[5], _("Together"), legend, COALITION_MAP_SECTION_FORUMS);
  fill_group (&strip->groups[5], NULL, legend, COALITION_MAP_SECTION_AGREEMENTS);
  fill_group (&strip->groups[6], _("Changes"), legend, COALITION_MAP_SECTION_TIME);
  for (guint most = 3; most <= 10; most++)
    {
      double height = arrange (self, strip, most, width);

      if (height < best - 0.01)
        {
          best = height;
          best_most = most;
        }
    }
  strip->height = arrange (self, strip, best_most, width);
}

static void
clear_strip (Strip *strip)
{
  for (int i = 0; i < GROUPS; i++)
    g_clear_pointer (&strip->groups[i].entries, g_array_unref);
}

/**
 * coalition_map_measure_legend_strip:
 * @width: of the strip
 * @height: (out): of the strip
 *
 * How high the strip is: who, colors, sizes, ties, marks, together, changes, as far as they are on the map.
 */
void
coalition_map_measure_legend_strip (CoalitionMap *self,
                                    double        width,
                                    double       *height)
{
  g_autoptr (CoalitionMapLegend) legend = coalition_map_legend_new (self);
  Strip strip;

  make_strip (self, legend, &strip, width);
  *height = strip.height;
  clear_strip (&strip);
}

static void
paint_group_of_strip (CoalitionMap *self,
                      cairo_t      *cr,
                      const Group  *group,
                      double        x,
                      double        top)
{
  double unit = strip_unit (self), k = self->font_scale, y = 0;

  coalition_map_legend_paint_text (self, cr, group->head, TRUE, x, top + (STRIP_PAD + STRIP_HEAD * 0.3) * unit, 0);
  for (guint i = 0; i < group->entries->len; i++)
    {
      const CoalitionMapEntry *entry = g_array_index (group->entries, const CoalitionMapEntry *, i);
      double left = x + (i / group->rows) * (group->column + STRIP_GAP * unit);
      double height = strip_row_height (self, entry);

      if (i % group->rows == 0)
        y = top + (STRIP_PAD + STRIP_HEAD - 0.2 * STRIP_ROW) * unit;
      cairo_save (cr);
      cairo_scale (cr, k, k);
      coalition_map_legend_paint_symbol (self, cr, entry, (left + STRIP_SLOT * unit / 2) / k, (y + height / 2) / k,
                                         STRIP_SLOT * unit / k);
      cairo_restore (cr);
      coalition_map_legend_paint_text (self, cr, entry->text, FALSE, left + (STRIP_SLOT + STRIP_GAP) * unit, y + height / 2,
                                       STRIP_WORDS * unit);
      y += height;
    }
}

/**
 * coalition_map_paint_legend_strip:
 * @width: of the strip
 *
 * Paints the legend as a strip for the foot of a printed map, its top left corner at the origin. Groups that would be
 * empty are left out; those that find no room beside the others begin a new band. The frame is the caller's. A strip too
 * narrow for even one group is shrunk.
 */
void
coalition_map_paint_legend_strip (CoalitionMap *self,
                                  cairo_t      *cr,
                                  double        width)
{
  g_autoptr (CoalitionMapLegend) legend = coalition_map_legend_new (self);
  double unit = strip_unit (self), top = 0;
  Strip strip;

  make_strip (self, legend, &strip, width);
  cairo_save (cr);
  cairo_scale (cr, strip.shrink, strip.shrink);
  for (guint band = 0; band < strip.n_bands; band++)
    {
      double x = STRIP_PAD * unit, used = x, high = 0, spare;
      int n = 0;

      for (int i = 0; i < GROUPS; i++)
        if (strip.groups[i].entries->len > 0 && strip.groups[i].band == band)
          {
            used += strip.groups[i].width + STRIP_PAD * unit;
            high = MAX (high, STRIP_HEAD * unit + group_height (self, &strip.groups[i]));
            n++;
          }
      spare = MAX (width / strip.shrink - used, 0) / MAX (n, 1);
      for (int i = 0; i < GROUPS; i++)
        if (strip.groups[i].entries->len > 0 && strip.groups[i].band == band)
          {
            paint_group_of_strip (self, cr, &strip.groups[i], x, top);
            x += strip.groups[i].width + STRIP_PAD * unit + MIN (spare, 60 * unit);
          }
      top += high + STRIP_PAD * 1.4 * unit;
    }
  cairo_restore (cr);
  clear_strip (&strip);
}
