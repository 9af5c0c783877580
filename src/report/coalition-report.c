/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-report.h"

#include "coalition-clock.h"
#include "coalition-figures.h"
#include "coalition-sheet.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/**
 * CoalitionReport:
 *
 * A document on pages: what is printed, previewed and written as PDF. One code draws all three. A report belongs to
 * the thread that made it.
 */
struct _CoalitionReport
{
  GObject parent_instance;

  char *kind;
  char *title;
  char *author;
  gboolean partner_copy;
  gboolean plain; /* without a head of the document: pages speak for themselves */
  CoalitionReportBuilder builder;
  gpointer data;
  GDestroyNotify destroy;

  CoalitionTypesetter *setter;
  CoalitionFlow *flow;
  CoalitionSheet page;
  guint n_pages;
};

G_DEFINE_QUARK (coalition-report-error-quark, coalition_report_error)
G_DEFINE_FINAL_TYPE (CoalitionReport, coalition_report, G_TYPE_OBJECT)

static void
coalition_report_finalize (GObject *object)
{
  CoalitionReport *self = COALITION_REPORT (object);

  g_clear_pointer (&self->flow, coalition_flow_free);
  g_clear_pointer (&self->setter, coalition_typesetter_free);
  if (self->destroy != NULL)
    self->destroy (self->data);
  g_free (self->kind);
  g_free (self->title);
  g_free (self->author);

  G_OBJECT_CLASS (coalition_report_parent_class)->finalize (object);
}

static void
coalition_report_class_init (CoalitionReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = coalition_report_finalize;
}

static void
coalition_report_init (CoalitionReport *self)
{
  self->setter = coalition_typesetter_new ();
}

static const char *
mark_of (CoalitionReport *self)
{
  return self->partner_copy ? _("Partner copy") : _("Our copy");
}

/* Kind of document, title and copy mark: the head of the first page. */
static void
build_title (CoalitionReport *self,
             CoalitionFlow   *flow)
{
  double width = coalition_flow_get_width (flow);
  double mark_width;
  CoalitionStrip *strip;

  coalition_typesetter_measure (self->setter, COALITION_TEXT_SMALL_BOLD, mark_of (self), FALSE, &mark_width, NULL);
  mark_width += 14;
  strip = coalition_flow_append (flow);
  strip->keep_with_next = TRUE;
  coalition_strip_add_text (strip, 0, width - mark_width - 12, COALITION_TEXT_SMALL_BOLD, self->kind);
  coalition_strip_add_painter (strip, width - mark_width, mark_width, 1, coalition_figure_copy_mark,
                               g_strdup (mark_of (self)), g_free);
  strip = coalition_flow_append (flow);
  strip->above = 3;
  strip->below = 5;
  strip->rule_below = 1.1;
  coalition_strip_add_text (strip, 0, width - mark_width - 12, COALITION_TEXT_TITLE, self->title);
}

/**
 * coalition_report_new:
 * @kind: what kind of document it is, as people call it
 * @title: its title
 * @author: (nullable): the organization that made it, never a person
 * @partner_copy: whether it is for others; the builder leaves out what is private, and every page says so
 * @builder: writes it
 * @data: for @builder
 * @destroy: (nullable): frees @data
 *
 * Makes a report.
 *
 * Returns: (transfer full): a report
 */
CoalitionReport *
coalition_report_new (const char             *kind,
                      const char             *title,
                      const char             *author,
                      gboolean                partner_copy,
                      CoalitionReportBuilder  builder,
                      gpointer                data,
                      GDestroyNotify          destroy)
{
  CoalitionReport *self = g_object_new (COALITION_TYPE_REPORT, NULL);

  self->kind = g_strdup (kind);
  self->title = g_strdup (title);
  self->author = g_strdup (author);
  self->partner_copy = partner_copy;
  self->builder = builder;
  self->data = data;
  self->destroy = destroy;

  return self;
}

/**
 * coalition_report_get_title:
 * @self: a report
 *
 * Its title, for the name of a print job or a file.
 *
 * Returns: the title
 */
const char *
coalition_report_get_title (CoalitionReport *self)
{
  return self->title;
}

/**
 * coalition_report_set_plain:
 * @self: a report
 *
 * Leaves out the head of the document: every page has a heading of its own, and the running head from the first on.
 */
void
coalition_report_set_plain (CoalitionReport *self)
{
  self->plain = TRUE;
}

/**
 * coalition_report_paginate:
 * @self: a report
 * @width: width of the sheet in points
 * @height: its height
 *
 * Sets the document for a sheet and breaks it over pages. The margins are the report's own: give it the whole sheet.
 *
 * Returns: the number of pages, at least one
 */
guint
coalition_report_paginate (CoalitionReport *self,
                           double           width,
                           double           height)
{
  g_clear_pointer (&self->flow, coalition_flow_free);
  coalition_sheet_init (&self->page, width, height);
  self->flow = coalition_flow_new (self->setter, self->page.text_width, self->page.text_height);
  if (!self->plain)
    build_title (self, self->flow);
  self->builder (self->flow, self->data);
  self->n_pages = coalition_flow_paginate (self->flow);

  return self->n_pages;
}

/**
 * coalition_report_is_page_turned:
 * @self: a report that was paginated
 * @page: which page, from 0
 *
 * Whether a page is set with the sheet turned on its side, as a large map is.
 *
 * Returns: %TRUE if its text runs along the long edge
 */
gboolean
coalition_report_is_page_turned (CoalitionReport *self,
                                 guint            page)
{
  g_return_val_if_fail (self->flow != NULL && page < self->n_pages, FALSE);

  return coalition_flow_is_turned (self->flow, page);
}

/**
 * coalition_report_draw_upright:
 * @self: a report that was paginated
 * @cr: a context in points, origin at the corner of the sheet as one reads it
 * @page: which page, from 0
 *
 * Draws a page as one reads it: a turned page on a sheet of which width and height have changed places.
 */
void
coalition_report_draw_upright (CoalitionReport *self,
                               cairo_t         *cr,
                               guint            page)
{
  CoalitionSheetFurniture furniture = {
    .head_start = self->title,
    .head_end = self->kind,
    .head_on_first = self->plain,
    .mark = mark_of (self),
    .mark_reason = self->partner_copy ? _("Made to be shared with partners.")
                                      : _("Holds trust and other judgements: not to be passed on."),
  };
  CoalitionSheet sheet = self->page;

  g_return_if_fail (self->flow != NULL && page < self->n_pages);

  if (coalition_flow_is_turned (self->flow, page))
    {
      coalition_sheet_init (&sheet, self->page.height, self->page.width);
      coalition_sheet_draw_furniture (&sheet, self->setter, cr, &furniture, page, self->n_pages);
      coalition_flow_draw_turned (self->flow, cr, page, sheet.left, sheet.top, sheet.text_width, sheet.text_height);
      return;
    }
  coalition_sheet_draw_furniture (&sheet, self->setter, cr, &furniture, page, self->n_pages);
  coalition_flow_draw_page (self->flow, cr, page, sheet.left, sheet.top);
}

/**
 * coalition_report_draw_page:
 * @self: a report that was paginated
 * @cr: a context in points, origin at the corner of the sheet
 * @page: which page, from 0
 *
 * Draws a page, with head and foot, on a sheet that is held as all others: what is turned lies on its side.
 */
void
coalition_report_draw_page (CoalitionReport *self,
                            cairo_t         *cr,
                            guint            page)
{
  g_return_if_fail (self->flow != NULL && page < self->n_pages);

  cairo_save (cr);
  if (coalition_flow_is_turned (self->flow, page))
    {
      cairo_translate (cr, 0, self->page.height);
      cairo_rotate (cr, -G_PI / 2);
    }
  coalition_report_draw_upright (self, cr, page);
  cairo_restore (cr);
}

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
describe_pdf (CoalitionReport *self,
              cairo_surface_t *surface)
{
  g_autofree char *now = coalition_clock_now ();
  const char *heading;
  guint page;
  double y;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, self->kind);
  if (self->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, self->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Coalition " COALITION_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, now);

  for (guint i = 0; coalition_flow_get_outline (self->flow, i, &heading, &page, &y); i++)
    {
      char x_text[G_ASCII_DTOSTR_BUF_SIZE], y_text[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *link = NULL;

      g_ascii_formatd (x_text, sizeof x_text, "%.1f", self->page.left);
      g_ascii_formatd (y_text, sizeof y_text, "%.1f", self->page.top + y);
      link = g_strdup_printf ("page=%u pos=[%s %s]", page + 1, x_text, y_text);
      cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, heading, link, 0);
    }
}

/**
 * coalition_report_write_bytes:
 * @self: a report
 * @paper: "A4" or "Letter"
 * @error: return location for an error
 *
 * Makes a PDF: text stays text, fonts are embedded, every section is in the outline.
 *
 * Returns: (transfer full) (nullable): the file's bytes, or %NULL with @error set
 */
GBytes *
coalition_report_write_bytes (CoalitionReport  *self,
                              const char       *paper,
                              GError          **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;
  double width, height;
  guint n_pages;

  if (!coalition_sheet_size (paper, &width, &height))
    {
      g_set_error (error, COALITION_REPORT_ERROR, COALITION_REPORT_ERROR_PAPER,
                   _("There is no paper called “%s”: choose A4 or Letter"), paper);
      return NULL;
    }

  n_pages = coalition_report_paginate (self, width, height);
  surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, width, height);
  cr = cairo_create (surface);
  describe_pdf (self, surface);
  for (guint i = 0; i < n_pages; i++)
    {
      gboolean turned = coalition_flow_is_turned (self->flow, i);

      cairo_pdf_surface_set_size (surface, turned ? height : width, turned ? width : height);
      cairo_save (cr);
      coalition_report_draw_upright (self, cr, i);
      cairo_restore (cr);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, COALITION_REPORT_ERROR, COALITION_REPORT_ERROR_DRAWING,
                   _("The pages could not be drawn: %s"), cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * coalition_report_write_pdf:
 * @self: a report
 * @path: where the PDF goes
 * @paper: "A4" or "Letter"
 * @error: return location for an error
 *
 * Writes a PDF, replacing the file at @path as a whole or not at all.
 *
 * Returns: %FALSE with @error set if it could not be written
 */
gboolean
coalition_report_write_pdf (CoalitionReport  *self,
                            const char       *path,
                            const char       *paper,
                            GError          **error)
{
  g_autoptr (GBytes) bytes = coalition_report_write_bytes (self, paper, error);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  if (bytes == NULL)
    return FALSE;

  return g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE,
                                  G_FILE_CREATE_NONE, NULL, NULL, error);
}
