/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-test.h"

#include <stdlib.h>
#include <string.h>

/* A real campaign, damaged at random in every way: it opens, or it is refused with a message. It never ends the program,
 * and the file is never changed. */

/* Each is checked, opened and closed. COALITION_MUTATIONS asks for more. */
#define MUTATIONS 120

static GBytes *
make_campaign (GFile *file)
{
  CoalitionDocument *document = document_test_create (file);
  GBytes *bytes;

  for (int i = 0; i < 25; i++)
    {
      g_autofree char *name = g_strdup_printf ("Block Association No. %d", i);
      g_autofree char *id = document_test_add_party (document, name);
    }
  document_test_close (document);
  bytes = document_test_read (file);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 8192);

  return bytes;
}

static GBytes *
mutate (GBytes *whole,
        GRand  *rand)
{
  gsize size = g_bytes_get_size (whole);
  g_autofree guchar *data = g_memdup2 (g_bytes_get_data (whole, NULL), size);
  gsize from, to, length;

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      /* Single bits. */
      for (int i = g_rand_int_range (rand, 1, 20); i > 0; i--)
        data[g_rand_int_range (rand, 0, size)] ^= 1 << g_rand_int_range (rand, 0, 8);
      break;
    case 1:
      /* Bytes, anywhere. */
      for (int i = g_rand_int_range (rand, 1, 200); i > 0; i--)
        data[g_rand_int_range (rand, 0, size)] = g_rand_int_range (rand, 0, 256);
      break;
    case 2:
      /* Bytes where SQLite keeps its header and schema. */
      for (int i = g_rand_int_range (rand, 1, 6); i > 0; i--)
        data[g_rand_int_range (rand, 16, 4096)] = g_rand_int_range (rand, 0, 256);
      break;
    case 3:
      size = g_rand_int_range (rand, 0, size);
      break;
    case 4:
      /* One stretch over another: pages in the wrong place. */
      length = g_rand_int_range (rand, 1, 8192);
      length = MIN (length, size / 2);
      from = g_rand_int_range (rand, 0, size - length);
      to = g_rand_int_range (rand, 0, size - length);
      memmove (data + to, data + from, length);
      break;
    default:
      /* The start of pages, where lengths and pointers are. */
      for (int i = g_rand_int_range (rand, 1, 4); i > 0; i--)
        data[g_rand_int_range (rand, 1, size / 4096) * 4096 + g_rand_int_range (rand, 0, 40)] =
          g_rand_int_range (rand, 0, 256);
      break;
    }

  return g_bytes_new (data, size);
}

static void
test_mutations (void)
{
  g_autoptr (GFile) file = document_test_file ("rents.coalition");
  g_autofree char *incoming = g_build_filename (g_get_user_data_dir (), "coalition", "incoming", NULL);
  g_autofree char *working = g_build_filename (g_get_user_data_dir (), "coalition", "working", NULL);
  g_autoptr (GBytes) whole = make_campaign (file);
  const char *wanted = g_getenv ("COALITION_MUTATIONS");
  int n_mutations = wanted != NULL ? (int) g_ascii_strtoull (wanted, NULL, 10) : MUTATIONS;
  guint n_opened = 0;

  for (int seed = 0; seed < n_mutations; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GBytes) bytes = mutate (whole, rand);
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) check_error = NULL;
      g_auto (CoalitionFileCheck) check = { 0 };
      CoalitionDocument *document;
      gboolean is_whole;

      document_test_write (file, bytes);
      is_whole = coalition_campaign_check_file (g_file_peek_path (file), &check, &check_error);
      g_assert_true (is_whole == (check_error == NULL));
      document_test_assert_same (file, bytes);
      document = coalition_document_open (file, COALITION_OPEN_NONE, &error);
      if (document != NULL)
        {
          g_assert_no_error (error);
          g_assert_true (is_whole);
          document_test_close (document);
          n_opened++;
        }
      else
        {
          g_assert_nonnull (error);
          g_assert_true (error->domain == COALITION_CAMPAIGN_ERROR);
          g_assert_cmpuint (strlen (error->message), >, 20);
        }
      document_test_assert_same (file, bytes);
      g_assert_cmpuint (document_test_count (incoming), ==, 0);
      g_assert_cmpuint (document_test_count (working), ==, 0);
    }
  g_test_message ("%d mutations: %u opened, %u refused", n_mutations, n_opened, n_mutations - n_opened);
  /* Were all of them refused, this would have tested nothing but the first bytes. */
  g_assert_cmpuint (n_opened, >, 0);
  g_assert_cmpuint (n_opened, <, (guint) n_mutations);
}

int
main (int   argc,
      char *argv[])
{
  document_test_init (&argc, &argv);
  document_test_add ("/document/hostile/mutations", test_mutations);

  return document_test_run ();
}
