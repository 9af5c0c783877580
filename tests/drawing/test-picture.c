/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-picture.h"
#include "drawing-fixture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

/* Pictures come from strangers. */

static gboolean
contains (GBytes     *bytes,
          const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i + strlen (text) <= size; i++)
    if (memcmp (data + i, text, strlen (text)) == 0)
      return TRUE;

  return FALSE;
}

/* A JPEG of colored noise, with an orientation tag and a place in its metadata. */
static GBytes *
make_photograph (int     width,
                 int     height,
                 guint16 orientation)
{
  static const guchar head[] = { 'E', 'x', 'i', 'f', 0, 0, 'I', 'I', 42, 0, 8, 0, 0, 0, 2, 0 };
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  GByteArray *file = g_byte_array_new ();
  guchar tags[] = { 0x12, 1, 3, 0, 1, 0, 0, 0, orientation & 0xff, 0, 0, 0,    /* orientation */
                    0x0e, 1, 2, 0, 18, 0, 0, 0, 38, 0, 0, 0, 0, 0, 0, 0 };     /* description, at 38 */
  const char place[] = "Harbour Street 12";
  guint16 length = 2 + sizeof head + sizeof tags + sizeof place;
  guchar marker[] = { 0xff, 0xd8, 0xff, 0xe1, length >> 8, length & 0xff };
  gsize size;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        guchar *pixel = gdk_pixbuf_get_pixels (pixbuf) + y * gdk_pixbuf_get_rowstride (pixbuf) + 3 * x;

        /* The top is red, the rest green, with noise. */
        pixel[0] = y < height / 4 ? 230 : 20;
        pixel[1] = y < height / 4 ? 20 : g_rand_int_range (random, 90, 255);
        pixel[2] = g_rand_int_range (random, 0, 60);
      }
  gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "jpeg", &error, "quality", "90", NULL);
  g_assert_no_error (error);
  g_byte_array_append (file, marker, sizeof marker);
  g_byte_array_append (file, head, sizeof head);
  g_byte_array_append (file, tags, sizeof tags);
  g_byte_array_append (file, (const guchar *) place, sizeof place);
  g_byte_array_append (file, (const guchar *) data + 2, size - 2);

  return g_byte_array_free_to_bytes (file);
}

static void
test_photograph (void)
{
  g_autoptr (GBytes) file = make_photograph (3000, 1500, 6);
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GError) error = NULL;
  const char *media_type = NULL;
  cairo_surface_t *surface;
  guint width = 0, height = 0;
  guint32 right, left;

  g_assert_true (contains (file, "Harbour Street 12"));
  kept = coalition_picture_prepare (file, &media_type, &width, &height, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (media_type, ==, "image/jpeg");
  /* Turned to the right, and made smaller. */
  g_assert_cmpuint (height, <=, COALITION_PICTURE_SIDE);
  g_assert_cmpuint (height, >, 1000);
  g_assert_cmpuint (ABS ((int) height - 2 * (int) width), <=, 2);
  g_assert_cmpuint (g_bytes_get_size (kept), <=, COALITION_PICTURE_BYTES);
  g_assert_false (contains (kept, "Harbour Street"));
  g_assert_false (contains (kept, "Exif"));

  surface = coalition_picture_decode (kept, &error);
  g_assert_no_error (error);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, width);
  /* What was on top is now on the right. */
  right = *(const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface) +
                                               cairo_image_surface_get_stride (surface) * (height / 2) + 4 * (width - 5));
  left = *(const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface) +
                                              cairo_image_surface_get_stride (surface) * (height / 2) + 4 * 5);
  g_assert_cmpuint (right >> 16 & 0xff, >, 180);
  g_assert_cmpuint (left >> 16 & 0xff, <, 80);
  cairo_surface_destroy (surface);
}

static void
test_see_through (void)
{
  g_autoptr (GBytes) file = drawing_fixture_png (300, 200, TRUE);
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GError) error = NULL;
  const char *media_type = NULL;
  cairo_surface_t *one, *other;
  guint width = 0, height = 0;

  kept = coalition_picture_prepare (file, &media_type, &width, &height, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (media_type, ==, "image/png");
  g_assert_cmpuint (width, ==, 300);
  g_assert_cmpuint (height, ==, 200);
  one = coalition_picture_decode (kept, &error);
  g_assert_no_error (error);
  other = coalition_picture_decode (kept, &error);
  /* Surfaces of their own, for two threads; pixels that were decoded once. */
  g_assert_true (one != other);
  g_assert_true (cairo_image_surface_get_data (one) == cairo_image_surface_get_data (other));
  g_assert_cmphex (*(const guint32 *) (gconstpointer) cairo_image_surface_get_data (one), ==, 0);
  cairo_surface_destroy (one);
  cairo_surface_destroy (other);
}

static void
check_refused (const guchar *data,
               gsize         size,
               int           code)
{
  g_autoptr (GBytes) file = g_bytes_new (data, size);
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GError) error = NULL;
  const char *media_type;
  guint width, height;

  kept = coalition_picture_prepare (file, &media_type, &width, &height, &error);
  g_assert_null (kept);
  g_assert_error (error, COALITION_PICTURE_ERROR, code);
  g_clear_error (&error);
  g_assert_null (coalition_picture_decode (file, &error));
  g_assert_error (error, COALITION_PICTURE_ERROR, code);
}

static void
test_garbage (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (9);
  g_autoptr (GBytes) png = drawing_fixture_png (64, 64, FALSE);
  guchar noise[4096];

  for (guint i = 0; i < sizeof noise; i++)
    noise[i] = (guchar) g_rand_int (random);
  check_refused (noise, sizeof noise, COALITION_PICTURE_ERROR_FORMAT);
  check_refused ((const guchar *) "", 0, COALITION_PICTURE_ERROR_FORMAT);
  check_refused (g_bytes_get_data (png, NULL), 40, COALITION_PICTURE_ERROR_FORMAT);
}

/* A file of a few bytes whose header promises 3.6 thousand million pixels. */
static void
test_bomb (void)
{
  static const guchar bomb[] = {
    0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R',
    0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60, 8, 2, 0, 0, 0, 0x0d, 0x09, 0xc1, 0x8e,
    0, 0, 0, 12, 'I', 'D', 'A', 'T', 0x78, 0x9c, 0x63, 0, 0, 0, 2, 0, 1, 0x48, 0xaf, 0xa4, 0x71, 0, 0, 0, 0,
  };
  guchar right[sizeof bomb];
  guint32 crc = 0xffffffff;

  /* The check sum of the header has to be right, or else it is not even read. */
  memcpy (right, bomb, sizeof bomb);
  for (guint i = 12; i < 29; i++)
    {
      crc ^= right[i];
      for (int bit = 0; bit < 8; bit++)
        crc = crc & 1 ? crc >> 1 ^ 0xedb88320 : crc >> 1;
    }
  crc = ~crc;
  for (int i = 0; i < 4; i++)
    right[29 + i] = crc >> (24 - 8 * i) & 0xff;
  check_refused (right, sizeof right, COALITION_PICTURE_ERROR_SIZE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/picture/photograph", test_photograph);
  g_test_add_func ("/drawing/picture/see-through", test_see_through);
  g_test_add_func ("/drawing/picture/garbage", test_garbage);
  g_test_add_func ("/drawing/picture/bomb", test_bomb);

  return g_test_run ();
}
