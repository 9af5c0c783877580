/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CoalitionVotingError:
 * @COALITION_VOTING_ERROR_SOURCE: the ballots cannot be read
 * @COALITION_VOTING_ERROR_SIZE: too many options or votes
 * @COALITION_VOTING_ERROR_METHOD: the method does not fit these ballots, or there is nothing to count
 *
 * Errors of the voting layer.
 */
typedef enum {
  COALITION_VOTING_ERROR_SOURCE,
  COALITION_VOTING_ERROR_SIZE,
  COALITION_VOTING_ERROR_METHOD,
} CoalitionVotingError;

#define COALITION_VOTING_ERROR (coalition_voting_error_quark ())
GQuark coalition_voting_error_quark (void);

/* More options than this are on no ballot that a person can fill in; it is the width of the sets of options. */
#define COALITION_PROFILE_MAX_OPTIONS 64

/* More votes than this would not be counted exactly. */
#define COALITION_PROFILE_MAX_VOTES G_GUINT64_CONSTANT (1000000000)

/* No single option gets more points than this from one ballot. */
#define COALITION_PROFILE_MAX_POINTS 1000000

/* The mark of an option that a ballot says nothing of. */
#define COALITION_UNMARKED (-1)

/**
 * CoalitionBallotKind:
 * @COALITION_BALLOT_RANKED: marks are ranks, 1 the best; equal ranks are allowed
 * @COALITION_BALLOT_APPROVAL: a mark of 1 approves
 * @COALITION_BALLOT_POINTS: marks are points: dots or a score
 *
 * What the marks on a ballot mean.
 */
typedef enum {
  COALITION_BALLOT_RANKED,
  COALITION_BALLOT_APPROVAL,
  COALITION_BALLOT_POINTS,
} CoalitionBallotKind;

/**
 * CoalitionProfile:
 *
 * The ballots of one vote: options with names, and ballots with the number of times that each was cast. Nothing in it
 * tells who voted.
 */
typedef struct _CoalitionProfile CoalitionProfile;

/**
 * CoalitionProblem:
 * @line: in the source, counted from 1
 * @message: what is wrong there and what to do
 *
 * Something in a file of ballots that cannot be read.
 */
typedef struct {
  guint line;
  char *message;
} CoalitionProblem;

CoalitionProfile   *coalition_profile_new             (CoalitionBallotKind kind, const char *const *options, guint n_options);
void                coalition_profile_free            (CoalitionProfile *self);
gboolean            coalition_profile_add             (CoalitionProfile *self, guint count, const int *marks, GError **error);
CoalitionBallotKind coalition_profile_get_kind        (const CoalitionProfile *self);
guint               coalition_profile_get_n_options   (const CoalitionProfile *self);
const char         *coalition_profile_get_option      (const CoalitionProfile *self, guint option);
int                 coalition_profile_find_option     (const CoalitionProfile *self, const char *name);
guint               coalition_profile_get_n_different (const CoalitionProfile *self);
guint64             coalition_profile_get_n_ballots   (const CoalitionProfile *self);
guint64             coalition_profile_get_n_blank     (const CoalitionProfile *self);
const int          *coalition_profile_get_ballot      (const CoalitionProfile *self, guint index, guint *count);

CoalitionProfile   *coalition_profile_parse           (CoalitionBallotKind kind, const char *text, gsize length,
                                                       GPtrArray *problems, GError **error);
CoalitionProfile   *coalition_profile_parse_preflib   (const char *text, gsize length, GPtrArray *problems, GError **error);
GPtrArray          *coalition_problems_new            (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoalitionProfile, coalition_profile_free)

G_END_DECLS
