/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-filter-bar.h"

#include "coalition-chip.h"
#include "coalition-filter-popover.h"
#include "coalition-wrap.h"

#include <glib/gi18n-lib.h>

#define SPACING 6

struct _CoalitionFilterBar
{
  GtkWidget parent_instance;

  CoalitionSession *session;
  CoalitionFilterPopover *popover; /* made when a condition is first changed */
  GPtrArray *chips;
  GtkWidget *clear;
  char *shown; /* the filter that the chips stand for, as text */
};

G_DEFINE_FINAL_TYPE (CoalitionFilterBar, coalition_filter_bar, GTK_TYPE_WIDGET)

static void
edit_cb (CoalitionFilterBar *self,
         CoalitionChip      *chip)
{
  graphene_rect_t bounds;
  guint index;

  if (!g_ptr_array_find (self->chips, chip, &index) || !gtk_widget_compute_bounds (GTK_WIDGET (chip), GTK_WIDGET (self), &bounds))
    return;
  if (self->popover == NULL)
    {
      self->popover = g_object_new (COALITION_TYPE_FILTER_POPOVER, NULL);
      gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
      coalition_filter_popover_set_session (self->popover, self->session);
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width, (int) bounds.size.height });
  coalition_filter_popover_edit (self->popover, (int) index);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
remove_cb (CoalitionFilterBar *self,
           CoalitionChip      *chip)
{
  CoalitionFilter *filter;
  guint index;

  if (!g_ptr_array_find (self->chips, chip, &index))
    return;
  filter = coalition_filter_copy (coalition_session_get_filter (self->session));
  coalition_filter_remove (filter, index);
  coalition_session_set_filter (self->session, filter);
  coalition_filter_free (filter);
}

static void
clear_cb (CoalitionFilterBar *self)
{
  g_autoptr (CoalitionFilter) filter = coalition_filter_new ();

  coalition_session_set_filter (self->session, filter);
}

/* The chip that the keyboard is at must not take the focus along when it goes. */
static void
keep_focus (CoalitionFilterBar *self,
            int                 index)
{
  if (index < 0)
    return;
  if (self->chips->len > 0)
    gtk_widget_child_focus (self->chips->pdata[MIN ((guint) index, self->chips->len - 1)], GTK_DIR_TAB_FORWARD);
  else if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (self)));
}

static void
update (CoalitionFilterBar *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  CoalitionFilter *filter = campaign != NULL ? coalition_session_get_filter (self->session) : NULL;
  guint size = filter != NULL ? coalition_filter_get_size (filter) : 0;
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  int focused = -1;

  for (guint i = 0; i < size; i++)
    {
      g_ptr_array_add (labels, coalition_filter_describe (filter, i, campaign));
      g_string_append_printf (text, "%s\n", (char *) labels->pdata[i]);
    }
  if (g_strcmp0 (text->str, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_strdup (text->str);

  for (guint i = 0; i < self->chips->len; i++)
    {
      if (self->chips->pdata[i] == focus)
        focused = (int) i;
      gtk_widget_unparent (self->chips->pdata[i]);
    }
  g_ptr_array_set_size (self->chips, 0);
  for (guint i = 0; i < labels->len; i++)
    {
      GtkWidget *chip = coalition_chip_new (labels->pdata[i]);

      g_signal_connect_object (chip, "edit", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (chip, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_insert_before (chip, GTK_WIDGET (self), self->clear);
      g_ptr_array_add (self->chips, chip);
    }
  gtk_widget_set_visible (self->clear, size > 1);
  gtk_widget_set_visible (GTK_WIDGET (self), size > 0);
  keep_focus (self, focused);
}

static void
coalition_filter_bar_dispose (GObject *object)
{
  CoalitionFilterBar *self = COALITION_FILTER_BAR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->chips, 0);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (coalition_filter_bar_parent_class)->dispose (object);
}

static void
coalition_filter_bar_finalize (GObject *object)
{
  g_ptr_array_unref (COALITION_FILTER_BAR (object)->chips);
  g_free (COALITION_FILTER_BAR (object)->shown);
  G_OBJECT_CLASS (coalition_filter_bar_parent_class)->finalize (object);
}

static void
coalition_filter_bar_class_init (CoalitionFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coalition_filter_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = coalition_filter_bar_finalize;
  gtk_widget_class_set_css_name (widget_class, "coalition-filter-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
coalition_filter_bar_init (CoalitionFilterBar *self)
{
  self->chips = g_ptr_array_new ();
  gtk_widget_set_layout_manager (GTK_WIDGET (self), coalition_wrap_new (SPACING));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Filter"), -1);
  /* Translators: takes all conditions of the filter away */
  self->clear = gtk_button_new_with_label (_("Clear"));
  gtk_widget_set_tooltip_text (self->clear, _("Show everybody again"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Clear the filter"), -1);
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_widget_add_css_class (self->clear, "clear");
  gtk_widget_set_visible (self->clear, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_parent (self->clear, GTK_WIDGET (self));
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
}

/**
 * coalition_filter_bar_set_session:
 * @self: a bar without a session
 * @session: the session
 *
 * Shows the filter of @session from now on.
 */
void
coalition_filter_bar_set_session (CoalitionFilterBar *self,
                                  CoalitionSession   *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "view-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  /* Records that a condition names may have got another name. */
  g_signal_connect_object (session, "network-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * coalition_filter_bar_get_n_chips:
 * @self: a bar
 *
 * Returns: how many conditions it shows
 */
guint
coalition_filter_bar_get_n_chips (CoalitionFilterBar *self)
{
  return self->chips->len;
}
