/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-records-rows.h"

#include "coalition-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The rows of a panel of records, and their order. */

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);

  return label;
}

/**
 * coalition_records_row_new:
 * @campaign: the campaign
 * @spec: the panel's description
 * @record: one of the records that it lists
 *
 * Makes the row of a record: its name, its caption, and the mark of a state worth seeing.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
coalition_records_row_new (CoalitionCampaign          *campaign,
                           const CoalitionRecordsSpec *spec,
                           CoalitionRecord            *record)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = make_label (coalition_record_get_title (record));
  g_autofree char *caption = spec->dup_caption (campaign, record);
  const char *label = NULL, *css_class = NULL;
  const char *icon = spec->get_mark != NULL ? spec->get_mark (record, &label, &css_class) : NULL;

  gtk_label_set_lines (GTK_LABEL (title), 4);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (lines), title);
  if (caption != NULL && *caption != '\0')
    {
      GtkWidget *second = make_label (caption);

      gtk_widget_add_css_class (second, "caption");
      gtk_widget_add_css_class (second, "dim-label");
      gtk_box_append (GTK_BOX (lines), second);
    }
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (columns), lines);
  if (icon != NULL)
    {
      GtkWidget *image = gtk_image_new_from_icon_name (icon);

      gtk_widget_set_tooltip_text (image, _(label));
      gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, _(label), -1);
      gtk_widget_add_css_class (image, css_class);
      gtk_box_append (GTK_BOX (columns), image);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), columns);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, coalition_record_get_title (record),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, caption != NULL ? caption : "", -1);
  g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (record), g_object_unref);

  return row;
}

/**
 * coalition_records_row_get_record:
 * @row: a row of coalition_records_row_new()
 *
 * What it shows.
 *
 * Returns: (transfer none): the record
 */
CoalitionRecord *
coalition_records_row_get_record (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "record");
}

/* Own words and what is not known come last. */
static int
rank_choice (const CoalitionField *field,
             const char           *key)
{
  const CoalitionChoice *choice = coalition_field_find_choice (field, key);

  return choice != NULL ? (int) (choice - field->choices) : G_MAXINT / 2;
}

/* What a record is sorted by, found out once: comparing is done often. */
typedef struct
{
  CoalitionRecord *record;
  const char *text;
  int rank;
  char *title;
} SortKey;

static void
sort_key_clear (gpointer data)
{
  g_free (((SortKey *) data)->title);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const SortKey *one = a, *two = b;

  if (one->rank != two->rank)
    return one->rank < two->rank ? -1 : 1;
  if (g_strcmp0 (one->text, two->text) != 0)
    return g_strcmp0 (one->text, two->text);

  return strcmp (one->title, two->title);
}

/**
 * coalition_records_sort:
 * @records: (element-type CoalitionRecord): records
 * @spec: the panel's description
 * @by: "name", or anything else for the field that the description names
 *
 * Sorts what a panel lists. What is not known comes last.
 */
void
coalition_records_sort (GPtrArray                  *records,
                        const CoalitionRecordsSpec *spec,
                        const char                 *by)
{
  const CoalitionField *field = g_strcmp0 (by, "name") != 0 ? coalition_kind_find_field (spec->kind, spec->sort_field) : NULL;
  g_autoptr (GArray) keys = g_array_sized_new (FALSE, TRUE, sizeof (SortKey), records->len);

  g_array_set_clear_func (keys, sort_key_clear);
  for (guint i = 0; i < records->len; i++)
    {
      const char *text = field != NULL ? coalition_record_get_text (records->pdata[i], field->name) : NULL;
      SortKey key = { records->pdata[i], NULL, 0, coalition_text_collate_key (coalition_record_get_title (records->pdata[i])) };

      /* Choices are described in the order of their life, which is the order to sort in. */
      if (field != NULL && field->choices != NULL)
        key.rank = rank_choice (field, text);
      else if (field != NULL)
        key.rank = text == NULL, key.text = text;
      g_array_append_val (keys, key);
    }
  g_array_sort (keys, compare_keys);
  for (guint i = 0; i < keys->len; i++)
    records->pdata[i] = g_array_index (keys, SortKey, i).record;
}

static int
compare_titles (CoalitionRecord *one,
                CoalitionRecord *two)
{
  g_autofree char *first = coalition_text_collate_key (coalition_record_get_title (one));
  g_autofree char *second = coalition_text_collate_key (coalition_record_get_title (two));

  return strcmp (first, second);
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  CoalitionRecord *one = *(CoalitionRecord **) a, *two = *(CoalitionRecord **) b;
  gboolean dated = coalition_kind_find_field (coalition_record_get_kind (one), "held_on") != NULL;
  const char *x = dated ? coalition_record_get_text (one, "held_on") : NULL;
  const char *y = dated ? coalition_record_get_text (two, "held_on") : NULL;

  if ((x == NULL) != (y == NULL))
    return (x == NULL) - (y == NULL);

  return g_strcmp0 (x, y) != 0 ? g_strcmp0 (y, x) : compare_titles (one, two);
}

/**
 * coalition_records_sort_groups:
 * @records: (element-type CoalitionRecord): records by which others are grouped
 *
 * Sorts groups: the newest first, those without a date by their names.
 */
void
coalition_records_sort_groups (GPtrArray *records)
{
  g_ptr_array_sort (records, compare_groups);
}
