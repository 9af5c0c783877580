/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-mapping.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a person said about the columns of a file, for the next file of the same headings. */

static char *
memory_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "coalition", "mappings.ini", NULL);
}

static char *
hash_headings (CoalitionTable *table)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < coalition_table_get_n_columns (table); i++)
    {
      const char *heading = coalition_table_get_heading (table, i);

      g_checksum_update (checksum, (const guchar *) heading, strlen (heading) + 1);
    }

  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * coalition_mapping_remember:
 * @self: a mapping that a person has looked at
 * @error: return location for a #GError
 *
 * Remembers the mapping for files of the same headings, in the person's configuration folder. Only a digest of the
 * headings is kept.
 *
 * Returns: %FALSE with an error if it could not be written
 */
gboolean
coalition_mapping_remember (CoalitionMapping  *self,
                            GError           **error)
{
  g_autoptr (GKeyFile) memory = g_key_file_new ();
  g_autofree char *path = memory_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *group = hash_headings (coalition_mapping_get_table (self));

  g_key_file_load_from_file (memory, path, G_KEY_FILE_NONE, NULL);
  g_key_file_remove_group (memory, group, NULL);
  g_key_file_set_string (memory, group, "kind", coalition_mapping_get_kind (self)->name);
  for (guint i = 0; i < coalition_table_get_n_columns (coalition_mapping_get_table (self)); i++)
    {
      g_autofree char *key = g_strdup_printf ("column-%u", i);

      g_key_file_set_string (memory, group, key, coalition_mapping_get_target (self, i));
    }
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, COALITION_EXCHANGE_ERROR, COALITION_EXCHANGE_ERROR_WRITE, _("%s: the folder cannot be made"), folder);
      return FALSE;
    }

  return g_key_file_save_to_file (memory, path, error);
}

/**
 * coalition_mapping_recall:
 * @table: what was read
 *
 * What a person said about a file of the same headings before.
 *
 * Returns: (transfer full) (nullable): the mapping, or %NULL if there was none
 */
CoalitionMapping *
coalition_mapping_recall (CoalitionTable *table)
{
  g_autoptr (GKeyFile) memory = g_key_file_new ();
  g_autoptr (CoalitionMapping) self = NULL;
  g_autofree char *path = memory_path ();
  g_autofree char *group = hash_headings (table);
  g_autofree char *name = NULL;
  const CoalitionKind *kind;

  if (!g_key_file_load_from_file (memory, path, G_KEY_FILE_NONE, NULL))
    return NULL;
  name = g_key_file_get_string (memory, group, "kind", NULL);
  kind = name != NULL ? coalition_kinds_find (name) : NULL;
  if (kind == NULL)
    return NULL;

  self = coalition_mapping_guess (table, kind);
  for (guint i = 0; i < coalition_table_get_n_columns (coalition_mapping_get_table (self)); i++)
    {
      g_autofree char *key = g_strdup_printf ("column-%u", i);
      g_autofree char *target = g_key_file_get_string (memory, group, key, NULL);

      if (target == NULL || !coalition_mapping_set_target (self, i, target, NULL))
        return NULL;
    }

  return g_steal_pointer (&self);
}
