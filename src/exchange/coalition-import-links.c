/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-import-private.h"

#include <string.h>

/* Parties that a row joins in one cell, separated by ";": with whom one spoke, who came, who belongs. The campaign keeps
 * each as a record of its own. */

static const struct {
  const CoalitionKind *kind;
  const CoalitionKind *link;
  const char *field;
} joins[] = {
  { &coalition_kind_contact, &coalition_kind_contact_party, "contact" },
  { &coalition_kind_meeting, &coalition_kind_attendance, "meeting" },
  { &coalition_kind_forum, &coalition_kind_forum_member, "forum" },
};

static int
find_join (const CoalitionKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (joins); i++)
    if (joins[i].kind == kind)
      return i;

  return -1;
}

static gboolean
stage_name (CoalitionImportRow  *row,
            char                *name,
            GError             **error)
{
  char *id = NULL;

  g_strstrip (name);
  if (*name == '\0')
    return TRUE;
  if (!coalition_import_resolve (row, &coalition_kind_party, name, &id, error))
    return FALSE;
  if (g_ptr_array_find_with_equal_func (row->links, id, g_str_equal, NULL))
    g_free (id);
  else
    g_ptr_array_add (row->links, id);

  return TRUE;
}

/* Reads the parties of a row before anything of it is taken up. A ";" within a name is written "\;". */
gboolean
coalition_import_stage_links (CoalitionImportRow  *row,
                              GError             **error)
{
  int column = find_join (row->kind) >= 0 ? coalition_mapping_find_use (row->mapping, COALITION_COLUMN_LINKS) : -1;
  g_autoptr (GString) name = g_string_new (NULL);

  if (column < 0)
    return TRUE;
  row->links = g_ptr_array_new_with_free_func (g_free);
  for (const char *p = coalition_table_get_cell (row->table, row->row, column);; p++)
    {
      if (p[0] == '\\' && p[1] == ';')
        {
          g_string_append_c (name, *++p);
          continue;
        }
      if (*p != ';' && *p != '\0')
        {
          g_string_append_c (name, *p);
          continue;
        }
      if (!stage_name (row, name->str, error))
        return FALSE;
      g_string_truncate (name, 0);
      if (*p == '\0')
        return TRUE;
    }
}

static CoalitionImportEntry *
find_link (CoalitionImportRow   *row,
           CoalitionImportEntry *entry,
           const char           *party,
           gboolean              make)
{
  int join = find_join (row->kind);
  const CoalitionKind *kind = joins[join].link;
  g_autofree CoalitionValue *values = g_new0 (CoalitionValue, kind->n_fields);
  guint ends[2] = { coalition_kind_field_index (kind, joins[join].field), coalition_kind_field_index (kind, "party") };
  g_autofree char *key = NULL;
  GPtrArray *entries;
  CoalitionImportEntry *link = NULL;

  coalition_value_set_text (&values[ends[0]], entry->id);
  coalition_value_set_text (&values[ends[1]], party);
  key = coalition_import_index_make_key (kind, values);
  entries = coalition_import_index_find_key (row->import->index, kind, key);
  if (entries != NULL)
    {
      link = entries->pdata[0];
    }
  else if (make)
    {
      link = coalition_import_index_add (row->import->index, kind, NULL);
      coalition_import_entry_set (link, ends[0], &values[ends[0]]);
      coalition_import_entry_set (link, ends[1], &values[ends[1]]);
      coalition_import_index_file (row->import->index, link);
      link->named = TRUE;
    }
  coalition_value_clear (&values[ends[0]]);
  coalition_value_clear (&values[ends[1]]);

  return link;
}

/* Whether a record joins all the parties of a row: two coffees on one day are two, if they were with different people. */
gboolean
coalition_import_has_links (CoalitionImportRow   *row,
                            CoalitionImportEntry *entry)
{
  for (guint i = 0; row->links != NULL && i < row->links->len; i++)
    if (find_link (row, entry, row->links->pdata[i], FALSE) == NULL)
      return FALSE;

  return TRUE;
}

/* Takes up the parties of a good row. */
void
coalition_import_apply_links (CoalitionImportRow   *row,
                              CoalitionImportEntry *entry)
{
  for (guint i = 0; row->links != NULL && i < row->links->len; i++)
    find_link (row, entry, row->links->pdata[i], TRUE);
}
