/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-print-table.h"
#include "report-fixture.h"

#include <cairo-pdf.h>
#include <locale.h>
#include <string.h>

/* Breaking over pages: what must stay together does, what cannot is broken between lines, and nothing is lost. */

#define WIDTH 480.0
#define HEIGHT 600.0
#define MARGIN 50.0

static char *
draw (CoalitionFlow *flow,
      const char    *name,
      guint         *n_pages)
{
  g_autofree char *file = g_strdup_printf ("%s.pdf", name);
  char *path = g_build_filename (g_getenv ("COALITION_REPORT_OUTPUT"), file, NULL);
  cairo_surface_t *surface = cairo_pdf_surface_create (path, WIDTH + 2 * MARGIN, HEIGHT + 2 * MARGIN);
  cairo_t *cr = cairo_create (surface);

  *n_pages = coalition_flow_paginate (flow);
  for (guint i = 0; i < *n_pages; i++)
    {
      coalition_flow_draw_page (flow, cr, i, MARGIN, MARGIN);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return path;
}

static const ReportWord *
find_word (GPtrArray  *words,
           const char *text)
{
  for (guint i = 0; i < words->len; i++)
    if (g_str_equal (((ReportWord *) words->pdata[i])->text, text))
      return words->pdata[i];
  g_error ("“%s” is not on the pages", text);
}

static guint
count_words (GPtrArray  *words,
             const char *text)
{
  guint n_words = 0;

  for (guint i = 0; i < words->len; i++)
    n_words += g_str_equal (((ReportWord *) words->pdata[i])->text, text);

  return n_words;
}

static CoalitionPrintTable *
new_table (guint n_rows)
{
  CoalitionPrintTable *table = coalition_print_table_new ();

  coalition_print_table_add_column (table, "Aheading", COALITION_PRINT_COLUMN_PLAIN);
  coalition_print_table_add_column (table, "Bheading", COALITION_PRINT_COLUMN_NO_WRAP | COALITION_PRINT_COLUMN_END);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *name = g_strdup_printf ("name%u", i);
      g_autofree char *number = g_strdup_printf ("number%u", i);
      guint row = coalition_print_table_add_row (table, FALSE);

      coalition_print_table_set_text (table, row, 0, name);
      coalition_print_table_set_text (table, row, 1, number);
    }

  return table;
}

static void
test_heads_repeat (void)
{
  g_autoptr (CoalitionTypesetter) setter = coalition_typesetter_new ();
  g_autoptr (CoalitionFlow) flow = coalition_flow_new (setter, WIDTH, HEIGHT);
  g_autoptr (CoalitionPrintTable) table = new_table (100);
  g_autoptr (GPtrArray) words = NULL;
  g_autofree char *pdf = NULL;
  guint n_pages;

  coalition_print_table_flow (table, flow, 0, FALSE);
  pdf = draw (flow, "flow-heads", &n_pages);
  words = report_fixture_words (pdf);
  g_assert_cmpuint (n_pages, >, 2);
  g_assert_cmpuint (count_words (words, "Aheading"), ==, n_pages);
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *name = g_strdup_printf ("name%u", i);

      g_assert_cmpuint (count_words (words, name), ==, 1);
    }
  report_fixture_assert_tidy (pdf);
}

static void
paint_nothing_cb (CoalitionTypesetter *setter,
                  cairo_t             *cr,
                  double               x,
                  double               y,
                  double               width,
                  double               height,
                  gpointer             data)
{
}

static void
add_filler (CoalitionFlow *flow,
            double         height)
{
  coalition_strip_add_painter (coalition_flow_append (flow), 0, WIDTH, height, paint_nothing_cb, NULL, NULL);
}

static void
test_blocks_stay_together (void)
{
  g_autoptr (CoalitionTypesetter) setter = coalition_typesetter_new ();
  g_autoptr (CoalitionFlow) flow = coalition_flow_new (setter, WIDTH, HEIGHT);
  g_autoptr (CoalitionPrintTable) table = new_table (12);
  g_autoptr (GPtrArray) words = NULL;
  g_autofree char *pdf = NULL;
  guint n_pages;

  add_filler (flow, 480);
  coalition_flow_heading (flow, "Kept", NULL);
  coalition_print_table_flow (table, flow, 0, TRUE);
  coalition_flow_last (flow)->keep_with_next = FALSE;
  add_filler (flow, 400);
  add_filler (flow, 400);
  pdf = draw (flow, "flow-blocks", &n_pages);
  words = report_fixture_words (pdf);
  g_assert_cmpuint (find_word (words, "name0")->page, ==, 2);
  g_assert_cmpuint (find_word (words, "name11")->page, ==, 2);
  g_assert_cmpuint (find_word (words, "Kept")->page, ==, 2);
  g_assert_cmpfloat (find_word (words, "Kept")->top, <, MARGIN + 10);
}

/* A chain that no page holds is broken all the same, but its heading goes with some of it. */
static void
test_endless_blocks_break (void)
{
  g_autoptr (CoalitionTypesetter) setter = coalition_typesetter_new ();
  g_autoptr (CoalitionFlow) flow = coalition_flow_new (setter, WIDTH, HEIGHT);
  g_autoptr (CoalitionPrintTable) table = new_table (150);
  g_autoptr (GPtrArray) words = NULL;
  g_autofree char *pdf = NULL;
  guint n_pages;

  add_filler (flow, 500);
  coalition_flow_heading (flow, "Kept", NULL);
  coalition_print_table_flow (table, flow, 0, TRUE);
  pdf = draw (flow, "flow-endless", &n_pages);
  words = report_fixture_words (pdf);
  g_assert_cmpuint (n_pages, >, 4);
  g_assert_cmpuint (find_word (words, "Kept")->page, ==, find_word (words, "name1")->page);
  g_assert_cmpuint (count_words (words, "name149"), ==, 1);
  report_fixture_assert_tidy (pdf);
}

static void
test_long_text_breaks_between_lines (void)
{
  g_autoptr (CoalitionTypesetter) setter = coalition_typesetter_new ();
  g_autoptr (CoalitionFlow) flow = coalition_flow_new (setter, WIDTH, HEIGHT);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) words = NULL;
  g_autofree char *pdf = NULL;
  guint n_pages;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, "%sw%u", i > 0 ? " " : "", i);
  coalition_flow_paragraph (flow, COALITION_TEXT_BODY, text->str, FALSE);
  pdf = draw (flow, "flow-long", &n_pages);
  words = report_fixture_words (pdf);
  g_assert_cmpuint (n_pages, >, 3);
  g_assert_cmpuint (words->len, ==, 3000);
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *word = g_strdup_printf ("w%u", i);

      g_assert_cmpstr (((ReportWord *) words->pdata[i])->text, ==, word);
    }
  report_fixture_assert_tidy (pdf);
}

/* Closer spacing is used if it saves a page, and only then. */
static void
test_spacing_saves_a_page (void)
{
  g_autoptr (CoalitionTypesetter) setter = coalition_typesetter_new ();
  g_autoptr (CoalitionFlow) flow = coalition_flow_new (setter, WIDTH, HEIGHT);
  g_autofree char *pdf = NULL;
  guint n_pages;

  for (guint i = 0; i < 12; i++)
    {
      add_filler (flow, 12);
      coalition_flow_last (flow)->below = 40;
    }
  pdf = draw (flow, "flow-spacing", &n_pages);
  g_assert_cmpuint (n_pages, ==, 1);
}

static void
test_right_to_left (void)
{
  g_autoptr (CoalitionTypesetter) setter = coalition_typesetter_new ();
  g_autoptr (CoalitionFlow) flow = NULL;
  g_autoptr (CoalitionPrintTable) table = new_table (3);
  g_autoptr (GPtrArray) words = NULL;
  g_autofree char *pdf = NULL;
  guint n_pages;

  coalition_typesetter_set_rtl (setter, TRUE);
  flow = coalition_flow_new (setter, WIDTH, HEIGHT);
  coalition_flow_heading (flow, "Mirrored", "note");
  coalition_print_table_flow (table, flow, 0, FALSE);
  pdf = draw (flow, "flow-rtl", &n_pages);
  words = report_fixture_words (pdf);
  g_assert_cmpfloat_with_epsilon (find_word (words, "Mirrored")->right, MARGIN + WIDTH, 1.5);
  g_assert_cmpfloat_with_epsilon (find_word (words, "name0")->right, MARGIN + WIDTH, 1.5);
  g_assert_cmpfloat_with_epsilon (find_word (words, "number0")->left, MARGIN, 1.5);
  g_assert_cmpfloat_with_epsilon (find_word (words, "note")->left, MARGIN, 1.5);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flow/heads", test_heads_repeat);
  g_test_add_func ("/flow/blocks", test_blocks_stay_together);
  g_test_add_func ("/flow/endless-blocks", test_endless_blocks_break);
  g_test_add_func ("/flow/long-text", test_long_text_breaks_between_lines);
  g_test_add_func ("/flow/spacing", test_spacing_saves_a_page);
  g_test_add_func ("/flow/right-to-left", test_right_to_left);

  return g_test_run ();
}
