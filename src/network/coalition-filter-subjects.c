/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-filter-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What one can filter by. */

static const CoalitionChoice stance_choices[] = {
  { "1", N_("Opponent") }, { "2", N_("Leaning against") }, { "3", N_("Undecided") }, { "4", N_("Leaning for") },
  { "5", N_("Champion") }, { NULL }
};

#define RATING_OF_FIVE(name_, label_) \
  { .name = name_, .type = COALITION_FIELD_INTEGER, .flags = COALITION_FIELD_RATING, .label = label_, .minimum = 0, .maximum = 5 }

/* What is judged of parties, described like fields. */
static const CoalitionField judgement_fields[] = {
  RATING_OF_FIVE ("people-trust", N_("People’s trust in them")),
  RATING_OF_FIVE ("our-trust", N_("Trust between us")),
  RATING_OF_FIVE ("influence", N_("Influence")),
  { .name = "stance", .type = COALITION_FIELD_CHOICE, .label = N_("Stance"), .choices = stance_choices },
  { .name = "gatekeeper", .type = COALITION_FIELD_BOOLEAN, .label = N_("Gatekeeper") },
};

static const CoalitionField contact_field = { .name = "contact", .type = COALITION_FIELD_DATE, .label = N_("Last contact") };
static const CoalitionField near_field = { .name = "near", .type = COALITION_FIELD_INTEGER, .label = N_("Steps"), .minimum = 0, .maximum = 20 };

typedef struct
{
  const char *id;
  const char *label;
  const CoalitionKind *target;
  const CoalitionField *field;
} Special;

static const Special specials[] = {
  { "tag", N_("Tag"), &coalition_kind_tag, NULL },
  { "forum", N_("Forum"), &coalition_kind_forum, NULL },
  { "agreement", N_("Agreement"), &coalition_kind_agreement, NULL },
  { "issue", N_("Issue"), &coalition_kind_issue, NULL },
  { "contact", N_("Last contact"), NULL, &contact_field },
  { "near", N_("Near"), &coalition_kind_party, &near_field },
};

/* Whether a condition on this subject leaves out ties, not parties. */
gboolean
coalition_filter_is_of_ties (const char *subject)
{
  return g_str_has_prefix (subject, "tie.");
}

/**
 * coalition_filter_subject_free:
 * @self: (transfer full): a subject
 *
 * Frees a subject.
 */
void
coalition_filter_subject_free (CoalitionFilterSubject *self)
{
  g_free (self->id);
  g_free (self->label);
  g_free (self);
}

static CoalitionFilterSubject *
subject_new (char *id, const char *label, const char *group, const CoalitionField *field, const CoalitionKind *target)
{
  CoalitionFilterSubject *self = g_new0 (CoalitionFilterSubject, 1);

  self->id = id;
  self->label = g_strdup (label);
  self->group = group;
  self->field = field;
  self->target = target;

  return self;
}

/* Not the ends of ties (a party is found by its name), nor pictures. */
static gboolean
is_offered (const CoalitionField *field)
{
  return !(field->flags & (COALITION_FIELD_HIDDEN | COALITION_FIELD_OWNER))
         && (field->type != COALITION_FIELD_REFERENCE || g_strcmp0 (field->target, "image") != 0);
}

/* "Trust" or "Status" alone would not say of what: on a chip there is no heading above it. */
static const char *
get_label (const CoalitionKind *kind, const CoalitionField *field)
{
  static const struct { const char *name, *label; } of_ties[] = {
    { "kind", N_("Kind of tie") }, { "direction", N_("Direction of tie") }, { "status", N_("Status of tie") },
    { "strength", N_("Strength of tie") }, { "trust", N_("Trust in tie") }, { "brought_by", N_("Tie brought about by") },
    { "start", N_("Tied since") }, { "end", N_("Tied until") }, { "source", N_("Tie told by") },
    { "confidence", N_("Confidence in tie") }, { "notes", N_("Notes on tie") },
  };

  if (coalition_field_get_own_id (field) != NULL)
    return field->label;
  for (guint i = 0; kind == &coalition_kind_tie && i < G_N_ELEMENTS (of_ties); i++)
    if (g_str_equal (field->name, of_ties[i].name))
      return _(of_ties[i].label);

  return _(field->label);
}

static void
list_fields (GPtrArray *subjects, CoalitionCampaign *campaign, const CoalitionKind *kind)
{
  g_autoptr (GPtrArray) fields = coalition_campaign_list_fields (campaign, kind);

  for (guint i = 0; i < fields->len; i++)
    {
      const CoalitionField *field = fields->pdata[i];
      const CoalitionKind *target = field->type == COALITION_FIELD_REFERENCE ? coalition_kinds_find (field->target) : NULL;

      if (is_offered (field))
        g_ptr_array_add (subjects, subject_new (g_strconcat (kind->name, ".", field->name, NULL), get_label (kind, field),
                                                kind == &coalition_kind_tie ? _("Ties") : _("Parties"), field, target));
    }
}

static void
list_others (GPtrArray *subjects)
{
  for (guint i = 0; i < G_N_ELEMENTS (judgement_fields); i++)
    g_ptr_array_add (subjects, subject_new (g_strconcat ("judgement.", judgement_fields[i].name, NULL), _(judgement_fields[i].label),
                                            _("Judgements"), &judgement_fields[i], NULL));
  for (guint i = 0; i < G_N_ELEMENTS (specials); i++)
    g_ptr_array_add (subjects, subject_new (g_strdup (specials[i].id), _(specials[i].label), _("Groups and contacts"),
                                            specials[i].field, specials[i].target));
}

/**
 * coalition_filter_list_subjects:
 * @campaign: a campaign
 *
 * All that one can filter by: fields of parties, what is judged of them, their groups and contacts, fields of ties; the
 * campaign's own fields included.
 *
 * Returns: (transfer full) (element-type CoalitionFilterSubject): the subjects; not to be used after @campaign
 */
GPtrArray *
coalition_filter_list_subjects (CoalitionCampaign *campaign)
{
  GPtrArray *subjects = g_ptr_array_new_with_free_func ((GDestroyNotify) coalition_filter_subject_free);

  list_fields (subjects, campaign, &coalition_kind_party);
  list_others (subjects);
  list_fields (subjects, campaign, &coalition_kind_tie);

  return subjects;
}

/* The subject of an id, or NULL if it is unknown: a field that is gone, or what a newer version knows. */
CoalitionFilterSubject *
coalition_filter_find_subject (CoalitionCampaign *campaign, const char *id)
{
  g_autoptr (GPtrArray) subjects = coalition_filter_list_subjects (campaign);

  for (guint i = 0; i < subjects->len; i++)
    if (g_str_equal (((CoalitionFilterSubject *) subjects->pdata[i])->id, id))
      return g_ptr_array_steal_index (subjects, i);

  return NULL;
}

/**
 * coalition_filter_subject_get_tests:
 * @subject: a subject
 * @n: (out): how many there are
 *
 * The tests that make sense for a subject; the first is the most likely.
 *
 * Returns: (transfer none) (array length=n): the tests
 */
const CoalitionFilterTest *
coalition_filter_subject_get_tests (const CoalitionFilterSubject *subject, guint *n)
{
  static const CoalitionFilterTest of_names[] = { COALITION_FILTER_IS, COALITION_FILTER_IS_NOT, COALITION_FILTER_KNOWN, COALITION_FILTER_UNKNOWN };
  static const CoalitionFilterTest of_texts[] = { COALITION_FILTER_HAS_TEXT, COALITION_FILTER_IS, COALITION_FILTER_IS_NOT, COALITION_FILTER_KNOWN, COALITION_FILTER_UNKNOWN };
  static const CoalitionFilterTest of_numbers[] = { COALITION_FILTER_AT_LEAST, COALITION_FILTER_AT_MOST, COALITION_FILTER_IS, COALITION_FILTER_IS_NOT, COALITION_FILTER_KNOWN, COALITION_FILTER_UNKNOWN };
  static const CoalitionFilterTest of_dates[] = { COALITION_FILTER_SINCE, COALITION_FILTER_BEFORE, COALITION_FILTER_KNOWN, COALITION_FILTER_UNKNOWN };
  static const CoalitionFilterTest of_contacts[] = { COALITION_FILTER_BEFORE, COALITION_FILTER_SINCE, COALITION_FILTER_NEVER };
  static const CoalitionFilterTest of_near[] = { COALITION_FILTER_IS };

#define TESTS(tests_) (*n = G_N_ELEMENTS (tests_), tests_)
  if (g_str_equal (subject->id, "contact"))
    return TESTS (of_contacts);
  if (g_str_equal (subject->id, "near"))
    return TESTS (of_near);
  if (subject->field == NULL)
    return TESTS (of_names);

  switch (subject->field->type)
    {
    case COALITION_FIELD_TEXT:
    case COALITION_FIELD_LONG_TEXT:
      return TESTS (of_texts);
    case COALITION_FIELD_INTEGER:
    case COALITION_FIELD_REAL:
      return TESTS (of_numbers);
    case COALITION_FIELD_DATE:
    case COALITION_FIELD_TIME:
      return TESTS (of_dates);
    case COALITION_FIELD_CHOICE:
    case COALITION_FIELD_BOOLEAN:
    case COALITION_FIELD_REFERENCE:
    default:
      return TESTS (of_names);
    }
#undef TESTS
}
