/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-time-pill.h"

#include "coalition-date.h"
#include "coalition-word.h"

#include <glib/gi18n-lib.h>

struct _CoalitionTimePill
{
  GtkWidget parent_instance;

  GtkWidget *icon;
  GtkWidget *label;
  CoalitionWord *counts;
  GtkWidget *cross;

  CoalitionSession *session;
};

G_DEFINE_FINAL_TYPE (CoalitionTimePill, coalition_time_pill, GTK_TYPE_WIDGET)

static void
today_cb (CoalitionTimePill *self)
{
  coalition_session_set_time (self->session, NULL, NULL);
}

/* Of the ties: what a comparison is about. */
static char *
count (CoalitionTimePill *self)
{
  CoalitionNetwork *network = coalition_session_get_network (self->session);
  guint n[COALITION_TIME_GONE + 1] = { 0 }, n_ties = 0;
  const CoalitionNetworkTie *ties = network != NULL ? coalition_network_get_ties (network, &n_ties) : NULL;

  for (guint i = 0; i < n_ties; i++)
    n[ties[i].time] += ties[i].joined > 0 ? ties[i].joined : 1;
  /* Translators: of the ties, compared between two dates */
  return g_strdup_printf (_("Appeared %u · Ended %u · Stayed %u"), n[COALITION_TIME_APPEARED], n[COALITION_TIME_GONE],
                          n[COALITION_TIME_STAYED]);
}

static void
update (CoalitionTimePill *self)
{
  const char *as_of = coalition_session_get_as_of (self->session), *other = coalition_session_get_compare_to (self->session);
  g_autofree char *date = coalition_date_format (as_of), *other_date = coalition_date_format (other);
  g_autofree char *text = NULL, *counts = NULL, *tooltip = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), as_of != NULL || other != NULL);
  if (other != NULL)
    {
      /* Translators: two dates that are compared: the earlier and the later */
      text = g_strdup_printf (_("%s to %s"), other_date, as_of != NULL ? date : _("today"));
      counts = count (self);
      tooltip = g_strdup_printf (_("Ties, compared between two dates: %s"), counts);
    }
  else
    {
      /* Translators: the date at which the map is seen */
      text = g_strdup_printf (_("As of %s"), date);
      tooltip = g_strdup (_("The map is seen as of this date. What you edit counts today."));
    }
  gtk_label_set_text (GTK_LABEL (self->label), text);
  coalition_word_set_label (self->counts, counts);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, tooltip, -1);
}

static void
coalition_time_pill_dispose (GObject *object)
{
  CoalitionTimePill *self = COALITION_TIME_PILL (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (coalition_time_pill_parent_class)->dispose (object);
}

static void
coalition_time_pill_class_init (CoalitionTimePillClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coalition_time_pill_dispose;
  gtk_widget_class_set_css_name (widget_class, "coalition-time-pill");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
coalition_time_pill_init (CoalitionTimePill *self)
{
  self->icon = gtk_image_new_from_icon_name ("coalition-time-symbolic");
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  self->label = gtk_label_new ("");
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (self->label), 8);
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  self->counts = g_object_new (COALITION_TYPE_WORD, NULL);
  coalition_word_set_letters (self->counts, -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->counts), "numeric");
  gtk_widget_set_parent (GTK_WIDGET (self->counts), GTK_WIDGET (self));
  self->cross = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_add_css_class (self->cross, "flat");
  gtk_widget_add_css_class (self->cross, "cross");
  gtk_widget_set_tooltip_text (self->cross, _("Back to today"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cross), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Back to today"), -1);
  gtk_widget_set_parent (self->cross, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (self->cross, "clicked", G_CALLBACK (today_cb), self, G_CONNECT_SWAPPED);
}

/**
 * coalition_time_pill_set_session:
 * @self: a pill without a session
 * @session: the session
 *
 * Tells of the time of @session from now on.
 */
void
coalition_time_pill_set_session (CoalitionTimePill *self,
                                 CoalitionSession  *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "time-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "network-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * coalition_time_pill_get_label:
 * @self: a pill
 *
 * Returns: the counts of a comparison, or else the date, as they are read
 */
const char *
coalition_time_pill_get_label (CoalitionTimePill *self)
{
  const char *counts = coalition_word_get_label (self->counts);

  return *counts != '\0' ? counts : gtk_label_get_text (GTK_LABEL (self->label));
}
