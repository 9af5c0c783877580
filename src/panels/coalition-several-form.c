/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-several-form.h"

#include "coalition-field-row.h"

#include <glib/gi18n-lib.h>

/**
 * CoalitionSeveralForm:
 *
 * The fields that many records of a kind can share: a value that all have is shown, one in which they differ is
 * "Various", and what is entered is set in all of them by one command.
 */
struct _CoalitionSeveralForm
{
  GtkBox parent_instance;

  CoalitionSession *session;
  const CoalitionKind *kind;
  GPtrArray *records;
  GPtrArray *fields; /* keeps the descriptions of own fields */
  GPtrArray *rows;   /* of CoalitionFieldRow */
  GtkListBox *list;
  guint rebuild_id;
};

G_DEFINE_FINAL_TYPE (CoalitionSeveralForm, coalition_several_form, GTK_TYPE_BOX)

/* Fields that make sense for many at once: what sorts and describes them, not what is said of each. */
static const char *const party_fields[] = { "level", "kind", "place", "constituency", "decision_maker", "introduced_by", NULL };
static const char *const tie_fields[] = { "kind", "direction", "status", "strength", "confidence", "source", "start", "end", NULL };

static gboolean
is_shared (const CoalitionKind  *kind,
           const CoalitionField *field)
{
  const char *const *names = kind == &coalition_kind_party ? party_fields : kind == &coalition_kind_tie ? tie_fields : NULL;

  if (field->flags & COALITION_FIELD_HIDDEN)
    return FALSE;

  return coalition_field_get_own_id (field) != NULL || (names != NULL && g_strv_contains (names, field->name));
}

/* Records may be deleted while they are still the selection of this page. */
static GPtrArray *
list_present (CoalitionSeveralForm *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; campaign != NULL && i < self->records->len; i++)
    if (coalition_campaign_get_record (campaign, self->kind, coalition_record_get_id (self->records->pdata[i])) == self->records->pdata[i])
      g_ptr_array_add (records, self->records->pdata[i]);

  return records;
}

static void
refresh_row (CoalitionSeveralForm *self,
             CoalitionFieldRow    *row,
             GPtrArray            *records)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  const CoalitionField *field = coalition_field_row_get_field (row);
  g_auto (CoalitionValue) first = COALITION_VALUE_INIT;

  coalition_campaign_get_value (campaign, records->pdata[0], field, &first);
  for (guint i = 1; i < records->len; i++)
    {
      g_auto (CoalitionValue) value = COALITION_VALUE_INIT;

      coalition_campaign_get_value (campaign, records->pdata[i], field, &value);
      if (!coalition_value_equal (&first, &value))
        {
          coalition_field_row_set_various (row);
          return;
        }
    }
  coalition_field_row_set_value (row, &first);
}

static void
refresh (CoalitionSeveralForm *self)
{
  g_autoptr (GPtrArray) records = list_present (self);

  for (guint i = 0; records->len > 0 && i < self->rows->len; i++)
    refresh_row (self, self->rows->pdata[i], records);
}

/* A record that was named and is not there yet is made by the same command. */
static void
set_new (CoalitionSeveralForm *self,
         const CoalitionField *field,
         const char           *title,
         GPtrArray            *records)
{
  const CoalitionKind *target = coalition_kinds_find (field->target);
  g_autofree char *count = g_strdup_printf ("%u", records->len);
  g_autoptr (CoalitionCommand) command = coalition_command_new (N_("Change %s of %s records"), _(field->label), count, NULL);
  const char *id = coalition_command_insert (command, target, NULL);

  coalition_command_set_text (command, target, id, target->title, title);
  if (target == &coalition_kind_party)
    coalition_session_place_party (self->session, command, id, title, NULL);
  for (guint i = 0; i < records->len; i++)
    coalition_command_set_text (command, self->kind, coalition_record_get_id (records->pdata[i]), field->name, id);
  coalition_session_run (self->session, g_steal_pointer (&command), NULL);
}

static void
committed_cb (CoalitionSeveralForm *self,
              CoalitionFieldRow    *row)
{
  const CoalitionField *field = coalition_field_row_get_field (row);
  g_autofree char *title = field->target != NULL ? coalition_field_row_steal_new (row) : NULL;
  g_autoptr (GPtrArray) records = list_present (self);

  if (records->len == 0)
    return;
  if (title != NULL)
    set_new (self, field, title, records);
  else
    coalition_session_set_many (self->session, records, field, coalition_field_row_get_value (row));
}

static void
build_rows (CoalitionSeveralForm *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  GtkWidget *child;

  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  if (campaign == NULL)
    return;
  self->fields = coalition_campaign_list_fields (campaign, self->kind);
  for (guint i = 0; i < self->fields->len; i++)
    if (is_shared (self->kind, self->fields->pdata[i]))
      {
        CoalitionFieldRow *row = coalition_field_row_new (self->session, self->fields->pdata[i]);

        g_signal_connect_object (row, "committed", G_CALLBACK (committed_cb), self, G_CONNECT_SWAPPED);
        g_ptr_array_add (self->rows, row);
        gtk_list_box_append (self->list, GTK_WIDGET (row));
      }
  refresh (self);
}

static gboolean
rebuild_cb (gpointer data)
{
  CoalitionSeveralForm *self = data;

  self->rebuild_id = 0;
  build_rows (self);

  return G_SOURCE_REMOVE;
}

/* When own fields come, go or are renamed, the rows hold descriptions that are no longer true. */
static void
changed_cb (CoalitionSeveralForm *self,
            GPtrArray            *changes)
{
  gboolean own = FALSE;

  for (guint i = 0; i < changes->len; i++)
    own = own || coalition_record_is (((CoalitionChange *) changes->pdata[i])->record, &coalition_kind_own_field);
  if (own && self->rebuild_id == 0)
    self->rebuild_id = g_idle_add (rebuild_cb, self);
  if (self->rebuild_id == 0)
    refresh (self);
}

static void
coalition_several_form_dispose (GObject *object)
{
  g_clear_handle_id (&COALITION_SEVERAL_FORM (object)->rebuild_id, g_source_remove);
  g_clear_object (&COALITION_SEVERAL_FORM (object)->session);
  G_OBJECT_CLASS (coalition_several_form_parent_class)->dispose (object);
}

static void
coalition_several_form_finalize (GObject *object)
{
  CoalitionSeveralForm *self = COALITION_SEVERAL_FORM (object);

  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (coalition_several_form_parent_class)->finalize (object);
}

static void
coalition_several_form_class_init (CoalitionSeveralFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coalition_several_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = coalition_several_form_finalize;
}

static void
coalition_several_form_init (CoalitionSeveralForm *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_ptr_array_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
}

/**
 * coalition_several_form_new:
 * @session: the session with a campaign
 * @kind: parties or ties
 * @records: (element-type CoalitionRecord): records of @kind, two or more
 *
 * Makes a form that follows the campaign.
 *
 * Returns: (transfer floating): the form
 */
GtkWidget *
coalition_several_form_new (CoalitionSession    *session,
                            const CoalitionKind *kind,
                            GPtrArray           *records)
{
  CoalitionSeveralForm *self = g_object_new (COALITION_TYPE_SEVERAL_FORM, NULL);
  CoalitionCampaign *campaign = coalition_session_get_campaign (session);

  self->session = g_object_ref (session);
  self->kind = kind;
  for (guint i = 0; i < records->len; i++)
    if (coalition_record_is (records->pdata[i], kind))
      g_ptr_array_add (self->records, g_object_ref (records->pdata[i]));
  build_rows (self);
  g_signal_connect_object (campaign, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
