/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-tally-private.h"

#include <glib/gi18n-lib.h>

/* Instant-runoff. A ballot counts for the first of its options that is still in; where several share that place, they
 * share the vote in equal parts. Votes are counted exactly, in parts of a common multiple of all shares. Whoever has the
 * fewest votes leaves, until one has more than half of the votes of ballots that still name somebody. With a tie for the
 * fewest, every branch is followed, unless a lot decides; options that together have fewer votes than the next one leave
 * together, since no order among them can change who stays. */

/* Up to this many options may share a place: beyond, no exact common multiple fits. */
#define MOST_EQUAL 60

/* So many different sets of options are followed before a vote is called too tied to be counted. */
#define MOST_BRANCHES 200000

typedef unsigned __int128 Votes;

typedef struct
{
  guint count;
  guint first; /* of its places, in @places */
  guint end;
} RunoffBallot;

struct _CoalitionRunoff
{
  guint n_options;
  GArray *ballots;
  GArray *places; /* guint64: the options of each place of each ballot, best place first */
  Votes unit;     /* of one vote */
  guint n_equal;  /* most options that share a place */
  const guint *lot;
  guint *lot_place; /* of each option */
};

typedef struct
{
  CoalitionRunoff *runoff;
  GHashTable *known; /* set -> winners */
  GArray *rounds;
  gboolean branched;
  gboolean lot_used;
  gboolean too_many;
} Search;

static Votes
greatest_common_divisor (Votes a,
                         Votes b)
{
  while (b != 0)
    {
      Votes rest = a % b;

      a = b;
      b = rest;
    }

  return a;
}

static void
add_places (CoalitionRunoff *self,
            const int       *marks)
{
  int done = 0;

  for (;;)
    {
      guint64 place = 0;
      int next = G_MAXINT;

      for (guint i = 0; i < self->n_options; i++)
        if (marks[i] > done && marks[i] < next)
          next = marks[i];
      if (next == G_MAXINT)
        return;
      for (guint i = 0; i < self->n_options; i++)
        if (marks[i] == next)
          place |= COALITION_ONE (i);
      g_array_append_val (self->places, place);
      self->n_equal = MAX (self->n_equal, (guint) __builtin_popcountll (place));
      done = next;
    }
}

/* The same by one look at each mark, for the usual ballot: ranks 1, 2, 3 … without equals. */
static gboolean
add_plain_places (CoalitionRunoff *self,
                  const int       *marks)
{
  guint64 places[COALITION_PROFILE_MAX_OPTIONS] = { 0 };
  guint n = 0, most = 0;

  for (guint i = 0; i < self->n_options; i++)
    if (marks[i] != COALITION_UNMARKED)
      {
        if (marks[i] < 1 || marks[i] > (int) self->n_options || places[marks[i] - 1] != 0)
          return FALSE;
        places[marks[i] - 1] = COALITION_ONE (i);
        most = MAX (most, (guint) marks[i]);
        n++;
      }
  if (n != most)
    return FALSE;
  g_array_append_vals (self->places, places, n);
  self->n_equal = MAX (self->n_equal, 1);

  return TRUE;
}

/**
 * coalition_runoff_new:
 * @profile: ranked ballots
 * @lot: (nullable) (array): the order that breaks ties: who stands earlier in it stays; it must outlive the runoff
 * @error: return location for a #GError
 *
 * Prepares ballots for instant-runoffs.
 *
 * Returns: (transfer full): the runoff, or %NULL with %COALITION_VOTING_ERROR_SIZE if too many options share a place
 */
CoalitionRunoff *
coalition_runoff_new (const CoalitionProfile  *profile,
                      const guint             *lot,
                      GError                 **error)
{
  g_autoptr (CoalitionRunoff) self = g_new0 (CoalitionRunoff, 1);

  self->n_options = coalition_profile_get_n_options (profile);
  self->ballots = g_array_sized_new (FALSE, FALSE, sizeof (RunoffBallot), coalition_profile_get_n_different (profile));
  self->places = g_array_sized_new (FALSE, FALSE, sizeof (guint64), coalition_profile_get_n_different (profile) * self->n_options);
  self->lot = lot;
  self->unit = 1;
  if (lot != NULL)
    {
      self->lot_place = g_new0 (guint, self->n_options);
      for (guint i = 0; i < self->n_options; i++)
        self->lot_place[lot[i]] = i;
    }
  for (guint i = 0; i < coalition_profile_get_n_different (profile); i++)
    {
      RunoffBallot ballot = { 0, self->places->len, 0 };
      const int *marks = coalition_profile_get_ballot (profile, i, &ballot.count);

      if (!add_plain_places (self, marks))
        add_places (self, marks);
      ballot.end = self->places->len;
      if (ballot.end > ballot.first)
        g_array_append_val (self->ballots, ballot);
    }
  if (self->n_equal > MOST_EQUAL)
    {
      g_set_error (error, COALITION_VOTING_ERROR, COALITION_VOTING_ERROR_SIZE,
                   _("%u options share a place on a ballot: an instant-runoff can split a vote among %d at most"),
                   self->n_equal, MOST_EQUAL);
      return NULL;
    }
  for (guint i = 2; i <= self->n_equal; i++)
    self->unit = self->unit / greatest_common_divisor (self->unit, i) * i;

  return g_steal_pointer (&self);
}

/**
 * coalition_runoff_free:
 * @self: (transfer full): a runoff
 *
 * Frees a runoff.
 */
void
coalition_runoff_free (CoalitionRunoff *self)
{
  g_clear_pointer (&self->ballots, g_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_free (self->lot_place);
  g_free (self);
}

/* The votes of each option that is in; returns their sum. */
static Votes
count_firsts (CoalitionRunoff *self,
              guint64          remaining,
              Votes           *votes)
{
  const guint64 *places = (const guint64 *) (void *) self->places->data;
  const RunoffBallot *ballots = (const RunoffBallot *) (void *) self->ballots->data;
  guint64 whole[COALITION_PROFILE_MAX_OPTIONS] = { 0 };
  Votes total = 0;

  for (guint i = 0; i < self->n_options; i++)
    votes[i] = 0;
  for (guint i = 0; i < self->ballots->len; i++)
    {
      guint64 first = 0;

      for (guint j = ballots[i].first; j < ballots[i].end && first == 0; j++)
        first = places[j] & remaining;
      if (first == 0)
        continue;
      if ((first & (first - 1)) == 0)
        {
          whole[__builtin_ctzll (first)] += ballots[i].count;
          continue;
        }
      for (guint64 rest = first; rest != 0; rest &= rest - 1)
        votes[__builtin_ctzll (rest)] += self->unit / (guint) __builtin_popcountll (first) * ballots[i].count;
    }
  for (guint i = 0; i < self->n_options; i++)
    {
      votes[i] += self->unit * whole[i];
      total += votes[i];
    }

  return total;
}

static void
note_round (Search      *search,
            guint64      remaining,
            const Votes *votes,
            int          out)
{
  CoalitionTallyRound round = { .remaining = remaining, .out = out };

  if (search->rounds == NULL || search->branched)
    return;
  for (guint i = 0; i < search->runoff->n_options; i++)
    round.votes[i] = (double) votes[i] / (double) search->runoff->unit;
  g_array_append_val (search->rounds, round);
}

/* Options that have the fewest votes; *together tells whether they, as a block, may leave in any order. */
static guint64
find_last (guint64      remaining,
           const Votes *votes,
           gboolean    *together)
{
  Votes fewest = 0, next = 0, sum = 0;
  gboolean has_next = FALSE;
  guint64 last = 0;

  for (guint64 rest = remaining; rest != 0; rest &= rest - 1)
    {
      guint option = __builtin_ctzll (rest);

      if (last == 0 || votes[option] < fewest)
        {
          fewest = votes[option];
          last = COALITION_ONE (option);
        }
      else if (votes[option] == fewest)
        last |= COALITION_ONE (option);
    }
  for (guint64 rest = remaining & ~last; rest != 0; rest &= rest - 1)
    {
      guint option = __builtin_ctzll (rest);

      if (!has_next || votes[option] < next)
        next = votes[option];
      has_next = TRUE;
    }
  sum = fewest * (guint) __builtin_popcountll (last);
  *together = has_next && sum < next;

  return last;
}

static guint
choose_by_lot (CoalitionRunoff *self,
               guint64          options)
{
  guint chosen = __builtin_ctzll (options);

  for (guint64 rest = options; rest != 0; rest &= rest - 1)
    if (self->lot_place[__builtin_ctzll (rest)] > self->lot_place[chosen])
      chosen = __builtin_ctzll (rest);

  return chosen;
}

static guint64
remember (Search  *search,
          guint64  remaining,
          guint64  winners)
{
  g_hash_table_insert (search->known, g_memdup2 (&remaining, sizeof remaining), g_memdup2 (&winners, sizeof winners));

  return winners;
}

static guint64
find_winners (Search  *search,
              guint64  remaining)
{
  CoalitionRunoff *self = search->runoff;
  const guint64 begun = remaining;
  const guint64 *known = g_hash_table_lookup (search->known, &remaining);
  Votes votes[COALITION_PROFILE_MAX_OPTIONS];

  if (known != NULL)
    return *known;
  if (g_hash_table_size (search->known) >= MOST_BRANCHES)
    {
      search->too_many = TRUE;
      return remaining;
    }
  for (;;)
    {
      Votes total = count_firsts (self, remaining, votes);
      gboolean together;
      guint64 last, winners = 0;

      for (guint64 rest = remaining; rest != 0; rest &= rest - 1)
        if (votes[__builtin_ctzll (rest)] * 2 > total || (remaining & (remaining - 1)) == 0)
          {
            note_round (search, remaining, votes, -1);
            return remember (search, begun, COALITION_ONE (__builtin_ctzll (rest)));
          }
      if (total == 0 && self->lot == NULL)
        {
          /* No ballot names any of them: each order of leaving is as good as another, and each may be the last. */
          search->branched = TRUE;
          return remember (search, begun, remaining);
        }
      last = find_last (remaining, votes, &together);
      if ((last & (last - 1)) == 0 || together)
        {
          for (guint64 rest = last; rest != 0; rest &= rest - 1)
            {
              note_round (search, remaining, votes, __builtin_ctzll (rest));
              remaining &= ~COALITION_ONE (__builtin_ctzll (rest));
            }
          continue;
        }
      if (self->lot != NULL)
        {
          guint out = choose_by_lot (self, last);

          search->lot_used = TRUE;
          note_round (search, remaining, votes, out);
          remaining &= ~COALITION_ONE (out);
          continue;
        }
      search->branched = TRUE;
      for (guint64 rest = last; rest != 0 && !search->too_many; rest &= rest - 1)
        winners |= find_winners (search, remaining & ~COALITION_ONE (__builtin_ctzll (rest)));
      return remember (search, begun, winners);
    }
}

/**
 * coalition_runoff_find:
 * @self: a runoff
 * @remaining: options that take part
 * @winners: (out): the winner; several if ties for the last place lead to different ones
 * @rounds: (nullable) (element-type CoalitionTallyRound): where the rounds go, up to the first tie
 * @branched: (inout): set if a tie was followed along every branch
 * @lot_used: (inout): set if a tie was broken by lot
 * @error: return location for a #GError
 *
 * Holds an instant-runoff among some options.
 *
 * Returns: %FALSE with %COALITION_VOTING_ERROR_SIZE if there are too many ties to follow them all
 */
gboolean
coalition_runoff_find (CoalitionRunoff  *self,
                       guint64           remaining,
                       guint64          *winners,
                       GArray           *rounds,
                       gboolean         *branched,
                       gboolean         *lot_used,
                       GError          **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  Search search = { .runoff = self, .known = known, .rounds = rounds };

  *winners = find_winners (&search, remaining);
  if (search.too_many)
    {
      g_set_error_literal (error, COALITION_VOTING_ERROR, COALITION_VOTING_ERROR_SIZE,
                           _("There are too many ties to follow them all: choose a rule that breaks ties"));
      return FALSE;
    }
  *branched = *branched || search.branched;
  *lot_used = *lot_used || search.lot_used;

  return TRUE;
}
