/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-date-popover.h"

#include "coalition-clock.h"
#include "coalition-date.h"

#include <glib/gi18n-lib.h>

struct _CoalitionDatePopover
{
  GtkPopover parent_instance;

  GtkWidget *entry; /* NULL until it is first shown, with what follows: a calendar takes long to make */
  GtkCalendar *calendar;
  gboolean offers_today;
  char *date;
  gboolean setting;
};

enum {
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CoalitionDatePopover, coalition_date_popover, GTK_TYPE_POPOVER)

static void
pick (CoalitionDatePopover *self,
      const char           *date)
{
  g_signal_emit (self, signals[PICKED], 0, date);
}

/* What cannot be read as a date is marked as wrong and stays; "2024" is the last day of that year. */
static void
activate_cb (CoalitionDatePopover *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *date = coalition_date_parse (text);

  if (date == NULL)
    {
      gtk_widget_add_css_class (self->entry, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_widget_error_bell (self->entry);
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (self));
  pick (self, date);
}

static void
changed_cb (CoalitionDatePopover *self)
{
  gtk_widget_remove_css_class (self->entry, "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
}

static void
day_selected_cb (CoalitionDatePopover *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");

  if (!self->setting)
    pick (self, date);
}

static void
today_cb (CoalitionDatePopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  pick (self, NULL);
}

static void
show_date (CoalitionDatePopover *self)
{
  g_autofree char *today = coalition_clock_today ();
  const char *date = self->date != NULL ? self->date : today;
  g_autofree char *text = coalition_date_format (date);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *time = g_strconcat (date, "T12:00:00", NULL);
  g_autoptr (GDateTime) day = g_date_time_new_from_iso8601 (time, zone);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  if (day == NULL)
    return;
  self->setting = TRUE;
  gtk_calendar_select_day (self->calendar, day);
  self->setting = FALSE;
}

static void
make_content (CoalitionDatePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Date, as 2024-05-31 or May 2024"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Date"), -1);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->entry);

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->calendar));

  if (self->offers_today)
    {
      GtkWidget *today = gtk_button_new_with_label (_("Today"));

      g_signal_connect_object (today, "clicked", G_CALLBACK (today_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), today);
    }
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

static void
coalition_date_popover_show (GtkWidget *widget)
{
  CoalitionDatePopover *self = COALITION_DATE_POPOVER (widget);

  if (self->entry == NULL)
    {
      make_content (self);
      show_date (self);
    }
  GTK_WIDGET_CLASS (coalition_date_popover_parent_class)->show (widget);
}

static void
coalition_date_popover_finalize (GObject *object)
{
  g_free (COALITION_DATE_POPOVER (object)->date);
  G_OBJECT_CLASS (coalition_date_popover_parent_class)->finalize (object);
}

static void
coalition_date_popover_class_init (CoalitionDatePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = coalition_date_popover_finalize;
  GTK_WIDGET_CLASS (klass)->show = coalition_date_popover_show;
  signals[PICKED] = g_signal_new ("picked", COALITION_TYPE_DATE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
coalition_date_popover_init (CoalitionDatePopover *self)
{
}

/**
 * coalition_date_popover_new:
 * @offers_today: whether it has a button for today
 *
 * Returns: (transfer floating): a popover
 */
CoalitionDatePopover *
coalition_date_popover_new (gboolean offers_today)
{
  CoalitionDatePopover *self = g_object_new (COALITION_TYPE_DATE_POPOVER, NULL);

  self->offers_today = offers_today;
  return self;
}

/**
 * coalition_date_popover_set_date:
 * @self: a popover
 * @date: (nullable): an ISO date; %NULL for today
 *
 * Shows a date, which is not told as picked.
 */
void
coalition_date_popover_set_date (CoalitionDatePopover *self,
                                 const char           *date)
{
  char *copy = g_strdup (date);

  g_free (self->date);
  self->date = copy;
  if (self->entry != NULL)
    show_date (self);
}
