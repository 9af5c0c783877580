/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-pick-item.h"

#include "coalition-text.h"

#include <string.h>

/**
 * CoalitionPickItem:
 *
 * One thing that can be picked: a choice, a record, or nothing (whose key is %NULL).
 */
struct _CoalitionPickItem
{
  GObject parent_instance;

  char *key;
  char *label;
  char *folded;
  char *collation;
  int level;
};

G_DEFINE_FINAL_TYPE (CoalitionPickItem, coalition_pick_item, G_TYPE_OBJECT)

static void
coalition_pick_item_finalize (GObject *object)
{
  CoalitionPickItem *self = COALITION_PICK_ITEM (object);

  g_free (self->key);
  g_free (self->label);
  g_free (self->folded);
  g_free (self->collation);
  G_OBJECT_CLASS (coalition_pick_item_parent_class)->finalize (object);
}

static void
coalition_pick_item_class_init (CoalitionPickItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = coalition_pick_item_finalize;
}

static void
coalition_pick_item_init (CoalitionPickItem *self)
{
  self->level = -1;
}

/**
 * coalition_pick_item_new:
 * @key: (nullable): what picking it yields
 * @label: what people read, translated
 * @level: the #CoalitionLevel whose symbol stands before it, or -1
 *
 * Makes an item.
 *
 * Returns: (transfer full): the item
 */
CoalitionPickItem *
coalition_pick_item_new (const char *key,
                         const char *label,
                         int         level)
{
  CoalitionPickItem *self = g_object_new (COALITION_TYPE_PICK_ITEM, NULL);

  self->key = g_strdup (key);
  self->label = g_strdup (label);
  self->level = level;

  return self;
}

/**
 * coalition_pick_item_get_key:
 * @self: an item
 *
 * What picking it yields.
 *
 * Returns: (nullable): the key
 */
const char *
coalition_pick_item_get_key (CoalitionPickItem *self)
{
  return self->key;
}

/**
 * coalition_pick_item_get_label:
 * @self: an item
 *
 * What people read.
 *
 * Returns: the label
 */
const char *
coalition_pick_item_get_label (CoalitionPickItem *self)
{
  return self->label;
}

/**
 * coalition_pick_item_get_level:
 * @self: an item
 *
 * The level of a party.
 *
 * Returns: a #CoalitionLevel, or -1 for what is not a party
 */
int
coalition_pick_item_get_level (CoalitionPickItem *self)
{
  return self->level;
}

/**
 * coalition_pick_item_matches:
 * @self: an item
 * @words: (nullable): folded words
 *
 * Whether each of @words occurs in the label. The label is folded once, at the first search.
 *
 * Returns: %TRUE if it matches
 */
gboolean
coalition_pick_item_matches (CoalitionPickItem *self,
                             const char *const *words)
{
  if (words == NULL || words[0] == NULL)
    return TRUE;
  if (self->folded == NULL)
    self->folded = coalition_text_fold (self->label);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (self->folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

/**
 * coalition_pick_item_compare:
 * @a: an item
 * @b: another
 * @data: not used
 *
 * Orders items by label, as the person's language does.
 *
 * Returns: negative, zero or positive
 */
int
coalition_pick_item_compare (gconstpointer a,
                             gconstpointer b,
                             gpointer      data)
{
  CoalitionPickItem *one = COALITION_PICK_ITEM ((gpointer) a), *two = COALITION_PICK_ITEM ((gpointer) b);

  if (one->collation == NULL)
    one->collation = coalition_text_collate_key (one->label);
  if (two->collation == NULL)
    two->collation = coalition_text_collate_key (two->label);

  return strcmp (one->collation, two->collation);
}
