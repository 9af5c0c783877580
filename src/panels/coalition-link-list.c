/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-link-list.h"

#include <glib/gi18n-lib.h>

/* So many at first; each "more" shows so many again as fit well into one list. */
#define FEW 6
#define STEP 100

/**
 * CoalitionLinkList:
 *
 * Records that have to do with the one in the inspector, each a click away. Long lists begin short.
 */
struct _CoalitionLinkList
{
  GtkBox parent_instance;

  CoalitionSession *session;
  CoalitionRecord *subject;
  CoalitionLinkFill fill;
  CoalitionInspectorGroup *group;
  GtkListBox *list;
  GtkWidget *hint;
  guint limit;
};

G_DEFINE_FINAL_TYPE (CoalitionLinkList, coalition_link_list, GTK_TYPE_BOX)

static void refresh (CoalitionLinkList *self);

static void
more_cb (CoalitionLinkList *self)
{
  guint first = self->limit;
  GtkListBoxRow *row;

  self->limit += STEP;
  refresh (self);
  row = gtk_list_box_get_row_at_index (self->list, first);
  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

static void
add_more_row (CoalitionLinkList *self,
              guint              rest)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *text = g_strdup_printf (ngettext ("%u more", "%u more", rest), rest);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "wide");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), button);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->list, row);
}

static void
refresh (CoalitionLinkList *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GtkWidget *child;
  guint n;

  if (coalition_session_get_campaign (self->session) == NULL)
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  n = self->fill (self->session, self->subject, self->limit, rows);
  for (guint i = 0; i < rows->len; i++)
    gtk_list_box_append (self->list, rows->pdata[i]);
  if (n > rows->len)
    add_more_row (self, n - rows->len);
  coalition_inspector_group_set_count (self->group, n);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (self->hint, n == 0);
}

static void
coalition_link_list_dispose (GObject *object)
{
  CoalitionLinkList *self = COALITION_LINK_LIST (object);

  g_clear_object (&self->session);
  g_clear_object (&self->subject);
  G_OBJECT_CLASS (coalition_link_list_parent_class)->dispose (object);
}

static void
coalition_link_list_class_init (CoalitionLinkListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coalition_link_list_dispose;
}

static void
coalition_link_list_init (CoalitionLinkList *self)
{
  self->limit = FEW;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

/**
 * coalition_link_list_new:
 * @session: the session
 * @subject: the record in the inspector
 * @title: heading, translated
 * @hint: what is said while there is nothing, translated
 * @fill: makes the rows
 *
 * Makes a list that follows the campaign.
 *
 * Returns: (transfer floating): the list
 */
CoalitionLinkList *
coalition_link_list_new (CoalitionSession  *session,
                         CoalitionRecord   *subject,
                         const char        *title,
                         const char        *hint,
                         CoalitionLinkFill  fill)
{
  CoalitionLinkList *self = g_object_new (COALITION_TYPE_LINK_LIST, NULL);
  CoalitionCampaign *campaign = coalition_session_get_campaign (session);

  self->session = g_object_ref (session);
  self->subject = g_object_ref (subject);
  self->fill = fill;
  self->group = coalition_inspector_group_new (title);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->hint = gtk_label_new (hint);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_widget_add_css_class (self->hint, "caption");
  gtk_widget_add_css_class (self->hint, "dim-label");
  gtk_widget_add_css_class (self->hint, "hint");
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->group));
  gtk_box_append (GTK_BOX (self), self->hint);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  refresh (self);
  if (campaign != NULL)
    g_signal_connect_object (campaign, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * coalition_link_list_get_group:
 * @self: a list
 *
 * Its heading, to which buttons can be added.
 *
 * Returns: (transfer none): the group
 */
CoalitionInspectorGroup *
coalition_link_list_get_group (CoalitionLinkList *self)
{
  return self->group;
}
