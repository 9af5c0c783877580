/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-map-private.h"
#include "drawing-fixture.h"
#include "layout-fixture.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

/* Files as another program reads them. */

static char *folder;

static char *
in_folder (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static char *
run (const char *program,
     const char *option,
     const char *path)
{
  const char *plain[] = { g_getenv (program), path, NULL };
  const char *with_option[] = { g_getenv (program), option, path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  g_spawn_sync (NULL, (char **) (option ? with_option : plain), NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));

  return output;
}

/* Text without its blanks, so that names that were broken to lines can be found. */
static char *
flatten (const char *text)
{
  GString *flat = g_string_new (NULL);

  for (; *text; text++)
    if (!g_ascii_isspace (*text))
      g_string_append_c (flat, *text);

  return g_string_free (flat, FALSE);
}

typedef struct {
  CoalitionBox box;
  char *text;
} Word;

static void
clear_word (gpointer data)
{
  g_free (((Word *) data)->text);
}

static double
attribute (const char *tag,
           const char *name)
{
  const char *at = strstr (tag, name);

  g_assert_nonnull (at);

  return g_ascii_strtod (at + strlen (name) + 2, NULL);
}

static GArray *
words_of (const char *path)
{
  g_autofree char *output = run ("PDFTOTEXT", "-bbox", path);
  GArray *words = g_array_new (FALSE, TRUE, sizeof (Word));

  g_array_set_clear_func (words, clear_word);
  for (const char *tag = strstr (output, "<word "); tag; tag = strstr (tag + 1, "<word "))
    {
      const char *start = strchr (tag, '>') + 1;
      g_autofree char *raw = g_strndup (start, strchr (start, '<') - start);
      Word word = { { attribute (tag, "xMin"), attribute (tag, "yMin"), attribute (tag, "xMax"), attribute (tag, "yMax") },
                    NULL };
      g_auto (GStrv) parts = g_strsplit (raw, "&amp;", -1);

      word.text = g_strjoinv ("&", parts);
      g_array_append_val (words, word);
    }

  return words;
}

/* The words of the names on the map stand apart: two boxes meet only if both belong to one name. A word's box is higher
 * than its letters, so the rows of one name may touch, and a hair is allowed. */
static void
assert_names_apart (const char       *path,
                    CoalitionNetwork *network,
                    double            legend_top)
{
  g_autoptr (GArray) words = words_of (path);
  g_autoptr (GString) seen = g_string_new (NULL);
  const CoalitionNetworkParty *parties;
  guint n_parties;

  parties = coalition_network_get_parties (network, &n_parties);
  for (guint i = 0; i < words->len; i++)
    {
      const Word *one = &g_array_index (words, Word, i);

      g_string_append (seen, one->text);
      if (one->box.bottom > legend_top)
        continue;
      for (guint j = i + 1; j < words->len; j++)
        {
          const Word *other = &g_array_index (words, Word, j);
          double x = MIN (one->box.right, other->box.right) - MAX (one->box.left, other->box.left);
          double y = MIN (one->box.bottom, other->box.bottom) - MAX (one->box.top, other->box.top);
          gboolean together = FALSE;

          if (x < 0.5 || y < 0.5)
            continue;
          for (guint k = 0; k < n_parties; k++)
            together |= strstr (parties[k].name, one->text) && strstr (parties[k].name, other->text);
          if (!together || y > 3)
            g_error ("“%s” and “%s” overlap by %.1f x %.1f", one->text, other->text, x, y);
        }
    }
  for (guint i = 0; i < n_parties; i++)
    {
      g_autofree char *name = flatten (parties[i].name);

      if (!strstr (seen->str, name))
        g_error ("“%s” is not on the page: %s", name, seen->str);
    }
}

static void
test_pdf (void)
{
  g_autoptr (CoalitionNetwork) network = drawing_fixture_sample ();
  static const struct {
    double width, height;
  } pages[] = { { 0, 0 }, { 595, 842 }, { 842, 595 } };

  for (int theme = COALITION_MAP_LIGHT; theme <= COALITION_MAP_PAPER; theme++)
    for (guint page = 0; page < G_N_ELEMENTS (pages); page++)
      {
        g_autoptr (CoalitionMap) map = coalition_map_new (network, theme, NULL);
        g_autofree char *path = in_folder ("map.pdf");
        g_autofree char *info = NULL;
        g_autoptr (GError) error = NULL;

        coalition_map_write_pdf (map, path, pages[page].width, pages[page].height, &error);
        g_assert_no_error (error);
        info = run ("PDFINFO", NULL, path);
        g_assert_nonnull (strstr (info, "Pages:           1"));
        g_assert_nonnull (strstr (info, "Network map"));
        g_assert_null (strstr (info, "Author"));
        if (pages[page].width > 0)
          {
            g_autofree char *size = g_strdup_printf ("%.0f x %.0f pts", pages[page].width, pages[page].height);

            g_assert_nonnull (strstr (info, size));
          }
        if (theme == COALITION_MAP_PAPER)
          assert_names_apart (path, network, pages[page].height > 0 ? pages[page].height - 130 : 10000);
      }
}

/* Twenty-seven real organizations with long names, a third of a page. */
static void
test_real (void)
{
  g_autofree char *data = g_test_build_filename (G_TEST_DIST, "data", "emon", NULL);
  static const char *const networks[] = { "MtStHelens", "Cheyenne", "Texas" };

  for (guint i = 0; i < G_N_ELEMENTS (networks); i++)
    {
      g_autoptr (LayoutFixture) fixture = layout_fixture_new_emon (data, networks[i]);
      g_autoptr (CoalitionMap) map = coalition_map_new (fixture->network, COALITION_MAP_PAPER, NULL);
      g_autofree char *path = in_folder ("real.pdf");
      cairo_surface_t *surface = cairo_pdf_surface_create (path, 500, 400);
      cairo_t *cr = cairo_create (surface);

      g_assert_true (coalition_map_paint_fitted (map, cr, 9, 9, 482, 340));
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
      assert_names_apart (path, fixture->network, 10000);
    }
}

static void
test_png (void)
{
  g_autoptr (CoalitionNetwork) network = drawing_fixture_sample ();
  g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_DARK, NULL);
  g_autofree char *path = in_folder ("map.png");
  g_autoptr (GError) error = NULL;
  int widths[2];

  for (int scale = 1; scale <= 2; scale++)
    {
      cairo_surface_t *surface;

      coalition_map_write_png (map, path, scale, &error);
      g_assert_no_error (error);
      surface = cairo_image_surface_create_from_png (path);
      g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
      widths[scale - 1] = cairo_image_surface_get_width (surface);
      cairo_surface_destroy (surface);
    }
  g_assert_cmpint (abs (widths[1] - 2 * widths[0]), <=, 2);
  g_assert_false (coalition_map_write_png (map, path, 100, &error));
  g_assert_error (error, COALITION_DRAWING_ERROR, COALITION_DRAWING_ERROR_SIZE);
  g_clear_error (&error);
  g_assert_true (coalition_map_write_png_at_most (map, path, 100, &error));
  g_assert_no_error (error);
}

static void
test_svg (void)
{
  g_autoptr (CoalitionNetwork) network = drawing_fixture_sample ();
  g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_LIGHT, NULL);
  static const GMarkupParser nothing = { 0 };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&nothing, 0, NULL, NULL);
  g_autofree char *path = in_folder ("map.svg");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  coalition_map_write_svg (map, path, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  g_markup_parse_context_parse (context, text, length, &error);
  g_markup_parse_context_end_parse (context, error ? NULL : &error);
  g_assert_no_error (error);
  for (guint i = 0; i < map->n_parties; i++)
    g_assert_nonnull (strstr (text, map->parties[i].name));
}

static void
test_empty (void)
{
  g_autoptr (CoalitionNetwork) network = coalition_network_new_from (NULL, 0, NULL, 0);
  g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_LIGHT, NULL);
  g_autofree char *path = in_folder ("empty.svg");
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface;

  g_assert_false (coalition_map_write_svg (map, path, &error));
  g_assert_error (error, COALITION_DRAWING_ERROR, COALITION_DRAWING_ERROR_EMPTY);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  surface = coalition_map_render (map, 50, 50, 1, 0, 0, NULL, NULL);
  g_assert_nonnull (surface);
  cairo_surface_destroy (surface);
}

static void
test_not_writable (void)
{
  g_autoptr (CoalitionNetwork) network = drawing_fixture_sample ();
  g_autoptr (CoalitionMap) map = coalition_map_new (network, COALITION_MAP_LIGHT, NULL);
  g_autofree char *path = in_folder ("no/such/folder/map.png");
  g_autoptr (GError) error = NULL;

  g_assert_false (coalition_map_write_png (map, path, 1, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

static char *
legend_text (CoalitionMap *map,
             gboolean      strip)
{
  g_autofree char *path = in_folder ("legend.pdf");
  cairo_surface_t *surface = cairo_pdf_surface_create (path, 700, 400);
  cairo_t *cr = cairo_create (surface);

  if (strip)
    coalition_map_paint_legend_strip (map, cr, 690);
  else
    coalition_map_paint_legend (map, cr, 500);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return run ("PDFTOTEXT", "-raw", path);
}

/* The legend lists what is on the map, all of it and nothing else. */
static void
test_legend (void)
{
  static const char *const all[] = { "Affected people", "Connectors", "Organizations", "Our organization", "Decision-maker",
                                     "Gatekeeper", "Open difference", "Review overdue", "Know each other",
                                     "Knows, refers, informs", "Works together", "Member of, serves", "Funds, influences",
                                     "Opposes", "Prospective", "Dormant", "Thicker: stronger", "Agreement" };
  g_autoptr (CoalitionNetwork) sample = drawing_fixture_sample ();
  CoalitionNetworkParty parties[] = { { .id = "a", .name = "A", .placed = TRUE },
                                      { .id = "b", .name = "B", .placed = TRUE, .x = 300, .level = 2,
                                        .marks = COALITION_MARK_GATEKEEPER } };
  CoalitionNetworkTie ties[] = { { .id = "t", .kind = "funds", .from = 1, .to = 0, .family = COALITION_TIE_POWER, .strength = 3 },
                                 { .id = "u", .kind = "opposes", .from = 1, .to = 0, .family = COALITION_TIE_OPPOSES,
                                   .status = COALITION_TIE_ENDED, .strength = 1 } };
  static const char *const few[] = { "Affected people", "Organizations", "Gatekeeper", "Funds, influences", NULL };
  g_autoptr (CoalitionNetwork) small = coalition_network_new_from (parties, 2, ties, 2);

  for (int theme = COALITION_MAP_LIGHT; theme <= COALITION_MAP_PAPER; theme++)
    for (int strip = 0; strip < 2; strip++)
      {
        g_autoptr (CoalitionMap) map = coalition_map_new (sample, theme, NULL);
        g_autoptr (CoalitionMap) other = coalition_map_new (small, theme, NULL);
        g_autofree char *text = legend_text (map, strip);
        g_autofree char *less = legend_text (other, strip);
        double height, lower;

        for (guint i = 0; i < G_N_ELEMENTS (all); i++)
          {
            g_assert_nonnull (strstr (text, all[i]));
            g_assert_cmpint (strstr (less, all[i]) != NULL, ==, g_strv_contains (few, all[i]));
          }
        if (strip)
          {
            coalition_map_measure_legend_strip (map, 690, &height);
            coalition_map_measure_legend_strip (other, 690, &lower);
          }
        else
          {
            coalition_map_measure_legend (map, 500, &height);
            coalition_map_measure_legend (other, 500, &lower);
          }
        g_assert_cmpfloat (lower, <, height);
        g_assert_cmpfloat (lower, >, 10);
      }
}

int
main (int   argc,
      char *argv[])
{
  static const char *const names[] = { "map.pdf", "real.pdf", "map.png", "map.svg", "legend.pdf" };
  int result;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("coalition-map-XXXXXX", NULL);
  g_test_add_func ("/drawing/files/pdf", test_pdf);
  g_test_add_func ("/drawing/files/real", test_real);
  g_test_add_func ("/drawing/files/png", test_png);
  g_test_add_func ("/drawing/files/svg", test_svg);
  g_test_add_func ("/drawing/files/empty", test_empty);
  g_test_add_func ("/drawing/files/not-writable", test_not_writable);
  g_test_add_func ("/drawing/files/legend", test_legend);
  result = g_test_run ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = in_folder (names[i]);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);

  return result;
}
