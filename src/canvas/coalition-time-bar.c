/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-time-bar.h"

#include "coalition-clock.h"
#include "coalition-date-popover.h"
#include "coalition-date.h"
#include "coalition-word.h"

#include <glib/gi18n-lib.h>

/* The map follows the slider after so many milliseconds, and playing goes on after so many. */
#define FOLLOW 60
#define BEAT 700

/* Playing takes about so many steps of whole months, whatever the span. */
#define STEPS 36

/* More years than this are not ticked one by one. */
#define MOST_TICKS 12

/* What is compared with by itself: the same day of the year before. */
#define YEAR 365

struct _CoalitionTimeBar
{
  GtkWidget parent_instance;

  GtkWidget *grid;
  GtkWidget *play_button;
  GtkRange *scale;
  GtkMenuButton *date_button;
  GtkLabel *date_label;
  GtkToggleButton *compare_button;
  GtkRange *other_scale;
  GtkMenuButton *other_button;
  GtkLabel *other_label;
  CoalitionDatePopover *date_popover;
  CoalitionDatePopover *other_popover;

  CoalitionSession *session;
  guint32 first; /* days of the calendar, as GDate counts them */
  guint32 last;
  gboolean has_dates;
  gboolean setting; /* from the session, not by the person */
  char *state; /* of the campaign that the span was taken from, and the day */
  guint follow_source;
  guint play_source;
};

enum {
  PROP_0,
  PROP_HAS_DATES,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (CoalitionTimeBar, coalition_time_bar, GTK_TYPE_WIDGET)

/* The day of an ISO date; of a partial one its first or last. 0 if it is none. */
static guint32
to_day (const char *date,
        gboolean    end)
{
  int year = 0, month = 0, day = 0;
  int n = date != NULL ? sscanf (date, "%4d-%2d-%2d", &year, &month, &day) : 0;
  GDate value;

  if (n < 1 || !g_date_valid_year ((GDateYear) year) || (n > 1 && !g_date_valid_month (month)))
    return 0;
  if (n < 2)
    month = end ? 12 : 1;
  if (n < 3)
    day = end ? g_date_get_days_in_month (month, (GDateYear) year) : 1;
  if (!g_date_valid_dmy ((GDateDay) day, month, (GDateYear) year))
    return 0;
  g_date_clear (&value, 1);
  g_date_set_dmy (&value, (GDateDay) day, month, (GDateYear) year);
  return g_date_get_julian (&value);
}

static char *
from_day (guint32 day)
{
  GDate value;

  g_date_clear (&value, 1);
  g_date_set_julian (&value, day);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&value), g_date_get_month (&value), g_date_get_day (&value));
}

static guint32
get_day (CoalitionTimeBar *self,
         GtkRange         *scale)
{
  return self->first + (guint32) (gtk_range_get_value (scale) + 0.5);
}

static char *
format_day (CoalitionTimeBar *self,
            guint32           day)
{
  g_autofree char *date = from_day (day);

  return day >= self->last ? g_strdup (_("Today")) : coalition_date_format (date);
}

static void
show_dates (CoalitionTimeBar *self)
{
  guint32 day = get_day (self, self->scale), other = get_day (self, self->other_scale);
  g_autofree char *text = format_day (self, day), *other_text = format_day (self, other);
  g_autofree char *date = from_day (day), *other_date = from_day (other);

  gtk_label_set_text (self->date_label, text);
  gtk_label_set_text (self->other_label, other_text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->other_scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, other_text, -1);
  coalition_date_popover_set_date (self->date_popover, day >= self->last ? NULL : date);
  coalition_date_popover_set_date (self->other_popover, other_date);
}

static gboolean
follow_cb (gpointer data)
{
  CoalitionTimeBar *self = data;
  guint32 day = get_day (self, self->scale);
  g_autofree char *date = day < self->last ? from_day (day) : NULL;
  g_autofree char *other = gtk_toggle_button_get_active (self->compare_button) ? from_day (get_day (self, self->other_scale)) : NULL;

  self->follow_source = 0;
  coalition_session_set_time (self->session, date, other);
  return G_SOURCE_REMOVE;
}

static void
follow (CoalitionTimeBar *self,
        guint             delay)
{
  if (self->session != NULL && self->follow_source == 0)
    self->follow_source = g_timeout_add (delay, follow_cb, self);
}

static void
moved_cb (CoalitionTimeBar *self)
{
  if (self->setting)
    return;
  show_dates (self);
  follow (self, FOLLOW);
}

static void
other_moved_cb (CoalitionTimeBar *self)
{
  moved_cb (self);
}

static void
compare_cb (CoalitionTimeBar *self)
{
  guint32 day = get_day (self, self->scale);

  if (self->setting)
    return;
  if (gtk_toggle_button_get_active (self->compare_button))
    {
      self->setting = TRUE;
      gtk_range_set_value (self->other_scale, day > self->first + YEAR ? day - YEAR - self->first : 0);
      self->setting = FALSE;
    }
  show_dates (self);
  follow (self, 0);
}

static void
picked_cb (CoalitionTimeBar *self,
           const char       *date)
{
  gtk_range_set_value (self->scale, date != NULL ? (double) to_day (date, TRUE) - self->first : (double) self->last - self->first);
}

static void
other_picked_cb (CoalitionTimeBar *self,
                 const char       *date)
{
  if (date != NULL)
    gtk_range_set_value (self->other_scale, (double) to_day (date, TRUE) - self->first);
}

/* The next first of a month, so many months on; playing ends today. */
static gboolean
beat_cb (gpointer data)
{
  CoalitionTimeBar *self = data;
  guint32 day = get_day (self, self->scale);
  guint months = MAX (1, (self->last - self->first) / 30 / STEPS);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  g_date_set_day (&date, 1);
  g_date_add_months (&date, months);
  gtk_range_set_value (self->scale, (double) MIN (g_date_get_julian (&date), self->last) - self->first);
  /* Nobody drags: the map and its date need not wait for more. */
  if (self->follow_source != 0)
    {
      g_source_remove (self->follow_source);
      follow_cb (self);
    }
  if (g_date_get_julian (&date) < self->last)
    return G_SOURCE_CONTINUE;
  self->play_source = 0;
  coalition_time_bar_play (self, FALSE);
  return G_SOURCE_REMOVE;
}

static void
play_cb (CoalitionTimeBar *self)
{
  coalition_time_bar_play (self, self->play_source == 0);
}

static void
add_ticks (CoalitionTimeBar *self,
           GtkRange         *scale)
{
  GDate from, to;
  int years, step;

  gtk_scale_clear_marks (GTK_SCALE (scale));
  g_date_clear (&from, 1);
  g_date_clear (&to, 1);
  g_date_set_julian (&from, self->first);
  g_date_set_julian (&to, self->last);
  years = g_date_get_year (&to) - g_date_get_year (&from);
  step = years <= MOST_TICKS ? 1 : years <= 5 * MOST_TICKS ? 5 : 25;
  for (int year = g_date_get_year (&from) + 1; year <= g_date_get_year (&to); year++)
    if (year % step == 0)
      {
        g_autofree char *date = g_strdup_printf ("%04d", year);

        gtk_scale_add_mark (GTK_SCALE (scale), (double) to_day (date, FALSE) - self->first, GTK_POS_BOTTOM, NULL);
      }
}

static void
set_span (CoalitionTimeBar *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  g_autofree char *first = NULL, *last = NULL, *today = coalition_clock_today ();
  /* Every record is asked for its dates: only after an edit, and not at each step of the slider. */
  g_autofree char *state = campaign != NULL ? g_strdup_printf ("%p %s %s", (gpointer) campaign, today, coalition_campaign_get_head (campaign)) : NULL;
  guint32 from, to = to_day (today, TRUE);
  gboolean has_dates;

  if (state != NULL && g_strcmp0 (state, self->state) == 0)
    return;
  g_free (self->state);
  self->state = g_steal_pointer (&state);
  has_dates = campaign != NULL && coalition_session_get_time_span (self->session, &first, &last);
  from = has_dates ? to_day (first, FALSE) : 0;
  /* What lies ahead can be planned but not looked back at. */
  has_dates = has_dates && from > 0 && from < to;
  if (has_dates && (from != self->first || to != self->last))
    {
      self->first = from;
      self->last = to;
      gtk_range_set_range (self->scale, 0, to - from);
      gtk_range_set_range (self->other_scale, 0, to - from);
      add_ticks (self, self->scale);
      add_ticks (self, self->other_scale);
    }
  if (has_dates == self->has_dates)
    return;
  self->has_dates = has_dates;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_DATES]);
}

static void
update (CoalitionTimeBar *self)
{
  const char *date, *other;
  guint32 day;

  self->setting = TRUE;
  set_span (self);
  if (self->has_dates)
    {
      date = coalition_session_get_as_of (self->session);
      other = coalition_session_get_compare_to (self->session);
      day = date != NULL ? to_day (date, TRUE) : self->last;
      /* While the slider is ahead of the map it is not pulled back. */
      if (self->follow_source == 0)
        {
          gtk_range_set_value (self->scale, (double) day - self->first);
          if (other != NULL)
            gtk_range_set_value (self->other_scale, (double) to_day (other, TRUE) - self->first);
          gtk_toggle_button_set_active (self->compare_button, other != NULL);
        }
      show_dates (self);
    }
  self->setting = FALSE;
}

static void
coalition_time_bar_dispose (GObject *object)
{
  CoalitionTimeBar *self = COALITION_TIME_BAR (object);

  g_clear_handle_id (&self->follow_source, g_source_remove);
  g_clear_handle_id (&self->play_source, g_source_remove);
  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (coalition_time_bar_parent_class)->dispose (object);
}

static void
coalition_time_bar_finalize (GObject *object)
{
  g_free (COALITION_TIME_BAR (object)->state);
  G_OBJECT_CLASS (coalition_time_bar_parent_class)->finalize (object);
}

static void
coalition_time_bar_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  if (id == PROP_HAS_DATES)
    g_value_set_boolean (value, COALITION_TIME_BAR (object)->has_dates);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
coalition_time_bar_class_init (CoalitionTimeBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = coalition_time_bar_dispose;
  object_class->finalize = coalition_time_bar_finalize;
  object_class->get_property = coalition_time_bar_get_property;
  properties[PROP_HAS_DATES] = g_param_spec_boolean ("has-dates", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (COALITION_TYPE_WORD);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coalitionmap/Coalition/canvas/coalition-time-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CoalitionTimeBar, grid);
  gtk_widget_class_bind_template_child (widget_class, CoalitionTimeBar, play_button);
  gtk_widget_class_bind_template_child (widget_class, CoalitionTimeBar, scale);
  gtk_widget_class_bind_template_child (widget_class, CoalitionTimeBar, date_button);
  gtk_widget_class_bind_template_child (widget_class, CoalitionTimeBar, date_label);
  gtk_widget_class_bind_template_child (widget_class, CoalitionTimeBar, compare_button);
  gtk_widget_class_bind_template_child (widget_class, CoalitionTimeBar, other_scale);
  gtk_widget_class_bind_template_child (widget_class, CoalitionTimeBar, other_button);
  gtk_widget_class_bind_template_child (widget_class, CoalitionTimeBar, other_label);
  gtk_widget_class_bind_template_callback (widget_class, play_cb);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, compare_cb);
}

static void
coalition_time_bar_init (CoalitionTimeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->date_popover = coalition_date_popover_new (TRUE);
  self->other_popover = coalition_date_popover_new (FALSE);
  gtk_menu_button_set_popover (self->date_button, GTK_WIDGET (self->date_popover));
  gtk_menu_button_set_popover (self->other_button, GTK_WIDGET (self->other_popover));
  g_signal_connect_object (self->date_popover, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->other_popover, "picked", G_CALLBACK (other_picked_cb), self, G_CONNECT_SWAPPED);
}

/**
 * coalition_time_bar_set_session:
 * @self: a bar without a session
 * @session: the session
 *
 * Shows and sets the time of @session from now on.
 */
void
coalition_time_bar_set_session (CoalitionTimeBar *self,
                                CoalitionSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "time-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "network-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * coalition_time_bar_has_dates:
 * @self: a bar
 *
 * Returns: whether there is a date before today to go back to
 */
gboolean
coalition_time_bar_has_dates (CoalitionTimeBar *self)
{
  return self->has_dates;
}

/**
 * coalition_time_bar_is_playing:
 * @self: a bar
 *
 * Returns: whether it goes from date to date by itself
 */
gboolean
coalition_time_bar_is_playing (CoalitionTimeBar *self)
{
  return self->play_source != 0;
}

/**
 * coalition_time_bar_play:
 * @self: a bar with dates
 * @playing: whether to play
 *
 * Goes on from the date that is shown, or from the first if that is today; or stops where it is.
 */
void
coalition_time_bar_play (CoalitionTimeBar *self,
                         gboolean          playing)
{
  const char *label = playing ? _("Stop playing") : _("Play from date to date");

  g_clear_handle_id (&self->play_source, g_source_remove);
  if (playing && self->has_dates)
    {
      if (get_day (self, self->scale) >= self->last)
        gtk_range_set_value (self->scale, 0);
      self->play_source = g_timeout_add (BEAT, beat_cb, self);
    }
  gtk_button_set_icon_name (GTK_BUTTON (self->play_button),
                            playing ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (self->play_button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
