/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static int
parse_iso (const char *text,
           int         parts[3])
{
  static const int digits[3] = { 4, 2, 2 };
  const char *p = text;
  int n = 0;

  while (n < 3)
    {
      int number = 0;

      for (int i = 0; i < digits[n]; i++, p++)
        {
          if (!g_ascii_isdigit (*p))
            return 0;
          number = number * 10 + (*p - '0');
        }
      parts[n++] = number;
      if (*p == '\0')
        break;
      if (*p++ != '-' || n == 3)
        return 0;
    }
  if (*p != '\0' || parts[0] < 1)
    return 0;
  if (n > 1 && (parts[1] < 1 || parts[1] > 12))
    return 0;
  if (n > 2 && !g_date_valid_dmy (parts[2], parts[1], parts[0]))
    return 0;

  return n;
}

/**
 * coalition_date_is_valid:
 * @text: (nullable): text
 *
 * Whether @text is an ISO 8601 date, whole (2026-11-21) or partial (2026-11, 2026).
 *
 * Returns: %TRUE if it is
 */
gboolean
coalition_date_is_valid (const char *text)
{
  int parts[3];

  return text != NULL && parse_iso (text, parts) > 0;
}

/**
 * coalition_date_parse:
 * @text: (nullable): a date as a person types it
 *
 * Reads ISO dates, "21 Nov 2026" and what the locale's own short form reads as; "today" too.
 *
 * Returns: (transfer full) (nullable): the ISO 8601 date, or %NULL if it cannot be read
 */
char *
coalition_date_parse (const char *text)
{
  g_autofree char *stripped = NULL;
  int parts[3];
  GDate date;

  if (text == NULL)
    return NULL;
  stripped = g_strstrip (g_strdup (text));
  if (parse_iso (stripped, parts) > 0)
    return g_steal_pointer (&stripped);
  if (*stripped == '\0')
    return NULL;

  g_date_clear (&date, 1);
  g_date_set_parse (&date, stripped);
  if (!g_date_valid (&date))
    return NULL;

  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

/**
 * coalition_date_format:
 * @date: (nullable): an ISO 8601 date, whole or partial
 *
 * Writes a date for people, with no-break spaces so that it never wraps: "21 Nov 2026", "Nov 2026", "2026".
 * Text that is not a date is returned as it is.
 *
 * Returns: (transfer full): the text, empty if @date is %NULL
 */
char *
coalition_date_format (const char *date)
{
  int parts[3] = { 1, 1, 1 };
  int n = date != NULL ? parse_iso (date, parts) : 0;
  g_autoptr (GDateTime) time = NULL;

  if (n == 0)
    return g_strdup (date != NULL ? date : "");
  time = g_date_time_new_utc (parts[0], n > 1 ? parts[1] : 1, n > 2 ? parts[2] : 1, 0, 0, 0);
  if (n == 1)
    return g_date_time_format (time, "%Y");
  if (n == 2)
    /* TRANSLATORS: month and year, as for g_date_time_format (); the space is a no-break space */
    return g_date_time_format (time, _("%b\u00a0%Y"));

  /* TRANSLATORS: day, month and year, as for g_date_time_format (); the spaces are no-break spaces */
  return g_date_time_format (time, _("%-d\u00a0%b\u00a0%Y"));
}

/**
 * coalition_date_compare:
 * @a: (nullable): an ISO 8601 date
 * @b: (nullable): another
 *
 * Orders dates in time; a partial date comes before the whole dates within it, an unknown date last.
 *
 * Returns: negative, zero or positive
 */
int
coalition_date_compare (const char *a,
                        const char *b)
{
  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);

  return strcmp (a, b);
}

/**
 * coalition_date_days_until:
 * @from: an ISO 8601 date
 * @to: an ISO 8601 date
 *
 * Days from @from to @to, negative if @to is earlier. Of a partial date the last day counts: what is due in 2026-11
 * is not late before December.
 *
 * Returns: the number of days, or 0 if either is not a date
 */
int
coalition_date_days_until (const char *from,
                           const char *to)
{
  const char *texts[2] = { from, to };
  GDate dates[2];

  for (int i = 0; i < 2; i++)
    {
      int parts[3];
      int n = texts[i] != NULL ? parse_iso (texts[i], parts) : 0;

      if (n == 0)
        return 0;
      if (n < 2)
        parts[1] = 12;
      if (n < 3)
        parts[2] = g_date_get_days_in_month (parts[1], parts[0]);
      g_date_clear (&dates[i], 1);
      g_date_set_dmy (&dates[i], parts[2], parts[1], parts[0]);
    }

  return g_date_days_between (&dates[0], &dates[1]);
}

/**
 * coalition_date_last_day:
 * @date: (nullable): an ISO 8601 date, whole or partial
 *
 * The last day of a date: 2026-11-30 for 2026-11. Whole dates compare as texts; the first day of a partial one is not
 * needed for that, since its text comes before all whole dates within it.
 *
 * Returns: (transfer full) (nullable): a whole date, or %NULL if @date is none
 */
char *
coalition_date_last_day (const char *date)
{
  int parts[3];
  int n = date != NULL ? parse_iso (date, parts) : 0;

  if (n == 0)
    return NULL;
  if (n < 2)
    parts[1] = 12;
  if (n < 3)
    parts[2] = g_date_get_days_in_month (parts[1], parts[0]);

  return g_strdup_printf ("%04d-%02d-%02d", parts[0], parts[1], parts[2]);
}

/**
 * coalition_time_format:
 * @time: (nullable): an ISO 8601 time in UTC
 *
 * Writes a time stamp for people, in their time zone.
 *
 * Returns: (transfer full): the text, empty if @time is %NULL
 */
char *
coalition_time_format (const char *time)
{
  g_autoptr (GDateTime) utc = time != NULL ? g_date_time_new_from_iso8601 (time, NULL) : NULL;
  g_autoptr (GDateTime) local = NULL;

  if (utc == NULL)
    return g_strdup (time != NULL ? time : "");
  local = g_date_time_to_local (utc);

  /* TRANSLATORS: a date with the time of day, as for g_date_time_format () */
  return g_date_time_format (local, _("%-d\u00a0%b\u00a0%Y, %H:%M"));
}
