/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-tie-sample.h"

#include "coalition-map.h"

#include <adwaita.h>

#define WIDTH 30
#define HEIGHT 14

/**
 * CoalitionTieSample:
 *
 * A short line that looks like a tie on the map, for it is painted by the map's own code. It is seen from the party
 * whose ties are listed: what goes out points away from the margin, what comes in points back.
 */
struct _CoalitionTieSample
{
  GtkWidget parent_instance;

  CoalitionNetworkTie tie;
  gboolean outgoing;
};

G_DEFINE_FINAL_TYPE (CoalitionTieSample, coalition_tie_sample, GTK_TYPE_WIDGET)

static void
coalition_tie_sample_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  CoalitionTieSample *self = COALITION_TIE_SAMPLE (widget);
  CoalitionMapTheme theme = adw_style_manager_get_dark (adw_style_manager_get_default ()) ? COALITION_MAP_DARK : COALITION_MAP_LIGHT;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  cairo_translate (cr, width / 2, height / 2);
  /* What comes in points back at the party whose ties are listed. */
  if (self->outgoing == rtl)
    cairo_scale (cr, -1, 1);
  coalition_map_paint_tie_sample (cr, theme, &self->tie, 0, 0, WIDTH - 2);
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
  self->tie.strength = 2;
  self->tie.kind = "";
  self->outgoing = TRUE;
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

  self->tie.family = coalition_tie_family_for_kind (kind);
  self->tie.status = COALITION_TIE_ACTIVE;
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (g_strcmp0 (status, statuses[i]) == 0)
      self->tie.status = i;
  self->tie.strength = coalition_record_get_integer (tie, "strength", &strength) ? (int) strength : 2;
  self->tie.kind = kind != NULL ? g_intern_string (kind) : "";
  /* Working together goes both ways: one mark says so where the line is short. */
  self->tie.mutual = self->tie.family != COALITION_TIE_WORKS &&
                     (direction != NULL ? g_str_equal (direction, "mutual") : coalition_tie_kind_is_mutual (kind));
  self->outgoing = outgoing;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
