/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-filter-private.h"

#include "coalition-date.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* The conditions of a filter as text and in words; what they let pass is in coalition-filter-apply.c. */

struct _CoalitionFilter
{
  GArray *conditions; /* of CoalitionCondition */
};

/* In the order of CoalitionFilterTest; these words are in files. */
static const char *const test_keys[] = {
  "is", "is-not", "has-text", "known", "unknown", "at-least", "at-most", "since", "before", "never",
};

static void
clear_condition (gpointer data)
{
  CoalitionCondition *condition = data;

  g_free (condition->subject);
  g_strfreev (condition->values);
}

/**
 * coalition_filter_new:
 *
 * A filter without conditions, which lets everything pass.
 *
 * Returns: (transfer full): the filter
 */
CoalitionFilter *
coalition_filter_new (void)
{
  CoalitionFilter *self = g_new0 (CoalitionFilter, 1);

  self->conditions = g_array_new (FALSE, TRUE, sizeof (CoalitionCondition));
  g_array_set_clear_func (self->conditions, clear_condition);

  return self;
}

/**
 * coalition_filter_copy:
 * @self: a filter
 *
 * Copies a filter.
 *
 * Returns: (transfer full): another filter with the same conditions
 */
CoalitionFilter *
coalition_filter_copy (CoalitionFilter *self)
{
  CoalitionFilter *copy = coalition_filter_new ();

  for (guint i = 0; i < self->conditions->len; i++)
    {
      const CoalitionCondition *condition = coalition_filter_get (self, i);

      coalition_filter_add (copy, condition->subject, condition->test, (const char *const *) condition->values);
    }

  return copy;
}

/**
 * coalition_filter_free:
 * @self: (transfer full): a filter
 *
 * Frees a filter.
 */
void
coalition_filter_free (CoalitionFilter *self)
{
  g_array_unref (self->conditions);
  g_free (self);
}

/**
 * coalition_filter_get_size:
 * @self: a filter
 *
 * How many conditions there are.
 *
 * Returns: the number of conditions
 */
guint
coalition_filter_get_size (CoalitionFilter *self)
{
  return self->conditions->len;
}

/**
 * coalition_filter_get:
 * @self: a filter
 * @index: which condition
 *
 * One of the conditions.
 *
 * Returns: (transfer none): the condition; valid until the filter changes
 */
const CoalitionCondition *
coalition_filter_get (CoalitionFilter *self, guint index)
{
  g_assert (index < self->conditions->len);

  return &g_array_index (self->conditions, CoalitionCondition, index);
}

/**
 * coalition_filter_add:
 * @self: a filter
 * @subject: id of a subject
 * @test: how it is compared
 * @values: (nullable) (array zero-terminated=1): with what
 *
 * Adds a condition.
 */
void
coalition_filter_add (CoalitionFilter *self, const char *subject, CoalitionFilterTest test, const char *const *values)
{
  static const char *const none[] = { NULL };
  CoalitionCondition condition = { g_strdup (subject), test, g_strdupv ((GStrv) (values != NULL ? values : none)) };

  g_array_append_val (self->conditions, condition);
}

/**
 * coalition_filter_remove:
 * @self: a filter
 * @index: which condition
 *
 * Takes a condition away.
 */
void
coalition_filter_remove (CoalitionFilter *self, guint index)
{
  g_array_remove_index (self->conditions, index);
}

/* --- as text --------------------------------------------------------------------------------------------------- */

static const char *
get_string (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node)
                                                                                                        : NULL;
}

static gboolean
parse_condition (CoalitionFilter *self, JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *subject = object != NULL ? get_string (object, "subject") : NULL;
  const char *key = object != NULL ? get_string (object, "test") : NULL;
  JsonNode *list = object != NULL ? json_object_get_member (object, "values") : NULL;
  JsonArray *array = list != NULL && JSON_NODE_HOLDS_ARRAY (list) ? json_node_get_array (list) : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) values = NULL;

  if (subject == NULL || key == NULL || (list != NULL && array == NULL))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *value = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (value) || json_node_get_value_type (value) != G_TYPE_STRING)
        return FALSE;
      g_strv_builder_add (builder, json_node_get_string (value));
    }
  values = g_strv_builder_end (builder);
  for (guint i = 0; i < G_N_ELEMENTS (test_keys); i++)
    if (g_str_equal (key, test_keys[i]))
      {
        coalition_filter_add (self, subject, i, (const char *const *) values);
        return TRUE;
      }

  return FALSE;
}

/**
 * coalition_filter_parse:
 * @text: (nullable): the field "filter" of a view
 * @error: return location for an error of %COALITION_NETWORK_ERROR
 *
 * Reads a filter. No text is a filter without conditions. Conditions on subjects that are unknown are kept.
 *
 * Returns: (transfer full) (nullable): the filter, or %NULL with @error
 */
CoalitionFilter *
coalition_filter_parse (const char *text, GError **error)
{
  g_autoptr (CoalitionFilter) self = coalition_filter_new ();
  g_autoptr (JsonNode) node = NULL;
  gboolean success;

  if (text == NULL || *text == '\0')
    return g_steal_pointer (&self);
  node = json_from_string (text, NULL);
  success = node != NULL && JSON_NODE_HOLDS_ARRAY (node);
  for (guint i = 0; success && i < json_array_get_length (json_node_get_array (node)); i++)
    success = parse_condition (self, json_array_get_element (json_node_get_array (node), i));
  if (!success)
    {
      g_set_error_literal (error, COALITION_NETWORK_ERROR, COALITION_NETWORK_ERROR_FILTER,
                           _("The filter of this view cannot be read: it is damaged or of a newer version."));
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * coalition_filter_to_text:
 * @self: a filter
 *
 * Writes a filter as the field "filter" of a view: a JSON array of conditions.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL if there are no conditions
 */
char *
coalition_filter_to_text (CoalitionFilter *self)
{
  g_autoptr (JsonNode) node = NULL;
  JsonArray *array;

  if (self->conditions->len == 0)
    return NULL;
  array = json_array_new ();
  for (guint i = 0; i < self->conditions->len; i++)
    {
      const CoalitionCondition *condition = coalition_filter_get (self, i);
      JsonObject *object = json_object_new ();
      JsonArray *values = json_array_new ();

      json_object_set_string_member (object, "subject", condition->subject);
      json_object_set_string_member (object, "test", test_keys[condition->test]);
      for (guint j = 0; condition->values[j] != NULL; j++)
        json_array_add_string_element (values, condition->values[j]);
      json_object_set_array_member (object, "values", values);
      json_array_add_object_element (array, object);
    }
  node = json_node_init_array (json_node_alloc (), array);
  json_array_unref (array);

  return json_to_string (node, FALSE);
}

/* --- in words -------------------------------------------------------------------------------------------------- */

/* What people read for a value. */
static char *
describe_value (CoalitionCampaign *campaign, const CoalitionFilterSubject *subject, const char *text)
{
  CoalitionRecord *record;
  g_auto (CoalitionValue) value = COALITION_VALUE_INIT;

  if (subject->target != NULL)
    {
      record = coalition_campaign_get_record (campaign, subject->target, text);
      /* TRANSLATORS: stands for a tag, forum, … that was deleted */
      return record != NULL ? coalition_campaign_dup_title (campaign, record) : g_strdup (_("(gone)"));
    }
  if (subject->field == NULL || subject->field->type == COALITION_FIELD_TEXT || subject->field->type == COALITION_FIELD_LONG_TEXT
      || !coalition_field_parse (subject->field, text, &value, NULL))
    return g_strdup (text);

  return coalition_field_format (subject->field, &value);
}

static char *
describe_values (CoalitionCampaign *campaign, const CoalitionFilterSubject *subject, const char *const *values)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autofree char *word = describe_value (campaign, subject, values[i]);

      /* TRANSLATORS: between the values of a filter, of which one is enough */
      g_string_append_printf (words, "%s%s", i > 0 ? _(" or ") : "", word);
    }

  return g_string_free (words, FALSE);
}

static char *
describe_contact (const CoalitionCondition *condition)
{
  g_autofree char *date = coalition_date_format (condition->values[0]);

  if (condition->test == COALITION_FILTER_NEVER)
    return g_strdup (_("Never contacted"));
  if (condition->test == COALITION_FILTER_BEFORE)
    return g_strdup_printf (_("Not contacted since %s"), date);

  return g_strdup_printf (_("Contacted since %s"), date);
}

static char *
describe_near (CoalitionCampaign *campaign, const CoalitionFilterSubject *subject, const CoalitionCondition *condition)
{
  guint steps = condition->values[0] != NULL ? (guint) g_ascii_strtoull (condition->values[0], NULL, 10) : 0;
  const char *const *ids = (const char *const *) condition->values + (condition->values[0] != NULL ? 1 : 0);
  guint n = g_strv_length ((GStrv) ids);
  g_autofree char *first = n > 0 ? describe_value (campaign, subject, ids[0]) : g_strdup (_("(gone)"));
  g_autofree char *names = NULL;

  if (n == 2)
    names = describe_values (campaign, subject, ids);
  else if (n > 2)
    names = g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", n - 1), first, n - 1);

  return g_strdup_printf (ngettext ("Within %u step of %s", "Within %u steps of %s", steps), steps, names != NULL ? names : first);
}

static char *
describe (CoalitionCampaign *campaign, const CoalitionFilterSubject *subject, const CoalitionCondition *condition)
{
  g_autofree char *values = describe_values (campaign, subject, (const char *const *) condition->values);

  switch (condition->test)
    {
    case COALITION_FILTER_IS:
      /* TRANSLATORS: a condition of a filter: "Place: Weston Park" */
      return g_strdup_printf (_("%s: %s"), subject->label, values);
    case COALITION_FILTER_IS_NOT:
      /* TRANSLATORS: a condition of a filter: "Place: not Weston Park" */
      return g_strdup_printf (_("%s: not %s"), subject->label, values);
    case COALITION_FILTER_HAS_TEXT:
      return g_strdup_printf (_("%s contains “%s”"), subject->label, values);
    case COALITION_FILTER_KNOWN:
      return g_strdup_printf (_("%s: known"), subject->label);
    case COALITION_FILTER_UNKNOWN:
      return g_strdup_printf (_("%s: not known"), subject->label);
    case COALITION_FILTER_AT_LEAST:
      return g_strdup_printf (_("%s: at least %s"), subject->label, values);
    case COALITION_FILTER_AT_MOST:
      return g_strdup_printf (_("%s: at most %s"), subject->label, values);
    case COALITION_FILTER_SINCE:
      return g_strdup_printf (_("%s: on or after %s"), subject->label, values);
    case COALITION_FILTER_BEFORE:
      return g_strdup_printf (_("%s: before %s"), subject->label, values);
    case COALITION_FILTER_NEVER:
    default:
      return g_strdup_printf (_("%s: never"), subject->label);
    }
}

/**
 * coalition_filter_describe:
 * @self: a filter
 * @index: which condition
 * @campaign: the campaign
 *
 * A condition in words. One on something that is gone says so.
 *
 * Returns: (transfer full): the words, translated
 */
char *
coalition_filter_describe (CoalitionFilter *self, guint index, CoalitionCampaign *campaign)
{
  const CoalitionCondition *condition = coalition_filter_get (self, index);
  g_autoptr (CoalitionFilterSubject) subject = coalition_filter_find_subject (campaign, condition->subject);

  if (subject == NULL)
    return g_strdup (_("A field that is gone"));
  if (g_str_equal (subject->id, "contact"))
    return describe_contact (condition);
  if (g_str_equal (subject->id, "near"))
    return describe_near (campaign, subject, condition);

  return describe (campaign, subject, condition);
}

/**
 * coalition_filter_test_get_label:
 * @test: a test
 *
 * The words for a test, between a subject and its values.
 *
 * Returns: (transfer none): the words, translated
 */
const char *
coalition_filter_test_get_label (CoalitionFilterTest test)
{
  static const char *const labels[] = {
    N_("is"), N_("is not"), N_("contains"), N_("is known"), N_("is not known"),
    N_("is at least"), N_("is at most"), N_("is on or after"), N_("is before"), N_("never"),
  };

  return _(labels[test]);
}
