/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-party-row.h"

#include "coalition-party-section.h"
#include "coalition-shape.h"

#include <glib/gi18n-lib.h>

/**
 * CoalitionPartyRow:
 *
 * A line in the list of parties: a party with its symbol, kind and marks, or the heading of a section. It follows what
 * it is bound to.
 */
struct _CoalitionPartyRow
{
  GtkBox parent_instance;

  CoalitionSession *session;
  GObject *item;

  GtkWidget *arrow;
  GtkWidget *shape;
  GtkLabel *name_label;
  GtkLabel *kind_label;
  GtkLabel *count_label;
  GtkWidget *late;
  GtkWidget *gatekeeper;
  GtkWidget *decides;
};

G_DEFINE_FINAL_TYPE (CoalitionPartyRow, coalition_party_row, GTK_TYPE_BOX)

static void
show_section (CoalitionPartyRow     *self,
              CoalitionPartySection *section)
{
  g_autofree char *count = g_strdup_printf ("%'u", coalition_party_section_get_count (section));

  gtk_label_set_text (self->name_label, coalition_level_label (coalition_party_section_get_level (section)));
  gtk_label_set_text (self->count_label, count);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow),
                                coalition_party_section_get_folded (section) ? "pan-end-symbolic" : "pan-down-symbolic");
}

static void
show_party (CoalitionPartyRow *self,
            CoalitionRecord   *party)
{
  const CoalitionField *kind_field = coalition_kind_find_field (&coalition_kind_party, "kind");
  const char *kind = coalition_field_choice_label (kind_field, coalition_record_get_text (party, "kind"));
  const char *name = coalition_record_get_title (party);
  CoalitionNetwork *network = coalition_session_get_network (self->session);
  int index = network != NULL ? coalition_network_find_party (network, coalition_record_get_id (party)) : -1;
  CoalitionPartyMarks marks = index >= 0 ? coalition_network_get_parties (network, NULL)[index].marks : 0;

  coalition_shape_set_party (COALITION_SHAPE (self->shape), self->session, party);
  gtk_label_set_text (self->name_label, name);
  gtk_label_set_text (self->kind_label, kind != NULL ? kind : "");
  gtk_widget_set_visible (GTK_WIDGET (self->kind_label), kind != NULL);
  gtk_widget_set_visible (self->late, (marks & COALITION_MARK_REVIEW_LATE) != 0);
  gtk_widget_set_visible (self->gatekeeper, (marks & COALITION_MARK_GATEKEEPER) != 0);
  gtk_widget_set_visible (self->decides, (marks & COALITION_MARK_DECIDES) != 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name);
}

/* The row of the list view is what screen readers name; it has no name of its own. */
static void
name_row (CoalitionPartyRow *self)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));
  const char *kind = gtk_widget_get_visible (GTK_WIDGET (self->kind_label)) ? gtk_label_get_text (self->kind_label) : "";

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (self->name_label),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, kind, -1);
}

static void
refresh (CoalitionPartyRow *self)
{
  if (COALITION_IS_PARTY_SECTION (self->item))
    show_section (self, COALITION_PARTY_SECTION (self->item));
  else if (self->item != NULL && coalition_session_get_campaign (self->session) != NULL)
    show_party (self, COALITION_RECORD (self->item));
  name_row (self);
}

static void
coalition_party_row_dispose (GObject *object)
{
  CoalitionPartyRow *self = COALITION_PARTY_ROW (object);

  if (self->session != NULL)
    coalition_party_row_set_item (self, NULL);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (coalition_party_row_parent_class)->dispose (object);
}

static void
coalition_party_row_class_init (CoalitionPartyRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coalition_party_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coalitionmap/Coalition/panels/coalition-party-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CoalitionPartyRow, arrow);
  gtk_widget_class_bind_template_child (widget_class, CoalitionPartyRow, shape);
  gtk_widget_class_bind_template_child (widget_class, CoalitionPartyRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, CoalitionPartyRow, kind_label);
  gtk_widget_class_bind_template_child (widget_class, CoalitionPartyRow, count_label);
  gtk_widget_class_bind_template_child (widget_class, CoalitionPartyRow, late);
  gtk_widget_class_bind_template_child (widget_class, CoalitionPartyRow, gatekeeper);
  gtk_widget_class_bind_template_child (widget_class, CoalitionPartyRow, decides);
}

static void
coalition_party_row_init (CoalitionPartyRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coalition_party_row_new:
 * @session: the session
 *
 * Makes an empty row.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
coalition_party_row_new (CoalitionSession *session)
{
  CoalitionPartyRow *self = g_object_new (COALITION_TYPE_PARTY_ROW, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "network-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * coalition_party_row_set_item:
 * @self: a row
 * @item: (nullable): a party or a #CoalitionPartySection
 *
 * Shows @item and follows it.
 */
void
coalition_party_row_set_item (CoalitionPartyRow *self,
                              gpointer           item)
{
  gboolean section = COALITION_IS_PARTY_SECTION (item);

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, refresh, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  g_signal_connect_object (item, "notify", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (self->arrow, section);
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), section);
  gtk_widget_set_visible (self->shape, !section);
  if (section)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->name_label), "heading");
      gtk_widget_set_visible (GTK_WIDGET (self->kind_label), FALSE);
      gtk_widget_set_visible (self->late, FALSE);
      gtk_widget_set_visible (self->gatekeeper, FALSE);
      gtk_widget_set_visible (self->decides, FALSE);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self), NULL);
    }
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->name_label), "heading");
  refresh (self);
}

/**
 * coalition_party_row_get_item:
 * @self: a row
 *
 * What it shows.
 *
 * Returns: (transfer none) (nullable): a party or a #CoalitionPartySection
 */
gpointer
coalition_party_row_get_item (CoalitionPartyRow *self)
{
  return self->item;
}
