/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include <glib/gstdio.h>

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
view_cb (CoalitionSession *session,
         Fixture          *fixture)
{
  g_string_append (fixture->told, "view;");
}

static void
time_cb (CoalitionSession *session,
         Fixture          *fixture)
{
  g_string_append (fixture->told, "time;");
}

static void
shown_cb (CoalitionSession *session,
          Fixture          *fixture)
{
  g_string_append (fixture->told, "shown;");
}

static void
encoding_cb (CoalitionSession *session,
             Fixture          *fixture)
{
  g_string_append (fixture->told, "encoding;");
}

/* Waits until all edits are done and told. */
void
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

void
fixture_set_up (Fixture       *fixture,
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
  g_signal_connect (fixture->session, "view-changed", G_CALLBACK (view_cb), fixture);
  g_signal_connect (fixture->session, "time-changed", G_CALLBACK (time_cb), fixture);
  g_signal_connect (fixture->session, "shown-changed", G_CALLBACK (shown_cb), fixture);
  g_signal_connect (fixture->session, "encoding-changed", G_CALLBACK (encoding_cb), fixture);
  g_signal_connect (fixture->session, "lit-changed", G_CALLBACK (lit_cb), fixture);
}

void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  settle (fixture);
  g_assert_finalize_object (fixture->session);
  g_assert_true (coalition_document_close (fixture->document, &error));
  g_object_unref (fixture->document);
  g_string_free (fixture->told, TRUE);
}

CoalitionRecord *
find (Fixture             *fixture,
      const CoalitionKind *kind,
      const char          *id)
{
  return coalition_campaign_get_record (fixture->campaign, kind, id);
}

/* A record with texts, given as name and value in turn; done when this returns. */
char *
add (Fixture             *fixture,
     const CoalitionKind *kind,
     ...)
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
  settle (fixture);

  return id;
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

/* Runs the tests with a data folder of their own, which is gone afterwards. */
int
fixture_run (int    argc,
             char **argv,
             void (*add_tests) (void))
{
  g_autofree char *directory = g_dir_make_tmp ("coalition-test-XXXXXX", NULL);
  int result;

  g_setenv ("XDG_DATA_HOME", directory, TRUE);
  g_test_init (&argc, &argv, NULL);
  add_tests ();
  result = g_test_run ();
  remove_tree (directory);

  return result;
}
