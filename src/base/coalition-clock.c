/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-clock.h"

static GMutex lock;
static char *fixed;
static gboolean environment_read;

static GDateTime *
current_time (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  if (!environment_read)
    {
      environment_read = TRUE;
      if (fixed == NULL)
        fixed = g_strdup (g_getenv ("COALITION_CLOCK"));
    }
  if (fixed != NULL)
    {
      GDateTime *time = g_date_time_new_from_iso8601 (fixed, utc);

      if (time != NULL)
        return time;
    }

  return g_date_time_new_now_utc ();
}

/**
 * coalition_clock_today:
 *
 * The date of today where the person is. Everything in Coalition asks this clock, so that tests can set it.
 *
 * Returns: (transfer full): an ISO 8601 date, 2026-11-21
 */
char *
coalition_clock_today (void)
{
  g_autoptr (GDateTime) now = current_time ();
  g_autoptr (GDateTime) local = fixed != NULL ? g_date_time_ref (now) : g_date_time_to_local (now);

  return g_date_time_format (local, "%Y-%m-%d");
}

/**
 * coalition_clock_now:
 *
 * The time now, in UTC, to the second.
 *
 * Returns: (transfer full): an ISO 8601 time, 2026-11-21T23:05:00Z
 */
char *
coalition_clock_now (void)
{
  g_autoptr (GDateTime) now = current_time ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

/**
 * coalition_clock_set_fixed:
 * @time: (nullable): an ISO 8601 time at which the clock is to stand, or %NULL to let it run
 *
 * Sets the clock for the whole process. The environment variable COALITION_CLOCK does the same at start.
 */
void
coalition_clock_set_fixed (const char *time)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  g_free (fixed);
  fixed = g_strdup (time);
  environment_read = TRUE;
}
