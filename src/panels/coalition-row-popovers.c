/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-row-popovers.h"

#include <glib/gi18n-lib.h>

/**
 * CoalitionRowPopovers:
 *
 * What opens at a row of a panel: its menu, and the entry for a new name. The panel that owns them hands on where they
 * are, as a parent of popovers must: coalition_row_popovers_present() belongs into its size_allocate.
 */
struct _CoalitionRowPopovers
{
  GObject parent_instance;

  CoalitionSession *session;
  CoalitionRecord *record;
  GtkWidget *menu;
  GtkWidget *popover;
  GtkWidget *entry;
  GtkWidget *focus; /* weak: what had the keyboard before */
};

G_DEFINE_FINAL_TYPE (CoalitionRowPopovers, coalition_row_popovers, G_TYPE_OBJECT)

static void
activate_cb (CoalitionRowPopovers *self)
{
  g_autoptr (CoalitionRecord) record = g_steal_pointer (&self->record);

  if (record != NULL)
    coalition_session_rename (self->session, record, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/* Whoever is done with the popover goes on where they were. */
static void
closed_cb (CoalitionRowPopovers *self)
{
  g_autoptr (GtkWidget) focus = self->focus != NULL ? g_object_ref (self->focus) : NULL;

  g_clear_weak_pointer (&self->focus);
  if (focus != NULL && gtk_widget_get_mapped (focus))
    gtk_widget_grab_focus (focus);
}

static void
remember_focus (CoalitionRowPopovers *self)
{
  GtkRoot *root = gtk_widget_get_root (self->popover);

  g_set_weak_pointer (&self->focus, root != NULL ? gtk_root_get_focus (root) : NULL);
}

static void
coalition_row_popovers_dispose (GObject *object)
{
  CoalitionRowPopovers *self = COALITION_ROW_POPOVERS (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_weak_pointer (&self->focus);
  g_clear_object (&self->record);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (coalition_row_popovers_parent_class)->dispose (object);
}

static void
coalition_row_popovers_class_init (CoalitionRowPopoversClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coalition_row_popovers_dispose;
}

static void
coalition_row_popovers_init (CoalitionRowPopovers *self)
{
  self->popover = gtk_popover_new ();
  self->entry = gtk_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("New Name"), -1);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 26);
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->entry);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
}

/**
 * coalition_row_popovers_new:
 * @parent: the panel
 * @session: the session
 * @menu: the menu of a row
 *
 * Makes the popovers of a panel. Let go of them in its dispose.
 *
 * Returns: (transfer full): the popovers
 */
CoalitionRowPopovers *
coalition_row_popovers_new (GtkWidget        *parent,
                            CoalitionSession *session,
                            GMenuModel       *menu)
{
  CoalitionRowPopovers *self = g_object_new (COALITION_TYPE_ROW_POPOVERS, NULL);

  self->session = g_object_ref (session);
  self->menu = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, parent);
  gtk_widget_set_parent (self->popover, parent);

  return self;
}

/**
 * coalition_row_popovers_rename:
 * @self: popovers
 * @record: a record
 * @row: its row
 *
 * Lets the person rename @record at @row.
 */
void
coalition_row_popovers_rename (CoalitionRowPopovers *self,
                               CoalitionRecord      *record,
                               GtkWidget            *row)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (row, gtk_widget_get_parent (self->popover), &bounds))
    return;
  g_set_object (&self->record, record);
  remember_focus (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), coalition_record_get_title (record));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle) { bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (self->entry);
}

/**
 * coalition_row_popovers_menu:
 * @self: popovers
 * @x: a place in the panel
 * @y: a place in the panel
 *
 * Opens the menu where the person clicked.
 */
void
coalition_row_popovers_menu (CoalitionRowPopovers *self,
                             double                x,
                             double                y)
{
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/**
 * coalition_row_popovers_menu_at:
 * @self: popovers
 * @row: a row
 *
 * Opens the menu at @row, for the keyboard.
 */
void
coalition_row_popovers_menu_at (CoalitionRowPopovers *self,
                                GtkWidget            *row)
{
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (row, gtk_widget_get_parent (self->menu), &bounds))
    coalition_row_popovers_menu (self, bounds.origin.x + 20, bounds.origin.y + bounds.size.height);
}

/**
 * coalition_row_popovers_present:
 * @self: (nullable): popovers
 *
 * Keeps the popovers at their place when the panel gets a new size.
 */
void
coalition_row_popovers_present (CoalitionRowPopovers *self)
{
  if (self == NULL)
    return;
  gtk_popover_present (GTK_POPOVER (self->menu));
  gtk_popover_present (GTK_POPOVER (self->popover));
}
