/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-profile.h"

G_BEGIN_DECLS

/**
 * CoalitionTallyMethod:
 * @COALITION_TALLY_APPROVAL: most approvals (Brams and Fishburn 1978)
 * @COALITION_TALLY_DOTS: most dots: each voter has some to spread
 * @COALITION_TALLY_SCORE: most points in all; or, where what is unmarked is ignored, the highest mean of those who scored it
 * @COALITION_TALLY_BORDA: a point for every option ranked below, half a point for every one ranked equal
 * @COALITION_TALLY_IRV: instant-runoff: whoever is first on the fewest ballots leaves, until one is first on most
 * @COALITION_TALLY_SCHULZE: strongest paths of winning votes (Schulze 2011, Social Choice and Welfare 36: 267-303)
 *
 * How ballots are counted.
 */
typedef enum {
  COALITION_TALLY_APPROVAL,
  COALITION_TALLY_DOTS,
  COALITION_TALLY_SCORE,
  COALITION_TALLY_BORDA,
  COALITION_TALLY_IRV,
  COALITION_TALLY_SCHULZE,
} CoalitionTallyMethod;

/**
 * CoalitionUnranked:
 * @COALITION_UNRANKED_LAST: options that a ballot says nothing of are all behind those it names
 * @COALITION_UNRANKED_IGNORED: the ballot is not counted where one of two options is unmarked
 *
 * What an option means that a ballot says nothing of. To be settled before the count.
 */
typedef enum {
  COALITION_UNRANKED_LAST,
  COALITION_UNRANKED_IGNORED,
} CoalitionUnranked;

/**
 * CoalitionTallyOptions:
 * @by_lot: whether ties are broken by lot; otherwise they stand as ties
 * @seed: of the lot: the same seed and options give the same order
 *
 * What is settled before the count.
 */
typedef struct {
  CoalitionUnranked unranked;
  gboolean by_lot;
  guint64 seed;
} CoalitionTallyOptions;

/**
 * CoalitionTallyRound:
 * @remaining: set of options (bit i for option i) that were still in
 * @votes: (array): first places of each option; ballots are split among equal firsts
 * @out: option that left, or -1 if the round had a winner
 *
 * One round of an instant-runoff, for the result sheet.
 */
typedef struct {
  guint64 remaining;
  double votes[COALITION_PROFILE_MAX_OPTIONS];
  int out;
} CoalitionTallyRound;

/**
 * CoalitionTally:
 * @n_options: how many options
 * @n_ballots: ballots cast, blank ones included
 * @n_blank: blank ballots
 * @ranking: (element-type GArray): first the winners, then the winners once those are removed, and so on; each an array of
 *   option indices (guint) in the order of the options
 * @pairwise: (array): n_options x n_options; [a][b] is the number of ballots that prefer a to b
 * @points: (nullable) (array): approvals, dots, points, means or Borda points of each option; %NULL for other methods
 * @strengths: (nullable) (array): for Schulze, the strength of the strongest path from a to b
 * @beats: (array): n_options x n_options; Schulze's full relation, for other methods what follows from @ranking
 * @condorcet: the option that beats every other one by a majority of the ballots, or -1
 * @rounds: (nullable) (element-type CoalitionTallyRound): of the instant-runoff, as long as no tie had to be followed
 * @branched: a tie for the last place was followed along every branch: the winners are all possible ones
 * @lot: (nullable) (array): the order by which ties were broken, or %NULL if none was asked for
 * @lot_used: whether a tie had to be broken by it
 *
 * The outcome of a count.
 */
typedef struct {
  CoalitionTallyMethod method;
  CoalitionTallyOptions options;
  guint n_options;
  guint64 n_ballots;
  guint64 n_blank;
  GPtrArray *ranking;
  gint64 *pairwise;
  double *points;
  gint64 *strengths;
  gboolean *beats;
  int condorcet;
  GArray *rounds;
  gboolean branched;
  guint *lot;
  gboolean lot_used;
} CoalitionTally;

CoalitionTally      *coalition_tally_compute       (const CoalitionProfile *profile, CoalitionTallyMethod method,
                                                    const CoalitionTallyOptions *options, GError **error);
void                 coalition_tally_free          (CoalitionTally *self);
const GArray        *coalition_tally_get_winners   (const CoalitionTally *self);
gboolean             coalition_tally_method_from_text (const char *text, CoalitionTallyMethod *method);
const char          *coalition_tally_method_to_text (CoalitionTallyMethod method);
CoalitionBallotKind  coalition_tally_method_get_ballots (CoalitionTallyMethod method);
void                 coalition_tally_draw_lot      (guint64 seed, guint n_options, guint *order);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoalitionTally, coalition_tally_free)

G_END_DECLS
