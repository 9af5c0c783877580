/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-clock.h"
#include "coalition-date.h"
#include "coalition-error.h"
#include "coalition-kind.h"
#include "coalition-text.h"

#include <math.h>

static const CoalitionChoice choices[] = { { "service-agency", "Service agency" }, { "union", "Union" }, { NULL } };

static const CoalitionField fields[] = {
  { .name = "name", .type = COALITION_FIELD_TEXT, .flags = COALITION_FIELD_REQUIRED, .label = "Name", .aliases = "organization;who" },
  { .name = "party_kind", .type = COALITION_FIELD_CHOICE, .label = "Kind", .choices = choices },
  { .name = "own_kind", .type = COALITION_FIELD_CHOICE, .flags = COALITION_FIELD_OPEN, .label = "Own kind", .choices = choices },
  { .name = "since", .type = COALITION_FIELD_DATE, .label = "Since" },
  { .name = "trust", .type = COALITION_FIELD_INTEGER, .label = "Trust", .minimum = 0, .maximum = 5 },
  { .name = "amount", .type = COALITION_FIELD_REAL, .label = "Amount" },
  { .name = "shared", .type = COALITION_FIELD_BOOLEAN, .label = "Shared" },
};

static const CoalitionKind kind = { "thing", "things", "thing", "Thing", "Thing", "Things", "name", fields, G_N_ELEMENTS (fields) };

static void
check_parse (const char *field,
             const char *text,
             const char *expected)
{
  g_auto (CoalitionValue) value = COALITION_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  g_autofree char *result = NULL;

  if (!coalition_field_parse (coalition_kind_find_field (&kind, field), text, &value, &error))
    {
      g_assert_error (error, COALITION_BASE_ERROR, COALITION_BASE_ERROR_VALUE);
      g_assert_cmpstr (expected, ==, "refused");
      return;
    }
  result = coalition_value_to_text (&value);
  g_assert_cmpstr (result, ==, expected);
}

static void
test_parse (void)
{
  check_parse ("name", "  Local 88 ", "Local 88");
  check_parse ("name", "   ", "refused");
  check_parse ("party-kind", "SERVICE  agency", "service-agency");
  check_parse ("party_kind", "circus", "refused");
  check_parse ("own_kind", "Circus", "Circus");
  check_parse ("own_kind", "union", "union");
  check_parse ("since", "2026-02-29", "refused");
  check_parse ("since", "2026-11", "2026-11");
  check_parse ("since", "21 Nov 2026", "2026-11-21");
  check_parse ("since", "", NULL);
  check_parse ("trust", "5", "5");
  check_parse ("trust", "4.0", "4");
  check_parse ("trust", "6", "refused");
  check_parse ("trust", "4.5", "refused");
  check_parse ("trust", "99999999999999999999", "refused");
  check_parse ("amount", "-12.5", "-12.5");
  check_parse ("amount", "0.1", "0.1");
  check_parse ("amount", "nan", "refused");
  check_parse ("amount", "12 hours", "refused");
  check_parse ("shared", "Yes", "1");
  check_parse ("shared", "no", "0");
  check_parse ("shared", "perhaps", "refused");
}

static void
test_headings (void)
{
  g_assert_true (coalition_kind_match_heading (&kind, "NAME") == &fields[0]);
  g_assert_true (coalition_kind_match_heading (&kind, " Organization ") == &fields[0]);
  g_assert_true (coalition_kind_match_heading (&kind, "party kind") == &fields[1]);
  g_assert_true (coalition_kind_match_heading (&kind, "Own-Kind") == &fields[2]);
  g_assert_null (coalition_kind_match_heading (&kind, "Location"));
  g_assert_null (coalition_kind_match_heading (&kind, ""));
}

static void
test_values (void)
{
  g_auto (CoalitionValue) a = COALITION_VALUE_INIT, b = COALITION_VALUE_INIT;

  coalition_value_set_text (&a, "");
  g_assert_cmpint (a.type, ==, COALITION_VALUE_NULL);
  coalition_value_set_real (&a, NAN);
  g_assert_cmpint (a.type, ==, COALITION_VALUE_NULL);
  coalition_value_set_integer (&a, 1);
  coalition_value_set_real (&b, 1);
  g_assert_false (coalition_value_equal (&a, &b));
  for (double x = 1e-7; x < 1e9; x *= 3.7)
    {
      g_autofree char *text = NULL;

      coalition_value_set_real (&b, x);
      text = coalition_value_to_text (&b);
      g_assert_cmpfloat (g_ascii_strtod (text, NULL), ==, x);
    }
}

static void
test_fold (void)
{
  g_autofree char *a = coalition_text_fold ("  Café\tdu   NORD\u200b ");
  g_autofree char *b = coalition_text_fold ("Workers’ Centre");

  g_assert_cmpstr (a, ==, "cafe du nord");
  g_assert_cmpstr (b, ==, "workers' centre");
  g_assert_true (coalition_text_matches ("Élan Street Tenants", "tena elan"));
  g_assert_false (coalition_text_matches ("Élan Street Tenants", "tenants north"));
  g_assert_true (coalition_text_matches (NULL, "  "));
}

static void
test_dates (void)
{
  g_autofree char *whole = coalition_date_format ("2026-11-05");
  g_autofree char *month = coalition_date_format ("2026-11");
  g_autofree char *other = coalition_date_format ("soon");
  g_autofree char *today = NULL, *now = NULL;

  g_assert_cmpstr (whole, ==, "5\u00a0Nov\u00a02026");
  g_assert_cmpstr (month, ==, "Nov\u00a02026");
  g_assert_cmpstr (other, ==, "soon");
  g_assert_cmpint (coalition_date_days_until ("2026-11-21", "2026-11-01"), ==, -20);
  g_assert_cmpint (coalition_date_days_until ("2026-11-21", "2026-11"), ==, 9);
  g_assert_cmpint (coalition_date_days_until ("2024-02-28", "2024-03-01"), ==, 2);
  g_assert_cmpint (coalition_date_compare ("2026", NULL), <, 0);

  coalition_clock_set_fixed ("2026-11-21T23:59:58Z");
  today = coalition_clock_today ();
  now = coalition_clock_now ();
  g_assert_cmpstr (today, ==, "2026-11-21");
  g_assert_cmpstr (now, ==, "2026-11-21T23:59:58Z");
  coalition_clock_set_fixed (NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/parse", test_parse);
  g_test_add_func ("/base/headings", test_headings);
  g_test_add_func ("/base/values", test_values);
  g_test_add_func ("/base/fold", test_fold);
  g_test_add_func ("/base/dates", test_dates);

  return g_test_run ();
}
