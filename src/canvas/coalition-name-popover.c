/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-name-popover.h"

#include <glib/gi18n-lib.h>

struct _CoalitionNamePopover
{
  GtkPopover parent_instance;

  GtkEntry *entry;
  GtkWidget *hint;

  CoalitionCampaign *campaign;
  const CoalitionKind *kind; /* of what is named */
  char *before; /* the name that is being changed, or NULL */
};

enum {
  NAMED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CoalitionNamePopover, coalition_name_popover, GTK_TYPE_POPOVER)

static char *
get_name (CoalitionNamePopover *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static void
changed_cb (CoalitionNamePopover *self)
{
  g_autofree char *name = get_name (self);
  g_autoptr (GPtrArray) others = NULL;

  /* Captions of pictures may be alike. */
  if (self->campaign != NULL && self->kind != &coalition_kind_picture && *name != '\0' && g_strcmp0 (name, self->before) != 0)
    others = coalition_campaign_find_by_title (self->campaign, self->kind, name);
  gtk_widget_set_visible (self->hint, others != NULL && others->len > 0);
}

static void
activate_cb (CoalitionNamePopover *self)
{
  g_autofree char *name = get_name (self);

  if (*name == '\0')
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (self));
  if (g_strcmp0 (name, self->before) != 0)
    g_signal_emit (self, signals[NAMED], 0, name);
}

static void
coalition_name_popover_dispose (GObject *object)
{
  CoalitionNamePopover *self = COALITION_NAME_POPOVER (object);
  GtkWidget *child = gtk_popover_get_child (GTK_POPOVER (self));

  if (child != NULL)
    gtk_popover_set_child (GTK_POPOVER (self), NULL);
  g_clear_object (&self->campaign);
  g_clear_pointer (&self->before, g_free);
  G_OBJECT_CLASS (coalition_name_popover_parent_class)->dispose (object);
}

static void
coalition_name_popover_class_init (CoalitionNamePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coalition_name_popover_dispose;
  signals[NAMED] = g_signal_new ("named", COALITION_TYPE_NAME_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coalitionmap/Coalition/canvas/coalition-name-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, CoalitionNamePopover, entry);
  gtk_widget_class_bind_template_child (widget_class, CoalitionNamePopover, hint);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
coalition_name_popover_init (CoalitionNamePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coalition_name_popover_new:
 *
 * Returns: (transfer floating): a popover that asks for a name
 */
CoalitionNamePopover *
coalition_name_popover_new (void)
{
  return g_object_new (COALITION_TYPE_NAME_POPOVER, NULL);
}

/**
 * coalition_name_popover_ask:
 * @self: a popover with a parent
 * @campaign: where names are looked up
 * @kind: party, forum or picture: what is named
 * @place: what it points to, in its parent
 * @name: (nullable): the name that is to be changed
 *
 * Asks for a name. "named" is emitted if one is given; nothing is, if the person thinks better of it.
 */
void
coalition_name_popover_ask (CoalitionNamePopover *self,
                            CoalitionCampaign    *campaign,
                            const CoalitionKind  *kind,
                            const GdkRectangle   *place,
                            const char           *name)
{
  const char *label = kind == &coalition_kind_forum ? _("Name of the forum")
                      : kind == &coalition_kind_picture ? _("Caption of the picture") : _("Name of the party");

  g_set_object (&self->campaign, campaign);
  self->kind = kind;
  gtk_entry_set_placeholder_text (self->entry, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_label_set_label (GTK_LABEL (self->hint), kind == &coalition_kind_forum ? _("There is a forum of this name already.")
                                                                             : _("There is a party of this name already."));
  g_free (self->before);
  self->before = g_strdup (name);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), name != NULL ? name : "");
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), place);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
