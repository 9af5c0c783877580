/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-dots.h"

#include <glib/gi18n-lib.h>

/* Radius of a dot and distance from one to the next, in pixels at the default text size. */
#define RADIUS 4.6
#define STEP 13

/**
 * CoalitionDots:
 *
 * A small whole number as dots that can be clicked and stepped by keyboard. "Not known" is not the same as zero: it is
 * shown by dots so faint that they read as a place to click. Signal "changed": a person chose another value.
 */
struct _CoalitionDots
{
  GtkWidget parent_instance;

  int minimum;
  int maximum;
  int value;
  int hover;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CoalitionDots, coalition_dots, GTK_TYPE_WIDGET)

static void
choose (CoalitionDots *self,
        int            value)
{
  if (value == self->value)
    return;
  coalition_dots_set_value (self, value);
  g_signal_emit (self, signals[CHANGED], 0);
}

static int
dot_at (CoalitionDots *self,
        double         x)
{
  int dot = (int) (x / STEP) + 1;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    dot = self->maximum - dot + 1;

  return CLAMP (dot, 1, self->maximum);
}

static void
pressed_cb (CoalitionDots *self,
            int            n_press,
            double         x,
            double         y)
{
  int dot = dot_at (self, x);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  /* A second click on the same dot takes the judgement back: that is how "not known" is reached with the mouse. */
  choose (self, dot == self->value ? -1 : dot);
}

static void
motion_cb (CoalitionDots *self,
           double         x,
           double         y)
{
  self->hover = dot_at (self, x);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
leave_cb (CoalitionDots *self)
{
  self->hover = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
key_pressed_cb (CoalitionDots   *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int step = 0;

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right)
    step = rtl ? -1 : 1;
  else if (keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left)
    step = rtl ? 1 : -1;
  else if (keyval == GDK_KEY_plus || keyval == GDK_KEY_KP_Add)
    step = 1;
  else if (keyval == GDK_KEY_minus || keyval == GDK_KEY_KP_Subtract)
    step = -1;
  else if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_BackSpace)
    choose (self, -1);
  else if (keyval >= GDK_KEY_0 && keyval <= GDK_KEY_9)
    choose (self, CLAMP ((int) (keyval - GDK_KEY_0), self->minimum, self->maximum));
  else
    return GDK_EVENT_PROPAGATE;

  if (step != 0)
    choose (self, self->value < 0 ? self->minimum : CLAMP (self->value + step, self->minimum, self->maximum));

  return GDK_EVENT_STOP;
}

static void
coalition_dots_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? COALITION_DOTS (widget)->maximum * STEP : 24;
}

static void
coalition_dots_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  CoalitionDots *self = COALITION_DOTS (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  for (int i = 1; i <= self->maximum; i++)
    {
      double x = (rtl ? self->maximum - i : i - 1) * STEP + STEP / 2.0;
      gboolean filled = i <= self->value;
      gboolean hinted = i <= self->hover;

      cairo_arc (cr, x, height / 2.0, filled ? RADIUS : RADIUS - 0.6, 0, 2 * G_PI);
      cairo_set_source_rgba (cr, color.red, color.green, color.blue,
                             color.alpha * (filled ? 1 : hinted ? 0.7 : self->value < 0 ? 0.28 : 0.5));
      if (filled)
        {
          cairo_fill (cr);
          continue;
        }
      cairo_set_line_width (cr, 1.2);
      if (self->value < 0 && !hinted)
        cairo_set_dash (cr, (double[]) { 1.5, 1.5 }, 2, 0);
      else
        cairo_set_dash (cr, NULL, 0, 0);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
}

static void
coalition_dots_class_init (CoalitionDotsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = coalition_dots_measure;
  widget_class->snapshot = coalition_dots_snapshot;
  gtk_widget_class_set_css_name (widget_class, "dots");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);

  /**
   * CoalitionDots::changed:
   *
   * A person chose another value.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
coalition_dots_init (CoalitionDots *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  self->value = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}

/**
 * coalition_dots_new:
 * @minimum: smallest value
 * @maximum: largest value, and the number of dots
 * @label: its name for screen readers
 *
 * Makes a row of dots whose value is not known.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
coalition_dots_new (int         minimum,
                    int         maximum,
                    const char *label)
{
  CoalitionDots *self = g_object_new (COALITION_TYPE_DOTS, NULL);

  self->minimum = minimum;
  self->maximum = maximum;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, (double) minimum,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) maximum,
                                  -1);
  coalition_dots_set_value (self, -1);

  return GTK_WIDGET (self);
}

/**
 * coalition_dots_set_value:
 * @self: dots
 * @value: the value, or -1 if it is not known
 *
 * Shows @value; "changed" is not emitted.
 */
void
coalition_dots_set_value (CoalitionDots *self,
                          int            value)
{
  g_autofree char *text = NULL;

  self->value = value;
  text = value < 0 ? g_strdup (_("Not known"))
                   /* TRANSLATORS: a rating, such as "4 of 5" */
                   : g_strdup_printf (_("%d of %d"), value, self->maximum);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) MAX (value, self->minimum),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * coalition_dots_get_value:
 * @self: dots
 *
 * The value shown.
 *
 * Returns: the value, or -1 if it is not known
 */
int
coalition_dots_get_value (CoalitionDots *self)
{
  return self->value;
}
