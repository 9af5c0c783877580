/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-random.h"
#include "coalition-tally-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const method_names[] = { "approval", "dots", "score", "borda", "irv", "schulze" };

/**
 * coalition_tally_method_from_text:
 * @text: name of a method, as on the command line
 * @method: (out): the method
 *
 * Returns: %FALSE if there is none of that name
 */
gboolean
coalition_tally_method_from_text (const char           *text,
                                  CoalitionTallyMethod *method)
{
  for (guint i = 0; i < G_N_ELEMENTS (method_names); i++)
    if (g_str_equal (method_names[i], text))
      {
        *method = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * coalition_tally_method_to_text:
 * @method: a method
 *
 * Returns: (transfer none): its name, as on the command line
 */
const char *
coalition_tally_method_to_text (CoalitionTallyMethod method)
{
  return method_names[method];
}

/**
 * coalition_tally_method_get_ballots:
 * @method: a method
 *
 * Returns: which ballots it counts
 */
CoalitionBallotKind
coalition_tally_method_get_ballots (CoalitionTallyMethod method)
{
  switch (method)
    {
    case COALITION_TALLY_APPROVAL:
      return COALITION_BALLOT_APPROVAL;
    case COALITION_TALLY_DOTS:
    case COALITION_TALLY_SCORE:
      return COALITION_BALLOT_POINTS;
    case COALITION_TALLY_BORDA:
    case COALITION_TALLY_IRV:
    case COALITION_TALLY_SCHULZE:
    default:
      return COALITION_BALLOT_RANKED;
    }
}

/**
 * coalition_tally_draw_lot:
 * @seed: of the lot
 * @n_options: how many options
 * @order: (out caller-allocates) (array): the options in the order in which they were drawn
 *
 * Draws all options in an order that only the seed decides: a shuffle after Fisher and Yates (Durstenfeld 1964) with numbers
 * from SplitMix64.
 */
void
coalition_tally_draw_lot (guint64  seed,
                          guint    n_options,
                          guint   *order)
{
  guint64 state = seed;

  for (guint i = 0; i < n_options; i++)
    order[i] = i;
  for (guint i = n_options; i > 1; i--)
    {
      /* Numbers beyond the last whole multiple would favor the first options. */
      const guint64 limit = G_MAXUINT64 - G_MAXUINT64 % i;
      guint64 number;
      guint j, kept = order[i - 1];

      do
        number = coalition_random_next (&state);
      while (number >= limit);
      j = number % i;
      order[i - 1] = order[j];
      order[j] = kept;
    }
}

/* Ranks are better when smaller, points and approvals when greater. What is unmarked counts as the worst. */
static inline int
worth (CoalitionBallotKind kind,
       int                 mark)
{
  if (mark == COALITION_UNMARKED)
    return kind == COALITION_BALLOT_RANKED ? G_MININT : 0;

  return kind == COALITION_BALLOT_RANKED ? -mark : mark;
}

/**
 * coalition_tally_count_pairs:
 * @self: a tally with zeroed pairs
 * @profile: the ballots
 *
 * Counts for every two options the ballots that prefer the one to the other.
 */
void
coalition_tally_count_pairs (CoalitionTally         *self,
                             const CoalitionProfile *profile)
{
  const CoalitionBallotKind kind = coalition_profile_get_kind (profile);
  const gboolean ignored = self->options.unranked == COALITION_UNRANKED_IGNORED;
  const guint n = self->n_options;
  int worths[COALITION_PROFILE_MAX_OPTIONS];
  gboolean counts[COALITION_PROFILE_MAX_OPTIONS];

  for (guint b = 0; b < coalition_profile_get_n_different (profile); b++)
    {
      guint count;
      const int *marks = coalition_profile_get_ballot (profile, b, &count);

      for (guint i = 0; i < n; i++)
        {
          worths[i] = worth (kind, marks[i]);
          counts[i] = !ignored || marks[i] != COALITION_UNMARKED;
        }
      for (guint i = 0; i < n; i++)
        {
          gint64 *row = self->pairwise + i * n;

          if (counts[i])
            for (guint j = 0; j < n; j++)
              row[j] += worths[i] > worths[j] && counts[j] ? count : 0;
        }
    }
}

static void
find_condorcet (CoalitionTally *self)
{
  self->condorcet = -1;
  for (guint i = 0; i < self->n_options; i++)
    {
      gboolean beats_all = TRUE;

      for (guint j = 0; j < self->n_options && beats_all; j++)
        beats_all = i == j || self->pairwise[i * self->n_options + j] > self->pairwise[j * self->n_options + i];
      if (beats_all)
        self->condorcet = i;
    }
}

/* Sums of approvals or points and, for means, how many ballots marked each option. */
static void
sum_points (CoalitionTally         *self,
            const CoalitionProfile *profile,
            gint64                 *sums,
            gint64                 *marked)
{
  for (guint b = 0; b < coalition_profile_get_n_different (profile); b++)
    {
      guint count;
      const int *marks = coalition_profile_get_ballot (profile, b, &count);

      for (guint i = 0; i < self->n_options; i++)
        if (marks[i] != COALITION_UNMARKED)
          {
            sums[i] += (gint64) marks[i] * count;
            marked[i] += count;
          }
    }
}

/* Twice the Borda points among some options: two for each ballot that ranks another lower, one for each that ranks it
 * equal, counted from the pairs. */
static gint64
get_borda (const CoalitionTally *self,
           const gint64         *together,
           guint64               remaining,
           guint                 option)
{
  const guint n = self->n_options;
  gint64 points = 0;

  for (guint j = 0; j < n; j++)
    if (j != option && (remaining & COALITION_ONE (j)))
      {
        gint64 wins = self->pairwise[option * n + j], losses = self->pairwise[j * n + option];

        points += 2 * wins + (together[option * n + j] - wins - losses);
      }

  return points;
}

/* How many ballots speak of both options. */
static void
count_together (const CoalitionTally   *self,
                const CoalitionProfile *profile,
                gint64                 *together)
{
  const guint n = self->n_options;

  for (guint i = 0; i < n * n; i++)
    together[i] = self->options.unranked == COALITION_UNRANKED_IGNORED ? 0 : (gint64) (self->n_ballots - self->n_blank);
  if (self->options.unranked != COALITION_UNRANKED_IGNORED)
    return;
  for (guint b = 0; b < coalition_profile_get_n_different (profile); b++)
    {
      guint count;
      const int *marks = coalition_profile_get_ballot (profile, b, &count);

      for (guint i = 0; i < n; i++)
        for (guint j = 0; j < n; j++)
          if (marks[i] != COALITION_UNMARKED && marks[j] != COALITION_UNMARKED)
            together[i * n + j] += count;
    }
}

typedef struct
{
  gint64 *sums;
  gint64 *marked;
  gint64 *together;
  CoalitionRunoff *runoff;
} Count;

/* Compares a/b with c/d exactly; nothing over nobody is the least. */
static int
compare_means (gint64 a,
               gint64 b,
               gint64 c,
               gint64 d)
{
  if (b == 0 || d == 0)
    return (b != 0) - (d != 0);

  return ((__int128) a * d > (__int128) c * b) - ((__int128) a * d < (__int128) c * b);
}

static int
compare_points (CoalitionTally *self,
                const Count    *count,
                guint64         remaining,
                guint           a,
                guint           b)
{
  gint64 first, second;

  if (self->method == COALITION_TALLY_SCORE && self->options.unranked == COALITION_UNRANKED_IGNORED)
    return compare_means (count->sums[a], count->marked[a], count->sums[b], count->marked[b]);
  if (self->method == COALITION_TALLY_BORDA)
    {
      first = get_borda (self, count->together, remaining, a);
      second = get_borda (self, count->together, remaining, b);
    }
  else
    {
      first = count->sums[a];
      second = count->sums[b];
    }

  return (first > second) - (first < second);
}

static guint64
find_most_points (CoalitionTally *self,
                  const Count    *count,
                  guint64         remaining)
{
  guint64 winners = 0;
  guint best = 0;

  for (guint64 rest = remaining; rest != 0; rest &= rest - 1)
    {
      guint option = __builtin_ctzll (rest);
      int sign = winners == 0 ? 1 : compare_points (self, count, remaining, option, best);

      if (sign > 0)
        {
          best = option;
          winners = COALITION_ONE (option);
        }
      else if (sign == 0)
        winners |= COALITION_ONE (option);
    }

  return winners;
}

static gboolean
find_winners (CoalitionTally  *self,
              Count           *count,
              guint64          remaining,
              guint64         *winners,
              GError         **error)
{
  const gboolean whole = remaining == coalition_all_options (self->n_options);
  g_autofree gint64 *strengths = NULL;

  switch (self->method)
    {
    case COALITION_TALLY_IRV:
      return coalition_runoff_find (count->runoff, remaining, winners, whole ? self->rounds : NULL, &self->branched,
                                    &self->lot_used, error);
    case COALITION_TALLY_SCHULZE:
      if (!whole)
        strengths = g_new (gint64, self->n_options * self->n_options);
      *winners = coalition_tally_find_schulze (self, remaining, whole ? self->strengths : strengths);
      return TRUE;
    case COALITION_TALLY_APPROVAL:
    case COALITION_TALLY_DOTS:
    case COALITION_TALLY_SCORE:
    case COALITION_TALLY_BORDA:
    default:
      *winners = find_most_points (self, count, remaining);
      return TRUE;
    }
}

static guint64
break_tie (CoalitionTally *self,
           guint64         winners)
{
  if (self->lot == NULL || (winners & (winners - 1)) == 0)
    return winners;
  self->lot_used = TRUE;
  for (guint i = 0; i < self->n_options; i++)
    if (winners & COALITION_ONE (self->lot[i]))
      return COALITION_ONE (self->lot[i]);

  return winners;
}

static gboolean
rank (CoalitionTally  *self,
      Count           *count,
      GError         **error)
{
  for (guint64 remaining = coalition_all_options (self->n_options), winners; remaining != 0; remaining &= ~winners)
    {
      GArray *place = g_array_new (FALSE, FALSE, sizeof (guint));

      g_ptr_array_add (self->ranking, place);
      if (!find_winners (self, count, remaining, &winners, error))
        return FALSE;
      winners = break_tie (self, winners);
      for (guint i = 0; i < self->n_options; i++)
        if (winners & COALITION_ONE (i))
          g_array_append_val (place, i);
    }

  return TRUE;
}

static void
tell_points (CoalitionTally *self,
             const Count    *count)
{
  if (self->method == COALITION_TALLY_IRV || self->method == COALITION_TALLY_SCHULZE)
    return;
  self->points = g_new0 (double, self->n_options);
  for (guint i = 0; i < self->n_options; i++)
    {
      if (self->method == COALITION_TALLY_BORDA)
        self->points[i] = (double) get_borda (self, count->together, coalition_all_options (self->n_options), i) / 2;
      else if (self->method == COALITION_TALLY_SCORE && self->options.unranked == COALITION_UNRANKED_IGNORED)
        self->points[i] = count->marked[i] > 0 ? (double) count->sums[i] / (double) count->marked[i] : 0;
      else
        self->points[i] = (double) count->sums[i];
    }
}

static void
tell_beats (CoalitionTally *self)
{
  const guint n = self->n_options;
  guint place[COALITION_PROFILE_MAX_OPTIONS] = { 0 };

  for (guint i = 0; i < self->ranking->len; i++)
    {
      const GArray *options = g_ptr_array_index (self->ranking, i);

      for (guint j = 0; j < options->len; j++)
        place[g_array_index (options, guint, j)] = i;
    }
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      self->beats[i * n + j] = self->strengths != NULL ? i != j && self->strengths[i * n + j] > self->strengths[j * n + i]
                                                       : place[i] < place[j];
}

/**
 * coalition_tally_compute:
 * @profile: the ballots
 * @method: how to count them
 * @options: what was settled before
 * @error: return location for a #GError
 *
 * Counts ballots.
 *
 * Returns: (transfer full): the outcome, or %NULL with %COALITION_VOTING_ERROR_METHOD if the method does not fit the ballots or
 *   there are no options, or %COALITION_VOTING_ERROR_SIZE if there are more ties than can be followed
 */
CoalitionTally *
coalition_tally_compute (const CoalitionProfile       *profile,
                         CoalitionTallyMethod          method,
                         const CoalitionTallyOptions  *options,
                         GError                      **error)
{
  g_autoptr (CoalitionTally) self = g_new0 (CoalitionTally, 1);
  const guint n = coalition_profile_get_n_options (profile);
  g_autofree gint64 *sums = g_new0 (gint64, n + 1);
  g_autofree gint64 *marked = g_new0 (gint64, n + 1);
  g_autofree gint64 *together = g_new0 (gint64, n * n + 1);
  g_autoptr (CoalitionRunoff) runoff = NULL;
  Count count = { sums, marked, together, NULL };

  self->method = method;
  self->options = *options;
  self->n_options = n;
  self->n_ballots = coalition_profile_get_n_ballots (profile);
  self->n_blank = coalition_profile_get_n_blank (profile);
  self->ranking = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->pairwise = g_new0 (gint64, n * n + 1);
  self->beats = g_new0 (gboolean, n * n + 1);
  if (n == 0 || coalition_profile_get_kind (profile) != coalition_tally_method_get_ballots (method))
    {
      g_set_error_literal (error, COALITION_VOTING_ERROR, COALITION_VOTING_ERROR_METHOD,
                           n == 0 ? _("There is nothing to vote on") : _("These ballots cannot be counted by that method"));
      return NULL;
    }
  if (options->by_lot)
    {
      self->lot = g_new0 (guint, n);
      coalition_tally_draw_lot (options->seed, n, self->lot);
    }
  coalition_tally_count_pairs (self, profile);
  find_condorcet (self);
  if (method == COALITION_TALLY_SCHULZE)
    self->strengths = g_new0 (gint64, n * n);
  else if (method == COALITION_TALLY_BORDA)
    count_together (self, profile, together);
  else if (method != COALITION_TALLY_IRV)
    sum_points (self, profile, sums, marked);
  if (method == COALITION_TALLY_IRV)
    {
      self->rounds = g_array_new (FALSE, FALSE, sizeof (CoalitionTallyRound));
      count.runoff = runoff = coalition_runoff_new (profile, self->lot, error);
      if (runoff == NULL)
        return NULL;
    }
  if (!rank (self, &count, error))
    return NULL;
  tell_points (self, &count);
  tell_beats (self);

  return g_steal_pointer (&self);
}

/**
 * coalition_tally_free:
 * @self: (transfer full): a tally
 *
 * Frees a tally.
 */
void
coalition_tally_free (CoalitionTally *self)
{
  g_clear_pointer (&self->ranking, g_ptr_array_unref);
  g_clear_pointer (&self->rounds, g_array_unref);
  g_free (self->pairwise);
  g_free (self->points);
  g_free (self->strengths);
  g_free (self->beats);
  g_free (self->lot);
  g_free (self);
}

/**
 * coalition_tally_get_winners:
 * @self: a tally
 *
 * Returns: (transfer none) (element-type guint): the winning options; several are tied
 */
const GArray *
coalition_tally_get_winners (const CoalitionTally *self)
{
  return g_ptr_array_index (self->ranking, 0);
}
