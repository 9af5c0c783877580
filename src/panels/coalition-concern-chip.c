/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-concern-chip.h"

#include <glib/gi18n-lib.h>

/**
 * CoalitionConcernChip:
 *
 * Offers to narrow a list to what concerns the one party that is selected, and says so as long as it does: nothing is
 * ever left out in silence. While it is on, it follows the selection from party to party, and stays with the last when
 * something else is chosen. Signal "changed": the list is to be filtered anew.
 */
struct _CoalitionConcernChip
{
  AdwBin parent_instance;

  CoalitionSession *session;
  CoalitionRecord *party;
  GtkToggleButton *button;
  GtkLabel *label;
  GtkWidget *cross;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CoalitionConcernChip, coalition_concern_chip, ADW_TYPE_BIN)

static CoalitionRecord *
get_only_party (CoalitionConcernChip *self)
{
  g_autoptr (GPtrArray) selected = coalition_session_get_selected (self->session, &coalition_kind_party);

  return selected->len == 1 ? selected->pdata[0] : NULL;
}

static void
show_party (CoalitionConcernChip *self)
{
  gboolean on = coalition_concern_chip_get_on (self);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), self->party != NULL);
  if (self->party == NULL)
    return;
  /* TRANSLATORS: the name of a party; a list shows only what concerns it */
  text = g_strdup_printf (_("Concerning %s"), coalition_record_get_title (self->party));
  gtk_label_set_text (self->label, text);
  gtk_widget_set_visible (self->cross, on);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), on ? _("Show everything again") : _("Show only what concerns the selected party"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
set_party (CoalitionConcernChip *self,
           CoalitionRecord      *party)
{
  gboolean changed = g_set_object (&self->party, party);

  if (party == NULL && coalition_concern_chip_get_on (self))
    gtk_toggle_button_set_active (self->button, FALSE);
  else if (changed && coalition_concern_chip_get_on (self))
    g_signal_emit (self, signals[CHANGED], 0);
  show_party (self);
}

static void
selection_cb (CoalitionConcernChip *self)
{
  CoalitionRecord *party = get_only_party (self);

  if (party != NULL || !coalition_concern_chip_get_on (self))
    set_party (self, party);
}

static void
campaign_changed_cb (CoalitionConcernChip *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);

  if (self->party != NULL && (campaign == NULL ||
      coalition_campaign_find_record (campaign, coalition_record_get_id (self->party)) != self->party))
    set_party (self, NULL);
  else
    show_party (self);
}

static void
campaign_cb (CoalitionConcernChip *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);

  if (campaign != NULL)
    g_signal_connect_object (campaign, "changed", G_CALLBACK (campaign_changed_cb), self, G_CONNECT_SWAPPED);
  campaign_changed_cb (self);
}

static void
toggled_cb (CoalitionConcernChip *self)
{
  if (!coalition_concern_chip_get_on (self))
    g_set_object (&self->party, get_only_party (self));
  show_party (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
coalition_concern_chip_dispose (GObject *object)
{
  CoalitionConcernChip *self = COALITION_CONCERN_CHIP (object);

  g_clear_object (&self->party);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (coalition_concern_chip_parent_class)->dispose (object);
}

static void
coalition_concern_chip_class_init (CoalitionConcernChipClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coalition_concern_chip_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "concern");

  /**
   * CoalitionConcernChip::changed:
   *
   * Another party concerns the list, or none any more.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
coalition_concern_chip_init (CoalitionConcernChip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->button = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  self->label = GTK_LABEL (gtk_label_new (NULL));
  self->cross = gtk_image_new_from_icon_name ("window-close-symbolic");
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_image_set_pixel_size (GTK_IMAGE (self->cross), 12);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), self->cross);
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_swapped (self->button, "toggled", G_CALLBACK (toggled_cb), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

/**
 * coalition_concern_chip_new:
 * @session: the session
 *
 * Makes a chip that is off, and hidden until one party is selected.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
coalition_concern_chip_new (CoalitionSession *session)
{
  CoalitionConcernChip *self = g_object_new (COALITION_TYPE_CONCERN_CHIP, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (selection_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::campaign", G_CALLBACK (campaign_cb), self, G_CONNECT_SWAPPED);
  campaign_cb (self);
  selection_cb (self);

  return GTK_WIDGET (self);
}

/**
 * coalition_concern_chip_get_on:
 * @self: a chip
 *
 * Whether the list is to be narrowed.
 *
 * Returns: %TRUE if it is on
 */
gboolean
coalition_concern_chip_get_on (CoalitionConcernChip *self)
{
  return gtk_toggle_button_get_active (self->button);
}

/**
 * coalition_concern_chip_set_on:
 * @self: a chip
 * @on: whether the list is to be narrowed
 *
 * Does what a click does. Without a party there is nothing to narrow to.
 */
void
coalition_concern_chip_set_on (CoalitionConcernChip *self,
                               gboolean              on)
{
  gtk_toggle_button_set_active (self->button, on && self->party != NULL);
}

/**
 * coalition_concern_chip_get_party:
 * @self: a chip
 *
 * The party to which the list is narrowed.
 *
 * Returns: (transfer none) (nullable): the party, or %NULL if everything is shown
 */
CoalitionRecord *
coalition_concern_chip_get_party (CoalitionConcernChip *self)
{
  return coalition_concern_chip_get_on (self) ? self->party : NULL;
}
