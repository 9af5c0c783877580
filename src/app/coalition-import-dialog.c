/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-import-dialog.h"

#include "coalition-import-source.h"

#include <glib/gi18n-lib.h>

#define PREVIEW_ROWS 12
#define MAX_VALUES 500

/**
 * CoalitionImportDialog:
 *
 * Shows what was read from spreadsheets, what each column is taken for and what the import would do, and lets a person
 * correct it before anything happens. Several files are one import and one step to undo.
 */
struct _CoalitionImportDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *title_widget;
  GtkButton *cancel_button;
  GtkWidget *import_button;
  GtkSpinner *spinner;
  GtkStack *stack;
  GtkWidget *file_child;
  GtkWidget *value_child;
  GtkDropDown *file_drop;
  GtkDropDown *kind_drop;
  GtkDropDown *match_drop;
  GtkDropDown *separator_drop;
  GtkDropDown *encoding_drop;
  GtkDropDown *where_drop;
  GtkDropDown *value_drop;
  GtkGrid *grid;
  GtkLabel *report;
  GtkExpander *refused_expander;
  GtkLabel *refused_label;
  GtkLabel *result_label;
  GtkListBox *result_list;

  CoalitionSession *session;
  GPtrArray *sources;      /* of CoalitionImportSource */
  GPtrArray *kinds;        /* of CoalitionKind, as in kind_drop */
  GArray *targets;         /* of CoalitionTarget, after "own" and "skip" in each column's list */
  GtkStringList *labels;   /* of targets, for people */
  CoalitionImport *plan;
  GCancellable *cancellable;
  guint n_reading;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (CoalitionImportDialog, coalition_import_dialog, ADW_TYPE_WINDOW)

static const char separators[] = { 0, ',', ';', '\t' };
static const char *const encodings[] = { NULL, "UTF-8", "UTF-16", "WINDOWS-1252", "ISO-8859-2", "WINDOWS-1251" };

static void update_plan (CoalitionImportDialog *self);

static CoalitionImportSource *
get_source (CoalitionImportDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->file_drop);

  return g_ptr_array_index (self->sources, selected < self->sources->len ? selected : 0);
}

/* --- the preview ---------------------------------------------------------------------------------------------------- */

static void
column_changed_cb (GtkDropDown *drop, GParamSpec *pspec, CoalitionImportDialog *self)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (drop), "column"));
  guint selected = gtk_drop_down_get_selected (drop);
  const char *target = selected == 0 ? "own" : selected == 1 ? "skip" : NULL;

  if (self->filling || selected == GTK_INVALID_LIST_POSITION)
    return;
  if (target == NULL)
    target = g_array_index (self->targets, CoalitionTarget, selected - 2).name;
  coalition_import_source_set_target (get_source (self), column, target);
  update_plan (self);
}

static guint
find_target (CoalitionImportDialog *self, const char *target)
{
  if (g_str_equal (target, "skip"))
    return 1;
  for (guint i = 0; i < self->targets->len; i++)
    if (g_str_equal (target, g_array_index (self->targets, CoalitionTarget, i).name))
      return i + 2;

  return 0;
}

static void
list_targets (CoalitionImportDialog *self, const CoalitionKind *kind)
{
  g_clear_pointer (&self->targets, g_array_unref);
  g_clear_object (&self->labels);
  self->targets = coalition_mapping_list_targets (kind);
  self->labels = gtk_string_list_new (NULL);
  gtk_string_list_append (self->labels, _("Own field"));
  gtk_string_list_append (self->labels, _("Leave out"));
  for (guint i = 0; i < self->targets->len; i++)
    gtk_string_list_append (self->labels, g_array_index (self->targets, CoalitionTarget, i).label);
}

static void
clear_grid (CoalitionImportDialog *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
}

static GtkWidget *
new_cell (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *line = g_strdelimit (g_strdup (text != NULL ? text : ""), "\r\n\t", ' ');

  gtk_label_set_text (GTK_LABEL (label), line);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 26);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);

  return label;
}

/* What rows are kept by "Only rows where"; nothing is set if all are. */
static gboolean
get_filter (CoalitionImportDialog *self, const char **column, const char **value)
{
  guint where = gtk_drop_down_get_selected (self->where_drop);
  guint is = gtk_drop_down_get_selected (self->value_drop);

  *column = *value = NULL;
  if (where == 0 || where == GTK_INVALID_LIST_POSITION || is == GTK_INVALID_LIST_POSITION)
    return FALSE;
  *column = gtk_string_list_get_string (GTK_STRING_LIST (gtk_drop_down_get_model (self->where_drop)), where);
  *value = gtk_string_list_get_string (GTK_STRING_LIST (gtk_drop_down_get_model (self->value_drop)), is);

  return TRUE;
}

static GArray *
list_preview_rows (CoalitionImportDialog *self, CoalitionTable *table)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  const char *column, *value;
  int filter = get_filter (self, &column, &value) ? coalition_table_find_column (table, column) : -1;

  for (guint row = 0; row < coalition_table_get_n_rows (table) && rows->len < PREVIEW_ROWS; row++)
    if (filter < 0 || g_strcmp0 (coalition_table_get_cell (table, row, filter), value) == 0)
      g_array_append_val (rows, row);

  return rows;
}

static void
add_column (CoalitionImportDialog *self, CoalitionImportSource *source, guint column, GArray *rows)
{
  CoalitionTable *table = coalition_import_source_get_table (source);
  const char *heading = coalition_table_get_heading (table, column);
  GtkWidget *drop = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (self->labels)), NULL);
  g_autofree char *name = g_strdup_printf (_("The column “%s” is"), heading);
  GtkWidget *cell = new_cell (heading, "heading");
  guint selected = find_target (self, coalition_import_source_get_target (source, column));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), selected);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop), TRUE);
  gtk_widget_set_size_request (drop, 140, -1);
  gtk_widget_set_margin_top (drop, 6);
  gtk_widget_set_margin_bottom (drop, 2);
  gtk_widget_set_margin_start (drop, 4);
  gtk_widget_set_margin_end (drop, 4);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (drop), "column", GUINT_TO_POINTER (column));
  g_signal_connect (drop, "notify::selected", G_CALLBACK (column_changed_cb), self);
  gtk_grid_attach (self->grid, drop, column, 0, 1, 1);
  gtk_widget_set_tooltip_text (cell, heading);
  gtk_grid_attach (self->grid, cell, column, 1, 1, 1);
  for (guint i = 0; i < rows->len; i++)
    {
      const char *text = coalition_table_get_cell (table, g_array_index (rows, guint, i), column);

      cell = new_cell (text, "cell");
      if (selected == 1)
        gtk_widget_add_css_class (cell, "left-out");
      gtk_widget_set_tooltip_text (cell, text);
      gtk_grid_attach (self->grid, cell, column, i + 2, 1, 1);
    }
}

/* What was guessed is told beside the word "Guess". */
static void
update_guesses (CoalitionImportDialog *self, CoalitionTable *table)
{
  GtkStringList *model = GTK_STRING_LIST (gtk_drop_down_get_model (self->separator_drop));
  char separator = table != NULL ? coalition_table_get_separator (table) : 0;
  const char *encoding = table != NULL ? coalition_table_get_encoding (table) : NULL;
  const char *sign = separator == ',' ? _("Guess: comma") : separator == ';' ? _("Guess: semicolon")
                     : separator == '\t' ? _("Guess: tab") : _("Guess");
  g_autofree char *text = encoding != NULL ? g_strdup_printf (_("Guess: %s"), encoding) : g_strdup (_("Guess"));
  const char *signs[] = { sign, NULL }, *texts[] = { text, NULL };

  if (gtk_drop_down_get_selected (self->separator_drop) == 0)
    {
      gtk_string_list_splice (model, 0, 1, signs);
      gtk_drop_down_set_selected (self->separator_drop, 0);
    }
  model = GTK_STRING_LIST (gtk_drop_down_get_model (self->encoding_drop));
  if (gtk_drop_down_get_selected (self->encoding_drop) == 0)
    {
      gtk_string_list_splice (model, 0, 1, texts);
      gtk_drop_down_set_selected (self->encoding_drop, 0);
    }
}

static void
fill_where (CoalitionImportDialog *self, CoalitionTable *table)
{
  g_autoptr (GtkStringList) columns = gtk_string_list_new (NULL);

  gtk_string_list_append (columns, _("All rows"));
  for (guint i = 0; table != NULL && i < coalition_table_get_n_columns (table); i++)
    gtk_string_list_append (columns, coalition_table_get_heading (table, i));
  gtk_drop_down_set_model (self->where_drop, G_LIST_MODEL (columns));
  gtk_drop_down_set_selected (self->where_drop, 0);
  gtk_widget_set_visible (self->value_child, FALSE);
}

static void
fill_columns (CoalitionImportDialog *self)
{
  CoalitionImportSource *source = get_source (self);
  CoalitionTable *table = coalition_import_source_get_table (source);
  guint kind;

  self->filling = TRUE;
  clear_grid (self);
  update_guesses (self, table);
  gtk_widget_set_sensitive (GTK_WIDGET (self->kind_drop), table != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->separator_drop), coalition_import_source_is_text (source));
  gtk_widget_set_sensitive (GTK_WIDGET (self->encoding_drop), coalition_import_source_is_text (source));
  if (table != NULL)
    {
      g_autoptr (GArray) rows = list_preview_rows (self, table);

      list_targets (self, coalition_import_source_get_kind (source));
      if (g_ptr_array_find (self->kinds, coalition_import_source_get_kind (source), &kind))
        gtk_drop_down_set_selected (self->kind_drop, kind);
      for (guint i = 0; i < coalition_table_get_n_columns (table); i++)
        add_column (self, source, i, rows);
    }
  self->filling = FALSE;
}

/* --- what it would do --------------------------------------------------------------------------------------------------- */

/* A report in full is a basis for deciding; one in brief says what was done. */
static char *
dup_report (CoalitionImport *plan, gboolean brief)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  const CoalitionKind *const *kinds;
  guint n_kinds;

  kinds = coalition_kinds_get_all (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      CoalitionImportCounts counts;
      g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *text = NULL;

      coalition_import_get_counts (plan, kinds[i], &counts);
      if (kinds[i] == &coalition_kind_own_value || counts.added + counts.updated + counts.unchanged == 0)
        continue;
      if (counts.added > 0 || !brief)
        g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u new", "%u new", counts.added), counts.added));
      if (counts.updated > 0 || !brief)
        g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u changed", "%u changed", counts.updated), counts.updated));
      if (counts.unchanged > 0 && !brief)
        g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u as it is", "%u as they are", counts.unchanged), counts.unchanged));
      if (parts->len == 0)
        continue;
      g_ptr_array_add (parts, NULL);
      text = g_strjoinv (", ", (char **) parts->pdata);
      /* Translators: a kind of record, and how many are new, changed and unchanged */
      g_ptr_array_add (lines, g_strdup_printf (_("%s: %s"), _(kinds[i]->label_plural), text));
    }
  if (lines->len == 0)
    return g_strdup (brief ? _("Imported") : _("There is nothing to import."));
  g_ptr_array_add (lines, NULL);

  return g_strjoinv (brief ? "; " : "   ·   ", (char **) lines->pdata);
}

static char *
dup_refusal (const CoalitionRefusal *refusal, gboolean with_file)
{
  /* Translators: file, line, what is wrong there */
  return with_file ? g_strdup_printf (_("%s, line %u: %s"), refusal->file, refusal->line, refusal->reason)
                   : g_strdup_printf (_("Line %u: %s"), refusal->line, refusal->reason);
}

static void
show_refusals (CoalitionImportDialog *self, GPtrArray *refusals)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *label = NULL;
  guint n = refusals != NULL ? refusals->len : 0;

  gtk_widget_set_visible (GTK_WIDGET (self->refused_expander), n > 0);
  if (n == 0)
    return;
  label = g_strdup_printf (ngettext ("%u row cannot be taken", "%u rows cannot be taken", n), n);
  gtk_expander_set_label (self->refused_expander, label);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *line = dup_refusal (g_ptr_array_index (refusals, i), self->sources->len > 1);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  gtk_label_set_text (self->refused_label, text->str);
}

/* Own fields alone, without a row that has them, are nothing to import. */
static gboolean
plan_does_something (CoalitionImport *plan)
{
  g_autoptr (CoalitionCommand) command = coalition_import_make_command (plan);
  const CoalitionKind *const *kinds;
  guint n_kinds, n_taken = 0;

  kinds = coalition_kinds_get_all (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      CoalitionImportCounts counts;

      if (kinds[i] == &coalition_kind_own_field)
        continue;
      coalition_import_get_counts (plan, kinds[i], &counts);
      n_taken += counts.added + counts.updated + counts.unchanged;
    }

  return n_taken > 0 && !coalition_command_is_empty (command);
}

/* Reasons are parts of a line in the terminal program; here they stand alone. */
static char *
dup_sentence (const char *message)
{
  g_autofree char *first = g_utf8_substring (message, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, message + strlen (first), NULL);
}

static void
planned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CoalitionImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  CoalitionImport *plan = coalition_import_plan_finish (result, &error);
  gboolean first = self->plan == NULL;
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_spinner_stop (self->spinner);
  g_clear_pointer (&self->plan, coalition_import_free);
  self->plan = plan;
  text = plan != NULL ? dup_report (plan, FALSE) : dup_sentence (error->message);
  gtk_label_set_text (self->report, text);
  show_refusals (self, plan != NULL ? coalition_import_get_refusals (plan) : NULL);
  gtk_widget_set_sensitive (self->import_button, plan != NULL && plan_does_something (plan));
  /* If all is guessed well, Enter is all that is needed. */
  if (first && gtk_root_get_focus (GTK_ROOT (self)) == GTK_WIDGET (self->cancel_button))
    gtk_widget_grab_focus (self->import_button);
}

static void
update_plan (CoalitionImportDialog *self)
{
  g_autoptr (GPtrArray) ready = g_ptr_array_new ();
  const char *column, *text;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_set_sensitive (self->import_button, FALSE);
  if (self->n_reading > 0)
    return;
  for (guint i = 0; i < self->sources->len; i++)
    if (coalition_import_source_get_table (g_ptr_array_index (self->sources, i)) != NULL)
      g_ptr_array_add (ready, g_ptr_array_index (self->sources, i));
  if (ready->len < self->sources->len)
    return; /* the report says which file cannot be read */

  get_filter (self, &column, &text);
  self->cancellable = g_cancellable_new ();
  gtk_spinner_start (self->spinner);
  gtk_label_set_text (self->report, _("Finding out what this would do…"));
  coalition_import_plan_async (coalition_session_get_campaign (self->session), ready,
                               (CoalitionImportMatch) gtk_drop_down_get_selected (self->match_drop), column, text,
                               self->cancellable, planned_cb, g_object_ref (self));
}

/* --- reading ---------------------------------------------------------------------------------------------------------------- */

/* A file of records holds a table for each of several kinds. */
static void
add_others (CoalitionImportDialog *self, CoalitionImportSource *source)
{
  g_autoptr (GPtrArray) others = coalition_import_source_steal_others (source);

  for (guint i = 0; i < others->len; i++)
    {
      CoalitionImportSource *other = g_ptr_array_index (others, i);

      g_ptr_array_add (self->sources, g_object_ref (other));
      gtk_string_list_append (GTK_STRING_LIST (gtk_drop_down_get_model (self->file_drop)), coalition_import_source_get_name (other));
    }
  gtk_widget_set_visible (self->file_child, self->sources->len > 1);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (CoalitionImportDialog) self = data;
  CoalitionImportSource *source = COALITION_IMPORT_SOURCE (object);
  g_autoptr (GError) error = NULL;
  gboolean read = coalition_import_source_read_finish (source, result, &error);

  self->n_reading--;
  if (read)
    add_others (self, source);
  if (!read)
    {
      g_autofree char *text = dup_sentence (error->message);

      gtk_label_set_text (self->report, text);
      show_refusals (self, NULL);
      gtk_spinner_stop (self->spinner);
    }
  if (source == get_source (self))
    {
      self->filling = TRUE;
      fill_where (self, coalition_import_source_get_table (source));
      self->filling = FALSE;
      fill_columns (self);
    }
  if (read)
    update_plan (self);
}

static void
read_source (CoalitionImportDialog *self, CoalitionImportSource *source, const char *encoding, char separator)
{
  self->n_reading++;
  gtk_widget_set_sensitive (self->import_button, FALSE);
  gtk_spinner_start (self->spinner);
  coalition_import_source_read_async (source, encoding, separator, NULL, read_cb, g_object_ref (self));
}

/* --- what the person says ------------------------------------------------------------------------------------------------------ */

static void
file_changed_cb (CoalitionImportDialog *self)
{
  CoalitionImportSource *source;

  if (self->filling || self->sources->len == 0)
    return;
  source = get_source (self);
  self->filling = TRUE;
  adw_window_title_set_subtitle (self->title_widget, coalition_import_source_get_name (source));
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (separators[i] == coalition_import_source_get_separator (source))
      gtk_drop_down_set_selected (self->separator_drop, i);
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    if (g_strcmp0 (encodings[i], coalition_import_source_get_encoding (source)) == 0)
      gtk_drop_down_set_selected (self->encoding_drop, i);
  self->filling = FALSE;
  fill_columns (self);
}

static void
kind_changed_cb (CoalitionImportDialog *self)
{
  CoalitionImportSource *source;
  const CoalitionKind *kind;

  if (self->filling || self->sources->len == 0)
    return;
  source = get_source (self);
  kind = g_ptr_array_index (self->kinds, gtk_drop_down_get_selected (self->kind_drop));
  if (coalition_import_source_get_table (source) == NULL || coalition_import_source_get_kind (source) == kind)
    return;
  coalition_import_source_set_kind (source, kind);
  fill_columns (self);
  update_plan (self);
}

static void
match_changed_cb (CoalitionImportDialog *self)
{
  if (!self->filling)
    update_plan (self);
}

static void
reading_changed_cb (CoalitionImportDialog *self)
{
  if (self->filling || self->sources->len == 0)
    return;
  read_source (self, get_source (self), encodings[gtk_drop_down_get_selected (self->encoding_drop)],
               separators[gtk_drop_down_get_selected (self->separator_drop)]);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char **) a, *(const char **) b);
}

static void
where_changed_cb (CoalitionImportDialog *self)
{
  CoalitionTable *table;
  guint where = gtk_drop_down_get_selected (self->where_drop);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autoptr (GtkStringList) model = NULL;

  if (self->filling || self->sources->len == 0)
    return;
  table = coalition_import_source_get_table (get_source (self));
  gtk_widget_set_visible (self->value_child, table != NULL && where > 0);
  if (table != NULL && where > 0)
    {
      for (guint i = 0; i < coalition_table_get_n_rows (table) && values->len < MAX_VALUES; i++)
        {
          const char *cell = coalition_table_get_cell (table, i, where - 1);

          if (cell != NULL && g_hash_table_add (seen, (gpointer) cell))
            g_ptr_array_add (values, (gpointer) cell);
        }
      g_ptr_array_sort (values, compare_texts);
      g_ptr_array_add (values, NULL);
      model = gtk_string_list_new ((const char *const *) values->pdata);
      self->filling = TRUE;
      gtk_drop_down_set_model (self->value_drop, G_LIST_MODEL (model));
      gtk_drop_down_set_selected (self->value_drop, 0);
      self->filling = FALSE;
    }
  fill_columns (self);
  update_plan (self);
}

static void
value_changed_cb (CoalitionImportDialog *self)
{
  if (self->filling)
    return;
  fill_columns (self);
  update_plan (self);
}

/* --- importing -------------------------------------------------------------------------------------------------------------------- */

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CoalitionImportDialog) self = data;
  GPtrArray *refusals;
  g_autofree char *report = NULL;
  g_autoptr (GError) error = NULL;

  gtk_spinner_stop (self->spinner);
  if (!coalition_campaign_run_finish (COALITION_CAMPAIGN (source), result, &error))
    {
      coalition_session_tell_error (self->session, _("Nothing was imported"), error);
      gtk_widget_set_sensitive (self->import_button, TRUE);
      return;
    }
  refusals = coalition_import_get_refusals (self->plan);
  if (refusals->len == 0)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  report = dup_report (self->plan, FALSE);
  gtk_label_set_text (self->result_label, report);
  for (guint i = 0; i < refusals->len; i++)
    {
      g_autofree char *line = dup_refusal (g_ptr_array_index (refusals, i), TRUE);
      GtkWidget *label = gtk_label_new (line);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_widget_add_css_class (label, "cell");
      gtk_list_box_append (self->result_list, label);
    }
  gtk_widget_set_visible (self->import_button, FALSE);
  gtk_button_set_label (self->cancel_button, _("_Close"));
  gtk_stack_set_visible_child_name (self->stack, "result");
}

static void
import_cb (CoalitionImportDialog *self)
{
  g_autofree char *toast = NULL;

  if (self->plan == NULL)
    return;
  for (guint i = 0; i < self->sources->len; i++)
    {
      g_autoptr (CoalitionMapping) mapping = coalition_import_source_make_mapping (g_ptr_array_index (self->sources, i));
      g_autoptr (GError) error = NULL;

      /* Only a convenience: an import must not fail for it. */
      if (!coalition_mapping_remember (mapping, &error))
        g_message ("the mapping is not remembered: %s", error->message);
    }

  toast = dup_report (self->plan, TRUE);
  gtk_widget_set_sensitive (self->import_button, FALSE);
  gtk_spinner_start (self->spinner);
  coalition_session_run_then (self->session, coalition_import_make_command (self->plan), toast, imported_cb, g_object_ref (self));
}

/* --- GObject ---------------------------------------------------------------------------------------------------------------------- */

static gboolean
coalition_import_dialog_close_request (GtkWindow *window)
{
  g_cancellable_cancel (COALITION_IMPORT_DIALOG (window)->cancellable);

  return GTK_WINDOW_CLASS (coalition_import_dialog_parent_class)->close_request (window);
}

static void
coalition_import_dialog_finalize (GObject *object)
{
  CoalitionImportDialog *self = COALITION_IMPORT_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_clear_pointer (&self->targets, g_array_unref);
  g_clear_object (&self->labels);
  g_clear_pointer (&self->plan, coalition_import_free);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (coalition_import_dialog_parent_class)->finalize (object);
}

static void
coalition_import_dialog_class_init (CoalitionImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = coalition_import_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = coalition_import_dialog_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coalitionmap/Coalition/coalition-import-dialog.ui");
#define BIND(name_) gtk_widget_class_bind_template_child (widget_class, CoalitionImportDialog, name_)
  BIND (title_widget);
  BIND (cancel_button);
  BIND (import_button);
  BIND (spinner);
  BIND (stack);
  BIND (file_child);
  BIND (value_child);
  BIND (file_drop);
  BIND (kind_drop);
  BIND (match_drop);
  BIND (separator_drop);
  BIND (encoding_drop);
  BIND (where_drop);
  BIND (value_drop);
  BIND (grid);
  BIND (report);
  BIND (refused_expander);
  BIND (refused_label);
  BIND (result_label);
  BIND (result_list);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, file_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, match_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, reading_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, where_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, value_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
}

static void
coalition_import_dialog_init (CoalitionImportDialog *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  const CoalitionKind *const *kinds;
  guint n_kinds;

  self->filling = TRUE;
  self->sources = g_ptr_array_new_with_free_func (g_object_unref);
  self->kinds = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  /* What most spreadsheets hold comes first. */
  g_ptr_array_add (self->kinds, (gpointer) &coalition_kind_party);
  g_ptr_array_add (self->kinds, (gpointer) &coalition_kind_tie);
  kinds = coalition_kinds_get_all (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    if (coalition_kind_is_importable (kinds[i]) && !g_ptr_array_find (self->kinds, kinds[i], NULL))
      g_ptr_array_add (self->kinds, (gpointer) kinds[i]);
  for (guint i = 0; i < self->kinds->len; i++)
    gtk_string_list_append (labels, _(((const CoalitionKind *) g_ptr_array_index (self->kinds, i))->label));
  gtk_drop_down_set_model (self->kind_drop, G_LIST_MODEL (labels));
  self->filling = FALSE;
}

static CoalitionImportDialog *
dialog_new (GtkWindow *parent, CoalitionSession *session, GPtrArray *sources)
{
  CoalitionImportDialog *self = g_object_new (COALITION_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->session = g_object_ref (session);
  g_ptr_array_extend (self->sources, sources, (GCopyFunc) g_object_ref, NULL);
  for (guint i = 0; i < sources->len; i++)
    gtk_string_list_append (names, coalition_import_source_get_name (sources->pdata[i]));
  self->filling = TRUE;
  gtk_drop_down_set_model (self->file_drop, G_LIST_MODEL (names));
  gtk_widget_set_visible (self->file_child, self->sources->len > 1);
  gtk_widget_set_visible (self->value_child, FALSE);
  self->filling = FALSE;
  file_changed_cb (self);
  for (guint i = 0; i < self->sources->len; i++)
    read_source (self, g_ptr_array_index (self->sources, i), NULL, 0);

  return self;
}

/**
 * coalition_import_dialog_new:
 * @parent: the window of the campaign
 * @session: what is imported into
 * @files: a list of #GFile
 *
 * Makes the dialog; present it.
 *
 * Returns: (transfer none): a window that destroys itself when closed
 */
CoalitionImportDialog *
coalition_import_dialog_new (GtkWindow *parent, CoalitionSession *session, GListModel *files)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      g_ptr_array_add (sources, coalition_import_source_new (file));
    }

  return dialog_new (parent, session, sources);
}

/**
 * coalition_import_dialog_new_for_text:
 * @parent: the window of the campaign
 * @session: what is imported into
 * @text: a table as it was pasted
 *
 * Makes the dialog for a table that is in no file; present it.
 *
 * Returns: (transfer none): a window that destroys itself when closed
 */
CoalitionImportDialog *
coalition_import_dialog_new_for_text (GtkWindow *parent, CoalitionSession *session, const char *text)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (sources, coalition_import_source_new_for_text (_("Clipboard"), text));

  return dialog_new (parent, session, sources);
}
