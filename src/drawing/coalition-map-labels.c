/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-map-private.h"

#include <math.h>
#include <string.h>

/* The names: where they break, how large they are, and their painting.
 *
 * Boxes are needed for every party at once, layouts only for those that are seen. Laying out ten thousand names takes
 * most of a second, so lines are broken here, by the widths of single letters, which are measured once; the layout that
 * is made later gets the very same lines. Kerning makes the real lines a little narrower than reckoned, never wider by
 * more than a hair. */

#define FAMILIES "Cantarell, Adwaita Sans, Inter, Noto Sans, DejaVu Sans, sans-serif"
#define MOST_LINES 3   /* a name is given more width rather than more lines than this */
#define STRETCH 1.15    /* or a little more rather than three lines */
#define LAST_LINES 6   /* but what is still too long at the greatest width gets these, and only then an ellipsis */

typedef struct {
  const char *start;
  gsize length;
  double width;
  double space; /* before it, if it does not begin a line */
} Piece;

static double
measure (CoalitionMap *self,
         const char   *text,
         int           length,
         gboolean      bold)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (coalition_map_labels_context (self));
  PangoRectangle logical;

  pango_layout_set_font_description (layout, bold ? self->bold : self->font);
  pango_layout_set_text (layout, text, length);
  pango_layout_get_extents (layout, NULL, &logical);

  return (double) logical.width / PANGO_SCALE;
}

/* A space alone may be measured as nothing at a line's end, so it is measured between two letters. */
static double
measure_space (CoalitionMap *self,
               gboolean      bold)
{
  return measure (self, "n n", -1, bold) - measure (self, "nn", -1, bold);
}

static double
letter_width (CoalitionMap *self,
              gunichar      letter,
              gboolean      bold)
{
  char text[8] = { 0 };
  double *width;

  if (letter < 128)
    {
      double *ascii = &self->widths[bold][letter];

      if (*ascii < 0)
        {
          text[0] = (char) letter;
          *ascii = letter == ' ' ? measure_space (self, bold) : measure (self, text, 1, bold);
        }
      return *ascii;
    }

  width = g_hash_table_lookup (self->other_widths[bold], GUINT_TO_POINTER (letter));
  if (!width)
    {
      width = g_new (double, 1);
      *width = g_unichar_ismark (letter) ? 0 : measure (self, text, g_unichar_to_utf8 (letter, text), bold);
      g_hash_table_insert (self->other_widths[bold], GUINT_TO_POINTER (letter), width);
    }
  return *width;
}

static gboolean
breaks_after (gunichar letter)
{
  return letter == '-' || letter == '/' || letter == 0x2010 || letter == 0x2013 || letter == 0x2014 ||
         g_unichar_iswide (letter);
}

/* The width of the word that begins at @text, up to the next blank. */
static double
word_width (CoalitionMap *self,
            const char   *text,
            gboolean      bold)
{
  double width = 0;

  for (; *text && !g_unichar_isspace (g_utf8_get_char (text)); text = g_utf8_next_char (text))
    width += letter_width (self, g_utf8_get_char (text), bold);

  return width;
}

static void
add_piece (GArray     *pieces,
           const char *start,
           const char *end,
           double      width,
           double      space)
{
  Piece piece = { start, (gsize) (end - start), width, space };

  if (end > start)
    g_array_append_val (pieces, piece);
}

/* Cuts a name where lines may break: at blanks, after hyphens in words that are wider than @wrap, and between two
 * letters in what is wider than @most without a break. */
static GArray *
cut (CoalitionMap *self,
     const char   *text,
     gboolean      bold,
     double        wrap,
     double        most)
{
  GArray *pieces = g_array_sized_new (FALSE, FALSE, sizeof (Piece), 12);
  const char *start = text;
  double width = 0, space = 0, word = word_width (self, text, bold);

  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      double wide;

      if (g_unichar_isspace (letter) && letter != 0x00a0 && letter != 0x202f)
        {
          add_piece (pieces, start, at, width, space);
          start = g_utf8_next_char (at);
          width = 0;
          word = word_width (self, start, bold);
          space = pieces->len > 0 ? letter_width (self, ' ', bold) : 0;
          continue;
        }
      wide = letter_width (self, letter, bold);
      if (width > 0 && width + wide > most && !g_unichar_ismark (letter))
        {
          add_piece (pieces, start, at, width, space);
          start = at;
          width = space = 0;
        }
      width += wide;
      if (word > wrap && breaks_after (letter))
        {
          const char *next = g_utf8_next_char (at);

          add_piece (pieces, start, next, width, space);
          start = next;
          width = space = 0;
        }
    }
  add_piece (pieces, start, start + strlen (start), width, space);

  return pieces;
}

/* Fills lines of at most @wrap one after the other; returns their number and the widest. */
static guint
fill (const GArray *pieces,
      double        wrap,
      double       *widest)
{
  guint n_lines = 0;
  double line = 0;

  *widest = 0;
  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);

      if (n_lines > 0 && line + piece->space + piece->width <= wrap + 0.01)
        line += piece->space + piece->width;
      else
        {
          n_lines++;
          line = piece->width;
        }
      *widest = MAX (*widest, line);
    }

  return n_lines;
}

/* The width at which to fill: as few lines as @wrap gives, but of even length, and wider than @wrap only if there would
 * be more than three of them. */
static double
choose_width (const GArray *pieces,
              double        wrap,
              double        most,
              guint        *n_lines,
              double       *widest)
{
  double low = 0, high = wrap;

  *n_lines = fill (pieces, high, widest);
  /* A little more width is given for two lines instead of three. */
  if (*n_lines == 3 && fill (pieces, MIN (wrap * STRETCH, most), widest) == 2)
    {
      high = MIN (wrap * STRETCH, most);
      *n_lines = 2;
    }
  while (*n_lines > MOST_LINES && high < most)
    {
      high = MIN (high + 6, most);
      *n_lines = fill (pieces, high, widest);
    }
  for (int i = 0; i < 7 && *n_lines > 1; i++)
    {
      double middle = (low + high) / 2;

      if (fill (pieces, middle, widest) > *n_lines)
        low = middle;
      else
        high = middle;
    }
  *n_lines = fill (pieces, high, widest);

  return high;
}

/*
 * coalition_map_labels_size:
 * @wrap: preferred width
 * @most: width that may be taken rather than more than three lines
 *
 * The size of a name when it is broken to lines.
 */
void
coalition_map_labels_size (CoalitionMap *self,
                           const char   *text,
                           gboolean      bold,
                           double        wrap,
                           double        most,
                           double       *width,
                           double       *height)
{
  g_autoptr (GArray) pieces = cut (self, text, bold, wrap, most);
  guint n_lines;

  choose_width (pieces, wrap, most, &n_lines, width);
  *width = MIN (*width, most);
  *height = CLAMP (n_lines, 1, LAST_LINES) * self->line_height;
}

/*
 * coalition_map_labels_wrap:
 *
 * The text of a name broken to lines as coalition_map_labels_size() reckons them. Blanks in a row become one.
 *
 * Returns: (transfer full): text with line feeds
 */
char *
coalition_map_labels_wrap (CoalitionMap *self,
                           const char   *text,
                           gboolean      bold,
                           double        wrap,
                           double        most)
{
  g_autoptr (GArray) pieces = cut (self, text, bold, wrap, most);
  GString *lines = g_string_new (NULL);
  double at, widest, line = 0;
  guint n_lines, n = 0;

  at = choose_width (pieces, wrap, most, &n_lines, &widest);
  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);

      if (n > 0 && line + piece->space + piece->width <= at + 0.01)
        {
          if (piece->space > 0)
            g_string_append_c (lines, ' ');
          line += piece->space + piece->width;
        }
      else
        {
          if (n == LAST_LINES)
            {
              g_string_append (lines, "…");
              break;
            }
          if (n++ > 0)
            g_string_append_c (lines, '\n');
          line = piece->width;
        }
      g_string_append_len (lines, piece->start, piece->length);
    }

  return g_string_free (lines, FALSE);
}

/*
 * coalition_map_labels_context:
 *
 * The map's own Pango context. Its font map is its own too, so that a map made in a worker thread can be used there.
 */
PangoContext *
coalition_map_labels_context (CoalitionMap *self)
{
  if (!self->context)
    {
      cairo_font_options_t *options;

      self->font_map = pango_cairo_font_map_new ();
      pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->font_map),
                                           self->theme == COALITION_MAP_PAPER ? 72 : 96);
      self->context = pango_font_map_create_context (self->font_map);
      /* Positions must scale with the map: neither metrics nor glyph positions are rounded to pixels. */
      options = cairo_font_options_create ();
      cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
      cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
      cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
      pango_cairo_context_set_font_options (self->context, options);
      cairo_font_options_destroy (options);
      pango_context_set_round_glyph_positions (self->context, FALSE);
    }

  return self->context;
}

/*
 * coalition_map_labels_init:
 * @font: (nullable): a font as Pango writes it, "Cantarell 11" for one
 *
 * Prepares names: 11 points on the screen, and on paper 7.5 unless @font says more, which widens the room for them.
 */
void
coalition_map_labels_init (CoalitionMap *self,
                           const char   *font)
{
  PangoFontDescription *fallback = pango_font_description_from_string (FAMILIES);
  double size;

  self->font = pango_font_description_from_string (font && *font ? font : FAMILIES);
  if (pango_font_description_get_family (self->font))
    {
      g_autofree char *families = g_strconcat (pango_font_description_get_family (self->font), ",", FAMILIES, NULL);

      pango_font_description_set_family (self->font, families);
    }
  pango_font_description_merge (self->font, fallback, FALSE);
  pango_font_description_free (fallback);

  /* Arrangements are shared between people whose fonts differ, so on the screen only family and weight are taken: who
   * wants larger letters enlarges the map. */
  size = self->sizes->font_size;
  if (self->theme == COALITION_MAP_PAPER && !pango_font_description_get_size_is_absolute (self->font))
    size = MAX (size, font ? (double) pango_font_description_get_size (self->font) / PANGO_SCALE : 0);
  pango_font_description_set_size (self->font, (int) round (size * PANGO_SCALE));
  if (self->theme != COALITION_MAP_PAPER &&
      pango_font_description_get_weight (self->font) == PANGO_WEIGHT_NORMAL)
    pango_font_description_set_weight (self->font, PANGO_WEIGHT_MEDIUM);
  self->font_scale = size / self->sizes->font_size;
  self->bold = pango_font_description_copy (self->font);
  pango_font_description_set_weight (self->bold, PANGO_WEIGHT_BOLD);

  for (int bold = 0; bold < 2; bold++)
    {
      self->widths[bold] = g_new (double, 128);
      for (int letter = 0; letter < 128; letter++)
        self->widths[bold][letter] = -1;
      self->other_widths[bold] = g_hash_table_new_full (NULL, NULL, NULL, g_free);
    }

  self->line_height = self->sizes->line_height * self->font_scale;
  if (self->line_height <= 0)
    {
      PangoFontMetrics *metrics = pango_context_get_metrics (coalition_map_labels_context (self), self->font, NULL);

      self->line_height = (double) pango_font_metrics_get_height (metrics) / PANGO_SCALE;
      pango_font_metrics_unref (metrics);
    }
}

/*
 * coalition_map_labels_clear:
 *
 * Frees what coalition_map_labels_init() made.
 */
void
coalition_map_labels_clear (CoalitionMap *self)
{
  for (int bold = 0; bold < 2; bold++)
    {
      g_clear_pointer (&self->widths[bold], g_free);
      g_clear_pointer (&self->other_widths[bold], g_hash_table_unref);
    }
  g_clear_pointer (&self->font, pango_font_description_free);
  g_clear_pointer (&self->bold, pango_font_description_free);
  g_clear_object (&self->context);
  g_clear_object (&self->font_map);
}

/*
 * coalition_map_labels_forget:
 *
 * Drops the layout of a party, because its name is to be broken or aligned in another way.
 */
void
coalition_map_labels_forget (CoalitionMap *self,
                             guint         party)
{
  g_clear_object (&self->figures[party].layout);
  g_clear_pointer (&self->figures[party].halo, cairo_path_destroy);
}

/*
 * coalition_map_labels_get:
 *
 * The layout of a party's name, made when it is first asked for.
 *
 * Returns: (transfer none): a layout
 */
PangoLayout *
coalition_map_labels_get (CoalitionMap *self,
                          guint         party)
{
  CoalitionMapFigure *figure = &self->figures[party];

  if (!figure->layout)
    {
      gboolean bold = coalition_map_is_us (self, party);
      double extra = self->sizes->label_max - self->sizes->label_width;
      g_autofree char *text = NULL;
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      if (self->parties[party].level == COALITION_LEVEL_ORGANIZATION)
        extra = self->sizes->card_max - self->sizes->card_width;
      text = coalition_map_labels_wrap (self, coalition_map_party_text (self, party), bold, figure->label_wrap,
                                        figure->label_wrap + extra * self->font_scale);
      figure->layout = pango_layout_new (coalition_map_labels_context (self));
      pango_layout_set_font_description (figure->layout, bold ? self->bold : self->font);
      pango_layout_set_text (figure->layout, text, -1);
      pango_layout_set_auto_dir (figure->layout, FALSE);
      pango_layout_set_alignment (figure->layout, figure->align);
      pango_attr_list_insert (attributes,
                              pango_attr_line_height_new_absolute ((int) round (self->line_height * PANGO_SCALE)));
      pango_layout_set_attributes (figure->layout, attributes);
    }

  return figure->layout;
}

/*
 * coalition_map_labels_paint:
 *
 * Paints the name of a party, with a halo of ground where a tie runs behind it and it is not on a card. The name stays
 * text in a PDF.
 */
void
coalition_map_labels_paint (CoalitionMap *self,
                            cairo_t      *cr,
                            guint         party,
                            double        ink)
{
  CoalitionMapFigure *figure = &self->figures[party];
  CoalitionLevel level = self->parties[party].level;
  PangoLayout *layout = coalition_map_labels_get (self, party);
  CoalitionMapColor ground = coalition_map_style_ground (self->theme);
  CoalitionMapColor name = coalition_map_style_name (self->theme, level);
  PangoRectangle logical;
  double width, x, y;

  pango_layout_get_extents (layout, NULL, &logical);
  width = (double) logical.width / PANGO_SCALE;
  x = (figure->label.left + figure->label.right - width) / 2;
  if (figure->align == PANGO_ALIGN_LEFT)
    x = figure->label.left;
  else if (figure->align == PANGO_ALIGN_RIGHT)
    x = figure->label.right - width;
  x += figure->x - (double) logical.x / PANGO_SCALE;
  y = figure->y + figure->label.top;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  if (level != COALITION_LEVEL_ORGANIZATION && (!self->crossed || self->crossed[party]))
    {
      cairo_new_path (cr);
      cairo_set_dash (cr, NULL, 0, 0);
      if (figure->halo)
        cairo_append_path (cr, figure->halo);
      else
        {
          pango_cairo_layout_path (cr, layout);
          figure->halo = cairo_copy_path (cr);
        }
      cairo_set_line_width (cr, self->sizes->halo);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_set_source_rgba (cr, ground.red, ground.green, ground.blue,
                             self->theme == COALITION_MAP_PAPER ? 1 : COALITION_MAP_HALO);
      cairo_stroke (cr);
    }
  if (level == COALITION_LEVEL_ORGANIZATION && coalition_map_party_paint (self, party))
    name = coalition_map_party_paint (self, party)->name;
  coalition_map_color_set (coalition_map_style_ink (self->theme, name, ink), cr);
  cairo_move_to (cr, 0, 0);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
}
