/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

G_DEFINE_QUARK (coalition-picture-error-quark, coalition_picture_error)

/* Pictures come from anywhere: cameras, the Web, somebody's mail. Only the pixels are kept; what a file tells besides
 * (where a photograph was taken, with which camera, by whom) never reaches a campaign. */

/* The size of a picture stands at its beginning: the first pieces given to the decoder are small, so that it is known
 * before much is decoded. */
#define PIECE 8192

/* A drawing of few colors is smaller and sharper as PNG; a photograph is not. */
#define PNG_BYTES (300 * 1024)

/* Decoded pictures that are kept, in bytes of pixels. */
#define KEPT_BYTES (96 * 1024 * 1024)

typedef struct {
  int width;
  int height;
  gboolean too_large;
} Header;

typedef struct {
  GBytes *bytes;
  cairo_surface_t *surface;
  gsize size;
} Kept;

static GMutex kept_lock;
static GQueue kept = G_QUEUE_INIT; /* of Kept, the last used first */
static gsize kept_size;

static gboolean
is_too_large (int width,
              int height)
{
  return (double) width * height > COALITION_PICTURE_MOST_PIXELS;
}

static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  gpointer         data)
{
  Header *header = data;

  header->width = width;
  header->height = height;
  header->too_large = is_too_large (width, height);
  /* A size of nothing makes decoders give up before they ask for memory. */
  if (header->too_large || width <= 0 || height <= 0)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
  else if (MAX (width, height) > 2 * COALITION_PICTURE_SIDE)
    {
      double share = 2.0 * COALITION_PICTURE_SIDE / MAX (width, height);

      /* JPEG can be decoded smaller than it is, which spares most of the memory. */
      gdk_pixbuf_loader_set_size (loader, MAX ((int) lround (width * share), 1), MAX ((int) lround (height * share), 1));
    }
}

static gboolean
feed (GdkPixbufLoader *loader,
      GBytes          *file,
      Header          *header,
      GError         **error)
{
  gsize size;
  const guchar *data = g_bytes_get_data (file, &size);

  for (gsize at = 0; at < size; at += PIECE)
    {
      if (header->too_large)
        return TRUE;
      if (!gdk_pixbuf_loader_write (loader, data + at, MIN (PIECE, size - at), error))
        return FALSE;
    }

  return TRUE;
}

static GdkPixbuf *
load (GBytes  *file,
      GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autoptr (GError) local_error = NULL;
  GdkPixbuf *pixbuf = NULL;
  Header header = { 0 };
  gboolean fed;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &header);
  fed = feed (loader, file, &header, &local_error);
  /* A loader has to be closed whatever happened; what it says then only matters if all went well before. */
  if (!gdk_pixbuf_loader_close (loader, fed && !header.too_large ? &local_error : NULL))
    fed = FALSE;
  if (header.too_large)
    {
      g_set_error (error, COALITION_PICTURE_ERROR, COALITION_PICTURE_ERROR_SIZE,
                   _("The picture has %d by %d pixels, which is too large. Make it smaller and try again."), header.width,
                   header.height);
      return NULL;
    }
  if (fed)
    pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (!pixbuf)
    {
      g_set_error (error, COALITION_PICTURE_ERROR, COALITION_PICTURE_ERROR_FORMAT,
                   _("This is not a picture that can be read: %s"),
                   local_error ? local_error->message : _("the file is not complete"));
      return NULL;
    }
  if (gdk_pixbuf_get_width (pixbuf) < 1 || gdk_pixbuf_get_height (pixbuf) < 1 ||
      is_too_large (gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf)))
    {
      g_set_error_literal (error, COALITION_PICTURE_ERROR, COALITION_PICTURE_ERROR_SIZE, _("The picture has no size."));
      return NULL;
    }

  return gdk_pixbuf_apply_embedded_orientation (pixbuf);
}

static gboolean
is_see_through (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  int stride = gdk_pixbuf_get_rowstride (pixbuf);
  const guchar *pixels;

  if (!gdk_pixbuf_get_has_alpha (pixbuf))
    return FALSE;
  pixels = gdk_pixbuf_read_pixels (pixbuf);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if (pixels[(gsize) y * stride + 4 * x + 3] < 255)
        return TRUE;

  return FALSE;
}

static GdkPixbuf *
scale (GdkPixbuf *pixbuf,
       double     share)
{
  int width = MAX ((int) lround (gdk_pixbuf_get_width (pixbuf) * share), 1);
  int height = MAX ((int) lround (gdk_pixbuf_get_height (pixbuf) * share), 1);

  return gdk_pixbuf_scale_simple (pixbuf, width, height, GDK_INTERP_HYPER);
}

static GBytes *
encode (GdkPixbuf   *pixbuf,
        const char  *type,
        const char  *quality,
        GError     **error)
{
  g_autofree char *data = NULL;
  gsize size = 0;
  gboolean done;

  /* Only pixels are written: no option of the pixbuf, so none of its texts. */
  if (quality)
    done = gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, type, error, "quality", quality, NULL);
  else
    done = gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, type, error, NULL);

  return done ? g_bytes_new_take (g_steal_pointer (&data), size) : NULL;
}

/**
 * coalition_picture_prepare:
 * @file: the bytes of a file in any format that GdkPixbuf reads
 * @media_type: (out): "image/png" or "image/jpeg"
 * @width: (out): of the result, in pixels
 * @height: (out): likewise
 *
 * Makes a picture fit to be kept in a campaign. It is turned as its orientation tag says and scaled down to
 * COALITION_PICTURE_SIDE; of what the file tells besides its pixels nothing is left. What is see-through or small stays
 * exact (PNG), a photograph becomes JPEG, smaller until it has no more than COALITION_PICTURE_BYTES. A file whose header
 * promises more than COALITION_PICTURE_MOST_PIXELS is refused before it is decoded.
 *
 * Returns: (transfer full) (nullable): the bytes to keep, or %NULL with @error (COALITION_PICTURE_ERROR) set
 */
GBytes *
coalition_picture_prepare (GBytes      *file,
                           const char **media_type,
                           guint       *width,
                           guint       *height,
                           GError     **error)
{
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  gboolean see_through;
  int side;

  g_return_val_if_fail (file != NULL, NULL);

  pixbuf = load (file, error);
  if (!pixbuf)
    return NULL;
  see_through = is_see_through (pixbuf);
  side = MAX (gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf));
  if (side > COALITION_PICTURE_SIDE)
    {
      GdkPixbuf *smaller = scale (pixbuf, (double) COALITION_PICTURE_SIDE / side);

      g_set_object (&pixbuf, smaller);
      g_clear_object (&smaller);
    }

  while (pixbuf)
    {
      g_autoptr (GBytes) bytes = encode (pixbuf, "png", NULL, error);
      GdkPixbuf *smaller;

      if (bytes && !see_through && g_bytes_get_size (bytes) > PNG_BYTES)
        {
          g_clear_pointer (&bytes, g_bytes_unref);
          bytes = encode (pixbuf, "jpeg", "86", error);
        }
      if (!bytes)
        return NULL;
      if (g_bytes_get_size (bytes) <= COALITION_PICTURE_BYTES || gdk_pixbuf_get_width (pixbuf) < 64)
        {
          gsize size;
          const guchar *data = g_bytes_get_data (bytes, &size);

          *media_type = size > 0 && data[0] == 0xff ? "image/jpeg" : "image/png";
          *width = (guint) gdk_pixbuf_get_width (pixbuf);
          *height = (guint) gdk_pixbuf_get_height (pixbuf);
          return g_steal_pointer (&bytes);
        }
      smaller = scale (pixbuf, 0.8);
      g_set_object (&pixbuf, smaller);
      g_clear_object (&smaller);
    }
  g_set_error_literal (error, COALITION_PICTURE_ERROR, COALITION_PICTURE_ERROR_SIZE,
                       _("There is not enough memory for this picture."));

  return NULL;
}

/* Cairo wants colors multiplied by their opacity, in the machine's own order of bytes. */
static cairo_surface_t *
convert (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  int channels = gdk_pixbuf_get_n_channels (pixbuf);
  const guchar *pixels = gdk_pixbuf_read_pixels (pixbuf);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  guchar *data = cairo_image_surface_get_data (surface);

  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    return surface;
  for (int y = 0; y < height; y++)
    {
      const guchar *from = pixels + (gsize) y * gdk_pixbuf_get_rowstride (pixbuf);
      guint32 *to = (guint32 *) (gpointer) (data + (gsize) y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++, from += channels)
        {
          guint32 alpha = channels == 4 ? from[3] : 255;

          to[x] = alpha << 24 | (from[0] * alpha + 127) / 255 << 16 | (from[1] * alpha + 127) / 255 << 8 |
                  (from[2] * alpha + 127) / 255;
        }
    }
  cairo_surface_mark_dirty (surface);

  return surface;
}

/* The same pixels as a surface of the caller's own: Cairo's surfaces may not be painted from by two threads at once. */
static cairo_surface_t *
share (cairo_surface_t *surface)
{
  static const cairo_user_data_key_t key;
  cairo_surface_t *shared =
    cairo_image_surface_create_for_data (cairo_image_surface_get_data (surface), CAIRO_FORMAT_ARGB32,
                                         cairo_image_surface_get_width (surface),
                                         cairo_image_surface_get_height (surface),
                                         cairo_image_surface_get_stride (surface));

  cairo_surface_set_user_data (shared, &key, cairo_surface_reference (surface),
                               (cairo_destroy_func_t) cairo_surface_destroy);

  return shared;
}

static void
kept_free (Kept *one)
{
  kept_size -= one->size;
  g_bytes_unref (one->bytes);
  cairo_surface_destroy (one->surface);
  g_free (one);
}

static cairo_surface_t *
find_kept (GBytes *bytes)
{
  cairo_surface_t *found = NULL;

  g_mutex_lock (&kept_lock);
  for (GList *link = kept.head; link && !found; link = link->next)
    {
      Kept *one = link->data;

      if (one->bytes != bytes)
        continue;
      g_queue_unlink (&kept, link);
      g_queue_push_head_link (&kept, link);
      found = share (one->surface);
    }
  g_mutex_unlock (&kept_lock);

  return found;
}

/* The bytes are kept with their picture, so that no others can come to stand at the same address. */
static void
keep (GBytes          *bytes,
      cairo_surface_t *surface)
{
  Kept *one = g_new0 (Kept, 1);

  one->bytes = g_bytes_ref (bytes);
  one->surface = cairo_surface_reference (surface);
  one->size = (gsize) cairo_image_surface_get_stride (surface) * cairo_image_surface_get_height (surface);
  g_mutex_lock (&kept_lock);
  kept_size += one->size;
  g_queue_push_head (&kept, one);
  while (kept_size > KEPT_BYTES && kept.length > 1)
    kept_free (g_queue_pop_tail (&kept));
  g_mutex_unlock (&kept_lock);
}

/**
 * coalition_picture_decode:
 * @bytes: a picture, usually one that coalition_picture_prepare() made
 *
 * Decodes a picture. The pictures that were used last are kept and given out again, known by the address of @bytes. The
 * surface is the caller's own, but its pixels are not: it is to be painted from, not on.
 *
 * Returns: (transfer full) (nullable): an image of format ARGB32, or %NULL with @error (COALITION_PICTURE_ERROR) set
 */
cairo_surface_t *
coalition_picture_decode (GBytes  *bytes,
                          GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  cairo_surface_t *surface, *shared;

  g_return_val_if_fail (bytes != NULL, NULL);

  shared = find_kept (bytes);
  if (shared)
    return shared;
  pixbuf = load (bytes, error);
  if (!pixbuf)
    return NULL;
  surface = convert (pixbuf);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, COALITION_PICTURE_ERROR, COALITION_PICTURE_ERROR_SIZE,
                           _("There is not enough memory for this picture."));
      cairo_surface_destroy (surface);
      return NULL;
    }
  keep (bytes, surface);
  shared = share (surface);
  cairo_surface_destroy (surface);

  return shared;
}
