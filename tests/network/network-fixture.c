/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "network-fixture.h"

#include "coalition-clock.h"

#include <glib/gstdio.h>

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  coalition_clock_set_fixed ("2026-11-21T10:00:00Z");
  fixture->folder = g_dir_make_tmp ("coalition-test-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "campaign.db", NULL);
  fixture->campaign = coalition_campaign_create (path, "Fair Rents", "Harbor Legal Clinic", &error);
  g_assert_no_error (error);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "campaign.db", "campaign.db-wal", "campaign.db-shm" };
  g_autoptr (GError) error = NULL;

  coalition_campaign_close (fixture->campaign, &error);
  g_assert_no_error (error);
  g_object_unref (fixture->campaign);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

/* A record with texts, given as name and value in turn. */
char *
add (Fixture *fixture, const CoalitionKind *kind, ...)
{
  CoalitionCommand *command = coalition_command_new ("Add", NULL);
  char *id = g_strdup (coalition_command_insert (command, kind, NULL));
  g_autoptr (GError) error = NULL;
  const char *field;
  va_list arguments;

  va_start (arguments, kind);
  while ((field = va_arg (arguments, const char *)) != NULL)
    {
      const CoalitionField *described = coalition_kind_find_field (kind, field);
      g_auto (CoalitionValue) value = COALITION_VALUE_INIT;

      coalition_field_parse (described, va_arg (arguments, const char *), &value, &error);
      g_assert_no_error (error);
      coalition_command_set (command, kind, id, described, &value);
    }
  va_end (arguments);
  coalition_campaign_run (fixture->campaign, command, &error);
  g_assert_no_error (error);

  return id;
}

const CoalitionNetworkParty *
get_party (CoalitionNetwork *network, const char *id)
{
  int index = coalition_network_find_party (network, id);

  g_assert_cmpint (index, >=, 0);

  return &coalition_network_get_parties (network, NULL)[index];
}

const CoalitionNetworkTie *
get_tie (CoalitionNetwork *network, const char *id)
{
  int index = coalition_network_find_tie (network, id);

  g_assert_cmpint (index, >=, 0);

  return &coalition_network_get_ties (network, NULL)[index];
}

/* Sets a field, or with no text makes it unknown. */
void
set_text (Fixture *fixture, const CoalitionKind *kind, const char *id, const char *field, const char *text)
{
  CoalitionCommand *command = coalition_command_new ("Set", NULL);
  g_autoptr (GError) error = NULL;

  coalition_command_set_text (command, kind, id, field, text);
  coalition_campaign_run (fixture->campaign, command, &error);
  g_assert_no_error (error);
}

void
delete_record (Fixture *fixture, const CoalitionKind *kind, const char *id)
{
  CoalitionCommand *command = coalition_command_new ("Delete", NULL);
  g_autoptr (GError) error = NULL;

  coalition_command_delete (command, kind, id);
  coalition_campaign_run (fixture->campaign, command, &error);
  g_assert_no_error (error);
}

/* The value of an own field, whose id is made of field and record. */
void
set_own (Fixture *fixture, const char *own_field, const char *record, const char *value)
{
  const CoalitionKind *kind = &coalition_kind_own_value;
  g_autofree char *id = coalition_own_value_id (own_field, record);
  CoalitionCommand *command = coalition_command_new ("Value", NULL);
  g_autoptr (GError) error = NULL;

  coalition_command_insert (command, kind, id);
  coalition_command_set_text (command, kind, id, "field", own_field);
  coalition_command_set_text (command, kind, id, "record", record);
  coalition_command_set_text (command, kind, id, "value", value);
  coalition_campaign_run (fixture->campaign, command, &error);
  g_assert_no_error (error);
}

void
place (Fixture *fixture, const char *party, double x, double y, gboolean pinned)
{
  CoalitionCommand *command = coalition_command_new ("Place", NULL);
  g_autoptr (GError) error = NULL;

  coalition_command_set_position (command, coalition_record_get_id (coalition_campaign_get_view (fixture->campaign)), party, x, y, pinned);
  coalition_campaign_run (fixture->campaign, command, &error);
  g_assert_no_error (error);
}

guint
index_of (CoalitionNetwork *network, const char *id)
{
  int index = coalition_network_find_party (network, id);

  g_assert_cmpint (index, >=, 0);

  return index;
}
