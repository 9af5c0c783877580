/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-tag-chips.h"

#include "coalition-inspector-group.h"
#include "coalition-picker.h"

#include <glib/gi18n-lib.h>

/**
 * CoalitionTagChips:
 *
 * A group of tags as chips, each with a cross, and a list from which to add one; and how tags are written into commands.
 * Signals "picked" and "removed": whose tags these are, and the commands, are the matter of who made it.
 */
struct _CoalitionTagChips
{
  GtkBox parent_instance;

  GtkFlowBox *flow;
};

enum
{
  PICKED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CoalitionTagChips, coalition_tag_chips, GTK_TYPE_BOX)

static void
picked_cb (CoalitionTagChips *self,
           const char        *key,
           const char        *words)
{
  if (key != NULL || words != NULL)
    g_signal_emit (self, signals[PICKED], 0, key, words);
}

static void
remove_cb (CoalitionTagChips *self,
           GtkWidget         *cross)
{
  g_signal_emit (self, signals[REMOVED], 0, g_object_get_data (G_OBJECT (cross), "key"));
}

static void
coalition_tag_chips_class_init (CoalitionTagChipsClass *klass)
{
  /**
   * CoalitionTagChips::picked:
   * @key: (nullable): id of a tag
   * @words: (nullable): without @key, the name of a new one
   *
   * A tag is to be added.
   */
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  /**
   * CoalitionTagChips::removed:
   * @key: that of the chip
   *
   * A tag is to be removed.
   */
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
coalition_tag_chips_init (CoalitionTagChips *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

/**
 * coalition_tag_chips_new:
 * @session: the session
 * @add_label: what the list adds to, as people read it
 *
 * Returns: (transfer floating): the widget, without chips
 */
CoalitionTagChips *
coalition_tag_chips_new (CoalitionSession *session,
                         const char       *add_label)
{
  CoalitionTagChips *self = g_object_new (COALITION_TYPE_TAG_CHIPS, NULL);
  CoalitionInspectorGroup *group = coalition_inspector_group_new (_("Tags"));
  CoalitionPicker *picker = coalition_picker_new_for_kind (session, &coalition_kind_tag, add_label);

  coalition_picker_set_icon (picker, "list-add-symbolic", add_label);
  coalition_picker_set_clearable (picker, FALSE);
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  coalition_inspector_group_add_suffix (group, GTK_WIDGET (picker));
  self->flow = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->flow, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (self->flow, 20);
  gtk_widget_set_visible (GTK_WIDGET (self->flow), FALSE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (group));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->flow));

  return self;
}

/**
 * coalition_tag_chips_clear:
 * @self: chips
 *
 * Takes all chips away.
 */
void
coalition_tag_chips_clear (CoalitionTagChips *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->flow))) != NULL)
    gtk_flow_box_remove (self->flow, child);
  gtk_widget_set_visible (GTK_WIDGET (self->flow), FALSE);
}

/**
 * coalition_tag_chips_add:
 * @self: chips
 * @key: what "removed" says of this chip
 * @name: of the tag
 * @text: what stands on the chip
 *
 * Adds a chip behind the others.
 */
void
coalition_tag_chips_add (CoalitionTagChips *self,
                         const char        *key,
                         const char        *name,
                         const char        *text)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *cross = gtk_button_new_from_icon_name ("window-close-symbolic");
  GtkWidget *child = gtk_flow_box_child_new ();
  g_autofree char *tooltip = g_strdup_printf (_("Remove the Tag “%s”"), name);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_widget_add_css_class (cross, "flat");
  gtk_widget_add_css_class (cross, "circular");
  gtk_widget_set_tooltip_text (cross, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cross), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  g_object_set_data_full (G_OBJECT (cross), "key", g_strdup (key), g_free);
  g_signal_connect_object (cross, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), cross);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), chip);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_append (self->flow, child);
  gtk_widget_set_visible (GTK_WIDGET (self->flow), TRUE);
}

/**
 * coalition_tag_chips_find_tag:
 * @campaign: a campaign
 * @command: where a new tag is added if there is none of that name
 * @words: a name
 *
 * Finds the tag that a person has typed.
 *
 * Returns: (transfer none): its id, as long as @campaign and @command are unchanged
 */
const char *
coalition_tag_chips_find_tag (CoalitionCampaign *campaign,
                              CoalitionCommand  *command,
                              const char        *words)
{
  g_autoptr (GPtrArray) same = coalition_campaign_find_by_title (campaign, &coalition_kind_tag, words);
  const char *id;

  if (same != NULL && same->len > 0)
    return coalition_record_get_id (same->pdata[0]);
  id = coalition_command_insert (command, &coalition_kind_tag, NULL);
  coalition_command_set_text (command, &coalition_kind_tag, id, "name", words);

  return id;
}

/**
 * coalition_tag_chips_write_tag:
 * @command: a command
 * @id: of the link, from coalition_party_tag_id()
 * @party: id of a party without the tag
 * @tag: id of the tag
 *
 * Adds that the party has the tag.
 */
void
coalition_tag_chips_write_tag (CoalitionCommand *command,
                               const char       *id,
                               const char       *party,
                               const char       *tag)
{
  coalition_command_insert (command, &coalition_kind_party_tag, id);
  coalition_command_set_text (command, &coalition_kind_party_tag, id, "party", party);
  coalition_command_set_text (command, &coalition_kind_party_tag, id, "tag", tag);
}
