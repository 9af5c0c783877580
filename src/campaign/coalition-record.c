/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-record-private.h"

#include "coalition-kinds.h"

#include <math.h>
#include <string.h>

/**
 * CoalitionRecord:
 *
 * One record of a campaign. There is a subclass for each kind, registered at run time from the kind's description,
 * with a read-only property for each field (named like the field, with - for _), "id" and "title". Records change only
 * when a changeset says so; "notify" tells.
 */

typedef struct
{
  char *id;
  CoalitionValue *values;
  guint64 place;
} CoalitionRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CoalitionRecord, coalition_record, G_TYPE_OBJECT)

enum
{
  PROP_ID = 1,
  PROP_TITLE,
  N_PROPS,
};

/* Properties of the subclasses start here, in the order of the fields. */
#define FIRST_FIELD N_PROPS

static GParamSpec *base_properties[N_PROPS];
static GType types[64];

static const CoalitionKind *
kind_of (CoalitionRecord *self)
{
  return COALITION_RECORD_GET_CLASS (self)->kind;
}

static CoalitionRecordPrivate *
private_of (CoalitionRecord *self)
{
  return coalition_record_get_instance_private (self);
}

static void
coalition_record_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *spec)
{
  CoalitionRecord *self = COALITION_RECORD (object);
  const CoalitionValue *field;

  if (id == PROP_ID)
    {
      g_value_set_string (value, coalition_record_get_id (self));
      return;
    }
  if (id == PROP_TITLE)
    {
      g_value_set_string (value, coalition_record_get_title (self));
      return;
    }

  field = &private_of (self)->values[id - FIRST_FIELD];
  if (G_VALUE_HOLDS_STRING (value))
    g_value_set_string (value, field->type == COALITION_VALUE_TEXT ? field->text : NULL);
  else if (G_VALUE_HOLDS_BOOLEAN (value))
    g_value_set_boolean (value, field->type == COALITION_VALUE_INTEGER && field->integer != 0);
  else if (G_VALUE_HOLDS_INT64 (value))
    g_value_set_int64 (value, field->type == COALITION_VALUE_INTEGER ? field->integer : G_MININT64);
  else
    g_value_set_double (value, field->type == COALITION_VALUE_REAL ? field->real : NAN);
}

static void
coalition_record_finalize (GObject *object)
{
  CoalitionRecord *self = COALITION_RECORD (object);
  CoalitionRecordPrivate *priv = private_of (self);

  for (guint i = 0; i < kind_of (self)->n_fields; i++)
    coalition_value_clear (&priv->values[i]);
  g_free (priv->values);
  g_free (priv->id);
  G_OBJECT_CLASS (coalition_record_parent_class)->finalize (object);
}

static void
coalition_record_class_init (CoalitionRecordClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = coalition_record_get_property;
  object_class->finalize = coalition_record_finalize;

  base_properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  base_properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, base_properties);
}

static void
coalition_record_init (CoalitionRecord *self)
{
}

static void
kind_class_init (gpointer class,
                 gpointer data)
{
  CoalitionRecordClass *record_class = class;
  const CoalitionKind *kind = data;

  record_class->kind = kind;
  G_OBJECT_CLASS (class)->get_property = coalition_record_get_property;
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *canonical = g_strdelimit (g_strdup (kind->fields[i].name), "_", '-');
      const char *name = g_intern_string (canonical);
      GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
      GParamSpec *spec;

      if (kind->fields[i].type == COALITION_FIELD_BOOLEAN)
        spec = g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
      else if (kind->fields[i].type == COALITION_FIELD_INTEGER)
        spec = g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, G_MININT64, flags);
      else if (kind->fields[i].type == COALITION_FIELD_REAL)
        spec = g_param_spec_double (name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
      else
        spec = g_param_spec_string (name, NULL, NULL, NULL, flags);
      g_object_class_install_property (G_OBJECT_CLASS (class), FIRST_FIELD + i, spec);
    }
}

static gpointer
register_types (gpointer data)
{
  guint n_kinds;
  const CoalitionKind *const *kinds = coalition_kinds_get_all (&n_kinds);
  GTypeQuery query;

  g_assert (n_kinds <= G_N_ELEMENTS (types));
  g_type_query (COALITION_TYPE_RECORD, &query);
  for (guint i = 0; i < n_kinds; i++)
    {
      GTypeInfo info = {
        .class_size = query.class_size,
        .class_init = kind_class_init,
        .class_data = kinds[i],
        .instance_size = query.instance_size,
      };

      types[i] = g_type_register_static (COALITION_TYPE_RECORD, kinds[i]->type_name, &info, 0);
    }

  return NULL;
}

/**
 * coalition_records_register:
 *
 * Registers a type for each kind of record. Call it before templates that name them are used.
 */
void
coalition_records_register (void)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, register_types, NULL);
}

/**
 * coalition_record_type_for_kind:
 * @kind: a kind
 *
 * The type of the records of @kind.
 *
 * Returns: the type
 */
GType
coalition_record_type_for_kind (const CoalitionKind *kind)
{
  coalition_records_register ();

  return types[coalition_kinds_index (kind)];
}

/* Makes a record of @kind and takes what is in @values, which are null afterwards. */
CoalitionRecord *
coalition_record_new (const CoalitionKind *kind,
                      const char          *id,
                      CoalitionValue      *values)
{
  CoalitionRecord *self = g_object_new (coalition_record_type_for_kind (kind), NULL);
  CoalitionRecordPrivate *priv = private_of (self);

  priv->id = g_strdup (id);
  priv->values = g_memdup2 (values, sizeof (CoalitionValue) * kind->n_fields);
  memset (values, 0, sizeof (CoalitionValue) * kind->n_fields);

  return self;
}

/* Says where the record stands in the order of entry: its list counts. */
void
coalition_record_set_place (CoalitionRecord *self,
                            guint64          place)
{
  private_of (self)->place = place;
}

/* Where it stands; of two of a kind the one entered later has the higher number. */
guint64
coalition_record_get_place (CoalitionRecord *self)
{
  return private_of (self)->place;
}

/* Copies those of @values that are @changed and notifies; returns whether anything differs from before. */
gboolean
coalition_record_take_values (CoalitionRecord       *self,
                              const CoalitionValue  *values,
                              const gboolean        *changed)
{
  const CoalitionKind *kind = kind_of (self);
  CoalitionRecordPrivate *priv = private_of (self);
  gboolean any = FALSE;

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (!changed[i] || coalition_value_equal (&priv->values[i], &values[i]))
        continue;
      coalition_value_clear (&priv->values[i]);
      coalition_value_copy (&values[i], &priv->values[i]);
      g_object_notify (G_OBJECT (self), kind->fields[i].name);
      if (kind->title != NULL && g_str_equal (kind->title, kind->fields[i].name))
        g_object_notify_by_pspec (G_OBJECT (self), base_properties[PROP_TITLE]);
      any = TRUE;
    }
  g_object_thaw_notify (G_OBJECT (self));

  return any;
}

/**
 * coalition_record_get_kind:
 * @self: a record
 *
 * Which kind of record it is.
 *
 * Returns: (transfer none): the kind
 */
const CoalitionKind *
coalition_record_get_kind (CoalitionRecord *self)
{
  return kind_of (self);
}

/**
 * coalition_record_is:
 * @self: (nullable): a record
 * @kind: a kind
 *
 * Whether @self is a record of @kind.
 *
 * Returns: %TRUE if it is
 */
gboolean
coalition_record_is (CoalitionRecord     *self,
                     const CoalitionKind *kind)
{
  return self != NULL && kind_of (self) == kind;
}

/**
 * coalition_record_get_id:
 * @self: a record
 *
 * The key of the record: a UUID, or for positions, own values and tags of parties what coalition_position_id() and the
 * like make of the ends.
 *
 * Returns: (transfer none): the id
 */
const char *
coalition_record_get_id (CoalitionRecord *self)
{
  return private_of (self)->id;
}

/**
 * coalition_record_get_title:
 * @self: a record
 *
 * What names the record; see coalition_campaign_dup_title() for a name of those that have none.
 *
 * Returns: (transfer none): the text, empty for kinds without a title
 */
const char *
coalition_record_get_title (CoalitionRecord *self)
{
  const char *title = kind_of (self)->title;
  const char *text = title != NULL ? coalition_record_get_text (self, title) : NULL;

  return text != NULL ? text : "";
}

/**
 * coalition_record_get_value:
 * @self: a record
 * @field_index: place of a field in the kind
 *
 * The value of a field.
 *
 * Returns: (transfer none): the value, valid until the record changes
 */
const CoalitionValue *
coalition_record_get_value (CoalitionRecord *self,
                            guint            field_index)
{
  g_assert (field_index < kind_of (self)->n_fields);

  return &private_of (self)->values[field_index];
}

static const CoalitionValue *
find_value (CoalitionRecord *self,
            const char      *field)
{
  int index = coalition_kind_field_index (kind_of (self), field);

  g_assert (index >= 0);

  return &private_of (self)->values[index];
}

/**
 * coalition_record_get_text:
 * @self: a record
 * @field: name of a field that holds text
 *
 * The text of a field; a choice's key, a reference's id, a date in ISO form.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL if it is unknown
 */
const char *
coalition_record_get_text (CoalitionRecord *self,
                           const char      *field)
{
  const CoalitionValue *value = find_value (self, field);

  return value->type == COALITION_VALUE_TEXT ? value->text : NULL;
}

/**
 * coalition_record_get_integer:
 * @self: a record
 * @field: name of a field that holds a whole number
 * @integer: (out) (optional): the number
 *
 * The number in a field.
 *
 * Returns: %FALSE if it is unknown; @integer is then untouched
 */
gboolean
coalition_record_get_integer (CoalitionRecord *self,
                              const char      *field,
                              gint64          *integer)
{
  const CoalitionValue *value = find_value (self, field);

  if (value->type != COALITION_VALUE_INTEGER)
    return FALSE;
  if (integer != NULL)
    *integer = value->integer;

  return TRUE;
}

/**
 * coalition_record_get_real:
 * @self: a record
 * @field: name of a field that holds a number
 * @real: (out) (optional): the number
 *
 * The number in a field.
 *
 * Returns: %FALSE if it is unknown; @real is then untouched
 */
gboolean
coalition_record_get_real (CoalitionRecord *self,
                           const char      *field,
                           double          *real)
{
  const CoalitionValue *value = find_value (self, field);

  if (value->type != COALITION_VALUE_REAL)
    return FALSE;
  if (real != NULL)
    *real = value->real;

  return TRUE;
}

/**
 * coalition_record_get_boolean:
 * @self: a record
 * @field: name of a field that holds yes or no
 *
 * Whether a field says yes.
 *
 * Returns: %TRUE for yes, %FALSE for no and for unknown
 */
gboolean
coalition_record_get_boolean (CoalitionRecord *self,
                              const char      *field)
{
  const CoalitionValue *value = find_value (self, field);

  return value->type == COALITION_VALUE_INTEGER && value->integer != 0;
}
