/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-value.h"

G_BEGIN_DECLS

/**
 * CoalitionFieldType:
 * @COALITION_FIELD_TEXT: one line of text
 * @COALITION_FIELD_LONG_TEXT: text of several lines
 * @COALITION_FIELD_CHOICE: the key of one of the field's choices (or own words, if %COALITION_FIELD_OPEN)
 * @COALITION_FIELD_DATE: an ISO 8601 date, whole or partial: 2026, 2026-11 or 2026-11-21
 * @COALITION_FIELD_TIME: a UTC time stamp, 2026-11-21T23:05:00Z
 * @COALITION_FIELD_BOOLEAN: yes (1) or no (0)
 * @COALITION_FIELD_INTEGER: a whole number, between the field's minimum and maximum
 * @COALITION_FIELD_REAL: a number
 * @COALITION_FIELD_REFERENCE: the id of a record of the kind named by the field's target
 *
 * How a field is stored, shown and edited.
 */
typedef enum {
  COALITION_FIELD_TEXT,
  COALITION_FIELD_LONG_TEXT,
  COALITION_FIELD_CHOICE,
  COALITION_FIELD_DATE,
  COALITION_FIELD_TIME,
  COALITION_FIELD_BOOLEAN,
  COALITION_FIELD_INTEGER,
  COALITION_FIELD_REAL,
  COALITION_FIELD_REFERENCE,
} CoalitionFieldType;

/**
 * CoalitionFieldFlags:
 * @COALITION_FIELD_REQUIRED: never null (only names and the ends of links)
 * @COALITION_FIELD_PRIVATE: left out of the partner copy
 * @COALITION_FIELD_SEARCHABLE: found by full-text search
 * @COALITION_FIELD_FIRST: among the few that a form shows at once; the rest is behind "More"
 * @COALITION_FIELD_OPEN: a choice that also takes the person's own words
 * @COALITION_FIELD_HIDDEN: kept by the program; not in forms
 * @COALITION_FIELD_OWNER: the reference to the record that this one belongs to and is deleted with
 * @COALITION_FIELD_RATING: an integer shown as dots, from the field's minimum to its maximum
 */
typedef enum {
  COALITION_FIELD_REQUIRED = 1 << 0,
  COALITION_FIELD_PRIVATE = 1 << 1,
  COALITION_FIELD_SEARCHABLE = 1 << 2,
  COALITION_FIELD_FIRST = 1 << 3,
  COALITION_FIELD_OPEN = 1 << 4,
  COALITION_FIELD_HIDDEN = 1 << 5,
  COALITION_FIELD_OWNER = 1 << 6,
  COALITION_FIELD_RATING = 1 << 7,
} CoalitionFieldFlags;

/**
 * CoalitionChoice:
 * @key: what is stored and written to files
 * @label: (nullable): what people read, marked with N_(); the list of choices ends with a %NULL key
 * @group: (nullable): a family that several choices share, such as the families of ties
 */
typedef struct {
  const char *key;
  const char *label;
  const char *group;
} CoalitionChoice;

/**
 * CoalitionField:
 * @name: column, key in JSON, heading in CSV and (with - for _) the property name
 * @type: how it is stored and shown
 * @flags: see #CoalitionFieldFlags
 * @label: what people read, marked with N_()
 * @hint: (nullable): what the field is for, as a tooltip, marked with N_()
 * @choices: (nullable): ends with a %NULL key
 * @target: (nullable): name of the kind a reference points to; "*" for a record of any kind
 * @aliases: (nullable): other headings under which files have this field, separated by ";"
 * @unit: (nullable): unit of a number, marked with N_()
 * @minimum: smallest number allowed (if @maximum is greater)
 * @maximum: largest number allowed
 *
 * The one description of a field, from which its column, property, form row, heading and search follow.
 */
typedef struct {
  const char *name;
  CoalitionFieldType type;
  CoalitionFieldFlags flags;
  const char *label;
  const char *hint;
  const CoalitionChoice *choices;
  const char *target;
  const char *aliases;
  const char *unit;
  int minimum;
  int maximum;
} CoalitionField;

/**
 * CoalitionKind:
 * @name: name in files and on the command line: "party"
 * @plural: its plural there: "parties"
 * @table: name of the SQL table
 * @type_name: name of the registered GType: "CoalitionParty"
 * @label: what people read for one, marked with N_()
 * @label_plural: and for several
 * @title: (nullable): the field that names a record; %NULL for links and details
 * @fields: the fields; the id is not among them: every record has one
 * @n_fields: how many
 *
 * The one description of a kind of record. Kinds are compared by pointer; there is one of each.
 */
typedef struct {
  const char *name;
  const char *plural;
  const char *table;
  const char *type_name;
  const char *label;
  const char *label_plural;
  const char *title;
  const CoalitionField *fields;
  guint n_fields;
} CoalitionKind;

const CoalitionField  *coalition_kind_find_field   (const CoalitionKind *kind, const char *name);
int                    coalition_kind_field_index  (const CoalitionKind *kind, const char *name);
const CoalitionField  *coalition_kind_match_heading (const CoalitionKind *kind, const char *heading);
const CoalitionField  *coalition_kind_get_owner    (const CoalitionKind *kind);
const CoalitionChoice *coalition_field_find_choice (const CoalitionField *field, const char *key);
const char            *coalition_field_choice_label (const CoalitionField *field, const char *key);
const CoalitionChoice *coalition_field_match_choice (const CoalitionField *field, const char *text);
CoalitionValueType     coalition_field_value_type  (const CoalitionField *field);
gboolean               coalition_field_parse       (const CoalitionField *field, const char *text,
                                                    CoalitionValue *value, GError **error);
char                  *coalition_field_format      (const CoalitionField *field, const CoalitionValue *value);
gboolean               coalition_field_is_in_range (const CoalitionField *field, const CoalitionValue *value);
gboolean               coalition_field_check       (const CoalitionField *field, const CoalitionValue *value,
                                                    GError **error);

G_END_DECLS
