/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CoalitionPictureError:
 * @COALITION_PICTURE_ERROR_FORMAT: it is not a picture that can be read
 * @COALITION_PICTURE_ERROR_SIZE: it has no size, or far too many pixels
 */
typedef enum {
  COALITION_PICTURE_ERROR_FORMAT,
  COALITION_PICTURE_ERROR_SIZE,
} CoalitionPictureError;

#define COALITION_PICTURE_ERROR (coalition_picture_error_quark ())
GQuark coalition_picture_error_quark (void);

/* No stored picture has more pixels than this on its longer side, nor (about) more bytes. */
#define COALITION_PICTURE_SIDE 2048
#define COALITION_PICTURE_BYTES (1500 * 1024)

/* What has more pixels than this is refused before it is decoded. */
#define COALITION_PICTURE_MOST_PIXELS 60e6

/* The bytes of a file, made fit to be kept in a campaign: turned as its orientation tag says, scaled down, without any
 * metadata (place, camera), as PNG or JPEG. From any thread. */
GBytes          *coalition_picture_prepare (GBytes *file, const char **media_type, guint *width, guint *height, GError **error);
/* The decoded picture, a surface of the caller's own whose pixels are shared and not to be painted on; those used last
 * are kept. NULL with an error if it cannot be read. From any thread. */
cairo_surface_t *coalition_picture_decode  (GBytes *bytes, GError **error);

G_END_DECLS
