/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-tie-sample.h"

#include <adwaita.h>

#define WIDTH 30
#define HEIGHT 14

/**
 * CoalitionTieSample:
 *
 * A short line that looks like a tie on the map: color and end mark of its family, dash of its status, width of its
 * strength. It is seen from the party whose ties are listed: what goes out points to the right, what comes in to the
 * left.
 */
struct _CoalitionTieSample
{
  GtkWidget parent_instance;

  CoalitionTieFamily family;
  CoalitionTieStatus status;
  int strength;
  gboolean mutual;
  gboolean outgoing;
  gboolean plain;
};

G_DEFINE_FINAL_TYPE (CoalitionTieSample, coalition_tie_sample, GTK_TYPE_WIDGET)

/* Light and dark colors of the five families. */
static const char *const colors[][2] = {
  { "#8b8a91", "#8f8e95" }, { "#1a7f93", "#4fb6c9" }, { "#77767b", "#9a9996" }, { "#a87a1c", "#e9c46a" },
  { "#a51d2d", "#f66151" },
};

static void
paint_mark (CoalitionTieSample *self,
            cairo_t            *cr,
            double              x,
            double              y,
            double              sign)
{
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_new_path (cr);
  switch (self->family)
    {
    case COALITION_TIE_WORKS:
      cairo_move_to (cr, x, y);
      cairo_line_to (cr, x - 4 * sign, y - 3.4);
      cairo_line_to (cr, x - 8 * sign, y);
      cairo_line_to (cr, x - 4 * sign, y + 3.4);
      cairo_fill (cr);
      break;
    case COALITION_TIE_BELONGS:
      cairo_arc (cr, x - 3.2 * sign, y, 2.9, 0, 2 * G_PI);
      cairo_set_line_width (cr, 1.4);
      cairo_stroke (cr);
      break;
    case COALITION_TIE_POWER:
      cairo_move_to (cr, x, y);
      cairo_line_to (cr, x - 8 * sign, y - 4);
      cairo_line_to (cr, x - 8 * sign, y + 4);
      cairo_fill (cr);
      break;
    case COALITION_TIE_OPPOSES:
      cairo_rectangle (cr, x - (sign > 0 ? 2.8 : 0), y - 6, 2.8, 12);
      cairo_fill (cr);
      break;
    case COALITION_TIE_KNOWS:
    default:
      cairo_move_to (cr, x - 6 * sign, y - 4);
      cairo_line_to (cr, x, y);
      cairo_line_to (cr, x - 6 * sign, y + 4);
      cairo_set_line_width (cr, 1.5);
      cairo_stroke (cr);
      break;
    }
}

static void
coalition_tie_sample_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  static const double widths[] = { 1.4, 1.4, 1.9, 2.8, 3.8 };
  CoalitionTieSample *self = COALITION_TIE_SAMPLE (widget);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  double y = gtk_widget_get_height (widget) / 2.0;
  double inset = self->family == COALITION_TIE_BELONGS ? 6.2 : self->family == COALITION_TIE_KNOWS ? 0.5 : 4;
  gboolean left = self->mutual || !self->outgoing || self->family == COALITION_TIE_WORKS;
  gboolean right = self->mutual || self->outgoing || self->family == COALITION_TIE_WORKS;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, WIDTH, 2 * y));
  GdkRGBA color;

  gdk_rgba_parse (&color, colors[self->family][dark]);
  if (self->status == COALITION_TIE_DORMANT || self->status == COALITION_TIE_ENDED)
    color.alpha = 0.55;
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, widths[CLAMP (self->strength, 1, 4)]);
  if (self->status == COALITION_TIE_PROSPECTIVE)
    cairo_set_dash (cr, (double[]) { 5, 3.5 }, 2, 0);
  else if (self->status == COALITION_TIE_DORMANT)
    {
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_dash (cr, (double[]) { 0.1, 4 }, 2, 0);
    }
  cairo_move_to (cr, left && !self->plain ? inset : 0, y);
  cairo_line_to (cr, WIDTH - (right && !self->plain ? inset : 0), y);
  cairo_stroke (cr);
  if (!self->plain)
    {
      if (right)
        paint_mark (self, cr, WIDTH, y, 1);
      if (left)
        paint_mark (self, cr, 0, y, -1);
    }
  cairo_destroy (cr);
}

static void
coalition_tie_sample_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
coalition_tie_sample_class_init (CoalitionTieSampleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = coalition_tie_sample_measure;
  widget_class->snapshot = coalition_tie_sample_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
coalition_tie_sample_init (CoalitionTieSample *self)
{
  self->strength = 2;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

/**
 * coalition_tie_sample_new:
 *
 * Makes a sample of a tie of unknown kind.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
coalition_tie_sample_new (void)
{
  return g_object_new (COALITION_TYPE_TIE_SAMPLE, NULL);
}

/**
 * coalition_tie_sample_set_tie:
 * @self: a sample
 * @tie: a tie
 * @outgoing: whether it goes out from the party that it is listed at
 *
 * Shows @tie.
 */
void
coalition_tie_sample_set_tie (CoalitionTieSample *self,
                              CoalitionRecord    *tie,
                              gboolean            outgoing)
{
  static const char *const statuses[] = { "active", "prospective", "dormant", "ended" };
  const char *kind = coalition_record_get_text (tie, "kind");
  const char *status = coalition_record_get_text (tie, "status");
  const char *direction = coalition_record_get_text (tie, "direction");
  gint64 strength;

  self->family = coalition_tie_family_for_kind (kind);
  self->status = COALITION_TIE_ACTIVE;
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (g_strcmp0 (status, statuses[i]) == 0)
      self->status = i;
  self->strength = coalition_record_get_integer (tie, "strength", &strength) ? (int) strength : 2;
  self->mutual = direction != NULL ? g_str_equal (direction, "mutual") : coalition_tie_kind_is_mutual (kind);
  self->plain = self->mutual && g_strcmp0 (kind, "knows") == 0;
  self->outgoing = outgoing;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
