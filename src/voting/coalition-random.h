/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * coalition_random_next:
 * @state: the seed at first; changed by every call
 *
 * SplitMix64 (Steele, Lea and Flood 2014): short enough to be done again by anybody who doubts a lot or a share.
 *
 * Returns: the next of a sequence that only the seed decides, each of 2^64 numbers as likely as another
 */
static inline guint64
coalition_random_next (guint64 *state)
{
  guint64 z = (*state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return z ^ (z >> 31);
}

G_END_DECLS
