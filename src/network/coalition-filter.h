/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-network.h"

G_BEGIN_DECLS

/**
 * CoalitionFilterTest:
 *
 * How a condition compares: the value is one of those given (or none of them), holds the text, is known at all, is at
 * least, at most; a date is on or after, before; never (no contact was logged at all).
 */
typedef enum {
  COALITION_FILTER_IS,
  COALITION_FILTER_IS_NOT,
  COALITION_FILTER_HAS_TEXT,
  COALITION_FILTER_KNOWN,
  COALITION_FILTER_UNKNOWN,
  COALITION_FILTER_AT_LEAST,
  COALITION_FILTER_AT_MOST,
  COALITION_FILTER_SINCE,
  COALITION_FILTER_BEFORE,
  COALITION_FILTER_NEVER,
} CoalitionFilterTest;

/**
 * CoalitionCondition:
 * @subject: id of the subject, see coalition_filter_list_subjects()
 * @values: keys of choices, ids of records, a text, number or date, as text
 *
 * One condition of a filter: a chip on the map. The values are joined by "or".
 */
typedef struct {
  char *subject;
  CoalitionFilterTest test;
  GStrv values;
} CoalitionCondition;

/**
 * CoalitionFilterSubject:
 * @id: "party.FIELD", "party.own:ID", "judgement.ASPECT", "tag", "forum", "agreement", "issue", "contact", "near",
 *   "tie.FIELD", "tie.own:ID"
 * @label: what people read: "Place", "Last contact", "Kind of tie"
 * @group: "Parties", "Groups", "Ties": the heading under which it is offered
 * @field: (nullable): the field it compares: type and choices follow from it
 * @target: (nullable): kind of the records that the values name
 *
 * Something that one can filter by.
 */
typedef struct {
  char *id;
  char *label;
  const char *group;
  const CoalitionField *field;
  const CoalitionKind *target;
} CoalitionFilterSubject;

/**
 * CoalitionFilter:
 *
 * Conditions joined by "and". Conditions on ties leave out ties, and with them nobody; all others leave out parties, and
 * with them their ties. "near" names parties and a number of steps (its first value): whoever can be reached from one of
 * them over so many ties.
 */
typedef struct _CoalitionFilter CoalitionFilter;

CoalitionFilter          *coalition_filter_new           (void);
CoalitionFilter          *coalition_filter_copy          (CoalitionFilter *self);
void                      coalition_filter_free          (CoalitionFilter *self);
CoalitionFilter          *coalition_filter_parse         (const char *text, GError **error);
char                     *coalition_filter_to_text       (CoalitionFilter *self);
guint                     coalition_filter_get_size      (CoalitionFilter *self);
const CoalitionCondition *coalition_filter_get           (CoalitionFilter *self, guint index);
void                      coalition_filter_add           (CoalitionFilter *self, const char *subject, CoalitionFilterTest test,
                                                          const char *const *values);
void                      coalition_filter_remove        (CoalitionFilter *self, guint index);
/* "Place: Weston Park", "Ties since 2023", "Within 2 steps of Northside": the words on the chip. */
char                     *coalition_filter_describe      (CoalitionFilter *self, guint index, CoalitionCampaign *campaign);
/* Sets the flag of every party and tie of @network that passes; the arrays are as long as the network. */
void                      coalition_filter_apply         (CoalitionFilter *self, CoalitionCampaign *campaign,
                                                          CoalitionNetwork *network, gboolean *parties, gboolean *ties);
GPtrArray                *coalition_filter_list_subjects (CoalitionCampaign *campaign);
/* The tests that make sense for a subject; (array length=n) */
const CoalitionFilterTest *coalition_filter_subject_get_tests (const CoalitionFilterSubject *subject, guint *n);
const char               *coalition_filter_test_get_label (CoalitionFilterTest test);
void                      coalition_filter_subject_free  (CoalitionFilterSubject *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoalitionFilter, coalition_filter_free)

G_END_DECLS
