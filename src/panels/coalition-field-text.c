/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-field-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The most characters of a heading. */
#define HEADLINE 90

/**
 * coalition_field_edit_text:
 * @field: a field
 * @value: a value of it
 *
 * The text that stands in an entry while a person edits @value: reading it back yields the same value. Dates stand as
 * ISO 8601, numbers without grouping.
 *
 * Returns: (transfer full): the text, empty if @value is null
 */
char *
coalition_field_edit_text (const CoalitionField *field,
                           const CoalitionValue *value)
{
  if (value->type == COALITION_VALUE_NULL)
    return g_strdup ("");
  if (value->type == COALITION_VALUE_TEXT && field->type == COALITION_FIELD_DATE)
    return g_strdup (value->text);
  if (value->type == COALITION_VALUE_REAL)
    {
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];

      /* The shortest text that reads back as the same number: 0.1, not 0.10000000000000001. */
      for (int digits = 6; digits <= 17; digits++)
        {
          g_autofree char *format = g_strdup_printf ("%%.%dg", digits);

          g_ascii_formatd (buffer, sizeof buffer, format, value->real);
          if (g_ascii_strtod (buffer, NULL) == value->real)
            break;
        }
      return g_strdup (buffer);
    }
  if (value->type == COALITION_VALUE_INTEGER && field->type != COALITION_FIELD_BOOLEAN)
    return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);

  return coalition_field_format (field, value);
}

/**
 * coalition_field_read_text:
 * @field: a field
 * @text: what a person typed
 * @value: (inout): an initialized value, unchanged on error
 * @error: return location for a #GError
 *
 * Reads what a person typed. Unlike the reading of files, what is required may not be emptied here.
 *
 * Returns: %FALSE if @text cannot be a value of @field
 */
gboolean
coalition_field_read_text (const CoalitionField  *field,
                           const char            *text,
                           CoalitionValue        *value,
                           GError               **error)
{
  g_auto (CoalitionValue) read = COALITION_VALUE_INIT;

  if (!coalition_field_parse (field, text, &read, error))
    return FALSE;
  if (read.type == COALITION_VALUE_NULL && (field->flags & COALITION_FIELD_REQUIRED))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _("“%s” may not be empty"), _(field->label));
      return FALSE;
    }
  coalition_value_clear (value);
  coalition_value_copy (&read, value);

  return TRUE;
}

/**
 * coalition_field_tooltip:
 * @field: a field
 *
 * What @field is for, and whether it stays private.
 *
 * Returns: (transfer full) (nullable): the translated text, or %NULL if there is nothing to say
 */
char *
coalition_field_tooltip (const CoalitionField *field)
{
  gboolean hidden = field->flags & COALITION_FIELD_PRIVATE;
  const char *hint = field->hint != NULL ? _(field->hint) : NULL;

  if (hint == NULL && !hidden)
    return NULL;
  if (!hidden)
    return g_strdup (hint);
  if (hint == NULL)
    return g_strdup (_("Private: left out of partner copies"));

  return g_strdup_printf ("%s\n%s", hint, _("Private: left out of partner copies"));
}

/* A judgement on stance or gate is a number with words of its own. */
static char *
dup_rating (CoalitionRecord      *record,
            const CoalitionField *field)
{
  const char *aspect = coalition_record_is (record, &coalition_kind_judgement) ? coalition_record_get_text (record, "aspect") : NULL;
  gint64 value;

  if (!coalition_record_get_integer (record, field->name, &value))
    return NULL;
  if (g_strcmp0 (aspect, "stance") == 0)
    return coalition_stance_label (value);
  if (g_strcmp0 (aspect, "gatekeeper") == 0)
    return g_strdup (value > 0 ? _("yes") : _("no"));

  return g_strdup_printf (_("%d of %d"), (int) value, field->maximum);
}

/* Who came to a meeting: parties, and the people that are known of. */
static char *
dup_attendance (CoalitionCampaign *campaign,
                CoalitionRecord   *meeting)
{
  g_autoptr (GPtrArray) there = coalition_campaign_get_referring (campaign, &coalition_kind_attendance, "meeting",
                                                                  coalition_record_get_id (meeting));
  g_autofree char *parties = g_strdup_printf (ngettext ("%u party came", "%u parties came", there->len), there->len);
  g_autofree char *people = NULL;
  gint64 sum = 0, n;

  if (there->len == 0)
    return NULL;
  for (guint i = 0; i < there->len; i++)
    sum += coalition_record_get_integer (there->pdata[i], "people", &n) ? n : 0;
  if (sum == 0)
    return g_steal_pointer (&parties);
  people = g_strdup_printf (ngettext ("%u person", "%u people", (gulong) sum), (guint) sum);

  return g_strdup_printf ("%s, %s", parties, people);
}

/* A date or an answer says nothing without what it is the date of, or the answer to. */
static gboolean
needs_label (const CoalitionField *field)
{
  return field->type == COALITION_FIELD_DATE || (field->choices != NULL && coalition_field_find_choice (field, "yes") != NULL);
}

/**
 * coalition_record_summarize:
 * @campaign: the campaign
 * @record: a record
 * @skip: (nullable): names of fields to leave out, ends with %NULL
 * @title: (out): the first thing worth saying, never empty
 * @caption: (out) (nullable): the rest in one line
 *
 * Sums up a record in two lines from the fields that forms show first, so that any kind has a row without code of its
 * own.
 */
void
coalition_record_summarize (CoalitionCampaign  *campaign,
                            CoalitionRecord    *record,
                            const char *const  *skip,
                            char              **title,
                            char              **caption)
{
  const CoalitionKind *kind = coalition_record_get_kind (record);
  GString *rest = g_string_new (NULL);

  *title = NULL;
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CoalitionField *field = &kind->fields[i];
      g_autofree char *text = NULL;

      if (!(field->flags & (COALITION_FIELD_FIRST | COALITION_FIELD_OWNER)) || (skip != NULL && g_strv_contains (skip, field->name)))
        continue;
      text = coalition_campaign_dup_display (campaign, record, field);
      if (text == NULL || *text == '\0')
        continue;
      if (field->type == COALITION_FIELD_BOOLEAN)
        {
          if (!coalition_record_get_boolean (record, field->name))
            continue;
          g_free (text);
          text = g_strdup (_(field->label));
        }
      else if (field->flags & COALITION_FIELD_RATING)
        {
          g_free (text);
          text = dup_rating (record, field);
        }
      else if (*title != NULL && needs_label (field))
        {
          char *plain = g_steal_pointer (&text);

          text = g_str_has_suffix (_(field->label), "?") ? g_strdup_printf ("%s %s", _(field->label), plain)
                                                         : g_strdup_printf (_("%s: %s"), _(field->label), plain);
          g_free (plain);
        }
      g_strdelimit (text, "\n\r\t", ' ');
      if (*title == NULL)
        {
          *title = g_steal_pointer (&text);
          continue;
        }
      /* A number and its unit belong together. */
      if (rest->len > 0)
        g_string_append (rest, strcmp (field->name, "unit") == 0 ? "\u00a0" : " · ");
      g_string_append (rest, text);
    }
  if (*title == NULL)
    *title = g_strdup (_(kind->label));
  if (kind == &coalition_kind_meeting)
    {
      g_autofree char *came = dup_attendance (campaign, record);

      if (came != NULL)
        g_string_append_printf (rest, "%s%s", rest->len > 0 ? " · " : "", came);
    }
  *caption = g_string_free (rest, rest->len == 0);
}

/**
 * coalition_record_dup_headline:
 * @campaign: the campaign
 * @record: a record
 *
 * The name of a record, short enough for a heading: of a note or a voice the first words, of a picture without a caption
 * the name of its file.
 *
 * Returns: (transfer full): the text, never empty
 */
char *
coalition_record_dup_headline (CoalitionCampaign *campaign,
                               CoalitionRecord   *record)
{
  CoalitionRecord *image = coalition_record_is (record, &coalition_kind_picture)
                             ? coalition_campaign_get_record (campaign, &coalition_kind_image, coalition_record_get_text (record, "image"))
                             : NULL;
  g_autofree char *title = image != NULL && *coalition_record_get_title (record) == '\0' ? g_strdup (coalition_record_get_title (image))
                                                                                         : coalition_campaign_dup_title (campaign, record);
  g_autofree char *line = g_strndup (title, strcspn (title, "\n"));
  char *end;

  if (g_utf8_strlen (line, -1) <= HEADLINE)
    return g_steal_pointer (&line);
  end = g_utf8_offset_to_pointer (line, HEADLINE - 1);
  *end = '\0';
  g_strchomp (line);

  return g_strconcat (line, "…", NULL);
}

/**
 * coalition_stance_label:
 * @stance: a stance from 1 to 5
 *
 * What people read for a stance, from opponent to champion.
 *
 * Returns: (transfer full): the translated label
 */
char *
coalition_stance_label (gint64 stance)
{
  static const char *const labels[] = {
    N_("Opponent"), N_("Skeptic"), N_("Undecided"), N_("Supporter"), N_("Champion"),
  };

  return g_strdup (_(labels[CLAMP (stance, 1, 5) - 1]));
}

/**
 * coalition_strength_label:
 * @strength: the strength of a tie from 1 to 4
 *
 * What people read for a strength, to follow the kind of a tie.
 *
 * Returns: (transfer full): the translated label
 */
char *
coalition_strength_label (gint64 strength)
{
  static const char *const labels[] = { N_("faint"), N_("moderate"), N_("strong"), N_("very strong") };

  return g_strdup (_(labels[CLAMP (strength, 1, 4) - 1]));
}
