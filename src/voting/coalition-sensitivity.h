/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-profile.h"

G_BEGIN_DECLS

/* So many weightings that shares differ by less than one percent between seeds: the standard deviation of the difference of
 * two shares is at most sqrt (2 * 0.25 / 100,000), 0.22 percent. */
#define COALITION_SENSITIVITY_SAMPLES 100000

/**
 * CoalitionScoreTable:
 * @n_options: rows
 * @n_criteria: columns
 * @scores: (array): n_options x n_criteria; 0 where nobody scored
 * @weights: (array): n_criteria, none negative, not all zero
 *
 * Options scored by weighted criteria. The total of an option is the sum of its scores times their weights.
 */
typedef struct {
  guint n_options;
  guint n_criteria;
  const double *scores;
  const double *weights;
} CoalitionScoreTable;

/**
 * CoalitionWeightChange:
 * @found: whether any change can alter the top
 * @criterion: the weight to change, for a change of one
 * @challenger: the option that then is level with the top one; any more, and it is ahead
 * @amount: the change: of one weight in its own unit, negative to lower it; of all, the sum of the absolute changes of the
 *   weights as shares of one
 * @weights: (array): the weights after the change of all, as shares of one, n_criteria of them; %NULL for a change of one
 *
 * The smallest change of weights that changes which option is at the top.
 */
typedef struct {
  gboolean found;
  guint criterion;
  guint challenger;
  double amount;
  double *weights;
} CoalitionWeightChange;

double *coalition_score_table_get_totals       (const CoalitionScoreTable *self);
guint   coalition_score_table_get_top          (const CoalitionScoreTable *self);
double *coalition_score_table_sample_shares    (const CoalitionScoreTable *self, guint n_samples, guint64 seed);
void    coalition_score_table_find_one_change  (const CoalitionScoreTable *self, CoalitionWeightChange *change);
void    coalition_score_table_find_least_change (const CoalitionScoreTable *self, CoalitionWeightChange *change);
void    coalition_weight_change_clear          (CoalitionWeightChange *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CoalitionWeightChange, coalition_weight_change_clear)

G_END_DECLS
