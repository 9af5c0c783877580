/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-filter-popover.h"

#include "coalition-clock.h"
#include "coalition-condition-editor.h"
#include "coalition-popover-room.h"
#include "coalition-text.h"

#include <glib/gi18n-lib.h>

/* Who was not spoken to for so many months is asked for at one press. */
#define MONTHS 3

/* Of the list of subjects, in pixels. */
#define LIST_HEIGHT 380

#define SUBJECT "coalition-subject"
#define GROUP "coalition-group"
#define LABEL "coalition-label"
#define STEPS "coalition-steps"

struct _CoalitionFilterPopover
{
  GtkPopover parent_instance;

  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkWidget *search;
  GtkListBox *list;
  GtkCheckButton *dim_check;
  GtkCheckButton *hide_check;
  GtkLabel *head;
  CoalitionConditionEditor *editor;
  GtkButton *apply_button;
  GtkWidget *remove_button;
  GtkWidget *back_button;

  CoalitionSession *session;
  GPtrArray *subjects;
  const CoalitionFilterSubject *subject;
  int index; /* of the condition that is changed, or -1 */
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (CoalitionFilterPopover, coalition_filter_popover, GTK_TYPE_POPOVER)

static gboolean
has_campaign (CoalitionFilterPopover *self)
{
  return self->session != NULL && coalition_session_get_campaign (self->session) != NULL;
}

/* The filter of the view with one condition put in the place of another, or added. */
static void
set_condition (CoalitionFilterPopover *self,
               const char             *subject,
               CoalitionFilterTest     test,
               const char *const      *values)
{
  CoalitionFilter *before = coalition_session_get_filter (self->session);
  g_autoptr (CoalitionFilter) filter = coalition_filter_new ();
  guint size = before != NULL ? coalition_filter_get_size (before) : 0;

  for (guint i = 0; i < size; i++)
    {
      const CoalitionCondition *condition = coalition_filter_get (before, i);

      if ((int) i == self->index)
        coalition_filter_add (filter, subject, test, values);
      else
        coalition_filter_add (filter, condition->subject, condition->test, (const char *const *) condition->values);
    }
  if (self->index < 0 || self->index >= (int) size)
    coalition_filter_add (filter, subject, test, values);
  coalition_session_set_filter (self->session, filter);
}

/* --- the list of subjects ------------------------------------------------------------------------------------------ */

static GtkWidget *
add_row (CoalitionFilterPopover *self,
         const char             *group,
         const char             *text)
{
  GtkWidget *row = gtk_list_box_row_new (), *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data_full (G_OBJECT (row), GROUP, g_strdup (group), g_free);
  g_object_set_data_full (G_OBJECT (row), LABEL, g_strdup (text), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, group, -1);
  gtk_list_box_append (self->list, row);
  return row;
}

static void
add_often (CoalitionFilterPopover *self)
{
  g_autoptr (GPtrArray) parties = coalition_session_get_selected (self->session, &coalition_kind_party);
  g_autofree char *contact = g_strdup_printf (ngettext ("Not contacted for %d month", "Not contacted for %d months", MONTHS), MONTHS);

  for (int steps = 1; steps <= 2; steps++)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("Within %d step of the selection", "Within %d steps of the selection", steps), steps);
      GtkWidget *row = add_row (self, _("Often wanted"), text);

      g_object_set_data (G_OBJECT (row), STEPS, GINT_TO_POINTER (steps));
      gtk_widget_set_sensitive (row, parties != NULL && parties->len > 0);
    }
  g_object_set_data (G_OBJECT (add_row (self, _("Often wanted"), contact)), STEPS, GINT_TO_POINTER (-1));
}

static void
fill (CoalitionFilterPopover *self)
{
  GtkWidget *row;

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0))) != NULL)
    gtk_list_box_remove (self->list, row);
  g_clear_pointer (&self->subjects, g_ptr_array_unref);
  self->subjects = coalition_filter_list_subjects (coalition_session_get_campaign (self->session));
  add_often (self);
  for (guint i = 0; i < self->subjects->len; i++)
    {
      const CoalitionFilterSubject *subject = self->subjects->pdata[i];

      g_object_set_data (G_OBJECT (add_row (self, subject->group, subject->label)), SUBJECT, (gpointer) subject);
    }
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       data)
{
  const char *group = g_object_get_data (G_OBJECT (row), GROUP);
  GtkWidget *label;

  if (before != NULL && g_strcmp0 (g_object_get_data (G_OBJECT (before), GROUP), group) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (group);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "group-head");
  gtk_list_box_row_set_header (row, label);
}

static gboolean
is_found (GtkListBoxRow *row,
          gpointer       data)
{
  CoalitionFilterPopover *self = data;
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->search));

  return *query == '\0' || coalition_text_matches (g_object_get_data (G_OBJECT (row), LABEL), query)
         || coalition_text_matches (g_object_get_data (G_OBJECT (row), GROUP), query);
}

static void
search_cb (CoalitionFilterPopover *self)
{
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_headers (self->list);
}

/* --- asking -------------------------------------------------------------------------------------------------------- */

static void
show_list (CoalitionFilterPopover *self)
{
  self->index = -1;
  fill (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_stack_set_visible_child_name (self->stack, "list");
  gtk_widget_grab_focus (self->search);
}

static void
show_editor (CoalitionFilterPopover       *self,
             const CoalitionFilterSubject *subject,
             const CoalitionCondition     *condition)
{
  self->subject = subject;
  gtk_label_set_text (self->head, subject->label);
  coalition_condition_editor_set (self->editor, self->session, subject, condition);
  gtk_button_set_label (self->apply_button, condition != NULL ? _("_Change") : _("_Filter"));
  gtk_widget_set_visible (self->remove_button, condition != NULL);
  gtk_widget_set_visible (self->back_button, condition == NULL);
  gtk_stack_set_visible_child_name (self->stack, "edit");
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static void
back_cb (CoalitionFilterPopover *self)
{
  show_list (self);
}

static void
apply_often (CoalitionFilterPopover *self,
             int                     steps)
{
  g_autoptr (GPtrArray) parties = coalition_session_get_selected (self->session, &coalition_kind_party);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDateTime) now = g_date_time_new_now_local (), then = g_date_time_add_months (now, -MONTHS);

  if (steps < 0)
    {
      g_ptr_array_add (values, g_date_time_format (then, "%Y-%m-%d"));
    }
  else
    {
      g_ptr_array_add (values, g_strdup_printf ("%d", steps));
      for (guint i = 0; parties != NULL && i < parties->len; i++)
        g_ptr_array_add (values, g_strdup (coalition_record_get_id (parties->pdata[i])));
    }
  g_ptr_array_add (values, NULL);
  gtk_popover_popdown (GTK_POPOVER (self));
  set_condition (self, steps < 0 ? "contact" : "near", steps < 0 ? COALITION_FILTER_BEFORE : COALITION_FILTER_IS,
                 (const char *const *) values->pdata);
}

static void
row_activated_cb (CoalitionFilterPopover *self,
                  GtkListBoxRow          *row)
{
  const CoalitionFilterSubject *subject = g_object_get_data (G_OBJECT (row), SUBJECT);

  if (subject != NULL)
    show_editor (self, subject, NULL);
  else
    apply_often (self, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), STEPS)));
}

/* Enter in the search takes what was found first. */
static void
search_activate_cb (CoalitionFilterPopover *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)) && gtk_widget_get_sensitive (GTK_WIDGET (row)) && is_found (row, self))
      {
        row_activated_cb (self, row);
        return;
      }
  gtk_widget_error_bell (self->search);
}

/* The search keeps Escape for itself; here it closes the popover. */
static void
stop_search_cb (CoalitionFilterPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
apply_cb (CoalitionFilterPopover *self)
{
  g_auto (GStrv) values = NULL;
  CoalitionFilterTest test;

  if (!has_campaign (self) || !coalition_condition_editor_get (self->editor, &test, &values))
    return;
  set_condition (self, self->subject->id, test, (const char *const *) values);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
remove_cb (CoalitionFilterPopover *self)
{
  g_autoptr (CoalitionFilter) filter = coalition_filter_copy (coalition_session_get_filter (self->session));

  if (self->index >= 0 && self->index < (int) coalition_filter_get_size (filter))
    coalition_filter_remove (filter, (guint) self->index);
  coalition_session_set_filter (self->session, filter);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
hides_cb (CoalitionFilterPopover *self)
{
  if (!self->setting && has_campaign (self))
    coalition_session_set_hides (self->session, gtk_check_button_get_active (self->hide_check));
}

static void
update_hides (CoalitionFilterPopover *self)
{
  gboolean hides;

  if (!has_campaign (self))
    return;
  hides = coalition_record_get_boolean (coalition_session_get_view (self->session), "hides");
  self->setting = TRUE;
  gtk_check_button_set_active (hides ? self->hide_check : self->dim_check, TRUE);
  self->setting = FALSE;
}

/* The condition that is to be changed, unless it is gone. */
static gboolean
show_condition (CoalitionFilterPopover *self)
{
  CoalitionFilter *filter = coalition_session_get_filter (self->session);
  const CoalitionCondition *condition;

  if (filter == NULL || self->index < 0 || self->index >= (int) coalition_filter_get_size (filter))
    return FALSE;
  condition = coalition_filter_get (filter, (guint) self->index);
  fill (self);
  for (guint i = 0; i < self->subjects->len; i++)
    {
      const CoalitionFilterSubject *subject = self->subjects->pdata[i];

      if (g_str_equal (subject->id, condition->subject))
        {
          show_editor (self, subject, condition);
          return TRUE;
        }
    }
  return FALSE;
}

/* Opened without coalition_filter_popover_edit(), it asks for a new condition. */
static void
shown_cb (CoalitionFilterPopover *self)
{
  if (!has_campaign (self))
    return;
  coalition_popover_room_limit (GTK_POPOVER (self), self->scrolled, LIST_HEIGHT);
  update_hides (self);
  if (!show_condition (self))
    show_list (self);
}

static void
closed_cb (CoalitionFilterPopover *self)
{
  self->index = -1;
}

static void
coalition_filter_popover_dispose (GObject *object)
{
  CoalitionFilterPopover *self = COALITION_FILTER_POPOVER (object);

  if (gtk_popover_get_child (GTK_POPOVER (self)) != NULL)
    gtk_popover_set_child (GTK_POPOVER (self), NULL);
  g_clear_object (&self->session);
  g_clear_pointer (&self->subjects, g_ptr_array_unref);
  G_OBJECT_CLASS (coalition_filter_popover_parent_class)->dispose (object);
}

static void
coalition_filter_popover_class_init (CoalitionFilterPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coalition_filter_popover_dispose;
  g_type_ensure (COALITION_TYPE_CONDITION_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coalitionmap/Coalition/canvas/coalition-filter-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, CoalitionFilterPopover, stack);
  gtk_widget_class_bind_template_child (widget_class, CoalitionFilterPopover, scrolled);
  gtk_widget_class_bind_template_child (widget_class, CoalitionFilterPopover, search);
  gtk_widget_class_bind_template_child (widget_class, CoalitionFilterPopover, list);
  gtk_widget_class_bind_template_child (widget_class, CoalitionFilterPopover, dim_check);
  gtk_widget_class_bind_template_child (widget_class, CoalitionFilterPopover, hide_check);
  gtk_widget_class_bind_template_child (widget_class, CoalitionFilterPopover, head);
  gtk_widget_class_bind_template_child (widget_class, CoalitionFilterPopover, editor);
  gtk_widget_class_bind_template_child (widget_class, CoalitionFilterPopover, apply_button);
  gtk_widget_class_bind_template_child (widget_class, CoalitionFilterPopover, remove_button);
  gtk_widget_class_bind_template_child (widget_class, CoalitionFilterPopover, back_button);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, hides_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
coalition_filter_popover_init (CoalitionFilterPopover *self)
{
  self->index = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, is_found, self, NULL);
  gtk_list_box_set_header_func (self->list, update_header, self, NULL);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

/**
 * coalition_filter_popover_set_session:
 * @self: a popover without a session
 * @session: the session
 *
 * Sets the filter of the view of @session from now on.
 */
void
coalition_filter_popover_set_session (CoalitionFilterPopover *self,
                                      CoalitionSession       *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "view-changed", G_CALLBACK (update_hides), self, G_CONNECT_SWAPPED);
}

/**
 * coalition_filter_popover_edit:
 * @self: a popover that is about to be shown
 * @index: which condition of the filter is to be changed
 *
 * Has the popover, when it is shown next, ask for a change of a condition. For one on something that is gone it asks for
 * a new one.
 */
void
coalition_filter_popover_edit (CoalitionFilterPopover *self,
                               int                     index)
{
  self->index = index;
}
