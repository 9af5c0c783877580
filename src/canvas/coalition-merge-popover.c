/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-merge-popover.h"

struct _CoalitionMergePopover
{
  GtkPopover parent_instance;

  GtkWidget *parties;
};

enum {
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CoalitionMergePopover, coalition_merge_popover, GTK_TYPE_POPOVER)

static void
merge_cb (CoalitionMergePopover *self)
{
  g_autofree char *id = NULL;

  for (GtkWidget *check = gtk_widget_get_first_child (self->parties); check != NULL; check = gtk_widget_get_next_sibling (check))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
      id = g_strdup (g_object_get_data (G_OBJECT (check), "party"));
  gtk_popover_popdown (GTK_POPOVER (self));
  if (id != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, id);
}

/* Return merges from wherever the focus is: a radio button would only choose itself once more. */
static gboolean
return_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   data)
{
  merge_cb (COALITION_MERGE_POPOVER (widget));
  return TRUE;
}

static void
coalition_merge_popover_dispose (GObject *object)
{
  CoalitionMergePopover *self = COALITION_MERGE_POPOVER (object);

  if (gtk_popover_get_child (GTK_POPOVER (self)) != NULL)
    gtk_popover_set_child (GTK_POPOVER (self), NULL);
  G_OBJECT_CLASS (coalition_merge_popover_parent_class)->dispose (object);
}

static void
coalition_merge_popover_class_init (CoalitionMergePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coalition_merge_popover_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", COALITION_TYPE_MERGE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coalitionmap/Coalition/canvas/coalition-merge-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, CoalitionMergePopover, parties);
  gtk_widget_class_bind_template_callback (widget_class, merge_cb);
}

static void
coalition_merge_popover_init (CoalitionMergePopover *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *trigger = gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_Return, 0),
                                                             gtk_keyval_trigger_new (GDK_KEY_KP_Enter, 0));

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (trigger, gtk_callback_action_new (return_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * coalition_merge_popover_new:
 *
 * Returns: (transfer floating): a popover that asks which party is kept
 */
CoalitionMergePopover *
coalition_merge_popover_new (void)
{
  return g_object_new (COALITION_TYPE_MERGE_POPOVER, NULL);
}

/**
 * coalition_merge_popover_ask:
 * @self: a popover with a parent
 * @campaign: where the parties are
 * @place: what it points to, in its parent
 * @ids: ids of the parties, %NULL-terminated
 * @proposed: (nullable): id of the one that is proposed; else the first
 *
 * Asks which of some parties is kept.
 */
void
coalition_merge_popover_ask (CoalitionMergePopover *self,
                             CoalitionCampaign     *campaign,
                             const GdkRectangle    *place,
                             const char *const     *ids,
                             const char            *proposed)
{
  GtkWidget *child, *first = NULL, *chosen = NULL;

  while ((child = gtk_widget_get_first_child (self->parties)) != NULL)
    gtk_box_remove (GTK_BOX (self->parties), child);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      CoalitionRecord *record = coalition_campaign_get_record (campaign, &coalition_kind_party, ids[i]);
      GtkWidget *check;

      if (record == NULL)
        continue;
      check = gtk_check_button_new_with_label (coalition_record_get_title (record));
      g_object_set_data_full (G_OBJECT (check), "party", g_strdup (ids[i]), g_free);
      gtk_check_button_set_group (GTK_CHECK_BUTTON (check), first != NULL ? GTK_CHECK_BUTTON (first) : NULL);
      gtk_box_append (GTK_BOX (self->parties), check);
      if (first == NULL)
        first = check;
      if (chosen == NULL || g_strcmp0 (ids[i], proposed) == 0)
        chosen = check;
    }
  if (chosen == NULL)
    return;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (chosen), TRUE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), place);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (chosen);
}
