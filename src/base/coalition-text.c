/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-text.h"

#include <string.h>

/**
 * coalition_text_fold:
 * @text: (nullable): UTF-8 text
 *
 * Folds case, accents and runs of white space, so that "  Café  du Nord" and "CAFE DU NORD" are the same. This is the
 * rule by which names are matched on import and in search.
 *
 * Returns: (transfer full): the folded text
 */
char *
coalition_text_fold (const char *text)
{
  g_autofree char *normal = NULL, *folded = NULL;
  GString *result;
  gboolean space = FALSE;

  if (text == NULL)
    return g_strdup ("");

  normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  folded = g_utf8_casefold (normal != NULL ? normal : "", -1);
  result = g_string_sized_new (strlen (folded));

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_ismark (c) || g_unichar_type (c) == G_UNICODE_FORMAT)
        continue;
      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          space = result->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (result, ' ');
      space = FALSE;
      if (c == 0x2019 || c == 0x2018)
        c = '\'';
      g_string_append_unichar (result, c);
    }

  return g_string_free (result, FALSE);
}

/**
 * coalition_text_collate_key:
 * @text: (nullable): UTF-8 text
 *
 * A key whose strcmp() order is the order of the person's language, with numbers in it by value.
 *
 * Returns: (transfer full): the key
 */
char *
coalition_text_collate_key (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text != NULL ? text : "", -1);

  return g_utf8_collate_key_for_filename (folded, -1);
}

/**
 * coalition_text_matches:
 * @text: (nullable): UTF-8 text to look in
 * @query: (nullable): words typed by a person
 *
 * Whether every word of @query occurs in @text, both folded. An empty query matches all.
 *
 * Returns: %TRUE if it matches
 */
gboolean
coalition_text_matches (const char *text,
                        const char *query)
{
  g_autofree char *folded_query = coalition_text_fold (query);
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;

  if (*folded_query == '\0')
    return TRUE;

  folded = coalition_text_fold (text);
  words = g_strsplit (folded_query, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

/**
 * coalition_uuid:
 *
 * A new random UUID (RFC 4122, version 4), the key of a record.
 *
 * Returns: (transfer full): 36 characters
 */
char *
coalition_uuid (void)
{
  return g_uuid_string_random ();
}
