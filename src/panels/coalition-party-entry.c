/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-party-entry.h"

#include "coalition-shape.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * CoalitionPartyEntry:
 *
 * Takes the name of a new party, and its level; lines that are pasted, from a spreadsheet say, become a party each, in
 * one step. Signals "added" (id of the last one) and "dismissed" (Escape).
 */
/* So many new parties are placed one by one. */
#define FEW 8

struct _CoalitionPartyEntry
{
  GtkBox parent_instance;

  CoalitionSession *session;
  GtkWidget *entry;
  CoalitionLevel level;
  guint lines_id;
};

enum
{
  ADDED,
  DISMISSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CoalitionPartyEntry, coalition_party_entry, GTK_TYPE_BOX)

/* The names in a text: the first cell of each line that has one. */
static GPtrArray *
split_names (const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\n\r", -1);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", 2);

      if (cells[0] != NULL && *g_strstrip (cells[0]) != '\0')
        g_ptr_array_add (names, g_strdup (cells[0]));
    }

  return names;
}

static void
add (CoalitionPartyEntry *self,
     GPtrArray           *names)
{
  static const char *const levels[] = { "affected", "connector", "organization" };
  const CoalitionKind *kind = &coalition_kind_party;
  g_autofree char *count = g_strdup_printf ("%u", names->len);
  g_autofree char *toast = NULL, *last = NULL;
  g_autoptr (CoalitionCommand) command = NULL;

  if (names->len == 0)
    return;
  if (names->len == 1)
    command = coalition_command_new (N_("Add %s"), names->pdata[0], NULL);
  else
    {
      command = coalition_command_new (N_("Add %s parties"), count, NULL);
      toast = g_strdup_printf (ngettext ("%u party added", "%u parties added", names->len), names->len);
    }
  for (guint i = 0; i < names->len; i++)
    {
      const char *id = coalition_command_insert (command, kind, NULL);

      coalition_command_set_text (command, kind, id, "name", names->pdata[i]);
      coalition_command_set_text (command, kind, id, "level", levels[self->level]);
      /* A long list is better arranged as a whole, which follows by itself. */
      if (names->len <= FEW)
        coalition_session_place_party (self->session, command, id, names->pdata[i], NULL);
      g_free (last);
      last = g_strdup (id);
    }
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  coalition_session_run (self->session, g_steal_pointer (&command), toast);
  g_signal_emit (self, signals[ADDED], 0, last);
}

static void
activate_cb (CoalitionPartyEntry *self)
{
  g_autoptr (GPtrArray) names = split_names (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  add (self, names);
}

static gboolean
lines_cb (gpointer data)
{
  CoalitionPartyEntry *self = data;
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autoptr (GPtrArray) names = split_names (text);

  self->lines_id = 0;
  /* Lines with several cells are a table: the window asks what they mean. */
  if (names->len > 1 && strchr (text, '\t') != NULL
      && gtk_widget_activate_action (GTK_WIDGET (self), "win.paste-table", "s", text))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      return G_SOURCE_REMOVE;
    }
  /* A single cell of a spreadsheet brings its line end along; one name waits for Enter as if it were typed. */
  if (names->len > 1)
    add (self, names);
  else
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), names->len == 1 ? names->pdata[0] : "");
      gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
    }

  return G_SOURCE_REMOVE;
}

/* An entry must not be changed while it tells of a change. */
static void
changed_cb (CoalitionPartyEntry *self)
{
  if (self->lines_id == 0 && strpbrk (gtk_editable_get_text (GTK_EDITABLE (self->entry)), "\n\r") != NULL)
    self->lines_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, lines_cb, self, NULL);
}

static void
level_toggled_cb (CoalitionPartyEntry *self,
                  GtkToggleButton     *button)
{
  if (gtk_toggle_button_get_active (button))
    self->level = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "level"));
}

static gboolean
key_pressed_cb (CoalitionPartyEntry *self,
                guint                keyval,
                guint                keycode,
                GdkModifierType      state)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[DISMISSED], 0);

  return GDK_EVENT_STOP;
}

static void
coalition_party_entry_dispose (GObject *object)
{
  CoalitionPartyEntry *self = COALITION_PARTY_ENTRY (object);

  g_clear_handle_id (&self->lines_id, g_source_remove);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (coalition_party_entry_parent_class)->dispose (object);
}

static gboolean
coalition_party_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (COALITION_PARTY_ENTRY (widget)->entry);
}

static void
coalition_party_entry_class_init (CoalitionPartyEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coalition_party_entry_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = coalition_party_entry_grab_focus;

  /**
   * CoalitionPartyEntry::added:
   * @id: id of the party, or of the last of several
   *
   * A command that adds parties is on its way.
   */
  signals[ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * CoalitionPartyEntry::dismissed:
   *
   * A person pressed Escape.
   */
  signals[DISMISSED] = g_signal_new ("dismissed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
}

/* Three small buttons with the symbols of the levels: what is added next is of this level. */
static GtkWidget *
build_levels (CoalitionPartyEntry *self)
{
  GtkWidget *group = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->level = COALITION_LEVEL_ORGANIZATION;
  gtk_widget_add_css_class (box, "linked");
  for (guint level = 0; level <= COALITION_LEVEL_ORGANIZATION; level++)
    {
      GtkWidget *button = gtk_toggle_button_new ();
      GtkWidget *shape = coalition_shape_new (18);

      coalition_shape_set_level (COALITION_SHAPE (shape), level, FALSE);
      gtk_button_set_child (GTK_BUTTON (button), shape);
      gtk_widget_add_css_class (button, "level");
      gtk_widget_set_tooltip_text (button, coalition_level_label (level));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, coalition_level_label (level), -1);
      g_object_set_data (G_OBJECT (button), "level", GUINT_TO_POINTER (level));
      if (group != NULL)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (group));
      group = button;
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), level == self->level);
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (level_toggled_cb), self);
      gtk_box_append (GTK_BOX (box), button);
    }

  return box;
}

static void
coalition_party_entry_init (CoalitionPartyEntry *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "panel-add");
  self->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Name"));
  gtk_widget_set_tooltip_text (self->entry, _("Enter adds the party; pasted lines become a party each"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of the New Party"), -1);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_box_append (GTK_BOX (self), self->entry);
  gtk_box_append (GTK_BOX (self), build_levels (self));
}

/**
 * coalition_party_entry_set_session:
 * @self: an entry
 * @session: the session
 *
 * Sets where parties are added.
 */
void
coalition_party_entry_set_session (CoalitionPartyEntry *self,
                                   CoalitionSession    *session)
{
  g_set_object (&self->session, session);
}
