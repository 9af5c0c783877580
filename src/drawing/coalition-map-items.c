/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-map-private.h"
#include "coalition-picture.h"

#include <math.h>
#include <string.h>

/* Notes and pictures: cards of paper above the ties and under the parties, and background pictures under everything. */

#define NOTE_WIDTH 180.0
#define NOTE_LEAST 60.0
#define NOTE_PAD 10.0
#define NOTE_RADIUS 6.0
#define GRIP 9.0
#define CAPTION_ROOM 20.0

typedef struct {
  const char *key;
  CoalitionMapColor fill[2]; /* light, dark */
  CoalitionMapColor line[2];
} NoteColor;

#define RGB(hex) { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0 }

static const NoteColor note_colors[] = {
  { "yellow", { RGB (0xfdf3c0), RGB (0x4a4218) }, { RGB (0xd9bf55), RGB (0x93843c) } },
  { "green", { RGB (0xdff2dc), RGB (0x24402a) }, { RGB (0x93c28c), RGB (0x55805b) } },
  { "purple", { RGB (0xeee3f5), RGB (0x3f2f4e) }, { RGB (0xbd9fd2), RGB (0x83699a) } },
  { "grey", { RGB (0xf0f0f2), RGB (0x38383c) }, { RGB (0xb8b8be), RGB (0x76767e) } },
};

/*
 * coalition_map_note_color:
 * @key: (nullable): key of a note's color
 * @line: (out) (optional): of its edge
 *
 * The ground of a note.
 *
 * Returns: %FALSE if it has none, being text alone
 */
gboolean
coalition_map_note_color (CoalitionMapTheme  theme,
                          const char        *key,
                          CoalitionMapColor *fill,
                          CoalitionMapColor *line)
{
  const NoteColor *color = &note_colors[0];
  int dark = theme == COALITION_MAP_DARK;

  *fill = coalition_map_style_ground (theme);
  if (line)
    *line = coalition_map_style_name (theme, COALITION_LEVEL_AFFECTED);
  if (g_strcmp0 (key, "none") == 0)
    return FALSE;
  if (theme == COALITION_MAP_PAPER)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (note_colors); i++)
    if (g_strcmp0 (key, note_colors[i].key) == 0)
      color = &note_colors[i];
  *fill = color->fill[dark];
  if (line)
    *line = color->line[dark];

  return TRUE;
}

/*
 * coalition_map_items_init:
 *
 * Takes over the places of notes and pictures.
 */
void
coalition_map_items_init (CoalitionMap *self)
{
  self->note_items = g_new0 (CoalitionMapItem, MAX (self->n_notes, 1));
  self->picture_items = g_new0 (CoalitionMapItem, MAX (self->n_pictures, 1));
  self->decoded = g_new0 (cairo_surface_t *, MAX (self->n_images, 1));
  self->undecodable = g_new0 (gboolean, MAX (self->n_images, 1));
  for (guint i = 0; i < self->n_notes; i++)
    {
      const CoalitionNetworkNote *note = &self->notes[i];
      double unit = self->theme == COALITION_MAP_PAPER ? 0.62 : 1;
      double width = MAX (note->width > 0 ? note->width : NOTE_WIDTH, NOTE_LEAST) * unit;

      self->note_items[i].box = (CoalitionBox) { note->x, note->y, note->x + width, note->y + MAX (note->height, 0) * unit };
    }
  for (guint i = 0; i < self->n_pictures; i++)
    {
      const CoalitionNetworkPicture *picture = &self->pictures[i];
      double width = picture->width, height = picture->height;

      /* A picture without a size has that of its image, or keeps its proportions. */
      if (picture->image < self->n_images)
        {
          const CoalitionNetworkImage *image = &self->images[picture->image];
          double ratio = image->width > 0 ? (double) image->height / image->width : 1;

          if (width <= 0 && height <= 0)
            width = MAX (image->width, 1);
          if (width <= 0)
            width = height / MAX (ratio, 1e-3);
          if (height <= 0)
            height = width * ratio;
        }
      self->picture_items[i].box = (CoalitionBox) { picture->x, picture->y, picture->x + MAX (width, 1),
                                                    picture->y + MAX (height, 1) };
    }
}

/*
 * coalition_map_items_clear:
 *
 * Frees what coalition_map_items_init() made.
 */
void
coalition_map_items_clear (CoalitionMap *self)
{
  for (guint i = 0; i < self->n_notes; i++)
    g_clear_object (&self->note_items[i].layout);
  for (guint i = 0; i < self->n_images; i++)
    g_clear_pointer (&self->decoded[i], cairo_surface_destroy);
  g_clear_pointer (&self->note_items, g_free);
  g_clear_pointer (&self->picture_items, g_free);
  g_clear_pointer (&self->decoded, g_free);
  g_clear_pointer (&self->undecodable, g_free);
}

/*
 * coalition_map_items_copy:
 *
 * Takes over from another map of the same network where notes and pictures are.
 */
void
coalition_map_items_copy (CoalitionMap *self,
                          CoalitionMap *from)
{
  for (guint i = 0; i < self->n_notes; i++)
    {
      self->note_items[i].box = from->note_items[i].box;
      self->note_items[i].measured = from->note_items[i].measured;
    }
  for (guint i = 0; i < self->n_pictures; i++)
    self->picture_items[i].box = from->picture_items[i].box;
}

/*
 * coalition_map_note_is_shown:
 *
 * Whether a note is on this map.
 */
gboolean
coalition_map_note_is_shown (CoalitionMap *self,
                             guint         note)
{
  return !self->hide_private && note < self->n_notes && !(self->absent_notes && self->absent_notes[note]);
}

/*
 * coalition_map_picture_is_shown:
 *
 * Whether a picture is on this map.
 */
gboolean
coalition_map_picture_is_shown (CoalitionMap *self,
                                guint         picture)
{
  return picture < self->n_pictures && !(self->absent_pictures && self->absent_pictures[picture]);
}

static double
note_pad (CoalitionMap *self)
{
  return self->theme == COALITION_MAP_PAPER ? NOTE_PAD * 0.5 : NOTE_PAD;
}

static PangoLayout *
note_layout (CoalitionMap *self,
             guint         note)
{
  CoalitionMapItem *item = &self->note_items[note];
  double width = item->box.right - item->box.left - 2 * note_pad (self);

  if (!item->layout)
    {
      PangoFontDescription *font = pango_font_description_copy (self->font);

      pango_font_description_set_weight (font, PANGO_WEIGHT_NORMAL);
      pango_font_description_set_size (font, (int) round (pango_font_description_get_size (font) * 0.95));
      item->layout = pango_layout_new (coalition_map_labels_context (self));
      pango_layout_set_font_description (item->layout, font);
      pango_layout_set_wrap (item->layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_text (item->layout, self->notes[note].text ? self->notes[note].text : "", -1);
      pango_font_description_free (font);
    }
  pango_layout_set_width (item->layout, (int) (MAX (width, 10) * PANGO_SCALE));

  return item->layout;
}

/*
 * coalition_map_note_get_box:
 *
 * The room of a note: as wide as a person made it, and at least as high as its text needs.
 *
 * Returns: (transfer none): an absolute box
 */
const CoalitionBox *
coalition_map_note_get_box (CoalitionMap *self,
                            guint         note)
{
  CoalitionMapItem *item = &self->note_items[note];

  if (!item->measured)
    {
      double unit = self->theme == COALITION_MAP_PAPER ? 0.62 : 1;
      PangoRectangle logical;

      item->box.right = MAX (item->box.right, item->box.left + NOTE_LEAST * unit);
      pango_layout_get_extents (note_layout (self, note), NULL, &logical);
      item->box.bottom = MAX (item->box.bottom,
                              item->box.top + (double) logical.height / PANGO_SCALE + 2 * note_pad (self));
      item->measured = TRUE;
    }

  return &item->box;
}

/*
 * coalition_map_get_image:
 *
 * The decoded picture, for this map alone.
 *
 * Returns: (transfer none) (nullable): a surface, or %NULL if it cannot be read
 */
cairo_surface_t *
coalition_map_get_image (CoalitionMap *self,
                         guint         image)
{
  if (image >= self->n_images)
    return NULL;
  if (!self->decoded[image] && !self->undecodable[image] && self->images[image].bytes)
    self->decoded[image] = coalition_picture_decode (self->images[image].bytes, NULL);
  /* What cannot be read is not tried at every painting. The map shows an empty frame in its place. */
  self->undecodable[image] = self->decoded[image] == NULL;

  return self->decoded[image];
}

/*
 * coalition_map_paint_image:
 * @cover: fill @box and cut off what is beyond, instead of stretching
 *
 * Paints a picture into a box.
 */
void
coalition_map_paint_image (cairo_t            *cr,
                           cairo_surface_t    *image,
                           const CoalitionBox *box,
                           gboolean            cover,
                           double              opacity)
{
  double width = cairo_image_surface_get_width (image), height = cairo_image_surface_get_height (image);
  double x_scale = (box->right - box->left) / width, y_scale = (box->bottom - box->top) / height;

  if (x_scale <= 0 || y_scale <= 0)
    return;
  if (cover)
    x_scale = y_scale = MAX (x_scale, y_scale);
  cairo_save (cr);
  cairo_rectangle (cr, box->left, box->top, box->right - box->left, box->bottom - box->top);
  cairo_clip (cr);
  cairo_translate (cr, (box->left + box->right) / 2, (box->top + box->bottom) / 2);
  cairo_scale (cr, x_scale, y_scale);
  cairo_set_source_surface (cr, image, -width / 2, -height / 2);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_paint_with_alpha (cr, CLAMP (opacity, 0, 1));
  cairo_restore (cr);
}

static void
rounded (cairo_t            *cr,
         CoalitionMapTheme   theme,
         const CoalitionBox *box,
         double              radius,
         double              grow)
{
  cairo_save (cr);
  cairo_translate (cr, (box->left + box->right) / 2, (box->top + box->bottom) / 2);
  cairo_new_path (cr);
  coalition_map_shape_path (cr, theme, COALITION_LEVEL_ORGANIZATION, (box->right - box->left) / 2,
                            (box->bottom - box->top) / 2, radius, grow);
  cairo_restore (cr);
}

static void
paint_accent (cairo_t                 *cr,
              CoalitionMapTheme        theme,
              const CoalitionBox      *box,
              const CoalitionMapState *state)
{
  rounded (cr, theme, box, NOTE_RADIUS, 5.5);
  cairo_set_source_rgba (cr, state->accent[0], state->accent[1], state->accent[2], 0.25);
  cairo_set_line_width (cr, 7);
  cairo_stroke (cr);
  rounded (cr, theme, box, NOTE_RADIUS, 3.6);
  cairo_set_source_rgb (cr, state->accent[0], state->accent[1], state->accent[2]);
  cairo_set_line_width (cr, 2.4);
  cairo_stroke (cr);
}

/* Two short strokes in the corner by which the size is dragged. */
static void
paint_grip (cairo_t            *cr,
            const CoalitionBox *box,
            CoalitionMapColor   color)
{
  cairo_new_path (cr);
  for (int i = 1; i <= 2; i++)
    {
      cairo_move_to (cr, box->right - 3, box->bottom - 3 - i * GRIP / 2);
      cairo_line_to (cr, box->right - 3 - i * GRIP / 2, box->bottom - 3);
    }
  coalition_map_color_set (color, cr);
  cairo_set_line_width (cr, 1.2);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_stroke (cr);
}

static void
paint_note (CoalitionMap            *self,
            cairo_t                 *cr,
            guint                    note,
            gboolean                 text,
            const CoalitionMapState *state)
{
  const CoalitionBox *box = coalition_map_note_get_box (self, note);
  CoalitionMapColor fill, line, ink = coalition_map_style_name (self->theme, COALITION_LEVEL_AFFECTED);
  gboolean paper = self->theme == COALITION_MAP_PAPER;
  gboolean selected = state && state->selected_notes && state->selected_notes[note];
  gboolean card = coalition_map_note_color (self->theme, self->notes[note].color, &fill, &line);

  if (selected)
    paint_accent (cr, self->theme, box, state);
  if (card)
    {
      rounded (cr, self->theme, box, paper ? 0 : NOTE_RADIUS, 0);
      coalition_map_color_set (fill, cr);
      cairo_fill_preserve (cr);
      coalition_map_color_set (self->contrast ? ink : line, cr);
      cairo_set_line_width (cr, (paper ? 0.5 : 1) * coalition_map_heavy (self));
      cairo_stroke (cr);
    }
  else if (text && !paper)
    {
      /* Without ground: a veil keeps the letters readable where ties run behind. */
      rounded (cr, self->theme, box, NOTE_RADIUS, 0);
      cairo_set_source_rgba (cr, fill.red, fill.green, fill.blue, 0.6);
      cairo_fill (cr);
    }
  if (!text)
    return;
  coalition_map_color_set (ink, cr);
  cairo_move_to (cr, box->left + note_pad (self), box->top + note_pad (self));
  pango_cairo_show_layout (cr, note_layout (self, note));
  if (selected)
    paint_grip (cr, box, ink);
}

static void
paint_picture (CoalitionMap            *self,
               cairo_t                 *cr,
               guint                    index,
               gboolean                 text,
               const CoalitionMapState *state)
{
  const CoalitionNetworkPicture *picture = &self->pictures[index];
  const CoalitionBox *box = &self->picture_items[index].box;
  CoalitionMapColor ink = coalition_map_style_name (self->theme, COALITION_LEVEL_AFFECTED);
  cairo_surface_t *image = coalition_map_get_image (self, picture->image);
  gboolean selected = state && state->selected_pictures && state->selected_pictures[index];
  gboolean paper = self->theme == COALITION_MAP_PAPER;

  if (selected)
    paint_accent (cr, self->theme, box, state);
  if (image)
    coalition_map_paint_image (cr, image, box, FALSE, picture->opacity);
  if (!picture->background || !image)
    {
      rounded (cr, self->theme, box, 0, 0);
      coalition_map_color_set (self->contrast ? ink : coalition_map_style_ink (self->theme, ink, 0.35), cr);
      cairo_set_line_width (cr, (paper ? 0.5 : 1) * coalition_map_heavy (self));
      cairo_stroke (cr);
    }
  if (!picture->background && text && picture->caption && *picture->caption)
    {
      g_autoptr (PangoLayout) layout = pango_layout_new (coalition_map_labels_context (self));
      PangoFontDescription *font = pango_font_description_copy (self->font);
      CoalitionMapColor ground = coalition_map_style_ground (self->theme);

      pango_font_description_set_size (font, (int) round (pango_font_description_get_size (font) * (paper ? 1 : 0.86)));
      pango_layout_set_font_description (layout, font);
      pango_layout_set_text (layout, picture->caption, -1);
      pango_layout_set_width (layout, (int) ((box->right - box->left) * PANGO_SCALE));
      pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
      pango_layout_set_height (layout, -2);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      cairo_move_to (cr, box->left, box->bottom + 3);
      pango_cairo_layout_path (cr, layout);
      cairo_set_source_rgba (cr, ground.red, ground.green, ground.blue, COALITION_MAP_HALO);
      cairo_set_line_width (cr, self->sizes->halo * 0.8);
      cairo_stroke (cr);
      coalition_map_color_set (ink, cr);
      cairo_move_to (cr, box->left, box->bottom + 3);
      pango_cairo_show_layout (cr, layout);
      pango_font_description_free (font);
    }
  if (selected)
    paint_grip (cr, box, ink);
}

static gboolean
is_left_out (const CoalitionMapState *state,
             const gboolean          *hidden,
             guint                    index)
{
  if (!state)
    return FALSE;
  return state->only_hidden ? !hidden || !hidden[index] : hidden && hidden[index];
}

/*
 * coalition_map_backgrounds_paint:
 * @clip: (nullable): what of the map is seen
 *
 * Paints the pictures that lie under everything.
 */
void
coalition_map_backgrounds_paint (CoalitionMap            *self,
                                 cairo_t                 *cr,
                                 const CoalitionBox      *clip,
                                 const CoalitionMapState *state)
{
  for (guint i = 0; i < self->n_pictures; i++)
    if (self->pictures[i].background && coalition_map_picture_is_shown (self, i) &&
        coalition_map_box_meets (&self->picture_items[i].box, clip, 10) &&
        !is_left_out (state, state ? state->hidden_pictures : NULL, i))
      paint_picture (self, cr, i, FALSE, state);
}

/*
 * coalition_map_items_paint:
 * @scale: device pixels per map unit: too small letters are left out
 * @clip: (nullable): what of the map is seen
 *
 * Paints notes, and pictures that are not in the background.
 */
void
coalition_map_items_paint (CoalitionMap            *self,
                           cairo_t                 *cr,
                           double                   scale,
                           const CoalitionBox      *clip,
                           const CoalitionMapState *state)
{
  gboolean text = self->theme == COALITION_MAP_PAPER || scale >= COALITION_MAP_TEXT;

  cairo_save (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  for (guint i = 0; i < self->n_pictures; i++)
    if (!self->pictures[i].background && coalition_map_picture_is_shown (self, i) &&
        coalition_map_box_meets (&self->picture_items[i].box, clip, CAPTION_ROOM * 2) &&
        !is_left_out (state, state ? state->hidden_pictures : NULL, i))
      paint_picture (self, cr, i, text, state);
  for (guint i = 0; i < self->n_notes; i++)
    if (coalition_map_note_is_shown (self, i) && !is_left_out (state, state ? state->hidden_notes : NULL, i) &&
        coalition_map_box_meets (coalition_map_note_get_box (self, i), clip, 10))
      paint_note (self, cr, i, text, state);
  cairo_restore (cr);
}
