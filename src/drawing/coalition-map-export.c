/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-map-private.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Files of the whole map with its legend. Each is made in memory and then replaces the file at once, so that a full disk
 * leaves no half of a picture. Nothing is written about who made it. */

/* Pixels per map unit; below that nothing can be read. */
#define LEAST_SCALE 0.125

#define SHEET_MARGIN 28.0
#define LEGEND_WIDTH 350.0
#define LEGEND_PAD 14.0
#define EASE 1.25 /* larger than the smallest sheet on which all fits */
#define MOST_PIXELS 120e6
#define MOST_SIDE 30000

/* Where map and legend are on the sheet, in map units. */
typedef struct {
  double width;
  double height;
  CoalitionBox map;
  double legend_x;
  double legend_y;
  double legend_width;
  double legend_height;
} Sheet;

static cairo_status_t
append (void                *closure,
        const unsigned char *data,
        unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check (cairo_status_t status,
       GError       **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, COALITION_DRAWING_ERROR, COALITION_DRAWING_ERROR_CAIRO, _("The picture could not be drawn: %s"),
               cairo_status_to_string (status));

  return FALSE;
}

static gboolean
save (const char       *path,
      const GByteArray *bytes,
      GError          **error)
{
  return g_file_set_contents (path, (const char *) bytes->data, bytes->len, error);
}

/* A sheet for paper: the strip at the foot, the map above it in what is left. */
static Sheet
plan_paper (CoalitionMap *self,
            double        width,
            double        height)
{
  Sheet sheet = { .width = width, .height = height };

  sheet.legend_width = width - 2 * SHEET_MARGIN;
  coalition_map_measure_legend_strip (self, sheet.legend_width, &sheet.legend_height);
  sheet.legend_x = SHEET_MARGIN;
  sheet.legend_y = height - SHEET_MARGIN - sheet.legend_height;
  sheet.map = (CoalitionBox) { SHEET_MARGIN, SHEET_MARGIN, width - SHEET_MARGIN, sheet.legend_y };

  return sheet;
}

static Sheet
plan_paper_at (CoalitionMap *self,
               double        map_width,
               double        map_height)
{
  double width = MAX (map_width, 480) + 2 * SHEET_MARGIN;
  double legend_height;

  coalition_map_measure_legend_strip (self, width - 2 * SHEET_MARGIN, &legend_height);

  return plan_paper (self, width, MAX (map_height, 120) + legend_height + 2 * SHEET_MARGIN);
}

/* The sheet that the map has room on: for paper a little larger than the smallest, in steps, on
 * which all names fit. */
static Sheet
plan (CoalitionMap *self)
{
  CoalitionBox bounds;
  Sheet sheet = { 0 };
  double map_width, map_height;

  coalition_map_get_bounds (self, NULL, &bounds);
  map_width = bounds.right - bounds.left;
  map_height = bounds.bottom - bounds.top;
  if (self->theme == COALITION_MAP_PAPER)
    {
      gboolean fits = FALSE;

      for (double scale = 0.5; scale < 2; scale *= fits ? EASE : 1.18)
        {
          sheet = plan_paper_at (self, map_width * scale, map_height * scale);
          if (fits)
            return sheet;
          fits = coalition_map_can_fit (self, sheet.map.right - sheet.map.left, sheet.map.bottom - sheet.map.top);
        }
      /* Too many to be moved about: they are as far from each other as on the screen. */
      return plan_paper_at (self, map_width + 20, map_height + 20);
    }

  sheet.legend_width = LEGEND_WIDTH * self->font_scale;
  coalition_map_measure_legend (self, sheet.legend_width - 2 * LEGEND_PAD, &sheet.legend_height);
  sheet.legend_height += 2 * LEGEND_PAD;
  sheet.width = MAX (map_width, sheet.legend_width) + 2 * SHEET_MARGIN;
  sheet.map = (CoalitionBox) { SHEET_MARGIN, SHEET_MARGIN, sheet.width - SHEET_MARGIN, SHEET_MARGIN + map_height };
  sheet.legend_x = SHEET_MARGIN;
  sheet.legend_y = sheet.map.bottom + SHEET_MARGIN;
  sheet.height = sheet.legend_y + sheet.legend_height + SHEET_MARGIN;

  return sheet;
}

static void
paint_frame (CoalitionMap *self,
             cairo_t      *cr,
             double        x,
             double        y,
             double        width,
             double        height)
{
  CoalitionMapColor line = coalition_map_style_line (self->theme, COALITION_LEVEL_ORGANIZATION);
  gboolean paper = self->theme == COALITION_MAP_PAPER;

  cairo_save (cr);
  cairo_translate (cr, x + width / 2, y + height / 2);
  cairo_new_path (cr);
  coalition_map_shape_path (cr, self->theme, COALITION_LEVEL_ORGANIZATION, width / 2, height / 2, paper ? 0 : 12, 0);
  coalition_map_color_set (paper ? line : coalition_map_style_ink (self->theme, line, 0.35), cr);
  cairo_set_line_width (cr, paper ? 0.4 : 1);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_sheet (CoalitionMap *self,
             cairo_t      *cr,
             const Sheet  *sheet)
{
  CoalitionBox bounds;

  cairo_save (cr);
  coalition_map_color_set (coalition_map_style_ground (self->theme), cr);
  cairo_rectangle (cr, 0, 0, sheet->width, sheet->height);
  cairo_fill (cr);
  if (self->theme == COALITION_MAP_PAPER)
    {
      double bottom = sheet->legend_y + sheet->legend_height;

      coalition_map_paint_fitted (self, cr, sheet->map.left, sheet->map.top, sheet->map.right - sheet->map.left,
                                  sheet->map.bottom - sheet->map.top);
      paint_frame (self, cr, sheet->map.left, sheet->map.top, sheet->map.right - sheet->map.left,
                   bottom - sheet->map.top);
      coalition_map_color_set (coalition_map_style_line (self->theme, COALITION_LEVEL_ORGANIZATION), cr);
      cairo_set_line_width (cr, 0.4);
      cairo_move_to (cr, sheet->map.left, sheet->legend_y);
      cairo_line_to (cr, sheet->map.right, sheet->legend_y);
      cairo_stroke (cr);
      cairo_translate (cr, sheet->legend_x, sheet->legend_y);
      coalition_map_paint_legend_strip (self, cr, sheet->legend_width);
    }
  else
    {
      coalition_map_get_bounds (self, NULL, &bounds);
      cairo_save (cr);
      cairo_translate (cr, sheet->width / 2 - (bounds.left + bounds.right) / 2, sheet->map.top - bounds.top);
      coalition_map_paint (self, cr, 1, NULL, NULL);
      cairo_restore (cr);
      paint_frame (self, cr, sheet->legend_x, sheet->legend_y, sheet->legend_width, sheet->legend_height);
      cairo_translate (cr, sheet->legend_x + LEGEND_PAD, sheet->legend_y + LEGEND_PAD);
      coalition_map_paint_legend (self, cr, sheet->legend_width - 2 * LEGEND_PAD);
    }
  cairo_restore (cr);
}

static gboolean
is_empty (CoalitionMap *self,
          GError      **error)
{
  CoalitionBox bounds;

  if (coalition_map_get_party_bounds (self, NULL, &bounds))
    return FALSE;
  g_set_error_literal (error, COALITION_DRAWING_ERROR, COALITION_DRAWING_ERROR_EMPTY,
                       _("There is nobody on the map yet, so there is no picture to write."));

  return TRUE;
}

/**
 * coalition_map_write_png:
 * @path: of the file
 * @scale: pixels per map unit: 1 for the size on the screen, 2 for sharp print
 *
 * Writes a picture of the whole map with its legend.
 *
 * Returns: %FALSE with @error set if the map is empty, the picture would be too large, or it cannot be written
 */
gboolean
coalition_map_write_png (CoalitionMap *self,
                         const char   *path,
                         double        scale,
                         GError      **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;
  Sheet sheet;

  g_return_val_if_fail (self != NULL && path != NULL && scale > 0, FALSE);

  if (is_empty (self, error))
    return FALSE;
  sheet = plan (self);
  if (sheet.width * scale > MOST_SIDE || sheet.height * scale > MOST_SIDE ||
      sheet.width * scale * sheet.height * scale > MOST_PIXELS)
    {
      g_set_error (error, COALITION_DRAWING_ERROR, COALITION_DRAWING_ERROR_SIZE,
                   _("The picture would be %.0f by %.0f pixels, which is too large. Choose a smaller scale, or write "
                     "SVG or PDF."),
                   sheet.width * scale, sheet.height * scale);
      return FALSE;
    }

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (sheet.width * scale),
                                        (int) ceil (sheet.height * scale));
  cr = cairo_create (surface);
  coalition_map_color_set (coalition_map_style_ground (self->theme), cr);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  paint_sheet (self, cr, &sheet);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append, bytes);
  cairo_surface_destroy (surface);

  return check (status, error) && save (path, bytes, error);
}

/* Cairo writes letters as outlines. Names go into the description, where search and screen readers find them. */
static void
insert_description (CoalitionMap *self,
                    GByteArray   *bytes)
{
  g_autoptr (GString) svg = g_string_new_len ((const char *) bytes->data, bytes->len);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *title = g_markup_escape_text (_("Network map"), -1);
  const char *tag = strstr (svg->str, "<svg");
  const char *end = tag ? strchr (tag, '>') : NULL;

  if (!end)
    return;
  g_string_append_printf (text, "\n<title>%s</title>\n<desc>\n", title);
  for (guint i = 0; i < self->n_parties; i++)
    {
      g_autofree char *name = NULL;

      if (coalition_map_party_is_absent (self, i))
        continue;
      name = g_markup_escape_text (self->parties[i].name, -1);
      g_string_append_printf (text, "%s\n", name);
    }
  for (guint i = 0; i < self->n_forums; i++)
    {
      g_autofree char *caption = coalition_map_forum_update (self, i) ? coalition_map_forum_dup_text (self, i) : NULL;
      g_autofree char *escaped = caption ? g_markup_escape_text (caption, -1) : NULL;

      if (escaped)
        g_string_append_printf (text, "%s\n", escaped);
    }
  g_string_append (text, "</desc>");
  g_string_insert (svg, end + 1 - svg->str, text->str);
  g_byte_array_set_size (bytes, 0);
  g_byte_array_append (bytes, (const guint8 *) svg->str, svg->len);
}

/**
 * coalition_map_write_png_at_most:
 * @self: a map
 * @path: of the file
 * @scale: pixels per map unit that are wanted
 *
 * Writes a picture of the whole map as coalition_map_write_png() does, but where it would be too large, with half of @scale,
 * or a quarter, and so on: the map of thousands of parties must still fit into a picture.
 *
 * Returns: %FALSE with @error set if the map is empty, the picture is too large however small, or it cannot be written
 */
gboolean
coalition_map_write_png_at_most (CoalitionMap *self,
                                 const char   *path,
                                 double        scale,
                                 GError      **error)
{
  for (; scale > LEAST_SCALE; scale /= 2)
    {
      g_autoptr (GError) failure = NULL;

      if (coalition_map_write_png (self, path, scale, &failure))
        return TRUE;
      if (!g_error_matches (failure, COALITION_DRAWING_ERROR, COALITION_DRAWING_ERROR_SIZE))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }

  return coalition_map_write_png (self, path, LEAST_SCALE, error);
}

/**
 * coalition_map_write_svg:
 *
 * Writes the whole map with its legend as a drawing. Its description names all parties.
 *
 * Returns: %FALSE with @error set if the map is empty or it cannot be written
 */
gboolean
coalition_map_write_svg (CoalitionMap *self,
                         const char   *path,
                         GError      **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;
  Sheet sheet;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  if (is_empty (self, error))
    return FALSE;
  sheet = plan (self);
  surface = cairo_svg_surface_create_for_stream (append, bytes, sheet.width, sheet.height);
  cr = cairo_create (surface);
  paint_sheet (self, cr, &sheet);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!check (status, error))
    return FALSE;
  insert_description (self, bytes);

  return save (path, bytes, error);
}

/**
 * coalition_map_write_pdf:
 * @width: of the page in points; 0 for a page as large as the map
 * @height: likewise
 *
 * Writes the whole map with its legend on one page. Text stays text.
 *
 * Returns: %FALSE with @error set if the map is empty, the page too small, or it cannot be written
 */
gboolean
coalition_map_write_pdf (CoalitionMap *self,
                         const char   *path,
                         double        width,
                         double        height,
                         GError      **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gboolean paper = self->theme == COALITION_MAP_PAPER;
  gboolean natural = width <= 0 || height <= 0;
  cairo_surface_t *surface;
  cairo_status_t status;
  double scale = 1;
  cairo_t *cr;
  Sheet sheet;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  if (is_empty (self, error))
    return FALSE;
  if (!natural && (width < 6 * SHEET_MARGIN || height < 6 * SHEET_MARGIN))
    {
      g_set_error_literal (error, COALITION_DRAWING_ERROR, COALITION_DRAWING_ERROR_SIZE,
                           _("The page is too small for a map."));
      return FALSE;
    }
  sheet = paper && !natural ? plan_paper (self, width, height) : plan (self);
  if (!paper)
    scale = natural ? 0.75 : MIN (MIN (width / sheet.width, height / sheet.height), 0.75);
  if (natural)
    {
      width = sheet.width * scale;
      height = sheet.height * scale;
    }

  surface = cairo_pdf_surface_create_for_stream (append, bytes, width, height);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, _("Network map"));
  cr = cairo_create (surface);
  coalition_map_color_set (coalition_map_style_ground (self->theme), cr);
  cairo_paint (cr);
  cairo_translate (cr, (width - sheet.width * scale) / 2, (height - sheet.height * scale) / 2);
  cairo_scale (cr, scale, scale);
  paint_sheet (self, cr, &sheet);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return check (status, error) && save (path, bytes, error);
}
