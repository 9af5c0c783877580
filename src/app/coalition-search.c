/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-search.h"

#include <glib/gi18n-lib.h>

#define MAX_HITS 60

/**
 * CoalitionSearch:
 *
 * Finds words in every searchable field of every kind of record while they are typed. What is found is grouped by the
 * kind of record to jump to. Signal "jump" brings that record.
 */
struct _CoalitionSearch
{
  GtkPopover parent_instance;

  GtkSearchEntry *entry;
  GtkWidget *scrolled;
  GtkListBox *results;
  GtkLabel *status;

  CoalitionSession *session;
  char *query; /* for which results are shown */
};

enum { JUMP, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CoalitionSearch, coalition_search, GTK_TYPE_POPOVER)

static void
show_status (CoalitionSearch *self, const char *text)
{
  gtk_label_set_text (self->status, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->status), text != NULL);
}

static GtkWidget *
new_row (CoalitionCampaign *campaign, const CoalitionSearchHit *hit)
{
  g_autofree char *title = coalition_campaign_dup_title (campaign, hit->target);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *label;

  g_strdelimit (title, "\n\r\t", ' ');
  label = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_box_append (GTK_BOX (box), label);
  if (hit->snippet != NULL && g_strcmp0 (hit->snippet, title) != 0)
    {
      /* Translators: the label of a field, and the text found in it */
      g_autofree char *where = hit->field != NULL
                                 ? g_strdup_printf (C_("search", "%s: %s"), _(hit->field->label), hit->snippet)
                                 : g_strdup (hit->snippet);
      GtkWidget *snippet;

      g_strdelimit (where, "\n\r\t", ' ');
      snippet = gtk_label_new (where);
      gtk_label_set_xalign (GTK_LABEL (snippet), 0);
      gtk_label_set_ellipsize (GTK_LABEL (snippet), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (snippet), 52);
      gtk_widget_add_css_class (snippet, "caption");
      gtk_widget_add_css_class (snippet, "dim-label");
      gtk_box_append (GTK_BOX (box), snippet);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "target", g_object_ref (hit->target), g_object_unref);

  return row;
}

static const CoalitionKind *
kind_of_row (GtkListBoxRow *row)
{
  return coalition_record_get_kind (g_object_get_data (G_OBJECT (row), "target"));
}

static void
header_func (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  GtkWidget *label;

  if (before != NULL && kind_of_row (before) == kind_of_row (row))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (_(kind_of_row (row)->label_plural));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "group-head");
  gtk_list_box_row_set_header (row, label);
}

static void
clear_results (CoalitionSearch *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->results))) != NULL)
    gtk_list_box_remove (self->results, row);
}

/* Hits arrive best first; groups stand in the order of their best hit, and a record is listed once. */
static void
fill_results (CoalitionSearch *self, CoalitionCampaign *campaign, GPtrArray *hits)
{
  g_autoptr (GPtrArray) kinds = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < hits->len; i++)
    {
      const CoalitionSearchHit *hit = g_ptr_array_index (hits, i);
      const CoalitionKind *kind = coalition_record_get_kind (hit->target);

      if (!g_ptr_array_find (kinds, kind, NULL))
        g_ptr_array_add (kinds, (gpointer) kind);
    }
  for (guint k = 0; k < kinds->len; k++)
    for (guint i = 0; i < hits->len; i++)
      {
        const CoalitionSearchHit *hit = g_ptr_array_index (hits, i);

        if (coalition_record_get_kind (hit->target) == g_ptr_array_index (kinds, k)
            && g_hash_table_add (seen, (gpointer) coalition_record_get_id (hit->target)))
          gtk_list_box_append (self->results, new_row (campaign, hit));
      }
}

static void
search_changed_cb (CoalitionSearch *self)
{
  g_autofree char *query = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;
  CoalitionCampaign *campaign;

  g_free (self->query);
  self->query = g_strdup (query);
  clear_results (self);
  show_status (self, NULL);
  gtk_widget_set_visible (self->scrolled, FALSE);
  if (*query == '\0' || self->session == NULL)
    return;

  campaign = coalition_session_get_campaign (self->session);
  hits = coalition_campaign_search (campaign, query, MAX_HITS, &error);
  if (hits == NULL)
    {
      show_status (self, error->message);
      return;
    }
  if (hits->len == 0)
    {
      g_autofree char *text = g_strdup_printf (_("Nothing is written about “%s”. Part of a word is enough."), query);

      show_status (self, text);
      return;
    }

  fill_results (self, campaign, hits);
  gtk_widget_set_visible (self->scrolled, TRUE);
  gtk_list_box_select_row (self->results, gtk_list_box_get_row_at_index (self->results, 0));
  if (hits->len == MAX_HITS)
    show_status (self, _("There is more: write another word to narrow it down."));
}

static void
row_activated_cb (CoalitionSearch *self, GtkListBoxRow *row)
{
  g_autoptr (CoalitionRecord) target = g_object_ref (g_object_get_data (G_OBJECT (row), "target"));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[JUMP], 0, target);
}

static void
entry_activate_cb (CoalitionSearch *self)
{
  g_autofree char *query = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  GtkListBoxRow *row;

  /* Enter may come before the delayed search. */
  if (g_strcmp0 (query, self->query) != 0)
    search_changed_cb (self);
  row = gtk_list_box_get_selected_row (self->results);
  if (row != NULL)
    row_activated_cb (self, row);
}

static void
stop_search_cb (CoalitionSearch *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
next_match_cb (CoalitionSearch *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->results), GTK_DIR_DOWN);
}

/* Up and down choose a result while the words keep the focus. */
static gboolean
entry_key_pressed_cb (CoalitionSearch *self, guint keyval, guint keycode, GdkModifierType modifiers)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->results);
  int step = keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down ? 1 : keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up ? -1 : 0;
  graphene_rect_t bounds;

  if (step == 0 || row == NULL)
    return GDK_EVENT_PROPAGATE;

  row = gtk_list_box_get_row_at_index (self->results, gtk_list_box_row_get_index (row) + step);
  if (row == NULL)
    return GDK_EVENT_STOP;
  gtk_list_box_select_row (self->results, row);
  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->results), &bounds))
    gtk_adjustment_clamp_page (gtk_list_box_get_adjustment (self->results), bounds.origin.y, bounds.origin.y + bounds.size.height);

  return GDK_EVENT_STOP;
}

static void
coalition_search_map (GtkWidget *widget)
{
  CoalitionSearch *self = COALITION_SEARCH (widget);

  GTK_WIDGET_CLASS (coalition_search_parent_class)->map (widget);

  /* What is written may have changed since the words were typed. */
  search_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

static void
coalition_search_dispose (GObject *object)
{
  CoalitionSearch *self = COALITION_SEARCH (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->query, g_free);

  G_OBJECT_CLASS (coalition_search_parent_class)->dispose (object);
}

static void
coalition_search_class_init (CoalitionSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = coalition_search_dispose;
  widget_class->map = coalition_search_map;

  /**
   * CoalitionSearch::jump:
   * @self: the search
   * @record: where to
   *
   * A result was chosen.
   */
  signals[JUMP] = g_signal_new ("jump", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, COALITION_TYPE_RECORD);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coalitionmap/Coalition/coalition-search.ui");
  gtk_widget_class_bind_template_child (widget_class, CoalitionSearch, entry);
  gtk_widget_class_bind_template_child (widget_class, CoalitionSearch, scrolled);
  gtk_widget_class_bind_template_child (widget_class, CoalitionSearch, results);
  gtk_widget_class_bind_template_child (widget_class, CoalitionSearch, status);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
coalition_search_init (CoalitionSearch *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->results, header_func, NULL, NULL);
}

/**
 * coalition_search_set_session:
 * @self: a search
 * @session: (nullable): what is searched
 *
 * Sets where words are looked for.
 */
void
coalition_search_set_session (CoalitionSearch *self, CoalitionSession *session)
{
  g_return_if_fail (COALITION_IS_SEARCH (self));

  if (g_set_object (&self->session, session))
    {
      clear_results (self);
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
    }
}
