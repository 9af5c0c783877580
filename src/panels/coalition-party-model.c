/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-party-model.h"

#include "coalition-party-section.h"
#include "coalition-shape.h"
#include "coalition-text.h"

#include <string.h>

#define LEVELS 3

/**
 * CoalitionPartyModel:
 *
 * The parties of a campaign as a list to look at: searched, sorted, and in sections by level that fold, with the
 * headings as items between them. It is one list model, and each change is one "items-changed": a chain of GTK's own
 * filter and flatten models shows rows twice while its branches disagree. Keys to sort and search by are made once for
 * each party and forgotten when it changes, so that ten thousand parties stay fast.
 */
struct _CoalitionPartyModel
{
  GObject parent_instance;

  CoalitionCampaign *campaign;
  CoalitionPartySort sort;
  gboolean grouped;
  char **words;
  GHashTable *keys;   /* CoalitionRecord → Key */
  GHashTable *ties;   /* id of a party → number of ties; made when it is wanted */
  GHashTable *recent; /* CoalitionRecord → when it changed, as a count of changes */
  guint clock;
  guint shown;
  CoalitionPartySection *sections[LEVELS];
  GPtrArray *items;
};

typedef struct
{
  char *name;
  char *kind;
  CoalitionLevel level;
  char *name_key;
  char *kind_key;
  char *haystack;
} Key;

/* A party with what it is sorted by. */
typedef struct
{
  CoalitionRecord *party;
  const Key *key;
  guint rank;
} Entry;

static void coalition_party_model_list_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CoalitionPartyModel, coalition_party_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, coalition_party_model_list_init))

static void
key_free (gpointer data)
{
  Key *key = data;

  g_free (key->name);
  g_free (key->kind);
  g_free (key->name_key);
  g_free (key->kind_key);
  g_free (key->haystack);
  g_free (key);
}

static Key *
get_key (CoalitionPartyModel *self,
         CoalitionRecord     *party)
{
  const CoalitionField *field = coalition_kind_find_field (&coalition_kind_party, "kind");
  Key *key = g_hash_table_lookup (self->keys, party);

  if (key != NULL)
    return key;
  key = g_new0 (Key, 1);
  key->name = g_strdup (coalition_record_get_title (party));
  key->kind = g_strdup (coalition_record_get_text (party, "kind"));
  key->level = coalition_level_of_party (party);
  key->name_key = coalition_text_collate_key (key->name);
  key->kind_key = coalition_text_collate_key (coalition_field_choice_label (field, key->kind));
  g_hash_table_insert (self->keys, g_object_ref (party), key);

  return key;
}

static const char *
get_haystack (CoalitionPartyModel *self,
              CoalitionRecord     *party)
{
  const CoalitionField *field = coalition_kind_find_field (&coalition_kind_party, "kind");
  Key *key = get_key (self, party);
  const char *place = coalition_record_get_text (party, "place");
  const char *kind = coalition_field_choice_label (field, key->kind);
  g_autoptr (GPtrArray) links = NULL;
  g_autoptr (GString) text = NULL;

  if (key->haystack != NULL)
    return key->haystack;
  text = g_string_new (key->name);
  g_string_append_printf (text, "\n%s\n%s", kind != NULL ? kind : "", place != NULL ? place : "");
  links = coalition_campaign_get_referring (self->campaign, &coalition_kind_party_tag, "party", coalition_record_get_id (party));
  for (guint i = 0; i < links->len; i++)
    {
      CoalitionRecord *tag = coalition_campaign_get_record (self->campaign, &coalition_kind_tag,
                                                            coalition_record_get_text (links->pdata[i], "tag"));

      if (tag != NULL)
        g_string_append_printf (text, "\n%s", coalition_record_get_title (tag));
    }
  key->haystack = coalition_text_fold (text->str);

  return key->haystack;
}

static gboolean
matches (CoalitionPartyModel *self,
         CoalitionRecord     *party)
{
  const char *haystack;

  if (self->words == NULL)
    return TRUE;
  haystack = get_haystack (self, party);
  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (haystack, self->words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static void
count_end (CoalitionPartyModel *self,
           const char          *id)
{
  if (id != NULL)
    g_hash_table_insert (self->ties, g_strdup (id), GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (self->ties, id)) + 1));
}

static guint
get_ties (CoalitionPartyModel *self,
          CoalitionRecord     *party)
{
  if (self->ties == NULL)
    {
      GListModel *ties = coalition_campaign_get_records (self->campaign, &coalition_kind_tie);

      self->ties = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; i < g_list_model_get_n_items (ties); i++)
        {
          g_autoptr (CoalitionRecord) tie = g_list_model_get_item (ties, i);

          count_end (self, coalition_record_get_text (tie, "from"));
          count_end (self, coalition_record_get_text (tie, "to"));
        }
    }

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->ties, coalition_record_get_id (party)));
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      data)
{
  CoalitionPartyModel *self = data;
  const Entry *one = a, *two = b;
  int order = 0;

  if (self->grouped && one->key->level != two->key->level)
    return (int) one->key->level - (int) two->key->level;
  if (self->sort == COALITION_PARTY_SORT_KIND)
    {
      /* Those without a kind come last. */
      order = (one->key->kind == NULL) - (two->key->kind == NULL);
      if (order == 0)
        order = strcmp (one->key->kind_key, two->key->kind_key);
    }
  if (order == 0 && one->rank != two->rank)
    order = one->rank > two->rank ? -1 : 1;
  if (order == 0)
    order = strcmp (one->key->name_key, two->key->name_key);

  return order;
}

static GArray *
list_entries (CoalitionPartyModel *self)
{
  GListModel *parties = coalition_campaign_get_records (self->campaign, &coalition_kind_party);
  guint n = g_list_model_get_n_items (parties);
  GArray *entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CoalitionRecord) party = g_list_model_get_item (parties, i);
      Entry entry = { party, get_key (self, party), 0 };

      if (!matches (self, party))
        continue;
      if (self->sort == COALITION_PARTY_SORT_TIES)
        entry.rank = get_ties (self, party);
      else if (self->sort == COALITION_PARTY_SORT_RECENT)
        entry.rank = GPOINTER_TO_UINT (g_hash_table_lookup (self->recent, party));
      g_array_append_val (entries, entry);
    }
  g_array_sort_with_data (entries, compare_cb, self);

  return entries;
}

/* Makes the list anew and tells what lies between the first and the last difference. */
static void
rebuild (CoalitionPartyModel *self)
{
  g_autoptr (GArray) entries = list_entries (self);
  g_autoptr (GPtrArray) old = self->items;
  GPtrArray *items = g_ptr_array_new_full (entries->len + LEVELS, g_object_unref);
  guint counts[LEVELS] = { 0 };
  guint first = 0, last = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      CoalitionPartySection *section = self->sections[entry->key->level];

      if (self->grouped && counts[entry->key->level]++ == 0)
        g_ptr_array_add (items, g_object_ref (section));
      if (!self->grouped || !coalition_party_section_get_folded (section))
        g_ptr_array_add (items, g_object_ref (entry->party));
    }
  self->items = items;
  self->shown = entries->len;
  for (guint i = 0; i < LEVELS; i++)
    coalition_party_section_set_count (self->sections[i], counts[i]);
  while (first < MIN (old->len, items->len) && old->pdata[first] == items->pdata[first])
    first++;
  while (last < MIN (old->len, items->len) - first && old->pdata[old->len - 1 - last] == items->pdata[items->len - 1 - last])
    last++;
  if (first + last < MAX (old->len, items->len))
    g_list_model_items_changed (G_LIST_MODEL (self), first, old->len - first - last, items->len - first - last);
}

static void
changed_cb (CoalitionPartyModel *self,
            GPtrArray           *changes)
{
  gboolean tags = FALSE, ties = FALSE, parties = FALSE;

  for (guint i = 0; i < changes->len; i++)
    {
      CoalitionChange *change = changes->pdata[i];
      const CoalitionKind *kind = coalition_record_get_kind (change->record);

      tags = tags || kind == &coalition_kind_party_tag || kind == &coalition_kind_tag;
      ties = ties || kind == &coalition_kind_tie;
      if (kind != &coalition_kind_party)
        continue;
      parties = TRUE;
      g_hash_table_remove (self->keys, change->record);
      if (change->type == COALITION_CHANGE_REMOVED)
        g_hash_table_remove (self->recent, change->record);
      else
        g_hash_table_insert (self->recent, change->record, GUINT_TO_POINTER (++self->clock));
    }
  if (tags)
    g_hash_table_remove_all (self->keys);
  if (ties)
    g_clear_pointer (&self->ties, g_hash_table_unref);
  if (parties || (tags && self->words != NULL) || (ties && self->sort == COALITION_PARTY_SORT_TIES))
    rebuild (self);
}

static GType
coalition_party_model_get_item_type (GListModel *list)
{
  return G_TYPE_OBJECT;
}

static guint
coalition_party_model_get_n_items (GListModel *list)
{
  return COALITION_PARTY_MODEL (list)->items->len;
}

static gpointer
coalition_party_model_get_item (GListModel *list,
                                guint       position)
{
  GPtrArray *items = COALITION_PARTY_MODEL (list)->items;

  return position < items->len ? g_object_ref (items->pdata[position]) : NULL;
}

static void
coalition_party_model_list_init (GListModelInterface *interface)
{
  interface->get_item_type = coalition_party_model_get_item_type;
  interface->get_n_items = coalition_party_model_get_n_items;
  interface->get_item = coalition_party_model_get_item;
}

static void
coalition_party_model_dispose (GObject *object)
{
  CoalitionPartyModel *self = COALITION_PARTY_MODEL (object);

  for (guint i = 0; i < LEVELS; i++)
    g_clear_object (&self->sections[i]);
  g_clear_object (&self->campaign);
  G_OBJECT_CLASS (coalition_party_model_parent_class)->dispose (object);
}

static void
coalition_party_model_finalize (GObject *object)
{
  CoalitionPartyModel *self = COALITION_PARTY_MODEL (object);

  g_ptr_array_unref (self->items);
  g_hash_table_unref (self->keys);
  g_hash_table_unref (self->recent);
  g_clear_pointer (&self->ties, g_hash_table_unref);
  g_strfreev (self->words);
  G_OBJECT_CLASS (coalition_party_model_parent_class)->finalize (object);
}

static void
coalition_party_model_class_init (CoalitionPartyModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coalition_party_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = coalition_party_model_finalize;
}

static void
coalition_party_model_init (CoalitionPartyModel *self)
{
  self->keys = g_hash_table_new_full (NULL, NULL, g_object_unref, key_free);
  self->recent = g_hash_table_new (NULL, NULL);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->grouped = TRUE;
  for (guint i = 0; i < LEVELS; i++)
    self->sections[i] = coalition_party_section_new (i);
}

/**
 * coalition_party_model_new:
 * @campaign: the campaign
 *
 * Makes the list, by name and in sections: #CoalitionRecord, and #CoalitionPartySection where it is grouped.
 *
 * Returns: (transfer full): the model
 */
CoalitionPartyModel *
coalition_party_model_new (CoalitionCampaign *campaign)
{
  CoalitionPartyModel *self = g_object_new (COALITION_TYPE_PARTY_MODEL, NULL);

  self->campaign = g_object_ref (campaign);
  rebuild (self);
  g_signal_connect_object (campaign, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * coalition_party_model_get_shown:
 * @self: a model
 *
 * How many parties match the search.
 *
 * Returns: the number
 */
guint
coalition_party_model_get_shown (CoalitionPartyModel *self)
{
  return self->shown;
}

/**
 * coalition_party_model_get_total:
 * @self: a model
 *
 * How many parties there are.
 *
 * Returns: the number
 */
guint
coalition_party_model_get_total (CoalitionPartyModel *self)
{
  return g_list_model_get_n_items (coalition_campaign_get_records (self->campaign, &coalition_kind_party));
}

/**
 * coalition_party_model_set_query:
 * @self: a model
 * @query: (nullable): words that must all occur in name, kind, place or tags
 *
 * Searches.
 */
void
coalition_party_model_set_query (CoalitionPartyModel *self,
                                 const char          *query)
{
  g_autofree char *folded = coalition_text_fold (query);

  g_clear_pointer (&self->words, g_strfreev);
  if (*folded != '\0')
    self->words = g_strsplit (folded, " ", -1);
  rebuild (self);
}

/**
 * coalition_party_model_set_sort:
 * @self: a model
 * @sort: the order
 *
 * Sorts.
 */
void
coalition_party_model_set_sort (CoalitionPartyModel *self,
                                CoalitionPartySort   sort)
{
  if (self->sort == sort)
    return;
  self->sort = sort;
  rebuild (self);
}

/**
 * coalition_party_model_set_grouped:
 * @self: a model
 * @grouped: whether there are sections by level
 *
 * Groups, or lists all in one.
 */
void
coalition_party_model_set_grouped (CoalitionPartyModel *self,
                                   gboolean             grouped)
{
  if (self->grouped == grouped)
    return;
  self->grouped = grouped;
  rebuild (self);
}

/**
 * coalition_party_model_fold:
 * @self: a model
 * @level: a level
 * @folded: whether its parties are folded away
 *
 * Folds or unfolds a section.
 */
void
coalition_party_model_fold (CoalitionPartyModel *self,
                            CoalitionLevel       level,
                            gboolean             folded)
{
  if (coalition_party_section_get_folded (self->sections[level]) == folded)
    return;
  coalition_party_section_set_folded (self->sections[level], folded);
  rebuild (self);
}
