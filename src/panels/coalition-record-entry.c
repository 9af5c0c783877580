/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-record-entry.h"

#include "coalition-field-row.h"

#include <glib/gi18n-lib.h>

/**
 * CoalitionRecordEntry:
 *
 * Where the names of new records are typed, one after the other: Enter adds one, Escape ends. If the records of the panel
 * are grouped by a reference, it stands above: what it leads to is chosen once for all that is typed then, or follows what
 * is looked at. Signal "dismissed".
 */
struct _CoalitionRecordEntry
{
  GtkBox parent_instance;

  CoalitionSession *session;
  const CoalitionRecordsSpec *spec;
  CoalitionFieldRow *into; /* NULL without a parent */
  char *into_id;
  GtkWidget *entry;
};

enum
{
  DISMISSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CoalitionRecordEntry, coalition_record_entry, GTK_TYPE_BOX)

static const CoalitionField *
get_parent_field (CoalitionRecordEntry *self)
{
  return coalition_kind_find_field (self->spec->kind, self->spec->parent);
}

static const CoalitionKind *
get_parent_kind (CoalitionRecordEntry *self)
{
  return coalition_kinds_find (get_parent_field (self)->target);
}

static void
set_into (CoalitionRecordEntry *self,
          const char           *id)
{
  g_auto (CoalitionValue) value = COALITION_VALUE_INIT;
  char *kept = g_strdup (id);

  /* It may be the same text. */
  g_free (self->into_id);
  self->into_id = kept;
  coalition_value_set_text (&value, kept);
  coalition_field_row_set_value (self->into, &value);
}

/* Looking at a group, or at something in it, is choosing it for what is added next. */
static void
follow_current (CoalitionRecordEntry *self)
{
  CoalitionRecord *current = coalition_session_get_current (self->session);

  if (current != NULL && coalition_record_is (current, get_parent_kind (self)))
    set_into (self, coalition_record_get_id (current));
  else if (current != NULL && coalition_record_is (current, self->spec->kind))
    set_into (self, coalition_record_get_text (current, self->spec->parent));
}

/* What was chosen may be gone, and another campaign has others: then it is the latest. */
static void
refresh (CoalitionRecordEntry *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  GListModel *parents = campaign != NULL ? coalition_campaign_get_records (campaign, get_parent_kind (self)) : NULL;
  guint n = parents != NULL ? g_list_model_get_n_items (parents) : 0;
  g_autoptr (CoalitionRecord) last = n > 0 ? g_list_model_get_item (parents, n - 1) : NULL;

  if (self->into_id != NULL && campaign != NULL && coalition_campaign_get_record (campaign, get_parent_kind (self), self->into_id) != NULL)
    set_into (self, self->into_id);
  else
    set_into (self, last != NULL ? coalition_record_get_id (last) : NULL);
}

static void
campaign_cb (CoalitionRecordEntry *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);

  if (campaign != NULL)
    g_signal_connect_object (campaign, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

static void
into_committed_cb (CoalitionRecordEntry *self)
{
  g_autofree char *title = coalition_field_row_steal_new (self->into);
  const CoalitionValue *value = coalition_field_row_get_value (self->into);

  g_free (self->into_id);
  if (title != NULL)
    self->into_id = coalition_session_add (self->session, get_parent_kind (self), title);
  else
    self->into_id = value->type == COALITION_VALUE_TEXT ? g_strdup (value->text) : NULL;
  gtk_widget_grab_focus (self->entry);
}

/* A group that was named a moment ago may not be there yet, but commands run in their order. */
static char *
add_record (CoalitionRecordEntry *self,
            const char           *text)
{
  const CoalitionKind *kind = self->spec->kind;
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  CoalitionCommand *command;
  char *id;

  if (self->into_id == NULL)
    return coalition_session_add (self->session, kind, text);
  if (*stripped == '\0')
    return NULL;
  command = coalition_command_new (N_("Add: %s"), _(kind->label), NULL);
  id = g_strdup (coalition_command_insert (command, kind, NULL));
  coalition_command_set_text (command, kind, id, kind->title, stripped);
  coalition_command_set_text (command, kind, id, self->spec->parent, self->into_id);
  coalition_session_run (self->session, command, NULL);

  return id;
}

static void
activate_cb (CoalitionRecordEntry *self)
{
  g_autofree char *id = add_record (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  if (id != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static gboolean
key_cb (CoalitionRecordEntry *self,
        guint                 keyval,
        guint                 keycode,
        GdkModifierType       state)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[DISMISSED], 0);

  return GDK_EVENT_STOP;
}

static void
coalition_record_entry_dispose (GObject *object)
{
  g_clear_object (&COALITION_RECORD_ENTRY (object)->session);
  G_OBJECT_CLASS (coalition_record_entry_parent_class)->dispose (object);
}

static void
coalition_record_entry_finalize (GObject *object)
{
  g_free (COALITION_RECORD_ENTRY (object)->into_id);
  G_OBJECT_CLASS (coalition_record_entry_parent_class)->finalize (object);
}

static void
coalition_record_entry_class_init (CoalitionRecordEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coalition_record_entry_dispose;
  G_OBJECT_CLASS (klass)->finalize = coalition_record_entry_finalize;

  /**
   * CoalitionRecordEntry::dismissed:
   *
   * A person has nothing more to add.
   */
  signals[DISMISSED] = g_signal_new ("dismissed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
coalition_record_entry_init (CoalitionRecordEntry *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "panel-add");
  self->entry = gtk_entry_new ();
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->entry, key);
}

/**
 * coalition_record_entry_new:
 * @session: the session
 * @spec: what is listed; it must outlive the entry
 *
 * Makes an entry for records of a panel.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
coalition_record_entry_new (CoalitionSession           *session,
                            const CoalitionRecordsSpec *spec)
{
  CoalitionRecordEntry *self = g_object_new (COALITION_TYPE_RECORD_ENTRY, NULL);
  GtkWidget *list;

  self->session = g_object_ref (session);
  self->spec = spec;
  if (spec->parent != NULL)
    {
      list = gtk_list_box_new ();
      gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
      gtk_widget_add_css_class (list, "boxed-list");
      self->into = coalition_field_row_new (session, get_parent_field (self));
      g_signal_connect_object (self->into, "committed", G_CALLBACK (into_committed_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->into));
      gtk_box_append (GTK_BOX (self), list);
      g_signal_connect_object (session, "notify::current", G_CALLBACK (follow_current), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::campaign", G_CALLBACK (campaign_cb), self, G_CONNECT_SWAPPED);
      campaign_cb (self);
    }
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _(spec->placeholder));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _(spec->add), -1);
  gtk_box_append (GTK_BOX (self), self->entry);

  return GTK_WIDGET (self);
}

/**
 * coalition_record_entry_focus:
 * @self: an entry
 *
 * Lets the person type.
 */
void
coalition_record_entry_focus (CoalitionRecordEntry *self)
{
  gtk_widget_grab_focus (self->entry);
}
