/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-session.h"

#include <glib/gstdio.h>

typedef struct
{
  CoalitionDocument *document;
  CoalitionSession *session;
  CoalitionCampaign *campaign;
  GString *told;
} Fixture;

static void
error_cb (CoalitionSession *session,
          const char       *title,
          const char       *message,
          Fixture          *fixture)
{
  g_string_append_printf (fixture->told, "error:%s;", title);
}

static void
toast_cb (CoalitionSession *session,
          const char       *message,
          gboolean          with_undo,
          Fixture          *fixture)
{
  g_string_append_printf (fixture->told, "toast:%s:%d;", message, with_undo);
}

static void
network_cb (CoalitionSession *session,
            Fixture          *fixture)
{
  g_string_append (fixture->told, "network;");
}

static void
lit_cb (CoalitionSession *session,
        Fixture          *fixture)
{
  g_string_append (fixture->told, "lit;");
}

static void
settle (Fixture *fixture)
{
  gboolean busy;

  do
    {
      g_object_get (fixture->session, "busy", &busy, NULL);
      if (busy)
        g_main_context_iteration (NULL, TRUE);
    }
  while (busy);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->document = coalition_document_create (NULL, "Rents", "Us", FALSE, &error);
  g_assert_no_error (error);
  fixture->session = coalition_session_new (fixture->document);
  fixture->campaign = coalition_session_get_campaign (fixture->session);
  fixture->told = g_string_new (NULL);
  settle (fixture);
  g_signal_connect (fixture->session, "error", G_CALLBACK (error_cb), fixture);
  g_signal_connect (fixture->session, "toast", G_CALLBACK (toast_cb), fixture);
  g_signal_connect (fixture->session, "network-changed", G_CALLBACK (network_cb), fixture);
  g_signal_connect (fixture->session, "lit-changed", G_CALLBACK (lit_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  settle (fixture);
  g_assert_finalize_object (fixture->session);
  g_assert_true (coalition_document_close (fixture->document, &error));
  g_object_unref (fixture->document);
  g_string_free (fixture->told, TRUE);
}

static CoalitionRecord *
find (Fixture             *fixture,
      const CoalitionKind *kind,
      const char          *id)
{
  return coalition_campaign_get_record (fixture->campaign, kind, id);
}

static void
test_add_select_delete_undo (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autofree char *a = coalition_session_add_party (fixture->session, "  Tenants ", 10, 20, TRUE);
  g_autofree char *b = coalition_session_add_party (fixture->session, "Landlord", 0, 0, FALSE);
  g_autofree char *tie = NULL;
  double x = 0;

  g_assert_null (coalition_session_add_party (fixture->session, "   ", 0, 0, FALSE));
  settle (fixture);
  g_assert_cmpstr (coalition_record_get_title (find (fixture, &coalition_kind_party, a)), ==, "Tenants");
  g_assert_true (coalition_record_get_real (coalition_campaign_get_position (fixture->campaign, a), "x", &x));
  g_assert_cmpfloat (x, ==, 10);
  g_assert_null (coalition_campaign_get_position (fixture->campaign, b));

  g_assert_null (coalition_session_add_tie (fixture->session, a, a, NULL));
  tie = coalition_session_add_tie (fixture->session, a, b, "opposes");
  settle (fixture);
  g_assert_cmpint (coalition_network_find_tie (coalition_session_get_network (fixture->session), tie), >=, 0);

  coalition_session_select (fixture->session, find (fixture, &coalition_kind_party, a), FALSE);
  coalition_session_select (fixture->session, find (fixture, &coalition_kind_tie, tie), TRUE);
  g_string_truncate (fixture->told, 0);
  coalition_session_delete_selected (fixture->session);
  settle (fixture);
  g_assert_cmpstr (fixture->told->str, ==, "toast:Deleted 2 records:1;network;");
  g_assert_null (coalition_session_get_current (fixture->session));
  g_assert_null (find (fixture, &coalition_kind_party, a));

  coalition_session_undo (fixture->session);
  settle (fixture);
  g_assert_nonnull (find (fixture, &coalition_kind_tie, tie));
  g_assert_cmpint (coalition_network_find_party (coalition_session_get_network (fixture->session), a), >=, 0);
}

static void
test_agreement_lights_its_parties (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autofree char *a = coalition_session_add_party (fixture->session, "Tenants", 0, 0, FALSE);
  g_autofree char *agreement = NULL, *issue = NULL;
  GHashTable *lit;

  settle (fixture);
  coalition_session_select (fixture->session, find (fixture, &coalition_kind_party, a), FALSE);
  agreement = coalition_session_add (fixture->session, &coalition_kind_agreement, "A room");
  issue = coalition_session_add (fixture->session, &coalition_kind_issue, "Heat");
  settle (fixture);
  g_string_truncate (fixture->told, 0);
  coalition_session_reveal (fixture->session, find (fixture, &coalition_kind_agreement, agreement));
  lit = coalition_session_get_lit (fixture->session);
  g_assert_nonnull (lit);
  g_assert_cmpuint (g_hash_table_size (lit), ==, 2);
  g_assert_true (g_hash_table_contains (lit, a));
  g_assert_cmpstr (fixture->told->str, ==, "lit;");
  coalition_session_set_current (fixture->session, find (fixture, &coalition_kind_issue, issue));
  g_assert_null (coalition_session_get_lit (fixture->session));
}

static void
test_refusal_is_told (Fixture       *fixture,
                      gconstpointer  data)
{
  CoalitionCommand *command = coalition_command_new ("Nobody", NULL);

  coalition_command_set_text (command, &coalition_kind_party, "nobody", "name", "Somebody");
  coalition_session_run (fixture->session, command, "never");
  settle (fixture);
  g_assert_cmpstr (fixture->told->str, ==, "error:This could not be done;");
}

static void
test_selection (Fixture       *fixture,
                gconstpointer  data)
{
  CoalitionRecord *us = coalition_campaign_get_us (fixture->campaign);
  g_autofree char *a = coalition_session_add_party (fixture->session, "A", 0, 0, FALSE);
  g_autoptr (GPtrArray) selected = NULL;
  CoalitionRecord *party;

  settle (fixture);
  party = find (fixture, &coalition_kind_party, a);
  coalition_session_select (fixture->session, us, FALSE);
  coalition_session_select (fixture->session, party, TRUE);
  selected = coalition_session_get_selected (fixture->session, &coalition_kind_party);
  g_assert_cmpuint (selected->len, ==, 2);
  g_assert_true (coalition_session_get_current (fixture->session) == party);
  coalition_session_unselect (fixture->session, party);
  g_assert_true (coalition_session_get_current (fixture->session) == us);
  g_assert_false (coalition_session_is_selected (fixture->session, party));
  coalition_session_clear (fixture->session);
  g_assert_null (coalition_session_get_current (fixture->session));
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *directory = g_dir_make_tmp ("coalition-test-XXXXXX", NULL);
  int result;

  g_setenv ("XDG_DATA_HOME", directory, TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/session/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("add-select-delete-undo", test_add_select_delete_undo);
  ADD ("agreement-lights-its-parties", test_agreement_lights_its_parties);
  ADD ("refusal-is-told", test_refusal_is_told);
  ADD ("selection", test_selection);
  result = g_test_run ();
  remove_tree (directory);

  return result;
}
