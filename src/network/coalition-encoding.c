/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-encoding-private.h"

#include "coalition-groups.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* By what parties are sized, and what every encoding has; the classes of colors are in coalition-encoding-color.c. */

/* How many different parties each is tied to now: what coalition_measures_compute() calls its degree, without waiting. */
static void
read_degrees (CoalitionEncoding *self, CoalitionNetwork *network)
{
  const CoalitionNetworkTie *ties = coalition_network_get_ties (network, NULL);
  g_autofree guint *seen = g_new0 (guint, MAX (self->n_parties, 1));

  for (guint i = 0; i < self->n_parties; i++)
    {
      guint n_ties;
      const guint *of_party = coalition_network_get_ties_of (network, i, &n_ties);

      self->values[i] = 0;
      for (guint j = 0; j < n_ties; j++)
        {
          const CoalitionNetworkTie *tie = &ties[of_party[j]];
          guint other = tie->from == i ? tie->to : tie->from;

          if (other == i || tie->status == COALITION_TIE_ENDED || tie->time == COALITION_TIME_GONE || seen[other] == i + 1)
            continue;
          seen[other] = i + 1;
          self->values[i]++;
        }
    }
}

/* Influence on the issue of the view, or on the campaign as a whole where nobody judged that. */
static void
read_influence (CoalitionEncoding *self, CoalitionCampaign *campaign, CoalitionNetwork *network, const char *issue_id)
{
  for (guint i = 0; i < self->n_parties; i++)
    {
      const char *const *ids = coalition_network_get_member_ids (network, i);

      for (guint j = 0; ids[j] != NULL; j++)
        {
          CoalitionRecord *judgement = coalition_campaign_get_judgement (campaign, ids[j], "influence", issue_id);
          gint64 value;

          if (judgement == NULL && issue_id != NULL)
            judgement = coalition_campaign_get_judgement (campaign, ids[j], "influence", NULL);
          if (judgement != NULL && coalition_record_get_integer (judgement, "value", &value))
            self->values[i] = isnan (self->values[i]) ? value : MAX (self->values[i], value);
        }
    }
}

/* Cases behind the voices of which @field names @id, but not those that this speaker gave, if that is given. */
static double
sum_cases (CoalitionCampaign *campaign, const char *field, const char *id, const char *without_speaker)
{
  g_autoptr (GPtrArray) voices = coalition_campaign_get_referring (campaign, &coalition_kind_voice, field, id);
  double sum = 0;

  for (guint i = 0; i < voices->len; i++)
    {
      gint64 cases = 1;

      if (without_speaker != NULL && g_strcmp0 (coalition_record_get_text (voices->pdata[i], "speaker"), without_speaker) == 0)
        continue;
      if (!coalition_record_get_integer (voices->pdata[i], "cases", &cases))
        cases = 1;
      sum += cases;
    }

  return sum;
}

/* What a party said, and for affected people also what was heard from their constituency, each voice once. */
static void
read_voices (CoalitionEncoding *self, CoalitionCampaign *campaign, CoalitionNetwork *network)
{
  for (guint i = 0; i < self->n_parties; i++)
    {
      const char *const *ids = coalition_network_get_member_ids (network, i);
      g_autoptr (GHashTable) heard = g_hash_table_new (g_str_hash, g_str_equal);

      self->values[i] = 0;
      for (guint j = 0; ids[j] != NULL; j++)
        {
          CoalitionRecord *party = coalition_campaign_get_record (campaign, &coalition_kind_party, ids[j]);
          const char *constituency = party != NULL ? coalition_record_get_text (party, "constituency") : NULL;

          self->values[i] += sum_cases (campaign, "speaker", ids[j], NULL);
          if (constituency != NULL && g_strcmp0 (coalition_record_get_text (party, "level"), "affected") == 0
              && g_hash_table_add (heard, (gpointer) constituency))
            self->values[i] += sum_cases (campaign, "constituency", constituency, ids[j]);
        }
    }
}

/* Areas tell amounts: the size, which is a length, goes with the square root between the least and the most. */
static void
scale_sizes (CoalitionEncoding *self)
{
  double least = INFINITY, most = -INFINITY;

  for (guint i = 0; i < self->n_parties; i++)
    if (!isnan (self->values[i]))
      {
        least = MIN (least, self->values[i]);
        most = MAX (most, self->values[i]);
      }
  if (least > most)
    return;
  self->least = least;
  self->most = most;
  for (guint i = 0; i < self->n_parties; i++)
    if (!isnan (self->values[i]))
      self->sizes[i] = most > least ? CLAMP ((sqrt (self->values[i]) - sqrt (least)) / (sqrt (most) - sqrt (least)), 0, 1) : 0.5;
}

static void
read_sizes (CoalitionEncoding *self, CoalitionCampaign *campaign, CoalitionNetwork *network, const char *issue_id,
            CoalitionMeasures *measures)
{
  for (guint i = 0; i < self->n_parties; i++)
    {
      self->sizes[i] = -1;
      self->values[i] = NAN;
    }
  switch (self->size_by)
    {
    case COALITION_SIZE_BY_NOTHING:
      return;
    case COALITION_SIZE_BY_DEGREE:
      read_degrees (self, network);
      break;
    case COALITION_SIZE_BY_BETWEENNESS:
      for (guint i = 0; measures != NULL && i < self->n_parties; i++)
        self->values[i] = measures->betweenness[i];
      self->cutoff = measures != NULL ? measures->cutoff : 0;
      break;
    case COALITION_SIZE_BY_INFLUENCE:
      read_influence (self, campaign, network, issue_id);
      break;
    case COALITION_SIZE_BY_VOICES:
      read_voices (self, campaign, network);
      break;
    default:
      g_assert_not_reached ();
    }
  scale_sizes (self);
}

static char *
make_size_title (CoalitionEncoding *self)
{
  switch (self->size_by)
    {
    case COALITION_SIZE_BY_DEGREE:
      return g_strdup (_("Number of ties"));
    case COALITION_SIZE_BY_BETWEENNESS:
      /* TRANSLATORS: a measure of networks: how many shortest paths lead through a party */
      return self->cutoff > 0 ? g_strdup_printf (_("Betweenness (paths of up to %u ties)"), self->cutoff)
                              : g_strdup (_("Betweenness"));
    case COALITION_SIZE_BY_INFLUENCE:
      return g_strdup (_("Influence"));
    case COALITION_SIZE_BY_VOICES:
      return g_strdup (_("Number of voices"));
    case COALITION_SIZE_BY_NOTHING:
    default:
      return g_strdup ("");
    }
}

/**
 * coalition_encoding_new:
 * @campaign: a campaign
 * @network: its network, collapsed or not
 * @color_by: by what parties are colored
 * @issue_id: (nullable): the issue whose stances count, or %NULL for the campaign as a whole
 * @own_field_id: (nullable): the own field of parties that colors them
 * @size_by: by what they are sized
 * @measures: (nullable): measures of @network; communities and betweenness are not known without them
 *
 * Reads from the campaign which class and size each party has. A party that stands for a group has the class that its
 * members share, if they do.
 *
 * Returns: (transfer full): the encoding
 */
CoalitionEncoding *
coalition_encoding_new (CoalitionCampaign *campaign, CoalitionNetwork *network, CoalitionColorBy color_by,
                        const char *issue_id, const char *own_field_id, CoalitionSizeBy size_by, CoalitionMeasures *measures)
{
  CoalitionEncoding *self = g_new0 (CoalitionEncoding, 1);

  g_atomic_ref_count_init (&self->refs);
  coalition_network_get_parties (network, &self->n_parties);
  if (measures != NULL && measures->n_parties != self->n_parties)
    measures = NULL;
  self->color_by = color_by;
  self->size_by = size_by;
  self->classes = g_array_new (FALSE, TRUE, sizeof (CoalitionColorClass));
  self->class_of = g_new (int, MAX (self->n_parties, 1));
  self->sizes = g_new (double, MAX (self->n_parties, 1));
  self->values = g_new (double, MAX (self->n_parties, 1));
  coalition_encoding_read_classes (self, campaign, network, issue_id, own_field_id, measures);
  read_sizes (self, campaign, network, issue_id, measures);
  self->size_title = make_size_title (self);

  return self;
}

/**
 * coalition_encoding_new_for_view:
 * @campaign: a campaign
 * @network: its network, collapsed or not
 * @measures: (nullable): measures of @network; may be %NULL as long as coalition_view_needs_measures() says no
 *
 * The encoding that the current view of the campaign asks for.
 *
 * Returns: (transfer full): the encoding
 */
CoalitionEncoding *
coalition_encoding_new_for_view (CoalitionCampaign *campaign, CoalitionNetwork *network, CoalitionMeasures *measures)
{
  CoalitionRecord *view = coalition_campaign_get_view (campaign);

  return coalition_encoding_new (campaign, network,
                                 coalition_color_by_from_text (view != NULL ? coalition_record_get_text (view, "colour_by") : NULL),
                                 view != NULL ? coalition_record_get_text (view, "issue") : NULL,
                                 view != NULL ? coalition_record_get_text (view, "field") : NULL,
                                 coalition_size_by_from_text (view != NULL ? coalition_record_get_text (view, "size_by") : NULL),
                                 measures);
}

/**
 * coalition_view_needs_measures:
 * @campaign: a campaign
 *
 * Whether the encoding of the current view needs measures that take time.
 *
 * Returns: %TRUE if it does
 */
gboolean
coalition_view_needs_measures (CoalitionCampaign *campaign)
{
  CoalitionRecord *view = coalition_campaign_get_view (campaign);

  return view != NULL
         && (coalition_color_by_from_text (coalition_record_get_text (view, "colour_by")) == COALITION_COLOR_BY_COMMUNITY
             || coalition_size_by_from_text (coalition_record_get_text (view, "size_by")) == COALITION_SIZE_BY_BETWEENNESS);
}

/**
 * coalition_encoding_ref:
 * @self: an encoding
 *
 * Takes one more reference; from any thread.
 *
 * Returns: (transfer full): @self
 */
CoalitionEncoding *
coalition_encoding_ref (CoalitionEncoding *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

/**
 * coalition_encoding_unref:
 * @self: (transfer full): an encoding
 *
 * Gives a reference back; from any thread.
 */
void
coalition_encoding_unref (CoalitionEncoding *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; i < self->classes->len; i++)
    g_free (g_array_index (self->classes, CoalitionColorClass, i).label);
  g_array_unref (self->classes);
  g_free (self->class_of);
  g_free (self->sizes);
  g_free (self->values);
  g_free (self->color_title);
  g_free (self->size_title);
  g_free (self);
}

/**
 * coalition_encoding_get_color_by:
 * @self: an encoding
 *
 * By what parties are colored.
 *
 * Returns: by what
 */
CoalitionColorBy
coalition_encoding_get_color_by (CoalitionEncoding *self)
{
  return self->color_by;
}

/**
 * coalition_encoding_get_size_by:
 * @self: an encoding
 *
 * By what parties are sized.
 *
 * Returns: by what
 */
CoalitionSizeBy
coalition_encoding_get_size_by (CoalitionEncoding *self)
{
  return self->size_by;
}

/**
 * coalition_encoding_get_color_title:
 * @self: an encoding
 *
 * The heading of the colors in a legend: "Stance on Heat", "Kind".
 *
 * Returns: (transfer none): the title, translated
 */
const char *
coalition_encoding_get_color_title (CoalitionEncoding *self)
{
  return self->color_title;
}

/**
 * coalition_encoding_get_size_title:
 * @self: an encoding
 *
 * The heading of the sizes in a legend.
 *
 * Returns: (transfer none): the title, translated; empty if parties are all alike
 */
const char *
coalition_encoding_get_size_title (CoalitionEncoding *self)
{
  return self->size_title;
}

/**
 * coalition_encoding_get_scale:
 * @self: an encoding
 *
 * What the classes are to each other.
 *
 * Returns: the scale
 */
CoalitionScale
coalition_encoding_get_scale (CoalitionEncoding *self)
{
  return self->scale;
}

/**
 * coalition_encoding_get_classes:
 * @self: an encoding
 * @n_classes: (out): how many there are
 *
 * The classes of colors, in their order. Steps of a scale are all there, even those that nobody is in.
 *
 * Returns: (transfer none) (array length=n_classes): the classes
 */
const CoalitionColorClass *
coalition_encoding_get_classes (CoalitionEncoding *self, guint *n_classes)
{
  *n_classes = self->classes->len;

  return (const CoalitionColorClass *) self->classes->data;
}

/**
 * coalition_encoding_get_class:
 * @self: an encoding
 * @party: index of a party of its network
 *
 * The class of a party.
 *
 * Returns: the index of its class, or -1 if it is in none: not known, not judged
 */
int
coalition_encoding_get_class (CoalitionEncoding *self, guint party)
{
  return party < self->n_parties ? self->class_of[party] : -1;
}

/**
 * coalition_encoding_get_size:
 * @self: an encoding
 * @party: index of a party of its network
 *
 * The size of a party; if all have the same value, all are of middle size.
 *
 * Returns: 0 (least) to 1 (most), or -1 if it is not known
 */
double
coalition_encoding_get_size (CoalitionEncoding *self, guint party)
{
  return party < self->n_parties ? self->sizes[party] : -1;
}

/**
 * coalition_encoding_dup_size_text:
 * @self: an encoding
 * @party: index of a party of its network
 *
 * The value behind a size, for people.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL if nothing is known
 */
char *
coalition_encoding_dup_size_text (CoalitionEncoding *self, guint party)
{
  double value = party < self->n_parties ? self->values[party] : NAN;

  if (isnan (value))
    return NULL;
  switch (self->size_by)
    {
    case COALITION_SIZE_BY_DEGREE:
      return g_strdup_printf (ngettext ("tied to %u party", "tied to %u parties", (guint) value), (guint) value);
    case COALITION_SIZE_BY_BETWEENNESS:
      /* TRANSLATORS: how many of the shortest paths between others lead through a party */
      return g_strdup_printf (_("on %.1f\u00a0%% of the shortest paths"), 100 * value);
    case COALITION_SIZE_BY_INFLUENCE:
      /* TRANSLATORS: influence on a scale from 0 to 5 */
      return g_strdup_printf (_("influence %u of 5"), (guint) value);
    case COALITION_SIZE_BY_VOICES:
      return g_strdup_printf (ngettext ("%u voice", "%u voices", (guint) value), (guint) value);
    case COALITION_SIZE_BY_NOTHING:
    default:
      return NULL;
    }
}

/**
 * coalition_encoding_get_size_range:
 * @self: an encoding
 * @least: (out): the number of size 0
 * @most: (out): the number of size 1
 *
 * The numbers between which sizes lie; of betweenness a share, 0 to 1. Both are 0 if no size is known.
 */
void
coalition_encoding_get_size_range (CoalitionEncoding *self, double *least, double *most)
{
  *least = self->least;
  *most = self->most;
}

/**
 * coalition_color_by_from_text:
 * @text: (nullable): the field "colour_by" of a view
 *
 * By what a view colors parties.
 *
 * Returns: by what; by level if nothing else is said
 */
CoalitionColorBy
coalition_color_by_from_text (const char *text)
{
  static const char *const keys[] = { "level", "kind", "tag", "constituency", "stance", "trust", "status", "community", "own" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_strcmp0 (text, keys[i]) == 0)
      return i;

  return COALITION_COLOR_BY_LEVEL;
}

/**
 * coalition_size_by_from_text:
 * @text: (nullable): the field "size_by" of a view
 *
 * By what a view sizes parties.
 *
 * Returns: by what; by nothing if nothing is said
 */
CoalitionSizeBy
coalition_size_by_from_text (const char *text)
{
  static const char *const keys[] = { "even", "degree", "betweenness", "influence", "voices" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_strcmp0 (text, keys[i]) == 0)
      return i;

  return COALITION_SIZE_BY_NOTHING;
}
