/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-date-button.h"

#include "coalition-clock.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * CoalitionDateButton:
 *
 * A button that opens a calendar. Signal "picked" (date): an ISO 8601 date, or %NULL for none.
 */
struct _CoalitionDateButton
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkWidget *calendar;
  char *date;
  gboolean clearable;
  guint pick_id;
};

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CoalitionDateButton, coalition_date_button, ADW_TYPE_BIN)

static void
pick (CoalitionDateButton *self,
      const char          *date)
{
  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[PICKED], 0, date);
}

static gboolean
pick_cb (gpointer data)
{
  CoalitionDateButton *self = data;
  g_autoptr (GDateTime) day = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");

  self->pick_id = 0;
  pick (self, date);

  return G_SOURCE_REMOVE;
}

/* The calendar also selects a day when a person turns to another month, and says so only afterwards: so wait a moment
 * to see whether it was that. */
static void
day_selected_cb (CoalitionDateButton *self)
{
  if (self->pick_id == 0)
    self->pick_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, pick_cb, self, NULL);
}

static void
turned_cb (CoalitionDateButton *self)
{
  g_clear_handle_id (&self->pick_id, g_source_remove);
}

static void
today_cb (CoalitionDateButton *self)
{
  g_autofree char *today = coalition_clock_today ();

  pick (self, today);
}

static void
clear_cb (CoalitionDateButton *self)
{
  pick (self, NULL);
}

/* The calendar is made when it is wanted: a form may have many dates. */
static void
build_popover_cb (GtkMenuButton *button,
                  gpointer       data)
{
  static const char *const turns[] = { "prev-month", "next-month", "prev-year", "next-year" };
  CoalitionDateButton *self = data;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *today = gtk_button_new_with_label (_("Today"));
  GtkWidget *clear = gtk_button_new_with_label (_("Clear"));

  self->calendar = gtk_calendar_new ();
  if (self->date != NULL && strlen (self->date) >= 10)
    {
      g_autofree char *time = g_strdup_printf ("%.10sT12:00:00Z", self->date);
      g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (time, NULL);

      if (date != NULL)
        gtk_calendar_select_day (GTK_CALENDAR (self->calendar), date);
    }
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    g_signal_connect_object (self->calendar, turns[i], G_CALLBACK (turned_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (today, "clicked", G_CALLBACK (today_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (clear, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (clear, self->clearable && self->date != NULL);
  gtk_box_set_homogeneous (GTK_BOX (buttons), TRUE);
  gtk_box_append (GTK_BOX (buttons), clear);
  gtk_box_append (GTK_BOX (buttons), today);
  gtk_box_append (GTK_BOX (box), self->calendar);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

static void
coalition_date_button_dispose (GObject *object)
{
  g_clear_handle_id (&COALITION_DATE_BUTTON (object)->pick_id, g_source_remove);
  G_OBJECT_CLASS (coalition_date_button_parent_class)->dispose (object);
}

static void
coalition_date_button_finalize (GObject *object)
{
  g_free (COALITION_DATE_BUTTON (object)->date);
  G_OBJECT_CLASS (coalition_date_button_parent_class)->finalize (object);
}

static void
coalition_date_button_class_init (CoalitionDateButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coalition_date_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = coalition_date_button_finalize;

  /**
   * CoalitionDateButton::picked:
   * @date: (nullable): an ISO 8601 date, or %NULL for none
   *
   * A person picked a day.
   */
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
coalition_date_button_init (CoalitionDateButton *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "x-office-calendar-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_menu_button_set_create_popup_func (self->button, build_popover_cb, self, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

/**
 * coalition_date_button_new:
 * @label: what the button does, translated
 * @clearable: whether "no date" is offered
 *
 * Makes a button without a date.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
coalition_date_button_new (const char *label,
                           gboolean    clearable)
{
  CoalitionDateButton *self = g_object_new (COALITION_TYPE_DATE_BUTTON, NULL);

  self->clearable = clearable;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

/**
 * coalition_date_button_set_date:
 * @self: a button
 * @date: (nullable): an ISO 8601 date, whole or in part
 *
 * Sets the day on which the calendar opens.
 */
void
coalition_date_button_set_date (CoalitionDateButton *self,
                                const char          *date)
{
  g_autofree char *old = self->date;

  self->date = g_strdup (date);
}
