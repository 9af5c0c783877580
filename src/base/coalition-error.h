/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CoalitionBaseError:
 * @COALITION_BASE_ERROR_VALUE: a text cannot be read as a value of its field
 *
 * Errors of the base layer.
 */
typedef enum {
  COALITION_BASE_ERROR_VALUE,
} CoalitionBaseError;

#define COALITION_BASE_ERROR (coalition_base_error_quark ())
GQuark coalition_base_error_quark (void);

G_END_DECLS
