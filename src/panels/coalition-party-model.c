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
 * headings as items between them. Keys to sort and search by are made once for each party and forgotten when it
 * changes, so that ten thousand parties stay fast.
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

  GtkFilter *filter;
  GtkSorter *sorter;
  GListModel *sorted;
  GListModel *levels[LEVELS];
  GtkFilter *level_filters[LEVELS];
  GtkSliceListModel *folds[LEVELS];
  GListStore *headings[LEVELS];
  CoalitionPartySection *sections[LEVELS];
  GListStore *parts;
  GListModel *list;
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

G_DEFINE_FINAL_TYPE (CoalitionPartyModel, coalition_party_model, G_TYPE_OBJECT)

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
filter_cb (gpointer item,
           gpointer data)
{
  CoalitionPartyModel *self = data;
  const char *haystack;

  if (self->words == NULL)
    return TRUE;
  haystack = get_haystack (self, item);
  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (haystack, self->words[i]) == NULL)
      return FALSE;

  return TRUE;
}

typedef struct
{
  CoalitionPartyModel *model;
  CoalitionLevel level;
} LevelData;

static gboolean
level_cb (gpointer item,
          gpointer data)
{
  LevelData *level = data;

  return get_key (level->model, item)->level == level->level;
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
  CoalitionRecord *one = (CoalitionRecord *) a, *two = (CoalitionRecord *) b;
  Key *first = get_key (self, one), *second = get_key (self, two);
  guint x = 0, y = 0;
  int order;

  switch (self->sort)
    {
    case COALITION_PARTY_SORT_KIND:
      /* Those without a kind come last. */
      order = (first->kind == NULL) - (second->kind == NULL);
      if (order == 0)
        order = strcmp (first->kind_key, second->kind_key);
      if (order != 0)
        return order;
      break;
    case COALITION_PARTY_SORT_TIES:
      x = get_ties (self, one);
      y = get_ties (self, two);
      break;
    case COALITION_PARTY_SORT_RECENT:
      x = GPOINTER_TO_UINT (g_hash_table_lookup (self->recent, one));
      y = GPOINTER_TO_UINT (g_hash_table_lookup (self->recent, two));
      break;
    case COALITION_PARTY_SORT_NAME:
    default:
      break;
    }
  if (x != y)
    return x > y ? -1 : 1;

  return strcmp (first->name_key, second->name_key);
}

static void
level_changed_cb (CoalitionPartyModel *self)
{
  for (guint i = 0; i < LEVELS; i++)
    {
      guint n = g_list_model_get_n_items (self->levels[i]);
      gboolean has = g_list_model_get_n_items (G_LIST_MODEL (self->headings[i])) > 0;

      coalition_party_section_set_count (self->sections[i], n);
      if (n > 0 && !has)
        g_list_store_append (self->headings[i], self->sections[i]);
      else if (n == 0 && has)
        g_list_store_remove_all (self->headings[i]);
    }
}

static void
note_party (CoalitionPartyModel *self,
            CoalitionChange     *change,
            gboolean            *resort,
            gboolean            *relevel)
{
  Key *key = g_hash_table_lookup (self->keys, change->record);

  if (change->type == COALITION_CHANGE_REMOVED)
    {
      g_hash_table_remove (self->keys, change->record);
      g_hash_table_remove (self->recent, change->record);
      return;
    }
  g_hash_table_insert (self->recent, change->record, GUINT_TO_POINTER (++self->clock));
  *resort = *resort || self->sort == COALITION_PARTY_SORT_RECENT;
  if (key == NULL || change->type != COALITION_CHANGE_MODIFIED)
    return;
  *relevel = *relevel || key->level != coalition_level_of_party (change->record);
  *resort = *resort || g_strcmp0 (key->name, coalition_record_get_title (change->record)) != 0 ||
            g_strcmp0 (key->kind, coalition_record_get_text (change->record, "kind")) != 0;
  g_hash_table_remove (self->keys, change->record);
}

static void
changed_cb (CoalitionPartyModel *self,
            GPtrArray           *changes)
{
  gboolean resort = FALSE, relevel = FALSE, tags = FALSE, ties = FALSE, parties = FALSE;

  for (guint i = 0; i < changes->len; i++)
    {
      CoalitionChange *change = changes->pdata[i];
      const CoalitionKind *kind = coalition_record_get_kind (change->record);

      if (kind == &coalition_kind_party)
        {
          parties = TRUE;
          note_party (self, change, &resort, &relevel);
        }
      tags = tags || kind == &coalition_kind_party_tag || kind == &coalition_kind_tag;
      ties = ties || kind == &coalition_kind_tie;
    }
  if (tags)
    g_hash_table_remove_all (self->keys);
  if (ties)
    g_clear_pointer (&self->ties, g_hash_table_unref);
  if (self->words != NULL && (parties || tags))
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  if (relevel)
    for (guint i = 0; i < LEVELS; i++)
      gtk_filter_changed (self->level_filters[i], GTK_FILTER_CHANGE_DIFFERENT);
  if (resort || (ties && self->sort == COALITION_PARTY_SORT_TIES))
    gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
}

static void
coalition_party_model_dispose (GObject *object)
{
  CoalitionPartyModel *self = COALITION_PARTY_MODEL (object);

  g_clear_object (&self->list);
  g_clear_object (&self->parts);
  for (guint i = 0; i < LEVELS; i++)
    {
      if (self->levels[i] != NULL)
        g_signal_handlers_disconnect_by_data (self->levels[i], self);
      g_clear_object (&self->folds[i]);
      g_clear_object (&self->levels[i]);
      g_clear_object (&self->level_filters[i]);
      g_clear_object (&self->headings[i]);
      g_clear_object (&self->sections[i]);
    }
  g_clear_object (&self->sorted);
  g_clear_object (&self->sorter);
  g_clear_object (&self->filter);
  g_clear_object (&self->campaign);
  G_OBJECT_CLASS (coalition_party_model_parent_class)->dispose (object);
}

static void
coalition_party_model_finalize (GObject *object)
{
  CoalitionPartyModel *self = COALITION_PARTY_MODEL (object);

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
  self->parts = g_list_store_new (G_TYPE_LIST_MODEL);
}

/* A filter may live longer than the model in a list view that is going away; it must not call back then. */
static GListModel *
make_level (CoalitionPartyModel *self,
            CoalitionLevel       level)
{
  LevelData *data = g_new (LevelData, 1);

  data->model = self;
  data->level = level;
  self->level_filters[level] = GTK_FILTER (gtk_custom_filter_new (level_cb, data, g_free));
  self->levels[level] = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (self->sorted), g_object_ref (self->level_filters[level])));
  self->folds[level] = gtk_slice_list_model_new (g_object_ref (self->levels[level]), 0, G_MAXUINT);
  self->headings[level] = g_list_store_new (COALITION_TYPE_PARTY_SECTION);
  self->sections[level] = coalition_party_section_new (level);
  g_signal_connect_swapped (self->levels[level], "items-changed", G_CALLBACK (level_changed_cb), self);

  return self->levels[level];
}

static void
arrange_parts (CoalitionPartyModel *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  for (guint i = 0; i < LEVELS && self->grouped; i++)
    {
      g_ptr_array_add (parts, self->headings[i]);
      g_ptr_array_add (parts, self->folds[i]);
    }
  if (!self->grouped)
    g_ptr_array_add (parts, self->sorted);
  g_list_store_splice (self->parts, 0, g_list_model_get_n_items (G_LIST_MODEL (self->parts)), parts->pdata, parts->len);
}

/**
 * coalition_party_model_new:
 * @campaign: the campaign
 *
 * Makes the list, by name and in sections.
 *
 * Returns: (transfer full): the model
 */
CoalitionPartyModel *
coalition_party_model_new (CoalitionCampaign *campaign)
{
  CoalitionPartyModel *self = g_object_new (COALITION_TYPE_PARTY_MODEL, NULL);
  GListModel *records = coalition_campaign_get_records (campaign, &coalition_kind_party);
  GtkFilterListModel *filtered;

  self->campaign = g_object_ref (campaign);
  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_cb, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (records), g_object_ref (self->filter));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, self, NULL));
  self->sorted = G_LIST_MODEL (gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_object_ref (self->sorter)));
  for (guint i = 0; i < LEVELS; i++)
    make_level (self, i);
  self->grouped = TRUE;
  arrange_parts (self);
  level_changed_cb (self);
  self->list = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (g_object_ref (self->parts))));
  g_signal_connect_object (campaign, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * coalition_party_model_get_list:
 * @self: a model
 *
 * The list: #CoalitionRecord, and #CoalitionPartySection where it is grouped. It is of use as long as @self lives.
 *
 * Returns: (transfer none): the list
 */
GListModel *
coalition_party_model_get_list (CoalitionPartyModel *self)
{
  return self->list;
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
  return g_list_model_get_n_items (self->sorted);
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
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
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
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
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
  arrange_parts (self);
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
  coalition_party_section_set_folded (self->sections[level], folded);
  gtk_slice_list_model_set_size (self->folds[level], folded ? 0 : G_MAXUINT);
}
