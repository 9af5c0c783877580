/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-encoding-private.h"

#include "coalition-groups.h"
#include "coalition-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Which class of color each party is in. */

/* More colors than these nobody tells apart. */
#define MOST_NAMES 8

/* Numbers with more different values than these are put into as many classes of equal width. */
#define MOST_STEPS 5

/* The value of a party, of which a class is made: what it is called, and its place among others. */
typedef struct
{
  char *label;
  char *sort;
} Name;

static void
name_free (Name *name)
{
  g_free (name->label);
  g_free (name->sort);
  g_free (name);
}

typedef struct
{
  CoalitionEncoding *encoding;
  CoalitionCampaign *campaign;
  CoalitionNetwork *network;
  CoalitionMeasures *measures;
  const char *issue;
  const CoalitionField *field;
} Reading;

typedef char *(*KeyFunc) (Reading *self, const char *party_id);

static void
add_class (CoalitionEncoding *self, const char *label, double position)
{
  CoalitionColorClass class = { g_strdup (label), self->classes->len, position, 0 };

  g_array_append_val (self->classes, class);
}

static void
count_parties (CoalitionEncoding *self)
{
  for (guint i = 0; i < self->n_parties; i++)
    if (self->class_of[i] >= 0)
      g_array_index (self->classes, CoalitionColorClass, self->class_of[i]).n_parties++;
}

/* Steps from little to much, or from one end to the other. */
static void
add_steps (CoalitionEncoding *self, CoalitionScale scale, const char *const *labels, guint n_labels)
{
  self->scale = scale;
  for (guint i = 0; i < n_labels; i++)
    add_class (self, labels[i], n_labels > 1 ? i / (n_labels - 1.0) : 0.5);
}

/* The class that all members of a group share, -1 if they do not. */
static int
get_shared (Reading *self, guint party, int (*get) (Reading *, const char *))
{
  const char *const *ids = coalition_network_get_member_ids (self->network, party);
  int class = get (self, ids[0]);

  for (guint i = 1; ids[i] != NULL; i++)
    if (get (self, ids[i]) != class)
      return -1;

  return class;
}

static void
set_classes (Reading *self, int (*get) (Reading *, const char *))
{
  for (guint i = 0; i < self->encoding->n_parties; i++)
    self->encoding->class_of[i] = get_shared (self, i, get);
}

/* --- judgements and our ties ----------------------------------------------------------------------------------- */

static int
get_stance (Reading *self, const char *party_id)
{
  CoalitionRecord *judgement = coalition_campaign_get_judgement (self->campaign, party_id, "stance", self->issue);
  gint64 value;

  return judgement != NULL && coalition_record_get_integer (judgement, "value", &value) ? (int) CLAMP (value, 1, 5) - 1 : -1;
}

static int
get_trust (Reading *self, const char *party_id)
{
  CoalitionRecord *judgement = coalition_campaign_get_judgement (self->campaign, party_id, "our-trust", NULL);
  gint64 value;

  return judgement != NULL && coalition_record_get_integer (judgement, "value", &value) ? (int) CLAMP (value, 0, 5) : -1;
}

static void
read_stances (Reading *self)
{
  const char *const labels[] = { _("Opponent"), _("Leaning against"), _("Undecided"), _("Leaning for"), _("Champion") };

  add_steps (self->encoding, COALITION_SCALE_OPPOSITES, labels, G_N_ELEMENTS (labels));
  set_classes (self, get_stance);
}

static void
read_trust (Reading *self)
{
  const char *const labels[] = { _("No trust"), _("Very little"), _("Little"), _("Some"), _("Much"), _("Full trust") };

  add_steps (self->encoding, COALITION_SCALE_STEPS, labels, G_N_ELEMENTS (labels));
  set_classes (self, get_trust);
}

/* The best of the ties between a party and us; we ourselves are in no class. */
static void
read_statuses (Reading *self)
{
  const char *const labels[] = { _("No tie with us"), _("Dormant"), _("Prospective"), _("Active") };
  int us = coalition_network_get_us (self->network);
  const CoalitionNetworkTie *ties = coalition_network_get_ties (self->network, NULL);
  CoalitionEncoding *encoding = self->encoding;
  const guint *ours;
  guint n_ours;

  add_steps (encoding, COALITION_SCALE_STEPS, labels, G_N_ELEMENTS (labels));
  for (guint i = 0; i < encoding->n_parties; i++)
    encoding->class_of[i] = us >= 0 && (int) i != us ? 0 : -1;
  if (us < 0)
    return;
  ours = coalition_network_get_ties_of (self->network, us, &n_ours);
  for (guint i = 0; i < n_ours; i++)
    {
      const CoalitionNetworkTie *tie = &ties[ours[i]];
      guint other = (int) tie->from == us ? tie->to : tie->from;
      int class = tie->status == COALITION_TIE_ACTIVE ? 3 : tie->status == COALITION_TIE_PROSPECTIVE ? 2
                  : tie->status == COALITION_TIE_DORMANT ? 1 : 0;

      if ((int) other != us && tie->time != COALITION_TIME_GONE)
        encoding->class_of[other] = MAX (encoding->class_of[other], class);
    }
}

/* --- names ----------------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *key;
  const Name *name;
  guint n_parties;
} Count;

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const Count *first = a, *second = b;

  if (first->n_parties != second->n_parties)
    return first->n_parties > second->n_parties ? -1 : 1;

  return g_strcmp0 (first->name->sort, second->name->sort);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const Count *first = a, *second = b;

  return g_strcmp0 (first->name->sort, second->name->sort);
}

/* Names the most frequent values, in the order of their names, so that a color does not jump when a party is added. */
static void
make_names (Reading *self, char **keys, GHashTable *names)
{
  CoalitionEncoding *encoding = self->encoding;
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal), classes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (Count));
  GHashTableIter iter;
  gpointer key, number;
  gboolean others;

  for (guint i = 0; i < encoding->n_parties; i++)
    if (keys[i] != NULL)
      g_hash_table_insert (counts, keys[i], GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, keys[i])) + 1));
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &number))
    {
      Count count = { key, g_hash_table_lookup (names, key), GPOINTER_TO_UINT (number) };

      g_array_append_val (list, count);
    }
  g_array_sort (list, compare_counts);
  others = list->len > MOST_NAMES;
  g_array_set_size (list, MIN (list->len, MOST_NAMES));
  g_array_sort (list, compare_names);

  encoding->scale = COALITION_SCALE_NAMES;
  for (guint i = 0; i < list->len; i++)
    {
      const Count *count = &g_array_index (list, Count, i);

      add_class (encoding, count->name->label, 0);
      g_hash_table_insert (classes, (gpointer) count->key, GUINT_TO_POINTER (i + 1));
    }
  if (others)
    /* TRANSLATORS: all the values for which there is no color of their own */
    add_class (encoding, _("Other"), 0);
  for (guint i = 0; i < encoding->n_parties; i++)
    {
      guint class = keys[i] != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (classes, keys[i])) : 0;

      encoding->class_of[i] = keys[i] == NULL ? -1 : class > 0 ? (int) class - 1 : MOST_NAMES;
    }
}

static char *
get_kind_key (Reading *self, const char *party_id)
{
  CoalitionRecord *record = coalition_campaign_get_record (self->campaign, &coalition_kind_party, party_id);

  return record != NULL ? g_strdup (coalition_record_get_text (record, "kind")) : NULL;
}

static char *
get_constituency_key (Reading *self, const char *party_id)
{
  CoalitionRecord *record = coalition_campaign_get_record (self->campaign, &coalition_kind_party, party_id);

  return record != NULL ? g_strdup (coalition_record_get_text (record, "constituency")) : NULL;
}

/* The first of a party's tags in the order of their names. */
static char *
get_tag_key (Reading *self, const char *party_id)
{
  g_autoptr (GPtrArray) links = coalition_campaign_get_referring (self->campaign, &coalition_kind_party_tag, "party", party_id);
  g_autofree char *first = NULL;
  const char *id = NULL;

  for (guint i = 0; i < links->len; i++)
    {
      const char *tag_id = coalition_record_get_text (links->pdata[i], "tag");
      CoalitionRecord *tag = coalition_campaign_get_record (self->campaign, &coalition_kind_tag, tag_id);
      g_autofree char *sort = tag != NULL ? coalition_text_collate_key (coalition_record_get_title (tag)) : NULL;

      if (sort == NULL || (first != NULL && strcmp (first, sort) <= 0))
        continue;
      g_free (first);
      first = g_steal_pointer (&sort);
      id = tag_id;
    }

  return g_strdup (id);
}

/* Yes and no are the same however they were written. */
static char *
get_own_key (Reading *self, const char *party_id)
{
  const char *text = coalition_campaign_get_own_text (self->campaign, party_id, coalition_field_get_own_id (self->field));
  g_auto (CoalitionValue) value = COALITION_VALUE_INIT;

  if (text != NULL && self->field->type == COALITION_FIELD_BOOLEAN && coalition_field_parse (self->field, text, &value, NULL))
    return coalition_value_to_text (&value);

  return g_strdup (text);
}

/* What a key is called; and by what it is sorted: choices in their order, before people's own words. */
static Name *
name_key (Reading *self, const char *key)
{
  Name *name = g_new0 (Name, 1);
  CoalitionRecord *record = NULL;
  const CoalitionField *field = self->field;

  if (self->encoding->color_by == COALITION_COLOR_BY_TAG)
    record = coalition_campaign_get_record (self->campaign, &coalition_kind_tag, key);
  else if (self->encoding->color_by == COALITION_COLOR_BY_CONSTITUENCY)
    record = coalition_campaign_get_record (self->campaign, &coalition_kind_constituency, key);

  if (record != NULL)
    {
      name->label = g_strdup (coalition_record_get_title (record));
    }
  else if (field != NULL)
    {
      g_auto (CoalitionValue) value = COALITION_VALUE_INIT;
      const CoalitionChoice *choice = field->choices != NULL ? coalition_field_find_choice (field, key) : NULL;

      if (field->type == COALITION_FIELD_TEXT || !coalition_field_parse (field, key, &value, NULL))
        coalition_value_set_text (&value, key);
      name->label = coalition_field_format (field, &value);
      if (choice != NULL)
        name->sort = g_strdup_printf (" %05u", (guint) (choice - field->choices));
    }
  else
    {
      name->label = g_strdup (key);
    }
  if (name->sort == NULL)
    name->sort = coalition_text_collate_key (name->label);

  return name;
}

static void
read_names (Reading *self, KeyFunc get)
{
  guint n_parties = self->encoding->n_parties;
  g_autofree char **keys = g_new0 (char *, n_parties + 1);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) name_free);

  for (guint i = 0; i < n_parties; i++)
    {
      const char *const *ids = coalition_network_get_member_ids (self->network, i);
      char *key = get (self, ids[0]);

      for (guint j = 1; ids[j] != NULL && key != NULL; j++)
        {
          g_autofree char *other = get (self, ids[j]);

          if (g_strcmp0 (key, other) != 0)
            g_clear_pointer (&key, g_free);
        }
      if (key != NULL && !g_hash_table_contains (names, key))
        g_hash_table_insert (names, g_strdup (key), name_key (self, key));
      keys[i] = key;
    }
  make_names (self, keys, names);
  for (guint i = 0; i < n_parties; i++)
    g_clear_pointer (&keys[i], g_free);
}

/* A community has no name of its own: it is called after the party in it that is tied to most others. */
static void
read_communities (Reading *self)
{
  const CoalitionNetworkParty *parties = coalition_network_get_parties (self->network, NULL);
  CoalitionEncoding *encoding = self->encoding;
  guint n_named = MIN (self->measures->n_communities, MOST_NAMES);

  encoding->scale = COALITION_SCALE_NAMES;
  for (guint i = 0; i < n_named; i++)
    {
      g_autofree char *label = NULL;
      int best = -1;

      for (guint j = 0; j < encoding->n_parties; j++)
        if (self->measures->community[j] == (int) i && (best < 0 || self->measures->degree[j] > self->measures->degree[best]))
          best = j;
      /* TRANSLATORS: a community in the network, named after the party in its middle */
      label = g_strdup_printf (_("Around %s"), best >= 0 ? parties[best].name : "");
      add_class (encoding, label, 0);
    }
  if (self->measures->n_communities > MOST_NAMES)
    add_class (encoding, _("Other"), 0);
  for (guint i = 0; i < encoding->n_parties; i++)
    encoding->class_of[i] = MIN (self->measures->community[i], MOST_NAMES);
}

/* --- own fields with an order ---------------------------------------------------------------------------------- */

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

/* The number of an own field; of a date its year. NAN if it is not known. */
static double
get_number (Reading *self, const char *party_id)
{
  CoalitionRecord *record = coalition_campaign_get_record (self->campaign, &coalition_kind_party, party_id);
  g_auto (CoalitionValue) value = COALITION_VALUE_INIT;

  if (record == NULL)
    return NAN;
  coalition_campaign_get_value (self->campaign, record, self->field, &value);
  if (value.type == COALITION_VALUE_REAL)
    return isfinite (value.real) ? value.real : NAN;
  if (value.type == COALITION_VALUE_INTEGER)
    return value.integer;
  if (value.type == COALITION_VALUE_TEXT && self->field->type == COALITION_FIELD_DATE)
    {
      gint64 year;
      g_autofree char *digits = g_strndup (value.text, 4);

      return g_ascii_string_to_signed (digits, 10, 0, 9999, &year, NULL) ? (double) year : NAN;
    }

  return NAN;
}

static char *
format_number (Reading *self, double number)
{
  g_auto (CoalitionValue) value = COALITION_VALUE_INIT;

  if (self->field->type == COALITION_FIELD_DATE)
    return g_strdup_printf ("%.0f", number);
  coalition_value_set_real (&value, number);

  return coalition_field_format (self->field, &value);
}

/* Few different numbers are a class each; more are put into classes of equal width, which say from where to where. */
static void
read_numbers (Reading *self)
{
  CoalitionEncoding *encoding = self->encoding;
  g_autofree double *numbers = g_new (double, MAX (encoding->n_parties, 1));
  g_autoptr (GArray) distinct = g_array_new (FALSE, FALSE, sizeof (double));
  double least, most, width;
  guint n_classes, n = 0;

  encoding->scale = COALITION_SCALE_STEPS;
  for (guint i = 0; i < encoding->n_parties; i++)
    {
      const char *const *ids = coalition_network_get_member_ids (self->network, i);

      numbers[i] = ids[1] == NULL ? get_number (self, ids[0]) : NAN;
      if (!isnan (numbers[i]))
        g_array_append_val (distinct, numbers[i]);
    }
  g_array_sort (distinct, compare_doubles);
  for (guint i = 0; i < distinct->len; i++)
    if (i == 0 || g_array_index (distinct, double, i) > g_array_index (distinct, double, n - 1))
      g_array_index (distinct, double, n++) = g_array_index (distinct, double, i);
  g_array_set_size (distinct, n);
  n_classes = MIN (n, MOST_STEPS);
  least = n > 0 ? g_array_index (distinct, double, 0) : 0;
  most = n > 0 ? g_array_index (distinct, double, n - 1) : 0;
  width = n_classes > 0 ? most / n_classes - least / n_classes : 0;

  for (guint i = 0; i < n_classes; i++)
    {
      g_autofree char *from = format_number (self, n <= MOST_STEPS ? g_array_index (distinct, double, i) : least + i * width);
      g_autofree char *to = format_number (self, i + 1 < n_classes ? least + (i + 1) * width : most);
      /* TRANSLATORS: a class of numbers: from one to another */
      g_autofree char *label = n <= MOST_STEPS ? g_strdup (from) : g_strdup_printf (_("%s to %s"), from, to);

      add_class (encoding, label, n_classes > 1 ? i / (n_classes - 1.0) : 0.5);
    }
  for (guint i = 0; i < encoding->n_parties; i++)
    {
      encoding->class_of[i] = -1;
      if (isnan (numbers[i]))
        continue;
      if (n > MOST_STEPS)
        encoding->class_of[i] = MIN ((guint) ((numbers[i] - least) / width), n_classes - 1);
      for (guint j = 0; n <= MOST_STEPS && j < n; j++)
        if (g_array_index (distinct, double, j) == numbers[i])
          encoding->class_of[i] = j;
    }
}

static void
read_own (Reading *self, const char *own_field_id)
{
  g_autoptr (GPtrArray) fields = coalition_campaign_list_fields (self->campaign, &coalition_kind_party);

  for (guint i = 0; i < fields->len && own_field_id != NULL; i++)
    if (g_strcmp0 (coalition_field_get_own_id (fields->pdata[i]), own_field_id) == 0)
      self->field = fields->pdata[i];
  if (self->field == NULL)
    return;
  g_free (self->encoding->color_title);
  self->encoding->color_title = g_strdup (self->field->label);
  if (self->field->type == COALITION_FIELD_REAL || self->field->type == COALITION_FIELD_DATE)
    read_numbers (self);
  else
    read_names (self, get_own_key);
}

static char *
make_title (Reading *self)
{
  CoalitionRecord *issue = coalition_campaign_get_record (self->campaign, &coalition_kind_issue, self->issue);
  const CoalitionField *field = coalition_kind_find_field (&coalition_kind_view, "colour_by");

  if (self->encoding->color_by == COALITION_COLOR_BY_STANCE && issue != NULL)
    /* TRANSLATORS: how parties stand toward an issue; %s is its name */
    return g_strdup_printf (_("Stance on %s"), coalition_record_get_title (issue));

  return g_strdup (_(field->choices[self->encoding->color_by].label));
}

/* Reads the class of color of each party. */
void
coalition_encoding_read_classes (CoalitionEncoding *self, CoalitionCampaign *campaign, CoalitionNetwork *network,
                                 const char *issue_id, const char *own_field_id, CoalitionMeasures *measures)
{
  Reading reading = { self, campaign, network, measures, issue_id, NULL };

  for (guint i = 0; i < self->n_parties; i++)
    self->class_of[i] = -1;
  self->color_title = make_title (&reading);
  switch (self->color_by)
    {
    case COALITION_COLOR_BY_LEVEL:
      break;
    case COALITION_COLOR_BY_KIND:
      reading.field = coalition_kind_find_field (&coalition_kind_party, "kind");
      read_names (&reading, get_kind_key);
      break;
    case COALITION_COLOR_BY_TAG:
      read_names (&reading, get_tag_key);
      break;
    case COALITION_COLOR_BY_CONSTITUENCY:
      read_names (&reading, get_constituency_key);
      break;
    case COALITION_COLOR_BY_STANCE:
      read_stances (&reading);
      break;
    case COALITION_COLOR_BY_TRUST:
      read_trust (&reading);
      break;
    case COALITION_COLOR_BY_STATUS:
      read_statuses (&reading);
      break;
    case COALITION_COLOR_BY_COMMUNITY:
      if (measures != NULL)
        read_communities (&reading);
      break;
    case COALITION_COLOR_BY_OWN:
      read_own (&reading, own_field_id);
      break;
    default:
      g_assert_not_reached ();
    }
  count_parties (self);
}
